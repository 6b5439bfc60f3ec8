"""What a copy cut, added or changed: headline, numbers, names, the credit, and whole passages."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

from suyuan.records import Article, Reprint, Span
from suyuan.reprints.zones import Zone, zones
from suyuan.text import fold, letters


class EditKind(StrEnum):
    """What was done to the original's words."""

    CUT = "cut"  # 删
    ADDED = "added"  # 增
    CHANGED = "changed"  # 改


class EditPart(StrEnum):
    """To what sort of words."""

    HEADLINE = "headline"
    NUMBER = "number"
    NAME = "name"
    CREDIT = "credit"  # dateline, byline, credit line
    WORDS = "words"


@dataclass(frozen=True, slots=True)
class Edit:
    """One difference; `before` are the original's words, `after` the copy's, None where there are none."""

    kind: EditKind
    part: EditPart
    before: str | None
    after: str | None
    original: Span | None = None
    copy: Span | None = None


# The hundred most common family names cover some 85 % of people.
_SURNAMES = "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤"
NAME = re.compile(rf"[{_SURNAMES}][一-鿿]{{1,2}}")
NUMBER = re.compile(r"\d[\d,.]*|[零〇一二两三四五六七八九十百千万亿]+")


@dataclass(frozen=True, slots=True)
class _Text:
    """One of the two texts with its zones."""

    text: str
    marks: NDArray[np.uint8]


@dataclass(frozen=True, slots=True)
class _Gap:
    """Words that no common passage covers, and where the passage after them begins."""

    span: Span
    end: int


def diff(copy: Article, original: Article, reprint: Reprint) -> tuple[Edit, ...]:
    """The differences of a copy from its original, in the order of the copy, cuts where they were made."""
    ours, theirs = (_Text(one.text, zones(one, fold(one.text))) for one in (copy, original))
    # Where a passage begins in the copy and in the original; the ends of the two texts belong together too.
    begins = {run.copy.start: run.original.start for run in reprint.passages} | {len(ours.text): len(theirs.text)}
    returns = {there: here for here, there in begins.items()}
    cuts = {gap.end: gap.span for gap in _gaps([run.original for run in reprint.passages], theirs.text)}
    edits = []
    for gap in _gaps([run.copy for run in reprint.passages], ours.text):
        edits.append((gap.span.start, _edit(ours, gap.span, theirs, cuts.pop(begins[gap.end], None))))
    edits += [(returns[end], _edit(ours, None, theirs, span)) for end, span in cuts.items()]
    return (*_headline(copy, original), *(edit for _, edit in sorted(edits, key=_place)))


def _headline(copy: Article, original: Article) -> Iterator[Edit]:
    if copy.title and original.title and letters(copy.title) != letters(original.title):
        yield Edit(EditKind.CHANGED, EditPart.HEADLINE, original.title, copy.title)


def _gaps(spans: list[Span], text: str) -> Iterator[_Gap]:
    position = 0
    for span in (*sorted(spans, key=lambda span: (span.start, span.end)), Span(start=len(text), end=len(text))):
        if position < span.start and (inner := _inner(text, position, span.start)):
            yield _Gap(inner, span.start)
        position = max(position, span.end)


def _inner(text: str, start: int, end: int) -> Span | None:
    """The words without the marks around them."""
    while start < end and not text[start].isalnum():
        start += 1
    while end > start and not text[end - 1].isalnum():
        end -= 1
    return Span(start=start, end=end) if start < end else None


def _place(edit: tuple[int, Edit]) -> tuple[int, int]:
    return edit[0], edit[1].original.start if edit[1].original else -1


def _edit(ours: _Text, here: Span | None, theirs: _Text, there: Span | None) -> Edit:
    before = theirs.text[there.start : there.end] if there else None
    after = ours.text[here.start : here.end] if here else None
    kind = EditKind.CHANGED if before and after else EditKind.CUT if before else EditKind.ADDED
    is_credit = all(_is_furniture(one, span) for one, span in ((ours, here), (theirs, there)) if span)
    return Edit(kind, EditPart.CREDIT if is_credit else _part(before, after), before, after, there, here)


def _is_furniture(one: _Text, span: Span) -> bool:
    return bool((one.marks[span.start : span.end] == Zone.FURNITURE).mean() > 0.5)


def _part(before: str | None, after: str | None) -> EditPart:
    if before and after:
        if NUMBER.search(before) and NUMBER.sub("", fold(before)) == NUMBER.sub("", fold(after)):
            return EditPart.NUMBER
        if NAME.fullmatch(before) and NAME.fullmatch(after):
            return EditPart.NAME
    return EditPart.WORDS
