"""What a record is found and counted by: its words, the names it gives, traits of articles, and totals.

Written in the transaction that writes the record: what can be read can be found.
"""

from __future__ import annotations

from collections.abc import Callable

import apsw
import msgspec

from suyuan.desk.store import names
from suyuan.desk.store.index import Entry, Index, Where
from suyuan.desk.store.search import Circle, tag
from suyuan.desk.store.tally import Tally
from suyuan.records import KINDS, Article, Record, Standing, Statement
from suyuan.text import fold


class Entries:
    """Enters records where they are looked for, and takes them out again; `article_of` gives the article with an id."""

    def __init__(
        self, db: apsw.Connection, index: Index, tally: Tally, article_of: Callable[[str], Article | None]
    ) -> None:
        self.db = db
        self.index = index
        self.tally = tally
        self._article_of = article_of

    def enter(self, record: Record, row: str, n: int) -> None:
        """Have a record found and counted."""
        kind = type(record).__name__
        self.count(kind, row, 1)
        self.db.executemany("INSERT OR IGNORE INTO trait VALUES (?, ?, ?)", [(*one, n) for one in _traits(kind, row)])
        if isinstance(record, names.HOLDERS):
            names.write(self.db, n, record)
        if isinstance(record, Article | Statement) and (entry := self._entry(record)):
            self.index.put(entry)

    def leave(self, kind: str, record_id: str, row: str, n: int) -> None:
        """Have a record that is gone found and counted no longer."""
        self.count(kind, row, -1)
        self.db.executemany(
            "DELETE FROM trait WHERE trait = ? AND article = ? AND n = ?", [(*one, n) for one in _traits(kind, row)]
        )
        if KINDS[kind] in names.HOLDERS:
            names.drop(self.db, n)
        if kind in ("Article", "Statement"):
            self.index.take(Where(kind.lower()), record_id)
        if kind == "Revision" and self._newer(earlier := _told(row).earlier) == 0:
            self._count_again(earlier, 1)

    def supersede(self, article: str) -> None:
        """A revision was written of which an article is the earlier version: the first takes it out of the totals."""
        if self._newer(article) == 1:
            self._count_again(article, -1)

    def count(self, kind: str, row: str, count: int) -> None:
        """Count a record in or out."""
        self.tally.add("kind", kind, count)
        if kind not in ("Article", "Statement", "Rejection"):
            return
        told = _told(row)
        if kind == "Article" and not self._newer(told.id):
            self._count_report(told.outlet, count)
        elif kind == "Statement" and told.speaker:
            self.tally.add("speaker", fold(told.speaker), count)
        elif kind == "Rejection" and told.reason:
            self.tally.add("reason", told.reason, count)

    def _newer(self, article: str) -> int:
        """How many revisions there are of which this is the earlier version."""
        found: int = self.db.execute(
            "SELECT count(*) FROM about CROSS JOIN record USING (n) WHERE about.article = ?1 AND about.kind = 'Revision' "
            "AND json_extract(row, '$.earlier') = ?1",
            (article,),
        ).get
        return found

    def _count_again(self, article: str, count: int) -> None:
        """Count an article in or out that became, or is no longer, what its address says now."""
        found = self.db.execute("SELECT row FROM record WHERE kind = 'Article' AND id = ?", (article,)).get
        if found is not None:
            self._count_report(_told(str(found)).outlet, count)

    def _count_report(self, outlet: str | None, count: int) -> None:
        self.tally.add("report", "", count)
        if outlet:
            self.tally.add("outlet", outlet, count)

    def _entry(self, record: Article | Statement) -> Entry | None:
        match record:
            case Article():
                at, tags = record.published or record.first_seen, _tags(record, None)
                return Entry(
                    where=Where.ARTICLE, name=record.id, at=at, title=record.title, text=record.text, tags=tags
                )
            case Statement():
                article = self._article_of(record.article)
                if article is None:
                    return None
                words = "\n".join(article.text[span.start : span.end] for span in record.content)
                at, tags = article.published or article.first_seen, _tags(article, record.speaker)
                return Entry(where=Where.STATEMENT, name=record.id, at=at, title="", text=words, tags=tags)


class _Told(msgspec.Struct):
    """Of a record's row what is counted or narrows searches, whatever else it holds: rows of an older house must go, too."""

    id: str = ""
    outlet: str | None = None
    speaker: str | None = None
    reason: str | None = None
    article: str = ""
    earlier: str = ""
    standing: str = ""
    origins: int = 1
    articles: tuple[str, ...] = ()


_told = msgspec.json.Decoder(_Told).decode


def _traits(kind: str, row: str) -> list[tuple[str, str]]:
    """What a record says of articles that searches are narrowed by: trait and article."""
    if kind == "Statement":
        told = _told(row)
        return [(f"speaker {fold(told.speaker)}", told.article)] if told.speaker else []
    if kind == "Corroboration":
        told = _told(row)
        is_circle = told.standing == Standing.SINGLE and not told.origins
        standing = Circle.NO_ORIGIN if is_circle else told.standing
        return [(f"standing {standing}", article) for article in told.articles]
    return []


def _tags(article: Article, speaker: str | None) -> tuple[str, ...]:
    named = (("outlet", article.outlet), ("speaker", speaker and fold(speaker)))
    return tuple(tag(what, name) for what, name in named if name)
