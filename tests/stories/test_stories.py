"""What articles about one happening share, which are linked, and what is told of them."""

from __future__ import annotations

import itertools
import random
from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from suyuan import stories
from suyuan.records import Article, SameStory, Story, StoryKind, digest
from suyuan.stories.headline import DEBRIS, FAULTS, faults, plainest
from suyuan.stories.words import telling, weighed
from suyuan.text import fold
from suyuan.text.roundup import OPENINGS, PATTERNS, is_roundup
from tests.stories.newsroom import FIRE, FLOOD, MORNING, PROBE, article

ALL = (*FLOOD, *FIRE, PROBE)


def linked(articles: tuple[Article, ...]) -> tuple[SameStory, ...]:
    drafts = [stories.prepare(one) for one in articles]
    found = (stories.same(one, other) for one, other in itertools.combinations(drafts, 2))
    return tuple(sorted((link for link in found if link), key=lambda link: link.id))


def told(articles: tuple[Article, ...]) -> set[Story]:
    return set(stories.tell(articles, linked(articles)))


def members(articles: tuple[Article, ...]) -> set[frozenset[str]]:
    return {frozenset(story.articles) for story in told(articles)}


def test_reports_of_one_happening_share_enough_keys_and_are_linked() -> None:
    for one, other in itertools.combinations(FLOOD, 2):
        mine, theirs = stories.prepare(one), stories.prepare(other)
        assert len(set(stories.keys(mine)) & set(stories.keys(theirs))) >= stories.AT_LEAST
        assert stories.same(mine, theirs) is not None


def test_a_flood_a_fire_and_a_spacecraft_are_three_stories() -> None:
    assert members(ALL) == {frozenset("甲乙丙丁"), frozenset("戊己"), frozenset("庚")}


def test_the_link_says_in_words_what_the_two_share() -> None:
    link = stories.same(stories.prepare(FLOOD[0]), stories.prepare(FLOOD[1]))
    assert link is not None and 0 < link.score <= 1
    assert "河堤" in link.evidence
    assert any("青石" in word for word in link.evidence)


def test_a_link_does_not_depend_on_which_of_the_two_comes_first() -> None:
    for one, other in itertools.combinations(map(stories.prepare, ALL), 2):
        assert stories.same(one, other) == stories.same(other, one)


@settings(max_examples=15, deadline=None)
@given(st.permutations(ALL))
def test_any_order_of_arrival_tells_the_same_stories(order: list[Article]) -> None:
    assert told(tuple(order)) == told(ALL)


def test_traditional_characters_and_full_width_digits_are_the_same_words() -> None:
    plain = stories.prepare(article("简", "青石镇河堤决口40米", "澜水河堤决口，1200人转移。"))
    other = stories.prepare(article("繁", "青石鎮河堤決口４０米", "瀾水河堤決口，１２００人轉移。"))
    assert plain.terms == other.terms


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("蓝鲸科技：预计2025年净利润同比增长50%", "蓝鲸科技公告，预计2025年归属于上市公司股东的净利润同比增长50%。"),
         ("青禾生物：预计2025年净利润同比增长31%", "青禾生物公告，预计2025年归属于上市公司股东的净利润同比增长31%。")),
        (("柳河县一家具厂起火", "柳河县东郊的福木家具厂起火，消防员扑灭明火，无人伤亡。"),
         ("松江镇一网吧起火", "松江镇老街的极速网吧起火，消防员扑灭明火，无人伤亡。")),
        (("美国总统宣布对木材加征关税", "美国总统在白宫宣布，从下月起对进口木材加征关税。"),
         ("美国总统会见登月航天员", "美国总统在白宫会见了四名完成绕月飞行的航天员。")),
    ],
    ids=["one template, two companies", "two fires", "one president, two matters"],
)  # fmt: skip
def test_what_only_looks_alike_is_not_one_happening(one: tuple[str, str], other: tuple[str, str]) -> None:
    assert stories.same(stories.prepare(article("一", *one)), stories.prepare(article("二", *other))) is None


def test_the_same_town_a_year_later_is_another_story() -> None:
    first, later = FLOOD[1], replace(FLOOD[1], id="后", published=MORNING + timedelta(days=365))
    drafts = stories.prepare(first), stories.prepare(later)
    assert stories.same(*drafts) is None
    assert not set(stories.keys(drafts[0])) & set(stories.keys(drafts[1]))


def test_an_article_without_a_date_counts_from_when_it_was_first_seen() -> None:
    undated = replace(FLOOD[0], published=None)
    assert stories.prepare(undated) == stories.prepare(FLOOD[0])


def test_a_chain_through_one_article_is_taken_apart() -> None:
    flood, fire = [f"水{n}" for n in range(9)], [f"火{n}" for n in range(9)]
    group = tuple(article(name, "标题", "", hours=n) for n, name in enumerate([*flood, *fire]))
    pairs = [*itertools.combinations(flood, 2), *itertools.combinations(fire, 2), (flood[-1], fire[0])]
    links = tuple(link(a, b, 0.2 if a[0] != b[0] else 0.5) for a, b in pairs)
    assert {frozenset(story.articles) for story in stories.tell(group, links)} == {frozenset(flood), frozenset(fire)}


@pytest.mark.parametrize(
    ("between", "count"),
    [(("会谈", "总理", "来访"), 2), (("青野川", "会谈", "来访"), 2), (("白滨太", "青野川", "会谈"), 1)],
    ids=["bound by how visits are told", "bound by the guest of one of them", "bound by both guests"],
)
def test_two_parts_are_one_story_where_what_binds_them_is_what_each_is_about(
    between: tuple[str, ...], count: int
) -> None:
    first, second = [f"先{n}" for n in range(8)], [f"后{n}" for n in range(8)]
    group = tuple(article(name, "标题", "", hours=n) for n, name in enumerate([*first, *second]))
    links = (
        *(link(a, b, 0.5, "白滨太", "渔船", "灯塔", "会谈") for a, b in itertools.combinations(first, 2)),
        *(link(a, b, 0.5, "青野川", "铁矿", "水渠", "会谈") for a, b in itertools.combinations(second, 2)),
        *(link(a, b, 0.3, *between) for a, b in zip(first, second, strict=True)),
    )
    assert len(stories.tell(group, links)) == count


@pytest.mark.parametrize(
    ("size", "bonds", "count"), [(2, 1, 1), (5, 1, 2), (5, 2, 1), (20, 2, 2), (20, 3, 1)], ids=lambda each: str(each)
)
def test_the_larger_of_two_parts_the_more_links_bind_them(size: int, bonds: int, count: int) -> None:
    small, large = ["小0", "小1"], [f"大{n}" for n in range(size)]
    group = tuple(article(name, "标题", "", hours=n) for n, name in enumerate([*small, *large]))
    words = ("白滨太", "渔船", "灯塔")
    inside = [*itertools.combinations(small, 2), *itertools.combinations(large, 2)]
    between = list(itertools.product(small, large))[:bonds]
    links = tuple(link(a, b, 0.2 if a[0] != b[0] else 0.5, *words) for a, b in [*inside, *between])
    assert len(stories.tell(group, links)) == count


def link(a: str, b: str, score: float, *evidence: str) -> SameStory:
    return SameStory(id=digest("same story", a, b), a=a, b=b, score=score, evidence=evidence)


def test_two_thousand_articles_in_one_group_are_told_in_seconds() -> None:
    chance = random.Random(7)
    group = tuple(article(f"{n:04}", f"第{n}篇", "", hours=n / 10) for n in range(2000))
    pairs = {tuple(sorted(chance.sample(range(2000), 2))) for _ in range(30_000)}
    links = tuple(link(f"{a:04}", f"{b:04}", round(chance.random(), 3)) for a, b in sorted(pairs))
    found = stories.tell(group, links)
    assert sorted(one for story in found for one in story.articles) == [one.id for one in group]
    assert set(stories.tell(group[::-1], links[::-1])) == set(found)


def test_a_story_is_named_after_its_earliest_member_and_keeps_order() -> None:
    (story,) = stories.tell(FLOOD, linked(FLOOD))
    assert story.id == digest("story", "甲")
    assert story.articles == ("甲", "乙", "丙", "丁")
    assert (story.first, story.last) == (FLOOD[0].published, FLOOD[3].published)
    assert story.kind is StoryKind.HAPPENING


def test_the_title_of_a_story_is_a_plain_headline_of_one_of_its_articles() -> None:
    (story,) = stories.tell(FLOOD, linked(FLOOD))
    assert (story.headline, story.title) in {(one.id, one.title) for one in FLOOD}
    assert "震惊" not in story.title


@pytest.mark.parametrize(("pattern", "cost", "example"), FAULTS)
def test_a_fault_of_a_headline_is_found_in_its_example(pattern: str, cost: float, example: str) -> None:
    assert faults(example) >= cost


@pytest.mark.parametrize(("pattern", "example"), DEBRIS)
def test_what_a_feed_sets_around_a_headline_is_no_part_of_a_story_s_title(pattern: str, example: str) -> None:
    one = article("甲", example, "某市地铁开通，首日客流三万。")
    (story,) = stories.tell((one,), ())
    assert (story.title, story.headline) == ("某市地铁开通", "甲")


@pytest.mark.parametrize(
    "title", ["第3版", "01版 - ", "2031年6月4日", "某市地铁开通-第三期", "某报3版头条：某市地铁开通"]
)
def test_a_headline_keeps_what_is_its_own(title: str) -> None:
    assert stories.bare(title) == title


def test_a_comment_heads_no_story_that_reports_tell() -> None:
    reports = (
        article("评", "港口停摆影响多个行业，渔业只是开始", ""),
        article("甲", "云州港工人宣布停工 - June 2, 2031", "", hours=1),
        article("乙", "云州港工人停工第二天 - June 3, 2031", "", hours=2),
        replace(article("栏", "陆宜舟：云州港停工没有赢家", "", hours=3), byline=("陆宜舟",)),
        article("丙", "云州港停工：工人与港务局再谈", "", hours=4),
    )
    assert plainest(reports).id == "甲"


@pytest.mark.parametrize(
    ("titles", "chosen"),
    [
        (("青石镇山体滑坡遇难人数升至48人", "青石镇山体滑坡遇难人数升至53人"), 1),
        (("青石镇滑坡已致48人死亡", "青石镇山体滑坡死亡人数升至53人", "青石镇山体滑坡死亡人数升至51人"), 1),
        (("Greystone landslide: 48 killed", "Greystone landslide: 53 killed"), 1),
        # what other people's toll is higher is another matter, and a plain headline needs no toll
        (("青石镇山体滑坡遇难人数升至48人", "云溪县渡轮倾覆致300人死亡 船主被捕"), 0),
        (("青石镇山体滑坡 百余户转移", "青石镇山体滑坡遇难人数升至53人"), 0),
    ],
)
def test_a_toll_in_a_story_s_title_is_the_latest(titles: tuple[str, ...], chosen: int) -> None:
    reports = [article(str(place), title, "。", hours=place) for place, title in enumerate(titles)]
    assert plainest(reports).id == str(chosen)


def test_a_story_in_two_languages_is_headed_in_that_of_most_and_else_in_chinese() -> None:
    english = [
        replace(article(name, "Yunzhou port workers stop work over pay", "", hours=n), language="en")
        for n, name in enumerate("ab")
    ]
    chinese = [replace(article(name, "云州港工人宣布停工", "", hours=3), language="zh") for name in "甲乙丙"]
    assert plainest([*english, *chinese[:2]]).language == "zh"
    assert plainest([*english, *chinese[:1]]).language == "en"
    assert plainest([*english[:1], *chinese]).language == "zh"


def test_a_rumour_heads_no_story_that_reports_tell() -> None:
    rumour = article("传", "网传云州港工人已经停工", "")
    assert plainest([rumour, article("甲", "云州港工人宣布停工", "", hours=1)]).id == "甲"


def test_an_english_headline_is_not_too_long_for_its_letters() -> None:
    short = article("a", "Crowd roars as night falls on port", "")
    plain = article("b", "Yunzhou port workers stop work over pay and night shifts", "", hours=1)
    third = article("c", "Port of Yunzhou stands still as workers and owners talk pay", "", hours=2)
    assert plainest([short, plain, third]) in (plain, third)


def test_a_headline_cut_short_is_not_chosen_where_a_whole_one_is() -> None:
    cut = article("甲", "云溪县青石镇澜水河堤凌晨决口，千余...", "")
    whole = article("乙", "云溪县青石镇澜水河堤凌晨决口，千余人转移", "", hours=1)
    assert plainest([cut, whole]) == whole


@pytest.mark.parametrize(("pattern", "example"), PATTERNS)
def test_a_round_up_is_told_by_its_headline(pattern: str, example: str) -> None:
    assert is_roundup(example)


@pytest.mark.parametrize(("pattern", "example"), OPENINGS)
def test_a_round_up_under_the_headline_of_one_item_is_told_by_how_it_begins(pattern: str, example: str) -> None:
    assert is_roundup("青石镇河堤决口", example) and not is_roundup(
        "青石镇河堤决口", "县长说，昨天早上好几百人已经转移。"
    )


@pytest.mark.parametrize(
    "title",
    [
        "青石镇河堤决口 千余人连夜转移", "云溪日报社记者节慰问一线记者", "柳河晚报社大楼起火", "县长谈一周内恢复供电",
        "网红直播带货被罚20万元", "直播间里卖假酒 三人被刑拘", "07版国际新闻 - 邻国大选结果揭晓", "周报道社的一名记者遇袭",
        "两党协议草案包括六项主要内容", "Reporters live in fear as town floods", "某地一早报警称河堤决口",
        "县里内参被泄露 两人受审", "Cattle round-up ends in stampede", "The week the river rose", "盘后涨超7%！某公司订单破百亿",
    ],
)  # fmt: skip
def test_a_report_of_one_happening_is_no_round_up(title: str) -> None:
    assert not is_roundup(title)


def test_a_round_up_shares_no_keys_and_is_a_story_of_its_own() -> None:
    morning = article("早", "云溪早报｜青石镇河堤决口；柳河县家具厂起火", FLOOD[0].text + FIRE[0].text)
    assert not tuple(stories.keys(stories.prepare(morning)))
    (story,) = stories.tell((morning,), ())
    assert story.kind is StoryKind.ROUNDUP


def test_a_name_that_no_dictionary_has_is_found_in_every_sentence() -> None:
    one, other = (weights(words) for words in ("救援队找到了闻甪禾，他还活着", "闻甪禾获救"))
    assert {"闻甪", "甪禾"} <= one.keys() & other.keys()


def weights(text: str) -> dict[str, float]:
    return {word: weight for word, weight, _ in weighed(text)}


def test_words_of_the_trade_tell_nothing() -> None:
    assert not weights("记者 摄影 责编 来源 新华社 the of 1")


def test_a_town_tells_more_than_a_country() -> None:
    told = weights("美国明尼阿波利斯")
    assert max(weight for word, weight in told.items() if word != "美国") > 2 * told["美国"]


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=300), st.text(max_size=600))
def test_any_text_can_be_prepared_compared_and_told(title: str, text: str) -> None:
    one, other = article("一", title, text), article("二", title[::-1], text[::-1], hours=5)
    drafts = stories.prepare(one), stories.prepare(other)
    found = stories.same(*drafts)
    assert found == stories.same(*reversed(drafts))
    assert sum(len(story.articles) for story in stories.tell((one, other), (found,) if found else ())) == 2
    assert len(set(stories.keys(drafts[0]))) <= 40


def repr_short(text: str) -> str:
    return ascii(text[:6])


@pytest.mark.parametrize(
    "text", ["", "\ud800" * 50, "，。！" * 1000, "水" * 1_000_000, "a" * 1_000_000, "1." * 100_000], ids=repr_short
)
def test_no_text_is_too_strange(text: str) -> None:
    drafts = [stories.prepare(article(name, text[:200_000], text)) for name in "一二"]
    stories.same(*drafts)
    assert len(fold(text)) == len(text)
    assert stories.tell((article("一", text, text),), ())


COLUMN = "【云川数读】"


def test_a_column_that_the_text_does_not_speak_of_binds_nothing() -> None:
    named = [stories.prepare(replace(one, title=f"{COLUMN}{one.title}")) for one in (FLOOD[0], FIRE[0])]
    plain = [stories.prepare(one) for one in (FLOOD[0], FIRE[0])]
    assert [draft.terms for draft in named] == [draft.terms for draft in plain]


@pytest.mark.parametrize("column", ["某社微评·春天的渡口：", "客座评论："])
def test_a_column_named_before_a_colon_binds_nothing(column: str) -> None:
    named = [stories.prepare(replace(one, title=f"{column}{one.title}")) for one in (FLOOD[0], FIRE[0])]
    assert [draft.terms for draft in named] == [stories.prepare(one).terms for one in (FLOOD[0], FIRE[0])]


def test_what_a_text_turns_to_at_its_end_is_not_what_it_tells() -> None:
    wreck = "渡轮在南湾沉没，船东向遇难者家属致哀。\n海岸警卫队说，至少36人死亡。\n"
    aside = "另一方面，云溪县青石镇的澜水河堤决口，县防汛办主任陆宜舟说，武警正在封堵。"
    told = [stories.prepare(article("沉", "南湾渡轮沉没 船东致哀", text)) for text in (wreck, wreck + aside)]
    assert told[0].terms == told[1].terms
    weighed = stories.prepare(article("沉", "南湾渡轮沉没", f"一方面，{wreck}{aside}"))
    assert "陆宜" in weighed.terms or "宜舟" in weighed.terms


def test_accidents_of_one_kind_in_two_states_are_two_happenings() -> None:
    crashes = [
        stories.prepare(article(place, f"{place}一架飞机坠毁 机上5人全部遇难", f"{place}一架飞机28日坠毁，机上5人全部遇难。"))
        for place in ("印度", "哥伦比亚")
    ]  # fmt: skip
    again = stories.prepare(
        article("又", "印度一架飞机坠毁 机上5人遇难", "印度一架飞机28日上午坠毁，机上5人全部遇难。")
    )
    assert stories.same(*crashes) is None
    assert stories.same(crashes[0], again) is not None


def test_a_column_about_what_is_told_is_read() -> None:
    column, plain = (
        stories.prepare(replace(FLOOD[3], title=f"青石镇决口{mark}转移群众开始返家")) for mark in ("｜", "，")
    )
    assert column.terms == plain.terms


@pytest.mark.parametrize("name", ["特朗普", "习近平", "特斯拉"])
def test_a_name_that_is_in_the_news_every_day_tells_less_than_one_that_is_not(name: str) -> None:
    assert telling(name) < telling("陆宜舟")
