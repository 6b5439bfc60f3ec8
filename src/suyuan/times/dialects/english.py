"""English dates, for English pages: June 4, 2025; 4 June; last Monday; yesterday; three days ago; 10:30 a.m."""

from __future__ import annotations

import re

from suyuan.times.pieces import Base, Piece, Row, Rule, Unit

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = r"(?:jan(?:uary|\.)?|feb(?:ruary|\.)?|mar(?:ch|\.)?|apr(?:il|\.)?|may|june?|july?|aug(?:ust|\.)?|sept?(?:ember|\.)?|oct(?:ober|\.)?|nov(?:ember|\.)?|dec(?:ember|\.)?)"
_DAY = r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?"
_YEAR = r"(?:1[89]|20)\d\d"
_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_COUNTS = {
    word: str(count)
    for count, word in enumerate(
        ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"], 1
    )
}
_COUNTS |= {"a": "1", "an": "1", "several": "X", "a few": "X", "many": "X", "some": "X"}
_COUNT = rf"(?:\d{{1,7}}(?:\.\d{{1,3}})?|{'|'.join(sorted(_COUNTS, key=len, reverse=True))})"
_LENGTHS = {"year": "P{}Y", "month": "P{}M", "week": "P{}W", "day": "P{}D", "hour": "PT{}H", "minute": "PT{}M", "second": "PT{}S", "decade": "P{}0Y"}  # fmt: skip
_UNITS = {"year": Unit.YEAR, "month": Unit.MONTH, "week": Unit.WEEK, "day": Unit.DAY}
_STEPS = {"last": -1, "past": -1, "previous": -1, "following": 1, "this": 0, "next": 1, "coming": 1}


def _month_number(words: str) -> int:
    return _MONTHS.index(words[:3]) + 1


def _date(match: re.Match[str]) -> tuple[Piece, ...]:
    words = match.group()
    named = re.search(_MONTH, words)
    assert named is not None
    pieces: list[Piece] = [Piece(Unit.MONTH, _month_number(named.group()))]
    if year := re.search(_YEAR, words):
        pieces.insert(0, Piece(Unit.YEAR, int(year.group())))
    if day := re.search(rf"(?<!\d){_DAY}(?!\d)", words):
        pieces.append(Piece(Unit.DAY, int(re.sub(r"\D", "", day.group()))))
    return tuple(pieces)


def _year(match: re.Match[str]) -> tuple[Piece, ...]:
    return (Piece(Unit.YEAR, int(match.group()[-4:])),)


def _weekday(match: re.Match[str]) -> tuple[Piece, ...]:
    weekday = Piece(
        Unit.DAY,
        _WEEKDAYS.index(match[2]) + 1,
        Base.WEEKDAY,
        weeks=_STEPS[match[1]] if match[1] in ("last", "next") else None,
    )
    return (weekday, Piece(Unit.PART, name=_PARTS[match[3]])) if match[3] else (weekday,)


def _day(match: re.Match[str]) -> tuple[Piece, ...]:
    step = {"yesterday": -1, "today": 0, "tonight": 0, "tomorrow": 1}[match[1]]
    part = _PARTS.get(match[2] or ("night" if match[1] == "tonight" else ""))
    day = Piece(Unit.DAY, step, Base.PUBLICATION)
    return (day, Piece(Unit.PART, name=part)) if part else (day,)


def _relative(match: re.Match[str]) -> tuple[Piece, ...]:
    # The previous year is the one before that told of; last year the one before publication.
    base = Base.NARRATIVE if match[1] in ("previous", "following") and match[2] != "week" else Base.PUBLICATION
    return (Piece(_UNITS[match[2]], _STEPS[match[1]], base),)


def _same_day(match: re.Match[str]) -> tuple[Piece, ...]:
    step = 1 if match[1] in ("next", "following") else 0
    return (Piece(Unit.DAY, step, Base.NARRATIVE),)


def _ago(match: re.Match[str]) -> tuple[Piece, ...]:
    count = _COUNTS.get(match[1], match[1])
    if not count.isdigit():
        return (Piece(Unit.VAGUE, name="PAST_REF"),)
    if match[2] in ("hour", "minute"):
        return (Piece(Unit.CLOCK, -int(count) * (60 if match[2] == "hour" else 1), Base.PUBLICATION),)
    if match[2] == "decade":
        return (Piece(Unit.YEAR, -10 * int(count), Base.PUBLICATION),)
    return (Piece(_UNITS[match[2]], -int(count), Base.PUBLICATION),)


def _long(match: re.Match[str]) -> tuple[Piece, ...]:
    return (Piece(Unit.DURATION, name=_LENGTHS[match[2]].format(_COUNTS.get(match[1], match[1]))),)


def _clock(match: re.Match[str]) -> tuple[Piece, ...]:
    hour, minute = int(match[1]), int(match[2]) if match[2] else None
    is_afternoon = (match[3] or "").startswith("p")
    hour = hour % 12 + (12 if is_afternoon else 0) if match[3] else hour
    return (Piece(Unit.CLOCK, hour, minute=minute),) if hour < 24 else ()


_PARTS = {"morning": "MO", "afternoon": "AF", "evening": "EV", "night": "NI", "noon": "MI"}


def _vague(value: str, pattern: str, rows: tuple[Row, ...]) -> Rule:
    return Rule(value, pattern, lambda match: (Piece(Unit.VAGUE, name=value),), rows)


RULES: tuple[Rule, ...] = (
    Rule(
        "iso date",
        r"(?<![\d-])((?:19|20)\d\d)-(\d\d)-(\d\d)(?!\d)",
        lambda match: (
            Piece(Unit.YEAR, int(match[1])),
            Piece(Unit.MONTH, int(match[2])),
            Piece(Unit.DAY, int(match[3])),
        ),
        (Row("Updated 2025-06-04 by staff", "2025-06-05", "2025-06-04", "2025-06-04"),),
    ),
    Rule(
        "date with a month's name",
        rf"(?<![\w-])(?:{_DAY}(?: of)? {_MONTH}(?:,? {_YEAR})?|{_MONTH} {_DAY}(?:,? {_YEAR})?|{_MONTH},? {_YEAR})\b",
        _date,
        (
            Row("The talks opened on June 2, 2025 in Istanbul", "2025-06-04", "June 2, 2025", "2025-06-02"),
            Row("He died on 24 December", "2025-01-04", "24 December", "2024-12-24"),
            Row("The PL-17 may be tested", "2025-06-04", "", ""),
        ),
    ),
    Rule(
        "month by itself",
        rf"\b(?<=in |of |by |ce |st |xt )(?!may |march ){_MONTH}\b",
        _date,
        (Row("Sales fell in January", "2025-06-04", "January", "2025-01"),),
    ),
    Rule(
        "year",
        rf"\b(?:(?<=in )|(?<=since )|(?<=of )|(?<=by )|(?<=from )|(?<=until )){_YEAR}\b(?![-–]|\s?(?:people|years|miles|dollars))",
        _year,
        (Row("It was built in 1998.", "2025-06-04", "1998", "1998"),),
    ),
    Rule(
        "weekday",
        rf"\b(?<!black )(?<!good )(?:(last|next|this) )?({'|'.join(_WEEKDAYS)})(?: (morning|afternoon|evening|night))?\b",
        _weekday,
        (
            Row("Police said on Monday the man was held", "2025-06-04", "Monday", "2025-06-02"),
            Row("Ferries will stop on Monday", "2025-06-04", "Monday", "2025-06-09"),
            Row("It was the hottest day since Black Saturday", "2025-06-04", "", ""),
        ),
    ),
    Rule(
        "day",
        r"\b(yesterday|today|tonight|tomorrow)(?: (morning|afternoon|evening|night))?\b",
        _day,
        (Row("It opens tomorrow morning", "2025-06-04", "tomorrow morning", "2025-06-05TMO"),),
    ),
    Rule(
        "week, month, year",
        r"\b(last|this|next|previous|following) (week|month|year)\b",
        _relative,
        (
            Row("It closed last month", "2025-01-04", "last month", "2024-12"),
            Row("Sales fell in 2024 from the previous year", "2026-01-04", "previous year", "2023"),
        ),
    ),
    Rule(
        "day told of",
        r"\b(?:the )?(same|following|next) day\b",
        _same_day,
        (Row("He left on May 3. The following day he wrote", "2025-06-04", "The following day", "2025-05-04"),),
    ),
    Rule(
        "ago",
        rf"\b({_COUNT}) (year|month|week|day|hour|minute|decade)s? (?:ago|earlier)\b",
        _ago,
        (Row("He came three years ago", "2025-06-04", "three years ago", "2022"),),
    ),
    Rule(
        "how long",
        rf"\b({_COUNT})[ -](year|month|week|day|hour|minute|second|decade)s?\b(?![ -](?:old|term))",
        _long,
        (Row("after two hours of talks", "2025-06-04", "two hours", "PT2H"),),
    ),
    Rule(
        "clock",
        r"\b(1[0-2]|0?[1-9])(?::([0-5]\d))? ?(a\.?m\b\.?|p\.?m\b\.?)|(?<![\d:.])([01]?\d|2[0-3]):([0-5]\d)(?![\d:])",
        lambda match: _clock(match) if match[1] else (Piece(Unit.CLOCK, int(match[4]), minute=int(match[5])),),
        (Row("On June 2, at 4:30 p.m., it ended", "2025-06-04", "4:30 p.m.", "2025-06-02T16:30"),),
    ),
    _vague(
        "PRESENT_REF",
        r"\b(?:now|currently|at present)\b",
        (Row("He is currently abroad", "2025-06-04", "currently", "PRESENT_REF"),),
    ),
    _vague(
        "PAST_REF",
        r"\b(?:recently|in recent (?:years|months|weeks|days)|lately)\b",
        (Row("It has grown in recent years", "2025-06-04", "in recent years", "PAST_REF"),),
    ),
)
