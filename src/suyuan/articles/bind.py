"""Pages of one article, however they came: a page becomes an article or a leaf of one, leaves become articles.

A leaf is a page that leads to a next one, or whose address counts pages. Each of them may have been visited more than
once, so what belongs together gives one article for each look that found other words: `revise` makes revisions of these
as of any others. No leaf is lost: what nothing leads to is an article by itself.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta

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
    visits = _visits(leaves)
    for head in sorted(visits, key=lambda at: (number(at), at)):
        # What was seen and changed again within a look is left over, and an article by itself.
        while visits[head]:
            reached = _reached(visits, head)
            before: tuple[Leaf, ...] = ()
            looked: set[str] = set()
            for seen, parts in _looks(reached, head):
                looked.update(part.id for part in parts)
                if _said(parts) != _said(before):
                    made.append(_bound(parts, seen))
                    before = parts
            for at, seen_there in reached.items():
                visits[at] = [leaf for leaf in seen_there if leaf.id not in looked]
    return tuple(made)


def _visits(leaves: Iterable[Leaf]) -> dict[str, Sequence[Leaf]]:
    found: dict[str, list[Leaf]] = defaultdict(list)
    for leaf in sorted(leaves, key=_age):
        found[address(leaf.url)].append(leaf)
    return dict(found)


def _age(leaf: Leaf) -> tuple[datetime, str]:
    return leaf.article.first_seen, leaf.id


def _reached(visits: Leaves, head: str) -> Leaves:
    """Those of the visits that any page leads to, from the first on."""
    found = {head: visits[head]}
    ahead = [head]
    while ahead:
        at = ahead.pop()
        for following in {address(leaf.article.next_page) for leaf in visits[at]}:
            if following not in found and visits.get(following) and number(following) > number(at):
                found[following] = visits[following]
                ahead.append(following)
    return found


def _looks(visits: Leaves, head: str) -> Iterator[tuple[datetime, tuple[Leaf, ...]]]:
    """The pages of an article as they were at first, and at each look after that; since when."""
    first = _chain(visits, head, datetime.min.replace(tzinfo=UTC))
    yield min(part.article.first_seen for part in first), first
    for since, until in _rounds(visits):
        yield since, _chain(visits, head, until)


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
    return leaves[max(0, bisect_right(leaves, until, key=lambda leaf: leaf.article.first_seen) - 1)]


def _chain(visits: Leaves, head: str, until: datetime) -> tuple[Leaf, ...]:
    """The pages from the first as they were at a moment, as each leads to the next."""
    found, at = [_current(visits[head], until)], head
    while (following := address(found[-1].article.next_page)) in visits and number(following) > number(at):
        found.append(_current(visits[following], until))
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
