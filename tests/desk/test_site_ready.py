"""Answers that are made ready beside the site: the same as if they were found when asked for, and never too old."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from litestar.testing import TestClient

from suyuan.desk import commands
from suyuan.desk.site import create, ready
from suyuan.desk.site.answer import Site
from suyuan.desk.site.views.article import read_telling
from suyuan.desk.store import Store
from suyuan.desk.store.shelf import BUSY_MS, Shelf
from suyuan.desk.words import words
from suyuan.outlets import packaged
from suyuan.stories import telling
from tests.desk.test_site_newsroom import EVENING, NOW, PORTAL, newsroom

OUTLET = PORTAL.outlet or ""


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    return newsroom(tmp_path)


@pytest.fixture
def site(desk: Path) -> Iterator[Site]:
    made: Site = create(desk, now=NOW).state["site"]
    yield made
    made.close()


@pytest.fixture(autouse=True)
def no_pause(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ready, "LOOK", 0.0)


def made_ready(folder: Path) -> None:
    """One round of the process that makes answers ready."""
    with closing(Store(folder, readonly=True)) as store, closing(Shelf(folder)) as shelf:
        looks = iter([False] * (1 + len(ready.due(store, shelf, time.time()))))
    ready.keep(folder, packaged(), version="1", at=NOW, is_over=lambda: next(looks, True))


KINDS: tuple[tuple[ready.Ready[Any], str], ...] = ((ready.FRONT, ""), (ready.FACTS, OUTLET), (ready.SIZES, ""))


@pytest.mark.parametrize(("kind", "name"), KINDS, ids=["front", "facts", "sizes"])
def test_what_was_made_ready_is_what_would_be_found(site: Site, desk: Path, kind: ready.Ready[Any], name: str) -> None:
    found = kind.find(site.store, site.outlets, NOW, name)
    made_ready(desk)
    taken = ready.answer(site, kind, name)
    assert taken == found and taken is not found


def test_pages_are_the_same_with_and_without(desk: Path) -> None:
    addresses = ("/", f"/outlet/{OUTLET}", f"/article/{EVENING.id}", f"/article/{PORTAL.id}")
    with TestClient(create(desk, now=NOW), base_url="http://127.0.0.1:8000") as client:
        before = [client.get(one).text for one in addresses]
    made_ready(desk)
    with TestClient(create(desk, now=NOW), base_url="http://127.0.0.1:8000") as client:
        assert [client.get(one).text for one in addresses] == before


def test_what_is_too_old_is_found_anew(site: Site, desk: Path) -> None:
    with closing(Shelf(desk)) as shelf:
        shelf.put("front ", time.time() - ready.LATE * ready.FRONT.seconds - 1, b"not read")
    assert ready.answer(site, ready.FRONT).happening


def test_what_is_asked_for_is_made_ready_for_a_day(site: Site, desk: Path) -> None:
    ready.answer(site, ready.FACTS, "small.example")
    with closing(Shelf(desk)) as shelf:
        now = time.time()
        assert "facts small.example" in ready.due(site.store, shelf, now)
        assert "facts small.example" not in ready.due(site.store, shelf, now + ready.ASKED + 1)
        shelf.clear()
        assert shelf.get("front ") is None


def test_a_page_does_not_wait_for_who_makes_answers_ready(site: Site, desk: Path) -> None:
    with closing(Shelf(desk)) as writing:
        writing.db.execute("BEGIN IMMEDIATE")
        begun = time.monotonic()
        assert ready.answer(site, ready.FACTS, OUTLET) is not None
        assert time.monotonic() - begun < BUSY_MS / 1000
        writing.db.execute("ROLLBACK")


def test_what_an_article_tells_is_kept_as_it_is_read(site: Site, desk: Path) -> None:
    made_ready(desk)
    with closing(Shelf(desk)) as shelf:
        articles = site.store.latest(100)
        kept = shelf.tellings(one.id for one in articles)
        assert {one.id: read_telling(kept[one.id]) for one in articles} == {one.id: telling(one) for one in articles}
        assert ready.read(site.store, shelf) == 0
        shelf.of_version("1")
        assert shelf.tellings([articles[0].id])
        shelf.of_version("2")  # other code reads otherwise
        assert not shelf.tellings([articles[0].id]) and shelf.read() == 0


def test_what_is_forgotten_is_not_kept_ready(desk: Path) -> None:
    made_ready(desk)
    Store(desk).close()
    assert commands.forget(EVENING.url or "", desk, is_ahead=False, say=words("en")) == 0
    with closing(Shelf(desk)) as shelf:
        assert not shelf.tellings([EVENING.id]) and shelf.get("front ") is None
