"""A step's version is computed, not typed: a digest of the code and tables it runs and of the arguments it names."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.metadata import version as installed
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any

from suyuan.flow import Link, Step, given

# The outlets that come with the house, too: `quote` asks for newsrooms itself.
_GROUND = ("records.py", "text", "outlets")
_DICTIONARIES = ("opencc", "rjieba")  # another release of these makes other words and other letters of the same text


def version(step: Step, needs: Mapping[str, Any]) -> str:
    """Twelve hexadecimal characters that change when what the step makes could change."""
    function = step.prepare if isinstance(step, Link) else step.make
    room = function.__module__.split(".")[1]
    arguments = (getattr(one, "digest", repr(one)) for one in given(step, needs).values())
    blocking = (f"{step.at_least} {step.hot}",) if isinstance(step, Link) else ()
    return hashlib.blake2b(
        "\n".join((step.name, _code(room), *blocking, *arguments)).encode(), digest_size=6
    ).hexdigest()


@cache
def _code(room: str) -> str:
    total = hashlib.blake2b(digest_size=16)
    for name in _DICTIONARIES:
        total.update(f"{name} {installed(name)}\n".encode())
    for name in (*_GROUND, room):
        for content in _contents(files("suyuan").joinpath(name)):
            total.update(content)
    return total.hexdigest()


def _contents(place: Traversable) -> Iterator[bytes]:
    if place.is_file():
        yield place.read_bytes()
    else:
        for inner in sorted(place.iterdir(), key=lambda one: one.name):
            if not inner.name.startswith("__pycache__") and inner.name != "train":
                yield from _contents(inner)
