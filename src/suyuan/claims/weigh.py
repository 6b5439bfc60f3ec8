"""The claims in a group of assertions on one question, and what stands behind and against each."""

from __future__ import annotations

from collections import Counter, defaultdict

from suyuan.claims.changes import changes, is_withdrawn, told
from suyuan.claims.conflict import Side, relate
from suyuan.claims.keys import Draft, prepare
from suyuan.claims.roots import is_circular, roots
from suyuan.claims.second_reader import SecondReading
from suyuan.claims.split import split
from suyuan.claims.trails import Chains, chains, head
from suyuan.outlets import Directory
from suyuan.records import (
    Article,
    Assertion,
    Change,
    Citation,
    Claim,
    ClaimLink,
    Correction,
    Corroboration,
    Origin,
    Relation,
    RelationType,
    Removal,
    Reprint,
    Revision,
    SameClaim,
    Standing,
    Statement,
    Story,
    digest,
)
from suyuan.text.answers import Reader

Likeness = dict[str, dict[str, float]]
"""The score of every same link, from either end."""


def weigh(
    members: tuple[Assertion, ...],
    links: tuple[SameClaim, ...],
    articles: tuple[Article, ...],
    statements: tuple[Statement, ...],
    citations: tuple[Citation, ...],
    reprints: tuple[Reprint, ...],
    origins: tuple[Origin, ...],
    stories: tuple[Story, ...],
    revisions: tuple[Revision, ...] = (),
    corrections: tuple[Correction, ...] = (),
    removals: tuple[Removal, ...] = (),
    *,
    outlets: Directory,
    claims_reader: Reader | None = None,
) -> tuple[Claim | Corroboration | Change, ...]:
    """The claims in a group of assertions on one question, what stands behind and against each, and since when."""
    known = chains(
        articles, statements, citations, reprints, origins, revisions, corrections, removals, outlets=outlets
    )
    home = {
        article: story
        for story in sorted(stories, key=lambda story: story.id, reverse=True)
        for article in (*story.superseded, *story.articles)
    }
    members = tuple(sorted(members, key=lambda one: _place(one, known.articles)))
    drafts = {one.id: _draft(one, known, home, corrections) for one in members} if links else {}
    reading = SecondReading(claims_reader, members, known.articles, known.statements) if claims_reader else None
    groups = split(members, links, drafts, reading) if links else [[one] for one in members]
    alike = _likeness(links)
    claims = [_claim(group, alike, known, home) for group in groups]
    relations = _relations(claims, groups, links, drafts, known)
    weighed = {
        claim.id: told(
            claim, _corroboration(claim, group, tuple(relations[claim.id]), known, drafts, reading), group, known
        )
        for claim, group in zip(claims, groups, strict=True)
    }
    out: list[Claim | Corroboration | Change] = []
    for one in weighed.values():
        out += [one.claim, one.ground, *changes(one, weighed, known)]
    return tuple(out)


def _place(assertion: Assertion, articles: dict[str, Article]) -> tuple[str, str, int, int]:
    published = articles[assertion.article].published
    return (published.isoformat() if published else "9", assertion.article, assertion.start, assertion.end)


def _draft(one: Assertion, known: Chains, home: dict[str, Story], corrections: tuple[Correction, ...]) -> Draft:
    statement, story = known.statements.get(one.statement or ""), home.get(one.article)
    said, told = (statement,) if statement else (), (story,) if story else ()
    return prepare(one, (known.articles[one.article],), said, told, corrections)


def _claim(group: list[Assertion], links: Likeness, known: Chains, home: dict[str, Story]) -> Claim:
    first = group[0]
    best = max(_on_its_slot(group), key=lambda one: (_says_it(one, group, links), -group.index(one)))
    best = next(one for one in group if _words(one, known) == _words(best, known))  # the first to say it so
    return Claim(
        id=digest("claim", first.id),
        story=next((home[one.article].id for one in group if one.article in home), None),
        assertions=tuple(one.id for one in group),
        articles=tuple(dict.fromkeys(one.article for one in group)),
        best=best.id,
        text=_words(best, known),
        slot=best.slot,
        value=best.value,
        as_of=best.as_of,
    )


def _words(one: Assertion, known: Chains) -> str:
    return known.articles[one.article].text[one.start : one.end]


def _on_its_slot(group: list[Assertion]) -> list[Assertion]:
    """The passages that answer the question which most of a claim's passages answer."""
    slots = Counter(one.slot for one in group)
    most = max(
        slots,
        key=lambda slot: (
            (slot.endswith("人数"), slots[slot], slot) if 3 * slots[slot] >= len(group) else (False, slots[slot], slot)
        ),
    )
    return [one for one in group if one.slot == most]


def _likeness(links: tuple[SameClaim, ...]) -> Likeness:
    found: Likeness = defaultdict(dict)
    for link in links:
        if link.link == ClaimLink.SAME:
            found[link.a][link.b] = found[link.b][link.a] = link.score
    return found


def _says_it(one: Assertion, group: list[Assertion], alike: Likeness) -> float:
    """How well a passage stands for its claim: likest to the others, said by someone, with its number, neither short nor long."""
    to = alike.get(one.id, {})
    central = sum(to.get(other.id, 0.0) for other in group) / len(group)
    return (
        central
        + 0.1 * (one.statement is not None)
        + 0.1 * (one.number is not None)
        - abs(one.end - one.start - 30) / 300
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
            marks[a, b].update(mark for mark in link.evidence if mark[0] in "≠±✓")
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
        seen=min(known.articles[one.article].first_seen for one in group),
        last=max(times, default=None),
        slot=claim.slot,
        newsrooms=frozenset(known.articles[one.article].outlet for one in group),
        words="".join(known.articles[one.article].text[one.start : one.end] for one in group),
    )


def _corroboration(
    claim: Claim,
    group: list[Assertion],
    relations: tuple[Relation, ...],
    known: Chains,
    drafts: dict[str, Draft],
    reading: SecondReading | None,
) -> Corroboration:
    found = roots(claim, group, known, drafts, reading)
    counted = [root for root in found if not is_circular(root)]
    return Corroboration(
        id=digest("corroboration", claim.id),
        claim=claim.id,
        articles=claim.articles,
        roots=found,
        origins=len(counted),
        named=sum(root.is_named for root in counted),
        voices=len({root.voice for root in counted}),
        reports=len({head(article, known) for article in claim.articles}),
        standing=_standing(len(counted), relations, is_withdrawn=is_withdrawn(claim, group, known)),
        relations=relations,
    )


def _standing(origins: int, relations: tuple[Relation, ...], *, is_withdrawn: bool) -> Standing:
    against = {relation.type for relation in relations if not relation.is_active}
    if RelationType.DENIES in against:
        return Standing.DENIED
    if any(relation.type == RelationType.CONTRADICTS for relation in relations):
        return Standing.DISPUTED
    if RelationType.SUPERSEDES in against or is_withdrawn:
        return Standing.SUPERSEDED
    return Standing.CORROBORATED if origins > 1 else Standing.SINGLE
