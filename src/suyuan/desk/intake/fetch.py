"""One address: a page or a feed, whichever it turns out to be."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime

from suyuan.desk import egress
from suyuan.desk.errors import FetchFailed, Refused
from suyuan.desk.intake import feed
from suyuan.desk.intake.arrival import Arrival, Arrived, Unreadable
from suyuan.desk.intake.page import page
from suyuan.desk.settings import Egress


def read(url: str, rules: Egress) -> Iterator[Arrival]:
    """The page at an address, or the items of the feed there."""
    try:
        answer = egress.get(url, rules)
    except (FetchFailed, Refused) as error:
        yield Unreadable(url, "refused" if isinstance(error, Refused) else "not fetched", str(error))
        return
    now = datetime.now(tz=UTC).replace(microsecond=0)
    if answer.status != 200:
        yield Unreadable(url, f"status {answer.status}", "The other side did not send the page.")
    elif feed.is_feed(answer.body):
        yield from feed.read(answer.body, answer.url, now, answer.charset)
    else:
        yield Arrived(
            answer.url, page(answer.url, answer.body, now, media_type=answer.media_type, charset=answer.charset)
        )
