"""Whether database, search index and kept pages agree with one another, and mending what can be made again."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import cast

import apsw
from warcio.exceptions import ArchiveLoadFailed

from suyuan import rows
from suyuan.desk.errors import DeskNotFound
from suyuan.desk.store import names, search
from suyuan.desk.store.store import Store, home
from suyuan.records import Article

# What `rebuild` does not carry over: the kept pages, or what was made of them, say it again.
_MADE = frozenset(
    {"page", "record", "about", "node", "key", "hot", "edge", "due", "fault", "made_with", "address", "once", "name"}
)


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that is not as it should be: what, how often, an example, and whether `mend` can put it right."""

    what: str
    count: int
    example: str
    is_mendable: bool


def check(store: Store) -> Iterator[Finding]:
    """Look at everything once; a whole desk gives nothing."""
    if (said := store.db.execute("PRAGMA integrity_check(10)").get) != "ok":
        yield Finding("the database is damaged", 1, str(said), False)
    yield from _damaged_pages(store)
    for what, sql in _DISAGREEMENTS:
        found = [str(one) for (one,) in store.db.execute(sql)]
        if found:
            yield Finding(what, len(found), found[0], True)


_DISAGREEMENTS = (
    (
        "articles that cannot be found by search",
        "SELECT id FROM record WHERE kind = 'Article' AND n NOT IN (SELECT rowid FROM search)",
    ),
    (
        "search entries of articles that are gone",
        "SELECT rowid FROM search WHERE rowid NOT IN (SELECT n FROM record WHERE kind = 'Article')",
    ),
    (
        "articles whose page is gone",
        "SELECT id FROM record WHERE step IN ('extract', 'unpack') AND owner NOT IN (SELECT id FROM page) "
        "AND owner NOT IN (SELECT input FROM due WHERE step IN ('extract', 'unpack'))",
    ),
    ("references to records that are gone", "SELECT article FROM about WHERE n NOT IN (SELECT n FROM record)"),
    (
        "addresses of articles that are gone",
        "SELECT address FROM address WHERE article NOT IN (SELECT id FROM record WHERE kind = 'Article')",
    ),
    (
        "articles that are not known by their address",
        "SELECT id FROM record WHERE kind = 'Article' AND id NOT IN (SELECT article FROM address)",
    ),
    ("names of records that are gone", "SELECT shown FROM name WHERE n NOT IN (SELECT n FROM record)"),
    (
        "speakers and stories that cannot be found by name",
        "SELECT id FROM record WHERE kind IN ('Speaker', 'Story') AND n NOT IN (SELECT n FROM name)",
    ),
)


def mend(store: Store) -> None:
    """Put right what `check` calls mendable; the work that follows from it is marked as due."""
    store.recover()
    with store.transaction():
        store.db.execute(
            "INSERT OR IGNORE INTO due SELECT step, owner FROM record "
            "WHERE step IN ('extract', 'unpack') AND owner NOT IN (SELECT id FROM page)"
        )
        store.db.execute("DELETE FROM about WHERE n NOT IN (SELECT n FROM record)")
        store.db.execute("DELETE FROM search WHERE rowid NOT IN (SELECT n FROM record WHERE kind = 'Article')")
        store.db.execute("DELETE FROM address WHERE article NOT IN (SELECT id FROM record WHERE kind = 'Article')")
        _mend_names(store)
        found = store.db.execute("SELECT n, row FROM record WHERE kind = 'Article'").fetchall()
        for n, row in cast("list[tuple[int, str]]", found):
            article = rows.from_json(Article, row)
            store.db.execute("INSERT OR IGNORE INTO address VALUES (?, ?)", (home(article), article.id))
            if store.db.execute("SELECT 1 FROM search WHERE rowid = ?", (n,)).fetchone() is None:
                store.db.execute(
                    "INSERT INTO search (rowid, title, text) VALUES (?, ?, ?)",
                    (n, search.index_text(article.title), search.index_text(article.text)),
                )


def _mend_names(store: Store) -> None:
    for (n,) in store.db.execute("SELECT DISTINCT n FROM name WHERE n NOT IN (SELECT n FROM record)").fetchall():
        names.drop(store.db, cast("int", n))
    for kind in names.HOLDERS:
        asked = "SELECT n, row FROM record WHERE kind = ? AND n NOT IN (SELECT n FROM name)"
        for n, row in cast("list[tuple[int, str]]", store.db.execute(asked, (kind.__name__,)).fetchall()):
            names.write(store.db, n, rows.from_json(kind, row))


def rebuild(folder: Path) -> tuple[Store, Path]:
    """Begin a new database from the kept pages; gives it and where the old one was put aside.

    What the owner wrote (marks, corrections, subscriptions, tombstones) is carried over as far as the old
    database can still be read.
    """
    old = folder / "desk.db"
    if not (folder / "pages").is_dir():
        raise DeskNotFound(f"There are no kept pages in {folder}.")
    aside = _free_name(folder)
    if old.exists():
        old.rename(aside)
        for tail in ("-wal", "-shm"):
            if (beside := folder / f"desk.db{tail}").exists():
                beside.rename(f"{aside}{tail}")
    store = Store(folder, create=True)
    if aside.exists():
        _carry_over(aside, store)
    store.recover()
    return store, aside


def _damaged_pages(store: Store) -> Iterator[Finding]:
    damaged: list[str] = []
    for page_id, file, offset, length in store.db.execute(
        "SELECT id, file, offset, length FROM page ORDER BY file, offset"
    ):
        try:
            if store.pages.read(file, offset, length).id != page_id:
                damaged.append(page_id)
        except (OSError, EOFError, zlib.error, ArchiveLoadFailed, ValueError, AttributeError, TypeError, StopIteration):
            damaged.append(page_id)  # rotten bytes fail in as many ways as there are layers
    if damaged:
        yield Finding("kept pages that cannot be read; what was made of them stays", len(damaged), damaged[0], False)


def _free_name(folder: Path) -> Path:
    number = 1
    while (name := folder / f"desk.db.damaged-{number}").exists():
        number += 1
    return name


def _carry_over(aside: Path, store: Store) -> None:
    try:
        old = apsw.Connection(str(aside))
        tables = [name for (name,) in store.db.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")]
        for name in tables:
            if name not in _MADE and not name.startswith(("search", "sqlite_")):
                _copy_table(old, store, name)
        old.close()
    except apsw.Error:
        return  # nothing of it can be read: its pages are all there is


def _copy_table(old: apsw.Connection, store: Store, name: str) -> None:
    try:
        for row in old.execute(f"SELECT * FROM {name}"):
            store.db.execute(f"INSERT OR REPLACE INTO {name} VALUES ({', '.join('?' * len(row))})", row)
    except apsw.Error:
        return  # damaged from here on; what came before is saved
