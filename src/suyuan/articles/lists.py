"""The lists that a page prints beside its article: 相关, 热门, 最新."""

from __future__ import annotations

import re

from suyuan.articles.walk import Sheet
from suyuan.records import ListKind, PageLink

HEADINGS: tuple[tuple[ListKind, re.Pattern[str]], ...] = (
    (ListKind.HOT, re.compile(r"热门|热点|热榜|热文|热搜|热评|热读|排行|点击榜|最热|要闻|头条|焦点|48小时|24小时|hot|trending|most (?:read|popular)|popular", re.I)),
    (ListKind.RELATED, re.compile(r"相关|延伸|推荐|猜你喜欢|为你|阅读更多|更多阅读|大家都在看|看过|相關|related|read more|more (?:from|on)|recommended", re.I)),
    (ListKind.LATEST, re.compile(r"最新|滚动|快讯|实时|latest|newest", re.I)),
)  # fmt: skip
LONGEST_HEADING = 16
SHORTEST_TITLE = 6


def heading(text: str) -> ListKind | None:
    """Which list a short line opens."""
    if len(text) > LONGEST_HEADING:
        return None
    for kind, pattern in HEADINGS:
        if pattern.search(text):
            return kind
    return None


def lists(sheet: Sheet, body: set[int]) -> tuple[PageLink, ...]:
    """The rows of the page's own lists, those outside the article."""
    rows: list[PageLink] = []
    kind: ListKind | None = None
    ranks: dict[ListKind, int] = {}
    for place, line in enumerate(sheet.lines):
        if place in body:
            kind = None
            continue
        if (found := heading(line.text)) is not None and line.linked < SHORTEST_TITLE + 6:
            kind = found
            continue
        if kind is not None and len(line.text) >= SHORTEST_TITLE and line.linked >= 0.7 * len(line.text):
            ranks[kind] = ranks.get(kind, 0) + 1
            url = next((run.href for run in line.runs if run.href), None)
            rows.append(PageLink(list=kind, rank=ranks[kind], title=line.text, url=url))
    return tuple(rows)
