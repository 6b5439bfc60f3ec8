"""Articles 文章: Page → Article.

Doors: `extract` (a saved page, HTML or plain text) and `unpack` (an item of a feed); `versions`, `address_of` and
`revise` tell what an address said before and what it says now.
"""

from suyuan.articles.extract import extract, unpack
from suyuan.articles.revise import HOT, address_of, revise, versions

__all__ = ["HOT", "address_of", "extract", "revise", "unpack", "versions"]
