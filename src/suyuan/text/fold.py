"""Fold a text so that spellings of one thing compare equal: full and half width, case, 繁 and 简.

Every character becomes exactly one character, so a span in the folded text is the same span in the text.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache

import opencc

_HAN = ((0x3400, 0x9FFF), (0xF900, 0xFAFF))
_FOLDED = (
    (0x00A0, 0x00FF),
    (0x2000, 0x206F),
    (0x2100, 0x218F),
    (0x2460, 0x24FF),
    (0x3000, 0x303F),
    (0xFE30, 0xFE6F),
    (0xFF01, 0xFFEF),
)

# Marks that Unicode keeps apart and news pages mix.
_MARKS = {
    "「": "“",
    "」": "”",
    "『": "‘",
    "』": "’",
    "﹁": "“",
    "﹂": "”",
    "〝": "“",
    "〞": "”",
    "\u3000": " ",
    "\u00a0": " ",
}


_SAMPLE, _MANY = 50, 10  # characters: a text of which more are folded is written in 繁体, or in capitals


@lru_cache(maxsize=1024)  # every rule of every room folds the same paragraphs
def fold(text: str) -> str:
    """The text with widths, case and 繁→简 folded; as long as the text, character for character."""
    if text.isascii():
        return text.lower()
    found = _folded()
    # Few characters of simplified Chinese are folded, and a search for them is ten times faster than looking up all.
    if len(found.findall(text, 0, _SAMPLE)) > _MANY:
        return text.translate(_table())
    table = _table()
    return found.sub(lambda char: table[ord(char[0])], text)


@cache
def _folded() -> re.Pattern[str]:
    return re.compile(f"[{''.join(re.escape(chr(code)) for code in _table())}]")


@cache
def _table() -> dict[int, str]:
    table: dict[int, str] = {}
    for low, high in (*_FOLDED, (0x41, 0x5A)):
        for code in range(low, high + 1):
            plain = unicodedata.normalize("NFKC", chr(code)).lower()
            if len(plain) == 1 and plain != chr(code):
                table[code] = plain
    han = [chr(code) for low, high in _HAN for code in range(low, high + 1)]
    # Character by character (one a line), so that no phrase rule can change the length.
    simple = opencc.OpenCC("t2s").convert("\n".join(han)).split("\n")
    table.update(
        {ord(char): plain for char, plain in zip(han, simple, strict=True) if len(plain) == 1 and plain != char}
    )
    # Full-width punctuation stays as it is where it is the Chinese mark: “，” must not become “,”,
    # since rules tell the two apart; but ASCII marks in Chinese text are not rare either, and rules name both.
    for keep in "，。！？；：（）":
        table.pop(ord(keep), None)
    table.update({ord(char): plain for char, plain in _MARKS.items()})
    return table
