"""Pages that are lists: an outlet's reports, a speaker's words, what a search found, what was turned away."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import lru_cache
from itertools import chain, islice
from urllib.parse import urlencode

from suyuan.desk.site.views import changes
from suyuan.desk.site.views.changes import ChangeLine
from suyuan.desk.site.views.facts import Facts
from suyuan.desk.site.views.feeds import filters
from suyuan.desk.site.views.names import Names, apart, names
from suyuan.desk.site.views.opening import opened, opening
from suyuan.desk.site.views.parts import Line, line, pages_of, stated, time_of, words_at
from suyuan.desk.store import Hit, Store, browse
from suyuan.desk.store import names as names_of
from suyuan.desk.store.search import Filters, excluded, is_left_out, phrases, terms
from suyuan.desk.store.search import spans as find_spans
from suyuan.outlets import Directory
from suyuan.records import (
    COPY,
    Article,
    Hedge,
    Outlet,
    Rejection,
    Reprint,
    SpeakerKind,
    Statement,
    StatementKind,
    Story,
)
from suyuan.text import fold, initials, letters

# 《栖川市防汛条例》, 《船运年鉴》报告: but not 《渡口》作者柳寒秋.
_TITLE = re.compile(r"《.*》(?:等|报告|一书|一文)?")
_LATIN = re.compile(r"[A-Za-z0-9À-ÿ]{2}")

PER_PAGE = 30
STATEMENTS = 60  # of one speaker on a page
AROUND = 28  # characters of context on either side of a find: two lines of a phone
CHANGES = 8  # of what a speaker said
FINDS = 3  # snippets per article
STORIES = 5  # of a page of finds
SPEAKERS = 8
OUTLETS = 6
STATEMENTS_OF = "statements"  # what a search is of, where not of reports
NARROWING = ("outlet", "speaker", "standing", "since", "until")


# ── an outlet ────────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True, kw_only=True)
class OutletLine:
    """One report of an outlet, with the text that it took over."""

    line: Line
    taken: Line | None
    share: float
    is_credited: bool
    reprint: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class OutletView:
    """An outlet's page."""

    name: str
    known: Outlet | None
    total: int
    reports: tuple[OutletLine, ...]
    taken: int  # of the reports shown, how many took text over
    credited: int
    older: datetime | None  # where the next page begins
    facts: Facts | None = None  # of its newest reports; None on the pages of older ones


def outlet(store: Store, name: str, directory: Directory, *, before: datetime | None) -> OutletView:
    """An outlet's reports, newest first, with what each took over from others."""
    found = store.latest(PER_PAGE + 1, before=before, outlet=name)
    shown = found[:PER_PAGE]
    rows = sorted(_outlet_lines(store, shown, directory), key=lambda one: one.line.at, reverse=True)
    return OutletView(
        name=name,
        known=directory.by_name(name) or directory.by_host(name),
        total=store.published(name),
        reports=tuple(rows),
        taken=sum(one.taken is not None for one in rows),
        credited=sum(one.is_credited for one in rows),
        older=stated(shown[-1]) if len(found) > PER_PAGE else None,
    )


def _outlet_lines(store: Store, articles: Iterable[Article], directory: Directory) -> tuple[OutletLine, ...]:
    shown = {one.id: one for one in articles}
    links = [one for one in store.about(Reprint, shown) if one.kind in COPY and one.copy in shown]
    originals = {one.id: line(one) for one in store.articles(sorted({one.original for one in links}))}
    taken: dict[str, Reprint] = {}
    for one in sorted(links, key=lambda each: (each.coverage, each.id)):
        if (other := originals.get(one.original)) and _is_abroad(shown[one.copy], other, directory):
            taken[one.copy] = one
    return tuple(_outlet_line(one, taken.get(one.id), originals) for one in shown.values())


def _is_abroad(article: Article, other: Line, directory: Directory) -> bool:
    """Whether the other is not of the same newsroom: what that runs again it has not taken over."""
    if not article.outlet or not other.outlet:
        return True
    return directory.newsroom(article.outlet) != directory.newsroom(other.outlet)


def _outlet_line(article: Article, reprint: Reprint | None, originals: dict[str, Line]) -> OutletLine:
    if reprint is None or reprint.original not in originals:
        return OutletLine(line=line(article), taken=None, share=0.0, is_credited=False, reprint=None)
    return OutletLine(
        line=line(article),
        taken=originals[reprint.original],
        share=reprint.coverage,
        is_credited=reprint.is_credited,
        reprint=reprint.id,
    )


# ── a speaker ────────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """A statement in one report, without its words."""

    id: str
    line: Line
    kind: StatementKind
    hedge: Hedge
    addressee: str | None
    chain: tuple[str, ...]
    said_on: str | None
    times: int  # reports that have these words of this speaker


@dataclass(frozen=True, slots=True, kw_only=True)
class Words(Said):
    """What a speaker said, in one report."""

    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SpeakerView:
    """A speaker's page."""

    name: str
    roles: tuple[str, ...]
    names: Names
    words: tuple[Words, ...]
    changes: tuple[ChangeLine, ...]  # of the claims that they make
    total: int
    page: int
    pages: int


def speaker(store: Store, name: str, page: int = 1) -> SpeakerView:
    """What was reported as said by this name, newest report first; words that reports repeat stand once, at the earliest."""
    total, shown = store.heard(name), store.speaker(name, STATEMENTS, (page - 1) * STATEMENTS)
    articles = {one.id: one for one in store.articles(dict.fromkeys(one.article for one in shown))}
    words = [_words(group, articles) for group in _alike(shown, articles)]
    return SpeakerView(
        name=name,
        roles=apart(one.role for one in shown if one.role)[:5],
        names=names(store, name, shown),
        words=tuple(sorted(words, key=lambda each: (each.line.at, each.id), reverse=True)),
        changes=changes.of_speaker(store, shown, CHANGES),
        total=total,
        page=page,
        pages=pages_of(total, STATEMENTS),
    )


def _alike(statements: Iterable[Statement], articles: dict[str, Article]) -> Iterable[list[Statement]]:
    """The statements by speaker and words, in the order of the first of each."""
    found: dict[tuple[str | None, str], list[Statement]] = defaultdict(list)
    for one in statements:
        if one.article in articles:
            text = articles[one.article].text
            said = letters("".join(text[span.start : span.end] for span in one.content))
            found[one.speaker and fold(one.speaker), said].append(one)
    return found.values()


def _earliest(group: Iterable[Statement], articles: dict[str, Article]) -> Statement:
    return min(group, key=lambda each: (time_of(articles[each.article]), each.id))


def _at(article: Article, one: Statement) -> Line:
    """The line about the report, opened where the statement stands."""
    return replace(line(article), words=words_at(one.start, one.end))


def _words(group: list[Statement], articles: dict[str, Article]) -> Words:
    one = _earliest(group, articles)
    article = articles[one.article]
    return Words(
        id=one.id, text=opened(article.text[one.start : one.end]), line=_at(article, one), kind=one.kind, hedge=one.hedge,
        addressee=one.addressee, chain=one.chain, said_on=one.said_on, times=len({each.article for each in group}),
    )  # fmt: skip


# ── a search ─────────────────────────────────────────────────────────────────────────────────────


Pieces = tuple[tuple[str, bool], ...]
"""Words in order, each with whether it is what was looked for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Snippet:
    """Words around a find."""

    pieces: Pieces


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """An article that a search found."""

    line: Line
    title: Pieces
    snippets: tuple[Snippet, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """A speaker whom a search names; `called` are the name that was met, where it is not part of his own, and other spellings."""

    name: str
    called: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Quoted(Said):
    """A statement that a search found, in its report."""

    speaker: str | None
    speaker_kind: SpeakerKind
    role: str | None
    text: Pieces


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementsView:
    """What a search among statements found."""

    query: str
    sought: str  # the words that the finds hold, as `Results.query`
    exact: int
    total: int
    is_more: bool
    page: int
    pages: int
    found: tuple[Quoted, ...]
    unread: tuple[str, ...]
    asked: dict[str, str]
    kept: str
    other: str  # the query string that asks for the reports that hold the same words

    @property
    def is_asking(self) -> bool:
        """Whether the query has a word that must occur."""
        return bool(phrases(self.query))

    @property
    def phrase(self) -> str | None:
        """The one word or phrase that is looked for, without its quotes; none where there are several, or some are left out."""
        return _phrase(self.sought)


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchView:
    """What a search found."""

    query: str
    sought: str  # the words that the finds hold, as `Results.query`
    exact: int
    total: int
    is_more: bool  # there are more than the total, which is counted no further
    page: int
    pages: int
    found: tuple[Found, ...]
    stories: tuple[Story, ...]  # whose headlines hold the query, then those that the found ones are told in
    writings: tuple[Person, ...]  # 《…》 among them: what is cited by its title is nobody
    people: tuple[Person, ...]  # whose names hold the query, then those of these reports whose names hold a word of it
    outlets: tuple[str, ...]
    asked: dict[str, str]  # the fields of the form, as they were filled in
    unread: tuple[str, ...]  # those that say nothing that is understood
    kept: str  # the query string that asks for the same again
    other: str  # and the one that asks for the statements that hold the same words

    @property
    def is_asking(self) -> bool:
        """Whether the query has a word that must occur."""
        return bool(phrases(self.query))

    @property
    def phrase(self) -> str | None:
        """The one word or phrase that is looked for, without its quotes; none where there are several, or some are left out."""
        return _phrase(self.sought)


def _phrase(query: str) -> str | None:
    return query.strip(' “”"') if len(terms(query)) == 1 and not excluded(query) else None


def search(
    store: Store, asked: dict[str, str], directory: Directory, page: int = 1, *, heard: Iterable[str] = ()
) -> SearchView:
    """One page of what a search found among reports and by name, of outlets among those `heard` of.

    A search that is narrowed is about reports: what has the name beside it is not. Nothing is asked of the store for an empty query.
    """
    query, kept = asked.get("q", ""), _written({**asked, "of": ""})
    if not query.strip():
        return SearchView(
            query="", sought="", exact=0, total=0, is_more=False, page=1, pages=0, found=(), stories=(), people=(),
            writings=(), outlets=(), asked=asked, unread=_unread(asked), kept=kept, other="",
        )  # fmt: skip
    total, is_more, hits, _, sought, exact = store.search(
        query,
        PER_PAGE,
        (page - 1) * PER_PAGE,
        by_time=asked.get("sort") == "time",
        filters=_narrowed(store, asked, directory),
    )
    if total and not hits:
        return search(store, asked, directory, pages_of(total, PER_PAGE), heard=heard)
    is_by_name = page == 1 and not any(asked.get(name) for name in NARROWING)
    people = _people(store, sought, hits, is_by_name=is_by_name)
    return SearchView(
        query=query,
        sought=sought,
        exact=exact,
        total=total,
        is_more=is_more,
        page=page,
        pages=pages_of(total, PER_PAGE),
        found=tuple(_found(hit.found, hit.spans, sought) for hit in hits),
        stories=_stories(store, sought, hits, is_by_name=is_by_name),
        people=tuple(one for one in people if not _TITLE.fullmatch(one.name))[:SPEAKERS],
        writings=tuple(one for one in people if _TITLE.fullmatch(one.name))[:SPEAKERS],
        outlets=_outlets(query, heard, directory) if is_by_name else (),
        asked=asked,
        unread=_unread(asked),
        kept=kept,
        other=_written({**asked, "of": STATEMENTS_OF}),
    )


def statements(store: Store, asked: dict[str, str], directory: Directory, page: int = 1) -> StatementsView:
    """One page of the statements in whose words every word of a query occurs, of all reports or of those asked for."""
    query = asked.get("q", "")
    found = store.search_statements(
        query,
        PER_PAGE,
        (page - 1) * PER_PAGE,
        by_time=asked.get("sort") == "time",
        filters=replace(_narrowed(store, asked, directory), standing=None),  # claims have one, statements have none
    )
    if found.total and not found.statements:
        return statements(store, asked, directory, pages_of(found.total, PER_PAGE))
    articles = {one.id: one for one in store.articles(dict.fromkeys(one.article for one in found.statements))}
    return StatementsView(
        query=query,
        sought=found.query,
        exact=found.exact,
        total=found.total,
        is_more=found.is_more,
        page=page,
        pages=pages_of(found.total, PER_PAGE),
        found=tuple(_quoted(group, articles, found.query) for group in _alike(found.statements, articles)),
        asked=asked,
        unread=_unread(asked),
        kept=_written({**asked, "standing": ""}),
        other=_written({**asked, "of": ""}),
    )


def _quoted(group: list[Statement], articles: dict[str, Article], query: str) -> Quoted:
    one = _earliest(group, articles)
    article = articles[one.article]
    said = ((span.start, article.text[span.start : span.end]) for span in one.content)
    finds = [(at + start, at + end) for at, text in said for start, end in find_spans(text, query)]
    return Quoted(
        id=one.id, speaker=one.speaker, speaker_kind=one.speaker_kind, role=one.role,
        text=_pieces(article.text, _begin(article.text, one, finds), one.end, finds), line=_at(article, one), kind=one.kind, hedge=one.hedge,
        addressee=one.addressee, chain=one.chain, said_on=one.said_on, times=len({each.article for each in group}),
    )  # fmt: skip


def _begin(text: str, one: Statement, finds: Sequence[tuple[int, int]]) -> int:
    """Where the words of a statement begin in a row, and not behind what was looked for."""
    return min((one.start + opening(text[one.start : one.end]), *(start for start, _ in finds)))


def _written(asked: dict[str, str]) -> str:
    """The fields of the form as a query string, without those left empty."""
    return urlencode({name: value for name, value in asked.items() if value})


def _unread(asked: dict[str, str]) -> tuple[str, ...]:
    """The fields of the form that were filled in with what is no day, or no standing."""
    read = filters(asked)
    said = {"since": read.since, "until": read.until, "standing": read.standing}
    return tuple(name for name, value in said.items() if asked.get(name) and value is None)


def _narrowed(store: Store, asked: dict[str, str], directory: Directory) -> Filters:
    """The filters of the form, an outlet and a speaker under the names that the desk has for them."""
    narrowed = filters(asked)
    if narrowed.outlet and (known := directory.by_name(narrowed.outlet)):
        narrowed = replace(narrowed, outlet=known.name)  # 新华网 typed for 新华社, where the directory says so
    if narrowed.speaker and not store.heard(narrowed.speaker):
        narrowed = replace(narrowed, speaker=next(iter(names_of.called(store.db, narrowed.speaker)), narrowed.speaker))
    return narrowed


def _stories(store: Store, query: str, hits: Iterable[Hit], *, is_by_name: bool) -> tuple[Story, ...]:
    """The stories that a query names, then those that the finds are told in, but what a minus of it leaves out."""
    ids = names_of.stories(store.db, query, STORIES) if is_by_name else ()
    named = (store.get(Story, each) for each in ids)
    told = (store.story_of(hit.article) for hit in hits)
    found: dict[str, Story] = {}
    for one in chain(named, told):
        if len(found) == STORIES:
            break
        if one and not is_left_out(one.title, query):
            found.setdefault(one.id, one)
    return tuple(found.values())


def _people(store: Store, query: str, hits: Iterable[Hit], *, is_by_name: bool) -> tuple[Person, ...]:
    named = names_of.speakers(store.db, query, 2 * SPEAKERS) if is_by_name else ()
    found = {fold(one.target): _person(one) for one in named}
    is_told = is_by_name and len(terms(query)) == 1  # whoever is named by one word is found by name
    said = Counter() if is_told else Counter(browse.heard_in(store, (hit.article for hit in hits)))
    met = (name for name, _ in said.most_common() if find_spans(name, query) and not is_left_out(name, query))
    for name in islice(met, SPEAKERS):
        found.setdefault(fold(name), Person(name=name))
    return tuple(found.values())


def _person(one: names_of.Named) -> Person:
    called = () if fold(one.shown) in fold(one.target) else (one.shown,)
    return Person(name=one.target, called=(*called, *one.spellings))


def _outlets(query: str, heard: Iterable[str], directory: Directory) -> tuple[str, ...]:
    """The outlets that have a name which holds the query, or whose pinyin begins with it."""
    asked = fold(query).strip()
    named = (name for name in heard if any(_is_named(each, asked) for each in _names_of(name, directory)))
    return tuple(islice(named, OUTLETS))


def _names_of(name: str, directory: Directory) -> tuple[str, ...]:
    known = directory.by_name(name)
    return (name, *known.aliases) if known else (name,)


def _is_named(name: str, asked: str) -> bool:
    plain, spelled = _read(name)
    return asked in plain or (len(asked) > 1 and any(one.startswith(asked) for one in spelled))


@lru_cache(maxsize=10_000)
def _read(name: str) -> tuple[str, tuple[str, ...]]:
    """A name of an outlet as it is looked for, and by its pinyin: every search looks at those of all outlets."""
    return fold(name), initials(name)


def _found(article: Article, spans: tuple[tuple[int, int], ...], query: str) -> Found:
    return Found(
        line=line(article),
        title=_pieces(article.title, 0, len(article.title), find_spans(article.title, query)),
        snippets=snippets(article.text, spans),
    )


def snippets(text: str, spans: Iterable[tuple[int, int]]) -> tuple[Snippet, ...]:
    """The first few finds with the words around them; finds close together share a snippet."""
    windows: list[tuple[int, int, list[tuple[int, int]]]] = []
    for start, end in spans:
        begin, close = _whole(text, max(0, start - AROUND), start), _whole(text, min(len(text), end + AROUND), end)
        if windows and begin <= windows[-1][1]:
            windows[-1] = (windows[-1][0], close, [*windows[-1][2], (start, end)])
        elif len(windows) < FINDS:
            windows.append((begin, close, [(start, end)]))
        else:
            break
    return tuple(_snippet(text, *window) for window in windows)


def _whole(text: str, edge: int, find: int) -> int:
    """The edge of a snippet, moved towards the find where it would cut a Latin word."""
    step = 1 if edge < find else -1
    while edge != find and 0 < edge < len(text) and _LATIN.fullmatch(text[edge - 1 : edge + 1]):
        edge += step
    return edge


def _snippet(text: str, begin: int, close: int, finds: list[tuple[int, int]]) -> Snippet:
    before, after = ("…" if begin else "", False), ("…" if close < len(text) else "", False)
    return Snippet(pieces=(before, *_pieces(text, begin, close, finds), after))


def _pieces(text: str, begin: int, close: int, finds: Iterable[tuple[int, int]]) -> Pieces:
    pieces, place = [], begin
    for start, end in finds:
        pieces += [(text[place:start], False), (text[start:end], True)]
        place = end
    pieces.append((text[place:close], False))
    return tuple((words.replace("\n", " "), is_find) for words, is_find in pieces if words)


# ── what was turned away ─────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True, kw_only=True)
class RejectionsView:
    """What the steps turned away, and the faults that they showed."""

    rejections: tuple[Rejection, ...]
    faults: tuple[tuple[str, str, str], ...]


def rejections(store: Store) -> RejectionsView:
    """The newest rejections, and all faults."""
    return RejectionsView(rejections=store.rejections(200), faults=store.faults()[:200])
