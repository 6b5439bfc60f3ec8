"""Every row of the tables of wording carries its example, and ordinary sentences are none of them."""

from __future__ import annotations

import re

import pytest

from suyuan.articles import lists, refuse
from suyuan.articles.wording import WHOLE_LINES, kind_of
from suyuan.records import BlockKind, ListKind


@pytest.mark.parametrize(("kind", "pattern", "example"), WHOLE_LINES)
def test_a_form_of_words_matches_its_example(kind: BlockKind, pattern: re.Pattern[str], example: str) -> None:
    assert pattern.match(example)
    assert kind_of(example) is kind


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
        "扫码支付在菜市场已经十分普遍。",
        "作者在书中写道，故乡的河水从来没有这样清过。",
        "来源地检测结果显示，样品全部合格。",
        "专家组认为，水库下泄流量应当在两天内逐步减小。",
    ),
)
def test_running_text_is_running_text(sentence: str) -> None:
    assert kind_of(sentence) is None
