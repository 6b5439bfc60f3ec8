"""What a feed sets around the text of an item: links back, addresses, marks of an account, the newsroom in brackets.

Lines of a page are told apart by where they stand; an item of a feed has none but these. What is found is kept, and marked.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from suyuan.articles.draft import Piece
from suyuan.outlets import Directory
from suyuan.records import BODY, Block, BlockKind

# Kind, pattern of a whole line, and a line that it is for.
LINES: tuple[tuple[BlockKind, re.Pattern[str], str], ...] = tuple(
    (kind, re.compile(pattern, re.IGNORECASE), example)
    for kind, pattern, example in (
        (BlockKind.NOTICE, r"(?:平台|原文|文章|阅读|直播|视频)(?:地址|链接|网址)\s?[:：]\s?https?://[!-~]{4,140}", "平台地址：http://platform.example/t/1"),
        (BlockKind.NOTICE, r"(?:[^|｜·，。]{2,12}\s?[|｜]\s?)?(?:文章原文|原文链接|查看原文|查看评论|跳转微信打开|获取更多\s?RSS)\s?[:：]?(?:\s?[|｜·]\s?(?:原文链接|查看评论|新浪微博)){0,4}", "甲乙报 | 原文链接 · 查看评论 · 新浪微博"),
        (BlockKind.NOTICE, r"(?:Copyright\s{0,2})?[©Ⓒ][^。！？]{2,90}", "©甲乙新闻"),
        (BlockKind.NOTICE, r"[⭐★☆🌟]\s?(?:设为)?星标[^。！？]{2,24}", "⭐星标甲乙新闻，好内容不错过⭐"),
        (BlockKind.NOTICE, r"[一-鿿]{1,5}社[一-鿿]{2,8}部(?:制作|出品)", "甲乙社音视频部制作"),
        (BlockKind.EDITOR, r"(?:编导|配音|版式设计)\s?[:：]\s?[一-鿿·\s、]{2,30}", "编导：李晓明"),
    )
)  # fmt: skip
# Under a notice; elsewhere an address by itself is what the text points to (论文链接：).
_ADDRESS = re.compile(r"https?://[!-~]{4,140}")
# A paper's feed begins each text with its day: 2026年01月27日 星期二.
_DAY = re.compile(r"\d{4}年\d{1,2}月\d{1,2}日(?:\s?星期[一二三四五六日])?\s*(?:\.{3}|…)?")
# 【某某网】 before the first words, 【某某网】/评论 on a line of its own; who wrote for it may stand within.
_NEWSROOM = re.compile(r"【(?P<name>[^】/\n]{2,12})(?:/[^】\n]{2,24})?】(?:/[一-鿿]{2,6}(?=\n|$))?\s*")


def told_apart(blocks: Sequence[Block], text: str, outlets: Directory) -> list[Block]:
    """The blocks of an item, with what its feed has set around the text marked as such."""
    found: list[Block] = []
    for place, block in enumerate(blocks):
        kind = block.kind
        if kind in BODY:
            line = text[block.start : block.end]
            before = found[-1].kind if found else None
            is_newsroom = (match := _NEWSROOM.fullmatch(line)) and outlets.by_name(match["name"])
            if is_newsroom or (place == 0 and _DAY.fullmatch(line)):
                kind = BlockKind.BYLINE
            elif before is BlockKind.NOTICE and _ADDRESS.fullmatch(line):
                kind = BlockKind.NOTICE
            else:
                kind = next((kind for kind, pattern, _ in LINES if pattern.fullmatch(line)), kind)
        found.append(replace(block, kind=kind))
    return found


def parted(pieces: Sequence[Piece], outlets: Directory) -> list[Piece]:
    """The paragraphs of an item, the newsroom in brackets before one of them on a line of its own."""
    found: list[Piece] = []
    for piece in pieces:
        match = _NEWSROOM.match(piece.text) if piece.kind is BlockKind.PARAGRAPH else None
        if match and match.end() < len(piece.text) and outlets.by_name(match["name"]):
            found.append(Piece(BlockKind.BYLINE, match.group().strip()))
            piece = replace(piece, text=piece.text[match.end() :])
        found.append(piece)
    return found
