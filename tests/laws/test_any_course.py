"""Whatever happens in whatever order (news, forgetting, work broken off or killed, steps made again), a desk ends the same.

`SUYUAN_COURSES=200 ./run test tests/laws/test_any_course.py` tries more courses than a usual run does.
"""

import os
import random
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from suyuan import flow
from suyuan.desk.engines import worker
from suyuan.desk.store import Store
from suyuan.records import Page, digest
from tests.laws.conftest import as_rows, in_store
from tests.laws.test_three_laws import differences

COURSES = int(os.environ.get("SUYUAN_COURSES", "6"))
PAGES = 24
VISITS = 4  # pages that were fetched twice


class Killed(BaseException):
    """The process is gone, in the middle of a transaction."""


class Course:
    """One desk and what chance does to it."""

    def __init__(self, seed: int, folder: Path, pages: list[Page], needs: dict[str, Any]) -> None:
        self.chance = random.Random(seed)
        self.folder, self.needs = folder, needs
        chosen = self.chance.sample(pages, PAGES)
        self.waiting = chosen + [self._visited_again(page) for page in self.chance.sample(chosen, VISITS)]
        self.kept: dict[str, Page] = {}
        self.forgotten: set[str] = set()
        self.store = Store(folder, create=True)

    def _visited_again(self, page: Page) -> Page:
        moved = page.first_seen + timedelta(hours=self.chance.randint(-5, 5))
        return replace(page, id=digest("again", page.id), body=page.body + b" ", first_seen=moved)

    def news(self) -> None:
        some = self.chance.sample(self.waiting, self.chance.randint(1, 9))
        self.store.keep(some)
        self.kept.update({page.id: page for page in some if page.url not in self.forgotten})

    def forget(self) -> None:
        if self.kept:
            url = self.chance.choice(sorted(page.url for page in self.kept.values()))
            self.store.forget(url, self.waiting[0].fetched)
            self.forgotten.add(url)
            self.kept = {page_id: page for page_id, page in self.kept.items() if page.url != url}

    def work_a_little(self) -> None:
        turns = iter(range(self.chance.randint(1, 12)))
        worker.work(self.store, self.needs, stop=lambda: next(turns, None) is None)

    def work(self) -> None:
        worker.work(self.store, self.needs)

    def work_and_be_killed(self) -> None:
        left = iter(range(self.chance.randint(1, 300)))
        mark = self.store.mark_articles

        def mark_or_die(*marked: Any) -> None:
            if next(left, None) is None:
                raise Killed
            mark(*marked)

        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(self.store, "mark_articles", mark_or_die)
            try:
                self.work()
            except Killed:
                self.start_again()

    def start_again(self) -> None:
        self.store.close()
        self.store = Store(self.folder)

    def make_again(self) -> None:
        steps = [step.name for step in flow.FLOW]
        worker.redo(self.store, self.needs, self.chance.sample(steps, self.chance.randint(1, 4)))

    def run(self) -> list[str]:
        """Ten things or so, and then the work that is left; gives what was done."""
        ways: list[Callable[[], None]] = [self.news, self.news, self.news, self.forget, self.work, self.work_a_little]
        ways += [self.work_a_little, self.work_and_be_killed, self.start_again, self.make_again]
        course = self.chance.choices(ways, k=self.chance.randint(6, 12))
        for way in course:
            way()
        self.work()
        return [way.__name__ for way in course]


@pytest.mark.parametrize("hot", [3, 500])
@pytest.mark.parametrize("seed", range(COURSES))
def test_whatever_happens_a_desk_ends_as_if_it_had_been_run_at_once(
    seed: int, hot: int, tmp_path: Path, pages: list[Page], needs: dict[str, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    steps = tuple(replace(step, hot=hot) if isinstance(step, flow.Link) else step for step in flow.FLOW)
    monkeypatch.setattr(flow, "FLOW", steps)
    monkeypatch.setattr(worker, "FLOW", steps)
    course = Course(seed, tmp_path, pages, needs)
    done = course.run()
    expected = as_rows(flow.run(course.kept.values(), steps, needs=needs).all())
    assert differences(in_store(course.store), expected) == [], done
