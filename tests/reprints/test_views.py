"""What a copy changed, and what stands against a label."""

from __future__ import annotations

from suyuan.records import Article
from suyuan.reprints import EditKind, EditPart, Verdict, audit, diff
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
