"""Outlines: the subscriptions of a list in OPML, and how such a list is written for other readers."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from lxml import etree


@dataclass(frozen=True, slots=True)
class Outline:
    """One subscription of a list: its feed, its title, and the folder it lies in (levels joined by “/”)."""

    url: str
    title: str
    folder: str


def write(outlines: Iterable[Outline], title: str) -> bytes:
    """A list for other readers."""
    root = etree.Element("opml", version="2.0")
    etree.SubElement(etree.SubElement(root, "head"), "title").text = title
    body = etree.SubElement(root, "body")
    folders: dict[str, etree._Element] = {"": body}
    for one in sorted(outlines, key=lambda one: (one.folder, one.title, one.url)):
        etree.SubElement(
            _within(one.folder, folders), "outline", type="rss", text=one.title or one.url, title=one.title or one.url,
            xmlUrl=one.url,
        )  # fmt: skip
    written: bytes = etree.tostring(root, encoding="utf-8", xml_declaration=True, pretty_print=True)
    return written


def _within(folder: str, folders: dict[str, etree._Element]) -> etree._Element:
    if folder not in folders:
        above, _, name = folder.rpartition("/")
        folders[folder] = etree.SubElement(_within(above, folders), "outline", text=name, title=name)
    return folders[folder]
