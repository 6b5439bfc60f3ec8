"""What belongs beside an article: the same happening, its background, what followed, the same speaker elsewhere."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from functools import cached_property

from suyuan.records import Article
from suyuan.stories.keys import Draft, prepare, when
from suyuan.stories.same_story import in_words, likeness, shared
from suyuan.text import letters, shingles

DAY = 86_400.0
ALIKE = 0.07  # likeness from which two articles are about one matter: a list may go farther than a story
SPOKEN = 0.03  # likeness that is enough where a speaker is shared too
FADE = 40 * DAY
NEAR = 3 * DAY  # farther apart in time, one matter is background or follow-up
COPY = 0.75  # share of the shorter text's runs of characters that stand in the other, from which they are copies
SHORT = 30  # letters: a shorter text is compared with its title, and whole
LONGEST = 20_000  # letters that are compared: enough of any report
SHOWN = 4  # shared words given as the reason
LOOKED_AT = 8  # times as many as asked for: a much copied story must not hide the rest


class Relation(StrEnum):
    """Why an article belongs beside another."""

    SAME = "same"  # 同一事件
    BACKGROUND = "background"  # 背景
    FOLLOW_UP = "follow_up"  # 后续
    SPEAKER = "speaker"  # 同一说话人


@dataclass(frozen=True, slots=True, kw_only=True)
class Related:
    """An article that belongs beside another: why, what the two share, and which copies of it are not listed."""

    article: str
    relation: Relation
    score: float
    evidence: tuple[str, ...] = ()
    copies: tuple[str, ...] = ()


class Index:
    """Articles among which related ones are looked for, by their terms."""

    def __init__(self, articles: Iterable[Article]) -> None:
        self.texts = [Text(article) for article in articles]
        self._holders: dict[str, list[tuple[int, float]]] = defaultdict(list)
        for place, text in enumerate(self.texts):
            for term, weight in text.draft.terms.items():
                self._holders[term].append((place, weight))

    def near(self, draft: Draft) -> list[tuple[float, Text]]:
        """The articles that share a term, with the cosine of the two."""
        cosine: dict[int, float] = defaultdict(float)
        for term, weight in draft.terms.items():
            for place, other in self._holders.get(term, ()):
                cosine[place] += weight * other
        return [(value, self.texts[place]) for place, value in cosine.items()]


class Text:
    """An article with what is made of it once: the draft, and when it is asked for, the runs of characters."""

    def __init__(self, article: Article) -> None:
        self.article = article
        self.draft = prepare(article)

    @cached_property
    def runs(self) -> frozenset[int] | str:
        """The runs of eight letters of the text, or where it is short, the letters of title and text."""
        plain = letters(self.article.text[: 2 * LONGEST])[:LONGEST]
        return frozenset(shingles(plain)) if len(plain) >= SHORT else letters(self.article.title) + plain

    def is_copy_of(self, other: Text) -> bool:
        """Whether the two are the same text, or one is most of the other."""
        one, two = self.runs, other.runs
        if isinstance(one, str) or isinstance(two, str):
            return one == two
        return len(one & two) >= COPY * min(len(one), len(two))


def related(
    article: Article,
    index: Index,
    *,
    until: datetime | None = None,
    speakers: Mapping[str, Collection[str]] | None = None,
    most: int = 10,
) -> tuple[Related, ...]:
    """The articles that belong beside an article, best first; no two are copies of each other, none of it.

    `until` leaves out what was published later. `speakers` gives the named speakers of articles by their ids.
    """
    asked = Text(article)
    heard = speakers or {}
    found: list[tuple[Related, Text]] = []
    copies: dict[str, list[str]] = defaultdict(list)
    for row, text in _ranked(asked, index, until, heard)[: most * LOOKED_AT]:
        if asked.is_copy_of(text):
            continue
        if original := next((before for before, held in found if held.is_copy_of(text)), None):
            copies[original.article].append(text.article.id)
        elif len(found) < most:
            found.append((row, text))
    return tuple(
        Related(
            article=row.article,
            relation=row.relation,
            score=row.score,
            evidence=row.evidence,
            copies=tuple(copies[row.article]),
        )
        for row, _ in found
    )


def _ranked(
    asked: Text, index: Index, until: datetime | None, speakers: Mapping[str, Collection[str]]
) -> list[tuple[Related, Text]]:
    mine = set(speakers.get(asked.article.id, ()))
    rows = []
    for cosine, text in index.near(asked.draft):
        if cosine < SPOKEN or text.article.id == asked.article.id or (until and when(text.article) > until):
            continue
        voices = tuple(sorted(mine.intersection(speakers.get(text.article.id, ()))))
        alike = likeness(asked.draft.terms, text.draft.terms)
        if alike >= ALIKE or (voices and alike >= SPOKEN):
            rows.append((_row(asked.draft, text.draft, alike, voices), text))
    return sorted(rows, key=lambda row: (-row[0].score, row[0].article))


def _row(asked: Draft, other: Draft, alike: float, voices: tuple[str, ...]) -> Related:
    gap = other.at - asked.at
    if alike < ALIKE:
        relation = Relation.SPEAKER
    elif abs(gap) <= NEAR:
        relation = Relation.SAME
    else:
        relation = Relation.FOLLOW_UP if gap > 0 else Relation.BACKGROUND
    return Related(
        article=other.article,
        relation=relation,
        score=round(alike * math.exp(-abs(gap) / FADE), 4),
        evidence=voices if relation is Relation.SPEAKER else in_words(shared(asked.terms, other.terms)[:SHOWN]),
    )
