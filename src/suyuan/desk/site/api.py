"""The API: the same records as the pages, as JSON rows."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from litestar import Request, Response
from litestar.datastructures import State
from litestar.handlers import HTTPRouteHandler

from suyuan.desk.site.answer import Route, Site, handler
from suyuan.desk.site.formats import json
from suyuan.desk.store import Store
from suyuan.records import Article, Citation, Origin, Record, Reprint, Statement, Story, Timex
from suyuan.rows import Row, to_row

LIMIT = 50
MOST = 200
DEPTH = 8
NODES = 2000  # records in one walk

Asked = Request[Any, Any, State]


def number(written: str | None, least: int, most: int, otherwise: int | None = None) -> int:
    """A number from an address, kept within bounds; what is none counts as `otherwise`, or as the least."""
    try:
        return max(least, min(most, int(written or "")))
    except ValueError:
        return least if otherwise is None else otherwise


def refused(status: int, detail: str) -> Response[bytes]:
    """An error as JSON."""
    return Response(json.render({"error": detail, "status": status}), status_code=status, media_type=json.MEDIA_TYPE)


def _answer(answer: Any) -> Response[bytes]:
    return Response(json.render(answer), media_type=json.MEDIA_TYPE, headers={"cache-control": "no-cache"})


def _store(request: Asked) -> Store:
    store: Store = request.app.state.site.store
    return store


def _rows(records: Any) -> list[Row]:
    return [to_row(one) for one in records]


def stories(request: Asked) -> Response[bytes]:
    """Stories, the newest report first: `limit` up to 200, `since` an ISO time with zone."""
    written = request.query_params.get("since")
    try:
        since = datetime.fromisoformat(written) if written else None
    except ValueError:
        return refused(400, f"since={written!r} is not an ISO 8601 time; write it as 2031-06-04T12:00:00+08:00")
    found = _store(request).stories(number(request.query_params.get("limit"), 1, MOST, LIMIT), since)
    return _answer({"stories": _rows(found)})


def story(request: Asked) -> Response[bytes]:
    """A story with its claims, what stands behind each, its families of reprints."""
    story_id: str = request.path_params["story_id"]
    store = _store(request)
    found = store.get(Story, story_id)
    if found is None:
        return refused(404, f"There is no story {story_id}; /api/v1/stories lists them")
    return _answer(
        {
            "story": to_row(found),
            "claims": [
                {"claim": to_row(claim), "corroboration": to_row(ground)} for claim, ground in store.claims(found.id)
            ],
            "origins": _rows(store.about(Origin, found.articles)),
            "reprints": _rows(store.about(Reprint, found.articles)),
        }
    )


def article(request: Asked) -> Response[bytes]:
    """An article with all that was found in it."""
    article_id: str = request.path_params["article_id"]
    store = _store(request)
    found = store.get(Article, article_id)
    if found is None:
        return refused(404, f"There is no article {article_id}; /api/v1/search finds them")
    in_story = store.story_of(found.id)
    return _answer(
        {
            "article": to_row(found),
            "story": in_story.id if in_story else None,
            "statements": _rows(store.about(Statement, (found.id,))),
            "timexes": _rows(store.about(Timex, (found.id,))),
            "citations": _rows(store.about(Citation, (found.id,))),
            "reprints": _rows(store.about(Reprint, (found.id,))),
        }
    )


def search(request: Asked) -> Response[bytes]:
    """What a search found: `q`, `limit` up to 200, `offset`."""
    store, asked = _store(request), request.query_params.get("q", "")[:200]
    limit = number(request.query_params.get("limit"), 1, MOST, LIMIT)
    total, hits = (
        store.search(asked, limit, number(request.query_params.get("offset"), 0, 100_000)) if asked.strip() else (0, ())
    )
    articles = {one.id: one for one in store.articles(hit.article for hit in hits)}
    found = [
        {
            "article": hit.article, "title": articles[hit.article].title, "outlet": articles[hit.article].outlet,
            "published": articles[hit.article].published, "url": articles[hit.article].url, "spans": hit.spans,
        }
        for hit in hits if hit.article in articles
    ]  # fmt: skip
    return _answer({"query": asked, "total": total, "hits": found})


def why(request: Asked) -> Response[bytes]:
    """The walk from a record back to the pages."""
    record_id: str = request.path_params["record_id"]
    store = _store(request)
    found = store.find(record_id)
    if found is None:
        return refused(404, f"There is no record {record_id}")
    return _answer(_walk(store, found, set(), DEPTH))


def _walk(store: Store, record: Record, shown: set[str], depth: int) -> Row:
    is_repeated = record.id in shown
    shown.add(record.id)
    step, version = store.made_by(record.id) or (None, None)
    node: Row = {"kind": type(record).__name__, "id": record.id, "step": step, "version": version}
    if is_repeated or len(shown) > NODES:
        return node
    sources = (store.find(one) for one in store.made_from(record.id)) if depth else ()
    return node | {
        "record": to_row(record),
        "made_from": [_walk(store, one, shown, depth - 1) for one in sources if one is not None],
    }


ROUTES = (
    ("/api/v1/stories", stories),
    ("/api/v1/story/{story_id:str}", story),
    ("/api/v1/article/{article_id:str}", article),
    ("/api/v1/search", search),
    ("/api/v1/why/{record_id:str}", why),
)
"""Every address of the API."""


def handlers(site: Site) -> list[HTTPRouteHandler]:
    """The addresses as the application takes them."""
    return [handler(Route(path=path, answer=answer), site.store) for path, answer in ROUTES]
