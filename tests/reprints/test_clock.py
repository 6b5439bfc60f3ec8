"""Which stamps can be believed."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from suyuan.records import Precision
from suyuan.reprints.clock import clock
from tests.reprints.newsroom import NOON, article

DAY = timedelta(days=1)
SENT = "东海社临河5月5日电 青石桥出现裂缝。"  # NOON is the sixth of May

CASES = [
    # text, published, precision, is it believed, does it order anything
    ("青石桥出现裂缝。", NOON, Precision.SECOND, True, True),
    ("青石桥出现裂缝。", NOON, Precision.HOUR, True, True),
    ("青石桥出现裂缝。", NOON, Precision.DAY, True, False),
    ("青石桥出现裂缝。", None, Precision.SECOND, False, False),
    ("青石桥出现裂缝。", NOON + 3 * DAY, Precision.SECOND, False, False),  # after it was seen
    ("青石桥出现裂缝。", datetime(1970, 1, 1, 3, tzinfo=UTC), Precision.SECOND, False, False),
    ("青石桥出现裂缝。", datetime(2031, 5, 5, 16, tzinfo=UTC), Precision.SECOND, True, False),  # midnight in Beijing
    ("青石桥出现裂缝。", datetime(2031, 5, 5, tzinfo=UTC), Precision.SECOND, True, False),
    (SENT, NOON, Precision.SECOND, True, True),
    (SENT, NOON - 3 * DAY, Precision.SECOND, False, False),  # before it was sent
    (SENT, NOON - 365 * DAY, Precision.SECOND, True, True),  # the same day a year before: nothing to see
    (SENT, NOON - 100 * DAY, Precision.SECOND, False, False),
    ("东海社12月31日电 桥封了。", datetime(2031, 1, 1, 2, tzinfo=UTC), Precision.SECOND, True, True),
    ("东海社2月30日电 桥封了。", NOON, Precision.SECOND, True, True),  # no such day
    ("5月1日电影节开幕。", NOON, Precision.SECOND, True, True),
]


@pytest.mark.parametrize(("text", "published", "precision", "is_believed", "is_exact"), CASES)
def test_a_stamp_is_believed_where_it_can_be_true(
    text: str, published: datetime | None, precision: Precision, is_believed: bool, is_exact: bool
) -> None:
    at, slack = clock(article(text, at=published, precision=precision), text)
    assert (at is not None, slack is not None) == (is_believed, is_exact)


def test_midnight_by_the_clock_that_the_page_states_is_a_date() -> None:
    at = datetime(2031, 5, 5, 15, tzinfo=UTC)
    assert clock(article("桥裂了。", at=at), "桥裂了。")[1] is not None
    assert clock(article("桥裂了。", at=at, offset=540), "桥裂了。")[1] is None
