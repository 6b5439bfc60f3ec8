"""The API: the same records as the pages, as JSON rows, described by OpenAPI at /api/openapi.json."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from typing import Annotated, Literal, TypeVar, cast
from urllib.parse import parse_qsl

from litestar import Response, delete, get, post
from litestar.exceptions import HTTPException, ValidationException
from litestar.openapi import OpenAPIConfig, ResponseSpec
from litestar.openapi.plugins import JsonRenderPlugin
from litestar.openapi.spec import Components, SecurityScheme
from litestar.params import FromPath, JSONBody, QueryParameter

from suyuan import __version__
from suyuan.desk.site import guard, shapes
from suyuan.desk.site.answer import Asked, Site, as_json, etagged, site_of
from suyuan.desk.site.marking import asked_mark, settle_after
from suyuan.desk.site.views import changes as change_view
from suyuan.desk.site.views import past
from suyuan.desk.site.views import rows as row_view
from suyuan.desk.store import Hit, Store, browse, names, search
from suyuan.desk.store.access import Scope as Right
from suyuan.desk.store.index import COUNTED
from suyuan.desk.store.marks import Mark, MarkKind
from suyuan.records import (
    KINDS,
    Article,
    Citation,
    CorrectionKind,
    Origin,
    Record,
    Removal,
    Reprint,
    Revision,
    Statement,
    Story,
    Timex,
)
from suyuan.rows import to_row

MOST = 200
DEPTH = 8
NODES = 2000  # records in one walk
HOT_AMONG = 40  # stories that the hot ones are looked for among

T = TypeVar("T")

# ── what may be asked ────────────────────────────────────────────────────────────────────────────

Limit = Annotated[int, QueryParameter(ge=1, le=MOST, description="How many at most.")]
_NEXT = "`next` of the answer before; without it the first."
Cursor = Annotated[str | None, QueryParameter(pattern="^[0-9a-f]{16}$", description=_NEXT)]
TimeCursor = Annotated[str | None, QueryParameter(pattern="^[0-9T:.Z-]{10,40}~[0-9a-f]{16}$", description=_NEXT)]
Explain = Annotated[
    int, QueryParameter(ge=0, le=1, description="1 adds how each record was made: step, version, and out of what.")
]
Moment = Annotated[
    str | None, QueryParameter(max_length=40, format="date-time", description="An ISO 8601 time with its zone.")
]
Id = FromPath[str]
Name = Annotated[str, QueryParameter(min_length=1, max_length=200)]
Chosen = Annotated[str | None, QueryParameter(max_length=200)]


class _Wrong(HTTPException):
    """What was asked cannot be answered; `detail` says why and what to do."""


def _failure(words: str) -> ResponseSpec:
    return ResponseSpec(shapes.Failure, description=words, generate_examples=False)


READING = {
    400: _failure("What was asked is no question: a number out of bounds, a time without a zone, no such kind."),
    401: _failure("The desk asks for a token, or the token is none."),
    403: _failure("The token may not do this."),
}
FINDING = READING | {404: _failure("There is no record with that id.")}


def _moment(written: str | None, name: str) -> datetime | None:
    if written is None:
        return None
    try:
        found = datetime.fromisoformat(written.upper())
        if found.tzinfo:
            return found.astimezone(UTC)
    except (ValueError, OverflowError):
        pass  # told below, as a time without a zone is
    raise _Wrong(f"{name}={written!r} is no time; write it as 2031-06-04T12:00:00+08:00", status_code=400)


# ── how it is answered ───────────────────────────────────────────────────────────────────────────


def refused(status: int, detail: str) -> Response[bytes]:
    """An error as JSON."""
    return as_json({"error": detail, "status": status}, status)


def reason(request: Asked, error: HTTPException) -> str:
    """Why a question is refused: of a parameter that is not as described its name, what is wrong, and its bounds."""
    if not isinstance(error, ValidationException) or not isinstance(error.extra, list):
        return error.detail
    return "; ".join((*(_parameter(request, one) for one in error.extra), "see /api/openapi.json"))


def _parameter(request: Asked, wrong: dict[str, str]) -> str:
    name, message = wrong.get("key", ""), wrong.get("message", "")
    asked = request.route_handler.parsed_fn_signature.parameters.get(name)
    described = asked.kwarg_definition if asked else None
    least, most = getattr(described, "ge", None), getattr(described, "le", None)
    bounds = "" if least is None or most is None else f" (from {least} to {most})"
    return f"{name}: {message}{bounds}"


@contextmanager
def _reading(request: Asked, right: Right = Right.READ) -> Iterator[Store]:
    """The store at one moment, for who may read it and asks for nothing that is not understood."""
    _understood(request)
    if not guard.visitor_of(request).may(right):
        raise _Wrong(f"This needs a token with the scope {right.value}", status_code=403)
    store = site_of(request).store
    with store.db:
        yield store


def _understood(request: Asked) -> None:
    """A misspelt name would be passed over in silence, and the answer be one to another question."""
    known = request.route_handler.parsed_fn_signature.parameters
    given = Counter(name for name, _ in parse_qsl(request.scope["query_string"].decode("latin-1"), True))
    for name, count in given.items():
        if name not in known or count > 1:
            raise _Wrong(f"{name!r} is not asked for here, or once only; see /api/openapi.json", status_code=400)


def _answer(request: Asked, shape: T) -> Response[T]:
    return cast("Response[T]", etagged(request, as_json(shape)))


def _missing(kind: str, record_id: str, where: str) -> _Wrong:
    return _Wrong(f"There is no {kind} {record_id!r}; {where}", status_code=404)


def _explained(store: Store, explain: int, *groups: Iterable[Record]) -> tuple[shapes.Explained, ...]:
    if not explain:
        return ()
    return tuple(_how(store, one) for group in groups for one in group)


def _how(store: Store, one: Record) -> shapes.Explained:
    step, version = store.made_by(one.id) or (None, None)
    return shapes.Explained(
        id=one.id, kind=type(one).__name__, step=step, version=version, made_from=store.made_from(one.id)
    )


# ── stories, articles, speakers, outlets ─────────────────────────────────────────────────────────


@get("/api/v1/stories", responses=READING, sync_to_thread=False)
def stories(
    request: Asked, limit: Limit = 50, since: Moment = None, cursor: TimeCursor = None, explain: Explain = 0
) -> Response[shapes.Stories]:
    """Stories, the newest report first."""
    with _reading(request) as store:
        found = browse.stories(store, limit, since=_moment(since, "since"), cursor=cursor)
        how = _explained(store, explain, found.records)
        return _answer(request, shapes.Stories(stories=found.records, next=found.next, explain=how))


@get("/api/v1/story/{story_id:str}", responses=FINDING)
async def story(request: Asked, story_id: Id, at: Moment = None, explain: Explain = 0) -> Response[shapes.OneStory]:
    """A story with its claims, what stands behind each, its families of reprints; an id it once had will do.

    With `at` as the desk knew it at that moment, weighed again from what it had seen by then.
    """
    moment = _moment(at, "at")
    if moment is None or moment >= site_of(request).now:
        return _story(request, story_id, explain)
    made = await site_of(request).aside.answer(request, lambda asked, _: _story_at(asked, story_id, moment))
    return cast("Response[shapes.OneStory]", made)


def _story(request: Asked, story_id: str, explain: int) -> Response[shapes.OneStory]:
    with _reading(request) as store:
        found = _found_story(store, story_id)
        claims = store.claims(found.id)
        origins, reprints = store.about(Origin, found.articles), store.about(Reprint, found.articles)
        pairs = [one for pair in claims for one in pair]
        return _answer(
            request,
            shapes.OneStory(
                story=found,
                claims=tuple(shapes.Weighed(claim=claim, corroboration=ground) for claim, ground in claims),
                origins=origins,
                reprints=reprints,
                explain=_explained(store, explain, (found,), pairs, origins, reprints),
            ),
        )


def _story_at(request: Asked, story_id: str, moment: datetime) -> Response[bytes]:
    with _reading(request) as store:
        found = _found_story(store, story_id)
        then = past.known(store, found, moment, site_of(request).outlets, site_of(request).claims_reader)
        if then is None:
            raise _missing("story", story_id, "/api/v1/stories lists them")
        seen = tuple(one.id for one in then.articles)
        reprints = (one for one in store.about(Reprint, seen) if {one.copy, one.original} <= set(seen))
        answer = shapes.OneStory(
            story=replace(found, articles=seen),
            claims=tuple(shapes.Weighed(claim=claim, corroboration=ground) for claim, ground in then.claims),
            origins=(),
            reprints=tuple(reprints),
            past=then.past,
        )
        return etagged(request, as_json(answer))


def _found_story(store: Store, story_id: str) -> Story:
    found = store.get(Story, story_id) or store.lives_as(story_id)
    if not isinstance(found, Story):
        raise _missing("story", story_id, "/api/v1/stories lists them")
    return found


@get("/api/v1/articles", responses=READING, sync_to_thread=False)
def articles(
    request: Asked,
    limit: Limit = 50,
    outlet: Chosen = None,
    since: Moment = None,
    cursor: TimeCursor = None,
    explain: Explain = 0,
) -> Response[shapes.Articles]:
    """Articles, the newest first."""
    with _reading(request) as store:
        found = browse.articles(store, limit, outlet=outlet, since=_moment(since, "since"), cursor=cursor)
        how = _explained(store, explain, found.records)
        return _answer(request, shapes.Articles(articles=found.records, next=found.next, explain=how))


@get("/api/v1/article/{article_id:str}", responses=FINDING, sync_to_thread=False)
def article(request: Asked, article_id: Id, explain: Explain = 0) -> Response[shapes.OneArticle]:
    """An article with all that was found in it."""
    with _reading(request) as store:
        found = store.get(Article, article_id)
        if found is None:
            raise _missing("article", article_id, "/api/v1/search finds them")
        own, told = (found.id,), store.story_of(found.id)
        answer = shapes.OneArticle(
            article=found,
            story=told.id if told else None,
            statements=store.about(Statement, own),
            timexes=store.about(Timex, own),
            citations=store.about(Citation, own),
            reprints=store.about(Reprint, own),
            revisions=store.about(Revision, own),
            removal=next(iter(store.about(Removal, own)), None),
            explain=_explained(
                store, explain, (found,), *(store.about(kind, own) for kind in (Statement, Timex, Citation, Reprint))
            ),
        )
        return _answer(request, answer)


@get("/api/v1/speaker", responses=READING, sync_to_thread=False)
def speaker(
    request: Asked, name: Name, limit: Limit = 50, cursor: Cursor = None, explain: Explain = 0
) -> Response[shapes.Statements]:
    """What was reported as said by a name; nothing where nobody of that name is quoted."""
    with _reading(request) as store:
        found = browse.statements(store, name, limit, cursor=cursor)
        how = _explained(store, explain, found.records)
        return _answer(request, shapes.Statements(speaker=name, statements=found.records, next=found.next, explain=how))


@get("/api/v1/outlets", responses=READING, sync_to_thread=False)
def outlets(request: Asked) -> Response[shapes.Outlets]:
    """Every outlet that published something here, most first."""
    with _reading(request) as store:
        found = tuple(shapes.OutletCount(outlet=name, articles=count) for name, count in store.outlets())
        return _answer(request, shapes.Outlets(outlets=found))


@get("/api/v1/changes", responses=READING, sync_to_thread=False)
def changes(request: Asked, limit: Limit = 50, cursor: TimeCursor = None) -> Response[shapes.Changes]:
    """What changed in what is known, newest first."""
    with _reading(request) as store:
        told, following = change_view.listed(store, limit, until=site_of(request).now, cursor=cursor)
        found = tuple(
            shapes.ChangeRow(
                id=one.id,
                at=one.at,
                kind=one.kind,
                text=one.text,
                story=one.story,
                claim=one.claim,
                says=one.says,
                articles=one.every,
            )
            for one in told
        )
        return _answer(request, shapes.Changes(changes=found, next=following))


# ── searching ────────────────────────────────────────────────────────────────────────────────────

Offset = Annotated[int, QueryParameter(ge=0, le=COUNTED, description="How many of the finds to pass over.")]
Sort = Annotated[
    Literal["best", "time"],
    QueryParameter(
        description="The best first, or the newest: then `next` of an answer is the `cursor` of the one after."
    ),
]
Find = Annotated[
    str | None,
    QueryParameter(
        pattern="^-?[0-9]{1,18}$", description="`next` of the answer before, by time; `total` is then that of what is left."
    ),
]  # fmt: skip


Stands = Literal["denied", "disputed", "superseded", "corroborated", "single-origin", "no-origin"]


@get("/api/v1/search", responses=READING, sync_to_thread=False)
def find(
    request: Asked,
    q: Name,
    limit: Limit = 50,
    offset: Offset = 0,
    outlet: Chosen = None,
    speaker: Chosen = None,
    standing: Annotated[Stands | None, QueryParameter()] = None,
    since: Moment = None,
    until: Moment = None,
    sort: Sort = "best",
    cursor: Find = None,
) -> Response[shapes.Found]:
    """The articles that hold every word of `q` and none with a minus before it, narrowed by what else is given."""
    filters = search.Filters(
        outlet=outlet,
        speaker=speaker,
        standing=search.STANDINGS.get(standing or ""),
        since=_moment(since, "since"),
        until=_moment(until, "until"),
    )
    with _reading(request) as store:
        after = int(cursor) if cursor else None
        found = store.search(q, limit, offset, by_time=sort == "time", after=after, filters=filters)
        answer = shapes.Found(
            query=q,
            sought=found.query,
            exact=found.exact,
            total=found.total,
            is_more=found.is_more,
            hits=tuple(map(_hit, found.hits)),
            next=None if found.next is None else str(found.next),
        )
        return _answer(request, answer)


def _hit(hit: Hit) -> shapes.SearchHit:
    one = hit.found
    return shapes.SearchHit(
        article=one.id, title=one.title, outlet=one.outlet, published=one.published, url=one.url, spans=hit.spans
    )


@get("/api/v1/search/statements", responses=READING, sync_to_thread=False)
def find_statements(
    request: Asked,
    q: Name,
    limit: Limit = 50,
    offset: Offset = 0,
    outlet: Chosen = None,
    speaker: Chosen = None,
    since: Moment = None,
    until: Moment = None,
    sort: Sort = "best",
) -> Response[shapes.FoundStatements]:
    """The statements in whose words every word of `q` occurs, and none with a minus before it."""
    filters = search.Filters(
        outlet=outlet, speaker=speaker, since=_moment(since, "since"), until=_moment(until, "until")
    )
    with _reading(request) as store:
        found = store.search_statements(q, limit, offset, by_time=sort == "time", filters=filters)
        return _answer(
            request,
            shapes.FoundStatements(
                query=q,
                sought=found.query,
                exact=found.exact,
                total=found.total,
                is_more=found.is_more,
                statements=found.statements,
            ),
        )


@get("/api/v1/search/names", responses=READING, sync_to_thread=False)
def find_names(request: Asked, q: Name, limit: Limit = 20) -> Response[shapes.FoundNames]:
    """The speakers under any of whose names, and the stories in whose headlines, every word of `q` occurs; or pinyin's initials."""
    with _reading(request) as store:
        speakers = tuple(
            shapes.SpeakerHit(speaker=one.target, called=one.shown, statements=store.heard(one.target))
            for one in names.speakers(store.db, q, limit)
        )
        told = tuple(one for each in names.stories(store.db, q, limit) if (one := store.get(Story, each)))
        return _answer(request, shapes.FoundNames(query=q, speakers=speakers, stories=told))


# ── any record ───────────────────────────────────────────────────────────────────────────────────

LISTED = tuple(name for name in KINDS if name not in ("Page", "FeedItem", "Outlet", "Subscription"))
"""The kinds that the flow makes; pages are kept elsewhere."""


@get("/api/v1/records/{kind:str}", responses=FINDING, sync_to_thread=False)
def records(
    request: Asked, kind: Id, limit: Limit = 50, cursor: Cursor = None, explain: Explain = 0
) -> Response[shapes.Records]:
    """All records of a kind, by id."""
    if kind not in LISTED:
        raise _missing("kind of record", kind, "there are " + ", ".join(LISTED))
    with _reading(request) as store:
        found = browse.records(store, kind, limit, cursor)
        how = _explained(store, explain, found.records)
        rows = tuple(map(to_row, found.records))
        return _answer(request, shapes.Records(kind=kind, records=rows, next=found.next, explain=how))


@get("/api/v1/record/{record_id:str}", responses=FINDING, sync_to_thread=False)
def record(request: Asked, record_id: Id, explain: Explain = 0) -> Response[shapes.OneRecord]:
    """The record with an id, of whatever kind."""
    with _reading(request) as store:
        found = store.find(record_id)
        if found is None:
            raise _missing("record", record_id, "ids change when what a record says changes")
        how = _explained(store, explain, (found,))
        return _answer(request, shapes.OneRecord(kind=type(found).__name__, record=to_row(found), explain=how))


@get("/api/v1/why/{record_id:str}", responses=FINDING, sync_to_thread=False)
def why(request: Asked, record_id: Id) -> Response[shapes.Walk]:
    """The walk from a record back to the pages."""
    with _reading(request) as store:
        found = store.find(record_id)
        if found is None:
            raise _missing("record", record_id, "ids change when what a record says changes")
        return _answer(request, _walk(store, found, set(), DEPTH))


def _walk(store: Store, record: Record, shown: set[str], depth: int) -> shapes.Walk:
    is_repeated = record.id in shown
    shown.add(record.id)
    step, version = store.made_by(record.id) or (None, None)
    kind = type(record).__name__
    if is_repeated or len(shown) > NODES:
        return shapes.Walk(kind=kind, id=record.id, step=step, version=version)
    sources = (store.find(one) for one in store.made_from(record.id)) if depth else ()
    made_from = tuple(_walk(store, one, shown, depth - 1) for one in sources if one is not None)
    return shapes.Walk(kind=kind, id=record.id, step=step, version=version, record=to_row(record), made_from=made_from)


@get("/api/v1/rows/{kind:str}", responses=FINDING, sync_to_thread=False)
def rows(request: Asked, kind: Id, story: Chosen = None, article: Chosen = None) -> Response[shapes.Rows]:
    """Rows in the shapes of `suyuan make`: of a story, of an article, or (neither given) of the newest stories."""
    if kind not in row_view.KINDS:
        raise _missing("kind of row", kind, "there are " + ", ".join(row_view.KINDS))
    with _reading(request):
        asked = _rows_of(site_of(request), story, article)
        return _answer(request, shapes.Rows(kind=kind, rows=tuple(row_view.KINDS[kind](asked))))


def _rows_of(site: Site, story: str | None, article: str | None) -> row_view.Asked:
    store, outlets, now = site.store, site.outlets, site.now
    if article is not None:
        one = store.get(Article, article)
        if one is None:
            raise _missing("article", article, "/api/v1/search finds them")
        told = store.story_of(one.id)
        return row_view.Asked(store, site.shelf, (one,), (told,) if told else (), outlets, now)
    if story is not None:
        found = store.get(Story, story)
        if found is None:
            raise _missing("story", story, "/api/v1/stories lists them")
        return row_view.Asked(store, site.shelf, store.articles(found.articles), (found,), outlets, now)
    newest = store.stories(HOT_AMONG, until=now)
    return row_view.Asked(
        store, site.shelf, store.articles(each for one in newest for each in one.articles), newest, outlets, now
    )


# ── marks ────────────────────────────────────────────────────────────────────────────────────────


@get("/api/v1/marks", responses=READING, sync_to_thread=False)
def marks(request: Asked) -> Response[shapes.MarkRows]:
    """What the owner starred, noted, kept and set right."""
    with _reading(request, Right.MARK):
        kinds = (MarkKind.STARRED, MarkKind.NOTE, MarkKind.SEARCH, *CorrectionKind)
        found = tuple(_mark_row(one) for one in site_of(request).marks.all(*kinds))
        return _answer(request, shapes.MarkRows(marks=found))


def _mark_row(one: Mark) -> shapes.MarkRow:
    return shapes.MarkRow(
        id=one.id, kind=one.kind.value, places=one.places, made=one.made, value=one.value, title=one.title
    )


@post("/api/v1/marks", responses=FINDING, status_code=200, sync_to_thread=False)
def set_mark(request: Asked, data: JSONBody[shapes.MarkAsked]) -> Response[shapes.MarkRow]:
    """Set a mark. Only by a token: what a browser sends by itself is not enough."""
    _by_token(request)
    asked = asked_mark(site_of(request), data.kind, data.at, data.value)
    if isinstance(asked, str):
        raise _Wrong(f"This cannot be marked so ({asked}): see its places and how many there are", status_code=404)
    site_of(request).marks.put(asked, guard.visitor_of(request).name)
    return cast("Response[shapes.MarkRow]", settle_after(request, as_json(_mark_row(asked)), asked))


@delete("/api/v1/marks/{mark_id:str}", responses=FINDING, status_code=200, sync_to_thread=False)
def take_mark(request: Asked, mark_id: Id) -> Response[shapes.MarkRow]:
    """Take a mark away."""
    _by_token(request)
    site = site_of(request)
    taken = site.marks.take(mark_id, guard.visitor_of(request).name, site.now)
    if taken is None:
        raise _missing("mark", mark_id, "/api/v1/marks lists them")
    return cast("Response[shapes.MarkRow]", settle_after(request, as_json(_mark_row(taken)), taken))


def _by_token(request: Asked) -> None:
    _understood(request)
    visitor = guard.visitor_of(request)
    if visitor.way is not guard.Way.TOKEN or not visitor.may(Right.MARK):
        raise _Wrong("This needs a token with the scope mark: suyuan token NAME --scope mark", status_code=403)


HANDLERS = (
    stories, story, articles, article, speaker, outlets, changes, find, find_statements, find_names, records, record, why, rows, marks, set_mark, take_mark,
)  # fmt: skip
"""Every address of the API."""

DESCRIPTION = OpenAPIConfig(
    title="溯源 Suyuan",
    version=__version__,
    description="Records of a news desk as JSON. Spans are [start, end) in characters of an article's text.",
    path="/api",
    render_plugins=[JsonRenderPlugin()],
    components=Components(security_schemes={"token": SecurityScheme(type="http", scheme="bearer")}),
    security=[{"token": []}],
    use_handler_docstrings=True,
)
"""The description that Litestar makes of them, at /api/openapi.json."""
