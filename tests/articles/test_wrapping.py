"""What a feed sets around a text is no part of it, and nothing of the text is lost."""

from __future__ import annotations

import re
from datetime import UTC, datetime

import pytest

from suyuan import articles, outlets
from suyuan.articles.wrapping import LINES
from suyuan.records import Article, BlockKind, FeedItem

NOON = datetime(2031, 6, 4, 4, tzinfo=UTC)
BRIDGE = "云州大桥6月4日恢复通行，首日通过车辆约一万辆。"
KNOWN = 'name = "云州网"\nkind = "portal"\ndomains = ["yunzhou.example"]\n'


def unpacked(html: str | None = None, text: str | None = None) -> list[tuple[BlockKind, str]]:
    """The blocks of the article that an item holds."""
    item = FeedItem(
        id="i", subscription="f", item="1", url="https://www.example.com/1", title="云州大桥恢复通行", html=html, text=text,
        published=NOON, first_seen=NOON,
    )  # fmt: skip
    (made,) = articles.unpack(item, outlets=outlets.Directory([outlets.read(KNOWN, "yunzhou")]))
    assert isinstance(made, Article)
    return [(block.kind, made.text[block.start : block.end]) for block in made.blocks]


@pytest.mark.parametrize(("kind", "pattern", "example"), LINES)
def test_a_line_that_a_feed_sets_is_marked_and_kept(kind: BlockKind, pattern: re.Pattern[str], example: str) -> None:
    assert unpacked(text=f"{BRIDGE}\n{example}") == [(BlockKind.PARAGRAPH, BRIDGE), (kind, example)]


def test_the_newsroom_in_brackets_stands_on_a_line_of_its_own() -> None:
    newsroom, bridge = (BlockKind.BYLINE, "【云州网】"), (BlockKind.PARAGRAPH, BRIDGE)
    assert unpacked(html=f"<p><b>【云州网】</b>{BRIDGE}</p>") == [newsroom, bridge]
    assert unpacked(text=f"【云州网】\n{BRIDGE}") == [newsroom, bridge]
    assert unpacked(text=f"【案情】\n{BRIDGE}")[0] == (BlockKind.PARAGRAPH, "【案情】")
    assert unpacked(html=f"<p>【案情】{BRIDGE}</p>") == [(BlockKind.PARAGRAPH, f"【案情】{BRIDGE}")]


def test_the_source_of_a_text_may_stand_behind_a_mark() -> None:
    assert unpacked(text=f"{BRIDGE}\n▌本文来源：云州网微信公众号")[-1][0] is BlockKind.BYLINE


def test_the_day_of_a_paper_is_no_text_where_it_stands_first() -> None:
    day = "2031年06月04日 星期三"
    assert [kind for kind, _ in unpacked(text=f"{day}\n{BRIDGE}")] == [BlockKind.BYLINE, BlockKind.PARAGRAPH]
    assert {kind for kind, _ in unpacked(text=f"{BRIDGE}\n{day}")} == {BlockKind.PARAGRAPH}


def test_an_address_is_text_unless_it_stands_under_a_notice() -> None:
    paper = "https://paper.example/1"
    assert unpacked(text=f"论文链接：\n{paper}")[-1] == (BlockKind.PARAGRAPH, paper)
    assert unpacked(text=f"获取更多RSS：\n{paper}")[-1] == (BlockKind.NOTICE, paper)


@pytest.mark.parametrize(
    "sentence",
    [
        "照片上的 © 标志是后来加上的。",
        "原文链接已经失效，他只好去图书馆查看原文。",
        "编导：这个词在片尾出现了三次。",
        "他在 https://platform.example/t/1 上写道，渡口将在两天内复航。",
        "北山社视频部制作了一部短片。",
        "星标的意思是收藏。",
        "2031年6月4日，大桥通车。",
    ],
)
def test_a_sentence_with_such_words_is_a_sentence(sentence: str) -> None:
    assert unpacked(text=sentence) == [(BlockKind.PARAGRAPH, sentence)]
