"""What stands before every answer: which hosts may ask, who asks and what they may do, and what a browser may do with the answer."""

from __future__ import annotations

import ipaddress
from base64 import b64decode
from collections import OrderedDict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from hmac import compare_digest
from typing import Any
from urllib.parse import quote, urlsplit

from litestar import Request
from litestar.datastructures import Headers, MutableScopeHeaders, State
from litestar.enums import ScopeType
from litestar.middleware import DefineMiddleware
from litestar.response.base import ASGIResponse
from litestar.types import ASGIApp, HTTPScope, Message, Receive, Scope, Send

from suyuan.desk.errors import DeskError
from suyuan.desk.settings import Settings
from suyuan.desk.site.formats import json
from suyuan.desk.store import leases
from suyuan.desk.store.access import EVERYTHING, Access
from suyuan.desk.store.access import Scope as Right

HEADERS = {
    "content-security-policy": (
        "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self'; "
        "form-action 'self'; frame-ancestors 'none'; base-uri 'none'; require-trusted-types-for 'script'; trusted-types 'none'"
    ),
    "x-content-type-options": "nosniff",
    "referrer-policy": "same-origin",  # nothing goes to others; without it a browser sends our own forms as from nowhere
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), microphone=(), geolocation=()",
}

LOCAL = ("127.0.0.1", "localhost", "[::1]")
COOKIE = "suyuan"
SAFE = frozenset({"GET", "HEAD", "OPTIONS"})
OPEN = (
    "/sign-in",
    "/static/",
    "/health",
    leases.PATH,
    "/accounts/ClientLogin",
    "/api/greader.php/accounts/ClientLogin",
)
"""Where everybody may go: the sign-in and what it needs, a watchman, and hubs, whose addresses nobody can guess."""

_FORWARDED = ("forwarded", "x-forwarded-for", "x-forwarded-host", "x-real-ip", "via")
"""Headers that only a proxy adds: what came through one is not a reader at this machine, whatever the host says."""

Asked = Request[Any, Any, State]


async def harden(message: Message, scope: Scope) -> None:
    """Put the headers on every answer, errors too."""
    if message["type"] == "http.response.start":
        headers = MutableScopeHeaders.from_message(message=message)
        for name, value in HEADERS.items():
            headers[name] = value


# ── rules ────────────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True, kw_only=True)
class Rules:
    """How a desk may be reached, as its owner has set it."""

    hosts: frozenset[str] = frozenset()
    is_public: bool = False
    proxy_header: str = ""
    proxy_from: tuple[ipaddress.IPv4Network | ipaddress.IPv6Network, ...] = ()


def rules(chosen: Settings, *hosts: str) -> Rules:
    """The rules of a desk's settings; DeskError where an address of a proxy is none."""
    try:
        proxies = tuple(ipaddress.ip_network(one) for one in chosen.proxy_from)
    except ValueError as error:
        raise DeskError(f"proxy_from: {error}. Write an address as 127.0.0.1 or a range as 10.0.0.0/8.") from error
    if bool(chosen.proxy_header) != bool(proxies):
        raise DeskError("proxy_header and proxy_from go together: the header that names the user, and who may send it.")
    told_at = urlsplit(chosen.watch.callback or "").hostname or ""
    names = frozenset(one.lower() for one in (*hosts, *chosen.hosts, told_at) if one)
    return Rules(hosts=names, is_public=chosen.public, proxy_header=chosen.proxy_header, proxy_from=proxies)


def check(listens: str, chosen: Settings, access: Access) -> None:
    """DeskError where a desk would be open to others than the one at its machine."""
    is_local = listens in ("127.0.0.1", "::1", "localhost")
    if not (is_local or access.password or chosen.public or chosen.proxy_header):
        raise DeskError(
            f"On {listens} others can reach this desk, and it has no password. Set one with: suyuan password; "
            "or let everybody read and nobody change it (public = true in settings.toml); "
            "or name the header and the address of your reverse proxy (proxy_header, proxy_from)."
        )


# ── who asks ─────────────────────────────────────────────────────────────────────────────────────


class Way(StrEnum):
    """How somebody is known."""

    MACHINE = "machine"  # at the desk's own machine, of a desk without a password
    SESSION = "session"
    PROXY = "proxy"
    TOKEN = "token"
    NOBODY = "nobody"


@dataclass(frozen=True, slots=True, kw_only=True)
class Visitor:
    """Who asks, what they may do, and the word that their forms must bring back."""

    name: str
    way: Way
    rights: frozenset[Right]
    form: str

    def may(self, right: Right) -> bool:
        """Whether this is allowed."""
        return right in self.rights


def visitor_of(request: Asked) -> Visitor:
    """Who sent a request."""
    found: Visitor = request.scope["state"]["visitor"]
    return found


def visitor(scope: Scope, rules: Rules, access: Access) -> Visitor | None:
    """Who asks; None where a token was shown and is not one."""
    headers = Headers.from_scope(scope)
    if shown := _credential(headers.get("authorization", "")):
        return _bearer(shown, access)
    if rules.proxy_header and _is_from(scope, rules.proxy_from):
        name = headers.get(rules.proxy_header, "").strip()[:100]
        return _known(name, Way.PROXY, access, name) if name else _stranger(rules, access)
    secret = _cookies(headers).get(COOKIE, "")
    if secret and access.password and access.is_session(secret, datetime.now(UTC)):
        return _known("owner", Way.SESSION, access, secret)
    if not access.password and not rules.is_public and not rules.proxy_header and _is_here(scope, headers):
        return _known("owner", Way.MACHINE, access, "")
    return _stranger(rules, access)


def _known(name: str, way: Way, access: Access, secret: str) -> Visitor:
    return Visitor(name=name, way=way, rights=EVERYTHING, form=access.sign("form", way, secret))


def _stranger(rules: Rules, access: Access) -> Visitor:
    rights = frozenset({Right.READ}) if rules.is_public else frozenset[Right]()
    return Visitor(name="", way=Way.NOBODY, rights=rights, form=access.sign("form", Way.NOBODY))


def _credential(header: str) -> str:
    """The token of an Authorization header: Bearer, a reading app's GoogleLogin, or the password of Basic."""
    kind, _, value = header.strip().partition(" ")
    match kind.lower():
        case "bearer":
            return value.strip()
        case "googlelogin":
            return value.strip().removeprefix("auth=")
        case "basic":
            try:
                return b64decode(value, validate=True).decode().partition(":")[2] or "-"
            except ValueError:
                return "-"  # a credential that was shown and is none
        case _:
            return ""


def _bearer(secret: str, access: Access) -> Visitor | None:
    token = access.token(secret)
    if token:
        return Visitor(name=token.name, way=Way.TOKEN, rights=token.scopes, form="")
    if access.password and compare_digest(secret, reader_key(access)):
        return Visitor(name="owner", way=Way.TOKEN, rights=frozenset({Right.READ, Right.MARK}), form="")
    return None


def reader_key(access: Access) -> str:
    """What a reading app that signed in with the desk's password is given: it holds until the password changes."""
    return access.sign("reader", access.password or "")


def _is_here(scope: Scope, headers: Mapping[str, str]) -> bool:
    address = client(scope)
    is_loopback = address is None or address.is_loopback  # None: no network between us, as in tests
    return is_loopback and _host(scope) in LOCAL and not any(name in headers for name in _FORWARDED)


def client(scope: Scope) -> ipaddress.IPv4Address | ipaddress.IPv6Address | None:
    """The address that a request came from."""
    found = scope.get("client")
    try:
        return ipaddress.ip_address(found[0]) if found else None
    except ValueError:
        return None


def _is_from(scope: Scope, proxies: tuple[ipaddress.IPv4Network | ipaddress.IPv6Network, ...]) -> bool:
    address = client(scope)
    return address is not None and any(address in network for network in proxies)


def _cookies(headers: Mapping[str, str]) -> dict[str, str]:
    pairs = (one.strip().partition("=") for one in headers.get("cookie", "").split(";"))
    return {name: value for name, _, value in pairs}


# ── the gate ─────────────────────────────────────────────────────────────────────────────────────


def gate(rules: Rules, access: Access) -> DefineMiddleware:
    """Let a request through where its host is ours and its sender may read; say whom it is from."""
    return DefineMiddleware(_Gate, rules=rules, access=access)


class _Gate:
    def __init__(self, app: ASGIApp, rules: Rules, access: Access) -> None:
        self.app = app
        self.rules = rules
        self.access = access

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on, or refuse it."""
        refusal = self._refusal(scope) if scope["type"] == ScopeType.HTTP else None
        await (refusal or self.app)(scope, receive, send)

    def _refusal(self, scope: HTTPScope) -> ASGIResponse | None:
        if _host(scope) not in LOCAL and _host(scope) not in self.rules.hosts:
            return _plain(
                421, "This desk does not answer to that host name. Add the name to the desk's hosts if it is yours."
            )
        found = visitor(scope, self.rules, self.access)
        if found is None:
            return _no_token(scope, "That token is not one of this desk's; suyuan token lists them.")
        scope["state"]["visitor"] = found
        path = scope["path"]
        if not found.may(Right.READ) and not path.startswith(OPEN):
            return _sign_in(scope)
        if scope["method"] not in SAFE and found.way is not Way.TOKEN and not _is_own_page(scope):
            return _plain(403, "This came from a page of another site and was not done.")
        return None


def is_own_form(request: Asked, shown: str) -> bool:
    """Whether a form brings back the word that its page was given; a token needs none, no browser sends it by itself."""
    found = visitor_of(request)
    return found.way is Way.TOKEN or compare_digest(shown.encode("utf-8", "replace"), found.form.encode())


def is_secure(request: Asked) -> bool:
    """Whether the reader came by https: to us, or to a proxy that we were told of."""
    rules: Rules = request.app.state.site.rules
    if _is_from(request.scope, rules.proxy_from):
        return request.headers.get("x-forwarded-proto", "") == "https"
    return request.url.scheme == "https"


CHALLENGE = {"www-authenticate": 'Basic realm="suyuan", charset="UTF-8", Bearer realm="suyuan"'}


def _sign_in(scope: HTTPScope) -> ASGIResponse:
    """A reader is shown the sign-in; a program is told to bring a token."""
    is_page = "text/html" in Headers.from_scope(scope).get("accept", "") and scope["method"] in SAFE
    if not is_page or scope["path"].startswith(("/api/", "/reader/", "/feed")):
        return _no_token(scope, "This desk asks for a token: Authorization: Bearer … (suyuan token makes one).")
    asked = scope["path"] + ("?" + scope["query_string"].decode("latin-1") if scope["query_string"] else "")
    return ASGIResponse(status_code=303, headers={"location": f"/sign-in?then={quote(asked, safe='')}"})


def _no_token(scope: HTTPScope, words: str) -> ASGIResponse:
    if not scope["path"].startswith("/api/"):
        return _plain(401, words, CHALLENGE)
    body = json.render({"error": words, "status": 401})
    return ASGIResponse(body=body, status_code=401, media_type=json.MEDIA_TYPE, headers=CHALLENGE)


def _is_own_page(scope: Scope) -> bool:
    """Whether a change was asked for by a page of this desk, as far as the browser says."""
    headers = Headers.from_scope(scope)
    if headers.get("sec-fetch-site", "same-origin") not in ("same-origin", "none"):
        return False
    origin = headers.get("origin")
    return origin is None or urlsplit(origin).netloc.lower() == headers.get("host", "").lower() != ""


def _plain(status: int, words: str, headers: dict[str, str] | None = None) -> ASGIResponse:
    return ASGIResponse(body=f"{words}\n".encode(), status_code=status, media_type="text/plain", headers=headers)


def _host(scope: Scope) -> str:
    found = next((value for name, value in scope["headers"] if name == b"host"), b"").decode("latin-1").lower()
    return found.rpartition(":")[0] if found.rpartition(":")[2].isdigit() else found


# ── how often a password may be tried ────────────────────────────────────────────────────────────

FREE = 5  # wrong passwords before a wait begins
FIRST_WAIT = timedelta(seconds=30)  # doubled with every further one
LONGEST_WAIT = timedelta(hours=1)
REMEMBERED = 10_000  # clients; the longest unheard-of go first


class Attempts:
    """Wrong passwords by client: after a few, each must wait twice as long as the one before."""

    def __init__(self) -> None:
        self._failed: OrderedDict[str, tuple[int, datetime]] = OrderedDict()

    def wait(self, who: str, at: datetime) -> timedelta:
        """How long a client still has to wait."""
        count, last = self._failed.get(who, (0, at))
        if count < FREE:
            return timedelta(0)
        whole = min(LONGEST_WAIT, FIRST_WAIT * (1 << min(count - FREE, 20)))
        return max(timedelta(0), last + whole - at)

    def failed(self, who: str, at: datetime) -> None:
        """One more wrong password."""
        count, _ = self._failed.pop(who, (0, at))
        self._failed[who] = (count + 1, at)
        while len(self._failed) > REMEMBERED:
            self._failed.popitem(last=False)

    def passed(self, who: str) -> None:
        """The right one."""
        self._failed.pop(who, None)


def neighbourhood(scope: Scope) -> str:
    """Whom wrong passwords are counted for: an address, of IPv6 its network, for one host has the whole of it."""
    address = client(scope)
    if isinstance(address, ipaddress.IPv6Address):
        return str(ipaddress.ip_network((address, 64), strict=False))
    return str(address)
