"""Killed at any moment and started again, a desk ends where an undisturbed one does."""

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

from suyuan import outlets, sample
from suyuan.desk.engines import worker
from suyuan.desk.store import Store
from tests.laws.conftest import in_memory, in_store

SCRIPT = """
import sys
from pathlib import Path
from suyuan import outlets, sample
from suyuan.desk.engines import worker
from suyuan.desk.store import Store
store = Store(Path(sys.argv[1]), create=True)
pages = list(sample.pages())[: int(sys.argv[2])]
print("go", flush=True)
for start in range(0, len(pages), 8):
    store.keep(pages[start : start + 8])
    worker.work(store, {"outlets": outlets.packaged().joined(sample.outlets())})
print("done", flush=True)
"""
KILLS = int(os.environ.get("SUYUAN_KILLS", "6"))
PAGES = 32


def test_a_desk_killed_at_random_moments_ends_where_an_undisturbed_one_does(tmp_path: Path) -> None:
    needs: dict[str, Any] = {"outlets": outlets.packaged().joined(sample.outlets())}
    pages = list(sample.pages())[:PAGES]
    begun = time.monotonic()
    expected = in_memory(pages, needs)
    whole = max(0.5, 2 * (time.monotonic() - begun))
    chance = random.Random(20310602)
    for _ in range(KILLS):
        child = subprocess.Popen(
            [sys.executable, "-c", SCRIPT, str(tmp_path), str(PAGES)], stdout=subprocess.PIPE, text=True
        )
        assert child.stdout is not None and child.stdout.readline() == "go\n"
        time.sleep(chance.uniform(0, whole))
        child.send_signal(signal.SIGKILL)
        child.wait()
    store = Store(tmp_path, create=True)
    store.recover()
    store.keep(pages)
    worker.work(store, needs)
    assert {one.id for one in pages} == {page_id for (page_id,) in store.db.execute("SELECT id FROM page")}
    assert in_store(store) == expected
