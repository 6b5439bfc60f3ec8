"""Marks of the owner: read, starred, noted, searches to keep, corrections by hand; with who did what, and undo.

They live in a file of their own, `marks.db`, apart from everything that is made: a desk that is made again from its
pages keeps them, and marking never waits for the worker. A mark is anchored to an address and, for a passage, to its
words with what stood around them, never to an id. A correction is also handed to the store (`Store.correct`), where
the steps read it; `settle` makes the two agree again whenever work begins: after a crash, or in a desk made anew.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from importlib.resources import files
from pathlib import Path

import apsw
import msgspec

from suyuan import rows
from suyuan.desk.store.store import Store, home
from suyuan.records import Article, Correction, CorrectionKind, Place, digest
from suyuan.text import find_place

BUSY_MS = 5_000
AROUND = 32  # characters kept on either side of a passage: the Web Annotation TextQuoteSelector's usual length
LONGEST = 4_000  # characters of a passage or a note: beyond it a mark would be a copy of the article


class MarkKind(StrEnum):
    """What an owner may write beside corrections. 标记"""

    READ = "read"
    UNREAD = "unread"  # kept unread, although all of its stream was read
    ALL_READ = "all_read"  # a stream (`title`) up to a moment (`value`)
    STARRED = "starred"
    NOTE = "note"  # its words are `value`
    SEARCH = "search"  # a search to keep: `value` is its query string, `title` its name


Kind = MarkKind | CorrectionKind

LOGGED = frozenset((*MarkKind, *CorrectionKind)) - {MarkKind.READ, MarkKind.UNREAD}
"""What stands in the list of deeds: one line per article read would bury everything else."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """One thing that the owner wrote, and where it belongs."""

    id: str
    kind: Kind
    places: tuple[Place, ...]
    made: datetime
    value: str | None = None
    title: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Deed:
    """One change of a mark: who, when, what it was before and after; `undone` is the later deed that undid it."""

    n: int
    at: datetime
    who: str
    mark: str
    before: Mark | None
    after: Mark | None
    undoes: int | None
    undone: int | None

    @property
    def subject(self) -> Mark:
        """The mark that it is about."""
        found = self.after or self.before
        assert found is not None, "a deed changes something"
        return found


@dataclass(frozen=True, slots=True)
class Found:
    """Where a place is today: an article of its address, and the passage in it (None: the whole article)."""

    article: str
    span: tuple[int, int] | None


class Outcome(StrEnum):
    """What came of an undo."""

    DONE = "done"
    UNKNOWN = "unknown"
    UNDONE_BEFORE = "undone-before"
    CHANGED_SINCE = "changed-since"


def mark(
    kind: Kind, places: Iterable[Place], made: datetime, *, value: str | None = None, title: str | None = None
) -> Mark:
    """A mark; its id says what it is about, so that a second one about the same thing takes the place of the first."""
    anchored = tuple(places)
    if kind in _UNORDERED:
        anchored = tuple(sorted(anchored, key=lambda one: (one.address, one.exact, one.prefix)))
    about = [one.address + "\x1e" + one.exact + "\x1e" + one.prefix for one in anchored]
    named = title if kind is MarkKind.ALL_READ else value if kind is MarkKind.SEARCH else ""
    return Mark(
        id=digest("mark", _FAMILY.get(kind, kind.value), *about, named),
        kind=kind,
        places=anchored,
        made=made,
        value=value,
        title=title,
    )


_UNORDERED = frozenset(
    {CorrectionKind.SAME_STORY, CorrectionKind.OTHER_STORY, CorrectionKind.SAME_CLAIM, CorrectionKind.OTHER_CLAIM}
)
_FAMILY = {  # of each the later word holds, whichever it is
    MarkKind.READ: "read",
    MarkKind.UNREAD: "read",
    CorrectionKind.SAME_STORY: "story",
    CorrectionKind.OTHER_STORY: "story",
    CorrectionKind.SAME_CLAIM: "claim",
    CorrectionKind.OTHER_CLAIM: "claim",
}


# ── anchors ──────────────────────────────────────────────────────────────────────────────────────


def anchor(article: Article, start: int | None = None, end: int | None = None) -> Place:
    """The place of a passage, or of the whole article; ValueError where the span does not lie in its text."""
    if start is None or end is None:
        return Place(address=home(article))
    if not 0 <= start < end <= min(len(article.text), start + LONGEST):
        raise ValueError(f"{start}:{end} is no passage of article {article.id}")
    text = article.text
    return Place(
        address=home(article),
        exact=text[start:end],
        prefix=text[max(0, start - AROUND) : start],
        suffix=text[end : end + AROUND],
    )


def resolve(store: Store, place: Place) -> tuple[Found, ...]:
    """Where a place stands in the articles that its address gave; empty where it is not found."""
    if place.address.startswith("article:"):
        articles = store.articles((place.address.removeprefix("article:"),))
    else:
        articles = store.articles(store.at_address(place.address))
    if not place.exact:
        return tuple(Found(one.id, None) for one in articles)
    spans = ((one.id, find_place(one.text, place.exact, place.prefix, place.suffix)) for one in articles)
    return tuple(Found(article, span) for article, span in spans if span)


# ── the marks of a desk ──────────────────────────────────────────────────────────────────────────


class Marks:
    """The marks of the desk in a folder."""

    def __init__(self, folder: Path) -> None:
        self.db = apsw.Connection(str(folder / "marks.db"))
        self.db.set_busy_timeout(BUSY_MS)
        self.db.execute("PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL")
        self.db.execute(files("suyuan.desk.store").joinpath("marks.sql").read_text(encoding="utf-8"))

    def close(self) -> None:
        """Close the file."""
        self.db.close()

    def get(self, mark_id: str) -> Mark | None:
        """The mark with an id."""
        return next(self._marks("SELECT row FROM mark WHERE id = ?", (mark_id,)), None)

    def of(self, address: str) -> tuple[Mark, ...]:
        """The marks anchored first to an address, oldest first."""
        return tuple(self._marks("SELECT row FROM mark WHERE address = ? ORDER BY made, id", (address,)))

    def all(self, *kinds: Kind) -> tuple[Mark, ...]:
        """The marks of some kinds, newest first."""
        among = ", ".join("?" * len(kinds))
        asked = f"SELECT row FROM mark WHERE kind IN ({among}) ORDER BY made DESC, id"
        return tuple(self._marks(asked, tuple(kind.value for kind in kinds)))

    def among(self, kind: MarkKind, addresses: Iterable[str]) -> set[str]:
        """Which of some addresses have a mark of a kind."""
        asked = "SELECT address FROM mark WHERE kind = ? AND address IN (SELECT value FROM json_each(?))"
        given = msgspec.json.encode(list(addresses)).decode("utf-8", "replace")
        return {one for (one,) in self.db.execute(asked, (kind.value, given))}

    def put(self, one: Mark, who: str) -> None:
        """Set a mark; what stood in its place is kept in the list of deeds."""
        with self._writing():
            self._change(self.get(one.id), one, who, one.made)

    def take(self, mark_id: str, who: str, at: datetime) -> Mark | None:
        """Take a mark away; None where there is none."""
        with self._writing():
            before = self.get(mark_id)
            if before:
                self._change(before, None, who, at)
        return before

    def undo(self, n: int, who: str, at: datetime) -> Outcome:
        """Make a mark what it was before a deed, unless it was changed again since."""
        with self._writing():
            deed = self.deed(n)
            if deed is None:
                return Outcome.UNKNOWN
            if deed.undone:
                return Outcome.UNDONE_BEFORE
            if self.get(deed.mark) != deed.after:
                return Outcome.CHANGED_SINCE
            self._change(deed.after, deed.before, who, at, undoes=n)
        return Outcome.DONE

    def deed(self, n: int) -> Deed | None:
        """One line of the list of deeds."""
        return next(iter(self._deeds("WHERE deed.n = ?", (n,))), None)

    def deeds(self, limit: int, before: int | None = None) -> tuple[Deed, ...]:
        """What was done, newest first."""
        return self._deeds("WHERE deed.n < ? ORDER BY deed.n DESC LIMIT ?", (before or 2**62, limit))

    @contextmanager
    def _writing(self) -> Iterator[None]:
        self.db.execute("BEGIN IMMEDIATE")
        try:
            yield
        except BaseException:
            self.db.execute("ROLLBACK")
            raise
        self.db.execute("COMMIT")

    def _change(
        self, before: Mark | None, after: Mark | None, who: str, at: datetime, *, undoes: int | None = None
    ) -> None:
        changed = after or before
        if changed is None or _same(before, after):
            return
        if after:
            first = after.places[0].address if after.places else ""
            self.db.execute(
                "INSERT OR REPLACE INTO mark VALUES (?, ?, ?, ?, ?)",
                (after.id, after.kind.value, first, rows.written(after.made), _row(after)),
            )
        else:
            self.db.execute("DELETE FROM mark WHERE id = ?", (changed.id,))
        if changed.kind in LOGGED:
            self.db.execute(
                "INSERT INTO deed (at, who, mark, before, after, undoes) VALUES (?, ?, ?, ?, ?, ?)",
                (rows.written(at), who, changed.id, before and _row(before), after and _row(after), undoes),
            )

    def _marks(self, sql: str, values: tuple[object, ...]) -> Iterator[Mark]:
        return (_read(row) for (row,) in self.db.execute(sql, values))

    def _deeds(self, where: str, values: tuple[object, ...]) -> tuple[Deed, ...]:
        asked = (
            "SELECT deed.n, at, who, mark, before, after, undoes, "
            f"(SELECT min(n) FROM deed later WHERE later.undoes = deed.n) FROM deed {where}"
        )
        return tuple(
            Deed(
                n=n,
                at=datetime.fromisoformat(at),
                who=who,
                mark=of,
                before=_read(before) if before else None,
                after=_read(after) if after else None,
                undoes=undoes,
                undone=undone,
            )
            for n, at, who, of, before, after, undoes, undone in self.db.execute(asked, values)
        )


def _same(before: Mark | None, after: Mark | None) -> bool:
    """Whether nothing changes but the moment."""
    return (
        before is not None
        and after is not None
        and (before.kind, before.value, before.title) == (after.kind, after.value, after.title)
    )


_encode = msgspec.json.Encoder().encode
_decode = msgspec.json.Decoder(dict).decode


def _row(one: Mark) -> str:
    return _encode(one).decode("utf-8", "surrogatepass")


def _read(row: str) -> Mark:
    found = _decode(row)
    kind = CorrectionKind(found["kind"]) if found["kind"] in _CORRECTIONS else MarkKind(found["kind"])
    return Mark(
        id=found["id"],
        kind=kind,
        places=tuple(Place(**one) for one in found["places"]),
        made=datetime.fromisoformat(found["made"]),
        value=found["value"],
        title=found["title"],
    )


_CORRECTIONS = frozenset(kind.value for kind in CorrectionKind)


# ── corrections in the store ─────────────────────────────────────────────────────────────────────


def settle(marks: Marks, store: Store, mark_ids: Iterable[str] | None = None) -> int:
    """Have the store hold exactly the corrections that are marked (of some marks, or all); gives how many it changed."""
    held = store.corrections()  # first: what is marked and handed on meanwhile must not look like one taken back
    wanted = {one.id: _correction(one) for one in marks.all(*CorrectionKind)}
    asked = set(mark_ids) if mark_ids is not None else wanted.keys() | held.keys()
    changed = 0
    for each in sorted(asked):
        if each in wanted and held.get(each) != wanted[each]:
            store.correct(wanted[each])
            changed += 1
        elif each not in wanted and each in held:
            store.uncorrect(each)
            changed += 1
    return changed


def _correction(one: Mark) -> Correction:
    if not isinstance(one.kind, CorrectionKind):
        raise TypeError(f"{one.kind.value} is not a correction")
    return Correction(id=one.id, kind=one.kind, places=one.places, articles=(), made=one.made, value=one.value)
