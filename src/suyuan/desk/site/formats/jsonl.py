"""JSON Lines: every record of a dossier, one a line, with the name of what it is."""

from __future__ import annotations

import msgspec

from suyuan.desk.site.views.dossier import Dossier
from suyuan.rows import to_row

NAME = "JSON Lines"
MEDIA_TYPE = "application/jsonl"
ENDING = "jsonl"
GIVES = "/export/story/ID.jsonl · /export/article/ID.jsonl"


def render(dossier: Dossier, base: str) -> bytes:
    """The records, in the order in which they are made."""
    encode = msgspec.json.Encoder().encode
    return b"".join(encode({"record": type(one).__name__} | to_row(one)) + b"\n" for one in dossier.records())
