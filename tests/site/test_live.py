"""A page says how much came since it was made, and nothing on it moves by itself."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from litestar.testing import TestClient

from suyuan.desk.site import create, live
from suyuan.desk.store import Made, Store
from suyuan.flow import FLOW
from tests.desk.test_site_newsroom import EVENING, NOW, newsroom

Client = TestClient  # type: ignore[type-arg]


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Client]:
    monkeypatch.setattr(live, "PAUSE", 0.0)
    monkeypatch.setattr(live, "LOOKS", 3)
    with TestClient(create(newsroom(tmp_path), now=NOW), base_url="http://127.0.0.1:8000") as client:
        yield client


def seen(desk: Client) -> str:
    return desk.get("/").text.partition('data-since="')[2].partition('"')[0]


def test_what_came_since_is_counted_once_in_the_readers_language(desk: Client, tmp_path: Path) -> None:
    since = seen(desk)
    assert "event:" not in desk.get(f"/updates?since={since}").text
    store = Store(tmp_path)
    with store.transaction():
        store.apply(FLOW[0], "later", [Made("more", (replace(EVENING, id="0" * 16), replace(EVENING, id="1" * 16)))])
    store.close()
    answer = desk.get(f"/updates?since={since}", headers={"accept-language": "zh"})
    assert answer.headers["content-type"].startswith("text/event-stream")
    assert answer.text.count("2 条更新") == 1
    assert "2 updates" in desk.get(f"/updates?since={since}", headers={"accept-language": "en"}).text
    assert "event:" not in desk.get(f"/updates?since={seen(desk)}").text


def test_only_so_many_pages_may_wait_at_once(desk: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(live, "AT_ONCE", 0)
    assert desk.get("/updates?since=0").status_code == 503
