"""Stories beside two usual ways: `./run bench stories`.

The two are single pass over runs of two characters with decay, and two-stage: single pass over words with decay, then
clusters that lie near each other are merged every night. Both know how rare a word is in the whole set, which ours
does not. Settings are the best on the set itself; `edge` warns where the best lies on the edge of its grid. Intervals
are of the difference in B-cubed F1 to ours, over resampled stories, the same for all.
"""

from __future__ import annotations

import gzip
import json
import math
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import UTC, datetime, timedelta, timezone
from itertools import product
from pathlib import Path
from typing import Any

import numpy as np
import rjieba
from numpy.typing import NDArray

from suyuan import flow
from suyuan.records import Article, Story
from suyuan.text import fold

SHARED = Path(__file__).resolve().parents[3] / "shared"
SET = SHARED / "bench" / "stories" / "zh_stream.dev.jsonl.gz"
BEIJING = timezone(timedelta(hours=8))
SAMPLES = 1000
WIDTH = 1 << 14  # columns of a hashed vector
DAY = 86_400.0
TITLES = (4, 12, 36)  # how often a word of the title counts
DECAYS = (5.0, 10.0, 20.0, 40.0)  # days
THRESHOLDS = (0.06, 0.1, 0.14, 0.18, 0.22, 0.27)
MERGES = (0.15, 0.2, 0.25, 0.3, 0.4)
Matrix = NDArray[np.float32]
Labels = NDArray[np.int64]
Row = dict[str, Any]


def main() -> None:
    """The table."""
    quality()


# ── how good ─────────────────────────────────────────────────────────────────────────────────────


def quality() -> None:
    """Each way's scores with its best setting, and the interval of its distance to ours."""
    with gzip.open(SET, "rt", encoding="utf-8") as read:
        rows = sorted((json.loads(line) for line in read), key=lambda row: (row["published"], row["id"]))
    _, gold = np.unique([row["story"] for row in rows], return_inverse=True)
    begun = time.process_time()
    told = {"suyuan": _ours(rows)}
    seconds = time.process_time() - begun
    print(f"\nstories: {len(rows)} articles, {gold.max() + 1} stories; ours {len(rows) / seconds:.0f} articles/s")
    at = np.array([_time(row).timestamp() / DAY for row in rows])
    for name, units, merges in (("two-stage", _words, MERGES), ("bigrams, decay", _pairs, (None,))):
        best = max(_tried(rows, at, gold, units, merges), key=lambda one: one[0])
        told[name] = best[2]
        edges = [label for label, value, grid in best[1] if len(grid) > 1 and value in (grid[0], grid[-1])]
        print(
            f"{name}: " + ", ".join(f"{label} {value}" for label, value, _ in best[1]) + f"   edge: {edges or 'none'}"
        )
    print(f"{'':16}{'B3 P':>8}{'B3 R':>8}{'B3 F1':>8}{'pair F1':>9}   our B3 F1 above it, 95 %")
    ours = _precision_recall(told["suyuan"], gold)
    for name, labels in told.items():
        parts = _precision_recall(labels, gold)
        interval = "" if name == "suyuan" else "{:+.3f} … {:+.3f}".format(*_interval(ours, parts, gold))
        print(
            f"{name:16}{parts[0].mean():8.3f}{parts[1].mean():8.3f}{_f1(*parts):8.3f}{_pair_f1(labels, gold):9.3f}   {interval}"
        )


def _time(row: Row) -> datetime:
    return datetime.fromisoformat(row["published"]).replace(tzinfo=BEIJING)


def _ours(rows: Sequence[Row]) -> Labels:
    articles = [
        Article(
            id=row["id"], page=row["id"], url=None, outlet=row["outlet"], title=row["title"], text=row["text"], blocks=(),
            first_seen=_time(row).astimezone(UTC), published=_time(row).astimezone(UTC),
        )
        for row in rows
    ]  # fmt: skip
    steps = [step for step in flow.FLOW if step.name in ("gather", "tell")]
    story = {one: told.id for told in flow.run(articles, steps, needs={}).of(Story) for one in told.articles}
    return np.unique([story[row["id"]] for row in rows], return_inverse=True)[1]


def _words(text: str) -> Iterable[str]:
    return (word for word in rjieba.cut(text.encode("utf-8", "replace").decode()) if len(word) > 1)


def _pairs(text: str) -> Iterable[str]:
    return (text[place : place + 2] for place in range(len(text) - 1) if text[place : place + 2].isalnum())


def _tried(
    rows: Sequence[Row], at: NDArray[np.float64], gold: Labels, units: Callable[[str], Iterable[str]], merges: Sequence[float | None]
) -> Iterator[tuple[float, tuple[tuple[str, Any, Sequence[Any]], ...], Labels]]:  # fmt: skip
    """Every setting of a way: its B-cubed F1, the setting with the grids, and what it tells."""
    counted = [(Counter(units(fold(row["title"]))), Counter(units(fold(row["text"][:1200])))) for row in rows]
    for title in TITLES:
        alike = _likeness(counted, title)
        for decay, threshold in product(DECAYS, THRESHOLDS):
            first = _single_pass(alike, at, decay, threshold)
            near = _near(alike, first, at) if merges != (None,) else alike
            for merge in merges:
                labels = first if merge is None else _merged(near, first, merge)
                setting = (("title", title, TITLES), ("decay", decay, DECAYS), ("threshold", threshold, THRESHOLDS))
                more = () if merge is None else (("merge", merge, MERGES),)
                yield _f1(*_precision_recall(labels, gold)), (*setting, *more), labels


def _likeness(counted: Sequence[tuple[Counter[str], Counter[str]]], title: int) -> Matrix:
    """The cosine of every two articles, words weighed by how rare they are in the whole set."""
    held = Counter(unit for head, body in counted for unit in head.keys() | body.keys())
    vectors = np.zeros((len(counted), WIDTH), dtype=np.float32)
    for place, (head, body) in enumerate(counted):
        for unit in head.keys() | body.keys():
            weight = math.sqrt(title * head[unit] + body[unit]) * math.log(len(counted) / held[unit])
            vectors[place, hash_of(unit)] += weight
    vectors /= np.maximum(1e-9, np.linalg.norm(vectors, axis=1, keepdims=True))
    return vectors @ vectors.T


def hash_of(unit: str) -> int:
    """A column for a word, the same in every run."""
    number = 0
    for letter in unit:
        number = (number * 1_000_003 + ord(letter)) & 0xFFFFFFFF
    return (number ^ number >> 15) % WIDTH


def _single_pass(alike: Matrix, at: NDArray[np.float64], decay: float, threshold: float) -> Labels:
    """Each article in turn goes to the cluster whose centre is nearest, or begins one."""
    labels = np.zeros(len(at), dtype=np.int64)
    squared, last = np.zeros(len(at)), np.zeros(len(at))
    clusters = 0
    for place in range(len(at)):
        summed = np.bincount(labels[:place], weights=alike[place, :place], minlength=max(1, clusters))[:clusters]
        near = summed / np.sqrt(squared[:clusters]) * np.exp((last[:clusters] - at[place]) / decay)
        best = int(near.argmax()) if clusters else 0
        if not clusters or near[best] < threshold:
            best, clusters = clusters, clusters + 1
            squared[best] = 1.0
        else:
            squared[best] += 2 * summed[best] + 1.0
        labels[place], last[best] = best, at[place]
    return labels


def _near(alike: Matrix, labels: Labels, at: NDArray[np.float64]) -> Matrix:
    """How near the centres of every two clusters are which reported within three days of each other."""
    order = np.argsort(labels, kind="stable")
    starts = np.searchsorted(labels[order], np.arange(labels.max() + 1))
    between = np.add.reduceat(np.add.reduceat(alike[order], starts, axis=0)[:, order], starts, axis=1)
    length = np.sqrt(np.maximum(1e-9, between.diagonal()))
    first, last = np.minimum.reduceat(at[order], starts), np.maximum.reduceat(at[order], starts)
    met = (first[:, None] <= last[None, :] + 3) & (first[None, :] <= last[:, None] + 3)
    return np.asarray(np.triu(between / length[:, None] / length[None, :] * met, 1))


def _merged(near: Matrix, labels: Labels, merge: float) -> Labels:
    """Clusters whose centres are nearer than this are one."""
    into = np.arange(len(near))
    for one, other in np.argwhere(near >= merge):
        into[into == into[other]] = into[one]
    return into[labels]


def _precision_recall(labels: Labels, gold: Labels) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """The B-cubed precision and recall of each article."""
    both = Counter(zip(labels.tolist(), gold.tolist(), strict=True))
    told, true = Counter(labels.tolist()), Counter(gold.tolist())
    pairs = list(zip(labels.tolist(), gold.tolist(), strict=True))
    return np.array([both[pair] / told[pair[0]] for pair in pairs]), np.array(
        [both[pair] / true[pair[1]] for pair in pairs]
    )


def _f1(precision: NDArray[np.float64], recall: NDArray[np.float64]) -> float:
    return float(2 * precision.mean() * recall.mean() / (precision.mean() + recall.mean()))


def _pair_f1(labels: Labels, gold: Labels) -> float:
    def pairs(counts: Iterable[int]) -> int:
        return sum(count * (count - 1) // 2 for count in counts)

    right = pairs(Counter(zip(labels.tolist(), gold.tolist(), strict=True)).values())
    return 2 * right / (pairs(Counter(labels.tolist()).values()) + pairs(Counter(gold.tolist()).values()))


def _interval(
    ours: tuple[NDArray[np.float64], ...], other: tuple[NDArray[np.float64], ...], gold: Labels
) -> tuple[float, float]:
    """Where the difference in F1 lies in 95 of 100 samples of the stories."""
    stories, size = gold.max() + 1, np.bincount(gold)
    summed = [np.bincount(gold, weights=part) for part in (*ours, *other)]
    drawn = np.random.default_rng(0).integers(stories, size=(SAMPLES, stories))
    means = [part[drawn].sum(axis=1) / size[drawn].sum(axis=1) for part in summed]
    f1 = [2 * precision * recall / (precision + recall) for precision, recall in (means[:2], means[2:])]
    low, high = np.percentile(f1[0] - f1[1], (2.5, 97.5))
    return float(low), float(high)
