"""The stories that a story goes on from, and those that go on from it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from suyuan.desk.site.views.likeness import evidence_of
from suyuan.desk.store import Store
from suyuan.records import Follows, Story

SHOWN = 5  # either way, the likest


@dataclass(frozen=True, slots=True, kw_only=True)
class Neighbour:
    """A story of the same matter, before or after; `link` is the record that says so."""

    id: str
    title: str
    first: datetime
    reports: int
    evidence: tuple[str, ...]
    link: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Saga:
    """What went before a story, and what came after it."""

    before: tuple[Neighbour, ...]
    after: tuple[Neighbour, ...]


def saga(store: Store, story: Story) -> Saga:
    """The chain that a story stands in."""
    ids = store.links_of("follow", story.id).values()
    links = [one for each in ids if (one := store.get(Follows, each)) is not None]
    return Saga(
        before=_neighbours(store, {one.earlier: one for one in links if one.story == story.id}),
        after=_neighbours(store, {one.story: one for one in links if one.earlier == story.id}),
    )


def _neighbours(store: Store, links: dict[str, Follows]) -> tuple[Neighbour, ...]:
    likest = sorted(links.items(), key=lambda each: (-each[1].score, each[0]))[:SHOWN]
    found = (_neighbour(store, story, link) for story, link in _known(store, likest))
    return tuple(sorted(found, key=lambda one: (one.first, one.id)))


def _known(store: Store, links: Iterable[tuple[str, Follows]]) -> Iterable[tuple[Story, Follows]]:
    return ((story, link) for each, link in links if (story := store.get(Story, each)) is not None)


def _neighbour(store: Store, story: Story, link: Follows) -> Neighbour:
    return Neighbour(
        id=story.id,
        title=story.title,
        first=story.first,
        reports=len(story.articles),
        evidence=evidence_of(store, link),
        link=link.id,
    )
