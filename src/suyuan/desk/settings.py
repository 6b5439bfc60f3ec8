"""What an owner may set: one frozen record, read once, from `settings.toml` in the desk's folder.

There is no file by default, and every field has a value that works.
"""

from __future__ import annotations

import tomllib
from pathlib import Path

import msgspec

from suyuan import outlets
from suyuan.desk.errors import DeskError
from suyuan.outlets import Directory


class Settings(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The settings of a desk."""

    host: str = "127.0.0.1"
    port: int = 8321
    hosts: tuple[str, ...] = ()
    """Names under which the site may be reached, beside localhost."""
    egress_allow: tuple[str, ...] = ()
    """Hosts, addresses or ranges that may be fetched although they are not on the public internet."""


def read(folder: Path) -> Settings:
    """The settings of the desk in a folder; DeskError with the field where one is wrong."""
    path = folder / "settings.toml"
    if not path.exists():
        return Settings()
    try:
        return msgspec.convert(tomllib.loads(path.read_text(encoding="utf-8")), Settings)
    except (tomllib.TOMLDecodeError, msgspec.ValidationError, UnicodeDecodeError) as error:
        raise DeskError(f"{path}: {error}. Correct the file or remove it.") from error


def directory(folder: Path) -> Directory:
    """The packaged outlets, with those of the owner (`outlets/*.toml` in the desk's folder) over them."""
    own = sorted((folder / "outlets").glob("*.toml"))
    try:
        return outlets.packaged().joined([outlets.read(path.read_text(encoding="utf-8"), path.stem) for path in own])
    except (ValueError, OSError) as error:
        raise DeskError(f"{folder / 'outlets'}: {error}. Correct the file or remove it.") from error
