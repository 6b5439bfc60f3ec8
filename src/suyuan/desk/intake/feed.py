"""Feeds: RSS, Atom, RDF and JSON Feed → FeedItem."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Any

import fastfeedparser
import feedparser
import msgspec

from suyuan.desk.intake.arrival import Arrival, Arrived, Unreadable
from suyuan.desk.intake.lines import when
from suyuan.records import FeedItem, Precision, digest

_ROOTS = re.compile(rb"<(?:rss|feed|rdf:RDF)[\s>]", re.IGNORECASE)


def is_feed(body: bytes) -> bool:
    """Whether an answer is a feed: by its root, since feeds are often sent as text/html."""
    head = body[:2048].lstrip(b"\xef\xbb\xbf \r\n\t")
    if head.startswith(b"{"):
        return b"jsonfeed.org/version" in body[:2048]
    return not head[:15].lower().startswith(b"<!doctype html") and _ROOTS.search(head) is not None


def read(body: bytes, url: str, now: datetime) -> Iterator[Arrival]:
    """The items of a feed fetched from `url` at `now`; a document type with entities is refused, not expanded."""
    if re.search(rb"<!ENTITY", body[:65536], re.IGNORECASE):
        yield Unreadable(url, "a feed with entities", "Feeds that define entities are not read.")
        return
    title, entries = _parsed(body)
    if not entries:
        yield Unreadable(url, "a feed without items", "The address answers with a feed that holds nothing.")
    for entry in entries:
        item = _item(entry, url, title, now)
        yield Arrived(item.item, item)


def _parsed(body: bytes) -> tuple[str, list[Any]]:
    """fastfeedparser is thirty times faster; feedparser reads what it gives up on."""
    try:
        found = fastfeedparser.parse(body)
        if found.entries:
            return str(found.feed.get("title") or ""), list(found.entries)
    except (ValueError, KeyError, TypeError, AttributeError, msgspec.DecodeError):
        pass  # a feed too broken for the fast reader is what the second one is for
    found = feedparser.parse(body, sanitize_html=False)
    return str(found.feed.get("title") or ""), list(found.entries)


def _item(entry: Any, url: str, feed_title: str, now: datetime) -> FeedItem:
    content = entry.get("content") or []
    html = max(
        [part.get("value") or "" for part in content] + [entry.get("summary") or entry.get("description") or ""],
        key=len,
    )
    title, link = entry.get("title") or "", entry.get("link") or None
    item = entry.get("id") or link or digest(title, html)
    return FeedItem(
        id=digest("item", url, item, link, title, html),
        subscription=url,
        item=item,
        url=link,
        title=title,
        html=html or None,
        text=None,
        published=_published(entry, now),
        first_seen=now,
        outlet=feed_title or None,
        precision=Precision.SECOND,
    )


def _published(entry: Any, now: datetime) -> datetime | None:
    for name in ("published", "updated", "pubDate", "date"):
        value = entry.get(name)
        if not isinstance(value, str) or not value.strip():
            continue
        found, _ = when(value)
        if found is None:
            try:
                found = parsedate_to_datetime(value)
            except (ValueError, TypeError):
                continue
            found = found if found.tzinfo else found.replace(tzinfo=UTC)
        found = found.astimezone(UTC)
        if found.year >= 1990 and (found - now).days < 2:
            return found
    return None
