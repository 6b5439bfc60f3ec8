"""Where a story that was shown is to be found after stories were told anew: the id that lives on."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from suyuan.records import Story


def heirs(before: Iterable[Story], now: Iterable[Story]) -> dict[str, str]:
    """For each id that is no story any more, the story that a reader is to be led to; none where all of it is gone.

    A story is named after its earliest member. One that lost its name was merged into an older one, or an earlier
    report came in: its heir holds most of its articles, and of heirs with equally many the earliest.
    """
    told = sorted(now, key=lambda story: (story.first, story.id))
    place = {article: at for at, story in enumerate(told) for article in (*story.articles, *story.superseded)}
    living = {story.id for story in told}
    found: dict[str, str] = {}
    for story in before:
        if story.id not in living:
            held = Counter(place[one] for one in (*story.articles, *story.superseded) if one in place)
            if held:
                found[story.id] = told[min(held, key=lambda at: (-held[at], at))].id
    return found
