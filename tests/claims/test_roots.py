"""How many independent origins a claim has. Numbers fail closed."""

from dataclasses import replace

import pytest

from suyuan.records import (
    Citation,
    Corroboration,
    Direction,
    Passage,
    Reprint,
    ReprintKind,
    RootKind,
    Span,
    SpeakerKind,
    Standing,
)
from tests.claims.newsroom import Desk, Told

UNNAMED, ANONYMOUS, UNRESOLVED = SpeakerKind.UNNAMED, SpeakerKind.ANONYMOUS, SpeakerKind.UNRESOLVED


def weigh(*told: Told) -> Corroboration:
    return Desk(told).one_claim()


@pytest.mark.parametrize(
    ("speakers", "why"),
    [
        (("青江渡运公司", "青江渡运公司客服"), "branches and spokesmen"),
        (("外交部发言人林某", "驻河口国使馆"), "one body: 外交"),
        (("城关派出所", "青江县公安局"), "one body: 警方"),
        (("青江一院", "青江市第一医院"), "branches and spokesmen"),
        (("青江市第一医院", "医院主治医生"), "one body: 院方"),
        (("青江渡运公司首席执行官李明远", "青江渡运公司首席财务官"), "one firm"),
        (("渡鸥中国首席执行官李明远", "渡鸥汽车集团"), "one firm"),
        (("青江市人民政府", "青江市水务局"), "one government"),
        (("河口自治区人民政府", "自治区商务厅党组书记李明远"), "one government"),
        (("山城一女子", "山城王女士"), "may be the named one"),
        (("死者林母", "死者母亲"), "one body: 家属"),
        (("青江市民政局", "市民政局"), "branches and spokesmen"),
        (("李明远", "李明远"), "one person"),
        (("张姓负责人", "张先生"), "one person"),
        (("家属", "死者父亲"), "may be the named one"),
        (("两部门", "国家发展改革委、国家能源局"), "may be the named one"),
        (("水利、地质、气象等方面专家", "青江大学教授李明远"), "may be the named one"),
    ],
)
def test_one_body_or_person_is_one_origin(speakers: tuple[str, str], why: str) -> None:
    found = weigh(Told("翻船已造成3人死亡", speakers[0], UNNAMED), Told("目前遇难者已达三人", speakers[1], UNNAMED))
    assert found.origins == 1
    assert any(why in reason for reason in found.roots[0].reasons), found.roots


def test_the_office_of_a_head_of_government_is_its_government() -> None:
    office = Told("翻船已造成3人死亡", "贝尔金办公室", before="英国首相贝尔金到访，")
    found = weigh(office, Told("目前遇难者已达三人", "英国政府"))
    assert found.origins == 1
    assert any("one body: 英国" in reason for reason in found.roots[0].reasons), found.roots


@pytest.mark.parametrize(
    ("speakers", "voices"),
    [
        (("青江县公安局", "青江市第一医院"), 2),
        (("死者父亲", "死者姐姐"), 1),
        (("市卫健委", "省疾控中心"), 1),
        (("青江渡运公司", "青江海事局"), 2),
        (("李明远", "周晓岚"), 2),
    ],
)
def test_two_bodies_or_persons_are_two_origins(speakers: tuple[str, str], voices: int) -> None:
    found = weigh(Told("翻船已造成3人死亡", speakers[0]), Told("目前遇难者已达三人", speakers[1]))
    assert (found.origins, found.voices) == (2, voices)
    assert found.standing == Standing.CORROBORATED


def test_all_anonymous_informants_of_a_claim_are_one_origin_without_a_name() -> None:
    found = weigh(Told("翻船已造成3人死亡", "网友", ANONYMOUS), Told("目前遇难者已达三人", "目击者", ANONYMOUS))
    assert (found.origins, found.named) == (1, 0)
    assert found.standing == Standing.SINGLE


def test_an_uncredited_sentence_equal_to_a_credited_one_goes_to_that_origin() -> None:
    found = weigh(Told("渡船在离岸两百米处被浪头打翻", "青江海事局"), Told("渡船在离岸两百米处被浪头打翻"))
    assert found.origins == 1
    assert "shared wording" in found.roots[0].reasons


def test_narration_that_names_nobody_is_no_second_origin() -> None:
    found = weigh(Told("翻船已造成3人死亡", "青江海事局"), Told("目前遇难者已达三人"))
    assert found.origins == 1
    assert found.reports == 2


def test_narration_that_credits_another_newsroom_is_an_origin_not_seen() -> None:
    found = weigh(Told("翻船已造成3人死亡", "青江海事局"), Told("目前遇难者已达三人", cites="青江晚报"))
    assert found.origins == 2
    (unseen,) = (root for root in found.roots if root.kind == RootKind.OUTLET)
    assert (unseen.name, unseen.is_seen) == ("青江晚报", False)


def test_a_credit_that_closes_an_item_is_not_for_the_next() -> None:
    desk = Desk(
        [Told("翻船已造成3人死亡", "青江海事局"), Told("目前遇难者已达三人", before="大桥下月通车。（青江晚报）\n")]
    )
    credit = desk.articles[1].text.index("青江晚报")
    at = Citation(id="c", article="a01", start=credit, end=credit + 4, outlet="青江晚报", how="来源")
    desk.citations.append(at)
    assert {root.name for root in desk.one_claim().roots} == {"青江海事局"}


def test_circular_reporting_is_no_origin_and_is_said_so() -> None:
    found = weigh(
        Told("翻船已造成3人死亡", outlet="青江晨报", cites="青江晚报"),
        Told("目前遇难者已达三人", outlet="青江晚报", cites="青江晨报"),
    )
    assert found.origins == 0
    assert any("circular" in reason for root in found.roots for reason in root.reasons)


def test_a_copied_passage_is_one_origin_whoever_is_credited() -> None:
    desk = Desk([Told("翻船已造成3人死亡", "青江海事局"), Told("目前遇难者已达三人", "李明远")])
    passage = Passage(copy=Span(start=0, end=12), original=Span(start=0, end=10))
    reprint = Reprint(
        id="r",
        copy="a01",
        original="a00",
        kind=ReprintKind.VERBATIM,
        direction=Direction.CREDIT,
        coverage=1.0,
        covered=1.0,
        passages=(passage,),
    )
    found = Desk(desk.told, reprints=(reprint,)).one_claim()
    assert found.origins == 1
    assert "copied passage: verbatim" in found.roots[0].reasons


@pytest.mark.parametrize("speaker", ["初步", "他们", "强行离开候船室", "最新"])
def test_a_speaker_that_is_nobody_opens_no_origin(speaker: str) -> None:
    found = weigh(Told("翻船已造成3人死亡", "青江海事局"), Told("目前遇难者已达三人", speaker))
    assert found.origins == 1


def test_who_the_paragraph_has_it_from_is_the_origin_of_its_narration() -> None:
    found = weigh(
        Told("翻船已造成3人死亡", before="记者从青江海事局获悉，"),
        Told("目前遇难者已达三人", before="据青江渡运公司通报，"),
    )
    assert {root.name for root in found.roots} == {"青江海事局", "青江渡运公司"}


def test_a_body_that_writes_of_itself_is_the_origin() -> None:
    found = weigh(Told("翻船已造成3人死亡", "青江海事局"), Told("我公司渡船上三人遇难", title="关于翻船的几点说明"))
    assert {root.voice for root in found.roots} == {"交通部门", "我公司"}


def test_two_bodies_that_say_it_together_are_two_origins() -> None:
    bodies = "青江市卫健委、儿童医院"
    assert weigh(Told("网上清单中的数据不实", bodies, before=f"{bodies}均表示，")).origins == 2


def test_a_father_and_a_villager_sign_nothing_together() -> None:
    found = weigh(Told("孩子常被打骂", "孩子生父和村民"))
    assert [(one.kind, one.name) for one in found.roots] == [
        (RootKind.SPEAKER, "孩子生父"),
        (RootKind.ANONYMOUS, "村民"),
    ]


def test_a_notice_that_two_offices_sign_is_one_origin() -> None:
    assert weigh(Told("翻船已造成3人死亡", "青江县公安局和青江市第一医院")).origins == 1


def test_experts_and_parents_are_nobody_in_particular() -> None:
    speakers = "业内专家和家长"
    assert weigh(Told("评价方式应当转变", speakers, before=f"{speakers}均表示，")).origins == 1


def test_who_denies_is_who_says_so_even_behind_the_words_of_another() -> None:
    found = weigh(Told("渡口予以否认", before="家属称捡河卵石是渡口安排的任务，"))
    assert [one.name for one in found.roots] == ["渡口"]


def test_a_notice_that_two_bodies_sign_is_one_origin() -> None:
    bodies = "青江市卫健委、民政局"
    assert weigh(Told("网上清单中的数据不实", bodies, before=f"{bodies}联合通知，")).origins == 1


def test_a_witness_of_the_outlet_is_an_origin_of_its_own() -> None:
    found = weigh(
        Told("翻船已造成3人死亡", "青江海事局"),
        Told("船上三人已经遇难", outlet="青江晨报", before="本报记者在现场看到，"),
    )
    assert {root.kind for root in found.roots} == {RootKind.SPEAKER, RootKind.WITNESS}


def test_near_words_are_no_second_origin() -> None:
    found = weigh(Told("渡船离岸时已严重超载", "青江海事局"), Told("渡船离岸时就坐满了人，超载很多", "青江渡运公司"))
    assert found.origins == 1
    assert "near words, and not surely the same thing said" in found.roots[0].reasons


def test_an_origin_bears_the_name_of_who_says_it_and_not_of_who_says_something_near() -> None:
    told = Told("渡船离岸时已严重超载", "青江市地方海事管理局"), Told("渡船离岸时就坐满了人，超载很多", "青江渡运公司")
    desk = Desk(told)
    root = desk.one_claim().roots[0]
    assert root.name == "青江渡运公司"  # the claim is told in its words
    assert root.beside == (desk.assertions[0].id,)


@pytest.mark.parametrize(
    ("speakers", "why"),
    [
        (("陆远·卡恩", "Luyuan Kahn"), "two alphabets"),
        (("美国总统费尔莫", "白宫"), "one body: 美国"),
    ],
)
def test_who_may_be_the_same_is_counted_once(speakers: tuple[str, str], why: str) -> None:
    found = weigh(Told("翻船已造成3人死亡", speakers[0]), Told("目前遇难者已达三人", speakers[1]))
    assert found.origins == 1
    assert any(why in reason for reason in found.roots[0].reasons), found.roots


def test_what_an_outlet_prints_of_a_party_that_speaks_is_no_second_origin() -> None:
    found = weigh(Told("翻船已造成3人死亡", "青江县公安局"), Told("警方称目前遇难者已达三人", cites="青江晚报"))
    assert found.origins == 1


def test_what_somebody_wishes_bears_out_no_other_wish() -> None:
    wishes = Desk([Told("愿加强双方高层往来和互利合作", "李明远"), Told("愿同各方增进互利合作，加强往来", "周晓岚")])
    assert not wishes.links()


@pytest.mark.parametrize(
    ("speakers", "why"),
    [
        (("青江县委宣传部", "青江县水务局"), "tells what others found"),
        (("死者的亲属", "死者表姐"), "may be the named one"),
        (("国务院总理", "国家发展改革委"), "one body: 中国"),
    ],
)
def test_who_speaks_for_others_is_no_origin_beside_them(speakers: tuple[str, str], why: str) -> None:
    found = weigh(Told("翻船已造成3人死亡", speakers[0], UNNAMED), Told("目前遇难者已达三人", speakers[1], UNNAMED))
    assert found.origins == 1
    assert any(why in reason for reason in found.roots[0].reasons), found.roots


def test_a_passage_inside_another_is_the_same_passage() -> None:
    desk = Desk([Told("青江海事局称“翻船已造成3人死亡”", "青江海事局")])
    (outer,) = desk.assertions
    desk.assertions.append(replace(outer, id="inner", start=outer.start + 5, statement=None))
    assert desk.one_claim().origins == 1


def test_what_goes_on_behind_a_speech_is_told_after_its_speaker() -> None:
    said = Told("翻船已造成3人死亡", "村民汤有田", UNNAMED)
    desk = Desk([said, Told("目前遇难者已达三人", "青江一院")])
    first, other = desk.assertions
    article = desk.articles[0]
    desk.articles[0] = replace(article, text=article.text + "船上的三人都已遇难。")
    desk.assertions[:] = [
        replace(first, id="later", start=len(article.text), end=len(article.text) + 9, statement=None),
        other,
    ]
    found = desk.one_claim()
    assert {root.name for root in found.roots} == {"村民汤有田", "青江一院"}


def test_what_goes_on_behind_a_speech_within_a_notice_is_the_notice() -> None:
    notice = "青江县公安局通报，渡口居民林某某报案，称"
    desk = Desk([Told("渡船没有靠岸", "林某某", before=notice), Told("目前遇难者已达三人", "青江一院")])
    first, other = desk.assertions
    said, article = desk.statements[0], desk.articles[0]
    outer = replace(said, id="outer", start=0, speaker="青江县公安局", cue="通报", cue_span=Span(start=6, end=8))
    desk.statements.append(replace(outer, content=(Span(start=9, end=len(article.text) - 1),)))
    desk.articles[0] = replace(article, text=article.text + "船上的三人都已遇难。")
    later = replace(first, id="later", start=len(article.text), end=len(article.text) + 9, statement=None)
    desk.assertions[:] = [later, other]
    assert {root.name for root in desk.one_claim().roots} == {"青江县公安局", "青江一院"}


def test_two_departments_and_nobody_in_their_words_are_the_two_that_are_named() -> None:
    found = weigh(
        Told("渡口翻船已造成3人死亡，两人失联", "两部门", UNNAMED),
        Told("渡口翻船已造成3人死亡，两人失联", "有人", ANONYMOUS),
        Told("目前遇难者已达三人", "国家发展改革委、国家能源局"),
    )
    assert found.origins == 1
    assert found.roots[0].name == "国家发展改革委、国家能源局"


def test_what_an_office_has_told_is_known_from_it() -> None:
    found = weigh(Told("翻船已造成3人死亡", before="据青江县公安局告知，"), Told("目前遇难者已达三人", "青江一院"))
    assert {root.name for root in found.roots} == {"青江县公安局", "青江一院"}


def test_who_is_quoted_by_the_police_is_known_from_the_police() -> None:
    notice = "青江县公安局发布通报称，渡口居民林某某报案，称"
    found = weigh(Told("翻船已造成3人死亡", "青江县公安局"), Told("目前遇难者已达三人", "林某某", before=notice))
    assert found.origins == 1
    assert "known from who quotes it" in found.roots[0].reasons


def test_what_an_authority_does_is_known_from_it() -> None:
    found = weigh(Told("船主已被青江县公安局刑事拘留"), Told("船主被刑拘了", "船主妻子", UNNAMED))
    assert {root.voice for root in found.roots} == {"警方", "家属"}


def test_a_threat_is_told_by_who_tells_the_rest() -> None:
    desk = Desk([Told("你再喊就打死你", "船主", before="乘客称，船主威胁说，")])
    desk.statements[0] = replace(desk.statements[0], cue="威胁说")
    assert {root.kind for root in desk.one_claim().roots} == {RootKind.OUTLET}


def test_what_a_first_inquiry_found_is_said_by_who_tells_it() -> None:
    found = weigh(Told("翻船已造成3人死亡", "青江海事局", before="青江海事局通报，经初步调查，"))
    assert [root.name for root in found.roots] == ["青江海事局"]


def test_whose_office_stands_only_before_his_name_speaks_for_his_firm() -> None:
    said = Told("翻船已造成3人死亡", "李明远", before="渡鸥首席执行官李明远在电话会上介绍，")
    found = weigh(said, Told("目前遇难者已达三人", "渡鸥", UNNAMED, before="渡鸥发布公告。渡鸥称，"))
    assert found.origins == 1
    assert any("branches and spokesmen" in reason for reason in found.roots[0].reasons), found.roots


def test_talk_inside_a_firm_is_no_origin_beside_the_firm_by_its_bare_name() -> None:
    named = Told("目前遇难者已达三人", "万渡", UNNAMED, before="万渡发布公告。万渡称，")
    found = weigh(Told("翻船已造成3人死亡", "公司内部有传闻", ANONYMOUS), named)
    assert found.origins == 1
    assert any("an unnamed voice of 企业" in reason for reason in found.roots[0].reasons), found.roots


def test_of_newsrooms_that_print_one_text_the_first_names_the_root() -> None:
    for first, second in (("wanbao", "chenbao"), ("chenbao", "wanbao")):
        found = weigh(Told("翻船已造成3人死亡", outlet=first), Told("翻船已造成3人死亡", outlet=second))
        assert [root.name for root in found.roots] == [first]


def test_where_somebody_wrote_is_no_name() -> None:
    said = Told("确认北国外长将访问南国", before="北国外交部发言人何青29日在社交媒体平台发布消息，")
    assert [root.name for root in weigh(said).roots] == ["北国外交部发言人何青"]


def test_what_a_passage_itself_has_from_somebody_is_his() -> None:
    passed_on = weigh(
        Told("据警方告知，翻船已造成3人死亡", "遇难者家属", UNNAMED), Told("目前遇难者已达三人", "青江县公安局")
    )
    assert (passed_on.origins, passed_on.roots[0].name) == (1, "青江县公安局")
    suspected = weigh(
        Told("遇难者家属怀疑船家隐瞒了3人死亡", "议员李明远"), Told("船家隐瞒了3人死亡", "遇难者家属", UNNAMED)
    )
    assert suspected.origins == 1


def test_a_woman_who_writes_is_the_woman_with_a_name() -> None:
    found = weigh(
        Told("翻船已造成3人死亡", "一位女性网友", SpeakerKind.ANONYMOUS), Told("目前遇难者已达三人", "山城王女士")
    )
    assert found.origins == 1


def test_what_a_reporter_learns_on_the_spot_is_the_outlets_own() -> None:
    found = weigh(
        Told("翻船已造成3人死亡", before="5月2日，记者从现场了解到，救援仍在进行，", outlet="chenbao.example")
    )
    assert [root.kind for root in found.roots] == [RootKind.WITNESS]


def test_an_authority_that_already_acts_frames_nothing() -> None:
    found = weigh(Told("翻船已造成3人死亡", before="目前公安机关已经介入调查，"))
    assert all(root.name != "介入" for root in found.roots)


def test_a_paper_named_in_marks_is_the_same_paper_in_a_circle() -> None:
    told = [
        Told("据《青江晚报》报道，渡口将裁撤一千人", outlet="青江晨报", cites="《青江晚报》"),
        Told("据青江晨报报道，渡口将裁撤一千人", outlet="青江晚报", cites="青江晨报"),
    ]
    found = weigh(*told)
    assert found.origins == 0


def test_two_that_name_the_same_newsroom_are_no_newsroom() -> None:
    told = [
        Told("目前遇难者已达三人", outlet="青江晨报", cites="青江晚报"),
        Told("翻船已造成3人死亡", outlet="拾潮网", cites="青江晚报"),
    ]
    (root,) = weigh(*told).roots
    assert root.reasons == ("both go back to 青江晚报",)


def test_a_rumour_called_untrue_is_no_origin_of_its_denial() -> None:
    found = weigh(Told("网传翻船致五人遇难系谣言", "青江海事局"), Told("昨晚网传渡口翻船造成5人遇难为不实信息"))
    assert [root.name for root in found.roots] == ["青江海事局"]


def test_a_speaker_whom_only_an_unseen_outlet_heard_is_not_seen() -> None:
    told = [
        Told("谈判将在周五重开", "青江海事局", outlet="青江晨报", via="青江晚报"),
        Told("谈判周五在维也纳重开", "青江海事局", outlet="拾潮网", via="青江晚报"),
    ]
    (root,) = weigh(*told).roots
    assert (root.name, root.is_seen) == ("青江海事局", False)
    own = Told("谈判将在周五重开", "青江海事局", outlet="青江晚报")
    assert all(root.is_seen for root in weigh(*told, own).roots)


def test_the_outlets_of_a_circle_have_been_seen() -> None:
    told = [
        Told("渡口将裁撤一千人", outlet="青江晨报", cites="青江晚报"),
        Told("渡口将裁撤一千人", outlet="青江晚报", cites="青江晨报"),
    ]
    assert [root.is_seen for root in weigh(*told).roots] == [True]
