"""The commands that look after a desk: a backup and the way back, a check, and what is kept for how long."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

from suyuan import articles
from suyuan.desk import settings
from suyuan.desk.store import Store
from suyuan.desk.store import backup as backups
from suyuan.desk.store import check as checks
from suyuan.desk.store.marks import MarkKind, Marks
from suyuan.desk.store.pages import ROTTEN
from suyuan.desk.store.retention import expired
from suyuan.desk.words import Words
from suyuan.outlets import Directory
from suyuan.records import CorrectionKind

_STAYING = (MarkKind.STARRED, MarkKind.NOTE, *CorrectionKind)


def backup(target: Path, folder: Path, *, say: Words) -> int:
    """Write the desk into one file while it runs."""
    store = Store(folder)
    size = backups.backup(store, target, datetime.now(tz=UTC))
    print(say("{file}: {size} MB, {pages} pages.", file=target, size=round(size / 1e6, 1), pages=_pages(store)))
    return 0


def restore(source: Path, folder: Path, *, say: Words) -> int:
    """Make a desk of a backup."""
    store = backups.restore(source, folder)
    print(say("{desk}: {pages} pages are back.", desk=folder, pages=_pages(store)))
    return 0


def check(folder: Path, *, is_mending: bool, is_rebuilding: bool, say: Words) -> int:
    """Say what is not as it should be, and put right what can be; 1 while something is left."""
    if is_rebuilding:
        store, aside = checks.rebuild(folder)
        print(say("A new database with {pages} pages; the old one is {file}.", pages=_pages(store), file=aside))
    else:
        store = Store(folder)
        if is_mending:
            checks.mend(store)
    unmet, found = list(_unmet(store, say)), list(checks.check(store))
    for line in unmet:
        print(line, file=sys.stderr)
    for one in found:
        line = say("{count} × {what}, e.g. {example}", count=one.count, what=say(one.what), example=one.example)
        print(line, file=sys.stderr)
    if not found and not unmet:
        print(say("The desk is whole: {pages} pages, {records} records.", pages=_pages(store), records=_records(store)))
        return 0
    if not found:
        print(say("All else is whole: {pages} pages, {records} records.", pages=_pages(store), records=_records(store)))
    elif all(one.is_mendable for one in found):
        print(say("All of this can be put right: suyuan check --mend"), file=sys.stderr)
    elif not is_rebuilding:
        print(say("A new database can be made from the kept pages: suyuan check --rebuild"), file=sys.stderr)
    return 1


def _unmet(store: Store, say: Words) -> Iterator[str]:
    """The examples in the owner's outlets that are not read as they say."""
    known = settings.directory(store.folder)
    for path in sorted((store.folder / "outlets").glob("*.toml")):
        try:
            given = articles.examples(path.read_text(encoding="utf-8"), path.stem)
        except ValueError as error:
            yield f"{path.name}: {say.told(error)}"
            continue
        for place, example in enumerate(given, 1):
            for failure in _failures(example, path.parent, store, known):
                yield say("{file}, example {place}: {failure}", file=path.name, place=place, failure=say.told(failure))


def _failures(example: articles.Example, beside: Path, store: Store, known: Directory) -> tuple[str, ...]:
    """What is wrong with an example. Its page is written out, lies in a file, or is what the desk keeps for its address."""
    markup: str | bytes | None
    try:
        markup = example.page or ((beside / example.file).read_bytes() if example.file else store.sent(example.url))
    except ROTTEN as error:
        return (f"{example.file or example.url}: {getattr(error, 'strerror', None) or error}",)
    if markup is None:
        return (f"nothing is kept for {example.url}",)
    return articles.failures(example, markup, outlets=known)


def expire(folder: Path, *, days: int | None, gigabytes: float | None, is_trial: bool, say: Words) -> int:
    """Remove the kept pages that are too old or too many, with what was made of them alone."""
    chosen = settings.read(folder).keep
    days, gigabytes = days or chosen.days, gigabytes or chosen.gigabytes
    if days is None and gigabytes is None:
        print(say("Nothing expires: neither the command nor the settings name a number of days or gigabytes."))
        return 0
    store = Store(folder)
    gone = outworn(store, days, gigabytes, datetime.now(tz=UTC))
    if is_trial:
        print(say("{count} of {pages} pages would go.", count=len(gone), pages=_pages(store)))
        return 0
    print(say("{count} pages are gone, {pages} stay.", count=store.drop(gone), pages=_pages(store)))
    return 0


def outworn(store: Store, days: int | None, gigabytes: float | None, now: datetime) -> list[str]:
    """The pages that have to go by the owner's rule."""
    marks = Marks(store.folder)
    marked = {place.address for mark in marks.all(*_STAYING) for place in mark.places}
    marks.close()
    before = now - timedelta(days=days) if days else None
    return expired(store, marked, before=before, largest=round(gigabytes * 1e9) if gigabytes else None)


def _pages(store: Store) -> int:
    count: int = store.db.execute("SELECT count(*) FROM page").get
    return count


def _records(store: Store) -> int:
    count: int = store.db.execute("SELECT count(*) FROM record").get
    return count
