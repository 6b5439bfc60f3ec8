"""What the comparison of two assertions looks at, and what brings two assertions together."""

from __future__ import annotations

import math
import re
from bisect import bisect_right
from collections.abc import Iterable, Set
from dataclasses import dataclass
from functools import lru_cache

import rjieba

from suyuan.claims import parties, slots, stance
from suyuan.claims.by_hand import OTHER_CLAIM, SAME_CLAIM, Marks, marks
from suyuan.records import Article, Assertion, Correction, SpeakerKind, Statement, Story
from suyuan.text import fold, letters, provinces
from suyuan.text.roundup import items

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

POINTING = frozenset("这那该此本")  # 这船, 该车: of which there is talk already

_OPENING = 1000  # characters in which a report names the states that it is about
_SESSIONS = ("会", "会议")
_BEFORE_COUNT = re.compile(r"[共约达至近有已]{1,2}$")
_WORDY = re.compile(r"[㐀-鿿a-z0-9]")
SELECTIVE = 0.38  # a word that the article says more than twenty times brings everything together and tells nothing
# A claim's words stand in the article many times where they name what the story is about.
KNOWN_WEIGHT = {"answer": 1.6, "concept": 1.2}


Amounts = tuple[tuple[float, bool], ...]
"""The values of one kind in a passage, each with whether it is rough."""


@dataclass(frozen=True, slots=True)
class Draft:
    """An assertion ready for comparison; `rarity` is that of each of its letters in its article."""

    id: str
    article: str
    item: int  # of a round-up; two of its items have nothing to do with each other
    story: str
    polarity: bool
    refuses: bool
    as_of: str
    hour: str
    plain: str
    terms: dict[str, float]
    weight: float
    grams: frozenset[str]
    rarity: dict[str, float]
    letters: float
    amounts: dict[str, Amounts]
    counted: frozenset[tuple[str, str]]  # what one count runs of, with its kind: (次, 手术)
    told_of: frozenset[str]  # whose fall or rise it tells
    moves: frozenset[tuple[str, str]]  # what rose or fell, with its sign and by how much of a hundred
    answers: frozenset[str]
    models: frozenset[str]
    verbs: frozenset[str]
    names: frozenset[str]
    provinces: frozenset[str]
    states: frozenset[str]
    denied: frozenset[str]
    refused: frozenset[str]
    refused_of: frozenset[str]
    refused_figures: frozenset[float]
    span: tuple[int, int]
    agents: frozenset[tuple[str, str]]
    fate: int
    speaker: str
    is_open: bool
    is_wish: bool
    is_admitting: bool
    is_pending: bool
    is_done: bool
    is_past: bool
    is_identifying: bool
    is_set_off: bool
    is_of_others: bool
    is_rumour: bool
    is_hearsay: bool  # from somebody whom nobody can ask
    headed: frozenset[str]  # states that the headline names
    placed: frozenset[str]  # states that the headline and the opening name
    joined: Marks = frozenset()
    parted: Marks = frozenset()


def prepare(
    assertion: Assertion,
    articles: tuple[Article, ...],
    statements: tuple[Statement, ...],
    stories: tuple[Story, ...],
    corrections: tuple[Correction, ...] = (),
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
    denied = stance.denied(passage, named, terms)
    refuted = stance.refuted(passage)
    refused = _within(refuted, passage, named, terms)
    untrue = stance.untrue(passage) if stance.COPULA.search(passage) else refuted
    if not assertion.polarity and (before := stance.referred(passage, text, assertion.start)):
        meant = _terms(before, slots.concepts(before), [], counted_in)
        denied |= meant.keys()
        refused |= meant.keys()
        terms = meant | terms
    plain = letters(passage)
    tagged = _tagged(passage, terms)
    rarity = {letter: slots.rarity(counted_in, letter) for letter in sorted(set(plain))}
    slot_of = slots.slot_of()
    return Draft(
        id=assertion.id,
        article=assertion.article,
        item=bisect_right(_items(article.title, article.text), assertion.start),
        story=min((story.id for story in stories), default=""),
        polarity=assertion.polarity,
        refuses=not assertion.polarity or stance.refuses(passage),
        hour=assertion.as_of if assertion.as_of and "T" in assertion.as_of else "",
        as_of=assertion.as_of or "" if stance.AS_OF.search(passage) else "",
        plain=plain,
        terms=terms,
        weight=sum(terms.values()),
        grams=frozenset(plain[i : i + 2] for i in range(len(plain) - 1)),
        rarity=rarity,
        letters=sum(rarity.values()),
        amounts=amounts,
        counted=_counted(counted, passage, terms),
        told_of=stance.told_of(passage),
        moves=stance.moves(passage),
        answers=frozenset(name for name, _, _ in named if name in slot_of),
        models=frozenset(slots.models(passage)),
        verbs=_of(tagged, "v") | (terms.keys() & slots.EVENTS),
        names=_of(tagged, "nr", "ns", "nt"),
        provinces=provinces(passage),
        states=parties.states_of(passage),
        denied=denied,
        refused=refused,
        refused_of=_within(stance.subject_denied(passage), passage, named, terms),
        refused_figures=frozenset(
            one.value for one in counted for low, high in untrue if low <= one.start and one.end <= high
        ),
        span=(assertion.start, assertion.end),
        agents=stance.agents(passage, named),
        fate=_fate(passage, named, amounts),
        speaker=_speaker(assertion, statements),
        is_open=stance.SUPPOSED.search(passage) is not None,
        is_wish=_is_wish(passage, assertion, statements),
        is_admitting=stance.ADMITS.search(passage) is not None,
        is_pending=stance.PENDING.search(passage) is not None,
        is_done=stance.DONE.search(passage) is not None,
        is_past="年份" in amounts or stance.PAST.search(passage) is not None,
        is_identifying=stance.IDENTIFIES.search(passage) is not None,
        is_of_others=not assertion.polarity and stance.referred(passage, text, assertion.start) != "",
        is_set_off=stance.is_set_off(passage),
        is_rumour=stance.RUMOUR.search(passage) is not None,
        is_hearsay=any(
            one.id == assertion.statement and one.speaker_kind is SpeakerKind.ANONYMOUS for one in statements
        ),
        headed=parties.states_of(article.title),
        placed=parties.states_of(article.title + article.text[:_OPENING]),
        joined=marks(assertion, article, corrections, SAME_CLAIM),
        parted=marks(assertion, article, corrections, OTHER_CLAIM),
    )


_items = lru_cache(maxsize=256)(items)  # many assertions of one article are read after one another


def _fate(passage: str, named: list[tuple[str, int, int]], amounts: dict[str, Amounts]) -> int:
    """What `stance.fate` reads; who counts the dead beside the missing says that someone died."""
    told = stance.fate(passage, named)
    return 3 if told == 2 and any(value for value, _ in amounts.get("死亡人数", ())) else told


def are_apart(one: Set[object], other: Set[object]) -> bool:
    """Whether each names something, and nothing that the other names."""
    return bool(one) and bool(other) and one.isdisjoint(other)


def are_two(one: Set[str], other: Set[str]) -> bool:
    """Whether each names somebody, and nobody whom the other names, in full or for short."""
    return bool(one and other) and not any(a in b or b in a for a in one for b in other)


def shared_weight(one: Draft, other: Draft, shared: Iterable[str]) -> float:
    """The weight of terms that two assertions share, each as much as it weighs in the one where it weighs less."""
    return sum(min(one.terms[term], other.terms[term]) for term in shared)


def keys(draft: Draft) -> Iterable[str]:
    """What two assertions that answer one question share; always within one story, but where an owner says so."""
    for mark, _ in draft.joined | draft.parted:
        yield f"by hand\x1f{mark}"
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
            weight = KNOWN_WEIGHT["answer" if name in slot_of else "concept"] * _rarity(
                slots.count(text, passage[start:end])
            )
            terms[name] = max(weight, terms.get(name, 0))
        rest[start:end] = "\n" * (end - start)
    for one in counted:
        rest[one.start : one.end] = "\n" * (one.end - one.start)
    for word in rjieba.cut("".join(rest).encode("utf-8", "replace").decode()):  # a lone surrogate is no word
        if word not in STOP and _WORDY.search(word) and word not in terms:
            terms[word] = (1.0 if len(word) > 1 and word[0] not in POINTING else 0.5) * _rarity(slots.count(text, word))
    return terms


def _counted(counted: list[slots.Quantity], passage: str, terms: dict[str, float]) -> frozenset[tuple[str, str]]:
    """What a running count counts: the word right behind (3次手术), else the one right before (手术共3次); no 第三次会议."""
    found: set[tuple[str, str]] = set()
    for one in (one for one in counted if one.kind in slots.RUNNING):
        before = _BEFORE_COUNT.sub("", passage[: one.start])
        behind = {term for term in terms if passage.startswith(term, one.end)}
        nouns = behind or {term for term in terms if before.endswith(term)}
        found.update((one.kind, term) for term in nouns if not term.endswith(_SESSIONS))
    return frozenset(found)


def _within(
    spans: list[tuple[int, int]], passage: str, named: list[tuple[str, int, int]], terms: dict[str, float]
) -> frozenset[str]:
    """The terms that stand in some stretches of a passage."""
    return frozenset(
        {name for name, start, end in named for low, high in spans if low <= start and end <= high}
        | {term for term in terms for low, high in spans if term in passage[low:high]}
    )


def _tagged(passage: str, terms: dict[str, float]) -> list[tuple[str, str]]:
    """The content words with the segmenter's tags: verbs say what is done, names of whom."""
    tagged = rjieba.tag(passage.encode("utf-8", "replace").decode())
    return [(word, tag) for word, tag in tagged if len(word) > 1 and word in terms]


def _of(tagged: list[tuple[str, str]], *tags: str) -> frozenset[str]:
    return frozenset(word for word, tag in tagged if tag.startswith(tags))


def _rarity(count: int) -> float:
    return 1 / (1 + math.log(max(count, 1)) / 2)


def _is_wish(passage: str, assertion: Assertion, statements: tuple[Statement, ...]) -> bool:
    """Somebody's own will, by his words or by how he is reported; an amount stands or falls whoever wants it."""
    statement = next((one for one in statements if one.id == assertion.statement), None)
    if statement is None or assertion.number is not None:
        return False
    return stance.WISHES.search(passage) is not None or stance.URGES.search(fold(statement.cue)) is not None


def _speaker(assertion: Assertion, statements: tuple[Statement, ...]) -> str:
    statement = next((one for one in statements if one.id == assertion.statement), None)
    return fold(statement.speaker) if statement and statement.speaker else ""
