"""The watcher: looks at what is due, politely, and keeps what it finds. Nothing here is in the site's way.

What a look finds is written down as pending in one transaction with the look itself. A pending item is taken out
only once what came of it is on disk. So the watcher may be stopped or killed anywhere, and goes on from there.
"""

from __future__ import annotations

import asyncio
import json
import random
import sys
import time
from base64 import b64decode
from collections.abc import Callable, Coroutine, Iterable
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

import apsw
import msgspec

from suyuan import outlets as directories
from suyuan import rows
from suyuan.desk import egress, intake, processes, settings, words
from suyuan.desk.errors import DeskBusy, DeskError, FetchFailed, Refused, UnreadableInput
from suyuan.desk.intake import catalogue, choose, opml, schedule, websub
from suyuan.desk.intake.addresses import clean
from suyuan.desk.intake.arrival import Arrived, Event
from suyuan.desk.intake.find import Offer, find
from suyuan.desk.intake.look import Candidate, Look, Taken, look, take
from suyuan.desk.intake.manners import Forbidden, Manners
from suyuan.desk.intake.page import page
from suyuan.desk.outlines import Outline
from suyuan.desk.store import Store, health, leases
from suyuan.desk.store.leases import Lease
from suyuan.desk.store.subscriptions import Asked, Fetched, Pending, Result, Subscriptions, Visit, Watched, Why
from suyuan.outlets import Directory
from suyuan.records import FeedItem, Page, SubscriptionKind, digest
from suyuan.text import address

AT_ONCE = 16  # requests under way, each to another host
TICK = 1.0  # seconds between two looks for what the site or the owner asked
SETTLE = 0.05  # seconds in which what ends together is seen to together
BATCH = 64  # arrivals flushed to disk together
LINGER = 2.0  # seconds that an arrival waits for others to be flushed with: a flush costs the disk a turn of its own
LEAVES = 20  # pages of one article that are fetched, one after the other; beyond it are galleries
MAPS = 5  # sitemaps of one index that are fetched in one look
LARGEST_PAGE = 16 * 1024 * 1024
RETRIES = (300.0, 3_600.0)  # seconds after which a page is tried again that could not be had for now
FRESH = 6 * 3_600.0  # seconds in which a page that another item led to is not fetched again
REVISITS = (
    6 * 3_600.0,
    2 * 86_400.0,
)  # seconds after which a page is looked at again: most silent edits are made by then
BUSY, GONE = (429, 503), (404, 410)
ASKED_AGAIN = 3_600.0  # seconds after which a page that is not there is asked for once more: servers have bad moments
LEFT_ALONE = 900.0  # seconds for which a busy host is left alone that does not say how long
DAY = 86_400.0
WEEK, RETURNS = 7 * DAY, 28 * DAY  # how often a page that was taken down is asked for, and for how long
UP, MISSED = "page", "missing"  # how `Fetched.used` begins of a page that was there at the last look, or was not
NOWHERE = ""  # the host of what is kept as it is
JUMP = 60.0  # seconds by which a clock that goes back was set, and not corrected
HOLD = 60.0  # seconds in which nothing is started after a bug, or a disk that takes nothing
SILENT = 5  # looks that all failed to connect, after which it is said that the internet cannot be reached


@dataclass(frozen=True, slots=True)
class Found:
    """What came of a pending item, a look or a revisit, on its way to disk: what is kept, and what is noted after.

    `is_up` says whether the address gives its page, where that has changed or may have.
    """

    kept: tuple[Page | FeedItem, ...] = ()
    pending: str | None = None
    fetched: Fetched | None = None
    listed: tuple[str, str, str] | None = None
    is_up: bool | None = None


Due = tuple[str, str, Callable[[], Coroutine[Any, Any, None]], Callable[[str], None]]
"""What only one job at a time may hold (a host), the address, the job, and what is noted where a bug ends it."""


class Watcher:
    """Watches the subscriptions of one desk. The clock (`now`, seconds since 1970) and chance are given to it."""

    def __init__(
        self, store: Store, subscriptions: Subscriptions, door: egress.Door, rules: settings.Intake, *,
        outlets: Directory, now: Callable[[], float] = time.time, chance: random.Random | None = None, tick: float = TICK,
    ) -> None:  # fmt: skip
        self.store = store
        self.subscriptions = subscriptions
        self.manners = Manners(subscriptions, door, rules.pause, now)
        self.trouble = ""
        self._door = door
        self._rules = rules
        self._outlets = outlets
        self._now = now
        self._chance = chance or random.Random()
        self._tick = tick
        self._jobs: dict[str, asyncio.Task[None]] = {}  # by host, or by what else may go on only once
        self._found: list[Found] = []
        self._found_at = 0.0
        self._ended = asyncio.Event()
        self._tidied = 0.0
        self._turned = subscriptions.latest()  # a clock may be set back while nobody watches, too
        self._hold = 0.0  # nothing is started before: something is wrong with us, and hosts must not pay for it

    async def run(self, is_over: Callable[[], bool]) -> None:
        """Watch until it is over; what was under way then is pending still."""
        try:
            while not is_over():
                waiting = self._turn()
                await self._wait(waiting)
        finally:
            for job in self._jobs.values():
                job.cancel()
            await asyncio.gather(*self._jobs.values(), return_exceptions=True)
            self._flush()

    def _turn(self) -> float:
        """Flush what was found, start what can be started; gives when there is something to do next."""
        now = self._now()
        if now - self._tidied > DAY:
            self.subscriptions.tidy(now)
            self._tidied = now
        if len(self._found) >= BATCH or (self._found and now - self._found_at >= LINGER):
            self._flush()
            if self._found:  # the disk does not take it: nothing more is fetched until it does
                return now + self._tick
        if now < self._turned - JUMP:
            self.subscriptions.set_back(now, self._turned - now)
            self.manners.clock_jumped()
        self._turned = now
        if now < self._hold:
            return self._hold
        for asked in self.subscriptions.asked():
            if (key := f"asked {asked.n}") not in self._jobs:
                self._start(key, self._guarded(self._answer(asked), partial(self._answer_failed, asked)))
        waiting = [now + self._tick]
        if self._found:
            waiting.append(self._found_at + LINGER)
        for key, url, job, failed in self._due(now):
            free = self.manners.free_at(url) if url else now
            if free > now:
                waiting.append(free)
            elif len(self._jobs) < AT_ONCE and key not in self._jobs:
                self._start(key, self._guarded(job(), failed))
        if (due := self.subscriptions.next_due(now)) is not None:
            waiting.append(due)
        return min(waiting)

    def _due(self, now: float) -> Iterable[Due]:
        """What is due, by the host that it goes to: looks first, then pages of items, then pages again."""
        for watched in self.subscriptions.due(now):
            if watched.kind == SubscriptionKind.FOLDER:
                yield watched.url, "", partial(self._look_at_folder, watched), self._failing(watched)
            else:
                host = directories.host(watched.address)
                yield host, watched.address, partial(self._look_at, watched), self._failing(watched)
        for lease in self.subscriptions.leases.due(now):
            yield directories.host(lease.hub), lease.hub, partial(self._ask_hub, lease), self._failing_hub(lease)
        on_its_way = {one.pending or (one.fetched.url if one.fetched else "") for one in self._found}
        for pending in self.subscriptions.pending(now):
            if pending.id in on_its_way:
                continue
            yield pending.host, pending.url, partial(self._fetch, pending), partial(self._abandon, pending)
        if self._rules.revisits:
            for known in self.subscriptions.revisits(now):
                if known.url in on_its_way:
                    continue
                yield known.host, known.url, partial(self._look_again, known), partial(self._give_up, known)

    def _failing(self, watched: Watched) -> Callable[[str], None]:
        return lambda why: self._note(watched, Result.FAILED, detail=why)

    def _failing_hub(self, lease: Lease) -> Callable[[str], None]:
        return lambda why: self.subscriptions.leases.failed(lease.token, why)

    def _start(self, key: str, job: Coroutine[Any, Any, None]) -> None:
        task = asyncio.get_running_loop().create_task(job)
        self._jobs[key] = task
        task.add_done_callback(lambda task: self._end(key, task))

    def _end(self, key: str, task: asyncio.Task[None]) -> None:
        self._jobs.pop(key, None)
        self._ended.set()
        if not task.cancelled() and (error := task.exception()) is not None:
            self._hold = self._now() + HOLD
            is_disk = isinstance(error, OSError | apsw.Error)
            self._tell(_unwritable(self.store.folder, error) if is_disk else f"{key}: {type(error).__name__}: {error}")

    async def _guarded(self, job: Coroutine[Any, Any, None], failed: Callable[[str], None]) -> None:
        """A job that a bug of ours ends: what it was about is put off like any other failure, and the rest goes on."""
        try:
            await job
        except (OSError, apsw.Error):
            raise  # the disk: nothing can be noted either
        except Exception as error:
            self._tell(f"{type(error).__name__}: {error}")
            failed(f"a bug: {type(error).__name__}: {error}")

    async def _wait(self, until: float) -> None:
        self._ended.clear()
        try:
            await asyncio.wait_for(self._ended.wait(), max(SETTLE, until - self._now()))
            await asyncio.sleep(SETTLE)
        except TimeoutError:
            return

    # ── looks ────────────────────────────────────────────────────────────────────────────────────

    async def _look_at(self, watched: Watched) -> None:
        """One look at a subscription, and what follows from it."""
        self.subscriptions.leases.looked(watched.url)
        headers = {"If-None-Match": watched.etag or "", "If-Modified-Since": watched.modified or ""}
        turn = self.manners.turn(ignores_robots=bool(watched.ignores_robots))
        try:
            answer = await self._door.get(
                watched.address, headers={name: value for name, value in headers.items() if value}, turn=turn
            )
            if answer.status == 304:
                self._note(watched, Result.UNCHANGED, answer)
            elif answer.status == 200:
                await self._read(watched, answer)
            else:
                self._note_status(watched, answer)
        except Forbidden as error:
            self._note(watched, Result.FORBIDDEN, detail=str(error))
        except Refused as error:
            self._note(watched, Result.REFUSED, detail=str(error))
        except (FetchFailed, UnreadableInput) as error:
            self._note(watched, Result.FAILED, detail=str(error))

    async def _read(self, watched: Watched, answer: egress.Answer) -> None:
        if watched.kind == SubscriptionKind.PAGE:
            await self._read_page(watched, answer)
            return
        now = self._moment()
        seen = look(watched.kind, answer, watched.url, now)
        if seen.is_turned:
            self._note(watched, Result.TURNED, answer, detail="It answers with something else than it was.")
            return
        listed = self.subscriptions.listed(watched.url)
        is_first = watched.changed is None and not listed
        taken = take(seen.candidates, listed, watched.kind, now, is_first=is_first)
        maps = take(seen.maps, listed, "", now, is_first=False).fetch if seen.maps else ()
        for one in sorted(maps, key=lambda one: str(one.dated or ""), reverse=True)[:MAPS]:
            taken = _joined(taken, await self._read_map(watched, one, listed))
        self._take(watched, taken, seen, answer)

    async def _read_map(self, watched: Watched, one: Candidate, listed: dict[str, str]) -> Taken:
        """A sitemap that an index lists; what is in it on its first sight is mostly an archive."""
        answer = await self._door.get(
            one.url or "", turn=self.manners.turn(ignores_robots=bool(watched.ignores_robots))
        )
        now = self._moment()
        seen = look(watched.kind, answer, watched.url, now) if answer.status == 200 else Look()
        taken = take(seen.candidates, listed, watched.kind, now, is_first=one.key not in listed)
        return replace(taken, known=(*taken.known, one))

    def _take(self, watched: Watched, taken: Taken, seen: Look, answer: egress.Answer) -> None:
        """Write down, all at once, what a look found and how it went."""
        now = self._now()
        pending = [_pending(watched, one, directories.host(one.url), now) for one in taken.fetch]
        pending += [_pending(watched, one, NOWHERE, now) for one in taken.keep]
        fresh = len(pending)
        result = Result.NEW if fresh else Result.UNCHANGED if seen.candidates or seen.maps else Result.EMPTY
        hub, topic = seen.hub or (None, None)
        watched = replace(
            watched, title=watched.title or seen.title, hub=hub, topic=topic,
            asks=schedule.asks(answer.headers, seen.minutes),
        )  # fmt: skip
        marks = [(one.key, one.words) for one in (*taken.fetch, *taken.keep, *taken.known)]
        with self.subscriptions.transaction():
            if self.subscriptions.get(watched.url) is None:
                return  # it was ended while it was looked at
            self.subscriptions.put_off(pending)
            self.subscriptions.list_items(watched.url, marks, now)
            self._note(watched, result, answer, fresh=fresh)

    async def _read_page(self, watched: Watched, answer: egress.Answer) -> None:
        """A single page that is watched: kept whenever its words have changed."""
        reading = await self._whole(answer, self.manners.turn(ignores_robots=bool(watched.ignores_robots)))
        choice = choose.choose(reading, None, self._outlets)
        if not choice.is_page:
            self._note(watched, Result.TURNED, answer, detail=choice.why)
            return
        is_new = self.subscriptions.listed(watched.url).get(watched.url) != choice.words
        if is_new:
            self._arrived(Found(reading.pages, listed=(watched.url, watched.url, choice.words)))
        self._note(watched, Result.NEW if is_new else Result.UNCHANGED, answer, fresh=int(is_new))

    async def _look_at_folder(self, watched: Watched) -> None:
        """New and changed files of a folder on this machine."""
        folder = Path(unquote(urlsplit(watched.address).path))
        listed = self.subscriptions.listed(watched.url)
        fresh = 0
        if not folder.is_dir():
            self._note(watched, Result.FAILED, detail=f"{folder} is no folder.")
            return
        for file in sorted(path for path in folder.rglob("*") if path.is_file() and intake.is_readable(path)):
            name, state = intake.printable(file.relative_to(folder)), _state(file)
            if state and listed.get(name) != state:
                fresh += self._keep_file(file)
                self.subscriptions.list_items(watched.url, [(name, state)], self._now())
            await asyncio.sleep(0)
        self._note(
            replace(watched, minutes=watched.minutes or 1), Result.NEW if fresh else Result.UNCHANGED, fresh=fresh
        )

    def _keep_file(self, file: Path) -> int:
        batch: list[Page | FeedItem] = []
        fresh = 0
        for arrival in intake.read([file]):
            for one in arrival.articles if isinstance(arrival, Event) else (arrival,):
                if isinstance(one, Arrived):
                    batch.append(one.kept)
            if len(batch) >= BATCH:
                fresh += self.store.keep(batch)
                batch.clear()
        return fresh + self.store.keep(batch)

    # ── how a look went ──────────────────────────────────────────────────────────────────────────

    def _note_status(self, watched: Watched, answer: egress.Answer) -> None:
        result = Result.BUSY if answer.status in BUSY else Result.GONE if answer.status == 410 else Result.FAILED
        self._leave_busy_alone(watched.address, answer)
        self._note(watched, result, answer, detail=f"It answers with status {answer.status}.")

    def _note(
        self, watched: Watched, result: Result, answer: egress.Answer | None = None, *, fresh: int = 0, detail: str = ""
    ) -> None:
        """Write down how a look went, and when the next is and why."""
        now = self._now()
        is_well = result in (Result.NEW, Result.UNCHANGED, Result.EMPTY)
        failures = 0 if is_well else watched.failures + 1
        since = None if is_well else watched.failing_since or now
        watched = replace(watched, failures=failures, failing_since=since, detail=detail)
        asked = schedule.retry_after(answer.headers, now) if answer and not is_well else None
        lease = self.subscriptions.leases.get(watched.url)
        then = schedule.after(
            watched, result, now, chance=self._chance.random(), retry_after=asked,
            is_told=lease is not None and lease.holds(now),
        )  # fmt: skip
        columns: dict[str, Any] = {
            "checked": now, "result": result, "detail": detail, "failures": failures, "failing_since": since,
            "next": then.at, "why": then.why, "interval": then.interval, "title": watched.title, "hub": watched.hub,
            "topic": watched.topic, "asks": watched.asks,
        }  # fmt: skip
        if result is Result.NEW:
            columns["changed"] = now
        if answer is not None and is_well:
            columns["etag"] = answer.headers.get("etag", watched.etag if answer.status == 304 else None)
            columns["modified"] = answer.headers.get(
                "last-modified", watched.modified if answer.status == 304 else None
            )
            if answer.moved and clean(answer.moved) != clean(watched.address):
                columns |= {"address": answer.moved, "moved": now}
        size, status = (len(answer.body), answer.status) if answer else (0, None)
        with self.subscriptions.transaction():
            self.subscriptions.change(watched.url, **columns)
            self.subscriptions.visited(Visit(watched.url, now, result, status, fresh, size, detail))
            if is_well:
                self._arrange(watched, lease)

    # ── hubs ─────────────────────────────────────────────────────────────────────────────────────

    def _arrange(self, watched: Watched, lease: Lease | None) -> None:
        """Have the hub of a feed asked to tell of its news, where it has one and the owner's desk can be told."""
        if self._rules.callback and watched.hub and watched.topic:
            base = self._rules.callback.rstrip("/") + leases.PATH
            self.subscriptions.leases.want(watched.url, watched.hub, watched.topic, base, self._now())
        elif lease is not None:
            self.subscriptions.leases.end(watched.url)

    async def _ask_hub(self, lease: Lease) -> None:
        """Ask a hub to tell of a feed's news, to go on doing so, or to stop. It answers at the site, when it likes.

        robots.txt is about what is read of a host. A hub is made to be asked.
        """
        known = self.subscriptions.leases
        if not lease.wanted and lease.asked is not None:
            known.forget(lease.subscription)  # it did not ask back; its promise runs out by itself
            return
        known.asked(lease.token, self._now())
        turn = self.manners.turn(ignores_robots=True)
        try:
            answer = await self._door.post(
                lease.hub, websub.question(lease), headers={"Content-Type": websub.FORM}, turn=turn
            )
        except DeskError as error:
            known.failed(lease.token, str(error))
            return
        self._leave_busy_alone(lease.hub, answer)
        if not 200 <= answer.status < 300:
            known.failed(lease.token, f"{lease.hub} answers with status {answer.status}.")

    # ── pages behind items ───────────────────────────────────────────────────────────────────────

    async def _fetch(self, pending: Pending) -> None:
        """The page behind an item, or the item's own words, whichever reads better."""
        if pending.host == NOWHERE:
            self._keep_batch()
            return
        item = _item(pending)
        known = self.subscriptions.fetched(pending.url)
        if known and known.page and known.gone is None and self._now() - known.fetched < FRESH:
            self._arrived(self._from_known(pending, item, known))
            return
        watched = self.subscriptions.get(pending.subscription)
        turn = self.manners.turn(ignores_robots=bool(watched and watched.ignores_robots))
        try:
            answer = await self._door.get(pending.url, turn=turn, largest=LARGEST_PAGE)
        except Refused as error:
            self._use_item(pending, item, 0, str(error))
        except (FetchFailed, UnreadableInput) as error:
            self._try_later(pending, item, 0, str(error))
        else:
            self._leave_busy_alone(pending.url, answer)
            if answer.status >= 500 or answer.status == 429:
                self._try_later(pending, item, answer.status, f"The page answers with status {answer.status}.")
            elif not choose.is_page(answer):
                why = f"The page answers with status {answer.status} and {answer.media_type}."
                self._use_item(pending, item, answer.status, why)
            else:
                self._choose(pending, item, known, answer, await self._whole(answer, turn))

    def _choose(
        self, pending: Pending, item: FeedItem | None, known: Fetched | None, answer: egress.Answer,
        reading: choose.Reading,
    ) -> None:  # fmt: skip
        choice = choose.choose(reading, item, self._outlets)
        if not choice.is_page:
            self._use_item(pending, item, answer.status, choice.why)
            return
        is_same = known is not None and known.page is not None and known.words == choice.words
        page_id = known.page if known and is_same else reading.pages[0].id
        fetched = self._fetched(pending.url, answer, choice, page_id)
        items = (replace(item, page=page_id),) if item else ()
        is_up = True if known and known.gone else None
        self._arrived(Found((*(() if is_same else reading.pages), *items), pending.id, fetched, is_up=is_up))

    def _from_known(self, pending: Pending, item: FeedItem | None, known: Fetched) -> Found:
        """Another item led to this page a short while ago."""
        if item is None:
            return Found((), pending.id)
        is_page, _ = choose.compare(None, known.length, item, self._outlets)
        return Found((replace(item, page=known.page) if is_page else item,), pending.id)

    def _try_later(self, pending: Pending, item: FeedItem | None, status: int, why: str) -> None:
        if pending.tries >= len(RETRIES):
            self._use_item(pending, item, status, why)
        else:
            self.subscriptions.try_later(pending.id, self._now() + RETRIES[pending.tries])

    def _use_item(self, pending: Pending, item: FeedItem | None, status: int, why: str) -> None:
        """The page cannot be had or reads worse: the item's own words are what there is."""
        now = self._now()
        gone = now if status in GONE else None
        if gone and (known := self.subscriptions.fetched(pending.url)) and known.page:
            missed = self._missed(known, status)
            self._arrived(Found((item,) if item else (), pending.id, missed, is_up=False if missed.gone else None))
            return
        used = f"item: {why}" if item else f"nothing: {why}"
        fetched = Fetched(
            url=pending.url, host=pending.host, page=None, words="", length=0, status=status, fetched=now,
            used=used[:300], gone=gone,
        )  # fmt: skip
        self._arrived(Found((item,) if item else (), pending.id, fetched))

    def _keep_batch(self) -> None:
        """Items that are kept as they are: without an address, or older than pages are fetched for."""
        for pending in self.subscriptions.without_page(BATCH * 4):
            self._arrived(Found((rows.from_json(FeedItem, pending.item or ""),), pending.id))

    async def _look_again(self, known: Fetched) -> None:
        """A page that was kept: kept again where its words have changed, marked where it is gone."""
        headers = {"If-None-Match": known.etag or "", "If-Modified-Since": known.modified or ""}
        now, looks = self._now(), known.looks + 1
        then = replace(known, looks=looks, next=now + REVISITS[looks] if looks < len(REVISITS) else None)
        try:
            answer = await self._door.get(
                known.url, headers={name: value for name, value in headers.items() if value},
                turn=self.manners.turn(), largest=LARGEST_PAGE,
            )  # fmt: skip
        except DeskError:
            self.subscriptions.set_fetched(then)
            return
        looked = await self._whole(answer, self.manners.turn()) if choose.is_page(answer) else None
        if answer.status in GONE or (looked and choose.is_not_found(looked)):
            missed = self._missed(known, answer.status)
            self._arrived(Found(fetched=missed, is_up=False if missed.gone else None))
            return
        choice = choose.choose(looked, None, self._outlets) if looked else choose.NONE
        if not choice.is_page and answer.status != 304:
            self.subscriptions.set_fetched(then)
            return
        then = replace(then, status=200, used=UP, gone=None)
        is_changed = choice.words != known.words and choice.length >= choose.SHARE * known.length / 2
        if looked and is_changed:
            fresh = self._fetched(known.url, answer, choice, looked.pages[0].id)
            then = replace(fresh, looks=looks, next=then.next)
        self._arrived(
            Found(looked.pages if looked and is_changed else (), fetched=then, is_up=True if known.gone else None)
        )

    def _missed(self, known: Fetched, status: int) -> Fetched:
        """A page that was kept is not there: asked for once more after a while, then taken down, and asked for now and then."""
        now, missing = self._now(), f"{MISSED}: status {status}"
        if not known.used.startswith(MISSED):
            return replace(known, used=missing, next=now + ASKED_AGAIN)
        gone = known.gone or now
        return replace(known, status=status, used=missing, gone=gone, next=now + WEEK if now - gone < RETURNS else None)

    def _abandon(self, pending: Pending, why: str) -> None:
        self._use_item(pending, _item(pending), 0, why)

    def _give_up(self, known: Fetched, _why: str) -> None:
        self.subscriptions.set_fetched(replace(known, next=None))

    async def _whole(self, answer: egress.Answer, turn: egress.Turn) -> choose.Reading:
        """What a page says together with the pages on which it goes on, each fetched in its turn.

        What cannot be had now ends it: the next look finds more words than there were.
        """
        reading = choose.read(self._page(answer), self._outlets)
        while (following := reading.goes_on) and len(reading.pages) < LEAVES:
            try:
                more = await self._door.get(following, turn=turn, largest=LARGEST_PAGE)
            except DeskError:
                break
            is_there = choose.is_page(more) and address(more.url) == address(following)
            longer = reading.with_next(self._page(more), self._outlets) if is_there else None
            if longer is None:
                self._leave_busy_alone(following, more)
                break
            reading = longer
        return reading

    def _leave_busy_alone(self, url: str, answer: egress.Answer) -> None:
        """A host that asks to be left alone is, for as long as it says."""
        if answer.status in BUSY:
            wait = schedule.retry_after(answer.headers, self._now()) or LEFT_ALONE
            self.manners.leave_alone(url, self._now() + wait)

    def _page(self, answer: egress.Answer) -> Page:
        return page(
            clean(answer.url), answer.body, self._moment(), media_type=answer.media_type, charset=answer.charset
        )

    def _fetched(self, url: str, answer: egress.Answer, choice: choose.Choice, page_id: str | None) -> Fetched:
        now = self._now()
        return Fetched(
            url=url, host=directories.host(url), page=page_id, words=choice.words, length=choice.length,
            status=answer.status, fetched=now, etag=answer.headers.get("etag"),
            modified=answer.headers.get("last-modified"), next=now + REVISITS[0], used=f"page: {choice.why}",
        )  # fmt: skip

    # ── to disk ──────────────────────────────────────────────────────────────────────────────────

    def _arrived(self, found: Found) -> None:
        """Something is on its way to disk."""
        if not self._found:
            self._found_at = self._now()
        self._found.append(found)

    def _flush(self) -> None:
        """Keep what was found, and only then take it out of what is pending."""
        while self._found:
            some = self._found[:BATCH]
            try:
                self.store.keep([kept for one in some for kept in one.kept])
                for one in some:
                    self._note_whether_up(one)
                with self.subscriptions.transaction():
                    self.subscriptions.settled(one.pending for one in some if one.pending)
                    for one in some:
                        if one.fetched:
                            self.subscriptions.set_fetched(one.fetched)
                        if one.listed:
                            url, item, state = one.listed
                            self.subscriptions.list_items(url, [(item, state)], self._now())
            except (OSError, apsw.Error) as error:  # a full disk, say: it stays pending, and is tried again
                self._tell(_unwritable(self.store.folder, error))
                return
            del self._found[: len(some)]
            self.trouble = ""

    def _note_whether_up(self, found: Found) -> None:
        """Have the desk know of a page that was taken down, or is back."""
        if found.fetched and found.fetched.page and found.is_up is False:
            self.store.take_down(found.fetched.url, found.fetched.page, self._moment(), found.fetched.status)
        elif found.fetched and found.is_up:
            self.store.put_back(found.fetched.url)

    def _tell(self, trouble: str) -> None:
        """Say what is wrong, once."""
        if trouble != self.trouble:
            print(trouble, file=sys.stderr, flush=True)
        self.trouble = trouble

    def _moment(self) -> datetime:
        return datetime.fromtimestamp(int(self._now()), tz=UTC)

    # ── what the site asks ───────────────────────────────────────────────────────────────────────

    async def _answer(self, asked: Asked) -> None:
        """Add an address that the site was given, look at a subscription now, or read a list and take it."""
        match asked.what:
            case "poll":
                self.subscriptions.change(asked.value, next=self._now(), why=Why.OWNER)
                self.subscriptions.answer(asked.n, "{}")
            case "list":
                self._read_list(asked)
            case "take":
                self._take_list(asked)
            case _:
                await self._add(asked)

    def _read_list(self, asked: Asked) -> None:
        """Say what a list of another reader would add."""
        try:
            listed = opml.read(b64decode(asked.value))
        except (UnreadableInput, ValueError) as error:
            self._answer_failed(asked, str(error))
            return
        fresh = [(one.url, one.title, one.folder) for one in listed if self.subscriptions.get(one.url) is None]
        self.subscriptions.answer(
            asked.n, json.dumps({"fresh": fresh, "known": len(listed) - len(fresh)}, ensure_ascii=False)
        )

    def _take_list(self, asked: Asked) -> None:
        """Subscribe to what a list was said to add."""
        (shown,) = self.subscriptions.asked(int(asked.value))
        fresh = [Outline(*one) for one in json.loads(shown.answer or "{}").get("fresh", ())]
        with self.subscriptions.transaction():
            count = subscribe_to(self.subscriptions, fresh, self._now(), self._outlets)
            self.subscriptions.answer(asked.n, json.dumps({"added": count}))

    async def _add(self, asked: Asked) -> None:
        """Find out what an address is, and subscribe to the best that is there."""
        self.manners.ask_again(asked.value)
        try:
            offers = await find(asked.value, self._door, self.manners.turn(), now=self._moment(), outlets=self._outlets)
        except DeskError as error:
            self._answer_failed(asked, str(error))
            return
        added = bool(offers) and self.subscriptions.add(subscribed(offers[0], self._now(), self._outlets))
        answer = {"added": added, "offers": msgspec.to_builtins(offers)}
        self.subscriptions.answer(asked.n, json.dumps(answer, ensure_ascii=False))

    def _answer_failed(self, asked: Asked, why: str) -> None:
        self.subscriptions.answer(asked.n, json.dumps({"error": why}, ensure_ascii=False))


def _unwritable(folder: Path, error: BaseException) -> str:
    """What is said where nothing can be written down."""
    say = words.words(words.of_terminal())
    return say(
        "{folder}: nothing can be written there ({error}). Nothing is fetched until it can; what was found is not lost. Look whether the disk is full.",
        folder=folder,
        error=error,
    )


def subscribed(
    offer: Offer, now: float, outlets: Directory, *, folder: str = "", minutes: int | None = None
) -> Watched:
    """A subscription to what an address offers."""
    outlet = outlets.by_host(offer.url)
    return Watched(
        url=offer.url, address=offer.url, kind=offer.kind.value, title=offer.title, folder=folder, minutes=minutes,
        outlet=outlet.id if outlet else None, added=now, next=now,
    )  # fmt: skip


def subscribe_to(subscriptions: Subscriptions, listed: Iterable[Outline], now: float, outlets: Directory) -> int:
    """Subscribe to the feeds of a list; gives how many are new."""
    offers = ((Offer(SubscriptionKind.FEED, one.url, one.title, 0), one.folder) for one in listed)
    return sum(subscriptions.add(subscribed(offer, now, outlets, folder=folder)) for offer, folder in offers)


def _pending(watched: Watched, one: Candidate, host: str, now: float) -> Pending:
    name = one.item.id if one.item else digest(watched.url, one.key, one.words)
    item = rows.to_json(one.item).decode() if one.item else None
    return Pending(name, watched.url, one.url or "", host, item, now)


def _state(file: Path) -> str:
    """What differs once a file was written again; nothing where it has gone meanwhile."""
    try:
        found = file.stat()
    except OSError:
        return ""
    return f"{found.st_mtime_ns} {found.st_size}"


def _item(pending: Pending) -> FeedItem | None:
    return rows.from_json(FeedItem, pending.item) if pending.item else None


def _joined(one: Taken, other: Taken) -> Taken:
    return Taken((*one.fetch, *other.fetch), (*one.keep, *other.keep), (*one.known, *other.known))


# ── the process ──────────────────────────────────────────────────────────────────────────────────


def keep_watching(folder: Path) -> None:
    """The watcher's process: watches until it is told to stop; the second one on a desk says so and waits."""
    is_over = processes.until_told()
    told = False
    while not is_over():
        try:
            with Store(folder).locked("watch", wait=False):
                asyncio.run(_watch(folder, is_over))
        except DeskBusy as error:
            if not told:
                print(words.words(words.of_terminal()).told(error), file=sys.stderr, flush=True)
            told = True
            time.sleep(TICK)
    health.rest(folder, "watcher")


async def _watch(folder: Path, is_over: Callable[[], bool]) -> None:
    chosen, outlets, say = settings.read(folder), settings.directory(folder), words.words(words.of_terminal())
    store, subscriptions = Store(folder), Subscriptions(folder)
    if chosen.watch.catalogue and catalogue.is_new(subscriptions) and not store.counts():
        count = catalogue.subscribe(subscriptions, outlets, time.time())
        print(say("Subscribed to {count} public feeds; see: suyuan subscriptions", count=count), flush=True)
    pulsed, silent = 0.0, False
    async with egress.Door(chosen.egress) as door:
        watcher = Watcher(store, subscriptions, door, chosen.watch, outlets=outlets)

        def is_over_now() -> bool:
            nonlocal pulsed, silent
            if time.monotonic() - pulsed > health.PULSE:
                health.pulse(folder, "watcher")
                pulsed = time.monotonic()
                if not silent and is_cut_off(subscriptions):
                    print(
                        say("Nothing on the internet can be reached from here. The demo needs no network: ./run demo"),
                        flush=True,
                    )
                    silent = True
            return is_over()

        await watcher.run(is_over_now)


def is_cut_off(subscriptions: Subscriptions) -> bool:
    """Whether every look so far failed to reach anybody."""
    looked = [one for one in subscriptions.all() if one.checked is not None and one.kind != SubscriptionKind.FOLDER]
    return len(looked) >= SILENT and all(
        one.failures and one.result == Result.FAILED and one.changed is None for one in looked
    )
