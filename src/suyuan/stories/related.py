"""What belongs beside an article: the same happening, its background, what followed, the same speaker elsewhere."""

from __future__ import annotations

import math
import sys
import zlib
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from functools import cached_property

import numpy as np
import numpy.typing as npt

from suyuan.records import Article
from suyuan.stories.keys import terms_in, terms_of, when
from suyuan.stories.same_story import SAME, in_words, likeness, shared
from suyuan.text import letters

DAY = 86_400.0
PARTS = (
    10,
    3,
    1,
)  # how often a word of the title, of the lead, of the body counts: more by the title than a story goes
ALIKE = 0.07  # likeness from which two articles are about one matter: a list may go farther than a story
SPOKEN = 0.03  # likeness that is enough where a speaker is shared too
NEAREST, LENT = (
    4,
    0.3,
)  # the nearest articles say in other words what is asked for: they lend this share of the likeness
FADE = 40 * DAY
FRESH, FRESHER = DAY, 0.2  # of two as alike, the one of the same day is nearer
SEASON = 90 * DAY  # a list of what is farther apart is a list of chance likenesses, unless they are very like
NEAR = 3 * DAY  # farther apart in time, one matter is background or follow-up
GOES_ON = 0.25  # likeness from which it is one matter: of pairs less alike, on two weeks, every other shared words only
COPY = 0.8  # share of the shorter text's runs of characters that stand in the other, from which they are copies
RUN = 8  # letters: as many in the same order are hardly ever chance
SHORT = 30  # letters: a shorter text is compared with its title, and whole
FEW = 100  # texts that are looked through sooner than their terms are laid out
SOME = 16  # runs that are looked for first
LONGEST = 6_000  # letters that are compared: enough of any report
SHOWN = 4  # shared words given as the reason
LOOKED_AT = 8  # times as many as asked for: a much copied story must not hide the rest


Terms = dict[str, float]


class Relation(StrEnum):
    """Why an article belongs beside another."""

    SAME = "same"  # 同一事件
    BACKGROUND = "background"  # 背景
    FOLLOW_UP = "follow_up"  # 后续
    SPEAKER = "speaker"  # 同一说话人
    WORDS = "shared_words"  # 共有词语: alike, and nothing says why


@dataclass(frozen=True, slots=True, kw_only=True)
class Related:
    """An article that belongs beside another: why, what the two share, and which copies of it are not listed."""

    article: str
    relation: Relation
    score: float
    evidence: tuple[str, ...] = ()
    copies: tuple[str, ...] = ()


class Index:
    """Articles among which related ones are looked for, by their terms; those of a `Text` are not found anew."""

    def __init__(self, articles: Iterable[Article | Text]) -> None:
        self.texts = [one if isinstance(one, Text) else Text(one) for one in articles]

    @cached_property
    def _holders(self) -> dict[str, list[tuple[int, float]]]:
        found: dict[str, list[tuple[int, float]]] = defaultdict(list)
        for place, text in enumerate(self.texts):
            for term, weight in text.terms.items():
                found[term].append((place, weight))
        return found

    def near(self, terms: Terms) -> list[tuple[float, Text]]:
        """The articles that share a term, with the cosine of the two."""
        if len(self.texts) <= FEW:
            cosines = (
                (math.fsum(terms[one] * text.terms[one] for one in terms.keys() & text.terms.keys()), text)
                for text in self.texts
            )
            return [(value, text) for value, text in cosines if value]
        cosine: dict[int, float] = defaultdict(float)
        for term, weight in terms.items():
            for place, other in self._holders.get(term, ()):
                cosine[place] += weight * other
        return [(value, self.texts[place]) for place, value in cosine.items()]


@dataclass(frozen=True, slots=True)
class Telling:
    """The terms of an article, those of its headline alone, and its runs of letters: what is worth keeping of a `Text`."""

    terms: Terms
    title: Terms
    runs: bytes  # 32-bit hashes in order, each once


def telling(article: Article) -> Telling:
    """What an article tells, by its terms and runs."""
    return Telling(terms_of(article, parts=PARTS)[0], terms_in(article.title)[0], _runs(article))


def _runs(article: Article) -> bytes:
    """The hashes of the runs of eight letters; of a short text one, of the letters of title and text."""
    plain = letters(article.text[: 2 * LONGEST])[:LONGEST]
    if len(plain) < SHORT:
        return zlib.crc32((letters(article.title) + plain).encode("utf-8", "surrogatepass")).to_bytes(4, sys.byteorder)
    codes = np.frombuffer(plain.encode("utf-32-le", "surrogatepass"), "<u4")
    hashes = np.zeros(len(codes) - RUN + 1, np.uint32)
    for place in range(RUN):
        hashes = hashes * _ODD + codes[place : place + len(hashes)]
    return np.unique(hashes).tobytes()


_ODD = np.uint32(0x9E3779B1)


class Text:
    """An article with what is made of it once."""

    def __init__(self, article: Article, told: Telling | None = None) -> None:
        self.article = article
        self.at = when(article).timestamp()
        self._told = told or telling(article)
        self.terms, self.title = self._told.terms, self._told.title

    @cached_property
    def runs(self) -> npt.NDArray[np.uint32]:
        """The hashes of its runs, in order."""
        return np.frombuffer(self._told.runs, np.uint32)

    def is_copy_of(self, other: Text) -> bool:
        """Whether the two are the same text, or one is most of the other."""
        fewer, more = (self.runs, other.runs) if len(self.runs) <= len(other.runs) else (other.runs, self.runs)
        some = fewer[:SOME]
        if len(some) == SOME and not (more.take(more.searchsorted(some), mode="clip") == some).any():
            return False  # of a copy four in five would be there: that all of these are of the fifth is once in 10¹¹
        return len(np.intersect1d(fewer, more, assume_unique=True)) >= COPY * len(fewer)


def related(
    article: Article | Text,
    index: Index,
    *,
    until: datetime | None = None,
    speakers: Mapping[str, Collection[str]] | None = None,
    most: int = 10,
) -> tuple[Related, ...]:
    """The articles that belong beside an article, best first; no two are copies of each other, none of it.

    `until` leaves out what was published later. `speakers` gives the named speakers of articles by their ids.
    """
    asked = article if isinstance(article, Text) else Text(article)
    ranked = _ranked(asked, _candidates(asked, index, until, speakers or {}))
    found: list[Candidate] = []
    copies: dict[str, list[str]] = defaultdict(list)
    for one in ranked[: most * LOOKED_AT]:
        if asked.is_copy_of(one.text):
            continue
        if original := next((before for before in found if before.text.is_copy_of(one.text)), None):
            copies[original.text.article.id].append(one.text.article.id)
        elif len(found) < most:
            found.append(one)
    return tuple(_row(asked, one, tuple(copies[one.text.article.id])) for one in found)


@dataclass(slots=True)
class Candidate:
    """An article that may belong beside another: how alike the two are, who speaks in both, what that is worth."""

    text: Text
    alike: float
    voices: tuple[str, ...]
    score: float
    lent: float = 0.0  # how alike it is with what the nearest articles lend


def _candidates(
    asked: Text, index: Index, until: datetime | None, speakers: Mapping[str, Collection[str]]
) -> list[Candidate]:
    mine = set(speakers.get(asked.article.id, ()))
    found = []
    for cosine, text in index.near(asked.terms):
        if cosine < SPOKEN or text.article.id == asked.article.id or (until and when(text.article) > until):
            continue
        voices = tuple(sorted(mine.intersection(speakers.get(text.article.id, ()))))
        alike = likeness(asked.terms, text.terms)
        if alike >= SPOKEN:
            found.append(Candidate(text, alike, voices, alike * _nearness(asked, text)))
    return found


def _nearness(asked: Text, text: Text) -> float:
    """What likeness is worth: more where the headlines say the same, less the farther apart in time."""
    gap = abs(text.at - asked.at)
    return (1 + likeness(asked.title, text.title)) * math.exp(-gap / FADE) * (1 + FRESHER * math.exp(-gap / FRESH))


def _ranked(asked: Text, candidates: list[Candidate]) -> list[Candidate]:
    """The candidates that are alike enough, best first: alike to what was asked for, and to what is nearest to it."""
    best = sorted(candidates, key=_order)
    lent = _together(_nearest(asked, best))
    for one in best if lent else ():
        one.lent = (1 - LENT) * one.alike + LENT * likeness(lent, one.text.terms)
        one.score = one.lent * _nearness(asked, one.text)
    return sorted((one for one in best if _is_of_it(asked, one) or one.voices), key=_order)


def _is_of_it(asked: Text, one: Candidate) -> bool:
    """Whether an article is alike enough to be listed: what is long past must itself be as alike as one happening."""
    if abs(one.text.at - asked.at) > SEASON:
        return one.alike >= SAME
    return max(one.alike, one.lent) >= ALIKE


def _nearest(asked: Text, best: list[Candidate]) -> list[Text]:
    """The nearest articles that are no copies, of what was asked for or of one another."""
    found: list[Text] = []
    for one in best[: NEAREST * LOOKED_AT]:
        if (
            len(found) < NEAREST
            and one.alike >= ALIKE
            and not any(one.text.is_copy_of(other) for other in (asked, *found))
        ):
            found.append(one.text)
    return found


def _together(texts: Sequence[Text]) -> Terms:
    """The terms of several texts as one vector of length one."""
    summed: dict[str, float] = defaultdict(float)
    for text in texts:
        for term, weight in text.terms.items():
            summed[term] += weight
    length = math.sqrt(math.fsum(weight * weight for weight in summed.values()))
    return {term: weight / length for term, weight in summed.items()}


def _order(one: Candidate) -> tuple[float, str]:
    return -one.score, one.text.article.id


def _row(asked: Text, one: Candidate, copies: tuple[str, ...]) -> Related:
    relation = _relation(asked, one)
    shown = in_words(shared(asked.terms, one.text.terms)[:SHOWN])
    return Related(
        article=one.text.article.id,
        relation=relation,
        score=round(one.score, 4),
        evidence=one.voices if relation is Relation.SPEAKER else shown,
        copies=copies,
    )


def _relation(asked: Text, one: Candidate) -> Relation:
    gap = one.text.at - asked.at
    if not _is_of_it(asked, one):
        return Relation.SPEAKER
    if one.alike >= SAME and abs(gap) <= NEAR:
        return Relation.SAME
    if one.alike < GOES_ON:
        return Relation.WORDS
    return Relation.FOLLOW_UP if gap > 0 else Relation.BACKGROUND
