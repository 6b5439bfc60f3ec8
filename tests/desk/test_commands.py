"""The commands, as a person types them."""

import json
import socket
from dataclasses import replace
from pathlib import Path

import apsw
import pytest

from suyuan import sample
from suyuan.desk import cli, commands, settings, words
from suyuan.desk.engines import worker
from suyuan.desk.errors import DeskError, DeskNotFound
from suyuan.desk.store import Store

say = words.words("en")
PAGE = """<html><head><title>渡轮明日复航_云亭晚报网</title></head><body><h1>渡轮明日复航</h1><div>2031-06-03 09:12　来源：远川通讯社</div>
<p>据远川通讯社报道，云亭市交通局局长林岸2日晚间对该社表示，停航三天的云亭渡轮将于4日恢复运营，首班船时间不变，票价也不调整。</p>
<p>他说，受损的两处浮桥已经修复，“没有人员受伤”。消息人士称，不排除月底前再次停航检修的可能。</p></body></html>"""


@pytest.fixture
def saved(tmp_path: Path) -> Path:
    path = tmp_path / "pages" / "ferry.html"
    path.parent.mkdir()
    path.write_text(PAGE, encoding="utf-8")
    return path


def test_reading_twice_says_that_nothing_is_new(
    saved: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert commands.read([str(saved)], tmp_path / "desk", say=say) == 0
    assert "1 read, 1 new; 1 articles in the desk." in capsys.readouterr().out
    assert commands.read([str(saved.parent)], tmp_path / "desk", say=say) == 0
    assert "1 read, 0 new; 1 articles in the desk." in capsys.readouterr().out


def test_what_cannot_be_read_is_named_and_the_rest_is_read(
    saved: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert commands.read([str(tmp_path / "missing.html"), str(saved)], tmp_path / "desk", say=say) == 1
    told = capsys.readouterr()
    assert "1 read, 1 new" in told.out
    assert "missing.html: no such file" in told.err


def test_trace_says_who_said_what(saved: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert commands.trace(str(saved), explain=True, say=words.words("zh")) == 0
    told = capsys.readouterr().out
    for expected in ("渡轮明日复航", "稿源  远川通讯社", "林岸", "匿名", "2日晚间 → 2031-06-02 晚"):
        assert expected in told


def test_make_prints_lines_and_keeps_to_what_was_asked(saved: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert commands.make("articles", [str(saved)], out=None, queries=None, now=None, say=say) == 0
    (line,) = capfd.readouterr().out.splitlines()
    assert json.loads(line)["published"] == "2031-06-03T09:12+08:00"
    assert commands.make("nouns", [], out=None, queries=None, now=None, say=say) == 2
    assert "There is no kind" in capfd.readouterr().err


def test_make_goes_on_after_a_bad_input_and_says_so_in_its_status(
    saved: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "bad.jsonl").write_text("nonsense\n", encoding="utf-8")
    assert (
        commands.make("times", [str(tmp_path / "bad.jsonl"), str(saved)], out=None, queries=None, now=None, say=say)
        == 1
    )
    told = capfd.readouterr()
    assert len(told.out.splitlines()) == 1
    assert told.err.startswith("bad.jsonl:1: not JSON")


@pytest.mark.parametrize("kind", list(commands.making.KINDS))
def test_every_kind_can_be_made_of_the_newsroom(kind: str, tmp_path: Path) -> None:
    folder = tmp_path / "pages"
    folder.mkdir()
    for number, page in enumerate(list(sample.pages())[:12]):
        (folder / f"{number:02d}.html").write_bytes(page.body)
    out = tmp_path / "out.jsonl"
    assert commands.make(kind, [str(folder)], out=out, queries=None, now=None, say=say) == 0
    assert out.read_bytes().count(b"\n") > 0
    for line in out.read_bytes().splitlines():
        json.loads(line)


def test_why_walks_back_to_the_page(saved: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    commands.read([str(saved)], tmp_path / "desk", say=say)
    store = Store(tmp_path / "desk", readonly=True)
    (weighed,) = store.db.execute("SELECT id FROM record WHERE kind = 'Corroboration' LIMIT 1").fetchone()
    capsys.readouterr()
    assert commands.why(weighed, tmp_path / "desk", say=say) == 0
    told = capsys.readouterr().out
    for kind in ("Corroboration", "Claim", "Assertion", "Article", "Page"):
        assert kind in told
    origins, walk = told.split("\n\n", 1)
    assert "1 independent origin" in origins
    assert "渡轮明日复航" in origins  # the report
    assert "http" not in walk.partition("Page")[0]
    assert commands.why("0000000000000000", tmp_path / "desk", say=say) == 1


def test_a_desk_that_another_process_writes_to_is_said_to_be_busy_and_not_broken(
    saved: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = tmp_path / "desk"
    other = Store(desk, create=True)
    monkeypatch.setattr("suyuan.desk.store.store.BUSY_MS", 1)
    monkeypatch.setattr("sys.argv", ["suyuan", "read", str(saved), "--desk", str(desk)])
    with other.transaction(), pytest.raises(SystemExit) as ended:
        cli.main()
    assert str(ended.value.code).startswith("Another process is writing to this desk")


def test_forget_and_redo(saved: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    desk = tmp_path / "desk"
    commands.read([str(saved)], desk, say=say)
    assert commands.redo(None, desk, say=say) == 0
    assert "Everything is up to date." in capsys.readouterr().out
    assert commands.redo(["quote"], desk, say=say) == 0
    assert commands.redo(["sing"], desk, say=say) == 2
    assert commands.forget("file:///ferry.html", desk, is_ahead=False, say=say) == 0
    assert Store(desk, readonly=True).counts() == {}
    capsys.readouterr()
    assert commands.read([str(saved)], desk, say=say) == 0
    assert "not read: file:///ferry.html was forgotten." in capsys.readouterr().out
    assert Store(desk, readonly=True).counts() == {}


def test_a_forgotten_address_can_be_read_again_when_the_owner_says_so(
    saved: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    url, desk = "https://www.yunting.example/a/1.html", tmp_path / "desk"
    saved.write_text(PAGE.replace("<head>", f'<head><link rel="canonical" href="{url}">'), encoding="utf-8")
    commands.read([str(saved)], desk, say=say)
    commands.forget(url, desk, is_ahead=False, say=say)
    assert commands.forget(url, desk, is_ahead=False, say=say) == 0
    assert f"{url} is forgotten already." in capsys.readouterr().out
    assert commands.recall(url, desk, say=say) == 0  # with the name of the file, which was forgotten together with it
    assert commands.recall(url, desk, say=say) == 1
    assert commands.read([str(saved)], desk, say=say) == 0
    assert Store(desk, readonly=True).counts()["Article"] == 1


def test_an_address_that_nothing_is_kept_for_is_forgotten_ahead_only_when_asked(
    saved: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    desk = tmp_path / "desk"
    Store(desk, create=True).close()
    assert commands.forget("file:///ferry.html", desk, is_ahead=False, say=say) == 1
    assert "nothing was changed" in capsys.readouterr().err
    assert Store(desk, readonly=True).forgotten(["file:///ferry.html"]) == ()
    assert commands.forget("file:///ferry.html", desk, is_ahead=True, say=say) == 0
    commands.read([str(saved)], desk, say=say)
    assert Store(desk, readonly=True).counts() == {}


def test_a_saved_page_is_forgotten_by_the_address_that_it_names_for_itself(
    saved: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    url = "https://www.yunting.example/a/1.html"
    saved.write_text(PAGE.replace("<head>", f'<head><link rel="canonical" href="{url}">'), encoding="utf-8")
    commands.read([str(saved)], tmp_path / "desk", say=say)
    capsys.readouterr()
    assert commands.forget(url, tmp_path / "desk", is_ahead=False, say=say) == 0
    assert f"Forgotten: {url} (1 kept)." in capsys.readouterr().out
    commands.read([str(saved)], tmp_path / "desk", say=say)
    assert Store(tmp_path / "desk", readonly=True).counts() == {}


def test_a_page_whose_file_is_lost_does_not_stop_the_work(tmp_path: Path) -> None:
    store = Store(tmp_path / "desk", create=True)
    store.keep(list(sample.pages())[:3])
    for file in store.pages.files():
        file.unlink()
    worker.work(store, {"outlets": settings.directory(tmp_path)})
    assert [step for step, _, _ in store.faults()] == ["extract"] * 3
    assert store.due_count() == 0


def test_a_place_without_a_desk_and_a_port_in_use_are_one_clear_line(tmp_path: Path) -> None:
    with pytest.raises(DeskNotFound, match="There is no desk in"):
        commands.why("x", tmp_path / "none", say=say)
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        with pytest.raises(DeskError, match=str(taken.getsockname()[1])):
            commands.serve(tmp_path / "desk", host="127.0.0.1", port=taken.getsockname()[1], say=say)


def test_reasons_are_told_in_the_readers_language(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert commands.read([str(tmp_path / "missing.html")], tmp_path / "desk", say=words.words("zh")) == 1
    assert "missing.html：没有这个文件。请核对名称" in capsys.readouterr().err


def test_why_something_is_no_article_is_told_in_the_readers_language(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "empty.html").touch()
    (tmp_path / "noise.html").write_bytes(bytes(range(256)) * 50)
    (tmp_path / "bad.jsonl").write_text('{"a":\nx\n{} z\n', encoding="utf-8")
    zh = words.words("zh")
    commands.trace(str(tmp_path / "empty.html"), explain=False, say=zh)
    commands.trace(str(tmp_path / "noise.html"), explain=False, say=zh)
    commands.trace(str(tmp_path / "bad.jsonl"), explain=False, say=zh)
    told = capsys.readouterr()
    assert told.out.splitlines() == ["不是文章：空页。页面没有内容", "不是文章：不是文字。"]
    assert told.err.splitlines() == [
        "bad.jsonl:1：不是 JSON。JSON 没有写完",
        "bad.jsonl:2：不是 JSON。JSON 第 0 字节处的字符不对",
        "bad.jsonl:3：不是 JSON。JSON 结束后，第 4 字节处还有内容",
    ]


@pytest.mark.parametrize(
    ("given", "told"), [("htp://x/a", "htp://x/a: no address that can be fetched"), ("", "“”: no such file")]
)
def test_an_input_that_is_neither_file_nor_address_is_named_as_it_was_given(
    given: str, told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert commands.trace(given, explain=False, say=say) == 1
    assert capsys.readouterr().err.startswith(told)


def test_a_quotation_stands_in_one_pair_of_marks_and_a_saved_page_has_no_address(
    saved: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    saved.write_text(PAGE.replace("“没有人员受伤”。", "“没有人员受伤”。林岸说：“浮桥都修好了。”"), encoding="utf-8")
    commands.trace(str(saved), explain=False, say=say)
    told = capsys.readouterr().out
    assert "““" not in told and "””" not in told
    assert "‘没有人员受伤’”" in told and "“浮桥都修好了。”" in told
    assert "file:" not in told


def test_redo_beside_a_worker_does_not_say_two_things(
    saved: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    desk = tmp_path / "desk"
    commands.read([str(saved)], desk, say=say)
    capsys.readouterr()
    with Store(desk).working():
        commands.redo(None, desk, say=say)
        told = capsys.readouterr()
        assert (told.out, told.err) == ("Everything is up to date.\n", "")
        commands.redo(["quote"], desk, say=say)
    told = capsys.readouterr()
    assert "To be made again: quote" in told.out and "Another process is working" in told.err


@pytest.mark.parametrize("trouble", ["a file in its place", "no database", "a place that is not there"])
def test_what_the_disk_does_is_one_clear_line(
    trouble: str, saved: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = tmp_path / "desk"
    if trouble == "a file in its place":
        desk.write_text("x", encoding="utf-8")
    elif trouble == "no database":
        desk.mkdir()
        (desk / "desk.db").write_text("no database at all " * 100, encoding="utf-8")
    out = (
        ["make", "times", str(saved), "--out", str(desk / "none" / "x")]
        if trouble.startswith("a place")
        else ["read", str(saved), "--desk", str(desk)]
    )
    monkeypatch.setattr("sys.argv", ["suyuan", *out])
    with pytest.raises(SystemExit) as ended:
        cli.main()
    assert isinstance(ended.value.code, str) and "\n" not in ended.value.code


def test_a_full_disk_costs_nothing_that_was_read(tmp_path: Path) -> None:
    store = Store(tmp_path, create=True)
    store.db.pragma("max_page_count", store.db.pragma("page_count") + 2)
    pages = [replace(page, url=page.url + "?" + "x" * 4000) for page in sample.pages()]
    with pytest.raises(apsw.FullError):
        store.keep(pages)
    assert store.counts() == {}
    store.db.pragma("max_page_count", 1_000_000)  # there is room again: what lies on disk is taken in first
    store.keep(pages[:1])
    assert store.counts() == {"Page": len(pages)}


def test_a_wrong_setting_is_one_clear_line(tmp_path: Path) -> None:
    (tmp_path / "settings.toml").write_text("prot = 1\n", encoding="utf-8")
    with pytest.raises(DeskError, match="prot"):
        commands.serve(tmp_path, host=None, port=None, say=say)


def test_an_address_is_read_by_the_settings_of_the_desk_that_is_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with socket.socket() as nobody:
        nobody.bind(("127.0.0.1", 0))  # bound and not listening: whoever goes there is sent away at once
        url = f"http://127.0.0.1:{nobody.getsockname()[1]}/"
        strict, open_desk = tmp_path / "strict", tmp_path / "open"
        open_desk.mkdir()
        (open_desk / "settings.toml").write_text('[egress]\nallow = ["127.0.0.1"]\n', encoding="utf-8")
        for desk, reason in ((strict, "which the desk does not visit"), (open_desk, "could not be fetched")):
            assert commands.read([url], desk, say=say) == 1
            assert reason in capsys.readouterr().err
