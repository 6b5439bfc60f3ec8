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

import standoff  # these two stand beside this script
import statement_errors

HERE = Path(__file__).parent
BENCH = HERE.parents[2] / "shared" / "bench"
FLOORS = HERE / "floors.toml"
SLACK = 0.0005  # figures are pinned to three or four digits

Figures = dict[str, float]


@dataclass(frozen=True)
class Set:
    """One gold set: what is made from which inputs, the scorer's words, how its answer is read, and what is pinned.

    A pinned figure beginning with “-” is one that shall be low: its floor is a ceiling.
    """

    name: str
    kind: str
    inputs: tuple[str, ...]
    gold: tuple[str, ...]
    score: Callable[[str], list[str]]
    figures: Callable[[str], Figures]
    pins: tuple[str, ...]
    flags: tuple[str, ...] = ()
    drops: tuple[str, ...] = ()
    """Fields taken out of each input line: what has to be found without help."""
    is_standoff: bool = False
    """Whether the gold lies here and only its texts in `../shared`: inputs and scorer are laid out for the run."""


def _articles(set_name: str) -> Set:
    return Set(
        name=f"articles/{set_name}",
        kind="articles",
        inputs=("pages/portal-article.txt",) if set_name == "portal" else (f"bench/articles/{set_name}/html",),
        gold=(f"articles/{set_name}/gold.jsonl",),
        score=lambda made: ["articles/score.py", f"articles/{set_name}", "--pred", made, "--json", made + ".json"],
        figures=lambda _: {},
        pins=("F1", "F>.95", "title", "author", "noauth", "credit", "minute", "capt", "related", "hot"),
    )


def _flat(value: object, prefix: str = "") -> Figures:
    """Every number of a scorer's answer under a dotted name; “19/20 = 95.0%” counts as 95.0."""
    if isinstance(value, dict):
        return {
            name: number for key, inner in value.items() for name, number in _flat(inner, f"{prefix}{key}.").items()
        }
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
    return {
        f"{name}.F1": float(f1)
        for name, f1 in re.findall(r"^(\w+)\s+P [\d.]+ R [\d.]+ F1 ([\d.]+)", answer, re.MULTILINE)
    }


STATEMENTS = ("content.F1", "content-core.F1", "cue.F1", "speaker.F1", "speaker-loose.F1", "via.F1", "addressee.F1", "said_on.F1", "timex-value-dated.F1", "timex-day.F1", "source.F1", "paired.hedge_macroF1", "paired.kind_acc")  # fmt: skip
REPRINTS = (
    "copy pairs.F1", "copy pairs.P", "direction, credited set.accuracy where decided", "direction, credited set.share decided",
    "-direction, streams.asserted a direction where gold has none", "-false merge on shared_quote_only", "-false merge on shared_background",
    "origin B-cubed, without shared singletons.F1",
)  # fmt: skip
CLAIMS = (
    "gold statements found", "same-claim pairs.F1", "-false corroboration (gold 1, predicted >=2)", "n_origins exact, claims in >=2 articles",
    "balanced: 1 origin kept at 1 / >=2 seen as >=2", "relation, typed.P", "relation, typed.R",
)  # fmt: skip

SETS = (
    *(_articles(name) for name in ("zh_dev", "portal", "en_dev", "world_dev")),
    Set(
        "statements", "statements", ("bench/statements/dev_input.jsonl",), ("statements/dev.jsonl",),
        lambda made: ["statements/score.py", "statements/dev.jsonl", made, "--json"], lambda answer: _flat(json.loads(answer)), STATEMENTS,
    ),
    Set(
        "times", "times", ("bench/times/specs-zh_input.jsonl",), ("times/specs-zh.jsonl",),
        lambda made: ["times/score.py", "times/specs-zh.jsonl", made], _times_figures, ("relaxed.F1", "value.F1"),
    ),
    Set(
        "reprints", "reprints", ("bench/reprints/dev_input.jsonl",), ("reprints/dev_pairs.jsonl", "reprints/dev_articles.jsonl"),
        lambda made: ["reprints/score.py", "dev", made, "--json"], lambda answer: _flat(json.loads(answer)), REPRINTS,
    ),
    Set(
        "claims", "claims", ("bench/claims/dev_input.jsonl",), ("claims/dev.jsonl",),
        lambda made: ["claims/score.py", "dev", made, "--json"], lambda answer: _flat(json.loads(answer)), CLAIMS,
    ),
    Set(
        "claims/end-to-end", "claims", ("bench/claims/dev_input.jsonl",), ("claims/dev.jsonl",),
        lambda made: ["claims/score.py", "dev", made, "--json"], lambda answer: _flat(json.loads(answer)), CLAIMS, drops=("passages",),
    ),
    Set(
        "claims/unseen", "claims", ("bench/stories/zh_stream.dev.jsonl.gz",), (str(standoff.GOLD),),
        lambda made: [standoff.SPLIT, made, "--json"], lambda answer: _flat(json.loads(answer)), CLAIMS, is_standoff=True,
    ),
    Set(
        "claims/unseen/end-to-end", "claims", ("bench/stories/zh_stream.dev.jsonl.gz",), (str(standoff.GOLD),),
        lambda made: [standoff.SPLIT, made, "--json"], lambda answer: _flat(json.loads(answer)), CLAIMS, drops=("passages",), is_standoff=True,
    ),
    Set(
        "stories", "stories", ("bench/stories/zh_stream.dev.jsonl.gz",), ("stories/zh_stream.dev.jsonl.gz",),
        lambda made: ["stories/score.py", "cluster", "stories/zh_stream.dev.jsonl.gz", made], lambda answer: _flat(json.loads(answer)), ("b3_f", "pair_f"),
    ),
    Set(
        "related", "related", ("bench/stories/zh_stream.dev.jsonl.gz",), ("stories/related.dev.queries.jsonl",),
        lambda made: ["stories/score.py", "related", "stories/zh_stream.dev.jsonl.gz", "stories/related.dev.queries.jsonl", made],
        lambda answer: _flat(json.loads(answer)), ("ndcg10_new", "-dup"), ("--queries", "bench/stories/related.dev.queries.jsonl"),
    ),
)  # fmt: skip


def main() -> int:
    """Measure the sets that were asked for (all by default)."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sets", nargs="*", help="names, or their beginnings: " + " ".join(one.name for one in SETS))
    parser.add_argument("--gate", action="store_true", help="fail when a figure falls below its floor")
    parser.add_argument("--raise", dest="is_raising", action="store_true", help="raise the floors to today's figures")
    parser.add_argument("--errors", type=int, default=0, help="print this many errors (of each kind, for statements)")
    asked = parser.parse_args()
    if not BENCH.is_dir():
        print(
            f"SKIPPED: the gold sets are not here ({BENCH.parent.name}/bench beside the project); no score was measured."
        )
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
        print("FELL:", line)
    return 1 if fallen and asked.gate else 0


def measure(one: Set, *, errors: int = 0) -> Figures:
    """Make the set's records from its inputs, and what its scorer says of them."""
    with tempfile.TemporaryDirectory() as folder:
        made = str(Path(folder) / "made.jsonl")
        sources = [BENCH.parent / name for name in one.inputs]
        scorer, *words = one.score(made)
        if one.is_standoff:
            laid_out, beside = standoff.laid_out(BENCH, Path(folder))
            sources, scorer, words = [laid_out], str(beside), [scorer, *words]
        inputs = [_without(source, one.drops, Path(folder)) if one.drops else str(source) for source in sources]
        flags = [str(BENCH.parent / flag) if "/" in flag else flag for flag in one.flags]
        subprocess.run(
            [Path(sys.executable).with_name("suyuan"), "make", one.kind, *inputs, "--out", made, *flags], check=False
        )
        command = [
            sys.executable,
            str(BENCH / scorer),
            *(str(BENCH / word) if (BENCH / word).exists() else word for word in words),
        ]
        answer = subprocess.run(command, check=True, capture_output=True, text=True, cwd=BENCH).stdout
        if one.kind == "articles":
            answer_file = json.loads(Path(made + ".json").read_text(encoding="utf-8"))
            return _flat(answer_file[one.name.split("/")[1]]["made"])
        if errors and one.kind == "statements":
            print(statement_errors.report(BENCH / one.gold[0], Path(made), errors))
        elif errors:
            print(
                subprocess.run(
                    [word for word in command if word != "--json"] + ["--errors", str(errors)],
                    capture_output=True,
                    text=True,
                    cwd=BENCH,
                ).stdout
            )
        return one.figures(answer)


def _without(source: Path, drops: tuple[str, ...], folder: Path) -> str:
    lines = (json.loads(line) for line in source.read_text(encoding="utf-8").splitlines())
    target = folder / f"without_{source.name}"
    target.write_text(
        "\n".join(json.dumps({key: value for key, value in row.items() if key not in drops}) for row in lines),
        encoding="utf-8",
    )
    return str(target)


def held(one: Set, figures: Figures, floor: dict[str, object], *, is_raising: bool) -> list[str]:
    """Print the figures beside their floors; what fell."""
    gold = hashlib.blake2b(b"".join((BENCH / name).read_bytes() for name in one.gold), digest_size=8).hexdigest()
    fallen = []
    if floor.get("gold", gold) != gold:
        fallen.append(f"{one.name}: the gold has changed; its floors must be set anew")
    pinned = {name.removeprefix("-"): -1 if name.startswith("-") else 1 for name in one.pins}
    for name, figure in figures.items():
        sign, least = pinned.get(name), floor.get(name)
        if sign is None:
            continue
        fell = isinstance(least, int | float) and sign * figure < sign * least - SLACK
        bound = f"{'floor' if sign > 0 else 'ceiling'} {least}" if least is not None else "not yet pinned"
        print(f"  {name:62} {figure:8.3f}   {bound}{'   FELL' if fell else ''}")
        if fell:
            fallen.append(f"{one.name} {name}: {figure}, {bound}")
        elif is_raising:
            floor[name] = figure if not isinstance(least, int | float) else sign * max(sign * figure, sign * least)
    fallen += [f"{one.name} {name}: no longer measured" for name in floor if name != "gold" and name not in figures]
    if is_raising:
        floor["gold"] = gold
    return fallen


def written(floors: dict[str, dict[str, object]]) -> str:
    """The floors as TOML."""
    lines = [
        "# The least that each figure may be, and the digest of the gold that it was measured on. A floor never falls.",
        "",
    ]
    for name, figures in floors.items():
        lines.append(f'["{name}"]')
        lines += [
            f'"{key}" = {json.dumps(round(value, 4) if isinstance(value, float) else value)}'
            for key, value in figures.items()
        ]
        lines.append("")
    return "\n".join(lines)


if __name__ == "__main__":
    sys.exit(main())
