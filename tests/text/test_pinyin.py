"""The initials of pinyin, by which names are typed."""

import pytest

from suyuan.text import initials


@pytest.mark.parametrize(
    ("text", "spelled"),
    [
        ("乌梅罗夫", ("wmlf",)),
        ("烏梅羅夫", ("wmlf",)),
        ("安德烈·鲁登科", ("adlldk",)),
        ("柘浦县", ("zpx",)),
        ("滕鑫", ("tx",)),  # rarer characters than the common ones
        ("ＯｐｅｎＡＩ首席", ("osx",)),
        ("36氪", ("3k",)),
        ("重庆", ("zq", "cq")),  # read in two ways, and nobody says which
        ("单长乐", ("dcl", "dcy", "dzl", "dzy")),
        ("阿龘", ("a?",)),
        ("“，。”", ()),
        ("", ()),
    ],
)
def test_initials(text: str, spelled: tuple[str, ...]) -> None:
    assert initials(text) == spelled


def test_every_common_character_has_its_letter_and_they_stand_in_order() -> None:
    common = [
        bytes((high, low)).decode("gb2312")
        for high in range(0xB0, 0xD8)
        for low in range(0xA1, 0xFF)
        if (high, low) <= (0xD7, 0xF9)
    ]
    letters = [initials(one)[0] for one in common if len(initials(one)) == 1]
    assert len(common) == 3755 and "?" not in letters and letters == sorted(letters)
