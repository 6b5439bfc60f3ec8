"""How well the desk tells stories: too many alone says that what belongs together does not meet, one too large the other way."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from suyuan.records import Story, StoryKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Health:
    """Figures of all stories; round-ups are counted apart. `alone` is the share of articles whose story has no other."""

    stories: int
    articles: int
    roundups: int
    alone: float
    largest: int
    largest_story: str | None


def health(stories: Iterable[Story]) -> Health:
    """How many stories there are, how many articles stand alone, and which story is the largest."""
    told = sorted(stories, key=lambda story: (-len(story.articles), story.id))
    happenings = [story for story in told if story.kind is StoryKind.HAPPENING]
    articles = sum(len(story.articles) for story in happenings)
    single = sum(len(story.articles) == 1 for story in happenings)
    largest = happenings[0] if happenings else None
    return Health(
        stories=len(happenings),
        articles=articles,
        roundups=len(told) - len(happenings),
        alone=round(single / articles, 4) if articles else 0.0,
        largest=len(largest.articles) if largest else 0,
        largest_story=largest.id if largest else None,
    )
