"""Where the same words stand in two articles: passages, exact on both sides."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from suyuan.records import Passage, Span
from suyuan.reprints.keys import SIZE, Draft

# Shorter common runs are names and set phrases.
SHORTEST = 12


def shared(draft: Draft, common: frozenset[int]) -> NDArray[np.bool_]:
    """Which shingles of a draft stand in the other as well."""
    if not common:
        return np.zeros(len(draft.hashes), dtype=np.bool_)
    return np.isin(draft.hashes, np.fromiter(common, dtype=np.uint64, count=len(common)))


def passages(copy: Draft, original: Draft, common: frozenset[int]) -> tuple[Passage, ...]:
    """The common runs of two drafts in the order of the copy; a run of the copy is used once."""
    where = _places(original, common)
    found: list[Passage] = []
    position, count = 0, len(copy.hashes)
    taken = shared(copy, common)
    while position < count:
        if not taken[position]:
            step = np.argmax(taken[position:])
            if step == 0:
                break
            position += int(step)
        start, length = _longest(copy, original, position, where[int(copy.hashes[position])])
        if length + SIZE - 1 >= SHORTEST:
            found.append(Passage(copy=_span(copy, position, length), original=_span(original, start, length)))
        position += length
    return tuple(found)


# A phrase that a text repeats more often is judged by its first places; a text of one word repeated is no news.
MOST_PLACES = 8


def _places(draft: Draft, common: frozenset[int]) -> dict[int, list[int]]:
    where: dict[int, list[int]] = {}
    for place in np.flatnonzero(shared(draft, common)).tolist():
        places = where.setdefault(int(draft.hashes[place]), [])
        if len(places) < MOST_PLACES:
            places.append(place)
    return where


def _longest(copy: Draft, original: Draft, position: int, starts: list[int]) -> tuple[int, int]:
    best, length = starts[0], 0
    for start in starts:
        most = min(len(copy.hashes) - position, len(original.hashes) - start)
        differ = copy.hashes[position : position + most] != original.hashes[start : start + most]
        run = int(np.argmax(differ)) if differ.any() else most
        if run > length:
            best, length = start, run
    return best, length


def _span(draft: Draft, shingle: int, count: int) -> Span:
    return Span(start=int(draft.places[shingle]), end=int(draft.places[shingle + count + SIZE - 2]) + 1)
