"""What one address said at different times: its versions, and what went and came between two of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from suyuan.desk.site.views.parts import Line, line
from suyuan.desk.store import Store
from suyuan.records import Article, Revision, Span

SHOWN = 20  # versions of one address that are listed: a live page has hundreds
PASSAGES = 60  # of one comparison


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """One thing that the address said, when it was first seen, and the record that tells it from the one before."""

    line: Line
    seen: datetime
    is_this: bool
    change: str | None  # the id of a revision between this and an earlier version


@dataclass(frozen=True, slots=True, kw_only=True)
class Versions:
    """What the address of an article said, oldest first; `newer` is the one to read, where this is not it."""

    count: int
    shown: tuple[Version, ...]
    newer: Version | None


def versions(store: Store, found: Article) -> Versions | None:
    """The versions of an article's address; None where there is only the one."""
    revisions = store.about(Revision, (found.id,))
    if not revisions:
        return None
    known = {found.id: found} | {one.id: one for one in store.articles(_others(found, revisions))}
    newer = {one.article for one in revisions if one.earlier == found.id} & known.keys()
    changes = {one.article if one.earlier == found.id else one.earlier: one.id for one in revisions}
    in_order = sorted(known.values(), key=lambda one: (one.first_seen, one.id))
    shown = tuple(
        Version(line=line(one), seen=one.first_seen, is_this=one.id == found.id, change=changes.get(one.id))
        for one in in_order[-SHOWN:]
    )
    return Versions(
        count=len(known),
        shown=shown,
        newer=next((one for one in reversed(shown) if one.line.id in newer), None),
    )


def _others(found: Article, revisions: Sequence[Revision]) -> tuple[str, ...]:
    return tuple(sorted({one.earlier if one.article == found.id else one.article for one in revisions} - {found.id}))


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """What went from an address and what came, in whole sentences."""

    now: Line
    before: Line
    seen: datetime
    headlines: tuple[str, str] | None  # before and now, where they differ
    removed: tuple[str, ...]
    added: tuple[str, ...]
    more: int  # passages that are not shown
    is_extract: bool


def difference(store: Store, revision: Revision) -> Difference | None:
    """The two versions of a revision side by side; None where one of them was forgotten."""
    now, before = store.get(Article, revision.article), store.get(Article, revision.earlier)
    if now is None or before is None:
        return None
    removed, added = _words(before, revision.removed), _words(now, revision.added)
    return Difference(
        now=line(now),
        before=line(before),
        seen=revision.at,
        headlines=(before.title, now.title) if before.title != now.title else None,
        removed=removed[:PASSAGES],
        added=added[:PASSAGES],
        more=len(removed[PASSAGES:]) + len(added[PASSAGES:]),
        is_extract=revision.is_extract,
    )


def _words(article: Article, spans: Sequence[Span]) -> tuple[str, ...]:
    return tuple(article.text[one.start : one.end] for one in spans)
