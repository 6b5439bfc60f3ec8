"""The pages that show what the desk knows, and the files that they need."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import UTC, datetime
from hashlib import blake2b
from importlib.resources import files

from litestar import Response

from suyuan.desk.site import guard, ready, visits
from suyuan.desk.site.answer import YEAR, Asked, Route, missing, moment, number, page, redirect, site_of, span
from suyuan.desk.site.formats import FORMATS, html, schemaorg
from suyuan.desk.site.live import newest
from suyuan.desk.site.pictures import wants
from suyuan.desk.site.views import about as about_view
from suyuan.desk.site.views import article as article_view
from suyuan.desk.site.views import dossier, listing, lists
from suyuan.desk.site.views import kept as kept_view
from suyuan.desk.site.views import past as past_view
from suyuan.desk.site.views import story as story_view
from suyuan.desk.site.views import why as why_view
from suyuan.desk.site.views.marks import marked
from suyuan.desk.site.views.subscriptions import unheard, watching
from suyuan.desk.words import LANGUAGES
from suyuan.records import Article, Story

# How old an answer may be that takes longer to find than a page may take, in seconds.
RELATED_AGE = 300
PAST_AGE = 60
WATCHING_AGE = 30  # what is not read for hours is told half a minute later


def front(request: Asked) -> Response[bytes]:
    """What is happening."""
    site = site_of(request)
    view = ready.answer(site, ready.FRONT)
    watched = site.recent.answer(
        f"watching {site.subscriptions.count()}", WATCHING_AGE, lambda: watching(site.subscriptions, site.now)
    )
    here = visits.visit(request, site.now)
    view = replace(view, seen=newest(site), watching=watched, before=here.before)
    answer = page(request, "front.html", view)
    answer.set_cookie(visits.remembered(here, is_secure=guard.is_secure(request)))
    return answer


def story(request: Asked) -> Response[bytes]:
    """One story."""
    story_id: str = request.path_params["story_id"]
    site = site_of(request)
    store = site.store
    found = store.get(Story, story_id)
    if found is None and isinstance(now := store.lives_as(story_id), Story):
        return redirect(f"/story/{now.id}", 301)
    if found is None:
        return missing(request, "story", story_id)
    at = _at(request)
    then = (
        site.recent.answer(
            f"known {story_id} {at.isoformat()}",
            PAST_AGE,
            lambda: past_view.known(store, found, at, site.outlets, site.claims_reader),
        )
        if at
        else None
    )
    silent = (
        ()
        if then
        else site.recent.answer(
            f"unheard {found.id} {site.subscriptions.count()}",
            WATCHING_AGE,
            lambda: unheard(store, site.subscriptions, site.outlets, found, site.now),
        )
    )
    view = story_view.story(store, found, then, silent)
    return page(request, "story.html", view) if view else missing(request, "story", story_id)


_HOUR, _DATE = re.compile(r"\d{2}:\d{2}"), re.compile(r"\d{4}-\d{2}-\d{2}")


def _at(request: Asked) -> datetime | None:
    """The earlier moment that is asked for, in the desk's zone where it names none; None for now."""
    site = site_of(request)
    asked = request.query_params.get("at", "").strip()
    if _HOUR.fullmatch(asked):
        asked = f"{site.now.astimezone(site.zone).date()}T{asked}"  # 18:00: of today
    elif _DATE.fullmatch(asked):
        asked += "T23:59:59"  # a day: all that was known by its end
    try:
        found = datetime.fromisoformat(asked)
        at = (found if found.tzinfo else found.replace(tzinfo=site.zone)).astimezone(UTC)
    except (ValueError, OverflowError):
        return None
    return at if at < site.now else None


def article(request: Asked) -> Response[bytes]:
    """One article."""
    article_id: str = request.path_params["article_id"]
    site = site_of(request)
    found = site.store.get(Article, article_id)
    if found is None:
        return missing(request, "article", article_id)
    related = site.recent.answer(
        f"related {article_id}",
        RELATED_AGE,
        lambda: article_view.related(site.store, site.shelf, found, site.outlets),
    )
    view = article_view.article(site.store, found, related, span(request.query_params.get("words")))
    data = schemaorg.block(
        dossier.of_article(site.store, found), f"{request.url.scheme}://{request.headers.get('host', '')}"
    )
    shows = wants(request) if site.gallery else None
    view = replace(view, marked=marked(site.marks, found), shows_pictures=shows, data=data)
    return page(request, "article.html", view)


def outlet(request: Asked) -> Response[bytes]:
    """One outlet's reports."""
    site, name = site_of(request), request.path_params["name"].removeprefix("/")
    view = listing.outlet(site.store, name, site.outlets, before=moment(request.query_params.get("before")))
    if not view.total:
        return page(request, "outlet.html", view) if view.known else missing(request, "outlet", view.name)
    if "before" not in request.query_params:
        view = replace(view, facts=ready.answer(site, ready.FACTS, name))
    return page(request, "outlet.html", view)


def speaker(request: Asked) -> Response[bytes]:
    """One speaker's words."""
    name, place = request.path_params["name"].removeprefix("/"), number(request.query_params.get("page"), 1, 100)
    view = listing.speaker(site_of(request).store, name, place)
    return page(request, "speaker.html", view) if view.words else missing(request, "speaker", view.name)


def search(request: Asked) -> Response[bytes]:
    """What a search found."""
    site = site_of(request)
    asked = {name: request.query_params.get(name, "")[:200] for name in SEARCHED}
    place = number(request.query_params.get("page"), 1, 1000)
    if asked["of"] == listing.STATEMENTS_OF and asked["q"].strip():
        return page(request, "statements.html", listing.statements(site.store, asked, site.outlets, place))
    heard = [name for name, _ in site.store.outlets()]
    return page(request, "search.html", listing.search(site.store, asked, site.outlets, place, heard=heard))


SEARCHED = ("q", "of", "outlet", "speaker", "standing", "since", "until", "sort")
"""The fields of the search form."""


def stories(request: Asked) -> Response[bytes]:
    """All stories."""
    sort = lists.LARGEST if request.query_params.get("sort") == lists.LARGEST else ""
    place = number(request.query_params.get("page"), 1, 1_000_000)
    return page(request, "stories.html", lists.stories(site_of(request).store, sort, place))


def reports(request: Asked) -> Response[bytes]:
    """All reports."""
    before = moment(request.query_params.get("before"))
    return page(request, "reports.html", lists.reports(site_of(request).store, before=before))


def changes(request: Asked) -> Response[bytes]:
    """All that changed in what is known."""
    site = site_of(request)
    view = lists.changes(site.store, until=site.now, after=request.query_params.get("after"))
    return page(request, "changes.html", view)


def outlets(request: Asked) -> Response[bytes]:
    """All outlets, with what their reports add up to."""
    site = site_of(request)
    view = lists.outlets(site.store, site.outlets, number(request.query_params.get("page"), 1, 1_000_000))
    rows = tuple(replace(one, facts=ready.made(site, ready.FACTS, one.name)) for one in view.outlets)
    return page(request, "outlets.html", replace(view, outlets=rows))


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
    sizes = ready.answer(site, ready.SIZES)
    view = about_view.AboutView(
        counts=site.store.counts(),
        outlets=site.store.outlets(),
        sizes=sizes,
        measured=about_view.measured(),
        formats=FORMATS,
    )
    return page(request, "about.html", view)


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


PAGES: tuple[Route, ...] = (
    Route(path="/", answer=front),
    Route(path="/story/{story_id:str}", answer=story, is_long=lambda request: "at" in request.query_params),
    Route(path="/article/{article_id:str}", answer=article),
    Route(path="/outlet/{name:path}", answer=outlet),
    Route(path="/speaker/{name:path}", answer=speaker),
    Route(path="/search", answer=search),
    Route(path="/stories", answer=stories),
    Route(path="/reports", answer=reports),
    Route(path="/changes", answer=changes),
    Route(path="/outlets", answer=outlets),
    Route(path="/why/{record_id:str}", answer=why),
    Route(path="/kept/{page_id:str}", answer=kept),
    Route(path="/rejections", answer=rejections),
    Route(path="/about", answer=about),
    Route(path="/static/{name:str}", answer=static, right=None),
)
"""Every page that shows what the desk knows."""
