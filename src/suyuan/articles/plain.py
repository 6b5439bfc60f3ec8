"""A page saved as plain text: every line is told what it is by its words and its place."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from suyuan.articles import lists, title
from suyuan.articles.published import moments
from suyuan.articles.wording import kind_of
from suyuan.records import BlockKind, ListKind, PageLink

_COUNTER = re.compile(
    r"^\d{1,6}(?:\s?(?:评论|阅读|跟贴|人参与|赞|次|条))?$|^(?:评论|分享|收藏|点赞|举报|字号|打印|微信|微博|扫一扫|复制链接)$|^(?:字号|字体|分享到?|打印)\s?[:：].{0,12}$"
)
_DATE = re.compile(
    r"^(?:\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}日?(?:\s+\d{1,2}:\d{2}(?::\d{2})?)?|\d{1,2}-\d{1,2}(?:\s\d{1,2}:\d{2})?|\d{1,3}(?:分钟|小时|天)前|昨天(?:\s?\d{1,2}:\d{2})?)$"
)
_SENTENCE = re.compile(r".{40}[。！？”]$")
_LONGEST_HEADING = 8
_TOP = 8  # lines within which the title, the name and the time stand


@dataclass(slots=True)
class Plain:
    """What the lines of a saved page are."""

    title: str = ""
    is_original: bool | None = None
    name: str | None = None  # the line that stands alone between title and time
    stamp: str = ""
    blocks: list[tuple[BlockKind, str]] = field(default_factory=list)
    rows: list[PageLink] = field(default_factory=list)


def read(text: str) -> Plain:
    """Tell the lines of a saved page apart."""
    made = Plain()
    lines = [line.strip(" \t\u3000\xa0\ufeff") for line in text.splitlines()]
    lines = [line for line in lines if line]
    start = _top(lines, made)
    end = _end(lines, start)
    for line in lines[start:end]:
        if _COUNTER.match(line):
            continue
        made.blocks.append((kind_of(line) or BlockKind.PARAGRAPH, line))
    _rows(lines[end:], made)
    return made


def _top(lines: list[str], made: Plain) -> int:
    """Title, name and time: the first lines up to the first running text."""
    if not lines:
        return 0
    stamp = next((place for place, line in enumerate(lines[:_TOP]) if len(line) < 60 and moments(line)), None)
    if stamp is None:
        if len(lines) > 1 and len(lines[0]) <= 80 and not lines[0].endswith(("。", "；")):
            made.title, made.is_original = title.label(lines[0])
            return 1
        return 0
    made.stamp = lines[stamp]
    heads = [line for line in lines[:stamp] if not _COUNTER.match(line)]
    if heads:
        best = max(range(len(heads)), key=lambda place: min(len(heads[place]), 40))
        made.title, made.is_original = title.label(heads[best])
        between = [line for line in heads[best + 1 :] if len(line) <= 20]
        made.name = between[0] if between else None
    elif stamp + 1 < len(lines):
        made.title, made.is_original = title.label(lines[stamp + 1])
        return stamp + 2
    return stamp + 1


def _end(lines: list[str], start: int) -> int:
    """Where the page's own lists begin: at a list's heading with rows behind it, not at a subheading of the text."""
    for place in range(start + 1, len(lines) - 2):
        if _opens(lines[place]) is not None and not any(
            _SENTENCE.search(line) for line in lines[place + 1 : place + 7]
        ):
            return place
    return len(lines)


def _opens(line: str) -> ListKind | None:
    return lists.heading(line) if len(line) <= _LONGEST_HEADING else None


def _rows(lines: list[str], made: Plain) -> None:
    """The rows of the lists: a title, a teaser and a date on lines of their own, or title and teaser on one line."""
    sections: list[tuple[ListKind, list[str]]] = []
    for line in lines:
        if (kind := _opens(line)) is not None:
            sections.append((kind, []))
        elif sections:
            sections[-1][1].append(line)
    for kind, section in sections:
        if any(map(_DATE.match, section)):
            made.rows.extend(_dated(kind, section))
        else:
            made.rows.extend(_single(kind, section))


def _dated(kind: ListKind, lines: list[str]) -> Iterator[PageLink]:
    """A date closes each row."""
    rank = 0
    pending: list[str] = []
    for line in lines:
        if _DATE.match(line) and pending:
            rank += 1
            yield PageLink(list=kind, rank=rank, title=pending[0], teaser=" ".join(pending[1:]) or None, date=line)
            pending = []
        else:
            pending.append(line)


def _single(kind: ListKind, lines: list[str]) -> Iterator[PageLink]:
    """A row is a line; a title cut with “...” has its teaser behind it."""
    for rank, line in enumerate(lines, 1):
        head, _, teaser = lists.unnumbered(line).partition("... ")
        yield PageLink(list=kind, rank=rank, title=f"{head}..." if teaser else head, teaser=teaser.strip() or None)
