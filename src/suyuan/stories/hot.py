"""What is happening now: stories by the number of newsrooms, the growth of their reports, and how fresh they are.

The formula can be said aloud: *independent reports of the last day beyond the first, times growth, times freshness.*

* **Independent** reports: newsrooms that published within the day; texts of one origin count once, and so do all
  the texts of one newsroom. Copies and one loud portal make no heat, and what one newsroom tells alone has none.
* **Growth**: independent reports of the last three hours against those to be expected from the rest of the day,
  given how much is published at such hours; between a half and three, and near one where the reports are few.
* **Freshness** halves with every twelve hours since the newest report.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from suyuan.outlets import Directory, packaged
from suyuan.records import Article, Story, StoryKind
from suyuan.stories.keys import when

DAY = timedelta(hours=24)
LATELY = timedelta(hours=3)
HALF = timedelta(hours=12)
SLOWEST, FASTEST = 0.5, 3.0
FEW = 2  # reports that are added to either side: two within an hour are no wave yet


@dataclass(frozen=True, slots=True, kw_only=True)
class Hot:
    """A story, its heat, and what it comes from: words with numbers."""

    story: str
    score: float
    independent: int
    growth: float
    hours: float
    reports: int

    @property
    def is_hot(self) -> bool:
        """Whether it is happening now: more than one newsroom tells it, and the newest report is fresh."""
        return self.score > 0

    @property
    def reasons(self) -> tuple[str, ...]:
        """The heat in words with numbers."""
        return (
            f"told independently by {self.independent} in the last day",
            f"{self.growth:.1f} times as many reports as usual in the last three hours",
            f"newest report {self.hours:.1f} hours ago",
            f"{self.reports} reports in the last day, copies included",
        )


def hot(
    stories: Iterable[Story],
    articles: Iterable[Article],
    *,
    now: datetime,
    origins: Mapping[str, str] | None = None,
    outlets: Directory | None = None,
) -> tuple[Hot, ...]:
    """The stories with a report in the last day, hottest first; round-ups are none.

    `articles` are all that is known, not only those of the stories: they say how much is usual at an hour.
    `origins` gives the origin of an article by its id.
    """
    known = {article.id: article for article in articles if when(article) <= now}
    usual = _usual(known.values(), now)
    found = []
    for story in stories:
        recent = [article for one in story.articles if (article := known.get(one)) and when(article) > now - DAY]
        if recent and story.kind is StoryKind.HAPPENING:
            found.append(_heat(story, recent, now, usual, Voices(origins or {}, outlets or packaged())))
    return tuple(sorted(found, key=lambda one: (-one.score, one.story)))


@dataclass(frozen=True, slots=True)
class Voices:
    """Who can be told apart: origins of texts, newsrooms of outlets."""

    origins: Mapping[str, str]
    outlets: Directory

    def count(self, articles: Iterable[Article]) -> int:
        """How many independent reports there are: the fewer of origins and newsrooms."""
        some = tuple(articles)
        texts = {self.origins.get(article.id, article.id) for article in some}
        rooms = {self.outlets.newsroom(article.outlet) or article.id for article in some}
        return min(len(texts), len(rooms))


def _heat(story: Story, recent: list[Article], now: datetime, usual: float, voices: Voices) -> Hot:
    lately = voices.count(article for article in recent if when(article) > now - LATELY)
    before = voices.count(article for article in recent if when(article) <= now - LATELY)
    growth = min(max((FEW + lately) / (FEW + before * usual), SLOWEST), FASTEST)
    age = now - max(when(article) for article in recent)
    independent = voices.count(recent)
    return Hot(
        story=story.id,
        score=round((independent - 1) * growth * 0.5 ** (age / HALF), 4),
        independent=independent,
        growth=round(growth, 2),
        hours=round(age / timedelta(hours=1), 1),
        reports=len(recent),
    )


def _usual(articles: Iterable[Article], now: datetime) -> float:
    """How many reports of the last hours there usually are to one of the rest of the day, by the days before.

    Hours are counted back from now, so that the night is compared with nights. Where nothing older is known,
    every hour is like every other.
    """
    counts = Counter((now - when(article)) % DAY < LATELY for article in articles if now - when(article) >= DAY)
    rest = (DAY - LATELY) / LATELY
    return (counts[True] + 1) / (counts[False] + rest)
