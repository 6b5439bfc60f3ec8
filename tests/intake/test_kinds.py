"""Sitemaps, list pages, OPML, archives: what else news comes in."""

import gzip
import io
from datetime import UTC, datetime
from pathlib import Path

import pytest
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from suyuan.desk import intake, outlines
from suyuan.desk.errors import UnreadableInput
from suyuan.desk.intake import channel, opml, sitemap
from suyuan.desk.intake.arrival import Arrived, Unreadable
from suyuan.records import Page

NOW = datetime(2031, 6, 2, 4, tzinfo=UTC)
NEWS = """<?xml version="1.0" encoding="UTF-8"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9" xmlns:image="http://www.google.com/schemas/sitemap-image/1.1">
<url><loc>https://www.example.com/a/1.html</loc><news:news><news:publication><news:name>云亭晚报</news:name><news:language>zh</news:language></news:publication>
<news:publication_date>2031-06-02T11:30:00+08:00</news:publication_date><news:title>渡轮复航</news:title></news:news></url>
<url><loc> /a/2.html </loc><lastmod>2031-06-01</lastmod></url><url><loc>javascript:x</loc></url><url/></urlset>"""
INDEX = '<sitemapindex xmlns="x"><sitemap><loc>https://www.example.com/s1.xml.gz</loc><lastmod>2031-06-01</lastmod></sitemap></sitemapindex>'


def test_a_sitemap_of_news() -> None:
    assert sitemap.is_sitemap(NEWS.encode()) and sitemap.is_sitemap(INDEX.encode()) and not sitemap.is_sitemap(b"<rss>")
    assert list(sitemap.read(NEWS.encode(), "https://www.example.com/sitemap.xml", NOW)) == [
        sitemap.Row("https://www.example.com/a/1.html", datetime(2031, 6, 2, 3, 30, tzinfo=UTC), "渡轮复航", False),
        sitemap.Row("https://www.example.com/a/2.html", datetime(2031, 5, 31, 16, tzinfo=UTC), "", False),
    ]
    (child,) = sitemap.read(INDEX.encode(), "https://www.example.com/", NOW)
    assert child.is_map


def test_entity_bombs_in_a_sitemap() -> None:
    with pytest.raises(UnreadableInput):
        list(sitemap.read(b'<!DOCTYPE x [<!ENTITY a "aaa">]><urlset><url><loc>&a;</loc></url></urlset>', "u", NOW))


CHANNEL = """<html><head><title>要闻 - 云亭晚报</title><link rel="alternate" type="application/rss+xml" title="要闻" href="/rss.xml">
<link rel="alternate" hreflang="en" href="/en/"><link rel="ALTERNATE nofollow" type="application/atom+xml; charset=utf-8" href="/atom.xml"></head><body>
<nav><a href="/">首页</a><a href="/news/">要闻</a><a href="/login?id=12345">登录以后才能看到更多新闻内容</a></nav>
<ul><li><a href="/a/20310602/1.html">停航三天的云亭渡轮今日复航</a></li><li><a href="/a/20310602/1.html#c">评论</a></li>
<li><a href="/a/20310602/2.html?utm_source=x" title="远川市今年第二场台风红色预警">远川市今年第…</a></li>
<li><a href="https://other.example.net/a/20310602/3.html">别家网站的一条完整的新闻标题</a></li>
<li><a href="https://sub.example.com/a/20310602/4.html">同一家网站的另一个子域名上的新闻</a></li>
<li><a href="javascript:void(0)">点击这里加载更多的新闻内容</a></li></ul></body></html>"""


def test_the_articles_that_a_channel_page_lists() -> None:
    assert list(channel.links(CHANNEL.encode(), "https://www.example.com/news/")) == [
        ("https://www.example.com/a/20310602/1.html", "停航三天的云亭渡轮今日复航"),
        ("https://www.example.com/a/20310602/2.html", "远川市今年第二场台风红色预警"),
        ("https://sub.example.com/a/20310602/4.html", "同一家网站的另一个子域名上的新闻"),
    ]


def test_the_feeds_that_a_page_offers() -> None:
    assert list(channel.feeds(CHANNEL.encode("gbk"), "https://www.example.com/news/", "gbk")) == [
        ("https://www.example.com/rss.xml", "要闻"),
        ("https://www.example.com/atom.xml", ""),
    ]
    assert channel.title(CHANNEL.encode()) == "要闻 - 云亭晚报"


OPML = """<?xml version="1.0"?><opml version="1.0"><head><title>x</title></head><body><outline text="通讯社"><outline text="国/内">
<outline type="rss" text="远川社" xmlUrl="https://www.example.com/rss.xml"/></outline></outline><outline TEXT="无" xmlURL="https://b.example.com/feed"/>
<outline text="again" xmlUrl="https://www.example.com/rss.xml"/><outline text="bad" xmlUrl="file:///etc/passwd"/></body></opml>"""


def test_opml_keeps_folders_on_its_way_in_and_out() -> None:
    found = opml.read(OPML.encode())
    assert found == (
        outlines.Outline("https://www.example.com/rss.xml", "远川社", "通讯社/国／内"),
        outlines.Outline("https://b.example.com/feed", "无", ""),
    )
    again = opml.read(outlines.write(found, "溯源"))
    assert {(one.url, one.folder) for one in again} == {(one.url, one.folder) for one in found}


@pytest.mark.parametrize(
    "body",
    [
        b"no list",
        b"<html></html>",
        b"<opml><body>" + b"<outline text='x'>" * 5_000,
        b"<opml><body>" + b"".join(b'<outline xmlUrl="http://e.com/%d"/>' % n for n in range(opml.MOST + 5)),
        b'<!DOCTYPE opml [<!ENTITY a "b">]><opml/>',
        b"<opml>" + b" " * opml.LARGEST,
    ],
)
def test_opml_import_abuse(body: bytes) -> None:
    with pytest.raises(UnreadableInput):
        opml.read(body)


def test_what_is_no_list_at_all_is_called_that_however_deep_it_nests() -> None:
    with pytest.raises(UnreadableInput, match="no OPML list"):
        opml.read(b'{"id": "1", "content_html": "' + b"<p>" * 200 + b'"}')


# ── archives ─────────────────────────────────────────────────────────────────────────────────────


def archive(count: int, *, encoding: str | None = None, is_gzip: bool = True) -> bytes:
    out = io.BytesIO()
    writer = WARCWriter(out, gzip=is_gzip)
    for number in range(count):
        body = f"<p>第{number}条新闻".encode()
        headers = [("Content-Type", "text/html; charset=utf-8")]
        if encoding:
            body, headers = gzip.compress(body), [*headers, ("Content-Encoding", encoding)]
        writer.write_record(
            writer.create_warc_record(
                f"https://www.example.com/{number}", "response", payload=io.BytesIO(body),
                http_headers=StatusAndHeaders("200 OK", headers, protocol="HTTP/1.1"),
            )
        )  # fmt: skip
    return out.getvalue()


def read(path: Path, content: bytes) -> list[object]:
    path.write_bytes(content)
    return list(intake.read([path]))


@pytest.mark.parametrize(("encoding", "is_gzip"), [(None, True), (None, False), ("gzip", True)])
def test_an_archive_is_read_whole(tmp_path: Path, encoding: str | None, is_gzip: bool) -> None:
    found = read(tmp_path / "a.warc.gz", archive(5, encoding=encoding, is_gzip=is_gzip))
    bodies = [one.kept.body.decode() for one in found if isinstance(one, Arrived) and isinstance(one.kept, Page)]
    assert bodies == [f"<p>第{number}条新闻" for number in range(5)]


def test_a_truncated_archive_is_read_up_to_the_break(tmp_path: Path) -> None:
    whole = archive(40)
    for share in (0.3, 0.6, 0.95):
        found = read(tmp_path / "a.warc.gz", whole[: int(len(whole) * share)])
        pages = [one for one in found if isinstance(one, Arrived)]
        assert abs(len(pages) - 40 * share) < 2
        assert all(isinstance(one, Arrived | Unreadable) for one in found)


def test_decompression_bombs_in_an_archive_cost_one_page(tmp_path: Path) -> None:
    out = io.BytesIO()
    writer = WARCWriter(out, gzip=True)
    bomb = gzip.compress(b"\0" * 200_000_000)
    for body in (bomb, gzip.compress(b"<p>after")):
        headers = StatusAndHeaders(
            "200 OK", [("Content-Type", "text/html"), ("Content-Encoding", "gzip")], protocol="HTTP/1.1"
        )
        writer.write_record(
            writer.create_warc_record(
                "https://www.example.com/", "response", payload=io.BytesIO(body), http_headers=headers
            )
        )
    found = read(tmp_path / "a.warc.gz", out.getvalue())
    assert [type(one) for one in found] == [Unreadable, Arrived]
