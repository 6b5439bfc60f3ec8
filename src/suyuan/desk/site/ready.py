"""Answers that take longer to find than a page may take: made ready by a process of their own, taken by the site.

So is what articles tell by their words, by which related ones are found: reading one takes a millisecond, and a page
looks at dozens.

A second thread would not do: for every query of a page it would hold the interpreter some milliseconds more.
Where that process does not run, or has not come round, an answer is found when it is asked for, and kept for a while.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Generic, TypeVar

import msgspec

from suyuan import stories
from suyuan.desk.site.answer import Site
from suyuan.desk.site.views import about as about_view
from suyuan.desk.site.views import facts as facts_view
from suyuan.desk.site.views import front as front_view
from suyuan.desk.store import Store
from suyuan.desk.store.shelf import Shelf
from suyuan.outlets import Directory

T = TypeVar("T")

LARGEST = 100  # outlets whose facts are made ready before anybody asks
ASKED = 86_400.0  # seconds for which what was asked for is made ready again
BATCH = 100  # articles that are read at once: a tenth of a second
LOOK = 1.0  # seconds between two looks at what is too old
LATE = 3  # times the age of an answer at which it is no longer taken: the process is gone, or has too much to do


@dataclass(frozen=True)
class Ready(Generic[T]):
    """A kind of answer: how old it may be in seconds, what it is, and how one is found, as of a moment, by its name."""

    what: str
    seconds: float
    shape: type[T]
    find: Callable[[Store, Directory, datetime, str], T]


FRONT = Ready("front", 10.0, front_view.Front, lambda store, outlets, now, _: front_view.front(store, outlets, now=now))
FACTS = Ready(
    "facts",
    1800.0,
    facts_view.Facts,
    lambda store, outlets, now, name: facts_view.facts(store, name, outlets, now=now),
)
SIZES = Ready("sizes", 3600.0, about_view.Sizes, lambda store, _outlets, _now, _: about_view.sizes(store))
KINDS: dict[str, Ready[Any]] = {one.what: one for one in (FRONT, FACTS, SIZES)}


def answer(site: Site, kind: Ready[T], name: str = "") -> T:
    """An answer that may be a little old."""
    key, at = f"{kind.what} {name}", time.time()
    site.recent.answer(f"asked {key}", ASKED / 24, lambda: site.shelf.ask(key, at))
    made = site.shelf.made(key)
    if at - made < LATE * kind.seconds:
        return _at_hand(site, kind, key, made)
    return site.recent.answer(key, kind.seconds, lambda: kind.find(site.store, site.outlets, site.now, name))


def made(site: Site, kind: Ready[T], name: str) -> T | None:
    """An answer of whatever age that is made ready; None where there is none, which is not found for the asking."""
    key = f"{kind.what} {name}"
    at = site.shelf.made(key)
    return _at_hand(site, kind, key, at) if at else None


def _at_hand(site: Site, kind: Ready[T], key: str, made: float) -> T:
    return site.recent.answer(f"{key} {made}", LATE * kind.seconds, lambda: _read(site.shelf, key, kind.shape))


def _read(shelf: Shelf, key: str, shape: type[T]) -> T:
    return msgspec.json.decode(shelf.get(key) or b"", type=shape)


def keep(folder: Path, outlets: Directory, *, version: str, at: datetime | None, is_over: Callable[[], bool]) -> None:
    """Make answers ready, the oldest first, and read what came, until told to stop.

    `version` is that of the code by which articles are read, `at` the moment that answers are made for; None for now.
    """
    with closing(Store(folder, readonly=True)) as store, closing(Shelf(folder)) as shelf:
        shelf.of_version(version)
        while not is_over():
            for key in due(store, shelf, time.time()):
                if is_over():
                    return
                what, _, name = key.partition(" ")
                with store.db:  # all that it reads is of one moment
                    found = KINDS[what].find(store, outlets, at or datetime.now(UTC), name)
                shelf.put(key, time.time(), msgspec.json.encode(found))
            if read(store, shelf) < BATCH:
                time.sleep(LOOK)


def read(store: Store, shelf: Shelf) -> int:
    """Keep what some of the articles that came tell, by their words; gives how many."""
    came = store.articles_after(shelf.read(), BATCH)
    if came:
        told = [(one.id, msgspec.msgpack.encode(stories.telling(one))) for _, one in came]
        shelf.keep_tellings(told, came[-1][0])
    return len(came)


def due(store: Store, shelf: Shelf, now: float) -> list[str]:
    """What is to be made again, once it is too old: what was asked for, and what is ready before anybody asks."""
    largest = (f"{FACTS.what} {name}" for name, _ in store.outlets()[:LARGEST])
    wanted = dict.fromkeys((f"{FRONT.what} ", f"{SIZES.what} ", *largest, *shelf.asked(now - ASKED)))
    ages = {key: now - shelf.made(key) for key in wanted}
    return sorted(
        (key for key in wanted if ages[key] >= KINDS[key.partition(" ")[0]].seconds), key=lambda key: -ages[key]
    )
