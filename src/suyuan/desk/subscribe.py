"""The commands about subscriptions: what an address is, what is watched and how that goes, lists from other readers."""

from __future__ import annotations

import asyncio
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from rich.console import Console
from rich.table import Table

from suyuan.desk import egress, outlines, settings
from suyuan.desk.errors import DeskError
from suyuan.desk.intake import opml
from suyuan.desk.intake.find import Offer, find
from suyuan.desk.intake.manners import Manners
from suyuan.desk.store import Store
from suyuan.desk.store.leases import Lease
from suyuan.desk.store.standing import standing
from suyuan.desk.store.subscriptions import LEAST, Result, Standing, Subscriptions, Watched, Why
from suyuan.desk.watch import subscribe_to, subscribed
from suyuan.desk.words import Words
from suyuan.records import SubscriptionKind

Ask = Callable[[str], str]
"""Puts a question to the person at the terminal."""


def add(
    address: str, folder: Path, *, door: egress.Door | None = None, every: int | None = None, into: str = "",
    is_sure: bool = False, ask: Ask = input, say: Words,
) -> int:  # fmt: skip
    """Find out what an address is, show it, and subscribe to what is chosen."""
    _check_minutes(every, say)
    Store(folder, create=True).close()
    subscriptions = Subscriptions(folder)
    offers = _folder_offer(address) or asyncio.run(_found(address, folder, subscriptions, door))
    if not offers:
        print(say("Nothing to subscribe to was found at {url}.", url=address), file=sys.stderr)
        return 1
    for number, one in enumerate(offers, 1):
        print(_offer_line(number, one, say))
    chosen = 1 if is_sure else _choice(len(offers), ask, say)
    if chosen is None:
        return 1
    watched = subscribed(offers[chosen - 1], time.time(), settings.directory(folder), folder=into, minutes=every)
    if not subscriptions.add(watched):
        print(say("The desk is subscribed to {url} already.", url=watched.url))
        return 0
    print(say("Subscribed to {title}: {url}", title=watched.title or watched.url, url=watched.url))
    return 0


def show(
    address: str | None, folder: Path, *, is_removing: bool, every: int | None, ignores_robots: bool | None, say: Words
) -> int:
    """List the subscriptions, or change, end or tell the history of one."""
    Store(folder).close()
    subscriptions = Subscriptions(folder)
    if address is None:
        _list(subscriptions, say)
        return 0
    found = subscriptions.get(address)
    if found is None:
        print(say("The desk is not subscribed to {url}.", url=address), file=sys.stderr)
        return 1
    if is_removing:
        subscriptions.remove(found.url)
        print(say("The subscription to {url} has ended; what it brought stays.", url=found.url))
    elif every is not None or ignores_robots is not None:
        _change(subscriptions, found, every, ignores_robots, say)
    else:
        _history(subscriptions, found, say)
    return 0


def take_in(file: Path, folder: Path, *, is_sure: bool, ask: Ask = input, say: Words) -> int:
    """Subscribe to a list from another reader; what it would do is shown first."""
    listed = opml.read(file.read_bytes())
    Store(folder, create=True).close()
    subscriptions = Subscriptions(folder)
    fresh = [one for one in listed if subscriptions.get(one.url) is None]
    for one in fresh:
        print(f"+ {one.folder + '/' if one.folder else ''}{one.title or one.url}  {one.url}")
    print(say("{count} new, {known} already there.", count=len(fresh), known=len(listed) - len(fresh)))
    if not fresh or not (is_sure or _is_yes(ask(say("Subscribe to them? [y/N] ")))):
        return 0 if not fresh else 1
    with subscriptions.transaction():
        count = subscribe_to(subscriptions, fresh, time.time(), settings.directory(folder))
    print(say("Subscribed to {count} feeds.", count=count))
    return 0


def give_out(file: Path | None, folder: Path, *, say: Words) -> int:
    """Write the feeds that are watched as a list for other readers."""
    Store(folder).close()
    feeds = [one for one in Subscriptions(folder).all() if one.kind == SubscriptionKind.FEED]
    written = outlines.write(
        (outlines.Outline(one.address, one.title, one.folder) for one in feeds), say("Subscriptions")
    )
    if file is None:
        sys.stdout.buffer.write(written)
    else:
        file.write_bytes(written)
        print(say("{file}: {count} feeds.", file=file, count=len(feeds)))
    return 0


# ── inside ───────────────────────────────────────────────────────────────────────────────────────


def _check_minutes(minutes: int | None, say: Words) -> None:
    if minutes is not None and minutes < LEAST:
        raise DeskError(
            say("Every {minutes} minutes is too often; {shortest} is the least.", minutes=minutes, shortest=LEAST)
        )


def _folder_offer(address: str) -> tuple[Offer, ...]:
    """A folder on this machine needs no finding out."""
    path = Path(address)
    if address.startswith(("http://", "https://")):
        return ()
    if not path.is_dir():
        return ()
    return (Offer(SubscriptionKind.FOLDER, path.resolve().as_uri(), path.name, sum(1 for _ in path.iterdir())),)


async def _found(
    address: str, folder: Path, subscriptions: Subscriptions, door: egress.Door | None
) -> tuple[Offer, ...]:
    chosen = settings.read(folder)
    url = address if "://" in address else f"https://{address}"
    async with door or egress.Door(chosen.egress) as opened:
        manners = Manners(subscriptions, opened, chosen.watch.pause, time.time)
        manners.ask_again(url)
        now = datetime.now(tz=UTC).replace(microsecond=0)
        return await find(url, opened, manners.turn(), now=now, outlets=settings.directory(folder))


def _offer_line(number: int, one: Offer, say: Words) -> str:
    newest = f"  “{one.newest}”" if one.newest else ""
    what = say("{kind}, {count} entries", kind=say.code(one.kind), count=one.count)
    return f"{number}. {one.title or one.url}  ({what}){newest}\n   {one.url}"


def _choice(count: int, ask: Ask, say: Words) -> int | None:
    """The number that a person chooses; None where nothing is wanted."""
    answer = ask(say("Subscribe to which? [1-{count}, nothing for none] ", count=count)).strip()
    return int(answer) if answer.isdecimal() and 1 <= int(answer) <= count else None


def _is_yes(answer: str) -> bool:
    return answer.strip().lower() in ("y", "yes", "是", "好")


def _list(subscriptions: Subscriptions, say: Words) -> None:
    now = time.time()
    table = Table(box=None, pad_edge=False)
    for name in ("Subscription", "State", "Last look", "Next look", "Why then"):
        table.add_column(say(name), overflow="fold")
    found = subscriptions.all()
    for one in found:
        name = f"{one.folder}/{one.title or one.url}" if one.folder else one.title or one.url
        table.add_row(
            f"{name}\n  {one.address}", state(one, now, say), _looked(one, say), _clock(one.next), _why(one, say)
        )
    console = Console(highlight=False) if sys.stdout.isatty() else Console(highlight=False, width=200)
    console.print(table)
    print(
        say(
            "{count} subscriptions, {pending} pages still to be fetched.",
            count=len(found),
            pending=subscriptions.pending_count(),
        )
    )


def state(one: Watched, now: float, say: Words) -> str:
    """How a subscription is doing, with what is wrong where something is."""
    found = standing(one, now)
    told = say.code(found)
    if found is Standing.MOVED:
        return f"{told}: {one.address}"
    return f"{told}: {say.told(one.detail)}" if one.failures and one.detail else told


def _looked(one: Watched, say: Words) -> str:
    return f"{_clock(one.checked)} {say.code(Result(one.result))}" if one.checked and one.result else "—"


def _why(one: Watched, say: Words) -> str:
    why = Why(one.why)
    if why is Why.OWNER and one.minutes:
        return say("every {minutes} minutes, as you set it", minutes=one.minutes)
    return say.code(why)


def _clock(moment: float | None) -> str:
    return datetime.fromtimestamp(moment).strftime("%m-%d %H:%M") if moment else "—"


def _change(
    subscriptions: Subscriptions, one: Watched, every: int | None, ignores_robots: bool | None, say: Words
) -> None:
    if every is not None:
        _check_minutes(every or None, say)
        one = replace(one, minutes=every or None)  # 0 lets the desk choose again
    if ignores_robots is not None:
        one = replace(one, ignores_robots=int(ignores_robots))
    subscriptions.change(
        one.url, minutes=one.minutes, ignores_robots=one.ignores_robots, next=time.time(), why=Why.OWNER
    )
    print(say("Changed; the desk looks at {url} again at once.", url=one.url))


def _hub(lease: Lease, say: Words) -> str:
    """What the hub of a feed has promised."""
    if lease.holds(time.time()):
        told = say("last at {time}", time=_clock(lease.told)) if lease.told else say("nothing yet")
        return say("{hub} tells of news until {time} ({told})", hub=lease.hub, time=_clock(lease.until), told=told)
    why = say.told(lease.detail) or say("it has not answered yet")
    return say("{hub} was asked to tell of news: {why}", hub=lease.hub, why=why)


def _history(subscriptions: Subscriptions, one: Watched, say: Words) -> None:
    print(
        f"{one.title}  {one.url}\n{state(one, time.time(), say)}; {say('next look')}: {_clock(one.next)}, {_why(one, say)}"
    )
    if (lease := subscriptions.leases.get(one.url)) is not None:
        print(_hub(lease, say))
    for visit in subscriptions.visits(one.url):
        fresh = say("{count} new", count=visit.fresh) if visit.fresh else ""
        parts = [
            _clock(visit.at),
            say.code(Result(visit.result)),
            str(visit.status or ""),
            fresh,
            say.told(visit.detail),
        ]
        print("  ".join(part for part in parts if part))
