"""Every `[[example]]` of an outlet is read as it says: the packaged ones, the sample's, and those of the documentation."""

from __future__ import annotations

import re
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path

import pytest

from suyuan import articles, sample
from suyuan.outlets import Directory, packaged, read

DOCUMENTED = Path(__file__).parents[2] / "docs" / "add" / "an-outlet.md"


def given() -> Iterator[tuple[str, articles.Example, bytes, Directory]]:
    kept = {page.url: page.body for page in sample.pages()}
    for folder in (files("suyuan.outlets"), files("suyuan.sample").joinpath("outlets")):
        for file in sorted(folder.iterdir(), key=lambda file: file.name):
            if not file.name.endswith(".toml"):
                continue
            toml, name = file.read_text(encoding="utf-8"), file.name.removesuffix(".toml")
            for place, example in enumerate(articles.examples(toml, name)):
                markup = example.page.encode() or kept.get(example.url) or folder.joinpath(example.file).read_bytes()
                yield f"{name}-{place}", example, markup, packaged().joined([read(toml, name)])


@pytest.mark.parametrize(("name", "example", "markup", "outlets"), list(given()), ids=lambda one: str(one)[:30])
def test_a_page_is_read_as_its_outlet_expects(
    name: str, example: articles.Example, markup: bytes, outlets: Directory
) -> None:
    assert articles.failures(example, markup, outlets=outlets) == ()


def test_the_documented_rules_do_what_is_said_of_them() -> None:
    blocks = re.findall(r"```toml\n(.*?)```", DOCUMENTED.read_text(encoding="utf-8"), re.DOTALL)
    toml = next(block for block in blocks if "[[example]]" in block)
    outlets = Directory([read(toml, "yuntingwb")])
    reads, turned_away = articles.examples(toml, "yuntingwb")
    assert articles.failures(reads, reads.page, outlets=outlets) == ()
    rows = "".join(f"<li><a href='/{place}.html'>专题之{place}：渡轮与港口的这些年</a></li>" for place in range(40))
    assert articles.failures(turned_away, f"<title>专题</title><ul>{rows}</ul>", outlets=outlets) == ()


def test_an_example_that_does_not_hold_says_in_which_field() -> None:
    toml = '[[example]]\nurl = "http://a.example/1"\npage = "<h1>渡轮复航首日见闻</h1><p>短</p>"\ntitle = "渡轮停航"\nwithout = ["短"]\nfirst = "长"\nbyline = []\n'
    (example,) = articles.examples(toml, "a")
    found = articles.failures(example, "<title>渡轮复航首日见闻</title><h1>渡轮复航首日见闻</h1>" + "<p>短短几句话写完了渡轮复航的第一天，码头上人来人往，热闹非常。</p>" * 3, outlets=Directory())  # fmt: skip
    assert [line.partition(":")[0] for line in found] == ["title", "first", "without"]
    assert articles.failures(example, "", outlets=Directory()) == ("rejected: expected None, read 'empty'",)


@pytest.mark.parametrize("toml", ("[[example]]\nurl = 3\n", "[[example]]\n", "example = ["))
def test_an_example_that_cannot_be_understood_is_named(toml: str) -> None:
    with pytest.raises(ValueError, match="outlet a: "):
        articles.examples(toml, "a")
