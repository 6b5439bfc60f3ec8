"""Reprints 转载: Article × Article → Reprint → Origin. Doors: `prepare`, `keys`, `trace`, `origin`; views: `diff`, `tally`, `parents`, `audit`, `habits`."""

from __future__ import annotations

from suyuan.reprints.audit import Audit, Habits, Lender, Verdict, audit, habits
from suyuan.reprints.diff import Edit, EditKind, EditPart, Tally, diff, tally
from suyuan.reprints.keys import AT_LEAST, HOT, Draft, keys, prepare
from suyuan.reprints.origin import origin
from suyuan.reprints.parents import Parent, parents
from suyuan.reprints.trace import trace

__all__ = [
    "AT_LEAST",
    "HOT",
    "Audit",
    "Draft",
    "Edit",
    "EditKind",
    "EditPart",
    "Habits",
    "Lender",
    "Parent",
    "Tally",
    "Verdict",
    "audit",
    "diff",
    "habits",
    "keys",
    "origin",
    "parents",
    "prepare",
    "tally",
    "trace",
]
