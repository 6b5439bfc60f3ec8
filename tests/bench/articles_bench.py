"""Articles beside other extractors, on the same real pages in one run: `./run bench articles`.

Every extractor reads every set twice in a process of its own, in turn, ours and the yardstick seven times; the best time
counts. How many times faster one is than the yardstick is told round by round, and the median counts: what else the
machine does falls on both. What is loaded on the first page is not counted. Seconds are of the processor.
"""

from __future__ import annotations

import json
import resource
import subprocess
import sys
import tempfile
import time
from datetime import UTC, datetime
from itertools import cycle, islice
from pathlib import Path
from statistics import median

from peers import pages

from suyuan import articles, outlets
from suyuan.desk import contract
from suyuan.desk.intake.page import page
from suyuan.records import Article, Page

HERE = Path(__file__).parent
SETS = Path(__file__).resolve().parents[3] / "shared" / "bench" / "articles"
OURS, YARDSTICK = "suyuan", "readability-lxml"
PEERS = (YARDSTICK, "trafilatura", "gne", "resiliparse")
ROUNDS, PAIRED = 2, 7
MANY = 1000  # pages that are read one after the other to see what stays in memory
# What is measured, of which set, the scorer's name for it, and what is to be reached.
ROWS = (
    ("Chinese body F1", "zh_dev", "F1", 0.985), ("  share of pages above .95", "zh_dev", "F>.95", 0.95),
    ("  title exact", "zh_dev", "title", 0.96), ("  author exact, where there is one", "zh_dev", "author", 0.80),
    ("  author kept empty, where there is none", "zh_dev", "noauth", 0.95),
    ("  credited outlet exact", "zh_dev", "credit", 0.88), ("  time to the minute", "zh_dev", "minute", 0.96),
    ("  captions kept", "zh_dev", "capt", 0.98), ("  related list F1", "zh_dev", "related", 0.90),
    ("  hot list F1", "zh_dev", "hot", 0.90), ("English body F1", "en_dev", "F1", 0.970),
    ("40 countries, body F1", "world_dev", "F1", 0.955), ("  title exact", "world_dev", "title", 0.90),
    ("  time to the minute", "world_dev", "minute", 0.90),
)  # fmt: skip
SPEEDS: tuple[tuple[str, str, float | None, float | None], ...] = (
    ("zh_dev", "Chinese", 150.0, 10.0),
    ("en_dev", "English", None, None),
    ("world_dev", "40 countries", None, None),
)

Speeds = dict[str, float]  # pages a second, or times the yardstick, by extractor


def main(peer_python: Path) -> None:
    """Print the table."""
    speeds: dict[str, Speeds] = {}
    ratios: dict[str, Speeds] = {}
    scores: dict[str, dict[str, dict[str, float | None]]] = {}
    for name in dict.fromkeys(row[1] for row in ROWS):
        if (SETS / name).is_dir():
            speeds[name], ratios[name], scores[name] = _measured(SETS / name, peer_python)
        else:
            print(f"SKIPPED: {name}: its pages are not here.")
    print(f"\n{'articles':42}{'to reach':>9}" + "".join(f"{name:>17}" for name in (OURS, *PEERS)))
    for label, name, figure, least in ROWS:
        if name in scores:
            _line(label, f"{least:.3f}", [_figure(scores[name].get(one, {}).get(figure)) for one in (OURS, *PEERS)])
    for name, label, wanted, times in SPEEDS:
        if name in speeds:
            of = speeds[name]
            _line(f"{label}, pages a second", _figure(wanted, 0), [_figure(of.get(one), 1) for one in (OURS, *PEERS)])
            told = [_figure(ratios[name].get(one), 2) for one in (OURS, *PEERS)]
            _line(f"  times {YARDSTICK}", _figure(times, 1), told)
    if scores:
        print(_run([sys.executable, __file__, "--memory"]) or "memory: not measured")


def _line(label: str, least: str, figures: list[str]) -> None:
    print(f"{label:42}{least:>9}" + "".join(f"{figure:>17}" for figure in figures))


def _figure(value: float | None, digits: int = 3) -> str:
    return "" if value is None else f"{value:.{digits}f}"


def _measured(folder: Path, peer_python: Path) -> tuple[Speeds, Speeds, dict[str, dict[str, float | None]]]:
    """Pages a second, times the yardstick, and the scorer's figures of every extractor on one set."""
    rounds: list[dict[str, float]] = []
    count = len(list((folder / "html").glob("*.html.gz")))
    with tempfile.TemporaryDirectory() as made:
        for turn in range(PAIRED):
            rounds.append({})
            for name in (OURS, *PEERS) if turn < ROUNDS else (OURS, YARDSTICK):
                out = f"{made}/{name}.jsonl"
                words: list[str | Path] = (
                    [sys.executable, __file__, out] if name == OURS else [peer_python, HERE / "peers.py", name, out]
                )
                if said := _run([*words, folder / "html"]):
                    rounds[-1][name] = float(said.split()[-1])
        answer = Path(made) / "score.json"
        measured = [name for name in (OURS, *PEERS) if any(name in one for one in rounds)]
        given = [f"{made}/{name}.jsonl" for name in measured]
        subprocess.run(
            [sys.executable, SETS / "score.py", folder, "--pred", *given, "--json", answer], check=True, capture_output=True
        )  # fmt: skip
        scores = json.loads(answer.read_text(encoding="utf-8"))[folder.name]
    speeds = {name: count / min(one[name] for one in rounds if name in one) for name in measured}
    paired = [one for one in rounds if YARDSTICK in one]
    ratios = {
        name: median(one[YARDSTICK] / one[name] for one in paired if name in one)
        for name in measured
        if any(name in one for one in paired)
    }
    return speeds, ratios, scores


def _run(command: list[str | Path]) -> str:
    """What a command prints; where it fails that is said, and the table goes on without it."""
    done = subprocess.run(command, capture_output=True, text=True)
    if done.returncode:
        print(f"SKIPPED: {' '.join(map(str, command[1:3]))} did not run: {done.stderr.strip().splitlines()[-1:]}")
        return ""
    return done.stdout.rstrip()


def ours(out: Path, folder: Path) -> None:
    """Extract every page of a folder, write what the scorer reads, print the seconds that it took."""
    directory = outlets.packaged()
    given = [(name, _page(name, body)) for name, body in pages(folder)]
    articles.extract(given[0][1], outlets=directory)
    made, seconds = [], 0.0
    for name, one in given:
        begun = time.process_time()
        found = articles.extract(one, outlets=directory)
        seconds += time.process_time() - begun
        made += [
            json.dumps(contract.article(each, name), ensure_ascii=False) for each in found if isinstance(each, Article)
        ]
    out.write_text("\n".join(made), encoding="utf-8")
    print(seconds)


def memory() -> None:
    """Extract many pages, no two alike, and print what the process held at most."""
    directory = outlets.packaged()
    given = [one for folder in sorted(SETS.glob("*_dev")) for one in pages(folder / "html")]
    begun = _peak()
    held = []
    for number, (name, body) in enumerate(islice(cycle(given), MANY)):
        # Every 的 and “the ” numbered: no cache of lines can have seen them.
        body = body.replace("的".encode(), f"的{number}".encode()).replace(b"the ", b"the %d " % number)
        articles.extract(_page(name, body), outlets=directory)
        if number + 1 in (MANY // 10, MANY // 2, MANY):
            held.append(f"{_peak() - begun:.0f} after {number + 1}")
    print(f"memory at most, MB above the {begun:.0f} of program and packed pages: {', '.join(held)} pages")


def _page(name: str, body: bytes) -> Page:
    return page(f"file:///{name}.html", body, datetime(2026, 1, 1, tzinfo=UTC), media_type="text/html")


def _peak() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1 << 20 if sys.platform == "darwin" else 1 << 10)


if __name__ == "__main__":
    if sys.argv[1] == "--memory":
        memory()
    else:
        ours(Path(sys.argv[1]), Path(sys.argv[2]))
