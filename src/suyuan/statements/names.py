"""The lexicons of who can speak: titles, pronouns, anonymous words, outlets, documents, names."""

from __future__ import annotations

import re

import rjieba

from suyuan.statements.cues import trie
from suyuan.text import DOUBLE_SURNAMES, SURNAMES

TITLES = (
    "侄孙 侄女 外甥女 后人 后代 烈属 操舵兵 炮手 水兵 女兵 士官 钢琴家 小提琴家 音乐家 生物学家 天文学家 地质学家 考古学家 社会学家 心理学家 政治学家 人类学家 汉学家 摄影家 雕塑家 漫画家 剧作家 策展人 台青 青年 球迷 影迷 车迷 义工 总召 成员 党首 党员 干事长 发小 培训师 次长 政务次长 常务次长 次官 主委 副主委 党魁 党鞭 科技长 技术长 副局级 防卫相 经产相 总务相 法务相 总统 副总统 首相 副首相 总理 副总理 主席 副主席 国家主席 总书记 书记 副书记 部长 副部长 部长助理 大臣 外相 防相 财相 外长 副外长 防长 财长 国务卿 副国务卿 国务委员 特使 代表 副代表 常驻代表 大使 公使 参赞 总领事 领事 议员 参议员 众议员 议长 "
    "副议长 发言人 新闻发言人 发言官 局长 副局长 厅长 副厅长 处长 副处长 科长 副科长 司长 副司长 署长 行长 副行长 市长 副市长 省长 副省长 州长 县长 副县长 区长 副区长 镇长 副镇长 乡长 村长 村支书 村主任 特首 行政长官 司令 副司令 司令员 参谋长 政委 上将 中将 少将 上校 "
    "队长 副队长 大队长 中队长 支队长 所长 副所长 院长 副院长 校长 副校长 园长 馆长 台长 社长 主编 总编 总编辑 编辑 主任 副主任 主管 主席团 会长 副会长 理事长 秘书长 副秘书长 干事 总干事 总裁 副总裁 董事长 副董事长 董事 董秘 总经理 副总经理 经理 联创 调研员 店长 厂长 老板 创始人 联合创始人 合伙人 CEO ceo CFO cfo COO coo CTO cto "
    "首席执行官 首席财务官 首席技术官 首席运营官 首席经济学家 首席分析师 首席科学家 经济学家 分析师 策略师 研究员 副研究员 研究总监 总监 教授 副教授 讲师 博士 院士 专家 学者 科学家 工程师 总工程师 律师 法官 检察官 检察长 警长 警官 民警 警员 医生 医师 主任医师 护士 护士长 教练 主教练 主帅 球员 队员 前锋 门将 运动员 裁判 "
    "演员 导演 歌手 制片人 编剧 作家 画家 记者 主播 主持人 博主 专员 司机 机长 船长 乘客 乘务员 团长 副团长 军长 师长 旅长 舰长 连长 排长 班长 族长 酋长 船员 游客 市民 村民 居民 业主 住户 住客 房客 网友 学生 家长 老师 教师 班主任 辅导员 店主 商户 摊主 农民 工人 员工 职员 负责人 工作人员 相关负责人 有关负责人 官员 高官 高级官员 人士 志愿者 消防员 女士 先生 小姐 "
    "父亲 母亲 丈夫 妻子 儿子 女儿 哥哥 弟弟 姐姐 妹妹 爷爷 奶奶 爸爸 妈妈 家属 亲属 亲戚 朋友 同学 同事 室友 邻居 老人 男子 女子 被告人 嫌疑人 受害人 受害者 当事人 委托代理人 代理人 法人 发起人 高管 顾问 助理 秘书 幕僚长 候选人 领导人 领袖 国王 女王 王子 公主 教皇 组长 副组长 召集人 哲学家 思想家 物理学家 化学家 数学家 历史学家 诗人 建筑师 程序员 企业家 投资人 法医 导师 校医 网红 狗仔 妇女 指挥 总指挥 指挥官 指挥长 站长 委员 常委 政协委员 人大代表 "
    "商人 创业者 书法家 作曲家 播音员 模特 列车长 公证员 武官 将军 探险家 登山者 解说员 外交官 理事 执行长 营运长 财务长 董座 立委 市议员 里长 校监 署理 司长 局座 警司 总警司 评论家 政治家 活动家 慈善家 银行家 艺术家 歌唱家 舞蹈家 教育家 督察 督察员 督导员 之父 消防处长 高级副总裁 资深分析师 摄影师 目击者 幸存者 死者家属 遇难者家属 知情人 会长 股长 副股长 班长 总导演 首席 村干部 网格员 管理员 保洁员 保安员 快递员 外卖员 骑手 售票员 讲解员 饲养员 护工 技工 船工 渔民 船主 货主 果农 茶农 菜农 瓜农 粮农 棉农 养殖户 种植户 贫困户 师傅 老板娘 值班员 话务员 调度员 驾驶员 押运员 门卫 保姆 月嫂 村医 部门负责人 项目经理 产品经理 客服 店员 保安 房东 中介 租客 车主 买家 卖家 消费者 投资者 股东 堂哥 堂弟 堂姐 堂妹 表哥 表弟 表姐 表妹 舅舅 叔叔 姑姑 婆婆 公公 岳父 岳母 博士生 硕士生 研究生 本科生 大学生 留学生 中学生 小学生 高中生 初中生 毕业生 实习生 考生 医学生 校友 委员长 审计长 总干事长 干事长 书记长 幕僚 旗手 得主 执行董事长 副总监 副总编 副总编辑 主理人 掌门人 主创 创作者 制作人 监制 编导 指挥家 演奏家 传承人 带头人 代言人 经纪人 掌舵人 常务副总 副总 老总 一把手 名将 老将 领队 助教 策划人 设计师 创办人 主笔 撰稿人 评论员 观察员 调查员 检察员 巡视员 接线员 飞行员 宇航员 航天员 教练员 裁判员 饲养员 辅警 协警 狱警 巡警 交警 特警 刑警 消防官 技术员 技术总监 运营总监 市场总监 产品总监 设计总监 执行董事 独立董事长 独立董事 监事 监事长 合伙人律师 王储 亲王 首领 长老 法老 神父 修女 阿訇 住持 方丈 法师 道长 男星 女星 艺人 影星 歌星 球星 二哥 二姐 胞妹 胞姐 胞弟 胞兄 老公 老婆 前夫 前妻 好友 闺蜜 少校 中校 上尉 中尉 少尉 协调员 事务官 参赛者 参赛选手 选手 获奖者 发明者 经营者 参与者 亲历者 研究者 爱好者 收藏家 打假人 听众 吹哨人 婶子 大哥 大姐 督学 总督学 副主任医师 副主任护师 主任护师 博导 硕导 民代 庭长 副庭长 审判长 审判员 书记员 公诉人 辩护人 导游 销售员 收银员 药师 营养师 教官 大厨 主厨 跑友 车友 队友 战友 病友 球友 导购 农艺师 工艺师 研究馆员 机械师 UP主 up主 生母 生父 养母 养父 继母 嫂子 弟媳 姐夫 妹夫 侄子 外甥 爱人 男友 女友 家人 厨师 渔民 牧民 牧师 主教 小哥 患者 病人 伤者 孕妇 产妇 邮递员 环卫工 环卫工人 水手 士兵 战士 军人 老兵 雇员 传人 父母 双亲 姥姥 姥爷 外婆 外公 外祖父 外祖母 祖父 祖母 伯父 伯母 大伯 伯伯 二叔 三叔 小叔 小姨 大姨 姨妈 姨父 姑妈 姑父 舅妈 舅母 婶婶 儿媳 女婿 孙子 孙女 外孙 外孙女 继子 继女 养女 养子"
).split()
# 代表团, 记者会, 博士后: the title goes on and is none.
TITLE = re.compile(
    rf"(?:首席[\u4e00-\u9fff]{{2,6}}?官|{trie(sorted(set(TITLES)))})(?![团会后席队处馆士部圈室]|性|文章|们(?=[^\s]))|(?<=[\u4e00-\u9fff])[父母妻夫](?=[\u4e00-\u9fff]{{2,3}}$)"
)

TITLE_END = re.compile(rf"(?:{TITLE.pattern})$")

# Possessive, so that what repeats it tries no other way to cut 30日上午10时; the longest form first: 本周二 before 本周.
TIME = (
    r"(?:当地时间|北京时间|美东时间|格林尼治时间|东京时间)?(?:近[一二两三四五六七八九十几数\d]{1,2}个?(?:年|月|周|天|日)(?:以来|来|内)?|(?:本|上|下|这)?(?:周|星期|礼拜)[一二三四五六日天]|今年以?来?|当月|去年[底初末]?|前年[底初末]?|明年[底初末]?|今年[底初]|本月初?底?|上月|上个月|本周|上周|下周|这周|同年|同月|次日|翌日|当天|当日|当晚|同日|同一天|今天|今日|今晨|今早|今晚|[今昨前](?:天|日|晚)?（\d{1,2}日?）[日天晚]?|昨天|昨日|昨晚|昨夜|前天|前日|明天|近日|日前|近期|最近|此前不久|此前|不久前|早些时候|稍早时候|稍早前?|连日来|近年来|多年来|近来|长期以来|一直以来|稍后|随后|之后|其后|事后|此后|早前|先前|刚刚|目前|当时|现在|如今|之前|前不久|"
    r"(?:\d{2,4}\s?年\s?)?(?:\d{1,2}\s?月\s?)?\d{1,2}\s?[日号](?!线|楼|院|店)(?:[-—–至到](?:\d{1,2}\s?月)?\d{1,2}[日号])?(?:晚(?![间上报会]))?|(?:二十[一二三四五六七八九]?|三十一?|十[一二三四五六七八九]?|[一二三四五六七八九])日(?![本报系])|\d{2,4}\s?年(?:\s?\d{1,2}\s?月(?:份|底|初|中旬|上旬|下旬|末)?)?|\d{1,2}月(?:份|底|初|中旬|上旬|下旬|末)?|[一二三四五六七八九十]{1,3}月(?:[一二三四五六七八九十]{1,3}[日号])?|(?:清晨|凌晨|早间|早上|早晨|上午|中午|下午|傍晚|晚上|晚间|夜间|深夜|晚(?=[，\s]|间|上|对|在|向|就|表|$)|午间|夜里|半夜)|\d{1,2}[时点：:](?:\d{1,2}分?|半|许|左右|多)?|（[\d年月日周一二三四五六日\s]{1,14}）)++(?:的时候|左右|许|晚些时候|稍早|早些时候)?"
)

PRONOUN = re.compile(
    r"(?:他们?|她们?|它们?|其|对方|双方|两人|二人|三人|本人|前者|后者|此人|这些人|"
    r"(?:这(?![么样里])|该|上述|那(?![么样里])|前述)(?:一|两|些|几|那|这)?(?:位|名|个|家|份|则|项|所|款|篇|起|条|段|张|封|间|支)?[^，的]{0,12}|公司(?:方面)?|(?:园|院|校|厂|店|馆)方)$"
)
_ANONYMOUS_HEADS = (
    "网友|网民|目击者|围观者|围观群众|群众|路人|居民|市民|村民|邻居|邻里|游客|乘客|旅客|学生|家长|业主|观点|看法|说法|声音|意见|评论|舆论|外界|市场分析|市场人士|市场观点|坊间|民间|人士|人们?|专家|学者|专家学者|官员|高官|分析|分析师|律师|粉丝|派粉|读者|观众|球迷|股民|投资者|消费者|支持者|反对者|批评者|批评人士|老师|医生|司机|车主|商家|店主|员工|工人|同学|朋友|记者|大家|爆料者|博主|传言|传闻|街坊|户主|买家|卖家|用户|玩家|工友|摊主|商户|"
    "人权组织|机构|亲友|热心人|志愿者|受访者|与会者|参会者|嘉宾|从业者|从业人员|业者|投资人|开发者|玩家|考生|旅行者|用户|男子|女子|小伙|老人|大爷|大妈|阿姨|小伙子|顾客|食客|租客|住户|当事人|目击民众|民众|百姓|老百姓|农民|渔民|商贩|小贩|经济学家|分析家|交易员|市场|同事|前同事|亲历者|幸存者|消息"
)
ANONYMOUS = re.compile(
    r"(?:(?:有|一|某)?条?(?:评论|留言|弹幕|跟帖)|[有相]关方面|.{0,16}(?:消息(?:人士|灵通人士|源)|(?:网友|网民|目击者|粉丝)们?|知情(?:人士|者|人)|业内(?:人士|人)?|业界(?:人士)?|圈内(?:人士|人)?|内部人士|行业人士|市场人士|权威人士|匿名人士|分析人士|观察人士|专业人士|媒体人士|爆料人|接近.{0,16}人士)|"
    r"(?:(?:有|所有|一|一名|一位|一个|一些|另|另一|另一名|另一位|另有|另外|还有|也有|就有|都有|更有|但有|有的|有些|某|某位|两名|两位|三名|三位|多名|多位|几名|几位|数名|部分|不少|许多|很多|众多|大量|广大|有关|相关|匿名|其他|现场|在场|当地|附近|当时|热心|知情|周边|周围|路过|外籍|海外|国内外|国内|国外|美国|西方|普通|资深|多数|大多数|绝大多数|上万|与会|参会|受访|到场|参展|不愿具名的?|要求匿名的?|不愿透露姓名的?|未具名的?|不具名的?|年轻|中国|热心)*"
    rf"(?:{_ANONYMOUS_HEADS})(?:(?:和|及|与|、)(?:{_ANONYMOUS_HEADS}))?们?))$"
)

# 妹妹告诉她自己没事，想出来散心: no mark stands between who is told and what.
HEARER = re.compile(
    r"(?:[^，。；：“的]{0,14}?记者|[他她我你]们?|对方|大家|家属|家长|家人|警方)(?:说|称)?"
    r"(?![的们和与及、，：“ \n家父母亲朋说称]|自己的?[，：])(?=[^，。；：“]{4,})"
)


def can_hear(cue: str, words: str) -> bool:
    """Whether what stands between 告知 and a comma is somebody: 家长 is, 道路恢复通行 is what they were told."""
    if cue != "告知" or not words:
        return True  # 告诉 takes nobody else
    tags = rjieba.tag(words, False)
    is_act = tags[0][1] in ("d", "v") or (len(tags) > 1 and tags[-1][1] in ("v", "vn"))
    return not is_act or TITLE_END.search(words) is not None or BODY_TAIL.search(words[-3:]) is not None


# How the names of bodies end.
BODY_TAIL = re.compile(
    r"公司|集团|协会|联合会|委员会|委|部|局|厅|处|署|院|所|大学|学院|中学|小学|学校|幼儿园|医院|银行|法院|检察院|政府|警方|警察局|公安局|派出所|法庭|动物园|公园|机场|地铁|航空|通讯|科技|股份|证券|基金|工会|商会|学会|基金会|俱乐部|酒店|景区|中心|机构|组织|联盟|议会|国会|内阁|大使馆|领事馆|使馆|军方|总队|支队|大队|研究院|研究所|交易所|委员会|车站|码头|超市|商场|街道办|办事处|街道"
)

BODY_TAIL_END = re.compile(rf"(?:{BODY_TAIL.pattern})$")

# 科技咨询公司ICV: what kind of firm it is, and no name of it.
TRADE_OF_FIRM = "人工智能|科技|技术|咨询|市场|调研|研究|投资|数据|分析|互联网|软件|汽车|信息|网络|安全|金融|服务|风险|管理|生物|医药|制药|能源|社交|芯片|半导体|地产|航运|物流|矿业|石油|食品|游戏|影视|旅游|航天|机器人|评级|支付|电商|零售|光伏|电池|手机|家电|打印"
ANY_FIRM = rf"(?:全球|国际|知名|行业|{TRADE_OF_FIRM})+(?:公司|机构|企业|集团)"

# 萧山市民: before a word for anybody stands a place, and no name.
_ANYBODY = frozenset(
    "市民 村民 居民 网友 记者 学生 游客 乘客 民警 警员 医生 护士 工人 员工 职员 负责人 工作人员 相关负责人 有关负责人 官员 高官 业主 住户 家长 农民 商户 消费者 投资者 专家 学者 律师 法官 检察官 渔民 果农 高管 客服 保安 发言人 新闻发言人 消防员 志愿者 球员 队员 官兵 店员 家属 亲属 家人 朋友 同学 同事 邻居 老人 男子 女子 股东 议员 代表 "
    "助理 秘书 经纪人 父亲 母亲 丈夫 妻子 儿子 女儿 哥哥 弟弟 姐姐 妹妹 二哥 二姐 胞兄 胞弟 胞姐 胞妹 爷爷 奶奶 爸爸 妈妈 姑姑 舅舅 叔叔 老公 老婆 前夫 前妻 男友 女友 爱人 好友 闺蜜 室友 亲戚 婆婆 公公 岳父 岳母 嫂子 雇员 父母 双亲 姥姥 姥爷 外婆 外公 外祖父 外祖母 祖父 祖母 伯父 伯母 大伯 伯伯 二叔 三叔 小叔 小姨 大姨 姨妈 姨父 姑妈 姑父 舅妈 舅母 婶婶 儿媳 女婿 孙子 孙女 外孙 外孙女 继子 继女 养女 养子".split()
)

_OUTLET_TAIL = (
    r"(?:通讯社|卫星社|新闻台|日经|电视[一二三四五六七八九十]?台|广播公司|新闻社|新闻网|新闻与商业频道|新闻频道|之声|新闻周刊|新闻|日报|晚报|早报|晨报|时报|商报|都市报|快报|邮报|周刊|周报|杂志|卫视|电台|[\u4e00-\u9fff]报(?!道|告|警|名|案|价|考|销|表|社|业|纸)|社(?=$|[^区会团员保长科])|网(?=$|[^友民络站红购点约络贷]|站)|在线|频道|客户端|融媒体中心|融媒体|媒体|央视|总台|[外美英日韩俄港台德法印官党]媒(?!体)|外电|路透|彭博|财经|传媒|观察者|观察报|头条|广播|电视|梨视频|我们视频|豫视频|之家|"
    r"BBC|CNN|NHK|AFP|bbc|cnn|nhk|afp|ettoday|abc|nbc|cbs|fox|tvb)"
)
_OUTLET_NAME = re.compile(
    rf"(?:网易|搜狐|新浪|腾讯|凤凰)(?:娱乐|新闻|财经|科技|体育|号|网|视频|汽车|军事)?|《[^》]{{2,16}}》|[\u4e00-\u9fffA-Za-z·0-9]{{0,12}}?{_OUTLET_TAIL}(?:{_OUTLET_TAIL}|[\u4e00-\u9fff]{{0,2}}{_OUTLET_TAIL})*"
)
# 云州应急管理局网站: what a body puts on its own site it says itself.
OWN_SITE = re.compile(
    r"(?P<body>[^，。；：的《]{1,16}?(?:公司|集团|协会|委|部|局|厅|署|院|馆|大学|医院|银行|检察院|法院|政府|警方|组织|中心|办|会|所))(?:官方)?网站(?:\d{1,2}[日月].{0,6})?$"
)
NOT_OUTLET = re.compile(
    r"[了着过](?=(?:相关|有关|任何)?媒体)|未见|看(?:[了过着]看?)?(?:电视|广播)|年报|财报|季报|通报|情报|(?<!大)(?<!科学家)公报|海报|举报|(?<!文)汇报|研报|预报|简报|电报|上报|填报|申报|播报|快报数据|战报|喜报|捷报|回报|谎报|瞒报|互联网|电网|官网|全网|因特网|旅行社|合作社|信用社|出版社|供销社|社交媒体|自媒体|新媒体|多媒体|微博|网络"
)
# 有资深技术人员: somebody is said to exist, and no more.
SOME = re.compile(
    r"有的$|(?:也|还|就|更|但|另|曾|已)?有(?!限|关|理由|必要|可能)(?:的|些|[^，的]{1,10}的(?=朋友|人|网友|同学|同事|邻居|读者|粉丝|专家|学者))?[^，的]{1,14}$"
)
_DETERMINERS = re.compile(
    r"^(?:据|有|一家|多家|另有|另一家|此前|根据|不少|许多|部分|随后|目前|今天|昨天|近日|日前|综合|这|该|对|向)+"
)
OUTLET = re.compile(
    rf"[^，。；：的]{{0,10}}?(?:《[^》]{{1,16}}(?:报|报道|刊|网|新闻|杂志|观察|财经|时代|周末|人物|卫报|经济学人)》|{_OUTLET_TAIL})(?:网站|中文网|客户端|官网|官微|记者|评论员|编辑部|报道|旗下.{{0,8}})*$",
    re.I,
)

_DOCUMENTS = (
    "专题片|纪录片|短片|判决|裁决|诉讼|评估|图像|影像|认定书|案例|自述|网志|许可|软件|应用程序|小程序|仪器|检查单|报告单|检查报告单|化验单|成绩单|结论|研究结论|讣告|讣文|悼文|新规|公报|新闻公报|宪法|刑法|民法典|法律|证件|户口本|规程|实验|试验|预测|素材|大屏|显示屏|协议书|搜查令|诊断证明|诊断书|病历|影片|文档|纪要|调研|测算|流量表|负债表|利润表|摘要|抽检|测试|对比|博文|长文|监控画面|传单|微博|微信|公众号|官微|公号文章|文章|声明|公告|通告|通知|通报|说明|报告|年报|半年报|季报|财报|研报|研究|调查|民调|数据|数字|统计|资料|简历|文件|判决书|裁决书|起诉书|裁定书|决定书|信息|视频|监控|录像|录音|画面|照片|图片|截图|记录|报道|消息|社论|公开信|来信|信函|致辞|贺电|电文|结果|监测|鉴定|公报|白皮书|意见|草案|方案|规定|条例|合同|协议|预报|预警|通稿|新闻稿|"
    "回复函|问询函|监管函|函|传票|证词|材料|日志|账单|海报|推文|帖子|网帖|启事|帖文|博文|短信|邮件|电邮|内部信|备忘录|书面回复|回复|测定|招股书|榜单|排行榜|指数|模型|图表|计划|备案|名单|论文|一文|图|字幕|公示|档案|遗书|纸条|留言|标语|笔记|日记|传记|回忆录|诉状|起诉状|申请书|清单|表格|官网|官方网站|网站|网页|页面|(?<![A-Za-z])APP|(?<![A-Za-z])app|平台|系统|快报|月报|周报|意见书|建议书|倡议书|通函|公函|情况|简报|提示|须知|手册|说明书|介绍|规范|准则|章程|办法|细则|条款|第[一二三四五六七八九十百\\d]+条|法案|决议|宣言|指南|指引|标准|公约|协定|规划|纲要|政策|议案|提案|判例|合约|账目|卷宗|供词|口供|笔录|社评|评论文章|述评|时评|专栏"
)
PAPER = re.compile(
    rf"(?P<of>.*?)(?:的)?(?P<head>(?:(?:测量|监测|检测|走访|研究|分析|统计)[和与及]|官方|最新|联合|公开|内部|停诊|停课|警情|情况|初步|调查|检测|统计|监控|现场|监测|工商|书面|个人|政府|研究|聊天|相关|有关|一份|一则|一篇|一段|这份|该份)*(?:{_DOCUMENTS})|《[^》]{{2,40}}》(?:一文|报告)?)(?:中|里|上)?$"
)

COURTESIES = frozenset(
    {
        "医生",
        "女士",
        "先生",
        "小姐",
        "老师",
        "教授",
        "警官",
        "律师",
        "博士",
        "校长",
        "局长",
        "队长",
        "老板",
        "经理",
        "主任",
        "院长",
        "上将",
        "中将",
        "少将",
        "大校",
        "上校",
        "中校",
        "少校",
    }
)
# The last character of a word for a person, or of a body before a name (云州大学林远).
_HAN_NAME = re.compile(r"[\u3400-\u9fff\U00020000-\U0003ffff]{2,4}$")
_OF_PEOPLE = frozenset("人者员家师手星户院会所社校系司行”农工匠嫂娘爷婶伯迷童兵官长总夫友民客生士")
_OF_PLACES = "村县镇乡市区州省路街站厂院校局社队组班店馆"  # 吴营村村支书
_ACTING = "对向在跟从就与同指给因被将把"  # what opens the words after a name
_ONCE = tuple(f"曾{char}" for char in _ACTING)
# 总理府, 专家组, 部长级: what ends so after a title is no name.
_NO_NAME = frozenset("暨后组会府团级国方们线站处院部局委办所厅室队社报网称说人家员长等")
_COMPOUND = (*DOUBLE_SURNAMES, "独孤", "长孙", "宇文", "轩辕", "完颜", "纳兰")
_FOREIGN = re.compile(r"[\u4e00-\u9fffA-Za-z.]{1,10}(?:\s?[·\-－]\s?[\u4e00-\u9fffA-Za-z.]{1,10}){1,5}$")
_LATIN = re.compile(r"[A-Za-z][A-Za-z.\- ]{1,30}$")
_NUMBERED = re.compile(r"(?<=..)[一二三四五六七八九十]+世$")  # 贝尔金六世
_LATIN_NAME = re.compile(r"[A-Z][a-z]+(?: [A-Z][a-z.]*)? [A-Z][a-z]+$")
_BYNAME = re.compile(
    r"(?:[\u4e00-\u9fff]{1,2}(?:某某?|先生|女士|小姐|医生|老师|老汉|大爷|大妈|阿姨|教授|警官|律师|同学|师傅)|[小老阿][\u4e00-\u9fff]{1,2}(?<![是也在就还都说和对向的了称则曾已不])|[\u4e00-\u9fff]某[\u4e00-\u9fff]?(?<!的)|[\u4e00-\u9fff]{1,2}[×xX*]{1,2}[\u4e00-\u9fff]?)$"
)
# Characters that transliterate foreign names, and hardly anything else.
TRANSLITERATED = frozenset(
    "阿菲埃艾奥巴拜班邦保贝本比彼别宾波博伯布查达戴丹德登蒂迪杜多厄恩尔法费芬佛弗夫福盖甘冈戈格根贡古哈海汉豪赫亨霍基吉加贾杰金卡凯坎康考科克肯库夸奎拉莱兰朗劳勒雷里利莉丽林琳隆卢鲁路伦罗洛马玛迈麦曼梅门蒙米密姆莫墨默姆穆纳娜南内尼涅宁纽努诺帕佩皮珀普奇齐恰乔切琼丘让热日茹儒瑞若萨塞桑瑟森沙山舍申圣施什史舒斯苏索塔泰坦汤特滕提廷图托瓦万旺威韦维温文翁沃乌伍武西希锡夏香谢辛欣休雅亚扬耶叶伊因英尤于约泽扎詹兹卓佐朱姿鲍朴茨顿列娃丝昂季娅莎茜蕾薇黛妮喀翰素绍罕柯逊赖肖欧卜歇廉朔连赛丁席略修留尚冯胡"
)


TRANSLITERATING = "".join(sorted(TRANSLITERATED))  # for a class in a pattern
# The words of a segmenter that name somebody or something.
PROPER_NOUNS = frozenset({"nr", "nrt", "ns", "nt", "nz"})
_LATIN_TAIL = re.compile(r"(?<=[官长员师总家人士者授])\s?(?P<name>[A-Z][A-Za-z.'’-]+(?: [A-Z][A-Za-z.'’-]+){0,3})$")
_TRANSLITERATED_TAIL = re.compile(rf"(?<=[官长])(?P<name>[{TRANSLITERATING}]{{3,6}})$")


_AND_KIN = re.compile(r"[和与及](?:[继生养岳祖伯叔][父母]|[父母]亲|丈夫|妻子|儿子|女儿|[哥姐弟妹])")  # 生母和继父


_COUNTED = re.compile(
    r"^(?:我?记得|另一?[位名]|但|如果|而|并|且|也|号(?=..队)|岁的?|日(?=[美俄英法德韩])|日?已有|.{0,8}(?:提交给|交给|如何看待|公布了.{2,6}与)|[^，。]*供图|[被由]|后续|(?:公开)?宣判|搜查|逮捕|起诉|弹劾|会见|采访|支持|反对|批评|提名|邀请|任命|拘捕|抓捕|(?:[已另还又也]|其中)?有(?=[一两二三四五六七八九十几多数]))?(?:[一两二三四五六七八九十几多数]+[名位])?(?=.{2})"
)  # 已有两名议员林远和何青


_SPACED = re.compile(rf"[{TRANSLITERATING}]{{2,6}} [{TRANSLITERATING}]{{2,6}}")  # 艾哈迈德 达米里亚


def titled(words: str) -> tuple[str, str] | None:
    """Name and role of 云州市市长林远: what follows the last title, where it can be a name."""
    for title in reversed(list(TITLE.finditer(words))):
        name = words[title.end() :].strip()
        if not name:
            return _bynamed(words, title)
        if len(title.group()) == 1 and set(words[max(0, title.start() - 1) :]) <= TRANSLITERATED | {"夫"}:
            continue  # 桑多夫斯基
        if _SPACED.fullmatch(name):
            return name, words[: title.end()]
        if (
            TITLE.fullmatch(name)
            or _AND_KIN.match(name)
            or name[0] in "和与及、从对"
            or "的" in name
            or (len(name) < 4 and name[-1] in "县市区")  # 自治州长顺县
            or not is_name(name, after_title=True)
        ):
            continue
        name = plain_name(name.rstrip("与跟向对在也于则站坐") if len(name) > 2 else name)
        role = words[: title.end()]
        if role.startswith("“") and not _QUOTED_BODY.match(role):
            role = role[role.rfind("”", 0, -1) + 1 :]  # “…”美国总统林远: what a heading left
        if (
            (pair := _AND_ANOTHER.fullmatch(role))
            and (first := titled(pair["first"]))
            and _is_whole_name(first[0], pair["first"])
        ):
            return first[0] + pair["and"] + name, ""  # 总统林远与总理何青
        at = role.rfind("的")
        if at > 0 and len(role) - at > 3 and not _is_of_body(role[:at]) and not _is_officer(role[:at]):
            role = role[at + 1 :]
        return name, _COUNTED.sub("", role)
    return _tagged_name(words)


_QUOTED_BODY = re.compile(rf"“[^“”]{{0,16}}(?:{BODY_TAIL.pattern}|教育|传媒|学堂|工作室)”")  # “远山公司”负责人
_HAN = 3  # characters of a Chinese name; 野田佳彦 has more
_AND_ANOTHER = re.compile(r"(?P<first>[^和与、]{4,24})(?P<and>[和与、])[^和与、]{2,30}")


def _is_whole_name(name: str, words: str) -> bool:
    """No 权益保护 of 消费者权益保护和…局局长, and no 华为 of 华为副总裁、…CEO."""
    if not words.endswith(name):
        return False
    if "·" in name or set(name) <= TRANSLITERATED or may_name(name, is_rare=True):
        return True
    return len(name) > _HAN and not any(len(word) > 1 and tag in ("v", "vn") for word, tag in rjieba.tag(name, False))


def _is_officer(words: str) -> bool:
    """最高领袖贝尔金（的政治顾问）: somebody with an office, whose adviser it is."""
    office = TITLE.search(words)
    is_named = office is not None and is_name(words[office.end() :], after_title=True)
    return is_named and rjieba.tag(words, False)[0][1][:1] in "nj"


def _is_of_body(words: str) -> bool:
    """云州大学远山分校（的教授）: a body before 的, and nothing that anybody does."""
    is_body = words[-1].isascii() or BODY_TAIL.search(words[-4:]) is not None or words.endswith(("分校", "实验室"))
    return is_body and all(tag[:1] in "njxesbamqfi" for _, tag in rjieba.tag(words))


# With spaces round the dot as some pages write it, and 蒂姆·伯纳斯-李.
DOTTED = re.compile(
    r"(?P<first>[\u4e00-\u9fff]{1,24})(?P<rest>(?:\s?·\s?[\u4e00-\u9fff]{1,8})+)(?P<tail>-[\u4e00-\u9fff])?"
)


def dotted_start(first: str) -> int:
    """Where the name starts in the characters before its first dot: 民主党人珍妮特 gives 4."""
    at = len(first)
    for title in reversed(list(TITLE.finditer(first))):
        if title.end() < at and set(first[title.end() :]) <= TRANSLITERATED:
            return title.end()  # 首席财务官艾米, whatever the segmenter makes of 官
    for word in reversed(rjieba.cut(first)):
        if at < len(first) and (TITLE.fullmatch(word) or not set(word) <= TRANSLITERATED):
            break
        at -= len(word)
    return at


def _tagged_name(words: str) -> tuple[str, str] | None:
    """知名打假人林远: a name after any word for a person."""
    if "·" in words and (dotted := DOTTED.search(words)) and dotted.end() == len(words):
        at = dotted.start() + dotted_start(dotted["first"])
        return (plain_name(words[at:]), words[:at]) if at >= 2 else None
    for size in (3, 2):
        role, name = words[:-size], words[-size:]
        if role.endswith("官") and name.startswith("方"):
            continue  # 官方博客
        if set(role[-2:] + name) <= TRANSLITERATED:
            continue  # 安德罗夫斯基
        if (
            len(role) >= 2
            and (role[-1] in _OF_PEOPLE or role.endswith(("大学", "学院")))
            and name[0] in SURNAMES
            and name[-1] not in "我你"
            and not BODY_TAIL.search(name)
            and not _OPENS_WITH_ACT.match(role)
            and (is_name(name) or (role[-1] in "官长总户" and may_name(name, is_rare=True)))
        ):
            return name, _COUNTED.sub("", role)
    # 北国审计长弗洛雷斯, 公司首席投资官Vincent Mortier
    found = _TRANSLITERATED_TAIL.search(words) or _LATIN_TAIL.search(words)
    if found and found.start("name") >= 3:
        return found["name"], words[: found.start("name")].rstrip()
    return None


_OPENS_WITH_ACT = re.compile(r"看[完过到]|读完|听[完到]|正好|刚好|恰好")  # 看完长文想总结
_GOES_ON = re.compile(rf"[等和与及、的们家一夫某]|.{{0,6}}(?:{TITLE.pattern})|.?$")


def dotted_head(words: str) -> int | None:
    """Where the name in 村民比特里兹·劳拉带着记者爬上木屋 ends."""
    for title in TITLE.finditer(words):
        foreign = _DOTTED_HEAD.match(words, title.end())
        if foreign and _is_act(words[foreign.end() :]):
            return foreign.end()
    return None


def named_head(words: str) -> int | None:
    """Where the name in 云州市市长林远指着地图 ends: a phrase that a verb was not seen to end is cut there."""
    for title in TITLE.finditer(words):
        at, tags = title.end(), rjieba.tag(words[title.end() :])
        size = 0
        for number, (word, tag) in enumerate(tags[:5]):
            if size >= 2 and (tag[:1] in "vpd" or word[0] in _ACTING):
                name = words[at : at + size]
                if set(name) <= TRANSLITERATED:
                    return at + size if words[at + size] not in TRANSLITERATED else None
                return at + size if may_name(name, is_rare=True) else None
            if len(word) > 1 and not tag.startswith("nr") and number == 0 and not set(word) <= TRANSLITERATED:
                break
            if (
                number == 1
                and len(word) > 1
                and (
                    _is_han_name(words[at : at + size])
                    or (tag[0] != "n" and _is_foreign_head(words[at : at + size], word))
                )
                and not _GOES_ON.match(words, at + size)
            ):
                return at + size  # 学生李萍手提宫灯
            size += len(word)
            if size > 6:
                break
    for match in re.finditer(f"[{_ACTING}]", words[2:]):
        # 列维奇对塔通社: the segmenter took the preposition into the name.
        before = words[: match.start() + 2]
        if titled(before) or (set(before) <= TRANSLITERATED and len(before) <= 6):
            return match.start() + 2
    return None


_DOTTED_HEAD = re.compile(rf"[\u4e00-\u9fff]{{1,6}}(?:·[\u4e00-\u9fff]{{1,6}})*·[{TRANSLITERATING}]{{1,6}}")


def _is_act(words: str) -> bool:
    return _AT_AN_ACT.fullmatch(words) is not None or (
        len(words) >= _TOLD and rjieba.tag(words, False)[0][1][:1] in "vdp"
    )


_AT_AN_ACT = re.compile(rf"(?![{TRANSLITERATING}]{{2}})[\u4e00-\u9fff]{{2,5}}[时后]")  # 安东·贝尔金离场时


_TOLD = 4  # characters of what somebody does; what is shorter may be the rest of his name


def _is_foreign_head(name: str, word: str) -> bool:
    """协调员柯比第一时间出来: what transliterates is the name, and no other word does."""
    return len(name) > 1 and set(name) <= TRANSLITERATED and word[0] not in TRANSLITERATED


def _is_han_name(words: str) -> bool:
    return len(words) in (2, 3) and words[0] in SURNAMES and not set(words) <= TRANSLITERATED and _is_tagged(words)


_SAID_OF = re.compile(r"(?<=..)[正则也还都曾在对向就将已又却仍便]")  # 安东·贝尔金则寄望


def plain_name(name: str) -> str:
    """何青老师 and 林远本人 are the names without what follows them."""
    if "·" in name:
        at = name.rindex("·") + 1
        return name[:at] + _SAID_OF.split(name[at:])[0]
    for courtesy in (
        *COURTESIES,
        "本人",
        "自己",
        "方面",
        "院士",
        "同志",
        "老人",
        "大爷",
        "大妈",
        "奶奶",
        "爷爷",
        "阿婆",
        "阿公",
        "阿姨",
    ):
        if name.endswith(courtesy) and len(name) - len(courtesy) >= 2:
            return name.removesuffix(courtesy)
    return name


_AFTER_NAMES = frozenset("院士 教授 副教授 研究员 副研究员 主任医师 副主任医师 博士 律师 医生".split())


def _named_after_body(words: str) -> tuple[str, str] | None:
    """云州天文台林远（院士）: a body, and a name right behind it."""
    for size in (3, 2):
        body, name = words[:-size], words[-size:]
        is_of_body = len(body) > 3 and (BODY_TAIL_END.search(body) or body[-1] in "台系馆站")
        if (
            is_of_body
            and not BODY_TAIL.search(name)
            and name[-1] not in "科室系组"
            and (is_name(name) or may_name(name, is_rare=True))
        ):
            return name, body
    return None


_ANY_OF = re.compile(r"(?:观众|游客|市民|居民|顾客|乘客|家长|读者|村民|业主|用户|消费者|旅客|住户|商户|学生|网友)$")


def _bynamed(words: str, title: re.Match[str]) -> tuple[str, str] | None:
    """其管床医生张医生: a surname before a title of courtesy is a name."""
    before = words[: title.start()]
    # 林远外长, 安东·贝尔金少将: the name stands before its title; 林远助理 is somebody else.
    if (
        is_name(before)
        and len(before) > 1
        and before[-1] not in _OF_PLACES
        and title.group() not in _ANYBODY
        and not TITLE.match(before)
    ):
        return before, title.group()
    if title.group() in _AFTER_NAMES and (found := _named_after_body(before)):
        return found[0], found[1] + title.group()
    if title.group() in _AFTER_NAMES - {"律师"} and may_name(before, is_rare=True) and before[-1] not in "和与及同":
        return before, title.group()  # 施拓副主任医师; 林远律师 may be his lawyer
    one = before[:-1]
    if (
        title.group() in COURTESIES
        and before[-1:] in SURNAMES
        and (one.endswith("之子") or TITLE_END.search(one) or _ANY_OF.search(one))
    ):
        return before[-1] + title.group(), one  # 司机之子詹先生
    if title.group() in COURTESIES and (found := titled(before) or _tagged_name(before)):
        return found
    at = title.start() - 1
    if title.group() not in COURTESIES or at < 0 or words[at] not in SURNAMES:
        return None
    if at and len(rjieba.cut(words[at - 1 : at + 1], False)) == 1:
        return None  # 一位民宿老板
    role = words[:at]
    if role and role[-1] not in _OF_PEOPLE and not re.search(rf"(?:{TITLE.pattern}|[的人位名])$", role):
        return None
    return words[at:], role.rstrip("的")


def is_name(words: str, *, after_title: bool = False) -> bool:
    """Whether words can be a person's name; after a title less is asked."""
    if "的" in words or words.startswith(_ONCE) or words.endswith(("她", "它", "他")):
        return False  # 负责人曾向…
    words = _NUMBERED.sub("", words)
    if _BYNAME.match(words):
        return True
    if _FOREIGN.match(words):
        return len(words) <= 24
    if _LATIN.match(words):
        return after_title or _LATIN_NAME.match(words) is not None
    if not 2 <= len(words) <= 8 or not all("\u3400" <= char <= "\u9fff" or char >= "\U00020000" for char in words):
        return False
    if (
        sum(char in TRANSLITERATED for char in words) >= len(words) - (len(words) > 3)
        and len(words) >= 2
        and (after_title or _is_tagged(words))
    ):
        return True
    if words.startswith(_COMPOUND):
        return len(words) <= 4
    if after_title and _is_japanese(words):
        return True
    if after_title and words[0] in SURNAMES and len(words) <= 3:
        return words[-1] not in "组会府团级们"
    if after_title and len(words) > 4:
        return _is_strange(words)
    if after_title:
        return len(words) <= 4 and words[-1] not in _NO_NAME and not _is_word(words) and not _is_done(words)
    if len(words) > 3:
        return _is_foreign(words)
    return words[-1] != "是" and words[0] in SURNAMES and _is_tagged(words)


def _is_done(words: str) -> bool:
    """民警写完: two verbs behind an office are what its holder does."""
    tags = rjieba.tag(words, False)
    return len(tags) > 1 and all(tag == "v" for _, tag in tags) and not set(words) <= TRANSLITERATED


def _is_strange(words: str) -> bool:
    """马莉淑洁达: a long name that no dictionary holds, most of its characters such as transliterate."""
    if len(words) > 6 or not {words[0], words[-1]} <= TRANSLITERATED or not set(words).isdisjoint("和与及"):
        return False
    most = 5 * sum(char in TRANSLITERATED for char in words) >= 3 * len(words)
    return most and not any(len(word) > 1 and tag[0] in "vdpcu" for word, tag in rjieba.tag(words, False))


def _is_foreign(words: str) -> bool:
    """安东诺夫: a name that the dictionary holds, whatever its characters."""
    return words[-1] not in _NO_NAME and [tag for _, tag in rjieba.tag(words, False)] in (["nr"], ["nrt"])


def may_name(words: str, *, is_rare: bool = False) -> bool:
    """Whether words could be a name that no dictionary holds: 施拓, 汤有田; `is_rare` asks that it holds none of them."""
    if not _HAN_NAME.match(words) or words[0] not in SURNAMES or words[-1] in "说称也还则就当是在对向从的了曾已不":
        return False
    if not is_rare:
        return True
    # Without its guesses at unknown words, so that what is left are words of the dictionary.
    return words[0] not in "和从于同跟都可要能就又" and all(
        len(word) == 1 or tag.startswith(("nr", "ns")) for word, tag in rjieba.tag(words, False)
    )


_JAPANESE = re.compile(
    r"(?![\u4e00-\u9fff]*[的了是在就也都把被给说称表示对向让使])[\u4e00-\u9fff]{3,4}[子夫郎男雄彦介之美丸胜司吾助哉香苗]$"
)
_OWN_NAMES = ("足立", "高市", "石破")  # that the dictionary takes for verbs or nouns


def _is_japanese(words: str) -> bool:
    """羽场久美子, 足立昌胜: four or five characters that open as a family name and end as a given one."""
    if not _JAPANESE.match(words):
        return False
    tag = rjieba.tag(words, False)[0][1]
    return words.startswith(_OWN_NAMES) or tag.startswith(("nr", "ns", "nz"))


def _is_word(words: str) -> bool:
    """走到丈夫面前, 接过信封: words of the dictionary that name nobody."""
    tags = rjieba.tag(words, False)
    if len(tags) > 1:  # 接过信封, 盯着画面
        return (tags[0][1] in ("v", "p", "d", "c") and len(tags[0][0]) > 1) or tags[1][1] in ("uz", "ug", "ul")
    return tags[0][1] not in ("x", "nz", "ns") and not tags[0][1].startswith("nr")


def _is_tagged(words: str) -> bool:
    """A name by the dictionary's eyes: tagged so, or made of characters that form no word."""
    tags = rjieba.tag(words)
    if len(tags) == 1:
        return bool(tags[0][1].startswith("nr"))
    if words[0] == "都":
        return False  # 家长都被, 议员都站
    # 李在镕: 李在 is no name, but what is left over is one.
    return (len(words) == 3 and any(tag.startswith("nr") for _, tag in tags)) or (
        len(words) <= 3 and all(len(word) == 1 for word, _ in tags)
    )


# 自媒体“云州看点”: an account is an outlet by its name.
_ACCOUNT = re.compile(
    r"(?:自媒体|公众号|账号|帐号|视频号|抖音号|头条号|百家号|官微|大V)[“《@](?P<name>[^”》，。\n]{2,16})[”》]"
)
# What points back to the outlet named before.
POINTING = re.compile(
    r"(?:该|上述|这[个家篇则])?(?:报道|文章|账号|帐号|公众号|帖子|自媒体)$|该(?:报|台|社|网|网站|媒体|博主|刊)$"
)


# 据外媒 FarHills 今日报道: the name stands after the kind.
FOREIGN_OUTLET = re.compile(
    r"[\u4e00-\u9fff]{0,6}(?:[外美英日韩俄法德]媒|媒体|网站|博客)\s*(?P<name>(?=[0-9]{0,3}[A-Za-z])[A-Za-z0-9][A-Za-z0-9.&'’\-]*(?: [A-Za-z0-9][A-Za-z0-9.&'’\-]*){0,3})"
)


# 绿媒“远山新闻”, 美媒《远山邮报》: of what side it is, and its name.
KIND_OF_OUTLET = re.compile(
    r"[^，。；：“”《》]{0,6}(?:[\u4e00-\u9fff]媒|媒体|报纸|杂志|刊物|网站)(?:“(?P<name>[^“”]{2,16})”|(?P<title>《[^》]{2,30}》)(?:独家|最新|网站)*)"
)


def outlet_in(plain: str, start: int, end: int) -> tuple[int, int] | None:
    """The outlet within a noun phrase: 美国《远山邮报》网站 gives 《远山邮报》, 总台记者 gives 总台."""
    if called := KIND_OF_OUTLET.match(plain, start, end):
        return called.span("title") if called["title"] else called.span("name")
    if account := _ACCOUNT.search(plain, start, end):
        return account.span("name")
    if foreign := FOREIGN_OUTLET.search(plain, start, end):
        return foreign.span("name")
    title = re.compile(r"《[^》]{2,16}》").search(plain, start, end)
    if title:
        return title.span()
    opening = _DETERMINERS.match(plain[start:end])
    first = start + (opening.end() if opening else 0)
    first += plain.startswith("@", first)
    if plain.startswith(("本报", "本网", "本台", "本社", "本刊"), first):
        return None
    match = _OUTLET_NAME.match(plain, first, end)
    if match and plain.startswith("站", match.end()) and OWN_SITE.match(plain[first : match.end() + 1]):
        return None
    if not match or NOT_OUTLET.search(match.group()):
        # 甬派记者: a name that only its reporter gives away.
        reporter = re.compile(r"[\u4e00-\u9fff]{2,6}(?=记者)").match(plain, first, end)
        if reporter and not re.search(
            r"本报|本网|本台|本社|随行|在场|同行|在.*|回复|回应|接受|面对|询问|告诉|一名|一位|有|多名|名$|位$|的$|该|此|我|女|男|前|现场|战地|外国|年轻|特约|驻.*",
            reporter.group(),
        ):
            return reporter.span()
        return None
    if led := _LANDS_MEDIA.match(plain, *match.span()) or _TO_AN_OUTLET.match(plain, *match.span()):
        return outlet_in(plain, led.end(), match.end()) or match.span()
    if run_in := _RUN_IN.fullmatch(plain, *match.span()):
        return run_in.span("agency")
    return match.span()


_TO_AN_OUTLET = re.compile(r".{2,}(?:方面|公司|集团|人士|负责人)[向对]")  # 云州公司方面向远山社（记者表示）
_LANDS_MEDIA = re.compile(r"[\u4e00-\u9fff]{2,4}媒体(?=..)")  # 北国媒体远山社
# 5月3日中新网, 百万人受灾新华社: a date or a heading that the page ran into the dateline
_RUN_IN = re.compile(r"..+?(?P<agency>新华社|中新社|中新网|央视网|人民网|新华网|央广网)")
