"""Live: a line that says how much came since a page was made. Nothing on the page moves by itself."""

from __future__ import annotations

from asyncio import sleep
from collections.abc import AsyncIterator
from typing import Any

from litestar import Response
from litestar.enums import HttpMethod
from litestar.handlers import HTTPRouteHandler
from litestar.response import ServerSentEvent, ServerSentEventMessage

from suyuan.desk.site import guard
from suyuan.desk.site.answer import Asked, Site, language_of, number, refused, site_of
from suyuan.desk.store.access import Scope as Right
from suyuan.desk.words import words

PAUSE = 5.0  # seconds between two looks
COUNTED = 1000  # new articles
LOOKS = 720  # an hour; the browser asks again by itself
AT_ONCE = 50  # readers with an open page; the others are told nothing until one goes


def newest(site: Site) -> int:
    """The number of the newest record: what a page made now has seen."""
    found: int | None = site.store.db.execute("SELECT max(n) FROM record").get
    return found or 0


def come(site: Site, since: int) -> int:
    """How many articles came since, counted up to `COUNTED`: a page may stay open for days."""
    sql = f"SELECT count(*) FROM (SELECT 1 FROM record INDEXED BY article_n WHERE n > ? AND kind = 'Article' LIMIT {COUNTED})"
    found: int = site.store.db.execute(sql, (since,)).get
    return found


async def updates(request: Asked) -> Response[Any]:
    """A message whenever more has come."""
    if not guard.visitor_of(request).may(Right.READ):
        return refused(request, 403, Right.READ.value)
    site = site_of(request)
    if site.listening["now"] >= AT_ONCE:
        return refused(request, 503, "busy")
    since = number(request.query_params.get("since"), 0, 2**62)
    return ServerSentEvent(_messages(site, since, language_of(request)))


async def _messages(site: Site, since: int, language: str) -> AsyncIterator[ServerSentEventMessage]:
    told, chosen = 0, words(language)
    site.listening["now"] += 1
    try:
        for _ in range(LOOKS):
            count = come(site, since)
            if count > told:
                told = count
                said = chosen.count("%(num)d update", "%(num)d updates", count) % {"num": count}
                yield ServerSentEventMessage(data=said, event="updates")
            else:
                yield ServerSentEventMessage(comment="still here")
            await sleep(PAUSE)
    finally:
        site.listening["now"] -= 1


HANDLERS = (HTTPRouteHandler("/updates", http_method=[HttpMethod.GET], include_in_schema=False)(updates),)
