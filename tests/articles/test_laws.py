"""What holds for any page and any item: no exception, spans that tile the text, the same record every time."""

from __future__ import annotations

from datetime import UTC, datetime

from hypothesis import given, settings
from hypothesis import strategies as st

from suyuan import articles
from suyuan.outlets import Directory
from suyuan.records import Article, FeedItem, Page

NOW = datetime(2025, 3, 1, tzinfo=UTC)
TAGS = (
    "p",
    "div",
    "a href='/x'",
    "span class='source'",
    "table",
    "tr",
    "td",
    "li",
    "ul",
    "h1",
    "br",
    "img src='a.jpg'",
    "b",
    "script",
    "pre",
    "figure",
    "figcaption",
)
WORDS = (
    "某地今日举行会议，代表们表示，",
    "来源：甲乙日报",
    "2025-01-02 10:11",
    "责任编辑：李晓明",
    "相关阅读",
    "原创",
    "。",
    "(资料图)",
    "记者 李晓明",
    "\n",
    "\u3000",
    "&nbsp;",
    "&#x0;",
    "<!--",
    "]]>",
    "a",
    "\x00",
)
PIECES = st.one_of(
    st.sampled_from([f"<{tag}>" for tag in TAGS]),
    st.sampled_from([f"</{tag.split()[0]}>" for tag in TAGS]),
    st.sampled_from(WORDS),
    st.text(max_size=30),
)


def page(body: bytes, media_type: str | None) -> Page:
    return Page(id="p", url="http://www.example.cn/a", body=body, fetched=NOW, first_seen=NOW, media_type=media_type)


def check(article: Article) -> None:
    assert "\n".join(article.text[block.start : block.end] for block in article.blocks) == article.text
    assert [block.start for block in article.blocks] == sorted(block.start for block in article.blocks)
    assert all("\n" not in article.text[block.start : block.end] for block in article.blocks)


@settings(max_examples=60, deadline=None)
@given(st.lists(PIECES, max_size=60), st.sampled_from(("text/html", "text/plain", None)))
def test_any_page_gives_an_article_or_a_reason(pieces: list[str], media_type: str | None) -> None:
    one = page("".join(pieces).encode("utf-8", "surrogatepass"), media_type)
    first = articles.extract(one, outlets=Directory())
    assert first == articles.extract(one, outlets=Directory())
    for made in first:
        if isinstance(made, Article):
            check(made)


@settings(max_examples=60, deadline=None)
@given(st.binary(max_size=400), st.sampled_from((None, "gb2312", "utf-16", "nonsense", "base64", "rot13")))
def test_any_bytes_are_read(body: bytes, charset: str | None) -> None:
    one = Page(id="p", url="http://[bad", body=body, fetched=NOW, first_seen=NOW, charset=charset)
    assert articles.extract(one, outlets=Directory())


def item(html: str | None, text: str | None) -> FeedItem:
    return FeedItem(
        id="i",
        subscription="s",
        item="1",
        url=None,
        title="标题",
        html=html,
        text=text,
        published=None,
        first_seen=NOW,
        outlet="甲乙日报",
    )


@settings(max_examples=40, deadline=None)
@given(st.lists(PIECES, max_size=40).map("".join))
def test_any_markup_of_a_feed_is_unpacked(markup: str) -> None:
    (made,) = articles.unpack(item(markup, None), outlets=Directory())
    assert isinstance(made, Article)
    check(made)


@settings(max_examples=40, deadline=None)
@given(st.text(alphabet=st.characters(), max_size=200))
def test_a_text_given_as_it_is_stays_as_it_is(text: str) -> None:
    (made,) = articles.unpack(item(None, text), outlets=Directory())
    assert isinstance(made, Article) and made.text == text
    assert all(text[block.start : block.end].strip() for block in made.blocks)


def test_an_item_of_a_feed_is_signed_and_credited() -> None:
    markup = "<p>甲乙日报讯（记者 林晓岚）某县今日举行开工仪式，三百多名居民到场观看，气氛热烈。</p><figure><img src='http://e.cn/a.jpg'><figcaption>仪式现场</figcaption></figure><p>工程预计明年完工。</p><p>责任编辑：何静怡</p>"
    (made,) = articles.unpack(item(markup, None), outlets=Directory())
    assert isinstance(made, Article)
    assert (made.byline, made.editors, made.outlet, made.language) == (("林晓岚",), ("何静怡",), "甲乙日报", "zh")
    assert [block.kind.value for block in made.blocks] == ["paragraph", "caption", "paragraph", "editor"]
    assert made.pictures[0].caption is not None
