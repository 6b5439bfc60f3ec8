"""One speaker per article, and one speaker under two names in a story."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from itertools import permutations

import pytest

from suyuan import statements
from suyuan.records import Speaker, SpeakerKind, Story, StoryKind
from tests.statements.articles import article

AT = datetime(2026, 3, 2, tzinfo=UTC)
NAMED, UNNAMED = SpeakerKind.NAMED, SpeakerKind.UNNAMED


def test_an_article_gives_each_speaker_once_under_all_his_names() -> None:
    one = article("北国外交部副部长安东·贝尔金2日表示，谈判没有停。\n贝尔金说，双方下周再谈。他强调，条件没有变。")
    (speaker,) = statements.identify(one, statements.quote(one, ()))
    assert (speaker.name, speaker.others, speaker.kind) == ("安东·贝尔金", ("贝尔金",), NAMED)
    assert speaker.roles[0] == "北国外交部副部长"
    assert len(speaker.statements) == 3


@pytest.mark.parametrize(
    "name", "王某 张女士 小李 刘某某 林局长 李先生 发言人 警方 客服 该公司 某公司 陈大爷 王× 相关部门".split()
)
def test_a_name_that_many_bear_tells_nobody_apart(name: str) -> None:
    assert _keyed(name) is None


@pytest.mark.parametrize("name", "林远 安东·贝尔金 云州市民政局 云州警方 远山公司 贝尔金 马丽华".split())
def test_a_name_of_one_speaker_is_a_key(name: str) -> None:
    assert _keyed(name) == name


def test_traditional_characters_are_the_same_name() -> None:
    assert _keyed("雲州電視臺") == _keyed("云州电视台")


def test_spaces_round_the_dot_of_a_name_do_not_count() -> None:
    assert _keyed("蒂姆 · 贝尔金") == _keyed("蒂姆·贝尔金")


def _keyed(name: str) -> str | None:
    one = article("林远表示，水退了。")
    (said,) = statements.quote(one, ())
    return statements.identify(one, (replace(said, speaker=name),))[0].key


def speaker(where: str, name: str, *roles: str, kind: SpeakerKind = NAMED, others: tuple[str, ...] = ()) -> Speaker:
    key = name if kind is NAMED else None
    return Speaker(id=f"{where}/{name}", article=where, name=name, kind=kind, key=key, others=others, roles=roles)


STORIES = {
    "a part of a foreign name": (
        [speaker("a", "安东·贝尔金"), speaker("b", "贝尔金")], {("a/安东·贝尔金", "b/贝尔金")},
    ),
    "two men of that name in the story are not told apart": (
        [speaker("a", "安东·贝尔金"), speaker("b", "贝尔金"), speaker("c", "伊万·贝尔金")], set(),
    ),
    "an article in which both speak says that they are two": (
        [speaker("a", "安东·贝尔金"), speaker("b", "贝尔金"), speaker("c", "贝尔金"), speaker("c", "安东·贝尔金")], set(),
    ),
    "other offices are other people": (
        [speaker("a", "安娜·贝尔金", "北国第一夫人"), speaker("b", "贝尔金", "北国总统")], set(),
    ),
    "one name needs no link": ([speaker("a", "林远"), speaker("b", "林远")], set()),
    "what one article calls a body holds in the others": (
        [speaker("a", "云州市总队第二医院", others=("云二院",)), speaker("b", "云二院")], {("a/云州市总队第二医院", "b/云二院")},
    ),
    "an abbreviation": (
        [speaker("a", "拾光通讯公司"), speaker("b", "拾光")], {("a/拾光通讯公司", "b/拾光")},
    ),
    "a government is not who leads it": ([speaker("a", "贝尔金政府"), speaker("b", "贝尔金")], set()),
    "a country is not its coast guard": ([speaker("a", "中国海警局"), speaker("b", "中国")], set()),
    "an office that one person holds": (
        [speaker("a", "安东·贝尔金", "北国外交部长"), speaker("b", "北国外长", kind=UNNAMED)], {("a/安东·贝尔金", "b/北国外长")},
    ),
    "a spokesperson is one of several": (
        [speaker("a", "林远", "北国外交部发言人"), speaker("b", "北国外交部发言人", kind=UNNAMED)], set(),
    ),
}  # fmt: skip


@pytest.mark.parametrize(("speakers", "expected"), STORIES.values(), ids=STORIES)
def test_two_names_of_a_story(speakers: list[Speaker], expected: set[tuple[str, str]]) -> None:
    for order in list(permutations(speakers))[:24]:
        links = statements.recognise((), (), (_story(*{one.article for one in speakers}),), tuple(order))
        assert {(one.a, one.b) for one in links} == expected


def test_outside_a_story_nobody_is_recognised() -> None:
    pair = (speaker("a", "安东·贝尔金"), speaker("b", "贝尔金"))
    assert statements.recognise((), (), (_story("a"), _story("b")), pair) == ()


def test_a_man_in_five_thousand_articles_costs_one_link() -> None:
    many = [speaker(str(at), "安东·贝尔金" if at % 2 else "贝尔金") for at in range(5000)]
    links = statements.recognise((), (), (_story(*{one.article for one in many}),), tuple(many))
    assert len(links) == 1


def _story(*articles: str) -> Story:
    members = tuple(sorted(articles))
    return Story(
        id="s" + members[0],
        kind=StoryKind.HAPPENING,
        title="",
        headline=members[0],
        articles=members,
        first=AT,
        last=AT,
    )
