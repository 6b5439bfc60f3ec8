"""The only door to the network, for all of the desk.

Every connection goes to an address that was checked. Names are resolved once and the connection is made to what
was resolved; the address is checked again at the moment of connecting, on each hop of a redirect, whatever the
road there. Private, loopback, link-local and other addresses that are nobody's on the internet are refused,
unless the owner allows a host or range by name. What comes back is bounded in size, packed and unpacked, in time
and in redirects.

`Resolve` and `Open` are how a name becomes addresses and how a socket is opened: the tests bring a small internet
of their own in by them, and the guard stands before both.
"""

from __future__ import annotations

import asyncio
import ipaddress
import re
import socket
import ssl
import threading
from collections.abc import Awaitable, Callable, Mapping
from contextlib import AbstractAsyncContextManager, nullcontext, suppress
from dataclasses import dataclass, replace
from typing import Any

import aiohttp
from aiohttp.abc import AbstractResolver, ResolveResult
from yarl import URL

from suyuan import __version__
from suyuan.desk.errors import FetchFailed, Refused, UnreadableInput
from suyuan.desk.packed import PACKINGS, Unpacking
from suyuan.desk.settings import Egress

LARGEST = 32 * 1024 * 1024  # bytes, packed as unpacked
SECONDS = 60  # for one hop, all in all; the slowest portals need twenty
SILENCE = 30  # seconds without a byte
REDIRECTS = 5
HEADERS = 100  # lines of a response's head, of at most 8 KB each
PORTS = frozenset({80, 443, 8080, 8443})

PUBLIC = Egress()
"""The rules of an owner who has set none."""

Resolve = Callable[[str], Awaitable[list[str]]]
"""The addresses of a name."""
Open = Callable[[tuple[Any, ...]], socket.socket]
"""An unconnected socket for an address as `getaddrinfo` gives it."""
Turn = Callable[[str], AbstractAsyncContextManager[None]]
"""Asked before each hop with its address, held during it: where politeness towards hosts is kept."""

# Beside what `ipaddress` calls not global: translations of IPv4 that would lead inside, and what is nobody's.
_NOBODYS = tuple(
    ipaddress.ip_network(one)
    for one in ("64:ff9b::/96", "64:ff9b:1::/48", "2002::/16", "2001::/32", "::ffff:0:0/96", "::/96", "192.0.0.0/24",
                "192.88.99.0/24", "198.18.0.0/15", "100.64.0.0/10", "240.0.0.0/4", "fec0::/10", "100::/64")
)  # fmt: skip
_NUMBER = re.compile(r"(?:^|\.)(?:\d+|0x[0-9a-f]*)\.?$", re.IGNORECASE)  # 127.1, 0x7f000001: no name ends like this
_INSIDE = (".local", ".localhost", ".internal", ".lan", ".home", ".home.arpa", ".intranet", ".corp")
_PERMANENT, _REDIRECT = (301, 308), (301, 302, 303, 307, 308)


@dataclass(frozen=True, slots=True)
class Answer:
    """What an address sent: the address after redirects, status, declared type and charset, headers, body.

    `moved` is where the address has moved for good: set where every hop there was a permanent redirect.
    """

    url: str
    status: int
    media_type: str | None
    charset: str | None
    body: bytes
    headers: Mapping[str, str]
    moved: str | None = None


def get(url: str, rules: Egress = PUBLIC) -> Answer:
    """Fetch one address. Raises Refused where the guard will not go, FetchFailed where nothing usable comes back."""
    return asyncio.run(_once(rules, lambda door: door.get(url)))


def post(url: str, body: bytes, rules: Egress = PUBLIC, *, headers: Mapping[str, str] | None = None) -> Answer:
    """Send something to one address, and no further: a redirect is an answer like any other."""
    return asyncio.run(_once(rules, lambda door: door.post(url, body, headers=headers)))


async def _once(rules: Egress, ask: Callable[[Door], Awaitable[Answer]]) -> Answer:
    async with Door(rules) as door:
        return await ask(door)


async def _system_resolve(host: str) -> list[str]:
    """The addresses that the machine's resolver gives for a name.

    In a thread that nobody waits for: a resolver that hangs must not keep a process from ending.
    """
    loop = asyncio.get_running_loop()
    answer: asyncio.Future[list[str]] = loop.create_future()

    def give(addresses: list[str], error: OSError | UnicodeError | None) -> None:
        if not answer.done():
            answer.set_exception(error) if error else answer.set_result(addresses)

    def ask() -> None:
        found: list[str] = []
        trouble: OSError | UnicodeError | None = None
        try:
            infos = socket.getaddrinfo(host, None, type=socket.SOCK_STREAM)
            found = list(dict.fromkeys(str(info[4][0]) for info in infos))
        except (OSError, UnicodeError) as error:
            trouble = error
        with suppress(RuntimeError):  # the loop has ended meanwhile
            loop.call_soon_threadsafe(give, found, trouble)

    threading.Thread(target=ask, name=f"resolve-{host}", daemon=True).start()
    return await answer


def _system_open(info: tuple[Any, ...]) -> socket.socket:
    """A socket of the machine."""
    return socket.socket(info[0], info[1], info[2])


class Door:
    """The door while it stands open: connections are kept for a while, all of them guarded."""

    def __init__(
        self, rules: Egress, *, resolve: Resolve = _system_resolve, open_socket: Open = _system_open,
        trust: ssl.SSLContext | None = None,
    ) -> None:  # fmt: skip
        self._rules = rules
        self._trust = trust  # the certificates that are believed; None: those that the machine believes
        self._guard = _Guard(rules, resolve, open_socket)
        self._session: aiohttp.ClientSession | None = None

    async def __aenter__(self) -> Door:
        connector = aiohttp.TCPConnector(
            resolver=self._guard,
            socket_factory=self._guard.open,
            use_dns_cache=False,
            limit=64,
            ssl=self._trust or True,
        )
        self._session = aiohttp.ClientSession(
            connector=connector,
            timeout=aiohttp.ClientTimeout(total=SECONDS, sock_connect=15, sock_read=SILENCE),
            headers={"User-Agent": agent(self._rules.contact), "Accept-Encoding": "gzip, deflate"},
            cookie_jar=aiohttp.DummyCookieJar(),
            auto_decompress=False,
            max_headers=HEADERS,
            proxy=self._rules.proxy,
        )
        return self

    async def __aexit__(self, *_: object) -> None:
        if self._session:
            await self._session.close()

    async def get(
        self,
        url: str,
        *,
        headers: Mapping[str, str] | None = None,
        largest: int = LARGEST,
        turn: Turn = lambda url: nullcontext(),
    ) -> Answer:
        """Fetch one address, wherever it leads."""
        at, is_permanent = parsed(url), True
        with _told(url):
            for hop in range(REDIRECTS + 1):
                self._guard.check_url(at)
                async with turn(str(at)):
                    answer = await self._hop("GET", at, None, headers, largest)
                location = answer.headers.get("location")
                if answer.status not in _REDIRECT or not location:
                    return replace(answer, moved=str(at)) if hop and is_permanent else answer
                is_permanent = is_permanent and answer.status in _PERMANENT
                at = at.join(URL(location))
        raise FetchFailed(f"{url} redirects more than {REDIRECTS} times.")

    async def post(
        self,
        url: str,
        body: bytes,
        *,
        headers: Mapping[str, str] | None = None,
        largest: int = LARGEST,
        turn: Turn = lambda url: nullcontext(),
    ) -> Answer:
        """Send something to one address."""
        at = parsed(url)
        self._guard.check_url(at)
        with _told(url):
            async with turn(str(at)):
                return await self._hop("POST", at, body, headers, largest)

    async def _hop(
        self, method: str, at: URL, body: bytes | None, headers: Mapping[str, str] | None, largest: int
    ) -> Answer:
        if self._session is None:
            raise RuntimeError("the door is not open")
        async with self._session.request(method, at, data=body, headers=headers, allow_redirects=False) as answer:
            return Answer(
                url=str(at),
                status=answer.status,
                media_type=answer.content_type if "Content-Type" in answer.headers else None,
                charset=answer.charset,
                body=await _body(answer, largest),
                headers={name.lower(): value for name, value in answer.headers.items()}
                | {"link": ", ".join(answer.headers.getall("Link", []))},
            )


def agent(contact: str | None) -> str:
    """How the desk introduces itself."""
    return f"Suyuan/{__version__} ({contact or 'news desk of its owner'})"


def parsed(url: str) -> URL:
    """An address as the client will read it: the guard and the client must not read it in two ways."""
    try:
        return URL(url).with_fragment(None)
    except ValueError as error:
        raise Refused(f"{url} is not an http or https address.") from error


class _told:
    """What goes wrong inside becomes one of our own errors, with the address that was asked for."""

    def __init__(self, url: str) -> None:
        self._url = url

    def __enter__(self) -> None:
        return None

    def __exit__(self, _kind: object, error: BaseException | None, _trace: object) -> None:
        refused = _refusal(error)
        if refused is not None and refused is not error:
            raise refused from error
        if isinstance(error, UnreadableInput):
            raise FetchFailed(f"{self._url}: {error}") from error
        if isinstance(error, TimeoutError):
            raise FetchFailed(f"{self._url} did not answer in time. Try again later.") from error
        if isinstance(error, aiohttp.ClientConnectorDNSError):
            raise FetchFailed(
                f"{error.host} has no address on the internet. Check how it is written, or whether the network is there."
            ) from error
        if isinstance(error, aiohttp.ClientConnectorCertificateError):
            why = getattr(error.certificate_error, "verify_message", "") or str(error.certificate_error)
            raise FetchFailed(
                f"{self._url} shows a certificate that is not to be believed ({why.rstrip('.')}). Nothing of it was read."
            ) from error
        if isinstance(error, aiohttp.ClientConnectorSSLError):
            raise FetchFailed(f"{self._url} speaks no https that can be understood. Nothing of it was read.") from error
        if isinstance(error, (aiohttp.ClientError, OSError, UnicodeError, ValueError)):
            raise FetchFailed(
                f"{self._url} could not be fetched: {str(error) or type(error).__name__}. Try again later or check the address."
            ) from error


def _refusal(error: BaseException | None) -> Refused | None:
    """The guard's word, which the client wraps in errors of its own."""
    while error is not None and not isinstance(error, Refused):
        error = error.__cause__ or error.__context__
    return error


async def _body(answer: aiohttp.ClientResponse, largest: int) -> bytes:
    packing = answer.headers.get("Content-Encoding", "identity").strip().lower()
    if packing not in PACKINGS | {"identity", ""}:
        raise FetchFailed(f"{answer.url} is packed as “{packing}”, which nobody asked for.")
    opening = None if packing in ("identity", "") else Unpacking(largest)
    parts, size = [], 0
    async for part in answer.content.iter_chunked(65536):
        size += len(part)
        if size > largest:
            raise FetchFailed(f"{answer.url} sends more than {largest // 1024 // 1024} MB.")
        parts.append(opening.feed(part) if opening else part)
    if opening:
        opening.end()
    return b"".join(parts)


class _Guard(AbstractResolver):
    """Stands before the resolver and before the socket: only what may be visited is handed on."""

    def __init__(self, rules: Egress, resolve: Resolve, open_socket: Open) -> None:
        self._allow = rules.allow
        self._fake = tuple(ipaddress.ip_network(one) for one in rules.fake_ip_ranges)
        self._proxy = URL(rules.proxy) if rules.proxy else None
        self._resolve = resolve
        self._open_socket = open_socket
        self._excused: set[str] = set()  # addresses that were reached by a name which the owner allows

    def check_url(self, url: URL) -> None:
        """Refused where an address alone says that the desk does not go there."""
        host = (url.host or "").lower().rstrip(".")
        if url.scheme not in ("http", "https") or not host:
            raise Refused(f"{url} is not an http or https address.")
        if _is_allowed(host, self._allow):
            return
        if url.port not in PORTS:
            raise Refused(
                f"{url} asks for port {url.port}, which the desk does not visit. Add its host to [egress] allow in settings.toml if it is yours."
            )
        if (literal := _literal(host)) is not None:
            _check(literal, host)
        elif _NUMBER.search(host):
            raise Refused(f"{host} is a number and no name.")
        elif self._proxy and ("." not in host or host.endswith(_INSIDE)):
            raise Refused(f"{host} is a name inside, and behind a proxy nobody can look where it leads.")

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_UNSPEC
    ) -> list[ResolveResult]:
        """The addresses of a name; OSError caused by Refused where one of them may not be visited."""
        addresses = await self._resolve(host)
        if not addresses:
            raise OSError(f"{host} has no address")
        for address in addresses:
            try:
                self._check_resolved(address, host)
            except Refused as refused:
                raise OSError(str(refused)) from refused
        return [
            ResolveResult(
                hostname=host, host=one, port=port, proto=0, flags=socket.AI_NUMERICHOST,
                family=socket.AF_INET6 if ":" in one else socket.AF_INET,
            )
            for one in addresses
        ]  # fmt: skip

    def _check_resolved(self, address: str, host: str) -> None:
        found = ipaddress.ip_address(address.partition("%")[0])
        is_proxy = self._proxy is not None and host == self._proxy.host
        is_fake = any(found.version == one.version and found in one for one in self._fake)
        if is_proxy or is_fake or _is_allowed(host, self._allow):
            self._excused.add(address)
        elif not _is_allowed(str(found), self._allow):
            _check(found, host)

    def open(self, info: tuple[Any, ...]) -> socket.socket:
        """A socket for the address that is about to be connected to: the last look, whatever led here."""
        address = str(info[4][0])
        try:
            if self._proxy and _literal(self._proxy.host or "") == _literal(address) is not None:
                if info[4][1] != self._proxy.port:
                    raise Refused(f"{address} is the proxy's, and port {info[4][1]} is not.")
            elif address not in self._excused and not _is_allowed(address, self._allow):
                _check(ipaddress.ip_address(address.partition("%")[0]), address)
        except Refused as refused:
            raise OSError(str(refused)) from refused
        return self._open_socket(info)

    async def close(self) -> None:
        """Nothing is held."""


def _check(found: ipaddress.IPv4Address | ipaddress.IPv6Address, host: str) -> None:
    if (
        not found.is_global
        or found.is_multicast
        or found.is_reserved
        or any(found in network for network in _NOBODYS if network.version == found.version)
    ):
        raise Refused(
            f"{host} leads to {found}, which is not on the public internet. Add it to [egress] allow in settings.toml if it is yours."
        )


def _literal(host: str) -> ipaddress.IPv4Address | ipaddress.IPv6Address | None:
    try:
        return ipaddress.ip_address(host.partition("%")[0])
    except ValueError:
        return None


def _is_allowed(host: str, allow: tuple[str, ...]) -> bool:
    literal = _literal(host)
    for one in allow:
        if host == one:
            return True
        try:
            if literal is not None and literal in ipaddress.ip_network(one, strict=False):
                return True
        except ValueError:
            continue
    return False
