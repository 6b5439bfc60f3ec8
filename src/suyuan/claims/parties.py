"""Who speaks: the party that a name stands for, the person in it, and whether two names are one body."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

import rjieba

from suyuan.claims.slots import folded, opening
from suyuan.records import Article
from suyuan.text import DOUBLE_SURNAMES, SURNAMES

# Parties by the words that name them; the first that fits. A body speaks through its branches and spokesmen.
PARTIES: tuple[tuple[str, str], ...] = (
    ("网友", r"网友|网民|网传|网络(?!安全|监管|管理|信息|技术|科技|部|公司)|微博用户|博主|大v|爆料|报料|朋友圈|截图|帖子|网帖"),
    ("家长", r"家长"),
    ("家属", r"家属|家人|亲属|亲友|父亲|母亲|父母|丈夫|妻子|老公|老婆|婆婆|公公|岳父|岳母|爷爷|奶奶|外公|外婆|姥姥|姥爷|儿子|女儿|哥哥|弟弟|姐姐|妹妹|[堂表][哥兄弟姐妹嫂]|大[哥姐](?!大)|小姨|姨[妈夫父丈]|姑[父丈]|舅妈|舅舅?|婶|伯母|老伴|叔叔|伯父|舅舅|姑姑|阿姨|妈妈|爸爸|生母|生父|遗孀|侄|婆家|娘家|(?<!代)爸$|(?<!代)妈$|(?<![岳伯养祖叔师])[父母]$|表姐|堂姐|嫂|姐夫|女婿|儿媳"),
    ("警方", r"警方|公安|派出所|民警|警察|警局|交警|交管|刑警|特警|巡警|警务|分局|警官"),
    ("消防", r"消防|救援站|救援队"),
    ("检察", r"检察"),
    ("法院", r"法院|法官|法庭"),
    ("卫生部门", r"卫计|卫生(?!院)|卫健|疾控|药监|食药|医保局|血液中心|红十字|世卫"),
    ("急救", r"120|急救"),
    ("院方", r"我院|医院|院方|[一二三四五六七]院|医生|医师|护士|医务|院长|病区|科主任|妇幼|诊所|卫生院|医护|大夫"),
    ("律师", r"律师|律所"),
    ("专家", r"专家|教授|学者|研究员|研究所|研究院|天文|学会|协会|院士|业内|行业人士|分析师|分析人士|科普|科学院|博士"),
    ("教育部门", r"教育局|教育厅|教委|教育部|教体局"),
    ("校方", r"我校|学校|校方|大学|学院|中学|小学|幼儿园|校长|教师|园长|班主任|高校|职校|技校|园方"),
    ("民政", r"(?<!人)民政(?!府)|捐助|慈善会|慈善总会|慈善处"),
    ("环保部门", r"环保|生态环境|环境局|环境保护|监测站"),
    ("市场监管", r"市场监|工商|质监|质检|食品药品|消委会|消保委"),
    ("交通部门", r"交通局|交通运输|交委|海事|铁路局|民航|机场|地铁|高速|公路局"),
    ("气象地震", r"气象|地震局|地震台|台网"),
    ("军方", r"国防|军方|军队|海军|空军|陆军|解放军|部队|五角大楼"),
    ("外交", r"外交部|使馆|领事|大使"),
    ("园方", r"动物园|景区|公园|园区|乐园|旅游区(?!管委)"),
    ("企业", r"我[司店厂]|首席(?:执行|财务|运营|技术)官|(?<![a-z])c[efot]o(?![a-z])|董事长|公司|集团|企业|客服|平台|酒店|银行|超市|门店|商家|厂家|厂商|物业|航空|品牌|工厂|店方|股份|有限|店长|店员|房东|中介"),
    ("官方", r"^(?:当地)?官方|有关方面|妇联|妇女联合会|残联|工会|团委|纪委|监委|纪检|监察|政府|管委会|委员会|宣传部|网信|发改委|国务院|商务部|财政部|部门|市委|县委|省委|区委|街道|社区|居委会|村委会|人社|住建|城管|文旅|旅游局|统计局|应急|安监|调查组|领导小组|指挥部|发布会|新闻办|融媒体|白宫|总统|总理|首相|议会|部长|[市县区省州]长|镇长|乡长|村支书|[局厅署委办](?:$|党组|副?[局厅署]长)|发言人"),
    ("知情者", r"知情|消息(?:人士|源|灵通)"),
    ("目击者", r"目击|围观|路人|现场群众|市民|游客|乘客|居民|村民|附近|邻居|摊主|店主|商户|业主|当事人|主持人|观众|旅客|发小|友人|好友|朋友|老板|中介|博主|学生|同学|同事|员工|司机|租客|房客|女子|男子|工人"),
)  # fmt: skip
_PARTIES = tuple((party, re.compile(words)) for party, words in PARTIES)

# Parties whose branches, spokesmen and documents are one body within one story, whatever their names.
BODIES = frozenset({"警方", "消防", "检察", "法院", "急救", "院方", "校方", "军方", "外交", "园方"})
# Public bodies with knowledge of their own: two that are named are two, in one voice.
OFFICES = frozenset({"卫生部门", "教育部门", "民政", "环保部门", "市场监管", "交通部门", "气象地震", "官方"})
# Who speaks for an authority, or has what it tells from one.
AUTHORITIES = OFFICES | BODIES - {"院方", "校方", "园方"}
# Who tells what other authorities found out.
MOUTHPIECE = re.compile(r"宣传部|新闻办|融媒体")
# Without a name of their own these may be anyone: at most one of each claim counts.
CROWDS = frozenset({"网友", "知情者", "目击者", "家长"})
KIN = (
    "父亲 爸爸 生父 爸", "母亲 妈妈 生母 妈", "丈夫 老公", "妻子 老婆 遗孀", "婆婆", "公公", "哥哥", "弟弟", "姐姐", "妹妹", "叔叔", "舅舅",
    "堂哥 堂兄", "表哥 表兄", "堂弟", "表弟", "堂姐", "表姐", "堂妹", "表妹", "小姨", "姨妈", "舅妈", "嫂",
    "儿子", "女儿", "爷爷", "奶奶", "外公", "外婆", "岳父", "岳母", "姑姑", "阿姨",
)  # fmt: skip

_TITLES = re.compile(
    r"相关|有关|某名|一[名位个]|[两三多数几][名位]|另一|工作人员|负责人|负责同志|新闻发言人|发言人|客服|官方微博|官方微信|官方|微博|微信公众号|微信号|公众号|认证|账号|客户端|声明|通报|公告|说明|通知|回应|热线|电话|"
    r"方面|部门|办公室|宣传[部处科]|副?(?:主任|院长|局长|处长|科长|部长|主席|总裁|经理|董事长|书记|市长|县长|省长|校长|园长|所长|队长|站长|会长|主编)|ceo|创始人|董秘|理事长?|"
    r"人士|人员|高管|员工|职员|秘书|记者|老师|先生|女士|的|某|姓|[（(].*?[)）]|[“”\"《》\s]"
)
_SURNAMES = "".join(sorted(SURNAMES))
_PERSON = re.compile(
    rf"^(?:[{_SURNAMES}]|{'|'.join(DOUBLE_SURNAMES)})[㐀-鿿某×xX*]{{1,2}}$|^[{_SURNAMES}]某|·|^[a-z][a-z .'\-]{{3,}}$"
)
_PARENT = re.compile(rf"(?![岳伯养祖叔师])[{_SURNAMES}]某{{0,2}}([父母])$")
_ADDRESSED = re.compile(
    rf"(?<![一两几某这那各每另])([{_SURNAMES}])(?:某{{1,2}}|姓|先生|女士|小姐|师傅|大爷|大妈|大姐|阿姨|老师|老伯|老汉|奶奶|婆婆|医生|教授|律师|队长|警官|经理|副?院长|副?主任|副?处长|副?局长|书记|校长|园长|总|女子|男子|某某)"
)
_DOTS = re.compile(r"[·•・‧.]+")
_NOT_A_NAME = re.compile(
    r"^(?:我们?|他们?|她们?|它|其|对方|双方|本人|自己|此|这|该|何|有|于|对|和|向|关于|初步|一致|全部|方面)"
)
DOCUMENT = re.compile(
    r"通报|公告|声明|清单|报告|通知|判决|裁定|决定书|鉴定书|文件|监控|录像|视频|记录|数据|公报|白皮书|说明|起诉书|函$|信息$|画面$|[财年季]报|备案|认证$|博文|意见$|办法$|条例$|方案$|决议"
)
_CROWD = re.compile(
    r"(网友|网民|博主)[^部门]{0,3}$|(目击者?|围观者?|路人|市民(?!政)|游客|乘客|居民(?!委)|村民(?!委)|邻居|学生(?!处|会)|同学|员工|司机|业主(?!委)|商户)[^部门]{0,3}$|(家长)[^部门]{0,3}$"
)
_RELATIVE = re.compile(
    r"(?:父亲|母亲|父母|妈妈|爸爸|丈夫|妻子|[堂表][哥兄弟姐妹]|家属|家人|亲属|亲戚|儿子|女儿|奶奶|爷爷|外婆|外公|姐姐|妹妹|哥哥|弟弟)$"
)
_ORGANISATION = re.compile(
    r"[部局厅署院所社团校厂店馆台站队军党办委]$|(?:中心|组织|联盟|联合国|政府|方面|协会|商会|基金会|委员会|工会|部门)$"
)
# What no one document is called by: 报告显示, 数据显示, 公告称.
GENERIC_PAPER = re.compile(
    r"官方|公司|该|这份|相关|有关|最新|研究|调查|统计|数据|资料|报告|公告|通报|通知|声明|文件|财报|年报|显示|公开|历史|内部|监控|录像|视频|记录|说明|公报|白皮书|清单|判决书?|裁定|函|认证|博文|文章|分析|报道|消息|媒体|信息|画面"
)
# Nobody in particular: 公司回应, 负责人介绍, 受访者表示.
NOBODY = re.compile(
    r"(?:当地)?(?:官方|有关方面|相关方面|有关部门|相关部门)|(?:该|本|涉事)?(?:公司|集团|企业|官方|方面|平台|品牌|机构)?(?:有关|相关)?(?:负责人|工作人员|人士|受访者|受访学者|专家|学者|分析师|机构)?"
)
# The government of a state speaks with one voice abroad: its head, its ministries, its embassies.
_NATIONAL = re.compile(
    r"总统|总理|首相|主席|国务卿|国务院|白宫|五角大楼|克里姆林宫|唐宁街|外交部|外交|外长|国防部|防长|商务部|财政部|财长|大使|使馆|领事|特使|贸易代表|(?<![市县区镇省州])政府|部长|发言人|官员|卫生|民航|内政|安全局|情报|司法部|能源部|农业部|移民|军方"
)
_NOT_NATIONAL = re.compile(
    r"[州省市县区镇]|前总|前首|前外|前防|前部|议[员会长]|国会|法[院官]|党|反对|企业|公司|协会|央行|储备|候任|当选"
)
_SEATS = {"白宫": "美国", "五角大楼": "美国", "克里姆林宫": "俄罗斯", "唐宁街": "英国"}
_HOME = re.compile(
    r"国家主席|国家副主席|国务院|全国人大|全国政协|中共中央|中央外办|中央政治局|政治局委员|国台办|发改委|国家发展改革委|人社部|工信部|国资委|中国人民银行|国家统计局"
)
_SHORT_STATES = {"我国": "中国", "美": "美国", "俄": "俄罗斯", "英": "英国", "法": "法国", "德": "德国", "日": "日本", "韩": "韩国", "朝": "朝鲜", "伊": "伊朗", "以": "以色列", "乌": "乌克兰", "印": "印度", "加": "加拿大", "古": "古巴", "委": "委内瑞拉"}  # fmt: skip
_STATE = re.compile(
    r"中国|我国|美国|俄罗斯|英国|法国|德国|日本|韩国|朝鲜|伊朗|伊拉克|以色列|巴勒斯坦|叙利亚|黎巴嫩|约旦|沙特|也门|阿联酋|卡塔尔|科威特|土耳其|埃及|利比亚|苏丹|乌克兰|白俄罗斯|波兰|匈牙利|捷克|斯洛伐克|罗马尼亚|保加利亚|希腊|塞尔维亚"
    r"|意大利|西班牙|葡萄牙|荷兰|比利时|瑞士|奥地利|瑞典|挪威|丹麦|芬兰|冰岛|爱尔兰|立陶宛|拉脱维亚|爱沙尼亚|格陵兰|加拿大|墨西哥|古巴|巴拿马|委内瑞拉|哥伦比亚|巴西|阿根廷|智利|秘鲁|厄瓜多尔|玻利维亚|印度尼西亚|印尼|印度|巴基斯坦|阿富汗|孟加拉国"
    r"|尼泊尔|斯里兰卡|缅甸|泰国|柬埔寨|老挝|越南|菲律宾|马来西亚|新加坡|澳大利亚|新西兰|蒙古国?|哈萨克斯坦|乌兹别克斯坦|阿塞拜疆|亚美尼亚|格鲁吉亚|南非|尼日利亚|肯尼亚|埃塞俄比亚|索马里|刚果|欧盟|欧洲理事会|欧委会"
    r"|^[美俄英法德日韩朝伊以乌印加古委](?=总统|总理|首相|国务|外交|外长|国防|防长|军|商务|财政|财长|贸易|政府|官员)"
)
GENERIC_OFFICE = re.compile(r"当地|政府|官方|主管|部门|[省市县区镇]|调查组|领导小组|指挥部|发布会|新闻办")
GENERIC_EXPERT = re.compile(
    r".*(?:、|等)(?:多?个?方面|领域)?(?=专家)|有关|相关|多[位名]|[一二两三]位|专家[组们]?|业内|学者"
)
GENERIC_FIRM = re.compile(r"该|涉事|公司|集团|企业|平台|酒店|商家|厂家|门店|物业|店方|有限|股份|科技|管理|服务")

_IN_OFFICE = re.compile(r"兼?(?:联合)?(?:首席|总裁|副总裁|董事长|创始人|总经理|c[eft]o|coo|负责人|发言人).*$", re.I)
_IN_A_LAND = re.compile(
    r"[（(]?(?:中国|大中华区?|亚太区?|北美|欧洲|美国|日本|香港)(?:公司|分公司)?[）)]?$"
)  # 远山中国 is of 远山集团
_BARE_LEVEL = re.compile(r"^(?:自治区|[省市县区州旗])")  # 自治区商务厅: the level without a name is the one spoken of
_PLACED = re.compile(r"[省市县区州旗]")


@dataclass(frozen=True, slots=True)
class Voice:
    """Who a name is: the party that it speaks for, the person in it, the name without titles, whose office, and which state it governs."""

    party: str = ""
    person: str = ""
    stem: str = ""
    office: str = ""
    state: str = ""


def who(name: str, role: str, text: str) -> Voice:
    """Who a name is, by its words and its role; both may stand in front of the name's first mention."""
    words = role + name
    before = _before(name, folded(text)) if name else ""
    holder = name.removesuffix("办公室")
    of_whom = _before(holder, folded(text)) if holder not in ("", name) else ""  # 英国首相斯塔默, 斯塔默办公室
    return Voice(
        party=party_of(words) or party_of(before),
        person=_person(name, role) or _person(words),
        stem=stem_of(words),
        office=_TITLES.sub("", role) or (before if _IN_OFFICE.search(before) else ""),
        state=state_of(words) or state_of(before) or state_of(of_whom),
    )


def state_of(words: str) -> str:
    """The state whose national government the words name: 美国总统, 白宫 and 五角大楼 are one; a province's is none of it."""
    if not (_NATIONAL.search(words) or _HOME.search(words)) or _NOT_NATIONAL.search(words):
        return ""
    if seat := next((state for name, state in _SEATS.items() if name in words), ""):
        return seat
    found = _STATE.search(words)
    if not found and _HOME.search(words):
        return "中国"
    return _full(found) if found else ""


@lru_cache(maxsize=512)
def states_of(words: str) -> frozenset[str]:
    """The states that words name."""
    return frozenset(map(_full, _STATE.finditer(words)))


def _full(state: re.Match[str]) -> str:
    return _SHORT_STATES.get(state.group(), state.group())


def is_somebody(name: str, voice: Voice, article: Article) -> bool:
    """A party, a person, an organisation by its ending, or a short name that the article comes back to."""
    if not name or (_NOT_A_NAME.match(name) and not voice.party):
        return False
    if voice.party or voice.person or voice.state or _ORGANISATION.search(name):
        return True
    stem = stem_of(name)
    return 2 <= len(stem) <= 8 and _is_noun(stem) and (folded(article.title) + opening(article.text)).count(stem) > 1


def _is_noun(words: str) -> bool:
    """Adverbs, places and clauses (最新, 电话里) are what a wrong reading leaves; an unknown name is tagged anyhow."""
    tags = [tag for _, tag in rjieba.tag(words.encode("utf-8", "replace").decode())]
    return not any(tag[0] in "dfmrpcut" for tag in tags) and not (len(words) > 4 and "v" in tags)


def party_of(words: str) -> str:
    """The party that a name speaks for; a Chinese name ends in its head, so 园区的游客 is no voice of the park."""
    if _RELATIVE.search(words):
        return "家属"
    if crowd := _CROWD.search(words):
        return "网友" if crowd[1] else "目击者" if crowd[2] else "家长"
    return next((party for party, pattern in _PARTIES if pattern.search(words)), "")


def speaks_of(words: str, party: str) -> bool:
    """Whether words name a party: 警方将案件列为谋杀案 is what the police say, whoever prints it."""
    return any(pattern.search(words) is not None for name, pattern in _PARTIES if name == party)


def _before(name: str, text: str) -> str:
    """What stands right before a name where the article first gives it: 榆林一院妇产科主任霍某."""
    place = text.find(name)
    return (
        re.split(r"[，,。；;：:、！？!?\s“”\"（）()]|记者|对|向|和|与|告诉|称", text[max(0, place - 14) : place])[-1]
        if place > 0
        else ""
    )


def stem_of(name: str) -> str:
    """A name without titles, unless nothing of it would be left (微信派)."""
    bare = _TITLES.sub("", name)
    return bare if len(bare) > 1 else name


def _person(name: str, role: str = "") -> str:
    """A surname with a title, a full name, or a name in another alphabet; whoever has a role is a person by any name."""
    bare = _TITLES.sub("", name.split("、")[0])
    if addressed := _ADDRESSED.search(name):
        return addressed[1]
    if _NOT_A_NAME.match(bare):
        return ""
    if _PERSON.search(bare):
        return _DOTS.sub("·", bare)
    is_one = (
        role and 1 < len(bare) <= 8 and not (party_of(name) or _ORGANISATION.search(name) or GENERIC_FIRM.search(bare))
    )
    return bare if is_one else ""


def kin_of(stem: str) -> str:
    """The row of `KIN` that a name stands in; 林母 is a mother."""
    stem = _PARENT.sub(r"\1亲", stem)
    return next((row for row in KIN if any(word in stem for word in row.split())), "")


def one_name(one: str, other: str) -> bool:
    """One name stands in the other, or abbreviates it (榆林一院, 榆林市第一医院; 中国足协, 中国足球协会)."""
    short, long = sorted((one, other), key=len)
    if len(short) < 2:
        return False
    if short in long:
        return True
    rest = iter(long)
    is_short_for = len(short) >= 3 and all(char in rest for char in short)
    return is_short_for and (short[0] == long[0] or short[-1] == long[-1])


def one_person(one: str, other: str) -> bool:
    """张姓负责人 may be 张先生: a bare surname is whoever bears it."""
    return one[0] == other[0] if min(len(one), len(other)) == 1 else one_name(one, other)


def is_office_of(person: Voice, body: Voice) -> bool:
    """金管局总裁余伟文 and 香港金融管理局: who holds an office of a body speaks for it."""
    return bool(person.person and person.office) and not body.person and one_name(person.office, body.stem)


def are_of_one_firm(one: Voice, other: Voice) -> bool:
    """特斯拉首席执行官马斯克, 特斯拉首席财务官: two who hold offices of one firm."""
    if not one.party == other.party == "企业":
        return False
    mine, theirs = (voice.office or voice.stem for voice in (one, other))
    firms = [_IN_OFFICE.sub("", office) for office in (mine, theirs)]
    if firms == [mine, theirs]:
        return False
    houses = [_IN_A_LAND.sub("", firm) or firm for firm in firms]
    return len(min(houses, key=len)) > 1 and one_name(*houses)


def is_government_of(one: Voice, other: Voice) -> bool:
    """新疆维吾尔自治区人民政府, and a head of one of its departments: what a government tells of itself it tells once."""
    if one.person or not one.stem.endswith("政府") or other.party not in OFFICES:
        return False
    whose = _BARE_LEVEL.sub("", other.office or other.stem)
    return whose[:2] == one.stem[:2] or _PLACED.search(whose) is None
