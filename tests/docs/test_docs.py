"""What the documentation says is true: commands exist, links lead somewhere, the tour runs."""

import doctest
import re
from pathlib import Path

import pytest
import typer.main

from suyuan import flow, records
from suyuan.desk import cli, make

ROOT = Path(__file__).parents[2]
PAGES = [ROOT / name for name in ("README.md", "README.zh.md", "CONTRIBUTING.md")] + sorted(
    (ROOT / "docs").rglob("*.md")
)
COMMANDS = typer.main.get_command(cli.app).commands  # type: ignore[attr-defined]


@pytest.mark.parametrize("name", ["README.md", "README.zh.md"])
def test_a_readme_names_every_command_that_there_is_and_no_other(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    named = set(re.findall(r"^suyuan (\w+)", text, re.MULTILINE))
    assert named == set(COMMANDS) - {
        "demo",
        "version",
    }  # ./run demo is the way to the first, --version's place is not the front page


@pytest.mark.parametrize("name", ["README.md", "README.zh.md", "CONTRIBUTING.md"])
def test_every_word_of_run_that_is_named_exists(name: str) -> None:
    words = set(re.findall(r"^(\w+)\) *#", (ROOT / "run").read_text(encoding="utf-8"), re.MULTILINE))
    assert set(re.findall(r"\./run (\w+)", (ROOT / name).read_text(encoding="utf-8"))) <= words


def test_the_readmes_open_with_the_two_commands() -> None:
    for name in ("README.md", "README.zh.md"):
        assert re.findall(r"^\./run (\w+)", (ROOT / name).read_text(encoding="utf-8"), re.MULTILINE)[:2] == [
            "demo",
            "test",
        ]


def test_the_kinds_of_make_are_those_of_the_readme() -> None:
    for name in ("README.md", "README.zh.md"):
        assert " ".join(make.KINDS) in (ROOT / name).read_text(encoding="utf-8")


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_every_link_leads_somewhere(page: Path) -> None:
    links = re.findall(r"\]\((?!https?://|#)([^)#]+)", page.read_text(encoding="utf-8"))
    assert [link for link in links if not (page.parent / link).exists()] == []


def test_the_tour_runs() -> None:
    assert doctest.testfile(str(ROOT / "docs" / "tour.md"), module_relative=False).failed == 0


def test_every_noun_is_described_and_every_record_says_its_chinese_name() -> None:
    assert [
        name
        for name, kind in records.KINDS.items()
        if not kind.__doc__ or not re.search(r"[\u4e00-\u9fff]", kind.__doc__)
    ] == []


def test_every_command_and_option_has_help() -> None:
    assert [name for name, command in COMMANDS.items() if not command.help] == []
    options = (
        (name, one) for name, command in COMMANDS.items() for one in command.params if one.param_type_name == "option"
    )
    assert [(name, one.name) for name, one in options if not one.help] == []


def test_every_step_makes_something_that_a_later_one_or_a_reader_takes() -> None:
    made = {kind for step in flow.FLOW for kind in step.makes}
    assert made <= set(records.KINDS.values())
