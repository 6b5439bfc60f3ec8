"""A desk is backed up while it runs, restored, checked and mended, and what is too old goes."""

import io
import json
import os
import shutil
import tarfile
import threading
from collections.abc import Iterator
from contextlib import AbstractContextManager
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from suyuan import outlets, sample
from suyuan.desk import commands, upkeep
from suyuan.desk.engines import worker
from suyuan.desk.errors import DeskError
from suyuan.desk.store import Store
from suyuan.desk.store.backup import backup, restore
from suyuan.desk.store.check import check, mend, rebuild
from suyuan.desk.store.marks import MarkKind, Marks, anchor, mark
from suyuan.desk.store.retention import expired
from suyuan.desk.words import words
from suyuan.records import Article, Correction, CorrectionKind, Place
from tests.laws.conftest import in_store

NEEDS = {"outlets": outlets.packaged().joined(sample.outlets())}
NOW = datetime(2026, 3, 9, tzinfo=UTC)
PAGES = list(sample.pages())[:40]


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("made")
    store = Store(folder, create=True)
    store.keep(PAGES)
    worker.work(store, NEEDS)
    store.close()
    return folder


@pytest.fixture
def desk(made: Path, tmp_path: Path) -> Iterator[Store]:
    folder = tmp_path / "desk"
    shutil.copytree(made, folder)
    store = Store(folder)
    yield store
    store.close()


# ── backup ───────────────────────────────────────────────────────────────────────────────────────


def test_a_restored_desk_holds_what_the_one_backed_up_held(desk: Store, tmp_path: Path) -> None:
    (desk.folder / "settings.toml").write_text("port = 9000\n", encoding="utf-8")
    marks = Marks(desk.folder)
    marks.put(mark(MarkKind.NOTE, (anchor(desk.latest(1)[0]),), NOW, value="查证"), "owner")
    size = backup(desk, tmp_path / "desk.tar", NOW)
    back = restore(tmp_path / "desk.tar", tmp_path / "back")
    assert size == (tmp_path / "desk.tar").stat().st_size
    assert in_store(back) == in_store(desk)
    assert {page.id for page in PAGES} == {one.id for page in PAGES if (one := back.page(page.id))}
    assert (back.folder / "settings.toml").read_text(encoding="utf-8") == "port = 9000\n"
    assert [one.value for one in Marks(back.folder).all(MarkKind.NOTE)] == ["查证"]
    assert not list(check(back))


def test_a_backup_taken_while_pages_come_in_and_others_are_forgotten_is_whole(desk: Store, tmp_path: Path) -> None:
    failures: list[BaseException] = []

    def others() -> None:
        try:
            store = Store(desk.folder)
            for page in list(sample.pages())[40:60]:
                store.keep([page])
            for page in PAGES[:5]:
                store.forget(page.url, NOW)
            store.close()
        except BaseException as error:
            failures.append(error)

    thread = threading.Thread(target=others)
    thread.start()
    files = [tmp_path / f"{number}.tar" for number in range(4)]
    for file in files:
        backup(desk, file, NOW)
    thread.join()
    assert not failures
    for number, file in enumerate(files):
        back = restore(file, tmp_path / f"back-{number}")
        rows = [page_id for (page_id,) in back.db.execute("SELECT id FROM page")]
        assert all(back.page(page_id) for page_id in rows)
        back.close()


def test_nothing_is_overwritten(desk: Store, tmp_path: Path) -> None:
    (tmp_path / "there.tar").write_bytes(b"mine")
    with pytest.raises(DeskError, match="exists already"):
        backup(desk, tmp_path / "there.tar", NOW)
    backup(desk, tmp_path / "desk.tar", NOW)
    with pytest.raises(DeskError, match="not empty"):
        restore(tmp_path / "desk.tar", desk.folder)
    assert (tmp_path / "there.tar").read_bytes() == b"mine"


@pytest.mark.parametrize(
    "name", ["../evil.toml", "/etc/evil", "outlets/../../evil.toml", "pages/x.sh", "desk.db/x", "notes.txt"]
)
def test_a_file_from_elsewhere_writes_nothing(tmp_path: Path, name: str) -> None:
    with tarfile.open(tmp_path / "evil.tar", "w") as tar:
        info = tarfile.TarInfo(name)
        info.size = 4
        tar.addfile(info, io.BytesIO(b"evil"))
    with pytest.raises(DeskError, match="belongs to no desk"):
        restore(tmp_path / "evil.tar", tmp_path / "back")
    assert sorted(one.name for one in tmp_path.iterdir()) == ["evil.tar"]


def test_a_link_in_a_backup_is_refused(tmp_path: Path) -> None:
    with tarfile.open(tmp_path / "evil.tar", "w") as tar:
        info = tarfile.TarInfo("settings.toml")
        info.type, info.linkname = tarfile.SYMTYPE, "/etc/passwd"
        tar.addfile(info)
    with pytest.raises(DeskError, match="belongs to no desk"):
        restore(tmp_path / "evil.tar", tmp_path / "back")


@pytest.mark.parametrize("part", [0.0, 0.3, 0.9])
def test_a_backup_that_was_cut_off_is_refused_and_leaves_nothing(desk: Store, tmp_path: Path, part: float) -> None:
    backup(desk, tmp_path / "whole.tar", NOW)
    whole = (tmp_path / "whole.tar").read_bytes()
    (tmp_path / "cut.tar").write_bytes(whole[: int(part * len(whole))])
    with pytest.raises(DeskError):
        restore(tmp_path / "cut.tar", tmp_path / "back")
    assert not (tmp_path / "back").exists()


class DiskFull(OSError):
    """There is no room."""


def full(*_: object, **__: object) -> None:
    raise DiskFull


def test_a_backup_that_fails_leaves_nothing_behind(
    desk: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    there = sorted(tmp_path.iterdir())
    with monkeypatch.context() as patch:
        patch.setattr(tarfile.TarFile, "addfile", full)
        with pytest.raises(DiskFull):
            backup(desk, tmp_path / "desk.tar", NOW)
    assert sorted(tmp_path.iterdir()) == there
    assert backup(desk, tmp_path / "desk.tar", NOW)


@pytest.mark.parametrize("is_there", [False, True])
def test_a_desk_can_be_restored_after_a_try_for_which_there_was_no_room(
    desk: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, is_there: bool
) -> None:
    backup(desk, tmp_path / "desk.tar", NOW)
    back = tmp_path / "back"
    if is_there:
        back.mkdir()
    with monkeypatch.context() as patch:
        patch.setattr(shutil, "copyfileobj", full)
        with pytest.raises(DiskFull):
            restore(tmp_path / "desk.tar", back)
    assert back.exists() == is_there
    assert in_store(restore(tmp_path / "desk.tar", back)) == in_store(desk)


def test_a_backup_whose_database_is_damaged_is_refused_and_its_files_are_let_go(
    desk: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    backup(desk, tmp_path / "desk.tar", NOW)
    whole = bytearray((tmp_path / "desk.tar").read_bytes())
    start = whole.index(b"SQLite format 3")
    size = (desk.folder / "desk.db").stat().st_size
    whole[start + size // 2 : start + size // 2 + 8192] = os.urandom(8192)
    (tmp_path / "rotten.tar").write_bytes(whole)
    closed: list[Store] = []
    close = Store.close
    monkeypatch.setattr(Store, "close", lambda self: (closed.append(self), close(self)))
    with pytest.raises(DeskError):
        restore(tmp_path / "rotten.tar", tmp_path / "back")
    assert not (tmp_path / "back").exists()
    assert len(closed) == 1


# ── check ────────────────────────────────────────────────────────────────────────────────────────


def test_a_whole_desk_gives_no_finding(desk: Store) -> None:
    assert list(check(desk)) == []


def test_what_can_be_made_again_is_mended(desk: Store) -> None:
    expected = in_store(desk)
    doc, article = desk.db.execute("SELECT doc, name FROM place WHERE kind = 'article' LIMIT 1").fetchone()
    desk.db.execute("DELETE FROM search_article WHERE rowid = ?", (doc,))
    desk.db.execute("DELETE FROM place WHERE kind = 'statement'")
    desk.db.execute("UPDATE tally SET count = count + 1 WHERE what = 'kind' AND name = 'Story'")
    desk.db.execute("DELETE FROM address WHERE article = ?", (article,))
    desk.db.execute("INSERT INTO about VALUES ('gone', 'Story', 999999)")
    desk.db.execute("INSERT INTO address VALUES ('https://gone.example/', 'gone')")
    desk.db.execute("INSERT INTO search_article (rowid, title, text, tags) VALUES (888888, 'x', 'y', '')")
    found = list(check(desk))
    assert len(found) == 8 and all(one.is_mendable for one in found)
    mend(desk)
    worker.work(desk, NEEDS)
    assert list(check(desk)) == []
    assert in_store(desk) == expected
    title = desk.articles((article,))[0].title
    assert article in [hit.article for hit in desk.search(title[:6]).hits]


def test_an_article_whose_page_is_gone_goes_too(desk: Store) -> None:
    page = desk.latest(1)[0].page
    desk.db.execute("DELETE FROM page WHERE id = ?", (page,))
    assert [one.what for one in check(desk)] == ["articles whose page is gone"]
    mend(desk)
    worker.work(desk, NEEDS)
    assert list(check(desk)) == []


def test_a_rotten_byte_in_a_kept_page_is_found_and_what_was_made_of_it_stays(desk: Store) -> None:
    page_id, file, offset, length = desk.db.execute("SELECT id, file, offset, length FROM page LIMIT 1").fetchone()
    path = desk.folder / "pages" / file
    rotten = bytearray(path.read_bytes())
    rotten[offset + length // 2] ^= 0xFF
    path.write_bytes(rotten)
    expected = in_store(desk)
    (found,) = check(desk)
    assert (found.count, found.example, found.is_mendable) == (1, page_id, False)
    assert in_store(desk) == expected


def test_a_database_beyond_repair_is_made_anew_from_the_pages_with_what_the_owner_wrote(desk: Store) -> None:
    expected = in_store(desk)
    gone = PAGES[3].url
    desk.forget(gone, NOW)
    given = Correction(
        id="c1", kind=CorrectionKind.OTHER_STORY, places=(Place(address=PAGES[0].url),), articles=(), made=NOW
    )
    desk.correct(given)
    worker.work(desk, NEEDS)
    known = in_store(desk)
    assert known != expected
    desk.close()
    database = desk.folder / "desk.db"
    with database.open("r+b") as file:  # the middle of the file, where records lie
        file.seek(database.stat().st_size // 2)
        file.write(os.urandom(4096))
    store, aside = rebuild(desk.folder)
    assert aside.name == "desk.db.damaged-1" and aside.exists()
    worker.work(store, NEEDS)
    assert store.keep([PAGES[3]]) == 0, "what was forgotten stays forgotten"
    placed = store.get(Correction, "c1")
    assert placed and len(placed.articles) == 1
    assert in_store(store) == known
    assert list(check(store)) == []


def test_a_database_of_which_nothing_can_be_read_costs_only_what_the_pages_do_not_say(desk: Store) -> None:
    expected = in_store(desk)
    desk.close()
    (desk.folder / "desk.db").write_bytes(os.urandom(50_000))
    store, _ = rebuild(desk.folder)
    worker.work(store, NEEDS)
    assert in_store(store) == expected


# ── retention ────────────────────────────────────────────────────────────────────────────────────


def _carried_together(desk: Store) -> set[str]:
    rows = desk.db.execute(
        "SELECT json_extract(row, '$.articles'), json_extract(row, '$.reports') FROM record WHERE kind = 'Corroboration'"
    )
    return {article for articles, reports in rows if reports > 1 for article in json.loads(articles)}


def test_a_new_demo_is_whole_wherever_it_is_looked_at_from(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    commands.demo(Path("D"), port=None, is_served=False, say=words("en"))
    assert upkeep.check(Path("D"), is_mending=False, is_rebuilding=False, say=words("en")) == 0
    told = capsys.readouterr()
    assert "The desk is whole" in told.out and told.err == ""


def test_a_desk_with_an_example_that_does_not_hold_is_not_called_whole(
    desk: Store, capsys: pytest.CaptureFixture[str]
) -> None:
    own = desk.folder / "outlets"
    own.mkdir()
    kept = PAGES[0]
    toml = f'name = "甲"\nkind = "paper"\n[[example]]\nurl = "{kept.url}"\ntitle = "别的题目"\n[[example]]\nurl = "{kept.url}"\nfile = "none.html"\n[[example]]\nurl = "http://a.example/"\n'
    (own / "one.toml").write_text(toml, encoding="utf-8")
    assert upkeep.check(desk.folder, is_mending=False, is_rebuilding=False, say=words("zh")) == 1
    told = capsys.readouterr()
    assert "新闻台完好" not in told.out and "其余完好" in told.out
    first, second, third = told.err.splitlines()
    assert first.startswith("one.toml，第 1 个例子：title: expected")
    assert second == "one.toml，第 2 个例子：none.html: 没有这个文件或文件夹"
    assert third == "one.toml，第 3 个例子：http://a.example/ 没有存档"


def test_old_pages_go_and_evidence_stays(desk: Store) -> None:
    gone = expired(desk, (), before=NOW + timedelta(days=10_000), largest=None)
    evidence = {one.page for one in desk.articles(_carried_together(desk))}
    assert evidence and gone and not evidence & set(gone)
    desk.drop(gone)
    worker.work(desk, NEEDS)
    left = {page_id for (page_id,) in desk.db.execute("SELECT id FROM page")}
    assert left == {page.id for page in PAGES} - set(gone)
    assert {one.page for one in desk.latest(1000)} <= left
    assert list(check(desk)) == []
    assert desk.keep([next(page for page in PAGES if page.id in gone)]) == 1, "no tombstone: it may come again"


def test_what_the_owner_marked_stays(desk: Store) -> None:
    gone = expired(desk, (), before=NOW + timedelta(days=10_000), largest=None)
    article = next(one for one in desk.latest(1000) if one.page in gone)
    assert isinstance(article, Article)
    kept = expired(desk, [anchor(article).address], before=NOW + timedelta(days=10_000), largest=None)
    assert set(gone) - set(kept) == {article.page}


def test_the_oldest_go_first_and_only_until_the_rest_fits(desk: Store) -> None:
    size: int = desk.db.execute("SELECT sum(length) FROM page").get
    gone = expired(desk, (), before=None, largest=size - 6_000)
    lengths = dict(desk.db.execute("SELECT id, length FROM page"))
    seen = dict(desk.db.execute("SELECT id, first_seen FROM page"))
    freed = [lengths[one] for one in gone]
    assert sum(freed) >= 6_000 > sum(freed[:-1])
    assert [seen[one] for one in gone] == sorted(seen[one] for one in gone)
    assert expired(desk, (), before=None, largest=size) == []
    assert expired(desk, (), before=NOW - timedelta(days=10_000), largest=None) == []


def test_of_two_processes_that_open_an_older_desk_at_once_one_makes_its_index_anew(
    desk: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.db.execute("PRAGMA user_version = 1")
    made: list[str] = []
    enter, locked = Store._enter_again, Store.locked

    def enter_and_tell(self: Store, kind: str, row: str, n: int) -> None:
        made.append(kind)
        enter(self, kind, row, n)

    def locked_a_moment_later(self: Store, name: str) -> AbstractContextManager[None]:
        monkeypatch.setattr(Store, "locked", locked)
        Store(desk.folder).close()
        return locked(self, name)

    monkeypatch.setattr(Store, "_enter_again", enter_and_tell)
    monkeypatch.setattr(Store, "locked", locked_a_moment_later)
    Store(desk.folder).close()
    assert len(made) == desk.db.execute("SELECT count(*) FROM record").get
    assert list(check(desk)) == []
