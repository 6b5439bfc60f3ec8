"""The words that report speech, each with its stance and an example.

A row is all that it takes to add a cue. `Form.FREE` takes its content with or without a mark after it
(他表示将参加), `Form.MARK` only before a comma, colon or quotation mark (他介绍，…), because without one it
takes an object (介绍情况), `Form.COLON` only before a colon (他摇摇头：“…”). A tail such as 称 or 说 (回应称, 补充说) makes any cue free.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import cache


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
    COLON = "colon"


@dataclass(frozen=True, slots=True)
class Cue:
    """One reporting word, how it is used, and a sentence in which it reports."""

    word: str
    stance: Stance
    form: Form
    example: str


_F, _M, _C = Form.FREE, Form.MARK, Form.COLON
_S = Stance

# fmt: off
CUES: tuple[Cue, ...] = (
    # ── saying ──
    Cue("表示", _S.SAY, _F, "云州市民政局局长林远表示，救助金已经发放。"),
    Cue("称", _S.SAY, _F, "云州警方称，三人已被带走调查。"),
    Cue("说", _S.SAY, _F, "林远说，水位仍在上涨。"),
    Cue("指出", _S.SAY, _F, "林远指出，堤坝存在隐患。"),
    Cue("强调", _S.SAY, _F, "林远强调，安全是第一位的。"),
    Cue("透露", _S.SAY, _F, "林远透露，新桥将于明年通车。"),
    Cue("透漏", _S.SAY, _F, "林远透漏，新桥将于明年通车。"),
    Cue("提到", _S.SAY, _F, "林远提到，去年也有类似情况。"),
    Cue("提及", _S.SAY, _M, "林远提及，去年也有类似情况。"),
    Cue("谈到", _S.SAY, _M, "林远谈到，企业的困难不小。"),
    Cue("讲到", _S.SAY, _M, "林远讲到，企业的困难不小。"),
    Cue("说到", _S.SAY, _M, "林远说到，企业的困难不小。"),
    Cue("说道", _S.SAY, _F, "林远说道：“我们一定赔偿。”"),
    Cue("讲道", _S.SAY, _F, "林远讲道：“我们一定赔偿。”"),
    Cue("介绍", _S.SAY, _M, "林远介绍，医院新增了两百张床位。"),
    Cue("补充", _S.SAY, _M, "林远补充，名单下周公布。"),
    Cue("回应", _S.SAY, _M, "云州地铁回应：“故障已经排除。”"),
    Cue("回复", _S.SAY, _M, "云州地铁客服回复，退款三天内到账。"),
    Cue("答复", _S.SAY, _M, "云州市教育局答复，学位足够。"),
    Cue("回答", _S.SAY, _M, "林远回答：“还没有定。”"),
    Cue("答道", _S.SAY, _F, "林远答道：“还没有定。”"),
    Cue("回复是", _S.SAY, _F, "云州医院给出的回复是“一切正常”。"),
    Cue("回应是", _S.SAY, _F, "远山公司的回应是“正在核实”。"),
    Cue("答复是", _S.SAY, _F, "云州大学的答复是，学位已满。"),
    Cue("解释是", _S.SAY, _F, "远山公司的解释是，系统出了故障。"),
    Cue("说法是", _S.SAY, _F, "云州警方的说法是，现场没有监控。"),
    Cue("看法是", _S.THINK, _F, "林远的看法是，房价还会上涨。"),
    Cue("观点是", _S.THINK, _F, "林远的观点是，房价还会上涨。"),
    Cue("结论是", _S.SAY, _F, "云州大学的结论是，墓主是一名武将。"),
    Cue("判断是", _S.THINK, _F, "林远的判断是，起火点在厨房。"),
    Cue("解释", _S.SAY, _M, "林远解释，延误是因为大雾。"),
    Cue("坦言", _S.SAY, _F, "林远坦言，压力很大。"),
    Cue("坦陈", _S.SAY, _M, "林远坦陈，压力很大。"),
    Cue("直言", _S.SAY, _F, "林远直言，这个价格不合理。"),
    Cue("直指", _S.SAY, _M, "林远直指，这个价格不合理。"),
    Cue("明言", _S.SAY, _M, "林远明言，这个价格不合理。"),
    Cue("断言", _S.SAY, _F, "林远断言，房价不会再涨。"),
    Cue("放言", _S.SAY, _F, "林远放言，三年内超过对手。"),
    Cue("放话", _S.SAY, _M, "林远放话，三年内超过对手。"),
    Cue("扬言", _S.SAY, _F, "该男子扬言，要报复店主。"),
    Cue("声称", _S.SAY, _F, "该男子声称，自己并不知情。"),
    Cue("宣称", _S.SAY, _F, "该组织宣称，对袭击负责。"),
    Cue("声言", _S.SAY, _F, "该组织声言，还会有更多行动。"),
    Cue("叫嚣", _S.SAY, _F, "该组织叫嚣，还会发动袭击。"),
    Cue("妄称", _S.SAY, _F, "该组织妄称，岛屿归其所有。"),
    Cue("鼓吹", _S.SAY, _M, "该组织鼓吹，战争不可避免。"),
    Cue("狡辩", _S.SAY, _M, "该男子狡辩，自己并不知情。"),
    Cue("谎称", _S.SAY, _F, "该男子谎称，自己是医生。"),
    Cue("诡称", _S.SAY, _F, "该男子诡称，自己是医生。"),
    Cue("自称", _S.SAY, _F, "该男子自称是远山公司的经理。"),
    Cue("坚称", _S.SAY, _F, "林远坚称，自己没有违约。"),
    Cue("坚持说", _S.SAY, _F, "林远坚持说，自己没有违约。"),
    Cue("宣布", _S.SAY, _F, "云州铁路局宣布，明日恢复通车。"),
    Cue("宣告", _S.SAY, _M, "云州法院宣告，合同解除。"),
    Cue("公布", _S.SAY, _M, "云州市卫健委公布，新增两例病例。"),
    Cue("披露", _S.SAY, _F, "远山公司披露，第三季度亏损两亿元。"),
    Cue("通报", _S.SAY, _M, "云州警方通报，嫌疑人已经归案。"),
    Cue("公告", _S.SAY, _M, "远山公司公告，董事长辞职。"),
    Cue("声明", _S.SAY, _M, "云州大学声明，学校从未开设该课程。"),
    Cue("重申", _S.SAY, _F, "林远重申，政策不会改变。"),
    Cue("申明", _S.SAY, _F, "林远申明，此事与公司无关。"),
    Cue("阐明", _S.SAY, _M, "林远阐明，这是一项长期工作。"),
    Cue("阐述", _S.SAY, _M, "林远阐述，这是一项长期工作。"),
    Cue("曰", _S.SAY, _M, "《云州志》曰：“水清而鱼肥。”"),
    Cue("陈述", _S.SAY, _M, "林远陈述，他当时不在现场。"),
    Cue("述说", _S.SAY, _M, "林远述说，他当时不在现场。"),
    Cue("讲述", _S.SAY, _M, "林远讲述，他在水里泡了两小时。"),
    Cue("自述", _S.SAY, _M, "林远自述，他在水里泡了两小时。"),
    Cue("描述", _S.SAY, _M, "林远描述：“到处是碎玻璃。”"),
    Cue("形容", _S.SAY, _M, "林远形容：“像一场梦。”"),
    Cue("回忆", _S.SAY, _M, "林远回忆，当时浓烟很大。"),
    Cue("记得", _S.SAY, _M, "村民林远记得，当时浓烟很大。"),
    Cue("回忆说", _S.SAY, _F, "林远回忆说，当时浓烟很大。"),
    Cue("复述", _S.SAY, _M, "林远复述：“他让我快走。”"),
    Cue("表明", _S.SAY, _M, "林远表明，谈判的大门是敞开的。"),
    Cue("表态", _S.SAY, _M, "林远表态：“一查到底。”"),
    Cue("写道", _S.SAY, _F, "林远在微博写道：“再见。”"),
    Cue("写到", _S.SAY, _F, "林远在文章中写到：“再见。”"),
    Cue("留言", _S.SAY, _M, "林远留言：“一路走好。”"),
    Cue("发文", _S.SAY, _M, "林远发文：“感谢大家。”"),
    Cue("发帖", _S.SAY, _M, "林远发帖：“感谢大家。”"),
    Cue("发声", _S.SAY, _M, "林远发声：“感谢大家。”"),
    Cue("撰文", _S.SAY, _M, "林远撰文：“改革不能停。”"),
    Cue("配文", _S.SAY, _M, "林远晒出照片并配文：“再见。”"),
    Cue("喊话", _S.SAY, _M, "林远喊话：“快回来吧。”"),
    Cue("高喊", _S.SAY, _M, "人群高喊“让路”。"),
    Cue("疾呼", _S.SAY, _M, "家长们疾呼：“孩子等不起。”"),
    Cue("喊道", _S.SAY, _F, "林远喊道：“快跑。”"),
    Cue("叫道", _S.SAY, _F, "林远叫道：“快跑。”"),
    Cue("笑道", _S.SAY, _F, "林远笑道：“运气好。”"),
    Cue("叹道", _S.SAY, _F, "林远叹道：“太难了。”"),
    Cue("感慨", _S.SAY, _M, "林远感慨：“时间太快了。”"),
    Cue("感叹", _S.SAY, _M, "林远感叹：“不容易。”"),
    Cue("感言", _S.SAY, _M, "林远感言：“不容易。”"),
    Cue("调侃", _S.SAY, _M, "林远调侃：“运气好而已。”"),
    Cue("打趣", _S.SAY, _M, "林远打趣：“运气好而已。”"),
    Cue("吐槽", _S.SAY, _M, "林远吐槽：“太贵了。”"),
    Cue("嘲讽", _S.SAY, _M, "林远嘲讽：“真会做生意。”"),
    Cue("抱怨", _S.SAY, _F, "林远抱怨，公交车太少。"),
    Cue("埋怨", _S.SAY, _M, "林远埋怨，公交车太少。"),
    Cue("哭诉", _S.SAY, _M, "林远哭诉，钱全没了。"),
    Cue("诉说", _S.SAY, _M, "林远诉说，钱全没了。"),
    Cue("控诉", _S.SAY, _M, "林远控诉，工厂长期拖欠工资。"),
    Cue("痛诉", _S.SAY, _M, "林远痛诉，工厂长期拖欠工资。"),
    Cue("投诉", _S.SAY, _M, "乘客林远投诉，列车没有空调。"),
    Cue("反馈", _S.SAY, _M, "多位住户向记者反馈，电梯还没有修好。"),
    Cue("反映", _S.SAY, _M, "居民林远反映，楼上漏水已经半年。"),
    Cue("举报", _S.SAY, _M, "居民林远举报，工厂夜里排污。"),
    Cue("报案", _S.SAY, _M, "村民林远报案称，家里的牛被偷了。"),
    Cue("求助", _S.SAY, _M, "村民林远发文求助，家里的牛被偷了。"),
    Cue("自曝", _S.SAY, _M, "林远自曝，他欠下百万债务。"),
    Cue("曝出", _S.SAY, _F, "有媒体曝出林远已经离职。"),
    Cue("扒出", _S.SAY, _M, "有网友扒出：“这张照片是三年前的。”"),
    Cue("官宣", _S.SAY, _F, "远山俱乐部官宣主教练林远离任。"),
    Cue("叙述", _S.SAY, _M, "林远叙述，他当时不在现场。"),
    Cue("劝解", _S.SAY, _C, "林远劝解：“别吵了。”"),
    Cue("规劝", _S.SAY, _C, "林远规劝：“好好谈谈。”"),
    Cue("劝阻", _S.SAY, _M, "林远劝阻：“别吵了。”"),
    Cue("爆料", _S.SAY, _M, "有网友爆料，该店使用过期食材。"),
    Cue("报料", _S.SAY, _M, "有网友报料，天上掉下火球。"),
    Cue("曝料", _S.SAY, _M, "有网友曝料，该店使用过期食材。"),
    Cue("揭露", _S.SAY, _M, "林远揭露，该店使用过期食材。"),
    Cue("评论", _S.SAY, _M, "林远评论：“这是好消息。”"),
    Cue("评价", _S.SAY, _M, "林远评价：“这是好消息。”"),
    Cue("点评", _S.SAY, _M, "林远点评：“这是好消息。”"),
    Cue("分析", _S.SAY, _M, "林远分析，价格还会回落。"),
    Cue("总结", _S.SAY, _M, "林远总结：“准备不足。”"),
    Cue("归纳", _S.SAY, _M, "林远归纳：“准备不足。”"),
    Cue("比喻", _S.SAY, _M, "林远比喻：“像一面镜子。”"),
    Cue("举例", _S.SAY, _M, "林远举例：“去年就有三起。”"),
    Cue("证实", _S.SAY, _F, "林远证实，两人已经获救。"),
    Cue("确认", _S.SAY, _F, "云州警方确认，死者为男性。"),
    Cue("核实", _S.SAY, _M, "云州警方核实，死者为男性。"),
    Cue("澄清", _S.SAY, _M, "远山公司澄清，从未裁员。"),
    Cue("辟谣", _S.SAY, _M, "云州警方辟谣，视频是旧闻。"),
    Cue("反驳", _S.SAY, _M, "林远反驳：“这不是事实。”"),
    Cue("驳斥", _S.SAY, _M, "林远驳斥：“这不是事实。”"),
    Cue("回击", _S.SAY, _M, "林远回击：“这不是事实。”"),
    Cue("回怼", _S.SAY, _M, "林远回怼：“管好自己。”"),
    Cue("怒怼", _S.SAY, _M, "林远怒怼：“管好自己。”"),
    Cue("辩称", _S.SAY, _F, "被告人林远辩称，合同无效。"),
    Cue("辩解", _S.SAY, _M, "林远辩解，他并不知情。"),
    Cue("申辩", _S.SAY, _M, "林远申辩，他并不知情。"),
    Cue("诉称", _S.SAY, _F, "原告林远诉称，货款一直没有付清。"),
    Cue("供述", _S.SAY, _M, "嫌疑人林远供述，他事先买好了刀。"),
    Cue("供称", _S.SAY, _F, "嫌疑人林远供称，他事先买好了刀。"),
    Cue("交代", _S.SAY, _M, "嫌疑人林远交代，赃款已经花光。"),
    Cue("交待", _S.SAY, _M, "嫌疑人林远交待，赃款已经花光。"),
    Cue("承诺", _S.SAY, _F, "远山公司承诺，全额退款。"),
    Cue("保证", _S.SAY, _M, "林远保证，孩子们能按时入学。"),
    Cue("许诺", _S.SAY, _M, "林远许诺，三年内还清。"),
    Cue("答应", _S.SAY, _F, "远山公司答应三天之内全额退款。"),
    Cue("发誓", _S.SAY, _M, "林远发誓，再也不喝酒。"),
    Cue("主张", _S.SAY, _F, "林远主张，先修路再建房。"),
    Cue("提出", _S.SAY, _M, "林远提出，先修路再建房。"),
    Cue("明确", _S.SAY, _M, "林远明确，下月开工。"),
    Cue("痛批", _S.SAY, _M, "云州民众痛批，承诺没有兑现。"),
    Cue("直批", _S.SAY, _M, "议员林远直批，政府毫无作为。"),
    Cue("批评", _S.SAY, _M, "林远批评：“这是不负责任。”"),
    Cue("指责", _S.SAY, _F, "林远指责，对方违反协议。"),
    Cue("谴责", _S.SAY, _M, "林远谴责：“这是暴行。”"),
    Cue("抨击", _S.SAY, _M, "林远抨击：“这是暴行。”"),
    Cue("痛斥", _S.SAY, _M, "林远痛斥：“这是暴行。”"),
    Cue("怒斥", _S.SAY, _M, "林远怒斥：“这是暴行。”"),
    Cue("指控", _S.SAY, _F, "检方指控，林远收受贿赂。"),
    Cue("判决", _S.SAY, _M, "云州法院判决，被告赔偿十万元。"),
    Cue("裁定", _S.SAY, _M, "云州法院裁定，驳回申请。"),
    Cue("汇报", _S.SAY, _M, "林远汇报，水位已经下降。"),
    Cue("报告", _S.SAY, _M, "林远报告，水位已经下降。"),
    Cue("转述", _S.SAY, _M, "林远转述，对方愿意谈判。"),
    Cue("传达", _S.SAY, _M, "林远传达，会议改到周五。"),
    Cue("指示", _S.SAY, _M, "林远指示，全力救治伤员。"),
    Cue("批示", _S.SAY, _M, "林远批示，全力救治伤员。"),
    Cue("致辞", _S.SAY, _M, "林远致辞：“欢迎各位。”"),
    Cue("发言", _S.SAY, _M, "林远发言：“改革不能停。”"),
    Cue("道歉", _S.SAY, _M, "林远道歉：“让大家失望了。”"),
    Cue("致歉", _S.SAY, _M, "林远致歉：“让大家失望了。”"),
    Cue("祝愿", _S.SAY, _M, "林远祝愿，大家平安健康。"),
    Cue("感谢道", _S.SAY, _F, "林远感谢道：“多亏了你们。”"),
    Cue("赞叹", _S.SAY, _M, "林远赞叹：“太美了。”"),
    Cue("称赞说", _S.SAY, _F, "林远称赞说，队员们很勇敢。"),
    Cue("嘱咐", _S.SAY, _M, "林远嘱咐，路上小心开车。"),
    Cue("叮嘱", _S.SAY, _M, "林远叮嘱，路上小心开车。"),
    Cue("吐露", _S.SAY, _M, "林远吐露，他想过放弃。"),
    Cue("道出", _S.SAY, _M, "林远道出，他想过放弃。"),
    Cue("咬定", _S.SAY, _F, "林远咬定，钱不是他拿的。"),
    Cue("预告", _S.SAY, _M, "林远预告，新片下月上映。"),
    Cue("原话是", _S.SAY, _F, "林远的原话是“水已经退了”。"),
    Cue("原话", _S.SAY, _C, "林远的原话：“水已经退了。”"),
    Cue("带话", _S.SAY, _C, "林远托人带话：“水已经退了。”"),
    Cue("捎话", _S.SAY, _C, "林远托人捎话：“水已经退了。”"),
    Cue("传话", _S.SAY, _C, "林远托人传话：“水已经退了。”"),
    Cue("答", _S.SAY, _C, "林远答：“还没有定。”"),
    Cue("回", _S.SAY, _C, "林远回：“还没有定。”"),
    Cue("问", _S.ASK, _C, "林远问：“谁来负责？”"),
    Cue("喊", _S.SAY, _C, "林远喊：“快跑。”"),
    Cue("写", _S.SAY, _C, "林远在信里写：“再见。”"),
    Cue("笑了笑", _S.SAY, _C, "林远笑了笑：“运气好。”"),
    Cue("的话说", _S.SAY, _M, "用林远的话说，没有捷径。"),
    Cue("的话来说", _S.SAY, _M, "用林远的话来说，没有捷径。"),
    Cue("的话讲", _S.SAY, _M, "用林远的话讲，没有捷径。"),
    Cue("的话来讲", _S.SAY, _M, "用林远的话来讲，没有捷径。"),
    Cue("笑言", _S.SAY, _F, "林远笑言，运气好。"),
    Cue("笑称", _S.SAY, _F, "林远笑称自己运气好。"),
    Cue("误称", _S.SAY, _F, "林远误称云州是北国首都。"),
    Cue("报称", _S.SAY, _F, "乘客林远报称胸口疼痛。"),
    Cue("苦笑", _S.SAY, _C, "林远苦笑：“太难了。”"),
    Cue("笑着", _S.SAY, _C, "林远笑着：“运气好。”"),
    Cue("摇摇头", _S.SAY, _C, "林远摇摇头：“太难了。”"),
    Cue("摇头", _S.SAY, _C, "林远摇头：“太难了。”"),
    Cue("点点头", _S.SAY, _C, "林远点点头：“可以。”"),
    Cue("摆摆手", _S.SAY, _C, "林远摆摆手：“不用谢。”"),
    Cue("叹气", _S.SAY, _C, "林远叹气：“太难了。”"),
    Cue("一句", _S.SAY, _C, "林远只讲了一句：“太难了。”"),
    Cue("一句话", _S.SAY, _C, "林远只讲了一句话：“太难了。”"),
    Cue("第一句话是", _S.SAY, _C, "林远第一句话是：“太难了。”"),
    Cue("第一句话就是", _S.SAY, _C, "林远第一句话就是：“太难了。”"),
    Cue("第一句话是问", _S.ASK, _C, "林远第一句话是问：“谁来负责？”"),
    Cue("念叨", _S.SAY, _C, "林远念叨：“该回家了。”"),
    Cue("嘀咕", _S.SAY, _C, "林远嘀咕：“该回家了。”"),
    Cue("脱口而出", _S.SAY, _C, "林远脱口而出：“快跑。”"),
    Cue("坦白", _S.ADMIT, _C, "林远坦白：“钱是我拿的。”"),
    Cue("直呼", _S.SAY, _F, "林远直呼：“太贵了。”"),
    Cue("自嘲", _S.SAY, _M, "林远自嘲：“运气好而已。”"),
    Cue("所言", _S.SAY, _M, "正如林远所言：“没有捷径。”"),
    Cue("所说", _S.SAY, _M, "正如林远所说，没有捷径。"),
    Cue("威胁", _S.SAY, _M, "林远威胁：“我会报复。”"),
    Cue("斥责", _S.SAY, _M, "林远斥责：“这是不负责任。”"),
    Cue("戏称", _S.SAY, _F, "林远戏称这是一双破袜子。"),
    Cue("讽刺", _S.SAY, _C, "林远讽刺：“真会做生意。”"),
    Cue("威胁说", _S.SAY, _F, "林远威胁说不给钱就报复。"),
    Cue("直斥", _S.SAY, _F, "林远直斥，这是不负责任。"),
    Cue("狠批", _S.SAY, _M, "林远狠批：“这是不负责任。”"),
    Cue("炮轰", _S.SAY, _M, "林远炮轰：“这是不负责任。”"),
    Cue("慨叹", _S.SAY, _F, "林远慨叹，时间太快了。"),
    Cue("力陈", _S.SAY, _F, "林远力陈，改革不能停。"),
    Cue("指", _S.SAY, _M, "云州陆运署指，车流将在周五达到高峰。"),
    Cue("力挺", _S.SAY, _C, "林远力挺：“她没有错。”"),
    # ── telling ──
    Cue("告诉", _S.TELL, _F, "林远告诉远山日报记者，水已经退了。"),
    Cue("告知", _S.TELL, _F, "医院告知家属，手术需要推迟。"),
    Cue("转告", _S.TELL, _F, "林远转告家属，手术需要推迟。"),
    # ── thinking ──
    Cue("认为", _S.THINK, _F, "林远认为，房价不会大涨。"),
    Cue("相信", _S.THINK, _F, "林远相信，问题会得到解决。"),
    Cue("坚信", _S.THINK, _F, "林远坚信，问题会得到解决。"),
    Cue("深信", _S.THINK, _F, "林远深信，问题会得到解决。"),
    Cue("确信", _S.THINK, _F, "林远确信，问题会得到解决。"),
    Cue("暗示", _S.THINK, _F, "林远暗示，谈判可能推迟。"),
    Cue("看来", _S.THINK, _M, "在林远看来，这并不公平。"),
    Cue("觉得", _S.THINK, _M, "林远觉得，这并不公平。"),
    Cue("主张说", _S.THINK, _F, "林远主张说，先易后难。"),
    Cue("担心", _S.THINK, _F, "林远担心，雨会继续下。"),
    Cue("担忧", _S.THINK, _M, "林远担忧，雨会继续下。"),
    Cue("忧虑", _S.THINK, _M, "林远忧虑，雨会继续下。"),
    Cue("质疑", _S.THINK, _M, "有网友质疑，善款去向不明。"),
    Cue("判断", _S.THINK, _M, "林远判断，起火点在厨房。"),
    Cue("研判", _S.THINK, _M, "云州气象局研判，雨势将减弱。"),
    # ── guessing ──
    Cue("预计", _S.GUESS, _F, "云州气象局预计，明天有暴雨。"),
    Cue("预估", _S.GUESS, _F, "远山证券预估，明年增长百分之五。"),
    Cue("预测", _S.GUESS, _F, "远山证券预测，明年增长百分之五。"),
    Cue("预言", _S.GUESS, _F, "林远预言，明年会更好。"),
    Cue("预料", _S.GUESS, _M, "林远预料，明年会更好。"),
    Cue("预警", _S.GUESS, _M, "云州气象局预警，明天有暴雨。"),
    Cue("估计", _S.GUESS, _F, "林远估计，损失超过百万元。"),
    Cue("估算", _S.GUESS, _M, "林远估算，损失超过百万元。"),
    Cue("推测", _S.GUESS, _F, "林远推测，起火点在厨房。"),
    Cue("推断", _S.GUESS, _F, "林远推断，墓主是一名武将。"),
    Cue("推算", _S.GUESS, _M, "林远推算，损失超过百万元。"),
    Cue("猜测", _S.GUESS, _F, "林远猜测，对方已经离开。"),
    Cue("揣测", _S.GUESS, _F, "林远揣测，对方已经离开。"),
    Cue("怀疑", _S.GUESS, _F, "云州警方怀疑，死者是被人推下楼的。"),
    # ── denying, admitting ──
    Cue("否认", _S.DENY, _F, "林远否认公司拖欠工资。"),
    Cue("否定", _S.DENY, _M, "林远否定，公司没有拖欠工资。"),
    Cue("承认", _S.ADMIT, _F, "林远承认，事先没有检查设备。"),
    Cue("坦承", _S.ADMIT, _F, "林远坦承，事先没有检查设备。"),
    Cue("供认", _S.ADMIT, _M, "嫌疑人林远供认，他事先买好了刀。"),
    # ── asking ──
    Cue("问道", _S.ASK, _F, "林远问道：“谁来负责？”"),
    Cue("反问", _S.ASK, _M, "林远反问：“谁来负责？”"),
    Cue("追问", _S.ASK, _M, "林远追问：“谁来负责？”"),
    Cue("质问", _S.ASK, _M, "林远质问：“谁来负责？”"),
    Cue("发问", _S.ASK, _M, "林远发问：“谁来负责？”"),
    Cue("提问", _S.ASK, _M, "林远提问：“谁来负责？”"),
    # ── wishing ──
    Cue("希望", _S.WISH, _F, "林远希望，学校尽快复课。"),
    Cue("呼吁", _S.WISH, _F, "林远呼吁，各方保持克制。"),
    Cue("期待", _S.WISH, _M, "林远期待，学校尽快复课。"),
    Cue("期望", _S.WISH, _M, "林远期望，学校尽快复课。"),
    Cue("期盼", _S.WISH, _M, "林远期盼，学校尽快复课。"),
    Cue("盼望", _S.WISH, _M, "林远盼望，学校尽快复课。"),
    Cue("建议", _S.WISH, _F, "林远建议，游客暂缓前往。"),
    Cue("提议", _S.WISH, _F, "云州队提议，比赛推迟一周。"),
    Cue("倡议", _S.WISH, _M, "云州市总工会倡议，比赛推迟一周。"),
    Cue("号召", _S.WISH, _F, "云州总工会号召工人周一罢工。"),
    Cue("恳请", _S.WISH, _M, "林远恳请，各方保持克制。"),
    Cue("请求", _S.WISH, _F, "林远请求，法院从轻判决。"),
    # ── ordering ──
    Cue("提醒", _S.ORDER, _M, "云州交警提醒，雨天路滑。"),
    Cue("提示", _S.ORDER, _M, "云州交警提示，雨天路滑。"),
    Cue("通知", _S.ORDER, _M, "云州市教育局通知，全市小学今日停课。"),
    Cue("警告", _S.ORDER, _F, "云州警方警告，大坝可能决口。"),
    Cue("警示", _S.ORDER, _M, "云州警方警示，大坝可能决口。"),
    Cue("告诫", _S.ORDER, _M, "林远告诫，雨天路滑。"),
    Cue("劝告", _S.ORDER, _M, "林远劝告，雨天不要出门。"),
    Cue("奉劝", _S.ORDER, _M, "林远奉劝，雨天不要出门。"),
    Cue("要求", _S.ORDER, _F, "云州交易所要求公司三日内说明情况。"),
    Cue("敦促", _S.ORDER, _F, "林远敦促双方停火。"),
    Cue("催促", _S.ORDER, _F, "林远催促双方尽快停火。"),
    Cue("责令", _S.ORDER, _F, "云州市应急局责令工厂停产整顿。"),
    Cue("责成", _S.ORDER, _F, "云州市政府责成教育局调查此事。"),
    Cue("决定", _S.ORDER, _F, "云州市教育局发布通知，决定全市停课两天。"),
    Cue("命令", _S.ORDER, _F, "林远命令部队原地待命。"),
    Cue("下令", _S.ORDER, _F, "林远下令部队原地待命。"),
    # ── finding ──
    Cue("认定", _S.FIND, _F, "云州警方认定，死者系自杀。"),
    Cue("判定", _S.FIND, _M, "云州警方判定，死者系自杀。"),
    Cue("发现", _S.FIND, _F, "远山日报记者调查发现，工厂并无执照。"),
    Cue("查明", _S.FIND, _M, "云州警方查明，死者系自杀。"),
    Cue("测定", _S.FIND, _M, "云州地震台测定，震源深度十公里。"),
    Cue("诊断", _S.FIND, _M, "经云州医院诊断，林远手臂骨折。"),
    Cue("鉴定", _S.FIND, _M, "经云州公安局鉴定，林远系溺水死亡。"),
    Cue("检测", _S.FIND, _M, "经云州环保局检测，河水没有污染。"),
    # ── documents and figures ──
    Cue("显示", _S.SHOW, _F, "监控录像显示，两人一同离开。"),
    Cue("揭示", _S.SHOW, _M, "研究报告揭示，两者并无关联。"),
    Cue("载明", _S.SHOW, _M, "判决书载明，两人早已离婚。"),
    Cue("写明", _S.SHOW, _M, "合同写明，两人早已离婚。"),
    Cue("标明", _S.SHOW, _M, "协议书标明，两人早已离婚。"),
    Cue("记载", _S.SHOW, _M, "文件记载，两人早已离婚。"),
    Cue("规定", _S.SHOW, _M, "《云州市养犬条例》规定，遛狗要牵绳。"),
    Cue("统计", _S.SHOW, _M, "据云州交警统计，事故下降一成。"),
    Cue("测算", _S.SHOW, _M, "据云州统计局测算，物价上涨一成。"),
    Cue("数据", _S.SHOW, _M, "根据云州统计局数据，物价上涨一成。"),
    Cue("通告", _S.SHOW, _M, "根据云州警方发布的通告，两人已被带走。"),
    Cue("官网", _S.SHOW, _M, "据远山公司官网，公司成立于1998年。"),
    Cue("资料", _S.SHOW, _M, "根据远山公司的资料，公司成立于1998年。"),
    Cue("财报", _S.SHOW, _M, "根据远山公司财报，公司亏损两亿元。"),
    # ── outlets ──
    Cue("报道", _S.REPORT, _M, "据远山日报报道，大桥昨日通车。"),
    Cue("消息", _S.REPORT, _M, "据远山日报消息，大桥昨日通车。"),
    Cue("电讯", _S.REPORT, _M, "据远山社电讯，大桥昨日通车。"),
    # ── hearsay ──
    Cue("据悉", _S.HEAR, _M, "据悉，大桥全长三公里。"),
    Cue("另悉", _S.HEAR, _M, "另悉，旧桥将拆除。"),
    Cue("据了解", _S.HEAR, _M, "据了解，大桥全长三公里。"),
    Cue("据介绍", _S.HEAR, _M, "据介绍，大桥全长三公里。"),
    Cue("根据介绍", _S.HEAR, _M, "根据介绍，大桥全长三公里。"),
    Cue("据报道", _S.HEAR, _M, "据报道，大桥昨日通车。"),
    Cue("据称", _S.HEAR, _M, "据称，两人此前有过争执。"),
    Cue("据传", _S.HEAR, _M, "据传，新桥将收费。"),
    Cue("据透露", _S.HEAR, _M, "据透露，谈判已经结束。"),
    Cue("据不完全统计", _S.HEAR, _M, "据不完全统计，全市有三百人受灾。"),
    Cue("据统计", _S.HEAR, _M, "据统计，全市有三百人受灾。"),
    Cue("据报告", _S.HEAR, _M, "据报告，两人受了轻伤。"),
    Cue("根据报道", _S.HEAR, _M, "根据报道，大桥昨日通车。"),
    Cue("据此前报道", _S.HEAR, _M, "据此前报道，大桥昨日通车。"),
    Cue("据说", _S.HEAR, _M, "据说，新桥将收费。"),
    Cue("据报", _S.HEAR, _M, "据报，两人受了轻伤。"),
    Cue("获悉", _S.HEAR, _M, "记者从云州市政府获悉，大桥昨日通车。"),
    Cue("获知", _S.HEAR, _M, "记者从云州市政府获知，大桥昨日通车。"),
    Cue("了解到", _S.HEAR, _M, "记者从云州市政府了解到，大桥昨日通车。"),
    Cue("得知", _S.HEAR, _M, "记者从云州市政府得知，大桥昨日通车。"),
    # ── witness ──
    Cue("看到", _S.WITNESS, _F, "远山日报记者看到，门口已经拉起警戒线。"),
    Cue("看见", _S.WITNESS, _F, "目击者看见两辆车相撞起火。"),
    Cue("目睹", _S.WITNESS, _F, "目击者目睹两辆车相撞起火。"),
    Cue("注意到", _S.WITNESS, _M, "远山日报记者注意到，门口已经拉起警戒线。"),
    Cue("听到", _S.WITNESS, _F, "目击者听到一声巨响后起火。"),
)
# fmt: on


BARE = Cue("：", _S.SAY, _C, "云州果农阎九斤眼里放光：“价格不低。”")
"""A colon before a quotation that ends the sentence: what somebody does says that he speaks."""


BY = Cue("据", _S.REPORT, _F, "据云州气象台，明天有暴雨。")
"""A source that opens a sentence in which no word reports."""


PAPERS = frozenset("数据 通告 官网 资料 财报".split())
"""Documents that report where a clause opens with 据: they are part of who says it (乘联会发布的数据)."""
SCOLDING = frozenset("批评 吐槽 质疑 点评 怒斥 痛批 痛斥 指责 嘲讽 回怼 警告 评价 调侃".split())
"""What somebody is told by another: 小说被云州普法点名批评：…"""
PROBES = frozenset("诊断 鉴定 检测 确认 核实 证实 认定".split())
"""What an office or a doctor finds where a clause opens with 经: 经云州医院诊断，…"""


@dataclass(frozen=True, slots=True)
class Hit:
    """A cue found in an article, and where its content may begin."""

    start: int
    end: int
    cue: Cue
    after: int  # past the mark that follows the cue
    mark: str  # that mark: ，：“ or empty


@cache
def rows() -> dict[str, Cue]:
    """The cues by their words."""
    return {cue.word: cue for cue in CUES}


def trie(words: list[str]) -> str:
    """A pattern that tries each first character once: ten times faster than a list of alternatives."""
    branches: dict[str, list[str]] = {}
    for word in words:
        branches.setdefault(word[:1], []).append(word[1:])
    parts = [re.escape(first) + trie(rest) if first else "" for first, rest in sorted(branches.items(), reverse=True)]
    return parts[0] if len(parts) == 1 else f"(?:{'|'.join(parts)})"
