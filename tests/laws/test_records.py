"""What holds for every record that is made: it goes into a row and comes back, its spans lie in its text, its id is its own."""

from datetime import UTC, datetime, timedelta, timezone
from typing import Any

import pytest

from suyuan import flow, rows
from suyuan.records import KINDS, Article, Block, Page, Record, Span


@pytest.fixture(scope="module")
def made(pages: list[Page], needs: dict[str, Any]) -> flow.Records:
    return flow.run(pages, needs=needs)


def test_every_record_goes_into_a_row_and_comes_back(made: flow.Records) -> None:
    for record in made.all():
        assert rows.from_json(type(record), rows.to_json(record)) == record
        if not isinstance(record, Page):
            assert rows.from_row(type(record), rows.to_row(record)) == record


def test_every_kind_of_step_makes_something_of_the_newsroom(made: flow.Records) -> None:
    missing = [kind.__name__ for step in flow.FLOW for kind in step.makes if not made.of(kind)]
    # No page of the newsroom is turned away, its four days are too short for a sequel (test_sagas.py), and its outlets
    # print every article on one page (test_leaves.py).
    assert set(missing) <= {"Rejection", "Follows", "SameArticle"}


def spans_of(value: object) -> list[tuple[int, int]]:
    """Every span that a record holds, however deep."""
    if isinstance(value, Span | Block):
        return [(value.start, value.end)]
    if isinstance(value, tuple):
        return [span for one in value for span in spans_of(one)]
    return []


def test_every_span_lies_in_its_text(made: flow.Records) -> None:
    texts = {article.id: article.text for article in made.of(Article)}
    for record in made.all():
        of = getattr(record, "article", record.id if isinstance(record, Article) else None)
        if of not in texts:
            continue
        spans = [span for name in type(record).__dataclass_fields__ for span in spans_of(getattr(record, name))]
        if hasattr(record, "start"):
            spans.append((record.start, record.end))
        for start, end in spans:
            assert 0 <= start < end <= len(texts[of]), (record, start, end)


def test_blocks_are_the_text(made: flow.Records) -> None:
    for article in made.of(Article):
        assert "\n".join(article.text[block.start : block.end] for block in article.blocks) == article.text


def test_everything_that_a_record_names_exists(made: flow.Records) -> None:
    known = {record.id for record in made.all()}
    names = (
        "article",
        "page",
        "further",
        "copy",
        "original",
        "statement",
        "claim",
        "story",
        "headline",
        "root",
        "best",
        "a",
        "b",
        "articles",
        "assertions",
    )

    def named(record: Record) -> list[str]:
        values = (getattr(record, name, None) for name in names)
        return [
            one for value in values for one in (value if isinstance(value, tuple) else (value,)) if isinstance(one, str)
        ]

    lost = [
        (type(record).__name__, one)
        for record in made.all()
        if type(record).__name__ in KINDS
        for one in named(record)
        if one not in known
    ]
    assert lost == []


def test_moments_are_written_so_that_texts_sort_like_times() -> None:
    noon = datetime(2026, 1, 30, 12, tzinfo=timezone(timedelta(hours=8)))
    later = datetime(2026, 1, 30, 5, tzinfo=UTC)
    assert noon < later and rows.written(noon) == "2026-01-30T04:00:00Z" < rows.written(later)
    assert rows.written(datetime.min.replace(tzinfo=timezone(timedelta(hours=14)))).startswith("0001")
