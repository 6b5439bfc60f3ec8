"""What an owner sets right stays, wherever its articles go; and old ids lead on."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from suyuan import outlets, sample
from suyuan.desk.engines import worker
from suyuan.desk.store import Store
from suyuan.records import Article, Correction, CorrectionKind, Place, Story, digest

NEEDS = {"outlets": outlets.packaged().joined(sample.outlets())}
NOW = datetime(2026, 3, 9, tzinfo=UTC)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Store]:
    store = Store(tmp_path, create=True)
    store.keep(list(sample.pages())[:12])
    worker.work(store, NEEDS)
    yield store
    store.close()


def correction(*urls: str) -> Correction:
    return Correction(
        id=digest("correction", *urls), kind=CorrectionKind.OTHER_STORY, places=tuple(Place(address=url) for url in urls),
        articles=(), made=NOW,
    )  # fmt: skip


def addresses(desk: Store) -> list[str]:
    return [article.url for article in desk.latest(5) if article.url]


def test_a_correction_names_the_articles_of_its_addresses_however_they_are_written(desk: Store) -> None:
    one, other = addresses(desk)[:2]
    given = correction(one + "#top", other)
    desk.correct(given)
    placed = desk.get(Correction, given.id)
    assert placed and placed.articles == (*desk.at_address(one), *desk.at_address(other)) and len(placed.articles) == 2
    assert desk.about(Correction, placed.articles[:1]) == (placed,)


def test_a_correction_follows_its_address_to_articles_that_come_later(desk: Store) -> None:
    late = list(sample.pages())[20]
    given = correction(late.url)
    desk.correct(given)
    assert desk.get(Correction, given.id) == given
    desk.keep([late])
    worker.work(desk, NEEDS)
    placed = desk.get(Correction, given.id)
    assert placed and len(placed.articles) == 1
    desk.forget(late.url, NOW)
    worker.work(desk, NEEDS)
    placed = desk.get(Correction, given.id)
    assert placed and placed.articles == ()


def test_a_correction_survives_that_everything_is_made_again(desk: Store) -> None:
    given = correction(*addresses(desk)[:2])
    desk.correct(given)
    placed = desk.get(Correction, given.id)
    worker.redo(desk, NEEDS, ["extract", "quote", "tell"])
    worker.work(desk, NEEDS)
    assert desk.get(Correction, given.id) == placed


def test_a_correction_taken_back_is_gone(desk: Store) -> None:
    given = correction(*addresses(desk)[:2])
    desk.correct(given)
    assert desk.uncorrect(given.id)
    assert desk.get(Correction, given.id) is None
    assert not desk.uncorrect(given.id)


def test_the_id_of_a_story_that_went_into_another_leads_to_that_one(desk: Store) -> None:
    story = next(story for story in desk.stories(50) if len(story.articles) > 1)
    first = desk.articles(story.articles)[0]
    assert first.url
    step = next(step for step in worker.FLOW if step.name == "tell")
    with desk.transaction():
        other = Story(**{**_fields(story), "id": "another"})
        desk.apply(step, "v", [], gone=[_owner(desk, story.id)])
        desk.apply(step, "v", [worker.Made("someone", (other,))])
    assert desk.get(Story, story.id) is None
    assert desk.lives_as(story.id) == other
    assert desk.lives_as("never shown") is None


def test_a_story_whose_earliest_report_is_forgotten_is_still_found_under_its_old_id(desk: Store) -> None:
    story = next(story for story in desk.stories(50) if len(story.articles) > 2)
    first = desk.articles(story.articles)[0]
    assert first.url
    desk.forget(first.url, first.first_seen)
    worker.work(desk, NEEDS)
    assert desk.get(Story, story.id) is None
    now = desk.lives_as(story.id)
    assert isinstance(now, Story) and set(now.articles) & set(story.articles)


def _owner(desk: Store, record_id: str) -> str:
    owner: str = desk.db.execute("SELECT owner FROM record WHERE id = ?", (record_id,)).get
    return owner


def _fields(story: Story) -> dict[str, object]:
    return {name: getattr(story, name) for name in Story.__dataclass_fields__}


def test_articles_at_no_address_are_none(desk: Store) -> None:
    assert desk.at_address("https://nowhere.example/") == ()
    assert all(isinstance(one, Article) for one in desk.articles(desk.at_address(addresses(desk)[0])))
