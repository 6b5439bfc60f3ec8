"""Every rule of every dialect is proved by its own rows."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from suyuan.records import Article
from suyuan.times import date
from suyuan.times.pieces import Row, Rule
from suyuan.times.scan import RULES, grammar

CASES = [(rule, row) for rules in RULES.values() for rule in rules for row in rule.rows]


def article(text: str, published: str | None = "2025-06-04T22:04:14", offset: int | None = 480) -> Article:
    """An invented article, published at a moment in Beijing."""
    when = None if published is None else datetime.fromisoformat(published).replace(tzinfo=UTC) - timedelta(hours=8)
    return Article(
        id="a", page="p", url=None, outlet=None, title="", text=text, blocks=(),
        first_seen=datetime(2026, 1, 1, tzinfo=UTC), published=when, offset=offset,
    )  # fmt: skip


def found(text: str, published: str | None = "2025-06-04T22:04:14") -> dict[str, str]:
    return {text[timex.start : timex.end]: timex.value for timex in date(article(text, published))}


@pytest.mark.parametrize(
    ("rule", "row"), CASES, ids=lambda case: case.name if isinstance(case, Rule) else case.sentence[:20]
)
def test_a_rule_reads_its_own_example(rule: Rule, row: Row) -> None:
    values = found(row.sentence, row.published)
    if row.words:
        assert values.get(row.words) == row.value
    else:
        assert values == {}


def test_every_rule_has_an_example() -> None:
    assert [rule.name for rules in RULES.values() for rule in rules if not rule.rows] == []


@pytest.mark.parametrize("case", CASES, ids=lambda case: case[1].words or case[1].sentence[:20])
def test_an_expression_begins_where_the_scan_looks(case: tuple[Rule, Row]) -> None:
    words = case[1].words.lower()
    assert not words or grammar(case[1].sentence).trigger.match(words)
