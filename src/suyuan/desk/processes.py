"""The desk's other processes: started beside the site, started again when they die, stopped with it."""

from __future__ import annotations

import multiprocessing
import signal
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from multiprocessing.process import BaseProcess
from pathlib import Path

from suyuan.desk.words import Words

Job = Callable[[Path], None]
"""What a process does with a desk's folder until it gets SIGTERM; a function of a module, as it is started by name."""

LOOK = 1.0  # seconds between two looks whether all are alive
PATIENCE = 60.0  # the longest wait before a process that dies at once is started again
GRACE = 10.0  # seconds that a process has to end its transaction


@contextmanager
def running(jobs: dict[str, Job], folder: Path, *, say: Words) -> Iterator[None]:
    """Keep the jobs running, each in a process of its own, while the block lasts."""
    over = threading.Event()
    keepers = [
        threading.Thread(target=_keep, args=(name, job, folder, over, say), name=f"keep-{name}", daemon=True)
        for name, job in jobs.items()
    ]
    for keeper in keepers:
        keeper.start()
    try:
        yield
    finally:
        over.set()
        for keeper in keepers:
            keeper.join(timeout=GRACE + 5)


def until_told() -> Callable[[], bool]:
    """For a job, first of all: a question that is answered yes once it was told to stop, or once the desk is gone."""
    stopping = False

    def stop(_signal: int, _frame: object) -> None:
        nonlocal stopping
        stopping = True

    signal.signal(signal.SIGTERM, stop)
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C goes to the parent, which then asks us to stop
    parent = multiprocessing.parent_process()
    return lambda: stopping or (parent is not None and not parent.is_alive())


def _keep(name: str, job: Job, folder: Path, over: threading.Event, say: Words) -> None:
    """Start a job again and again until it is over: at once, and more slowly the sooner it dies."""
    wait = LOOK
    while not over.is_set():
        started = time.monotonic()
        process = multiprocessing.get_context("spawn").Process(
            target=job, args=(folder,), name=f"suyuan-{name}", daemon=True
        )
        process.start()
        while process.is_alive() and not over.wait(LOOK):
            pass
        if over.is_set():
            _stop(process)
            return
        wait = LOOK if time.monotonic() - started > PATIENCE else min(2 * wait, PATIENCE)
        told = say(
            "{process} ended by itself (status {status}); it starts again in {seconds} s.",
            process=name,
            status=process.exitcode,
            seconds=round(wait),
        )
        print(told, file=sys.stderr, flush=True)
        over.wait(wait)


def _stop(process: BaseProcess) -> None:
    process.terminate()
    process.join(timeout=GRACE)
    if process.is_alive():
        process.kill()
        process.join()
