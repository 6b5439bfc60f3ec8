"""Make `frequencies.txt`: how rare each word is in Chinese news, as the natural logarithm of articles per article with it.

Recipe:  python frequencies.py IDF.TXT STREAM.JSONL.GZ OUT

IDF.TXT is `jieba/analyse/idf.txt` of the package jieba 0.42.1 (MIT licence; 270,132 words), STREAM a file of
feed items. jieba's corpus is large but old and general, the stream young and news but small, and full of what
its five days were about; so the stream counts as what it is, jieba's corpus as `PRIOR` articles more, and no
word moves farther than `FARTHEST` from where jieba has it.
"""

from __future__ import annotations

import gzip
import json
import math
import re
import sys
from collections import Counter, defaultdict
from pathlib import Path

import rjieba

from suyuan.text import fold

PRIOR = 2000
FARTHEST = 2.5
RAREST = 9.6  # a rarer word is left out of the file: it counts as UNKNOWN in words.py
FEWEST = 100  # characters: shorter items are teasers

_TAG = re.compile(r"<[^>]{0,2000}>")
_HAN = re.compile(r"[一-鿿]")


def general(path: Path) -> dict[str, float]:
    """jieba's table."""
    rows = (line.rsplit(" ", 1) for line in path.read_text(encoding="utf-8").splitlines())
    return {fold(word): float(value) for word, value in rows}


def news(path: Path) -> tuple[Counter[str], int]:
    """In how many Chinese items of the stream each word stands, and how many items there are."""
    seen: set[str] = set()
    counts: Counter[str] = Counter()
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            item = json.loads(line)
            text = fold(_TAG.sub(" ", item.get("content_text") or item.get("content_html") or ""))
            if len(_HAN.findall(text)) >= FEWEST and text not in seen:
                seen.add(text)
                counts.update(set(rjieba.cut(fold(item["title"]) + "\n" + text)))
    return counts, len(seen)


def main(idf: str, stream: str, out: str) -> None:
    """Write the table: one line per tenth, the value and then its words."""
    table, (counts, articles) = general(Path(idf)), news(Path(stream))
    rows: dict[int, list[str]] = defaultdict(list)
    for word in sorted(table.keys() | counts.keys()):
        prior = table.get(word)
        if len(word) < 2 or (prior is None and counts[word] < 2) or any(mark.isspace() for mark in word):
            continue
        share = (counts[word] + PRIOR * math.exp(-(prior if prior is not None else 12.0))) / (articles + PRIOR)
        value = -math.log(share)
        if prior is not None:
            value = min(max(value, prior - FARTHEST), prior + FARTHEST)
        if value < RAREST:
            rows[round(value * 10)].append(word)
    Path(out).write_text(
        "".join(f"{tenths / 10:.1f} {' '.join(words)}\n" for tenths, words in sorted(rows.items())), encoding="utf-8"
    )


if __name__ == "__main__":
    main(*sys.argv[1:])
