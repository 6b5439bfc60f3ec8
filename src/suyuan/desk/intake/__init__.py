"""Intake: bytes → Page or FeedItem. One door for what lies on disk, `read`; the network has its own (`fetch`).

A kind of input is one module with `read(path, name) -> Iterator[Arrival]` and one line in `KINDS`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from suyuan.desk.errors import UnreadableInput
from suyuan.desk.intake import lines, page, warc
from suyuan.desk.intake.arrival import Arrival, Unreadable

KINDS = (
    ((".jsonl", ".jsonl.gz", ".ndjson", ".json"), lines.read),
    ((".warc", ".warc.gz"), warc.read),
    ((".html", ".htm", ".html.gz", ".htm.gz", ".shtml", ".xhtml", ".txt", ".txt.gz"), page.read),
)


def read(paths: Iterable[Path]) -> Iterator[Arrival]:
    """Everything that files and folders hold, in order of name; what cannot be read comes as `Unreadable`."""
    for given in paths:
        if given.is_dir():
            found = [path for path in sorted(given.rglob("*")) if path.is_file() and _reader(path)]
            if not found:
                yield Unreadable(str(given), "folder without saved pages", "It holds no .html, .txt, .jsonl or .warc file.")
            for path in found:
                yield from _read(path, str(path.relative_to(given)))
        elif str(given) == "-":
            yield from lines.read(given, "-")
        elif not given.exists():
            yield Unreadable(str(given), "no such file", "Check the name; addresses begin with http:// or https://.")
        else:
            yield from _read(given, given.name)


def address(url: str, *, allow: tuple[str, ...] = ()) -> Iterator[Arrival]:
    """The page or the feed at an http or https address."""
    from suyuan.desk.intake import fetch  # the network's client takes as long to load as ten pages to read

    return fetch.read(url, allow=allow)


def _read(path: Path, name: str) -> Iterator[Arrival]:
    reader = _reader(path) or page.read
    try:
        yield from reader(path, name)
    except (OSError, EOFError, UnreadableInput) as error:
        yield Unreadable(name, "unreadable", str(error))


def _reader(path: Path):  # type: ignore[no-untyped-def]
    return next((reader for endings, reader in KINDS if path.name.lower().endswith(endings)), None)
