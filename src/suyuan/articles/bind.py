"""Pages of one article, however they came: a page becomes an article or a leaf of one, leaves become articles.

A leaf is a page that leads to a next one, or whose address counts pages. Each of them may have been visited more than
once, so what belongs together gives one article for each time that any of it had changed: `revise` makes revisions of
these as of any others. No leaf is lost: what nothing leads to is an article by itself.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from suyuan.articles.address import number
from suyuan.articles.extract import extract
from suyuan.articles.paging import join
from suyuan.outlets import Directory
from suyuan.records import Article, Leaf, Page, Rejection, SameArticle, digest
from suyuan.text import address

VISIT = timedelta(hours=1)  # the pages of an article are fetched one after the other, some seconds apart

Leaves = Mapping[str, Sequence[Leaf]]
"""The visits to each address, in order of time."""


@dataclass(frozen=True, slots=True)
class Place:
    """What `collate` looks at: where a leaf stands, and where it leads."""

    leaf: str
    at: str
    next: str | None


def read(page: Page, *, outlets: Directory) -> tuple[Article | Leaf | Rejection, ...]:
    """The article that a page holds, the leaf of one that goes on elsewhere, or why there is none."""
    return tuple(
        Leaf(id=digest("leaf", page.id, one.id), page=page.id, url=page.url, article=one)
        if isinstance(one, Article) and (one.next_page is not None or number(page.url) > 0)
        else one
        for one in extract(page, outlets=outlets)
    )


def place(leaf: Leaf) -> Place:
    """A draft of a leaf for `collate`."""
    return Place(leaf.id, address(leaf.url), address(leaf.article.next_page) or None)


def places(draft: Place) -> tuple[str, ...]:
    """The keys under which leaves meet: their own address and the next."""
    return (draft.at, draft.next) if draft.next else (draft.at,)


def collate(one: Place, other: Place) -> SameArticle | None:
    """The link between two leaves of one article; two that lead to the same place only need not be of one."""
    if one.at != other.at and one.next != other.at and other.next != one.at:
        return None
    a, b = sorted((one.leaf, other.leaf))
    return SameArticle(id=digest("same article", a, b), a=a, b=b)


def bind(leaves: Sequence[Leaf], _links: Sequence[SameArticle]) -> tuple[Article, ...]:
    """The articles that leaves which belong together make, each with the moment from which it was so."""
    made: list[Article] = []
    left = list(leaves)
    while left:
        visits = _visits(left)
        head = min(visits, key=lambda at: (number(at), at))
        bound: set[str] = set()
        for seen, parts in _editions(visits, head):
            bound |= {part.id for part in parts}
            made.append(_bound(parts, seen))
        left = [leaf for leaf in left if leaf.id not in bound]
    return tuple(made)


def _visits(leaves: Iterable[Leaf]) -> Leaves:
    found: dict[str, list[Leaf]] = defaultdict(list)
    for leaf in sorted(leaves, key=_age):
        found[address(leaf.url)].append(leaf)
    return found


def _age(leaf: Leaf) -> tuple[datetime, str]:
    return leaf.article.first_seen, leaf.id


def _editions(visits: Leaves, head: str) -> Iterator[tuple[datetime, tuple[Leaf, ...]]]:
    """The pages of an article as they were at first, and after each time that others came in their place; since when."""
    before = _chain({at: leaves[0] for at, leaves in visits.items()}, head)
    yield min(part.article.first_seen for part in before), before
    for since, until in _rounds(visits):
        now = {at: _current(leaves, until) for at, leaves in visits.items()}
        parts = _chain(now, head)
        if _said(parts) != _said(before):
            yield since, parts
            before = parts


def _rounds(visits: Leaves) -> list[tuple[datetime, datetime]]:
    """From when to when pages were visited again."""
    moments = sorted(leaf.article.first_seen for leaves in visits.values() for leaf in leaves[1:])
    rounds: list[tuple[datetime, datetime]] = []
    for moment in moments:
        goes_on = rounds and moment - rounds[-1][1] <= VISIT
        rounds.append((rounds.pop()[0] if goes_on else moment, moment))
    return rounds


def _current(leaves: Sequence[Leaf], until: datetime) -> Leaf:
    """The latest visit up to a moment; a page first seen later was there before, as far as anybody knows."""
    return next((leaf for leaf in reversed(leaves) if leaf.article.first_seen <= until), leaves[0])


def _chain(now: Mapping[str, Leaf], head: str) -> tuple[Leaf, ...]:
    """The pages from the first, as each leads to the next."""
    found, at = [now[head]], head
    while (following := address(found[-1].article.next_page)) in now and number(following) > number(at):
        found.append(now[following])
        at = following
    return tuple(found)


def _said(parts: Iterable[Leaf]) -> tuple[tuple[str, str], ...]:
    return tuple((part.article.title, part.article.text) for part in parts)


def _bound(parts: Sequence[Leaf], seen: datetime) -> Article:
    whole = join(*(part.article for part in parts))
    return replace(
        whole,
        id=digest("article", *(part.id for part in parts)),
        first_seen=seen,
        further=tuple(part.page for part in parts if part.page != whole.page),
    )
