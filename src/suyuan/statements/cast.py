"""Everybody and every body that an article names, and what each of them is called in it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import islice, pairwise

import rjieba

from suyuan.statements.names import (
    ANY_FIRM,
    BODY_TAIL,
    COURTESIES,
    DOTTED,
    TIME,
    TITLE,
    TITLE_END,
    TRANSLITERATED,
    TRANSLITERATING,
    dotted_start,
    is_name,
    may_name,
)
from suyuan.statements.speakers import SIDE, Sort, Subject
from suyuan.statements.zones import Reading
from suyuan.text import SURNAMES

_A_BODY = 3  # characters: 双方 is none
_MET_BEFORE = 1500  # characters; an official report names its meeting in the lead
_ANY_MEETING = re.compile(
    r"^年度?|(?:本次|此次|这次|年度|工作|专题|全体|有关|相关|重要|主题|专门|视频|电视电话|现场|例行)+$"
)
# 公司, 官方, 市场: a word for any body, and not one.
_UNTOLD = re.compile(
    r"^(?:(?:该|本|新|母|子|分|上市|相关|涉事|有的)?公司|集团|官方|警方|.方|市场|机构|企业|平台|业界|外界|团队|.{0,4}团队|政府|家属|会议|分析|.*(?:报|网|社|媒|媒体|新闻)》?)$|人员$|者$"
)
_TAILED = re.compile(rf"(?:{BODY_TAIL.pattern}|方)$")
_BODY_END = re.compile(rf"(?:{BODY_TAIL.pattern})(?![们长员人])")
_PARTS = re.compile(r"\s?[·\-－]\s?| ")  # 安东·贝尔金
_KNOWN = 200  # names kept; no article of news has half as many
_KIND = re.compile(r"医院|公司|学校|企业|集团|法院|银行|机构|酒店|单位|大学|部门")
_READ = 100_000  # characters in which names of bodies are looked for
# Words that the dictionary takes for nouns and that never open a name.
_LEFT = frozenset(
    "年 在 对 向 由 被 与 和 是 为 到 往 于 给 从 的 及 至 请 让 将 把 该 了 时 记者 位于 包括 涉事 这家 一家 家 名 位 个 接近 当地 有关 相关 上述 其他 多家 据 称 说 而 但 并 也 还 就 旗下 指出 联系 采访 致电 拨打 面对 作为 本 所属 原 前 某 各 此 随后 目前 近日 日前 要求 通过 根据 针对 关于 经 遭 因 按 凭 令 应 受 趁 借 拟 已 依".split()
)
_BODY_VERBS = frozenset(
    "驻 常驻 运营 经营 发展 改革 管理 监督 建设 保护 教育 研究 交通 运输 投资 控股 设计 规划 开发 服务 检验 检疫 应急 救援 防御 调查 联合 合作 交流 传播 广播 出版 发行 制造 生产 加工 销售 贸易 保险 信托 租赁 结算 登记 测绘 勘探 治疗 康复 护理 培训 评估 鉴定 审计 统计 监察 执法 巡逻 防控 预防 控制 中信 航行".split()
)
_RUN = re.compile(r"[\u4e00-\u9fffA-Za-z0-9]{2,20}$")


class Cast:
    """Everybody and every body that an article names, however early or late it does."""

    def __init__(self, reading: Reading, subjects: Iterable[Subject], outlets: Iterable[str]) -> None:
        self.reading = reading
        plain = reading.plain
        self.people: dict[str, str] = {}  # name → role, "" where none is given
        self.glossed = {match["name"]: match["gloss"] for match in _finds(_GLOSSED, plain)}
        self.bodies: list[str] = []
        for name, role in _dotted(plain):
            self.people[name] = self.people.get(name) or role
        for match in _finds(_LATIN_TOO, plain):
            if is_name(match["name"]) and match["name"][-1] not in "与和及" and _speaks(match["short"], plain):
                self.glossed[match["short"]] = match.group()
                self.people.setdefault(match.group(), "")
        for match in _finds(_CALLED_TOO, plain):
            called = next((one for size in (3, 2) if is_name(one := match["before"][-size:])), None)
            if called and _speaks(match["short"], plain):
                self.glossed[match["short"]] = called
        for match in (*_finds(_NICKNAMED, plain), *_finds(_SELF_NAMED, plain)):
            self.people.setdefault(match["name"], "")
        for name in _opening(reading):
            self.people.setdefault(name, "")
        acting = _acting(reading)
        for name in acting:
            self.people.setdefault(name, "")
        for match in _finds(_ACCOUNT, plain):
            self.people.setdefault(match["name"], match["role"])
        for match in _finds(_COURTEOUS, plain):
            if match.group()[0] not in _NO_SURNAME:
                self.people.setdefault(match.group(), "")
        for name, role in _entitled(reading):
            if not self.people.get(name):
                self.people[name] = role
        for name, role in _holding(reading, subjects):
            self.people.setdefault(name, role)
        bodies: dict[str, None] = {}
        speaking: dict[str, None] = {}
        for subject in subjects:
            if subject.sort is Sort.PERSON:
                # 传播与调研主任: what stands before a speaker tells more than the title alone.
                self.people[subject.name] = max(self.people.get(subject.name, ""), subject.role or "", key=len)
            elif (
                subject.sort in (Sort.BODY, Sort.OUTLET)
                and len(subject.name) <= 18
                and not re.search(r"[向对在于被把]", subject.name)
            ):
                bodies[subject.name] = None
                if not _UNTOLD.search(subject.name):
                    speaking[subject.name] = None
            elif subject.sort is Sort.PAPER and subject.role:
                bare = _KIND_OF_FIRM.sub("", _PUBLISHES.sub("", subject.role))
                bodies[subject.role if re.match(ANY_FIRM, bare) else bare] = None  # 远山咨询公司
        bodies.update(dict.fromkeys(_named_bodies(plain, reading.words)))
        bodies.update(dict.fromkeys(outlets))
        bodies = dict.fromkeys(list(bodies)[:_KNOWN])
        # The usual form first: how often it stands in the text, then its length.
        self.bodies = sorted(bodies, key=lambda body: (-plain.count(body), -len(body), body))
        self.speaking = tuple(speaking)[:_KNOWN]  # bodies that say something, by the name that they say it under
        self.alias = dict(_aliases(plain))
        spoken = {subject.name for subject in subjects if subject.sort is Sort.PERSON}
        # Of whom nothing is told but what he does: known where he does it, and never as who 张先生 is.
        self.silent = {name for name in acting if not self.people[name] and name not in spoken}
        bylines = [match.span() for match in _finds(_BYLINE, plain)]
        self.places = {
            name: acting[name]
            if name in self.silent
            else [m.start() for m in re.finditer(re.escape(name), plain) if not _within(m.start(), bylines)]
            for name in list(self.people)[:_KNOWN]
        }
        self.called: dict[str, Counter[str]] = {}  # how often each was 他 and 她 so far, while the article is read
        # And where 安东·贝尔金 is 贝尔金: who opens a sentence or is alone in it, and not whoever was named last.
        self.named = self.places | dict(_short_forms(plain, list(self.people)[:_KNOWN]))

    def person(self, name: str) -> str:
        """The longest name of a person: 贝尔金 is 安东·贝尔金 where the article has both."""
        if name in self.glossed:
            return self.glossed[name]
        if name[1:] in COURTESIES:
            dotted = [known for known in self.people if "·" in known and _PARTS.split(known)[-1] == name[0]]
            if len(dotted) == 1:
                return dotted[0]  # 蔡先生 is 布兰登·蔡
            same = [
                known
                for known in self.people
                if known[0] == name[0]
                and 2 <= len(known) <= 3
                and known[1:] not in COURTESIES
                and known not in self.silent
                and not _HANDLED.search(self.people[known])
                and not _are_two(self.people[known], self.people.get(name, ""))
            ]
            return same[0] if len(same) == 1 else name
        longer = [
            known
            for known in self.people
            if known != name
            and name in known
            and (name in _PARTS.split(known) or _is_family_name(name, known) or _is_given_name(name, known))
        ]
        plain = self.reading.plain
        # 特朗普 before 梅拉尼娅·特朗普 is named is somebody else.
        longer = [
            known
            for known in longer
            if "·" not in known
            or plain.find(known) <= plain.find(name)
            or is_office(self.people[known], self.people.get(name, ""))
            or (plain.count(name, 0, plain.find(known)) == 1 and not _FAMILY.search(self.people[known]))
        ]
        return max(longer, key=len) if longer else name

    def call(self, name: str, pronoun: str) -> None:
        """Note that somebody is meant by 他 or 她."""
        self.called.setdefault(name, Counter())[pronoun] += 1

    def is_other(self, name: str, pronoun: str) -> bool:
        """Whether somebody has always been 他 whom this 她 cannot mean, or the other way round."""
        called = self.called.get(self.person(name))
        return pronoun in ("他", "她") and called is not None and not called[pronoun] and called.total() >= _ALWAYS

    def back(self, at: int, most: int) -> int:
        """So many characters before a place, and no further than the item of a round-up in which it stands."""
        return max(self.reading.since(at), at - most)

    def within(self, words: str) -> str | None:
        """Whoever a phrase that was read too far opens or closes with: 赵江涛凑近（问道）, 录音里面赵江涛（承认）."""
        if len(words) < 3 or re.search("[和与及、的“《]", words) or SIDE.search(words) or TITLE_END.search(words):
            return None
        for name in self.people:
            if (
                words.startswith(name)
                and len(words) > len(name) + ("·" not in name and set(name) <= TRANSLITERATED)
                and _does(words[len(name) :])
            ):
                return name
            if (
                len(name) > 2
                and words.endswith(name)
                and words[: -len(name)].endswith(("里", "面", "中", "上", "后", "时"))
            ):
                return name
        return None

    def body(self, name: str) -> str:
        """The fullest usual name of a body: by an alias in brackets, by its own beginning or end, or as its abbreviation."""
        if name in self.alias:
            return self.alias[name]
        if len(name) < 2 or len(name) > 12:
            return name
        for known in self.bodies:
            if len(known) <= len(name) or len(known) > 24 or "、" in known:
                continue
            # 民政局 is 云州市民政局, but 远山公司 has a name of its own.
            if (
                known.endswith(name)
                and known[-len(name) - 1] not in "和与及"
                and len(name) >= 3
                and len(rjieba.cut(name)) == 1
            ):
                return known
            if abbreviates(name, known):
                return known
        return name

    def meeting(self, name: str, at: int) -> str | None:
        """The meeting named last: 会议强调 follows 云州市委常委会议2日召开."""
        found = None
        for match in re.finditer(
            rf"[\u4e00-\u9fffA-Za-z0-9“”]{{2,24}}{name}", self.reading.plain[max(0, at - _MET_BEFORE) : at]
        ):
            held = _ANY_MEETING.sub("", body_of(match.group().removesuffix(name))).lstrip("暨")
            if len(held) >= 4:
                found = held + match.group()[match.group().index(held) + len(held) :]
        return found or self._meeting_of_a_body(name, at)

    def _meeting_of_a_body(self, name: str, at: int) -> str | None:
        """云州公司召开2026年度工作会议。会议强调…: the meeting is named by whoever holds it."""
        held = re.compile(
            rf"(?P<who>[\u4e00-\u9fffA-Za-z“”]{{2,24}}?)(?:{TIME}|（[^（）]{{2,10}}）)*(?:召开|举行|举办)(?P<kind>[^，。；的“]{{0,14}}?){name}"
        )
        for match in held.finditer(self.reading.plain, max(0, at - _MET_BEFORE), at):
            body = body_of(match["who"], is_whole=True)
            if len(body) >= _A_BODY:
                return body + match["kind"] + name
        return None

    def officer(self, role: str) -> tuple[str, str] | None:
        """The person known by a title: 俄副外长 is whoever the article calls 俄罗斯外交部副部长."""
        plain = _spelled(role)
        if TITLE.fullmatch(role) and role in _ALONE:
            holders = [(name, known) for name, known in self.people.items() if known.endswith(role)]
            return holders[0] if len(holders) == 1 else None
        for name, known in self.people.items():
            if known and name not in role and _same_office(plain, _spelled(known)):
                return name, known
        return None

    def first(self, start: int, stop: int) -> str | None:
        """The person named first between two offsets."""
        best = (stop, "")
        for name, places in self.named.items():
            index = bisect_left(places, start)
            if index < len(places):
                best = min(best, (places[index], name))
        return best[1] or None

    def only(self, start: int, stop: int) -> str | None:
        """The person named between two offsets where no other is."""
        named = [name for name, places in self.named.items() if bisect_left(places, start) < bisect_left(places, stop)]
        is_one = len(named) == 1 or (len(named) > 1 and len({self.person(name) for name in named}) == 1)
        return min(named, key=self.reading.plain[start:stop].find) if is_one else None

    def before(self, at: int, start: int) -> str | None:
        """The person named last between two offsets; 林女士 is no 他."""
        best, pronoun = (-1, ""), self.reading.plain[at : at + 1]
        unlike = {"他": ("女士", "小姐"), "她": ("先生",)}.get(pronoun, ())
        for name, places in self.places.items():
            if (unlike and name.endswith(unlike)) or self.is_other(name, pronoun):
                continue
            index = bisect_left(places, at) - 1
            if index >= 0 and places[index] >= start:
                best = max(best, (places[index], name))
        return best[1] or None


_PUBLISHES = re.compile(r"(?<=...)(?:\d{1,2}日)?(?:公布|发布|披露|提供)的?[^，。]{0,8}$")
_KIND_OF_FIRM = re.compile(rf"^{ANY_FIRM} ?(?=[A-Z])")  # 技术咨询公司Canalys
_FAMILY = re.compile(
    r"夫人|[妻夫子女儿父母兄弟姐妹孙]$|丈夫|妻子|家族"
)  # 第一夫人梅拉尼娅·特朗普 is no 特朗普 named before
_ALWAYS = 3  # times
_BYLINE = re.compile(r"（[^（）\n]{0,24}(?:记者|通讯员)[^（）\n]{0,60}）")  # who signs is not who speaks


def _within(at: int, spans: list[tuple[int, int]]) -> bool:
    return any(start <= at < end for start, end in spans)


def _short_forms(plain: str, people: list[str]) -> Iterator[tuple[str, list[int]]]:
    """贝尔金 for 安东·贝尔金, and where it stands alone; not where two people end so."""
    last = Counter(_PARTS.split(name)[-1] for name in people if len(_PARTS.split(name)) > 1)
    for short, count in last.items():
        if count == 1 and len(short) > 1 and short not in people:
            places = [at.start() for at in re.finditer(rf"(?<![·\-－A-Za-z]){re.escape(short)}(?![·A-Za-z])", plain)]
            if places:
                yield short, places


# Offices of which a story has one holder, so that the word alone is he.
_ALONE = frozenset("法官 总统 总理 首相 国王 女王 天皇 教皇 市长 省长 州长 校长 院长 局长 董事长".split())


def _is_family_name(short: str, full: str) -> bool:
    """高市 is 高市早苗: four characters, the first two a family name of two."""
    return (
        len(short) == 2
        and len(full) == 4
        and full.startswith(short)
        and full[2:] not in COURTESIES
        and not is_name(short)
        and not set(short) <= TRANSLITERATED
    )


def _is_given_name(short: str, full: str) -> bool:
    """耀乐 is 邱耀乐."""
    return len(short) == 2 and len(full) == 3 and full.endswith(short) and full[0] in SURNAMES and not is_name(short)


_HANDLED = re.compile(r"用户|网友|网民|博主|主播|大V|爆料人")  # who writes under a name that need not be his


def _dotted(plain: str) -> list[tuple[str, str]]:
    """Names such as 安东·贝尔金, with the title before: the word before the first dot, and what transliterates there."""
    found = []
    for match in DOTTED.finditer(plain[:_READ]) if "·" in plain else ():
        at = dotted_start(match["first"])
        *middle, last = match["rest"].split("·")
        before = match["first"][:at].split("称")[-1]  # 报道称万维网之父
        if at == 0 and (office := _LATIN_OFFICE.search(plain, max(0, match.start() - _OFFICE), match.start())):
            before = office["latin"] + body_of(office["firm"]) + office["office"]  # 远山公司CEO安东·贝尔金
        role = ""
        if TITLE_END.search(before):
            role = _without_acts(_LED_ROLE.sub("", before).removeprefix("岁").removeprefix("的").removeprefix("和"))
        firm = _LATIN_FIRM.search(plain, max(0, match.start() - _OFFICE), match.start()) if at else None
        if firm and role == before and TITLE.fullmatch(role):
            role = firm.group() + role  # BBC总裁安东·贝尔金
        rest = "·".join([*middle, last if match["tail"] else _as_called(_last_name(last), plain)]) + (
            match["tail"] or ""
        )
        full = match["first"][at:] + rest
        found += [(name, role) for name in (_TWO.split(full) if _TWO.search(full) else [full])]
    return found


# 如果北国前总理, （27）日已有两名参议员
_LED_ROLE = re.compile(
    r"^(?:如果|假如|倘若|一旦|除非|即使|尽管|虽然|由于|因为|至于|包括|以及|.{0,12}(?:指责|批评|抨击|谴责|质问|敦促|援引|引述|(?<!自)由))?(?:[年月日]?(?:已|还|另|又|仍|至少|共)?有)?(?:[一二两三四五六七八九十几数多]+[名位])?"
)
_TWO = re.compile(r"(?<=[^·])[和与](?=[^·]+·)")  # 汤姆·蒂利斯和莉萨·贝尔金
_LATIN_FIRM = re.compile(r"[A-Z][A-Za-z0-9&.]+$")
_LATIN_OFFICE = re.compile(
    r"(?P<latin>(?:[A-Z][\w.]* )*)(?P<firm>[\u4e00-\u9fffA-Za-z]*)(?P<office> ?(?:CEO|CFO|COO|CTO)) ?$"
)


def _without_acts(role: str) -> str:
    """台上回呛现任总统 gives 现任总统, 访问的北国外长 and 林远与北国外长 give 北国外长."""
    at = 0
    for word, tag in rjieba.tag(role, False):
        at += len(word)
        rest = role[at:].removeprefix("的")
        is_of_land = rest != "" and rjieba.tag(rest, False)[0][1] in ("ns", "nt")
        is_act = (tag == "v" or word in _APPOINTED) and (_IN_TERM.match(rest) or (is_of_land and len(word) > 1))
        if is_act or (word in _WITH and (is_of_land or _IN_TERM.match(rest))):
            return _without_acts(rest)
    return role


_APPOINTED = frozenset("任命 提名 选举 罢免".split())
_WITH = frozenset("与 和 同 跟 由 对 向 被 据 让".split())


_IN_TERM = re.compile(r"现任|前任?|原|时任|候任")


_ACTS = re.compile(
    r"维[持护]|申[请明]|提[到出议]|达成|登上|索要|加[入快大]|宁愿|多次|内部"
)  # that open with what transliterates


def _last_name(words: str) -> str:
    """What of the words after the last dot belongs to the name: as many characters as transliterate."""
    name = words.lstrip()
    size = next((at for at, char in enumerate(name) if char not in TRANSLITERATED), len(name))
    cut = rjieba.cut(name)
    if (acts := _ACTS.search(name, 1)) and acts.start() < size:
        return words[: len(words) - len(name) + acts.start()]  # 安东·贝尔金维持
    if name.startswith("日前", size - 1):
        return words[: len(words) - len(name) + size - 1]  # 安东·贝尔金日前
    if name[size : size + 1] in ("说", "称", "表", "指", "认") and size > 1:
        return words[: len(words) - len(name) + size]  # 安东·贝尔金说
    if len(name) > 4 or (1 < size < len(name) and any(len("".join(cut[:at])) == size for at in range(len(cut)))):
        name = name[:size] if size > 1 else cut[0]
    return words[: len(words) - len(words.lstrip())] + name


def _as_called(last: str, plain: str) -> str:
    """内森·莫尔韦尤为赞赏: what is read too far is as long as he is called afterwards (莫尔韦说)."""
    if plain.count(last) > 1:
        return last
    sizes = range(len(last) - 1, 1, -1)
    called = (size for size in sizes if re.search(rf"(?<!·){re.escape(last[:size])}(?:{_SAYING})", plain))
    return last[: next(called, len(last))]


_SAYING = "说|表示|认为|告诉|指出|强调"


# What stands after a name that the segmenter does not know: 总裁麴承志在工厂, 队长施拓向记者.
_AFTER_NAME = re.compile(
    rf"{TIME}|[时在自对向从等，。、（\d也还则就当是正已又都才刚站坐把被给用和与的去来只曾没不有]|表示|介绍|告诉|接受|指出|认为|说|称|今年|现年"
)
_CALLED_SO = re.compile(rf"[老小阿][\u4e00-\u9fff](?=(?:{_AFTER_NAME.pattern}))")  # 站长老古, which falls into 长老
_OPENED = re.compile(
    r"(?:^|[。！？”\n　]|的)(?:而|但)?(?P<name>[\u4e00-\u9fff]{2,5}?)(?=(?:的|是|在|说|对|向|告诉|今年|去年|当[时天日晚]|带领|现年|也|还|已|曾))",
    re.M,
)
# What transliterates and is nobody.
_LANDS = frozenset(
    """
    乌克兰 伊拉克 格陵兰 卡塔尔 阿根廷 比利时 尼日尔 尼日利亚 利比亚 叙利亚 意大利 奥地利 芬兰 波兰 荷兰 爱尔兰 苏格兰 加拿大 古巴 巴西 秘鲁 委内瑞拉 哥伦比亚 马来西亚
    菲律宾 斯里兰卡 哈萨克斯坦 格鲁吉亚 亚美尼亚 阿塞拜疆 突尼斯 阿尔及利亚 埃塞俄比亚 卢旺达 坦桑尼亚 索马里 科威特 巴勒斯坦 巴基斯坦 阿富汗 罗马尼亚 保加利亚 克罗地亚
    赫尔松 马里乌波尔 特斯拉 哈马斯 塔利班 贝莱德 亚马逊 英伟达 阿斯利康 阿里巴巴 法拉利 保时捷 奥迪 苏富比 路易威登 古驰
    """.split()
)
_OPENED_FOREIGN = re.compile(
    rf"(?:^|[。！？”\n　])(?P<name>[{TRANSLITERATING}]{{3,6}})(?![·{TRANSLITERATING}])",
    re.M,
)
_OPENED_LATIN = re.compile(
    r"(?:^|[。！？”\n　])(?P<name>[A-Z][a-z]+(?: [A-Z][a-z]+){1,2})(?=(?:[在从对将也则曾还已是]|表示|认为)[\u4e00-\u9fff])",
    re.M,
)
_FIRM_NAME = re.compile(r"Group|Capital|Bank|Research|Labs|Times|Post|News|Street|Stanley|Sachs|Lynch|Intelligence")
_LATIN_NAME = re.compile(r"\s?(?P<name>[A-Z][a-z]+(?: [A-Z][A-Za-z.]*){1,3})(?![A-Za-z])")
_FOREIGN_RUN = re.compile(rf"[{TRANSLITERATING}安]{{3,6}}(?:-[{TRANSLITERATING}]{{2,6}})?(?![·\u4e00-\u9fff]*·)")
_MET = re.compile(
    r"(?<![顾访慰学疑])问(?!题)|援引|引述|转引|调查(?=[\u4e00-\u9fff]{0,4}(?:总统|总理))|宣判|正值|适逢|恰逢|起诉|弹劾|逮捕|会见|会晤|访问|任命|接见|邀请|欢迎|陪同|致电|采访|由|请|让|被|跟|与|(?<!共)和(?![\u4e00-\u9fff]{2,8}[司厅处局]副?[司厅处局]长)|对|向|在"
)
_LONG_OFFICE = 24  # and in which the whole of it stands
_OFFICE = 16  # characters before a title in which the body it is of is looked for
_ROLE_RUN = re.compile(r"(?:[\u4e00-\u9fffA-Za-z]|(?<=[A-Za-z]) (?=[A-Za-z\u4e00-\u9fff]))*$")


def _opening(reading: Reading) -> list[str]:
    """Names without a title that open a sentence: 卢水根当时刚收完蟹笼。他听见…"""
    plain = reading.plain
    foreign = (
        match["name"]
        for match in _finds(_OPENED_FOREIGN, plain)
        if TITLE.search(plain, match.end(), match.end() + _OFFICE) is None  # 贝莱德高级投资经理
    )
    opened = [match["name"] for match in _finds(_OPENED, plain)]
    return [
        *(name for name in foreign if plain.count(name) > 1 and name not in _LANDS),
        *(match["name"] for match in _finds(_OPENED_LATIN, plain) if not _FIRM_NAME.search(match["name"])),
        *(name for name in opened if _is_han(name, plain) or _is_transliterated(name, plain)),
        *(name for found in _finds(_BROUGHT_IN, plain) if is_name(name := found["name"]) or _is_han(name, plain)),
        *(name for aged in _finds(_OF_AGE, plain) if (name := _aged(reading, aged.end()))),
    ]


_BROUGHT_IN = re.compile(r"(?:^|[。！？”\n　])[^，。！？；：“”\n]{4,20}的(?P<name>[\u4e00-\u9fff]{3})(?=，)", re.M)
_OF_AGE = re.compile(r"(?<!\d)\d{1,2}岁的(?=[\u4e00-\u9fff]{3})")


def _aged(reading: Reading, at: int) -> str | None:
    """The name behind 17岁的, whatever the dictionary makes of it: 殷发发."""
    names = (reading.plain[at : at + size] for size in (3, 2) if at + size in reading.words)
    return next(
        (name for name in names if may_name(name, is_rare=True) and not _NO_PERSON.search(name) and name[-1] != "姓"),
        None,
    )


def _finds(pattern: re.Pattern[str], plain: str) -> Iterator[re.Match[str]]:
    """The first places of a pattern in what is read of a text."""
    return islice(pattern.finditer(plain, 0, min(len(plain), _READ)), _KNOWN)


def _is_han(name: str, plain: str) -> bool:
    return len(name) == 3 and may_name(name, is_rare=True) and (is_name(name) or plain.count(name) > 2)


def _is_transliterated(name: str, plain: str) -> bool:
    return len(name) > 2 and set(name) <= TRANSLITERATED and plain.count(name) > 1 and name not in _LANDS


# Anton Belkin（安东·贝尔金）
_GLOSSED = re.compile(
    r"(?P<name>[A-Z][a-z]+(?: [A-Z][a-z]+){1,2})（(?P<gloss>[\u4e00-\u9fff]{1,6}(?:·[\u4e00-\u9fff]{1,6})+)）"
)
# 博主 @远山站 今日公布…
_ACCOUNT = re.compile(
    r"(?P<role>(?:微博|数码|科技)*(?:博主|大V|爆料人|网友|UP主|主播))\s?@(?P<name>[^\s，。；：“”@]{2,20})(?=\s|今|昨|近|日前|发)"
)
# 高岱恒 Sam: who goes by a Latin name from then on.
_LATIN_TOO = re.compile(r"(?<![\u4e00-\u9fff])(?P<name>[\u4e00-\u9fff]{3}) (?P<short>[A-Z][a-z]{1,10})(?![A-Za-z.])")


# 创始人刘伟“大伟哥”: how he is called from then on.
_CALLED_TOO = re.compile(r"(?P<before>[\u4e00-\u9fff]{3})“(?P<short>[\u4e00-\u9fffA-Za-z]{2,8})”")


def _speaks(short: str, plain: str) -> bool:
    return (
        re.search(rf"(?<![A-Za-z] ){short} ?(?:表示|说|认为|告诉|指出|强调|坦言|解释|透露|感慨|回忆)", plain)
        is not None
    )


_NICKNAMED = re.compile(r"(?:网名|艺名|笔名|昵称)(?:为|叫|是)?“(?P<name>[^“”，。\n]{2,12})”")
_SELF_NAMED = re.compile(r"自称(?:名叫|叫)(?P<name>[\u4e00-\u9fff·]{2,8}?)(?=[，。的])")  # 有位自称叫托尼，他说
_NO_SURNAME = frozenset("向和于与跟都从任让同由")  # 向女士们致意
_ANY_SURNAME = f"[{''.join(sorted(SURNAMES))}]"
_COURTEOUS = re.compile(
    rf"{_ANY_SURNAME}(?:女士|先生|小姐|阿姨|大爷|大妈|大叔|大姐|师傅)(?!们)|(?<=街坊|邻居|村民|居民|市民){_ANY_SURNAME}[伯叔婶姨嫂婆爷](?=[，每也在就对向说从把给])"
)  # 林女士, 街坊陈伯


def _acting(reading: Reading) -> dict[str, list[int]]:
    """Names that come back, and where they open a clause and do something: 赵江涛凑近一看，…"""
    plain, ends = reading.plain[:_READ], sorted(reading.words)
    found: dict[str, list[int]] = {}
    for at, (start, end) in enumerate(pairwise(ends[:-1])):
        name = plain[start:end]
        opens = 2 <= len(name) <= 3 and (start == 0 or plain[start - 1] in _CLAUSE_END)
        if opens and may_name(name) and _does(plain[end : ends[at + 2]]):
            found.setdefault(name, []).append(start)
    return {
        name: places
        for name, places in islice(found.items(), _KNOWN)
        if plain.count(name) > 1 and _is_recurring_name(name)
    }


_CLAUSE_END = "，。！？；：、\n“”　"


@lru_cache(maxsize=4096)
def _does(words: str) -> bool:
    return words != "" and rjieba.tag(words, False)[0][1][:1] in "vdpc"


def _is_recurring_name(name: str) -> bool:
    """A name by the dictionary's eyes, or one of which it holds nothing; 乌克兰, 富荣村 and 幸存者 are none."""
    if set(name) <= TRANSLITERATED or _NO_PERSON.search(name) or TITLE.search(name):
        return False
    tags = rjieba.tag(name, False)
    return tags[0][1] == "nr" if len(tags) == 1 else is_name(name) and may_name(name, is_rare=True)


_NO_PERSON = re.compile(
    rf"(?:{BODY_TAIL.pattern}|[社市县区省州国镇村台网站校厂店组层会部界员者人家团士师手生民官宾客众商媒户军])$"
)


def _entitled(reading: Reading) -> list[tuple[str, str]]:
    """Names after a title anywhere in the text, with it: they can be who 他 is, though they have not spoken yet."""
    found, plain = [], reading.plain
    for title in _finds(TITLE, plain):
        at = title.end()
        if (called := _CALLED_SO.match(plain, at)) and len(rjieba.tag(called.group(), False)) > 1:
            found.append((called.group(), _role_before(reading, title)))
            continue
        if at not in reading.words:
            continue
        if latin := _LATIN_NAME.match(plain, at):
            found.append((latin["name"], _role_before(reading, title)))
            continue
        at += title.group().isascii() and plain.startswith(" ", at)  # CEO 贝尔金
        if plain.startswith("的", at) and (run := _FOREIGN_RUN.match(plain, at + 1)) and plain[run.end()] == "，":
            at += 1  # 当司机的贾瓦德，从清晨起就在排队
        foreign = _FOREIGN_RUN.match(plain, at)
        if foreign and (foreign.end() in reading.words or _AFTER_NAME.match(plain, foreign.end())):
            found.append((foreign.group(), _role_before(reading, title)))
            continue
        if name := _named_at(reading, at):
            found.append((name, _role_before(reading, title)))
    return found


def _is_strange_and_acts(reading: Reading, at: int, size: int) -> bool:
    """书记次培带领村民: two characters that make no word, and a verb of two behind them."""
    plain, words, end = reading.plain, reading.words, at + size
    acts = end in words and end + 2 in words and end + 1 not in words
    if (
        not acts
        or plain[at] in "难不未没已也都正再又更将曾仍应可能很最"
        or not is_name(plain[at:end], after_title=True)
    ):
        return False
    tags = rjieba.tag(plain[at : end + 2], False)
    return (
        len(tags) > 2 and tags[-1] == (plain[end : end + 2], "v") and all(tag[:1] in "nagzvqm" for _, tag in tags[:-1])
    )


def _holding(reading: Reading, subjects: Iterable[Subject]) -> Iterator[tuple[str, str]]:
    """Who speaks under a name that the dictionary takes for a place, and holds an office elsewhere: 总统普京进行了通话。普京表示，…"""
    names = {one.name for one in subjects if one.sort is Sort.BODY and 2 <= len(one.name) <= _SHORT_NAME}
    plain = reading.plain[:_READ]
    for name in sorted(names):
        if not TRANSLITERATED.issuperset(name[:1]) or not is_name(name, after_title=True) or _TAILED.search(name):
            continue
        places = (at.start() for at in re.finditer(re.escape(name), plain))
        offices = (TITLE_END.search(plain, max(0, at - _OFFICE), at) for at in places)
        if office := next(filter(None, offices), None):
            yield name, _role_before(reading, office)


_SHORT_NAME = 4  # characters


def _named_at(reading: Reading, at: int) -> str | None:
    """The name that starts right behind a title."""
    plain = reading.plain
    for size in (5, 4, 3, 2):
        name, after = plain[at : at + size], plain[at + size : at + size + 1]
        if (
            len(name) < size
            or name[0] in "和与及是在就"
            or (size == 3 and name[-1] in "在也于则向对跟给把被等")
            or (size == 3 and name[-1] in "和与" and plain.count(name[:2]) > plain.count(name))
            or after in ("了", "着", "过")
        ):
            continue  # 市长林远来了
        if size > 3 and ("·" in name or not is_name(name)):
            continue
        is_plain = is_name(name) and at + size in reading.words
        is_strange = size == 2 and _is_strange_and_acts(reading, at, size)
        is_rare = may_name(name, is_rare=True) and is_name(name, after_title=True)
        if is_plain or is_strange or (is_rare and _AFTER_NAME.match(plain, at + size)):
            return name
    return None


def _role_before(reading: Reading, title: re.Match[str]) -> str:
    """The title with the body it is of, and any before it: 会见北国国民议会议长 gives 北国国民议会议长."""
    plain, at = reading.plain, title.start()
    former = plain[at - 1 : at] if plain[at - 1 : at] in ("前", "原") else ""  # 美国前总统
    gap = " " if title.group().isascii() and plain[at - 1 : at] == " " else ""  # 远山 CEO
    start = max(0, at - _LONG_OFFICE - len(former))
    while start < at and start not in reading.words:
        start += 1
    run = _ROLE_RUN.search(plain[start : at - len(former) - len(gap)])
    before = _MET.split(run.group())[-1].lstrip("岁与和同跟及") if run else ""  # 39岁北国男子
    body = body_of(before.split("称")[-1] if gap else before)
    if former and all(tag in ("v", "vn") for _, tag in rjieba.tag(body, False)):
        body = ""  # 曾搜查前总统林远的住所
    role = body + (gap if body else "") + former + title.group()
    start = title.end() - len(role)
    start -= plain.startswith("兼 ", start - 2)  # 创始人兼 CEO
    joint = plain[start - 1 : start]
    if joint in ("、", "兼", "及"):
        # 云州市委常委、市委书记林远, 国务委员兼外长林远
        for other in TITLE.finditer(plain, max(0, start - 8), start - 1):
            if other.end() == start - 1 and other.group() not in COURTESIES and not _NEAR_KIN.search(other.group()):
                return f"{_role_before(reading, other)}{joint}{role}"
    return role


def _named_bodies(plain: str, words: frozenset[int]) -> list[str]:
    """Names of bodies in the text, cut on the left at a word that cannot belong to one."""
    found = []
    for match in _BODY_END.finditer(plain[:_READ]):
        if match.end() in words or match.end() == len(plain):
            name = body_ending(plain, match.end(), 20)
            if len(name) >= 4 and not _NO_TAIL.search(name):
                found.append(name)
    return found


# 河南部署, 公司内部: the last character of a word, and no kind of body.
_NO_TAIL = re.compile(r"(?:部署|[内外全局东西南北中干头底顶大上下前后]部|[住好各到之长短]处|厕所|场所|编委)$")


def body_ending(plain: str, stop: int, most: int) -> str:
    """The name of a body in the characters before a place, at most so many; empty where none ends there."""
    run = _RUN.search(plain[max(0, stop - most) : stop])
    return body_of(run.group()) if run else ""


def body_of(run: str, *, is_whole: bool = False) -> str:
    """The name at the end of a run of characters: back to the first word that is no noun."""
    kept: list[str] = []
    for word, tag in reversed(rjieba.tag(run)):
        if (
            tag[:1] not in "njbaxefsvgziml"
            or (tag in ("v", "i") and len(kept) == 0)
            or word in _LEFT
            or (tag == "v" and word not in _BODY_VERBS and not is_whole)
            or (tag == "m" and word[0].isdigit())
        ):
            break
        # 涉事医院云州市第一医院: a bare kind of body before a name is in apposition to it.
        if kept and _KIND.fullmatch(word) and len(kept) > 1:
            break
        kept.append(word)
    return "".join(reversed(kept))


_ALIAS = re.compile(
    r"(?<=[\u4e00-\u9fff]{4})（(?:以下|下文)?(?:统称|简称|下称|又称|英文简称)?[：:]?[“《]?(?P<short>[A-Za-z]{2,12}|[\u4e00-\u9fff]{2,8})[”》]?(?:，[^（）]{0,20})?）"
)


# From the short form back: the long one would be tried at every character.
_ITS_NAME = re.compile(r"[\u4e00-\u9fff]{4,20}$")
_LETTERS = re.compile(r"(?<=[\u4e00-\u9fff]{5})[A-Za-z]{2,6}(?![A-Za-z])")
_BEFORE_LETTERS = re.compile(rf"[\u4e00-\u9fff]{{4,14}}(?:{BODY_TAIL.pattern})$")
_LONG_NAME = 20  # characters


def _aliases(plain: str) -> list[tuple[str, str]]:
    found, read = [], min(len(plain), _READ)
    for match in _ALIAS.finditer(plain, 0, read):
        full = _ITS_NAME.search(plain, max(0, match.start() - _LONG_NAME), match.start())
        name = _without_act(body_of(full.group(), is_whole=True)) if full else ""
        if BODY_TAIL.search(name) and len(name) > len(match["short"]):
            found.append((match["short"], name))
    for match in _LETTERS.finditer(plain, 0, read):
        full = _BEFORE_LETTERS.search(plain, max(0, match.start() - _LONG_NAME), match.start())
        name = body_of(full.group()) if full else ""
        if len(name) >= 4 and not re.fullmatch(ANY_FIRM, name):
            found += [(match.group(), name), (name + match.group(), name)]
    return found


def _without_act(name: str) -> str:
    """了结北国贸易委员会（FTC）: a verb before the name of a place is no part of it."""
    tags = rjieba.tag(name, False)
    return name.removeprefix(tags[0][0]) if len(tags) > 2 and tags[0][1] == "v" and tags[1][1] in ("ns", "nt") else name


_SPELLINGS = (
    ("副外长", "外交部副部长"),
    ("外长", "外交部长"),
    ("防长", "国防部长"),
    ("财长", "财政部长"),
    ("外相", "外务大臣"),
    ("防相", "防卫大臣"),
    ("董座", "董事长"),
    ("高官", "高级官员"),
)


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
    return (
        left in right or right in left or (left[0] == right[0] and shared >= len(left) - 1) or _common(left, right) >= 3
    )


# 副区长李宗荣 is no 李女士, and the boy 张某某 is not 张先生, his father.
_OFFICIAL = re.compile(r"[长记]$|书记|主任|局|部|委|政府|公安|总队")
_YOUNG = re.compile(r"[男女]童|[男女]孩|儿子|女儿|孩子|学生|死者|遇难|受害|婴儿")
_NEAR_KIN = re.compile(r"[父母]|爸|妈|家属|家长|亲属|丈夫|妻子|[爷奶叔伯姑姨舅]")


_LEARNED = ("教授", "博士", "老师")
_ACADEMIC = re.compile(r"教授|博士|研究|学者|学院|大学|讲师")


def _are_two(known: str, own: str) -> bool:
    """Whether somebody called 先生 or 女士 is another than the one of that surname who has this role."""
    if own and known and (own in known or (own in _LEARNED and _ACADEMIC.search(known))):
        return False
    return bool(
        _OFFICIAL.search(known) or _YOUNG.search(known) or (_NEAR_KIN.search(own) and not _NEAR_KIN.search(known))
    )


def is_office(one: str, other: str) -> bool:
    """Two roles of one office, as they are written: 副外长 and 外交部副部长."""
    return bool(one and other) and _same_office(_spelled(one), _spelled(other))


def _common(a: str, b: str) -> int:
    """The longest run that two short strings share."""
    return max(
        (
            size
            for size in range(1, min(len(a), len(b), 12) + 1)
            if any(a[i : i + size] in b for i in range(len(a) - size + 1))
        ),
        default=0,
    )


@lru_cache(maxsize=4096)
def _is_place(name: str) -> bool:
    tags = rjieba.tag(name, False)
    return len(tags) == 1 and tags[0][1] == "ns"


_INNER = re.compile(r"..[部处科室]$|股份$")  # 远山公司证券部 is a part of it, and 远山股份 its shares


def abbreviates(short: str, long: str) -> bool:
    """云州二院 abbreviates 云州市总队第二医院, 远山 abbreviates 远山通讯: in order, from the first character on."""
    if short[0] != long[0] or not BODY_TAIL.search(long) or _is_place(short):
        return False  # 中国 is not 中国海警局
    if long.startswith(short):
        return (
            not _INNER.search(long[len(short) :])
            and not _TAILED.search(short)
            and re.fullmatch(rf"[\u4e00-\u9fff]{{0,2}}?(?:{BODY_TAIL.pattern})+", long[len(short) :]) is not None
            and not long.endswith(("基金", "基金会"))
        )
    if len(short) < 3 or short[-1] != long[-1]:
        return False
    at = 0
    for char in short:
        at = long.find(char, at) + 1
        if not at:
            return False
    return True
