"""Articles 文章: Page → Article.

Doors: `extract` (a saved page, HTML or plain text) and `unpack` (an item of a feed).
"""

from suyuan.articles.extract import extract, unpack

__all__ = ["extract", "unpack"]
