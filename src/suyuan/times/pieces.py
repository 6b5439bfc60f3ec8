"""The pieces that time expressions are put together from, and the shape of a rule.

今年 · 1月 · 下午 · 两点半 are pieces; `今年1月` is an expression of two. A dialect is an ordered list of rules; a
rule finds the words of a piece and says what they give, relative to what (`Base`), without knowing any date.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from enum import IntEnum, StrEnum
from typing import NamedTuple

from suyuan.text import number


class Unit(IntEnum):
    """How fine a piece is, from coarse to fine; the last three are complete by themselves."""

    CENTURY = 1
    DECADE = 2
    YEAR = 3
    HALF = 4
    QUARTER = 5
    SEASON = 6
    MONTH = 7
    WEEK = 8
    DAY = 9
    PART = 10
    CLOCK = 11
    DURATION = 20
    SET = 21
    VAGUE = 22


class Base(StrEnum):
    """What the number of a piece counts from."""

    GIVEN = "given"  # 2018年, 6月, 4日: the number itself
    PUBLICATION = "publication"  # 今年, 上周, 昨天: steps from the day the article speaks on
    NARRATIVE = "narrative"  # 次年, 当月, 同日: steps from the last date the text told of
    PERIOD = "period"  # 全年, 上年: steps from the year that the figures just given are of
    EVENT = "event"  # 事发当日: steps from the day of the happening
    WEEKDAY = "weekday"  # 上周五: the number is the day of the week, `weeks` the steps
    FEAST = "feast"  # 中秋节: `name` says which
    EDGE = "edge"  # 最后一天, 前10天: so many from the start of the year or month, or (negative) before its end
    NTH = "nth weekday"  # 第二个星期日: the number is the day of the week, `weeks` which of the month, -1 the last
    LUNAR = "lunar"  # 正月十五: a day of the Chinese calendar, `number` is month × 100 + day
    SAME_LAST_YEAR = "same period of the year before"  # 去年同期


@dataclass(frozen=True, slots=True)
class Piece:
    """What some words give towards a date."""

    unit: Unit
    number: int = 0
    base: Base = Base.GIVEN
    weeks: int | None = None  # of a weekday: None where the week is not said
    minute: int | None = None
    last: int | None = None  # the end of a run of months, quarters or decades: 前三季度
    name: str = ""


class Row(NamedTuple):
    """A case of a rule: in this sentence, published then, these words mean that."""

    sentence: str
    published: str
    words: str
    value: str


class Rule(NamedTuple):
    """Words and what they give; an empty tuple says that they are no time at all."""

    name: str
    pattern: str
    read: Callable[[re.Match[str]], tuple[Piece, ...]]
    rows: tuple[Row, ...] = ()


SMALL = r"(?:\d{1,2}|[一二两三四五六七八九十]{1,3})"
"""A number below a hundred, in digits or words."""


def whole(words: str) -> int:
    """A number in digits or words that a pattern has let through; -1 where it is none after all (十三十)."""
    value = int(words) if words.isascii() and words.isdigit() else number(words)
    return -1 if value is None else int(value)
