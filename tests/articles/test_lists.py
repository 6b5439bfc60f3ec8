"""Where a page's own lists begin and end, also where its author's names for boxes say nothing."""

from __future__ import annotations

from datetime import UTC, datetime
from time import process_time

from suyuan import articles
from suyuan.articles import byline
from suyuan.outlets import Directory
from suyuan.records import Article, ListKind, Page

NOW = datetime(2031, 5, 20, tzinfo=UTC)
SENTENCE = "云州港今晨六时恢复通航，因大雾积压的四十多艘货船陆续离港，港务局预计傍晚前全部疏散完毕。"
ROWS = ("云州港大雾停航二十小时", "渡轮停航旅客改乘火车过江", "港务局：年内再添两座灯塔")


def rows(after: str) -> dict[ListKind, list[str]]:
    """The lists of a page that sets this after its text."""
    body = f"<div><h1>云州港今晨恢复通航</h1><p>2031-05-20 08:00</p>{f'<p>{SENTENCE}</p>' * 5}{after}</div>"
    page = Page(
        id="page", url="http://www.example.cn/a", body=body.encode(), fetched=NOW, first_seen=NOW, media_type="text/html"
    )  # fmt: skip
    (one,) = articles.extract(page, outlets=Directory())
    assert isinstance(one, Article)
    found: dict[ListKind, list[str]] = {}
    for link in one.lists:
        found.setdefault(link.list, []).append(link.title)
    return found


def linked(titles: tuple[str, ...], tag: str = "li") -> str:
    return "".join(f"<{tag}><a href=/2031/{n}.html>{title}</a></{tag}>" for n, title in enumerate(titles))


def test_a_list_ends_where_the_comments_begin() -> None:
    comments = "".join(
        f"<div><h3><a href=user.jsp?id={n}>读者{n}号 5天前</a></h3><div><a href=\"javascript:replyFloor({n});\">"
        f"说得真好，大雾天里船员们辛苦了，我们等了一夜{n}</a></div></div>"
        for n in range(100, 106)
    )  # fmt: skip
    for heading in ("评论（191）", "热评论", "网友跟帖 32", "最新留言"):
        page = f"<h2>相关推荐</h2><div>{linked(ROWS, 'div')}</div><h2>{heading}</h2><div>{comments}</div>"
        assert rows(page) == {ListKind.RELATED: list(ROWS)}


def test_a_heading_that_shares_its_names_ends_the_list_before_it() -> None:
    others = ("一位灯塔守护人的四十年", "江上夜行记", "摆渡人和他的三条船")
    page = (
        f'<div class="b7"><h2 class="t1 k9">热点新闻</h2></div><div><ul>{linked(ROWS)}</ul></div>'
        f'<div class="b7"><h2 class="t1">江边原创</h2></div><div><ul>{linked(others)}</ul></div>'
    )
    assert rows(page) == {ListKind.HOT: list(ROWS)}


def test_a_label_is_nobody() -> None:
    assert byline.is_person("原一鸣") and not byline.is_person("原创")
    assert byline.is_person("时雨") and not byline.is_person("时间")


OTHERS = ("一位灯塔守护人的四十年", "江上夜行记二十篇", "摆渡人和他的三条船")


def test_what_a_portal_wants_read_beside_the_related_is_its_hot_list_where_it_has_no_other() -> None:
    related = f"<div><h2>相关内容</h2><ul>{linked(ROWS)}</ul></div>"
    wanted = f"<div><h2>精彩推荐</h2><ul>{linked(OTHERS)}</ul></div>"
    hot = f"<div><h2>热门排行</h2><ul>{linked(('长江水位连涨三日', '渡口旧址将建公园'))}</ul></div>"
    assert rows(related + wanted) == {ListKind.RELATED: list(ROWS), ListKind.HOT: list(OTHERS)}
    assert rows(related + wanted + hot)[ListKind.HOT] == ["长江水位连涨三日", "渡口旧址将建公园"]
    assert rows(wanted) == {ListKind.RELATED: list(OTHERS)}


def test_a_page_of_headings_takes_no_longer_than_it_is_long() -> None:
    def seconds(count: int) -> float:
        begun = process_time()
        rows(f"<div>{'<h2>热点</h2>·' * count}</div>")
        return process_time() - begun

    short, long = (min(seconds(count) for _ in range(3)) for count in (2_000, 8_000))
    assert long < 10 * short  # were all of them looked below to the end of the page, it would be 16 times
