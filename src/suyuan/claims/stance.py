"""How a passage stands to what it names: what it denies, who did it, what became of people, what is only supposed."""

from __future__ import annotations

import re

from suyuan.claims import slots

# 不幸, 未来 and 抢救无效 deny nothing.
_NOT = re.compile(
    r"不(?!幸|惜|过|断|仅|久|少|同|但|得不|排除|明|详|便|止|料|乏|管|论|良|满|当|适|安|慎|时|远|能不|而知|法|佳|足|治|知|禁|顾|由)"
    r"|没(?!收)|(?<!有)(?<!毫)无(?!论|疑|数|辜|线|人机|锡|奈|效|法|意|故|偿|证)|未(?!来|婚|成年|必|央|免|遂)|并非|绝非|非(?=我|其|本|因|车|医|人)|何来|从无|毫无|否认"
)
PENDING = re.compile(
    r"还没|尚未|还未|暂未|暂无|未接到|没接到|没有接到|有待|尚不|仍未|暂不|没有考虑|无法[^，,。；]{0,4}(?:断定|确定|判断|确认|核实)"
)
# What is asked or supposed denies nothing.
SUPPOSED = re.compile(r"如果|假如|倘若|一旦|是否|除非|若(?!干)|能不能|有没有|吗|[？?]")
# What somebody wants, welcomes or calls for is his own: another who wants the same bears nothing out.
WISHES = re.compile(
    r"^[“\"]?(?:[^，,。；]{0,8}?(?<!不))(?:愿(?!望|景|者)|希望|期待|期盼|盼望|呼吁|敦促|恳请|祝愿|欢迎|感谢|致力于|应(?:该(?!是|为)|当)|必须|坚决|坚定|坚持(?!要|认)|有必要|有信心|相信|将继续|将?一如既往|高度重视|赞赏|赞同)"
    r"|^[“\"]?(?:要(?!是|约)|加强|深化|推动|推进|促进|维护|共同|携手|增进|拓展|落实|提升|完善|强化|弘扬|践行|秉持|巩固|健全|聚焦|贯彻|全面贯彻|深入|切实|着力|大力|加快|坚定|始终|积极|充分|进一步|下一步)"
)
URGES = re.compile(r"要求|呼吁|希望|倡议|敦促|主张|号召|期待|期望|期盼|强调|致力|承诺|感谢|祝")
# 他承认的确有三套房产: who admits it answers to what was said before.
SAYS_SO = re.compile(r"(?<![不非])(?:是真的|属实|确有其事|确有此事)")
ADMITS = re.compile(r"承认|证实|确实|的确|属实|确有|坦言|坦承|确认")
DONE = re.compile(r"已|达成|成立|决定|宣布|签署|正式|完成|确定将|公布了|发布了")
# What takes a proposition back: its claim is never that of the proposition. 没有伤亡 takes nothing back.
_REFUSES = re.compile(
    r"口误|(?<![未不])(?<!没有)否认|否定了|驳斥|驳回了?.{0,6}说法|辟谣|澄清|更正|勘误|(?:并|均|纯|完全|严重)?(?:不属实|不实(?!名|时|行|施|现|用|际|力)|失实)|谣言|谣传|误传|误读|讹传|误报"
    r"|不(?:太)?符合?(?:事实|实际)|与事实(?:严重|完全)?不符|(?:没有|毫无|缺乏|无)(?:任何|事实|科学)?(?:依据|根据)|子虚乌有|无中生有|捏造|杜撰|纯属虚构|无稽之谈|不存在"
    r"|(?:没有|无|从未有过?|未有)[^，,。；]{0,12}?(?:计划|打算|安排|意向)|并非|绝非|并不是|从未|从来没有?|从没|没有的事|没有这回事|没这回事|不是真的|假的|假消息"
    r"|不知道?(?:是)?(?:从)?哪里?来|原话是|(?:并?未|没有?)能?(?:查询|查|检索|搜)到|不(?:能|应当?|应该)?(?:被)?(?:认定|视)为"
)
# 截至目前 and 截至发稿 say no time: the last one named may be that of what happened.
AS_OF = re.compile(
    r"截[至止]到?(?!目前|当前|现在|今[，,]|[^，,。；]{0,6}发稿)[^，,。；]{0,16}?[\d一二三四五六七八九十]|同一时[间刻]"
)
# Another toll, of another time.
PAST = re.compile(r"去年|前年|历年|历史上|上世纪|全年|每年|年均|近[一二三四五六七八九十\d]+年")
# 应该是ET7, 或为蔚来ET5: which one it was, not one that is mentioned.
IDENTIFIES = re.compile(r"(?:是|为|系(?!列|统)|疑似|即(?!将))[^，,。；\n]{0,9}?[a-z]{1,6}-?\d")
_REACH = 8  # characters after a negation in which its word stands
_PREPOSITION = re.compile(r"[会能再曾是]{0,2}[在对向因为与同和把将被从以]")  # 不会在美国威胁下谈判: the verb comes late
_TOPIC = re.compile(r"[“\"]?(?:对|关于|至于|就)")
_HEAD = 4  # characters in which the last word of a subject stands, with its 的
_CLAUSE_ENDS = re.compile(r"[，,。；;：:！!？?\n]")
# What a negation in the same breath only sets off (不是…而是), asks for (不得), leaves open (未获证实), gives as a reason or
# a condition: nobody's claim is denied by it.
_SETS_OFF = re.compile(
    r"(?:不是|并非|不在于|不再是|并不是)[^。；]{0,40}?(?:而是|而在)|而(?:不是|非)|与其说|不仅|不但|不只|不光|不单|不止|(?:并|绝)?非(?:首次|第一|唯一|孤立|易事|偶然|对?每|所有|全部|都)"
    r"|不得|不应|不可|不能(?!排除)|不要|不准|不许|不宜|不必|无须|无需|不用|禁止"
    r"|未提及|没有?提到|未(?:作|做)?(?:透露|说明|披露|回应|置评|公开)|(?:尚未|未(?:经|获|能)?|没有|未得到|未被)[^，。；]{0,8}?(?:证实|确认)"
    r"|(?:因为|由于|既然|鉴于|尽管|虽然?)[^，。；]{0,16}?[不没未无]|(?:没有|不)[^，。；]{1,16}?的(?:情况|前提|条件|背景|基础|关系)下"
    r"|[是有][^，。；]{0,12}?从?未[^，。；]{1,16}?的(?!说法|事实)|[不没未无][^，。；]{0,6}(?:等|一)?(?:有期徒刑|不等)"
)
_BEFORE_IT = re.compile(
    r"(?:不(?:太)?符合?(?:事实|实际)|口误|不实|不属实|谣言|谣传|误传|误读|假的|假消息|失实|子虚乌有|无中生有|捏造|杜撰|虚构|(?:没有|毫无|缺乏|无)(?:任何|事实|科学)?(?:依据|根据)|不符)"
)
COPULA = re.compile(r"并非|绝非|并不是")
_AFTER_IT = re.compile(
    rf"(?<![未不])(?<!没有)否认了?|否定了?|驳斥了?|{COPULA.pattern}|不存在|(?:没有|无|未有)(?=[^，,。；]{{0,12}}?(?:计划|打算|安排|意向))|不(?:太)?属实[:：]"
)
# What a passage reports as talk, without vouching for it.
RUMOUR = re.compile(
    r"网传|网络(?:上)?流传|流传|传闻|传言|谣言|盛传|疯传|据传|坊间|有消息称|爆料|曝光?称|质疑|指控|指责|猜测|[？?]|消息(?:在|于)?(?:网上|网络|社交|引发|不胫)"
)
_MOVED = re.compile(
    r"(?P<who>[\u4e00-\u9fffa-z0-9、和]{2,40}?)(?:股价|盘前|盘中|收盘|当日)*(?:大|小幅|收|上|下)?(?P<way>[涨跌])(?:幅)?(?:超过?|逾|近|约|达)?\s?(?P<by>\d+(?:\.\d+)?)%"
)
_PASSIVE = re.compile(r"[被遭由]([^，,。；、\n]{1,10})")
_ENDS = re.compile(r"\s*(?:[，,。；;、！!？?）)”\"]|$|了|后(?!来|的)|并|的途|[一二两三四五六七八九十\d]|人数|，)")
_OF_OTHERS = re.compile(
    r"(?:这|此|该|上述|相关|有关)(?:一|些|种|类|个)?(?:说法|传言|传闻|消息|报道|指控|质疑|言论|内容|信息|爆料|观点|猜测)|^[“\"]?(?:此|这)(?:为|系|属|是|都是)[“\"]?(?:不实|谣言|假)"
    r"|^[^，,。；对]{0,12}(?:对此)?[^，,。；对]{0,12}(?:予以|均|坚决|矢口|表示)否认[了”\"。！]*$"
)
_ATTRIBUTES = frozenset({"伤者", "死者", "遇难者", "逝者", "坠亡", "伤员", "失联者", "失踪者", "伤势"})


def denied(passage: str, named: list[tuple[str, int, int]], terms: dict[str, float]) -> frozenset[str]:
    """The terms that a negation stands in front of, or that 不实 stands behind: what is said not to be."""
    found = {name for name, _, _ in named if name == "无关"}
    if pending := PENDING.search(passage):
        opens = _topic_start(passage, pending.start())
        closes = _clause_end(passage, pending.end(), len(passage))
        found.update(name for name, start, _ in named if name in slots.slot_of() and opens <= start < closes)
    for name, start, _ in named:
        if name == "不实":
            found.update(term for term in terms if term in passage[max(0, start - 2 * _REACH) : start])
    for mark in _NOT.finditer(passage):
        if any(start <= mark.start() < end and name != "否认" for name, start, end in named):
            continue
        end = mark.end() + _REACH
        if _PREPOSITION.match(passage, mark.end()):
            end = max(end, _clause_end(passage, mark.end(), len(passage)))
        found.update(term for term in terms if term in passage[mark.end() : end])
        found.update(name for name, start, _ in named if mark.end() <= start < end)
    return frozenset(found)


def _clause_end(passage: str, start: int, end: int) -> int:
    found = _CLAUSE_ENDS.search(passage, start, end)
    return found.start() if found else min(end, len(passage))


def _clause_start(passage: str, end: int) -> int:
    """Where the clause begins that ends here; a comma inside quotation marks ends nothing."""
    depth = 0
    for place in range(end - 1, -1, -1):
        depth += (passage[place] in "”」』》") - (passage[place] in "“「『《")
        if depth <= 0 and _CLAUSE_ENDS.match(passage, place):
            return place + 1
    return 0


def _topic_start(passage: str, end: int) -> int:
    """Where the clause begins that ends here, or its topic before a comma: 对于赔偿，我们还没有考虑."""
    start = _clause_start(passage, end)
    before = _clause_start(passage, start - 1) if start else 0
    return before if _TOPIC.match(passage, before, start) else start


def is_set_off(passage: str) -> bool:
    """Whether the negation in a passage sets something off, forbids it or leaves it open, and so denies nobody's claim."""
    return _SETS_OFF.search(passage) is not None


def untrue(passage: str) -> list[tuple[int, int]]:
    """The stretches of a passage that stand in front of 不实 and 谣言."""
    return [(_clause_start(passage, mark.start()), mark.start()) for mark in _BEFORE_IT.finditer(passage)]


def refuted(passage: str) -> list[tuple[int, int]]:
    """The stretches of a passage that it calls untrue: what stands in front of 不实 and 谣言, what behind 否认 and 并非."""
    return untrue(passage) + [
        (mark.end(), _clause_end(passage, mark.end(), len(passage))) for mark in _AFTER_IT.finditer(passage)
    ]


def subject_denied(passage: str) -> list[tuple[int, int]]:
    """The head of the subject of 并非: 送来的并非百合 denies that of what was sent, and not of what was ordered."""
    return [
        (max(_clause_start(passage, mark.start()), mark.start() - _HEAD), mark.start())
        for mark in COPULA.finditer(passage)
    ]


def refuses(passage: str) -> bool:
    """Whether a passage takes a proposition back: it denies, corrects, calls something untrue."""
    return _REFUSES.search(passage) is not None and SUPPOSED.search(passage) is None


def referred(passage: str, text: str, start: int) -> str:
    """The sentence that a denial of 这一说法 speaks of: the one before."""
    if not _OF_OTHERS.search(passage):
        return ""
    before = text[max(0, start - 120) : start].rstrip('。！？!? \n”"')
    return re.split("[。！？!?\n]", before)[-1]


def moves(passage: str) -> frozenset[tuple[str, str]]:
    """What rose or fell by how much: 甲、乙涨超2%，丙跌1% gives (甲, 涨2), (乙, 涨2), (丙, 跌1)."""
    return frozenset(
        (name, move["way"] + move["by"])
        for move in _MOVED.finditer(passage)
        for name in re.split("[、和与及]", move["who"])
        if name
    )


# 江某涉嫌违纪, 江某出任局长: what is told of one person, and in the same words of the next.
_TOLD_OF = re.compile(
    r"(?P<who>[\u4e00-\u9fff]{2,3})(?:已|因|也|于\d{1,2}日)?"
    r"(?:涉嫌|落马|受审|出任|接任|就任|当选|获任|辞任|卸任|辞去|获刑|被(?:查|捕|判|诉|免|双开|开除|逮捕|提起公诉|通报|留置))"
)


def told_of(passage: str) -> frozenset[str]:
    """Of whom a passage tells a fall or a rise: the name right before it, with a character before it where it is short."""
    return frozenset(found["who"] for found in _TOLD_OF.finditer(passage) if not _NO_NAME.search(found["who"]))


_NO_NAME = re.compile(r"[他她其者员人们方长司厅局部委等]$|涉案|多人|两人|数人|有人|官员")


def agents(passage: str, named: list[tuple[str, int, int]]) -> frozenset[tuple[str, str]]:
    """Who did what in 被…, 遭…: 被家属拒绝 and 遭医院拒绝 are two accounts."""
    found = set()
    for match in _PASSIVE.finditer(passage):
        inside = [name for name, start, end in named if match.start(1) <= start and end <= match.end(1)]
        if len(inside) > 1:
            found.add((inside[-1], inside[0]))
    return frozenset(found)


def fate(passage: str, named: list[tuple[str, int, int]]) -> int:
    """3 where the passage says that someone died, 2 where it is open, 1 where nobody was hurt, 0 where it says nothing of it."""
    if any(name == "无伤亡" for name, _, _ in named):
        return 1
    told = [
        slots.PROGRESS[name]
        for name, start, end in named
        if name in slots.PROGRESS
        and passage[start:end] not in _ATTRIBUTES
        and _ENDS.match(passage, end)
        and passage[end : end + 1] != "后"  # 去世后 and 送医后 tell of something else
    ]
    return 0 if not told else 3 if max(told) == slots.PROGRESS["死亡"] else 2
