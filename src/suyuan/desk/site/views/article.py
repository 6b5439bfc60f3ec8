"""An article's page: its text with everything found in it, and what stands behind it at the side."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TypedDict

import msgspec

from suyuan import reprints as reprints_room
from suyuan import stories
from suyuan.desk.site.views.likeness import in_common
from suyuan.desk.site.views.marks import Marked
from suyuan.desk.site.views.opening import unled
from suyuan.desk.site.views.parts import Line, headlines_beside, line, story_claims
from suyuan.desk.site.views.versions import Versions, versions
from suyuan.desk.store import Store
from suyuan.desk.store.shelf import Shelf
from suyuan.outlets import Directory
from suyuan.records import (
    BODY,
    COPY,
    Article,
    Assertion,
    Block,
    BlockKind,
    Claim,
    Corroboration,
    Direction,
    Follows,
    OutletKind,
    PageLink,
    Removal,
    Reprint,
    ReprintKind,
    Span,
    SpeakerKind,
    Standing,
    Statement,
    Story,
    Timex,
    TimexType,
)
from suyuan.stories import ListGrade, Related, Relation


class Words(TypedDict):
    """Whose words a run of characters is."""

    statement: int | None  # the number of the statement
    is_content: bool
    opens: bool  # its number is shown here


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """Characters of a paragraph that carry the same marks."""

    text: str
    statement: int | None
    is_content: bool
    opens: bool
    timex: Timex | None
    shared: str | None  # the id of the reprint whose passage this is
    is_asked: bool = False  # the address asks for these words
    opens_asked: bool = False  # and for none before them


@dataclass(frozen=True, slots=True, kw_only=True)
class Ground:
    """A claim in brief, beside the passage that asserts it: `slot`, `value` and `words` are those of the passage.

    The claim may be told by another report's: 超过190名 where this one has 196名.
    """

    claim: str
    story: str | None
    slot: str
    value: str | None
    words: str
    standing: Standing
    origins: int
    named: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """What stands in the margins beside a statement."""

    number: int
    statement: Statement
    repeats: bool  # the speaker is that of the statement before
    triggers: tuple[str, ...]
    grounds: tuple[Ground, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """One block of the text with what was found in it."""

    kind: BlockKind
    runs: tuple[Run, ...]
    notes: tuple[Note, ...]
    times: tuple[tuple[str, Timex], ...]  # the words, and what they mean
    grounds: tuple[Ground, ...]  # asserted by the article itself
    shared: tuple[str, ...]  # ids of the reprints whose words begin here: not in the paragraph before
    is_taken: bool  # most of its words stand in another text too


@dataclass(frozen=True, slots=True, kw_only=True)
class SharedText:
    """Another article that has words in common with this one."""

    id: str
    other: Line
    kind: ReprintKind
    direction: Direction
    share: float  # of the copy's narration, whichever of the two that is
    is_copy: bool  # this article is the later one
    is_undecided: bool
    is_credited: bool
    is_own: bool  # of the same outlet: what it runs again needs no credit


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A picture of the article by its place among them, with its words; `place` is None for words without a picture."""

    place: int | None
    url: str | None
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RelatedLine:
    """An article that belongs beside this one, and why."""

    line: Line
    relation: Relation
    evidence: tuple[str, ...]
    copies: int


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnList:
    """One of the page's own lists, and what it is worth here."""

    grade: ListGrade
    links: tuple[PageLink, ...]


TAKEN = 0.5  # of a paragraph's characters: beyond it the whole paragraph is marked, not each run of words


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleView:
    """All that stands on an article's page."""

    article: Article
    story: Story | None
    paragraphs: tuple[Paragraph, ...]
    figures: tuple[Figure, ...]
    rest: tuple[str, ...]
    shared: tuple[SharedText, ...]
    shared_by_id: dict[str, SharedText]
    against: SharedText | None  # the earlier text that most of this one stands in
    related: tuple[RelatedLine, ...]
    own_lists: tuple[OwnList, ...]
    versions: Versions | None
    removal: Removal | None
    statements: int
    marked: Marked | None = None  # what the owner wrote about it
    shows_pictures: bool | None = None  # what this reader chose; None where the desk shows none
    data: str = ""  # the same for programs: a data block, written so that nothing in it can end it


CANDIDATES = 48  # articles that share the rarest words with this one
UNREAD = 16  # of these, whose words are not at hand: each costs a millisecond to read
RELATED = 8


def related(store: Store, shelf: Shelf, found: Article, outlets: Directory) -> tuple[RelatedLine, ...]:
    """What belongs beside an article, best first, with what the two share."""
    near = {one.id: one for one in store.candidates(found.id, limit=CANDIDATES)}
    asked, *texts = _texts((found, *near.values()), shelf.tellings((found.id, *near)))
    speakers = _speakers(store, found, near, outlets)
    rows = stories.related(asked, stories.Index(texts), speakers=speakers, most=RELATED)
    told = store.story_of(found.id)
    chain = _chain(store, told) if told else {}
    return tuple(_related_line(found, near[row.article], row, _relation(store, row, told, chain)) for row in rows)


def _speakers(store: Store, found: Article, near: Collection[str], outlets: Directory) -> Mapping[str, set[str]]:
    """Who speaks in some articles by name."""
    own = store.about(Statement, (found.id,))
    if not any(one.speaker for one in own):
        return {}  # it has no speaker in common
    heard: dict[str, set[str]] = defaultdict(set)
    for one in (*own, *store.about(Statement, near)):
        if one.speaker and one.speaker_kind is SpeakerKind.NAMED and not _is_outlet(one, outlets):
            heard[one.article].add(one.speaker)
    return heard


def _is_outlet(said: Statement, outlets: Directory) -> bool:
    """Whether who speaks is an outlet that something is cited from; a ministry that has a site of its own speaks for itself."""
    known = outlets.by_name(said.speaker)
    return said.resolved == "outlet" or (known is not None and known.kind is not OutletKind.OFFICIAL)


def _chain(store: Store, told: Story) -> dict[str, Relation]:
    """The stories that go before a story and that go on from it."""
    ids = store.links_of("follow", told.id)
    links = ((other, store.get(Follows, link)) for other, link in ids.items())
    return {
        other: Relation.FOLLOW_UP if link.earlier == told.id else Relation.BACKGROUND for other, link in links if link
    }


def _relation(store: Store, row: Related, told: Story | None, chain: Mapping[str, Relation]) -> Relation:
    """The relation that the stories of two articles have; likeness alone does not make them one."""
    other = store.story_of(row.article)
    if told is None or other is None:
        return row.relation
    if other.id == told.id:
        return Relation.SAME
    alike = Relation.WORDS if row.relation is Relation.SAME else row.relation
    return chain.get(other.id, alike)


def _related_line(found: Article, other: Article, row: Related, relation: Relation) -> RelatedLine:
    evidence = row.evidence if row.relation is Relation.SPEAKER else in_common(row.evidence, found, other)
    return RelatedLine(line=line(other), relation=relation, evidence=evidence, copies=len(row.copies))


def _texts(articles: Iterable[Article], at_hand: Mapping[str, bytes]) -> Iterator[stories.Text]:
    """The articles with what they tell; of those that have yet to be read the first."""
    unread = 0
    for one in articles:
        if one.id in at_hand:
            yield stories.Text(one, read_telling(at_hand[one.id]))
        elif unread < UNREAD:
            unread += 1
            yield stories.Text(one)


read_telling = msgspec.msgpack.Decoder(stories.Telling).decode


def article(store: Store, found: Article, related: tuple[RelatedLine, ...], words: Span | None = None) -> ArticleView:
    """An article's page, with the passage marked that its address asks for."""
    own = (found.id,)
    story = store.story_of(found.id)
    statements = store.about(Statement, own)
    reprints = store.about(Reprint, own)
    shared = _shared(store, found, reprints)
    shared_by_id = {one.id: one for one in shared}
    grounds = _grounds(found, store.about(Assertion, own), story_claims(store, story) if story else ())
    return ArticleView(
        article=found,
        story=story,
        paragraphs=paragraphs(
            found,
            statements,
            store.about(Timex, own),
            [one for one in reprints if one.id in shared_by_id],
            grounds,
            words,
        ),
        figures=_figures(found),
        rest=tuple(
            _text(found, block)
            for block in found.blocks
            if block.kind not in BODY and block.kind is not BlockKind.CAPTION
        ),
        shared=shared,
        shared_by_id=shared_by_id,
        against=_against(found, reprints, shared),
        related=related,
        own_lists=tuple(
            OwnList(grade=one, links=tuple(link for link in found.lists if link.list is one.list))
            for one in stories.grade(found, headlines_beside(store, found))
        ),
        versions=versions(store, found),
        removal=next(iter(store.about(Removal, (found.id,))), None),
        statements=len(statements),
    )


def _figures(found: Article) -> tuple[Figure, ...]:
    """The pictures in the order of the page, then the captions that belong to none of them."""
    pictures = [
        Figure(place=place, url=one.url, text=found.text[one.caption.start : one.caption.end] if one.caption else "")
        for place, one in enumerate(found.pictures)
    ]
    known = {one.url for one in found.pictures if one.caption}
    alone = (one for one in found.blocks if one.kind is BlockKind.CAPTION and one.picture not in known)
    return (*pictures, *(Figure(place=None, url=one.picture, text=_text(found, one)) for one in alone))


def _against(found: Article, reprints: tuple[Reprint, ...], shared: Sequence[SharedText]) -> SharedText | None:
    """The earlier text to name under the headline: for a page labelled 原创 what speaks against the label."""
    if found.is_original:
        against = reprints_room.audit(found, reprints).against
        return next((one for one in shared if one.other.id in against and one.kind in COPY), None)
    return next((one for one in shared if one.is_copy and one.kind in COPY), None)


def _text(article: Article, block: Block) -> str:
    return article.text[block.start : block.end]


Asserted = tuple[Assertion, Ground]


def _grounds(
    found: Article, assertions: Iterable[Assertion], claims: Iterable[tuple[Claim, Corroboration]]
) -> tuple[Asserted, ...]:
    of = {one: (claim, ground) for claim, ground in claims for one in claim.assertions}
    return tuple((one, _ground(found, one, *of[one.id])) for one in assertions if one.id in of)


def _ground(found: Article, one: Assertion, claim: Claim, ground: Corroboration) -> Ground:
    return Ground(
        claim=claim.id, story=claim.story, slot=one.slot, value=one.value, words=unled(found.text[one.start : one.end]),
        standing=ground.standing, origins=ground.origins, named=ground.named,
    )  # fmt: skip


# ── the text with its marks ──────────────────────────────────────────────────────────────────────


def paragraphs(
    article: Article,
    statements: Sequence[Statement],
    timexes: Sequence[Timex],
    reprints: Sequence[Reprint],
    grounds: Sequence[Asserted],
    words: Span | None = None,
) -> tuple[Paragraph, ...]:
    """The article's own words, block by block, each cut where a mark begins or ends."""
    found = _Marks(
        _notes(article, statements, grounds), statements, timexes, _passages(article, reprints), grounds, words
    )
    made = [
        _paragraph(article, block, found) for block in article.blocks if block.kind in BODY and block.end > block.start
    ]
    before: list[tuple[str, ...]] = [(), *(one.shared for one in made)]
    return tuple(
        replace(one, shared=tuple(each for each in one.shared if each not in told))
        for one, told in zip(made, before, strict=False)
    )


@dataclass(frozen=True)
class _Marks:
    notes: Sequence[Note]
    statements: Sequence[Statement]
    timexes: Sequence[Timex]
    passages: Sequence[tuple[int, int, str]]
    grounds: Sequence[Asserted]
    words: Span | None


def _paragraph(article: Article, block: Block, marks: _Marks) -> Paragraph:
    runs = _runs(article, block, marks)
    # That nobody else says it either is true of most narration, and no news beside it.
    grounds = _apart(
        ground
        for one, ground in marks.grounds
        if one.statement is None and _starts_in(block, one.start) and ground.standing is not Standing.SINGLE
    )
    return Paragraph(
        kind=block.kind,
        runs=runs,
        notes=tuple(note for note in marks.notes if _starts_in(block, note.statement.start)),
        times=tuple(
            (article.text[one.start : one.end], one)
            for one in marks.timexes
            if _starts_in(block, one.start) and _is_placed(one)
        ),
        grounds=grounds,
        shared=tuple(dict.fromkeys(run.shared for run in runs if run.shared)),
        is_taken=sum(len(run.text) for run in runs if run.shared) > TAKEN * (block.end - block.start),
    )


def _starts_in(block: Block, place: int) -> bool:
    return block.start <= place < block.end


def _is_placed(timex: Timex) -> bool:
    """Only what has a place on the calendar is worth a line at the side: 一小时 and 每天 mean what they say."""
    return timex.type in (TimexType.DATE, TimexType.TIME) and not timex.value.endswith("_REF")


def _notes(article: Article, statements: Sequence[Statement], grounds: Sequence[Asserted]) -> tuple[Note, ...]:
    notes, before = [], None
    for number, one in enumerate(statements, 1):
        notes.append(
            Note(
                number=number,
                statement=one,
                repeats=before is not None and one.speaker is not None and one.speaker == before,
                triggers=tuple(dict.fromkeys(article.text[span.start : span.end] for span in one.hedge_triggers)),
                grounds=_apart(ground for asserted, ground in grounds if asserted.statement == one.id),
            )
        )
        before = one.speaker
    return tuple(notes)


def _apart(grounds: Iterable[Ground]) -> tuple[Ground, ...]:
    """Each claim once, and of those that only one origin stands behind one, which is then told without what it says."""
    found: dict[str, Ground] = {}
    for one in grounds:
        key = one.claim if one.standing is not Standing.SINGLE else ""
        other = found.setdefault(key, one)
        if other.claim != one.claim:
            found[key] = replace(other, value=None, words="")
    return tuple(found.values())


def _passages(article: Article, reprints: Iterable[Reprint]) -> tuple[tuple[int, int, str], ...]:
    found = []
    for one in reprints:
        for passage in one.passages:
            span = passage.copy if one.copy == article.id else passage.original
            found.append((span.start, span.end, one.id))
    return tuple(sorted(found))


def _runs(article: Article, block: Block, marks: _Marks) -> tuple[Run, ...]:
    said = [(number, one) for number, one in enumerate(marks.statements, 1) if _touches(block, one.start, one.end)]
    timexes = [one for one in marks.timexes if _touches(block, one.start, one.end)]
    passages = [one for one in marks.passages if _touches(block, one[0], one[1])]
    spans = [(one.start, one.end) for _, one in said] + [
        (span.start, span.end) for _, one in said for span in one.content
    ]
    spans += [(one.start, one.end) for one in timexes] + [(start, end) for start, end, _ in passages]
    asked = marks.words
    spans += [(asked.start, asked.end)] if asked else []
    cuts = sorted(
        {block.start, block.end} | {place for span in spans for place in span if block.start < place < block.end}
    )
    return tuple(
        Run(
            text=article.text[start:end],
            **_words_of(said, start, end),
            timex=next((one for one in timexes if one.start <= start and end <= one.end), None),
            shared=next((reprint for begin, close, reprint in passages if begin <= start and end <= close), None),
            is_asked=asked is not None and asked.start <= start and end <= asked.end,
            opens_asked=asked is not None and start == asked.start and end <= asked.end,
        )
        for start, end in pairwise(cuts)
    )


def _touches(block: Block, start: int, end: int) -> bool:
    return start < block.end and end > block.start


def _words_of(said: Sequence[tuple[int, Statement]], start: int, end: int) -> Words:
    """Whose words these are: where statements nest, those of the inner one."""
    within = [(number, one) for number, one in said if one.start <= start and end <= one.end]
    if not within:
        return Words(statement=None, is_content=False, opens=False)
    number, one = max(within, key=lambda each: (each[1].start, each[0]))
    is_content = any(span.start <= start and end <= span.end for span in one.content)
    return Words(
        statement=number, is_content=is_content, opens=is_content and start == min(span.start for span in one.content)
    )


# ── other texts ──────────────────────────────────────────────────────────────────────────────────


def _shared(store: Store, article: Article, reprints: Sequence[Reprint]) -> tuple[SharedText, ...]:
    ids = {one.original if one.copy == article.id else one.copy for one in reprints}
    lines = {one.id: line(one) for one in store.articles(sorted(ids))}
    found = []
    for one in reprints:
        is_copy = one.copy == article.id
        other = lines.get(one.original if is_copy else one.copy)
        if other and one.kind is not ReprintKind.REVISION:  # shown as what the page said before
            found.append(
                SharedText(
                    id=one.id,
                    other=other,
                    kind=one.kind,
                    direction=one.direction,
                    share=one.coverage,
                    is_copy=is_copy,
                    is_undecided=one.direction in (Direction.UNDETERMINED, Direction.COMMON),
                    is_credited=one.is_credited,
                    is_own=other.outlet is not None and other.outlet == article.outlet,
                )
            )
    return tuple(
        sorted(found, key=lambda each: (not each.is_copy, each.kind not in COPY, each.other.at, each.other.id))
    )
