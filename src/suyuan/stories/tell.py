"""The stories in a group of linked articles."""

from __future__ import annotations

from collections import defaultdict
from heapq import heapify, heappop, heappush

from suyuan.records import Article, SameStory, Story, StoryKind, digest
from suyuan.stories.keys import when

MEAN = 0.08  # mean likeness between two parts, pairs without a link counting nothing, from which they are one story


def tell(members: tuple[Article, ...], links: tuple[SameStory, ...]) -> tuple[Story, ...]:
    """The stories in a group of linked articles; every member is in exactly one."""
    order = sorted(members, key=lambda article: (when(article), article.id))
    return tuple(_story([order[place] for place in group]) for group in _groups(order, links))


def _groups(order: list[Article], links: tuple[SameStory, ...]) -> list[list[int]]:
    """Places that belong together: the two parts most alike on average are joined, until none are alike enough."""
    place = {article.id: at for at, article in enumerate(order)}
    near: dict[int, dict[int, float]] = {at: {} for at in place.values()}
    for link in links:
        a, b = place[link.a], place[link.b]
        near[a][b] = near[b][a] = link.score
    parts = {at: [at] for at in near}
    heap = [(-score, a, b) for a in near for b, score in near[a].items() if a < b]
    heapify(heap)
    while heap:
        score, a, b = heappop(heap)
        if a not in parts or b not in parts or near[a].get(b, 0.0) / (len(parts[a]) * len(parts[b])) != -score:
            continue
        parts[a].extend(parts.pop(b))
        total: dict[int, float] = defaultdict(float, near[a])
        for other, value in near.pop(b).items():
            total[other] += value
            near[other].pop(b, None)
        total.pop(a, None)
        total.pop(b, None)
        near[a] = dict(total)
        for other, value in total.items():
            near[other][a] = value
            mean = value / (len(parts[a]) * len(parts[other]))
            if mean >= MEAN:
                heappush(heap, (-mean, min(a, other), max(a, other)))
    return [sorted(part) for part in parts.values()]


def _story(articles: list[Article]) -> Story:
    first = articles[0]
    return Story(
        id=digest("story", first.id),
        kind=StoryKind.HAPPENING,
        title=first.title,
        headline=first.id,
        articles=tuple(article.id for article in articles),
        first=when(first),
        last=when(articles[-1]),
    )
