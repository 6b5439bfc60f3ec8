"""The stories in a group of linked articles: links chain, so a group is taken apart before it is told."""

from __future__ import annotations

from collections.abc import Iterable
from heapq import heapify, heappop, heappush
from math import sqrt

from suyuan.records import Article, SameStory, Story, StoryKind, digest
from suyuan.stories.headline import plainest
from suyuan.stories.keys import when
from suyuan.stories.roundup import is_roundup

NEAREST = 12  # links of an article that count: a large story must not draw in its neighbourhood by mere number
TOGETHER = 0.02  # share of their links that two parts have with each other from which they are one story

Near = list[dict[int, float]]
"""Per part, the summed scores of its links to each other part."""


def tell(members: tuple[Article, ...], links: tuple[SameStory, ...]) -> tuple[Story, ...]:
    """The stories in a group of linked articles; every member is in exactly one."""
    order = sorted(members, key=lambda article: (when(article), article.id))
    return tuple(_story([order[place] for place in part]) for part in _parts(_nearest(order, links)))


def _nearest(order: list[Article], links: Iterable[SameStory]) -> Near:
    """Each article's strongest links; one that is among the strongest of either end stays."""
    place = {article.id: at for at, article in enumerate(order)}
    linked: list[list[tuple[float, int]]] = [[] for _ in order]
    for link in links:
        a, b = place[link.a], place[link.b]
        linked[a].append((-link.score, b))
        linked[b].append((-link.score, a))
    near: Near = [{} for _ in order]
    for a, row in enumerate(linked):
        for score, b in sorted(row)[:NEAREST]:
            near[a][b] = near[b][a] = -score
    return near


def _parts(near: Near) -> list[list[int]]:
    """Places that belong together: the two parts most bound to each other are joined, until none are bound enough."""
    parts = [[place] for place in range(len(near))]
    weight = [sum(row.values()) for row in near]

    def bound(a: int, b: int) -> float:
        return near[a].get(b, 0.0) / sqrt(weight[a] * weight[b])

    heap = [(-bound(a, b), a, b) for a, row in enumerate(near) for b in row if a < b]
    heapify(heap)
    while heap:
        was, a, b = heappop(heap)
        if not (parts[a] and parts[b]) or bound(a, b) != -was:
            continue  # a part that has grown since stands in the heap anew
        _join(near, a, b)
        parts[a] += parts[b]
        weight[a] += weight[b]
        parts[b] = []
        for other in near[a]:
            if (now := bound(a, other)) >= TOGETHER:
                heappush(heap, (-now, min(a, other), max(a, other)))
    return [sorted(part) for part in parts if part]


def _join(near: Near, into: int, part: int) -> None:
    """What was linked to `part` is linked to `into`."""
    for other, score in near[part].items():
        del near[other][part]
        if other != into:
            near[into][other] = near[other][into] = near[into].get(other, 0.0) + score
    near[part] = {}


def _story(articles: list[Article]) -> Story:
    headline = plainest(articles)
    return Story(
        id=digest("story", articles[0].id),
        kind=StoryKind.ROUNDUP if len(articles) == 1 and is_roundup(articles[0].title) else StoryKind.HAPPENING,
        title=headline.title,
        headline=headline.id,
        articles=tuple(article.id for article in articles),
        first=when(articles[0]),
        last=when(articles[-1]),
    )
