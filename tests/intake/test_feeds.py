"""Feeds as bad as the real ones: whatever state one is in, its items are read or it is said why not."""

import json
import time
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from suyuan.desk.intake import feed
from suyuan.desk.intake.addresses import TRACKING, clean, joined
from suyuan.desk.intake.arrival import Arrived, Unreadable
from suyuan.desk.intake.moments import moment
from suyuan.records import FeedItem, Precision

NOW = datetime(2031, 6, 2, 4, tzinfo=UTC)
URL = "https://feeds.example.com/news/rss.xml"


def items(body: bytes | str, charset: str | None = None) -> list[FeedItem]:
    body = body.encode() if isinstance(body, str) else body
    return [
        one.kept
        for one in feed.read(body, URL, NOW, charset)
        if isinstance(one, Arrived) and isinstance(one.kept, FeedItem)
    ]


def rss(inner: str, head: str = "", prolog: str = '<?xml version="1.0" encoding="utf-8"?>') -> str:
    return f'{prolog}<rss version="2.0"><channel><title>云亭晚报</title>{head}{inner}</channel></rss>'


ITEM = "<item><title>渡轮复航</title><link>/a/20310602/1.html</link><description>&lt;p&gt;停航三天的渡轮复航。&lt;/p&gt;</description><pubDate>Mon, 02 Jun 2031 11:30:00 +0800</pubDate></item>"
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="zh"><title type="html">云亭&amp;amp;晚报</title><link rel="hub" href="https://hub.example.com/"/>
<entry><title type="html">渡轮复航</title><link rel="self" href="/self"/><link href="/a/20310602/1.html"/><id>tag:1</id><published>2031-06-02T03:30:00Z</published>
<summary>短</summary><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>停航三天的<b>渡轮</b>复航。</p></div></content></entry></feed>"""
RDF = """<?xml version="1.0"?><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:sy="http://purl.org/rss/1.0/modules/syndication/">
<channel rdf:about="https://feeds.example.com/"><title>云亭晚报</title><sy:updatePeriod>hourly</sy:updatePeriod><sy:updateFrequency>4</sy:updateFrequency></channel>
<item rdf:about="https://feeds.example.com/a/20310602/1.html"><title>渡轮复航</title><link>https://feeds.example.com/a/20310602/1.html</link><dc:date>2031-06-02T11:30:00+08:00</dc:date><description>停航三天的渡轮复航。</description></item></rdf:RDF>"""
JSON = json.dumps({"version": "https://jsonfeed.org/version/1.1", "title": "云亭晚报", "items": [
    {"id": 7, "url": "/a/20310602/1.html", "title": "渡轮复航", "content_html": "<p>停航三天的渡轮复航。", "date_published": "2031-06-02T11:30:00+08:00"}]})  # fmt: skip


@pytest.mark.parametrize("body", [rss(ITEM), ATOM, RDF, JSON])
def test_every_kind_of_feed_says_the_same(body: str) -> None:
    assert feed.is_feed(body.encode())
    (item,) = items(body)
    assert (item.title, item.url, item.published) == (
        "渡轮复航", "https://feeds.example.com/a/20310602/1.html", datetime(2031, 6, 2, 3, 30, tzinfo=UTC),
    )  # fmt: skip
    assert item.html and "停航三天的" in item.html and item.outlet and item.outlet.startswith("云亭")


def test_a_feed_says_how_long_to_wait_and_where_it_can_be_told() -> None:
    for body, minutes, hub in (
        (RDF, 15, None), (ATOM, None, "https://hub.example.com/"), (rss(ITEM, "<ttl>60</ttl>"), 60, None), (rss(ITEM, "<ttl>soon</ttl>"), None, None),
    ):  # fmt: skip
        read = feed.Feed(body.encode(), URL)
        assert len(list(read.items(NOW))) == 1
        assert (read.minutes, read.links.get("hub")) == (minutes, hub)


@pytest.mark.parametrize(
    ("body", "charset"),
    [
        (rss(ITEM, prolog='<?xml version="1.0" encoding="gb2312"?>').encode("gb18030"), None),
        (rss(ITEM, prolog='<?xml version="1.0" encoding="gb2312"?>').encode(), None),  # the prolog lies
        (rss(ITEM, prolog='<?xml version="1.0" encoding="utf-8"?>').encode("gb18030"), None),  # and the other way round
        (rss(ITEM).encode("gb18030"), "utf-8"),  # the header lies
        (rss(ITEM).encode(), "gbk"),
        (rss(ITEM).encode(), "no-such-set"),
        (rss(ITEM, prolog='<?xml version="1.0" encoding="big5"?>').replace("复", "復").replace("渡轮", "渡輪").replace("报", "報").replace("云", "雲").encode("big5hkscs", "replace"), None),
        (rss(ITEM, prolog='<?xml version="1.0" encoding="utf-16"?>').encode("utf-16"), None),
        (b"\xef\xbb\xbf" + rss(ITEM).encode(), None),
        (b"\r\n\r\n " + rss(ITEM).encode(), None),
        (rss(ITEM.replace("渡轮", "渡\x0b轮\x00")).encode(), None),
        (rss(ITEM.replace("复航。", "复航。&nbsp;&mdash;&amp; A&B &unknown;")).encode(), None),
        (rss(ITEM + "<item><title>没有完").encode()[:-30], None),
        (rss(ITEM).encode().replace(b"<rss ", b'<!DOCTYPE rss PUBLIC "-//Netscape//DTD RSS 0.91//EN" "http://dtd.example.com/rss.dtd"><rss '), None),
        (rss(ITEM.replace("<description>", "<content:encoded>").replace("</description>", "</content:encoded>")).encode(), None),
        (rss(ITEM.replace("</link>", "")).encode(), None),
    ],
)  # fmt: skip
def test_broken_feeds_are_read(body: bytes, charset: str | None) -> None:
    assert feed.is_feed(body) or body.lstrip().startswith(b"\xff\xfe")
    first = items(body, charset)[0]
    assert first.title.replace(" ", "") in ("渡轮复航", "渡輪復航")


def test_an_address_that_is_no_feed_is_none() -> None:
    for body in (
        b"",
        b"<!DOCTYPE html><html><body><rss>",
        b"<html><rss>",
        b"\x89PNG",
        b"{}",
        b'{"items": []}',
        b"<urlset><url>",
    ):
        assert not feed.is_feed(body)


# ── XML that is made to harm (security table: XXE, entity bombs, deep trees) ─────────────────────

XXE = rss(ITEM.replace("渡轮", "&x;")).replace("<rss", '<!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd">]><rss')
BOMB = rss(ITEM.replace("渡轮", "&b;")).replace(
    "<rss", '<!DOCTYPE rss [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;">]><rss'
)


@pytest.mark.parametrize(
    "body",
    [
        XXE.encode(),
        XXE.encode("utf-16"),
        XXE.replace("<!DOCTYPE", "<!doctype").encode(),
        XXE.replace("<?xml", "  \n<?xml").encode(),
        rss(ITEM).replace("<rss", '<!DOCTYPE rss SYSTEM "http://169.254.169.254/x.dtd"><rss').encode(),
        rss(ITEM).replace("<rss", "<!-- x --><!DOCTYPE rss [ ]><rss").encode(),
    ],
)
def test_xxe(body: bytes) -> None:
    assert [type(one) for one in feed.read(body, URL, NOW)] == [Unreadable]


@pytest.mark.parametrize("body", [BOMB.encode(), BOMB.encode("utf-16"), BOMB.encode("gb18030")])
def test_entity_bombs(body: bytes) -> None:
    assert [type(one) for one in feed.read(body, URL, NOW)] == [Unreadable]


def test_parser_hangs_and_deep_trees() -> None:
    deep = rss("<item>" + "<a>" * 200_000)
    assert [type(one) for one in feed.read(deep.encode(), URL, NOW)] == [Unreadable]
    for hostile in (
        "<![CDATA[" * 100_000,
        "<!--" * 100_000,
        "<a" * 100_000,
        "&" * 300_000,
        "<item/>" * 50_000,
        "</x>" * 100_000,
    ):
        begun = time.process_time()
        list(feed.read(rss(hostile).encode(), URL, NOW))
        assert time.process_time() - begun < 10
    nested = b'{"version": "https://jsonfeed.org/version/1", "items": ' + b"[" * 100_000
    assert [type(one) for one in feed.read(nested, URL, NOW)] == [Unreadable]


def test_xss_through_the_api_links_that_are_no_web_addresses_are_no_links() -> None:
    for link in ("javascript:alert(1)", "data:text/html,x", "file:///etc/passwd", "vbscript:x", "http://", "  "):
        (item,) = items(rss(ITEM.replace("/a/20310602/1.html", link)))
        assert item.url is None
        assert joined(URL, link) is None


def test_code_run_from_content_what_looks_like_a_file_name_is_not_opened(tmp_path: object) -> None:
    assert items(b"/etc/passwd") == []
    assert items(b"http://127.0.0.1/") == []


@given(st.binary(max_size=300))
def test_no_bytes_break_the_reader(body: bytes) -> None:
    list(feed.read(body, URL, NOW))
    list(feed.read(b"<rss><channel><item>" + body, URL, NOW))


# ── items ────────────────────────────────────────────────────────────────────────────────────────


def test_items_without_ids_duplicate_ids_and_no_dates() -> None:
    body = rss(
        "<item><title>一</title><description>甲</description></item><item><title>二</title><description>乙</description></item>"
        "<item><guid>g</guid><title>三</title><description>丙</description></item><item><guid>g</guid><title>三</title><description>改</description></item>"
        "<item></item>"
    )
    found = items(body)
    assert len({one.id for one in found}) == 5
    assert found[2].item == found[3].item == "g"
    assert all(one.published is None for one in found)


def test_a_hundred_thousand_items_in_one_feed() -> None:
    row = "<item><guid>{0}</guid><title>渡轮第{0}次复航</title><link>https://www.example.com/a/{0}.html</link></item>"
    body = rss("".join(map(row.format, range(100_050)))).encode()
    begun = time.process_time()
    assert sum(1 for _ in feed.read(body, URL, NOW)) == feed.MOST
    assert time.process_time() - begun < 30


@pytest.mark.parametrize(
    ("words", "expected", "precision"),
    [
        ("Mon, 02 Jun 2031 11:30:15 +0800", "2031-06-02T03:30:15", Precision.SECOND),
        ("Mon, 02 Jun 2031 03:30:00 GMT", "2031-06-02T03:30:00", Precision.MINUTE),
        ("Mon, 02 Jun 2031 11:30:00 CST", "2031-06-02T03:30:00", Precision.MINUTE),
        ("Mon, 2 June 2031 11:30:00", "2031-06-02T03:30:00", Precision.MINUTE),
        ("2 Jun 31 03:30 GMT", "2031-06-02T03:30:00", Precision.MINUTE),
        ("2031-06-02T11:30:00+08:00", "2031-06-02T03:30:00", Precision.MINUTE),
        ("2031-06-02T11:30:00+0800", "2031-06-02T03:30:00", Precision.MINUTE),
        ("2031-06-02T03:30:07.123456789Z", "2031-06-02T03:30:07.123456", Precision.SECOND),
        ("2031-06-02 11:30:07", "2031-06-02T03:30:07", Precision.SECOND),
        ("2031/6/2 11:30", "2031-06-02T03:30:00", Precision.MINUTE),
        ("2031.06.02", "2031-06-01T16:00:00", Precision.DAY),
        ("20310602", "2031-06-01T16:00:00", Precision.DAY),
        ("2031年6月2日 11:30", "2031-06-02T03:30:00", Precision.MINUTE),
        ("2031年6月2日11时30分", "2031-06-02T03:30:00", Precision.MINUTE),
        ("2031年06月02日 星期一 上午11:30", "2031-06-02T03:30:00", Precision.MINUTE),
        ("2031年6月1日 下午3:05:09", "2031-06-01T07:05:09", Precision.SECOND),
        ("星期一, 02 六月 2031 11:30:00 +0800", "2031-06-02T03:30:00", Precision.MINUTE),
        ("周日，1 六月 2031 23:30:00", "2031-06-01T15:30:00", Precision.MINUTE),
        ("02 6月 2031 11:30:00 +0800", "2031-06-02T03:30:00", Precision.MINUTE),
        ("6/2/2031 11:30:00 AM", "2031-06-02T03:30:00", Precision.MINUTE),
        ("1938137400", "2031-06-02T03:30:00", Precision.SECOND),
        ("1938137400000", "2031-06-02T03:30:00", Precision.SECOND),
        ("Tue, 01 Jan 3102 00:00:00 GMT", None, Precision.SECOND),
        ("Mon, 02 Jun 86 00:00:00 GMT", None, Precision.SECOND),
        ("0086-06-02T00:00:00Z", None, Precision.SECOND),
        ("2031-13-45", None, Precision.SECOND),
        ("2031-06-05T00:00:00Z", None, Precision.SECOND),
        ("刚刚", None, Precision.SECOND),
        ("", None, Precision.SECOND),
        ("9" * 40, None, Precision.SECOND),
    ],
)  # fmt: skip
def test_dates_of_feeds(words: str, expected: str | None, precision: Precision) -> None:
    assert moment(words, NOW) == (datetime.fromisoformat(expected).replace(tzinfo=UTC) if expected else None, precision)


@given(st.text(max_size=60))
def test_no_words_break_the_clock(words: str) -> None:
    found, _ = moment(words, NOW)
    assert found is None or found < NOW + timedelta(days=2)


@pytest.mark.parametrize("example", [example for _, example in TRACKING])
def test_tracking_parameters_are_no_part_of_an_address(example: str) -> None:
    assert clean(example) == "https://www.example.com/a" + ("?id=1" if "id=1" in example else "")


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ("HTTPS://WWW.Example.com:443", "https://www.example.com/"),
        ("https://www.example.com/a?id=%E6%96%87&x=#comments", "https://www.example.com/a?id=%E6%96%87&x="),
        ("https://www.example.com/live#section-94166", "https://www.example.com/live#section-94166"),
        ("https://www.example.com/#/news/5", "https://www.example.com/#/news/5"),
        ("no address", "no address"),
        ("http://[", "http://["),
    ],
)
def test_addresses_are_compared_clean(given: str, expected: str) -> None:
    assert clean(given) == expected == clean(clean(given))
