"""Stories 事件: Article × Article → Story. Doors: `prepare`, `keys`, `same`, `tell`; views: `related`, `hot`, `timeline`."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from suyuan.records import Article, SameStory, Story

AT_LEAST = 3


def prepare(article: Article) -> Any:
    """What the comparison of two articles looks at, made once per article."""
    raise NotImplementedError


def keys(draft: Any) -> Iterable[str]:
    """What articles about one happening share."""
    raise NotImplementedError


def same(one: Any, other: Any) -> SameStory | None:
    """Whether two articles tell of one happening."""
    raise NotImplementedError


def tell(members: tuple[Article, ...], links: tuple[SameStory, ...]) -> tuple[Story, ...]:
    """The stories in a group of linked articles; every member is in exactly one."""
    raise NotImplementedError
