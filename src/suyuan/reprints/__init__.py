"""Reprints 转载: Article × Article → Reprint → Origin. Doors: `prepare`, `keys`, `trace`, `origin`."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from suyuan.outlets import Directory
from suyuan.records import Article, Citation, Origin, Reprint

AT_LEAST = 2


def prepare(article: Article, citations: tuple[Citation, ...], *, outlets: Directory) -> Any:
    """What the comparison of two articles looks at, made once per article."""
    raise NotImplementedError


def keys(draft: Any) -> Iterable[int]:
    """Sampled shingles of the narration."""
    raise NotImplementedError


def trace(one: Any, other: Any) -> Reprint | None:
    """Whether one of two articles took text over from the other, which, and what proves it."""
    raise NotImplementedError


def origin(members: tuple[Article, ...], links: tuple[Reprint, ...], citations: tuple[Citation, ...], *, outlets: Directory) -> tuple[Origin, ...]:
    """The independent texts that a family of articles goes back to; every member is in exactly one."""
    raise NotImplementedError
