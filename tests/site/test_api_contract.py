"""The API is what its description says: schemathesis asks whatever the description allows, and much that it does not."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis.errors import Unsatisfiable
from litestar.testing import TestClient

from suyuan.desk.settings import Settings
from suyuan.desk.site import api, create
from suyuan.desk.site.views import rows
from suyuan.desk.store.access import EVERYTHING, Access
from tests.desk.test_site_newsroom import CLAIMS, EVENING, NOW, TUNNEL_STORY, newsroom

schemathesis = pytest.importorskip("schemathesis", reason="schemathesis is not installed: ./run check installs it")
GenerationMode = schemathesis.GenerationMode
ignored_auth = pytest.importorskip("schemathesis.specs.openapi.checks").ignored_auth  # tested beside the gate

Client = TestClient  # type: ignore[type-arg]

EXAMPLES = 8  # per address and mode; a hundred find no more and take minutes


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return newsroom(tmp_path_factory.mktemp("api"))


@pytest.fixture(scope="module")
def token(folder: Path) -> str:
    with closing(Access(folder)) as access:
        return access.make_token("schemathesis", EVERYTHING, datetime.now(UTC))


@pytest.fixture(scope="module")
def described(folder: Path, token: str) -> Any:
    app = create(folder, now=NOW, chosen=Settings(hosts=("testserver",)))
    app.on_shutdown = []  # every call would be told to be the last
    return schemathesis.openapi.from_asgi("/api/openapi.json", app, headers=bearer(token))


def bearer(token: str) -> dict[str, str]:
    return {"authorization": f"Bearer {token}"}


ADDRESSES = sorted(
    (path, method.lower()) for handler in api.HANDLERS for path in handler.paths for method in handler.http_methods
)


@pytest.mark.parametrize("mode", [GenerationMode.POSITIVE, GenerationMode.NEGATIVE], ids=["allowed", "odd"])
@pytest.mark.parametrize(("path", "method"), ADDRESSES)
def test_every_answer_is_as_described(described: Any, path: str, method: str, mode: GenerationMode, token: str) -> None:
    shown = bearer(token)
    operation = described[re.sub(r":str", "", path)][method]

    @settings(
        max_examples=EXAMPLES,
        deadline=None,
        derandomize=True,
        database=None,
        suppress_health_check=list(HealthCheck),
    )
    @given(case=operation.as_strategy(generation_mode=mode))
    def ask(case: Any) -> None:
        case.call_and_validate(headers=shown, excluded_checks=[ignored_auth])

    try:
        ask()
    except Unsatisfiable:
        pytest.skip("nothing can be asked wrongly here")


REAL: tuple[tuple[str, dict[str, str], dict[str, object]], ...] = (
    ("/api/v1/stories", {}, {"limit": 1}),
    ("/api/v1/story/{story_id}", {"story_id": TUNNEL_STORY.id}, {"explain": 1}),
    ("/api/v1/story/{story_id}", {"story_id": TUNNEL_STORY.id}, {"at": "2031-06-04T13:30:00+08:00"}),
    ("/api/v1/articles", {}, {"outlet": "云州晚报", "explain": 1}),
    ("/api/v1/article/{article_id}", {"article_id": EVENING.id}, {"explain": 1}),
    ("/api/v1/speaker", {}, {"name": "周广平"}),
    ("/api/v1/search", {}, {"q": "渗水", "standing": "disputed"}),
    ("/api/v1/search", {}, {"q": "渗水", "sort": "time", "limit": 1}),
    ("/api/v1/search/statements", {}, {"q": "渗水", "speaker": "周广平"}),
    ("/api/v1/search/names", {}, {"q": "周"}),
    ("/api/v1/changes", {}, {}),
    ("/api/v1/why/{record_id}", {"record_id": CLAIMS[0].ground.id}, {}),
    ("/api/v1/record/{record_id}", {"record_id": EVENING.page}, {"explain": 1}),
    *(("/api/v1/records/{kind}", {"kind": kind}, {"explain": 1}) for kind in api.LISTED),
    *(("/api/v1/rows/{kind}", {"kind": kind}, {"story": TUNNEL_STORY.id}) for kind in rows.KINDS),
    *(("/api/v1/rows/{kind}", {"kind": kind}, {"article": EVENING.id}) for kind in rows.KINDS),
)


@pytest.mark.parametrize(("path", "names", "query"), REAL)
def test_what_there_is_is_given_as_described(
    described: Any, path: str, names: dict[str, str], query: dict[str, object], token: str
) -> None:
    shown = bearer(token)
    case = described[path]["get"].Case(path_parameters=names, query=query)
    answer = case.call_and_validate(headers=shown, excluded_checks=[ignored_auth])
    assert answer.status_code == 200


@pytest.fixture
def desk(folder: Path) -> Iterator[Client]:
    with TestClient(create(folder, now=NOW), base_url="http://127.0.0.1:8000") as client:
        yield client


LISTS = (
    ("stories", "stories"),
    ("articles", "articles"),
    ("records/Statement", "records"),
    ("speaker?name=周广平", "statements"),
)


@pytest.mark.parametrize(("address", "field"), LISTS)
def test_cursors_lead_through_all_of_it_once(desk: Client, address: str, field: str) -> None:
    joined = "&" if "?" in address else "?"
    whole = [one["id"] for one in desk.get(f"/api/v1/{address}").json()[field]]
    found, cursor = list[str](), ""
    while cursor is not None:
        answer = desk.get(f"/api/v1/{address}{joined}limit=1" + (f"&cursor={quote(cursor)}" if cursor else "")).json()
        found += [one["id"] for one in answer[field]]
        cursor = answer["next"]
    assert found == whole
    assert len(whole) > 1


def test_a_search_by_time_goes_on_where_it_stopped(desk: Client) -> None:
    whole = [one["article"] for one in desk.get("/api/v1/search?q=渗水&sort=time").json()["hits"]]
    found, cursor = list[str](), ""
    while cursor is not None:
        answer = desk.get(f"/api/v1/search?q=渗水&sort=time&limit=1{cursor and f'&cursor={cursor}'}").json()
        found += [one["article"] for one in answer["hits"]]
        cursor = answer["next"]
    assert found == whole
    assert len(whole) > 1


def test_statements_speakers_and_stories_are_found_by_their_own_words(desk: Client) -> None:
    said = desk.get("/api/v1/search/statements?q=渗水&speaker=周广平").json()
    assert said["total"] == len(said["statements"]) > 0
    assert {one["speaker"] for one in said["statements"]} == {"周广平"}
    named = desk.get("/api/v1/search/names?q=广平").json()
    assert "周广平" in [one["speaker"] for one in named["speakers"]]
    word = TUNNEL_STORY.title[:2]
    told = desk.get(f"/api/v1/search/names?q={quote(word)}").json()["stories"]
    assert TUNNEL_STORY.id in [one["id"] for one in told]


def test_what_a_program_has_is_not_sent_again(desk: Client) -> None:
    address = f"/api/v1/story/{TUNNEL_STORY.id}"
    tag = desk.get(address).headers["etag"]
    again = desk.get(address, headers={"if-none-match": tag})
    assert (again.status_code, again.content, again.headers["etag"]) == (304, b"", tag)


def test_an_explained_answer_says_which_step_made_each_record(desk: Client) -> None:
    told = desk.get(f"/api/v1/story/{TUNNEL_STORY.id}?explain=1").json()["explain"]
    assert {one["kind"] for one in told} >= {"Story", "Claim", "Corroboration", "Origin", "Reprint"}
    assert {one["version"] for one in told} == {"0123abcd"}


def test_a_token_sets_and_takes_a_mark_and_a_browser_alone_does_not(desk: Client, token: str) -> None:
    asked = {"kind": "note", "at": [EVENING.id], "value": "待查"}
    assert desk.post("/api/v1/marks", json=asked).status_code == 403
    headers = bearer(token)
    made = desk.post("/api/v1/marks", json=asked, headers=headers).json()
    assert made["places"][0]["address"] == EVENING.url
    assert made["id"] in [one["id"] for one in desk.get("/api/v1/marks").json()["marks"]]
    assert desk.delete(f"/api/v1/marks/{made['id']}", headers=headers).status_code == 200
    assert desk.delete(f"/api/v1/marks/{made['id']}", headers=headers).status_code == 404
