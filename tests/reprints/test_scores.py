"""The room against the annotated streams, when they lie beside the project."""

from __future__ import annotations

import importlib.util
import json
from collections import defaultdict
from datetime import UTC, datetime, timedelta, timezone
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest

from suyuan.outlets import packaged
from suyuan.records import Article, Precision, Reprint
from suyuan.reprints import AT_LEAST, HOT, keys, origin, prepare, trace

BENCH = Path(__file__).resolve().parents[3] / "shared" / "bench" / "reprints"
BEIJING = timezone(timedelta(hours=8))


@pytest.fixture(scope="module")
def scores() -> dict[str, Any]:
    if not (BENCH / "dev_input.jsonl").exists():
        pytest.skip(f"no annotated streams at {BENCH}")
    spec = importlib.util.spec_from_file_location("reprints_score", BENCH / "score.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    articles = [_article(json.loads(line)) for line in (BENCH / "dev_input.jsonl").open(encoding="utf-8")]
    return module.score("dev", _lines(articles))[0]  # type: ignore[no-any-return]


def test_copies_are_found_and_reports_of_one_notice_are_kept_apart(scores: dict[str, Any]) -> None:
    assert scores["copy pairs"]["F1"] >= 93 and scores["copy pairs"]["P"] >= 93
    assert _share(scores["false merge on shared_quote_only"]) <= 4
    assert _share(scores["false merge on shared_background"]) <= 2


def test_the_original_is_told_from_the_copy_or_left_open(scores: dict[str, Any]) -> None:
    credited = scores["direction, credited set"]
    assert credited["accuracy where decided"] >= 96 and credited["share decided"] >= 90
    asserted, of = map(int, scores["direction, streams"]["asserted a direction where gold has none"].split("/"))
    assert asserted <= of / 10


def test_families_go_back_to_their_origins(scores: dict[str, Any]) -> None:
    assert scores["origin B-cubed, without shared singletons"]["P"] >= 97
    assert scores["origin B-cubed, without shared singletons"]["F1"] >= 90


def _share(words: str) -> float:
    return float(words.split("=")[1].rstrip("%"))


def _article(row: dict[str, Any]) -> Article:
    stamp = row["published"]
    at = datetime.fromisoformat(stamp).replace(tzinfo=BEIJING).astimezone(UTC) if stamp else None
    precision = Precision.DAY if stamp and len(stamp) == 10 else Precision.MINUTE
    return Article(
        id=row["id"], page=row["id"], url=None, outlet=row["outlet"], title=row["title"], text=row["text"], blocks=(),
        first_seen=datetime(2030, 1, 1, tzinfo=UTC), published=at, precision=precision,
    )  # fmt: skip


def _lines(articles: list[Article]) -> list[dict[str, Any]]:
    drafts = {one.id: prepare(one, (), outlets=packaged()) for one in articles}
    holders: dict[int, set[str]] = defaultdict(set)
    for name, draft in drafts.items():
        for key in keys(draft):
            holders[key].add(name)
    shared: dict[tuple[str, str], int] = defaultdict(int)
    for names in holders.values():
        for pair in combinations(sorted(names), 2) if len(names) <= HOT else ():
            shared[pair] += 1
    links = [found for (a, b), count in shared.items() if count >= AT_LEAST and (found := trace(drafts[a], drafts[b]))]
    origins = origin(tuple(articles), tuple(sorted(links, key=lambda link: link.id)), (), outlets=packaged())
    return [_line(link) for link in links] + [
        {"article": one, "origin": made.id} for made in origins for one in made.articles
    ]


def _line(link: Reprint) -> dict[str, Any]:
    return {
        "copy": link.copy,
        "original": link.original,
        "kind": link.kind,
        "direction": link.direction,
        "coverage": link.coverage,
    }
