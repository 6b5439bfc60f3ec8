"""Which lines of a page are its article: the block model's word for each line, held against the box they stand in."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache

import numpy as np
import numpy.typing as npt

from suyuan.articles import lists
from suyuan.articles.features import Layout, Numbers, features
from suyuan.articles.model import likelihood
from suyuan.articles.walk import Box, Sheet
from suyuan.articles.wording import kind_of
from suyuan.text import letters

Flags = npt.NDArray[np.bool_]

# Measured leaving whole sites out (36 Chinese, 80 English, 124 other pages).
NEAR = 16  # lines from running text: there stand all but 0.04 % of the articles' text, and half of the pages' lines
LIKELY = 0.45  # inside the article's box
LIKELY_ALIKE = 0.3  # outside it, in boxes of the same make: an article in several pieces
LIKELY_ALONE = 0.8  # outside it: comments and house rules read like prose, too
LIKELY_BETWEEN = 0.12
GAIN = 0.4  # a line adds to its box what it is likelier than this
HOLDS = 0.8  # of the kept text: a box with so much of it is the article's
SHARE = 0.5  # of the box's unlinked text: with less, the model has missed a table or a list, and the box decides
UNLIKELY = 0.02
_LEAVES = frozenset("p li td tr tbody table ul ol h1 h2 h3 h4 figure blockquote font center dd dl".split())

_STOP = re.compile(r"[。！？；，、.!?,;:：…]")
_AWAY = re.compile(
    r"comment|footer|foot-|copyright|related|recommend|relate|sidebar|side-|hotnews|rank|share|login|newsletter|promo|advert|nav|menu"
    r"|breadcrumb|tags?\b|keyword|popup|modal|cookie|disclaimer|toolbar|widget|subscribe|author-?(?:bio|box|info)|reply|pinglun"
)
_TAGS_AWAY = frozenset(("nav", "footer", "aside", "form", "header"))
_TEXTS = ("p", "li", "td")  # never a container
_MAJORITY = 0.6  # of its parent's prose: below it the parent is the container


def choose(sheet: Sheet) -> list[int]:
    """The lines that are the article's own words, in order."""
    if not sheet.lines:
        return []
    size = sizes(sheet)
    kept = judged(sheet, size, likely(sheet, size, likelihood))
    return kept or _densest(sheet)


def sizes(sheet: Sheet) -> Numbers:
    """The length of every line, as `size_of` gives it."""
    texts = [line.text for line in sheet.lines]
    codes = np.frombuffer("".join(texts).encode("utf-32-le", "replace"), np.uint32)
    length = np.fromiter(map(len, texts), np.int64, len(texts))
    # Bytes of UTF-8 beyond the first: a Chinese character is three.
    more = (codes > 0x7F).view(np.uint8) + (codes > 0x7FF) + (codes > 0xFFFF)
    wide = np.add.reduceat(more, np.cumsum(length) - length, dtype=np.int64) / 2
    return (wide + (length - wide) / 2.5).astype(np.float32)


def likely(sheet: Sheet, size: Numbers, likelihood: Callable[[Numbers], Numbers]) -> Numbers:
    """How likely each line is text of the article; 0 for those that stand far from all running text."""
    layout = _layout(sheet, size)
    places = np.flatnonzero(_in_question(sheet, layout))
    found = np.zeros(len(sheet.lines), np.float32)
    found[places] = likelihood(features(sheet, layout, places))
    return found


def rows(sheet: Sheet, size: Numbers) -> Numbers:
    """The features of every line."""
    return features(sheet, _layout(sheet, size), np.arange(len(sheet.lines)))


def _layout(sheet: Sheet, size: Numbers) -> Layout:
    amounts = prose(sheet)
    return Layout(size, amounts, container(sheet, amounts), heading_line(sheet))


def _in_question(sheet: Sheet, layout: Layout) -> Flags:
    """The lines in the container and those near running text; all where there is none."""
    count = len(sheet.lines)
    running = np.flatnonzero(layout.amounts)
    if not len(running):
        return np.ones(count, np.bool_)
    # How many stretches around running text have begun before each line and not ended.
    open_ = np.zeros(count + 1, np.int64)
    np.add.at(open_, np.maximum(running - NEAR, 0), 1)
    np.add.at(open_, np.minimum(running + NEAR + 1, count), -1)
    asked: Flags = np.cumsum(open_)[:count] > 0
    here = sheet.boxes[layout.container]
    asked[here.first : here.last] = True
    return asked


def heading_line(sheet: Sheet) -> int:
    """The line that is the page's headline: the first heading that the document's title holds; -1 where there is none."""
    plain = letters(sheet.title)
    for place, line in enumerate(sheet.lines):
        if sheet.boxes[line.box].tag in ("h1", "h2", "h3") and len(line.text) > 5 and letters(line.text) in plain:
            return place
    return next(
        (place for place, line in enumerate(sheet.lines) if sheet.boxes[line.box].tag == "h1" and len(line.text) > 8),
        -1,
    )


def judged(sheet: Sheet, size: Numbers, likely: Numbers) -> list[int]:
    """The lines that the model and the boxes agree on."""
    first = np.fromiter([box.first for box in sheet.boxes], np.int64, len(sheet.boxes))
    last = np.fromiter([box.last for box in sheet.boxes], np.int64, len(sheet.boxes))
    # Short articles leave the model in doubt all over: what counts is to be nearly as likely as the likeliest line.
    surest = float(likely[size >= 8].max(initial=UNLIKELY))
    gain = np.concatenate([[0.0], np.cumsum(np.sqrt(size) * (likely - GAIN * surest))])
    gains = np.round(gain[last] - gain[first], 3)
    best = max(np.flatnonzero(gains == gains.max()).tolist(), key=lambda box: (sheet.boxes[box].depth, box))
    inside = np.zeros(len(size), np.bool_)
    inside[first[best] : last[best]] = True
    kept = np.where(inside, likely > LIKELY * surest, likely > LIKELY_ALONE)
    alike = {
        _make(sheet, sheet.lines[place].box) for place in np.flatnonzero(inside & (likely > 0.6 * surest)).tolist()
    }
    for place in np.flatnonzero(~inside & ~kept & (likely > LIKELY_ALIKE)).tolist():
        kept[place] = _make(sheet, sheet.lines[place].box) in alike
    kept |= _between(sheet, kept & inside, likely)
    within = kept & inside
    if within.any():
        held = np.concatenate([[0.0], np.cumsum(np.where(within, size, 0.0))])
        holds = np.flatnonzero(held[last] - held[first] >= HOLDS * float(held[-1])).tolist()
        kept |= _missed(sheet, _holder(sheet, holds), float(held[-1]), size, likely)
    return [int(place) for place in np.flatnonzero(kept)]


def _holder(sheet: Sheet, holds: list[int]) -> int:
    """The innermost of the boxes that hold the text and can hold more than a paragraph."""
    deepest = max(holds, key=lambda box: sheet.boxes[box].depth)
    while deepest and sheet.boxes[deepest].tag in _LEAVES:
        deepest = sheet.boxes[deepest].parent
    return deepest


def _missed(sheet: Sheet, holder: int, total: float, size: Numbers, likely: Numbers) -> Flags:
    """What else stands unlinked in the box of the kept lines, where they are the lesser part of it: a table, a list of goods."""
    missed = np.zeros(len(size), np.bool_)
    here = slice(sheet.boxes[holder].first, sheet.boxes[holder].last)
    lines = sheet.lines[here]
    linked = np.fromiter([line.linked / len(line.text) for line in lines], np.float32, len(lines))
    if total < SHARE * float((size[here] * (1 - linked)).sum()):
        missed[here] = (likely[here] > UNLIKELY) & (linked < 0.8)
    return missed


def _between(sheet: Sheet, kept: Flags, likely: Numbers) -> Flags:
    """Running text and headings between kept lines: an article does not stop and begin again."""
    filled = np.zeros_like(kept)
    places = np.flatnonzero(kept)
    if len(places) < 2:
        return filled
    for place in range(int(places[0]) + 1, int(places[-1])):
        line = sheet.lines[place]
        if (
            kept[place]
            or likely[place] < LIKELY_BETWEEN
            or line.linked > 0.3 * len(line.text)
            or kind_of(line.text) is not None
        ):
            continue
        is_heading = sheet.boxes[line.box].tag in ("h2", "h3", "h4") and lists.heading(line.text) is None
        filled[place] = is_heading or bool(line.text[-1] in '。！？.!?”"' and len(line.text) > 15)
    return filled


def _make(sheet: Sheet, place: int) -> tuple[str, str, str, str]:
    box = sheet.boxes[place]
    outer = sheet.boxes[max(box.parent, 0)]
    return box.tag, box.names, outer.tag, outer.names


def _densest(sheet: Sheet) -> list[int]:
    """Where the model finds nothing: what is not linked in the box with the most running text."""
    box = sheet.boxes[container(sheet, prose(sheet))]
    lines = [
        place for place in range(box.first, box.last) if sheet.lines[place].linked <= 0.5 * len(sheet.lines[place].text)
    ]
    return lines if sum(len(sheet.lines[place].text) for place in lines) > 0 else []


def prose(sheet: Sheet) -> list[float]:
    """For each line how much running text it holds."""
    amounts = []
    for line in sheet.lines:
        plain = len(line.text) - line.linked
        amounts.append(float(plain) if plain > 20 and _STOP.search(line.text) else 0.0)
    return amounts


def container(sheet: Sheet, amounts: list[float]) -> int:
    """The box that holds most of the page's running text, and little else."""
    boxes = sheet.boxes
    total: dict[int, float] = {}
    away: dict[int, bool] = {-1: False}
    for line, amount in zip(sheet.lines, amounts, strict=True):
        if amount and not _stands_away(boxes, line.box, away):
            box = line.box
            while box >= 0:
                total[box] = total.get(box, 0.0) + amount
                box = boxes[box].parent
    heaviest: dict[int, int] = {}
    for box in sorted(total, reverse=True):
        parent = boxes[box].parent
        if parent not in heaviest or total[box] >= total[heaviest[parent]]:
            heaviest[parent] = box
    here = 0
    # Where there is nothing to weigh (a page may hide itself until its script shows it), the box that all begin in.
    while not total and here + 1 < len(boxes) and boxes[here + 1].parent == here and boxes[here + 1].tag not in _TEXTS:
        here += 1
    while (below := heaviest.get(here)) and total[below] >= _MAJORITY * total[here] and boxes[below].tag not in _TEXTS:
        here = below
    return here


def _stands_away(boxes: list[Box], place: int, known: dict[int, bool]) -> bool:
    """Whether a box or one that it stands in is none of the article's; `known` is what was found before."""
    path = []
    while place not in known:
        path.append(place)
        place = boxes[place].parent
    away = known[place]
    for place in reversed(path):
        box = boxes[place]
        away = known[place] = away or (
            box.hidden or box.tag in _TAGS_AWAY or bool(box.depth > 2 and box.names and _is_away(box.names))
        )
    return away


@lru_cache(maxsize=8192)
def _is_away(names: str) -> bool:
    return _AWAY.search(names) is not None
