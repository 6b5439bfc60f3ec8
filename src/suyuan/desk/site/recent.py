"""Answers that may be a little old: totals over all records, what is hot, what is related."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from time import monotonic
from typing import Any, TypeVar

T = TypeVar("T")

MOST = 1000  # answers kept; the longest unasked go first


class Recent:
    """The answers of the last seconds or minutes, so that a page need not wait for what was just found."""

    def __init__(self) -> None:
        self._answers: OrderedDict[str, tuple[float, Any]] = OrderedDict()

    def knows(self, name: str, seconds: float) -> bool:
        """Whether there is an answer no older than that."""
        found = self._answers.get(name)
        return found is not None and monotonic() - found[0] <= seconds

    def answer(self, name: str, seconds: float, ask: Callable[[], T]) -> T:
        """What was answered no longer than some seconds ago, else what is answered now."""
        if not self.knows(name, seconds):
            self._answers[name] = (monotonic(), ask())
        found = self._answers[name]
        self._answers.move_to_end(name)
        if len(self._answers) > MOST:
            self._answers.popitem(last=False)
        known: T = found[1]
        return known
