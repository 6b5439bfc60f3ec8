"""When a subscription is looked at again, and why then: by how often it changes, what it asks, and how it failed.

Pure: the clock and chance are arguments.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

from suyuan.desk.store.standing import is_dead
from suyuan.desk.store.subscriptions import Result, Watched, Why

MINUTE, HOUR, DAY = 60.0, 3600.0, 86_400.0
SHORTEST, LONGEST = 10 * MINUTE, 12 * HOUR  # between two looks at what changes, and at what does not
FASTER, SLOWER = 0.5, 1.25  # together they settle at about one look in four that finds something
PATIENCE = 6 * HOUR  # the most that a TTL or Cache-Control is believed: many are set and forgotten
TOLD = 2 * HOUR  # between two looks for safety, where a hub tells of news
FAILURE = 15 * MINUTE  # after the first failure; doubled with each
RETRY_AFTER = 7 * DAY
WEEK = 7 * DAY
JITTER = 0.1  # so that a thousand that were added at once are not looked at at once for ever

_MAX_AGE = re.compile(r"\bmax-age\s*=\s*\"?(\d{1,9})")


@dataclass(frozen=True, slots=True)
class Next:
    """When to look again (seconds since 1970), why then, and the interval as it has adapted."""

    at: float
    why: Why
    interval: float


def after(
    watched: Watched,
    result: Result,
    now: float,
    *,
    chance: float,
    retry_after: float | None = None,
    is_told: bool = False,
) -> Next:
    """The next look after a visit with this result; `watched.failures` counts this one. `chance` is between 0 and 1.

    `is_told`: a hub has promised to tell of anything new.
    """
    jitter = 1 + JITTER * (2 * chance - 1)
    if result in (Result.NEW, Result.UNCHANGED, Result.EMPTY):
        pace = FASTER if result is Result.NEW else SLOWER
        interval = min(LONGEST, max(SHORTEST, watched.interval * pace))
        if watched.minutes:
            return Next(now + watched.minutes * MINUTE, Why.OWNER, interval)
        asks = min(PATIENCE, watched.asks or 0.0)
        if is_told and max(asks, interval) < TOLD:
            return Next(now + TOLD * jitter, Why.HUB, interval)
        if asks > interval:
            return Next(now + asks * (1 + JITTER * chance), Why.ASKS, interval)
        return Next(now + interval * jitter, Why.CHANGES, interval)
    if is_dead(watched, result, now):
        return Next(now + WEEK * jitter, Why.DEAD, watched.interval)
    wait = min(DAY, FAILURE * 2 ** min(watched.failures - 1, 10)) * jitter
    if retry_after is not None and retry_after > wait:
        return Next(now + min(RETRY_AFTER, retry_after) * (1 + JITTER * chance), Why.ASKS, watched.interval)
    return Next(now + wait, Why.FAILURES, watched.interval)


def asks(headers: Mapping[str, str], minutes: int | None) -> float | None:
    """For how many seconds an answer asks to be left alone: its own TTL, or its Cache-Control."""
    age = _MAX_AGE.search(headers.get("cache-control", ""))
    found = max(float(age[1]) if age else 0.0, (minutes or 0) * MINUTE)
    return found or None


def retry_after(headers: Mapping[str, str], now: float) -> float | None:
    """The seconds that a busy host asks for: a number or a date."""
    value = headers.get("retry-after", "").strip()
    if value.isdecimal():
        return float(value[:9])
    try:
        found = parsedate_to_datetime(value)
    except (ValueError, TypeError):
        return None
    found = found if found.tzinfo else found.replace(tzinfo=UTC)
    return max(0.0, (found - datetime.fromtimestamp(now, tz=UTC)).total_seconds())
