"""Who gets in, by which way, and what each may do there."""

from __future__ import annotations

import io
import re
import stat
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from litestar.testing import TestClient

from suyuan.desk import admission
from suyuan.desk.errors import DeskError
from suyuan.desk.settings import Settings
from suyuan.desk.site import create, guard
from suyuan.desk.site.guard import FREE, Attempts
from suyuan.desk.store.access import EVERYTHING, IDLE, LONGEST, Access, Scope, is_right
from suyuan.desk.words import words
from tests.desk.test_site_newsroom import EVENING, NOW, newsroom

Client = TestClient  # type: ignore[type-arg]
HERE = "http://127.0.0.1:8000"
SECRET = "渗水的是哪一条管道"
HTML = {"accept": "text/html,application/xhtml+xml"}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return newsroom(tmp_path)


def client(folder: Path, **chosen: object) -> Client:
    return TestClient(create(folder, now=NOW, chosen=Settings(**chosen)), base_url=HERE)  # type: ignore[arg-type]


def access(folder: Path) -> closing[Access]:
    return closing(Access(folder))


def with_password(folder: Path) -> Path:
    with access(folder) as opened:
        opened.set_password(SECRET)
    return folder


@pytest.fixture
def closed(folder: Path) -> Iterator[Client]:
    with client(with_password(folder)) as desk:
        yield desk


def sign_in(desk: Client, password: str = SECRET, **fields: str) -> Any:
    found = re.search(r'name="form" value="(\w+)"', desk.get("/sign-in").text)
    assert found
    fields |= {"form": found[1], "password": password}
    return desk.post("/sign-in", data=fields, follow_redirects=False)


# ── at the machine ───────────────────────────────────────────────────────────────────────────────


def test_a_desk_without_a_password_belongs_to_who_sits_at_it(folder: Path) -> None:
    with client(folder) as desk:
        assert desk.get("/marks").status_code == 200


@pytest.mark.parametrize("header", ["x-forwarded-for", "forwarded", "via", "x-real-ip", "x-forwarded-host"])
def test_what_came_through_a_proxy_is_not_from_the_machine(folder: Path, header: str) -> None:
    with client(folder) as desk:
        assert desk.get("/marks", headers={header: "192.0.2.7"}).status_code == 401


def test_a_name_from_the_network_is_not_the_machine(folder: Path) -> None:
    with client(folder, hosts=("desk.example",)) as desk:
        assert desk.get("/", headers={"host": "desk.example"}).status_code == 401


OPEN_TO_OTHERS = (
    ("127.0.0.1", Settings(), True),
    ("::1", Settings(), True),
    ("0.0.0.0", Settings(), False),
    ("192.0.2.1", Settings(), False),
    ("::", Settings(), False),
    ("0.0.0.0", Settings(public=True), True),
    ("0.0.0.0", Settings(proxy_header="remote-user", proxy_from=("10.0.0.1",)), True),
)


@pytest.mark.parametrize(("listens", "chosen", "starts"), OPEN_TO_OTHERS)
def test_a_desk_that_others_can_reach_does_not_start_without_a_way_to_tell_them_apart(
    folder: Path, listens: str, chosen: Settings, starts: bool
) -> None:
    with access(folder) as opened:
        if starts:
            guard.check(listens, chosen, opened)
        else:
            with pytest.raises(DeskError, match="suyuan password"):
                guard.check(listens, chosen, opened)


def test_a_desk_with_a_password_may_listen_anywhere(folder: Path) -> None:
    with access(with_password(folder)) as opened:
        guard.check("0.0.0.0", Settings(), opened)


# ── by password ──────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("address", ["/", "/marks", f"/article/{EVENING.id}", "/search?q=渗水"])
def test_a_reader_is_asked_for_the_password_first_and_led_on_afterwards(closed: Client, address: str) -> None:
    asked = closed.get(address, headers=HTML)
    assert asked.url.path == "/sign-in"
    assert "南山" not in asked.text
    then = re.search(r'name="then" value="([^"]*)"', asked.text)
    assert then
    answer = sign_in(closed, then=then[1])
    assert answer.status_code == 303
    assert closed.get(answer.headers["location"]).status_code == 200


@pytest.mark.parametrize("address", ["/api/v1/stories", "/feed.atom"])
def test_a_program_is_told_to_bring_a_token(closed: Client, address: str) -> None:
    answer = closed.get(address, follow_redirects=False)
    assert answer.status_code == 401
    assert "Bearer" in answer.headers["www-authenticate"]


def test_the_cookie_of_a_session_is_out_of_reach_of_scripts_and_other_sites(closed: Client) -> None:
    cookie = sign_in(closed).headers["set-cookie"]
    assert "HttpOnly" in cookie
    assert "SameSite=lax" in cookie


def test_signing_out_ends_the_session_and_not_only_the_cookie(closed: Client) -> None:
    sign_in(closed)
    cookie = closed.cookies[guard.COOKIE]
    form = re.search(r'name="form" value="(\w+)"', closed.get("/about").text)
    assert form
    closed.post("/sign-out", data={"form": form[1]}, follow_redirects=False)
    closed.cookies.clear()
    assert closed.get("/marks", headers={"cookie": f"{guard.COOKIE}={cookie}"}).status_code == 401


def test_a_wrong_password_is_said_and_after_some_the_next_has_to_wait(closed: Client) -> None:
    for _ in range(FREE):
        assert sign_in(closed, "falsch").status_code == 403
    answer = sign_in(closed)
    assert answer.status_code == 429
    assert int(answer.headers["retry-after"]) > 0


def test_waits_grow_and_are_forgotten_with_the_right_password() -> None:
    tries, now = Attempts(), datetime(2031, 1, 1, tzinfo=UTC)
    waits = []
    for _ in range(FREE + 30):
        tries.failed("192.0.2.1", now)
        waits.append(tries.wait("192.0.2.1", now))
    assert waits[FREE - 2] == timedelta(0)
    assert waits == sorted(waits) and timedelta(minutes=30) < waits[-1] <= timedelta(hours=1)
    assert tries.wait("192.0.2.2", now) == timedelta(0)
    tries.passed("192.0.2.1")
    assert tries.wait("192.0.2.1", now) == timedelta(0)


@pytest.mark.parametrize("then", ["https://evil.example", "//evil.example/", "/\\evil.example", "javascript:0", "/a b"])
def test_signing_in_leads_to_this_desk_and_nowhere_else(closed: Client, then: str) -> None:
    assert sign_in(closed, then=then).headers["location"] == "/"


def test_a_form_of_another_site_signs_nobody_in(closed: Client) -> None:
    headers = {"origin": "https://evil.example"}
    assert closed.post("/sign-in", data={"password": SECRET}, headers=headers).status_code == 403
    assert closed.post("/sign-in", data={"password": SECRET}).status_code == 403


def test_a_session_ends_when_it_was_not_used_and_when_the_password_changes(folder: Path) -> None:
    now = datetime(2031, 1, 1, tzinfo=UTC)
    with access(with_password(folder)) as opened:
        session = opened.open_session(now)
        assert opened.is_session(session, now + IDLE - timedelta(days=1))
        assert opened.is_session(session, now + IDLE * 1.5), "its use made it last"
        assert not opened.is_session(session, now + IDLE * 3)
        opened.set_password("ein anderes Wort")
        assert not opened.is_session(session, now)


def test_no_secret_lies_on_the_disk_and_the_file_is_the_owners_alone(folder: Path) -> None:
    with access(with_password(folder)) as opened:
        session = opened.open_session(NOW)
        token = opened.make_token("phone", EVERYTHING, NOW)
    file = folder / "access.db"
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    held = file.read_bytes()
    assert not any(secret.encode() in held for secret in (SECRET, session, token))
    assert b"$argon2id$" in held


def test_a_password_of_a_megabyte_costs_nothing(folder: Path) -> None:
    with access(with_password(folder)) as opened:
        assert opened.password
        assert is_right(opened.password, SECRET)
        assert not is_right(opened.password, "x" * (LONGEST + 1))
        assert not is_right("no hash at all", SECRET)


# ── by a proxy, in public, by a token ────────────────────────────────────────────────────────────


def test_a_proxy_that_was_named_says_who_comes_and_nobody_else_can(folder: Path) -> None:
    chosen = {"proxy_header": "remote-user", "proxy_from": ("192.0.2.0/24",), "hosts": ("desk.example",)}
    app = create(folder, now=NOW, chosen=Settings(**chosen))  # type: ignore[arg-type]
    for address, is_known in (("192.0.2.9", True), ("198.51.100.9", False)):
        headers = [(b"remote-user", b"lin"), (b"host", b"desk.example")]
        scope: Any = {"type": "http", "client": (address, 1), "headers": headers}
        found = guard.visitor(scope, app.state.site.rules, app.state.site.access)
        assert found is not None
        assert (found.name == "lin", found.may(Scope.MARK)) == (is_known, is_known)


@pytest.mark.parametrize(
    "chosen",
    [
        {"proxy_header": "remote-user"},
        {"proxy_from": ("10.0.0.1",)},
        {"proxy_header": "x", "proxy_from": ("everywhere",)},
    ],
)
def test_a_proxy_that_is_named_by_half_is_told(folder: Path, chosen: dict[str, object]) -> None:
    with pytest.raises(DeskError, match="proxy_from"):
        create(folder, chosen=Settings(**chosen))  # type: ignore[arg-type]


def test_in_public_everybody_reads_and_nobody_marks(folder: Path) -> None:
    with client(folder, public=True, hosts=("desk.example",)) as desk:
        headers = {"host": "desk.example"}
        page = desk.get(f"/article/{EVENING.id}", headers=headers)
        assert page.status_code == 200
        assert 'action="/mark"' not in page.text
        assert desk.get("/marks", headers=headers).status_code == 403
        assert desk.get("/marks").status_code == 403, "at the machine too: it may be a proxy's"
        assert desk.post("/mark", data={"kind": "starred", "at": EVENING.id}, headers=headers).status_code == 403


TOKENS = (
    ((Scope.READ,), "/api/v1/stories", 200),
    ((Scope.READ,), "/marks", 403),
    ((Scope.MARK,), "/marks", 401),
    ((Scope.READ, Scope.MARK), "/marks", 200),
)


@pytest.mark.parametrize(("scopes", "address", "status"), TOKENS)
def test_a_token_does_what_it_was_made_for(folder: Path, scopes: tuple[Scope, ...], address: str, status: int) -> None:
    with access(with_password(folder)) as opened:
        secret = opened.make_token("phone", scopes, NOW)
    with client(folder) as desk:
        assert desk.get(address, headers={"authorization": f"Bearer {secret}"}).status_code == status


@pytest.mark.parametrize("header", ["Bearer suyuan_0", "Basic !!!", "Basic Og==", "GoogleLogin auth=0"])
def test_what_is_no_token_lets_nobody_in_even_where_all_may_read(folder: Path, header: str) -> None:
    with client(folder, public=True) as desk:
        assert desk.get("/", headers={"authorization": header}).status_code == 401


def test_a_feed_reader_may_show_its_token_as_a_password(folder: Path) -> None:
    with access(with_password(folder)) as opened:
        secret = opened.make_token("reader", [Scope.READ], NOW)
    with client(folder) as desk:
        assert desk.get("/feed.atom", auth=("any", secret)).status_code == 200


# ── the commands ─────────────────────────────────────────────────────────────────────────────────


def test_a_password_is_taken_from_standard_input_and_a_short_one_is_not(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for line, status in ((SECRET * 2 + "\n", 0), ("kurz\n", 1)):
        monkeypatch.setattr("sys.stdin", io.StringIO(line))
        assert admission.password(tmp_path, is_removing=False, say=words("en")) == status
    with access(tmp_path) as opened:
        assert opened.password and is_right(opened.password, SECRET * 2)
    admission.password(tmp_path, is_removing=True, say=words("en"))
    with access(tmp_path) as opened:
        assert opened.password is None


def test_a_token_is_shown_once_listed_by_name_and_taken_back(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    say = words("en")
    assert admission.token(tmp_path, "phone", ["read", "mark"], is_revoking=False, say=say) == 0
    secret = capsys.readouterr().out.strip()
    with access(tmp_path) as opened:
        found = opened.token(secret)
    assert found and found.scopes == {Scope.READ, Scope.MARK}
    assert admission.token(tmp_path, "phone", None, is_revoking=False, say=say) == 1  # an app may be using it
    with access(tmp_path) as opened:
        assert opened.token(secret) == found
    admission.token(tmp_path, None, None, is_revoking=False, say=say)
    listed = capsys.readouterr().out
    assert "phone\tmark read" in listed and secret not in listed
    assert admission.token(tmp_path, "phone", None, is_revoking=True, say=say) == 0
    assert admission.token(tmp_path, "phone", None, is_revoking=True, say=say) == 1
    assert admission.token(tmp_path, "x", ["root"], is_revoking=False, say=say) == 2
