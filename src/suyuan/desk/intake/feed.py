"""Feeds: RSS, Atom, RDF and JSON Feed → FeedItem.

Read as a stream, item by item, from a document made safe (`xml`); feedparser tries what holds no item that way.
"""

from __future__ import annotations

import html as markup
import io
import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from typing import Any

import feedparser
import msgspec
from lxml import etree

from suyuan.desk.errors import UnreadableInput
from suyuan.desk.intake import xml
from suyuan.desk.intake.addresses import joined, whole
from suyuan.desk.intake.arrival import Arrival, Arrived, Unreadable
from suyuan.desk.intake.lines import decoded
from suyuan.desk.intake.moments import moment
from suyuan.records import FeedItem, digest

MOST = 100_000  # items of one feed that are looked at

_PATIENCE = 2 * 1024 * 1024  # bytes that feedparser is given: it takes a second for each

_ROOTS = re.compile(rb"<(?:rss|feed|rdf:RDF|channel)[\s>]", re.IGNORECASE)
_HTML = re.compile(rb"\A(?:<\?xml[^>]*>\s*)?(?:<!doctype\s+html|<html)", re.IGNORECASE)
_ITEMS = frozenset({"item", "entry"})
_DATES = ("pubdate", "published", "issued", "date", "created", "updated", "modified", "lastbuilddate")
_CONTENT = ("encoded", "content", "fulltext", "description", "summary")
_PERIODS = {"hourly": 60, "daily": 1440, "weekly": 10080, "monthly": 43200, "yearly": 525600}


def is_feed(body: bytes) -> bool:
    """Whether an answer is a feed: by its root, since feeds are often sent as text/html."""
    head = body[:4096]
    if head.startswith((b"\xff\xfe", b"\xfe\xff")) or head[:40].count(0) > 10:
        head = head.replace(b"\0", b"")[2:] if head[:1] in b"\xff\xfe" else head.replace(b"\0", b"")
    head = head.lstrip(b"\xef\xbb\xbf \r\n\t")
    if head.startswith(b"{"):
        return b"jsonfeed.org/version" in head
    return not _HTML.match(head) and _ROOTS.search(head) is not None


def read(body: bytes, url: str, now: datetime, charset: str | None = None) -> Iterator[Arrival]:
    """The items of a feed fetched from `url` at `now`, or why there are none."""
    feed = Feed(body, url, charset)
    count = 0
    try:
        for item in feed.items(now):
            count += 1
            yield Arrived(item.item, item)
    except UnreadableInput as error:
        yield Unreadable(url, "a feed that is made to harm", str(error))
        return
    if not count:
        yield Unreadable(url, "a feed without items", "The address answers with a feed that holds nothing.")


class Feed:
    """One feed while it is read. What it says of itself is known once its items were read."""

    def __init__(self, body: bytes, url: str, charset: str | None = None, *, known_as: str | None = None) -> None:
        self._body, self._url, self._charset = body, url, charset
        self._known_as = known_as or url  # its first address, where it has moved since
        self.title = ""
        self.minutes: int | None = None  # how long it asks to be left alone
        self.links: dict[
            str, str
        ] = {}  # by rel: where its news is told of (hub), and its own address (self); empty where it is none of the web

    def items(self, now: datetime) -> Iterator[FeedItem]:
        """Its items as seen at `now`; UnreadableInput where the document is made to harm."""
        rows = (
            _json_rows(self._body, self) if self._body.lstrip(b"\xef\xbb\xbf \r\n\t").startswith(b"{") else self._rows()
        )
        for number, row in enumerate(rows):
            if number >= MOST:
                return
            yield _item(row, self._known_as, self.title, now)

    def _rows(self) -> Iterator[dict[str, str]]:
        document = xml.safe(self._body, self._charset)
        found = False
        for element in xml.elements(document):
            label = xml.name(element)
            parent = element.getparent()
            if label in _ITEMS and parent is not None:
                found = True
                yield _row(element, self._url)
                xml.let_go(element)
            elif parent is not None and xml.name(parent) in ("channel", "feed"):
                self._note(label, element)
        if not found and len(document) < _PATIENCE:
            yield from _lenient(document, self)

    def _note(self, label: str, element: etree._Element) -> None:
        """What a feed says of itself."""
        text = xml.words(element) if len(element) == 0 else ""
        if label == "title" and not self.title:
            self.title = markup.unescape(xml.words(element))[:200]
        elif label == "ttl" and text.isdecimal():
            self.minutes = int(text[:6])
        elif label == "updateperiod" and text.lower() in _PERIODS:
            self.minutes = _PERIODS[text.lower()]
        elif label == "updatefrequency" and text.isdecimal() and self.minutes and int(text[:4]):
            self.minutes = max(1, self.minutes // int(text[:4]))
        elif label == "link" and (rel := element.get("rel", "")) in ("hub", "self"):
            self.links.setdefault(rel, whole(self._url, element.get("href")) or "")


def _row(item: etree._Element, url: str) -> dict[str, str]:
    """An item's fields by our own names; of several contents the longest."""
    row: dict[str, str] = {}
    dates: dict[str, str] = {}
    for child in item:
        if not isinstance(child.tag, str):
            continue
        label = xml.name(child)
        if label == "title":
            row.setdefault("title", _markup(child))
        elif label == "link":
            _link(child, row)
        elif label in ("guid", "id"):
            row.setdefault("id", xml.words(child))
            if child.get("isPermaLink", "").lower() == "true":
                row.setdefault("permalink", row["id"])
        elif label in _DATES:
            dates.setdefault(label, xml.words(child))
        elif label in _CONTENT and child.get("src") is None and not child.get("medium"):
            row["html"] = max(row.get("html", ""), _markup(child), key=len)
        elif label == "origlink":  # where a forwarding service hides the address
            row["origin"] = xml.words(child)
    row.setdefault("id", item.get("{http://www.w3.org/1999/02/22-rdf-syntax-ns#}about") or "")
    row["date"] = next((dates[label] for label in _DATES if dates.get(label)), "")
    row["url"] = joined(url, row.get("origin") or row.get("link") or row.get("permalink") or _as_link(row["id"])) or ""
    return row


def _link(child: etree._Element, row: dict[str, str]) -> None:
    if child.get("href"):
        if child.get("rel", "alternate") == "alternate":
            row.setdefault("link", child.get("href", ""))
    elif xml.words(child):
        row.setdefault("link", xml.words(child))


def _as_link(item: str) -> str | None:
    return item if item.startswith(("http://", "https://")) else None


def _markup(element: etree._Element) -> str:
    """An element's text, or its children as markup where they are XHTML."""
    if len(element) == 0:
        return (element.text or "").strip()
    inner = [markup.escape(element.text or "", quote=False)]
    inner += [etree.tostring(child, encoding="unicode") for child in element]
    return "".join(inner).strip()


def _json_rows(body: bytes, feed: Feed) -> Iterator[dict[str, str]]:
    try:
        document = decoded(body.removeprefix(b"\xef\xbb\xbf"))
    except (ValueError, RecursionError) as error:
        raise UnreadableInput(f"It is not JSON: {error}.") from error
    if not isinstance(document, Mapping):
        return
    feed.title = _text(document.get("title"))[:200]
    hubs = document.get("hubs")
    if isinstance(hubs, list) and hubs and isinstance(hubs[0], Mapping):
        named = {"hub": _text(hubs[0].get("url")), "self": _text(document.get("feed_url"))}
        feed.links |= {rel: whole(feed._url, written) or "" for rel, written in named.items()}
    items = document.get("items")
    for one in items if isinstance(items, list) else []:
        if isinstance(one, Mapping):
            yield {
                "id": _text(one.get("id")),
                "url": joined(feed._url, _text(one.get("url")) or _text(one.get("external_url"))) or "",
                "title": _text(one.get("title")),
                "html": _text(one.get("content_html"))
                or ("" if one.get("content_text") else _text(one.get("summary"))),
                "text": _text(one.get("content_text")),
                "date": _text(one.get("date_published")) or _text(one.get("date_modified")),
            }


def _text(value: Any) -> str:
    """A field as text: ids are sometimes objects, sometimes numbers."""
    if value is None:
        return ""
    return value if isinstance(value, str) else msgspec.json.encode(value, order="deterministic").decode()


def _lenient(document: bytes, feed: Feed) -> Iterable[dict[str, str]]:
    """What feedparser, which forgives more, makes of a document that holds no item for us."""
    found = feedparser.parse(io.BytesIO(document), sanitize_html=False)
    feed.title = feed.title or str(found.feed.get("title") or "")
    for entry in found.entries:
        content = [part.get("value") or "" for part in entry.get("content") or []]
        yield {
            "id": str(entry.get("id") or ""),
            "url": joined(feed._url, entry.get("link")) or "",
            "title": str(entry.get("title") or ""),
            "html": max([*content, str(entry.get("summary") or "")], key=len),
            "date": str(entry.get("published") or entry.get("updated") or ""),
        }


def _item(row: Mapping[str, str], url: str, feed_title: str, now: datetime) -> FeedItem:
    title, link = row.get("title", ""), row.get("url") or None
    html, text = row.get("html") or None, row.get("text") or None
    item = row.get("id") or link or digest(title, html or text)
    published, precision = moment(row.get("date", ""), now)
    return FeedItem(
        id=digest("item", url, item, link, title, html or text),
        subscription=url,
        item=item,
        url=link,
        title=title,
        html=html,
        text=text,
        published=published,
        first_seen=now,
        outlet=feed_title or None,
        precision=precision,
    )
