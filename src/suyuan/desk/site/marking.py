"""Marking: forms that set, take back and undo what the owner writes; the page that lists it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from contextlib import closing
from pathlib import Path

from litestar import Response
from litestar.background_tasks import BackgroundTask

from suyuan.desk.site import guard
from suyuan.desk.site.answer import Asked, Form, FormRoute, Route, Site, number, one, page, redirect, refused, site_of
from suyuan.desk.site.entrance import own
from suyuan.desk.site.views import marks as view
from suyuan.desk.store import Store
from suyuan.desk.store.access import Scope as Right
from suyuan.desk.store.marks import LONGEST, Kind, Mark, MarkKind, Marks, anchor, mark, settle
from suyuan.records import Article, Assertion, Claim, CorrectionKind, Place, Record, Statement, Story, Timex

PLACES: dict[Kind, int] = {
    MarkKind.READ: 1,
    MarkKind.STARRED: 1,
    MarkKind.NOTE: 1,
    CorrectionKind.SAME_STORY: 2,
    CorrectionKind.OTHER_STORY: 2,
    CorrectionKind.SAME_CLAIM: 2,
    CorrectionKind.OTHER_CLAIM: 2,
    CorrectionKind.SPEAKER: 1,
    CorrectionKind.SAME_PARTY: 2,
    CorrectionKind.SAME_ROOT: 2,
}
"""What may be marked by a form, and how many places each takes."""

WORDED = frozenset({MarkKind.NOTE, CorrectionKind.SPEAKER, CorrectionKind.SAME_PARTY})
"""What says something in words: with none it is taken back."""

_PASSAGE = re.compile(r"([0-9a-f]{16}):(\d{1,9})-(\d{1,9})")
_ID = re.compile(r"(?<![0-9a-f])[0-9a-f]{16}(?![0-9a-f])")


def marks(request: Asked) -> Response[bytes]:
    """All that the owner wrote, and what was done when."""
    site, before = site_of(request), number(request.query_params.get("before"), 0, 2**62)
    shown = view.marks(
        site.store, site.marks, before=before or None, outcome=request.query_params.get("outcome", "")[:20]
    )
    return page(request, "marks.html", shown)


def set_mark(request: Asked, form: Form) -> Response[bytes]:
    """Set a mark, or (`off`) take it away."""
    site = site_of(request)
    asked = asked_mark(site, one(form, "kind"), form.get("at", ()), one(form, "value"))
    if isinstance(asked, str):
        return refused(request, 400, asked)
    if one(form, "off") or (asked.kind in WORDED and not asked.value):
        site.marks.take(asked.id, guard.visitor_of(request).name, site.now)
    else:
        site.marks.put(asked, guard.visitor_of(request).name)
    return _back(request, form, asked)


def asked_mark(site: Site, kind: str, at: Iterable[str], words: str) -> Mark | str:
    """The mark that is asked for, or the code of what is wrong with it."""
    chosen, value = _KINDS.get(kind), words.strip()
    if chosen is None:
        return "kind"
    if len(value) > LONGEST:
        return "long"
    places = [place for each in at if (place := place_of(site.store, each))]
    if len(places) != PLACES[chosen] or len(set(places)) != len(places):
        return "place"
    return mark(chosen, places, site.now, value=value or None)


_KINDS: dict[str, Kind] = {kind.value: kind for kind in PLACES}


def place_of(store: Store, written: str) -> Place | None:
    """The place that a form names: an id, an address of this desk that ends in one, or a passage ID:START-END."""
    try:
        if found := _PASSAGE.fullmatch(written.strip()):
            article = store.get(Article, found[1])
            return anchor(article, int(found[2]), int(found[3])) if article else None
        ids = _ID.findall(written)
        record = store.find(ids[-1]) if ids else None
        return _anchor(store, record) if record else None
    except ValueError:
        return None


def _anchor(store: Store, record: Record) -> Place | None:
    match record:
        case Article():
            return anchor(record)
        case Story():
            article = store.get(Article, record.headline)
            return anchor(article) if article else None
        case Claim():
            best = store.get(Assertion, record.best)
            return _anchor(store, best) if best else None
        case Statement() | Assertion() | Timex():
            article = store.get(Article, record.article)
            return anchor(article, record.start, record.end) if article else None
        case _:
            return None


def take(request: Asked, form: Form) -> Response[bytes]:
    """Take a mark away by its id."""
    site = site_of(request)
    taken = site.marks.take(one(form, "mark"), guard.visitor_of(request).name, site.now)
    return _back(request, form, taken)


def undo(request: Asked, form: Form) -> Response[bytes]:
    """Undo a deed."""
    site = site_of(request)
    deed = site.marks.deed(number(one(form, "deed"), 0, 2**62))
    outcome = site.marks.undo(deed.n if deed else 0, guard.visitor_of(request).name, site.now)
    return _back(request, {"back": [f"/marks?outcome={outcome.value}#deeds"]}, deed.subject if deed else None)


def keep_search(request: Asked, form: Form) -> Response[bytes]:
    """Keep a search under a name."""
    site, asked, title = site_of(request), one(form, "query")[:1000], one(form, "title").strip()[:100]
    if not asked:
        return refused(request, 400, "place")
    kept = mark(MarkKind.SEARCH, (), site.now, value=asked, title=title or asked)
    site.marks.put(kept, guard.visitor_of(request).name)
    return _back(request, form, kept)


def _back(request: Asked, form: Form, changed: Mark | None) -> Response[bytes]:
    """Back to the page that the form was on."""
    return settle_after(request, redirect(own(one(form, "back"))), changed)


def settle_after(request: Asked, answer: Response[bytes], changed: Mark | None) -> Response[bytes]:
    """What the steps must know is told them after the answer."""
    if changed and isinstance(changed.kind, CorrectionKind):
        answer.background = BackgroundTask(settle_desk, site_of(request).store.folder)
    return answer


def settle_desk(folder: Path) -> None:
    """Hand the corrections of a desk to its steps, on connections of its own: it may wait for the worker."""
    with closing(Marks(folder)) as owned, closing(Store(folder)) as store:
        settle(owned, store)


ROUTES: tuple[Route | FormRoute, ...] = (
    Route(path="/marks", answer=marks, right=Right.MARK),
    FormRoute(path="/mark", does=set_mark),
    FormRoute(path="/marks/take", does=take),
    FormRoute(path="/marks/undo", does=undo),
    FormRoute(path="/search/keep", does=keep_search),
)
