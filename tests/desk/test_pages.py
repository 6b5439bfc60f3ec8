"""Kept pages: what came in is on disk before it counts, and a crash loses nothing."""

from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from suyuan.desk.intake.page import page
from suyuan.desk.store import Store
from suyuan.desk.store.check import check, rebuild
from suyuan.desk.store.pages import Pages, warc
from suyuan.records import FeedItem, Page

NOON = datetime(2031, 6, 2, 4, tzinfo=UTC)


def some_pages(count: int) -> list[Page]:
    return [
        page(
            f"https://www.example.com/{n}",
            f"<p>第{n}页</p>".encode("gb18030"),
            NOON,
            media_type="text/html",
            charset="gbk",
        )
        for n in range(count)
    ]


def item(n: int) -> FeedItem:
    return FeedItem(
        id=f"item{n}", subscription="s", item=str(n), url=None, title="题", html="<p>文</p>", text=None, published=NOON, first_seen=NOON
    )  # fmt: skip


def test_what_is_kept_comes_back_as_it_was(tmp_path: Path) -> None:
    store = Store(tmp_path, create=True)
    kept = [*some_pages(3), item(1)]
    assert store.keep(kept) == 4
    assert [store.page(one.id) for one in kept] == kept


@pytest.mark.parametrize(
    "url",
    [
        "https://www.example.com/a b",
        "https://www.example.com/%20x%E4",
        "https://www.example.com/渡轮？a=1",
        "file:///x\ny.html",
    ],
)
def test_an_address_is_kept_to_the_letter(tmp_path: Path, url: str) -> None:
    store = Store(tmp_path, create=True)
    kept = page(url, b"<p>", NOON, media_type=None)
    store.keep([kept])
    assert store.page(kept.id) == kept


def test_reading_the_same_thing_twice_changes_nothing(tmp_path: Path) -> None:
    store = Store(tmp_path, create=True)
    store.keep(some_pages(3))
    size = sum(path.stat().st_size for path in store.pages.files())
    assert store.keep(some_pages(3)) == 0
    assert sum(path.stat().st_size for path in store.pages.files()) == size


def test_a_page_on_disk_whose_offset_was_never_committed_is_found_again(tmp_path: Path) -> None:
    store = Store(tmp_path, create=True)
    store.keep(some_pages(2))
    store.pages.append([item(7)])
    assert store.recover() == 1
    assert store.page("item7") == item(7)
    assert store.recover() == 0


@pytest.mark.parametrize("cut", [1, 7, 40])
def test_a_cut_tail_is_cut_off_and_the_next_page_is_readable(tmp_path: Path, cut: int) -> None:
    store = Store(tmp_path, create=True)
    store.keep(some_pages(2))
    store.pages.append([item(7)])
    file = store.pages.files()[-1]
    file.write_bytes(file.read_bytes()[:-cut])
    assert store.recover() == 0
    store.keep([item(8)])
    assert store.page("item8") == item(8)
    assert [store.page(one.id) for one in some_pages(2)] == some_pages(2)


def test_what_a_crash_left_behind_is_found_again_though_the_next_thing_is_kept_first(tmp_path: Path) -> None:
    store = Store(tmp_path, create=True)
    store.keep(some_pages(2))
    store.pages.append([item(7)])
    store.keep([item(8)])
    assert [store.page(one) for one in ("item7", "item8")] == [item(7), item(8)]


@pytest.mark.parametrize("cut", [1, 40])
def test_a_cut_record_costs_nothing_that_was_kept_after_it(tmp_path: Path, cut: int) -> None:
    store = Store(tmp_path, create=True)
    store.keep(some_pages(2))
    store.pages.append([item(7)])
    file = store.pages.files()[-1]
    file.write_bytes(file.read_bytes()[:-cut])
    store.keep([item(8)])
    assert store.forget(some_pages(1)[0].url, NOON) == 1
    assert store.page("item8") == item(8)
    assert store.page(some_pages(2)[1].id) == some_pages(2)[1]


def test_a_reader_finds_a_page_whose_file_a_forget_has_just_replaced(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = Store(tmp_path, create=True)
    pages = some_pages(3)
    store.keep(pages)
    read = Pages.read

    def forget_first(self: Pages, *place: Any) -> Any:
        monkeypatch.undo()
        Store(tmp_path).forget(pages[0].url, NOON)
        return read(self, *place)

    monkeypatch.setattr(Pages, "read", forget_first)
    assert store.page(pages[2].id) == pages[2]


def test_a_forgotten_page_is_gone_from_the_disk_and_not_read_again(tmp_path: Path) -> None:
    store = Store(tmp_path, create=True)
    pages = some_pages(4)
    store.keep(pages)
    assert store.forget(pages[1].url, NOON) == 1
    assert store.page(pages[1].id) is None
    assert [store.page(one.id) for one in (pages[0], *pages[2:])] == [pages[0], *pages[2:]]
    assert store.keep(pages) == 0
    left = [one.kept for path in store.pages.files() for one in store.pages.stretches(path.name)]
    assert left == [pages[0], *pages[2:]]


def test_files_are_written_anew_one_after_the_other_and_nobody_waits_for_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pages = some_pages(6)
    monkeypatch.setattr("suyuan.desk.store.pages.FILE_SIZE", len(warc(pages[:1])) + 9)  # two to a file
    monkeypatch.setattr("suyuan.desk.store.store.BUSY_MS", 1)
    store = Store(tmp_path, create=True)
    store.keep(pages)
    copy, seen = Pages.copy, list[int]()

    def copy_and_look(self: Pages, file: str, staying: Any) -> Any:
        with closing(Store(tmp_path)) as other, other.transaction():
            seen.append(len(self.files()))
        return copy(self, file, staying)

    monkeypatch.setattr(Pages, "copy", copy_and_look)
    assert store.drop(one.id for one in pages[::2]) == 3
    assert seen == [3, 3, 3]
    assert [store.page(one.id) for one in pages] == [None if n % 2 == 0 else one for n, one in enumerate(pages)]


def test_a_file_of_which_nothing_stays_is_removed_and_not_written_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store, pages = Store(tmp_path, create=True), some_pages(3)
    store.keep(pages)
    monkeypatch.setattr(Pages, "copy", lambda *_: pytest.fail("nothing is to be copied"))
    assert store.drop(one.id for one in pages) == 3
    assert store.pages.files() == []
    assert store.keep(pages) == 3


OTHERWISE = (
    "http://www.example.com/1",
    "https://www.example.com/1?utm_source=feed&spm=c1",
    "https://WWW.example.com:443/1#comments",
)
"""The address of the second of `some_pages`, as others write it."""


@pytest.mark.parametrize("url", OTHERWISE)
def test_a_page_is_forgotten_under_every_way_to_write_its_address(tmp_path: Path, url: str) -> None:
    store, pages = Store(tmp_path, create=True), some_pages(3)
    again = [page(each, b"<p>", NOON, media_type=None) for each in OTHERWISE]
    store.keep([*pages, *again])
    assert store.is_kept(url)
    assert store.forget(url, NOON) == 4
    assert store.keep([*pages, *again]) == 0
    assert store.forgotten([pages[0].url, pages[1].url, url, None]) == tuple(sorted((pages[1].url, url)))
    assert store.recall(OTHERWISE[0]) == (pages[1].url,)
    assert store.keep([*pages, *again]) == 4


def test_what_an_older_desk_forgot_stays_forgotten_however_its_address_is_written(tmp_path: Path) -> None:
    store, pages = Store(tmp_path, create=True), some_pages(2)
    store.keep(pages[:1])
    store.db.execute("DROP INDEX page_address; ALTER TABLE page DROP COLUMN address")
    store.db.execute("INSERT INTO tombstone VALUES (?, '2031-06-02T04:00:00Z')", (OTHERWISE[1],))
    store.close()
    store = Store(tmp_path)
    assert store.keep(pages) == 0
    assert store.forget(pages[0].url + "?utm_medium=x", NOON) == 1


def test_what_has_no_address_is_not_forgotten_with_another(tmp_path: Path) -> None:
    store = Store(tmp_path, create=True)
    assert store.keep([item(1)]) == 1
    assert store.forget(some_pages(1)[0].url, NOON) == store.forget("", NOON) == store.forget(" ", NOON) == 0
    assert store.keep([item(2)]) == 1


# ── damage ───────────────────────────────────────────────────────────────────────────────────────


def rot(store: Store, one: Page | FeedItem, part: float) -> bytes:
    """Turn one byte of a kept record over; gives the file as it is now."""
    row = store.db.execute("SELECT file, offset, length FROM page WHERE id = ?", (one.id,)).fetchone()
    file, offset, length = row
    path = store.folder / "pages" / file
    bytes_now = bytearray(path.read_bytes())
    bytes_now[offset + min(length - 1, int(part * length))] ^= 0xFF
    path.write_bytes(bytes_now)
    return bytes(bytes_now)


@pytest.mark.parametrize("which", [0, 1, 3])
@pytest.mark.parametrize("part", [0.0, 0.01, 0.5, 1.0])
def test_a_database_made_anew_holds_every_page_beside_a_rotten_one_and_the_file_stays_as_it_is(
    tmp_path: Path, which: int, part: float
) -> None:
    store, pages = Store(tmp_path, create=True), some_pages(4)
    store.keep(pages)
    rotten = rot(store, pages[which], part)
    store.close()
    store, _ = rebuild(tmp_path)
    store.recover()
    whole = [one for place, one in enumerate(pages) if place != which]
    assert [store.page(one.id) for one in whole] == whole
    assert store.page(pages[which].id) is None
    assert (tmp_path / "pages" / "000001.warc.gz").read_bytes() == rotten
    (found,) = check(store)
    assert found.what.startswith("places in the files of kept pages that cannot be read")
    assert (found.count, found.example.partition(" ")[0], found.is_mendable) == (1, "000001.warc.gz", False)


def test_a_page_that_rotted_comes_again_and_is_kept_again(tmp_path: Path) -> None:
    store, pages = Store(tmp_path, create=True), some_pages(3)
    store.keep(pages)
    rot(store, pages[2], 0.5)
    store.close()
    store, _ = rebuild(tmp_path)
    assert store.keep(pages) == 1
    assert [store.page(one.id) for one in pages] == pages


def test_a_file_of_which_nothing_can_be_read_is_not_removed(tmp_path: Path) -> None:
    store, pages = Store(tmp_path, create=True), some_pages(1)
    store.keep(pages)
    rotten = rot(store, pages[0], 0.5)
    store.close()
    store, _ = rebuild(tmp_path)
    assert store.recover() == 0
    assert (tmp_path / "pages" / "000001.warc.gz").read_bytes() == rotten


def test_making_a_database_anew_does_not_touch_an_unfinished_record(tmp_path: Path) -> None:
    store = Store(tmp_path, create=True)
    store.keep([*some_pages(2), item(7)])
    store.close()
    file = tmp_path / "pages" / "000001.warc.gz"
    cut = file.read_bytes()[:-9]
    file.write_bytes(cut)
    store, _ = rebuild(tmp_path)
    assert file.read_bytes() == cut
    assert [store.page(one.id) for one in some_pages(2)] == some_pages(2)
    store.keep([item(8)])
    assert store.page("item8") == item(8)
    assert list(check(store)) == []
