"""What an owner set right by hand, found again at the assertions that stand at its places."""

from __future__ import annotations

from collections.abc import Iterable

from suyuan.records import Article, Assertion, Correction, CorrectionKind, Place
from suyuan.text import find_place, home

SAME_CLAIM = frozenset({CorrectionKind.SAME_CLAIM})
OTHER_CLAIM = frozenset({CorrectionKind.OTHER_CLAIM})
ONE_ORIGIN = frozenset({CorrectionKind.SAME_PARTY, CorrectionKind.SAME_ROOT})
OVERLAP = 0.5  # of the shorter: an owner marks a sentence where the desk reads a clause, or the other way round

Marks = frozenset[tuple[str, int]]
"""Corrections by their ids, each with which of its places it is."""


def marks(
    assertion: Assertion, article: Article, corrections: Iterable[Correction], kinds: frozenset[CorrectionKind]
) -> Marks:
    """The corrections of some kinds that speak of an assertion."""
    return frozenset(
        (one.id, number)
        for one in corrections
        if one.kind in kinds
        for number, place in enumerate(one.places)
        if _stands_at(assertion, article, place, is_whole=one.kind in ONE_ORIGIN)
    )


def is_joined(one: Marks, other: Marks) -> bool:
    """Whether one correction speaks of both."""
    return not {mark for mark, _ in one}.isdisjoint(mark for mark, _ in other)


def is_parted(one: Marks, other: Marks) -> bool:
    """Whether one correction speaks of both, at two different places of it."""
    return any(a == b and first != second for a, first in one for b, second in other) and one.isdisjoint(other)


def _stands_at(assertion: Assertion, article: Article, place: Place, *, is_whole: bool) -> bool:
    if place.address != home(article.id, article.url):
        return False
    if not place.exact:
        return is_whole
    found = find_place(article.text, place.exact, place.prefix, place.suffix)
    if found is None:
        return False
    shared = min(found[1], assertion.end) - max(found[0], assertion.start)
    return shared >= OVERLAP * min(found[1] - found[0], assertion.end - assertion.start)
