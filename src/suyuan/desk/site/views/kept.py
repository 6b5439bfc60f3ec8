"""A kept page: what the world sent, as source text. It is never rendered."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from datetime import datetime

from suyuan.desk.store import Store
from suyuan.records import FeedItem, Page

# Control characters that text has; of others text has next to none, and a picture or an archive one in ten.
_OF_TEXT = frozenset("\t\n\r\f\v\x1b\x85")
LOOKED_AT = 4096  # characters
SEVERAL = 4  # a page that was cut badly may hold one or two
_NO_TEXT = re.compile(
    r"(?:image/(?!svg)|audio/|video/|font/|application/(?:pdf|zip|gzip|x-gzip|octet-stream|msword|vnd\.))"
)

LIMIT = 400_000  # characters shown; the bytes themselves stay whole in the kept pages


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptView:
    """The source of a kept page; where it is no text, none of it."""

    id: str
    url: str | None
    media_type: str | None
    charset: str | None
    first_seen: datetime
    size: int
    lines: tuple[str, ...]
    is_cut: bool
    is_text: bool


def kept(store: Store, page_id: str) -> KeptView | None:
    """The source of a kept page or feed item."""
    found = store.page(page_id)
    if found is None:
        return None
    body = found.body if isinstance(found, Page) else (store.body(page_id) or b"")
    charset = found.charset if isinstance(found, Page) else "utf-8"
    text, charset = decode(body, charset)
    media_type = found.media_type if isinstance(found, Page) else _item_type(found)
    shown = text if (is_text := reads_as_text(text, media_type)) else ""
    return KeptView(
        id=found.id,
        url=found.url,
        media_type=media_type,
        charset=charset if is_text else None,
        first_seen=found.first_seen,
        size=len(body),
        lines=tuple(shown[:LIMIT].splitlines()),
        is_cut=len(shown) > LIMIT,
        is_text=is_text,
    )


def reads_as_text(text: str, media_type: str | None) -> bool:
    """Whether what an address sent is text: a PDF that was sent as text/html is none, whatever it says of itself."""
    sample = text[:LOOKED_AT]
    odd = sum(unicodedata.category(one) in ("Cc", "Cn") and one not in _OF_TEXT for one in sample)
    if odd >= SEVERAL or sample.startswith("%PDF-"):
        return False
    return not _NO_TEXT.match(media_type or "") or (odd == 0 and "\ufffd" not in sample)


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
