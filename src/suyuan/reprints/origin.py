"""The independent texts that a family of articles goes back to.

Links chain: a digest holds pieces of five reports, and would join all five. So every article goes with the
one article that holds most of it, if that is at least half of its narration, and a composite page without
such a parent is an origin of its own.
"""

from __future__ import annotations

from collections import defaultdict

from suyuan.outlets import Directory
from suyuan.records import COPY, Article, Citation, Direction, Origin, Reprint, digest
from suyuan.reprints.credit import Sources, Weight, sources

HALF = 0.5


def origin(members: tuple[Article, ...], links: tuple[Reprint, ...], citations: tuple[Citation, ...], *, outlets: Directory) -> tuple[Origin, ...]:
    """The independent texts that a family of articles goes back to; every member is in exactly one."""
    cited: dict[str, list[Citation]] = defaultdict(list)
    for citation in citations:
        cited[citation.article].append(citation)
    known = {one.id: sources(one, tuple(cited[one.id]), outlets=outlets) for one in members}
    families = _families({one.id: one for one in members}, [link for link in links if link.kind in COPY], known)
    return tuple(_origin(family, links, known) for family in families)


def _families(articles: dict[str, Article], copies: list[Reprint], known: dict[str, Sources]) -> list[list[Article]]:
    head = {one: one for one in articles}

    def root(one: str) -> str:
        while head[one] != one:
            head[one] = head[head[one]]
            one = head[one]
        return one

    for one, other in _joins(copies, known):
        a, b = sorted((root(one), root(other)))
        head[b] = a
    families: dict[str, list[Article]] = defaultdict(list)
    for one in sorted(articles):
        families[root(one)].append(articles[one])
    return list(families.values())


def _joins(copies: list[Reprint], known: dict[str, Sources]) -> list[tuple[str, str]]:
    best: dict[str, tuple[float, float, str]] = {}
    joins = []
    for link in copies:
        for child, parent, share, back in (
            (link.copy, link.original, link.coverage, link.covered),
            (link.original, link.copy, link.covered, link.coverage),
        ):
            is_open = link.direction in (Direction.COMMON, Direction.UNDETERMINED)
            if share >= HALF and (is_open or child == link.copy):
                best[child] = max(best.get(child, (0.0, 0.0, "")), (share + back, share, parent))
        third = _common_credit(known[link.copy], known[link.original])
        if third:
            joins.append((link.copy, link.original))
    return joins + [(child, parent) for child, (_, _, parent) in sorted(best.items())]


def _common_credit(one: Sources, other: Sources) -> str | None:
    strong = [
        {credit.newsroom for credit in side.credits if credit.weight >= Weight.LEADING and credit.is_alone} - {one.outlet, other.outlet}
        for side in (one, other)
    ]
    both = sorted(strong[0] & strong[1])
    return both[0] if both else None


def _origin(family: list[Article], links: tuple[Reprint, ...], known: dict[str, Sources]) -> Origin:
    ids = {one.id for one in family}
    copies = {link.copy for link in links if link.copy in ids and link.original in ids and link.direction not in (Direction.COMMON, Direction.UNDETERMINED)}
    roots = [one for one in family if one.id not in copies] or family
    root = min(roots, key=lambda one: (one.published is None, one.published or one.first_seen, one.id))
    whose = _whose(family, known)
    outlet, is_seen = known[root.id].outlet, True
    if whose is not None and whose != outlet:
        seen = [one for one in family if known[one.id].outlet == whose]
        outlet, is_seen = whose, bool(seen)
        root = min(seen, key=lambda one: (one.published is None, one.published or one.first_seen, one.id)) if seen else root
    return Origin(
        id=digest("origin", root.id),
        root=root.id,
        articles=tuple(sorted(ids)),
        outlet=outlet,
        is_seen=is_seen,
        evidence=(),
    )


def _whose(family: list[Article], known: dict[str, Sources]) -> str | None:
    votes: dict[str, int] = defaultdict(int)
    for one in family:
        for credit in known[one.id].credits:
            if credit.weight >= Weight.LEADING and credit.is_alone:
                votes[credit.newsroom] += credit.weight
    return min(votes, key=lambda name: (-votes[name], name)) if votes else None
