"""The index of words that search asks: articles and statements, each in a table of FTS5.

A record's place in its table (`doc`) is its time, so that the newest come first as they are read, a time to search in is
a range of places, and a search can go on from where it stopped. What is written in one transaction is put into the
table when it ends, in order of place: FTS5 begins a new segment at every step back.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any, cast

import apsw

from suyuan.desk.store.search import Filters, apart, excluded, grams, phrases, tag
from suyuan.records import digest
from suyuan.text import fold

COUNTED = 10_000  # finds are counted up to here; beyond it nobody reads the number
RANKED = (
    1_000  # finds put in order by how well they fit; of more the newest come first: what is everywhere fits nowhere
)
SCARCE = 10  # finds of words as they are written: of fewer, what holds them apart is looked for, too
FEW = 20_000  # articles of a speaker or standing that are laid beside the finds; of more each find is asked for it
SAMPLED = 1_000  # finds are counted up to here where each has to be asked for a trait: the next that has it may be far

_SLOTS = 14  # bits below the second: more records of one second than anything publishes
_TITLE = 6.0  # a find in the headline is worth so many in the text
_LENGTH = 1_000.0  # terms of a text of common length
_SATURATION, _BY_LENGTH = 1.2, 0.75  # BM25's k1 and b as everybody sets them


class Where(StrEnum):
    """What is searched."""

    ARTICLE = "article"
    STATEMENT = "statement"


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A record as the index takes it; `name` is its id."""

    where: Where
    name: str
    at: datetime
    title: str
    text: str
    tags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Find:
    """The records of one page of a search, how many there are (`is_more`: and more than were counted), and where to go on.

    `query` is what they hold: where hardly any hold what was asked as it was written, its words written apart; the
    `exact` ones hold it as it was written.
    """

    total: int
    is_more: bool
    names: tuple[str, ...]
    next: int | None
    query: str
    exact: int


class Index:
    """The tables of the index in a desk's database."""

    def __init__(self, db: apsw.Connection) -> None:
        self.db = db
        self._put: dict[tuple[Where, str], Entry | None] = {}
        db.register_fts5_function("fit", _fit)

    def put(self, entry: Entry) -> None:
        """Have a record found from the end of this transaction on."""
        self._put[entry.where, entry.name] = entry

    def take(self, where: Where, name: str) -> None:
        """Have a record found no longer."""
        self._put[where, name] = None

    def write(self) -> None:
        """Bring the tables up to date: at the end of a transaction."""
        placed = sorted((doc, key) for key in self._put for doc in (self._drop(*key),) if doc is not None)
        for doc, (where, _) in placed:
            self.db.execute(f"DELETE FROM search_{where} WHERE rowid = ?", (doc,))
        entries = [one for one in self._put.values() if one is not None]
        for doc, one in sorted(((self._place(one), one) for one in entries), key=lambda pair: pair[0]):
            self.db.execute(
                f"INSERT INTO search_{one.where} (rowid, title, text, tags) VALUES (?, ?, ?, ?)",
                (doc, grams(one.title), grams(one.text), " ".join(one.tags)),
            )
        self._put.clear()

    def forget(self) -> None:
        """What a transaction that came to nothing would have written."""
        self._put.clear()

    def find(
        self,
        where: Where,
        query: str,
        limit: int,
        offset: int = 0,
        *,
        filters: Filters,
        by_time: bool = False,
        after: int | None = None,
    ) -> Find:
        """One page of the records that hold every word of a query, the best or (`by_time`) the newest first.

        `after` is `next` of the page before, and the total then that of what is left; of pages in the order of fit
        there is none, since so few are ranked.
        """
        if not phrases(query):
            return Find(0, False, (), None, query, 0)
        exact = self._scarce(where, query, filters)
        words = query if exact is None else exact.words
        matching, values, is_slow = self._matching(where, words, filters)
        counted = max(SAMPLED, offset + limit) if is_slow else COUNTED
        docs = self._docs(matching, values, after, counted + 1)
        first = exact.docs if exact else []
        if by_time or after is not None:
            chosen = docs[offset : offset + limit]
            goes_on = len(docs) > offset + limit
        else:
            in_order = docs if len(docs) > RANKED else self._ranked(where, words, matching, values)
            chosen = list(dict.fromkeys([*first, *in_order]))[offset : offset + limit]
            goes_on = len(docs) > RANKED and not first and len(docs) > offset + limit
        total, next_one = min(len(docs), counted), chosen[-1] if chosen and goes_on else None
        return Find(
            total, len(docs) > counted, self._names(where, chosen), next_one, words, len(first) if exact else total
        )

    def tagged(self, where: Where, what: str, name: str, limit: int, offset: int = 0) -> tuple[str, ...]:
        """The records of an outlet or a speaker, newest first."""
        sql = f"SELECT rowid FROM search_{where} WHERE search_{where} MATCH ? ORDER BY rowid DESC LIMIT ? OFFSET ?"
        found = self.db.execute(sql, (f'"{tag(what, name)}"', limit, offset)).fetchall()
        return self._names(where, (cast("int", doc) for (doc,) in found))

    def every(self, where: Where, query: str) -> Iterator[str]:
        """All that hold every word of a query as it is written, newest first, however many."""
        if phrases(query):
            matching, values, _ = self._matching(where, query, Filters())
            for (doc,) in self.db.execute(f"SELECT rowid {matching} ORDER BY rowid DESC", values):
                yield from self._names(where, (doc,))

    def _scarce(self, where: Where, query: str, filters: Filters) -> _Scarce | None:
        """The few that hold a query as it is written, the best first, with its words apart; None where these are not wanted."""
        words = apart(query, lambda one, other: self._is_bound(where, one, other))
        if words is None:
            return None
        matching, values, _ = self._matching(where, query, filters)
        if len(self._docs(matching, values, None, SCARCE)) == SCARCE:
            return None
        return _Scarce(words, self._ranked(where, query, matching, values))

    def _is_bound(self, where: Where, one: str, other: str) -> bool:
        """Whether what holds the rarer of two words mostly holds them together, as 巴尔丹 is to 巴尔."""
        together, *each = (self._count(where, phrase) for phrase in phrases(f"“{one + other}” “{one}” “{other}”"))
        return 2 * together > min(each)

    def _count(self, where: Where, phrase: str) -> int:
        sql = f"SELECT count(*) FROM (SELECT 1 FROM search_{where} WHERE search_{where} MATCH ? LIMIT {COUNTED})"
        return cast("int", self.db.execute(sql, (phrase,)).get)

    def _matching(self, where: Where, query: str, filters: Filters) -> tuple[str, tuple[Any, ...], bool]:
        """What is to match, as SQL from FROM on, with its values; and whether much may have to be read for each that does."""
        table = f"search_{where}"
        match = phrases(query)
        if filters.outlet:
            match.append(f'"{tag("outlet", filters.outlet)}"')
        if filters.speaker and where is Where.STATEMENT:
            match.append(f'"{tag("speaker", fold(filters.speaker))}"')
        without = f" NOT ({' OR '.join(out)})" if (out := excluded(query)) else ""
        conditions, values, is_slow = [f"{table} MATCH ?"], list[Any]([f"({' AND '.join(match)}){without}"]), False
        for moment, operator in ((filters.since, ">="), (filters.until, "<")):
            if moment:
                conditions.append(f"rowid {operator} ?")
                values.append(_first(moment))
        if where is Where.ARTICLE:
            named = filters.speaker and f"speaker {fold(filters.speaker)}"
            for trait in (named, filters.standing and f"standing {filters.standing}"):
                if trait:
                    is_rare = self._is_rare(trait)
                    is_slow = is_slow or not is_rare
                    conditions.append(_AMONG if is_rare else _HAVING)
                    values.append(trait)
        return f"FROM {table} WHERE {' AND '.join(conditions)}", tuple(values), is_slow

    def _is_rare(self, trait: str) -> bool:
        """Whether a trait is of so few articles that they are gathered sooner than the finds are asked for it."""
        sql = f"SELECT count(*) FROM (SELECT DISTINCT article FROM trait WHERE trait = ? LIMIT {FEW})"
        return cast("int", self.db.execute(sql, (trait,)).get) < FEW

    def _docs(self, matching: str, values: tuple[Any, ...], after: int | None, most: int) -> list[int]:
        going_on, last = (" AND rowid < ?", (after,)) if after is not None else ("", ())
        sql = f"SELECT rowid {matching}{going_on} ORDER BY rowid DESC LIMIT {most}"
        return [doc for (doc,) in self.db.execute(sql, (*values, *last))]

    def _ranked(self, where: Where, query: str, matching: str, values: tuple[Any, ...]) -> list[int]:
        """All finds, the best first; of equals the newest."""
        asked = phrases(query)
        weights = ", ".join(f"{self._weight(where, one):.3f}" for one in asked) if len(asked) > 1 else "1.0"
        sql = f"SELECT rowid {matching} ORDER BY fit(search_{where}, {weights}) DESC, rowid DESC"
        return [doc for (doc,) in self.db.execute(sql, values)]

    def _weight(self, where: Where, phrase: str) -> float:
        """How much a phrase says: less, the more records hold it; all that are in too many to count alike."""
        return math.log(2 * COUNTED / (1 + self._count(where, phrase)))

    def _names(self, where: Where, docs: Iterable[int]) -> tuple[str, ...]:
        found = (self.db.execute("SELECT name FROM place WHERE kind = ? AND doc = ?", (where, doc)).get for doc in docs)
        return tuple(found)

    def _drop(self, where: Where, name: str) -> int | None:
        """Free the place of a record; None where it has none."""
        doc: int | None = self.db.execute(
            "DELETE FROM place WHERE kind = ? AND name = ? RETURNING doc", (where, name)
        ).get
        return doc

    def _place(self, entry: Entry) -> int:
        """A free place for a record, of its second."""
        doc = _first(entry.at) + (int(digest(entry.name), 16) & ((1 << _SLOTS) - 1))
        while self.db.execute("SELECT 1 FROM place WHERE kind = ? AND doc = ?", (entry.where, doc)).get:
            doc += 1
        self.db.execute("INSERT INTO place VALUES (?, ?, ?)", (entry.where, doc, entry.name))
        return doc


@dataclass(frozen=True, slots=True)
class _Scarce:
    words: str
    docs: list[int]


# The + keeps FTS5 from going to each of the articles by itself: it runs over the finds, which takes a tenth of the time.
_AMONG = (
    "+rowid IN (SELECT doc FROM (SELECT DISTINCT article FROM trait WHERE trait = ?) "
    "CROSS JOIN place ON name = article AND kind = 'article')"
)
_HAVING = (
    "EXISTS (SELECT 1 FROM place CROSS JOIN trait ON article = name "
    "WHERE kind = 'article' AND doc = search_article.rowid AND trait = ?)"
)
"""Two ways to ask that an article has a trait."""


def _first(moment: datetime) -> int:
    """The first place of a moment's second."""
    return math.floor(moment.timestamp()) << _SLOTS


def _fit(api: apsw.FTS5ExtensionApi, *weights: Any) -> float:
    """How well a row fits a query: BM25, with a find in the headline worth several in the text.

    FTS5's own would read, for every phrase, all rows that hold it.
    """
    long = _SATURATION * (1 - _BY_LENGTH + _BY_LENGTH * api.column_size(1) / _LENGTH)
    score = 0.0
    for phrase, weight in enumerate(weights):
        often = _TITLE * len(api.phrase_column_offsets(phrase, 0)) + len(api.phrase_column_offsets(phrase, 1))
        score += weight * often * (_SATURATION + 1) / (often + long)
    return score
