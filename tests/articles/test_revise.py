"""What an address said before and what it says now."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from suyuan.articles import address_of, revise, versions
from suyuan.records import Article, Block, BlockKind, Revision, digest
from suyuan.text import address

NOON = datetime(2026, 3, 1, 4, tzinfo=UTC)
LEAD = "临川市应急局一日通报，北塔大桥施工平台发生坍塌，造成三人死亡。"
MORE = "事故发生在上午十时许，现场救援仍在进行。当地已成立调查组。"


def article(
    text: str,
    *,
    title: str = "北塔大桥施工平台坍塌",
    minutes: int = 0,
    url: str | None = "https://news.linchuan.example/a/1",
) -> Article:
    seen = NOON + timedelta(minutes=minutes)
    return Article(
        id=digest("article", url, title, text), page="p", url=url, outlet="临川网", title=title, text=text,
        blocks=(Block(kind=BlockKind.PARAGRAPH, start=0, end=len(text)),), first_seen=seen, published=seen,
    )  # fmt: skip


def between(one: Article, other: Article) -> Revision | None:
    drafts = versions(one), versions(other)
    assert drafts[0] and drafts[1]
    there, back = revise(*drafts), revise(*reversed(drafts))
    assert there == back, "the order of two versions must not matter"
    return there


def words(of: Article, spans: tuple[object, ...]) -> list[str]:
    return [of.text[one.start : one.end] for one in spans]  # type: ignore[attr-defined]


def test_a_number_that_was_changed_is_a_revision_with_both_sentences() -> None:
    before, now = article(LEAD + MORE), article(LEAD.replace("三人", "五人") + MORE, minutes=90)
    found = between(before, now)
    assert found and (found.article, found.earlier) == (now.id, before.id)
    assert words(before, found.removed) == [LEAD]
    assert words(now, found.added) == [LEAD.replace("三人", "五人")]
    assert found.at == now.first_seen and not found.is_extract


def test_sentences_in_a_row_are_one_passage() -> None:
    before, now = article(LEAD), article(LEAD + MORE, minutes=5)
    found = between(before, now)
    assert found and words(now, found.added) == [MORE] and found.removed == ()


def test_the_whole_page_is_read_and_not_the_feed_s_extract_though_it_came_later() -> None:
    page, item = article(LEAD + MORE * 3), article(LEAD[:-6], minutes=30)
    found = between(page, item)
    assert found and found.is_extract and found.article == page.id


def test_an_item_of_a_headline_alone_is_an_extract_too() -> None:
    item, page = article(""), article(LEAD + MORE, minutes=1)
    found = between(item, page)
    assert found and found.is_extract and found.article == page.id


def test_a_page_cut_down_is_a_revision_and_not_an_extract() -> None:
    before, now = article(LEAD + MORE), article(LEAD + MORE[: MORE.index("。") + 1], minutes=60)
    found = between(before, now)
    assert found and found.article == now.id and not found.is_extract
    assert words(before, found.removed) == ["当地已成立调查组。"]


def test_an_address_used_again_for_something_else_is_no_revision() -> None:
    assert (
        between(article(LEAD), article("南屏影城本周末重新开放，首日免费。", title="南屏影城重开", minutes=60)) is None
    )


def test_two_headlines_without_text_at_one_address_are_two_things() -> None:
    assert between(article("", title="早安临川"), article("", title="晚安临川")) is None


def test_without_an_address_nothing_is_a_revision() -> None:
    assert address_of(versions(article(LEAD, url=None))) == ()


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("http://news.linchuan.example/a/1", "https://news.linchuan.example/a/1#comments"),
        ("https://NEWS.linchuan.example:443/a/1?utm_source=rss&id=7", "https://news.linchuan.example/a/1?id=7"),
        ("https://news.linchuan.example", "https://news.linchuan.example/?spm=a2.b3"),
    ],
)
def test_two_ways_of_writing_one_address(one: str, other: str) -> None:
    assert address(one) == address(other)


@pytest.mark.parametrize(
    "odd", ["http://[broken", "tag:linchuan.example,2026:7", "http://host:99999/", "//x", "\ud800"]
)
def test_an_address_that_is_none_stays_as_it_is(odd: str) -> None:
    assert address(odd) == odd


def test_a_query_that_names_the_page_is_kept() -> None:
    assert address("https://linchuan.example/read?id=1") != address("https://linchuan.example/read?id=2")


@given(st.text(max_size=80), st.text(max_size=80))
def test_any_two_texts(one: str, other: str) -> None:
    a, b = article(one), article(other, minutes=1)
    if a.id != b.id and (found := between(a, b)):
        texts = {a.id: a.text, b.id: b.text}
        assert all(0 <= span.start < span.end <= len(texts[found.article]) for span in found.added)
        assert all(0 <= span.start < span.end <= len(texts[found.earlier]) for span in found.removed)
