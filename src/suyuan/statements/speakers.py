"""Who stands before a cue: the noun phrase, what it is, and whom it speaks to."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

import rjieba

from suyuan.statements.cues import PAPERS, PROBES, SCOLDING, Hit, Stance
from suyuan.statements.names import (
    ANONYMOUS,
    BODY_TAIL,
    BODY_TAIL_END,
    COURTESIES,
    FOREIGN_OUTLET,
    HEARER,
    KIND_OF_OUTLET,
    NOT_OUTLET,
    OUTLET,
    OWN_SITE,
    PAPER,
    POINTING,
    PRONOUN,
    PROPER_NOUNS,
    SOME,
    TIME,
    TITLE,
    TITLE_END,
    TRADE_OF_FIRM,
    TRANSLITERATED,
    TRANSLITERATING,
    can_hear,
    dotted_head,
    is_name,
    may_name,
    named_head,
    outlet_in,
    plain_name,
    titled,
)
from suyuan.statements.zones import Reading
from suyuan.text import SURNAMES


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
    """The clause of a cue: who speaks in it, to whom, and through what it came.

    `start` is where the clause of the cue starts, `head` where the adverbial clauses before it start
    (7日上午，在例行发布会上，). `through` is the outlet that quotes the subject (远山日报援引林远的话称).
    """

    start: int
    head: int
    subject: Subject | None
    addressee: str | None = None
    through: tuple[int, int] | None = None
    is_sourced: bool = False  # opens with 据


_ASIDE = 40  # characters of what stands in brackets within a clause
_REACH = 160  # characters that are looked at to the left of a cue; no clause of news is longer

_ADVERBS = (
    "现(?=初步|已|查明) 自我(?=$|宣称|标榜|介绍) 严正 之所以 依法 片面 特地 特意 专程 一个一个 挨个 逐一 一一 合理(?=$) (?<![规原法准守细总附否])则 还 也 又 就此 对此 为此 却 亦 曾 均 都 再 并 就 即 便 仍 才 只 更 正(?=计划|考虑|准备|寻求|研究|加紧|努力|筹备|着手|酝酿|打算|就|与|在) 最后 同时 一直 多次 明确 公开(?!市场|大学|赛|课|信) 进一步 特别(?!项目|工作组|代表|行动|检察|调查|法庭|委员会|助理|顾问|会议|报告|节目|行政) 首次 首度 再次 再度 仍然 依然 随即 立即 立刻 "
    "才刚 马上 立马 每[年月周天] 当即 专门 反复 一再 不断 严肃 坚决 郑重 正式 纷纷 普遍 主动 直接 亲自 亲口 率先 独家 坦率 强烈 严厉 委婉 间接 在线 当场 一致 共同(?!通讯社|社|体|富裕|利益|主席|创始|创办|作者|负责人|总裁|所有) 先后 分别 曾经 似乎 主要(?![负领嫌媒官成股]) "
    "这样 如此 如是 着重 重点(?!实验室|工程|大学|高校|项目|企业|单位|中学|学科) 深情 动情 笑着 哭着 哽咽着? 无奈地? 愤怒地? 激动地? 兴奋地? 微笑着? 苦笑 书面 口头 电话 及时 尤其 大胆 坦诚 自豪地? 愤愤地? 有点 非常(?!驻|任|设|委) 十分 不断地 "
    "高调 低调 继续 由此 极力 竭力 大肆 公然 悍然 接着 紧接着 深入(?=$|调查|采访|了解|走访) 不禁 忍不住 一度 密集 频繁 罕见地? 居然 干脆 平均 急忙 无意间 连忙 早早 (?<=[们人])常 甚至 随口 幽默地? 平静地? 谦虚地? 好像 自信地? 骄傲地? 坚定地? 认真地? 一边 不无 不忘 转而 进而 普遍地? 最终 很快 最初 起初 后来 "
    "对外(?!事务|经贸|经济|联络|贸易|关系|合作|交流|援助) 重磅 全面 全盘 断然 一概 矢口 首先 (?<!事务)(?<!研究)(?<!派出)(?<!交易)(?<!看守)(?<!拘留)(?<!疗养)(?<!系统)(?<!交)所 事后 赛后 会后 当庭 庭审 当面 私下 生前 这次 上次 眼下 火速 早就 已经 已 总是 经常 往往 常常 时常 始终 当然 其实 显然 果断 及早 尖锐 紧急(?=$|通知|下令|呼吁|回应|通报|召开|发布|叫停|宣布|提醒|发文|发声|澄清|辟谣) 嘴硬 无预警 大方地? 边[^，。]{1,2}边 粗略 突然 忽然 先是 更是 正在 连续(?=$|发布|发文|发声|召开|多日|多次|[两三四五]次) 始终 虽然? 竟然? 历来 早已 此次 一口 [两三四五六七八九十几数][次度] [一二终]审(?!法院|判|宣|开) 恳切 强势 一气之下 情急之下 无奈之下 先(?![生后前知声锋导河正]) 还是 根本 懒得 积极(?=[评回响推参支配]) 轻声 明明"
).split()
# The longest first: 给出 before 给. Adverbs of manner with or without 地.
_ADVERB = "|".join(sorted(_ADVERBS, key=len, reverse=True))
_LEAD = re.compile(
    rf"(?:\s|[，、：]|（[^（）]{{0,20}}）|{TIME}|但是|但|而且|而后|而|不过|然而|可是|因此|因而|所以|于是|此外|另外|另(?!据|一|外[\u4e00-\u9fff])|同时|与此同时|对此|就此|为此|其中|并且|后来|尽管如此|事实上|其实|显然|(?:电话|视频|微信|信|采访|直播|评论区|朋友圈|短信|群)[里中](?!心)|曝(?!光|出|料)|"
    rf"一方面|另一方面|总之|例如|比如|即使|虽然|尽管|即便|如果|截至发稿|不仅如此|除此之外|(?:(?:更|最|尤其|特别|值得|需要|令人|让人|有意思|有趣|讽刺|奇怪|遗憾|巧合|不幸|可惜|离谱)[^，。；：的]{{0,6}})的是|若?真如|若如|正如|诚如|恰如|正像|如同|甚至|反而|倒是|只是|不但|不仅|就(?=有)|没有?多久|接下来|以[至致]于?|彼时|此时|那时|尔后|以及|届时|也就是说|前阵子|前段时间|这段时间|有一次|有一天|[某这那]天|难怪|怪不得|幸好|幸亏|好在|还好|一开始|当初|确实|的确|网传|约?[一两二三四五六七八九十几半数\d]+个?(?:小时|分钟|天|年|月|周|星期)(?:之?后|之?前)|\d{{1,2}}[、.．](?!\d)|就连|因为|接着|紧接着|不料|谁知|哪知|没想到|结果(?=对方|[他她]|[^，。；]{{2,4}}(?:[还却又竟]|居然|突然|反而))|{_ADVERB}|(?:自?从|从).{{1,10}}(?:来看|看来)|(?:召开|举行|举办|闭幕)的(?=[^，。；：]{{2,24}}会)|(?<=报道，)指(?=[^，。；：“”]{{2,20}}$)|发稿前|截稿前|事发后|案发后|事[故件]发生后|火灾发生后|话音刚落|期间|会上|会后|现场|庭审中|席间|一时间|很快|如(?=当地|其中|一[名位个家]|有)|连(?=[^，。；]{{2,8}}[都也])|[气急逼引惹害吓]得(?=..)|[\u4e00-\u9fff]{{2,8}}记者\s[\u4e00-\u9fff]{{2,3}}(?=据))"
)
_JOINING = frozenset("都更再并均还已又只才即便亦却则也曾仍就特")
_PREPOSITION = re.compile(
    r"在|于|从|自|当|针对|对于|关于|就|面对|谈到|谈及|提到|说到|作为|围绕|对|被问及|被问到|当被问及|回忆起|说起|通过|经过|经|随着|根据|按照|为|和|与|同(?![一样期行事学伴乡班桌类胞楼])|跟|向|据|由于|因|除了?|至于|鉴于|受|继|就在|每当|自从|经由|凭借|鉴|趁|为了|采访|回应|谈起|提及|提起"
)
_POSTPOSITION = re.compile(
    r"(?:时候|时|会上|期间|之际|之后|之前|之余|现场|门口|方面|以来|问题上?|一事|事件|情况|来说|一案|采访|提问|视频(?!平台|号|博主|账号|网站|软件)|微博(?!账号|大V|博主)|中|上|后|里|内|前|下|间|处)"
)
_STOPS = (
    "应(?=[^，。；]{1,10}(?:请求|邀请|要求)) 并不 从不 绝不 决不 丝毫 上门 挨家挨户 仔细 第[一二三四]次 现身 炒作 渲染 不愿 不肯 不想 不便 不知 不敢 连发 立案 成立(?!以来|于) 用(?=实际|行动|自己) 检索 基于 结合 经过 因应 回忆(?=..) 经审查 经审理 经调查 经核查 经核实 经鉴定 作为 颁布 留下 写下(?=..) 联名 写信 递交 试图 选择(?=..) 坚持(?=..) (?:回复|回应|答复)(?=[^，]{0,8}(?:网|报|新闻|社|台|记者|媒体|财经)) 印发 致歉(?=并) 道歉(?=并) 出台 下发 解释(?=..) 说明(?=..) 讲述(?=..) 回复媒体 回应媒体 答复媒体 回复记者 再发 直面 在 于 对(?!此|于|外(?:事务|经贸|联络|贸易|关系|合作|交流|援助)) 向 就 与 跟 同 给 从 为 因 以 将 通过 经 接受 发表 发布(?!微信|官微|公众号|官方微) 发文 发出 发帖 发微博 发推 发声 致信 致函 致电 来电 回应 回答 答复 答 谈及 谈到 提及 受访(?![民者企对用网]) "
    "主持 视察 召开 举行 出席 参加 援引 引用 引述 转述 转引 公布 贴出 张贴 挂出 面对 针对 对于 听后 看后 闻讯 见状 站出来 进行 撰文 刊文 刊登 称赞 批评 指责 肯定 抨击 炮轰 会见 开庭 出面 受邀 作客 做客 "
    "连线 转发 配文 晒出 上传 推文 签署 查询 调查 询问 走访 梳理 用中文 用英文 用英语 用汉语 用普通话 用粤语 用日语 用俄语 用法语 用微博 注意到 联系 采访 拨打 来到 赶到 赶赴 (?<![跑走赶来回去收接遭得看听想找受达直拿做等冲闯带送])到(?!有) 未 没有 不 拒绝 下令 透过 未经 接到 收到 报警 目击 解读 被 把 拿 看过 可向 应向 须向 "
    "难掩 官宣 很(?=欣慰|高兴|开心|激动|感慨|自豪|骄傲|满意|感动|难过|失望|惊讶|无奈|坦然|淡定|乐观|自信|期待|庆幸|知足|委屈|着急) 深感 倍感 感到 颇感 充满(?=[\u4e00-\u9fff]{2}$) 满怀 张口 开口(?!子) [急气吓乐笑哭喜激]得(?=..) 环视 环顾 表达(?=了|自己|出) 看完 听完 得知 根据 按照 作出 做出 提出 给出"
).split()
_STOP = re.compile(rf"{TIME}|" + "|".join(sorted({*_STOPS, *_ADVERBS}, key=len, reverse=True)))
# 调查组, 发布会, 联系人: these words go on as a noun.
_NOUNED = re.compile(r"[书组局部司委会院所科处员厅人室者团队站长官家庭]|中心")
_HALF_A_BODY = re.compile(r"[\u4e00-\u9fff]{2,6}[部委局厅署司院会]副?(?:[部局厅司院会]长|主任)")  # 教育与培训部副部长
_MEETING = re.compile(r"通电?话|会面|会谈|会见|会晤|交谈|沟通|见面|交流|对话|座谈|共进|一起|一同|聊")
_TRAILING = re.compile(
    rf"(?:{_ADVERB}|{TIME}|(?P<twice>[\u4e00-\u9fff])(?P=twice)(?P<again>[\u4e00-\u9fff])(?P=again)地?|当年|(?:审理|审查|调查|研究|评估|核实|检查|诊断|讨论|商议)之?后|[几数两三半\d]+个?(?:年|月|周|天|小时)之?[前后]|(?:致[词辞]|发言|讲话|演讲|受访|作证|出庭|答辩)时|(?<=..)(?:答问|答记者问)|(?<=[属者师友人员0])(?:现场|多方)|，|、|\s)+$"
)
_ACCORDING = re.compile(
    r"(?:参考(?!消息|资料|价|文献|书|答案)|综合|结合)(?=.{2,16}$)|[另又再而但]?(?:根)?据(?!此(?!前)|称|悉|说|守|理力)(?=.{2}|[他她其])|依[据照](?=.{2})|按照(?=.{2,12}的?(?:说法|统计)|[^，。；：]{2,16}的$)"
)
_WIRED = re.compile(r"[\u4e00-\u9fff]{1,8}[社网](?:\d{1,2}日)?(?:消息|电)，?")
_DATED = re.compile(TIME)
_HEARD = re.compile(r"[A-Za-z《]|记者|媒体|本报")
_SEEN_BY = re.compile(r"在")
_IN_HIS_WORDS = re.compile(r"用(?=.{2})")  # 用林远的话说
_FROM_WHOM = re.compile(
    r"来自(?=[^，。；：]{2,20}的(?:信息|消息|数据|资料|统计|报道|报告)$)|由(?=[^，。；：]{2,30}(?:出具|提供|发布|公布|制作)的[^，。；：]{2,14}$)"
)
_IN_A_PAPER = re.compile(
    r"在(?P<who>[^，。；：的在]{2,16}?)(?:\d{1,2}日)?(?:发[表布出])?的(?:最新|官方|一份|一则)?(?:声明|公告|通报|公开信|微博|博文|视频|报告|通知|回应|说明)[中里上](?:明确|还|也|则)*"
)
_THROUGH = re.compile(
    r"经(?![过常济理营历典纪销验贸费办手]|初步|进一步|多方|反复|深入|认真|依法|法定|司法|专业|调查|检查|审理|查询|核实|审讯|了解)(?=.{2})"
)

_ADDRESSEE = re.compile(
    r"(?:对(?!于|此|方|着)|向|面对|告诉|告知|回应|回复|答复|致信|致函|致电|通知|对着|跟)(?P<who>[^，。；：]{2,24}?)(?:等媒体)?(?:的提问|的采访|提问|介绍|解释|证实|透露|说明|通报|确认|发出.{0,8}|发来.{0,8}|发布.{0,8}|发表.{0,8}|递交|提交)?$"
)
_INTERVIEW = re.compile(
    r"(?:接受|受访于|应|在?与(?=[^，。；：]{2,16}的?(?:独家|电话)?(?:采访|专访|访谈)中))(?P<who>[^，。；：]{1,24}?)(?:的)?(?:独家|电话|微信|邮件|当面|书面|视频|联合|现场|在线|连线|联访|专题)*(?:采访|专访|访问|访谈|提问|连线)"
)
_LETTER = re.compile(
    r"(?:在|于)?(?:致|给|写给|发给|致信|发送给)(?P<who>[^，。；：]{2,16}?)的?(?:信函|公开信|信件|信|邮件|函|电邮|短信|内部信|声明|书面回复|回复|贺电|回函)(?:中|里)?$"
)
# 向各地卫生部门下发紧急通知，要求…
_SENT_TO = re.compile(
    r"向(?!外|社会)(?P<who>[^，。；：]{2,20}?)(?:下发|发出|发送|发去|递交|提交|寄[出送去]|印发)[^，。；：]{0,10}(?:通知|函|信|照会|警告|邮件)，$"
)
_TALK = re.compile(
    r"(?:与|同|和)(?:(?:超过|约|近|逾)?\d+[家名位])?(?P<who>[^，。；：与同]{2,24}?)(?:通(?:了)?电话|(?:举行|进行)?(?:视频|电话)?(?:会谈|会晤|会面|通话)|的(?:电话|视频|线上)?(?:会议|会谈|会晤|通话|交谈|对话|座谈))(?:时|中|上|后|期间|之后|过程中)?$"
)
_QUOTED = re.compile(
    r"(?:援引|引用|引述|转引|转述|援用|参考(?!消息|报)|得到|接到|收到|接获|接(?=群众|市民|村民|居民|网友|路人|家属|学校|医院|报警人))(?!独家|书面|正式|最新|明确|如下|肯定|否定)(?P<who>[^，。；：]{2,30}?)(?:的?(?:话|说法|分析|观点|表态|消息|评论|报道|文章|社论))?$"
)
_BY_PAPER = re.compile(
    r"(?:该|这份|上述)?(?:文件|报告|判决书|起诉书|诉状|声明|文章|报道|通报)(?:还|也|则|中)?"
)  # 文件引述当局表示
_RECEIVING = ("得到", "接到", "收到", "接获", "接")
_NOT_HEARER = re.compile(
    r"(?:数字|数据|金额|声明|问题|事件|一事|此事?|情况|说法|消息|报道|质疑|传闻|方面|决定|结果|做法|行为|言论|指控|现象|案件|事故|计划|表态|提议|制裁|措施|影响|未来|社会|外界|对?外|自己|观点|争议|要求|传言|疑问|原因|发展|关系|局势|形势|合作|市场|经济|采访|举动|此次.*|方案|政策|时|称|上述.*|前景|进展|细节|看法|传闻|关切|关注|期待|询问|充满|满怀|镜头)$"
)


_NOT_IN_HEARER = re.compile(
    r"^[^《]*》|^华[^，。]{0,4}合作|会议上?$|时|发言|提供|进行|表示|问题|做出|作出|审议|采取|实施|造成|回应|的(?:采访|提问)"
)
_POINTED = 5  # characters of 该公司方面: what is longer may hold a name
_LONGEST = 60  # characters of a noun phrase; a longer one is a clause that was not read
_PUT_FORTH = re.compile(
    r"(?<=[媒社网报书状函信频息端])(?:刊发|传出|传来|爆出|曝光|流出)$"
)  # 港媒传出消息称, 起诉状曝光，要求…
_BRACKETS = re.compile(
    r"（(?:以下|下文)?(?:统称|简称|下称)[^（）]*）(?:陆续|相继|先后|分别)$|\s*（(?!(?<=(?:集团|公司|银行|科技|投资)（)(?:中国|香港|澳门|大中华区|亚太)）)[^（）]*）$"
)
# 朋友圈里有网友指出: who is said to exist speaks, wherever the clause began.
_SOMEBODY_AFTER = re.compile(
    r"(?<!所)有(?:不少|一名|一位|一些|多名|很多|许多|部分|的|爱心|热心|吃瓜|围观|现场)?"
    r"(?:人|网友|网民|媒体|市民|居民|专家|学者|观点|声音|分析|消息|传言|传闻|说法|爆料|评论|游客|乘客|业内人士|知情人士|村民|民众|群众|家长|学生|员工|业主|旅客|目击者|粉丝|球迷|股民|投资者|消费者|车主|用户|商家|医生|老师|律师|官员|记者)$"
)
_PUTTING = frozenset("留下 写下 发布 发表 发出 发 出示 提交 递交 晒出 贴出".split())
_RECORD = re.compile(r"有.{0,6}(?:研究|调查|数据|统计|民调|视频|画面|照片|监控|录像|截图|图片|资料)$")
_DEED = re.compile(r"持[刀枪械]|手持|拿着|指着|抱着|一再|要求")  # what somebody does who is not named
_NOBODY = re.compile(r"没有|未有|没人|尚无|并无|暂无|无(?!锡|人机|人车|线|糖|极|印|忌|双)|并非|并?不是")
_HIS = re.compile(r"其(?:父母?|母|妻|夫|子|女儿?|兄|弟|姐|妹|家[人属]|律师|助理|团队|经纪人|经纪公司|代理人|发言人)$")
# 被救女子: what was done to somebody is what he is called by.
_FATED = re.compile(r"被[\u4e00-\u9fff]{1,3}的?(?:男子|女子|女孩|男孩|老人|学生|乘客|游客|员工|人员|村民|司机|者)$")
_HE = re.compile(r"(?:他们?|她们?|对方)(?![的人国乡日俩三]|律师|负责人|工作人员|代理|客服)")
_OUTLET_TAIL = re.compile(r"(?:的?(?:记者|网站|消息|报道))+$")
_SOMEBODY = re.compile(
    r"^(?:某些|但?有(?!关|些人$)[的些个]?|另有|还有|也有|就有|另外?|一名|一位|一个|某|不少|部分|多名|许多)+(?=.{2})"
)
_COMMON = re.compile(
    r"公司|警方|方面|官方|家属|部门|学校|医院|法院|政府|单位|平台|市场|机构|企业|集团|双方|美方|中方|俄方|日方|.方|高通|商务部|国防部|外交部|小[区学组]|老[人师年]|阿[里联]"
)


_DOES_FIRST = re.compile(
    r"(?<=...)(?:晒出|发布了?|发出|上传|重提|翻出|曝光了?|拍[下到]|贴出|拍摄了|[隔冲朝指拉看追抱举扶站坐蹲躺]着).*$"
)  # 有博主晒出视频，声称…
# 贺兰舟沉默了几秒，答: what a person does before he speaks.
_DOES = re.compile(
    r"(?:沉默|攥|捧|握|牵|停顿|停|愣|想|笑|叹|摇|摆|点|看|望|指|顿|皱|哽咽|回忆|思考|犹豫|迟疑|擦|抹|拍|掏|翻|拿|举|站|坐|走|蹲|伸|托|听|接过|放下|抬|转|耸|眨|清|喝|抽|提高)"
    r"(?:了|着|过|起|出|下|完|头|手|人|肩).{0,14}$"
)


# Words that open no noun, whatever follows.
_NO_NOUN = "引[发起来]|遭|受到|导致|造成|惹来|招致|不[能会应要]|其次|不满|确实|这一?点|事实|初步|一切|综上|[内外]部$|很难|难以|试图|接连|不论|[一二三四五六]是|前[来往](?=.{2})|总部设|其中|最早|如何|怎么|什么|为什么|适合|无论|比如|即使|大家|自己"
# What is left where no noun phrase was: 我认为 is the author, 适合希望…的人 nobody.
_NO_BODY = re.compile(
    rf"^(?:{_NO_NOUN}|(?:眼圈|眼眶|双眼|泪水|嘴角|嗓音|双手|脸上)$|个人$|兹(?=决定|定于|因|将|有)|[张开]口$|若(?=[检发有无不])|\d{{1,2}}月\d{{1,2}}日[到至起]|(?:\d+|[一两二三四五六七八九十几半]+)(?:[年次辆点天月日款种座周场轮元成倍岁趟遍圈碗杯]|[站步](?![式点长行]|[^，]*[局部司院])|个月|分钟|小时|公斤)|用|愿(?!景)|一般|无需|无须|过度|以前$|从前$|过去$|后来$|发(?:文|帖|微博|布|表)|按|很|(?:顺带|核查|经查|最新|现场|此前|只|同时|目前|近日|一名|一位|[一这每各][项份则篇条件款种场次]|有人|同样|一旦|原文|全文|此外|随后|前者|任何|所有|这里|那里|今年|去年|明年|以上|以下|本次|每[年月日天次])$|最[^高]|第[一二三四五六七八九十\d]+[座个条款项栋期]$|\[|是|有(?!关)|像|会(?![议长计])|能(?!源)|要(?!闻)|或|并|看|让|使|令|被|请|别(?![洛尔列林克斯佐])|该不|这|那|我(?!国.|方)|你|您|咱|俺|■)|我(?!国.|方|[\u4e00-\u9fff]{{1,8}}公司$)|你|(?:(?<![工协员商学大金联议国社教公理总事委合进字])会|(?<![智功职效热核储氢电产])能|真|是|很|于|和|也|要|可|的|应|了|着|过|其|给|把|被|虽|但|并|而|自|且|让|使|将)$"
)


def clause(reading: Reading, hit: Hit, sentence: int) -> Clause:
    """The clause in which a cue stands, looking left from it as far as the sentence starts."""
    plain = reading.plain
    start = clause_start(reading, hit.start, sentence)
    begin, end = lead_off(reading, start, hit.start), hit.start
    source = (
        _ACCORDING.match(plain, begin, end)
        or _FROM_WHOM.match(plain, begin, end)
        or (
            _SEEN_BY.match(plain, begin, end)
            if hit.cue.word == "看来"
            else _IN_HIS_WORDS.match(plain, begin, end)
            if hit.cue.word.startswith("的话")
            else _THROUGH.match(plain, begin, end)
            if hit.cue.word in PROBES
            else None
        )
    )
    source = source or _SOURCE_RUN_IN.match(plain, begin, end)
    end += len(hit.cue.word) if source and hit.cue.word in PAPERS else 0
    if source:
        begin = source.end()
        if dated := _DATED.match(plain, begin, end):
            begin = dated.end()
        if wired := _WIRED.match(plain, begin, end):
            begin = wired.end()
    if hit.mark == "：" and hit.cue.word in SCOLDING and (by := _DONE_BY.search(plain, begin, end)):
        begin, end = by.span("who")
    through = None
    quoted = _QUOTED.search(plain, begin, end)
    if (
        quoted
        and hit.cue.word == "报道"
        and outlet_in(plain, begin, quoted.start())
        and PAPER.match(quoted["who"])
        and not outlet_in(plain, *quoted.span("who"))
    ):
        end = quoted.start()  # 远山社援引卫星图片报道，…: it is the outlet that reports
    elif quoted:
        outer = outlet_in(plain, begin, quoted.start())
        if outer or POINTING.match(plain[begin : quoted.start()].strip().rstrip("还也又则")):
            through = outer or (begin, begin + len(plain[begin : quoted.start()].rstrip("还也又则")))
            begin, end = quoted.span("who")
        elif (
            not plain[begin : quoted.start()].strip()
            or plain.startswith(_RECEIVING, quoted.start())
            or _BY_PAPER.fullmatch(plain, begin, quoted.start())
        ):
            begin, end = quoted.span("who")  # 并引述不具名的人士说, 警方接获店员报案: who is quoted speaks
    if hit.cue.stance is Stance.SHOW and (named := _BRACKETS.search(plain, begin, end)):
        end = named.start()  # 《2025年报告》（以下简称报告）显示
    paper = PAPER.match(plain[begin:end]) if hit.cue.stance is Stance.SHOW else None
    # 初步调查显示: no act, and nobody's.
    is_whole = paper is not None and (
        not paper["of"]
        or _PUTS_OUT.match(plain, begin, end)
        or _PROBED.fullmatch(paper["head"]) is not None
        or _DAY_OF_PAPER.fullmatch(paper["of"]) is not None
    )
    phrase = (begin, end) if is_whole else _phrase(reading, begin, end)
    if phrase is None and (put_out := _IN_A_PAPER.fullmatch(plain, begin, end)):
        phrase = put_out.span("who")  # 在林远发表的声明中写道
    rest = plain[phrase[1] : end] if phrase else plain[begin:end]
    subject = classified(plain, *phrase) if phrase else None
    if subject is None or subject.sort is Sort.BODY:
        subject = _named_at_end(plain, begin, end) or subject
    return Clause(
        start,
        head(reading, start, sentence),
        subject,
        _addressee(reading, rest, hit),
        through,
        bool(source),
    )


# 多地震感明显据云州地震台网测定，…: a heading that the page ran into the sentence
_SOURCE_RUN_IN = re.compile(
    rf"[\u4e00-\u9fff]{{5,20}}(?<![根依证数论收票占单字凭])据(?=[\u4e00-\u9fff]{{2,12}}(?:{BODY_TAIL.pattern}|台网)(?:正式|自动|官方)*$)"
)
_DONE_BY = re.compile(
    r"(?:被|遭到?|受到)(?P<who>[^，。；：“”的被\s]{2,20}?)(?:点名|公开|当众)?$"
)  # 小说被云州普法点名批评：…
_BEHIND_QUOTED = re.compile(r"“[^“”]+”(?P<name>[\u4e00-\u9fff]{2,4})$")
_TO_WHOM = re.compile(r"[向对跟给把被将和与同由]|告诉|采访|联系|致电|询问|指责|批评|感谢|[据经]")


def _named_at_end(plain: str, start: int, end: int) -> Subject | None:
    """Whoever stands right before the cue where a page ran its heading into the sentence: 江豚增加177头副部长林远（介绍）."""
    trailing = _TRAILING.search(plain, start, end)
    end = trailing.start() if trailing else end
    if end - start < _RUN_IN or plain[start:end].isascii() or _TO_WHOM.search(plain, start, end):
        return None
    for title in reversed(list(TITLE.finditer(plain, end - _RUN_IN, end))):
        name = plain_name(plain[title.end() : end])
        if 2 <= len(name) <= 4 and is_name(name) and not TITLE.search(name):
            return Subject(title.start(), end, Sort.PERSON, name, title.group())
    return None


_RUN_IN = 14  # characters: a shorter clause was read whole
_DAY_OF_PAPER = re.compile(
    rf"[^，。；：的]{{2,30}}?(?:{BODY_TAIL.pattern})(?:{TIME})的?"
)  # 云州市公安局5月15日（通报）
_PROBED = re.compile(r"(?:初步|最新)?(?:调查|研究|监测|检测|测试|评估|审计|民调|检查|核查)(?:结果|数据|结论)?")
# 根据该女子的叙述，称…: whose account it is says it.
_TOLD_BY = re.compile(
    r"(?P<who>[^，。；：的]{2,20})的?(?:最新|官方|现场|事后)?的?(?:叙述|描述|讲述|说法|回应|介绍|爆料|陈述|反映|自述|回忆)$"
)


def known(reading: Reading, start: int, end: int, spoke: Mapping[str, str]) -> Subject | None:
    """Somebody who spoke before with an office, whatever the dictionary makes of his name (武力, 方明), and how he is called for short."""
    start = lead_off(reading, start, end)
    trailing = _TRAILING.search(reading.plain, start, end)
    name = reading.plain[start : trailing.start() if trailing else end]
    if name in spoke or (len(name) == 2 and any(len(full) == 4 and full.startswith(name) for full in spoke)):
        return Subject(start, start + len(name), Sort.PERSON, name)
    return None


def earlier(reading: Reading, before: int, limit: int) -> tuple[Subject, int] | None:
    """The subject of the clauses before one that has none (远山公司发布公告，称…), and where its clause starts."""
    stop = before
    for _ in range(4):
        if stop <= limit:
            return None
        start = clause_start(reading, stop - 1, limit)
        if reading.plain[stop - 3 : stop - 1] == "消息":
            return None  # 拾光网1月30日消息，…: who published it, and not who does what follows
        begin = lead_off(reading, start, stop)
        source = _ACCORDING.match(reading.plain, begin, stop)
        if source and (told := _TOLD_BY.match(reading.plain, source.end(), stop - 1)):
            subject = classified(reading.plain, *told.span("who"))
            return (subject, start) if subject else None
        is_about = (
            _ANSWERING.match(reading.plain, begin, stop - 1) or _THANKING.match(reading.plain, begin, stop - 1)
        ) is not None
        if both := _BOTH.match(reading.plain, begin, stop - 1):
            return Subject(begin, both.end(), Sort.PRONOUN, both.group()), start
        phrase = None if source or is_about or begin >= stop - 1 else _phrase(reading, begin, stop - 1)
        subject = classified(reading.plain, *phrase) if phrase else None
        if brought := _brought(reading.plain, start, stop - 1):
            return brought, start
        if subject and _is_handled(reading.plain, start, subject):
            subject = told_of(reading, start, stop - 1)
        # A clause that is all noun phrase and long is a clause that we could not read.
        if subject and (
            subject.sort is not Sort.BODY
            or (subject.end < stop - 1 and len(subject.name) <= 20)
            or len(subject.name) <= 8
        ):
            return subject, start
        stop = start
    return None


def _is_handled(plain: str, start: int, subject: Subject) -> bool:
    """总统的贺信 that somebody hands over, 对何青的看法 that he keeps to himself: what a clause is about, and not who acts."""
    if subject.name.endswith(("信", "函", "问候")) and _HANDS.search(plain, start, subject.start):
        return True
    return subject.sort is Sort.ANONYMOUS and _ON_HIM.search(plain, start, subject.start + 2) is not None


_BOTH = re.compile(r"[双三]方(?![\u4e00-\u9fff]{0,3}的)")  # 双方充分肯定取得的成效，并表示…
_HANDS = re.compile(r"转交|递交|呈交|转达|送上|带来")  # 林远转交总统的贺信，表示…
_ON_HIM = re.compile(r"对[^，。；的]{1,12}的[^，。；]{0,2}$")  # 林远回避对何青的看法，只称…
_THANKING = re.compile(
    r"(?:衷心|由衷|诚挚|高度|充分|积极|坚决|深深|强烈)*(?:感谢|感激|祝贺|赞赏|肯定|钦佩|欢迎|谴责|支持|反对)(?=.{2})"
)  # 何青致信林远，衷心感谢他的支持，表示…
_ANSWERING = re.compile(
    r"(?:公开|首度|首次|多次|再次)?(?:回应|谈及|谈到|谈起|批评|指责|抨击|谴责|质疑|驳斥|痛批)(?=.{2})"
)  # 林远转发了该微博，回应早前传闻，表示…


def _brought(plain: str, start: int, stop: int) -> Subject | None:
    """Whose words a clause brings: 远山网援引云州银行数据，指出…; 用户收到平台的通知，称…; 门上贴了一纸公告，称…"""
    for pattern, sorts in _BRINGING:
        found = pattern.search(plain, start, stop)
        subject = classified(plain, *found.span("who")) if found else None
        if subject and subject.sort in sorts:
            return subject
    return None


_BRINGING = (
    # 林远与何青一样，表示…; 北国方面反应较为谨慎，表示…
    (
        re.compile(r"(?<![^，。；：！？\n])(?P<who>[^，。；：！？\n]{2,14}?)(?:与|和|跟|同)[^，。；：]{2,14}一样$"),
        (Sort.PERSON, Sort.BODY, Sort.ROLE),
    ),
    (
        re.compile(
            r"(?<![^，。；：！？\n])(?P<who>[^，。；：]{2,12}?)(?:对此)?的?(?:反应|态度|立场)(?:则|却|也)?(?:较为?|比较|颇为?|更为?|十分|非常|相对)?(?:强烈|激烈|谨慎|强硬|温和|暧昧|明确|冷淡|积极|坚决)$"
        ),
        (Sort.PERSON, Sort.BODY, Sort.ROLE),
    ),
    (
        re.compile(r"(?:援引|引述)(?P<who>[^，。；：]{2,16}?)的?(?:数据|报告|研究|统计)$"),
        (Sort.BODY, Sort.OUTLET, Sort.PERSON),
    ),
    (re.compile(r"(?:收到|接到|接获|贴[了着]|张贴[了着])(?P<who>[^，。；：]{2,40})$"), (Sort.PAPER,)),
    (
        re.compile(
            r"(?:收到|接到|接获)(?:来自)?(?P<who>[^，。；：的]{2,20}?)的?(?:电话|来电|短信|来信|邮件|报警|求助|投诉|举报)$"
        ),
        (Sort.ROLE, Sort.PERSON, Sort.BODY),
    ),
)
_WE_ASKED = re.compile(r"记者(?:拨通|拨打|联系|致电|询问|求证|走访|来到|采访)")
_DATELINE = re.compile(r"[^，。；\n]{0,14}\d{1,2}月\d{1,2}日(?:专?电|讯|消息)(?:（[^（）\n]{0,40}）)?\s*")


def subject_of(reading: Reading, at: int) -> Subject | None:
    """The subject of the clause in which the word at `at` stands."""
    limit = max(reading.plain.rfind("\n", 0, at) + 1, 0)
    if dated := _DATELINE.match(reading.plain, limit, at):
        limit = dated.end()
    start = clause_start(reading, at, limit)
    phrase = _phrase(reading, lead_off(reading, start, at), at)
    return classified(reading.plain, *phrase) if phrase else None


# 看着自家的马，林远难掩喜悦: what somebody looks at does nothing.
_LOOKED = re.compile(
    r"(?:(?:看|望|瞧|盯|听|指|摸|抚摸|捧|拿|握|抱|翻|说|想|谈|聊|回忆|面对|伴随)(?:着|到|起|完|见)[^，。；：“”\n]{1,24}，)+"
)


def looked(plain: str, start: int, stop: int) -> int:
    """Past what somebody looks at or listens to who then acts."""
    found = _LOOKED.match(plain, start, stop)
    return found.end() if found else start


_FOREIGN_TAIL = re.compile(rf"·[{TRANSLITERATING}]{{2,8}}$")  # 安东·努尔波拉提（难掩喜悦）


def told_of(reading: Reading, start: int, stop: int) -> Subject | None:
    """Who or what the first clause between two offsets that has a subject tells of."""
    place = start = looked(reading.plain, start, stop)
    for word, tag in rjieba.tag(reading.plain[start:stop]):
        if word not in _CONCERNED and _tells_of(reading.plain, start, place, (word, tag)):
            act = place - (reading.plain[place - 1 : place + 1] == "难掩")
            if act - start >= 2 and (subject := subject_of(reading, act)):
                return None if subject.name.endswith("记者") else subject
        place += len(word)
    return None


_CONCERNED = frozenset({"相关", "有关"})  # 云州水务局相关负责人: verbs to the segmenter


def _tells_of(plain: str, start: int, place: int, tagged: tuple[str, str]) -> bool:
    """Whether a word says something of whoever stands before it: an act, or how old he is; no piece of a foreign name."""
    word, tag = tagged
    is_name = _FOREIGN_TAIL.search(plain, start, place + 1) is not None
    if word == "太" and len(rjieba.tag(plain[place + 1 : place + 5], False)) == 1:
        return False  # 郭新太感慨万千: 太 stands before no set phrase
    return word in ("今年", "现年") or (tag[:1] in ("v", "d", "p", "i") and not is_name)


def clause_start(reading: Reading, at: int, limit: int) -> int:
    """The start of the clause that ends at `at`: past the comma, stop or long quotation before it."""
    plain, depth = reading.plain, reading.depth
    limit = max(limit, at - _REACH)
    while at > limit:
        char = plain[at - 1]
        if char == "）" and (opened := plain.rfind("（", max(limit, at - _ASIDE), at)) >= 0:
            at = opened  # 远山公司（股票代码：YUAN）发布…
            continue
        is_mark = char in "，；：。！？…\n" or plain.endswith(("...", "——"), 0, at)
        if not depth[at - 1] and is_mark:
            break  # 北国—南国研究中心 is one name
        quote = reading.quote_ending_at(at) if char == "”" else None
        is_whole = quote is not None and (plain[at - 2] in "。！？，…—" or quote[1] - quote[0] > 14)
        if is_whole and not (
            quote and _NAMES_A_MEETING.match(plain, at) and plain[quote[0] - 1] not in "，。：；！？\n "
        ):
            break
        at -= 1
    return at


_NAMES_A_MEETING = re.compile(
    r"[\u4e00-\u9fff]{0,6}(?:会|论坛|仪式|活动|峰会|沙龙|讲座)(?![议长计见晤])"
)  # 出席“…”专题研讨会并致辞时说


def head(reading: Reading, start: int, limit: int) -> int:
    """Where the adverbial clauses before a clause start: 7日上午，在例行发布会上，…"""
    plain = reading.plain
    for _ in range(4):
        if start <= limit or plain[start - 1] != "，":
            break
        before = clause_start(reading, start - 1, limit)
        rest = lead_off(reading, before, start - 1)
        if _ACCORDING.match(plain, rest, start - 1):
            break
        is_about = ABOUT.match(plain, rest, start - 1) is not None and start - rest < _LONGEST
        adverbial = (
            is_about
            or rest >= start - 1
            or (
                _PREPOSITION.match(plain, rest, start - 1)
                and start - rest < 60
                and re.search(
                    rf"(?:{_POSTPOSITION.pattern}|报道|说法|质疑|传闻|指责|问题|提问|消息|决定)$",
                    plain[rest : start - 1],
                )
            )
        )
        if not adverbial:
            break
        start = before
    return start


ABOUT = re.compile(
    r"(?:针对|对于|关于|谈[及到起]|面对|说起|聊起|被问[及到])(?![^，]*(?:并不|不知|没有|表示|感到|是(?!否)))"
)


def lead_off(reading: Reading, start: int, end: int) -> int:
    """Past the conjunctions, adverbs and times at the start of a clause."""
    while start < end and (lead := _LEAD.match(reading.plain, start, end)) and lead.end() > start:
        word = lead.group()
        # 都市报, 更多人: not an adverb where the word goes on.
        # 就业, 都市: no adverb where the word goes on; and 就 before a noun opens a phrase.
        if (
            lead.end() < end
            and word[-1] in _JOINING
            and (lead.end() not in reading.words or (word == "就" and reading.plain[lead.end()] != "有"))
        ):
            break
        start = lead.end()
    return start


def _phrase(reading: Reading, start: int, end: int) -> tuple[int, int] | None:
    """The noun phrase at the start of a clause, past any phrase that opens with a preposition."""
    plain, words = reading.plain, reading.words
    if _A_SIDE.match(plain, start, end):
        return start, start + 2
    end = _before_manner(plain, start, end)
    if relative := _relative(reading, start, end):
        return relative[0], _unheard(plain, *relative)
    for _ in range(4):
        opened = _PREPOSITION.match(plain, start, end)
        if not opened or opened.end() not in words:
            break
        past = _past_preposition(reading, opened.end(), end)
        if past is None:
            return None
        start = lead_off(reading, past, end)
    stop = _stop(reading, start, end)
    if place := _PLACED.search(plain, start + 2, stop):
        stop = place.start()
    if _AFTERWARDS.search(plain[start:stop]):
        stop = _first_verb(plain, start, stop)
    if faced := _WITH_A_FACE.search(plain, start + 2, stop):
        stop = faced.start()
    trailing = _TRAILING.search(plain, start, stop)
    if trailing and trailing.start() - start >= 1:
        stop = trailing.start()
        stop -= plain[stop - 1] in "于在" and stop - start > 2 and _DATED.match(plain, stop) is not None
    stop += _is_part(plain, start, stop) or (stop < end and _NAMED_SO.search(plain, start, stop) is not None)
    if head := dotted_head(plain[start:stop]):
        stop = start + head
    if titled(_BRACKETS.sub("", plain[start:stop])) is None:
        stop = start + (named_head(plain[start:stop]) or stop - start)
        stop = _human_head(reading, start, stop)
    stop = _unheard(plain, start, stop)
    if (does := _DOES.search(plain, start + 2, stop)) and classified(plain, start, does.start()):
        stop = does.start()
    is_dated = _COUNTED.fullmatch(plain, start, stop) or _ISSUED.match(plain, start, end)
    if is_dated and PAPER.match(plain[start:end]):
        stop = end
    if plain[stop - 1] == "的":  # 校方的答复是…
        stop -= 1
    return (start, stop) if stop > start else None


_A_SIDE = re.compile(
    r"[中美俄日韩朝英法德印伊以乌台港欧我]方(?=[向对就再也还将已]|$)(?!向感|向盘|就业)"
)  # 中方向美表示谴责, and no 方向


def _is_part(plain: str, start: int, stop: int) -> bool:
    """陆璟曾说: what looks like an adverb and comes back with the name each time belongs to it."""
    name, char = plain[start:stop][-2:], plain[stop : stop + 1]
    if char == "才" and TITLE_END.search(plain[start : stop - 2]) and may_name(name, is_rare=True):
        return True  # 立委罗明才（指出）
    return char in _LAST_IN_NAMES and may_name(name, is_rare=True) and 1 < plain.count(name) == plain.count(name + char)


_LAST_IN_NAMES = frozenset("曾先明均正进尚才立永未")
_MANNERED = re.compile(r"[^，。；：“”]{2,50}(?<![当各本外内基陆土两场工驻此异原天盆草林湿农园墓驻营])地$")


_HUMAN = re.compile(
    r"某{1,2}|总书记|主席|总理|总统|部长|女士|先生|女子|男子|女孩|男孩|丈夫|妻子|父亲|母亲|父母|儿子|女儿|妈妈|爸爸|家长|家属|家人|网友|村民|居民|乘客|司机|游客|学生|老师|医生|护士|店员|老板|员工|负责人|工作人员|主任|局长|院长|大爷|大妈|老人|阿姨|奶奶|爷爷|师傅|人士|专家|学者|分析师|律师|用户|粉丝"
)
# 李某很生气, 父亲过来, 女子发文: what somebody does or how he feels, whatever the segmenter makes of it.
_DOING = re.compile(
    r"很|非常|十分|高度|过来|出来|上前|予以|加以|发文|发帖|发微博|描述|讲述|叙述|鞠躬|起身|回头|哭着|笑着|站|坐|走|跑|拿|拨打|报警|报案|求助"
)


def _human_head(reading: Reading, start: int, stop: int) -> int:
    """Where the word for a person ends that something is said of: 村民描述了生活状况, 李某很生气."""
    plain, words = reading.plain, reading.words
    if SIDE.search(plain, start, stop):
        return stop
    for head in _HUMAN.finditer(plain, start, stop):
        end = head.end()
        if end < stop and end in words and (_DOING.match(plain, end, stop) or _is_doing(plain[end:stop])):
            return end
    return stop


def _is_doing(words: str) -> bool:
    tags = rjieba.tag(words)
    return bool(tags) and (tags[0][1] in ("v", "p", "d") or (len(tags) == 1 and tags[0][1] in ("a", "ad", "an")))


_POSTS = re.compile(r"发(?:视频|长文|微博|推特|朋友圈|声明|公告|帖子|博文|短视频)(?=$|[^，。；的]{0,6}$)")
_IN_WORDS = re.compile(r"用[^，的用]{0,6}(?:[中英日法德俄韩外]文|语|话|方言|口吻|口气|语气|声音)$")
_WITH_A_FACE = re.compile(
    r"(?:充满|满怀|满脸|面带|饱含|满是|一脸)[^，。；对向的]{1,8}地$"
)  # 林远充满期待地（对何青说）
_FACED = re.compile(r"(?:满脸|一脸|满怀|面带|满含|眼含|饱含|带着|怀着|噙着|含着)[^，的]{1,8}$")


def _before_manner(plain: str, start: int, end: int) -> int:
    """林远充满期待地, 林远满脸喜悦地, 林远续（称）: the phrase ends before how he said it."""
    if posts := _POSTS.search(plain, start + 2, end):
        return posts.start()
    if (
        plain[end - 1 : end] in ("续", "續")
        and plain[end - 2 : end - 1] not in ("继", "陆", "持", "连", "后")
        and plain[end : end + 1] in "称说指"
        and end - start > 2
    ):
        return end - 1
    if plain[end - 1 : end] == "微" and plain.startswith("笑", end):
        return end - 1  # 林远微（笑着说）
    if spoken := _IN_WORDS.search(plain, start + 2, end):
        return spoken.start()
    if plain[end - 1 : end] != "地" or not _MANNERED.match(plain, start, end):
        return end
    if _NAMED_SO.search(plain, start, end - 1):
        return end  # 副局长杨地
    at = end - 1
    if faced := _FACED.search(plain, start, at):
        return faced.start()
    for number, (word, tag) in enumerate(reversed(rjieba.tag(plain[start:at]))):
        # The word before 地 tells how, whatever else it can be: 形象地.
        if (number and tag[:1] not in "vadbizxm") or tag.startswith(("nr", "ns")) or at - len(word) < start:
            break
        at -= len(word)
    return at


# One character, or what stands in brackets, of whoever puts something out; and what no name of his begins with.
_WHOEVER = r"(?:（(?![^（）]*记者)[^（）]{1,16}）|(?![在向收]|对(?!外)|前夕|期间|记者)[^，。；：“”（）])"
_NO_POINTER = r"(?!该|这|上述|其|最新|多[位名家])"
# 云州财政局30日发布数据（显示）, 北国儿童健康调查（BNCH）的数据.
_PUTS_OUT = re.compile(
    rf"{_NO_POINTER}(?:“[^“”]{{1,10}}”)?{_WHOEVER}{{2,30}}?(?:(?:发布|公布|披露)(?![会者方])|（[A-Za-z]{{2,12}}）的)"
)
# 医院1月23日出具的诊断证明, 云州统计局30日发布的数据: where no other phrase stands before the act.
_ISSUED = re.compile(rf"{_NO_POINTER}(?:(?![上中里]发布){_WHOEVER}){{2,30}}?(?:出具|开具|提供|发布|公布|发出)的")
_COUNTED = re.compile(r"[一这每各某][项份则篇条件款种]")  # 一份7月3日的文件: the time is no end here
_HEARER = re.compile(
    r"[对向跟](?![外内])(?=[^，的在上中]{0,14}(?:记者|媒体|[美外台港日韩英法德俄官]媒|社|报|网|台|卫视|小编|笔者|我们?|外界|警方|新闻)$)"
)


def _unheard(plain: str, start: int, stop: int) -> int:
    """A phrase ends before its hearer, wherever the segmenter saw words: 老船长对远山社记者."""
    hearer = _HEARER.search(plain, start + 2, stop)
    return hearer.start() if hearer else stop


# 塞缪森在发布会上: where the segmenter took 在 for the end of a name.
_PLACED = re.compile(r"在[^的，]{1,16}(?:上|中|时|里|内|期间|之际)$")
# 一名跑过船的船工: whoever is counted is somebody.
_ONE_OF = re.compile(r"(?:其中)?(?:另|某|每|[一两二三四五六七八九十几数多\d]+)[名位个]")
_ONE_BEHIND = re.compile(r"(?:(?<=内景|外景|现场|画面|截图|照片)|(?<=资料图))一[名位](?=.{2})")
_SOME_OF = re.compile(
    r"(?:一些|部分|不少|许多|很多|众多|多数|大多数|有些|个别)(?=.{2})(?!.*(?:是|公司|政府|部门|机构|企业|银行|国家|地区)$)"
)
# 越来越多金融机构, 近一半企业, 70%民众: as many, and none that is named
_SHARE = re.compile(
    r"(?:越来越多|绝?大多数|(?:约|近|超过?|逾)?(?:\d[\d.]*%|一半|[一二两三四五六七八九]成))的?[\u4e00-\u9fff]{2,12}"
)
_AFTERWARDS = re.compile(r".{4,}(?:后|时|之际|期间|过程中|的同时|之余|前|以来)$")


def _first_verb(plain: str, start: int, end: int) -> int:
    """林远看过视频后: the phrase ends where what he did begins."""
    at = start
    for word, tag in rjieba.tag(plain[start:end]):
        if tag in ("v", "p", "d") and at - start >= 2 and not TITLE.fullmatch(word):
            return at
        at += len(word)
    return end


_ASKED_BY = re.compile(r"(?:接受|受访于)[^，。；：的]{2,20}(?:采访|专访|访问)")  # 接受远山日报采访的北国专家


_PUTS_FORWARD = re.compile(
    r"(?<=..)(?:抛出|提出|散布|发表|传出)了?(?:所谓)?(?:“[^“”]{1,12}”)?$"
)  # 林远抛出“两分”的说法，称…
_TO_HIS = re.compile(r"(?<=.)[向对给跟和与](?:自己|[他她]们?|其|对方|当时)$")  # 林远曾向自己的（合伙人）


_VIEW = re.compile(r"(?:态度|看法|观点|立场|感受|心情|想法|意见|理由|心声|遭遇|经历)$")  # 表达了自己的态度


def _relative(reading: Reading, start: int, end: int) -> tuple[int, int] | None:
    """The phrase after a relative clause: 在庭外等待的林父林远, 一名不愿透露姓名的官员."""
    plain, depth = reading.plain, reading.depth
    at = plain.rfind("的", start, end)
    if at <= start or depth[at]:
        return None
    stop = _stop(reading, at + 1, end)
    tail = _TRAILING.sub("", plain[at + 1 : stop])
    if tail in ("他", "她"):
        return at + 1, at + 2  # 曾在北国留学的她
    if (len(tail) < 2 and tail != "人") or _TO_HIS.search(plain, start, at) or _PUTS_FORWARD.search(plain, start, at):
        return None
    if _ASKED_BY.fullmatch(plain, start, at):
        return at + 1, stop
    before = _stop(reading, start, at)
    opens = _PREPOSITION.match(plain, start, at) is not None
    if before >= at and not opens:
        return None
    if titled(tail) or (is_name(tail) and not TITLE.search(tail)):
        return (at + 1, at + 1 + len(tail)) if not _POSTPOSITION.search(tail) else None
    is_counted = _ONE_OF.match(plain, start, at) and not (_POSTPOSITION.search(tail) or _VIEW.search(tail))
    if ANONYMOUS.match(tail) or TITLE_END.search(tail) or is_counted:
        whole = start if not opens else at + 1
        return whole, at + 1 + len(tail)
    return None


_NAMED_SO = re.compile(rf"(?:{TITLE.pattern})[{''.join(sorted(SURNAMES))}]$")


_IS_XIANG = re.compile(rf"向(?!记者|媒体)[\u4e00-\u9fff]{{1,2}}(?:{_ADVERB}|{TIME})*$")


def _ends_as_a_name(plain: str, start: int, at: int) -> bool:
    """贝尔曼环视（来宾）: what transliterates is a name, whatever the segmenter makes of its end."""
    is_whole = at - start >= _FOREIGN_SIZE and set(plain[start:at]) <= TRANSLITERATED
    return is_whole or _FOREIGN_TAIL.search(plain, start, at) is not None


_FOREIGN_SIZE = 3  # characters
_HEAD_OFFICE = re.compile(r"(?:[局厅处司院校市县区镇乡省州部会]长|书记|主任|总裁|董事长|总经理)$")


def _stop(reading: Reading, start: int, end: int) -> int:
    """Where the noun phrase that starts at `start` ends: before the first word that opens what is said of it."""
    plain, words, depth = reading.plain, reading.words, reading.depth
    for match in _STOP.finditer(plain, start, end):
        at, after = match.span()
        if at > start and match.group() in ("向", "对") and _HEARD.match(plain, after) and not depth[at]:
            return at
        if match.group() == "所" and after < end:
            continue  # 硅酸盐所副所长
        if plain.startswith("都会大学", at):
            continue  # 云州都会大学
        if match.group() == "将" and after == end and plain[at - 1] in "上中少":
            continue  # 林远少将
        if match.group() == "在" and _NAMED_SO.search(plain, start, at):
            continue  # 制作人郑在允
        if match.group() == "向" and _IS_XIANG.match(plain, at, end) and _HEAD_OFFICE.search(plain, start, at):
            continue  # 局长向天野
        is_word = at in words or (after - at > 1 and _ends_as_a_name(plain, start, at))
        if at == start or depth[at] or not is_word or (after - at == 1 and after not in words and after != end):
            continue
        if match.group() in ("与", "同") and (
            not _MEETING.search(plain, after, end) or _HALF_A_BODY.match(plain, after, end)
        ):
            continue
        if (
            len(match.group()) > 1
            and after < end
            and _NOUNED.match(plain, after)
            and match.group() not in ("正式", "在线")
        ):
            continue
        bare = start + len(plain[start:at].rstrip())  # 该博主在 2025 年 10 月
        return bare - 1 if bare - 1 > start and plain[bare - 1] in "在于从" and _DATED.match(plain, at) else at
    return end


def _past_preposition(reading: Reading, start: int, end: int) -> int | None:
    plain, words = reading.plain, reading.words
    found = None
    for match in _POSTPOSITION.finditer(plain, start + 1, end):
        if match.end() in words or match.end() == end:
            found = match.end()
            # 在发布会上林远: the phrase ends at the first word after which a speaker can stand.
            if end - found >= 2 and not re.match(r"[的，]", plain[found : found + 1]):
                return found
    if found is not None and found < end - 1:
        return found
    return None


_KIND_BEHIND = re.compile(r"“(?P<name>[^“”]{2,16})”这[一个家](?:组织|机构|公司|平台|团体|武装)")  # “远山队”这个组织
# 云州市公安局通过官方微信公众号“平安云州”（通报）
_BY_ITS_ACCOUNT = re.compile(
    r"(?P<who>[^，。；：“”的]{2,24}?)(?:通过|在)(?:其)?官方?(?:微信)?(?:公众号|微博|微信|账号|网站|抖音号?)(?:“[^“”]+”)?(?:上)?$"
)
_AS_IN = re.compile(r"又?如(?=《)")  # 如《易经》记载
_COMES_FROM = re.compile(r"来自(?=[一某多几][位名个])")  # 来自一个朋友（说）
_LINKED = re.compile(r">>[^、，。]{0,12}、")  # >> 查看详情2、林远（称）: what a list of links leaves
_GLOSSED = re.compile(r"（[A-Za-z .'’-]+）(?:博士|教授|先生|女士|医生|律师)$")  # 安东·贝尔金（Anton Belkin）博士
BENEATH = re.compile(
    r"[^，。；：的]{2,12}(?:下属|旗下|下辖)(?:的)?(?:机构|部门|企业|品牌|子公司|公司|平台|媒体|单位)(?P<name>[\u4e00-\u9fffA-Za-z][^，。；：的]{2,})"
)  # 北国国防部下属机构远山合作局
_SELF_STYLED = re.compile(
    r"(?:一个)?自称(?:为|是)?“(?P<name>[^“”]{2,14})”的[^，。；：的]{0,6}(?:团体|组织|团队|机构|群体|武装|小组)"
)
_LANDS_OWN = re.compile(r"^[\u4e00-\u9fff]{2,4}(?=《[^《》]+》$)")  # 北国《远山邮报》
_IN_THE_TEXT = re.compile(r"(?:文|信|函|帖|贴文|网帖|博文|推文|公告|声明|通报|视频|信件|公开信)[中内里]")  # 文中称


def classified(plain: str, start: int, end: int) -> Subject | None:
    """What the noun phrase of a span names; None where it is none."""
    start += plain.startswith("的", start) and end - start > 2  # the 的 of what was read as an adverb
    words = plain[start:end]
    if led := _AS_IN.match(words) or _LINKED.match(words) or _COMES_FROM.match(words):
        return classified(plain, start + led.end(), end)
    if words[:1] in _OF_A_VERB or (len(words) == 2 and words[1] in "了过着个"):
        return None  # 公开了恋情，向外界透露: what was read of a verb; 写了, 发个
    if (
        not words
        or (len(words) > _LONGEST and len(_INNER_GLOSS.sub("", words)) > _LONGEST)
        or ("“" in words) != ("”" in words)
    ):
        return None
    if words[0] == "【" and "】" in words[:-1]:
        return classified(plain, start + words.index("】") + 1, end)  # 【远山网报道】云州市政府
    if glossed := _GLOSSED.search(words):
        return classified(plain, start, start + glossed.start())
    words = _PUT_FORTH.sub("", _BRACKETS.sub("", words).strip())
    end = min(end, start + len(words)) if words and plain.startswith(words, start) else end
    if somebody := _SOMEBODY_AFTER.search(words):
        start, words = start + somebody.start(), words[somebody.start() :]
    if _NOBODY.match(words) or _DEED.match(words) or _WE_ASKED.match(words):
        return None
    if words in _FIRMS_BY_THEIR_GOODS:
        return Subject(start, end, Sort.BODY, words)
    if _HIS.match(words) or _FATED.match(words):
        return Subject(start, end, Sort.ROLE, words)
    if pronoun := _HE.match(words):
        return Subject(start, start + pronoun.end(), Sort.PRONOUN, pronoun.group())
    if called := _KIND_BEHIND.fullmatch(words):
        return Subject(start + 1, start + 1 + len(called["name"]), Sort.BODY, called["name"])
    if words[0] == "“" and words[-1] == "”" and 4 <= len(words) <= 18 and "“" not in words[1:]:
        return classified(plain, start + 1, start + len(words) - 1)  # “玉渊谭天”
    if called := _SELF_STYLED.fullmatch(words):
        return Subject(start + called.start("name"), start + called.end("name"), Sort.BODY, called["name"])
    if _IN_THE_TEXT.fullmatch(words):
        return Subject(start, end, Sort.PRONOUN, words)
    if PRONOUN.match(words):
        # 该院副主任医师林远 has a name.
        named = titled(words) if words[0] == "该" and len(words) > _POINTED else None
        is_named = named and (not TITLE_END.search(words) or named[0][1:] in COURTESIES)
        if named and is_named and named[1] not in ("该", ""):
            return Subject(start, end, Sort.PERSON, named[0], named[1])
        return Subject(start, end, Sort.PRONOUN, words)
    if _RECORD.match(words) and (paper := PAPER.match(words[1:])):
        return Subject(start + 1, end, Sort.PAPER, words[1:], paper["of"] or None)  # 有监控视频显示
    if drawn := _DREW.fullmatch(words):
        return Subject(end - len(drawn["who"]), end, Sort.ANONYMOUS, drawn["who"], drawn["who"])
    if LEAK.fullmatch(words):
        return Subject(start, end, Sort.ANONYMOUS, words, words)
    if some := _SOME_THINGS.match(words):
        return Subject(start, start + some.end(), Sort.ANONYMOUS, some.group(), some.group())
    if ANONYMOUS.match(words) or SOME.match(words):
        words = _DOES_FIRST.sub("", words)
        return Subject(start, start + len(words), Sort.ANONYMOUS, words, _SOMEBODY.sub("", words))
    if account := _BY_ITS_ACCOUNT.match(words):
        return classified(plain, start, start + account.end("who"))
    if site := OWN_SITE.match(words):
        return Subject(start, start + site.end("body"), Sort.BODY, site["body"])
    if called := KIND_OF_OUTLET.fullmatch(words):
        return Subject(start, end, Sort.OUTLET, called["title"] or called["name"])
    if OUTLET.match(words) and not NOT_OUTLET.search(words):
        return Subject(start, end, Sort.OUTLET, _LANDS_OWN.sub("", _OUTLET_TAIL.sub("", words)) or words)
    if foreign := FOREIGN_OUTLET.fullmatch(words):
        return Subject(start, end, Sort.OUTLET, foreign["name"])
    if (
        (paper := PAPER.match(words))
        and len(paper["head"]) <= 2
        and paper["of"]
        and TITLE.search(paper["of"])
        and (found := titled(words))
        and found[0].endswith(paper["head"])
        and found[0] != paper["head"]
    ):
        return Subject(start, end, Sort.PERSON, *found)  # 局长李文章
    if (paper := PAPER.match(words)) and paper["of"] in _PUTTING:
        return None  # 并留下遗书称: what he did, and not who
    if paper and (on := _ON_A_PLATFORM.search(paper["of"])):
        return classified(plain, start, start + on.start())  # 林远于社交平台留言
    if paper and (put := _PRINTED.search(paper["of"])):
        return classified(plain, start, start + put.start())  # 《人民日报》刊发评论员文章称
    if paper and _DID.search(paper["of"]):
        return None  # 发布了道歉声明: what somebody did
    if paper and paper["of"] and _PUBLISHED.fullmatch(paper["of"]):
        return classified(plain, end - len(paper["head"]), end) if words.endswith(paper["head"]) else None
    if paper:
        # 公开 and 最新 are read as adverbs before a verb; before 资料 they belong to it.
        before = (
            start - 2 if plain[max(0, start - 2) : start] in ("公开", "最新", "官方") and not paper["of"] else start
        )
        return Subject(before, end, Sort.PAPER, plain[before:start] + words, paper["of"] or None)
    return _classified_party(plain, words, start, end)


# 视频引来不少网友留言感叹…
_DREW = re.compile(
    r"[^，。；：的]{0,8}(?:引来|引发|招来|收获)了?(?P<who>(?:不少|众多|许多|大批|大量|一众)?(?:网友|网民|观众|粉丝|读者|评论|留言)(?:们|留言)?)"
)
_SOME_THINGS = re.compile(r"有[的些](?=[还又也都更再])")  # 有的还加一句
LEAK = re.compile(r"(?:此前|早前|最新|相关|有关|网络|网上|多方|的)*(?:爆料|传闻)(?:信息|消息)?")  # 相关爆料
_FIRMS_BY_THEIR_GOODS = frozenset({"西部数据", "甲骨文", "神州数码"})
_PRINTED = re.compile(r"(?<=[》报社网刊台])(?:刊发|发表|刊登|刊载|发布)(?:评论员|署名|的)*$")
_ON_A_PLATFORM = re.compile(r"(?<=..)[于在]社交$")
_PUBLISHED = re.compile(
    r"(?:已?掌握|现有|已有|出版|印发|颁布|发布|公布|发行|编纂|刊印|实施|修订|通过|制定)"
)  # 1999年出版的《云州县志》


def _classified_party(plain: str, words: str, start: int, end: int) -> Subject | None:
    """A person, an office or a body."""
    if plain.startswith("，代表", start - 1) and TITLE_END.search(words) is None and titled(words) is not None:
        return None  # 林远发文，代表总统何青宣布…: in whose name, and not who
    if beneath := BENEATH.fullmatch(words):
        return classified(plain, start + beneath.start("name"), end)
    if (gap := words.rfind(" ")) >= _POINTED and words[gap - 1] >= "\u4e00" and words[gap + 1 :] >= "\u4e00":
        behind = classified(plain, end - len(words) + gap + 1, end)
        if behind and (behind.sort is Sort.OUTLET or (behind.sort is Sort.PERSON and len(behind.role or "") > 4)):
            return behind  # 支持者庆祝 远山社（称）
    if called := _CALLED.fullmatch(words) or _HANDLE.search(words) or _OTHER_HANDLE.search(words):
        return Subject(start + called.start(), end, Sort.PERSON, called["name"].strip(), called["role"])
    if latin := _KIND_LATIN.fullmatch(words):
        return Subject(start + latin.start("name"), end, Sort.BODY, latin["name"])
    if kind := of_a_kind(words):
        return Subject(end - len(kind["name"]), end, Sort.BODY, kind["name"])
    rest = words.partition("之一")[2] if "之一" in words[2:-2] and words == plain[start:end] else ""
    if rest and rest[0] != "、" and not TITLE.match(rest):
        return classified(plain, end - len(rest), end)  # 邦交国之一北国
    met = _WITH_ANOTHER.match(words)
    if met and is_name(met["who"]) and rjieba.tag(words[met.end() :], False)[0][1] == "ns":
        return Subject(start, start + len(met["who"]), Sort.PERSON, met["who"])  # 林远同北国外长何青（通电话时说）
    if (others := _AND_OTHERS.search(words)) and (found := titled(words[: others.start()])) and "、" in found[0]:
        return Subject(start, end, Sort.PERSON, found[0])  # 教授林远、主任何青等学者
    if found := titled(_INNER_GLOSS.sub("", words)):
        role = _COUNTED_BEFORE.sub("", _AGED.sub("", _with_gloss(found[1], words))).removesuffix("的")
        if role[:1] in _OF_A_VERB:
            role = role.rpartition("的")[2]  # 特地邀请了朋友同来的听众林远
        return Subject(start, end, Sort.PERSON, found[0], None if not role or _is_place(role) else role)
    if (tail := _BEHIND_QUOTED.search(words)) and all(
        tag in ("ns", "nr", "nrt", "nz") for _, tag in rjieba.tag(tail["name"])
    ):
        return classified(plain, end - len(tail["name"]), end)  # 经济“领头羊”云州, 舞友“官兔”林远
    if (one := _ONE_BEHIND.search(words)) and "的" not in words[one.start() :]:
        return classified(plain, end - len(words) + one.start(), end)  # 公司内景一位业务总监（告诉）
    if (one := _ONE_OF.match(words)) and plain.startswith(("把", "被", "将"), start + one.end()):
        return Subject(start, start + one.end(), Sort.ROLE, words[: one.end()])  # 其中一位把外套放下，说…
    if _ONE_OF.match(words) and len(words) > 3:
        return Subject(start, end, Sort.ROLE, words)
    if _SHARE.fullmatch(words) or _BARE_SHARE.fullmatch(words):
        return Subject(start, end, Sort.ANONYMOUS, words, words)
    if some := _SOME_OF.match(words):
        words = _DOES_FIRST.sub("", words)
        return Subject(start, start + len(words), Sort.ANONYMOUS, words, words[some.end() :])
    if "的目的" in words:
        return None  # 该片的目的: what something is for
    if (reporter := _REPORTER_DOES.match(words)) and _is_doing(words[reporter.end() :]):
        return Subject(start, start + reporter.end(), Sort.ANONYMOUS, reporter.group(), "记者")  # 记者拆解（发现）
    if _BESIDE.fullmatch(words):
        return Subject(start, end, Sort.ROLE, words)
    at = words.rfind("的")
    if at > 0 and not words.startswith("目的", at - 1) and not TITLE.search(words[at:]):
        if _SHARE_OF.fullmatch(words[:at]):
            return Subject(start, end, Sort.ANONYMOUS, words, words)
        if _WITHIN_A_BODY.fullmatch(words[at + 1 :]) and _is_named(words[:at]):
            return Subject(start, end, Sort.BODY, words)  # 远山公司的管理层
        return None if _DID.match(words[:at]) else classified(plain, start + at + 1, end)
    name = plain_name(words)
    is_rare = (
        (len(name) == 3 or (len(name) == 2 and name[0] in _COMMON_SURNAMES))
        and may_name(name, is_rare=True)
        and not SIDE.search(name)
    )
    if (is_name(name) or is_rare) and not _COMMON.fullmatch(name):
        return Subject(start, end, Sort.PERSON, name)
    if head := _without_manner(name):
        return Subject(start, start + len(head), Sort.PERSON, head)
    if (at := words.find("向", 3)) > 0 and (found := titled(words[:at])):
        return Subject(start, start + at, Sort.PERSON, *found)  # 总统林远向何青主席（发来唁电）
    if TITLE_END.search(words.removesuffix("们")):
        if (_UPON.match(words) or _DID.search(words)) and "的" not in words:
            return None  # 令执法人员（担心）, 指责司机
        after = words.rfind("是") + 1  # 起因是孩子的生母和继父
        if after > 2 and TITLE_END.search(words[: after - 1]):
            return Subject(start, start + after - 1, Sort.ROLE, words[: after - 1])  # 乘务员是个小哥
        return Subject(start + after, end, Sort.ROLE, words[after:])
    if (
        len(words) < 2
        or (len(words) > len("长和") and words[-1] in "和与及")
        or (_NO_BODY.search(words) and not _is_whole_word(words))
        or _is_act(words)
    ):
        return None
    if (turned := _TURNED_TO.match(words)) and BODY_TAIL.search(words[turned.end() :]):
        return None  # 咨询远山集团，（对方律师说）
    if _ASKING.search(words) or _DID.search(words) or _is_common(words) or _is_quality(words):
        return None
    if (side := _ITS_OFFICIALS.fullmatch(words)) and not _is_place(side["who"]):
        return Subject(start, start + len(side["who"]), Sort.BODY, side["who"])  # 远山汽车官方
    size = _pared(words)
    if size == 0:
        return None
    if size < len(words):
        return classified(plain, start, start + size)
    body = words.removesuffix("方面")
    is_whole = body == words or (len(body) > _SHORT_BODY and BODY_TAIL_END.search(body))
    return Subject(start, end, Sort.BODY, body if is_whole else words)  # 远山市能源局方面


_WITHIN_A_BODY = re.compile(r"(?:高级|核心)?(?:管理层|领导层|高层|董事会|团队|律师团队|研发团队|法务)")


def _is_named(words: str) -> bool:
    """特斯拉, 远山公司: a name and nothing else."""
    return 2 <= len(words) <= 10 and all(tag in PROPER_NOUNS or tag[:1] == "n" for _, tag in rjieba.tag(words, False))


_SHORT_BODY = 3  # characters: 学校方面 is no name
_ITS_OFFICIALS = re.compile(r"(?P<who>[^的]{2,13}[^的\s]) ?官方")
# 超过半数的开发者, 约33%的受访者
_BARE_SHARE = re.compile(r"[约近超]?\d[\d.]*\s?%")  # 其中 65.3%（表示）
_SHARE_OF = re.compile(
    r"(?:约有?|近|超过?|逾|有|大约|将近|[仅只还]有?)?(?:\d[\d.]*\s?%|过?半数|[大绝]?多数|[一二两三四五六七八九十]成|一半)(?:以上|左右)?"
)
_REPORTER_DOES = re.compile(r"本?[报网台刊社]?记者(?=..)")
_WITH_ANOTHER = re.compile(r"(?P<who>[\u4e00-\u9fff]{2,3})同(?=[\u4e00-\u9fff]{4})")
_AND_OTHERS = re.compile(r"等(?:多位|多名|几位|[一二两三四五六七八九十\d]+[位名])?[\u4e00-\u9fff]{2,6}$")
_BESIDE = re.compile(
    r"[^的]{2,10}(?:身边|周围|[办局委部厅处所]|公司|社区|医院|学校|物业|街道|村里|镇上|县里|工地)的人士?"
)  # 林远身边的人
_TURNED_TO = re.compile(
    r"(?:咨询|联系|致电|询问|采访|起诉|状告|投诉|举报)(?=..)(?!公司|机构|平台|中心|服务|热线|部|处|委|站)"
)


def _with_gloss(role: str, words: str) -> str:
    """A role as it is written, with what a bracket adds in it."""
    if not role or role in words or not _INNER_GLOSS.search(words):
        return role
    return words[words.find(role[:2]) : words.rfind(role[-2:]) + 2]


_INNER_GLOSS = re.compile(
    rf"(?<=.)（(?:[A-Za-z .,'’&-]+|[\u4e00-\u9fff]{{0,6}}(?:{TITLE.pattern}))）(?=.)"
)  # 远山研究所（Far Hill Institute）研究员林远
_OF_A_VERB = ("了", "过", "着")
_COUNTED_BEFORE = re.compile(
    r"^[\u4e00-\u9fff]{1,6}\d+[种头个项家条尾只](?=.{4})"
)  # 增加25种中期评估专家组组长: a heading run in
_AGED = re.compile(r"^(?:年仅|现年)?\d{1,3}岁的?|^(?:女士|先生|小姐)$")  # no office
_UPON = re.compile(
    r"劝|叮嘱|告诫|鼓励|回怼|(?:此事|此举)?引[发起]了?|如(?![皋意新是东])|被(?!害|告|访|困|打)|[令使让叫派]|看[到见]|指责|估计|假如|假使|倘若|要是|如果|记得|组织|细看|坐实|宁可|听[到说]|发现|认识|帮助|迫使|阻止|避免|防止|安排|通知|感谢|保护|照顾|安抚|攻击|批评|抨击|质疑|嘲讽|导致|造成|[^，。]{1,4}地向"
)
# So many bear them that two characters are enough: 李玟.
_COMMON_SURNAMES = frozenset(
    "王李张刘陈杨赵吴周徐孙朱胡郭林罗郑梁谢宋唐许韩冯邓曹彭曾萧董袁潘蒋蔡杜苏魏吕沈姚卢崔谭汪范廖贾邹熊邱薛"
)


_HANDLE = re.compile(
    r"(?P<role>博主|网友|用户|大V|爆料人|作者|粉丝|主播|[\u4e00-\u9fff]{2,4}(?:员工|工程师|负责人))\s?@(?P<name>[^\s，。：“”@]{2,20}(?: [A-Z][\w.]*)*)\s*$"
)
# 市场研究公司 Sensor Tower, 《远山》开发商 Far Hill
_KIND_LATIN = re.compile(
    r"(?:主办方|承办方|主办单位|[\u4e00-\u9fff《》“”·]{1,16}(?:公司|企业|机构|开发商|发行商|厂商|制造商|供应商|运营商|服务商|平台|品牌|巨头|工作室|团队|组织|协会|实验室))"
    r" ?(?P<name>[A-Z][A-Za-z0-9.&'+-]*(?: [A-Za-z0-9.&'+-]+){0,4})"
)
# 南国汽车制造商金龙汽车, 地产公司仲量联行: what kind of firm it is, and its name.
_KIND_HAN = re.compile(
    rf"[\u4e00-\u9fffA-Za-z0-9 ]{{2,12}}?(?:制造商|开发商|运营商|供应商|零售商|服务商|承包商|发行商|厂商|巨头|(?:{TRADE_OF_FIRM})(?:公司|企业)|(?:决策|监管|评级|市场研究|研究|调查|咨询|投资|数据|情报|分析)机构)(?P<name>[\u4e00-\u9fff]{{2,12}})"
)


def of_a_kind(words: str) -> re.Match[str] | None:
    """A firm behind what kind it is, its `name`."""
    kind = _KIND_HAN.fullmatch(words)
    return kind if kind and _is_firms_name(kind["name"]) else None


def _is_firms_name(words: str) -> bool:
    """仲量联行, 金龙汽车: no office, no part of a firm, and no word for anybody."""
    tags = rjieba.tag(words, False)
    is_word = len(tags) == 1 and tags[0][1] not in PROPER_NOUNS and words not in _BRANDS
    is_one = (
        not TITLE.search(words)
        and words[0] not in "和与及的等旗们"
        and all(tag[:1] in "njxbvamqzgi" for _, tag in tags)
    )
    return is_one and not is_word and not _INSIDE_A_FIRM.search(words)


_INSIDE_A_FIRM = re.compile(
    r"(?:方面|部门?|分公司|子公司|董事会|人士|高管|内部|客服|门店|总部|官网|员工)$|^(?:内部|总部|分|子|旗下)"
)
_OTHER_HANDLE = re.compile(r"^(?P<role>[\u4e00-\u9fffA-Za-z]{2,12}) @(?P<name>[^\s，。：“”@]{2,20})\s*$")
# 当事女子“云间鹤”: what somebody calls himself.
_CALLED = re.compile(
    r"(?P<role>[^“”，。]{0,12}(?:[女男]子|网友|网民|博主|用户|主播|歌手|女星|男星|作者|答主|UP主|up主|网红|粉丝|画家|诗人|律师|医生|老师|教师|专家|作家|导演|演员|媒体人|评论员))“(?P<name>[^“”，。]{2,14})”"
)


def _is_whole_word(words: str) -> bool:
    """像素工厂, 中国证监会, 土耳其: what looks like a particle opens or ends a longer noun."""
    if "我" in words.removeprefix("我方") or "你" in words or _NO_WORD.match(words):
        return False
    if _FIRMS.match(words):
        return True
    tags = rjieba.tag(words)
    (first, head), (last, tail) = tags[0], tags[-1]
    opens = _PARTICLE.match(words)
    ends = words[-1] in _AT_END
    return (
        (opens is None or (len(first) > 1 and head[:1] in "nj"))
        and (not ends or (len(last) > 1 and tail[:1] in "nj"))
        and bool(opens or ends)
    )


_AT_END = frozenset("会能真是很于和也要可的应了着过其给把被虽但并而自且让使将")
_PARTICLE = re.compile(r"[是有像会能要或并看让使令被请别这那按很用愿]")
_NO_WORD = re.compile(_NO_NOUN)
# Firms whose names the dictionary takes apart.
_FIRMS = re.compile(
    r"拼多多|饿了么|去哪儿|加多宝|知乎|可口可乐|百事可乐|跟谁学|看准网|能链|得物|要客|追觅|那英|货拉拉|做梦|长和"
)


def _without_manner(words: str) -> str | None:
    """林远不以为然（表示）, 何青霸气（回应）: a name, and how he said it."""
    if not 4 <= len(words) <= 7:
        return None
    word, tag = rjieba.tag(words, False)[-1]
    head = words[: -len(word)]
    is_manner = len(word) > 1 and tag in ("a", "ad", "an", "z", "i", "d")
    return head if is_manner and len(head) > 1 and is_name(head) and not SIDE.search(words) else None


def _is_place(role: str) -> bool:
    """四川成都的何先生: where somebody is from is no role of his."""
    return all(tag == "ns" for _, tag in rjieba.tag(role.rstrip("的"), False))


# Brands that the dictionary takes for verbs, and nouns that open with one.
_BRANDS = frozenset(
    "微软 光明 美的 大众 奔驰 奔腾 捷豹 传音 追觅 安踏 创维 转转 盒马 携程 领英 搜狗 起亚 讴歌 联想 通用 保利 招商 探探 引望 统一 领克 融创 中联 快手 分众 保时捷 走访 有关 苹果 小米 亚马逊 甲骨文 荣耀 蔚来 理想 小鹏 极氪 岚图 零跑 哪吒 美团 京东 抖音 微信 五粮液 茅台 海底捞 世界先进 喜茶 瑞幸 星巴克 麦当劳 肯德基 大疆 商汤 旷视 云从 智谱 三星 索尼 松下 佳能 长城 长安 吉利 奇瑞 红旗 东风 福特 宝马 现代 大疆 万科 恒大 碧桂园 融信 平安 招行 工行 农行 建行 中行 茶颜悦色 钉钉 飞书 豆瓣 微博 陌陌 虎扑 作业帮 猿辅导 学大 蔚蓝 天猫 淘宝 闲鱼 当当 唯品会 苏宁 国美 格力 海尔 海信 长虹 老干妈 王老吉 康师傅 统一 蒙牛 伊利 农夫山泉 娃哈哈 元气森林 百度 网易 滴滴 浪潮 马蜂窝 芒果 猫眼 如家 宁德时代 波音 地平线 标致 大和 绿地 亿纬锂能 紫金 鞍钢 首钢 圆通 菜鸟 斗鱼 暴雪 育碧 大陆".split()
)
SIDE = re.compile(
    rf"(?:{BODY_TAIL.pattern}|部门|机关|办公室|领导|[方队社市县区省州国镇村台网站校厂店组层会部界员者人家团士师长手生民官面宾客友众商媒户])$"
)


# What opens a phrase that hangs on something else: 对法院, 让投资者, 如用户.
_HANGING = frozenset(
    "对 对于 让 谓 经 经向 需 可 应 应该 如 如果 把 被 将 为 为了 因 因为 正因为 由 于 至 靠 像 替 凭 给 令 使 叫 包括 还是 不 以 随 随着 后 深深 强行 充实 落实 不仅 曾".split()
)
# 以外交部, 以军: Israel, and no preposition.
_ISRAEL = re.compile(r"以(?:军|方|外交|国防|总理|政府|媒|警|情报|官|总统|议会)")
# A preposition in the middle of a phrase ends it: 超市就暂停营业一事, 作者基于多年经验.
_CUTTING = frozenset("在 就 因 由 把 被 将 让 为了 基于 作为 通过 根据 按照 随 随着 关于 针对 自 据此 以便 请".split())
# 银行成为首批: a clause, and no name.
_ABSTRACT = re.compile(
    r"(?:信心|转变|经验|目标|水平|能力|价值|产值|趋势|形势|情况|问题|需求|成本|价格|收入|利润|规模|比例|速度|质量|结构|关系|条件|方式|模式|机制|制度|过程|阶段|时代|作用|影响|意义|原因|"
    r"效果|成果|成绩|压力|潜力|优势|特点|风险|机会|机遇|挑战|方向|情绪|心态|气氛|氛围|印象|形象|行情|走势|涨幅|跌幅|增速|此举|此行|此番|冲突|战争|事件|事故|事情|时间|日期|地点|心情|想法|理由|"
    r"行为|做法|举动|举措|措施|动作|现象|变化|状态|状况|危机|矛盾|分歧|争议|进程|进展|工作|业绩|产量|销量|股价|身份|年龄|身体|人生|惋惜|心痛|悲痛|遗憾|愤怒|故事|作品|场景|画质|动机|目的|愿望|梦想|责任|权利|义务|自由|安全|会上|会中|成效|维度)$"
)
_BEING = frozenset("是 却是 则是 正是 成为 显得 来自 意在 属于 等于 导致 造成 有权 不是 就是 即是".split())
_GOING = frozenset(
    "办案 早 多方 片面 续 接着 应询 受询 轻声 陆续 联合 综合 接连 联手 连发 继而 插话 追问 当即 随即 甫 也 同样 审理".split()
)
_MODAL = frozenset(
    "不 未 没有 尚未 不再 从来不 从未 不会 没 并未 不能 可以 可 能 会 应该 必须 需 需要 显得 觉得 来自 意在 有权 是 为 有 设 进 不可 不仅 依旧 仍旧 不时 决定 维持 执政 尚 难以 无法 暗示 生成 收集 出现".split()
)


def _pared(words: str) -> int:
    """How much of a phrase names a body: without adverbs at its end, and nothing where it tells what the body does."""
    if words in _BRANDS:
        return len(words)
    if _ABSTRACT.search(words):
        return 0
    if len(words) < 4 or "“" in words or "《" in words:
        return len(words)
    kept: list[tuple[str, str]] = []
    size = 0
    tags = rjieba.tag(words, False)
    is_side = SIDE.search(words) is not None
    for number, (word, tag) in enumerate(tags):
        # 斯塔默甫抵北京: what transliterates is the name, and then he does something.
        if (
            size >= 3
            and not is_side
            and tag in ("d", "v", "zg", "p")
            and set(words[:size]) <= TRANSLITERATED
            and number < len(tags) - 1
            and not set(word) <= TRANSLITERATED
        ):
            return size
        if size >= 2 and word in _BEING:
            return 0
        if size >= 2 and (word in _CUTTING or tag in ("ul", "uz", "ug")):
            return 0 if tag[0] == "u" else size
        if size >= 2 and kept[-1][1][:1] in "njr" and not is_side and _tells(word, tag, tags[number + 1 :]):
            return size
        kept.append((word, tag))
        size += len(word)
    while len(kept) > 1 and ((kept[-1][1] == "d" and len(kept[-1][0]) > 1) or kept[-1][0] in _GOING):
        word, _ = kept.pop()
        if word in _MODAL:
            return 0
        size -= len(word)
    return 0 if kept[-1][0] in _MODAL or size < 2 else len(words[:size].rstrip())


# Verbs that stand within the names of bodies.
_IN_NAMES = frozenset(
    "运营 经营 发展 改革 管理 监督 建设 保护 教育 研究 运输 投资 控股 设计 规划 开发 服务 检验 应急 救援 防御 调查 联合 合作 交流 传播 出版 发行 制造 生产 加工 销售 贸易 保险 信托 租赁 结算 登记 治疗 护理 培训 评估 审计 统计 执法 防控 控制 航行 组织 显示 互联 解放 搜索 独立 追踪 下属 相关 执政 沟通 派别 点评 办公 公开 打印 发布 看法 支持 分享 转让 烧烤 就业 招生 出行".split()
)


def _tells(word: str, tag: str, behind: list[tuple[str, str]]) -> bool:
    """警方到达现场, 广药集团乘胜追击: what somebody did is no part of his name."""
    if len(word) < 2 or word in _IN_NAMES or word in _MODAL or tag not in ("v", "i", "l", "z", "ad"):
        return False
    rest = "".join(one for one, _ in behind)
    return (
        (tag != "v" or bool(behind))
        and not BODY_TAIL.search(word + rest)
        and not any(one in _TRADES for one, _ in behind)
    )


_TRADES = frozenset(
    "厂商 公司 企业 巨头 品牌 机构 平台 集团 服务商 运营商 供应商 开发商 制造商 组织 团体 团队 工作室".split()
)
_ASKING = re.compile(r"如何|怎么|是否|为何|为什么|(?<=.)不(?:[要能会再]|得(?!不))(?=.)")
_DID = re.compile(r"[\u4e00-\u9fff]+(?<!饿)(?<!为)了(?![解么])[\u4e00-\u9fff]")  # 排除了酒驾: told of somebody
# 淤泥, 婚姻, 热情: one common noun that is no kind of body.
_A_BODY = re.compile(
    rf"(?:{BODY_TAIL.pattern}|平台|品牌|团队|舆论|外界|市场|企业|车企|房企|央企|国企|民企|药企|[司行府军党帮圈层]|巨头|当局|阵营|势力|王室|皇室|家族|部落|双方|多方|片方|乐队|家庭|乐园|媒体|公众|社会|受众|读者|车队|剧组|人群|群众|会议|论坛|峰会|节目|栏目|片方|部队|舰队|教会|警力|内阁|王国|民族|世界|国际|全球|华人|领导|教廷|法庭|产业|行业|机关|工作室|办公室|原告|被告|绑匪|嫌犯|劫匪|凶手|歹徒|骗子|[们厂行女妇孩娘嫂婶爷奶哥姐弟妹伯叔姨舅童伴侣婿媳娃妈爸徒犯匪兵将帅王帝僧尼翁])$"
)


def _is_common(words: str) -> bool:
    tags = rjieba.tag(words, False)
    return (
        len(tags) == 1
        and tags[0][1] in ("n", "s", "t", "f", "d", "ad", "a", "an", "v", "vn", "vd", "i", "l", "m", "q", "r", "b", "z")
        and not SIDE.search(words)
        and not _A_BODY.search(words)
        and words not in _BRANDS
        and not set(words) <= TRANSLITERATED
    )


def _is_object(tags: list[tuple[str, str]]) -> bool:
    """Whether what stands behind a verb of one character is a word: the names of firms fall into characters (飞常准)."""
    return bool(tags) and (len(tags[0][0]) > 1 or tags[0][1][:1] in "ru") and tags[0][1] not in ("ns", "nr", "nz", "nt")


def _is_quality(words: str) -> bool:
    """措辞强硬, 神情严肃: how something was, and nobody."""
    tags = rjieba.tag(words, False) if len(words) < _RUN_IN else []
    is_said_of = 2 <= len(tags) <= 3 and tags[-1][1] in ("a", "z", "i") and all(tag == "n" for _, tag in tags[:-1])
    return is_said_of and min(len(word) for word, _ in tags) > 1 and not SIDE.search(words)


_FEELING = re.compile(r"(?:钦佩|赞赏|衷心|由衷|深深|热烈|强烈|高度|充分|坚决)(?=.{3})")


def _is_act(words: str) -> bool:
    """旨在, 重新, 公布监控画面: what opens with a verb or an adverb and does not end as bodies do names nobody."""
    if (len(words) <= 3 and may_name(words) and words not in _HANGING) or _FIRMS.match(words) or _ISRAEL.match(words):
        return False
    tags = rjieba.tag(words, False)
    word, tag = tags[0]
    if len(tags) == 1 and tag in ("a", "ad", "an", "d", "z") and not (word in _BRANDS or set(word) <= TRANSLITERATED):
        return True  # 真诚, 简单: how, and not who
    if word in _HANGING and not _ISRAEL.match(words) and not may_name(words, is_rare=True):
        return True
    if len(tags) > 2 and tags[1][0] in _TRADES:
        return False  # 闪存厂商铠侠, 投资机构远山
    if len(tags) > 1 and len(word) > 1 and tag == "v" and tags[-1][1] in ("ns", "nr") and word not in _BRANDS:
        return True  # 谴责美国
    if (len(tags) > 2 and tag == "d" and tags[1][1] == "v") or _FEELING.match(words):
        return True  # 衷心感谢中国
    is_foreign = set(words) <= TRANSLITERATED
    if len(word) == 1 and len(words) <= 6 and not is_foreign and tag in ("v", "d", "p", "c") and _is_object(tags[1:]):
        return True  # 睁大眼, 发信息, 给他发
    if len(tags) > 2 and tag == "v" and tags[1][0] in ("其他", "别人", "自己", "他人"):
        return True  # 观望其他用户
    if SIDE.search(words):
        return False
    if len(word) == 1 and tag == "v" and len(tags) > 1 and tags[1][1][:1] in "mu":
        return True  # 缺两颗门牙
    return word not in _BRANDS and tag[:1] in "vdpci" and (len(word) > 1 or word in "是使令让被将把")


def interviewer(plain: str, start: int, stop: int) -> str | None:
    """Whose interview the words before a cue tell of: 林远接受远山社采访时，否认…"""
    return _hearer(_INTERVIEW.search(plain, start, stop) or _SENT_TO.search(plain, start, stop))


def _hearer(found: re.Match[str] | None) -> str | None:
    """Who is named in words that tell who heard it; None where it is nobody."""
    who = re.sub(r"^(?:了|采访)|(?:时|独家)$", "", found["who"]) if found else ""
    return None if not who or _NOT_HEARER.search(who) or _NOT_IN_HEARER.search(who) else who


def _addressee(reading: Reading, rest: str, hit: Hit) -> str | None:
    if hit.cue.stance is Stance.TELL:
        if hearer := HEARER.match(reading.plain, hit.end):
            return re.sub(r"[说称]$", "", hearer.group())
        mark = re.compile(r"[，：“。！？\n]").search(reading.plain, hit.end, hit.end + 24)
        who = re.sub(r"[说称]$", "", reading.plain[hit.end : mark.start()].strip()) if mark else ""
        return who if who and can_hear(hit.cue.word, who) else None
    rest = re.sub(rf"(?:{_ADVERB}|{TIME})+$", "", rest)
    return _hearer(_INTERVIEW.search(rest) or _LETTER.search(rest) or _TALK.search(rest) or _ADDRESSEE.search(rest))
