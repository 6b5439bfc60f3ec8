"""Whether one of two articles took text over from the other, which, and what proves it.

Copying is judged on narration: speech and documents that both quote are no copy.
"""

from __future__ import annotations

import numpy as np

from suyuan.records import COPY, Direction, Passage, Reprint, ReprintKind, digest
from suyuan.reprints.align import Common, at_most, common, passages
from suyuan.reprints.credit import Sources, Weight
from suyuan.reprints.direction import OPEN, direct
from suyuan.reprints.keys import Draft
from suyuan.reprints.sides import Side, are_one_house, is_document, share_of, side_of

# A text of fewer shingles is a line.
LINE = 24
# Under this share of either text nothing is said of a pair: names and set phrases reach it by chance.
LEAST = 0.15
# … unless a passage of this many shingles was lifted whole into a long text.
LIFTED = 100
# Nearly half of one text's own words makes a copy, a little less where a credit says so as well.
NEARLY_HALF = 0.45
CREDITED = 0.40
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
# Less is a set phrase, a title or a name: 发布2025年业绩预告。报告显示，预计.
PHRASE = 20


def trace(one: Draft, other: Draft) -> Reprint | None:
    """The link of two articles, or None; the order of the two does not matter."""
    if one.article == other.article:
        return None
    least = _least(one, other)
    if _says_too_little(one, other) or at_most(one, other) < least:
        return None
    first, second = (one, other) if one.article < other.article else (other, one)
    shared = common(first, second)
    if len(shared.here) < least:
        return None
    a, b = side_of(first, second, shared), side_of(second, first, shared.turned())
    kind = ReprintKind.REVISION if _is_one_page(a, b) else _kind(a, b, shared)
    if kind is None:
        return None
    copy, original, direction, evidence = direct(a, b, kind)
    return Reprint(
        id=digest("reprint", first.article, second.article),
        copy=copy.draft.article,
        original=original.draft.article,
        kind=_how(copy, original, direction) if kind in COPY else kind,
        direction=direction,
        coverage=round(share_of(copy), 3),
        covered=round(share_of(original), 3),
        passages=passages(copy.draft, original.draft, shared if copy is a else shared.turned()),
        is_credited=original.draft.sources.outlet in copy.draft.sources.others,
        evidence=evidence,
    )


def _least(one: Draft, other: Draft) -> float:
    """How many shingles two drafts share at the least where something may be said of them."""
    few = min(len(one.different), len(other.different))
    if not are_one_house(one, other):
        return min(LIFTED, max(1, LEAST * few))
    return max(1, (SAME_PAGE if _is_one_address(one, other) else CREDITED) * few)


def _says_too_little(one: Draft, other: Draft) -> bool:
    """A line under a video or a quiz is the same every day: only its headline says whether it is the same today."""
    return min(len(one.zones), len(other.zones)) < LINE and one.title != other.title


def _is_one_address(one: Draft, other: Draft) -> bool:
    return bool(one.address) and one.address == other.address and one.sources.outlet == other.sources.outlet


def _is_one_page(a: Side, b: Side) -> bool:
    """One address of one outlet, read twice; a feed that gives its front page for every item shares no text."""
    return _is_one_address(a.draft, b.draft) and max(a.whole, b.whole) >= SAME_PAGE


def _kind(a: Side, b: Side, shared: Common) -> ReprintKind | None:
    """COPY as one class is told by VERBATIM; what sort of copy it is depends on the direction."""
    if not _is_on_subject(a, b):
        return None
    if min(a.whole, b.whole) >= WHOLE:
        return ReprintKind.VERBATIM
    if _is_from(a, b) or _is_from(b, a):
        return ReprintKind.VERBATIM
    enough = CREDITED if _are_credited(a.draft, b.draft) else NEARLY_HALF
    is_house = are_one_house(a.draft, b.draft)
    if any(_is_copied(side, enough) and (not is_house or _is_led(side)) for side in (a, b)):
        return ReprintKind.VERBATIM
    if is_house or (max(a.whole, b.whole) < LEAST and int(a.taken.sum()) < LIFTED):
        return None
    runs = passages(a.draft, b.draft, shared)
    if max((run.copy.end - run.copy.start for run in runs), default=0) < PHRASE:
        return None
    told = max(side.narration * side.told / max(1, int(np.count_nonzero(side.taken))) for side in (a, b))
    if told <= 0.5:
        return ReprintKind.QUOTED
    if min(a.narration, b.narration) >= RETOLD and _is_in_pieces(runs):
        return ReprintKind.REWRITTEN
    return ReprintKind.BACKGROUND


def _is_copied(side: Side, enough: float) -> bool:
    if is_document(side) or side.narration < enough or side.whole < CREDITED:
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
    long, short = len(copy.draft.zones), len(original.draft.zones)
    if direction in OPEN:
        # Neither is the other's copy: the longer one is an extension only where it is much longer.
        return ReprintKind.EXTENDED if max(long, short) >= MUCH_LONGER * min(long, short) else ReprintKind.ABRIDGED
    return ReprintKind.EXTENDED if long > short else ReprintKind.ABRIDGED


def _is_put_together(copy: Sources, original: Sources) -> bool:
    """It says of parts of its text that they are this newsroom's, and of other parts that they are another's."""
    whose = {credit.newsroom for credit in copy.credits if credit.weight >= Weight.BYLINE} - {copy.outlet}
    return len(whose) > 1 and original.outlet in whose
