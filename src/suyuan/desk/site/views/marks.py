"""The owner's marks: what is starred, noted, kept and set right, where each stands today, and what was done when."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from suyuan.desk.site.views.parts import Line, line
from suyuan.desk.store import Store
from suyuan.desk.store.marks import Deed, Mark, MarkKind, Marks, resolve
from suyuan.desk.store.store import home
from suyuan.records import Article, CorrectionKind, Place

DEEDS = 50
SHOWN = 200  # marks of one kind on the page


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceLine:
    """Where a mark is anchored: its words, and the report they stand in today; none where they are not found."""

    place: Place
    line: Line | None


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkLine:
    """A mark with its places."""

    mark: Mark
    places: tuple[PlaceLine, ...]

    @property
    def is_lost(self) -> bool:
        """Whether a place of it is not found."""
        return any(one.line is None for one in self.places)


@dataclass(frozen=True, slots=True, kw_only=True)
class DeedLine:
    """One line of the list of deeds."""

    deed: Deed
    line: MarkLine


@dataclass(frozen=True, slots=True, kw_only=True)
class MarksView:
    """All that the owner wrote."""

    starred: tuple[MarkLine, ...]
    notes: tuple[MarkLine, ...]
    corrections: tuple[MarkLine, ...]
    searches: tuple[Mark, ...]
    lost: tuple[MarkLine, ...]
    deeds: tuple[DeedLine, ...]
    older: int | None  # where the next page of deeds begins
    outcome: str  # of an undo that was just asked for


def marks(store: Store, owned: Marks, *, before: int | None, outcome: str) -> MarksView:
    """The page of marks."""
    starred = _lines(store, owned.all(MarkKind.STARRED)[:SHOWN])
    notes = _lines(store, owned.all(MarkKind.NOTE)[:SHOWN])
    corrections = _lines(store, owned.all(*CorrectionKind)[:SHOWN])
    deeds = owned.deeds(DEEDS + 1, before)
    return MarksView(
        starred=starred,
        notes=notes,
        corrections=corrections,
        searches=owned.all(MarkKind.SEARCH)[:SHOWN],
        lost=tuple(one for one in (*corrections, *notes, *starred) if one.is_lost),
        deeds=tuple(DeedLine(deed=one, line=_line(store, one.subject)) for one in deeds[:DEEDS]),
        older=deeds[DEEDS - 1].n if len(deeds) > DEEDS else None,
        outcome=outcome,
    )


def _lines(store: Store, found: Iterable[Mark]) -> tuple[MarkLine, ...]:
    return tuple(_line(store, one) for one in found)


def _line(store: Store, one: Mark) -> MarkLine:
    return MarkLine(mark=one, places=tuple(_place(store, place) for place in one.places))


def _place(store: Store, place: Place) -> PlaceLine:
    found = store.articles(each.article for each in resolve(store, place)[:1])
    return PlaceLine(place=place, line=line(found[0]) if found else None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Marked:
    """What the owner wrote about one article."""

    is_starred: bool
    is_read: bool
    note: str  # about the whole of it
    notes: tuple[Mark, ...]  # about passages
    corrections: tuple[Mark, ...]


def marked(owned: Marks, article: Article) -> Marked:
    """The marks of an article."""
    found = owned.of(home(article))
    whole = {one.kind: one.value or "" for one in found if not any(place.exact for place in one.places)}
    return Marked(
        is_starred=MarkKind.STARRED in whole,
        is_read=MarkKind.READ in whole,
        note=whole.get(MarkKind.NOTE, ""),
        notes=tuple(one for one in found if one.kind is MarkKind.NOTE and one.places[0].exact),
        corrections=tuple(one for one in found if isinstance(one.kind, CorrectionKind)),
    )
