"""The words of a text, what sort of word each is, and how much it tells about what happened."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from importlib.resources import files

import rjieba

from suyuan.text import fold

_WORD = re.compile(r"[一-鿿]{2,}|[a-z][a-z0-9'-]+|\d+(?:\.\d+)?")

# How much more than its rarity a word tells, by the segmenter's part of speech. A place tells most: two reports
# of one fire share the town, two reports of two fires do not. The segmenter takes much for a person that is none.
_SORTS = {
    "ns": 2.0,  # places
    "nt": 1.6,  # organisations
    "nz": 1.6,  # other names
    "eng": 1.6,
    "nr": 1.2,  # persons
    "nrt": 1.2,  # persons, transcribed
    "nrfg": 1.2,
    "m": 0.8,  # numbers
}
_RAREST = 7.5  # what is rarer tells no more, and what is in no table is as often a slip of the segmenter as a name


def weighed(text: str) -> Iterator[tuple[str, float]]:
    """The words of a text in order, folded, each with how much it tells: of two characters or more, Latin, numbers."""
    table = _weights()
    for word, sort in rjieba.tag(fold(text)):
        if _WORD.fullmatch(word):
            yield word, table.get(word, _RAREST) * _SORTS.get("m" if word[0].isdigit() else sort, 1.0)


@cache
def _weights() -> dict[str, float]:
    """The natural logarithm of how many articles there are to one that holds the word (train/frequencies.py)."""
    table = {}
    for line in files(__package__).joinpath("frequencies.txt").read_text(encoding="utf-8").splitlines():
        value, *row = line.split(" ")
        table.update(dict.fromkeys(row, min(float(value), _RAREST)))
    return table
