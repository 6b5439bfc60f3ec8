"""Outlets 媒体: who publishes, under which names and hosts. One TOML file each.

`packaged()` is the directory that comes with the house; the owner's own files are read by the desk with
`read` and joined to it. Every room may ask a `Directory`; none may add to it.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from functools import cache, lru_cache
from importlib.resources import files
from urllib.parse import urlsplit

import msgspec

from suyuan.records import Outlet, digest
from suyuan.text import fold

# Hosts of one outlet differ by device; the name is the same without these.
_DEVICES = ("www.", "m.", "3g.", "wap.", "mobile.", "amp.")


def read(toml: str, outlet_id: str) -> Outlet:
    """The outlet that a TOML file describes; raises ValueError with the field that is wrong."""
    try:
        row = tomllib.loads(toml)
        row.pop("example", None)  # examples are for the tests
        return msgspec.convert({"id": outlet_id, **row}, Outlet, strict=False)
    except (tomllib.TOMLDecodeError, msgspec.ValidationError) as error:
        raise ValueError(f"outlet {outlet_id}: {error}") from error


@cache
def packaged() -> Directory:
    """The directory of the outlets that come with the house."""
    return Directory(
        read(file.read_text(encoding="utf-8"), file.name.removesuffix(".toml"))
        for file in sorted(files(__name__).iterdir(), key=lambda file: file.name)
        if file.name.endswith(".toml")
    )


class Directory:
    """Outlets by host and by name. Later entries win, so an owner's file overrides a packaged one."""

    def __init__(self, outlets: Iterable[Outlet] = ()) -> None:
        self.outlets = tuple({outlet.id: outlet for outlet in outlets}.values())
        self.digest = digest(*self.outlets)
        self._ids = {outlet.id: outlet for outlet in self.outlets}
        self._hosts = {host: outlet for outlet in self.outlets for host in outlet.domains}
        self._names = {_key(name): outlet for outlet in self.outlets for name in (outlet.name, *outlet.aliases)}

    def joined(self, more: Iterable[Outlet]) -> Directory:
        """This directory with more outlets over it."""
        return Directory((*self.outlets, *more))

    def by_id(self, outlet_id: str) -> Outlet | None:
        """The outlet of a TOML file's name."""
        return self._ids.get(outlet_id)

    def by_host(self, address: str | None) -> Outlet | None:
        """The outlet that publishes at a host or URL: the longest known domain that the host ends in."""
        labels = host(address).split(".")
        for start in range(len(labels) - 1):
            if outlet := self._hosts.get(".".join(labels[start:])):
                return outlet
        return None

    def by_name(self, name: str | None) -> Outlet | None:
        """The outlet of a name or alias as written on a page, widths and 繁简 folded."""
        return self._names.get(_key(name)) if name else None

    def newsroom(self, name: str | None) -> str | None:
        """What two names of one newsroom share: 新华网 and 新华社 give the same; an unknown name gives itself, folded."""
        if not name:
            return None
        outlet = self.by_name(name) or (self.by_host(name) if "." in name else None)
        if outlet is None:
            return _key(name)
        return outlet.group or outlet.id


@lru_cache(maxsize=1024)  # a page's own address is asked for many times over
def host(address: str | None) -> str:
    """The host of a URL (or a bare host) without port and without www., m., 3g. …; empty where there is none."""
    if not address:
        return ""
    try:
        found = urlsplit(address if "//" in address else f"//{address}").hostname or ""
    except ValueError:
        return ""
    found = found.rstrip(".")
    for device in _DEVICES:
        if found.startswith(device) and found.count(".") > 1:
            return found.removeprefix(device)
    return found


def _key(name: str) -> str:
    return "".join(fold(name).split()).strip("《》")  # 据《远山日报》报道: the marks are no part of the name
