"""Saved pages, invented for this: each stands beside what is expected of it."""

from __future__ import annotations

import tomllib
from datetime import UTC, datetime
from pathlib import Path

import pytest

from suyuan import articles
from suyuan.outlets import Directory
from suyuan.records import BODY, Article, BlockKind, ListKind, Page

CASES = Path(__file__).parents[1] / "cases" / "articles"
FETCHED = datetime(2025, 3, 1, tzinfo=UTC)


def read(name: str) -> Article:
    path = next(path for path in (CASES / f"{name}.html", CASES / f"{name}.txt") if path.exists())
    media_type = "text/plain" if path.suffix == ".txt" else "text/html"
    page = Page(id=name, url=f"https://www.{name}.example/a/1.html", body=path.read_bytes(), fetched=FETCHED, first_seen=FETCHED, media_type=media_type)
    (made,) = articles.extract(page, outlets=Directory())
    assert isinstance(made, Article), made
    return made


@pytest.mark.parametrize("name", sorted(path.stem for path in CASES.glob("*.toml")))
def test_a_page_is_read_as_a_reader_would(name: str) -> None:
    want = tomllib.loads((CASES / f"{name}.toml").read_text(encoding="utf-8"))
    made = read(name)
    body = [made.text[block.start : block.end] for block in made.blocks if block.kind in BODY]

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


def test_a_caption_is_tied_to_its_picture() -> None:
    made = read("portal")
    (caption,) = [block for block in made.blocks if block.kind is BlockKind.CAPTION]
    assert caption.picture == "https://www.portal.example/img/site.jpg"
    assert made.pictures[0].caption is not None


def test_every_field_says_how_it_came_about() -> None:
    assert {"title", "byline", "credit", "published", "url"} <= {reason.field for reason in read("portal").reasons}


def test_the_portal_page_this_began_with_comes_out_whole() -> None:
    path = Path(__file__).parents[2].parent / "shared" / "pages" / "portal-article.txt"
    if not path.exists():
        pytest.skip("the shared pages are not beside the project")
    page = Page(id="p", url="http://portal.example/1", body=path.read_bytes(), fetched=FETCHED, first_seen=FETCHED, media_type="text/plain")
    (made,) = articles.extract(page, outlets=Directory())
    assert isinstance(made, Article)
    assert not made.title.startswith("原创") and made.is_original and made.byline == ("创始人",)
    assert made.published == datetime.fromisoformat("2025-06-04T22:04:14+08:00").astimezone(UTC)
    assert sum(block.kind is BlockKind.CAPTION for block in made.blocks) == 3
    related = [row for row in made.lists if row.list is ListKind.RELATED]
    hot = [row for row in made.lists if row.list is ListKind.HOT]
    assert len(related) == 9 and len({row.title for row in related}) == 8 and all(row.date and row.teaser for row in related)
    assert len(hot) == 10 and all(row.teaser for row in hot)
    assert made.text.endswith("上届政府期间。")
