"""A small internet: one process, many host names, a clock that jumps, and weather that a test writes.

It enters through the door's resolver and connector and nowhere else: names resolve to public-looking addresses,
the guard judges those, and only then does the socket lead to the one server here. Time is the event loop's and
jumps to the next thing that waits, so that a month of watching takes as long as its work.
"""

from __future__ import annotations

import asyncio
import selectors
import socket
import ssl
import tempfile
from collections import Counter, defaultdict
from collections.abc import Awaitable, Callable, Coroutine, Mapping
from contextlib import AsyncExitStack
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, TypeVar

from suyuan.desk import egress
from suyuan.desk.settings import Egress

T = TypeVar("T")

BEGIN = datetime(2031, 6, 2, 0, 0, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Request:
    """What a host was asked for."""

    host: str
    path: str
    headers: Mapping[str, str]
    body: bytes = b""
    method: str = "GET"
    is_secure: bool = False


@dataclass(frozen=True, slots=True)
class Reply:
    """What a host answers, and in what weather: after `delay` seconds, cut off after `cut` bytes, `trickle` bytes a second."""

    body: bytes = b""
    status: int = 200
    headers: tuple[tuple[str, str], ...] = ()
    delay: float = 0.0
    cut: int | None = None
    trickle: int | None = None
    raw: bytes | None = None


Answering = Callable[[Request], Reply]
Page = Reply | str | bytes | Answering


def redirect(to: str, status: int = 302) -> Reply:
    """A redirect."""
    return Reply(status=status, headers=(("Location", to),))


@dataclass
class Internet:
    """All hosts there are. `pages[host][path]` is what an address answers; `names` overrides what a name resolves to."""

    pages: dict[str, dict[str, Page]] = field(default_factory=lambda: defaultdict(dict))
    names: dict[str, list[list[str]]] = field(default_factory=dict)
    everywhere: dict[str, Page] = field(default_factory=dict)
    log: list[tuple[float, str, str]] = field(default_factory=list)
    keeps_log: bool = True
    seen: Counter[str] = field(default_factory=Counter)
    at_once: Counter[str] = field(default_factory=Counter)
    most_at_once: int = 0
    shortest_gap: float = float("inf")
    dialled: list[str] = field(default_factory=list)
    certificates: dict[str, ssl.SSLContext] = field(default_factory=dict)
    trust: ssl.SSLContext | None = None
    _last: dict[str, float] = field(default_factory=dict)
    _path: str = ""

    def put(self, url: str, page: Page) -> None:
        """Publish something at an address."""
        host, _, path = url.partition("://")[2].partition("/")
        self.pages[host]["/" + path] = page

    async def resolve(self, host: str) -> list[str]:
        """A name's addresses; each look-up of a name in `names` takes the next answer."""
        if host in self.names:
            answers = self.names[host]
            return answers.pop(0) if len(answers) > 1 else answers[0]
        if host not in self.pages:
            raise OSError(f"{host}: name or service not known")
        number = sum(host.encode()) % 250
        return [f"93.184.{number}.{len(host) % 250 + 1}"]

    def open(self, info: tuple[Any, ...]) -> socket.socket:
        """A socket that leads here wherever it is dialled to."""
        self.dialled.append(info[4][0])
        return _Rerouted(self._path + ("-tls" if info[4][1] == 443 and self.certificates else ""))

    def door(self, rules: Egress = egress.PUBLIC) -> egress.Door:
        """The desk's door, onto this internet."""
        return egress.Door(rules, resolve=self.resolve, open_socket=self.open, trust=self.trust)

    def _shows(self) -> ssl.SSLContext:
        """A server's end of https that shows each host's own certificate."""
        first = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)

        def choose(connection: ssl.SSLObject, name: str | None, _first: ssl.SSLContext) -> None:
            connection.context = self.certificates.get(name or "", first)

        first.sni_callback = choose  # type: ignore[assignment]
        return first

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            is_secure = writer.get_extra_info("sslcontext") is not None
            if (request := await _request(reader, is_secure)) is not None:
                await self._answer(request, writer)
        except (ConnectionError, asyncio.IncompleteReadError):
            pass
        finally:
            writer.close()

    async def _answer(self, request: Request, writer: asyncio.StreamWriter) -> None:
        now = asyncio.get_running_loop().time()
        host = request.host
        if host in self._last:
            self.shortest_gap = min(self.shortest_gap, now - self._last[host])
        self.at_once[host] += 1
        self.most_at_once = max(self.most_at_once, self.at_once[host])
        self.seen[host] += 1
        if self.keeps_log:
            self.log.append((now, host, request.path))
        try:
            await _send(self._reply(request), writer)
        finally:
            self.at_once[host] -= 1
            self._last[host] = asyncio.get_running_loop().time()

    def _reply(self, request: Request) -> Reply:
        path = request.path
        page = self.pages[request.host].get(path, self.everywhere.get(path)) if request.host in self.pages else None
        if page is None:
            page = self.pages.get(request.host, {}).get("*", Reply(b"nothing here", 404))
        if callable(page):
            page = page(request)
        if isinstance(page, str):
            return Reply(page.encode(), headers=(("Content-Type", "text/html; charset=utf-8"),))
        return Reply(page) if isinstance(page, bytes) else page


async def _request(reader: asyncio.StreamReader, is_secure: bool) -> Request | None:
    try:
        begun = await reader.readexactly(1)
        if begun == b"\x16":  # a greeting of https, at a host that speaks none: it answers as if it had been asked
            return Request("", "/", {})
        head = begun + await reader.readuntil(b"\r\n\r\n")
    except asyncio.IncompleteReadError:
        return None
    first, *lines = head.decode("latin-1").split("\r\n")
    method, target, _ = first.split(" ", 2)
    headers = {
        name.strip().lower(): value.strip() for name, _, value in (line.partition(":") for line in lines if line)
    }
    body = await reader.readexactly(int(headers.get("content-length", 0)))
    if target.startswith("http://"):  # as a proxy is asked
        target = "/" + target.partition("://")[2].partition("/")[2]
    return Request(headers.get("host", "").partition(":")[0], target, headers, body, method, is_secure)


async def _send(reply: Reply, writer: asyncio.StreamWriter) -> None:
    if reply.delay:
        await asyncio.sleep(reply.delay)
    if reply.raw is not None:
        writer.write(reply.raw)
        await writer.drain()
        writer.close()
        return
    head = [f"HTTP/1.1 {reply.status} Spoken", f"Content-Length: {len(reply.body)}", "Connection: close"]
    head += [f"{name}: {value}" for name, value in reply.headers]
    writer.write("\r\n".join([*head, "", ""]).encode("utf-8"))
    body = reply.body if reply.cut is None else reply.body[: reply.cut]
    step = reply.trickle or len(body) or 1
    for start in range(0, len(body), step):
        writer.write(body[start : start + step])
        await writer.drain()
        if reply.trickle:
            await asyncio.sleep(1)
    if reply.cut is not None:
        writer.close()
    await writer.drain()


class _Rerouted(socket.socket):
    def __init__(self, path: str) -> None:
        super().__init__(socket.AF_UNIX, socket.SOCK_STREAM)
        self._to = path

    def connect(self, _address: Any) -> None:
        super().connect(self._to)


class _Jumping(selectors.DefaultSelector):
    """Waits for nothing: where no byte is there, the clock jumps to the next timer."""

    def __init__(self) -> None:
        super().__init__()
        self.now = 0.0

    def select(self, timeout: float | None = None) -> Any:
        if timeout is None:
            return super().select(None)
        found = super().select(0)
        if not found and timeout > 0:
            self.now += timeout
        return found


class _Loop(asyncio.SelectorEventLoop):
    def __init__(self) -> None:
        self._clock = _Jumping()
        super().__init__(self._clock)

    def time(self) -> float:
        return self._clock.now


def now() -> datetime:
    """The time in the small world."""
    return BEGIN + timedelta(seconds=asyncio.get_running_loop().time())


def live(internet: Internet, story: Callable[[], Coroutine[Any, Any, T]] | Callable[[], Awaitable[T]]) -> T:
    """Carry out a story on the small internet, in its own time."""

    async def whole(folder: str) -> T:
        internet._path = str(Path(folder) / "wire")
        async with AsyncExitStack() as servers:
            plain = await asyncio.start_unix_server(internet._serve, internet._path, backlog=1000)
            await servers.enter_async_context(plain)
            if internet.certificates:
                secure = await asyncio.start_unix_server(
                    internet._serve, internet._path + "-tls", backlog=1000, ssl=internet._shows()
                )
                await servers.enter_async_context(secure)
            return await story()

    with tempfile.TemporaryDirectory() as folder, asyncio.Runner(loop_factory=_Loop) as runner:
        return runner.run(whole(folder))
