"""Totals that pages show, kept as records come and go: counting anew would take longer the larger a desk is."""

from __future__ import annotations

from collections import Counter

import apsw


class Tally:
    """How many there are of something by name: records by kind, articles by outlet, statements by speaker."""

    def __init__(self, db: apsw.Connection) -> None:
        self.db = db
        self._come: Counter[tuple[str, str]] = Counter()

    def add(self, what: str, name: str, count: int) -> None:
        """So many more (or fewer), from the end of this transaction on."""
        self._come[what, name] += count

    def pending(self, what: str) -> set[str]:
        """The names whose number this transaction changed."""
        return {name for (of, name), count in self._come.items() if of == what and count}

    def write(self) -> None:
        """Bring the table up to date: at the end of a transaction."""
        self.db.executemany(
            "INSERT INTO tally VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET count = count + excluded.count",
            [(what, name, count) for (what, name), count in self._come.items() if count],
        )
        self._come.clear()

    def forget(self) -> None:
        """What a transaction that came to nothing would have written."""
        self._come.clear()

    def of(self, what: str, name: str) -> int:
        """How many there are of one name."""
        found: int | None = self.db.execute("SELECT count FROM tally WHERE what = ? AND name = ?", (what, name)).get
        return found or 0

    def all(self, what: str) -> dict[str, int]:
        """How many there are of each name, most first."""
        sql = "SELECT name, count FROM tally WHERE what = ? AND count > 0 ORDER BY count DESC, name"
        return {str(name): int(count) for name, count in self.db.execute(sql, (what,))}
