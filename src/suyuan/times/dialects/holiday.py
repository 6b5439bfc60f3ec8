"""Feasts and days with a name: 春节, 中秋, 五一, 除夕, 农历正月十五, “9·11”."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta

from suyuan.times.lunar import solar
from suyuan.times.pieces import Base, Piece, Row, Rule, Unit, whole

Feast = Callable[[int], date | None]


def _on(month: int, day: int) -> Feast:
    return lambda year: date(year, month, day)


def _lunar(month: int, day: int) -> Feast:
    return lambda year: solar(year, month, day)


def _nth(month: int, nth: int, weekday: int) -> Feast:
    """The nth such weekday of a month: Mother's Day is the second Sunday of May."""

    def feast(year: int) -> date:
        first = date(year, month, 1)
        return first + timedelta(days=(weekday - first.isoweekday()) % 7 + 7 * (nth - 1))

    return feast


def _tomb_sweeping(year: int) -> date | None:
    # The usual formula of the solar term, right for 2000 to 2099.
    return date(year, 4, int((year % 100) * 0.2422 + 4.81) - (year % 100) // 4) if 2000 <= year < 2100 else None


FEASTS: dict[str, Feast] = {
    "元旦": _on(1, 1), "情人节": _on(2, 14), "妇女节": _on(3, 8), "三八节": _on(3, 8), "植树节": _on(3, 12), "愚人节": _on(4, 1),
    "五一": _on(5, 1), "劳动节": _on(5, 1), "青年节": _on(5, 4), "五四": _on(5, 4), "六一": _on(6, 1), "儿童节": _on(6, 1),
    "建党节": _on(7, 1), "建军节": _on(8, 1), "八一": _on(8, 1), "教师节": _on(9, 10), "国庆": _on(10, 1), "十一": _on(10, 1),
    "万圣节": _on(10, 31), "双十一": _on(11, 11), "双11": _on(11, 11), "双十二": _on(12, 12), "双12": _on(12, 12), "平安夜": _on(12, 24), "圣诞": _on(12, 25),
    "春节": _lunar(1, 1), "大年初一": _lunar(1, 1), "除夕": _lunar(1, 0), "年三十": _lunar(1, 0), "元宵": _lunar(1, 15), "端午": _lunar(5, 5),
    "七夕": _lunar(7, 7), "中元": _lunar(7, 15), "中秋": _lunar(8, 15), "重阳": _lunar(9, 9), "腊八": _lunar(12, 8), "清明": _tomb_sweeping,
    "母亲节": _nth(5, 2, 7), "父亲节": _nth(6, 3, 7), "感恩节": _nth(11, 4, 4),
}  # fmt: skip

# Days that are names of what happened on them: their year is fixed.
HAPPENINGS = {(9, 11): 2001}

_DAY_WORDS = r"(?:初[一二三四五六七八九十]|[一二]?十[一二三四五六七八九]?|廿[一二三四五六七八九]?|三十)"
_MONTHS = {"正": 1, "冬": 11, "腊": 12}


def _feast(match: re.Match[str]) -> tuple[Piece, ...]:
    words = match.group()
    name = next(name for name in sorted(FEASTS, key=len, reverse=True) if name in words)
    day = Piece(Unit.DAY, base=Base.FEAST, name=name)
    if words[-1] in "夜晚" and name in ("除夕", "圣诞", "大年初一", "年三十", "中秋", "元宵"):
        return (day, Piece(Unit.PART, name="EV"))
    return (day,)


def _lunar_day(match: re.Match[str]) -> tuple[Piece, ...]:
    month, day = match[1] or match[3], match[2] or match[4]
    return _lunar_pieces(_MONTHS.get(month) or whole(month), day)


def _new_year_day(match: re.Match[str]) -> tuple[Piece, ...]:
    return _lunar_pieces(1, match[1] or match[2])


def _lunar_pieces(month: int, words: str) -> tuple[Piece, ...]:
    day = whole(words.removeprefix("初").replace("廿", "二十"))
    return (Piece(Unit.DAY, month * 100 + day, Base.LUNAR),)


def _dotted(match: re.Match[str]) -> tuple[Piece, ...]:
    month, day = int(match[1] or match[3]), int(match[2] or match[4])
    pieces = (Piece(Unit.MONTH, month), Piece(Unit.DAY, day))
    year = HAPPENINGS.get((month, day))
    return (Piece(Unit.YEAR, year), *pieces) if year else pieces


RULES: tuple[Rule, ...] = (
    Rule(
        "feast by name",
        r"元旦(?:节)?(?:假期|小长假)?|春节(?:假期|长假|黄金周)?|除夕(?:夜|当晚)?|大年三十|(?<!过大)年三十|大年初一|元宵(?=[节夜佳]|前|当|期)(?:佳?节|夜)?|(?:清明|端午|中秋|重阳(?=[节佳])|国庆)(?!上河|政|卿|县|市|路|区|镇|村|大桥|新村)(?:佳?节)?(?:小长假|假期|长假|黄金周|假日)?"
        r"|国庆中秋|七夕(?:节)?|腊八(?:节)?(?!粥|蒜)|中元节|圣诞(?:节|夜)?(?!老人|树|礼物|歌|大战|岛)|平安夜|情人节|愚人节|妇女节|植树节|青年节|儿童节|建[党军]节|教师节|母亲节|父亲节|感恩节|万圣节|劳动节"
        r"|[“\"]?(?<!\d)(?:五一|六一|十一)[”\"]?(?:国际)?(?:国庆节?|劳动节|儿童节|小长假|假期|长假|黄金周|期间|节)(?<!期间)"
        r"|[“\"](?:五一|六一|十一|八一|五四)[”\"]|(?<![一二三四五六七八九十\d星期周第])五一(?=期间|[五5]天|前夕|节|后|前|[，。,]|当天)|[“\"]?双十[一二][”\"]?|[“\"]?双1[12][”\"]?",
        _feast,
        (
            Row("五一假期港股昨日休市", "2023-05-02", "五一假期", "2023-05-01"),
            Row("中秋节将至，各地备货", "2025-09-20", "中秋节", "2025-10-06"),
            Row("去年除夕他没回家", "2025-06-04", "去年除夕", "2024-02-09"),
        ),
    ),
    Rule(
        "day of the Chinese calendar",
        rf"(?:(?:农历|阴历|旧历)(?:[甲乙丙丁戊己庚辛壬癸][子丑寅卯辰巳午未申酉戌亥]年)?([正冬腊]|十[一二]?|[一二三四五六七八九])月({_DAY_WORDS})日?|([正腊])月({_DAY_WORDS}))",
        _lunar_day,
        (Row("庙会将持续到正月十五", "2025-02-05", "正月十五", "2025-02-12"),),
    ),
    Rule(
        "day of the new year",
        r"大?年初([一二三四五六七八九十])|(?<=[从至到，、])初([一二三四五六七])(?=[、，至到])",
        _new_year_day,
        (Row("大年初三，景区爆满", "2025-02-05", "大年初三", "2025-01-31"),),
    ),
    Rule(
        "day of a month with a dot",
        r"[“\"‘](1[0-2]|[1-9])[·•.・](3[01]|[12]\d|[1-9])[”\"’](?!案|专案|大案|工程|计划|模式)|(?<![\d.·])(1[0-2]|[1-9])[·•・](3[01]|[12]\d|[1-9])(?![\d.·]|案|专案)",
        _dotted,
        (Row("“9·11”恐怖袭击后", "2025-06-04", "“9·11”", "2001-09-11"),),
    ),
)
