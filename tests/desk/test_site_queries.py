"""No page takes longer because the desk is larger: what the site asks of the database, as SQLite plans it."""

from __future__ import annotations

from pathlib import Path

import apsw
import pytest
from litestar.testing import TestClient

from suyuan.desk.site import create, live
from suyuan.desk.store import Store, health
from tests.desk.test_site_newsroom import CLAIMS, EVENING, FOOD, NOW, REPRINTS, TUNNEL_STORY, newsroom
from tests.desk.test_site_ready import made_ready

SMALL = ("json_each", "search_article", "search_statement", "search_name", "CONSTANT", "(", "fault")
"""What may be read whole: lists that are given, finds, what a part of the query gives, bugs. All else grows with the desk,
under whatever name a query has for it."""

PAGES = (
    "/",
    f"/story/{TUNNEL_STORY.id}",
    f"/article/{EVENING.id}",
    f"/article/{FOOD.id}",
    "/outlet/海峡门户",
    "/outlet/海峡门户?before=2031-06-04T12:00:00Z",
    "/speaker/周广平",
    "/search?q=渗水",
    "/search?q=渗水&sort=time&outlet=海峡门户&since=2020-01-01&until=2040-01-01",
    "/search?q=渗水&speaker=周广平&standing=denied",
    "/search?q=渗水受伤",
    "/search?q=渗水&of=statements&sort=time&speaker=周广平&outlet=海峡门户&since=2020-01-01",
    f"/why/{CLAIMS[0].claim.id}",
    f"/why/{REPRINTS[0].id}",
    f"/kept/{EVENING.page}",
    "/rejections",
    "/about",
    "/stories",
    "/stories?sort=reports&page=2",
    "/reports",
    "/changes",
    "/outlets",
    "/feed/latest.atom",
    "/feed/outlet.atom?about=海峡门户",
    "/api/v1/stories",
    "/api/v1/articles?outlet=海峡门户",
    "/api/v1/speaker?name=周广平",
    "/api/v1/outlets",
    "/api/v1/changes",
    "/api/v1/search?q=渗水",
    "/api/v1/records/Statement",
    f"/api/v1/story/{TUNNEL_STORY.id}",
    f"/api/v1/article/{EVENING.id}",
)


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory):  # type: ignore[no-untyped-def]
    folder: Path = newsroom(tmp_path_factory.mktemp("desk"))
    made_ready(folder)  # what is made ready beside the site may read whole tables
    with TestClient(create(folder, now=NOW), base_url="http://127.0.0.1:8000") as client:
        yield client


@pytest.mark.parametrize("address", PAGES)
def test_a_page_asks_for_nothing_that_grows_with_the_desk(client: TestClient, address: str) -> None:  # type: ignore[type-arg]
    db = client.app.state.site.store.db
    asked: dict[str, object] = {}

    def note(_cursor: object, sql: str, values: object) -> bool:
        asked.setdefault(sql, values)
        return True

    client.app.state.site.recent._answers.clear()
    db.exec_trace = note
    assert client.get(address).status_code < 500
    db.exec_trace = None
    assert asked
    for sql, values in asked.items():
        if sql.lstrip().startswith(("SELECT", "WITH")):
            assert not list(unbounded(db, sql, values)), sql


def test_what_is_asked_every_few_seconds_is_small(client: TestClient) -> None:  # type: ignore[type-arg]
    site, asked = client.app.state.site, []
    site.store.db.exec_trace = lambda _cursor, sql, values: asked.append((sql, values)) or True
    assert live.come(site, 0) == len(site.store.latest(1000))
    site.store.db.exec_trace = None
    assert asked and not any(unbounded(site.store.db, sql, values) for sql, values in asked[:1])


def test_whether_a_desk_lives_is_told_without_looking_through_it(
    client: TestClient,  # type: ignore[type-arg]
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    folder, asked = client.app.state.site.store.folder, []

    def traced(*given: object, **more: bool) -> Store:
        store = Store(*given, **more)  # type: ignore[arg-type]
        store.db.exec_trace = lambda _cursor, sql, values: asked.append((sql, values)) or True
        return store

    monkeypatch.setattr(health, "Store", traced)
    assert health.life(folder).error is None
    assert any("page" in sql for sql, _ in asked)
    assert not any(unbounded(client.app.state.site.store.db, *one) for one in asked if one[0].startswith("SELECT"))


def unbounded(db: apsw.Connection, sql: str, values: object) -> list[str]:
    """The lines of a plan that read all of a table, or all records of a kind; the first few of an index are few."""
    plan = [str(row[3]) for row in db.execute(f"EXPLAIN QUERY PLAN {sql}", values)]  # type: ignore[arg-type]
    is_short = "LIMIT" in sql and not any("TEMP B-TREE" in line for line in plan)
    return [line for line in plan if _is_whole(line) and not ("INDEX" in line and is_short)]


def _is_whole(line: str) -> bool:
    words = line.split()
    return len(words) > 1 and not words[1].startswith(SMALL) and (words[0] == "SCAN" or line.endswith("(kind=?)"))


@pytest.mark.parametrize(
    "sql",
    [
        "SELECT step, count(*) FROM record GROUP BY step",
        "SELECT count(*) FROM record WHERE kind = 'Article'",
        "SELECT row FROM record WHERE kind = 'Rejection' ORDER BY n DESC LIMIT 5",
        "SELECT sum(length) FROM page",
        "SELECT one.id FROM record AS one",
    ],
)
def test_a_query_that_reads_a_whole_table_would_be_found(client: TestClient, sql: str) -> None:  # type: ignore[type-arg]
    assert unbounded(client.app.state.site.store.db, sql, ())
