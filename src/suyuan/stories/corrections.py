"""What binds articles whatever they say: the owner's word that two are one story or are not, and one address."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from suyuan.records import Article, Correction, CorrectionKind, Revision
from suyuan.text import home

OWNER, REVISION = "owner", "revision"  # the evidence of links that rest on these


@dataclass(frozen=True, slots=True)
class Bonds:
    """Of one article: the corrections and revisions that bind it to others, and those that part it, each with its side."""

    owner: tuple[str, ...] = ()
    revisions: tuple[str, ...] = ()
    apart: tuple[tuple[str, int], ...] = ()

    def reason(self, other: Bonds) -> str | None:
        """Why two articles are one story whatever they say; None where nothing says so."""
        if self.owner and not set(self.owner).isdisjoint(other.owner):
            return OWNER
        return REVISION if self.revisions and not set(self.revisions).isdisjoint(other.revisions) else None

    def are_apart(self, other: Bonds) -> bool:
        """Whether the owner said that they are not one story."""
        if not self.apart:
            return False
        sides = dict(other.apart)
        return any(sides.get(correction, side) != side for correction, side in self.apart)


def bonds(article: Article, corrections: Iterable[Correction], revisions: Iterable[Revision]) -> Bonds:
    """What binds an article to others and what parts it from others."""
    owner, apart = [], []
    for one in corrections:
        side = side_of(article, one)
        if side is not None and one.kind is CorrectionKind.SAME_STORY:
            owner.append(one.id)
        elif side is not None and one.kind is CorrectionKind.OTHER_STORY:
            apart.append((one.id, side))
    return Bonds(tuple(sorted(owner)), tuple(sorted(one.id for one in revisions)), tuple(sorted(apart)))


def side_of(article: Article, correction: Correction) -> int | None:
    """Which of the two places of a correction the article stands at."""
    stands_at = home(article.id, article.url)
    return next((side for side, place in enumerate(correction.places) if place.address == stands_at), None)
