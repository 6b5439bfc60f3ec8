"""When an article was published, as far as its stamp can be believed, and how much later it may have been."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta

from suyuan.records import Article, Precision

# A date without an hour is as often taken from the text as from the clock: it orders nothing.
SLACK = {Precision.SECOND: timedelta(0), Precision.MINUTE: timedelta(minutes=1), Precision.HOUR: timedelta(hours=1)}
BEIJING = timedelta(hours=8)

# 新华社北京6月4日电: the day on which the words were sent.
SENT = re.compile(r"(?<!\d)(\d{1,2})\s*月\s*(\d{1,2})\s*日\s*(?:专|综合)?(?:电|讯)(?![话视影子器])")
HEAD = 300
# A morning paper prints what was sent the evening before, a weekend's page what was sent on Friday. A stamp
# before the day of sending, or long after, is not that of publication: a crawl's, or a date out of the text.
EARLY, LATE = timedelta(days=-1), timedelta(days=3)
OLDEST = 1990  # no page is older than the web: 1970 is a clock that was never set
AHEAD = timedelta(days=1)  # nothing is published a day after it was seen


def clock(article: Article, text: str) -> tuple[datetime | None, timedelta | None]:
    """When it was published, None where that cannot be; and the slack of the stamp, None where it orders nothing."""
    published = article.published
    if published is None or published.year < OLDEST or published - article.first_seen > AHEAD:
        return None, None
    if not _agrees(published, text):
        return None, None
    return published, None if _is_day(article, published) else SLACK.get(article.precision)


def _is_day(article: Article, published: datetime) -> bool:
    """Midnight to the minute is a date that somebody filled up."""
    offsets = (timedelta(0), BEIJING, timedelta(minutes=article.offset or 0))
    return any((at.hour, at.minute, at.second) == (0, 0, 0) for at in (published + offset for offset in offsets))


def _agrees(published: datetime, text: str) -> bool:
    """Whether the day in the dateline, if there is one, can be that of this stamp."""
    sent = SENT.search(text, 0, HEAD)
    if sent is None:
        return True
    stamp = (published + BEIJING).date()
    days = [day for year in (stamp.year - 1, stamp.year, stamp.year + 1) if (day := _date(year, sent))]
    return not days or any(EARLY <= stamp - day <= LATE for day in days)


def _date(year: int, sent: re.Match[str]) -> date | None:
    try:
        return date(year, int(sent[1]), int(sent[2]))
    except ValueError:  # 2月30日 is no day
        return None
