"""Moments in words: 6月2日 16:41 and 2 Jun 16:41; values of time expressions as a person reads them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

from suyuan.records import Precision, Timex, TimexType

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_DAYS = {
    "zh": ("星期一", "星期二", "星期三", "星期四", "星期五", "星期六", "星期日"),
    "en": ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
}
_PARTS = {  # TIMEX3's parts of the day
    "zh": {"MO": "上午", "MI": "中午", "AF": "下午", "EV": "晚", "NI": "夜间", "DT": "白天"},
    "en": {"MO": "morning", "MI": "noon", "AF": "afternoon", "EV": "evening", "NI": "night", "DT": "daytime"},
}
_VAGUE = {  # TIMEX3's times that have no place on the calendar
    "zh": {"PRESENT_REF": "现在", "PAST_REF": "过去", "FUTURE_REF": "将来"},
    "en": {"PRESENT_REF": "now", "PAST_REF": "in the past", "FUTURE_REF": "in the future"},
}
_LENGTHS = {  # units of ISO 8601's periods, those behind the T with it
    "zh": {"Y": "年", "M": "个月", "W": "周", "D": "天", "TH": "小时", "TM": "分钟", "TS": "秒"},
    "en": {"Y": "year", "M": "month", "W": "week", "D": "day", "TH": "hour", "TM": "minute", "TS": "second"},
}
_STRETCHES = {  # parts of a year
    "zh": {"Q": "年第{}季度", "H1": "年上半年", "H2": "年下半年", "W": "年第{}周", "SP": "年春", "SU": "年夏", "FA": "年秋", "WI": "年冬"},
    "en": {"Q": " Q{}", "H1": " first half", "H2": " second half", "W": " week {}", "SP": " spring", "SU": " summer", "FA": " autumn", "WI": " winter"},
}  # fmt: skip
_PERIOD = re.compile(r"P(?=\w)(?:[\dX.]+[YMWD])*(?:T(?:[\dX.]+[HMS])+)?")
_AMOUNT = re.compile(r"([\dX.]+)([YMWDHS])")
_WEEKLY = re.compile(r"XXXX-WXX-([1-7])")
_STRETCH = re.compile(r"(?<=\d{4})-(?:([QW])(\d+)|(H[12]|SP|SU|FA|WI))")
_OPEN = re.compile(r"-(\d\d|XX)")  # month and day of XXXX-06-05
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
        return self.on(at) if precision is Precision.DAY else f"{self.on(at)} {local:%H:%M}"

    def brief(self, at: datetime, precision: Precision = Precision.MINUTE) -> str:
        """The clock time where it was today, else the date."""
        local = at.astimezone(self.zone)
        if precision is not Precision.DAY and local.date() == self.now.astimezone(self.zone).date():
            return f"{local:%H:%M}"
        return self.on(at)

    def on(self, at: datetime) -> str:
        """The date, with its year where that is not this year."""
        return self._day(at.astimezone(self.zone).date())

    def _day(self, day: date) -> str:
        is_this_year = day.year == self.now.astimezone(self.zone).year
        if self.language == "zh":
            return f"{day.month}月{day.day}日" if is_this_year else f"{day.year}年{day.month}月{day.day}日"
        return f"{day.day} {_MONTHS[day.month - 1]}" + ("" if is_this_year else f" {day.year}")

    def full(self, at: datetime, offset: int | None = None, precision: Precision = Precision.MINUTE) -> str:
        """A moment with year and zone: the zone that the page states, else the reader's."""
        local = at.astimezone(timezone(timedelta(minutes=offset)) if offset is not None else self.zone)
        written = (
            f"{local.year}年{local.month}月{local.day}日"
            if self.language == "zh"
            else f"{local.day} {_MONTHS[local.month - 1]} {local.year}"
        )
        if precision is Precision.DAY:
            return written
        zone = local.isoformat()[-6:]
        return f"{written} {local:%H:%M}" + (f"（{zone}）" if self.language == "zh" else f" ({zone})")

    def today(self) -> str:
        """The date of now with its day of the week."""
        local = self.now.astimezone(self.zone)
        day = _DAYS[self.language][local.weekday()]
        if self.language == "zh":
            return f"{local.year}年{local.month}月{local.day}日　{day}"
        return f"{day}, {local.day} {_MONTHS[local.month - 1]} {local.year}"

    def day(self, value: str) -> str:
        """A day or a run of days: 2031-06-20/2031-06-30 is 6月20日–30日."""
        try:
            first, *last = (date.fromisoformat(one) for one in value.split("/"))
        except ValueError:
            return self.value(value)
        if not last:
            return self._day(first)
        if (first.year, first.month) == (last[0].year, last[0].month):
            return (
                f"{first.month}月{first.day}–{last[0].day}日"
                if self.language == "zh"
                else f"{first.day}–{self._day(last[0])}"
            )
        return f"{self._day(first)}–{self._day(last[0])}"

    def as_of(self, value: str) -> str:
        """The moment that a figure holds for: 2031-06-05T12 is 6月5日 12时."""
        day, _, clock = value.partition("T")
        if clock.isdigit():
            clock = f"{clock}时" if self.language == "zh" else f"{clock}:00"
        else:
            clock = _PARTS[self.language].get(clock, clock)
        return f"{self.day(day)} {clock}".strip()

    def distance(self, days: int) -> str:
        """A number of days as a person says it: 270 days are 9 months."""
        for size, chinese, english in ((365, "年", "year"), (30, "个月", "month"), (1, "天", "day")):
            if abs(days) >= 2 * size or size == 1:
                number = round(abs(days) / size)
                return (
                    f"{number} {chinese}"
                    if self.language == "zh"
                    else f"{number} {english}{'' if number == 1 else 's'}"
                )
        raise AssertionError(days)

    def timex(self, one: Timex) -> str:
        """What a time expression means: a date, a length, or how often."""
        return self._often(one.value) if one.type is TimexType.SET else self.value(one.value)

    def value(self, value: str) -> str:
        """The value of a time expression: 2031-06-02TEV is 2031-06-02 晚, P3D is 3 天, XXXX-06 is 6月，年份未明."""
        if vague := _VAGUE[self.language].get(value):
            return vague
        if _PERIOD.fullmatch(value):
            return self._length(value)
        if value.startswith("XXXX"):
            return self._open(*_OPEN.findall(value)[:2])
        plain = _STRETCH.sub(self._stretch, value)
        plain = _PART.sub(lambda found: " " + _PARTS[self.language][found[1]], plain)
        hour = r" \1时" if self.language == "zh" else r" \1:00"
        plain = re.sub(r"(?<=\d)T(\d\d)(?![\d:])", hour, plain)
        return re.sub(r"(?<=\d)T(?=\d)", " ", plain).replace("/", " – ")

    def _length(self, value: str) -> str:
        """A length of time: PT1H30M is 1 小时 30 分钟, PXY is 数年."""
        units = _LENGTHS[self.language]
        days, _, clock = value.partition("T")
        parts = [(amount, units[unit]) for amount, unit in _AMOUNT.findall(days)]
        parts += [(amount, units[f"T{unit}"]) for amount, unit in _AMOUNT.findall(clock)]
        return " ".join(self._amount(amount, unit) for amount, unit in parts)

    def _amount(self, amount: str, unit: str) -> str:
        """So much of a unit; an X stands for a digit that nobody said: 1X is 10 多."""
        unsaid = len(amount) - len(amount.rstrip("X"))
        at_least = amount.replace("X", "0")
        if self.language == "zh":
            few = "数" + {2: "十", 3: "百", 4: "千"}.get(unsaid, "")
            return f"{few}{unit}" if unsaid == len(amount) else f"{at_least} {'多' if unsaid else ''}{unit}"
        few = {2: "dozens of", 3: "hundreds of", 4: "thousands of"}.get(unsaid, "some")
        many = unit if amount == "1" else f"{unit}s"
        return f"{few} {many}" if unsaid == len(amount) else f"{'over ' if unsaid else ''}{at_least} {many}"

    def _often(self, value: str) -> str:
        """How often: P1D is 每天, XXXX-XX-XXT06 每天 06时, XXXX-WXX-5 每星期五, XXXX-01-19 每年1月19日."""
        is_chinese = self.language == "zh"
        every = "每" if is_chinese else "every "
        if _PERIOD.fullmatch(value):
            length = self._length(value)
            return (
                f"每 {length}" if is_chinese and not length.startswith("1 ") else every + re.sub(r"^1 个?", "", length)
            )
        if day := _WEEKLY.fullmatch(value):
            return every + _DAYS[self.language][int(day[1]) - 1]
        if value.startswith("XXXX-XX-XXT"):
            clock = self.value(f"0000-00-00{value[10:]}")[10:]
            return f"每天{clock}" if is_chinese else f"every day,{clock}"
        known, comma, _ = self.value(value).partition("，" if is_chinese else ", ")
        return known if not comma else f"每年{known}" if is_chinese else f"every year, {known}"

    def _stretch(self, found: re.Match[str]) -> str:
        words = _STRETCHES[self.language]
        return words[found[1]].format(int(found[2])) if found[1] else words[found[3]]

    def _open(self, month: str = "XX", day: str = "XX") -> str:
        """A date whose year nobody can tell, as far as it is known."""
        has_month, has_day = month.isdigit(), day.isdigit()
        if not has_month and not has_day:
            return "时间未明" if self.language == "zh" else "time unknown"
        if self.language == "zh":
            known = (f"{int(month)}月" if has_month else "") + (f"{int(day)}日" if has_day else "")
            return f"{known}，{'年份' if has_month else '月份'}未明"
        known = (f"{int(day)} " if has_day else "") + (_MONTHS[int(month) - 1] if has_month else "")
        return f"{known.strip()}, {'year' if has_month else 'month'} unknown"
