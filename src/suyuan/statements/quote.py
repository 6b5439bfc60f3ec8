"""Every statement of an article: who said what, to whom, through whom, when, how surely."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from suyuan.records import Article, Span, SpeakerKind, Statement, StatementKind, Timex, digest
from suyuan.statements import cues, speakers, zones
from suyuan.statements.chain import Frame, frames
from suyuan.statements.cues import Hit, Stance
from suyuan.statements.hedge import hedge
from suyuan.statements.speakers import Clause, Sort, Subject
from suyuan.statements.who import Cast, Speaker
from suyuan.statements.zones import Line, Reading, Zone


@dataclass(slots=True)
class Draft:
    """A statement in the making."""

    hit: Hit
    clause: Clause
    subject: Subject | None
    sentence: int  # its number in the line
    frame: Frame | None
    parts: list[tuple[int, int]] = field(default_factory=list)

    @property
    def begin(self) -> int:
        """Where the words of attribution start."""
        return self.frame.start if self.frame and self.hit.cue.stance is Stance.REPORT else self.clause.start


def quote(article: Article, timexes: tuple[Timex, ...]) -> tuple[Statement, ...]:
    """Every statement of an article: who said what, to whom, through whom, when, how surely."""
    reading = zones.read(article)
    cast = Cast(reading)
    made: list[Statement] = []
    via: str | None = None
    for line in reading.lines:
        if line.zone is not Zone.BODY:
            continue
        held = frames(reading, line)
        drafts = _drafts(reading, line, held)
        _bound(reading, line, drafts)
        drafts = [draft for draft in drafts if draft.parts]
        spoken = None
        for draft in drafts:
            now = [frame for frame in held if frame.start <= draft.hit.start and frame.how != "电头"]
            frame_name = article.text[slice(*now[-1].outlet)] if now else None
            if frame_name:
                cast.outlet = frame_name
            speaker = cast.resolve(draft.subject)
            anaphoric = draft.subject is None or draft.subject.sort is Sort.PRONOUN
            if frame_name:
                via = frame_name
            elif draft is drafts[0] and not anaphoric:
                via = None
            if draft.subject and draft.subject.sort is Sort.OUTLET:
                cast.outlet = speaker.name
            own = None if speaker.name == via else via
            made.append(_statement(article, reading, draft, speaker, own, timexes))
            spoken = draft
    return tuple(sorted(made, key=lambda one: (one.cue_span.start, one.start)))


def _drafts(reading: Reading, line: Line, held: list[Frame]) -> list[Draft]:
    drafts: list[Draft] = []
    for number, (start, end) in enumerate(line.sentences):
        for hit in cues.find(reading, start, end):
            frame = next((one for one in held if one.cue[0] <= hit.start < one.cue[1]), None)
            clause = speakers.clause(reading, hit, start)
            subject = clause.subject
            if hit.cue.stance is Stance.REPORT:
                if frame:
                    subject = Subject(*frame.outlet, Sort.OUTLET, reading.plain[slice(*frame.outlet)])
                elif not subject or subject.sort is not Sort.OUTLET:
                    if subject or hit.end - hit.start < 3:
                        continue
                    subject = Subject(hit.start, hit.start + 2, Sort.PAPER, "报道")
            draft = Draft(hit, clause, subject, number, frame)
            if _holds(reading, draft, drafts, start):
                drafts.append(draft)
    return drafts


def _holds(reading: Reading, draft: Draft, before: list[Draft], sentence: int) -> bool:
    """Whether a cue with this subject reports anything."""
    hit, subject = draft.hit, draft.subject
    stance = hit.cue.stance
    same = [one for one in before if one.sentence == draft.sentence]
    if stance is Stance.HEAR:
        return hit.cue.word == "据悉"
    if stance is Stance.WITNESS:
        return subject is not None and ("记者" in subject.name or "目击" in subject.name or subject.name in ("笔者",))
    if stance is Stance.FIND and hit.cue.word == "发现":
        return subject is not None and (subject.sort is Sort.OUTLET or "记者" in subject.name or "警方" in subject.name)
    if stance is Stance.SHOW and hit.cue.word == "显示":
        return subject is not None and subject.sort is Sort.PAPER
    if subject is None:
        if same:
            return stance not in (Stance.THINK, Stance.GUESS, Stance.ORDER) or "并" in reading.plain[draft.clause.start : hit.start]
        draft.subject = speakers.earlier(reading, draft.clause.start, sentence)
        backward = draft.clause.start > sentence and reading.plain[draft.clause.start - 1] == "”"
        return draft.subject is not None or backward
    if same and stance in (Stance.WISH, Stance.THINK, Stance.GUESS, Stance.ORDER):
        return not re.match(r"我|自己|公司|大家|你|咱", subject.name)
    return True


def _bound(reading: Reading, line: Line, drafts: list[Draft]) -> None:
    """Give every draft its content; one that only introduces another gets none."""
    plain = reading.plain
    for at, draft in enumerate(drafts):
        end = line.sentences[draft.sentence][1]
        after = _after(plain, draft, end)
        following = next((one for one in drafts[at + 1 :] if one.begin >= after or one.clause.start >= after), None)
        back = _backward(reading, draft, line.sentences[draft.sentence][0], drafts[:at])
        stop = end
        if following and following.clause.start < end:
            if following.clause.start - after <= 8 and following.subject is not None:
                if draft.hit.cue.stance in (Stance.REPORT, Stance.HEAR) or (draft.subject and draft.subject.sort in (Sort.OUTLET, Sort.ANONYMOUS)):
                    continue
            else:
                stop = following.clause.start
        elif not (following and following.sentence == draft.sentence):
            stop = _continued(reading, line, draft, drafts, end)
        if back:
            draft.parts.append(back)
            if plain[draft.hit.end : draft.hit.end + 1] in "。！？":
                continue
        after, stop = _tidy(plain, after, stop)
        if stop - after >= 2:
            draft.parts.append((after, stop))


def _after(plain: str, draft: Draft, end: int) -> int:
    if draft.hit.cue.stance is Stance.TELL:
        mark = re.compile(r"[，：“]").search(plain, draft.hit.end, min(end, draft.hit.end + 24))
        if mark:
            return mark.end() if mark.group() != "“" else mark.start()
    if draft.frame:
        return draft.frame.end
    return draft.hit.after


def _backward(reading: Reading, draft: Draft, sentence: int, before: list[Draft]) -> tuple[int, int] | None:
    start = draft.clause.start
    plain = reading.plain
    at = start
    while at > 0 and plain[at - 1] in "， ）":
        if plain[at - 1] == "）":
            at = max(0, plain.rfind("（", 0, at))
        else:
            at -= 1
    found = reading.quote_ending_at(at)
    if not found or found[1] - found[0] < 5 or draft.hit.cue.stance in (Stance.REPORT, Stance.HEAR, Stance.SHOW):
        return None
    if any(first < found[1] and found[0] < last for one in before for first, last in one.parts):
        return None
    if found[0] > 0 and plain[found[0] - 1] not in "。！？\n ”" and not plain[found[1] - 2] in "，。！？":
        return None
    return found


def _continued(reading: Reading, line: Line, draft: Draft, drafts: list[Draft], end: int) -> int:
    """Where the speech ends, when it runs over the following sentences."""
    plain = reading.plain
    for number in range(draft.sentence + 1, len(line.sentences)):
        start, stop = line.sentences[number]
        if any(one.sentence == number for one in drafts) or any(
            plain[start : start + 2] == "据" for _ in (0,)
        ):
            break
        if not _goes_on(plain[start:stop], draft):
            break
        end = stop
    return end


_FIRST_PERSON = re.compile(r"我|咱|本公司|本人|自己")
_ONWARD = re.compile(r"(?:而且|同时|此外|另外|另一方面|因此|所以|但|如果|因为|其中|之后|目前|也|即使|虽然|由于|其次|第二|第三|二是|三是|将|要|公司将|中方|俄方|美方)")


def _goes_on(sentence: str, draft: Draft) -> bool:
    if draft.hit.cue.stance in (Stance.REPORT, Stance.HEAR, Stance.SHOW) and not sentence.startswith("“"):
        return False
    if sentence.startswith("“"):
        return sentence.endswith("”") or sentence.endswith("”。")
    return bool(_FIRST_PERSON.search(sentence[:14]) or _ONWARD.match(sentence))


def _tidy(plain: str, start: int, end: int) -> tuple[int, int]:
    while start < end and (plain[start].isspace() or plain[start] in "，：、"):
        start += 1
    while end > start and (plain[end - 1].isspace() or plain[end - 1] in "，。；：、！？"):
        end -= 1
    return start, end


def _statement(article: Article, reading: Reading, draft: Draft, speaker: Speaker, via: str | None, timexes: tuple[Timex, ...]) -> Statement:
    parts = tuple(Span(start=start, end=end) for start, end in sorted(draft.parts))
    cue = Span(start=draft.hit.start, end=draft.hit.end)
    subject = draft.subject
    mention = Span(start=subject.start, end=subject.end) if subject and draft.clause.start <= subject.start else None
    degree, triggers = hedge(reading.plain, draft.hit.cue, draft.hit.start, parts)
    start = min(draft.begin, parts[0].start, mention.start if mention else cue.start)
    end = max(cue.end, parts[-1].end)
    return Statement(
        id=digest("statement", article.id, cue.start, start, end), article=article.id, start=start, end=end,
        cue=article.text[cue.start : cue.end], cue_span=cue, content=parts, kind=_kind(reading, parts),
        speaker=speaker.name, speaker_kind=speaker.kind, hedge=degree, mention=mention, role=speaker.role,
        addressee=draft.clause.addressee, via=via, chain=(via,) if via else (), said_on=_said_on(draft, timexes, start, cue.start),
        hedge_triggers=triggers, resolved=speaker.resolved,
    )  # fmt: skip


def _kind(reading: Reading, parts: tuple[Span, ...]) -> StatementKind:
    inside = total = 0
    for part in parts:
        quoted = [
            (max(start, part.start), min(end, part.end))
            for start, end in reading.quotes
            if start < part.end and part.start < end
        ]
        total += part.end - part.start
        inside += sum(end - start for start, end in quoted if end - start > 5)
    if inside >= total * 0.93:
        return StatementKind.DIRECT
    return StatementKind.MIXED if inside else StatementKind.INDIRECT


def _said_on(draft: Draft, timexes: tuple[Timex, ...], start: int, cue: int) -> str | None:
    days = [one.value.split("T")[0] for one in timexes if start <= one.start < cue and one.value[:1].isdigit()]
    return days[-1] if days else None
