"""What is shown of a claim says something by itself."""

import pytest

from suyuan.desk.site.views.saying import reads_whole, says_something


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


@pytest.mark.parametrize(
    "text",
    [
        "渗水造成3人受伤",
        "3人在事故中受伤",
        "遇难人数升至11人",
        "抢修工作当晚结束",
        "消费税16857亿元，增长2%",
        "合并后的销售额约为3000亿元",
        "将军拒绝出席发布会",
        "对方没有作出答复",
        "Five people were hurt in the tunnel",
    ],
)
def test_a_subject_and_its_predicate_read_whole(text: str) -> None:
    assert reads_whole(text)


@pytest.mark.parametrize(
    "text",
    [
        "其中，各被告人所犯故意伤害罪",
        "双方作为联盟常任成员",
        "并处罚金三百万元",
        "但船期不变",
        "将于6月5日起施行",
        "对栖川的制裁",
        "而渡轮公司没有答复",
        "以及三号码头的起重机已经停用",
        "为两市船运提供保障",
        "推动两市关系发展",
        "新的船运规模",
        "hurt in the tunnel",
    ],
)
def test_a_piece_of_a_sentence_does_not(text: str) -> None:
    assert not reads_whole(text)
