"""The rows of the security table that are not told elsewhere: what strangers send is data, and stays data.

SSRF, rebinding, side doors, proxies and bombs are in `tests/desk/test_egress.py`; XML in `test_feeds.py`; OPML and
archives in `test_kinds.py`.
"""

import time
from datetime import UTC, datetime
from pathlib import Path

import pytest

from suyuan import articles, outlets
from suyuan.desk import outlines
from suyuan.desk.egress import Answer
from suyuan.desk.intake import channel, feed, look, manners, opml, schedule
from suyuan.desk.intake.addresses import clean
from suyuan.desk.intake.arrival import Arrived
from suyuan.desk.intake.moments import moment
from suyuan.desk.intake.page import page
from suyuan.desk.settings import Egress, Settings
from suyuan.desk.store import Store
from suyuan.records import Article, FeedItem
from tests.intake.small_internet import BEGIN
from tests.intake.test_watch import FEED, Desk, publish, rss

NOW = datetime(2031, 6, 2, 4, tzinfo=UTC)
WORDS = "停航三天的云亭渡轮将于四日恢复运营，首班船时间不变，票价也不调整。"
HOSTILE = (
    "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "<svg><script>alert(1)</script></svg>", "<a href='javascript:alert(1)'>点</a>",
    "<iframe src='javascript:alert(1)'></iframe>", "<style>@import 'http://evil.example.com/x.css'</style>", "<base href='http://evil.example.com/'>",
    "<math><mtext></p><style><img src=x onerror=alert(1)>", "<p style='background:url(javascript:alert(1))'>", "<object data='data:text/html,x'>",
)  # fmt: skip


@pytest.mark.parametrize("markup", HOSTILE)
def test_stored_xss_in_feed_content(markup: str) -> None:
    """An article is text and spans: no markup of a feed reaches it, in whatever wrapping."""
    for wrapped in (
        f"<![CDATA[<p>{WORDS}</p>{markup}]]>",
        f"&lt;p&gt;{WORDS}&lt;/p&gt;" + markup.replace("<", "&lt;").replace(">", "&gt;"),
    ):
        body = f"<rss><channel><item><title>渡轮复航</title><description>{wrapped}</description></item></channel></rss>"
        (arrived,) = feed.read(body.encode(), "http://news.example.com/", NOW)
        assert isinstance(arrived, Arrived) and isinstance(arrived.kept, FeedItem)
        (made,) = articles.unpack(arrived.kept, outlets=outlets.packaged())
        assert isinstance(made, Article) and WORDS in made.text
        assert "alert" not in made.text and "<" not in made.text and "import" not in made.text
        assert not any(picture.url.startswith(("javascript:", "data:")) for picture in made.pictures)


def test_sanitiser_holes() -> None:
    """Nothing is cleaned: what is shown is built from blocks, so no cleaner with holes is used on the way in."""
    sources = Path(feed.__file__).parent.rglob("*.py")
    assert not any(
        "html.clean" in path.read_text(encoding="utf-8") or "lxml_html_clean" in path.read_text(encoding="utf-8")
        for path in sources
    )


LONG = 200_000


@pytest.mark.parametrize(
    "run", ["a", "1", " ", "<", "&", "/", "-", "年", "文", "<a ", "2031-", "utm_", "%", "\n", "=", "?x=", "；"]
)
def test_redos(run: str) -> None:
    text = run * (LONG // len(run))
    begun = time.process_time()
    clean(f"http://news.example.com/?{text}")
    clean(text)
    moment(text, NOW)
    moment(f"2031年6月2日{text}", NOW)
    list(channel.links(text.encode(), "http://news.example.com/"))
    list(channel.feeds(text.encode(), "http://news.example.com/"))
    list(feed.read(f"<rss><channel><item><title>{text}".encode(), "http://news.example.com/", NOW))
    schedule.asks({"cache-control": text}, None)
    schedule.retry_after({"retry-after": text}, 0.0)
    manners.sitemaps(text)
    assert time.process_time() - begun < 8


def test_path_traversal_names_of_strangers_are_never_names_of_files(tmp_path: Path) -> None:
    desk = Desk(tmp_path / "desk")
    evil = "http://news.example.com/../../../../etc/cron.d/x%00.html"
    desk.internet.put(FEED, rss([("../../../etc/passwd", evil, WORDS), publish(desk, 1)]))
    desk.subscribe(FEED, title="../../x", folder="../..")
    desk.watch(600)
    store = Store(tmp_path / "desk")
    store.keep([page("file:///../../../etc/passwd", b"<p>x", NOW, media_type="text/html")])
    written = {str(path.relative_to(tmp_path)) for path in tmp_path.rglob("*") if path.is_file()}
    assert all(name.startswith("desk/") and ".." not in name for name in written)
    assert {Path(name).name for name in written if "/pages/" in name} == {"000001.warc.gz"}
    outline = outlines.Outline("http://news.example.com/", "../x", "../../etc/passwd")
    assert opml.read(outlines.write([outline], "x"))[0].folder == "../../etc/passwd"  # a name in a list, nothing more


def test_poisoned_evidence_a_claimed_time_does_not_change_when_something_was_first_seen(tmp_path: Path) -> None:
    desk = Desk(tmp_path / "desk")
    dated = WORDS + "</description><pubDate>Sat, 01 Jan 2022 00:00:00 GMT</pubDate><description>"
    desk.internet.put(FEED, rss([("早已报道的消息", "http://news.example.com/old.html", dated)]))
    desk.subscribe(FEED)
    desk.watch(600)
    (item,) = desk.items()
    assert item.published == datetime(2022, 1, 1, tzinfo=UTC)
    assert item.first_seen >= BEGIN


def test_open_proxy_the_site_can_only_ask_and_the_watcher_answers_with_what_it_is(tmp_path: Path) -> None:
    """What the site asks to add is looked at by the guarded door, and only what can be subscribed to is kept."""
    desk = Desk(tmp_path / "desk")
    desk.internet.put("http://news.example.com/secret.bin", b"\x00\x01")
    asked = [
        desk.subscriptions.ask("add", url, BEGIN.timestamp())
        for url in ("http://news.example.com/secret.bin", "http://10.0.0.1/feed", "file:///etc/passwd")
    ]
    desk.watch(600)
    answers = [desk.subscriptions.asked(one)[0].answer or "" for one in asked]
    assert '"added": false' in answers[0] and "error" in answers[1] and "error" in answers[2]
    assert desk.kept() == [] and desk.subscriptions.count() == 0


def test_settings_that_widen_the_guard_are_off_by_default_and_narrow() -> None:
    assert Settings().egress == Egress()
    assert (Egress().allow, Egress().fake_ip_ranges, Egress().proxy) == ((), (), None)


def test_parser_hangs_a_hostile_page_does_not_hold_the_watcher() -> None:
    body = ("<div>" * 20_000 + "<a href='/a/20310602/1.html'>" * 5_000).encode()
    answer = Answer("http://news.example.com/", 200, "text/html", None, body, {})
    begun = time.process_time()
    look.look("list", answer, "http://news.example.com/", NOW)
    assert time.process_time() - begun < 8
