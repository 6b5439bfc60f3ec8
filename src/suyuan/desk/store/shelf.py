"""Answers that are made ready beside the site, in a file of their own: one process puts them there, the site takes them.

Nothing of it is worth keeping: it can be made again, is in no backup, and may be removed at any time.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from typing import cast

import apsw

BUSY_MS = 2_000  # the process that makes answers ready may wait for another to write
HASTE_MS = 10  # a page may not


class Shelf:
    """A desk's `ready.db`: answers by name with the moment they were made, which were asked for when, what articles tell.

    Moments are seconds since 1970.
    """

    def __init__(self, folder: Path) -> None:
        self.db = apsw.Connection(str(folder / "ready.db"))
        self.db.set_busy_timeout(BUSY_MS)
        self.db.execute("PRAGMA journal_mode = WAL; PRAGMA synchronous = OFF")
        self.db.execute(
            "CREATE TABLE IF NOT EXISTS answer (name TEXT PRIMARY KEY, at REAL NOT NULL, body BLOB NOT NULL) STRICT;"
            "CREATE TABLE IF NOT EXISTS made_with (version TEXT NOT NULL, read INTEGER NOT NULL) STRICT;"
            "CREATE TABLE IF NOT EXISTS telling (article TEXT PRIMARY KEY, body BLOB NOT NULL) STRICT, WITHOUT ROWID;"
            "CREATE TABLE IF NOT EXISTS asked (name TEXT PRIMARY KEY, at REAL NOT NULL) STRICT, WITHOUT ROWID"
        )

    def close(self) -> None:
        """Close the file."""
        self.db.close()

    def made(self, name: str) -> float:
        """When an answer was made; 0 where there is none."""
        found: float | None = self.db.execute("SELECT at FROM answer WHERE name = ?", (name,)).get
        return found or 0.0

    def get(self, name: str) -> bytes | None:
        """An answer as it was put there."""
        found: bytes | None = self.db.execute("SELECT body FROM answer WHERE name = ?", (name,)).get
        return found

    def put(self, name: str, at: float, body: bytes) -> None:
        """Have an answer ready."""
        self.db.execute("INSERT OR REPLACE INTO answer VALUES (?, ?, ?)", (name, at, body))

    def ask(self, name: str, at: float) -> None:
        """Say that an answer is asked for, so that it is made ready for a while; not said where another is writing."""
        self.db.set_busy_timeout(HASTE_MS)
        try:
            self.db.execute("INSERT OR REPLACE INTO asked VALUES (?, ?)", (name, at))
        except apsw.BusyError:
            pass  # whoever asks next says so
        finally:
            self.db.set_busy_timeout(BUSY_MS)

    def clear(self) -> None:
        """Have nothing ready: something that was told of is to be forgotten."""
        self.db.execute("DELETE FROM answer; DELETE FROM telling; UPDATE made_with SET read = 0; VACUUM")

    def of_version(self, version: str) -> None:
        """Have nothing ready that other code than this version made."""
        if self.db.execute("SELECT version FROM made_with").get != version:
            self.clear()
            with self.db:
                self.db.execute("DELETE FROM made_with")
                self.db.execute("INSERT INTO made_with VALUES (?, 0)", (version,))

    def tellings(self, articles: Iterable[str]) -> dict[str, bytes]:
        """What some articles tell, of those of which it was kept."""
        sql = "SELECT article, body FROM telling WHERE article IN (SELECT value FROM json_each(?))"
        found = self.db.execute(sql, (json.dumps(list(articles)),)).fetchall()
        return dict(cast("list[tuple[str, bytes]]", found))

    def read(self) -> int:
        """The number of the newest article of which it is kept what it tells; all before it were looked at, too."""
        found: int | None = self.db.execute("SELECT read FROM made_with").get
        return found or 0

    def keep_tellings(self, found: Iterable[tuple[str, bytes]], read: int) -> None:
        """Keep what some articles tell, the newest of them with this number."""
        with self.db:
            self.db.executemany("INSERT OR REPLACE INTO telling VALUES (?, ?)", found)
            self.db.execute("UPDATE made_with SET read = ?", (read,))

    def asked(self, since: float) -> list[str]:
        """The answers that were asked for since a moment; what was asked for before is forgotten."""
        with self.db:
            self.db.execute("DELETE FROM asked WHERE at < ?", (since,))
            self.db.execute("DELETE FROM answer WHERE at < ?", (since,))
        return cast("list[str]", [name for (name,) in self.db.execute("SELECT name FROM asked ORDER BY name")])
