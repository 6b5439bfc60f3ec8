"""Every outlet that an article names as where it has something from."""

from __future__ import annotations

import re

from suyuan.records import Article, Citation, digest
from suyuan.statements import zones
from suyuan.statements.chain import held
from suyuan.statements.draft import drafts
from suyuan.statements.names import outlet_in
from suyuan.statements.speakers import Sort
from suyuan.statements.zones import Reading

_CREDIT = re.compile(
    r"(?P<how>来源|稿源|信息来源|文章来源|转自|转载自|原载于?|摘自|编译自|综合自|据)\s*[：:]?\s*(?P<who>[^\s，。；）】|｜（(]{2,20})"
)
_CLOSING = re.compile(r"[（(](?P<who>[^（）()：:\n]{2,14}?)(?:/文|文/|/编译|讯|综合报道|综合|供稿|记者.{0,12})?[）)]$")
_CITED = re.compile(
    r"(?P<how>援引|引述|引用|转引|转发|转载|针对|综合)(?P<who>[^，。；：“]{2,24}?)(?:的?(?:报道|消息|话|文章|说法|微博)|“)"
)


def cite(article: Article) -> tuple[Citation, ...]:
    """Every outlet that an article names as where it has something from, in order of the text."""
    reading = zones.read(article)
    found: dict[tuple[int, int], str] = {}
    for line, hold in zip(reading.lines, held(reading), strict=True):
        datelines = [frame for frame in hold.frames if frame.how != "记者"]
        for frame in datelines:
            _add(found, frame.outlet, frame.how)
        if _CREDIT.match(reading.plain, line.start, line.end):
            _gather(reading, _CREDIT, line.start, line.end, found)
        _gather(reading, _CITED, line.start, line.end, found)
        closing = _CLOSING.search(reading.plain, max(line.start, line.end - 20), line.end)
        _add(found, outlet_in(reading.plain, *closing.span("who")) if closing else None, "来源")
        own = {reading.plain[slice(*frame.outlet)] for frame in hold.frames if frame.how == "电头"}
        for draft in drafts(reading, line, hold, {}):
            subject = draft.subject
            if subject and subject.sort is Sort.OUTLET and subject.name not in own:
                _add(found, outlet_in(reading.plain, subject.start, subject.end), draft.hit.cue.word)
            if draft.clause.through:
                _add(found, outlet_in(reading.plain, *draft.clause.through), "援引")
            if draft.clause.addressee:
                at = reading.plain.find(draft.clause.addressee, draft.clause.start, draft.hit.end + 30)
                span = outlet_in(reading.plain, at, at + len(draft.clause.addressee)) if at >= 0 else None
                if span and reading.plain[slice(*span)] not in ("媒体", "该报", "记者"):
                    _add(found, span, "采访")
        for frame in hold.frames:
            if frame.how == "记者":
                _add(found, frame.outlet, frame.how)
    own = _own(article, reading)
    return tuple(
        Citation(
            id=digest("citation", article.id, start, end), article=article.id,
            start=start, end=end, outlet=article.text[start:end], how=how,
        )
        for (start, end), how in sorted(found.items())
        if how not in ("记者", "采访") or article.text[start:end] not in own
    )  # fmt: skip


def _own(article: Article, reading: Reading) -> set[str]:
    """The outlets whose own article this is, as its datelines say."""
    return {
        article.text[slice(*frame.outlet)] for hold in held(reading) for frame in hold.frames if frame.how == "电头"
    }


def _gather(
    reading: Reading, pattern: re.Pattern[str], start: int, end: int, found: dict[tuple[int, int], str]
) -> None:
    for match in pattern.finditer(reading.plain, start, end):
        _add(found, outlet_in(reading.plain, *match.span("who")), match["how"])


def _add(found: dict[tuple[int, int], str], span: tuple[int, int] | None, how: str) -> None:
    if span and not any(span[0] < end and start < span[1] for start, end in found):
        found[span] = how
