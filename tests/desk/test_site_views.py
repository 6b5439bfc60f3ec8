"""The plain values behind the pages, the drawings, and how things are said."""

from __future__ import annotations

import socket
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from suyuan.desk.errors import DeskBusy
from suyuan.desk.site import charts, check_port
from suyuan.desk.site.formats import html
from suyuan.desk.site.recent import Recent
from suyuan.desk.site.views import changes, front, kept, listing, parts
from suyuan.desk.site.views.article import paragraphs
from suyuan.desk.site.views.story import StoryView, _dots, _families, speakers, story
from suyuan.desk.store import Made, Store
from suyuan.desk.words import words
from suyuan.desk.words.moments import Moments
from suyuan.flow import FLOW
from suyuan.outlets import Directory, packaged
from suyuan.records import ChangeKind, Direction, Precision, Standing, Timex, TimexType
from tests.desk.test_site_newsroom import (
    ARTICLES,
    CANTEEN_STORY,
    CHANGES,
    CLAIMS,
    DEBT,
    EVENING,
    NOON,
    NOW,
    ORIGINS,
    PAID,
    PORTAL,
    REPRINTS,
    SELF,
    STATEMENTS,
    THREE,
    TIMEXES,
    TUNNEL_STORY,
    newsroom,
)


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Store:
    return Store(newsroom(tmp_path_factory.mktemp("views")), readonly=True)


def told(store: Store) -> StoryView:
    view = story(store, TUNNEL_STORY)
    assert view is not None
    return view


# ── an article with its marks ────────────────────────────────────────────────────────────────────


@given(st.lists(st.tuples(st.integers(0, len(EVENING.text)), st.integers(0, 40)), max_size=12))
def test_marks_never_change_a_word_of_the_text(spans: list[tuple[int, int]]) -> None:
    timexes = [
        Timex(
            id=str(place),
            article=EVENING.id,
            start=start,
            end=min(len(EVENING.text), start + length),
            type=TimexType.DATE,
            value="2031",
        )
        for place, (start, length) in enumerate(spans)
    ]
    shown = paragraphs(EVENING, STATEMENTS[:4], timexes, REPRINTS, ())
    blocks = [block for block in EVENING.blocks if block.kind.value == "paragraph"]
    assert ["".join(run.text for run in one.runs) for one in shown] == [
        EVENING.text[block.start : block.end] for block in blocks
    ]


def test_a_statement_shows_its_number_once_where_its_words_begin() -> None:
    own = [one for one in STATEMENTS if one.article == EVENING.id]
    shown = paragraphs(EVENING, own, (), (), ())
    opened = [run.statement for one in shown for run in one.runs if run.opens]
    assert opened == [1, 2, 3, 4]


def test_a_paragraph_taken_over_whole_is_marked_as_one() -> None:
    shown = paragraphs(SELF, (), (), [one for one in REPRINTS if one.copy == SELF.id], ())
    assert [one.is_taken for one in shown] == [True, True, False]


def test_where_words_were_taken_over_is_told_beside_the_first_of_its_paragraphs() -> None:
    whole = next(one for one in REPRINTS if one.copy == SELF.id and len(one.passages) == 2)
    assert [one.shared for one in paragraphs(SELF, (), (), [whole], ())] == [(whole.id,), (), ()]


def test_the_value_of_a_date_stands_beside_the_paragraph_that_holds_it() -> None:
    shown = paragraphs(EVENING, (), [one for one in TIMEXES if one.article == EVENING.id], (), ())
    assert [[words for words, _ in one.times] for one in shown] == [["今天"], [], [], ["上周六"]]


# ── claims, speakers, families ───────────────────────────────────────────────────────────────────


def test_what_was_replaced_stands_after_what_replaced_it(store: Store) -> None:
    view = told(store)
    toll = next(group for group in view.groups if group.head.slot == "受伤人数")
    assert toll.head.value == "5人"
    assert [one.value for one in toll.replaced] == ["3人"]


def test_a_denial_stands_beside_what_it_denies_and_not_before_it() -> None:
    groups = parts.claim_groups([(one.claim, one.ground) for one in CLAIMS], ARTICLES, (*THREE, *DEBT, *PAID))
    denied = next(group for group in groups if group.head.standing is Standing.DENIED)
    assert denied.head.value == "逾两千万元"
    assert len(denied.others) == 1


def test_a_claim_whose_articles_were_just_forgotten_still_has_its_page() -> None:
    assert parts.claim_groups([(CLAIMS[0].claim, CLAIMS[0].ground)], (), ())[0].head.roots[0].reports == ()


def test_a_story_whose_articles_were_just_forgotten_is_not_there(store: Store) -> None:
    assert story(store, replace(TUNNEL_STORY, articles=("0" * 16,))) is None


def test_the_same_words_in_three_reports_are_said_once() -> None:
    heard = speakers(ARTICLES, STATEMENTS)
    first = next(one for one in heard if one.name == "周广平")
    assert [(one.times, one.outlet) for one in first.said] == [(3, "云州晚报")]
    assert heard[-1].name is None


def test_a_copy_of_a_copy_is_told_by_the_text_it_most_likely_came_from() -> None:
    found = parts.copies(REPRINTS, ARTICLES)
    assert [(one.copy.id, one.original.id, one.how) for one in found] == [
        (PORTAL.id, EVENING.id, "credited"),
        (SELF.id, EVENING.id, "uncredited"),
    ]
    assert REPRINTS[2].direction is Direction.UNDETERMINED


def test_numbers_count_texts_and_not_reports(store: Store) -> None:
    view = told(store)
    assert (view.numbers.reports, view.numbers.outlets, view.numbers.origins, view.numbers.largest) == (5, 5, 3, 3)


def test_a_further_text_of_a_newsroom_is_no_independent_one_in_the_head_and_in_the_drawing() -> None:
    origins = (*ORIGINS[:2], replace(ORIGINS[2], outlet=ORIGINS[1].outlet))
    families = _families(origins, ARTICLES, ())
    assert [one.is_counted for one in families] == [True, True, False]
    kinds = [one.kind for one in _dots(families, ARTICLES)]
    assert kinds.count("root") == parts.numbers(ARTICLES, origins).origins == 2
    assert kinds.count("again") == 1


def test_claims_that_a_page_has_no_room_for_are_told_in_a_list(store: Store) -> None:
    view = told(store)
    many = tuple(
        replace(one, head=replace(one.head, id=f"{one.head.id}{place}"), others=())
        for place in range(20)
        for one in view.groups
    )
    shown = html.Shown(language="zh", now=NOON, zone=ZoneInfo("UTC"), outlets=packaged(), path="?", visitor=None)
    page = html.render("story.html", replace(view, groups=many), shown).decode()
    assert len(many) > 24 and all(page.count(f'id="c-{one.head.id}"') == 1 for one in many)


def test_a_text_that_was_not_traced_yet_proves_no_independence() -> None:
    assert parts.numbers(ARTICLES, ()).origins == 0


def test_the_front_page_tells_when_a_claim_gained_an_origin_and_when_it_was_replaced(store: Store) -> None:
    view = front.front(store, Directory(), now=NOW)
    said = [(one.kind, one.text, one.says) for one in view.changes]
    assert said[0] == (ChangeKind.NEW_ORIGIN, "南山隧道渗水共造成5人受伤", "Zhou Guangping")
    assert len(said) == 3, "the newest three of one story"
    assert [one.at for one in view.changes] == sorted((one.at for one in view.changes), reverse=True)


def test_a_story_tells_all_its_changes_and_a_contradiction_once(store: Store) -> None:
    found = changes.of_story(store, TUNNEL_STORY, 10)
    assert len(found) == len(CHANGES) - 1, "a contradiction holds both ways"
    behind = next(one for one in found if one.kind is ChangeKind.NOT_FOLLOWED)
    assert [one.id for one in behind.articles] == [PORTAL.id, SELF.id]
    assert behind.says == "", "the claim itself is not said twice"
    assert changes.of_story(store, TUNNEL_STORY, 10, until=NOON) == ()


def test_what_came_after_the_moment_of_the_desk_is_not_on_its_front_page(store: Store) -> None:
    assert front.front(store, Directory(), now=NOON).changes == ()


def test_the_front_page_of_an_archive_shows_its_newest_stories(store: Store) -> None:
    view = front.front(store, Directory(), now=NOW + timedelta(days=900))
    assert view.happening == () and [one.id for one in view.recent] == [TUNNEL_STORY.id]


def test_what_is_hot_says_why_and_what_is_only_recent_does_not_stand_with_it(store: Store) -> None:
    view = front.front(store, Directory(), now=NOW)
    assert [one.id for one in view.happening] == [TUNNEL_STORY.id]
    assert view.happening[0].reasons[0].startswith("told independently by ")
    assert view.recent == (), "the other is told by one outlet alone"


def test_what_is_long_past_does_not_stand_above_what_came_today(tmp_path: Path) -> None:
    store = Store(newsroom(tmp_path))
    with store.transaction():
        store.apply(FLOW[0], "0123abcd", [Made("past", (replace(TUNNEL_STORY, last=NOW - timedelta(days=300)),))])
    view = front.front(store, Directory(), now=NOW)
    assert [one.id for one in (*view.happening, *view.recent)] == [CANTEEN_STORY.id]


# ── searches and kept pages ──────────────────────────────────────────────────────────────────────


@given(st.text(max_size=300), st.lists(st.tuples(st.integers(0, 300), st.integers(1, 9)), max_size=8))
def test_a_snippet_holds_only_words_of_the_text(text: str, rough: list[tuple[int, int]]) -> None:
    place, spans = 0, []
    for start, length in sorted(rough):
        if start >= place and start + length <= len(text):
            spans.append((start, start + length))
            place = start + length
    for one in listing.snippets(text, spans):
        shown = "".join(piece for piece, _ in one.pieces).removeprefix("…").removesuffix("…")
        assert shown in text.replace("\n", " ") or "…" in text


PAGES = (
    ("海".encode("gb18030"), "gb2312", "海"),
    ("海".encode(), None, "海"),
    ("海".encode("gb18030"), None, "海"),
    (b"\xff\xfe\x00", "no such charset", None),
    (b"", "utf-8", ""),
)


@pytest.mark.parametrize(("body", "declared", "text"), PAGES)
def test_a_kept_page_is_read_in_the_charset_it_was_sent_in(body: bytes, declared: str | None, text: str | None) -> None:
    shown, _ = kept.decode(body, declared)
    assert text is None or shown == text


# ── drawings ─────────────────────────────────────────────────────────────────────────────────────


def test_a_drawing_of_families_shows_who_took_from_whom(store: Store) -> None:
    view = told(store)
    drawn = str(charts.families(view.dots, view.edges, "label", CHINESE.moment))
    assert drawn.count('class="edge credited"') == 1
    assert drawn.count('class="edge uncredited"') == 1
    assert drawn.count('class="dot root"') == 3


def test_time_runs_to_the_right_whatever_the_gaps() -> None:
    times = [NOON, NOON + timedelta(seconds=1), NOON + timedelta(days=270), NOON + timedelta(days=271)]
    across = list(charts._scale(times).values())
    assert across == sorted(across)
    assert across[1] - across[0] > 5, "minutes can be seen"
    assert across[-1] < 900


@given(
    st.lists(
        st.datetimes(min_value=datetime(1990, 1, 1), max_value=datetime(2040, 1, 1), timezones=st.just(UTC)),
        max_size=40,
    )
)
def test_any_times_can_be_drawn(times: list[datetime]) -> None:
    charts.spark(times, "reports")
    drawn = str(charts.coverage([at(one) for one in times], "reports", CHINESE.moment))
    assert drawn.count("<rect") <= 60


def at(time: datetime, precision: Precision = Precision.MINUTE) -> charts.Dot:
    return charts.Dot(id="1", outlet="云州晚报", at=time, precision=precision, title="题", kind="root")


def test_a_report_known_only_by_its_day_is_given_no_clock_time_in_a_drawing() -> None:
    day = datetime(2031, 6, 3, 16, tzinfo=UTC)  # midnight in Shanghai
    dots = [at(day, Precision.DAY), at(day + timedelta(hours=9, minutes=5))]
    for drawn in (charts.families(dots, [], "label", CHINESE.moment), charts.coverage(dots, "label", CHINESE.moment)):
        assert ">6月4日<" in drawn or ">6月4日 · 1<" in drawn
        assert "00:00" not in drawn and "6月4日 0" in drawn


def test_what_is_written_into_a_drawing_is_escaped() -> None:
    dot = charts.Dot(id="1", outlet="<b>&", at=NOON, precision=Precision.MINUTE, title='"><script>', kind="root")
    drawn = str(charts.families([dot], [], '"label', CHINESE.moment))
    assert "<script>" not in drawn
    assert "<b>" not in drawn


# ── how things are said ──────────────────────────────────────────────────────────────────────────

CHINESE = Moments("zh", ZoneInfo("Asia/Shanghai"), NOW)
ENGLISH = Moments("en", ZoneInfo("Asia/Shanghai"), NOW)
VALUES = (
    ("2031-06-02TEV", "2031-06-02 晚", "2031-06-02 evening"),
    ("2031-06-04T18:40", "2031-06-04 18:40", "2031-06-04 18:40"),
    ("2031-06-20/2031-06-30", "2031-06-20 – 2031-06-30", "2031-06-20 – 2031-06-30"),
    ("2031-06", "2031-06", "2031-06"),
    ("2031-06-03T16", "2031-06-03 16时", "2031-06-03 16:00"),
    ("PAST_REF", "过去", "in the past"),
    ("P3D", "3 天", "3 days"),
    ("P1Y5M", "1 年 5 个月", "1 year 5 months"),
    ("PT1H30M", "1 小时 30 分钟", "1 hour 30 minutes"),
    ("PXXY", "数十年", "dozens of years"),
    ("P1XY", "10 多年", "over 10 years"),
    ("2031-Q1", "2031年第1季度", "2031 Q1"),
    ("2030-FA", "2030年秋", "2030 autumn"),
)


@pytest.mark.parametrize(("value", "chinese", "english"), VALUES)
def test_the_value_of_a_date_is_said_as_a_person_reads_it(value: str, chinese: str, english: str) -> None:
    assert (CHINESE.value(value), ENGLISH.value(value)) == (chinese, english)


DAYS = (
    ("2031-06-02", "6月2日", "2 Jun"),
    ("2031-06-20/2031-06-30", "6月20–30日", "20–30 Jun"),
    ("2031-05-30/2031-06-02", "5月30日–6月2日", "30 May–2 Jun"),
    ("2029-01-05", "2029年1月5日", "5 Jan 2029"),
    ("XXXX-06", "6月，年份未明", "Jun, year unknown"),
    ("XXXX-06-05", "6月5日，年份未明", "5 Jun, year unknown"),
    ("XXXX-XX-06", "6日，月份未明", "6, month unknown"),
    ("XXXX-XX-XXTEV", "时间未明", "time unknown"),
    ("XXXX", "时间未明", "time unknown"),
)


@pytest.mark.parametrize(("value", "chinese", "english"), DAYS)
def test_a_day_is_said_without_the_year_that_everybody_knows(value: str, chinese: str, english: str) -> None:
    assert (CHINESE.day(value), ENGLISH.day(value)) == (chinese, english)


@pytest.mark.parametrize(
    ("value", "chinese"),
    [
        ("2031-06-05T12", "6月5日 12时"),
        ("2031-06-05T16:10", "6月5日 16:10"),
        ("2031-06-05TEV", "6月5日 晚"),
        ("2031-06", "2031-06"),
    ],
)
def test_a_figure_says_which_moment_it_holds_for(value: str, chinese: str) -> None:
    assert CHINESE.as_of(value) == chinese


@pytest.mark.parametrize(
    ("value", "chinese", "english"),
    [
        ("P1D", "每天", "every day"),
        ("P2W", "每 2 周", "every 2 weeks"),
        ("P1M", "每月", "every month"),
        ("XXXX-XX-XXT06", "每天 06时", "every day, 06:00"),
        ("XXXX-WXX-5", "每星期五", "every Friday"),
        ("XXXX-01-19", "每年1月19日", "every year, 19 Jan"),
    ],
)
def test_how_often_is_said_as_such(value: str, chinese: str, english: str) -> None:
    one = Timex(id="1", article="1", start=0, end=1, type=TimexType.SET, value=value)
    assert (CHINESE.timex(one), ENGLISH.timex(one)) == (chinese, english)


def test_a_page_that_gives_only_a_day_is_given_no_clock_time() -> None:
    assert CHINESE.moment(NOON, Precision.DAY) == "6月4日"
    assert CHINESE.moment(NOON) == "6月4日 12:00"
    assert CHINESE.full(NOON, 180) == "2031年6月4日 07:00（+03:00）"
    assert replace(CHINESE, language="en").full(NOON, 180) == "4 Jun 2031 07:00 (+03:00)"


@pytest.mark.parametrize(
    ("days", "chinese"), [(1, "1 天"), (-29, "29 天"), (270, "9 个月"), (1000, "3 年"), (0, "0 天")]
)
def test_a_distance_is_said_in_the_unit_that_fits(days: int, chinese: str) -> None:
    assert CHINESE.distance(days) == chinese


REASONS = (
    ("copied passage: verbatim", "全文转载"),
    ("失联人数: 5 ≠ 2", "失联人数：5 ≠ 2"),
    ("credits wanbao", "注明云州晚报"),
    ("known from who quotes it", "经引述者得知"),
    ("one firm", "同一家公司的任职者"),
    ("one government", "同一政府及其部门"),
    ("who is only described may be the named one", "只有描述而没有姓名者可能就是具名的那一位"),
    ("who holds no known office may speak for the firm", "未写明职务者可能代表该公司发言"),
    ("a reason that nobody translated", "a reason that nobody translated"),
)


@pytest.mark.parametrize(("given_reason", "said"), REASONS)
def test_a_reason_is_given_in_the_readers_language(given_reason: str, said: str) -> None:
    assert words("zh").reason(given_reason, lambda name: {"wanbao": "云州晚报"}.get(name, name)) == said
    assert words("en").reason(given_reason, str) == given_reason


# ── the rest ─────────────────────────────────────────────────────────────────────────────────────


def test_an_answer_is_asked_for_again_when_it_is_old() -> None:
    recent, asked = Recent(), []
    for seconds in (60, 60, -1):
        recent.answer("one", seconds, lambda: asked.append(1))
    assert len(asked) == 2


def test_a_port_in_use_is_told_with_what_to_do() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        with pytest.raises(DeskBusy, match=f"Port {port} of 127.0.0.1 .* --port"):
            check_port("127.0.0.1", port)
