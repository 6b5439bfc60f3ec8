"""The words of a text and how rare they are in Chinese news."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files

import rjieba

from suyuan.text import fold

UNKNOWN = 9.6  # a word that the table does not have: a name, mostly

_WORD = re.compile(r"[一-鿿]{2,}|[a-z][a-z0-9'-]+|\d+(?:\.\d+)?")


def words(text: str) -> list[str]:
    """The words of a text in order, folded: Chinese ones of two characters or more, Latin ones, numbers."""
    return [word for word in rjieba.cut(fold(text)) if _WORD.fullmatch(word)]


@cache
def rarity() -> dict[str, float]:
    """The natural logarithm of how many articles there are to one that holds the word (train/frequencies.py)."""
    table = {}
    for line in files(__package__).joinpath("frequencies.txt").read_text(encoding="utf-8").splitlines():
        value, *row = line.split(" ")
        table.update(dict.fromkeys(row, float(value)))
    return table
