"""Marks of the owner: anchored to words, told in a list of deeds, undone, and found again after everything was made anew."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from suyuan.desk.store import Made, Store
from suyuan.desk.store.marks import (
    LONGEST,
    Found,
    Kind,
    Mark,
    MarkKind,
    Marks,
    Outcome,
    anchor,
    mark,
    resolve,
    settle,
)
from suyuan.desk.store.store import home
from suyuan.flow import FLOW
from suyuan.records import Correction, CorrectionKind, Place
from tests.desk.test_site_newsroom import EVENING, PORTAL, newsroom, place

NOW = datetime(2031, 6, 4, 12, tzinfo=UTC)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return newsroom(tmp_path)


@pytest.fixture
def marks(folder: Path) -> Iterator[Marks]:
    opened = Marks(folder)
    yield opened
    opened.close()


@pytest.fixture
def store(folder: Path) -> Iterator[Store]:
    opened = Store(folder)
    yield opened
    opened.close()


WORDS = place(EVENING, "隧道上方的主管道没有破裂")
PASSAGE = anchor(EVENING, *WORDS)
WHOLE = anchor(EVENING)


def note(words: str) -> Mark:
    return mark(MarkKind.NOTE, [PASSAGE], NOW, value=words)


# ── anchors ──────────────────────────────────────────────────────────────────────────────────────


def test_a_passage_is_anchored_by_its_words_and_what_stands_around_them() -> None:
    assert PASSAGE.address == "https://wanbao.example/a/1"
    assert PASSAGE.exact == "隧道上方的主管道没有破裂"
    assert PASSAGE.prefix.endswith("水务局则称，") and len(PASSAGE.prefix) == 32
    assert PASSAGE.suffix.startswith("。“管道压力")


def test_a_place_is_found_in_the_article_that_its_address_gives_today(store: Store) -> None:
    assert resolve(store, PASSAGE) == (Found(EVENING.id, WORDS),)
    assert resolve(store, WHOLE) == (Found(EVENING.id, None),)


def test_a_place_is_found_again_in_an_article_that_was_read_anew(store: Store) -> None:
    anew = replace(EVENING, id="0" * 16, text="（更新）\n" + EVENING.text, blocks=())
    with store.transaction():
        store.apply(FLOW[0], "later", [Made("newsroom", (anew,))])
    assert resolve(store, PASSAGE) == (Found(anew.id, (WORDS[0] + 5, WORDS[1] + 5)),)


def test_a_place_whose_words_are_gone_is_not_found(store: Store) -> None:
    assert resolve(store, replace(PASSAGE, exact="这句话从来没有人说过")) == ()
    assert resolve(store, Place(address="https://wanbao.example/never")) == ()


def test_an_article_without_an_address_is_its_own_place(store: Store) -> None:
    bare = replace(EVENING, id="1" * 16, url=None)
    with store.transaction():
        store.apply(FLOW[0], "later", [Made("bare", (bare,))])
    assert resolve(store, anchor(bare, *WORDS)) == (Found(bare.id, WORDS),)


@given(st.integers(-5, 300), st.integers(-5, 300))
def test_only_a_span_of_the_text_is_a_passage(start: int, end: int) -> None:
    if 0 <= start < end <= len(EVENING.text):
        assert anchor(EVENING, start, end).exact == EVENING.text[start:end]
    else:
        with pytest.raises(ValueError, match="no passage"):
            anchor(EVENING, start, end)


def test_a_passage_is_not_a_copy_of_the_article() -> None:
    long = replace(EVENING, text="字" * (LONGEST + 9))
    with pytest.raises(ValueError, match="no passage"):
        anchor(long, 0, LONGEST + 1)


# ── one thing, one mark ──────────────────────────────────────────────────────────────────────────

PAIR = (anchor(EVENING), anchor(PORTAL))
SAME_THING: tuple[tuple[Mark, Mark], ...] = (
    (mark(CorrectionKind.SAME_STORY, PAIR, NOW), mark(CorrectionKind.OTHER_STORY, PAIR[::-1], NOW)),
    (mark(CorrectionKind.SAME_CLAIM, PAIR, NOW), mark(CorrectionKind.OTHER_CLAIM, PAIR, NOW)),
    (mark(MarkKind.READ, [WHOLE], NOW), mark(MarkKind.UNREAD, [WHOLE], NOW)),
    (note("甲"), note("乙")),
    (
        mark(MarkKind.ALL_READ, (), NOW, title="outlet/云州晚报", value="2031"),
        mark(MarkKind.ALL_READ, (), NOW, title="outlet/云州晚报", value="2032"),
    ),
)


@pytest.mark.parametrize(("one", "other"), SAME_THING)
def test_a_second_word_about_one_thing_takes_the_place_of_the_first(marks: Marks, one: Mark, other: Mark) -> None:
    marks.put(one, "owner")
    marks.put(other, "owner")
    assert [each.kind for each in marks.all(one.kind, other.kind)] == [other.kind]
    assert marks.get(one.id) == other


TWO_THINGS: tuple[tuple[Mark, Mark], ...] = (
    (note("甲"), mark(MarkKind.NOTE, [WHOLE], NOW, value="甲")),
    (mark(CorrectionKind.SAME_ROOT, PAIR, NOW), mark(CorrectionKind.SAME_ROOT, PAIR[::-1], NOW)),
    (mark(CorrectionKind.SAME_STORY, PAIR, NOW), mark(CorrectionKind.SAME_CLAIM, PAIR, NOW)),
    (mark(MarkKind.SEARCH, (), NOW, value="q=渗水"), mark(MarkKind.SEARCH, (), NOW, value="q=停运")),
)


@pytest.mark.parametrize(("one", "other"), TWO_THINGS)
def test_two_things_have_two_marks(one: Mark, other: Mark) -> None:
    assert one.id != other.id


EVERY_KIND: tuple[Kind, ...] = (*MarkKind, *CorrectionKind)


@pytest.mark.parametrize("kind", EVERY_KIND)
def test_a_mark_comes_back_as_it_was_put(marks: Marks, kind: Kind) -> None:
    one = mark(kind, [PASSAGE, WHOLE], NOW, value="“值”", title="名")
    marks.put(one, "owner")
    assert marks.get(one.id) == one


def test_marks_are_found_by_the_address_they_are_anchored_to(marks: Marks) -> None:
    marks.put(mark(MarkKind.STARRED, [WHOLE], NOW), "owner")
    marks.put(note("待查"), "owner")
    assert {one.kind for one in marks.of(home(EVENING))} == {MarkKind.NOTE, MarkKind.STARRED}
    assert marks.of(home(PORTAL)) == ()
    assert marks.among(MarkKind.STARRED, [home(EVENING), home(PORTAL)]) == {home(EVENING)}


# ── who did what, and undo ───────────────────────────────────────────────────────────────────────


def test_every_change_is_told_with_who_and_when(marks: Marks) -> None:
    marks.put(note("甲"), "owner")
    marks.put(note("乙"), "phone")
    marks.take(note("").id, "owner", NOW + timedelta(minutes=1))
    told = [(one.who, one.before and one.before.value, one.after and one.after.value) for one in marks.deeds(9)]
    assert told == [("owner", "乙", None), ("phone", "甲", "乙"), ("owner", None, "甲")]


def test_marking_the_same_again_is_no_deed(marks: Marks) -> None:
    marks.put(note("甲"), "owner")
    marks.put(replace(note("甲"), made=NOW + timedelta(hours=1)), "owner")
    assert len(marks.deeds(9)) == 1


def test_reading_an_article_is_no_line_in_the_list_but_reading_a_whole_stream_is(marks: Marks) -> None:
    marks.put(mark(MarkKind.READ, [WHOLE], NOW), "owner")
    marks.put(mark(MarkKind.ALL_READ, (), NOW, title="all", value="2031"), "owner")
    assert [one.subject.kind for one in marks.deeds(9)] == [MarkKind.ALL_READ]


def test_an_undo_brings_back_what_was_before_and_can_itself_be_undone(marks: Marks) -> None:
    marks.put(note("甲"), "owner")
    marks.put(note("乙"), "owner")
    latest = marks.deeds(1)[0]
    assert marks.undo(latest.n, "owner", NOW) is Outcome.DONE
    assert marks.get(note("").id) == note("甲")
    assert marks.undo(marks.deeds(1)[0].n, "owner", NOW) is Outcome.DONE
    assert marks.get(note("").id) == note("乙")


def test_what_was_undone_or_changed_since_is_not_undone(marks: Marks) -> None:
    marks.put(note("甲"), "owner")
    first = marks.deeds(1)[0].n
    marks.put(note("乙"), "owner")
    assert marks.undo(first, "owner", NOW) is Outcome.CHANGED_SINCE
    second = marks.deeds(1)[0].n
    assert marks.undo(second, "owner", NOW) is Outcome.DONE
    assert marks.undo(second, "owner", NOW) is Outcome.UNDONE_BEFORE
    assert marks.undo(99, "owner", NOW) is Outcome.UNKNOWN


def test_the_list_of_deeds_goes_back_page_by_page(marks: Marks) -> None:
    for number in range(5):
        marks.put(note(str(number)), "owner")
    newest = marks.deeds(2)
    assert [one.n for one in newest] == [5, 4]
    assert [one.n for one in marks.deeds(9, before=newest[-1].n)] == [3, 2, 1]


# ── corrections reach the steps ──────────────────────────────────────────────────────────────────


def test_a_correction_is_a_record_that_steps_are_handed(marks: Marks, store: Store) -> None:
    one = mark(CorrectionKind.SPEAKER, [PASSAGE], NOW, value="韩露")
    marks.put(one, "owner")
    assert settle(marks, store, [one.id]) == 1
    assert [each.value for each in store.about(Correction, (EVENING.id,))] == ["韩露"]
    assert settle(marks, store) == 0


def test_a_correction_taken_back_is_gone_from_the_steps(marks: Marks, store: Store) -> None:
    one = mark(CorrectionKind.OTHER_STORY, PAIR, NOW)
    marks.put(one, "owner")
    settle(marks, store)
    marks.undo(marks.deeds(1)[0].n, "owner", NOW)
    assert settle(marks, store) == 1
    assert store.about(Correction, (EVENING.id, PORTAL.id)) == ()


def test_a_desk_made_anew_is_told_its_corrections_again(marks: Marks, tmp_path: Path) -> None:
    marks.put(mark(CorrectionKind.OTHER_STORY, PAIR, NOW), "owner")
    anew = Store(newsroom(tmp_path / "anew"))
    assert settle(marks, anew) == 1
    assert len(anew.about(Correction, (PORTAL.id,))) == 1
    anew.close()
