"""Interviews line by line: 问 and 答, or a reporter and a name, each before a colon and what is said."""

from __future__ import annotations

import re
from collections import Counter, deque
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import islice, pairwise

from suyuan.records import Article
from suyuan.statements import cues, zones
from suyuan.statements.bounds import trimmed
from suyuan.statements.cues import Hit
from suyuan.statements.draft import MOST_IN_LINE, Draft
from suyuan.statements.names import NOT_OUTLET, OUTLET, is_name, outlet_in
from suyuan.statements.speakers import Clause, Sort, Subject, classified, subject_of
from suyuan.statements.zones import Reading, Zone

_LABEL = re.compile(r"(?P<who>[^，。；：“”‘’（）【】？！、｜|\n]{1,20})(?:（[^）\n]{1,20}）)?：")
# 问：…？答：…: a page that has lost its lines.
_RUN_TOGETHER = re.compile(r"(?<=[？。！”\s])(?P<who>[问答])：")
_ASKS = re.compile(r"(?:问题?|提问|Q|主持人|[^：]{0,12}记者(?:问|提问)?)\d{0,2}")
_QUESTION = re.compile(r"[？吗呢]|请问|请您?(?:谈|介绍|解读|说)|如何|什么|怎[么样]|哪些|为何|是否|能否")
_ANSWERS = re.compile(r"(?:答|回答|答复|A)\d{0,2}")
# 云州市水务局负责人就…答记者问, …发言人答问如下, 林远接受远山社专访: whose answers they are.
_ANSWERED = re.compile(
    r"答记者问|答问|答复如下|回答[^，。\n]{0,12}(?:提问|问)|接受[^，。\n]{0,16}(?:采访|专访)|进行了?(?:解读|解答)"
)
# 本报记者对话林远, 记者就此采访了研究员林远: who is asked stands behind.
_ASKED = re.compile(r"(?:对话|采访了|专访了?|请教了?|访谈|连线了?)(?P<who>[^，。；：“”（）\n]{2,60})(?=[，。；）\n]|$)")
_NEAREST = 20  # places that may tell who answers; an introduction has one or two
_SPEAKS = frozenset({Sort.PERSON, Sort.ROLE, Sort.BODY, Sort.ANONYMOUS})
_ANSWER = cues.rows()["答"]


@dataclass(frozen=True, slots=True)
class _Turn:
    """A label and where what stands behind it begins; `line` is its line's number."""

    who: str
    start: int
    end: int
    said: int
    line: int
    asks: bool = False  # under a name that only its questions give away

    @property
    def is_question(self) -> bool:
        return self.asks or _ASKS.fullmatch(self.who) is not None or _is_paper(self.who)


def _is_one_answer(reading: Reading, asked: _Turn, said: _Turn) -> bool:
    """记者：…？ and behind it 林远：…。 A page that gives one question of a briefing."""
    question, answer = (reading.lines[turn.line] for turn in (asked, said))
    return (
        _ASKS.fullmatch(asked.who) is not None
        and said.line > asked.line
        and reading.plain[question.end - 1] == "？"
        and is_name(said.who)
        and answer.end - said.said >= _SAYS
        and reading.plain[answer.end - 1] in "。！？”"
    )


def _is_paper(who: str) -> bool:
    """远山晨报：您什么时候来的？ The outlet asks under its own name."""
    return OUTLET.fullmatch(who) is not None and NOT_OUTLET.search(who) is None


def answered(article: Article, reading: Reading, rows: list[list[Draft]]) -> None:
    """Put the answers of an interview in front of what else is said in their lines."""
    turns = [turn for number in range(len(reading.lines)) for turn in _turns(reading, number)]
    turns = _with_asker(reading, turns)
    pairs = [(one, other) for one, other in pairwise(turns) if not other.is_question and _asks(reading, one, other)]
    unnamed = [turn for turn in turns if _ANSWERS.fullmatch(turn.who)]
    if len(pairs) < 2 and not unnamed and not any(_is_one_answer(reading, one, other) for one, other in pairs):
        return  # one name after one question may be anything
    first = min(turn.start for turn in (*(one for one, _ in pairs), *unnamed))
    host = _host(article, reading, first) if unnamed else None
    if not pairs and not host:
        return  # 答：… alone
    counted = Counter(turn.who for turn in turns)
    guests = {turn.who for turn in (*(other for _, other in pairs), *unnamed)}
    for turn, following in zip(turns, [*turns[1:], None], strict=True):
        if turn.start < first or turn.who not in guests or turn.is_question:
            continue
        is_named = not _ANSWERS.fullmatch(turn.who)
        subject = _guest(reading, turn, counted[turn.who]) if is_named else host
        if is_named and subject is None:
            continue
        row = rows[turn.line]
        parts = [part for part in _said(reading, turn, following) if not _is_told(row, part)]
        if parts:
            row.insert(0, _draft(turn, subject, parts, is_named=is_named))


def _with_asker(reading: Reading, turns: list[_Turn]) -> list[_Turn]:
    """云间研究：您怎么看？ Whoever asks time and again, and hardly says anything else."""
    if any(turn.is_question for turn in turns):
        return turns
    asked = Counter(turn.who for turn in turns if reading.plain[reading.lines[turn.line].end - 1] in "？?")
    times = Counter(turn.who for turn in turns)
    askers = {who for who, count in asked.items() if count > 1 and 2 * count > times[who]}
    if len(askers) != 1:
        return turns
    return [replace(turn, asks=turn.who in askers) for turn in turns]


def labelled(reading: Reading, rows: list[list[Draft]]) -> None:
    """云州大学教授 林远：这里原来是一座城。 A broadcast's script sets before what somebody says who he is."""
    for number, (line, row) in enumerate(zip(reading.lines, rows, strict=True)):
        turn = next(iter(_turns(reading, number)), None) if line.zone is Zone.BODY else None
        if turn is None or any(one.clause.start <= turn.start for one in row):
            continue
        subject = classified(reading.plain, turn.start, turn.end)
        if subject and subject.sort is Sort.OUTLET and (row or _TO_YOU.search(reading.plain, turn.said, line.end)):
            continue  # 远山网：林远公司表示，…: the outlet only brings it; 远山网：您…？ asks
        said = trimmed(reading.plain, turn.said, line.end)
        is_speech = said[1] - said[0] >= _SAYS and reading.plain[line.end - 1] in "。？！…”"
        if (
            subject
            and (subject.sort is Sort.OUTLET or (subject.sort is Sort.PERSON and _is_told_of(reading.plain, subject)))
            and is_speech
            and not _IS_WHAT.match(reading.plain, said[0])
        ):
            row.insert(0, _draft(turn, subject, [said], is_named=True))


def _is_told_of(plain: str, subject: Subject) -> bool:
    """Whether a label says what somebody is, or the report tells of him: 王京三：…, and no 文：林远."""
    return not _OURS.search(subject.role) if subject.role else plain.count(subject.name) > _OFTEN


_TO_YOU = re.compile(r"[您？]")
_SAYS = 12  # characters
_OURS = re.compile(r"记者|编辑|主持人|撰稿|监制|摄影|来源|通讯员")
_IS_WHAT = re.compile(r"[男女]，|\d{4}年|[^，。；：\n]{0,8}：|“")  # 董事长林远：男，…


def _asks(reading: Reading, turn: _Turn, following: _Turn) -> bool:
    """Whether a label that can ask does: 记者：林远 何青 are credits."""
    end = min(reading.lines[turn.line].end, following.start)
    return turn.is_question and _QUESTION.search(reading.plain, turn.said, end) is not None


def _turns(reading: Reading, number: int) -> list[_Turn]:
    plain, line = reading.plain, reading.lines[number]
    if together := _together(plain, line.start, line.end):
        return [_turn(label, number) for label in together]
    label = _LABEL.match(plain, line.start, line.end)
    if not label:
        return []
    found = [_turn(label, number)]
    if _ASKS.fullmatch(label["who"]) or _ANSWERS.fullmatch(label["who"]):
        run_together = _RUN_TOGETHER.finditer(plain, label.end(), line.end)
        found += [_turn(more, number) for more in islice(run_together, MOST_IN_LINE)]
    return found


def _together(plain: str, start: int, end: int) -> list[re.Match[str]]:
    """记者：…？林远：…记者：…？林远：… in one line: the labels of a page that has lost its lines."""
    names = {match["name"] for match in islice(_ASKED_AND.finditer(plain, start, end), MOST_IN_LINE)}
    if not names or plain.count("记者：", start, end) < _TWICE:
        return []
    labels = re.compile(rf"(?P<who>记者|(?<![\u4e00-\u9fff])(?:{'|'.join(sorted(names))}))：")
    return list(islice(labels.finditer(plain, start, end), MOST_IN_LINE))


_TWICE = 2
_ASKED_AND = re.compile(r"记者：[^：\n]{4,200}？\s*(?P<name>[\u4e00-\u9fff·]{2,6})：")


def _turn(label: re.Match[str], number: int) -> _Turn:
    return _Turn(label["who"].strip(), *label.span("who"), label.end(), number)


def _guest(reading: Reading, turn: _Turn, times: int) -> Subject | None:
    """Whom a label names: somebody, or whatever comes back as a label."""
    if outlet_in(reading.plain, turn.start, turn.end):
        return None
    subject = classified(reading.plain, turn.start, turn.end)
    if subject and subject.sort in _SPEAKS and (times > 1 or subject.sort is not Sort.BODY):
        return subject
    may_be = is_name(turn.who) or (times > _OFTEN and _CALLED.fullmatch(turn.who))
    return Subject(turn.start, turn.end, Sort.PERSON, turn.who) if times > 1 and may_be else None


_OFTEN = 2
_CALLED = re.compile(r"[\u4e00-\u9fff]{2,4}|[A-Za-z][A-Za-z .]{1,20}")  # whoever answers three times under one name


def _host(article: Article, reading: Reading, before: int) -> Subject | None:
    """Who answers where the label is only 答: the headline or what stands before the first question says it."""
    title = zones.read(replace(article, text=article.title, blocks=()))
    found = [one for words, end in ((title, len(title.plain)), (reading, before)) for one in _hosts(words, end)]
    people = [one for one in found if one.sort is Sort.PERSON]
    return next(iter([*people, *found]), None)


def _hosts(reading: Reading, end: int) -> Iterator[Subject]:
    """Who is said to answer, or to be asked, up to a place: the nearest to it first."""
    for reply in reversed(deque(_ANSWERED.finditer(reading.plain, 0, end), maxlen=_NEAREST)):
        subject = subject_of(reading, reply.start())
        if subject and subject.sort in _SPEAKS:
            yield subject
    for asked in reversed(deque(_ASKED.finditer(reading.plain, 0, end), maxlen=_NEAREST)):
        subject = classified(reading.plain, *asked.span("who"))
        if subject and subject.sort in (Sort.PERSON, Sort.ROLE):
            yield subject


def _said(reading: Reading, turn: _Turn, following: _Turn | None) -> list[tuple[int, int]]:
    """The rest of a line, and the paragraphs up to the next label; behind the last label the narrator may go on."""
    line = reading.lines[turn.line]
    if following and following.line == turn.line:
        ends = [(turn.said, following.start)]
    else:
        more = range(turn.line + 1, following.line) if following else ()
        ends = [(turn.said, line.end)]
        for number in more:
            if reading.lines[number].zone is not Zone.BODY:
                break
            ends.append((reading.lines[number].start, reading.lines[number].end))
    parts = [trimmed(reading.plain, start, end) for start, end in ends]
    return [(start, end) for start, end in parts if end - start >= 2]


def _is_told(row: list[Draft], part: tuple[int, int]) -> bool:
    return any(start <= part[0] and part[1] <= end + 1 for draft in row for start, end in draft.parts)


def _draft(turn: _Turn, subject: Subject | None, parts: list[tuple[int, int]], *, is_named: bool) -> Draft:
    hit = Hit(turn.said - 1, turn.said, cues.BARE, turn.said, "：") if is_named else Hit(turn.start, turn.end, _ANSWER, turn.said, "：")  # fmt: skip
    clause = Clause(turn.start, turn.start, subject)
    return Draft(
        hit, clause, subject, (turn.start, parts[-1][1]), turn.start, turn.start,
        is_dropped=not is_named, is_answer=True, parts=parts,
    )  # fmt: skip
