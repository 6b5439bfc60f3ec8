"""The first and last days, weeks and months of a year or month: 今年最后一天, 去年的前10天, 本月下半月."""

from __future__ import annotations

import re

from suyuan.times.pieces import SMALL, Base, Piece, Row, Rule, Unit, whole

# 年底前10天 and 三年前: only what stands right after a year or month is counted from its edge.
_AFTER = r"(?:(?<=[年月])|(?<=[年月]的)|(?<=[年月] )|(?<=[年月]的 ))\s?"
_UNITS = {"天": Unit.DAY, "日": Unit.DAY, "周": Unit.WEEK, "期": Unit.WEEK, "拜": Unit.WEEK, "月": Unit.MONTH}
_WEEKDAYS = "一二三四五六日"


def _edge(match: re.Match[str]) -> tuple[Piece, ...]:
    count = whole(match[2])
    unit = _UNITS[match[3][-1]]
    if count < 1 or count > (12 if unit is Unit.MONTH else 60):
        return ()
    is_last = match[1] == "最后"
    if unit is Unit.MONTH:
        first, last = (13 - count, 12) if is_last else (1, count)
        return (Piece(Unit.MONTH, first, last=last),)
    return (Piece(unit, -count if is_last else count, Base.EDGE),)


def _half(match: re.Match[str]) -> tuple[Piece, ...]:
    return (Piece(Unit.DAY, 15 if match.group()[0] == "上" else -15, Base.EDGE, name=match.group()[-1]),)


def _weekday(match: re.Match[str]) -> tuple[Piece, ...]:
    nth = -1 if match[1] is None else whole(match[1])
    day = _WEEKDAYS.find(match[2].replace("天", "日")) + 1
    return (Piece(Unit.DAY, day, Base.NTH, weeks=nth),) if day and 0 != nth <= 5 else ()


RULES: tuple[Rule, ...] = (
    Rule(
        "first or last of a year or month",
        rf"{_AFTER}(前|头|最后)\s?({SMALL})\s?(个?月(?![份底初])|个?周(?![一二三四五六日年末])|个?星期(?![一二三四五六日天])|个?礼拜(?![一二三四五六日天])|天|日)(?![前后])",
        _edge,
        (
            Row("今年最后一天，两地恢复通航", "2025-12-29", "今年最后一天", "2025-12-31"),
            Row("他在去年的前10天去过", "2025-06-04", "去年的前10天", "2024-01-01/2024-01-10"),
            Row("计划在今年的最后3周进行", "2019-11-29", "今年的最后3周", "2019-W50/2019-W52"),
            Row("2024年最后两个月销量大增", "2025-06-04", "2024年最后两个月", "2024-11/2024-12"),
            Row("5月最后一天到账", "2025-06-04", "5月最后一天", "2025-05-31"),
        ),
    ),
    Rule(
        "half of a month or week",
        r"[上下]半[月周](?!刊|谈)",
        _half,
        (
            Row("7月上半月降雨偏多", "2025-07-20", "7月上半月", "2025-07-01/2025-07-15"),
            Row("他下半月都不在", "2025-06-04", "下半月", "2025-06-16/2025-06-30"),
            Row("他下半周都不在", "2025-06-03", "下半周", "2025-06-05/2025-06-08"),
        ),
    ),
    Rule(
        "weekday of a month",
        rf"(?:(?<=月)|(?<=月的))\s?(?:第\s?({SMALL})|最后一)\s?个?(?:星期|周|礼拜)([一二三四五六日天])",
        _weekday,
        (
            Row("5月的第二个星期日是母亲节", "2025-05-01", "5月的第二个星期日", "2025-05-11"),
            Row("11月最后一个周五打折", "2025-11-01", "11月最后一个周五", "2025-11-28"),
        ),
    ),
)
