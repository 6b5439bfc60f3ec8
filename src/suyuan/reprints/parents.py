"""Where each paragraph of a text comes from: a page put together out of several has several parents."""

from __future__ import annotations

from dataclasses import dataclass

from suyuan.records import COPY, Article, Direction, Reprint, ReprintKind, Span
from suyuan.text import letters, paragraphs

# A shorter line is a heading, a name or a mark.
SHORTEST = 12
# As much of a paragraph as makes it the other text's.
MOST = 0.5


@dataclass(frozen=True, slots=True)
class Parent:
    """A paragraph and the article that most of it stands in; None where it is the page's own, as far as is known."""

    paragraph: Span
    article: str | None = None
    reprint: str | None = None
    share: float = 0.0
    is_decided: bool = False  # the text was taken from there; otherwise the two have it in common


def parents(article: Article, reprints: tuple[Reprint, ...]) -> tuple[Parent, ...]:
    """The paragraphs of an article in order, each with the text that the fullest of its reprints gives it."""
    links = [
        link for link in reprints if article.id in (link.copy, link.original) and link.kind != ReprintKind.REVISION
    ]
    spans = [Span(start=start, end=end) for start, end in paragraphs(article.text)]
    return tuple(
        _parent(article, span, links) for span in spans if len(letters(article.text[span.start : span.end])) >= SHORTEST
    )


def _parent(article: Article, span: Span, links: list[Reprint]) -> Parent:
    found = [_claim(article.id, span, link) for link in links if _may_be_parent(article.id, link)]
    best = max(found, key=lambda claim: (claim[0] >= MOST, *claim[1:3], claim[0], claim[3].id), default=None)
    if best is None or best[0] < MOST:
        return Parent(span)
    share, _, is_decided, link = best
    return Parent(span, link.original if link.copy == article.id else link.copy, link.id, round(share, 3), is_decided)


def _may_be_parent(article: str, link: Reprint) -> bool:
    """What was taken from an article is not where the article has it from."""
    return link.copy == article or _is_open(link)


def _is_open(link: Reprint) -> bool:
    return link.direction in (Direction.COMMON, Direction.UNDETERMINED)


def _claim(article: str, span: Span, link: Reprint) -> tuple[float, bool, bool, Reprint]:
    """How much of a paragraph a link explains, whether it is a copy, and whether it says who had it first."""
    ours = [run.copy if link.copy == article else run.original for run in link.passages]
    shared = sum(max(0, min(span.end, run.end) - max(span.start, run.start)) for run in ours)
    return shared / (span.end - span.start), link.kind in COPY, not _is_open(link), link
