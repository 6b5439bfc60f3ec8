"""Dialects 方言: ways of writing times, each an ordered list of rules. The first rule that fits at a place is taken."""

from __future__ import annotations

from suyuan.times.dialects import duration, edges, english, era, holiday, names, part_of_day, relative, solar, vague
from suyuan.times.pieces import Rule

CHINESE: tuple[Rule, ...] = (
    *names.RULES,
    *holiday.RULES,
    *era.RULES,
    *edges.RULES,
    *vague.RULES,
    *solar.RULES,
    *relative.RULES,
    *part_of_day.RULES,
    *duration.RULES,
)
ENGLISH: tuple[Rule, ...] = english.RULES
