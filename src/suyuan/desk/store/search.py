"""Search that works in Chinese: every 汉字 is a word of its own, and a query is a phrase of them.

So one, two or six characters are found exactly where they stand, and nowhere else; widths, case and 繁→简 are folded
on both sides (`text.fold`), and so are the accents of European letters. Spaces and the dots of foreign names are looked
past; other marks are not: 谈，判 is no 谈判. A run of letters or figures is one word, so that 5人 is not found in 15人.

The index holds *grams*: every two words that follow one another, as one term, and every word once by itself. So one
character is one term, two are one, and more are a phrase of terms that are each far rarer than a character is.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from itertools import pairwise

from suyuan.records import Standing, digest
from suyuan.text import fold

_HAN_RANGES = r"\u2e80-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_HAN = re.compile(f"[{_HAN_RANGES}]")
_LETTER = rf"[^\W_{_HAN_RANGES}]"
_EUROPEAN = (0xC0, 0x52F), (0x1E00, 0x1FFF)  # the first and the last of the blocks that such letters stand in
_HAS_EUROPEAN = re.compile(f"[{''.join(f'{chr(first)}-{chr(last)}' for first, last in _EUROPEAN)}]")
_PAST = " \t_·•‧・"
_MARKS = re.compile(rf"[^\w{_PAST}]+(?:[{_PAST}]+[^\w{_PAST}]+)*")
_TOKEN = re.compile(rf"{_MARKS.pattern}|[{_HAN_RANGES}]|{_LETTER}+")
_BREAK = "ʭ"  # stands in the index where marks stand in the text: a letter that no language writes by itself
_TIE = "·"  # between two words of one gram where one of them is no 汉字, so that ab·c is not a·bc


@dataclass(frozen=True, slots=True, kw_only=True)
class Filters:
    """What a search is narrowed to."""

    outlet: str | None = None
    speaker: str | None = None
    standing: Standing | None = None
    since: datetime | None = None
    until: datetime | None = None


def grams(text: str) -> str:
    """The terms of a text as the index takes them, with spaces between: every two words, then every word once."""
    words = _split(text)
    once = dict.fromkeys(words)
    once.pop(_BREAK, None)
    return " ".join([*_pairs([*words, _BREAK]), *once])


def phrases(query: str) -> list[str]:
    """What a person typed as phrases of FTS5, all of which must occur: one for every word or “phrase in quotes”."""
    return [_phrase(words) for term in terms(query) if (words := _words(term))]


def _phrase(words: list[str]) -> str:
    if len(words) == 1:
        return f'"{words[0]}"'
    return f'"{" ".join(_pairs(words))}"'


def _pairs(words: list[str]) -> Iterator[str]:
    return (one + other if _is_han(one) and _is_han(other) else f"{one}{_TIE}{other}" for one, other in pairwise(words))


def tag(what: str, name: str) -> str:
    """A term that says something of a record that is not in its words: its outlet, its speaker."""
    return f"{what}{_TIE}{digest(name)}"


def _split(text: str) -> list[str]:
    """The words of a text, each 汉字 one, and a word of its own for marks."""
    return [one if one[0].isalnum() else _BREAK for one in _TOKEN.findall(_folded(text))]


def _is_han(word: str) -> bool:
    return len(word) == 1 and (
        "\u2e80" <= word <= "\u9fff" or "\uf900" <= word <= "\ufaff" or "\U00020000" <= word <= "\U0003ffff"
    )


def _folded(text: str) -> str:
    folded = fold(text)
    return folded.translate(_bare()) if _HAS_EUROPEAN.search(folded) else folded  # to translate takes ten times as long


@cache
def _bare() -> dict[int, str]:
    """European letters without accents and in lower case, one for one."""
    found = {}
    for code in (code for first, last in _EUROPEAN for code in range(first, last + 1)):
        plain = unicodedata.normalize("NFKD", chr(code))[0].lower()
        if len(plain) == 1 and plain.isalpha() and plain != chr(code):
            found[code] = plain
    return found


def _words(term: str) -> list[str]:
    """The words of a term as they stand in the index; marks around it say nothing."""
    words = _split(term)
    while words and words[0] == _BREAK:
        words = words[1:]
    while words and words[-1] == _BREAK:
        words = words[:-1]
    return words


def terms(query: str) -> list[str]:
    """The words and quoted phrases of a query, folded."""
    return [a or b for a, b in re.findall(r'["“”]([^"“”]+)["“”]|([^\s"“”]+)', fold(query)) if (a or b).strip()]


def spans(text: str, query: str, *, limit: int = 50) -> tuple[tuple[int, int], ...]:
    """Where the terms of a query stand in a text, in order, without overlap."""
    folded = _folded(text)
    found: list[tuple[int, int]] = []
    for term in terms(query):
        if words := _words(term):
            pattern = re.compile(f"[{_PAST}]*".join(map(_pattern, words)))
            found.extend(match.span() for match, _ in zip(pattern.finditer(folded), range(limit), strict=False))
    found.sort()
    apart: list[tuple[int, int]] = []
    for span in found:
        if not apart or span[0] >= apart[-1][1]:
            apart.append(span)
    return tuple(apart[:limit])


def _pattern(word: str) -> str:
    if word == _BREAK:
        return _MARKS.pattern
    return word if _HAN.fullmatch(word) else rf"(?<!{_LETTER}){re.escape(word)}(?!{_LETTER})"
