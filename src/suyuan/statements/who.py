"""Who 他, 该公司, 这名官员, 声明 and a short name are: the people and bodies of one article."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass

from suyuan.records import SpeakerKind
from suyuan.statements.names import TITLE
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
class Scene:
    """Who has spoken so far, while the statements of one article are read in order."""

    human: Speaker | None = None
    body: Speaker | None = None
    last: Speaker | None = None
    outlet: str | None = None
    paragraph: int = -1


_BODY_TAIL = re.compile(
    r"公司|集团|协会|联合会|委员会|委|部|局|厅|处|署|院|所|大学|学院|中学|小学|学校|幼儿园|医院|银行|法院|检察院|政府|警方|警察局|公安局|派出所|法庭|动物园|公园|机场|地铁|航空|通讯|科技|股份|证券|基金|工会|商会|学会|基金会|俱乐部|酒店|景区|中心|机构|组织|联盟|议会|国会|内阁|大使馆|领事馆|使馆|军方|总队|支队|大队|研究院|研究所|交易所|委员会|车站|码头|超市|商场"
)
# 院方 is the hospital or court named last; which nouns each of these can stand for.
_SIDES = {"院方": r"医院|卫生院|法院|福利院|养老院|学院", "园方": r"动物园|幼儿园|公园|植物园|乐园|园区|景区", "校方": r"大学|学院|中学|小学|学校", "厂方": r"厂|公司", "店方": r"店|酒店|饭店|超市|餐厅", "馆方": r"馆"}
_LEFT = re.compile(r"[在对向由被与和是为到往于给从的、，。：；！？“”（）《》\s及至请让将把该]|记者|位于|包括|作为|叫做|名为|前往|送往|送至|隶属|来自|涉事|这家|一家")

class Cast:
    """Everybody and every body that an article names, however early or late it does."""

    def __init__(self, reading: Reading, subjects: Iterable[Subject]) -> None:
        self.reading = reading
        plain = reading.plain
        self.people: dict[str, str] = {}  # name → role, "" where none is given
        self.bodies: list[str] = []
        for match in re.finditer(r"[\u4e00-\u9fff]{1,8}(?:·[\u4e00-\u9fff]{1,8})+", plain):
            name = match.group()
            if title := list(TITLE.finditer(name.split("·")[0])):
                name = name[title[-1].end() :]
            self.people.setdefault(name, "")
        bodies: dict[str, None] = {}
        for subject in subjects:
            if subject.sort is Sort.PERSON:
                if not self.people.get(subject.name):
                    self.people[subject.name] = subject.role or ""
            elif subject.sort in (Sort.BODY, Sort.OUTLET):
                bodies[subject.name] = None
            elif subject.sort is Sort.PAPER and subject.role:
                bodies[subject.role] = None
        bodies.update(dict.fromkeys(_named_bodies(plain)))
        self.bodies = sorted(bodies, key=lambda body: (-len(body), body))
        self.alias = dict(_aliases(plain))
        self.places = {name: [m.start() for m in re.finditer(re.escape(name), plain)] for name in list(self.people)[:200]}

    def person(self, name: str) -> str:
        """The longest name of a person: 鲁登科 is 安德烈·鲁登科 where the article has both."""
        longer = [known for known in self.people if known != name and name in re.split("[·\\-－]", known)]
        return max(longer, key=len) if longer else name

    def body(self, name: str) -> str:
        """The fullest usual name of a body: by an alias in brackets, by its own beginning or end, or as its abbreviation."""
        if name in self.alias:
            return self.alias[name]
        if len(name) < 2 or len(name) > 12:
            return name
        for known in self.bodies:
            if len(known) <= len(name) or len(known) > 24:
                continue
            if known.endswith(name) and _BODY_TAIL.search(name) and len(name) >= 3:
                return known
            if _abbreviates(name, known):
                return known
        return name

    def officer(self, role: str) -> tuple[str, str] | None:
        """The person known by a title: 俄副外长 is whoever the article calls 俄罗斯外交部副部长."""
        plain = _spelled(role)
        for name, known in self.people.items():
            if known and name not in role and _same_office(plain, _spelled(known)):
                return name, known
        return None

    def before(self, at: int, start: int) -> str | None:
        """The person named last between two offsets."""
        best = (-1, "")
        for name, places in self.places.items():
            index = bisect_left(places, at) - 1
            if index >= 0 and places[index] >= start:
                best = max(best, (places[index], name))
        return best[1] or None


def resolve(cast: Cast, scene: Scene, subject: Subject | None, at: int, line: int) -> Speaker:
    """The speaker that a subject names; None is a dropped subject. `at` and `line` are where it stands."""
    speaker = _found(cast, scene, subject, at, line)
    if speaker.kind in (SpeakerKind.NAMED, SpeakerKind.UNNAMED) and subject:
        if subject.sort in (Sort.PERSON, Sort.ROLE):
            scene.human = speaker
        elif subject.sort is Sort.BODY:
            scene.body = speaker
    elif speaker.kind is SpeakerKind.ANONYMOUS and subject and subject.sort is Sort.ANONYMOUS:
        scene.human = speaker
    scene.last = speaker
    return speaker


def _found(cast: Cast, scene: Scene, subject: Subject | None, at: int, line: int) -> Speaker:
    if subject is None:
        return _again(scene.last, "dropped subject")
    name = subject.name
    match subject.sort:
        case Sort.ANONYMOUS:
            return Speaker(None, SpeakerKind.ANONYMOUS, subject.role)
        case Sort.PERSON:
            full = cast.person(name)
            return Speaker(full, SpeakerKind.NAMED, subject.role, "explicit" if full == name else "short name")
        case Sort.OUTLET:
            full = next((body for body in cast.bodies if len(body) > len(name) and body.startswith(name) and re.search(r"客户端|新闻$", body)), name)
            return Speaker(full, SpeakerKind.NAMED, None, "outlet")
        case Sort.ROLE:
            return _role(cast, scene, subject, at)
        case Sort.PAPER:
            return _paper(cast, scene, subject)
        case Sort.PRONOUN:
            return _pronoun(cast, scene, subject, at, line)
        case _:
            full = cast.body(name)
            return Speaker(full, SpeakerKind.NAMED, None, "explicit" if full == name else "short name")


def _again(last: Speaker | None, how: str) -> Speaker:
    if last is None:
        return Speaker(None, SpeakerKind.UNRESOLVED, None, how)
    return Speaker(last.name, last.kind, last.role if last.name is None else None, how)


def _role(cast: Cast, scene: Scene, subject: Subject, at: int) -> Speaker:
    name = subject.name
    for side, nouns in _SIDES.items():
        if name.startswith(side) and (body := _body_before(cast, at, nouns)):
            name = body + name[len(side) :]
    if not re.match(r"(?:一名|一位|有|多名|另)", name) and (known := cast.officer(name)):
        return Speaker(known[0], SpeakerKind.NAMED, None, "title")
    short = re.sub(r"^(?:有关|相关|现场|该|主要|其)+", "", name)
    if short in ("负责人", "工作人员", "发言人", "新闻发言人", "民警", "负责同志", "经理", "客服", "客服人员") and scene.body and scene.body.name and scene.body.name not in name:
        return Speaker(scene.body.name + name, SpeakerKind.UNNAMED, None, "title")
    return Speaker(name, SpeakerKind.UNNAMED)


def _paper(cast: Cast, scene: Scene, subject: Subject) -> Speaker:
    if subject.role:
        owner = subject.role
        if TITLE.search(owner) is None and cast.person(owner) != owner:
            return Speaker(cast.person(owner), SpeakerKind.NAMED, None, "document")
        owner = re.sub(r"^(?:一份|一则|根据|该|其)|的$", "", owner)
        if owner:
            return Speaker(cast.body(owner), SpeakerKind.NAMED, None, "document")
    if re.search(r"报道|文章|消息|评论|社论", subject.name):
        if scene.outlet:
            return Speaker(scene.outlet, SpeakerKind.NAMED, None, "outlet")
        if subject.name in ("报道", "消息"):
            return Speaker(None, SpeakerKind.ANONYMOUS, subject.name)
    return Speaker(subject.name, SpeakerKind.UNNAMED, None, "document")


def _pronoun(cast: Cast, scene: Scene, subject: Subject, at: int, line: int) -> Speaker:
    words = subject.name
    if words in _SIDES:
        body = _body_before(cast, at, _SIDES[words])
        return Speaker(cast.body(body), SpeakerKind.NAMED, None, "pronoun") if body else Speaker(words, SpeakerKind.UNNAMED)
    if re.search(r"报道|文章|该报|媒体|该社|该台|网站$", words) and scene.outlet:
        return Speaker(scene.outlet, SpeakerKind.NAMED, None, "outlet")
    is_human = re.match(r"(?:他|她|其|对方|本人|此人)$", words) or TITLE.search(words) or re.search(r"[人者员师长]$|人士$|女士|先生|男子|女子", words)
    if is_human:
        if scene.human and scene.paragraph == line:
            return _again(scene.human, "pronoun")
        start = cast.reading.plain.rfind("\n", 0, at) + 1
        if not TITLE.search(words) and (near := cast.before(at, start)):
            return Speaker(cast.person(near), SpeakerKind.NAMED, None, "pronoun")
        if scene.human:
            return _again(scene.human, "pronoun")
        return Speaker(None, SpeakerKind.UNRESOLVED, None, "pronoun")
    if scene.body:
        return _again(scene.body, "pronoun")
    return Speaker(None, SpeakerKind.UNRESOLVED, None, "pronoun")


def _body_before(cast: Cast, at: int, nouns: str) -> str | None:
    best = (-1, 0, "")
    for body in cast.bodies:
        if re.search(rf"(?:{nouns})$", body):
            best = max(best, (cast.reading.plain.rfind(body, 0, at), len(body), body))
    return best[2] if best[0] >= 0 else None


def _named_bodies(plain: str) -> list[str]:
    """Names of bodies in the text, cut on the left at a word that cannot belong to one."""
    found = []
    for match in re.finditer(rf"[\u4e00-\u9fffA-Za-z0-9]{{2,18}}?(?:{_BODY_TAIL.pattern})+(?![们长员人])", plain[:200_000]):
        words = match.group()
        cut = max((left.end() for left in _LEFT.finditer(words)), default=0)
        words = words[cut:]
        if 4 <= len(words) <= 20:
            found.append(words)
    return found


_ALIAS = re.compile(r"(?P<full>[\u4e00-\u9fff]{4,20})（(?:以下|下文)?(?:统称|简称|下称|又称|英文简称)?[：:]?[“《]?(?P<short>[A-Za-z]{2,12}|[\u4e00-\u9fff]{2,8})[”》]?(?:，[^（）]{0,20})?）")


def _aliases(plain: str) -> list[tuple[str, str]]:
    found = []
    for match in _ALIAS.finditer(plain[:200_000]):
        full = match["full"]
        cut = max((left.end() for left in _LEFT.finditer(full)), default=0)
        if _BODY_TAIL.search(full[cut:]) and len(full) - cut > len(match["short"]):
            found.append((match["short"], full[cut:]))
    for match in re.finditer(rf"(?P<full>[\u4e00-\u9fff]{{4,14}}(?:{_BODY_TAIL.pattern}))(?P<short>[A-Za-z]{{2,6}})(?![A-Za-z])", plain[:200_000]):
        cut = max((left.end() for left in _LEFT.finditer(match["full"])), default=0)
        found.append((match["short"], match["full"][cut:]))
        found.append((match["full"][cut:] + match["short"], match["full"][cut:]))
    return found


_SPELLINGS = (("副外长", "外交部副部长"), ("外长", "外交部长"), ("防长", "国防部长"), ("财长", "财政部长"), ("外相", "外务大臣"), ("防相", "防卫大臣"), ("董座", "董事长"), ("高官", "高级官员"))


def _spelled(role: str) -> str:
    for short, full in _SPELLINGS:
        if short in role:
            return role.replace(short, full)
    return role


def _same_office(short: str, known: str) -> bool:
    """Two titles of one office: the same last title, and the body of one abbreviates that of the other."""
    ends = [list(TITLE.finditer(one)) for one in (short, known)]
    if not ends[0] or not ends[1] or ends[0][-1].group() != ends[1][-1].group():
        return False
    left, right = short[: ends[0][-1].start()], known[: ends[1][-1].start()]
    if not left or not right:
        return False
    shared = sum(char in right for char in left)
    return left in right or right in left or (left[0] == right[0] and shared >= len(left) - 1) or _common(left, right) >= 3


def _common(a: str, b: str) -> int:
    """The longest run that two short strings share."""
    return max((size for size in range(1, min(len(a), len(b), 12) + 1) if any(a[i : i + size] in b for i in range(len(a) - size + 1))), default=0)


def _abbreviates(short: str, long: str) -> bool:
    """武警二院 abbreviates 武警北京市总队第二医院, 中兴 abbreviates 中兴通讯: in order, from the first character on."""
    if short[0] != long[0] or not _BODY_TAIL.search(long):
        return False
    if long.startswith(short):
        return len(long) - len(short) <= 6 and re.fullmatch(rf"(?:[\u4e00-\u9fff]{{0,4}}?(?:{_BODY_TAIL.pattern}))+", long[len(short) :]) is not None
    if len(short) < 3 or short[-1] != long[-1]:
        return False
    at = 0
    for char in short:
        at = long.find(char, at) + 1
        if not at:
            return False
    return True
