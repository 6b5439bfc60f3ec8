"""Addresses: variants for telephones, AMP and its caches, copies that name their original, and who publishes."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from suyuan import articles
from suyuan.outlets import Directory
from suyuan.records import Article, Outlet, OutletKind, Page

NOW = datetime(2031, 6, 3, 4, tzinfo=UTC)
TEXT = "云亭港三日恢复通航，停航十二天的渡轮清晨六时驶离码头，首班载客一百四十人，其中多数是回城上班的居民。"
OUTLETS = Directory(
    (
        Outlet(
            id="yunting",
            name="云亭晚报",
            kind=OutletKind.PAPER,
            domains=("yuntingwb.example", "ytwb.com.example"),
        ),
        Outlet(id="hekou", name="河口网", kind=OutletKind.PORTAL, domains=("hekou.example",)),
    )
)


def read(url: str, head: str, body: str = "") -> Article:
    markup = f"<html><head><title>渡轮复航首日见闻</title>{head}</head><body>{body}<h1>渡轮复航首日见闻</h1><p>{TEXT}</p><p>{TEXT[::-1]}</p></body></html>"
    page = Page(id="p", url=url, body=markup.encode(), fetched=NOW, first_seen=NOW, media_type="text/html")
    (made,) = articles.extract(page, outlets=OUTLETS)
    assert isinstance(made, Article)
    return made


WWW = "http://www.yuntingwb.example/2031/c1.html"


@pytest.mark.parametrize(
    ("url", "head", "address", "outlet"),
    (
        # what a telephone is sent, with and without the address of the page it stands for
        ("http://m.yuntingwb.example/2031/c1.html", f"<link rel=canonical href={WWW}>", WWW, "云亭晚报"),
        ("http://3g.yuntingwb.example/2031/c1.html", "", "http://3g.yuntingwb.example/2031/c1.html", "云亭晚报"),
        ("http://wap.yuntingwb.example/2031/c1.html", "<link rel=canonical href=//www.yuntingwb.example/2031/c1.html>", WWW, "云亭晚报"),
        # AMP: on the outlet's host, and in a cache that is nobody's outlet
        ("http://amp.yuntingwb.example/2031/c1.html", f"<link rel=canonical href={WWW}>", WWW, "云亭晚报"),
        ("https://www-yuntingwb-example.cdn.ampproject.org/c/s/www.yuntingwb.example/amp/c1", f"<link rel=canonical href={WWW}>", WWW, "云亭晚报"),
        (WWW, "<link rel=amphtml href=http://amp.yuntingwb.example/2031/c1.html>", WWW, "云亭晚报"),
        # two domains of one outlet
        ("http://ytwb.com.example/c1", f"<link rel=canonical href={WWW}>", WWW, "云亭晚报"),
        # og:url where there is no canonical link
        ("http://m.yuntingwb.example/c1?from=timeline", f"<meta property=og:url content={WWW}>", WWW, "云亭晚报"),
        # a copy on a portal that names the original: the portal publishes, at its own address
        ("http://news.hekou.example/9.html", f"<link rel=canonical href={WWW}>", "http://news.hekou.example/9.html", "河口网"),
        # an address that is none, and that of the front page
        (WWW, "<link rel=canonical href='http://['>", WWW, "云亭晚报"),
        ("http://www.yuntingwb.example/c2", "<link rel=canonical href=http://www.yuntingwb.example/>", "http://www.yuntingwb.example/c2", "云亭晚报"),
        # saved to a file
        ("file:///saved.html", f"<link rel=canonical href={WWW}>", WWW, "云亭晚报"),
        ("file:///saved.html", "", "file:///saved.html", None),
    ),
)  # fmt: skip
def test_a_page_has_the_address_that_can_be_its_own(url: str, head: str, address: str, outlet: str | None) -> None:
    made = read(url, head)
    assert (made.url, made.outlet) == (address, outlet)


def test_amp_pictures_have_addresses() -> None:
    made = read(WWW, "", "<h1>渡轮复航首日见闻</h1><p>" + TEXT + "</p><amp-img src='/a/boat.jpg' width=1></amp-img>")
    assert [picture.url for picture in made.pictures] == ["http://www.yuntingwb.example/a/boat.jpg"]


def test_two_sites_under_one_second_level_domain_are_two() -> None:
    head = "<link rel=canonical href=http://www.other.com.cn/c1.html>"
    assert read("http://www.one.com.cn/c1.html", head).url == "http://www.one.com.cn/c1.html"
    assert read("http://m.one.com.cn/c1.html", "<link rel=canonical href=http://news.one.com.cn/c1.html>").url == "http://news.one.com.cn/c1.html"  # fmt: skip
