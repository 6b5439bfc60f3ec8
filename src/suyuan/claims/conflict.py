"""How two claims on one question stand to each other."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime

from suyuan.claims.keys import Draft
from suyuan.claims.slots import PROGRESS
from suyuan.records import RelationType

TOLLS = frozenset({"死亡人数", "受伤人数", "失联人数", "获救人数"})
_UPDATE = re.compile(r"更新|升至|增至|上升到|增加到|上升至|增加至|更正|修正|最新|改为|调整为|再次|重新发布|已达|累计")


@dataclass(frozen=True, slots=True)
class Side:
    """One claim, as far as its standing to another goes."""

    claim: str
    drafts: tuple[Draft, ...]
    first: datetime | None
    words: str
    speakers: frozenset[str]


def relate(one: Side, other: Side) -> tuple[RelationType, str, str, str] | None:
    """Type, the claim that acts, the claim that is acted on, and why; None where nothing certain can be said."""
    early, late = (one, other) if _order(one) <= _order(other) else (other, one)
    for side, against in ((one, other), (other, one)):
        if _fate(side) == PROGRESS["死亡"] > _fate(against) > 0:
            return RelationType.SUPERSEDES, side.claim, against.claim, "what became of them is known later"
    if _denies(one) != _denies(other):
        side, against = (one, other) if _denies(one) else (other, one)
        return RelationType.DENIES, side.claim, against.claim, "the same proposition is denied"
    for kind in sorted(_kinds(early) & _kinds(late)):
        before, after = _values(early, kind), _values(late, kind)
        if set(before) & set(after):
            continue
        if kind in TOLLS and max(after) > max(before) and early.first != late.first:
            return RelationType.SUPERSEDES, late.claim, early.claim, f"{kind}: {max(before):g} → {max(after):g}"
        if _UPDATE.search(late.words) and early.first != late.first:
            return RelationType.SUPERSEDES, late.claim, early.claim, f"{kind} brought up to date"
        return RelationType.CONTRADICTS, early.claim, late.claim, f"{kind}: {min(before):g} ≠ {min(after):g}"
    return RelationType.CONTRADICTS, early.claim, late.claim, "another answer to the same question"


def _order(side: Side) -> tuple[str, str]:
    return (side.first.isoformat() if side.first else "9", side.claim)


def _fate(side: Side) -> int:
    return max((PROGRESS.get(name, 0) for draft in side.drafts for name in draft.answers), default=0)


def _denies(side: Side) -> bool:
    return 2 * sum(not draft.polarity or draft.is_negative for draft in side.drafts) > len(side.drafts)


def _kinds(side: Side) -> set[str]:
    return {kind for draft in side.drafts for kind in draft.amounts}


def _values(side: Side, kind: str) -> list[float]:
    return sorted({value for draft in side.drafts for value, _ in draft.amounts.get(kind, ())})
