"""Whether a page's own 原创 label stands against the earlier texts that we know, and what an outlet's pages add up to."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
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


@dataclass(frozen=True, slots=True)
class Lender:
    """An outlet whose texts another ran: how often, and how often that was said."""

    outlet: str | None  # None: nobody knows who publishes the original
    copies: int
    credited: int


@dataclass(frozen=True, slots=True)
class Habits:
    """What an outlet's articles are, as far as the other texts at hand tell; every share is of `articles`."""

    articles: int
    copied: int  # taken from another outlet's text
    credited: int  # … and it says so
    shared: int  # most of it stands elsewhere too, and nothing tells who was first
    own_text: float  # mean share of an article that was not taken from another outlet
    lenders: tuple[Lender, ...]  # most often first
    labelled: int  # 原创
    contradicted: tuple[Audit, ...]  # labels that do not hold
    doubtful: tuple[Audit, ...]


def habits(own: tuple[Article, ...], others: Iterable[Article], reprints: tuple[Reprint, ...]) -> Habits:
    """What one outlet's articles add up to, from the reprints that they are part of; `others` are the articles at the other ends."""
    publishers = {article.id: article.outlet for article in others}
    links = _links_of(own, [link for link in reprints if link.kind in COPY])
    sources = {article.id: _fullest(article, links[article.id]) for article in own}
    taken = {article: link for article, link in sources.items() if link is not None}
    audits = [audit(article, tuple(links[article.id])) for article in own]
    copies = Counter(publishers.get(link.original) for link in taken.values())
    credits = Counter(publishers.get(link.original) for link in taken.values() if link.is_credited)
    return Habits(
        articles=len(own),
        copied=len(taken),
        credited=sum(link.is_credited for link in taken.values()),
        shared=sum(article.id not in taken and _is_shared(article, links[article.id]) for article in own),
        own_text=round(1 - sum(link.coverage for link in taken.values()) / len(own), 3) if own else 1.0,
        lenders=tuple(
            Lender(outlet, count, credits[outlet])
            for outlet, count in sorted(copies.items(), key=lambda one: (-one[1], one[0] or ""))
        ),
        labelled=sum(article.is_original is True for article in own),
        contradicted=tuple(one for one in audits if one.verdict is Verdict.CONTRADICTED),
        doubtful=tuple(one for one in audits if one.verdict is Verdict.DOUBTFUL),
    )


def _links_of(own: tuple[Article, ...], copies: Iterable[Reprint]) -> dict[str, list[Reprint]]:
    """The links of each article with articles of others: what a house runs twice it has not copied."""
    ids = {article.id for article in own}
    links: dict[str, list[Reprint]] = defaultdict(list)
    for link in copies:
        if (link.copy in ids) != (link.original in ids):
            links[link.copy if link.copy in ids else link.original].append(link)
    return links


def _fullest(article: Article, links: list[Reprint]) -> Reprint | None:
    """Of the texts that it was taken from, the one that holds most of it."""
    taken = [link for link in links if link.copy == article.id and not _is_open(link)]
    return max(taken, key=lambda link: (link.is_credited, link.coverage, link.id), default=None)


def _is_shared(article: Article, links: list[Reprint]) -> bool:
    return any(
        _is_open(link) and (link.coverage if link.copy == article.id else link.covered) >= MOST for link in links
    )
