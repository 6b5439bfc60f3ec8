"""The watcher killed at any moment and started again: nothing that it said it had is lost, and nobody is asked in haste.

`SUYUAN_KILLS=200 ./run test tests/intake/test_crash.py` kills it more often than a usual run does.
"""

import json
import os
import random
import signal
import subprocess
import sys
import threading
import time
from collections import Counter, defaultdict
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from itertools import pairwise
from pathlib import Path

import pytest

from suyuan.desk.store import Store
from suyuan.desk.store.subscriptions import Subscriptions, Watched
from suyuan.records import FeedItem, Page

SCRIPT = """
import sys
from pathlib import Path
from suyuan.desk import watch
watch.LINGER = 0.2
print("go", flush=True)
watch.keep_watching(Path(sys.argv[1]))
"""
KILLS = int(os.environ.get("SUYUAN_KILLS", "4"))
FEEDS, ITEMS = 6, 5
PAUSE = 0.1
WORDS = "停航三天的云亭渡轮将于四日恢复运营，首班船时间不变，票价也不调整，受损的两处浮桥已经修复。"


class Host(BaseHTTPRequestHandler):
    """A publisher: feeds, and articles of which every third stands on two pages. It notes when it was asked for what."""

    def do_GET(self) -> None:
        begun = time.monotonic()
        found = page_of(self.path, self.headers["Host"])
        self.send_response(200 if found else 404)
        self.send_header(
            "Content-Type", "application/xml" if self.path.startswith("/feed") else "text/html; charset=utf-8"
        )
        self.send_header("Content-Length", str(len(found)))
        self.end_headers()
        self.wfile.write(found)
        log: list[tuple[str, str, float]] = self.server.log  # type: ignore[attr-defined]
        log.append((self.headers["Host"], self.path, begun))

    def log_message(self, *_: object) -> None:
        """Nothing on standard error."""


def page_of(path: str, host: str) -> bytes:
    kind, _, rest = path.strip("/").partition("/")
    if kind == "feed":
        rows = "".join(
            f"<item><title>云亭渡轮第{rest}{n}次复航的消息</title><link>http://{host}/a/70021{rest}{n}.html</link><description>短</description></item>"
            for n in range(ITEMS)
        )
        return f"<rss version='2.0'><channel><title>云亭晚报{rest}</title>{rows}</channel></rss>".encode()
    if kind != "a":
        return b""
    name, _, part = rest.removesuffix(".html").partition("_")
    title = f"云亭渡轮第{name[5:]}次复航的消息"
    pager = f"<div><a href='{name}_2.html'>下一页</a></div>" if not int(name) % 3 and not part else ""
    paragraphs = "".join(f"<p>第{part or 1}页第{n}段：{title}。{WORDS}</p>" for n in range(4))
    return f"<html><title>{title}_云亭晚报网</title><h1>{title}</h1><div>2031-06-02 08:00　来源：云亭晚报</div>{paragraphs}{pager}</html>".encode()


@pytest.fixture
def server() -> Iterator[ThreadingHTTPServer]:
    found = ThreadingHTTPServer(("127.0.0.1", 0), Host)
    found.log = []  # type: ignore[attr-defined]
    thread = threading.Thread(target=found.serve_forever, daemon=True)
    thread.start()
    yield found
    found.shutdown()
    thread.join()
    found.server_close()


def started(folder: Path) -> subprocess.Popen[str]:
    child = subprocess.Popen([sys.executable, "-c", SCRIPT, str(folder)], stdout=subprocess.PIPE, text=True)
    assert child.stdout is not None and child.stdout.readline() == "go\n"
    return child


def assert_nothing_is_lost(folder: Path) -> None:
    """What is written down as had is on disk, and what was listed is kept, or still to be fetched."""
    store, subscriptions = Store(folder), Subscriptions(folder)
    store.recover()
    for (page_id,) in subscriptions.db.execute("SELECT page FROM address WHERE page IS NOT NULL"):
        assert store.page(str(page_id)) is not None
    items = [rows_id for (rows_id,) in store.db.execute("SELECT id FROM page WHERE kind = 'FeedItem'")]
    kept = {one.url for item in items if isinstance(one := store.page(str(item)), FeedItem)}
    waiting = {json.loads(str(item))["url"] for (item,) in subscriptions.db.execute("SELECT item FROM pending")}
    for one in subscriptions.all():
        assert len(subscriptions.listed(one.url)) in (0, ITEMS)  # a look is written down as a whole
        if subscriptions.listed(one.url):
            host, number = one.url.split("/")[2], one.url.rpartition("/")[2]
            assert {f"http://{host}/a/70021{number}{n}.html" for n in range(ITEMS)} <= kept | waiting
    store.close()
    subscriptions.close()


def test_a_watcher_killed_at_random_moments_loses_nothing_and_asks_nobody_in_haste(
    server: ThreadingHTTPServer, tmp_path: Path
) -> None:
    port, chance = server.server_address[1], random.Random(20310602)
    (tmp_path / "settings.toml").write_text(
        f'[egress]\nallow = ["127.0.0.1", "localhost"]\n[watch]\ncatalogue = false\nrevisits = false\npause = {PAUSE}\n'
    )
    Store(tmp_path, create=True).close()
    subscriptions = Subscriptions(tmp_path)
    for number in range(FEEDS):
        url = f"http://{('127.0.0.1', 'localhost')[number % 2]}:{port}/feed/{number}"
        subscriptions.add(Watched(url=url, address=url, kind="feed", added=time.time(), next=0.0))
    for _ in range(KILLS):
        child = started(tmp_path)
        time.sleep(chance.uniform(0.2, 1.2))
        child.send_signal(signal.SIGKILL)
        child.wait()
        assert_nothing_is_lost(tmp_path)
    child = started(tmp_path)
    patience = time.monotonic() + 60
    while subscriptions.pending_count() or any(one.checked is None for one in subscriptions.all()):
        assert time.monotonic() < patience
        time.sleep(0.1)
    child.terminate()
    child.wait()
    assert_nothing_is_lost(tmp_path)
    store = Store(tmp_path)
    kept = [one for (page_id,) in store.db.execute("SELECT id FROM page") if (one := store.page(str(page_id)))]
    pages = Counter(one.url for one in kept if isinstance(one, Page))
    whole = FEEDS * ITEMS
    assert set(pages.values()) == {1} and len(pages) == whole + sum(not int(f"70021{f}{n}") % 3 for f in range(FEEDS) for n in range(ITEMS))  # fmt: skip
    assert sum(isinstance(one, FeedItem) and one.page is not None for one in kept) == whole
    log: list[tuple[str, str, float]] = server.log  # type: ignore[attr-defined]
    by_host = defaultdict(list)
    for host, _, at in log:
        by_host[host].append(at)
    assert (
        min(later - earlier for times in by_host.values() for earlier, later in pairwise(sorted(times))) >= PAUSE * 0.9
    )
    asked = Counter(path for _, path, _ in log)
    assert asked["/robots.txt"] <= 2 + KILLS  # it is remembered; only one that was being fetched is fetched again
    assert sum(count for path, count in asked.items() if path.startswith("/feed/")) <= FEEDS + 2 * KILLS
