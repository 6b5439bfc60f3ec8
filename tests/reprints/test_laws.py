"""What holds for any text."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from suyuan.reprints import AT_LEAST, diff, keys, origin, prepare, trace
from suyuan.reprints.align import _as_there, _chosen, _runs, at_most, common
from suyuan.reprints.keys import SIZE, WINDOW
from suyuan.text import letters
from tests.reprints.newsroom import OUTLETS, REPORT, article

# Words that rules look for, among letters, marks and anything.
WORDS = st.sampled_from(
    [
        "据",
        "来源：",
        "记者",
        "某某日报",
        "（",
        "）",
        "“",
        "”",
        '"',
        "表示，",
        "通报称，",
        "如下：",
        "\n",
        "。",
        "，",
        "青石桥裂了",
        "5月6日",
        "电",
        "獲悉",
        "\ud800",
        "　",
    ]
)
TEXTS = st.lists(st.one_of(WORDS, st.text(max_size=12)), max_size=60).map("".join)
FEW = settings(max_examples=80, deadline=None)


@FEW
@given(TEXTS, TEXTS, TEXTS)
def test_links_of_any_texts_are_sound(head: str, middle: str, tail: str) -> None:
    one, other = article(head + middle + REPORT, id="one"), article(REPORT + middle + tail, id="other", at=None)
    a, b = (prepare(each, (), outlets=OUTLETS) for each in (one, other))
    found = trace(a, b)
    assert found == trace(b, a) == trace(a, b)
    if found is None:
        return
    copy, original = (one, other) if found.copy == "one" else (other, one)
    assert 0 <= found.coverage <= 1 and 0 <= found.covered <= 1
    for passage in found.passages:
        assert 0 <= passage.copy.start < passage.copy.end <= len(copy.text)
        assert 0 <= passage.original.start < passage.original.end <= len(original.text)
    for edit in diff(copy, original, found):
        assert edit.copy is None or copy.text[edit.copy.start : edit.copy.end] == edit.after
    assert sorted(each for made in origin((one, other), (found,), (), outlets=OUTLETS) for each in made.articles) == [
        "one",
        "other",
    ]


@FEW
@given(TEXTS)
def test_any_text_can_be_prepared(text: str) -> None:
    draft = prepare(article(text), (), outlets=OUTLETS)
    assert list(keys(draft)) == list(keys(prepare(article(text), (), outlets=OUTLETS)))
    assert len(draft.zones) == len(draft.ranks) == max(0, len(draft.places) - SIZE + 1)


@given(
    st.text("甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥", min_size=WINDOW + SIZE - 1, max_size=60),
    st.text("天地人", max_size=40),
    st.text("日月星", max_size=40),
)
@FEW
def test_two_texts_with_a_long_common_run_share_a_key(run: str, before: str, after: str) -> None:
    one, other = (set(keys(prepare(article(text), (), outlets=OUTLETS))) for text in (before + run, run + after))
    assert one & other


def test_a_lifted_sentence_is_enough_to_meet() -> None:
    sentence = REPORT.split("。")[1]
    assert len(letters(sentence)) < 60
    one, other = (
        set(keys(prepare(article(text), (), outlets=OUTLETS)))
        for text in (REPORT, f"今天下午，{sentence}。大家都很担心。")
    )
    assert len(one & other) >= AT_LEAST


@pytest.mark.parametrize(
    "text",
    [
        "",
        "。，！" * 50_000,
        "的" * 300_000,
        "据" * 100_000,
        "来源：某报、" * 20_000,
        "“" * 100_000,
        "通报如下：\n" * 20_000,
        "某某" + " " * 20_000 + "日",
        "某某日报 " * 20_000,
        "记者：桥呢？\n李四：在。\n" * 5_000,
    ],
)
def test_no_text_is_too_strange(text: str) -> None:
    draft = prepare(article(text), (), outlets=OUTLETS)
    list(keys(draft))
    trace(draft, prepare(article(text + REPORT, id="other"), (), outlets=OUTLETS))


@FEW
@given(TEXTS, TEXTS, st.integers(1, 5))
def test_two_drafts_share_no_more_than_their_bits_allow(head: str, tail: str, times: int) -> None:
    one = prepare(article(head * times + REPORT), (), outlets=OUTLETS)
    other = prepare(article(REPORT + tail * times), (), outlets=OUTLETS)
    assert 0 < len(common(one, other).here) <= at_most(one, other)


@FEW
@given(st.lists(st.integers(0, len(REPORT)), min_size=2, max_size=8))
def test_runs_found_at_once_are_those_found_one_by_one(cuts: list[int]) -> None:
    """Of a text cut to pieces and put together again: `_runs` where each shingle has one place, `_chosen` for all."""
    pieces = "".join(REPORT[start:end] + "此处另有一句" for start, end in pairwise(cuts))
    copy, original = (prepare(article(text), (), outlets=OUTLETS) for text in (pieces, REPORT))
    ours = _as_there(copy, common(copy, original))
    assert list(_runs(ours, original)) == list(_chosen(ours, original, np.zeros(0, dtype=np.intp)))
