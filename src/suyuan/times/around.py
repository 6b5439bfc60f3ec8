"""What the words around an expression say of its day: that it lies ahead, that it is past, or that it comes round again."""

from __future__ import annotations

import re

from suyuan.times.pieces import Base, Unit
from suyuan.times.resolve import WEEKEND
from suyuan.times.scan import Found

# What someone does on the day named: it is none of those ahead.
REPORTS = re.compile(
    r"[^。；;！？\n，,]{0,8}(?:宣布|表示|表态|称|说|透露|公告|披露|指出|证实|回应|报道|消息|强调|介绍|通报|公布|发文|写道|确认|获悉)"
)
_AHEAD_BEFORE = re.compile(
    r"(?:将(?!近|其|他|她|它|该|此|军|领|士|帅|这|一|两|被|嫌|伤|受)|拟|预计|预期|计划|定于|原定|有望|即将|力争|争取|准备|提议|建议|号召|呼吁|预告|敬请|截止|报名|推迟到|推迟至|延期至|延至|最迟|不晚于)[^。；;！？\n]{0,14}$"
)
_AHEAD_AFTER = re.compile(
    rf"(?!{REPORTS.pattern})"  # 周四宣布，将从下月起…: the day is that of the announcement
    r"[^。；;！？\n，,]{0,8}?[，,]?(?:[^。；;！？\n，,：说称布]{0,14}?将[在于]|[^。；;！？\n，,]{0,8}?(?:将(?!近|其|他|她|它|该|此|军|领|士|帅|这|一|两|被|嫌|伤|受)|拟(?!录)|计划(?!生|经)|有望|即将|或(?=将|再|于|有望)|会(?=在|于|有|是|对|公布|举行)|起(?:实行|实施|施行|执行|开始|开启|停)|截止|前(?:完成|提交|到|缴|返回)|开抢|开售|上映|开播|开幕|揭幕|打响))"
)
# The same in English. What is said, or comes after something, ends what looked ahead: would close, she said on Monday.
_SAID = r"(?:sa(?:id|ys?)|told|announced|reported|released|issued|published|confirmed|warned|ruled|dated|revealed|disclosed|posted|wrote|showed|informed|decided|according|after|since|following)\b"
_ENGLISH_AHEAD_BEFORE = re.compile(
    r"\b(?:(?:(?:will|won['’]t|must|set to|due|expected to|scheduled|likely to|projected to|forecast to|poised to|slated|about to"
    r"|brace|prepares?|preparing|hopes?|hoping|eyeing|upcoming|awaits?|faces?|clash|goes on trial|deadline|soonest|earliest"
    r"|(?:deal|offer|sale|funding|registration) (?:ends|expires|closes)|to (?:appear|take place|vote|resume|reopen))"
    rf"\b(?:(?!\b{_SAID})[^.;:\n“”]){{0,110}}|from|starting|beginning|effective|until|till|come|ahead of|(?:forecast|tips?|preview|need) for)"
    r"(?: on)?)\s$"
)
_ENGLISH_OPENING = re.compile(r"(?:^|[.”\n]\s?)on\s$")
_ENGLISH_AHEAD_AFTER = re.compile(
    rf",?(?:(?!\b{_SAID})[^.;:\n“”]){{1,60}}?\b(?:will|(?:is|are) (?:set|due|expected|scheduled))\b"
)
# Travelling fans in Naples for Wednesday's game: a meeting that people come for lies ahead.
_ENGLISH_FIXTURE = re.compile(
    r"['’]s [^.;:\n]{0,30}\b(?:meeting|game|match|clash|final|semi-final|race|fixture|vote|election|summit)\b"
)
_POSSESSED = re.compile(r"['’]s\b")
_FROM = re.compile(r"\b(?:from|until|till|come)\s$")

# 较周末下降, 周末报收, 周末突然公布, 首周末: the weekend before.
_PAST_BEFORE = re.compile(r"(?:[较比自]|首映?|截至)(?:上个?)?$")
_PAST_AFTER = re.compile(
    r"[^。；;！？\n，,：]{0,14}(?:报收|收于|收[涨跌]|(?:公布|宣布|发布|举办|举行|发生|推出|落幕|结束|抵达|遇袭)(?!会)|[一-鿿]了|票房|表现)"
    r"|[，,][^。；;！？\n]{0,40}(?:举办|举行|发生|公布|推出|出现|完成|迎来)了"
)
# 每到周末, 工作日晚上或周末, 周末和假期, 周末，一家人常到湖边, 「周末疯狂拼」: a weekend as they come, or a name.
_HABIT_BEFORE = re.compile(
    r"(?:(?:每[到逢]?|逢|到了?|平时|通常|一般|经常|往往|总是|多)(?:[在于]|是)?|[和或、及与]|[春夏秋冬][天日季]的|某[个位家][^。，]{0,6}|[「『“\"《]|市民|人们|居民)$"
)
_HABIT_AFTER = re.compile(
    r"[和或、及与]\s?(?:以及)?(?:法定|节|假|工作日|晚)|以及|[^。；;！？\n]{0,10}(?:(?<!正)常[^务委驻设年见春州]|都会|往往|通常|一般|总会|总是)|[^「『“\"\n，。]{1,5}[」』”\"]"
)


def looks_ahead(text: str, found: Found) -> bool:
    """Whether what the words around tell of has not happened yet."""
    start, end = found.start, (found.last or found).end
    if text[start].isascii() and text[start].isalpha():
        return _looks_ahead_in_english(text, start, end)
    return bool(_AHEAD_BEFORE.search(text[max(0, start - 24) : start]) or _AHEAD_AFTER.match(text[end : end + 24]))


def _looks_ahead_in_english(text: str, start: int, end: int) -> bool:
    before, after = text[max(0, start - 130) : start], text[end : end + 80]
    if _ENGLISH_OPENING.search(before):
        return _ENGLISH_AHEAD_AFTER.match(after) is not None
    if before.endswith("for ") and _ENGLISH_FIXTURE.match(after):
        return True
    if _FROM.search(before) and _POSSESSED.match(after):  # no casualties from Tuesday's heat
        return False
    return _ENGLISH_AHEAD_BEFORE.search(before) is not None


_HAPPENED_AFTER = re.compile(
    r"(?:[“\"][^”\"\n]{1,12}[”\"]|[^。；;！？\n”“\"]){0,16}?(?:曾|[一-鿿]了(?!解)|断开|发生|相撞|起火|爆炸|坠落|失联|遇袭|侧翻|关闭)"
)
_HAPPENED_BEFORE = re.compile(r"\b(?:ended|began|happened|occurred|struck|died|crashed|collided)\b[^.;\n]{0,20}$")


def looks_back(text: str, found: Found) -> bool:
    """Whether a weekend or a bare clock is told of as past; other days need no such word."""
    if found.pieces[0].unit is Unit.CLOCK:
        return bool(
            _HAPPENED_AFTER.match(text, found.end, found.end + 40)
            or _HAPPENED_BEFORE.search(text[max(0, found.start - 40) : found.start])
        )
    return _is_weekend(found) and bool(
        _PAST_BEFORE.search(text[max(0, found.start - 4) : found.start])
        or _PAST_AFTER.match(text, found.end, found.end + 60)
    )


def comes_round(text: str, found: Found) -> bool:
    """Whether a bare weekend is any: 每到周末, 周末和假期."""
    if not _is_weekend(found) or len(found.pieces) > 1 or found.pieces[0].weeks is not None:
        return False
    return bool(
        _HABIT_BEFORE.search(text[max(0, found.start - 10) : found.start])
        or _HABIT_AFTER.match(text, found.end, found.end + 40)
    )


def _is_weekend(found: Found) -> bool:
    piece = found.pieces[0]
    return (piece.unit, piece.base, piece.number) == (Unit.DAY, Base.WEEKDAY, WEEKEND)
