"""The page of what is watched: how each does, what its owner may do there, what others may not see; and the watchman's answer."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from urllib.parse import unquote

import apsw
import msgspec
import pytest
from litestar.testing import TestClient

from suyuan.desk.intake import opml
from suyuan.desk.settings import Intake, Settings
from suyuan.desk.site import create
from suyuan.desk.store import health
from suyuan.desk.store.standing import is_stale
from suyuan.desk.store.subscriptions import Result, Subscriptions, Visit, Watched, Why
from tests.desk.test_site_newsroom import NOW, TUNNEL_STORY, newsroom
from tests.intake.small_internet import BEGIN
from tests.intake.test_watch import Desk

Client = TestClient  # type: ignore[type-arg]
HERE = "http://127.0.0.1:8000"
T = NOW.timestamp()
HOUR, DAY = 3600.0, 86_400.0


def watched(name: str, **more: object) -> Watched:
    url = f"https://{name}.example/feed?key=s3cret"
    given: dict[str, object] = {
        "title": f"{name}社", "added": T - 90 * DAY, "checked": T - 600, "result": Result.UNCHANGED, "next": T + 900,
        "why": Why.CHANGES, "changed": T - DAY,
    }  # fmt: skip
    return Watched(**{"url": url, "address": url, "kind": "feed", **given, **more})  # type: ignore[arg-type]


WELL = watched("well")
QUIET = watched("quiet", changed=T - 60 * DAY)
MOVED = watched("moved", address="https://new.example/feed?key=s3cret", moved=T - DAY)
TURNED = watched(
    "turned",
    result=Result.TURNED,
    failures=2,
    failing_since=T - 2 * HOUR,
    detail="It answers with something else than it was.",
)
DEAD = watched("dead", result=Result.GONE, failures=9, failing_since=T - 9 * DAY, detail="It answers with status 410.")  # fmt: skip
ALL = (WELL, QUIET, MOVED, TURNED, DEAD)


def test_who_usually_reports_and_is_not_heard_is_said_beside_the_numbers(folder: Path) -> None:
    page = f"/story/{TUNNEL_STORY.id}"
    with TestClient(create(folder, now=NOW), base_url=HERE) as client:
        assert "were not read lately" not in client.get(page, headers={"accept-language": "en"}).text
    kept = Subscriptions(folder)
    kept.add(watched("evening", title="云州晚报", failures=9, failing_since=T - 9 * DAY, result=Result.FAILED))
    kept.add(watched("elsewhere", title="北境早报", failures=9, failing_since=T - 9 * DAY, result=Result.FAILED))
    kept.close()
    with TestClient(create(folder, now=NOW), base_url=HERE) as client:
        told = client.get(page, headers={"accept-language": "en"}).text
    note = re.search(r'<p class="small unheard".*?</p>', told, re.S)
    assert note and "云州晚报" in note.group()
    assert "北境早报" not in note.group(), "it never reported any of this"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return newsroom(tmp_path)


@pytest.fixture
def kept(folder: Path) -> Iterator[Subscriptions]:
    found = Subscriptions(folder)
    for one in ALL:
        found.add(one)
    found.visited(Visit(WELL.url, T - DAY, Result.NEW, 200, 14, 1000, ""))
    found.visited(Visit(WELL.url, T - 20 * DAY, Result.NEW, 200, 50, 1000, ""))
    yield found
    found.close()


@pytest.fixture
def desk(folder: Path, kept: Subscriptions) -> Iterator[Client]:
    with TestClient(create(folder, now=NOW), base_url=HERE) as client:
        client.headers["accept-language"] = "en"
        yield client


def sent(desk: Client, path: str, **fields: str) -> int:
    found = re.search(r'name="form" value="(\w+)"', desk.get("/subscriptions").text)
    assert found
    return desk.post(f"/subscriptions/{path}", data={"form": found[1], **fields}, follow_redirects=False).status_code


def test_those_that_need_a_look_stand_first_and_say_what_is_wrong(desk: Client) -> None:
    shown = desk.get("/subscriptions").text
    places = [shown.index(f'class="title">{one.title}<') for one in (DEAD, TURNED, MOVED, QUIET, WELL)]
    assert places == sorted(places)
    for words in ("dead", "It answers with status 410.", "turned into something else", "now at", "14 new in 7 days"):
        assert words in shown


def test_what_went_wrong_is_told_in_the_reader_s_language(desk: Client, kept: Subscriptions) -> None:
    kept.change(DEAD.url, detail=f"{DEAD.url} did not answer in time. Try again later.")
    shown = desk.get("/subscriptions", headers={"accept-language": "zh"}).text
    assert "返回的内容已不是原来的那种" in shown and "没有及时回应" in shown


def test_the_front_page_says_how_many_were_not_read_for_hours(desk: Client) -> None:
    assert "1 of 5 subscriptions not read for 6 hours" in desk.get("/").text
    assert "5 个订阅中 1 个已 6 小时未更新" in desk.get("/", headers={"accept-language": "zh"}).text


@pytest.mark.parametrize(
    ("one", "stale"),
    [
        (WELL, False),
        (watched("slow", checked=T - 11 * HOUR, next=T + HOUR), False),
        (watched("late", checked=T - 8 * HOUR, next=T - 7 * HOUR), True),
        (watched("asked for", next=0.0), False),
        (watched("never looked at", checked=None, added=T - 7 * HOUR, next=T - 7 * HOUR), True),
        (watched("failing", failing_since=T - 7 * HOUR), True),
        (watched("failed just now", failing_since=T - HOUR), False),
        (watched("paused", next=T - 7 * HOUR, paused=T - 8 * HOUR), False),
    ],
)
def test_stale_is_what_should_have_been_read_again(one: Watched, stale: bool) -> None:
    assert is_stale(one, T) is stale


def test_a_desk_that_watches_nothing_says_what_to_do(tmp_path: Path) -> None:
    with TestClient(create(newsroom(tmp_path), now=NOW), base_url=HERE) as desk:
        shown = desk.get("/subscriptions", headers={"accept-language": "en"}).text
        assert "Nothing is watched yet." in shown and "suyuan add URL" in shown
        assert "/subscriptions" not in desk.get("/").text.partition('class="dateline"')[2].partition("</p>")[0]


def test_a_desk_that_may_not_watch_says_so_and_takes_nothing(folder: Path, kept: Subscriptions) -> None:
    chosen = Settings(watch=Intake(is_on=False))
    with TestClient(create(folder, now=NOW, chosen=chosen), base_url=HERE) as desk:
        shown = desk.get("/subscriptions", headers={"accept-language": "en"}).text
        assert "Nothing is fetched here." in shown and "the watcher does not run" not in shown
        assert "/subscriptions/add" not in shown and "/subscriptions/look" not in shown
        assert sent(desk, "add", address="https://news.example.com/a") == 409
        assert sent(desk, "look", url=WELL.url) == 409
        assert kept.asked() == ()


def test_an_address_is_handed_to_the_watcher_and_what_came_of_it_is_told(desk: Client, kept: Subscriptions) -> None:
    assert sent(desk, "add", address=" news.example.com/a ") == 303
    (asked,) = kept.asked()
    assert (asked.what, asked.value) == ("add", "https://news.example.com/a")
    assert "the watcher will look at it" in desk.get("/subscriptions").text
    offers = [{"kind": "feed", "url": f"https://news.example.com/{n}", "title": n, "count": 9} for n in ("甲", "乙")]
    for answer, words in (
        ({"added": True, "offers": offers}, "subscribed: 甲"),
        ({"added": False, "offers": offers}, "is subscribed to already: 甲"),
        ({"added": False, "offers": []}, "holds nothing to subscribe to"),
        ({"error": "It &lt;b&gt; cannot be reached."}, "could not be added: It &amp;lt;b&amp;gt; cannot be reached."),
    ):
        kept.answer(asked.n, json.dumps(answer))
        assert words in desk.get("/subscriptions").text


@pytest.mark.parametrize("address", ["", "file:///etc/passwd", "https://", "javascript:alert(1)", "https://a b.example", "https://" + "a" * 3000, "https://[x"])  # fmt: skip
def test_what_is_no_address_of_the_web_is_not_asked_for(desk: Client, kept: Subscriptions, address: str) -> None:
    assert sent(desk, "add", address=address) == 400
    assert kept.asked() == ()


def test_an_owner_looks_now_pauses_resumes_sets_an_interval_and_removes(desk: Client, kept: Subscriptions) -> None:
    assert sent(desk, "look", url=WELL.url) == 303
    assert [(one.what, one.value) for one in kept.asked()] == [("poll", WELL.url)]
    assert sent(desk, "pause", url=WELL.url) == 303
    assert "since" in desk.get("/subscriptions").text.partition('id="paused"')[2]
    assert WELL.url not in {one.url for one in kept.due(T + 9 * DAY)}
    assert sent(desk, "pause", url=WELL.url, off="1") == 303
    assert WELL.url in {one.url for one in kept.due(T)}
    assert sent(desk, "every", url=WELL.url, minutes="1") == 303
    assert (kept.get(WELL.url) or WELL).minutes == 5
    assert "every 5 minutes, as you set it" in desk.get("/subscriptions").text
    assert sent(desk, "every", url=WELL.url, minutes="") == 303
    assert (kept.get(WELL.url) or WELL).minutes is None
    assert sent(desk, "remove", url=WELL.url) == 303
    assert kept.get(WELL.url) is None
    assert [sent(desk, does, url=WELL.url) for does in ("look", "pause", "every", "remove")] == [404] * 4


def test_a_form_without_the_word_of_this_desk_does_nothing(desk: Client, kept: Subscriptions) -> None:
    for does in ("add", "look", "pause", "every", "remove", "take"):
        assert desk.post(f"/subscriptions/{does}", data={"url": WELL.url, "address": WELL.url}).status_code == 403
    assert kept.count() == len(ALL) and kept.asked() == ()


def test_the_list_can_be_taken_to_another_reader(desk: Client) -> None:
    answer = desk.get("/subscriptions.opml")
    assert {one.url for one in opml.read(answer.content)} == {one.address for one in ALL}
    assert "suyuan.opml" in answer.headers["content-disposition"]


def brought(desk: Client, body: bytes, form: str | None = None) -> int:
    found = re.search(r'name="form" value="(\w+)"', desk.get("/subscriptions").text)
    assert found
    return desk.post(
        "/subscriptions/import", data={"form": found[1] if form is None else form}, files={"list": ("a.opml", body)},
        follow_redirects=False,
    ).status_code  # fmt: skip


LIST = f"""<?xml version="1.0" encoding="gb2312"?><opml version="2.0"><body><outline text="要闻">
<outline text="云亭&lt;b&gt;晚报" xmlUrl="https://yunting.example/rss"/><outline text="旧" xmlUrl="{WELL.url}"/></outline>
<outline text="港报" xmlUrl="https://gang.example/rss"/></body></opml>""".encode("gb18030")


def watch(folder: Path) -> None:
    """What the watcher does with what it is asked, once."""
    found = Desk(folder)
    found.clock_is_off = T - BEGIN.timestamp()
    found.watch(1)


def test_a_list_of_another_reader_is_shown_before_anything_is_subscribed_to(
    desk: Client, kept: Subscriptions, folder: Path
) -> None:
    assert brought(desk, LIST) == 303
    assert "load this page again in a moment" in desk.get("/subscriptions").text
    watch(folder)
    shown = desk.get("/subscriptions").text.partition('id="lists"')[2]
    for words in (
        "2 feeds would be new",
        "1 is there already",
        "要闻&nbsp;· 云亭&lt;b&gt;晚报",
        "https://gang.example/rss",
        "Subscribe to all 2 feeds",
    ):
        assert words in shown
    assert kept.count() == len(ALL)
    number = re.search(r'name="list" value="(\d+)"', shown)
    assert number and sent(desk, "take", list=number[1]) == 303
    watch(folder)
    assert kept.count() == len(ALL) + 2
    found = kept.get("https://yunting.example/rss")
    assert found is not None and (found.folder, found.title, found.kind) == ("要闻", "云亭<b>晚报", "feed")
    assert "subscribed to 2 feeds" in desk.get("/subscriptions").text
    assert sent(desk, "take", list=number[1]) == 303
    watch(folder)
    assert kept.count() == len(ALL) + 2


@pytest.mark.parametrize(
    ("body", "why"),
    [
        (b"<html>no list</html>", "The file is no OPML list."),
        (b'<!DOCTYPE x [<!ENTITY a "b">]><opml><body>&a;</body></opml>', "Its document type declares something."),
    ],
)
def test_a_list_that_is_none_or_is_made_to_harm_is_told(desk: Client, folder: Path, body: bytes, why: str) -> None:
    assert brought(desk, body) == 303
    watch(folder)
    assert why in desk.get("/subscriptions").text
    assert why not in desk.get("/subscriptions", headers={"accept-language": "zh"}).text


def test_a_list_is_taken_only_by_a_form_of_this_desk_of_a_size_that_lists_have(
    desk: Client, kept: Subscriptions
) -> None:
    assert brought(desk, LIST, form="guessed") == 403
    assert brought(desk, b"x" * 3_000_000) == 413
    assert brought(desk, b"") == 400
    assert [sent(desk, "take", list=number) for number in ("99", "", "x")] == [404] * 3
    assert kept.asked() == ()


def test_the_last_looks_at_a_subscription_are_told_with_what_was_wrong(desk: Client, kept: Subscriptions) -> None:
    kept.visited(Visit(WELL.url, T - 60, Result.FAILED, 500, 0, 2048, "It answers with status 500."))
    link = re.search(
        r'class="looks" href="(/subscriptions/s-\w+)" aria-label="History: well社"', desk.get("/subscriptions").text
    )
    assert link
    shown = desk.get(link[1]).text
    assert shown.index("It answers with status 500.") < shown.index(">14<") < shown.index(">50<")
    assert "2.0 KB" in shown and "返回状态 500" in desk.get(link[1], headers={"accept-language": "zh"}).text
    assert desk.get("/subscriptions/s-0").status_code == 404


def test_a_reader_of_an_open_desk_sees_how_it_does_and_no_address(folder: Path, kept: Subscriptions) -> None:
    chosen = msgspec.structs.replace(Settings(), public=True)
    with TestClient(create(folder, now=NOW, chosen=chosen), base_url=HERE) as desk:
        shown = desk.get("/subscriptions", headers={"accept-language": "en"}).text
        assert "dead.example" in shown and "dead社" in shown
        assert "s3cret" not in unquote(shown) and "status 410" not in shown and "<form class" not in shown
        assert desk.get("/subscriptions.opml").status_code == 403
        looks = re.search(r'class="looks" href="(/subscriptions/s-\w+)"', shown)
        assert looks and "s3cret" not in unquote(desk.get(looks[1]).text)
        assert desk.post("/subscriptions/import", files={"list": ("a.opml", LIST)}).status_code == 403
        assert desk.post("/subscriptions/take", data={"list": "1"}).status_code == 403
        assert desk.post("/subscriptions/remove", data={"url": WELL.url}).status_code == 403
    assert kept.count() == len(ALL)


def test_it_says_so_where_nothing_looks(desk: Client, folder: Path) -> None:
    assert "the watcher does not run" in desk.get("/subscriptions").text
    health.pulse(folder, "watcher")
    assert "the watcher does not run" not in desk.get("/subscriptions").text


def test_subscriptions_from_before_one_could_pause_are_read_as_they_are(tmp_path: Path) -> None:
    first = Subscriptions(tmp_path)
    first.add(WELL)
    first.db.execute("ALTER TABLE subscription DROP COLUMN paused")
    first.close()
    again = Subscriptions(tmp_path)
    assert again.get(WELL.url) == WELL
    again.close()


# ── for a watchman ───────────────────────────────────────────────────────────────────────────────


def test_a_watchman_is_told_whether_all_is_well_and_nothing_else(folder: Path) -> None:
    health.pulse(folder, "worker")
    with TestClient(create(folder, now=NOW), base_url=HERE) as desk:
        answer = desk.get("/health", headers={"x-forwarded-for": "192.0.2.1"})
        assert answer.status_code == 200
        assert answer.json() == {"status": "ok", "is_readable": True, "silent": []}


def test_a_process_that_went_silent_is_missed(folder: Path) -> None:
    health.pulse(folder, "worker")
    long_ago = (folder / "worker.alive").stat().st_mtime - timedelta(minutes=9).total_seconds()
    os.utime(folder / "worker.alive", (long_ago, long_ago))
    with TestClient(create(folder, now=NOW), base_url=HERE) as desk:
        answer = desk.get("/health")
        assert answer.status_code == 503
        assert answer.json() == {"status": "failing", "is_readable": True, "silent": ["worker"]}


def test_a_desk_that_cannot_be_read_says_so_and_not_where_it_lies(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with TestClient(create(folder, now=NOW), base_url=HERE) as desk:

        def broken(*_: object, **__: object) -> None:
            raise apsw.CorruptError(f"{folder} is malformed")

        monkeypatch.setattr(health, "Store", broken)
        answer = desk.get("/health")
        assert answer.status_code == 503 and answer.json()["is_readable"] is False
        assert str(folder) not in answer.text
