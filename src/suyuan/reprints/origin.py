"""The independent texts that a family of articles goes back to.

Links chain: a digest holds pieces of five reports, and would join all five. So an article goes only where
most of it stands: with its like, with the article it was copied from, or with the newsroom that both credit.
A composite page of which no other text holds the better part is an origin of its own. A text that several houses
print as their own, or that a public body publishes itself, is a document: the first to print it did not write it.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from suyuan.outlets import Directory
from suyuan.records import COPY, Article, Citation, Direction, Origin, OriginKind, Reprint, ReprintKind, digest
from suyuan.reprints.credit import Sources, Weight, sources
from suyuan.reprints.direction import BOTH_SIGN, DOCUMENT
from suyuan.reprints.zones import is_official
from suyuan.text import fold

# Most of a text: what is shared, weighed as `trace` weighs it, less a little for what a copyist trims.
MOST = 0.45
# Two texts that share so much on both sides are one text, however many others resemble them.
ALIKE = 0.6
# Two articles that credit one newsroom share its text if they share this much on both sides.
CREDITED = 0.3

# A text that was never seen takes more than one page's word in a large family: that page may quote another text.
FEW = 1 / 3

# A page and what it said before are one text.
JOINS = COPY | {ReprintKind.REVISION}
OPEN = (Direction.COMMON, Direction.UNDETERMINED)


@dataclass(frozen=True, slots=True)
class Known:
    """An article with whom it names, and the one newsroom whose text it says it is, by a line of credit or in passing."""

    article: Article
    sources: Sources
    whose: str | None
    is_sure: bool  # it says so of the words themselves: a credit line, a dateline left standing


def origin(
    members: tuple[Article, ...], links: tuple[Reprint, ...], citations: tuple[Citation, ...], *, outlets: Directory
) -> tuple[Origin, ...]:
    """The independent texts that a family of articles goes back to; every member is in exactly one."""
    cited: dict[str, list[Citation]] = defaultdict(list)
    for citation in citations:
        cited[citation.article].append(citation)
    known = {one.id: _known(one, tuple(cited[one.id]), outlets) for one in members}
    copies = [link for link in links if link.kind in JOINS and link.copy in known and link.original in known]
    return tuple(_origin(family, copies, outlets) for family in _families(known, copies))


def _known(article: Article, citations: tuple[Citation, ...], outlets: Directory) -> Known:
    named = sources(article, fold(article.text), citations, outlets=outlets)
    whose, weight = _whose(named)
    return Known(article, named, whose, weight >= Weight.BYLINE)


def _whose(named: Sources) -> tuple[str | None, Weight]:
    """The only newsroom credited for the text, None where there is none or more than one; and how plainly it is."""
    for weight in (Weight.LINE, Weight.LEADING):
        found = {
            credit.newsroom: credit.weight
            for credit in named.credits
            if credit.weight >= weight and credit.newsroom != named.outlet
        }
        if found:
            is_shared = any(not credit.is_alone for credit in named.credits if credit.weight >= weight)
            return found.popitem() if len(found) == 1 and not is_shared else (None, weight)
    return None, Weight.PASSING


def _families(known: dict[str, Known], copies: list[Reprint]) -> list[list[Known]]:
    head = {one: one for one in known}

    def root(one: str) -> str:
        while head[one] != one:
            head[one] = head[head[one]]
            one = head[one]
        return one

    for one, other in _joins(known, copies):
        a, b = sorted((root(one), root(other)))
        head[b] = a
    families: dict[str, list[Known]] = defaultdict(list)
    for one in sorted(known):
        families[root(one)].append(known[one])
    return list(families.values())


def _joins(known: dict[str, Known], copies: list[Reprint]) -> Iterator[tuple[str, str]]:
    best: dict[str, tuple[float, str]] = {}
    for link in copies:
        least = min(link.coverage, link.covered)
        whose = known[link.copy].whose
        if (
            link.kind is ReprintKind.REVISION
            or least >= ALIKE
            or (least >= CREDITED and whose is not None and whose == known[link.original].whose)
        ):
            yield link.copy, link.original
        for child, parent in _parents(link):
            best[child] = max(best.get(child, (0.0, "")), (link.coverage + link.covered, parent))
    for child, (_, parent) in sorted(best.items()):
        yield child, parent


def _parents(link: Reprint) -> Iterator[tuple[str, str]]:
    """Whom an article of this link may go with: a copy with its original; two that nothing orders, if alike."""
    if link.direction not in OPEN:
        if link.coverage >= MOST:
            yield link.copy, link.original
    elif min(link.coverage, link.covered) >= MOST:
        yield link.copy, link.original
        yield link.original, link.copy


def _origin(family: list[Known], copies: list[Reprint], outlets: Directory) -> Origin:
    ids = {one.article.id for one in family}
    inside = [link for link in copies if link.copy in ids and link.original in ids]
    taken = {link.copy for link in inside if link.direction not in OPEN}
    whose, count = _credited(family)
    published = [one for one in family if one.whose is None and is_official(one.article)]
    own = published or [one for one in family if whose is not None and one.sources.outlet == whose]
    if not own and count < FEW * len(family):
        whose = None
    root = min(own or [one for one in family if one.article.id not in taken] or family, key=_first)
    is_seen = whose is None or bool(published) or whose == root.sources.outlet
    printed = _printed_alike(root.article.id, inside)
    credited = (f"{count} of {len(family)} credit {_name(whose, outlets)}",) if whose else ()
    return Origin(
        id=digest("origin", root.article.id),
        root=root.article.id,
        articles=tuple(sorted(ids)),
        outlet=_name(root.sources.outlet if is_seen else whose, outlets),
        is_seen=is_seen,
        evidence=(*credited, *printed),
        kind=OriginKind.DOCUMENT if published or (printed and is_seen) else OriginKind.REPORT,
    )


def _printed_alike(root: str, inside: list[Reprint]) -> tuple[str, ...]:
    """Why others printed the text that the root prints without having it from there: it was handed to them all."""
    reasons = {
        reason
        for link in inside
        if root in (link.copy, link.original)
        and link.direction is Direction.COMMON
        and min(link.coverage, link.covered) >= MOST
        for reason in link.evidence
    }
    return tuple(sorted(reasons & {BOTH_SIGN, DOCUMENT}))


def _name(newsroom: str | None, outlets: Directory) -> str | None:
    outlet = outlets.by_id(newsroom) if newsroom else None
    return outlet.name if outlet else newsroom


def _credited(family: list[Known]) -> tuple[str | None, int]:
    """The newsroom that most of the family says the text is from, and how many say so.

    Who leaves a dateline standing says it of the words; “A reports” may be another text about the same.
    """
    # Of two that are named as often, the one whose own text is the earlier.
    seen = {one.sources.outlet: place for place, one in reversed(list(enumerate(sorted(family, key=_first))))}

    def most(saying: Iterable[Known]) -> tuple[str | None, int]:
        votes = Counter(one.whose for one in saying if one.whose is not None)
        whose = min(votes, key=lambda name: (-votes[name], seen.get(name, len(family)), name), default=None)
        return whose, votes[whose] if whose else 0

    whose, count = most(one for one in family if one.is_sure)
    return (whose, count) if whose and count >= FEW * len(family) else most(family)


def _first(one: Known) -> tuple[bool, float, str]:
    """Earliest by publication; what has no date comes last."""
    published = one.article.published
    return published is None, published.timestamp() if published else 0.0, one.article.id
