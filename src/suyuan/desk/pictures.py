"""Pictures of the world, made harmless: decoded, made smaller and written anew, in a process that may die of it.

A picture is bytes from a stranger, read by a decoder written in C. So it is decoded by a process of its own that is
started for it, gets the bytes on its standard input, writes the new picture to its standard output, and has no more
memory, time and files than a picture needs: what a hostile one breaks is that process and nothing else. What comes
back is written anew from the pixels: nothing of the file but the colours is left.
"""

from __future__ import annotations

import io
import os
import resource
import subprocess
import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from tempfile import NamedTemporaryFile

from suyuan.desk.errors import UnreadableInput
from suyuan.records import digest

MEDIA_TYPE = "image/webp"  # small, with transparency, and read by every browser
LARGEST = 12 * 1024 * 1024  # bytes of a picture as sent: four times what portals send
FORMATS = ("JPEG", "PNG", "WEBP", "GIF", "AVIF", "BMP")  # raster only; of one that moves the first picture
PIXELS = 40_000_000  # of one picture: more is a bomb, or a map that no page of news shows
LONGEST = 1280  # pixels of the longer side of what is shown
QUALITY = 82  # photographs show no difference from here on
MEMORY = 1024 * 1024 * 1024  # bytes of address space: 40 million pixels with their copies, and Python
CPU = 10  # seconds
WAIT = 20  # seconds, on a machine that is busy with other things

OWN = [sys.executable, "-I", "-m", "suyuan.desk.pictures"]
"""What decodes: this module as a program, blind to the environment and to the folder it is started in."""


def remake(body: bytes, *, decoder: list[str] = OWN) -> bytes:
    """A picture written anew as WebP. UnreadableInput where it is none, too large, or takes its decoder down."""
    try:
        done = subprocess.run(decoder, input=body, capture_output=True, timeout=WAIT, env={}, check=False)
    except subprocess.TimeoutExpired as error:
        raise UnreadableInput(f"The picture took longer than {WAIT} seconds to decode.") from error
    if done.returncode or not done.stdout:
        why = done.stderr.decode("utf-8", "replace").strip().splitlines()
        raise UnreadableInput(why[-1] if why else f"The picture ended its decoder (status {done.returncode}).")
    return done.stdout


class Cache:
    """Pictures that were made, by their addresses, in a folder of the desk. What is over the cap goes, longest unseen first."""

    def __init__(self, folder: Path, most: int) -> None:
        self._folder = folder / "pictures"
        self._most = most

    def find(self, url: str) -> bytes | None:
        """The picture of an address, where it is at hand."""
        place = self._place(url)
        try:
            body = place.read_bytes()
            os.utime(place)  # seen just now
        except FileNotFoundError:
            return None
        return body

    def put(self, url: str, body: bytes) -> None:
        """Keep a picture, and let others go for it."""
        self._folder.mkdir(exist_ok=True)
        with NamedTemporaryFile(dir=self._folder, delete=False) as fresh:
            fresh.write(body)
        os.replace(fresh.name, self._place(url))
        self._make_room()

    def clear(self) -> None:
        """Let all of them go: each can be fetched again."""
        for _, _, path in self._held():
            path.unlink(missing_ok=True)

    def _place(self, url: str) -> Path:
        return self._folder / f"{digest('picture', url)}.webp"

    def _make_room(self) -> None:
        held = sorted(self._held(), reverse=True)  # last seen first
        size = 0
        for _, bytes_of, path in held:
            size += bytes_of
            if size > self._most:
                path.unlink(missing_ok=True)

    def _held(self) -> Iterator[tuple[float, int, Path]]:
        for path in self._folder.glob("*"):
            with suppress(FileNotFoundError):  # another answer made room meanwhile
                status = path.stat()
                yield status.st_mtime, status.st_size, path


# ── the process that decodes ─────────────────────────────────────────────────────────────────────


def _decode(body: bytes) -> bytes:
    """The picture in `body` made small and written anew. Anything may be raised: the caller is another process."""
    from PIL import Image, ImageOps  # here, so that nobody but the decoder loads the decoders

    Image.MAX_IMAGE_PIXELS = PIXELS
    Image.init()  # every decoder is read from disk now: after this nothing is opened any more
    _limit()
    with Image.open(io.BytesIO(body), formats=FORMATS) as sent:
        if sent.width * sent.height > PIXELS:
            raise ValueError(f"The picture has {sent.width} × {sent.height} pixels.")
        sent.draft("RGB", (LONGEST, LONGEST))  # a JPEG is decoded no larger than needed
        has_alpha = "A" in sent.getbands() or "transparency" in sent.info
        whole = ImageOps.exif_transpose(sent).convert("RGBA" if has_alpha else "RGB")
    whole.thumbnail((LONGEST, LONGEST))
    whole.info.clear()
    made = io.BytesIO()
    whole.save(made, "WEBP", quality=QUALITY, method=4)
    return made.getvalue()


def _limit() -> None:
    """No more memory and time than a picture needs; no file, and no way to the network, but the three that are open."""
    for kind, most in (
        (resource.RLIMIT_NOFILE, 3),
        (resource.RLIMIT_AS, MEMORY),
        (resource.RLIMIT_CPU, CPU),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_CORE, 0),
    ):
        with suppress(ValueError, OSError):  # macOS knows no limit of the address space; the pixels are counted anyhow
            resource.setrlimit(kind, (most, most))


def _main() -> int:
    body = sys.stdin.buffer.read(LARGEST + 1)
    try:
        made = _decode(body)
    except Exception as error:  # a decoder may raise anything over what a stranger sent
        print(f"The picture cannot be decoded: {error or type(error).__name__}", file=sys.stderr)
        return 1
    sys.stdout.buffer.write(made)
    return 0


if __name__ == "__main__":
    sys.exit(_main())
