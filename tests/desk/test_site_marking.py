"""Marking through the pages, without a script: set, take back, undo; and who may not."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path

import pytest
from litestar.testing import TestClient

from suyuan.desk.site import create
from suyuan.desk.store import Store
from suyuan.desk.store.marks import MarkKind, Marks
from suyuan.records import Correction, CorrectionKind
from tests.desk.test_site_newsroom import (
    CLAIMS,
    EVENING,
    NOW,
    PORTAL,
    STATEMENTS,
    TUNNEL_STORY,
    WIRE,
    newsroom,
    place,
)

Client = TestClient  # type: ignore[type-arg]
HERE = "http://127.0.0.1:8000"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return newsroom(tmp_path)


@pytest.fixture
def desk(folder: Path) -> Iterator[Client]:
    with TestClient(create(folder, now=NOW), base_url=HERE) as client:
        yield client


def word(desk: Client) -> str:
    found = re.search(r'name="form" value="(\w+)"', desk.get(f"/article/{EVENING.id}").text)
    assert found
    return found[1]


def sent(desk: Client, path: str, **fields: str | list[str]) -> int:
    answer = desk.post(path, data={"form": word(desk), **fields}, follow_redirects=False)
    return answer.status_code


def kept(folder: Path, *kinds: MarkKind | CorrectionKind) -> list[tuple[str, str | None]]:
    marks = Marks(folder)
    found = [(one.kind.value, one.value) for one in marks.all(*kinds)]
    marks.close()
    return found


def test_a_star_is_set_and_taken_away_by_the_forms_of_the_page(desk: Client) -> None:
    address = f"/article/{EVENING.id}"
    for pressed in ("true", "false", "true"):
        form = re.search(r'<form class="mark"[^>]*>(.*?)</form>', desk.get(address).text, re.S)
        assert form
        fields = dict(re.findall(r'name="(\w+)" value="([^"]*)"', unescape(form[1])))
        answer = desk.post("/mark", data=fields)
        assert answer.url.path == address
        assert f'class="star" aria-pressed="{pressed}"' in answer.text


def test_a_note_stands_on_the_page_and_on_that_of_all_marks(desk: Client) -> None:
    assert sent(desk, "/mark", kind="note", at=EVENING.id, value="<b>待查</b>：水务局的说法") == 303
    for address in (f"/article/{EVENING.id}", "/marks"):
        page = desk.get(address).text
        assert "&lt;b&gt;待查&lt;/b&gt;" in page
        assert "<b>待查" not in page


def test_an_empty_note_takes_the_note_away(desk: Client, folder: Path) -> None:
    sent(desk, "/mark", kind="note", at=EVENING.id, value="待查")
    sent(desk, "/mark", kind="note", at=EVENING.id, value="  ")
    assert kept(folder, MarkKind.NOTE) == []


WRONG = place(EVENING, "均无生命危险")
CORRECTIONS: tuple[tuple[str, list[str], str, tuple[str, ...]], ...] = (
    ("speaker", [STATEMENTS[0].id], "韩露", (STATEMENTS[0].article,)),
    ("same_story", [TUNNEL_STORY.id, f"{HERE}/article/{WIRE.id}?lang=en"], "", (TUNNEL_STORY.headline, WIRE.id)),
    ("other_story", [EVENING.id, PORTAL.id], "", (EVENING.id, PORTAL.id)),
    ("other_claim", [CLAIMS[0].claim.id, f"/story/{TUNNEL_STORY.id}#c-{CLAIMS[2].claim.id}"], "", (WIRE.id,)),
    ("same_root", [f"{EVENING.id}:{WRONG[0]}-{WRONG[1]}", WIRE.id], "", (EVENING.id, WIRE.id)),
    ("same_party", [CLAIMS[0].claim.id, CLAIMS[1].claim.id], "云州地铁", (WIRE.id, EVENING.id)),
)


@pytest.mark.parametrize(("kind", "at", "value", "articles"), CORRECTIONS)
def test_what_is_set_right_reaches_the_steps_with_the_articles_it_is_about(
    desk: Client, folder: Path, kind: str, at: list[str], value: str, articles: tuple[str, ...]
) -> None:
    assert sent(desk, "/mark", kind=kind, at=at, value=value) == 303
    store = Store(folder, readonly=True)
    found = {one.kind.value: one for one in store.about(Correction, articles)}
    assert set(found[kind].articles) == set(articles)
    assert (found[kind].value or "") == value
    store.close()


def test_an_undo_on_the_list_takes_a_correction_from_the_steps(desk: Client, folder: Path) -> None:
    sent(desk, "/mark", kind="speaker", at=STATEMENTS[0].id, value="韩露")
    listed = desk.get("/marks").text
    deed = re.search(r'name="deed" value="(\d+)"', listed)
    assert deed
    answer = desk.post("/marks/undo", data={"form": word(desk), "deed": deed[1]})
    assert "已撤销。" in answer.text
    store = Store(folder, readonly=True)
    assert store.about(Correction, (EVENING.id,)) == ()
    store.close()


def test_a_mark_whose_words_are_gone_is_listed_as_not_found(desk: Client, folder: Path) -> None:
    sent(desk, "/mark", kind="note", at=f"{EVENING.id}:{WRONG[0]}-{WRONG[1]}", value="谁说的？")
    marks = Marks(folder)
    marks.db.execute("UPDATE mark SET row = replace(row, '均无生命危险', '这几个字没有了')")
    marks.close()
    page = desk.get("/marks").text
    assert 'id="lost"' in page
    assert "这几个字没有了" in page


NOT_MARKS: tuple[dict[str, str | list[str]], ...] = (
    {"kind": "stared", "at": EVENING.id},
    {"kind": "all_read", "at": EVENING.id},
    {"kind": "starred"},
    {"kind": "starred", "at": "0" * 16},
    {"kind": "starred", "at": [EVENING.id, WIRE.id]},
    {"kind": "same_story", "at": EVENING.id},
    {"kind": "same_story", "at": [EVENING.id, EVENING.id]},
    {"kind": "note", "at": f"{EVENING.id}:5-4", "value": "x"},
    {"kind": "note", "at": f"{EVENING.id}:0-999999999", "value": "x"},
    {"kind": "note", "at": EVENING.id, "value": "长" * 4001},
)


@pytest.mark.parametrize("fields", NOT_MARKS)
def test_what_is_no_mark_is_said_and_not_kept(desk: Client, folder: Path, fields: dict[str, str | list[str]]) -> None:
    answer = desk.post("/mark", data={"form": word(desk), **fields})
    assert answer.status_code == 400
    assert "首页" in answer.text
    assert kept(folder, *MarkKind, *CorrectionKind) == []


ELSEWHERE = ("https://evil.example/", "//evil.example", "/\\evil.example", "javascript:alert(1)", "evil", "/a\nb", "")


@pytest.mark.parametrize("back", ELSEWHERE)
def test_a_form_leads_back_to_this_desk_and_nowhere_else(desk: Client, back: str) -> None:
    answer = desk.post(
        "/mark", data={"form": word(desk), "kind": "starred", "at": EVENING.id, "back": back}, follow_redirects=False
    )
    assert answer.headers["location"] == "/"


FOREIGN: tuple[dict[str, str], ...] = (
    {"origin": "https://evil.example"},
    {"origin": "null"},
    {"origin": "http://127.0.0.1:9"},
    {"sec-fetch-site": "cross-site"},
    {"sec-fetch-site": "same-site", "origin": HERE},
)


@pytest.mark.parametrize("headers", FOREIGN)
def test_a_page_of_another_site_can_mark_nothing(desk: Client, folder: Path, headers: dict[str, str]) -> None:
    fields = {"form": word(desk), "kind": "starred", "at": EVENING.id}
    assert desk.post("/mark", data=fields, headers=headers).status_code == 403
    assert kept(folder, MarkKind.STARRED) == []


@pytest.mark.parametrize("shown", ["", "0" * 40, "ü"])
def test_a_form_that_the_desk_did_not_give_is_refused(desk: Client, folder: Path, shown: str) -> None:
    answer = desk.post("/mark", data={"form": shown, "kind": "starred", "at": EVENING.id})
    assert answer.status_code == 403
    assert kept(folder, MarkKind.STARRED) == []
