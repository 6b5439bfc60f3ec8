"""What stands before every answer: which hosts may ask, and what a browser may do with the answer."""

from __future__ import annotations

from collections.abc import Collection

from litestar.datastructures import MutableScopeHeaders
from litestar.enums import ScopeType
from litestar.middleware import DefineMiddleware
from litestar.response.base import ASGIResponse
from litestar.types import ASGIApp, Message, Receive, Scope, Send

HEADERS = {
    "content-security-policy": (
        "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; "
        "form-action 'self'; frame-ancestors 'none'; base-uri 'none'"
    ),
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), microphone=(), geolocation=()",
}

LOCAL = ("127.0.0.1", "localhost", "[::1]")


async def harden(message: Message, scope: Scope) -> None:
    """Put the headers on every answer, errors too."""
    if message["type"] == "http.response.start":
        headers = MutableScopeHeaders.from_message(message=message)
        for name, value in HEADERS.items():
            headers[name] = value


def only_hosts(hosts: Collection[str]) -> DefineMiddleware:
    """Answer only where the Host header names this desk: a page elsewhere whose name was rebound to us gets nothing."""
    return DefineMiddleware(_OnlyHosts, hosts=frozenset((*LOCAL, *(host.lower() for host in hosts))))


class _OnlyHosts:
    def __init__(self, app: ASGIApp, hosts: frozenset[str]) -> None:
        self.app = app
        self.hosts = hosts

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on, or refuse it."""
        if scope["type"] == ScopeType.HTTP and _host(scope) not in self.hosts:
            refusal = "This desk does not answer to that host name. Add the name to the desk's hosts if it is yours.\n"
            await ASGIResponse(body=refusal.encode(), status_code=421, media_type="text/plain")(scope, receive, send)
        else:
            await self.app(scope, receive, send)


def _host(scope: Scope) -> str:
    found = next((value for name, value in scope["headers"] if name == b"host"), b"").decode("latin-1").lower()
    return found.rpartition(":")[0] if found.rpartition(":")[2].isdigit() else found
