"""Article → Timex: one scan for pieces, joined to expressions, each resolved where the reading stands."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from functools import cache

from suyuan.records import Article, Timex, digest
from suyuan.text import fold
from suyuan.times.dialects import CHINESE, ENGLISH
from suyuan.times.pieces import Base, Piece, Rule, Unit
from suyuan.times.resolve import Meaning, Reading, merge, resolve, resolve_range

HOME = 480  # minutes east of UTC where a page states no zone: Chinese pages mean Beijing

# What may stand between pieces of one expression, and between the ends of a range.
_GLUE = re.compile(r"[ \t]?的?[ \t]?")
_OPEN = re.compile(r"[ ]?[（(]即?")
_CLOSE = re.compile(r"[)）]")
_RANGE = re.compile(r"[ ]?(?:持续|延续|一直)?(?:[-—–－~～至到]|——|--)[ ]?(?=\S)")
_ZONE = re.compile(
    r"(当地|北京|[美]国?东部|[美]国?西部|美东|美西|太平洋|东部|纽约|华盛顿|伦敦|巴黎|柏林|莫斯科|基辅|东京|首尔|平壤|台北|香港|悉尼|中欧|格林[尼威]治|国际|世界|协调世界|日本|韩国|乌克兰|伊朗|以色列|欧洲|印度|土耳其|巴西|英国|德国|法国|俄罗斯|埃及|泰国|新加坡|加拿大|澳大利亚|美国)(?:标准)?时间[,，:：]?\s?$|(gmt|utc)(?:[+-]\d{1,2})?\s?$"
)
_AHEAD_BEFORE = re.compile(
    r"(?:将(?!近|其|他|她|它|该|此|军|领|士|帅|这|一|两|被|嫌|伤|受)|拟|预计|预期|计划|定于|原定|有望|即将|力争|争取|准备|提议|建议|号召|呼吁|预告|敬请|截止|报名|推迟到|推迟至|延期至|延至|最迟|不晚于)[^。；;！？\n]{0,14}$"
)
_AHEAD_AFTER = re.compile(
    r"[^。；;！？\n，,]{0,8}?[，,]?[^。；;！？\n，,]{0,8}?(?:将(?!近|其|他|她|它|该|此|军|领|士|帅|这|一|两|被|嫌|伤|受)|拟(?!录)|计划(?!生|经)|有望|即将|会(?=在|于|有|是|对|公布|举行)|起(?:实行|实施|施行|执行|开始|开启|停)|截止|前(?:完成|提交|到|缴|返回)|开抢|开售|上映|开播|开幕|揭幕|打响)"
)
_ASIDE = re.compile(r"(?:继|自|自从|距|距离|比|较|与|同|从|截至|截止|截止到|截至到|早在|追溯到|不同于|至|到|而)\s?$")
_DATELINE = re.compile(
    r"^(?:\s|[（(]?原标题.{0,60}\n)*(?:[【（(]?[^\s，。,：:]{0,14}?(?:社|网|报|台|讯|新闻|日报|客户端|快讯))[^\n，。]{0,20}?((?:1[0-2]|0?\d)月(?:3[01]|[12]\d|0?\d)日)(?:电|讯|消息|报道|综合)"
)


# What an expression may begin with. A scan for single characters is five times as fast as one for all rules.
RULES = {"zh": CHINESE, "en": ENGLISH}
_TRIGGERS = {
    "zh": re.compile(
        r"[0-9q‘“零〇一七万三上下不世两中九乾二五今令体何傍儿元先光入全八公六农冬凌几出刚初到前劳十千午半即去双发可同后呈周咸哪嘉四国圣夏多夜大天"
        r"如妇子实宣将小展崇平年康建廿开当往总情愚感截拂接教数新日旧早时明星春昨昭显晌晚晨最月有未本来某植次正此母每民永洪深清父现白百目眼礼神秋"
        r"科稍端第约翌腊至若表该贞转迄过近这连道那重长阴除隔雍青项顺题首黄黎\"]"
    ),
    "en": re.compile(r"\b[0-9a-z]"),
}
# A page is read as English where Chinese characters are fewer than one in so many letters.
ENGLISH_SHARE = 20


@dataclass(frozen=True, slots=True)
class Found:
    """Pieces at a place; `last` are those of the end of a range."""

    start: int
    end: int
    pieces: tuple[Piece, ...]
    last: tuple[Piece, ...] = ()
    middle: int | None = None  # where the first end of a range stops


def date(article: Article) -> tuple[Timex, ...]:
    """Every time expression of an article, resolved as far as the words go."""
    text = fold(article.text)
    reading = Reading(_speaks_at(article, text))
    timexes: list[Timex] = []
    before = 0
    for found in scan(text, grammar(text, article.language)):
        reading = _moved_on(reading, text, before, found.start)
        reading = replace(reading, is_ahead=_is_ahead(text, found))
        before = found.end
        for part in _readable(found, reading):
            meaning = _meaning(part, reading)
            if meaning is None:
                continue
            timexes.append(_timex(article, text, part, meaning))
            reading = _told(reading, text, part, meaning)
            before = part.end
    return tuple(timexes)


# ── scanning ─────────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class Grammar:
    """The rules of a language: one pattern that tells which rule fits, and where to try it."""

    trigger: re.Pattern[str]
    rules: tuple[tuple[re.Pattern[str], Rule], ...]
    which: re.Pattern[str]

    def piece(self, text: str, at: int) -> tuple[int, int, tuple[Piece, ...]] | None:
        """Where the words of the first rule that fits here stand, and what they give."""
        match = self.which.match(text, at)
        if match is None or match.lastgroup is None:
            return None
        pattern, rule = self.rules[int(match.lastgroup[1:])]
        found = pattern.match(text, at)
        if found is None:
            return None
        words = found.group()
        start = at + len(words) - len(words.lstrip())
        return start, start + len(words.strip()), rule.read(found)


def grammar(text: str, language: str | None = None) -> Grammar:
    """The grammar that a folded text is read with."""
    if language is None:
        sample = text[:2000]
        letters = sum(char.isalpha() for char in sample)
        chinese = sum("\u4e00" <= char <= "\u9fff" for char in sample)
        language = "en" if letters and chinese * ENGLISH_SHARE < letters else "zh"
    return _grammar("en" if language.startswith("en") else "zh")


@cache
def _grammar(language: str) -> Grammar:
    rules = RULES[language]
    which = "|".join(f"(?P<r{index}>{_unnamed(rule.pattern)})" for index, rule in enumerate(rules))
    return Grammar(_TRIGGERS[language], tuple((re.compile(rule.pattern), rule) for rule in rules), re.compile(which))


def _unnamed(pattern: str) -> str:
    """The pattern without groups of its own; what repeats a group (the mark in 2025-06-04) may then be any mark."""
    plain = re.sub(r"\(\?P<\w+>", "(?:", pattern)
    plain = re.sub(r"(?<!\\)\((?!\?)", "(?:", plain)
    return plain.replace(r"\1", "[-/.]")


def scan(text: str, reader: Grammar) -> Iterator[Found]:
    """The expressions of a folded text, left to right."""
    position = 0
    for trigger in reader.trigger.finditer(text):
        if trigger.start() < position:
            continue
        piece = reader.piece(text, trigger.start())
        if piece is None:
            continue
        start, end, pieces = piece
        position = end
        if pieces:
            found = _ranged(text, reader, _joined(text, reader, Found(start, end, pieces)))
            position = found.end
            yield found


def _joined(text: str, reader: Grammar, found: Found) -> Found:
    """Pieces one after another from coarse to fine, and what a bracket says again."""
    while found.pieces[-1].unit not in (Unit.CLOCK, Unit.DURATION, Unit.VAGUE):
        following = _next(text, reader, found) or _bracketed(text, reader, found)
        if following is None:
            break
        found = following
    return found


def _next(text: str, reader: Grammar, found: Found) -> Found | None:
    glue = _GLUE.match(text, found.end)
    assert glue is not None
    last = found.pieces[-1]
    if "的" in glue.group() and last.unit >= Unit.DAY:
        return None
    piece = reader.piece(text, glue.end())
    if piece is None or not piece[2] or not _fits(last, piece[2][0]):
        return None
    return Found(found.start, piece[1], found.pieces + piece[2])


def _fits(piece: Piece, finer: Piece) -> bool:
    """去年 may be followed by 3月 or 除夕, not by 昨天 or 上月; a day by its weekday."""
    if piece.unit is Unit.SET:
        return Unit.MONTH <= finer.unit <= Unit.CLOCK and finer.base in (Base.GIVEN, Base.FEAST)
    if piece.unit is Unit.DAY and finer.base is Base.WEEKDAY:
        return piece.base is Base.GIVEN and finer.weeks is None
    if not piece.unit < finer.unit <= Unit.CLOCK:
        return False
    if finer.unit in (Unit.PART, Unit.CLOCK):
        return piece.unit >= Unit.DAY
    if piece.unit in (Unit.WEEK, Unit.QUARTER, Unit.HALF, Unit.SEASON) or piece.last is not None:
        return False
    if finer.unit is Unit.DAY and finer.base is Base.GIVEN:
        return piece.unit is Unit.MONTH
    return finer.base in (Base.GIVEN, Base.FEAST, Base.LUNAR)


def _bracketed(text: str, reader: Grammar, found: Found) -> Found | None:
    """周三（25日）, 今日(6月27日): the bracket says the same day again."""
    opening = _OPEN.match(text, found.end)
    if opening is None or not Unit.MONTH <= found.pieces[-1].unit <= Unit.PART:
        return None
    piece = reader.piece(text, opening.end())
    if piece is None or not piece[2] or piece[2][0].unit > Unit.DAY:
        return None
    inner = _joined(text, reader, Found(*piece))
    closing = _CLOSE.match(text, inner.end)
    if closing is None or Unit.DAY not in {one.unit for one in inner.pieces}:
        return None
    return Found(found.start, closing.end(), found.pieces + inner.pieces)


def _ranged(text: str, reader: Grammar, found: Found) -> Found:
    join = _RANGE.match(text, found.end) if found.pieces[-1].unit <= Unit.CLOCK else None
    piece = reader.piece(text, join.end()) if join else None
    if piece is None or not piece[2] or piece[2][0].unit > Unit.CLOCK:
        return found
    last = _joined(text, reader, Found(*piece))
    return replace(found, end=last.end, last=last.pieces, middle=found.end)


# ── reading ──────────────────────────────────────────────────────────────────────────────────────


def _speaks_at(article: Article, text: str) -> datetime | None:
    """Publication in the page's own zone; a dateline of the week before is the day the article speaks on."""
    if article.published is None:
        return None
    offset = HOME if article.offset is None else article.offset
    now = (article.published + timedelta(minutes=offset)).replace(tzinfo=None)
    dateline = _DATELINE.match(text[:200])
    if dateline is None:
        return now
    month, day = (int(part) for part in re.findall(r"\d+", dateline[1]))
    for back in range(1, 8):
        earlier = now - timedelta(days=back)
        if (earlier.month, earlier.day) == (month, day):
            return earlier.replace(hour=23, minute=59)
    return now


def _moved_on(reading: Reading, text: str, before: int, start: int) -> Reading:
    """A new paragraph forgets the dates of the last but keeps the day told of; a new sentence forgets the hour."""
    between = text[before:start]
    if "\n" in between:
        return replace(reading, here=None, period=None, afternoon=False)
    if any(mark in between for mark in "。！？"):
        here = reading.here if reading.here and reading.here.month else None
        return replace(reading, here=here, afternoon=False)
    return reading


def _is_ahead(text: str, found: Found) -> bool:
    before = text[max(0, found.start - 24) : found.start]
    return bool(_AHEAD_BEFORE.search(before) or _AHEAD_AFTER.match(text[found.end : found.end + 24]))


def _readable(found: Found, reading: Reading) -> tuple[Found, ...]:
    """A range, or its two ends by themselves where they make none."""
    if not found.last or resolve_range(merge(found.pieces), merge(found.last), reading):
        return (found,)
    assert found.middle is not None
    return (Found(found.start, found.middle, found.pieces),)


def _meaning(found: Found, reading: Reading) -> Meaning | None:
    pieces = merge(found.pieces)
    if not found.last:
        return resolve(pieces, reading)
    ends = resolve_range(pieces, merge(found.last), reading)
    if ends is None:
        return None
    start, end = ends
    value = f"{start.value.partition('/')[0]}/{end.value.rpartition('/')[2]}"
    when = replace(start.when, value=value, day=None) if start.when else None
    return Meaning(value, end.type, when, end.hour, start.anchor, f"{start.why}, up to")


def _told(reading: Reading, text: str, found: Found, meaning: Meaning) -> Reading:
    """Where the reading stands after an expression: the day told of is the first of its sentence, or opens a clause."""
    when = meaning.when
    if when is None:
        return reading
    if meaning.hour is not None:
        reading = replace(reading, afternoon=meaning.hour >= 12)
    if when.day is None:
        told = when if reading.told is None or reading.told.day is None else reading.told
        return replace(reading, here=when, period=when, told=told)
    first = reading.first
    if reading.today and 0 <= (reading.today - when.day).days <= 60:
        first = min(first, when.day) if first else when.day
    return replace(reading, here=when, first=first, told=when if _opens(text, found, reading) else reading.told)


def _opens(text: str, found: Found, reading: Reading) -> bool:
    """9日的罢工是继5日之后…: the sentence tells of the 9th."""
    if reading.told is None or reading.here is None:
        return True
    before = text[max(0, found.start - 40) : found.start]
    if _ASIDE.search(before):
        return False
    clause = re.split(r"[。！？!?；;\n]", before)[-1]
    return not re.search(r"\d日|[昨今当同]日|[昨今当]天", clause) or before[-1:] in "，,、"


def _timex(article: Article, text: str, found: Found, meaning: Meaning) -> Timex:
    zone = _ZONE.search(text[max(0, found.start - 12) : found.start])
    return Timex(
        id=digest("timex", article.id, found.start, found.end),
        article=article.id,
        start=found.start,
        end=found.end,
        type=meaning.type,
        value=meaning.value,
        anchor=meaning.anchor,
        why=meaning.why,
        zone=article.text[found.start - len(zone.group()) :][: len(zone.group())].strip(" ，,:：") if zone else None,
    )
