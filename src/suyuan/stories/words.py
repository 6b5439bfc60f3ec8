"""The words of a text, what sort of word each is, and how much it tells about what happened."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from importlib.resources import files

import rjieba

from suyuan.stories.places import COUNTRIES
from suyuan.stories.trade import TRADE
from suyuan.text import fold

_WORD = re.compile(r"[一-鿿]{2,}|[a-z][a-z0-9'-]+|\d+\.\d+|\d{2,}")

# How much more than its rarity a word tells, by the segmenter's part of speech. A place tells most: two reports
# of one fire share the town, two reports of two fires do not. The segmenter takes much for a person that is none.
_SORTS = {
    "ns": 2.0,  # places
    "nt": 1.6,  # organisations
    "nz": 1.6,  # other names
    "nr": 1.2,  # persons
    "nrt": 1.2,  # persons, transcribed
    "nrfg": 1.2,
}
_NUMBER = 0.8
_COUNTRY = 0.8
_CAPITAL, _SMALL = 1.6, 0.8  # Latin words
_COMMONEST = 2.0  # what every seventh article holds tells nothing
_RAREST = 7.5  # what is rarer tells no more, and what is in no table is as often a slip of the segmenter as a name


def weighed(text: str) -> Iterator[tuple[str, float]]:
    """The words of a text in order, folded, each with how much it tells: of two characters or more, Latin, numbers."""
    table, end = _weights(), 0
    for word, sort in rjieba.tag(fold(text)):
        start, end = end, end + len(word)
        if _WORD.fullmatch(word) and word not in TRADE and (rarity := table.get(word, _RAREST)) >= _COMMONEST:
            yield word, rarity * _factor(word, sort, text[start])


def _factor(word: str, sort: str, first: str) -> float:
    if word in COUNTRIES:
        return _COUNTRY
    if word[0] >= "一":
        return _SORTS.get(sort, 1.0)
    if first.isdecimal():
        return _NUMBER
    return _CAPITAL if first.isupper() else _SMALL


@cache
def _weights() -> dict[str, float]:
    """The natural logarithm of how many articles there are to one that holds the word (train/frequencies.py)."""
    table = {}
    for line in files(__package__).joinpath("frequencies.txt").read_text(encoding="utf-8").splitlines():
        value, *row = line.split(" ")
        table.update(dict.fromkeys(row, float(value)))
    return table
