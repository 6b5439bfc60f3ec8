"""A kept page: what the world sent, as source text. It is never rendered."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from suyuan.desk.store import Store
from suyuan.records import FeedItem, Page

LIMIT = 400_000  # characters shown; the bytes themselves stay whole in the kept pages


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptView:
    """The source of a kept page."""

    id: str
    url: str | None
    media_type: str | None
    charset: str | None
    first_seen: datetime
    size: int
    lines: tuple[str, ...]
    is_cut: bool


def kept(store: Store, page_id: str) -> KeptView | None:
    """The source of a kept page or feed item."""
    found = store.page(page_id)
    if found is None:
        return None
    body = found.body if isinstance(found, Page) else (store.body(page_id) or b"")
    charset = found.charset if isinstance(found, Page) else "utf-8"
    text, charset = decode(body, charset)
    return KeptView(
        id=found.id,
        url=found.url,
        media_type=found.media_type if isinstance(found, Page) else _item_type(found),
        charset=charset,
        first_seen=found.first_seen,
        size=len(body),
        lines=tuple(text[:LIMIT].splitlines()),
        is_cut=len(text) > LIMIT,
    )


def _item_type(item: FeedItem) -> str:
    return "text/html" if item.html else "text/plain"


def decode(body: bytes, declared: str | None) -> tuple[str, str]:
    """The bytes as text for reading, and the charset that was used; what cannot be read is shown as �."""
    for charset in (declared, "utf-8", "gb18030"):
        try:
            return body.decode(charset or "utf-8"), charset or "utf-8"
        except (UnicodeDecodeError, LookupError):
            continue
    return body.decode("utf-8", "replace"), "utf-8"
