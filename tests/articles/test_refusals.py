"""Pages without an article are turned away with the reason, hostile ones in bounded time."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from suyuan import articles
from suyuan.articles.extract import LONGEST
from suyuan.outlets import Directory
from suyuan.records import Article, FeedItem, Outlet, OutletKind, Page, Rejection, Selector, digest

NOW = datetime(2025, 3, 1, tzinfo=UTC)
WORDS = "雨后的山谷里传来阵阵鸟鸣，村民们三三两两走向田间，新的一天就这样开始了。"
MENU = "".join(f'<li><a href="/{place}">第{place}条新闻的标题写在这里</a></li>' for place in range(60))


def made(
    body: str | bytes, *, status: int = 200, outlets: Directory | None = None, url: str = "http://www.example.cn/a"
) -> Article | Rejection:
    raw = body.encode() if isinstance(body, str) else body
    page = Page(id="page", url=url, body=raw, fetched=NOW, first_seen=NOW, media_type="text/html", status=status)
    (one,) = articles.extract(page, outlets=outlets or Directory())
    return one


@pytest.mark.parametrize(
    ("body", "status", "reason"),
    (
        (b"", 200, "empty"),
        (b"\x00\x00\x00", 200, "empty"),
        ("<html><title>404</title><body><p>您访问的页面不存在，请返回首页。</p></body></html>", 200, "not-found"),
        ("<html><title>文章</title><body><p>该内容已被发布者删除</p></body></html>", 200, "not-found"),
        ("<html><body><div>请先登录，登录后查看全文</div></body></html>", 200, "login-wall"),
        ("<html><body><h1>安全验证</h1><p>请输入验证码</p></body></html>", 200, "verification"),
        (
            "<html><body><noscript>x</noscript><div id=app></div><script>run()</script></body></html>",
            200,
            "script-shell",
        ),
        (f"<html><body><ul>{MENU}</ul></body></html>", 200, "list-page"),
        (f"<html><body><p>{WORDS * 6}</p></body></html>", 404, "error-status"),
        (bytes(range(256)) * 50, 200, "not-text"),
        (f"<html><body><p>{'锟斤拷' * 300}</p></body></html>", 200, "not-text"),
        ("&" * 5_000, 200, "not-text"),
        ("<" * 5_000, 200, "not-text"),
        ("<html><frameset cols='20%,80%'><frame src=a.html><frame src=b.html></frameset></html>", 200, "no-text"),
        # Nothing of it is in question: the box that it opens with is empty, and the menu is a link with its teaser.
        (f"<div><i></i></div><nav><p><a href=/1>{WORDS * 5}</a>，{WORDS}</p></nav>", 200, "no-text"),
        (f"<title>组图：山谷的清晨</title><h1>组图</h1>{'<p><img src=a.jpg></p>' * 30}", 200, "gallery"),
        (
            "<title>页面不存在</title><h1>很抱歉</h1><p>您要找的文章可能已经搬家，三秒后将自动返回首页，请稍候片刻再试。</p>",
            200,
            "not-found",
        ),
        (f"<title>山谷的清晨</title><h1>山谷的清晨</h1><p>{WORDS}</p><div>登录后查看全文</div>", 200, "login-wall"),
        ('<script>var page = "' + '\\"' * 200_000 + "</script><p>短</p>", 200, "script-shell"),
    ),
)
def test_what_is_no_article_is_turned_away(body: str | bytes, status: int, reason: str) -> None:
    one = made(body, status=status)
    assert isinstance(one, Rejection)
    assert (one.step, one.input, one.reason) == ("extract", "page", reason)
    assert one.id == digest("rejection", "extract", "page", reason)


def test_what_is_longer_than_any_article_is_turned_away() -> None:
    line = f"<p>{WORDS}</p>"
    one = made(f"<h1>山谷的清晨</h1><p>{WORDS * 230_000}</p>")
    assert isinstance(one, Rejection) and one.reason == "too-long"
    one = made(line * int(1.1 * LONGEST / len(WORDS)))
    assert isinstance(one, Rejection) and one.reason == "too-long"
    assert isinstance(made(line * int(0.9 * LONGEST / len(WORDS))), Article)
    item = FeedItem(
        id="i", subscription="", item="1", url=None, title="山谷", html=None, text=line * (LONGEST // len(WORDS)), published=None, first_seen=NOW
    )  # fmt: skip
    (given,) = articles.unpack(item, outlets=Directory())
    assert isinstance(given, Rejection) and given.reason == "too-long"


@pytest.mark.parametrize(
    "around",
    (
        "<p>据了解，该网页已被删除，访问者只看到一行提示：404。</p>",
        "<p>居民说，要请先登录小区的系统才能报修。</p>",
        "<div class=cmt>请先登录后发表评论</div>",
        "<noscript>请启用JavaScript</noscript><div class=foot>举报内容不存在的页面</div>",
    ),
)
def test_a_short_article_is_one_whatever_else_its_page_says(around: str) -> None:
    one = made(f"<title>山谷的清晨</title><h1>山谷的清晨</h1><div id=t><p>{WORDS}</p>{around}</div>")
    assert isinstance(one, Article) and WORDS in one.text


def test_a_title_that_nobody_closed_does_not_swallow_the_page() -> None:
    one = made(f"<html><head><title>山谷的清晨<body><h1>山谷的清晨<p>{WORDS}<p>{WORDS[::-1]}<div>{WORDS * 2}")
    assert isinstance(one, Article) and one.title == "山谷的清晨" and WORDS * 2 in one.text


def test_a_gallery_with_words_under_its_pictures_is_read() -> None:
    boxes = "".join(f"<p><img src={n}.jpg></p><p>图为山谷的第{n}个清晨，村民走向田间。李晓明 摄</p>" for n in range(12))
    one = made(f"<title>组图：山谷的清晨</title><h1>组图：山谷的清晨</h1><div>{boxes}</div>")
    assert isinstance(one, Article) and len(one.pictures) == 12 and all(picture.caption for picture in one.pictures)


@pytest.mark.parametrize(
    "body",
    (
        f"<h1>山谷的清晨</h1><p>{WORDS * 5}</p><!--" + "x" * 50_000_000,
        f"<h1>山谷的清晨</h1><p>{WORDS * 5}</p><script>'" + "x" * 50_000_000,
        f"<h1>山谷的清晨</h1><p>{WORDS * 5}</p>" + " " * 50_000_000,
        f"<h1>山谷的清晨</h1><p>{WORDS * 5}</p>" + "\0" * 50_000_000,
    ),
    ids=("comment", "script", "spaces", "nul"),
)
def test_a_page_of_many_megabytes_is_read_as_far_as_it_can_be(body: str) -> None:
    one = made(body)
    assert isinstance(one, Article) and one.text.startswith(WORDS) and len(one.text) < 9_000_000


@pytest.mark.parametrize(
    "body",
    (
        "<span>" * 100_000 + WORDS * 5,
        "<div><span><b><table><li>" * 20_000 + WORDS * 5,
        f"<title>山谷的清晨</title>{WORDS * 5}",  # no body
        f"<p>{WORDS * 5}</p><p>{'（记者 ' * 30_000}</p>",
        f"<p>{WORDS * 5}</p><script type=application/ld+json>{'[' * 500_000}</script>",
        f"<p>{WORDS * 5}</p>" + "<h2>相关阅读</h2><ul><li><a href=/1.html>山谷的又一个清晨</a></ul>" * 3_000,
        "<div>" * 100_000 + WORDS * 5,
        "<div>" * 50_000 + WORDS * 5 + "</div>" * 50_000,
        "".join(f"<b><font color={n}><p>{WORDS}" for n in range(1_500)),
        "<table><tr><td>" * 10_000 + WORDS * 5,
        f"<p>{WORDS * 5}" + "<img src=a.jpg>" * 8_000,
        f"<div {'a=b ' * 50_000}>{WORDS * 5}",
        f"<p>{WORDS * 5}\x00{WORDS}",
        f"<p>{WORDS * 5}</p>" + "</div><pre>'" * 60_000,
        "<title>山谷" + "\u200b " * 100_000 + f"的清晨</title><p>{WORDS * 5}</p>",
        '<script type=application/ld+json>{"@type":"NewsArticle","author":"A ' + " " * 100_000 + f'B"}}</script><p>{"The ferry is back, the harbour said. " * 9}{WORDS}</p>',
    ),
    ids=(
        "spans", "mixed", "no body", "brackets", "json", "lists",
        "open", "closed", "styles", "tables", "pictures", "attributes", "nul",
        "ends of nothing", "white space in the title", "white space in a name",
    ),
)  # fmt: skip
def test_a_hostile_page_still_gives_its_text(body: str) -> None:
    one = made(body)
    assert isinstance(one, Article) and WORDS in one.text


@pytest.mark.parametrize(
    "line",
    ("作者：" + "李晓明、" * 50_000, "2025-01-01 10:00 " * 20_000, "责任编辑：" * 100_000, "来源：甲" * 100_000, "1" * 1_000_000, "“" * 500_000),
)  # fmt: skip
def test_a_line_of_any_length_is_read(line: str) -> None:
    one = made(f"<title>山谷的清晨</title><h1>山谷的清晨</h1><div>{line}</div><div id=t><p>{WORDS * 5}</p></div>")
    assert isinstance(one, Article) or one.reason in ("not-text", "too-long")


def test_an_owners_selectors_overrule_until_their_day() -> None:
    page = f'<title>山谷</title><h1>山谷的清晨</h1><p class="kicker">清晨笔记</p><i class="who">何一鸣</i><div id="t"><p>{WORDS}</p><p class="ad">买一送一</p></div><div><p>{WORDS * 4}</p></div>'
    rules = (
        Selector(field="title", css=".kicker"), Selector(field="author", css=".who"), Selector(field="body", css="#t"),
        Selector(field="remove", css=".ad"), Selector(field="credit", css="[[["),
    )  # fmt: skip
    outlet = Outlet(id="valley", name="山谷日报", kind=OutletKind.PAPER, domains=("example.cn",), selectors=rules)
    one = made(page, outlets=Directory((outlet,)))
    assert isinstance(one, Article)
    assert (one.title, one.byline, one.text, one.outlet) == ("清晨笔记", ("何一鸣",), WORDS, "山谷日报")
    past = tuple(Selector(field=rule.field, css=rule.css, until="2024-12-31") for rule in rules)
    old = Outlet(id="valley", name="山谷日报", kind=OutletKind.PAPER, domains=("example.cn",), selectors=past)
    other = made(page, outlets=Directory((old,)))
    assert isinstance(other, Article) and other.title == "山谷的清晨"
