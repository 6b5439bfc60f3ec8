"""Who took text over from whom."""

from __future__ import annotations

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


def test_the_order_of_the_two_does_not_matter() -> None:
    for other in (
        article(REPORT + "来源：某某日报", id="copy"),
        article(REPORT, id="zz"),
        article(REPORT, id="aa", at=None),
    ):
        assert link(ORIGINAL, other) == link(other, ORIGINAL)
