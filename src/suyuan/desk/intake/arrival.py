"""What intake hands on: a kept thing with the name that it had, or why it could not be read."""

from __future__ import annotations

from dataclasses import dataclass

from suyuan.records import FeedItem, Page


@dataclass(frozen=True, slots=True)
class Unreadable:
    """An input, or a line of one, that could not be read: its name, a short reason, and what was seen."""

    name: str
    reason: str
    detail: str


@dataclass(frozen=True, slots=True)
class Arrived:
    """A page or feed item, and what its maker calls it: a file name, or the id of an article line."""

    name: str
    kept: Page | FeedItem


@dataclass(frozen=True, slots=True)
class Event:
    """A line of articles that belong together, with the passages to be weighed where they are given."""

    name: str
    articles: tuple[Arrived, ...]
    passages: tuple[tuple[str, int, int], ...] | None


Arrival = Arrived | Event | Unreadable
