"""Statements 陈述: Article → Statement. Doors: `quote`, `cite`, `identify` (who speaks) and `recognise` (who is the same)."""

from __future__ import annotations

from suyuan.statements.cite import cite
from suyuan.statements.identify import identify, recognise
from suyuan.statements.quote import quote

__all__ = ["cite", "identify", "quote", "recognise"]
