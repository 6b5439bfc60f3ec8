"""When a reader was here before, so that the front page can say what changed since. Only two times are kept, in the reader's own cookie."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from litestar.datastructures import Cookie

from suyuan.desk.site.answer import YEAR, Asked, moment

COOKIE = "visit"
APART = timedelta(minutes=30)  # without a look at the front page: then the next is a new visit


@dataclass(frozen=True, slots=True)
class Visit:
    """The end of the visit before, and the last look of this one; no end where this is the first."""

    before: datetime | None
    last: datetime


def visit(request: Asked, now: datetime) -> Visit:
    """This visit, as it is with this look at the front page."""
    before, last = (moment(one) for one in request.cookies.get(COOKIE, "").partition("~")[::2])
    if last is None or last > now:  # the first visit, or a desk whose clock was set back
        return Visit(None, now)
    return Visit(last, now) if now - last > APART else Visit(before, now)


def remembered(one: Visit, *, is_secure: bool) -> Cookie:
    """The cookie that tells the next look about this visit."""
    before = one.before.isoformat() if one.before else ""
    value = f"{before}~{one.last.isoformat()}"
    return Cookie(COOKIE, value=value, max_age=YEAR, httponly=True, samesite="lax", secure=is_secure)
