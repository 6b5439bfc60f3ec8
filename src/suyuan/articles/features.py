"""What the block model looks at: one row of numbers per line of a page, the same for every language."""

from __future__ import annotations

import re
import struct
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

import numpy as np
import numpy.typing as npt

from suyuan.articles import lists
from suyuan.articles.walk import Box, Line, Sheet
from suyuan.articles.wording import kind_of
from suyuan.records import BlockKind

Numbers = npt.NDArray[np.float32]
Places = npt.NDArray[np.int64]

# What the author of a page calls its parts (class, id, role), by what the part is; where two words begin alike the first counts.
_WORDS = {
    "body": r"article|content|body|text|story|post\b|post[-_]|entry|detail|zhengwen|neirong|main|paragraph|prose|rich|cont\b",
    "away": r"comment|pinglun|reply|disqus|feedback|foot|copyright|banner|popup|modal|cookie|consent|paywall|piano|login|regist|signup|subscri|newsletter",
    "list": r"relat|recommend|tuijian|xiangguan|more|hot|rank|popular|trending|most|latest|teaser|list|card|promo|next|read-?also|outbrain|taboola|sidebar|aside|side\b|right|widget",
    "tool": r"share|social|tool|nav|menu|crumb|button|btn|print|icon|toggle|player|video|gallery|slide|swiper|tab\b|tabs|search|weixin|qrcode|ewm|erweima",
    "ad": r"advert|\bads?\b|ad-|-ad\b|ad_|_ad\b|sponsor|gg\b|guanggao|commercial",
    "credit": r"author|byline|editor|source|laiyuan|info|meta|time|date|pub|credit|copyright|zebian|bianji",
    "caption": r"caption|figure|legend|photo|image|pic\b|img|media|tushuo",
    "title": r"title|head|headline|biaoti",
    "lead": r"summary|lead|intro|abstract|zhaiyao|daodu|standfirst|teaser-?text|subtitle|deck|dek|subhead|excerpt|description",
    "tags": r"tags?\b|keyword|topic|category|label",
}
CALLED = tuple(_WORDS)
_TAGS = ("article", "main", "header", "footer", "nav", "aside", "figure", "form", "ul", "ol", "li", "table", "blockquote", "section", "dl", "p", "h1", "h2", "h3", "h4", "figcaption", "pre", "td", "div")  # fmt: skip
_ALIKE = {"h5": "h4", "h6": "h4", "dt": "h4", "th": "td", "tr": "td", "dd": "li"}
# A box in one number: bits of its names, then of its tag.
_TAG_BIT = {tag: 1 << len(CALLED) + place for place, tag in enumerate(_TAGS)}
_TAG_BIT |= {tag: _TAG_BIT[other] for tag, other in _ALIKE.items()}
# Which of these bits are looked at, of a line's box, of the one around it, and of all it stands in.
_BITS_OF = (
    "body tool credit caption lead p td li h1 h2 div figcaption".split(),
    "body away ad credit caption lead".split(),
    "body away list tool ad credit caption title lead tags article main footer aside figure ul li p h1 h2 td table section blockquote figcaption".split(),
)  # fmt: skip
_SHOWN = np.array([
    64 * level + (CALLED + _TAGS).index(name) for level, names in enumerate(_BITS_OF) for name in names
])  # fmt: skip
_END = '。！？!?.…”」』"’;；'
_DIGIT = re.compile(r"\d")
# What stands before a mark is asked behind it: a search for characters that every alternative begins with is quick.
_DATE = re.compile(r"19\d\d[-/.年]\s?\d|20\d\d[-/.年]\s?\d|:(?<=\d:)\d\d|小时前|分钟前|\.(?<=\d\.) [A-Z][a-zé]+ 20\d\d")
# In small letters, since a search that ignores case tries every word at every letter.
_CALL = re.compile(r"subscri|sign up|newsletter|read more|read also|lire aussi|lesen sie|mehr zum|related|click here|follow us|©|copyright|all rights|cookie|log in|advertis|download|facebook|twitter|whatsapp|leer más|leggi anche|también|photo:|foto:|credit|getty|reuters/|ap photo")  # fmt: skip
_LATIN = re.compile("[a-zA-Z©]")  # a line without one calls for nothing, and need not be put in small letters
_OWN = 11  # numbers that a line's own words give
_OWN_SHOWN = 10  # the last, whether it heads a list, says little of the line and much of those below it
_PACK = struct.Struct(f"{_OWN}f").pack
_NEIGHBOURS = (-3, -2, -1, 1, 2, 3)
_WIDTHS = (4, 10)  # lines before and behind that are looked at together
NO_HEADING = -999.0


def size_of(text: str) -> float:
    """The length of a text in characters of Chinese: a word of other scripts counts about two."""
    if text.isascii():
        return len(text) / 2.5
    wide = (len(text.encode("utf-8", "replace")) - len(text)) / 2  # a Chinese character is three bytes
    return wide + (len(text) - wide) / 2.5


@dataclass(frozen=True, slots=True)
class Layout:
    """What is known of all lines and boxes of a page before a line is looked at."""

    size: Numbers  # the length of each line
    linked: Numbers  # which share of it is linked
    amounts: Numbers  # how much running text it holds
    first: Places  # where each box begins and ends, in lines
    last: Places
    container: int  # the box with most of the running text
    heading: int  # the line of the title, or -1


def features(sheet: Sheet, layout: Layout, at: Places) -> Numbers:
    """A row for each of the lines that are asked for (`at`, in order)."""
    lines, boxes, first, last = sheet.lines, sheet.boxes, layout.first, layout.last
    count = len(lines)
    asked = [lines[place] for place in at.tolist()]
    own = np.zeros((count, _OWN), np.float32)
    own[at] = np.frombuffer(b"".join([_own(line) for line in asked]), np.float32).reshape(len(asked), _OWN)
    box = [line.box for line in asked]
    up = _around(boxes, box)
    upper = _around(boxes, up)
    page_prose = max(1.0, float(layout.amounts.sum()))
    here = layout.container
    # Up to each line: text, linked text, running text, lines; so what a box or a stretch of lines holds is a difference.
    totals = np.zeros((4, count + 1), np.float64)
    weighed = np.array([layout.size, layout.size * layout.linked, layout.amounts, np.ones(count)])
    np.cumsum(weighed, axis=1, out=totals[:, 1:])
    around = np.array([box, up, upper])
    starts = np.array([*first[around], *(np.maximum(at - width, 0) for width in _WIDTHS), *(at + 1 for _ in _WIDTHS)])
    ends = np.array([*last[around], *(at for _ in _WIDTHS), *(np.minimum(at + 1 + width, count) for width in _WIDTHS)])
    depth = np.array([boxes[one].depth for one in box])
    place = at.astype(np.float32)
    before = totals[2, at] / page_prose
    images = np.bincount([min(image.line, count) for image in sheet.images], minlength=count + 2)
    columns = [
        layout.linked[at],
        np.fromiter([line.bold / len(line.text) for line in asked], np.float32),
        np.fromiter([line.links for line in asked], np.float32),
        np.fromiter([boxes[one].hidden for one in box], np.float32),
        depth,
        place / max(1, count),
        place - layout.heading if layout.heading >= 0 else np.full(len(at), NO_HEADING),
        *_inside(sheet, here, around[0], depth),
        np.full(len(at), (totals[2, last[here]] - totals[2, first[here]]) / page_prose),
        (place - first[here]) / max(1, last[here] - first[here]),
        before, 1 - before - layout.amounts[at] / page_prose,
        _signatures(sheet, layout.amounts, box) / page_prose,
        *_since(layout.amounts > 0, at),
        images[at], images[at + 1],
    ]  # fmt: skip
    groups = [
        np.array([np.log1p(layout.size[at]), *columns], np.float32).T,
        np.log1p(totals[:, ends] - totals[:, starts]).T.reshape(len(at), -1),
        own[at][:, :_OWN_SHOWN],
        _names_and_tags(sheet, box, up),
        _near(layout, at),
        _passed(int(first[here]), own)[at],
    ]
    return np.concatenate(groups, axis=1, dtype=np.float32)


def _around(boxes: Sequence[Box], places: Sequence[int]) -> list[int]:
    """The boxes around these; around the page's body is nothing but itself."""
    parents = [boxes[place].parent for place in places]
    return [parent if parent > 0 else 0 for parent in parents]


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
    last = text[-1]
    stops = text.count("。") + text.count("！") + text.count("？") + text.count(". ") + (last in ".!?")
    commas = text.count("，") + text.count(",") + text.count("、")
    digits = len(_DIGIT.findall(text)) if length < 200 else 0
    looks = stops, commas, last in _END, digits / length, text[0] in '“"«„-–—•「【（(▲*#'
    if is_row:
        return _PACK(*looks, 0, 0, 0, 0, 0, lists.heading(text) is not None)
    kind = kind_of(text)
    return _PACK(
        *looks,
        length < 120 and (digits > 0 or "前" in text) and _DATE.search(text) is not None,
        length < 250 and _LATIN.search(text) is not None and _CALL.search(text.lower()) is not None,
        "|" in text or "｜" in text,
        kind is BlockKind.EDITOR, kind is BlockKind.NOTICE,
        lists.heading(text) is not None,
    )  # fmt: skip


def _names_and_tags(sheet: Sheet, box: Sequence[int], up: Sequence[int]) -> npt.NDArray[np.uint8]:
    """For each line: tag and names of its box, alone and with everything it stands in, and names of the box around."""
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
        [(alone[one], alone[outer], around[one]) for one, outer in zip(box, up, strict=True)], np.int64
    ).view(np.uint8)  # fmt: skip
    return np.unpackbits(numbers, axis=1, bitorder="little")[:, _SHOWN]


@lru_cache(maxsize=8192)
def _named(names: str) -> int:
    bits = 0
    for word in _called().findall(names):
        bits |= _bit(word)
    return bits


@cache
def _called() -> re.Pattern[str]:
    """All words in one search, put together by what they begin with: one letter is looked at, not a hundred words."""
    rests: dict[str, list[str]] = defaultdict(list)
    for word in "|".join(_WORDS.values()).split("|"):
        plain = word.removeprefix(r"\b")
        rests[plain[0]].append(plain[1:] if word is plain else rf"(?<=\b{plain[0]}){plain[1:]}")
    return re.compile("|".join(f"{first}(?:{'|'.join(rest)})" for first, rest in rests.items()))


@cache
def _bit(word: str) -> int:
    return next(1 << place for place, words in enumerate(_WORDS.values()) if re.fullmatch(words, word))


def _inside(sheet: Sheet, container: int, box: Places, depth: Places) -> tuple[npt.NDArray[np.bool_], Places]:
    """For each line: whether it stands in the container, and how many levels below it (-1 where it does not)."""
    level = sheet.boxes[container].depth
    # Boxes are in the order in which they begin, so those within one follow it.
    end = next(
        (place for place in range(container + 1, len(sheet.boxes)) if sheet.boxes[place].depth <= level), len(sheet.boxes)
    )  # fmt: skip
    is_inside = (container <= box) & (box < end)
    return is_inside, np.where(is_inside, depth - level, -1)


def _signatures(sheet: Sheet, amounts: Numbers, box: Sequence[int]) -> Numbers:
    """For each line: how much of the page's running text stands in boxes of the same tag and names."""
    of: dict[tuple[int, str, str], float] = {}
    for place in np.flatnonzero(amounts).tolist():
        key = _signature(sheet, sheet.lines[place].box)
        of[key] = of.get(key, 0.0) + float(amounts[place])
    return np.array([of.get(_signature(sheet, place), 0.0) for place in box], np.float32)


def _signature(sheet: Sheet, place: int) -> tuple[int, str, str]:
    box = sheet.boxes[place]
    return box.parent, box.tag, box.names


def _since(marks: npt.NDArray[np.bool_], at: Places) -> tuple[Places, Places]:
    """How many lines ago running text stood, and in how many it will."""
    index = np.arange(len(marks))
    last = np.maximum.accumulate(np.where(marks, index, -999))
    coming = np.minimum.accumulate(np.where(marks, index, 9999)[::-1])[::-1]
    return np.minimum(at - last[at], 50), np.minimum(coming[at] - at, 50)


def _near(layout: Layout, at: Places) -> Numbers:
    """The lines around, one by one."""
    looks = np.full((len(layout.size) + 6, 3), -1, np.float32)
    looks[3:-3] = np.stack([np.log1p(layout.size), layout.linked, np.log1p(layout.amounts)], axis=1)
    near: Numbers = looks[at[:, None] + (np.array(_NEIGHBOURS) + 3)].reshape(len(at), -1)
    return near


def _passed(first: int, own: Numbers) -> Numbers:
    """How many editor lines, notices and list headings stand between the container's start and the line."""
    marks = own[:, _OWN_SHOWN - 2 :].copy()
    marks[:first] = 0
    before: Numbers = np.minimum(np.cumsum(marks, axis=0) - marks, 9).astype(np.float32)
    return before
