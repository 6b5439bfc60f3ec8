"""Kept pages: WARC files, to which everything that comes in is appended before anything is made of it.

Each record is a gzip member of its own, so it can be read alone by its offset. The order that loses nothing:
append, flush to disk, then commit the offset. What lies beyond the last committed offset after a crash is
read back, and a record that was begun there and not finished is cut off. What has rotted is passed over and
stays: the records after it are found again by how a gzip member begins (`stretches`).
"""

from __future__ import annotations

import io
import os
import zlib
from collections.abc import Iterable, Iterator
from datetime import datetime
from pathlib import Path
from typing import NamedTuple
from urllib.parse import quote, unquote

from warcio.archiveiterator import ArchiveIterator
from warcio.exceptions import ArchiveLoadFailed
from warcio.recordloader import ArcWarcRecord
from warcio.warcwriter import WARCWriter

from suyuan import rows
from suyuan.records import FeedItem, Page

FILE_SIZE = 256 * 1024 * 1024  # a new file is begun beyond this; a size that tools and backups handle well
CHUNK = 1 << 16  # bytes read at a time where a record's length is not yet known
_ITEM = "application/vnd.suyuan.feed-item+json"

_MAGIC = b"\x1f\x8b\x08"  # how a gzip member begins

_URL = ":/?#[]@!$&'()*+,;=~"  # what may stand in an address as it is

ROTTEN = (OSError, EOFError, zlib.error, ArchiveLoadFailed, ValueError, AttributeError, TypeError, StopIteration)
"""What reading a kept page may raise: rotten bytes fail in as many ways as there are layers."""

Kept = Page | FeedItem


class Stretch(NamedTuple):
    """A part of a file: a record, or (None) what cannot be read; `is_cut`: a last record that was begun and not finished."""

    kept: Kept | None
    offset: int
    length: int
    is_cut: bool = False


def warc(kept: Iterable[Kept]) -> bytes:
    """Kept pages and items as the records of a WARC file."""
    return b"".join(map(_member, kept))


class Pages:
    """The folder of WARC files. One process appends at a time (the store holds the lock)."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        folder.mkdir(parents=True, exist_ok=True)

    def append(self, kept: Iterable[Kept]) -> list[tuple[str, int, int]]:
        """Write records to the end of the last file and flush to disk; gives file, offset and length of each."""
        try:
            return self._append(kept)
        except OSError as error:
            error.filename = str(self.folder)  # a full disk does not say for which file it had no room
            raise

    def _append(self, kept: Iterable[Kept]) -> list[tuple[str, int, int]]:
        places = []
        path = self._last()
        out = path.open("ab")
        try:
            for one in kept:
                if out.tell() > FILE_SIZE:
                    _flush(out)
                    out.close()
                    path = self._next()
                    out = path.open("ab")
                start = out.tell()
                out.write(_member(one))
                places.append((path.name, start, out.tell() - start))
            _flush(out)
        finally:
            out.close()
        return places

    def read(self, file: str, offset: int, length: int) -> Kept:
        """The page or item that lies at a place."""
        with (self.folder / file).open("rb") as source:
            source.seek(offset)
            return _record(source.read(length))

    def files(self) -> list[Path]:
        """The WARC files, oldest first."""
        return sorted(self.folder.glob("*.warc.gz"))

    def stretches(self, file: str, offset: int = 0) -> Iterator[Stretch]:
        """What lies in a file from `offset` to its end: the records, and between them what cannot be read."""
        path = self.folder / file
        size = path.stat().st_size
        with path.open("rb") as source:
            while offset < size:
                one = _whole(source, offset) or _unreadable(source, offset, size)
                yield one
                offset += one.length

    def cut(self, file: str, offset: int) -> None:
        """Cut off a last record that was begun and not finished."""
        with (self.folder / file).open("r+b") as out:
            out.truncate(offset)
            _flush(out)

    def copy(self, file: str, staying: Iterable[tuple[int, int]]) -> tuple[str, dict[int, int]]:
        """Write the records of a file at some offsets (with lengths) into a new one; gives its name and new offsets by old.

        For `forget`: the old file is removed (`remove`) once the index points to the new one.
        """
        moved: dict[int, int] = {}
        fresh = self._next()
        with (self.folder / file).open("rb") as source, fresh.open("wb") as out:
            for offset, length in staying:
                moved[offset] = out.tell()
                source.seek(offset)
                out.write(source.read(length))
            _flush(out)
        return fresh.name, moved

    def remove(self, file: str) -> None:
        """Remove a file to which nothing in the index points."""
        (self.folder / file).unlink(missing_ok=True)

    def _last(self) -> Path:
        files = self.files()
        return files[-1] if files else self._next()

    def _next(self) -> Path:
        files = self.files()
        return self.folder / f"{int(files[-1].name.split('.')[0]) + 1 if files else 1:06d}.warc.gz"


def _whole(source: io.BufferedReader, offset: int) -> Stretch | None:
    """The record at an offset; None where none can be read."""
    try:
        length = _member_length(source, offset)
        source.seek(offset)
        return Stretch(_record(source.read(length)), offset, length)
    except ROTTEN:
        return None


def _unreadable(source: io.BufferedReader, offset: int, size: int) -> Stretch:
    """From what cannot be read to the next record that can, or to the end."""
    for place in _beginnings(source, offset + 1):
        if _whole(source, place):
            return Stretch(None, offset, place - offset)
    try:
        _member_length(source, offset)
    except EOFError:
        return Stretch(None, offset, size - offset, is_cut=True)
    except zlib.error:
        pass
    return Stretch(None, offset, size - offset)


def _beginnings(source: io.BufferedReader, offset: int) -> Iterator[int]:
    """Where a gzip member may begin, from an offset on."""
    while True:
        source.seek(offset)
        chunk = source.read(CHUNK)
        found = chunk.find(_MAGIC)
        if found >= 0:
            yield offset + found
            offset += found + 1
        elif len(chunk) < CHUNK:
            return
        else:
            offset += CHUNK - len(_MAGIC) + 1  # it may begin in one chunk and end in the next


def _member_length(source: io.BufferedReader, offset: int) -> int:
    """How many bytes the gzip member at an offset takes; EOFError where it does not end, zlib.error where it is damaged."""
    member, taken = zlib.decompressobj(wbits=31), 0
    source.seek(offset)
    while not member.eof:
        chunk = source.read(CHUNK)
        if not chunk:
            raise EOFError
        member.decompress(chunk)
        taken += len(chunk)
    return taken - len(member.unused_data)


def _flush(out: io.BufferedWriter | io.BufferedRandom) -> None:
    out.flush()
    os.fsync(out.fileno())


def _member(one: Kept) -> bytes:
    if isinstance(one, Page):
        body, uri, date = one.body, one.url, one.fetched
        kind = one.media_type or "application/octet-stream"
        if one.charset:
            kind += f"; charset={one.charset}"
    else:
        body, uri, date, kind = rows.to_json(one), f"urn:suyuan:item:{one.id}", one.first_seen, _ITEM
    headers = {
        "WARC-Record-ID": f"<urn:suyuan:{one.id}>",
        "WARC-Date": rows.written(date),
        "Suyuan-First-Seen": one.first_seen.isoformat(),
    }
    if isinstance(one, Page):
        headers |= {
            "Suyuan-Status": str(one.status),
            "Suyuan-Declared": "yes" if one.media_type else "no",
            "Suyuan-Address": quote(uri, safe=_URL),
        }
    buffer = io.BytesIO()
    writer = WARCWriter(buffer, gzip=True)
    writer.write_record(
        writer.create_warc_record(
            _address(uri),
            "resource",
            payload=io.BytesIO(body),
            length=len(body),
            warc_content_type=_one_line(kind),
            warc_headers_dict=headers,
        )
    )
    return buffer.getvalue()


def _address(uri: str) -> str:
    """An address as WARC allows it: other tools must be able to read the file, whatever was typed into a link."""
    return quote(uri, safe=_URL + "%")


def _one_line(value: str) -> str:
    return " ".join(value.split())


def _record(member: bytes) -> Kept:
    return _kept(next(iter(ArchiveIterator(io.BytesIO(member)))))


def _kept(found: ArcWarcRecord) -> Kept:
    header = found.rec_headers.get_header
    body = found.raw_stream.read()
    kind: str = header("Content-Type")
    if kind == _ITEM:
        return rows.from_json(FeedItem, body)
    media_type, _, charset = kind.partition("; charset=")
    return Page(
        id=header("WARC-Record-ID").removeprefix("<urn:suyuan:").removesuffix(">"),
        url=unquote(header("Suyuan-Address")),
        body=body,
        fetched=datetime.fromisoformat(header("WARC-Date")),
        first_seen=datetime.fromisoformat(header("Suyuan-First-Seen")),
        media_type=media_type if header("Suyuan-Declared") == "yes" else None,
        charset=charset or None,
        status=int(header("Suyuan-Status")),
    )
