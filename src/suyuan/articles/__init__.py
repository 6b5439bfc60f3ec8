"""Articles 文章: Page → Article.

Doors: `extract` (a saved page, HTML or plain text) and `unpack` (an item of a feed); `join` makes one article of those
read from its several pages (`Article.next_page` says where it goes on); `versions`, `address_of` and
`revise` tell what an address said before and what it says now.
"""

from suyuan.articles.extract import extract, unpack
from suyuan.articles.paging import join
from suyuan.articles.revise import HOT, address_of, revise, versions

__all__ = ["HOT", "address_of", "extract", "join", "revise", "unpack", "versions"]
