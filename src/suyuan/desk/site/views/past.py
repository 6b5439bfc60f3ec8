"""A story as the desk knew it at an earlier moment: what had been seen by then, weighed again."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from suyuan.claims import known_at
from suyuan.desk.site.views.parts import story_articles
from suyuan.desk.store import Store
from suyuan.outlets import Directory
from suyuan.records import (
    Article,
    Assertion,
    Citation,
    Claim,
    Correction,
    Corroboration,
    Origin,
    Record,
    Reprint,
    Revision,
    SameClaim,
    Statement,
    Story,
)

ABOUT: tuple[type[Record], ...] = (Statement, Citation, Reprint, Origin, Revision, Correction)
MOST = 1500  # assertions that are weighed again for one page: a second's work


@dataclass(frozen=True, slots=True, kw_only=True)
class Past:
    """The moment that is shown; `hidden` reports came later. `is_early`: nothing was known yet at the moment asked for."""

    at: datetime
    asked: datetime
    hidden: int
    is_early: bool
    is_weighed: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What was known of a story at a moment."""

    past: Past
    articles: tuple[Article, ...]
    claims: tuple[tuple[Claim, Corroboration], ...]


def known(store: Store, story: Story, moment: datetime, outlets: Directory) -> Known | None:
    """A story as known at a moment, or at the first moment when anything was; None where its articles are gone."""
    told = story_articles(store, story.articles)
    if not told:
        return None
    first = min(one.first_seen for one in told)
    at = max(moment, first)
    seen = tuple(one for one in told if one.first_seen <= at)
    asserted = store.about(Assertion, (one.id for one in seen))
    is_weighed = len(asserted) <= MOST
    past = Past(at=at, asked=moment, hidden=len(told) - len(seen), is_early=moment < first, is_weighed=is_weighed)
    return Known(past=past, articles=seen, claims=_weighed(store, story, at, asserted, outlets) if is_weighed else ())


def _weighed(
    store: Store, story: Story, at: datetime, asserted: Sequence[Assertion], outlets: Directory
) -> tuple[tuple[Claim, Corroboration], ...]:
    ids = (*story.articles, *story.superseded)
    # What versions that are not told any more asserted is part of what was known.
    of_all = (*asserted, *(one for one in store.about(Assertion, story.superseded) if one not in asserted))
    records: tuple[Record, ...] = (
        story,
        *store.articles(ids),
        *of_all,
        *_links(store, of_all),
        *(one for kind in ABOUT for one in store.about(kind, ids)),
    )
    made = known_at(at, records, outlets=outlets)
    grounds = {one.claim: one for one in made if isinstance(one, Corroboration)}
    return tuple((one, grounds[one.id]) for one in made if isinstance(one, Claim) and one.id in grounds)


def _links(store: Store, asserted: Sequence[Assertion]) -> Iterator[SameClaim]:
    ids = {link for one in asserted for link in store.links_of("match", one.id).values()}
    for each in sorted(ids):
        if (link := store.get(SameClaim, each)) is not None:
            yield link
