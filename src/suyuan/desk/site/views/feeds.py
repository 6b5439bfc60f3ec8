"""Feeds: what is new in a story, an outlet, a speaker's words, a claim, a search, or in what is known."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta, timezone
from urllib.parse import parse_qsl, quote

from suyuan.desk.site.views.changes import ChangeLine, listed
from suyuan.desk.site.views.opening import opened
from suyuan.desk.site.views.parts import numbers, story_articles, time_of
from suyuan.desk.store import Store
from suyuan.desk.store.marks import MarkKind, Marks
from suyuan.desk.store.search import STANDINGS, Filters
from suyuan.desk.words import Words
from suyuan.outlets import Directory
from suyuan.records import Article, Assertion, ChangeKind, Claim, Origin, Story

ENTRIES = 50
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_SHANGHAI = timezone(timedelta(hours=8))


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One entry: where it leads on this desk, and in plain words what is new."""

    urn: str  # what it is, wherever this desk is reached and whatever its story is called
    path: str
    title: str
    summary: str
    at: datetime
    first: datetime
    author: str | None = None
    outside: str | None = None  # the page itself, elsewhere


@dataclass(frozen=True, slots=True, kw_only=True)
class Feed:
    """A feed: what it is about, and where that stands on this desk."""

    title: str
    path: str
    entries: tuple[Entry, ...]

    @property
    def updated(self) -> datetime:
        """When something was last new."""
        return max((one.at for one in self.entries), default=_EPOCH)


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """Of what a feed is asked, for whom and as of when."""

    store: Store
    marks: Marks
    outlets: Directory
    words: Words
    now: datetime


def latest(wanted: Wanted, _about: str) -> Feed:
    """The latest stories."""
    entries = [_of_story(wanted, one) for one in wanted.store.stories(30)]
    entries.sort(key=lambda one: one.at, reverse=True)  # the record may have a moment yet to come
    return Feed(title=wanted.words("Suyuan: latest stories"), path="/", entries=tuple(entries))


def _of_story(wanted: Wanted, one: Story) -> Entry:
    articles = story_articles(wanted.store, one.articles)
    counted = numbers(articles, wanted.store.about(Origin, one.articles))
    said = wanted.words.say("%(reports)d reports · %(outlets)d outlets · %(origins)d independent texts")
    summary = said % {"reports": counted.reports, "outlets": counted.outlets, "origins": counted.origins}
    return Entry(
        urn=f"urn:suyuan:story:{one.id}",
        path=f"/story/{one.id}",
        title=one.title,
        summary=summary,
        at=time_of(articles[-1]) if articles else one.last,
        first=time_of(articles[0]) if articles else one.first,
    )


def story(wanted: Wanted, about: str) -> Feed | None:
    """The reports of a story."""
    found = wanted.store.get(Story, about) or wanted.store.lives_as(about)
    if not isinstance(found, Story):
        return None
    reports = sorted(wanted.store.articles(found.articles), key=time_of, reverse=True)
    return Feed(title=found.title, path=f"/story/{found.id}", entries=_of_articles(reports))


def outlet(wanted: Wanted, about: str) -> Feed | None:
    """The reports of an outlet."""
    found = wanted.store.latest(ENTRIES, outlet=about)
    return Feed(title=about, path=f"/outlet/{quote(about, safe='')}", entries=_of_articles(found)) if found else None


def speaker(wanted: Wanted, about: str) -> Feed | None:
    """What a speaker said."""
    said = wanted.store.speaker(about, ENTRIES)
    articles = {one.id: one for one in wanted.store.articles(dict.fromkeys(one.article for one in said))}
    entries = tuple(
        Entry(
            urn=f"urn:suyuan:statement:{one.id}",
            path=f"/article/{one.article}#s-{one.id}",
            title=_short(opened(articles[one.article].text[one.start : one.end])),
            summary=f"{articles[one.article].outlet or ''} {articles[one.article].title}".strip(),
            at=time_of(articles[one.article]),
            first=time_of(articles[one.article]),
            author=one.speaker,
            outside=articles[one.article].url,
        )
        for one in said
        if one.article in articles
    )
    return Feed(title=about, path=f"/speaker/{quote(about, safe='')}", entries=_newest(entries)) if entries else None


def claim(wanted: Wanted, about: str) -> Feed | None:
    """The reports that carry a claim, each with the passage."""
    found = wanted.store.get(Claim, about) or wanted.store.lives_as(about)
    if not isinstance(found, Claim):
        return None
    asserted = [one for one in wanted.store.about(Assertion, found.articles) if one.id in set(found.assertions)]
    articles = {one.id: one for one in wanted.store.articles(found.articles)}
    entries = (
        replace(
            _of_article(articles[one.article], articles[one.article].text[one.start : one.end]),
            urn=f"urn:suyuan:assertion:{one.id}",
        )
        for one in asserted
        if one.article in articles
    )
    return Feed(title=found.text, path=f"/why/{found.id}", entries=_newest(entries))


def search(wanted: Wanted, about: str) -> Feed | None:
    """What a search finds, newest first; it is asked for by its query string."""
    given = parse_query(about)
    query = given.get("q", "")[:200]
    if not query.strip():
        return None
    found = [hit.found for hit in wanted.store.search(query, ENTRIES, by_time=True, filters=filters(given)).hits]
    return Feed(
        title=wanted.words("Suyuan: {query}", query=query), path=f"/search?{about}", entries=_of_articles(found)
    )


def saved(wanted: Wanted, about: str) -> Feed | None:
    """What a saved search finds."""
    kept = wanted.marks.get(about)
    return search(wanted, kept.value) if kept and kept.kind is MarkKind.SEARCH and kept.value else None


def changes(wanted: Wanted, _about: str) -> Feed:
    """What changed in what is known."""
    found, _ = listed(wanted.store, ENTRIES, until=wanted.now)
    title = wanted.words("What changed in what is known")
    return Feed(title=title, path="/#changes", entries=tuple(_of_change(wanted.words, one) for one in found))


def _of_change(words: Words, one: ChangeLine) -> Entry:
    how = words.code(one.kind)
    if one.kind is ChangeKind.NOT_FOLLOWED:
        how += words.say("(%(words)s)") % {
            "words": words.count("%(num)d report", "%(num)d reports", one.count) % {"num": one.count}
        }
    says = one.says
    if one.kind is ChangeKind.NOT_FOLLOWED:
        says = words.say(", ").join(each.outlet or _short(each.title) for each in one.articles)
    said = f"{one.text}\n{how}{words.say(': ')}{says}" if says else one.text
    return Entry(
        urn=f"urn:suyuan:change:{one.id}",
        path=f"/story/{one.story}?change={one.id}#c-{one.claim}",
        title=f"{_short(one.text)} {how}",
        summary=said,
        at=one.at,
        first=one.at,
    )


FEEDS: dict[str, Callable[[Wanted, str], Feed | None]] = {
    "latest": latest,
    "changes": changes,
    "story": story,
    "outlet": outlet,
    "speaker": speaker,
    "claim": claim,
    "search": search,
    "saved": saved,
}
"""Every feed by its word in the address."""


def parse_query(written: str) -> dict[str, str]:
    """The fields of a search's query string, the last where one is given twice."""
    return dict(parse_qsl(written))


def filters(given: dict[str, str]) -> Filters:
    """The filters of a search's query string; what is none is passed over."""
    return Filters(
        outlet=given.get("outlet") or None,
        speaker=given.get("speaker") or None,
        standing=STANDINGS.get(given.get("standing", "")),
        since=day(given.get("since")),
        until=day(given.get("until")),
    )


def day(written: str | None) -> datetime | None:
    """A day or a moment; a day begins where most of the news here is written."""
    try:
        found = datetime.fromisoformat(written) if written else None
        return found and (found if found.tzinfo else found.replace(tzinfo=_SHANGHAI)).astimezone(UTC)
    except (ValueError, OverflowError):
        return None


def _of_articles(articles: Iterable[Article]) -> tuple[Entry, ...]:
    return tuple(_of_article(one, one.text[:300]) for one in articles)[:ENTRIES]


def _of_article(one: Article, summary: str) -> Entry:
    return Entry(
        urn=f"urn:suyuan:article:{one.id}",
        path=f"/article/{one.id}",
        title=one.title,
        summary=summary,
        at=time_of(one),
        first=time_of(one),
        author=one.outlet,
        outside=one.url,
    )


def _newest(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    return tuple(sorted(entries, key=lambda one: (one.at, one.path), reverse=True)[:ENTRIES])


def _short(text: str) -> str:
    return text if len(text) <= 80 else text[:79] + "…"
