"""Spellings of one thing are folded to one, each character by itself."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from suyuan.text import fold

MIXED = st.text(
    st.one_of(st.sampled_from("國際ＡＢ「」Ａz，,1１·ABC龍后中国"), st.characters(max_codepoint=0xFFFF)), max_size=90
)


def test_widths_case_and_script_are_folded_and_chinese_marks_stay() -> None:
    assert fold("Ａ股「國際」，Ｎo. １") == "a股“国际”，no. 1"


@given(MIXED)
def test_a_text_is_folded_character_by_character(text: str) -> None:
    assert fold(text) == "".join(map(fold, text))
