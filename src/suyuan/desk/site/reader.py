"""The Google Reader API, as reading apps still speak it: outlets and saved searches are its subscriptions.

An item's number is the article's id, 64 bits either way. What was read or starred is kept with the owner's marks.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from html import escape
from itertools import islice
from typing import Any
from xml.etree.ElementTree import Element, SubElement, tostring

import msgspec
from litestar import Response
from litestar.enums import HttpMethod
from litestar.handlers import HTTPRouteHandler

from suyuan.desk.site import guard
from suyuan.desk.site.answer import Asked, Form, FormRoute, Route, Site, as_json, number, one, read_form, site_of
from suyuan.desk.site.entrance import password_trouble
from suyuan.desk.site.formats.html import outside
from suyuan.desk.site.views.feeds import filters, parse_query
from suyuan.desk.site.views.parts import stated, time_of
from suyuan.desk.store import browse
from suyuan.desk.store.access import Scope as Right
from suyuan.desk.store.marks import Kind, Mark, MarkKind, anchor, mark
from suyuan.desk.store.store import home
from suyuan.records import BODY, Article

PREFIXES = ("", "/api/greader.php")
"""Where apps look for it: at the root, or where FreshRSS has it."""

STATE = "user/-/state/com.google/"
ALL = STATE + "reading-list"
ITEM = "tag:google.com,2005:reader/item/"
OUTLET = "feed/outlet/"
SAVED = "feed/saved/"
MOST = 1000  # items of one answer
BATCH = 100
SCANNED = 5000  # articles looked through for the unread ones of one answer
FOUND = 200  # of a saved search
COUNTED = 1000  # of the newest articles, among which unread ones are counted


# ── who ──────────────────────────────────────────────────────────────────────────────────────────


async def sign_in(request: Asked) -> Response[bytes]:
    """ClientLogin: the desk's password, or a token as the password."""
    site = site_of(request)
    form = await read_form(request) if request.method == "POST" else {}
    given = one(form, "Passwd") or request.query_params.get("Passwd", "")
    if site.access.token(given):
        return _text(f"SID={given}\nLSID={given}\nAuth={given}\n")
    trouble = await password_trouble(request, site, given)
    if trouble:
        return _text("Error=BadAuthentication\n", 429 if trouble == "wait" else 403)
    key = guard.reader_key(site.access)
    return _text(f"SID={key}\nLSID={key}\nAuth={key}\n")


def token(request: Asked) -> Response[bytes]:
    """A word that apps bring back with changes; who they are says the header."""
    return _text(guard.visitor_of(request).name or "reader")


def user(request: Asked) -> Response[bytes]:
    """Who has signed in."""
    name = guard.visitor_of(request).name
    return as_json({"userId": "1", "userName": name, "userProfileId": "1", "userEmail": ""})


def _text(words: str, status: int = 200) -> Response[bytes]:
    return Response(words.encode(), status_code=status, media_type="text/plain")


# ── what there is to read ────────────────────────────────────────────────────────────────────────


def subscriptions(request: Asked) -> Response[bytes]:
    """Outlets and saved searches."""
    site = site_of(request)
    base = _base(request)
    found: list[dict[str, Any]] = [
        {"id": OUTLET + name, "title": name, "categories": [], "url": base, "htmlUrl": base, "iconUrl": ""}
        for name, _ in _outlets(site)
    ]
    found += [
        {"id": SAVED + each.id, "title": each.title, "categories": [], "url": base, "htmlUrl": base, "iconUrl": ""}
        for each in site.marks.all(MarkKind.SEARCH)
    ]
    return as_json({"subscriptions": found})


def _outlets(site: Site) -> tuple[tuple[str, int], ...]:
    return site.recent.answer("outlets", 30, site.store.outlets)


def tags(_request: Asked) -> Response[bytes]:
    """Starring is the one tag there is."""
    return as_json({"tags": [{"id": STATE + "starred", "sortid": "0"}]})


def unread(request: Asked) -> Response[bytes]:
    """How many of the newest articles are unread, by outlet."""
    site = site_of(request)
    newest = site.store.latest(COUNTED)
    have_read = read_among(site, newest)
    counts: dict[str, list[int]] = {}
    for article in newest:
        if article.id not in have_read:
            for stream in (ALL, OUTLET + (article.outlet or "")):
                count = counts.setdefault(stream, [0, 0])
                count[0] += 1
                count[1] = max(count[1], _micro(time_of(article)))
    rows = [{"id": each, "count": n, "newestItemTimestampUsec": str(at)} for each, (n, at) in counts.items()]
    return as_json({"max": COUNTED, "unreadcounts": rows})


def read_among(site: Site, articles: Iterable[Article]) -> set[str]:
    """The ids of those articles that were read, by themselves or with all of their stream."""
    homes = {article.id: home(article) for article in articles}
    read = site.marks.among(MarkKind.READ, homes.values())
    kept = site.marks.among(MarkKind.UNREAD, homes.values())
    until = {each.title: _moment(each.value) for each in site.marks.all(MarkKind.ALL_READ)}
    found = set()
    for article in articles:
        marks = (until.get(ALL), until.get(OUTLET + (article.outlet or "")))
        is_past = any(moment and article.first_seen <= moment for moment in marks)
        if homes[article.id] in read or (is_past and homes[article.id] not in kept):
            found.add(article.id)
    return found


def _moment(written: str | None) -> datetime | None:
    return datetime.fromisoformat(written) if written else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Stream:
    """Which items are asked for."""

    name: str
    count: int = 20
    excludes: frozenset[str] = frozenset()
    is_oldest_first: bool = False
    since: datetime | None = None
    continuation: str | None = None


def _asked(request: Asked, name: str) -> Stream:
    query = request.query_params
    return Stream(
        name=_plain(name or query.get("s", "") or ALL),
        count=number(query.get("n"), 1, MOST, 20),
        excludes=frozenset(_plain(str(each)) for each in query.getall("xt", [])),
        is_oldest_first=query.get("r") == "o",
        since=_second(query.get("ot")),
        continuation=query.get("c") or None,
    )


def _plain(name: str) -> str:
    """An app may write its user's number where a dash will do."""
    return re.sub(r"^user/[^/]+/", "user/-/", name.removeprefix("/"))


def _second(written: str | None) -> datetime | None:
    try:
        return datetime.fromtimestamp(int(written or ""), UTC)
    except (ValueError, OverflowError, OSError):
        return None


def items(site: Site, asked: Stream) -> tuple[list[Article], str | None]:
    """The articles of a stream, and where to go on."""
    excludes_read = STATE + "read" in asked.excludes
    found: list[Article] = []
    ahead = _articles(site, asked)
    while batch := list(islice(ahead, BATCH)):
        passed = read_among(site, batch) if excludes_read else set()
        for article in batch:
            if len(found) == asked.count:
                return _ordered(found, asked), _cursor(found[-1])
            if article.id not in passed and not (asked.since and article.first_seen < asked.since):
                found.append(article)
    return _ordered(found, asked), None


def _ordered(found: list[Article], asked: Stream) -> list[Article]:
    return found[::-1] if asked.is_oldest_first else found


def _articles(site: Site, asked: Stream) -> Iterator[Article]:
    """Newest first, from the continuation on."""
    if asked.name == STATE + "starred":
        yield from _of_addresses(site, (each.places[0].address for each in site.marks.all(MarkKind.STARRED)))
    elif asked.name == STATE + "read":
        yield from _of_addresses(site, (each.places[0].address for each in site.marks.all(MarkKind.READ)))
    elif asked.name.startswith(SAVED):
        kept = site.marks.get(asked.name.removeprefix(SAVED))
        yield from _of_search(site, kept.value) if kept and kept.value else ()
    else:
        outlet = asked.name.removeprefix(OUTLET) if asked.name.startswith(OUTLET) else None
        cursor = asked.continuation
        for _ in range(SCANNED // BATCH):
            page = browse.articles(site.store, BATCH, outlet=outlet, cursor=cursor)
            yield from page.records
            cursor = page.next
            if cursor is None:
                return


def _of_addresses(site: Site, addresses: Iterable[str]) -> Iterator[Article]:
    for address in addresses:
        ids = (address.removeprefix("article:"),) if address.startswith("article:") else site.store.at_address(address)
        yield from site.store.articles(ids[:1])


def _of_search(site: Site, query: str) -> tuple[Article, ...]:
    given = parse_query(query)
    found = site.store.search(given.get("q", ""), FOUND, by_time=True, filters=filters(given))
    return tuple(hit.found for hit in found.hits)


def _cursor(article: Article) -> str:
    return f"{msgspec.to_builtins(stated(article))}~{article.id}"


# ── how it is given ──────────────────────────────────────────────────────────────────────────────


def item_ids(request: Asked) -> Response[bytes]:
    """Only the numbers of the items."""
    found, rest = items(site_of(request), _asked(request, ""))
    refs = [
        {"id": str(_signed(each.id)), "directStreamIds": [], "timestampUsec": str(_micro(each.first_seen))}
        for each in found
    ]
    return as_json({"itemRefs": refs} | ({"continuation": rest} if rest else {}))


def contents(request: Asked) -> Response[bytes]:
    """The items of a stream, whole."""
    site, name = site_of(request), str(request.path_params.get("stream", ""))
    asked = _asked(request, name)
    found, rest = items(site, asked)
    answer = {
        "id": asked.name,
        "title": _title(site, asked.name),
        "direction": "ltr",
        "updated": int(site.now.timestamp()),
    }
    return as_json(answer | {"items": _rows(request, found)} | ({"continuation": rest} if rest else {}))


def item_contents(request: Asked, form: Form) -> Response[bytes]:
    """The items with these numbers."""
    found = site_of(request).store.articles(_ids(form.get("i", ())))
    return as_json({"id": ALL, "direction": "ltr", "items": _rows(request, found)})


def _ids(written: Iterable[str]) -> tuple[str, ...]:
    """The ids of articles from item numbers: in the long form, in hexadecimal, or signed decimal."""
    found = []
    for each in written:
        plain = each.removeprefix(ITEM)
        if re.fullmatch(r"[0-9a-f]{16}", plain) and (plain != each or not plain.isdigit()):
            found.append(plain)
        elif re.fullmatch(r"-?\d{1,20}", plain):
            found.append(f"{int(plain) % 2**64:016x}")
    return tuple(found[:MOST])


def _signed(article_id: str) -> int:
    value = int(article_id, 16)
    return value - 2**64 if value >= 2**63 else value


def _title(site: Site, name: str) -> str:
    if name.startswith(SAVED):
        kept = site.marks.get(name.removeprefix(SAVED))
        return (kept.title if kept else None) or name
    return name.removeprefix(OUTLET).removeprefix(STATE)


def _states(site: Site, articles: Iterable[Article]) -> dict[str, list[str]]:
    """Of each article whether it was read and starred."""
    shown = tuple(articles)
    read = read_among(site, shown)
    starred = site.marks.among(MarkKind.STARRED, [home(each) for each in shown])
    return {
        each.id: (["read"] if each.id in read else ["fresh"]) + (["starred"] if home(each) in starred else [])
        for each in shown
    }


def _rows(request: Asked, articles: Iterable[Article]) -> list[dict[str, Any]]:
    shown = tuple(articles)
    states = _states(site_of(request), shown)
    return [_item(each, states[each.id], _base(request)) for each in shown]


def _item(article: Article, states: list[str], base: str) -> dict[str, Any]:
    here = f"{base}/article/{article.id}"
    return {
        "id": ITEM + article.id,
        "crawlTimeMsec": str(_micro(article.first_seen) // 1000),
        "timestampUsec": str(_micro(article.first_seen)),
        "published": int(time_of(article).timestamp()),
        "updated": int(time_of(article).timestamp()),
        "title": article.title,
        "author": "、".join(article.byline),
        "canonical": [{"href": outside(article.url) or here}],
        "alternate": [{"href": here, "type": "text/html"}],
        "categories": [ALL, *(STATE + each for each in states)],
        "origin": {"streamId": OUTLET + (article.outlet or ""), "title": article.outlet or "", "htmlUrl": base},
        "summary": {"direction": "ltr", "content": _html(article)},
    }


def _html(article: Article) -> str:
    """The article's own words as plain paragraphs: nothing of the page's markup is passed on."""
    texts = (article.text[block.start : block.end] for block in article.blocks if block.kind in BODY)
    return "".join(f"<p>{escape(text)}</p>" for text in texts)


def atom(request: Asked) -> Response[bytes]:
    """A stream as Atom with Google's labels, as some apps read it."""
    site, name = site_of(request), str(request.path_params["stream"])
    asked = _asked(request, name)
    found, rest = items(site, asked)
    states = _states(site, found)
    root = Element(
        "feed", {"xmlns": "http://www.w3.org/2005/Atom", "xmlns:gr": "http://www.google.com/schemas/reader/atom/"}
    )
    SubElement(root, "id").text = f"tag:google.com,2005:reader/{asked.name}"
    SubElement(root, "title").text = _printable(_title(site, asked.name))
    SubElement(root, "updated").text = site.now.isoformat()
    if rest:
        SubElement(root, "gr:continuation").text = rest
    for each in found:
        _entry(SubElement(root, "entry"), each, states[each.id], _base(request))
    body: bytes = tostring(root, encoding="utf-8", xml_declaration=True)
    return Response(body, media_type="application/atom+xml")


def _entry(entry: Element, article: Article, states: list[str], base: str) -> None:
    here = f"{base}/article/{article.id}"
    SubElement(entry, "id", {"gr:original-id": _printable(article.url or here)}).text = ITEM + article.id
    SubElement(entry, "title", type="text").text = _printable(article.title)
    for state in states:
        scheme = "http://www.google.com/reader/"
        SubElement(entry, "category", term=STATE + state, scheme=scheme, label=state)
    SubElement(entry, "published").text = time_of(article).isoformat()
    SubElement(entry, "updated").text = time_of(article).isoformat()
    SubElement(entry, "link", rel="alternate", href=here, type="text/html")
    SubElement(entry, "content", type="html").text = _printable(_html(article))
    SubElement(SubElement(entry, "author"), "name").text = _printable(article.outlet or "溯源")


def _printable(words: str) -> str:
    """Without the control characters that XML cannot hold."""
    return re.sub("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]", "", words)


def _micro(at: datetime) -> int:
    return (at - datetime(1970, 1, 1, tzinfo=UTC)) // timedelta(microseconds=1)


def _base(request: Asked) -> str:
    return f"{request.url.scheme}://{request.headers.get('host', '')}"


# ── what was read and starred ────────────────────────────────────────────────────────────────────


def edit_tag(request: Asked, form: Form) -> Response[bytes]:
    """Read, kept unread, starred or no longer: for one item or many."""
    site, who = site_of(request), guard.visitor_of(request).name
    adds, drops = ({_plain(each).removeprefix(STATE) for each in form.get(name, ())} for name in ("a", "r"))
    for article in site.store.articles(_ids(form.get("i", ()))):
        if "read" in adds:
            site.marks.put(_mark(site, MarkKind.READ, article), who)
        elif "read" in drops or "kept-unread" in adds:
            site.marks.put(_mark(site, MarkKind.UNREAD, article), who)
        if "starred" in adds:
            site.marks.put(_mark(site, MarkKind.STARRED, article), who)
        elif "starred" in drops:
            site.marks.take(_mark(site, MarkKind.STARRED, article).id, who, site.now)
    return _text("OK")


def _mark(site: Site, kind: Kind, article: Article) -> Mark:
    return mark(kind, [anchor(article)], site.now)


def mark_all(request: Asked, form: Form) -> Response[bytes]:
    """A whole stream, up to a moment where one is given."""
    site, name = site_of(request), _plain(one(form, "s") or ALL)
    given = number(one(form, "ts"), 0, 2**62)
    until = _second(str(given // 1_000_000)) if given else None
    who = guard.visitor_of(request).name
    if name == ALL or name.startswith(OUTLET):
        site.marks.put(mark(MarkKind.ALL_READ, (), site.now, title=name, value=(until or site.now).isoformat()), who)
    else:
        for article in items(site, Stream(name=name, count=MOST))[0]:
            site.marks.put(_mark(site, MarkKind.READ, article), who)
    return _text("OK")


# ── where ────────────────────────────────────────────────────────────────────────────────────────

READS: tuple[tuple[str, Callable[[Asked], Response[bytes]]], ...] = (
    ("token", token),
    ("user-info", user),
    ("subscription/list", subscriptions),
    ("tag/list", tags),
    ("unread-count", unread),
    ("stream/items/ids", item_ids),
    ("stream/contents", contents),
    ("stream/contents/{stream:path}", contents),
)
CHANGES: tuple[tuple[str, Callable[[Asked, Form], Response[bytes]], Right], ...] = (
    ("stream/items/contents", item_contents, Right.READ),
    ("edit-tag", edit_tag, Right.MARK),
    ("mark-all-as-read", mark_all, Right.MARK),
)
ROUTES: tuple[Route | FormRoute, ...] = (
    *(Route(path=f"{prefix}/reader/api/0/{path}", answer=answer) for prefix in PREFIXES for path, answer in READS),
    *(
        FormRoute(path=f"{prefix}/reader/api/0/{path}", does=does, right=right)
        for prefix in PREFIXES
        for path, does, right in CHANGES
    ),
    *(Route(path=f"{prefix}/reader/atom/{{stream:path}}", answer=atom) for prefix in PREFIXES),
)
HANDLERS = tuple(
    HTTPRouteHandler(
        f"{prefix}/accounts/ClientLogin",
        http_method=[HttpMethod.GET, HttpMethod.POST],
        include_in_schema=False,
        status_code=200,
    )(sign_in)
    for prefix in PREFIXES
)
