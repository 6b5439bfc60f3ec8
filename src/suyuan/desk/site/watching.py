"""Watching: the page of what is watched, and its forms. Nothing is fetched here: the watcher reads what is asked of it."""

from __future__ import annotations

from datetime import UTC, datetime
from urllib.parse import urlsplit

from litestar import Response
from litestar.enums import HttpMethod
from litestar.handlers import HTTPRouteHandler

from suyuan.desk import outlines
from suyuan.desk.site import guard
from suyuan.desk.site.answer import (
    Asked,
    Form,
    FormRoute,
    Route,
    as_json,
    language_of,
    missing,
    number,
    one,
    page,
    redirect,
    refused,
    site_of,
)
from suyuan.desk.site.views import subscriptions as view
from suyuan.desk.store import health
from suyuan.desk.store.access import Scope as Right
from suyuan.desk.store.subscriptions import LEAST, Watched, Why
from suyuan.desk.words import words
from suyuan.records import SubscriptionKind

LONGEST_ADDRESS = 2000
LARGEST_LIST = 2 * 1024 * 1024  # bytes: some ten thousand feeds
MOST_MINUTES = 7 * 24 * 60
HEALTH_AGE = 10  # seconds for which an answer to a watchman stands: anybody may ask
HERE = "/subscriptions"


def subscriptions(request: Asked) -> Response[bytes]:
    """What is watched, and how that goes."""
    site = site_of(request)
    seen = health.signs(site.store.folder).get("watcher")
    shown = view.subscriptions(
        site.subscriptions,
        site.outlets,
        now=site.now,
        is_owner=guard.visitor_of(request).may(Right.MANAGE),
        is_off=not site.watches,
        is_watched=seen is not None and (datetime.now(UTC) - seen).total_seconds() < health.SILENCE,
    )
    return page(request, "subscriptions.html", shown)


def history(request: Asked) -> Response[bytes]:
    """The last looks at one subscription."""
    site, name = site_of(request), str(request.path_params["name"])
    is_owner = guard.visitor_of(request).may(Right.MANAGE)
    shown = view.history(site.subscriptions, site.outlets, name, now=site.now, is_owner=is_owner)
    return page(request, "looks.html", shown) if shown else missing(request, "page", name)


def as_opml(request: Asked) -> Response[bytes]:
    """The feeds that are watched, as a list for other readers."""
    feeds = [each for each in site_of(request).subscriptions.all() if each.kind == SubscriptionKind.FEED]
    listed = (outlines.Outline(each.address, each.title, each.folder) for each in feeds)
    return Response(
        outlines.write(listed, words(language_of(request)).say("Subscriptions")),
        media_type="text/x-opml",
        headers={"content-disposition": 'attachment; filename="suyuan.opml"', "cache-control": "no-cache"},
    )


# ── what the owner asks for ──────────────────────────────────────────────────────────────────────


def add(request: Asked, form: Form) -> Response[bytes]:
    """Ask the watcher to find out what an address is, and to subscribe to the best that is there."""
    address = _address(one(form, "address"))
    if not address:
        return refused(request, 400, "address")
    return _handed(request, "add", address, f"{HERE}#added")


def _handed(request: Asked, what: str, value: str, back: str) -> Response[bytes]:
    """Hand something to the watcher, and lead back to where its answer will stand; not where it would wait for ever."""
    site = site_of(request)
    if not site.watches:
        return refused(request, 409, "off")
    site.subscriptions.ask(what, value, site.now.timestamp())
    return redirect(back)


def _address(written: str) -> str:
    """An address of the web as somebody types it; empty where it is none."""
    address = written.strip()
    address = address if "://" in address else f"https://{address}"
    try:
        parts = urlsplit(address)
        is_reachable = bool(parts.hostname) and parts.port != 0
    except ValueError:  # brackets that do not close, a port that is no number
        return ""
    is_one = parts.scheme.lower() in ("http", "https") and is_reachable and not any(map(str.isspace, address))
    return address if is_one and len(address) <= LONGEST_ADDRESS else ""


def bring(request: Asked, form: Form) -> Response[bytes]:
    """Hand the list of another reader to the watcher, which says what it would add."""
    if not one(form, "list"):
        return refused(request, 400, "list")
    return _handed(request, "list", one(form, "list"), f"{HERE}#lists")


def take(request: Asked, form: Form) -> Response[bytes]:
    """Ask the watcher to subscribe to what a list would add."""
    asked = number(one(form, "list"), 0, 2**62)
    if not any(each.what == "list" and each.answer for each in site_of(request).subscriptions.asked(asked)):
        return refused(request, 404, "list")
    return _handed(request, "take", str(asked), f"{HERE}#lists")


def look(request: Asked, form: Form) -> Response[bytes]:
    """Ask the watcher to look at a subscription now."""
    found = _asked_for(request, form)
    if found is None:
        return refused(request, 404, "subscription")
    return _handed(request, "poll", found.url, _at(found))


def pause(request: Asked, form: Form) -> Response[bytes]:
    """Look at a subscription no more; or (`off`) again."""
    found = _asked_for(request, form)
    if found is None:
        return refused(request, 404, "subscription")
    site = site_of(request)
    if one(form, "off"):
        site.subscriptions.change(found.url, paused=None, next=0.0, why=Why.OWNER)
    else:
        site.subscriptions.change(found.url, paused=site.now.timestamp())
    return _back(found)


def every(request: Asked, form: Form) -> Response[bytes]:
    """Look at a subscription every so many minutes; without a number as the desk chooses."""
    found = _asked_for(request, form)
    if found is None:
        return refused(request, 404, "subscription")
    minutes = number(one(form, "minutes"), LEAST, MOST_MINUTES) if one(form, "minutes").strip() else None
    site_of(request).subscriptions.change(found.url, minutes=minutes, next=0.0, why=Why.OWNER)
    return _back(found)


def remove(request: Asked, form: Form) -> Response[bytes]:
    """End a subscription; what it brought stays."""
    found = _asked_for(request, form)
    if found is None:
        return refused(request, 404, "subscription")
    site_of(request).subscriptions.remove(found.url)
    return redirect(HERE)


def _asked_for(request: Asked, form: Form) -> Watched | None:
    return site_of(request).subscriptions.get(one(form, "url"))


def _back(watched: Watched) -> Response[bytes]:
    return redirect(_at(watched))


def _at(watched: Watched) -> str:
    return f"{HERE}#{view.anchor(watched.url)}"


# ── for a watchman ───────────────────────────────────────────────────────────────────────────────


async def desk_health(request: Asked) -> Response[bytes]:
    """Whether the desk can be read and its processes live: 200, or 503. It tells nothing of what the desk holds."""
    site = site_of(request)
    found = site.recent.answer("health", HEALTH_AGE, lambda: health.life(site.store.folder))
    now = datetime.now(UTC)
    is_well = found.is_well(now)
    silent = sorted(name for name, at in found.seen.items() if (now - at).total_seconds() >= health.SILENCE)
    told = {"status": "ok" if is_well else "failing", "is_readable": found.error is None, "silent": silent}
    return as_json(told, 200 if is_well else 503)


ROUTES: tuple[Route | FormRoute, ...] = (
    Route(path="/subscriptions", answer=subscriptions),
    Route(path="/subscriptions.opml", answer=as_opml, right=Right.MANAGE),
    FormRoute(path="/subscriptions/add", does=add, right=Right.MANAGE),
    Route(path="/subscriptions/{name:str}", answer=history),
    FormRoute(path="/subscriptions/import", does=bring, right=Right.MANAGE, largest=LARGEST_LIST),
    FormRoute(path="/subscriptions/take", does=take, right=Right.MANAGE),
    FormRoute(path="/subscriptions/look", does=look, right=Right.MANAGE),
    FormRoute(path="/subscriptions/pause", does=pause, right=Right.MANAGE),
    FormRoute(path="/subscriptions/every", does=every, right=Right.MANAGE),
    FormRoute(path="/subscriptions/remove", does=remove, right=Right.MANAGE),
)
HANDLERS = (
    HTTPRouteHandler("/health", http_method=[HttpMethod.GET, HttpMethod.HEAD], include_in_schema=False)(desk_health),
)
"""Beside the other routes: it answers where the store cannot be read."""
