"""Figures for Prometheus, on a listener of their own: never on the site, which may be public."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import apsw
from prometheus_client import CollectorRegistry, ProcessCollector, start_http_server
from prometheus_client.core import GaugeMetricFamily, Metric
from prometheus_client.registry import Collector

from suyuan.desk.errors import DeskBusy, DeskError
from suyuan.desk.store.health import health
from suyuan.desk.store.standing import is_stale, standing
from suyuan.desk.store.subscriptions import Subscriptions


class Figures(Collector):
    """What a desk holds and how it is, read anew whenever somebody asks."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def collect(self) -> Iterator[Metric]:
        """One family of figures after another."""
        found, now = health(self.folder), time.time()
        yield GaugeMetricFamily("suyuan_up", "1 while the desk can be read", value=float(found.error is None))
        yield _by("suyuan_kept", "Pages and feed items kept", "kind", found.kept)
        yield _by("suyuan_records", "Records made", "kind", found.records)
        yield _by("suyuan_rejections", "Pages turned away", "reason", found.rejections)
        yield _by("suyuan_due", "Inputs that a step has yet to look at", "step", found.due)
        yield GaugeMetricFamily("suyuan_faults", "Bugs that inputs showed", value=found.faults)
        yield GaugeMetricFamily("suyuan_kept_bytes", "Bytes of kept pages, compressed", value=found.bytes_kept)
        yield GaugeMetricFamily("suyuan_database_bytes", "Bytes of the database", value=found.bytes_database)
        if found.newest:
            age = now - found.newest.timestamp()
            yield GaugeMetricFamily("suyuan_newest_age_seconds", "Since something new was kept", value=age)
        silences = {name: now - at.timestamp() for name, at in found.seen.items()}
        yield _by("suyuan_process_silence_seconds", "Since a process gave a sign of life", "process", silences)
        yield from _watching(self.folder, now)


def _watching(folder: Path, now: float) -> Iterator[Metric]:
    """How the subscriptions do; nothing where there are none, or their file cannot be opened (`suyuan_up` tells of trouble)."""
    if not (folder / "subscriptions.db").exists():
        return
    try:
        with closing(Subscriptions(folder)) as found:
            watched, pending = found.all(), found.pending_count()
    except apsw.Error:
        return
    standings = Counter(standing(one, now).value for one in watched)
    yield _by("suyuan_subscriptions", "Subscriptions by how they do", "standing", dict(standings))
    stale = sum(is_stale(one, now) for one in watched)
    yield GaugeMetricFamily(
        "suyuan_subscriptions_stale", "Subscriptions not read for hours when they should", value=stale
    )
    yield GaugeMetricFamily("suyuan_pending_pages", "Pages still to be fetched", value=pending)


def listen(folder: Path, address: str) -> None:
    """Answer at `host:port` from now on, in a thread of this process; DeskError where that cannot be done."""
    host, _, port = address.rpartition(":")
    if not host or not port.isdigit():
        raise DeskError(f"metrics = “{address}” is no address to listen on. Write it as 127.0.0.1:9321.")
    registry = CollectorRegistry()
    registry.register(Figures(folder))
    ProcessCollector(registry=registry)
    try:
        start_http_server(int(port), host.strip("[]"), registry=registry)
    except (OSError, OverflowError) as error:
        raise DeskBusy(f"The metrics cannot listen on {address} ({error}). Set another address.") from error


def _by(name: str, says: str, label: str, figures: dict[str, float] | dict[str, int]) -> Metric:
    family = GaugeMetricFamily(name, says, labels=[label])
    for key, figure in sorted(figures.items()):
        family.add_metric([key], figure)
    return family
