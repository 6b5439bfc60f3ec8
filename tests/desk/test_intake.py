"""What lies on disk is read, whatever state it is in; what cannot be read is told by name."""

import gzip
import json
import os
from datetime import UTC, datetime
from pathlib import Path

import pytest

from suyuan.desk import intake
from suyuan.desk.intake import feed, lines
from suyuan.desk.intake.arrival import Arrived, Event, Unreadable
from suyuan.records import FeedItem, Page, Precision

NOON = datetime(2031, 6, 2, 4, tzinfo=UTC)


def read(*paths: Path) -> list[object]:
    return list(intake.read(paths))


def test_a_folder_of_saved_pages_is_read_in_order_of_name(tmp_path: Path) -> None:
    (tmp_path / "b.html").write_text("<p>乙", encoding="utf-8")
    (tmp_path / "a.txt").write_text("甲", encoding="utf-8")
    (tmp_path / "c.html.gz").write_bytes(gzip.compress("<p>丙".encode("gbk")))
    (tmp_path / "picture.png").write_bytes(b"\x89PNG")
    found = read(tmp_path)
    assert [one.name for one in found if isinstance(one, Arrived)] == ["a", "b", "c"]
    assert [one.kept.media_type for one in found if isinstance(one, Arrived) and isinstance(one.kept, Page)] == [
        "text/plain",
        "text/html",
        "text/html",
    ]


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("cut.html.gz", gzip.compress(b"<p>whole" * 100, mtime=0)[:-9], "unreadable"),
        ("not.html.gz", b"no gzip at all", "unreadable"),
        ("cut.jsonl.gz", gzip.compress(b'{"text": "a"}\n' * 100, mtime=0)[:-9], "unreadable"),
        ("bad.jsonl", b"{\xff\n", "not JSON"),
        ("list.jsonl", b"[1, 2]\n", "not an object"),
        ("other.jsonl", b'{"name": 1}\n', "unknown kind of line"),
        ("broken.jsonl.gz", b"\x1f\x8b\x08\0\0\0\0\0\0\3" + b"\xff" * 40, "unreadable"),
        ("deep.jsonl", b"[" * 100_000 + b"\n", "not JSON"),
        ("empty.warc", b"", "no page in the archive"),
    ],
)
def test_what_cannot_be_read_is_told(tmp_path: Path, name: str, content: bytes, reason: str) -> None:
    (tmp_path / name).write_bytes(content)
    told = [one for one in read(tmp_path / name) if isinstance(one, Unreadable)]
    assert [one.reason for one in told] == [reason]
    assert told[0].name.startswith(name)


def test_a_missing_file_is_told() -> None:
    assert read(Path("no/such.html")) == [
        Unreadable("no/such.html", "no such file", "Check the name; addresses begin with http:// or https://.")
    ]


def test_a_bad_line_does_not_end_the_file(tmp_path: Path) -> None:
    (tmp_path / "x.jsonl").write_text(
        '{"id": 1, "text": "一"}\nnonsense\n\n{"id": {"a": 2}, "text": "二", "tags": [1]}\n', encoding="utf-8"
    )
    found = read(tmp_path / "x.jsonl")
    assert [one.name for one in found if isinstance(one, Arrived)] == ["1", '{"a":2}']
    assert [one.name for one in found if isinstance(one, Unreadable)] == ["x.jsonl:2"]


def test_half_a_surrogate_pair_costs_one_character_and_not_the_line(tmp_path: Path) -> None:
    (tmp_path / "x.jsonl").write_bytes(rb'{"id": "a", "title": "\ud800", "text": "\ud83d\udea2 \ud83d"}' b"\n")
    (arrived,) = read(tmp_path / "x.jsonl")
    assert isinstance(arrived, Arrived) and isinstance(arrived.kept, FeedItem)
    assert (arrived.kept.title, arrived.kept.text) == ("\ufffd", "🚢 \ufffd")


def test_a_byte_order_mark_is_not_part_of_the_first_line(tmp_path: Path) -> None:
    (tmp_path / "x.jsonl").write_bytes(b'\xef\xbb\xbf{"id": "a", "text": "b"}\n')
    assert [one.name for one in read(tmp_path / "x.jsonl") if isinstance(one, Arrived)] == ["a"]


def test_a_line_too_long_is_told_once_and_the_next_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lines, "_LINE", 64)
    (tmp_path / "x.jsonl").write_text(
        json.dumps({"text": "a" * 500}) + '\n{"id": "b", "text": "c"}\n', encoding="utf-8"
    )
    assert [(type(one), one.name) for one in read(tmp_path / "x.jsonl") if not isinstance(one, Event)] == [
        (Unreadable, "x.jsonl:1"),
        (Arrived, "b"),
    ]


def test_names_that_are_no_text_folders_with_names_of_pages_and_links_in_circles(tmp_path: Path) -> None:
    for name in (b"\xff.html", b"a\nb.html", b"page.html/inner.html"):
        path = Path(os.fsdecode(os.path.join(os.fsencode(tmp_path), name)))
        path.parent.mkdir(exist_ok=True)
        path.write_text("<p>文", encoding="utf-8")
    (tmp_path / "circle").symlink_to(tmp_path)
    (tmp_path / "dead.html").symlink_to("nowhere")
    found = read(tmp_path)
    assert [one.name for one in found if isinstance(one, Arrived)] == [r"a\nb", "page.html/inner", r"\xff"]
    for one in found:
        assert isinstance(one, Arrived)
        one.kept.url.encode() if one.kept.url else None


def test_a_name_too_long_for_any_file_is_told() -> None:
    assert [one.reason for one in read(Path("a" * 5000), Path("a\0b")) if isinstance(one, Unreadable)] == [
        "no such file"
    ] * 2


def test_an_event_line_holds_articles_and_passages(tmp_path: Path) -> None:
    row = {"event": "e", "articles": [{"id": "a", "text": "文"}], "passages": [{"article": "a", "start": 0, "end": 1}]}
    (tmp_path / "e.jsonl").write_text(json.dumps(row), encoding="utf-8")
    (event,) = read(tmp_path / "e.jsonl")
    assert isinstance(event, Event)
    assert event.passages == (("a", 0, 1),)


@pytest.mark.parametrize(
    ("value", "expected", "precision"),
    [
        ("2031-06-02T12:00:00+08:00", NOON, Precision.MINUTE),
        ("2031-06-02T12:00", NOON, Precision.MINUTE),
        ("2031-06-02T04:00:00.000Z", NOON, Precision.MINUTE),
        ("2031-06-02", datetime(2031, 6, 1, 16, tzinfo=UTC), Precision.DAY),
        ("yesterday", None, Precision.SECOND),
        ("", None, Precision.SECOND),
        ("0001-01-01T00:00:00+14:00", None, Precision.SECOND),
        ("9999-12-31T23:59:59-12:00", None, Precision.SECOND),
        ("2031-06-02T25:00", None, Precision.SECOND),
        (20310602, None, Precision.SECOND),
    ],
)
def test_times_of_lines(value: object, expected: datetime | None, precision: Precision) -> None:
    assert lines.when(value) == (expected, precision)


def test_a_feed_item_from_a_wrong_clock_has_no_time(tmp_path: Path) -> None:
    row = {
        "feed": "f",
        "first_seen": "2031-06-02T12:00:00+08:00",
        "id": None,
        "title": "题",
        "content_html": "<p>文",
        "date_published": "3102-01-01T00:00:00Z",
    }
    (tmp_path / "f.jsonl").write_text(json.dumps(row), encoding="utf-8")
    (arrived,) = read(tmp_path / "f.jsonl")
    assert isinstance(arrived, Arrived) and isinstance(arrived.kept, FeedItem)
    assert arrived.kept.published is None
    assert arrived.kept.first_seen == NOON


RSS = """<?xml version="1.0" encoding="gb2312"?><rss version="2.0"><channel><title>云亭晚报</title>
<item><title>渡轮复航</title><link>https://www.example.com/1</link><pubDate>Mon, 02 Jun 2031 11:30:00 +0800</pubDate><description>&lt;p&gt;文&lt;/p&gt;</description></item>
<item><title>没有日期</title><description>文</description></item></channel></rss>"""


def test_a_feed_in_another_encoding_is_read() -> None:
    body = RSS.encode("gb2312")
    assert feed.is_feed(body)
    first, second = (
        one.kept for one in feed.read(body, "https://www.example.com/feed", NOON) if isinstance(one, Arrived)
    )
    assert isinstance(first, FeedItem) and isinstance(second, FeedItem)
    assert (first.title, first.published, first.outlet) == (
        "渡轮复航",
        datetime(2031, 6, 2, 3, 30, tzinfo=UTC),
        "云亭晚报",
    )
    assert second.published is None
    assert second.item != first.item


def test_a_page_is_not_a_feed_and_a_feed_with_entities_is_refused() -> None:
    assert not feed.is_feed(b"<!DOCTYPE html><html><body><rss>")
    bomb = b'<?xml version="1.0"?><!DOCTYPE r [<!ENTITY a "aaaa">]><rss><channel><item><title>&a;</title></item></channel></rss>'
    assert [type(one) for one in feed.read(bomb, "u", NOON)] == [Unreadable]
