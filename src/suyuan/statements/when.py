"""When something was said: the day that the text ties to the act of saying, and to nothing else."""

from __future__ import annotations

import re
from bisect import bisect_left
from datetime import timedelta

from suyuan.records import Article, Timex, TimexType
from suyuan.statements.chain import Frame, Held
from suyuan.statements.draft import LEARNED, Draft
from suyuan.statements.zones import Reading, Zone

_A_DAY = timedelta(days=1)  # a zone may be a day ahead
_A_YEAR = len("2031")
_DAY = re.compile(r"[\d-]{10}")
_IN_SEASONS = ("Q", "H", "SP", "SU", "FA", "WI")
_OPENING = 8  # characters from the start of a sentence within which a day stands for all of it
_OCCASION = re.compile(
    r"[^，。；]{0,16}(?:开幕|举行|召开|举办)[^，。；]{0,12}，(?=[^，。；]{2,30}$|[^，。；]*(?:会上|致辞|发言|报告|讲话|介绍))"
)  # 大会1月27日开幕，省长林远在作报告时提到
# 在3日的行动后，林远说: the day is that of the action.
_AFTER_THAT = re.compile(r"[^，。；]{2,60}(?<![最此随之])(?:后|以来)，")
# 谈到本周日的比赛，林远说: the day is that of what is talked of.
_SPOKEN_OF = re.compile(r"(?:谈到|谈及|谈起|提到|提及|说到|说起|对于|针对|关于|问及|问到)[^，。；]{0,24}$")
_ASKED_THERE = re.compile(r"记者(?:提?问)?[，：]")  # 29日的记者会上，有记者问：林远称…
_UNTIL = re.compile(r"(?:截至|截止到?|注：)[^，。；]{0,4}$")
_LATER = re.compile(r"随后|其后|事后|此后|后来")  # 23日公布文件，公司随后称…
# 云州统计局1月31日公布的数据显示: the day is a part of the name that is read.
_PUT_OUT = re.compile(r"(?:最新|对外|联合|正式|[上下]午|晚间?)*(?:公布|发布|披露|发表|通报|出具|发出)")
# What somebody does who says something there.
_HELD = re.compile(
    r"(?:召开|举行|举办)(?!的(?![^，。；]{0,30}(?:上|期间|中|时)))|集体学习|出席|主持|(?<![的方边次场])(?:会见|会晤|会谈)|通(?:电)?话|采访|受访|致辞|发文|发帖|博文|威胁|记者会|发布会|"
    r"(?:发布|发表|公布|贴出|刊发|发出)[^，。；]{0,30}(?:公报|声明|公告|报告|数据|消息|通报|通知|预告|视频|推文|研报|文章|说明|意见|函|讲话|社论|调查)"
)
_MEETING = re.compile(r"会议|(?:会|论坛)$")
_OF_THE_REPORT = re.compile(r"\s?(?:消息|讯|专?电)")  # 远山网1月30日消息，…
_BEFORE_THAT = re.compile(r"此前|早前|日前|近日|随后|[另又]?据")
_ASKED_THEN = re.compile(
    r"(?:记者会|发布会|吹风会)上?，[^，。]{0,8}记者[^，。]{0,4}(?:提问|问)"
)  # 记者会上，有记者提问…。林远表示
_ENTRY = 4  # lines of an entry
_TOLD_IN = 160  # characters of a sentence that tells of one occasion


class Days:
    """The days of an article, and what was said on which; asked draft by draft, in order."""

    def __init__(
        self,
        article: Article,
        timexes: tuple[Timex, ...],
        reading: Reading,
        holds: list[Held],
        rows: list[list[Draft]],
    ) -> None:
        dated = (one for one in timexes if one.type in (TimexType.DATE, TimexType.TIME) and one.value[:1].isdigit())
        self._timexes = sorted(dated, key=lambda one: (one.start, one.end))
        self._published = article.published
        self._reading, self._holds, self._rows = reading, holds, rows
        self._said: list[tuple[int, int]] = []  # what was read as said so far
        self._last: tuple[str | None, str | None, int] = (None, None, -1)  # who spoke last, when, and in which line

    def last(self, start: int, stop: int) -> str | None:
        """The day that begins last between two offsets."""
        days = self._within(start, stop)
        return _iso(days[-1]) if days else None

    def _within(self, start: int, stop: int) -> list[Timex]:
        low, high = (bisect_left(self._timexes, at, key=lambda one: one.start) for at in (start, stop))
        return self._timexes[low:high]

    def said_on(self, draft: Draft, name: str | None, number: int) -> str | None:
        """The day in the words of attribution, of what he said just before, or of the occasion; `number` is the line."""
        day = self._day(draft, name, number)
        self._said += draft.parts
        self._last = name, day, number
        return day

    def _day(self, draft: Draft, name: str | None, number: int) -> str | None:
        days, plain = self._attributed(draft, number), self._reading.plain
        if asked := _ASKED_THERE.search(plain, draft.sentence[0], draft.clause.start):
            days = [one for one in days if one.start >= asked.end()]
        if len(days) > 1 and plain[slice(*sorted((days[-2].end, days[-1].start)))] in ("及", "和", "、", "与"):
            return None
        if days:
            return None if self._tells_of_later(draft, _iso(days[-1])) else _iso(days[-1])
        spoke, day, line = self._last
        if day and name and name == spoke and number == line:
            return day
        return (self._of_occasion(draft, name, number) if name else None) or self._of_entry(number)

    def _of_entry(self, number: int) -> str | None:
        """15:51报道 over an entry of a live report: the day of what is said in it."""
        for line in reversed(self._reading.lines[max(0, number - _ENTRY) : number]):
            if line.zone is Zone.STAMP:
                days = self._within(line.start, line.end)
                return _iso(days[-1]) if days else None
        return None

    def _tells_of_later(self, draft: Draft, day: str) -> bool:
        """1月4日年货节开启，数据显示，截至1月20日…: who tells of the 20th did not say it on the 4th."""
        start, end = draft.parts[0]
        return any(
            _iso(one) > day and _UNTIL.search(self._reading.plain, start - 1, one.start)
            for one in self._within(start, end)
        )

    def _of_occasion(self, draft: Draft, name: str, number: int) -> str | None:
        """1月28日，远山公司召开会议。会议强调…: the day of what the sentence before tells of whoever speaks."""
        told, frames = self._sentence_before(draft, number)
        plain = self._reading.plain
        if told[1] - told[0] > _TOLD_IN or _BEFORE_THAT.match(plain, draft.sentence[0]):
            return None
        of_others = [*self._said, *((frame.start, frame.end) for frame in frames)]
        days = [
            one
            for one in self._within(*told)
            if self._can_be(one.value)
            and _DAY.fullmatch(_iso(one))
            and not self._reading.depth[one.start]
            and not _OF_THE_REPORT.match(plain, one.end)
            and not any(start <= one.start < end for start, end in of_others)
        ]
        is_its = (
            _MEETING.search(name) is not None
            or re.split(r"[·\s、]", name)[-1] in plain[slice(*told)]
            or _ASKED_THEN.search(plain, *told) is not None
        )
        is_one = is_its and len({_iso(one) for one in days}) == 1
        return _iso(days[0]) if is_one and _HELD.search(plain, days[0].end, told[1]) else None

    def _sentence_before(self, draft: Draft, number: int) -> tuple[tuple[int, int], tuple[Frame, ...]]:
        """The sentence before that of a draft, in its line or the last of the line above, and the frames there."""
        for at in range(number, max(-1, number - 2), -1):
            line = self._reading.lines[at]
            before = [row for row in line.sentences if row[1] <= draft.sentence[0]]
            if before and line.zone is Zone.BODY:
                return before[-1], self._holds[at].frames
        return (0, 0), ()

    def _attributed(self, draft: Draft, number: int) -> list[Timex]:
        """The days in the words that attribute."""
        plain, opening = self._reading.plain, draft.sentence[0]
        later = _LATER.search(plain, draft.clause.start, draft.hit.start)
        before = [
            one
            for one in self._within(later.end() if later else opening, draft.hit.start)
            if self._can_be(one.value) and not _UNTIL.search(plain, opening, one.start)
        ]
        if draft.frame:
            return [one for one in before if draft.frame.start <= one.start < draft.frame.end]
        subject = draft.subject
        named = [(frame.start, frame.end) for frame in self._holds[number].frames]
        named += [(subject.start, subject.end)] if subject else []
        free = [
            one
            for one in before
            if not any(start <= one.start < end for start, end in (*named, *draft.parts))
            or (subject and one.end < subject.end and _PUT_OUT.match(plain, one.end))
        ]
        free = [one for one in free if not _AFTER_THAT.match(plain, one.end, draft.hit.start)]
        free = [one for one in free if one.end == draft.hit.start or not _OF_THE_REPORT.match(plain, one.end)]
        free = [one for one in free if not plain.startswith(("起", "以来", "至今"), one.end)]  # 前日起多次更新，最新指…
        free = [one for one in free if not _SPOKEN_OF.search(plain, opening, one.start)]
        inside = [one for one in free if one.start >= min(draft.head, draft.clause.start)]
        row = self._rows[number]
        if inside or any(
            (one.parts or one.hit.cue.word not in LEARNED)
            and one is not draft
            and one.sentence == draft.sentence
            and one.hit.start < draft.hit.start
            for one in row
        ):
            return inside
        # 7日上午，云州市召开发布会，会上…林远表示: the day opens the sentence.
        return [
            one
            for one in free
            if one.start - opening <= _OPENING or _OCCASION.match(plain, one.end, draft.clause.start)
        ]

    def _can_be(self, day: str) -> bool:
        """A day, week or month, and none after the article was published; a year or a quarter is what is told of."""
        if len(day) <= _A_YEAR or day[5:7].strip("0123456789") in _IN_SEASONS:
            return False
        latest = (self._published + _A_DAY).date().isoformat()[: len(day)] if self._published else "9"
        return "/" not in day and (day[5:6] == "W" or day[:10] <= latest)


def _iso(one: Timex) -> str:
    return one.value.split("T")[0]
