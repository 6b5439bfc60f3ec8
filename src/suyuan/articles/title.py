"""The title of an article: what stands over it, without the site's name and without 原创."""

from __future__ import annotations

import re
from collections.abc import Iterable

from rapidfuzz import fuzz

from suyuan.text import fold

_LABEL = re.compile(r"^(?:原创|转载|首发|独家|置顶|推荐|热|精选)\s+(?=\S)")
_SUFFIX = re.compile(r"\s*[-_|｜–—丨·«»:：]+\s*")
_SEPARATORS = re.compile(r"(?:\s+[-–—|｜·:«»•]\s*|[_|｜丨]|--+|(?<=[\u4e00-\u9fff？！”])[-–—]+(?=[\u4e00-\u9fffA-Z]))")


def label(title: str) -> tuple[str, bool | None]:
    """The title without a label before it, and whether the label says that it is original."""
    match = _LABEL.match(title)
    if not match:
        return title, None
    word = match.group().strip()
    return title[match.end() :].strip(), True if word == "原创" else False if word == "转载" else None


def pick(document: str, headings: Iterable[str], named: Iterable[str]) -> tuple[str, str]:
    """The title and the rule that found it: a heading that the document's title begins with, else what metadata names.

    `document` is the <title>, `headings` the lines set as headings, first ones first, `named` titles from metadata.
    """
    headings = [heading for heading in headings if heading]
    named = [name for name in named if name]
    for heading in headings:
        if len(fold(heading)) > 3 and _same(heading, document, named):
            return heading, "heading"
    if named:
        best = named[0]
        return bare(best, document), "metadata"
    if document:
        return bare(document, document), "document title"
    return (headings[0], "first heading") if headings else ("", "none")


def _same(heading: str, document: str, named: list[str]) -> bool:
    plain = _letters(heading)
    if not plain:
        return False
    whole = _letters(document)
    if whole.startswith(plain) and len(plain) >= 6:
        return True
    return any(fuzz.ratio(plain, _letters(one)) > 85 for one in (bare(document, document), *named) if one)


def bare(title: str, document: str) -> str:
    """A title without the names of channel and site behind it."""
    parts = _SEPARATORS.split(title)
    if len(parts) < 2:
        return title
    first = parts[0].strip()
    # The longest part is the title; what stands behind it is the site's.
    best = max(range(len(parts)), key=lambda place: len(parts[place]))
    if best == 0 or len(first) >= 8:
        return first
    return title[: title.find(parts[best]) + len(parts[best])].strip() if best == 1 else parts[best].strip()


def _letters(text: str) -> str:
    return re.sub(r"[\W_]+", "", fold(text))
