"""The sample newsroom is whole: every page is listed and decodes, and what is expected of it really stands in it."""

from __future__ import annotations

import csv
import html
import re
import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

import pytest
from selectolax.lexbor import LexborHTMLParser

from suyuan import outlets, sample
from suyuan.records import OutletKind

ROOT = files("suyuan.sample")
EXPECTED: dict[str, Any] = tomllib.loads(ROOT.joinpath("expected.toml").read_text(encoding="utf-8"))
PAGES: dict[str, dict[str, Any]] = {page["file"]: page for page in EXPECTED["page"]}
HAPPENINGS: list[dict[str, Any]] = EXPECTED["happening"]
MANIFEST = list(csv.DictReader(ROOT.joinpath("pages.tsv").read_text(encoding="utf-8").splitlines(), delimiter="\t"))
# Names that would be mistaken for the world's: nothing in the sample may be taken for a real newsroom's work.
REAL = (
    "新华", "人民日报", "人民网", "央视", "中新", "澎湃", "网易", "搜狐", "新浪", "凤凰", "腾讯", "头条", "百度", "百家号", "微信",
    "微博", "财新", "界面", "环球时报", "光明", "明報", "大公", "文匯", "路透", "法新社", "美联社", "塔斯社", "Reuters", "BBC",
)  # fmt: skip


@cache
def body(file: str) -> str:
    return ROOT.joinpath("pages", *file.split("/")).read_bytes().decode(PAGES[file]["encoding"])


@cache
def visible(file: str) -> str:
    """The page's words without markup, scripts and white space."""
    text = body(file)
    if file.endswith(".html"):
        tree = LexborHTMLParser(text)
        for node in tree.css("script, style"):
            node.decompose()
        assert tree.root is not None
        text = tree.root.text(separator="")
    return squeeze(text)


def squeeze(text: str) -> str:
    return re.sub(r"\s+", "", html.unescape(text))


def test_every_line_of_the_manifest_has_a_file_and_every_file_a_line() -> None:
    stored = {f"{folder.name}/{file.name}" for folder in ROOT.joinpath("pages").iterdir() for file in folder.iterdir()}
    assert {row["file"] for row in MANIFEST} == stored == set(PAGES)


def test_the_newsroom_is_large_enough_to_be_one() -> None:
    assert len(PAGES) >= 60
    assert len(HAPPENINGS) >= 8
    assert len({page["outlet"] for page in PAGES.values()}) >= 12


def test_pages_come_in_order_of_arrival_with_times_that_can_be_true() -> None:
    pages = list(sample.pages())
    assert len({page.id for page in pages}) == len(pages) == len(MANIFEST)
    assert [page.first_seen for page in pages] == sorted(page.first_seen for page in pages)
    for page in pages:
        assert page.first_seen <= page.fetched
        assert page.url.split("/")[2].endswith(".example")


@pytest.mark.parametrize("row", MANIFEST, ids=lambda row: row["file"])
def test_a_page_arrives_after_it_was_published(row: dict[str, str]) -> None:
    assert PAGES[row["file"]]["published"] < row["first_seen"]


def test_every_page_is_by_an_outlet_of_the_sample() -> None:
    assert {page["outlet"] for page in PAGES.values()} <= {outlet.id for outlet in sample.outlets()}


def test_two_pages_are_sent_with_a_wrong_charset_or_none() -> None:
    wrong = [row for row in MANIFEST if (row["charset"], PAGES[row["file"]]["encoding"]) == ("utf-8", "gb18030")]
    none = [row for row in MANIFEST if row["charset"] == "-"]
    assert wrong and none


def test_one_address_was_edited_silently() -> None:
    urls = [row["url"] for row in MANIFEST]
    assert [url for url in set(urls) if urls.count(url) > 1]


@pytest.mark.parametrize("file", PAGES)
def test_a_page_shows_the_words_that_are_expected_of_it(file: str) -> None:
    page, words = PAGES[file], visible(file)
    wanted = [page["title"], *page.get("byline", ()), *(said["words"] for said in page.get("says", ()))]
    assert [one for one in wanted if squeeze(one) not in words] == []


@pytest.mark.parametrize("file", PAGES)
def test_no_page_can_be_taken_for_that_of_a_real_newsroom(file: str) -> None:
    words = body(file).replace("热点新闻", "")  # a heading in which 点新闻, a real newsroom, only seems to stand
    assert [name for name in (*REAL, *newsrooms()) if name in words] == []


def test_no_outlet_of_the_sample_bears_a_real_name() -> None:
    names = [name for outlet in sample.outlets() for name in (outlet.name, *outlet.aliases)]
    assert [name for name in names if outlets.packaged().by_name(name)] == []


def newsrooms() -> list[str]:
    """Real names; not those of public bodies (外交部), which any country has."""
    real = (outlet for outlet in outlets.packaged().outlets if outlet.kind is not OutletKind.OFFICIAL)
    return [outlet.name for outlet in real if len(outlet.name) > 2]


@pytest.mark.parametrize("happening", HAPPENINGS, ids=lambda happening: happening["id"])
def test_a_happening_names_pages_of_the_sample_and_quotes_them_truly(happening: dict[str, Any]) -> None:
    own = set(happening["pages"])
    assert 4 <= len(own) <= 14 and own <= set(PAGES)
    for copy in happening.get("copy", ()):
        assert copy["copy"] in own and copy.get("original", copy["copy"]) in own
    says = {claim["says"] for claim in happening["claim"]}
    for claim in happening["claim"]:
        is_circle = claim.get("note", "").startswith("circular")
        assert claim["origins"] >= (0 if is_circle else 1) and claim.get("named", 0) <= claim["origins"]
        for one in claim["in"]:
            assert one["file"] in own
            assert squeeze(one["words"]) in visible(one["file"]), (claim["says"], one)
    for relation in happening.get("relation", ()):
        assert {relation["a"], relation["b"]} <= says


def test_a_page_belongs_to_one_happening_at_most() -> None:
    files_of = [file for happening in HAPPENINGS for file in happening["pages"]]
    assert len(files_of) == len(set(files_of))
