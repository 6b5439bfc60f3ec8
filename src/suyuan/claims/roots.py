"""Where the assertions of one claim start: each is followed to a root, and roots that are one are folded together.

Numbers fail closed: two assertions count as one origin whenever a reason is found, and the reason is kept.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

import rjieba

from suyuan.outlets import Directory
from suyuan.records import (
    Article,
    Assertion,
    Citation,
    Origin,
    OutletKind,
    Reprint,
    ReprintKind,
    Root,
    RootKind,
    Span,
    SpeakerKind,
    Statement,
)
from suyuan.text import fold, letters

# Parties by the words that name them; the first that fits. A body speaks through its branches and spokesmen.
PARTIES: tuple[tuple[str, str], ...] = (
    ("网友", r"网友|网民|网传|网络|微博用户|博主|大v|爆料|报料|朋友圈|截图|帖子|网帖"),
    ("家长", r"家长"),
    ("家属", r"家属|家人|亲属|亲友|父亲|母亲|父母|丈夫|妻子|老公|老婆|婆婆|公公|岳父|岳母|爷爷|奶奶|外公|外婆|姥姥|姥爷|儿子|女儿|哥哥|弟弟|姐姐|妹妹|堂哥|表哥|堂弟|表弟|叔叔|伯父|舅舅|姑姑|阿姨|妈妈|爸爸|生母|生父|遗孀|侄|婆家|娘家|(?<!代)爸$|(?<!代)妈$|表姐|堂姐|嫂|姐夫|女婿|儿媳"),
    ("警方", r"警方|公安|派出所|民警|警察|警局|交警|交管|刑警|特警|巡警|警务|分局|警官"),
    ("消防", r"消防|救援站|救援队"),
    ("检察", r"检察"),
    ("法院", r"法院|法官|法庭"),
    ("卫生部门", r"卫计|卫生(?!院)|卫健|疾控|药监|食药|医保局|血液中心|红十字|世卫"),
    ("急救", r"120|急救"),
    ("院方", r"医院|院方|[一二三四五六七]院|医生|医师|护士|医务|院长|病区|科主任|妇幼|诊所|卫生院|医护|大夫"),
    ("律师", r"律师|律所"),
    ("专家", r"专家|教授|学者|研究员|研究所|研究院|天文|学会|协会|院士|业内|行业人士|分析师|分析人士|科普|科学院|博士"),
    ("教育部门", r"教育局|教育厅|教委|教育部|教体局"),
    ("校方", r"学校|校方|大学|学院|中学|小学|幼儿园|校长|教师|园长|班主任|高校|职校|技校|园方"),
    ("民政", r"民政|捐助|慈善会|慈善总会|慈善处"),
    ("环保部门", r"环保|生态环境|环境局|环境保护|监测站"),
    ("市场监管", r"市场监|工商|质监|质检|食品药品|消委会|消保委"),
    ("交通部门", r"交通局|交通运输|交委|海事|铁路局|民航|机场|地铁|高速|公路局"),
    ("气象地震", r"气象|地震局|地震台|台网"),
    ("军方", r"国防|军方|军队|海军|空军|陆军|解放军|部队|五角大楼"),
    ("外交", r"外交部|使馆|领事|大使"),
    ("园方", r"动物园|景区|公园|园区|乐园|旅游区(?!管委)"),
    ("企业", r"公司|集团|企业|客服|平台|酒店|银行|超市|门店|商家|厂家|厂商|物业|航空|品牌|工厂|店方|股份|有限|店长|店员|房东|中介"),
    ("官方", r"政府|管委会|委员会|宣传部|网信|发改委|国务院|商务部|财政部|部门|市委|县委|省委|区委|街道|社区|居委会|村委会|人社|住建|城管|文旅|旅游局|统计局|应急|安监|调查组|领导小组|指挥部|发布会|新闻办|融媒体|白宫|总统|总理|首相|议会|部长|市长|县长|省长|镇长|乡长|村支书|[局厅署委办]$|发言人"),
    ("目击者", r"目击|围观|路人|现场群众|市民|游客|乘客|居民|村民|附近|邻居|摊主|店主|商户|业主|知情|消息人士|当事人|学生|同学|同事|员工|司机|租客|房客|女子|男子|工人"),
)  # fmt: skip
_PARTIES = tuple((party, re.compile(words)) for party, words in PARTIES)

# Parties whose branches, spokesmen and documents are one body within one story, whatever their names.
BODIES = frozenset({"警方", "消防", "检察", "法院", "急救", "院方", "校方", "军方", "外交", "园方"})
# Public bodies with knowledge of their own: two that are named are two, in one voice.
OFFICES = frozenset({"卫生部门", "教育部门", "民政", "环保部门", "市场监管", "交通部门", "气象地震", "官方"})
# Without a name of their own these may be anyone: at most one of each claim counts.
CROWDS = frozenset({"网友", "目击者", "家长"})
KIN = (
    "父亲 爸爸 生父 爸", "母亲 妈妈 生母 妈", "丈夫 老公", "妻子 老婆 遗孀", "婆婆", "公公", "哥哥", "弟弟", "姐姐", "妹妹", "堂哥", "表哥", "叔叔", "舅舅",
    "儿子", "女儿", "爷爷", "奶奶", "外公", "外婆", "岳父", "岳母", "姑姑", "阿姨",
)  # fmt: skip

_TITLES = re.compile(
    r"相关|有关|某名|一[名位个]|[两三多数几][名位]|另一|工作人员|负责人|负责同志|新闻发言人|发言人|客服|官方微博|官方微信|官方|微博|微信公众号|微信号|公众号|认证|账号|客户端|声明|通报|公告|说明|通知|回应|热线|电话|"
    r"方面|部门|办公室|宣传[部处科]|副?(?:主任|院长|局长|处长|科长|部长|主席|总裁|经理|董事长|书记|市长|县长|省长|校长|园长|所长|队长|站长|会长|主编)|ceo|创始人|董秘|理事长?|"
    r"人士|人员|高管|员工|职员|秘书|记者|老师|先生|女士|的|某|姓|[（(].*?[)）]|[“”\"《》\s]"
)
_SURNAMES = (
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林罗高郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单季裴霍涂成苗谷盛曲翁冉骆蓝路游辛靳管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤阳时穆农司卓古吉缪简车项连芦麦褚娄窦戚岑景党宫费卜冷晏席卫米柏宗瞿桂全佟应臧闵苟邬边卞姬师和仇栾隋商刁沙荣巫寇桑郎甄丛仲虞敖巩明佘池查麻苑迟邝官封谈匡鞠惠荆乐冀郁胥南班储原栗燕楚鄢劳谌奚皮粟冼蔺楼盘满闻位厉伊仝区郜海阚花权强帅屠豆朴盖练廉禹井巴和"
)
_PERSON = re.compile(rf"^(?:[{_SURNAMES}]|欧阳|司马|上官|诸葛|夏侯|东方|尉迟|皇甫|令狐)[㐀-鿿某×xX*]{{1,2}}$|^[{_SURNAMES}]某|·|^[a-z][a-z .'\-]{{3,}}$")
_ADDRESSED = re.compile(rf"([{_SURNAMES}])(?:某{{1,2}}|姓|先生|女士|小姐|师傅|大爷|大妈|大姐|阿姨|老师|老伯|老汉|奶奶|婆婆|医生|教授|律师|队长|警官|经理|副?院长|副?主任|副?处长|副?局长|书记|校长|园长|总|女子|男子|某某)")
_NOT_A_NAME = re.compile(r"^(?:我们?|他们?|她们?|它|其|对方|双方|本人|自己|此|这|该|何|有|于|对|和|向|关于|初步|一致|全部|方面)")
_DOCUMENT = re.compile(r"通报|公告|声明|清单|报告|通知|判决|裁定|决定书|鉴定书|文件|监控|录像|视频|记录|数据|公报|白皮书|说明|起诉书|函$")
_WITNESS = re.compile(r"(?:记者|笔者)(?:[^，,。；\n]{0,12})?(?:在现场|现场看到|目睹|走访|探访|赶到现场|赶赴现场|实地)")
_BRIEFING = re.compile(r"发布会|通气会|记者会|吹风会")
_GENERIC_OFFICE = re.compile(r"当地|政府|官方|主管|部门|[省市县区镇]|调查组|领导小组|指挥部|发布会|新闻办")
_GENERIC_FIRM = re.compile(r"该|涉事|公司|集团|企业|平台|酒店|商家|厂家|门店|物业|店方|有限|股份|科技|管理|服务")

WORDING = 0.72  # share of the shorter wording's character pairs in the longer: one text, whoever is credited
WORDY = 7  # pairs of letters without figures: two people may say as little in the same words
APART = 9  # pairs: two parties with names of their own are one text only where so much is shared
NEAR = 80  # characters: how far behind a citation a passage still hangs on it


@dataclass(frozen=True, slots=True)
class Trail:
    """One assertion followed to where it starts.

    `party` is who it speaks for, `stem` the name without titles, `person` a surname with title or a full name;
    `home` is the newsroom that publishes, `cites` the one that it names, `wording` the character
    pairs of what is said, without figures.
    """

    assertion: Assertion
    kind: RootKind
    name: str | None
    wording: frozenset[str]
    home: str | None
    cites: str | None = None
    party: str = ""
    stem: str = ""
    person: str = ""
    is_briefing: bool = False


@dataclass(frozen=True, slots=True)
class Chains:
    """What is known of where things come from: `copies` by the two articles that share text, `spoken` where anyone is quoted."""

    articles: dict[str, Article]
    statements: dict[str, Statement]
    spoken: frozenset[str]
    citations: dict[str, tuple[Citation, ...]]
    copies: dict[frozenset[str], tuple[Reprint, ...]]
    families: dict[str, str]
    outlets: Directory


def chains(
    articles: Iterable[Article],
    statements: Iterable[Statement],
    citations: Iterable[Citation],
    reprints: Iterable[Reprint],
    origins: Iterable[Origin],
    *,
    outlets: Directory,
) -> Chains:
    """The records that speak of where things come from, laid out so that each is found at once."""
    cited: dict[str, list[Citation]] = defaultdict(list)
    for citation in citations:
        cited[citation.article].append(citation)
    copies: dict[frozenset[str], list[Reprint]] = defaultdict(list)
    for reprint in reprints:
        if reprint.kind != ReprintKind.BACKGROUND:
            copies[frozenset((reprint.copy, reprint.original))].append(reprint)
    said = {one.id: one for one in statements}
    return Chains(
        articles={one.id: one for one in articles},
        statements=said,
        spoken=frozenset(one.article for one in said.values() if one.speaker),
        citations={article: tuple(found) for article, found in cited.items()},
        copies={pair: tuple(found) for pair, found in copies.items()},
        families={article: origin.id for origin in origins for article in origin.articles},
        outlets=outlets,
    )


def roots(members: Iterable[Assertion], known: Chains) -> tuple[Root, ...]:
    """The independent origins of one claim, with what was folded into each and why."""
    trails = [trail for member in members for trail in follow(member, known)]
    parent = list(range(len(trails)))
    reasons: dict[int, list[str]] = defaultdict(list)

    def find(place: int) -> int:
        while parent[place] != place:
            parent[place] = parent[parent[place]]
            place = parent[place]
        return place

    for later in range(len(trails)):
        for earlier in range(later):
            a, b = find(earlier), find(later)
            if a == b:
                continue
            reason = _one_text(trails[earlier], trails[later], known) or _one_party(trails[earlier], trails[later])
            if reason:
                reasons[later].append(reason)
                parent[max(a, b)] = min(a, b)
    for later, vague in enumerate(trails):
        if _is_vague(vague) and all(_is_vague(trails[i]) for i in range(len(trails)) if find(i) == find(later)):
            host = next((i for i, one in enumerate(trails) if one.party == vague.party and not _is_vague(one)), later)
            if find(host) != find(later):
                reasons[later].append(f"an unnamed voice of {vague.party} may be the named one")
                parent[find(later)] = find(host)
    groups: dict[int, list[int]] = defaultdict(list)
    for place in range(len(trails)):
        groups[find(place)].append(place)
    made = [([trails[i] for i in group], [reason for i in group for reason in reasons[i]]) for group in groups.values()]
    return tuple(_root(group, why) for group, why in _without_bare_narration(made))


def is_circular(root: Root) -> bool:
    """A says that B reported it, B says that A did: no origin at all."""
    return CIRCLE in root.reasons


CIRCLE = "circular: each reports that the other reported it"


def follow(assertion: Assertion, known: Chains) -> tuple[Trail, ...]:
    """One assertion along its statement's chain and its article's credits; two where two bodies said it together."""
    article = known.articles[assertion.article]
    statement = known.statements.get(assertion.statement or "")
    cited = _cited(assertion, statement, known)
    told = Trail(
        assertion=assertion,
        kind=RootKind.OUTLET,
        name=cited or article.credit or article.outlet,
        wording=_pairs(_FIGURES.sub("", letters(article.text[assertion.start : assertion.end]))),
        home=_newsroom(article.credit, known) or _newsroom(article.outlet, known),
        cites=cited,
        party="媒体",
    )
    if statement and statement.speaker_kind == SpeakerKind.ANONYMOUS and not _REPORT.search(name := fold(_name(statement, article.text))):
        return (replace(told, kind=RootKind.ANONYMOUS, name=name, party=_who(name, article.text)[0]),)
    for name in _candidates(assertion, statement, article, known):
        if known.outlets.by_name(name) is not None:
            return (replace(told, name=name, cites=_newsroom(name, known)),)
        role = fold(statement.role or "") if statement and name == fold(statement.speaker or "") else ""
        party, person = _who(role + name, article.text)
        if _is_somebody(name, party, person, article):
            if party in CROWDS and not person:
                return (replace(told, kind=RootKind.ANONYMOUS, name=name, party=party),)
            kind = RootKind.DOCUMENT if _DOCUMENT.search(name) else RootKind.SPEAKER
            before = fold(article.text[max(0, assertion.start - 60) : assertion.start])
            trail = replace(told, kind=kind, name=name, party=party, stem=_stem(role + name), person=person, is_briefing=bool(_BRIEFING.search(before)))
            return _together(trail)
    around = fold(article.text[max(0, assertion.start - 60) : assertion.end])
    if cited is None and _WITNESS.search(around):
        return (replace(told, kind=RootKind.WITNESS),)
    if cited is None and (rumour := _RUMOUR.search(re.split("[。！？\n]", around[: assertion.start - assertion.end])[-1] + around[assertion.start - assertion.end :])):
        return (replace(told, kind=RootKind.ANONYMOUS, name=rumour.group(), party="网友"),)
    return (told,)


def _candidates(assertion: Assertion, statement: Statement | None, article: Article, known: Chains) -> Iterator[str]:
    """Who may have said it, the nearest first: the statement's speaker, the paragraph's frame, 我院, the headline's."""
    text = article.text
    if statement and (name := fold(_name(statement, text))):
        yield name
    if framed := _framed(fold(text[max(0, assertion.start - FRAME) : assertion.start])):
        yield framed
    if ours := _OURS.search(fold(text[assertion.start : assertion.end])):
        yield ours[1]
    announced = _HEADLINE.search(fold(article.title))
    if announced and article.id not in known.spoken and not _EVENT.search(announced[1]) and not _FRAMES.search(fold(text[: assertion.start])):
        yield announced[1]


_EVENT = re.compile(r"事件|事故|后续|追踪|最新|进展|[一-鿿]案$|现场|真相|曝光|突发|热搜|评论|[被遭]")


def _together(trail: Trail) -> tuple[Trail, ...]:
    """深圳市卫计委、儿童医院均表示: two bodies of different parties are two origins."""
    names = (trail.name or "").split("、")
    parties = [_party(name) for name in names]
    if trail.person or len(names) < 2 or "" in parties or len(set(parties)) < len(parties):
        return (trail,)
    return tuple(replace(trail, name=name, party=party, stem=_stem(name)) for name, party in zip(names, parties, strict=True))


# Nobody in person: 报道称, 公开资料显示.
_REPORT = re.compile(r"^(?:有|据|该|相关|多家)?(?:媒体|报道|报纸|外媒|消息|资料|新闻|文章|报告)")
_RUMOUR = re.compile(r"有消息称|有传言|有传闻|网传|据传|坊间|网上流传|有爆料|有人爆料|网络传言|小道消息")
# A body that writes of itself: 我院, 我司.
_OURS = re.compile(r"我(院|校|局|公司|司|园|中心|馆|店|厂|社区|街道)")
# 蔚来回应…, 民政局：…: a headline that names who speaks, where the text names nobody.
_HEADLINE = re.compile(r"^[“\"]?([^，,。；：:！!？?\s“”\"]{2,16}?)(?:再次|正式|深夜|凌晨|最新|首次|官方)?(?:回应|通报|声明|致歉|道歉|辟谣|否认|发布|公布|澄清|[：:])")
FRAME = 240  # characters: how far a 记者从…获悉 reaches within its paragraph
_FRAMES = re.compile(
    r"从(?P<from>[^，,。；：:\n]{2,30}?)(?:处|方面|那里)?(?:获悉|了解到|得知|证实|了解)"
    r"|据(?P<by>[^，,。；：:\n]{2,24}?)(?:介绍|透露|通报|消息|披露|公布|发布|证实|反映|初步调查)"
    r"|(?:^|[，,。；：:\s])(?P<doc>[^，,。；：:\n]{2,30}?)(?:发布|发表|公布|发出|发文|通报)[^，,。；：:\n]{0,40}?(?:声明|通报|公告|消息|说明》?|通知|公开信|微博|结果|情况|称|说)[^。；\n]{0,12}?[，,：:]"
)
_WHEN = re.compile(r"^.*?(?:\d+[日号时分](?:许|左右|上午|下午|晚间?|傍晚|凌晨|中午|早上?)*|今[天日晚]|昨[天日晚]|近日|日前|随后|目前|对此)(?:[上下中]午|晚上?)?")


def _framed(before: str) -> str:
    """Who the paragraph has what it tells from: the last 记者从…获悉, 据…介绍 or …发布通报 in front of the passage."""
    found = list(_FRAMES.finditer(before.rsplit("\n", 1)[-1]))
    if not found:
        return ""
    name = found[-1]["from"] or found[-1]["by"] or found[-1]["doc"]
    return _WHEN.sub("", name).removeprefix("记者").strip()


def _who(name: str, text: str) -> tuple[str, str]:
    """The party that a name speaks for, and the person in it; the party may stand in front of the name's first mention."""
    party = _party(name) or (_party(_before(name, fold(text))) if name else "")
    return party, _person(name)


def _is_somebody(name: str, party: str, person: str, article: Article) -> bool:
    """A party, a person, an organisation by its ending, or a short name that the article comes back to."""
    if not name or (_NOT_A_NAME.match(name) and not party):
        return False
    if party or person or _ORGANISATION.search(name):
        return True
    stem = _stem(name)
    return 2 <= len(stem) <= 8 and _is_noun(stem) and fold(f"{article.title}\n{article.text}").count(stem) > 1


def _is_noun(words: str) -> bool:
    """Adverbs, places and clauses (最新, 电话里) are what a wrong reading leaves; an unknown name is tagged anyhow."""
    tags = [tag for _, tag in rjieba.tag(words.encode("utf-8", "replace").decode())]
    return not any(tag[0] in "dfmrpcut" for tag in tags) and not (len(words) > 4 and "v" in tags)


_FIGURES = re.compile(r"[\d年月日时分点许约]+")
_ORGANISATION = re.compile(r"[部局厅署院所社团校厂店馆台站队军党办委]$|(?:中心|组织|联盟|联合国|政府|方面|协会|商会|基金会|委员会|工会|部门)$")


def _pairs(plain: str) -> frozenset[str]:
    return frozenset(plain[i : i + 2] for i in range(len(plain) - 1))


def _newsroom(name: str | None, known: Chains) -> str | None:
    """A newsroom that the directory knows; a host or a phrase that it does not know proves nothing."""
    outlet = known.outlets.by_name(name) or (known.outlets.by_host(name) if name and "." in name else None)
    return known.outlets.newsroom(name) if outlet and outlet.kind not in _CARRIERS else None


_CARRIERS = frozenset({OutletKind.PORTAL, OutletKind.SELF_MEDIA})


def _cited(assertion: Assertion, statement: Statement | None, known: Chains) -> str | None:
    """The known outlet that the article names for this passage: its statement's, or the last one in front of it."""
    if statement and statement.via:
        return _newsroom(statement.via, known)
    near = [one for one in known.citations.get(assertion.article, ()) if 0 <= assertion.start - one.end < NEAR]
    return _newsroom(max(near, key=lambda one: one.end).outlet, known) if near else None


def _name(statement: Statement | None, text: str) -> str:
    if statement is None:
        return ""
    if statement.speaker:
        return statement.speaker
    return text[statement.mention.start : statement.mention.end] if statement.mention else statement.role or ""


_CROWD = re.compile(r"(网友|网民|博主)[^部门]{0,3}$|(目击者?|围观者?|路人|市民(?!政)|游客|乘客|居民(?!委)|村民(?!委)|邻居|学生(?!处|会)|同学|员工|司机|业主(?!委)|商户)[^部门]{0,3}$|(家长)[^部门]{0,3}$")


def _party(words: str) -> str:
    """The party that a name speaks for; a Chinese name ends in its head, so 园区的游客 is no voice of the park."""
    if crowd := _CROWD.search(words):
        return "网友" if crowd[1] else "目击者" if crowd[2] else "家长"
    return next((party for party, pattern in _PARTIES if pattern.search(words)), "")


def _before(name: str, text: str) -> str:
    """What stands right before a name where the article first gives it: 榆林一院妇产科主任霍某."""
    place = text.find(name)
    return re.split(r"[，,。；;：:、！？!?\s“”\"（）()]|记者|对|向|和|与|告诉|称", text[max(0, place - 14) : place])[-1] if place > 0 else ""


def _stem(name: str) -> str:
    """A name without titles, unless nothing of it would be left (微信派)."""
    bare = _TITLES.sub("", name)
    return bare if len(bare) > 1 else name


def _person(name: str) -> str:
    bare = _TITLES.sub("", name.split("、")[0])
    if addressed := _ADDRESSED.search(name):
        return addressed[1]
    return bare if _PERSON.search(bare) and not _NOT_A_NAME.match(bare) else ""


def _one_text(one: Trail, other: Trail, known: Chains) -> str | None:
    """The same words in two places go back to one text."""
    a, b = one.assertion, other.assertion
    if a.id == b.id:  # two bodies that said it together
        return None
    for reprint in known.copies.get(frozenset((a.article, b.article)), ()):
        copy, original = (a, b) if reprint.copy == a.article else (b, a)
        if any(_covers(passage.copy, copy) and _covers(passage.original, original) for passage in reprint.passages):
            return f"copied passage: {reprint.kind}"
    if _same_wording(one, other):
        return "shared wording"
    family = known.families.get(a.article)
    if family and family == known.families.get(b.article) and a.article != b.article and one.stem == other.stem:
        return "copies of one text"
    return None


def _covers(span: Span, assertion: Assertion) -> bool:
    return min(span.end, assertion.end) - max(span.start, assertion.start) >= 0.6 * (assertion.end - assertion.start)


def _same_wording(one: Trail, other: Trail) -> bool:
    named = {one.kind, other.kind} <= {RootKind.SPEAKER, RootKind.DOCUMENT} and one.party != other.party
    shorter = min(len(one.wording), len(other.wording))
    return shorter >= (APART if named else WORDY) and len(one.wording & other.wording) / shorter >= WORDING


def _one_party(one: Trail, other: Trail) -> str | None:
    """One person repeating himself, one body with its branches, one crowd of unnamed."""
    kinds = {one.kind, other.kind}
    if kinds == {RootKind.ANONYMOUS}:
        return "unnamed informants count once"
    if kinds in ({RootKind.WITNESS}, {RootKind.OUTLET}):
        mine, theirs = one.cites or one.home, other.cites or other.home
        return "one newsroom" if mine == theirs else None
    if not kinds <= {RootKind.SPEAKER, RootKind.DOCUMENT}:
        return None
    if one.person and other.person and (one.person[0] != other.person[0] if min(len(one.person), len(other.person)) == 1 else not _one_name(one.person, other.person)):
        return f"one body: {one.party}" if one.party == other.party and one.party in BODIES else None
    if one.person and other.person:
        return "one person repeating himself"
    if not (_is_vague(one) or _is_vague(other)) and _one_name(one.stem, other.stem):
        return "one body with its branches and spokesmen"
    if one.party and one.party == other.party and _is_one_body(one, other):
        return f"one body: {one.party}"
    if one.is_briefing and other.is_briefing:
        return "one press conference"
    return None


def _is_vague(trail: Trail) -> bool:
    """A party without a name of its own: 家属, 该公司, 相关部门, an anonymous doctor. It joins one named root, and bridges none."""
    if trail.kind == RootKind.ANONYMOUS:
        return bool(trail.party)
    if trail.kind not in (RootKind.SPEAKER, RootKind.DOCUMENT) or trail.person:
        return False
    if trail.party == "家属":
        return not _kin(trail.stem)
    generic = _GENERIC_FIRM if trail.party == "企业" else _GENERIC_OFFICE if trail.party in OFFICES else None
    return generic is not None and len(generic.sub("", trail.stem)) < 2


def _is_one_body(one: Trail, other: Trail) -> bool:
    if _is_vague(one) and _is_vague(other):
        return True
    return one.party in BODIES or (one.party == "家属" and _kin(one.stem) == _kin(other.stem) != "")


def _kin(stem: str) -> str:
    return next((row for row in KIN if any(word in stem for word in row.split())), "")


def _one_name(one: str, other: str) -> bool:
    """One name stands in the other, or abbreviates it (榆林一院, 榆林市第一医院)."""
    short, long = sorted((one, other), key=len)
    if len(short) < 2:
        return False
    if short in long:
        return True
    rest = iter(long)
    return len(short) >= 3 and short[-1] == long[-1] and short[0] == long[0] and all(char in rest for char in short)


Group = tuple[list[Trail], list[str]]


def _without_bare_narration(made: list[Group]) -> list[Group]:
    """Narration that names nobody is no origin beside others: it may have come from any of them.

    Narration that names an outlet which no other root came through stays an origin of its own.
    """
    told = [group for group in made if all(trail.kind == RootKind.OUTLET for trail in group[0])]
    others = [group for group in made if group not in told]
    through = {newsroom for trails, _ in others for trail in trails for newsroom in (trail.cites, trail.home) if newsroom}
    apart = [group for group in told if (cites := group[0][0].cites) and cites not in through]
    bare = [group for group in told if group not in apart]
    circle = _circle(told)
    kept = [*others, *(group for group in apart if group[0][0].cites not in circle)]
    if not kept and circle:
        return [([trail for trails, _ in told for trail in trails], [*(why for _, whys in told for why in whys), CIRCLE])]
    rest = [group for group in told if group in bare or group not in kept]
    if not kept:
        kept, rest = rest[:1], rest[1:]
    if rest:
        trails, reasons = kept[0]
        kept[0] = ([*trails, *(trail for group, _ in rest for trail in group)], [*reasons, *(why for _, whys in rest for why in whys), "narration that names no other origin"])
    return kept


def _circle(told: list[Group]) -> set[str]:
    edges = {(trail.home, trail.cites) for trails, _ in told for trail in trails if trail.home and trail.cites and trail.home != trail.cites}
    return {home for home, cites in edges if (cites, home) in edges}


def _root(trails: list[Trail], reasons: list[str]) -> Root:
    best = min(trails, key=lambda one: (_ORDER[one.kind], not one.person and not one.party, -len(one.stem), one.assertion.id))
    is_seen = best.kind != RootKind.OUTLET or any(one.cites in (None, one.home) for one in trails)
    voice = best.party if best.party and best.party not in {"企业", "专家"} else best.stem or best.party or best.name or "媒体"
    return Root(
        kind=best.kind,
        name=best.name,
        voice=voice,
        assertions=tuple(sorted({one.assertion.id for one in trails})),
        reasons=tuple(dict.fromkeys(reasons)),
        is_named=best.kind != RootKind.ANONYMOUS,
        is_seen=is_seen,
    )


_ORDER = {kind: place for place, kind in enumerate((RootKind.SPEAKER, RootKind.DOCUMENT, RootKind.WITNESS, RootKind.ANONYMOUS, RootKind.OUTLET))}
