"""Search that works in Chinese: every 汉字 is a word of its own, and a query is a phrase of them.

So one, two or six characters are found exactly where they stand; widths, case and 繁→简 are folded on both
sides (`text.fold`).
"""

from __future__ import annotations

import re

from suyuan.text import fold

_HAN = re.compile(r"([\u2e80-\u9fff\uf900-\ufaff\U00020000-\U0003ffff])")
_WORD = re.compile(r"\w+")


def index_text(text: str) -> str:
    """The text as the index takes it: folded, with spaces around every 汉字."""
    return _HAN.sub(r" \1 ", fold(text))


def match_query(query: str) -> str | None:
    """An FTS5 query for what a person typed: every word (or “phrase in quotes”) must occur; None if nothing is asked."""
    phrases = []
    for term in terms(query):
        words = _WORD.findall(index_text(term))
        if words:
            phrases.append('"' + " ".join(words) + '"')
    return " AND ".join(phrases) or None


def terms(query: str) -> list[str]:
    """The words and quoted phrases of a query, folded."""
    return [a or b for a, b in re.findall(r'["“”]([^"“”]+)["“”]|([^\s"“”]+)', fold(query)) if (a or b).strip()]


def spans(text: str, query: str, *, limit: int = 50) -> tuple[tuple[int, int], ...]:
    """Where the terms of a query stand in a text, in order, without overlap."""
    folded = fold(text)
    found: list[tuple[int, int]] = []
    for term in terms(query):
        words = _WORD.findall(index_text(term))
        if not words:
            continue
        # Between two words of a phrase any marks and spaces may stand, as in the index.
        pattern = re.compile(r"[\W_]*".join(map(re.escape, words)))
        found.extend(match.span() for match, _ in zip(pattern.finditer(folded), range(limit), strict=False))
    found.sort()
    apart: list[tuple[int, int]] = []
    for span in found:
        if not apart or span[0] >= apart[-1][1]:
            apart.append(span)
    return tuple(apart[:limit])
