"""The desk's processes start again when they die, and what a desk does and holds can be asked for."""

import os
import signal
import socket
import time
import urllib.request
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from suyuan import outlets, sample
from suyuan.desk import metrics, processes
from suyuan.desk.engines import worker
from suyuan.desk.errors import DeskBusy, DeskError
from suyuan.desk.store import Store, health
from suyuan.desk.store.subscriptions import Result, Subscriptions, Watched
from suyuan.desk.words import words

SAY = words("en")


def steady(folder: Path) -> None:
    """Say who we are, then stay."""
    (folder / f"{os.getpid()}.here").touch()
    while True:
        time.sleep(0.1)


def _eventually(holds: Callable[[], bool], seconds: float = 30) -> None:
    end = time.monotonic() + seconds
    while not holds():
        assert time.monotonic() < end, "it did not happen in time"
        time.sleep(0.05)


def _here(folder: Path) -> set[int]:
    return {int(one.stem) for one in folder.glob("*.here")}


def _is_alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True


def test_a_process_that_is_killed_starts_again_and_all_end_with_the_desk(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(processes, "LOOK", 0.1)
    with processes.running({"worker": steady}, tmp_path, say=SAY):
        _eventually(lambda: len(_here(tmp_path)) == 1)
        (first,) = _here(tmp_path)
        os.kill(first, signal.SIGKILL)
        _eventually(lambda: len(_here(tmp_path)) == 2)
    _eventually(lambda: not any(_is_alive(pid) for pid in _here(tmp_path)))
    assert "worker ended by itself (status -9)" in capfd.readouterr().err


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("desk")
    store = Store(made, create=True)
    store.keep(list(sample.pages())[:6])
    worker.work(store, {"outlets": outlets.packaged().joined(sample.outlets())})
    store.close()
    return made


def test_a_desk_is_well_while_its_processes_give_signs_of_life(folder: Path) -> None:
    now = datetime.now(tz=UTC)
    assert health.health(folder).is_well(now)
    health.pulse(folder, "worker")
    found = health.health(folder)
    assert found.kept["Page"] == 6 and found.records["Article"] == 6 and found.due == {} and found.bytes_kept > 0
    assert found.is_well(now) and not found.is_well(now + timedelta(minutes=10))
    health.rest(folder, "worker")
    assert health.health(folder).is_well(now + timedelta(minutes=10))


def test_a_desk_that_cannot_be_read_says_so(tmp_path: Path) -> None:
    (tmp_path / "desk.db").write_bytes(b"this is no database at all" * 100)
    found = health.health(tmp_path)
    assert found.error and not found.is_well(datetime.now(tz=UTC))


def test_prometheus_finds_the_figures_on_a_listener_of_their_own(folder: Path) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    metrics.listen(folder, f"127.0.0.1:{port}")
    watched = Subscriptions(folder)
    for number, result in enumerate((None, Result.GONE)):
        url = f"http://news.example.com/{number}"
        checked = time.time() if result else None
        watched.add(Watched(url=url, address=url, kind="feed", checked=checked, result=result, added=time.time()))
    watched.close()
    with urllib.request.urlopen(f"http://127.0.0.1:{port}/metrics", timeout=10) as answer:
        said = answer.read().decode()
    assert 'suyuan_subscriptions{standing="new"} 1.0' in said and 'suyuan_subscriptions{standing="dead"} 1.0' in said
    assert "suyuan_pending_pages 0.0" in said and "suyuan_subscriptions_stale 0.0" in said
    assert 'suyuan_kept{kind="Page"} 6.0' in said and "suyuan_up 1.0" in said and "suyuan_faults 0.0" in said
    with pytest.raises(DeskBusy, match="cannot listen"):
        metrics.listen(folder, f"127.0.0.1:{port}")


@pytest.mark.parametrize("address", ["9321", "127.0.0.1:", "127.0.0.1:many", "localhost"])
def test_an_address_that_is_none_is_said(folder: Path, address: str) -> None:
    with pytest.raises(DeskError, match="no address to listen on"):
        metrics.listen(folder, address)
