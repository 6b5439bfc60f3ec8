"""The only door to the network, for all of the desk.

Every connection goes to an address that was checked: names are resolved once, by `_Guard`, and the connection is
made to what was resolved; each hop of a redirect is checked again. Private, loopback, link-local and other
addresses that are nobody's on the internet are refused, unless the owner allows a host or range by name.
"""

from __future__ import annotations

import asyncio
import ipaddress
import socket
from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import urljoin, urlsplit

import aiohttp
from aiohttp.abc import AbstractResolver, ResolveResult
from aiohttp.resolver import ThreadedResolver

from suyuan import __version__
from suyuan.desk.errors import FetchFailed, Refused

LARGEST = 32 * 1024 * 1024  # bytes after decompression
SECONDS = 30
REDIRECTS = 5
PORTS = frozenset({80, 443, 8080, 8443})
AGENT = f"Suyuan/{__version__} (news desk of its owner)"

# Beside what `ipaddress` calls not global: translations of IPv4 that would lead inside.
_TRANSLATED = tuple(
    ipaddress.ip_network(one) for one in ("64:ff9b::/96", "64:ff9b:1::/48", "2002::/16", "2001::/32", "::ffff:0:0/96")
)


@dataclass(frozen=True, slots=True)
class Answer:
    """What an address sent: the address after redirects, status, declared type and charset, body."""

    url: str
    status: int
    media_type: str | None
    charset: str | None
    body: bytes


def get(url: str, *, allow: Sequence[str] = ()) -> Answer:
    """Fetch one address. Raises Refused where the guard will not go, FetchFailed where nothing usable comes back.

    `allow` names hosts, addresses or ranges that may be reached although they are not on the public internet.
    """
    try:
        return asyncio.run(_get(url, tuple(allow)))
    except (TimeoutError, aiohttp.ClientError, UnicodeError, ValueError) as error:
        if refused := _refusal(error):
            raise refused from error
        raise FetchFailed(
            f"{url} could not be fetched: {str(error) or type(error).__name__}. Try again later or check the address."
        ) from error


def _refusal(error: BaseException | None) -> Refused | None:
    """The guard's word, which the client wraps in errors of its own."""
    while error is not None and not isinstance(error, Refused):
        error = error.__cause__
    return error


async def _get(url: str, allow: tuple[str, ...]) -> Answer:
    connector = aiohttp.TCPConnector(resolver=_Guard(allow), limit=4)
    timeout = aiohttp.ClientTimeout(total=SECONDS)
    async with aiohttp.ClientSession(
        connector=connector, timeout=timeout, headers={"User-Agent": AGENT}, max_line_size=16384
    ) as session:
        for _ in range(REDIRECTS + 1):
            _check_url(url, allow)
            async with session.get(url, allow_redirects=False) as answer:
                if answer.status in (301, 302, 303, 307, 308) and "Location" in answer.headers:
                    url = urljoin(url, answer.headers["Location"])
                    continue
                body = await _body(answer)
                return Answer(url, answer.status, answer.content_type or None, answer.charset, body)
    raise FetchFailed(f"{url} redirects more than {REDIRECTS} times.")


async def _body(answer: aiohttp.ClientResponse) -> bytes:
    parts, size = [], 0
    async for part in answer.content.iter_chunked(65536):
        size += len(part)
        if size > LARGEST:
            raise FetchFailed(f"{answer.url} sends more than {LARGEST // 1024 // 1024} MB.")
        parts.append(part)
    return b"".join(parts)


def _check_url(url: str, allow: tuple[str, ...]) -> None:
    parts = urlsplit(url)
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise Refused(f"{url} is not an http or https address.")
    port = parts.port or (443 if parts.scheme == "https" else 80)
    if _is_allowed(parts.hostname, allow):
        return
    if port not in PORTS:
        raise Refused(f"{url} asks for port {port}, which the desk does not visit.")
    try:
        address = ipaddress.ip_address(parts.hostname)
    except ValueError:
        return  # a name: the guard checks what it resolves to
    _check_address(str(address), parts.hostname, allow)


def _check_address(address: str, host: str, allow: tuple[str, ...]) -> None:
    found = ipaddress.ip_address(address.partition("%")[0])
    if _is_allowed(host, allow) or _is_allowed(str(found), allow):
        return
    if (
        not found.is_global
        or found.is_multicast
        or any(found in network for network in _TRANSLATED if network.version == found.version)
    ):
        raise Refused(
            f"{host} leads to {found}, which is not on the public internet. Add it to egress_allow in settings.toml if it is yours."
        )


def _is_allowed(host: str, allow: tuple[str, ...]) -> bool:
    for one in allow:
        if host == one:
            return True
        try:
            if ipaddress.ip_address(host) in ipaddress.ip_network(one, strict=False):
                return True
        except ValueError:
            continue
    return False


class _Guard(AbstractResolver):
    """Resolves a name once and hands on only addresses that may be visited."""

    def __init__(self, allow: tuple[str, ...]) -> None:
        self._allow = allow
        self._inner = ThreadedResolver()

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_INET
    ) -> list[ResolveResult]:
        """The addresses of a name; OSError caused by Refused where one of them may not be visited."""
        found = await self._inner.resolve(host, port, family)
        for one in found:
            try:
                _check_address(one["host"], host, self._allow)
            except Refused as refused:
                raise OSError(str(refused)) from refused
        return found

    async def close(self) -> None:
        """Nothing is held."""
        await self._inner.close()
