"""Reading apps: the Google Reader API, and newsboat reading, marking and starring against a running desk."""

from __future__ import annotations

import os
import pty
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import closing, suppress
from datetime import UTC, datetime
from pathlib import Path

import pytest
from litestar.testing import TestClient

from suyuan.desk.site import create
from suyuan.desk.store.access import Access, Scope
from suyuan.desk.store.marks import MarkKind, Marks, home
from tests.desk.test_site_newsroom import ARTICLES, EVENING, GAZETTE, NOW, WIRE, newsroom

Client = TestClient  # type: ignore[type-arg]
HERE = "http://127.0.0.1:8000"
API = "/reader/api/0"
STATE = "user/-/state/com.google/"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return newsroom(tmp_path)


@pytest.fixture
def key(folder: Path) -> str:
    with closing(Access(folder)) as access:
        return access.make_token("app", [Scope.READ, Scope.MARK], datetime.now(UTC))


@pytest.fixture
def app(folder: Path, key: str) -> Iterator[Client]:
    with TestClient(create(folder, now=NOW), base_url=HERE) as client:
        answer = client.post("/accounts/ClientLogin", data={"Email": "owner", "Passwd": key})
        auth = dict(line.split("=", 1) for line in answer.text.split())["Auth"]
        client.headers["authorization"] = f"GoogleLogin auth={auth}"
        yield client


def numbers(app: Client, query: str = "") -> list[int]:
    refs = app.get(f"{API}/stream/items/ids?n=100{query}").json()["itemRefs"]
    return [int(one["id"]) for one in refs]


def signed(article_id: str) -> int:
    value = int(article_id, 16)
    return value - 2**64 if value >= 2**63 else value


def test_an_app_signs_in_with_the_password_of_the_desk_or_a_token_and_with_nothing_else(folder: Path) -> None:
    with closing(Access(folder)) as access:
        access.set_password("ein langes Wort")
    with TestClient(create(folder, now=NOW), base_url=HERE) as client:
        right = client.post("/accounts/ClientLogin", data={"Passwd": "ein langes Wort"}).text
        headers = {"authorization": "GoogleLogin auth=" + right.split("Auth=")[1].strip()}
        assert client.get(f"{API}/user-info", headers=headers).json()["userName"] == "owner"
        assert client.post("/accounts/ClientLogin", data={"Passwd": "falsch"}).status_code == 403
        assert client.get(f"{API}/user-info").status_code == 401
        with closing(Access(folder)) as access:
            access.set_password("ein anderes Wort")
        assert client.get(f"{API}/user-info", headers=headers).status_code == 401


def test_outlets_are_subscriptions_and_their_articles_the_items(app: Client) -> None:
    streams = {one["id"] for one in app.get(f"{API}/subscription/list?output=json").json()["subscriptions"]}
    assert streams == {f"feed/outlet/{one.outlet}" for one in ARTICLES}
    found = app.get(f"{API}/stream/contents/feed/outlet/云州晚报").json()
    assert [one["title"] for one in found["items"]] == [EVENING.title]
    item = found["items"][0]
    assert item["canonical"] == [{"href": EVENING.url}]
    assert item["alternate"][0]["href"] == f"{HERE}/article/{EVENING.id}"
    assert "渗水" in item["summary"]["content"]


def test_every_item_is_given_once_newest_first_over_any_number_of_answers(app: Client) -> None:
    found, rest = list[int](), ""
    while True:
        answer = app.get(f"{API}/stream/items/ids?s={STATE}reading-list&n=2&c={rest}").json()
        found += [int(one["id"]) for one in answer["itemRefs"]]
        if not (rest := answer.get("continuation", "")):
            break
    newest = sorted(ARTICLES, key=lambda one: one.published or one.first_seen, reverse=True)
    assert found == [signed(one.id) for one in newest]


FORMS = ("tag:google.com,2005:reader/item/{0.id}", "{1}", "{0.id}")


@pytest.mark.parametrize("form", FORMS)
def test_an_item_is_known_by_its_number_however_it_is_written(app: Client, form: str) -> None:
    written = form.format(WIRE, signed(WIRE.id))
    found = app.post(f"{API}/stream/items/contents", data={"i": written}).json()["items"]
    assert [one["title"] for one in found] == [WIRE.title]


def test_what_is_read_is_no_longer_among_the_unread_and_can_be_kept_unread(app: Client, folder: Path) -> None:
    unread = f"&xt={STATE}read"
    assert signed(WIRE.id) in numbers(app, unread)
    app.post(f"{API}/edit-tag", data={"i": str(signed(WIRE.id)), "a": STATE + "read"})
    assert signed(WIRE.id) not in numbers(app, unread)
    assert signed(WIRE.id) in numbers(app)
    app.post(f"{API}/edit-tag", data={"i": str(signed(WIRE.id)), "r": STATE + "read"})
    assert signed(WIRE.id) in numbers(app, unread)


def test_a_star_set_in_an_app_is_a_star_of_the_desk(app: Client, folder: Path) -> None:
    app.post(
        f"{API}/edit-tag",
        data={"i": [str(signed(WIRE.id)), str(signed(EVENING.id))], "a": "user/1/state/com.google/starred"},
    )
    app.post(f"{API}/edit-tag", data={"i": str(signed(EVENING.id)), "r": STATE + "starred"})
    assert numbers(app, f"&s={STATE}starred") == [signed(WIRE.id)]
    assert 'aria-pressed="true"' in app.get(f"/article/{WIRE.id}").text


def test_a_whole_outlet_is_read_at_once_and_that_can_be_undone(app: Client) -> None:
    unread = {one["id"]: one["count"] for one in app.get(f"{API}/unread-count").json()["unreadcounts"]}
    assert unread["feed/outlet/新滨社"] == 1 and unread[STATE + "reading-list"] == len(ARTICLES)
    app.post(f"{API}/mark-all-as-read", data={"s": "feed/outlet/新滨社"})
    assert len(numbers(app, f"&xt={STATE}read")) == len(ARTICLES) - 1
    app.post(f"{API}/mark-all-as-read", data={"s": STATE + "reading-list"})
    assert numbers(app, f"&xt={STATE}read") == []
    app.post(f"{API}/edit-tag", data={"i": str(signed(WIRE.id)), "a": STATE + "kept-unread"})
    assert numbers(app, f"&xt={STATE}read") == [signed(WIRE.id)]
    assert "全部已读" in app.get("/marks").text


def test_freshrss_apps_find_it_under_the_address_they_know(app: Client) -> None:
    assert app.get("/api/greader.php/reader/api/0/tag/list").json()["tags"][0]["id"] == STATE + "starred"


@pytest.mark.parametrize(
    "odd", ["-", "99999999999999999999999", "x" * 300, "tag:google.com,2005:reader/item/zz", "%00"]
)
def test_an_odd_number_names_nothing_and_breaks_nothing(app: Client, odd: str) -> None:
    assert app.post(f"{API}/edit-tag", data={"i": odd, "a": STATE + "read"}).text == "OK"
    for path in (f"stream/items/ids?n={odd}&c={odd}&ot={odd}", f"stream/contents/{odd}"):
        assert app.get(f"{API}/{path}").status_code == 200


# ── newsboat ─────────────────────────────────────────────────────────────────────────────────────

NEWSBOAT = shutil.which("newsboat")


@pytest.fixture
def running(folder: Path) -> Iterator[str]:
    with socket.socket() as trial:
        trial.bind(("127.0.0.1", 0))
        port = trial.getsockname()[1]
    asked = f"from pathlib import Path; from datetime import datetime; from suyuan.desk import site; site.serve(Path({str(folder)!r}), port={port}, now=datetime.fromisoformat({NOW.isoformat()!r}))"
    child = subprocess.Popen([sys.executable, "-c", asked])
    base = f"http://127.0.0.1:{port}"
    for _ in range(150):
        try:
            urllib.request.urlopen(f"{base}/health", timeout=2).close()
            break
        except OSError:
            time.sleep(0.2)
    yield base
    child.terminate()
    child.wait(timeout=20)


@pytest.mark.skipif(not NEWSBOAT, reason="newsboat is not installed (Debian: apt-get install newsboat)")
def test_newsboat_reads_marks_and_stars(
    running: str, folder: Path, key: str, tmp_path_factory: pytest.TempPathFactory
) -> None:
    place = tmp_path_factory.mktemp("newsboat")
    (place / "config").write_text(
        f'urls-source "feedhq"\nfeedhq-url "{running}"\nfeedhq-login "owner"\nfeedhq-password "{key}"\n'
        'feedhq-show-special-feeds no\nfeedhq-flag-star "s"\nfeedhq-min-items 50\n'
        "confirm-exit no\nauto-reload no\n"
    )
    (place / "urls").write_text("")
    command = [NEWSBOAT or "", "-C", str(place / "config"), "-u", str(place / "urls"), "-c", str(place / "cache.db")]
    reloaded = subprocess.run([*command, "-x", "reload", "print-unread"], capture_output=True, text=True, timeout=60)
    assert reloaded.stdout.split()[0] == str(len(ARTICLES)), reloaded.stdout + reloaded.stderr

    keys(command, ["\r", "\r", "q", "q", "q"])  # open the first outlet's only article: that marks it as read
    assert waited(folder, MarkKind.READ, 1)
    keys(command, ["\r", "\x05", "s\r", "q", "q"])  # Ctrl-E: its flags; s is the one for a star
    assert waited(folder, MarkKind.STARRED, 1)

    read = {one.places[0].address for one in marks(folder, MarkKind.READ)}
    again = subprocess.run([*command, "-x", "reload", "print-unread"], capture_output=True, text=True, timeout=60)
    assert again.stdout.split()[0] == str(len(ARTICLES) - len(read))
    assert read <= {home(one) for one in (*ARTICLES, GAZETTE)}


def keys(command: list[str], typed: list[str]) -> None:
    """Type into newsboat on a terminal of its own."""
    child, terminal = pty.fork()
    if child == 0:
        os.environ |= {"TERM": "xterm", "LANG": "C.UTF-8", "LC_ALL": "C.UTF-8"}
        os.execv(command[0], command)
    os.set_blocking(terminal, False)
    for each in typed:
        drained(terminal, 1.2)
        os.write(terminal, each.encode())
    drained(terminal, 3)
    with suppress(ProcessLookupError):
        os.kill(child, 15)
    os.waitpid(child, 0)
    os.close(terminal)


def drained(terminal: int, seconds: float) -> None:
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        try:
            os.read(terminal, 65536)
        except BlockingIOError:
            time.sleep(0.05)
        except OSError:
            return


def marks(folder: Path, kind: MarkKind) -> list[object]:
    with closing(Marks(folder)) as opened:
        return list(opened.all(kind))


def waited(folder: Path, kind: MarkKind, least: int) -> bool:
    for _ in range(50):
        if len(marks(folder, kind)) >= least:
            return True
        time.sleep(0.1)
    return False
