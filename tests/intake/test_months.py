"""A short form of what `./run bench intake` does in full: days of many feeds in bad weather, and real days again."""

from pathlib import Path

import pytest

from tests.intake import months

STREAM = Path(__file__).parents[3] / "shared" / "feeds" / "stream-2026-01.jsonl.gz"


def test_days_in_bad_weather_lose_nothing_and_break_no_manners(tmp_path: Path) -> None:
    outcome = months.month(tmp_path, feeds=2 * len(months.TEMPERS), days=3)
    assert outcome.lost == []
    assert outcome.pages > outcome.items / 2 > 20
    assert outcome.most_at_once == 1
    assert outcome.shortest_gap > 2.999  # seconds since 1970 are exact to a microsecond


def test_real_days_served_as_feeds_give_the_same_articles_as_the_file(tmp_path: Path) -> None:
    if not STREAM.exists():
        pytest.skip("the real stream is not here (a folder named shared beside the project)")
    read, watched = months.replay(STREAM, tmp_path, limit=300)
    assert len(read) > 250
    assert watched == read
