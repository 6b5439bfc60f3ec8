"""Claims 说法: Assertion × Assertion → Claim → Corroboration. Doors: `find`, `prepare`, `keys`, `same`, `weigh`."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from suyuan.outlets import Directory
from suyuan.records import (
    Article,
    Assertion,
    Citation,
    Claim,
    Corroboration,
    Origin,
    Reprint,
    SameClaim,
    Statement,
    Story,
    Timex,
)


def find(article: Article, statements: tuple[Statement, ...], timexes: tuple[Timex, ...]) -> tuple[Assertion, ...]:
    """The passages of an article that assert something that can vary or be contested."""
    raise NotImplementedError


def prepare(assertion: Assertion, articles: tuple[Article, ...], statements: tuple[Statement, ...], stories: tuple[Story, ...]) -> Any:
    """What the comparison of two assertions looks at, made once per assertion."""
    raise NotImplementedError


def keys(draft: Any) -> Iterable[str]:
    """What two assertions that answer one question share; always within one story."""
    raise NotImplementedError


def same(one: Any, other: Any) -> SameClaim | None:
    """Whether two assertions answer one question, alike or not."""
    raise NotImplementedError


def weigh(
    members: tuple[Assertion, ...],
    links: tuple[SameClaim, ...],
    articles: tuple[Article, ...],
    statements: tuple[Statement, ...],
    citations: tuple[Citation, ...],
    reprints: tuple[Reprint, ...],
    origins: tuple[Origin, ...],
    stories: tuple[Story, ...],
    *,
    outlets: Directory,
) -> tuple[Claim | Corroboration, ...]:
    """The claims in a group of assertions on one question, and what stands behind and against each."""
    raise NotImplementedError
