"""Who stands before a cue: the noun phrase, what it is, and whom it speaks to."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from suyuan.statements.cues import Hit, Stance
from suyuan.statements.zones import Reading


class Sort(StrEnum):
    """What a noun phrase names."""

    PERSON = "person"  # 外交部发言人林远
    ROLE = "role"  # 云州警方一名官员
    BODY = "body"  # 云州地铁公司
    OUTLET = "outlet"  # 远山日报
    PAPER = "paper"  # 声明, 报告, 视频
    PRONOUN = "pronoun"  # 他, 该公司, 这名官员
    ANONYMOUS = "anonymous"  # 消息人士


@dataclass(frozen=True, slots=True)
class Subject:
    """A noun phrase that speaks. `name` is what is left without title and determiner."""

    start: int
    end: int
    sort: Sort
    name: str
    role: str | None = None


@dataclass(frozen=True, slots=True)
class Clause:
    """The clause of a cue: where it starts, who speaks in it, to whom, and through what it came."""

    start: int
    subject: Subject | None
    addressee: str | None = None
    quoted: str | None = None  # 援引 X: the hop beyond the subject


TITLES = (
    "总统 副总统 首相 副首相 总理 副总理 主席 副主席 国家主席 总书记 书记 副书记 部长 副部长 部长助理 大臣 外相 防相 财相 外长 副外长 防长 财长 国务卿 副国务卿 国务委员 特使 代表 副代表 常驻代表 大使 公使 参赞 总领事 领事 议员 参议员 众议员 议长 "
    "副议长 发言人 新闻发言人 发言官 局长 副局长 厅长 副厅长 处长 副处长 科长 副科长 司长 副司长 署长 行长 副行长 市长 副市长 省长 副省长 州长 县长 副县长 区长 副区长 镇长 副镇长 乡长 村长 村支书 村主任 特首 行政长官 司令 副司令 司令员 参谋长 政委 上将 中将 少将 上校 "
    "队长 副队长 大队长 中队长 支队长 所长 副所长 院长 副院长 校长 副校长 园长 馆长 台长 社长 主编 总编 总编辑 编辑 主任 副主任 主管 主席团 会长 副会长 理事长 秘书长 副秘书长 干事 总干事 总裁 副总裁 董事长 副董事长 董事 董秘 总经理 副总经理 经理 店长 厂长 老板 创始人 联合创始人 合伙人 CEO ceo CFO cfo COO coo CTO cto "
    "首席执行官 首席财务官 首席技术官 首席运营官 首席经济学家 首席分析师 首席科学家 经济学家 分析师 策略师 研究员 副研究员 研究总监 总监 教授 副教授 讲师 博士 院士 专家 学者 科学家 工程师 总工程师 律师 法官 检察官 检察长 警长 警官 民警 警员 医生 医师 主任医师 护士 护士长 教练 主教练 主帅 球员 队员 前锋 门将 运动员 裁判 "
    "演员 导演 歌手 制片人 编剧 作家 画家 记者 主播 主持人 博主 司机 机长 船长 乘客 乘务员 游客 市民 村民 居民 业主 住户 网友 学生 家长 老师 教师 班主任 辅导员 店主 商户 摊主 农民 工人 员工 职员 负责人 工作人员 相关负责人 有关负责人 官员 高官 高级官员 人士 志愿者 消防员 女士 先生 小姐 "
    "父亲 母亲 丈夫 妻子 儿子 女儿 哥哥 弟弟 姐姐 妹妹 爷爷 奶奶 爸爸 妈妈 家属 亲属 亲戚 朋友 同学 同事 室友 邻居 老人 男子 女子 被告人 嫌疑人 受害人 受害者 当事人 委托代理人 代理人 法人 发起人 高管 顾问 助理 秘书 幕僚长 候选人 领导人 领袖 国王 女王 王子 公主 教皇 组长 副组长 指挥 总指挥 指挥长 站长 委员 常委 政协委员 人大代表 "
    "理事 执行长 营运长 财务长 董座 立委 市议员 里长 校监 署理 司长 局座 警司 总警司 督察 消防处长 高级副总裁 资深分析师 摄影师 目击者 幸存者 死者家属 遇难者家属 知情人 记者会 会长兼 部门负责人 项目经理 产品经理 客服 店员 保安 房东 中介 租客 车主 买家 卖家 消费者 投资者 股东 厨师 渔民 牧民 牧师 主教"
).split()
_TITLE = re.compile("|".join(sorted(map(re.escape, set(TITLES)), key=len, reverse=True)))
# Roles that hold an office: placed, they are a speaker that can be held to it.
_NAME = re.compile(
    r"(?:[\u4e00-\u9fff]{1,8}(?:[·\-－][\u4e00-\u9fffA-Za-z.]{1,10}){1,4}|[A-Za-z.]{1,12}[·. ][\u4e00-\u9fff]{1,8}|[\u4e00-\u9fff]{2,7}|[A-Za-z][A-Za-z.\- ]{1,30}|[\u4e00-\u9fff](?:某某?|先生|女士|小姐|医生|老师|老汉|大爷|大妈|阿姨|教授|警官|律师)|小[\u4e00-\u9fff]|老[\u4e00-\u9fff])$"
)
_PRONOUN = re.compile(
    r"(?:他们?|她们?|它们?|其|对方|双方|两人|二人|三人|本人|前者|后者|此人|这些人|"
    r"(?:这|该|上述|那)(?:一|两|些|几)?(?:位|名|个|家|份|则|项|所|款|篇|起|条|段|张|封|间)?[^，的]{0,12}|(?:公司|园方|院方|校方|厂方|店方|馆方|警方|官方|俄方|美方|中方|日方|韩方|英方|乌方|法方|德方|欧方|伊方|以方|巴方|朝方|军方|检方|控方|辩方|资方|劳方|我方))$"
)
_ANONYMOUS = re.compile(
    r"(?:.*(?:消息(?:人士|灵通人士|源)|知情(?:人士|者|人)|业内人士|业界人士|圈内人士|圈内人|内部人士|行业人士|市场人士|权威人士|匿名人士|分析人士|相关人士|有关人士|观察人士|专业人士|媒体人士|接近.*的?人士)|"
    r"(?:(?:有|一|一名|一位|一个|另|另一|另一名|另一位|另有|还有|也有|有的|有些|某|某位|多名|多位|几名|几位|数名|部分|不少|许多|很多|众多|大量|广大|有关|相关|匿名|其他|现场|在场|当地|附近|当时)*"
    r"(?:网友|网民|目击者|围观者|围观群众|群众|路人|路过群众|居民|市民|村民|邻居|邻里|游客|乘客|旅客|学生|家长|业主|观点|看法|说法|声音|意见|评论|舆论|外界|坊间|民间|人士|人们?|专家|学者|专家学者|官员|高官|分析|分析师|分析认为|律师|粉丝|派粉|读者|观众|球迷|股民|投资者|消费者|支持者|反对者|批评者|批评人士|老师|医生|司机|车主|商家|店主|员工|工人|同学|朋友|知情人|记者|声称者|大家|爆料者|博主|传言|传闻|知情网友|热心网友|目击者和官员|街坊|户主|买家|卖家|用户|玩家|工友|摊主|商户)(?:和官员|们)?))$"
)
_OUTLET = re.compile(
    r".{0,14}(?:社|报|日报|晚报|早报|晨报|时报|商报|都市报|周刊|周报|杂志|电视台|卫视|电台|广播公司|通讯社|新闻网|网|新闻|在线|频道|客户端|央视|总台|媒体|外媒|美媒|英媒|日媒|韩媒|俄媒|港媒|台媒|德媒|法媒|印媒|官媒|党媒|外电|路透|彭博|法新|美联|头条|观察|观察者|传媒|财经|视频|邮报|CNN|BBC|NHK|ETtoday)(?:网站|中文网|记者|客户端|官网|官微)?$|《[^》]{2,16}(?:报|刊|邮报|时报|杂志|网|新闻|日报|周刊|观察|财经|月刊|镜报|纪事报|导报|卫报|经济学人|时代)》(?:网站|记者|网)?$",
    re.I,
)
_PAPER = re.compile(
    r"(?P<of>.*?)(?:的)?(?P<head>(?:官方)?(?:微博|微信|微信公众号|公众号|官微|微信公号文章|公号文章|文章|声明|联合声明|公告|通告|通知|停诊通知|通报|警情通报|情况通报|说明|情况说明|报告|调查报告|年报|半年报|季报|财报|研报|研究报告|研究|调查|民调|数据|统计数据|统计|资料|公开资料|个人资料|简历|文件|政府文件|判决书|起诉书|裁定书|决定书|信息|工商信息|视频|监控|监控录像|监控视频|录像|录音|画面|照片|图片|截图|聊天记录|记录|报道|消息|新闻|评论|社论|信|公开信|来信|信函|致辞|贺电|电文|初步调查|调查结果|结果|检测结果|监测|检测报告|鉴定|鉴定意见|统计公报|公报|白皮书|意见|草案|方案|规定|条例|合同|协议|预报|预警|通稿|新闻稿|回复函|函|问询函|监管函|传票|证词|材料|材料|日志|账单|海报|推文|帖子|网帖|启事|帖文|博文|短信|邮件|电邮|内部信|备忘录|书面回复|地震台网测定|招股书|榜单|排行榜|指数|模型|图表))$"
)
_DETERMINERS = re.compile(r"^(?:有|另有|还有|也有|另外?|某|一名|一位|一个|一家|一份|一篇|一则|另一名|另一位|另一家|数名|多名|多位|多家)+")

_TIME = (
    r"(?:当地时间|北京时间|美东时间|格林尼治时间|东京时间)?(?:今年|去年|前年|明年|本月|上月|上个月|本周|上周|下周|这周|同年|同月|次日|翌日|当天|当日|当晚|同日|同一天|今天|今日|今晨|今早|今晚|昨天|昨日|昨晚|昨夜|昨|前天|前日|明天|近日|日前|近期|最近|此前|早些时候|稍早前?|稍早时候|稍后|随后|之后|其后|事后|此后|早前|先前|刚刚|目前|当时|现在|如今|"
    r"(?:\d{2,4}年)?(?:\d{1,2}月)?\d{1,2}[日号]|\d{2,4}年(?:\d{1,2}月)?|\d{1,2}月份?|[一二三四五六七八九十]{1,3}月(?:[一二三四五六七八九十]{1,3}[日号])?|(?:本|上|下|这)?(?:周|星期|礼拜)[一二三四五六日天]|(?:清晨|凌晨|早上|早晨|上午|中午|下午|傍晚|晚上|晚间|夜间|深夜|晚|早|午间|夜里|半夜)|\d{1,2}[时点：](?:\d{1,2}分?|半|许|左右|多)?)+(?:的时候|左右|许|多|晚些时候|稍早|早些时候)?"
)
_LEAD = re.compile(
    rf"(?:\s|[，、]|（[^（）]{{0,20}}）|{_TIME}|但是|但|而且|而|不过|然而|可是|因此|因而|所以|于是|此外|另外|另据|另|同时|与此同时|对此|就此|为此|其中|并且|并|也|还|又|则|却|最后|最终|接着|紧接着|后来|尽管如此|事实上|其实|显然|"
    r"一方面|另一方面|总之|例如|比如|特别是|尤其是|即使|虽然|尽管|即便|如果|因为|由于|截至发稿|不仅如此|除此之外|值得注意的是|值得一提的是|需要指出的是|令人意外的是|随着|甚至|反而|倒是|只是|再次|再度|首次|多次|仍|依然|已经|已|曾经|曾|一度|均|都|纷纷|明确|公开|进一步|亦|更|便|随即|立即|当即|即|"
    r"在.{0,16}(?:同时|之际|之后|之前|此前|前夕|期间)(?=.{2,})|从.{1,10}来看)"
)
_PREPOSITION = re.compile(r"在|于|从|自|当|针对|对于|关于|就|面对|谈到|谈及|提到|说到|作为|围绕|对|被问及|被问到|当被问及|回忆起|说起|通过|经过|经|随着|根据|按照|为|和|与|同|跟|向|据")
_POSTPOSITION = re.compile(r"(?:时|时候|中|上|后|里|内|期间|前|之际|之后|之前|下|问题|一事|事件|情况|间|来说|方面|会上|现场|门口)")
_STOP = re.compile(
    rf"{_TIME}|在|于|对|向|就|与|跟|同|给|从|为|因|以|通过|经|接受|发表|发布|发文|发出|发帖|发微博|发推|发声|致信|致函|致电|来电|回应|回答|答复|答|谈及|谈到|提及|受访|召开|举行|出席|参加|援引|引用|引述|转述|转引|则|还|也|都|又|再|曾|已|均|并|同时|一直|多次|明确|公开|进一步|特别|首次|首度|"
    r"再次|再度|仍|仍然|依然|却|便|即|随即|立即|立刻|马上|当即|专门|反复|一再|不断|严肃|坚决|郑重|正式|纷纷|普遍|主动|直接|亲自|亲口|率先|独家|综合|日前|最新|晚间|进行|撰文|刊文|刊登|面对|针对|站出来|事后|笑着|笑|哭着|哽咽|无奈|愤怒地?|激动地?|兴奋地?|苦笑|一边|不仅|不但|只|才|更|最|甚至|"
    r"透过|亦|亦都|电话|书面|口头|上任|下令|未|没有|不|拒绝|查询|调查|询问|走访|梳理|注意到|联系|采访|拨打|来到|赶到|赶赴|现场|称赞|批评|指责|肯定|抨击|炮轰|开记者会|会见|会后|赛后|开庭|当庭|庭审|介绍|出面|受邀|作客|做客|连线|转发|配文|晒出|上传|贴出|挂出|推文|微博|官网|签署|着重|重点|深情|动情|这样|如此|如是|似乎|主要|一致|共同|联合发布|先后|分别|曾经|在线|当场|坦率|强烈|严厉|委婉|间接|间或|近来|此次|本次"
)
# In these words the character does not open what its own word would open.
_ADDRESSEE = re.compile(r"(?:对|向|面对|告诉|告知|回应|回复|答复|致信|致函|致电|通知|对着|跟)(?P<who>[^，。；：]{2,24}?)(?:等媒体)?(?:的提问|的采访|提问|介绍|解释|证实|透露|说明|通报|确认)?$")
_INTERVIEW = re.compile(r"(?:接受|受访于|应)(?P<who>[^，。；：]{1,24}?)(?:的)?(?:独家)?(?:电话|书面|视频|独家|联合|现场|在线|连线|联访)?(?:采访|专访|访问|访谈|提问|连线)")
_QUOTED = re.compile(r"(?:援引|引用|引述|转引|转述|援用)(?P<who>[^，。；：]{2,30}?)(?:的)?(?:话|报道|消息|说法|分析|观点|内容|人士|表态|声明|数据|文件|报告|文章)")
_NOT_HEARER = re.compile(r"(?:问题|事件|一事|此|情况|说法|消息|报道|质疑|传闻|方面|决定|结果|做法|行为|言论|指控|现象|案件|事故|计划|表态|提议|制裁|措施|影响|未来|社会|外界|外|自己|观点|争议|要求|传言|疑问)$")


_ACCORDING = re.compile(r"[另又再]?(?:根)?据(?=.{2})")


def clause(reading: Reading, hit: Hit, sentence: int) -> Clause:
    """The clause in which a cue stands, looking left from it as far as the sentence starts."""
    start = clause_start(reading, hit.start, sentence)
    begin, end = _lead_off(reading, start, hit.start), hit.start
    if source := _ACCORDING.match(reading.plain, begin, end):
        begin = source.end()
    phrase = _phrase(reading, begin, end)
    rest = reading.plain[phrase[1] : end] if phrase else reading.plain[begin:end]
    quoted = _QUOTED.search(reading.plain, start, end)
    return Clause(
        start,
        _classified(reading.plain, *phrase) if phrase else None,
        _addressee(reading, rest, hit),
        quoted["who"] if quoted else None,
    )


def earlier(reading: Reading, before: int, sentence: int) -> Subject | None:
    """The subject of the clauses before one that has none: 远山公司发布公告，称…"""
    stop = before
    while stop > sentence:
        start = clause_start(reading, stop - 1, sentence)
        begin = _lead_off(reading, start, stop)
        phrase = _phrase(reading, begin, stop - 1) if begin < stop - 1 else None
        subject = _classified(reading.plain, *phrase) if phrase else None
        if subject and (subject.sort is not Sort.BODY or len(subject.name) <= 16):
            return subject
        stop = start
    return None


def clause_start(reading: Reading, at: int, limit: int) -> int:
    plain, depth = reading.plain, reading.depth
    while at > limit:
        char = plain[at - 1]
        if not depth[at - 1] and char in "，；：。！？\n":
            break
        if char == "”" and (quote := reading.quote_ending_at(at)):
            if plain[at - 2] in "。！？，…—" or quote[1] - quote[0] > 14:
                break
        at -= 1
    return at


def _lead_off(reading: Reading, start: int, end: int) -> int:
    while start < end and (lead := _LEAD.match(reading.plain, start, end)) and lead.end() > start:
        start = lead.end()
    return start


def _phrase(reading: Reading, start: int, end: int) -> tuple[int, int] | None:
    """The noun phrase at the start of a clause, past any phrase that opens with a preposition."""
    plain, words, depth = reading.plain, reading.words, reading.depth
    for _ in range(4):
        opened = _PREPOSITION.match(plain, start, end)
        if not opened or opened.end() not in words:
            break
        past = _past_preposition(plain, opened.end(), end)
        if past is None:
            return None
        start = _lead_off(reading, past, end)
    stop = end
    for match in _STOP.finditer(plain, start, end):
        at = match.start()
        if at > start and not depth[at] and at in words and not _inside_name(plain, start, at, match.end(), end):
            stop = at
            break
    while stop > start and (plain[stop - 1].isspace() or plain[stop - 1] in "，、"):
        stop -= 1
    return (start, stop) if stop > start else None


def _inside_name(plain: str, start: int, at: int, after: int, end: int) -> bool:
    """A word such as 综合 or 调查 that goes on as part of a title or body: 调查组组长."""
    word = plain[at:after]
    if word in ("与", "同", "和", "跟"):
        return not re.search(r"通话|会谈|会见|会晤|交谈|沟通|见面|交流|对话|座谈|时|后|中|上", plain[after:end])
    return plain[after : after + 1] in "组局部司委会院所科处员厅" or plain[after : after + 1] == "的"


def _past_preposition(plain: str, start: int, end: int) -> int | None:
    last = plain.rfind("的", start, end)
    if last >= 0 and end - last > 2 and not _POSTPOSITION.search(plain, last + 2, end):
        return last + 1
    found = None
    for match in _POSTPOSITION.finditer(plain, start + 1, end):
        found = match.end()
        if end - found >= 2:
            return found
    return found if found is not None and found < end - 1 else None


def _classified(plain: str, start: int, end: int) -> Subject | None:
    words = plain[start:end]
    if not words or ("“" in words and "”" not in words):
        return None
    trimmed = re.sub(r"（[^（）]*）$", "", words)
    if _PRONOUN.match(trimmed) and not (_TITLE.search(trimmed) and _named(trimmed)):
        return Subject(start, end, Sort.PRONOUN, trimmed)
    if _ANONYMOUS.match(trimmed):
        return Subject(start, end, Sort.ANONYMOUS, trimmed, _DETERMINERS.sub("", trimmed) or trimmed)
    if _OUTLET.match(trimmed):
        return Subject(start, end, Sort.OUTLET, trimmed)
    if paper := _PAPER.match(trimmed):
        return Subject(start, end, Sort.PAPER, trimmed, paper["of"] or None)
    if found := _named(trimmed):
        name, role = found
        return Subject(start, end, Sort.PERSON, name, role or None)
    at = trimmed.rfind("的")
    if at > 0 and not _TITLE.search(trimmed[at:]):
        return _classified(plain, start + at + 1, end)
    titles = list(_TITLE.finditer(trimmed))
    if titles and titles[-1].end() == len(trimmed):
        return Subject(start, end, Sort.ROLE, trimmed)
    return Subject(start, end, Sort.BODY, trimmed)


def _named(words: str) -> tuple[str, str] | None:
    """Name and role of 云州市市长林远: what follows the last title, where it can be a name."""
    titles = list(_TITLE.finditer(words))
    for title in reversed(titles):
        name = words[title.end() :].strip()
        if name and _NAME.match(name) and not _TITLE.fullmatch(name) and "的" not in name:
            role = words[: title.end()]
            at = role.rfind("的") if len(role) > 12 else -1
            return name, role if at < 0 or len(role) - at < 4 else role[at + 1 :]
        if not name:
            return None
    return None


def _addressee(reading: Reading, rest: str, hit: Hit) -> str | None:
    if hit.cue.stance is Stance.TELL:
        mark = re.compile(r"[，：“]").search(reading.plain, hit.end, hit.end + 24)
        who = reading.plain[hit.end : mark.start()] if mark else ""
        return who.strip() or None
    found = _INTERVIEW.search(rest) or _ADDRESSEE.search(rest)
    if not found:
        return None
    who = re.sub(r"^(?:了|采访)|(?:时|独家)$", "", found["who"])
    return None if _NOT_HEARER.search(who) or not who else who
