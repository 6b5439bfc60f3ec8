"""What an owner expects of a page of an outlet, held against what is read: `[[example]]` of `outlets/*.toml`.

An example is a page (its markup, the file beside the TOML that holds it, or else what the desk keeps of its address)
and what shall be read out of it. Only what it names is compared.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

import msgspec

from suyuan.articles.extract import extract
from suyuan.outlets import Directory
from suyuan.records import BODY, Article, Page, Precision, Rejection, digest

_LONG_AFTER = datetime(2100, 1, 1, tzinfo=UTC)  # an example without a day: its page is read after anything it says


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """A page of an outlet and what is expected of it; what is None is not compared."""

    url: str
    page: str = ""  # its markup
    file: str = ""  # or the file that holds it
    fetched: datetime | None = None
    title: str | None = None
    byline: tuple[str, ...] | None = None
    credit: str | None = None
    outlet: str | None = None
    published: str | None = None  # as it begins in ISO 8601, in the zone of the page: 2031-06-02T09:30
    first: str | None = None  # how the first paragraph begins
    last: str | None = None  # how the last paragraph ends
    without: tuple[str, ...] = ()  # words that shall not be in the text
    rejected: str | None = None  # the reason for which it shall be turned away


def examples(toml: str, outlet_id: str) -> tuple[Example, ...]:
    """The examples that an outlet's TOML holds; raises ValueError with the field that is wrong."""
    try:
        return msgspec.convert(tomllib.loads(toml).get("example", []), tuple[Example, ...], strict=False)
    except (tomllib.TOMLDecodeError, msgspec.ValidationError) as error:
        raise ValueError(f"outlet {outlet_id}: {error}") from error


def failures(example: Example, markup: str | bytes, *, outlets: Directory) -> tuple[str, ...]:
    """In which fields a page is not read as its example says: `title: expected …, read …`."""
    body = markup.encode("utf-8", "surrogatepass") if isinstance(markup, str) else markup
    at = example.fetched or _LONG_AFTER
    at = at if at.tzinfo else at.replace(tzinfo=UTC)
    page = Page(
        id=digest("page", example.url, markup), url=example.url, body=body, fetched=at, first_seen=at, media_type="text/html"
    )  # fmt: skip
    (made,) = extract(page, outlets=outlets)
    if isinstance(made, Rejection) or example.rejected is not None:
        return _unless(example.rejected, made.reason if isinstance(made, Rejection) else None, "rejected")
    return (
        *_unless(example.title, made.title, "title"),
        *_unless(example.byline, made.byline, "byline"),
        *_unless(example.credit, made.credit, "credit"),
        *_unless(example.outlet, made.outlet, "outlet"),
        *_unless(example.published, _written(made)[: len(example.published or "")], "published"),
        *_text(example, made),
    )


def _unless(expected: object, read: object, field: str) -> tuple[str, ...]:
    if expected == read or (expected is None and field != "rejected"):
        return ()
    return (f"{field}: expected {expected!r}, read {read!r}",)


def _text(example: Example, made: Article) -> tuple[str, ...]:
    texts = [made.text[block.start : block.end] for block in made.blocks if block.kind in BODY] or [""]
    found = []
    if example.first is not None and not texts[0].startswith(example.first):
        found.append(f"first: expected {example.first!r}, read {texts[0][:60]!r}")
    if example.last is not None and not texts[-1].endswith(example.last):
        found.append(f"last: expected {example.last!r}, read {texts[-1][-60:]!r}")
    found.extend(
        f"without: {words!r} is in the text" for words in example.without if any(words in text for text in texts)
    )
    return tuple(found)


def _written(made: Article) -> str:
    """When the article says it was published, in its own zone."""
    if made.published is None:
        return ""
    local = made.published.replace(tzinfo=None) + timedelta(minutes=made.offset or 0)
    return local.date().isoformat() if made.precision is Precision.DAY else local.isoformat()
