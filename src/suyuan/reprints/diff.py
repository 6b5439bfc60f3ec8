"""What a copy cut, added or changed: headline, numbers, names, the credit, and whole passages."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby, pairwise

import numpy as np
from numpy.typing import NDArray
from rapidfuzz.distance import Indel, Opcode

from suyuan.records import Article, Reprint, Span
from suyuan.reprints.zones import Zone, zones
from suyuan.text import COMMON_SURNAMES, fold, letters


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


@dataclass(frozen=True, slots=True)
class Tally:
    """What a copy did to its original, in one line: letters cut and added, and what sort of thing was changed."""

    cut: int
    added: int
    numbers: int
    names: int
    is_headline_new: bool
    is_credit_touched: bool


NAME = re.compile(rf"[{COMMON_SURNAMES}][一-鿿]{{1,2}}")
NUMBER = re.compile(r"\d[\d,.]*|[零〇一二两三四五六七八九十百千万亿]+")
TOKEN = re.compile(r"[^\W\d_一-鿿]+|\d+(?:[.,]\d+)*|[^\W_]")
# 据某报报道: what a copy puts where the original had its dateline.
CREDIT = re.compile(
    r"[据援引综合转][^，,。：:]{1,20}(?:报道|消息|电讯?)|(?:来源|稿源|转自|原载)|(?:记者|通讯员|编辑|责编)[\s：:]?[一-鿿]{2,4}$"
)
LONGEST_CREDIT = 48
# The page of a paper before its headline: 03版 - 某某会见某某
PAGE = re.compile(r"^\s*(?:第?\s*[a-z]?\d{1,3}\s*版|[a-z]\d{1,2})\s*[-—：:·|]\s*")

# Words that have so much in common were changed here and there; others were put in the place of each other.
AKIN = 0.4
# Shorter common runs inside a change are chance.
SHORTEST_KEPT = 2
# Comparing word by word takes time as the square of their number.
MOST_TOKENS = 1500


@dataclass(frozen=True, slots=True)
class _Text:
    """One of the two texts, folded, with its zones."""

    text: str
    folded: str
    marks: NDArray[np.uint8]


@dataclass(frozen=True, slots=True)
class _Gap:
    """Words that no common passage covers, and where the passage after them begins."""

    span: Span
    end: int


def diff(copy: Article, original: Article, reprint: Reprint) -> tuple[Edit, ...]:
    """The differences of a copy from its original, in the order of the copy, cuts where they were made."""
    ours, theirs = _text(copy), _text(original)
    # Where a passage begins in the copy and in the original; the ends of the two texts belong together too.
    begins = {run.copy.start: run.original.start for run in reprint.passages} | {len(ours.text): len(theirs.text)}
    returns = {there: here for here, there in begins.items()}
    cuts = {gap.end: gap.span for gap in _gaps([run.original for run in reprint.passages], theirs.text)}
    edits: list[tuple[int, Edit]] = []
    for gap in _gaps([run.copy for run in reprint.passages], ours.text):
        found = _edits(ours, gap.span, theirs, cuts.pop(begins[gap.end], None))
        edits += [(edit.copy.start if edit.copy else gap.span.start, edit) for edit in found]
    for end, span in cuts.items():
        edits += [(returns[end], edit) for edit in _edits(ours, None, theirs, span)]
    return (*_headline(copy, original), *(edit for _, edit in sorted(edits, key=_place)))


def tally(edits: Iterable[Edit]) -> Tally:
    """The differences of a copy summed up; what became of credits counts for itself, not among the letters."""
    counts, cut, added = Counter[EditPart](), 0, 0
    for edit in edits:
        counts[edit.part] += 1
        if edit.part not in (EditPart.CREDIT, EditPart.HEADLINE):
            cut += len(letters(edit.before or ""))
            added += len(letters(edit.after or ""))
    return Tally(
        cut=cut,
        added=added,
        numbers=counts[EditPart.NUMBER],
        names=counts[EditPart.NAME],
        is_headline_new=counts[EditPart.HEADLINE] > 0,
        is_credit_touched=counts[EditPart.CREDIT] > 0,
    )


def _text(article: Article) -> _Text:
    folded = fold(article.text)
    return _Text(article.text, folded, zones(article, folded))


def _headline(copy: Article, original: Article) -> Iterator[Edit]:
    ours, theirs = (letters(PAGE.sub("", fold(one.title))) for one in (copy, original))
    if ours and theirs and ours != theirs:
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


def _edits(ours: _Text, here: Span | None, theirs: _Text, there: Span | None) -> Iterator[Edit]:
    """What was done between two passages: to the credits, then to the words."""
    mine, its = (_pieces(one, span) for one, span in ((ours, here), (theirs, there)))
    for is_credit in (True, False):
        added, cut = ([span for span, credit in found if credit is is_credit] for found in (mine, its))
        for place in range(max(len(added), len(cut))):
            after = added[place] if place < len(added) else None
            before = cut[place] if place < len(cut) else None
            if is_credit or after is None or before is None:
                yield _edit(ours, after, theirs, before, is_credit=is_credit)
            else:
                yield from _within(ours, after, theirs, before)


def _pieces(one: _Text, span: Span | None) -> list[tuple[Span, bool]]:
    """The parts of a gap that are credits and those that are words, in order."""
    if span is None:
        return []
    is_credit = one.marks[span.start : span.end] == Zone.FURNITURE
    turns = [0, *(np.flatnonzero(np.diff(is_credit)) + 1).tolist(), span.end - span.start]
    found = []
    for start, end in pairwise(turns):
        if inner := _inner(one.text, span.start + start, span.start + end):
            found.append((inner, bool(is_credit[start]) or _is_credit(one.folded[inner.start : inner.end])))
    return [_joined(group, credit) for credit, group in groupby(found, key=lambda piece: piece[1])]


def _joined(pieces: Iterable[tuple[Span, bool]], credit: bool) -> tuple[Span, bool]:
    spans = [span for span, _ in pieces]
    return Span(start=spans[0].start, end=spans[-1].end), credit


def _is_credit(words: str) -> bool:
    return len(words) <= LONGEST_CREDIT and CREDIT.search(words) is not None


def _within(ours: _Text, here: Span, theirs: _Text, there: Span) -> Iterator[Edit]:
    """The changes inside words that were changed: each by itself where the two are akin."""
    after, before = _tokens(ours, here), _tokens(theirs, there)
    if max(len(after), len(before)) <= MOST_TOKENS:
        words = [[token[0] for token in tokens] for tokens in (before, after)]
        kept = [
            block
            for block in Indel.opcodes(*words)
            if block.tag == "equal" and block.src_end - block.src_start >= SHORTEST_KEPT
        ]
        if 2 * sum(block.src_end - block.src_start for block in kept) >= AKIN * (len(before) + len(after)):
            yield from _between(ours, after, theirs, before, kept=kept)
            return
    yield _edit(ours, here, theirs, there)


Token = tuple[str, int, int]


def _tokens(one: _Text, span: Span) -> list[Token]:
    return [(token.group(), *token.span()) for token in TOKEN.finditer(one.folded, span.start, span.end)]


def _between(
    ours: _Text, after: list[Token], theirs: _Text, before: list[Token], *, kept: list[Opcode]
) -> Iterator[Edit]:
    """What stands between the runs of tokens that were kept."""
    source = target = 0
    for start, end, begin, stop in (
        *((block.src_start, block.src_end, block.dest_start, block.dest_end) for block in kept),
        (len(before), len(before), len(after), len(after)),
    ):
        cut, added = _spanned(before[source:start]), _spanned(after[target:begin])
        if cut or added:
            yield _edit(ours, added, theirs, cut)
        source, target = end, stop


def _spanned(tokens: list[Token]) -> Span | None:
    return Span(start=tokens[0][1], end=tokens[-1][2]) if tokens else None


def _edit(ours: _Text, here: Span | None, theirs: _Text, there: Span | None, *, is_credit: bool = False) -> Edit:
    before = theirs.text[there.start : there.end] if there else None
    after = ours.text[here.start : here.end] if here else None
    kind = EditKind.CHANGED if before and after else EditKind.CUT if before else EditKind.ADDED
    return Edit(kind, EditPart.CREDIT if is_credit else _part(before, after), before, after, there, here)


def _part(before: str | None, after: str | None) -> EditPart:
    if before and after:
        if NUMBER.search(before) and NUMBER.sub("", fold(before)) == NUMBER.sub("", fold(after)):
            return EditPart.NUMBER
        if NAME.fullmatch(before) and NAME.fullmatch(after):
            return EditPart.NAME
    return EditPart.WORDS
