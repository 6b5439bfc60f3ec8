"""How an answer is made: what all are made from, a view as a page in the reader's language, an address with its answer."""

from __future__ import annotations

import re
from asyncio import get_running_loop
from base64 import b64encode
from collections import Counter
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from functools import cached_property
from hashlib import blake2b
from typing import Any
from zoneinfo import ZoneInfo

from litestar import Request, Response
from litestar.datastructures import Cookie, State
from litestar.enums import HttpMethod
from litestar.handlers import HTTPRouteHandler

from suyuan.desk.reader import NetworkReader
from suyuan.desk.site import guard
from suyuan.desk.site.formats import html, json
from suyuan.desk.site.gallery import Gallery
from suyuan.desk.site.recent import Recent
from suyuan.desk.store import Store
from suyuan.desk.store.access import Access
from suyuan.desk.store.access import Scope as Right
from suyuan.desk.store.marks import Marks
from suyuan.desk.store.shelf import Shelf
from suyuan.desk.store.subscriptions import Subscriptions
from suyuan.desk.words import LANGUAGES, wanted
from suyuan.outlets import Directory
from suyuan.records import Span

YEAR = 365 * 24 * 3600
SPAN = re.compile(r"([0-9]{1,9})-([0-9]{1,9})")
LONGEST_FORM = 100_000  # bytes: a note, and what is around it

Asked = Request[Any, Any, State]
Answer = Callable[[Asked], Response[bytes]]
Form = dict[str, list[str]]
Deed = Callable[[Asked, Form], Response[bytes]]


@dataclass(frozen=True)
class Site:
    """What every page is made from."""

    store: Store
    marks: Marks
    subscriptions: Subscriptions
    access: Access
    shelf: Shelf
    rules: guard.Rules
    outlets: Directory
    zone: ZoneInfo
    at: datetime | None
    watches: bool = True  # whether a watcher runs beside it, or is to
    gallery: Gallery | None = None  # None: this desk shows no pictures
    claims_reader: NetworkReader | None = None  # what the second reader said of claims; it is asked nothing here
    recent: Recent = field(default_factory=Recent)
    attempts: guard.Attempts = field(default_factory=guard.Attempts)
    listening: Counter[str] = field(default_factory=Counter)  # pages that wait to hear what came

    @cached_property
    def aside(self) -> Aside:
        """Where answers are made that take longer than the other pages can wait."""
        return Aside(self)

    @property
    def now(self) -> datetime:
        """The moment that pages are made for: a fixed one for a desk of the past, else the clock's."""
        return self.at or datetime.now(UTC)

    def close(self) -> None:
        """Close its files."""
        if "aside" in self.__dict__:
            self.aside.close()
        for one in (self.store, self.marks, self.subscriptions, self.access, self.shelf):
            one.close()


class Aside:
    """One thread with files of its own, in which long answers are made one after the other."""

    def __init__(self, site: Site) -> None:
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="suyuan-aside")
        self._site: Site | None = None
        self._of = site

    async def answer(self, request: Asked, make: Callable[[Asked, Store], Response[bytes]]) -> Response[bytes]:
        """What is made of a request, while others are answered."""
        return await get_running_loop().run_in_executor(self._thread, self._made, request, make)

    def close(self) -> None:
        """End, after what is being made."""
        self._thread.shutdown()
        if self._site is not None:
            self._site.close()

    def _made(self, request: Asked, make: Callable[[Asked, Store], Response[bytes]]) -> Response[bytes]:
        if self._site is None:
            folder = self._of.store.folder
            self._site = replace(
                self._of,
                store=Store(folder, readonly=True),
                marks=Marks(folder),
                subscriptions=Subscriptions(folder),
                access=Access(folder),
                shelf=Shelf(folder),
                recent=Recent(),
            )
        request.scope["state"]["site"] = self._site
        return make(request, self._site.store)


@dataclass(frozen=True, kw_only=True)
class Route:
    """An address, who answers there, and what the asker must be allowed to; `is_long` says when to make it aside."""

    path: str
    answer: Answer
    right: Right | None = Right.READ
    is_long: Callable[[Asked], bool] | None = None


@dataclass(frozen=True, kw_only=True)
class FormRoute:
    """An address where a form of this desk's pages is sent to, and what is done then."""

    path: str
    does: Deed
    right: Right | None = Right.MARK
    largest: int = LONGEST_FORM


def handler(route: Route | FormRoute, store: Store) -> HTTPRouteHandler:
    """The route as Litestar takes it."""
    if isinstance(route, FormRoute):
        return _form_handler(route)

    def from_one_state(request: Asked, store: Store = store) -> Response[bytes]:
        # The worker writes while a page is made; all that the page reads is of one moment.
        with store.db:
            made = _allowed(request, route.right) or etagged(request, route.answer(request))
        return made  # noqa: RET504 — by its type the block above might swallow an exception

    is_long = route.is_long

    async def answered(request: Asked) -> Response[bytes]:
        if is_long is not None and is_long(request):
            return await site_of(request).aside.answer(request, from_one_state)
        return from_one_state(request)

    methods = [HttpMethod.GET, HttpMethod.HEAD]
    return HTTPRouteHandler(route.path, http_method=methods, include_in_schema=False)(answered)


def _form_handler(route: FormRoute) -> HTTPRouteHandler:
    async def done(request: Asked) -> Response[bytes]:
        form = await read_form(request)
        if refusal := _allowed(request, route.right):
            return refusal
        if not guard.is_own_form(request, one(form, "form")):
            return refused(request, 403, "form")
        return route.does(request, form)

    return HTTPRouteHandler(
        route.path, http_method=[HttpMethod.POST], include_in_schema=False, status_code=200,
        request_max_body_size=route.largest,
    )(done)  # fmt: skip


async def read_form(request: Asked) -> Form:
    """The fields of a form; of a file what it holds, in base64."""
    form: Form = {}
    for name, value in (await request.form()).multi_items():
        written = value if isinstance(value, str) else b64encode(await value.read()).decode()
        form.setdefault(name, []).append(written)
    return form


def one(form: Form, name: str) -> str:
    """A field of a form, the last where it was sent more than once; empty where it was not."""
    return form.get(name, [""])[-1]


def _allowed(request: Asked, right: Right | None) -> Response[bytes] | None:
    if right is None or guard.visitor_of(request).may(right):
        return None
    return refused(request, 403, right.value)


def refused(request: Asked, status: int, why: str) -> Response[bytes]:
    """What was not done, and why: a code that the page has words for."""
    return page(request, "error.html", {"status": status, "detail": why}, status)


def etagged(request: Asked, answer: Response[bytes]) -> Response[bytes]:
    """An answer that says which version it is, and is not sent again to who has it."""
    content = answer.content
    if answer.status_code != 200 or not isinstance(content, bytes) or "etag" in answer.headers:
        return answer
    tag = f'"{blake2b(content, digest_size=8).hexdigest()}"'
    if tag in request.headers.get("if-none-match", ""):
        kept = {name: value for name, value in answer.headers.items() if name in ("cache-control", "vary")}
        return Response(b"", status_code=304, headers={**kept, "etag": tag})
    answer.headers["etag"] = tag
    return answer


def site_of(request: Asked) -> Site:
    """What the pages of this application are made from."""
    site: Site = request.scope["state"].get("site") or request.app.state.site
    return site


def language_of(request: Asked) -> str:
    """The language that the reader wants."""
    return wanted(request.query_params.get("lang"), request.cookies.get("lang"), request.headers.get("accept-language"))


def shown(request: Asked) -> html.Shown:
    """To whom, and from where, a page is shown."""
    site = site_of(request)
    return html.Shown(
        language=language_of(request),
        now=site.now,
        zone=site.zone,
        outlets=site.outlets,
        path=_other_language(request),
        visitor=request.scope["state"].get("visitor"),
    )


def page(request: Asked, template: str, view: Any, status: int = 200) -> Response[bytes]:
    """A view as a page in the reader's language."""
    language = language_of(request)
    body = html.render(template, view, shown(request))
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
    kept = [(name, value) for name, value in request.query_params.multi_items() if name in KEPT]
    return "?" + "".join(f"{name}={html.segment(str(value))}&" for name, value in kept)


KEPT = ("q", "of", "page", "before", "after", "outlet", "speaker", "standing", "since", "until", "sort")


def missing(request: Asked, what: str, name: str) -> Response[bytes]:
    """The page for what is not there: `what` is a code that the template has words for."""
    return page(request, "missing.html", {"what": what, "name": name}, 404)


def redirect(path: str, status: int = 303) -> Response[bytes]:
    """Lead on to another page of this desk."""
    return Response(b"", status_code=status, headers={"location": path})


def number(written: str | None, least: int, most: int, otherwise: int | None = None) -> int:
    """A number from an address, kept within bounds; what is none counts as `otherwise`, or as the least."""
    try:
        return max(least, min(most, int(written or "")))
    except ValueError:
        return least if otherwise is None else otherwise


def moment(written: str | None) -> datetime | None:
    """A moment from an address; None for what is none, or has no zone."""
    try:
        found = datetime.fromisoformat(written) if written else None
    except ValueError:
        return None
    return found if found and found.tzinfo else None


def span(written: str | None) -> Span | None:
    """A passage from an address, as offsets into a text: 120-150. None for what is none."""
    found = SPAN.fullmatch(written or "")
    start, end = map(int, found.groups()) if found else (0, 0)
    return Span(start=start, end=end) if start < end else None


def as_json(answer: Any, status: int = 200) -> Response[bytes]:
    """An answer as JSON."""
    return Response(
        json.render(answer), status_code=status, media_type=json.MEDIA_TYPE, headers={"cache-control": "no-cache"}
    )
