"""Whether two articles tell of one happening."""

from __future__ import annotations

import math

from suyuan.records import SameStory, digest
from suyuan.stories.keys import Draft

SAME = 0.2
FADE = 10 * 86_400.0  # seconds in which likeness counts for a third
SHOWN = 6  # shared terms given as evidence


def same(one: Draft, other: Draft) -> SameStory | None:
    """Whether two articles tell of one happening."""
    score = likeness(one, other) * math.exp(-abs(one.at - other.at) / FADE)
    if score < SAME:
        return None
    a, b = sorted((one.article, other.article))
    return SameStory(id=digest("same story", a, b), a=a, b=b, score=round(score, 4), evidence=shared(one, other))


def likeness(one: Draft, other: Draft) -> float:
    """The cosine of two drafts' terms."""
    mine, theirs = one.terms, other.terms
    return math.fsum([mine[term] * theirs[term] for term in mine.keys() & theirs.keys()])


def shared(one: Draft, other: Draft) -> tuple[str, ...]:
    """The shared terms that weigh most."""
    mine, theirs = one.terms, other.terms
    return tuple(sorted(mine.keys() & theirs.keys(), key=lambda term: (-mine[term] * theirs[term], term))[:SHOWN])
