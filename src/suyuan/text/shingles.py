"""Hashed runs of characters, the stuff that copies are found with."""

from __future__ import annotations

import re

import xxhash

from suyuan.text.fold import fold

_OTHER = re.compile(r"[\W_]+")


def letters(text: str) -> str:
    """The letters and digits of a text, folded; marks and spaces differ from copy to copy."""
    return _OTHER.sub("", fold(text))


def shingles(text: str, size: int = 8) -> set[int]:
    """64-bit hashes of every run of `size` letters; empty for a shorter text."""
    plain = letters(text)
    return {xxhash.xxh3_64_intdigest(plain[i : i + size].encode()) for i in range(len(plain) - size + 1)}
