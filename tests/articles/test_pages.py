"""Saved pages, invented for this: each stands beside what is expected of it."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from suyuan import articles
from suyuan.outlets import Directory
from suyuan.records import BODY, Article, BlockKind, ListKind, Page

CASES = Path(__file__).parents[1] / "cases" / "articles"
FETCHED = datetime(2025, 3, 1, tzinfo=UTC)


def read(name: str, change: Callable[[str], str] = str) -> Article:
    path = next(path for path in (CASES / f"{name}.html", CASES / f"{name}.txt") if path.exists())
    media_type = "text/plain" if path.suffix == ".txt" else "text/html"
    page = Page(
        id=name,
        url=f"https://www.{name}.example/a/1.html",
        body=change(path.read_text(encoding="utf-8")).encode(),
        fetched=FETCHED,
        first_seen=FETCHED,
        media_type=media_type,
    )
    (made,) = articles.extract(page, outlets=Directory())
    assert isinstance(made, Article), made
    return made


@pytest.mark.parametrize("name", sorted(path.stem for path in CASES.glob("*.toml")))
def test_a_page_is_read_as_a_reader_would(name: str) -> None:
    want = tomllib.loads((CASES / f"{name}.toml").read_text(encoding="utf-8"))
    made = read(name)
    body = body_of(made)

    def of(kind: BlockKind) -> list[str]:
        return [made.text[block.start : block.end] for block in made.blocks if block.kind is kind]

    assert made.title == want["title"]
    assert made.byline == tuple(want["byline"])
    assert made.credit == want.get("credit")
    assert made.editors == tuple(want.get("editors", ()))
    assert made.is_original is want.get("is_original")
    assert made.published == datetime.fromisoformat(want["published"]).astimezone(UTC)
    assert made.precision == want["precision"]
    assert (body[0], body[-1]) == (want["first"], want["last"])
    assert of(BlockKind.CAPTION) == want.get("captions", [])
    assert of(BlockKind.HEADING) == want.get("headings", [])
    assert not [words for words in want.get("without", ()) if any(words in line for line in body)]
    assert [row.title for row in made.lists if row.list is ListKind.RELATED] == want.get("related", [])
    assert [row.title for row in made.lists if row.list is ListKind.HOT] == want.get("hot", [])
    assert [row.date for row in made.lists if row.date] == want.get("dates", [])
    if "teasers" in want:
        assert [row.teaser for row in made.lists] == want["teasers"]
    if "url" in want:
        assert made.url == want["url"]


NAMED = re.compile(r"""(\s(?:class|id)=)("[^"]*"|[^\s>"]+)""")


def renamed(html: str) -> str:
    """The page as if its author spoke another language: every class and id has a name that says nothing."""
    names: dict[str, str] = {}

    def other(match: re.Match[str]) -> str:
        given = match[2].strip('"').split()
        return match[1] + '"' + " ".join(names.setdefault(name, f"z{len(names)}q") for name in given) + '"'

    return NAMED.sub(other, html)


CHANGES: tuple[tuple[str, Callable[[str], str]], ...] = (
    ("renamed", renamed),
    ("unnamed", lambda html: NAMED.sub("", html)),
    ("minified", lambda html: re.sub(r">\s+<(?=/?(?:div|p|ul|li|h\d|table|tr|td|section)\b)", "><", html)),
    ("capital tags", lambda html: re.sub(r"</?[a-z]\w*", lambda tag: tag[0].upper(), html)),
    ("boxes for paragraphs", lambda html: re.sub(r"<(/?)p(?=[\s>])", r"<\1div", html)),
    ("wrapped", lambda html: re.sub(r"(<body[^>]*>)", r"\1<div><div><div>", html)),
)


@pytest.mark.parametrize("change", [change for _, change in CHANGES], ids=[name for name, _ in CHANGES])
@pytest.mark.parametrize("name", sorted(path.stem for path in CASES.glob("*.html")))
def test_a_page_says_the_same_whatever_its_author_calls_its_parts(name: str, change: Callable[[str], str]) -> None:
    as_it_is, made = read(name), read(name, change)
    assert (made.title, made.credit, made.published) == (as_it_is.title, as_it_is.credit, as_it_is.published)
    assert body_of(made) == body_of(as_it_is)
    assert set(made.byline) <= set(as_it_is.byline)  # none is better than a wrong one


def body_of(article: Article) -> list[str]:
    return [article.text[block.start : block.end] for block in article.blocks if block.kind in BODY]


def test_a_caption_is_tied_to_its_picture() -> None:
    made = read("portal")
    (caption,) = [block for block in made.blocks if block.kind is BlockKind.CAPTION]
    assert caption.picture == "https://www.portal.example/img/site.jpg"
    assert made.pictures[0].caption is not None


def test_every_field_says_how_it_came_about() -> None:
    made = read("portal")
    said = {reason.field for reason in made.reasons}
    assert {"title", "byline", "credit", "published", "url", "text", "outlet", "language", "lists"} <= said
    assert [(reason.rule, reason.seen) for reason in made.reasons if reason.field == "lists"] == [
        ("heading of the list", "相关推荐 · 青禾县公布今年十件民生实事 · 3"),
        ("heading of the list", "热门排行 · 一女子网购收到三百个空盒 · 3"),
    ]


def test_the_portal_page_this_began_with_comes_out_whole() -> None:
    path = Path(__file__).parents[2].parent / "shared" / "pages" / "portal-article.txt"
    if not path.exists():
        pytest.skip("the shared pages are not beside the project")
    page = Page(
        id="p",
        url="http://portal.example/1",
        body=path.read_bytes(),
        fetched=FETCHED,
        first_seen=FETCHED,
        media_type="text/plain",
    )
    (made,) = articles.extract(page, outlets=Directory())
    assert isinstance(made, Article)
    assert not made.title.startswith("原创") and made.is_original and made.byline == ("创始人",)
    assert made.credit is None  # what an account is, and the name of no outlet
    assert made.published == datetime.fromisoformat("2025-06-04T22:04:14+08:00").astimezone(UTC)
    assert sum(block.kind is BlockKind.CAPTION for block in made.blocks) == 3
    related = [row for row in made.lists if row.list is ListKind.RELATED]
    hot = [row for row in made.lists if row.list is ListKind.HOT]
    assert (
        len(related) == 9
        and len({row.title for row in related}) == 8
        and all(row.date and row.teaser for row in related)
    )
    assert len(hot) == 10 and all(row.teaser for row in hot)
    assert made.text.endswith("上届政府期间。")


def plain(text: str) -> Article:
    page = Page(
        id="p",
        url="http://saved.example/1",
        body=text.encode(),
        fetched=FETCHED,
        first_seen=FETCHED,
        media_type="text/plain",
    )
    (made,) = articles.extract(page, outlets=Directory())
    assert isinstance(made, Article)
    return made


def test_a_saved_page_may_name_outlet_and_author_in_the_line_with_the_time() -> None:
    made = plain(
        "首页 > 新闻 > 国内\n云州遭遇强降雨 多部门联合应对\n2024年07月03日 08:15 来源：云州晚报 作者：何一鸣\n字号：大 中 小\n"
        "7月2日夜间，云州市遭遇入汛以来最强降雨，部分路段积水超过半米，消防部门参与救援。\n最新进展\n"
        "截至3日凌晨，全市已转移群众一千二百余人，暂无人员伤亡报告，抢修工作仍在进行之中。\n（责任编辑：钱文）\n热门新闻\n1 一图看懂新规\n2 城东隧道今日恢复通行\n"
    )
    assert (made.title, made.byline, made.credit, made.editors) == (
        "云州遭遇强降雨 多部门联合应对",
        ("何一鸣",),
        "云州晚报",
        ("钱文",),
    )
    assert [row.title for row in made.lists] == ["一图看懂新规", "城东隧道今日恢复通行"]
    assert made.text.splitlines()[1] == "最新进展"


def test_a_text_without_a_time_is_still_an_article() -> None:
    made = plain(
        "村里来了个年轻人\n\n他背着一只旧书包，从镇上的车站一路走来，谁也不知道他要找谁。\n\n后来大家才知道，他是来还债的。\n"
    )
    assert (made.title, made.byline, made.published) == ("村里来了个年轻人", (), None)


def test_an_english_byline_is_a_name_without_by() -> None:
    made = plain(
        "Storm closes coastal roads\n\nBy Jane Miller\nMarch 3, 2024 10:15 AM\n\nA winter storm closed several coastal roads on Sunday, officials said.\n"
    )
    assert (made.byline, made.language) == (("Jane Miller",), "en")
