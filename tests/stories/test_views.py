"""What belongs beside an article, what is happening now, and what a page's own lists are worth."""

from __future__ import annotations

import sys
from dataclasses import replace
from datetime import timedelta

import pytest

from suyuan import stories
from suyuan.records import Article, ListKind, Story, StoryKind, digest
from suyuan.stories.related import Index, Relation
from tests.stories.newsroom import FIRE, FLOOD, MORNING, PROBE, article, row

ALL = (*FLOOD, *FIRE, PROBE)
HARVEST = (
    "松江镇的果农今年丰收，果子销往云溪县和省城，镇上建了冷库，货车排到了河堤。合作社社长姚远帆说，苹果的价钱比去年高两成，"
    "梨子和柿子也卖得好，电商主播住进了村里的民宿，孩子们放学后帮着装箱，快递员一天要跑四趟。"
)


def listed(asked: Article, articles: tuple[Article, ...] = ALL) -> dict[str, stories.Related]:
    return {one.article: one for one in stories.related(asked, Index(articles))}


def test_beside_a_flood_stand_reports_of_the_flood_and_nothing_else() -> None:
    found = listed(FLOOD[0])
    assert set(found) == {"乙", "丙", "丁"}
    assert all(one.relation is Relation.SAME and one.evidence for one in found.values())


@pytest.mark.parametrize(("days", "relation"), [(9, Relation.FOLLOW_UP), (-9, Relation.BACKGROUND)])
def test_what_lies_days_away_is_follow_up_or_background(days: int, relation: Relation) -> None:
    far = replace(FLOOD[1], id="远", published=MORNING + timedelta(days=days))
    assert listed(FLOOD[0], (far,))["远"].relation is relation


@pytest.mark.parametrize(("days", "is_listed"), [(10, True), (400, False)])
def test_what_is_long_past_is_listed_only_where_it_is_about_the_very_same(days: int, is_listed: bool) -> None:
    harvest = article("远", "松江镇果农丰收 冷库建成", HARVEST, hours=24 * days)
    again = replace(FLOOD[1], id="再", published=MORNING + timedelta(days=days))
    assert set(listed(FLOOD[0], (harvest, again))) == ({"远", "再"} if is_listed else {"再"})


def test_a_copy_is_counted_and_not_listed() -> None:
    copies = tuple(replace(FLOOD[1], id=f"转{n}", title="转载") for n in range(3))
    found = listed(FLOOD[0], (*ALL, *copies))
    assert len({"乙", "转0", "转1", "转2"} & set(found)) == 1
    assert sorted(len(one.copies) for one in found.values()) == [0, 0, 3]


@pytest.mark.parametrize("letters", [12, 29, 30, 60, 200])
def test_who_is_a_copy_is_told_by_the_runs_of_letters(letters: int) -> None:
    told = "".join(chr(0x4E00 + place * 37 % 9000) for place in range(letters))
    for kept in (0, letters // 2, letters * 3 // 4, letters * 9 // 10, letters):
        other = told[:kept] + "".join(chr(0x4E00 + place * 41 % 9000) for place in range(letters - kept))
        one, two = (stories.Text(article(name, "题", text)) for name, text in (("一", told), ("二", other)))
        mine, theirs = ({text[place : place + 8] for place in range(letters - 7)} for text in (told, other))
        is_copy = len(mine & theirs) >= 0.8 * min(len(mine), len(theirs)) if letters >= 30 else told == other
        assert one.is_copy_of(two) == two.is_copy_of(one) == is_copy


def test_few_texts_and_many_are_looked_through_alike(monkeypatch: pytest.MonkeyPatch) -> None:
    few = listed(FLOOD[0])
    monkeypatch.setattr(sys.modules[Index.__module__], "FEW", 0)
    assert listed(FLOOD[0]) == few


def test_a_copy_of_the_article_itself_is_not_beside_it() -> None:
    assert "抄" not in listed(FLOOD[0], (*ALL, replace(FLOOD[0], id="抄", text=FLOOD[0].text + "责任编辑某某")))


def test_nothing_later_than_until_is_listed() -> None:
    until = MORNING + timedelta(hours=5)
    assert [one.article for one in stories.related(FLOOD[0], Index(ALL), until=until)] == ["乙"]


def test_one_speaker_joins_two_articles_that_share_little_else() -> None:
    speech = article(
        "讲",
        "县防汛办主任谈今年防汛",
        "陆宜舟在云溪县防汛会上说，今年要加固全部堤防，更换排涝泵站的旧设备，培训基层人员。",
        hours=-300,
    )
    heard = {"甲": ("陆宜舟",), "讲": ("陆宜舟",)}
    alone = stories.related(FLOOD[0], Index((speech, PROBE)))
    (found,) = stories.related(FLOOD[0], Index((speech, PROBE)), speakers=heard)
    assert found.article == "讲"
    assert alone or (found.relation is Relation.SPEAKER and found.evidence == ("陆宜舟",))


def story(*articles: Article, kind: StoryKind = StoryKind.HAPPENING) -> Story:
    times = [one.published or one.first_seen for one in articles]
    return Story(
        id=digest("story", articles[0].id), kind=kind, title=articles[0].title, headline=articles[0].id,
        articles=tuple(one.id for one in articles), first=min(times), last=max(times),
    )  # fmt: skip


def reports(name: str, count: int, *, outlet: str | None = None, hours: float = 0) -> tuple[Article, ...]:
    return tuple(article(f"{name}{n}", name, "", outlet=outlet or f"{name}{n}报", hours=hours) for n in range(count))


def heat(
    *groups: tuple[Article, ...], hours: float = 1, origins: dict[str, str] | None = None
) -> dict[str, stories.Hot]:
    everything = tuple(one for group in groups for one in group)
    found = stories.hot(
        [story(*group) for group in groups], everything, now=MORNING + timedelta(hours=hours), origins=origins
    )
    assert list(found) == sorted(found, key=lambda one: (-one.score, one.story))
    return {group[0].title: one for group in groups for one in found if one.story == digest("story", group[0].id)}


def test_five_newsrooms_are_hotter_than_one_loud_portal() -> None:
    found = heat(reports("河堤", 5), reports("绯闻", 40, outlet="某门户"))
    assert found["河堤"].score > found["绯闻"].score
    assert found["绯闻"].independent == 1 and found["绯闻"].reports == 40


def test_copies_of_one_text_make_no_heat() -> None:
    copied = reports("通稿", 8)
    found = heat(reports("河堤", 3), copied, origins={one.id: "一个来源" for one in copied})
    assert found["通稿"].independent == 1
    assert found["河堤"].score > found["通稿"].score


def test_fresh_is_hotter_than_stale_and_growing_than_fading() -> None:
    found = heat(reports("新", 4, hours=20), reports("旧", 4, hours=5), hours=20.5)
    assert found["新"].score > found["旧"].score
    assert found["新"].growth > 1 > found["旧"].growth


def test_a_night_is_compared_with_nights() -> None:
    """Three reports at an hour at which little is published are more than three at a busy one."""
    busy = tuple(article(f"早{n}", "旧闻", "", hours=-24 * day + n / 20) for day in (1, 2, 3) for n in range(-40, 0))
    before, now = reports("事前", 3, hours=-12), reports("事", 2, hours=-1)
    group = story(*before, *now)
    quiet = stories.hot([group], (*before, *now), now=MORNING)
    crowded = stories.hot([group], (*before, *now, *busy), now=MORNING)
    assert quiet[0].growth > crowded[0].growth


def test_what_is_not_yet_published_or_a_round_up_is_not_hot() -> None:
    later, digest_page = reports("明天", 3, hours=30), reports("早报", 3)
    groups = [story(*later), story(*digest_page, kind=StoryKind.ROUNDUP)]
    assert stories.hot(groups, (*later, *digest_page), now=MORNING + timedelta(hours=1)) == ()


def test_the_reasons_are_words_with_numbers() -> None:
    (one,) = heat(reports("河堤", 5)).values()
    assert one.is_hot and one.reasons == (
        "told independently by 5 in the last day",
        f"{one.growth:.1f} times as many reports as usual in the last three hours",
        "newest report 1.0 hours ago",
        "5 reports in the last day, copies included",
    )


def test_a_list_of_patents_beside_a_flood_is_worth_nothing() -> None:
    lists = (
        row(1, "某公司申请半导体装置专利...", teaser="知识产权局信息显示", day="2026-03-22 03:21:16"),
        row(2, "某公司申请半导体装置专利...", teaser="知识产权局信息显示", day="2026-03-22 03:20:22"),
        row(3, "稳压器选购指南", day="2026年3月22日"),
        row(4, "原创 ...", teaser="今年前两个月芯片出口"),
    )
    (grade,) = stories.grade(replace(FLOOD[0], lists=lists))
    assert (grade.rows, grade.related, grade.duplicates, grade.duplicate_rows) == (4, 0, 1, (2,))
    assert (grade.dated, grade.newer, grade.older, grade.days) == (3, 3, 0, 264)


def test_rows_about_the_flood_are_found_among_others() -> None:
    lists = (
        row(1, "青石镇澜水河堤决口已合龙"),
        row(2, "怎样挑选西瓜"),
        row(1, "云溪县青石中学安置转移群众", kind=ListKind.HOT),
    )
    related, hot = stories.grade(replace(FLOOD[0], lists=lists))
    assert (related.list, related.related_rows) == (ListKind.RELATED, (1,))
    assert (hot.list, hot.related_rows) == (ListKind.HOT, (1,))


@pytest.mark.parametrize(
    ("printed", "days"),
    [
        ("2025-06-30", -1),
        ("2025年7月1日", 0),
        ("２０２５/７/３", 2),
        ("昨天", None),
        ("2025-13-41", None),
        ("", None),
        (None, None),
    ],
)
def test_a_date_is_read_only_where_the_row_prints_one(printed: str | None, days: int | None) -> None:
    (grade,) = stories.grade(replace(FLOOD[0], lists=(row(1, "某事", day=printed),)))
    assert grade.days == days


def test_a_row_that_bears_the_headline_of_another_report_of_the_story_is_related() -> None:
    headline = "那个没有人睡着的晚上，大家都在搬沙袋"
    lists = (row(1, headline), row(2, "那个没有人睡着的晚上..."), row(3, "那个没有人看见的晚上..."), row(4, "那个..."))
    (grade,) = stories.grade(replace(FLOOD[0], lists=lists), [headline])
    assert grade.related_rows == (1, 2)
    assert stories.grade(replace(FLOOD[0], lists=lists))[0].related_rows == ()


def test_an_article_without_lists_has_no_grades() -> None:
    assert stories.grade(PROBE) == ()


def test_two_fresh_reports_are_not_hotter_than_five_newsrooms() -> None:
    found = heat(reports("快讯", 2, hours=19.5), reports("河堤", 5, hours=15), hours=20)
    assert found["河堤"].score > found["快讯"].score


def test_what_one_newsroom_tells_alone_has_no_heat() -> None:
    assert heat(reports("独家", 6, outlet="某报"))["独家"].score == 0


def test_health_counts_the_lonely_and_names_the_largest() -> None:
    told = [story(*reports("河堤", 3)), story(*reports("火", 1)), story(*reports("早报", 1), kind=StoryKind.ROUNDUP)]
    found = stories.health(told)
    assert (found.stories, found.articles, found.roundups, found.alone) == (2, 4, 1, 0.25)
    assert (found.largest, found.largest_story) == (3, told[0].id)
    assert stories.health([]).largest == 0


def test_a_story_that_was_shown_leads_to_the_one_that_holds_most_of_it() -> None:
    flood, fire = reports("河堤", 3), reports("火", 2, hours=5)
    early = article("前", "河堤告急", "", hours=-5)
    merged = story(early, *flood, *fire)
    assert stories.heir([one.id for one in flood], [merged, story(*reports("别", 2))]) == merged
    gone, rest = story(early, flood[0]), story(*flood[1:])
    assert stories.heir([one.id for one in flood], [gone, rest]) == rest
    assert stories.heir([flood[0].id, flood[1].id], [rest, gone]) == gone  # of two with as many the earlier
    assert stories.heir(["never told"], [merged]) is None
