"""Whole worlds for the watcher: a month of many feeds in all kinds of weather, and real days served as feeds again.

Used by the tests in a short form and by `./run bench intake` in full.
"""

from __future__ import annotations

import gzip
import json
import random
import resource
import time
from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from suyuan import articles, outlets
from suyuan.desk.intake import lines
from suyuan.desk.intake.arrival import Arrived
from suyuan.desk.settings import Intake
from suyuan.desk.store import Store
from suyuan.desk.store.subscriptions import Subscriptions, Watched
from suyuan.desk.watch import Watcher
from suyuan.records import Article, FeedItem, Page
from tests.intake.small_internet import BEGIN, Internet, Reply, Request, live, now, redirect

HOUR, DAY = 3_600.0, 86_400.0
WINDOW = 40  # items that a feed lists
SENTENCES = ("停航三天的云亭渡轮恢复运营", "远川市发布今年第二个台风预警", "湖心岛大桥的检修比计划提前完成", "市场监管部门通报抽检结果",
             "新学期开学后校门口的交通有了变化", "首列旅游专列当天早上发车", "博物馆延长夏季的开放时间", "气象台预计周末有一次降雨")  # fmt: skip


@dataclass
class Outcome:
    """What a run on the small internet came to."""

    seconds: float
    requests: int
    pages: int
    items: int
    lost: list[str]
    shortest_gap: float
    most_at_once: int
    peak_mb: float
    published: int = 0
    seen: int = 0


@dataclass
class World:
    """Many feeds, each with a temper; `served` are the items that some whole answer listed."""

    internet: Internet
    feeds: int
    days: float
    chance: random.Random = field(default_factory=lambda: random.Random(11))
    served: set[str] = field(default_factory=set)
    published: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        for number in range(self.feeds):
            host = f"h{number}.example.com"
            self.internet.pages[host]["*"] = lambda request, number=number: self._answer(number, request)
            if TEMPERS[number % len(TEMPERS)] == "moving":
                self.internet.pages[f"new-{host}"]["*"] = lambda request, number=number: self._answer(number, request)

    def url(self, number: int) -> str:
        """The address of a feed."""
        return f"http://h{number}.example.com/rss.xml"

    def _answer(self, number: int, request: Request) -> Reply:
        if request.path == "/robots.txt":
            return Reply(b"User-agent: *\nDisallow: /private/\n")
        if request.path.startswith("/a/"):
            return self._page(number, request.path)
        return self._feed(number, request)

    def _feed(self, number: int, request: Request) -> Reply:
        day = _elapsed() / DAY
        temper, dice = TEMPERS[number % len(TEMPERS)], self.chance.random()
        weather = _WEATHER[temper](day, dice, request)
        if weather is not None:
            return weather
        first, last = self._window(number)
        etag = f'"{number}-{last}"'
        if temper != "plain" and request.headers.get("if-none-match") == etag:
            return Reply(status=304)
        links = [f"http://h{number}.example.com/a/{item}.html" for item in range(first, last)]
        rows = "".join(
            f"<item><guid>{link}</guid><title>{_title(number, first + place)}</title><link>{link}?utm_source=rss</link>"
            f"<description>{_text(number, first + place, 2)}</description></item>"
            for place, link in enumerate(links)
        )  # fmt: skip
        body = f'<?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel><title>第{number}号晚报</title>{rows}</channel></rss>'
        raw = body.encode("gb18030" if temper == "charset" else "utf-8")
        if temper == "broken" and dice < 0.1:
            return Reply(raw, cut=len(raw) // 2)
        self.served.update(links)
        headers = [("ETag", etag), ("Content-Type", "text/html" if temper == "lying" else "application/rss+xml")]
        if temper == "packed":
            raw, headers = gzip.compress(raw), [*headers, ("Content-Encoding", "gzip")]
        return Reply(raw, headers=tuple(headers), delay=8.0 if temper == "slow" else 0.0)

    def _window(self, number: int) -> tuple[int, int]:
        """The numbers of the items that a feed lists now."""
        every = _every(number)
        last = int(min(_elapsed(), self.days * DAY) / every) + 1
        self.published.update(f"http://h{number}.example.com/a/{item}.html" for item in (last - 1,))
        return max(0, last - WINDOW), last

    def _page(self, number: int, path: str) -> Reply:
        item = int(path.removeprefix("/a/").partition(".")[0])
        kind = (number + item) % 25
        if kind == 3:
            return Reply(b"nothing here", 404)
        if kind == 7 and self.chance.random() < 0.7:
            return Reply(b"", 502)
        if kind == 11:
            return redirect(f"/b/../a/{item + 1_000_000}.html")
        title = _title(number, item % 1_000_000)
        text = "".join(f"<p>{_text(number, item % 1_000_000, 3)}</p>" for _ in range(3))
        body = f"<html><head><title>{title}</title></head><body><h1>{title}</h1><div>2031-06-02 08:00 来源：第{number}号晚报</div>{text}</body></html>"
        return Reply(body.encode(), headers=(("Content-Type", "text/html; charset=utf-8"),))


def _elapsed() -> float:
    return now().timestamp() - BEGIN.timestamp()


def _every(number: int) -> float:
    """Seconds between two items: one feed in ten is busy, the others say something every few days."""
    return 6 * HOUR if number % 10 == 0 else (3 + number % 5) * DAY


def _title(number: int, item: int) -> str:
    return f"{SENTENCES[(number + item) % len(SENTENCES)]}（{number}之{item}）"


def _text(number: int, item: int, count: int) -> str:
    return "".join(
        f"{SENTENCES[(number * 7 + item + step) % len(SENTENCES)]}，记者在{number}号现场第{item}次看到。"
        for step in range(count)
    )


Weather = Callable[[float, float, Request], Reply | None]
_WEATHER: dict[str, Weather] = {
    "plain": lambda day, dice, request: None,
    "tagged": lambda day, dice, request: None,
    "slow": lambda day, dice, request: None,
    "charset": lambda day, dice, request: None,
    "packed": lambda day, dice, request: None,
    "lying": lambda day, dice, request: None,
    "broken": lambda day, dice, request: None,
    "flaky": lambda day, dice, request: Reply(b"", 503 if dice < 0.05 else 500) if dice < 0.2 else None,
    "busy": lambda day, dice, request: Reply(b"", 429, (("Retry-After", "5400"),)) if dice < 0.1 else None,
    "hanging": lambda day, dice, request: Reply(b"x", delay=120) if dice < 0.1 else None,
    "moving": lambda day, dice, request: (
        redirect(f"http://new-{request.host}/rss.xml", 301) if day > 8 and not request.host.startswith("new-") else None
    ),
    "looping": lambda day, dice, request: redirect("/rss.xml") if 4 < day < 5 else None,
    "bombing": lambda day, dice, request: (
        Reply(_BOMB, headers=(("Content-Encoding", "gzip"),)) if dice < 0.05 else None
    ),
    "entities": lambda day, dice, request: Reply(_ENTITIES) if dice < 0.05 else None,
    "turning": lambda day, dice, request: Reply(b"<html><body>for sale</body></html>") if day > 15 else None,
    "dying": lambda day, dice, request: Reply(b"", 410) if day > 12 else None,
}
TEMPERS = tuple(_WEATHER)
_BOMB = gzip.compress(b"\0" * 20_000_000)
_ENTITIES = b'<!DOCTYPE rss [<!ENTITY a "aaaaaaaaaa">]><rss><channel><item><title>&a;</title></item></channel></rss>'


def month(folder: Path, *, feeds: int, days: float) -> Outcome:
    """Watch many feeds for days, then two more in which nothing new comes; what was listed must all be there."""
    internet = Internet(keeps_log=False)
    world = World(internet, feeds, days)
    store, subscriptions = Store(folder, create=True), Subscriptions(folder)
    begin = BEGIN.timestamp()
    with subscriptions.transaction():
        for number in range(feeds):
            url = world.url(number)
            subscriptions.add(Watched(url=url, address=url, kind="feed", added=begin, next=begin + number % 600))
    begun = time.perf_counter()
    _watch(internet, store, subscriptions, (days + 2) * DAY, lambda: now().timestamp())
    seconds = time.perf_counter() - begun
    kept = [store.page(str(one)) for (one,) in store.db.execute("SELECT id FROM page").fetchall()]
    items = {one.url for one in kept if isinstance(one, FeedItem)}
    return Outcome(
        seconds=seconds, requests=internet.seen.total(), pages=sum(isinstance(one, Page) for one in kept), items=len(items),
        lost=sorted(world.served - {str(one) for one in items}), shortest_gap=internet.shortest_gap,
        most_at_once=internet.most_at_once, peak_mb=_peak(), published=len(world.published), seen=len(world.published & items),
    )  # fmt: skip


def rush(folder: Path, *, feeds: int, each: int) -> Outcome:
    """Poll many feeds once and fetch what is new in them, as fast as manners allow."""
    internet = Internet(keeps_log=False)
    begin = BEGIN.timestamp()
    store, subscriptions = Store(folder, create=True), Subscriptions(folder)
    links = set()
    for number in range(feeds):
        host = f"http://h{number}.example.com"
        rows = []
        for item in range(each):
            title = _title(number, item)
            text = "".join(f"<p>{_text(number, item, 4)}</p>" for _ in range(5))
            internet.put(
                f"{host}/a/{item}.html",
                f"<html><title>{title}</title><h1>{title}</h1><div>2031-06-02 08:00</div>{text}</html>",
            )
            rows.append(f"<item><title>{title}</title><link>{host}/a/{item}.html</link></item>")
            links.add(f"{host}/a/{item}.html")
        internet.put(
            f"{host}/rss.xml", f"<rss><channel><title>第{number}号晚报</title>{''.join(rows)}</channel></rss>".encode()
        )
        subscriptions.add(
            Watched(url=f"{host}/rss.xml", address=f"{host}/rss.xml", kind="feed", added=begin, next=begin)
        )
    begun = time.perf_counter()
    _watch(internet, store, subscriptions, 20 * 60, lambda: now().timestamp())
    seconds = time.perf_counter() - begun
    kept = [store.page(str(one)) for (one,) in store.db.execute("SELECT id FROM page").fetchall()]
    items = {str(one.url) for one in kept if isinstance(one, FeedItem)}
    return Outcome(
        seconds=seconds, requests=internet.seen.total(), pages=sum(isinstance(one, Page) for one in kept), items=len(items),
        lost=sorted(links - items), shortest_gap=internet.shortest_gap, most_at_once=internet.most_at_once, peak_mb=_peak(),
        published=len(links), seen=len(links & items),
    )  # fmt: skip


def _watch(
    internet: Internet, store: Store, subscriptions: Subscriptions, seconds: float, clock: Callable[[], float]
) -> None:
    async def story() -> None:
        end = clock() + seconds
        async with internet.door() as door:
            watcher = Watcher(
                store, subscriptions, door, Intake(revisits=False), outlets=outlets.packaged(), now=clock,
                chance=random.Random(5), tick=HOUR,
            )  # fmt: skip
            await watcher.run(lambda: clock() >= end)

    live(internet, story)


def _peak() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


Said = tuple[Any, ...]
"""What an article says: its id, address, headline, text, time and outlet."""

# ── real days, served as feeds again ─────────────────────────────────────────────────────────────


def replay(source: Path, folder: Path, *, limit: int | None = None) -> tuple[set[Said], set[Said]]:
    """The articles that `suyuan read` makes of a file of feed items, and those that the same items bring as feeds."""
    rows = _rows(source)[:limit]
    internet = Internet(keeps_log=False)
    begin = min(at for at, _ in rows)
    by_feed: dict[str, list[tuple[float, dict[str, Any]]]] = defaultdict(list)
    for at, row in rows:
        by_feed[row["feed"]].append((at, row))

    def clock() -> float:
        return begin + _elapsed()

    for feed, own in by_feed.items():
        internet.put(f"http://{feed}.example.com/feed.json", lambda request, own=own: _served(own, clock()))
    store, subscriptions = Store(folder, create=True), Subscriptions(folder)
    for feed in by_feed:
        url = f"http://{feed}.example.com/feed.json"
        subscriptions.add(Watched(url=url, address=url, kind="feed", added=begin, next=begin, minutes=30))
    _watch(internet, store, subscriptions, max(at for at, _ in rows) - begin + 12 * HOUR, clock)
    kept = [store.page(str(one)) for (one,) in store.db.execute("SELECT id FROM page").fetchall()]
    lines_of = [one.kept for one in lines.read(source, source.name) if isinstance(one, Arrived)][: len(rows)]
    return _made(one for one in lines_of if isinstance(one, FeedItem)), _made(
        one for one in kept if isinstance(one, FeedItem)
    )


def _rows(source: Path) -> list[tuple[float, dict[str, Any]]]:
    with gzip.open(source) as opened:
        found = [json.loads(line) for line in opened]
    return [(datetime.fromisoformat(row["first_seen"]).astimezone(UTC).timestamp(), row) for row in found]


def _served(own: list[tuple[float, dict[str, Any]]], at: float) -> Reply:
    """A feed as it stood at a moment: the items first seen in the day before."""
    shown = [row for seen, row in own if at - DAY < seen <= at]
    document = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": shown[-1].get("feed_title") if shown else "",
        "items": [
            {name: value for name, value in row.items() if not name.startswith(("feed", "first"))} for row in shown
        ],
    }
    return Reply(
        json.dumps(document, ensure_ascii=False).encode(), headers=(("Content-Type", "application/feed+json"),)
    )


def _made(items: Iterable[FeedItem]) -> set[Said]:
    """What the articles of some items say, apart from when they were first seen."""
    directory = outlets.packaged()
    return {
        (made.id, made.url, made.title, made.text, made.published, made.outlet)
        for item in items
        for made in articles.unpack(item, outlets=directory)
        if isinstance(made, Article)
    }
