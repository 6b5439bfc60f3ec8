"""Whether a passage says something by itself: a claim that is shown alone has a predicate, and sells nothing.

What a step cut out of a sentence may be its beginning only: when it was, on the way where, who spoke. And it may be its
rest, which has a predicate and leans on what stood before: 并处罚金三百万元.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

import rjieba

from suyuan.text import HAN, fold, written_in

WORDS = 3  # of a passage in Latin letters
_CLAUSE = re.compile(r"[，,；;。！？!?…]|(?<![\d])[:：](?![\d])")
_EDGES = " \t\n“”‘’「」『』\"'（）()《》、·"
_TIME = re.compile(
    r"(?:今|本|当|去|前|昨|明|上|下|这|那|每|凌|清|早|晚|午|深|傍|夜|周|星期|礼拜|世纪|年代|年|月|日|号|时|点|分|秒|刻|半|许|左右|前后|截至|截止|约|从|自|于|在|到|至|起|止|初|底|末|中旬|上旬|下旬|"
    r"季度|间|晨|天|一|二|三|四|五|六|七|八|九|十|零|〇|几|第|多|的|[\d.:：/\-–—~\s]|上午|下午|中午|春|夏|秋|冬)+"
)
# A clause that says under what condition or since when, and not what.
_CONDITION = re.compile(r"(?:如果|假如|倘若|若是|即便|即使|纵使|尽管|虽然|随着|每当|对于|针对|关于|作为|鉴于)")
# …驶往某岛途中, 球队失利当晚, 在多重因素的影响下: when and how it was.
_CIRCUMSTANCE = re.compile(
    r"(?:途中|当晚|当天|当日|当时|当年|期间|之际|之时|之后|之前|之下|以来|以后|以前|同时|的影响|的影响下|的情况下|的背景下"
    r"|(?<![小同及准按临])时|(?<![落背今先滞延推最幕])后|(?<![提往向目当眼])前)$"
)
# 一位船长对某社记者说: who speaks, without the words.
_CUE = re.compile(r"(?<![没不未无据传小])(?:说|表示|称|指出|透露|介绍|写道|坦言|补充道|回应道|告诉[^，]{2,12})$")
_FIGURE = re.compile(r"\d[\d.,]*\s*(?:[%％‰]|[^\d\s年月日时点分秒号许.,:：/\-–—~])")
# What invites to take or to buy.
_OFFER = re.compile(
    r"点此|点击(?:领取|抽取|购买|查看|进入)|红包|领券|优惠券|券后|到手价|无门槛|抽取|秒杀|下单|立减|满减|包邮|限时|直达链接|凑单|加购"
)
OFFERS = 2  # of these words: one alone is news of them


@lru_cache(maxsize=20_000)  # the front page asks of the same claims again and again
def says_something(text: str) -> bool:
    """Whether a passage is a statement of something, and not the beginning of one, nor an offer."""
    plain = fold(text)
    if len(set(_OFFER.findall(plain))) >= OFFERS:
        return False
    if not written_in(HAN, plain):
        return len(plain.split()) >= WORDS
    return any(_says(clause.strip(_EDGES)) for clause in _CLAUSE.split(plain))


def _says(clause: str) -> bool:
    if not clause or _TIME.fullmatch(clause) or _CONDITION.match(clause):
        return False
    if _CIRCUMSTANCE.search(clause) or _CUE.search(clause):
        return False
    return bool(_FIGURE.search(clause)) or _has_predicate(clause)


def _has_predicate(clause: str) -> bool:
    """Whether there is a verb or an adjective, or a word that goes with one: 调查 alone may be a noun, 正在调查 is none."""
    return any(
        word in _BESIDE_A_VERB or (sort[:1] in "vazil" and sort not in ("vn", "an"))
        for word, sort in rjieba.tag(clause, False)
    )


_BESIDE_A_VERB = frozenset(
    "了 着 过 已 已经 将 正 正在 为 是 不 未 没 没有 也 都 再 又 仍 还 只 被 把 使 让 比 不断".split()
)


# First words that go on with what stood before the passage, or open no subject: 其中，各被告人所犯…罪; 将于6月5日起施行.
_LEANING = frozenset(
    "并 并且 但 但是 其中 对 对于 将 而 而且 以及 及 和 与 为 为了 且 也 还 则 却 使 让 令 使得 把 被 或 即 如 甚至 尤其 特别是 包括 从而 "
    "进而 因而 因此 所以 否则 同时 此外 另外 通过 作为 根据 按照".split()
)
# What may be a subject: nouns, names, pronouns, amounts (两人), words of other letters, and verbs that name a deed.
_SUBJECTS = ("n", "r", "m", "j", "e", "l", "i", "vn", "an")
# Verbs in name only: 作为常任理事国, 5日起.
_NO_PREDICATE = frozenset("作为 起 至 到 于 自 如 所 有关 包括 以来".split())
# Nouns that a verb before them says which: 死亡人数, 抢修工作.
_OF_A_DEED = frozenset(
    "人数 人员 总数 数量 规模 金额 总额 比例 面积 价格 时间 原因 情况 结果 工作 活动 者 人士 方案 计划".split()
)


@lru_cache(maxsize=20_000)
def reads_whole(text: str) -> bool:
    """Whether a passage reads as a sentence: a subject and behind it a predicate, and nothing that leans on words before."""
    plain = fold(text)
    if not written_in(HAN, plain):
        return not text.strip(_EDGES)[:1].islower()
    parts = (clause.strip(_EDGES) for clause in _CLAUSE.split(plain))
    clauses = [rjieba.tag(one, False) for one in parts if one]
    return bool(clauses) and clauses[0][0][0] not in _LEANING and any(map(_is_sentence, clauses))


def _is_sentence(words: Sequence[tuple[str, str]]) -> bool:
    """Whether something that may be a subject stands before a predicate, or a noun before its figure: 消费税16857亿元."""
    start = _behind_attribute(words)
    rest = words[start:]
    subject = next((place for place, (_, sort) in enumerate(rest) if sort.startswith(_SUBJECTS)), len(rest))
    verb = next((place for place in range(len(rest)) if _is_predicate(rest, place)), len(rest))
    if verb < subject:  # 渗水造成…: of two verbs in a row the first names a deed
        return verb + 1 < len(rest) and _is_predicate(rest, verb + 1)
    return verb < len(rest) or any(sort == "m" for _, sort in rest[subject + 1 :])


def _behind_attribute(words: Sequence[tuple[str, str]]) -> int:
    """Where a clause begins behind the verb of an attribute: 合并后的销售额约为…, 遇难人数升至…"""
    for place, (word, _) in enumerate(words[:5]):
        if place == 1 and word in _OF_A_DEED and _is_predicate(words, 0):
            return place
        if word == "的" and any(_is_predicate(words, each) for each in range(place)):
            return place + 1
    return 0


def _is_predicate(words: Sequence[tuple[str, str]], place: int) -> bool:
    """A verb, or an adjective behind which nothing comes that it could go with: 火势很大, and not 新规模."""
    word, sort = words[place]
    if word in _NO_PREDICATE or sort in ("vn", "an") or (place and words[place - 1][0] == "所"):
        return False
    return sort[:1] in "vz" or (sort[:1] == "a" and all(after[1] in ("ul", "y") for after in words[place + 1 :]))
