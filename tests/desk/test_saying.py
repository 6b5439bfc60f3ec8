"""What is shown of a claim says something by itself."""

import pytest

from suyuan.desk.site.views.saying import says_something


@pytest.mark.parametrize(
    "text",
    [
        "截至5日零时，“6·2”事故累计遇难11人，失联3人。",
        "2日18时40分许，客渡船载有43人，由柘浦渡口驶往鸥岛途中",
        "今天的鱼汤不错。",
        "事故原因正在进一步调查中",
        "原文已于3日23时撤下。",
        "食肆加價須在餐牌清楚標示",
        "收盘下跌1.2%",
        "设计年产能12万辆",
        "什么都没说",
        "村里给每户发了红包",
        "Five people were hurt in the tunnel",
    ],
)
def test_a_statement_says_something(text: str) -> None:
    assert says_something(text)


@pytest.mark.parametrize(
    "text",
    [
        "2日18时40分许，客渡船“望潮8号”由柘浦渡口驶往鸥岛途中",
        "2031年6月3日6时12分",
        "20世纪50年代至80年代",
        "球队上周六0比4失利当晚",
        "一位获释的老船长对梅通社记者说",
        "四十年的老闆娘馮金枝表示",
        "5日16时10分，随着枕河路站卷帘门升起",
        "如果双方再谈一次",
        "今后的售后和配件问题",
        "9985",
        "海湾商城无门槛红包至高 26999 元，每天抽 3 次：点此抽取。",
        "",
    ],
)
def test_the_beginning_of_one_and_an_offer_do_not(text: str) -> None:
    assert not says_something(text)
