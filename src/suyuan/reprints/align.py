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
    done, follows = 0, -1
    for position in np.flatnonzero(taken(copy, shared)).tolist():
        if position < done:
            continue
        # Where the run before ended is the likeliest place, if the shingle stands there too.
        is_next = 0 <= follows < len(original.hashes) and original.hashes[follows] == copy.hashes[position]
        start = follows if is_next else original.first[int(copy.hashes[position])]
        length = _run(copy, original, position, start)
        if length + SIZE - 1 >= SHORTEST:
            found.append(Passage(copy=_span(copy, position, length), original=_span(original, start, length)))
        done, follows = position + length, start + length
    return tuple(found)


def _run(copy: Draft, original: Draft, position: int, start: int) -> int:
    most = min(len(copy.hashes) - position, len(original.hashes) - start)
    differ = copy.hashes[position : position + most] != original.hashes[start : start + most]
    return int(np.argmax(differ)) if differ.any() else most


def _span(draft: Draft, shingle: int, count: int) -> Span:
    return Span(start=int(draft.places[shingle]), end=int(draft.places[shingle + count + SIZE - 2]) + 1)
