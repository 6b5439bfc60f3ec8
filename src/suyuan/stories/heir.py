"""Where a story that was shown is to be found after stories were told anew."""

from __future__ import annotations

from collections.abc import Iterable

from suyuan.records import Story


def heir(articles: Iterable[str], now: Iterable[Story]) -> Story | None:
    """The story to which a reader is led who asks for one of these articles that is no more; None where all are gone.

    A story is named after its earliest member. One that lost its name was merged into an older one, or an earlier
    report came in, or the member is gone: its heir holds most of its articles, and of two with equally many is the earlier.
    """
    held = set(articles)
    told = [(len(held.intersection((*story.articles, *story.superseded))), story) for story in now]
    heirs = [(-count, story.first, story.id, story) for count, story in told if count]
    return min(heirs, key=lambda one: one[:3])[3] if heirs else None
