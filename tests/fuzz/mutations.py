"""Pages that look real, broken as the world breaks them, and what must hold of whatever is read out of them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from importlib.resources import files
from pathlib import Path

from suyuan import articles
from suyuan.outlets import Directory
from suyuan.records import Article, Page

NOW = datetime(2031, 6, 20, tzinfo=UTC)
CASES = Path(__file__).parents[1] / "cases" / "articles"
SAMPLE = Path(str(files("suyuan.sample"))) / "pages"
PAGES: tuple[bytes, ...] = tuple(
    path.read_bytes() for folder in (CASES, SAMPLE) for path in sorted(folder.rglob("*")) if path.suffix in (".html", ".txt")
)  # fmt: skip
TYPES = ("text/html", "text/plain", None)
CHARSETS = (None, "utf-8", "gb2312", "big5", "utf-16", "iso-8859-1", "x-unknown")
PIECES = (
    b"<", b">", b"</", b"<!--", b"-->", b"\x00", b"\xff", b"\xe4\xbd", b"\xd6\xd0", b"&#0;", b"&#x110000;", b"]]>", b'"', b"'",
    b"<div>", b"</div>", b"<table><tr><td>", b"<a href='//[/'>", b"<a href=x>", b"<title>", b"<script>", b"</script>", b"<p>", b"<br>",
    b"<meta charset=gbk>", b"<link rel=canonical href='http://['>", b"<link rel=next href=2>", b"<base href=x>", b"<plaintext>", b"<svg><p>",
    "来源：".encode(), "责任编辑：".encode(), "作者：李晓明".encode(), b"2031-06-02 10:00", "99小时前".encode(), "相关阅读".encode(),
    "（记者 ".encode(), "登录后查看全文".encode(), "\u202e\u200b\ufeff".encode(), "𠮷🀄".encode(), b" " * 300, "的".encode() * 300,
)  # fmt: skip


def mutated(choose: Callable[[int], int]) -> bytes:
    """A page with some things done to it; `choose(n)` is a number below n."""
    page = PAGES[choose(len(PAGES))]
    for _ in range(1 + choose(8)):
        start = choose(len(page) + 1)
        end = min(len(page), start + choose(2_000))
        match choose(6):
            case 0:  # something is lost
                page = page[:start] + page[end:]
            case 1:  # something is there twice
                page = page[:end] + page[start:]
            case 2:  # the transfer ends
                page = page[: max(start, 1)]
            case 3:  # two pages run into one
                page = page[:start] + PAGES[choose(len(PAGES))][end - start :]
            case 4:  # one byte is another
                page = page[:start] + bytes([choose(256)]) + page[start + 1 :]
            case _:
                page = page[:start] + PIECES[choose(len(PIECES))] * (1 + choose(20)) + page[start:]
    return page


def check(body: bytes, media_type: str | None, charset: str | None) -> None:
    """Read a page twice: the same comes out, its blocks tile its text, and every span lies in it."""
    page = Page(
        id="p", url="http://www.example.cn/2031/0602/c1.html", body=body, fetched=NOW, first_seen=NOW, media_type=media_type, charset=charset,
    )  # fmt: skip
    made = articles.extract(page, outlets=Directory())
    assert len(made) == 1 and made == articles.extract(page, outlets=Directory())
    for one in made:
        if isinstance(one, Article):
            assert "\n".join(one.text[block.start : block.end] for block in one.blocks) == one.text
            assert all(picture.caption is None or picture.caption.end <= len(one.text) for picture in one.pictures)
            assert articles.join(one, one).text.count("\n") <= one.text.count("\n")
        else:
            assert one.reason and len(one.detail) <= 200
