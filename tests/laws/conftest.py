"""What the laws are tested on: the sample newsroom, and what one undisturbed run makes of it."""

from collections.abc import Iterable
from typing import Any

import pytest

from suyuan import flow, outlets, rows, sample
from suyuan.desk.store import Store
from suyuan.records import FeedItem, Page, Record

Rows = dict[tuple[str, str], bytes]


@pytest.fixture(scope="session")
def needs() -> dict[str, Any]:
    return {"outlets": outlets.packaged().joined(sample.outlets())}


@pytest.fixture(scope="session")
def pages() -> list[Page]:
    return list(sample.pages())


@pytest.fixture(scope="session")
def undisturbed(pages: list[Page], needs: dict[str, Any]) -> Rows:
    return in_memory(pages, needs)


def in_memory(pages: Iterable[Page], needs: dict[str, Any]) -> Rows:
    """All that `flow.run` makes."""
    return as_rows(flow.run(pages, needs=needs).all())


def as_rows(records: Iterable[Record]) -> Rows:
    """Records as what can be compared."""
    return {(type(one).__name__, one.id): rows.to_json(one) for one in records if not isinstance(one, Page | FeedItem)}


def in_store(store: Store) -> Rows:
    """All that a desk holds."""
    assert store.faults() == ()
    return {
        (kind, record_id): row.encode() for kind, record_id, row in store.db.execute("SELECT kind, id, row FROM record")
    }
