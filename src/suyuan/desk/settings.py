"""What an owner may set: one frozen record, read once, from `settings.toml` in the desk's folder.

There is no file by default, and every field has a value that works.
"""

from __future__ import annotations

import ipaddress
import tomllib
from pathlib import Path
from urllib.parse import urlsplit

import msgspec

from suyuan import outlets
from suyuan.desk.errors import DeskError
from suyuan.outlets import Directory


class Egress(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`[egress]`: where the desk may go, and how it introduces itself."""

    allow: tuple[str, ...] = ()
    """Hosts, addresses or ranges that may be fetched although they are not on the public internet."""
    fake_ip_ranges: tuple[str, ...] = ()
    """Ranges that a local proxy answers for every name, as 198.18.0.0/15: names may lead there, addresses may not."""
    proxy: str | None = None
    """An HTTP proxy that everything goes through, as http://127.0.0.1:7890."""
    contact: str | None = None
    """An address at which an outlet can reach the owner; it is sent with every request."""


class Intake(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`[watch]`: how the desk watches what it is subscribed to."""

    is_on: bool = msgspec.field(default=True, name="on")
    """Whether `suyuan desk` watches at all."""
    catalogue: bool = True
    """Whether a new desk subscribes to the public feeds of the packaged outlets by itself."""
    pause: float = 3.0
    """Seconds between two requests to one host."""
    revisits: bool = True
    """Whether articles are looked at again after some hours and days, for silent edits and pages taken down."""
    callback: str | None = None
    """The public address of this desk, as https://desk.example.org: hubs tell it of news there (WebSub); off without it."""


class Keep(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`[keep]`: how long kept pages stay. Evidence of a claim and what the owner marked is never removed by age."""

    days: int | None = None
    """Older pages go once a day; without it nothing expires by age."""
    gigabytes: float | None = None
    """The oldest pages go once the kept ones are larger together."""


class Reader(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`[second_reader]`: a language model that reads articles after the rules; off unless address and model are set."""

    url: str = ""
    """The address of an OpenAI-compatible service up to its version, as http://127.0.0.1:11434/v1."""
    model: str = ""
    key: str = ""
    """What the service asks for as a bearer token, where it asks for one."""
    claims: bool = True
    """Whether it is also asked, of two passages in unlike words, if they say the same: a short question each."""


class Pictures(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`[pictures]`: whether the desk fetches the pictures of articles for readers who choose to see them."""

    is_on: bool = msgspec.field(default=False, name="on")
    """Readers are then asked; without it nobody is."""
    megabytes: int = 500
    """How much of them is kept at hand."""


class Settings(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The settings of a desk."""

    host: str = "127.0.0.1"
    """The address that the site listens on."""
    port: int = 8321
    hosts: tuple[str, ...] = ()
    """Names under which the site may be reached, beside localhost."""
    public: bool = False
    """Whether everybody may read; changing anything asks for the password then, at this machine too."""
    proxy_header: str = ""
    """The header in which a reverse proxy names who has signed in with it, and the addresses it may come from."""
    proxy_from: tuple[str, ...] = ()
    egress: Egress = Egress()
    metrics: str | None = None
    """Where Prometheus finds figures, as 127.0.0.1:9321; a listener of its own, off without it."""
    watch: Intake = Intake()
    keep: Keep = Keep()
    second_reader: Reader = Reader()
    pictures: Pictures = Pictures()


def read(folder: Path) -> Settings:
    """The settings of the desk in a folder; DeskError with the field where one is wrong."""
    path = folder / "settings.toml"
    if not path.exists():
        return Settings()
    try:
        found = msgspec.convert(tomllib.loads(path.read_text(encoding="utf-8")), Settings)
        for one in found.egress.fake_ip_ranges:
            ipaddress.ip_network(one)
        if found.watch.callback and not _is_web(found.watch.callback):
            raise ValueError("[watch] callback is no http or https address")
    except (tomllib.TOMLDecodeError, msgspec.ValidationError, UnicodeDecodeError, ValueError) as error:
        raise DeskError(f"{path}: {error}. Correct the file or remove it.") from error
    return found


def _is_web(address: str) -> bool:
    parts = urlsplit(address)
    return parts.scheme in ("http", "https") and bool(parts.hostname) and not (parts.query or parts.fragment)


def directory(folder: Path) -> Directory:
    """The packaged outlets, with those of the owner (`outlets/*.toml` in the desk's folder) over them."""
    own = sorted((folder / "outlets").glob("*.toml"))
    try:
        return outlets.packaged().joined([outlets.read(path.read_text(encoding="utf-8"), path.stem) for path in own])
    except (ValueError, OSError) as error:
        raise DeskError(f"{folder / 'outlets'}: {error}. Correct the file or remove it.") from error
