"""The page that this began with: a portal's article saved as text, with all that can be said of it."""

from pathlib import Path

import pytest

from suyuan import flow, outlets, stories
from suyuan.desk import contract, intake
from suyuan.desk.intake.arrival import Arrived
from suyuan.desk.store import search
from suyuan.records import Article, BlockKind, Hedge, ListKind, SpeakerKind, Statement, Timex

PAGE = Path(__file__).parents[3] / "shared" / "pages" / "portal-article.txt"
pytestmark = pytest.mark.skipif(
    not PAGE.exists(), reason="the portal page is not here (shared/pages beside the project)"
)


@pytest.fixture(scope="module")
def made() -> flow.Records:
    (arrived,) = intake.read([PAGE])
    assert isinstance(arrived, Arrived)
    return flow.run([arrived.kept], needs={"outlets": outlets.packaged()})


@pytest.fixture(scope="module")
def article(made: flow.Records) -> Article:
    (found,) = made.of(Article)
    return found


def said(made: flow.Records, article: Article, words: str) -> Statement:
    (found,) = [
        one for one in made.of(Statement) if any(words in article.text[span.start : span.end] for span in one.content)
    ]
    return found


def test_the_head(article: Article) -> None:
    assert article.title.startswith("俄乌大结局来了?")
    assert article.is_original is True
    assert article.byline == ("创始人",)
    assert contract.published(article) == "2025-06-04T22:04:14+08:00"


def test_captions_body_and_lists(article: Article) -> None:
    row = contract.article(article, "portal")
    assert len(row["captions"]) == 3
    assert row["text"].endswith("还是在今年1月美国上届政府期间。")
    assert [len(row["related"]), len(row["hot"])] == [9, 10]
    assert sum(block.kind is BlockKind.PARAGRAPH for block in article.blocks) == 10


def test_the_pages_own_lists_are_worth_nothing(article: Article) -> None:
    related = next(one for one in stories.grade(article) if one.list is ListKind.RELATED)
    assert (related.rows, related.related, related.duplicates) == (9, 0, 1)
    assert related.days is not None and 270 < related.days < 310


def test_at_least_fifteen_of_the_sentences_that_report_speech(made: flow.Records, article: Article) -> None:
    starts = {article.text.rfind("。", 0, one.cue_span.start) for one in made.of(Statement)}
    assert len(starts) >= 15


def test_who_said_what_to_whom(made: flow.Records, article: Article) -> None:
    rudenko = said(made, article, "莫斯科将向北京通报")
    assert (rudenko.speaker, rudenko.role, rudenko.addressee) == ("安德烈·鲁登科", "俄罗斯外交部副部长", "俄罗斯卫星社")
    for words in ("没有向中方隐瞒", "将继续向中方通报我方"):
        assert said(made, article, words).speaker == "安德烈·鲁登科"
    assert said(made, article, "就和平解决俄乌冲突举行第二轮").speaker == "海峡网"
    assert said(made, article, "上一次美方就同样的问题").speaker == "耿爽"


def test_the_anonymous_stay_anonymous_and_the_author_is_nobody(made: flow.Records, article: Article) -> None:
    informant = said(made, article, "不排除俄乌两国领导人")
    assert (informant.speaker, informant.speaker_kind, informant.hedge) == (None, SpeakerKind.ANONYMOUS, Hedge.POSSIBLE)
    assert said(made, article, "加速美国战略收缩").speaker_kind is SpeakerKind.ANONYMOUS
    opinion = article.text.index("由于中方并未直接参与谈判")
    assert not any(span.start <= opinion < span.end for one in made.of(Statement) for span in one.content)


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("2日晚间", "2025-06-02TEV"),
        ("本月底", "2025-06"),
        ("6月20日至30日", "2025-06-20/2025-06-30"),
        ("今年1月", "2025-01"),
        ("16时许", "2025-06-02T16"),
    ],
)
def test_dates(made: flow.Records, article: Article, words: str, value: str) -> None:
    assert value in {one.value for one in made.of(Timex) if words in article.text[one.start : one.end]}


@pytest.mark.parametrize(
    "word", ["谈判", "普京", "伊斯坦布尔", "乌梅罗夫", "俄罗斯卫星社", "鲁登科", "俄乌", "中方", "談判", "俄"]
)
def test_search_finds(article: Article, word: str) -> None:
    assert search.spans(article.text, word)
