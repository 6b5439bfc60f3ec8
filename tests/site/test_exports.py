"""Exports: the same facts in the forms that other programs take."""

from __future__ import annotations

import csv
import io
import json
import re
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from litestar.testing import TestClient
from warcio.archiveiterator import ArchiveIterator

from suyuan.desk.site import create
from suyuan.desk.site.formats import EXPORTS, FORMATS, html
from suyuan.desk.site.formats import csv as csv_form
from suyuan.desk.site.views.dossier import Dossier, of_story
from suyuan.desk.store import Store
from suyuan.records import KINDS
from suyuan.rows import from_row
from tests.desk.test_site_newsroom import CLAIMS, EVENING, NOW, SELF, STATEMENTS, TUNNEL_STORY, newsroom

Client = TestClient  # type: ignore[type-arg]
HERE = "http://127.0.0.1:8000"
STORY = f"/export/story/{TUNNEL_STORY.id}"
IN_STORY = [one for one in STATEMENTS if one.article in TUNNEL_STORY.articles]


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Client]:
    with TestClient(create(newsroom(tmp_path_factory.mktemp("exports")), now=NOW), base_url=HERE) as client:
        yield client


@pytest.fixture(scope="module")
def dossier(tmp_path_factory: pytest.TempPathFactory) -> Dossier:
    store = Store(newsroom(tmp_path_factory.mktemp("dossier")), readonly=True)
    return of_story(store, TUNNEL_STORY)


@pytest.mark.parametrize("form", EXPORTS, ids=lambda form: form.ENDING)
def test_every_form_is_given_of_a_story_and_of_an_article_to_be_kept(desk: Client, form: html) -> None:  # type: ignore[valid-type]
    for what, name in (("story", TUNNEL_STORY.id), ("article", EVENING.id)):
        answer = desk.get(f"/export/{what}/{name}.{form.ENDING}")  # type: ignore[attr-defined]
        assert answer.status_code == 200
        assert answer.headers["content-disposition"].startswith("attachment")
        assert answer.headers["content-type"].startswith(form.MEDIA_TYPE)  # type: ignore[attr-defined]
        assert answer.content == desk.get(answer.url).content, "asked twice it is the same"


@pytest.mark.parametrize("file", ["0.csv", f"{TUNNEL_STORY.id}.xls", f"{TUNNEL_STORY.id}", ".csv"])
def test_what_is_no_export_is_said(desk: Client, file: str) -> None:
    assert desk.get(f"/export/story/{file}").status_code == 404


def test_json_lines_hold_every_record_and_give_it_back(desk: Client) -> None:
    lines = [json.loads(line) for line in desk.get(f"{STORY}.jsonl").content.splitlines()]
    found = [from_row(KINDS[line.pop("record")], line) for line in lines]
    assert set(IN_STORY) <= set(found)
    assert {one.ground for one in CLAIMS[:4]} <= set(found)


def test_a_spreadsheet_has_a_line_for_every_statement_with_its_words_and_its_claim(desk: Client) -> None:
    rows = list(csv.DictReader(io.StringIO(desk.get(f"{STORY}.csv").content.decode("utf-8-sig"))))
    assert {row["statement"] for row in rows} == {one.id for one in IN_STORY}
    toll = next(row for row in rows if row["speaker"] == "周广平")
    assert toll["words"].startswith("云州地铁集团发言人周广平表示")
    assert toll["standing"] == "superseded"
    assert toll["claim_text"] == "渗水造成3人受伤"


def test_a_statement_that_makes_two_claims_has_a_line_for_each(dossier: Dossier) -> None:
    (one, pair), *_, (other, further) = dossier.grounds().items()
    assert pair != further
    said = dossier.statements[0]
    both = tuple(replace(each, statement=said.id) for each in dossier.assertions if each.id in (one, other))
    rows = csv_form.render(replace(dossier, assertions=both), HERE).decode("utf-8-sig")
    lines = [row for row in csv.DictReader(io.StringIO(rows, newline="")) if row["statement"] == said.id]
    assert {line["claim"] for line in lines} == {pair[0].id, further[0].id} and len(lines) == 2
    assert all(line["published"].endswith("+08:00") for line in lines)


@pytest.mark.parametrize("formula", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1"])
def test_no_cell_is_a_formula(dossier: Dossier, formula: str) -> None:
    one = replace(dossier.articles[0], title=formula)
    rows = csv_form.render(replace(dossier, articles=(one, *dossier.articles[1:])), HERE).decode("utf-8-sig")
    titles = {row["title"] for row in csv.DictReader(io.StringIO(rows, newline=""))}
    assert "'" + formula in titles
    assert formula not in titles


def test_ninjs_says_who_publishes_who_is_credited_and_what_was_copied(desk: Client) -> None:
    package = json.loads(desk.get(f"{STORY}.ninjs.json").content)
    assert package["type"] == "composite"
    by_source = {one["infosources"][0]["name"]: one for one in package["associations"]}
    portal = by_source["海峡门户"]
    assert {"name": "云州晚报", "rel": "credited"} in portal["infosources"]
    assert portal["associations"][0]["uri"] == f"{HERE}/article/{EVENING.id}"
    single = json.loads(desk.get(f"/export/article/{EVENING.id}.ninjs.json").content)
    assert single["headlines"] == [{"role": "main", "value": EVENING.title}]
    assert "资料图" not in single["bodies"][0]["value"], "a caption is not the body"


def test_schema_org_holds_quotations_and_claims_and_no_rating(desk: Client) -> None:
    graph = json.loads(desk.get(f"{STORY}.jsonld").content)["@graph"]
    kinds = [one["@type"] for one in graph]
    assert kinds.count("NewsArticle") == 5
    assert kinds.count("Claim") == 4
    quotations = [part for one in graph for part in one.get("hasPart", ())]
    assert {one["text"] for one in quotations} >= {"“管道压力全天正常，”水务局副局长韩露在下午的发布会上说。"}
    assert "ating" not in json.dumps(graph)


def test_a_page_carries_its_data_where_nothing_in_it_can_break_out(desk: Client) -> None:
    page = desk.get(f"/article/{SELF.id}").text
    block = re.search(r'<script type="application/ld\+json">(.*?)</script>', page, re.S)
    assert block
    assert "<" not in block[1]
    assert json.loads(block[1])["@graph"][0]["headline"] == SELF.title


def test_an_annotation_stands_at_its_words_on_the_original_page(desk: Client) -> None:
    page = json.loads(desk.get(f"/export/article/{EVENING.id}.annotations.json").content)
    notes = page["items"]
    assert desk.get(page["id"]).json()["id"] == page["id"]
    assert {one["target"]["source"] for one in notes} == {EVENING.url}
    for one in notes:
        quote, position = one["target"]["selector"]
        assert EVENING.text[position["start"] : position["end"]] == quote["exact"]
        assert quote["prefix"] + quote["exact"] + quote["suffix"] in EVENING.text


def test_the_evidence_holds_records_pages_and_something_to_read(desk: Client) -> None:
    answer = desk.get(f"{STORY}.zip")
    held = zipfile.ZipFile(io.BytesIO(answer.content))
    assert held.testzip() is None
    assert {"index.html", "story.jsonl", "story.csv", "pages.warc.gz"} <= set(held.namelist())
    pages = [
        record.rec_headers.get_header("WARC-Target-URI")
        for record in ArchiveIterator(io.BytesIO(held.read("pages.warc.gz")))
    ]
    assert EVENING.url in pages
    assert len(pages) == 5
    page = held.read("index.html").decode()
    assert "渗水造成3人受伤" in page
    assert "<script>alert" not in page
    assert answer.content == desk.get(f"{STORY}.zip").content


def test_every_format_says_what_it_is_and_where(desk: Client) -> None:
    about = desk.get("/about", headers={"accept-language": "en"}).text
    for form in FORMATS:
        assert form.__doc__ and form.MEDIA_TYPE
        assert form.NAME in about


def test_every_format_is_described_for_who_adds_another() -> None:
    page = (Path(__file__).parents[2] / "docs" / "add" / "a-format.md").read_text(encoding="utf-8")
    for form in FORMATS:
        assert f"| {form.NAME} | `{form.__name__.rpartition('.')[2]}.py` |" in page
