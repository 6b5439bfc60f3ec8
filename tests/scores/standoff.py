"""Gold that stands off its texts: where claims are in articles that lie in `../shared`, and never the words.

`gold/claims_unseen.jsonl` has one event a line: `articles` (our id → id in `bench/stories`), `claims` (counts and
`statements`: article, start, end, and which of the claim's origins the passage goes back to), `relations`.
"""

from __future__ import annotations

import gzip
import json
import shutil
from datetime import datetime
from pathlib import Path
from typing import Any

GOLD = Path(__file__).parent / "gold" / "claims_unseen.jsonl"
STREAM = Path("stories") / "zh_stream.dev.jsonl.gz"
SPLIT = "unseen"
"""The name under which the scorer of `bench/claims` finds the gold in the folder that `laid_out` fills."""

Row = dict[str, Any]


def laid_out(bench: Path, folder: Path) -> tuple[Path, Path]:
    """Lay the gold out beside a copy of its scorer as that expects it; the inputs and the scorer."""
    events = [json.loads(line) for line in GOLD.read_text(encoding="utf-8").splitlines()]
    wanted = {source for event in events for source in event["articles"].values()}
    with gzip.open(bench / STREAM, "rt", encoding="utf-8") as lines:
        texts = {row["id"]: row for row in map(json.loads, lines) if row["id"] in wanted}
    scorer = Path(shutil.copy(bench / "claims" / "score.py", folder / "score.py"))
    _write(folder / f"{SPLIT}.jsonl", [_gold(event) for event in events])
    inputs = folder / "unseen_input.jsonl"
    _write(inputs, [_input(event, texts) for event in events])
    return inputs, scorer


def _gold(event: Row) -> Row:
    claims = [{**claim, "statements": [_span(row) for row in claim["statements"]]} for claim in event["claims"]]
    return {**event, "claims": claims}


def _input(event: Row, texts: dict[str, Row]) -> Row:
    articles = [_article(name, texts[source]) for name, source in event["articles"].items()]
    passages = [_span(row) for claim in event["claims"] for row in claim["statements"]]
    return {"event": event["id"], "articles": articles, "passages": passages}


def _article(name: str, row: Row) -> Row:
    published = datetime.fromisoformat(row["real"] or row["published"])
    return {key: row[key] for key in ("outlet", "title", "text")} | {"id": name, "published": published.isoformat()}


def _span(row: list[Any]) -> Row:
    return {"article": row[0], "start": row[1], "end": row[2]}


def _write(target: Path, rows: list[Row]) -> None:
    target.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf-8")
