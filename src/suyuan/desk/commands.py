"""What the commands do: gather, forward, and say in a few lines what came of it. Each gives its exit status."""

from __future__ import annotations

import os
import re
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime
from functools import partial
from importlib.resources import files
from pathlib import Path
from typing import IO

import apsw
import msgspec
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from suyuan import flow, sample
from suyuan.desk import intake, metrics, processes, reader, settings, upkeep
from suyuan.desk import make as making
from suyuan.desk import trace as tracing
from suyuan.desk.engines import worker
from suyuan.desk.engines.version import version
from suyuan.desk.errors import DeskBusy, DeskError
from suyuan.desk.intake import lines
from suyuan.desk.intake.arrival import Arrival, Arrived, Event, Unreadable
from suyuan.desk.pictures import Cache
from suyuan.desk.store import Store, health
from suyuan.desk.store.shelf import Shelf
from suyuan.desk.words import Words, of_terminal, words
from suyuan.flow import Watch
from suyuan.records import Article, FeedItem, Page

HERE = Path("desk")
"""Where a desk is looked for when none is named; its settings and outlets serve what needs no desk, too."""

BATCH = 256  # arrivals flushed to disk together
DAY = 86_400.0
TOLD = 20  # inputs of which it is said one by one that they were not read
PAUSE = 0.5  # seconds between two looks of the worker for new work


def read(inputs: list[str], folder: Path, *, say: Words) -> int:
    """Keep everything that the inputs hold, then make what follows from it."""
    store = Store(folder, create=True)
    seen: Counter[str] = Counter()
    unreadable: list[Unreadable] = []
    known = Counter(store.reasons())
    forgotten: set[str] = set()
    with _progress(say("reading")) as tell:
        batch: list[Page | FeedItem] = []
        for arrival in _arrivals(inputs, folder):
            for one in _opened(arrival):
                if isinstance(one, Unreadable):
                    unreadable.append(one)
                    continue
                seen["read"] += 1
                batch.append(one.kept)
                if len(batch) >= BATCH:
                    seen["new"] += store.keep(batch)
                    forgotten.update(store.forgotten(each.url for each in batch))
                    batch.clear()
                    tell(say("reading"), seen["read"], 0)
        seen["new"] += store.keep(batch)
        forgotten.update(store.forgotten(each.url for each in batch))
    _work(store, folder, say=say)
    _report_reading(store, seen, unreadable, Counter(store.reasons()) - known, say=say)
    for url in sorted(forgotten)[:TOLD]:
        print(say("  not read: {url} was forgotten. To have it read again: suyuan forget ADDRESS --undo", url=url))
    if len(forgotten) > TOLD:
        print(say("  and {count} more that were forgotten.", count=len(forgotten) - TOLD))
    store.close()
    return 1 if unreadable else 0


def trace(page: str, *, explain: bool, say: Words) -> int:
    """Read one page aloud."""
    console = _reader()
    status = 0
    for arrival in _arrivals([page], HERE):
        for one in _opened(arrival):
            if isinstance(one, Unreadable):
                print(_unread(one.name, one.reason, one.detail, say), file=sys.stderr)
                status = 1
            else:
                tracing.tell(one.kept, console, needs=_needs(HERE), explain=explain, say=say)
    return status


def make(kind: str, inputs: list[str], *, out: Path | None, queries: Path | None, now: str | None, say: Words) -> int:
    """Print records of a kind as JSON Lines."""
    if kind not in making.KINDS:
        print(
            say("There is no kind “{kind}”. Kinds: {kinds}.", kind=kind, kinds=", ".join(making.KINDS)), file=sys.stderr
        )
        return 2
    turned_away = 0

    def turn_away(name: str, reason: str, detail: str) -> None:
        nonlocal turned_away
        turned_away += 1
        print(_unread(name, reason, detail, say), file=sys.stderr)

    with _progress(kind) as tell, _output(out) as write:
        job = making.Making(
            needs=_needs(HERE),
            watch=tell,
            turned_away=turn_away,
            now=_moment(now),
            queries=_queries(queries) if queries else None,
        )
        encode = msgspec.json.Encoder().encode
        for row in making.make(kind, _arrivals(inputs, HERE), job):
            write(encode(row) + b"\n")
    return 1 if turned_away else 0


def why(record_id: str, folder: Path, *, say: Words) -> int:
    """Print the walk from a record back to its pages."""
    store = Store(folder, readonly=True)
    if store.find(record_id) is None:
        print(say("There is no record {id} in {desk}.", id=record_id, desk=folder), file=sys.stderr)
        return 1
    tracing.tell_why(store, record_id, _reader(), say=say)
    return 0


def redo(steps: list[str] | None, folder: Path, *, say: Words) -> int:
    """Make again what is out of date."""
    store = Store(folder)
    needs = _needs(folder)
    known = {step.name for step in flow.FLOW}
    if unknown := sorted(set(steps or ()) - known):
        print(
            say(
                "There is no step {step}. Steps: {steps}.",
                step=", ".join(unknown),
                steps=", ".join(step.name for step in flow.FLOW),
            ),
            file=sys.stderr,
        )
        return 2
    chosen = worker.redo(store, needs, steps or None)
    if not chosen and not store.due_count():
        print(say("Everything is up to date."))
        return 0
    if chosen:
        print(say("To be made again: {steps}", steps=", ".join(chosen)))
    _work(store, folder, say=say)
    return 0


def forget(address: str, folder: Path, *, is_ahead: bool, say: Words) -> int:
    """Remove a page and what was made from it; `is_ahead`: have the address never read although nothing is kept for it."""
    store = Store(folder)
    if not is_ahead and not store.is_kept(address):
        if store.forgotten((address,)):
            print(say("{url} is forgotten already.", url=address))
            return 0
        print(
            say(
                "Nothing is kept for {url}; nothing was changed. To have it never read: suyuan forget ADDRESS --ahead",
                url=address,
            ),
            file=sys.stderr,
        )
        return 1
    count = store.forget(address, datetime.now(tz=UTC))
    Cache(folder, 0).clear()  # its pictures may be among those at hand; the others can be fetched again
    if not count:
        print(say("Nothing was kept for {url}; it will not be read in future.", url=address))
        return 0
    _work(store, folder, say=say)
    with closing(Shelf(folder)) as shelf:
        shelf.clear()
    print(say("Forgotten: {url} ({count} kept).", url=address, count=count))
    return 0


def recall(address: str, folder: Path, *, say: Words) -> int:
    """Have a forgotten address read again."""
    found = Store(folder).recall(address)
    for url in found:
        print(say("{url} will be read again where it comes.", url=url))
    if not found:
        print(say("{url} was not forgotten.", url=address), file=sys.stderr)
    return 0 if found else 1


def serve(folder: Path, *, host: str | None, port: int | None, say: Words, now: datetime | None = None) -> int:
    """Serve a desk; a child process keeps its work going."""
    from suyuan.desk import site, watch  # a second that no other command should pay

    Store(folder, create=True).close()
    chosen = settings.read(folder)
    host, port = host or chosen.host, port or chosen.port
    site.check_access(folder, host)
    site.check_port(host, port)
    if chosen.metrics:
        metrics.listen(folder, chosen.metrics)
    print(
        say(
            "The desk is at {url}  (stop with Ctrl-C)",
            url=f"http://{'127.0.0.1' if host in ('0.0.0.0', '::') else host}:{port}",
        ),
        flush=True,
    )
    jobs: dict[str, processes.Job] = {"worker": _keep_working, "ready": partial(_keep_ready, at=now)}
    if chosen.watch.is_on and now is None:  # a desk whose clock stands still watches nothing
        jobs["watcher"] = watch.keep_watching
    with processes.running(jobs, folder, say=say):
        site.serve(folder, host, port, now=now)
    return 0


def demo(folder: Path, *, port: int | None, is_served: bool, say: Words) -> int:
    """The sample newsroom in a desk of its own."""
    if not (folder / "ready").exists():
        print(say("Reading the sample newsroom into {desk} …", desk=folder))
        own = folder / "outlets"
        own.mkdir(parents=True, exist_ok=True)
        for file in files("suyuan.sample").joinpath("outlets").iterdir():
            (own / file.name).write_bytes(file.read_bytes())
        store = Store(folder, create=True)
        store.keep(list(sample.pages()))
        _work(store, folder, say=say)
        counts = store.counts()
        print(
            say(
                "{pages} pages, {stories} stories, {claims} claims.",
                pages=counts.get("Page", 0),
                stories=counts.get("Story", 0),
                claims=counts.get("Claim", 0),
            )
        )
        store.close()
        (folder / "ready").touch()
    # The newsroom's clock stands at its last page: what was hot then is hot for whoever looks at it today.
    now = max(page.first_seen for page in sample.pages())
    return serve(folder, host=None, port=port, say=say, now=now) if is_served else 0


# ── inside ───────────────────────────────────────────────────────────────────────────────────────


_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*)://")


def _arrivals(inputs: list[str], folder: Path) -> Iterator[Arrival]:
    for one in inputs:
        scheme = _SCHEME.match(one)
        if scheme and scheme[1].lower() in ("http", "https"):
            yield from intake.address(one, settings.read(folder).egress)
        elif scheme:
            yield Unreadable(one, "no address that can be fetched", "Addresses begin with http:// or https://.")
        elif not one.strip():
            yield Unreadable("“”", "no such file", "Give the name of a file or a folder, or an address.")
        else:
            yield from intake.read([Path(one)])


def _opened(arrival: Arrival) -> tuple[Arrived | Unreadable, ...]:
    return arrival.articles if isinstance(arrival, Event) else (arrival,)


def _needs(folder: Path) -> dict[str, object]:
    set_by_owner = settings.read(folder)
    second = reader.of(set_by_owner.second_reader, set_by_owner.egress, folder)
    return {
        "outlets": settings.directory(folder),
        "second_reader": second,
        "claims_reader": second if set_by_owner.second_reader.claims else None,
    }


def _work(store: Store, folder: Path, *, say: Words) -> None:
    with _progress(say("making")) as tell:
        try:
            worker.work(store, _needs(folder), watch=tell)
        except DeskBusy:
            print(
                say("Another process is working on this desk; it will make what follows from what was kept."),
                file=sys.stderr,
            )


COURTESY = 10  # how far the worker stands back for the pages where both want the processor


def _keep_working(folder: Path) -> None:
    """The worker's process: looks for work until it is told to stop, and stops between two transactions."""
    is_over, say = processes.until_told(), words(of_terminal())
    os.nice(COURTESY)
    store, needs = Store(folder), _needs(folder)
    trouble = ""
    while not is_over():
        try:
            with store.working():
                _work_on(store, needs, is_over)
        except (DeskBusy, apsw.BusyError):
            pass  # `suyuan read` is at it in another process: look again
        except apsw.Error as error:  # a full disk, say: the site goes on, and so do we once there is room
            if str(error) != trouble:
                told = say(
                    "{folder}: nothing can be written there ({error}). Nothing is made until it can. Look whether the disk is full.",
                    folder=folder,
                    error=error,
                )
                print(told, file=sys.stderr, flush=True)
            trouble = str(error)
        time.sleep(PAUSE)
    health.rest(folder, "worker")


def _keep_ready(folder: Path, at: datetime | None) -> None:
    """The process that makes answers ready that take longer than a page may."""
    from suyuan.desk.site import ready  # a second that no other process should pay

    is_over = processes.until_told()
    os.nice(COURTESY)
    gather = next(step for step in flow.FLOW if step.name == "gather")  # made of the same words by the same room
    ready.keep(folder, settings.directory(folder), version=version(gather, {}), at=at, is_over=is_over)


def _work_on(store: Store, needs: dict[str, object], is_over: Callable[[], bool]) -> None:
    """Make what is due as soon as it is; once a day, let go what has expired."""
    worker.take_up(store)
    one = worker.Worker(store, needs, lambda step, done, due: None)
    keep, pulsed, swept = settings.read(store.folder).keep, 0.0, 0.0
    while not is_over():
        now = time.monotonic()
        if now - pulsed > health.PULSE:
            health.pulse(store.folder, "worker")
            pulsed = now
        if (keep.days or keep.gigabytes) and (not swept or now - swept > DAY):
            store.drop(upkeep.outworn(store, keep.days, keep.gigabytes, datetime.now(tz=UTC)))
            swept = now
        if not one.turn():
            time.sleep(PAUSE)


def _report_reading(
    store: Store, seen: Counter[str], unreadable: list[Unreadable], rejected: Counter[str], *, say: Words
) -> None:
    print(
        say(
            "{read} read, {new} new; {articles} articles in the desk.",
            read=seen["read"],
            new=seen["new"],
            articles=store.counts().get(Article.__name__, 0),
        )
    )
    for reason, count in rejected.most_common():
        print(say("  turned away: {count} × {reason}", count=count, reason=say.told(say(reason))))
    for one in unreadable[:TOLD]:
        print(say("  not read: {what}", what=_unread(one.name, one.reason, one.detail, say)), file=sys.stderr)
    if len(unreadable) > TOLD:
        print(say("  and {count} more that could not be read.", count=len(unreadable) - TOLD), file=sys.stderr)
    for step, record_id, error in store.faults()[:5]:
        print(
            say(
                "  a bug in {step}, shown by {id}: {error}",
                step=step,
                id=record_id,
                error=error.strip().splitlines()[-1],
            ),
            file=sys.stderr,
        )


def _unread(name: str, reason: str, detail: str, say: Words) -> str:
    why, seen = tracing.why_not(reason, detail, say)
    return say("{name}: {reason}. {detail}", name=name, reason=why, detail=seen).rstrip()


def _reader() -> Console:
    """Standard output for a person; lines are broken only where there is a terminal to break them for."""
    return Console(highlight=False) if sys.stdout.isatty() else Console(highlight=False, width=100_000)


@contextmanager
def _progress(title: str) -> Iterator[Watch]:
    """A progress bar on a terminal, nothing elsewhere."""
    console = Console(stderr=True)
    if not console.is_terminal:
        yield lambda step, done, of: None
        return
    with Progress(
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
        console=console,
        transient=True,
    ) as bar:
        task = bar.add_task(title, total=None)
        yield lambda step, done, of: bar.update(task, description=step, completed=done, total=of or None)


@contextmanager
def _output(out: Path | None) -> Iterator[Callable[[bytes], object]]:
    target: IO[bytes] = out.open("wb") if out else sys.stdout.buffer
    try:
        yield target.write
    finally:
        target.flush()
        if out:
            target.close()


def _moment(value: str | None) -> datetime | None:
    if value is None:
        return None
    found, _ = lines.when(value)
    if found is None:
        raise DeskError(f"“{value}” is not a time. Write it as 2026-01-28T12:00+08:00.")
    return found


def _queries(path: Path) -> tuple[tuple[str, datetime | None], ...]:
    try:
        found = [msgspec.json.decode(line) for line in path.read_bytes().splitlines() if line.strip()]
        return tuple((str(row["id"]), lines.when(row.get("until"))[0]) for row in found)
    except (OSError, msgspec.DecodeError, KeyError, TypeError) as error:
        what = getattr(error, "strerror", None) or error
        raise DeskError(f'{path}: {what}. Each line is {{"id": …, "until": …}}.') from error
