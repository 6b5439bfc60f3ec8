"""Intake: a month on the small internet, real days served as feeds, and how fast feeds and pages come in.

`./run bench intake` runs all; further words choose: month, stream, speed.
"""

from __future__ import annotations

import sys
import tempfile
import time
from datetime import UTC, datetime
from pathlib import Path

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT))

from suyuan.desk.intake import feed  # noqa: E402
from tests.intake import months  # noqa: E402

STREAM = ROOT.parent / "shared" / "feeds" / "stream-2026-01.jsonl.gz"


def main(asked: list[str]) -> None:
    """Run what was asked for, each in a folder of its own."""
    for name, measure in (("month", month), ("stream", stream), ("speed", speed), ("parse", parse)):
        if not asked or name in asked:
            with tempfile.TemporaryDirectory() as folder:
                measure(Path(folder))


def month(folder: Path) -> None:
    """30 days of 1,000 subscriptions in all kinds of weather."""
    told("a month of 1,000 subscriptions", months.month(folder, feeds=1000, days=30))


def speed(folder: Path) -> None:
    """1,000 feeds are polled, and 5,000 articles that are new in them fetched, extracted and stored, in one run."""
    told("1,000 feeds with 5,000 new articles", months.rush(folder, feeds=1000, each=5))


def stream(folder: Path) -> None:
    """The real stream, served as feeds, against the file read at once."""
    if not STREAM.exists():
        print("SKIPPED: the real stream is not here (a folder named shared beside the project).")
        return
    read, watched = months.replay(STREAM, folder)
    print(f"\nfive real days served as feeds: {len(watched)} articles; by reading the file {len(read)}; "
          f"only watched {len(watched - read)}, only read {len(read - watched)}")  # fmt: skip


def parse(_folder: Path) -> None:
    """Items of one feed a second, beside feedparser."""
    import io

    import feedparser

    row = "<item><guid>{0}</guid><title>渡轮第{0}次复航</title><link>https://www.example.com/a/{0}.html</link><pubDate>Mon, 02 Jun 2031 11:30:00 +0800</pubDate><description>停航三天的渡轮复航。</description></item>"
    body = ("<rss><channel><title>t</title>" + "".join(map(row.format, range(5000))) + "</channel></rss>").encode()
    begun = time.process_time()
    ours = sum(1 for _ in feed.read(body, "https://www.example.com/", datetime(2031, 6, 3, tzinfo=UTC)))
    middle = time.process_time()
    theirs = len(feedparser.parse(io.BytesIO(body)).entries)
    end = time.process_time()
    print(
        f"\nparsing: suyuan {ours / (middle - begun):,.0f} items per second of processor, feedparser {theirs / (end - middle):,.0f} items/s"
    )


def told(name: str, outcome: months.Outcome) -> None:
    """One run in a few lines."""
    print(
        f"\n{name}: {outcome.requests:,} requests, {outcome.items:,} items, {outcome.pages:,} pages kept in {outcome.seconds:,.0f} s"
        f"\n  lost {len(outcome.lost)}; published while watched {outcome.published:,}, of these kept {outcome.seen:,}"
        f"\n  most at once at one host {outcome.most_at_once}, shortest pause {outcome.shortest_gap:.2f} s"
        f"\n  {outcome.pages / outcome.seconds:.1f} pages/s; peak memory, the small internet included, {outcome.peak_mb:.0f} MB",
        flush=True,
    )


if __name__ == "__main__":
    main(sys.argv[1:])
