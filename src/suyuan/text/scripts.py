"""How much of a text is written in a script."""

from __future__ import annotations

import numpy as np

HAN = ("\u4e00", "\u9fff")
KANA = ("\u3041", "\u30ff")
HANGUL = ("\uac00", "\ud7a3")


def written_in(script: tuple[str, str], text: str) -> int:
    """How many characters of a text are of a script, which is given by its first and its last one."""
    codes = np.frombuffer(text.encode("utf-16-le", "surrogatepass"), "<u2")
    first, last = map(ord, script)
    return int(np.count_nonzero((codes >= first) & (codes <= last)))
