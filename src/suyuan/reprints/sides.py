"""One of two drafts with how much of it stands in the other, weighed by whose words they are."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from suyuan.reprints.align import Common, taken
from suyuan.reprints.credit import TOLD
from suyuan.reprints.keys import Draft

# What copying each zone's words counts for. Speech is often told to one newsroom alone, so taking it over
# is half a copy; a document is everybody's.
WEIGHTS = np.array([1.0, 0.5, 0.0, 0.0])
TOLD_TO_IT = np.array([1.0, 1.0, 0.0, 0.0])
# With fewer own words than this, or a smaller share, a text is a document with a frame.
FRAME = 60
FRAME_SHARE = 0.4


@dataclass(frozen=True, slots=True)
class Side:
    """One of two drafts with how much of it stands in the other."""

    draft: Draft
    taken: NDArray[np.bool_]
    whole: float  # share of all its shingles
    told: float  # weight of its own words
    narration: float  # share of them


def side_of(draft: Draft, other: Draft, shared: Common) -> Side:
    """How much of a draft stands in another."""
    mask = taken(draft, shared)
    worth = TOLD_TO_IT if _was_told_to(draft, other) else WEIGHTS
    weights = worth[draft.zones]
    # One article runs a notice without a word, the other says whose it is: then it is a notice in both.
    here, there = draft.first[shared.here], other.first[shared.there]
    weights[here] = np.minimum(weights[here], worth[other.zones[there]])
    told = float(weights.sum())
    return Side(
        draft=draft,
        taken=mask,
        whole=int(np.count_nonzero(mask)) / max(1, len(mask)),
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


def is_document(side: Side) -> bool:
    """Whether all that it says of its own is a frame, or a line."""
    return side.told < FRAME or is_frame(side)


def is_frame(side: Side) -> bool:
    """Whether most of it is a document or speech."""
    return side.told < FRAME_SHARE * len(side.draft.zones)


def share_of(side: Side) -> float:
    """The share of it that stands in the other: of its own words where it has any."""
    return side.whole if is_document(side) else side.narration


def are_one_house(one: Draft, other: Draft) -> bool:
    """Whether one newsroom wrote both; a portal is none."""
    return one.sources.is_house and other.sources.is_house and one.sources.outlet == other.sources.outlet
