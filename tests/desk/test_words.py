"""Everything that the command line says, it can say in Chinese."""

import ast
from pathlib import Path

import pytest

import suyuan
from suyuan.desk import words

DESK = Path(suyuan.__file__).parent / "desk"
MODULES = ("admission.py", "cli.py", "commands.py", "trace.py", "subscribe.py", "watch.py")


def messages(module: str) -> list[str]:
    tree = ast.parse((DESK / module).read_text(encoding="utf-8"))
    calls = (
        node
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "say"
    )
    return [call.args[0].value for call in calls if isinstance(call.args[0], ast.Constant)]


@pytest.mark.parametrize("module", MODULES)
def test_every_message_has_its_chinese(module: str) -> None:
    say = words.words("zh")
    assert [message for message in messages(module) if say(message) == message] == []


@pytest.mark.parametrize("module", sorted((DESK / "intake").glob("*.py")))
def test_every_reason_for_not_reading_has_its_chinese(module: Path) -> None:
    calls = (node for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))) if isinstance(node, ast.Call))
    told = [
        one
        for call in calls
        if isinstance(call.func, ast.Name) and call.func.id == "Unreadable"
        for one in call.args[1:]
    ]
    fixed = [one.value for one in told if isinstance(one, ast.Constant)]
    say = words.words("zh")
    assert [message for message in fixed if say(message) == message] == []


@pytest.mark.parametrize("module", MODULES)
def test_the_fields_of_a_message_are_the_same_in_both(module: str) -> None:
    import string

    def fields(text: str) -> set[str]:
        return {name for _, name, _, _ in string.Formatter().parse(text) if name}

    say = words.words("zh")
    assert [
        message
        for message in messages(module)
        if "{id, until}" not in message and fields(message) != fields(say(message))
    ] == []
