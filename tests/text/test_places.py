"""A marked passage is found again by its words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from suyuan.text import find_place

TEXT = "周明说：“我们没有收到通知。”记者追问。\n吴岚说：“我们没有收到通知。”她没有再说。"

CASES = {
    "the only place needs nothing around it": (TEXT, "她没有再说", "", "", "她没有再说"),
    "of two places the one whose neighbours agree": (TEXT, "我们没有收到通知", "吴岚说：“", "。”她没有", "我们没有收到通知"),
    "words that are gone are not found": (TEXT, "我们收到了通知", "", "", None),
    "no words are no place": (TEXT, " ", "", "", None),
    "traditional characters are the same words": ("主席稱：「風勢轉強」。", "主席称：“风势转强”", "", "", "主席稱：「風勢轉強」"),
    "a line break is not a change": ("风势\n转强，停课", "风势转强", "", "，停课", "风势\n转强"),
}  # fmt: skip


@pytest.mark.parametrize(("text", "exact", "prefix", "suffix", "found"), CASES.values(), ids=CASES)
def test_a_passage_is_found_by_its_words(text: str, exact: str, prefix: str, suffix: str, found: str | None) -> None:
    place = find_place(text, exact, prefix, suffix)
    assert (text[slice(*place)] if place else None) == found


def test_the_second_of_two_equal_passages_is_told_by_what_stands_before_it() -> None:
    assert find_place(TEXT, "我们没有收到通知", "吴岚说：“", "") == (TEXT.rindex("我们"), TEXT.rindex("。”她"))


def test_of_several_places_that_nothing_speaks_for_none_is_taken() -> None:
    assert find_place("好。好。", "好", "旧稿：", "！完") is None


def test_of_equals_the_earliest_is_taken() -> None:
    assert find_place("好。好。", "好") == (0, 1)


@given(st.text(max_size=60), st.integers(0, 60), st.integers(1, 20))
def test_every_passage_is_found_in_the_text_it_was_taken_from(text: str, at: int, size: int) -> None:
    exact = text[at : at + size]
    place = find_place(text, exact, text[max(0, at - 32) : at], text[at + size : at + size + 32])
    assert (text[slice(*place)] if place else "") == (exact if exact.strip() else "")
