"""Moments in words: 6月2日 16:41 and 2 Jun 16:41; values of time expressions as a person reads them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone
from zoneinfo import ZoneInfo

from suyuan.records import Precision

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_DAYS = {
    "zh": ("星期一", "星期二", "星期三", "星期四", "星期五", "星期六", "星期日"),
    "en": ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
}
_PARTS = {  # TIMEX3's parts of the day
    "zh": {"MO": "上午", "MI": "中午", "AF": "下午", "EV": "晚", "NI": "夜间", "DT": "白天"},
    "en": {"MO": "morning", "MI": "noon", "AF": "afternoon", "EV": "evening", "NI": "night", "DT": "daytime"},
}
_PART = re.compile(r"T(MO|MI|AF|EV|NI|DT)\b")


@dataclass(frozen=True)
class Moments:
    """Moments in the words of one language, as seen from one zone and one now."""

    language: str
    zone: ZoneInfo
    now: datetime

    def moment(self, at: datetime, precision: Precision = Precision.MINUTE) -> str:
        """A moment, with its year where that is not this year; without a clock time where only the day is known."""
        local = at.astimezone(self.zone)
        return self.date(at) if precision is Precision.DAY else f"{self.date(at)} {local:%H:%M}"

    def brief(self, at: datetime, precision: Precision = Precision.MINUTE) -> str:
        """The clock time where it was today, else the date."""
        local = at.astimezone(self.zone)
        if precision is not Precision.DAY and local.date() == self.now.astimezone(self.zone).date():
            return f"{local:%H:%M}"
        return self.date(at)

    def date(self, at: datetime) -> str:
        """The date, with its year where that is not this year."""
        local = at.astimezone(self.zone)
        is_this_year = local.year == self.now.astimezone(self.zone).year
        if self.language == "zh":
            return f"{local.month}月{local.day}日" if is_this_year else f"{local.year}年{local.month}月{local.day}日"
        return f"{local.day} {_MONTHS[local.month - 1]}" + ("" if is_this_year else f" {local.year}")

    def full(self, at: datetime, offset: int | None = None, precision: Precision = Precision.MINUTE) -> str:
        """A moment with year and zone: the zone that the page states, else the reader's."""
        local = at.astimezone(timezone(timedelta(minutes=offset)) if offset is not None else self.zone)
        if self.language == "zh":
            date = f"{local.year}年{local.month}月{local.day}日"
        else:
            date = f"{local.day} {_MONTHS[local.month - 1]} {local.year}"
        return date if precision is Precision.DAY else f"{date} {local:%H:%M} ({local:%z})".replace("00)", ":00)").replace("30)", ":30)")

    def today(self) -> str:
        """The date of now with its day of the week."""
        local = self.now.astimezone(self.zone)
        day = _DAYS[self.language][local.weekday()]
        if self.language == "zh":
            return f"{local.year}年{local.month}月{local.day}日　{day}"
        return f"{day}, {local.day} {_MONTHS[local.month - 1]} {local.year}"

    def value(self, value: str) -> str:
        """The value of a time expression: 2031-06-02TEV is 2031-06-02 晚."""
        plain = _PART.sub(lambda found: " " + _PARTS[self.language][found[1]], value)
        return re.sub(r"(?<=\d)T(?=\d)", " ", plain).replace("/", " – ")
