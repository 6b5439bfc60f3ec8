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

    here: NDArray[np.int32]
    there: NDArray[np.int32]

    def turned(self) -> Common:
        """The same seen from the other draft."""
        return Common(self.there, self.here)


def common(one: Draft, other: Draft) -> Common:
    """What two drafts share, by the first place of each shingle in each."""
    if len(one.first) > len(other.first):
        return common(other, one).turned()
    ours, theirs = one.hashes[one.first], other.hashes[other.first]
    if not len(ours):
        return Common(one.first, one.first)
    at = np.minimum(np.searchsorted(theirs, ours), len(theirs) - 1)
    is_shared = theirs[at] == ours
    return Common(one.first[is_shared], other.first[at[is_shared]])


def taken(draft: Draft, shared: Common) -> NDArray[np.bool_]:
    """Which shingles of a draft stand in the other as well, repeated ones in every place."""
    mask = np.zeros(len(draft.hashes), dtype=np.bool_)
    mask[shared.here] = True
    mask[draft.again] = mask[draft.again_of]
    return mask


def passages(copy: Draft, original: Draft, shared: Common) -> tuple[Passage, ...]:
    """The common runs of two drafts in the order of the copy; a run of the copy is used once."""
    found: list[Passage] = []
    places = _places(copy, original, shared)
    done, follows = 0, -1
    for position in np.flatnonzero(taken(copy, shared)).tolist():
        if position < done:
            continue
        starts = places[int(copy.hashes[position])]
        # The longest run is the passage; of equal ones, that which goes on where the one before ended.
        length, _, start = max((_run(copy, original, position, start), start == follows, -start) for start in starts)
        start = -start
        if length + SIZE - 1 >= SHORTEST:
            found.append(Passage(copy=_span(copy, position, length), original=_span(original, start, length)))
        done, follows = position + length, start + length
    return tuple(found)


# A phrase that a text repeats more often is judged by its first places: a refrain, or one word a million times.
MOST_PLACES = 8


def _places(copy: Draft, original: Draft, shared: Common) -> dict[int, list[int]]:
    """Where in the original each shared shingle stands."""
    hashes = copy.hashes[shared.here].tolist()
    places = {one: [place] for one, place in zip(hashes, shared.there.tolist(), strict=True)}
    for place in original.again.tolist():
        known = places.get(int(original.hashes[place]))
        if known is not None and len(known) <= MOST_PLACES:
            known.append(place)
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
