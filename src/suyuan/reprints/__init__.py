"""Reprints 转载: Article × Article → Reprint → Origin. Doors: `prepare`, `keys`, `trace`, `origin`, `diff`, `audit`."""

from __future__ import annotations

from suyuan.reprints.keys import AT_LEAST, Draft, keys, prepare
from suyuan.reprints.origin import origin
from suyuan.reprints.trace import trace

__all__ = ["AT_LEAST", "Draft", "keys", "origin", "prepare", "trace"]
