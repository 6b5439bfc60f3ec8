"""A story's page: what is claimed and on what ground, when, who said it, who copied whom."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from suyuan import records, reprints
from suyuan.desk.site.charts import Dot, Edge
from suyuan.desk.site.views import changes
from suyuan.desk.site.views.changes import ChangeLine
from suyuan.desk.site.views.names import apart, shortens
from suyuan.desk.site.views.opening import opened
from suyuan.desk.site.views.parts import (
    ClaimGroup,
    CopyLine,
    Line,
    Numbers,
    claim_groups,
    copies,
    line,
    newsroom_of,
    numbers,
    story_articles,
    story_claims,
    time_of,
    words_at,
)
from suyuan.desk.site.views.past import Known, Past
from suyuan.desk.site.views.saga import Saga, saga
from suyuan.desk.store import Store, browse
from suyuan.records import (
    Article,
    Assertion,
    Hedge,
    Origin,
    Reprint,
    SpeakerKind,
    Statement,
    StatementKind,
    Story,
    StoryKind,
    Timex,
)
from suyuan.reprints import Tally
from suyuan.stories import bare
from suyuan.stories.timeline import Moment, timeline
from suyuan.text import HAN, fold, sentences, written_in

SHOWN_WORDS = 3  # sentences of one speaker before the fold
CHANGES = 12
SHOWN_COPIES = 5  # of one family before the fold
TALLIED = 20  # copies compared word by word for one page; each takes a few milliseconds
LONGEST = 8_000  # characters of two texts that are compared for a line in a list


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """Words that someone said, with where they stand first and in how many reports."""

    id: str
    article: str
    words: str  # the passage, as the end of the address
    text: str
    language: str | None
    kind: StatementKind
    hedge: Hedge
    at: datetime
    outlet: str | None
    chain: tuple[str, ...]
    addressee: str | None
    said_on: str | None
    times: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Speaker:
    """One speaker of a story: the words, longest told first; `name` is None for those nobody can be held to.

    `called` are shorter names that some reports have for him or it, each with the link that says so.
    """

    name: str | None
    called: tuple[tuple[str, str], ...]
    kind: SpeakerKind
    roles: tuple[str, ...]
    said: tuple[Said, ...]
    more: tuple[Said, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Family:
    """Reports that go back to one text; `is_counted`: an independent one, and no further text of a newsroom that has one."""

    id: str
    origin: Origin
    root: Line
    copies: tuple[Member, ...]
    is_counted: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """A report of a family, and how it took the text over where that is known."""

    line: Line
    copy: CopyLine | None
    tally: Tally | None  # what it cut, added and changed, for the first of the list


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryView:
    """All that stands on a story's page."""

    id: str
    kind: StoryKind
    title: str
    language: str | None
    headline: str  # the article that has the title
    headlines: tuple[Line, ...]
    numbers: Numbers
    first: Line
    last: Line
    groups: tuple[ClaimGroup, ...]
    events: tuple[Event, ...]
    speakers: tuple[Speaker, ...]
    families: tuple[Family, ...]
    dots: tuple[Dot, ...]  # the drawing of the families: none where nothing was copied
    edges: tuple[Edge, ...]
    reports: tuple[Line, ...]
    changes: tuple[ChangeLine, ...]
    saga: Saga
    superseded: int  # earlier versions of the reports, not counted among them
    past: Past | None  # the moment whose knowledge is shown, where that is not now
    unheard: tuple[str, ...]  # outlets that usually report with these, and are not heard
    unread: int  # reports in a language that no claims are drawn from


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """One entry of the timeline: a day, or run of days, and the sentence that tells it best."""

    value: str
    text: str
    article: str
    words: str  # the passage, as the end of the address
    language: str | None
    reports: int
    outlets: int
    speaker: str | None
    is_planned: bool
    left_out: int


def story(store: Store, found: Story, then: Known | None = None, unheard: tuple[str, ...] = ()) -> StoryView | None:
    """A story's page, as known today or `then`; none where all its articles were just forgotten."""
    articles = then.articles if then else story_articles(store, found.articles)
    if not articles:
        return None
    claims = then.claims if then else story_claims(store, found)
    ids = [one.id for one in articles]
    origins, statements = store.about(Origin, ids), store.about(Statement, ids)
    copied = copies(store.about(Reprint, ids), articles)
    families = _families(origins, articles, copied)
    headline = next((one for one in articles if one.id == found.headline), articles[0])
    asserted = store.about(Assertion, ids)
    return StoryView(
        id=found.id,
        kind=found.kind,
        title=found.title if headline.id == found.headline else bare(headline.title),
        language=headline.language,
        headline=headline.id,
        headlines=other_headlines(found.title, articles),
        numbers=numbers(articles, origins),
        first=line(articles[0]),
        last=line(articles[-1]),
        groups=claim_groups(claims, articles, asserted, statements),
        events=_events(articles, store.about(Timex, ids), statements, copied),
        speakers=speakers(articles, statements, full_names(store, ids)),
        families=families,
        dots=_dots(families, articles) if copied else (),
        edges=tuple(_edge(one) for one in copied),
        reports=tuple(line(one) for one in articles),
        changes=changes.of_story(store, found, CHANGES, until=then.past.at if then else None),
        saga=saga(store, found),
        superseded=len(found.superseded),
        past=then.past if then else None,
        unheard=unheard,
        unread=unread(articles, asserted),
    )


def unread(articles: Iterable[Article], assertions: Iterable[Assertion]) -> int:
    """How many reports no claims were drawn from because of their language: four English ones may give four tolls."""
    read = {one.article for one in assertions}
    return sum(_is_foreign(one) and one.id not in read for one in articles)


def _is_foreign(one: Article) -> bool:
    """Whether a report is in another language than Chinese; one whose language nothing tells, where it has no Chinese character."""
    return one.language != "zh" if one.language else not written_in(HAN, f"{one.title}{one.text}")


def other_headlines(told: str, articles: Iterable[Article]) -> tuple[Line, ...]:
    """How the others put it than the story is `told`: each wording once, the earliest report of it."""
    seen, found = {fold(told).strip()}, []
    for one in articles:
        title = bare(one.title)
        if (key := fold(title).strip()) not in seen:
            seen.add(key)
            found.append(replace(line(one), title=title))
    return tuple(found)


Full = Mapping[str, tuple[str, str]]
"""The full names of a story's speakers by the short ones, folded, each with the link that says so."""


def full_names(store: Store, ids: Sequence[str]) -> Full:
    """Which short names some articles have for a speaker whom another of them calls by a fuller one."""
    own = {one.id: one for one in store.about(records.Speaker, ids)}
    found: dict[str, dict[str, tuple[str, str]]] = defaultdict(dict)
    for link in browse.same_speakers(store, own):
        if link.a in own and link.b in own:
            short, full = sorted((own[link.a].name, own[link.b].name), key=len)
            if _is_short_of(fold(short), fold(full)):
                found[fold(short)].setdefault(fold(full), (full, link.id))
    return {short: next(iter(each.values())) for short, each in found.items() if len(each) == 1}


def _is_short_of(short: str, full: str) -> bool:
    """Whether a name leaves out what the other has: 最高法院 of 最高人民法院. What only begins so may be a part: 澜海大学医院."""
    if full.startswith(short) and full.removeprefix(short) not in ("公司", "集团"):
        return False
    return short != full and "、" not in full and shortens(short, full)


def speakers(
    articles: Sequence[Article], statements: Iterable[Statement], full: Full | None = None
) -> tuple[Speaker, ...]:
    """Who said what, the most reported speaker first; words that reprints repeat are shown once."""
    told, full = {article.id: article for article in articles}, full or {}
    by_name: dict[tuple[str | None, SpeakerKind], list[Statement]] = defaultdict(list)
    for one in statements:
        # Whom we could not tell apart is not one person: unresolved ones stand together at the end as what they are.
        name = one.speaker and fold(one.speaker)
        if name and name in full:
            name = fold(full[name][0])
        by_name[name, one.speaker_kind if name is None else SpeakerKind.NAMED].append(one)
    found = [_speaker(group, told, full) for group in by_name.values()]
    return tuple(
        sorted(
            found,
            key=lambda each: (
                each.name is None,
                -sum(one.times for one in (*each.said, *each.more)),
                each.name or each.kind,
            ),
        )
    )


def _speaker(statements: list[Statement], articles: dict[str, Article], full: Full) -> Speaker:
    short = {fold(one.speaker): one.speaker for one in statements if one.speaker and fold(one.speaker) in full}
    written = Counter(one.speaker for one in statements if not one.speaker or fold(one.speaker) not in short)
    called = tuple((name, full[key][1]) for key, name in sorted(short.items()))
    words: dict[str, list[Statement]] = defaultdict(list)
    for one in statements:
        words[fold("".join(articles[one.article].text[span.start : span.end] for span in one.content))].append(one)
    said = sorted(
        (_said(group, articles) for group in words.values()), key=lambda each: (-each.times, each.at, each.id)
    )
    name = max(written, key=lambda each: (written[each], each or "")) if written else full[next(iter(short))][0]
    return Speaker(
        name=name,
        called=called,
        kind=statements[0].speaker_kind,
        roles=apart(one.role for one in statements if one.role)[:2],
        said=tuple(said[:SHOWN_WORDS]),
        more=tuple(said[SHOWN_WORDS:]),
    )


def _said(group: list[Statement], articles: dict[str, Article]) -> Said:
    first = min(group, key=lambda one: (time_of(articles[one.article]), one.id))
    article = articles[first.article]
    return Said(
        id=first.id,
        article=article.id,
        words=words_at(first.start, first.end),
        text=opened(article.text[first.start : first.end]),
        language=article.language,
        kind=first.kind,
        hedge=first.hedge,
        at=time_of(article),
        outlet=article.outlet,
        chain=first.chain,
        addressee=next((one.addressee for one in group if one.addressee), None),
        said_on=next((one.said_on for one in group if one.said_on), None),
        times=len({one.article for one in group}),
    )


def _families(origins: Iterable[Origin], articles: Sequence[Article], copied: Iterable[CopyLine]) -> tuple[Family, ...]:
    lines = {article.id: line(article) for article in articles}
    taken = {one.copy.id: one for one in copied}
    found = []
    for origin in origins:
        members = sorted((lines[one] for one in origin.articles if one in lines), key=lambda each: (each.at, each.id))
        root = lines.get(origin.root) or members[0]
        copies_of = tuple(Member(line=one, copy=taken.get(one.id), tally=None) for one in members if one.id != root.id)
        found.append(Family(id=origin.id, origin=origin, root=root, copies=copies_of, is_counted=True))
    in_order = sorted(found, key=lambda each: (-len(each.copies), each.root.at, each.id))
    return _tallied(_counted(in_order), {one.id: one for one in articles})


def _counted(families: Iterable[Family]) -> Iterable[Family]:
    """The families, of those of one newsroom the first as the one that counts."""
    seen: set[str] = set()
    for one in families:
        newsroom = newsroom_of(one.origin)
        yield replace(one, is_counted=newsroom not in seen)
        seen.add(newsroom)


def _tallied(families: Iterable[Family], articles: Mapping[str, Article]) -> tuple[Family, ...]:
    """The families, the first copies of each with what they did to their text."""
    left, told = TALLIED, []
    for family in families:
        shown = min(SHOWN_COPIES, left, len(family.copies))
        left -= shown
        first = tuple(replace(one, tally=_tally(one.copy, articles)) for one in family.copies[:shown])
        told.append(replace(family, copies=(*first, *family.copies[shown:])))
    return tuple(told)


def _tally(one: CopyLine | None, articles: Mapping[str, Article]) -> Tally | None:
    if one is None:
        return None
    copy, original = articles[one.copy.id], articles[one.original.id]
    if len(copy.text) + len(original.text) > LONGEST:
        return None
    return reprints.tally(reprints.diff(copy, original, one.reprint))


def _dots(families: Iterable[Family], articles: Iterable[Article]) -> tuple[Dot, ...]:
    roots = {one.root.id: "root" if one.is_counted else "again" for one in families}
    return tuple(
        Dot(
            id=one.id,
            outlet=one.outlet or "?",
            at=time_of(one),
            precision=one.precision,
            title=f"{one.outlet or ''} {one.title}".strip(),
            kind=roots.get(one.id, "copy"),
        )
        for one in articles
    )


def _edge(one: CopyLine) -> Edge:
    names = f"{one.copy.outlet or one.copy.title} ← {one.original.outlet or one.original.title}"
    title = f"{names} · {round(one.reprint.coverage * 100)}%"
    return Edge(copy=one.copy.id, original=one.original.id, how=one.how, address=f"/why/{one.id}", title=title)


def _events(
    articles: Sequence[Article], timexes: Iterable[Timex], statements: Iterable[Statement], copied: Iterable[CopyLine]
) -> tuple[Event, ...]:
    told = {article.id: article for article in articles}
    taken = {one.copy.id: one for one in copied if one.how != "undetermined"}
    return tuple(_event(one, told, taken) for one in timeline(articles, timexes, statements))


def _event(one: Moment, told: Mapping[str, Article], taken: Mapping[str, CopyLine]) -> Event:
    article, start, end = _first_told(one, told, taken)
    return Event(
        value=one.value,
        text=opened(article.text[start:end].strip()),
        article=article.id,
        words=words_at(start, end),
        language=article.language,
        reports=len(one.articles),
        outlets=len(one.outlets),
        speaker=one.speaker,
        is_planned=one.is_planned,
        left_out=one.left_out,
    )


# Of a sentence's characters that stand in the original: the copy may have cut the reporter's name out of it.
TAKEN = 0.8


def _first_told(one: Moment, told: Mapping[str, Article], taken: Mapping[str, CopyLine]) -> tuple[Article, int, int]:
    """The sentence of a moment in the text from which the one that tells it best took it over."""
    article, start, end = told[one.article], one.passage.start, one.passage.end
    seen = {article.id}
    while (copy := taken.get(article.id)) and copy.original.id not in seen:
        original = told[copy.original.id]
        found = _in_original(copy, start, end, sentences(original.text))
        if found is None:
            break
        article, (start, end) = original, found
        seen.add(article.id)
    return article, start, end


def _in_original(copy: CopyLine, start: int, end: int, spans: Sequence[tuple[int, int]]) -> tuple[int, int] | None:
    """The sentence of the original that a sentence of a copy is; None where it is not taken from there."""
    shared = [
        (min(end, one.copy.end) - max(start, one.copy.start), one)
        for one in copy.reprint.passages
        if one.copy.start < end and start < one.copy.end
    ]
    if sum(length for length, _ in shared) < TAKEN * (end - start):
        return None
    length, most = max(shared, key=lambda pair: pair[0])
    middle = most.original.start + max(start, most.copy.start) - most.copy.start + length // 2
    return next((span for span in spans if span[0] <= middle < span[1]), None)
