"""A story's page: what is claimed and on what ground, when, who said it, who copied whom."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from suyuan.desk.site.charts import Dot, Edge
from suyuan.desk.site.views.parts import (
    ClaimGroup,
    CopyLine,
    Line,
    Numbers,
    claim_groups,
    copies,
    line,
    numbers,
    story_articles,
    story_claims,
    time_of,
)
from suyuan.desk.store import Store
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
from suyuan.stories.timeline import timeline
from suyuan.text import fold

SHOWN_WORDS = 3  # sentences of one speaker before the fold


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """Words that someone said, with where they stand first and in how many reports."""

    id: str
    article: str
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
    """One speaker of a story: the words, longest told first; `name` is None for those nobody can be held to."""

    name: str | None
    kind: SpeakerKind
    roles: tuple[str, ...]
    said: tuple[Said, ...]
    more: tuple[Said, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Family:
    """Reports that go back to one text."""

    id: str
    origin: Origin
    root: Line
    copies: tuple[Member, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """A report of a family, and how it took the text over where that is known."""

    line: Line
    copy: CopyLine | None


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryView:
    """All that stands on a story's page."""

    id: str
    kind: StoryKind
    title: str
    language: str | None
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """One entry of the timeline: a day, or run of days, and the sentence that tells it best."""

    value: str
    text: str
    article: str
    language: str | None
    reports: int
    outlets: int
    speaker: str | None
    is_planned: bool
    left_out: int


def story(store: Store, found: Story) -> StoryView | None:
    """A story's page; none where all its articles were just forgotten and the story is not yet told anew."""
    articles = story_articles(store, found.articles)
    if not articles:
        return None
    ids = [one.id for one in articles]
    origins, statements = store.about(Origin, ids), store.about(Statement, ids)
    copied = copies(store.about(Reprint, ids), articles)
    families = _families(origins, articles, copied)
    headline = next((one for one in articles if one.id == found.headline), articles[0])
    return StoryView(
        id=found.id,
        kind=found.kind,
        title=found.title,
        language=headline.language,
        headlines=other_headlines(found.title, articles),
        numbers=numbers(articles, origins),
        first=line(articles[0]),
        last=line(articles[-1]),
        groups=claim_groups(story_claims(store, found), articles, store.about(Assertion, ids), statements),
        events=_events(articles, store.about(Timex, ids), statements),
        speakers=speakers(articles, statements),
        families=families,
        dots=_dots(families, articles) if copied else (),
        edges=tuple(_edge(one) for one in copied),
        reports=tuple(line(one) for one in articles),
    )


def other_headlines(title: str, articles: Iterable[Article]) -> tuple[Line, ...]:
    """How the others put it: each wording once, the earliest report of it."""
    seen, found = {fold(title).strip()}, []
    for one in articles:
        if (key := fold(one.title).strip()) not in seen:
            seen.add(key)
            found.append(line(one))
    return tuple(found)


def speakers(articles: Sequence[Article], statements: Iterable[Statement]) -> tuple[Speaker, ...]:
    """Who said what, the most reported speaker first; words that reprints repeat are shown once."""
    told = {article.id: article for article in articles}
    by_name: dict[tuple[str | None, SpeakerKind], list[Statement]] = defaultdict(list)
    for one in statements:
        # Whom we could not tell apart is not one person: unresolved ones stand together at the end as what they are.
        by_name[one.speaker, one.speaker_kind if one.speaker is None else SpeakerKind.NAMED].append(one)
    found = [_speaker(name, group, told) for (name, _), group in by_name.items()]
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


def _speaker(name: str | None, statements: list[Statement], articles: dict[str, Article]) -> Speaker:
    words: dict[str, list[Statement]] = defaultdict(list)
    for one in statements:
        words[fold("".join(articles[one.article].text[span.start : span.end] for span in one.content))].append(one)
    said = sorted(
        (_said(group, articles) for group in words.values()), key=lambda each: (-each.times, each.at, each.id)
    )
    roles = tuple(dict.fromkeys(one.role for one in statements if one.role))
    return Speaker(
        name=name,
        kind=statements[0].speaker_kind,
        roles=roles[:2],
        said=tuple(said[:SHOWN_WORDS]),
        more=tuple(said[SHOWN_WORDS:]),
    )


def _said(group: list[Statement], articles: dict[str, Article]) -> Said:
    first = min(group, key=lambda one: (time_of(articles[one.article]), one.id))
    article = articles[first.article]
    return Said(
        id=first.id,
        article=article.id,
        text=article.text[first.start : first.end],
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
        copies_of = tuple(Member(line=one, copy=taken.get(one.id)) for one in members if one.id != root.id)
        found.append(Family(id=origin.id, origin=origin, root=root, copies=copies_of))
    return tuple(sorted(found, key=lambda each: (-len(each.copies), each.root.at, each.id)))


def _dots(families: Iterable[Family], articles: Iterable[Article]) -> tuple[Dot, ...]:
    roots = {one.root.id for one in families}
    return tuple(
        Dot(
            id=one.id,
            outlet=one.outlet or "?",
            at=time_of(one),
            title=f"{one.outlet or ''} {one.title}".strip(),
            is_root=one.id in roots,
        )
        for one in articles
    )


def _edge(one: CopyLine) -> Edge:
    names = f"{one.copy.outlet or one.copy.title} ← {one.original.outlet or one.original.title}"
    title = f"{names} · {round(one.reprint.coverage * 100)}%"
    return Edge(copy=one.copy.id, original=one.original.id, how=one.how, address=f"/why/{one.id}", title=title)


def _events(
    articles: Sequence[Article], timexes: Iterable[Timex], statements: Iterable[Statement]
) -> tuple[Event, ...]:
    told = {article.id: article for article in articles}
    return tuple(
        Event(
            value=one.value,
            text=told[one.article].text[one.passage.start : one.passage.end].strip(),
            article=one.article,
            language=told[one.article].language,
            reports=len(one.articles),
            outlets=len(one.outlets),
            speaker=one.speaker,
            is_planned=one.is_planned,
            left_out=one.left_out,
        )
        for one in timeline(articles, timexes, statements)
    )
