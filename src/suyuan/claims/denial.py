"""Whether one assertion denies what another says: a false denial is worse than a missed one, so it must be plain.

Negations are everywhere in news, and nearly none of them deny somebody's claim: on five real days nine in ten of those
that stood near a claim in its words did not. So one voice denies nothing that it says itself, a negation that sets
off, forbids or leaves open denies nothing, and what is denied must be met by most of what is asserted.
"""

from __future__ import annotations

import re

from suyuan.claims.keys import Draft, are_apart, shared_weight
from suyuan.claims.pair import Pair
from suyuan.claims.slots import CONCEPTS
from suyuan.claims.stance import COPULA

LEAST = 0.6  # weight of the words that both have: below it likeness is chance
REFUSED = 0.5  # share of the other's words that stand in what is called untrue
PARTLY = 0.3  # and where about half of what is called untrue stands in the other
MOSTLY = 0.45
BARELY = 0.18  # and where all of it does
NEGATED = 0.4  # share of the other's words behind a bare negation, all of whose words the other must have
ALL = 0.8
NEARLY = 0.7  # of its own words, where it repeats the other with a negation
HEAVY = 1.1
HEARD = 0.4  # weight that is enough where nobody answers for what is denied
OF_FIGURE = 0.5  # what an equal figure weighs
# What keeps two passages from being one claim asks for less than what denies.
OPPOSED = 0.45  # wording this near, one with a negation and one without
MET = 0.4  # share of what 否认 or 不实 denies that the other asserts
OPEN = 0.8  # 还没有考虑赔偿, 已达成赔偿协议: one weighty thing, open and then settled
HALF = 0.5  # a bare 没有 denies many small things: it must be most of its passage, and be met by most of it
MIRRORED = 0.6  # 没有抢手机, 还有抢手机: in one wording, most of what the two share is what the one denies
REPEATED = 0.8
TELLS = 0.5  # a word below this weight is what the whole story is about
WEIGHTY = 0.6
_SAYS_NO = re.compile(r"拒绝|拒不|难以|无法|很难|难重")  # negations that name no word as untrue
OF_ANYTHING = frozenset({"原因", "真伪", "否认", "不实", "属实"})  # answers that tell nothing of what is asked
# What there is none of in 没有关闭的计划: the rumour is of the closing.
INTENT = frozenset({"计划", "打算", "安排", "意向"})


def is_denial(side: Draft, against: Draft) -> bool:
    """Whether `side` says that what `against` asserts is not so."""
    if side.is_set_off or against.refuses or not (side.refuses or side.denied) or _is_one_voice(side, against):
        return False
    if _SAYS_NO.search(against.plain) and not against.is_rumour:
        return False  # 不接受和解 and 拒绝和解 say one thing
    is_of_another = bool(side.refused_of) and side.refused_of.isdisjoint(against.terms)
    if is_of_another or (not side.refuses and are_of_two_states(side, against)):
        return False
    if not against.is_rumour and (against.is_open or (side.is_of_others and side.article != against.article)):
        return False
    is_of_talk = side.refuses and against.is_hearsay and not (side.is_hearsay or COPULA.search(side.plain))
    words = (side.refused if side.refuses else side.denied) - against.denied - OF_ANYTHING
    if is_of_talk:
        words -= INTENT
    common = words & against.terms.keys()
    if side.refused_figures and not common:
        return _is_of_figure(side, against)
    acts = side.denied & side.verbs
    if acts and acts.isdisjoint(against.terms):
        return False  # 没有关闭工厂的计划 denies no 生产计划 of the factory
    if common <= against.names:
        return False  # whom it is about, and nothing of what is said of him
    met = sum(min(side.terms.get(term, 0.0), against.terms[term]) for term in sorted(common))
    said = met / max(against.weight, 0.1)
    told = met / max(sum(side.terms.get(term, 0.0) for term in sorted(words)), 0.1)
    if is_of_talk:
        figure = OF_FIGURE * _is_of_figure(side, against)
        return met + figure >= HEARD and told >= MOSTLY and (len(common) > 1 or figure > 0 or told >= ALL)
    if side.refuses:
        is_all = said >= BARELY and told >= ALL
        is_much = len(common) > 1 and (said >= REFUSED or (said >= PARTLY and told >= MOSTLY))
        return met >= LEAST and (is_much or is_all)
    if against.denied or len(common) < 2 or said < NEGATED:
        return False
    return (met >= HEAVY and told >= ALL) or _repeats(side, against)


def _repeats(side: Draft, against: Draft) -> bool:
    """没有抢手机, 还有抢手机: nearly all that either says, the other says too."""
    both = shared_weight(side, against, sorted(side.terms.keys() & against.terms.keys()))
    return both >= ALL * against.weight and both >= NEARLY * side.weight


def are_of_two_states(one: Draft, other: Draft) -> bool:
    """俄罗斯没有病毒传播, 病毒传播到尼泊尔: each names a state, and neither the other's."""
    return are_apart(one.states, other.states)


def _is_of_figure(side: Draft, against: Draft) -> bool:
    """“八百年”一说不实: nothing but a figure is called untrue, and it is the other's."""
    return any(value in side.refused_figures for row in against.amounts.values() for value, _ in row)


def _is_one_voice(side: Draft, against: Draft) -> bool:
    """One speaker, one article's narration, or one passage inside the other; talk that is only reported is another's."""
    if side.article == against.article and side.span[0] < against.span[1] and against.span[0] < side.span[1]:
        return True
    is_one = side.speaker == against.speaker and (bool(side.speaker) or side.article == against.article)
    return is_one and not against.is_rumour


def is_opposed(both: Pair, score: float) -> bool:
    """Whether one of two passages negates what the other says, so that they are no one claim; `score` speaks for one."""
    one, other = both.one, both.other
    return _negates(one, other, score) or _negates(other, one, score) or _is_mirrored(both)


def takes_back(side: Draft, against: Draft) -> bool:
    """A denial, a correction and what is called untrue never support what is asserted without any negation."""
    return side.refuses and not against.refuses and not against.denied


def _is_mirrored(both: Pair) -> bool:
    denied = sum(term in both.one.denied ^ both.other.denied for term in both.shared)
    return len(both.shared) > 1 and denied >= MIRRORED * len(both.shared) and both.wording >= REPEATED


def _negates(side: Draft, against: Draft, score: float) -> bool:
    """Near wording with a negation, or most of what is denied stands on the other side."""
    words = sorted(side.denied & against.terms.keys() - against.denied)
    met = [term for term in words if min(side.terms.get(term, 0), against.terms[term]) >= TELLS]
    weight = shared_weight(side, against, met)
    if weight < WEIGHTY or weight < 0.15 * against.weight:
        return False
    denied = sum(side.terms.get(term, 0) for term in sorted(side.denied))
    named = [min(side.terms[term], against.terms[term]) for term in met if term in CONCEPTS]
    refused = side.refuses and weight >= MET * min(denied, 2.0) and (len(met) > 1 or len(side.denied) < 3)
    near = score >= OPPOSED and bool(named)
    settled = side.is_pending and against.is_done and max(named, default=0) >= OPEN
    whole = weight >= max(HEAVY, HALF * denied) and denied >= HALF * side.weight
    return refused or near or settled or whole
