"""The zone of a time that a page writes without one: that of the country whose domain the page stands under.

Only countries that keep one zone, or whose national media do. Daylight saving is the European rule or none.
"""

from __future__ import annotations

from datetime import datetime, timedelta

from suyuan.outlets import host

# minutes east of UTC, domains of countries, whether clocks go forward from the last Sunday of March to that of October
_ZONES: tuple[tuple[int, str, bool], ...] = (
    (0, "uk ie pt", True),
    (60, "de at ch li it fr es nl be lu dk no se pl cz sk hu si hr rs ba me mk al mt", True),
    (120, "fi ee lv lt gr ro bg cy ua", True),
    (0, "is gh sn ci", False),
    (60, "ng cm dz tn", False),
    (120, "za ls bw zm zw na", False),
    (180, "tr by ru sa qa kw iq ke tz ug et", False),
    (240, "ae om ge am az", False),
    (300, "pk uz", False),
    (330, "in lk", False),
    (345, "np", False),
    (360, "bd", False),
    (420, "th vn id kh la", False),
    (480, "cn hk mo tw sg my ph", False),
    (540, "jp kr kp", False),
    (-180, "ar uy", False),
    (-240, "ve bo", False),
    (-300, "pe co ec pa", False),
)
_OF = {domain: (minutes, is_european) for minutes, domains, is_european in _ZONES for domain in domains.split()}


def of_country(address: str, local: datetime) -> int | None:
    """The zone, in minutes east of UTC, of the country that an address stands under at that local time; None where unsure."""
    zone = _OF.get(host(address).rpartition(".")[2])
    if zone is None:
        return None
    minutes, is_european = zone
    return minutes + 60 if is_european and _is_summer(local) else minutes


def _is_summer(local: datetime) -> bool:
    """Whether clocks in Europe are forward then; in the hour of the change either answer is right."""
    return _last_sunday(local.year, 3) <= local.replace(tzinfo=None) < _last_sunday(local.year, 10)


def _last_sunday(year: int, month: int) -> datetime:
    last = datetime(year, month, 31, 2)
    return last - timedelta(days=(last.weekday() + 1) % 7)
