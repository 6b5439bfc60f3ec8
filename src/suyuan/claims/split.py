"""The claims in a group of linked assertions: average linkage, best first, and no claim ever holds two answers.

First what the links say is one, then groups that are near in all their passages: there a link is only a ground to
look, and what counts is how near every passage of the one is to every passage of the other. Last, what only words hold
together that are not near enough for who says them and where goes apart.
"""

from __future__ import annotations

import heapq
from collections import Counter
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import combinations, product

from suyuan.claims.agreement import surely
from suyuan.claims.keys import Amounts, Draft, are_apart, are_two
from suyuan.claims.pair import equal, measures, pair
from suyuan.claims.parties import who
from suyuan.claims.same_claim import BY_HAND, BY_LETTERS
from suyuan.claims.second_reader import SecondReading
from suyuan.claims.slots import TELLING
from suyuan.records import Assertion, ClaimLink, SameClaim

# Mean score over all pairs of two groups, unlinked pairs as 0. Lower chains: a passage that tells two things joins both.
TOGETHER = 0.30
# Mean nearness over all pairs of two groups. Below .5 groups join that tell two things of one event.
NEAR_TOGETHER = 0.52
# Nearness at which two people of two articles say one thing. Of forty such claims of five days of news hardly one was one.
VOICES = 0.7
# Nearness of two articles that agree on no figure. Below it four of five such claims of five days of news were of two things.
ALIKE = 0.55
ACTS = 0.75  # where the one tells another act than the other
# Nearness at which an article says a thing again, and the share of the wording, its own and somebody else's. Of seventy claims
# of five days of news that only near words of one article held together fifty were of two things.
AGAIN = 0.8
RESTATED = 0.55
QUOTED = 0.4
# What a second reader is asked about: nearness of the nearest passages of two groups, how many of a group are compared,
# and how many other groups one is held against.
ASKED = 0.45  # of a thousand pairs that were asked about one in twenty below it is one claim, and one in three above
PASSAGES = 6
NEIGHBOURS = 4


@dataclass(slots=True)
class _Group:
    """What one claim holds so far, and its standing to the others: summed scores, and whom it may never join."""

    members: list[int]
    fate: int
    stances: frozenset[bool]
    told_of: frozenset[str]
    held: dict[str, Amounts]
    near: dict[int, float] = field(default_factory=dict)
    apart: set[int] = field(default_factory=set)


Groups = dict[int, _Group]
"""The groups by the place of their first member."""


def split(
    members: tuple[Assertion, ...],
    links: tuple[SameClaim, ...],
    drafts: dict[str, Draft],
    reading: SecondReading | None = None,
) -> list[list[Assertion]]:
    """The members by claim, in their order."""
    in_order = [drafts[one.id] for one in members]
    groups = {
        place: _Group([place], draft.fate, _stances(draft), draft.told_of, draft.amounts)
        for place, draft in enumerate(in_order)
    }
    place_of = {one.id: place for place, one in enumerate(members)}
    alike: list[tuple[int, int]] = []
    for link in links:
        a, b = place_of[link.a], place_of[link.b]
        if link.link != ClaimLink.SAME:
            groups[a].apart.add(b)
            groups[b].apart.add(a)
            continue
        alike.append((a, b))
        if BY_LETTERS not in link.evidence:
            groups[a].near[b] = groups[b].near[a] = link.score
    by_hand: set[int] = set()
    for link in links:
        if link.link == ClaimLink.SAME and BY_HAND in link.evidence:
            _join_by_hand(groups, place_of[link.a], place_of[link.b])
            by_hand |= {place_of[link.a], place_of[link.b]}
    _gather(groups, TOGETHER)
    _look_again(groups, alike, in_order)
    _gather(groups, NEAR_TOGETHER, in_order)
    agreed = {frozenset(pair) for pair in combinations(sorted(by_hand), 2)}
    agreed |= _confer(groups, in_order, reading) if reading else set()
    parts = [part for group in groups.values() for part in _held_together(sorted(group.members), in_order, agreed)]
    return [[members[place] for place in part] for part in sorted(parts)]


def _confer(groups: Groups, drafts: list[Draft], reading: SecondReading) -> set[frozenset[int]]:
    """Join what the second reader takes for the same, the nearest first; gives the pairs that it was asked about and agreed to."""
    agreed: set[frozenset[int]] = set()
    home = {place: first for first, group in groups.items() for place in group.members}
    for one, other in _may_be_same(groups, drafts):
        a, b = sorted((home[one], home[other]))
        if a == b or not _may_join(groups[a], groups[b], b):
            continue
        again = _another_pair(groups[a].members, groups[b].members, (one, other), drafts)
        if all(reading.verdict(drafts[x].id, drafts[y].id).is_same for x, y in ((one, other), *again)):
            agreed |= {frozenset((one, other)), *(frozenset(pair) for pair in again)}
            for place in groups[b].members:
                home[place] = a
            _join(groups, a, b)
    return agreed


def _another_pair(
    mine: list[int], theirs: list[int], but: tuple[int, int], drafts: list[Draft]
) -> list[tuple[int, int]]:
    """The nearest pair of other passages of two groups: one pair may be near by what else it tells."""
    pairs = [
        (pair(drafts[x], drafts[y]).likeness, x, y)
        for x, y in product(mine[:PASSAGES], theirs[:PASSAGES])
        if (x not in but or len(mine) == 1) and (y not in but or len(theirs) == 1) and (x, y) != but
    ]
    return [(x, y) for _, x, y in [max(pairs)]] if pairs else []


def _may_be_same(groups: Groups, drafts: list[Draft]) -> list[tuple[int, int]]:
    """Of every two groups the two passages that are nearest, where they are near at all: the nearest first."""
    found: dict[tuple[int, int], tuple[float, int, int]] = {}
    for (a, one), (b, other) in combinations(groups.items(), 2):
        if b in one.apart or not _may_join(one, other, b):
            continue
        pairs = product(one.members[:PASSAGES], other.members[:PASSAGES])
        near, mine, theirs = max((pair(drafts[mine], drafts[theirs]).likeness, mine, theirs) for mine, theirs in pairs)
        if near >= ASKED:
            found[a, b] = (near, mine, theirs)
    asked: Counter[int] = Counter()
    out = []
    for (a, b), (_, mine, theirs) in sorted(found.items(), key=lambda row: (-row[1][0], row[0])):
        if asked[a] < NEIGHBOURS or asked[b] < NEIGHBOURS:
            asked.update((a, b))
            out.append((mine, theirs))
    return out


def _held_together(group: list[int], drafts: list[Draft], agreed: set[frozenset[int]]) -> list[list[int]]:
    """The parts of a group that are each held together by more than words which two different things may share."""
    parts: list[list[int]] = []
    for place in group:
        touched = [
            part
            for part in parts
            if any(frozenset((place, one)) in agreed or _may_be_one(drafts[place], drafts[one]) for one in part)
        ]
        parts = [part for part in parts if part not in touched]
        parts.append([one for part in touched for one in part] + [place])
    return [sorted(part) for part in parts]


def _may_be_one(one: Draft, other: Draft) -> bool:
    """Whether near words are enough: hardly within one article, whose sentences are all about one thing, or for two people."""
    both = pair(one, other)
    if surely(both):
        return True
    near, is_one_voice = both.likeness, one.speaker == other.speaker
    if one.article == other.article:
        return near >= AGAIN and both.wording >= (RESTATED if is_one_voice else QUOTED)
    if not is_one_voice and _is_person(one.speaker) and _is_person(other.speaker):
        return near >= VOICES
    if both.telling:
        return True
    return near >= (ACTS if are_apart(one.verbs, other.verbs) else ALIKE)


@lru_cache(maxsize=4096)
def _is_person(speaker: str) -> bool:
    return bool(speaker) and bool(who(speaker, "", "").person)


def _gather(groups: Groups, together: float, drafts: list[Draft] | None = None) -> None:
    """Join what is near enough on the mean, the nearest first; with drafts what has no sum yet is compared."""
    queue = [(-_mean(groups, a, b), a, b) for a, group in groups.items() for b in group.near if a < b]
    heapq.heapify(queue)
    while queue:
        mean, a, b = heapq.heappop(queue)
        if -mean < together:
            break
        if a in groups and b in groups and -mean == _mean(groups, a, b) and _may_join(groups[a], groups[b], b):
            if drafts is not None:
                if _measures_differ(groups[a], groups[b], drafts):
                    continue
                _compare(groups, a, b, drafts)
            _join(groups, a, b)
            for other in groups[a].near:
                heapq.heappush(queue, (-_mean(groups, a, other), min(a, other), max(a, other)))


def _look_again(groups: Groups, alike: list[tuple[int, int]], drafts: list[Draft]) -> None:
    """The nearness of every two groups that any link joins, summed over all their passages."""
    home = {place: first for first, group in groups.items() for place in group.members}
    for group in groups.values():
        group.near = {}
    for one, other in alike:
        a, b = home[one], home[other]
        if a != b and b not in groups[a].near:
            groups[a].near[b] = groups[b].near[a] = _summed(groups[a], groups[b], drafts)


def _compare(groups: Groups, a: int, b: int, drafts: list[Draft]) -> None:
    """What only one of two groups about to be joined was compared with is compared with the other, too."""
    one, other = groups[a], groups[b]
    for place in sorted((one.near.keys() ^ other.near.keys()) - {a, b}):
        lacking, by = (one, a) if place not in one.near else (other, b)
        lacking.near[place] = groups[place].near[by] = _summed(lacking, groups[place], drafts)


def _summed(one: _Group, other: _Group, drafts: list[Draft]) -> float:
    return sum(pair(drafts[mine], drafts[theirs]).likeness for mine, theirs in product(one.members, other.members))


def _join_by_hand(groups: Groups, a: int, b: int) -> None:
    """What an owner says is one claim is one, whatever its values."""
    first, second = (next(place for place, group in groups.items() if one in group.members) for one in (a, b))
    if first != second:
        _join(groups, min(first, second), max(first, second))


def _stances(draft: Draft) -> frozenset[bool]:
    """Whether a passage takes something back or asserts it; nothing where it only holds a negation."""
    return frozenset({draft.refuses}) if draft.refuses or not draft.denied else frozenset()


def _mean(groups: Groups, a: int, b: int) -> float:
    one, other = groups[a], groups[b]
    return one.near.get(b, 0.0) / (len(one.members) * len(other.members))


def _measures_differ(one: _Group, other: _Group, drafts: list[Draft]) -> bool:
    """从5楼坠落, 疑似ET7: each group measures or names what the other says nothing of."""
    mine, theirs = ({kind for place in group.members for kind in measures(drafts[place])} for group in (one, other))
    return are_apart(mine, theirs)


def _may_join(one: _Group, other: _Group, place: int) -> bool:
    if place in one.apart:
        return False
    if one.fate and other.fate and one.fate != other.fate:
        return False
    if len(one.stances | other.stances) > 1 or are_two(one.told_of, other.told_of):
        return False
    return all(
        any(equal(kind, a, b) for a in one.held[kind] for b in other.held[kind])
        for kind in one.held.keys() & other.held.keys() & TELLING
    )


def _join(groups: Groups, a: int, b: int) -> None:
    """Take group b into group a; both are among the groups, and every other group learns of it."""
    one, other = groups[a], groups.pop(b)
    one.members += other.members
    one.fate = max(one.fate, other.fate)
    one.stances |= other.stances
    one.told_of |= other.told_of
    kinds = one.held.keys() | other.held.keys()
    one.held = {kind: tuple({*one.held.get(kind, ()), *other.held.get(kind, ())}) for kind in kinds}
    for place in other.apart:
        groups[place].apart.discard(b)
        groups[place].apart.add(a)
        one.apart.add(place)
    for place, score in other.near.items():
        groups[place].near.pop(b, None)
        if place != a:
            one.near[place] = groups[place].near[a] = one.near.get(place, 0.0) + score
    one.near.pop(b, None)
