"""What the numbers mean, how often they are right, and what this desk holds."""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from types import ModuleType

from suyuan.desk.store import Store, browse
from suyuan.records import Story
from suyuan.stories import Health


@dataclass(frozen=True, slots=True, kw_only=True)
class Tested:
    """A share in per cent that was measured on texts with known answers, and the floor that holds it."""

    measure: str
    share: float
    floor: tuple[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Read:
    """What a person found who read the results."""

    measure: str
    told: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """How often the desk is right."""

    tested: tuple[Tested, ...]
    read: tuple[Read, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sizes:
    """How well stories are told here: figures of all of them, and the largest."""

    health: Health
    largest: Story | None


@dataclass(frozen=True, slots=True, kw_only=True)
class AboutView:
    """All that stands on the page about the numbers."""

    counts: dict[str, int]
    outlets: Sequence[tuple[str, int]]
    sizes: Sizes
    measured: Measured
    formats: Sequence[ModuleType]


@cache
def measured() -> Measured:
    """The figures of `measured.toml`."""
    found = tomllib.loads(files("suyuan.desk.site").joinpath("measured.toml").read_text(encoding="utf-8"))
    return Measured(
        tested=tuple(Tested(**one | {"floor": tuple(one["floor"])}) for one in found["tested"]),
        read=tuple(Read(**one) for one in found["read"]),
    )


def sizes(store: Store) -> Sizes:
    """How well stories are told here."""
    found = browse.story_health(store)
    return Sizes(health=found, largest=store.get(Story, found.largest_story) if found.largest_story else None)
