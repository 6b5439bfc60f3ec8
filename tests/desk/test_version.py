"""A step is out of date when anything changes that what it makes could depend on."""

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import suyuan
from suyuan import flow
from suyuan.desk.engines import version as versions

HOUSE = Path(suyuan.__file__).parent
QUOTE: Any = next(step for step in flow.FLOW if step.name == "quote")


@pytest.fixture
def house(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A copy of what the step is made by."""
    for name in ("text", "outlets", "statements"):
        shutil.copytree(HOUSE / name, tmp_path / name)
    shutil.copy(HOUSE / "records.py", tmp_path)
    monkeypatch.setattr(versions, "files", lambda _: tmp_path)
    versions._code.cache_clear()
    yield tmp_path
    versions._code.cache_clear()


def version() -> str:
    versions._code.cache_clear()
    return versions.version(QUOTE, {})


@pytest.mark.parametrize("name", ["records.py", "text/fold.py", "statements/quote.py", "outlets/xinhua.toml"])
def test_a_step_is_out_of_date_when_a_line_changes_that_it_reads(house: Path, name: str) -> None:
    before = version()
    assert version() == before
    with (house / name).open("a", encoding="utf-8") as file:
        file.write("# another line\n")
    assert version() != before


@pytest.mark.parametrize("name", ["rjieba", "opencc"])
def test_a_step_is_out_of_date_when_the_words_of_a_dictionary_may_have_changed(
    house: Path, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = version()
    installed = versions.installed
    monkeypatch.setattr(versions, "installed", lambda one: "99.0" if one == name else installed(one))
    assert version() != before
