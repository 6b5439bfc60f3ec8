"""Which outlets an article names as where it has something from."""

from __future__ import annotations

import re

from suyuan.records import Article, Citation, digest
from suyuan.statements import zones
from suyuan.statements.chain import frames, outlet_span
from suyuan.statements.zones import Reading

_CREDIT = re.compile(r"(?:来源|稿源|转自|转载自|原载|来自)(?:于)?\s*[：:]\s*(?P<who>[^\s，。）】|｜]{2,20})")
_CITED = re.compile(r"(?P<how>援引|引述|引用|转引)(?P<who>[^，。；：]{2,24}?)(?:的?(?:报道|消息|话|文章|说法))")
_TOLD = re.compile(r"(?P<how>告诉|对|向|接受)(?P<who>[^，。；：]{2,18}?)(?:记者)?(?=表示|说|称|，|采访|专访|透露|证实|介绍|的采访|的专访)")
_SAID = re.compile(r"(?:^|(?<=[。！？；，\n”]))(?P<who>[^，。；：“”\n]{2,12}?)(?:网站)?(?:此前|早前|曾)?(?P<how>报道称|报道|称|记者)")


def cite(article: Article) -> tuple[Citation, ...]:
    """Every outlet that an article names as where it has something from, in order of the text."""
    reading = zones.read(article)
    found: dict[tuple[int, int], str] = {}
    for line in reading.lines:
        for frame in frames(reading, line):
            found.setdefault(frame.outlet, frame.how)
        for pattern in (_CREDIT, _CITED, _TOLD, _SAID):
            _gather(reading, pattern, line.start, line.end, found)
    return tuple(
        Citation(
            id=digest("citation", article.id, start, end), article=article.id,
            start=start, end=end, outlet=article.text[start:end], how=found[start, end],
        )
        for start, end in sorted(found)
    )  # fmt: skip


def _gather(reading: Reading, pattern: re.Pattern[str], start: int, end: int, found: dict[tuple[int, int], str]) -> None:
    for match in pattern.finditer(reading.plain, start, end):
        span = outlet_span(reading.plain, match.start("who"), match.end("who"))
        if span and not any(span[0] < last and first < span[1] for first, last in found):
            found[span] = match.groupdict().get("how") or "来源"
