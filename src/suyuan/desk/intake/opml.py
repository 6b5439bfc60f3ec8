"""OPML: lists of subscriptions from other readers. Folders are kept."""

from __future__ import annotations

import re

from lxml import etree

from suyuan.articles.decode import decode
from suyuan.desk.errors import UnreadableInput
from suyuan.desk.intake import xml
from suyuan.desk.intake.addresses import joined
from suyuan.desk.outlines import Outline

MOST = 10_000  # subscriptions of one list
LARGEST = 8 * 1024 * 1024

_OPML = re.compile(r"<(?:\w+:)?(?:opml|outline)\b", re.IGNORECASE)


def read(body: bytes) -> tuple[Outline, ...]:
    """The subscriptions of a list, each once; UnreadableInput where it is none, too large, or made to harm."""
    if len(body) > LARGEST:
        raise UnreadableInput(f"The list is larger than {LARGEST // 1024 // 1024} MB.")
    if not _OPML.search(decode(body)[0]):  # before it is looked at as XML, which it may not be
        raise UnreadableInput("The file is no OPML list.")
    found: dict[str, Outline] = {}
    for element in xml.elements(xml.safe(body)):
        if xml.name(element) != "outline":
            continue
        attributes = {name.lower(): value for name, value in element.attrib.items()}
        if url := joined("", attributes.get("xmlurl")):
            title = attributes.get("title") or attributes.get("text") or ""
            found.setdefault(url, Outline(url, title.strip()[:200], _folder(element)))
        if len(found) > MOST:
            raise UnreadableInput(f"The list holds more than {MOST} subscriptions.")
    return tuple(found.values())


def _folder(element: etree._Element) -> str:
    """The names of the outlines around one, outermost first; a slash within a name is not a level."""
    above = [one for one in element.iterancestors() if xml.name(one) == "outline"]
    names = [(one.get("text") or one.get("title") or "").strip().replace("/", "／") for one in reversed(above)]
    return "/".join(name for name in names if name)[:200]
