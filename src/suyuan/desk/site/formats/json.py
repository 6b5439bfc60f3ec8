"""JSON: records as plain rows, the shape that the store and the command line share."""

from __future__ import annotations

from typing import Any

import msgspec

NAME = "JSON"
MEDIA_TYPE = "application/json"
GIVES = "/api/v1/stories · /api/v1/story/ID · /api/v1/article/ID · /api/v1/search?q=… · /api/v1/why/ID"


def render(answer: Any) -> bytes:
    """An answer of rows as JSON."""
    return msgspec.json.encode(answer)
