"""What two texts have in common, in whole words as the texts write them.

The terms that likeness is counted by are folded, and of a name that no dictionary has they are pairs of neighbours:
人失 out of 5人失联, 浦县 out of 柘浦县. Here each is found again in the texts and grows to the word it is a part of.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property, lru_cache

import rjieba

from suyuan.desk.store import Store
from suyuan.records import Article, Follows, SameStory, Story
from suyuan.stories.words import _GRAMMAR
from suyuan.text import fold

LOOKED_AT = 2_000  # characters of a text: names stand in its first paragraphs
LONGEST = 6  # characters that an unknown word grows by
OFTEN = 3  # times that a word which the segmenter knows stands in a larger one, and nowhere else: 斯塔 in 斯塔默

_HAN = re.compile(r"[一-鿿]")


def evidence_of(store: Store, link: SameStory | Follows) -> tuple[str, ...]:
    """What a link between articles or stories rests on; as it stands there where a text is gone."""
    if isinstance(link, Follows):
        told = (store.get(Story, each) for each in (link.story, link.earlier))
        articles = store.articles(one.headline for one in told if one)
    else:
        articles = store.articles((link.a, link.b))
    return in_common(link.evidence, *articles) if len(articles) == 2 else link.evidence


def in_common(terms: Iterable[str], *articles: Article) -> tuple[str, ...]:
    """The terms as whole words, each written as in the first of the articles that has it; what is no word there is left out."""
    texts = _Texts([f"{one.title}\n{one.text}"[:LOOKED_AT] for one in articles])
    words = {word: None for term in map(fold, terms) if (word := texts.whole(term))}
    told = (texts.written(word) for word in words if not any(texts.says_more(other, word) for other in words))
    return tuple(word for word in told if not _is_particle(word))


def _is_particle(word: str) -> bool:
    """his, De, for: a short Latin word is nothing that two reports have in common, a name in capitals is."""
    return word.isascii() and word.isalpha() and len(word) < _SHORT and not word.isupper()


_SHORT = 4  # letters


@lru_cache(maxsize=64)  # an article is read with each that stands beside it
def _lone_in(text: str) -> bytes:
    """For every character of a text whether it stands alone."""
    plain = fold(text)
    lone, end = bytearray(len(plain)), 0
    for token in rjieba.cut(plain, False):
        start, end = end, end + len(token)
        # After a figure stands what is counted: 5 人.
        if len(token) == 1 and _HAN.match(token) and token not in _GRAMMAR:
            lone[start] = not plain[max(0, start - 1) : start].isdecimal()
    return bytes(lone)


class _Texts:
    """Some texts, read for their words."""

    def __init__(self, texts: Sequence[str]) -> None:
        self._texts = texts
        self._as_written = "\n".join(texts)
        self._plain = "\n".join(map(fold, texts))

    @cached_property
    def _lone(self) -> bytes:
        """For every character whether the segmenter leaves it alone, and it may so be a part of a name."""
        return b"\x00".join(map(_lone_in, self._texts))

    @cached_property
    def _runs(self) -> frozenset[str]:
        """The runs of such characters."""
        found = re.finditer(rb"\x01{2,}", self._lone)
        return frozenset(self._plain[one.start() : one.end()] for one in found)

    def whole(self, term: str) -> str | None:
        """The word that a term is or is a part of; None where there is none, or the term stands across two."""
        if not _HAN.match(term):
            return term if self._place(term) is not None else None
        places = list(self._places(term))
        if any(len(token) > 1 for token in rjieba.cut(term, False)):
            return self._grown(term, places, most=1) if len(places) >= OFTEN else term if places else None
        places = [at for at in places if all(self._lone[at : at + len(term)])]
        return self._parted(self._grown(term, places)) if places else None

    def _grown(self, term: str, places: Sequence[int], most: int = LONGEST) -> str:
        """The term with what stands on either side of it wherever it stands: so many characters at most."""
        left, right = 0, len(term)
        while right - left < len(term) + most and self._is_one(at + left - 1 for at in places):
            left -= 1
        while right - left < len(term) + most and self._is_one(at + right for at in places):
            right += 1
        return self._plain[places[0] + left : places[0] + right]

    def _is_one(self, places: Iterable[int]) -> bool:
        """Whether the same character stands there everywhere, and left alone by the segmenter."""
        beside = {self._plain[at] if 0 <= at < len(self._lone) and self._lone[at] else "" for at in places}
        return len(beside) == 1 and "" not in beside

    def _parted(self, word: str) -> str:
        """What a word begins with, where that begins another as well: 柘浦, where there is 柘浦客 and 柘浦县."""
        elsewhere = [run for run in self._runs if not run.startswith(word)]
        parts = (word[:end] for end in range(len(word) - 1, 1, -1))
        return next((one for one in parts if any(run.startswith(one) for run in elsewhere)), word)

    def written(self, word: str) -> str:
        """A word as the texts write it: folding changes characters and moves none."""
        at = self._place(word)
        return word if at is None else self._as_written[at : at + len(word)]

    def says_more(self, other: str, word: str) -> bool:
        """Whether a longer word that is as frequent makes this one needless."""
        return word != other and word in other and self._plain.count(word) == self._plain.count(other)

    def _place(self, word: str) -> int | None:
        """Where a word stands first; a Latin one by itself."""
        places = self._places(word)
        return next(places if _HAN.match(word) else (at for at in places if self._is_apart(at, at + len(word))), None)

    def _places(self, word: str) -> Iterator[int]:
        """Where a word stands. Without an expression: to compile one takes longer than to look for a dozen words."""
        at = self._plain.find(word)
        while at >= 0:
            yield at
            at = self._plain.find(word, at + 1)

    def _is_apart(self, start: int, end: int) -> bool:
        beside = self._plain[max(0, start - 1) : start], self._plain[end : end + 1]
        return not any(one.isascii() and one.isalnum() for one in beside)
