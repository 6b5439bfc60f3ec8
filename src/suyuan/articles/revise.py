"""What an address said before and what it says now: two articles of one address → a revision."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import pairwise

from suyuan.records import Article, Revision, Span, digest
from suyuan.text import address, letters, sentences

SHARED = 0.3  # of the shorter text's letters: below it, and under another headline, an address was only used again
EXTRACT = 0.5  # a feed's extract is less than half of what it is taken from; a page cut down keeps more
HOT = 60  # a feed that gives its front page as the address of every item is no history of one article


@dataclass(frozen=True, slots=True)
class Version:
    """What `revise` looks at: an article with its sentences in plain letters, in order."""

    article: str
    address: str
    title: str
    first_seen: datetime
    published: datetime | None
    spans: tuple[tuple[int, int], ...]
    said: tuple[str, ...]


def versions(article: Article) -> Version | None:
    """A draft of an article for `revise`; None where it has no address."""
    if not (place := address(article.url)):
        return None
    spans = sentences(article.text)
    return Version(
        article=article.id, address=place, title=letters(article.title), first_seen=article.first_seen,
        published=article.published, spans=tuple(spans), said=tuple(letters(article.text[a:b]) for a, b in spans),
    )  # fmt: skip


def address_of(version: Version | None) -> tuple[str, ...]:
    """The key under which the versions of an article meet: their address."""
    return (version.address,) if version else ()


def revise(one: Version, other: Version) -> Revision | None:
    """The revision that two articles of one address make; None where the address now holds something else."""
    earlier, later = sorted((one, other), key=_age)
    is_cut = _is_extract(later, earlier)
    is_extract = is_cut or _is_extract(earlier, later)
    if not (is_extract or _goes_on(earlier, later)):
        return None
    now, before = (earlier, later) if is_cut else (later, earlier)
    return Revision(
        id=digest("revision", now.article, before.article), article=now.article, earlier=before.article,
        at=later.first_seen, removed=_without(before, now.said), added=_without(now, before.said),
        is_extract=is_extract,
    )  # fmt: skip


def _age(version: Version) -> tuple[datetime, datetime, str]:
    return version.first_seen, version.published or version.first_seen, version.article


def _is_extract(short: Version, whole: Version) -> bool:
    """Every sentence of the one stands in the other, which says far more: a feed's lead, often cut in mid-sentence."""
    size = sum(map(len, short.said))
    if size >= EXTRACT * sum(map(len, whole.said)):
        return False
    if not size:
        return short.title == whole.title
    text = "".join(whole.said)
    return all(said in text for said in short.said)


def _goes_on(earlier: Version, later: Version) -> bool:
    """The two have a headline or a fair part of their sentences in common."""
    shorter = min(sum(map(len, earlier.said)), sum(map(len, later.said)))
    kept = sum(map(len, set(earlier.said) & set(later.said)))
    return earlier.title == later.title or (bool(shorter) and kept >= SHARED * shorter)


def _without(version: Version, others: Sequence[str]) -> tuple[Span, ...]:
    """The passages of a version, sentences that follow one another joined, that are not among others."""
    known = set(others)
    alone = [place for place, said in enumerate(version.said) if said and said not in known]
    if not alone:
        return ()
    starts = [alone[0], *(b for a, b in pairwise(alone) if b != a + 1)]
    ends = [*(a for a, b in pairwise(alone) if b != a + 1), alone[-1]]
    return tuple(Span(start=version.spans[a][0], end=version.spans[b][1]) for a, b in zip(starts, ends, strict=True))
