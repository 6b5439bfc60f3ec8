"""What a page or a feed gives twice is read once."""

from datetime import UTC, datetime

import pytest

from suyuan import articles, outlets
from suyuan.records import Article, FeedItem

NOON = datetime(2031, 6, 2, 4, tzinfo=UTC)
LEAD = "渡轮停航三天之后，云州港六月二日清晨重新开放，首班船载着两百人离岸。"
TEXT = f"<p>{LEAD}</p><p>港口主任林远说，风浪已经过去。</p><p>船票不涨价。</p>"


def unpacked(html: str, title: str = "云州渡轮复航") -> list[str]:
    item = FeedItem(
        id="i", subscription="f", item="1", url="https://www.example.com/1", title=title, html=html, text=None,
        published=NOON, first_seen=NOON,
    )  # fmt: skip
    (article,) = articles.unpack(item, outlets=outlets.packaged())
    assert isinstance(article, Article)
    assert [article.text[block.start : block.end] for block in article.blocks] == article.text.split("\n")
    return article.text.split("\n")


@pytest.mark.parametrize(
    ("given", "why"),
    [
        (TEXT, "once"),
        (TEXT + TEXT, "the whole body twice"),
        (f"<div>{TEXT}</div><div>{TEXT}</div>", "each in a box of its own"),
        (f"<blockquote>{LEAD}</blockquote>{TEXT}", "a lead that the text begins with"),
        (f"<h1>云州渡轮复航</h1>{TEXT}", "the headline over it"),
    ],
)
def test_what_stands_twice_is_read_once(given: str, why: str) -> None:
    assert unpacked(given) == [LEAD, "港口主任林远说，风浪已经过去。", "船票不涨价。"], why


def test_what_only_looks_like_it_stays() -> None:
    """A list of headlines over their items, a short line that comes back, a refrain far below: none is a copy."""
    digest = "".join(f"<p>{line}</p>" for line in ("云州港清晨重新开放，首班船载着两百人离岸", "船票不涨价"))
    items = f"<h3>云州港清晨重新开放，首班船载着两百人离岸</h3><p>{LEAD}</p><p>（云州新闻）</p><h3>船票不涨价</h3><p>票价仍是六元。</p><p>（云州新闻）</p>"
    assert len(unpacked(digest + items)) == 8
