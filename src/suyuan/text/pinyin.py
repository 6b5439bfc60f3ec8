"""The initials of a text's pinyin, by which names are typed fastest: 乌梅罗夫 is wmlf.

GB 2312 has its 3,755 common characters in the order of their pinyin, so twenty-three characters that begin a letter
say the letter of all of them. Rarer ones that names have, and those read in two ways, are in the tables below.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cache
from itertools import islice, product

from suyuan.text.fold import fold

_FIRST = "啊芭擦搭蛾发噶哈击喀垃妈拿哦啪期然撒塌挖昔压匝"
_LETTERS = "abcdefghjklmnopqrstwxyz"
_COMMON = 0xD7F9  # the last of the characters in the order of pinyin

_RARE = {
    "a": "嗳庵鳌犴",
    "b": "邶邴骠玢弼璧蓓阪犇",
    "c": "岑谌晁郗琛偲璨骢婵蟾嵯翀",
    "d": "邸妲岱玳黛娣玓",
    "e": "颚婀",
    "f": "酆妃芾昉馥斐绯",
    "g": "妫炅珙珪虢赓冮缑淦",
    "h": "郃晗珩琥颢濠灏瀚昊皓桦骅荟蕙晖璜湟薨铧邗",
    "j": "暨菁婧璟珺珏隽峤迦戢霁玑笈瑾倞劼颉犟旌嵇",
    "k": "邝恺铠恪轲珂缂锴夔阚堃犒氪",
    "l": "璐岚骊泷珑琏罱嫘俪郦鸾銮麟翎濂娌濑鹂苓娈",
    "m": "缪懋旻岷湄嵋嫚邈茗勐",
    "n": "甯旎瑙",
    "o": "瓯讴",
    "p": "邳鄱珮芃霈溥璞濮珀",
    "q": "琦琪祺麒綦岐颀圻芊芩婍瞿衢荃铨绮谯璩茜湫",
    "r": "芮睿瑢嵘濡",
    "s": "娑飒姗淞崧嵩睢珅晟莘邃嵊",
    "t": "滕佟婷潼邰覃骀韬饕",
    "w": "邬薇炜玮玟雯汶妩琬嵬渥",
    "x": "鑫昕歆馨熹曦玺璇暄煊骁筱潇勖胥徙炘骧浔",
    "y": "晏妍娅怡昱煜钰瑜珧鹞邕滢瑛璎昀芸筠郢闫琰焱俨晔烨熠懿弈奕翊嫣漪蓥峣垚甬圄氤鄢毓聿媛谒滟",
    "z": "圳祯晢喆芷翥竺梓渚邾禛骘钊祚臧啧郅柘峥璋倬",
}
"""Characters of names and places beyond the common ones, by their initial."""

_TWO_WAYS = {
    "干": "gq", "重": "zc", "长": "cz", "行": "xh", "乐": "ly", "单": "ds", "曾": "zc", "解": "jx", "仇": "cq", "区": "qo", "查": "cz", "尉": "wy", "覃": "tq",
    "翟": "dz", "藏": "cz", "调": "dt", "朝": "zc", "传": "cz", "系": "xj", "厦": "xs", "会": "hk", "贾": "jg", "沈": "sc", "石": "sd",
    "种": "zc", "召": "zs", "卜": "bp",
}  # fmt: skip
"""Characters that are read in two ways: in 重庆 and in 体重 (and 乾, which `fold` makes 干)."""

_VARIANTS = 4  # readings of one name that are worth keeping
_PIECE = re.compile(r"[a-z]+|\d+|[\u3400-\u9fff]")


def initials(text: str) -> tuple[str, ...]:
    """The initials of a text, the likeliest reading first: a letter for every character and Latin word, a number as its first figure.

    Marks are passed over. A character that is in no table here is a question mark.
    """
    letters = [_letters(piece) for piece in _PIECE.findall(fold(text))]
    return tuple("".join(one) for one in islice(product(*letters), _VARIANTS)) if letters else ()


def _letters(piece: str) -> str:
    return piece[0] if piece.isascii() else _letters_of(piece) or "?"


@cache
def _letters_of(character: str) -> str:
    """The letters that a character may begin with; empty where they are not known."""
    if known := _tables().get(character):
        return known
    try:
        code = int.from_bytes(character.encode("gb2312"), "big")
    except UnicodeEncodeError:
        return ""
    return _LETTERS[bisect_right(_firsts(), code) - 1] if _firsts()[0] <= code <= _COMMON else ""


@cache
def _firsts() -> tuple[int, ...]:
    return tuple(int.from_bytes(one.encode("gb2312"), "big") for one in _FIRST)


@cache
def _tables() -> dict[str, str]:
    return {one: letter for letter, characters in _RARE.items() for one in characters} | _TWO_WAYS
