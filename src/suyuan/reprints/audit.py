"""Whether a page's own 原创 label stands against the earlier texts that we know."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from suyuan.records import COPY, Article, Direction, Reprint


class Verdict(StrEnum):
    """What the known texts say of a label."""

    UNLABELLED = "unlabelled"  # the page claims nothing
    UNCONTRADICTED = "uncontradicted"  # no earlier text is known
    DOUBTFUL = "doubtful"  # most of it stands elsewhere, and nothing tells which came first
    CONTRADICTED = "contradicted"  # it was copied from a text that we know


@dataclass(frozen=True, slots=True)
class Audit:
    """The label of one article, the articles that speak against it, and how much of it stands in the fullest."""

    article: str
    verdict: Verdict
    against: tuple[str, ...] = ()
    coverage: float = 0.0


# As much of a text as makes a copy plain to any reader.
MOST = 0.8


def audit(article: Article, reprints: tuple[Reprint, ...]) -> Audit:
    """The page's 原创 label in the light of the reprints that it is part of."""
    if not article.is_original:
        return Audit(article.id, Verdict.UNLABELLED)
    copies = [link for link in reprints if link.kind in COPY]
    taken = {link.original: link.coverage for link in copies if link.copy == article.id and not _is_open(link)}
    if taken:
        return _audit(article, Verdict.CONTRADICTED, taken)
    shared = {link.original: link.coverage for link in copies if link.copy == article.id and _is_open(link)}
    shared |= {link.copy: link.covered for link in copies if link.original == article.id and _is_open(link)}
    most = {other: share for other, share in shared.items() if share >= MOST}
    return _audit(article, Verdict.DOUBTFUL if most else Verdict.UNCONTRADICTED, most)


def _is_open(link: Reprint) -> bool:
    return link.direction in (Direction.COMMON, Direction.UNDETERMINED)


def _audit(article: Article, verdict: Verdict, shares: dict[str, float]) -> Audit:
    return Audit(article.id, verdict, tuple(sorted(shares)), max(shares.values(), default=0.0))
