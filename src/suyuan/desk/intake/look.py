"""What a look at a subscription finds: its items, what it says of itself, and whether it is still what it was."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from suyuan.desk.egress import Answer
from suyuan.desk.intake import channel, feed, sitemap, websub
from suyuan.desk.intake.page import LARGEST
from suyuan.desk.packed import unpacked
from suyuan.records import FeedItem, SubscriptionKind, digest

BACKLOG = timedelta(days=14)  # of items older than this the feed's own words are kept, and no page is fetched
RECENT = timedelta(days=2)  # of a sitemap seen for the first time only these are news; the rest is its archive
FIRST = 50  # of a list seen for the first time, so many links from its top
PAGES = 300  # pages fetched for one look; what a feed lists beyond is kept in its own words

_MARKUP = re.compile(r"<[^>]*>|\s+")


@dataclass(frozen=True, slots=True)
class Candidate:
    """Something listed: what it is known by, a digest of its words, its address, and (in feeds) the item itself."""

    key: str
    words: str
    url: str | None
    dated: datetime | None = None
    item: FeedItem | None = None


@dataclass(frozen=True, slots=True)
class Look:
    """What one look found. `maps` are the sitemaps that an index lists; `hub` is where its news is told of, with the address
    that it is known by there; `is_turned`: it is not what it was.
    """

    candidates: tuple[Candidate, ...] = ()
    maps: tuple[Candidate, ...] = ()
    title: str = ""
    minutes: int | None = None
    hub: tuple[str, str] | None = None
    is_turned: bool = False


@dataclass(frozen=True, slots=True)
class Taken:
    """What is to be taken up of a look: to fetch the page for, to keep as it is, and only to remember."""

    fetch: tuple[Candidate, ...]
    keep: tuple[Candidate, ...]
    known: tuple[Candidate, ...]


def look(kind: str, answer: Answer, url: str, now: datetime) -> Look:
    """What an answer lists, for a subscription known as `url`; UnreadableInput where it is made to harm."""
    if kind == SubscriptionKind.FEED:
        if not feed.is_feed(answer.body):
            return Look(is_turned=True)
        read = feed.Feed(answer.body, answer.url, answer.charset, known_as=url)
        found = tuple(map(_of_item, read.items(now)))
        hub = websub.offered(answer.headers, answer.url, read.links)
        return Look(found, title=read.title, minutes=read.minutes, hub=hub)
    if kind == SubscriptionKind.SITEMAP:
        body = unpacked(answer.body, LARGEST)
        if not sitemap.is_sitemap(body):
            return Look(is_turned=True)
        rows = list(sitemap.read(body, answer.url, now))
        return Look(
            tuple(_of_row(row) for row in rows if not row.is_map), tuple(_of_row(row) for row in rows if row.is_map)
        )
    links = tuple(Candidate(one, "", one) for one, _ in channel.links(answer.body, answer.url, answer.charset))
    return Look(links, title=channel.title(answer.body, answer.charset), is_turned=not links)


def take(found: Iterable[Candidate], listed: Mapping[str, str], kind: str, now: datetime, *, is_first: bool) -> Taken:
    """What is new among the candidates, or changed in its words, and what is to be done about each."""
    found = list(found)
    often = Counter(one.key for one in found)
    # Several items under one id: each is known by its words, or they would take turns in being new.
    told = [one if often[one.key] == 1 else replace(one, key=digest(one.key, one.words)) for one in found]
    fresh = {one.key: one for one in told if listed.get(one.key) != one.words}
    fetch: list[Candidate] = []
    keep: list[Candidate] = []
    known: list[Candidate] = []
    for one in fresh.values():
        if one.item is not None:
            is_old = one.dated is not None and now - one.dated > BACKLOG
            (keep if one.url is None or is_old or len(fetch) >= PAGES else fetch).append(one)
        elif is_first and not _is_news(one, kind, now, len(fetch)):
            known.append(one)
        else:
            (fetch if one.url else known).append(one)
    return Taken(tuple(fetch), tuple(keep), tuple(known))


def _is_news(one: Candidate, kind: str, now: datetime, before: int) -> bool:
    if kind == SubscriptionKind.SITEMAP:
        return one.dated is not None and now - one.dated < RECENT
    return before < FIRST


def _of_item(item: FeedItem) -> Candidate:
    words = _MARKUP.sub("", f"{item.title}\n{item.html or item.text or ''}")
    return Candidate(digest(item.item, item.url), digest(words), item.url, item.published, item)


def _of_row(row: sitemap.Row) -> Candidate:
    return Candidate(row.url, str(row.changed or ""), row.url, row.changed)
