"""Sample 样例: the small invented newsroom that `./run demo` reads. Doors: `pages` and `outlets`.

Thirteen outlets, five days of June 2031, places and people that do not exist. What happens in it is told in
`README.md`; what must come out of it stands in `expected.toml`.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from datetime import UTC, datetime
from hashlib import blake2b
from importlib.resources import files
from importlib.resources.abc import Traversable

from suyuan.outlets import read
from suyuan.records import Outlet, Page, digest

_ROOT = files(__name__)


def pages() -> Iterator[Page]:
    """The pages as the world sent them, in order of arrival."""
    with _ROOT.joinpath("pages.tsv").open(encoding="utf-8") as manifest:
        for row in csv.DictReader(manifest, delimiter="\t"):
            yield _page(row, body=_file(row["file"]).read_bytes())


def outlets() -> Iterator[Outlet]:
    """The invented outlets, in order of their ids."""
    for file in sorted(_ROOT.joinpath("outlets").iterdir(), key=lambda file: file.name):
        yield read(file.read_text(encoding="utf-8"), file.name.removesuffix(".toml"))


def _page(row: dict[str, str], body: bytes) -> Page:
    return Page(
        id=digest("page", row["url"], blake2b(body).hexdigest()),
        url=row["url"],
        body=body,
        fetched=_time(row["fetched"]),
        first_seen=_time(row["first_seen"]),
        media_type=row["media_type"],
        charset=None if row["charset"] == "-" else row["charset"],
    )


def _file(name: str) -> Traversable:
    return _ROOT.joinpath("pages", *name.split("/"))


def _time(written: str) -> datetime:
    return datetime.fromisoformat(written).astimezone(UTC)
