"""Articles 文章: Page → Article.

Doors: `extract` (a saved page, HTML or plain text) and `unpack` (an item of a feed).
"""

from __future__ import annotations

from suyuan.outlets import Directory
from suyuan.records import Article, FeedItem, Page, Rejection


def extract(page: Page, *, outlets: Directory) -> tuple[Article | Rejection, ...]:
    """The article that a page holds, or why there is none."""
    raise NotImplementedError


def unpack(item: FeedItem, *, outlets: Directory) -> tuple[Article | Rejection, ...]:
    """The article that an item of a feed holds, or why there is none."""
    raise NotImplementedError
