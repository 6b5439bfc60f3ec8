"""Whether two passages agree so surely that two who say it are two who vouch for it.

A claim may gather what is only near. That two stand behind it needs an equal answer to its question, or most of the
words of both; two who speak in one article may have been asked about one thing and say different ones. On the five-day
stream 609 claims showed two origins below these marks, nearly all falsely.
"""

from __future__ import annotations

import re

from suyuan.claims.by_hand import is_joined
from suyuan.claims.keys import Draft
from suyuan.claims.pair import SHARES, Pair, digits, equal
from suyuan.claims.slots import CONCEPTS, EVENTS, PLAIN, TELLING

RATES = SHARES | frozenset("年数 数 岁 级".split())
COMMON = RATES | frozenset("元 美元 港元 欧元 日元 英镑 户 家 次".split())
PLAIN_WEIGHT = 2.2
PLAIN_SHARE = 0.75  # of the words of either
KNOWN_SHARE = 0.5  # where what is done is known under many names
NEAR_SHARE = 0.35  # where that is so of two words (翻越, 护栏)
BESIDE = 0.9  # two voices of one article
TELLING_MUCH = 0.3  # an equal amount of two digits; one digit agrees by chance
SLIGHTLY = 0.1  # an equal number must be about the same thing
COUNTED = 0.4  # the more so where it is a rate or a number of years
ABOUT = 0.3  # and an equal answer


def surely(both: Pair) -> bool:
    """Whether two assertions say the same so plainly that two who say it are two who vouch for it."""
    one, other = both.one, both.other
    if is_joined(one.joined, other.joined):
        return True  # the owner says so
    if both.differ or are_of_two_parts(one, other):
        return False
    is_beside = one.article == other.article and one.speaker != other.speaker
    is_admitted = (one.is_admitting or other.is_admitting) and (both.share >= ABOUT or _is_measured(one, other))
    if (not is_beside or is_admitted) and answers_alike(both):
        return True
    if _names_differ(one, other):
        return False
    is_told_of = both.weight >= PLAIN_WEIGHT and not one.verbs.isdisjoint(other.verbs)
    if is_beside:
        return is_told_of and both.share >= BESIDE
    is_known = is_told_of and both.share >= KNOWN_SHARE and not (one.verbs & other.verbs).isdisjoint(CONCEPTS)
    is_one_event = both.share >= NEAR_SHARE and is_event(both.shared)
    return (is_told_of and both.share >= PLAIN_SHARE) or is_known or is_one_event or is_one_model(one, other)


def answers_alike(both: Pair) -> bool:
    """Whether two assertions give one answer to one question: an equal number, or one known answer about one thing."""
    one, other = both.one, both.other
    if _is_measured(one, other):
        return True
    if both.telling >= TELLING_MUCH:
        return both.share >= (COUNTED if _is_common(one, other) or _is_round(one, other) else SLIGHTLY)
    is_one_act = not (one.answers & other.answers).isdisjoint(PLAIN)
    return is_one_act and both.share >= ABOUT and not _names_differ(one, other)


def is_event(shared: tuple[str, ...]) -> bool:
    """Something that happens, and who or what it happens to, each known under many names: 翻越, 护栏."""
    return sum(term in CONCEPTS for term in shared) > 1 and not EVENTS.isdisjoint(shared)


def is_one_model(one: Draft, other: Draft) -> bool:
    """应该是ET7, 疑似ET7: which one it was. A model that is only named is what the story is about."""
    return bool(one.models & other.models) and one.is_identifying and other.is_identifying


def are_of_two_parts(one: Draft, other: Draft) -> bool:
    """首批渔民5日前获释, 剩余渔民夏至前全部获释: of some, and of the others."""
    return any(
        _FIRST.search(a.plain) and _REST.search(b.plain) and not _REST.search(a.plain)
        for a, b in ((one, other), (other, one))
    )


_FIRST = re.compile(r"首批|首轮|首个|第一[批轮]|部分")
_REST = re.compile(r"剩余|剩下|其余|余下|全部|第[二三]批|次轮|最后一批")


def _names_differ(one: Draft, other: Draft) -> bool:
    """宁某 of one province, 栾某 of another: each names whom or where the other does not."""
    mine = any(name not in other.plain for name in one.names)
    return mine and any(name not in one.plain for name in other.names)


def _is_common(one: Draft, other: Draft) -> bool:
    """Only rates and years are equal: of these many things are told."""
    return not (one.amounts.keys() & other.amounts.keys() & TELLING) - RATES


def _is_round(one: Draft, other: Draft) -> bool:
    """Sums of one figure (3亿元, 1000亿美元) are told of many things; 200余万 was counted."""
    return not any(
        equal(kind, a, b) and (a[1] or b[1] or max(digits(a[0]), digits(b[0])) > 1)
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
