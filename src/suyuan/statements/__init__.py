"""Statements 陈述: Article → Statement. Doors: `quote` and `cite`."""

from __future__ import annotations

from suyuan.records import Article, Citation, Statement, Timex


def quote(article: Article, timexes: tuple[Timex, ...]) -> tuple[Statement, ...]:
    """Every statement of an article: who said what, to whom, through whom, when, how surely."""
    raise NotImplementedError


def cite(article: Article) -> tuple[Citation, ...]:
    """Every outlet that an article names as where it has something from."""
    raise NotImplementedError
