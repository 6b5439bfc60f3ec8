"""The site at scale: how long pages take while the worker is busy, and whether search finds what stands there.

`./run bench site` measures a desk of 100,000 articles and one of 1,000,000 short ones; smaller with
`--articles 10000 --short 50000`. Both are made once (some minutes per 100,000) and kept in `build/`. How they are
made says `large_desk.py`: real articles of the stream through the whole flow, and variants of what was made of them.

Requests come 20 a second at random moments (Poisson), whatever became of those before; each is timed from the moment
at which it was due to its last byte. A page is drawn at random: half of the articles, stories and speakers from the
newest tenth of the desk, half from all of it. The worker has more new articles than it can read.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import multiprocessing
import os
import random
import re
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from itertools import islice
from multiprocessing.synchronize import Event
from pathlib import Path
from statistics import median
from urllib.parse import quote, urlencode

import apsw
import large_desk

from suyuan.desk.site import ready
from suyuan.desk.store import Store, search
from suyuan.desk.store.index import Entry, Where
from suyuan.desk.store.shelf import Shelf
from suyuan.records import Article, Standing, Statement
from suyuan.text import fold

BUILD = Path(__file__).parents[2] / "build" / "bench"
RATE = 20  # requests a second
TARGET = 60  # ms, of the 95th percentile
MEMORY = 500  # MB, of the serving process
AHEAD = -15  # priority with `--ahead`
WARM = 60  # requests before anything is counted: a desk is opened once a day
QUERIES = 40  # of each length are held against the truth
PEER_ARTICLES = 100_000  # the plain searches beside ours are too slow for more

Address = str


def main(peer_python: Path, asked: list[str]) -> None:
    """Make the desks where they are not there yet, and measure; the peers' searches run under `peer_python`."""
    parser = argparse.ArgumentParser(prog="./run bench site", description=__doc__)
    parser.add_argument("--articles", type=int, default=100_000, help="articles; 0 leaves their table out")
    parser.add_argument("--short", type=int, default=1_000_000, help="short articles; 0 leaves their table out")
    parser.add_argument("--seconds", type=int, default=90)
    parser.add_argument("--only", default="", help="kinds of page, with commas between")
    parser.add_argument(
        "--ahead",
        action="store_true",
        help="on a machine that others use: who answers and who asks go before all others (as root)",
    )
    chosen = parser.parse_args(asked)
    weight = AHEAD if chosen.ahead else 0
    began = time.monotonic()

    def tell(words: str) -> None:
        print(f"  {time.monotonic() - began:6.0f} s  {words}", flush=True)

    if chosen.articles:
        folder = large_desk.cached(BUILD, "desk", chosen.articles, large_desk.make, tell)
        pages(folder, chosen.seconds, set(chosen.only.split(",")) - {""}, weight)
    if chosen.short:
        folder = large_desk.cached(BUILD, "short", chosen.short, large_desk.short, tell)
        searches(folder, chosen.seconds, weight, peer_python)


# ── the pages of a large desk ────────────────────────────────────────────────────────────────────


def pages(folder: Path, seconds: int, only: set[str], weight: int) -> None:
    """p95 of every kind of page."""
    store = Store(folder, readonly=True)
    counts = store.counts()
    kinds = {name: draw for name, draw in drawn(store).items() if not only or name in only}
    print(
        f"\nA desk of {counts['Article']:,} articles, {counts['Story']:,} stories, {counts['Statement']:,} statements, "
        f"{counts['Claim']:,} claims; {(folder / 'desk.db').stat().st_size / 1e9:.1f} GB"
    )
    now = store.latest(1)[0].first_seen + timedelta(hours=1)
    with served(folder, now, weight) as serving:
        alone = asyncio.run(one_by_one(serving, kinds))
        before = serving.processor()
        with busy(folder):
            taken = asyncio.run(at_a_rate(serving.port, kinds, seconds))
        spent = (serving.processor() - before) / sum(map(len, taken.values()))
        print(f"{'':10}{'alone: processor':>17}{f'at {RATE}/s, worker busy: to the last byte':>45}")
        print(f"{'ms':10}{'median':>9}{'p95':>8}{'requests':>12}{'median':>9}{'p95':>8}{'max':>8}{'KB':>8}")
        for name in kinds:
            print(_line(name, alone[name], taken[name]))
        print(
            f"{spent:.1f} ms of processor a request; load of the machine {os.getloadavg()[0]:.1f} on {os.cpu_count()} processors"
        )
        print(f"peak memory of the serving process {serving.peak():.0f} MB (target {MEMORY})", flush=True)
    store.close()


def _line(name: str, alone: list[float], taken: list[Taken]) -> str:
    all_ms = [each.ms for each in taken]
    late = "" if percentile(all_ms, 95) <= TARGET else f"   over {TARGET}"
    wrong = sorted({each.status for each in taken} - {200})
    return (
        f"{name:10}{median(alone):9.1f}{percentile(alone, 95):8.1f}{len(all_ms):12}{median(all_ms):9.1f}{percentile(all_ms, 95):8.1f}"
        f"{max(all_ms):8.1f}{median(each.bytes for each in taken) / 1000:8.0f}{late}{f'  answers {wrong}' if wrong else ''}"
    )


def percentile(values: list[float], share: int) -> float:
    """The value below which so many of a hundred lie."""
    return sorted(values)[min(len(values) - 1, len(values) * share // 100)]


def drawn(store: Store) -> dict[str, Callable[[], Address]]:
    """For each kind of page, an address of one."""
    chance = random.Random(1)
    ids = [one for (one,) in store.db.execute("SELECT id FROM record WHERE kind = 'Article' ORDER BY id")]
    told = [one for (one,) in store.db.execute("SELECT id FROM record WHERE kind = 'Story' AND json_array_length(row, '$.articles') > 1")]  # fmt: skip
    newest = [one.id for one in store.latest(max(50, len(ids) // 10))]
    stories = [one.id for one in store.stories(max(50, len(told) // 10)) if len(one.articles) > 1]
    outlets = [name for name, count in store.outlets() for _ in range(count)]

    def article() -> str:
        return chance.choice(newest if chance.random() < 0.5 else ids)

    def speaker() -> str:
        while True:
            heard = [one.speaker for one in store.about(Statement, (article(),)) if one.speaker]
            if heard:
                return chance.choice(heard)

    def query() -> Address:
        found = store.get(Article, article())
        assert found is not None
        asked = {"q": substring(found, chance.randint(1, 6), chance)}
        match chance.randrange(8):
            case 0:
                asked["outlet"] = found.outlet or ""
            case 1:
                asked["speaker"] = speaker()
            case 2:
                asked["standing"] = chance.choice(list(Standing)).value
            case 3:
                asked["since"] = (found.first_seen - timedelta(days=3)).date().isoformat()
        if chance.random() < 0.3:
            asked["sort"] = "time"
        if chance.random() < 0.1:
            asked["page"] = str(chance.randint(2, 30))
        return "/search?" + urlencode(asked)

    return {
        "front": lambda: "/",
        "story": lambda: f"/story/{chance.choice(stories if chance.random() < 0.5 else told)}",
        "article": lambda: f"/article/{article()}",
        "speaker": lambda: f"/speaker/{quote(speaker(), safe='')}",
        "outlet": lambda: f"/outlet/{quote(chance.choice(outlets), safe='')}",
        "search": query,
        "said": lambda: f"{query()}&of=statements",
    }


_RUN = re.compile("[\u4e00-\u9fff]+")


def substring(found: Article, length: int, chance: random.Random) -> str:
    """So many 汉字 that stand in an article (fewer where no run of it is as long)."""
    runs = _RUN.findall(fold(found.title + " " + found.text)) or ["的"]
    run = chance.choice([one for one in runs if len(one) >= length] or runs)
    start = chance.randrange(max(1, len(run) - length + 1))
    return str(run[start : start + length])


# ── searching very many short articles ───────────────────────────────────────────────────────────


def searches(folder: Path, seconds: int, weight: int, peer_python: Path) -> None:
    """What search finds against the plain truth, how long it takes, and how long the searches that others use take."""
    store = Store(folder)
    texts = {one.id: solid(f"{one.title}\n{one.text}") for one in large_desk.every(store)}
    print(f"\n{len(texts):,} short articles; {(folder / 'desk.db').stat().st_size / 1e9:.1f} GB")
    chance = random.Random(3)
    ids = list(texts)
    asked = {length: [_asked(texts, ids, length, chance) for _ in range(QUERIES)] for length in range(1, 7)}
    print(
        f"{'characters':12}{'precision':>10}{'recall':>8}{'finds':>12}   over {QUERIES} queries, all finds of each, against substring truth"
    )
    for length, queries in asked.items():
        print(_right(store, texts, length, queries), flush=True)
    now = store.latest(1)[0].first_seen + timedelta(hours=1)
    store.close()
    kinds = {f"{length} char.": (lambda queries=queries: "/search?" + urlencode({"q": chance.choice(queries)})) for length, queries in asked.items()}  # fmt: skip
    with served(folder, now, weight) as serving:
        with busy(folder):
            taken = asyncio.run(at_a_rate(serving.port, kinds, seconds))
        print(
            f"\n{'ms':12}{f'search page at {RATE}/s, worker busy':>34}\n{'':12}{'requests':>10}{'median':>8}{'p95':>8}{'max':>8}"
        )
        for name, every in (*taken.items(), ("all", [one for each in taken.values() for one in each])):
            all_ms = [one.ms for one in every]
            print(f"{name:12}{len(all_ms):10}{median(all_ms):8.1f}{percentile(all_ms, 95):8.1f}{max(all_ms):8.1f}")
        print(f"peak memory of the serving process {serving.peak():.0f} MB (target {MEMORY})", flush=True)
    peers(dict(islice(texts.items(), PEER_ARTICLES)), asked, peer_python)


def solid(text: str) -> str:
    """A text as it is looked for: folded, without the spaces and dots that search looks past."""
    return re.sub(r"[ \t_·•‧・]", "", fold(text))


def _asked(texts: dict[str, str], ids: list[str], length: int, chance: random.Random) -> str:
    """So many 汉字 that stand in a text; every fifth time some that stand in one text, drawn one by one."""
    while True:
        text = texts[chance.choice(ids)]
        han = "".join(_RUN.findall(text))
        runs = [one for one in _RUN.findall(text) if len(one) >= length]
        if runs and chance.random() < 0.8:
            run = chance.choice(runs)
            start = chance.randrange(len(run) - length + 1)
            return run[start : start + length]
        if len(han) >= length:
            return "".join(chance.choices(han, k=length))


def _right(store: Store, texts: dict[str, str], length: int, queries: list[str]) -> str:
    found_right = found = there = 0
    for query in queries:
        truth = {one for one, text in texts.items() if query in text}
        finds = set(store.index.every(Where.ARTICLE, query))
        found_right += len(truth & finds)
        found += len(finds)
        there += len(truth)
    return f"{length:<12}{found_right / max(1, found):10.4f}{found_right / max(1, there):8.4f}{found:12,}"


Cells = list[tuple[float, set[str], set[str]]]
"""Of each query: milliseconds of its first 30, what was found, what holds it."""


def peers(texts: dict[str, str], asked: dict[int, list[str]], peer_python: Path) -> None:
    """The same queries of the same texts, put to plain FTS5 with the tokenizers that others use, to lemon24/reader, to ours."""
    truth = {
        query: {name for name, text in texts.items() if query in text} for each in asked.values() for query in each
    }
    print(
        f"\nbeside others, {len(texts):,} short articles, one process, the first 30 of a query: p95 in ms, recall and precision of all finds"
    )
    print(f"{'characters':22}" + "".join(f"{length:>20}" for length in asked))
    for name, search_all in (
        ("FTS5 unicode61", lambda: _by_fts5(texts, list(truth), "unicode61")),
        ("FTS5 trigram", lambda: _by_fts5(texts, list(truth), "trigram")),
        ("lemon24/reader", lambda: _by_reader(texts, list(truth), peer_python)),
        ("suyuan", lambda: _by_us(texts, list(truth))),
    ):
        found = dict(zip(truth, search_all(), strict=True))
        row = ([(*found[query], truth[query]) for query in queries] for queries in asked.values())
        print(f"{name:22}" + "".join(map(_cell, row)), flush=True)


def _cell(cells: Cells) -> str:
    right = sum(len(found & truth) for _, found, truth in cells)
    recall, precision = (right / max(1, sum(len(one[side]) for one in cells)) for side in (2, 1))
    return f"{percentile([taken for taken, _, _ in cells], 95):8.1f}{recall:6.2f}{precision:6.2f}"


Searched = list[tuple[float, set[str]]]


def _by_fts5(texts: dict[str, str], queries: list[str], tokenizer: str) -> Searched:
    with closing(apsw.Connection(":memory:")) as peer:
        peer.execute(f"CREATE VIRTUAL TABLE search USING fts5 (text, tokenize = '{tokenizer}')")
        with peer:
            peer.executemany("INSERT INTO search VALUES (?)", ((text,) for text in texts.values()))
        return _put(peer, "search", [f'"{query}"' for query in queries], dict(enumerate(texts, 1)))


def _by_reader(texts: dict[str, str], queries: list[str], peer_python: Path) -> Searched:
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        (folder / "texts.jsonl").write_text("".join(f"{json.dumps(pair)}\n" for pair in texts.items()))
        (folder / "queries.json").write_text(json.dumps(queries))
        subprocess.run([peer_python, Path(__file__).with_name("search_peer.py"), folder], check=True)
        return [(taken, set(names)) for taken, names in json.loads((folder / "found.json").read_text())]


def _by_us(texts: dict[str, str], queries: list[str]) -> Searched:
    with tempfile.TemporaryDirectory() as made, closing(Store(Path(made), create=True)) as ours:
        with ours.transaction():
            for minute, (name, text) in enumerate(texts.items()):
                at = datetime(2026, 1, 1, tzinfo=UTC) + timedelta(minutes=minute)
                ours.index.put(Entry(where=Where.ARTICLE, name=name, at=at, title="", text=text))
        matches = [" AND ".join(search.phrases(query)) for query in queries]
        return _put(ours.db, "search_article", matches, dict(ours.db.execute("SELECT doc, name FROM place")))


def _put(db: apsw.Connection, table: str, matches: list[str], names: dict[int, str]) -> Searched:
    """The queries put to a table of FTS5."""
    newest = f"SELECT rowid FROM {table} WHERE {table} MATCH ? ORDER BY rowid DESC LIMIT 30"
    found = []
    for match in matches:
        begun = time.perf_counter()
        db.execute(newest, (match,)).fetchall()
        taken = 1000 * (time.perf_counter() - begun)
        every = db.execute(f"SELECT rowid FROM {table} WHERE {table} MATCH ?", (match,))
        found.append((taken, {names[doc] for (doc,) in every}))
    return found


# ── a served desk ────────────────────────────────────────────────────────────────────────────────

_SERVE = (
    "import sys; from datetime import datetime; from pathlib import Path; from suyuan.desk import commands, words; "
    "commands.serve(Path(sys.argv[1]), host=None, port=int(sys.argv[2]), say=words.words('en'), now=datetime.fromisoformat(sys.argv[3]))"
)


@dataclass(frozen=True, slots=True)
class Serving:
    """A desk that is served: the port, and the process that answers."""

    port: int
    pid: int

    def processor(self) -> float:
        """Milliseconds of processor that it took up to now."""
        threads = Path(f"/proc/{self.pid}/task").glob("*/schedstat")
        return sum(int(one.read_text().split()[0]) for one in threads) / 1e6

    def peak(self) -> float:
        """The most memory that it ever had, in MB; pages of the database that it maps are counted."""
        found = re.search(r"VmHWM:\s+(\d+) kB", Path(f"/proc/{self.pid}/status").read_text())
        return int(found[1]) / 1000 if found else 0.0


@contextmanager
def served(folder: Path, now: object, weight: int) -> Iterator[Serving]:
    """A desk served as `suyuan desk` does, its worker beside it."""
    with socket.socket() as trial:
        trial.bind(("127.0.0.1", 0))
        port: int = trial.getsockname()[1]
    child = subprocess.Popen(
        [sys.executable, "-c", _SERVE, str(folder), str(port), str(now)],
        stdout=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        asyncio.run(_awake(port, child))
        _until_ready(folder)
        serving = Serving(port, _answering(child.pid))
        _weigh(serving.pid, weight)
        _weigh(os.getpid(), weight)
        yield serving
    finally:
        _weigh(os.getpid(), 0)
        child.send_signal(signal.SIGINT)
        child.wait(timeout=60)


async def _awake(port: int, child: subprocess.Popen[bytes]) -> None:
    for _ in range(300):
        try:
            await ask(port, "/health", 0.0)
            return
        except OSError:
            await asyncio.sleep(0.2)
        if child.poll() is not None:
            break
    raise SystemExit("The desk could not be served.")


def _weigh(pid: int, weight: int) -> None:
    """Give a process, or (0) take from it, a priority before others."""
    if weight or os.getpriority(os.PRIO_PROCESS, pid):
        group = Path(f"/proc/{pid}/autogroup")  # a kernel that has these weighs sessions first, then who is in them
        if group.exists():
            group.write_text(str(weight))
        for thread in Path(f"/proc/{pid}/task").iterdir():
            os.setpriority(os.PRIO_PROCESS, int(thread.name), weight)


def _until_ready(folder: Path) -> None:
    """Wait for what is made ready beside the site: a desk is measured as it is some minutes after its start."""
    with closing(Store(folder, readonly=True)) as store, closing(Shelf(folder)) as shelf:
        begun = time.monotonic()
        while len(ready.due(store, shelf, time.time())) > 1 and time.monotonic() - begun < 600:
            time.sleep(1.0)


def _answering(parent: int) -> int:
    """Of the processes below the one that was started, the one that answers: it holds granian's code."""
    below, ahead = [], [parent]
    while ahead:
        pid = ahead.pop()
        children = [int(one) for one in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]
        below += children
        ahead += children
    return next(pid for pid in below if "_granian" in Path(f"/proc/{pid}/maps").read_text())


@contextmanager
def busy(folder: Path) -> Iterator[None]:
    """Have more come in than the worker can read, brought by another process: this one has to keep time."""
    spawned = multiprocessing.get_context("spawn")
    ready = spawned.Event()
    bringer = spawned.Process(target=_bring, args=(folder, ready), daemon=True)
    bringer.start()
    ready.wait()
    try:
        yield
    finally:
        bringer.terminate()
        bringer.join()


def _bring(folder: Path, ready: Event) -> None:
    os.setpriority(os.PRIO_PROCESS, 0, 10)
    store, coming = Store(folder), large_desk.arrivals()
    while True:
        if store.due_count() < 1000:
            store.keep(list(islice(coming, 100)))
            ready.set()
        time.sleep(1.0)


# ── asking ───────────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class Taken:
    """What one request took."""

    ms: float
    bytes: int
    status: int


async def ask(port: int, address: Address, due: float) -> Taken:
    """One request on a connection of its own."""
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    writer.write(f"GET {address} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nAccept: text/html\r\nAccept-Language: zh\r\nConnection: close\r\n\r\n".encode())  # fmt: skip
    answer = await reader.read()
    writer.close()
    return Taken(1000 * (time.perf_counter() - due), len(answer), int(answer[9:12]))


async def one_by_one(
    serving: Serving, kinds: dict[str, Callable[[], Address]], count: int = 40
) -> dict[str, list[float]]:
    """Milliseconds of processor of every kind of page, nothing else going on; the first of all warm the process up."""
    taken: dict[str, list[float]] = defaultdict(list)
    for number in range(count + WARM // len(kinds)):
        for name, draw in kinds.items():
            before = serving.processor()
            await ask(serving.port, draw(), time.perf_counter())
            if number >= WARM // len(kinds):
                taken[name].append(serving.processor() - before)
    return taken


async def at_a_rate(port: int, kinds: dict[str, Callable[[], Address]], seconds: float) -> dict[str, list[Taken]]:
    """Requests at random moments, `RATE` a second."""
    chance, taken = random.Random(2), defaultdict[str, list[Taken]](list)
    moments, addresses, at = [], [], 0.0
    while at < seconds:
        name = chance.choice(list(kinds))
        moments.append(at)
        addresses.append((name, kinds[name]()))
        at += chance.expovariate(RATE)
    begun = time.perf_counter()

    async def due(at: float, name: str, address: Address) -> None:
        taken[name].append(await ask(port, address, begun + at))

    async with asyncio.TaskGroup() as group:
        for at, (name, address) in zip(moments, addresses, strict=True):
            await asyncio.sleep(max(0.0, begun + at - time.perf_counter()))
            group.create_task(due(at, name, address))
    return taken


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2:])
