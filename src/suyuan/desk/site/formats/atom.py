"""Atom: a feed that any reader takes."""

from __future__ import annotations

from urllib.parse import quote
from xml.etree.ElementTree import Element, SubElement, tostring

from suyuan import rows
from suyuan.desk.site.formats.html import outside
from suyuan.desk.site.views.feeds import Entry, Feed

NAME = "Atom"
MEDIA_TYPE = "application/atom+xml"
GIVES = "/feed.atom · /feed/story.atom?of=ID · outlet, speaker, claim, search, saved, changes"


def render(feed: Feed, base: str, own: str) -> bytes:
    """The feed; `base` is the address of the site, with which the links begin, `own` the path of the feed itself."""
    root = Element("feed", xmlns="http://www.w3.org/2005/Atom")
    SubElement(root, "id").text = "urn:suyuan:feed:" + quote(own, safe="/:=&%")  # wherever the desk is reached
    SubElement(root, "title").text = _plain(feed.title)
    SubElement(root, "updated").text = rows.written(feed.updated)
    SubElement(root, "link", rel="self", href=base + own)
    SubElement(root, "link", rel="alternate", href=base + feed.path)
    for one in feed.entries:
        _entry(SubElement(root, "entry"), one, base)
    body: bytes = tostring(root, encoding="utf-8", xml_declaration=True)
    return body


def _entry(entry: Element, one: Entry, base: str) -> None:
    SubElement(entry, "id").text = one.urn
    SubElement(entry, "title").text = _plain(one.title)
    SubElement(entry, "updated").text = rows.written(one.at)
    SubElement(entry, "published").text = rows.written(one.first)
    SubElement(entry, "link", rel="alternate", href=base + one.path)
    if address := outside(one.outside):
        SubElement(entry, "link", rel="via", href=_plain(address))
    SubElement(entry, "summary").text = _plain(one.summary)
    author = SubElement(entry, "author")
    SubElement(author, "name").text = _plain(one.author or "溯源")


def _plain(words: str) -> str:
    """Without the control characters that XML cannot hold."""
    return "".join(
        each
        for each in words
        if (each >= " " or each == "\n") and not "\ud800" <= each <= "\udfff" and each not in "\ufffe\uffff"
    )
