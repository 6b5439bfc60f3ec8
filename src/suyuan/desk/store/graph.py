"""The graph of a desk's links: what a link or fold step walks, the keys by which its nodes meet, and what joins them.

A node is a record that a step walks, with the article it is of. Of a link step its mark is the digest of its draft,
of a fold the group that it is in. Nothing here marks what follows from a change: the engine does.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

import apsw


class Graph:
    """The tables `node`, `key`, `hot` and `edge` of a desk's database; each step has a graph of its own."""

    def __init__(self, db: apsw.Connection) -> None:
        self.db = db

    # ── nodes ────────────────────────────────────────────────────────────────────────────────────

    def nodes(self, step: str, article: str) -> dict[str, str]:
        """The nodes of an article: id → mark."""
        return dict(self._pairs("SELECT id, mark FROM node WHERE step = ? AND article = ?", (step, article)))

    def set_node(self, step: str, node: str, article: str, mark: str) -> None:
        """A node, with the digest of its draft or its group."""
        self.db.execute("INSERT OR REPLACE INTO node VALUES (?, ?, ?, ?)", (step, node, article, mark))

    def drop_node(self, step: str, node: str) -> None:
        """A record that is no longer there."""
        self.db.execute("DELETE FROM node WHERE step = ? AND id = ?", (step, node))

    def article(self, step: str, node: str) -> str | None:
        """The article of a node."""
        found: str | None = self.db.execute("SELECT article FROM node WHERE step = ? AND id = ?", (step, node)).get
        return found

    def mark(self, step: str, node: str) -> str | None:
        """The digest of a node's draft, or its group."""
        found: str | None = self.db.execute("SELECT mark FROM node WHERE step = ? AND id = ?", (step, node)).get
        return found

    def group(self, step: str, mark: str) -> list[str]:
        """The nodes of a group of a fold."""
        return self._ids("SELECT id FROM node WHERE step = ? AND mark = ?", (step, mark))

    def forget_marks(self, step: str) -> None:
        """Have a link step judge again although no draft has changed: its rules have."""
        self.db.execute("UPDATE node SET mark = '' WHERE step = ?", (step,))

    # ── keys ─────────────────────────────────────────────────────────────────────────────────────

    def keys(self, step: str, node: str) -> set[int]:
        """The keys of a node."""
        return {key for (key,) in self._pairs("SELECT key FROM key WHERE step = ? AND id = ?", (step, node))}

    def set_keys(self, step: str, node: str, *, add: Iterable[int], drop: Iterable[int]) -> None:
        """Change the keys of a node."""
        self.db.executemany(
            "DELETE FROM key WHERE step = ? AND key = ? AND id = ?", [(step, key, node) for key in drop]
        )
        self.db.executemany("INSERT OR IGNORE INTO key VALUES (?, ?, ?)", [(step, key, node) for key in add])

    def holders(self, step: str, key: int) -> list[str]:
        """The nodes that hold a key."""
        return self._ids("SELECT id FROM key WHERE step = ? AND key = ?", (step, key))

    def holding(self, step: str, keys: Iterable[int]) -> dict[int, int]:
        """How many nodes hold each of some keys."""
        return dict(
            self._pairs(
                "SELECT key, count(*) FROM key WHERE step = ? AND key IN (SELECT value FROM json_each(?)) GROUP BY key",
                (step, json.dumps(list(keys))),
            )
        )

    def set_hot(self, step: str, key: int, *, is_hot: bool) -> None:
        """A key counts for nothing from now on, or counts again."""
        self.db.execute(
            "INSERT OR IGNORE INTO hot VALUES (?, ?)" if is_hot else "DELETE FROM hot WHERE step = ? AND key = ?",
            (step, key),
        )

    def cool(self, step: str, node: str) -> dict[int, int]:
        """The keys of a node that are not hot, each with how many nodes hold it."""
        return dict(
            self._pairs(
                "SELECT mine.key, (SELECT count(*) FROM key other WHERE other.step = mine.step AND other.key = mine.key) FROM key mine "
                "WHERE step = ? AND id = ? AND NOT EXISTS (SELECT 1 FROM hot WHERE hot.step = mine.step AND hot.key = mine.key)",
                (step, node),
            )
        )

    def neighbours(self, step: str, node: str, at_least: int) -> list[str]:
        """The nodes that share at least so many keys with a node that are not hot."""
        # CROSS JOIN is an order to the planner: from the keys of the one node to their other holders.
        return self._ids(
            "SELECT other.id FROM key mine CROSS JOIN key other ON other.step = mine.step AND other.key = mine.key AND other.id <> mine.id "
            "WHERE mine.step = ? AND mine.id = ? AND NOT EXISTS (SELECT 1 FROM hot WHERE hot.step = mine.step AND hot.key = mine.key) "
            "GROUP BY other.id HAVING count(*) >= ? ORDER BY other.id",
            (step, node, at_least),
        )

    # ── links ────────────────────────────────────────────────────────────────────────────────────

    def links_of(self, step: str, node: str) -> dict[str, str]:
        """The links of a node: other end → id of the link."""
        return dict(self._pairs("SELECT b, link FROM edge WHERE step = ? AND a = ?", (step, node)))

    def set_link(self, step: str, a: str, b: str, link: str | None) -> None:
        """Set or (None) take away the link between two nodes."""
        for one, other in ((a, b), (b, a)):
            if link is None:
                self.db.execute("DELETE FROM edge WHERE step = ? AND a = ? AND b = ?", (step, one, other))
            else:
                self.db.execute("INSERT OR REPLACE INTO edge VALUES (?, ?, ?, ?)", (step, one, other, link))

    def _pairs(self, sql: str, values: tuple[Any, ...]) -> list[Any]:
        return self.db.execute(sql, values).fetchall()

    def _ids(self, sql: str, values: tuple[Any, ...]) -> list[str]:
        return [one for (one,) in self._pairs(sql, values)]
