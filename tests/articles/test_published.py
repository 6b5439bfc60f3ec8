"""Times as pages write them."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from suyuan.articles.published import epoch, moments

FETCHED = datetime(2025, 1, 2, 4, 0, tzinfo=UTC)  # noon in China

WRITTEN = (
    ("2025-06-04 22:04:14", "2025-06-04T22:04:14", None, "second"),
    ("2019年06月15日08:18 来源：甲网", "2019-06-15T08:18:00", None, "minute"),
    ("发布时间：2019/9/7 9:05", "2019-09-07T09:05:00", None, "minute"),
    ("2021.03.15 星期一 07:40", "2021-03-15T07:40:00", None, "minute"),
    ("2024-04-24T23:52:01+08:00", "2024-04-24T23:52:01", 480, "second"),
    ("2024-04-24T15:52:01.123Z", "2024-04-24T15:52:01", 0, "second"),
    ("2018-07-04", "2018-07-04T00:00:00", None, "day"),
    ("2020年2月3日下午3:05", "2020-02-03T15:05:00", None, "minute"),
    ("Nov 18, 2019, 11:47am EST", "2019-11-18T11:47:00", -300, "minute"),
    ("18 November 2019", "2019-11-18T00:00:00", None, "day"),
    ("28.04.2023, 13:12 Uhr", "2023-04-28T13:12:00", None, "minute"),
    ("昨天 08:12", "2025-01-01T08:12:00", 480, "minute"),
    ("3小时前", "2025-01-02T09:00:00", 480, "hour"),
    ("12-30 21:15", "2024-12-30T21:15:00", None, "minute"),
)


@pytest.mark.parametrize(("text", "local", "offset", "precision"), WRITTEN)
def test_a_written_time_is_read(text: str, local: str, offset: int | None, precision: str) -> None:
    moment = moments(text, FETCHED)[0]
    assert (moment.local.isoformat(), moment.offset, moment.precision) == (local, offset, precision)


@pytest.mark.parametrize("text", ("", "13:77", "2025-13-40", "电话 010-20250101", "第404号", "比分 3-2 12"))
def test_what_is_no_time_is_none(text: str) -> None:
    assert not moments(text, FETCHED)


def test_a_script_gives_seconds_since_1970() -> None:
    moment = epoch("1701331260")
    assert moment is not None and moment.utc(None) == datetime(2023, 11, 30, 8, 1, tzinfo=UTC)
