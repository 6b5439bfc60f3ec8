"""Pages without an article are turned away with the reason, hostile ones in bounded time."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from suyuan import articles
from suyuan.outlets import Directory
from suyuan.records import Article, Outlet, OutletKind, Page, Rejection, Selector, digest

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
    ),
)
def test_what_is_no_article_is_turned_away(body: str | bytes, status: int, reason: str) -> None:
    one = made(body, status=status)
    assert isinstance(one, Rejection)
    assert (one.step, one.input, one.reason) == ("extract", "page", reason)
    assert one.id == digest("rejection", "extract", "page", reason)


@pytest.mark.parametrize(
    "body",
    (
        "<div>" * 100_000 + WORDS * 5,
        "<div>" * 50_000 + WORDS * 5 + "</div>" * 50_000,
        "".join(f"<b><font color={n}><p>{WORDS}" for n in range(1_500)),
        "<table><tr><td>" * 10_000 + WORDS * 5,
        f"<p>{WORDS * 5}" + "<img src=a.jpg>" * 8_000,
        f"<div {'a=b ' * 50_000}>{WORDS * 5}",
        f"<p>{WORDS * 5}\x00{WORDS}",
    ),
    ids=("open", "closed", "styles", "tables", "pictures", "attributes", "nul"),
)
def test_a_hostile_page_still_gives_its_text(body: str) -> None:
    one = made(body)
    assert isinstance(one, Article) and WORDS in one.text


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
