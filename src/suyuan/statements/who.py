"""Who 他, 该公司, 这名官员, 声明 and a short name are: the people and bodies of one article, in order."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from suyuan.records import SpeakerKind
from suyuan.statements.speakers import Sort, Subject
from suyuan.statements.zones import Reading


@dataclass(frozen=True, slots=True)
class Speaker:
    """A subject resolved: the fullest name, what kind of speaker, the role, and how it was found."""

    name: str | None
    kind: SpeakerKind
    role: str | None = None
    resolved: str = "explicit"


@dataclass(slots=True)
class Cast:
    """Who has appeared so far. It lives for one article, while its statements are read in order."""

    reading: Reading
    full: dict[str, str] = field(default_factory=dict)
    human: Speaker | None = None
    body: Speaker | None = None
    last: Speaker | None = None
    outlet: str | None = None
    roles: dict[str, Speaker] = field(default_factory=dict)

    def resolve(self, subject: Subject | None) -> Speaker:
        """The speaker that a subject names; None is a dropped subject."""
        speaker = self._found(subject)
        if speaker.kind in (SpeakerKind.NAMED, SpeakerKind.UNNAMED):
            if subject and subject.sort in (Sort.PERSON, Sort.ROLE):
                self.human = speaker
                if speaker.role:
                    self.roles[speaker.role] = speaker
                elif subject.sort is Sort.ROLE and speaker.name:
                    self.roles[speaker.name] = speaker
            elif subject and subject.sort is Sort.BODY:
                self.body = speaker
        self.last = speaker
        return speaker

    def _found(self, subject: Subject | None) -> Speaker:
        if subject is None:
            return self._again("dropped subject")
        match subject.sort:
            case Sort.ANONYMOUS:
                return Speaker(None, SpeakerKind.ANONYMOUS, subject.role)
            case Sort.PERSON:
                name = self._fullest(subject.name)
                return Speaker(name, SpeakerKind.NAMED, subject.role, "explicit" if name == subject.name else "short name")
            case Sort.OUTLET:
                name = re.sub(r"(?:记者|网站)$", "", subject.name)
                return Speaker(name, SpeakerKind.NAMED)
            case Sort.ROLE:
                return self._role(subject)
            case Sort.PAPER:
                return self._paper(subject)
            case Sort.PRONOUN:
                return self._pronoun(subject.name)
            case _:
                name = self._fullest(subject.name)
                return Speaker(name, SpeakerKind.NAMED, None, "explicit" if name == subject.name else "short name")

    def _again(self, how: str) -> Speaker:
        if self.last is None:
            return Speaker(None, SpeakerKind.UNRESOLVED, None, how)
        return Speaker(self.last.name, self.last.kind, self.last.role if self.last.name is None else None, how)

    def _role(self, subject: Subject) -> Speaker:
        for role, speaker in reversed(self.roles.items()):
            if speaker.name and (role.endswith(subject.name) or _abbreviates(subject.name, role)):
                return Speaker(speaker.name, speaker.kind, None, "title")
        return Speaker(subject.name, SpeakerKind.UNNAMED)

    def _paper(self, subject: Subject) -> Speaker:
        if subject.role:
            return Speaker(self._fullest(subject.role), SpeakerKind.NAMED, None, "document")
        if re.search(r"报道|文章|消息", subject.name) and self.outlet:
            return Speaker(self.outlet, SpeakerKind.NAMED, None, "outlet")
        if self.body:
            return Speaker(self.body.name, self.body.kind, None, "document")
        return Speaker(subject.name, SpeakerKind.UNNAMED)

    def _pronoun(self, words: str) -> Speaker:
        if re.match(r"(?:他|她|其|对方|本人|此人)$", words) or re.search(r"官员|人士|负责人|人员|人$|长$|家$|者$|员$", words):
            if self.human:
                return Speaker(self.human.name, self.human.kind, None, "pronoun")
            if self.last and self.last.kind is SpeakerKind.ANONYMOUS:
                return Speaker(None, SpeakerKind.ANONYMOUS, self.last.role, "pronoun")
        if re.search(r"报道|文章|报$|媒体", words) and self.outlet:
            return Speaker(self.outlet, SpeakerKind.NAMED, None, "outlet")
        if self.body and not re.match(r"[他她]", words):
            return Speaker(self.body.name, self.body.kind, None, "pronoun")
        if len(words) == 2 and words.endswith("方"):
            return Speaker(words, SpeakerKind.NAMED)
        return Speaker(None, SpeakerKind.UNRESOLVED, None, "pronoun")

    def _fullest(self, name: str) -> str:
        if not self.full:
            for match in re.finditer(r"[\u4e00-\u9fff]{1,8}(?:·[\u4e00-\u9fff]{1,8})+", self.reading.plain):
                self.full.setdefault(match.group(), match.group())
        known = self.full.get(name)
        return known or name


def _abbreviates(short: str, long: str) -> bool:
    """俄副外长 abbreviates 俄罗斯外交部副部长: the characters come in any order, the first and last in place."""
    return len(short) < len(long) and short[0] == long[0] and short[-1] == long[-1] and set(short) <= set(long)
