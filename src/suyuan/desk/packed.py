"""Packed bytes are opened with a cap on what comes out and on how much more that is than what went in.

A few kilobytes can unpack to gigabytes; whoever opens what strangers packed goes by this door.
"""

from __future__ import annotations

import zlib

from suyuan.desk.errors import UnreadableInput

PACKINGS = frozenset({"gzip", "x-gzip", "deflate"})
"""The names of what can be opened."""

RATIO = 200  # real pages and feeds pack to a thirtieth at best; zlib's limit is 1032
_FREE = 1024 * 1024  # bytes below which a ratio says nothing: a short feed may be one sentence repeated
_RAW, _ANY = -zlib.MAX_WBITS, zlib.MAX_WBITS | 32  # deflate without a header, as some servers send it; gzip or zlib


class Unpacking:
    """Opens gzip, zlib or bare deflate piece by piece; UnreadableInput where it is broken or a bomb."""

    def __init__(self, largest: int) -> None:
        self._largest = largest
        self._inner = zlib.decompressobj(_ANY)
        self._packed = self._unpacked = 0

    def feed(self, part: bytes) -> bytes:
        """What another piece unpacks to."""
        self._packed += len(part)
        out = []
        while part:
            if self._inner.eof:  # the next member of a file put together of several
                self._inner = zlib.decompressobj(_ANY)
            out.append(self._open(part))
            self._unpacked += len(out[-1])
            if self._unpacked > self._largest:
                raise UnreadableInput(f"It unpacks to more than {self._largest // 1024 // 1024} MB.")
            if self._unpacked > _FREE and self._unpacked > RATIO * self._packed:
                raise UnreadableInput(f"It unpacks to more than {RATIO} times its size.")
            part = self._inner.unused_data or self._inner.unconsumed_tail
        return b"".join(out)

    def end(self) -> None:
        """There is no more; UnreadableInput where there should be."""
        if self._packed and not self._inner.eof:
            raise UnreadableInput("The packed content breaks off.")

    def _open(self, part: bytes) -> bytes:
        most = min(self._largest - self._unpacked + 1, _FREE)
        try:
            return self._inner.decompress(part, most)
        except zlib.error as error:
            if self._unpacked or self._packed != len(part):
                raise UnreadableInput(f"The packed content is broken: {error}.") from error
        self._inner = zlib.decompressobj(_RAW)
        try:
            return self._inner.decompress(part, most)
        except zlib.error as error:
            raise UnreadableInput(f"The packed content is broken: {error}.") from error


def opened(body: bytes, largest: int) -> bytes:
    """What packed bytes hold."""
    opening = Unpacking(largest)
    out = opening.feed(body)
    opening.end()
    return out


def unpacked(body: bytes, largest: int) -> bytes:
    """What a gzip file holds, or the bytes themselves where they are none."""
    return opened(body, largest) if body.startswith(b"\x1f\x8b") else body
