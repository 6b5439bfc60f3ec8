"""Article → Timex: expressions in order, each resolved where the reading stands."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import replace
from datetime import date as date_of
from datetime import datetime, timedelta

from suyuan.records import Article, BlockKind, Timex, TimexType, digest, where_written
from suyuan.text import fold
from suyuan.times import around
from suyuan.times.calendar import When
from suyuan.times.pieces import Base, Unit
from suyuan.times.resolve import Meaning, Reading, merge, resolve, resolve_range
from suyuan.times.scan import Found, grammar, scan

PUBLISHED = range(1000, 9000)  # a stamp outside these years is broken, and counting from it leaves the calendar
RECENT = 60  # days before publication within which the happening of 事发当日 is looked for
WEEK = 7  # days in which a digest brings what was told before it
EVENING = 18  # the hour from which 当晚 goes on

_ZONE = re.compile(
    r"(当地|北京|[美]国?东部|[美]国?西部|美东|美西|太平洋|东部|纽约|华盛顿|伦敦|巴黎|柏林|莫斯科|基辅|东京|首尔|平壤|台北|香港|悉尼|中欧|格林[尼威]治|国际|世界|协调世界|日本|韩国|乌克兰|伊朗|以色列|欧洲|印度|土耳其|巴西|英国|德国|法国|俄罗斯|埃及|泰国|新加坡|加拿大|澳大利亚|美国)(?:标准)?时间[,，:：]?\s?$|(gmt|utc)(?:[+-]\d{1,2})?\s?$"
)
_ASIDE = re.compile(r"(?:继|自|自从|距|距离|比|较|与|同|从|截至|截止|截止到|截至到|早在|追溯到|不同于|至|到|而)\s?$")
# 本报青石6月4日电: what the article calls today. 据某报网站6月3日报道 is the day of another's report.
_DATELINE = re.compile(
    r"^\s*[（(【]?(?!另?据)[^\s，。,：:《》]{0,14}?(?:社|网|报|台|讯|新闻|客户端)[^\n，。《》]{0,20}?((?:1[0-2]|0?\d)月(?:3[01]|[12]\d|0?\d)日)(?:电|讯|消息|报道|综合)",
    re.MULTILINE,
)
_DATELINE_WITHIN = 300


def date(article: Article) -> tuple[Timex, ...]:
    """Every time expression of an article, resolved as far as the words go."""
    text = fold(article.text)
    is_abroad = article.offset is None and article.language not in (None, "zh")
    speaks_at = _speaks_at(article, text)
    reading = Reading(speaks_at, is_abroad=is_abroad)
    timexes: list[Timex] = []
    headings = [block.start for block in article.blocks if block.kind is BlockKind.HEADING]
    before = 0
    for found in scan(text, grammar(text, article.language)):
        reading = _moved_on(reading, text, before, found.start)
        if reading.now != speaks_at and _ITEM_ENDS.search(text, before, found.start):
            reading = replace(reading, now=speaks_at)
        if bisect_left(headings, before) < bisect_right(headings, found.start):
            reading = replace(reading, is_below=True)
        for part, meaning in _understood(text, found, replace(reading, told=_pointed_at(reading, text, before, found))):
            timexes.append(_timex(article, text, part, meaning))
            reading = _spoken_on(reading, text, part, meaning)
            told = _told(reading, text, part, meaning)
            if _is_caption(text, part):
                told = replace(told, news=reading.news, first=reading.first, aside=reading.aside or reading)
            reading = told
        before = (found.last or found).end
    return tuple(timexes)


def _speaks_at(article: Article, text: str) -> datetime | None:
    """Publication in the page's own zone; a dateline of the week before is the day the article speaks on."""
    if article.published is None or article.published.year not in PUBLISHED:
        return None
    now = where_written(article, article.published).replace(tzinfo=None)
    dateline = _DATELINE.search(text[:_DATELINE_WITHIN])
    if dateline is None:
        return now
    month, day = (int(part) for part in re.findall(r"\d+", dateline[1]))
    for back in range(1, 8):
        earlier = now - timedelta(days=back)
        if (earlier.month, earlier.day) == (month, day):
            return earlier.replace(hour=23, minute=59)
    return now


# 1月26日上午消息，公司今日宣布: at the head of an item that a digest of the 27th brings.
_NEWS_OF = re.compile(r"\s?(?:凌晨|早间|上午|中午|下午|晚间?|夜间)?\s?(?:消息|讯|电)[，,：:]")


_ITEM_ENDS = re.compile(r"\n[^\n]{5,60}(?<![。！？；：…”」!?)）])\n")  # the heading of the next


def _spoken_on(reading: Reading, text: str, found: Found, meaning: Meaning) -> Reading:
    """From the dateline of an item on, 今日 is its day, where that is one of the week before."""
    day = meaning.when.day if meaning.when else None
    opens = not text[text.rfind("\n", 0, found.start) + 1 : found.start].strip()
    if not day or not reading.now or not opens or not _NEWS_OF.match(text, found.end):
        return reading
    if not 0 < (reading.now.date() - day).days <= WEEK:
        return reading
    return replace(reading, now=datetime(day.year, day.month, day.day, 23, 59))


def _moved_on(reading: Reading, text: str, before: int, start: int) -> Reading:
    """A new paragraph forgets the dates of the last but keeps the day told of; a new sentence forgets the hour."""
    between = text[before:start]
    if "\n" in between:
        reading = reading.aside or reading
        return replace(reading, here=None, period=None, afternoon=False)
    if any(mark in between for mark in "。！？"):
        here = reading.here if reading.here and reading.here.month else None
        return replace(reading, here=here, afternoon=False)
    return reading


def _is_ahead(reading: Reading, told: When | None) -> bool:
    return told is not None and told.day is not None and reading.today is not None and told.day > reading.today


# 1月26日清洁日当天: nothing ends a clause between the date and 当天.
_CLAUSE = re.compile(r"[，。,；;：:、！？!?\n（）()“”「」《》]")


def _pointed_at(reading: Reading, text: str, before: int, found: Found) -> When | None:
    """The day that 当天 or 当晚 points back to: the last one told of, unless the words around show another."""
    piece = found.pieces[0]
    told, here = reading.told, reading.here if reading.here and reading.here.day else None
    if (piece.unit, piece.base, piece.number) != (Unit.DAY, Base.NARRATIVE, 0):
        return told
    if reading.from_which:
        return reading.from_which  # 前一晚修剪，当日清晨外出
    if text.startswith(("同日", "同一天"), found.start) and here:
        return here  # 29日电 据远山社28日报道，…。林远同日表示: the day named last
    if text.startswith("即日", found.start) and (here or _is_ahead(reading, told)):
        return None if _is_ahead(reading, here) else here  # 自即日起: the day on which it is announced
    if here and not _CLAUSE.search(text, before, found.start):
        return here
    if reading.is_below and reading.news:
        return None  # a digest goes on to another story
    if reading.evening and text[found.start + 1] in "晚夜":
        return reading.evening
    if told is None or told.day is None or reading.today is None or reading.news is None:
        return told
    if told == reading.planned and around.REPORTS.match(text, found.end):  # 大选将于2月8日举行。当天央行宣布
        return here if here and here != told else reading.news
    if here is None and (reading.today - told.day).days > RECENT and _is_news(text, found):
        return reading.news
    return told


def _is_news(text: str, found: Found) -> bool:
    """某公司当天发布业绩 after a paragraph of background; 当天，… and 当晚，… go on with what that told."""
    return (
        len(found.pieces) == 1
        and text[found.start] != "即"
        and text[found.start - 1 : found.start] != "\n"
        and text[found.end : found.end + 1] != "的"
    )


def _understood(text: str, found: Found, reading: Reading) -> list[tuple[Found, Meaning]]:
    """An expression with its meaning; the two ends of a range by themselves where they make none."""
    if _may_lie_ahead(found) and around.looks_ahead(text, found):
        reading = replace(reading, is_ahead=True)
    if around.comes_round(text, found):
        return [(found, Meaning("XXXX-WXX-WE", TimexType.SET, why="a repeated time"))]
    reading = replace(reading, is_behind=around.looks_back(text, found))
    if found.last is None:
        meaning = resolve(merge(found.pieces), reading)
        return [(found, meaning)] if meaning else []
    ends = resolve_range(merge(found.pieces), merge(found.last.pieces), reading)
    if ends is None:
        return [*_understood(text, replace(found, last=None), reading), *_understood(text, found.last, reading)]
    start, end = ends
    value = f"{start.value.partition('/')[0]}/{end.value.rpartition('/')[2]}"
    when = replace(start.when, value=value, day=None) if start.when else None
    return [
        (
            replace(found, end=found.last.end),
            Meaning(value, end.type, when, end.hour, start.anchor, f"{start.why}; both ends"),
        )
    ]


def _may_lie_ahead(found: Found) -> bool:
    units = {piece.unit for piece in found.pieces}
    return Unit.YEAR not in units and not units & {Unit.VAGUE, Unit.DURATION, Unit.SET}


def _told(reading: Reading, text: str, found: Found, meaning: Meaning) -> Reading:
    """Where the reading stands after an expression: the day told of is the first of its sentence, or opens a clause."""
    when = meaning.when
    if when is None or _is_compared_with(found) or _is_feast(text, found):
        return reading
    from_which = reading.told if _is_before_the_story(found) else None
    reading = replace(reading, from_which=from_which)
    if _names_a_happening(text, found):
        return replace(reading, first=_earliest(reading, when))
    if meaning.hour is not None:
        reading = replace(reading, afternoon=meaning.hour >= 12)
    if when.day:
        reading = replace(reading, evening=_evening(reading, text, found, meaning))
    opens = _opens(text, found, reading)
    reading = replace(reading, here=when, year=when.year if opens or reading.year is None else reading.year)
    if when.day is None:
        is_late = reading.today and when.year in (reading.today.year - 1, reading.today.year)
        return replace(reading, period=when, reported=when if is_late else reading.reported)
    first = _earliest(reading, when)
    told = when if opens or reading.told is None else reading.told
    if _may_lie_ahead(found) and around.looks_ahead(text, found):
        reading = replace(reading, planned=when)
    is_news = told.day and reading.today and 0 <= (reading.today - told.day).days <= RECENT
    return replace(reading, first=first, told=told, news=told if is_news else reading.news, is_below=False)


def _is_before_the_story(found: Found) -> bool:
    piece = found.pieces[0]
    return piece.unit is Unit.DAY and piece.base is Base.NARRATIVE and piece.number < 0


def _names_a_happening(text: str, found: Found) -> bool:
    """“6·2”事故: what it is called, and no day that the text goes on from."""
    return text[found.start] in '“"‘' and found.pieces[-1].unit is Unit.DAY


def _earliest(reading: Reading, when: When) -> date_of | None:
    """The earliest recent day so far, that of the happening."""
    day, first = when.day, reading.first
    if day is None or reading.today is None or not 0 <= (reading.today - day).days <= RECENT:
        return first
    return min(first, day) if first else day


def _evening(reading: Reading, text: str, found: Found, meaning: Meaning) -> When | None:
    """The evening that 当晚 goes on from, kept where the day after is only that of a report: 昨晚停航。管理处今天说，当晚…"""
    when, before = meaning.when, reading.evening
    if (meaning.hour or 0) >= EVENING or any(piece.name == "EV" for piece in found.pieces):
        return when
    if when and when.day and before and before.day and around.REPORTS.match(text, found.end):
        return before if 0 <= (when.day - before.day).days <= 1 else None
    return None


def _is_compared_with(found: Found) -> bool:
    """上年同期为1亿元; 比上年增长: the figures that follow are still of the period reported on."""
    last = found.pieces[-1]
    return last.base is Base.SAME_LAST_YEAR or (last.base is Base.PERIOD and last.number < 0)


# 这是12月2日在首都拍摄的广场。远山社记者林远摄: when a picture was taken, and nothing that the text goes on from.
_CAPTION = re.compile(
    r"\s*(?:这是|图为|△|▲|资料图|资料照片)[^\n]*(?:拍摄|摄)|[^\n]{0,60}拍摄的[^。\n]{1,20}。[^。\n]{0,16}摄\s*$"
    r"|[^\n]{0,120}。[^。\n]{0,8}社(?:发|记者)[^。\n]{0,16}摄\s?[）)]?\s*$"
)


def _is_caption(text: str, found: Found) -> bool:
    start, end = text.rfind("\n", 0, found.start) + 1, text.find("\n", found.end)
    return _CAPTION.match(text, start, end if end >= 0 else len(text)) is not None


def _is_feast(text: str, found: Found) -> bool:
    """春节 is rarely what a text tells of, unless it says 除夕当天."""
    return (
        any(piece.base in (Base.FEAST, Base.LUNAR) for piece in found.pieces)
        and text[found.end : found.end + 1] != "当"
    )


def _opens(text: str, found: Found, reading: Reading) -> bool:
    """9日的罢工是继5日之后…: the sentence tells of the 9th."""
    if reading.here is None:
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
