"""The watcher on the small internet: what is published arrives, politely, whatever the weather."""

import random
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path

import pytest

from suyuan import outlets, rows
from suyuan.desk import watch
from suyuan.desk.engines import worker
from suyuan.desk.settings import Intake
from suyuan.desk.store import Store
from suyuan.desk.store.standing import standing
from suyuan.desk.store.subscriptions import Result, Standing, Subscriptions, Watched, Why
from suyuan.desk.watch import Watcher
from suyuan.records import Article, FeedItem, Page, Removal, Revision
from tests.intake.small_internet import BEGIN, Internet, Reply, Request, live, now, redirect

HOUR, DAY = 3600.0, 86_400.0
WORDS = "停航三天的云亭渡轮将于四日恢复运营，首班船时间不变，票价也不调整，受损的两处浮桥已经修复。"


def article(title: str, text: str = WORDS, count: int = 4) -> str:
    paragraphs = "".join(f"<p>第{number}段：{title}。{text}</p>" for number in range(count))
    return f"<html><head><title>{title}_云亭晚报网</title></head><body><h1>{title}</h1><div>2031-06-02 08:00　来源：云亭晚报</div>{paragraphs}</body></html>"


def rss(items: Iterable[tuple[str, str, str]], head: str = "") -> Reply:
    rows = "".join(
        f"<item><title>{title}</title><link>{link}</link><description>{text}</description></item>"
        for title, link, text in items
    )
    body = f'<?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel><title>云亭晚报</title>{head}{rows}</channel></rss>'
    return Reply(body.encode(), headers=(("Content-Type", "application/rss+xml"),))


@dataclass
class Desk:
    """A desk that watches the small internet; each `watch` goes on where the last one ended."""

    folder: Path
    internet: Internet = field(default_factory=Internet)
    rules: Intake = field(default_factory=lambda: Intake(revisits=False))
    elapsed: float = 0.0
    clock_is_off: float = 0.0

    def __post_init__(self) -> None:
        self.store = Store(self.folder, create=True)
        self.subscriptions = Subscriptions(self.folder)

    def subscribe(self, url: str, kind: str = "feed", **more: object) -> None:
        begin = BEGIN.timestamp() + self.elapsed
        self.subscriptions.add(Watched(url=url, address=url, kind=kind, added=begin, next=begin, **more))  # type: ignore[arg-type]

    def watch(self, seconds: float, each: Callable[[], None] = lambda: None) -> None:
        begun = self.elapsed

        async def story() -> None:
            async with self.internet.door() as door:
                clock = lambda: now().timestamp() + begun + self.clock_is_off  # noqa: E731
                watcher = Watcher(
                    self.store, self.subscriptions, door, self.rules, outlets=outlets.packaged(), now=clock,
                    chance=random.Random(7), tick=300.0,
                )  # fmt: skip

                def is_over() -> bool:
                    each()
                    return (now() - BEGIN).total_seconds() >= seconds

                await watcher.run(is_over)

        live(self.internet, story)
        self.internet._last.clear()
        self.elapsed += seconds

    def get(self, url: str) -> Watched:
        found = self.subscriptions.get(url)
        assert found is not None
        return found

    def kept(self) -> list[Page | FeedItem]:
        ids = self.store.db.execute("SELECT id FROM page ORDER BY rowid").fetchall()
        return [one for (page_id,) in ids if (one := self.store.page(str(page_id))) is not None]

    def pages(self) -> list[Page]:
        return [one for one in self.kept() if isinstance(one, Page)]

    def items(self) -> list[FeedItem]:
        return [one for one in self.kept() if isinstance(one, FeedItem)]


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path / "desk")


FEED = "http://news.example.com/rss.xml"


def listing(rows: Iterable[tuple[str, str, str]]) -> str:
    return "<html><title>要闻</title>" + "".join(f'<a href="{link}">{title}</a>' for title, link, _ in rows)


def publish(desk: Desk, number: int, *, text: str = "短", is_up: bool = True) -> tuple[str, str, str]:
    title, link = f"云亭渡轮第{number}次复航的消息", f"http://news.example.com/a/{number}.html"
    if is_up:
        desk.internet.put(link, article(title))
    return title, link, text


# ── from item to article ─────────────────────────────────────────────────────────────────────────


def test_the_page_behind_an_item_is_fetched_and_kept(desk: Desk) -> None:
    desk.internet.put(FEED, rss([publish(desk, 1), publish(desk, 2)]))
    desk.subscribe(FEED)
    desk.watch(120)
    assert sorted(one.url for one in desk.pages()) == [
        "http://news.example.com/a/1.html",
        "http://news.example.com/a/2.html",
    ]
    assert {one.page for one in desk.items()} == {one.id for one in desk.pages()}
    assert desk.subscriptions.pending_count() == 0
    assert desk.get(FEED).title == "云亭晚报"
    assert desk.get(FEED).result == Result.NEW


@pytest.mark.parametrize(
    ("reply", "why"),
    [
        (Reply(b"no", 404), "status 404"),
        (Reply(b"no", 403), "status 403"),
        (Reply(b"%PDF", headers=(("Content-Type", "application/pdf"),)), "application/pdf"),
        (article("云亭渡轮第1次复航的消息", WORDS, 1), "more of the text"),
        (
            article(
                "请先登录后继续阅读全部内容", "本站全部内容仅供会员阅读，登录后可以看到更多精彩报道，欢迎注册。", 30
            ),
            "something else",
        ),
        (redirect("http://169.254.169.254/"), "not on the public internet"),
        (Reply(b"", 500), "status 500"),
        (Reply(b"<p>", delay=200), "did not answer in time"),
        (Reply(b"<p>" * 1000, cut=10), "could not be fetched"),
    ],
)
def test_where_the_page_cannot_be_had_or_reads_worse_the_item_is_used_and_it_is_said_why(
    desk: Desk, reply: Reply | str, why: str
) -> None:
    link = "http://news.example.com/a/1.html"
    desk.internet.put(FEED, rss([("云亭渡轮第1次复航的消息", link, WORDS * 8)]))
    desk.internet.put(link, reply)
    desk.subscribe(FEED)
    desk.watch(2 * HOUR)
    (item,) = desk.kept()
    assert isinstance(item, FeedItem) and item.page is None
    known = desk.subscriptions.fetched(link)
    assert known is not None and known.used.startswith("item: ") and why in known.used
    assert (known.gone is not None) == (why == "status 404")


def test_items_without_an_address_and_old_ones_are_kept_in_their_own_words(desk: Desk) -> None:
    old = "<pubDate>Mon, 05 May 2031 00:00:00 GMT</pubDate>"
    body = rss(
        [
            ("没有地址的条目", "", WORDS),
            ("很久以前的条目", "http://news.example.com/a/9.html", WORDS + "</description>" + old + "<description>"),
        ]
    )
    desk.internet.put(FEED, body)
    desk.subscribe(FEED)
    desk.watch(60)
    assert len(desk.items()) == 2
    assert [path for _, _, path in desk.internet.log] == ["/robots.txt", "/rss.xml"]


def test_one_page_that_two_feeds_lead_to_is_fetched_once(desk: Desk) -> None:
    title, link, text = publish(desk, 1)
    desk.internet.put(FEED, rss([(title, link + "?utm_source=a", text)]))
    desk.internet.put("http://other.example.com/rss", rss([(title, link + "?utm_source=b", text)]))
    desk.subscribe(FEED)
    desk.subscribe("http://other.example.com/rss")
    desk.watch(120)
    assert [path for _, _, path in desk.internet.log if path.startswith("/a/")] == ["/a/1.html"]
    assert {one.page for one in desk.items()} == {desk.pages()[0].id}


def test_an_item_whose_words_change_brings_its_page_again_as_another_page(desk: Desk) -> None:
    title, link, text = publish(desk, 1)
    desk.internet.put(FEED, rss([(title, link, text)]))
    desk.subscribe(FEED)
    desk.watch(7 * HOUR)
    desk.internet.put(link, article(title, WORDS.replace("四日", "五日")))
    desk.internet.put(FEED, rss([(title, link, text + "改")]))
    desk.watch(24 * HOUR)
    assert [one.url for one in desk.pages()] == [link, link]


def test_silent_edits_are_kept_and_pages_taken_down_are_marked_and_never_deleted(desk: Desk) -> None:
    desk.rules = Intake()
    first, second = publish(desk, 1), publish(desk, 2)
    desk.internet.put(FEED, rss([first, second]))
    desk.subscribe(FEED)
    desk.watch(HOUR)
    desk.internet.put(first[1], article(first[0], WORDS.replace("不调整", "上调一成")))
    desk.internet.put(second[1], Reply(b"gone", 410))
    desk.watch(3 * DAY)
    assert sorted(one.url for one in desk.pages()) == [first[1], first[1], second[1]]
    assert is_gone(desk, second[1]) and not is_gone(desk, first[1])


def is_gone(desk: Desk, url: str) -> bool:
    known = desk.subscriptions.fetched(url)
    return known is not None and known.gone is not None


def removals(desk: Desk) -> list[Removal]:
    """The pages that the desk knows to be taken down, each with its article."""
    articles_of(desk)
    found = desk.store.db.execute("SELECT row FROM record WHERE kind = 'Removal'").fetchall()
    return [rows.from_json(Removal, str(row)) for (row,) in found]


def test_a_page_that_is_taken_down_is_asked_for_twice_and_then_known_with_its_article(desk: Desk) -> None:
    desk.rules = Intake()
    first, second = publish(desk, 1), publish(desk, 2)
    desk.internet.put(FEED, rss([first, second]))
    desk.subscribe(FEED)
    desk.watch(HOUR)
    desk.internet.put(second[1], Reply(b"", 404))
    desk.watch(5.5 * HOUR)
    assert not removals(desk), "a server may have a bad moment"
    desk.watch(2 * HOUR)
    (removal,) = removals(desk)
    assert (removal.url, removal.status) == (second[1], 404)
    assert removal.articles == desk.store.at_address(second[1]) != ()
    desk.internet.put(second[1], article(second[0], WORDS))
    desk.watch(8 * DAY)
    assert not removals(desk), "it is back"


def test_a_bad_moment_of_a_server_takes_nothing_down(desk: Desk) -> None:
    desk.rules = Intake()
    story = publish(desk, 1)
    desk.internet.put(FEED, rss([story]))
    desk.subscribe(FEED)
    desk.watch(5 * HOUR)
    desk.internet.put(story[1], Reply(b"", 404))
    desk.watch(90 * 60)
    desk.internet.put(story[1], article(story[0], WORDS))
    desk.watch(3 * DAY)
    known = desk.subscriptions.fetched(story[1])
    assert known is not None and known.gone is None and not removals(desk)


def test_a_page_that_says_in_words_that_it_was_deleted_is_taken_down(desk: Desk) -> None:
    desk.rules = Intake()
    story = publish(desk, 1)
    desk.internet.put(FEED, rss([story]))
    desk.subscribe(FEED)
    desk.watch(HOUR)
    desk.internet.put(story[1], "<html><head><title>提示</title></head><body><p>该内容已被发布者删除</p></body></html>")
    desk.watch(3 * DAY)
    (removal,) = removals(desk)
    assert removal.status == 200 and removal.articles


def printed(desk: Desk, words: list[str], *, name: str = "700211", missing: int | None = None) -> str:
    """An article that its site prints on several pages; gives the address of the first."""
    for number, text in enumerate(words, 1):
        place = "" if number == 1 else f"_{number}"
        pager = f"<div><a href='{name}_{number + 1}.html'>下一页</a></div>" if number < len(words) else ""
        url = f"http://news.example.com/2031/{name}{place}.html"
        whole = article("云亭渡轮第1次复航的消息", f"第{number}页的{text}").replace("</body>", f"{pager}</body>")
        desk.internet.put(url, Reply(b"", 503) if number == missing else whole)
    return f"http://news.example.com/2031/{name}.html"


def articles_of(desk: Desk) -> list[Article]:
    worker.work(desk.store, {"outlets": outlets.packaged()})
    return sorted(desk.store.latest(50), key=lambda one: one.first_seen)


def test_an_article_on_several_pages_is_fetched_whole_in_turn_and_is_one_article(desk: Desk) -> None:
    link = printed(desk, [WORDS + "甲", WORDS + "乙", WORDS + "丙"])
    desk.internet.put(FEED, rss([("云亭渡轮第1次复航的消息", link, WORDS + "甲")]))
    desk.subscribe(FEED)
    desk.watch(120)
    assert [one.url for one in desk.pages()] == [
        link,
        link.replace(".html", "_2.html"),
        link.replace(".html", "_3.html"),
    ]
    assert desk.items()[0].page == desk.pages()[0].id
    assert desk.internet.shortest_gap >= 3.0
    (whole,) = articles_of(desk)
    assert all(f"第{number}页的" in whole.text for number in (1, 2, 3))
    assert (whole.url, whole.further) == (link, tuple(one.id for one in desk.pages()[1:]))


def test_an_edit_on_the_second_page_and_a_page_that_was_missing_at_first_are_seen_when_it_is_looked_at_again(
    desk: Desk,
) -> None:
    desk.rules = Intake()
    link = printed(desk, [WORDS, WORDS, WORDS], missing=3)
    desk.internet.put(FEED, rss([("云亭渡轮第1次复航的消息", link, WORDS)]))
    desk.subscribe(FEED)
    desk.watch(HOUR)
    assert ["第3页的" in one.text for one in articles_of(desk)] == [False]
    printed(desk, [WORDS, WORDS, WORDS])
    desk.watch(7 * HOUR)
    assert ["第3页的" in one.text for one in articles_of(desk)] == [True]
    printed(desk, [WORDS, WORDS.replace("不调整", "上调一成"), WORDS])
    desk.watch(3 * DAY)
    assert ["上调一成" in one.text for one in articles_of(desk)] == [True]
    assert len(desk.store.about(Revision, [one.id for one in articles_of(desk)])) == 1


def test_pages_without_end_and_pagers_that_lead_elsewhere_or_in_a_circle_cost_a_few_requests(desk: Desk) -> None:
    def endless(request: Request) -> Reply:
        number = int(request.path.partition("_")[2].partition(".")[0] or 1)
        return Reply(
            article("云亭渡轮第1次复航的消息", f"第{number}页的{WORDS}")
            .replace("</body>", f"<a href='/2031/700211_{number + 1}.html'>下一页</a></body>")
            .encode(),
            headers=(("Content-Type", "text/html; charset=utf-8"),),
        )

    circle, away = "http://circle.example.com/2031/700211.html", "http://away.example.com/2031/700211.html"
    desk.internet.pages["news.example.com"]["*"] = endless
    for url, following in ((circle, "700211_2.html"), (away, "http://169.254.169.254/2031/700211_2.html")):
        desk.internet.put(url, article("云亭渡轮第1次复航的消息") + f"<a href='{following}'>下一页</a>")
    desk.internet.put(circle.replace(".html", "_2.html"), redirect("/2031/700211.html"))
    desk.internet.put(
        FEED,
        rss(
            [
                ("云亭渡轮第1次复航的消息", url, WORDS)
                for url in ("http://news.example.com/2031/700211.html", circle, away)
            ]
        ),
    )
    desk.subscribe(FEED)
    desk.watch(HOUR)
    asked = Counter(host for _, host, path in desk.internet.log if path.startswith("/2031/"))
    assert asked == {"news.example.com": watch.LEAVES, "circle.example.com": 3, "away.example.com": 1}
    assert not any(address.startswith("169.") for address in desk.internet.dialled)
    assert len(desk.pages()) == watch.LEAVES + 2


# ── kinds ────────────────────────────────────────────────────────────────────────────────────────


def test_a_channel_page_is_watched_for_new_links(desk: Desk) -> None:
    url = "http://news.example.com/list/"
    rows = [publish(desk, number) for number in range(1, 12)]
    desk.internet.put(url, listing(rows[:10]))
    desk.subscribe(url, "list")
    desk.watch(HOUR)
    assert len(desk.pages()) == 10
    desk.internet.put(url, listing(rows))
    desk.watch(DAY)
    assert len(desk.pages()) == 11


def test_a_sitemap_index_is_watched_and_its_archive_left_alone(desk: Desk) -> None:
    url = "http://news.example.com/sitemap.xml"
    new, old, later = publish(desk, 1), publish(desk, 2), publish(desk, 3)
    row = "<url><loc>{}</loc><lastmod>{}</lastmod></url>"
    head = '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">'
    desk.internet.put(
        url, b"<sitemapindex><sitemap><loc>/s1.xml</loc><lastmod>2031-06-01</lastmod></sitemap></sitemapindex>"
    )
    desk.internet.put(
        "http://news.example.com/s1.xml",
        head + row.format(new[1], "2031-06-02T07:00") + row.format(old[1], "2031-01-02"),
    )
    desk.subscribe(url, "sitemap")
    desk.watch(HOUR)
    assert [one.url for one in desk.pages()] == [new[1]]
    desk.internet.put(
        url, b"<sitemapindex><sitemap><loc>/s1.xml</loc><lastmod>2031-06-02T12:00</lastmod></sitemap></sitemapindex>"
    )
    desk.internet.put(
        "http://news.example.com/s1.xml",
        head + row.format(later[1], "2031-06-02T09:00") + row.format(old[1], "2031-01-02"),
    )
    desk.watch(DAY)
    assert [one.url for one in desk.pages()] == [new[1], later[1]]


def test_a_single_page_is_kept_whenever_its_words_change(desk: Desk) -> None:
    url = "http://news.example.com/notice.html"
    desk.internet.put(url, lambda request: article("渡轮公告") + f"<!-- {now()} -->")
    desk.subscribe(url, "page", minutes=60)
    desk.watch(DAY)
    assert len(desk.pages()) == 1
    desk.internet.put(url, article("渡轮公告", WORDS.replace("四日", "六日")))
    desk.watch(DAY)
    assert len(desk.pages()) == 2


def test_a_watched_folder_gives_what_is_put_into_it(desk: Desk, tmp_path: Path) -> None:
    folder = tmp_path / "in 来"
    folder.mkdir()
    (folder / "a.html").write_text(article("一"), encoding="utf-8")
    desk.subscribe(folder.as_uri(), "folder")
    desk.watch(90)
    (folder / "b.html").write_text(article("二"), encoding="utf-8")
    desk.watch(90)
    assert len(desk.pages()) == 2


# ── manners ──────────────────────────────────────────────────────────────────────────────────────


def test_one_request_at_a_time_and_a_pause_between_two(desk: Desk) -> None:
    for host in ("a.example.com", "b.example.com"):
        desk.internet.put(
            f"http://{host}/rss",
            rss([(f"{host}第{n}条新闻的标题", f"http://{host}/a/{n}.html", "短") for n in range(10)]),
        )
        for n in range(10):
            desk.internet.put(
                f"http://{host}/a/{n}.html", Reply(article(f"{host}第{n}条新闻的标题").encode(), delay=1.5)
            )
        desk.subscribe(f"http://{host}/rss")
    desk.watch(300)
    assert len(desk.pages()) == 20
    assert desk.internet.most_at_once == 1
    assert desk.internet.shortest_gap >= 3.0


def test_a_redirect_does_not_lead_around_the_pause(desk: Desk) -> None:
    desk.internet.put("http://short.example.com/1", redirect("http://news.example.com/a/1.html"))
    title, _, text = publish(desk, 1)
    desk.internet.put(FEED, rss([(title, "http://short.example.com/1", text), publish(desk, 2)]))
    desk.subscribe(FEED)
    desk.watch(120)
    assert len(desk.pages()) == 2
    assert desk.internet.shortest_gap >= 3.0


def test_robots_txt_is_obeyed_for_feeds_pages_and_after_redirects(desk: Desk) -> None:
    desk.internet.put("http://news.example.com/robots.txt", "User-agent: *\nDisallow: /private\nCrawl-delay: 20\n")
    desk.internet.put("http://news.example.com/a/9.html", redirect("/private/9.html"))
    desk.internet.put("http://news.example.com/private/9.html", article("不该读的"))
    desk.internet.put(FEED, rss([publish(desk, 1), ("经过转址的新闻", "http://news.example.com/a/9.html", WORDS)]))
    desk.internet.put("http://news.example.com/private/rss", rss([]))
    desk.subscribe(FEED)
    desk.subscribe("http://news.example.com/private/rss")
    desk.watch(600)
    assert not any(path.startswith("/private") for _, _, path in desk.internet.log)
    assert standing(desk.get("http://news.example.com/private/rss"), 0) is Standing.FORBIDDEN
    times = [at for at, _, path in desk.internet.log if path != "/robots.txt"]
    assert min(later - earlier for earlier, later in pairwise(times)) >= 20.0
    desk.subscriptions.change("http://news.example.com/private/rss", ignores_robots=1, next=0.0)  # the owner's override
    desk.watch(60)
    assert desk.get("http://news.example.com/private/rss").result == Result.EMPTY


def test_without_a_robots_txt_that_can_be_had_nothing_is_visited(desk: Desk) -> None:
    desk.internet.put(FEED, rss([publish(desk, 1)]))
    desk.internet.put("http://news.example.com/robots.txt", Reply(b"", 503))
    desk.subscribe(FEED)
    desk.watch(600)
    assert {path for _, _, path in desk.internet.log} == {"/robots.txt"}
    desk.internet.put("http://news.example.com/robots.txt", Reply(b"", 404))
    desk.watch(5 * HOUR)
    assert len(desk.pages()) == 1


@pytest.mark.parametrize("status", [429, 503])
def test_a_host_that_asks_to_be_left_alone_is_left_alone(desk: Desk, status: int) -> None:
    desk.internet.put(FEED, Reply(b"", status, headers=(("Retry-After", "7200"),)))
    desk.internet.put("http://news.example.com/other", rss([]))
    desk.subscribe(FEED)
    desk.watch(30)
    desk.subscribe("http://news.example.com/other")
    desk.watch(1.9 * HOUR)
    assert [path for _, _, path in desk.internet.log] == ["/robots.txt", "/rss.xml"]
    assert (desk.get(FEED).result, desk.get(FEED).why) == (Result.BUSY, Why.ASKS)
    desk.watch(HOUR)
    assert desk.get("http://news.example.com/other").result == Result.EMPTY


# ── when to look again ───────────────────────────────────────────────────────────────────────────


def test_nothing_is_fetched_again_that_has_not_changed(desk: Desk) -> None:
    seen: list[Request] = []

    def answer(request: Request) -> Reply:
        seen.append(request)
        if request.headers.get("if-none-match") == '"v1"':
            return Reply(status=304)
        return Reply(
            rss([publish(desk, 1)]).body, headers=(("ETag", '"v1"'), ("Last-Modified", "Mon, 02 Jun 2031 00:00:00 GMT"))
        )

    desk.internet.put(FEED, answer)
    desk.subscribe(FEED)
    desk.watch(6 * HOUR)
    assert len(seen) > 2
    assert all(request.headers.get("if-modified-since") for request in seen[1:])
    assert [visit.result for visit in desk.subscriptions.visits(FEED)][:-1] == [Result.UNCHANGED] * (len(seen) - 1)


def test_what_changes_often_is_looked_at_often_and_what_does_not_seldom(desk: Desk) -> None:
    busy = "http://busy.example.com/rss"
    desk.internet.put(busy, lambda request: rss([(f"第{int(now().timestamp()) // 600}条", "", WORDS)]))
    desk.internet.put(FEED, rss([publish(desk, 1)]))
    desk.subscribe(busy)
    desk.subscribe(FEED)
    desk.watch(1.5 * DAY)
    assert desk.internet.seen["busy.example.com"] > 100
    assert desk.internet.seen["news.example.com"] < 25


def test_the_owners_interval_holds_and_a_feed_may_ask_for_more_patience(desk: Desk) -> None:
    patient = "http://ttl.example.com/rss"
    desk.internet.put(FEED, rss([publish(desk, 1)]))
    desk.internet.put(patient, rss([("题目", "", WORDS)], "<ttl>180</ttl>"))
    desk.subscribe(FEED, minutes=30)
    desk.subscribe(patient)
    desk.watch(12 * HOUR)
    assert sum(path == "/rss.xml" for _, _, path in desk.internet.log) == 24
    assert 3 <= sum(host == "ttl.example.com" and path == "/rss" for _, host, path in desk.internet.log) <= 5
    assert desk.get(patient).why == Why.ASKS


def test_failures_are_tried_less_and_less_often_and_said(desk: Desk) -> None:
    desk.internet.put(FEED, Reply(b"", 500))
    desk.subscribe(FEED)
    desk.watch(3 * DAY)
    assert 5 < len(desk.subscriptions.visits(FEED)) < 14
    assert standing(desk.get(FEED), BEGIN.timestamp() + 3 * DAY) is Standing.FAILING
    desk.internet.put(FEED, rss([publish(desk, 1)]))
    desk.watch(DAY + HOUR)
    assert desk.get(FEED).failures == 0


def test_a_subscription_that_died_moved_turned_or_went_quiet_is_said_so(desk: Desk) -> None:
    dead, lost, moved, turned, quiet = (
        f"http://{name}.example.com/rss" for name in ("dead", "lost", "moved", "turned", "quiet")
    )
    for url in (dead, lost, moved, turned, quiet):
        desk.internet.put(url, rss([("题目", "", WORDS + url)]))
        desk.subscribe(url)
    desk.watch(HOUR)
    desk.internet.put(dead, Reply(b"", 410))
    desk.internet.put(lost, Reply(b"", 404))
    desk.internet.put(moved, redirect("http://new.example.com/feed", 301))
    desk.internet.put("http://new.example.com/feed", rss([("题目", "", WORDS + moved), ("新", "", WORDS)]))
    desk.internet.put(turned, "<html><body>域名出售</body></html>")
    desk.watch(32 * DAY)
    at = BEGIN.timestamp() + desk.elapsed
    found = [standing(desk.get(url), at) for url in (dead, lost, turned, quiet)]
    assert found == [Standing.DEAD, Standing.DEAD, Standing.TURNED, Standing.QUIET]
    assert desk.get(moved).address == "http://new.example.com/feed"
    assert standing(desk.get(moved), desk.get(moved).moved or 0) is Standing.MOVED
    assert (
        len([one for one in desk.items() if one.subscription == moved]) == 2
    )  # what it brought before is not new again


# ── nothing is lost ──────────────────────────────────────────────────────────────────────────────


def test_what_is_pending_when_the_watcher_is_killed_is_fetched_by_the_next(desk: Desk) -> None:
    desk.internet.put(FEED, rss([publish(desk, number) for number in range(20)]))
    desk.subscribe(FEED)
    for seconds in (8, 9, 10, 11, 5, 7):
        desk.watch(seconds)
        desk = Desk(desk.folder, desk.internet, desk.rules, desk.elapsed)
    assert 0 < len(desk.pages()) < 20
    desk.watch(300)
    assert len(desk.pages()) == 20 == len({one.url for one in desk.pages()})
    assert len([one for one in desk.items() if one.page]) == 20


def test_a_full_disk_keeps_everything_pending(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    desk.internet.put(FEED, rss([publish(desk, 1), publish(desk, 2)]))
    desk.subscribe(FEED)

    def full(_arrivals: object) -> int:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(desk.store, "keep", full)
        desk.watch(HOUR)
    assert "No space left" in capsys.readouterr().err
    assert desk.subscriptions.pending_count() == 2
    desk.watch(HOUR)
    assert len(desk.pages()) == 2


def test_a_clock_that_jumped_does_not_stop_the_watching(desk: Desk) -> None:
    desk.internet.put(FEED, rss([publish(desk, 1)]))
    desk.subscribe(FEED)
    desk.subscriptions.change(FEED, next=BEGIN.timestamp() + 400 * DAY)
    desk.watch(HOUR)
    assert len(desk.pages()) == 1


@pytest.mark.parametrize("is_running", [True, False])
def test_a_clock_that_is_set_back_delays_nothing_and_hurries_nothing(desk: Desk, is_running: bool) -> None:
    busy = "http://busy.example.com/rss"
    desk.internet.put(FEED, rss([publish(desk, 1)]))
    desk.internet.put(busy, Reply(b"", 503, headers=(("Retry-After", "7200"),)))
    desk.subscribe(FEED, minutes=60)
    desk.subscribe(busy)

    def set_back() -> None:
        desk.clock_is_off = -2 * DAY if is_running and len(desk.pages()) else 0.0

    desk.watch(HOUR / 2, set_back)
    desk.clock_is_off = -2 * DAY
    before = len(desk.internet.log)

    def asked() -> list[str]:
        return [path for _, _, path in desk.internet.log[before:]]

    desk.watch(HOUR / 2 - 120)
    assert asked() == []
    desk.watch(HOUR)  # by how much it was set back is known only to the last moment that was written down
    assert asked() == ["/rss.xml"]
    desk.watch(2 * HOUR)
    assert asked().count("/rss") == 1


def test_what_the_site_asks_is_done_and_answered(desk: Desk) -> None:
    desk.internet.put(FEED, rss([publish(desk, 1)]))
    first = desk.subscriptions.ask("add", FEED, BEGIN.timestamp())
    second = desk.subscriptions.ask("add", "http://127.0.0.1/", BEGIN.timestamp())
    desk.watch(600)
    assert '"added": true' in (desk.subscriptions.asked(first)[0].answer or "")
    assert "error" in (desk.subscriptions.asked(second)[0].answer or "")
    assert len(desk.pages()) == 1
    before = desk.internet.seen["news.example.com"]
    desk.subscriptions.ask("poll", FEED, BEGIN.timestamp())
    desk.watch(60)
    assert desk.internet.seen["news.example.com"] == before + 1


def test_a_person_who_asks_again_is_not_told_what_failed_before(desk: Desk) -> None:
    desk.internet.put("http://news.example.com/robots.txt", Reply(b"", 503))
    desk.internet.put(FEED, rss([publish(desk, 1)]))
    first = desk.subscriptions.ask("add", FEED, BEGIN.timestamp())
    desk.watch(60)
    assert "status 503" in (desk.subscriptions.asked(first)[0].answer or "")
    desk.internet.put("http://news.example.com/robots.txt", Reply(b"", 404))
    second = desk.subscriptions.ask("add", FEED, BEGIN.timestamp())
    desk.watch(60)
    assert '"added": true' in (desk.subscriptions.asked(second)[0].answer or "")


def test_what_is_remembered_of_pages_does_not_grow_for_years(desk: Desk) -> None:
    desk.rules = Intake()
    first, second = publish(desk, 1), publish(desk, 2)
    desk.internet.put(FEED, rss([first, second]))
    desk.subscribe(FEED)
    desk.watch(HOUR)
    desk.internet.put(second[1], Reply(b"gone", 410))
    desk.watch(3 * DAY)
    desk.subscriptions.tidy(BEGIN.timestamp() + desk.elapsed)
    assert desk.subscriptions.fetched(first[1]) is not None
    desk.subscriptions.tidy(BEGIN.timestamp() + 100 * DAY)
    assert desk.subscriptions.fetched(first[1]) is None
    assert is_gone(desk, second[1])


def test_a_bug_that_one_page_shows_costs_that_page_and_nothing_else(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    rows = [publish(desk, number) for number in range(4)]
    desk.internet.put(FEED, rss([(title, link, WORDS) for title, link, _ in rows]))
    desk.subscribe(FEED)
    choosing = watch.choose.choose

    def faulty(
        reading: watch.choose.Reading, item: FeedItem | None, directory: outlets.Directory
    ) -> watch.choose.Choice:
        if reading.pages[0].url.endswith("/2.html"):
            raise ZeroDivisionError("oh")
        return choosing(reading, item, directory)

    monkeypatch.setattr(watch.choose, "choose", faulty)
    desk.watch(300)
    assert len(desk.pages()) == 3 and len(desk.items()) == 4
    assert [one.page is None for one in desk.items()].count(True) == 1
    assert "ZeroDivisionError" in capsys.readouterr().err


def test_where_nothing_can_be_written_down_hosts_are_left_in_peace(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    desk.internet.put(FEED, rss([publish(desk, 1)]))
    desk.subscribe(FEED)

    def full(_visit: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(desk.subscriptions, "visited", full)
        desk.watch(600)
    assert desk.internet.seen["news.example.com"] < 15
    desk.watch(600)
    assert len(desk.pages()) == 1
