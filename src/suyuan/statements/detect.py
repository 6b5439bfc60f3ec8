"""Where a cue reports something: which occurrences of the words do, and where their content may begin."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from suyuan.statements.cues import BARE, BY, PAPERS, SCOLDING, Cue, Form, Hit, Stance, rows, trie
from suyuan.statements.names import TITLE
from suyuan.statements.zones import Reading
from suyuan.text import SURNAMES

# What turns a cue into its own negation, a noun or another word, looking left and right of it.
_NOT_BEFORE = re.compile(
    r"(?:未|(?:没有|没|无)人|没有|没|不知道?|[暂尚并毫]无|拒绝|拒不|不愿|不肯|不想|不予|不便|无法|不能|不会|难以|从未|未曾|并未|尚未|避免|杜绝|严禁|防止|不再|不曾|(?<!特)(?<!分)(?<!个)别|不要|无须|不必|不用|未能|未予|未有|(?:缺乏|没有?|有)勇气|没能|未经|成为)"
    r"(?:[向和跟对同][^，。；]{1,8}|直接|独立|持续|继续|一直|一味|过度|过分|特别|首批|首家|首个|唯一|再|再次|有|能|对外|公开|正面|具体|明确|详细|进一步|透露|就此|立即|马上|主动|及时|官方|本站|本网|证实|媒体|专门|任何人|过多|更多|正式)*$"
)
_CAUSED = re.compile(r"(?:让|误导|(?:不禁|[这更也])令)[^，。；]{1,8}$")  # 让人猜测, 误导消费者认为: nobody's own view
_SEEMINGLY = ("显然", "似乎", "好像", "仿佛", "想必", "看似", "貌似")  # what the writer makes of somebody
_NAMED_XUE = re.compile(rf"(?:^|[，。；：！？”])[{''.join(sorted(SURNAMES))}][\u4e00-\u9fff]学$")  # “…”王家学说
_FOREIGN = re.compile(r"·(?:(?!的)[\u4e00-\u9fff]){2,8}$")  # 恩里克·阿尔瓦拉多说: a name, and no 多说
_AS_SAID = re.compile(r"(?:[正就恰诚]?[如像]|如同|好像)[^，。；：]{1,36}$")
_IN_HIS_WORDS = re.compile(r"用[^，。；：“]{2,20}$")
_SAID_SO = ("的：", "的，“")  # 正如林远指出的：…
_TAG = re.compile(r"#[^#\s]*$")
# 将于11日宣布: nothing has been said yet.
_TO_COME = re.compile(
    r"(?:将|将会|拟|即将|准备|打算|计划|有望|需要?|必须|应当?|可以?|可能会|要|未来|愿|敢|如果|若|一旦)(?:(?:于|在).{1,8})?(?:正式|对外|陆续|公开|统一|择机|再次|及时|主动|初步|按照.{0,6}|依照.{0,6}|依法|(?:这[么样])?[向跟][^，。；]{1,14})?$"
)
# 提出建议, 作出承诺: the cue is what is given, not the giving.
_GIVEN = re.compile(
    r"(?:提出|给出|接到|接获|下达|作出|做出|进行|接受(?![^，。；]{0,12}[采专]访)|表达|引发|引起|遭到|受到|收到|听取|征求|发出|寻求|开展|展开|得到|获得|予以|加以|存在|造成|产生)[^，。；]{0,8}$"
)
_RAISED = re.compile(
    r"(?:引发|引起|遭到|受到|进行|加以|构成|带来|面临|存在|造成|产生|发出了|提出)[^，。；时中后]{0,8}$"
)
# 这种担心完全多余, 该猜测很快证实: here the cue is the subject.
_NAMED = re.compile(
    r"(?:任何|[这该此那种个份项些番条类]|[一两二三几多]则|足够|一定|规定|有理由|寄|能|经常|总是|无端|外界|上述|相关|有关|民事|事先|多余|一纸|一份|所谓)$"
)
_OUTSIDE = re.compile(r"(?:^|[，。；：！？\s]|此前|目前|一度)外界$")  # 此前外界预测，…
# 投资者的两大忧虑, 学界最主流的猜测, 偏见指控: a noun that something before it qualifies.
_QUALIFIED = re.compile(r"(?:的|[一二两三四五六七八九十几]大|这[一种个]|全球|一系列[^，]{0,8})$")
# 发布警情通报，5月13日9时31分，…: what stands in it begins with a day.
_BEGINS = re.compile(r"，(?:\d{4}年|\d{1,2}月\d|经查|经调查|经核)")
_PAPERS = frozenset({"公告", "声明", "通报", "报告", "统计", "预测", "估计", "分析", "报道"})
_SOURCED_BY = re.compile(
    r"(?<![^，。；：！？”\s])(?:[另而但又]?据|根据)(?=[^，。；：]{3,36}$)(?!.*(?:的|这|该|此|份|表示))"
)
_BY_REPORT = re.compile(
    r"(?<![^，。；：！？”\s])根据(?=[^，。；：]{3,50}$)(?!.*(?:表示|说|[这该此]份))"
)  # 根据…发布的云州银行评级报告
_SOURCE_OF = re.compile(r"(?:据|按照|依照)[^，。；：]{2,36}的$")
_REPORT_OF = re.compile(r"(?:根?据|按照?)(?!此|相关|有关|多家|公开)[^，。；：的]{2,16}(?<!记者)的$")
# 披露重磅公告, 公布一份备忘录: the object of an act.
_OBJECT = re.compile(
    r"(?:了|出)?《[^》]{2,60}》(?:等|全文)?(?=[，。；])|(?:了|出)?(?:一[份则篇段批组个项]|多[份则项]|相关|有关|更多|重磅|具体|最新|上述|详细|新的?)[^，。；：“]{0,24}(?:公告|文件|备忘录|报告|细节|信息|消息|内容|名单|数据|计划|情况|视频|照片|声明|方案|结果|清单|文书|记录|成果|案例|图片|预告)(?=[，。；（]|$)"
    r"|[^，。；：“的]{2,14}(?:公告|通知书|计划书|招股书)(?=[，。；])|(?:了|出)?(?:\d{2,4}年)?[^，。；：“《]{0,12}(?:数据|财报|年报|季报|半年报|成绩单)(?=[，。；])"
)
_NOMINAL = ("了", "的", "过", "者", "权", "力")
# 警方通报了男孩已找到
_PERFECT = ("说过", "通报了", "爆料了", "否认了", "承认了", "证实了", "强调了")
_PASSIVE = re.compile(
    r"被(?!告|[害困打骗拘捕咬撞砍拐劫盗救访](?:的|人|者|男|女|学|游|乘|员|儿|孩|老|司|妇|家|村|居)|问[到及])[^，。；]{1,8}$|为[^，。；]{1,10}所$|(?:被|遭|受到?|获)(?:外界|普遍|广泛|人们?|网友|媒体|警方|当地|一致|公认|官方|多次|立即|当场)*$"
)
_WILL = "(?<![事委员协商议国工学联合金大报布证讨谈听])会"  # 将会宣布, but 委员会宣布
_BEFORE = {
    "介绍": re.compile(r"(?:由[^，。；]{1,8}|情况|自我|措施|产品)$"),
    "声称": re.compile(r"发$"),
    "报称": re.compile(r"(?:接|研|财|年|季|月|周|快|预|公|日|晚|早|晨|时|电|情|简|海)$"),
    "自称": re.compile(r"(?:一些|有的)$"),
    "表态": re.compile(r"的[^，。；]{0,4}$"),
    "据报道": re.compile(r"(?:记者|问|提问)：\s*$"),
    "据悉": re.compile(r"(?:记者|问|提问)：\s*$"),
    "记得": re.compile(r"(?:犹|依稀|谁|请)$"),
    "称": re.compile(
        r"(?:(?:与|和|同)[^，。；]{2,24}并|第[一二三]人|接报警?|(?<![数证根依论票收单])据|之|自|了|重|(?<![媒实团])体|名|简|职|对|号|统|俗|昵|谦|尊|美|堪|著|匀|别|(?<!某)全|旧|通|改|人人|代|可|敬|爱|互|戏|又|合|总|泛|原|本[^，。；]{1,8}所|曾用名|(?<![大同中小科文法医])学|(?<![法军警交令挥长察言])官|世|被|誉|相|雅|史)$"
    ),
    "回": re.compile(r"(?:往|来|拉|收|带|退|找|赶|返|挽|夺|撤|驳|挖)$"),
    "威胁": re.compile(r"(?:的|武力|军事|关税|安全|生命|加码|受|遭|构成|面临|使用)$"),
    "指": re.compile(
        r"(?:手|戒|食|拇|中|无名|小|屈|所|直|暗|意|特|专|五|十|沪|深|恒|股|期|创|弹|染|是|不|多|被|亦即|即|系|泛|则|主要|此处|这里)$"
    ),
    "说": re.compile(
        r"(?:与其|不如|之|所以|或者|(?:客观|公平|公正|坦率|坦白|准确|确切|严格|通俗|简单|具体|宽泛|笼统|认真|不客气)地?|程度上|意义上|角度|层面上?|本质上|原则上|小|传|学|据|听|(?<![劝和讲])解|演|游|胡|来|虽|难|(?<!规)劝|述|评|邪|众|异|假|可以|应该|应当|该|就是|[不只]是|(?:让|叫|逼)[^，。；]{1,6}|句话|一般来|总的来|比如|譬如|例如|不用|老实|严格|简单|具体|坦白|俗话|常言|换句话|照|按|按理|理|按道理|按照|也就是|没的|不得不|必须|能|好|这么|这样|那么|怎么|不好|很难|再|要|想|"
        r"(?<![的讲谈])话|图|戏|细|二话不|不管怎么|怎么|可|直|拿|再怎么|实话实|实话|正面|一|胡乱|瞎|乱|多|少|把话)$"
    ),
    "要求": re.compile(
        r"(?:(?:还|也|并)?明确[^，。；]{2,12}(?:比例|条件|资格|标准)|(?:审查|认证|评审|检测)|(?:按照?|根据|依照?|应|依据|遵照|响应|达到|满足|符合|落实|执行|贯彻|遵守|遵循|提高|放宽|降低|对照|围绕|结合)[^，]{1,16}|披露|有[^，。；]{0,4}|办[会赛展学案]|准入|合规|监管|资质|任职|岗位|入学|签证|申报|报名|的|按|按照|应|依照|依|根据|符合|满足|达到|有关|这一|该|此|提出|严格|高|标准|各项|政策|法律|新|无理|质量|不合|提|了|基本|目标|任务|明确|最低|一定|技术|相关|强制|合理|性|部署|安排|精神|分数|考核|工作|行动)$"
    ),
    "披露": re.compile(r"信息$"),
    "否认": re.compile(r"[的是]$"),
    "否定": re.compile(r"的[^，。；]{0,2}$"),
    "指责": re.compile(r"对于?[^，。；]{1,12}$"),
    "请求": re.compile(
        r"(?:应[^，。；]{1,10}|诉讼|上诉|赔偿|仲裁|选择|拉取|更改|采访|访问|(?:发[出起]|表达|提出)[^，。；]{0,8})$"
    ),
    "希望": re.compile(
        r"(?:的|有|没有|一线|新|充满|带来|寄予|大|抱有|唯一|看到|渺茫|一丝|中国|生命|无|毫无|满怀|点燃|给了?)$"
    ),
    "曰": re.compile(r"[名号谥题书又美谑戏]$"),
    "陈述": re.compile(r"[与和][^，。；]{1,4}$"),
    "预告": re.compile(r"[一两几][则份个条项][^，。；]{0,6}$"),
    "期盼": re.compile(r"(?:[与和]|的|这些?[^，。；]{0,4})$"),
    "断言": re.compile(r"(?:的|这[句个一][^，。；]{0,4})$"),
    "揭露": re.compile(r"(?:通过|经由|因)[^，。；]{2,10}$"),
    "告知": re.compile(r"(?:应当?|务必|须)[^，。；]{0,8}，?(?:并|主动|如实|及时)+$"),
    "提出": re.compile(r"由[^，。；]{1,16}$"),
    "期待": re.compile(
        r"(?:(?:回应|满足|符合|超出|不负|辜负)[^，。；]{0,8}|的|充满|心存|抱有|满怀|怀着|饱含|殷殷|如此之|寄予|令人|值得|备受)$"
    ),
    "期望": re.compile(r"(?:[与和]|的|充满|心存|抱有|满怀|怀着|饱含|殷切|寄予)$"),
    "建议": re.compile(
        r"(?:规划|立法|的|提出|该|此|这一|意见|条|[条份封]用户|一些|合理化|政策|听取|等|专家|诊疗|项|投资|采纳|根据|按照|接受)$"
    ),
    "消息": re.compile(r"(?:发布|发出|发表|发|公布|传来|好|坏)了?$"),
    "提议": re.compile(r"(?:的|提出|该|此|这一|条|项)$"),
    "发现": re.compile(
        rf"(?:的|被|大|新|重大|重要|科学|该|后|人|及时|首次|考古|没有|不难|最早|当场|偶然|容易|意外|不|未|没|早|刚|难|{_WILL}|可|能|在|均|并)$"
    ),
    "声明": re.compile(
        r"(?:的|发表|发布|联合|份|此|该|这一|一份|公开|发出|书面|免责|原产地|政策|严正|出|重要|在|项|个|份简短|官方|签署)$"
    ),
    "公告": re.compile(
        r"(?:披露[^，。；]{2,10}|的|发布|连发|该|此|份|发出|在|一份|上市公司|根据|按照|最新|晚间|[一两二三几]则)$"
    ),
    "通报": re.compile(
        r"(?:的|发布|该|此|情况|份|警情|发出|在|[一两二三几]则|公开|典型案例|予以|全网|内部|进行|外交部|联合|协查)$"
    ),
    "报道": re.compile(
        r"(?:见诸.{0,4}|新闻|相关|系列|综合|跟踪|深度|独家|的|进行|多家媒体|有关|这一|虚假|负面|正面|采访|专题|纷纷|广泛|大量|如实|等)$"
    ),
    "通知": re.compile(
        r"(?:的|发布|发出|下发|印发|转发|接到|收到|得到|等|看到|张贴|贴出|下达|该|此|这一|份|[一两二三几]则|紧急|书面|联合|有关|相关|口头|停[\u4e00-\u9fff]|放假|录取|病危|根据|按照|未|没有|事先|提前|另行|最新|重要|开[学会庭]|会议|缴费|报名|短信|电话|经|由|已|被|个|招聘|入学|系统|》)$"
    ),
    "警告": re.compile(r"(?:话音|的|发出|严重|提出|不顾|给予|行政|予以|严厉|一次|党内|预|无视|到|黄牌|个)$"),
    "报告": re.compile(
        r"(?:发布|发表|公布|提交|的|该|份|工作|研究|调查|财务|年度|最新|业绩|分析|信用|评估|核查|检查|体检|经济|评级|细节|对照|试玩|战略|审计|检测|第一时间|(?:须|应当?|请|主动)[^，。；]{0,12})$"
    ),
    "判决": re.compile(r"(?:(?:撤销|维持|执行|履行|不服|推翻|等待|改变)[^，。；]{0,12}|的|有罪|无罪|何种|作出|做出)$"),
    "指示": re.compile(r"(?:的|何种|作出|做出|重要|下达.{0,4})$"),
    "指控": re.compile(
        r"(?:(?:否认|承认|面临|撤销|驳回|提起|驳斥|回应|反驳)[^，。；]{0,10}|的|多项|一项|这一|遭|所谓.{1,10}|对.{1,8})$"
    ),
    "形容": re.compile(r"(?:词汇?|词语|语言|话|来|可以|难以|无法|不足以)$"),
    "判断": re.compile(r"(?:的|几个[^，。；]{0,3}|一个|综合|准确|误|来|以|可|能|会|难以|无法|用来|据此|依此|自己)$"),
    "提示": re.compile(r"(?:核心|温馨|风险|友情|特别|重要|的)$"),
    "提醒": re.compile(r"(?:的|温馨|善意|友情|一下)$"),
    "承诺": re.compile(r"(?:的|作出|做出|兑现|履行|其|项|这一|当初|没有|书面|安全|信守|违背|份|庄严|政治)$"),
    "预计": re.compile(r"(?:的|超出|好于|高于|低于)$"),
    "预测": re.compile(
        r"(?:(?:引用|援引|上调|下调)[^，。；]{0,16}的[^，。；]{0,6}|的|此前|进行|市场|分析|价格|需求|此|该|来|实时|动作|选情|时间戳)$"
    ),
    "保证": re.compile(r"(?:的|有|为了?|以|切实|坚决|来|和|要|没有|才能|无法|必须|就能)$"),
    "确认": re.compile(
        r"(?:的|待|得到|(?<![已曾])经|进一步|身份|后|进行|最终|等待|据|可以|能够|被|尚待|还需|需|予以|以)$"
    ),
    "证实": re.compile(r"(?:的|得到|已经|据|被|经|加以|获得|待|未经|予以|尚未|有待|医学|研究|已|将|得以)$"),
    "反馈": re.compile(
        r"(?:的|积极|正面|客户|数据|收到|物理|激励|试错|[份条]|民意|系统|意见|负|去|的[^，。；]{0,4}用户|(?:根据|按照|听取|收集|接受)[^，。；]{0,4}用户)$"
    ),
    "反映": re.compile(
        r"(?:的|能|充分|真实|集中|也|都|这|客观|综合|直接|据|能够|可以|正|全面|向(?!.{0,6}(?:记者|媒体|报$|网$|笔者)).{1,8})$"
    ),
    "主张": re.compile(r"(?:自作|[车业雇店房船东]|的|政治|政策|这一|该|诉讼)$"),
    "怀疑": re.compile(r"(?:公斤|千克|[克枚件包箱瓶张部辆艘支批]|的|被|令人|让人|不|遭|受|值得|发生|涉嫌|不禁)$"),
    "估计": re.compile(r"(?:的|不足|保守|不完全|最低|乐观|最好|据|初步|深度)$"),
    "担心": re.compile(r"(?:的|令人|不|让人|用|别|无需|不必|因为?|由于|(?:为免|怕)[^，。；]{0,12}|是否|时刻|放下)$"),
    "相信": re.compile(r"(?:的|难以|不敢|让人|令人|可以|不|绝对|完全|轻易|有理由|值得|不可|令|能|要|会|让)$"),
    "承认": re.compile(r"(?:的|不|得到|作出|做出|外交|法律|获|正式外交|国际|予以|没有|不被|拒不|被|不予|给予)$"),
    "公布": re.compile(rf"(?:的|对外|未|予以|时间|进行|结果|将|尚未|{_WILL}|名单|下午|没有|正式对外|即将|待)$"),
    "宣布": re.compile(rf"(?:的|被|{_WILL}|将|尚未|未|即将|没有|一经|并未|计划|有望|准备)$"),
    "坦白": re.compile(r"(?:^|[，。：；“”\s])$"),
    "明确": re.compile(
        r"(?:很|十分|相当|尤为|愈发|越来越|早已|非常|高度|更加?|和|态度|目的|目标|思路|方向|分工|责任)$"
    ),
    "分析": re.compile(
        r"(?:来|挖掘|情况|取样|排除法|通过.{0,6}|的|进行|研究|数据|综合|具体|深入|大数据|市场|技术|据|原因|对比|案例|经|样本)$"
    ),
    "评论": re.compile(r"(?:的|(?<!有)网友|新闻|发表|予置|置|条|予|进行|时事|加以)$"),
    "解释": re.compile(r"(?:的|司法|作出|做出|合理|进行|一个|加以|给出|这一)$"),
    "回应": re.compile(
        r"(?:的|对[^，。；]{1,12}的[^，。；]{1,4}|作出|做出|予以|没有|任何|未|给予|正面|积极|拒绝|得到|官方|收到|最新|置|未予|不予)$"
    ),
    "显示": re.compile(r"(?:的|屏幕|液晶|被|仪表)$"),
    "核实": re.compile(r"(?:进一步|正在|予以|加以|需|待|尚未|难以)$"),
    "祝愿": re.compile(r"(?:送上|致以|新春|美好|良好|节日|诚挚|最好|表达)的?$"),
    "质疑": re.compile(r"(?:回应|针对|对于|面对|答复|回复)[^，。；]{1,10}$"),
}
_AFTER = {
    "预言": re.compile(r"家"),
    "分析": re.compile(r"[^，。；：]{2,30}(?:数据|样本|图像|录像|资料)(?=，)"),
    "指": re.compile(r"点点"),
    "答应": re.compile(r"[了的过下。，]"),
    "直言": re.compile(r"不讳"),
    "命令": re.compile(r"[的。、；和与行符]"),
    "指控": re.compile(r"[的。、书]|数额|罪名|事实"),
    "官宣": re.compile(r"[的或时]|，(?!.{12})|[^，。；]{0,8}(?:后|前|以来|只)"),
    "曝出": re.compile(r"[的了后来过。]|内容|消息|[一这]"),
    "深信": re.compile(r"服"),
    "称": re.compile(
        r"[^，。；：“”认]{1,10}为“|[为之号赞道呼作霸雄职病谓重帝臣]|其为|得上|不上|王(?![\u4e00-\u9fff]{2})|心如意|职"
    ),
    "自称": re.compile(
        r"[^，。；]{1,14}的(?:一些|这些|那些|该)?[人男女网博用弟妹哥姐孩]|[^，。；]{1,20}的[^，。；的]{1,6}(?:称|说|表示|告诉|回应)|(?![，：]|是|为|自己|有|没|曾|在|来自|受|被|不)"
    ),
    "说": re.compile(
        r"“不”|(.)不\1|成(?![了功立本都])|成了“|事(?!故|件|情|实|发)|书(?!记|店|院|画|籍)|唱|一?声(?!名|誉|明)|出(?![了过][，：“])|[明法服谎教唱情客穿破]|话|起|不定|不过去|不上|不清|不得|不出|得(?!很?(?:清楚|明白|直白)，)|说?笑|什么[也都]|白了|实话|到底|来|过的|走就|的就?是|三道四|一不二|说而已|好的|得出口|不(?=[，。；！？、”]|$)|着(?![，：]?“)|干就干|中了|了算|来话长|完(?![，：]?“)"
    ),
    "表示": re.compile(
        r"(?:了|出|过)|拒绝[后，。]|[，：]?(?:(?:最|非常|十分|万分|无比|高度|热烈|诚挚|衷心|深切|强烈|沉痛|由衷|坚决|深深的?|极大|充分|严重|诚挚的|衷心的|崇高的?|深深|亲切|深深地|极其|深表|很|极为|完全|一致|大力|明确|坚定)*"
        r"(?:感谢|谢意|祝贺|哀悼|慰问|歉意|道歉|欢迎|关切|关注|敬意|不满|遗憾|愤怒|震惊|谴责|支持|反对|赞赏|肯定|认可|同意|理解|担忧|怀疑|质疑|抗议|惋惜|满意|赞同|钦佩|感激|敬佩|忧虑|悼念|同情|悲痛|祝福|友好|尊重|忠诚)"
        r"(?=[。，；、！？外后时\n]|和|与|之情|$|及|并|之))"
    ),
    "发现": re.compile(
        r"[了过者权号]|于|[^，。；：“]{1,16}[时后]的[^，。；：]{2,4}[，。]|的|并|问题|(?:\d+|[一二两三四五六七八九十几多数]+)[名具只件枚]"
    ),
    "显示": re.compile(r"[屏器卡出]|芯片|支架|效果|技术|面板|接口|模式|了|为|的|在"),
    "报道": re.compile(r"(?:截图|的|了|后|出来|中|内容|是|一出|引发|过(?!，)|失实|这|组|显示|指出|援引|还|并|也|再)"),
    "要求": re.compile(
        r"(?:隐去|匿名|不?具名|不?(?:要|得)?(?:透露|公开|使用)(?:其|他|她|自己)?的?(?:真实)?(?:姓名|身份|名字))|[的和。、；]|将?[自于从][^，。；]{0,12}起?(?:施行|实施|生效|执行)|\s(?![A-Za-z0-9“])|严格|较高|不高|极高|高|是|下|很|越来越|越"
    ),
    "希望": re.compile(r"[的。、；]|小学|工程|之"),
    "建议": re.compile(r"[的书。、；稿]|零售价|和|是"),
    "披露": re.compile(r"要求|义务|内容与|制度|标准|规则"),
    "统计": re.compile(r"(?:局|数据|学|口径|年鉴|的|工作|部门|了|分析)"),
    "介绍": re.compile(r"(?:了|信|的|一下|会|自己|给)"),
    "预测": re.compile(r"(?:的|了|值|模型|精度|误差|准确|能力|功能|性|到|并|[上下]调)"),
    "猜测": re.compile(r"[^，。；]{2,24}的(?:原因|真相|身份|动机|用意)(?=[，。])"),
    "告知": re.compile(r"[函书单牌]"),
    "预计": re.compile(
        r"的?(?:交付|到达|送达|发货|完成|上市|开通|竣工)(?:时间|日期)|(?:年|总|日)?(?:产量|产值|产能|投资|票房|销量|面积|工期|客流量?|人数|营收|收入|规模)[约为达超近]?(?=\d)"
    ),
    "承诺": re.compile(r"(?:(?:严重|明显)?(?:不符|相符|不一致|一致)|就够|情况|事项|书|的|函|期|制|。|和)"),
    "通知": re.compile(r"[的了。、书单函到]|，(?:并|要求|自|从|决定|转而|但|而|以)"),
    "警告": re.compile(r"(?:的|了|处分|信|函|、|。|过|和|牌)"),
    "提醒": re.compile(r"(?:了|的|自己)"),
    "透露": re.compile(r"(?:了|的|出|过|给|更多|具体|任何)"),
    "强调": re.compile(r"(?:了[，。]|的|过|和)"),
    "公布": re.compile(r"(?:了|的|于|后|和)"),
    "宣布": re.compile(r"(?:国家|全国)?紧急状态(?=[。，的])|(?:临床)?脑?死亡|不治|(?:破产|辞职|退役|后)(?=[。，])"),
    "承认": re.compile(r"(?:了[，。]|的|和|。|并(?:尊重|承诺))"),
    "否认": re.compile(r"(?:了?(?:[。；]|，(?!“))|的|和)"),
    "确认": re.compile(
        r"(?:搭载|登场|将[于在][^，。；]{0,16}(?:登场|上市|亮相|推出|发布)|了|的|书|后|函|和|、|无误|。|身份|收)"
    ),
    "证实": re.compile(r"(?:了[，。]|的|。|后|这)"),
    "认定": re.compile(r"(?:的|标准|书|。|和|工作|条件|了|后)"),
    "保证": re.compile(r"(?:金|的|书|人|了|质量|安全|、|。)"),
    "反映": re.compile(r"(?:了|出|的|在|问题|情况|到)"),
    "怀疑": re.compile(r"(?:的|。|论)"),
    "担心": re.compile(r"(?:的|。|和|着)"),
    "相信": re.compile(r"(?:了|的|。|自己的|你)"),
    "估计": re.compile(r"(?:的|。|数|和|及|[是也又就没很不都还能得已前])"),  # 林远估计来不了: who writes guesses
    "看到": re.compile(r"(?:[^，。；]{1,16}后，|了|的|过|[这该此][一件则条个]?[^，。；]{0,6}(?:后|事情|消息|新闻))"),
    "看见": re.compile(r"(?:了|的|过)"),
    "声明": re.compile(r"(?:的|中|里|。|说|和|》)"),
    "公告": re.compile(r"(?:的|中|栏|牌|。|》|显示|日|书|之)"),
    "通报": re.compile(r"(?:的|中|会|。|》|批评|表扬|显示|给|情况)"),
    "推断": re.compile(r"(?:的|。|出)"),
    "质疑": re.compile(r"(?:的|。|声)"),
    "消息": re.compile(r"(?:人士|的|称|面|源|传|传出|传来|显示|灵通|。|一出|发布|属实|后|是)"),
    "提议": re.compile(r"(?:的|。|中)"),
    "判断是": re.compile(r"非"),
    "声称": re.compile(r"的"),
    "主张": re.compile(r"(?:的|。|权利)"),
}
_GIFTS = frozenset(
    {
        "建议",
        "要求",
        "质疑",
        "指责",
        "承诺",
        "警告",
        "提醒",
        "回应",
        "回复",
        "答复",
        "回答",
        "解释",
        "分析",
        "评论",
        "保证",
        "希望",
        "呼吁",
        "提议",
        "号召",
        "声明",
        "公告",
        "通报",
        "怀疑",
        "判断",
        "猜测",
        "推测",
        "预测",
        "估计",
        "担心",
        "投诉",
        "抱怨",
        "反馈",
        "反映",
        "表态",
        "介绍",
        "描述",
        "反驳",
        "主张",
        "统计",
        "披露",
        "确认",
        "证实",
        "申明",
    }
)
_ACTS = frozenset({"披露", "公布", "透露", "证实", "确认", "否认", "发现", "公告", "通报", "宣布"})
_MEANWHILE = re.compile(r"[^，。]{0,40}(?:同时|之余|时|过程中|之际|后|之前)，")
_GOING_ON = ("并", "且", "以便", "随后")
_SHORT = 4
_ANY_MARK = re.compile(r"[，。；：！？\n]")
_TAILS = (
    "称",
    "指(?![出标责数向示导定挥南纹头望明令引控认])",
    "说道",
    "说",
    "道",
    "到",
    "表示",
    "指出",
    "认为",
    "声称",
)
_SOLO = frozenset(
    {
        "称",
        "说",
        "说道",
        "看来",
        "据悉",
        "据了解",
        "据介绍",
        "根据介绍",
        "据报道",
        "据称",
        "据传",
        "据透露",
        "据说",
        "据报",
        "据不完全统计",
        "据统计",
        "据报告",
        "根据报道",
        "据此前报道",
    }
    | PAPERS
)  # take no tail: 称道 is praise


# 《意见》提出要广泛应用机器人: what is to be done, and no 支持方案.
_TO_DO = re.compile(
    r"(?:要|将|支持|加快|推动|推进|加强|鼓励|实施|建立|完善|健全|深化|扩大|提升|培育|打造|优化|力争|争取|全面)(?=[^，。；：“]{8})(?![^，。；]{0,16}的?(?:方案|建议|意见|办法|措施|目标|要求|任务|思路|理念)[，。；])"
)
_BY_A_YEAR = re.compile(r"到\s?\d{4}\s?年")  # 民政部提出到2030年突破…
_A_YEAR = re.compile(r"\s?\d")


def find(reading: Reading, start: int, end: int) -> Iterator[Hit]:
    """The cues between two offsets, outside all marks, that report something."""
    plain, depth = reading.plain, reading.depth
    at = start
    while match := _pattern().search(plain, at, end):
        cue = rows()[match["word"]]
        tail = None if cue.word in _SOLO else match["tail"]
        if tail == "道" and match.end() not in reading.words:
            tail = None  # 澄清道德绑架
        if tail == "到" and (cue.stance is Stance.GUESS or _A_YEAR.match(plain, match.end())):
            tail = None  # 估计到2030年, 明确到 2027 年
        if cue.form is Form.COLON and tail == "到":
            at = match.end("word")  # 回到, 问到
            continue
        stop = match.end() if tail else match.end("word")
        is_behind = reading.quote_ending_at(start) is not None
        closes = is_behind and (
            plain.startswith("。", stop) or _is_so_told(plain, match.start(), cue)
        )  # “…。”林远介绍。
        listed = _LISTED.match(plain, stop, end) if cue.word in _LISTING and not tail else None
        if cue.word == "问" and not tail:
            listed = _ASKED_WHOM.match(plain, stop, end)
        if cue.word == "形容" and not listed and not tail:
            listed = _LIKENED.match(plain, stop, end)
        # 不准确信息 holds no 确信: a cue starts or ends where a word does (媒体报道 is one word).
        is_split = len(cue.word) > 1 and not reading.words & {match.start(), match.end("word")}
        # 数据称: what opens with 据 opens a clause.
        is_split |= cue.word[0] == "据" and not reading.opens_source(match.start())
        is_split |= cue.word in _WHOLE and match.start() not in reading.words
        # 顾问表示 holds no 问.
        is_split |= bool(tail) and cue.form is Form.COLON and len(cue.word) == 1 and match.start() not in reading.words
        if (
            depth[match.start()]
            or is_split
            or _is_vetoed(reading, (start, match.start(), stop), cue, tail or (listed and "："), closes=closes)
        ):
            # 发布公告称: the noun is no cue, the word after it is.
            at = match.start() + 1
            continue
        at = stop
        if listed and not depth[listed.end() - 1]:
            yield Hit(match.start(), stop, cue, listed.end(), "：")
            continue
        stop += cue.form is Form.MARK and not tail and plain.startswith(("着：“", "着“"), stop)  # 赞叹着：“…”
        after, mark = _content_start(plain, stop, end)
        if cue.word == "威胁" and mark == "，" and not tail:
            continue  # 受到圈养威胁，…
        if cue.form is Form.MARK and not tail and plain.startswith(_GOING_ON, after):
            continue  # 及时通报，并第一时间处理: an act among acts
        if mark == "，" and not tail and _is_led_on(plain, match.start(), after, cue):
            continue
        if mark == "“" and cue.form is Form.MARK and not tail and not _is_whole_quote(reading, after):
            continue
        if cue.form is Form.COLON and not tail and not (mark == "：" and plain.startswith("“", after)):
            continue
        if (
            mark == "："
            and not tail
            and cue.word in ("声明", "公告")
            and not _PUT_OUT.search(plain, start, match.start())
        ):
            continue  # 遗失声明：…: a notice, said by nobody in it
        if (
            not tail
            and not mark
            and not closes
            and not _BY_A_YEAR.match(plain, stop)
            and not (cue.word == "提出" and _TO_DO.match(plain, stop, end))
            and (_takes_object(plain, stop, end, cue) or _is_when(plain, stop, end, cue))
        ):
            continue
        yield Hit(match.start(), stop, cue, after, mark)


def _is_so_told(plain: str, start: int, cue: Cue) -> bool:
    """“…”林远这样描述当时的情景。"""
    return cue.word in _LISTING and plain.endswith(("这样", "如此", "这么"), 0, start)


# 通报了救援过程：…, 回应离婚消息：…: between the verb and its colon stands what it is about.
_LISTING = frozenset("阐述 阐明 形容 评价 描述 通报 介绍 讲述 公布 披露 回忆 总结 透露 解释 回应 回复 答复".split())
_LISTED = re.compile(
    r"了?[^，。；：“”\n]{2,24}(?<![称说道示出为应言])：(?=.{6})|[^，。；：“”\n]{0,10}(?:记者|媒体)[，：](?=“)"
)
_ASKED_WHOM = re.compile(r"(?:记者|[他她我]们?|对方|大家|身边的人|[老医]师|医生|护士)：(?=“)")  # 问记者：“…？”
_LIKENED = re.compile(r"[^，。；：“”\n]{2,16}(?<![是为])(?=“[^”]{4,}”)")  # 形容体验“像电车一样”
_WHOLE = frozenset("报称 误称 笑称 官宣 曝出".split())  # 通报称 holds no 报称
# 道歉，… and 表态，…: what is told behind the comma is what happened next, unless it is quoted.
_ACTING = frozenset("致辞 发文 报案 发声 评论 表态 发言 道歉 致歉 喊话 配文 高喊".split())
# 留言，表示难以相信: the word behind the comma reports.
_REPORTING = re.compile(
    r"(?:并|还|且|并且|公开|首次)*(?:表示|[声宣]?称(?![为之])|说(?![明服])|指出|强调|认为|敦促|呼吁|警告|直言|坦言|否认|宣布|官宣|公布|批评|透露|承认|恳请|要求)(?!的)"
)


_PUT_OUT = re.compile(r"发[表布出]了?(?:一份|一则|联合|书面)?$")


_PLAINLY = ("明确", "公开", "正式", "最新", "强硬", "曾")


def _is_led_on(plain: str, start: int, after: int, cue: Cue) -> bool:
    """Whether a comma behind a cue leads on to another cue, or to what was done next."""
    if cue.form is not Form.MARK:
        return False
    # 明确表态，…; 有网友评论，…
    is_plainly = (cue.word == "表态" and plain.endswith(_PLAINLY, 0, start)) or (
        cue.word == "评论" and plain.endswith(("网友", "网民"), 0, start)
    )
    return (cue.word in _ACTING and plain[after : after + 1] != "“" and not is_plainly) or _REPORTING.match(
        plain, after
    ) is not None


_ATTRIBUTED = re.compile(r"\s*[^，。；：“”\n]{1,24}?(?:[道说称言]|表示|指出|认为|强调|告诉|回忆|介绍|透露|解释)")
_SPOKEN = re.compile(r"[我你咱吗吧呢啊]|自己|真的|特别|肯定|觉得|这个|那个")
_ANY_SAYING = re.compile(r"[\u4e00-\u9fff]{2}[道说称言]$")  # 安慰道, 叮咛说: a word that no row holds
_HEADED = re.compile(
    r"(?:[是为有如叫即]|如下|写着|写有|口号|标语|题[为目]|名为|主题|问题|横幅|显示|名言|诗句|诗云|古语|俗话|歌词|台词|例如|比如|譬如|标题|网友|弹幕|评论区|句式|写明|印着|刻着|贴着|所谓|记者|问|话语|提示|短信|简介)$"
)


# 据云州气象台，…; 按《远山邮报》网站说法，…: no verb, and a source that can be asked.
_BY_SOURCE = re.compile(
    r"[另又而但]?(?P<by>根据|按照|据|按)(?!悉|此|称|说|报|传|理|照|规|我|记者|笔者|目前|所知)(?P<who>[^，。；：“”\n]{2,28}?)(?P<how>的?(?:说法|反馈|定义|了解|设想|估计|观点|讲法|算法|所知))?(?:来?看)?，"
)


_GROUND = re.compile(
    r"^(?!.*[人者家士员社网报])[^，]*(?:部分|因素|口径|标准|领域|行业|类型|项目)(?:分析|划分|计算|分类|排序|统计)$|(?:要求|规定|安排|部署|约定|合同|协议|计划|需要|惯例|经验|标准|程序|原则|情况|传统|习俗|风俗)$"
)


def by_source(reading: Reading, start: int, end: int) -> tuple[Hit, tuple[int, int], bool] | None:
    """A source that opens a sentence without any word that reports, where it stands, and whether it is said what it gives."""
    found = _BY_SOURCE.match(reading.plain, start, end)
    if found is None or reading.depth[found.start("by")] or end - found.end() < _CLAUSE or _GROUND.search(found["who"]):
        return None
    return Hit(*found.span("by"), BY, found.end(), "，"), found.span("who"), found["how"] is not None


def is_speech(reading: Reading, quote: tuple[int, int]) -> bool:
    """A quotation of whole sentences in words that are spoken: no motto, no title and no verse."""
    plain, (start, end) = reading.plain, quote
    is_sentence = plain[end - 2] in "。！？…" and end - start >= 10
    return is_sentence and "，" in plain[start:end] and _SPOKEN.search(plain, start, end) is not None


def bare(reading: Reading, start: int, end: int) -> Hit | None:
    """The colon before a quotation that runs to the end of a sentence in which no word reports it."""
    plain = reading.plain
    at = plain.find("：“", start, end)
    at = at if at >= 0 else plain.find("，“", start, end)
    quote = reading.quote_starting_at(at + 1) if at - start >= 4 else None
    if not quote or reading.depth[at] or quote[1] < end - 1 or quote[1] - quote[0] < 10:
        return None
    if plain[at] == "，":
        # 林远陷入了纠结，“准备了多年，就差一步。”
        is_his = is_speech(reading, quote) and not _ATTRIBUTED.match(plain, quote[1])
        return Hit(at + 1, at + 2, BARE, at + 1, "：") if is_his else None
    if plain[quote[1] - 2] not in "。！？…" or _HEADED.search(plain, start, at):
        return None
    size = next((size for size in (2, 1) if plain[at - size : at] in rows()), 0) or 3 * bool(
        _ANY_SAYING.search(plain, start, at)
    )
    return Hit(at - size, at if size else at + 1, BARE, at + 1, "：")


def _is_vetoed(
    reading: Reading, place: tuple[int, int, int], cue: Cue, tail: str | None, *, closes: bool = False
) -> bool:
    plain = reading.plain
    limit, start, stop = place
    left = plain[max(limit, start - 12) : start]
    if not tail and _A_PRACTICE.match(plain, stop):
        return True
    is_told = plain.startswith("：", stop) and cue.word in SCOLDING  # 小说被云州普法点名批评：…
    if _NOT_BEFORE.search(left) or (_PASSIVE.search(left) and not is_told):
        return True
    if (coming := _TO_COME.search(left)) and not (
        len(coming.group()) == 1 and _is_of_a_word(reading, start - 1, limit)
    ):
        return True
    if _TAG.search(plain, max(limit, start - 40), start) and "#" in plain[stop : stop + 40]:
        return True  # #林远官宣离任#
    # 不承诺, 不透露; but 不认为 and 不希望 have a content, and 不否认 is a double negation.
    if left.endswith("不") and cue.stance in (Stance.SAY, Stance.TELL, Stance.SHOW, Stance.FIND):
        return True
    if (
        cue.word in _CALLS
        and plain.startswith(("，", "。"), stop)
        and _MET.search(plain, max(limit, start - 40), start)
    ):
        return True
    if cue.word == "报道" and _SERIES.search(left):
        return True
    if not tail and (_ON_WHICH_NEXT.match(plain, stop) or (_ON_WHICH.search(left) and _ANSWERED.match(plain, stop))):
        return True
    if not tail and cue.form is not Form.COLON and _RATED.match(plain, stop):
        return True
    if cue.word == "称" and left.endswith("，也") and _ALSO_CALLED.match(plain, stop):
        return True
    if (cue.word == "称" and _CALLED_ALIKE.search(left) and plain.startswith("“", stop)) or _IDIOM.match(plain, start):
        return True
    if cue.stance is Stance.THINK and _ANYBODY_WHO.search(left):
        return True  # 说的人也觉得没被听懂
    if _THEY_WHO.search(left) or (cue.stance is Stance.THINK and left.endswith(("人会", "们会", "友会"))):
        return True
    if cue.word == "表示" and left.endswith(("任何", "没有")) and not tail:
        return True
    if cue.word == "承认" and left.endswith(("相互", "互相", "彼此")):
        return True  # 两国决定相互承认并建立外交关系
    tail = tail or ("：" if plain.startswith("：", stop) and cue.word in _GIFTS else None)  # 作出回应：…
    if not tail and ((cue.word in _GIFTS and _GIVEN.search(left)) or (cue.form is Form.MARK and _RAISED.search(left))):
        return True
    if not tail and cue.word in _GIFTS and _NAMED.search(left) and not _OUTSIDE.search(left):
        return True
    if not tail and (cue.form is Form.MARK or cue.word in _GIFTS) and _is_qualified(plain, limit, start, stop):
        return True
    if not tail and cue.word in _ACTS and cue.word != "否认" and _OBJECT.match(plain, stop):
        return True
    # 在强调投资价值的同时: no act of saying, but what goes along with one.
    if cue.stance in (Stance.THINK, Stance.GUESS) and _CAUSED.search(left):
        return True
    if cue.stance in (Stance.THINK, Stance.GUESS, Stance.WISH) and left.endswith(_SEEMINGLY) and cue.word != "暗示":
        return True
    if cue.word.startswith("的话") and not _IN_HIS_WORDS.search(plain, max(limit, start - 24), start):
        return True  # 援引林远的话说: there 说 is the cue
    if cue.word == "所说" and not _AS_SAID.search(left):
        return True
    if left.endswith("在") and not tail and _MEANWHILE.match(plain, stop):
        return True
    follows = plain[stop : stop + 1]
    if (
        not tail
        and not closes
        and _AS_NOUN.search(left + cue.word)
        and (follows in ("，", "。", "") or _BYPASSED.search(left))
    ):
        return True
    if cue.word in _GIFTS and not tail and left.endswith(("和", "与", "、")):
        return True  # 需要调查和回应: things among things
    if follows == "、" and not tail:
        return True  # 猜测、传闻: things among things
    has_said = plain.startswith("过，", stop) and cue.word in ("报道", "提到", "介绍")  # 远山网也报道过，…
    is_said = plain.startswith(_SAID_SO, stop) and _AS_SAID.search(plain, max(limit, start - 40), start) is not None
    is_whole = follows in _NOMINAL and (stop + 1 in reading.words or stop not in reading.words)  # no 宣称过去一年
    if tail != "：" and is_whole and cue.word + follows not in _PERFECT and not (is_said or has_said):
        return True
    if cue.word == "规定" and tail and tail != "：":
        return True  # 规定指出: there the word after it is the cue
    if cue.word == "报道" and _REPORT_OF.search(plain, max(limit, start - 24), start):
        return False  # 根据远山新闻的报道，…
    if _OF_HIM.match(plain, stop):
        return True  # 控诉他的还是一位粉丝: whoever does so
    if tail and cue.word == "评论":
        return False  # 远山新闻评论认为
    if tail == "：" or (not tail and cue.word in _PAPERS and _BEGINS.match(plain, stop)):
        return False
    before, after = _BEFORE.get(cue.word), _AFTER.get(tail or cue.word)
    if (
        before
        and (bound := before.search(left))
        and not (bound.group() in _ENDING.get(cue.word, frozenset()) and _ends_a_word(reading, start))
        and not _FOREIGN.search(left)
        and not (cue.word == "说" and _NAMED_XUE.search(left))
        and not (closes and bound.group() == "充满")  # “…”林远充满期待。
        and not (cue.word == "消息" and not tail and plain.startswith("，", stop) and left.endswith("发布"))
        and not (cue.word in _PAPERS and _SOURCED_BY.search(plain, max(limit, start - 40), start))
        and not (cue.word == "报告" and _BY_REPORT.search(plain, max(limit, start - 60), start))
    ):
        # 发言人称, 负责人称: 人 before 称 is a person here, and 人称 is not a word of news.
        return True
    return not closes and bool(after and after.match(plain, stop))


# 同学说, 分会宣布: the characters that end other words as well.
_ENDING = {"说": frozenset("学理胡小演游评众异图戏"), "称": frozenset("官史体合总学号"), "宣布": frozenset("会")}


# 频频宣布退群的做法: what somebody is used to do.
_A_PRACTICE = re.compile(r"[^，。；：“”\n]{2,16}的(?:做法|行径|举动|习惯|老路|套路|权力|能力)")
_CALLS = frozenset("要求 号召 呼吁 倡议".split())
_MET = re.compile(r"(?:响应|拒绝|满足|答应|符合|按照|根据)[^，。；：]{1,30}$")  # 响应战略号召，启动…
_SERIES = re.compile(r"(?:连续|系列|专题|深度|跟踪)$")  # 连续报道，至今已…
_CALLED_ALIKE = re.compile(r"[与和同及、][^，。；]{1,11}并$")  # 与何青并称“双雄”
# 认为岗位充足的比例, 提到物价的次数: what is counted, and by nobody said.
_RATED = re.compile(
    r"[^，。；：]{2,30}的(?:比例|次数|人数|占比|百分比)(?=[，。；、为是较比从达占\d上下升降增减仅超约略也继持处]|$)"
)
# 就南国宣布启动谈判一事作出回应: what is answered, and not what is said.
_ON_WHICH = re.compile(r"(?:就|对|针对)[^，。；]{1,10}$")
_ANSWERED = re.compile(r"[^，。；：“”]{2,40}(?:[作做]出?|进行|给予)了?(?:回应|表态|说明|评论)(?=[，。])")
_ON_WHICH_NEXT = re.compile(rf"，(?:就|对|针对){_ANSWERED.pattern}")  # 发表声明，就此事作出回应，…
_ALSO_CALLED = re.compile(r"[^，。；：“”]{2,14}，(?:是|即|指|属|简称)")  # 3D打印，也称增材制造，是…
_IDIOM = re.compile(r"说一套、?，?做一套")
_ANYBODY_WHO = re.compile(r"(?:^|[，。；])[^，。；有一]{1,3}的人[也都就还会]?$")
_THEY_WHO = re.compile(r"(?:一[个名种位]|那些|这些)(?:他们?|她们?|我们?|其)$")  # 一个他们确信…的气球


def _ends_a_word(reading: Reading, start: int) -> bool:
    """同学说, 总理说: what stands before the cue is the end of a longer word, and neither 学说 nor 理说 is one here."""
    return start in reading.words and start - 1 not in reading.words


_OF_A_NAME = re.compile(rf"(?:{TITLE.pattern})[{''.join(sorted(SURNAMES))}][\u4e00-\u9fff]$")


def _is_of_a_word(reading: Reading, at: int, limit: int) -> bool:
    """Whether what looks like 将, 可 or 应 ends a word or a name: 少将, 许可, 负责人涂焕应."""
    return at not in reading.words or _OF_A_NAME.search(reading.plain, max(limit, at - 12), at) is not None


_OF_HIM = re.compile(r"[他她它]们?的(?:却|还|竟|又|都|正)?是")
_BYPASSED = re.compile(r"不顾|面临|给予|予以|处以|受到")
# 更多爆料，…; 细节披露，…: what was said or shown, and not who says it.
_AS_NOUN = re.compile(
    r"(?:更多|不少|种种|外界|外人|他人|旁人|一[个句种份])的?(?:爆料|评价|承诺|质疑|猜测|解释|回应|警告|提醒|评论|分析)$"
    r"|(?:细节|内幕|真相|详情|录音|录像|视频|照片|名单)(?:披露|公布|曝出)$|提示提醒$"
    r"|(?:面临|给予|予以|处以|受到)[^，。；]{0,8}警告$"
    r"|不顾[^，。；]{1,10}(?:警告|反对|劝阻|提醒|质疑)$"
)


def _is_qualified(plain: str, limit: int, start: int, stop: int) -> bool:
    """村民林远的感慨，道出了…; but 据远山研究所的估算，… and 林远的担忧：“…” report."""
    if not _QUALIFIED.search(plain, max(limit, start - 12), start) or plain.startswith("：“", stop):
        return False
    return not _SOURCE_OF.search(plain, max(limit, start - 40), start)


def _is_whole_quote(reading: Reading, start: int) -> bool:
    """提出“四个应该”原则: a quotation that goes on into a noun is a name."""
    quote = reading.quote_starting_at(start)
    return (
        quote is None
        or quote[1] >= len(reading.plain)
        or reading.plain[quote[1]] in "，。；！？：“（ \n"
        or reading.plain.startswith(("等。", "等，", "等；"), quote[1])
        or reading.plain[quote[1] - 2] in "。！？"
    )


# 警方通报失踪男孩已找到, 网友爆料自己被骗: what these take without a mark may be a clause.
_CLAUSAL = frozenset(
    "威胁 斥责 判决 判断 声明 形容 放话 追问 估算 推算 查明 吐槽 批评 指示 控诉 调侃 质疑 通报 爆料 报料 曝料 反映 举报 报案 自曝 回忆 讲述 自述 供述 交代 交待 解释 补充 投诉 哭诉 辩解".split()
)
_TOPIC = re.compile(r"(?:对于?|针对|面对|关于|至于)[^，。；]{1,16}$")  # 对于网友质疑其为什么不卖房，…
_PREDICATE = re.compile(
    r"并非|只有|应(?![对用急邀聘届有])|须(?!知)|有望|可能|涉嫌|赔偿|支付|有\d|返还|驳回|是否|为何|为什么|已|被|遭(?!遇)|[是系](?!列|统)|自己|其[^他中余它]|[他她]|未|没有|不|正在|曾|将|[较太过很][大高多低少长贵快慢严]"
)
_THING = re.compile(
    r"(?:情况|问题|过程|经过|经历|事件|案例|案件|结果|细节|遭遇|原因|故事|内容|信息|线索|事迹|往事|事实|现象|意见|诉求|进展|名单|行径|做法|行为|政策|言论|举动|的[^，。；不未没是很有]{1,6})$"
)
# 交警提醒广大市民注意安全: who is asked, and to do what.
_PUBLIC = re.compile(
    r"(?:广大|各位|所有|过往|相关|有关|周边|沿线|外出|出行|大家|全体|全市|全省)?(?:的)?"
    r"(?:中国|本国|我国|在[^，。；]{1,8}?的?)?(?:大家|公民|侨胞|员工|公众|市民|群众|网友|网民|家长|旅客|游客|乘客|司机|驾驶员|驾驶人|车主|消费者|投资者|居民|村民|用户|考生|学生|师生|老年人|患者|业主|商户|企业|单位|各地|各国|民众|读者|粉丝|球迷|年轻人|后来人|父母们|同行|同学们)"
    r"(?:和[^，。；]{2,6})?(?:朋友|同志)?们?(?:(?<!用户)，)?(?=[^，。；的]{4,})"
)
_CLAUSE = 9  # characters
_AND_POINTS = ("并指", "还指", "又指", "最新指")  # 并指相关报道并非事实


def _takes_object(plain: str, start: int, end: int, cue: Cue) -> bool:
    """Whether what follows a cue without a mark is a thing (介绍情况, 宣布死亡) and not a clause."""
    if cue.stance in (Stance.ORDER, Stance.WISH) and _PUBLIC.match(plain, start, end):
        return False
    if cue.stance is Stance.SAY and _OF_HIMSELF.match(plain, start, end):
        return False
    if cue.form is not Form.MARK:
        return cue.stance is not Stance.TELL and _is_short(plain, start, end)
    found = _ANY_MARK.search(plain, start, end)
    content = plain[start : found.start() if found else end]
    is_clause = len(content) >= _CLAUSE and _PREDICATE.search(content, 2) and not _THING.search(content)
    is_topic = _TOPIC.search(plain, max(0, start - 20), start) is not None
    is_clausal = cue.word in _CLAUSAL or (cue.word == "指" and plain.endswith(_AND_POINTS, 0, start))
    return not is_clausal or not is_clause or is_topic


_OF_HIMSELF = re.compile(r"自己(?:只|是|并|没|不|已|从[未不没]|曾|将|会|一直|目前)")  # 回应自己只是普通员工
_WHEN = re.compile(r"[^，。；：“]{1,24}?(?:(?<![滞落幕先今])后|之前|的?时候|之际|以来)，")
_TIMED = frozenset("宣布 公布 官宣 披露 承认 否认 曝出 通报 确认 证实".split())


def _is_when(plain: str, start: int, end: int, cue: Cue) -> bool:
    """林远宣布退役后，…: when, and not what."""
    return cue.word in _TIMED and _WHEN.match(plain, start, end) is not None


def _is_short(plain: str, start: int, end: int) -> bool:
    """宣布死亡, 表示同意: two or three characters up to the next mark are an object, not a content."""
    if plain[start : start + 1] in "。！？”\n" or start >= end or _TOLL.match(plain, start):
        return False  # “…”林远说。; 官方称5人遇难，救援队称7人
    found = _ANY_MARK.search(plain, start, end)
    return (found.start() if found else end) - start < _SHORT


_TOLL = re.compile(r"\d+[人名例死伤具起][，。；]")
_AGAIN = re.compile(r"称(?![为之号赞道呼作霸雄职病谓重])[，：]?")  # 根据该女子的描述，称…


def _content_start(plain: str, at: int, end: int) -> tuple[int, str]:
    """Past the mark and space after a cue, and that mark."""
    mark = ""
    at += plain.startswith("过，", at)  # 远山网也报道过，…
    if plain.endswith(_PERFECT, 0, at + 1) or plain.startswith(_SAID_SO, at):
        at += 1
    while at < end and (plain[at].isspace() or plain[at] in "，：,:"):
        mark = mark or ("" if plain[at].isspace() else plain[at])
        at += 1
    if mark == "，" and (again := _AGAIN.match(plain, at, end)):
        at = again.end()
    if at < end and plain[at] == "“":
        mark = mark or "“"
    return at, {",": "，", ":": "："}.get(mark, mark)


@cache
def _pattern() -> re.Pattern[str]:
    words = trie(sorted(rows()))
    return re.compile(rf"(?P<word>{words})(?P<tail>(?:{'|'.join(_TAILS)}))?")
