"""How a desk is: what it holds, what is due, and when its processes last gave a sign of life."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import apsw

from suyuan.desk.store.store import Store

PULSE = 10.0  # seconds between two signs of life of a process
SILENCE = 120.0  # seconds without one after which a process counts as gone: a long transaction is no death


@dataclass(frozen=True, slots=True)
class Health:
    """One look at a desk. `seen` is when each of its processes was last alive, `error` why it cannot be read."""

    kept: dict[str, int]
    records: dict[str, int]
    rejections: dict[str, int]
    due: dict[str, int]
    faults: int
    bytes_kept: int
    bytes_database: int
    newest: datetime | None
    seen: dict[str, datetime]
    error: str | None = None

    def is_well(self, now: datetime) -> bool:
        """The desk can be read, and every process that ever gave a sign of life still does."""
        return self.error is None and all((now - at).total_seconds() < SILENCE for at in self.seen.values())


def pulse(folder: Path, process: str) -> None:
    """Give a sign of life: the time of a file, which costs nothing and outlives a crash."""
    (folder / f"{process}.alive").touch()


def rest(folder: Path, process: str) -> None:
    """End in good order: a process that was told to stop is not missed."""
    (folder / f"{process}.alive").unlink(missing_ok=True)


def signs(folder: Path) -> dict[str, datetime]:
    """When each process of the desk in a folder last gave a sign of life."""
    return {sign.stem: datetime.fromtimestamp(sign.stat().st_mtime, tz=UTC) for sign in sorted(folder.glob("*.alive"))}


def health(folder: Path) -> Health:
    """Look at the desk in a folder; what is wrong is said, never raised."""
    seen = signs(folder)
    try:
        store = Store(folder, readonly=True)
        try:
            return _looked_at(store, seen)
        finally:
            store.close()
    except (apsw.Error, OSError) as error:
        return Health({}, {}, {}, {}, 0, 0, 0, None, seen, str(error) or type(error).__name__)


def _looked_at(store: Store, seen: dict[str, datetime]) -> Health:
    db = store.db
    newest: str | None = db.execute("SELECT max(first_seen) FROM page").get
    return Health(
        kept=store.tally.all("kept"),
        records=store.tally.all("kind"),
        rejections=store.reasons(),
        due=_counted(db, "SELECT step, count(*) FROM due GROUP BY step"),
        faults=db.execute("SELECT count(*) FROM fault").get,
        bytes_kept=db.execute("SELECT coalesce(sum(length), 0) FROM page").get,
        bytes_database=(store.folder / "desk.db").stat().st_size,
        newest=datetime.fromisoformat(newest) if newest else None,
        seen=seen,
    )


def _counted(db: apsw.Connection, sql: str) -> dict[str, int]:
    return {str(name): int(count) for name, count in db.execute(sql)}
