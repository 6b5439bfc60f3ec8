"""What is narration, and what is speech, document or furniture."""

from __future__ import annotations

from dataclasses import replace

import pytest

from suyuan.records import Block, BlockKind
from suyuan.reprints.zones import Zone, zones
from suyuan.text import fold
from tests.reprints.newsroom import NOTICE, REPORT, article

CASES = [
    # text, a piece of it, the zone of that piece
    ("责任编辑：张三", "张三", Zone.FURNITURE),
    ("【编辑:张三】", "张三", Zone.FURNITURE),
    ("（原标题：青石桥裂了）", "青石桥裂了", Zone.FURNITURE),
    ("未经某某网书面授权，不得转载。", "不得转载", Zone.FURNITURE),
    ("版 权 所 有 ，未 经 书 面 授 权 禁 止 使 用", "授 权", Zone.FURNITURE),
    ("如有侵权，请联系本站删除。", "请联系", Zone.FURNITURE),
    ("满减券至高 30 元，每天一张：点此领取。", "每天一张", Zone.FURNITURE),
    ("许多人点击购买以后才发现没有货。", "没有货", Zone.NARRATION),
    ("Note: parts of this programme were generated using AI. The bridge is shut.", "parts of this", Zone.FURNITURE),
    ("Note: parts of this programme were generated using AI. The bridge is shut.", "bridge", Zone.NARRATION),
    ("The bridge is shut. Group discounts are available.", "Group", Zone.FURNITURE),
    ("扫一扫 分享到微信", "分享", Zone.FURNITURE),
    ("某某日报临河5月6日电（记者 张三）青石桥出现裂缝。", "记者", Zone.FURNITURE),
    ("某某日报临河5月6日电（记者 张三）青石桥出现裂缝。", "出现裂缝", Zone.NARRATION),
    ("桥面已经封闭。（某某日报记者 张三 通讯员 李四）", "通讯员", Zone.FURNITURE),
    ("老张说：“这座桥我走了五十年，从没见过裂缝。”说完叹气。", "从没见过", Zone.SPEECH),
    ("老张说：“这座桥我走了五十年，从没见过裂缝。”说完叹气。", "叹气", Zone.NARRATION),
    ('老张说："这座桥我走了五十年，从没见过裂缝。"说完叹气。', "从没见过", Zone.SPEECH),
    ("他走过“青石桥”回家。", "青石桥", Zone.NARRATION),
    ("王教授表示，裂缝由基础沉降引起。当天桥面封闭。", "基础沉降", Zone.SPEECH),
    ("王教授表示，裂缝由基础沉降引起。当天桥面封闭。", "当天桥面", Zone.NARRATION),
    ("县公安局发布通报称，嫌疑人已被抓获。案件正在办理。", "嫌疑人", Zone.DOCUMENT),
    ("县公安局发布通报称，嫌疑人已被抓获。案件正在办理。", "正在办理", Zone.DOCUMENT),
    ("县公安局发布通报称，嫌疑人自称“我只是路过看热闹”，拒不认罪。", "路过", Zone.DOCUMENT),
    ("记者从县教育局获悉，下周一全县恢复上课。", "恢复上课", Zone.DOCUMENT),
    ("据县应急管理局官方微博消息，火灾已被扑灭。", "火灾", Zone.DOCUMENT),
    ("据某某日报客户端消息，火灾已被扑灭。", "火灾", Zone.NARRATION),
    ("法院审理查明，李某挪用公款三年。同村人很惊讶。", "挪用公款", Zone.DOCUMENT),
    ("法院审理查明，李某挪用公款三年。同村人很惊讶。", "很惊讶", Zone.NARRATION),
    ("我们对此次事件深表歉意，并将全力配合调查。", "配合调查", Zone.DOCUMENT),
    ("通报全文如下：\n5月6日，我县发生火情。\n原因正在调查。", "正在调查", Zone.DOCUMENT),
    ("通报全文如下：\n5月6日，我县发生火情。\n此前，该仓库曾两次被查。", "两次被查", Zone.NARRATION),
    ("通报全文如下：\n5月6日，我县发生火情。\n有网友问仓库里存着什么。", "存着什么", Zone.NARRATION),
    ("今天上午，临河县举行火灾情况通报会，过火面积六百平方米。", "六百平方米", Zone.DOCUMENT),
    ("昨晚，长风公司官方微博发布消息称，事故原因仍在调查。", "仍在调查", Zone.DOCUMENT),
    ("我局已第一时间成立专班开展调查。", "成立专班", Zone.DOCUMENT),
    ("县交警大队发言人李四在会上介绍，车流比去年少两成。", "少两成", Zone.DOCUMENT),
    (
        "县里准备修一座新桥。\n男子高楼徘徊数小时围观者起哄喊跳\n热搜沸了员工清明被强制加班怒怼领导\n震惊百年石桥一夜之间裂开两指宽\n知名主持人回应离婚传闻称一切安好\n专家提醒春季出游别碰这三种野花",
        "知名主持人",
        Zone.FURNITURE,
    ),
    ("The bridge is closed. Subscribe now to unlock all coverage. Repairs begin in May.", "unlock all", Zone.FURNITURE),
    ("The bridge is closed. Subscribe now to unlock all coverage. Repairs begin in May.", "Repairs", Zone.NARRATION),
    ("县气象台6日发布暴雨橙色预警：未来三小时雨量将达五十毫米。请注意防范。", "请注意", Zone.DOCUMENT),
    ("第十二条 过桥车辆不得超过二吨。", "不得超过", Zone.DOCUMENT),
    ("开奖号码：03 07 12 19 22 31 + 05 奖池1234567890元", "奖池", Zone.DOCUMENT),
    ("青石桥1998年修过，2008年、2016年又修过两次。", "又修过", Zone.NARRATION),
    ("县政府举行发布会。\n某某报记者：桥何时修好？\n王五：秋天以前。", "秋天以前", Zone.DOCUMENT),
    (
        "老匠人打开了话匣子。\n记者：桥何时修好？\n刘大山：秋天以前。\n记者：会塌吗？\n刘大山：不会。",
        "秋天以前",
        Zone.SPEECH,
    ),
    ("縣公安局發布通報稱，嫌疑人已被抓獲。", "嫌疑人", Zone.DOCUMENT),
    ("众所周知，街道两旁种着梧桐。", "种着梧桐", Zone.NARRATION),
    ("记者报道，街道两旁种着梧桐。", "种着梧桐", Zone.NARRATION),
]


@pytest.mark.parametrize(("text", "piece", "zone"), CASES)
def test_words_belong_to_their_zone(text: str, piece: str, zone: Zone) -> None:
    start = text.index(piece)
    assert set(zones(article(text), fold(text))[start : start + len(piece)]) == {zone}


def test_a_headline_repeated_in_the_body_is_furniture() -> None:
    text = "青石桥现裂缝 学生绕行两公里\n" + REPORT
    assert set(zones(article(text, title="青石桥现裂缝，学生绕行两公里"), fold(text))[:12]) == {Zone.FURNITURE}


def test_blocks_that_the_page_marks_are_believed() -> None:
    text = "桥的照片\n一段引文"
    blocks = (Block(kind=BlockKind.CAPTION, start=0, end=4), Block(kind=BlockKind.QUOTE, start=5, end=9))
    marks = zones(replace(article(text), blocks=blocks), fold(text))
    assert marks[0] == Zone.FURNITURE and marks[5] == Zone.SPEECH


def test_what_a_public_body_publishes_is_a_document() -> None:
    text = "全县防汛工作会议召开，部署汛期值守。"
    assert set(zones(article(text, outlet="www.linhe.gov.cn"), fold(text))) == {Zone.DOCUMENT}


def test_a_long_paragraph_after_a_notice_is_the_newsrooms_again() -> None:
    text = f"县公安局发布通报称，{NOTICE}" + REPORT.replace("\n", "") * 3
    assert zones(article(text), fold(text))[-1] == Zone.NARRATION
