"""Which lines of an article can hold statements, and its text with one spelling of every mark.

Headlines, captions, editor lines and comments repeat or decorate what the body says; a statement is read
only from a body line. All rules of this room match on `Reading.plain`, which is as long as the text.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from unicodedata import normalize

import rjieba

from suyuan.records import BODY, Article, BlockKind
from suyuan.statements.names import TRANSLITERATING
from suyuan.text import fold
from suyuan.text.roundup import items


class Zone(StrEnum):
    """What a line of an article is."""

    BODY = "body"
    STAMP = "stamp"  # 15:16报道, the head of one entry of a live report
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Line:
    """One line: its span, its zone, and the spans of its sentences."""

    start: int
    end: int
    zone: Zone
    sentences: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Reading:
    """An article as this room reads it.

    `quotes` are the spans of quotations with their marks, `depth` is above zero inside quotation marks,
    brackets and title marks, `words` are the places where a word begins.
    """

    plain: str
    lines: tuple[Line, ...]
    quotes: tuple[tuple[int, int], ...]
    depth: bytes
    words: frozenset[int]
    items: tuple[int, ...] = ()
    """Where the items of a round-up begin; who is meant in one is not named in another."""

    def since(self, at: int) -> int:
        """Where the item begins in which a place stands; 0 in a report that is about one thing."""
        place = bisect_right(self.items, at)
        return self.items[place - 1] if place else 0

    def opens_source(self, at: int) -> bool:
        """Whether the 据 at a place opens a word: 数据 and 根据 hold none, 另据 is one word to the segmenter."""
        return at in self.words or (at > 0 and self.plain[at - 1] in "另而但又再且")

    def quote_ending_at(self, end: int) -> tuple[int, int] | None:
        """The quotation whose closing mark is just before `end`."""
        at = bisect_right(self.quotes, end, key=lambda span: span[1]) - 1
        return self.quotes[at] if at >= 0 and self.quotes[at][1] == end else None

    def quote_starting_at(self, start: int) -> tuple[int, int] | None:
        """The quotation whose opening mark stands at `start`."""
        at = bisect_right(self.quotes, start, key=lambda span: span[0]) - 1
        return self.quotes[at] if at >= 0 and self.quotes[at][0] == start else None


_HALF = str.maketrans(
    {
        "!": "！",
        "?": "？",
        ";": "；",
        "(": "（",
        ")": "）",
        "﹔": "；",
        "﹐": "，",
        "・": "·",
        "•": "·",
        "‧": "·",
        "﹒": "·",
    }
)
# Feeds run paragraphs together with two wide spaces between them.
_PARAGRAPH = re.compile(r"(\n|(?<=[。！？”…）]) {2,}|(?=▌|>> ?查看))")
_UPPER = re.compile(r"[A-ZÀ-Ž]")
# Three straight marks around a whole text are what a table leaves when it is exported, and quote nothing.
_WRAPPED = re.compile(r'\s*"""')
_WRAPPING = re.compile(r'"""')
_SURROGATE = re.compile(r"[\ud800-\udfff\x00]")
# A comma or colon between digits or Latin letters belongs to a number, a time or a foreign name.
_COMMA = re.compile(r"(?<![0-9A-Za-z]),|,(?![0-9A-Za-z ])")
_COLON = re.compile(r"(?<![0-9A-Za-z]):|:(?![0-9A-Za-z/ ])")
_NAME_DOT = re.compile(rf"(?<=[\u4e00-\u9fff])\.(?=[{TRANSLITERATING}]{{2}})")  # 埃隆.马斯克
_STOP = re.compile(r"(?<=[\u4e00-\u9fff”）])\.(?=\s*$|\s+[\u4e00-\u9fff“]|“)", re.M)

_STAMP = re.compile(
    r"(?:据.{2,14}?)?(?:\d{1,2}月\d{1,2}日)?\s*\d{1,2}[：:]\d{2}(?:分)?\s*(?:报道|消息|讯|更新|播报)?[：:]?$"
)
_OTHER = re.compile(
    r"(?:[（(【\[▌]|>>)?\s*(?:原标题|原题|原文标题|新闻标题|标题[：:]|副标题|图片来源|图源|图[：:/]|题图|配图|视频截图|资料图|资料图片|图为|上图|下图|左图|右图|▲|△|↑|↓|图\d|图表[：:]|制图|"
    r"责任编辑|责编|编辑[：: ]|编辑/|本文编辑|值班编辑|编审[：:/]|审核[：:/]|监制[：:/]|校对[：:/]|来源[：:]|稿源|转自|作者[：:]|文[：:/]|文/|记者[：:]|撰文[：:/]|撰稿[：:/]|采写[：:/]|摄影(?!师|家|展|记者)|延伸阅读|相关阅读|相关新闻|相关链接|推荐阅读|"
    r"更多精彩|点击图片|点击查看|扫码|扫描(?:下方|上方|二维码)|长按|关注我们|版权(?:所有|声明|归|说明|[：:])|声明[：:]|免责声明|特别声明|本文来自|本文来源|本文系|文章来源|欢迎关注|举报(?:电话|邮箱|[：:]|$)|返回搜狐|查看更多|网友评论|热门评论|跟帖$|新闻热线|爆料(?:电话|热线|通道|邮箱|[：:])|联系邮箱|投稿(?:邮箱|[：:]))"
)
_CAPTION = re.compile(
    r".{0,60}[（(【]\s*(?:资料图片?|资料照片|视频截图|网络图片?|图片来源.{0,20}|图源.{0,16}|来源.{0,16}|图/.{0,16}|.{0,12}[摄图供]|图文无关|截图|效果图)\s*[）)】]?$"
)
# …通车。（来源：远山网）: where an item of a digest is from, and no picture.
_SOURCED = re.compile(r"[。”]（(?:消息|稿件|文章)?来源：(?!.*(?:图|视频|摄|网络))[^（）]{2,16}）$")
_PHOTO = re.compile(r".{0,60}(?:记者.{1,8}摄|摄影|/摄|资料图片?|报道截图|视频截图|供图|图片)$")
# [视频]俄称多地遭袭 ⏱00:01:30: a list of clips, each with its length.
_RUNTIME = re.compile(r"(?:^\[视频\].*|[⏱⏰]\s*)(?:\d{1,2}[：:])?\d{1,2}[：:]\d{2}$")
# 林远表示：, and what he says in the next line.
_SAYS_BELOW = re.compile(
    r"(?:表示|指出|认为|称|强调|写道|坦言|直言|透露|警告|补充道|回应道?|回答|(?<!来)(?<!所)(?<!话)(?<!以)(?<!者)说)：$"
)
_LONGEST = 2000
_NO_NOTE = (
    200  # characters of a line that is no note of an editor, however it begins: a feed may run a whole article together
)
# Headlines or captions run together without a mark: nobody writes a sentence so.
_RUN = re.compile(r"[^\W_]{56,}")
_SPEECH_MARK = re.compile(r"[。！？；，、”]")


def read(article: Article) -> Reading:
    """The article's lines with their zones, and its text made plain."""
    plain = _plain(article.text)
    depth, quotes = _depth(plain)
    lines = tuple(
        Line(start, end, zone, tuple(_sentences(plain, start, end, depth)) if zone is Zone.BODY else ())
        for start, end, zone in _lines(article, plain)
    )
    return Reading(plain, lines, tuple(quotes), bytes(depth), _word_starts(plain), items(article.title, article.text))


def _plain(text: str) -> str:
    folded = _SURROGATE.sub("\ufffd", fold(text)).translate(_MADE_PLAIN)
    # The case of Latin letters tells a name from a word.
    plain = "".join(map(_cased, text, folded)) if _UPPER.search(text) else folded
    if _WRAPPED.match(plain):
        plain = _WRAPPING.sub("   ", plain)
    plain = _COMMA.sub("，", plain)
    plain = _COLON.sub("：", plain)
    plain = _NAME_DOT.sub("·", _STOP.sub("。", plain))
    if "‘" in plain:
        plain = "\n".join(map(_raised, plain.split("\n")))
    if '"' in plain or "”" in plain:
        plain = "\n".join(_lines_paired(plain.split("\n")))
    return plain


def _raised(line: str) -> str:
    """The line with ‘ and ’ made “ and ” where it has no other marks."""
    is_whole = line.count("‘") == line.count("’") and not any(mark in line for mark in '"“”')
    return line.translate(_SINGLE) if is_whole else line


_SINGLE = str.maketrans("‘’", "“”")


# Letters with a mark by the letter alone: Åsa Haglund, Núñez.
_BARE = {
    char: normalize("NFD", char)[0] for char in map(chr, range(0xC0, 0x180)) if normalize("NFD", char)[0] != char
} | {"Ø": "O", "ø": "o", "Ł": "L", "ł": "l"}
_MADE_PLAIN = _HALF | str.maketrans(_BARE)


def _cased(written: str, folded: str) -> str:
    """A letter of a text made plain, as large as it is written."""
    if "A" <= written <= "Z":
        return written
    return _BARE[written] if written in _BARE and written.isupper() else folded


def _lines_paired(lines: list[str]) -> Iterator[str]:
    """The lines with their marks paired; one that closes what a line before it opened stays as it is."""
    is_open = 0  # lines since a quotation was opened and not closed
    for line in lines:
        marks = [char for char in line if char in "“”"]
        if is_open and marks == ["”"] and '"' not in line:
            is_open = 0
            yield line
            continue
        paired = _paired(line)
        is_open = 1 if paired.count("“") > paired.count("”") else is_open + 1 if is_open and not marks else 0
        is_open = is_open if is_open < OPEN_LINES else 0
        yield paired


OPEN_LINES = 12  # a quotation of more lines was never closed


def _paired(line: str) -> str:
    """The line with straight and reversed quotation marks made “ and ”, by turns."""
    if '"' not in line and line.count("“") == line.count("”") and line.find("“") <= line.find("”"):
        return line
    chars, is_open = list(line), False
    for at, char in enumerate(chars):
        if char == '"' or (char == "”" and not is_open):
            chars[at] = "”" if is_open else "“"
            is_open = not is_open
        elif char in "“”":
            is_open = char == "“"
    return "".join(chars)


_PAIRS = {"“": "”", "‘": "’", "（": "）", "《": "》", "【": "】", "〈": "〉"}
_CLOSERS = {closer: opener for opener, closer in _PAIRS.items()}


def _depth(plain: str) -> tuple[bytearray, list[tuple[int, int]]]:
    """How deep each character stands in marks, and the quotations. A mark without partner in its line is none."""
    depth, quotes = bytearray(len(plain)), []
    stack: list[int] = []
    for mark in re.finditer(r"[“”‘’（）《》【】〈〉\n]", plain):
        char, at = mark.group(), mark.start()
        if char == "\n":
            stack.clear()
        elif char in _PAIRS:
            if len(stack) < 20:
                stack.append(at)
        elif stack:
            back = len(stack) - 1
            while back >= 0 and plain[stack[back]] != _CLOSERS[char]:
                back -= 1
            if back < 0:
                continue
            begin = stack[back]
            del stack[back:]
            if char == "”":
                quotes.append((begin, at + 1))
            if not stack:
                depth[begin : at + 1] = b"\x01" * (at + 1 - begin)
    return depth, sorted(quotes)


def _lines(article: Article, plain: str) -> list[tuple[int, int, Zone]]:
    title = _plain(article.title).strip()
    starts = [block.start for block in article.blocks]
    rows, start = [], 0
    for line in _PARAGRAPH.split(plain):
        words = line.strip()
        if words:
            begin = start + line.index(words[0])
            at = bisect_right(starts, begin) - 1
            kind = article.blocks[at].kind if at >= 0 and begin < article.blocks[at].end else None
            zone = Zone.OTHER if title and words.rstrip("。！？") == title.rstrip("。！？") else _zone(words, kind)
            rows.append((begin, begin + len(words), zone))
        start += len(line)
    return rows


def _zone(words: str, kind: BlockKind | None) -> Zone:
    if kind is not None and (kind not in BODY or kind is BlockKind.HEADING):
        return Zone.OTHER
    if len(words) < 40 and _STAMP.match(words):
        return Zone.STAMP
    is_short = len(words) < _NO_NOTE
    if is_short and _OTHER.match(words) and not (len(words) > 60 and words.endswith("。")):
        return Zone.OTHER
    if is_short and _RUNTIME.search(words):
        return Zone.OTHER
    if len(words) < 80 and not _SOURCED.search(words) and (_CAPTION.match(words) or _PHOTO.match(words)):
        return Zone.OTHER
    if _SAYS_BELOW.search(words):
        return Zone.BODY
    # A short line without a mark at its end is a heading inside the body: 林远承认拥有住房.
    if len(words) < 36 and words[-1] not in "。！？；，：…”』）" and not words[-1].isascii():
        return Zone.OTHER
    if len(words) < 30 and not _SPEECH_MARK.search(words[-1]) and "。" not in words and "，" not in words:
        return Zone.OTHER
    return Zone.BODY


def _sentences(plain: str, start: int, end: int, depth: bytearray) -> list[tuple[int, int]]:
    """Spans of sentences: an end mark outside all marks, or “…。” before anything but a comma."""
    spans, begin = [], start
    # What runs on for longer than this is no sentence, and must not cost more than its length.
    while end - begin > _LONGEST:
        cut = max(plain.rfind("。", begin, begin + _LONGEST), plain.rfind("，", begin, begin + _LONGEST), begin) + 1
        stop = cut if cut - begin > 1 else begin + _LONGEST
        spans += _split(plain, begin, stop, depth)
        begin = stop
    return spans + _split(plain, begin, end, depth)


def _split(plain: str, start: int, end: int, depth: bytearray) -> list[tuple[int, int]]:
    spans: list[tuple[int, int]] = []
    begin = start
    for mark in re.finditer(r"[。！？…—]\s*”|[。！？]+|\s{2,}", plain[start:end]):
        first, last = start + mark.start(), start + mark.end()
        if "”" in mark.group():
            if last < end and (plain[last] in "，、；。的）" or depth[last]):
                continue
        elif depth[first]:
            continue
        if plain[begin:last].strip():
            spans.append(_trimmed(plain, begin, last))
        begin = last
    if plain[begin:end].strip():
        spans.append(_trimmed(plain, begin, end))
    return [part for span in spans for part in _around_runs(plain, *span)]


def _around_runs(plain: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """What of a sentence stands before and behind a run of words without a mark."""
    for run in _RUN.finditer(plain, start, end):
        if run.start() > start:
            yield _trimmed(plain, start, run.start())
        start = run.end()
    if start < end:
        yield _trimmed(plain, start, end)


def _trimmed(plain: str, start: int, end: int) -> tuple[int, int]:
    while start < end and plain[start].isspace():
        start += 1
    while end > start and plain[end - 1].isspace():
        end -= 1
    return start, end


def _word_starts(plain: str) -> frozenset[int]:
    starts, at = set(), 0
    for word in rjieba.cut(plain):
        starts.add(at)
        at += len(word)
    return frozenset(starts)
