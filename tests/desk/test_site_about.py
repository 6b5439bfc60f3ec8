"""The page about the numbers claims nothing that is not held, and counts what the desk has."""

import tomllib
from pathlib import Path

import pytest

from suyuan import outlets, sample, stories
from suyuan.desk.engines import worker
from suyuan.desk.site.views.about import measured, sizes
from suyuan.desk.store import Store, browse
from suyuan.desk.words import words

FLOORS = tomllib.loads((Path(__file__).parents[1] / "scores" / "floors.toml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("one", measured().tested, ids=lambda one: one.measure)
def test_the_page_claims_no_more_than_the_score_gate_holds(one: object) -> None:
    room, figure = one.floor
    floor = FLOORS[room][figure] * (100 if FLOORS[room][figure] <= 1 else 1)
    assert floor - 10 < one.share <= floor + 0.05, "a figure that was raised is told on the page, too: measured.toml"


def test_what_was_measured_is_told_in_chinese() -> None:
    told = [one.measure for one in (*measured().tested, *measured().read)] + [one.told for one in measured().read]
    assert [one for one in told if words("zh").say(one) == one] == []


def test_the_figures_of_stories_are_those_of_all_stories(tmp_path: Path) -> None:
    store = Store(tmp_path, create=True)
    assert sizes(store).health == stories.health(()) and sizes(store).largest is None
    store.keep(list(sample.pages())[:40])
    worker.work(store, {"outlets": outlets.packaged().joined(sample.outlets())})
    found = sizes(store)
    told = browse.stories(store, 1000).records
    assert found.health == stories.health(told)
    assert found.largest is not None and len(found.largest.articles) == max(len(one.articles) for one in told) > 3
    store.close()
