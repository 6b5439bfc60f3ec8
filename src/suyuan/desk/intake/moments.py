"""Times as feeds and sitemaps write them, in whatever way: RFC 822, ISO 8601, Chinese, numbers.

A time without a zone is China's. None where it says nothing, or nothing that can be true: a feed may be old, but
not from before there was a web, nor from the day after tomorrow.
"""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta, timezone
from email.utils import parsedate_tz

from suyuan.records import Precision

CHINA = timezone(timedelta(hours=8))
EARLIEST = datetime(1990, 1, 1, tzinfo=UTC)
LATEST = timedelta(days=2)  # clocks and zones are wrong by a day, not by more

_CLOCK = r"(?:[T\s,，]*(?P<half>上午|下午|凌晨|早上|中午|晚上|晚间|AM|PM)?\s*(?P<hour>\d{1,2})[:：时点](?P<minute>\d{1,2})(?:[:：分](?P<second>\d{1,2}))?(?:[.,](?P<fraction>\d+))?秒?分?\s*(?P<after>AM|PM)?)?"
_ZONE = r"\s*(?P<zone>Z|UTC|GMT|CST|[+-]\d{2}:?\d{2}|[+-]\d{2})?"
_FORMS = tuple(
    re.compile(form + _CLOCK + _ZONE, re.IGNORECASE)
    for form in (
        r"(?P<year>\d{4})\s?[-/.年]\s?(?P<month>\d{1,2})\s?[-/.月]\s?(?P<day>\d{1,2})\s?日?\s*(?:\(?(?:星期|周)[一二三四五六日天]\)?)?",
        r"(?P<year>(?:19|20)\d{2})(?P<month>\d{2})(?P<day>\d{2})",
        r"(?P<month>\d{1,2})/(?P<day>\d{1,2})/(?P<year>\d{4})",
        r"(?:(?:星期|周)[一二三四五六日天][,，]?\s*)?(?P<day>\d{1,2})\s*(?P<chinese>十[一二]?|[一二三四五六七八九]|\d{1,2})月[,，]?\s*(?P<year>\d{4})",
    )
)
_MONTHS = {name: number for number, name in enumerate("一二三四五六七八九十", 1)} | {"十一": 11, "十二": 12}
_LATER = frozenset({"下午", "晚上", "晚间", "pm"})
_NO_ZONE = re.compile(r"\d:\d{2}$")
_EPOCH = re.compile(r"\d{9,10}(?:\.\d+)?|\d{12,13}")


def moment(value: object, seen: datetime) -> tuple[datetime | None, Precision]:
    """The moment that a feed's words name, in UTC, with its precision; None where it cannot be true at `seen`."""
    text = str(value).strip() if isinstance(value, str | int | float) else ""
    found = _number(text) or _written(text) or _letter(text)
    if found is None:
        return None, Precision.SECOND
    when, precision = found
    return (when, precision) if EARLIEST < when < seen + LATEST else (None, Precision.SECOND)


def _number(text: str) -> tuple[datetime, Precision] | None:
    if not _EPOCH.fullmatch(text):
        return None
    seconds = float(text)
    return datetime.fromtimestamp(int(seconds / 1000 if seconds > 1e11 else seconds), tz=UTC), Precision.SECOND


def _written(text: str) -> tuple[datetime, Precision] | None:
    """2031-06-02T12:00:30+08:00 · 2031年6月2日 下午3:05 · 20310602 · 6/2/2031 3:05 PM · 周一, 02 六月 2031 12:00:30 +0800"""
    match = next((found for form in _FORMS if (found := form.match(text))), None)
    if match is None or text[match.end() :].strip():
        return None
    part = match.groupdict()
    month = part.get("month") or part.get("chinese") or ""
    hour = int(part["hour"] or 0)
    half = (part["half"] or part["after"] or "").lower()
    if half in _LATER and hour < 12:
        hour += 12
    elif half == "am" and hour == 12:
        hour = 0
    try:
        day = datetime(
            int(part["year"]), _MONTHS.get(month) or int(month), int(part["day"]), tzinfo=_zone(part["zone"])
        )
        when = day + timedelta(hours=hour, minutes=int(part["minute"] or 0), seconds=int(part["second"] or 0))
        when += timedelta(microseconds=int((part["fraction"] or "0")[:6].ljust(6, "0")))
        when = when.astimezone(UTC)
    except (ValueError, OverflowError):
        return None
    if part["hour"] is None:
        return when, Precision.DAY
    return when, Precision.SECOND if when.second else Precision.MINUTE  # a clock that shows seconds seldom shows none


def _zone(text: str | None) -> timezone:
    """CST on a Chinese page is China's, not Chicago's."""
    if not text or text.upper() == "CST":
        return CHINA
    if text[0] not in "+-":
        return UTC
    digits = text[1:].replace(":", "").ljust(4, "0")
    offset = timedelta(hours=int(digits[:2]), minutes=int(digits[2:]))
    return timezone(offset if text[0] == "+" else -offset)


def _letter(text: str) -> tuple[datetime, Precision] | None:
    """Mon, 02 Jun 2031 11:30:00 +0800, as letters are dated."""
    try:
        parts = parsedate_tz(text)
        if parts is None:
            return None
        is_china = _NO_ZONE.search(text) is not None or text.upper().endswith("CST")
        zone = CHINA if is_china else timezone(timedelta(seconds=parts[9] or 0))
        when = datetime(*parts[:6], tzinfo=zone).astimezone(UTC)
    except (ValueError, OverflowError, IndexError, TypeError):
        return None
    if ":" not in text:
        return when, Precision.DAY
    return when, Precision.SECOND if when.second else Precision.MINUTE
