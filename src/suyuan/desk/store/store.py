"""The store's door: what came in, what was made of it, and what is not yet made.

Three groups of methods: for reading (the site, `why`, exports), for taking in (`keep`, `forget`), and for
engines (`due`, `apply`, and `graph` with the links). Every change of a record marks, in the same transaction,
what later steps have to look at again, so that work can stop and start at any point.
"""

from __future__ import annotations

import fcntl
import json
from collections import OrderedDict, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any, NamedTuple, TypeVar, cast

import apsw
import msgspec

from suyuan import flow, rows, text
from suyuan.desk.errors import DeskBusy, DeskNotFound
from suyuan.desk.store.entries import Entries
from suyuan.desk.store.graph import Graph
from suyuan.desk.store.index import Index, Where
from suyuan.desk.store.pages import Kept, Pages, Stretch
from suyuan.desk.store.search import Filters, spans
from suyuan.desk.store.tally import Tally
from suyuan.flow import Fold, Step
from suyuan.records import (
    KINDS,
    Article,
    Claim,
    Correction,
    Corroboration,
    FeedItem,
    Leaf,
    Page,
    Record,
    Rejection,
    Removal,
    Revision,
    Statement,
    Story,
    digest,
)
from suyuan.stories import heir
from suyuan.text import address, fold

R = TypeVar("R", bound=Record)

BUSY_MS = 20_000  # a reader or the site's own writes wait this long for the worker's short transactions
NO_FILTERS = Filters()
INDEXED = 2  # the version of the index and the totals that this house writes; a desk of an older one is indexed again
MARKED_AGAIN = "ON CONFLICT DO UPDATE SET n = n + 1"  # `forget` while a page is being read: what is made of it is not the last word
ENOUGH = 12  # times as many candidates as are asked for, among which the best are taken
CACHE = 6_000  # articles × kinds kept decoded: some 60 MB of news


WIDENED = (("due", "n INTEGER NOT NULL DEFAULT 1"), ("page", "address TEXT"))
"""Columns that the tables of older desks lack."""

TOMBSTONES_AS_ADDRESSES = "UPDATE OR REPLACE tombstone SET url = canonical(url) WHERE canonical(url) NOTNULL"
"""Older desks wrote a tombstone as the address was given."""

IS_READ = (
    "NOT EXISTS (SELECT 1 FROM about CROSS JOIN record revision USING (n) WHERE about.article = record.id "
    "AND about.kind = 'Revision' AND json_extract(revision.row, '$.earlier') = record.id)"
)
"""Whether an article is what its address says now: earlier versions are kept, and are no rows of lists."""

OUTGROWN = ("article_time", "story_last", "change_at", "article_outlet", "statement_speaker", "corroboration_standing")
"""Indexes that older desks have and nothing asks any more."""


@dataclass(frozen=True, slots=True)
class Hit:
    """One article that a search found: its id, itself, and where the words stand in its text."""

    article: str
    found: Article
    spans: tuple[tuple[int, int], ...]


class Heard(NamedTuple):
    """What a search among statements found: as `Results`, one page of them."""

    total: int
    is_more: bool
    statements: tuple[Statement, ...]
    query: str
    exact: int


class Results(NamedTuple):
    """What a search found: how many there are (`is_more`: and more than were counted), one page, where to go on.

    `query` is what they hold: where hardly any hold what was asked as it was written, its words written apart.
    """

    total: int
    is_more: bool
    hits: tuple[Hit, ...]
    next: int | None
    query: str
    exact: int  # how many of all hold what was asked as it was written


@dataclass(frozen=True, slots=True)
class Made:
    """Records as an engine hands them back: what one owner of one step has now."""

    owner: str
    records: tuple[Record, ...]


class Store:
    """A desk's folder: `desk.db`, `pages/`. `readonly` for the site."""

    def __init__(self, folder: Path, *, create: bool = False, readonly: bool = False) -> None:
        path = folder / "desk.db"
        if not path.exists() and not create:
            raise DeskNotFound(f"There is no desk in {folder}. Make one with: suyuan read INPUT --desk {folder}")
        folder.mkdir(parents=True, exist_ok=True)
        self.folder = folder
        self.pages = Pages(folder / "pages")
        flags = apsw.SQLITE_OPEN_READONLY if readonly else apsw.SQLITE_OPEN_READWRITE | apsw.SQLITE_OPEN_CREATE
        self.db = apsw.Connection(str(path), flags=flags)
        self.db.set_busy_timeout(BUSY_MS)
        self.db.execute("PRAGMA cache_size = -65536; PRAGMA temp_store = MEMORY; PRAGMA mmap_size = 268435456")
        self.db.create_scalar_function("canonical", _canonical, 1, deterministic=True)
        self.index = Index(self.db)
        self.tally = Tally(self.db)
        self.graph = Graph(self.db)
        self._entries = Entries(self.db, self.index, self.tally, self._article)
        self._about: OrderedDict[tuple[str, type], tuple[Any, ...]] = OrderedDict()
        self._is_writing = False
        self._seen = 0
        if not readonly:
            self.db.execute("PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA wal_autocheckpoint = 8192")
            self._upgrade()

    def _upgrade(self) -> None:
        """Give a new desk its tables and an older one what it lacks; of several processes that open it at once, one does."""
        if self._narrow():
            with self.locked("index"), self.transaction():
                self._widen()
        self.db.execute(_schema())
        if not self._is_indexed():
            with self.locked("index"):
                if not self._is_indexed():
                    self._index_again()

    def _narrow(self) -> list[str]:
        """The tables of an older house that lack a column."""
        lacks = "SELECT count(*) > 0 AND count(*) FILTER (WHERE name = ?) = 0 FROM pragma_table_info(?)"
        return [table for table, column in WIDENED if self._row(lacks, (column.split()[0], table)) == (1,)]

    def _widen(self) -> None:
        for table, column in WIDENED:
            if table in self._narrow():
                self.db.execute(f"ALTER TABLE {table} ADD COLUMN {column}")
                if table == "page":
                    self.db.execute("UPDATE page SET address = canonical(url)")
                    self.db.execute(TOMBSTONES_AS_ADDRESSES)

    def _is_indexed(self) -> bool:
        return bool(self.db.pragma("user_version") >= INDEXED)

    def close(self) -> None:
        """Close the database."""
        self.db.close()

    # ── reading ──────────────────────────────────────────────────────────────────────────────────

    def get(self, kind: type[R], record_id: str) -> R | None:
        """The record of a kind with an id."""
        return self._one(kind, "SELECT row FROM record WHERE kind = ? AND id = ?", (kind.__name__, record_id))

    def find(self, record_id: str) -> Record | None:
        """The record of any kind with an id, or with an id that begins so."""
        found = self._row("SELECT kind, row FROM record WHERE id = ? LIMIT 1", (record_id,))
        if found is None and len(record_id) >= 6:
            found = self._row(
                "SELECT kind, row FROM record WHERE id >= ? AND id < ? LIMIT 1", (record_id, record_id + "~")
            )
        if found:
            made: Record = rows.from_json(KINDS[found[0]], found[1])
            return made
        return self.page(record_id)

    def about(self, kind: type[R], article_ids: Iterable[str]) -> tuple[R, ...]:
        """The records of a kind about any of the articles, in the order that steps are handed them."""
        found: dict[str, Any] = {}
        for article in article_ids:
            for one in self._about_one(kind, article):
                found[one.id] = one
        return flow.in_order(found.values())

    def articles(self, ids: Iterable[str]) -> tuple[Article, ...]:
        """The articles with these ids, in the order of the ids; unknown ids are left out."""
        return self._all(
            Article,
            "SELECT row FROM json_each(?) CROSS JOIN record ON kind = 'Article' AND record.id = value",
            (json.dumps(list(ids)),),
        )

    def headlines(self, ids: Iterable[str]) -> tuple[str, ...]:
        """The headlines of the articles with these ids."""
        found = self._rows(
            "SELECT json_extract(row, '$.title') FROM json_each(?)"
            " CROSS JOIN record ON kind = 'Article' AND record.id = value",
            (json.dumps(list(ids)),),
        )
        return tuple(title for (title,) in found)

    def latest(self, limit: int, before: datetime | None = None, outlet: str | None = None) -> tuple[Article, ...]:
        """The newest articles, by publication (by first sight where a page gives no time), without earlier versions."""
        when = "coalesce(json_extract(row, '$.published'), json_extract(row, '$.first_seen'))"
        where, values = ["kind = 'Article'", IS_READ], []
        index = "article_of_outlet" if outlet else "article_by_time"  # left to itself, SQLite reads every article
        if before:
            where.append(f"{when} < ?")
            values.append(rows.written(before))
        if outlet:
            where.append("json_extract(row, '$.outlet') = ?")
            values.append(outlet)
        return self._all(
            Article,
            f"SELECT row FROM record INDEXED BY {index} WHERE {' AND '.join(where)} ORDER BY {when} DESC LIMIT ?",
            (*values, limit),
        )

    def articles_after(self, n: int, limit: int) -> list[tuple[int, Article]]:
        """The articles that came after the one of a number, in the order in which they came, each with its own."""
        found = self._rows(
            "SELECT n, row FROM record INDEXED BY article_n WHERE n > ? AND kind = 'Article' ORDER BY n LIMIT ?",
            (n, limit),
        )
        return [(number, rows.from_json(Article, row)) for number, row in found]

    def stories(self, limit: int, since: datetime | None = None, until: datetime | None = None) -> tuple[Story, ...]:
        """Stories by their newest report, newest first; only those whose newest lies between two moments."""
        last = "json_extract(row, '$.last')"
        return self._all(
            Story,
            f"SELECT row FROM record INDEXED BY story_by_last WHERE kind = 'Story' AND {last} BETWEEN ? AND ? ORDER BY {last} DESC LIMIT ?",
            (rows.written(since) if since else "", rows.written(until) if until else "9", limit),
        )

    def story_of(self, article_id: str) -> Story | None:
        """The story that an article belongs to."""
        return next(iter(self.about(Story, (article_id,))), None)

    def at_address(self, url: str) -> tuple[str, ...]:
        """The ids of the articles that an address gave, however it is written."""
        found = self._rows("SELECT article FROM address WHERE address = ? ORDER BY article", (address(url),))
        return tuple(article for (article,) in found)

    def lives_as(self, record_id: str) -> Story | Claim | None:
        """What a story or a claim that once had this id is part of today."""
        found = self._row("SELECT kind, article, detail FROM once WHERE id = ?", (record_id,))
        if found is None:
            return None
        kind, article, detail = found
        if kind == "Story":
            articles = detail.split() or [article]
            return heir(articles, self.about(Story, articles))
        return next((claim for claim in self.about(Claim, (article,)) if detail in claim.assertions), None)

    def claims(self, story_id: str) -> tuple[tuple[Claim, Corroboration], ...]:
        """The claims of a story with what stands behind them, most reports first."""
        claims = self._all(
            Claim,
            "SELECT row FROM record INDEXED BY claim_story WHERE kind = 'Claim' AND json_extract(row, '$.story') = ?",
            (story_id,),
        )
        pairs = [(claim, weighed) for claim in claims if (weighed := self.ground(claim.id))]
        return tuple(sorted(pairs, key=lambda pair: (-pair[1].origins, -pair[1].reports, pair[0].id)))

    def ground(self, claim_id: str) -> Corroboration | None:
        """What stands behind a claim."""
        return self._one(
            Corroboration,
            "SELECT row FROM record INDEXED BY corroboration_claim WHERE kind = 'Corroboration' AND json_extract(row, '$.claim') = ?",
            (claim_id,),
        )

    def speaker(self, name: str, limit: int = 500, offset: int = 0) -> tuple[Statement, ...]:
        """The statements of a speaker by that name, in 繁 or in 简, of the newest report first."""
        found = self.index.tagged(Where.STATEMENT, "speaker", fold(name), limit, offset)
        return tuple(one for each in found if (one := self.get(Statement, each)))

    def heard(self, name: str) -> int:
        """How many statements there are of a speaker by that name, in 繁 or in 简."""
        return self.tally.of("speaker", fold(name))

    def outlets(self) -> tuple[tuple[str, int], ...]:
        """Every publishing outlet with its number of articles, earlier versions not counted, most first."""
        return tuple(self.tally.all("outlet").items())

    def published(self, outlet: str) -> int:
        """How many articles an outlet published here, earlier versions not counted."""
        return self.tally.of("outlet", outlet)

    def reports(self) -> int:
        """How many articles there are to read: earlier versions are not counted."""
        return self.tally.of("report", "")

    def reasons(self) -> dict[str, int]:
        """For what reasons something was turned away, and how often."""
        return self.tally.all("reason")

    def rejections(self, limit: int = 200) -> tuple[Rejection, ...]:
        """What was turned away, newest first."""
        return self._all(
            Rejection,
            "SELECT row FROM record INDEXED BY rejection WHERE kind = 'Rejection' ORDER BY n DESC LIMIT ?",
            (limit,),
        )

    def faults(self) -> tuple[tuple[str, str, str], ...]:
        """Bugs that rooms showed: step, input, error."""
        return tuple(self._rows("SELECT step, input, error FROM fault ORDER BY step, input"))

    def counts(self) -> dict[str, int]:
        """How many records there are of each kind, and how many pages are kept."""
        return self.tally.all("kept") | self.tally.all("kind")

    def page(self, page_id: str) -> Kept | None:
        """The kept page or feed item with an id."""
        place = self._place(page_id)
        try:
            return self.pages.read(*place) if place else None
        except FileNotFoundError:
            moved = self._place(page_id)  # a `forget` in another process has written the file again without some pages
            if moved == place:
                raise
            return self.pages.read(*moved) if moved else None

    def body(self, page_id: str) -> bytes | None:
        """What the world sent for a page (for a feed item: its content)."""
        kept = self.page(page_id)
        if kept is None:
            return None
        return kept.body if isinstance(kept, Page) else (kept.html or kept.text or "").encode()

    def sent(self, url: str) -> bytes | None:
        """What the world sent last for an address."""
        last = self._row("SELECT id FROM page WHERE url = ? ORDER BY first_seen DESC, id LIMIT 1", (url,))
        return self.body(last[0]) if last else None

    def search(
        self,
        query: str,
        limit: int = 30,
        offset: int = 0,
        *,
        by_time: bool = False,
        after: int | None = None,
        filters: Filters = NO_FILTERS,
    ) -> Results:
        """One page of the articles that hold every word of a query; `after` is `next` of an earlier page by time."""
        found = self.index.find(Where.ARTICLE, query, limit, offset, by_time=by_time, after=after, filters=filters)
        hits = tuple(Hit(one.id, one, spans(one.text, found.query)) for one in self.articles(found.names))
        return Results(found.total, found.is_more, hits, found.next, found.query, found.exact)

    def search_statements(
        self, query: str, limit: int, offset: int = 0, *, by_time: bool = False, filters: Filters = NO_FILTERS
    ) -> Heard:
        """One page of the statements that hold every word of a query in what was said."""
        found = self.index.find(Where.STATEMENT, query, limit, offset, by_time=by_time, filters=filters)
        said = tuple(one for each in found.names if (one := self.get(Statement, each)))
        return Heard(found.total, found.is_more, said, found.query, found.exact)

    def candidates(self, article_id: str, *, step: str = "gather", limit: int = 200) -> tuple[Article, ...]:
        """Articles that share keys of a step with an article, those that share the rarest first: where related ones are looked for."""
        shared: dict[str, float] = {}
        for key, count in sorted(self.graph.cool(step, article_id).items(), key=lambda pair: (pair[1], pair[0])):
            if len(shared) > ENOUGH * limit:
                break  # what the others share is in everybody's mouth
            for other in self.graph.holders(step, key):
                shared[other] = shared.get(other, 0.0) + 1.0 / (1 + count)
        shared.pop(article_id, None)
        return self.articles(sorted(shared, key=lambda one: (-shared[one], one))[:limit])

    def links_of(self, step: str, node: str) -> dict[str, str]:
        """The links of a record that a step made: other end → id of the link."""
        return self.graph.links_of(step, node)

    def made_by(self, record_id: str) -> tuple[str, str] | None:
        """The step that made a record and the step's version."""
        return cast("tuple[str, str] | None", self._row("SELECT step, version FROM record WHERE id = ?", (record_id,)))

    def made_from(self, record_id: str) -> tuple[str, ...]:
        """The ids of the records that a record names as what it was made from, nearest first."""
        record = self.find(record_id)
        if record is None:
            return ()
        named: list[str] = []
        for name in (
            "claim",
            "story",
            "assertions",
            "statement",
            "copy",
            "original",
            "earlier",
            "a",
            "b",
            "root",
            "articles",
            "article",
            "page",
            "further",
            "input",
        ):
            value = getattr(record, name, None)
            named.extend(value if isinstance(value, tuple) else [value] if isinstance(value, str) else [])
        return tuple(dict.fromkeys(one for one in named if one != record_id))

    # ── taking in ────────────────────────────────────────────────────────────────────────────────

    def keep(self, arrivals: Sequence[Kept]) -> int:
        """Keep what came in: on disk first, then in the index. What is already kept, or forgotten, is passed over."""
        with self.locked("pages"):
            self._recover_last()
            fresh: dict[str, Kept] = {}
            for one in arrivals:
                if not self._is_known(one):
                    fresh.setdefault(one.id, one)
            if fresh:
                places = self.pages.append(fresh.values())
                with self.transaction():
                    for one, place in zip(fresh.values(), places, strict=True):
                        self._index(one, place)
        return len(fresh)

    def find_again(self) -> int:
        """Index the whole records that are on disk and not in the index; the files stay as they are."""
        with self.locked("pages"):
            return sum(self._find_again(file.name)[0] for file in self.pages.files())

    def recover(self) -> int:
        """After a crash: index what was on disk and not yet in the index, cut off what was begun and not finished."""
        with self.locked("pages"):
            found = sum(self._recover(file.name) for file in self.pages.files())
            for file in self.pages.files():
                if self._is_left_behind(file.name):
                    self.pages.remove(file.name)
        return found

    def _recover_last(self) -> None:
        """Before anything is appended: what lies beyond the index would be out of reach behind it."""
        for file in self.pages.files()[-1:]:
            self._recover(file.name)

    def _recover(self, file: str) -> int:
        found, last = self._find_again(file)
        if last and last.is_cut:
            self.pages.cut(file, last.offset)
        return found

    def _find_again(self, file: str) -> tuple[int, Stretch | None]:
        """How many records beyond the index were indexed, and what the file ends with there."""
        found, last = 0, None
        with self.transaction():
            for last in self.pages.stretches(file, self._end(file)):
                if last.kept and not self._is_known(last.kept):
                    self._index(last.kept, (file, last.offset, last.length))
                    found += 1
        return found, last

    def _is_left_behind(self, file: str) -> bool:
        """Whether a `forget` that was cut off left a file: all of it is elsewhere, or forgotten. What has rotted may be neither."""
        if self._row("SELECT 1 FROM page WHERE file = ?", (file,)):
            return False
        return all(one.kept for one in self.pages.stretches(file))

    def _end(self, file: str) -> int:
        """Where the last indexed record of a file ends."""
        last = self._row("SELECT offset + length FROM page WHERE file = ? ORDER BY offset DESC LIMIT 1", (file,))
        return last[0] if last else 0

    def _is_known(self, one: Kept) -> bool:
        """Kept already, or forgotten."""
        return (
            self._row(
                "SELECT 1 FROM page WHERE id = ? UNION ALL SELECT 1 FROM tombstone WHERE url = canonical(?)",
                (one.id, one.url),
            )
            is not None
        )

    def forget(self, url: str, at: datetime) -> int:
        """Remove what was kept for an address, from disk too, and leave a tombstone. What was made of it goes with the next work.

        However the address is written. A saved page is found by the address that it names for itself, too, and an
        article goes with all its pages.
        """
        with self.locked("pages"):
            self._recover_last()
            kept = self._kept_for(url)
            with self.transaction():
                # The tombstones first: killed before its end, it leaves pages that are forgotten by asking once more.
                for gone in {address(url), *(own for _, _, own, _ in kept if own)}:
                    self.db.execute("INSERT OR REPLACE INTO tombstone VALUES (?, ?)", (gone, rows.written(at)))
                    self.put_back(gone)
            self._take_out((page_id, kind, file) for page_id, kind, _, file in kept)
        return len(kept)

    def is_kept(self, url: str) -> bool:
        """Whether there is anything that `forget` would remove."""
        return bool(self._kept_for(url))

    def _kept_for(self, url: str) -> list[tuple[str, str, str | None, str]]:
        """What is kept for an address: id, kind, its own address, and file."""
        return self._rows(
            "WITH named AS (SELECT row FROM address JOIN record ON kind = 'Article' AND id = article WHERE address = :address) "
            "SELECT id, page.kind, page.address, file FROM page WHERE address = :address "
            "OR id IN (SELECT json_extract(row, '$.page') FROM named) "
            "OR id IN (SELECT value FROM named, json_each(row, '$.further'))",
            {"address": address(url)},
        )

    def forgotten(self, urls: Iterable[str | None]) -> tuple[str, ...]:
        """Those of some addresses that were forgotten: what they give is passed over."""
        found = self._rows(
            "SELECT DISTINCT value FROM json_each(?) JOIN tombstone ON url = canonical(value) ORDER BY value",
            (json.dumps([one for one in urls if one]),),
        )
        return tuple(url for (url,) in found)

    def recall(self, url: str) -> tuple[str, ...]:
        """Have a forgotten address read again, with those that were forgotten together with it; gives them all."""
        with self.transaction():
            found = self._rows(
                "DELETE FROM tombstone WHERE at = (SELECT at FROM tombstone WHERE url = canonical(?)) RETURNING url",
                (url,),
            )
        return tuple(sorted(gone for (gone,) in found))

    def drop(self, page_ids: Iterable[str]) -> int:
        """Remove kept pages by age, without a tombstone: what comes again is kept again."""
        with self.locked("pages"):
            self._recover_last()
            kept = self._rows(
                "SELECT id, kind, file FROM page WHERE id IN (SELECT value FROM json_each(?))",
                (json.dumps(list(page_ids)),),
            )
            self._take_out(kept)
        return len(kept)

    def _take_out(self, kept: Iterable[tuple[str, str, str]]) -> None:
        """Take pages (id, kind, file) out of the index and off the disk, one file after the other.

        A file holds thousands, and there may be many: nobody waits for more than the index of one to be written,
        and the disk needs room for one more.
        """
        by_file: dict[str, dict[str, str]] = defaultdict(dict)
        for page_id, kind, file in kept:
            by_file[file][page_id] = kind
        for file, going in sorted(by_file.items()):
            self._take_out_of(file, going)

    def _take_out_of(self, file: str, going: Mapping[str, str]) -> None:
        """Write what stays of a file into a new one, have the index point there, and remove the old one."""
        lying = self._rows("SELECT id, offset, length FROM page WHERE file = ? ORDER BY offset", (file,))
        staying = [(offset, length) for page_id, offset, length in lying if page_id not in going]
        fresh, moved = self.pages.copy(file, staying) if staying else ("", {})
        with self.transaction():
            for page_id, kind in going.items():
                self.db.execute("DELETE FROM page WHERE id = ?", (page_id,))
                self.tally.add("kept", kind, -1)
                self._mark_readers(KINDS[kind], (page_id,))
            self.db.executemany(
                "UPDATE page SET file = ?, offset = ? WHERE file = ? AND offset = ?",
                [(fresh, new, file, old) for old, new in moved.items()],
            )
        self.pages.remove(file)

    def index_again(self) -> None:
        """Make the index of words, the totals and the traits anew from the records; a desk goes on being read meanwhile.

        If it is cut off, it begins again when the desk is opened next.
        """
        with self.locked("index"):
            self._index_again()

    def _index_again(self) -> None:
        self.db.execute("PRAGMA user_version = 0")
        with self.transaction():
            for index in OUTGROWN:
                self.db.execute(f"DROP INDEX IF EXISTS {index}")
            for outgrown in ("search", "name", "search_name"):
                self.db.execute(f"DROP TABLE IF EXISTS {outgrown}")
            self.db.execute(_schema())
            for where in Where:
                self.db.execute(f"INSERT INTO search_{where} (search_{where}) VALUES ('delete-all')")
            self.db.execute("DELETE FROM place; DELETE FROM tally; DELETE FROM trait; DELETE FROM gives")
            for (kind,) in self._rows("SELECT kind FROM page"):
                self.tally.add("kept", kind, 1)
        last: int | None = 0
        while last is not None:
            last = self._enter_more(last)
        self.db.execute(f"PRAGMA user_version = {INDEXED}")

    def _enter_more(self, last: int) -> int | None:
        """Enter the records after a number, as many as others may wait for; gives the last one's, None where none is left."""
        with self.transaction():
            batch = self._rows("SELECT n, kind, row FROM record WHERE n > ? ORDER BY n LIMIT 2000", (last,))
            for n, kind, row in batch:
                self._enter_again(kind, row, n)
        return batch[-1][0] if batch else None

    def _enter_again(self, kind: str, row: str, n: int) -> None:
        try:
            record: Record = rows.from_json(KINDS[kind], row)
        except msgspec.ValidationError:
            self._entries.count(kind, row, 1)  # of an older house: its step is out of date, and makes it again
        else:
            self._entries.enter(record, row, n)

    def correct(self, given: Correction) -> None:
        """Keep what the owner sets right; what follows from it goes with the next work."""
        with self.transaction():
            self.db.execute("INSERT OR REPLACE INTO correction VALUES (?, ?)", (given.id, rows.to_json(given).decode()))
            for place in given.places:
                self.db.execute("INSERT OR IGNORE INTO corrected VALUES (?, ?)", (address(place.address), given.id))
            self._place_again(given, (place.address for place in given.places))

    def uncorrect(self, correction_id: str) -> bool:
        """Take a correction back; False where there is none with that id."""
        with self.transaction():
            known = self._row("SELECT 1 FROM correction WHERE id = ?", (correction_id,)) is not None
            self.db.execute("DELETE FROM corrected WHERE correction = ?", (correction_id,))
            self.db.execute("DELETE FROM correction WHERE id = ?", (correction_id,))
            self._delete_given("Correction", correction_id)
        return known

    def corrections(self) -> dict[str, Correction]:
        """What the owner set right, as given, by id."""
        return {one: rows.from_json(Correction, row) for one, row in self._rows("SELECT id, row FROM correction")}

    def take_down(self, url: str, page_id: str, at: datetime, status: int) -> None:
        """Keep that an address does not give its page any more; the first time counts.

        An article is known by the address that its page names for itself, which need not be the one that led to it.
        """
        made = self._all(
            Article, "SELECT row FROM record WHERE step = 'extract' AND owner = ? AND kind = 'Article'", (page_id,)
        )
        named = next((one.url for one in made if one.url), url)
        asked, known_by = address(url), address(named)
        given = Removal(id=digest("removal", known_by), url=named, at=at, status=status)
        with self.transaction():
            self.db.execute(
                "INSERT OR IGNORE INTO removal VALUES (?, ?, ?)", (known_by, asked, rows.to_json(given).decode())
            )
            if self.db.changes():
                self._look_up_again((known_by,))

    def put_back(self, url: str) -> None:
        """An address that had been taken down gives its page again."""
        with self.transaction():
            found = self._rows("SELECT row FROM removal WHERE address = ?1 OR asked = ?1", (address(url),))
            for (row,) in found:
                removal = rows.from_json(Removal, row)
                self.db.execute("DELETE FROM removal WHERE address = ?", (address(removal.url),))
                self._delete_given("Removal", removal.id)

    def _place(self, page_id: str) -> tuple[str, int, int] | None:
        return cast(
            "tuple[str, int, int] | None", self._row("SELECT file, offset, length FROM page WHERE id = ?", (page_id,))
        )

    def _index(self, one: Kept, place: tuple[str, int, int]) -> None:
        kind = type(one).__name__
        self.db.execute(
            "INSERT INTO page VALUES (?, ?, ?, ?, ?, ?, ?, canonical(?3))",
            (one.id, kind, one.url, rows.written(one.first_seen), *place),
        )
        self.tally.add("kept", kind, 1)
        self._mark_readers(type(one), (one.id,))

    # ── for engines ──────────────────────────────────────────────────────────────────────────────

    def due(self, step: str, limit: int) -> dict[str, int]:
        """Inputs that a step has to look at, each with the number of its mark: pages for the first steps, articles for the others."""
        return dict(self._rows("SELECT input, n FROM due WHERE step = ? LIMIT ?", (step, limit)))

    def marked(self, step: str, inputs: Iterable[str]) -> dict[str, int]:
        """Those of some inputs that a step has to look at, each with the number of its mark."""
        return dict(
            self._rows(
                "SELECT input, n FROM json_each(?) CROSS JOIN due ON step = ? AND input = value",
                (json.dumps(list(inputs)), step),
            )
        )

    def due_count(self) -> int:
        """How much is not yet made, over all steps."""
        count: int = self.db.execute("SELECT count(*) FROM due").get
        return count

    def mark_due(self, step: Step) -> None:
        """Have a step look at all its inputs again."""
        if step.reads[0] in (Page, FeedItem):
            self.db.execute(
                f"INSERT INTO due SELECT ?, id, 1 FROM page WHERE kind = ? {MARKED_AGAIN}",
                (step.name, step.reads[0].__name__),
            )
        else:
            kind = Leaf if step.reads[0] is Leaf else Article
            self.db.execute(
                f"INSERT INTO due SELECT ?, id, 1 FROM record WHERE kind = ? {MARKED_AGAIN}",
                (step.name, kind.__name__),
            )

    def done(self, step: str, looked_at: Mapping[str, int]) -> None:
        """A step has looked at these inputs, as `due` gave them; what was marked again meanwhile stays due."""
        self.db.executemany(
            "DELETE FROM due WHERE step = ? AND input = ? AND n = ?", [(step, *one) for one in looked_at.items()]
        )

    def fault(self, step: str, input_id: str, error: str) -> None:
        """Keep a bug that a room showed, with the input that showed it."""
        self.db.execute("INSERT OR REPLACE INTO fault VALUES (?, ?, ?)", (step, input_id, error))

    def no_fault(self, step: str, input_id: str) -> None:
        """An input that once showed a bug no longer does."""
        self.db.execute("DELETE FROM fault WHERE step = ? AND input = ?", (step, input_id))

    def versions(self) -> dict[str, str]:
        """The version of each step that the records were made with."""
        return dict(self._rows("SELECT step, version FROM made_with"))

    def set_version(self, step: str, version: str) -> None:
        """The version of a step that records are made with from now on."""
        self.db.execute("INSERT OR REPLACE INTO made_with VALUES (?, ?)", (step, version))

    def apply(self, step: Step, version: str, made: Iterable[Made], *, gone: Iterable[str] = ()) -> set[str]:
        """Make the records of some owners what they are now; gives the articles about which anything changed.

        Stops where the new record equals the old: only what differs is written and marked for later steps.
        """
        old: dict[tuple[str, str], tuple[int, str]] = {}
        new: dict[tuple[str, str], tuple[Record, str, str]] = {}
        for one in made:
            old |= self._owned(step.name, one.owner)
            for record in one.records:
                key = type(record).__name__, record.id
                if key not in new or flow.first_seen(new[key][0], record) is record:
                    new[key] = record, one.owner, rows.to_json(record).decode()
        for owner in gone:
            old |= self._owned(step.name, owner)
        changed: set[str] = set()
        for key in old.keys() - new.keys():
            if key[0] == "Article":
                self._mark_twins(old[key][0])
            changed |= self._delete(key[0], old[key][0])
        for (kind, record_id), (record, owner, row) in new.items():
            before = old.get((kind, record_id))
            if before is None or before[1] != row:
                changed |= self._write(step.name, version, owner, record, row, is_own=before is not None)
            else:
                self.db.execute("UPDATE record SET version = ?, owner = ? WHERE n = ?", (version, owner, before[0]))
        return changed

    def mark_articles(self, step: str, article_ids: Iterable[str]) -> None:
        """Have a step look at some articles."""
        self.db.executemany(f"INSERT INTO due VALUES (?, ?, 1) {MARKED_AGAIN}", [(step, one) for one in article_ids])

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All or nothing; nested ones are part of the outer."""
        if self._is_writing:
            yield
            return
        self.db.execute("BEGIN IMMEDIATE")
        self._look_again()
        self._is_writing = True
        try:
            yield
            self._total()
            self.db.execute("COMMIT")
        except BaseException:
            self._about.clear()
            self.index.forget()
            self.tally.forget()
            if self.db.in_transaction:  # a full disk has rolled it back already
                self.db.execute("ROLLBACK")
            raise
        finally:
            self._is_writing = False

    @contextmanager
    def working(self) -> Iterator[None]:
        """The one worker of a desk; DeskBusy where another process is it."""
        with self.locked("worker", wait=False):
            yield

    @contextmanager
    def locked(self, name: str, *, wait: bool = True) -> Iterator[None]:
        """One process at a time: `pages` while what is kept is added to or moved, `worker` for the one that makes."""
        with (self.folder / f"{name}.lock").open("w") as handle:
            try:
                fcntl.flock(handle, fcntl.LOCK_EX | (0 if wait else fcntl.LOCK_NB))
            except OSError as error:
                raise DeskBusy(f"Another process is already working on the desk in {self.folder}.") from error
            yield

    # ── inside ───────────────────────────────────────────────────────────────────────────────────

    def _owned(self, step: str, owner: str) -> dict[tuple[str, str], tuple[int, str]]:
        found = self.db.execute("SELECT kind, id, n, row FROM record WHERE step = ? AND owner = ?", (step, owner))
        return {(kind, record_id): (n, row) for kind, record_id, n, row in found}

    def _write(
        self, step: str, version: str, owner: str, record: Record, row: str, *, is_own: bool = False
    ) -> set[str]:
        """Write a record. One that another owner made too (`is_own`: none did) stays where it was seen first."""
        kind = type(record)
        before = self._row("SELECT n, row FROM record WHERE kind = ? AND id = ?", (kind.__name__, record.id))
        if before and not is_own and flow.first_seen(rows.from_json(kind, before[1]), record) is not record:
            return set()
        touched = self._delete(kind.__name__, before[0]) if before else set()
        self.db.execute(
            "INSERT INTO record (n, kind, id, step, version, owner, row) VALUES (?, ?, ?, ?, ?, ?, ?)",
            (before[0] if before else None, kind.__name__, record.id, step, version, owner, row),
        )
        n = before[0] if before else self.db.last_insert_rowid()
        about = flow.articles_of(record)
        self.db.executemany(
            "INSERT OR IGNORE INTO about VALUES (?, ?, ?)", [(article, kind.__name__, n) for article in about]
        )
        if isinstance(record, Article):
            self._set_address(record)
        self._entries.enter(record, row, n)
        if isinstance(record, Revision):
            self._entries.supersede(record.earlier)
        touched |= set(about)
        self._changed(kind, touched)
        return touched

    def _delete(self, kind: str, n: int) -> set[str]:
        found = self._row("SELECT id, row FROM record WHERE n = ?", (n,))
        about = {article for (article,) in self._rows("SELECT article FROM about WHERE n = ?", (n,))}
        if kind in ("Story", "Claim"):
            self._remember(KINDS[kind], n)
        self.db.execute("DELETE FROM about WHERE n = ?", (n,))
        self.db.execute("DELETE FROM record WHERE n = ?", (n,))
        if kind == "Article":
            self._drop_address(about)
        if found:
            record_id, row = found
            self._entries.leave(kind, record_id, row, n)
        self._changed(KINDS[kind], about)
        return about

    def _remember(self, kind: type[Record], n: int) -> None:
        one = self._one(kind, "SELECT row FROM record WHERE n = ?", (n,))
        if isinstance(one, Story | Claim):
            detail = one.best if isinstance(one, Claim) else " ".join((*one.articles, *one.superseded))
            self.db.execute(
                "INSERT OR REPLACE INTO once VALUES (?, ?, ?, ?)", (one.id, kind.__name__, one.articles[0], detail)
            )

    def _total(self) -> None:
        """Before a transaction ends: write what it changed of the index and of the totals."""
        self.tally.write()
        self.index.write()

    def _set_address(self, article: Article) -> None:
        place = home(article)
        self.db.execute("INSERT OR IGNORE INTO address VALUES (?, ?)", (place, article.id))
        self._look_up_again((place,))

    def _drop_address(self, article_ids: Iterable[str]) -> None:
        for article in article_ids:
            places = [place for (place,) in self._rows("SELECT address FROM address WHERE article = ?", (article,))]
            self.db.execute("DELETE FROM address WHERE article = ?", (article,))
            self._look_up_again(places)

    def _look_up_again(self, places: Iterable[str]) -> None:
        """Have the corrections and removals of some addresses name the articles of today."""
        for place in places:
            found = self._rows(
                "SELECT row FROM corrected JOIN correction ON id = correction WHERE address = ?", (place,)
            )
            for (row,) in found:
                correction = rows.from_json(Correction, row)
                self._place_again(correction, (one.address for one in correction.places))
            for (row,) in self._rows("SELECT row FROM removal WHERE address = ?", (place,)):
                removal = rows.from_json(Removal, row)
                self._place_again(removal, (removal.url,))

    def _place_again(self, given: Correction | Removal, addresses: Iterable[str]) -> None:
        articles = (article for one in addresses for article in self.at_address(one))
        placed = replace(given, articles=tuple(dict.fromkeys(articles)))
        kind, row = type(given).__name__, rows.to_json(placed).decode()
        before = self._row("SELECT n, row FROM record WHERE kind = ? AND id = ?", (kind, given.id))
        if before and before[1] != row:
            self._delete(kind, before[0])
        if not before or before[1] != row:
            self._write("given", "", given.id, placed, row)

    def _delete_given(self, kind: str, record_id: str) -> None:
        if before := self._row("SELECT n FROM record WHERE kind = ? AND id = ?", (kind, record_id)):
            self._delete(kind, before[0])

    def _mark_twins(self, n: int) -> None:
        """Another visit to the same address may have brought the article that is now gone."""
        twins = self._rows(
            "SELECT twin.id, twin.kind FROM record JOIN page mine ON mine.id = record.owner JOIN page twin USING (url) WHERE n = ? AND twin.id <> mine.id",
            (n,),
        )
        for page_id, kind in twins:
            self._mark_readers(KINDS[kind], (page_id,))

    def _changed(self, kind: type, article_ids: set[str]) -> None:
        for article in article_ids:
            self._about.pop((article, kind), None)
        self._mark_readers(kind, article_ids)

    def _mark_readers(self, kind: type, inputs: Iterable[str]) -> None:
        inputs = list(inputs)
        for step in _readers(kind):
            self.mark_articles(step.name, inputs)

    def _look_again(self) -> None:
        """What is kept decoded holds until another process has written."""
        if (seen := self.db.pragma("data_version")) != self._seen:
            self._about.clear()
            self._seen = seen

    def _article(self, article_id: str) -> Article | None:
        return next(iter(self._about_one(Article, article_id)), None)

    def _about_one(self, kind: type[R], article: str) -> tuple[R, ...]:
        key = (article, kind)
        if not self._is_writing:  # within a transaction nobody else writes
            self._look_again()
        if key in self._about:
            self._about.move_to_end(key)
            return self._about[key]
        found = self._all(
            kind,
            "SELECT row FROM about JOIN record USING (n) WHERE about.article = ? AND about.kind = ?",
            (article, kind.__name__),
        )
        self._about[key] = found
        if len(self._about) > CACHE:
            self._about.popitem(last=False)
        return found

    def _rows(self, sql: str, values: Sequence[Any] | Mapping[str, Any] = ()) -> list[Any]:
        return self.db.execute(sql, values).fetchall()

    def _row(self, sql: str, values: Sequence[Any]) -> Any:
        return self.db.execute(sql, values).fetchone()

    def _one(self, kind: type[R], sql: str, values: Sequence[Any]) -> R | None:
        found = self._row(sql, values)
        return rows.from_json(kind, found[0]) if found else None

    def _all(self, kind: type[R], sql: str, values: Sequence[Any]) -> tuple[R, ...]:
        return tuple(rows.from_json(kind, row) for (row,) in self.db.execute(sql, values))


def _schema() -> str:
    return files("suyuan.desk.store").joinpath("schema.sql").read_text(encoding="utf-8")


def _canonical(*given: Any) -> str | None:
    """For SQL: the canonical form of an address; nothing, which equals nothing, where there is none."""
    (url,) = given
    return address(url) or None


def home(article: Article) -> str:
    """The place of an article, as marks and corrections are anchored to it."""
    return text.home(article.id, article.url)


@cache
def _readers(kind: type) -> tuple[Step, ...]:
    """The steps that have to look again when a record of a kind changes."""
    return tuple(
        step for step in flow.FLOW if kind in step.reads or (isinstance(step, Fold) and kind in _links_of(step))
    )


def _links_of(fold: Fold) -> tuple[type, ...]:
    return next(step.makes for step in flow.FLOW if step.name == fold.by)
