"""Paragraphs and sentences as spans."""

from __future__ import annotations

import re

_END = re.compile(r"[。！？!?…]+[”’」』）)\"]*|[；;](?=\s)|\n+|(?<=[A-Za-z0-9)”\"])\.[”’\"]*(?=\s+[A-Z“\"'‘]|\s*$)")
_OPEN, _CLOSE = "“「『", "”」』"


def paragraphs(text: str) -> list[tuple[int, int]]:
    """Spans of the lines of a text that hold something, without the white space around them."""
    spans = []
    for line in re.finditer(r"[^\n]+", text):
        words = line.group()
        inner = words.strip()
        if inner:
            start = line.start() + len(words) - len(words.lstrip())
            spans.append((start, start + len(inner)))
    return spans


def sentences(text: str, start: int = 0, end: int | None = None) -> list[tuple[int, int]]:
    """Spans of the sentences in `text[start:end]`, in order; a mark inside “…” ends one only at its close.

    A quotation left open ends with its line: one lost mark must not swallow the article.
    """
    end = len(text) if end is None else end
    spans: list[tuple[int, int]] = []
    begin = position = start
    depth = 0
    for mark in _END.finditer(text, start, end):
        for char in text[position : mark.end()]:
            depth = depth + 1 if char in _OPEN else max(0, depth - 1) if char in _CLOSE else depth
        position = mark.end()
        if "\n" in mark.group():
            depth = 0
        if depth == 0:
            _append(spans, text, begin, mark.end())
            begin = mark.end()
    _append(spans, text, begin, end)
    return spans


def _append(spans: list[tuple[int, int]], text: str, start: int, end: int) -> None:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start < end:
        spans.append((start, end))
