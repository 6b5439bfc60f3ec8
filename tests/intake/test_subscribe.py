"""What a person types to subscribe, and what is said."""

import asyncio
from collections.abc import Callable, Coroutine
from pathlib import Path
from typing import Any

import pytest

from suyuan import outlets
from suyuan.desk import subscribe, watch, words
from suyuan.desk.errors import DeskError
from suyuan.desk.intake import catalogue
from suyuan.desk.store.subscriptions import Result, Subscriptions, Watched
from suyuan.records import SubscriptionKind
from tests.intake.small_internet import Internet, Reply, live, redirect
from tests.intake.test_kinds import CHANNEL, NEWS
from tests.intake.test_watch import WORDS, article, rss

say = words.words("en")
HOME = "http://www.example.com/"
Add = Callable[..., int]


@pytest.fixture
def internet() -> Internet:
    return Internet()


@pytest.fixture
def add(internet: Internet, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Add:
    """`suyuan add` on the small internet."""

    def run(story: Coroutine[Any, Any, Any]) -> Any:
        return live(internet, lambda: story)

    monkeypatch.setattr(asyncio, "run", run)
    return lambda address, **more: subscribe.add(address, tmp_path / "desk", door=internet.door(), say=say, **more)


def kinds(tmp_path: Path) -> list[tuple[str, str]]:
    return [(one.kind, one.url) for one in Subscriptions(tmp_path / "desk").all()]


def test_a_feed_is_a_feed(internet: Internet, add: Add, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    internet.put(HOME + "feed", rss([("渡轮复航", "/a/1.html", WORDS)]))
    assert add(HOME + "feed", is_sure=True, every=30, into="本地") == 0
    assert "feed, 1 entries" in capsys.readouterr().out
    (one,) = Subscriptions(tmp_path / "desk").all()
    assert (one.kind, one.title, one.minutes, one.folder) == ("feed", "云亭晚报", 30, "本地")
    assert add(HOME + "feed", is_sure=True) == 0
    assert "already" in capsys.readouterr().out


def test_a_home_page_leads_to_the_feeds_that_it_offers(
    internet: Internet, add: Add, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    internet.put(HOME + "news/", CHANNEL)
    internet.put(HOME + "rss.xml", redirect("/real.xml", 301))
    internet.put(HOME + "real.xml", rss([("渡轮复航", "/a/1.html", WORDS)]))
    internet.put(HOME + "atom.xml", Reply(b"not a feed at all"))
    asked: list[str] = []
    assert add(HOME + "news/", ask=lambda question: asked.append(question) or "1") == 0
    assert kinds(tmp_path) == [("feed", HOME + "real.xml")]
    assert len(asked) == 1


def test_without_a_feed_the_sitemap_that_robots_txt_names_and_the_list_itself_are_offered(
    internet: Internet, add: Add, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rows = "".join(f'<a href="/a/2031060{n}/{n}.html">云亭市今年的第{n}条重要新闻</a>' for n in range(1, 12))
    internet.put(HOME, f"<html><title>云亭晚报网</title>{rows}</html>")
    internet.put(
        HOME + "robots.txt",
        b"User-agent: *\nAllow: /\nSitemap: http://www.example.com/all.xml\nSitemap: http://www.example.com/news.xml\n",
    )
    internet.put(HOME + "news.xml", NEWS.encode())
    internet.put(HOME + "all.xml", NEWS.encode())
    assert add("http://www.example.com", ask=lambda _: "2") == 0
    out = capsys.readouterr().out
    assert "1. www.example.com  (sitemap, 2 entries)" in out and "news.xml" in out
    assert kinds(tmp_path) == [("list", HOME)]


def test_a_single_article_is_a_page(internet: Internet, add: Add, tmp_path: Path) -> None:
    internet.put(HOME + "a/20310602/1.html", article("云亭渡轮今日复航"))
    assert add(HOME + "a/20310602/1.html", is_sure=True) == 0
    assert kinds(tmp_path) == [("page", HOME + "a/20310602/1.html")]


def test_nothing_is_subscribed_to_that_was_not_chosen(internet: Internet, add: Add, tmp_path: Path) -> None:
    internet.put(HOME + "feed", rss([("渡轮复航", "/a/1.html", WORDS)]))
    for answer in ("", "0", "7", "no"):
        assert add(HOME + "feed", ask=lambda _, answer=answer: answer) == 1
    internet.put(HOME + "empty", "<html></html>")
    assert add(HOME + "empty", is_sure=True) == 1
    for url in ("http://127.0.0.1/feed", HOME + "missing", "file:///etc/passwd"):
        with pytest.raises(DeskError):
            add(url, is_sure=True)
    with pytest.raises(DeskError):
        add(HOME + "feed", is_sure=True, every=1)
    assert kinds(tmp_path) == []


def test_a_folder_of_this_machine(add: Add, tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    assert add(str(tmp_path / "in"), is_sure=True) == 0
    assert kinds(tmp_path) == [("folder", (tmp_path / "in").as_uri())]


OPML = '<opml version="2.0"><body><outline text="通讯社"><outline xmlUrl="http://a.example.com/rss" text="甲"/></outline><outline xmlUrl="http://b.example.com/rss" text="乙"/></body></opml>'


def test_opml_is_shown_first_and_comes_out_as_it_went_in(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file, desk = tmp_path / "in.opml", tmp_path / "desk"
    file.write_text(OPML, encoding="utf-8")
    assert subscribe.take_in(file, desk, is_sure=False, ask=lambda _: "n", say=say) == 1
    assert "+ 通讯社/甲" in capsys.readouterr().out
    assert Subscriptions(desk).count() == 0
    assert subscribe.take_in(file, desk, is_sure=False, ask=lambda _: "y", say=say) == 0
    assert subscribe.take_in(file, desk, is_sure=True, say=say) == 0
    assert "0 new, 2 already there." in capsys.readouterr().out
    out = tmp_path / "out.opml"
    assert subscribe.give_out(out, desk, say=say) == 0
    assert subscribe.take_in(out, tmp_path / "other", is_sure=True, say=say) == 0
    assert [(one.folder, one.title) for one in Subscriptions(tmp_path / "other").all()] == [
        ("", "乙"),
        ("通讯社", "甲"),
    ]


def test_the_list_says_how_each_is_doing_and_each_can_be_changed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    desk = tmp_path / "desk"
    file = tmp_path / "in.opml"
    file.write_text(OPML, encoding="utf-8")
    subscribe.take_in(file, desk, is_sure=True, say=say)
    url = "http://a.example.com/rss"
    Subscriptions(desk).change(
        url, checked=1.0, result=Result.FAILED, failures=2, detail="It answers with status 500.", why="failures"
    )

    def told(**more: Any) -> str:
        options = {"is_removing": False, "every": None, "ignores_robots": None} | more
        address = options.pop("address", None)
        subscribe.show(address, desk, **options, say=say)
        printed = capsys.readouterr()
        return printed.out + printed.err

    listed = told()
    for expected in (
        "通讯社/甲",
        "failing: It answers with status 500.",
        "after failures",
        "not looked at yet",
        "2 subscriptions",
    ):
        assert expected in listed
    assert "looks at http://a.example.com/rss again" in told(address=url, every=45)
    assert Subscriptions(desk).all()[1].minutes == 45
    assert "every 45 minutes, as you set it" in told(address=url)
    told(address=url, every=0, ignores_robots=True)
    assert (Subscriptions(desk).all()[1].minutes, Subscriptions(desk).all()[1].ignores_robots) == (None, 1)
    assert "has ended" in told(address=url, is_removing=True)
    assert "not subscribed" in told(address=url)


def test_a_new_desk_subscribes_to_the_catalogue_once(tmp_path: Path) -> None:
    subscriptions = Subscriptions(tmp_path)
    assert catalogue.is_new(subscriptions)
    assert catalogue.subscribe(subscriptions, outlets.packaged(), 0.0) == len(catalogue.FEEDS)
    assert not catalogue.is_new(subscriptions)
    for one in subscriptions.all():
        subscriptions.set_host(one.url, next=0.0)
        subscriptions.remove(one.url)
    assert not catalogue.is_new(subscriptions)  # an owner who removed everything wants nothing


def test_every_outlet_of_the_catalogue_is_known_and_no_feed_is_there_twice() -> None:
    assert [outlet for outlet, _, _ in catalogue.FEEDS if outlets.packaged().by_id(outlet) is None] == []
    assert len({url for _, _, url in catalogue.FEEDS}) == len(catalogue.FEEDS)
    assert all(url.startswith(("http://", "https://")) for _, _, url in catalogue.FEEDS)


def test_it_is_said_when_nobody_can_be_reached(tmp_path: Path) -> None:
    subscriptions = Subscriptions(tmp_path)
    for number in range(watch.SILENT):
        url = f"http://{number}.example.com/"
        assert not watch.is_cut_off(subscriptions)
        subscriptions.add(Watched(url=url, address=url, kind=SubscriptionKind.FEED.value))
        subscriptions.change(url, checked=1.0, result=Result.FAILED, failures=1)
    assert watch.is_cut_off(subscriptions)
    subscriptions.change(url, result=Result.NEW, failures=0, changed=1.0)
    assert not watch.is_cut_off(subscriptions)
