"""Whether one of two articles took text over from the other, which, and what proves it.

Copying is judged on narration: speech and documents that both quote are no copy. The direction is decided
by what the texts say (a credit, a dateline left standing) before what the clocks say, and is left open
rather than guessed: on a portal the earlier stamp is as often the copy's as the original's.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

import numpy as np
from numpy.typing import NDArray

from suyuan.records import COPY, Direction, Passage, Reprint, ReprintKind, digest
from suyuan.reprints.align import Common, common, passages, taken
from suyuan.reprints.credit import TOLD, Credit, Sources, Weight
from suyuan.reprints.keys import Draft

# A text of fewer shingles is a line.
LINE = 24
# Under this share of either text nothing is said of a pair: names and set phrases reach it by chance.
LEAST = 0.15
# … unless a passage of this many shingles was lifted whole into a long text.
LIFTED = 100
# What copying each zone's words counts for. Speech is often told to one newsroom alone, so taking it over
# is half a copy; a document is everybody's.
WEIGHTS = np.array([1.0, 0.5, 0.0, 0.0])
TOLD_TO_IT = np.array([1.0, 1.0, 0.0, 0.0])
# Nearly half of one text's own words makes a copy, a little less where a credit says so as well.
NEARLY_HALF = 0.45
CREDITED = 0.40
# With fewer own words than this, or a smaller share, a text is a document with a frame.
FRAME = 60
FRAME_SHARE = 0.4
# Two texts that are the same from end to end are copies even where all of it is a document.
WHOLE = 0.75
# One sentence is soon half of a line of news.
SENTENCES = 50
# Of a headline of so many pairs of letters, at least one in 25 stands in what was copied: of lists beside an article
# 0 to 0.03 was measured, of copies 0.05 and more. A long text that is the same from end to end may bear any headline.
SHORTEST_HEADLINE = 6
NAMED = 0.04
ALL, LONG = 0.85, 150
# As much of a text that credits it as a whole.
FROM = 0.6
# Both sides.
VERBATIM = 0.8
MUCH_LONGER = 1.5
# As much of one version of a page stays in the next.
SAME_PAGE = 0.3
# A house repeats its own background under every new report: its copy of itself begins as the first one began.
LEAD = 40
LEAD_TAKEN = 0.4
# The same report told again: a good part of both, in pieces shorter than a sentence.
RETOLD = 0.25
PIECE = 40
# Less is a set phrase, a title or a name: 发布2025年业绩预告。报告显示，预计. A house has longer ones.
PHRASE = 20
OPEN = (Direction.COMMON, Direction.UNDETERMINED)
# The letters before and after a credit that it surely speaks for.
BESIDE = 30
# Clocks of two sites differ, and pages are stamped when edited.
TIE = timedelta(minutes=10)
# News is copied within days: a stamp much later is that of a crawl, or of an archive.
FAR = timedelta(days=30)


@dataclass(frozen=True, slots=True)
class Side:
    """One of two drafts with how much of it stands in the other."""

    draft: Draft
    taken: NDArray[np.bool_]
    whole: float  # share of all its shingles
    told: float  # weight of its own words
    narration: float  # share of them


def trace(one: Draft, other: Draft) -> Reprint | None:
    """The link of two articles, or None; the order of the two does not matter."""
    if one.article == other.article:
        return None
    first, second = sorted((one, other), key=lambda draft: draft.article)
    shared = common(first, second)
    if not _is_worth_a_look(first, second, len(shared.here)) or _says_too_little(first, second):
        return None
    a, b = _side(first, second, shared), _side(second, first, shared.turned())
    runs = passages(first, second, shared)
    kind = ReprintKind.REVISION if _is_one_page(a, b) else _kind(a, b, runs)
    if kind is None:
        return None
    copy, original, direction, evidence = _direction(a, b, kind)
    return Reprint(
        id=digest("reprint", first.article, second.article),
        copy=copy.draft.article,
        original=original.draft.article,
        kind=_how(copy, original, direction) if kind in COPY else kind,
        direction=direction,
        coverage=round(_share(copy), 3),
        covered=round(_share(original), 3),
        passages=runs if copy is a else passages(second, first, shared.turned()),
        is_credited=original.draft.sources.outlet in copy.draft.sources.others,
        evidence=evidence,
    )


def _is_worth_a_look(one: Draft, other: Draft, shared: int) -> bool:
    return shared >= LIFTED or (shared > 0 and shared >= LEAST * min(len(one.first), len(other.first)))


def _says_too_little(one: Draft, other: Draft) -> bool:
    """A line under a video or a quiz is the same every day: only its headline says whether it is the same today."""
    return min(len(one.hashes), len(other.hashes)) < LINE and one.title != other.title


def _side(draft: Draft, other: Draft, shared: Common) -> Side:
    mask = taken(draft, shared)
    worth = TOLD_TO_IT if _was_told_to(draft, other) else WEIGHTS
    weights = worth[draft.zones]
    # One article runs a notice without a word, the other says whose it is: then it is a notice in both.
    weights[shared.here] = np.minimum(weights[shared.here], worth[other.zones[shared.there]])
    told = float(weights.sum())
    return Side(
        draft=draft,
        taken=mask,
        whole=float(mask.mean()),
        told=told,
        narration=float(weights[mask].sum()) / told if told else 0.0,
    )


def _was_told_to(one: Draft, other: Draft) -> bool:
    """One of two says that somebody told it to the other's newsroom: then those words are that newsroom's own."""
    return any(
        credit.how == TOLD and credit.newsroom == publisher.sources.outlet != draft.sources.outlet
        for draft, publisher in ((one, other), (other, one))
        for credit in draft.sources.credits
    )


def _is_one_page(a: Side, b: Side) -> bool:
    """One address of one outlet, read twice; a feed that gives its front page for every item shares no text."""
    if not a.draft.address or a.draft.address != b.draft.address:
        return False
    return a.draft.sources.outlet == b.draft.sources.outlet and max(a.whole, b.whole) >= SAME_PAGE


def _is_document(side: Side) -> bool:
    return side.told < FRAME or _is_frame(side)


def _is_frame(side: Side) -> bool:
    return side.told < FRAME_SHARE * len(side.draft.hashes)


def _share(side: Side) -> float:
    return side.whole if _is_document(side) else side.narration


def _kind(a: Side, b: Side, runs: tuple[Passage, ...]) -> ReprintKind | None:
    """COPY as one class is told by VERBATIM; what sort of copy it is depends on the direction."""
    if not _is_on_subject(a, b):
        return None
    if min(a.whole, b.whole) >= WHOLE:
        return ReprintKind.VERBATIM
    if _is_from(a, b) or _is_from(b, a):
        return ReprintKind.VERBATIM
    enough = CREDITED if _are_credited(a.draft, b.draft) else NEARLY_HALF
    is_house = _are_one_house(a.draft, b.draft)
    if any(_is_copied(side, enough) and (not is_house or _is_led(side)) for side in (a, b)):
        return ReprintKind.VERBATIM
    if max(a.whole, b.whole) < LEAST and int(a.taken.sum()) < LIFTED:
        return None
    if max((run.copy.end - run.copy.start for run in runs), default=0) < (PIECE if is_house else PHRASE):
        return None
    told = max(side.narration * side.told / max(1, int(np.count_nonzero(side.taken))) for side in (a, b))
    if told <= 0.5:
        return ReprintKind.QUOTED
    if min(a.narration, b.narration) >= RETOLD and _is_in_pieces(runs):
        return ReprintKind.REWRITTEN
    return ReprintKind.BACKGROUND


def _is_copied(side: Side, enough: float) -> bool:
    if _is_document(side) or side.narration < enough or side.whole < CREDITED:
        return False
    return side.narration >= WHOLE or side.narration * side.told >= SENTENCES


def _is_on_subject(a: Side, b: Side) -> bool:
    """What a copy took is what one of the two headlines tells of; lists beside an article tell of everything else."""
    if a.draft.title == b.draft.title or min(a.draft.headline.count, b.draft.headline.count) < SHORTEST_HEADLINE:
        return True
    is_all = min(a.whole, b.whole) >= ALL and int(a.taken.sum()) >= LONG
    return is_all or max(_named(a), _named(b)) >= NAMED


def _named(side: Side) -> float:
    """The share of the headline that stands in what is shared."""
    headline = side.draft.headline
    near = np.minimum(headline.places, len(side.taken) - 1)
    return len(np.unique(headline.pairs[side.taken[near]])) / headline.count


def _is_from(side: Side, other: Side) -> bool:
    """Its credit line says that all of it is that newsroom's, and most of it is found there: notices and speech as well."""
    if side.whole < FROM or side.draft.sources.outlet == other.draft.sources.outlet:
        return False
    return any(
        credit.weight is Weight.LINE and credit.is_alone and credit.newsroom == other.draft.sources.outlet
        for credit in side.draft.sources.credits
    )


def _are_one_house(one: Draft, other: Draft) -> bool:
    return one.sources.is_house and other.sources.is_house and one.sources.outlet == other.sources.outlet


def _is_led(side: Side) -> bool:
    return float(side.taken[:LEAD].mean()) >= LEAD_TAKEN


def _is_in_pieces(runs: tuple[Passage, ...]) -> bool:
    return len(runs) >= 3 and sum(run.copy.end - run.copy.start for run in runs) < PIECE * len(runs)


def _are_credited(one: Draft, other: Draft) -> bool:
    """One of two names the other's newsroom, or both name the same."""
    credited = one.sources.others & other.sources.others
    return bool(credited) or one.sources.outlet in other.sources.others or other.sources.outlet in one.sources.others


def _how(copy: Side, original: Side, direction: Direction) -> ReprintKind:
    if min(copy.whole, original.whole) >= VERBATIM:
        return ReprintKind.VERBATIM
    if direction not in OPEN and copy.whole < WHOLE and _is_put_together(copy.draft.sources, original.draft.sources):
        return ReprintKind.MERGED
    long, short = len(copy.draft.hashes), len(original.draft.hashes)
    if direction in OPEN:
        # Neither is the other's copy: the longer one is an extension only where it is much longer.
        return ReprintKind.EXTENDED if max(long, short) >= MUCH_LONGER * min(long, short) else ReprintKind.ABRIDGED
    return ReprintKind.EXTENDED if long > short else ReprintKind.ABRIDGED


def _is_put_together(copy: Sources, original: Sources) -> bool:
    """It says of parts of its text that they are this newsroom's, and of other parts that they are another's."""
    whose = {credit.newsroom for credit in copy.credits if credit.weight >= Weight.BYLINE} - {copy.outlet}
    return len(whose) > 1 and original.outlet in whose


Decided = tuple[Direction, tuple[str, ...]]
Verdict = tuple[Side, Side, Direction, tuple[str, ...]]


def _direction(a: Side, b: Side, kind: ReprintKind) -> Verdict:
    later, earlier = _in_time(a, b)
    if kind is ReprintKind.REVISION or _are_one_house(a.draft, b.draft):
        return later, earlier, *_within(later, earlier, kind)
    by_a, by_b = _names(a, b), _names(b, a)
    if by_a and (by_b is None or by_a.weight > by_b.weight):
        return a, b, _by_credit(by_a), (f"credits {by_a.name}",)
    if by_b and (by_a is None or by_b.weight > by_a.weight):
        return b, a, _by_credit(by_b), (f"credits {by_b.name}",)
    took = _took_signed(later.draft, earlier.draft)
    if kind is ReprintKind.QUOTED or (_is_frame(a) and _is_frame(b) and not took):
        return later, earlier, Direction.COMMON, ("document",)
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
        return Direction.COMMON, ("both sign it",)
    if later.is_told and earlier.is_told:
        return Direction.COMMON, ("document",)
    is_doubtful = later.sources.is_signed or later.sources.is_composite or later.is_told or earlier.is_told
    if is_doubtful or _leans(earlier) or not _is_after(later, earlier, TIE):
        return Direction.UNDETERMINED, ()
    return Direction.TIME, ("later",)


def _took_signed(later: Draft, earlier: Draft) -> bool:
    """A portal has no reporters who could have been told the same as those who sign the earlier text."""
    return earlier.sources.is_signed and not later.sources.is_house and _is_after(later, earlier, TIE)


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
    return tie + earlier.slack < later.published - earlier.published < FAR
