"""What a passage says in plain form."""

import pytest

from suyuan.claims import slots
from suyuan.text import fold


def read(text: str) -> list[tuple[str, float]]:
    folded = fold(text)
    return [(one.kind, round(one.value, 6)) for one in slots.quantities(folded, slots.concepts(folded))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("翻船造成3人死亡、12人受伤", [("死亡人数", 3), ("受伤人数", 12)]),
        ("事故已致两名船员遇难", [("死亡人数", 2)]),
        ("死亡人数升至25人", [("死亡人数", 25)]),
        ("遇难者达四十六人", [("死亡人数", 46)]),
        ("一人死亡一人受伤", [("死亡人数", 1), ("受伤人数", 1)]),
        ("其中一人死亡", [("人", 1)]),
        ("石头重3斤4两", [("克", 1700)]),
        ("大概七两多", [("克", 350)]),
        ("坑深六七厘米", [("米", 0.065)]),
        ("捐款总额200余万元", [("元", 2000000)]),
        ("费用合计约20万，自付三万六千元", [("元", 200000), ("元", 36000)]),
        ("5月1日17时22分许", [("日", 1), ("时刻", 17 * 60 + 22)]),
        ("下午5点半左右", [("时刻", 17 * 60 + 30)]),
        ("百度发布公告", []),
        ("从三层坠落", [("楼层", 3)]),
        ("他提了三点要求", []),
        ("千万不要下水，统一发布", []),
        ("一名男子走上一条船", []),
        ("数千人死亡，上千万元打了水漂", []),
        ("22名获救人员中，有9人由渔民接上岸", [("人", 9)]),
        ("船上36人中22人获救", [("人", 36), ("获救人数", 22)]),
        ("确诊病例已升至五起，另有3起投诉", [("例", 5), ("起", 3)]),
    ],
)
def test_numbers_are_read_with_what_they_count(text: str, expected: list[tuple[str, float]]) -> None:
    assert read(text) == expected


def test_rough_numbers_are_known_as_rough() -> None:
    rough = {
        text: slots.quantities(text, [])[0].is_rough
        for text in ("约3公里", "3公里左右", "200余户", "3公里", "四五公里")
    }
    assert rough == {"约3公里": True, "3公里左右": True, "200余户": True, "3公里": False, "四五公里": True}


@pytest.mark.parametrize("row", slots.ANSWERS, ids=lambda row: row[1])
def test_every_name_of_an_answer_is_read_as_that_answer(row: tuple[str, str, str]) -> None:
    _, concept, names = row
    for name in names.split():
        assert concept in {found for found, _, _ in slots.concepts(fold(name))}, name


def test_no_name_stands_in_two_rows() -> None:
    names = [name for _, _, row in slots.ANSWERS for name in row.split()]
    assert len(names) == len(set(names))
    alike = [name for row in slots.ALIKE for name in row.split()]
    assert {name for name in alike if alike.count(name) > 1} == set()
    assert set(names) & set(alike) == set()
