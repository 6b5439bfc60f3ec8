"""Saved pages: HTML or plain text, plain or gzipped, exactly as they lie on disk."""

from __future__ import annotations

import gzip
import zlib
from collections.abc import Iterator
from datetime import UTC, datetime
from hashlib import blake2b
from pathlib import Path

from suyuan.desk.errors import UnreadableInput
from suyuan.desk.intake.arrival import Arrived
from suyuan.records import Page, digest

LARGEST = 64 * 1024 * 1024  # bytes after decompression; the largest real page seen had 9 MB


def read(path: Path, name: str) -> Iterator[Arrived]:
    """The page that a file holds. Its address is `file:///NAME`; a page that names its own address is known by that."""
    stem = name.removesuffix(".gz")
    modified = datetime.fromtimestamp(int(path.stat().st_mtime), tz=UTC)
    body = _unpacked(path)
    yield Arrived(
        stem.rpartition(".")[0] or stem,
        page(f"file:///{stem}", body, modified, media_type="text/plain" if stem.endswith(".txt") else "text/html"),
    )


def page(url: str, body: bytes, fetched: datetime, *, media_type: str | None, charset: str | None = None) -> Page:
    """A page record for what an address sent."""
    return Page(
        id=digest("page", url, blake2b(body).hexdigest()),
        url=url,
        body=body,
        fetched=fetched,
        first_seen=fetched,
        media_type=media_type,
        charset=charset,
    )


def _unpacked(path: Path) -> bytes:
    with gzip.open(path) if path.name.endswith(".gz") else path.open("rb") as source:
        try:
            body = source.read(LARGEST + 1)
        except (zlib.error, gzip.BadGzipFile, EOFError) as error:
            raise UnreadableInput(f"The file is not whole: {error}. Save the page again.") from error
    if len(body) > LARGEST:
        raise UnreadableInput(f"The page is larger than {LARGEST // 1024 // 1024} MB.")
    return body
