"""Articles 文章: Page → Article.

Doors: `extract` (a saved page, HTML or plain text) and `unpack` (an item of a feed); `read` is `extract` where other
pages may be at hand: what stands on one of several is a leaf, `place`, `places` and `collate` find the leaves that belong
together, and `bind` makes articles of them, by `join`; `versions`, `address_of` and
`revise` tell what an address said before and what it says now; `examples` and `failures` hold an owner's rules to what
he expects of a page.
"""

from suyuan.articles.bind import bind, collate, place, places, read
from suyuan.articles.examples import Example, examples, failures
from suyuan.articles.extract import extract, unpack
from suyuan.articles.paging import join
from suyuan.articles.revise import HOT, address_of, revise, versions

__all__ = [
    "HOT", "Example", "address_of", "bind", "collate", "examples", "extract", "failures", "join", "place", "places", "read",
    "revise", "unpack", "versions",
]  # fmt: skip
