"""The title of an article: what stands over it, without the site's name and without 原创."""

from __future__ import annotations

import html
import re
from collections import Counter
from collections.abc import Sequence

from suyuan.articles.walk import Line
from suyuan.text import letters

_LABEL = re.compile(
    r"^(?:原创|原創|转载|轉載|首发|独家|置顶|推荐|热|精选|快讯)\s+(?=\S)|^\[(?:原创|转载|首发|独家)\]\s*"
)
_ORIGINAL = ("原创", "原創", "首发", "独家")
_COPIED = ("转载", "轉載")
# Marks between a title and the names of channel and site behind it; a hyphen counts with spaces, or between Chinese characters.
_SEPARATORS = re.compile(
    r"\s+[-–—|｜·•:«»]+\s+|\s*[_|｜丨]+\s*|\s*--+\s*|(?<=[\u4e00-\u9fff？！”》）])\s?[-–—]+\s?(?=[\u4e00-\u9fffA-Z])|\s+[-–—](?=[\u4e00-\u9fff])"
)
_SITE = re.compile(r"(?:网|网站|门户|新闻|频道|中心|在线|报|社|台|博客|论坛|\.com|\.cn|\.net|The Paper)$", re.I)
_SHORTEST = 4
_SHORTEST_DOCUMENT = 8
_SHORTEST_PART = 12
_FEW = 40


def label(title: str) -> tuple[str, bool | None]:
    """The title without a label before it, and whether the label says that it is original (None: it does not say)."""
    match = _LABEL.match(title)
    if not match:
        return title, None
    word = match.group().strip(" []")
    return title[match.end() :].strip(), True if word in _ORIGINAL else False if word in _COPIED else None


def pick(
    document: str, headings: Sequence[str], named: Sequence[str], *, headline_of_system: str, is_chinese: bool
) -> tuple[str, str]:
    """The title and the rule that found it.

    `document` is the <title>, `headings` lines set over the text, the surest first, `named` titles of metadata,
    `headline_of_system` that of JSON-LD. A Chinese page's headline is what its document title begins with; elsewhere
    the document's title is often written for search engines, and the publishing system's own headline is better
    (right on 96 of 111 pages of 40 countries, the first h1 on 98 of 124).
    """
    named = [html.unescape(name).strip() for name in named if name.strip()]
    plain = letters(document)
    headline = next((one for one in headings if len(part := letters(one)) >= _SHORTEST and _begins(plain, part)), "")
    if is_chinese:
        if headline:
            return headline, "heading"
    else:
        if headline_of_system:
            system = html.unescape(headline_of_system).strip()
            # Where <title> and JSON-LD say one thing and page and metadata another, the former is for search engines.
            shown = letters(headings[0]) if headings else ""
            if (
                shown
                and letters(system) in map(letters, (document, bare(document)))
                and letters(system) != shown
                and shown in map(letters, named)
            ):
                return headings[0], "heading, as metadata say"
            return _as_set(system, headings), "JSON-LD headline"
        offered = [one for one in (*headings[:1], *named, *map(bare, named), bare(document)) if one]
        votes = Counter(map(letters, offered))
        if offered:
            return _as_set(
                max(offered, key=lambda one: votes[letters(one)]), headings
            ), "what most of metadata, heading and document title say"
    if named:
        return bare(named[0]), "metadata"
    # A document title of a few characters is the channel's or the site's.
    if len(letters(bare(document))) >= _SHORTEST_DOCUMENT or (document and not headings):
        return bare(document), "document title"
    return (headings[0], "first heading") if headings else ("", "none")


def without_kicker(title: str, headings: Sequence[Line], named: str) -> str:
    """The title without its kicker, where the page sets one apart and metadata leave it out or say another.

    `headings` are headings over the text, `named` the title of metadata. Where both have the same kicker it is part of
    the title, as with German papers.
    """
    said = letters(named)
    for line in headings:
        parts = [run.text for run in line.runs if letters(run.text)]
        if len(parts) != 2 or len(letters(parts[1])) < _SHORTEST_PART:
            continue
        kicker, headline = map(letters, parts)
        if said == headline or (said.endswith(headline) and not said.startswith(kicker)):
            return " ".join(parts[1].split())
    return title


def _as_set(title: str, headings: Sequence[str]) -> str:
    """The title as the page sets it, where metadata add a kicker before it, or the site and words for search engines behind it."""
    plain = letters(title)
    for heading in headings[:_FEW]:
        part = letters(heading)
        if max(_SHORTEST_PART, 0.4 * len(plain)) <= len(part) < len(plain) and (
            plain.startswith(part) or plain.endswith(part)
        ):
            return heading
    return title


def _begins(document: str, heading: str) -> bool:
    # A title cut by “…” or joined from two lines still shares its beginning.
    return document.startswith(heading) and (len(heading) >= 8 or len(heading) >= 0.4 * len(document))


def bare(title: str) -> str:
    """A title without the names of channel and site behind it."""
    pieces = _SEPARATORS.split(title)
    if len(pieces) < 2:
        return title.strip()
    marks = [(match.start(), match.end()) for match in _SEPARATORS.finditer(title)]
    end = len(title)
    # From the back: a piece is the site's as long as what stands before it is longer, or it is named like a site.
    for place in range(len(marks) - 1, -1, -1):
        behind, before = title[marks[place][1] : end], title[: marks[place][0]]
        if len(before.strip()) >= max(_SHORTEST, 0.8 * len(behind)) or _SITE.search(behind.strip()):
            end = marks[place][0]
        else:
            break
    found = title[:end].strip()
    return found if len(found) >= _SHORTEST else max(pieces, key=len).strip()
