"""https on the small internet: certificates are looked at, and what is wrong with one is told."""

import ssl
from collections.abc import Callable
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

import pytest
import trustme

from suyuan.desk import words
from suyuan.desk.store.subscriptions import Result
from tests.intake.small_internet import Internet, Reply, Request, redirect
from tests.intake.test_watch import FEED, HOUR, Desk, article, rss

HOST = "news.example.com"
SECURE = f"https://{HOST}/rss.xml"
TITLE, LINK = "云亭渡轮第1次复航的消息", f"https://{HOST}/a/1.html"


@cache
def authority() -> trustme.CA:
    """Whom the small internet believes; keys take a while to make."""
    return trustme.CA()


def shown(certificate: trustme.LeafCert) -> ssl.SSLContext:
    made = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    certificate.configure_cert(made)
    return made


def believed() -> ssl.SSLContext:
    made = ssl.create_default_context()
    authority().configure_trust(made)
    return made


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    found = Desk(tmp_path / "desk")
    found.internet.certificates[HOST] = shown(authority().issue_cert(HOST))
    found.internet.trust = believed()
    found.internet.put(FEED, rss([(TITLE, LINK, "短")]))
    found.internet.put(LINK, article(TITLE))
    return found


def upgraded(page: Reply | str) -> Callable[[Request], Reply]:
    """What most hosts do: everything plain leads to the same by https."""

    def answer(request: Request) -> Reply:
        if not request.is_secure:
            return redirect(f"https://{request.host}{request.path}", 301)
        return page if isinstance(page, Reply) else Reply(page.encode(), headers=(("Content-Type", "text/html"),))

    return answer


def test_feeds_and_pages_come_by_https(desk: Desk) -> None:
    desk.subscribe(SECURE)
    desk.watch(120)
    assert [one.url for one in desk.pages()] == [LINK]
    assert desk.get(SECURE).result == Result.NEW


def test_what_leads_from_plain_to_https_is_followed_politely_and_the_move_is_remembered(desk: Desk) -> None:
    desk.internet.put(FEED, upgraded(rss([(TITLE, LINK.replace("https", "http"), "短")])))
    desk.internet.put(LINK, upgraded(article(TITLE)))
    desk.internet.put(f"http://{HOST}/robots.txt", upgraded("User-agent: *\nDisallow: /private\n"))
    desk.subscribe(FEED)
    desk.watch(300)
    assert desk.get(FEED).address == SECURE
    assert [one.url for one in desk.pages()] == [LINK]
    assert desk.internet.shortest_gap >= 3.0


def other_name(internet: Internet) -> None:
    internet.certificates[HOST] = shown(authority().issue_cert("other.example.com"))


def expired(internet: Internet) -> None:
    internet.certificates[HOST] = shown(authority().issue_cert(HOST, not_after=datetime(2021, 6, 2, tzinfo=UTC)))


def unknown_issuer(internet: Internet) -> None:
    internet.certificates[HOST] = shown(trustme.CA().issue_cert(HOST))


def of_the_machine(internet: Internet) -> None:
    internet.trust = None


def no_tls(internet: Internet) -> None:
    internet.certificates.clear()


@pytest.mark.parametrize(
    ("weather", "why", "in_chinese"),
    [
        (other_name, "certificate is not valid for", "证书不属于"),
        (expired, "certificate has expired", "证书已过期"),
        (unknown_issuer, "unable to get local issuer certificate", "签发机构未知"),
        (of_the_machine, "unable to get local issuer certificate", "签发机构未知"),
        (no_tls, "speaks no https", "https 无法建立"),
    ],
)
def test_a_certificate_that_is_not_to_be_believed_is_told_and_nothing_is_read(
    desk: Desk, weather: Callable[[Internet], None], why: str, in_chinese: str
) -> None:
    weather(desk.internet)
    desk.subscribe(SECURE)
    desk.watch(HOUR)
    found = desk.get(SECURE)
    assert found.result == Result.FAILED and why in found.detail
    assert in_chinese in words.words("zh").told(found.detail)
    assert desk.internet.seen[HOST] == 0 and desk.kept() == []


def test_a_page_behind_a_redirect_to_a_bad_certificate_is_not_read(desk: Desk) -> None:
    desk.internet.certificates["bad.example.com"] = shown(authority().issue_cert("other.example.com"))
    desk.internet.put("https://bad.example.com/1.html", article(TITLE))
    desk.internet.put(LINK, redirect("https://bad.example.com/1.html"))
    desk.subscribe(SECURE)
    desk.watch(2 * HOUR)
    assert desk.pages() == [] and len(desk.items()) == 1
    known = desk.subscriptions.fetched(LINK)
    assert known is not None and "certificate is not valid for" in known.used
    assert desk.internet.seen["bad.example.com"] == 0
