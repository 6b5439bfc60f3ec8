"""How a subscription is doing, told from what was written down about it. Pure: the clock is an argument."""

from __future__ import annotations

from suyuan.desk.store.subscriptions import Result, Standing, Watched

HOUR, DAY = 3600.0, 86_400.0
DEAD_AFTER = 5, 4 * DAY  # failures in a row and time since the first, for an address that answers 404
QUIET = 30 * DAY
STALE = 6 * HOUR  # past the time for a look, or of nothing but failures: one bad answer is not worth a word


def is_stale(watched: Watched, now: float) -> bool:
    """Whether the desk should have read it again by now, and for hours could not or did not."""
    if watched.paused is not None:
        return False
    is_failing = watched.failing_since is not None and now - watched.failing_since > STALE
    seen = watched.added if watched.checked is None else watched.checked
    return is_failing or now - max(watched.next, seen) > STALE


def is_dead(watched: Watched, result: str | None, now: float) -> bool:
    """Whether a subscription has ended: it says so, or nothing has been there for days."""
    count, age = DEAD_AFTER
    lasting = watched.failing_since is not None and now - watched.failing_since >= age
    return result == Result.GONE or (
        watched.failures >= count
        and lasting
        and result in (Result.FAILED, Result.TURNED)
        and "status 404" in watched.detail
    )


def standing(watched: Watched, now: float) -> Standing:
    """How a subscription is doing, in a word."""
    if watched.paused is not None:
        return Standing.PAUSED
    if watched.checked is None:
        return Standing.NEW
    if is_dead(watched, watched.result, now):
        return Standing.DEAD
    if watched.result == Result.FORBIDDEN:
        return Standing.FORBIDDEN
    if watched.result == Result.TURNED:
        return Standing.TURNED
    if watched.failures:
        return Standing.FAILING
    if now - (watched.changed or watched.added) > QUIET:
        return Standing.QUIET
    if watched.moved is not None and now - watched.moved < QUIET:
        return Standing.MOVED
    return Standing.WELL
