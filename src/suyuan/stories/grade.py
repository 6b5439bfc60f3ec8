"""What a page's own lists are worth: how many rows, how many about the article, how many twice, how much newer."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from statistics import median

from suyuan.records import Article, ListKind, PageLink, where_written
from suyuan.stories.keys import terms_in
from suyuan.stories.same_story import likeness
from suyuan.text import fold, letters

RELATED = (
    0.08  # likeness of a row’s title and teaser to the article: 86 in 100 rows of its story have it, 3 in 1,000 others
)

CUT = 8  # letters of a headline that a page has cut, by which it is still known

_DATE = re.compile(r"(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})")


@dataclass(frozen=True, slots=True, kw_only=True)
class ListGrade:
    """What one of a page's own lists is worth.

    `duplicates` are rows that say what a row before them says. `related_rows` and `duplicate_rows` are ranks.
    `dated` rows have a date that can be read; `newer` of them are of a later day than the article, `older` of an
    earlier one, and `days` is the median distance in days (positive: newer), None where nothing is dated.
    """

    list: ListKind
    rows: int
    related: int
    duplicates: int
    dated: int
    newer: int
    older: int
    days: int | None
    related_rows: tuple[int, ...]
    duplicate_rows: tuple[int, ...]


def grade(article: Article, headlines: Iterable[str] = ()) -> tuple[ListGrade, ...]:
    """The grades of an article's own lists, in the order in which the page has them.

    `headlines` are those of the other reports of its story, as far as they are known: a row that bears one is related,
    whatever its words.
    """
    if not article.lists:
        return ()
    terms, _ = terms_in(article.title, article.text)
    known = frozenset(letters(one) for one in headlines)
    kinds = dict.fromkeys(link.list for link in article.lists)
    return tuple(
        _grade(kind, [link for link in article.lists if link.list is kind], terms, known, _day(article))
        for kind in kinds
    )


def _grade(
    kind: ListKind, links: Sequence[PageLink], terms: dict[str, float], known: frozenset[str], day: date | None
) -> ListGrade:
    related = tuple(
        link.rank
        for link in links
        if likeness(terms, terms_in(link.title, link.teaser or "")[0]) >= RELATED or _is_known(link.title, known)
    )
    twice = tuple(_duplicates(links))
    distances = [(printed - day).days for link in links if day and (printed := _printed(link.date))]
    return ListGrade(
        list=kind,
        rows=len(links),
        related=len(related),
        duplicates=len(twice),
        dated=len(distances),
        newer=sum(distance > 0 for distance in distances),
        older=sum(distance < 0 for distance in distances),
        days=round(median(distances)) if distances else None,
        related_rows=related,
        duplicate_rows=twice,
    )


def _is_known(title: str, known: frozenset[str]) -> bool:
    """Whether a row bears one of the known headlines, or begins it where the page cuts its rows."""
    says = letters(title)
    is_cut = title.rstrip().endswith(("...", "…")) and len(says) >= CUT
    return says in known or (is_cut and any(one.startswith(says) for one in known))


def _duplicates(links: Iterable[PageLink]) -> Iterable[int]:
    """The ranks of rows that say what a row before them says, whatever their address."""
    seen: set[str] = set()
    for link in links:
        says = letters(link.title + (link.teaser or "")) or link.url or ""
        if says in seen:
            yield link.rank
        seen.add(says)


def _day(article: Article) -> date | None:
    """The day of publication where the page was made; pages that state no zone are read as Chinese ones."""
    if article.published is None:
        return None
    return where_written(article, article.published).date()


def _printed(words: str | None) -> date | None:
    """The day that a row prints, where it prints the year too."""
    found = _DATE.search(fold(words)) if words else None
    if found is None:
        return None
    try:
        return date(*map(int, found.groups()))
    except ValueError:
        return None
