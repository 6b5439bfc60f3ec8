"""Where the assertions of one claim start: roots that are one are folded together, and each fold keeps its reason.

Numbers fail closed: two assertions count as one origin whenever a reason is found.
"""

from __future__ import annotations

from collections.abc import Iterable

from suyuan.claims.parties import BODIES, GENERIC_FIRM, GENERIC_OFFICE, OFFICES, kin_of, one_name
from suyuan.claims.trails import Chains, Trail, follow
from suyuan.records import Assertion, Root, RootKind, Span

WORDING = 0.72  # share of the shorter wording's character pairs in the longer: one text, whoever is credited
WORDY = 7  # pairs of letters without figures: two people may say as little in the same words
APART = 9  # pairs: two parties with names of their own are one text only where so much is shared
CIRCLE = "circular: each reports that the other reported it"
_ORDER = {
    kind: place
    for place, kind in enumerate(
        (RootKind.SPEAKER, RootKind.DOCUMENT, RootKind.WITNESS, RootKind.ANONYMOUS, RootKind.OUTLET)
    )
}


def roots(members: Iterable[Assertion], known: Chains) -> tuple[Root, ...]:
    """The independent origins of one claim, with what was folded into each and why."""
    trails = [trail for member in members for trail in follow(member, known)]
    folds = _Folds(len(trails))
    for later in range(len(trails)):
        for earlier in range(later):
            if folds.first(earlier) != folds.first(later):
                one, other = trails[earlier], trails[later]
                folds.join(earlier, later, _one_text(one, other, known) or _one_party(one, other))
    _fold_vague(trails, folds)
    groups = [([trails[place] for place in places], reasons) for places, reasons in folds.groups()]
    return tuple(_root(group, reasons) for group, reasons in _without_bare_narration(groups))


class _Folds:
    """Which trails were found to be one root, and why (union-find)."""

    def __init__(self, size: int) -> None:
        self._parent = list(range(size))
        self._reasons: list[list[str]] = [[] for _ in range(size)]

    def first(self, place: int) -> int:
        while self._parent[place] != place:
            self._parent[place] = self._parent[self._parent[place]]
            place = self._parent[place]
        return place

    def join(self, a: int, b: int, reason: str | None) -> None:
        low, high = sorted((self.first(a), self.first(b)))
        if reason and low != high:
            self._reasons[b].append(reason)
            self._parent[high] = low

    def groups(self) -> list[Places]:
        found: dict[int, Places] = {}
        for place, reasons in enumerate(self._reasons):
            places, why = found.setdefault(self.first(place), ([], []))
            places.append(place)
            why.extend(reasons)
        return list(found.values())


Places = tuple[list[int], list[str]]


def _fold_vague(trails: list[Trail], folds: _Folds) -> None:
    """A party without a name joins the first named root of its party, and bridges no two of them."""
    for places, _ in folds.groups():
        vague = trails[places[0]]
        if all(_is_vague(trails[place]) for place in places):
            host = next(
                (place for place, one in enumerate(trails) if one.party == vague.party and not _is_vague(one)),
                places[0],
            )
            folds.join(host, places[0], f"an unnamed voice of {vague.party} may be the named one")


def is_circular(root: Root) -> bool:
    """A says that B reported it, B says that A did: no origin at all."""
    return CIRCLE in root.reasons


def _one_text(one: Trail, other: Trail, known: Chains) -> str | None:
    """The same words in two places go back to one text."""
    a, b = one.assertion, other.assertion
    if a.id == b.id:  # two bodies that said it together
        return None
    for reprint in known.copies.get(frozenset((a.article, b.article)), ()):
        copy, original = (a, b) if reprint.copy == a.article else (b, a)
        if any(_covers(passage.copy, copy) and _covers(passage.original, original) for passage in reprint.passages):
            return f"copied passage: {reprint.kind}"
    if _same_wording(one, other):
        return "shared wording"
    family = known.families.get(a.article)
    if family and family == known.families.get(b.article) and a.article != b.article and one.stem == other.stem:
        return "copies of one text"
    return None


def _covers(span: Span, assertion: Assertion) -> bool:
    return min(span.end, assertion.end) - max(span.start, assertion.start) >= 0.6 * (assertion.end - assertion.start)


def _same_wording(one: Trail, other: Trail) -> bool:
    named = {one.kind, other.kind} <= {RootKind.SPEAKER, RootKind.DOCUMENT} and one.party != other.party
    shorter = min(len(one.wording), len(other.wording))
    return shorter >= (APART if named else WORDY) and len(one.wording & other.wording) / shorter >= WORDING


def _one_party(one: Trail, other: Trail) -> str | None:
    """One person repeating himself, one body with its branches, one crowd of unnamed."""
    kinds = {one.kind, other.kind}
    if kinds == {RootKind.ANONYMOUS}:
        return "unnamed informants count once"
    if kinds in ({RootKind.WITNESS}, {RootKind.OUTLET}):
        mine, theirs = one.cites or one.home, other.cites or other.home
        return "one newsroom" if mine == theirs else None
    if not kinds <= {RootKind.SPEAKER, RootKind.DOCUMENT}:
        return None
    if one.person and other.person:
        if _one_person(one.person, other.person):
            return "one person repeating himself"
        return f"one body: {one.party}" if one.party == other.party and one.party in BODIES else None
    if not (_is_vague(one) or _is_vague(other)) and one_name(one.stem, other.stem):
        return "one body with its branches and spokesmen"
    if one.party and one.party == other.party and _is_one_body(one, other):
        return f"one body: {one.party}"
    if one.is_briefing and other.is_briefing:
        return "one press conference"
    return None


def _one_person(one: str, other: str) -> bool:
    """张姓负责人 may be 张先生: a bare surname is whoever bears it."""
    return one[0] == other[0] if min(len(one), len(other)) == 1 else one_name(one, other)


def _is_vague(trail: Trail) -> bool:
    """A party without a name of its own: 家属, 该公司, 相关部门, an anonymous doctor. It joins one named root, and bridges none."""
    if trail.kind == RootKind.ANONYMOUS:
        return bool(trail.party)
    if trail.kind not in (RootKind.SPEAKER, RootKind.DOCUMENT) or trail.person:
        return False
    if trail.party == "家属":
        return not kin_of(trail.stem)
    generic = GENERIC_FIRM if trail.party == "企业" else GENERIC_OFFICE if trail.party in OFFICES else None
    return generic is not None and len(generic.sub("", trail.stem)) < 2


def _is_one_body(one: Trail, other: Trail) -> bool:
    if _is_vague(one) and _is_vague(other):
        return True
    return one.party in BODIES or (one.party == "家属" and kin_of(one.stem) == kin_of(other.stem) != "")


Group = tuple[list[Trail], list[str]]


def _without_bare_narration(made: list[Group]) -> list[Group]:
    """Narration that names nobody is no origin beside others: it may have come from any of them.

    Narration that names an outlet which no other root came through stays an origin of its own.
    """
    told = [group for group in made if all(trail.kind == RootKind.OUTLET for trail in group[0])]
    others = [group for group in made if group not in told]
    through = {
        newsroom for trails, _ in others for trail in trails for newsroom in (trail.cites, trail.home) if newsroom
    }
    apart = [group for group in told if (cites := group[0][0].cites) and cites not in through]
    bare = [group for group in told if group not in apart]
    circle = _circle(told)
    kept = [*others, *(group for group in apart if group[0][0].cites not in circle)]
    if not kept and circle:
        return [
            ([trail for trails, _ in told for trail in trails], [*(why for _, whys in told for why in whys), CIRCLE])
        ]
    rest = [group for group in told if group in bare or group not in kept]
    if not kept:
        kept, rest = rest[:1], rest[1:]
    if rest:
        trails, reasons = kept[0]
        kept[0] = (
            [*trails, *(trail for group, _ in rest for trail in group)],
            [*reasons, *(why for _, whys in rest for why in whys), "narration that names no other origin"],
        )
    return kept


def _circle(told: list[Group]) -> set[str]:
    edges = {
        (trail.home, trail.cites)
        for trails, _ in told
        for trail in trails
        if trail.home and trail.cites and trail.home != trail.cites
    }
    return {home for home, cites in edges if (cites, home) in edges}


def _root(trails: list[Trail], reasons: list[str]) -> Root:
    best = min(
        trails, key=lambda one: (_ORDER[one.kind], not one.person and not one.party, -len(one.stem), one.assertion.id)
    )
    is_seen = best.kind != RootKind.OUTLET or any(one.cites in (None, one.home) for one in trails)
    voice = (
        best.party
        if best.party and best.party not in {"企业", "专家"}
        else best.stem or best.party or best.name or "媒体"
    )
    return Root(
        kind=best.kind,
        name=best.name,
        voice=voice,
        assertions=tuple(sorted({one.assertion.id for one in trails})),
        reasons=tuple(dict.fromkeys(reasons)),
        is_named=best.kind != RootKind.ANONYMOUS,
        is_seen=is_seen,
    )
