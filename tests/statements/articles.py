"""Articles made from text, as the rooms before this one would make them."""

from __future__ import annotations

from datetime import UTC, datetime

from suyuan.records import Article, Block, BlockKind

SEEN = datetime(2026, 3, 2, 4, 0, tzinfo=UTC)


def article(text: str, *, title: str = "", blocks: tuple[Block, ...] = (), outlet: str | None = None) -> Article:
    """An article of one text, published at noon in Shanghai on 2 March 2026."""
    return Article(
        id="a1",
        page="p1",
        url=None,
        outlet=outlet,
        title=title,
        text=text,
        blocks=blocks,
        first_seen=SEEN,
        published=SEEN,
    )


def blocks(*rows: tuple[BlockKind, str]) -> tuple[str, tuple[Block, ...]]:
    """The text of rows of kind and words, and its blocks."""
    made, at = [], 0
    for kind, words in rows:
        made.append(Block(kind=kind, start=at, end=at + len(words)))
        at += len(words) + 1
    return "\n".join(words for _, words in rows), tuple(made)
