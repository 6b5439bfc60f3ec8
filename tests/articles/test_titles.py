"""Which of a page's titles is the headline, what is cut from it, and times that are counted from the visit."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from suyuan import articles
from suyuan.articles import title
from suyuan.outlets import Directory
from suyuan.records import Article, Outlet, OutletKind, Page, Precision

FETCHED = datetime(2031, 6, 2, 4, 10, tzinfo=UTC)  # ten past noon in China
TEXT = "云亭港二日恢复通航，停航十二天的渡轮清晨六时驶离码头，首班载客一百四十人，其中多数是回城上班的居民。"
ENGLISH = (
    "The ferry of Yunting left the pier at six in the morning, and most of its passengers were on their way to work. "
)


def read(head: str, body: str, *, text: str = TEXT, kind: OutletKind = OutletKind.PORTAL) -> Article:
    outlet = Outlet(id="yunting", name="云亭晚报", kind=kind, domains=("yunting.example",))
    markup = f"<html><head>{head}</head><body>{body}<div class=content><p>{text * 2}</p><p>{text * 3}</p></div></body></html>"
    page = Page(
        id="p", url="http://yunting.example/1.html", body=markup.encode(), fetched=FETCHED, first_seen=FETCHED, media_type="text/html",
    )  # fmt: skip
    (made,) = articles.extract(page, outlets=Directory((outlet,)))
    assert isinstance(made, Article)
    return made


@pytest.mark.parametrize(
    ("document", "headline"),
    (
        ("渡轮复航首日见闻_云亭新闻_云亭网", "渡轮复航首日见闻"),
        ("渡轮复航首日见闻 - 云亭晚报", "渡轮复航首日见闻"),
        ("渡轮复航首日见闻--社会--云亭网", "渡轮复航首日见闻"),
        ("渡轮复航首日见闻|渡轮|港口_云亭网", "渡轮复航首日见闻"),
        ("渡轮复航丨首日见闻与十二天的等待_云亭网", "渡轮复航丨首日见闻与十二天的等待"),
        ("复航了_云亭网", "复航了"),
        ("Ferry back in service | The Yunting Post", "Ferry back in service"),
        ("Covid-19: what we know", "Covid-19: what we know"),
    ),
)
def test_the_names_of_channel_and_site_are_no_part_of_a_title(document: str, headline: str) -> None:
    assert title.bare(document) == headline or headline.startswith(title.bare(document))


@pytest.mark.parametrize(
    ("written", "headline", "is_original"),
    (
        ("原创 渡轮复航首日见闻", "渡轮复航首日见闻", True),
        ("转载 渡轮复航首日见闻", "渡轮复航首日见闻", False),
        ("[原创] 渡轮复航首日见闻", "渡轮复航首日见闻", True),
        ("推荐 渡轮复航首日见闻", "渡轮复航首日见闻", None),
        ("原创歌曲大赛落幕", "原创歌曲大赛落幕", None),
    ),
)
def test_a_label_is_no_part_of_a_title(written: str, headline: str, is_original: bool | None) -> None:
    assert title.label(written) == (headline, is_original)


def test_a_short_headline_is_one() -> None:
    made = read("<title>复航了-云亭网</title>", "<h1>复航了</h1><div>2031-06-02 09:00</div>")
    assert made.title == "复航了"


def test_a_document_title_that_is_the_sites_is_not_the_headline() -> None:
    assert (
        read("<title>云亭网</title>", "<h2>渡轮复航首日见闻</h2><div>2031-06-02 09:00</div>").title
        == "渡轮复航首日见闻"
    )


def linked(headline: str) -> str:
    return f'<script type="application/ld+json">{{"@type":"NewsArticle","headline":"{headline}"}}</script>'


@pytest.mark.parametrize(
    ("head", "body", "headline"),
    (
        # the publishing system's own headline before that for search engines
        ("<title>Ferry Yunting timetable 2031 | Post</title>" + linked("The ferry is back"), "<h1>The ferry is back</h1>", "The ferry is back"),
        # a kicker of its own that metadata leave out, or say otherwise
        ("<title>Port: Ferry back in service after twelve days</title><meta property=og:title content='Ferry back in service after twelve days'>" + linked("Port: Ferry back in service after twelve days"), "<h2><span class=k>Port</span><span class=h>Ferry back in service after twelve days</span></h2>", "Ferry back in service after twelve days"),
        ("<title>Harbour: Ferry back in service after twelve days</title><meta property=og:title content='Harbour: Ferry back in service after twelve days'>", "<h1><span class=k>Port of Yunting</span> <span class=h>Ferry back in service after twelve days</span></h1>", "Ferry back in service after twelve days"),
        # a kicker that all of them have belongs to the title
        ("<title>Port: Ferry back in service after twelve days</title><meta property=og:title content='Port: Ferry back in service after twelve days'>" + linked("Port: Ferry back in service after twelve days"), "<h1><span class=k>Port</span><i>: </i><span class=h>Ferry back in service after twelve days</span></h1>", "Port: Ferry back in service after twelve days"),
    ),
)  # fmt: skip
def test_elsewhere_the_title_is_what_the_publisher_calls_it(head: str, body: str, headline: str) -> None:
    assert read(head, body, text=ENGLISH).title == headline


def test_japanese_is_not_chinese() -> None:
    text = "渡船は二日、十二日ぶりに運航を再開し、始発便には百四十人が乗り込んだ。多くは街へ通勤する住民だった。"
    made = read(
        "<title>渡船再開 検索用の長い見出し - 云亭</title>" + linked("渡船が運航再開"),
        "<h1>渡船が運航再開</h1>",
        text=text,
    )
    assert (made.title, made.language) == ("渡船が運航再開", "ja")


@pytest.mark.parametrize(
    ("stamp", "published", "precision"),
    (
        ("昨天 08:12", "2031-06-01T08:12:00+08:00", Precision.MINUTE),
        ("前天 23:59:30", "2031-05-31T23:59:30+08:00", Precision.SECOND),
        ("今天 09:05", "2031-06-02T09:05:00+08:00", Precision.MINUTE),
        ("3小时前", "2031-06-02T09:10:00+08:00", Precision.HOUR),
        ("25分钟前", "2031-06-02T11:45:00+08:00", Precision.MINUTE),
        ("2天前", "2031-05-31T12:10:00+08:00", Precision.DAY),
        ("刚刚", "2031-06-02T12:10:00+08:00", Precision.MINUTE),
        ("12-30 21:15", "2030-12-30T21:15:00+08:00", Precision.MINUTE),
        ("05月30日 07:00", "2031-05-30T07:00:00+08:00", Precision.MINUTE),
    ),
)
def test_words_for_a_time_are_counted_from_the_visit(stamp: str, published: str, precision: Precision) -> None:
    made = read(
        "<title>渡轮复航首日见闻</title>",
        f"<h1>渡轮复航首日见闻</h1><div><span>{stamp}</span> <span>来源：云亭晚报</span></div>",
    )
    assert made.published == datetime.fromisoformat(published).astimezone(UTC) and made.precision is precision


def test_a_pen_name_beside_the_time_is_an_author_only_on_a_newsrooms_own_page() -> None:
    body = "<h1>渡轮复航首日见闻</h1><div>2031-06-02 09:00 观潮</div>"
    paper = read("<title>渡轮复航首日见闻</title>", body, kind=OutletKind.PAPER)
    portal = read("<title>渡轮复航首日见闻</title>", body)
    assert (paper.byline, paper.credit) == (("观潮",), None)
    assert (portal.byline, portal.credit) == ((), "观潮")


@pytest.mark.parametrize(
    ("head", "body", "published"),
    (
        # a time without its zone takes that of the same time elsewhere on the page
        ('<script type="application/ld+json">{"@type":"NewsArticle","datePublished":"2031-06-02 09:00:30"}</script><meta name=date content="2031-06-02T09:00:30+02:00">', "", "2031-06-02T09:00:30+02:00"),
        # what the publishing system says outweighs the time of another article beside it
        ("<meta property=article:published_time content=2031-06-02T07:00:00Z>", "<time datetime=2031-05-20T10:00:00Z>20 May 2031, 12:00</time>", "2031-06-02T07:00:00+00:00"),
    ),
)  # fmt: skip
def test_a_time_elsewhere_keeps_its_zone(head: str, body: str, published: str) -> None:
    made = read(f"<title>The ferry is back</title>{head}", f"<h1>The ferry is back</h1>{body}", text=ENGLISH)
    assert made.published == datetime.fromisoformat(published).astimezone(UTC)


@pytest.mark.parametrize(
    ("author", "publisher", "names"),
    (
        # a newsroom signs with its own name where nobody else has
        ('{"@type":"Organization","name":"Yunting Post"}', '{"@type":"Organization","name":"Post Media"}', ()),
        ('{"@type":"NewsMediaOrganization","name":"Yunting Post"}', "null", ()),
        ('{"@type":"Person","name":"Yunting Post"}', '[{"@type":"Organization","name":"Yunting Post"}]', ()),
        # who is called a person as well is one
        ('[{"@type":["Person","Organization"],"name":"Anna Keller"}]', "null", ("Anna Keller",)),
        ('{"@type":"Person","name":"Anna Keller"}', '{"@type":"Person","name":"Anna Keller"}', ("Anna Keller",)),
    ),
)
def test_an_organization_is_no_author(author: str, publisher: str, names: tuple[str, ...]) -> None:
    said = f'{{"@type":"NewsArticle","author":{author},"publisher":{publisher}}}'
    head = f'<title>The ferry is back</title><script type="application/ld+json">{said}</script>'
    name = names[0] if names else "Yunting Post"
    assert (
        read(f"{head}<meta name=author content='{name}'>", "<h1>The ferry is back</h1>", text=ENGLISH).byline == names
    )
