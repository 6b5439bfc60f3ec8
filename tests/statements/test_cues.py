"""Every row of the cue table carries its own proof."""

from __future__ import annotations

import pytest

from suyuan import statements
from suyuan.statements.cues import CUES, Cue
from tests.statements.articles import article


@pytest.mark.parametrize("cue", CUES, ids=lambda cue: cue.word)
def test_the_example_of_a_cue_is_a_statement_with_that_cue(cue: Cue) -> None:
    made = statements.quote(article(cue.example), ())
    assert any(cue.word in one.cue or one.cue in cue.word for one in made), [one.cue for one in made]


def test_no_word_stands_twice_in_the_table() -> None:
    words = [cue.word for cue in CUES]
    assert len(words) == len(set(words))


SILENT = [
    # what merely looks like a cue
    "这座城市又名称心城。",
    "这本小说很畅销。",
    "一般来说，雨季从五月开始。",
    "他被称为云州的活地图。",
    "新规符合各方的要求。",
    "工程师在图纸上标出名称。",
    "远山公司对遇难者家属表示歉意。",
    "云州市政府对此表示欢迎。",
    "医院宣布死亡。",
    # what was not said, or not yet
    "林远没有透露具体数字。",
    "林远拒绝说明原因。",
    "总理何青将于11日宣布改革方案。",
    "公司未回应。",
    # an act, not a content
    "家属提出赔偿要求，均被拒绝。",
    "这种担心完全多余。",
    # the author is nobody
    "我认为，这件事没有这么简单。",
    "■遗失声明：云州某某公司遗失公章一枚，声明作废。",
]


@pytest.mark.parametrize("text", SILENT)
def test_what_is_no_report_of_speech_gives_no_statement(text: str) -> None:
    assert statements.quote(article(text), ()) == ()
