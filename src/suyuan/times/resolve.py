"""From pieces to a value: relative to the day the article speaks on, or to the day the text is telling of.

These two reference points are where dates go wrong, not the grammar. 今天, 去年, 上周五 and bare days count from the
day the article speaks on (its publication, or its dateline); 当天, 次日, 同年 and a bare 16时许 from the day told of.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from suyuan.records import TimexType
from suyuan.times import calendar
from suyuan.times.calendar import When
from suyuan.times.dialects.holiday import FEASTS
from suyuan.times.lunar import solar
from suyuan.times.pieces import Base, Piece, Unit

Pieces = dict[Unit, Piece]

# A bare day that lies ahead by so few days, and back by so many, is not last month's: the month is left out
# where it is the current one (published on the 4th, 6日 is the day after tomorrow).
NEAR_AHEAD, LONG_AGO = 3, 20
# 将 also marks an object (将嫌疑人抓获), so it does not move a day only just past.
JUST_PAST = 5
# A month or day without its year is rarely of another year, and of the next one (明年 is said) least of all.
MONTH, LAST_YEAR, NEXT_YEAR = 30.5, 60, 250
MINUTES_AGO = 60 * 24 * 366  # longer ago nobody counts in hours
FRIDAY, SATURDAY = 5, 6
WEEKEND = 8  # the number of a weekday that stands for Saturday and Sunday
TOLD_YEAR = "no year given: that of the date before"
UNKNOWN = "no date to count from"


@dataclass(frozen=True, slots=True)
class Reading:
    """Where the reading of an article stands."""

    now: datetime | None  # the moment the article speaks at, in its own zone; None where it is not known
    told: When | None = None  # the last day the text told of
    news: When | None = None  # the last day it told of that is recent: what the article is about
    planned: When | None = None  # the last day it set ahead
    evening: When | None = None  # the last evening it told of
    is_below: bool = False  # a heading stands below what was told
    year: int | None = None  # the last year the text told of
    here: When | None = None  # the last date of this paragraph, told of or only mentioned
    period: When | None = None  # the last month, quarter or year of this paragraph
    reported: When | None = None  # the last month, quarter or year of this year or the last that the article told of
    first: date | None = None  # the earliest recent day: that of the happening
    afternoon: bool = False  # the last clock of this sentence was after noon
    is_abroad: bool = False  # where the zone is not known, and the writer's today may still be our yesterday
    is_ahead: bool = False  # the words around look forward
    is_behind: bool = False  # the words around tell of what is past
    from_which: When | None = None  # the day that 前一晚 was counted from, to which 当日 goes back
    aside: Reading | None = None  # in a caption: where the reading stood before it, and goes on after it

    @property
    def today(self) -> date | None:
        return self.now.date() if self.now else None


@dataclass(frozen=True, slots=True)
class Meaning:
    """What an expression says."""

    value: str
    type: TimexType
    when: When | None = None
    hour: int | None = None
    anchor: str | None = None
    why: str = ""


def merge(pieces: Iterable[Piece]) -> Pieces:
    """Pieces by unit; where a bracket says a thing again, as 周三（25日）, the plain number wins."""
    merged: Pieces = {}
    for piece in pieces:
        before = merged.get(piece.unit)
        if before is None or (before.base is not Base.GIVEN and piece.base is Base.GIVEN):
            merged[piece.unit] = piece
    return merged


def resolve(pieces: Pieces, reading: Reading) -> Meaning | None:
    """What the pieces mean at this point of the reading; None where there is no such date."""
    if Unit.SET in pieces:
        return _repeated(pieces)
    for unit, kind, why in _COMPLETE:
        if unit in pieces:
            return Meaning(pieces[unit].name, kind, why=why)
    clock = pieces.get(Unit.CLOCK)
    if clock and clock.base is Base.PUBLICATION:
        return _moment_before(clock.number, reading)
    if _is_long_ago(pieces, reading):
        return Meaning("PAST_REF", TimexType.DATE, why="meant to be vague")
    when = _date(pieces, reading)
    if when is None:
        return None
    return _with_time(when, pieces, reading)


def _is_long_ago(pieces: Pieces, reading: Reading) -> bool:
    """当年 is that year only where the paragraph has told of another than this one; else it is the old days."""
    if pieces.keys() != {Unit.YEAR} or pieces[Unit.YEAR].name != "当年":
        return False
    years = {when.year for when in (reading.here, reading.period) if when}
    return not years - {None, reading.today.year if reading.today else None}


def resolve_range(first: Pieces, last: Pieces, reading: Reading) -> tuple[Meaning, Meaning] | None:
    """Both ends of a range; the second takes from the first what it does not say (6月20日至30日)."""
    start = resolve(_year_from_end(first, last, reading), reading)
    if start is None or start.when is None:
        return None
    is_clock = min(last) is Unit.CLOCK
    after = replace(
        reading,
        here=start.when,
        told=start.when,
        first=None,
        is_ahead=False,
        afternoon=is_clock and (start.hour or 0) >= 12,
    )
    end = resolve(_inherit(last, start.when), after)
    if end is None or end.when is None or end.value[:4] < start.value[:4]:
        return None
    return start, end


def _year_from_end(first: Pieces, last: Pieces, reading: Reading) -> Pieces:
    """1-8月, 12月28日至1月3日: where neither end has a year, the end decides."""
    months = first.get(Unit.MONTH), last.get(Unit.MONTH)
    if None in months or any(Unit.YEAR in ends or ends[Unit.MONTH].base is not Base.GIVEN for ends in (first, last)):
        return first
    end = _date(last, reading)
    if end is None or end.year is None:
        return first
    year = end.year - (first[Unit.MONTH].number > last[Unit.MONTH].number)
    return {Unit.YEAR: Piece(Unit.YEAR, year), **first}


_COMPLETE = (
    (Unit.VAGUE, TimexType.DATE, "meant to be vague"),
    (Unit.DURATION, TimexType.DURATION, "a length of time"),
)


def _repeated(pieces: Pieces) -> Meaning | None:
    """每月 is P1M; 每年5月 is XXXX-05, 每天早上8点 XXXX-XX-XXT08: what repeats is left open."""
    every = pieces[Unit.SET].name
    rest: Pieces = {unit: piece for unit, piece in pieces.items() if unit is not Unit.SET}
    if not rest:
        return Meaning(every, TimexType.SET, why="a repeated time")
    inner = resolve(rest, Reading(None))
    if inner is None:
        return None
    value = every + inner.value.removeprefix("XXXX-XX-XX") if every.startswith("X") else inner.value
    return Meaning(value, TimexType.SET, why="a repeated time")


def _inherit(last: Pieces, start: When) -> Pieces:
    coarsest = min(last)
    given = last[coarsest].base is Base.GIVEN
    if not given or start.year is None or coarsest in (Unit.YEAR, Unit.PART, Unit.CLOCK):
        return last
    year, month = start.year, start.month
    if coarsest is Unit.DAY and month is not None:
        if start.day and last[Unit.DAY].number < start.day.day:
            year, month = calendar.months_later(start.day.replace(day=1), 1)
        return {Unit.YEAR: Piece(Unit.YEAR, year), Unit.MONTH: Piece(Unit.MONTH, month), **last}
    if coarsest is Unit.MONTH and month is not None and last[Unit.MONTH].number < month:
        year += 1
    return {Unit.YEAR: Piece(Unit.YEAR, year), **last}


def _date(pieces: Pieces, reading: Reading) -> When | None:
    if Unit.DAY in pieces:
        return _day(pieces, reading)
    if Unit.WEEK in pieces and pieces[Unit.WEEK].base is Base.EDGE:
        return _edge_weeks(pieces, reading)
    if Unit.WEEK in pieces:
        return (
            _numbered_week(pieces, reading)
            if pieces[Unit.WEEK].base is Base.GIVEN
            else _week(pieces[Unit.WEEK], reading)
        )
    if Unit.MONTH in pieces:
        return _month(pieces, reading)
    for unit in (Unit.SEASON, Unit.QUARTER, Unit.HALF):
        if unit in pieces:
            return _part_of_year(pieces[unit], pieces, reading)
    if Unit.YEAR in pieces:
        return _year(pieces[Unit.YEAR], reading)
    if Unit.DECADE in pieces:
        decade = pieces[Unit.DECADE]
        return calendar.decade(decade.number, decade.last or decade.number, "decade as given")
    if Unit.CENTURY in pieces:
        return calendar.century(pieces[Unit.CENTURY].number, "century as given")
    return _day_of_clock(pieces.get(Unit.CLOCK), reading)


# ── years ────────────────────────────────────────────────────────────────────────────────────────


def _year(piece: Piece, reading: Reading) -> When | None:
    if piece.base is Base.SAME_LAST_YEAR:
        return _same_last_year(piece, reading)
    if piece.base is Base.GIVEN:
        return calendar.year(piece.number, "year as given") if 0 < piece.number < 10000 else None
    told = _told_year(piece.base, reading)
    base = told or (reading.today.year if reading.today else None)
    if base is None:
        return When("XXXX", why=UNKNOWN)
    if not 0 < base + piece.number < 10000:
        return None
    why = "counted from the year told of" if told else "counted from the year of publication"
    return calendar.year(base + piece.number, why, f"{base:04d}")


def _told_year(base: Base, reading: Reading) -> int | None:
    if base is Base.NARRATIVE:
        return reading.year
    period = reading.period or reading.reported
    return period.year if base is Base.PERIOD and period else None


def _same_last_year(piece: Piece, reading: Reading) -> When | None:
    """去年同期 is a year before the period just spoken of; without one only the year is known."""
    period = reading.period or (reading.reported if piece.name == "上年" else None)
    if period and period.year and re.match(r"\d{4}", period.value):
        value = re.sub(r"(?<![\d-])\d{4}", lambda found: f"{int(found[0]) - 1:04d}", period.value)
        return When(value, period.year - 1, period.month, anchor=period.value, why="a year before the period spoken of")
    return _year(Piece(Unit.YEAR, -1, Base.PUBLICATION), reading)


def _part_of_year(piece: Piece, pieces: Pieces, reading: Reading) -> When | None:
    known = _year_of(pieces, reading)
    if known is None and reading.today is None:
        return When("XXXX-" + _part_name(piece, piece.number), why=UNKNOWN)
    if known is not None:
        year, anchor, why = known
    else:
        assert reading.today is not None
        middle = _MIDDLE_MONTH[piece.unit](piece)
        near = _nearest(((year, middle) for year in _years_around(reading.today)), reading)
        year, anchor, why = near[0], _iso(reading.today), "no year given: nearest to publication"
    value = f"{year:04d}-{_part_name(piece, piece.number)}"
    if piece.last and piece.last != piece.number:
        value += f"/{year:04d}-{_part_name(piece, piece.last)}"
    return When(value, year, anchor=anchor, why=why)


_MIDDLE_MONTH: dict[Unit, Callable[[Piece], int]] = {
    Unit.QUARTER: lambda piece: 3 * (piece.last or piece.number) - 1,
    Unit.HALF: lambda piece: 6 * piece.number - 3,
    Unit.SEASON: lambda piece: min(12, calendar.PARTS_OF_YEAR[piece.name] + 1),
}


def _part_name(piece: Piece, number: int) -> str:
    return piece.name or {Unit.QUARTER: "Q", Unit.HALF: "H"}[piece.unit] + str(number)


def _year_of(pieces: Pieces, reading: Reading) -> tuple[int, str | None, str] | None:
    """The year that the words give, with anchor and rule; None where they give none."""
    if Unit.YEAR not in pieces:
        return None
    when = _year(pieces[Unit.YEAR], reading)
    return (when.year, when.anchor, when.why) if when and when.year else None


def _years_around(today: date) -> range:
    return range(max(1, today.year - 1), min(9999, today.year + 1) + 1)


# ── months ───────────────────────────────────────────────────────────────────────────────────────


def _month(pieces: Pieces, reading: Reading) -> When | None:
    found = _year_and_month(pieces, reading)
    piece = pieces[Unit.MONTH]
    if found is None:
        return When(f"XXXX-{piece.number:02d}" if piece.base is Base.GIVEN else "XXXX-XX", why=UNKNOWN)
    year, month, anchor, why = found
    if not (1 <= month <= 12 and 0 < year < 10000):
        return None
    when = calendar.month(year, month, why, anchor)
    if piece.last and piece.last != month:
        return replace(when, value=f"{when.value}/{year:04d}-{piece.last:02d}", month=None)
    return when


def _year_and_month(pieces: Pieces, reading: Reading) -> tuple[int, int, str | None, str] | None:
    piece, today = pieces[Unit.MONTH], reading.today
    if piece.base is Base.GIVEN:
        if Unit.YEAR in pieces:
            known = _year_of(pieces, reading)
            return (known[0], piece.number, known[1], known[2]) if known else None
        found = _month_without_year(piece.last or piece.number, reading)
        return (found[0], piece.number, found[1], found[2]) if found else None
    told = (reading.here or reading.told) if piece.base is Base.NARRATIVE else None
    if told and told.year and told.month:
        base, why = date(told.year, told.month, 1), "counted from the month told of"
    elif today:
        base, why = today.replace(day=1), "counted from the month of publication"
    else:
        return None
    return *calendar.months_later(base, piece.number), base.isoformat()[:7], why


def _month_without_year(month: int, reading: Reading) -> tuple[int, str | None, str] | None:
    """The year of a month that has none: that of the date before it in the sentence or paragraph, or the nearest."""
    today, here = reading.today, reading.here
    if (
        here
        and here.year
        and (today is None or here.year < today.year)
        and (today is None or month >= (here.month or 1))
    ):
        return here.year, here.value, TOLD_YEAR
    if today is None:
        return None
    year, _ = _nearest(((year, month) for year in _years_around(today)), reading)
    return year, _iso(today), "no year given: nearest to publication"


def _nearest(months: Iterable[tuple[int, int]], reading: Reading) -> tuple[int, int]:
    """The nearest of some months; in words that look ahead the next one, unless the last is only just past."""
    today = reading.today
    assert today is not None

    def far(month: tuple[int, int]) -> float:
        steps = (month[0] - today.year) * 12 + month[1] - today.month
        return _far(steps * MONTH, month[0] - today.year, reading.is_ahead)

    return min(months, key=far)


def _far(days: float, years: int, is_ahead: bool) -> float:
    """How unlikely a date is meant, in days: the year is left out where it is the current one."""
    if is_ahead and days < -MONTH:
        return -days * 3
    return abs(days) + (0.5 if days > 0 else 0) + (NEXT_YEAR if years > 0 else LAST_YEAR if years < 0 else 0)


# ── weeks and days ───────────────────────────────────────────────────────────────────────────────


def _week(piece: Piece, reading: Reading) -> When | None:
    told = reading.period if piece.base is Base.NARRATIVE else None
    if told and (found := re.match(r"(\d{4})-W(\d\d)", told.value)):
        base = date.fromisocalendar(int(found[1]), int(found[2]), 1)
        anchor, why = told.value, "counted from the week told of"
    elif reading.today:
        base = reading.today
        if piece.base is Base.NARRATIVE and reading.told and reading.told.day:
            base = reading.told.day
        anchor, why = _iso(base), "counted from the week of publication"
    else:
        return When("XXXX-WXX", why=UNKNOWN)
    when = calendar.shifted(base, 7 * piece.number)
    return calendar.week(when, why, anchor) if when else None


def _numbered_week(pieces: Pieces, reading: Reading) -> When | None:
    """2021年的第一周 is an ISO week; 十月的第一周 the one of the first Monday in it."""
    number = pieces[Unit.WEEK].number
    if Unit.MONTH in pieces:
        month = _month({unit: piece for unit, piece in pieces.items() if unit is not Unit.WEEK}, reading)
        if month is None or month.year is None or month.month is None:
            return None
        first = date(month.year, month.month, 1)
        start = calendar.shifted(first, (8 - first.isoweekday()) % 7 + 7 * (number - 1))
        return calendar.week(start, "week of the month given", month.anchor) if start and 1 <= number <= 5 else None
    known = _year_of(pieces, reading)
    if known is None or not 1 <= number <= 52:
        return None
    return calendar.week(date.fromisocalendar(known[0], number, 1), "week of the year given", known[1])


def _day(pieces: Pieces, reading: Reading) -> When | None:
    piece = pieces[Unit.DAY]
    match piece.base:
        case Base.GIVEN:
            return _numbered_day(piece.number, pieces, reading)
        case Base.PUBLICATION:
            return _counted_day(reading.today, piece.number, "counted from publication")
        case Base.NARRATIVE:
            return _told_day(piece.number, reading)
        case Base.EVENT:
            base = reading.first or (reading.told.day if reading.told else None) or reading.today
            return _counted_day(base, piece.number, "the day of the happening")
        case Base.WEEKDAY:
            return _weekday(piece, reading)
        case Base.EDGE:
            return _edge_days(pieces, reading)
        case Base.NTH:
            return _nth_weekday(pieces, reading)
        case _:
            return _feast(piece, pieces, reading)


def _bounds(pieces: Pieces, reading: Reading) -> tuple[date, date, str | None] | None:
    """The first and the last day of the year or month that the words give, and what it was counted from."""
    if Unit.MONTH in pieces:
        found = _year_and_month(pieces, reading)
        if found is None or not (1 <= found[1] <= 12 and 0 < found[0] < 9999):
            return None
        year, month, anchor, _ = found
        after = calendar.months_later(date(year, month, 1), 1)
        return date(year, month, 1), date(*after, 1) - timedelta(days=1), anchor
    known = _year_of(pieces, reading)
    if known is None or not 0 < known[0] < 9999:
        return None
    return date(known[0], 1, 1), date(known[0], 12, 31), known[1]


def _edge_days(pieces: Pieces, reading: Reading) -> When | None:
    """今年最后一天, 7月上半月; a half with no month before it is of the one at hand."""
    piece = pieces[Unit.DAY]
    if piece.name == "周":
        return _half_week(piece, reading)
    if piece.name and Unit.MONTH not in pieces:
        pieces = {**pieces, Unit.MONTH: Piece(Unit.MONTH, 0, Base.PUBLICATION)}
    bounds = _bounds(pieces, reading)
    if bounds is None:
        return None
    first, last, anchor = bounds
    if piece.name:
        middle = first.replace(day=15)
        return _days(first, middle, anchor) if piece.number > 0 else _days(middle + timedelta(days=1), last, anchor)
    if piece.number > 0:
        return _days(first, min(last, first + timedelta(days=piece.number - 1)), anchor)
    return _days(max(first, last + timedelta(days=piece.number + 1)), last, anchor)


def _half_week(piece: Piece, reading: Reading) -> When | None:
    if reading.today is None:
        return None
    monday = calendar.monday(reading.today)
    first, last = (0, 2) if piece.number > 0 else (3, 6)
    return _days(monday + timedelta(days=first), monday + timedelta(days=last), _iso(reading.today))


def _days(first: date, last: date, anchor: str | None) -> When:
    why = "counted from the edge of the period given"
    if first == last:
        return calendar.day(first, why, anchor)
    return When(f"{first}/{last}", first.year, first.month, anchor=anchor, why=why)


def _edge_weeks(pieces: Pieces, reading: Reading) -> When | None:
    """今年的最后3周: ISO weeks, those that have most of their days in the period."""
    number = pieces[Unit.WEEK].number
    bounds = _bounds({unit: piece for unit, piece in pieces.items() if unit is not Unit.WEEK}, reading)
    if bounds is None:
        return None
    first, last, anchor = bounds
    thursdays = [day for at in range((last - first).days + 1) if (day := first + timedelta(days=at)).isoweekday() == 4]
    chosen = thursdays[:number] if number > 0 else thursdays[number:]
    names = [calendar.week(day, "", None).value for day in (chosen[0], chosen[-1])]
    return When("/".join(dict.fromkeys(names)), first.year, anchor=anchor, why="weeks at the edge of the period given")


def _nth_weekday(pieces: Pieces, reading: Reading) -> When | None:
    """5月的第二个星期日."""
    piece = pieces[Unit.DAY]
    bounds = _bounds({unit: one for unit, one in pieces.items() if unit is not Unit.DAY}, reading)
    if bounds is None or piece.weeks is None:
        return None
    first, last, anchor = bounds
    days = [
        day for at in range((last - first).days + 1) if (day := first + timedelta(days=at)).isoweekday() == piece.number
    ]
    at = piece.weeks - 1 if piece.weeks > 0 else piece.weeks
    return calendar.day(days[at], "weekday of the month given", anchor) if -len(days) <= at < len(days) else None


def _counted_day(base: date | None, steps: int, why: str) -> When | None:
    if base is None:
        return When("XXXX-XX-XX", why=UNKNOWN)
    when = calendar.shifted(base, steps)
    return calendar.day(when, why, _iso(base)) if when else None


def _told_day(steps: int, reading: Reading) -> When | None:
    is_told = reading.told is not None
    for told in (reading.told, reading.here):
        if told and told.day and (is_told or reading.today is None or told.day <= reading.today):
            if steps < 0 and reading.today and told.day > reading.today and reading.news and reading.news.day:
                told = reading.news  # the day before a meeting that was, and not before one that is planned
            assert told.day is not None
            return _counted_day(told.day, steps, "counted from the day told of")
    if steps == 0 and reading.here and reading.here.year and reading.today and reading.here.year < reading.today.year:
        return reading.here  # 2024年投产那天: a day of that year
    if steps > 0 and not reading.is_ahead:
        steps = 0  # 暴雨次日，街上晾满了书: told on the day itself
    return _counted_day(reading.today, steps, "no day told of before: counted from publication")


def _numbered_day(number: int, pieces: Pieces, reading: Reading) -> When | None:
    if Unit.MONTH in pieces:
        return _day_of_month(number, pieces, reading)
    if Unit.YEAR in pieces:
        return None  # 2018年5日 is no date
    here = reading.here
    if here and here.year and here.month and (here.day or reading.today is None):
        return _day_after(number, here, reading.today)
    if reading.today is None:
        return When(f"XXXX-XX-{number:02d}", why=UNKNOWN)
    return _nearest_day(number, reading.today, reading.is_ahead)


def _day_of_month(number: int, pieces: Pieces, reading: Reading) -> When | None:
    piece = pieces[Unit.MONTH]
    if (
        piece.base is Base.GIVEN
        and Unit.YEAR not in pieces
        and reading.today
        and not _in_told_year(piece.number, reading)
    ):
        days = [
            day for year in _leap_years_around(reading.today) if (day := calendar.safe_day(year, piece.number, number))
        ]
        if not days:
            return None
        when = min(days, key=lambda day: _distance(day, reading))
        return calendar.day(when, "no year given: nearest to publication", _iso(reading.today))
    found = _year_and_month(pieces, reading)
    if found is None:
        return When(f"XXXX-{piece.number if piece.base is Base.GIVEN else 'XX':02}-{number:02d}", why=UNKNOWN)
    year, month, anchor, why = found
    day = calendar.safe_day(year, month, number)
    return calendar.day(day, why, anchor) if day else None


def _in_told_year(month: int, reading: Reading) -> bool:
    found = _month_without_year(month, reading)
    return bool(found and found[2] == TOLD_YEAR)


def _leap_years_around(today: date) -> range:
    """Four years either way: 2月29日 may be that far."""
    return range(max(1, today.year - 4), min(9999, today.year + 4) + 1)


def _distance(day: date, reading: Reading) -> float:
    assert reading.today is not None
    return _far((day - reading.today).days, day.year - reading.today.year, reading.is_ahead)


def _day_after(number: int, here: When, today: date | None) -> When | None:
    """A bare day takes the month of the date before it; 8月31日 … 2日 goes on into the next."""
    assert here.year and here.month
    year, month = here.year, here.month
    if here.day and here.day.day - number > 15:
        year, month = calendar.months_later(here.day.replace(day=1), 1)
    day = calendar.safe_day(year, month, number)
    if day and today and (day - today).days > 31 and here.day and here.day <= today:
        day = calendar.safe_day(here.year, here.month, number)
    return calendar.day(day, "bare day, month of the date before", here.value) if day else None


def _nearest_day(number: int, today: date, is_ahead: bool) -> When | None:
    past = next((day for back in range(62) if (day := today - timedelta(days=back)).day == number), None)
    ahead = next((day for on in range(1, 62) if (day := today + timedelta(days=on)).day == number), None)
    if past is None or ahead is None:
        return None
    back, on = (today - past).days, (ahead - today).days
    if (is_ahead and back >= JUST_PAST) or (on <= NEAR_AHEAD and back >= LONG_AGO):
        return calendar.day(ahead, "bare day, next after publication", _iso(today))
    return calendar.day(past, "bare day, nearest past before publication", _iso(today))


def _weekday(piece: Piece, reading: Reading) -> When | None:
    today = reading.today
    if today is None:
        return When("XXXX-WXX-WE" if piece.number == WEEKEND else f"XXXX-WXX-{piece.number}", why=UNKNOWN)
    if piece.number == WEEKEND:
        return _weekend(piece, reading, today)
    if piece.weeks is not None:
        monday = calendar.monday(today) + timedelta(days=7 * piece.weeks)
        return calendar.day(
            monday + timedelta(days=piece.number - 1), "weekday of a week counted from publication", _iso(today)
        )
    back = (today.isoweekday() - piece.number) % 7
    when = today - timedelta(days=back)
    # Starting Thursday, written in New York on a Thursday on which it is Friday here.
    if reading.is_ahead and back > reading.is_abroad:
        return calendar.day(when + timedelta(days=7), "bare weekday, next after publication", _iso(today))
    return calendar.day(when, "bare weekday, nearest past before publication", _iso(today))


def _weekend(piece: Piece, reading: Reading, today: date) -> When | None:
    """上周末, 本周末; a bare one is on Monday to Thursday the one just past, unless the words around look forward."""
    monday, day = calendar.monday(today), today.isoweekday()
    if piece.weeks:
        monday += timedelta(days=7 * piece.weeks)
        return calendar.weekend(monday, "weekday of a week counted from publication", _iso(today))
    is_bare, is_past = piece.weeks is None, reading.is_behind and not reading.is_ahead
    if day < SATURDAY and (is_past or (is_bare and day < FRIDAY and not reading.is_ahead)):
        return calendar.weekend(
            monday - timedelta(days=7), "bare weekday, nearest past before publication", _iso(today)
        )
    return calendar.weekend(monday, "weekend of the week of publication", _iso(today))


def _feast(piece: Piece, pieces: Pieces, reading: Reading) -> When | None:
    known = _year_of(pieces, reading)
    if known:
        day = _feast_day(piece, known[0])
        return calendar.day(day, "feast of the year given", known[1]) if day else None
    if reading.today is None:
        return None
    days = [day for year in _years_around(reading.today) if (day := _feast_day(piece, year))]
    if not days:
        return None
    when = min(days, key=lambda day: _distance(day, reading))
    return calendar.day(when, "feast, nearest to publication", _iso(reading.today))


def _feast_day(piece: Piece, year: int) -> date | None:
    if piece.base is Base.LUNAR:
        return solar(year, piece.number // 100, piece.number % 100)
    return FEASTS[piece.name](year)


# ── clock ────────────────────────────────────────────────────────────────────────────────────────


def _day_of_clock(clock: Piece | None, reading: Reading) -> When | None:
    """A bare clock belongs to the day that the paragraph tells of, else to the day the article speaks on."""
    if clock and reading.first and reading.is_behind and _is_yet_to_come(clock, reading):
        return calendar.day(reading.first, "the day of the happening", _iso(reading.first))
    if reading.here and reading.told and reading.told.day:
        return replace(
            reading.told,
            value=reading.told.day.isoformat(),
            anchor=_iso(reading.told.day),
            why="time of the day told of",
        )
    if reading.today is None:
        return When("XXXX-XX-XX", why=UNKNOWN)
    return calendar.day(reading.today, "time without a day: the day of publication", _iso(reading.today))


def _is_yet_to_come(clock: Piece, reading: Reading) -> bool:
    """18时38分 in words that look back, published at noon: of another day than the article's."""
    told = reading.told.day if reading.here and reading.told else None
    if reading.now is None or (told and told != reading.today):
        return False
    return (clock.number, clock.minute or 0) > (reading.now.hour, reading.now.minute)


def _with_time(when: When, pieces: Pieces, reading: Reading) -> Meaning:
    part, clock = pieces.get(Unit.PART), pieces.get(Unit.CLOCK)
    name = part.name if part and part.name != "DAY" else None
    is_day = bool(re.fullmatch(r"[\dX]{4}-[\dX]{2}-[\dX]{2}", when.value))
    if not is_day or (name is None and clock is None):
        return Meaning(when.value, TimexType.DATE, when, anchor=when.anchor, why=when.why)
    if clock is None:
        return Meaning(f"{when.value}T{name}", TimexType.TIME, when, anchor=when.anchor, why=when.why)
    hour = _hour(clock.number, name, reading.afternoon)
    minute = f":{clock.minute:02d}" if clock.minute is not None else ":00" if hour == 24 else ""
    return Meaning(f"{when.value}T{hour:02d}{minute}", TimexType.TIME, when, hour, when.anchor, when.why)


def _hour(hour: int, part: str | None, is_afternoon: bool) -> int:
    """下午两点 is 14, 晚12点 is 24, 凌晨12点 is 0; 3点半 after 下午2点 is 15."""
    if part in ("AF", "EV") and hour < 12:
        return hour + 12 if part == "AF" or hour >= 4 else hour
    if part == "EV" and hour == 12:
        return 24
    if part == "NI":
        return 0 if hour in (12, 24) else hour + 12 if 7 <= hour < 12 else hour
    if part == "MI" and hour < 3:
        return hour + 12
    if part is None and is_afternoon and hour < 8:
        return hour + 12
    return hour


def _moment_before(minutes: int, reading: Reading) -> Meaning | None:
    """3小时前: as exact as the publication is known."""
    if reading.now is None or -minutes > MINUTES_AGO:
        return None
    when = reading.now + timedelta(minutes=minutes)
    day = calendar.day(when.date(), "counted back from publication", reading.now.isoformat(timespec="minutes"))
    return Meaning(when.isoformat(timespec="minutes"), TimexType.TIME, day, when.hour, day.anchor, day.why)


def _iso(day: date) -> str:
    return day.isoformat()
