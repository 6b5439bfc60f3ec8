"""Interviews line by line: who answers, and what is his."""

from __future__ import annotations

import time

import pytest

from suyuan import statements
from suyuan.records import SpeakerKind, Statement, StatementKind
from tests.statements.articles import article

NAMED = """记者：您怎么看这次停航？
林远：停航很不应该。我们会吸取教训。
上周，我去了渡口。
记者：下一步有什么打算？
林远：先把码头修好。
云州渡口去年运送旅客三百万人次。"""

ANSWERED = """近日，有关负责人回答了记者提问。
问：沉降的影响程度如何？
答：初期发展较快，目前已经趋缓。
问：下一步怎么办？
答：我们将继续监测。"""


def said(text: str, title: str = "") -> list[tuple[str | None, str]]:
    """Who says what, parts joined by a bar."""
    return [(one.speaker, _content(text, one)) for one in statements.quote(article(text, title=title), ())]


def _content(text: str, one: Statement) -> str:
    return "|".join(text[part.start : part.end] for part in one.content)


def test_a_name_before_a_colon_answers_until_the_next_label() -> None:
    assert said(NAMED) == [
        ("林远", "停航很不应该。我们会吸取教训|上周，我去了渡口"),
        ("林远", "先把码头修好"),
    ]


def test_one_question_of_a_briefing_is_answered_too() -> None:
    text = "记者：近日对岸动作不断。请问有何评论？\n林远：对岸借口发展武器，已经引起了地区国家的警惕。"
    assert said(text) == [("林远", "对岸借口发展武器，已经引起了地区国家的警惕")]
    assert said("记者：林远 何青\n编辑：徐甲") == [], "credits ask nothing"


def test_an_answer_is_word_for_word_and_its_label_is_the_mention() -> None:
    first = statements.quote(article(NAMED), ())[0]
    assert first.kind is StatementKind.DIRECT
    assert first.mention is not None
    assert NAMED[first.mention.start : first.mention.end] == "林远"
    assert NAMED[first.cue_span.start : first.cue_span.end] == first.cue == "："


@pytest.mark.parametrize(
    ("title", "lead", "who"),
    [
        ("云州市水务局负责人就地面沉降答记者问", "", "云州市水务局负责人"),
        ("沉降到了哪一步", "近日，云州市水务局局长林远就沉降回答了记者提问。\n", "林远"),
        ("沉降到了哪一步", "日前，本报记者就此采访了云州大学教授何青。\n", "何青"),
        ("听体坛名将说渡口（对话名将）", "近日，本报记者对话林远，听他讲述渡口的故事。\n", "林远"),
    ],
)
def test_who_answers_stands_in_the_headline_or_before_the_first_question(title: str, lead: str, who: str) -> None:
    text = lead + ANSWERED.partition("\n")[2]
    assert [speaker for speaker, _ in said(text, title)][-2:] == [who, who]


def test_answers_of_nobody_known_are_kept_without_a_speaker() -> None:
    made = statements.quote(article(ANSWERED.partition("\n")[2], title="沉降"), ())
    assert [one.speaker_kind for one in made] == [SpeakerKind.UNRESOLVED, SpeakerKind.UNRESOLVED]


def test_an_answer_without_a_question_needs_somebody_who_answers() -> None:
    lead = "近日，有媒体了解情况。云州总领馆发言人答问如下：\n"
    assert said(lead + "答：两名公民被发现不幸身亡。") == [("云州总领馆发言人", "两名公民被发现不幸身亡")]
    assert said("答：两名公民被发现不幸身亡。") == []


def test_a_page_that_has_lost_its_lines_is_read_all_the_same() -> None:
    text = "问：请问什么时候修好？答：下个月就能修好。问：花多少钱？答：三百万元左右。"
    assert [content for _, content in said(text, "云州市水务局局长林远答记者问")] == ["下个月就能修好", "三百万元左右"]


@pytest.mark.parametrize(
    "text",
    [
        "时间：5月1日上午十点开始。\n地点：云州大剧院一号厅。\n票价：八十元一张。",
        "记者：林远 何青 贝尔金一同采写。\n编辑：阎九斤 汤有田。",
        "记者：您怎么看这次停航？\n林远：停航很不应该。",
    ],
)
def test_labels_that_are_no_interview_say_nothing(text: str) -> None:
    assert said(text) == []


def test_whom_an_answer_quotes_says_his_own() -> None:
    text = NAMED.replace("我们会吸取教训。", "云州市市长何青表示，下个月复航。")
    assert ("何青", "下个月复航") in said(text)


def test_ten_thousand_turns_are_read_in_bounded_time() -> None:
    begun = time.process_time()
    assert len(said("问：怎么办？\n答：先修好它。\n" * 10_000, "林远答记者问")) > 1000
    assert time.process_time() - begun < 30  # a rule that reads all for each of them would take many minutes


@pytest.mark.parametrize(
    "text",
    [
        "问：。" * 30_000,  # questions run together
        "答问" * 50_000 + "\n问：怎么办？\n答：先修好它。",  # a long introduction
        "".join(f"记者：怎么办？\n林{chr(0x4E00 + guest)}：先修好它。\n" for guest in range(4_000)),
    ],
    ids=["questions", "introduction", "guests"],
)
def test_no_interview_however_odd_takes_long(text: str) -> None:
    begun = time.process_time()
    said(text)
    assert time.process_time() - begun < 8  # a rule that reads all for each of them would take a minute


def test_an_outlet_that_asks_under_its_own_name_says_nothing() -> None:
    text = "远山晨报：您什么时候发现这首歌红了？\n杉禾：去年推出来以后，反响不小。\n远山晨报：您预料到了吗？\n杉禾：真的一点都没有预料到。\n远山晨报：网友给了您很大的鼓励。\n杉禾：我的内心受到了很大触动。"
    assert said(text) == [
        ("杉禾", "去年推出来以后，反响不小"),
        ("杉禾", "真的一点都没有预料到"),
        ("杉禾", "我的内心受到了很大触动"),
    ]


def test_labels_are_found_where_a_page_has_lost_its_lines() -> None:
    text = "以下是对话：记者：协商得到了什么结果？林国友：上午谈了半天。记者：不供水的理由是什么？林国友：设备容量小。记者：诉求是什么？林国友：我们只要水。"
    assert said(text) == [("林国友", "上午谈了半天"), ("林国友", "设备容量小"), ("林国友", "我们只要水")]


def test_whoever_hardly_does_anything_but_ask_is_the_asker() -> None:
    text = "云间：难点是什么？\n毛梁：自动化其实不低。\n云间：商业模式是怎样的？\n毛梁：我们卖设备。\n云间：那很好。\n毛梁：是的，很好。\n云间：接下来呢？\n刘栩：公司会走得更远。"
    assert said(text) == [
        ("毛梁", "自动化其实不低"),
        ("毛梁", "我们卖设备"),
        ("毛梁", "是的，很好"),
        ("刘栩", "公司会走得更远"),
    ]
