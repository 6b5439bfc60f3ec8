"""Intake: bytes → Page or FeedItem. One door for what lies on disk, `read`; the network has its own (`fetch`).

A kind of input is one module with `read(path, name) -> Iterator[Arrival]` and one line in `KINDS`.
"""

from __future__ import annotations

import os
import zlib
from collections.abc import Iterable, Iterator
from pathlib import Path

from suyuan.desk.errors import UnreadableInput
from suyuan.desk.intake import lines, page, warc
from suyuan.desk.intake.arrival import Arrival, Unreadable
from suyuan.desk.settings import Egress

KINDS = (
    ((".jsonl", ".jsonl.gz", ".ndjson", ".json"), lines.read),
    ((".warc", ".warc.gz"), warc.read),
    ((".html", ".htm", ".html.gz", ".htm.gz", ".shtml", ".xhtml", ".txt", ".txt.gz"), page.read),
)


def read(paths: Iterable[Path]) -> Iterator[Arrival]:
    """Everything that files and folders hold, in order of name; what cannot be read comes as `Unreadable`."""
    for given in paths:
        if str(given) == "-":
            yield from lines.read(given, "-")
        elif os.path.isdir(given):
            yield from _folder(given)
        elif not os.path.exists(given):
            yield Unreadable(
                printable(given), "no such file", "Check the name; addresses begin with http:// or https://."
            )
        else:
            yield from _read(given, printable(given.name))


def is_readable(path: Path) -> bool:
    """Whether a file's name is that of a kind that can be read."""
    return _reader(path) is not None


def address(url: str, rules: Egress) -> Iterator[Arrival]:
    """The page or the feed at an http or https address."""
    from suyuan.desk.intake import fetch  # the network's client takes as long to load as ten pages to read

    return fetch.read(url, rules)


def _folder(folder: Path) -> Iterator[Arrival]:
    closed: list[OSError] = []
    walked = [Path(where, name) for where, _, names in os.walk(folder, onerror=closed.append) for name in names]
    found = [path for path in sorted(walked) if _reader(path) and path.is_file()]
    for error in closed:
        yield Unreadable(printable(error.filename), "unreadable", str(error.strerror))
    if not found and not closed:
        yield Unreadable(
            printable(folder), "folder without saved pages", "It holds no .html, .txt, .jsonl or .warc file."
        )
    for path in found:
        yield from _read(path, printable(path.relative_to(folder)))


def printable(name: Path | str) -> str:
    """A file's name as text: names may hold bytes that are no text, and line ends."""
    return os.fsencode(name).decode("utf-8", "backslashreplace").replace("\n", "\\n").replace("\r", "\\r")


def _read(path: Path, name: str) -> Iterator[Arrival]:
    reader = _reader(path) or page.read
    try:
        yield from reader(path, name)
    except (OSError, EOFError, ValueError, OverflowError, zlib.error, UnreadableInput) as error:
        yield Unreadable(name, "unreadable", getattr(error, "strerror", None) or str(error))


def _reader(path: Path):  # type: ignore[no-untyped-def]
    return next((reader for endings, reader in KINDS if path.name.lower().endswith(endings)), None)
