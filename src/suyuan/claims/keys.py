"""What the comparison of two assertions looks at, and what brings two assertions together."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable
from dataclasses import dataclass

import rjieba

from suyuan.claims import slots
from suyuan.records import Article, Assertion, Statement, Story
from suyuan.text import fold, letters

# Words that say nothing of which claim this is: they carry grammar, doubt, time or the act of reporting.
_STOP_WORDS = """
    的 了 在 是 和 与 及 并 也 都 就 而 但 对 对于 从 到 被 把 将 为 以 于 等 中 上 下 里 后 前 时 内 外 间 有 没有 没 无 不 未 这 那 该 其 此 他 她 它 我 你 您
    我们 他们 她们 你们 自己 本 各 每 某 一个 一名 一位 一些 一只 一起 一次 一家 一辆 一种 两名 这个 那个 这名 这次 这些 那些 这样 这种 已 已经 正 正在 还 还是 又 再
    曾 曾经 目前 现在 当时 当日 当天 今日 今天 昨日 昨天 近日 日前 随后 此前 之前 之后 以后 以来 期间 当中 其中 其 所 者 称 说 表示 指出 认为 透露 介绍 告诉 告知 回应
    报道 消息 据 据悉 据称 得知 获悉 了解 了解到 记者 问题 情况 事情 事件 事 件 应该 可能 可以 能 能够 会 要 需 需要 必须 疑似 或 或者 或是 如果 因为 因此 所以 由于 由
    但是 然而 不过 同时 而且 并且 以及 关于 通过 根据 按照 进行 作为 成为 一般 非常 很 最 更 较 比较 大约 约 左右 许 多 余 几 个 名 位 人 只 次 件 起 年 月 日 号
    什么 怎么 为什么 如何 是否 何 吗 呢 吧 啊 地 得 着 过 去 来 让 给 向 跟 同 比 令 使 即 则 却 仍 仍然 才 只是 就是 不是 还有 这里 那里 相关 有关 方面 部分 所有
    人员 工作人员 负责人 相关部门 有关部门 发生 造成 导致 出现 存在 属于 来自 距今 第一 另 另外 此外 例如 确实 的确 实则 其实 实际 初步 最终 明确 强调 判断 听 听闻 看到
"""
STOP = frozenset(_STOP_WORDS.split())

_WORDY = re.compile(r"[㐀-鿿a-z0-9]")
# 不幸, 未来 and 抢救无效 deny nothing.
_NOT = re.compile(
    r"不(?!幸|惜|过|断|仅|久|少|同|但|得不|排除|明|详|便|止|料|乏|管|论|良|满|当|适|安|慎|时|远|能不|而知|法|佳|足|治|知|禁|顾|由)"
    r"|没(?!收)|(?<!有)(?<!毫)无(?!论|疑|数|辜|线|人机|锡|奈|效|法|意|故|偿|证)|未(?!来|婚|成年|必|央|免|遂)|并非|绝非|非(?=我|其|本|因|车|医|人)|何来|从无|毫无|否认"
)
PENDING = re.compile(r"还没|尚未|还未|暂未|暂无|未接到|没接到|没有接到|有待|尚不|仍未|暂不|没有考虑")
# What is asked or supposed denies nothing.
_IF = re.compile(r"如果|假如|倘若|一旦|是否|除非|若(?!干)|能不能|有没有|吗|[？?]")
SELECTIVE = 0.38  # a word that the article says more than twenty times brings everything together and tells nothing
_DONE = re.compile(r"已|达成|成立|决定|宣布|签署|正式|完成|确定将|公布了|发布了")
# Another toll, of another time.
_PAST = re.compile(r"去年|前年|历年|历史上|上世纪|全年|每年|年均|近[一二三四五六七八九十\d]+年")
# 应该是ET7, 或为蔚来ET5: which one it was, not one that is mentioned.
_IDENTIFIES = re.compile(r"(?:是|为|系|疑似|即)[^，,。；\n]{0,9}?[a-z]{1,6}-?\d")
_REACH = 8  # characters after a negation in which its word stands
_PASSIVE = re.compile(r"[被遭由]([^，,。；、\n]{1,10})")
_ENDS = re.compile(r"\s*(?:[，,。；;、！!？?）)”\"]|$|了|后(?!来|的)|并|的途|[一二两三四五六七八九十\d]|人数|，)")
_OF_OTHERS = re.compile(
    r"(?:这|此|该|上述|相关|有关)(?:一|些|种|类|个)?(?:说法|传言|传闻|消息|报道|指控|质疑|言论|内容|信息|爆料|观点|猜测)"
)
_ATTRIBUTES = frozenset({"伤者", "死者", "遇难者", "逝者", "坠亡", "伤员", "失联者", "失踪者", "伤势"})
# A claim's words stand in the article many times where they name what the story is about.
KNOWN_WEIGHT = {"answer": 1.6, "concept": 1.2, "word": 1.0}


Amounts = tuple[tuple[float, bool], ...]
"""The values of one kind in a passage, each with whether it is rough."""


@dataclass(frozen=True, slots=True)
class Draft:
    """An assertion ready for comparison."""

    id: str
    article: str
    story: str
    slot: str
    polarity: bool
    plain: str
    terms: dict[str, float]
    weight: float
    grams: frozenset[str]
    amounts: dict[str, Amounts]
    answers: frozenset[str]
    models: frozenset[str]
    denied: frozenset[str]
    agents: frozenset[tuple[str, str]]
    fate: int
    speaker: str
    is_open: bool
    is_pending: bool
    is_done: bool
    is_past: bool
    is_identifying: bool


def prepare(
    assertion: Assertion, articles: tuple[Article, ...], statements: tuple[Statement, ...], stories: tuple[Story, ...]
) -> Draft:
    """What the comparison of two assertions looks at, made once per assertion."""
    article = next(one for one in articles if one.id == assertion.article)
    text = slots.folded(article.text)
    counted_in = slots.opening(article.text)
    passage = text[assertion.start : min(assertion.end, assertion.start + slots.READ)]
    named = slots.concepts(passage)
    amounts: dict[str, Amounts] = {}
    counted = slots.quantities(passage, named)
    for one in counted:
        amounts[one.kind] = (*amounts.get(one.kind, ()), (one.value, one.is_rough))
    terms = _terms(passage, named, counted, counted_in)
    denied = _denied(passage, named, terms)
    if not assertion.polarity and (before := _referred(passage, text, assertion.start)):
        meant = _terms(before, slots.concepts(before), [], counted_in)
        denied |= meant.keys()
        terms = meant | terms
    plain = letters(passage)
    slot_of = slots.slot_of()
    return Draft(
        id=assertion.id,
        article=assertion.article,
        story=min((story.id for story in stories), default=""),
        slot=assertion.slot,
        polarity=assertion.polarity,
        plain=plain,
        terms=terms,
        weight=sum(terms.values()),
        grams=frozenset(plain[i : i + 2] for i in range(len(plain) - 1)),
        amounts=amounts,
        answers=frozenset(name for name, _, _ in named if name in slot_of),
        models=frozenset(slots.models(passage)),
        denied=denied,
        agents=_agents(passage, named),
        fate=_fate(passage, named),
        speaker=_speaker(assertion, statements),
        is_open=_IF.search(passage) is not None,
        is_pending=PENDING.search(passage) is not None,
        is_done=_DONE.search(passage) is not None,
        is_past="年份" in amounts or _PAST.search(passage) is not None,
        is_identifying=_IDENTIFIES.search(passage) is not None,
    )


def keys(draft: Draft) -> Iterable[str]:
    """What two assertions that answer one question share; always within one story."""
    for term, weight in draft.terms.items():
        if weight >= SELECTIVE:
            yield f"{draft.story}\x1f{term}"
    for kind in draft.amounts.keys() & slots.TELLING:
        yield f"{draft.story}\x1f#{kind}"
    if draft.answers & slots.PROGRESS.keys():
        yield f"{draft.story}\x1f#状况"


def _terms(
    passage: str, named: list[tuple[str, int, int]], counted: list[slots.Quantity], text: str
) -> dict[str, float]:
    """The content words of a passage, under one name each, the rarer in the article the heavier."""
    terms: dict[str, float] = {}
    slot_of = slots.slot_of()
    rest = list(passage)
    for name, start, end in named:
        if name != "目前":
            weight = KNOWN_WEIGHT["answer" if name in slot_of else "concept"] * _rarity(text.count(passage[start:end]))
            terms[name] = max(weight, terms.get(name, 0))
        rest[start:end] = "\n" * (end - start)
    for one in counted:
        rest[one.start : one.end] = "\n" * (one.end - one.start)
    for word in rjieba.cut("".join(rest).encode("utf-8", "replace").decode()):  # a lone surrogate is no word
        if word not in STOP and _WORDY.search(word) and word not in terms:
            terms[word] = (1.0 if len(word) > 1 else 0.5) * _rarity(text.count(word))
    return terms


def _rarity(count: int) -> float:
    return 1 / (1 + math.log(max(count, 1)) / 2)


def _denied(passage: str, named: list[tuple[str, int, int]], terms: dict[str, float]) -> frozenset[str]:
    """The terms that a negation stands in front of, or that 不实 stands behind: what is said not to be."""
    found = {name for name, _, _ in named if name == "无关"}
    if PENDING.search(passage):
        found.update(name for name, _, _ in named if name in slots.slot_of())
    for name, start, _ in named:
        if name == "不实":
            found.update(term for term in terms if term in passage[max(0, start - 2 * _REACH) : start])
    for mark in _NOT.finditer(passage):
        if any(start <= mark.start() < end and name != "否认" for name, start, end in named):
            continue
        reach = passage[mark.end() : mark.end() + _REACH]
        found.update(term for term in terms if term in reach)
        found.update(name for name, start, _ in named if mark.end() <= start < mark.end() + _REACH)
    return frozenset(found)


def _referred(passage: str, text: str, start: int) -> str:
    """The sentence that a denial of 这一说法 speaks of: the one before."""
    if not _OF_OTHERS.search(passage):
        return ""
    before = text[max(0, start - 120) : start].rstrip('。！？!? \n”"')
    return re.split("[。！？!?\n]", before)[-1]


def _agents(passage: str, named: list[tuple[str, int, int]]) -> frozenset[tuple[str, str]]:
    """Who did what in 被…, 遭…: 被家属拒绝 and 遭医院拒绝 are two accounts."""
    found = set()
    for match in _PASSIVE.finditer(passage):
        inside = [name for name, start, end in named if match.start(1) <= start and end <= match.end(1)]
        if len(inside) > 1:
            found.add((inside[-1], inside[0]))
    return frozenset(found)


def _fate(passage: str, named: list[tuple[str, int, int]]) -> int:
    """3 where the passage says that someone died, 2 where it is open, 1 where nobody was hurt, 0 where it says nothing of it."""
    if any(name == "无伤亡" for name, _, _ in named):
        return 1
    told = [
        slots.PROGRESS[name]
        for name, start, end in named
        if name in slots.PROGRESS
        and passage[start:end] not in _ATTRIBUTES
        and _ENDS.match(passage, end)
        and not (name == "死亡" and passage[end : end + 1] == "后")  # 去世后 tells of something else
    ]
    return 0 if not told else 3 if max(told) == slots.PROGRESS["死亡"] else 2


def _speaker(assertion: Assertion, statements: tuple[Statement, ...]) -> str:
    statement = next((one for one in statements if one.id == assertion.statement), None)
    return fold(statement.speaker) if statement and statement.speaker else ""
