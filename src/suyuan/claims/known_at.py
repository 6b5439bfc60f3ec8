"""What was known at an earlier moment: the same folds over what had been seen by then."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import datetime
from typing import TypeVar

from suyuan.claims.weigh import weigh
from suyuan.outlets import Directory
from suyuan.records import (
    Article,
    Assertion,
    Change,
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

R = TypeVar("R", bound=Record)
Group = TypeVar("Group", Origin, Story)


def known_at(
    moment: datetime, records: Iterable[Record], *, outlets: Directory, claims_reader: Reader | None = None
) -> tuple[Claim | Corroboration | Change, ...]:
    """The claims of a story as they stood at a moment; `records` are all those about its articles.

    An owner's corrections hold for the past as well: they say what was so, not when it was found out.
    """
    given = tuple(records)
    articles = tuple(one for one in _of(Article, given) if one.first_seen <= moment)
    seen = {one.id for one in articles}
    members = tuple(one for one in _of(Assertion, given) if one.article in seen)
    ids = {one.id for one in members}
    return weigh(
        members,
        tuple(one for one in _of(SameClaim, given) if {one.a, one.b} <= ids),
        articles,
        tuple(one for one in _of(Statement, given) if one.article in seen),
        tuple(one for one in _of(Citation, given) if one.article in seen),
        tuple(one for one in _of(Reprint, given) if {one.copy, one.original} <= seen),
        tuple(_seen_of(one, seen) for one in _of(Origin, given) if seen & set(one.articles)),
        tuple(_seen_of(one, seen) for one in _of(Story, given) if seen & set(one.articles)),
        tuple(one for one in _of(Revision, given) if {one.article, one.earlier} <= seen),
        tuple(_of(Correction, given)),
        tuple(one for one in _of(Removal, given) if one.at <= moment),
        outlets=outlets,
        claims_reader=claims_reader,
    )


def _of(kind: type[R], records: tuple[Record, ...]) -> Iterator[R]:
    return (one for one in records if isinstance(one, kind))


def _seen_of(one: Group, seen: set[str]) -> Group:
    return replace(one, articles=tuple(article for article in one.articles if article in seen))
