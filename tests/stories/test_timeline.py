"""The days of a story, from invented reports of one invented flood."""

from __future__ import annotations

import itertools
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from suyuan.records import (
    Article,
    Block,
    BlockKind,
    Hedge,
    Span,
    SpeakerKind,
    Statement,
    StatementKind,
    Timex,
    TimexType,
    digest,
)
from suyuan.stories.timeline import Moment, timeline

BURST = "7月1日凌晨，青石镇的河堤决口。"


def report(name: str, text: str, day: int, outlet: str | None = None) -> Article:
    published = datetime(2025, 7, day, 4, tzinfo=UTC)
    return Article(
        id=name, page=name, url=None, outlet=outlet or f"{name}报", title="", text=text, blocks=(),
        first_seen=published, published=published,
    )  # fmt: skip


def timex(article: Article, words: str, value: str) -> Timex:
    start = article.text.index(words)
    return Timex(
        id=digest("timex", article.id, start), article=article.id, start=start, end=start + len(words),
        type=TimexType.DATE, value=value,
    )  # fmt: skip


def text_of(moment: Moment, *articles: Article) -> str:
    text = next(article.text for article in articles if article.id == moment.article)
    return text[moment.passage.start : moment.passage.end]


EAST = report("东", BURST + "镇政府7月2日说，积水已退。", 2)
WEST = report("西", "据报道，" + BURST + "\n" + BURST, 2)
SOUTH = report("南", BURST + "清理将于7月9日结束。", 3)
TIMEXES = (
    timex(EAST, "7月1日凌晨", "2025-07-01TNI"),
    timex(EAST, "7月2日", "2025-07-02"),
    timex(WEST, "7月1日凌晨", "2025-07-01TNI"),
    timex(SOUTH, "7月1日凌晨", "2025-07-01TNI"),
    timex(SOUTH, "7月9日", "2025-07-09"),
)


def test_days_stand_in_order_with_the_sentence_that_most_reports_share() -> None:
    moments = timeline((SOUTH, WEST, EAST), TIMEXES)
    assert [moment.value for moment in moments] == ["2025-07-01", "2025-07-02", "2025-07-09"]
    assert text_of(moments[0], EAST, WEST, SOUTH) == BURST
    assert moments[0].articles == ("东", "西", "南")
    assert moments[0].outlets == ("东报", "西报", "南报")


def test_a_day_still_to_come_is_planned_until_a_report_of_that_day_tells_of_it() -> None:
    assert [moment.is_planned for moment in timeline((EAST, WEST, SOUTH), TIMEXES)] == [False, False, True]
    later = report("北", "7月9日，清理结束。", 10)
    moment = timeline((EAST, SOUTH, later), (*TIMEXES, timex(later, "7月9日", "2025-07-09")))[-1]
    assert not moment.is_planned
    assert text_of(moment, later) == "7月9日，清理结束。"


def test_who_says_so_is_the_speaker_of_the_passage() -> None:
    start = EAST.text.index("镇政府")
    said = Statement(
        id="s", article="东", start=start, end=len(EAST.text), cue="说", cue_span=Span(start=start + 7, end=start + 8),
        content=(Span(start=start + 9, end=len(EAST.text)),), kind=StatementKind.INDIRECT, speaker="青石镇政府",
        speaker_kind=SpeakerKind.NAMED, hedge=Hedge.CERTAIN,
    )  # fmt: skip
    assert [moment.speaker for moment in timeline((EAST,), TIMEXES, (said,))] == [None, "青石镇政府"]


def test_the_day_of_a_dateline_or_of_another_report_is_no_day_of_the_story() -> None:
    article = report("甲", "甲社青石7月3日电 另据某网7月2日报道，" + BURST, 3)
    timexes = [
        timex(article, "7月3日", "2025-07-03"),
        timex(article, "7月2日", "2025-07-02"),
        timex(article, "7月1日", "2025-07-01"),
    ]
    assert [moment.value for moment in timeline((article,), timexes)] == ["2025-07-01"]


def test_an_hour_of_any_day_is_no_day_of_the_story() -> None:
    article = report("甲", "镇政府说，夜间看不清水位。\n3日夜间，水又涨了。", 3)
    timexes = (timex(article, "夜间", "2025-07-03TNI"), timex(article, "3日夜间", "2025-07-03TNI"))
    (moment,) = timeline((article,), timexes)
    assert text_of(moment, article) == "3日夜间，水又涨了。"
    assert timeline((article,), timexes[:1]) == ()


def test_today_in_someones_words_is_the_day_of_saying_and_no_event() -> None:
    article = report("甲", "副镇长说：“今天有许多人支持现在的堤。昨天的堤挡不住今天的水！”\n昨天，河堤决口。", 3)
    said, past = article.text.index("今天"), article.text.rindex("昨天")
    timexes = [
        Timex(
            id=str(at), article="甲", start=at, end=at + 2, type=TimexType.DATE,
            value="2025-07-03" if article.text[at] == "今" else "2025-07-02",
        )
        for at in (said, article.text.index("昨天"), article.text.rindex("今天"), past)
    ]  # fmt: skip
    (moment,) = timeline((article,), timexes)
    assert text_of(moment, article) == "昨天，河堤决口。"


def test_a_feast_dates_nothing_and_a_month_is_no_day() -> None:
    article = report("甲", "春节假期刚过，6月他来过。", 3)
    timexes = [timex(article, "春节假期", "2025-01-29"), timex(article, "6月", "2025-06")]
    assert timeline((article,), timexes) == ()


def test_a_day_in_the_editor_line_is_left_out() -> None:
    article = report("甲", "河堤决口。\n7月3日 编辑部", 3)
    blocks = (
        Block(kind=BlockKind.PARAGRAPH, start=0, end=5),
        Block(kind=BlockKind.EDITOR, start=6, end=len(article.text)),
    )
    article = replace(article, blocks=blocks)
    assert timeline((article,), [timex(article, "7月3日", "2025-07-03")]) == ()


def test_old_background_of_one_report_is_left_out_and_counted() -> None:
    article = report("甲", "2019年8月2日，河堤落成。" + BURST, 3)
    timexes = (timex(article, "2019年8月2日", "2019-08-02"), timex(article, "7月1日凌晨", "2025-07-01TNI"))
    (moment,) = timeline((article,), timexes)
    assert (moment.value, moment.left_out) == ("2025-07-01", 1)
    again = replace(article, id="乙")
    both = timeline((article, again), (*timexes, *(replace(one, article="乙") for one in timexes)))
    assert [moment.value for moment in both] == ["2019-08-02", "2025-07-01"]


def test_the_limit_keeps_the_days_that_most_reports_tell_of() -> None:
    moments = timeline((EAST, WEST, SOUTH), TIMEXES, limit=1)
    assert [(moment.value, moment.left_out) for moment in moments] == [("2025-07-01", 2)]
    assert timeline((EAST,), TIMEXES, limit=0) == ()


def test_a_run_of_days_is_one_entry() -> None:
    article = report("甲", "7月5日至8日，学校停课。", 3)
    (moment,) = timeline((article,), [timex(article, "7月5日至8日", "2025-07-05/2025-07-08")])
    assert (moment.value, moment.is_planned) == ("2025-07-05/2025-07-08", True)


def test_the_order_of_arrival_changes_nothing() -> None:
    first = timeline((EAST, WEST, SOUTH), TIMEXES)
    for articles in itertools.permutations((EAST, WEST, SOUTH)):
        assert timeline(articles, TIMEXES[::-1]) == first


@settings(max_examples=50, deadline=None)
@given(st.text(alphabet="一7月日，。\n“x", max_size=60), st.integers(0, 70), st.integers(0, 70), st.integers(-90, 90))
def test_any_text_gives_passages_inside_it(text: str, start: int, length: int, days: int) -> None:
    start = min(start, len(text))
    article = report("甲", text, 3)
    value = (datetime(2025, 7, 3) + timedelta(days=days)).date().isoformat()
    date = Timex(
        id="t", article="甲", start=start, end=min(len(text), start + length), type=TimexType.DATE, value=value
    )
    for moment in timeline((article,), (date,)):
        assert 0 <= moment.passage.start < moment.passage.end <= len(text)
