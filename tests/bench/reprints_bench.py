"""Reprints beside the two usual ways, and what an article costs as their number grows: `./run bench reprints [COUNT …]`.

The two are copy detection by containment (half of the 8-letter runs of either text stand in the other) and by MinHash
(128 hashes, Jaccard of one half); of two copies both take the earlier for the original. Intervals are of the difference
in F1 to ours, over resampled pairs, the same for both.
"""

from __future__ import annotations

import importlib.util
import json
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from itertools import pairwise
from pathlib import Path
from types import ModuleType
from typing import Any

import numpy as np
from numpy.typing import NDArray

from suyuan import flow, outlets
from suyuan.desk.intake import lines
from suyuan.desk.intake.arrival import Arrived
from suyuan.records import COPY, Article, Citation, Precision, Reprint
from suyuan.reprints import AT_LEAST, HOT, Draft, keys, origin, prepare, trace
from suyuan.text import sentences, shingles

SHARED = Path(__file__).resolve().parents[3] / "shared"
SET = SHARED / "bench" / "reprints"
BEIJING = timezone(timedelta(hours=8))
SIZES = (10_000, 100_000)
SAMPLES = 1000
HASHES, BANDS = 128, 32
SET_PHRASE = 10
COMMON = 400  # letters that most cues are written with
CONSONANTS = "bcdfghjklmnpqrstvwxyz"
Row = dict[str, Any]


def main(sizes: Iterable[int] = SIZES) -> None:
    """Both tables."""
    stream, citations = _stream()
    _quality(stream)
    _growth(stream, citations, sizes)


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
    links = [link for one, other in _candidates(_held(drafts)) if (link := trace(drafts[one], drafts[other]))]
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


# ── how fast ─────────────────────────────────────────────────────────────────────────────────────


def _growth(stream: list[Article], citations: dict[str, tuple[Citation, ...]], sizes: Iterable[int]) -> None:
    print("\nreprints as they grow: ms per article on one core, then what there is per article")
    print(
        f"{'articles':>10}{'prepare':>9}{'keys':>8}{'meet':>8}{'judge':>8}{'all':>8}{'art/s':>8}{'keys':>9}{'pairs':>8}{'links':>8}"
    )
    for size in sizes:
        directory, clock = outlets.packaged(), _Clock()
        drafts = []
        for article in _varied(stream, size):
            clock.start()
            drafts.append(prepare(article, citations.get(article.page, ()), outlets=directory))
            clock.stop("prepare")
        clock.start()
        held = _held(drafts)
        clock.stop("keys")
        clock.start()
        pairs = list(_candidates(held))
        clock.stop("meet")
        clock.start()
        links = sum(trace(drafts[one], drafts[other]) is not None for one, other in pairs)
        clock.stop("judge")
        every = sum(clock.spent.values())
        spent = "".join(f"{1000 * part / size:8.3f}" for part in (*clock.spent.values(), every))
        counts = "".join(f"{count / size:8.2f}" for count in (sum(map(len, held)), len(pairs), links))
        print(f"{size:10} {spent}{size / every:8.0f} {counts}")


class _Clock:
    """Processor time by what it was spent on."""

    def __init__(self) -> None:
        self.spent: dict[str, float] = defaultdict(float)
        self._begun = 0.0

    def start(self) -> None:
        self._begun = time.process_time()

    def stop(self, name: str) -> None:
        self.spent[name] += time.process_time() - self._begun


def _held(drafts: Iterable[Draft]) -> list[NDArray[np.int64]]:
    return [np.unique(np.fromiter(keys(draft), dtype=np.int64)) for draft in drafts]


def _candidates(held: list[NDArray[np.int64]]) -> Iterator[tuple[int, int]]:
    """The pairs that share keys enough, as every engine finds them: no key that more than `HOT` hold counts."""
    every = np.concatenate(held)
    order = np.argsort(every, kind="stable")
    holders = np.repeat(np.arange(len(held), dtype=np.int32), [len(of) for of in held])[order]
    _, inverse, counts = np.unique(every, return_inverse=True, return_counts=True)
    ends, at = np.cumsum(counts), 0
    for other, of in enumerate(held):
        groups = inverse[at : at + len(of)]
        at += len(of)
        spans = [(ends[group] - counts[group], ends[group]) for group in groups if 1 < counts[group] <= HOT]
        if len(spans) >= AT_LEAST:
            ones, shared = np.unique(np.concatenate([holders[start:end] for start, end in spans]), return_counts=True)
            yield from ((one, other) for one in ones[(shared >= AT_LEAST) & (ones < other)].tolist())


def _stream() -> tuple[list[Article], dict[str, tuple[Citation, ...]]]:
    """The articles of the five days, and what each cites."""
    read = lines.read(SHARED / "feeds" / "stream-2026-01.jsonl.gz", "stream")
    steps = [step for step in flow.FLOW if step.name in ("unpack", "cite")]
    items = [one.kept for one in read if isinstance(one, Arrived)]
    made = flow.run(items, steps, needs={"outlets": outlets.packaged()})
    cited: dict[str, list[Citation]] = defaultdict(list)
    for citation in made.of(Citation):
        cited[citation.article].append(citation)
    articles = [replace(article, page=article.id) for article in made.of(Article)]
    return articles, {article: tuple(found) for article, found in cited.items()}


def _varied(stream: list[Article], count: int) -> Iterator[Article]:
    """The stream over and over, every round in other words.

    Only the commonest letters stay, so that the rules still find their cues, and sentences that stand in ten articles
    or more, so that houses keep their set phrases. What is copied grows with the stream, and no faster.
    """
    said = Counter(one for article in stream for one in _sentences(article.text))
    kept = {sentence for sentence, times in said.items() if times >= SET_PHRASE}
    letters = Counter(letter for article in stream for letter in article.text if letter.isalpha())
    common = {letter for letter, _ in letters.most_common(COMMON)}
    rare = [
        sorted(letter for letter in letters.keys() - common if (letter > "一") is is_han) for is_han in (True, False)
    ]
    parts = [_sentences(article.text) for article in stream]
    for turn in range(-(-count // len(stream))):
        table = _turned(rare[0], 37 * turn) | _turned(rare[1], turn) | _turned(CONSONANTS, turn)
        for article, told in zip(stream[: count - turn * len(stream)], parts, strict=False):
            text = "".join(one if one in kept else one.translate(table) for one in told)
            url = f"{article.url}?turn={turn}" if article.url else None
            yield replace(article, id=f"{article.id}-{turn}", title=article.title.translate(table), text=text, url=url)


def _turned(letters: Sequence[str], by: int) -> dict[int, str]:
    return {ord(letter): letters[(place + by) % len(letters)] for place, letter in enumerate(letters)}


def _sentences(text: str) -> list[str]:
    """The sentences of a text with what stands between them: joined they are the text."""
    marks = [0, *(end for _, end in sentences(text)), len(text)]
    return [text[start:end] for start, end in pairwise(marks)]
