"""A story by the days on which things happened, not by the days on which they were reported. 时间线"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from suyuan.records import BODY, Article, BlockKind, Span, Statement, Timex, where_written
from suyuan.text import letters, sentences
from suyuan.text.hours import names_no_day

# A day so long before the first report, told by one article alone, is its background and not the story's.
BACKGROUND_DAYS = 60
LIMIT = 20

# Between these lengths a sentence tells what happened and no more (letters).
PLAIN = range(12, 121)

_DAYS = re.compile(r"(\d{4}-\d\d-\d\d)(?:T[^/]*)?(?:/(\d{4}-\d\d-\d\d)(?:T.*)?)?")
# 新华社6月4日电, 某报网站5月3日报道: the day on which it was reported, not one on which something happened.
_REPORTED = re.compile(
    r"\s?(?:[）)]\s?)?(?:综合)?(?:电(?![话视力影梯子网量压站台信池商])|讯|报道|消息[，,：:称]|刊[文登发]|发布消息|更新|\s*(?:编辑|来源|责编|责任编辑|作者|记者)[:：])"
)
# A feast (春节假期) dates nothing that happened; an expression of a day has one of these.
_DAY_WORD = re.compile(r"[\d日天号周晚晨早夜]|星期|礼拜|[A-Za-z]")
# “今天有许多人支持现在的利率”，她说: in someone's words these are the day of saying, and tell of no event.
_SPOKEN_DAY = re.compile(r"[今昨明][天日晚晨早夜]|today|tonight|yesterday|tomorrow", re.IGNORECASE)
_OPEN, _CLOSE = "“「『", "”」』"
_NOT_TOLD = re.compile(r"^[（(]?原标题|[?？!！…]$")


@dataclass(frozen=True, slots=True)
class Moment:
    """One day, or run of days, of a story: the passage that tells it best, and who tells it. 时刻

    `value` is the day or `first/last`. `articles` are all that tell of it, earliest first; `outlets` theirs.
    `speaker` is who says so in the passage, None where the article tells it itself. `is_planned`: at no
    report's time had the day come. `left_out` counts the days between the moment before and this one that
    are not shown (those after the last moment count with it).
    """

    value: str
    article: str
    passage: Span
    articles: tuple[str, ...]
    outlets: tuple[str, ...]
    speaker: str | None
    is_planned: bool
    left_out: int = 0


@dataclass(frozen=True, slots=True)
class _Telling:
    """One sentence of one article that tells of a day."""

    article: Article
    passage: Span
    words: str
    place: int  # letters before the date in its sentence
    is_ahead: bool


def timeline(
    articles: Iterable[Article], timexes: Iterable[Timex], statements: Iterable[Statement] = (), *, limit: int = LIMIT
) -> tuple[Moment, ...]:
    """The days of a story in order, each with its best passage; at most `limit`, those that most articles tell of."""
    ordered = sorted(articles, key=_order)
    if not ordered:
        return ()
    days = _tellings(ordered, timexes)
    shown = _shown(days, _published_day(ordered[0]), limit)
    spoken = defaultdict(list)
    for statement in sorted(statements, key=lambda one: (one.start, one.id)):
        spoken[statement.article].append(statement)
    moments = tuple(_moment(value, days[value], spoken) for value in sorted(shown))
    return _with_left_out(moments, sorted(set(days) - shown))


# ── which days, told by whom ─────────────────────────────────────────────────────────────────────


def _tellings(articles: Sequence[Article], timexes: Iterable[Timex]) -> dict[str, list[_Telling]]:
    """The sentences about each day, articles in order of publication."""
    dated = defaultdict(list)
    for timex in timexes:
        if value := _days_of(timex.value):
            dated[timex.article].append((timex.start, timex.end, value))
    days: dict[str, list[_Telling]] = defaultdict(list)
    for article in articles:
        spans = sentences(article.text)
        starts = [start for start, _ in spans]
        seen: set[tuple[int, str]] = set()
        for start, end, value in sorted(dated[article.id]):
            at = bisect_right(starts, start) - 1
            # 夜间关闭定位: a part of any day, for which the day of the report was taken.
            is_any = value == _published_day(article).isoformat() and names_no_day(article.text[start:end])
            if at < 0 or (at, value) in seen or is_any or not _tells(article, start, end):
                continue
            seen.add((at, value))
            days[value].append(_telling(article, spans[at], start, value))
    return days


def _days_of(value: str) -> str | None:
    """The day or run of days of a value; None where it is coarser, or no date."""
    found = _DAYS.fullmatch(value)
    if found is None:
        return None
    first, last = found[1], found[2]
    return f"{first}/{last}" if last and last != first else first


def _tells(article: Article, start: int, end: int) -> bool:
    if _REPORTED.match(article.text, end) or not _DAY_WORD.search(article.text, start, end):
        return False
    block = next((block for block in article.blocks if block.start <= start < block.end), None)
    is_quoted = (block is not None and block.kind is BlockKind.QUOTE) or _is_quoted(article.text, start)
    if is_quoted and _SPOKEN_DAY.match(article.text, start):
        return False
    return block is None or block.kind in BODY


def _is_quoted(text: str, place: int) -> bool:
    """Whether a place stands inside a quotation that its line opened."""
    before = text[text.rfind("\n", 0, place) + 1 : place]
    return sum(before.count(mark) for mark in _OPEN) > sum(before.count(mark) for mark in _CLOSE)


def _telling(article: Article, span: tuple[int, int], start: int, value: str) -> _Telling:
    words = article.text[span[0] : span[1]]
    return _Telling(
        article,
        Span(start=span[0], end=span[1]),
        letters(words),
        start - span[0],
        value[:10] > _published_day(article).isoformat(),
    )


def _shown(days: dict[str, list[_Telling]], first: date, limit: int) -> set[str]:
    """The days that are the story's own, and of these the ones that most articles tell of."""
    oldest = (first - timedelta(days=BACKGROUND_DAYS)).isoformat() if first > date(1, 3, 3) else ""
    support = {value: len({telling.article.id for telling in told}) for value, told in days.items()}
    own = [value for value in days if support[value] > 1 or value[:10] >= oldest]
    return set(sorted(sorted(own, reverse=True), key=lambda value: -support[value])[: max(0, limit)])


# ── one day ──────────────────────────────────────────────────────────────────────────────────────


def _moment(value: str, told: list[_Telling], spoken: dict[str, list[Statement]]) -> Moment:
    best = _best(told)
    tellers = {telling.article.id: telling.article for telling in told}
    return Moment(
        value=value,
        article=best.article.id,
        passage=best.passage,
        articles=tuple(tellers),
        outlets=tuple(dict.fromkeys(article.outlet for article in tellers.values() if article.outlet)),
        speaker=_speaker(best, spoken[best.article.id]),
        is_planned=all(telling.is_ahead for telling in told),
    )


def _best(told: list[_Telling]) -> _Telling:
    """What happened rather than what was planned; then what most articles share; then the plainest and earliest."""
    shared = Counter(words for words, _ in {(telling.words, telling.article.id) for telling in told})
    return min(
        told,
        key=lambda telling: (
            telling.is_ahead,
            -shared[telling.words],
            len(telling.words) not in PLAIN,
            bool(_NOT_TOLD.search(telling.article.text[telling.passage.start : telling.passage.end])),
            telling.place > 0,
            _order(telling.article),
            telling.passage.start,
        ),
    )


def _speaker(telling: _Telling, statements: list[Statement]) -> str | None:
    for statement in statements:
        if statement.start < telling.passage.end and telling.passage.start < statement.end and statement.speaker:
            return statement.speaker
    return None


def _with_left_out(moments: tuple[Moment, ...], dropped: list[str]) -> tuple[Moment, ...]:
    if not moments:
        return moments
    values = [moment.value for moment in moments]
    counts = Counter(min(bisect_right(values, value), len(values) - 1) for value in dropped)
    return tuple(replace(moment, left_out=counts[place]) for place, moment in enumerate(moments))


def _order(article: Article) -> tuple[str, str]:
    return (article.published or article.first_seen).isoformat(), article.id


def _published_day(article: Article) -> date:
    return where_written(article, article.published or article.first_seen).date()
