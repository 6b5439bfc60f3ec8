"""What an outlet's claims add up to: facts with their n, and no mark for trust."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from suyuan.outlets import Directory
from suyuan.records import (
    Article,
    Assertion,
    Change,
    ChangeKind,
    Claim,
    Corroboration,
    RelationType,
)


@dataclass(frozen=True, slots=True)
class Share:
    """So many of so many."""

    count: int = 0
    of: int = 0


@dataclass(frozen=True, slots=True)
class OutletFacts:
    """What the claims that one newsroom carried came to.

    `first` of the claims that others carried too, it was the first to; `numbers` of its claims with a number were
    later superseded; `denied` of its claims were denied; `corrected` of its claims it took back and said so,
    `edited` it took back and did not.
    """

    newsroom: str
    first: Share
    numbers: Share
    denied: Share
    corrected: Share
    edited: Share


def outlet_facts(
    claims: Iterable[tuple[Claim, Corroboration]],
    articles: Iterable[Article],
    assertions: Iterable[Assertion],
    changes: Iterable[Change],
    *,
    outlets: Directory,
) -> tuple[OutletFacts, ...]:
    """The facts of every newsroom that carried a claim, the busiest first."""
    by_article = {one.id: one for one in articles}
    by_assertion = {one.id: one for one in assertions}
    taken_back = _taken_back(changes, by_article, outlets)
    counts: dict[str, _Counts] = defaultdict(_Counts)
    for claim, ground in claims:
        carriers = _carriers(claim, by_article, outlets)
        is_number = any(by_assertion[one].number is not None for one in claim.assertions if one in by_assertion)
        against = {relation.type for relation in ground.relations if not relation.is_active}
        for place, newsroom in enumerate(carriers):
            count = counts[newsroom]
            count.claims += 1
            count.shared += len(carriers) > 1
            count.first += len(carriers) > 1 and place == 0
            count.numbers += is_number
            count.superseded += is_number and RelationType.SUPERSEDES in against
            count.denied += RelationType.DENIES in against
            count.corrected += newsroom in taken_back[claim.id, ChangeKind.CORRECTED]
            count.edited += newsroom in taken_back[claim.id, ChangeKind.EDITED]
    made = [_facts(newsroom, count) for newsroom, count in counts.items()]
    return tuple(sorted(made, key=lambda one: (-one.denied.of, one.newsroom)))


@dataclass(slots=True)
class _Counts:
    """What is counted of one newsroom."""

    claims: int = 0
    shared: int = 0
    first: int = 0
    numbers: int = 0
    superseded: int = 0
    denied: int = 0
    corrected: int = 0
    edited: int = 0


def _facts(newsroom: str, count: _Counts) -> OutletFacts:
    return OutletFacts(
        newsroom=newsroom,
        first=Share(count.first, count.shared),
        numbers=Share(count.superseded, count.numbers),
        denied=Share(count.denied, count.claims),
        corrected=Share(count.corrected, count.claims),
        edited=Share(count.edited, count.claims),
    )


def _carriers(claim: Claim, articles: dict[str, Article], outlets: Directory) -> list[str]:
    """The newsrooms that carried a claim, in the order in which they were the first to."""
    known = [articles[one] for one in claim.articles if one in articles]
    in_order = sorted(known, key=lambda one: (one.published or one.first_seen, one.id))
    return list(dict.fromkeys(name for one in in_order if (name := outlets.newsroom(one.outlet))))


def _taken_back(
    changes: Iterable[Change], articles: dict[str, Article], outlets: Directory
) -> dict[tuple[str, ChangeKind], set[str | None]]:
    """The newsrooms that took a claim back themselves, by claim and by whether they said so."""
    found: dict[tuple[str, ChangeKind], set[str | None]] = defaultdict(set)
    for change in changes:
        if change.kind in (ChangeKind.CORRECTED, ChangeKind.EDITED):
            by = {outlets.newsroom(articles[one].outlet) for one in change.articles if one in articles}
            found[change.claim, change.kind] |= by
    return found
