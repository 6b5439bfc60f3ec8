"""Reprints beside the two usual ways: `./run bench reprints`.

The two are copy detection by containment (half of the 8-letter runs of either text stand in the other) and by MinHash
(128 hashes, Jaccard of one half); of two copies both take the earlier for the original. Intervals are of the difference
in F1 to ours, over resampled pairs, the same for both.
"""

from __future__ import annotations

import importlib.util
import json
import time
from collections import Counter, defaultdict
from collections.abc import Callable
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path
from types import ModuleType
from typing import Any

import growth_bench
import numpy as np
from numpy.typing import NDArray

from suyuan import flow, outlets
from suyuan.records import COPY, Article, Precision, Reprint
from suyuan.reprints import AT_LEAST, HOT, keys, origin, prepare, trace
from suyuan.text import shingles

SHARED = Path(__file__).resolve().parents[3] / "shared"
SET = SHARED / "bench" / "reprints"
BEIJING = timezone(timedelta(hours=8))
SAMPLES = 1000
HASHES, BANDS = 128, 32
Row = dict[str, Any]


def main() -> None:
    """The table."""
    stream, _ = growth_bench.stream()
    _quality(stream)


# ── how good ─────────────────────────────────────────────────────────────────────────────────────


def _quality(stream: list[Article]) -> None:
    given = [_article(json.loads(row)) for row in (SET / "dev_input.jsonl").open(encoding="utf-8")]
    scorer, ways = _scorer(), {"suyuan": _ours, "containment .5": _contained, "minhash .5": _minhash}
    answers = {name: way(given) for name, way in ways.items()}
    intervals = _intervals(scorer, answers)
    print(f"\nreprints: {len(given)} annotated articles; articles/s on {len(stream)} of the stream")
    columns = ("F1", "P", "R", "quoted", "backgr.", "origins", "art/s")
    print(" " * 16 + "".join(f"{column:>9}" for column in columns) + "   our F1 above it, 95 %")
    for name, answer in answers.items():
        scores = scorer.score("dev", answer)[0]
        pairs, families = scores["copy pairs"], scores["origin B-cubed, without shared singletons"]
        merged = [scores[f"false merge on {kind}"].split("=")[1] for kind in ("shared_quote_only", "shared_background")]
        figures = "".join(f"{pairs[of]:9.1f}" for of in ("F1", "P", "R")) + "".join(f"{share:>9}" for share in merged)
        speed = len(stream) / _seconds(ways[name], stream)
        print(f"{name:16}{figures}{families['F1']:9.1f}{speed:9.0f}   {intervals.get(name, '')}")


def _scorer() -> ModuleType:
    spec = importlib.util.spec_from_file_location("reprints_score", SET / "score.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _article(row: Row) -> Article:
    stamp = row["published"]
    at = datetime.fromisoformat(stamp).replace(tzinfo=BEIJING).astimezone(UTC) if stamp else None
    return Article(
        id=row["id"], page=row["id"], url=None, outlet=row["outlet"], title=row["title"], text=row["text"], blocks=(),
        first_seen=datetime(2030, 1, 1, tzinfo=UTC), published=at,
        precision=Precision.DAY if stamp and len(stamp) == 10 else Precision.MINUTE,
    )  # fmt: skip


def _seconds(way: Callable[[list[Article]], object], stream: list[Article]) -> float:
    begun = time.process_time()
    way(stream)
    return time.process_time() - begun


def _intervals(scorer: ModuleType, answers: dict[str, list[Row]]) -> dict[str, str]:
    gold = {
        frozenset((row["a"], row["b"])): row["relation"] in {kind.value for kind in COPY}
        for row in scorer.jl(SET / "dev_pairs.jsonl")
        if row["sure"]
    }
    unsure = {frozenset((row["a"], row["b"])) for row in scorer.jl(SET / "dev_pairs.jsonl") if not row["sure"]}
    told = {
        name: {_ends(row) for row in answer if row.get("kind") in COPY} - unsure for name, answer in answers.items()
    }
    pairs = sorted(set(gold) | set().union(*told.values()), key=sorted)
    is_copy = np.array([gold.get(pair, False) for pair in pairs])
    drawn = np.random.default_rng(0).integers(len(pairs), size=(SAMPLES, len(pairs)))
    f1 = {name: _f1(np.array([pair in said for pair in pairs])[drawn], is_copy[drawn]) for name, said in told.items()}
    return {
        name: "{:+.1f} … {:+.1f}".format(*np.percentile(f1["suyuan"] - of, (2.5, 97.5)))
        for name, of in f1.items()
        if name != "suyuan"
    }


def _ends(row: Row) -> frozenset[str]:
    return frozenset((row["copy"], row["original"]))


def _f1(said: NDArray[np.bool_], is_copy: NDArray[np.bool_]) -> NDArray[np.float64]:
    both = (said & is_copy).sum(axis=1)
    return np.asarray(200 * both / np.maximum(1, said.sum(axis=1) + is_copy.sum(axis=1)))


def _ours(articles: list[Article]) -> list[Row]:
    directory = outlets.packaged()
    drafts = [prepare(article, (), outlets=directory) for article in articles]
    meetings = enumerate(flow.met(map(keys, drafts), at_least=AT_LEAST, hot=HOT))
    pairs = ((one, other) for other, others in meetings for one in others)
    links = [link for one, other in pairs if (link := trace(drafts[one], drafts[other]))]
    families = origin(tuple(articles), tuple(sorted(links, key=lambda link: link.id)), (), outlets=directory)
    told = [_row(link) for link in links]
    return told + [{"article": one, "origin": family.id} for family in families for one in family.articles]


def _row(link: Reprint) -> Row:
    return {
        "copy": link.copy, "original": link.original, "kind": link.kind.value,
        "direction": link.direction.value, "coverage": link.coverage,
    }  # fmt: skip


def _contained(articles: list[Article]) -> list[Row]:
    runs = [shingles(article.text) for article in articles]
    holders: dict[int, list[int]] = defaultdict(list)
    for place, of in enumerate(runs):
        for run in of:
            if run % 8 == 0:
                holders[run].append(place)
    shared = Counter(
        (one, other) for places in holders.values() if len(places) <= HOT
        for at, other in enumerate(places) for one in places[:at]
    )  # fmt: skip
    found = []
    for one, other in shared:
        common = len(runs[one] & runs[other])
        if common >= 0.5 * min(len(runs[one]), len(runs[other])):
            found.append(_copy(articles[one], articles[other], common / max(1, len(runs[other]))))
    return found


def _minhash(articles: list[Article]) -> list[Row]:
    random = np.random.default_rng(0)
    turns = random.integers(1, 1 << 63, size=(HASHES, 1), dtype=np.uint64) | np.uint64(1)
    signs = [_sign(shingles(article.text), turns) for article in articles]
    holders: dict[tuple[int, bytes], list[int]] = defaultdict(list)
    for place, sign in enumerate(signs):
        for band, part in enumerate(np.split(sign, BANDS)):
            holders[band, part.tobytes()].append(place)
    pairs = {
        (one, other) for places in holders.values() if len(places) <= HOT
        for at, other in enumerate(places) for one in places[:at]
    }  # fmt: skip
    alike = {(one, other): float((signs[one] == signs[other]).mean()) for one, other in pairs}
    return [_copy(articles[one], articles[other], share) for (one, other), share in alike.items() if share >= 0.5]


def _sign(runs: set[int], turns: NDArray[np.uint64]) -> NDArray[np.uint64]:
    if not runs:
        return np.full(HASHES, np.iinfo(np.uint64).max, dtype=np.uint64)
    return np.asarray((np.fromiter(runs, dtype=np.uint64, count=len(runs)) * turns).min(axis=1))


def _copy(one: Article, other: Article, share: float) -> Row:
    earliest = datetime(1, 1, 1, tzinfo=UTC)
    original, copy = sorted((one, other), key=lambda article: (article.published or earliest, article.id))
    return {"copy": copy.id, "original": original.id, "kind": "verbatim", "coverage": share}
