"""The store: one SQLite file and the kept pages beside it. One door, `Store`."""

from suyuan.desk.store.store import Hit, Made, Store

__all__ = ["Hit", "Made", "Store"]
