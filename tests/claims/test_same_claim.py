"""Whether two passages of one story answer one question, and alike."""

import pytest

from suyuan.records import ClaimLink, SameClaim
from tests.claims.newsroom import Desk, Told


def link(one: str, other: str) -> SameClaim | None:
    return next(iter(Desk([Told(one), Told(other)]).links()), None)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("渡船在离岸两百米处侧翻", "渡船行至离岸约200米处突然侧翻"),
        ("翻船已造成3人死亡", "目前遇难者已达三人"),
        ("5月1日17时22分许", "5月1日下午5点22分左右"),
        ("船长承认当天没有出船许可", "船长说自己当天确实没有出船许可"),
        ("石头重3斤4两", "那块石头有三斤四两"),
        ("落水的女童已被送往医院抢救", "落水女童正在医院接受救治"),
        ("渡船上的人都沒有穿救生衣", "渡船上的人都没有穿救生衣"),
    ],
)
def test_one_claim_in_two_wordings(one: str, other: str) -> None:
    found = link(one, other)
    assert found is not None
    assert found.link == ClaimLink.SAME


@pytest.mark.parametrize(
    ("one", "other", "mark"),
    [
        ("翻船已造成3人死亡", "翻船造成5人遇难", "≠死亡人数"),
        ("他从5楼坠落", "坠落的楼层是3楼", "≠楼层"),
        ("暂无人员伤亡", "事故造成一人死亡", "≠状况"),
        ("涉事车辆是K5", "冲出的车辆应为K7", "≠型号"),
        ("渡船公司承认渡船严重超载", "渡船公司否认渡船超载", "±"),
        ("手术曾被家属拒绝", "手术遭医院拒绝", "≠施事"),
        ("男子当时没有抢走船工的手机", "男子当时还抢走了船工的手机", "±"),
    ],
)
def test_another_answer_to_the_same_question(one: str, other: str, mark: str) -> None:
    found = link(one, other)
    assert found is not None
    assert found.link == ClaimLink.RIVAL
    assert mark in found.evidence


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("渡船在离岸两百米处侧翻", "门票将于下周恢复预约"),
        ("伤者29岁，青江人", "伤者35岁，河口人"),
        ("下午2时许渡船离岸", "下午2点半左右渡船离岸"),
        ("如果渡船没有超载就不会翻", "渡船严重超载导致翻船"),
    ],
)
def test_what_only_looks_alike_is_no_contradiction(one: str, other: str) -> None:
    found = link(one, other)
    assert found is None or found.link == ClaimLink.SAME


def test_another_act_of_one_man_is_another_claim() -> None:
    assert link("青江市卫生健康委主任李明远鞠躬致歉", "青江市卫生健康委主任李明远给予党内警告处分") is None
    assert link("青江市卫生健康委主任李明远鞠躬致歉", "青江市卫生健康委主任李明远鞠躬道歉") is not None


def test_passages_of_two_stories_are_never_linked() -> None:
    from dataclasses import replace

    from suyuan import claims

    desk = Desk([Told("翻船已造成3人死亡"), Told("翻船已造成3人死亡")])
    one, other = (
        claims.prepare(assertion, (article,), (), (replace(desk.story(), id=story),))
        for assertion, article, story in zip(desk.assertions, desk.articles, ("s1", "s2"), strict=True)
    )
    assert claims.same(one, other) is None
    assert not set(claims.keys(one)) & set(claims.keys(other))


def test_headlines_of_two_states_tell_of_two_things() -> None:
    finnish, thai = (Told("机上十五人全部遇难", title=f"{state}一架客机坠毁") for state in ("芬兰", "泰国"))
    assert not Desk([finnish, thai]).links()
    assert Desk([finnish, finnish]).links()


def test_a_denial_of_this_version_denies_the_sentence_before() -> None:
    told = [
        Told("此事其实是船票平台在背后炒作"),
        Told("船主刘某否认了这一说法", before="有网友认为是船票平台借机炒作。"),
    ]
    (found,) = Desk(told).links()
    assert found.link == ClaimLink.RIVAL
    assert "±" in found.evidence


def test_the_order_of_the_two_changes_nothing() -> None:
    one, other = "翻船已造成3人死亡", "目前遇难者已达三人"
    assert {(found.score, found.evidence) for found in (link(one, other), link(other, one)) if found} == {
        (found.score, found.evidence) for found in (link(one, other),) if found
    }


def together(*told: str) -> list[int]:
    """How many passages each claim holds."""
    found, _ = Desk([Told(text) for text in told]).weighed()
    return sorted(len(claim.assertions) for claim in found)


def test_words_that_share_their_characters_are_one_claim() -> None:
    assert together("被打的女子也还了手进行反击", "女子被打后也进行了还击反打") == [2]


def test_what_is_counted_otherwise_is_not_near_however_near_the_rest() -> None:
    assert together("受积水影响渡口5座码头今晨停止服务", "受积水影响渡口3座码头今晨停止服务") == [1, 1]
