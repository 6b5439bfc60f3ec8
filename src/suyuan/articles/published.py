"""When a page says it was published: every time it names, weighed against the others."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta, timezone

from suyuan.articles.head import Head
from suyuan.articles.walk import Sheet
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
        return (self.local - timedelta(minutes=self.offset if self.offset is not None else offset or 0)).replace(
            tzinfo=UTC
        )


_CLOCK = (
    r"(?:[\sT,，日号|·•\-–—]{0,6}?(?:星期[一二三四五六日天]|周[一二三四五六日天]|[(（][^()（）]{1,6}[)）])?[\s,，|·]{0,4}"
    r"(?P<part>上午|下午|凌晨|早上|晚上|中午|傍晚|晚间)?\s?(?P<h>[012]?\d)\s?[:：时時]\s?(?P<mi>[0-5]\d)分?"
    r"(?:\s?[:：]?(?P<s>[0-5]\d)(?:秒|\.\d+)?(?!\d))?(?:\s?(?P<half>[AaPp]\.?[Mm])\b)?)?"
)
_ZONE = r"(?:\s?(?P<z>Z\b|(?:GMT|UTC)?\s?[+-]\d{2}:?\d{2}(?!\d)|GMT|UTC|CEST|CET|BST|EDT|EST|PDT|PST|CST|JST|KST))?"
Found = tuple[str, Moment]
"""A time and the rule that found it."""
# That no digit stands before a year is asked behind its first two, which are quickly found.
_WRITTEN = (
    # 2025-06-04 22:04:14, 2025/6/4, 2025.06.04 22:04, 2025年6月4日 22:04, ISO
    re.compile(
        r"(?P<y>(?:19|20)(?<!\d\d\d)\d\d)\s?(?P<sep>[-/.年_])\s?(?P<m>1[0-2]|0?[1-9])\s?(?:(?P=sep)|月)\s?(?P<d>3[01]|[12]\d|0?[1-9])(?!\d)\s?"
        + _CLOCK
        + _ZONE
    ),
    # 2021 10/08 10:20:30: year, day and time set apart in boxes of their own
    re.compile(
        r"(?P<y>20(?<!\d\d\d)\d\d)\s+(?P<m>1[0-2]|0?[1-9])\s?[/-]\s?(?P<d>3[01]|[12]\d|0?[1-9])(?!\d)\s?" + _CLOCK
    ),
    # 04.06.2025, 22:04 (German and most of Europe: day first)
    re.compile(
        r"(?<![\d.])(?P<d>3[01]|[12]\d|0?[1-9])\.\s?(?P<m>1[0-2]|0?[1-9])\.\s?(?P<y>20\d\d)(?!\d)" + _CLOCK + _ZONE
    ),
)
_BARE = re.compile(
    r"(?<!\d)(?P<y>20\d\d)(?P<m>0[1-9]|1[0-2])(?P<d>[0-3]\d)(?P<h>[01]\d|2[0-3])(?P<mi>[0-5]\d)(?P<s>[0-5]\d)?(?!\d)"
)
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
    r"(?:[\s,|•·\-–—at]{1,6}(?:um\s)?(?P<h>[012]?\d)[:.h](?P<mi>[0-5]\d)(?::(?P<s>[0-5]\d))?\s?(?P<half>[ap]\.?m\.?)?)?"
    + _ZONE,
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


def without_times(text: str) -> str:
    """A text without the times in it."""
    for pattern in (*_WRITTEN, _BARE, _NEAR, _AGO, _YEARLESS):
        text = pattern.sub(" ", text)
    return text


def _keep(found: list[tuple[int, Moment]], match: re.Match[str], moment: Moment | None) -> None:
    if moment is not None:
        found.append((match.start(), moment))


def _english(parts: dict[str, str | None]) -> dict[str, str | None]:
    month = (parts["m1"] or parts["m2"] or "").lower()
    return {
        "y": parts["y1"] or parts["y2"], "m": str(_MONTHS.get(month, 0)), "d": parts["d1"] or parts["d2"],
        "h": parts["h"], "mi": parts["mi"], "s": parts["s"], "z": parts["z"], "half": parts["half"],
    }  # fmt: skip


def _moment(parts: dict[str, str | None], seen: str) -> Moment | None:
    written = parts.get("h")
    hour = int(written) if written else None
    if hour is not None and hour < 12 and parts.get("part") in _AFTERNOON:
        hour += 12
    if hour is not None and hour <= 12 and (half := parts.get("half")):
        hour = hour % 12 + (12 if half[0] in "pP" else 0)
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
            found.append(
                (
                    match.start(),
                    Moment(local, CHINA, Precision.SECOND if match["s"] else Precision.MINUTE, match.group()),
                )
            )
    elif match := _AGO.search(text):
        unit = match["unit"] or "秒"
        ago = timedelta(
            **{{"分": "minutes", "小": "hours", "天": "days", "秒": "seconds"}[unit[0]]: int(match["n"] or 0)}
        )
        precision = {"分": Precision.MINUTE, "小": Precision.HOUR, "天": Precision.DAY, "秒": Precision.MINUTE}[unit[0]]
        found.append((match.start(), Moment((here - ago).replace(microsecond=0), CHINA, precision, match.group())))
    elif match := _YEARLESS.search(text):
        for year in (here.year, here.year - 1):
            moment = _moment({**match.groupdict(), "y": str(year)}, match.group())
            # The latest such day that is not in the future: a page saved in January shows December's news.
            if moment is not None and moment.local <= here + timedelta(days=1):
                found.append((match.start(), moment))
                break


# Where a time may stand, most trusted first. A script's publish time is written by the publishing system itself.
_SCRIPT_KEYS = re.compile(
    r"ct|(?:ori_?)?create_?time|(?:article_)?publish(?:_?(?:time|date|ed_?at))?|pub_?(?:time|date)|ptime|news_?time|datePublished|display_time",
    re.I,
)
_METAS = (
    "article:published_time", "og:article:published_time", "datepublished", "article.published", "article:published:time", "og:release_date", "publishdate", "pubdate", "publish_date",
    "publish-date", "date.published", "parsely-pub-date", "sailthru.date", "dc.date.issued", "dcterms.created", "dc.date", "apub:time", "weibo: article:create_at",
    "weibo:article:create_at", "article_date_original", "cxenseparse:recs:publishtime", "bt:pubdate", "date", "og:published_time", "contentpubdate", "publishtime",
)  # fmt: skip
_JUST_NOW = frozenset(("刚刚", "剛剛"))  # alone between spaces; 刚刚！ opens headlines
_LONGEST = 160  # characters of a line that may carry the time
_PUBLISHED = re.compile(r"发布|发表|published|时间|日期|posted|veröffentlicht|publié|publicado|pubblicato", re.I)
_CHANGED = re.compile(
    r"更新|修改|最后编辑|updated|modified|aktualisiert|mis à jour|actualizado|aggiornato|last edit", re.I
)


def choose(sheet: Sheet, head: Head, near: Sequence[str], fetched: datetime, *, is_chinese: bool) -> Found | None:
    """When the page was published, and where it says so. `near` are the lines around title and text, nearest first.

    What the reader sees decides on Chinese pages, where metadata is often the local time with a Z behind it; elsewhere
    the publishing system's own time does. The other one adds seconds and zone where the two agree.
    """
    stated = [
        (rule, moment) for rule, moment in _stated(sheet, head, is_chinese=is_chinese) if moment.local.year > 1990
    ]
    if not is_chinese:
        # What the publishing system says of the article outweighs a time element, which may be another article's.
        systems = [one for one in stated if one[0].startswith(("JSON-LD", "meta"))]
        stated = systems if any(_is_timed(moment) for _, moment in systems) else stated
    shown = next(iter(_shown(near, fetched)), None)
    if shown is None and not stated:
        return None
    found = _weighed(stated, shown, is_chinese=is_chinese)
    return found[0], _zoned(found[1], [moment for _, moment in stated])


def _weighed(stated: Sequence[Found], shown: Found | None, *, is_chinese: bool) -> Found:
    """The time that the page's own systems and what the reader sees give together; at least one of them is there."""
    if shown is None:
        return max(stated, key=lambda one: _is_timed(one[1]))
    for rule, moment in stated:
        if _agree(moment, shown[1], is_chinese=is_chinese):
            best = moment if _is_timed(moment) else shown[1]
            if is_chinese and moment.offset == 0 and _minutes(moment) == _minutes(shown[1]):
                best = replace(best, offset=CHINA)
            return f"{rule}, as the line near the title shows", best
    timed = [one for one in stated if _is_timed(one[1])]
    if (is_chinese and _is_timed(shown[1])) or not stated:
        return shown
    return timed[0] if timed else stated[0] if not _is_timed(shown[1]) else shown


def _zoned(moment: Moment, others: Sequence[Moment]) -> Moment:
    """A time that is written without its zone, with the zone of the same time written elsewhere on the page."""
    if moment.offset is not None or not _is_timed(moment):
        return moment
    same = (one.offset for one in others if one.offset is not None and _minutes(one) == _minutes(moment))
    return replace(moment, offset=next(same, None))


def _is_timed(moment: Moment) -> bool:
    return moment.precision != Precision.DAY


def _stated(sheet: Sheet, head: Head, *, is_chinese: bool) -> list[Found]:
    found: list[Found] = []
    for thing in head.linked:
        if moment := _first(str(thing.get("datePublished") or thing.get("dateCreated") or "")):
            found.append(("JSON-LD datePublished", moment))
    for name in _METAS:
        if (value := sheet.metas.get(name)) and (moment := _first(value)):
            found.append((f"meta {name}", moment))
    scripted = []
    for key, value in head.times:
        if _SCRIPT_KEYS.fullmatch(key) and (moment := epoch(value) if value.strip().isdigit() else _first(value)):
            scripted.append((f"script {key}", moment))
    # Many such variables are those of a feed in the page; elsewhere than in China they mostly lack the zone.
    found = [*scripted[:3], *found] if is_chinese and len(scripted) < 8 else [*found, *scripted[:3]]
    for stamp, _ in sheet.times[:3]:
        if moment := _first(stamp):
            found.append(("time element", moment))
    return found


def _first(text: str) -> Moment | None:
    return next(iter(moments(text[:80])), None)


def _shown(near: Sequence[str], fetched: datetime) -> list[Found]:
    found: list[Found] = []
    for line in near:
        if len(line) > _LONGEST or not (any(map(str.isdigit, line)) or _JUST_NOW.intersection(line.split())):
            continue
        for moment in moments(line, fetched):
            before = line[: line.find(moment.seen)][-14:]
            if _CHANGED.search(before) and not _PUBLISHED.search(before[-6:]):
                continue
            found.append(("line near the title", moment))
            break
    # A day alone is worth less than a full time one or two lines further.
    return sorted(found[:3], key=lambda one: one[1].precision == Precision.DAY)


def _minutes(moment: Moment) -> datetime:
    return moment.local.replace(second=0, microsecond=0)


def _agree(stated: Moment, shown: Moment, *, is_chinese: bool) -> bool:
    if Precision.DAY in (stated.precision, shown.precision):
        return stated.local.date() == shown.local.date()
    if _minutes(stated) == _minutes(shown):
        return True
    zone = CHINA if is_chinese else shown.offset
    if stated.offset is None or zone is None:
        return False
    return abs((stated.utc(None) - shown.utc(zone)).total_seconds()) < 120
