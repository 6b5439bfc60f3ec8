"""Claims, how they stand to each other, and the laws of weighing."""

import itertools
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from suyuan import claims
from suyuan.claims import passages, stance
from suyuan.records import Claim, ClaimLink, Corroboration, RelationType, SameClaim, Span, SpeakerKind, Standing, digest
from tests.claims.newsroom import Desk, Told


def relations(*told: Told) -> set[tuple[str, str, str]]:
    """Active relations as (type, first words of the actor, first words of the other)."""
    found, weighed = Desk(told).weighed()
    text = {claim.id: claim.text for claim in found}
    return {
        (relation.type.value, text[one.claim], text[relation.other])
        for one in weighed
        for relation in one.relations
        if relation.is_active
    }


def standing(weighed: list[Corroboration], found: list[Claim], words: str) -> Standing:
    (claim,) = (one for one in found if words in one.text)
    return next(one.standing for one in weighed if one.claim == claim.id)


def test_a_toll_that_grows_supersedes() -> None:
    told = (Told("翻船已造成3人死亡", "青江海事局"), Told("翻船死亡人数升至5人", "青江县政府"))
    assert relations(*told) == {("supersedes", "翻船死亡人数升至5人", "翻船已造成3人死亡")}
    found, weighed = Desk(told).weighed()
    assert standing(weighed, found, "3人") == Standing.SUPERSEDED


def test_near_words_of_two_people_are_two_claims() -> None:
    one, other = "渡口要求游客采取穿好救生衣等措施", "救生衣发得太晚，渡口也要承担责任"
    assert len(linked(Told(one, "王新明"), Told(other, "高博文"))) == 2


@pytest.mark.parametrize(
    ("one", "other", "claims"),
    [
        ("渡口要求游客采取穿好救生衣等措施", "救生衣发得太晚，渡口也要承担责任", 2),  # one topic
        ("渡口要求游客采取穿好救生衣等措施", "渡口要求采取措施，游客须穿好救生衣", 1),
        ("渡口将在年内加装护栏", "渡口的护栏被人拆走卖掉", 2),  # another act
        ("渡口投入救生衣共1200件", "发下来的救生衣有1200件", 1),  # an equal figure
    ],
)
def test_near_words_of_two_articles_need_to_be_near(one: str, other: str, claims: int) -> None:
    assert len(linked(Told(one, "青江海事局"), Told(other))) == claims


@pytest.mark.parametrize(
    ("one", "other", "claims"),
    [
        ("渡口的救生衣发放得太晚", "渡口发放救生衣太晚", 1),
        ("其中包括10件救生衣", "县里说10件救生衣丢在了岸上的候船室里", 2),
    ],
)
def test_an_article_says_a_thing_again_only_in_near_words(one: str, other: str, claims: int) -> None:
    assert len(linked(Told(f"{one}。有旅客作证。{other}"), parts=(one, other))) == claims


def linked(*told: Told, parts: tuple[str, ...] = ()) -> list[Claim]:
    """The claims of passages of which every two are linked as one; `parts` are those of the one article told."""
    desk = Desk(told)
    if parts:
        (article,) = desk.articles
        starts = [(article.text.index(part), len(part)) for part in parts]
        spans = [Span(start=start, end=start + length) for start, length in starts]
        desk.assertions = list(passages(article, spans, (), ()))
    links = tuple(
        SameClaim(id=digest(a.id, b.id), a=a.id, b=b.id, link=ClaimLink.SAME, score=0.9)
        for a, b in itertools.combinations(desk.assertions, 2)
    )
    return [one for one in desk.made(tuple(desk.assertions), links) if isinstance(one, Claim)]


@pytest.mark.parametrize(
    ("passage", "is_dated"),
    [
        ("截至12日21时，翻船已造成3人死亡", True),
        ("截止今早9时已有3人死亡", True),
        ("截至目前翻船共造成4人死亡", False),
        ("截至记者发稿时已有4人死亡", False),
    ],
)
def test_so_far_is_no_hour(passage: str, is_dated: bool) -> None:
    # The last hour named in front of 截至目前 may be that of what happened, and would order two tolls wrongly.
    assert (stance.AS_OF.search(passage) is not None) is is_dated


def test_two_floors_contradict_each_other_in_no_order() -> None:
    told = (Told("他从5楼坠落", "目击者"), Told("坠落的楼层是3楼", "青江县公安局"))
    assert {kind for kind, _, _ in relations(*told)} == {"contradicts"}
    assert len(relations(*told)) == 2
    assert {one.standing for one in Desk(told).weighed()[1]} == {Standing.DISPUTED}


def test_a_denial_denies_and_the_denied_claim_says_so() -> None:
    told = (Told("此事其实是船票平台在炒作", "网友"), Told("平台负责人否认炒作", "船票平台"))
    assert relations(*told) == {("denies", "平台负责人否认炒作", "此事其实是船票平台在炒作")}
    found, weighed = Desk(told).weighed()
    assert standing(weighed, found, "其实") == Standing.DENIED


def test_what_was_still_open_is_overtaken_not_denied() -> None:
    told = (Told("对于赔偿我们还没有考虑", "死者堂哥"), Told("双方已经就赔偿签了字", "青江渡运公司"))
    assert {kind for kind, _, _ in relations(*told)} == {"supersedes"}


def test_death_supersedes_being_in_hospital() -> None:
    told = (Told("落水男子已被送往医院", "青江县消防大队"), Told("落水男子经抢救无效死亡", "青江一院"))
    assert relations(*told) == {("supersedes", "落水男子经抢救无效死亡", "落水男子已被送往医院")}


def test_two_values_are_never_chained_into_one_claim() -> None:
    told = [Told(f"渡船在离岸约{metres}米处突然侧翻", "青江海事局") for metres in (200, 205, 400, 410, 800)]
    found, _ = Desk(told).weighed()
    assert [len(claim.assertions) for claim in found] == [2, 2, 1]


def test_a_claim_is_named_after_its_earliest_assertion() -> None:
    desk = Desk([Told("翻船已造成3人死亡", "青江海事局"), Told("目前遇难者已达三人", "青江一院")])
    (claim,), (weighed,) = desk.weighed()
    assert claim.id == digest("claim", desk.assertions[0].id)
    assert weighed.id == digest("corroboration", claim.id)
    assert claim.text in {"翻船已造成3人死亡", "目前遇难者已达三人"}
    assert (weighed.reports, weighed.origins) == (2, 2)


CROWD = (
    Told("翻船已造成3人死亡", "青江海事局"),
    Told("目前遇难者已达三人", "青江一院"),
    Told("翻船死亡人数升至5人", "青江县政府"),
    Told("翻船造成5人遇难", "青江渡运公司"),
    Told("此事其实是船票平台在炒作", "网友"),
    Told("平台负责人否认炒作", "船票平台"),
)


@pytest.mark.parametrize("order", list(itertools.islice(itertools.permutations(range(len(CROWD))), 0, 720, 97)))
def test_the_order_of_arrival_changes_nothing(order: tuple[int, ...]) -> None:
    desk = Desk(CROWD)
    assert desk.weighed(order) == desk.weighed()


def test_every_assertion_is_in_exactly_one_claim_and_one_root() -> None:
    desk = Desk(CROWD)
    found, weighed = desk.weighed()
    assert sorted(one for claim in found for one in claim.assertions) == sorted(one.id for one in desk.assertions)
    for claim, corroboration in zip(found, weighed, strict=True):
        assert {one for root in corroboration.roots for one in root.assertions} == set(claim.assertions)


def test_a_relation_is_told_on_both_sides() -> None:
    _, weighed = Desk(CROWD).weighed()
    by_claim = {one.claim: one for one in weighed}
    for one in weighed:
        for relation in one.relations:
            back = [
                other
                for other in by_claim[relation.other].relations
                if other.other == one.claim and other.type == relation.type
            ]
            assert back
            assert relation.type == RelationType.CONTRADICTS or back[0].is_active != relation.is_active


@settings(max_examples=40, deadline=None)
@given(
    st.lists(
        st.tuples(
            st.text(max_size=30),
            st.text(alphabet="某医院公司发言人、（）·记者 a王\ud800的", max_size=12),
            st.sampled_from(SpeakerKind),
        ),
        min_size=1,
        max_size=5,
    )
)
def test_whatever_is_said_by_whomever_is_weighed(told: list[tuple[str, str, SpeakerKind]]) -> None:
    desk = Desk([Told(text, speaker, kind) for text, speaker, kind in told])
    found, weighed = desk.weighed()
    assert len(found) == len(weighed) >= 1
    for claim, one in zip(found, weighed, strict=True):
        best = next(assertion for assertion in desk.assertions if assertion.id == claim.best)
        text = next(article.text for article in desk.articles if article.id == best.article)
        assert claim.text == text[best.start : best.end]
        assert 0 <= one.named <= one.origins <= len(claim.assertions) * 2
        assert one.voices <= one.origins


def test_two_prices_of_two_things_do_not_contradict_each_other() -> None:
    told = (
        Told("青江原油期货收于每桶63.21美元", title="收盘"),
        Told("河口的轻质原油周五报每桶67.57美元，涨了3.02%", title="收盘"),
    )
    assert not relations(*told)


def test_what_a_share_costs_on_another_day_contradicts_nothing() -> None:
    told = [
        Told(f"青江老庙黄金报价{price}元/克", "青江老庙", title="金价", before=before)
        for price, before in ((1612, ""), (1668, "次日。"))
    ]
    assert not relations(*told)


def test_of_two_tolls_in_one_article_none_replaces_the_other() -> None:
    desk = Desk([Told("翻船已造成3人死亡，其中路口镇新增2人死亡", "青江海事局")])
    assert not [relation for one in desk.weighed()[1] for relation in one.relations]


def test_two_of_them_and_people_told_apart_are_no_toll() -> None:
    told = (
        Told("翻船造成船老大及6名乘客死亡", "青江海事局"),
        Told("身亡的2名男子家属提起诉讼", "青江县法院"),
        Told("翻船已造成7人死亡", "青江县政府"),
    )
    assert {kind for kind, _, _ in relations(*told)} <= {"supersedes"}
    assert not any("2名" in other or "6名" in other for _, _, other in relations(*told))


def test_one_who_died_is_no_other_count_of_the_many() -> None:
    told = (
        Told("持续数年的活动共造成14人死亡、多人受伤", "青江县法院", outlet="wanbao"),
        Told("团伙故意伤害不服从管理的人，致一人死亡、一人轻伤", "河口法院", outlet="chenbao"),
    )
    assert not relations(*told)


def test_what_is_told_of_two_people_in_the_same_words_is_two_claims() -> None:
    one, other = "市水务局局长江明远涉嫌严重违纪违法", "渡口管理处处长高博文涉嫌严重违纪违法"
    third = "他涉嫌严重违纪违法"
    assert len(linked(Told(one, "青江县纪委"), Told(other, "青江县纪委"), Told(third))) == 2


def test_two_terms_of_custody_contradict_each_other() -> None:
    told = (
        Told("派出所对李某处以行政拘留12天", "青江县公安局", outlet="chenbao"),
        Told("派出所对李某处以行政拘留15天", "村民汤有田", outlet="wanbao"),
    )
    assert {kind for kind, _, _ in relations(*told)} == {"contradicts"}


def test_what_is_counted_anew_every_day_replaces_nothing() -> None:
    told = (
        Told("有20只渡运股票呈现机构净买入", outlet="chenbao"),
        Told("有24只渡运股票呈现机构净买入", outlet="chenbao"),
    )
    assert not relations(*told)


def test_how_many_are_at_work_at_the_scene_is_brought_up_to_date() -> None:
    told = (Told("现场搜救船舶14艘", outlet="chenbao"), Told("现场搜救船舶共13艘", outlet="wanbao"))
    assert relations(*told) == {("supersedes", "现场搜救船舶共13艘", "现场搜救船舶14艘")}


def test_one_article_that_tells_of_two_people_brings_no_fate_up_to_date() -> None:
    desk = Desk([Told("汤有田曾在渡口救出两个人", outlet="chenbao")])
    article = desk.articles[0]
    text = article.text + "经全力抢救，汤有田不幸牺牲。"
    desk.articles[0] = replace(article, text=text)
    desk.assertions += claims.passages(desk.articles[0], [Span(start=len(article.text), end=len(text) - 1)], (), ())
    assert not [relation for one in desk.weighed()[1] for relation in one.relations]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("村民说一共做了3次手术", "汤小满完成了第四次手术"),
        ("危重3人、重症18人、病情平稳18人", "危重4人，重症17人，病情平稳18人"),
    ],
)
def test_a_running_count_and_a_list_of_counts_are_brought_up_to_date(before: str, after: str) -> None:
    told = (Told(before, outlet="chenbao"), Told(after, outlet="wanbao"))
    assert relations(*told) == {("supersedes", after, before)}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (Told("青江县人大三次会议闭幕"), Told("青江县人大第四次会议上，汤有田当选县长")),
        (
            Told("向渡运会上报涉嫌违规案件线索2起", "青江交易所", outlet="chenbao"),
            Told("向渡运会上报涉嫌违规案件线索4起", "云上交易所", outlet="chenbao"),
        ),
    ],
)
def test_a_session_and_the_count_of_another_body_replace_nothing(one: Told, other: Told) -> None:
    assert not relations(one, other)


@pytest.mark.parametrize(
    ("open_", "settled"),
    [
        ("确有其事，目前还没有收到伤亡的情况", "渡口已和现场相关人员确认"),
        ("死者死亡时间约为数周前，死因尚未确定", "她很可能在几周前就已经死亡"),
        ("目前中国尚未发现尼帕病毒病例", "截至1月27日，印度东部的西孟加拉邦报告了2例确诊的尼帕病毒感染病例"),
        ("警方尚未公布案件属于自杀还是他杀", "还无法断定两人是自杀还是他杀"),
    ],
)
def test_what_is_open_is_settled_by_nothing_else(open_: str, settled: str) -> None:
    told = (Told(open_, "青江县公安局", outlet="chenbao"), Told(settled, "云上警方", outlet="wanbao"))
    assert not relations(*told)


def test_a_part_of_a_toll_replaces_no_whole() -> None:
    whole = Told("截至3日7时，翻船事故中22人获救", "青江县政府")
    part = Told("渔民的木船在翻船事故中救起9人，9人获救", "汤有田")
    assert relations(whole, part) == set()
    right = Told("经更正，翻船事故中19人获救", "青江县政府")
    assert relations(whole, right) == {("supersedes", right.text, whole.text)}


def test_who_says_that_it_is_so_confirms_what_others_told() -> None:
    told = (Told("账期今年5月起由60天延长至90天", "供应商"), Told("供应商账期延长是真的", "曲承志"))
    assert {kind for kind, _, _ in relations(*told)} == {"confirms"}
    denied = (told[0], Told("供应商账期延长不是真的", "曲承志"))
    assert "confirms" not in {kind for kind, _, _ in relations(*denied)}
    again = (told[0], Told("供应商账期延长是真的", "供应商"))
    assert "confirms" not in {kind for kind, _, _ in relations(*again)}


def test_of_some_and_of_the_others_is_not_the_same_said_twice() -> None:
    told = (Told("首批渔民可能在5日前获释", "青江海事局"), Told("剩余渔民可能在5日前全部获释", "汤有田"))
    assert {one.origins for one in Desk(told).weighed()[1]} == {1}
