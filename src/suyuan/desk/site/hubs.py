"""Where hubs answer and tell (WebSub). They get no page and no word about the desk: only whether they were believed."""

from __future__ import annotations

from litestar import Response
from litestar.enums import HttpMethod
from litestar.handlers import HTTPRouteHandler

from suyuan.desk.site.answer import Asked, number, site_of
from suyuan.desk.store import leases
from suyuan.desk.store.leases import Mode

LONGEST = 2_000  # characters of what a hub wants to hear again


async def confirm(request: Asked) -> Response[bytes]:
    """A hub asks back whether it was asked: it hears its challenge again where it was, for exactly this."""
    query, token = request.query_params, str(request.path_params["token"])
    found = site_of(request).subscriptions.leases
    mode, topic, challenge = (query.get(name, "") for name in ("hub.mode", "hub.topic", "hub.challenge"))
    now = site_of(request).now.timestamp()
    if mode == Mode.DENIED:
        is_ours = found.deny(token, topic, query.get("hub.reason", ""), now)
        return _said(b"", 200 if is_ours else 404)
    if not challenge or len(challenge) > LONGEST:
        return _said(b"", 404)
    seconds = number(query.get("hub.lease_seconds"), 0, 2**31)
    is_ours = found.confirm(token, mode, topic, seconds, now)
    return _said(challenge.encode() if is_ours else b"", 200 if is_ours else 404)


async def tell(request: Asked) -> Response[bytes]:
    """A hub tells of something new: where it is signed rightly, the watcher looks soon. What was sent is not read."""
    found, token = site_of(request).subscriptions.leases, str(request.path_params["token"])
    if found.by_token(token) is None:
        return _said(b"", 410)  # it was ended: the hub need not try again
    signature = request.headers.get("x-hub-signature", "")
    is_ours = found.tell(token, await request.body(), signature, site_of(request).now.timestamp())
    return _said(b"", 202 if is_ours else 403)


def _said(words: bytes, status: int) -> Response[bytes]:
    return Response(words, status_code=status, media_type="text/plain")


_PATH = leases.PATH + "{token:str}"

HANDLERS = (
    HTTPRouteHandler(_PATH, http_method=[HttpMethod.GET], include_in_schema=False)(confirm),
    HTTPRouteHandler(
        _PATH, http_method=[HttpMethod.POST], include_in_schema=False, request_max_body_size=leases.LARGEST
    )(tell),
)
