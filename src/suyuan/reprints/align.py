"""Where the same words stand in two articles: passages, exact on both sides."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
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


def at_most(one: Draft, other: Draft) -> int:
    """A bound on how many shingles two drafts share, told by their bits alone: most that meet share a set phrase."""
    few = one if len(one.different) <= len(other.different) else other
    doubled = len(few.different) - few.bits.bit_count()
    return (one.bits & other.bits).bit_count() + doubled


def common(one: Draft, other: Draft) -> Common:
    """What two drafts share."""
    if len(one.different) > len(other.different):
        return common(other, one).turned()
    at = other.different.searchsorted(one.different)
    here = np.flatnonzero(other.different.take(at, mode="clip") == one.different) if len(other.different) else at[:0]
    return Common(here, at[here])


def taken(draft: Draft, shared: Common) -> NDArray[np.bool_]:
    """Which shingles of a draft stand in the other as well, repeated ones in every place."""
    mask = np.zeros(len(draft.different), dtype=np.bool_)
    mask[shared.here] = True
    return mask[draft.ranks]


def passages(copy: Draft, original: Draft, shared: Common) -> tuple[Passage, ...]:
    """The common runs of two drafts in the order of the copy; a run of the copy is used once."""
    ours = _as_there(copy, shared)
    again = _again(original, shared)
    runs = _chosen(ours, original, again) if len(again) else _runs(ours, original)
    return tuple(
        Passage(copy=_span(copy, here, length), original=_span(original, there, length))
        for here, there, length in runs
        if length + SIZE - 1 >= SHORTEST
    )


def _as_there(copy: Draft, shared: Common) -> NDArray[np.intp]:
    """Each shingle of the copy by its number in the original, -1 where it does not stand there."""
    numbers = np.full(len(copy.different), -1, dtype=np.intp)
    numbers[shared.here] = shared.there
    return numbers[copy.ranks]


def _again(original: Draft, shared: Common) -> NDArray[np.intp]:
    """Where in the original a shared shingle stands that stood before."""
    if len(original.ranks) == len(original.different):
        return np.zeros(0, dtype=np.intp)
    is_shared = np.zeros(len(original.different), dtype=np.bool_)
    is_shared[shared.there] = True
    is_again = original.first[original.ranks] != np.arange(len(original.ranks))
    return np.flatnonzero(is_again & is_shared[original.ranks])


Run = tuple[int, int, int]
"""Where a run of shingles begins in the copy and in the original, and how long it is."""


def _runs(ours: NDArray[np.intp], original: Draft) -> Iterable[Run]:
    """The runs where each shingle has one place in the original."""
    here = np.flatnonzero(ours >= 0)
    there = original.first[ours[here]]
    breaks = np.flatnonzero((np.diff(here) != 1) | (np.diff(there) != 1)) + 1
    starts = np.concatenate(([0], breaks))[: len(here)]
    lengths = np.diff(starts, append=len(here))
    return zip(here[starts].tolist(), there[starts].tolist(), lengths.tolist(), strict=True)


# A phrase that a text repeats more often is judged by its first places: a refrain, or one word a million times.
MOST_PLACES = 8


def _chosen(ours: NDArray[np.intp], original: Draft, again: NDArray[np.intp]) -> Iterator[Run]:
    """The runs where a shingle may have several places: the longest is the passage; of equal ones, that which goes on where the one before ended."""
    places: dict[int, list[int]] = {}
    for place in again.tolist():
        shingle = int(original.ranks[place])
        known = places.setdefault(shingle, [int(original.first[shingle])])
        if len(known) <= MOST_PLACES:
            known.append(place)
    done, follows = 0, -1
    for position in np.flatnonzero(ours >= 0).tolist():
        if position < done:
            continue
        shingle = int(ours[position])
        starts = places.get(shingle) or [int(original.first[shingle])]
        length, _, start = max(
            (_run(ours[position:], original.ranks[start:]), start == follows, -start) for start in starts
        )
        yield position, -start, length
        done, follows = position + length, -start + length


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
