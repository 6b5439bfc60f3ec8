"""What must hold for any text."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from suyuan import statements
from tests.statements.articles import article

PIECES = st.sampled_from(
    '林远 云州警方 他 其 该公司 表示 称 说 “ ” 「 」 ， 。 ： ； ？ \n \n\n 据 远山日报 报道 告诉 记者 的 在 对 ！ 《 》 （ ） 可能 希望 并 消息人士 透露 3日 · ( ) " : , a 1 \ud800 \u3000 電 報'.split(
        " "
    )
)
TEXTS = st.one_of(st.text(max_size=80), st.lists(PIECES, max_size=60).map("".join))


@settings(max_examples=200, deadline=None)
@given(TEXTS)
def test_spans_lie_inside_the_text_and_say_what_they_say(text: str) -> None:
    made = statements.quote(article(text), ())
    for one in made:
        spans = (one.cue_span, *one.content, *one.hedge_triggers, *((one.mention,) if one.mention else ()))
        assert all(0 <= span.start < span.end <= len(text) for span in spans)
        assert one.start <= one.cue_span.start and one.cue_span.end <= one.end
        assert one.start <= one.content[0].start and one.content[-1].end <= one.end
        assert text[one.cue_span.start : one.cue_span.end] == one.cue
        assert all(a.end <= b.start for a, b in zip(one.content, one.content[1:], strict=False))
        assert (one.via is None) == (not one.chain)
    assert len({one.id for one in made}) == len(made)
    assert made == statements.quote(article(text), ())
    for one in statements.cite(article(text)):
        assert text[one.start : one.end] == one.outlet


@pytest.mark.parametrize(
    "piece",
    [
        "说",
        "林远表示，",
        "“",
        "，",
        "据远山日报报道，",
        "（",
        "在的",
        " ",
        "a说b",
        "《",
        "1:",
        "某·",
        "林远说。\n",
        "他称“",
        "有",
        "云州市" + "30日上午10时30分" * 8 + "甲表示，",
        "云州市" + "30日上午10时30分" * 8 + "甲发布的数据显示，",
    ],
)
def test_no_text_however_long_takes_long(piece: str) -> None:
    text = piece * (20_000 // len(piece))
    begun = time.process_time()
    statements.quote(article(text), ())
    statements.cite(article(text))
    assert time.process_time() - begun < 8  # a quadratic rule would take minutes
