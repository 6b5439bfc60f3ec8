"""Whether two assertions of one story answer one question, and whether they give one answer."""

from __future__ import annotations

from suyuan.claims.keys import Draft
from suyuan.claims.slots import PROGRESS
from suyuan.records import ClaimLink, SameClaim, digest

ALIKE = 0.46  # best pair F1 on bench/claims, flat between .42 and .50
CONTEXT = 0.30  # how near the rest must be before another value makes two assertions rivals

OPPOSED = 2.0  # wording this near, one with a negation and one without: the one denies the other
DOUBT = 0.12  # a negation on one side only takes this from the score

# Quantities that nearly always measure one thing within one story; others are counted of many things.
TELLING = frozenset(
    "死亡人数 受伤人数 失联人数 被困人数 获救人数 时刻 楼层 克 元 美元 港元 欧元 日元 英镑 数 岁 平方米 亩 % 度 级 时速 码 套 米 年数 海里 户 辆 人次 例 升".split()  # noqa: SIM905
)
ROUGH = 0.06  # 200余万 and 207万 are one amount
EXACT = 0.001
MINUTES = 5  # 17时20分左右 and 17时22分许 are one time


def same(one: Draft, other: Draft) -> SameClaim | None:
    """Whether two assertions answer one question, alike or not."""
    if one.story != other.story or one.id == other.id:
        return None
    if one.id > other.id:
        one, other = other, one
    alike, differ, telling = _amounts(one, other)
    shared = [term for term in one.terms if term in other.terms]
    if not shared and not telling and not (one.models & other.models):
        return None
    words = _words(one, other, shared)
    fate = _fates(one, other)
    clash = bool(differ) or fate or _models_differ(one, other)
    if clash:
        if words >= CONTEXT and len(shared) > 1:
            return _link(one, other, ClaimLink.RIVAL, min(words, 1.0), [*shared, *(f"≠{kind}" for kind in differ)])
        return None
    score = words + 0.3 * telling + 0.08 * (alike - telling) + (0.4 if one.models & other.models else 0.0)
    if one.polarity != other.polarity or (one.is_negative != other.is_negative and score >= OPPOSED):
        return _link(one, other, ClaimLink.RIVAL, min(score, 1.0), ["polarity", *shared]) if score >= ALIKE else None
    score -= DOUBT if one.is_negative != other.is_negative else 0.0
    return _link(one, other, ClaimLink.SAME, min(score, 1.0), shared) if score >= ALIKE else None


def _words(one: Draft, other: Draft, shared: list[str]) -> float:
    """How much of the shorter passage's wording stands in the longer, by words and by pairs of characters."""
    if one.plain == other.plain:
        return 1.0
    weight = sum(min(one.terms[term], other.terms[term]) for term in shared)
    shorter = max(min(one.weight, other.weight), 1.2)
    grams = len(one.grams & other.grams) / max(min(len(one.grams), len(other.grams)), 6)
    return 0.5 * weight / shorter + 0.5 * grams


def _amounts(one: Draft, other: Draft) -> tuple[int, list[str], int]:
    """How many kinds of quantity agree, which telling ones differ, and how many telling ones agree."""
    alike, telling, differ = 0, 0, []
    for kind, mine in one.amounts.items():
        theirs = other.amounts.get(kind)
        if theirs is None:
            continue
        if any(equal(kind, a, b) for a in mine for b in theirs):
            alike += 1
            telling += kind in TELLING
        elif kind in TELLING:
            differ.append(kind)
    return alike, differ, telling


def equal(kind: str, a: tuple[float, bool], b: tuple[float, bool]) -> bool:
    """Whether two amounts of a kind are one, roughly where either is rough."""
    if kind == "时刻":
        return abs(a[0] - b[0]) <= (MINUTES if a[1] or b[1] else 0)
    return abs(a[0] - b[0]) <= (ROUGH if a[1] or b[1] else EXACT) * max(a[0], b[0])


def _fates(one: Draft, other: Draft) -> bool:
    """One says dead, the other something that is not dead yet."""
    mine = max((PROGRESS.get(name, 0) for name in one.answers), default=0)
    theirs = max((PROGRESS.get(name, 0) for name in other.answers), default=0)
    return min(mine, theirs) > 0 and max(mine, theirs) == PROGRESS["死亡"] and mine != theirs


def _models_differ(one: Draft, other: Draft) -> bool:
    return bool(one.models and other.models and not one.models & other.models)


def _link(one: Draft, other: Draft, link: ClaimLink, score: float, evidence: list[str]) -> SameClaim:
    return SameClaim(
        id=digest("same claim", one.id, other.id), a=one.id, b=other.id, link=link, score=round(score, 4), evidence=tuple(sorted(evidence)[:8])
    )
