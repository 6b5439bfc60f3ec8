"""The stories in a group of linked articles: links chain, so a group is taken apart before it is told."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from heapq import heapify, heappop, heappush
from itertools import product

from suyuan.records import Article, Correction, CorrectionKind, Revision, SameStory, Story, StoryKind, digest
from suyuan.stories.corrections import OWNER, REVISION, side_of
from suyuan.stories.headline import bare, plainest
from suyuan.stories.keys import when
from suyuan.stories.words import telling
from suyuan.text.roundup import is_roundup

NEAREST = 12  # links of an article that count: a large story must not draw in its neighbourhood by mere number
TOGETHER = 0.02  # share of their links that two parts have with each other from which they are one story
# How alike what binds two parts must be to what each of them is held together by. A prime minister's visit and the
# next one's are bound by their host and his hall, two companies by what both invest in: of parts of ten and more
# such bonds have up to .4, those of one happening .5 and more. The fewer reports, the less their words say.
OF_ONE_MATTER = 0.52
# As many links bind two parts that were each told more than once, by the reports of the larger: of thirty bonds by fewer,
# on five days, twenty-five joined two matters.
FEWEST = ((20, 3), (5, 2), (2, 1))
FADING = 0.7  # of the words a link rests on, each tells so much of what the one before tells
BONDS = ((OWNER,), (REVISION,))  # evidence that says nothing of what is told
Words = dict[str, float]


def tell(
    members: tuple[Article, ...],
    links: tuple[SameStory, ...],
    corrections: tuple[Correction, ...] = (),
    revisions: tuple[Revision, ...] = (),
) -> tuple[Story, ...]:
    """The stories in a group of linked articles; every member is in exactly one."""
    order = sorted(members, key=lambda article: (when(article), article.id))
    parts = Parts(order, links)
    parts.set_right(order, corrections, revisions)
    inside = {article.id for article in members}
    old = {one.earlier for one in revisions if one.article in inside}
    return tuple(_story([order[place] for place in part], old) for part in parts.joined())


class Parts:
    """The parts of a group, at first one article each: how they are bound to each other, and by what words."""

    def __init__(self, order: list[Article], links: Iterable[SameStory]) -> None:
        place = {article.id: at for at, article in enumerate(order)}
        self.members = [[at] for at in range(len(order))]
        self.part_of = list(range(len(order)))
        self.near: list[dict[int, float]] = [{} for _ in order]  # summed scores of the links to each other part
        self.words: list[Words] = [{} for _ in order]  # what these links rest on
        self.links: list[list[tuple[int, Words]]] = [[] for _ in order]  # of each member: the other end, and the words
        for a, b, link in _strongest(place, links):
            self.near[a][b] = self.near[b][a] = link.score
            words = _words(link)
            for one, other in ((a, b), (b, a)):
                self.links[one].append((other, words))
                _add(self.words[one], words)
        self.weight = [math.fsum(row.values()) for row in self.near]
        self.foes: list[set[int]] = [set() for _ in order]  # parts that must not be joined
        self.leaving: set[int] = set()  # parts that the owner took out of a story

    def set_right(self, order: list[Article], corrections: Iterable[Correction], revisions: Iterable[Revision]) -> None:
        """Join what is one and keep asunder what is not, whatever the links say; a later word goes before an earlier."""
        place = {article.id: at for at, article in enumerate(order)}
        for one in sorted(corrections, key=lambda one: (one.made, one.id), reverse=True):
            sides: tuple[list[int], list[int]] = ([], [])
            for article in one.articles:
                if article in place and (side := side_of(order[place[article]], one)) in (0, 1):
                    sides[side].append(place[article])
            for a, b in product(*sides):
                if one.kind is CorrectionKind.SAME_STORY:
                    self.join_members(a, b)
                elif one.kind is CorrectionKind.OTHER_STORY:
                    self.part_members(a, b)
        for revision in sorted(revisions, key=lambda one: one.id):
            if revision.article in place and revision.earlier in place:
                self.join_members(place[revision.article], place[revision.earlier])

    def join_members(self, a: int, b: int) -> None:
        """Make the parts of two members one, unless they have to stay asunder."""
        into, part = sorted((self.part_of[a], self.part_of[b]))
        if into != part and part not in self.foes[into]:
            self.join(into, part)

    def part_members(self, a: int, b: int) -> None:
        """Keep the parts of two members asunder, unless they are one already: it is the first that leaves the story."""
        one, other = self.part_of[a], self.part_of[b]
        if one != other:
            self.foes[one].add(other)
            self.foes[other].add(one)
            self.leaving.add(one)

    def joined(self) -> list[list[int]]:
        """Places that belong together. What leaves a story comes last, so that it takes nothing with it."""
        self._join_all(leaving=False)
        self._join_all(leaving=True)
        return [sorted(part) for part in self.members if part]

    def _join_all(self, *, leaving: bool) -> None:
        """Join the two parts that are most bound, until none are bound enough: those of which one leaves, or none does."""
        heap = [
            (-self.bound(a, b), a, b)
            for a, row in enumerate(self.near)
            for b in row
            if a < b and self.is_left(a, b) is leaving
        ]
        heapify(heap)
        while heap:
            was, a, b = heappop(heap)
            if not (self.members[a] and self.members[b]) or self.bound(a, b) != -was:
                continue  # a part that has grown since stands in the heap anew
            if b in self.foes[a] or not self.is_one_matter(a, b):
                continue
            self.join(a, b)
            for other in self.near[a]:
                if self.is_left(a, other) is leaving and (now := self.bound(a, other)) >= TOGETHER:
                    heappush(heap, (-now, min(a, other), max(a, other)))

    def is_left(self, a: int, b: int) -> bool:
        """Whether one of two parts was taken out of a story."""
        return a in self.leaving or b in self.leaving

    def bound(self, a: int, b: int) -> float:
        """The share of their links that two parts have with each other."""
        linked = self.near[a].get(b)
        return linked / math.sqrt(self.weight[a] * self.weight[b]) if linked else 0.0

    def is_one_matter(self, a: int, b: int) -> bool:
        """Whether enough binds two parts, and is what each of them is about; of a single article its links say too little."""
        few, many = sorted((a, b), key=lambda part: len(self.members[part]))
        size = len(self.members[few])
        if size == 1:
            return True
        links = [words for one in self.members[few] for other, words in self.links[one] if self.part_of[other] == many]
        if len(links) < next(fewest for reports, fewest in FEWEST if len(self.members[many]) >= reports):
            return False
        between: Words = {}
        for words in links:
            _add(between, words)
        enough = OF_ONE_MATTER * (1 - 1 / size) ** 2
        return all(_cosine(between, self.words[part]) >= enough for part in (few, many))

    def join(self, into: int, part: int) -> None:
        """What was linked to `part` is linked to `into`."""
        for other, score in self.near[part].items():
            del self.near[other][part]
            if other != into:
                self.near[into][other] = self.near[other][into] = self.near[into].get(other, 0.0) + score
        _add(self.words[into], self.words[part])
        self.members[into] += self.members[part]
        self.weight[into] += self.weight[part]
        for member in self.members[part]:
            self.part_of[member] = into
        for foe in self.foes[part]:
            self.foes[foe].discard(part)
            self.foes[foe].add(into)
        self.foes[into] |= self.foes[part]
        if part in self.leaving:
            self.leaving.add(into)
        self.near[part], self.words[part], self.members[part], self.foes[part] = {}, {}, [], set()


def _strongest(place: dict[str, int], links: Iterable[SameStory]) -> Iterator[tuple[int, int, SameStory]]:
    """Each article's strongest links; one that is among the strongest of either end stays."""
    linked: list[list[tuple[float, int, SameStory]]] = [[] for _ in place]
    for link in links:
        a, b = place[link.a], place[link.b]
        linked[a].append((-link.score, b, link))
        linked[b].append((-link.score, a, link))
    near = {link.id: (a, b, link) for a, row in enumerate(linked) for _, b, link in sorted(row, key=_place)[:NEAREST]}
    yield from near.values()


def _place(row: tuple[float, int, SameStory]) -> tuple[float, int]:
    return row[:2]


def _words(link: SameStory) -> Words:
    """The words that a link rests on: the first tell most, and rare ones more than common ones."""
    words: Words = {}
    worth = link.score
    for word in link.evidence if link.evidence not in BONDS else ():
        words[word] = worth * telling(word)
        worth *= FADING
    return words


def _add(words: Words, more: Words) -> None:
    for word, weight in more.items():
        words[word] = words.get(word, 0.0) + weight


def _cosine(one: Words, other: Words) -> float:
    """How alike two vectors of words are; two without words are nothing alike."""
    few, many = sorted((one, other), key=len)
    length = _length(few) * _length(many)
    return math.fsum(value * many[word] for word, value in few.items() if word in many) / length if length else 0.0


def _length(vector: Words) -> float:
    return math.sqrt(math.fsum(value * value for value in vector.values()))


def _story(articles: list[Article], old: set[str]) -> Story:
    """The story of some articles in order; those of which a newer version is known are kept, and not told again."""
    told = [article for article in articles if article.id not in old] or articles
    ids = {article.id for article in told}
    headline = plainest(told)
    return Story(
        id=digest("story", articles[0].id),
        kind=StoryKind.ROUNDUP
        if all(is_roundup(article.title, article.text) for article in told)
        else StoryKind.HAPPENING,
        title=bare(headline.title),
        headline=headline.id,
        articles=tuple(article.id for article in told),
        superseded=tuple(article.id for article in articles if article.id not in ids),
        first=when(articles[0]),
        last=max(when(article) for article in told),
    )
