"""A desk in one file, taken while it runs, and a desk made of such a file."""

from __future__ import annotations

import json
import os
import re
import shutil
import tarfile
import tempfile
from contextlib import ExitStack
from datetime import datetime
from pathlib import Path

import apsw

from suyuan import __version__
from suyuan.desk.errors import DeskError
from suyuan.desk.store.store import Store

LABEL = "backup.json"
_DATABASE = "desk.db"
_DATABASES = (_DATABASE, "marks.db", "subscriptions.db")
_BELONGS = re.compile(
    r"(?:desk|marks|subscriptions)\.db|settings\.toml|backup\.json|pages/\d{6}\.warc\.gz|outlets/[\w.-]{1,80}\.toml"
)
"""What a backup may hold: a file from elsewhere must not write anything else, nor anywhere else."""


def backup(store: Store, target: Path, now: datetime) -> int:
    """Write all of a desk into a tar file, whole or not at all; gives its size in bytes.

    The desk may be at work. The database is copied and the files of kept pages are opened under the lock of
    those who keep; what is appended to them later is not in the copy of the index, and is left out.
    """
    if target.exists():
        raise DeskError(f"{target} exists already. Give another name, or remove it first.")
    part = target.with_name(target.name + ".part")
    with ExitStack() as opened, tempfile.TemporaryDirectory(dir=target.parent) as aside:
        opened.callback(part.unlink, missing_ok=True)  # where anything fails; else it has its name by then
        present = [name for name in _DATABASES if (store.folder / name).exists()]
        with store.locked("pages"):
            for name in present:
                _copy_database(store.folder / name, Path(aside) / name)
            warcs = [opened.enter_context(file.open("rb")) for file in store.pages.files()]
            sizes = [os.fstat(warc.fileno()).st_size for warc in warcs]
        with tarfile.open(part, "w") as tar:
            _add(tar, Path(aside), LABEL, json.dumps({"suyuan": __version__, "made": now.isoformat()}).encode())
            for name in present:
                tar.add(Path(aside) / name, name)
            for warc, size in zip(warcs, sizes, strict=True):
                info = tarfile.TarInfo(f"pages/{Path(warc.name).name}")
                info.size, info.mtime = size, int(now.timestamp())
                tar.addfile(info, warc)
            for own in (store.folder / "settings.toml", *sorted((store.folder / "outlets").glob("*.toml"))):
                if own.exists():
                    tar.add(own, str(own.relative_to(store.folder)))
        with part.open("rb") as whole:
            os.fsync(whole.fileno())
        part.rename(target)
    return target.stat().st_size


def restore(source: Path, folder: Path) -> Store:
    """Make a desk of a backup in a folder that holds none; DeskError where the file is no whole backup."""
    if folder.exists() and any(folder.iterdir()):
        raise DeskError(f"{folder} is not empty. Give a folder that does not exist yet.")
    with ExitStack() as failed:
        failed.callback(_put_back, folder, is_there=folder.exists())
        folder.mkdir(parents=True, exist_ok=True)
        try:
            _unpack(source, folder)
            store = _opened(source, folder)
        except (tarfile.TarError, EOFError, apsw.Error) as error:
            raise DeskError(f"{source} is not a whole backup of a desk ({error}). Use another file.") from error
        failed.pop_all()
    return store


def _put_back(folder: Path, *, is_there: bool) -> None:
    """Leave a folder as it was found: a half-made desk would stand in the way of the next try."""
    shutil.rmtree(folder, ignore_errors=True)
    if is_there:
        folder.mkdir(exist_ok=True)  # where it is a disk of its own, it stayed


def _opened(source: Path, folder: Path) -> Store:
    store = Store(folder)
    try:
        if (found := store.db.execute("PRAGMA quick_check").get) != "ok":
            raise DeskError(f"{source}: its database is damaged ({found}). Use an older backup.")
        store.recover()
    except BaseException:
        store.close()
        raise
    return store


def _copy_database(database: Path, copy: Path) -> None:
    """A copy as of one moment, although others write: SQLite's own, from a connection that reads."""
    source, target = apsw.Connection(str(database)), apsw.Connection(str(copy))
    with target.backup("main", source, "main") as copying:
        copying.step(-1)
    target.close()
    source.close()


def _add(tar: tarfile.TarFile, aside: Path, name: str, content: bytes) -> None:
    (aside / name).write_bytes(content)
    tar.add(aside / name, name)


def _unpack(source: Path, folder: Path) -> None:
    with tarfile.open(source, "r:") as tar:
        names = set()
        for info in tar:
            if not info.isreg() or not _BELONGS.fullmatch(info.name):
                raise DeskError(
                    f"{source} holds “{info.name}”, which belongs to no desk. It was not made by suyuan backup."
                )
            target = folder / info.name
            target.parent.mkdir(exist_ok=True)
            content = tar.extractfile(info)
            assert content is not None  # a regular file has content
            with content, target.open("xb") as out:
                shutil.copyfileobj(content, out)
            names.add(info.name)
    if not {LABEL, _DATABASE} <= names:
        raise DeskError(f"{source} is not a whole backup of a desk. Use another file.")
