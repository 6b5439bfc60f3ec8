"""What the owner says of two addresses holds whatever the articles say, and an address that is revised is one report."""

from __future__ import annotations

import random
from collections.abc import Iterable
from dataclasses import replace
from datetime import timedelta

import pytest

from suyuan import flow, stories
from suyuan.records import (
    Article,
    Correction,
    CorrectionKind,
    Place,
    Record,
    Revision,
    SameStory,
    Story,
    StoryKind,
    digest,
)
from tests.stories.newsroom import FIRE, FLOOD, MORNING, PROBE, article

STEPS = tuple(
    replace(step, reads=(Article, Correction, Revision)) for step in flow.FLOW if step.name in ("gather", "tell")
)
ALL = tuple(replace(one, url=f"https://{ord(one.id)}.example/a") for one in (*FLOOD, *FIRE, PROBE))
FIRST, SECOND, THIRD, FOURTH, BURNT, BURNING, SPACE = ALL


def told(*given: Record) -> set[Story]:
    return set(flow.run(given, STEPS, needs={}).of(Story))


def members(found: Iterable[Story]) -> set[frozenset[str]]:
    return {frozenset(story.articles) for story in found}


def correction(kind: CorrectionKind, one: Article, other: Article, *, hours: float = 0) -> Correction:
    return Correction(
        id=digest("correction", one.id, other.id), kind=kind, places=(Place(address=str(one.url)), Place(address=str(other.url))),
        articles=(one.id, other.id), made=MORNING + timedelta(hours=hours),
    )  # fmt: skip


def revision(article: Article, earlier: Article) -> Revision:
    return Revision(id=digest("revision", article.id, earlier.id), article=article.id, earlier=earlier.id, at=MORNING)


SAME, OTHER = CorrectionKind.SAME_STORY, CorrectionKind.OTHER_STORY


def test_two_articles_that_share_nothing_are_one_story_where_the_owner_says_so() -> None:
    made = flow.run((*ALL, correction(SAME, SPACE, BURNT)), STEPS, needs={})
    assert members(made.of(Story)) == {frozenset("甲乙丙丁"), frozenset("戊己庚")}
    assert ("owner",) in {link.evidence for link in made.of(SameStory)}


def test_a_year_between_two_articles_is_no_hindrance_to_the_owner() -> None:
    later = replace(SPACE, published=MORNING + timedelta(days=365))
    assert frozenset("戊己庚") in members(told(BURNT, BURNING, later, correction(SAME, BURNT, later)))


def test_what_the_owner_parts_stays_apart_though_others_are_like_both() -> None:
    found = members(told(*ALL, correction(OTHER, FIRST, FOURTH)))
    assert not any({"甲", "丁"} <= story for story in found)
    assert sum(len(story & set("甲乙丙丁")) for story in found) == 4


@pytest.mark.parametrize("leaves", "甲乙丙丁")
@pytest.mark.parametrize("stays", "甲乙丙丁")
def test_what_the_owner_takes_out_of_a_story_leaves_it_and_the_others_stay(leaves: str, stays: str) -> None:
    """What is named first leaves: it must not take with it those that are like both."""
    if leaves != stays:
        one, other = (next(each for each in ALL if each.id == name) for name in (leaves, stays))
        assert members(told(*ALL[:4], correction(OTHER, one, other))) == {
            frozenset(leaves),
            frozenset("甲乙丙丁") - {leaves},
        }


def test_of_words_that_contradict_each_other_the_later_holds() -> None:
    """The flood's first is the fire's, the fire's is the probe's; but the first and the probe are not one."""
    chain = correction(SAME, FIRST, BURNT, hours=1), correction(SAME, BURNT, SPACE, hours=2)
    parted = members(told(FIRST, BURNT, SPACE, *chain, correction(OTHER, FIRST, SPACE, hours=3)))
    assert parted == {frozenset("甲"), frozenset("戊庚")}
    joined = members(told(FIRST, BURNT, SPACE, *chain, correction(OTHER, FIRST, SPACE, hours=0)))
    assert joined == {frozenset("甲戊庚")}


def test_a_word_of_one_side_alone_and_of_an_address_no_longer_here_changes_nothing() -> None:
    gone = replace(SPACE, id="失", url="https://gone.example/a")
    assert members(told(*ALL, replace(correction(SAME, FIRST, gone), articles=(FIRST.id,)))) == members(told(*ALL))


def test_a_word_holds_for_the_version_of_today() -> None:
    now = replace(SPACE, id="新", text=SPACE.text + "探测器明年返回。", first_seen=MORNING + timedelta(hours=9))
    word = replace(correction(SAME, BURNT, SPACE), articles=(BURNT.id, SPACE.id, now.id))
    found = told(*ALL, now, word, revision(now, SPACE))
    assert frozenset("戊己新") in members(found)


@pytest.mark.parametrize("seed", range(6))
def test_any_order_gives_the_same_stories_with_every_word(seed: int) -> None:
    words = (
        correction(OTHER, FIRST, FOURTH, hours=1),
        correction(SAME, SPACE, BURNT, hours=2),
        correction(SAME, SPACE, FIRST, hours=3),
        correction(OTHER, BURNT, SECOND, hours=4),
    )
    given = [*ALL, *words, revision(SECOND, THIRD)]
    assert told(*random.Random(seed).sample(given, len(given))) == told(*given)


def test_an_earlier_version_belongs_to_the_story_and_is_not_counted_again() -> None:
    old = replace(FIRST, id="旧", title="青石镇河堤告急", text=FIRST.text[:40], published=MORNING - timedelta(hours=1))
    (story,) = (one for one in told(*ALL, old, revision(FIRST, old)) if "甲" in one.articles)
    assert story.articles == ("甲", "乙", "丙", "丁") and story.superseded == ("旧",)
    assert story.id == digest("story", "旧")  # the story has not become another by being told better
    assert flow.articles_of(story) == ("甲", "乙", "丙", "丁", "旧")


def test_versions_that_share_no_words_are_one_report() -> None:
    tick = article("一", "直播｜青石镇救援滚动更新", "8时，救援队出发。")
    later = article("二", "直播｜洪水退去", "20时，水位下降。", hours=12)
    (story,) = told(tick, later, revision(later, tick))
    assert (story.articles, story.superseded, story.kind) == (("二",), ("一",), StoryKind.ROUNDUP)


def test_without_a_word_of_the_owner_nothing_is_bound() -> None:
    assert stories.prepare(FIRST) == stories.prepare(FIRST, (correction(SAME, SECOND, THIRD),), ())
