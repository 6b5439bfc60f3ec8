"""What is watched: how each subscription does, those first that need a look, and what came of addresses that were added."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import islice

from suyuan.desk.outlines import Outline
from suyuan.desk.store import Store
from suyuan.desk.store.standing import is_dead, is_stale, standing
from suyuan.desk.store.subscriptions import Asked, Result, Standing, Subscriptions, Watched, Why
from suyuan.outlets import Directory, host
from suyuan.records import Outlet, Story, SubscriptionKind, digest

DAYS = 7  # for which new items are counted
DAY = 86_400.0
ASKED = DAY  # seconds for which it is told what came of an address

ORDER = (
    Standing.DEAD, Standing.TURNED, Standing.FORBIDDEN, Standing.FAILING, Standing.MOVED, Standing.QUIET,
)  # fmt: skip
"""What an owner may have to do something about, the gravest first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A subscription as it is shown."""

    id: str  # where it stands on the page
    url: str
    name: str
    address: str  # whole for who may manage it: an address can hold a secret
    link: str | None  # where it leads, for who may see it
    kind: SubscriptionKind
    folder: str
    outlet: Outlet | None
    standing: Standing
    detail: str
    moved_to: str | None
    since: datetime | None  # failing, or without anything new
    checked: datetime | None
    result: Result | None
    next: datetime | None  # none: at once
    why: Why
    minutes: int | None
    fresh: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Added:
    """An address that was to be added, and what came of it."""

    address: str
    state: str  # waits, added, known, nothing, failed
    title: str
    detail: str
    others: tuple[tuple[str, str], ...]  # what else is there: address and title


@dataclass(frozen=True, slots=True, kw_only=True)
class Brought:
    """A list of another reader, and what came of it."""

    number: int
    at: datetime
    state: str  # waits, shown, taking, taken, failed
    detail: str
    fresh: tuple[Outline, ...]
    known: int


@dataclass(frozen=True, slots=True, kw_only=True)
class LookRow:
    """One look at a subscription."""

    at: datetime
    result: Result
    status: int | None
    fresh: int
    size: int
    detail: str


@dataclass(frozen=True, slots=True, kw_only=True)
class HistoryView:
    """The page of one subscription: how it does, its last looks, and what its hub has promised."""

    row: Row
    looks: tuple[LookRow, ...]
    hub: str | None  # its host, where one tells of news
    hub_until: datetime | None
    hub_told: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class SubscriptionsView:
    """The page of subscriptions."""

    troubled: tuple[Row, ...]
    well: tuple[Row, ...]
    paused: tuple[Row, ...]
    total: int
    stale: int
    pending: int
    added: tuple[Added, ...]
    lists: tuple[Brought, ...]
    is_off: bool  # this desk watches nothing, and what is asked for here would wait for ever
    is_watched: bool  # whether the watcher gives signs of life


@dataclass(frozen=True, slots=True)
class Watching:
    """How many subscriptions there are, and how many were not read again for hours."""

    total: int
    stale: int


def watching(subscriptions: Subscriptions, now: datetime) -> Watching:
    """The line of the front page."""
    found = subscriptions.all()
    return Watching(len(found), sum(is_stale(one, now.timestamp()) for one in found))


def unheard(store: Store, found: Subscriptions, directory: Directory, story: Story, now: datetime) -> tuple[str, ...]:
    """The outlets that usually report where those of a story do, and that the desk has not heard for hours or longer.

    What they say is missing from its numbers. Usual is who reported in `USUAL` of the stories of his last `LOOKED_AT`
    articles together with an outlet of this story, and who is in the story himself.
    """
    moment = now.timestamp()
    silent = (one for one in found.all() if is_stale(one, moment) or is_dead(one, one.result, moment))
    names = dict.fromkeys(name for one in silent if (name := _called(one, directory)))
    if not names:
        return ()
    own = _outlets(store, story)
    return tuple(name for name in islice(names, SILENT) if name in own or _reports_with(store, name, own, story))


def _called(watched: Watched, directory: Directory) -> str:
    """The outlet of a subscription by the name that its articles bear."""
    outlet = (directory.by_id(watched.outlet) if watched.outlet else None) or directory.by_host(watched.address)
    return outlet.name if outlet else watched.title


def _outlets(store: Store, story: Story) -> set[str]:
    return {one.outlet for one in store.articles(story.articles[:LOOKED_AT]) if one.outlet}


def _reports_with(store: Store, name: str, outlets: set[str], story: Story) -> bool:
    """Whether an outlet has told several stories that one of some outlets told too."""
    told = {found.id: found for one in store.latest(LOOKED_AT, outlet=name) if (found := store.story_of(one.id))}
    shared = (not outlets.isdisjoint(_outlets(store, one)) for one in told.values() if one.id != story.id)
    return sum(islice((each for each in shared if each), USUAL)) == USUAL


USUAL = 3  # stories
LOOKED_AT = 40  # articles
SILENT = 12  # outlets: a desk that hears hardly anything says so on its front page


def subscriptions(
    found: Subscriptions, directory: Directory, *, now: datetime, is_owner: bool, is_off: bool, is_watched: bool
) -> SubscriptionsView:
    """Everything that is watched; addresses, and what hosts answered, for the owner only."""
    moment = now.timestamp()
    fresh = found.fresh(moment - DAYS * DAY)
    watched = found.all()
    rows = [_row(one, directory, moment, fresh=fresh, is_owner=is_owner) for one in watched]
    return SubscriptionsView(
        troubled=tuple(
            sorted((one for one in rows if one.standing in ORDER), key=lambda one: ORDER.index(one.standing))
        ),
        well=tuple(one for one in rows if one.standing not in ORDER and one.standing is not Standing.PAUSED),
        paused=tuple(one for one in rows if one.standing is Standing.PAUSED),
        total=len(rows),
        stale=sum(is_stale(one, moment) for one in watched),
        pending=found.pending_count(),
        added=tuple(_added(one) for one in found.asked_since("add", moment - ASKED)) if is_owner else (),
        lists=_lists(found, moment) if is_owner else (),
        is_off=is_off,
        is_watched=is_watched,
    )


def history(
    found: Subscriptions, directory: Directory, name: str, *, now: datetime, is_owner: bool
) -> HistoryView | None:
    """The last looks at the subscription that stands on the page under a name; None where none does."""
    one = next((each for each in found.all() if anchor(each.url) == name), None)
    if one is None:
        return None
    moment = now.timestamp()
    row = _row(one, directory, moment, fresh=found.fresh(moment - DAYS * DAY), is_owner=is_owner)
    looks = tuple(
        LookRow(
            at=datetime.fromtimestamp(each.at, UTC), result=Result(each.result), status=each.status, fresh=each.fresh,
            size=each.bytes, detail=each.detail if is_owner else "",
        )
        for each in found.visits(one.url)
    )  # fmt: skip
    lease = found.leases.get(one.url)
    holds = lease is not None and lease.holds(moment)
    return HistoryView(
        row=row, looks=looks, hub=host(lease.hub) if lease and holds else None,
        hub_until=_moment(lease.until) if lease and holds else None, hub_told=_moment(lease.told) if lease and holds else None,
    )  # fmt: skip


def _row(one: Watched, directory: Directory, now: float, *, fresh: Mapping[str, int], is_owner: bool) -> Row:
    found = standing(one, now)
    shown = one.address if is_owner else host(one.address)
    return Row(
        id=anchor(one.url),
        url=one.url,
        name=one.title or shown or one.kind,
        address=shown,
        link=one.address if is_owner else None,
        kind=SubscriptionKind(one.kind),
        folder=one.folder,
        outlet=directory.by_id(one.outlet) if one.outlet else None,
        standing=found,
        detail=one.detail if is_owner and one.failures else "",
        moved_to=shown if found is Standing.MOVED else None,
        since=_moment(_since(one, found)),
        checked=_moment(one.checked),
        result=Result(one.result) if one.result else None,
        next=_moment(one.next) if one.next > now else None,
        why=Why(one.why),
        minutes=one.minutes,
        fresh=fresh.get(one.url, 0),
    )


def anchor(url: str) -> str:
    """Where a subscription stands on the page."""
    return f"s-{digest(url)}"


def _since(one: Watched, found: Standing) -> float | None:
    """Since when it is as it is, where that is worth telling."""
    match found:
        case Standing.QUIET:
            return one.changed or one.added
        case Standing.MOVED:
            return one.moved
        case Standing.PAUSED:
            return one.paused
        case _:
            return one.failing_since


def _moment(at: float | None) -> datetime | None:
    return datetime.fromtimestamp(at, UTC) if at is not None else None


def _lists(found: Subscriptions, now: float) -> tuple[Brought, ...]:
    """The lists that were brought today; of each whether it was taken."""
    taking = {one.value: one.answer is not None for one in found.asked_since("take", now - ASKED)}
    return tuple(_brought(one, taking.get(str(one.n))) for one in found.asked_since("list", now - ASKED))


def _brought(asked: Asked, is_taken: bool | None) -> Brought:
    """What the watcher said to a list; `is_taken` is None where nobody asked for it to be taken."""
    answer = json.loads(asked.answer) if asked.answer is not None else None
    state = "waits"
    if answer is not None:
        state = "failed" if "error" in answer else "shown" if is_taken is None else "taken" if is_taken else "taking"
    given = answer or {}
    return Brought(
        number=asked.n, at=datetime.fromtimestamp(asked.at, UTC), state=state, detail=str(given.get("error", "")),
        fresh=tuple(Outline(*map(str, one)) for one in given.get("fresh", ())), known=int(given.get("known", 0)),
    )  # fmt: skip


def _added(asked: Asked) -> Added:
    """What the watcher answered, in a word; its offers are the best first, and the first is what it subscribed to."""
    answer = json.loads(asked.answer) if asked.answer is not None else None
    offers = [(str(one["url"]), str(one["title"] or one["url"])) for one in (answer or {}).get("offers", ())]
    state = "waits"
    if answer is not None:
        is_failed, is_added = "error" in answer, bool(answer.get("added"))
        state = "failed" if is_failed else "added" if is_added else "known" if offers else "nothing"
    return Added(
        address=asked.value,
        state=state,
        title=offers[0][1] if offers else "",
        detail=str((answer or {}).get("error", "")),
        others=tuple(offers[1:]),
    )
