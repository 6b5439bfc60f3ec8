"""Numbers in words: 三万五千 and 3.5万 and 两千余 are numbers."""

from __future__ import annotations

import re

_DIGITS = {c: i for i, c in enumerate("零一二三四五六七八九")} | {"〇": 0, "○": 0, "两": 2, "俩": 2, "壹": 1, "贰": 2, "叁": 3, "肆": 4, "伍": 5, "陆": 6, "柒": 7, "捌": 8, "玖": 9}  # fmt: skip
_SMALL = {"十": 10, "拾": 10, "百": 100, "佰": 100, "千": 1000, "仟": 1000}
_LARGE = {"万": 10**4, "亿": 10**8}
_ARABIC = re.compile(r"\d+(?:\.\d+)?")


def number(words: str) -> float | None:
    """The value of a number in Chinese words, digits, or both (3.5万, 廿 excepted); None if it is none.

    A run of plain digits reads as a year does: 二〇二五 is 2025.
    """
    words = words.replace(",", "").replace("，", "").strip()
    if not words:
        return None
    if all(char in _DIGITS for char in words):
        return float("".join(str(_DIGITS[char]) for char in words))
    total = section = 0.0
    current: float | None = None
    position = 0
    while position < len(words):
        char = words[position]
        if arabic := _ARABIC.match(words, position):
            current = float(arabic.group())
            position = arabic.end()
            continue
        if char in _DIGITS:
            current = float(_DIGITS[char])
        elif char in _SMALL:
            section += (1 if current is None else current) * _SMALL[char]
            current = None
        elif char in _LARGE:
            section += current or 0
            total = (total + section) * _LARGE[char] if char == "亿" else total + (section or 1) * _LARGE[char]
            section, current = 0, None
        else:
            return None
        position += 1
    return total + section + (current or 0)
