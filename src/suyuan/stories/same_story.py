"""Whether two articles tell of one happening."""

from __future__ import annotations

import math
from collections.abc import Collection, Iterable

from suyuan.records import SameStory, digest
from suyuan.stories.keys import Draft
from suyuan.stories.places import STATES
from suyuan.stories.words import is_pair

SAME = 0.17  # of the links made, 98 in 100 are right on a Chinese stream of 200 stories
ALONE = 0.5  # how much of the strongest shared term counts: one name alone is a subject, not a happening
OTHERS = 0.25  # what likeness is worth where each has its own name and none in common: all fires are told in one way
FADE = 40 * 86_400.0  # seconds in which likeness loses two thirds
SHOWN = 6  # shared terms given as evidence


def same(one: Draft, other: Draft) -> SameStory | None:
    """Whether two articles tell of one happening: their terms are alike, and the times not far apart.

    What the owner says of the two, or that they are one address, goes before.
    """
    if one.bonds.are_apart(other.bonds):
        return None
    if reason := one.bonds.reason(other.bonds):
        return _link(one, other, score=1.0, evidence=(reason,))
    worth = math.exp(-abs(one.at - other.at) / FADE)
    if one.names.isdisjoint(other.names):
        if _are_elsewhere(one, other):
            return None
        worth *= OTHERS if one.is_named and other.is_named else 1.0
        if worth * one.unnamed * other.unnamed < SAME:  # no likeness of what is left could be enough
            return None
    products = _products(one.terms, other.terms)
    score = worth * _likeness(products.values())
    if score < SAME:
        return None
    return _link(one, other, score=score, evidence=in_words(_strongest(products)[:SHOWN]))


def _are_elsewhere(one: Draft, other: Draft) -> bool:
    """Whether the headlines name two states, and no state is told of in both texts: 印度一架飞机坠毁, 泰国一架飞机坠毁."""
    if not one.states or not other.states or not one.states.isdisjoint(other.states):
        return False
    return not any(term in STATES for term in one.terms.keys() & other.terms.keys())


def _link(one: Draft, other: Draft, *, score: float, evidence: tuple[str, ...]) -> SameStory:
    a, b = sorted((one.article, other.article))
    return SameStory(id=digest("same story", a, b), a=a, b=b, score=round(score, 4), evidence=evidence)


def likeness(mine: dict[str, float], theirs: dict[str, float]) -> float:
    """The cosine of two vectors of terms, in which the strongest shared term counts less."""
    return _likeness(_products(mine, theirs).values())


def shared(mine: dict[str, float], theirs: dict[str, float]) -> tuple[str, ...]:
    """The terms that two texts share, those that weigh most first."""
    return _strongest(_products(mine, theirs))


def _products(mine: dict[str, float], theirs: dict[str, float]) -> dict[str, float]:
    return {term: mine[term] * theirs[term] for term in mine.keys() & theirs.keys()}


def _likeness(products: Collection[float]) -> float:
    return math.fsum(products) - (1 - ALONE) * max(products, default=0.0)


def _strongest(products: dict[str, float]) -> tuple[str, ...]:
    return tuple(term for _, term in sorted((-product, term) for term, product in products.items()))


def in_words(terms: Iterable[str]) -> tuple[str, ...]:
    """Terms for a reader: the parts of an unknown name are put together where they overlap, 王雨 and 雨馨 as 王雨馨."""
    words: list[str] = []
    for term in terms:
        for place, word in enumerate(words):
            if is_pair(term) and is_pair(word[:2]) and (joined := _overlapping(word, term) or _overlapping(term, word)):
                words[place] = joined
                break
        else:
            words.append(term)
    return tuple(words)


def _overlapping(left: str, right: str) -> str | None:
    return left + right[1:] if left[-1] == right[0] else None
