"""Pages say one character set and are written in another."""

from __future__ import annotations

import pytest

from suyuan.articles.decode import decode

SIMPLE = "<html><head>{meta}<title>某县召开会议</title></head><body><p>会议指出，要把人民的安全放在第一位，做好各项工作，确保大家过一个平安的冬天。朱镕基、㛃、𠮷也在其中。</p></body></html>"
PLAIN = SIMPLE.replace("、㛃、𠮷", "")
TRADITIONAL = "<html><head>{meta}<title>某縣召開會議</title></head><body><p>會議指出，要把人民的安全放在第一位，做好各項工作，確保大家過一個平安的冬天。</p></body></html>"


@pytest.mark.parametrize(
    ("page", "written", "header", "meta"),
    (
        (SIMPLE, "utf-8", "utf-8", ""),
        (SIMPLE, "utf-8", "gb2312", "gbk"),  # declared one way and written another
        (SIMPLE, "gb18030", None, "gb2312"),  # characters that only the superset has
        (PLAIN, "gbk", None, None),
        (PLAIN, "gbk", "utf-8", "utf-8"),
        (PLAIN, "gbk", "iso-8859-1", "gb2312"),
        (TRADITIONAL, "big5", None, "big5"),
        (TRADITIONAL, "big5", "gb2312", None),
        (SIMPLE, "utf-16", None, None),
        (SIMPLE, "utf-16-le", None, None),
        (SIMPLE, "utf-8-sig", "gbk", None),
    ),
)
def test_a_page_is_read_in_the_set_it_was_written_in(
    page: str, written: str, header: str | None, meta: str | None
) -> None:
    text = page.format(meta=f'<meta charset="{meta}">' if meta else "")
    assert decode(text.encode(written), header)[0] == text


def test_a_broken_byte_does_not_unmake_utf8() -> None:
    body = SIMPLE.format(meta="").encode()
    at = body.index("会议指出".encode()) + 1
    text, name = decode(body[:at] + b"\xff" + body[at + 1 :])
    assert name == "utf-8" and "确保大家过一个平安的冬天" in text


def test_a_declared_set_that_nobody_knows_is_passed_over() -> None:
    assert "会议指出" in decode(PLAIN.format(meta="").encode("gbk"), "x-unknown-9")[0]
