"""How far the figures of the claims bench may lie from the truth: 95 % intervals by resampling the gold claims.

python -m tests.claims.intervals MADE.jsonl      what `suyuan make claims` made of the dev input
"""

from __future__ import annotations

import json
import random
import sys
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

GOLD = Path(__file__).parents[3] / "shared" / "bench" / "claims" / "dev.jsonl"
DRAWS = 2_000
LIKE = 0.6  # share of the shorter passage, as the scorer beside the gold has it

Row = dict[str, Any]
Case = tuple[int, int, int | None]
"""Of a gold claim: in how many articles, with how many origins, and how many were counted (None: not found)."""


def cases(gold: Sequence[Row], made: Sequence[Row]) -> list[Case]:
    """Every gold claim with the count of the made claim that holds most of its passages."""
    by_event = {row["event"]: row["claims"] for row in made}
    return [
        (claim["n_articles"], claim["n_origins"], _counted(claim, by_event.get(event["id"], [])))
        for event in gold
        for claim in event["claims"]
    ]


def _counted(claim: Row, made: Sequence[Row]) -> int | None:
    held = Counter[int]()
    for place, one in enumerate(made):
        hits = sum(any(_is_alike(passage, other) for other in one["statements"]) for passage in claim["statements"])
        held[place] = hits
    place, hits = max(held.items(), key=lambda item: (item[1], -item[0]), default=(0, 0))
    return made[place]["n_origins"] if hits else None


def _is_alike(one: Row, other: Row) -> bool:
    if one["article"] != other["article"]:
        return False
    shared = min(one["end"], other["end"]) - max(one["start"], other["start"])
    return bool(shared >= LIKE * min(one["end"] - one["start"], other["end"] - other["start"]))


def balanced(found: Sequence[Case]) -> float:
    """1 kept at 1 and more seen as more, halved."""
    ones = [counted for articles, origins, counted in found if articles > 1 and origins == 1]
    more = [counted for _, origins, counted in found if origins > 1]
    kept = sum(counted is not None and counted <= 1 for counted in ones) / max(1, len(ones))
    seen = sum(counted is not None and counted > 1 for counted in more) / max(1, len(more))
    return 50 * (kept + seen)


def exact(found: Sequence[Case]) -> float:
    """Claims of several articles of which the count is right."""
    several = [(origins, counted) for articles, origins, counted in found if articles > 1]
    return 100 * sum(origins == counted for origins, counted in several) / max(1, len(several))


def false(found: Sequence[Case]) -> float:
    """Claims of one origin that were found and given more."""
    ones = [counted for _, origins, counted in found if origins == 1 and counted is not None]
    return 100 * sum(counted > 1 for counted in ones) / max(1, len(ones))


def interval(found: Sequence[Case], figure: Callable[[Sequence[Case]], float]) -> tuple[float, float]:
    """Between what the middle 95 of 100 draws of as many claims give."""
    chance = random.Random(1)
    drawn = sorted(figure(chance.choices(found, k=len(found))) for _ in range(DRAWS))
    return drawn[int(0.025 * DRAWS)], drawn[int(0.975 * DRAWS)]


def main() -> None:
    """Print the figures of a made file with their intervals."""
    gold, made = (
        [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
        for path in (GOLD, Path(sys.argv[1]))
    )
    found = cases(gold, made)
    for name, figure in (("balanced", balanced), ("exact, claims in >=2 articles", exact), ("false", false)):
        low, high = interval(found, figure)
        print(f"{name:32} {figure(found):5.1f}   {low:5.1f} to {high:5.1f}   n = {len(found)} claims")


if __name__ == "__main__":
    main()
