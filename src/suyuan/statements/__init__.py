"""Statements 陈述: Article → Statement. Doors: `quote` and `cite`."""

from __future__ import annotations

from suyuan.statements.cite import cite
from suyuan.statements.quote import quote

__all__ = ["cite", "quote"]
