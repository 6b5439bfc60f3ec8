"""Errors against a gold set are told by kind, the most frequent first."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from tests.scores.statement_errors import report

TEXT = "林远说，水退了。何青称，学校停课。周明问，谁负责？"


def said(speaker: str | None, cue: tuple[int, int], content: tuple[int, int], **fields: Any) -> dict[str, Any]:
    return {
        "speaker": speaker, "speaker_text": speaker, "cue": TEXT[slice(*cue)], "cue_span": list(cue),
        "content": TEXT[slice(*content)], "content_span": list(content), "hedge": "certain", "kind": "indirect", **fields,
    }  # fmt: skip


def told(tmp_path: Path, gold: list[dict[str, Any]], made: list[dict[str, Any]]) -> list[str]:
    paths = [tmp_path / "gold.jsonl", tmp_path / "made.jsonl"]
    for path, statements in zip(paths, (gold, made), strict=True):
        path.write_text(json.dumps({"id": "a", "text": TEXT, "statements": statements}), encoding="utf-8")
    return report(*paths, 1).splitlines()


def test_no_difference_is_no_error(tmp_path: Path) -> None:
    rows = [said("林远", (2, 3), (4, 7))]
    assert told(tmp_path, rows, rows) == []


def test_kinds_are_counted_and_the_most_frequent_stands_first(tmp_path: Path) -> None:
    gold = [said("林远", (2, 3), (4, 7)), said("何青", (10, 11), (12, 16)), said("周明", (19, 20), (21, 24))]
    made = [said("周明", (2, 3), (4, 7)), said("林远", (10, 11), (12, 16), via="远山社")]
    lines = told(tmp_path, gold, made)
    assert [line.strip() for line in lines[::2]] == [
        "2 speaker is somebody else",
        "1 statement missed",
        "1 via that is none",
    ]
    assert "林远[说]" in lines[1]
