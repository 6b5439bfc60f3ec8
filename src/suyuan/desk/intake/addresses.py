"""Addresses as they are compared: without what only tells who sent the reader, and without a fragment."""

from __future__ import annotations

import re
from urllib.parse import urljoin, urlsplit, urlunsplit

TRACKING = (
    # parameter, example
    (r"utm_\w+", "https://www.example.com/a?id=1&utm_source=rss"),
    (r"at_(?:medium|campaign|link\w*|format|ptr_name|bbc_team)", "https://www.example.com/a?id=1&at_medium=RSS"),
    (r"spm|scm|spmref", "https://www.example.com/a?id=1&spm=a2c.0.0"),
    (r"(?:fb|g|y|dc|ms)clid|igshid|mc_[ce]id", "https://www.example.com/a?id=1&fbclid=x"),
    (r"share_(?:token|from|source|id|times|medium|tag|session_id)|share(?:r_\w+)", "https://www.example.com/a?id=1&share_token=x"),
    (r"wfr|isappinstalled|mpshare|scene|srcid|chksm", "https://www.example.com/a?id=1&wfr=spider"),
    (r"cmp(?:id)?|ocid|smid|emc|ftag|ns_(?:mchannel|source|campaign)", "https://www.example.com/a?id=1&CMP=rss"),
)  # fmt: skip
"""What an address carries only to tell who sent the reader."""

_TRACKING = re.compile("|".join(f"(?:{name})" for name, _ in TRACKING), re.IGNORECASE)
_PLACE = re.compile(r"[!/]|.*\d{5}")  # pages that are all script, and the single entries of a live page
_PORTS = {"http": ":80", "https": ":443"}


def clean(url: str) -> str:
    """An address without tracking parameters and fragment, its host in lower case; what is no web address stays."""
    try:
        parts = urlsplit(url.strip())
    except ValueError:
        return url.strip()
    if parts.scheme.lower() not in _PORTS or not parts.netloc:
        return url.strip()
    scheme = parts.scheme.lower()
    query = "&".join(one for one in parts.query.split("&") if not _TRACKING.fullmatch(one.partition("=")[0]))
    fragment = parts.fragment if _PLACE.match(parts.fragment) else ""
    return urlunsplit((scheme, parts.netloc.lower().removesuffix(_PORTS[scheme]), parts.path or "/", query, fragment))


def joined(where: str, link: str | None) -> str | None:
    """The web address that a link on a page leads to, cleaned; None where it leads elsewhere."""
    found = whole(where, link)
    return clean(found) if found else None


def whole(where: str, link: str | None) -> str | None:
    """The web address that a link leads to, as it is written; None where it leads elsewhere."""
    if not link or not link.strip():
        return None
    try:
        found = urljoin(where, link.strip())
        is_web = urlsplit(found).scheme in _PORTS and bool(urlsplit(found).hostname)
    except ValueError:
        return None
    return found if is_web else None
