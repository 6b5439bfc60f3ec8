"""Which day is meant: the reading of whole articles, invented ones."""

from __future__ import annotations

import time
from dataclasses import replace
from datetime import date as day
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from suyuan.records import Block, BlockKind, Timex, TimexType
from suyuan.times import date
from suyuan.times.lunar import solar

from .test_dialects import article, found

SHARED = Path(__file__).parents[3] / "shared"

READINGS = [
    # a bare day, before and after publication
    ("警方7日通报，3日有人报案", "2025-06-07", {"7日": "2025-06-07", "3日": "2025-06-03"}),
    ("他28日离境", "2025-06-03", {"28日": "2025-05-28"}),
    ("展会将于28日开幕", "2025-06-03", {"28日": "2025-06-28"}),
    ("比赛6日在青石镇打响", "2025-06-04", {"6日": "2025-06-06"}),
    # a month without a year
    ("12月签约，2月开工", "2025-01-20", {"12月": "2024-12", "2月": "2025-02"}),
    ("2月23日曾拍卖一件", "2022-12-16", {"2月23日": "2022-02-23"}),
    ("他2019年入职，8月离职", "2025-06-04", {"2019年": "2019", "8月": "2019-08"}),
    # the month of the day before it, in one paragraph
    ("8月31日入院，2日出院", "2017-09-10", {"2日": "2017-09-02"}),
    ("3月5日开工，8日停工", "2025-04-20", {"8日": "2025-03-08"}),
    ("3月5日开工。\n8日停工", "2025-04-20", {"8日": "2025-04-08"}),
    # an item of a digest speaks on the day that stands at its head, up to the heading of the next
    ("6月3日晚间消息，远山公司今日宣布融资。\n青石新桥通车在即\n新桥今天完成荷载试验。", "2025-06-04", {"今日": "2025-06-03", "今天": "2025-06-04"}),
    ("青石新桥通车在即\n新桥今日完成荷载试验。", "2025-06-04", {"今日": "2025-06-04"}),
    # the day told of
    ("警方2日发布公报。同一天，家属表示不服", "2025-06-04", {"同一天": "2025-06-02"}),
    ("9日的罢工是继5日后的第二轮。当天交通瘫痪", "2025-06-10", {"当天": "2025-06-09"}),
    ("6月2日，双方会谈，16时许结束", "2025-06-04", {"16时许": "2025-06-02T16"}),
    ("6月2日，双方会谈。\n14:30报道，仍在谈", "2025-06-04T15:00", {"14:30": "2025-06-04T14:30"}),
    ("3日晚火灾。次日凌晨扑灭", "2025-06-10", {"次日凌晨": "2025-06-04TNI"}),
    ("清洁日活动5月8日启动，原定于6月3日清洁日当天领奖", "2025-06-04", {"当天": "2025-06-03"}),
    ("青石镇选举将于6月18日举行。当天渡口管理处宣布停航", "2025-06-04", {"当天": "2025-06-18"}),
    ("6月3日，议会解散。选举将于6月18日举行。当天渡口管理处宣布停航", "2025-06-04", {"当天": "2025-06-03"}),
    ("6月3日，议会解散。选举将于6月18日举行，结果将在当天揭晓", "2025-06-04", {"当天": "2025-06-18"}),
    # after background, the day of the news; a story of old goes on
    ("渡轮公司3日宣布裁员。\n2024年4月29日，公司曾宣布重组。\n公司当天发布的业绩显示，盈利下降", "2025-06-04", {"当天": "2025-06-03"}),
    ("渡轮公司3日宣布裁员。\n2024年4月29日，渡轮起火。\n当天22时许，火被扑灭", "2025-06-04", {"当天22时许": "2024-04-29T22"}),
    ("2024年4月29日，渡轮起火。\n消防队当天发布通报", "2025-06-04", {"当天": "2024-04-29"}),
    ("渡轮公司3日宣布裁员。\n5月3日，渡轮驶入青石港。远山社发（林远摄）\n工会同日回应", "2025-06-04", {"同日": "2025-06-03"}),
    # the evening told of
    ("据《青石特区报》今日报道，渡轮昨晚搁浅。\n当晚7时许，乘客获救", "2025-06-04", {"当晚7时许": "2025-06-03T19"}),
    ("渡轮昨晚搁浅。\n管理处今天说，乘客当晚获救", "2025-06-04", {"当晚": "2025-06-03TEV"}),
    ("渡轮1日晚搁浅。3日，渡轮复航，当晚有烟花", "2025-06-04", {"当晚": "2025-06-03TEV"}),
    # what 前一晚 is counted from goes on; a planned day is not what came before
    ("2025年6月3日6时12分接警。犬主于前一晚修剪，当日清晨外出，翌日被罚", "2025-06-05", {"前一晚": "2025-06-02TEV", "当日清晨": "2025-06-03TMO"}),
    ("双方2日晚间会谈，船员可能在5日前获释。\n就在谈判前一天，总统视察渔港", "2025-06-03", {"前一天": "2025-06-01"}),
    ("暴雨次日，旧书街挂满了书", "2025-06-06", {"次日": "2025-06-06"}),
    ("新船2024年投产，那天下线的船去了青石", "2025-06-06", {"那天": "2024"}),
    # published at noon: what happened at a later hour happened on the day of the happening
    ("“6·2”事故发布会4日上午10时举行。\n录像显示，18时38分，“青石8号”曾两次鸣笛", "2025-06-04T12:38", {"18时38分": "2025-06-02T18:38"}),
    ("“6·2”事故发布会4日上午10时举行。\n末班船将于18时38分开出", "2025-06-04T12:38", {"18时38分": "2025-06-04T18:38"}),
    ("11:05 青石县：“6·2”事故搜救因雨暂停，10时50分恢复", "2025-06-05T11:40", {"10时50分": "2025-06-05T10:50"}),
    ("选举将于6月18日举行。公司介绍，即日起停航", "2025-06-04", {"即日": "2025-06-04"}),
    ("春节庙会5月3日彩排，当天有雨", "2025-06-04", {"当天": "2025-05-03"}),
    # the hour of the afternoon goes on
    ("今天下午2点开会，3点半散会", "2025-06-04", {"3点半": "2025-06-04T15:30"}),
    ("晚12点停运，凌晨12点恢复", "2025-06-04", {}),
    # a paper's dateline is its today
    ("本报青石6月3日电 今天，大桥通车，昨天试车", "2025-06-04", {"今天": "2025-06-03", "昨天": "2025-06-02"}),
    ("据某报网站6月3日报道，今天大桥通车", "2025-06-04", {"今天": "2025-06-04"}),
    # ranges
    ("12月28日至1月3日放假", "2026-01-04", {"12月28日至1月3日": "2025-12-28/2026-01-03"}),
    ("上午9时至11时停水", "2025-06-04", {"上午9时至11时": "2025-06-04T09/2025-06-04T11"}),
    ("5日20时至6日8时有雨", "2025-06-05", {"5日20时至6日8时": "2025-06-05T20/2025-06-06T08"}),
    ("2日至4日在甲地", "2025-06-05", {"2日至4日": "2025-06-02/2025-06-04"}),
    ("2025.4.1-2026.3.31财年", "2025-06-05", {"2025.4.1-2026.3.31": "2025-04-01/2026-03-31"}),
    ("3月和9月之间停业", "2025-06-05", {"3月和9月": "2025-03/2025-09"}),
    ("3月和9月停业", "2025-06-05", {"3月": "2025-03", "9月": "2025-09"}),
    # the day of an announcement is not the day of what is announced
    ("公司周四宣布，将从下个月起停用旧版", "2026-01-30", {"周四": "2026-01-29"}),
    # a weekend is past in words that look back, and from Monday to Thursday where they do not look ahead
    ("得票率较周末的54%下降不少", "2026-01-29", {"周末": "2026-01-24/2026-01-25"}),
    ("免职在周末突然公布", "2026-01-27", {"周末": "2026-01-24/2026-01-25"}),
    ("影片周末报收约570万元", "2026-01-30", {"周末": "2026-01-24/2026-01-25"}),
    ("这个周末，渡口与多位船长共同举办了第二期船模展", "2026-01-26", {"这个周末": "2026-01-24/2026-01-25"}),
    ("工程师预计在本周末加注燃料", "2026-01-29", {"本周末": "2026-01-31/2026-02-01"}),
    ("渡轮预计周末复航", "2026-01-27", {"周末": "2026-01-31/2026-02-01"}),
    ("周末有雨", "2026-01-30", {"周末": "2026-01-31/2026-02-01"}),
    ("周末有雨", "2026-01-31", {"周末": "2026-01-31/2026-02-01"}),
    # a weekend as they come, and a name
    ("每到周末，渡口挤满了游客", "2026-01-27", {"周末": "XXXX-WXX-WE"}),
    ("夜校在工作日晚上或周末开课", "2026-01-27", {"周末": "XXXX-WXX-WE"}),
    ("周末，一家人常到湖边去", "2026-01-27", {"周末": "XXXX-WXX-WE"}),
    ("优惠“周末疯狂拼”价格不变", "2026-01-27", {"周末": "XXXX-WXX-WE"}),
    # an English weekday ahead
    ("The ministry said that starting on Sunday a limited movement of boats would be allowed.", "2026-01-30", {"Sunday": "2026-02-01"}),
    ("Riders are set to have 20 new trips from Monday, the ferry company said on Wednesday.", "2026-01-30", {"Monday": "2026-02-02", "Wednesday": "2026-01-28"}),
    ("School kids prepare for their first days of school on Monday.", "2026-01-31", {"Monday": "2026-02-02"}),
    ("A battle awaits two mares when they clash at Monday’s Greystone meeting.", "2026-02-01", {"Monday": "2026-02-02"}),
    ("All the information you need for Thursday’s country meeting.", "2026-01-28", {"Thursday": "2026-01-29"}),
    ("Prices would fall if the ferry stopped, the mayor said on Monday.", "2026-01-30", {"Monday": "2026-01-26"}),
    ("The paper will send nobody after it told its reporters on Monday.", "2026-01-30", {"Monday": "2026-01-26"}),
    ("Nobody died from Monday’s heat.", "2026-01-30", {"Monday": "2026-01-26"}),
    # brackets that say it again
    ("今年春节假期（2月15日至23日）", "2026-01-29", {}),
    ("周三(3日)开庭", "2025-09-05", {"周三(3日)": "2025-09-03"}),
    ("2026年1月4日 星期日", "2026-01-04", {"2026年1月4日 星期日": "2026-01-04"}),
    # repeated
    ("舞会每年1月举办，每月10日付款，每天早上8点开门", "2025-06-04", {"每年1月": "XXXX-01", "每月10日": "XXXX-XX-10", "每天早上8点": "XXXX-XX-XXT08"}),
    ("每周一次，每周一例会", "2025-06-04", {"每周一": "XXXX-WXX-1", "每周": "P1W"}),
    # traditional characters
    ("他昨晚8點許離開，下週三回來，上個禮拜天在家", "2025-06-04", {"昨晚8點許": "2025-06-03T20", "下週三": "2025-06-11", "上個禮拜天": "2025-06-01"}),
    # no such date
    ("2月30日，13月5日，25:70", "2025-06-04", {}),
    ("9月22日至27日，第48届渡轮技能大赛将在青石举办", "2026-01-27", {"9月22日至27日": "2026-09-22/2026-09-27"}),
    # the year of the figures
    ("第二财季营收8亿元。\n2025年营收9亿元，全年盈利1亿元。\n报告期内成本较上年下降", "2026-01-28", {"全年": "2025", "上年": "2024"}),
    ("2025年，工厂投产。\n这一年，产量翻番", "2026-01-28", {"这一年": "2025"}),
    # on the same day: that named last, and not that of the dateline
    ("远山社云州1月29日电 据远山网28日报道，总统正考虑打击。外长同日表示，军队随时准备。", "2026-01-29", {"同日": "2026-01-28"}),
]  # fmt: skip

COMPARED = [
    ("2026财年第二季度营收28亿元，上年同期为23亿元；毛利4亿元，上年同期为3亿元；每股2元，上年同期为1元", "2025-Q2"),
    ("2025年营收100亿元，比上年增长5%，利润比上年增长3%，产量比上年增长1%", "2024"),
    ("预计2025年盈利1亿元。\n营收较上年同期增长，费用较上年同期下降", "2024"),
]

NO_TIMES = [
    "他提了四点要求，读了三年级", "今日美国网站", "《星期日报》记者", "比分3比2，以21:15获胜", "拨打888-000-9999或192.168.1.20",
    "版本10.12.3已发布，编号GB2018", "乘坐CA1805航班", "跌破60日均线", "五月天乐队", "出现在公众面前", "弯弯_2016",
    "时速300公里/小时", "三天两头生病", "90后与00后", "大一时", "过聪明日子", "第一天", "公司须在停牌之日后复核",
]  # fmt: skip


@pytest.mark.parametrize(("text", "published", "expected"), READINGS, ids=[text[:18] for text, _, _ in READINGS])
def test_a_text_means_these_days(text: str, published: str, expected: dict[str, str]) -> None:
    values = found(text, published)
    assert {words: values.get(words) for words in expected} == expected


@pytest.mark.parametrize(("text", "value"), COMPARED)
def test_all_figures_are_compared_with_one_period(text: str, value: str) -> None:
    values = [timex.value for timex in date(article(text, "2026-01-28")) if text[timex.start] == "上"]
    assert values == [value] * text.count("上年")


def test_a_day_is_not_told_across_a_heading() -> None:
    text = "6月2日，渡轮公司说，它于2022年7月4日成立；6月1日，它收到来信。\n新船首航\n新船首航当日客满"
    start = text.index("新船")
    digest = replace(article(text), blocks=(Block(kind=BlockKind.HEADING, start=start, end=start + 4),))
    assert [date(one)[-1].value for one in (digest, article(text))] == ["2025-06-04", "2025-06-01"]


@pytest.mark.parametrize("text", NO_TIMES)
def test_what_looks_like_a_time_and_is_none(text: str) -> None:
    assert found(text) == {}


def test_without_a_publication_nothing_is_guessed() -> None:
    text = "他6月4日说，去年与昨天不同。2016年5月3日签约，7日生效，15:30散会"
    assert found(text, None) == {
        "6月4日": "XXXX-06-04", "去年": "XXXX", "昨天": "XXXX-XX-XX", "2016年5月3日": "2016-05-03",
        "7日": "2016-05-07", "15:30": "2016-05-07T15:30",
    }  # fmt: skip
    assert {timex.why for timex in date(article("昨天", None))} == {"no date to count from"}


def test_the_page_is_read_in_its_own_zone() -> None:
    (late,) = date(article("今天", "2025-06-05T07:00", offset=-240))  # still the 4th in New York
    assert late.value == "2025-06-04"


def test_a_day_abroad_may_not_be_over_yet() -> None:
    late = replace(article("Starting Thursday, ferries will be free.", "2026-01-30T02:00", offset=None), language="en")
    assert [timex.value for timex in date(late)] == ["2026-01-29"]


def test_a_time_keeps_the_zone_that_the_words_name() -> None:
    timexes = date(article("当地时间6月2日，会谈于北京时间16时许结束，15:00 开始"))
    assert [timex.zone for timex in timexes] == ["当地时间", "北京时间", None]


def test_an_expression_says_what_it_was_counted_from_and_why() -> None:
    (timex,) = date(article("2日晚间"))
    assert (timex.value, timex.anchor, timex.type) == ("2025-06-02TEV", "2025-06-04", TimexType.TIME)
    assert timex.why == "bare day, nearest past before publication"


def test_english_pages_are_read_as_english() -> None:
    text = (
        "LONDON, June 3 - The mayor said on Monday that talks on May 4, 2024 lasted two hours. They may meet next week."
    )
    assert found(text) == {
        "June 3": "2025-06-03", "Monday": "2025-06-02", "May 4, 2024": "2024-05-04", "two hours": "PT2H", "next week": "2025-W24",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("lunar", "expected"),
    [
        ((2025, 1, 1), day(2025, 1, 29)),
        ((2025, 1, 0), day(2025, 1, 28)),
        ((2023, 8, 15), day(2023, 9, 29)),
        ((2020, 5, 5), day(2020, 6, 25)),
    ],
)
def test_the_chinese_calendar(lunar: tuple[int, int, int], expected: day) -> None:
    assert solar(*lunar) == expected
    assert solar(1800, 1, 1) is None


def test_the_first_page() -> None:
    page = SHARED / "pages" / "portal-article.txt"
    if not page.exists():
        pytest.skip("no shared folder beside the project")
    text = page.read_text(encoding="utf-8").partition("相关内容")[0]
    timexes = {text[timex.start : timex.end]: timex for timex in date(article(text))}
    values = {words: timex.value for words, timex in timexes.items()}
    expected = {
        "2日晚间": "2025-06-02TEV", "本月底": "2025-06", "6月20日至30日": "2025-06-20/2025-06-30", "今年1月": "2025-01", "16时许": "2025-06-02T16",
    }  # fmt: skip
    assert {words: values[words] for words in expected} == expected
    assert timexes["16时许"].zone == "当地时间"


PIECES = st.sampled_from(
    [
        "2018年",
        "去年",
        "6月",
        "30日",
        "周三",
        "下午",
        "3点半",
        "16:30",
        "至",
        "-",
        "（",
        "）",
        "每",
        "前",
        "后",
        "的",
        "，",
        "。\n",
        "百",
        "九",
        "个",
        "上",
        "近",
        "初五",
        "9·11",
        "2/29",
        "零",
        "x",
        " ",
    ]
)


def checked(text: str, published: str | None) -> tuple[Timex, ...]:
    timexes = date(article(text, published))
    ends = [0]
    for timex in timexes:
        assert ends[-1] <= timex.start < timex.end <= len(text)
        assert text[timex.start : timex.end].strip() == text[timex.start : timex.end]
        assert timex.value
        ends.append(timex.end)
    return timexes


@settings(max_examples=300, deadline=None)
@given(
    st.lists(PIECES, max_size=14).map("".join),
    st.sampled_from([None, "2025-06-04", "2024-02-29T12:00", "0001-01-02", "9999-12-31"]),
)
def test_any_run_of_pieces_is_read_without_fault(text: str, published: str | None) -> None:
    checked(text, published)


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=60))
def test_any_text_is_read_without_fault(text: str) -> None:
    assert checked(text, "2025-06-04") == checked(text, "2025-06-04")


@pytest.mark.parametrize(
    "text",
    [
        "1" * 10_000,
        "一" * 10_000,
        "年" * 10_000,
        "6月" * 5_000,
        "（" * 10_000,
        "3日至" * 5_000,
        " " * 10_000,
        "每" * 10_000,
        "\ud800月",
    ],
)
def test_a_long_or_broken_text_takes_no_time(text: str) -> None:
    start = time.process_time()
    checked(text, "2025-06-04")
    assert time.process_time() - start < 5


def test_nothing_is_found_in_nothing() -> None:
    assert date(article("")) == ()
    assert date(article("。，！\n")) == ()
