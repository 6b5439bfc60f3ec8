"""Who signs on pages in Latin letters."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from suyuan import articles
from suyuan.articles import byline, signatures
from suyuan.outlets import Directory
from suyuan.records import Article, Page

NOON = datetime(2031, 6, 4, 12, tzinfo=UTC)
FERRY = (
    "The ferry at Greystone will run again from Monday, the harbour board said after two weeks of repairs to its engine.",
    "Residents had asked for a replacement boat, since the road around the lake takes an hour and a half in winter.",
    "The board expects four hundred passengers a day until the end of the season, a third more than in the year before.",
)


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("By Ada Keller", ("Ada Keller",)),
        ("Von Ada Keller, Lille", ("Ada Keller",)),
        ("Par Ada Keller et Ben de la Tour", ("Ada Keller", "Ben de la Tour")),
        ("Autorin/Autor Ada Keller", ("Ada Keller",)),
        ("By the way, the ferry runs again", ()),
        ("By Greystone News Staff", ()),
        ("Von Anfang an war es laut", ()),
        ("Ada Keller", ()),
    ],
)
def test_a_line_says_whom_it_is_by(line: str, names: tuple[str, ...]) -> None:
    assert signatures.labelled(line) == names


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("Ada Keller/Ben Reed", ("Ada Keller", "Ben Reed")),
        ("Lê Phương Hà", ("Lê Phương Hà",)),
        ("New Greystone", ()),
        ("GREYSTONE FERRY FIRE", ()),
        ("Ferry runs again", ()),
        ("Greystone", ()),
    ],
)
def test_a_name_may_stand_alone(line: str, names: tuple[str, ...]) -> None:
    assert signatures.alone(line) == names


def read(head: str = "", first: str = "", last: str = "") -> Article:
    body = "".join(f"<p>{line}</p>" for line in (first, *FERRY, last) if line)
    page = f"<html lang=en><title>Greystone ferry runs again</title>{head}<h1>Greystone ferry runs again</h1><article>{body}</article>"
    (made,) = articles.extract(
        Page(
            id="p",
            url="http://paper.example/1",
            body=page.encode(),
            fetched=NOON,
            first_seen=NOON,
            media_type="text/html",
        ),
        outlets=Directory(),
    )
    assert isinstance(made, Article)
    return made


CARD = '<meta name="twitter:label1" content="Written by"><meta name="twitter:data1" content="{}">'


def test_a_page_is_by_whom_its_card_or_its_edge_names() -> None:
    assert read(CARD.format("Ada Keller")).byline == ("Ada Keller",)
    assert read(CARD.format("admin")).byline == ()
    assert read(first="Ada Keller").byline == ("Ada Keller",)
    assert read(last="By Ada Keller").byline == ("Ada Keller",)
    assert read().byline == ()


def test_a_newsroom_with_its_address_is_nobody() -> None:
    named = byline.named_people(["greystone.example, Greystone, Freedonia", "Nachrichten", "Ada Keller"], Directory())
    assert named == ("Ada Keller",)
