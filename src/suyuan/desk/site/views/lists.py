"""Pages that list all there is of a kind: stories, reports, outlets, what changed in what is known."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from suyuan.desk.site.views import changes as change_view
from suyuan.desk.site.views.changes import ChangeLine
from suyuan.desk.site.views.facts import Facts
from suyuan.desk.site.views.parts import Line, Numbers, line, numbers, pages_of, stated, story_articles
from suyuan.desk.store import Store, browse
from suyuan.outlets import Directory
from suyuan.records import Change, Origin, Outlet, Story

PER_PAGE = 30
LARGEST = "reports"  # how stories are ordered, where not by their newest report


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryLine:
    """A story in a list."""

    id: str
    title: str
    language: str | None
    numbers: Numbers
    first: Line
    last: Line


@dataclass(frozen=True, slots=True, kw_only=True)
class StoriesView:
    """One page of all stories."""

    stories: tuple[StoryLine, ...]
    sort: str
    total: int
    page: int
    pages: int


def stories(store: Store, sort: str, page: int) -> StoriesView:
    """A page of the stories, those with the newest report first, or those with most; the last one where there are fewer."""
    total = store.counts().get(Story.__name__, 0)
    pages = pages_of(total, PER_PAGE)
    page = min(page, max(1, pages))
    listed = browse.largest_stories if sort == LARGEST else browse.newest_stories
    shown = [one for each in listed(store, PER_PAGE, (page - 1) * PER_PAGE) if (one := _story(store, each))]
    if sort != LARGEST:
        shown.sort(key=lambda one: one.last.at, reverse=True)  # the record may have a moment yet to come
    return StoriesView(stories=tuple(shown), sort=sort, total=total, page=page, pages=pages)


def _story(store: Store, one: Story) -> StoryLine | None:
    articles = story_articles(store, one.articles)
    if not articles:  # just forgotten, and the story not yet told anew
        return None
    headline = next((each for each in articles if each.id == one.headline), articles[0])
    return StoryLine(
        id=one.id,
        title=one.title,
        language=headline.language,
        numbers=numbers(articles, store.about(Origin, [each.id for each in articles])),
        first=line(articles[0]),
        last=line(articles[-1]),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportsView:
    """One page of all reports; `older` is where the next begins."""

    reports: tuple[Line, ...]
    total: int
    older: datetime | None


def reports(store: Store, *, before: datetime | None) -> ReportsView:
    """The reports, newest first."""
    found = store.latest(PER_PAGE + 1, before=before)
    shown = sorted((line(one) for one in found[:PER_PAGE]), key=lambda one: one.at, reverse=True)
    older = stated(found[PER_PAGE - 1]) if len(found) > PER_PAGE else None
    return ReportsView(reports=tuple(shown), total=store.counts().get("Article", 0), older=older)


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangesView:
    """One page of all that changed in what is known, of `total` records; `next` is where the next page begins."""

    changes: tuple[ChangeLine, ...]
    total: int
    next: str | None


def changes(store: Store, *, until: datetime, after: str | None) -> ChangesView:
    """What changed in what is known, newest first."""
    found, following = change_view.listed(store, PER_PAGE, until=until, cursor=after)
    return ChangesView(changes=found, total=store.counts().get(Change.__name__, 0), next=following)


@dataclass(frozen=True, slots=True, kw_only=True)
class OutletRow:
    """An outlet in a list; `facts` where they are made ready."""

    name: str
    known: Outlet | None
    reports: int
    facts: Facts | None


@dataclass(frozen=True, slots=True, kw_only=True)
class OutletsView:
    """One page of all outlets."""

    outlets: tuple[OutletRow, ...]
    total: int
    page: int
    pages: int


def outlets(store: Store, directory: Directory, page: int) -> OutletsView:
    """A page of the outlets, those with most reports first, without their facts; the last one where there are fewer."""
    found = store.outlets()
    pages = pages_of(len(found), PER_PAGE)
    page = min(page, max(1, pages))
    shown = found[(page - 1) * PER_PAGE : page * PER_PAGE]
    rows = (
        OutletRow(name=name, known=directory.by_name(name) or directory.by_host(name), reports=count, facts=None)
        for name, count in shown
    )
    return OutletsView(outlets=tuple(rows), total=len(found), page=page, pages=pages)
