"""WebSub: where a feed says that a hub tells of its news, and what a hub is asked."""

from __future__ import annotations

import re
from collections.abc import Mapping
from urllib.parse import urlencode

from suyuan.desk.intake.addresses import whole
from suyuan.desk.store.leases import SECONDS, Lease, Mode

_LINK = re.compile(r"<([^<>]*)>([^<]*)")
_REL = re.compile(r";\s*rel\s*=\s*(?:\"([^\"]*)\"|([^\s;,]+))", re.IGNORECASE)

FORM = "application/x-www-form-urlencoded"


def offered(headers: Mapping[str, str], url: str, named: Mapping[str, str]) -> tuple[str, str] | None:
    """The hub of a feed and the address that it knows the feed by: from the Link header, else as the feed itself names them.

    `named` is what the feed says, by rel; None where it has no hub.
    """
    found = {**named, **_links(headers.get("link", ""), url)}
    return (found["hub"], found.get("self") or url) if found.get("hub") else None


def _links(header: str, url: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for target, parameters in _LINK.findall(header[:8192]):
        for quoted, bare in _REL.findall(parameters)[:1]:
            for rel in (quoted or bare).lower().split():
                if rel in ("hub", "self") and (link := whole(url, target)):
                    found.setdefault(rel, link)
    return found


def question(lease: Lease) -> bytes:
    """What the hub is asked for: to tell of a feed from now on, or no longer."""
    mode = Mode.SUBSCRIBE if lease.wanted else Mode.UNSUBSCRIBE
    asked = {"hub.mode": mode.value, "hub.topic": lease.topic, "hub.callback": lease.callback}
    if lease.wanted:
        asked |= {"hub.lease_seconds": str(SECONDS), "hub.secret": lease.secret}
    return urlencode(asked).encode()
