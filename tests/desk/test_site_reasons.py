"""What the steps give as their reasons, a reader is told in his own language: on the pages of the sample newsroom."""

import re
from collections.abc import Iterator

import pytest

from suyuan import flow, outlets, sample, stories
from suyuan.desk.words import words
from suyuan.records import Article, Corroboration, Origin, Reprint, Statement, Story, Timex

LATIN = re.compile(r"[A-Za-z]{2,}")


@pytest.fixture(scope="module")
def made() -> flow.Records:
    return flow.run(sample.pages(), needs={"outlets": outlets.packaged().joined(sample.outlets())})


def reasons(made: flow.Records) -> Iterator[tuple[str, str]]:
    for ground in made.of(Corroboration):
        yield from (("a root", why) for root in ground.roots for why in root.reasons)
        yield from (("a relation", one.why) for one in ground.relations)
    for kind in (Reprint, Origin):
        yield from ((kind.__name__, why) for one in made.of(kind) for why in one.evidence)
    yield from (("a time", one.why) for one in made.of(Timex))
    yield from (("a field", one.rule) for article in made.of(Article) for one in article.reasons)
    yield from (("a speaker", one.resolved) for one in made.of(Statement))
    now = max(one.last for one in made.of(Story))
    yield from (("heat", why) for one in stories.hot(made.of(Story), made.of(Article), now=now) for why in one.reasons)


def test_every_reason_has_its_chinese(made: flow.Records) -> None:
    reason = words("zh").reason
    given = {each for each in reasons(made) if each[1]}
    assert len(given) > 60
    # What differs from case to case is a name, an hour or the name of a page's field: it stays as it is.
    plain = {(of, why): reason(why, lambda _: "…") for of, why in given}
    assert [each for each, told in plain.items() if LATIN.search(told.replace("JSON-LD", ""))] == []
    assert [each for each, told in plain.items() if told == each[1]] == []


def test_a_reason_within_a_reason_is_told_too() -> None:
    assert words("zh").reason("year as given; both ends", str) == "原文有年份；起止同此"
    assert (
        words("zh").reason("meta pubdate, as the line near the title shows", str)
        == "元数据 pubdate，与标题附近的一行相符"
    )
    assert words("en").reason("year as given; both ends", str) == "year as given; both ends"
