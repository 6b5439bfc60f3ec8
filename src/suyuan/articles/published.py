"""When a page says it was published: every time it names, weighed against the others."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, timezone

from suyuan.records import Precision

CHINA = 480  # minutes east of UTC


@dataclass(frozen=True, slots=True)
class Moment:
    """A time as written: local fields, the zone if it is written, and how exact it is."""

    local: datetime  # naive
    offset: int | None
    precision: Precision
    seen: str

    def utc(self, offset: int | None) -> datetime:
        """The moment in UTC, read with `offset` where the page writes no zone."""
        return (self.local - timedelta(minutes=self.offset if self.offset is not None else offset or 0)).replace(tzinfo=UTC)


_CLOCK = (
    r"(?:[\sT,，日号|·•\-–—]{0,6}?(?:星期[一二三四五六日天]|周[一二三四五六日天]|[(（][^()（）]{1,6}[)）])?[\s,，|·]{0,4}"
    r"(?P<part>上午|下午|凌晨|早上|晚上|中午|傍晚|晚间)?\s?(?P<h>[012]?\d)\s?[:：时時]\s?(?P<mi>[0-5]\d)分?"
    r"(?:\s?[:：]?(?P<s>[0-5]\d)(?:秒|\.\d+)?(?!\d))?)?"
)
_ZONE = r"(?:\s?(?P<z>Z\b|(?:GMT|UTC)?\s?[+-]\d{2}:?\d{2}(?!\d)|GMT|UTC|CEST|CET|BST|EDT|EST|PDT|PST|CST|JST|KST))?"
_WRITTEN = (
    # 2025-06-04 22:04:14, 2025/6/4, 2025.06.04 22:04, 2025年6月4日 22:04, ISO
    re.compile(
        r"(?<!\d)(?P<y>(?:19|20)\d\d)\s?(?P<sep>[-/.年_])\s?(?P<m>1[0-2]|0?[1-9])\s?(?:(?P=sep)|月)\s?(?P<d>3[01]|[12]\d|0?[1-9])(?!\d)\s?"
        + _CLOCK
        + _ZONE
    ),
    # 04.06.2025, 22:04 (German and most of Europe: day first)
    re.compile(r"(?<![\d.])(?P<d>3[01]|[12]\d|0?[1-9])\.\s?(?P<m>1[0-2]|0?[1-9])\.\s?(?P<y>20\d\d)(?!\d)" + _CLOCK + _ZONE),
)
_BARE = re.compile(r"(?<!\d)(?P<y>20\d\d)(?P<m>0[1-9]|1[0-2])(?P<d>[0-3]\d)(?P<h>[01]\d|2[0-3])(?P<mi>[0-5]\d)(?P<s>[0-5]\d)?(?!\d)")
_YEARLESS = re.compile(
    r"(?<![\d.:/-])(?P<m>1[0-2]|0?[1-9])\s?[-/月]\s?(?P<d>3[01]|[12]\d|0?[1-9])日?(?!\d)\s{0,3}(?P<h>[012]?\d)[:：](?P<mi>[0-5]\d)(?:[:：](?P<s>[0-5]\d))?"
)
_AGO = re.compile(r"(?P<n>\d{1,3})\s?(?P<unit>分钟|分鐘|小时|小時|天|秒)[之以]?前|(?P<now>刚刚|剛剛)")
_NEAR = re.compile(r"(?P<day>今天|昨天|前天|今日|昨日)\s?(?P<h>[012]?\d)[:：](?P<mi>[0-5]\d)(?:[:：](?P<s>[0-5]\d))?")
_EPOCH = re.compile(r"(?<!\d)(1[0-9]{9})(\d{3})?(?!\d)")
_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "jan january januar janvier enero gennaio", "feb february februar février febrero febbraio",
            "mar march märz mars marzo", "apr april avril abril aprile", "may mai mayo maggio", "jun june juni juin junio giugno",
            "jul july juli juillet julio luglio", "aug august août agosto", "sep sept september septembre septiembre settembre",
            "oct october oktober octobre octubre ottobre", "nov november novembre noviembre", "dec december dezember décembre diciembre dicembre",
        ),
        1,
    )
    for name in names.split()
}  # fmt: skip
_ENGLISH = re.compile(
    r"(?:(?P<d1>\d{1,2})(?:st|nd|rd|th|\.)?\s(?:de\s)?(?P<m1>[A-Za-zéûäç]{3,10})\.?,?\s(?:de\s)?(?P<y1>20\d\d)"
    r"|(?P<m2>[A-Za-z]{3,9})\.?\s(?P<d2>\d{1,2})(?:st|nd|rd|th)?,?\s(?P<y2>20\d\d))"
    r"(?:[\s,|•·\-–—at]{1,6}(?:um\s)?(?P<h>[012]?\d)[:.h](?P<mi>[0-5]\d)(?::(?P<s>[0-5]\d))?\s?(?P<half>[ap]\.?m\.?)?)?" + _ZONE,
    re.I,
)
_ZONES = {"Z": 0, "GMT": 0, "UTC": 0, "CET": 60, "CEST": 120, "BST": 60, "EDT": -240, "EST": -300, "PDT": -420, "PST": -480, "CST": 480, "JST": 540, "KST": 540}  # fmt: skip
_AFTERNOON = ("下午", "晚上", "傍晚", "晚间")


def moments(text: str, fetched: datetime | None = None) -> list[Moment]:
    """Every time that a short text names, in order; words such as 昨天 and 3小时前 are counted from `fetched` (in China)."""
    found: list[tuple[int, Moment]] = []
    for pattern in _WRITTEN:
        for match in pattern.finditer(text):
            _keep(found, match, _moment(match.groupdict(), match.group()))
    if not found:
        for match in _ENGLISH.finditer(text):
            _keep(found, match, _moment(_english(match.groupdict()), match.group()))
    if not found:
        for match in _BARE.finditer(text):
            _keep(found, match, _moment(match.groupdict(), match.group()))
    if not found and fetched is not None:
        _relative(text, fetched, found)
    return [moment for _, moment in sorted(found, key=lambda one: one[0])]


def epoch(text: str) -> Moment | None:
    """A time given as seconds or milliseconds since 1970, as page scripts do."""
    match = _EPOCH.search(text)
    if not match:
        return None
    local = datetime.fromtimestamp(int(match[1]), timezone(timedelta(minutes=CHINA))).replace(tzinfo=None)
    return Moment(local, CHINA, Precision.SECOND, match.group())


def _keep(found: list[tuple[int, Moment]], match: re.Match[str], moment: Moment | None) -> None:
    if moment is not None:
        found.append((match.start(), moment))


def _english(parts: dict[str, str | None]) -> dict[str, str | None]:
    month = (parts["m1"] or parts["m2"] or "").lower()
    hour = parts["h"]
    if hour and parts["half"]:
        late = parts["half"].lower().startswith("p")
        hour = str(int(hour) % 12 + (12 if late else 0))
    return {
        "y": parts["y1"] or parts["y2"], "m": str(_MONTHS.get(month, 0)), "d": parts["d1"] or parts["d2"],
        "h": hour, "mi": parts["mi"], "s": parts["s"], "z": parts["z"],
    }  # fmt: skip


def _moment(parts: dict[str, str | None], seen: str) -> Moment | None:
    hour = int(parts["h"]) if parts.get("h") else None
    if hour is not None and hour < 12 and parts.get("part") in _AFTERNOON:
        hour += 12
    precision = Precision.DAY if hour is None else Precision.SECOND if parts.get("s") else Precision.MINUTE
    if hour == 24:
        hour = 0
    try:
        local = datetime(
            int(parts["y"] or 0), int(parts["m"] or 0), int(parts["d"] or 0), hour or 0, int(parts.get("mi") or 0), int(parts.get("s") or 0)
        )  # fmt: skip
    except ValueError:
        return None
    return Moment(local, _offset(parts.get("z")) if hour is not None else None, precision, seen.strip())


def _offset(zone: str | None) -> int | None:
    if not zone:
        return None
    zone = zone.strip()
    if zone.upper() in _ZONES:
        return _ZONES[zone.upper()]
    digits = re.search(r"([+-])(\d{2}):?(\d{2})", zone)
    if not digits:
        return None
    minutes = int(digits[2]) * 60 + int(digits[3])
    return minutes if digits[1] == "+" else -minutes


def _relative(text: str, fetched: datetime, found: list[tuple[int, Moment]]) -> None:
    here = fetched.astimezone(timezone(timedelta(minutes=CHINA))).replace(tzinfo=None)
    if match := _NEAR.search(text):
        back = {"今": 0, "昨": 1, "前": 2}[match["day"][0]]
        day = here - timedelta(days=back)
        hour = int(match["h"])
        if hour < 24:
            local = day.replace(hour=hour, minute=int(match["mi"]), second=int(match["s"] or 0), microsecond=0)
            found.append((match.start(), Moment(local, CHINA, Precision.SECOND if match["s"] else Precision.MINUTE, match.group())))
    elif match := _AGO.search(text):
        unit = match["unit"] or "秒"
        ago = timedelta(**{{"分": "minutes", "小": "hours", "天": "days", "秒": "seconds"}[unit[0]]: int(match["n"] or 0)})
        precision = {"分": Precision.MINUTE, "小": Precision.HOUR, "天": Precision.DAY, "秒": Precision.MINUTE}[unit[0]]
        found.append((match.start(), Moment((here - ago).replace(microsecond=0), CHINA, precision, match.group())))
    elif match := _YEARLESS.search(text):
        for year in (here.year, here.year - 1):
            moment = _moment({**match.groupdict(), "y": str(year)}, match.group())
            # The latest such day that is not in the future: a page saved in January shows December's news.
            if moment is not None and moment.local <= here + timedelta(days=1):
                found.append((match.start(), moment))
                break
