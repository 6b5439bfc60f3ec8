"""Where the same words stand in two articles: passages, exact on both sides."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from suyuan.records import Passage, Span
from suyuan.reprints.keys import SIZE, Draft

# Shorter common runs are names and set phrases.
SHORTEST = 12


@dataclass(frozen=True, slots=True)
class Common:
    """The shingles that two drafts share: one by one, which of its different shingles it is `here`, and which `there`."""

    here: NDArray[np.intp]
    there: NDArray[np.intp]

    def turned(self) -> Common:
        """The same seen from the other draft."""
        return Common(self.there, self.here)


def common(one: Draft, other: Draft) -> Common:
    """What two drafts share."""
    if len(one.different) > len(other.different):
        return common(other, one).turned()
    at = other.different.searchsorted(one.different)
    here = np.flatnonzero(_found(one, other, at))
    return Common(here, at[here])


def count(one: Draft, other: Draft) -> int:
    """How many shingles two drafts share: most that meet share a set phrase, and need not be looked at further."""
    few, many = (one, other) if len(one.different) <= len(other.different) else (other, one)
    return int(np.count_nonzero(_found(few, many, many.different.searchsorted(few.different))))


def _found(few: Draft, many: Draft, at: NDArray[np.intp]) -> NDArray[np.bool_]:
    if not len(few.different):
        return np.zeros(0, dtype=np.bool_)
    found: NDArray[np.bool_] = many.different.take(at, mode="clip") == few.different
    return found


def taken(draft: Draft, shared: Common) -> NDArray[np.bool_]:
    """Which shingles of a draft stand in the other as well, repeated ones in every place."""
    mask = np.zeros(len(draft.different), dtype=np.bool_)
    mask[shared.here] = True
    return mask[draft.ranks]


def passages(copy: Draft, original: Draft, shared: Common) -> tuple[Passage, ...]:
    """The common runs of two drafts in the order of the copy; a run of the copy is used once."""
    found: list[Passage] = []
    places = _places(original, shared)
    ours = _as_there(copy, shared)
    done, follows = 0, -1
    for position in np.flatnonzero(ours >= 0).tolist():
        if position < done:
            continue
        starts = places[int(ours[position])]
        # The longest run is the passage; of equal ones, that which goes on where the one before ended.
        length, _, start = max(
            (_run(ours[position:], original.ranks[start:]), start == follows, -start) for start in starts
        )
        start = -start
        if length + SIZE - 1 >= SHORTEST:
            found.append(Passage(copy=_span(copy, position, length), original=_span(original, start, length)))
        done, follows = position + length, start + length
    return tuple(found)


# A phrase that a text repeats more often is judged by its first places: a refrain, or one word a million times.
MOST_PLACES = 8


def _as_there(copy: Draft, shared: Common) -> NDArray[np.intp]:
    """Each shingle of the copy by its number in the original, -1 where it does not stand there."""
    numbers = np.full(len(copy.different), -1, dtype=np.intp)
    numbers[shared.here] = shared.there
    return numbers[copy.ranks]


def _places(original: Draft, shared: Common) -> dict[int, list[int]]:
    """Where in the original each shared shingle stands."""
    places = dict(zip(shared.there.tolist(), ([place] for place in original.first[shared.there].tolist()), strict=True))
    for place in np.flatnonzero(original.first[original.ranks] != np.arange(len(original.ranks))).tolist():
        known = places.get(int(original.ranks[place]))
        if known is not None and len(known) <= MOST_PLACES:
            known.append(place)
    return places


def _run(ours: NDArray[np.intp], theirs: NDArray[np.int32]) -> int:
    """How many shingles agree from the first on, looked at in steps that grow: most runs are short, some are whole texts."""
    most = min(len(ours), len(theirs))
    length, step = 0, 64
    while length < most:
        differ = ours[length : min(most, length + step)] != theirs[length : min(most, length + step)]
        if differ.any():
            return length + int(differ.argmax())
        length, step = length + step, 2 * step
    return most


def _span(draft: Draft, shingle: int, count: int) -> Span:
    return Span(start=int(draft.places[shingle]), end=int(draft.ends[shingle + count + SIZE - 2]))
