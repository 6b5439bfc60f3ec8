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
    """The shingles that two drafts share: place by place, `here` in the one and `there` in the other."""

    here: NDArray[np.int64]
    there: NDArray[np.int64]

    def turned(self) -> Common:
        """The same seen from the other draft."""
        return Common(self.there, self.here)


def common(one: Draft, other: Draft) -> Common:
    """What two drafts share, by the first place of each shingle in each."""
    hashes = one.first.keys() & other.first.keys()
    here = np.fromiter(map(one.first.__getitem__, hashes), dtype=np.int64, count=len(hashes))
    there = np.fromiter(map(other.first.__getitem__, hashes), dtype=np.int64, count=len(hashes))
    return Common(here, there)


def taken(draft: Draft, shared: Common) -> NDArray[np.bool_]:
    """Which shingles of a draft stand in the other as well, repeated ones in every place."""
    mask = np.zeros(len(draft.hashes), dtype=np.bool_)
    mask[shared.here] = True
    mask[draft.again] = mask[draft.again_of]
    return mask


def passages(copy: Draft, original: Draft, shared: Common) -> tuple[Passage, ...]:
    """The common runs of two drafts in the order of the copy; a run of the copy is used once."""
    found: list[Passage] = []
    others = _other_places(original)
    done, follows = 0, -1
    for position in np.flatnonzero(taken(copy, shared)).tolist():
        if position < done:
            continue
        one = int(copy.hashes[position])
        starts = [original.first[one], *others.get(one, ())]
        # The longest run is the passage; of equal ones, that which goes on where the one before ended.
        length, _, start = max((_run(copy, original, position, start), start == follows, -start) for start in starts)
        start = -start
        if length + SIZE - 1 >= SHORTEST:
            found.append(Passage(copy=_span(copy, position, length), original=_span(original, start, length)))
        done, follows = position + length, start + length
    return tuple(found)


# A phrase that a text repeats more often is judged by its first places: a refrain, or one word a million times.
MOST_PLACES = 8


def _other_places(draft: Draft) -> dict[int, list[int]]:
    places: dict[int, list[int]] = {}
    for place in draft.again.tolist():
        others = places.setdefault(int(draft.hashes[place]), [])
        if len(others) < MOST_PLACES:
            others.append(place)
    return places


def _run(copy: Draft, original: Draft, position: int, start: int) -> int:
    """How many shingles agree from here on, looked at in steps that grow: most runs are short, some are whole texts."""
    length, step = 0, 64
    while True:
        ours = copy.hashes[position + length : position + length + step]
        theirs = original.hashes[start + length : start + length + step]
        count = min(len(ours), len(theirs))
        differ = ours[:count] != theirs[:count]
        if differ.any():
            return length + int(differ.argmax())
        if count < step:
            return length + count
        length, step = length + step, 2 * step


def _span(draft: Draft, shingle: int, count: int) -> Span:
    return Span(start=int(draft.places[shingle]), end=int(draft.ends[shingle + count + SIZE - 2]))
