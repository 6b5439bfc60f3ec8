"""Pages say one character set and are written in another."""

from __future__ import annotations

import pytest

from suyuan.articles.decode import decode

SIMPLE = "<html><head>{meta}<title>某县召开会议</title></head><body><p>会议指出，要把人民的安全放在第一位，做好各项工作，确保大家过一个平安的冬天。朱镕基、㛃、𠮷也在其中。</p></body></html>"
PLAIN = SIMPLE.replace("、㛃、𠮷", "")
CANTONESE = "<html><head>{meta}<title>深水埗街坊</title></head><body><p>佢哋喺呢度住咗廿年，啲嘢冇變過，嘅𨋢仲係壞嘅。街坊話會去區議會再問一次，大家都等緊。</p></body></html>"
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
        (SIMPLE, "utf-16-be", "utf-8", "utf-8"),  # without a mark, and declared otherwise
        (SIMPLE, "utf-16-le", "gbk", None),
        (PLAIN, "gbk", "windows-1252", None),  # what a server says of everything it sends
        (PLAIN, "gbk", "big5", "big5"),
        (PLAIN, "utf-8", "big5", "iso-8859-1"),
        (CANTONESE, "big5hkscs", None, "big5"),
        (CANTONESE, "big5hkscs", "big5-hkscs", None),
        (CANTONESE, "big5hkscs", "gbk", "utf-8"),
        (CANTONESE, "utf-8", "big5", "big5"),
        (TRADITIONAL, "big5", "utf-8", "utf-8"),
        (TRADITIONAL, "gb18030", "big5", None),
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


MIDDLE = (("utf-8", "latin-1"), ("gbk", "latin-1"), ("gbk", "cp1252"), ("big5", "latin-1"))


@pytest.mark.parametrize("declared", (None, "utf-8", "gbk"))
@pytest.mark.parametrize(("written", "taken_for"), MIDDLE)
def test_a_page_that_was_written_twice_is_read_twice(written: str, taken_for: str, declared: str | None) -> None:
    text = (TRADITIONAL if written == "big5" else PLAIN).format(meta="")
    body = text.encode(written).decode(taken_for, "replace").encode()
    read, name = decode(body, declared)
    assert read == text and "before" in name


def test_a_page_taken_for_gbk_loses_only_what_fell_between_two_characters() -> None:
    text = PLAIN.format(meta="")
    read, name = decode(text.encode().decode("gb18030", "replace").encode())
    assert "会议指出，要把人民的安全放在第一位，做好各项工作" in read and "before" in name
    assert read.count("\ufffd") < 5


@pytest.mark.parametrize(
    "text",
    (
        "<p>L’été dernier, les élèves créèrent à l’école où naquît l’œuvre où l’on préféra l’épée à l’étude. " * 9,
        "<p>Über die Brücke fährt täglich die Fähre; große Schiffe müssen draußen bleiben, heißt es. " * 9,
        "<p>Þórður sagði að það væri ætíð óþarfi að ræða þetta frekar á þingi. " * 9,
        "<p>一段中文里提到了 Beyoncé、São Paulo、Übermut、Þórður 和 ÄÖÜß，但没有人会看错。" * 9,
    ),
)
def test_letters_with_accents_are_no_page_written_twice(text: str) -> None:
    assert decode(text.encode(), "utf-8") == (text, "utf-8")
