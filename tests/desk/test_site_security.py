"""The rows of the security table that are about the site; those about what comes in are in `tests/intake/test_security.py`."""

import json
import re
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest
from litestar.testing import TestClient

import suyuan
from suyuan.desk.settings import Settings
from suyuan.desk.site import create
from suyuan.desk.site.guard import HEADERS
from suyuan.desk.store.access import Access, Scope
from suyuan.desk.store.subscriptions import Subscriptions, Watched
from tests.desk.test_site_newsroom import EVENING, NOW, newsroom

Client = TestClient  # type: ignore[type-arg]
HERE = "http://127.0.0.1:8000"
SCRIPT = "<script>alert(1)</script>"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return newsroom(tmp_path)


@pytest.fixture
def desk(folder: Path) -> Iterator[Client]:
    with TestClient(create(folder, now=NOW), base_url=HERE) as client:
        client.headers["accept-language"] = "en"
        yield client


@pytest.mark.parametrize(
    "path", [f"/no/{SCRIPT}", f"/article/{SCRIPT}", f"/why/{SCRIPT}", f"/search?q={SCRIPT}", f"/picture/{SCRIPT}", f"/subscriptions/{SCRIPT}"]
)  # fmt: skip
def test_xss_in_error_and_proxy_paths(desk: Client, path: str) -> None:
    answer = desk.get(path)
    assert SCRIPT not in answer.text
    assert all(answer.headers[name] == value for name, value in HEADERS.items())
    assert "script-src 'self'" in HEADERS["content-security-policy"] and HEADERS["x-content-type-options"] == "nosniff"


def test_xss_in_what_a_publisher_answered(desk: Client, folder: Path) -> None:
    with closing(Subscriptions(folder)) as found:
        found.add(
            Watched(url="http://a.example/", address="http://a.example/", kind="feed", title=SCRIPT, detail=SCRIPT,
                    checked=NOW.timestamp(), result="failed", failures=1)
        )  # fmt: skip
        found.answer(found.ask("add", "http://b.example/", NOW.timestamp()), json.dumps({"error": SCRIPT}))
    shown = desk.get("/subscriptions").text
    assert "alert(1)" in shown and SCRIPT not in shown


def test_metrics_and_headers(folder: Path) -> None:
    """Figures are on a listener of their own, and who asks is not read from a header that anybody can send."""
    with closing(Access(folder)) as access:
        access.set_password("a long password")
    with TestClient(create(folder, now=NOW), base_url=HERE) as desk:
        assert desk.get("/metrics", headers={"x-forwarded-for": "127.0.0.1"}).status_code in (401, 404)
        for header in ("x-forwarded-for", "x-real-ip", "forwarded", "x-forwarded-user", "remote-user"):
            assert desk.get("/marks", headers={header: "127.0.0.1"}).status_code == 401


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1.evil.example", "desk.example.org@evil.example", ""])
def test_dns_rebinding_of_the_desk_itself(desk: Client, host: str) -> None:
    assert desk.get("/", headers={"host": host}).status_code == 421


@pytest.mark.parametrize("then", ["https://evil.example", "//evil.example/", "/\\evil.example", "javascript:0"])
def test_open_redirect(folder: Path, then: str) -> None:
    with closing(Access(folder)) as access:
        access.set_password("a long password")
    with TestClient(create(folder, now=NOW), base_url=HERE) as desk:
        form = re.search(r'name="form" value="(\w+)"', desk.get("/sign-in").text)
        assert form
        given = {"form": form[1], "password": "a long password", "then": then}
        assert desk.post("/sign-in", data=given, follow_redirects=False).headers["location"] == "/"


def test_auth_and_tokens(folder: Path) -> None:
    """No secret is in a file as it is, and none comes from a generator that can be guessed."""
    with closing(Access(folder)) as access:
        access.set_password("a long password")
        token = access.make_token("app", [Scope.READ], datetime.now(UTC))
    written = b"".join(path.read_bytes() for path in folder.glob("access.db*"))
    assert token.encode() not in written and b"a long password" not in written
    sources = {path: path.read_text(encoding="utf-8") for path in Path(suyuan.__file__).parent.rglob("*.py")}
    guessed = [
        path.name for path, text in sources.items() if re.search(r"^\s*(?:import|from) (?:random|uuid)\b", text, re.M)
    ]
    assert set(guessed) <= {"watch.py", "blocks.py"}  # how long to wait, and training: no secrets


def test_window_opener_and_referrer_leaks(desk: Client) -> None:
    assert HEADERS["referrer-policy"] == "same-origin" and HEADERS["cross-origin-opener-policy"] == "same-origin"
    for path in ("/", f"/article/{EVENING.id}", "/subscriptions"):
        links = re.findall(r'<a [^>]*href="https?://[^>]*>', desk.get(path).text)
        assert all("noopener" in link and "noreferrer" in link for link in links)
        assert not re.search(r'<(?:img|script|link|iframe)[^>]+(?:src|href)="(?:https?:)?//', desk.get(path).text)


def test_code_run_from_content() -> None:
    """Nothing of a page, a feed or a form reaches an interpreter, a shell or an unpickler."""
    never = re.compile(r"(?<![.\w])(?:eval|exec)\(|\bpickle\b|\bmarshal\b|shell\s*=\s*True|os\.system|yaml\.load")
    sources = {path: path.read_text(encoding="utf-8") for path in Path(suyuan.__file__).parent.rglob("*.py")}
    assert [path.name for path, text in sources.items() if never.search(text)] == []


def test_prompt_injection_the_second_reader_is_off_unless_the_owner_names_one() -> None:
    assert not Settings().second_reader.url  # what an answer can do at most: tests/statements/test_second_reader.py
