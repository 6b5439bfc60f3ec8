"""The words that report speech, each with its stance and an example.

A row is all that it takes to add a cue. `Form.FREE` takes its content with or without a mark after it
(他表示将参加), `Form.MARK` only before a comma, colon or quotation mark (他介绍，…), because without one it
takes an object (介绍情况). A tail such as 称 or 说 (回应称, 补充说) makes any cue free.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from suyuan.statements.zones import Reading


class Stance(StrEnum):
    """What reporting with a cue commits to."""

    SAY = "say"
    THINK = "think"
    TELL = "tell"  # the hearer stands between cue and content
    DENY = "deny"
    ADMIT = "admit"
    ASK = "ask"
    WISH = "wish"
    ORDER = "order"
    GUESS = "guess"
    FIND = "find"
    SHOW = "show"  # a document, a recording or figures say it
    REPORT = "report"  # an outlet says it
    HEAR = "hear"  # 据悉, 获悉
    WITNESS = "witness"  # the reporter or a bystander saw it


class Form(StrEnum):
    """Where a cue's content may stand."""

    FREE = "free"
    MARK = "mark"


@dataclass(frozen=True, slots=True)
class Cue:
    """One reporting word, how it is used, and a sentence in which it reports."""

    word: str
    stance: Stance
    form: Form
    example: str


_F, _M = Form.FREE, Form.MARK
_S = Stance

CUES: tuple[Cue, ...] = (
    # ── saying ──
    Cue("表示", _S.SAY, _F, "云州市民政局局长林远表示，救助金已经发放。"),
    Cue("称", _S.SAY, _F, "云州警方称，三人已被带走调查。"),
    Cue("说", _S.SAY, _F, "林远说，水位仍在上涨。"),
    Cue("指出", _S.SAY, _F, "林远指出，堤坝存在隐患。"),
    Cue("强调", _S.SAY, _F, "林远强调，安全是第一位的。"),
    Cue("透露", _S.SAY, _F, "林远透露，新桥将于明年通车。"),
    Cue("提到", _S.SAY, _F, "林远提到，去年也有类似情况。"),
    Cue("谈到", _S.SAY, _M, "林远谈到，企业的困难不小。"),
    Cue("说道", _S.SAY, _F, "林远说道：“我们一定赔偿。”"),
    Cue("介绍", _S.SAY, _M, "林远介绍，医院新增了两百张床位。"),
    Cue("补充", _S.SAY, _M, "林远补充，名单下周公布。"),
    Cue("回应", _S.SAY, _M, "云州地铁回应：“故障已经排除。”"),
    Cue("回复", _S.SAY, _M, "客服回复，退款三天内到账。"),
    Cue("答复", _S.SAY, _M, "云州市教育局答复，学位足够。"),
    Cue("回复是", _S.SAY, _F, "客服给出的回复是“无法退款”。"),
    Cue("回应是", _S.SAY, _F, "公司的回应是“正在核实”。"),
    Cue("答复是", _S.SAY, _F, "校方的答复是，学位已满。"),
    Cue("解释是", _S.SAY, _F, "公司的解释是，系统出了故障。"),
    Cue("说法是", _S.SAY, _F, "警方的说法是，现场没有监控。"),
    Cue("解释", _S.SAY, _M, "林远解释，延误是因为大雾。"),
    Cue("坦言", _S.SAY, _F, "林远坦言，压力很大。"),
    Cue("直言", _S.SAY, _F, "林远直言，这个价格不合理。"),
    Cue("声称", _S.SAY, _F, "该男子声称，自己并不知情。"),
    Cue("宣称", _S.SAY, _F, "该组织宣称，对袭击负责。"),
    Cue("声言", _S.SAY, _F, "该组织声言，还会有更多行动。"),
    Cue("扬言", _S.SAY, _F, "该男子扬言，要报复店主。"),
    Cue("自称", _S.SAY, _F, "该男子自称是公司的经理。"),
    Cue("宣布", _S.SAY, _F, "云州铁路宣布，明日恢复通车。"),
    Cue("公布", _S.SAY, _M, "云州市卫健委公布，新增两例病例。"),
    Cue("披露", _S.SAY, _F, "公司披露，第三季度亏损两亿元。"),
    Cue("通报", _S.SAY, _M, "云州警方通报，嫌疑人已经归案。"),
    Cue("公告", _S.SAY, _M, "远山科技公告，董事长辞职。"),
    Cue("报料", _S.SAY, _M, "网友报料，天上掉下火球。"),
    Cue("声明", _S.SAY, _M, "云州大学声明，学校从未开设该课程。"),
    Cue("重申", _S.SAY, _F, "林远重申，政策不会改变。"),
    Cue("申明", _S.SAY, _F, "林远申明，此事与公司无关。"),
    Cue("阐明", _S.SAY, _M, "林远阐明，这是一项长期工作。"),
    Cue("表明", _S.SAY, _M, "林远表明，谈判的大门是敞开的。"),
    Cue("表态", _S.SAY, _M, "林远表态：“一查到底。”"),
    Cue("写道", _S.SAY, _F, "林远在微博写道：“再见。”"),
    Cue("留言", _S.SAY, _M, "林远留言：“一路走好。”"),
    Cue("发文", _S.SAY, _M, "林远发文：“感谢大家。”"),
    Cue("喊话", _S.SAY, _M, "林远喊话：“快回来吧。”"),
    Cue("反驳", _S.SAY, _M, "林远反驳：“这不是事实。”"),
    Cue("回忆", _S.SAY, _M, "林远回忆，当时浓烟很大。"),
    Cue("感慨", _S.SAY, _M, "林远感慨：“时间太快了。”"),
    Cue("感叹", _S.SAY, _M, "林远感叹：“不容易。”"),
    Cue("吐槽", _S.SAY, _M, "林远吐槽：“太贵了。”"),
    Cue("讲述", _S.SAY, _M, "林远讲述，他在水里泡了两小时。"),
    Cue("描述", _S.SAY, _M, "林远描述：“到处是碎玻璃。”"),
    Cue("评论", _S.SAY, _M, "林远评论：“这是好消息。”"),
    Cue("分析", _S.SAY, _M, "林远分析，价格还会回落。"),
    Cue("证实", _S.SAY, _F, "林远证实，两人已经获救。"),
    Cue("确认", _S.SAY, _F, "云州警方确认，死者为男性。"),
    Cue("承诺", _S.SAY, _F, "公司承诺，全额退款。"),
    Cue("保证", _S.SAY, _M, "林远保证，孩子们能按时入学。"),
    Cue("主张", _S.SAY, _F, "林远主张，先修路再建房。"),
    Cue("辩称", _S.SAY, _F, "被告辩称，合同无效。"),
    Cue("诉称", _S.SAY, _F, "原告诉称，货款一直没有付清。"),
    Cue("供述", _S.SAY, _M, "嫌疑人供述，他事先买好了刀。"),
    Cue("交代", _S.SAY, _M, "嫌疑人交代，赃款已经花光。"),
    Cue("反映", _S.SAY, _M, "居民林远反映，楼上漏水已经半年。"),
    Cue("投诉", _S.SAY, _M, "乘客林远投诉，列车没有空调。"),
    Cue("爆料", _S.SAY, _M, "网友爆料，该店使用过期食材。"),
    Cue("抱怨", _S.SAY, _F, "林远抱怨，公交车太少。"),
    # ── telling ──
    Cue("告诉", _S.TELL, _F, "林远告诉远山日报记者，水已经退了。"),
    Cue("告知", _S.TELL, _F, "医院告知家属，手术需要推迟。"),
    # ── thinking ──
    Cue("认为", _S.THINK, _F, "林远认为，房价不会大涨。"),
    Cue("相信", _S.THINK, _F, "林远相信，问题会得到解决。"),
    Cue("看来", _S.THINK, _M, "在林远看来，这并不公平。"),
    Cue("主张", _S.THINK, _F, "林远主张，先易后难。"),
    Cue("担心", _S.THINK, _F, "林远担心，雨会继续下。"),
    Cue("质疑", _S.THINK, _M, "网友质疑，善款去向不明。"),
    # ── guessing ──
    Cue("预计", _S.GUESS, _F, "云州气象台预计，明天有暴雨。"),
    Cue("预测", _S.GUESS, _F, "该机构预测，明年增长百分之五。"),
    Cue("估计", _S.GUESS, _F, "林远估计，损失超过百万元。"),
    Cue("推测", _S.GUESS, _F, "林远推测，起火点在厨房。"),
    Cue("猜测", _S.GUESS, _F, "林远猜测，对方已经离开。"),
    Cue("怀疑", _S.GUESS, _F, "警方怀疑，死者是被人推下楼的。"),
    Cue("推断", _S.GUESS, _F, "专家推断，墓主是一名武将。"),
    # ── denying, admitting ──
    Cue("否认", _S.DENY, _F, "林远否认公司拖欠工资。"),
    Cue("承认", _S.ADMIT, _F, "林远承认，事先没有检查设备。"),
    # ── asking, wishing, ordering ──
    Cue("问道", _S.ASK, _F, "林远问道：“谁来负责？”"),
    Cue("希望", _S.WISH, _F, "林远希望，学校尽快复课。"),
    Cue("呼吁", _S.WISH, _F, "林远呼吁，各方保持克制。"),
    Cue("建议", _S.WISH, _F, "林远建议，游客暂缓前往。"),
    Cue("提议", _S.WISH, _F, "云州队提议，比赛推迟一周。"),
    Cue("号召", _S.WISH, _F, "工会号召工人周一罢工。"),
    Cue("提醒", _S.ORDER, _M, "交警提醒，雨天路滑。"),
    Cue("警告", _S.ORDER, _F, "警方警告，大坝可能决口。"),
    Cue("要求", _S.ORDER, _F, "交易所要求公司三日内说明情况。"),
    Cue("敦促", _S.ORDER, _F, "林远敦促双方停火。"),
    # ── finding ──
    Cue("认定", _S.FIND, _F, "警方认定，死者系自杀。"),
    Cue("发现", _S.FIND, _F, "远山日报记者调查发现，工厂并无执照。"),
    # ── documents and figures ──
    Cue("显示", _S.SHOW, _F, "监控录像显示，两人一同离开。"),
    Cue("统计", _S.SHOW, _M, "据云州交警统计，事故下降一成。"),
    # ── outlets ──
    Cue("报道", _S.REPORT, _M, "据远山日报报道，大桥昨日通车。"),
    Cue("消息", _S.REPORT, _M, "据远山日报消息，大桥昨日通车。"),
    # ── hearsay and witness ──
    Cue("据了解", _S.HEAR, _M, "据了解，大桥全长三公里。"),
    Cue("据介绍", _S.HEAR, _M, "据介绍，大桥全长三公里。"),
    Cue("据报道", _S.HEAR, _M, "据报道，大桥昨日通车。"),
    Cue("据称", _S.HEAR, _M, "据称，两人此前有过争执。"),
    Cue("据传", _S.HEAR, _M, "据传，新桥将收费。"),
    Cue("据透露", _S.HEAR, _M, "据透露，谈判已经结束。"),
    Cue("据悉", _S.HEAR, _M, "据悉，大桥全长三公里。"),
    Cue("获悉", _S.HEAR, _F, "远山日报记者获悉，大桥昨日通车。"),
    Cue("看到", _S.WITNESS, _F, "远山日报记者看到，门口已经拉起警戒线。"),
    Cue("看见", _S.WITNESS, _F, "目击者看见两辆车相撞起火。"),
)


@dataclass(frozen=True, slots=True)
class Hit:
    """A cue found in an article, and where its content may begin."""

    start: int
    end: int
    cue: Cue
    after: int  # past the mark that follows the cue
    mark: str  # that mark: ，：“ or empty


# What turns a cue into its own negation, a noun or another word, looking left and right of it.
_NOT_BEFORE = re.compile(
    r"(?:未|没有|没|拒绝|拒不|不愿|不肯|不想|不予|不便|无法|不能|不会|难以|从未|未曾|并未|尚未|避免|不再|不曾|(?<!特)(?<!分)(?<!个)别|不要|无须|不必|不用|未能|未予|未有|没能|未经)"
    r"(?:再|再次|有|能|对外|公开|正面|具体|明确|详细|进一步|透露|就此|立即|马上|主动|及时|官方|本站|本网|证实)*$"
)
# 将于11日宣布: nothing has been said yet.
_TO_COME = re.compile(r"(?:将|将会|拟|即将|准备|打算|计划|有望|需要?|必须|应当?|可以?|可能会|要|未来|愿|敢|如果|若|一旦)(?:(?:于|在).{1,8})?(?:正式|对外|陆续|公开|统一|择机|再次|及时|主动|初步|按照.{0,6}|依照.{0,6}|依法|向.{1,6})?$")
# 提出建议, 作出承诺: the cue is what is given, not the giving.
_GIVEN = re.compile(r"(?:提出|给出|作出|做出|进行|接受|表达|引发|引起|遭到|受到|收到|听取|征求|发出|寻求|开展|展开|得到|获得|予以|加以|存在|造成|产生)[^，。；]{0,8}$")
# 这种担心完全多余, 该猜测很快证实: here the cue is the subject.
_NAMED = re.compile(r"(?:[这该此那则种个份项些番条]|足够|一定|规定|有理由|寄|能|经常|总是|无端|外界|上述|相关|有关|民事|事先|多余|一纸|一份|所谓)$")
_NOMINAL = ("了", "的", "过", "者", "权", "力")
_PASSIVE = re.compile(r"(?:被|遭|受到?|获)(?:外界|普遍|广泛|人们?|网友|媒体|警方|当地|一致|公认|官方|多次|立即|当场)*$")
_BEFORE = {
    "声称": re.compile(r"发$"),
    "自称": re.compile(r"(?:一些|有的)$"),
    "称": re.compile(r"(?:自|了|重|体|名|简|职|对|号|统|俗|昵|谦|尊|美|堪|著|匀|别|全|旧|通|改|人人|代|可|敬|爱|互|戏|又|合|总|泛|原|曾用名|学|官|世|被|誉|相|雅|史)$"),
    "说": re.compile(
        r"(?:程度上|意义上|角度|层面上?|本质上|原则上|小|传|学|据|听|解|演|游|胡|来|虽|难|劝|述|评|邪|众|异|假|可以|应该|应当|就是|句话|一般来|总的来|比如|譬如|例如|不用|老实|严格|简单|具体|坦白|俗话|常言|换句话|照|按|按理|理|按道理|按照|也就是|没的|不得不|必须|能|好|这么|这样|那么|怎么|不好|很难|再|要|想|"
        r"话|图|戏|细|却|二话不|不管怎么|怎么|可|直|拿|再怎么|实话实|实话|正面|一|胡乱|瞎|乱|多|少|把话)$"
    ),
    "要求": re.compile(r"(?:按.{1,8}|的|按|按照|应|依照|依|根据|符合|满足|达到|有关|这一|该|此|提出|严格|高|标准|各项|政策|法律|新|无理|质量|不合|提|了|基本|目标|任务|明确|最低|一定|技术|相关|强制|合理|性)$"),
    "希望": re.compile(r"(?:的|有|没有|一线|新|充满|带来|寄予|大|抱有|唯一|看到|渺茫|中国|生命|无|毫无|满怀|点燃|给了?)$"),
    "建议": re.compile(r"(?:的|提出|该|此|这一|意见|条|一些|合理化|政策|听取|等|专家|诊疗|项|投资|采纳|根据|按照|接受)$"),
    "提议": re.compile(r"(?:的|提出|该|此|这一|条|项)$"),
    "发现": re.compile(r"(?:的|被|大|新|重大|重要|科学|该|后|人|及时|首次|考古|没有|不难|最早|当场|偶然|容易|意外|不|未|没|早|刚|难|会|可|能|在|均|并)$"),
    "声明": re.compile(r"(?:的|发表|发布|联合|份|此|该|这一|一份|公开|发出|书面|免责|原产地|政策|严正|出|重要|在|项|个|份简短|官方|签署)$"),
    "公告": re.compile(r"(?:的|发布|该|此|份|发出|在|一份|上市公司|根据|按照|公司|最新|晚间|则)$"),
    "通报": re.compile(r"(?:的|发布|该|此|情况|份|警情|发出|在|则|公开|典型案例|予以|全网|内部|进行|外交部|联合|协查)$"),
    "报道": re.compile(r"(?:新闻|相关|系列|综合|跟踪|深度|独家|的|进行|多家媒体|有关|这一|虚假|负面|正面|采访|专题|纷纷|广泛|大量|如实|等)$"),
    "警告": re.compile(r"(?:的|发出|严重|提出|不顾|给予|行政|予以|严厉|一次|党内|预|无视|到|黄牌|个)$"),
    "提醒": re.compile(r"(?:的|温馨|善意|友情|一下)$"),
    "承诺": re.compile(r"(?:的|作出|做出|兑现|履行|其|项|这一|当初|没有|书面|安全|信守|违背|份|庄严|政治)$"),
    "预计": re.compile(r"(?:的|超出|好于|高于|低于)$"),
    "预测": re.compile(r"(?:的|此前|进行|市场|分析|价格|需求|此|该)$"),
    "保证": re.compile(r"(?:的|有|为了?|以|切实|坚决|来|和|要|没有|才能|无法|必须|就能)$"),
    "确认": re.compile(r"(?:的|待|得到|经|进一步|身份|后|进行|最终|等待|据|可以|能够|被|尚待|还需|需|予以|以)$"),
    "证实": re.compile(r"(?:的|得到|已经|据|被|经|加以|获得|待|未经|予以|尚未|有待|医学|研究|已|将|得以)$"),
    "反映": re.compile(r"(?:的|能|充分|真实|集中|也|都|这|客观|综合|直接|据|能够|可以|正|全面|向.{1,8})$"),
    "主张": re.compile(r"(?:的|政治|这一|该|诉讼)$"),
    "怀疑": re.compile(r"(?:的|被|令人|让人|不|遭|受|值得|发生|涉嫌|不禁)$"),
    "估计": re.compile(r"(?:的|不足|保守|不完全|最低|乐观|最好|据|初步)$"),
    "担心": re.compile(r"(?:的|令人|不|让人|用|别|无需|不必)$"),
    "相信": re.compile(r"(?:的|难以|不敢|让人|令人|可以|不|绝对|完全|轻易|有理由|值得|不可|令|能|要|会|让)$"),
    "承认": re.compile(r"(?:的|不|得到|外交|法律|获|正式外交|国际|予以|没有|不被|拒不|被|不予|给予)$"),
    "公布": re.compile(r"(?:的|对外|未|予以|时间|进行|结果|将|尚未|会|名单|下午|没有|正式对外|即将|待)$"),
    "宣布": re.compile(r"(?:的|被|会|将|尚未|未|即将|没有|一经|并未|计划|有望|准备)$"),
    "分析": re.compile(r"(?:的|进行|研究|数据|综合|具体|深入|大数据|市场|技术|据|原因|对比|案例|经|样本)$"),
    "评论": re.compile(r"(?:的|网友|新闻|发表|予置|置|条|予|进行|时事|加以)$"),
    "解释": re.compile(r"(?:的|司法|作出|做出|合理|进行|一个|加以|给出|这一)$"),
    "回应": re.compile(r"(?:的|作出|做出|予以|没有|任何|未|给予|正面|积极|拒绝|得到|官方|收到|最新|首次|强硬|首度|置|未予|不予)$"),
    "显示": re.compile(r"(?:的|屏幕|液晶|被|仪表)$"),
}
_AFTER = {
    "称": re.compile(r"[为之号赞道呼作霸雄职病谓重]|其为|得上|不上|王(?![\u4e00-\u9fff]{2})|心如意|职"),
    "自称": re.compile(r"(?![，：]|是|为|自己|有|没|曾|在|来自|受|被|不)"),
    "说": re.compile(r"事(?!故|件|情|实|发)|一声|[明法服谎教唱情客穿破]|话|起|不定|不上|不清|不得|不出|得[上过清好]|白了|实话|到底|来|过的|走就|的就?是|三道四|一不二|说而已|好的|不|干就干|中了|了算|来话长"),
    "表示": re.compile(
        r"[，：]?(?:(?:了|出|过)|(?:最|非常|十分|万分|无比|高度|热烈|诚挚|衷心|深切|强烈|沉痛|由衷|坚决|深深的?|极大|充分|严重|诚挚的|衷心的|崇高的?|深深|亲切|深深地|极其|深表|很|极为|完全|一致|大力|明确|坚定)*"
        r"(?:感谢|谢意|祝贺|哀悼|慰问|歉意|道歉|欢迎|关切|关注|敬意|不满|遗憾|愤怒|震惊|谴责|支持|反对|赞赏|肯定|认可|同意|理解|担忧|怀疑|质疑|抗议|惋惜|满意|赞同|钦佩|感激|敬佩|忧虑|悼念|同情|悲痛|祝福|友好|尊重|忠诚)"
        r"(?=[。，；、！？外后时]|和|与|之情|$|及|并|之))"
    ),
    "发现": re.compile(r"[了过者权号]|于|的|并|问题"),
    "显示": re.compile(r"[屏器卡出]|了|为|的|在"),
    "报道": re.compile(r"(?:截图|的|了|后|出来|中|内容|是|一出|引发|过|失实|这|组|显示|指出|援引|还|并|也|再)"),
    "要求": re.compile(r"[的和，。、；]|严格|较高|不高|极高|高|是|下|很|越来越|越"),
    "希望": re.compile(r"[的。、；]|小学|工程|之"),
    "建议": re.compile(r"[的书。、；稿]|零售价|和|是"),
    "统计": re.compile(r"(?:局|数据|学|口径|年鉴|的|工作|部门|了|分析)"),
    "介绍": re.compile(r"(?:了|信|的|一下|会|自己|给)"),
    "预测": re.compile(r"(?:的|了|值|模型|性|到)"),
    "承诺": re.compile(r"(?:书|的|函|期|制|。|和)"),
    "警告": re.compile(r"(?:的|了|处分|信|函|、|。|过|和|牌)"),
    "提醒": re.compile(r"(?:了|的|自己)"),
    "透露": re.compile(r"(?:了|的|出|过|给|更多|具体|任何)"),
    "强调": re.compile(r"(?:了|的|过|和)"),
    "公布": re.compile(r"(?:了|的|于|后|和)"),
    "宣布": re.compile(r"(?:破产|辞职|退役|后)(?=[。，])"),
    "承认": re.compile(r"(?:了|的|和|。|并尊重)"),
    "否认": re.compile(r"(?:的|。|和)"),
    "确认": re.compile(r"(?:了|的|书|后|函|和|、|无误|。|身份|收)"),
    "证实": re.compile(r"(?:了|的|。|后|这)"),
    "认定": re.compile(r"(?:的|标准|书|。|和|工作|条件|了|后)"),
    "保证": re.compile(r"(?:金|的|书|人|了|质量|安全|、|。)"),
    "反映": re.compile(r"(?:了|出|的|在|问题|情况|到)"),
    "怀疑": re.compile(r"(?:的|。|论)"),
    "担心": re.compile(r"(?:的|。|和)"),
    "相信": re.compile(r"(?:了|的|。|自己的|你)"),
    "估计": re.compile(r"(?:的|。|数|和)"),
    "看到": re.compile(r"(?:了|的|过)"),
    "看见": re.compile(r"(?:了|的|过)"),
    "声明": re.compile(r"(?:的|中|里|。|说|和|》)"),
    "公告": re.compile(r"(?:的|中|栏|牌|。|》|显示|日|书|之)"),
    "通报": re.compile(r"(?:的|中|了|会|。|》|批评|表扬|显示|给|情况)"),
    "推断": re.compile(r"(?:的|。|出)"),
    "质疑": re.compile(r"(?:的|。|声)"),
    "消息": re.compile(r"(?:人士|的|称|面|源|传|传出|传来|显示|灵通|。|一出|发布|属实|后|是)"),
    "提议": re.compile(r"(?:的|。|中)"),
    "声称": re.compile(r"的"),
    "主张": re.compile(r"(?:的|。|权利)"),
}
_GIFTS = frozenset({"建议", "要求", "质疑", "承诺", "警告", "提醒", "回应", "回复", "答复", "解释", "分析", "评论", "保证", "希望", "呼吁", "提议", "号召", "声明", "公告", "通报", "怀疑", "猜测", "推测", "预测", "估计", "担心", "投诉", "抱怨", "反映", "表态", "介绍", "描述", "反驳", "主张", "统计", "披露", "确认", "证实", "申明"})
_SHORT = 4
_ANY_MARK = re.compile(r"[，。；：！？\n]")
_TAILS = ("称", "说道", "说", "道", "到", "表示", "指出", "认为", "声称")
_SOLO = frozenset({"称", "说", "说道", "看来", "据悉", "据了解", "据介绍", "据报道", "据称", "据传", "据透露"})  # take no tail: 称道 is praise
_MARKS = "，：“"


def find(reading: Reading, start: int, end: int) -> Iterator[Hit]:
    """The cues between two offsets, outside all marks, that report something."""
    plain, depth = reading.plain, reading.depth
    at = start
    while match := _pattern().search(plain, at, end):
        cue = _rows()[match["word"]]
        tail = None if cue.word in _SOLO else match["tail"]
        stop = match.end() if tail else match.end("word")
        if depth[match.start()] or _is_vetoed(plain, (start, match.start(), stop), cue, tail):
            # 发布公告称: the noun is no cue, the word after it is.
            at = match.start() + 1
            continue
        at = stop
        after, mark = _content_start(plain, stop, end)
        if mark == "：" and not tail and cue.word in ("声明", "公告"):
            continue  # 遗失声明：…: a notice, said by nobody in it
        if not tail and not mark and (cue.form is Form.MARK or (cue.stance is not Stance.TELL and _is_short(plain, after, end))):
            continue
        yield Hit(match.start(), stop, cue, after, mark)


def _is_vetoed(plain: str, place: tuple[int, int, int], cue: Cue, tail: str | None) -> bool:
    limit, start, stop = place
    left = plain[max(limit, start - 12) : start]
    if _NOT_BEFORE.search(left) or _PASSIVE.search(left) or _TO_COME.search(left):
        return True
    # 不承诺, 不透露; but 不认为 and 不希望 have a content, and 不否认 is a double negation.
    if left.endswith("不") and cue.stance in (Stance.SAY, Stance.TELL, Stance.SHOW, Stance.FIND):
        return True
    if not tail and cue.word in _GIFTS and (_GIVEN.search(left) or _NAMED.search(left)):
        return True
    if plain[stop : stop + 1] in _NOMINAL and not (cue.word == "说" and plain[stop : stop + 1] == "过"):
        return True
    before, after = _BEFORE.get(cue.word), _AFTER.get(tail or cue.word)
    if before and before.search(left):
        # 发言人称, 负责人称: 人 before 称 is a person here, and 人称 is not a word of news.
        return True
    return bool(after and after.match(plain, stop))


def _is_short(plain: str, start: int, end: int) -> bool:
    """宣布死亡, 表示同意: two or three characters up to the next mark are an object, not a content."""
    if plain[start : start + 1] in "。！？”":
        return False  # “…”林远说。
    found = _ANY_MARK.search(plain, start, end)
    return (found.start() if found else end) - start < _SHORT


def _content_start(plain: str, at: int, end: int) -> tuple[int, str]:
    """Past the mark and space after a cue, and that mark."""
    mark = ""
    while at < end and (plain[at].isspace() or plain[at] in "，：,:"):
        mark = mark or ("" if plain[at].isspace() else plain[at])
        at += 1
    if at < end and plain[at] == "“":
        mark = mark or "“"
    return at, {",": "，", ":": "："}.get(mark, mark)


@cache
def _rows() -> dict[str, Cue]:
    return {cue.word: cue for cue in CUES}


@cache
def _pattern() -> re.Pattern[str]:
    words = _trie(sorted(_rows()))
    return re.compile(rf"(?P<word>{words})(?P<tail>(?:{'|'.join(_TAILS)}))?")


def _trie(words: list[str]) -> str:
    """A pattern that tries each first character once: ten times faster than a list of alternatives."""
    branches: dict[str, list[str]] = {}
    for word in words:
        branches.setdefault(word[:1], []).append(word[1:])
    parts = [re.escape(first) + _trie(rest) if first else "" for first, rest in sorted(branches.items(), reverse=True)]
    return parts[0] if len(parts) == 1 else f"(?:{'|'.join(parts)})"
