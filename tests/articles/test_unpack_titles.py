"""Titles of feed items."""

from datetime import UTC, datetime

import pytest

from suyuan import articles, outlets
from suyuan.records import Article, FeedItem

NOON = datetime(2031, 6, 2, 4, tzinfo=UTC)


def unpacked(title: str, text: str) -> Article:
    item = FeedItem(
        id="i", subscription="f", item="1", url="https://www.example.com/1", title=title, html=None, text=text,
        published=NOON, first_seen=NOON,
    )  # fmt: skip
    (article,) = articles.unpack(item, outlets=outlets.packaged())
    assert isinstance(article, Article)
    return article


@pytest.mark.parametrize(
    ("title", "text", "language"),
    [
        ("Ferry claims maiden title", "Sealing the race with a sprint, Ada Keller’s boat wins her maiden title.", "en"),
        ("Greystone’s ferry nixed", "A captain’s ship, not exactly full.", "en"),
        ("渡轮复航", "渡轮6月2日复航。", "zh"),
        ("Die Fähre war gestern", "Der Minister was not, sagte er, und das Boot ist nicht für alle.", None),
        ("Le ferry de retour", "Le bateau est dans le port, et les passagers sur le quai.", None),
        ("El barco vuelve", "Los vecinos esperan en el puerto con las maletas.", None),
        ("ferry 26 1573", "ferry", None),
    ],
)
def test_a_short_item_is_english_where_its_words_are(title: str, text: str, language: str | None) -> None:
    assert unpacked(title, text).language == language


def test_an_apostrophe_stays_as_it_was_given() -> None:
    assert unpacked("Ada Keller&#8217;s ferry", "It is back.").title == "Ada Keller’s ferry"


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
