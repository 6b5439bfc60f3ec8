"""What the block model looks at: one row of numbers per line of a page, the same for every language."""

from __future__ import annotations

import re
import struct
from collections.abc import Sequence
from functools import lru_cache

import numpy as np
import numpy.typing as npt

from suyuan.articles import lists
from suyuan.articles.walk import Line, Sheet
from suyuan.articles.wording import kind_of
from suyuan.records import BlockKind

Numbers = npt.NDArray[np.float32]

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
_TAG_BIT = {tag: 1 << place for place, tag in enumerate(_TAGS)} | {"h5": 1 << _TAGS.index("h4"), "h6": 1 << _TAGS.index("h4"), "th": 1 << _TAGS.index("td"), "tr": 1 << _TAGS.index("td"), "dd": 1 << _TAGS.index("li"), "dt": 1 << _TAGS.index("h4")}  # fmt: skip
_KINDS = (BlockKind.EDITOR, BlockKind.NOTICE, BlockKind.CAPTION, BlockKind.BYLINE)
_END = '。！？!?.…”」』"’;；'
_DIGIT = re.compile(r"\d")
_DATE = re.compile(r"(?:19|20)\d\d[-/.年]\s?\d|\d{1,2}:\d\d|小时前|分钟前|\d\. [A-Z][a-zé]+ 20\d\d")
_CALL = re.compile(r"subscri|sign up|newsletter|read more|read also|lire aussi|lesen sie|mehr zum|related|click here|follow us|©|copyright|all rights|cookie|log in|advertis|download|facebook|twitter|whatsapp|leer más|leggi anche|también|photo:|foto:|credit|getty|reuters/|ap photo", re.I)  # fmt: skip
_LATIN = re.compile(r"[A-Za-z©]")  # in every word of _CALL
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


def features(sheet: Sheet, size: Numbers, container: int, amounts: Sequence[float], heading: int) -> Numbers:
    """A row per line. `size` is the length of each line, `container` is the densest box, `amounts` the running text per line, `heading` the title's line or -1."""
    lines, boxes = sheet.lines, sheet.boxes
    called, tags, hidden = _boxes(sheet)
    count = len(lines)
    box = np.fromiter((line.box for line in lines), np.int64, count)
    length = np.fromiter((len(line.text) for line in lines), np.float32, count)
    linked = np.fromiter((line.linked for line in lines), np.float32, count) / length
    amount = np.fromiter(amounts, np.float32, count)
    own = np.frombuffer(b"".join([_own(line) for line in lines]), np.float32).reshape(count, _OWN)
    parent = np.fromiter((one.parent for one in boxes), np.int64, len(boxes))
    parent = np.maximum(parent, 0)
    depth = np.fromiter((one.depth for one in boxes), np.float32, len(boxes))
    totals = _totals(sheet, size, linked, amount)
    page_prose = max(1.0, float(amount.sum()))
    inside, distance = _inside(sheet, container)
    here = boxes[container]
    place = np.arange(count, dtype=np.float32)
    before = np.concatenate([[0.0], np.cumsum(amount)[:-1]]).astype(np.float32) / page_prose
    signature = _signatures(sheet, amount)
    up, upper = parent[box], parent[parent[box]]
    near = _near(size, linked, amount, own)
    images = np.zeros(count + 2, np.float32)
    for image in sheet.images:
        images[min(image.line, count)] += 1
    columns = [
        np.log1p(size)[:, None], linked[:, None],
        (np.fromiter((line.bold for line in lines), np.float32, count) / length)[:, None],
        np.fromiter((line.links for line in lines), np.float32, count)[:, None],
        own,
        _bits(tags[0][box], len(_TAGS)), _bits(tags[1][box], len(_TAGS)),
        _bits(called[0][box], len(CALLED)), _bits(called[0][up], len(CALLED)), _bits(called[0][upper], len(CALLED)), _bits(called[1][box], len(CALLED)),
        hidden[box][:, None].astype(np.float32), depth[box][:, None],
        (place / max(1, count))[:, None],
        (place - heading)[:, None] if heading >= 0 else np.full((count, 1), NO_HEADING, np.float32),
        np.log1p(totals[box]), np.log1p(totals[up]), np.log1p(totals[upper]),
        inside[box][:, None], distance[box][:, None],
        np.full((count, 1), totals[container, 2] / page_prose, np.float32),
        ((place - here.first) / max(1, here.last - here.first))[:, None],
        before[:, None], (1 - before - amount / page_prose)[:, None],
        signature[:, None] / page_prose,
        near,
        images[:count, None], images[1 : count + 1, None],
        _passed(sheet, here.first, own),
    ]  # fmt: skip
    return np.concatenate(columns, axis=1, dtype=np.float32)


def _own(line: Line) -> bytes:
    """What the words of a line tell alone, as packed numbers."""
    length = len(line.text)
    # A line that is one link (a menu, a row of a list) says nothing of itself.
    is_row = line.linked == length and length < 40 and line.links == 1
    return _short(line.text, is_row) if length < 40 else _looks(line.text, is_row)


@lru_cache(maxsize=16_384)  # a portal's menus are the same on every page
def _short(text: str, is_row: bool) -> bytes:
    return _looks(text, is_row)


def _looks(text: str, is_row: bool) -> bytes:
    length = len(text)
    last, first = text[-1], text[0]
    stops = text.count("。") + text.count("！") + text.count("？") + text.count(". ") + (last in ".!?")
    commas = text.count("，") + text.count(",") + text.count("、")
    looks = (
        stops, commas, last in _END, last in ":：",
        len(_DIGIT.findall(text)) / length if length < 200 else 0.0, length < 120 and text.isupper(),
        first.islower(), first in "“\"«„-–—•「【（(▲*#",
    )  # fmt: skip
    if is_row:
        return _PACK(*looks, 0, 0, 0, 0, 0, 0, lists.heading(text) is not None, 0)
    kind = kind_of(text)
    return _PACK(
        *looks, kind is _KINDS[0], kind is _KINDS[1], kind is _KINDS[2], kind is _KINDS[3],
        length < 120 and _DATE.search(text) is not None,
        # Most Chinese lines hold no Latin letter, and are spared the long search.
        length < 250 and _LATIN.search(text) is not None and _CALL.search(text) is not None,
        lists.heading(text) is not None, "|" in text or "｜" in text,
    )  # fmt: skip


def _boxes(
    sheet: Sheet,
) -> tuple[tuple[npt.NDArray[np.int64], ...], tuple[npt.NDArray[np.int64], ...], npt.NDArray[np.bool_]]:
    """For each box: what it is called and its tag, alone and with everything it stands in."""
    # Names and tags of a box in one number, since what it stands in is handed down box by box.
    own = [(_named(box.names) if box.names else 0) | (_TAG_BIT.get(box.tag, 0) << len(CALLED)) for box in sheet.boxes]
    handed: list[int] = []
    for box, bits in zip(sheet.boxes, own, strict=True):
        # What the body of the page is called says nothing of its parts.
        handed.append(handed[box.parent] | bits if box.parent >= 0 else bits >> len(CALLED) << len(CALLED))
    both = np.array([own, handed], np.int64)
    called, tags = both & ((1 << len(CALLED)) - 1), both >> len(CALLED)
    return (called[0], called[1]), (tags[0], tags[1]), np.array([box.hidden for box in sheet.boxes], np.bool_)


@lru_cache(maxsize=8192)
def _named(names: str) -> int:
    bits = 0
    for match in _CALLED.finditer(names):
        bits |= _BIT[match.lastgroup or ""]
    return bits


def _bits(values: npt.NDArray[np.int64], width: int) -> Numbers:
    return ((values[:, None] >> np.arange(width)) & 1).astype(np.float32)


def _totals(sheet: Sheet, size: Numbers, linked: Numbers, amount: Numbers) -> Numbers:
    """For each box: its text, its linked text, its running text, its lines."""
    sums = np.zeros((len(sheet.lines) + 1, 4), np.float64)
    np.cumsum(np.stack([size, size * linked, amount, np.ones_like(size)], axis=1), axis=0, out=sums[1:])
    first = np.fromiter((box.first for box in sheet.boxes), np.int64, len(sheet.boxes))
    last = np.fromiter((box.last for box in sheet.boxes), np.int64, len(sheet.boxes))
    return (sums[last] - sums[first]).astype(np.float32)


def _inside(sheet: Sheet, container: int) -> tuple[Numbers, Numbers]:
    """For each box: whether it stands in the container, and how many levels below it."""
    inside = np.zeros(len(sheet.boxes), np.float32)
    distance = np.full(len(sheet.boxes), -1, np.float32)
    for place, box in enumerate(sheet.boxes):
        if place == container:
            inside[place], distance[place] = 1, 0
        elif place and inside[box.parent]:
            inside[place], distance[place] = 1, distance[box.parent] + 1
    return inside, distance


def _signatures(sheet: Sheet, amount: Numbers) -> Numbers:
    """For each line: how much of the page's running text stands in boxes of the same tag and names."""
    of: dict[tuple[str, str, int], float] = {}
    keys = []
    for line, prose in zip(sheet.lines, amount.tolist(), strict=True):
        box = sheet.boxes[line.box]
        key = (box.tag, box.names, box.parent)
        keys.append(key)
        of[key] = of.get(key, 0.0) + prose
    return np.array([of[key] for key in keys], np.float32)


def _near(size: Numbers, linked: Numbers, amount: Numbers, own: Numbers) -> Numbers:
    """The lines around: alone and in windows."""
    count = len(size)
    columns = []
    base = np.stack([np.log1p(size), linked, np.log1p(amount), own[:, 2], own[:, 8:12].max(axis=1)], axis=1)
    padded = np.pad(base, ((3, 3), (0, 0)), constant_values=-1)
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


def _passed(sheet: Sheet, first: int, own: Numbers) -> Numbers:
    """How many editor lines, notices and list headings stand between the container's start and the line."""
    marks = own[:, [8, 9, 14]].copy()
    marks[:first] = 0
    before: Numbers = np.minimum(np.cumsum(marks, axis=0) - marks, 9).astype(np.float32)
    return before
