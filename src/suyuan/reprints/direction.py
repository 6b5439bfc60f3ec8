"""Which of two articles that share text had it first, and what says so.

What the texts say (a credit, a dateline left standing) goes before what the clocks say, and it is left open
rather than guessed: on a portal the earlier stamp is as often the copy's as the original's.
"""

from __future__ import annotations

from datetime import timedelta

import numpy as np

from suyuan.records import COPY, Direction, ReprintKind
from suyuan.reprints.credit import Credit, Weight
from suyuan.reprints.keys import Draft
from suyuan.reprints.sides import Side, are_one_house, is_frame

OPEN = (Direction.COMMON, Direction.UNDETERMINED)
# The letters before and after a credit that it surely speaks for.
BESIDE = 30
# Clocks of two sites differ, and pages are stamped when edited.
TIE = timedelta(minutes=10)
# News is copied within days: a stamp much later is that of a crawl, or of an archive.
FAR = timedelta(days=30)

# Why two texts have a common source.
DOCUMENT = "document"
BOTH_SIGN = "both sign it"

Decided = tuple[Direction, tuple[str, ...]]
Verdict = tuple[Side, Side, Direction, tuple[str, ...]]


def direct(a: Side, b: Side, kind: ReprintKind) -> Verdict:
    """The copy, the original, what decided it, and the evidence in words."""
    later, earlier = _in_time(a, b)
    if kind is ReprintKind.REVISION or are_one_house(a.draft, b.draft):
        return later, earlier, *_within(later, earlier, kind)
    by_a, by_b = _names(a, b), _names(b, a)
    if by_a and (by_b is None or by_a.weight > by_b.weight):
        return a, b, _by_credit(by_a), (f"credits {by_a.name}",)
    if by_b and (by_a is None or by_b.weight > by_a.weight):
        return b, a, _by_credit(by_b), (f"credits {by_b.name}",)
    took = _took_signed(later.draft, earlier.draft)
    if kind is ReprintKind.QUOTED or (is_frame(a) and is_frame(b) and not took):
        return later, earlier, Direction.COMMON, (DOCUMENT,)
    if third := _third(a, b) or _third(b, a):
        return later, earlier, Direction.COMMON, (f"from {third.name}",)
    if kind not in COPY:
        # A passage or a tale retold may have come to both from elsewhere: the clock alone says nothing of them.
        return later, earlier, Direction.UNDETERMINED, ()
    return later, earlier, *_by_clock(later.draft, earlier.draft)


def _within(later: Side, earlier: Side, kind: ReprintKind) -> Decided:
    """A house need not credit itself, and its clock is one clock."""
    if (kind is ReprintKind.REVISION or kind in COPY) and _is_after(later.draft, earlier.draft, timedelta(0)):
        return Direction.TIME, ("one page",) if kind is ReprintKind.REVISION else ("later",)
    return Direction.UNDETERMINED, ()


def _by_clock(later: Draft, earlier: Draft) -> Decided:
    """What the clock says of two texts that credit nothing to each other: it speaks only where the later can be a copy."""
    if _took_signed(later, earlier):
        return Direction.TIME, ("later",)
    if later.sources.is_signed and earlier.sources.is_signed:
        # Two newsrooms that both put their reporters' names to the same words were handed them.
        return Direction.COMMON, (BOTH_SIGN,)
    if later.is_told and earlier.is_told:
        return Direction.COMMON, (DOCUMENT,)
    of = later.sources
    is_doubtful = of.is_signed or of.is_agency or of.is_composite or later.is_told or earlier.is_told
    if is_doubtful or _leans(earlier) or not _is_copied_after(later, earlier):
        return Direction.UNDETERMINED, ()
    return Direction.TIME, ("later",)


def _took_signed(later: Draft, earlier: Draft) -> bool:
    """A portal has no reporters who could have been told the same as those who sign the earlier text."""
    return earlier.sources.is_signed and not later.sources.is_house and _is_copied_after(later, earlier)


def _names(side: Side, other: Side) -> Credit | None:
    """Where one article names the other's publisher as where the words that they share are from."""
    outlet = other.draft.sources.outlet
    if outlet is None or outlet == side.draft.sources.outlet:
        return None
    credit = next((credit for credit in side.draft.sources.credits if credit.newsroom == outlet), None)
    if credit and credit.weight is Weight.PASSING and not _covers(credit, side):
        return None
    return credit


def _by_credit(credit: Credit) -> Direction:
    return Direction.DATELINE if credit.weight is Weight.BYLINE else Direction.CREDIT


def _third(side: Side, other: Side) -> Credit | None:
    """A newsroom that neither publishes for, to which one of the two credits the words that they share."""
    own = (side.draft.sources.outlet, other.draft.sources.outlet)
    named = [credit for credit in side.draft.sources.credits if credit.newsroom not in own and _covers(credit, side)]
    return min(named, key=lambda credit: (-credit.weight, credit.newsroom), default=None)


def _covers(credit: Credit, side: Side) -> bool:
    """A credit line for one newsroom speaks for the whole text, other credits for the words beside them."""
    if credit.end is None:
        return credit.is_alone
    near = np.searchsorted(side.draft.places, credit.end)
    beside = side.taken[max(0, near - BESIDE) : near + BESIDE]
    return bool(len(beside)) and float(beside.mean()) >= 0.3


def _leans(draft: Draft) -> bool:
    sources = draft.sources
    return any(credit.weight >= Weight.LEADING and credit.newsroom != sources.outlet for credit in sources.credits)


def _in_time(a: Side, b: Side) -> tuple[Side, Side]:
    """The later and the earlier of the two, by id where the clocks do not tell."""
    if a.draft.published and b.draft.published and a.draft.published != b.draft.published:
        return (a, b) if a.draft.published > b.draft.published else (b, a)
    return b, a


def _is_after(later: Draft, earlier: Draft, tie: timedelta) -> bool:
    if later.published is None or earlier.published is None or later.slack is None or earlier.slack is None:
        return False
    return later.published - earlier.published > tie + earlier.slack


def _is_copied_after(later: Draft, earlier: Draft) -> bool:
    return _is_after(later, earlier, TIE) and not _is_after(later, earlier, FAR)
