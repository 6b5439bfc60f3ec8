"""One parse and one walk: a page becomes boxes (block elements), lines (what a reader sees as one line) and pictures.

Everything after this looks at plain Python values; nothing asks the tree again, since asking is what costs time.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import islice
from typing import Any

import numpy as np
import numpy.typing as npt
from msgspec import Struct
from selectolax.lexbor import LexborDocumentOptions, LexborHTMLParser

# Bounds for pages that are hostile or broken: what is cut is said in `Sheet.cut`.
MOST_CHARACTERS = 8_000_000
MOST_NODES = 400_000
MANY_TAGS = 10_000  # below this even a fully nested page parses in 0.2 s
MANY_OPEN = 1_500  # tags more than are closed: line breaks and pictures, or a page that closes nothing
DEEPEST = 200
DEEPEST_STYLE = 12  # every open style is opened again in every block that follows

_UNREAD = (
    "style noscript template svg math iframe object embed audio select option textarea button canvas head "
    "map dialog datalist progress meter -comment -doctype".split()
)
_IN_LINE = (
    "a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark nobr o:p q rp rt ruby s samp "
    "small span strike strong sub sup time tt u var wbr st1:chsdate".split()
)
_BOLD = frozenset(("b", "strong"))
# What the walk does with a node, by its tag; a tag that is not named here makes a box.
_BOX, _INLINE, _BREAK, _PICTURE, _SAID, _SKIPPED = range(6)
_ROLES = {
    **dict.fromkeys(_UNREAD, _SKIPPED),
    **dict.fromkeys(_IN_LINE, _INLINE),
    # Meta tags and page scripts stand in the body of many old portals.
    **dict.fromkeys(("meta", "link", "title", "script"), _SAID),
    "br": _BREAK,
    "img": _PICTURE,
    "amp-img": _PICTURE,
}
_OPTIONS = LexborDocumentOptions.WO_EVENTS  # nobody listens to what changes while a page is parsed
_BODY: Any = LexborHTMLParser("text").body
_TEXT: int = _BODY.child.tag_id  # the parser's number for text
_NOTHING = re.compile(r"[\u200b\u2060\ufeff\xad]+")  # marks without width; those that join letters stay
# What must stand before the space is asked behind it: spaces are looked for at the speed of memory.
_HAN_GAP = re.compile(r" (?<=[\u3000-\u9fff\uff00-\uffef] )(?=[\u3000-\u9fff\uff00-\uffef])")
# Boxes that their authors name so are mostly menus: a third of a page, and nothing of its article.
_MENU = re.compile(r"nav|menu|foot|share|login|dialog|tool")
# What no menu holds and some boxes of such names do: more than a few characters together, a day or an hour, who wrote it,
# the path to the page, the heading of a list.
_TOGETHER = re.compile(r"\S[^\n]{11}\S")
_SAYING = re.compile(r"\d{4}|\d:\d\d|[源者編编前原>›»→热熱榜相]")
# Where the first of it may begin is found much faster.
_LONG, _SIGN = re.compile(r"[^\n]{13}"), re.compile(r"[\d源者編编前原>›»→热熱榜相]")
# So are their comments: boxes with such names, with what one may do with a comment on most of them, under the article.
_COMMENTS = re.compile(r"comment|pinglun|reply|disqus")
_REPLIES = re.compile(
    r"回复|举报|點贊|点赞|赞\s?[(（]?\d|顶\s?[(（]?\d|踩\s?[(（]?\d|分钟前|小时前|天前"
    r"|R(?<=\bR)ep(?:ly|ort)\b|r(?<=\br)ep(?:ly|ort)\b|a(?<=\ba)go\b"
)
_FEWEST_REPLIES = 4
_ENOUGH = 200  # characters of text in lines as long as sentences are: there the article has begun
_SENTENCE = 40
MOST_ASKED = 200_000  # characters of such boxes that are looked through: boxes stand in boxes
_HIDDEN = re.compile(r"display\s*:\s*none", re.I)
_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)[^<>]*>")
# Tags that never nest by being left open: void, or closed by their own kind.
_FLAT = frozenset(
    "area base br col embed hr img input link meta param source track wbr p li dt dd option tr td th tbody thead".split()
)
_STYLE = frozenset("a b big code em font i nobr s small strike strong tt u".split())
_TOLD = frozenset(("id", "itemprop", "role", "style", "hidden"))  # what is asked of a tag beside its class
_PICTURE_SOURCES = ("data-src", "data-original", "data-lazy-src", "data-lazyload", "data-url", "original", "src")


class Box(Struct, gc=False):
    """A block element: where it stands and what its author called it."""

    parent: int
    tag: str
    names: str  # class, id and role, lower case
    depth: int
    first: int  # index of the first line at or after its start
    last: int = 0  # index after its last line
    hidden: bool = False


class Run(Struct, gc=False):
    """A piece of a line with one link and one set of names."""

    text: str
    href: str | None
    names: str
    tag: str
    place: int = 0  # which inline element of its own class or style it stands in; 0: none


class Line(Struct, gc=False):
    """One line as a reader sees it. `bold` and `linked` count characters."""

    box: int
    text: str
    runs: tuple[Run, ...]
    linked: int
    bold: int
    links: int


class Image(Struct, gc=False):
    """A picture, standing before line number `line`."""

    line: int
    box: int
    url: str
    alt: str
    href: str | None


@dataclass(slots=True)
class Sheet:
    """A page, read once."""

    boxes: list[Box]
    lines: list[Line]
    images: list[Image]
    scripts: list[tuple[str, str]]  # type, text
    metas: dict[str, str]
    title: str
    links: dict[str, str]  # rel → href
    language: str
    cut: str
    times: list[tuple[str, str]] = field(default_factory=list)  # datetime attribute, text


def parse(raw: bytes) -> tuple[LexborHTMLParser, str]:
    """The tree of a page in UTF-8, and what had to be cut to get it in bounded time."""
    cut = ""
    if len(raw) > MOST_CHARACTERS and len(html := raw.decode("utf-8", "replace")) > MOST_CHARACTERS:
        raw, cut = html[:MOST_CHARACTERS].encode(), f"only the first {MOST_CHARACTERS} characters were read"
    if b"\x00" in raw:
        raw = raw.replace(b"\x00", b"")
    codes: npt.NDArray[np.uint8] = np.frombuffer(raw, np.uint8)
    opens = codes == ord("<")
    tags = int(np.count_nonzero(opens))
    closings = int(np.count_nonzero(opens[:-1] & (codes[1:] == ord("/"))))
    if tags > MANY_TAGS or tags - 2 * closings > MANY_OPEN:
        raw = _shallow(raw.decode("utf-8", "replace")).encode()
    return LexborHTMLParser(raw, options=_OPTIONS), cut


def _shallow(html: str) -> str:
    """The page without the tags that stand deeper than any real page nests them: parsing is quadratic in depth."""
    open_: dict[bool, list[str]] = {True: [], False: []}  # styles, and what is none
    counts: Counter[str] = Counter()

    def keep(tag: re.Match[str]) -> str:
        name = tag[2].lower()
        if name in _FLAT:
            return tag[0]
        is_style = name in _STYLE
        around, deepest = open_[is_style], DEEPEST_STYLE if is_style else DEEPEST
        if not tag[1]:
            around.append(name)
            counts[name] += 1
            return tag[0] if len(around) <= deepest else ""
        # What stands open in it is closed with it; an end without a beginning closes nothing.
        while counts[name]:
            counts[closed := around.pop()] -= 1
            if closed == name:
                break
        return tag[0] if len(around) < deepest else ""

    return _TAG.sub(keep, html)


def sheet(html: str) -> Sheet:
    """Parse a page and read it once."""
    return lay_out(*parse(html.encode("utf-8", "replace")))


def lay_out(tree: LexborHTMLParser, cut: str = "") -> Sheet:
    """Read a parsed page once."""
    made = Sheet([], [], [], [], {}, "", {}, "", cut)
    if tree.root is not None:
        language = tree.root.attributes
        made.language = (language.get("lang") or language.get("xml:lang") or "").strip()
    if tree.head is not None:
        for node in tree.head.traverse():
            if _ROLES.get(node.tag or "") == _SAID:
                _keep_said(made, node)
    if tree.body is not None:
        _Walk(made).walk(tree.body)
    return made


def _keep_said(made: Sheet, node: Any) -> None:
    """Keep what a page says to machines: a meta tag, a link, the title, a script."""
    tag, attributes = node.tag, node.attributes
    if tag == "meta":
        name = attributes.get("property") or attributes.get("name") or attributes.get("itemprop") or ""
        content = attributes.get("content")
        if name and content:
            made.metas.setdefault(name.lower().strip(), " ".join(content.split()))
    elif tag == "link":
        rel, href = attributes.get("rel"), attributes.get("href")
        if rel and href:
            made.links.setdefault(rel.lower(), href)
    elif tag == "title":
        made.title = made.title or tidy(node.text() or "")
    elif "src" not in attributes:
        child = node.child
        made.scripts.append(((attributes.get("type") or "").lower(), (child and child.text_content) or ""))


def tidy(text: str) -> str:
    """A text with its white space as a browser shows it, and none between Chinese characters broken over source lines."""
    plain = " ".join(text.split())
    if not plain.isprintable():  # as these marks are not, and hardly anything else in a line
        plain = " ".join(_NOTHING.sub("", plain).split())
    if "\n" in text and " " in plain and "\n" in text.strip():
        plain = _HAN_GAP.sub("", plain)
    return plain


class _Walk:
    """The state of one walk: the open boxes and the line being written."""

    def __init__(self, made: Sheet) -> None:
        self.made = made
        self.runs: list[Run] = []
        self.box = 0
        self.has_pre = False
        self.running = 0  # characters of running text so far

    def walk(self, body: Any) -> None:
        boxes, lines, images = self.made.boxes, self.made.lines, self.made.images
        box = Box(-1, "body", _names(body.attributes), 0, 0)
        boxes.append(box)
        # What to go back to when an open element ends: its node (asking for a parent costs), the box around it if it
        # is one itself, and the link, names, boldness and place of the runs around it.
        stack: list[tuple[Any, Box | None, str | None, str, str, int]] = []
        runs = self.runs
        # Of each number that the parser gives a tag, the tag and what is done with it; reading the name takes longer.
        known: dict[int, tuple[str, int]] = {}
        href: str | None = None
        names = style = ""
        seen = place = asked = 0
        headed = _around_headlines(body)
        node = body.child
        while True:
            if node is None:
                if not stack:
                    break
                node, outer, href, names, style, place = stack.pop()
                if outer is not None:
                    if runs:
                        self._flush()
                    self._close(box)
                    box = outer
                node = node.next
                continue
            seen += 1
            number = node.tag_id
            if number == _TEXT:  # half of all nodes, and most of these are white space between boxes
                if runs:
                    runs.append(Run(node.text_content, href, names, style, place))
                elif not node.is_empty_text_node and (text := node.text_content.lstrip()):
                    runs.append(Run(text, href, names, style, place))
                node = node.next
                continue
            if number not in known:
                known[number] = node.tag, _ROLES.get(node.tag, _BOX)
            tag, role = known[number]
            child = None
            if role == _BOX:
                child = node.child
                if runs and (child is not None or tag == "hr"):
                    self._flush()
                if child is not None:
                    called, hidden = "", box.hidden
                    if attributes := node.attributes:
                        if _TOLD.isdisjoint(attributes):
                            called = (attributes.get("class") or "").lower()
                        else:
                            called, hidden = _names(attributes), hidden or _is_hidden(attributes)
                        if (
                            called
                            and asked < MOST_ASKED
                            and (passed := _passed_over(called))
                            and node.mem_id not in headed
                        ):
                            text = node.text(separator="\n", skip_empty=True)
                            asked += len(text)
                            if passed(text, self.running):
                                child = None
                if child is not None:
                    stack.append((node, box, href, names, style, place))
                    names, place = "", 0
                    box = Box(self.box, tag, called, box.depth + 1, len(lines), 0, hidden)
                    self.box = len(boxes)
                    boxes.append(box)
                    if tag == "pre":
                        self.has_pre = True
            elif role == _INLINE:
                if (child := node.child) is not None:
                    link, called, weight, own = href, names, style, place
                    if attributes := node.attributes:
                        own = seen
                        if _TOLD.isdisjoint(attributes):
                            called = (attributes.get("class") or "").lower() or names
                        elif _is_hidden(attributes):
                            child = None
                        else:
                            called = _names(attributes) or names
                        if tag == "a":
                            link = attributes.get("href") or attributes.get("data-href") or "#"
                        elif tag == "time" and child is not None and (stamp := attributes.get("datetime")):
                            self.made.times.append((stamp, node.text() or ""))
                    if tag in _BOLD:
                        weight = "b"
                    if child is None:
                        pass
                    elif (text := child.text_content) is not None and child.next is None:  # as in most links
                        child = None  # nothing to go back to
                        if runs:
                            runs.append(Run(text, link, called, weight, own))
                        elif text and not text.isspace():
                            runs.append(Run(text.lstrip(), link, called, weight, own))
                    else:
                        stack.append((node, None, href, names, style, place))
                        href, names, style, place = link, called, weight, own
            elif role == _BREAK:
                if runs:
                    self._flush()
            elif role == _SAID:
                _keep_said(self.made, node)
            elif role == _PICTURE:
                attributes = node.attributes
                url = next((found for name in _PICTURE_SOURCES if (found := attributes.get(name))), "")
                if url and not url.startswith("data:"):
                    images.append(Image(len(lines) + bool(runs), self.box, url, attributes.get("alt") or "", href))
            if child is None:
                node = node.next
            elif seen < MOST_NODES:
                node = child
            else:
                self.made.cut = self.made.cut or f"only the first {MOST_NODES} nodes were read"
                break
        if runs:
            self._flush()
        while self.box >= 0:
            self._close(boxes[self.box])

    def _close(self, box: Box) -> None:
        if box.tag == "tr":
            self._join_cells(box)
        box.last = len(self.made.lines)
        self.box = box.parent

    def _join_cells(self, row: Box) -> None:
        """A table's row of plain cells is one line; a row that lays out a page holds more than a line a cell."""
        lines = self.made.lines
        cells = lines[row.first :]
        if (
            len(cells) < 2
            or any(self.made.boxes[cell.box].parent != self.box for cell in cells)
            or len({cell.box for cell in cells}) < len(cells)
        ):
            return
        del lines[row.first :]
        runs = [run for cell in cells for run in (*cell.runs, Run(" ", None, "", ""))]
        lines.append(Line(
            self.box, " ".join([cell.text for cell in cells]), tuple(runs),
            sum([cell.linked for cell in cells]), sum([cell.bold for cell in cells]), sum([cell.links for cell in cells]),
        ))  # fmt: skip
        for image in reversed(self.made.images):
            if image.line <= len(lines):
                break
            image.line = len(lines)
        for box in self.made.boxes[self.box + 1 :]:  # the cells, all of them within this row
            box.first, box.last = min(box.first, len(lines)), min(box.last, len(lines))

    def _flush(self) -> None:
        runs = self.runs
        while runs[-1].text.isspace():  # the first is not
            runs.pop()
        done = tuple(runs)
        runs.clear()
        if self.has_pre and self._in_pre():
            self._flush_pre(done)
        else:
            self._add(done)

    def _in_pre(self) -> bool:
        box = self.box
        for _ in range(3):
            if box < 0:
                return False
            if self.made.boxes[box].tag == "pre":
                return True
            box = self.made.boxes[box].parent
        return False

    def _flush_pre(self, runs: tuple[Run, ...]) -> None:
        current: list[Run] = []
        for run in runs:
            first, *more = run.text.split("\n")
            current.append(Run(first, run.href, run.names, run.tag))
            for piece in more:
                self._add(tuple(current))
                current = [Run(piece, run.href, run.names, run.tag)]
        self._add(tuple(current))

    def _add(self, runs: tuple[Run, ...]) -> None:
        if len(runs) == 1:  # as most lines are
            (run,) = runs
            if text := tidy(run.text):
                length = len(text)
                is_linked = run.href is not None
                if length > _SENTENCE and not is_linked:
                    self.running += length
                line = Line(self.box, text, runs, length * is_linked, length if run.tag else 0, int(is_linked))
                self.made.lines.append(line)
            return
        text = tidy("".join([run.text for run in runs]))
        if not text:
            return
        linked = bold = links = 0
        before: str | None = None
        for run in runs:
            href = run.href
            if href is not None:
                length = len(run.text.strip())
                linked += length
                links += href is not before
                if run.tag:
                    bold += length
            elif run.tag:
                bold += len(run.text.strip())
            before = href
        if len(text) - linked > _SENTENCE:
            self.running += len(text) - linked
        self.made.lines.append(Line(self.box, text, runs, min(linked, len(text)), min(bold, len(text)), links))


def handed_down(boxes: Sequence[Box], place: int, known: dict[int, bool], is_so: Callable[[Box], bool]) -> bool:
    """Whether a box or one that it stands in is so; `known` is what was found before, with -1 for what holds the page."""
    path = []
    while (found := known.get(place)) is None:
        path.append(place)
        place = boxes[place].parent
    for place in reversed(path):
        found = known[place] = found or is_so(boxes[place])
    return found


def _names(attributes: dict[str, str | None]) -> str:
    names = attributes.get("class") or ""
    for further in (attributes.get("id"), attributes.get("itemprop") or attributes.get("role")):
        if further:
            names = f"{names} {further}"
    return names.lower()


def _around_headlines(body: Any) -> set[int]:
    """What the headlines of a page stand in: no menu, whatever it is called."""
    around: set[int] = set()
    for node in body.parser.tags("h1"):
        while (node := node.parent) is not None and node.mem_id not in around:
            around.add(node.mem_id)
    return around


@lru_cache(maxsize=8192)
def _passed_over(names: str) -> Callable[[str, int], bool] | None:
    """For a box with such names, what tells by its text and the running text before it whether it is worth reading; None: it is."""
    return _is_menu if _MENU.search(names) else _is_comments if _COMMENTS.search(names) else None


def _is_menu(text: str, _running: int) -> bool:
    if (long := _LONG.search(text)) and _TOGETHER.search(text, long.start()):
        return False
    sign = _SIGN.search(text)
    return sign is None or _SAYING.search(text, sign.start()) is None


def _is_comments(text: str, running: int) -> bool:
    return running >= _ENOUGH and len(list(islice(_REPLIES.finditer(text), _FEWEST_REPLIES))) == _FEWEST_REPLIES


def _is_hidden(attributes: dict[str, str | None]) -> bool:
    style = attributes.get("style")
    return "hidden" in attributes or bool(style and "none" in style and _HIDDEN.search(style))
