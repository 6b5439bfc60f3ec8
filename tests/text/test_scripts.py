"""How much of a text is written in a script."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from suyuan.text import HAN, HANGUL, KANA, written_in


def test_marks_and_letters_of_other_scripts_are_not_counted() -> None:
    assert [written_in(script, "山谷，やま (valley) 계곡 𠮷\ud800") for script in (HAN, KANA, HANGUL)] == [2, 2, 2]


@given(st.text(st.characters(min_codepoint=0x3000, max_codepoint=0xA000)))
def test_counting_is_what_a_search_would_find(text: str) -> None:
    assert written_in(HAN, text) == len(re.findall(r"[\u4e00-\u9fff]", text))
