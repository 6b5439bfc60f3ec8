"""What a language model answers, read with no trust in its form."""

from __future__ import annotations

import json
from collections.abc import Callable

Reader = Callable[[str, str], str | None]
"""A second reader: instructions and a text in, an answer out; None where none came."""

LONGEST = 200_000  # characters of an answer that are read


def json_object(answer: str) -> dict[str, object]:
    """The first JSON object of an answer, whatever stands around it; empty where there is none."""
    at = answer.find("{", 0, LONGEST)
    if at < 0:
        return {}
    try:
        found, _ = json.JSONDecoder().raw_decode(answer[:LONGEST], at)
    except (ValueError, RecursionError):  # cut off, no JSON, or nested a thousand deep
        return {}
    return found if isinstance(found, dict) else {}
