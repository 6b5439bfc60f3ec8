"""What an address is: a feed, a sitemap, a list of articles, a page; and what feeds and sitemaps a page leads to."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from urllib.parse import urlsplit

from suyuan import articles
from suyuan.desk.egress import Answer, Door, Turn
from suyuan.desk.errors import FetchFailed, Refused, UnreadableInput
from suyuan.desk.intake import channel, feed, sitemap
from suyuan.desk.intake.addresses import clean, joined
from suyuan.desk.intake.choose import is_page
from suyuan.desk.intake.manners import sitemaps
from suyuan.desk.intake.page import LARGEST, page
from suyuan.desk.packed import unpacked
from suyuan.outlets import Directory
from suyuan.records import Article, FeedItem, SubscriptionKind

FEEDS = 6  # of those that a page offers, how many are looked into
LIST = 10  # links to articles that make a page a list


@dataclass(frozen=True, slots=True)
class Offer:
    """One thing that can be subscribed to: how much it holds today, and the newest of it."""

    kind: SubscriptionKind
    url: str
    title: str
    count: int
    newest: str = ""


async def find(url: str, door: Door, turn: Turn, *, now: datetime, outlets: Directory) -> tuple[Offer, ...]:
    """What can be subscribed to at an address, the best first; FetchFailed or Refused where it cannot be looked at."""
    answer = await door.get(url, turn=turn)
    if answer.status != 200:
        raise FetchFailed(f"{url} answers with status {answer.status}.")
    if (itself := offer(answer, now)) is not None:
        return (itself,)
    found = []
    for where, title in list(channel.feeds(answer.body, answer.url, answer.charset))[:FEEDS]:
        if (one := await _looked_into(where, door, turn, now)) is not None:
            found.append(Offer(one.kind, one.url, one.title or title, one.count, one.newest))
    if not found:
        found += await _from_robots(answer.url, door, turn, now)
    here = clean(answer.url)
    rows = list(channel.links(answer.body, here, answer.charset))
    name = channel.title(answer.body, answer.charset)
    as_page = []
    if is_page(answer):
        sent = page(here, answer.body, now, media_type=answer.media_type, charset=answer.charset)
        made = articles.extract(sent, outlets=outlets)
        as_page = [
            Offer(SubscriptionKind.PAGE, here, one.title, 1) for one in made if isinstance(one, Article) and one.title
        ]
    if len(rows) >= LIST:
        as_list = Offer(SubscriptionKind.LIST, here, name, len(rows), rows[0][1])
        is_home = urlsplit(answer.url).path.rstrip("/").count("/") < 3 and not answer.url.endswith((".html", ".htm"))
        found += [as_list, *as_page] if is_home or not as_page else [*as_page, as_list]
    else:
        found += as_page
    return tuple(found)


def offer(answer: Answer, now: datetime) -> Offer | None:
    """What an answer is by itself: a feed or a sitemap; None where it is neither."""
    if feed.is_feed(answer.body):
        read = feed.Feed(answer.body, answer.url, answer.charset)
        try:
            items = list(read.items(now))
        except UnreadableInput as error:
            raise FetchFailed(f"{answer.url}: {error}") from error
        return Offer(SubscriptionKind.FEED, answer.url, read.title, len(items), _newest(items))
    body = unpacked(answer.body, LARGEST)
    if sitemap.is_sitemap(body):
        rows = list(sitemap.read(body, answer.url, now))
        host = urlsplit(answer.url).hostname or ""
        return Offer(SubscriptionKind.SITEMAP, answer.url, host, len(rows), rows[0].title if rows else "")
    return None


def _newest(items: list[FeedItem]) -> str:
    dated = [one for one in items if one.published is not None]
    newest = max(dated, key=lambda one: one.published or one.first_seen, default=items[0] if items else None)
    return newest.title if newest else ""


async def _looked_into(url: str, door: Door, turn: Turn, now: datetime) -> Offer | None:
    try:
        answer = await door.get(url, turn=turn)
        return offer(answer, now) if answer.status == 200 else None
    except (FetchFailed, Refused, UnreadableInput):
        return None  # what a page offers in vain is not offered


async def _from_robots(url: str, door: Door, turn: Turn, now: datetime) -> list[Offer]:
    """The sitemap of news that the robots.txt names, or else its first sitemap."""
    where = joined(url, "/robots.txt")
    if where is None:
        return []
    try:
        robots = await door.get(where, turn=turn)
    except (FetchFailed, Refused):
        return []
    if robots.status != 200 or robots.body.lstrip()[:1] == b"<":
        return []
    for one in sitemaps(robots.body.decode("utf-8", "replace"))[:3]:
        if (found := await _looked_into(one, door, turn, now)) is not None:
            return [found]
    return []
