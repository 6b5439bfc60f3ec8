"""Sagas: which story goes on where another stopped. Stories are kept short, and long matters are chains of them."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from suyuan.records import Article, Follows, Story, StoryKind, digest
from suyuan.stories.keys import LEAD, terms_in
from suyuan.stories.same_story import in_words, likeness, shared

FOLLOWS = 0.25  # likeness of what two stories are about; from here nine links in ten are right on a Chinese stream
LOOKED_AT = 3  # articles from either end of a story that say what it is about, beside the headline
TERMS = 40
KEYS = 12
MONTH = 30 * 86_400  # seconds; two stories meet when they lie in the same stretch or in neighbouring ones
LATER = 6 * 3_600  # a story that began as soon as this after another is another side of it, no sequel
FEWEST = 2  # reports of one of the two: of two single pages nobody can say what is a story
SHOWN = 6


@dataclass(frozen=True, slots=True)
class Subject:
    """What the comparison of two stories looks at: when they were told, and what about."""

    story: str
    reports: int
    first: float
    last: float
    terms: dict[str, float]
    names: frozenset[str]
    keys: tuple[str, ...]


def subject(story: Story, articles: Sequence[Article]) -> Subject:
    """What a story is about, by its headline and by its first and last reports."""
    known = {article.id: article for article in articles}
    chosen = dict.fromkeys((story.headline, *story.articles[:LOOKED_AT], *story.articles[-LOOKED_AT:]))
    terms, names = _together([known[one] for one in chosen if one in known])
    first, last = story.first.timestamp(), story.last.timestamp()
    stretches = range(int(first // MONTH), int(last // MONTH) + 2)
    strongest = tuple(terms)[:KEYS] if story.kind is StoryKind.HAPPENING else ()
    return Subject(
        story.id,
        len(story.articles),
        first,
        last,
        terms,
        names,
        tuple(f"{of} {term}" for term in strongest for of in stretches),
    )


def subject_keys(draft: Subject) -> Iterable[str]:
    """What a story and its sequel share: their strongest terms, in months that lie next to each other."""
    return draft.keys


def follows(one: Subject, other: Subject) -> Follows | None:
    """Whether the later of two stories goes on with the matter of the earlier."""
    earlier, later = sorted((one, other), key=lambda draft: (draft.first, draft.story))
    if later.first - earlier.first < LATER or later.last <= earlier.last or max(one.reports, other.reports) < FEWEST:
        return None
    if one.names.isdisjoint(other.names):
        return None
    score = likeness(one.terms, other.terms)
    if score < FOLLOWS:
        return None
    evidence = in_words(shared(one.terms, other.terms)[:SHOWN])
    return Follows(
        id=digest("follows", later.story, earlier.story),
        story=later.story,
        earlier=earlier.story,
        score=round(score, 4),
        evidence=evidence,
    )


def saga(story: str, links: Iterable[Follows], stories: Mapping[str, Story]) -> tuple[Story, ...]:
    """The chain that a story is part of, in order: before each the story it goes on from best, after it what goes on."""
    before: dict[str, list[Follows]] = defaultdict(list)
    after: dict[str, list[Follows]] = defaultdict(list)
    for link in links:
        if link.story in stories and link.earlier in stories:
            before[link.story].append(link)
            after[link.earlier].append(link)
    if story not in stories:
        return ()
    chain = [story]
    while rows := before[chain[0]]:
        chain.insert(0, max(rows, key=lambda link: (link.score, link.id)).earlier)
    while rows := after[chain[-1]]:
        chain.append(max(rows, key=lambda link: (link.score, link.id)).story)
    return tuple(stories[one] for one in chain)


def _together(articles: Iterable[Article]) -> tuple[dict[str, float], frozenset[str]]:
    """The terms of several articles as one vector of length one, strongest first, and which are names."""
    summed: dict[str, float] = defaultdict(float)
    named: set[str] = set()
    for article in articles:
        terms, names = terms_in(article.title, article.text[:LEAD])
        named |= names
        for term, weight in terms.items():
            summed[term] += weight
    best = sorted(summed.items(), key=lambda pair: (-pair[1], pair[0]))[:TERMS]
    length = math.sqrt(math.fsum(weight * weight for _, weight in best)) or 1.0
    return {term: weight / length for term, weight in best}, frozenset(named.intersection(term for term, _ in best))
