"""Search against the plain truth on some hundred invented reports: the short form of `./run bench site`."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from suyuan.desk.store import Store, search
from suyuan.desk.store.index import Entry, Where
from suyuan.desk.store.search import Filters
from suyuan.text import fold

ANY = Filters()
NOON = datetime(2031, 6, 4, 4, tzinfo=UTC)

PLACES = "临江 望北 青石镇 白鹭洲 上游区 北岸新城 石桥頭 海峡".split()
PEOPLE = "周广平 李望舒 欧阳青 弗拉基·米尔 何塞·马丁 陳曉東 Ana Kowalski".split()
BODIES = "晨星社 临江晚报 港务局 消防救援支队 XAI公司 气象台 《望北日报》".split()
DEEDS = "渡轮停航三天后复航 隧道渗水二十六处 桥面裂缝仍在扩大 谈，判若两人 双方举行谈判 罢工结束 水位回落0.6米 發布紅色預警 全员安全撤离".split()
FIGURES = "3人 15人 5人 1.2万人 ２０吨 三成 百分之七 2031年6月 8时30分".split()
MARKS = "，。；：、！？“”（）《》\n ·"


def reports(count: int) -> dict[str, tuple[str, str]]:
    """Invented reports by name: headline and text."""
    drawn = random.Random(8)

    def words() -> str:
        kind = drawn.choice((PLACES, PEOPLE, BODIES, DEEDS, DEEDS, FIGURES))
        return drawn.choice(kind) + (drawn.choice(MARKS) if drawn.random() < 0.4 else "")

    def run(least: int, most: int) -> str:
        return "".join(words() for _ in range(drawn.randint(least, most)))

    return {f"report-{number}": (run(1, 4), run(3, 30)) for number in range(count)}


REPORTS = reports(400)
PLAIN = {name: f"{title}\n{text}" for name, (title, text) in REPORTS.items()}
SOLID = {name: re.sub(r"[ \t_·•‧・]", "", fold(text)) for name, text in PLAIN.items()}
RUNS = [run for text in SOLID.values() for run in re.findall("[\u4e00-\u9fff]+", text)]
CHARACTERS = sorted(set("".join(RUNS)))


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    made = Store(tmp_path_factory.mktemp("desk"), create=True)
    names = list(REPORTS)
    random.Random(1).shuffle(names)  # what comes first is not what was first
    for start in range(0, len(names), 50):
        with made.transaction():
            for name in names[start : start + 50]:
                title, text = REPORTS[name]
                at = NOON + timedelta(minutes=int(name.removeprefix("report-")))
                made.index.put(Entry(where=Where.ARTICLE, name=name, at=at, title=title, text=text))
    yield made
    made.close()


def found(store: Store, query: str) -> set[str]:
    names = store.index.find(Where.ARTICLE, query, len(REPORTS), filters=ANY).names
    assert len(set(names)) == len(names)
    assert set(names) == set(store.index.every(Where.ARTICLE, query))
    return set(names)


@pytest.mark.parametrize("length", range(1, 7))
def test_what_stands_somewhere_is_found_there_and_nowhere_else(store: Store, length: int) -> None:
    drawn = random.Random(length)
    for run in drawn.choices([one for one in RUNS if len(one) >= length], k=100):
        start = drawn.randrange(len(run) - length + 1)
        words = run[start : start + length]
        truth = {name for name, text in SOLID.items() if words in text}
        assert found(store, f"“{words}”") == truth != set(), words


@settings(max_examples=300, deadline=None)
@given(words=st.text(st.sampled_from(CHARACTERS), min_size=1, max_size=6))
def test_characters_in_any_order_are_found_where_they_stand(store: Store, words: str) -> None:
    assert found(store, f"“{words}”") == {name for name, text in SOLID.items() if words in text}


@settings(max_examples=300, deadline=None)
@given(words=st.text(st.sampled_from([*"临江谈判弗拉基米", *"Xai公司5人１2", *"，。“”·《》 \n", *"臨東é"]), max_size=8))
def test_what_is_found_is_what_can_be_marked(store: Store, words: str) -> None:
    """Marks, letters, figures, wide and traditional characters in any order: the index and the marking agree."""
    terms = [f"“{one}”" for one in search.terms(words)]
    truth = {
        name
        for name, parts in REPORTS.items()
        if search.phrases(words) and all(any(search.spans(part, term) for part in parts) for term in _meant(terms))
    }
    assert found(store, " ".join(terms)) == truth


def _meant(terms: list[str]) -> list[str]:
    """Without those that are nothing but marks: they ask for nothing."""
    return [one for one in terms if search.phrases(one)]


def test_the_newest_come_first_and_a_search_goes_on_where_it_stopped(store: Store) -> None:
    whole = store.index.find(Where.ARTICLE, "江", len(REPORTS), filters=ANY, by_time=True).names
    numbers = [int(name.removeprefix("report-")) for name in whole]
    assert numbers == sorted(numbers, reverse=True)
    parts, after = [], None
    while True:
        page = store.index.find(Where.ARTICLE, "江", 7, filters=ANY, by_time=True, after=after)
        parts += page.names
        if (after := page.next) is None:
            break
    assert tuple(parts) == whole


def test_a_time_is_a_range_of_places(store: Store) -> None:
    early, late = NOON + timedelta(minutes=100), NOON + timedelta(minutes=200)
    names = store.index.find(Where.ARTICLE, "江", 1000, filters=Filters(since=early, until=late)).names
    everywhere = set(store.index.every(Where.ARTICLE, "江"))
    assert set(names) == {f"report-{number}" for number in range(100, 200)} & everywhere


def test_a_find_in_a_headline_comes_before_one_in_a_text(store: Store) -> None:
    names = store.index.find(Where.ARTICLE, "罢工结束", len(REPORTS), filters=ANY).names
    in_headline = {name for name, (title, _) in REPORTS.items() if "罢工结束" in title}
    assert set(names[: len(in_headline) // 2]) <= in_headline


def test_words_that_nothing_holds_together_are_found_apart(store: Store) -> None:
    find = store.index.find(Where.ARTICLE, "裂缝渡轮", len(REPORTS), filters=ANY)
    assert (find.query, find.exact) == ("裂缝 渡轮", 0)
    assert (
        set(find.names) == found(store, "裂缝 渡轮") == {one for one in SOLID if {"裂缝", "渡轮"} <= held(one)} != set()
    )
    assert find.total == len(find.names)
    quoted = store.index.find(Where.ARTICLE, "“裂缝渡轮”", 9, filters=ANY)
    assert (quoted.total, quoted.query) == (0, "“裂缝渡轮”")


def held(name: str) -> set[str]:
    return {one for one in ("裂缝", "渡轮") if one in SOLID[name]}


def test_what_holds_the_words_together_comes_before_what_holds_them_apart(tmp_path: Path) -> None:
    store = Store(tmp_path, create=True)
    texts = {"apart": ("渡轮公司：渡轮停了，停航三天", "渡轮，停航。" * 9), "together": ("短讯", "港务局说渡轮停航")}
    with store.transaction():
        for name, (title, text) in texts.items():
            store.index.put(Entry(where=Where.ARTICLE, name=name, at=NOON, title=title, text=text))
    find = store.index.find(Where.ARTICLE, "渡轮停航", 9, filters=ANY)
    assert (find.names, find.exact, find.total) == (("together", "apart"), 1, 2)
    pages = [store.index.find(Where.ARTICLE, "渡轮停航", 1, offset, filters=ANY) for offset in (0, 1)]
    assert [one.names for one in pages] == [("together",), ("apart",)]
    store.close()


def test_words_that_many_hold_together_are_looked_for_as_they_are_written(store: Store) -> None:
    find = store.index.find(Where.ARTICLE, "罢工结束", len(REPORTS), filters=ANY)
    assert (find.query, find.exact) == ("罢工结束", find.total)
    assert set(find.names) == found(store, "“罢工结束”")


def test_what_holds_a_word_with_a_minus_is_left_out(store: Store) -> None:
    assert found(store, "渡轮 -谈判") == found(store, "渡轮") - found(store, "谈判") != set()
    assert found(store, "渡轮 -“水位 回落” -谈判") == found(store, "渡轮") - found(store, "谈判") - found(
        store, "水位回落"
    )
    assert found(store, "-渡轮") == set()


def test_what_is_taken_out_is_found_no_longer(tmp_path: Path) -> None:
    store = Store(tmp_path, create=True)
    entry = Entry(where=Where.ARTICLE, name="one", at=NOON, title="渡轮复航", text="停航三天")
    with store.transaction():
        store.index.put(entry)
    assert found(store, "渡轮") == {"one"}
    with store.transaction():
        store.index.take(Where.ARTICLE, "one")
    assert found(store, "渡轮") == set()
    store.close()
