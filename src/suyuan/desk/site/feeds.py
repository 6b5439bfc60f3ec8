"""The addresses of the feeds: /feed.atom, /feed/outlet.json?of=…"""

from __future__ import annotations

from types import ModuleType

from litestar import Response

from suyuan.desk.site.answer import Asked, Route, language_of, missing, site_of
from suyuan.desk.site.formats import atom, jsonfeed
from suyuan.desk.site.views.feeds import FEEDS, Wanted
from suyuan.desk.words import words

FORMS: dict[str, ModuleType] = {"atom": atom, "json": jsonfeed}


def latest(request: Asked) -> Response[bytes]:
    """The latest stories."""
    return _feed(request, "latest", request.scope["path"].rpartition(".")[2])


def feed(request: Asked) -> Response[bytes]:
    """A feed by its word: `of` says of what."""
    what, _, form = str(request.path_params["file"]).rpartition(".")
    return _feed(request, what, form)


def _feed(request: Asked, what: str, form: str) -> Response[bytes]:
    site, ask, written = site_of(request), FEEDS.get(what), FORMS.get(form)
    if ask is None or written is None:
        return missing(request, "page", request.scope["path"])
    wanted = Wanted(
        store=site.store, marks=site.marks, outlets=site.outlets, words=words(language_of(request)), now=site.now
    )
    about = request.query_params.get("of", "")[:1000]
    if what == "search":
        about = about or request.scope["query_string"].decode("latin-1")[:1000]
    found = ask(wanted, about)
    if found is None:
        return missing(request, "page", f"{request.scope['path']}?of={about}")
    own = request.scope["path"] + (f"?{query}" if (query := request.scope["query_string"].decode("latin-1")) else "")
    base = f"{request.url.scheme}://{request.headers.get('host', '')}"
    return Response(
        written.render(found, base, own), media_type=written.MEDIA_TYPE, headers={"cache-control": "no-cache"}
    )


ROUTES = (
    Route(path="/feed.atom", answer=latest),
    Route(path="/feed.json", answer=latest),
    Route(path="/feed/{file:str}", answer=feed),
)
