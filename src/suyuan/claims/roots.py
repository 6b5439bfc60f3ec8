"""Where the assertions of one claim start: each is followed to a root, and roots that are one are folded together.

Numbers fail closed: two assertions count as one origin whenever a reason is found, and the reason is kept.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from suyuan.outlets import Directory
from suyuan.records import (
    Article,
    Assertion,
    Citation,
    Origin,
    Reprint,
    ReprintKind,
    Root,
    RootKind,
    SpeakerKind,
    Statement,
)
from suyuan.text import fold, letters

# Parties by the words that name them; the first that fits. A body speaks through its branches and spokesmen.
PARTIES: tuple[tuple[str, str], ...] = (
    ("网友", r"网友|网民|网传|网络|微博用户|博主|大v|爆料|朋友圈|截图|帖子|网帖"),
    ("目击者", r"目击|围观|路人|现场群众|市民|游客|乘客|居民|村民|附近|邻居|摊主|店主|商户|业主|知情|消息人士|当事人"),
    ("家属", r"家属|家人|亲属|亲友|父亲|母亲|父母|丈夫|妻子|老公|老婆|婆婆|公公|岳父|岳母|爷爷|奶奶|外公|外婆|姥姥|姥爷|儿子|女儿|哥哥|弟弟|姐姐|妹妹|堂哥|表哥|堂弟|表弟|叔叔|伯父|舅舅|姑姑|姨|妈妈|爸爸|家长|生母|生父|遗孀|侄|婆家|娘家"),
    ("警方", r"警方|公安|派出所|民警|警察|警局|交警|交管|刑警|特警|巡警|警务|分局"),
    ("消防", r"消防|救援站|救援队|应急救援"),
    ("检察", r"检察"),
    ("法院", r"法院|法官|法庭"),
    ("卫生部门", r"卫计|卫生|卫健|疾控|药监|食药|医保局|血液中心|红十字"),
    ("急救", r"120|急救"),
    ("院方", r"医院|院方|一院|二院|三院|医生|医师|护士|医务|院长|病区|科主任|妇幼|诊所|卫生院|医护"),
    ("校方", r"学校|校方|大学|学院|中学|小学|幼儿园|校长|教师|老师|园长|班主任|高校|职校|技校"),
    ("教育部门", r"教育局|教育厅|教委|教育部"),
    ("民政", r"民政|捐助|慈善会|慈善总会"),
    ("环保部门", r"环保|生态环境|环境局|环境保护|监测站"),
    ("市场监管", r"市场监|工商|质监|质检|食品药品"),
    ("交通部门", r"交通局|交通运输|海事|铁路局|民航|机场|地铁|高速|公路局"),
    ("气象", r"气象|地震局|地震台|台网"),
    ("军方", r"国防|军方|军队|海军|空军|陆军|解放军|部队|五角大楼"),
    ("外交", r"外交部|使馆|领事|大使"),
    ("园方", r"动物园|景区|公园|园区|园方|乐园|旅游区"),
    ("官方", r"政府|管委会|委员会|宣传部|网信|发改委|国务院|商务部|财政部|部门|市委|县委|省委|区委|街道|社区|居委会|村委会|人社|住建|城管|文旅|旅游局|统计局|应急|安监|调查组|指挥部|发布会|融媒体中心|白宫|总统|总理|首相|议会|部长|市长|县长|省长|[局厅署]长?$|局$|厅$|官方"),
    ("律师", r"律师|律所|律师事务所"),
    ("专家", r"专家|教授|学者|研究员|研究所|天文|学会|协会|院士|业内|行业人士|分析师|分析人士|科普|科学院|博士"),
    ("企业", r"公司|集团|企业|客服|平台|酒店|银行|超市|门店|商家|厂家|厂商|物业|航空|品牌|官微|工厂|店方|股份|有限"),
)  # fmt: skip
_PARTIES = tuple((party, re.compile(words)) for party, words in PARTIES)

# Parties whose branches, spokesmen and documents are one body within one story.
BODIES = frozenset(
    {"警方", "消防", "检察", "卫生部门", "急救", "院方", "校方", "教育部门", "民政", "环保部门", "市场监管", "交通部门", "气象", "军方", "外交", "园方", "企业"}
)  # fmt: skip
UNNAMEABLE = frozenset({"网友", "目击者"})

_TITLES = re.compile(
    r"相关|有关|一名|一位|某名|工作人员|负责人|负责同志|新闻发言人|发言人|客服|官方|微博|微信|公众号|认证|账号|客户端|声明|通报|公告|说明|通知|回应|热线|电话|"
    r"方面|部门|办公室|宣传[部处科]|主任|院长|局长|处长|科长|部长|主席|总裁|ceo|创始人|经理|董事长|董秘|书记|市长|县长|省长|校长|园长|所长|队长|站长|会长|理事|"
    r"人士|人员|高管|员工|职员|秘书|记者|的|某|姓|[（(].*?[)）]|[“”\"《》]"
)
_DOCUMENT = re.compile(r"通报|公告|声明|清单|报告|通知|判决|裁定|决定书|鉴定书|文件|监控|录像|视频|记录|数据|公报|白皮书|说明|起诉书|函")
_SURNAME = re.compile(r"^[㐀-鿿](?:某{1,2}|先生|女士|姓|小姐|师傅|大爷|大妈|阿姨|老师|医生|院长|主任|处长|局长|书记|经理)")
_WITNESS = re.compile(r"(?:记者|笔者)(?:[^，,。；\n]{0,12})?(?:在现场|现场看到|看到|注意到|发现|目睹|走访|探访|赶到现场|实地)")
_FROM = re.compile(r"据(?P<outlet>[^，,。；：:\n]{2,16}?)(?:官方)?(?:微博|微信公众号|微信|客户端)?(?:\d+[日月号]?)*(?:最新)?(?:消息|报道|报导|称|披露|讯|此前|援引)")
_BRIEFING = re.compile(r"发布会|通气会|记者会|吹风会")

WORDING = 0.72  # share of the shorter wording's character pairs in the longer: one text, whoever is credited
WORDY = 8  # letters: two people may say as little in the same words


@dataclass(frozen=True, slots=True)
class Trail:
    """One assertion followed to where it starts."""

    assertion: Assertion
    kind: RootKind
    name: str | None
    party: str
    stem: str
    person: str
    outlet: str | None
    cites: str | None
    wording: str
    briefing: bool


@dataclass(frozen=True, slots=True)
class Chains:
    """What is known of where articles and statements come from."""

    articles: dict[str, Article]
    statements: dict[str, Statement]
    citations: tuple[Citation, ...]
    reprints: tuple[Reprint, ...]
    origins: tuple[Origin, ...]
    outlets: Directory


def roots(members: Iterable[Assertion], chains: Chains) -> tuple[Root, ...]:
    """The independent origins of one claim, with what was folded into each and why."""
    trails = [follow(member, chains) for member in members]
    parent = list(range(len(trails)))
    reasons: dict[int, list[str]] = defaultdict(list)

    def find(place: int) -> int:
        while parent[place] != place:
            parent[place] = parent[parent[place]]
            place = parent[place]
        return place

    families = _families(chains)
    for later in range(len(trails)):
        for earlier in range(later):
            if find(earlier) == find(later):
                continue
            reason = _one_text(trails[earlier], trails[later], families, chains) or _one_party(trails[earlier], trails[later])
            if reason:
                reasons[later].append(reason)
                parent[max(find(earlier), find(later))] = min(find(earlier), find(later))
    groups: dict[int, list[int]] = defaultdict(list)
    for place in range(len(trails)):
        groups[find(place)].append(place)
    made = [_root([trails[i] for i in group], [reason for i in group for reason in reasons[i]]) for group in groups.values()]
    return _without_bare_narration(made)


def follow(assertion: Assertion, chains: Chains) -> Trail:
    """One assertion along its statement's chain and its article's credits."""
    article = chains.articles[assertion.article]
    text = article.text
    statement = chains.statements.get(assertion.statement or "")
    around = fold(text[max(0, assertion.start - 60) : assertion.end])
    home = chains.outlets.newsroom(article.credit) or chains.outlets.newsroom(article.outlet)
    cited = _cited(assertion, chains.citations) or (statement.via if statement else None)
    cites = chains.outlets.newsroom(cited)
    wording = letters(text[assertion.start : assertion.end])
    name, role = (statement.speaker, statement.role or "") if statement else (None, "")
    if statement and name is None and statement.mention:
        name = text[statement.mention.start : statement.mention.end]
    full = fold(f"{role}{name or ''}")
    if statement is None or (not full and statement.speaker_kind == SpeakerKind.UNRESOLVED):
        kind = RootKind.WITNESS if _WITNESS.search(around) and not cited else RootKind.OUTLET
        return Trail(assertion, kind, cited or article.credit or article.outlet, "媒体", "", "", home, cites, wording, False)
    if chains.outlets.by_name(name) is not None:
        return Trail(assertion, RootKind.OUTLET, name, "媒体", "", "", home, chains.outlets.newsroom(name), wording, False)
    party = _party(full)
    anonymous = statement.speaker_kind in (SpeakerKind.ANONYMOUS, SpeakerKind.UNRESOLVED) or (
        statement.speaker_kind == SpeakerKind.UNNAMED and party in UNNAMEABLE
    )
    if anonymous:
        return Trail(assertion, RootKind.ANONYMOUS, name, party, "", "", home, cites, wording, False)
    kind = RootKind.DOCUMENT if _DOCUMENT.search(fold(name or "")) else RootKind.SPEAKER
    stem = _TITLES.sub("", full)
    return Trail(assertion, kind, name, party, stem, _TITLES.sub("", fold(name or "")), home, cites, wording, bool(_BRIEFING.search(around)))


def _cited(assertion: Assertion, citations: tuple[Citation, ...]) -> str | None:
    """The outlet that the article names for this passage: the last citation in front of it, not far away."""
    near = [one for one in citations if one.article == assertion.article and 0 <= assertion.start - one.end < 80]
    return max(near, key=lambda one: one.end).outlet if near else None


def _party(words: str) -> str:
    return next((party for party, pattern in _PARTIES if pattern.search(words)), "")


def _families(chains: Chains) -> dict[str, str]:
    return {article: origin.id for origin in chains.origins for article in origin.articles}


def _one_text(one: Trail, other: Trail, families: dict[str, str], chains: Chains) -> str | None:
    """The same words in two places go back to one text."""
    a, b = one.assertion, other.assertion
    for reprint in chains.reprints:
        if reprint.kind == ReprintKind.BACKGROUND or {reprint.copy, reprint.original} != {a.article, b.article}:
            continue
        copy, original = (a, b) if reprint.copy == a.article else (b, a)
        for passage in reprint.passages:
            if _covers(passage.copy.start, passage.copy.end, copy) and _covers(passage.original.start, passage.original.end, original):
                return f"copied passage: {reprint.kind}"
    if _same_wording(one.wording, other.wording):
        return "shared wording"
    if a.article != b.article and a.article in families and families[a.article] == families.get(b.article) and one.stem == other.stem:
        return "copies of one text"
    return None


def _covers(start: int, end: int, assertion: Assertion) -> bool:
    return min(end, assertion.end) - max(start, assertion.start) >= 0.6 * (assertion.end - assertion.start)


def _same_wording(one: str, other: str) -> bool:
    short, long = sorted((one, other), key=len)
    if short == long:
        return len(short) >= WORDY
    if len(short) < WORDY:
        return False
    mine = {short[i : i + 2] for i in range(len(short) - 1)}
    theirs = {long[i : i + 2] for i in range(len(long) - 1)}
    return len(mine & theirs) / max(len(mine), 1) >= WORDING


def _one_party(one: Trail, other: Trail) -> str | None:
    """One person repeating himself, one body with its branches, one crowd of unnamed."""
    kinds = {one.kind, other.kind}
    if kinds == {RootKind.ANONYMOUS}:
        return "unnamed informants count once"
    if kinds == {RootKind.OUTLET}:
        mine, theirs = one.cites or one.outlet, other.cites or other.outlet
        return "one newsroom" if mine is None or theirs is None or mine == theirs else None
    if kinds == {RootKind.WITNESS}:
        return "one newsroom" if one.outlet == other.outlet else None
    if not kinds <= {RootKind.SPEAKER, RootKind.DOCUMENT}:
        return None
    if one.person and _one_name(one.person, other.person):
        return "one person or body repeating itself"
    if one.stem and _one_name(one.stem, other.stem):
        return "one body with its branches and spokesmen"
    if one.party and one.party == other.party:
        if one.party in BODIES:
            return f"one body: {one.party}"
        if one.party == "家属" and ("家属" in one.stem or "家属" in other.stem):
            return "the family speaking as one"
        if one.party == "官方":
            return "one body: 官方"
    if one.briefing and other.briefing:
        return "one press conference"
    return None


def _one_name(one: str, other: str) -> bool:
    """One name stands in the other, or abbreviates it (榆林一院, 榆林市第一医院)."""
    short, long = sorted((one, other), key=len)
    if len(short) < 2:
        return False
    if short in long:
        return True
    letters_left = iter(long)
    return len(short) >= 3 and short[-1] == long[-1] and short[0] == long[0] and all(char in letters_left for char in short)


def _root(trails: list[Trail], reasons: list[str]) -> Root:
    order = {RootKind.SPEAKER: 0, RootKind.DOCUMENT: 1, RootKind.WITNESS: 2, RootKind.ANONYMOUS: 3, RootKind.OUTLET: 4}
    best = min(trails, key=lambda one: (order[one.kind], -len(one.stem), one.assertion.id))
    is_seen = best.kind != RootKind.OUTLET or any(one.cites in (None, one.outlet) for one in trails)
    voice = best.party if best.party and best.party not in {"企业", "专家"} else best.stem or best.party or (best.name or "媒体")
    return Root(
        kind=best.kind,
        name=best.name,
        voice=voice,
        assertions=tuple(sorted(one.assertion.id for one in trails)),
        reasons=tuple(dict.fromkeys(reasons)),
        is_named=best.kind != RootKind.ANONYMOUS,
        is_seen=is_seen,
    )


def _without_bare_narration(made: list[Root]) -> tuple[Root, ...]:
    """Narration that names nobody is no origin beside those that are named: it may have come from any of them."""
    told = [root for root in made if root.kind == RootKind.OUTLET]
    others = [root for root in made if root.kind != RootKind.OUTLET]
    if not told:
        return tuple(others)
    host = others[0] if others else told[0]
    rest = told if others else told[1:]
    if not rest:
        return (host,)
    joined = Root(
        kind=host.kind,
        name=host.name,
        voice=host.voice,
        assertions=tuple(sorted({*host.assertions, *(one for root in rest for one in root.assertions)})),
        reasons=tuple(dict.fromkeys((*host.reasons, *(reason for root in rest for reason in root.reasons), "narration that names no other origin"))),
        is_named=host.is_named,
        is_seen=host.is_seen,
    )
    return (joined, *others[1:])
