"""Search that works in Chinese: every 汉字 is a word of its own, and a query is a phrase of them.

So one, two or six characters are found exactly where they stand, and nowhere else; widths, case and 繁→简 are folded
on both sides (`text.fold`), and so are the accents of European letters. Spaces and the dots of foreign names are looked
past; other marks are not: 谈，判 is no 谈判. A run of letters or figures is one word, so that 5人 is not found in 15人.

The index holds *grams*: every two words that follow one another, as one term, and every word once by itself. So one
character is one term, two are one, and more are a phrase of terms that are each far rarer than a character is.

Who types 渡轮停航 means two words, which reports seldom write together: `apart` has a space between them. A minus
before a word or a phrase in quotes leaves out what holds it.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from functools import cache
from itertools import pairwise

import rjieba

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
_TERM = re.compile(r'((?<!\S)-)?(?:["“”]([^"“”]+)["“”]|([^\s"“”]+))')
_BETWEEN = frozenset(
    "的了和与及或在是被把对向从将于之"
)  # what stands between two words of a run and is none to look for
_TIE = "·"  # between two words of one gram where one of them is no 汉字, so that ab·c is not a·bc


class Circle(StrEnum):
    """The standing that pages show of a single origin that is none: outlets that name each other, and nobody else."""

    NO_ORIGIN = "no-origin"


STANDINGS: dict[str, Standing | Circle] = {one.value: one for one in (*Standing, *Circle)}
"""How the claims stand that a search is narrowed to, by the word in its address."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Filters:
    """What a search is narrowed to."""

    outlet: str | None = None
    speaker: str | None = None
    standing: Standing | Circle | None = None
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
    return _phrases(terms(query))


def excluded(query: str) -> list[str]:
    """The phrases of FTS5 none of which may occur: of the words and “phrases in quotes” that a minus stands before."""
    return _phrases(one.text for one in _terms(query) if one.is_out)


def _phrases(texts: Iterable[str]) -> list[str]:
    return [_phrase(words) for text in texts if (words := _words(text))]


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


@dataclass(frozen=True, slots=True)
class _Term:
    """A word or quoted phrase of a query, folded; `start` is its place in the query, and none where it is quoted."""

    text: str
    start: int | None
    is_out: bool


def _terms(query: str) -> Iterator[_Term]:
    for found in _TERM.finditer(fold(query)):
        minus, quoted, word = found.groups()
        if (quoted or word).strip():
            yield _Term(quoted or word, None if quoted else found.start(3), bool(minus))


def terms(query: str) -> list[str]:
    """The words and quoted phrases of a query that must occur, folded."""
    return [one.text for one in _terms(query) if not one.is_out]


def apart(query: str, is_bound: Callable[[str, str], bool]) -> str | None:
    """The query with spaces between the words that it runs together; none where it runs none together.

    `is_bound` says of a character that no dictionary has with its neighbour whether it is one word with it all the same.
    """
    written, last = "", 0
    for term in _terms(query):
        if term.start is not None and not term.is_out and (found := _parts(term.text, is_bound)):
            start = term.start
            words = " ".join(query[start + begin : start + end] for begin, end in found)
            written, last = f"{written}{query[last:start]}{words}", start + len(term.text)
    return written + query[last:] if written else None


def _parts(term: str, is_bound: Callable[[str, str], bool]) -> list[tuple[int, int]]:
    """Where the words of a run stand in it; nothing where it is one word, or nothing but single characters."""
    if not _HAN.search(term):
        return []
    found: list[tuple[int, int]] = []
    end = 0
    for word in rjieba.cut(term.encode("utf-8", "replace").decode(), True):
        start, end = end, end + len(word)
        before = term[found[-1][0] : found[-1][1]] if found and found[-1][1] == start else ""
        if word in _BETWEEN or not _words(word):
            continue
        if before and _belongs(before, word, is_bound):
            found[-1] = (found[-1][0], end)
        else:
            found.append((start, end))
    is_told = len(found) > 1 and any(end - start > 1 for start, end in found)
    return found if is_told else []


def _belongs(before: str, word: str, is_bound: Callable[[str, str], bool]) -> bool:
    """Whether two neighbours of the segmenter are one word: 5人, A股, and names that it takes to pieces."""
    if not _HAN.match(before[-1]):
        return _is_han(word)
    return (_is_han(before) or _is_han(word)) and is_bound(before, word)


def spans(text: str, query: str, *, limit: int = 50) -> tuple[tuple[int, int], ...]:
    """Where the terms of a query stand in a text, in order, without overlap."""
    folded = _folded(text)
    found: list[tuple[int, int]] = []
    asked = [words for term in terms(query) if (words := _words(term))]
    # One character stands everywhere, and beside a word says little of where.
    for words in [one for one in asked if len(one) > 1 or not _is_han(one[0])] or asked:
        found.extend(match.span() for match, _ in zip(_shape(words).finditer(folded), range(limit), strict=False))
    found.sort()
    apart: list[tuple[int, int]] = []
    for span in found:
        if not apart or span[0] >= apart[-1][1]:
            apart.append(span)
    return tuple(apart[:limit])


def is_left_out(text: str, query: str) -> bool:
    """Whether a text holds what a minus of the query stands before."""
    folded = _folded(text)
    out = (words for one in _terms(query) if one.is_out and (words := _words(one.text)))
    return any(_shape(words).search(folded) for words in out)


def _shape(words: list[str]) -> re.Pattern[str]:
    return re.compile(f"[{_PAST}]*".join(map(_pattern, words)))


def _pattern(word: str) -> str:
    if word == _BREAK:
        return _MARKS.pattern
    return word if _HAN.fullmatch(word) else rf"(?<!{_LETTER}){re.escape(word)}(?!{_LETTER})"
