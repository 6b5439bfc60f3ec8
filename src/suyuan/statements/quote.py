"""Every statement of an article: who said what, to whom, through whom, when, how surely."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import islice

from suyuan.outlets import packaged
from suyuan.records import (
    Article,
    Correction,
    Hedge,
    Span,
    SpeakerKind,
    Statement,
    StatementKind,
    Timex,
    digest,
)
from suyuan.statements import zones
from suyuan.statements.bounds import bound, carry, close, run_on, trimmed
from suyuan.statements.cast import Cast
from suyuan.statements.chain import Frame, Held, held
from suyuan.statements.correct import corrected
from suyuan.statements.cues import Stance
from suyuan.statements.draft import Draft, drafts
from suyuan.statements.english import quote_english
from suyuan.statements.hedge import hedge, is_negated
from suyuan.statements.interview import answered, labelled
from suyuan.statements.names import POINTING, outlet_in
from suyuan.statements.second_reader import second_read
from suyuan.statements.speakers import Sort
from suyuan.statements.when import Days
from suyuan.statements.who import Answer, Scene, resolve
from suyuan.statements.zones import Reading, Zone
from suyuan.text.answers import Reader

# 据媒体报道 says nothing of which; nobody can be asked.
_VAGUE = frozenset({"媒体", "有媒体", "多家媒体", "网络", "记者"})


_LATIN, _HAN = re.compile(r"[A-Za-z]"), re.compile(r"[\u3400-\u9fff]")
_LATIN_OUTLET = re.compile(r"\s*(?P<name>[A-Z][A-Za-z0-9 .&’-]{1,30}?)\s*的?(?:独家|电话|邮件|书面|记者)*(?:采访|专访)")
_ASKED = re.compile(r"联系|致|询问|求证|拨打|连线|拨通|采访")
_SEEN = frozenset({Stance.WITNESS, Stance.FIND})

_IN_THE_INTERVIEW = re.compile(r"在[^，。；]{0,4}(?:采访|访谈|专访|受访)中")
_SAME_DAY = re.compile(r"同日|同一天")
# A page without paragraphs runs on for thousands of characters; 据…报道 is said of what stands near it,
# and an outlet that merely speaks (《远山邮报》称) of less.
_PARAGRAPH = 400  # characters: what is longer is more than one
_SOURCED, _SAID = 300, 40


@dataclass(frozen=True, slots=True)
class Way:
    """Through whom the words come at this point, and what the interview at hand adds to each statement."""

    frame: str | None = None
    outer: str | None = None  # who quotes that outlet
    hop: str | None = None
    speaker: str | None = None
    addressee: str | None = None


def quote(
    article: Article,
    timexes: tuple[Timex, ...],
    corrections: tuple[Correction, ...] = (),
    *,
    second_reader: Reader | None = None,
) -> tuple[Statement, ...]:
    """Every statement of an article: who said what, to whom, through whom, when, how surely."""
    made = quote_english(article, timexes) if _is_english(article) else _quote_chinese(article, timexes)
    if second_reader is not None:
        made = second_read(article, made, second_reader)
    return corrected(article, made, corrections)


def _quote_chinese(article: Article, timexes: tuple[Timex, ...]) -> tuple[Statement, ...]:
    reading = zones.read(article)
    holds = held(reading)
    spoke: dict[str, str] = {}
    rows = [drafts(reading, line, hold, spoke) for line, hold in zip(reading.lines, holds, strict=True)]
    for line, row in zip(reading.lines, rows, strict=True):
        bound(reading, line, row)
    run_on(reading, rows)
    close(reading, rows)
    carry(reading, rows)
    answered(article, reading, rows)
    labelled(reading, rows)
    teller = _Teller(article, reading, holds, rows, timexes)
    for number in range(len(rows)):
        teller.line(number)
    return tuple(sorted(teller.made, key=lambda one: (one.cue_span.start, one.start)))


def _is_english(article: Article) -> bool:
    if article.language:
        return article.language.startswith("en")
    sample = article.text[:2000]
    return len(_LATIN.findall(sample)) > 40 and len(_HAN.findall(sample)) < 20


_INSIDER = re.compile(r"知情|消息人士")


def _is_insider(draft: Draft) -> bool:
    """Somebody who is not named and speaks to nobody who is: whoever reported before has it from him."""
    subject = draft.subject
    is_one = subject is not None and subject.sort is Sort.ANONYMOUS and _INSIDER.search(subject.name) is not None
    return is_one and not draft.clause.addressee


class _Teller:
    """Reads the drafts of an article in order and remembers who speaks and through whom."""

    def __init__(
        self, article: Article, reading: Reading, holds: list[Held], rows: list[list[Draft]], timexes: tuple[Timex, ...]
    ) -> None:
        self.article, self.reading, self.holds, self.rows = article, reading, holds, rows
        self.days = Days(article, timexes, reading, holds, rows)
        outlets = [article.text[slice(*frame.outlet)] for hold in holds for frame in hold.frames]
        self.cast = Cast(reading, [one.subject for row in rows for one in row if one.subject], outlets)
        self.own = _own_outlets(article, reading, holds)
        self.desk = _desk(reading, holds) or min(self.own, default=None)
        self.newsrooms = {packaged().newsroom(name) for name in self.own}
        self.scene, self.way = Scene(), Way()
        self.live: str | None = None
        self.interviews: dict[str, Way] = {}  # who spoke to whom
        self.reporter: str | None = None
        self.sentence = (-1, -1)
        self.reach = 0
        self.row: list[Draft] = []
        self.frames: tuple[Frame, ...] = ()
        self.made: list[Statement] = []

    def line(self, number: int) -> None:
        """Make the statements of one line."""
        line, row, hold = self.reading.lines[number], self.rows[number], self.holds[number]
        self.row, self.frames = row, hold.frames
        if line.start in self.reading.items:
            self.scene, self.way, self.reach = Scene(), Way(), 0
        if line.zone is Zone.STAMP:
            self._live(number)
            return
        self._arrive(number)
        coming = deque(hold.frames)
        for draft in row:
            while coming and coming[0].start <= draft.hit.start:
                self._pass(coming.popleft(), draft)
            self._tell(draft, number)

    def _pass(self, frame: Frame, draft: Draft) -> None:
        """A frame that stands before a statement begins to hold."""
        name = self._words(frame.outlet)
        last = self.reading.plain[frame.cue[1] - 1]
        if frame.how == "记者":
            asked = _ASKED.search(self.reading.plain, *frame.cue)
            self.reporter = name
            self.way = Way(frame=self.way.frame, hop=name, addressee=name + "记者" if asked else None)
        elif frame.how != "电头":
            self._through(name, frame.end + _SOURCED)
        elif draft.sentence[0] <= frame.start:
            # Only the lead stands under a dateline, and only under that of an agency.
            self.way = replace(self.way, hop=name if last == "电" else None)

    def _words(self, span: tuple[int, int]) -> str:
        return self.article.text[slice(*span)]

    def _through(self, outlet: str, reach: int) -> None:
        """From here on the words come through an outlet, as far as `reach` in a paragraph that runs on."""
        self.scene.outlet = outlet
        self.reach = reach
        self.way = Way(frame=outlet)

    def _arrive(self, number: int) -> None:
        """What a new paragraph takes over from the one before."""
        carried = self.holds[number].carried
        first = next((draft for draft in self.rows[number] if draft.parts), None)
        if carried:
            name = self._words(carried.outlet)
            self.reach = len(self.reading.plain)
            if name != self.way.frame:
                self.way = Way(frame=name)
            self.scene.outlet = name
        elif self.live and number and self.reading.lines[number - 1].zone is Zone.STAMP:
            self.way, self.reach = Way(frame=self.live), len(self.reading.plain)
        elif self.live and any(line.zone is Zone.STAMP for line in self.reading.lines[number : number + 3]):
            pass
        elif first and _is_insider(first):
            self.reach = self.reading.lines[number].end
        elif not (first and first.subject and first.subject.sort is Sort.PRONOUN) and not (first and first.is_dropped):
            self.way = Way()

    def _tell(self, draft: Draft, number: int) -> None:
        subject = draft.subject
        if draft.clause.through:
            outlet = self._words(draft.clause.through)
            if outlet_in(self.reading.plain, *draft.clause.through) or self.scene.outlet:
                is_pointed = POINTING.match(self.reading.plain[slice(*draft.clause.through)]) is not None
                outlet = self.scene.outlet or outlet if is_pointed else outlet
                self._through(outlet, draft.hit.end + _SOURCED)
        if not draft.parts:
            if subject and subject.sort is Sort.OUTLET:
                span = outlet_in(self.reading.plain, subject.start, subject.end) or (subject.start, subject.end)
                outer = self.way.frame if draft.clause.through else None
                self._through(self._words(span), draft.hit.end + _SOURCED)
                # 拾光网援引远山社报道称: nearest to the reader stands who quotes.
                self.way = replace(self.way, outer=outer)
            return
        if draft.is_answer and subject is None:
            speaker = self._answering()
        elif draft.hit.cue.stance is Stance.HEAR and (not subject or draft.hit.cue.word.startswith(("据", "根据"))):
            speaker = Answer(None, SpeakerKind.ANONYMOUS)
        elif (
            self.own
            and draft.hit.cue.stance in _SEEN
            and subject
            and re.fullmatch(r"本?[报网台刊社]?记者", subject.name)
        ):
            # 记者看到: the reporter is that of the outlet named last with one, or whose article it is.
            speaker = Answer(self.reporter or self.desk, SpeakerKind.NAMED, None, "outlet")
        else:
            before = (self.scene.human, self.scene.body)
            named = None if draft.is_dropped and not draft.is_answer else subject
            speaker = resolve(self.cast, self.scene, named, draft.clause.start, number)
            if self._is_nested(draft, number):
                # 林远称，何青告诉他…: who is quoted inside a quotation is not who goes on speaking.
                self.scene.human, self.scene.body = before
        self.scene.paragraph = number
        self._interview(draft, speaker)
        chain = self._chain(draft, speaker)
        said_on = self.days.said_on(draft, speaker.name or speaker.role, number)
        self.made.append(self._statement(draft, speaker, chain, said_on))
        if subject and subject.sort is Sort.OUTLET:
            self._through(self._written(speaker.name) or "", draft.sentence[1] + _SAID)
        self.way = replace(self.way, speaker=speaker.name or speaker.role)
        self.sentence = draft.sentence
        if self.way.hop and draft.sentence[0] == self.reading.lines[number].start and not draft.clause.addressee:
            # The dateline's lead is over.
            self.way = replace(self.way, hop=None)

    def _answering(self) -> Answer:
        """Who answers where nobody is named for it (答：…): the one person who spoke so far."""
        asked = {one.name for one in self.scene.spoken if one.name in self.cast.people}
        if len(asked) == 1:
            return Answer(asked.pop(), SpeakerKind.NAMED, None, "interview")
        return Answer(None, SpeakerKind.UNRESOLVED, None, "interview")

    def _interview(self, draft: Draft, speaker: Answer) -> None:
        """An outlet that is spoken to is a hop, for this statement and for what the same speaker says next."""
        name = speaker.name or speaker.role
        addressee = draft.clause.addressee
        if addressee:
            begin = min(draft.head, draft.clause.head, draft.clause.start)
            at = self.reading.plain.find(addressee, begin, draft.hit.end + 30)
            span = outlet_in(self.reading.plain, at, at + len(addressee)) if at >= 0 else None
            latin = _LATIN_OUTLET.match(self.reading.plain, at) if at >= 0 and not span else None
            hop = self._words(span) if span else latin["name"] if latin else None
            hop = None if hop in ("媒体", "多家媒体") else hop
            self.way = Way(frame=self.way.frame, hop=hop, addressee=addressee)
            if name and hop:
                self.interviews[name] = self.way
        elif name in self.interviews and self._is_in_it(draft, self.interviews[name]):
            self.way = self.interviews[name]
        elif name != self.way.speaker and self.way.speaker is not None:
            self.way = Way(frame=self.way.frame if self._holds_on(draft) else None)

    def _is_in_it(self, draft: Draft, interview: Way) -> bool:
        """林远在采访中重申; and whoever spoke to the article's own reporter goes on speaking to him."""
        if interview.hop and self._is_own(interview.hop):
            return not draft.clause.through and self.way.frame is None
        return _IN_THE_INTERVIEW.search(self.reading.plain, draft.sentence[0], draft.hit.start) is not None

    def _holds_on(self, draft: Draft) -> bool:
        """Whether a frame holds for another speaker: where a feed has run paragraphs together, for the first under it."""
        line = self.reading.lines[self.scene.paragraph]
        if self.sentence != draft.sentence and _SAME_DAY.search(self.reading.plain, draft.sentence[0], draft.hit.start):
            return False  # 据远山社28日报道，…。林远同日表示: beside what the outlet reports
        is_first = self.way.speaker == self.way.frame or self.sentence == draft.sentence
        return is_first or line.end - line.start <= _PARAGRAPH

    def _chain(self, draft: Draft, speaker: Answer) -> tuple[str, ...]:
        subject = draft.subject
        if subject and subject.sort is Sort.OUTLET and not draft.clause.through:
            return ()
        if subject and subject.sort is Sort.PAPER and not draft.clause.through and not self._framed(draft):
            return ()
        goes_on = bool(speaker.name) and speaker.name == self.way.speaker and draft.sentence[0] - self.sentence[1] <= 1
        is_new = (
            draft.clause.through
            or draft.clause.addressee
            or any(draft.sentence[0] <= frame.start <= draft.hit.start for frame in self.frames)
        )
        if goes_on and draft.sentence != self.sentence and not is_new and self.made:
            return self.made[-1].chain
        frame = self.way.frame if draft.hit.start <= self.reach or goes_on else None
        hops = [
            hop
            for hop in (self.way.outer if frame else None, frame, self.way.hop)
            if hop and hop != speaker.name and hop not in _VAGUE and not self._is_own(hop)
        ]
        return tuple(dict.fromkeys(hops))

    def _framed(self, draft: Draft) -> bool:
        """Whether an outlet in the statement's own sentence brings the document: 远山日报报道，通知称…"""
        if self.way.frame is not None and draft.subject is not None and "报道" in draft.subject.name:
            return True
        wrapped = any(
            one.sentence == draft.sentence and not one.parts and one.hit.start < draft.hit.start for one in self.row
        )
        return wrapped or any(draft.sentence[0] <= frame.start < draft.hit.start for frame in self.frames)

    def _is_own(self, outlet: str) -> bool:
        name = outlet.strip("《》")
        return (
            name in self.own
            or (len(name) > 2 and any(name in one for one in self.own))  # 极目新闻 of 楚天都市报极目新闻
            or packaged().newsroom(name) in self.newsrooms  # 新华社 on 新华网
            or (outlet.startswith("本") and outlet[1:2] in ("报", "网", "台", "社", "刊"))
        )

    def _statement(self, draft: Draft, speaker: Answer, chain: tuple[str, ...], said_on: str | None) -> Statement:
        plain, text = self.reading.plain, self.article.text
        parts = tuple(Span(start=start, end=end) for start, end in sorted(draft.parts))
        cue = Span(start=draft.hit.start - is_negated(plain, draft.hit.cue, draft.hit.start), end=draft.hit.end)
        subject = draft.subject
        mention = Span(start=subject.start, end=subject.end) if subject and not draft.is_dropped else None
        degree, triggers = hedge(plain, draft.hit.cue, draft.hit.start, parts)
        start = min(draft.head, parts[0].start, mention.start if mention else cue.start)
        addressee = self._addressee(draft)
        # 他说: the role that the article gives him elsewhere is his here too.
        known = self.cast.people.get(speaker.name or "") if speaker.kind is SpeakerKind.NAMED else None
        name, role = self._written(speaker.name), self._written(speaker.role or known or None)
        return Statement(
            id=digest("statement", self.article.id, cue.start, start, parts[-1].end), article=self.article.id,
            start=start, end=max(cue.end, parts[-1].end), cue=text[cue.start : cue.end], cue_span=cue, content=parts,
            kind=StatementKind.DIRECT if draft.is_answer else _kind(self.reading, parts), speaker=name, speaker_kind=speaker.kind, hedge=degree, mention=mention,
            role=role, addressee=self._written(addressee), via=chain[0] if chain else None, chain=chain, said_on=said_on,
            hedge_triggers=triggers, resolved=speaker.resolved,
        )  # fmt: skip

    def _is_nested(self, draft: Draft, number: int) -> bool:
        inside = [one for one in self.rows[number] if one is not draft and one.sentence == draft.sentence]
        return any(start <= draft.hit.start < end for one in inside for start, end in one.parts)

    def _written(self, plain: str | None) -> str | None:
        """A name as the article writes it: OpenAI, 錢志敏."""
        at = self.reading.plain.find(plain) if plain else -1
        return self.article.text[at : at + len(plain)] if plain and at >= 0 else plain

    def _addressee(self, draft: Draft) -> str | None:
        """The hearer; the article's own reporter goes on asking, so that what follows is said to him too."""
        said = self.way.addressee
        if said and said.startswith(("该报", "该台", "该社", "该网")) and self.scene.outlet:
            return self.scene.outlet + said[2:]
        if draft.clause.addressee or (self.way.hop and self._is_own(self.way.hop)) or self.way.speaker is None:
            return said
        return None

    def _live(self, number: int) -> None:
        """One entry of a live report: the stamp is the cue, the next line the content."""
        line, hold = self.reading.lines[number], self.holds[number]
        if hold.frames:
            self.live = self._words(hold.frames[0].outlet)
            self.scene.outlet = self.live
        word = re.compile(r"报道|消息|讯|播报|更新").search(self.reading.plain, line.start, line.end)
        if not word or number + 1 >= len(self.rows) or self.reading.lines[number + 1].zone is not Zone.BODY:
            return
        after = self.reading.lines[number + 1]
        stop = min((draft.head for draft in self.rows[number + 1]), default=after.end)
        self.way = Way(frame=self.live)
        start, stop = trimmed(self.reading.plain, after.start, stop)
        if stop - start < 4:
            return
        self.way, self.reach = Way(frame=self.live), len(self.reading.plain)
        parts = (Span(start=start, end=stop),)
        cue = Span(start=word.start(), end=word.end())
        kind = SpeakerKind.NAMED if self.live else SpeakerKind.UNRESOLVED
        mention = Span(start=hold.frames[0].outlet[0], end=hold.frames[0].outlet[1]) if hold.frames else None
        self.made.append(
            Statement(
                id=digest("statement", self.article.id, cue.start, line.start, stop), article=self.article.id,
                start=line.start, end=stop, cue=self._words((cue.start, cue.end)), cue_span=cue, content=parts,
                kind=StatementKind.INDIRECT, speaker=self.live, speaker_kind=kind, hedge=Hedge.CERTAIN, mention=mention,
                said_on=self.days.last(line.start, line.end), resolved="live stamp",
            )
        )  # fmt: skip


# Where anybody writes: its reporters are not the platform's.
_HOSTS = frozenset("百家号 搜狐号 网易号 头条号 企鹅号 大鱼号 一点号 今日头条 搜狐 腾讯网 网易 百度".split())


def _own_outlets(article: Article, reading: Reading, holds: list[Held]) -> frozenset[str]:
    """The outlet whose article this is: its own interviews are no way round."""
    own = {name for name in (article.outlet, article.credit) if name and name not in _HOSTS}
    own.update(_signed(reading))
    for hold in holds:
        for frame in hold.frames:
            if frame.how == "电头" and reading.plain[frame.cue[1] - 1] != "电":
                own.add(article.text[slice(*frame.outlet)])
    return frozenset(own)


def _desk(reading: Reading, holds: list[Held]) -> str | None:
    """Whose reporter 记者 is: of the agency of the dateline, or of who signs, whoever shows the article."""
    for line, hold in islice(zip(reading.lines, holds, strict=True), _HEAD):
        for frame in hold.frames:
            if frame.how == "电头" and frame.outlet[0] - line.start <= _AT_THE_HEAD:
                return reading.plain[slice(*frame.outlet)]
        if found := _REPORTED_BY.fullmatch(reading.plain, line.start, line.end):
            return found["who"]
    return None


_HEAD, _AT_THE_HEAD = 4, 8  # lines, and characters of one
_REPORTED_BY = re.compile(
    r"[（(]?(?P<who>[\u4e00-\u9fff]{2,8}?[社报网])(?:“[^“”]{2,10}”)?(?:首席|特约)?记者[\u4e00-\u9fff、\s]{2,30}[)）]?"
)
# 远山新闻实习记者 林远, 来源：远山日报客户端 记者 林远: who signs an article at its head or foot.
_BYLINE = re.compile(
    r"[（(]?(?:来源|稿源|文|作者)?[\s：/|]*(?P<who>[^\s，。；：|/（）]{3,14}?)(?:客户端|APP)?[\s|]*(?:首席|特约|全媒体|实习|见习)?(?:记者|实习生)[\s|：/]+[\u4e00-\u9fff]{2,4}(?![\u4e00-\u9fff])"
)
_SIGNED = 60  # characters of a line that is signed


def _signed(reading: Reading) -> Iterator[str]:
    lines = [line for line in reading.lines if line.end - line.start <= _SIGNED]
    ends = {line.start for line in (*reading.lines[:3], *reading.lines[-4:])}
    for line in lines:
        found = _BYLINE.match(reading.plain, line.start, line.end) if line.start in ends else None
        if found and (span := outlet_in(reading.plain, *found.span("who"))):
            yield reading.plain[slice(*span)]


def _kind(reading: Reading, parts: tuple[Span, ...]) -> StatementKind:
    inside = total = 0
    for part in parts:
        total += part.end - part.start
        for start, end in reading.quotes:
            if start < part.end and part.start < end and end - start > 5 and not _is_name(reading.plain, end):
                inside += min(end, part.end) - max(start, part.start)
    if inside >= total * 0.93:
        return StatementKind.DIRECT
    return StatementKind.MIXED if inside else StatementKind.INDIRECT


def _is_name(plain: str, end: int) -> bool:
    """“远山大桥事件”, “一带一路”倡议: marks round a name are no quotation."""
    return plain[end - 3 : end - 1] in ("事件", "案件", "大会", "行动", "计划", "工程", "政策") or plain[
        end : end + 2
    ] in ("事件", "一案", "倡议", "计划", "行动", "大会", "号", "项目", "工程", "组织", "政策")
