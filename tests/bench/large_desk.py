"""A desk of any size made of real articles, and one of very many short ones: what the site is measured on.

Some thousand items of the real stream go through the whole flow: the *ground*. The rest of the desk are variants of
everything that the flow made of it, written by the store's own doors (`apply`, and those of `graph`),
so that index, tallies and addresses are what the store makes of them. A variant is another world of the same shape:

* its 汉字 are exchanged: a fifth of all characters (by a seed) for others that are about as frequent, one for one, in
  texts, names, claims and headlines alike. So spans still hold, half of the words are other words, and frequent
  words stay as frequent as they are. The names of outlets stay.
* numbers between 汉字 are other numbers.
* it lies so many days before the ground that the two do not overlap; ids are digests of the old id and the variant.
* of the keys that a node shares with its neighbours, half are the ground's and half are of the variant alone; what
  more nodes hold than a step allows is hot, as in the worker.

Kept pages are those of the ground: a variant's page leads to the bytes that its article was varied from.
Everything is drawn from seeds: the same numbers give the same desk.
"""

from __future__ import annotations

import random
import re
import shutil
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from dataclasses import replace
from datetime import datetime, timedelta
from functools import cache
from itertools import islice
from pathlib import Path
from typing import TypeVar

from suyuan import flow, outlets, rows
from suyuan.desk.engines import worker
from suyuan.desk.engines.version import version
from suyuan.desk.intake import lines
from suyuan.desk.intake.arrival import Arrived
from suyuan.desk.site import ready
from suyuan.desk.store import Made, Store
from suyuan.desk.store.shelf import Shelf
from suyuan.records import KINDS, Article, Block, BlockKind, FeedItem, digest

STREAM = Path(__file__).parents[3] / "shared" / "feeds" / "stream-2026-01.jsonl.gz"
HELD = 300  # items at the end of the stream that no desk has: what comes while the site is measured
GROUND = 6000  # articles at most that go through the whole flow
SHARE = 10  # of a smaller desk every tenth article is of the ground
EXCHANGED = 0.2
NEAR = 40  # characters that are exchanged for one another are this near by frequency
SHORT = (40, 120)  # characters of a short article

STEPS = {step.name: step for step in flow.FLOW}
T = TypeVar("T")
Tell = Callable[[str], None]


def items() -> list[FeedItem]:
    """The items of the stream, in its order."""
    return [one.kept for one in lines.read(STREAM, "stream") if isinstance(one, Arrived)]  # type: ignore[misc]


def needs() -> dict[str, object]:
    """The arguments of the steps, as for a desk whose owner has set nothing."""
    return {"outlets": outlets.packaged(), "second_reader": None}


class _Settled(Store):
    """A store in which nothing follows from what is written: all that follows is written, too."""

    def mark_articles(self, step: str, article_ids: Iterable[str]) -> None:
        """Nothing is due."""


def make(folder: Path, articles: int, tell: Tell) -> Store:
    """A desk with about so many articles (never fewer)."""
    store = Store(folder, create=True)
    wanted = min(GROUND, -(-articles // SHARE))
    store.keep(items()[:-HELD][: wanted * 11 // 10])  # a tenth is turned away
    tell(f"the ground: {wanted} articles through the whole flow")
    worker.work(store, needs())
    store.close()
    store = _Settled(folder)
    ground = _Ground(store)
    for number in range(1, 1 + -(-(articles - ground.articles) // ground.articles)):
        _write(store, ground, _Variant(ground, number))
        tell(f"{(number + 1) * ground.articles} articles")
    _heat(store)
    read(store, tell)
    store.db.execute("ANALYZE; PRAGMA wal_checkpoint(TRUNCATE)")
    return store


def read(store: Store, tell: Tell) -> None:
    """What the process that makes answers ready does in the first minutes of a desk: read the articles by their words."""
    with closing(Shelf(store.folder)) as shelf:
        shelf.of_version(version(STEPS["gather"], {}))
        while ready.read(store, shelf) == ready.BATCH:
            pass
    tell("read by their words")


def short(folder: Path, articles: int, tell: Tell) -> Store:
    """A desk of very many short articles, and nothing made of them: what search has to find its way in."""
    store = _Settled(folder, create=True)
    step = STEPS["unpack"]
    for done, batch in enumerate(_batches(islice(_shortened(), articles), 2000), 1):
        with store.transaction():
            store.apply(step, "bench", [Made(one.page, (one,)) for one in batch])
        if done % 50 == 0:
            tell(f"{done * 2000} short articles")
    with store.transaction():
        for one in flow.FLOW:  # of these nothing else is to be made
            store.set_version(one.name, version(one, needs()))
    store.db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    return store


# ── a variant ────────────────────────────────────────────────────────────────────────────────────


_HAN = re.compile("[\u4e00-\u9fff]")
_ID = re.compile(r'"([0-9a-f]{16})"')
_MOMENT = re.compile(r'"(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?)Z"')
_NUMBER = re.compile(r"(?<=[\u4e00-\u9fff])[1-9]\d{0,3}(?=[\u4e00-\u9fff])")
_URL = re.compile(r'"url":"(https?://[^"/]+)/')


class _Ground:
    """What the flow made of the real items, as rows."""

    def __init__(self, store: Store) -> None:
        def all_of(asked: str) -> list[tuple[str, ...]]:
            return store.db.execute(asked).fetchall()

        self.owned: dict[tuple[str, str, str], list[tuple[str, str]]] = defaultdict(list)
        texts: list[Article] = []
        for kind, step, made_with, owner, row in all_of(
            "SELECT kind, step, version, owner, row FROM record ORDER BY n"
        ):
            self.owned[step, made_with, owner].append((kind, row))
            if kind == "Article":
                texts.append(rows.from_json(Article, row))
        self.nodes = all_of("SELECT step, id, article, mark FROM node")
        self.edges = all_of("SELECT step, a, b, link FROM edge WHERE a < b")
        self.pages = all_of("SELECT id, kind, url, first_seen, file, offset, length FROM page")
        self.keys: dict[tuple[str, str], list[int]] = defaultdict(list)
        for step, key, node in store.db.execute("SELECT step, key, id FROM key"):
            self.keys[step, node].append(key)
        self.articles = len(texts)
        times = sorted(one.published or one.first_seen for one in texts)
        # A few pages carry the date of years ago; the days of a desk are those in which nearly all of it came.
        self.days = 2 + (times[len(times) * 99 // 100] - times[len(times) // 100]).days
        self.frequent = _by_frequency(texts)


def _by_frequency(texts: Iterable[Article]) -> list[str]:
    """The 汉字 of the texts, most frequent first, but for those in the names of outlets."""
    kept = set("".join(name for one in outlets.packaged().outlets for name in (one.name, *one.aliases)))
    kept |= set("".join(one.outlet or "" for one in texts))
    counts = Counter(char for one in texts for char in one.text if _HAN.match(char))
    return [char for char, _ in counts.most_common() if char not in kept]


class _Variant:
    """How one variant differs from the ground."""

    def __init__(self, ground: _Ground, number: int) -> None:
        self.number = number
        self.table = exchanged(ground.frequent, number)
        self.back = timedelta(days=ground.days * number)
        self.id_of = cache(lambda one: digest("variant", number, one))
        self._moment = cache(lambda one: rows.written(datetime.fromisoformat(one + "+00:00") - self.back))

    def row(self, row: str) -> str:
        """A record's row, as it is in this variant."""
        row = _ID.sub(lambda match: f'"{self.id_of(match[1])}"', row)
        row = _MOMENT.sub(lambda match: f'"{self._moment(match[1])}"', row)
        row = _URL.sub(rf'"url":"\1/{self.number}/', row)
        return self.words(row)

    def words(self, text: str) -> str:
        """A text with other words and other numbers, as long as it was."""
        return _NUMBER.sub(self._other, text).translate(self.table)

    def key(self, key: int) -> int:
        """A key: half of them are of this variant alone."""
        return key if key & 1 else int(digest(key, self.number), 16) - (1 << 63)

    def _other(self, match: re.Match[str]) -> str:
        digits = match.group()
        return str((int(digits[0]) + self.number - 1) % 9 + 1) + "".join(
            str((int(one) + self.number) % 10) for one in digits[1:]
        )


def exchanged(frequent: list[str], seed: int) -> dict[int, str]:
    """A fifth of the characters, each for another that is about as frequent, one for one."""
    drawn = random.Random(seed)
    table: dict[int, str] = {}
    for start in range(0, len(frequent), NEAR):
        chosen = [char for char in frequent[start : start + NEAR] if drawn.random() < EXCHANGED]
        others = chosen[1:] + chosen[:1]
        table |= {ord(one): other for one, other in zip(chosen, others, strict=True)}
    return table


def _write(store: Store, ground: _Ground, variant: _Variant) -> None:
    id_of = variant.id_of
    with store.transaction():
        store.db.executemany(
            "INSERT INTO page VALUES (?, ?, ?, ?, ?, ?, ?, canonical(?3))",
            [(id_of(one), kind, url and f"{url}?{variant.number}", *rest) for one, kind, url, *rest in ground.pages],
        )
    for batch in _batches(ground.owned.items(), 500):
        with store.transaction():
            for (step, made_with, owner), found in batch:
                made = tuple(rows.from_json(KINDS[kind], variant.row(row)) for kind, row in found)
                store.apply(STEPS[step], made_with, [Made(id_of(owner), made)])
    with store.transaction():
        for step, node, article, mark in ground.nodes:
            store.graph.set_node(step, id_of(node), id_of(article), id_of(mark) if mark else mark)
            keys = map(variant.key, ground.keys[step, node])
            store.graph.set_keys(step, id_of(node), add=keys, drop=())
        for step, a, b, link in ground.edges:
            store.graph.set_link(step, id_of(a), id_of(b), id_of(link))


def _heat(store: Store) -> None:
    """Which keys count for nothing, now that all variants hold them."""
    with store.transaction():
        for step in flow.FLOW:
            if isinstance(step, flow.Link):
                store.db.execute(
                    "INSERT OR IGNORE INTO hot SELECT step, key FROM key WHERE step = ? GROUP BY key HAVING count(*) > ?",
                    (step.name, step.hot),
                )


# ── short articles ───────────────────────────────────────────────────────────────────────────────


def _shortened() -> Iterator[Article]:
    """Short articles without end: the beginnings of the real ones, varied."""
    ground = [one for one in items() if len(one.text or "") > SHORT[1]]
    frequent = _by_frequency(_article(one, 0, one.title, one.text or "") for one in ground)
    number = 0
    while True:
        table, drawn = exchanged(frequent, number), random.Random(number)
        for one in ground:
            text = (one.text or "")[: drawn.randint(*SHORT)].translate(table)
            yield _article(one, number, one.title.translate(table), text)
        number += 1


def _article(one: FeedItem, number: int, title: str, text: str) -> Article:
    blocks = tuple(
        Block(kind=BlockKind.PARAGRAPH, start=match.start(), end=match.end()) for match in re.finditer("[^\n]+", text)
    )
    seen = one.first_seen - timedelta(minutes=number)
    return Article(
        id=digest(one.id, number), page=digest("page", one.id, number), url=f"{one.url}?{number}",
        outlet=one.outlet, title=title, text=text, blocks=blocks, first_seen=seen,
        published=one.published and one.published - timedelta(minutes=number),
    )  # fmt: skip


def cached(build: Path, name: str, articles: int, how: Callable[[Path, int, Tell], Store], tell: Tell) -> Path:
    """The folder of a desk of a name and size, made where it is not there yet."""
    folder = build / f"{name}-{articles}"
    if not (folder / "whole").exists():
        shutil.rmtree(folder, ignore_errors=True)
        how(folder, articles, tell).close()
        (folder / "whole").touch()
    return folder


def arrivals() -> Iterator[FeedItem]:
    """What comes while the site is measured, without end: the last items of the stream, varied."""
    held = items()[-HELD:]
    frequent = _by_frequency(_article(one, 0, one.title, one.text or "") for one in held)
    number = 0
    while True:
        table = exchanged(frequent, -number)
        for one in held:
            words = {name: (getattr(one, name) or "").translate(table) or None for name in ("title", "html", "text")}
            name = f"{one.item} {time.time_ns()}"
            yield replace(one, id=digest(name), item=name, url=f"{one.url}?{number}", **words)
        number += 1


def every(store: Store) -> Iterator[Article]:
    """The articles of a desk."""
    for (row,) in store.db.execute("SELECT row FROM record WHERE kind = 'Article'"):
        yield rows.from_json(Article, row)


def _batches(found: Iterable[T], size: int) -> Iterator[list[T]]:
    whole = iter(found)
    while batch := list(islice(whole, size)):
        yield batch
