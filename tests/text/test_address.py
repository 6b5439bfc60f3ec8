"""One page has one address, however it is written, and an article without one is known by its id."""

import pytest

from suyuan.text import address, home

ONE_PAGE = (
    "https://www.farhills.example/2031/ferry.html",
    "http://www.farhills.example/2031/ferry.html",
    "https://WWW.FarHills.example:443/2031/ferry.html#top",
    " https://www.farhills.example/2031/ferry.html?utm_campaign=morning&spm=a1 ",
)


@pytest.mark.parametrize("url", ONE_PAGE)
def test_an_article_is_known_by_one_address_however_it_is_written(url: str) -> None:
    assert home("a1", url) == address(url) == ONE_PAGE[0]


@pytest.mark.parametrize("url", [None, ""])
def test_an_article_without_an_address_is_known_by_its_id(url: str | None) -> None:
    assert home("a1", url) == "article:a1"
    assert address(home("a1", url)) == home("a1", url), "it is looked up as addresses are"
