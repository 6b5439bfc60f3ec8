"""What an outlet's newest reports add up to: facts, each with how many it was counted over, and no mark for trust."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from suyuan import reprints, stories
from suyuan.claims import OutletFacts, outlet_facts
from suyuan.desk.site.views.parts import Line, headlines_beside, line
from suyuan.desk.store import Store
from suyuan.outlets import Directory
from suyuan.records import Article, Assertion, Change, Claim, Corroboration, ListKind, Reprint
from suyuan.reprints import Habits
from suyuan.stories import ListGrade

COUNTED = 100  # of its newest reports
CLAIMS = 300  # that those reports carry: each brings all reports that carry it, too
GRADED = 30  # pages whose own lists are looked at


@dataclass(frozen=True, slots=True, kw_only=True)
class Lists:
    """What the lists of one kind on its pages are worth, over all pages looked at."""

    list: ListKind
    pages: int
    rows: int
    related: int
    duplicates: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What an outlet's newest reports added up to at a moment."""

    at: datetime
    habits: Habits
    claims: OutletFacts | None
    lists: tuple[Lists, ...]
    contradicted: tuple[Line, ...]  # labelled 原创, and taken from an earlier text
    doubtful: tuple[Line, ...]


def facts(store: Store, name: str, outlets: Directory, *, now: datetime) -> Facts:
    """The facts of an outlet as of now."""
    own = store.latest(COUNTED, outlet=name)
    known = {one.id: one for one in own}
    links = store.about(Reprint, known)
    ends = {end for one in links for end in (one.copy, one.original)} - known.keys()
    # What a newsroom runs again, or another of its outlets, was not taken over.
    newsroom = outlets.newsroom(name)
    others = [one for one in store.articles(sorted(ends)) if not one.outlet or outlets.newsroom(one.outlet) != newsroom]
    abroad = {one.id for one in others} | known.keys()
    habits = reprints.habits(own, others, tuple(one for one in links if {one.copy, one.original} <= abroad))
    return Facts(
        at=now,
        habits=habits,
        claims=_claims(store, name, own, outlets),
        lists=_lists(store, own),
        contradicted=tuple(line(known[one.article]) for one in habits.contradicted),
        doubtful=tuple(line(known[one.article]) for one in habits.doubtful),
    )


def _claims(store: Store, name: str, own: Sequence[Article], outlets: Directory) -> OutletFacts | None:
    ids = [one.id for one in own]
    carried = sorted(store.about(Claim, ids), key=lambda one: one.id)[:CLAIMS]
    grounds = {one.claim: one for one in store.about(Corroboration, ids)}
    chosen = {one.id for one in carried}
    found = outlet_facts(
        [(one, grounds[one.id]) for one in carried if one.id in grounds],
        store.articles(dict.fromkeys(article for one in carried for article in one.articles)),
        store.about(Assertion, ids),
        [one for one in store.about(Change, ids) if one.claim in chosen],
        outlets=outlets,
    )
    newsroom = outlets.newsroom(name)
    return next((one for one in found if one.newsroom == newsroom), None)


def _lists(store: Store, own: Sequence[Article]) -> tuple[Lists, ...]:
    by_kind: dict[ListKind, list[ListGrade]] = defaultdict(list)
    for one in [each for each in own if each.lists][:GRADED]:
        for grade in stories.grade(one, headlines_beside(store, one)):
            by_kind[grade.list].append(grade)
    return tuple(
        Lists(
            list=kind,
            pages=len(grades),
            rows=sum(one.rows for one in grades),
            related=sum(one.related for one in grades),
            duplicates=sum(one.duplicates for one in grades),
        )
        for kind, grades in sorted(by_kind.items())
    )
