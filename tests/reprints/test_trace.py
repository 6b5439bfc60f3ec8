"""Who took text over from whom."""

from __future__ import annotations

from dataclasses import replace

import pytest

from suyuan.records import COPY, Direction, Precision, ReprintKind
from suyuan.text import letters
from tests.reprints.newsroom import NOTICE, OTHER, REPORT, article, later, link

ORIGINAL = article(REPORT, id="original", outlet="moumou.example", title="青石桥裂了")


def test_a_page_that_credits_the_paper_is_its_copy() -> None:
    found = link(ORIGINAL, article(REPORT + "来源：某某日报", id="copy", at=later(60)))
    assert found is not None and (found.copy, found.original) == ("copy", "original")
    assert found.kind is ReprintKind.VERBATIM and found.direction is Direction.CREDIT
    assert found.is_credited and found.coverage == 1.0 and found.evidence == ("credits 某某日报",)


def test_a_credit_weighs_more_than_a_clock() -> None:
    found = link(ORIGINAL, article("据某某日报消息，" + REPORT, id="copy", at=later(-300)))
    assert found is not None and found.copy == "copy" and found.direction is Direction.CREDIT


def test_a_reporters_line_left_standing_tells_the_original() -> None:
    found = link(ORIGINAL, article(REPORT + "（某某日报记者 张三）", id="copy"))
    assert found is not None and found.copy == "copy" and found.direction is Direction.DATELINE


def test_two_portals_with_one_wire_text_have_a_common_source() -> None:
    one, other = (
        article(REPORT + "来源：东海社", id=name, outlet=f"{name}.example", at=later(minutes))
        for name, minutes in (("one", 0), ("other", 90))
    )
    found = link(one, other)
    assert found is not None and found.kind in COPY and found.direction is Direction.COMMON


CLOCKS = [
    # minutes later, precision, what may be said
    (90, Precision.MINUTE, Direction.TIME),
    (8, Precision.MINUTE, Direction.UNDETERMINED),
    (-60 * 24 * 700, Precision.MINUTE, Direction.UNDETERMINED),
    (65, Precision.HOUR, Direction.TIME),
    (3000, Precision.DAY, Direction.UNDETERMINED),
]


@pytest.mark.parametrize(("minutes", "precision", "direction"), CLOCKS)
def test_clocks_order_only_what_they_can(minutes: int, precision: Precision, direction: Direction) -> None:
    found = link(article(REPORT, id="one"), article(REPORT, id="other", at=later(minutes), precision=precision))
    assert found is not None and found.direction is direction


def test_without_any_time_nothing_is_guessed() -> None:
    found = link(article(REPORT, id="one", at=None), article(REPORT, id="other", at=None))
    assert found is not None and found.direction is Direction.UNDETERMINED


def test_an_earlier_page_that_leans_on_another_newsroom_is_no_original() -> None:
    found = link(article("据东海社报道，茶园减产。" + REPORT, id="one"), article(REPORT, id="other", at=later(90)))
    assert found is not None and found.direction in (Direction.COMMON, Direction.UNDETERMINED)


def test_ten_reports_of_one_notice_are_not_copies_of_each_other() -> None:
    one = article(
        f"城关镇一仓库昨天清晨冒起浓烟，附近居民一度十分紧张，多人拍下视频。临河县发布通报称，{NOTICE}\n{REPORT}",
        id="one",
    )
    other = article(f"{OTHER}\n据临河县应急管理局官方微博消息，{NOTICE}", id="other")
    found = link(one, other)
    assert found is not None and found.kind is ReprintKind.QUOTED and found.kind not in COPY


def test_a_notice_that_only_one_side_names_is_a_notice_in_both() -> None:
    found = link(article(NOTICE, id="bare"), article(f"{OTHER}\n临河县发布通报称，{NOTICE}", id="other"))
    assert found is not None and found.kind is ReprintKind.QUOTED


def test_a_notice_reposted_whole_is_a_copy_of_that_notice() -> None:
    found = link(article(f"据临河县官方微博消息，{NOTICE}", id="one"), article(NOTICE, id="other", at=later(90)))
    assert found is not None and found.kind is ReprintKind.VERBATIM and found.direction is Direction.COMMON


def test_one_lifted_paragraph_is_background() -> None:
    found = link(ORIGINAL, article(OTHER + REPORT.split("\n")[1] + "\n" + OTHER.replace("茶", "桑"), id="other"))
    assert found is not None and found.kind is ReprintKind.BACKGROUND


def test_two_reports_of_different_things_have_no_link() -> None:
    assert link(ORIGINAL, article(OTHER, id="other")) is None


def test_a_shared_copyright_note_is_no_link() -> None:
    note = "版权声明：凡本网注明来源的作品，版权均属于本网，未经本网授权不得转载、摘编或利用其它方式使用上述作品。\n"
    assert link(article(OTHER + note, id="one"), article(REPORT + note, id="other")) is None


def test_half_of_a_report_is_an_abridged_copy() -> None:
    half = "\n".join(REPORT.split("\n")[:2]) + "\n来源：某某日报"
    found = link(ORIGINAL, article(half, id="copy"))
    assert found is not None and found.kind is ReprintKind.ABRIDGED and found.covered < found.coverage


def test_a_digest_that_holds_a_report_is_extended() -> None:
    found = link(ORIGINAL, article(REPORT + OTHER + "来源：某某日报", id="copy"))
    assert found is not None and found.kind is ReprintKind.EXTENDED


def test_traditional_characters_hide_no_copy() -> None:
    found = link(
        article("記者沿河走訪發現，橋墩根部的塊石已有鬆動，河水退去後露出的基礎被掏空近半米。", id="one"),
        article("记者沿河走访发现，桥墩根部的块石已有松动，河水退去后露出的基础被掏空近半米。", id="other"),
    )
    assert found is not None and found.kind is ReprintKind.VERBATIM


def test_passages_are_the_same_words_on_both_sides() -> None:
    copy = article(REPORT.replace("两指宽", "三指宽").replace("，", ",") + "来源：某某日报", id="copy")
    found = link(ORIGINAL, copy)
    assert found is not None and len(found.passages) >= 2
    for passage in found.passages:
        ours = copy.text[passage.copy.start : passage.copy.end]
        theirs = ORIGINAL.text[passage.original.start : passage.original.end]
        assert letters(ours) == letters(theirs) and len(letters(ours)) >= 12


def test_two_newsrooms_that_sign_the_same_words_were_handed_them() -> None:
    found = link(
        article("某某日报临河5月6日电（记者 张三）" + REPORT, id="one", outlet="moumou.example"),
        article("本报讯（记者 李四）" + REPORT, id="other", outlet="linhe.example", at=later(90)),
    )
    assert found is not None and found.kind in COPY
    assert found.direction is Direction.COMMON and found.evidence == ("both sign it",)


def test_a_clock_does_not_make_a_signed_report_a_copy() -> None:
    found = link(
        article(REPORT, id="one"),
        article("本报讯（记者 李四）" + REPORT, id="other", outlet="linhe.example", at=later(90)),
    )
    assert found is not None and found.direction is Direction.UNDETERMINED


def test_what_a_public_body_told_everybody_is_ordered_by_no_clock() -> None:
    told = "记者从临河县住建局获悉，青石桥将封闭三个月。\n"
    found = link(article(told + REPORT, id="one"), article(told + REPORT, id="other", at=later(90)))
    assert found is not None and found.direction is Direction.COMMON and found.evidence == ("document",)


def test_a_page_put_together_from_reports_may_have_it_from_any_of_them() -> None:
    found = link(article(REPORT, id="one"), article("综合报道：" + REPORT, id="other", at=later(90)))
    assert found is not None and found.direction is Direction.UNDETERMINED


@pytest.mark.parametrize("url", ["https://linhe.example/a/1.html", "http://linhe.example/a/1.html?spm=x#top"])
def test_two_readings_of_one_page_are_no_copies_of_each_other(url: str) -> None:
    first = article(REPORT, id="one", outlet="linhe.example", url="https://linhe.example/a/1.html")
    second = article(REPORT.replace("三百多名", "五百多名"), id="other", outlet="linhe.example", url=url, at=later(5))
    found = link(first, second)
    assert found is not None and found.kind is ReprintKind.REVISION and found.kind not in COPY
    assert (found.copy, found.direction) == ("other", Direction.TIME)


def test_an_address_that_every_item_of_a_feed_has_makes_no_revision() -> None:
    front = "https://linhe.example/"
    one = article(REPORT, id="one", outlet="linhe.example", url=front)
    found = link(one, article(OTHER + REPORT[:60], id="other", outlet="linhe.example", url=front))
    assert found is None


def test_a_house_that_repeats_its_background_has_not_copied_itself() -> None:
    background = REPORT.replace("\n", "")
    one = article(OTHER + background, id="one", outlet="linhe.example")
    other = article(
        "县里昨天公布了修桥的图纸，工期定在秋天，预算比去年多出一倍，争论还没有停下来，"
        "几位石匠已经从外地赶来，说这样的老桥一年修不完，河工们却盼着赶在汛期之前合龙。" + background,
        id="other",
        outlet="linhe.example",
        at=later(600),
    )
    found = link(one, other)
    assert found is None
    elsewhere = link(one, replace(other, outlet="lower.example"))
    assert elsewhere is not None and elsewhere.kind in COPY


def test_words_of_spaced_scripts_count_once() -> None:
    """Names and set phrases of a language with spaces are long in letters, and prove nothing."""
    one = "The Democratic congresswoman from Linhe was sprayed with an unknown substance at a town hall on Tuesday evening, witnesses said."
    other = "An unknown substance forced the Democratic congresswoman to leave; police in Linhe later held a man aged forty for questioning."
    assert link(article(one, id="one"), article(other, id="other")) is None
    found = link(article(one, id="one"), article(f"{one} Updated.", id="other"))
    assert found is not None and found.kind is ReprintKind.VERBATIM
    assert found.passages[0].copy.end == len(one) - 1


def test_an_agency_under_a_picture_did_not_write_the_report() -> None:
    picture = "临河县县长李四（左二）查看青石桥。（东海社）\n"
    found = link(
        article(picture + REPORT, id="one", outlet="linhe.example"), article(REPORT, id="other", at=later(-90))
    )
    assert found is not None and found.direction is Direction.TIME


def test_a_notice_that_a_page_credits_as_a_whole_to_a_newsroom_is_from_there() -> None:
    paper = article(f"某某日报临河5月6日电 临河县发布通报称，{NOTICE}\n{REPORT}", id="paper", outlet="moumou.example")
    portal = article(
        f"临河县发布通报称，{NOTICE}\n来源：某某日报", id="portal", outlet="m.portal.example", at=later(-30)
    )
    found = link(paper, portal)
    assert found is not None and found.kind in COPY and (found.copy, found.is_credited) == ("portal", True)
    silent = link(paper, article(f"临河县发布通报称，{NOTICE}", id="silent", outlet="m.portal.example"))
    assert silent is not None and silent.kind is ReprintKind.QUOTED


def test_a_portal_that_runs_a_signed_report_later_took_it() -> None:
    told = "记者从临河县住建局获悉，青石桥将封闭三个月。\n"
    signed = article("某某日报临河5月6日电（记者 张三）" + told + REPORT, id="signed", outlet="moumou.example")
    found = link(signed, article(told + REPORT, id="portal", outlet="m.portal.example", at=later(60)))
    assert found is not None and (found.copy, found.direction) == ("portal", Direction.TIME)


def test_a_page_put_together_of_two_newsrooms_texts_is_merged() -> None:
    lines = OTHER.split("\n")
    text = f"老张对某某日报记者说，桥是昨天裂的。{REPORT}（东海社记者 李四）{lines[0]}{lines[1]}{lines[2]}"
    found = link(ORIGINAL, article(text, id="copy", outlet="m.portal.example", at=later(60)))
    assert found is not None and found.copy == "copy" and found.kind is ReprintKind.MERGED and found.kind in COPY


def test_a_list_beside_two_articles_makes_them_no_copies() -> None:
    beside = REPORT.replace("。", "")[:150]
    one = article(
        f"{beside}他今天回到村里，母亲在门口等了整整一个上午，鞭炮放了半条街。",
        id="one",
        outlet="m.portal.example",
        title="状元回乡：十年寒窗终成名",
    )
    other = article(
        f"{beside}雨一直下到天亮，河水漫过堤脚，值守的人换了三班岗还没有合眼。",
        id="other",
        outlet="m.portal.example",
        title="台风红色预警继续发布",
    )
    assert link(one, other) is None
    assert link(one, replace(other, title=one.title)) is not None


def test_what_was_said_before_all_newsrooms_is_nobodys_own() -> None:
    said = "5月6日，临河县人民政府新闻办公室举行青石桥情况发布会。\n"
    told = "副县长王五在会上说，桥墩块石松动，基础被掏空近半米。\n下一步将请文物部门制定修缮方案，学生绕行期间增开两趟校车，费用由县财政承担，家长不必另外交钱。\n"
    one = article(said + told + OTHER, id="one")
    other = article("桥头的灯亮了一夜，老张也站了一夜，他说睡不着。\n" + said + told, id="other", at=later(90))
    found = link(one, other)
    assert found is not None and found.kind is ReprintKind.QUOTED


def test_one_sentence_in_two_lines_of_news_is_no_copy() -> None:
    sentence = "住在桥头的居民最先看到桥面中段那道两指宽的裂缝，当晚就报告了县里。"
    one = article(f"{sentence}今天县里请来石匠，打算把桥墩重新砌一遍，大约需要三个月。", id="one")
    other = article(f"{sentence}学校已经改了校车路线，家长们说孩子每天要早起半个钟头呢。", id="other", at=later(90))
    found = link(one, other)
    assert found is None or found.kind not in COPY


def test_the_order_of_the_two_does_not_matter() -> None:
    for other in (
        article(REPORT + "来源：某某日报", id="copy"),
        article(REPORT, id="zz"),
        article(REPORT, id="aa", at=None),
    ):
        assert link(ORIGINAL, other) == link(other, ORIGINAL)


def test_the_clock_of_an_agencys_site_says_nothing() -> None:
    paper = article(REPORT, id="paper", outlet="moumou.example")
    for outlet, direction in (("donghai.example", Direction.UNDETERMINED), ("linhe.example", Direction.TIME)):
        found = link(paper, article(REPORT, id="other", outlet=outlet, at=later(90)))
        assert found is not None and found.direction is direction
