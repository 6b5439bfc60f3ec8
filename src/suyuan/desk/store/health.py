"""How a desk is: what it holds, what is due, and when its processes last gave a sign of life."""

from __future__ import annotations

from contextlib import closing
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

import apsw

from suyuan.desk.store.store import Store

PULSE = 10.0  # seconds between two signs of life of a process
SILENCE = 120.0  # seconds without one after which a process counts as gone: a long transaction is no death


@dataclass(frozen=True, slots=True, kw_only=True)
class Life:
    """Whether a desk lives. `seen` is when each of its processes was last alive, `error` why it cannot be read."""

    seen: dict[str, datetime]
    error: str | None = None

    def is_well(self, now: datetime) -> bool:
        """The desk can be read, and every process that ever gave a sign of life still does."""
        return self.error is None and all((now - at).total_seconds() < SILENCE for at in self.seen.values())


@dataclass(frozen=True, slots=True, kw_only=True)
class Health(Life):
    """One look at a desk: its life, and what it holds."""

    kept: dict[str, int] = field(default_factory=dict)
    records: dict[str, int] = field(default_factory=dict)
    rejections: dict[str, int] = field(default_factory=dict)
    due: dict[str, int] = field(default_factory=dict)
    faults: int = 0
    bytes_kept: int = 0
    bytes_database: int = 0
    newest: datetime | None = None


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
        with closing(Store(folder, readonly=True)) as store:
            return _looked_at(store, seen)
    except (apsw.Error, OSError) as error:
        return Health(seen=seen, error=str(error) or type(error).__name__)


def life(folder: Path) -> Life:
    """Whether the desk in a folder can be read and its processes live: one look, as short however much it holds."""
    seen = signs(folder)
    try:
        with closing(Store(folder, readonly=True)) as store:
            _newest(store)
    except (apsw.Error, OSError) as error:
        return Life(seen=seen, error=str(error) or type(error).__name__)
    return Life(seen=seen)


def _looked_at(store: Store, seen: dict[str, datetime]) -> Health:
    db = store.db
    return Health(
        kept=store.tally.all("kept"),
        records=store.tally.all("kind"),
        rejections=store.reasons(),
        due=_counted(db, "SELECT step, count(*) FROM due GROUP BY step"),
        faults=db.execute("SELECT count(*) FROM fault").get,
        bytes_kept=sum(file.stat().st_size for file in store.pages.files()),
        bytes_database=(store.folder / "desk.db").stat().st_size,
        newest=_newest(store),
        seen=seen,
    )


def _newest(store: Store) -> datetime | None:
    """When something new was kept last."""
    found: str | None = store.db.execute("SELECT max(first_seen) FROM page").get
    return datetime.fromisoformat(found) if found else None


def _counted(db: apsw.Connection, sql: str) -> dict[str, int]:
    return {str(name): int(count) for name, count in db.execute(sql)}
