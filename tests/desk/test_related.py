"""What stands beside an article says truly why; what a story quotes it quotes from where it was written first."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from suyuan import outlets, sample
from suyuan.desk.engines import worker
from suyuan.desk.site.views.article import RelatedLine, related
from suyuan.desk.site.views.story import story
from suyuan.desk.store import Made, Store
from suyuan.desk.store.shelf import Shelf
from suyuan.flow import FLOW
from suyuan.records import Article, Follows, Hedge, Span, SpeakerKind, Statement, StatementKind, digest
from suyuan.stories import Relation
from tests.stories.newsroom import FLOOD, article

MATCH = "八支球队报名参加足球赛，裁判从省城请来，赛程排到月底，球迷俱乐部组织助威，武警球队首战封堵对手。"
DIRECTORY = outlets.packaged().joined(sample.outlets())


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder: Path = tmp_path_factory.mktemp("related")
    with closing(Store(folder, create=True)) as store:
        store.keep(sample.pages())
        worker.work(store, {"outlets": DIRECTORY})
    return folder


@pytest.fixture
def store(folder: Path) -> Iterator[Store]:
    with closing(Store(folder)) as found:
        yield found


def beside(store: Store, asked: Article) -> tuple[RelatedLine, ...]:
    with closing(Shelf(store.folder)) as shelf:
        return related(store, shelf, asked, DIRECTORY)


def test_a_moment_is_told_in_the_words_of_the_original_and_not_of_a_copy(store: Store) -> None:
    views = [view for one in store.stories(100) if (view := story(store, one))]
    copies = {member.line.id for view in views for family in view.families for member in family.copies}
    assert copies and not [event.text for view in views for event in view.events if event.article in copies]


def test_only_reports_of_one_story_are_called_the_same_happening(store: Store) -> None:
    rows = [(store.story_of(one.id), row) for one in store.latest(100) for row in beside(store, one)]
    assert {row.relation for _, row in rows} >= {Relation.SAME, Relation.WORDS}
    for told, row in rows:
        assert (row.relation is Relation.SAME) == (told == store.story_of(row.line.id)), row


def test_what_followed_is_said_by_a_record(store: Store) -> None:
    asked, row = next(
        (one, row) for one in store.latest(100) for row in beside(store, one) if row.relation is Relation.WORDS
    )
    earlier, later = store.story_of(asked.id), store.story_of(row.line.id)
    assert earlier and later
    link = Follows(id=digest("follows", 1), story=later.id, earlier=earlier.id, score=0.4, evidence=())
    with store.transaction():
        store.apply(FLOW[0], "0123abcd", [Made("saga", (link,))])
        store.graph.set_link("follow", later.id, earlier.id, link.id)
    told = {one.line.id: one.relation for one in beside(store, asked)}
    back = {one.line.id: one.relation for one in beside(store, store.articles((row.line.id,))[0])}
    with store.transaction():
        store.apply(FLOW[0], "0123abcd", [Made("saga", ())])
        store.graph.set_link("follow", later.id, earlier.id, None)
    assert told[row.line.id] is Relation.FOLLOW_UP
    assert back.get(asked.id, Relation.BACKGROUND) is Relation.BACKGROUND


@pytest.mark.parametrize(
    ("speaker", "resolved", "is_listed"),
    [
        ("陆宜舟", "explicit", True),
        ("云溪县防汛办", "explicit", True),
        ("澜海通讯社", "explicit", False),
        ("云溪晚报", "outlet", False),
    ],
)
def test_an_outlet_that_is_cited_is_no_speaker_whom_two_articles_share(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, speaker: str, resolved: str, is_listed: bool
) -> None:
    flood = FLOOD[0]
    match = article("赛", "县城足球赛周末开赛", MATCH, hours=-300)
    said = [
        Statement(
            id=digest("said", one.id), article=one.id, start=0, end=9, cue="说", cue_span=Span(start=8, end=9),
            kind=StatementKind.INDIRECT, speaker=speaker, speaker_kind=SpeakerKind.NAMED,
            content=(Span(start=0, end=8),), hedge=Hedge.CERTAIN, resolved=resolved,
        )
        for one in (flood, match)
    ]  # fmt: skip
    with closing(Store(tmp_path, create=True)) as store:
        with store.transaction():
            store.apply(FLOW[0], "0123abcd", [Made("two", (flood, match, *said))])
        monkeypatch.setattr(store, "candidates", lambda *_asked, **_more: (match,))
        rows = beside(store, flood)
    assert [row.evidence for row in rows if row.relation is Relation.SPEAKER] == [(speaker,)] * is_listed
