"""Why: a walk from any record back to the pages it was made from, with the step and version of each."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields, replace
from datetime import datetime
from enum import StrEnum

from rapidfuzz.distance import Indel

from suyuan import reprints
from suyuan.desk.site.views import changes
from suyuan.desk.site.views.changes import ChangeLine
from suyuan.desk.site.views.likeness import evidence_of
from suyuan.desk.site.views.parts import ClaimView, Line, claim_groups, line, words_at
from suyuan.desk.site.views.versions import Difference, difference
from suyuan.desk.store import Store
from suyuan.records import (
    Article,
    Assertion,
    Change,
    Claim,
    Corroboration,
    FeedItem,
    Follows,
    Origin,
    Page,
    Place,
    Reason,
    Record,
    Reprint,
    Revision,
    SameStory,
    Span,
    Statement,
    Story,
    Timex,
)
from suyuan.reprints import Edit

DEPTH = 8  # corroboration → claim → assertion → statement → article → page, and room
NODES = 120  # a claim of a hundred reports shows its first ones; the API has them all
LONG = 160  # characters of a field's value
EDITS = 40
PASSAGE = 5000  # characters of one passage compared letter by letter


Told = str | bool | datetime | StrEnum | Reason
"""A value of a field, which the page says in words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Node:
    """One record on the way back, and what it was made from."""

    id: str
    kind: str
    summary: str
    language: str | None
    step: str | None
    version: str | None
    address: str | None  # the page of the site where it is shown
    fields: tuple[tuple[str, tuple[Told, ...]], ...]
    sources: tuple[Node, ...]
    is_cut: bool  # it has sources that are not shown here
    is_repeated: bool  # shown above already


@dataclass(frozen=True, slots=True, kw_only=True)
class SideBySide:
    """The passages that two texts share."""

    copy: Line
    original: Line
    reprint: Reprint
    pairs: tuple[Pair, ...]
    edits: tuple[Edit, ...]
    more_edits: int


Pieces = tuple[tuple[str, bool], ...]
"""Words in order, each with whether the other text has them too."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """One passage as it stands in both texts."""

    copy: Pieces
    original: Pieces


@dataclass(frozen=True, slots=True, kw_only=True)
class WhyView:
    """The walk back from one record."""

    root: Node
    shared: SideBySide | None
    counted: ClaimView | None
    revised: Difference | None
    changed: ChangeLine | None
    against: ClaimView | None  # the claim that a change came from: what denies, contradicts or replaces the other


def why(store: Store, record: Record) -> WhyView:
    """The walk from a record to the pages, and for a reprint its passages side by side."""
    changed = changes.one(store, record) if isinstance(record, Change) else None
    return WhyView(
        root=_Walk(store).node(record, 0),
        shared=_side_by_side(store, record) if isinstance(record, Reprint) else None,
        counted=_counted(store, record),
        revised=difference(store, record) if isinstance(record, Revision) else None,
        changed=changed,
        against=_claim(store, record.other) if changed and isinstance(record, Change) and record.other else None,
    )


def _counted(store: Store, record: Record) -> ClaimView | None:
    """How the origins of a claim were counted, where the record is a claim, its ground or a change of it."""
    return _claim(store, record.claim if isinstance(record, Corroboration | Change) else record.id)


def _claim(store: Store, claim_id: str) -> ClaimView | None:
    claim = store.get(Claim, claim_id)
    if claim is None:
        return None
    ground = store.ground(claim.id)
    if ground is None:
        return None
    articles, assertions = store.articles(claim.articles), store.about(Assertion, claim.articles)
    others = [other for one in ground.relations if (other := store.get(Claim, one.other))]
    return claim_groups([(claim, ground)], articles, assertions, store.about(Statement, claim.articles), others)[0].head


class _Walk:
    """One walk: what was shown already, so that a record with many ways to it is told once."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._shown: set[str] = set()

    def node(self, record: Record, depth: int) -> Node:
        repeated = record.id in self._shown
        self._shown.add(record.id)
        made_from = () if repeated else _evidence(self._store, record)
        sources = []
        for one in made_from if depth < DEPTH else ():
            if len(self._shown) < NODES and (found := self._store.find(one)) is not None:
                sources.append(self.node(found, depth + 1))
        step, version = self._store.made_by(record.id) or (None, None)
        summary, language = _summary(self._store, record)
        return Node(
            id=record.id,
            kind=type(record).__name__,
            summary=summary,
            language=language,
            step=step,
            version=version,
            address=_address(self._store, record),
            fields=() if repeated else _fields(_in_words(self._store, record)),
            sources=tuple(sources),
            is_cut=len(sources) < len(made_from),
            is_repeated=repeated,
        )


def _evidence(store: Store, record: Record) -> tuple[str, ...]:
    """The ids that lead back to the words: a claim rests on its assertions, and a change on
    its claims, not on the story that they are told in.
    """
    match record:
        case Corroboration():
            return (record.claim,)
        case Claim():
            return record.assertions
        case Assertion():
            return (record.statement or record.article,)
        case Revision():
            return (record.article, record.earlier)
        case Change():
            return tuple(dict.fromkeys((record.claim, *filter(None, (record.other,)), *record.articles)))
        case Follows():
            return (record.story, record.earlier)
        case _:
            return store.made_from(record.id)


def _summary(store: Store, record: Record) -> tuple[str, str | None]:
    """The record in one line, in words of the page where there are any."""
    match record:
        case Article():
            return record.title, record.language
        case Statement() | Assertion() | Timex():
            article = store.get(Article, record.article)
            return (article.text[record.start : record.end], article.language) if article else ("", None)
        case Claim():
            return record.text, None
        case Corroboration() | Change():
            claim = store.get(Claim, record.claim)
            return (claim.text if claim else ""), None
        case Reprint():
            names = {one.id: one.outlet or one.title for one in store.articles((record.copy, record.original))}
            return f"{names.get(record.copy, '')} ← {names.get(record.original, '')}", None
        case Origin():
            root = store.get(Article, record.root)
            return record.outlet or (root.title if root else ""), root.language if root else None
        case Revision():
            article = store.get(Article, record.article)
            return (article.title, article.language) if article else ("", None)
        case Page() | FeedItem():
            return record.url or record.id, None
        case _:
            return str(getattr(record, "title", None) or getattr(record, "name", None) or ""), None


def _address(store: Store, record: Record) -> str | None:
    match record:
        case Article():
            return f"/article/{record.id}"
        case Statement() | Timex() | Assertion():
            return f"/article/{record.article}{words_at(record.start, record.end)}"
        case Page() | FeedItem():
            return f"/kept/{record.id}"
        case Story():
            return f"/story/{record.id}"
        case _:
            return None


_TOLD = frozenset(
    {
        "id",
        "text",
        "blocks",
        "lists",
        "pictures",
        "html",
        "articles",
        "assertions",
        "passages",
        "roots",
        "relations",
        "best",
    }
)
"""Fields that say nothing in a line: ids that follow as sources, and whole texts."""


def _fields(record: Record) -> tuple[tuple[str, tuple[Told, ...]], ...]:
    """The fields of a record that say something, each with its values."""
    names = (one.name for one in fields(record) if one.name not in _TOLD)
    return tuple((name, told) for name in names if (told := tuple(_told(getattr(record, name)))))


def _in_words(store: Store, record: Record) -> Record:
    """The record, a link between texts with its evidence in whole words."""
    return replace(record, evidence=evidence_of(store, record)) if isinstance(record, SameStory | Follows) else record


def _told(value: object) -> Iterator[Told]:
    match value:
        case None | "" | bytes():
            return
        case tuple():
            for one in value:
                yield from _told(one)
        case Span():
            yield f"{value.start}–{value.end}"
        case Place():
            yield value.exact or value.address
        case Article():
            yield value.title
        case Reason() | StrEnum() | bool() | datetime():
            yield value
        case _:
            words = str(value)
            yield words if len(words) <= LONG else words[: LONG - 1] + "…"


def _side_by_side(store: Store, reprint: Reprint) -> SideBySide | None:
    copy, original = store.get(Article, reprint.copy), store.get(Article, reprint.original)
    if copy is None or original is None:
        return None
    edits = reprints.diff(copy, original, reprint)
    return SideBySide(
        copy=line(copy), original=line(original), reprint=reprint, edits=edits[:EDITS], more_edits=max(0, len(edits) - EDITS),
        pairs=tuple(_pair(copy.text[one.copy.start : one.copy.end], original.text[one.original.start : one.original.end]) for one in reprint.passages),
    )  # fmt: skip


def _pair(copy: str, original: str) -> Pair:
    codes = Indel.opcodes(original[:PASSAGE], copy[:PASSAGE])
    return Pair(
        copy=tuple(
            (copy[code.dest_start : code.dest_end], code.tag == "equal")
            for code in codes
            if code.dest_end > code.dest_start
        ),
        original=tuple(
            (original[code.src_start : code.src_end], code.tag == "equal")
            for code in codes
            if code.src_end > code.src_start
        ),
    )
