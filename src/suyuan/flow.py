"""The steps, in order: the only file that knows it. `run` carries them all out in memory.

A step has one of three shapes.

* **Map**: one record → none, one or many. `make(record, *joined)`.
* **Link**: two records that share a key → a link or None. `prepare(record, *joined)` makes a draft, all that
  the two other functions look at; `keys(draft)` are what it shares with its neighbours (blocking: what shares
  fewer than `at_least` keys is never compared, and a key that more than `hot` records hold counts for
  nothing); `judge(draft, draft)` links the two or not. Its result must not depend on the order of the two.
* **Fold**: the records that belong together (a component of the links of the step `by`) → records.
  `make(members, links, *joined)`; it sees them all and may split them.

A step walks the records of its first kind in `reads`; of every other kind it is handed those that are about
the same articles (`articles_of`), in a fixed order. `needs` names arguments that are not records: they are
passed by keyword to `make` and `prepare`, and count in the step's version.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any, TypeVar

import numpy as np

from suyuan import articles, claims, reprints, statements, stories, times
from suyuan.records import (
    Article,
    Assertion,
    Change,
    Citation,
    Claim,
    Correction,
    Corroboration,
    FeedItem,
    Follows,
    Leaf,
    Origin,
    Page,
    Record,
    Rejection,
    Removal,
    Reprint,
    Revision,
    SameArticle,
    SameClaim,
    SameSpeaker,
    SameStory,
    Speaker,
    Statement,
    Story,
    Timex,
)

R = TypeVar("R", bound=Record)
Kind = type[Any]
"""A kind of record, as a value."""


@dataclass(frozen=True, kw_only=True)
class Map:
    """One record → none, one or many."""

    name: str
    make: Callable[..., Iterable[Record]]
    reads: tuple[Kind, ...]
    makes: tuple[Kind, ...]
    needs: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Link:
    """Two records that share a key → a link or nothing."""

    name: str
    prepare: Callable[..., Any]
    keys: Callable[[Any], Iterable[Hashable]]
    judge: Callable[[Any, Any], Record | None]
    reads: tuple[Kind, ...]
    makes: tuple[Kind, ...]
    needs: tuple[str, ...] = ()
    at_least: int = 1
    hot: int = 500


@dataclass(frozen=True, kw_only=True)
class Fold:
    """All records that belong together → one record, or a few."""

    name: str
    make: Callable[..., Iterable[Record]]
    by: str
    reads: tuple[Kind, ...]
    makes: tuple[Kind, ...]
    needs: tuple[str, ...] = ()


Step = Map | Link | Fold

FLOW: tuple[Step, ...] = (
    Map(name="extract", make=articles.read, reads=(Page,), makes=(Article, Leaf, Rejection), needs=("outlets",)),
    Map(name="unpack", make=articles.unpack, reads=(FeedItem,), makes=(Article, Rejection), needs=("outlets",)),
    Link(
        name="collate", prepare=articles.place, keys=articles.places, judge=articles.collate,
        reads=(Leaf,), makes=(SameArticle,), hot=articles.HOT,
    ),
    Fold(name="bind", make=articles.bind, by="collate", reads=(Leaf,), makes=(Article,)),
    Link(
        name="revise", prepare=articles.versions, keys=articles.address_of, judge=articles.revise,
        reads=(Article,), makes=(Revision,), hot=articles.HOT,
    ),
    Map(name="date", make=times.date, reads=(Article,), makes=(Timex,)),
    Map(name="cite", make=statements.cite, reads=(Article,), makes=(Citation,)),
    Map(name="quote", make=statements.quote, reads=(Article, Timex, Correction), makes=(Statement,), needs=("second_reader",)),
    Map(name="identify", make=statements.identify, reads=(Article, Statement), makes=(Speaker,)),
    Link(
        name="trace", prepare=reprints.prepare, keys=reprints.keys, judge=reprints.trace,
        reads=(Article, Citation), makes=(Reprint,), needs=("outlets",), at_least=reprints.AT_LEAST, hot=reprints.HOT,
    ),
    Fold(name="origin", make=reprints.origin, by="trace", reads=(Article, Citation), makes=(Origin,), needs=("outlets",)),
    Link(
        name="gather", prepare=stories.prepare, keys=stories.keys, judge=stories.same,
        reads=(Article, Correction, Revision), makes=(SameStory,), at_least=stories.AT_LEAST, hot=stories.HOT,
    ),
    Fold(name="tell", make=stories.tell, by="gather", reads=(Article, Correction, Revision), makes=(Story,)),
    Link(
        name="follow", prepare=stories.subject, keys=stories.subject_keys, judge=stories.follows,
        reads=(Story, Article), makes=(Follows,), at_least=stories.AT_LEAST,
    ),
    Fold(name="recognise", make=statements.recognise, by="gather", reads=(Article, Story, Speaker), makes=(SameSpeaker,)),
    Map(name="find", make=claims.find, reads=(Article, Statement, Timex), makes=(Assertion,)),
    Link(
        name="match", prepare=claims.prepare, keys=claims.keys, judge=claims.same,
        reads=(Assertion, Article, Statement, Story, Correction), makes=(SameClaim,),
    ),
    Fold(
        name="weigh", make=claims.weigh, by="match",
        reads=(Assertion, Article, Statement, Citation, Reprint, Origin, Story, Revision, Correction, Removal),
        makes=(Claim, Corroboration, Change), needs=("outlets", "claims_reader"),
    ),
)  # fmt: skip


BY_DEFAULT: Mapping[str, Any] = {"second_reader": None, "claims_reader": None}
"""Arguments that may be left out."""


def articles_of(record: Record) -> tuple[str, ...]:
    """The ids of the articles that a record is about: what joins records of different kinds. A leaf stands for itself."""
    match record:
        case Article() | Leaf():
            return (record.id,)
        case Statement() | Speaker() | Citation() | Timex() | Assertion():
            return (record.article,)
        case Reprint():
            return (record.copy, record.original)
        case SameStory():
            return (record.a, record.b)
        case Revision():
            return (record.article, record.earlier)
        case Story():
            return record.articles + record.superseded
        case Origin() | Claim() | Corroboration() | Change() | Correction() | Removal():
            return record.articles
        case _:
            return ()


def ends_of(link: Record) -> tuple[str, str]:
    """The ids of the two records that a link joins."""
    match link:
        case Reprint():
            return (link.copy, link.original)
        case SameArticle() | SameStory() | SameClaim():
            return (link.a, link.b)
        case Revision():
            return (link.article, link.earlier)
        case Follows():
            return (link.story, link.earlier)
        case _:
            raise TypeError(f"{type(link).__name__} is not a link")


def in_order(records: Iterable[R]) -> tuple[R, ...]:
    """Records as every engine hands them over: by their place in the text, then by id."""
    return tuple(sorted(records, key=lambda record: (getattr(record, "start", 0), record.id)))


def steps_from(given_kind: type, *kinds: type) -> tuple[Step, ...]:
    """The steps, in order, that make records of these kinds out of those of `given_kind`.

    Nothing is made again that the given records were made from.
    """
    start = next(place for place, step in enumerate(FLOW) if given_kind in step.reads)
    wanted, steps = set(kinds), list[Step]()
    for step in reversed(FLOW[start:]):
        if wanted & (set(step.makes) - {Rejection, given_kind}):
            wanted |= set(step.reads)
            if isinstance(step, Fold):
                wanted |= set(_step(step.by).makes)
            steps.append(step)
    return tuple(reversed(steps))


def _step(name: str) -> Step:
    return next(step for step in FLOW if step.name == name)


def first_seen(one: R | None, other: R) -> R:
    """Of two records with one id, the one to keep: two visits may bring the same article, and the first counts."""
    if isinstance(one, Article) and isinstance(other, Article):
        return min(one, other, key=lambda article: (article.first_seen, article.page))
    return other


class Records:
    """Records by kind and by article: what `run` was given and what it made."""

    def __init__(self, records: Iterable[Record] = ()) -> None:
        self._of: dict[type, dict[str, Record]] = defaultdict(dict)
        self._about: dict[tuple[type, str], dict[str, Record]] = defaultdict(dict)
        self.add(records)

    def add(self, records: Iterable[Record]) -> None:
        """Take records in; one with an id already there is the same record."""
        for record in records:
            of_kind = self._of[type(record)]
            record = of_kind[record.id] = first_seen(of_kind.get(record.id), record)
            for article in articles_of(record):
                self._about[type(record), article][record.id] = record

    def of(self, kind: type[R]) -> tuple[R, ...]:
        """All records of a kind, in the order in which they were made."""
        return tuple(self._of[kind].values())  # type: ignore[arg-type]

    def all(self) -> tuple[Record, ...]:
        """Every record of every kind."""
        return tuple(record for of_kind in self._of.values() for record in of_kind.values())

    def get(self, kind: type[R], record_id: str) -> R | None:
        """The record of a kind with an id."""
        return self._of[kind].get(record_id)  # type: ignore[return-value]

    def about(self, kind: type[R], article_ids: Iterable[str]) -> tuple[R, ...]:
        """The records of a kind about any of the articles, in order."""
        found = {rid: record for article in article_ids for rid, record in self._about.get((kind, article), {}).items()}
        return in_order(found.values())  # type: ignore[arg-type]


Watch = Callable[[str, int, int], None]
"""Told of progress: the step's name, how many of its records are done, how many there are."""


def run(
    inputs: Iterable[Record], steps: Sequence[Step] = FLOW, *, needs: Mapping[str, Any], watch: Watch | None = None
) -> Records:
    """Carry out the steps in memory on what is given: pages, feed items, or records of any later kind."""
    made = Records(inputs)
    links: dict[str, list[Record]] = {}
    for step in steps:
        tell = partial(watch or _unwatched, step.name)
        if isinstance(step, Map):
            made.add(_map(step, made, needs, tell))
        elif isinstance(step, Link):
            links[step.name] = _link(step, made, needs, tell)
            made.add(links[step.name])
        else:
            made.add(_fold(step, made, links[step.by], needs, tell))
    return made


Tell = Callable[[int, int], None]


def _unwatched(_step: str, _done: int, _of: int) -> None:
    """Nobody looks on."""


def _map(step: Map, made: Records, needs: Mapping[str, Any], tell: Tell) -> list[Record]:
    out: list[Record] = []
    records = made.of(step.reads[0])
    for done, one in enumerate(records, 1):
        out.extend(step.make(one, *joined(step, made, (one,)), **given(step, needs)))
        tell(done, len(records))
    return out


def _link(step: Link, made: Records, needs: Mapping[str, Any], tell: Tell) -> list[Record]:
    records = in_order(made.of(step.reads[0]))
    drafts = [step.prepare(one, *joined(step, made, (one,)), **given(step, needs)) for one in records]
    out: list[Record] = []
    for place, others in enumerate(met([step.keys(draft) for draft in drafts], at_least=step.at_least, hot=step.hot)):
        for other in others:
            if (link := step.judge(drafts[other], drafts[place])) is not None:
                out.append(link)
        tell(place + 1, len(drafts))
    return out


def met(held: Iterable[Iterable[Hashable]], *, at_least: int, hot: int) -> Iterator[list[int]]:
    """For each of some drafts, by their keys, the places of those before it that share enough keys that are not hot."""
    numbers: dict[Hashable, int] = {}
    rows = [np.array([numbers.setdefault(key, len(numbers)) for key in set(keys)], dtype=np.int64) for keys in held]
    every = np.concatenate(rows) if rows else np.zeros(0, dtype=np.int64)
    holders = np.repeat(np.arange(len(rows)), [len(row) for row in rows])[np.argsort(every, kind="stable")]
    counts = np.bincount(every, minlength=len(numbers))
    starts = np.cumsum(counts) - counts
    ends = starts.copy()  # of each key, behind those of its holders that have been looked at
    is_cool = (counts > 1) & (counts <= hot)
    for row in rows:
        cool = row[is_cool[row]]
        before = [holders[start:end] for start, end in zip(starts[cool].tolist(), ends[cool].tolist(), strict=True)]
        places, shared = np.unique(np.concatenate(before or [holders[:0]]), return_counts=True)
        yield places[shared >= at_least].tolist()
        ends[cool] += 1


def _fold(step: Fold, made: Records, links: Sequence[Record], needs: Mapping[str, Any], tell: Tell) -> list[Record]:
    out: list[Record] = []
    groups = components([one.id for one in made.of(step.reads[0])], links)
    for done, (ids, within) in enumerate(groups, 1):
        members = in_order(one for rid in ids if (one := made.get(step.reads[0], rid)) is not None)
        out.extend(step.make(members, within, *joined(step, made, members), **given(step, needs)))
        tell(done, len(groups))
    return out


def joined(step: Step, made: Records, records: Iterable[Record]) -> tuple[tuple[Record, ...], ...]:
    """What a step reads beside the records that it walks, one tuple per kind."""
    about = {article for one in records for article in articles_of(one)}
    return tuple(made.about(kind, about) for kind in step.reads[1:])


def given(step: Step, needs: Mapping[str, Any]) -> dict[str, Any]:
    """The arguments of a step that are not records: as given, or as they are where nobody gives them."""
    return {name: needs[name] if name in needs else BY_DEFAULT[name] for name in step.needs}


def components(ids: Iterable[str], links: Iterable[Record]) -> list[tuple[list[str], tuple[Record, ...]]]:
    """Groups of ids that links join, each with its links, both sorted; an id without links is a group of its own."""
    parent = {one: one for one in ids}

    def root(one: str) -> str:
        while parent[one] != one:
            parent[one] = parent[parent[one]]
            one = parent[one]
        return one

    known = [link for link in links if all(end in parent for end in ends_of(link))]
    for link in known:
        a, b = (root(end) for end in ends_of(link))
        parent[max(a, b)] = min(a, b)
    groups: dict[str, tuple[list[str], list[Record]]] = {one: ([], []) for one in parent if parent[one] == one}
    for one in sorted(parent):
        groups[root(one)][0].append(one)
    for link in sorted(known, key=lambda link: link.id):
        groups[root(ends_of(link)[0])][1].append(link)
    return [(members, tuple(within)) for members, within in groups.values()]
