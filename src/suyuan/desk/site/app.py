"""The site as an application: addresses, languages, errors. `create` makes it, `serve` runs it."""

from __future__ import annotations

import os
import socket
from collections.abc import Callable, Collection
from dataclasses import dataclass, field
from datetime import UTC, datetime
from hashlib import blake2b
from importlib.resources import files
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from litestar import Litestar, Request, Response
from litestar.datastructures import Cookie, State
from litestar.enums import HttpMethod
from litestar.exceptions import HTTPException
from litestar.handlers import HTTPRouteHandler

from suyuan.desk import settings
from suyuan.desk.errors import DeskBusy, DeskError
from suyuan.desk.site import api, guard
from suyuan.desk.site.formats import FORMATS, atom, html
from suyuan.desk.site.recent import Recent
from suyuan.desk.site.views import article as article_view
from suyuan.desk.site.views import front as front_view
from suyuan.desk.site.views import kept as kept_view
from suyuan.desk.site.views import listing
from suyuan.desk.site.views import story as story_view
from suyuan.desk.site.views import why as why_view
from suyuan.desk.site.views.parts import numbers, story_articles
from suyuan.desk.store import Store
from suyuan.desk.words import LANGUAGES, wanted, words
from suyuan.outlets import Directory, packaged
from suyuan.records import Article, Origin, Story

FOLDER = "SUYUAN_SITE_DESK"
NOW = "SUYUAN_SITE_NOW"
HOSTS = "SUYUAN_SITE_HOSTS"
"""How `serve` tells the process that answers which desk is shown, as of when, under which names."""

FEED_STORIES = 30

# How old an answer may be that takes longer to find than a page may take, in seconds.
FRONT_AGE = 10
TOTALS_AGE = 30
RELATED_AGE = 300
YEAR = 365 * 24 * 3600


Asked = Request[Any, Any, State]
Answer = Callable[[Asked], Response[bytes]]


@dataclass(frozen=True)
class Site:
    """What every page is made from."""

    store: Store
    outlets: Directory
    zone: ZoneInfo
    at: datetime | None
    recent: Recent = field(default_factory=Recent)

    @property
    def now(self) -> datetime:
        """The moment that pages are made for: a fixed one for a desk of the past, else the clock's."""
        return self.at or datetime.now(UTC)


def create(
    folder: Path,
    *,
    now: datetime | None = None,
    outlets: Directory | None = None,
    zone: str = "Asia/Shanghai",
    hosts: Collection[str] = (),
) -> Litestar:
    """The site of the desk in a folder."""
    site = Site(store=Store(folder, readonly=True), outlets=outlets or packaged(), zone=ZoneInfo(zone), at=now)
    for language in LANGUAGES:
        html.environment(language)  # words and templates are read at the start, not by the first reader
    return Litestar(
        route_handlers=[_route(path, answer, site.store) for path, answer in (*PAGES, *api.ROUTES)],
        state=State({"site": site}),
        middleware=[guard.only_hosts(hosts)],
        before_send=[guard.harden],
        exception_handlers={HTTPException: _refused, DeskError: _failed, Exception: _failed},
        openapi_config=None,
        on_shutdown=[site.store.close],
    )


def _route(path: str, answer: Answer, store: Store) -> HTTPRouteHandler:
    def from_one_state(request: Asked) -> Response[bytes]:
        # The worker writes while a page is made; all that the page reads is of one moment.
        with store.db:
            made = answer(request)
        return made  # noqa: RET504 — by its type the block above might swallow an exception

    return HTTPRouteHandler(path, http_method=[HttpMethod.GET, HttpMethod.HEAD], sync_to_thread=False)(from_one_state)


def from_environment() -> Litestar:
    """The site that `serve` asked for."""
    at = os.environ.get(NOW)
    hosts = os.environ.get(HOSTS, "").split()
    folder = Path(os.environ[FOLDER])
    return create(
        folder, now=datetime.fromisoformat(at) if at else None, outlets=settings.directory(folder), hosts=hosts
    )


def serve(
    folder: Path, host: str = "127.0.0.1", port: int = 8000, *, now: datetime | None = None, hosts: Collection[str] = ()
) -> None:
    """Show a desk until stopped; DeskBusy where the port is taken, DeskNotFound where there is no desk."""
    from granian.constants import Interfaces  # half a second that no other command should pay
    from granian.server import Server

    Store(folder, readonly=True).close()
    check_port(host, port)
    os.environ |= {FOLDER: str(folder.resolve()), NOW: now.isoformat() if now else "", HOSTS: " ".join({host, *hosts})}
    Server(
        f"{__name__}:{from_environment.__name__}", factory=True, address=host, port=port, interface=Interfaces.ASGI, workers=1,
        websockets=False, log_enabled=False,
    ).serve()  # fmt: skip


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


# ── answers ──────────────────────────────────────────────────────────────────────────────────────


def site_of(request: Asked) -> Site:
    """What the pages of this application are made from."""
    site: Site = request.app.state.site
    return site


def language_of(request: Asked) -> str:
    """The language that the reader wants."""
    return wanted(request.query_params.get("lang"), request.cookies.get("lang"), request.headers.get("accept-language"))


def page(request: Asked, template: str, view: Any, status: int = 200) -> Response[bytes]:
    """A view as a page in the reader's language."""
    site, language = site_of(request), language_of(request)
    shown = html.Shown(
        language=language, now=site.now, zone=site.zone, outlets=site.outlets, path=_other_language(request)
    )
    body = html.render(template, view, shown)
    # What the address asks for is remembered; the cookie holds one of two words and nothing about the reader.
    chosen = request.query_params.get("lang") in LANGUAGES
    return Response(
        body,
        status_code=status,
        media_type=html.MEDIA_TYPE,
        headers={
            "content-language": LANGUAGES[language],
            "vary": "accept-language, cookie",
            "cache-control": "no-cache",
        },
        cookies=[Cookie("lang", value=language, max_age=YEAR, httponly=True, samesite="lax")] if chosen else [],
    )


def _other_language(request: Asked) -> str:
    """This page's own address, ready to have a language added. Only query values, so it leads nowhere else."""
    kept = [(name, value) for name, value in request.query_params.multi_items() if name in ("q", "page", "before")]
    return "?" + "".join(f"{name}={html.segment(str(value))}&" for name, value in kept)


def missing(request: Asked, what: str, name: str) -> Response[bytes]:
    """The page for what is not there: `what` is a code that the template has words for."""
    return page(request, "missing.html", {"what": what, "name": name}, 404)


def _refused(request: Asked, error: HTTPException) -> Response[bytes]:
    if request.scope["path"].startswith("/api/"):
        return api.refused(error.status_code, error.detail)
    if error.status_code == 404:
        return missing(request, "page", request.scope["path"])
    return page(request, "error.html", {"status": error.status_code, "detail": error.detail}, error.status_code)


def _failed(request: Asked, error: Exception) -> Response[bytes]:
    if not isinstance(error, DeskError):
        request.app.get_logger().exception("page %s failed", request.scope["path"], exc_info=error)
    detail = str(error) if isinstance(error, DeskError) else type(error).__name__
    if request.scope["path"].startswith("/api/"):
        return api.refused(500, detail)
    return page(request, "error.html", {"status": 500, "detail": detail}, 500)


# ── pages ────────────────────────────────────────────────────────────────────────────────────────


def front(request: Asked) -> Response[bytes]:
    """What is happening."""
    site = site_of(request)
    counts = site.recent.answer("counts", TOTALS_AGE, site.store.counts)
    view = site.recent.answer(
        "front", FRONT_AGE, lambda: front_view.front(site.store, site.outlets, now=site.now, counts=counts)
    )
    return page(request, "front.html", view)


def story(request: Asked) -> Response[bytes]:
    """One story."""
    story_id: str = request.path_params["story_id"]
    store = site_of(request).store
    found = store.get(Story, story_id)
    view = story_view.story(store, found) if found else None
    return page(request, "story.html", view) if view else missing(request, "story", story_id)


def article(request: Asked) -> Response[bytes]:
    """One article."""
    article_id: str = request.path_params["article_id"]
    site = site_of(request)
    found = site.store.get(Article, article_id)
    if found is None:
        return missing(request, "article", article_id)
    related = site.recent.answer(f"related {article_id}", RELATED_AGE, lambda: article_view.related(site.store, found))
    return page(request, "article.html", article_view.article(site.store, found, related))


def outlet(request: Asked) -> Response[bytes]:
    """One outlet's reports."""
    site, name = site_of(request), request.path_params["name"].removeprefix("/")
    total = dict(site.recent.answer("outlets", TOTALS_AGE, site.store.outlets)).get(name, 0)
    view = listing.outlet(
        site.store, name, site.outlets, before=_moment(request.query_params.get("before")), total=total
    )
    return page(request, "outlet.html", view) if view.total or view.known else missing(request, "outlet", view.name)


def speaker(request: Asked) -> Response[bytes]:
    """One speaker's words."""
    name, number = request.path_params["name"].removeprefix("/"), api.number(request.query_params.get("page"), 1, 100)
    view = listing.speaker(site_of(request).store, name, number)
    return page(request, "speaker.html", view) if view.words else missing(request, "speaker", view.name)


def search(request: Asked) -> Response[bytes]:
    """What a search found."""
    asked = request.query_params.get("q", "")[:200]
    return page(
        request,
        "search.html",
        listing.search(site_of(request).store, asked, api.number(request.query_params.get("page"), 1, 1000)),
    )


def why(request: Asked) -> Response[bytes]:
    """From a record back to the pages."""
    record_id: str = request.path_params["record_id"]
    store = site_of(request).store
    found = store.find(record_id)
    return page(request, "why.html", why_view.why(store, found)) if found else missing(request, "record", record_id)


def kept(request: Asked) -> Response[bytes]:
    """What the world sent, as source."""
    page_id: str = request.path_params["page_id"]
    view = kept_view.kept(site_of(request).store, page_id)
    return page(request, "kept.html", view) if view else missing(request, "kept", page_id)


def rejections(request: Asked) -> Response[bytes]:
    """What was turned away."""
    return page(request, "rejections.html", listing.rejections(site_of(request).store))


def about(request: Asked) -> Response[bytes]:
    """What the numbers mean."""
    site = site_of(request)
    counts = site.recent.answer("counts", TOTALS_AGE, site.store.counts)
    outlets = site.recent.answer("outlets", TOTALS_AGE, site.store.outlets)
    return page(request, "about.html", {"counts": counts, "outlets": outlets, "formats": FORMATS})


def feed(request: Asked) -> Response[bytes]:
    """The latest stories for a feed reader."""
    site, chosen = site_of(request), words(language_of(request))
    entries = [atom.Entry(one, _in_numbers(site.store, one, chosen.say)) for one in site.store.stories(FEED_STORIES)]
    base = f"{request.url.scheme}://{request.headers.get('host', '')}"
    return Response(atom.render(entries, base, chosen.say("Suyuan: latest stories")), media_type=atom.MEDIA_TYPE)


def _in_numbers(store: Store, one: Story, say: Any) -> str:
    counted = numbers(story_articles(store, one.articles), store.about(Origin, one.articles))
    template: str = say("%(reports)d reports · %(outlets)d outlets · %(origins)d independent origins")
    return template % {"reports": counted.reports, "outlets": counted.outlets, "origins": counted.origins}


def health(request: Asked) -> Response[bytes]:
    """Whether the desk answers, for a watchman."""
    site_of(request).store.get(Article, "")
    return Response(b"ok\n", media_type="text/plain")


def _moment(written: str | None) -> datetime | None:
    try:
        found = datetime.fromisoformat(written) if written else None
    except ValueError:
        return None
    return found if found and found.tzinfo else None


# ── files ────────────────────────────────────────────────────────────────────────────────────────


def _static() -> dict[str, tuple[bytes, str]]:
    kinds = {"css": "text/css", "js": "text/javascript", "svg": "image/svg+xml"}
    found = files("suyuan.desk.site").joinpath("static").iterdir()
    return {
        file.name: (file.read_bytes(), kinds[file.name.rpartition(".")[2]])
        for file in found
        if file.name.rpartition(".")[2] in kinds
    }


STATIC = _static()
"""The files that pages need, by name: what is not in this list is not served."""

STAMP = blake2b(b"".join(body for body, _ in STATIC.values()), digest_size=4).hexdigest()
for _language in LANGUAGES:
    html.environment(_language).globals["stamp"] = STAMP


def static(request: Asked) -> Response[bytes]:
    """A style sheet, the keyboard script, the mark."""
    name: str = request.path_params["name"]
    if name not in STATIC:
        return missing(request, "page", f"/static/{name}")
    body, kind = STATIC[name]
    return Response(body, media_type=kind, headers={"cache-control": f"public, max-age={YEAR}, immutable"})


PAGES: tuple[tuple[str, Answer], ...] = (
    ("/", front),
    ("/story/{story_id:str}", story),
    ("/article/{article_id:str}", article),
    ("/outlet/{name:path}", outlet),
    ("/speaker/{name:path}", speaker),
    ("/search", search),
    ("/why/{record_id:str}", why),
    ("/kept/{page_id:str}", kept),
    ("/rejections", rejections),
    ("/about", about),
    ("/feed.atom", feed),
    ("/health", health),
    ("/static/{name:str}", static),
)
"""Every address of the site, beside those of the API."""
