"""Search that works in Chinese: every 汉字 is a word of its own, and a query is a phrase of them.

So one, two or six characters are found exactly where they stand, and nowhere else; widths, case and 繁→简 are folded
on both sides (`text.fold`). Spaces and the dots of foreign names are looked past; other marks are not: 谈，判 is no
谈判. A run of letters or figures is one word, so that 5人 is not found in 15人.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime

from suyuan import rows
from suyuan.records import Standing
from suyuan.text import fold

_HAN_RANGES = r"\u2e80-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_HAN = re.compile(f"([{_HAN_RANGES}])")
_LETTER = rf"[^\W_{_HAN_RANGES}]"
_PAST = " \t_·•‧・"
_MARKS = re.compile(rf"[^\w{_PAST}]+(?:[{_PAST}]+[^\w{_PAST}]+)*")
_BREAK = "ʭ"  # stands in the index where marks stand in the text: a letter that no language writes by itself
_WORD = re.compile(r"[^\W_]+")

COUNTED = 10_000  # finds are counted up to here; beyond it nobody reads the number
RANKED = (
    2_000  # finds put in order by how well they fit; of more the newest come first, for what is everywhere fits nowhere
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Filters:
    """What a search is narrowed to."""

    outlet: str | None = None
    speaker: str | None = None
    standing: Standing | None = None
    since: datetime | None = None
    until: datetime | None = None

    def where(self) -> tuple[str, tuple[str, ...]]:
        """The conditions on an article's row number as SQL, with their values."""
        when = "coalesce(json_extract(row, '$.published'), json_extract(row, '$.first_seen'))"
        asked = (
            (
                self.outlet,
                "SELECT n FROM record INDEXED BY article_outlet WHERE kind = 'Article' AND json_extract(row, '$.outlet') = ?",
            ),
            (
                self.speaker,
                "SELECT article.n FROM record said INDEXED BY statement_speaker CROSS JOIN record article ON article.kind = 'Article' "
                "AND article.id = json_extract(said.row, '$.article') WHERE said.kind = 'Statement' AND json_extract(said.row, '$.speaker') = ?",
            ),
            (
                self.standing and self.standing.value,
                "SELECT article.n FROM record ground INDEXED BY corroboration_standing CROSS JOIN about ON about.n = ground.n "
                "CROSS JOIN record article ON article.kind = 'Article' AND article.id = about.article "
                "WHERE ground.kind = 'Corroboration' AND json_extract(ground.row, '$.standing') = ?",
            ),
            (
                self.since and rows.written(self.since),
                f"SELECT n FROM record INDEXED BY article_time WHERE kind = 'Article' AND {when} >= ?",
            ),
            (
                self.until and rows.written(self.until),
                f"SELECT n FROM record INDEXED BY article_time WHERE kind = 'Article' AND {when} < ?",
            ),
        )
        wanted = [(value, sql) for value, sql in asked if value]
        # The plus keeps SQLite from asking the index once for every row number.
        return "".join(f" AND +rowid IN ({sql})" for _, sql in wanted), tuple(value for value, _ in wanted)


def index_text(text: str) -> str:
    """The text as the index takes it: folded, with spaces around every 汉字, and a word of its own for marks."""
    return _HAN.sub(r" \1 ", _MARKS.sub(f" {_BREAK} ", fold(text)))


def match_query(query: str) -> str | None:
    """An FTS5 query for what a person typed: every word (or “phrase in quotes”) must occur; None if nothing is asked."""
    phrases = ['"' + " ".join(words) + '"' for term in terms(query) if (words := _words(term))]
    return " AND ".join(phrases) or None


def _words(term: str) -> list[str]:
    """The words of a term as they stand in the index; marks around it say nothing."""
    return _WORD.findall(index_text(term).strip(f" {_BREAK}"))


def terms(query: str) -> list[str]:
    """The words and quoted phrases of a query, folded."""
    return [a or b for a, b in re.findall(r'["“”]([^"“”]+)["“”]|([^\s"“”]+)', fold(query)) if (a or b).strip()]


def spans(text: str, query: str, *, limit: int = 50) -> tuple[tuple[int, int], ...]:
    """Where the terms of a query stand in a text, in order, without overlap."""
    folded = fold(text)
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
