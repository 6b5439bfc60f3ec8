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
from suyuan.records import Article, Revision, Span, Statement, digest
from tests.desk.test_site_newsroom import (
    EVENING,
    NOW,
    STATEMENTS,
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
        store.apply(FLOW[0], "0123abcd", [Made("more", (BEFORE, REVISED, BY_HAND, BY_MODEL))])
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


def test_an_article_that_was_never_changed_speaks_of_no_versions(desk: Client) -> None:
    assert "个版本" not in of(desk, f"/article/{EVENING.id}")


def test_a_speaker_set_by_hand_or_by_the_second_reader_is_told_as_such(desk: Client) -> None:
    page = of(desk, f"/article/{EVENING.id}")
    assert "说话人经人工更正" in page
    assert "由第二读者（语言模型）认出" in page
