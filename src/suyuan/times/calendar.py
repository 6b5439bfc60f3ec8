"""Values of dates: what is written for a year, a week, a day, and which of two days is meant."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

PARTS_OF_YEAR = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}


@dataclass(frozen=True, slots=True)
class When:
    """A resolved date: its value, and year, month and day as far as they are known."""

    value: str
    year: int | None = None
    month: int | None = None
    day: date | None = None
    anchor: str | None = None
    why: str = ""


def century(first: int, why: str) -> When:
    return When(f"{first:04d}/{first + 99:04d}", why=why)


def decade(first: int, last: int, why: str) -> When:
    return When(f"{first:04d}/{last + 9:04d}", why=why)


def year(number: int, why: str, anchor: str | None = None) -> When:
    return When(f"{number:04d}", number, anchor=anchor, why=why)


def month(number: int, index: int, why: str, anchor: str | None = None) -> When:
    return When(f"{number:04d}-{index:02d}", number, index, anchor=anchor, why=why)


def day(when: date, why: str, anchor: str | None = None) -> When:
    return When(when.isoformat(), when.year, when.month, when, anchor=anchor, why=why)


def week(when: date, why: str, anchor: str | None = None) -> When:
    iso = when.isocalendar()
    return When(f"{iso.year:04d}-W{iso.week:02d}", when.year, anchor=anchor, why=why)


def weekend(monday: date, why: str, anchor: str | None = None) -> When:
    saturday = monday + timedelta(days=5)
    return When(f"{saturday}/{saturday + timedelta(days=1)}", saturday.year, saturday.month, anchor=anchor, why=why)


def safe_day(number: int, index: int, of_month: int) -> date | None:
    """The day, or None where the calendar has none (30 February)."""
    try:
        return date(number, index, of_month)
    except ValueError:
        return None


def months_later(when: date, steps: int) -> tuple[int, int]:
    """Year and month that many months on."""
    months = when.year * 12 + when.month - 1 + steps
    return months // 12, months % 12 + 1


def monday(when: date) -> date:
    return when - timedelta(days=when.isoweekday() - 1)


def shifted(when: date, days: int) -> date | None:
    """The day so many days on; None beyond the calendar (五千年前 counted in days)."""
    try:
        return when + timedelta(days=days)
    except OverflowError:
        return None
