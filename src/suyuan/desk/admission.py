"""What the commands `password` and `token` do: who may use a desk. Each gives its exit status."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from contextlib import closing
from datetime import UTC, datetime
from getpass import getpass
from pathlib import Path

from suyuan.desk.store import Store
from suyuan.desk.store.access import LONGEST, SHORTEST, Access, Scope
from suyuan.desk.words import Words


def password(folder: Path, *, is_removing: bool, say: Words) -> int:
    """Ask for a password and set it, or remove the one there is."""
    with closing(_opened(folder)) as access:
        if is_removing:
            access.set_password(None)
            print(say("The password is removed; the desk now answers at this machine only."))
            return 0
        given = _asked(say)
        if given is None:
            print(say("The two were not the same; nothing was changed."), file=sys.stderr)
            return 1
        if not SHORTEST <= len(given) <= LONGEST:
            print(say("A password has {least} to {most} characters.", least=SHORTEST, most=LONGEST), file=sys.stderr)
            return 1
        access.set_password(given)
        print(say("The password is set; everybody has to sign in again."))
    return 0


def _asked(say: Words) -> str | None:
    """From a terminal twice, without showing it; else one line of standard input. None where the two differ."""
    if not sys.stdin.isatty():
        return sys.stdin.readline().rstrip("\r\n")
    given = getpass(say("New password: "))
    return given if getpass(say("Once more: ")) == given else None


def token(folder: Path, name: str | None, scopes: Sequence[str] | None, *, is_revoking: bool, say: Words) -> int:
    """Make a token, take one back, or (without a name) list them."""
    known = {one.value for one in Scope}
    if unknown := sorted(set(scopes or ()) - known):
        message = say("There is no scope {scope}. Scopes: {scopes}.", scope=", ".join(unknown), scopes=", ".join(Scope))
        print(message, file=sys.stderr)
        return 2
    with closing(_opened(folder)) as access:
        if name is None:
            tokens = access.tokens()
            if not tokens:
                print(say("There are no tokens."), file=sys.stderr)
            for one in tokens:
                print(f"{one.name}\t{' '.join(sorted(one.scopes))}\t{one.made.isoformat(timespec='minutes')}")
            return 0
        if is_revoking:
            is_gone = access.drop_token(name)
            print(
                say("Taken back: {name}", name=name) if is_gone else say("There is no token {name}.", name=name),
                file=sys.stdout if is_gone else sys.stderr,
            )
            return 0 if is_gone else 1
        if access.named_token(name):
            taken = say(
                "There is a token {name} already, and a program may be using it. Choose another name, or take it back first: suyuan token {name} --revoke",
                name=name,
            )
            print(taken, file=sys.stderr)
            return 1
        print(access.make_token(name, map(Scope, scopes or (Scope.READ,)), datetime.now(UTC)))
        print(say("This is shown once: keep it where you keep passwords."), file=sys.stderr)
    return 0


def _opened(folder: Path) -> Access:
    Store(folder, create=True).close()
    return Access(folder)
