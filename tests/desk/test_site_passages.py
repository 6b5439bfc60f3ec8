"""What leads to a passage leads to the passage: the article opens there, with the words marked."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape

import pytest
from litestar.testing import TestClient

from suyuan.desk.site import create
from tests.desk.test_site_newsroom import CHANGES, CLAIMS, FIVE, NOW, ORIGINS, STATEMENTS, TUNNEL_STORY, WIRE, newsroom
from tests.desk.test_site_seen import of

Client = TestClient  # type: ignore[type-arg]
TO_WORDS = re.compile(r'href="(/article/[^"?]+[?]words=(\d+)-(\d+))#words"')


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Client]:
    folder = newsroom(tmp_path_factory.mktemp("passages"))
    with TestClient(create(folder, now=NOW), base_url="http://127.0.0.1:8000") as client:
        yield client


def marked(page: str) -> str:
    """The words that an article's page marks."""
    found = "".join(re.findall(r"<mark[^>]*>(.*?)</mark>", page, re.S))
    return unescape(re.sub(r'<a class="number".*?</a>|<[^>]+>', "", found))


@pytest.mark.parametrize(
    "address",
    [
        f"/story/{TUNNEL_STORY.id}",
        f"/why/{CLAIMS[0].ground.id}",
        f"/why/{STATEMENTS[0].id}",
        "/speaker/周广平",
        "/search?q=渗水&of=statements",
    ],
)
def test_a_passage_is_opened_where_it_stands(desk: Client, address: str) -> None:
    found = TO_WORDS.findall(of(desk, address))
    assert found
    for where, start, end in found:
        page = of(desk, where)
        text = desk.get(f"/api/v1/article/{where.split('?')[0].rsplit('/', 1)[1]}").json()["article"]["text"]
        assert page.count('id="words"') == 1
        assert marked(page) == text[int(start) : int(end)]


def test_every_root_of_a_claim_opens_its_reports_at_what_they_assert(desk: Client) -> None:
    page = of(desk, f"/why/{CLAIMS[0].ground.id}")
    roots = page[page.index('class="roots"') : page.index('class="walk"')]
    asserted = {(f"/article/{one.article}?words={one.start}-{one.end}") for one in FIVE}
    reports = re.findall(r'href="(/article/[^"#]+)#words"', roots)
    assert reports and set(reports) <= asserted


@pytest.mark.parametrize("odd", ["", "1", "9-3", "0-0", "a-b", "-1-5", "1-" + "9" * 5000, "999990-999999"])
def test_words_that_are_none_mark_nothing(desk: Client, odd: str) -> None:
    page = of(desk, f"/article/{WIRE.id}?words={odd}")
    assert "<mark" not in page and "<h1" in page


def test_each_standing_on_the_front_page_opens_its_ground(desk: Client) -> None:
    stands = re.findall(r'<span class="stands">(.*?)</span>\s*</li>', of(desk, "/"), re.S)
    assert stands and all('href="/why/' in one for one in stands)


def test_why_of_a_change_tells_what_changed_and_both_claims(desk: Client) -> None:
    for one in CHANGES:
        page = of(desk, f"/why/{one.id}")
        told = page[: page.index('class="walk"')]
        assert 'class="change"' in told
        assert told.count('class="counted"') == (2 if one.other else 1)
        assert f"/why/{TUNNEL_STORY.id}" not in page, "a change rests on its claims, not on all of the story"


def test_why_of_a_statement_is_open_and_of_an_origin_has_a_name(desk: Client) -> None:
    page = of(desk, f"/why/{STATEMENTS[0].id}")
    assert page.count("<details open>") == 1 and STATEMENTS[0].speaker in page
    walk = of(desk, f"/why/{ORIGINS[0].id}").split('class="walk"', 1)[1]
    assert (ORIGINS[0].outlet or WIRE.title) in walk[: walk.index("<code>")]


def test_a_count_of_statements_says_that_the_same_words_stand_once(desk: Client) -> None:
    assert "相同的话只列一次" in of(desk, "/search?q=渗水&of=statements")
    assert "相同的话只列一次" not in of(desk, "/search?q=渗水&of=statements&speaker=无此人")


def test_the_feed_of_a_speaker_leads_to_a_place_that_is_there(desk: Client) -> None:
    said = STATEMENTS[0]
    assert f'id="s-{said.id}"' in of(desk, f"/article/{said.article}")


def test_a_dot_between_two_facts_never_begins_a_line(desk: Client) -> None:
    for address in (f"/story/{TUNNEL_STORY.id}", f"/why/{CLAIMS[0].ground.id}", "/speaker/周广平"):
        body = of(desk, address).split("<main", 1)[1].split("<footer", 1)[0]
        body = re.sub(r"<svg.*?</svg>", "", body, flags=re.S)
        assert "&nbsp;·" in body
        assert not re.search(r"(?<!named)(?<!具名) · ", body)
