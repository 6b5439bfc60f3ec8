"""Articles 文章: Page → Article.

Doors: `extract` (a saved page, HTML or plain text) and `unpack` (an item of a feed); `join` makes one article of those
read from its several pages (`Article.next_page` says where it goes on); `versions`, `address_of` and
`revise` tell what an address said before and what it says now; `examples` and `failures` hold an owner's rules to what
he expects of a page.
"""

from suyuan.articles.examples import Example, examples, failures
from suyuan.articles.extract import extract, unpack
from suyuan.articles.paging import join
from suyuan.articles.revise import HOT, address_of, revise, versions

__all__ = ["HOT", "Example", "address_of", "examples", "extract", "failures", "join", "revise", "unpack", "versions"]
