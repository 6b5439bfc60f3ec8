"""Manners towards hosts: one request at a time, a pause between two, robots.txt obeyed, left alone when asked.

Asked before every hop of every request that the watcher makes, so that no road leads around it.
"""

from __future__ import annotations

import asyncio
from collections import defaultdict
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from functools import partial
from urllib.parse import urlsplit

from protego import Protego

from suyuan import outlets
from suyuan.articles.decode import decode
from suyuan.desk.egress import Door, Turn, parsed
from suyuan.desk.errors import FetchFailed, Refused
from suyuan.desk.store.subscriptions import Subscriptions

AGENT = "Suyuan"
KEPT = 86_400.0  # seconds for which a robots.txt is believed
AGAIN = 3_600.0  # seconds after which one that could not be had is asked for again
LARGEST = 512 * 1024  # bytes of a robots.txt, as RFC 9309 has it
SLOWEST = 60.0  # the longest Crawl-delay that is obeyed
WAIT = 120.0  # seconds that a request waits for its turn at a host; beyond it is tried another time
_UNKNOWN = "\0"  # begins what is remembered of a robots.txt that could not be had: the reason


class Forbidden(Refused):
    """The host's robots.txt does not want this visited."""


class Manners:
    """What is owed to each host. `now` gives seconds since 1970."""

    def __init__(self, subscriptions: Subscriptions, door: Door, pause: float, now: Callable[[], float]) -> None:
        self._known = subscriptions
        self._door = door
        self._pause = pause
        self._now = now
        self._locks: dict[str, asyncio.Lock] = defaultdict(asyncio.Lock)
        self._next: dict[str, float] = {}
        self._robots: dict[str, tuple[float, Protego | str]] = {}  # until when, and the rules or why there are none

    def turn(self, *, ignores_robots: bool = False) -> Turn:
        """The turn to be asked for before each hop of a request."""
        return partial(self._turn, ignores_robots=ignores_robots)

    def free_at(self, url: str) -> float:
        """When the host of an address may be asked next."""
        host = outlets.host(url)
        if host not in self._next:
            self._next[host] = self._known.host(host)[0]
        return self._next[host]

    def leave_alone(self, url: str, until: float) -> None:
        """Ask nothing of a host before; it is written down, so that it holds after a kill, too."""
        host = outlets.host(url)
        self._next[host] = max(until, self.free_at(url))
        self._known.set_host(host, next=self._next[host])

    def ask_again(self, url: str) -> None:
        """Believe no longer that the robots.txt for an address cannot be had: a person asks, and may have mended it."""
        site = _site(str(parsed(url)))  # as it is asked for: names in Chinese are written in other letters there
        self._robots.pop(site, None)
        if (self._known.host(site)[1] or "").startswith(_UNKNOWN):
            self._known.set_host(site, robots_at=None)

    def clock_jumped(self) -> None:
        """The clock was set back: what is known of hosts is to be read again."""
        self._next.clear()
        self._robots.clear()

    @asynccontextmanager
    async def _turn(self, url: str, *, ignores_robots: bool) -> AsyncIterator[None]:
        rules = None if ignores_robots else await self._rules(url)
        if rules is not None and not rules.can_fetch(url, AGENT):
            raise Forbidden(f"The robots.txt of {urlsplit(url).hostname} does not want {url} visited.")
        async with self._alone(url, rules):
            yield

    @asynccontextmanager
    async def _alone(self, url: str, rules: Protego | None = None) -> AsyncIterator[None]:
        host = outlets.host(url)
        async with self._locks[host]:
            wait = self.free_at(url) - self._now()
            if wait > WAIT:
                raise FetchFailed(f"{host} asked to be left alone for {round(wait / 60)} minutes.")
            if wait > 0:
                await asyncio.sleep(wait)
            pause = max(self._pause, min(SLOWEST, (rules.crawl_delay(AGENT) if rules else None) or 0.0))
            self.leave_alone(
                url, self._now() + pause
            )  # before, too: who is killed meanwhile does not begin at once again
            try:
                yield
            finally:
                self.leave_alone(url, self._now() + pause)

    async def _rules(self, url: str) -> Protego:
        """The robots.txt for an address; FetchFailed where it cannot be had now, which forbids everything."""
        site = _site(url)
        if site not in self._robots or self._robots[site][0] <= self._now():
            self._robots[site] = await self._fetched(site)
        rules = self._robots[site][1]
        if isinstance(rules, str):
            raise FetchFailed(f"{rules} Without its robots.txt nothing there is visited.")
        return rules

    async def _fetched(self, site: str) -> tuple[float, Protego | str]:
        _, text, at = self._known.host(site)
        if text is None or at is None or not 0 <= self._now() - at < (AGAIN if text.startswith(_UNKNOWN) else KEPT):
            text, at = await self._text(site), self._now()
            self._known.set_host(site, robots=text, robots_at=at)
        if text.startswith(_UNKNOWN):
            return at + AGAIN, text.removeprefix(_UNKNOWN)
        return at + KEPT, Protego.parse(text)

    async def _text(self, site: str) -> str:
        try:
            answer = await self._door.get(f"{site}/robots.txt", largest=LARGEST, turn=self._alone)
        except FetchFailed as error:
            return f"{_UNKNOWN}{error}"
        if answer.status >= 500 or answer.status == 429:
            return f"{_UNKNOWN}{site}/robots.txt answers with status {answer.status}."
        if answer.status != 200 or answer.body.lstrip()[:1] == b"<":
            return ""  # there is none, and nothing is forbidden; many send their home page instead
        return decode(answer.body)[0]


def _site(url: str) -> str:
    """What one robots.txt is for."""
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc}"


def sitemaps(robots: str) -> list[str]:
    """The sitemaps that a robots.txt names, those of news first."""
    named = list(Protego.parse(robots).sitemaps)
    return sorted(dict.fromkeys(named), key=lambda url: "news" not in url.lower())
