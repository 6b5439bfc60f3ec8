"""Times 时间: Article → Timex. Door: `date`."""

from __future__ import annotations

from suyuan.records import Article, Timex


def date(article: Article) -> tuple[Timex, ...]:
    """Every time expression of an article, resolved as far as the words go."""
    raise NotImplementedError
