"""Drawings: SVG without script or style, each with its content in words. Colours and dashes are the style sheet's.

Sizes are in user units of the drawing, one to a pixel where it is shown at full width.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import pairwise
from math import log1p
from typing import Protocol
from unicodedata import east_asian_width

from markupsafe import Markup, escape

from suyuan.records import Precision

Name = Callable[[datetime, Precision], str]


class Timed(Protocol):
    """What has a time, known to the minute or only by its day."""

    @property
    def at(self) -> datetime: ...
    @property
    def precision(self) -> Precision: ...


def _known(reports: Iterable[Timed]) -> Precision:
    """How exactly the time that some reports share is known: no clock time is said where one has only its day."""
    return Precision.DAY if any(one.precision is Precision.DAY for one in reports) else Precision.MINUTE


# ── coverage ─────────────────────────────────────────────────────────────────────────────────────

_SPARKS = 12  # bars of a small chart: what an eye takes in at that size
_BARS = 48
_WIDTHS = tuple(timedelta(minutes=each) for each in (10, 30, 60, 180, 360, 720, 1440, 10080, 43200, 525600))


def spark(times: Sequence[datetime], label: str) -> Markup:
    """Reports over time as a few small bars; nothing where there is no time to speak of."""
    if len(times) < 3 or max(times) == min(times):
        return Markup("")
    first, span = min(times), max(times) - min(times)
    counts = [0] * _SPARKS
    for each in times:
        counts[min(_SPARKS - 1, int((each - first) / span * _SPARKS))] += 1
    top = max(counts)
    bars = Markup("").join(
        Markup('<rect x="{}" y="{}" width="5" height="{}"/>').format(
            place * 7, _round(16 - 16 * count / top), _round(16 * count / top)
        )
        for place, count in enumerate(counts)
        if count
    )
    words = f"{label}: {' '.join(map(str, counts))}"
    return Markup('<svg class="spark" viewBox="0 0 {} 16" role="img" aria-label="{}">{}</svg>').format(
        _SPARKS * 7 - 2, words, bars
    )


_SCALE = 4  # three reports are not a tower


def coverage(reports: Sequence[Timed], label: str, name: Name) -> Markup:
    """Reports over time as bars on an axis, in the narrowest steps that fit."""
    if not reports:
        return Markup("")
    first, last = min(one.at for one in reports), max(one.at for one in reports)
    width = next((each for each in _WIDTHS if (last - first) / each < _BARS), _WIDTHS[-1])
    bars: list[list[Timed]] = [[] for _ in range(int((last - first) / width) + 1)]
    for one in reports:
        bars[min(len(bars) - 1, int((one.at - first) / width))].append(one)
    counts = [len(each) for each in bars]
    names = [name(first + place * width, _known(each)) for place, each in enumerate(bars)]
    top, scale, step = max(counts), max(_SCALE, *counts), min(48.0, 880 / len(counts))
    parts = [Markup('<path class="axis" d="M0 100.5H900"/>')]
    for place, count in enumerate(counts):
        if count:
            parts.append(
                Markup('<rect x="{}" y="{}" width="{}" height="{}"><title>{} · {}</title></rect>').format(
                    _round(place * step),
                    _round(100 - 84 * count / scale),
                    _round(min(step - 2, 22)),
                    _round(84 * count / scale),
                    names[place],
                    count,
                )
            )
    highest = counts.index(top)
    parts.append(
        Markup('<text class="top" x="{}" y="{}">{}</text>').format(
            _round(highest * step), _round(94 - 84 * top / scale), top
        )
    )
    every = max(1, round(160 / step))
    parts.extend(
        Markup('<text class="tick" x="{}" y="118">{}</text>').format(_round(place * step), names[place])
        for place in range(0, len(counts), every)
    )
    words = f"{label}: {' '.join(map(str, counts))}"
    return Markup('<svg class="coverage" viewBox="0 0 900 124" role="img" aria-label="{}">{}</svg>').format(
        words, Markup("").join(parts)
    )


# ── families of reprints ─────────────────────────────────────────────────────────────────────────

_ROW = 34
_LEFT = 128  # room for an outlet's name of eight characters
_WIDTH = 900
_ROWS = 30  # outlets in one drawing; the list beside it has all


@dataclass(frozen=True)
class Dot:
    """One report in the drawing: the `root` of an independent text, `again` one of its newsroom, or a `copy`."""

    id: str
    outlet: str
    at: datetime
    precision: Precision
    title: str
    kind: str


@dataclass(frozen=True)
class Edge:
    """A line from a copy to the text it came from."""

    copy: str
    original: str
    how: str  # credited, own, uncredited, undetermined
    address: str
    title: str


def families(dots: Sequence[Dot], edges: Sequence[Edge], label: str, name: Name) -> Markup:
    """Who took from whom: time to the right, one row per outlet, a line from each copy to its original.

    Copies come within minutes or after days; a gap in time is drawn by its logarithm, so that both can be seen.
    """
    outlets = list(dict.fromkeys(dot.outlet for dot in sorted(dots, key=lambda each: (each.at, each.id))))[:_ROWS]
    shown = [dot for dot in dots if dot.outlet in outlets]
    if not shown:
        return Markup("")
    rows = {outlet: 22 + place * _ROW for place, outlet in enumerate(outlets)}
    across = _scale(sorted({dot.at for dot in shown}))
    places = {dot.id: (across[dot.at], rows[dot.outlet]) for dot in shown}
    bottom = 22 + len(outlets) * _ROW
    how = {edge.copy: edge.how for edge in edges}
    parts = [_row(outlet, y) for outlet, y in rows.items()]
    days = {dot.at for dot in shown if dot.precision is Precision.DAY}
    names = {at: name(at, Precision.DAY if at in days else Precision.MINUTE) for at in across}
    parts.extend(_ticks(names, across, bottom))
    parts.extend(
        _edge(edge, places[edge.copy], places[edge.original])
        for edge in edges
        if edge.copy in places and edge.original in places
    )
    parts.extend(_dot(dot, places[dot.id], how.get(dot.id, "")) for dot in shown)
    return Markup('<svg class="families" viewBox="0 0 {} {}" role="group" aria-label="{}">{}</svg>').format(
        _WIDTH, bottom + 8, label, Markup("").join(parts)
    )


def _scale(times: Sequence[datetime]) -> dict[datetime, float]:
    gaps = [0.0, *(log1p((later - earlier).total_seconds() / 600) + 0.25 for earlier, later in pairwise(times))]
    whole, at, across = sum(gaps) or 1.0, 0.0, {}
    for each, gap in zip(times, gaps, strict=True):
        at += gap
        across[each] = _LEFT + 16 + at / whole * (_WIDTH - _LEFT - 120)
    return across


def _row(outlet: str, y: float) -> Markup:
    return Markup(
        '<path class="row" d="M{} {}H{}"/><text class="outlet" x="0" y="{}">{}<title>{}</title></text>'
    ).format(_LEFT, y, _WIDTH, y + 4, _fitting(outlet), outlet)


def _fitting(words: str) -> str:
    """As many characters as the left margin holds."""
    width = 0.0
    for place, character in enumerate(words):
        width += 13 if east_asian_width(character) in "WF" else 7.4
        if width > _LEFT - 14:
            return words[:place] + "…"
    return words


def _ticks(names: Mapping[datetime, str], across: Mapping[datetime, float], bottom: float) -> list[Markup]:
    ticks, free = [], 0.0
    for at, x in across.items():
        if x >= free:
            ticks.append(Markup('<text class="tick" x="{}" y="{}">{}</text>').format(_round(x), bottom, names[at]))
            free = x + 104
    return ticks


def _edge(edge: Edge, copy: tuple[float, float], original: tuple[float, float]) -> Markup:
    (x1, y1), (x2, y2) = original, copy
    if y1 == y2:
        path = f"M{_round(x1)} {_round(y1)}Q{_round((x1 + x2) / 2)} {_round(y1 - 22)} {_round(x2)} {_round(y2)}"
    else:
        bend = (x2 - x1) / 2
        path = f"M{_round(x1)} {_round(y1)}C{_round(x1 + bend)} {_round(y1)} {_round(x2 - bend)} {_round(y2)} {_round(x2)} {_round(y2)}"
    return Markup(
        '<a href="{}" class="edge {}"><title>{}</title><path class="reach" d="{}"/><path d="{}"/></a>'
    ).format(edge.address, edge.how, edge.title, path, path)


def _dot(dot: Dot, place: tuple[float, float], how: str) -> Markup:
    kind = f"copy {how}" if dot.kind == "copy" else dot.kind
    return Markup('<a href="/article/{}" class="dot {}"><title>{}</title><circle cx="{}" cy="{}" r="{}"/></a>').format(
        dot.id, escape(kind), dot.title, _round(place[0]), _round(place[1]), 5.5 if dot.kind == "root" else 4.5
    )


def _round(value: float) -> str:
    return f"{value:.1f}".rstrip("0").rstrip(".")
