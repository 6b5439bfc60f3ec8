"""Every row of the tables of wording carries its example, and ordinary sentences are none of them."""

from __future__ import annotations

import re

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from suyuan.articles import lists, refuse
from suyuan.articles.wording import WHOLE_LINES, kind_of
from suyuan.records import BlockKind, ListKind


@pytest.mark.parametrize(("kind", "pattern", "example", "opening"), WHOLE_LINES)
def test_a_form_of_words_matches_its_example(
    kind: BlockKind, pattern: re.Pattern[str], example: str, opening: str
) -> None:
    assert pattern.match(example)
    assert kind_of(example) is kind


@pytest.mark.parametrize("pattern", [pattern for _, pattern, *_ in WHOLE_LINES])
def test_no_form_of_words_is_passed_over(pattern: re.Pattern[str]) -> None:
    @settings(max_examples=50, deadline=None)
    @given(st.from_regex(pattern))
    def holds(line: str) -> None:
        assume(len(line) <= 170)
        assert kind_of(line) is next(kind for kind, other, *_ in WHOLE_LINES if other.match(line))

    holds()


@pytest.mark.parametrize(("kind", "pattern", "example", "doubt"), lists.HEADINGS)
def test_a_heading_opens_its_list(kind: ListKind, pattern: re.Pattern[str], example: str, doubt: int) -> None:
    assert pattern.search(example) and lists.heading(example) is kind


@pytest.mark.parametrize(("code", "pattern", "example"), refuse.SIGNS)
def test_a_sign_of_no_article_matches_its_example(code: str, pattern: re.Pattern[str], example: str) -> None:
    assert pattern.search(example)


@pytest.mark.parametrize(
    "sentence",
    (
        "记者在现场看到，多名工作人员正在清理积水。",
        "编辑部收到了读者的来信，信中讲述了老人二十年的坚守。",
        "他表示，资料图片显示该建筑建于上世纪三十年代，至今保存完好。",
        "公司声明称，所有产品均符合国家标准，消费者可以放心购买。",
        "关注民生是政府工作的出发点和落脚点，也是这次会议的主题。",
        "照片上的 © 标志是后来加上的。",
        "原文链接已经失效，他只好去图书馆查看原文。",
        "编导出身的她说，配音：是一门手艺。",
        "他在 https://platform.example/t/1 上写道，渡口将在两天内复航。",
        "北山社视频部制作了一部短片。",
        "扫码支付在菜市场已经十分普遍。",
        "作者在书中写道，故乡的河水从来没有这样清过。",
        "来源地检测结果显示，样品全部合格。",
        "专家组认为，水库下泄流量应当在两天内逐步减小。",
        # What was found in five days of news, in other words: each of these was taken for a notice or a caption once.
        "据云州日报微信公众号消息，星期五上午工程正式开工。",
        "公司官方微信公众号星期二发文称，将继续向社会公布进展。",
        "他在微信公众号上写道，自己从来没有这样想过。",
        "为守夜的人点赞！",
        "“路宽了，灯亮了，大家都高兴。”村民们点赞。",
        "项目收到三万个点赞后，开发者宣布停止维护。",
        "在系统设置里点击下方环境变量，再新建一项。",
        "2、下拉控制中心，点击“扫一扫”，扫描车机二维码，按提示完成绑定",
        "不要盲目相信AI生成的内容",
        "法院认为，该公司未经许可使用他人照片，构成侵权。",
        "警方称，该男子未经允许进入校园，已被带走调查。",
        "发言人说，这一表态不代表政府立场。",
        "双方将深化三方面合作：一是港口，二是铁路，三是能源。",
        "法院已对该侵权案件立案，将于下月开庭审理。",
        "这些谣言来源于网络，警方提醒市民不要转发。",
        "该剧涉及版权纠纷，原定的播出计划已经取消。",
        "居民可下载云州通客户端办理业务，不必再跑窗口。",
        "这部影片将于下月在云州开始拍摄。",
        "截图显示，对方在凌晨两点发出了最后一条信息。",
        "这只是一张效果图，真正动工还要等到明年。",
        "他从小热爱拍摄。",
        "记者扫描二维码后发现，页面已经无法打开。",
        "更多内容还在整理之中，预计年底完成。",
        "微信公众号主页支持展示公众号橱窗；",
        "9、某品牌新手机爆料：双摄像头、大电池，起价四千元",
        "有读者投稿说，老街的拆迁让人不舍。",
    ),
)
def test_running_text_is_running_text(sentence: str) -> None:
    assert kind_of(sentence) is None
