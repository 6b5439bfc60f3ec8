"""Learn the block model from pages read by hand and write its weights: `python -m suyuan.articles.train.blocks SET… --out FILE`.

A SET is a folder with `gold.jsonl` (file, lang, paragraphs or text, captions, optional) and `html/FILE.html.gz`.
The weights shipped are of `zh_dev`, `en_dev` and `world_dev` of the shared bench, in that order, with the constants below.
Needs lightgbm (the `train` group). `--check` prints the likelihoods' body F1 leaving whole sites out.
"""

from __future__ import annotations

import argparse
import bisect
import gzip
import json
import re
import unicodedata
import zlib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import lightgbm  # type: ignore[import-not-found,unused-ignore]  # of the `train` group
import numpy as np
from msgspec.structs import replace as changed

from suyuan.articles import body
from suyuan.articles.decode import decode
from suyuan.articles.features import Layout, features
from suyuan.articles.walk import Sheet, sheet

ROUNDS = 150
DEPTH = 5
FOLDS = 6
SETTINGS = {
    "objective": "binary", "learning_rate": 0.1, "num_leaves": 28, "max_depth": DEPTH, "min_data_in_leaf": 12, "feature_fraction": 0.4,
    "bagging_fraction": 0.8, "bagging_freq": 1, "lambda_l2": 5.0, "verbose": -1, "num_threads": 1, "seed": 7, "deterministic": True,
}  # fmt: skip
CHINESE = 3.0  # a Chinese page counts as three: there are few of them, and they are what this is for
VARIANT = 0.4  # what a variant of a page weighs
_NAMED = re.compile(r"""\s(?:class|id|role|itemprop)\s*=\s*(?:"[^"]*"|'[^']*'|[^\s>]+)""", re.I)
_HAN = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]")


@dataclass(frozen=True, slots=True)
class Example:
    """A page read by hand, and which of its lines are the article's (1), not (0) or either (-1)."""

    set: str
    site: str
    is_chinese: bool
    gold: dict[str, Any]
    html: str
    sheet: Sheet
    known: Layout
    labels: Any


def main() -> None:
    """Read the sets, learn, write the weights."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("sets", nargs="+", type=Path)
    arguments.add_argument("--out", type=Path)
    arguments.add_argument("--check", action="store_true")
    asked = arguments.parse_args()
    examples = [example for folder in asked.sets for example in read(folder)]
    if asked.check:
        check(examples)
    if asked.out:
        write(learn(examples), asked.out)


def read(folder: Path) -> Iterator[Example]:
    """The examples of one set."""
    for row in (folder / "gold.jsonl").read_text(encoding="utf-8").splitlines():
        gold = json.loads(row)
        html = decode(gzip.decompress((folder / "html" / f"{gold['file']}.html.gz").read_bytes()))[0]
        page = sheet(html)
        if page.lines:
            labels = np.array(_labels(gold, page))
            yield Example(folder.name, _site(gold), gold["lang"] == "zh", gold, html, page, body.layout(page), labels)


def variants(example: Example) -> Iterator[tuple[Any, Any, float]]:
    """A page as it is, as if its article were short, and as if its author had named nothing: features, labels, weight."""
    yield _rows(example.sheet), example.labels, 1.0
    positive = np.flatnonzero(example.labels == 1)
    if len(positive) >= 6:
        left = 2 + len(positive) % 3
        dropped = set(positive[left // 2 : len(positive) - (left - left // 2)].tolist())
        labels = np.array([label for place, label in enumerate(example.labels) if place not in dropped])
        yield _rows(_without(example.sheet, dropped)), labels, VARIANT
    bare = sheet(_NAMED.sub("", example.html))
    if bare.lines:
        yield _rows(bare), np.array(_labels(example.gold, bare)), VARIANT


def _rows(page: Sheet) -> Any:
    """The features of every line, those of a menu too: there are pages of nothing else."""
    return features(page, body.layout(page), np.arange(len(page.lines)))


def _without(page: Sheet, dropped: set[int]) -> Sheet:
    kept = [place for place in range(len(page.lines)) if place not in dropped]
    at = np.searchsorted(kept, np.arange(len(page.lines) + 1)).tolist()
    boxes = [changed(box, first=at[box.first], last=at[box.last]) for box in page.boxes]
    images = [
        changed(image, line=at[min(image.line, len(page.lines))]) for image in page.images if image.line not in dropped
    ]
    return replace(page, boxes=boxes, lines=[page.lines[place] for place in kept], images=images)


def _site(gold: dict[str, Any]) -> str:
    if gold.get("site"):
        return str(gold["site"])
    host = urlsplit(gold.get("url") or "").hostname or str(gold["file"])
    return ".".join(host.split(".")[-2:])


def _labels(gold: dict[str, Any], page: Sheet) -> list[int]:
    paragraphs = gold.get("paragraphs") or [gold["text"]]
    joined = "\n".join(paragraphs)
    is_han = len(_HAN.findall(joined)) > 0.3 * len(joined)
    whole, spare = _flat(joined), _flat(" ".join((gold.get("optional") or []) + (gold.get("captions") or [])))
    bounds = {_flat(piece) for piece in joined.split("\n")}
    wanted = _grams(joined, is_han)
    labels = []
    for line in page.lines:
        flat = _flat(line.text)
        if not flat:
            labels.append(0)
        elif flat in whole and (len(flat) >= 4 or flat in bounds):
            labels.append(1)
        elif flat in spare:
            labels.append(-1)
        else:
            grams = _grams(line.text, is_han)
            share = sum((grams & wanted).values()) / max(1, sum(grams.values()))
            labels.append(1 if share > 0.7 else -1 if share > 0.4 else 0)
    return _without_strays(labels, [_flat(line.text) for line in page.lines], whole, bounds, page)


def _without_strays(labels: list[int], flats: list[str], whole: str, bounds: set[str], page: Sheet) -> list[int]:
    """Short words of a menu stand in the article, too: they count only near its longer lines, and once per occurrence."""
    long = [place for place, label in enumerate(labels) if label == 1 and len(flats[place]) >= 25]
    for place, label in enumerate(labels):
        if label == 1 and len(flats[place]) < 25 and long:
            at = bisect.bisect_left(long, place)
            near = min(abs(place - long[k]) for k in (at - 1, at) if 0 <= k < len(long))
            reach = 30 if page.boxes[page.lines[place].box].tag in ("tr", "li", "pre") else 12
            if near > reach or (near > 2 and flats[place] not in bounds and len(flats[place]) < 12):
                labels[place] = 0
    kept = [place for place, label in enumerate(labels) if label == 1]
    if kept:
        middle = kept[
            int(
                np.searchsorted(
                    np.cumsum([len(flats[place]) for place in kept]), sum(len(flats[place]) for place in kept) / 2
                )
            )
        ]
        seen: Counter[str] = Counter()
        for place in sorted(kept, key=lambda place: abs(place - middle)):
            seen[flats[place]] += 1
            if seen[flats[place]] > max(1, whole.count(flats[place])):
                labels[place] = 0
    return labels


def _flat(text: str) -> str:
    return re.sub(r"[\W_]+", "", unicodedata.normalize("NFKC", text)).lower()


def _grams(text: str, is_han: bool) -> Counter[tuple[str, ...]]:
    plain = unicodedata.normalize("NFKC", text)
    units = list(re.sub(r"\s+", "", plain)) if is_han else re.findall(r"\w+", plain)
    return Counter(tuple(units[place : place + 4]) for place in range(max(1, len(units) - 3)))


def learn(examples: list[Example]) -> Any:
    """The trees: a page weighs as much as any other, a long line more than a short one."""
    rows, labels, weights = [], [], []
    for example in examples:
        for row, label, share in variants(example):
            weight = np.sqrt(np.expm1(row[:, 0])) + 2
            rows.append(row)
            labels.append(label)
            weights.append(weight / weight.sum() * 100 * share * (CHINESE if example.is_chinese else 1.0))
    matrix, answer, weight = np.concatenate(rows), np.concatenate(labels), np.concatenate(weights)
    known = answer >= 0
    return lightgbm.train(
        SETTINGS, lightgbm.Dataset(matrix[known], answer[known], weight=weight[known]), num_boost_round=ROUNDS
    )


def check(examples: list[Example]) -> None:
    """Body F1 of pages of sites that the trees have not seen."""
    found: dict[str, list[float]] = {}
    for fold in range(FOLDS):
        of = [zlib.crc32(example.site.encode()) % FOLDS == fold for example in examples]
        trees = learn([example for example, is_in in zip(examples, of, strict=True) if not is_in])
        for example in (example for example, is_in in zip(examples, of, strict=True) if is_in):
            kept = body.judged(example.sheet, example.known, body.likely(example.sheet, example.known, trees.predict))
            found.setdefault(example.set, []).append(
                _score(example, [example.sheet.lines[place].text for place in kept])
            )
    for name, scores in found.items():
        print(name, len(scores), f"F1 {np.mean(scores):.4f}, above .95: {np.mean(np.array(scores) > 0.95):.3f}")


def _score(example: Example, lines: list[str]) -> float:
    paragraphs = "\n".join(example.gold.get("paragraphs") or [example.gold["text"]])
    is_han = len(_HAN.findall(paragraphs)) > 0.3 * len(paragraphs)
    wanted, got = _grams(paragraphs, is_han), _grams("\n".join(lines), is_han)
    spare = Counter(wanted)
    for one in (example.gold.get("optional") or []) + (example.gold.get("captions") or []):
        spare.update(_grams(one, is_han))
    hit = sum((wanted & got).values())
    return 2 * hit / max(1, sum(wanted.values()) + hit + sum((got - spare).values()))


def write(trees: Any, out: Path) -> None:
    """Every tree as a full binary tree of one depth: feature and threshold of the inner nodes, values of the leaves."""
    dump = trees.dump_model()
    count, inner = len(dump["tree_info"]), 2**DEPTH - 1
    feature, threshold = np.zeros((count, inner), np.int16), np.zeros((count, inner), np.float32)
    leaf = np.zeros((count, inner + 1), np.float32)

    def fill(tree: int, node: dict[str, Any], place: int) -> None:
        if place >= inner:
            leaf[tree, place - inner] = node["leaf_value"]
        elif "leaf_value" in node:
            for child in (2 * place + 1, 2 * place + 2):
                fill(tree, node, child)
        else:
            feature[tree, place], threshold[tree, place] = node["split_feature"], node["threshold"]
            fill(tree, node["left_child"], 2 * place + 1)
            fill(tree, node["right_child"], 2 * place + 2)

    for tree, info in enumerate(dump["tree_info"]):
        fill(tree, info["tree_structure"], 0)
    np.savez_compressed(out, feature=feature, threshold=threshold, leaf=leaf)


if __name__ == "__main__":
    main()
