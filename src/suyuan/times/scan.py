"""The scan: one pass over a text finds pieces and joins them to expressions. It knows rules, no dates."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from suyuan.times.dialects import CHINESE, ENGLISH
from suyuan.times.pieces import Base, Piece, Rule, Unit

RULES = {"zh": CHINESE, "en": ENGLISH}

# What an expression may begin with, so that the rules are tried at one place in ten. Characters that are common
# in any text stand with the one that must follow.
_TRIGGERS = {
    "zh": re.compile(
        r"(?<!\d)[0-9]|[q‘“\"零〇一七三两九二五今八六十千半几数百每昨凌午晚晨早夜春夏秋冬月周礼星翌傍黄除腊端清元农阴旧廿双万劳圣愚妇植儿教母父感情迄目眼康雍"
        r"乾嘉道咸同光宣顺崇洪永贞昭建往近至截约连若该隔转黎拂晌青首四年]"
        r"|上(?=[一上个半年午周月星礼世季百])|下(?=[一下个半周月星礼季午])|中(?=[午秋元旬])|大(?=[一二三四前后年约概早正])|不(?=久)|天(?=[天宝])|平(?=[安成])"
        r"|本(?=[周月年日世])|当(?=[周月年日天晚夜下前今])|前(?=[一两二三四几些段大年天日半上\d十个不])|后(?=[年天日半])|去(?=年)|来(?=年)|次(?=[年月日周晨早])"
        r"|明(?=[年天日晚早晨午夜春夏秋冬治])|这(?=[一两二三四五六七八九十几数些段周年天个\d])|那(?=[一年天])|全(?=[年周])|即(?=[日刻])|长(?=期)|此(?=[前刻后])|日(?=[前后])|先(?=前)|稍(?=[早后])|现(?=[在如今阶时])"
        r"|如(?=今)|时(?=下)|到(?=目)|最(?=[近后])|将(?=[来近])|未(?=来)|可(?=预)|过(?=[去目])|[科项题](?=目前)|[出发体实呈表展显](?=现在)|有(?=[一朝年天])|某(?=[一年天日])"
        r"|[何哪](?=[一年天日])|总(?=有)|世(?=纪)|公(?=元)|入(?=夜)|正(?=[午月德])|第(?=[\s\d一二三四五六七八九十两百])|刚(?=[过才])|子(?=夜)|深(?=夜)|新(?=[个世])|国(?=庆)"
        r"|重(?=阳)|开(?=元)|令(?=和)|神(?=龙)|民(?=国)|接(?=下)|多(?=[年天月日个])"
    ),
    "en": re.compile(r"\b[0-9a-z]"),
}
# A page is read as English where Chinese characters are fewer than one in so many letters.
ENGLISH_SHARE = 20

# What may stand between pieces of one expression, around what a bracket says again, and between the ends of a range.
_GLUE = re.compile(r"[ \t]?的?[ \t]?")
_OPEN = re.compile(r"[ ]?[（(]即?")
_CLOSE = re.compile(r"[)）]")
_RANGE = re.compile(r"[ ]?(?:持续|延续|一直)?(?:[-—–~～至到]|——|--)[ ]?(?=\S)")

_PAIR = re.compile(r"[ ]?[和与及][ ]?(?=\S)")
_BETWEEN = re.compile(r"之间|(?:期)?间(?![隔接谍])")


@dataclass(frozen=True, slots=True)
class Found:
    """An expression: its pieces at a place; `last` is the other end of a range."""

    start: int
    end: int
    pieces: tuple[Piece, ...]
    last: Found | None = None


@dataclass(frozen=True, slots=True)
class Grammar:
    """The rules of a language: one pattern that tells which rule fits, and where to try it."""

    trigger: re.Pattern[str]
    rules: tuple[tuple[re.Pattern[str], Rule], ...]
    which: re.Pattern[str]

    def piece(self, text: str, at: int) -> tuple[int, int, tuple[Piece, ...]] | None:
        """Where the words of the first rule that fits here stand, and what they give."""
        match = self.which.match(text, at)
        if match is None or match.lastgroup is None:
            return None
        pattern, rule = self.rules[int(match.lastgroup[1:])]
        found = pattern.match(text, at)
        if found is None:
            return None
        words = found.group()
        start = at + len(words) - len(words.lstrip())
        return start, start + len(words.strip()), rule.read(found)


def grammar(text: str, language: str | None = None) -> Grammar:
    """The grammar that a folded text is read with."""
    if language is None:
        sample = text[:2000]
        letters = sum(char.isalpha() for char in sample)
        chinese = sum("\u4e00" <= char <= "\u9fff" for char in sample)
        language = "en" if letters and chinese * ENGLISH_SHARE < letters else "zh"
    return _grammar("en" if language.startswith("en") else "zh")


@cache
def _grammar(language: str) -> Grammar:
    rules = RULES[language]
    which = "|".join(f"(?P<r{index}>{_unnamed(rule.pattern)})" for index, rule in enumerate(rules))
    return Grammar(_TRIGGERS[language], tuple((re.compile(rule.pattern), rule) for rule in rules), re.compile(which))


def _unnamed(pattern: str) -> str:
    """The pattern without groups of its own; what repeats a group (the mark in 2025-06-04) may then be any mark."""
    plain = re.sub(r"\(\?P<\w+>", "(?:", pattern)
    plain = re.sub(r"(?<!\\)\((?!\?)", "(?:", plain)
    return plain.replace(r"\1", "[-/.]")


def scan(text: str, reader: Grammar) -> Iterator[Found]:
    """The expressions of a folded text, left to right."""
    position = 0
    for trigger in reader.trigger.finditer(text):
        if trigger.start() < position:
            continue
        piece = reader.piece(text, trigger.start())
        if piece is None:
            continue
        start, end, pieces = piece
        position = end
        if pieces:
            found = _ranged(text, reader, _joined(text, reader, Found(start, end, pieces)))
            position = found.last.end if found.last else found.end
            yield found


def _joined(text: str, reader: Grammar, found: Found) -> Found:
    """Pieces one after another from coarse to fine, and what a bracket says again."""
    while found.pieces[-1].unit not in (Unit.CLOCK, Unit.DURATION, Unit.VAGUE):
        following = _next(text, reader, found) or _bracketed(text, reader, found)
        if following is None:
            break
        found = following
    return found


def _next(text: str, reader: Grammar, found: Found) -> Found | None:
    glue = _GLUE.match(text, found.end)
    assert glue is not None
    last = found.pieces[-1]
    if "的" in glue.group() and last.unit >= Unit.DAY:
        return None
    piece = reader.piece(text, glue.end())
    if piece is None or not piece[2] or not _fits(last, piece[2][0]):
        return None
    return Found(found.start, piece[1], found.pieces + piece[2])


def _fits(piece: Piece, finer: Piece) -> bool:
    """去年 may be followed by 3月 or 除夕, not by 昨天 or 上月; a day by its weekday."""
    if piece.unit is Unit.SET:
        return Unit.MONTH <= finer.unit <= Unit.CLOCK and finer.base in (Base.GIVEN, Base.FEAST)
    if piece.unit is Unit.DAY and finer.base is Base.WEEKDAY:
        return piece.base is Base.GIVEN and finer.weeks is None
    if not piece.unit < finer.unit <= Unit.CLOCK:
        return False
    if finer.unit in (Unit.PART, Unit.CLOCK):
        return piece.unit >= Unit.DAY
    if piece.unit in (Unit.WEEK, Unit.QUARTER, Unit.HALF, Unit.SEASON) or piece.last is not None:
        return False
    if finer.unit is Unit.DAY and finer.base is Base.GIVEN:
        return piece.unit is Unit.MONTH
    if finer.base is Base.NTH:
        return piece.unit is Unit.MONTH
    return finer.base in (Base.GIVEN, Base.FEAST, Base.LUNAR, Base.EDGE)


def _bracketed(text: str, reader: Grammar, found: Found) -> Found | None:
    """周三（25日）, 今日(6月27日): the bracket says the same day again."""
    opening = _OPEN.match(text, found.end)
    if opening is None or not Unit.MONTH <= found.pieces[-1].unit <= Unit.PART:
        return None
    piece = reader.piece(text, opening.end())
    if piece is None or not piece[2] or piece[2][0].unit > Unit.DAY:
        return None
    inner = _joined(text, reader, Found(*piece))
    closing = _CLOSE.match(text, inner.end)
    if closing is None or Unit.DAY not in {one.unit for one in inner.pieces}:
        return None
    return Found(found.start, closing.end(), found.pieces + inner.pieces)


def _ranged(text: str, reader: Grammar, found: Found) -> Found:
    is_date = found.pieces[-1].unit <= Unit.CLOCK
    join = _RANGE.match(text, found.end) if is_date else None
    if is_date and join is None and (pair := _PAIR.match(text, found.end)):
        last = _ranged_end(text, reader, pair.end())
        # 3月和5月 are two months; 3月和5月之间 is one time.
        return replace(found, last=last) if last and _BETWEEN.match(text, last.end) else found
    return replace(found, last=_ranged_end(text, reader, join.end())) if join else found


def _ranged_end(text: str, reader: Grammar, at: int) -> Found | None:
    piece = reader.piece(text, at)
    if piece is None or not piece[2] or piece[2][0].unit > Unit.CLOCK:
        return None
    return _joined(text, reader, Found(*piece))
