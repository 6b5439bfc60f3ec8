"""The site as an application: addresses, errors. `create` makes it, `serve` runs it."""

from __future__ import annotations

import gc
import os
import socket
import sys
from contextlib import closing
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import msgspec
from litestar import Litestar, Response
from litestar.datastructures import State
from litestar.exceptions import HTTPException

from suyuan.desk import settings
from suyuan.desk.errors import DeskBusy, DeskError
from suyuan.desk.pictures import Cache
from suyuan.desk.reader import NetworkReader
from suyuan.desk.reader import of as second_reader
from suyuan.desk.settings import Settings
from suyuan.desk.site import (
    api,
    entrance,
    exports,
    feeds,
    guard,
    hubs,
    live,
    marking,
    pages,
    pictures,
    reader,
    watching,
)
from suyuan.desk.site.answer import LONGEST_FORM, Asked, Site, handler, language_of, missing, page
from suyuan.desk.site.formats import html
from suyuan.desk.site.gallery import Gallery
from suyuan.desk.store import Store
from suyuan.desk.store.access import Access
from suyuan.desk.store.marks import Marks
from suyuan.desk.store.shelf import Shelf
from suyuan.desk.store.subscriptions import Subscriptions
from suyuan.desk.words import LANGUAGES, words
from suyuan.outlets import Directory, packaged

SWITCH = (
    0.0005  # seconds that a long answer holds the interpreter while a page waits for it, as it does after every query
)
FOLDER = "SUYUAN_SITE_DESK"
NOW = "SUYUAN_SITE_NOW"
HOSTS = "SUYUAN_SITE_HOSTS"
"""How `serve` tells the process that answers which desk is shown, as of when, under which names."""

ROUTES = (
    *pages.PAGES,
    *feeds.ROUTES,
    *exports.ROUTES,
    *marking.ROUTES,
    *watching.ROUTES,
    *pictures.ROUTES,
    *entrance.ROUTES,
    *reader.ROUTES,
)
"""Every address of the site, beside those of the API."""


def create(
    folder: Path,
    *,
    now: datetime | None = None,
    outlets: Directory | None = None,
    zone: str = "Asia/Shanghai",
    chosen: Settings | None = None,
) -> Litestar:
    """The site of the desk in a folder, by the settings that were chosen."""
    chosen = chosen or Settings()
    site = Site(
        store=Store(folder, readonly=True),
        marks=Marks(folder),
        subscriptions=Subscriptions(folder),
        access=Access(folder),
        shelf=Shelf(folder),
        rules=guard.rules(chosen),
        outlets=outlets or packaged(),
        zone=ZoneInfo(zone),
        at=now,
        watches=chosen.watch.is_on,
        gallery=_gallery(folder, chosen),
        claims_reader=_claims_reader(folder, chosen),
    )
    for language in LANGUAGES:
        html.environment(language)  # words and templates are read at the start, not by the first reader
    return Litestar(
        route_handlers=[
            *(handler(route, site.store) for route in ROUTES),
            *entrance.HANDLERS,
            *reader.HANDLERS,
            *live.HANDLERS,
            *pictures.HANDLERS,
            *watching.HANDLERS,
            *hubs.HANDLERS,
            *api.HANDLERS,
        ],
        state=State({"site": site}),
        middleware=[guard.gate(site.rules, site.access)],
        before_send=[guard.harden],
        exception_handlers={HTTPException: _refused, DeskError: _failed, Exception: _failed},
        openapi_config=api.DESCRIPTION,
        request_max_body_size=LONGEST_FORM,
        on_shutdown=[site.close],
    )


def _claims_reader(folder: Path, chosen: Settings) -> NetworkReader | None:
    """What the second reader has said of claims, for a story of the past; a page waits for no answer."""
    return (
        second_reader(chosen.second_reader, chosen.egress, folder, asks=False) if chosen.second_reader.claims else None
    )


def _gallery(folder: Path, chosen: Settings) -> Gallery | None:
    if not chosen.pictures.is_on:
        return None
    return Gallery(Cache(folder, chosen.pictures.megabytes * 1024 * 1024), chosen.egress)


def from_environment() -> Litestar:
    """The site that `serve` asked for."""
    sys.setswitchinterval(SWITCH)
    at = os.environ.get(NOW)
    folder = Path(os.environ[FOLDER])
    found = settings.read(folder)
    names = (*found.hosts, *os.environ.get(HOSTS, "").split())
    # A desk whose clock stands watches nothing.
    watch = msgspec.structs.replace(found.watch, is_on=found.watch.is_on and not at)
    made = create(
        folder,
        now=datetime.fromisoformat(at) if at else None,
        outlets=settings.directory(folder),
        chosen=msgspec.structs.replace(found, hosts=names, watch=watch),
    )
    # Pages make many small things and hardly any cycle: looking for these over all that is loaded took 50 ms at a time.
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 20, 100)
    return made


def serve(folder: Path, host: str = "127.0.0.1", port: int = 8000, *, now: datetime | None = None) -> None:
    """Show a desk until stopped; DeskBusy where the port is taken, DeskNotFound where there is no desk."""
    from granian.constants import Interfaces  # half a second that no other command should pay
    from granian.server import Server

    Store(folder, readonly=True).close()
    check_port(host, port)
    check_access(folder, host)
    marking.settle_desk(folder)
    os.environ |= {FOLDER: str(folder.resolve()), NOW: now.isoformat() if now else "", HOSTS: host}
    Server(
        f"{__name__}:{from_environment.__name__}", factory=True, address=host, port=port, interface=Interfaces.ASGI, workers=1,
        websockets=False, log_enabled=False,
    ).serve()  # fmt: skip


def check_access(folder: Path, host: str) -> None:
    """DeskError where the desk would be open to others than the one at its machine."""
    with closing(Access(folder)) as access:
        guard.check(host, settings.read(folder), access)


def check_port(host: str, port: int) -> None:
    """DeskBusy where a port cannot be listened on."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family) as trial:
        trial.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            trial.bind((host, port))
        except OSError as error:
            raise DeskBusy(
                f"Port {port} of {host} cannot be used ({error.strerror}). Stop what uses it, or choose another with --port."
            ) from error


# ── errors ───────────────────────────────────────────────────────────────────────────────────────


def _refused(request: Asked, error: HTTPException) -> Response[bytes]:
    if _is_program(request):
        return api.refused(error.status_code, api.reason(request, error))
    if error.status_code == 404:
        return missing(request, "page", request.scope["path"])
    return page(request, "error.html", {"status": error.status_code, "detail": error.detail}, error.status_code)


def _failed(request: Asked, error: Exception) -> Response[bytes]:
    if not isinstance(error, DeskError):
        request.app.get_logger().exception("page %s failed", request.scope["path"], exc_info=error)
    detail = str(error) if isinstance(error, DeskError) else type(error).__name__
    if _is_program(request):
        return api.refused(500, detail)
    return page(request, "error.html", {"status": 500, "detail": words(language_of(request)).told(detail)}, 500)


def _is_program(request: Asked) -> bool:
    return request.scope["path"].startswith("/api/")
