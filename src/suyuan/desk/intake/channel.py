"""A list page, such as the channel page of a portal → the links to articles on it, and what a page says it offers.

An article's link is told from navigation by two signs: its words are a headline's length, and its address looks
like one of a dated or numbered page.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from selectolax.lexbor import LexborHTMLParser

from suyuan import outlets
from suyuan.articles.decode import decode
from suyuan.desk.intake.addresses import joined

MOST = 500  # links of one list; the longest channel pages have two hundred
SHORTEST = 8  # Chinese characters of a headline; columns and channels are called in two to six
FEEDS = (
    "application/rss+xml",
    "application/atom+xml",
    "application/feed+json",
    "application/rdf+xml",
    "application/json",
    "text/xml",
)

_HAN = re.compile(r"[\u3400-\u9fff]")
_ARTICLE = re.compile(r"(?:\d{4}[-/]?\d{2}[-/]?\d{2}|\d{4}[-/]\d{1,2}|[a-z]*_?\d{5,}|[0-9a-z]{12,}|\.s?html?$|/article|/news/|/detail|/story|/p/\w+|[?&](?:id|aid|articleid|newsid)=)", re.IGNORECASE)  # fmt: skip
_NEVER = re.compile(r"\.(?:jpg|jpeg|png|gif|webp|svg|css|js|pdf|zip|apk|mp[34]|xml|rss)$|/(?:login|register|search|about|help|tags?|author|user)(?:/|$)", re.IGNORECASE)  # fmt: skip
_SPACE = re.compile(r"\s+")


def links(body: bytes, url: str, charset: str | None = None) -> Iterator[tuple[str, str]]:
    """The articles that a page lists, in its order: address and headline."""
    home, seen = _site(url), dict[str, str]()
    for node in LexborHTMLParser(decode(body, charset)[0]).css("a[href]"):
        found = joined(url, node.attributes.get("href"))
        if not found or found.rstrip("/") == url.rstrip("/") or _site(found) != home or not _is_article(found):
            continue
        title = _SPACE.sub(" ", node.attributes.get("title") or node.text() or "").strip()
        if _is_headline(title) and len(title) > len(seen.get(found, "")):
            seen[found] = title
    yield from list(seen.items())[:MOST]


def feeds(body: bytes, url: str, charset: str | None = None) -> Iterator[tuple[str, str]]:
    """The feeds that a page offers: address and title."""
    seen = set()
    for node in LexborHTMLParser(decode(body, charset)[0]).css("link[rel][href]"):
        attributes = node.attributes
        if "alternate" not in (attributes.get("rel") or "").lower().split():
            continue
        if (attributes.get("type") or "").lower().split(";")[0].strip() not in FEEDS:
            continue
        found = joined(url, attributes.get("href"))
        if found and found not in seen and "/wp-json/" not in found:
            seen.add(found)
            yield found, (attributes.get("title") or "").strip()


def title(body: bytes, charset: str | None = None) -> str:
    """What a page calls itself."""
    node = LexborHTMLParser(decode(body, charset)[0]).css_first("title")
    return _SPACE.sub(" ", node.text()).strip()[:200] if node else ""


def _is_headline(words: str) -> bool:
    return len(_HAN.findall(words)) >= SHORTEST or (not _HAN.search(words) and len(words.split()) >= 4)


def _is_article(url: str) -> bool:
    parts = urlsplit(url)
    where = parts.path + (f"?{parts.query}" if parts.query else "")
    return _ARTICLE.search(where) is not None and _NEVER.search(parts.path) is None


def _site(url: str) -> str:
    """The site of an address: the last two labels of its host, or three below a country's com, net, org, gov."""
    labels = outlets.host(url).split(".")
    deep = len(labels) > 2 and len(labels[-1]) == 2 and labels[-2] in ("com", "net", "org", "gov", "edu", "co", "ac")
    return ".".join(labels[-3:] if deep else labels[-2:])
