"""Whether two assertions of one story answer one question, and whether they give one answer."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import takewhile

from suyuan.claims.agreement import are_of_two_parts, is_event, is_one_model
from suyuan.claims.by_hand import is_joined, is_parted
from suyuan.claims.denial import OF_ANYTHING, is_denial, is_opposed, takes_back
from suyuan.claims.keys import Draft, are_apart, are_two, shared_weight
from suyuan.claims.pair import SHARES, Pair, measures, pair
from suyuan.claims.slots import TELLING, TOLLS
from suyuan.claims.stance import SAYS_SO
from suyuan.records import ClaimLink, SameClaim, digest

BY_HAND = "the owner says so"
AFFIRMED = "✓"  # 账期延长是真的: says of what others told that it is so
BY_LETTERS = "≈"  # near in its letters: no link of its own, and a ground on which two claims may be one
NEAR = 0.5  # nearness below which two passages are not looked at again: no mean of `split.NEAR_TOGETHER` is without one above
LOOSE = 0.38  # pair F1 on bench/claims flat from .36 to .42; a loose link is held back by `split.TOGETHER`
AMID = 0.5  # two speakers of one article: at .38 most claims of the stream that showed two origins showed them falsely
WISHED = 0.9  # nearly the same words: a copy, or a speech that two reports quote
CONTEXT = 0.45  # how near the rest must be before another value makes two assertions rivals
SUBJECT = 0.65  # share of all content words that two rival measures have in common
REPEATED = 0.8  # one sentence with another number in it
PERSONAL = 0.9  # ages are told of many people
SURE = 0.5  # what is said to be so in wording this near is the claim itself
AFFIRMS = 0.6  # share of what is said to be so that the other tells
WEIGHTY = 0.6  # what is told must share a word that tells, not what the whole story is about
HEAVY = 1.1  # two passages about one thing share more than one such word
SUBSTANCE = 0.7  # weight of shared words below which likeness is chance
DOUBT = 0.1  # a negation on one side only takes this from the score
SPEAKER = 0.1  # one speaker in two places mostly repeats himself
FATE = 0.1  # both say that someone died
FATAL = 0.15  # only one says that someone died
ELSE = 0.15  # each has a measure or a model that the other lacks
BARE = 0.6  # weight of words below which a passage is nothing but its number
NUMBER = 0.2
EVENT = 0.04  # above .05 passages join that only tell of one event
MUCH = 0.04  # long passages that share much are one claim, though each says more
OPENING = 4  # characters of a subject
NAMED = 0.4  # the same model, flight or product number


def same(one: Draft, other: Draft) -> SameClaim | None:
    """Whether two assertions answer one question, alike or not."""
    if one.id == other.id:
        return None
    if one.id > other.id:
        one, other = other, one
    if is_joined(one.joined, other.joined):
        return _link(one, other, ClaimLink.SAME, 1.0, [BY_HAND])
    if is_parted(one.parted, other.parted):
        return _link(one, other, ClaimLink.RIVAL, 1.0, [BY_HAND])
    if _are_of_two_matters(one, other):
        return None
    both = pair(one, other)
    is_asked_of = both.telling or both.differ or (one.fate and other.fate) or (one.models and other.models)
    if both.weight < WEIGHTY and not is_asked_of and both.nearness < NEAR:
        return None
    apart = [f"≠{kind}" for kind in both.differ if kind not in SHARES]
    apart += [name for name, test in _APART if test(one, other)]
    if apart or both.differ:
        return _rivals(both, apart) if apart else None
    if both.counted and (both.wording >= REPEATED or _is_running_count(both)):
        return _link(one, other, ClaimLink.RIVAL, CONTEXT, [f"≠{both.counted}", *both.shared])
    return _alike_or_denied(both)


def _are_of_two_matters(one: Draft, other: Draft) -> bool:
    """Two stories, two items of a round-up, two states, two shares, two people: whatever the words."""
    return (
        one.story != other.story
        or _are_abroad(one, other)
        or (one.article == other.article and one.item != other.item)
        or are_apart(one.moves, other.moves)  # 甲涨1%, 甲涨超2%、乙涨超1%
        or are_two(one.told_of, other.told_of)
    )


def _alike_or_denied(both: Pair) -> SameClaim | None:
    """Of two passages of which no value differs."""
    one, other = both.one, both.other
    score = _score(both)
    if is_denial(one, other) or is_denial(other, one):
        return _link(one, other, ClaimLink.RIVAL, max(score, CONTEXT), ["±", *both.shared])
    if one.refuses != other.refuses or one.denied ^ other.denied:
        if not (one.is_open or other.is_open) and is_opposed(both, score):
            return _link(one, other, ClaimLink.RIVAL, max(score, CONTEXT), ["±", *both.shared])
        score -= DOUBT
    if takes_back(one, other) or takes_back(other, one):
        return _link(one, other, ClaimLink.RIVAL, max(score, CONTEXT), ["±", *both.shared]) if score >= LOOSE else None
    if _is_told_otherwise(both, score):
        return None
    score += EVENT if len(both.shared) > 2 and is_event(both.shared) else 0.0
    if score < SURE and (_affirms(one, other) or _affirms(other, one)):
        return _link(one, other, ClaimLink.RIVAL, max(score, CONTEXT), [AFFIRMED, *both.shared])
    is_told_alike = both.telling or one.plain == other.plain or both.weight >= SUBSTANCE
    if score >= _needed(both) and is_told_alike:
        return _link(one, other, ClaimLink.SAME, score, both.shared)
    near = both.likeness
    return _link(one, other, ClaimLink.SAME, near, [BY_LETTERS, *both.shared]) if near >= NEAR else None


def _is_told_otherwise(both: Pair, score: float) -> bool:
    """Two wills, another number or act, another place, some and the rest: near words, and another thing."""
    one, other = both.one, both.other
    if (one.is_wish or other.is_wish) and one.speaker != other.speaker and score < WISHED:
        return True
    if not both.telling and (both.counted or (one.plain != other.plain and (_is_number(one) or _is_number(other)))):
        return True
    if not both.telling and _is_another_act(both):
        return True
    return score < WISHED and (are_apart(one.provinces, other.provinces) or are_of_two_parts(one, other))


def _affirms(side: Draft, against: Draft) -> bool:
    """供应商账期延长是真的: all that is said to be so stands in what another told."""
    if (
        not SAYS_SO.search(side.plain)
        or side.refuses
        or side.denied
        or side.speaker == against.speaker
        or not side.speaker
    ):
        return False
    if SAYS_SO.search(against.plain) or against.refuses or against.denied:
        return False
    words = side.terms.keys() - OF_ANYTHING - {"真伪"}
    met = shared_weight(side, against, sorted(words & against.terms.keys()))
    return met >= WEIGHTY and met >= AFFIRMS * sum(side.terms[word] for word in words)


def _are_abroad(one: Draft, other: Draft) -> bool:
    """一架飞机在北国坠毁, 一架飞机在南国坠毁: the headline of each names states of which the other says nothing.

    Or the passage itself does (我国尚未发现病例), and the other's report is about another state.
    """
    for side, against in ((one, other), (other, one)):
        if side.states and against.placed and side.states.isdisjoint(against.placed | against.states):
            return True
    return (
        bool(one.headed and other.headed)
        and one.headed.isdisjoint(other.placed)
        and other.headed.isdisjoint(one.placed)
    )


def _score(both: Pair) -> float:
    """How much speaks for one claim: wording, equal numbers, one model, and the hints beside them."""
    one, other = both.one, both.other
    score = both.wording + both.telling + _hints(one, other)
    score += MUCH * max(0.0, min(both.weight, 4.0) - 1.5)
    score += NUMBER if both.telling and min(one.weight, other.weight) < BARE else 0.0
    return score + (NAMED if is_one_model(one, other) else 0.0)


def _hints(one: Draft, other: Draft) -> float:
    """What else speaks for or against: one speaker, one fate, each with a measure that the other lacks."""
    one_speaker = one.speaker and other.speaker and (one.speaker in other.speaker or other.speaker in one.speaker)
    score = SPEAKER if one_speaker else 0.0
    score += FATE if one.fate and one.fate == other.fate else -FATAL if 3 in (one.fate, other.fate) else 0.0
    mine, theirs = measures(one), measures(other)
    return score - (ELSE if mine - theirs and theirs - mine else 0.0)


def _rivals(both: Pair, apart: list[str]) -> SameClaim | None:
    """Other values are rivals only where they surely answer one question: a toll, one thing's measure, one subject."""
    one, other = both.one, both.other
    if one.is_open or other.is_open or one.is_past != other.is_past:
        return None
    words = both.wording
    alone = _TOLL_MARKS & set(apart) or {one.fate, other.fate} == {1, 3}  # a toll and 无人伤亡 need no other word
    if alone or (both.shared and _SINGLE_MARKS & set(apart)):
        return _link(one, other, ClaimLink.RIVAL, max(words, CONTEXT), [*apart, *both.shared])
    if one.article == other.article and one.speaker == other.speaker:
        return None  # one voice that counts two things
    # 京东 and 淘宝: another subject, however near the rest.
    subject = 2 * both.weight / max(one.weight + other.weight, 0.1)
    needed = 0.0 if "≠施事" in apart else PERSONAL if apart == ["≠岁"] else SUBJECT
    if words < CONTEXT or both.weight < HEAVY or subject < needed:
        return None
    return _link(one, other, ClaimLink.RIVAL, max(words, CONTEXT), [*apart, *both.shared])


def _is_running_count(both: Pair) -> bool:
    """做了3次手术, 完成了第四次手术: one count runs through a story, however unlike the sentences."""
    return any(kind == both.counted for kind, _ in both.one.counted & both.other.counted)


def _fates_differ(one: Draft, other: Draft) -> bool:
    """One says dead, the other still in hospital or nobody hurt; where people are counted, both may be true."""
    if 3 not in (one.fate, other.fate) or one.fate == other.fate or 0 in (one.fate, other.fate):
        return False
    counted = (
        value
        for side in (one, other)
        for kind, row in side.amounts.items()
        if kind.endswith("人数")
        for value, _ in row
    )
    return 1 in (one.fate, other.fate) or not any(value > 1 for value in counted)


def _needed(both: Pair) -> float:
    """Two people in one article speak of one topic in its words: only a shared answer or nearer wording makes it one claim."""
    one, other = both.one, both.other
    if both.telling or one.article != other.article or one.speaker == other.speaker or one.answers & other.answers:
        return LOOSE
    return AMID


def _is_another_act(both: Pair) -> bool:
    """局长林远鞠躬致歉, 局长林远被给予警告: all that the two share is whom they open with, and each tells another act."""
    one, other = both.one, both.other
    if not are_apart(one.verbs, other.verbs):
        return False
    letters = zip(one.plain, other.plain, strict=False)
    opening = one.plain[: sum(1 for _ in takewhile(lambda row: row[0] == row[1], letters))]
    return len(opening) >= OPENING and all(term in opening for term in both.shared)


def _is_number(draft: Draft) -> bool:
    """这船有八百年: a passage that is little but its number is joined by its number alone."""
    return draft.weight < BARE and not draft.amounts.keys().isdisjoint(TELLING)


def _agents_differ(one: Draft, other: Draft) -> bool:
    """被家属拒绝, 遭医院拒绝: the same act by another hand."""
    acts = {act for act, _ in one.agents} & {act for act, _ in other.agents}
    return bool(acts) and not one.agents & other.agents


def _models_differ(one: Draft, other: Draft) -> bool:
    """ET5 and ET7: the same letters, other figures."""
    if not one.models or not other.models or one.models & other.models:
        return False
    if not (one.is_identifying and other.is_identifying):
        return False
    series = {model.rstrip("0123456789") for model in one.models} & {
        model.rstrip("0123456789") for model in other.models
    }
    return any(name and name not in one.models | other.models for name in series)


_APART = (("≠状况", _fates_differ), ("≠型号", _models_differ), ("≠施事", _agents_differ))
_TOLL_MARKS = frozenset(f"≠{kind}" for kind in TOLLS)
_SINGLE_MARKS = frozenset({"≠楼层", "≠状况", "≠型号"})


def _link(one: Draft, other: Draft, link: ClaimLink, score: float, evidence: Iterable[str]) -> SameClaim:
    return SameClaim(
        id=digest("same claim", one.id, other.id),
        a=one.id,
        b=other.id,
        link=link,
        score=round(min(score, 1.0), 4),
        evidence=tuple(sorted(set(evidence), key=lambda word: (word[0] not in "≠±≈✓", word))[:8]),
    )
