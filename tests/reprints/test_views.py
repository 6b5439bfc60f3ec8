"""What a copy changed, and what stands against a label."""

from __future__ import annotations

import pytest

from suyuan.records import Article
from suyuan.reprints import EditKind, EditPart, Lender, Verdict, audit, diff, habits, parents, tally
from tests.reprints.newsroom import OTHER, REPORT, article, later, link

ORIGINAL = article(
    "某某日报临河5月6日电（记者 张三）\n" + REPORT, id="original", outlet="moumou.example", title="青石桥裂了"
)


def edits(copy: Article) -> list[tuple[EditKind, EditPart, str | None, str | None]]:
    found = link(ORIGINAL, copy)
    assert found is not None and found.copy == copy.id
    return [(edit.kind, edit.part, edit.before, edit.after) for edit in diff(copy, ORIGINAL, found)]


def test_a_copy_shows_its_headline_its_number_and_what_became_of_the_credit() -> None:
    copy = article(REPORT.replace("三百多名", "五百多名") + "来源：某某日报", id="copy", title="震惊！百年石桥裂了")
    assert edits(copy) == [
        (EditKind.CHANGED, EditPart.HEADLINE, "青石桥裂了", "震惊！百年石桥裂了"),
        (EditKind.CUT, EditPart.CREDIT, "某某日报临河5月6日电（记者 张三", None),
        (EditKind.CHANGED, EditPart.NUMBER, "三", "五"),
        (EditKind.ADDED, EditPart.CREDIT, None, "来源：某某日报"),
    ]


def test_a_cut_paragraph_and_an_added_one_are_told_apart() -> None:
    lines = REPORT.split("\n")
    copy = article(
        "\n".join([lines[0], lines[2], lines[3], OTHER.split("\n")[0]]) + "\n来源：某某日报",
        id="copy",
        title="青石桥裂了",
    )
    kinds = [(kind, part) for kind, part, _, _ in edits(copy) if part is EditPart.WORDS]
    assert kinds == [(EditKind.CUT, EditPart.WORDS), (EditKind.ADDED, EditPart.WORDS)]


def test_a_changed_name_is_shown_as_a_name() -> None:
    original = article(
        REPORT + "桥头杂货铺的店主名叫张建国，今年六十一岁，在这里守了大半辈子，谁家有事都来找他帮忙。",
        id="original",
        outlet="moumou.example",
    )
    copy = article(original.text.replace("张建国", "李卫东") + "来源：某某日报", id="copy")
    found = link(original, copy)
    assert found is not None
    assert [edit.part for edit in diff(copy, original, found) if edit.kind is EditKind.CHANGED] == [EditPart.NAME]


BRIDGE = (
    "三孔石桥的中段上周塌下一角，河里的块石堆成了一道浅滩，水声比往年大了许多，夜里隔着两条街也听得见。\n"
    "县里请来的石匠刘大山说要先把桥墩扶正，再换三十二块拱石，工钱按天算，石料从邻县的老采石场运来，前后一百天。\n"
    "学生绕行下游的公路桥，公交公司为此加开了四趟早班车，司机们四点半就要起床，家长都说孩子总算不用摸黑走路了。\n"
)
CHANGES = [
    # words of the original, of the copy, what was done, to what, before, after
    ("三十二块拱石", "二十八块拱石", EditKind.CHANGED, EditPart.NUMBER, "三十二", "二十八"),
    ("石匠刘大山说", "石匠李小川说", EditKind.CHANGED, EditPart.NAME, "刘大山", "李小川"),
    ("家长都说孩子总算不用摸黑走路了", "家长十分满意", EditKind.CHANGED, EditPart.WORDS, "都说孩子总算不用摸黑走路了", "十分满意"),
    ("水声比往年大了许多，夜里隔着两条街也听得见", "水声比往年大了许多", EditKind.CUT, EditPart.WORDS, "夜里隔着两条街也听得见", None),
    ("前后一百天。", "前后一百天，比预想的快。", EditKind.ADDED, EditPart.WORDS, None, "比预想的快"),
]  # fmt: skip


@pytest.mark.parametrize(("said", "made", "kind", "part", "before", "after"), CHANGES)
def test_a_small_change_is_shown_by_itself(
    said: str, made: str, kind: EditKind, part: EditPart, before: str | None, after: str | None
) -> None:
    original = article(BRIDGE, id="original", outlet="moumou.example")
    copy = article(BRIDGE.replace(said, made) + "来源：某某日报", id="copy")
    assert copy.text != BRIDGE + "来源：某某日报"
    found = link(original, copy)
    assert found is not None
    made_edits = [edit for edit in diff(copy, original, found) if edit.part is not EditPart.CREDIT]
    assert [(edit.kind, edit.part, edit.before, edit.after) for edit in made_edits] == [(kind, part, before, after)]
    assert all(edit.copy is None or copy.text[edit.copy.start : edit.copy.end] == edit.after for edit in made_edits)


def test_what_a_copy_did_is_summed_up() -> None:
    original = article(BRIDGE, id="original", outlet="moumou.example", title="石桥塌角")
    text = BRIDGE.replace("三十二块", "二十八块").replace("，夜里隔着两条街也听得见", "") + "来源：某某日报"
    copy = article(text, id="copy", title="百年石桥塌了")
    found = link(original, copy)
    assert found is not None
    told = tally(diff(copy, original, found))
    assert (told.cut, told.added, told.numbers, told.names) == (14, 3, 1, 0)
    assert told.is_headline_new and told.is_credit_touched


def test_a_dateline_and_what_stands_in_its_place_are_credits() -> None:
    original = article("某某日报临河5月6日电（记者 张三）" + BRIDGE, id="original", outlet="moumou.example")
    copy = article("据某某日报报道，" + BRIDGE + "责任编辑：李四", id="copy", outlet="linhe.example")
    found = link(original, copy)
    assert found is not None
    assert [(edit.kind, edit.part, edit.after) for edit in diff(copy, original, found)] == [
        (EditKind.CHANGED, EditPart.CREDIT, "据某某日报报道"),
        (EditKind.ADDED, EditPart.CREDIT, "责任编辑：李四"),
    ]


def test_the_page_of_a_paper_is_no_part_of_its_headline() -> None:
    original = article(BRIDGE, id="original", outlet="moumou.example", title="石桥塌角 学生绕行")
    copy = article(BRIDGE + "来源：某某日报", id="copy", title="03版 - 石桥塌角 学生绕行")
    found = link(original, copy)
    assert found is not None
    assert [edit.part for edit in diff(copy, original, found)] == [EditPart.CREDIT]


def test_a_label_of_originality_is_checked_against_earlier_texts() -> None:
    copy = article(REPORT + "来源：某某日报", id="copy", is_original=True)
    found = link(ORIGINAL, copy)
    assert found is not None
    assert audit(copy, (found,)).verdict is Verdict.CONTRADICTED and audit(copy, (found,)).against == ("original",)
    assert audit(copy, ()).verdict is Verdict.UNCONTRADICTED
    assert audit(ORIGINAL, (found,)).verdict is Verdict.UNLABELLED


def test_two_like_texts_that_nothing_orders_leave_a_doubt() -> None:
    one, other = article(REPORT, id="one", is_original=True), article(REPORT, id="other", at=later(5))
    found = link(one, other)
    assert found is not None and audit(one, (found,)).verdict is Verdict.DOUBTFUL


def test_each_paragraph_of_a_page_put_together_has_its_own_parent() -> None:
    first = article(REPORT, id="first", outlet="moumou.example")
    second = article(OTHER, id="second", outlet="donghai.example")
    own = "两件事隔着一座山，却让县里同时忙了起来，值班室的灯到后半夜还亮着。"
    digest = article(
        f"{REPORT.split(chr(10))[0]}\n{own}\n{OTHER.split(chr(10))[1]}\n据某某日报、东海社报道", id="digest", outlet="baichuan.example", at=later(300)
    )  # fmt: skip
    links = tuple(found for one in (first, second) if (found := link(one, digest)))
    assert [parent.article for parent in parents(digest, links)][:3] == ["first", None, "second"]
    assert all(parent.article is None for parent in parents(first, links))


def test_what_an_outlet_runs_adds_up_to_its_habits() -> None:
    paper = article(REPORT, id="paper", outlet="某某日报", is_original=True)
    evening = article("临河晚报记者看到，" + OTHER, id="evening", outlet="临河晚报")
    said = article(REPORT + "来源：某某日报", id="said", outlet="m.portal.example", at=later(60))
    silent = article(OTHER, id="silent", outlet="m.portal.example", at=later(90), is_original=True)
    plain = article("雨下了一夜。", id="plain", outlet="m.portal.example")
    links = tuple(found for pair in ((paper, said), (evening, silent)) if (found := link(*pair)))
    of = habits((said, silent, plain), (paper, evening), links)
    assert (of.articles, of.copied, of.credited, of.shared, of.labelled) == (3, 2, 1, 0, 1)
    assert of.lenders == (Lender("临河晚报", 1, 0), Lender("某某日报", 1, 1))
    assert [one.article for one in of.contradicted] == ["silent"] and 0.3 <= of.own_text <= 0.4
    assert habits((paper,), (said,), links).copied == 0 and habits((), (), ()).own_text == 1.0
