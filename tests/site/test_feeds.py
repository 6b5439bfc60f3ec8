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
from tests.desk.test_site_newsroom import CLAIMS, EVENING, NOW, PORTAL, SELF, TUNNEL_STORY, WIRE, newsroom

Client = TestClient  # type: ignore[type-arg]
HERE = "http://127.0.0.1:8000"
HOSTS = ("127.0.0.1:8000", "localhost:8000")
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


@pytest.mark.parametrize("what", OF)
def test_an_entry_is_the_same_wherever_the_desk_is_reached(desk: Client, what: str) -> None:
    address = f"/feed/{what}.atom?of={quote(OF[what][0])}"
    here, there = (ElementTree.fromstring(desk.get(address, headers={"host": host}).content) for host in HOSTS)
    ids = [one.text or "" for one in here.iter(f"{ATOM}id")]
    assert ids == [one.text for one in there.iter(f"{ATOM}id")]
    assert all(one.startswith("urn:suyuan:") and "?" not in one for one in ids)


def test_the_front_page_leads_to_the_feed_of_changes(desk: Client) -> None:
    assert desk.get("/").text.count('href="/feed/changes.atom"')


def test_the_feed_of_changes_names_every_copy_in_which_no_correction_was_seen(desk: Client) -> None:
    items = desk.get("/feed/changes.json", headers={"accept-language": "en"}).json()["items"]
    (behind,) = [one for one in items if "no correction seen in copies (2 reports)" in one["title"]]
    assert behind["content_text"].endswith(f"no correction seen in copies (2 reports): {PORTAL.outlet}, {SELF.outlet}")


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
