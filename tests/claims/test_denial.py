"""What denies a claim, and what only stands near it with a negation."""

from __future__ import annotations

import pytest

from suyuan.records import ClaimLink, SpeakerKind, Standing
from tests.claims.newsroom import Desk, Told


def standing_of(words: str, *told: Told) -> Standing:
    found, weighed = Desk(told).weighed()
    (claim,) = (one for one in found if words in one.text)
    return next(one.standing for one in weighed if one.claim == claim.id)


@pytest.mark.parametrize(
    ("claim", "denial"),
    [
        ("网友称青江渡口将关闭一百条航线", "网传“关闭一百条航线”为不实信息"),
        ("公司将支付违约金800万元", "双方协商解约，不存在违约金"),
        ("渡船公司负责人带头哄抬船票价格", "公司否认哄抬船票价格"),
        ("这条沉船有八百年", "“八百年”一说不实"),
        ("他们还有抢手机等行为", "他们没有抢手机摔手机等行为"),
    ],
)
def test_what_is_called_untrue_is_denied(claim: str, denial: str) -> None:
    told = (Told(claim, "村民汤有田"), Told(denial, "青江渡运公司"))
    assert standing_of(claim, *told) == Standing.DENIED


@pytest.mark.parametrize(
    ("claim", "other"),
    [
        ("村里的年轻人都想摆脱贫困的家乡", "这么做并不是为了摆脱贫困的家乡，而是为了让家乡摆脱贫困"),
        ("渡船公司向乘客募捐善款", "公司不得以任何名义向乘客募捐善款"),
        ("渡船公司已与乘客达成赔偿协议", "声明未提及赔偿协议"),
        ("渡船公司已与乘客达成赔偿协议", "正是因为此前没有达成赔偿协议，乘客才去了法院"),
        ("渡船公司已与乘客达成赔偿协议", "上述赔偿协议尚未得到官方证实"),
        ("船老大对被告人判处死刑一事表示遗憾", "法院对其余被告人判处二十五年至十四年不等有期徒刑"),
        ("好比以后每次坐船都要把33%的钱交给卖船的人", "这其中的问题并不是33%抽成本身"),
        ("渡口的绕行方案才是真正的威胁", "这并不是真正的对话"),
        ("因此拒绝和解", "死者家属选择坚持不和解"),
        ("为防范红蟹病毒传播到尼泊尔", "当前在俄罗斯没有红蟹病毒传播的风险"),
        ("美国对伊朗的威胁只会导致动荡", "伊朗不会在美国威胁下进行谈判"),
        ("有乘客反映在青江平台订购鲜百合", "未曾想，平台送来的并非鲜百合"),
        ("青江工厂今年的生产计划是11万辆", "该公司没有关闭青江工厂的计划"),
        ("失踪的10周岁男孩", "截至目前还未找到失踪男孩，搜寻工作仍在进行中"),
    ],
)
def test_what_sets_off_forbids_or_leaves_open_denies_nothing(claim: str, other: str) -> None:
    told = (Told(claim, "村民汤有田"), Told(other, "青江县法院"))
    assert Standing.DENIED not in {one.standing for one in Desk(told).weighed()[1]}


def test_what_nobody_answers_for_is_denied_in_other_words() -> None:
    lion = Told("青江动物园昨夜走失一头雄狮，园方正在秘密搜捕", "有知情人士", SpeakerKind.ANONYMOUS)
    assert standing_of("雄狮", lion, Told("网传“动物园狮子出逃”不属实", "青江警方")) == Standing.DENIED
    rumour, notice = "渡厂裁员2600人，补偿方案是先签先得", Told("也不存在裁员2600人的安排", "渡厂")
    assert standing_of("补偿", Told(rumour, "有知情人士", SpeakerKind.ANONYMOUS), notice) == Standing.DENIED
    named = Told(rumour, "村民汤有田")
    assert standing_of("补偿", named, notice) != Standing.DENIED, "what somebody answers for must be denied plainly"


def test_a_denial_that_is_denied_denies_nothing() -> None:
    told = (
        Told("双方不太可能重启谈判", "观察人士", SpeakerKind.ANONYMOUS),
        Told("外长并未否认谈判的可能", "北国外长"),
    )
    assert standing_of("不太可能", *told) != Standing.DENIED


def test_nobody_denies_what_he_says_himself() -> None:
    told = (Told("公司将关闭青江渡口的航线", "青江渡运公司"), Told("公司从未关闭青江渡口的航线", "青江渡运公司"))
    assert standing_of("将关闭", *told) != Standing.DENIED


def test_talk_that_is_only_reported_may_be_denied_by_who_reports_it() -> None:
    told = (Told("网传“青江渡口关闭百条航线”"), Told("“青江渡口关闭百条航线”系谣言"))
    assert standing_of("网传", *told) == Standing.DENIED


def test_that_a_body_is_named_on_both_sides_denies_nothing() -> None:
    told = (
        Told("青江渡运公司股价涨幅扩大至6%", title="收盘"),
        Told("青江渡运公司回应称，此为“不实信息”", "青江渡运公司", title="收盘"),
    )
    assert standing_of("股价", *told) != Standing.DENIED


def test_a_bare_denial_denies_what_was_said_right_before() -> None:
    told = (
        Told("捡河卵石是渡口安排的任务", "汤有田家属"),
        Told("渡口予以否认", "青江渡口", before="家属称捡河卵石是渡口安排的任务，"),
    )
    (said,) = (one for one in Desk(told).links() if "±" in one.evidence)
    assert said.link == ClaimLink.RIVAL
