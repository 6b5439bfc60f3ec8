"""WARC archives: a stream of records, read up to where the file breaks."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from fastwarc.warc import ArchiveIterator, WarcRecord, WarcRecordType

from suyuan.desk.errors import UnreadableInput
from suyuan.desk.intake.arrival import Arrival, Arrived, Unreadable
from suyuan.desk.intake.page import LARGEST, page
from suyuan.desk.packed import PACKINGS, unpacked

_PAGES = ("text/html", "application/xhtml+xml", "text/plain")


def read(path: Path, name: str) -> Iterator[Arrival]:
    """The pages in an archive; records of other kinds are passed over, a broken end is told."""
    number = 0
    with path.open("rb") as source:
        records = iter(
            ArchiveIterator(
                source,
                record_types=WarcRecordType.response | WarcRecordType.resource,
                parse_http=True,
                auto_decode="transfer",
            )
        )
        while True:
            try:
                record = next(records, None)
            except Exception as error:  # the reader's own errors differ by release; the records before stand
                yield Unreadable(f"{name}:{number + 1}", "the archive breaks off", str(error))
                return
            if record is None:
                break
            number += 1
            arrived = _page(record, f"{name}:{number}")
            if arrived is not None:
                yield arrived
    if number == 0:
        yield Unreadable(name, "no page in the archive", "It holds no response or resource record.")


def _page(record: WarcRecord, name: str) -> Arrival | None:
    url = record.headers.get("WARC-Target-URI")
    declared = (
        record.http_content_type if record.is_http else (record.headers.get("Content-Type") or "").partition(";")[0]
    )
    if not url or (declared and declared.strip().lower() not in _PAGES):
        return None
    if record.is_http and record.http_headers is not None and record.http_headers.status_code not in (None, 200):
        return None
    body = record.reader.read(LARGEST + 1)
    if len(body) > LARGEST:
        return Unreadable(name, "too large", f"{url} is larger than {LARGEST // 1024 // 1024} MB.")
    if record.is_http and record.http_headers is not None:
        packing = (record.http_headers.get("Content-Encoding") or "").strip().lower()
        try:
            body = unpacked(body, LARGEST) if packing in PACKINGS else body  # some archives keep the header and unpack
        except UnreadableInput as error:
            return Unreadable(name, "unreadable", str(error))
    fetched = record.record_date or datetime.now(tz=UTC)
    charset = record.http_charset if record.is_http else None
    return Arrived(name, page(url, body, fetched.astimezone(UTC), media_type=declared or None, charset=charset))
