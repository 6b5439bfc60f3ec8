"""Which lines of a page are its article: the block model's word for each line, held against the box they stand in."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from functools import lru_cache

import numpy as np
import numpy.typing as npt

from suyuan.articles import lists
from suyuan.articles.features import Layout, Numbers, Places, features
from suyuan.articles.model import likelihood
from suyuan.articles.walk import Box, Sheet, handed_down
from suyuan.articles.wording import kind_of
from suyuan.text import letters

Flags = npt.NDArray[np.bool_]

# Measured leaving whole sites out (36 Chinese, 80 English, 124 other pages): body F1 .993, .973 and .960.
NEAR = 12  # lines from running text
_AROUND = np.ones(2 * NEAR + 1)
LINKED = 0.8  # of a line: a row of a list or a menu. Beside these are all but 0.1 % of the articles' text, and few of the lines
LIKELY = 0.45  # inside the article's box
LIKELY_ALIKE = 0.3  # outside it, in boxes of the same make: an article in several pieces
LIKELY_ALONE = 0.8  # outside it: comments and house rules read like prose, too
LIKELY_BETWEEN = 0.12
MOSTLY = 0.7  # of what stands side by side
FEWEST_BESIDE = 5
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
    known = layout(sheet)
    kept = judged(sheet, known, likely(sheet, known, likelihood))
    return kept or _densest(sheet, known)


def sizes(sheet: Sheet) -> Numbers:
    """The length of every line, as `size_of` gives it."""
    count = len(sheet.lines)
    length = np.fromiter([len(line.text) for line in sheet.lines], np.float32, count)
    written = np.fromiter([len(line.text.encode("utf-8", "replace")) for line in sheet.lines], np.float32, count)
    wide = (written - length) / 2  # a Chinese character is three bytes
    return (wide + (length - wide) / 2.5).astype(np.float32)


def likely(sheet: Sheet, known: Layout, likelihood: Callable[[Numbers], Numbers]) -> Numbers:
    """How likely each line is text of the article; 0 for those that stand far from all running text."""
    places = in_question(sheet, known)
    found = np.zeros(len(sheet.lines), np.float32)
    if len(places):
        found[places] = likelihood(features(sheet, known, places))
    return found


def layout(sheet: Sheet) -> Layout:
    """What is known of a page's lines and boxes before a line is looked at."""
    amounts, boxes, lines = prose(sheet), sheet.boxes, sheet.lines
    return Layout(
        size=sizes(sheet),
        linked=np.fromiter([line.linked / len(line.text) for line in lines], np.float32, len(lines)),
        amounts=np.array(amounts, np.float32),
        first=np.fromiter([box.first for box in boxes], np.int64, len(boxes)),
        last=np.fromiter([box.last for box in boxes], np.int64, len(boxes)),
        container=container(sheet, amounts),
        heading=heading_line(sheet),
    )


def in_question(sheet: Sheet, known: Layout) -> Places:
    """The lines in the container and those near running text that are not mostly links; all where there is none."""
    count = len(sheet.lines)
    running = known.amounts > 0
    if not running.any():
        return np.arange(count)
    asked = (np.convolve(running, _AROUND)[NEAR : NEAR + count] > 0) & (known.linked < LINKED)
    asked[known.first[known.container] : known.last[known.container]] = True
    return np.flatnonzero(asked)


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


def judged(sheet: Sheet, known: Layout, likely: Numbers) -> list[int]:
    """The lines that the model and the boxes agree on."""
    size, first, last = known.size, known.first, known.last
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
    kept |= _beside(sheet, kept & inside, likely)
    within = kept & inside
    if within.any():
        held = np.concatenate([[0.0], np.cumsum(np.where(within, size, 0.0))])
        holds = np.flatnonzero(held[last] - held[first] >= HOLDS * float(held[-1])).tolist()
        kept |= _missed(sheet.boxes[_holder(sheet, holds)], kept, known, likely)
    return [int(place) for place in np.flatnonzero(kept)]


def _holder(sheet: Sheet, holds: list[int]) -> int:
    """The innermost of the boxes that hold the text and can hold more than a paragraph."""
    deepest = max(holds, key=lambda box: sheet.boxes[box].depth)
    while deepest and sheet.boxes[deepest].tag in _LEAVES:
        deepest = sheet.boxes[deepest].parent
    return deepest


def _missed(holder: Box, kept: Flags, known: Layout, likely: Numbers) -> Flags:
    """What else stands unlinked in the box of the kept lines, where they are the lesser part of it: a table, a list of goods."""
    missed = np.zeros(len(likely), np.bool_)
    here = slice(holder.first, holder.last)
    linked, size = known.linked[here], known.size[here]
    if float(size[kept[here]].sum()) < SHARE * float((size * (1 - linked)).sum()):
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


def _beside(sheet: Sheet, kept: Flags, likely: Numbers) -> Flags:
    """What stands side by side with the kept lines and is made like them, where most of that is kept: 什么？ is a paragraph, too."""
    filled = np.zeros_like(kept)
    places = np.flatnonzero(kept).tolist()
    if len(places) < FEWEST_BESIDE:
        return filled
    makes = Counter(_row(sheet, place) for place in places)
    make, count = makes.most_common(1)[0]
    around = sheet.boxes[max(make[0], 0)]
    beside = [place for place in range(around.first, around.last) if _row(sheet, place) == make]
    if FEWEST_BESIDE <= count < len(beside) and count >= MOSTLY * len(beside):
        for place in beside:
            line = sheet.lines[place]
            filled[place] = (
                place < places[-1]
                and likely[place] >= LIKELY_BETWEEN
                and line.linked <= 0.3 * len(line.text)
                and kind_of(line.text) is None
            )
    return filled


def _row(sheet: Sheet, place: int) -> tuple[int, str, str]:
    box = sheet.boxes[sheet.lines[place].box]
    return box.parent, box.tag, box.names


def _make(sheet: Sheet, place: int) -> tuple[str, str, str, str]:
    box = sheet.boxes[place]
    outer = sheet.boxes[max(box.parent, 0)]
    return box.tag, box.names, outer.tag, outer.names


def _densest(sheet: Sheet, known: Layout) -> list[int]:
    """Where the model finds nothing: what is not linked in the box with the most running text."""
    box = sheet.boxes[known.container]
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
        if amount and not handed_down(boxes, line.box, away, _is_away):
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


def _is_away(box: Box) -> bool:
    """Whether a box holds none of the article."""
    return box.hidden or box.tag in _TAGS_AWAY or bool(box.depth > 2 and box.names and _is_called_away(box.names))


@lru_cache(maxsize=8192)
def _is_called_away(names: str) -> bool:
    return _AWAY.search(names) is not None
