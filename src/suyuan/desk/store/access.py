"""Who may use a desk: its password, the sessions of those who signed in, and tokens for programs.

They live in `access.db`, readable by the desk's own user only, apart from what one might copy or publish.
"""

from __future__ import annotations

import hmac
import os
import secrets
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from hashlib import blake2b
from importlib.resources import files
from pathlib import Path

import apsw
from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

BUSY_MS = 5_000
IDLE = timedelta(days=30)  # a session that was not used so long is over
RENEWED = timedelta(hours=1)  # how often its use is written down
SHORTEST = 10  # characters of a password; what argon2 slows down must not be guessed in a few thousand tries
LONGEST = 1000  # characters of a password that are looked at: argon2 reads them all
PREFIX = "suyuan_"  # by it a token that leaked into a log or a repository is recognised


class Scope(StrEnum):
    """What somebody may do."""

    READ = "read"  # all that the pages show
    MARK = "mark"  # read, starred, notes, searches, corrections
    MANAGE = "manage"  # what the desk watches


EVERYTHING = frozenset(Scope)


@dataclass(frozen=True, slots=True, kw_only=True)
class Token:
    """A token for a program, without its secret."""

    name: str
    scopes: frozenset[Scope]
    made: datetime


class Access:
    """Who may use the desk in a folder."""

    def __init__(self, folder: Path) -> None:
        path = folder / "access.db"
        if not path.exists():
            os.close(os.open(path, os.O_CREAT | os.O_WRONLY, 0o600))
        self.db = apsw.Connection(str(path))
        self.db.set_busy_timeout(BUSY_MS)
        self.db.execute(files("suyuan.desk.store").joinpath("access.sql").read_text(encoding="utf-8"))
        self._key = bytes.fromhex(self._secret("key") or self._set("key", secrets.token_hex(32)))

    def close(self) -> None:
        """Close the file."""
        self.db.close()

    def sign(self, *parts: str) -> str:
        """A word that only this desk can make of these parts: for forms, and for reading apps that sign in."""
        return hmac.new(self._key, "\x1f".join(parts).encode("utf-8", "replace"), "blake2b").hexdigest()[:40]

    # ── the password ─────────────────────────────────────────────────────────────────────────────

    @property
    def password(self) -> str | None:
        """The hash of the password; None where there is none."""
        return self._secret("password")

    def set_password(self, password: str | None) -> None:
        """Set or (None) remove the password; everybody has to sign in again."""
        if password is None:
            self.db.execute("DELETE FROM secret WHERE name = 'password'")
        else:
            self._set("password", PasswordHasher().hash(password))
        self.db.execute("DELETE FROM session")

    # ── sessions ─────────────────────────────────────────────────────────────────────────────────

    def open_session(self, at: datetime) -> str:
        """A new session; its secret goes into a cookie and stays nowhere else."""
        secret = secrets.token_urlsafe(32)
        with self.db:
            self.db.execute("DELETE FROM session WHERE used < ?", ((at - IDLE).isoformat(),))
            self.db.execute("INSERT INTO session VALUES (?, ?, ?)", (_digest(secret), at.isoformat(), at.isoformat()))
        return secret

    def is_session(self, secret: str, at: datetime) -> bool:
        """Whether a session is open; its use makes it last."""
        found = self.db.execute("SELECT used FROM session WHERE digest = ?", (_digest(secret),)).get
        if found is None or (used := datetime.fromisoformat(found)) < at - IDLE:
            return False
        if used < at - RENEWED:
            self.db.execute("UPDATE session SET used = ? WHERE digest = ?", (at.isoformat(), _digest(secret)))
        return True

    def close_session(self, secret: str) -> None:
        """End a session."""
        self.db.execute("DELETE FROM session WHERE digest = ?", (_digest(secret),))

    # ── tokens ───────────────────────────────────────────────────────────────────────────────────

    def make_token(self, name: str, scopes: Iterable[Scope], at: datetime) -> str:
        """A new token under a name that none has; the secret is shown this once."""
        secret = PREFIX + secrets.token_urlsafe(24)
        self.db.execute(
            "INSERT INTO token VALUES (?, ?, ?, ?)",
            (name, _digest(secret), " ".join(sorted(scopes)), at.isoformat()),
        )
        return secret

    def token(self, secret: str) -> Token | None:
        """The token with a secret."""
        return self._token("WHERE digest = ?", (_digest(secret),))

    def named_token(self, name: str) -> Token | None:
        """The token with a name."""
        return self._token("WHERE name = ?", (name,))

    def tokens(self) -> tuple[Token, ...]:
        """All tokens by name."""
        return tuple(_token(*row) for row in self.db.execute("SELECT name, scopes, made FROM token ORDER BY name"))

    def drop_token(self, name: str) -> bool:
        """Take a token back; False where there is none of that name."""
        self.db.execute("DELETE FROM token WHERE name = ?", (name,))
        return self.db.changes() > 0

    def _token(self, where: str, values: tuple[str, ...]) -> Token | None:
        found = self.db.execute(f"SELECT name, scopes, made FROM token {where}", values).fetchone()
        return _token(*found) if found else None

    def _secret(self, name: str) -> str | None:
        found: str | None = self.db.execute("SELECT value FROM secret WHERE name = ?", (name,)).get
        return found

    def _set(self, name: str, value: str) -> str:
        self.db.execute("INSERT OR REPLACE INTO secret VALUES (?, ?)", (name, value))
        return value


def is_right(hashed: str, password: str) -> bool:
    """Whether a password is the one that was hashed. It takes a tenth of a second, by design."""
    if len(password) > LONGEST:
        return False
    try:
        return PasswordHasher().verify(hashed, password)
    except (VerificationError, InvalidHashError):
        return False


def _token(name: str, scopes: str, made: str) -> Token:
    return Token(name=name, scopes=frozenset(map(Scope, scopes.split())), made=datetime.fromisoformat(made))


def _digest(secret: str) -> str:
    """Of a secret that nobody can guess a plain digest tells nothing."""
    return blake2b(secret.encode("utf-8", "replace"), digest_size=20).hexdigest()
