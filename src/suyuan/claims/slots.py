"""What a passage says in plain form: its quantities, clock times, and the things that news keeps asking for.

A *slot* is the question that a passage answers (死亡人数, 时刻, 状况 …). A *concept* is one answer under its many
names: 身亡, 遇难 and 不治 are one thing. Every row carries its own names, and the first is its example.
"""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from functools import cache, lru_cache

from suyuan.text import fold, number

# Concepts that answer a question. Those of one slot stand against one another where `STATES` says so.
ANSWERS: tuple[tuple[str, str, str], ...] = (
    # slot, concept, names
    ("状况", "死亡", "死亡 身亡 去世 离世 遇难 罹难 丧生 丧命 毙命 溺亡 殉职 牺牲 不治 猝死 致死 亡故 过世 辞世 无生命体征 没有生命体征 遇害 死者 遇难者 逝者 身故 死去 坠亡 死了 暴毙 送命 离开人世"),
    ("状况", "受伤", "受伤 伤者 负伤 轻伤 重伤 骨折 咬伤 砍伤 烧伤 刺伤 擦伤 灼伤 打伤 撞伤 伤员 受了伤 挂彩 伤势"),
    ("状况", "送医", "送医 送往医院 送至医院 送到医院 送进医院 抢救 救治 送院 入院治疗 住院 重症监护 医治 接受治疗 就医 急救"),
    ("状况", "脱险", "脱离危险 脱离生命危险 无生命危险 没有生命危险 生命体征平稳 病情稳定 伤情稳定 无大碍 没有大碍 痊愈 出院 平安无事 安然无恙"),
    ("状况", "失联", "失联 失踪 下落不明 失去联系 失联者 失踪者"),
    ("状况", "被困", "被困 受困 困住"),
    ("状况", "获救", "获救 救出 被救 救起 救上岸 营救出"),
    ("状况", "无伤亡", "无人员伤亡 没有人员伤亡 未造成人员伤亡 无人伤亡 没有伤亡 暂无人员伤亡 没有造成人员伤亡 无人受伤 没有人受伤 没有伤亡的情况 未造成伤亡 尚无人员伤亡 没有造成伤亡"),
    ("处置", "刑拘", "刑事拘留 刑拘 刑拘了"),
    ("处置", "行拘", "行政拘留 行拘 治安拘留"),
    ("处置", "逮捕", "逮捕 批捕 批准逮捕"),
    ("处置", "控制", "被控制 已控制 控制住 抓获 带走 落网 归案 自首 投案 到案 抓捕归案 被抓 制服 传唤"),
    ("处置", "立案", "立案 立案侦查 立案调查"),
    ("处置", "调查", "介入调查 成立调查组 展开调查 开展调查 正在调查 调查组 进一步调查 着手调查 启动调查 彻查"),
    ("处置", "起诉", "起诉 提起公诉 公诉 被诉 诉至法院"),
    ("处置", "判刑", "判处 获刑 判刑 有期徒刑 死刑 无期徒刑 宣判"),
    ("处置", "释放", "释放 取保候审 获释"),
    ("处置", "停职", "停职 停职检查 暂停职务 停岗"),
    ("处置", "免职", "免职 撤职 免去 革职 撤销职务 罢免"),
    ("处置", "开除", "开除 解聘 辞退 解雇 除名 清退"),
    ("处置", "辞职", "辞职 引咎辞职 卸任 离职"),
    ("处置", "问责", "问责 追责 严肃处理 依法处理 严惩 处分 党纪政纪"),
    ("处置", "处罚", "罚款 处罚 行政处罚 吊销 罚金"),
    ("处置", "关闭", "闭园 停业 关闭 歇业 停业整顿 停止营业 停课 停运 停产 停工 停售 停止售票 封闭 暂停营业 暂停开放 关停"),
    ("处置", "恢复", "恢复营业 重新开放 复课 复工 恢复运营 恢复正常 正常营业 正常开放 恢复通车"),
    ("处置", "下架", "下架 召回 封存 查封 扣押 停用"),
    ("处置", "冻结", "冻结"),
    ("处置", "道歉", "道歉 致歉 赔礼 赔罪 谢罪"),
    ("处置", "赔偿", "赔偿 赔付 补偿 抚恤金 理赔 赔偿金 补偿金"),
    ("处置", "和解", "和解 达成协议 签署协议 调解 达成一致 达成谅解"),
    ("处置", "退还", "退款 退还 退回 返还 退票 退费"),
    ("处置", "击毙", "击毙 枪杀 射杀 打死 枪击 开枪 毙"),
    ("真伪", "属实", "属实 情况属实 确有其事 确有此事 是真的 确认 证实"),
    ("真伪", "不实", "不实 不属实 谣言 造谣 虚假 假的 假消息 子虚乌有 捏造 杜撰 无中生有 辟谣 谣传 误传 失实 伪造 不真实 纯属虚构 没有根据 毫无根据 莫须有"),
    ("真伪", "否认", "否认 矢口否认"),
    ("原因", "原因", "原因 起因 由于 因为 所致 缘由 成因 诱因 系因"),
    ("责任", "无关", "无关 没有关系 无因果关系 没有因果关系 没关系 不相干 并无关联 没有关联 无直接关系"),
    ("责任", "责任", "责任 全责 主责 过错 过失 失职 渎职 疏忽 监管不力 监护不到位 管理不善"),
    ("责任", "违规", "违规 违法 违反 违纪 不合规 不符合规定"),
    ("责任", "合规", "合规 合法 符合规范 符合规定 符合诊疗规范 符合标准 不违规 未违规 不存在违规 没有违规"),
    ("性质", "自杀", "自杀 轻生 自尽 跳楼自杀 自缢 寻短见"),
    ("性质", "他杀", "他杀 谋杀 凶杀 被杀 杀害"),
    ("性质", "意外", "意外 意外事故 误操作 失误"),
    ("性质", "故意", "故意 蓄意 人为 恶意"),
)  # fmt: skip

# Other words that news texts exchange freely; no slot, they only make two wordings comparable.
ALIKE: tuple[str, ...] = (
    "出逃 走失 逃出 跑出 逃脱 逃逸",
    "狮子 雄狮 母狮 公狮",
    "老虎 东北虎 猛虎 华南虎",
    "裁员 减员 裁撤 裁减",
    "家属 家人 亲属 亲人 家里人 家里 婆家 娘家",
    "医生 医师 大夫 医护人员 主治医生 主治医师 主管医生",
    "护士 助产士",
    "丈夫 老公 爱人",
    "妻子 老婆 太太 媳妇 夫人",
    "孩子 小孩 儿童 幼儿 娃 孩童 小朋友 幼童",
    "母亲 妈妈 生母 妈",
    "父亲 爸爸 生父 爸",
    "女孩 女童 女生 小女孩",
    "男孩 男童 男生 小男孩",
    "老人 老人家 老汉 老太 老太太 大爷 大妈",
    "警方 公安 民警 警察 派出所 公安局 公安机关 公安部门 特警 交警",
    "医院 院方",
    "学校 校方",
    "消防 消防员 消防队 消防队员 消防救援",
    "剖腹产 剖宫产 剖产 剖 剖腹",
    "顺产 自然分娩 阴道分娩",
    "拒绝 不同意 没有同意 未同意 不答应 不肯 不让",
    "同意 答应 允许 准许 批准 赞成",
    "建议 提议 提出建议 劝说",
    "汽车 车辆 轿车 小轿车 小车 涉事车 车子 私家车",
    "司机 驾驶员 驾驶人",
    "坠落 掉下 掉下来 坠下 摔下 跌落 坠楼 跳楼 坠下来 掉落 落下",
    "掉进 掉入 跌入 坠入 落入 跌进 掉到 进入 跳进 闯入 翻入",
    "翻越 越过 跨过 翻过 攀爬 翻墙 爬过",
    "护栏 隔离栏 围栏 栏杆 隔离护栏 围墙 栅栏",
    "男子 男人 男性 男游客 男士",
    "女子 女人 女性 女士 女游客",
    "金额 数额 总额 款额 数目 总数 总计 合计 共计 总共",
    "花费 费用 支出 开销 开支 总费用 花去 花了",
    "自付 自费 自掏腰包",
    "打赏 赞赏 赏金 赞赏金 赞赏资金 打赏金",
    "捐款 善款 募捐 捐赠 捐助 募款 筹款",
    "清洗 水洗 冲洗 用水洗 洗 清水洗",
    "化验 鉴定 检验 检测 检测鉴定 分析鉴定 化验鉴定",
    "介入 接手 插手",
    "收到 接到 接获",
    "投诉 举报 反映",
    "咨询 询问 沟通 协商 接触 联系",
    "房产 房子 住房 房屋 房",
    "营销 炒作 营销炒作 恶意营销 借势营销",
    "网传 网上流传 网络流传 网曝 网络上",
    "照片 图片 图像",
    "视频 录像 监控 监控录像 监控视频 监控画面",
    "跪 下跪 跪地 跪求 磕头",
    "操作不当 操作失误",
    "爆炸 爆燃 起爆",
    "火灾 大火 失火 起火 着火 火情",
    "坍塌 倒塌 垮塌 塌方 塌陷",
    "侧翻 翻车 倾覆 翻沉 翻覆",
    "相撞 碰撞 追尾 撞上 撞击",
    "打人 殴打 打了 动手 施暴 群殴 打架 斗殴",
    "辱骂 骂 谩骂",
    "猥亵 性侵 强奸 侵犯 性侵犯",
    "虐待 虐童 扎针 针扎 体罚",
    "喂药 服药 吃药",
    "中毒 食物中毒",
    "感染 确诊 阳性",
    "疫苗 接种 注射",
    "骗 诈骗 行骗 欺骗",
    "偷 盗窃 偷窃 失窃 被盗",
    "自愿 主动",
    "强制 强迫 逼迫 被迫",
    "明星 艺人 演员",
    "离婚 婚变 分手",
    "怀孕 孕妇 产妇 孕期",
    "上涨 涨价 上升 增长 提高 上调",
    "下降 下跌 降低 减少 下调 跌",
    "开始 启动 展开 开展",
    "结束 完成 完毕 终止",
    "不便透露 不方便透露 拒绝透露 未透露",
    "删除 删掉 撤下 撤回",
    "目前 截至目前 现在 当前",
)  # fmt: skip

# Words that hold the name of a concept and mean something else.
OTHERWISE = """
    封闭式 封闭型 全封闭 半封闭 封闭管理 牺牲流动性 牺牲品 牺牲休息 以牺牲 不惜牺牲 牺牲精神 合法权益 合法化 合法性 合法政府 合法财产 有限责任 责任编辑 责任感 责任心 责任制 责任保险 社会责任 责任重大 责任公司
    意外险 意外之喜 意外收获 意外保险 出人意外 意外的是 确认收入 确认函 确认键 原因之一 恶意软件 恶意代码 恶意程序 虚假信息 虚假繁荣 补偿机制 补偿贸易 抢救性 调解员 打死结
    人为本 以人为 人为因素 火灾险 爆炸性 爆炸式 感染力 孩子气 家属院 家属楼 大火爆 退还是 开枪手 控制住房 控制力 控制器 控制系统 控制台 冻结术 死刑犯 医院院长
    失误率 故意伤害罪 故意杀人罪 不实名 不实行 不实施 不实现 不实用 学校园 停产假 获救济 死亡率 死亡赛道 死亡证明 受伤病 骨折叠 上升期 下降沿 中毒株
""".split()
# Which answers of one slot about one subject cannot both be the last word; later replaces earlier where ordered.
PROGRESS: dict[str, int] = {"失联": 1, "被困": 1, "无伤亡": 1, "获救": 2, "送医": 2, "脱险": 3, "死亡": 4}

# What a story has one of: another toll is another answer, however it is worded.
TOLLS = frozenset({"死亡人数", "失联人数"})
# Other people counted while an event goes on: the later count replaces the earlier.
PASSING = frozenset({"受伤人数", "失联人数", "被困人数", "获救人数", "遗体"})
# Of one kind of thing (手术) one count runs through a story: done three times, then a fourth.
RUNNING = frozenset({"次"})
# Counted in every text and asked of none: another number is of another thing, or of another day.
IDLE = frozenset("日 年份 天 月数 周数 时长 个 届 级 百分点 倍 数 张 条 只 份 部 岁 列 班 株".split())
# Quantities that nearly always measure one thing within one story; others are counted of many things.
_TELLING = """
    时刻 楼层 拘留天数 克 元 美元 港元 欧元 日元 英镑 数 岁 平方米 亩 % 度 级 时速 码 套 米 年数 海里 户 辆 趟 架次 人次 例 升
"""
TELLING = TOLLS | PASSING | frozenset(_TELLING.split())

CONCEPTS = frozenset({concept for _, concept, _ in ANSWERS} | {row.split()[0] for row in ALIKE})

# Answers that say what became of somebody or what was done to him; 调查, 违规 and 处罚 are said of anybody.
PLAIN = frozenset(
    "死亡 受伤 送医 脱险 失联 被困 获救 无伤亡 刑拘 行拘 逮捕 控制 起诉 判刑 释放 停职 免职 开除 辞职 下架 赔偿 和解 退还 击毙 无关 自杀 他杀".split()
)
# Concepts that say what happened; the rest name who and what.
EVENTS = frozenset({concept for _, concept, _ in ANSWERS}) | frozenset(
    """
    剖腹产 顺产 拒绝 同意 建议 坠落 掉进 翻越 自付 打赏 捐款 清洗 化验 介入 收到 投诉 咨询 营销 跪 爆炸 火灾 坍塌 侧翻 相撞
    打人 辱骂 猥亵 虐待 喂药 中毒 感染 疫苗 骗 偷 强制 离婚 怀孕 操作不当 不便透露 删除
    """.split()
)

READ = 600  # characters: nothing longer is one proposition; of a longer passage given by hand this much is compared


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number in the text with what it counts; `kind` is unit and, for people, what became of them."""

    kind: str
    value: float
    is_rough: bool
    start: int
    end: int


_DIGIT = "〇零一二三四五六七八九十百千"
# 两 counts only where it stands first: 两名, but 七两 is a weight.
_NUM = rf"(?:\d+(?:[,，]\d{{3}})+|\d+|两|[{_DIGIT}])(?:\.\d+|[\d{_DIGIT}万亿]|[多余几](?=[十百千万亿]))*"
# unit → (kind, how many of the kind one is)
UNITS: dict[str, tuple[str, float]] = {
    "斤": ("克", 500), "公斤": ("克", 1000), "千克": ("克", 1000), "两": ("克", 50), "克": ("克", 1), "吨": ("克", 1e6), "毫克": ("克", 1e-3),
    "公里": ("米", 1000), "千米": ("米", 1000), "米": ("米", 1), "厘米": ("米", 0.01), "毫米": ("米", 1e-3), "里": ("米", 500), "海里": ("海里", 1),
    "平方米": ("平方米", 1), "亩": ("亩", 1), "公顷": ("亩", 15), "平方公里": ("平方米", 1e6), "平米": ("平方米", 1),
    "元": ("元", 1), "块钱": ("元", 1), "元钱": ("元", 1), "人民币": ("元", 1), "美元": ("美元", 1), "美金": ("美元", 1), "欧元": ("欧元", 1),
    "港元": ("港元", 1), "港币": ("港元", 1), "日元": ("日元", 1), "英镑": ("英镑", 1), "韩元": ("韩元", 1), "卢布": ("卢布", 1),
    "岁": ("岁", 1), "周岁": ("岁", 1), "楼": ("楼层", 1), "层": ("楼层", 1), "%": ("%", 1), "％": ("%", 1), "个百分点": ("百分点", 1), "度": ("度", 1), "级": ("级", 1),
    "℃": ("度", 1), "摄氏度": ("度", 1),
    "小时": ("时长", 60), "个小时": ("时长", 60), "分钟": ("时长", 1), "秒": ("时长", 1 / 60), "天": ("天", 1), "个月": ("月数", 1), "年": ("年数", 1), "周年": ("年数", 1), "周": ("周数", 1),
    "人": ("人", 1), "名": ("人", 1), "位": ("人", 1), "人次": ("人次", 1), "死": ("死亡人数", 1), "伤": ("受伤人数", 1),
    "具": ("遗体", 1), "户": ("户", 1), "家": ("家", 1), "所": ("所", 1), "辆": ("辆", 1), "台": ("台", 1), "架": ("架", 1), "艘": ("艘", 1), "套": ("套", 1), "间": ("间", 1), "座": ("座", 1), "栋": ("栋", 1),
    "起": ("起", 1), "例": ("例", 1), "宗": ("起", 1), "件": ("件", 1), "条": ("条", 1), "次": ("次", 1), "回": ("次", 1), "支": ("支", 1), "只": ("只", 1), "头": ("头", 1),
    "片": ("片", 1), "枚": ("枚", 1), "颗": ("颗", 1), "张": ("张", 1), "份": ("份", 1), "部": ("部", 1), "瓶": ("瓶", 1), "盒": ("盒", 1), "箱": ("箱", 1), "袋": ("袋", 1),
    "公分": ("米", 0.01), "时速": ("时速", 1), "倍": ("倍", 1), "个": ("个", 1), "届": ("届", 1),
    "码": ("码", 1), "迈": ("码", 1), "升": ("升", 1), "毫升": ("升", 1e-3), "千瓦": ("千瓦", 1), "吨级": ("吨级", 1), "票": ("票", 1),
}  # fmt: skip
_UNIT = "|".join(sorted(map(re.escape, UNITS), key=len, reverse=True))
_AMOUNT = re.compile(
    rf"(?P<about>约|近|超|超过|逾|至少|大概|不到|最多)?(?P<num>{_NUM})\s*(?P<more>余|多|几)?\s*"
    rf"(?:(?P<unit>{_UNIT})|(?<=[万亿余多]))(?P<tail>多|余|左右|以上|上下)?"
)
_EITHER = re.compile(r"一二|二三|两三|三四|四五|五六|六七|七八|八九")
_MONEY = re.compile(r"费|款|金额|价|花|赏|捐|资|薪|收入|债|赔|补偿|售|付|亏|赚")
_CLOCK = re.compile(
    r"(?P<part>凌晨|清晨|早上|早晨|早|上午|中午|下午|午后|傍晚|晚上|晚间|当晚|深夜|夜里|晚)?\s*"
    r"(?<![\d.])(?P<hour>\d{1,2}|[一二两三四五六七八九十]{1,3})\s*(?:[点时](?!间|候|尚|装|期|代|刻|常|速|长)\s*(?P<minute>\d{1,2}|[一二三四五六七八九十]{1,3}|半)?\s*分?|[:：](?P<colon>\d{2})(?!\d))"
)
_DATE = re.compile(
    r"(?:(?P<year>(?:19|20)\d{2})年)?(?P<month>\d{1,2})月(?P<day>\d{1,2})[日号]|(?<![\d月年])(?P<bare>\d{1,2})日(?!元|本|报|均|前)"
)
_MODEL = re.compile(r"[a-z]{1,6}[-]?\d+[a-z]{0,3}", re.ASCII)
_KINDS_OF_TRADE = re.compile(r"[a-z]2[a-z]|pm2|h5")  # P2P, O2O name no one thing
# Some of those counted (其中, 及6名乘客, 分别新增), or people told apart from them (身亡的两名男子).
_PART = re.compile(r"其中[^，,。；]*$|(?:另|又|还有|每|前|以?及|新增|分别|各|的)[^，,。；]{0,1}$")
_CASES = re.compile(r"(?:病例|确诊|感染)[^，。；]{0,8}$")
_HELD = re.compile(r"(?:拘留|处罚|关押|羁押|拘)[^，,。；\d]{0,4}$")
_FATES = {"死亡": "死亡人数", "受伤": "受伤人数", "失联": "失联人数", "被困": "被困人数", "获救": "获救人数"}
_UNTIL = re.compile(r"截[至止][^，,。；]*$")
_EVENING = {"下午", "午后", "傍晚", "晚上", "晚间", "当晚", "深夜", "夜里", "晚"}


@lru_cache(maxsize=256)
def folded(text: str) -> str:
    """The folded text; many assertions of one article are read after one another."""
    return fold(text)


@lru_cache(maxsize=256)
def opening(text: str) -> str:
    """As much of the folded text as words are counted in: articles end long before, and a dump of text must not stall."""
    return folded(text)[:OPENING]


@lru_cache(maxsize=16384)
def count(text: str, words: str) -> int:
    """How often words stand in a text; the assertions of one article share most of theirs."""
    return text.count(words)


@lru_cache(maxsize=16384)
def rarity(text: str, letter: str) -> float:
    """How much a letter of a text tells: the natural logarithm of letters to one of its kind."""
    return math.log(1 + len(text) / (1 + text.count(letter)))


OPENING = 20_000  # characters


def quantities(text: str, concepts: list[tuple[str, int, int]]) -> list[Quantity]:
    """Numbers with units, clock times and dates in a folded passage, in order."""
    found = [*_clocks(text), *_dates(text)]
    taken = [(one.start, one.end) for one in found]
    for match in _AMOUNT.finditer(text):
        if any(start < match.end() and match.start() < end for start, end in taken):
            continue
        value = _value(match["num"])
        if value is None or _is_untold(text, match) or not _counts(text, match) or _OF_WHICH.match(text, match.end()):
            continue
        kind, scale = (
            UNITS[match["unit"]]
            if match["unit"]
            else ("元" if _MONEY.search(text[max(0, match.start() - 14) : match.start()]) else "数", 1)
        )
        if kind == "人":
            kind = _fate(text, match, concepts)
        elif kind == "天" and _HELD.search(text, max(0, match.start() - 8), match.start()):
            kind = "拘留天数"
        elif kind == "起" and _CASES.search(text, max(0, match.start() - 12), match.start()):
            kind = "例"  # 确诊病例升至五起
        elif kind == "年数" and 1900 <= value <= 2100:
            kind = "年份"
        rough = bool(
            match["about"]
            or match["more"]
            or match["tail"]
            or _EITHER.fullmatch(match["num"])
            or re.search("[多余几]", match["num"])
        )
        found.append(Quantity(kind, value * scale, rough, match.start(), match.end()))
    return sorted(_together(found), key=lambda one: one.start)


# A classifier after 一 counts nothing (一名男子, 统一发布); a bare 万 is a number only where no noun follows (千万不要).
_CLASSIFIERS = frozenset(
    "个 次 起 只 条 件 家 辆 台 架 艘 套 间 座 栋 支 头 片 枚 颗 张 份 部 瓶 盒 箱 袋 例 所 届 级 层 楼".split()
)


_IN_ALL = re.compile(r"中(?:已?有)?\d")  # 36人中22人获救
# 22名获救人员中，有9人…: of how many, and no answer.
_OF_WHICH = re.compile(r"[^，,。；\d]{0,10}(?:人员|[者人客员生])中[，,](?:至少|约|仅|只)?有?\d+[名人位]")


def _is_untold(text: str, match: re.Match[str]) -> bool:
    """数千人, 上百人: nobody knows how many."""
    return match["num"][0] in "十百千万亿" and text[match.start() - 1 : match.start()] in tuple("数几上成")


def _counts(text: str, match: re.Match[str]) -> bool:
    words = match["num"]
    if words == "百" and match["unit"] == "度":
        return False  # 百度 is a firm
    if match["unit"]:
        return not (
            words == "一"
            and (
                match["unit"] in _CLASSIFIERS
                or match["unit"] == "度"
                or (match["unit"] in "人名位" and not _FATAL.match(text, match.end()))
            )
        )
    after = text[match.end() : match.end() + 1]
    return bool(re.search(r"[\d一二三四五六七八九两]", words)) and not ("㐀" <= after <= "鿿")


_FATAL = re.compile(r"[㐀-鿿]{0,6}(?:死|亡|遇难|伤|失联|失踪|被困)")


def _value(words: str) -> float | None:
    if _EITHER.fullmatch(words):  # 六七厘米
        return sum(number(char) or 0 for char in words) / 2
    return number(re.sub(r"[\s多余几,，]", "", words))


def _together(found: list[Quantity]) -> list[Quantity]:
    """3斤4两 is one weight: neighbours of one measure, the second the smaller, are one quantity."""
    out: list[Quantity] = []
    for one in sorted(found, key=lambda quantity: quantity.start):
        last = out[-1] if out else None
        if (
            last
            and last.kind == one.kind
            and last.kind in {"克", "米", "时长", "元"}
            and one.start == last.end
            and one.value < last.value
        ):
            out[-1] = Quantity(one.kind, last.value + one.value, last.is_rough or one.is_rough, last.start, one.end)
        else:
            out.append(one)
    return out


def _fate(text: str, match: re.Match[str], concepts: list[tuple[str, int, int]]) -> str:
    """What became of the counted people: said right after the number, or right before it; a part of them (其中一人) is no toll."""
    if _PART.search(text, max(0, match.start() - 14), match.start()) or _IN_ALL.match(text, match.end()):
        return "人"
    after = [
        (start, name)
        for name, start, end in concepts
        if name in _FATES and 0 <= start - match.end() <= 12 and text[end - 1] != "者"  # 2名遇难者 are some of them
    ]
    if after and not re.search("[，,。；]", text[match.end() : min(after)[0]]):
        return _FATES[min(after)[1]]
    before = [(end, name) for name, _, end in concepts if name in _FATES and 0 <= match.start() - end <= 8]
    if before and not re.search("[，,。；]", text[max(before)[0] : match.start()]):
        return _FATES[max(before)[1]]
    return "人"


def _clocks(text: str) -> list[Quantity]:
    found = []
    for match in _CLOCK.finditer(text):
        hour = number(match["hour"])
        words = match["minute"] or match["colon"]
        minute = 0.0 if words is None else 30.0 if words == "半" else number(words)
        if hour is None or minute is None or hour > 24 or minute > 59:
            continue
        if (
            words is None
            and text[match.end() - 1] == "点"
            and match["part"] is None
            and text[match.end() : match.end() + 1] not in "许，左钟"
        ):
            continue  # 几点 may count points (三点要求)
        if _UNTIL.search(text, max(0, match.start() - 10), match.start()):
            continue  # 截至4日9时 is as of when, no answer
        if match["part"] in _EVENING and hour < 12:
            hour += 12
        rough = text[match.end() : match.end() + 2] in ("左右", "前后") or text[match.end() : match.end() + 1] == "许"
        found.append(Quantity("时刻", hour * 60 + minute, rough, match.start(), match.end()))
        if match["part"] is None and hour < 12 and "点" in match.group():  # 5点40分 may be told of the evening
            found.append(Quantity("时刻", (hour + 12) * 60 + minute, rough, match.start(), match.end()))
    return found


def _dates(text: str) -> list[Quantity]:
    return [
        Quantity("日", float(match["bare"] or match["day"]), False, match.start(), match.end())
        for match in _DATE.finditer(text)
    ]


def concepts(text: str) -> list[tuple[str, int, int]]:
    """The concepts named in a folded passage, with their places."""
    names, pattern = _names()
    return [
        (names[match.group()], match.start(), match.end()) for match in pattern.finditer(text) if names[match.group()]
    ]


def models(text: str) -> set[str]:
    """Names in Latin letters and digits: ET5, 2b, mu5735."""
    return {match.group() for match in _MODEL.finditer(text) if not _KINDS_OF_TRADE.fullmatch(match.group())}


@cache
def slot_of() -> dict[str, str]:
    """The slot of every concept that has one."""
    return {concept: slot for slot, concept, _ in ANSWERS}


@cache
def _names() -> tuple[dict[str, str], re.Pattern[str]]:
    names: dict[str, str] = {}
    for row in ALIKE:
        words = row.split()
        names.update(dict.fromkeys(words, words[0]))
    for _, concept, words_ in ANSWERS:
        names.update(dict.fromkeys(words_.split(), concept))
    names.update(dict.fromkeys((word for word in OTHERWISE if word not in names), ""))
    return names, re.compile(_branches(list(names)))


def _branches(words: list[str]) -> str:
    """A pattern for the longest of the words, branching letter by letter: a flat alternation of 600 words is 10 times slower."""
    tails: dict[str, list[str]] = {}
    for word in words:
        tails.setdefault(word[:1], []).append(word[1:])
    rest = [re.escape(head) + _branches(ends) for head, ends in tails.items() if head]
    if not rest:
        return ""
    return f"(?:{'|'.join(rest)}){'?' if '' in tails else ''}"
