"""What the comparison of two articles looks at, and by which keys articles find each other.

The draft of an article holds the hashed runs of its letters (shingles) with their place and zone. Keys are
its winnowed shingles (Schleimer, Wilkerson, Aiken 2003): of every window of neighbours the least, so that
two articles with a common run of `WINDOW + SIZE - 1` letters surely share one.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cache

import numpy as np
from numpy.typing import NDArray

from suyuan.outlets import Directory
from suyuan.records import Article, Citation, Precision
from suyuan.reprints.credit import Sources, sources
from suyuan.reprints.zones import Zone, zones
from suyuan.text import fold

SIZE = 8
WINDOW = 12
# One shared key is a set phrase as often as a passage.
AT_LEAST = 2
# A key that more articles hold is boilerplate. A notice may stand on 800 pages, and its reprints must still
# find each other: without links every one of them would count as an origin.
HOT = 1000
# A text of a book's length would hold a hundred thousand keys; its keys are thinned to one in 8.
MOST_KEYS = 5000
THIN = np.uint64(8)

# A date without an hour is as often taken from the text as from the clock: it orders nothing.
SLACK = {Precision.SECOND: timedelta(0), Precision.MINUTE: timedelta(minutes=1), Precision.HOUR: timedelta(hours=1)}

_PRIME = np.uint64(0x9E3779B97F4A7C15)
_MIX = np.uint64(0xBF58476D1CE4E5B9)


@dataclass(frozen=True, slots=True, eq=False)
class Draft:
    """What is compared of one article.

    `places[i]` is where in the text the i-th letter stands, `first` the first place of each shingle;
    `again` are the places of shingles that stood before, at `again_of`.
    """

    article: str
    places: NDArray[np.int64]
    hashes: NDArray[np.uint64]
    first: dict[int, int]
    again: NDArray[np.int64]
    again_of: NDArray[np.int64]
    zones: NDArray[np.uint8]  # of the middle letter of each shingle
    sources: Sources
    published: datetime | None
    slack: timedelta | None  # how much later it may have been; None where only the day is known


def prepare(article: Article, citations: tuple[Citation, ...], *, outlets: Directory) -> Draft:
    """What the comparison of two articles looks at, made once per article."""
    folded = fold(article.text)
    marks = zones(article, folded)
    codes = np.frombuffer(folded.encode("utf-32-le", "surrogatepass"), dtype=np.uint32)
    is_kept = _is_letter()[codes] & (marks != Zone.FURNITURE)
    places = np.flatnonzero(is_kept)
    hashes = _hashes(codes[is_kept])
    first, again = _first(hashes.tolist())
    middles = marks[places[SIZE // 2 : SIZE // 2 + len(hashes)]]
    return Draft(
        article=article.id,
        places=places,
        hashes=hashes,
        first=first,
        again=np.array(again, dtype=np.int64),
        again_of=np.array([first[int(hashes[place])] for place in again], dtype=np.int64),
        zones=middles,
        sources=sources(article, folded, citations, outlets=outlets),
        published=article.published,
        slack=SLACK.get(article.precision),
    )


def keys(draft: Draft) -> Iterable[int]:
    """The winnowed shingles: an even sample that two texts with a common passage draw alike."""
    hashes = draft.hashes
    if len(hashes) == 0:
        return ()
    if len(hashes) <= WINDOW:
        return hashes.min(keepdims=True).view(np.int64).tolist()  # type: ignore[no-any-return]
    least = np.unique(np.lib.stride_tricks.sliding_window_view(hashes, WINDOW).min(axis=1))
    if len(least) > MOST_KEYS:
        least = least[least % THIN == 0]
    # Stores keep keys as signed 64-bit integers.
    return least.view(np.int64).tolist()  # type: ignore[no-any-return]


def _first(hashes: list[int]) -> tuple[dict[int, int], list[int]]:
    """The first place of each hash, and the places of all that stood before."""
    first = dict(zip(reversed(hashes), range(len(hashes) - 1, -1, -1), strict=True))
    again = [] if len(first) == len(hashes) else [place for place, one in enumerate(hashes) if first[one] != place]
    return first, again


def _hashes(codes: NDArray[np.uint32]) -> NDArray[np.uint64]:
    count = len(codes) - SIZE + 1
    if count <= 0:
        return np.zeros(0, dtype=np.uint64)
    wide = codes.astype(np.uint64)
    hashes = np.zeros(count, dtype=np.uint64)
    for offset in range(SIZE):
        hashes = hashes * _PRIME + wide[offset : offset + count]
    # Least hashes are drawn as keys; without mixing the high bits would favour the same few characters.
    hashes = (hashes ^ (hashes >> np.uint64(31))) * _MIX
    return hashes ^ (hashes >> np.uint64(29))


@cache
def _is_letter() -> NDArray[np.bool_]:
    return np.fromiter((chr(code).isalnum() for code in range(0x110000)), dtype=np.bool_, count=0x110000)
