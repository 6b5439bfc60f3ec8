"""What the rooms make is seen: versions, changes, earlier knowledge, sagas, names of one speaker, facts of an outlet."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from litestar.testing import TestClient

from suyuan.desk.site import create
from suyuan.desk.store import Made, Store
from suyuan.flow import FLOW
from suyuan.records import (
    Article,
    Follows,
    OriginKind,
    Record,
    Revision,
    SameSpeaker,
    Span,
    Speaker,
    SpeakerKind,
    Statement,
    digest,
)
from tests.desk.test_site_newsroom import (
    ARTICLES,
    CANTEEN_STORY,
    EVENING,
    NOON,
    NOW,
    ORIGINS,
    PORTAL,
    STATEMENTS,
    TUNNEL_STORY,
    WIRE,
    article,
    newsroom,
)

Client = TestClient  # type: ignore[type-arg]
HERE = "http://127.0.0.1:8000"

OLD = "新滨社云州6月4日电 云州地铁集团4日16时通报，南山隧道渗水共造成4人受伤。\n通报称，抢修仍在进行。"
BEFORE: Article = replace(
    article("xinbin-old", "云州地铁：南山隧道渗水致4人受伤", "新滨社", OLD, minutes=380), url=WIRE.url
)
REVISED = Revision(
    id=digest("revision", WIRE.id, BEFORE.id), article=WIRE.id, earlier=BEFORE.id, at=WIRE.first_seen,
    removed=(Span(start=OLD.find("云州地铁集团"), end=OLD.find("\n")),), added=(Span(start=0, end=20),),
)  # fmt: skip
SEQUEL = Follows(
    id=digest("follows", 1),
    story=CANTEEN_STORY.id,
    earlier=TUNNEL_STORY.id,
    score=0.4,
    evidence=("云州地铁集团", "南山隧道"),
)


def speaker(of: Article, name: str, key: str | None = None, *others: str) -> Speaker:
    return Speaker(
        id=digest("speaker", of.id, name), article=of.id, name=name, kind=SpeakerKind.NAMED, key=key, others=others
    )


FULL = speaker(EVENING, "周广平", "周广平", "周发言人")
OFFICE = speaker(WIRE, "云州地铁集团发言人", None)
ONE_MAN = SameSpeaker(
    id=digest("same", 1), a=FULL.id, b=OFFICE.id, score=0.9, evidence=("云州地铁集团发言人 = 周广平",)
)
NAMESAKE = speaker(PORTAL, "周广安", "周广安")
SAID = [one for one in STATEMENTS if one.article == EVENING.id]
BY_HAND: Statement = replace(SAID[0], resolved="owner")
BY_MODEL: Statement = replace(SAID[1], resolved="second reader")


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Client]:
    folder = seen(tmp_path_factory.mktemp("seen"))
    with TestClient(create(folder, now=NOW + timedelta(hours=1)), base_url=HERE) as client:
        yield client


def seen(folder: Path) -> Path:
    """The invented newsroom with more of what the rooms make."""
    store = Store(newsroom(folder))
    with store.transaction():
        store.apply(
            FLOW[0],
            "0123abcd",
            [
                Made(
                    "more",
                    (
                        BEFORE,
                        REVISED,
                        BY_HAND,
                        BY_MODEL,
                        SEQUEL,
                        replace(TUNNEL_STORY, superseded=(BEFORE.id,)),
                        FULL,
                        OFFICE,
                        ONE_MAN,
                        NAMESAKE,
                    ),
                )
            ],
        )
        store.graph.set_link("follow", SEQUEL.story, SEQUEL.earlier, SEQUEL.id)
    store.close()
    return folder


def of(desk: Client, address: str) -> str:
    """A page in Chinese."""
    answer = desk.get(address, headers={"accept-language": "zh"})
    assert answer.status_code == 200, address
    return answer.text


def test_an_article_says_how_many_versions_its_address_has(desk: Client) -> None:
    page = of(desk, f"/article/{WIRE.id}")
    assert "本地址有 2 个版本" in page
    assert f"/why/{REVISED.id}" in page
    assert "这是旧版本" not in page


def test_an_earlier_version_says_at_its_top_that_there_is_a_newer_one(desk: Client) -> None:
    page = of(desk, f"/article/{BEFORE.id}")
    assert page.index("这是旧版本") < page.index("<h1")
    assert f"/article/{WIRE.id}" in page


def test_the_sentences_that_went_and_came_can_be_read(desk: Client) -> None:
    page = of(desk, f"/why/{REVISED.id}")
    assert "<del>云州地铁集团4日16时通报，南山隧道渗水共造成4人受伤。</del>" in page
    assert f"<ins>{WIRE.text[:20]}</ins>" in page
    assert f"<del>{BEFORE.title}</del>" in page
    assert f"/kept/{WIRE.page}" in page
    assert f"/article/{BEFORE.id}" in page[page.index('class="walk"') :], "the walk leads back to both"


def test_an_earlier_version_is_no_row_of_a_list_and_no_report_of_its_outlet(desk: Client) -> None:
    outlet = of(desk, f"/outlet/{WIRE.outlet}")
    assert f"/article/{WIRE.id}" in outlet and f"/article/{BEFORE.id}" not in outlet
    assert 'href="#reports">1 篇</a>' in outlet and "据其最新 1 篇统计" in outlet
    assert "统计至6月4日" in outlet
    front = of(desk, "/")
    latest = front[front.index('id="latest"') :]
    assert f"/article/{WIRE.id}" in latest and f"/article/{BEFORE.id}" not in latest
    assert f"{len(ARTICLES)} 篇文章" in front
    listed = desk.get("/api/v1/articles").json()["articles"]
    assert {one["id"] for one in listed} == {one.id for one in ARTICLES}


def test_reports_are_counted_whatever_comes_and_goes_in_which_order(tmp_path: Path) -> None:
    def counted(store: Store, *made: Record) -> tuple[int, int]:
        with store.transaction():
            store.apply(FLOW[0], "0123abcd", [Made("more", made)])
        return store.reports(), store.published("新滨社")

    store = Store(newsroom(tmp_path))
    one_more, twice = replace(BEFORE, id="f" * 16), replace(REVISED, id="e" * 16, article="f" * 16)
    assert counted(store, REVISED) == (len(ARTICLES), 1), "of an article that did not come yet"
    assert counted(store, REVISED, BEFORE) == (len(ARTICLES), 1)
    assert counted(store, REVISED, twice, BEFORE, one_more) == (len(ARTICLES) + 1, 2), (
        "earlier than two, and one report less"
    )
    assert counted(store, twice, BEFORE, one_more) == (len(ARTICLES) + 1, 2)
    store.index_again()
    assert (store.reports(), store.published("新滨社")) == (len(ARTICLES) + 1, 2)
    assert counted(store, BEFORE, one_more) == (len(ARTICLES) + 2, 3)
    assert counted(store, REVISED) == (len(ARTICLES), 1)


def test_an_article_that_was_never_changed_speaks_of_no_versions(desk: Client) -> None:
    assert "个版本" not in of(desk, f"/article/{EVENING.id}")


def test_a_speaker_set_by_hand_or_by_the_second_reader_is_told_as_such(desk: Client) -> None:
    page = of(desk, f"/article/{EVENING.id}")
    assert "说话人经人工更正" in page
    assert "由第二读者（语言模型）认出" in page


def test_a_page_that_was_taken_down_is_still_shown_and_says_so(tmp_path: Path) -> None:
    folder = newsroom(tmp_path)
    store = Store(folder)
    store.take_down(str(EVENING.url), EVENING.page, NOW, 410)
    store.close()
    with TestClient(create(folder, now=NOW), base_url=HERE) as client:
        page = of(client, f"/article/{EVENING.id}")
        assert "原页已撤下" in page and "410" in page
        assert EVENING.text.splitlines()[0][:12] in page
        removal = client.get(f"/api/v1/article/{EVENING.id}").json()["removal"]
        assert (removal["status"], removal["articles"]) == (410, [EVENING.id])
        assert client.get(f"/api/v1/article/{WIRE.id}").json()["removal"] is None


# ── a story ──────────────────────────────────────────────────────────────────────────────────────

STORY = f"/story/{TUNNEL_STORY.id}"


def test_a_story_tells_what_changed_and_which_copies_have_not_followed(desk: Client) -> None:
    page = of(desk, STORY)
    assert "转载中尚未见更正（2 篇）" in page
    assert "Zhou Guangping" in page[page.index('id="changes"') :]


def test_a_story_leads_on_to_what_came_after_it_and_back(desk: Client) -> None:
    after, before = of(desk, STORY), of(desk, f"/story/{CANTEEN_STORY.id}")
    assert after.index("后续") < after.index(f"/story/{CANTEEN_STORY.id}")
    assert before.index("前情") < before.index(STORY)
    assert "云州地铁集团、南山隧道" in after
    assert SEQUEL.id in of(desk, f"/why/{SEQUEL.id}")


def test_a_document_is_not_named_after_who_printed_it_first(tmp_path: Path) -> None:
    folder = newsroom(tmp_path)
    with TestClient(create(folder, now=NOW), base_url=HERE) as client:
        assert "文件或通稿" not in of(client, STORY)
    store = Store(folder)
    with store.transaction():
        store.apply(FLOW[0], "0123abcd", [Made("document", (replace(ORIGINS[0], kind=OriginKind.DOCUMENT),))])
    store.close()
    with TestClient(create(folder, now=NOW), base_url=HERE) as client:
        page = of(client, STORY)
        assert page.index("文件或通稿") < page.index("最早见于") < page.index(EVENING.title, page.index("文件或通稿"))


def test_a_story_as_known_earlier_holds_only_what_had_been_seen_by_then(desk: Client) -> None:
    page = of(desk, f"{STORY}?at={(NOON + timedelta(minutes=90)).isoformat().replace('+', '%2B')}")
    assert "这是过去的样子" in page
    assert "另有 3 篇晚于此时" in page
    assert f"/article/{PORTAL.id}" in page
    assert f"/article/{WIRE.id}" not in page, "nothing of what came later"
    assert "5人" not in page
    assert "3人" in page
    assert 'href="/why/' in page, "what stands in the store keeps its proof"


def test_the_api_gives_a_story_as_known_earlier_as_the_page_shows_it(desk: Client) -> None:
    address, then = f"/api/v1{STORY}", (NOON + timedelta(minutes=90)).isoformat().replace("+", "%2B")
    now, told = desk.get(address).json(), desk.get(f"{address}?at={then}").json()
    assert told["past"]["hidden"] == 3
    assert told["past"]["is_weighed"] is True
    assert len(told["story"]["articles"]) == len(now["story"]["articles"]) - 3
    seen = {article for one in told["claims"] for article in one["corroboration"]["articles"]}
    assert seen and WIRE.id not in seen
    assert "past" not in now or now["past"] is None
    assert desk.get(f"{address}?at=2099-01-01T00:00:00Z").json() == now, "what is to come is not known yet"
    assert desk.get(f"{address}?at=yesterday").status_code == 400
    assert desk.get(f"/api/v1/story/0?at={then}").status_code == 404


def test_an_hour_is_of_today_and_a_day_is_all_that_was_known_by_its_end(desk: Client) -> None:
    assert of(desk, f"{STORY}?at=13:30") == of(desk, f"{STORY}?at=2031-06-04T13:30")
    assert "另有 3 篇晚于此时" in of(desk, f"{STORY}?at=13:30")
    assert of(desk, f"{STORY}?at=2031-06-03") == of(desk, f"{STORY}?at=2031-06-03T23:59:59")
    assert "这是过去的样子" not in of(desk, f"{STORY}?at=2031-06-04"), "today is not over"


def test_a_version_that_was_current_then_is_shown_until_the_next_was_seen(desk: Client) -> None:
    then, later = (
        of(desk, f"{STORY}?at={(NOON + timedelta(minutes=each)).isoformat().replace('+', '%2B')}")
        for each in (400, 420)
    )
    assert f"/article/{BEFORE.id}" in then
    assert f"/article/{WIRE.id}" not in then
    assert f"/article/{WIRE.id}" in later
    assert f"/article/{BEFORE.id}" not in later
    assert "另有 1 个旧版本不计" in of(desk, STORY)


def test_before_anything_was_seen_the_first_moment_is_shown_and_said_to_be(desk: Client) -> None:
    page = of(desk, f"{STORY}?at=2030-01-01T00:00")
    assert "此前尚未见到其中任何一篇" in page
    assert f"/article/{EVENING.id}" in page


@pytest.mark.parametrize("odd", ["yesterday", "0001-01-01T00:00", "9999-12-31T23:59", "", "2031-13-01T00:00"])
def test_a_moment_that_is_none_shows_what_is_known_now(desk: Client, odd: str) -> None:
    assert desk.get(f"{STORY}?at={odd}").status_code == 200


def test_a_copy_says_in_words_what_it_did_to_its_text(desk: Client) -> None:
    page = of(desk, STORY)
    assert "换了标题" in page[page.index('id="reprints"') :]


# ── a speaker, an outlet ─────────────────────────────────────────────────────────────────────────


def test_a_speaker_has_the_names_that_other_reports_give_and_the_ground_for_it(desk: Client) -> None:
    page = of(desk, "/speaker/周广平")
    assert "又称 周发言人" in page
    assert OFFICE.name in page[page.index("同一说话人的其他称呼") :]
    assert f"/why/{ONE_MAN.id}" in page
    assert "周广安" not in page, "people who are not linked stay apart"
    assert of(desk, f"/why/{ONE_MAN.id}")


def test_an_outlet_shows_what_its_reports_add_up_to_with_how_many(desk: Client) -> None:
    copier = of(desk, "/outlet/老王说地铁")
    assert "1 篇中 1 篇，其中 0 篇注明" in copier
    assert "1 个标签中 1 个不成立" in copier
    assert "/outlet/%E4%BA%91%E5%B7%9E%E6%99%9A%E6%8A%A5" in copier, "whom it copies"
    evening = of(desk, "/outlet/云州晚报")
    assert "原页“相关”" in evening
    assert "1 个中 1 个后来有更新" in evening


def test_facts_are_counted_over_the_newest_reports_and_stand_on_the_first_page_only(desk: Client) -> None:
    assert 'id="facts"' in of(desk, "/outlet/云州晚报")
    assert 'id="facts"' not in of(desk, "/outlet/云州晚报?before=2031-06-05T00:00:00Z")
