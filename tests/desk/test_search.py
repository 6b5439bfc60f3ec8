"""Search in Chinese: every word of one to six characters is found where it stands, and nowhere else."""

import random
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime

import pytest

from suyuan import outlets, sample
from suyuan.desk.engines import worker
from suyuan.desk.store import Store, index, search
from suyuan.desk.store.search import Circle, Filters
from suyuan.records import Article, Corroboration, Standing, Statement
from suyuan.text import fold


@pytest.mark.parametrize(
    ("text", "query", "found"),
    [
        ("临江与望北两市代表团举行谈判。", "谈判", ["谈判"]),
        ("臨江代表團舉行談判。", "谈判", ["談判"]),
        ("谈，判若两人", "谈判", []),
        ("谈，判若两人", "谈，判", ["谈，判"]),
        ("他们谈。“判若两人”", "谈,判", ["谈。“判"]),  # one run of marks is as good as another
        ("谈\n判", "谈判", []),
        ("谈 判", "谈判", ["谈 判"]),
        ("弗拉基·米尔", "弗拉基米尔", ["弗拉基·米尔"]),
        ("《三体》获奖", "《三体》", ["三体"]),
        ("死亡15人，伤5人", "5人", ["5人"]),
        ("AI技术与XAI", "ai", ["AI"]),
        ("他对晨星社说，不会。", "晨星社 不会", ["晨星社", "不会"]),
        ("ＡＢＣ公司", "abc", ["ＡＢＣ"]),
        ("Café公司与ПУТИН", "cafe путин", ["Café", "ПУТИН"]),
        ("江边江心", "江", ["江", "江"]),
        ("没有这个词", "谈判", []),
        ("任何文字", "，。！", []),
    ],
)
def test_spans(text: str, query: str, found: list[str]) -> None:
    assert [text[start:end] for start, end in search.spans(text, query)] == found


def test_a_query_cannot_break_out_of_its_phrase() -> None:
    assert search.phrases('谈判" OR title:*') == ['"谈判"', '"or"', '"title"']
    assert search.phrases("NEAR(") == ['"near"']
    assert search.phrases("“临江 代表团”") == ['"临江 江代 代表 表团"']
    assert search.phrases("XAI公司 5人") == ['"xai·公 公司"', '"5·人"']
    assert search.phrases(" *()^ ") == []
    assert search.excluded('渡轮 -停航" OR "x') == ['"停航"']


@pytest.mark.parametrize(
    ("query", "wanted", "out"),
    [
        ("狮子 -金毛", ["狮子"], ["金毛"]),
        ("狮子 －金毛", ["狮子"], ["金毛"]),
        ("-“金毛 犬” 狮子", ["狮子"], ["金毛 毛犬"]),
        ("狮子-金毛", ["狮子 子·ʭ ʭ·金 金毛"], []),  # a hyphen within a word takes nothing out
        ("狮子 - 金毛", ["狮子", "金毛"], []),
        ("“-5度”", ["5·度"], []),
        ("-金毛", [], ["金毛"]),
    ],
)
def test_a_minus_before_a_word_leaves_out_what_holds_it(query: str, wanted: list[str], out: list[str]) -> None:
    assert search.phrases(query) == [f'"{one}"' for one in wanted]
    assert search.excluded(query) == [f'"{one}"' for one in out]


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("渡轮停航", "渡轮 停航"),
        ("渡輪停航", "渡輪 停航"),
        ("“渡轮停航”", None),
        ("渡轮停航 “罢工结束” -隧道渗水", "渡轮 停航 “罢工结束” -隧道渗水"),
        ("XAI销量", "XAI 销量"),
        ("5人受伤", "5人 受伤"),
        ("渡轮的票价", "渡轮 票价"),
        ("巴尔丹下课", "巴尔丹 下课"),  # no dictionary has the name; the reports hold its parts together
        ("渡轮", None),
        ("谈判", None),
        ("毛狮", None),  # nothing but single characters
        ("abc", None),
        ("，。", None),
        ("\ud800渡轮停航", "渡轮 停航"),
    ],
)
def test_words_that_are_run_together_are_told_apart(query: str, words: str | None) -> None:
    assert search.apart(query, lambda one, other: one + other == "巴尔丹") == words


# ── against the plain truth: what stands in which text ───────────────────────────────────────────


@dataclass(frozen=True)
class Newsroom:
    store: Store
    articles: tuple[Article, ...]


@pytest.fixture(scope="module")
def newsroom(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Newsroom]:
    store = Store(tmp_path_factory.mktemp("search"), create=True)
    store.keep(list(sample.pages()))
    worker.work(store, {"outlets": outlets.packaged().joined(sample.outlets())})
    yield Newsroom(store, tuple(one for _, one in store.articles_after(0, 1000)))
    store.close()


def found(newsroom: Newsroom, query: str, filters: Filters | None = None) -> set[str]:
    result = newsroom.store.search(query, 1000, filters=filters or Filters())
    assert result.total == len(result.hits)
    return {hit.article for hit in result.hits}


def exactly(newsroom: Newsroom, words: str) -> set[str]:
    return found(newsroom, f"“{words}”")


def truth(newsroom: Newsroom, words: str) -> set[str]:
    """The articles in whose title or text the words stand as they are, but for spaces and the dots of names."""
    return {one.id for one in newsroom.articles if any(words in solid(part) for part in (one.title, one.text))}


def solid(text: str) -> str:
    return re.sub(r"[ \t·•‧・]", "", fold(text))


HAN = re.compile(r"[\u4e00-\u9fff]+")


@pytest.mark.parametrize("length", range(1, 7))
def test_words_of_one_to_six_characters_are_found_where_they_stand_and_nowhere_else(
    newsroom: Newsroom, length: int
) -> None:
    picked = random.Random(length)
    runs = [run for one in newsroom.articles for run in HAN.findall(solid(one.text)) if len(run) >= length]
    for run in picked.choices(runs, k=60):
        start = picked.randrange(len(run) - length + 1)
        words = run[start : start + length]
        assert exactly(newsroom, words) == truth(newsroom, words), words
        assert found(newsroom, words) >= truth(newsroom, words), words


@pytest.mark.parametrize("length", range(2, 5))
def test_words_that_stand_nowhere_are_found_nowhere(newsroom: Newsroom, length: int) -> None:
    picked = random.Random(length)
    characters = sorted(set("".join(HAN.findall("".join(one.text for one in newsroom.articles)))))
    for _ in range(60):
        words = "".join(picked.choices(characters, k=length))
        assert exactly(newsroom, words) == truth(newsroom, words), words


def test_traditional_characters_and_wide_letters_find_the_same(newsroom: Newsroom) -> None:
    assert found(newsroom, "渡輪") == found(newsroom, "渡轮") == truth(newsroom, "渡轮") != set()
    assert found(newsroom, "６月") == found(newsroom, "6月") != set()


@pytest.fixture(params=["gathered", "asked of each find"])
def traits(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Both ways to narrow by what few or many articles have."""
    monkeypatch.setattr(index, "FEW", 20_000 if request.param == "gathered" else 0)


@pytest.mark.usefixtures("traits")
def test_filters_narrow_a_search_to_what_they_say(newsroom: Newsroom) -> None:
    store, everywhere = newsroom.store, found(newsroom, "轮")
    shown = {one.id: one for one in newsroom.articles if one.id in everywhere}
    outlet = next(one.outlet for one in shown.values() if one.outlet)
    assert found(newsroom, "轮", Filters(outlet=outlet)) == {one.id for one in shown.values() if one.outlet == outlet}
    speaker = next(one.speaker for one in store.about(Statement, sorted(shown)) if one.speaker)
    assert found(newsroom, "轮", Filters(speaker=speaker)) == {
        one.article for one in store.about(Statement, sorted(shown)) if one.speaker == speaker
    }
    noon = sorted(one.published or one.first_seen for one in shown.values())[len(shown) // 2]
    early, late = found(newsroom, "轮", Filters(until=noon)), found(newsroom, "轮", Filters(since=noon))
    assert early and late and early | late == everywhere and not early & late


@pytest.mark.usefixtures("traits")
@pytest.mark.parametrize("standing", search.STANDINGS.values())
def test_a_search_for_a_standing_finds_the_reports_of_such_claims(
    newsroom: Newsroom, standing: Standing | Circle
) -> None:
    everywhere = found(newsroom, "的")
    grounds = newsroom.store.about(Corroboration, sorted(everywhere))
    wanted = {article for one in grounds if shown(one) is standing for article in one.articles}
    assert found(newsroom, "的", Filters(standing=standing)) == wanted & everywhere


def shown(one: Corroboration) -> Standing | Circle:
    """The standing that pages show: a single origin that is none is told from one that is."""
    return Circle.NO_ORIGIN if one.standing is Standing.SINGLE and not one.origins else one.standing


def test_filters_that_nothing_passes_find_nothing(newsroom: Newsroom) -> None:
    assert found(newsroom, "轮", Filters(outlet="没有这家报社")) == set()
    assert found(newsroom, "轮", Filters(since=datetime(2099, 1, 1, tzinfo=UTC))) == set()


def test_more_finds_than_anybody_reads_are_not_counted_to_the_end(
    newsroom: Newsroom, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(index, "COUNTED", 5)
    monkeypatch.setattr(index, "RANKED", 2)
    found = newsroom.store.search("的", 3)
    assert (found.total, found.is_more, len(found.hits)) == (5, True, 3)


def test_what_is_slow_to_count_is_counted_a_part_of_the_way_and_read_to_the_end(
    newsroom: Newsroom, monkeypatch: pytest.MonkeyPatch
) -> None:
    wanted = Filters(standing=Standing.SINGLE)
    everything = found(newsroom, "的", wanted)
    monkeypatch.setattr(index, "FEW", 0)
    monkeypatch.setattr(index, "SAMPLED", 5)
    monkeypatch.setattr(index, "RANKED", 2)
    first = newsroom.store.search("的", 3, filters=wanted)
    assert (first.total, first.is_more, len(first.hits)) == (5, True, 3)
    every = [newsroom.store.search("的", 4, offset, filters=wanted) for offset in range(0, len(everything) + 4, 4)]
    read = [hit.article for page in every for hit in page.hits]
    assert set(read) == everything and len(read) == len(everything)
    assert every[-1].total == len(everything) and not every[-1].is_more
