"""Feeds out, as Atom and JSON Feed, of everything that can be new."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import quote
from xml.etree import ElementTree

import pytest
from litestar.testing import TestClient

from suyuan.desk.site import create
from suyuan.desk.site.views.feeds import FEEDS
from tests.desk.test_site_newsroom import CLAIMS, EVENING, NOW, TUNNEL_STORY, WIRE, newsroom

Client = TestClient  # type: ignore[type-arg]
HERE = "http://127.0.0.1:8000"
ATOM = "{http://www.w3.org/2005/Atom}"


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Client]:
    with TestClient(create(newsroom(tmp_path_factory.mktemp("feeds")), now=NOW), base_url=HERE) as client:
        yield client


OF = {
    "latest": ("", TUNNEL_STORY.title),
    "changes": ("", "新的独立来源"),
    "story": (TUNNEL_STORY.id, EVENING.title),
    "outlet": ("云州晚报", EVENING.title),
    "speaker": ("周广平", "云州地铁集团发言人周广平表示"),
    "claim": (CLAIMS[0].claim.id, WIRE.title),
    "search": ("q=渗水&outlet=新滨社", WIRE.title),
}


@pytest.mark.parametrize("what", OF)
def test_a_feed_says_the_same_as_atom_and_as_json(desk: Client, what: str) -> None:
    of, title = OF[what]
    atom = desk.get(f"/feed/{what}.atom?of={quote(of)}")
    json = desk.get(f"/feed/{what}.json?of={quote(of)}")
    assert atom.headers["content-type"].startswith("application/atom+xml")
    assert json.headers["content-type"].startswith("application/feed+json")
    entries = ElementTree.fromstring(atom.content).findall(f"{ATOM}entry")
    items = json.json()["items"]
    assert [one.findtext(f"{ATOM}title") for one in entries] == [one["title"] for one in items]
    assert [one.findtext(f"{ATOM}id") for one in entries] == [one["id"] for one in items]
    assert len({one["id"] for one in items}) == len(items)
    assert any(title in one["title"] for one in items)
    for one in items:
        assert desk.get(one["url"].removeprefix(HERE)).status_code == 200


def test_a_change_is_the_same_entry_wherever_the_desk_is_reached(desk: Client) -> None:
    here = desk.get("/feed/changes.json").json()["items"]
    there = desk.get("/feed/changes.json", headers={"host": "localhost:8000"}).json()["items"]
    assert [one["id"] for one in here] == [one["id"] for one in there]
    assert all(one["id"].startswith("urn:suyuan:change:") for one in here)
    assert desk.get("/").text.count('href="/feed/changes.atom"')


def test_every_change_can_be_had_page_by_page(desk: Client) -> None:
    every = desk.get("/api/v1/changes?limit=100").json()["changes"]
    assert len(every) > 3  # of one story
    seen, cursor = [], ""
    while cursor is not None:
        page = desk.get(f"/api/v1/changes?limit=1{cursor and '&cursor=' + quote(cursor)}").json()
        seen += page["changes"]
        cursor = page.get("next")
    assert {one["id"] for one in every} <= {one["id"] for one in seen}
    assert len({one["id"] for one in seen}) == len(seen)
    assert [one["at"] for one in seen] == sorted((one["at"] for one in seen), reverse=True)


def test_a_saved_search_has_a_feed_of_its_own(desk: Client) -> None:
    word = re.search(r'name="form" value="(\w+)"', desk.get(f"/article/{EVENING.id}").text)
    assert word
    desk.post("/search/keep", data={"form": word[1], "query": "q=渗水&outlet=新滨社", "title": "渗水"})
    address = re.search(r'"(/feed/saved\.json\?of=\w+)"', desk.get("/marks").text)
    assert address
    assert [one["title"] for one in desk.get(address[1]).json()["items"]] == [WIRE.title]


@pytest.mark.parametrize("what", [one for one in FEEDS if one not in ("latest", "changes")])
def test_a_feed_of_what_is_not_there_is_not_there(desk: Client, what: str) -> None:
    assert desk.get(f"/feed/{what}.atom?of=0").status_code == 404
    assert desk.get(f"/feed/{what}.xml?of=0").status_code == 404
