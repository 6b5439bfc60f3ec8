"""Leases: what hubs have promised, which is to tell the desk when a feed has something new (WebSub).

The watcher asks hubs; they answer at an address of the site. Both meet here. What a hub sends is never read: signed
rightly, it is a reason to look at the feed oneself, and soon.
"""

from __future__ import annotations

import hashlib
import hmac
import secrets
from collections.abc import Sequence
from dataclasses import dataclass, fields
from enum import StrEnum
from typing import Any

import apsw

PATH = "/websub/"
"""Where the site is told, before the token."""

SECONDS = 10 * 86_400  # for which a hub is asked to tell; it may grant less
SHORTEST = 3_600.0  # between two requests to a hub, however short its promise
RENEW = 0.8  # of its time is over when a lease is renewed
PATIENCE = 86_400.0  # in which a hub may ask back whether it was asked; after it, it is asked again
DENIED = 7 * 86_400.0  # after which a hub that said no is asked again
AT_MOST = 60.0  # seconds between two looks that a hub asks for
LARGEST = 4 * 1024 * 1024  # bytes of what a hub sends: it is signed as a whole

_METHODS = ("sha512", "sha384", "sha256", "sha1")  # the last is what the largest hub still signs with


class Mode(StrEnum):
    """What a hub asks back about, or tells."""

    SUBSCRIBE = "subscribe"
    UNSUBSCRIBE = "unsubscribe"
    DENIED = "denied"


@dataclass(frozen=True, slots=True, kw_only=True)
class Lease:
    """What a hub was asked for, and what came of it. Times are seconds since 1970, UTC."""

    subscription: str
    token: str
    callback: str
    hub: str
    topic: str
    secret: str
    wanted: int
    next: float
    asked: float | None
    until: float | None
    told: float | None
    news: int
    detail: str

    def holds(self, now: float) -> bool:
        """Whether the hub tells of news at this moment, as far as it has promised."""
        return bool(self.wanted) and self.until is not None and self.until > now


class Leases:
    """The leases of a desk."""

    def __init__(self, db: apsw.Connection) -> None:
        self._db = db

    def get(self, subscription: str) -> Lease | None:
        """The lease of a subscription."""
        return next(iter(self._found("subscription = ?", (subscription,))), None)

    def by_token(self, token: str) -> Lease | None:
        """The lease that an address was made for."""
        return next(iter(self._found("token = ?", (token,))), None)

    def due(self, now: float) -> tuple[Lease, ...]:
        """Those of which the hub is to be asked."""
        return self._found("next <= ? ORDER BY next LIMIT 50", (now,))

    # ── the watcher's ────────────────────────────────────────────────────────────────────────────

    def want(self, subscription: str, hub: str, topic: str, base: str, now: float) -> None:
        """Have a hub asked for a subscription, unless it was; `base` is the address of the site without the token."""
        known = self.get(subscription)
        if known and known.wanted and (known.hub, known.topic) == (hub, topic) and known.callback.startswith(base):
            return
        token, secret = secrets.token_urlsafe(24), secrets.token_urlsafe(32)
        self._db.execute(
            "INSERT OR REPLACE INTO lease (subscription, token, callback, hub, topic, secret, next) VALUES (?, ?, ?, ?, ?, ?, ?)",
            (subscription, token, base + token, hub, topic, secret, now),
        )

    def end(self, subscription: str) -> None:
        """Have a hub told that it need tell no more; nothing where none was asked."""
        self._db.execute("DELETE FROM lease WHERE subscription = ? AND wanted AND asked IS NULL", (subscription,))
        self._db.execute(
            "UPDATE lease SET wanted = 0, asked = NULL, next = 0, news = 0 WHERE subscription = ? AND wanted",
            (subscription,),
        )

    def forget(self, subscription: str) -> None:
        """Remove a lease."""
        self._db.execute("DELETE FROM lease WHERE subscription = ?", (subscription,))

    def asked(self, token: str, now: float) -> None:
        """The hub is being asked now. Written before, since it may ask back before it answers."""
        self._db.execute("UPDATE lease SET asked = ?1, next = ?1 + ?2 WHERE token = ?3", (now, PATIENCE, token))

    def failed(self, token: str, why: str) -> None:
        """The hub could not be asked."""
        self._db.execute("UPDATE lease SET detail = ? WHERE token = ?", (why[:300], token))

    def looked(self, subscription: str) -> None:
        """What a hub told of is being looked at; what it tells from now on is told anew."""
        self._db.execute("UPDATE lease SET news = 0 WHERE subscription = ? AND news", (subscription,))

    # ── the site's ───────────────────────────────────────────────────────────────────────────────

    def confirm(self, token: str, mode: str, topic: str, seconds: int, now: float) -> bool:
        """A hub asks back: True where it was asked for exactly this a short while ago."""
        known = self.by_token(token)
        wanted = Mode.SUBSCRIBE if known and known.wanted else Mode.UNSUBSCRIBE
        if (
            known is None
            or known.asked is None
            or known.asked < now - PATIENCE
            or (mode, topic) != (wanted, known.topic)
        ):
            return False
        if wanted is Mode.UNSUBSCRIBE:
            self.forget(known.subscription)
            return True
        lasts = float(max(0, min(seconds, 3 * SECONDS)))
        self._db.execute(
            "UPDATE lease SET until = ?1 + ?2, next = ?1 + max(?2 * ?3, ?4), detail = '' WHERE token = ?5",
            (now, lasts, RENEW, SHORTEST, token),
        )
        return True

    def deny(self, token: str, topic: str, why: str, now: float) -> bool:
        """A hub says that it will not tell; False where it was not asked."""
        known = self.by_token(token)
        if known is None or known.topic != topic:
            return False
        self._db.execute(
            "UPDATE lease SET until = NULL, next = ?, detail = ? WHERE token = ?", (now + DENIED, why[:300], token)
        )
        return True

    def tell(self, token: str, body: bytes, signature: str, now: float) -> bool:
        """A hub tells of something new; False where it is not signed with the secret that this hub alone was given."""
        known = self.by_token(token)
        if known is None or not known.wanted or not is_signed(known.secret, body, signature):
            return False
        self._db.execute("UPDATE lease SET told = ?, news = 1 WHERE token = ?", (now, token))
        return True

    def _found(self, where: str, values: Sequence[Any]) -> tuple[Lease, ...]:
        names = [field.name for field in fields(Lease)]
        found = self._db.execute(f"SELECT {', '.join(names)} FROM lease WHERE {where}", values)
        return tuple(Lease(**dict(zip(names, row, strict=True))) for row in found)


def is_signed(secret: str, body: bytes, signature: str) -> bool:
    """Whether a signature, as `X-Hub-Signature` has it, is that of a body."""
    method, _, shown = signature.strip().partition("=")
    if method not in _METHODS:
        return False
    right = hmac.new(secret.encode(), body, getattr(hashlib, method)).hexdigest()
    return hmac.compare_digest(right.encode(), shown.strip().lower().encode("utf-8", "replace"))
