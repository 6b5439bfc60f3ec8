"""What two articles are compared by: a draft, and the keys that articles about one happening share."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from suyuan.records import Article
from suyuan.stories.words import UNKNOWN, rarity, words

LEAD = 200  # characters: where a news text says what happened
BODY = 1200  # what follows is background more often than news
TERMS = 60
KEYS = 10
BUCKET = 3 * 86_400  # seconds; a key stands in two buckets, so that articles up to one bucket apart always meet


@dataclass(frozen=True, slots=True)
class Draft:
    """What the comparison of two articles looks at: when, and its terms with their weights (of length one)."""

    article: str
    at: float
    terms: dict[str, float]
    keys: tuple[str, ...]


def prepare(article: Article) -> Draft:
    """What the comparison of two articles looks at, made once per article."""
    terms = _terms(article)
    at = when(article).timestamp()
    strongest = list(terms)[:KEYS]
    bucket = int(at // BUCKET)
    return Draft(article.id, at, terms, tuple(f"{day}:{term}" for term in strongest for day in (bucket, bucket + 1)))


def when(article: Article) -> datetime:
    """The time that counts: when it was published, or where the page does not say, when it was first seen."""
    return article.published or article.first_seen


def keys(draft: Draft) -> Iterable[str]:
    """What articles about one happening share."""
    return draft.keys


def _terms(article: Article) -> dict[str, float]:
    weights: Counter[str] = Counter()
    for part, weight in ((article.title, 3), (article.text[:LEAD], 2), (article.text[LEAD:BODY], 1)):
        for word in words(part):
            weights[word] += weight
    table = rarity()
    scored = {word: (1 + math.log(count)) * table.get(word, UNKNOWN) for word, count in weights.items()}
    best = sorted(scored.items(), key=lambda pair: (-pair[1], pair[0]))[:TERMS]
    length = math.sqrt(sum(value * value for _, value in best)) or 1.0
    return {word: value / length for word, value in best}
