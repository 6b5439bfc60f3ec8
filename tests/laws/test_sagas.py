"""Links between stories obey the laws too: what they join is itself made, and is made anew when an article comes in."""

import importlib
import random
from pathlib import Path
from typing import Any

import pytest

from suyuan import flow
from suyuan.desk.engines import worker
from suyuan.desk.store import Store
from suyuan.records import Follows, Page
from tests.laws.conftest import as_rows, in_store
from tests.laws.test_three_laws import differences


def test_the_same_sagas_in_memory_and_in_the_worker_in_any_batches(
    tmp_path: Path, pages: list[Page], needs: dict[str, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    follow = importlib.import_module("suyuan.stories.follow")
    monkeypatch.setattr(
        follow, "FOLLOWS", 0.04
    )  # the four days of the newsroom hold no sequel that is as like as is asked
    steps = tuple(
        step for step in flow.FLOW if step.name in ("extract", "unpack", "revise", "gather", "tell", "follow")
    )
    monkeypatch.setattr(flow, "FLOW", steps)
    monkeypatch.setattr(worker, "FLOW", steps)
    made = flow.run(pages, steps, needs=needs)
    assert len(made.of(Follows)) > 1
    chance = random.Random(5)
    waiting = chance.sample(pages, len(pages))
    store = Store(tmp_path, create=True)
    while waiting:
        size = chance.randint(5, 40)
        store.keep(waiting[:size])
        del waiting[:size]
        worker.work(store, needs)
    assert differences(in_store(store), as_rows(made.all())) == []
