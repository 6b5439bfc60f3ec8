"""Titles of feed items."""

from datetime import UTC, datetime

import pytest

from suyuan import articles, outlets
from suyuan.records import Article, FeedItem

NOON = datetime(2031, 6, 2, 4, tzinfo=UTC)


@pytest.mark.parametrize(
    ("given", "title"),
    [
        ("Ferry&#8217;s return", "Ferry’s return"),
        ("船&amp;岸", "船&岸"),
        ("A &lt; B", "A < B"),
        ("渡轮复航", "渡轮复航"),
    ],
)
def test_a_title_that_the_feed_escaped_twice_reads_as_meant(given: str, title: str) -> None:
    item = FeedItem(
        id="i",
        subscription="f",
        item="1",
        url="https://www.example.com/1",
        title=given,
        html="<p>文字。</p>",
        text=None,
        published=NOON,
        first_seen=NOON,
    )
    (article,) = articles.unpack(item, outlets=outlets.packaged())
    assert isinstance(article, Article) and article.title == title
