"""Atom: the latest stories as a feed that any reader takes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from xml.etree.ElementTree import Element, SubElement, tostring

from suyuan.records import Story

NAME = "Atom"
MEDIA_TYPE = "application/atom+xml"
GIVES = "/feed.atom"

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Entry:
    """A story with the line of numbers that is its summary."""

    story: Story
    summary: str


def render(entries: Iterable[Entry], base: str, title: str) -> bytes:
    """The feed; `base` is the address of the site, with which the links begin."""
    shown = tuple(entries)
    feed = Element("feed", xmlns="http://www.w3.org/2005/Atom")
    SubElement(feed, "id").text = f"{base}/"
    SubElement(feed, "title").text = title
    SubElement(feed, "updated").text = _time(max((one.story.last for one in shown), default=_EPOCH))
    SubElement(feed, "link", rel="self", href=f"{base}/feed.atom")
    SubElement(feed, "link", rel="alternate", href=f"{base}/")
    for one in shown:
        _entry(SubElement(feed, "entry"), one, base)
    body: bytes = tostring(feed, encoding="utf-8", xml_declaration=True)
    return body


def _entry(entry: Element, one: Entry, base: str) -> None:
    address = f"{base}/story/{one.story.id}"
    SubElement(entry, "id").text = address
    SubElement(entry, "title").text = _plain(one.story.title)
    SubElement(entry, "updated").text = _time(one.story.last)
    SubElement(entry, "published").text = _time(one.story.first)
    SubElement(entry, "link", rel="alternate", href=address)
    SubElement(entry, "summary").text = _plain(one.summary)
    author = SubElement(entry, "author")
    SubElement(author, "name").text = "溯源"


def _time(at: datetime) -> str:
    return at.astimezone(UTC).isoformat().replace("+00:00", "Z")


def _plain(words: str) -> str:
    """Without the control characters that XML cannot hold."""
    return "".join(
        each for each in words if each >= " " and not "\ud800" <= each <= "\udfff" and each not in "\ufffe\uffff"
    )
