"""What the comparison of two articles looks at, and by which keys articles find each other.

The draft of an article holds the hashed runs of its letters (shingles) with their place and zone. A letter of
a script that writes no spaces says about as much as a word of one that does, so a word or a number counts as
one letter: eight Latin letters are a word that a thousand articles share. Keys are the winnowed shingles
(Schleimer, Wilkerson, Aiken 2003): of every window of neighbours the least, so that two articles with a common
run of `WINDOW + SIZE - 1` letters surely share one.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import cache

import numpy as np
from numpy.typing import NDArray

from suyuan.outlets import Directory
from suyuan.records import Article, Citation
from suyuan.reprints.clock import clock
from suyuan.reprints.credit import Sources, sources
from suyuan.reprints.zones import Zone, zones
from suyuan.text import address, fold
from suyuan.text import letters as plain

SIZE = 8
WINDOW = 12
# A line of news holds a dozen shingles, and must be found by more than one of them.
NARROW = 3
# One shared key is a set phrase as often as a passage.
AT_LEAST = 2
# Whose news it is stands in the first sentence or two.
LEAD = 40
# A key that more articles hold is boilerplate. A notice may stand on 800 pages, and its reprints must still
# find each other: without links every one of them would count as an origin.
HOT = 1000
# A text of a book's length would hold a hundred thousand keys; its keys are thinned to one in 8.
MOST_KEYS = 5000
THIN = np.uint64(8)
# Each shingle of a text sets one of so many bits: two texts of a thousand shingles and none in common have sixty by chance.
BITS = 14

# Scripts that write no spaces between words: Thai to Burmese, Khmer, kana and Chinese, with Hangul, whose syllables
# are as rare as characters.
UNSPACED = (
    (0x0E00, 0x1100),
    (0x1780, 0x1800),
    (0x2E80, 0xA000),
    (0xAC00, 0xD7B0),
    (0xF900, 0xFB00),
    (0x20000, 0x3FFFF),
)

_PRIME = np.uint64(0x9E3779B97F4A7C15)
_MIX = np.uint64(0xBF58476D1CE4E5B9)
# Letters of a word by their place in it: 1, p, p², …
_POWERS = np.array([pow(0xD6E8FEB86659FD93, place, 1 << 64) for place in range(64)], dtype=np.uint64)


@dataclass(frozen=True, slots=True, eq=False)
class Headline:
    """Where in the text the neighbouring letters of the headline stand: `pairs[i]`, of `count`, at `places[i]`."""

    count: int
    pairs: NDArray[np.int32]
    places: NDArray[np.int32]


@dataclass(frozen=True, slots=True, eq=False)
class Draft:
    """What is compared of one article.

    The i-th letter stands in the text from `places[i]` to `ends[i]`. `different` are the hashes of its shingles in
    order, each once; the i-th shingle of the text is `different[ranks[i]]`, and `first` are the places where each stands
    first. Arrays and no dictionary: a worker keeps thousands of drafts at hand.
    """

    article: str
    places: NDArray[np.int32]
    ends: NDArray[np.int32]
    different: NDArray[np.uint64]
    ranks: NDArray[np.int32]
    first: NDArray[np.int32]
    zones: NDArray[np.uint8]  # of the middle letter of each shingle
    is_told: bool  # its first words are a public body's: 记者从市公安局获悉
    title: str  # its letters
    headline: Headline
    sources: Sources
    address: str
    published: datetime | None  # None where the stamp cannot be believed
    slack: timedelta | None  # how much later it may have been; None where only the day is known
    bits: int = field(compare=False)  # those that `different` set


def prepare(article: Article, citations: tuple[Citation, ...], *, outlets: Directory) -> Draft:
    """What the comparison of two articles looks at, made once per article."""
    folded = fold(article.text)
    marks = zones(article, folded)
    places, ends, letters = _letters(_codes(folded), marks != Zone.FURNITURE)
    hashes = _hashes(letters)
    different, ranks, first = _ranked(hashes)
    published, slack = clock(article, folded)
    middles = marks[places[SIZE // 2 : SIZE // 2 + len(hashes)]]
    return Draft(
        article=article.id,
        places=places,
        ends=ends,
        different=different,
        ranks=ranks,
        first=first,
        zones=middles,
        is_told=bool((middles[:LEAD] == Zone.DOCUMENT).any()),
        sources=sources(article, folded, citations, outlets=outlets),
        title=plain(article.title),
        headline=_headline(article.title, letters),
        address=address(article.url),
        published=published,
        slack=slack,
        bits=_bits(different),
    )


def _headline(title: str, letters: NDArray[np.uint64]) -> Headline:
    codes = _codes(fold(title))
    sought = np.unique(_pairs(_letters(codes, np.ones(len(codes), dtype=np.bool_))[2]))
    pairs = _pairs(letters)
    nearest = np.searchsorted(sought, pairs)
    places = np.flatnonzero(np.append(sought, np.uint64(0))[nearest] == pairs) if len(sought) else nearest[:0]
    return Headline(len(sought), nearest[places].astype(np.int32), places.astype(np.int32))


def _pairs(letters: NDArray[np.uint64]) -> NDArray[np.uint64]:
    return letters[:-1] * _PRIME + letters[1:]


def _codes(folded: str) -> NDArray[np.uint32]:
    return np.frombuffer(folded.encode("utf-32-le", "surrogatepass"), dtype=np.uint32)


def keys(draft: Draft) -> Iterable[int]:
    """The winnowed shingles: an even sample that two texts with a common passage draw alike."""
    hashes = draft.different[draft.ranks]
    if len(hashes) <= WINDOW:
        return np.unique(hashes).view(np.int64).tolist()  # type: ignore[no-any-return]
    # What is least of a wide window is least of a narrow one, so that a short text still meets a long one.
    window = WINDOW if len(hashes) > 4 * WINDOW else NARROW
    least = np.unique(np.lib.stride_tricks.sliding_window_view(hashes, window).min(axis=1))
    if len(least) > MOST_KEYS:
        least = least[least % THIN == 0]
    # Stores keep keys as signed 64-bit integers.
    return least.view(np.int64).tolist()  # type: ignore[no-any-return]


def _letters(
    codes: NDArray[np.uint32], is_wanted: NDArray[np.bool_]
) -> tuple[NDArray[np.int32], NDArray[np.int32], NDArray[np.uint64]]:
    """Where the wanted letters (and words) begin and end, and a number for each."""
    is_letter, is_of_word = _alphabet()
    kept = np.flatnonzero(is_letter[codes] & is_wanted)
    if len(kept) == 0:
        return kept.astype(np.int32), kept.astype(np.int32), np.zeros(0, dtype=np.uint64)
    spelt = is_of_word[codes[kept]]
    goes_on = np.zeros(len(kept), dtype=np.bool_)
    goes_on[1:] = spelt[1:] & spelt[:-1] & (np.diff(kept) == 1)
    starts = np.flatnonzero(~goes_on)
    within = np.arange(len(kept)) - np.repeat(starts, np.diff(starts, append=len(kept)))
    numbers = np.add.reduceat((codes[kept] + np.uint64(1)) * _POWERS[within % len(_POWERS)], starts)
    lasts = np.append(starts[1:], len(kept)) - 1
    return kept[starts].astype(np.int32), (kept[lasts] + 1).astype(np.int32), numbers


def _ranked(hashes: NDArray[np.uint64]) -> tuple[NDArray[np.uint64], NDArray[np.int32], NDArray[np.int32]]:
    """The different hashes in order, the place of each hash among them, and where each of them stands first."""
    order = np.argsort(hashes, kind="stable").astype(np.int32)
    inside = hashes[order]
    is_first = np.ones(len(order), dtype=np.bool_)
    is_first[1:] = inside[1:] != inside[:-1]
    ranks = np.empty(len(order), dtype=np.int32)
    ranks[order] = np.cumsum(is_first) - 1
    return inside[is_first], ranks, order[is_first]


def _bits(different: NDArray[np.uint64]) -> int:
    is_set = np.zeros(1 << BITS, dtype=np.bool_)
    is_set[different >> np.uint64(64 - BITS)] = True
    return int.from_bytes(np.packbits(is_set).tobytes())


def _hashes(letters: NDArray[np.uint64]) -> NDArray[np.uint64]:
    count = len(letters) - SIZE + 1
    if count <= 0:
        return np.zeros(0, dtype=np.uint64)
    hashes = np.zeros(count, dtype=np.uint64)
    for offset in range(SIZE):
        hashes = hashes * _PRIME + letters[offset : offset + count]
    # Least hashes are drawn as keys; without mixing the high bits would favour the same few characters.
    hashes = (hashes ^ (hashes >> np.uint64(31))) * _MIX
    return hashes ^ (hashes >> np.uint64(29))


@cache
def _alphabet() -> tuple[NDArray[np.bool_], NDArray[np.bool_]]:
    """Of every character, whether it is a letter or digit, and whether it is one of those that words are spelt with."""
    is_letter = np.fromiter((chr(code).isalnum() for code in range(0x110000)), dtype=np.bool_, count=0x110000)
    is_of_word = np.fromiter((chr(code).isalpha() for code in range(0x110000)), dtype=np.bool_, count=0x110000)
    for start, end in UNSPACED:
        is_of_word[start:end] = False
    return is_letter, is_of_word
