"""A record ⇄ a plain row: one shape for the store, the API, JSON Lines and data frames.

A row is what JSON can hold: text, numbers, lists and mappings. Times are ISO 8601 with zone, enums their
English codes. `Page.body` is the one field that no row holds: bytes live in the kept pages.
"""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any, TypeVar

import msgspec

from suyuan.records import KINDS, Record

R = TypeVar("R")
Row = dict[str, Any]

_encode = msgspec.json.Encoder().encode
_decoders: dict[Any, msgspec.json.Decoder[Any]] = {kind: msgspec.json.Decoder(kind) for kind in KINDS.values()}


def to_json(record: Record) -> bytes:
    """One line of JSON for a record; equal records give equal bytes."""
    return _encode(record)


def from_json(kind: type[R], line: bytes | str) -> R:
    """The record of `kind` that a line of JSON holds; raises msgspec.ValidationError if it holds another."""
    made: R = _decoders[kind].decode(line)
    return made


def to_row(record: Record) -> Row:
    """A record as a mapping of plain values (a Page without its body)."""
    row: Row = msgspec.to_builtins(record)
    row.pop("body", None)
    return row


def from_row(kind: type[R], row: Row) -> R:
    """The record of `kind` that a mapping of plain values holds."""
    return msgspec.convert(row, kind)


def written(moment: datetime) -> str:
    """A moment as rows hold it: in UTC, so that the texts sort like the times."""
    try:
        moment = moment.astimezone(UTC)
    except OverflowError:  # the first or the last day of all, asked for in another zone
        moment = moment.replace(tzinfo=UTC)
    return moment.isoformat().replace("+00:00", "Z")
