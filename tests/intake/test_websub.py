"""WebSub: hubs are asked to tell of news, ask back, tell signed, and are believed in nothing else."""

import hashlib
import hmac
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from litestar.testing import TestClient

from suyuan.desk import settings
from suyuan.desk.errors import DeskError
from suyuan.desk.intake import websub
from suyuan.desk.settings import Intake, Settings
from suyuan.desk.site import create
from suyuan.desk.store.access import Access
from suyuan.desk.store.leases import Lease, is_signed
from suyuan.desk.store.subscriptions import Result, Subscriptions, Why
from tests.intake.small_internet import BEGIN, Reply, Request
from tests.intake.test_watch import DAY, FEED, HOUR, Desk, publish, rss

HUB = "http://hub.example.com/"
TOPIC = "http://news.example.com/rss.xml?spm=1"
CALLBACK = "https://desk.example.org/news"
CHOSEN = Settings(watch=Intake(callback=CALLBACK))
Client = TestClient  # type: ignore[type-arg]


@dataclass
class Hub:
    """A hub: what it was asked for, and how it asks back and tells."""

    desk: Desk
    asked: list[dict[str, str]] = field(default_factory=list)
    status: int = 202
    seconds: int = 5 * 86_400

    def __call__(self, request: Request) -> Reply:
        assert request.method == "POST"
        self.asked.append({name: values[0] for name, values in parse_qs(request.body.decode()).items()})
        return Reply(b"", self.status)

    @contextmanager
    def site(self) -> Iterator[Client]:
        """The desk as the hub meets it: by its public name, with a password before everything else."""
        at = BEGIN + timedelta(seconds=self.desk.elapsed)
        with TestClient(create(self.desk.folder, now=at, chosen=CHOSEN), base_url="https://desk.example.org") as client:
            yield client

    def confirm(self, **other: str) -> tuple[int, str]:
        """Ask back about what was asked last."""
        last = self.asked[-1]
        query = {
            "hub.mode": last["hub.mode"], "hub.topic": last["hub.topic"], "hub.challenge": "九<b>4f",
            "hub.lease_seconds": str(self.seconds),
        } | other  # fmt: skip
        with self.site() as client:
            answer = client.get(urlsplit(last["hub.callback"]).path.removeprefix("/news"), params=query)
        assert (
            answer.headers["content-type"].startswith("text/plain")
            and answer.headers["x-content-type-options"] == "nosniff"
        )
        return answer.status_code, answer.text

    def tell(self, body: bytes = b"<rss/>", secret: str | None = None, method: str = "sha256") -> int:
        last = next(one for one in reversed(self.asked) if one["hub.mode"] == "subscribe")
        signed = hmac.new((secret or last["hub.secret"]).encode(), body, getattr(hashlib, method)).hexdigest()
        with self.site() as client:
            path = urlsplit(last["hub.callback"]).path.removeprefix("/news")
            return client.post(path, content=body, headers={"x-hub-signature": f"{method}={signed}"}).status_code


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    found = Desk(tmp_path / "desk", rules=Intake(revisits=False, callback=CALLBACK))
    Access(found.folder).set_password("a long password")
    return found


@pytest.fixture
def hub(desk: Desk) -> Hub:
    found = Hub(desk)
    desk.internet.put(HUB, found)
    offer(desk, [publish(desk, 1)])
    desk.subscribe(FEED)
    desk.watch(120)
    return found


def offer(desk: Desk, rows: list[tuple[str, str, str]], head: str = f'<link rel="hub" href="{HUB}"/><link rel="self" href="{TOPIC}"/>') -> None:  # fmt: skip
    desk.internet.put(FEED, rss(rows, head))


def lease(desk: Desk) -> Lease:
    found = desk.subscriptions.leases.get(FEED)
    assert found is not None
    return found


def looks(desk: Desk) -> int:
    return sum(path == "/rss.xml" for _, _, path in desk.internet.log)


def test_the_hub_of_a_feed_is_asked_and_its_question_answered_and_news_is_fetched_as_soon_as_it_is_told(
    desk: Desk, hub: Hub
) -> None:
    (asked,) = hub.asked
    assert asked["hub.callback"].startswith("https://desk.example.org/news/websub/")
    assert (asked["hub.mode"], asked["hub.topic"]) == ("subscribe", TOPIC)
    assert hub.confirm() == (200, "九<b>4f")
    desk.watch(10 * HOUR)
    before = looks(desk)
    assert 3 <= before <= 8 and desk.get(FEED).why == Why.HUB  # seldom, for safety
    offer(desk, [publish(desk, 1), publish(desk, 2)])
    assert hub.tell() == 202
    desk.watch(120)
    assert looks(desk) == before + 1 and desk.get(FEED).result == Result.NEW
    assert len(desk.pages()) == 2


def test_what_a_hub_sends_is_not_read_and_how_often_it_tells_does_not_make_the_desk_impolite(
    desk: Desk, hub: Hub
) -> None:
    hub.confirm()
    before = looks(desk)
    forged = rss([("伪造的消息", "http://evil.example.com/1", "假" * 99)]).body

    def each() -> None:
        assert lease(desk).news == 0 or hub.tell(forged) == 202

    assert hub.tell(forged) == 202
    desk.watch(600, each)
    assert looks(desk) - before <= 10 and desk.internet.shortest_gap >= 3.0
    assert not any("伪造" in item.title for item in desk.items())


def test_a_wrong_signature_is_refused_and_nothing_is_looked_at(desk: Desk, hub: Hub) -> None:
    hub.confirm()
    before = looks(desk)
    assert hub.tell(secret="guessed") == 403
    with hub.site() as client:
        path = urlsplit(hub.asked[0]["hub.callback"]).path.removeprefix("/news")
        assert client.post(path, content=b"<rss/>").status_code == 403
        assert client.post(path, content=b"<rss/>", headers={"x-hub-signature": "md5=0"}).status_code == 403
        assert client.post(path, content=b"x" * 5_000_000).status_code == 413
        assert client.post("/websub/another", content=b"<rss/>").status_code == 410
    desk.watch(300)
    assert looks(desk) == before


@pytest.mark.parametrize("method", ["sha1", "sha256", "sha384", "sha512"])
def test_every_way_of_signing_that_the_standard_names_is_known(desk: Desk, hub: Hub, method: str) -> None:
    hub.confirm()
    assert hub.tell(method=method) == 202


def test_a_signature_is_of_the_whole_body_and_of_no_other() -> None:
    right = "sha256=" + hmac.new(b"secret", b"body", "sha256").hexdigest()
    assert is_signed("secret", b"body", right) and is_signed("secret", b"body", right.upper().replace("SHA", "sha"))
    for secret, body, signature in (
        ("other", b"body", right), ("secret", b"body ", right), ("secret", b"body", right[:-1]), ("secret", b"body", ""),
        ("secret", b"body", "sha256=é"), ("secret", b"body", "__class__=1"),
    ):  # fmt: skip
        assert not is_signed(secret, body, signature)


@pytest.mark.parametrize(
    "other",
    [
        {"hub.mode": "unsubscribe"},
        {"hub.topic": "http://other.example.com/rss"},
        {"hub.challenge": ""},
        {"hub.mode": ""},
    ],
)
def test_a_question_about_what_was_not_asked_is_not_answered(desk: Desk, hub: Hub, other: dict[str, str]) -> None:
    assert hub.confirm(**other)[0] == 404
    assert lease(desk).until is None


def test_a_question_is_answered_only_for_a_day(desk: Desk, hub: Hub) -> None:
    desk.elapsed += 2 * DAY
    assert hub.confirm()[0] == 404


def test_a_lease_is_renewed_before_it_ends_and_one_that_was_not_confirmed_is_asked_for_again(
    desk: Desk, hub: Hub
) -> None:
    desk.watch(1.1 * DAY)
    assert len(hub.asked) == 2  # the first was not confirmed
    hub.confirm()
    desk.watch(3.8 * DAY)
    assert len(hub.asked) == 2
    desk.watch(0.3 * DAY)
    assert [one["hub.mode"] for one in hub.asked] == ["subscribe"] * 3
    assert lease(desk).holds(BEGIN.timestamp() + desk.elapsed)


def test_a_hub_that_says_no_or_does_not_answer_is_asked_seldom_and_the_feed_is_polled_as_ever(
    desk: Desk, hub: Hub
) -> None:
    assert hub.confirm(**{"hub.mode": "denied", "hub.reason": "no room"})[0] == 200
    desk.watch(6.5 * DAY)
    assert len(hub.asked) == 1 and lease(desk).detail == "no room"
    hub.status = 500
    desk.watch(3 * DAY)
    assert 2 <= len(hub.asked) <= 4 and "status 500" in lease(desk).detail
    assert looks(desk) > 20 and desk.get(FEED).why == Why.CHANGES


def test_a_subscription_that_ends_is_ended_at_the_hub(desk: Desk, hub: Hub) -> None:
    hub.confirm()
    desk.subscriptions.remove(FEED)
    desk.watch(60)
    assert hub.asked[-1]["hub.mode"] == "unsubscribe" and "hub.secret" not in hub.asked[-1]
    assert hub.confirm() == (200, "九<b>4f")
    assert desk.subscriptions.leases.get(FEED) is None
    assert hub.tell() == 410


def test_a_hub_that_does_not_confirm_the_end_is_forgotten(desk: Desk, hub: Hub) -> None:
    hub.confirm()
    desk.subscriptions.remove(FEED)
    desk.watch(2 * DAY)
    assert [one["hub.mode"] for one in hub.asked] == ["subscribe", "unsubscribe"]
    assert desk.subscriptions.leases.get(FEED) is None


def test_a_feed_that_names_no_hub_any_more_or_an_owner_who_wants_none_ends_it(desk: Desk, hub: Hub) -> None:
    hub.confirm()
    desk.rules = Intake(revisits=False)
    desk.watch(6 * HOUR)
    assert hub.asked[-1]["hub.mode"] == "unsubscribe"


def test_without_a_public_address_no_hub_is_asked(tmp_path: Path) -> None:
    desk = Desk(tmp_path / "desk")
    desk.internet.put(HUB, Hub(desk))
    offer(desk, [publish(desk, 1)])
    desk.subscribe(FEED)
    desk.watch(DAY)
    assert desk.internet.seen["hub.example.com"] == 0


@pytest.mark.parametrize("address", ["http://127.0.0.1:8321/", "http://169.254.169.254/latest", "http://[::1]/", "gopher://hub.example.com/"])  # fmt: skip
def test_a_hub_inside_is_never_asked(desk: Desk, address: str) -> None:
    offer(desk, [publish(desk, 1)], f'<link rel="hub" href="{address}"/>')
    desk.subscribe(FEED)
    desk.watch(HOUR)
    assert not any(one.startswith(("127.", "169.254.", "::1")) for one in desk.internet.dialled)
    assert desk.get(FEED).result in (Result.NEW, Result.UNCHANGED)


@pytest.mark.parametrize(
    ("header", "named", "found"),
    [
        ("", {}, None),
        ("", {"hub": HUB}, (HUB, FEED)),
        (f'<{HUB}>; rel="hub"', {}, (HUB, FEED)),
        (f'<{HUB}>; rel=hub, <{TOPIC}>; rel="self"', {}, (HUB, TOPIC)),
        (f'</hub>; title="a, b"; rel="hub"; x=1, <{TOPIC}>; rel="alternate self"', {"hub": HUB}, ("http://news.example.com/hub", TOPIC)),
        ('<javascript:alert(1)>; rel="hub"', {}, None),
        (f'<{HUB}>; rel="stylesheet"', {}, None),
    ],
)  # fmt: skip
def test_where_a_feed_names_its_hub(header: str, named: dict[str, str], found: tuple[str, str] | None) -> None:
    assert websub.offered({"link": header}, FEED, named) == found


def test_a_hub_in_the_headers_alone_is_found_in_several_lines(desk: Desk) -> None:
    hub = Hub(desk)
    desk.internet.put(HUB, hub)
    answer = rss([publish(desk, 1)])
    lines = (*answer.headers, ("Link", f'<{HUB}>; rel="hub"'), ("Link", f'<{TOPIC}>; rel="self"'))
    desk.internet.put(FEED, Reply(answer.body, headers=lines))
    desk.subscribe(FEED)
    desk.watch(120)
    assert [one["hub.topic"] for one in hub.asked] == [TOPIC]


def test_a_public_address_that_is_none_is_told(tmp_path: Path) -> None:
    (tmp_path / "settings.toml").write_text('[watch]\ncallback = "desk.example.org"\n', encoding="utf-8")
    with pytest.raises(DeskError, match="callback"):
        settings.read(tmp_path)


def test_a_desk_from_before_there_were_leases_is_opened(tmp_path: Path) -> None:
    first = Subscriptions(tmp_path)
    first.db.execute("DROP TABLE lease; ALTER TABLE subscription DROP COLUMN topic")
    first.close()
    assert Subscriptions(tmp_path).leases.due(datetime.now(UTC).timestamp()) == ()
