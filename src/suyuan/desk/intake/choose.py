"""The page behind an item, or the item's own words: whichever reads better, and why."""

from __future__ import annotations

from dataclasses import dataclass

from suyuan import articles
from suyuan.desk.egress import Answer
from suyuan.outlets import Directory
from suyuan.records import Article, FeedItem, Page, Rejection, digest
from suyuan.text import address, fold

SHARE = 0.8  # of the item's words that a page must hold to be read instead: extraction may drop a line, not a fifth
LIKENESS = 0.4  # of the pairs of characters in a headline that a page about the same holds; 0.9 is usual

PAGES = ("text/html", "application/xhtml+xml", "text/plain", None)
"""What the media type of a page may be."""


@dataclass(frozen=True, slots=True)
class Reading:
    """The pages of one article as they were had, the first before those that follow, and what they say together."""

    pages: tuple[Page, ...]
    article: Article | Rejection

    @property
    def goes_on(self) -> str | None:
        """The address of the next page; None where the article ends, there is none, or it leads to one that is there."""
        following = self.article.next_page if isinstance(self.article, Article) else None
        return None if address(following) in {address(page.url) for page in self.pages} else following

    def with_next(self, page: Page, outlets: Directory) -> Reading | None:
        """What is read with a page more; None where that page holds nothing of an article."""
        following = read(page, outlets)
        if not isinstance(following.article, Article) or not isinstance(self.article, Article):
            return None
        return Reading((*self.pages, page), articles.join(self.article, following.article))


def read(page: Page, outlets: Directory) -> Reading:
    """What a page says."""
    return Reading((page,), articles.extract(page, outlets=outlets)[0])


@dataclass(frozen=True, slots=True)
class Choice:
    """What is read: the page (`is_page`) or the item, and why; a digest of the page's words, and their number."""

    is_page: bool
    why: str
    words: str = ""
    length: int = 0


NONE = Choice(False, "nothing was read")


def is_not_found(reading: Reading) -> bool:
    """Whether a page says in words that what was there is not there any more, as many do that answer with 200."""
    return isinstance(reading.article, Rejection) and reading.article.reason == "not-found"


def choose(reading: Reading, item: FeedItem | None, outlets: Directory) -> Choice:
    """Judge a page against the item that led to it; without an item there is only the page."""
    made = reading.article
    if isinstance(made, Rejection):
        return Choice(False, f"the page holds no article: {made.reason}")
    words, length = digest(made.title, made.text), len(made.text)
    if item is None:
        return Choice(True, "the page", words, length)
    return Choice(*compare(made, length, item, outlets), words, length)


def compare(page: Article | None, length: int, item: FeedItem, outlets: Directory) -> tuple[bool, str]:
    """Whether a page is read instead of an item, and why. Of a page known from before only the length is at hand."""
    own = next((one for one in articles.unpack(item, outlets=outlets) if isinstance(one, Article)), None)
    if own is None:
        return True, "the feed gives no words"
    if length < SHARE * len(own.text):
        return False, "the feed gives more of the text than the page"
    if page is not None and not _is_about(page, own.title):
        return False, "the page is about something else"
    return True, "the page gives as much as the feed, or more"


def _is_about(page: Article, title: str) -> bool:
    """A page of an error, a login or another article does not hold the words of the item's headline."""
    wanted = "".join(filter(str.isalnum, fold(title)))
    pairs = {wanted[place : place + 2] for place in range(len(wanted) - 1)}
    if len(pairs) < 4:
        return True
    held = "".join(filter(str.isalnum, fold(f"{page.title}{page.text}")))
    return sum(pair in held for pair in pairs) >= LIKENESS * len(pairs)


def is_page(answer: Answer) -> bool:
    """Whether an answer can be a page at all."""
    return answer.status == 200 and answer.media_type in PAGES and bool(answer.body)
