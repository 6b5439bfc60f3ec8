"""Everything that the command line says, it can say in Chinese."""

import ast
from pathlib import Path

import pytest

import suyuan
from suyuan import flow
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


ERRORS = {"DeskError", "DeskNotFound", "DeskBusy", "UnreadableInput", "Refused", "FetchFailed", "Forbidden"}


def sentence(node: ast.expr) -> str:
    """A message as it is written in the code, with {} for what differs; nothing where it is made elsewhere."""
    if isinstance(node, ast.JoinedStr):
        return "".join(str(one.value) if isinstance(one, ast.Constant) else "{}" for one in node.values)
    return str(node.value) if isinstance(node, ast.Constant) else ""


def errors(module: Path) -> list[str]:
    calls = (node for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))) if isinstance(node, ast.Call))
    raised = (one for one in calls if isinstance(one.func, ast.Name) and one.func.id in ERRORS and one.args)
    return [told for one in raised if (told := sentence(one.args[0])) and told != "{}: {}"]


@pytest.mark.parametrize("module", sorted(DESK.rglob("*.py")), ids=lambda path: str(path.relative_to(DESK)))
def test_what_the_outside_did_is_told_in_chinese(module: Path) -> None:
    say = words.words("zh")
    assert [message for message in errors(module) if say.told(message) == message] == []


def test_an_error_within_an_error_is_told_in_chinese_around_what_is_no_sentence_of_ours() -> None:
    say = words.words("zh")
    assert say.told("http://a.example/x: It unpacks to more than 32 MB.") == "http://a.example/x: 解压后超过 32 MB"
    told = say.told(
        "http://a.example/x could not be fetched: The packed content breaks off.. Try again later or check the address."
    )
    assert told == "取不到 http://a.example/x：压缩内容中途断了。请稍后再试，或检查网址"
    assert say.told("EOF: unheard of") == "EOF: unheard of"
    assert words.words("en").told("It unpacks to more than 32 MB.") == "It unpacks to more than 32 MB."


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


def test_every_step_has_its_chinese() -> None:
    say = words.words("zh")
    assert [step.name for step in flow.FLOW if say.field(f"step {step.name}") == f"step {step.name}"] == []
