"""Measure the rooms against the gold sets, and hold the floors: `./run score [SET…] [--gate] [--errors N]`.

Each set is made with `suyuan make` and judged by the scorer that lies beside the gold in `../shared/bench`.
`floors.toml` pins, per set, the digest of the gold and the least that each figure may be. `--gate` fails when a
figure falls below its floor or the gold has changed; `--raise` writes today's figures as the floors where they
are higher. A floor is lowered by hand only, with the reason in the commit.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import re
import subprocess
import sys
import tempfile
import time
import tomllib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).parent
BENCH = HERE.parents[2] / "shared" / "bench"
FLOORS = HERE / "floors.toml"
SLACK = 0.0005  # figures are pinned to three or four digits

Figures = dict[str, float]


@dataclass(frozen=True)
class Set:
    """One gold set: what is made from which inputs, the scorer's words, and how its answer is read."""

    name: str
    kind: str
    inputs: tuple[str, ...]
    gold: tuple[str, ...]
    score: Callable[[str], list[str]]
    figures: Callable[[str], Figures]
    flags: tuple[str, ...] = ()


def _articles(set_name: str) -> Set:
    return Set(
        name=f"articles/{set_name}",
        kind="articles",
        inputs=("pages/portal-article.txt",) if set_name == "portal" else (f"bench/articles/{set_name}/html",),
        gold=(f"articles/{set_name}/gold.jsonl",),
        score=lambda made: ["articles/score.py", f"articles/{set_name}", "--pred", made, "--json", made + ".json"],
        figures=lambda _: {},
    )


def _flat(value: object, prefix: str = "") -> Figures:
    """Every number of a scorer's answer under a dotted name; “19/20 = 95.0%” counts as 95.0."""
    if isinstance(value, dict):
        return {name: number for key, inner in value.items() for name, number in _flat(inner, f"{prefix}{key}.").items()}
    name = prefix.rstrip(".")
    if isinstance(value, bool) or value is None:
        return {}
    if isinstance(value, int | float):
        return {name: float(value)}
    if isinstance(value, str) and (found := re.search(r"([\d.]+)%", value) or re.match(r"([\d.]+) of all", value)):
        return {name: float(found[1])}
    if isinstance(value, str) and (found := re.fullmatch(r"(\d+)/(\d+)", value)):
        return {name: round(100 * int(found[1]) / max(1, int(found[2])), 1)}
    return {}


def _times_figures(answer: str) -> Figures:
    return {f"{name}.F1": float(f1) for name, f1 in re.findall(r"^(\w+)\s+P [\d.]+ R [\d.]+ F1 ([\d.]+)", answer, re.MULTILINE)}


SETS = (
    *(_articles(name) for name in ("zh_dev", "portal", "en_dev", "world_dev")),
    Set(
        "statements", "statements", ("bench/statements/dev_input.jsonl",), ("statements/dev.jsonl",),
        lambda made: ["statements/score.py", "statements/dev.jsonl", made, "--json"], lambda answer: _flat(json.loads(answer)),
    ),
    Set(
        "times", "times", ("bench/times/specs-zh_input.jsonl",), ("times/specs-zh.jsonl",),
        lambda made: ["times/score.py", "times/specs-zh.jsonl", made], _times_figures,
    ),
    Set(
        "reprints", "reprints", ("bench/reprints/dev_input.jsonl",), ("reprints/dev_pairs.jsonl", "reprints/dev_articles.jsonl"),
        lambda made: ["reprints/score.py", "dev", made, "--json"], lambda answer: _flat(json.loads(answer)),
    ),
    Set(
        "claims", "claims", ("bench/claims/dev_input.jsonl",), ("claims/dev.jsonl",),
        lambda made: ["claims/score.py", "dev", made, "--json"], lambda answer: _flat(json.loads(answer)),
    ),
    Set(
        "stories", "stories", ("bench/stories/zh_stream.dev.jsonl.gz",), ("stories/zh_stream.dev.jsonl.gz",),
        lambda made: ["stories/score.py", "cluster", "stories/zh_stream.dev.jsonl.gz", made], lambda answer: _flat(json.loads(answer)),
    ),
    Set(
        "related", "related", ("bench/stories/zh_stream.dev.jsonl.gz",), ("stories/related.dev.queries.jsonl",),
        lambda made: ["stories/score.py", "related", "stories/zh_stream.dev.jsonl.gz", "stories/related.dev.queries.jsonl", made],
        lambda answer: _flat(json.loads(answer)), ("--queries", "bench/stories/related.dev.queries.jsonl"),
    ),
)  # fmt: skip


def main() -> int:
    """Measure the sets that were asked for (all by default)."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sets", nargs="*", help="names, or their beginnings: " + " ".join(one.name for one in SETS))
    parser.add_argument("--gate", action="store_true", help="fail when a figure falls below its floor")
    parser.add_argument("--raise", dest="is_raising", action="store_true", help="raise the floors to today's figures")
    parser.add_argument("--errors", type=int, default=0, help="have the scorer print this many errors")
    asked = parser.parse_args()
    if not BENCH.is_dir():
        print(f"SKIPPED: the gold sets are not here ({BENCH.parent.name}/bench beside the project); no score was measured.")
        return 0
    floors = tomllib.loads(FLOORS.read_text(encoding="utf-8")) if FLOORS.exists() else {}
    fallen = []
    for one in SETS:
        if asked.sets and not any(one.name.startswith(name) for name in asked.sets):
            continue
        begun = time.monotonic()
        figures = measure(one, errors=asked.errors)
        print(f"\n{one.name}  ({time.monotonic() - begun:.0f} s)")
        floor = floors.setdefault(one.name, {})
        fallen += held(one, figures, floor, is_raising=asked.is_raising)
    if asked.is_raising:
        FLOORS.write_text(written(floors), encoding="utf-8")
    for line in fallen:
        print("BELOW THE FLOOR:", line)
    return 1 if fallen and asked.gate else 0


def measure(one: Set, *, errors: int = 0) -> Figures:
    """Make the set's records from its inputs, and what its scorer says of them."""
    with tempfile.TemporaryDirectory() as folder:
        made = str(Path(folder) / "made.jsonl")
        inputs = [str(BENCH.parent / name) for name in one.inputs]
        flags = [str(BENCH.parent / flag) if "/" in flag else flag for flag in one.flags]
        subprocess.run([Path(sys.executable).with_name("suyuan"), "make", one.kind, *inputs, "--out", made, *flags], check=False)
        scorer, *words = one.score(made)
        command = [sys.executable, str(BENCH / scorer), *(str(BENCH / word) if (BENCH / word).exists() else word for word in words)]
        answer = subprocess.run(command, check=True, capture_output=True, text=True, cwd=BENCH).stdout
        if one.kind == "articles":
            answer_file = json.loads(Path(made + ".json").read_text(encoding="utf-8"))
            return _flat(answer_file[one.name.split("/")[1]]["made"])
        if errors:
            print(subprocess.run([word for word in command if word != "--json"] + ["--errors", str(errors)], capture_output=True, text=True, cwd=BENCH).stdout)
        return one.figures(answer)


def held(one: Set, figures: Figures, floor: dict[str, object], *, is_raising: bool) -> list[str]:
    """Print the figures beside their floors; what fell."""
    gold = hashlib.blake2b(b"".join((BENCH / name).read_bytes() for name in one.gold), digest_size=8).hexdigest()
    fallen = []
    if floor.get("gold", gold) != gold:
        fallen.append(f"{one.name}: the gold has changed; its floors must be set anew")
    for name, figure in figures.items():
        least = floor.get(name)
        if isinstance(least, int | float):
            fell = figure < least - SLACK
            print(f"  {name:44} {figure:8.3f}   floor {least:.3f}{'   BELOW' if fell else ''}")
            if fell:
                fallen.append(f"{one.name} {name}: {figure} < {least}")
            elif is_raising:
                floor[name] = max(figure, float(least))
        else:
            print(f"  {name:44} {figure:8.3f}")
    fallen += [f"{one.name} {name}: no longer measured" for name in floor if name != "gold" and name not in figures]
    if is_raising:
        floor["gold"] = gold
    return fallen


def written(floors: dict[str, dict[str, object]]) -> str:
    """The floors as TOML."""
    lines = ["# The least that each figure may be, and the digest of the gold that it was measured on. A floor never falls.", ""]
    for name, figures in floors.items():
        lines.append(f'["{name}"]')
        lines += [f'"{key}" = {json.dumps(value)}' for key, value in figures.items()]
        lines.append("")
    return "\n".join(lines)


if __name__ == "__main__":
    sys.exit(main())
