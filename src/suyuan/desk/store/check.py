"""Whether database, search index and kept pages agree with one another, and mending what can be made again."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import apsw

from suyuan import rows
from suyuan.desk.errors import DeskNotFound
from suyuan.desk.store.index import Where
from suyuan.desk.store.pages import ROTTEN
from suyuan.desk.store.store import MARKED_AGAIN, TOMBSTONES_AS_ADDRESSES, Store, home
from suyuan.records import Article

# What `rebuild` does not carry over: the kept pages, or what was made of them, say it again.
_MADE = frozenset(
    "page record about node key hot edge due fault made_with address once tally trait place name gives".split()
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
    yield from _lost_places(store)
    yield from _unindexed(store)
    for what, sql in _DISAGREEMENTS:
        found = [str(one) for (one,) in store.db.execute(sql)]
        if found:
            yield Finding(what, len(found), found[0], True)


_SEARCHED = (
    (Where.ARTICLE, "SELECT id FROM record WHERE kind = 'Article'"),
    (Where.STATEMENT, "SELECT id FROM record WHERE kind = 'Statement' AND json_extract(row, '$.article') IN (SELECT id FROM record WHERE kind = 'Article')"),
)  # fmt: skip
"""What is to be found in each table of the index."""


_NAMED = (
    ("names of records that are gone", "SELECT n FROM gives WHERE n NOT IN (SELECT n FROM record)"),
    (
        "speakers and stories that cannot be found by name",
        "SELECT id FROM record WHERE kind IN ('Speaker', 'Story') AND n NOT IN "
        "(SELECT n FROM gives JOIN name ON id = name JOIN search_name ON search_name.rowid = id)",
    ),
)


def _unindexed(store: Store) -> Iterator[Finding]:
    """Where the index of words and the totals do not say what the records do."""
    for where, there in _SEARCHED:
        placed = f"SELECT name FROM place JOIN search_{where} ON search_{where}.rowid = doc WHERE kind = '{where}'"
        for what, sql in (
            ("records that cannot be found by search", f"SELECT id FROM ({there}) WHERE id NOT IN ({placed})"),
            (
                "search entries of records that are gone",
                f"SELECT name FROM place WHERE kind = '{where}' AND name NOT IN ({there}) "
                f"UNION ALL SELECT rowid FROM search_{where} WHERE rowid NOT IN (SELECT doc FROM place WHERE kind = '{where}')",
            ),
        ):
            found = [str(one) for (one,) in store.db.execute(sql)]
            if found:
                yield Finding(what, len(found), found[0], True)
    for what, sql in _NAMED:
        found = [str(one) for (one,) in store.db.execute(sql)]
        if found:
            yield Finding(what, len(found), found[0], True)
    counted = {str(kind): count for kind, count in store.db.execute("SELECT kind, count(*) FROM record GROUP BY kind")}
    wrong = {kind for kind, count in store.tally.all("kind").items() ^ counted.items()}
    if wrong:
        yield Finding("totals that are wrong", len(wrong), min(wrong), True)


_DISAGREEMENTS = (
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
)


def mend(store: Store) -> None:
    """Put right what `check` calls mendable; the work that follows from it is marked as due."""
    store.recover()
    with store.transaction():
        store.db.execute(
            "INSERT INTO due SELECT step, owner, 1 FROM record "
            f"WHERE step IN ('extract', 'unpack') AND owner NOT IN (SELECT id FROM page) {MARKED_AGAIN}"
        )
        store.db.execute("DELETE FROM about WHERE n NOT IN (SELECT n FROM record)")
        store.db.execute("DELETE FROM address WHERE article NOT IN (SELECT id FROM record WHERE kind = 'Article')")
        for (row,) in store.db.execute("SELECT row FROM record WHERE kind = 'Article'").fetchall():
            article = rows.from_json(Article, str(row))
            store.db.execute("INSERT OR IGNORE INTO address VALUES (?, ?)", (home(article), article.id))
    if any(_unindexed(store)):
        store.index_again()


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
    store.find_again()
    return store, aside


def _damaged_pages(store: Store) -> Iterator[Finding]:
    damaged: list[str] = []
    for page_id, file, offset, length in store.db.execute(
        "SELECT id, file, offset, length FROM page ORDER BY file, offset"
    ):
        try:
            if store.pages.read(file, offset, length).id != page_id:
                damaged.append(page_id)
        except ROTTEN:
            damaged.append(page_id)
    if damaged:
        yield Finding("kept pages that cannot be read; what was made of them stays", len(damaged), damaged[0], False)


def _lost_places(store: Store) -> Iterator[Finding]:
    """What the index passed over because it cannot be read: after `rebuild`, all that is left of a rotten page."""
    with store.locked("pages"):
        lost = [place for path in store.pages.files() for place in _lost_in(store, path)]
    if lost:
        what = (
            "places in the files of kept pages that cannot be read; only a backup from before may hold what they held"
        )
        yield Finding(what, len(lost), lost[0], False)


def _lost_in(store: Store, path: Path) -> Iterator[str]:
    for start, end in _gaps(store, path):
        for one in store.pages.stretches(path.name, start):
            if one.offset >= end:
                break
            if one.kept is None and not one.is_cut:  # what is cut was never kept: it goes when something is kept next
                yield f"{path.name} {one.offset}"


def _gaps(store: Store, path: Path) -> Iterator[tuple[int, int]]:
    """The parts of a file to which nothing in the index points."""
    at, size = 0, path.stat().st_size
    for offset, length in store.db.execute(
        "SELECT offset, length FROM page WHERE file = ? ORDER BY offset", (path.name,)
    ):
        if offset > at:
            yield at, offset
        at = offset + length
    if size > at:
        yield at, size


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
        store.db.execute(TOMBSTONES_AS_ADDRESSES)
        old.close()
    except apsw.Error:
        return  # nothing of it can be read: its pages are all there is


def _copy_table(old: apsw.Connection, store: Store, name: str) -> None:
    try:
        for row in old.execute(f"SELECT * FROM {name}"):
            store.db.execute(f"INSERT OR REPLACE INTO {name} VALUES ({', '.join('?' * len(row))})", row)
    except apsw.Error:
        return  # damaged from here on; what came before is saved
