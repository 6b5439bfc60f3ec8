"""Years counted by reigns: 民国三年, 康熙二十年, 昭和, 令和."""

from __future__ import annotations

import re

from suyuan.times.pieces import Piece, Row, Rule, Unit, whole

# Year before the first year of the era.
ERAS = {
    "民国": 1911, "宣统": 1908, "光绪": 1874, "同治": 1861, "咸丰": 1850, "道光": 1820, "嘉庆": 1795, "乾隆": 1735, "雍正": 1722,
    "康熙": 1661, "顺治": 1643, "崇祯": 1627, "万历": 1572, "嘉靖": 1521, "正德": 1505, "永乐": 1402, "洪武": 1367, "贞观": 626,
    "开元": 712, "天宝": 741, "神龙": 704, "建安": 195, "昭和": 1925, "平成": 1988, "令和": 2018, "明治": 1867, "大正": 1911,
}  # fmt: skip


def _year(match: re.Match[str]) -> tuple[Piece, ...]:
    count = 1 if match[2] == "元" else whole(match[2].replace("廿", "二十").replace("卅", "三十"))
    return (Piece(Unit.YEAR, ERAS[match[1]] + count),) if count > 0 else ()


RULES: tuple[Rule, ...] = (
    Rule(
        "year of a reign",
        rf"({'|'.join(ERAS)})\s?(元|\d{{1,3}}|[一二三四五六七八九十百廿卅]{{1,4}})年(?!间)",
        _year,
        (
            Row("民国三年建成的老屋", "2017-03-22", "民国三年", "1914"),
            Row("墨书“道光廿一年造”", "2017-03-22", "道光廿一年", "1841"),
        ),
    ),
)
