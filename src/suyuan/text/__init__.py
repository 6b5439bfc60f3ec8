"""Text, Chinese first: what every room reads with, and no room owns.

`fold` (widths, case, 繁→简, never a character more or less), `paragraphs` and `sentences` (spans),
`address` and `home` (one page, one address), `shingles` (hashed runs of characters), `number` (numbers in words), `find_place` (a quoted passage, found again), `provinces` (that a text names), `initials` (of pinyin),
`written_in` (how many characters are of a script), `SURNAMES` (Chinese family names).
"""

from suyuan.text.address import address, home
from suyuan.text.fold import fold
from suyuan.text.numbers import number
from suyuan.text.pinyin import initials
from suyuan.text.places import find_place
from suyuan.text.provinces import provinces
from suyuan.text.scripts import HAN, HANGUL, KANA, written_in
from suyuan.text.sentences import paragraphs, sentences
from suyuan.text.shingles import letters, shingles
from suyuan.text.surnames import COMMON_SURNAMES, DOUBLE_SURNAMES, SURNAMES

__all__ = [
    "COMMON_SURNAMES", "DOUBLE_SURNAMES", "HAN", "HANGUL", "KANA", "SURNAMES", "address", "find_place", "fold", "home", "initials", "letters", "number", "paragraphs", "provinces", "sentences", "shingles", "written_in"
]  # fmt: skip
