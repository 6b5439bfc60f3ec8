"""The passages of an article that assert something."""

from dataclasses import replace
from datetime import UTC, datetime

from hypothesis import given, settings
from hypothesis import strategies as st

from suyuan import claims
from suyuan.records import Article, Block, BlockKind, Span, Statement
from tests.claims.newsroom import Told, statement


def article(text: str, blocks: tuple[Block, ...] = ()) -> Article:
    seen = datetime(2024, 5, 1, tzinfo=UTC)
    return Article(
        id="a", page="p", url=None, outlet=None, title="", text=text, blocks=blocks, first_seen=seen, published=seen
    )


def found(text: str, statements: tuple[Statement, ...] = ()) -> list[str]:
    return [text[one.start : one.end] for one in claims.find(article(text), statements, ())]


def test_narration_counts_only_where_it_says_what_may_vary() -> None:
    text = "青江是一座安静的小城。渡船侧翻已造成3人死亡。江边的柳树正绿。"
    assert found(text) == ["渡船侧翻已造成3人死亡。"]


def test_what_is_not_done_or_not_denied_takes_nothing_back() -> None:
    for text in ("今年青江不实施渡口改革方案，费用仍为30元。", "他没有否认渡船超载了12人。"):
        assert all(one.polarity for one in claims.find(article(text), (), ())), text
    assert not all(one.polarity for one in claims.find(article("青江海事局否认渡船超载了12人。"), (), ()))


def test_a_statement_counts_whatever_it_says() -> None:
    text = "李明远说，江边的柳树正绿。"
    said = statement(article(text), Span(start=5, end=12), Told("", "李明远"))
    assert found(text, (said,)) == ["江边的柳树正绿"]


def test_what_is_told_behind_somebodys_words_counts_too() -> None:
    text = "家属称捡河卵石是为了迎接检查，是渡口安排的任务，渡口予以否认。"
    said = statement(article(text), Span(start=3, end=23), Told("", "家属"))
    assert found(text, (said,))[-1] == "渡口予以否认"


def test_a_long_sentence_is_read_clause_by_clause() -> None:
    text = "5月1日17时22分许，渡船在离岸两百米处侧翻，造成船上3人死亡，另有12人受伤，伤者均已送往青江市第一医院救治。"
    assert found(text) == [
        "5月1日17时22分许",
        "渡船在离岸两百米处侧翻",
        "造成船上3人死亡，另有12人受伤",
        "伤者均已送往青江市第一医院救治",
    ]


def test_where_of_whom_and_what_for_lead_on_to_what_is_asserted() -> None:
    text = "青江“6·2”渡船碰撞事故中，驾驶员李明远因涉嫌重大责任事故罪被刑拘，船主李明远为规避夜间限行抓拍，擅自关闭船舶自动识别系统。"
    assert found(text) == [
        "青江“6·2”渡船碰撞事故中，驾驶员李明远因涉嫌重大责任事故罪被刑拘",
        "船主李明远为规避夜间限行抓拍，擅自关闭船舶自动识别系统",
    ]


def test_what_a_page_prints_around_the_article_asserts_nothing() -> None:
    assert found("责任编辑：李明远3人死亡") == []
    assert found('"id": "CB99", "size": "3人"') == []


def test_only_body_blocks_are_narration() -> None:
    text = "渡船侧翻造成3人死亡\n救援现场3人死亡资料图"
    blocks = (Block(kind=BlockKind.PARAGRAPH, start=0, end=10), Block(kind=BlockKind.CAPTION, start=11, end=len(text)))
    assert [one.start for one in claims.find(article(text, blocks), (), ())] == [0]


def test_given_passages_are_taken_exactly_with_the_statement_that_covers_them() -> None:
    text = "李明远说，渡船离岸时已超载，没有人穿救生衣。"
    said = statement(article(text), Span(start=5, end=21), Told("", "李明远"))
    spans = [Span(start=5, end=13), Span(start=14, end=21)]
    made = claims.passages(article(text), spans, (said,), ())
    assert [(one.start, one.end, one.statement) for one in made] == [(5, 13, said.id), (14, 21, said.id)]


def test_a_passage_says_its_slot_value_and_polarity() -> None:
    (toll,) = claims.find(article("渡船侧翻已造成3人死亡"), (), ())
    assert (toll.slot, toll.number, toll.polarity) == ("死亡人数", 3.0, True)
    (denial,) = claims.find(article("网传渡船超载的消息不实"), (), ())
    assert (denial.slot, denial.polarity) == ("真伪", False)


@settings(max_examples=150, deadline=None)
@given(
    st.text(alphabet="死亡人3一二两万亿元，。；\n“”：称据报道否认不没有7点时分楼年月日ab%.·\ud800 渡船", max_size=200)
)
def test_any_text_gives_spans_inside_it_and_drafts_that_compare(text: str) -> None:
    page = article(text)
    made = claims.find(page, (), ())
    assert all(0 <= one.start < one.end <= len(text) for one in made)
    drafts = [claims.prepare(one, (page,), (), ()) for one in made]
    for one in drafts:
        list(claims.keys(one))
        for other in drafts:
            link = claims.same(one, other)
            assert link is None or 0 <= link.score <= 1


def test_long_and_empty_texts_do_no_harm() -> None:
    assert found("") == []
    assert found("，" * 100_000) == []
    assert found("死亡3人" * 100_000) == []
    page = article("渡船侧翻造成3人死亡，伤者送医。" * 5_000)
    made = claims.find(page, (), ())
    assert len(made) == 5_000
    assert len({claims.prepare(one, (page,), (), ()).plain for one in made[:300]}) == 1


def test_a_day_is_that_of_the_place_where_the_article_was_written() -> None:
    early = datetime(2024, 5, 1, 23, tzinfo=UTC)
    made = claims.find(replace(article("渡船侧翻已造成3人死亡。"), published=early), (), ())
    assert [one.as_of for one in made] == ["2024-05-02"]
