"""Whatever is done to a page that looks real, it is read or turned away, and what is read is whole."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.fuzz.mutations import CHARSETS, PAGES, TYPES, check, mutated


def test_there_are_pages_to_break() -> None:
    assert len(PAGES) > 30


@settings(max_examples=150, deadline=None)
@given(st.data(), st.sampled_from(TYPES), st.sampled_from(CHARSETS))
def test_a_broken_page_is_read_or_turned_away(data: st.DataObject, media_type: str | None, charset: str | None) -> None:
    check(mutated(lambda below: data.draw(st.integers(0, below - 1))), media_type, charset)
