"""How two claims on one question stand to each other."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from suyuan.claims.denial import OF_ANYTHING, are_of_two_states, is_denial
from suyuan.claims.keys import Draft, are_apart
from suyuan.claims.slots import IDLE, PASSING, RUNNING, TELLING, TOLLS
from suyuan.claims.stance import PENDING, SAYS_SO
from suyuan.records import RelationType

NAMES = frozenset({"型号", "施事"})
COUNTS = PASSING | TOLLS  # of people: 9人失联 is no answer to how many died
AT_THE_SCENE = frozenset("艘 架 辆 台 支".split())  # who and what is at work there: now so many, then so many
GROWING = frozenset({"死亡人数", "获救人数"})
# Of these many are told in every report of money and markets.
MANIFOLD = frozenset("元 美元 港元 欧元 日元 英镑 韩元 % 百分点 倍 人次 辆 户 亩 平方米 数 年数".split())
IN_ALL = frozenset({"金额", "花费"})  # concepts: 总费用合计, 总花费
DAY = timedelta(hours=18)
REWRITTEN = 0.5  # share of the character pairs
_UPDATE = re.compile(r"更新|升至|增至|上升到|增加到|上升至|增加至|更正|修正|最新|改为|调整为|重新发布|已达")


@dataclass(frozen=True, slots=True)
class Side:
    """One claim, as far as its standing to another goes; `first` and `last` are published, `seen` is the first sight."""

    claim: str
    drafts: tuple[Draft, ...]
    first: datetime | None
    seen: datetime
    last: datetime | None
    slot: str
    newsrooms: frozenset[str | None]
    words: str


Found = tuple[RelationType, str, str, str] | None
"""Type, the claim that acts, the claim that is acted on, and why."""


def relate(one: Side, other: Side, marks: frozenset[str]) -> Found:
    """How two claims stand to each other; `marks` are the evidence of the links that hold them apart."""
    early, late = (one, other) if _order(one) <= _order(other) else (other, one)
    is_one_question = one.slot == other.slot or "状况" in (one.slot, other.slot)
    is_told_of_fates = is_one_question and not _is_one_articles(one, other)
    if "≠状况" in marks and is_told_of_fates and _fate(one) != _fate(other) and _fate(one) and _fate(other):
        worse, better = (one, other) if _fate(one) > _fate(other) else (other, one)
        return RelationType.SUPERSEDES, worse.claim, better.claim, "what became of them is known later"
    if "±" in marks:
        return _denial(early, late)
    kinds = (mark[1:] for mark in marks if mark.startswith("≠"))
    found = (_of_kind(early, late, kind) for kind in sorted(kinds, key=lambda kind: (kind != "死亡人数", kind)))
    return next((one for one in found if one), None) or (_confirmed(early, late) if "✓" in marks else None)


def _confirmed(early: Side, late: Side) -> Found:
    """One claim says of the other that it is so."""
    by, of = (early, late) if _affirms(early) else (late, early)
    if not _affirms(by) or _affirms(of):
        return None
    return RelationType.CONFIRMS, by.claim, of.claim, "said to be so"


def _affirms(side: Side) -> bool:
    return _mostly(side, lambda draft: SAYS_SO.search(draft.plain) is not None)


def _of_kind(early: Side, late: Side, kind: str) -> Found:
    if kind in NAMES:
        is_named = kind != "型号" or (_has_models(early) and _has_models(late))
        if not is_named or _is_one_newsrooms(early, late):
            return None
        return RelationType.CONTRADICTS, early.claim, late.claim, f"another answer: {kind}"
    before, after = _values(early, kind), _values(late, kind)
    is_asked = kind not in COUNTS or early.slot == late.slot == kind
    if not before or not after or not is_asked:
        return None
    if set(before) & set(after) and not _is_broken_down(early, late, kind):
        return None
    if _are_of_others(early, late) or _is_one_articles(early, late):
        return None
    if kind == "获救人数" and _is_a_part(late, early, kind):
        return None
    if known := _dated(early, late, kind) or (_grown(early, late, kind) if kind in GROWING else None):
        return known
    if kind in MANIFOLD and not _is_one_measure(early, late):
        return None
    if _is_update(early, late, kind):
        return RelationType.SUPERSEDES, late.claim, early.claim, f"{kind} brought up to date"
    if kind not in TELLING or (kind in TOLLS and _is_one_of_them(before, after)):
        return None  # what is merely counted is of many things
    return RelationType.CONTRADICTS, early.claim, late.claim, f"{kind}: {min(before):g} ≠ {min(after):g}"


def _is_one_of_them(before: list[float], after: list[float]) -> bool:
    """致一人死亡 in one charge, 共造成14人死亡: one who died is one of many, and no other count of them."""
    few, many = sorted((max(before), max(after)))
    return few == 1 and many > _SOME


_SOME = 3  # dead


def _is_a_part(late: Side, early: Side, kind: str) -> bool:
    """9 rescued by one boat do not replace 22: how many were rescued is made smaller by a correction only."""
    return max(_values(late, kind)) < max(_values(early, kind)) and not _CORRECTED.search(late.words)


_CORRECTED = re.compile(r"更正|修正|下调|改为|误|重新核|核减")


def _is_update(early: Side, late: Side, kind: str) -> bool:
    """Whether the later of two figures takes the earlier one's place: it passes, it says so, or one newsroom wrote it anew."""
    if (early.first, early.seen) == (late.first, late.seen):
        return False
    if kind in PASSING | AT_THE_SCENE or _UPDATE.search(late.words):
        return True
    if kind in IDLE:
        return False
    if kind in RUNNING:
        is_more = min(_values(late, kind)) > max(_values(early, kind))
        return is_more and all(_mostly(side, lambda draft: kind in draft.amounts) for side in (early, late))
    if kind not in TELLING and _are_of_two_voices(early, late):
        return False  # 上交所: 2起, 深交所: 4起
    if kind not in TELLING and not early.newsrooms.isdisjoint(late.newsrooms) and _is_one_day(early, late):
        return True
    return kind not in MANIFOLD and (_is_rewritten(early, late) or _is_broken_down(early, late, kind))


def _is_one_measure(one: Side, other: Side) -> bool:
    """Prices, rates and sums are told of many things: of one only where two speakers put it in nearly one wording, on one day.

    What a sum came to in all is asked in any words, and on any day.
    """
    if all(any(draft.terms.keys() >= IN_ALL for draft in side.drafts) for side in (one, other)):
        return True
    return _is_one_day(one, other) and _are_of_two_voices(one, other) and _are_reworded(one, other)


def _is_one_day(one: Side, other: Side) -> bool:
    return one.first is not None and other.first is not None and abs(one.first - other.first) < DAY


def _is_one_articles(one: Side, other: Side) -> bool:
    """Two figures or fates in one article are of two, or the article tells itself how the one became the other."""
    mine, theirs = ({draft.article for draft in side.drafts} for side in (one, other))
    return mine <= theirs or theirs <= mine


def _are_of_two_voices(one: Side, other: Side) -> bool:
    mine, theirs = ({draft.speaker for draft in side.drafts if draft.speaker} for side in (one, other))
    return are_apart(mine, theirs)


def _is_one_newsrooms(one: Side, other: Side) -> bool:
    """One newsroom tells both, and nobody else is heard."""
    return len(one.newsrooms | other.newsrooms) == 1 and not _are_of_two_voices(one, other)


def _are_of_others(one: Side, other: Side) -> bool:
    """Both name somebody or something by name, and nobody in common: two firms' capital, two cities' product."""
    mine, theirs = (frozenset[str]().union(*(draft.names for draft in side.drafts)) for side in (one, other))
    return are_apart(mine, theirs)


def _dated(one: Side, other: Side, kind: str) -> Found:
    """Values that say as of when they hold: the later replaces the earlier, and two of one time cannot both be right."""
    mine, theirs = _as_of(one, kind), _as_of(other, kind)
    if not mine and not theirs:
        return None
    if not mine or not theirs:
        told, open_ = (one, other) if mine else (other, one)
        since = max((draft.hour for draft in open_.drafts), default="")
        if since <= max(mine, theirs):
            return None
        return RelationType.SUPERSEDES, open_.claim, told.claim, f"{kind} as of {since}"
    if mine == theirs:
        return RelationType.CONTRADICTS, one.claim, other.claim, f"{kind}: both as of {mine}"
    early, late = (one, other) if mine < theirs else (other, one)
    return RelationType.SUPERSEDES, late.claim, early.claim, f"{kind} as of {_as_of(late, kind)}"


def _as_of(side: Side, kind: str) -> str:
    """The hour that most of those passages name which say as of when a value holds."""
    found = Counter(draft.as_of for draft in side.drafts if kind in draft.amounts and "T" in draft.as_of)
    return max(found, key=lambda when: (found[when], when), default="")


def _is_rewritten(early: Side, late: Side) -> bool:
    """One newsroom that prints the sentence again with another value."""
    if len(early.newsrooms | late.newsrooms) > 1 or None in early.newsrooms:
        return False
    return _are_reworded(early, late)


def _is_broken_down(early: Side, late: Side, kind: str) -> bool:
    """危重3人、重症18人, 危重4人、重症17人: one list of counts, whoever prints it."""
    lists = all(any(len(draft.amounts.get(kind, ())) > 1 for draft in side.drafts) for side in (early, late))
    return lists and _are_reworded(early, late)


def _are_reworded(early: Side, late: Side) -> bool:
    return any(
        len(one.grams & other.grams) >= REWRITTEN * len(one.grams | other.grams)
        for one in early.drafts
        for other in late.drafts
    )


def _grown(early: Side, late: Side, kind: str) -> Found:
    """A toll grows: the larger one replaces the smaller, unless it was given up before the smaller one was heard of."""
    small, large = sorted((early, late), key=lambda side: max(_values(side, kind)))
    if large.last is None or small.first is None or large.last < small.first:
        return None
    return (
        RelationType.SUPERSEDES,
        large.claim,
        small.claim,
        f"{kind}: {max(_values(small, kind)):g} → {max(_values(large, kind)):g}",
    )


def _denial(early: Side, late: Side) -> Found:
    """One side negates what the other says; a thing not yet done is overtaken by its being done, not denied."""
    before, after = (_refuses(early), _denies(early)), (_refuses(late), _denies(late))
    if before == after:
        return None
    side, against = (early, late) if before > after else (late, early)
    if early.slot != late.slot and _values(early, early.slot) and _values(late, late.slot):
        return None  # 暂无伤亡报告 beside how many were moved is not settled by how much it rained
    if side is early and not _refuses(early) and _is_settled(early, late):
        return RelationType.SUPERSEDES, late.claim, early.claim, "what was still open is settled"
    if not _refuses(side) and PENDING.search(side.words):
        return None
    denied = sum(any(is_denial(one, other) for one in side.drafts) for other in against.drafts)
    if 3 * denied < len(against.drafts):
        return None  # that one passage only mentions what another claim denies makes no denial of its claim
    return RelationType.DENIES, side.claim, against.claim, "the same proposition is denied"


def _is_settled(early: Side, late: Side) -> bool:
    """Whether what one claim leaves open is what the other tells, and of nobody else."""
    if not PENDING.search(early.words) or all(one.is_set_off for one in early.drafts):
        return False
    if _is_one_articles(early, late):
        return False
    if _are_of_others(early, late) or PENDING.search(late.words):
        return False
    open_ = {term for draft in early.drafts for term in draft.denied} - OF_ANYTHING
    told = sum(
        not open_.isdisjoint(draft.terms) and not any(are_of_two_states(one, draft) for one in early.drafts)
        for draft in late.drafts
    )
    return 2 * told >= len(late.drafts)


def _order(side: Side) -> tuple[str, str, str]:
    """By publication; the second state of one page by when it was seen."""
    return (side.first.isoformat() if side.first else "9", side.seen.isoformat(), side.claim)


def _fate(side: Side) -> int:
    """What most of a claim's passages say became of people; 0 where it is only mentioned in passing."""
    found = Counter(draft.fate for draft in side.drafts)
    fate, count = max(found.items(), key=lambda item: (item[1], item[0]))
    return fate if 2 * count > len(side.drafts) else 0


def _mostly(side: Side, test: Callable[[Draft], bool]) -> bool:
    """Whether more than half of a claim's passages pass a test."""
    return 2 * sum(test(draft) for draft in side.drafts) > len(side.drafts)


def _refuses(side: Side) -> bool:
    return _mostly(side, lambda draft: draft.refuses)


def _denies(side: Side) -> bool:
    return _mostly(side, lambda draft: draft.refuses or bool(draft.denied))


def _has_models(side: Side) -> bool:
    return 3 * sum(bool(draft.models) for draft in side.drafts) >= len(side.drafts)


def _values(side: Side, kind: str) -> list[float]:
    """The values of one kind, where at least a third of a claim's passages give one."""
    having = [draft.amounts[kind] for draft in side.drafts if kind in draft.amounts]
    return sorted({value for row in having for value, _ in row}) if 3 * len(having) >= len(side.drafts) else []
