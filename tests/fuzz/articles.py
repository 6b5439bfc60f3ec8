"""Fuzz `articles.extract` guided by coverage: `./run fuzz [SECONDS]`. Needs atheris, which is made for Linux.

The short form of the same, without atheris, is a test: `./run test tests/fuzz`.
"""

from __future__ import annotations

import sys

import atheris

with atheris.instrument_imports(include=["suyuan.articles"]):
    from tests.fuzz.mutations import CHARSETS, TYPES, check, mutated


def one(data: bytes) -> None:
    """Break a page as the data say, and read it."""
    source = atheris.FuzzedDataProvider(data)
    media_type, charset = source.PickValueInList(list(TYPES)), source.PickValueInList(list(CHARSETS))
    check(mutated(lambda below: source.ConsumeIntInRange(0, below - 1)), media_type, charset)


if __name__ == "__main__":
    atheris.Setup(sys.argv, one)
    atheris.Fuzz()
