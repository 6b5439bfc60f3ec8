"""Articles in several pages: which page follows, and the pages joined to one article."""

from __future__ import annotations

from datetime import UTC, datetime
from itertools import permutations

import pytest

from suyuan import articles
from suyuan.articles import address
from suyuan.outlets import Directory
from suyuan.records import Article, BlockKind, Page, digest

NOW = datetime(2031, 6, 3, 4, tzinfo=UTC)
HOST = "http://news.yunting.example"
TEXTS = (
    "云亭港三日恢复通航，停航十二天的渡轮清晨六时驶离码头，首班载客一百四十人，其中多数是回城上班的居民。",
    "港务局说，航道清淤昨夜完成，水深已回到四米以上，能够满足全部渡轮的吃水要求，夜航也将在本周内恢复。",
    "码头边的摊贩天不亮就支起了炉子。卖米糕的何一鸣说，这十二天里他每天只卖得出从前的三成，今天终于又排起了队。",
)


def page(place: int, links: str, *, url: str | None = None, head: str = "") -> Page:
    body = (
        f"<html><head><title>渡轮复航首日见闻_云亭新闻</title>{head}</head><body><h1>渡轮复航首日见闻</h1><div>2031-06-03 09:00 来源：云亭晚报</div>"
        f"<div class=content><p>{TEXTS[place]}</p><p>{TEXTS[place][::-1]}</p><p>责任编辑：何静</p></div><div class=pager>{links}</div></body></html>"
    )
    url = url or f"{HOST}/2031/0603/c31-70021{'_' + str(place + 1) if place else ''}.html"
    return Page(
        id=digest(url), url=url, body=body.encode(), fetched=NOW, first_seen=NOW.replace(hour=4 + place), media_type="text/html",
    )  # fmt: skip


def read(one: Page) -> Article:
    (made,) = articles.extract(one, outlets=Directory())
    assert isinstance(made, Article)
    return made


@pytest.mark.parametrize(("pattern", "example"), address.NUMBERED)
def test_a_form_of_address_counts_its_pages(pattern: object, example: str) -> None:
    assert address.number(example) in (2, 100)


@pytest.mark.parametrize(
    ("own", "links", "following"),
    (
        ("/2031/c1-3115.html", "<a href='c1-3115_2.html'>下一页</a>", "/2031/c1-3115_2.html"),
        ("/2031/c1-3115.html", "<b>1</b> <a href='c1-3115-2.html'>2</a> <a href='c1-3115-3.html'>3</a>", "/2031/c1-3115-2.html"),
        ("/2031/c1-3115-2.html", "<a href='c1-3115.html'>【1】</a><a href='c1-3115-2.html'>【2】</a><a href='c1-3115-3.html'>【3】</a>", "/2031/c1-3115-3.html"),
        ("/2031/c1-3115-3.html", "<a href='c1-3115.html'>1</a><a href='c1-3115-2.html'>上一页</a>", None),
        ("/show.php?id=31", "<a href='/show.php?id=31&page=2'>后一页 &gt;</a>", "/show.php?id=31&page=2"),
        ("/show.php?id=31", "<a href='/show.php?id=32&page=2'>下一页</a>", None),  # another article
        ("/the-ferry-is-back", "<a href='/the-ferry-is-back/2'>Next page</a>", "/the-ferry-is-back/2"),
        ("/2031/3115.html", "<a href='3115_all.html'>余下全文</a>", "/2031/3115_all.html"),
        ("/2031/3115.html", "<a href='3116.html'>下一篇</a><a href='3116.html'>2</a>", None),
        ("/2031/c1-3115.html", "<a href='c1-3115_2.html'>渡轮停航十二天</a>", None),  # no pager's mark
        ("/2031/c1-3115.html", "<a href='javascript:go(2)'>下一页</a><a href='http://['>2</a>", None),
        ("/2031/3115.html?from=timeline", "<a href='3115_2.html?from=timeline'>下一頁</a>", "/2031/3115_2.html?from=timeline"),
    ),
)  # fmt: skip
def test_a_pager_leads_to_the_next_page_of_the_same_article(own: str, links: str, following: str | None) -> None:
    found = read(page(0, links, url=HOST + own)).next_page
    assert found == (HOST + following if following else None)


def test_rel_next_counts_only_where_it_is_the_same_article() -> None:
    own = f"{HOST}/2031/3115.html"
    other = page(0, "", url=own, head="<link rel=next href='/2031/3116.html'>")
    same = page(0, "", url=own, head="<link rel=next href='/2031/3115_2.html'>")
    assert read(other).next_page is None
    assert read(same).next_page == f"{HOST}/2031/3115_2.html"


def test_a_later_page_that_names_the_first_as_canonical_keeps_its_own_address() -> None:
    head = f"<link rel=canonical href='{HOST}/2031/0603/c31-70021.html'>"
    assert read(page(1, "", head=head)).url == f"{HOST}/2031/0603/c31-70021_2.html"


def parts() -> list[Article]:
    following = "<a href='c31-70021_{}.html'>下一页</a>"
    return [read(page(0, following.format(2))), read(page(1, following.format(3))), read(page(2, ""))]


def test_pages_join_in_their_own_order_whatever_the_order_they_come_in() -> None:
    whole = articles.join(*parts())
    assert {articles.join(*some).id for some in permutations(parts())} == {whole.id}
    assert [text in whole.text for text in TEXTS] == [True] * 3
    assert whole.text.index(TEXTS[0]) < whole.text.index(TEXTS[1]) < whole.text.index(TEXTS[2])
    assert (whole.url, whole.title, whole.next_page) == (f"{HOST}/2031/0603/c31-70021.html", "渡轮复航首日见闻", None)
    assert whole.first_seen == NOW


def test_what_stands_on_every_page_is_there_once() -> None:
    whole = articles.join(*parts())
    editors = [whole.text[one.start : one.end] for one in whole.blocks if one.kind is BlockKind.EDITOR]
    assert editors == ["责任编辑：何静"] and whole.editors == ("何静",)
    assert "\n".join(whole.text[one.start : one.end] for one in whole.blocks) == whole.text


def test_a_page_joined_to_itself_or_alone_is_itself() -> None:
    first, *_ = parts()
    assert articles.join(first) == first
    assert articles.join(first, first).text == first.text


def test_the_whole_on_one_page_adds_only_what_was_missing() -> None:
    first, second, _ = parts()
    whole = read(page(0, "", url=f"{HOST}/2031/0603/c31-70021_all.html"))
    assert articles.join(whole, first).text == first.text
    assert articles.join(second, first).next_page == f"{HOST}/2031/0603/c31-70021_3.html"


def test_a_date_in_an_address_is_no_page() -> None:
    for written in ("http://a.example/2031/06/03", "http://a.example/20310603/12345.html", "http://a.example/a/1.html"):
        assert address.number(written) == 0
