"""Subscriptions: what is watched, how each visit went, and what is still to be fetched.

They live in a file of their own, `subscriptions.db`, so that watching never waits for the worker. What was found
is pending until it is on disk; nothing is taken out before.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, fields
from enum import StrEnum
from importlib.resources import files
from pathlib import Path
from typing import Any

import apsw

from suyuan.desk.store import leases
from suyuan.desk.store.leases import Leases

BUSY_MS = 10_000
VISITS = 60 * 86_400.0  # seconds for which visits are remembered
LISTED = 90 * 86_400.0  # seconds for which an item that is no longer listed is remembered
NEXT = ("subscription", "pending", "address", "host", "lease")  # what has a moment before which nothing is done
LEAST = 5  # minutes between two looks that an owner may ask for: more often is no manners


class Result(StrEnum):
    """How a visit went. 结果"""

    NEW = "new"
    UNCHANGED = "unchanged"
    EMPTY = "empty"
    FAILED = "failed"
    BUSY = "busy"  # 429 or 503: it asks to be left alone
    REFUSED = "refused"
    FORBIDDEN = "forbidden"  # by robots.txt
    TURNED = "turned"  # it answers with something else than it was
    GONE = "gone"


class Standing(StrEnum):
    """How a subscription is doing. 状态"""

    NEW = "new"
    WELL = "well"
    PAUSED = "paused"
    QUIET = "quiet"
    MOVED = "moved"
    FAILING = "failing"
    FORBIDDEN = "forbidden"
    TURNED = "turned"
    DEAD = "dead"


class Why(StrEnum):
    """Why the next visit is when it is. 缘由"""

    NEW = "new"
    OWNER = "owner"  # the owner set the interval, or asked for a visit
    CHANGES = "changes"  # how often it changes
    ASKS = "asks"  # it asks to be left alone that long
    HUB = "hub"  # a hub tells of anything new; this look is for safety
    FAILURES = "failures"  # it failed, and is tried less and less often
    DEAD = "dead"  # it is gone, and is tried once a week


@dataclass(frozen=True, slots=True, kw_only=True)
class Watched:
    """A subscription as it stands. Times are seconds since 1970, UTC."""

    url: str
    address: str
    kind: str
    title: str = ""
    folder: str = ""
    outlet: str | None = None
    minutes: int | None = None
    ignores_robots: int = 0
    added: float = 0.0
    next: float = 0.0
    why: str = Why.NEW
    interval: float = 1800.0
    asks: float | None = None
    checked: float | None = None
    result: str | None = None
    detail: str = ""
    changed: float | None = None
    failures: int = 0
    failing_since: float | None = None
    moved: float | None = None
    etag: str | None = None
    modified: str | None = None
    hub: str | None = None
    topic: str | None = None
    paused: float | None = None


@dataclass(frozen=True, slots=True)
class Visit:
    """One look at a subscription."""

    subscription: str
    at: float
    result: str
    status: int | None
    fresh: int
    bytes: int
    detail: str


@dataclass(frozen=True, slots=True)
class Pending:
    """An item whose page is still to be fetched."""

    id: str
    subscription: str
    url: str
    host: str
    item: str | None
    next: float
    tries: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Fetched:
    """A page that was fetched for an item, as it was last seen."""

    url: str
    host: str
    page: str | None
    words: str
    length: int
    status: int
    fetched: float
    etag: str | None = None
    modified: str | None = None
    looks: int = 0
    next: float | None = None
    used: str = "page"
    gone: float | None = None


@dataclass(frozen=True, slots=True)
class Asked:
    """What the site asks of the watcher: `add` an address, `poll` a subscription now, say what a `list` of another reader
    (base64) would add, `take` what it said of that number; `answer` once it was done.
    """

    n: int
    what: str
    value: str
    at: float
    answer: str | None


class Subscriptions:
    """The subscriptions of a desk's folder."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self.db = apsw.Connection(str(folder / "subscriptions.db"))
        self.db.set_busy_timeout(BUSY_MS)
        self.db.execute(
            "PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA cache_size = -16384; PRAGMA wal_autocheckpoint = 4096"
        )
        self.db.execute(files("suyuan.desk.store").joinpath("subscriptions.sql").read_text(encoding="utf-8"))
        for column, kind in (("paused", "REAL"), ("topic", "TEXT")):  # a desk from before there were these
            if not self.db.execute("SELECT 1 FROM pragma_table_info('subscription') WHERE name = ?", (column,)).get:
                self.db.execute(f"ALTER TABLE subscription ADD COLUMN {column} {kind}")
        self.leases = Leases(self.db)

    def close(self) -> None:
        """Close the database."""
        self.db.close()

    # ── the owner's ──────────────────────────────────────────────────────────────────────────────

    def add(self, watched: Watched) -> bool:
        """Subscribe; False where it is subscribed to already (by its first or its present address)."""
        if self.get(watched.url) or self.get(watched.address):
            return False
        names = [field.name for field in fields(Watched)]
        self.db.execute(
            f"INSERT INTO subscription ({', '.join(names)}) VALUES ({', '.join('?' * len(names))})",
            tuple(_plain(getattr(watched, name)) for name in names),
        )
        return True

    def get(self, url: str) -> Watched | None:
        """A subscription by the address that it was given, or that it has now."""
        return next(iter(self._watched("WHERE url = ?1 OR address = ?1", (url,))), None)

    def all(self) -> tuple[Watched, ...]:
        """Every subscription, by folder and title."""
        return self._watched("ORDER BY folder, title, url", ())

    def count(self) -> int:
        """How many there are."""
        count: int = self.db.execute("SELECT count(*) FROM subscription").get
        return count

    def was_used(self) -> bool:
        """Whether anything was ever watched here: an owner who removed everything wants nothing."""
        return self.db.execute("SELECT 1 FROM host LIMIT 1").get is not None

    def change(self, url: str, **columns: Any) -> None:
        """Set some columns of a subscription."""
        self.db.execute(
            f"UPDATE subscription SET {', '.join(f'{name} = ?' for name in columns)} WHERE url = ?",
            (*(_plain(value) for value in columns.values()), url),
        )

    def remove(self, url: str) -> bool:
        """End a subscription. What it brought stays; what is pending is not fetched."""
        found = self.get(url)
        if found is None:
            return False
        with self.transaction():
            for table in ("visit", "listed", "pending"):
                self.db.execute(f"DELETE FROM {table} WHERE subscription = ?", (found.url,))
            self.db.execute("DELETE FROM subscription WHERE url = ?", (found.url,))
            self.leases.end(found.url)
        return True

    # ── the watcher's ────────────────────────────────────────────────────────────────────────────

    def due(self, now: float, limit: int = 500) -> tuple[Watched, ...]:
        """Those to be looked at, longest due first; and those of which a hub has told."""
        return self._watched(
            "WHERE paused IS NULL AND (next <= ?1 OR (checked <= ?1 - ?3 AND url IN (SELECT subscription FROM lease WHERE news))) "
            "ORDER BY next LIMIT ?2",
            (now, limit, leases.AT_MOST),
        )

    def next_due(self, now: float) -> float | None:
        """When the next thing of any kind falls due that is not due yet."""
        found = self.db.execute(
            "SELECT min(next) FROM (SELECT min(next) AS next FROM subscription WHERE next > ?1 "
            "UNION ALL SELECT min(next) FROM pending WHERE next > ?1 "
            "UNION ALL SELECT min(next) FROM address WHERE next > ?1 "
            "UNION ALL SELECT min(next) FROM lease WHERE next > ?1)",
            (now,),
        ).get
        return float(found) if found is not None else None

    def visited(self, visit: Visit) -> None:
        """Remember a visit."""
        self.db.execute(
            "INSERT INTO visit VALUES (?, ?, ?, ?, ?, ?, ?)",
            (
                visit.subscription,
                visit.at,
                str(visit.result),
                visit.status,
                visit.fresh,
                visit.bytes,
                visit.detail[:500],
            ),
        )

    def visits(self, url: str, limit: int = 50) -> tuple[Visit, ...]:
        """The visits to a subscription, newest first."""
        found = self.db.execute("SELECT * FROM visit WHERE subscription = ? ORDER BY at DESC LIMIT ?", (url, limit))
        return tuple(Visit(*row) for row in found)

    def fresh(self, since: float) -> dict[str, int]:
        """How many new items each subscription brought since then."""
        found = self.db.execute("SELECT subscription, sum(fresh) FROM visit WHERE at >= ? GROUP BY 1", (since,))
        return {str(url): int(count) for url, count in found}

    def listed(self, url: str) -> dict[str, str]:
        """The items of a subscription that were taken up: item → digest of its words."""
        found = self.db.execute("SELECT item, words FROM listed WHERE subscription = ?", (url,))
        return {str(item): str(words) for item, words in found}

    def list_items(self, url: str, items: Iterable[tuple[str, str]], now: float) -> None:
        """These items are listed now, with these words."""
        self.db.executemany(
            "INSERT INTO listed VALUES (?1, ?2, ?3, ?4) ON CONFLICT DO UPDATE SET words = ?3, at = ?4",
            [(url, item, words, now) for item, words in items],
        )

    def put_off(self, pending: Iterable[Pending]) -> None:
        """Items whose pages are to be fetched."""
        self.db.executemany(
            "INSERT OR IGNORE INTO pending (id, subscription, url, host, item, next, tries) VALUES (?, ?, ?, ?, ?, ?, ?)",
            [(one.id, one.subscription, one.url, one.host, one.item, one.next, one.tries) for one in pending],
        )

    def pending(self, now: float) -> tuple[Pending, ...]:
        """The next item of each host."""
        found = self.db.execute(
            "SELECT id, subscription, url, host, item, next, tries FROM pending WHERE n IN "
            "(SELECT min(n) FROM pending WHERE next <= ? GROUP BY host)",
            (now,),
        )
        return tuple(Pending(*row) for row in found)

    def without_page(self, limit: int) -> tuple[Pending, ...]:
        """Items that are kept as they are."""
        found = self.db.execute(
            "SELECT id, subscription, url, host, item, next, tries FROM pending WHERE host = '' LIMIT ?", (limit,)
        )
        return tuple(Pending(*row) for row in found)

    def pending_count(self) -> int:
        """How many items wait for their page."""
        count: int = self.db.execute("SELECT count(*) FROM pending").get
        return count

    def try_later(self, pending_id: str, at: float) -> None:
        """An item's page could not be had now."""
        self.db.execute("UPDATE pending SET next = ?, tries = tries + 1 WHERE id = ?", (at, pending_id))

    def settled(self, ids: Iterable[str]) -> None:
        """What came of these items is on disk."""
        self.db.executemany("DELETE FROM pending WHERE id = ?", [(one,) for one in ids])

    def fetched(self, url: str) -> Fetched | None:
        """What is known of a page."""
        row = self.db.execute("SELECT * FROM address WHERE url = ?", (url,)).fetchone()
        return _fetched(row) if row else None

    def set_fetched(self, page: Fetched) -> None:
        """What is known of a page now."""
        names = [field.name for field in fields(Fetched)]
        self.db.execute(
            f"INSERT OR REPLACE INTO address ({', '.join(names)}) VALUES ({', '.join('?' * len(names))})",
            tuple(getattr(page, name) for name in names),
        )

    def revisits(self, now: float, limit: int = 200) -> tuple[Fetched, ...]:
        """Pages to be looked at again."""
        return tuple(
            _fetched(row)
            for row in self.db.execute(
                "SELECT * FROM address WHERE next <= ? ORDER BY next LIMIT ?", (now, limit)
            )
        )  # fmt: skip

    def host(self, host: str) -> tuple[float, str | None, float | None]:
        """What is known of a host: not to be asked before, its robots.txt, and when that was fetched."""
        row = self.db.execute("SELECT next, robots, robots_at FROM host WHERE host = ?", (host,)).fetchone()
        return row or (0.0, None, None)

    def set_host(self, host: str, **columns: Any) -> None:
        """Remember something of a host."""
        for name, value in columns.items():
            self.db.execute(
                f"INSERT INTO host (host, {name}) VALUES (?1, ?2) ON CONFLICT DO UPDATE SET {name} = ?2", (host, value)
            )

    def latest(self) -> float:
        """When the last look was, by the clock of then."""
        found = self.db.execute("SELECT max(at) FROM visit").get
        return float(found or 0.0)

    def set_back(self, now: float, seconds: float) -> None:
        """The clock was set back by so much: what is to come moves with it, and nothing lies in the future that was."""
        with self.transaction():
            for table in NEXT:
                self.db.execute(f"UPDATE {table} SET next = next - ?2 WHERE next > ?1", (now, seconds))
            for table, was in (
                ("visit", "at"),
                ("subscription", "checked"),
                ("address", "fetched"),
                ("host", "robots_at"),
            ):
                self.db.execute(f"UPDATE {table} SET {was} = ?1 WHERE {was} > ?1", (now,))

    def tidy(self, now: float) -> None:
        """Forget old visits, items long unlisted and pages long looked at; after a clock that jumped, wait no longer than a week."""
        with self.transaction():
            self.db.execute("DELETE FROM visit WHERE at < ?", (now - VISITS,))
            self.db.execute(
                "DELETE FROM listed WHERE at < ?1 AND EXISTS (SELECT 1 FROM subscription WHERE url = subscription AND checked > at + ?2)",
                (now - LISTED, LISTED),
            )
            self.db.execute("DELETE FROM asked WHERE at < ?", (now - VISITS,))
            # The looks at such a page are long over. One that was taken down is shown as such for good.
            self.db.execute("DELETE FROM address WHERE gone IS NULL AND fetched < ?", (now - LISTED,))
            for table in NEXT:
                self.db.execute(f"UPDATE {table} SET next = ?1 WHERE next > ?1 + 8 * 86400", (now,))

    # ── the site's ───────────────────────────────────────────────────────────────────────────────

    def ask(self, what: str, value: str, now: float) -> int:
        """Ask the watcher for something; gives the number to look for the answer by."""
        self.db.execute("INSERT INTO asked (what, value, at) VALUES (?, ?, ?)", (what, value, now))
        return self.db.last_insert_rowid()

    def asked(self, n: int | None = None) -> tuple[Asked, ...]:
        """What was asked and is not answered, or one question with its answer."""
        where, values = ("answer IS NULL", ()) if n is None else ("n = ?", (n,))
        found = self.db.execute(f"SELECT n, what, value, at, answer FROM asked WHERE {where} ORDER BY n", values)
        return tuple(Asked(*row) for row in found)

    def asked_since(self, what: str, at: float) -> tuple[Asked, ...]:
        """What was asked of one kind since then, newest first, answered or not."""
        found = self.db.execute("SELECT * FROM asked WHERE what = ? AND at >= ? ORDER BY n DESC", (what, at))
        return tuple(Asked(*row) for row in found)

    def answer(self, n: int, answer: str) -> None:
        """What came of a question; a list that was handed over with it is not needed any more."""
        self.db.execute(
            "UPDATE asked SET answer = ?, value = CASE what WHEN 'list' THEN '' ELSE value END WHERE n = ?", (answer, n)
        )

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All or nothing."""
        with self.db:
            yield

    def _watched(self, where: str, values: Sequence[Any]) -> tuple[Watched, ...]:
        names = [field.name for field in fields(Watched)]
        found = self.db.execute(f"SELECT {', '.join(names)} FROM subscription {where}", values)
        return tuple(Watched(**dict(zip(names, row, strict=True))) for row in found)


def _plain(value: Any) -> Any:
    return str(value) if isinstance(value, StrEnum) else value


def _fetched(row: Sequence[Any]) -> Fetched:
    return Fetched(**dict(zip((field.name for field in fields(Fetched)), row, strict=True)))
