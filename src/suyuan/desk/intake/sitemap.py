"""Sitemaps: plain, of news, and indexes of others → addresses with what is said of them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from suyuan.desk.intake import xml
from suyuan.desk.intake.addresses import joined
from suyuan.desk.intake.moments import moment

MOST = 50_000  # addresses of one sitemap, as its standard has it

_ROOTS = re.compile(rb"<(?:\w+:)?(?:urlset|sitemapindex)[\s>]", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Row:
    """One address of a sitemap: a page, or (`is_map`) another sitemap; when it changed, and its title in a sitemap of news."""

    url: str
    changed: datetime | None
    title: str
    is_map: bool


def is_sitemap(body: bytes) -> bool:
    """Whether an answer (unpacked) is a sitemap: by its root."""
    return _ROOTS.search(body[:4096].replace(b"\0", b"")) is not None


def read(body: bytes, url: str, now: datetime) -> Iterator[Row]:
    """The addresses in a sitemap fetched from `url`; UnreadableInput where it is made to harm."""
    count = 0
    for element in xml.elements(xml.safe(body)):
        label, parent = xml.name(element), element.getparent()
        if label not in ("url", "sitemap") or parent is None or xml.name(parent) not in ("urlset", "sitemapindex"):
            continue
        found = {xml.name(one): xml.words(one) for one in element.iter() if isinstance(one.tag, str) and not len(one)}
        where = joined(url, found.get("loc"))
        if where:
            changed, _ = moment(found.get("publication_date") or found.get("lastmod") or "", now)
            yield Row(where, changed, found.get("title", ""), label == "sitemap")
            count += 1
        xml.let_go(element)
        if count >= MOST:
            return
