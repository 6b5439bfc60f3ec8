"""What two texts have in common is shown in whole words, as the texts write them."""

from datetime import UTC, datetime

import pytest

from suyuan.desk.site.views.likeness import in_common
from suyuan.records import Article


def article(title: str, text: str) -> Article:
    return Article(
        id=title,
        page=title,
        url=None,
        outlet=None,
        title=title,
        text=text,
        blocks=(),
        first_seen=datetime(2031, 6, 5, tzinfo=UTC),
    )


FERRY = article(
    "柘浦客渡船碰撞事故已致3人遇难5人失联",
    "柘浦县应急管理局通报，截至三日16时，3人遇难，5人失联。柘浦县副县长岑望山到场，岑望山说搜救不停。赛马客Orlan Vesk捐款，VESK一向如此。",
)
TALKS = article(
    "塔副外長：無向諾爾登隱瞞",
    "塔方代表穆斯塔默在諾爾登說，雙方談了三小時。穆斯塔默稱，下一輪七月舉行。穆斯塔默未答其他問題。",
)


@pytest.mark.parametrize(
    ("terms", "shown"),
    [
        (("人失", "失联"), ("失联",)),  # 5人 is a count, and no part of a word
        (("浦县", "浦客", "柘浦"), ("柘浦",)),  # what both begin with
        (("岑望",), ("岑望山",)),
        (("望山", "岑望"), ("岑望山",)),
        (("vesk", "orlan"), ("Vesk", "Orlan")),
        (("渡口",), ()),  # stands in neither
        ((), ()),
    ],
)
def test_a_part_of_a_word_grows_to_the_word(terms: tuple[str, ...], shown: tuple[str, ...]) -> None:
    assert in_common(terms, FERRY, FERRY) == shown


def test_words_are_written_as_the_first_text_writes_them() -> None:
    assert in_common(("外长", "代表"), TALKS, FERRY) == ("外長", "代表")
