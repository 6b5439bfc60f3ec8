"""The addresses of the exports: /export/story/ID.csv, /export/article/ID.jsonl, /export/story/ID.zip"""

from __future__ import annotations

from litestar import Response

from suyuan.desk.site.answer import Asked, Route, missing, shown, site_of
from suyuan.desk.site.formats import EXPORTS, evidence
from suyuan.desk.site.views import dossier as view
from suyuan.desk.site.views.dossier import Dossier
from suyuan.desk.store.pages import warc
from suyuan.records import Article, Story

PAGES = 300  # kept pages in one file of evidence


def story(request: Asked) -> Response[bytes]:
    """A story, in the form that the ending names."""
    store, (name, ending) = site_of(request).store, _file(request)
    found = store.get(Story, name) or store.lives_as(name)
    if not isinstance(found, Story):
        return missing(request, "story", name)
    dossier = view.of_story(store, found)
    if ending == evidence.ENDING:
        pages = warc(one for each in dossier.articles[:PAGES] if (one := store.page(each.page)))
        body = evidence.render(evidence.Evidence(dossier, pages, shown(request)), base(request))
        return _sent(body, evidence.MEDIA_TYPE, f"{found.id}.{ending}")
    return _exported(request, dossier, ending)


def article(request: Asked) -> Response[bytes]:
    """An article, in the form that the ending names."""
    store, (name, ending) = site_of(request).store, _file(request)
    found = store.get(Article, name)
    return _exported(request, view.of_article(store, found), ending) if found else missing(request, "article", name)


def _file(request: Asked) -> tuple[str, str]:
    name, _, ending = str(request.path_params["file"]).partition(".")
    return name, ending


def _exported(request: Asked, dossier: Dossier, ending: str) -> Response[bytes]:
    form = next((one for one in EXPORTS if ending == one.ENDING), None)
    if form is None:
        return missing(request, "page", request.scope["path"])
    return _sent(form.render(dossier, base(request)), form.MEDIA_TYPE, f"{dossier.name}.{ending}")


def _sent(body: bytes, kind: str, name: str) -> Response[bytes]:
    headers = {"content-disposition": f'attachment; filename="{name}"', "cache-control": "no-cache"}
    return Response(body, media_type=kind, headers=headers)


def base(request: Asked) -> str:
    """The address of the site, with which links begin."""
    return f"{request.url.scheme}://{request.headers.get('host', '')}"


ROUTES = (
    Route(path="/export/story/{file:str}", answer=story, is_long=lambda _: True),
    Route(path="/export/article/{file:str}", answer=article),
)
