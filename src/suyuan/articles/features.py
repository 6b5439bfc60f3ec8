"""What the block model looks at: one row of numbers per line of a page, the same for every language."""

from __future__ import annotations

import re
import struct
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import numpy.typing as npt

from suyuan.articles import lists
from suyuan.articles.walk import Line, Sheet
from suyuan.articles.wording import kind_of
from suyuan.records import BlockKind

Numbers = npt.NDArray[np.float32]
Places = npt.NDArray[np.int64]

# What the author of a page calls its parts (class, id, role), by what the part is.
_CALLED = re.compile(
    r"(?P<body>article|content|body|text|story|post\b|post[-_]|entry|detail|zhengwen|neirong|main|paragraph|prose|rich|cont\b)"
    r"|(?P<away>comment|pinglun|reply|disqus|feedback|foot|copyright|banner|popup|modal|cookie|consent|paywall|piano|login|regist|signup|subscri|newsletter)"
    r"|(?P<list>relat|recommend|tuijian|xiangguan|more|hot|rank|popular|trending|most|latest|teaser|list|card|promo|next|read-?also|outbrain|taboola|sidebar|aside|side\b|right|widget)"
    r"|(?P<tool>share|social|tool|nav|menu|crumb|button|btn|print|icon|toggle|player|video|gallery|slide|swiper|tab\b|tabs|search|weixin|qrcode|ewm|erweima)"
    r"|(?P<ad>advert|\bads?\b|ad-|-ad\b|ad_|_ad\b|sponsor|gg\b|guanggao|commercial)"
    r"|(?P<credit>author|byline|editor|source|laiyuan|info|meta|time|date|pub|credit|copyright|zebian|bianji)"
    r"|(?P<caption>caption|figure|legend|photo|image|pic\b|img|media|tushuo)"
    r"|(?P<title>title|head|headline|biaoti)"
    r"|(?P<lead>summary|lead|intro|abstract|zhaiyao|daodu|standfirst|teaser-?text|subtitle|deck|dek|subhead|excerpt|description)"
    r"|(?P<tags>tags?\b|keyword|topic|category|label)"
)
CALLED = tuple(_CALLED.groupindex)
_BIT = {name: 1 << place for place, name in enumerate(CALLED)}
_TAGS = ("article", "main", "header", "footer", "nav", "aside", "figure", "form", "ul", "ol", "li", "table", "blockquote", "section", "dl", "p", "h1", "h2", "h3", "h4", "figcaption", "pre", "td", "div")  # fmt: skip
_ALIKE = {"h5": "h4", "h6": "h4", "dt": "h4", "th": "td", "tr": "td", "dd": "li"}
# A box in one number: bits of its names, then of its tag.
_TAG_BIT = {tag: 1 << len(CALLED) + place for place, tag in enumerate(_TAGS)}
_TAG_BIT |= {tag: _TAG_BIT[other] for tag, other in _ALIKE.items()}
_TAGGED = -1 << len(CALLED)
_KINDS = (BlockKind.EDITOR, BlockKind.NOTICE, BlockKind.CAPTION, BlockKind.BYLINE)
_END = '。！？!?.…”」』"’;；'
_DIGIT = re.compile(r"\d")
_DATE = re.compile(r"(?:19|20)\d\d[-/.年]\s?\d|\d{1,2}:\d\d|小时前|分钟前|\d\. [A-Z][a-zé]+ 20\d\d")
# In small letters, since a search that ignores case tries every word at every letter.
_CALL = re.compile(r"subscri|sign up|newsletter|read more|read also|lire aussi|lesen sie|mehr zum|related|click here|follow us|©|copyright|all rights|cookie|log in|advertis|download|facebook|twitter|whatsapp|leer más|leggi anche|también|photo:|foto:|credit|getty|reuters/|ap photo")  # fmt: skip
_OWN = 16  # numbers that a line's own words give
_PACK = struct.Struct(f"{_OWN}f").pack
_NEIGHBOURS = (-3, -2, -1, 1, 2, 3)
NO_HEADING = -999.0


def size_of(text: str) -> float:
    """The length of a text in characters of Chinese: a word of other scripts counts about two."""
    if text.isascii():
        return len(text) / 2.5
    wide = (len(text.encode("utf-8", "replace")) - len(text)) / 2  # a Chinese character is three bytes
    return wide + (len(text) - wide) / 2.5


@dataclass(frozen=True, slots=True)
class Layout:
    """What is known of all lines of a page before a line is looked at."""

    size: Numbers  # the length of each line
    amounts: Sequence[float]  # how much running text each holds
    container: int  # the box with most of it
    heading: int  # the line of the title, or -1


def features(sheet: Sheet, layout: Layout, at: Places) -> Numbers:
    """A row for each of the lines that are asked for (`at`, in order)."""
    lines, boxes = sheet.lines, sheet.boxes
    count, size = len(lines), layout.size
    asked = [lines[place] for place in at.tolist()]
    linked = np.fromiter([line.linked / len(line.text) for line in lines], np.float32, count)
    amount = np.array(layout.amounts, np.float32)
    own = np.zeros((count, _OWN), np.float32)
    own[at] = np.frombuffer(b"".join([_own(line) for line in asked]), np.float32).reshape(len(asked), _OWN)
    box = [line.box for line in asked]
    up = [max(boxes[place].parent, 0) for place in box]
    upper = [max(boxes[place].parent, 0) for place in up]
    totals = _totals(sheet, size, linked, amount)
    page_prose = max(1.0, float(amount.sum()))
    here = boxes[layout.container]
    in_here = _held(sheet, totals, [layout.container])[0, 2] / page_prose
    place = at.astype(np.float32)
    before = np.concatenate([[0.0], np.cumsum(amount)]).astype(np.float32)[at] / page_prose
    images = np.bincount([min(image.line, count) for image in sheet.images], minlength=count + 2).astype(np.float32)
    columns = [
        np.log1p(size[at]), linked[at],
        np.fromiter([line.bold / len(line.text) for line in asked], np.float32, len(at)),
        np.fromiter([line.links for line in asked], np.float32, len(at)),
        own[at],
        _names_and_tags(sheet, box, up, upper),
        np.fromiter([boxes[one].hidden for one in box], np.float32, len(at)),
        np.fromiter([boxes[one].depth for one in box], np.float32, len(at)),
        place / max(1, count),
        place - layout.heading if layout.heading >= 0 else np.full(len(at), NO_HEADING, np.float32),
        np.log1p(_held(sheet, totals, box)), np.log1p(_held(sheet, totals, up)), np.log1p(_held(sheet, totals, upper)),
        _inside(sheet, layout.container, box),
        np.full(len(at), in_here, np.float32),
        (place - here.first) / max(1, here.last - here.first),
        before, 1 - before - amount[at] / page_prose,
        _signatures(sheet, layout.amounts, box) / page_prose,
        _near(size, linked, amount, own)[at],
        images[at], images[at + 1],
        _passed(here.first, own)[at],
    ]  # fmt: skip
    return np.concatenate([one if one.ndim == 2 else one[:, None] for one in columns], axis=1, dtype=np.float32)


def _own(line: Line) -> bytes:
    """What the words of a line tell alone, as packed numbers."""
    length = len(line.text)
    # A short line that is mostly links (a menu, a row of a list) says nothing of itself.
    is_row = length < 40 and line.linked >= 0.5 * length
    return _short(line.text, is_row) if length < 40 else _looks(line.text, is_row)


@lru_cache(maxsize=16_384)  # a portal's menus are the same on every page
def _short(text: str, is_row: bool) -> bytes:
    return _looks(text, is_row)


def _looks(text: str, is_row: bool) -> bytes:
    length = len(text)
    last, first = text[-1], text[0]
    stops = text.count("。") + text.count("！") + text.count("？") + text.count(". ") + (last in ".!?")
    commas = text.count("，") + text.count(",") + text.count("、")
    digits = len(_DIGIT.findall(text)) if length < 200 else 0
    looks = (
        stops, commas, last in _END, last in ":：",
        digits / length, length < 120 and text.isupper(),
        first.islower(), first in "“\"«„-–—•「【（(▲*#",
    )  # fmt: skip
    if is_row:
        return _PACK(*looks, 0, 0, 0, 0, 0, 0, lists.heading(text) is not None, 0)
    kind = kind_of(text)
    return _PACK(
        *looks, kind is _KINDS[0], kind is _KINDS[1], kind is _KINDS[2], kind is _KINDS[3],
        length < 120 and (digits > 0 or "前" in text) and _DATE.search(text) is not None,
        length < 250 and _CALL.search(text.lower()) is not None,
        lists.heading(text) is not None, "|" in text or "｜" in text,
    )  # fmt: skip


def _names_and_tags(sheet: Sheet, box: Sequence[int], up: Sequence[int], upper: Sequence[int]) -> npt.NDArray[np.uint8]:
    """For each line: tag and names of its box, alone and with everything it stands in, and names of the boxes around."""
    # Names and tags of a box in one number, since what it stands in is handed down box by box.
    alone: dict[int, int] = {}
    around: dict[int, int] = {-1: 0}
    for place in box:
        path = []
        while place not in around:
            path.append(place)
            place = sheet.boxes[place].parent
        bits = around[place]
        for inner in reversed(path):
            one = sheet.boxes[inner]
            alone[inner] = tag = _TAG_BIT.get(one.tag, 0)
            if one.names:
                alone[inner] |= _named(one.names)
            # What the body of the page is called says nothing of its parts.
            bits |= alone[inner] if inner else tag
            around[inner] = bits
    numbers = np.array(
        [(alone[one], around[one], alone[outer], alone[outermost]) for one, outer, outermost in zip(box, up, upper, strict=True)], np.int64
    )  # fmt: skip
    bits_of = np.unpackbits(numbers.view(np.uint8), axis=1, bitorder="little").reshape(len(box), 4, 64)
    names, tags = slice(0, len(CALLED)), slice(len(CALLED), len(CALLED) + len(_TAGS))
    columns = (
        bits_of[:, 0, tags],
        bits_of[:, 1, tags],
        bits_of[:, 0, names],
        bits_of[:, 2, names],
        bits_of[:, 3, names],
        bits_of[:, 1, names],
    )
    return np.concatenate(columns, axis=1)


@lru_cache(maxsize=8192)
def _named(names: str) -> int:
    bits = 0
    for match in _CALLED.finditer(names):
        bits |= _BIT[match.lastgroup or ""]
    return bits


def _totals(sheet: Sheet, size: Numbers, linked: Numbers, amount: Numbers) -> npt.NDArray[np.float64]:
    """Up to each line: text, linked text, running text, lines."""
    sums = np.zeros((len(sheet.lines) + 1, 4), np.float64)
    np.cumsum(np.stack([size, size * linked, amount, np.ones_like(size)], axis=1), axis=0, out=sums[1:])
    return sums


def _held(sheet: Sheet, totals: npt.NDArray[np.float64], places: Sequence[int]) -> Numbers:
    """What each of these boxes holds of what `totals` sums."""
    first = [sheet.boxes[place].first for place in places]
    last = [sheet.boxes[place].last for place in places]
    return (totals[last] - totals[first]).astype(np.float32)


def _inside(sheet: Sheet, container: int, box: Sequence[int]) -> Numbers:
    """For each line: whether it stands in the container, and how many levels below it (-1 where it does not)."""
    depth = sheet.boxes[container].depth
    # Boxes are in the order in which they begin, so those within one follow it.
    end = next(
        (place for place in range(container + 1, len(sheet.boxes)) if sheet.boxes[place].depth <= depth), len(sheet.boxes)
    )  # fmt: skip
    return np.array(
        [(1, sheet.boxes[place].depth - depth) if container <= place < end else (0, -1) for place in box], np.float32
    )


def _signatures(sheet: Sheet, amounts: Sequence[float], box: Sequence[int]) -> Numbers:
    """For each line: how much of the page's running text stands in boxes of the same tag and names."""
    of: dict[tuple[int, str, str], float] = {}
    for line, prose in zip(sheet.lines, amounts, strict=True):
        if prose:
            key = _signature(sheet, line.box)
            of[key] = of.get(key, 0.0) + prose
    return np.array([of.get(_signature(sheet, place), 0.0) for place in box], np.float32)


def _signature(sheet: Sheet, place: int) -> tuple[int, str, str]:
    box = sheet.boxes[place]
    return box.parent, box.tag, box.names


def _near(size: Numbers, linked: Numbers, amount: Numbers, own: Numbers) -> Numbers:
    """The lines around: alone and in windows."""
    count = len(size)
    columns = []
    padded = np.full((count + 6, 5), -1, np.float32)
    padded[3:-3] = np.stack([np.log1p(size), linked, np.log1p(amount), own[:, 2], own[:, 8:12].max(axis=1)], axis=1)
    for step in _NEIGHBOURS:
        columns.append(padded[3 + step : 3 + step + count])
    sums = np.concatenate([np.zeros((1, 3)), np.cumsum(np.stack([size, size * linked, amount], axis=1), axis=0)])
    index = np.arange(count)
    for width in (4, 10):
        back = sums[index] - sums[np.maximum(0, index - width)]
        ahead = sums[np.minimum(count, index + 1 + width)] - sums[index + 1]
        columns.extend([np.log1p(back), np.log1p(ahead)])
    # How many lines ago running text stood, and in how many it will.
    marks = amount > 0
    last = np.maximum.accumulate(np.where(marks, index, -999))
    coming = np.minimum.accumulate(np.where(marks, index, 9999)[::-1])[::-1]
    columns.append(np.stack([np.minimum(index - last, 50), np.minimum(coming - index, 50)], axis=1))
    return np.concatenate(columns, axis=1, dtype=np.float32)


def _passed(first: int, own: Numbers) -> Numbers:
    """How many editor lines, notices and list headings stand between the container's start and the line."""
    marks = own[:, [8, 9, 14]].copy()
    marks[:first] = 0
    before: Numbers = np.minimum(np.cumsum(marks, axis=0) - marks, 9).astype(np.float32)
    return before
