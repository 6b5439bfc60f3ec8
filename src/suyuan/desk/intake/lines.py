"""JSON Lines: of articles ({id, title, text, published, outlet, url}), of feed items, or of events.

From an article line only those fields are read, whatever else it holds. A line that is none of these is told
with its number, and the reading goes on.
"""

from __future__ import annotations

import codecs
import gzip
import json
import re
import sys
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta, timezone
from gzip import GzipFile
from pathlib import Path
from typing import IO, Any

import msgspec

from suyuan.desk.intake.addresses import clean
from suyuan.desk.intake.arrival import Arrival, Arrived, Event, Unreadable
from suyuan.records import FeedItem, Precision, digest

CHINA = timezone(timedelta(hours=8))  # what a time without a zone means on a Chinese page
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_LINE = 64 * 1024 * 1024
_YEARS = (1600, 2200)  # from the first newspapers on; 0001 and 9999 stand for “never” where they occur


def read(path: Path, name: str) -> Iterator[Arrival]:
    """What each line of a file holds (`-` is standard input)."""
    if name == "-":
        yield from _lines(sys.stdin.buffer, name)
    else:
        with gzip.open(path) if path.name.endswith(".gz") else path.open("rb") as source:
            yield from _lines(source, name)


def _lines(source: IO[bytes] | GzipFile, name: str) -> Iterator[Arrival]:
    number = 0
    while line := source.readline(_LINE):
        number += 1
        where = f"{name}:{number}"
        if len(line) == _LINE and not line.endswith(b"\n"):
            while (rest := source.readline(_LINE)) and not rest.endswith(b"\n"):
                pass  # the rest of the line is no line of its own
            yield Unreadable(where, "too large", f"The line is longer than {_LINE // 1024 // 1024} MB.")
            continue
        line = line.removeprefix(codecs.BOM_UTF8) if number == 1 else line
        if not line.strip():
            continue
        try:
            row = decoded(line)
        except (ValueError, RecursionError) as error:
            yield Unreadable(where, "not JSON", str(error))
            continue
        if not isinstance(row, dict):
            yield Unreadable(where, "not an object", "A line is an article, a feed item or an event.")
        elif isinstance(row.get("articles"), list):
            yield _event(row, where)
        elif "first_seen" in row and ("feed" in row or "content_html" in row or "content_text" in row):
            yield _feed_item(row, where)
        elif isinstance(row.get("text"), str):
            yield _article_line(row, where)
        else:
            yield Unreadable(
                where, "unknown kind of line", "It has neither `text` nor `articles` nor the fields of a feed item."
            )


def decoded(line: bytes) -> Any:
    """What a line of JSON holds. Half a surrogate pair, as cutting a text by UTF-16 units leaves it, is read as U+FFFD."""
    try:
        return msgspec.json.decode(line)
    except msgspec.DecodeError as error:
        if "surrogate" not in str(error):
            raise
    written = json.dumps(json.loads(line), ensure_ascii=False)
    return msgspec.json.decode(written.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace"))


def _event(row: dict[str, Any], where: str) -> Arrival:
    articles = [
        _article_line(one, where)
        for one in row["articles"]
        if isinstance(one, dict) and isinstance(one.get("text"), str)
    ]
    passages = row.get("passages")
    try:
        spans = (
            None
            if passages is None
            else tuple((str(one["article"]), int(one["start"]), int(one["end"])) for one in passages)
        )
    except (KeyError, TypeError, ValueError):
        return Unreadable(where, "passages without article, start and end", str(passages)[:200])
    return Event(_plain(row.get("event")) or where, tuple(one for one in articles if isinstance(one, Arrived)), spans)


def _article_line(row: dict[str, Any], where: str) -> Arrived:
    title, text, url = _plain(row.get("title")) or "", row["text"], _plain(row.get("url"))
    name = _plain(row.get("id")) or where
    published, precision = when(row.get("published"))
    item = FeedItem(
        id=digest("item", name, url, title, text),
        subscription="",
        item=name,
        url=url,
        title=title,
        html=None,
        text=text,
        published=published,
        first_seen=published or datetime.fromtimestamp(0, tz=UTC),
        outlet=_plain(row.get("outlet")),
        precision=precision,
    )
    return Arrived(name, item)


def _feed_item(row: dict[str, Any], where: str) -> Arrival:
    seen, _ = when(row["first_seen"])
    if seen is None:
        return Unreadable(where, "first_seen is not a time", str(row["first_seen"])[:80])
    title, url = _plain(row.get("title")) or "", clean(_plain(row.get("url")) or "") or None
    html, text = _plain(row.get("content_html")), _plain(row.get("content_text"))
    published, precision = when(row.get("date_published"))
    if published and not _likely(published, seen):
        published = None
    feed = _plain(row.get("feed")) or ""
    item = _plain(row.get("id")) or url or digest(title, text)
    return Arrived(
        item,
        FeedItem(
            id=digest("item", feed, item, url, title, html or text),
            subscription=feed,
            item=item,
            url=url,
            title=title,
            html=html,
            text=text,
            published=published,
            first_seen=seen,
            outlet=_plain(row.get("feed_title")),
            precision=precision,
        ),
    )


def when(value: Any) -> tuple[datetime | None, Precision]:
    """An ISO time as aware UTC with its precision; a time without zone is China's. (None, …) for anything else."""
    if not isinstance(value, str):
        return None, Precision.SECOND
    value = value.strip()
    try:
        found = datetime.fromisoformat(value)
    except ValueError:
        return None, Precision.SECOND
    if not _YEARS[0] <= found.year <= _YEARS[1]:
        return None, Precision.SECOND
    found = (found if found.tzinfo else found.replace(tzinfo=CHINA)).astimezone(UTC)
    if _DAY.fullmatch(value):
        return found, Precision.DAY
    return found, Precision.SECOND if found.second else Precision.MINUTE  # a clock that shows seconds seldom shows none


def _likely(published: datetime, seen: datetime) -> bool:
    """A feed may be old, but not from tomorrow's tomorrow, nor from before there was a web."""
    return datetime(1990, 1, 1, tzinfo=UTC) < published < seen + timedelta(days=2)


def _plain(value: Any) -> str | None:
    """A field as text: ids are sometimes objects, sometimes numbers."""
    if value is None or isinstance(value, str):
        return value or None
    return msgspec.json.encode(value, order="deterministic").decode()
