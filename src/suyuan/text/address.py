"""One page, one address: what two ways of writing an address have in common."""

from __future__ import annotations

import re
from urllib.parse import urlsplit, urlunsplit

_TRACKING = re.compile(
    r"(?:utm_\w+|spm|scm|from|f|fr|ref|refer|referer|referrer|source|src|share\w*|isappinstalled|wx\w*|fbclid|gclid|cmpid|at_\w+|xtor|rss|timestamp|nsukey)(?:=|$)",
    re.I,
)
_DOORS = {"http": "80", "https": "443"}


def home(article_id: str, url: str | None) -> str:
    """What an article is known by: the address of its page, or its own id where the page has none."""
    return address(url) or f"article:{article_id}"


def address(url: str | None) -> str:
    """The canonical form of an address: host in small letters, no fragment, port or tracking parameter that says nothing.

    `http` and `https` of one page are one address; empty where there is none, and what is no web address stays as it is.
    """
    if not url:
        return ""
    try:
        parts = urlsplit(url.strip())
        host, port = (parts.hostname or "").rstrip("."), parts.port
    except ValueError:
        return url.strip()
    if parts.scheme.lower() not in _DOORS or not host:
        return url.strip()
    kept = "&".join(one for one in parts.query.split("&") if one and not _TRACKING.match(one))
    place = host if port is None or str(port) in _DOORS.values() else f"{host}:{port}"
    return urlunsplit(("https", place, parts.path or "/", kept, ""))
