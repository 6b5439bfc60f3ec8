"""The words of a text, what sort of word each is, and how much it tells about what happened."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from importlib.resources import files

import rjieba

from suyuan.stories.places import COUNTRIES
from suyuan.stories.trade import MARKET, SHOP, TRADE
from suyuan.text import fold

_WORD = re.compile(r"[一-鿿]{2,}|[a-z0-9][a-z0-9'.-]+")
_DECIMAL = re.compile(r"\d+\.\d+")
# Single characters that are words of their own, and so no part of a name that the segmenter does not know.
_GRAMMAR = frozenset(
    "的了是在和与及或等也都就还又才再很更最不没有被把将对从向往于以为由到给让使令叫着过得地之其这那该此各每某一二三四五六七八九十百千万亿"
    "几多少个只条件名位次年月日时分秒天周号点元上下中内外前后里间来去起出进回开说称指我你他她它们您谁并而但因所如若则即便仅已正曾会能可要想应"
)

# How much more than its rarity a word tells, by the segmenter's part of speech. A place tells most: two reports
# of one fire share the town, two reports of two fires do not. The segmenter takes much for a person that is none.
_SORTS = {
    "ns": 2.0,  # places
    "nt": 1.6,  # organisations
    "nz": 1.6,  # other names
    "nr": 1.2,  # persons
    "nrt": 1.2,  # persons, transcribed
    "nrfg": 1.2,
    "": 1.4,  # neighbours that the segmenter left alone
}
NAMES = frozenset(_SORTS) - {""}
_NUMBER = 0.8
_COUNTRY = 1.0
_MARKET = 0.4
_SHOP = 0.4
_CAPITAL, _SMALL = 1.6, 0.8  # Latin words
_COMMONEST = 2.0  # what every seventh article holds tells nothing
_NAMED = 5.0  # what is commoner is no name that tells two happenings apart, whatever the segmenter says
_RAREST = 7.5  # what is rarer tells no more, and what is in no table is as often a slip of the segmenter as a name


def weighed(text: str) -> Iterator[tuple[str, float, bool]]:
    """The words of a text, folded, each with how much it tells, and whether it is a name."""
    for word, sort, start in tokens(fold(text)):
        told = _tells(word, sort, text[start].isupper())
        if told[1]:
            yield told


def tokens(plain: str) -> Iterator[tuple[str, str, int]]:
    """The words of a folded text that can tell something, with part of speech and place.

    Words that the segmenter knows, Latin words and numbers; and of characters that it leaves standing alone each
    two neighbours, since names that no dictionary has come to pieces the same way everywhere: 甘/宇 in every report.
    """
    end, before = 0, ""
    whole = plain.encode("utf-8", "replace").decode("utf-8")  # halves of characters, one mark for each
    for word, sort in rjieba.tag(whole, False):
        start, end = end, end + len(word)
        if len(word) > 1:
            before = ""
            if _WORD.fullmatch(word):
                yield word, sort, start
        elif word.isalpha() and word not in _GRAMMAR:
            if before:
                yield before + word, "", start - 1
            before = word
        else:
            before = ""
    for number in _DECIMAL.finditer(plain):
        yield number.group(), "m", number.start()


@lru_cache(maxsize=1 << 16)  # every link asks it of the words it rests on
def is_pair(word: str) -> bool:
    """Whether a word is two neighbours that the segmenter left alone, and so a part of a name."""
    return len(word) == 2 and word[0] >= "一" and len(rjieba.tag(word, False)) == 2


def telling(word: str) -> float:
    """How much a word tells by its rarity alone; nothing where it stands everywhere."""
    return max(0.0, _weights().get(word, _RAREST) - _COMMONEST)


@lru_cache(maxsize=1 << 17)
def _tells(word: str, sort: str, is_capital: bool) -> tuple[str, float, bool]:
    """A word with how much it tells and whether it is a name; the same text each time, which many drafts then share."""
    return word, *_worth(word, sort, is_capital)


def _worth(word: str, sort: str, is_capital: bool) -> tuple[float, bool]:
    """Rarity times what the sort of word adds; nothing for the words of the trade and for what stands everywhere."""
    rarity = _weights().get(word, _RAREST)
    if word in TRADE or rarity < _COMMONEST:
        return 0.0, False
    if word in COUNTRIES:
        return rarity * _COUNTRY, False
    if word in MARKET:
        return rarity * _MARKET, False
    if word in SHOP:
        return rarity * _SHOP, False
    if word[0] >= "一" or not sort:
        return rarity * _SORTS.get(sort, 1.0), sort in _SORTS and rarity >= _NAMED
    if word[0].isdecimal():
        return rarity * _NUMBER, False
    return rarity * (_CAPITAL if is_capital else _SMALL), is_capital


@cache
def _weights() -> dict[str, float]:
    """The natural logarithm of how many articles there are to one that holds the word (train/frequencies.py)."""
    table = {}
    for line in files(__package__).joinpath("frequencies.txt").read_text(encoding="utf-8").splitlines():
        value, *row = line.split(" ")
        table.update(dict.fromkeys(row, float(value)))
    return table
