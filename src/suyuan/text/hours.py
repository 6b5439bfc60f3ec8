"""Expressions of time that name no day: 夜间, 早上, 入夜."""

from __future__ import annotations

import re

_NO_DAY = re.compile(r"[^\d今昨明前当次翌隔一二三四五六七八九十日天号周A-Za-z]+")


def names_no_day(words: str) -> bool:
    """Whether an expression names a part of any day: 夜间关闭定位, 早上开早会."""
    return _NO_DAY.fullmatch(words) is not None
