"""How surely the speaker commits to the content, with the words that show it."""

from __future__ import annotations

import re

from suyuan.records import Hedge, Span
from suyuan.statements.cues import Cue, Stance

_POSSIBLE = re.compile(
    r"不排除|排除不了|有?(?<![不尽的])(?<!无限)可能(?!性|的|[”’」]|(?!会?(?:在|造成|导致|引发|带来|影响|加剧|成为|面临|出现(?!的)))[^，。；、]{1,6}的[\u4e00-\u9fff]|(?<=[对及与和、或免止何]可能)[^，。；、]{1,12}的[\u4e00-\u9fff])|可能性|或许|也许|大概|恐怕|恐(?=将|会|已|导致|引发|影响|难|加剧|造成|面临|成)|疑似(?!患者|病例|病人|感染者|人员|恐怖|案例)|疑为|似乎|好像|看似|看起来|貌似|或将|或会|或为|或是因|或已|或因|或可|或与|或在|或难|或超(?=过|\d)|"
    r"(?<!如果)(?<!若)预计|估计|预料|料将|料会|推测|猜测|猜|推断|据推|据信|相信是|应该是|应该会|应当是|有望|有机会|有一线希望|有迹象|怀疑|很有可能|不一定|未必|说不定|没准|之嫌|初步计算|初步估算|初步测算|初步统计|初步判断|初步认定|初步认为|初步推断|初步怀疑|初步估计|看上去|吧(?=[。，！”？]|$)|不太可能|不大可能|(?<!一)[大小]概率|概率(?:较|很|更|最|极)?[大高小低]|可望|(?<![材资原草饲燃塑饮布涂颜配照肥香调史废物毛面衣])料(?=[将会可达])|倾向于认为|望于"
)
_UNKNOWN = re.compile(
    r"尚不清楚|不清楚|尚不明确|还不能确定|不能确定|无法确定|尚未确定|(?<!策)不确定(?!性)|尚无定论|尚不确定|还不确定|难以确定|无从得知|不得而知|不知道|并不知情|有待(?:进一步)?(?:调查|确认|核实|查明|观察)|还要调|才能确定|仍在调查|尚待|还需调查|未知|(?:尚未|还未|无法|不能|难以|有待|不清楚|不知道|不了解|不掌握|需要?).{0,6}(?<!就)是否|难以判断|无法判断|没有定论|并不了解"
)
_WISH = re.compile(
    r"(?:非常|也|还|都|很|衷心|真心|更|特别|十分|强烈|并|我们?|自己|公司|他们?|她|大家|其)*(?:希望|呼吁|建议|期待|期望|盼望|盼|敦促|请(?=[大各广您你求])|恳请|要求|不要|不应|务必|切勿|望|祈望|祝愿)"
)
_DOUBLE = re.compile(r"(?:不|没有|从未|并未|未|并没有|毫不|不会)(?:能|曾|敢|再)?$")


def is_negated(plain: str, cue: Cue, cue_start: int) -> bool:
    """林远不认为…, 官方不建议…: the 不 before the cue turns its content round and belongs to it."""
    is_turned = plain.endswith("不", 0, cue_start) and not plain.endswith("不得不", 0, cue_start)
    return is_turned and cue.stance in (Stance.THINK, Stance.WISH, Stance.ORDER, Stance.GUESS)


def hedge(plain: str, cue: Cue, cue_start: int, parts: tuple[Span, ...]) -> tuple[Hedge, tuple[Span, ...]]:
    """The hedge of a content and the spans of its triggers."""
    if cue.stance is Stance.DENY:
        if _DOUBLE.search(plain[max(0, cue_start - 4) : cue_start]):
            return Hedge.CERTAIN, ()
        return Hedge.DENIED, (Span(start=cue_start, end=cue_start + len(cue.word)),)
    own = (Span(start=cue_start, end=cue_start + len(cue.word)),)
    if is_negated(plain, cue, cue_start):
        return Hedge.DENIED, (Span(start=cue_start - 1, end=cue_start + len(cue.word)),)
    if cue.stance in (Stance.WISH, Stance.ASK, Stance.ORDER) and cue.word not in ("警告", "提醒"):
        return Hedge.UNKNOWN, own
    first = parts[0]
    head = re.match(r"[“‘\s，]*", plain[first.start : first.end])
    begin = first.start + (head.end() if head else 0)
    if wish := _WISH.match(plain, begin, first.end):
        return Hedge.UNKNOWN, (Span(start=begin, end=wish.end()),)
    if cue.stance is Stance.GUESS:
        return Hedge.POSSIBLE, own
    spans = _triggers(_POSSIBLE, plain, parts)
    if spans:
        return Hedge.POSSIBLE, spans
    last = parts[-1].end
    if "？" in plain[last - 1 : last + 1]:
        return Hedge.UNKNOWN, (Span(start=parts[0].start, end=last),)
    if spans := _triggers(_UNKNOWN, plain, parts[:1]):
        return Hedge.UNKNOWN, spans
    return Hedge.CERTAIN, ()


# 受政府可能停摆等因素影响, 加上政府可能停摆: why, and not how surely.
_A_CAUSE = re.compile(r"(?:^|(?<=[，。；：“”]))(?:加上|由于|鉴于|受)[^，。；]*$")


def _triggers(pattern: re.Pattern[str], plain: str, parts: tuple[Span, ...]) -> tuple[Span, ...]:
    """Where a pattern stands in the first sentence of a content: what comes later is about something else."""
    found = []
    for part in parts:
        stop = min((at for mark in "。！？" if (at := plain.find(mark, part.start, part.end)) >= 0), default=part.end)
        found += [
            Span(start=m.start(), end=m.end())
            for m in pattern.finditer(plain, part.start, stop)
            if not _A_CAUSE.search(plain, part.start, m.start())
        ]
    return tuple(found)
