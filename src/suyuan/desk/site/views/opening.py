"""Where the words of a row begin: behind what every report opens with, and behind a mark that leans on the words before.

Rows have room for three lines, of which a dateline takes one. The record keeps it, and so does the passage that the row leads to.
"""

from __future__ import annotations

import re

SHORTEST = 8  # characters: where less is left behind a dateline, it was none

# 澜海社栖川6月6日电（记者 邬思远）, 栖川网 6月6日消息：, 本报栖川讯（记者邬思远）
_WIRE = re.compile(
    r"[【\[]?(?:"
    r"[^\n，,。；;：:“”「」（(]{0,24}?\d{1,2}\s?[日号](?:[上下]午|凌晨|[早晚]间?)?\s?(?:专?电(?![话影视子商力动信网站池器])|快?讯(?![息问号飞])|消息(?=[\s，,：:（(【\[]))"
    r"|(?:本[报网台刊社][一-鿿]{0,6}?|(?![据从])[\w·]{1,10}?(?:社|(?<![通情警])报|网|台|客户端|新闻|app))\s?(?:综合)?(?:快讯|消息|[电讯])(?=[\s，,：:（(【\[】\]])"
    r")[】\]]?(?:\s*[（(【\[][^）)】\]\n]{0,60}[）)】\]])*[\s，,：:|｜—–-]*",
    re.IGNORECASE,
)
# YUNZHOU, June 6 (Harbour) --
_LATIN_WIRE = re.compile(r"[A-Z][\w .,'’-]{2,40}\([A-Z][\w ]{1,14}\)\s*(?:--+|[–—-])\s*")
# 编辑引言：, 【编者按】
_EDITOR = re.compile(
    r"[【\[]?(?:编辑引言|编者按|编者的话|编前语?|导语|导读|引言|核心提示|内容提要)(?:[】\]][：:]?|[：:])\s*"
)
# What goes on with a sentence whose beginning the passage has not: ，负责人还说.
_LEANS = re.compile(r"[\s，、；：。！？,;:!?）)】》”」』]+")


def opening(text: str) -> int:
    """How many of a passage's first characters a row leaves out."""
    start = place = len(text) - len(unled(text))
    for shape in (_EDITOR, _WIRE, _LATIN_WIRE):
        place = _past(shape, text, place)
    return place if len(text) - place >= SHORTEST else start


def _past(shape: re.Pattern[str], text: str, place: int) -> int:
    found = shape.match(text, place)
    return found.end() if found else place


def opened(text: str) -> str:
    """A passage as a row shows it; an ellipsis stands for words that are left out, and for marks none."""
    place = opening(text)
    return f"…{text[place:]}" if any(one.isalnum() for one in text[:place]) else text[place:]


def unled(text: str) -> str:
    """A passage without the marks that lean on what stood before it."""
    return text[_past(_LEANS, text, 0) :] or text
