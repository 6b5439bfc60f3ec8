"""The words that report speech, each with its stance and an example.

A row is all that it takes to add a cue. `Form.FREE` takes its content with or without a mark after it
(他表示将参加), `Form.MARK` only before a comma, colon or quotation mark (他介绍，…), because without one it
takes an object (介绍情况), `Form.COLON` only before a colon (他摇摇头：“…”). A tail such as 称 or 说 (回应称, 补充说) makes any cue free.
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
    Cue("陈述", _S.SAY, _M, "林远陈述，他当时不在现场。"),
    Cue("述说", _S.SAY, _M, "林远述说，他当时不在现场。"),
    Cue("讲述", _S.SAY, _M, "林远讲述，他在水里泡了两小时。"),
    Cue("自述", _S.SAY, _M, "林远自述，他在水里泡了两小时。"),
    Cue("描述", _S.SAY, _M, "林远描述：“到处是碎玻璃。”"),
    Cue("形容", _S.SAY, _M, "林远形容：“像一场梦。”"),
    Cue("回忆", _S.SAY, _M, "林远回忆，当时浓烟很大。"),
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
    Cue("念叨", _S.SAY, _C, "林远念叨：“该回家了。”"),
    Cue("嘀咕", _S.SAY, _C, "林远嘀咕：“该回家了。”"),
    Cue("脱口而出", _S.SAY, _C, "林远脱口而出：“快跑。”"),
    Cue("坦白", _S.ADMIT, _C, "林远坦白：“钱是我拿的。”"),
    Cue("直呼", _S.SAY, _F, "林远直呼：“太贵了。”"),
    Cue("自嘲", _S.SAY, _M, "林远自嘲：“运气好而已。”"),
    Cue("所言", _S.SAY, _M, "正如林远所言：“没有捷径。”"),
    Cue("所说", _S.SAY, _M, "正如林远所说，没有捷径。"),
    Cue("威胁", _S.SAY, _C, "林远威胁：“我会报复。”"),
    Cue("戏称", _S.SAY, _F, "林远戏称这是一双破袜子。"),
    Cue("讽刺", _S.SAY, _C, "林远讽刺：“真会做生意。”"),
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
    Cue("据了解", _S.HEAR, _M, "据了解，大桥全长三公里。"),
    Cue("据介绍", _S.HEAR, _M, "据介绍，大桥全长三公里。"),
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


PAPERS = frozenset("数据 通告 官网 资料 财报".split())
"""Documents that report where a clause opens with 据: they are part of who says it (乘联会发布的数据)."""
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


# What turns a cue into its own negation, a noun or another word, looking left and right of it.
_NOT_BEFORE = re.compile(
    r"(?:未|没有|没|[暂尚并毫]无|拒绝|拒不|不愿|不肯|不想|不予|不便|无法|不能|不会|难以|从未|未曾|并未|尚未|避免|不再|不曾|(?<!特)(?<!分)(?<!个)别|不要|无须|不必|不用|未能|未予|未有|(?:缺乏|没有?|有)勇气|没能|未经|成为)"
    r"(?:持续|继续|一直|一味|过度|过分|特别|首批|首家|首个|唯一|再|再次|有|能|对外|公开|正面|具体|明确|详细|进一步|透露|就此|立即|马上|主动|及时|官方|本站|本网|证实)*$"
)
_CAUSED = re.compile(r"(?:让|误导|(?:不禁|[这更也])令)[^，。；]{1,8}$")  # 让人猜测, 误导消费者认为: nobody's own view
_FOREIGN = re.compile(r"·[\u4e00-\u9fff]{2,8}$")  # 恩里克·阿尔瓦拉多说: a name, and no 多说
_AS_SAID = re.compile(r"(?:[正就恰诚]?[如像]|如同|好像)[^，。；：]{1,10}$")
_TAG = re.compile(r"#[^#\s]*$")
# 将于11日宣布: nothing has been said yet.
_TO_COME = re.compile(
    r"(?:将|将会|拟|即将|准备|打算|计划|有望|需要?|必须|应当?|可以?|可能会|要|未来|愿|敢|如果|若|一旦)(?:(?:于|在).{1,8})?(?:正式|对外|陆续|公开|统一|择机|再次|及时|主动|初步|按照.{0,6}|依照.{0,6}|依法|向.{1,6})?$"
)
# 提出建议, 作出承诺: the cue is what is given, not the giving.
_GIVEN = re.compile(
    r"(?:提出|给出|接到|接获|作出|做出|进行|接受|表达|引发|引起|遭到|受到|收到|听取|征求|发出|寻求|开展|展开|得到|获得|予以|加以|存在|造成|产生)[^，。；]{0,8}$"
)
_RAISED = re.compile(
    r"(?:引发|引起|遭到|受到|进行|加以|构成|带来|面临|存在|造成|产生|发出了|提出)[^，。；时中后]{0,8}$"
)
# 这种担心完全多余, 该猜测很快证实: here the cue is the subject.
_NAMED = re.compile(
    r"(?:[这该此那种个份项些番条]|[一两二三几多]则|足够|一定|规定|有理由|寄|能|经常|总是|无端|外界|上述|相关|有关|民事|事先|多余|一纸|一份|所谓)$"
)
# 投资者的两大忧虑, 学界最主流的猜测, 偏见指控: a noun that something before it qualifies.
_QUALIFIED = re.compile(r"(?:的|[一二两三四五六七八九十几]大|这[一种个]|全球|一系列[^，]{0,8})$")
# 发布警情通报，5月13日9时31分，…: what stands in it begins with a day.
_BEGINS = re.compile(r"，(?:\d{4}年|\d{1,2}月\d|经查|经调查|经核)")
_PAPERS = frozenset({"公告", "声明", "通报", "报告", "统计", "预测", "估计", "分析", "报道"})
_SOURCED_BY = re.compile(r"(?:^|[，。；：\s])(?:[另而但又]?据|根据)(?=[^，。；：]{3,36}$)(?!.*(?:的|这|该|此|份|表示))")
_SOURCE_OF = re.compile(r"(?:据|按照|依照)[^，。；：]{2,36}的$")
# 披露重磅公告, 公布一份备忘录: the object of an act.
_OBJECT = re.compile(
    r"(?:了|出)?《[^》]{2,60}》(?:等|全文)?(?=[，。；])|(?:了|出)?(?:一[份则篇段批组个项]|多[份则项]|相关|有关|更多|重磅|具体|最新|上述|详细|新的?)[^，。；：“]{0,24}(?:公告|文件|备忘录|报告|细节|信息|消息|内容|名单|数据|计划|情况|视频|照片|声明|方案|结果|清单|文书|记录|成果|案例|图片|预告)(?=[，。；（]|$)"
    r"|(?:了|出)?(?:\d{2,4}年)?[^，。；：“《]{0,12}(?:数据|财报|年报|季报|半年报|成绩单)(?=[，。；])"
)
_NOMINAL = ("了", "的", "过", "者", "权", "力")
_PERFECT = ("说过", "通报了", "爆料了", "否认了", "承认了", "证实了", "强调了")  # 警方通报了男孩已找到
_PASSIVE = re.compile(
    r"被(?!告|[害困打骗拘捕咬撞砍拐劫盗](?:的|人|者|男|女|学|游|乘|员|儿|孩|老|司|妇|家|村|居))[^，。；]{1,8}$|为[^，。；]{1,10}所$|(?:被|遭|受到?|获)(?:外界|普遍|广泛|人们?|网友|媒体|警方|当地|一致|公认|官方|多次|立即|当场)*$"
)
_WILL = "(?<![事委员协商议国工学联合金大])会"  # 将会宣布, but 委员会宣布
_BEFORE = {
    "介绍": re.compile(r"(?:由[^，。；]{1,8}|情况|自我|措施|产品)$"),
    "声称": re.compile(r"发$"),
    "报称": re.compile(r"接$"),
    "自称": re.compile(r"(?:一些|有的)$"),
    "据报道": re.compile(r"(?:记者|问|提问)：\s*$"),
    "据悉": re.compile(r"(?:记者|问|提问)：\s*$"),
    "称": re.compile(
        r"(?:第[一二三]人|接报警?|(?<![数证根依论票收单])据|之|自|了|重|(?<![媒实团])体|名|简|职|对|号|统|俗|昵|谦|尊|美|堪|著|匀|别|(?<!某)全|旧|通|改|人人|代|可|敬|爱|互|戏|又|合|总|泛|原|曾用名|(?<![大同中小科文法医])学|(?<![法军警交令挥长察言])官|世|被|誉|相|雅|史)$"
    ),
    "回": re.compile(r"(?:往|来|拉|收|带|退|找|赶|返|挽|夺|撤|驳|挖)$"),
    "指": re.compile(
        r"(?:手|戒|食|拇|中|无名|小|屈|所|直|暗|意|特|专|五|十|沪|深|恒|股|期|创|弹|染|是|不|多|被|亦即|即|系|泛|则|主要|此处|这里)$"
    ),
    "说": re.compile(
        r"(?:与其|不如|(?:客观|公平|公正|坦率|坦白|准确|确切|严格|通俗|简单|具体|宽泛|笼统|认真|不客气)地?|程度上|意义上|角度|层面上?|本质上|原则上|小|传|学|据|听|(?<![劝和讲])解|演|游|胡|来|虽|难|(?<!规)劝|述|评|邪|众|异|假|可以|应该|应当|就是|[不只]是|(?:让|叫|逼)[^，。；]{1,6}|句话|一般来|总的来|比如|譬如|例如|不用|老实|严格|简单|具体|坦白|俗话|常言|换句话|照|按|按理|理|按道理|按照|也就是|没的|不得不|必须|能|好|这么|这样|那么|怎么|不好|很难|再|要|想|"
        r"(?<!的)话|图|戏|细|二话不|不管怎么|怎么|可|直|拿|再怎么|实话实|实话|正面|一|胡乱|瞎|乱|多|少|把话)$"
    ),
    "要求": re.compile(
        r"(?:(?:按照?|根据|依照?|应|依据|遵照|响应|达到|满足|符合|落实|执行|贯彻|遵守|遵循|提高|放宽|降低|对照|围绕|结合)[^，]{1,16}|的|按|按照|应|依照|依|根据|符合|满足|达到|有关|这一|该|此|提出|严格|高|标准|各项|政策|法律|新|无理|质量|不合|提|了|基本|目标|任务|明确|最低|一定|技术|相关|强制|合理|性|部署|安排|精神)$"
    ),
    "披露": re.compile(r"信息$"),
    "否认": re.compile(r"的$"),
    "指责": re.compile(r"对于?[^，。；]{1,12}$"),
    "请求": re.compile(r"(?:应[^，。；]{1,10}|诉讼|上诉|赔偿|仲裁)$"),
    "希望": re.compile(
        r"(?:的|有|没有|一线|新|充满|带来|寄予|大|抱有|唯一|看到|渺茫|中国|生命|无|毫无|满怀|点燃|给了?)$"
    ),
    "建议": re.compile(
        r"(?:规划|的|提出|该|此|这一|意见|条|一些|合理化|政策|听取|等|专家|诊疗|项|投资|采纳|根据|按照|接受)$"
    ),
    "消息": re.compile(r"(?:发布|发出|发表|发|公布|传来|好|坏)了?$"),
    "提议": re.compile(r"(?:的|提出|该|此|这一|条|项)$"),
    "发现": re.compile(
        rf"(?:的|被|大|新|重大|重要|科学|该|后|人|及时|首次|考古|没有|不难|最早|当场|偶然|容易|意外|不|未|没|早|刚|难|{_WILL}|可|能|在|均|并)$"
    ),
    "声明": re.compile(
        r"(?:的|发表|发布|联合|份|此|该|这一|一份|公开|发出|书面|免责|原产地|政策|严正|出|重要|在|项|个|份简短|官方|签署)$"
    ),
    "公告": re.compile(r"(?:的|发布|连发|该|此|份|发出|在|一份|上市公司|根据|按照|最新|晚间|[一两二三几]则)$"),
    "通报": re.compile(
        r"(?:的|发布|该|此|情况|份|警情|发出|在|[一两二三几]则|公开|典型案例|予以|全网|内部|进行|外交部|联合|协查)$"
    ),
    "报道": re.compile(
        r"(?:见诸.{0,4}|新闻|相关|系列|综合|跟踪|深度|独家|的|进行|多家媒体|有关|这一|虚假|负面|正面|采访|专题|纷纷|广泛|大量|如实|等)$"
    ),
    "警告": re.compile(r"(?:的|发出|严重|提出|不顾|给予|行政|予以|严厉|一次|党内|预|无视|到|黄牌|个)$"),
    "报告": re.compile(r"(?:发布|发表|公布|提交|的|该|份|工作|研究|调查|财务|年度|最新|业绩|分析)$"),
    "判决": re.compile(r"(?:的|有罪|无罪|何种|作出|做出)$"),
    "指示": re.compile(r"(?:的|何种|作出|做出|重要|下达.{0,4})$"),
    "指控": re.compile(r"(?:的|多项|一项|这一|遭|所谓.{1,10}|对.{1,8})$"),
    "判断": re.compile(r"(?:的|一个|综合|准确|误|来|以|可|能|会|难以|无法|用来|据此|依此|自己)$"),
    "提示": re.compile(r"(?:核心|温馨|风险|友情|特别|重要|的)$"),
    "提醒": re.compile(r"(?:的|温馨|善意|友情|一下)$"),
    "承诺": re.compile(r"(?:的|作出|做出|兑现|履行|其|项|这一|当初|没有|书面|安全|信守|违背|份|庄严|政治)$"),
    "预计": re.compile(r"(?:的|超出|好于|高于|低于)$"),
    "预测": re.compile(r"(?:的|此前|进行|市场|分析|价格|需求|此|该)$"),
    "保证": re.compile(r"(?:的|有|为了?|以|切实|坚决|来|和|要|没有|才能|无法|必须|就能)$"),
    "确认": re.compile(
        r"(?:的|待|得到|(?<![已曾])经|进一步|身份|后|进行|最终|等待|据|可以|能够|被|尚待|还需|需|予以|以)$"
    ),
    "证实": re.compile(r"(?:的|得到|已经|据|被|经|加以|获得|待|未经|予以|尚未|有待|医学|研究|已|将|得以)$"),
    "反映": re.compile(
        r"(?:的|能|充分|真实|集中|也|都|这|客观|综合|直接|据|能够|可以|正|全面|向(?!.{0,6}(?:记者|媒体|报$|网$|笔者)).{1,8})$"
    ),
    "主张": re.compile(r"(?:的|政治|这一|该|诉讼)$"),
    "怀疑": re.compile(r"(?:的|被|令人|让人|不|遭|受|值得|发生|涉嫌|不禁)$"),
    "估计": re.compile(r"(?:的|不足|保守|不完全|最低|乐观|最好|据|初步)$"),
    "担心": re.compile(r"(?:的|令人|不|让人|用|别|无需|不必)$"),
    "相信": re.compile(r"(?:的|难以|不敢|让人|令人|可以|不|绝对|完全|轻易|有理由|值得|不可|令|能|要|会|让)$"),
    "承认": re.compile(r"(?:的|不|得到|外交|法律|获|正式外交|国际|予以|没有|不被|拒不|被|不予|给予)$"),
    "公布": re.compile(rf"(?:的|对外|未|予以|时间|进行|结果|将|尚未|{_WILL}|名单|下午|没有|正式对外|即将|待)$"),
    "宣布": re.compile(rf"(?:的|被|{_WILL}|将|尚未|未|即将|没有|一经|并未|计划|有望|准备)$"),
    "分析": re.compile(
        r"(?:取样|排除法|通过.{0,6}|的|进行|研究|数据|综合|具体|深入|大数据|市场|技术|据|原因|对比|案例|经|样本)$"
    ),
    "评论": re.compile(r"(?:的|网友|新闻|发表|予置|置|条|予|进行|时事|加以)$"),
    "解释": re.compile(r"(?:的|司法|作出|做出|合理|进行|一个|加以|给出|这一)$"),
    "回应": re.compile(
        r"(?:的|作出|做出|予以|没有|任何|未|给予|正面|积极|拒绝|得到|官方|收到|最新|强硬|置|未予|不予)$"
    ),
    "显示": re.compile(r"(?:的|屏幕|液晶|被|仪表)$"),
}
_AFTER = {
    "预言": re.compile(r"家"),
    "答应": re.compile(r"[了的过下。，]"),
    "官宣": re.compile(r"[的，]|[^，。；]{0,8}(?:后|前|以来|只)"),
    "曝出": re.compile(r"[的了后来过。，]|内容|消息|[一这]"),
    "深信": re.compile(r"服"),
    "称": re.compile(r"[为之号赞道呼作霸雄职病谓重]|其为|得上|不上|王(?![\u4e00-\u9fff]{2})|心如意|职"),
    "自称": re.compile(
        r"[^，。；]{1,20}的[^，。；的]{1,6}(?:称|说|表示|告诉|回应)|(?![，：]|是|为|自己|有|没|曾|在|来自|受|被|不)"
    ),
    "说": re.compile(
        r"事(?!故|件|情|实|发)|书(?!记|店|院|画|籍)|唱|一声|出(?![了过][，：“])|[明法服谎教唱情客穿破]|话|起|不定|不上|不清|不得|不出|得[上过清好]|白了|实话|到底|来|过的|走就|的就?是|三道四|一不二|说而已|好的|得出口|不(?![会能想要愿再存应可清知])|干就干|中了|了算|来话长"
    ),
    "表示": re.compile(
        r"(?:了|出|过)|[，：]?(?:(?:最|非常|十分|万分|无比|高度|热烈|诚挚|衷心|深切|强烈|沉痛|由衷|坚决|深深的?|极大|充分|严重|诚挚的|衷心的|崇高的?|深深|亲切|深深地|极其|深表|很|极为|完全|一致|大力|明确|坚定)*"
        r"(?:感谢|谢意|祝贺|哀悼|慰问|歉意|道歉|欢迎|关切|关注|敬意|不满|遗憾|愤怒|震惊|谴责|支持|反对|赞赏|肯定|认可|同意|理解|担忧|怀疑|质疑|抗议|惋惜|满意|赞同|钦佩|感激|敬佩|忧虑|悼念|同情|悲痛|祝福|友好|尊重|忠诚)"
        r"(?=[。，；、！？外后时\n]|和|与|之情|$|及|并|之))"
    ),
    "发现": re.compile(r"[了过者权号]|于|的|并|问题"),
    "显示": re.compile(r"[屏器卡出]|了|为|的|在"),
    "报道": re.compile(r"(?:截图|的|了|后|出来|中|内容|是|一出|引发|过|失实|这|组|显示|指出|援引|还|并|也|再)"),
    "要求": re.compile(r"[的和。、；]|严格|较高|不高|极高|高|是|下|很|越来越|越"),
    "希望": re.compile(r"[的。、；]|小学|工程|之"),
    "建议": re.compile(r"[的书。、；稿]|零售价|和|是"),
    "统计": re.compile(r"(?:局|数据|学|口径|年鉴|的|工作|部门|了|分析)"),
    "介绍": re.compile(r"(?:了|信|的|一下|会|自己|给)"),
    "预测": re.compile(r"(?:的|了|值|模型|性|到)"),
    "承诺": re.compile(r"(?:书|的|函|期|制|。|和)"),
    "警告": re.compile(r"(?:的|了|处分|信|函|、|。|过|和|牌)"),
    "提醒": re.compile(r"(?:了|的|自己)"),
    "透露": re.compile(r"(?:了|的|出|过|给|更多|具体|任何)"),
    "强调": re.compile(r"(?:了[，。]|的|过|和)"),
    "公布": re.compile(r"(?:了|的|于|后|和)"),
    "宣布": re.compile(r"(?:临床)?脑?死亡|不治|(?:破产|辞职|退役|后)(?=[。，])"),
    "承认": re.compile(r"(?:了[，。]|的|和|。|并尊重)"),
    "否认": re.compile(r"(?:了?(?:[。；]|，(?!“))|的|和)"),
    "确认": re.compile(r"(?:了|的|书|后|函|和|、|无误|。|身份|收)"),
    "证实": re.compile(r"(?:了[，。]|的|。|后|这)"),
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
    "通报": re.compile(r"(?:的|中|会|。|》|批评|表扬|显示|给|情况)"),
    "推断": re.compile(r"(?:的|。|出)"),
    "质疑": re.compile(r"(?:的|。|声)"),
    "消息": re.compile(r"(?:人士|的|称|面|源|传|传出|传来|显示|灵通|。|一出|发布|属实|后|是)"),
    "提议": re.compile(r"(?:的|。|中)"),
    "声称": re.compile(r"的"),
    "主张": re.compile(r"(?:的|。|权利)"),
}
_GIFTS = frozenset(
    {
        "建议",
        "要求",
        "质疑",
        "承诺",
        "警告",
        "提醒",
        "回应",
        "回复",
        "答复",
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


def find(reading: Reading, start: int, end: int) -> Iterator[Hit]:
    """The cues between two offsets, outside all marks, that report something."""
    plain, depth = reading.plain, reading.depth
    at = start
    while match := _pattern().search(plain, at, end):
        cue = rows()[match["word"]]
        tail = None if cue.word in _SOLO else match["tail"]
        if tail == "道" and match.end() not in reading.words:
            tail = None  # 澄清道德绑架
        if cue.form is Form.COLON and tail == "到":
            at = match.end("word")  # 回到, 问到
            continue
        stop = match.end() if tail else match.end("word")
        listed = _LISTED.match(plain, stop, end) if cue.word in _LISTING and not tail else None
        # 不准确信息 holds no 确信: a cue starts or ends where a word does (媒体报道 is one word).
        is_split = len(cue.word) > 1 and not reading.words & {match.start(), match.end("word")}
        # 数据称: what opens with 据 opens a clause.
        is_split |= (
            cue.word[0] == "据" and match.start() not in reading.words and not _OPENS.search(plain, 0, match.start())
        )
        is_split |= cue.word in _WHOLE and match.start() not in reading.words
        if (
            depth[match.start()]
            or is_split
            or _is_vetoed(plain, (start, match.start(), stop), cue, tail or (listed and "："))
        ):
            # 发布公告称: the noun is no cue, the word after it is.
            at = match.start() + 1
            continue
        at = stop
        if listed and not depth[listed.end() - 1]:
            yield Hit(match.start(), stop, cue, listed.end(), "：")
            continue
        after, mark = _content_start(plain, stop, end)
        if cue.form is Form.MARK and not tail and plain.startswith(_GOING_ON, after):
            continue  # 及时通报，并第一时间处理: an act among acts
        if mark == "，" and not tail and _is_led_on(plain, after, cue):
            continue
        if mark == "“" and cue.form is Form.MARK and not tail and not _is_whole_quote(reading, after):
            continue
        if cue.form is Form.COLON and not tail and not (mark == "：" and plain.startswith("“", after)):
            continue
        if mark == "：" and not tail and cue.word in ("声明", "公告"):
            continue  # 遗失声明：…: a notice, said by nobody in it
        if not tail and not mark and _takes_object(plain, stop, end, cue):
            continue
        yield Hit(match.start(), stop, cue, after, mark)


# 通报了救援过程：…, 回应离婚消息：…: between the verb and its colon stands what it is about.
_LISTING = frozenset("通报 介绍 讲述 公布 披露 回忆 总结 透露 解释 回应 回复 答复".split())
_LISTED = re.compile(r"了?[^，。；：“”\n]{2,24}：(?=.{6})|[^，。；：“”\n]{0,10}(?:记者|媒体)[，：](?=“)")
_WHOLE = frozenset("报称 误称 笑称 官宣 曝出".split())  # 通报称 holds no 报称
# 另据报道, 而据统计: one word to the segmenter.
_OPENS = re.compile(r"[另而但又再且]$")
# 道歉，… and 表态，…: what is told behind the comma is what happened next, unless it is quoted.
_ACTING = frozenset("发声 评论 表态 发言 道歉 致歉 喊话 配文 高喊".split())
# 留言，表示难以相信: the word behind the comma reports.
_REPORTING = re.compile(
    r"(?:并|还|且|并且|公开|首次)*(?:表示|[声宣]?称(?![为之])|说(?![明服])|指出|强调|认为|敦促|呼吁|警告|直言|坦言|否认|宣布|官宣|公布|批评|透露|承认|恳请|要求)(?!的)"
)


def _is_led_on(plain: str, after: int, cue: Cue) -> bool:
    """Whether a comma behind a cue leads on to another cue, or to what was done next."""
    if cue.form is not Form.MARK:
        return False
    return (cue.word in _ACTING and plain[after : after + 1] != "“") or _REPORTING.match(plain, after) is not None


_ATTRIBUTED = re.compile(r"\s*[^，。；：“”\n]{1,24}?(?:[道说称言]|表示|指出|认为|强调|告诉|回忆|介绍|透露|解释)")
_SPOKEN = re.compile(r"[我你咱吗吧呢啊]|自己|真的|特别|肯定|觉得|这个|那个")
_ANY_SAYING = re.compile(r"[\u4e00-\u9fff]{2}[道说称言]$")  # 安慰道, 叮咛说: a word that no row holds
_HEADED = re.compile(
    r"(?:[是为有如叫即]|如下|写着|写有|口号|标语|题[为目]|名为|主题|问题|横幅|显示|名言|诗句|诗云|古语|俗话|歌词|台词|例如|比如|譬如|标题|网友|弹幕|评论区|句式|写明|印着|刻着|贴着|所谓|记者|问|话语|提示|短信|简介)$"
)


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
        is_speech = _SPOKEN.search(plain, quote[0], quote[1]) and "，" in plain[quote[0] : quote[1]]
        is_his = plain[quote[1] - 2] in "。！？…" and not _ATTRIBUTED.match(plain, quote[1])
        return Hit(at + 1, at + 2, BARE, at + 1, "：") if is_speech and is_his else None
    if plain[quote[1] - 2] not in "。！？…" or _HEADED.search(plain, start, at):
        return None
    size = next((size for size in (2, 1) if plain[at - size : at] in rows()), 0) or 3 * bool(
        _ANY_SAYING.search(plain, start, at)
    )
    return Hit(at - size, at if size else at + 1, BARE, at + 1, "：")


def _is_vetoed(plain: str, place: tuple[int, int, int], cue: Cue, tail: str | None) -> bool:
    limit, start, stop = place
    left = plain[max(limit, start - 12) : start]
    if _NOT_BEFORE.search(left) or _PASSIVE.search(left) or _TO_COME.search(left):
        return True
    if _TAG.search(plain, max(limit, start - 40), start) and "#" in plain[stop : stop + 40]:
        return True  # #林远官宣离任#
    # 不承诺, 不透露; but 不认为 and 不希望 have a content, and 不否认 is a double negation.
    if left.endswith("不") and cue.stance in (Stance.SAY, Stance.TELL, Stance.SHOW, Stance.FIND):
        return True
    tail = tail or ("：" if plain.startswith("：", stop) and cue.word in _GIFTS else None)  # 作出回应：…
    if not tail and ((cue.word in _GIFTS and _GIVEN.search(left)) or (cue.form is Form.MARK and _RAISED.search(left))):
        return True
    if not tail and cue.word in _GIFTS and _NAMED.search(left):
        return True
    if not tail and (cue.form is Form.MARK or cue.word in _GIFTS) and _is_qualified(plain, limit, start, stop):
        return True
    if not tail and cue.word in _ACTS and cue.word != "否认" and _OBJECT.match(plain, stop):
        return True
    # 在强调投资价值的同时: no act of saying, but what goes along with one.
    if cue.stance in (Stance.THINK, Stance.GUESS) and _CAUSED.search(left):
        return True
    if cue.word == "所说" and not _AS_SAID.search(left):
        return True
    if left.endswith("在") and not tail and _MEANWHILE.match(plain, stop):
        return True
    follows = plain[stop : stop + 1]
    if tail != "：" and follows in _NOMINAL and cue.word + follows not in _PERFECT:
        return True
    if tail == "：" or (not tail and cue.word in _PAPERS and _BEGINS.match(plain, stop)):
        return False
    before, after = _BEFORE.get(cue.word), _AFTER.get(tail or cue.word)
    if (
        before
        and before.search(left)
        and not _FOREIGN.search(left)
        and not (cue.word in _PAPERS and _SOURCED_BY.search(plain, max(limit, start - 40), start))
    ):
        # 发言人称, 负责人称: 人 before 称 is a person here, and 人称 is not a word of news.
        return True
    return bool(after and after.match(plain, stop))


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
        or reading.plain[quote[1] - 2] in "。！？"
    )


# 警方通报失踪男孩已找到, 网友爆料自己被骗: what these take without a mark may be a clause.
_CLAUSAL = frozenset(
    "估算 推算 查明 吐槽 控诉 调侃 质疑 通报 爆料 报料 曝料 反映 举报 报案 自曝 回忆 讲述 自述 供述 交代 交待 解释 补充 投诉 哭诉 辩解".split()
)
_TOPIC = re.compile(r"(?:对于?|针对|面对|关于|至于)[^，。；]{1,16}$")  # 对于网友质疑其为什么不卖房，…
_PREDICATE = re.compile(
    r"已|被|遭(?!遇)|[是系](?!列|统)|自己|其[^他中余它]|[他她]|未|没有|不|正在|曾|将|[较太过很][大高多低少长贵快慢严]"
)
_THING = re.compile(
    r"(?:情况|问题|过程|经过|经历|事件|案例|案件|结果|细节|遭遇|原因|故事|内容|信息|线索|事迹|往事|事实|现象|意见|诉求|进展|名单|的[^，。；]{1,6})$"
)
# 交警提醒广大市民注意安全: who is asked, and to do what.
_PUBLIC = re.compile(
    r"(?:广大|各位|所有|过往|相关|有关|周边|沿线|外出|出行|大家|全体|全市|全省)?(?:的)?"
    r"(?:大家|公众|市民|群众|网友|网民|家长|旅客|游客|乘客|司机|驾驶员|驾驶人|车主|消费者|投资者|居民|村民|用户|考生|学生|师生|老年人|患者|业主|商户|企业|单位|各地|各国|民众|读者|粉丝|球迷)"
    r"(?:和[^，。；]{2,6})?(?:朋友|同志)?们?(?=[^，。；的]{4,})"
)
_CLAUSE = 9  # characters


def _takes_object(plain: str, start: int, end: int, cue: Cue) -> bool:
    """Whether what follows a cue without a mark is a thing (介绍情况, 宣布死亡) and not a clause."""
    if cue.stance in (Stance.ORDER, Stance.WISH) and _PUBLIC.match(plain, start, end):
        return False
    if cue.form is not Form.MARK:
        return cue.stance is not Stance.TELL and _is_short(plain, start, end)
    found = _ANY_MARK.search(plain, start, end)
    content = plain[start : found.start() if found else end]
    is_clause = len(content) >= _CLAUSE and _PREDICATE.search(content, 2) and not _THING.search(content)
    is_topic = _TOPIC.search(plain, max(0, start - 20), start) is not None
    return cue.word not in _CLAUSAL or not is_clause or is_topic


def _is_short(plain: str, start: int, end: int) -> bool:
    """宣布死亡, 表示同意: two or three characters up to the next mark are an object, not a content."""
    if plain[start : start + 1] in "。！？”\n" or start >= end:
        return False  # “…”林远说。
    found = _ANY_MARK.search(plain, start, end)
    return (found.start() if found else end) - start < _SHORT


_AGAIN = re.compile(r"称(?![为之号赞道呼作霸雄职病谓重])[，：]?")  # 根据该女子的描述，称…


def _content_start(plain: str, at: int, end: int) -> tuple[int, str]:
    """Past the mark and space after a cue, and that mark."""
    mark = ""
    if plain.endswith(_PERFECT, 0, at + 1):
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
def rows() -> dict[str, Cue]:
    """The cues by their words."""
    return {cue.word: cue for cue in CUES}


@cache
def _pattern() -> re.Pattern[str]:
    words = trie(sorted(rows()))
    return re.compile(rf"(?P<word>{words})(?P<tail>(?:{'|'.join(_TAILS)}))?")


def trie(words: list[str]) -> str:
    """A pattern that tries each first character once: ten times faster than a list of alternatives."""
    branches: dict[str, list[str]] = {}
    for word in words:
        branches.setdefault(word[:1], []).append(word[1:])
    parts = [re.escape(first) + trie(rest) if first else "" for first, rest in sorted(branches.items(), reverse=True)]
    return parts[0] if len(parts) == 1 else f"(?:{'|'.join(parts)})"
