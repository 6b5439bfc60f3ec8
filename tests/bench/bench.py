"""How good and how fast, beside peers, in one run on the same real pages: `./run bench [articles] [flow] [reprints] [intake]`.

The machine is shared and noisy: read the ratios, not the seconds.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import time
from datetime import UTC, datetime
from pathlib import Path

from suyuan import flow, outlets
from suyuan.desk import contract
from suyuan.desk.intake import lines
from suyuan.desk.intake.arrival import Arrived
from suyuan.desk.intake.page import page
from suyuan.records import Article

HERE = Path(__file__).parent
SHARED = HERE.parents[2] / "shared"
PEERS = ("readability-lxml", "trafilatura", "gne", "resiliparse")
COLUMNS = ("F1", "F>.95", "title", "author", "noauth", "credit", "minute", "related", "hot")
ITEMS = 1500  # of the stream: enough that stories form


def articles(peer_python: Path) -> None:
    """Body, metadata and pages per second on each set of saved pages."""
    for name in ("zh_dev", "en_dev", "world_dev"):
        folder = SHARED / "bench" / "articles" / name
        with tempfile.TemporaryDirectory() as made:
            seconds = {"suyuan": _ours(folder / "html", Path(made) / "suyuan.jsonl")}
            for peer in PEERS:
                command = [peer_python, HERE / "peers.py", peer, f"{made}/{peer}.jsonl", folder / "html"]
                done = subprocess.run(command, capture_output=True, text=True)
                if done.returncode:
                    print(f"{peer} did not run: {done.stderr.strip().splitlines()[-1:]}")
                else:
                    seconds[peer] = float(done.stdout.split()[-1])
            answer = f"{made}/score.json"
            scorer = [
                sys.executable,
                SHARED / "bench" / "articles" / "score.py",
                folder,
                "--pred",
                *(f"{made}/{peer}.jsonl" for peer in seconds),
                "--json",
                answer,
            ]
            subprocess.run(scorer, check=True, capture_output=True)
            scores = json.loads(Path(answer).read_text(encoding="utf-8"))[name]
        count = len(list((folder / "html").glob("*.html.gz")))
        print(
            f"\n{name}: {count} pages\n{'':18}"
            + "".join(f"{column:>9}" for column in COLUMNS)
            + f"{'pages/s':>10}{'ratio':>8}"
        )
        for peer, spent in seconds.items():
            figures = "".join(
                f"{scores[peer][column]:9.3f}" if scores[peer].get(column) is not None else f"{'':9}"
                for column in COLUMNS
            )
            print(f"{peer:18}{figures}{count / spent:10.1f}{spent / seconds['suyuan']:8.1f}")


def _ours(folder: Path, out: Path) -> float:
    from peers import pages

    given = [
        (name, page(f"file:///{name}.html", body, datetime(2026, 1, 1, tzinfo=UTC), media_type="text/html"))
        for name, body in pages(folder)
    ]
    needs = {"outlets": outlets.packaged()}
    step = flow.FLOW[0]
    assert isinstance(step, flow.Map)
    step.make(given[0][1], **needs)  # tables are read once, like the peers' imports
    made, seconds = [], 0.0
    for name, one in given:
        begun = time.process_time()
        found = step.make(one, **needs)
        seconds += time.process_time() - begun
        made += [
            json.dumps(contract.article(article, name), ensure_ascii=False)
            for article in found
            if isinstance(article, Article)
        ]
    out.write_text("\n".join(made), encoding="utf-8")
    return seconds


def steps() -> None:
    """Milliseconds per item and 1,000 characters of each step, on the first items of the stream."""
    given = []
    for arrival in lines.read(SHARED / "feeds" / "stream-2026-01.jsonl.gz", "stream"):
        if isinstance(arrival, Arrived):
            given.append(arrival.kept)
        if len(given) == ITEMS:
            break
    spent: dict[str, float] = {}
    last = time.process_time()

    def watch(name: str, done: int, of: int) -> None:
        nonlocal last
        now = time.process_time()
        spent[name] = spent.get(name, 0.0) + now - last
        last = now

    made = flow.run(given, needs={"outlets": outlets.packaged()}, watch=watch)
    characters = sum(len(one.text) for one in made.of(Article))
    print(f"\nflow.run on {len(given)} items, {characters} characters\n{'':12}{'ms/item':>9}{'ms/1000 characters':>20}")
    for name, seconds in spent.items():
        print(f"{name:12}{1000 * seconds / len(given):9.2f}{1e6 * seconds / characters:20.2f}")


def main() -> int:
    """Run the tables that were asked for."""
    asked = sys.argv[2:] or ["articles", "flow"]
    if not SHARED.is_dir():
        print("SKIPPED: the real pages are not here (a folder named shared beside the project); nothing was measured.")
        return 0
    if "articles" in asked:
        articles(Path(sys.argv[1]))
    if "flow" in asked:
        steps()
    if "intake" in asked:
        subprocess.run([sys.executable, HERE / "intake_bench.py"], check=True)
    if "reprints" in asked:
        import reprints_bench

        reprints_bench.main()
    if "stories" in asked:
        import stories_bench

        stories_bench.main()
    return 0


if __name__ == "__main__":
    sys.exit(main())
