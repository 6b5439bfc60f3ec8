"""Which lines of a page are its article."""

from __future__ import annotations

import re

from suyuan.articles.walk import Sheet
from suyuan.articles.wording import kind_of

_STOP = re.compile(r"[。！？；，、.!?,;:：…]")
_AWAY = re.compile(r"comment|footer|foot-|copyright|related|recommend|relate|sidebar|side-|hotnews|rank|share|login|newsletter|promo|advert|nav|menu|breadcrumb|tags?\b|keyword|popup|modal|cookie|disclaimer|toolbar|widget|subscribe|author-?(?:bio|box|info)|reply|pinglun")
_TAGS_AWAY = frozenset(("nav", "footer", "aside", "form", "header"))
MAJORITY = 0.6  # of its parent's prose: below it the parent is the container


def prose(sheet: Sheet) -> list[float]:
    """For each line how much running text it holds."""
    amounts = []
    for line in sheet.lines:
        plain = len(line.text) - line.linked
        marks = len(_STOP.findall(line.text))
        amounts.append(float(plain) if plain > 20 and marks and line.linked < plain else 0.0)
    return amounts


def container(sheet: Sheet) -> int:
    """The box that holds most of the page's running text, and little else."""
    amounts = prose(sheet)
    away = _away(sheet)
    own = [0.0] * len(sheet.boxes)
    for line, amount in zip(sheet.lines, amounts, strict=True):
        if not away[line.box]:
            own[line.box] += amount
    total = own[:]
    children: list[list[int]] = [[] for _ in sheet.boxes]
    for box in range(len(sheet.boxes) - 1, 0, -1):
        parent = sheet.boxes[box].parent
        total[parent] += total[box]
        children[parent].append(box)
    here = 0
    while children[here]:
        best = max(children[here], key=lambda box: total[box])
        if total[best] < MAJORITY * total[here] or sheet.boxes[best].tag in ("p", "li", "td"):
            break
        here = best
    return here


def _away(sheet: Sheet) -> list[bool]:
    away: list[bool] = []
    for box in sheet.boxes:
        outside = box.parent >= 0 and away[box.parent]
        away.append(outside or box.hidden or box.tag in _TAGS_AWAY or bool(box.depth > 2 and _AWAY.search(box.names)))
    return away


def choose(sheet: Sheet) -> list[int]:
    """The lines of the article, all kinds, in order."""
    if not sheet.lines:
        return []
    away = _away(sheet)
    box = sheet.boxes[container(sheet)]
    kept = []
    for place in range(box.first, box.last):
        line = sheet.lines[place]
        if away[line.box] and not away[container(sheet)]:
            continue
        if line.linked > 0.6 * len(line.text):
            continue
        kept.append(place)
    return kept


__all__ = ["choose", "container", "kind_of", "prose"]
