"""Whether two assertions of one story answer one question, and whether they give one answer."""

from __future__ import annotations

import math
import re
from itertools import takewhile

from suyuan.claims.by_hand import is_joined, is_parted
from suyuan.claims.denial import OF_ANYTHING, is_denial
from suyuan.claims.keys import Amounts, Draft, are_apart, are_two, shared_weight
from suyuan.claims.slots import CONCEPTS, EVENTS, PLAIN, TELLING, TOLLS
from suyuan.claims.stance import SAYS_SO
from suyuan.records import ClaimLink, SameClaim, digest

BY_HAND = "the owner says so"
AFFIRMED = "✓"  # 账期延长是真的: says of what others told that it is so
BY_LETTERS = "≈"  # near in its letters: no link of its own, and a ground on which two claims may be one
NEAR = 0.5  # nearness below which two passages are not looked at again: no mean of `split.NEAR_TOGETHER` is without one above
ALIKE = 0.38  # pair F1 on bench/claims flat from .36 to .42; a loose link is held back by `split.TOGETHER`
AMID = 0.5  # two speakers of one article: at .38 most claims of the stream that showed two origins showed them falsely
WISHED = 0.9  # nearly the same words: a copy, or a speech that two reports quote
CONTEXT = 0.45  # how near the rest must be before another value makes two assertions rivals
SUBJECT = 0.65  # share of all content words that two rival measures have in common
SHARES = frozenset({"%", "百分点", "倍", "度"})  # growth of this and of that: unlike, and no contradiction
RATES = SHARES | frozenset("年数 数 岁 级".split())
COMMON = RATES | frozenset("元 美元 港元 欧元 日元 英镑 户 家 次".split())
REPEATED = 0.8  # one sentence with another number in it
PERSONAL = 0.9  # ages are told of many people
OPPOSED = 0.45  # wording this near, one with a negation and one without: the one denies the other
REFUSED = 0.4  # share of what 否认 or 不实 denies that the other asserts
OPEN = 0.8  # 还没有考虑赔偿, 已达成赔偿协议: one weighty thing, open and then settled
SURE = 0.5  # what is said to be so in wording this near is the claim itself
AFFIRMS = 0.6  # share of what is said to be so that the other tells
NEGATED = 0.5  # a bare 没有 denies many small things: it must be most of its passage, and be met by most of it
MIRRORED = 0.6  # 没有抢手机, 还有抢手机: in one wording, most of what the two share is what the one denies
TELLS = 0.5  # a word below this weight is what the whole story is about
WEIGHTY = 0.6  # what is denied must be a word that tells, not what the whole story is about
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

# Two origins are shown only above these; on the five-day stream 609 claims showed two below them, nearly all falsely.
PLAIN_WEIGHT = 2.2
PLAIN_SHARE = 0.75  # of the words of either
KNOWN_SHARE = 0.5  # where what is done is known under many names
NEAR_SHARE = 0.35  # where that is so of two words (翻越, 护栏)
BESIDE = 0.9  # two voices of one article
TELLING_MUCH = 0.3  # an equal amount of two digits; one digit agrees by chance
SLIGHTLY = 0.1  # an equal number must be about the same thing
COUNTED = 0.4  # the more so where it is a rate or a number of years
ABOUT = 0.3  # and an equal answer

NEARLY = 0.7  # 17时20分左右 and 17时22分 agree, but say less than the same minute
MILLIONS = 4  # figures that an amount of millions counts for, however round: 200余万 is hardly met twice by chance
ROUGH = 0.06  # 200余万 and 207万 are one amount
EXACT = 0.001
VAGUE = 60  # minutes within which two rough times may be one and need not be
MINUTES = 5  # 17时20分左右 and 17时22分许 are one time


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
    if one.story != other.story or _are_abroad(one, other):
        return None
    if one.article == other.article and one.item != other.item:
        return None  # two items of a round-up
    if _moves_differ(one, other) or are_two(one.told_of, other.told_of):
        return None
    shared = sorted(one.terms.keys() & other.terms.keys())
    weight = shared_weight(one, other, shared)
    telling, differ = _amounts(one, other)
    counted = _counts_differ(one, other)
    is_asked_of = telling or differ or (one.fate and other.fate) or (one.models and other.models)
    if weight < WEIGHTY and not is_asked_of and nearness(one, other, shared, telling, counted) < NEAR:
        return None
    apart = [f"≠{kind}" for kind in differ if kind not in SHARES] + [name for name, test in _APART if test(one, other)]
    if apart or differ:
        return _rivals(one, other, shared, apart) if apart else None
    if counted and (_words(one, other, shared) >= REPEATED or _is_running_count(one, other, counted)):
        return _link(one, other, ClaimLink.RIVAL, CONTEXT, [f"≠{counted}", *shared])
    score = _score(one, other, shared, telling)
    if is_denial(one, other) or is_denial(other, one):
        return _link(one, other, ClaimLink.RIVAL, max(score, CONTEXT), ["±", *shared])
    if one.refuses != other.refuses or one.denied ^ other.denied:
        if not (one.is_open or other.is_open) and _opposed(one, other, score):
            return _link(one, other, ClaimLink.RIVAL, max(score, CONTEXT), ["±", *shared])
        score -= DOUBT
    if _takes_back(one, other) or _takes_back(other, one):
        return _link(one, other, ClaimLink.RIVAL, max(score, CONTEXT), ["±", *shared]) if score >= ALIKE else None
    if (one.is_wish or other.is_wish) and one.speaker != other.speaker and score < WISHED:
        return None
    if not telling and (counted or (one.plain != other.plain and (_is_number(one) or _is_number(other)))):
        return None
    if not telling and _is_another_act(one, other, shared):
        return None
    if score < WISHED and (_are_elsewhere(one, other) or _are_of_two_parts(one, other)):
        return None
    score += EVENT if len(shared) > 2 and _is_event(shared) else 0.0
    if score < SURE and (_affirms(one, other) or _affirms(other, one)):
        return _link(one, other, ClaimLink.RIVAL, max(score, CONTEXT), [AFFIRMED, *shared])
    if score >= _needed(one, other, telling) and (telling or one.plain == other.plain or weight >= SUBSTANCE):
        return _link(one, other, ClaimLink.SAME, score, shared)
    near = 0.0 if counted else nearness(one, other, shared, telling, counted)
    return _link(one, other, ClaimLink.SAME, near, [BY_LETTERS, *shared]) if near >= NEAR else None


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


def nearness(one: Draft, other: Draft, shared: list[str], telling: float, counted: str) -> float:
    """How likely two passages say the same, by their letters, words, amounts and answers (0 to 1).

    `telling` is what equal amounts say for it, `counted` what they count otherwise, if anything.

    Words that mean one thing share a character (还手 and 还击, 独子 and 独生子), the rarer in its article the heavier. The
    weights are those of a logistic regression over the pairs of passages of eleven annotated events, rounded; on six
    further events it ranks pairs at an average precision of .82, the sum of letters alone at .78.
    """
    mine, theirs = one.rarity, other.rarity
    common = sum(min(mine[letter], theirs[letter]) for letter in mine.keys() & theirs.keys())
    odds = (
        -4.8
        + 6.5 * common / max(min(one.letters, other.letters), 0.1)
        + 1.5 * common / max(one.letters + other.letters - common, 0.1)
        + 9.4 * shared_weight(one, other, shared) / max(one.weight + other.weight, 0.1)
        + 6.0 * telling
        - 9.0 * bool(counted)
        - 1.8 * (one.fate != other.fate)
        - 1.5 * are_apart(one.answers, other.answers)
        - 1.3 * (measures(one) != measures(other))
    )
    return 1 / (1 + math.exp(-odds))


def measures(draft: Draft) -> frozenset[str]:
    """The kinds of its telling amounts, and its models."""
    return draft.models.union(kind for kind in draft.amounts if kind in TELLING)


def likeness(one: Draft, other: Draft) -> float:
    """How near two passages are, linked or not, for the mean of two groups; nothing where their amounts differ."""
    telling, differ = _amounts(one, other)
    if differ or (counted := _counts_differ(one, other)):
        return 0.0
    return nearness(one, other, sorted(one.terms.keys() & other.terms.keys()), telling, counted)


def surely(one: Draft, other: Draft) -> bool:
    """Whether two assertions say the same so plainly that two who say it are two who vouch for it.

    A claim may gather what is only near. That two stand behind it needs an equal answer to its question, or most of
    the words of both; two who speak in one article may have been asked about one thing and say different ones.
    """
    if is_joined(one.joined, other.joined):
        return True  # the owner says so
    if _amounts(one, other)[1] or _are_of_two_parts(one, other):
        return False
    shared = sorted(one.terms.keys() & other.terms.keys())
    weight = shared_weight(one, other, shared)
    share = weight / max(one.weight, other.weight, 0.1)
    is_beside = one.article == other.article and one.speaker != other.speaker
    is_admitted = (one.is_admitting or other.is_admitting) and (share >= ABOUT or _is_measured(one, other))
    if (not is_beside or is_admitted) and answers_alike(one, other):
        return True
    if _names_differ(one, other):
        return False
    is_told_of = weight >= PLAIN_WEIGHT and not one.verbs.isdisjoint(other.verbs)
    if is_beside:
        return is_told_of and share >= BESIDE
    is_known = is_told_of and share >= KNOWN_SHARE and not (one.verbs & other.verbs).isdisjoint(CONCEPTS)
    is_event = share >= NEAR_SHARE and _is_event(shared)
    return (is_told_of and share >= PLAIN_SHARE) or is_known or is_event or _is_one_model(one, other)


_FIRST = re.compile(r"首批|首轮|首个|第一[批轮]|部分")
_REST = re.compile(r"剩余|剩下|其余|余下|全部|第[二三]批|次轮|最后一批")


def _are_of_two_parts(one: Draft, other: Draft) -> bool:
    """首批渔民5日前获释, 剩余渔民夏至前全部获释: of some, and of the others."""
    return any(
        _FIRST.search(a.plain) and _REST.search(b.plain) and not _REST.search(a.plain)
        for a, b in ((one, other), (other, one))
    )


def _is_event(shared: list[str]) -> bool:
    """Something that happens, and who or what it happens to, each known under many names: 翻越, 护栏."""
    return sum(term in CONCEPTS for term in shared) > 1 and not EVENTS.isdisjoint(shared)


def answers_alike(one: Draft, other: Draft) -> bool:
    """Whether two assertions give one answer to one question: an equal number, or one known answer about one thing."""
    if _is_measured(one, other):
        return True
    shared = sorted(one.terms.keys() & other.terms.keys())
    share = shared_weight(one, other, shared) / max(one.weight, other.weight, 0.1)
    telling, _ = _amounts(one, other)
    if telling >= TELLING_MUCH:
        return share >= (COUNTED if _is_common(one, other) or _is_round(one, other) else SLIGHTLY)
    is_one_act = not (one.answers & other.answers).isdisjoint(PLAIN)
    return is_one_act and share >= ABOUT and not _names_differ(one, other)


def _names_differ(one: Draft, other: Draft) -> bool:
    """宁某 of one province, 栾某 of another: each names whom or where the other does not."""
    mine = any(name not in other.plain for name in one.names)
    return mine and any(name not in one.plain for name in other.names)


def _are_elsewhere(one: Draft, other: Draft) -> bool:
    """吉林退出…, 宁夏符合退出…的条件: each names a province, and neither the other's."""
    return are_apart(one.provinces, other.provinces)


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


def _is_common(one: Draft, other: Draft) -> bool:
    """Only rates and years are equal: of these many things are told."""
    return not (one.amounts.keys() & other.amounts.keys() & TELLING) - RATES


def _is_round(one: Draft, other: Draft) -> bool:
    """Sums of one figure (3亿元, 1000亿美元) are told of many things; 200余万 was counted."""
    return not any(
        equal(kind, a, b) and (a[1] or b[1] or max(_digits(a[0]), _digits(b[0])) > 1)
        for kind in one.amounts.keys() & other.amounts.keys() & TELLING
        for a in one.amounts[kind]
        for b in other.amounts[kind]
    )


def _is_measured(one: Draft, other: Draft) -> bool:
    """An equal weight, floor, time or toll needs no more words; rates, sums and years are told of many things."""
    return any(
        equal(kind, a, b)
        for kind in (one.amounts.keys() & other.amounts.keys() & TELLING) - COMMON
        for a in one.amounts[kind]
        for b in other.amounts[kind]
    )


def _is_one_model(one: Draft, other: Draft) -> bool:
    """应该是ET7, 疑似ET7: which one it was. A model that is only named is what the story is about."""
    return bool(one.models & other.models) and one.is_identifying and other.is_identifying


def _score(one: Draft, other: Draft, shared: list[str], telling: float) -> float:
    """How much speaks for one claim: wording, equal numbers, one model, and the hints beside them."""
    score = _words(one, other, shared) + telling + _hints(one, other)
    score += MUCH * max(0.0, min(shared_weight(one, other, shared), 4.0) - 1.5)
    score += NUMBER if telling and min(one.weight, other.weight) < BARE else 0.0
    return score + (NAMED if _is_one_model(one, other) else 0.0)


def _rivals(one: Draft, other: Draft, shared: list[str], apart: list[str]) -> SameClaim | None:
    """Other values are rivals only where they surely answer one question: a toll, one thing's measure, one subject."""
    if one.is_open or other.is_open or one.is_past != other.is_past:
        return None
    words = _words(one, other, shared)
    alone = _TOLL_MARKS & set(apart) or {one.fate, other.fate} == {1, 3}  # a toll and 无人伤亡 need no other word
    if alone or (shared and _SINGLE_MARKS & set(apart)):
        return _link(one, other, ClaimLink.RIVAL, max(words, CONTEXT), [*apart, *shared])
    if one.article == other.article and one.speaker == other.speaker:
        return None  # one voice that counts two things
    weight = shared_weight(one, other, shared)
    subject = 2 * weight / max(one.weight + other.weight, 0.1)  # 京东 and 淘宝: another subject, however near the rest
    needed = 0.0 if "≠施事" in apart else PERSONAL if apart == ["≠岁"] else SUBJECT
    if words < CONTEXT or weight < HEAVY or subject < needed:
        return None
    return _link(one, other, ClaimLink.RIVAL, max(words, CONTEXT), [*apart, *shared])


def wording(one: Draft, other: Draft) -> float:
    """How much of the shorter passage's wording stands in the longer."""
    return _words(one, other, sorted(one.terms.keys() & other.terms.keys()))


def agree_on_amount(one: Draft, other: Draft) -> bool:
    """Whether any quantity is the same in both."""
    return _amounts(one, other)[0] > 0


def _words(one: Draft, other: Draft, shared: list[str]) -> float:
    """How much of the shorter passage's wording stands in the longer, by words and by pairs of characters."""
    if one.plain == other.plain:
        return 1.0
    weight = shared_weight(one, other, shared)
    shorter = max(min(one.weight, other.weight), 1.2)
    grams = len(one.grams & other.grams) / max(min(len(one.grams), len(other.grams)), 6)
    return 0.5 * weight / shorter + 0.5 * grams


def _amounts(one: Draft, other: Draft) -> tuple[float, list[str]]:
    """What equal quantities add to the score, and the kinds of which every value differs."""
    score, differ = 0.0, []
    for kind in sorted(one.amounts.keys() & other.amounts.keys()):
        mine, theirs = one.amounts[kind], other.amounts[kind]
        agreed = [(a[0], a[0] == b[0]) for a in mine for b in theirs if equal(kind, a, b)]
        if agreed:
            score += max(_surprise(kind, value) * (1.0 if is_exact else NEARLY) for value, is_exact in agreed)
        elif kind in TELLING and not (kind == "时刻" and _may_be_one(mine, theirs)):
            differ.append(kind)
    return min(score, 0.5), differ


def _moves_differ(one: Draft, other: Draft) -> bool:
    """甲涨1%, 甲涨超2%、乙涨超1%: who rose by how much, and no two of one name agree."""
    return are_apart(one.moves, other.moves)


def _counts_differ(one: Draft, other: Draft) -> str:
    """5座车站停运, 3座车站停运: what is counted otherwise; whatever it is, another number is another answer."""
    return next(
        (
            kind
            for kind in sorted((one.amounts.keys() & other.amounts.keys()) - {"日", "年份", "时刻", *SHARES})
            if _are_unlike(kind, one.amounts[kind], other.amounts[kind])
        ),
        "",
    )


def _is_running_count(one: Draft, other: Draft, kind: str) -> bool:
    """做了3次手术, 完成了第四次手术: one count runs through a story, however unlike the sentences."""
    return any(counted == kind for counted, _ in one.counted & other.counted)


def _are_unlike(kind: str, mine: Amounts, theirs: Amounts) -> bool:
    """Of several counts of one kind (危重3人、重症18人) most must agree."""
    agreed = sum(any(equal(kind, a, b) for b in theirs) for a in mine)
    return agreed == 0 or (min(len(mine), len(theirs)) > 1 and 2 * agreed <= max(len(mine), len(theirs)))


def _may_be_one(mine: Amounts, theirs: Amounts) -> bool:
    """下午2时许 and 2点半左右 do not contradict each other."""
    return any((a[1] or b[1]) and abs(a[0] - b[0]) < VAGUE for a in mine for b in theirs)


def _surprise(kind: str, value: float) -> float:
    """The more digits a number has, the less it agrees by chance: 207万 says more than 3次."""
    if kind not in TELLING:
        return 0.06
    if kind == "时刻":
        return 0.45 if value % 60 else 0.2
    digits = MILLIONS if value >= 1e6 else _digits(value)
    return min(0.1 + 0.1 * digits + (0.2 if kind in TOLLS and value > 1 else 0.0), 0.45)


def _digits(value: float) -> int:
    """How many figures a number has without its noughts: 207万 has three."""
    return len(f"{value:.5e}".split("e")[0].replace(".", "").rstrip("0"))


def equal(kind: str, a: tuple[float, bool], b: tuple[float, bool]) -> bool:
    """Whether two amounts of a kind are one, roughly where either is rough."""
    if kind == "时刻":
        return abs(a[0] - b[0]) <= (MINUTES if a[1] or b[1] else 0)
    return abs(a[0] - b[0]) <= (ROUGH if a[1] or b[1] else EXACT) * max(a[0], b[0])


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


def _hints(one: Draft, other: Draft) -> float:
    """What else speaks for or against: one speaker, one fate, each with a measure that the other lacks."""
    one_speaker = one.speaker and other.speaker and (one.speaker in other.speaker or other.speaker in one.speaker)
    score = SPEAKER if one_speaker else 0.0
    score += FATE if one.fate and one.fate == other.fate else -FATAL if 3 in (one.fate, other.fate) else 0.0
    mine = {kind for kind in one.amounts if kind in TELLING} | one.models
    theirs = {kind for kind in other.amounts if kind in TELLING} | other.models
    return score - (ELSE if mine - theirs and theirs - mine else 0.0)


def _opposed(one: Draft, other: Draft, score: float) -> bool:
    """One denies what the other asserts."""
    return _denies(one, other, score) or _denies(other, one, score) or _is_mirrored(one, other)


def _is_mirrored(one: Draft, other: Draft) -> bool:
    shared = sorted(one.terms.keys() & other.terms.keys())
    denied = sum(term in one.denied ^ other.denied for term in shared)
    return len(shared) > 1 and denied >= MIRRORED * len(shared) and _words(one, other, shared) >= REPEATED


def _denies(side: Draft, against: Draft, score: float) -> bool:
    """Near wording with a negation, or most of what is denied stands on the other side."""
    words = sorted(side.denied & against.terms.keys() - against.denied)
    met = [term for term in words if min(side.terms.get(term, 0), against.terms[term]) >= TELLS]
    weight = shared_weight(side, against, met)
    if weight < WEIGHTY or weight < 0.15 * against.weight:
        return False
    denied = sum(side.terms.get(term, 0) for term in sorted(side.denied))
    named = [min(side.terms[term], against.terms[term]) for term in met if term in CONCEPTS]
    refused = side.refuses and weight >= REFUSED * min(denied, 2.0) and (len(met) > 1 or len(side.denied) < 3)
    near = score >= OPPOSED and bool(named)
    settled = side.is_pending and against.is_done and max(named, default=0) >= OPEN
    whole = weight >= max(HEAVY, NEGATED * denied) and denied >= NEGATED * side.weight
    return refused or near or settled or whole


def _needed(one: Draft, other: Draft, telling: float) -> float:
    """Two people in one article speak of one topic in its words: only a shared answer or nearer wording makes it one claim."""
    if telling or one.article != other.article or one.speaker == other.speaker or one.answers & other.answers:
        return ALIKE
    return AMID


def _is_another_act(one: Draft, other: Draft, shared: list[str]) -> bool:
    """局长林远鞠躬致歉, 局长林远被给予警告: all that the two share is whom they open with, and each tells another act."""
    if not one.verbs or not other.verbs or one.verbs & other.verbs:
        return False
    pairs = zip(one.plain, other.plain, strict=False)
    opening = one.plain[: sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))]
    return len(opening) >= OPENING and all(term in opening for term in shared)


def _is_number(draft: Draft) -> bool:
    """这船有八百年: a passage that is little but its number is joined by its number alone."""
    return draft.weight < BARE and not draft.amounts.keys().isdisjoint(TELLING)


def _takes_back(side: Draft, against: Draft) -> bool:
    """A denial, a correction and what is called untrue never support what is asserted without any negation."""
    return side.refuses and not against.refuses and not against.denied


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


def _link(one: Draft, other: Draft, link: ClaimLink, score: float, evidence: list[str]) -> SameClaim:
    return SameClaim(
        id=digest("same claim", one.id, other.id),
        a=one.id,
        b=other.id,
        link=link,
        score=round(min(score, 1.0), 4),
        evidence=tuple(sorted(set(evidence), key=lambda word: (word[0] not in "≠±≈✓", word))[:8]),
    )
