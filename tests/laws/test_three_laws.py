"""The three laws: twice is once; any order of arrival gives the same; the same in memory and in the worker."""

import random
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from suyuan import flow
from suyuan.desk.engines import worker
from suyuan.desk.store import Made, Store
from suyuan.records import Page, digest
from tests.laws.conftest import Rows, as_rows, in_memory, in_store


def differences(one: Rows, other: Rows) -> list[tuple[str, str]]:
    return sorted(key for key in one.keys() | other.keys() if one.get(key) != other.get(key))


def test_twice_is_once(tmp_path: Path, pages: list[Page], needs: dict[str, Any], undisturbed: Rows) -> None:
    store = Store(tmp_path, create=True)
    for _ in range(2):
        store.keep(pages)
        worker.work(store, needs)
    assert differences(in_store(store), undisturbed) == []
    worker.redo(store, needs, [step.name for step in worker.FLOW])
    worker.work(store, needs)
    assert differences(in_store(store), undisturbed) == []


def test_any_order_gives_the_same_in_memory(pages: list[Page], needs: dict[str, Any], undisturbed: Rows) -> None:
    shuffled = random.Random(7).sample(pages, len(pages))
    assert differences(in_memory(shuffled, needs), undisturbed) == []


@pytest.mark.parametrize("seed", [1, 2])
def test_any_order_and_any_batches_give_the_same_in_the_worker(
    tmp_path: Path, pages: list[Page], needs: dict[str, Any], undisturbed: Rows, seed: int
) -> None:
    chance = random.Random(seed)
    waiting = chance.sample(pages, len(pages))
    store = Store(tmp_path, create=True)
    while waiting:
        size = chance.randint(1, 30)
        store.keep(waiting[:size])
        del waiting[:size]
        worker.work(store, needs)
    assert differences(in_store(store), undisturbed) == []


def test_what_is_forgotten_leaves_no_trace(tmp_path: Path, pages: list[Page], needs: dict[str, Any]) -> None:
    store = Store(tmp_path, create=True)
    store.keep(pages)
    worker.work(store, needs)
    gone = {page.url for page in pages[::9]}
    for url in gone:
        store.forget(url, pages[0].fetched)
    worker.work(store, needs)
    assert differences(in_store(store), in_memory([page for page in pages if page.url not in gone], needs)) == []


def test_a_step_made_again_while_news_comes_in_leaves_nothing_of_its_old_groups(
    tmp_path: Path, pages: list[Page], needs: dict[str, Any], undisturbed: Rows
) -> None:
    store = Store(tmp_path, create=True)
    store.keep(pages[::2])
    worker.work(store, needs)
    worker.redo(store, needs, [step.name for step in worker.FLOW])
    store.keep(pages[1::2])
    worker.work(store, needs)
    assert differences(in_store(store), undisturbed) == []


def test_an_article_that_two_visits_brought_outlives_the_first_of_them(
    tmp_path: Path, pages: list[Page], needs: dict[str, Any]
) -> None:
    first = pages[0]
    later = replace(
        first, id=digest("later", first.id), body=first.body + b" ", first_seen=first.first_seen + timedelta(hours=1)
    )
    store = Store(tmp_path, create=True)
    store.keep([first, later])
    worker.work(store, needs)
    with store.transaction():  # newer rules make nothing of the first visit any more
        store.apply(flow.FLOW[0], "newer", [Made(first.id, ())])
    worker.work(store, needs)
    assert differences(in_store(store), in_memory([later], needs)) == []


def test_a_key_that_becomes_hot_gives_the_same_before_and_after(
    tmp_path: Path, pages: list[Page], needs: dict[str, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    cooled = tuple(replace(step, hot=3) if isinstance(step, flow.Link) else step for step in flow.FLOW)
    monkeypatch.setattr(flow, "FLOW", cooled)
    monkeypatch.setattr(worker, "FLOW", cooled)
    in_one_go = flow.run(pages, cooled, needs=needs)
    store = Store(tmp_path, create=True)
    for start in range(0, len(pages), 5):
        store.keep(pages[start : start + 5])
        worker.work(store, needs)
    assert differences(in_store(store), as_rows(in_one_go.all())) == []
    for page in pages[::4]:
        store.forget(page.url, page.fetched)
    worker.work(store, needs)
    left = {page.url for page in pages[::4]}
    again = flow.run([page for page in pages if page.url not in left], cooled, needs=needs)
    assert differences(in_store(store), as_rows(again.all())) == []
