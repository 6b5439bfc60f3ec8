"""Long matters are chains of stories: what goes on where another stopped, and what does not."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from suyuan import stories
from suyuan.records import Article, Follows, SameStory, Story, StoryKind
from suyuan.stories.tell import tell
from tests.stories.newsroom import FIRE, FLOOD, article

TRIAL = (
    article("审", "青石镇河堤决口案开庭 防汛办主任陆宜舟受审", "云溪县法院开庭审理澜水河堤决口案，陆宜舟被控在青石镇河堤加固工程中受贿，他当庭否认。", hours=900),
    article("判", "青石镇河堤决口案宣判：陆宜舟获刑六年", "云溪县法院宣判，陆宜舟因在青石镇澜水河堤工程中受贿，获刑六年。", hours=960),
)  # fmt: skip


def story(*articles: Article, kind: StoryKind | None = None) -> stories.Subject:
    (told,) = tell(articles, linked(articles))
    return stories.subject(replace(told, kind=kind or told.kind), articles)


def linked(articles: tuple[Article, ...]) -> tuple[SameStory, ...]:
    drafts = [stories.prepare(one) for one in articles]
    found = (stories.same(one, other) for place, one in enumerate(drafts) for other in drafts[:place])
    return tuple(link for link in found if link)


def test_a_trial_follows_the_flood_it_is_about() -> None:
    flood, trial = story(*FLOOD), story(*TRIAL)
    link = stories.follows(flood, trial)
    assert link == stories.follows(trial, flood)
    assert link is not None and (link.story, link.earlier) == (trial.story, flood.story)
    assert any("青石" in word for word in link.evidence)


def test_a_story_and_its_sequel_share_keys_though_a_month_lies_between() -> None:
    shared = set(stories.subject_keys(story(*FLOOD))) & set(stories.subject_keys(story(*TRIAL)))
    assert len(shared) >= stories.AT_LEAST


def test_a_fire_in_another_county_follows_no_flood() -> None:
    assert stories.follows(story(*FLOOD), story(*(replace(one, published=TRIAL[0].published) for one in FIRE))) is None


def test_what_was_told_within_the_same_hours_is_no_sequel() -> None:
    beside = tuple(replace(one, published=FLOOD[0].published, id=one.id) for one in TRIAL)
    assert stories.follows(story(*FLOOD[:2]), story(*beside)) is None


def test_of_two_single_pages_none_follows_the_other() -> None:
    assert stories.follows(story(FLOOD[0]), story(TRIAL[0])) is None


def test_a_round_up_meets_no_story() -> None:
    assert not tuple(stories.subject_keys(story(*FLOOD, kind=StoryKind.ROUNDUP)))


def told(name: str, day: int) -> Story:
    at = FLOOD[0].first_seen + timedelta(days=day)
    return Story(id=name, kind=StoryKind.HAPPENING, title=name, headline=name, articles=(name,), first=at, last=at)


def link(story: str, earlier: str, score: float) -> Follows:
    return Follows(id=story + earlier, story=story, earlier=earlier, score=score)


def test_a_saga_goes_from_each_story_to_the_one_that_follows_best() -> None:
    known = {name: told(name, day) for day, name in enumerate("决查审判")}
    links = [
        link("查", "决", 0.5),
        link("审", "决", 0.3),
        link("审", "查", 0.4),
        link("判", "审", 0.6),
        link("判", "失", 0.9),
    ]
    for name in known:
        assert [one.id for one in stories.saga(name, links, known)] == ["决", "查", "审", "判"]
    assert stories.saga("失", links, known) == ()
