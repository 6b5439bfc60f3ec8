"""Where the assertions of one claim start: roots that are one are folded together, and each fold keeps its reason.

Numbers fail closed: two assertions count as one origin whenever a reason is found.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace

from suyuan.claims.agreement import answers_alike, surely
from suyuan.claims.by_hand import ONE_ORIGIN, is_joined, marks
from suyuan.claims.keys import Draft
from suyuan.claims.pair import pair
from suyuan.claims.parties import (
    AUTHORITIES,
    BODIES,
    CROWDS,
    GENERIC_EXPERT,
    GENERIC_FIRM,
    GENERIC_OFFICE,
    GENERIC_PAPER,
    MOUTHPIECE,
    NOBODY,
    OFFICES,
    are_of_one_firm,
    is_government_of,
    is_office_of,
    kin_of,
    one_name,
    one_person,
    speaks_of,
)
from suyuan.claims.same_claim import BY_HAND
from suyuan.claims.second_reader import SAYS_SAME, SecondReading
from suyuan.claims.slots import folded
from suyuan.claims.trails import Chains, Trail, follow, head, parted
from suyuan.records import Assertion, Claim, Root, RootKind, Span

WORDING = 0.72  # share of the shorter wording's character pairs in the longer: one text, whoever is credited
WORDY = 7  # pairs of letters without figures: two people may say as little in the same words
APART = 9  # pairs: two parties with names of their own are one text only where so much is shared
_SAYING = frozenset({RootKind.SPEAKER, RootKind.DOCUMENT})
COMPARED = 12  # passages of one root: more say nothing new, and a claim that everybody carries must not stall
CROWDED = 120  # passages of all roots together
CIRCLE = "circular: each reports that the other reported it"
_ORDER = {
    kind: place
    for place, kind in enumerate(
        (RootKind.SPEAKER, RootKind.DOCUMENT, RootKind.WITNESS, RootKind.ANONYMOUS, RootKind.OUTLET)
    )
}


def roots(
    claim: Claim,
    members: Iterable[Assertion],
    known: Chains,
    drafts: dict[str, Draft],
    reading: SecondReading | None = None,
) -> tuple[Root, ...]:
    """The independent origins of one claim, with what was folded into each and why."""
    trails = [trail for member in members for trail in follow(member, known)]
    folds = _Folds(len(trails))
    for later in range(len(trails)):
        for earlier in range(later):
            if folds.first(earlier) != folds.first(later):
                one, other = trails[earlier], trails[later]
                folds.join(earlier, later, _one_text(one, other, known) or _one_party(one, other))
    _fold_vague(trails, folds)
    _fold_by_hand(trails, folds, known)
    groups = [_Group([trails[place] for place in places], reasons) for places, reasons in folds.groups()]
    apart = _surely_said(_without_bare_narration(groups), claim.best, drafts, reading)
    order = {trail.assertion.id: place for place, trail in enumerate(trails)}
    return tuple(
        _root(sorted(group.trails, key=lambda one: order[one.assertion.id]), group, claim.best, known)
        for group in apart
    )


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

    def given(self) -> Iterator[tuple[int, str]]:
        """Every fold: the later place, and the reason."""
        return ((place, reason) for place, reasons in enumerate(self._reasons) for reason in reasons)

    def groups(self) -> list[Places]:
        found: dict[int, Places] = {}
        for place, reasons in enumerate(self._reasons):
            places, why = found.setdefault(self.first(place), ([], []))
            places.append(place)
            why.extend(reasons)
        return list(found.values())


Places = tuple[list[int], list[str]]


def _fold_vague(trails: list[Trail], folds: _Folds) -> None:
    """Who has no name of his own joins one root that he may be, and bridges no two of them."""
    for places, _ in folds.groups():
        vague = [trails[place] for place in places]
        host, reason = next(_hosts(vague, trails, folds.first(places[0]), folds), (places[0], ""))
        folds.join(host, places[0], reason)


def _hosts(vague: list[Trail], trails: list[Trail], own: int, folds: _Folds) -> Iterator[tuple[int, str]]:
    """The roots that somebody vague may be, each with the reason."""
    others = [(place, one) for place, one in enumerate(trails) if folds.first(place) != own]
    for is_vague, may_be, reason in _VAGUE:
        lead = next((one for one in vague if is_vague(one)), None)
        if lead and all(is_vague(one) or _is_nobody(one) for one in vague):
            yield from ((place, reason.format(lead.voice.party)) for place, one in others if may_be(lead, one))


def _fold_by_hand(trails: list[Trail], folds: _Folds, known: Chains) -> None:
    """What an owner says is one body or goes back to one root is one."""
    marked = [
        marks(one.assertion, known.articles[one.assertion.article], known.by_hand, ONE_ORIGIN) for one in trails
    ] if known.by_hand else []  # fmt: skip
    for later in range(len(marked)):
        for earlier in range(later):
            if is_joined(marked[earlier], marked[later]):
                folds.join(earlier, later, BY_HAND)


def is_circular(root: Root) -> bool:
    """A says that B reported it, B says that A did: no origin at all."""
    return CIRCLE in root.reasons


def _one_text(one: Trail, other: Trail, known: Chains) -> str | None:
    """The same words in two places go back to one text."""
    a, b = one.assertion, other.assertion
    if a.id == b.id:  # two bodies that said it together
        return None
    if a.article == b.article and a.start < b.end and b.start < a.end:
        return "one passage"
    for reprint in known.copies.get(frozenset((a.article, b.article)), ()):
        copy, original = (a, b) if reprint.copy == a.article else (b, a)
        if any(_covers(passage.copy, copy) and _covers(passage.original, original) for passage in reprint.passages):
            return f"copied passage: {reprint.kind}"
    if _same_wording(one, other):
        return "shared wording"
    if a.article != b.article and head(a.article, known) == head(b.article, known) and one.voice == other.voice:
        return "one address, revised"
    family = known.families.get(a.article)
    if family and family == known.families.get(b.article) and a.article != b.article and one.voice == other.voice:
        return "copies of one text"
    return None


def _covers(span: Span, assertion: Assertion) -> bool:
    return min(span.end, assertion.end) - max(span.start, assertion.start) >= 0.6 * (assertion.end - assertion.start)


def _same_wording(one: Trail, other: Trail) -> bool:
    named = {one.kind, other.kind} <= _SAYING and one.voice.party != other.voice.party
    shorter = min(len(one.wording), len(other.wording))
    return shorter >= (APART if named else WORDY) and len(one.wording & other.wording) / shorter >= WORDING


def _one_party(one: Trail, other: Trail) -> str | None:
    """One person repeating himself, one body with its branches, one crowd of unnamed."""
    kinds = {one.kind, other.kind}
    if _is_told_by(one, other) or _is_told_by(other, one):
        return "known from who quotes it"
    if one.voice.state and one.voice.state == other.voice.state:
        return f"one body: {one.voice.state}"
    if kinds == {RootKind.ANONYMOUS}:
        return "unnamed informants count once"
    if kinds in ({RootKind.WITNESS}, {RootKind.OUTLET}):
        source = one.cites or one.home
        if source != (other.cites or other.home):
            return None
        if source is None:
            return "neither has a newsroom that is known"  # two accounts on platforms: they count once
        named = one.name if one.cites else other.name
        return "one newsroom" if one.home == other.home or not named else f"both go back to {named}"
    if not kinds <= _SAYING:
        return None
    mine, theirs = one.voice, other.voice
    if mine.person and theirs.person and one_person(mine.person, theirs.person):
        return "one person repeating himself"
    if is_office_of(mine, theirs) or is_office_of(theirs, mine):
        return "one body with its branches and spokesmen"
    if are_of_one_firm(mine, theirs):
        return "one firm"
    if is_government_of(mine, theirs) or is_government_of(theirs, mine):
        return "one government"
    if mine.person and theirs.person:
        return f"one body: {mine.party}" if mine.party == theirs.party and mine.party in BODIES else None
    if not (_is_vague(one) or _is_vague(other)) and one_name(mine.stem, theirs.stem):
        return "one body with its branches and spokesmen"
    if mine.party and mine.party == theirs.party and _is_one_body(one, other):
        return f"one body: {mine.party}"
    if one.is_briefing and other.is_briefing:
        return "one press conference"
    return None


def _is_told_by(one: Trail, other: Trail) -> bool:
    """谢某某, whose report the police tell, and the police."""
    teller, voice = one.through, other.voice
    if not teller.party and not teller.person:
        return False
    if teller.person or voice.person:
        return bool(teller.person and voice.person) and one_person(teller.person, voice.person)
    return (teller.party == voice.party and teller.party in BODIES | CROWDS) or one_name(teller.stem, voice.stem)


def _is_vague(trail: Trail) -> bool:
    """A party without a name of its own: 家属, 该公司, 相关部门, an anonymous doctor. It joins one named root, and bridges none."""
    voice = trail.voice
    if trail.kind == RootKind.ANONYMOUS:
        return bool(voice.party)
    if trail.kind not in _SAYING or voice.person:
        return False
    if voice.party == "家属":
        return not kin_of(voice.stem)
    if _DEFINITE.match(trail.name or ""):
        return bool(voice.party)
    generic = _GENERIC.get("机关" if voice.party in OFFICES else voice.party)
    return generic is not None and len(generic.sub("", voice.stem)) < 2


def _is_more_definite(one: Trail, than: Trail) -> bool:
    """Somebody with a name, or at least with a description where the other has none."""
    return not _is_vague(one) or (than.kind == RootKind.ANONYMOUS and one.kind in _SAYING)


_GENERIC = {"企业": GENERIC_FIRM, "机关": GENERIC_OFFICE, "专家": GENERIC_EXPERT}
# 外媒, 韩媒, 外电: an outlet that nobody can look up.
_SOME_OUTLET = re.compile(r"(?:有|多家|部分|当地|境外|海外|中|外|[美英日韩俄法德印港台澳])?媒体?|外电")
_DEFINITE = re.compile(
    r"该|这|上述|涉事|当事|涉案|肇事|本[院校司局店]|前述|[两三四五六七八九十多]+部门$"
)  # of which there is talk already


def _may_be_of(party: str, other: str) -> bool:
    """A name without any word for what it is may be a firm's: 万渡."""
    return party == other or (party == "企业" and not other)


def _is_described(trail: Trail) -> bool:
    """一女子, 该女子, 当事人, 有网友: somebody of whom nothing is told but that he speaks."""
    return trail.kind == RootKind.ANONYMOUS and _DESCRIBED.search(trail.name or "") is not None


def _is_private(trail: Trail) -> bool:
    return bool(trail.voice.person) and trail.voice.party in ("", "目击者", "家属", "家长")


_DESCRIBED = re.compile(
    r"^当事人|(?:女性|男性|[女男])网友$|(?:女子|男子|女士|男士|女孩|男孩|女生|男生|当事人|当事者|小伙|老人)$"
)


def _is_officeless(trail: Trail) -> bool:
    """纳德拉, of whom the article does not say what he is."""
    voice = trail.voice
    return trail.kind == RootKind.SPEAKER and bool(voice.person) and not (voice.party or voice.office or voice.state)


def _is_nobody(trail: Trail) -> bool:
    """报告显示, 发布会上介绍, 有些人认为: a document, an occasion or a voice that nothing tells from any other."""
    if trail.kind == RootKind.ANONYMOUS and not trail.voice.party:
        return True
    if trail.kind not in _SAYING or trail.voice.person:
        return False
    if "发布会" in trail.voice.stem or NOBODY.fullmatch(trail.name or ""):
        return True
    return trail.kind == RootKind.DOCUMENT and len(GENERIC_PAPER.sub("", trail.voice.stem)) < 2


def _is_mouthpiece(trail: Trail) -> bool:
    """县委宣传部, 新闻办: tells what other authorities found out."""
    return trail.kind in _SAYING and not trail.voice.person and MOUTHPIECE.search(trail.name or "") is not None


def _is_foreign(trail: Trail) -> bool:
    """A person under a name in Latin letters: Starmer may be 斯塔默."""
    return trail.kind == RootKind.SPEAKER and bool(trail.voice.person) and trail.voice.person.isascii()


# Who has no name of his own, whom he may be, and the reason.
_VAGUE: tuple[tuple[Callable[[Trail], bool], Callable[[Trail, Trail], bool], str], ...] = (
    (
        _is_vague,
        lambda vague, one: _may_be_of(vague.voice.party, one.voice.party) and _is_more_definite(one, vague),
        "an unnamed voice of {} may be the named one",
    ),
    (
        _is_described,
        lambda vague, one: one.kind == RootKind.SPEAKER and _is_private(one),
        "who is only described may be the named one",
    ),
    (
        _is_officeless,
        lambda vague, one: one.kind == RootKind.SPEAKER and one.voice.party in ("企业", "") and not one.voice.person,
        "who holds no known office may speak for the firm",
    ),
    (
        _is_nobody,
        lambda vague, one: one.kind in _SAYING or (one.kind == RootKind.ANONYMOUS and not _is_nobody(one)),
        "who is not named may be anyone",
    ),
    (
        _is_mouthpiece,
        lambda vague, one: one.voice.party in AUTHORITIES and not _is_mouthpiece(one),
        "who speaks for an authority tells what others found",
    ),
    (
        _is_foreign,
        lambda vague, one: one.kind == RootKind.SPEAKER and not _is_foreign(one),
        "one name in two alphabets",
    ),
)


def _is_one_body(one: Trail, other: Trail) -> bool:
    if _is_vague(one) and _is_vague(other):
        return True
    return one.voice.party in BODIES or (
        one.voice.party == "家属" and kin_of(one.voice.stem) == kin_of(other.voice.stem) != ""
    )


@dataclass(frozen=True, slots=True)
class _Group:
    """The trails of one root, why they are one, and those that only count here (`beside`)."""

    trails: list[Trail]
    reasons: list[str]
    beside: tuple[Trail, ...] = ()

    @property
    def is_told(self) -> bool:
        """Whether only outlets tell it, in their own words."""
        return all(trail.kind == RootKind.OUTLET for trail in self.trails)


def _without_bare_narration(made: list[_Group]) -> list[_Group]:
    """Narration that names nobody is no origin beside others: it may have come from any of them.

    Narration that names an outlet stays an origin of its own where no other root came through that outlet, and
    where no other root stands in the same article or is named in its words: both may be from one place.
    """
    told = [group for group in made if group.is_told]
    others = [group for group in made if not group.is_told]
    through = {room for group in others for trail in group.trails for room in (trail.cites, trail.home) if room}
    near = {trail.assertion.article for group in others for trail in group.trails}
    parties = {trail.voice.party for group in others for trail in group.trails}
    circle = _circle(told)
    apart = [
        group
        for group in told
        if (cites := group.trails[0].cites)
        and cites not in through | circle
        and any(trail.home != trail.cites for trail in group.trails)
        and not any(trail.assertion.article in near for trail in group.trails)
        and not any(speaks_of(parted(trail)[1], party) for trail in group.trails for party in parties)
    ]
    kept = [*others, *apart]
    if not kept and circle:
        return [_Group([trail for group in told for trail in group.trails], [*_reasons(told), CIRCLE])]
    kept = kept or told[:1]
    rest = [group for group in told if not any(group is one for one in kept)]
    return [_with(kept[0], rest, "narration that names no other origin"), *kept[1:]] if rest else kept


def _with(root: _Group, others: list[_Group], reason: str) -> _Group:
    """A root with what only counts beside it."""
    beside = [trail for group in others for trail in (*group.trails, *group.beside)]
    return _Group(root.trails, [*root.reasons, *_reasons(others), reason], (*root.beside, *beside))


def _reasons(groups: list[_Group]) -> list[str]:
    return [reason for group in groups for reason in group.reasons]


def _surely_said(
    groups: list[_Group], best: str, drafts: dict[str, Draft], reading: SecondReading | None
) -> list[_Group]:
    """Roots that surely say the same; one whose words are only near is no second origin of it.

    Of as many that agree those are the origins of a claim among which its own words are.
    """
    if len(groups) < 2:
        return groups
    few = max(1, min(COMPARED, CROWDED // len(groups)))
    said = [[trail.assertion.id for trail in (*group.trails, *group.beside)[:few]] for group in groups]
    holds = [any(trail.assertion.id == best for trail in group.trails) for group in groups]
    folds = _Folds(len(groups))
    for later in range(len(groups)):
        for earlier in range(later):
            is_alike = answers_alike if groups[earlier].is_told or groups[later].is_told else surely
            if any(
                one == other or is_alike(pair(drafts[one], drafts[other]))
                for one in said[earlier]
                for other in said[later]
            ):
                folds.join(earlier, later, "says the same")
            elif reading and reading.verdict(said[earlier][0], said[later][0]).vouches:
                folds.join(earlier, later, SAYS_SAME)
    places = max(
        (places for places, _ in folds.groups()),
        key=lambda places: (len(places), any(holds[place] for place in places), -places[0]),
    )
    by_reader = {later for later, reason in folds.given() if reason == SAYS_SAME}
    kept = [
        replace(groups[place], reasons=[*groups[place].reasons, SAYS_SAME]) if place in by_reader else groups[place]
        for place in places
    ]
    rest = [groups[place] for place in range(len(groups)) if place not in places]
    if not rest:
        return kept
    home = next((at for at, place in enumerate(places) if holds[place]), 0)
    kept[home] = _with(kept[home], rest, "near words, and not surely the same thing said")
    return kept


def _circle(told: list[_Group]) -> set[str]:
    edges = {
        (trail.publisher, trail.names)
        for group in told
        for trail in group.trails
        if trail.publisher and trail.names and trail.publisher != trail.names
    }
    return {home for home, cites in edges if (cites, home) in edges}


def _as_printed(trail: Trail, known: Chains) -> str | None:
    """The name of a root in the script of its article: names are compared folded (麴 as 曲)."""
    name, article = trail.name, known.articles[trail.assertion.article]
    if not name:
        return name
    for text, before in ((article.text, trail.assertion.end), (article.text, len(article.text)), (article.title, None)):
        if (at := folded(text).rfind(name, 0, before)) >= 0:
            return text[at : at + len(name)]
    return name


def _root(trails: list[Trail], group: _Group, words: str, known: Chains) -> Root:
    """The root of a group by its trails in the order in which they were told.

    It bears the name of who says the claim's own `words`, where that is somebody by name; else the fullest, of equal ones the first.
    """
    best = min(
        trails,
        key=lambda one: (
            _ORDER[one.kind],
            one.assertion.id != words or _is_vague(one) or one.name == one.voice.party,
            not one.voice.person and not one.voice.party,
            _is_foreign(one),
            -len(one.voice.stem),
        ),
    )
    party, stem = best.voice.party, best.voice.stem
    homes = {one.home for one in trails}
    own = {one.assertion.id for one in trails}
    beside = {one.assertion.id for one in group.beside} - own
    return Root(
        kind=best.kind,
        name=_as_printed(best, known),
        voice=best.voice.state
        or (party if party and party not in {"企业", "专家"} else stem or party or best.name or "媒体"),
        assertions=tuple(sorted(own | beside)),
        reasons=tuple(dict.fromkeys(group.reasons)),
        beside=tuple(sorted(beside)),
        is_named=best.kind != RootKind.ANONYMOUS and not _SOME_OUTLET.fullmatch(best.name or ""),
        is_seen=any(one.cites is None or one.cites in homes for one in trails),
        is_removed=all(one.assertion.article in known.removals for one in trails),
    )
