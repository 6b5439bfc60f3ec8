"""How good and how fast, beside peers, in one run on the same real pages: `./run bench [articles] [flow] [reprints] [stories] [intake]`, or `./run bench site [--articles N]`.

The machine is shared and noisy: read the ratios, not the seconds.
"""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path

from suyuan import flow, outlets
from suyuan.desk.intake import lines
from suyuan.desk.intake.arrival import Arrived
from suyuan.records import Article

HERE = Path(__file__).parent
SHARED = HERE.parents[2] / "shared"
ITEMS = 1500  # of the stream: enough that stories form


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
        import articles_bench

        articles_bench.main(Path(sys.argv[1]))
    if "flow" in asked:
        steps()
    if "intake" in asked:
        subprocess.run([sys.executable, HERE / "intake_bench.py"], check=True)
    if asked[0] == "site":  # the words after it are its own
        subprocess.run([sys.executable, HERE / "site_bench.py", sys.argv[1], *asked[1:]], check=True)
        return 0
    if "reprints" in asked:
        import reprints_bench

        reprints_bench.main()
    if "stories" in asked:
        import growth_bench
        import lists_bench
        import stories_bench

        stories_bench.main()
        lists_bench.main(growth_bench.stream()[0])
    if {"reprints", "stories"} & set(asked):
        import growth_bench

        growth_bench.main()
    return 0


if __name__ == "__main__":
    sys.exit(main())
