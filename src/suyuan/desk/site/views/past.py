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
    Removal,
    Reprint,
    Revision,
    SameClaim,
    Statement,
    Story,
)
from suyuan.text.answers import Reader

ABOUT: tuple[type[Record], ...] = (Statement, Citation, Reprint, Origin, Revision, Correction, Removal)
MOST = 1500  # assertions that are weighed again for one page: a second's work


@dataclass(frozen=True, slots=True, kw_only=True)
class Past:
    """The moment that is shown; `hidden` reports came later. `is_early`: nothing was known yet at the one asked for."""

    at: datetime
    hidden: int
    is_early: bool
    is_weighed: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What was known of a story at a moment."""

    past: Past
    articles: tuple[Article, ...]
    claims: tuple[tuple[Claim, Corroboration], ...]


def known(
    store: Store, story: Story, moment: datetime, outlets: Directory, claims_reader: Reader | None = None
) -> Known | None:
    """A story as known at a moment, or at the first moment when anything was; None where its articles are gone."""
    told = story_articles(store, story.articles)
    if not told:
        return None
    before = store.articles(story.superseded)
    first = min(one.first_seen for one in (*told, *before))
    at = max(moment, first)
    read = {one.id for one in told if one.first_seen <= at}
    then = read | {one.id for one in before if one.first_seen <= at}
    seen = story_articles(store, (one for one in sorted(then) if one in read or _was_read(store, one, then)))
    is_weighed = len(store.about(Assertion, (*story.articles, *story.superseded))) <= MOST
    past = Past(at=at, hidden=len(told) - len(read), is_early=moment < first, is_weighed=is_weighed)
    return Known(
        past=past, articles=seen, claims=_weighed(store, story, at, outlets, claims_reader) if is_weighed else ()
    )


def _was_read(store: Store, article: str, then: set[str]) -> bool:
    """Whether an earlier version was the one to read, because what took its place had not been seen yet."""
    return all(one.article not in then for one in store.about(Revision, (article,)) if one.earlier == article)


def _weighed(
    store: Store, story: Story, at: datetime, outlets: Directory, claims_reader: Reader | None
) -> tuple[tuple[Claim, Corroboration], ...]:
    ids = (*story.articles, *story.superseded)
    of_all = store.about(Assertion, ids)
    records: tuple[Record, ...] = (
        story,
        *store.articles(ids),
        *of_all,
        *_links(store, of_all),
        *(one for kind in ABOUT for one in store.about(kind, ids)),
    )
    made = known_at(at, records, outlets=outlets, claims_reader=claims_reader)
    grounds = {one.claim: one for one in made if isinstance(one, Corroboration)}
    return tuple((one, grounds[one.id]) for one in made if isinstance(one, Claim) and one.id in grounds)


def _links(store: Store, asserted: Sequence[Assertion]) -> Iterator[SameClaim]:
    ids = {link for one in asserted for link in store.links_of("match", one.id).values()}
    for each in sorted(ids):
        if (link := store.get(SameClaim, each)) is not None:
            yield link
