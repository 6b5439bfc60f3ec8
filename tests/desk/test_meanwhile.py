"""What happens while the worker is at something is not lost: it is looked at again."""

from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime
from functools import wraps
from pathlib import Path
from typing import Any

import pytest

from suyuan import flow, outlets, sample
from suyuan.desk.engines import worker
from suyuan.desk.store import Store
from suyuan.desk.store.marks import Marks, anchor, mark
from suyuan.records import Article, Correction, CorrectionKind, Page, Record, Statement, Story

NEEDS = {"outlets": outlets.packaged().joined(sample.outlets())}
NOW = datetime(2026, 3, 9, tzinfo=UTC)
PAGES = list(sample.pages())[:12]


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Store]:
    store = Store(tmp_path, create=True)
    store.keep(PAGES)
    yield store
    store.close()


def always(*_: object) -> bool:
    return True


def meanwhile(
    patch: pytest.MonkeyPatch, name: str, happens: Callable[..., None], *, when: Callable[..., bool] = always
) -> None:
    """Have something happen once, while a step makes something of what it was handed."""
    left = [happens]
    step: Any = next(step for step in flow.FLOW if step.name == name)

    @wraps(step.make)
    def make(*given: Any, **needs: Any) -> Any:
        made = tuple(step.make(*given, **needs))
        if left and when(*given):
            left.pop()(given[0], made)
        return made

    steps = tuple(replace(one, make=make) if one is step else one for one in flow.FLOW)
    patch.setattr(worker, "FLOW", steps)


def test_a_page_that_is_forgotten_while_it_is_read_leaves_no_article(
    desk: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    forgotten: list[Page] = []

    def forget(page: Page, _: object) -> None:
        with closing(Store(desk.folder)) as other:
            other.forget(page.url, NOW)
        forgotten.append(page)

    meanwhile(monkeypatch, "extract", forget)
    worker.work(desk, NEEDS)
    assert forgotten[0].id not in {one.page for one in desk.latest(100)}
    assert len(desk.latest(100)) == len(PAGES) - 1


def test_a_speaker_who_is_set_right_while_the_article_is_read_is_set_right(
    desk: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    named: list[Statement] = []

    def correct(article: Article, made: tuple[Statement, ...]) -> None:
        passage = anchor(article, made[0].content[0].start, made[0].content[0].end)
        given = Correction(
            id="c1", kind=CorrectionKind.SPEAKER, places=(passage,), articles=(), made=NOW, value="沈知遥"
        )  # fmt: skip
        with closing(Store(desk.folder)) as other:
            other.correct(given)
        named.append(made[0])

    meanwhile(monkeypatch, "quote", correct)
    worker.work(desk, NEEDS)
    (statement,) = named
    assert [one.speaker for one in desk.about(Statement, [statement.article]) if one.id == statement.id] == ["沈知遥"]


def test_a_desk_of_before_marks_had_numbers_goes_on(desk: Store) -> None:
    desk.db.execute("ALTER TABLE due DROP COLUMN n")
    desk.close()
    with closing(Store(desk.folder)) as opened:
        worker.work(opened, NEEDS)
        assert len(opened.latest(100)) == len(PAGES)


@pytest.mark.parametrize("step", ["tell", "weigh"])
def test_the_owner_does_not_wait_while_a_group_is_made_and_what_he_says_holds(
    desk: Store, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    monkeypatch.setattr("suyuan.desk.store.store.BUSY_MS", 1)
    given: list[Correction] = []

    def part(members: tuple[Record, ...], _: object) -> None:
        named = dict.fromkeys(article for one in members for article in flow.articles_of(one))
        story = desk.story_of(next(iter(named)))
        one, other = desk.articles(story.articles if story else tuple(named))[:2]
        given.append(
            Correction(
                id="c1", kind=CorrectionKind.OTHER_STORY, places=(anchor(one), anchor(other)), articles=(), made=NOW
            )
        )
        with closing(Store(desk.folder)) as other_process:
            other_process.correct(given[0])

    meanwhile(monkeypatch, step, part, when=lambda members, *_: len(members) > 1)
    worker.work(desk, NEEDS)
    assert desk.due_count() == 0
    one, other = (desk.story_of(desk.at_address(place.address)[0]) for place in given[0].places)
    assert one != other


def test_work_that_is_killed_while_a_group_is_made_leaves_nothing_of_a_page_that_is_gone(
    desk: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    worker.work(desk, NEEDS)
    alone = next(one for one in desk.stories(100) if len(one.articles) == 1)
    (article,) = desk.articles(alone.articles)
    desk.forget(article.url or "", NOW)

    def kill(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        meanwhile(patch, "tell", kill)
        worker.redo(desk, NEEDS, ["tell"])
        with pytest.raises(KeyboardInterrupt):
            worker.work(desk, NEEDS)
    worker.work(desk, NEEDS)
    assert desk.get(Story, alone.id) is None


def test_what_was_marked_and_never_handed_to_the_steps_is_handed_to_them_when_work_begins(desk: Store) -> None:
    worker.work(desk, NEEDS)
    one, other = desk.latest(2)
    with closing(Marks(desk.folder)) as marks:
        marks.put(mark(CorrectionKind.OTHER_STORY, (anchor(one), anchor(other)), NOW), "owner")
        worker.work(desk, NEEDS)  # the desk was killed between the answer and what follows it
        (given,) = marks.all(CorrectionKind.OTHER_STORY)
        placed = desk.get(Correction, given.id)
        assert placed and set(placed.articles) == {one.id, other.id}
        marks.take(given.id, "owner", NOW)
        worker.work(desk, NEEDS)
        assert desk.get(Correction, given.id) is None
