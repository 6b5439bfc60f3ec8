"""The front page: what is happening, what changed in what is known, what came last."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from suyuan.desk.site.views.changes import ChangeLine, newest
from suyuan.desk.site.views.parts import (
    ClaimGroup,
    Line,
    Numbers,
    claim_groups,
    heat,
    line,
    numbers,
    story_articles,
    story_claims,
    time_of,
)
from suyuan.desk.site.views.subscriptions import Watching
from suyuan.desk.store import Store
from suyuan.outlets import Directory
from suyuan.records import Assertion, Origin, Story
from suyuan.stories import Hot

SHOWN = 10  # stories on the front page: about three screens
LATEST = 20
LATEST_LOOKED_AT = 60  # articles that are looked at for them: one agency text may come thirty times in an hour
CHANGES = 12
CLAIMS = 3  # of a story
LOOKED_AT = 1000  # a day and a half of some forty subscriptions
TOLD = 60  # stories of the last days whose reports are looked at
WEIGHED = 40  # of the last day's stories, those with most reports: the others cannot be hot
DAY = timedelta(days=1)
RECENT = 3 * DAY  # before the newest report: older stories stand on the front page only where there are no others
FRESH = timedelta(hours=2)


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryCard:
    """A story on the front page."""

    id: str
    title: str
    language: str | None
    numbers: Numbers
    first: Line
    times: tuple[datetime, ...]
    last: Line
    fresh: int  # reports of the last two hours
    reasons: tuple[str, ...]  # why it is hot; none where it is only recent
    groups: tuple[ClaimGroup, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrived:
    """A report that came in, with how many more of its text stand in its story."""

    line: Line
    copies: int
    story: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Front:
    """All that stands on the front page."""

    now: datetime
    happening: tuple[StoryCard, ...]
    recent: tuple[StoryCard, ...]  # what is not hot now, the newest first
    changes: tuple[ChangeLine, ...]
    latest: tuple[Arrived, ...]
    reports: int
    told: int  # stories
    watching: Watching | None = None
    before: datetime | None = None  # when this reader was here before
    seen: int = 0  # the newest record when the page was made: what comes after it is an update


def front(store: Store, outlets: Directory, *, now: datetime) -> Front:
    """The front page as of now."""
    newest_stories = store.stories(LOOKED_AT, until=now)
    hot = _hot(store, newest_stories, outlets, now=now)
    happening = [story for story in newest_stories if story.id in hot]
    happening.sort(key=lambda story: (-hot[story.id].score, story.id))
    recent = [story for story in _told(store, newest_stories) if story.id not in hot]
    return Front(
        now=now,
        happening=_cards(store, happening[:SHOWN], hot, now=now),
        recent=_cards(store, recent[: max(0, SHOWN - len(happening))], hot, now=now),
        changes=newest(store, CHANGES, until=now),
        latest=_latest(store, now),
        reports=store.reports(),
        told=store.counts().get("Story", 0),
    )


def _latest(store: Store, now: datetime) -> tuple[Arrived, ...]:
    """The newest reports, those of one text as one line: the newest of them."""
    found: list[Arrived] = []
    seen: set[str] = set()
    for one in sorted(store.latest(LATEST_LOOKED_AT, before=now), key=time_of, reverse=True):
        origin = next(iter(store.about(Origin, (one.id,))), None)
        if origin is not None and origin.id in seen:
            continue
        seen.add(origin.id if origin else one.id)
        story = store.story_of(one.id)
        copies = len(set(origin.articles) & set(story.articles)) - 1 if origin and story else 0
        found.append(Arrived(line=line(one), copies=copies, story=story.id if story else None))
        if len(found) == LATEST:
            break
    return tuple(found)


def _hot(store: Store, newest: Sequence[Story], outlets: Directory, *, now: datetime) -> dict[str, Hot]:
    """The stories that are hot now."""
    told = (story for story in newest if len(story.articles) > 1 and story.last > now - DAY)
    lately = sorted(told, key=lambda story: (-len(story.articles), story.id))[:WEIGHED]
    return {one.story: one for one in heat(store, lately, outlets, now=now) if one.is_hot}


def _told(store: Store, newest: Sequence[Story]) -> list[Story]:
    """The stories of the last days by their latest report, those of two outlets first.

    What one outlet alone reports stands under the latest; it is a story here only while there are not enough others.
    """
    since = max((story.last for story in newest), default=None)
    lately = [story for story in newest if since and story.last > since - RECENT]
    told = [story for story in lately if len(story.articles) > 1] or lately
    told = sorted(told, key=lambda story: (-story.last.timestamp(), story.id))[:TOLD]
    reports = {story.id: story_articles(store, story.articles) for story in told}
    return sorted(
        (story for story in told if reports[story.id]),
        key=lambda story: (
            len({one.outlet for one in reports[story.id]}) < _SEVERAL,
            -time_of(reports[story.id][-1]).timestamp(),
            story.id,
        ),
    )


_SEVERAL = 2  # outlets


def _cards(store: Store, told: Iterable[Story], hot: Mapping[str, Hot], *, now: datetime) -> tuple[StoryCard, ...]:
    found = (_card(store, story, _reasons(hot[story.id]) if story.id in hot else (), now=now) for story in told)
    return tuple(card for card in found if card)


def _reasons(hot: Hot) -> tuple[str, ...]:
    """Why a story is hot. That fewer than usual reported it lately, 0.7 times as many, is no reason."""
    return tuple(one for one in hot.reasons if hot.growth >= 1 or "times as many" not in one)


def _card(store: Store, story: Story, reasons: tuple[str, ...], *, now: datetime) -> StoryCard | None:
    articles = story_articles(store, story.articles)
    if not articles:  # just forgotten, and the story not yet told anew
        return None
    ids = [one.id for one in articles]
    groups = claim_groups(story_claims(store, story), articles, store.about(Assertion, ids))
    times = tuple(time_of(one) for one in articles)
    headline = next((one for one in articles if one.id == story.headline), articles[0])
    return StoryCard(
        id=story.id,
        title=story.title,
        language=headline.language,
        numbers=numbers(articles, store.about(Origin, ids)),
        first=line(articles[0]),
        last=line(articles[-1]),
        times=times,
        fresh=sum(now - FRESH <= at <= now for at in times),
        reasons=reasons,
        groups=_told_alone(groups),
    )


def _told_alone(groups: Iterable[ClaimGroup]) -> tuple[ClaimGroup, ...]:
    """The claims of a card, which has no room for the answers beside one: whole sentences first, else in the order of the story."""
    return tuple(sorted((group for group in groups if group.says), key=lambda group: not group.is_whole)[:CLAIMS])
