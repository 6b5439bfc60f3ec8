"""The errors of the statements on a gold set, by kind with counts: what to mend next is what stands first."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

Row = dict[str, Any]
Error = tuple[str, str]  # kind, and what is to be seen

_ALIKE = 0.8  # of the characters of two contents together: the scorer's own measure


def report(gold: Path, made: Path, examples: int) -> str:
    """The kinds of error, the most frequent first, each with so many examples."""
    kinds: dict[str, list[str]] = defaultdict(list)
    answers = {row["id"]: row for row in _rows(made)}
    for article in _rows(gold):
        for kind, seen in _errors(article, answers.get(article["id"], {})):
            kinds[kind].append(f"{article['id']}: {seen}")
    lines = []
    for kind, seen in sorted(kinds.items(), key=lambda item: (-len(item[1]), item[0])):
        lines += [f"{len(seen):4} {kind}", *(f"       {one}" for one in seen[:examples])]
    return "\n".join(lines)


def _rows(path: Path) -> Iterator[Row]:
    return (json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip())


def _errors(article: Row, answer: Row) -> Iterator[Error]:
    text = article["text"]
    made = [
        one for one in answer.get("statements", []) if not _touches(one["cue_span"], article.get("ignore_spans", []))
    ]
    pairs = {at: found for at, one in enumerate(article["statements"]) if (found := _partner(one, made)) is not None}
    taken = {id(found) for found in pairs.values()}
    for at, one in enumerate(article["statements"]):
        if at not in pairs:
            yield "statement missed", _near(text, one["cue_span"])
        else:
            yield from _differences(text, one, pairs[at])
    for one in made:
        if id(one) not in taken and not _touches(one["cue_span"], article.get("optional_cues", [])):
            yield "statement that is none", _near(text, one["cue_span"])
    yield from _times(text, article.get("timexes", []), answer.get("timexes", []))


def _partner(one: Row, made: list[Row]) -> Row | None:
    return next((other for other in made if _touches(one["cue_span"], [other["cue_span"]])), None)


def _differences(text: str, one: Row, other: Row) -> Iterator[Error]:
    seen = _near(text, one["cue_span"])
    ours, theirs = _letters(text, other), _letters(text, one)
    if len(ours & theirs) < _ALIKE * len(ours | theirs):
        kind = "runs on" if len(ours) > len(theirs) else "is cut"
        yield f"content {kind}", f"{seen} … {_ending(text, other)} | {_ending(text, one)}"
    if (kind := _speaker(one, other)) is not None:
        yield f"speaker {kind}", f"{seen} … {other.get('speaker')} | {one['speaker']}"
    for field in ("via", "addressee", "said_on"):
        right, given = one.get(field), other.get(field)
        if bool(right) != bool(given):
            yield f"{field} {'missed' if right else 'that is none'}", f"{seen} … {given} | {right}"
        elif right and given and not (str(given).startswith(right) or given in right or right in given):
            yield f"{field} wrong", f"{seen} … {given} | {right}"
    for field, plain in (("hedge", "certain"), ("kind", "indirect")):
        if one[field] != other.get(field, plain):
            yield f"{field} {other.get(field, plain)} for {one[field]}", seen


def _speaker(one: Row, other: Row) -> str | None:
    right, given = one["speaker"], other.get("speaker") or None
    if given == right or given in one.get("speaker_aliases", []):
        return None
    if right is None or given is None:
        return "named where nobody is" if right is None else "not found"
    if one.get("speaker_text") is None:
        return "left out in the text, taken for another"
    if given in right:
        return "not in full"
    return "too long" if right in given else "is somebody else"


def _times(text: str, gold: list[Row], made: list[Row]) -> Iterator[Error]:
    for one in gold:
        other = next((time for time in made if _touches(one["span"], [time["span"]])), None)
        if other is None:
            yield "time missed", _near(text, one["span"])
        elif other.get("value") != one["value"]:
            yield "time read wrongly", f"{_near(text, one['span'])} … {other.get('value')} | {one['value']}"
    for one in made:
        if not _touches(one["span"], [time["span"] for time in gold]):
            yield "time that is none", _near(text, one["span"])


def _letters(text: str, one: Row) -> set[int]:
    parts = one.get("content_parts") or [one["content_span"]]
    return {at for start, end in parts for at in range(start, end) if text[at].isalnum()}


def _ending(text: str, one: Row) -> str:
    end = max(_letters(text, one), default=0) + 1
    return text[max(0, end - 20) : end].replace("\n", "⏎")


def _touches(span: list[int], others: list[list[int]]) -> bool:
    return any(span[0] < end and start < span[1] for start, end in others)


def _near(text: str, span: list[int]) -> str:
    return f"{text[max(0, span[0] - 20) : span[0]]}[{text[span[0] : span[1]]}]{text[span[1] : span[1] + 16]}".replace(
        "\n", "⏎"
    )
