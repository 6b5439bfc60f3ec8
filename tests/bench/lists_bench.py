"""What the pages’ own lists of related articles are worth, and ours for the same pages: printed by `./run bench stories`.

Both are measured by `stories.grade`: rows that are about the article, rows that say what a row before them says, and
how far from the article’s day the dated rows lie. Ours has at most as many rows as the page’s own list, out of the
pages of the set (and the five days of the stream); a row is a headline and the beginning of a text, as pages have them.
The measure looks at terms, as our lists do: it says how far lists keep to the subject, not which one readers prefer.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from statistics import median
from typing import Any

from suyuan import flow, outlets, sample, stories
from suyuan.desk import intake
from suyuan.desk.intake.arrival import Arrived
from suyuan.records import Article, ListKind, PageLink, Record
from suyuan.stories.grade import ListGrade

PAGES = Path(__file__).resolve().parents[3] / "shared" / "bench" / "articles" / "zh_dev" / "html"
TEASER = 60  # letters of the text beside a headline
STALE = 30  # days
Rows = Callable[[Article, int], Sequence[Article]]


def main(stream: Iterable[Article]) -> None:
    """The lists of both sets of pages beside ours."""
    print("\nrelated lists of pages, and ours of as many rows: shares of rows in %, days of the middle list")
    columns = ("lists", "rows", "related", "twice", "days", "stale")
    print(f"{'':24}" + "".join(f"{column:>9}" for column in columns))
    kept = (one.kept for one in intake.read([PAGES]) if isinstance(one, Arrived))
    for name, given, others in (("zh_dev", kept, tuple(stream)), ("sample newsroom", sample.pages(), ())):
        articles = _articles(given)
        index = stories.Index((*articles, *others))
        known = {one.id: one for one in (*articles, *others)}
        asked = [one for one in articles if any(link.list is ListKind.RELATED for link in one.lists)]
        _line(f"{name}: their own", [grade for one in asked for grade in stories.grade(one)])
        _line(f"{name}: ours", [grade for one in asked for grade in stories.grade(_with_ours(one, index, known))])


def _articles(given: Iterable[Record]) -> list[Article]:
    steps = [step for step in flow.FLOW if step.name == "extract"]
    needs: dict[str, Any] = {"outlets": outlets.packaged().joined(sample.outlets())}
    return list(flow.run(given, steps, needs=needs).of(Article))


def _with_ours(article: Article, index: stories.Index, known: dict[str, Article]) -> Article:
    """The article with our list in place of its own."""
    count = sum(link.list is ListKind.RELATED for link in article.lists)
    found = stories.related(article, index, most=count)
    rows = (_row(rank, known[one.article]) for rank, one in enumerate(found, 1))
    return replace(article, lists=tuple(rows))


def _row(rank: int, article: Article) -> PageLink:
    day = article.published.date().isoformat() if article.published else None
    return PageLink(list=ListKind.RELATED, rank=rank, title=article.title, teaser=article.text[:TEASER], date=day)


def _line(name: str, grades: Iterable[ListGrade]) -> None:
    lists = [grade for grade in grades if grade.list is ListKind.RELATED]
    rows = max(1, sum(grade.rows for grade in lists))
    days = [abs(grade.days) for grade in lists if grade.days is not None]
    shares = (100 * sum(part(grade) for grade in lists) / rows for part in (_related, _twice))
    stale = f"{100 * sum(day > STALE for day in days) / len(days):9.0f}" if days else f"{'':9}"
    print(
        f"{name:24}{len(lists):9}{sum(grade.rows for grade in lists):9}"
        + "".join(f"{share:9.0f}" for share in shares)
        + f"{median(days) if days else 0:9.0f}{stale}"
    )


def _related(grade: ListGrade) -> int:
    return grade.related


def _twice(grade: ListGrade) -> int:
    return grade.duplicates
