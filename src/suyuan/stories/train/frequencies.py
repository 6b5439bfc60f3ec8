"""Make `frequencies.txt`: how rare each word is in Chinese news, as the natural logarithm of articles per article with it.

Recipe:  suyuan make stories STREAM.JSONL.GZ > STORIES
         python frequencies.py IDF.TXT STREAM.JSONL.GZ STORIES OUT

IDF.TXT is `jieba/analyse/idf.txt` of the package jieba 0.42.1 (MIT licence; 270,132 words), STREAM a file of
feed items. jieba's corpus is large but old and general, the stream young and news but small, and full of what
its five days were about; so the stream counts as what it is, jieba's corpus as `PRIOR` articles more, and no
word moves farther than `FARTHEST` from where jieba has it.

Names that jieba's corpus hardly knows and that are in the news every day (presidents, makers of phones) would count
as the rarest of all, and join whatever they are named in. What five days were about has many reports and few stories;
so a name of `DAILY` stories or more is as rare as its stories say, but no more than `FARTHEST` commoner than the rarest.
"""

from __future__ import annotations

import gzip
import json
import math
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from suyuan.stories.words import NAMES, tokens
from suyuan.text import fold

PRIOR = 2000
FARTHEST = 2.5
RAREST = 7.5  # a rarer word is left out of the file: words.py counts it as this rare
DAILY = 30
FEWEST = 100  # characters: shorter items are teasers

_TAG = re.compile(r"<[^>]{0,2000}>")
_HAN = re.compile(r"[一-鿿]")
_LATIN = re.compile(r"[a-z][a-z0-9'-]+")


def general(path: Path) -> dict[str, float]:
    """jieba's table."""
    rows = (line.rsplit(" ", 1) for line in path.read_text(encoding="utf-8").splitlines())
    return {fold(word): float(value) for word, value in rows}


def news(path: Path, story_of: Mapping[str, str]) -> tuple[Counts, Counts, Counts]:
    """In how many items of the stream each word stands, and how many items there are: Chinese ones, others; and in how many stories each name."""
    seen: set[str] = set()
    chinese, other = Counts(Counter(), 0), Counts(Counter(), 0)
    names: dict[str, list[set[str]]] = defaultdict(list)
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            item = json.loads(line)
            text = fold(_TAG.sub(" ", item.get("content_text") or item.get("content_html") or ""))
            if len(text) < FEWEST or text in seen:
                continue
            seen.add(text)
            if len(_HAN.findall(text)) >= FEWEST:
                words = list(tokens(f"{fold(item['title'])}\n{text}"))
                chinese = chinese.with_words(word for word, _, _ in words)
                if story := story_of.get(str(item["id"])):
                    names[story].append({word for word, sort, _ in words if sort in NAMES})
            elif not _HAN.search(text):
                other = other.with_words(_LATIN.findall(f"{fold(item['title'])}\n{text}"))
    told: Counter[str] = Counter()
    for reports in names.values():
        for name, times in Counter(name for report in reports for name in report).items():
            told[name] += times / len(reports)  # type: ignore[assignment]
    return chinese, other, Counts(told, len(names))


def stories(path: Path) -> dict[str, str]:
    """The story of each item."""
    with path.open(encoding="utf-8") as lines:
        return {row["id"]: row["story"] for row in map(json.loads, lines) if "story" in row}


class Counts(NamedTuple):
    """In how many articles a word stands, and how many articles there are."""

    words: Counter[str]
    articles: int

    def with_words(self, words: Iterable[str]) -> Counts:
        """One article more."""
        self.words.update(set(words))
        return Counts(self.words, self.articles + 1)


def rarities(table: dict[str, float], chinese: Counts, other: Counts, told: Counts) -> Iterator[tuple[str, float]]:
    """Each word's value; a Latin word is as common as it is where it is commoner, in Chinese or in English items."""
    for word in sorted(table.keys() | chinese.words.keys() | other.words.keys()):
        prior = table.get(word)
        expected = math.exp(-prior) if prior is not None else 0.0
        value = -math.log((chinese.words[word] + PRIOR * expected + 0.01) / (chinese.articles + PRIOR))
        if prior is not None:
            value = min(max(value, prior - FARTHEST), prior + FARTHEST)
            if told.words[word] >= DAILY:
                by_stories = -math.log((told.words[word] + PRIOR * expected) / (told.articles + PRIOR))
                value = min(value, max(by_stories, min(prior, RAREST) - FARTHEST))
        if _LATIN.fullmatch(word) and other.words[word] > 1:
            value = min(value, -math.log(other.words[word] / other.articles))
        if len(word) > 1 and not any(mark.isspace() for mark in word):
            yield word, value


def main(idf: str, stream: str, told: str, out: str) -> None:
    """Write the table: one line per tenth, the value and then its words."""
    rows: dict[int, list[str]] = defaultdict(list)
    for word, value in rarities(general(Path(idf)), *news(Path(stream), stories(Path(told)))):
        if value < RAREST:
            rows[round(value * 10)].append(word)
    Path(out).write_text(
        "".join(f"{tenths / 10:.1f} {' '.join(words)}\n" for tenths, words in sorted(rows.items())), encoding="utf-8"
    )


if __name__ == "__main__":
    main(*sys.argv[1:])
