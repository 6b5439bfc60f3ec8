"""The claims in a group of assertions on one question, and what stands behind and against each."""

from __future__ import annotations

import heapq
from collections import defaultdict

from suyuan.claims.conflict import Side, relate
from suyuan.claims.keys import Draft, prepare
from suyuan.claims.roots import is_circular, roots
from suyuan.claims.same_claim import equal
from suyuan.claims.slots import TELLING
from suyuan.claims.trails import Chains, chains
from suyuan.outlets import Directory
from suyuan.records import (
    Article,
    Assertion,
    Citation,
    Claim,
    ClaimLink,
    Corroboration,
    Origin,
    Relation,
    RelationType,
    Reprint,
    SameClaim,
    Standing,
    Statement,
    Story,
    digest,
)

TOGETHER = 0.25  # mean score over all pairs of two groups, unlinked pairs as 0; best F1 on bench/claims


def weigh(
    members: tuple[Assertion, ...],
    links: tuple[SameClaim, ...],
    articles: tuple[Article, ...],
    statements: tuple[Statement, ...],
    citations: tuple[Citation, ...],
    reprints: tuple[Reprint, ...],
    origins: tuple[Origin, ...],
    stories: tuple[Story, ...],
    *,
    outlets: Directory,
) -> tuple[Claim | Corroboration, ...]:
    """The claims in a group of assertions on one question, and what stands behind and against each."""
    known = chains(articles, statements, citations, reprints, origins, outlets=outlets)
    home = {
        article: story
        for story in sorted(stories, key=lambda story: story.id, reverse=True)
        for article in story.articles
    }
    members = tuple(sorted(members, key=lambda one: _place(one, known.articles)))
    drafts = {
        one.id: prepare(
            one,
            (known.articles[one.article],),
            (known.statements[one.statement],) if one.statement in known.statements else (),
            (home[one.article],) if one.article in home else (),
        )
        for one in members
    }
    groups = split(members, links, drafts)
    claims = [_claim(group, known, home) for group in groups]
    relations = _relations(claims, groups, links, drafts, known)
    out: list[Claim | Corroboration] = []
    for claim, group in zip(claims, groups, strict=True):
        out += [claim, _corroboration(claim, group, tuple(relations[claim.id]), known)]
    return tuple(out)


def split(
    members: tuple[Assertion, ...], links: tuple[SameClaim, ...], drafts: dict[str, Draft]
) -> list[list[Assertion]]:
    """Average linkage over the links, best first; no group ever holds two answers."""
    groups: dict[int, list[Assertion]] = {place: [one] for place, one in enumerate(members)}
    place_of = {one.id: place for place, one in enumerate(members)}
    near: dict[int, dict[int, float]] = defaultdict(dict)
    apart: dict[int, set[int]] = defaultdict(set)
    for link in links:
        a, b = place_of[link.a], place_of[link.b]
        if link.link == ClaimLink.SAME:
            near[a][b] = near[b][a] = link.score
        else:
            apart[a].add(b)
            apart[b].add(a)
    held = {
        place: {kind: set(values) for kind, values in drafts[one.id].amounts.items()}
        for place, one in enumerate(members)
    }
    fates = {place: drafts[one.id].fate for place, one in enumerate(members)}
    heap = [(-score, a, b) for a, row in near.items() for b, score in row.items() if a < b]
    heapq.heapify(heap)
    while heap:
        mean, a, b = heapq.heappop(heap)
        if a not in groups or b not in groups or b not in near[a]:
            continue
        now = near[a][b] / (len(groups[a]) * len(groups[b]))
        if now < -mean - 1e-9:
            continue
        if (
            now < TOGETHER
            or b in apart[a]
            or _at_odds(held[a], held[b])
            or (fates[a] != fates[b] and fates[a] and fates[b])
        ):
            continue
        groups[a] = groups[a] + groups.pop(b)
        for kind, values in held[b].items():
            held[a].setdefault(kind, set()).update(values)
        fates[a] = max(fates[a], fates[b])
        for other in apart.pop(b, set()):
            apart[other].discard(b)
            apart[other].add(a)
            apart[a].add(other)
        for other, score in near.pop(b).items():
            near[other].pop(b, None)
            if other != a:
                near[a][other] = near[other][a] = near[a].get(other, 0.0) + score
        near[a].pop(b, None)
        for other, score in near[a].items():
            if other in groups:
                heapq.heappush(heap, (-score / (len(groups[a]) * len(groups[other])), min(a, other), max(a, other)))
    return [sorted(group, key=lambda one: place_of[one.id]) for _, group in sorted(groups.items())]


def _place(assertion: Assertion, articles: dict[str, Article]) -> tuple[str, str, int, int]:
    published = articles[assertion.article].published
    return (published.isoformat() if published else "9", assertion.article, assertion.start, assertion.end)


def _at_odds(one: dict[str, set[tuple[float, bool]]], other: dict[str, set[tuple[float, bool]]]) -> bool:
    return any(
        not any(equal(kind, a, b) for a in one[kind] for b in other[kind])
        for kind in one.keys() & other.keys()
        if kind in TELLING
    )


def _claim(group: list[Assertion], known: Chains, home: dict[str, Story]) -> Claim:
    first = group[0]
    best = min(
        group,
        key=lambda one: (one.statement is None, one.number is None, abs(one.end - one.start - 30), group.index(one)),
    )
    return Claim(
        id=digest("claim", first.id),
        story=home[first.article].id if first.article in home else None,
        assertions=tuple(one.id for one in group),
        articles=tuple(dict.fromkeys(one.article for one in group)),
        best=best.id,
        text=known.articles[best.article].text[best.start : best.end],
        slot=best.slot,
        value=best.value,
        as_of=best.as_of,
    )


def _relations(
    claims: list[Claim],
    groups: list[list[Assertion]],
    links: tuple[SameClaim, ...],
    drafts: dict[str, Draft],
    known: Chains,
) -> dict[str, list[Relation]]:
    of = {one.id: place for place, group in enumerate(groups) for one in group}
    marks: dict[tuple[int, int], set[str]] = defaultdict(set)
    for link in links:
        a, b = sorted((of[link.a], of[link.b]))
        if link.link == ClaimLink.RIVAL and a != b:
            marks[a, b].update(mark for mark in link.evidence if mark[0] in "≠±")
    found: dict[str, list[Relation]] = defaultdict(list)
    sides = {place: _side(claims[place], groups[place], drafts, known) for pair in marks for place in pair}
    for a, b in sorted(marks):
        relation = relate(sides[a], sides[b], frozenset(marks[a, b]))
        if relation is None:
            continue
        type_, actor, object_, why = relation
        mutual = type_ in (RelationType.CONTRADICTS, RelationType.CONFIRMS)
        found[actor].append(Relation(type=type_, other=object_, is_active=True, why=why))
        found[object_].append(Relation(type=type_, other=actor, is_active=mutual, why=why))
    return found


def _side(claim: Claim, group: list[Assertion], drafts: dict[str, Draft], known: Chains) -> Side:
    times = [when for one in group if (when := known.articles[one.article].published)]
    return Side(
        claim=claim.id,
        drafts=tuple(drafts[one.id] for one in group),
        first=min(times, default=None),
        last=max(times, default=None),
        words="".join(known.articles[one.article].text[one.start : one.end] for one in group),
        speakers=frozenset(name for one in group for name in one.subject),
    )


def _corroboration(
    claim: Claim, group: list[Assertion], relations: tuple[Relation, ...], known: Chains
) -> Corroboration:
    found = roots(group, known)
    counted = [root for root in found if not is_circular(root)]
    return Corroboration(
        id=digest("corroboration", claim.id),
        claim=claim.id,
        articles=claim.articles,
        roots=found,
        origins=len(counted),
        named=sum(root.is_named for root in counted),
        voices=len({root.voice for root in counted}),
        reports=len(claim.articles),
        standing=_standing(len(counted), relations),
        relations=relations,
    )


def _standing(origins: int, relations: tuple[Relation, ...]) -> Standing:
    against = {relation.type for relation in relations if not relation.is_active}
    if RelationType.DENIES in against:
        return Standing.DENIED
    if any(relation.type == RelationType.CONTRADICTS for relation in relations):
        return Standing.DISPUTED
    if RelationType.SUPERSEDES in against:
        return Standing.SUPERSEDED
    return Standing.CORROBORATED if origins > 1 else Standing.SINGLE
