"""Find a quoted passage again in a text that may have changed around it (the Web Annotation TextQuoteSelector)."""

from __future__ import annotations

from collections.abc import Iterator

from suyuan.text.fold import fold

Pair = tuple[int, int]


def find_place(text: str, exact: str, prefix: str = "", suffix: str = "") -> Pair | None:
    """Where the words `exact` stand in the text, or None.

    Of several places the one that agrees best with what stood before and after; the earliest of equals.
    Where nothing around any of several agrees, there is no telling which was meant: None. Widths, case and
    繁简 are looked past only where the words do not stand as they are, and white space only after that.
    """
    if not exact.strip():
        return None
    for form in (_as_it_is, fold):
        found = _nearest(form(text), form(exact), form(prefix), form(suffix))
        if found or form(exact) in form(text):
            return found
    return _without_space(fold(text), fold(exact), fold(prefix), fold(suffix))


def _as_it_is(text: str) -> str:
    return text


def _nearest(text: str, exact: str, prefix: str, suffix: str) -> Pair | None:
    if (prefix or suffix) and (whole := text.find(prefix + exact + suffix)) >= 0:
        return whole + len(prefix), whole + len(prefix) + len(exact)
    starts = list(_occurrences(text, exact))
    if not starts:
        return None
    score, earliest = max((_agreement(text, at, at + len(exact), prefix, suffix), -at) for at in starts)
    if len(starts) > 1 and (prefix or suffix) and score == 0:
        return None
    return -earliest, -earliest + len(exact)


def _occurrences(text: str, exact: str) -> Iterator[int]:
    at = text.find(exact)
    while at >= 0:
        yield at
        at = text.find(exact, at + len(exact))


def _agreement(text: str, start: int, end: int, prefix: str, suffix: str) -> int:
    """How many characters next to the passage are those that stood there."""
    before = _alike(reversed(prefix), reversed(text[max(0, start - len(prefix)) : start]))
    return before + _alike(iter(suffix), iter(text[end : end + len(suffix)]))


def _alike(one: Iterator[str], other: Iterator[str]) -> int:
    count = 0
    for a, b in zip(one, other, strict=False):
        if a != b:
            break
        count += 1
    return count


def _without_space(text: str, exact: str, prefix: str, suffix: str) -> Pair | None:
    """As `_nearest`, where only line breaks and spaces differ: another extraction joins other paragraphs."""
    solid = [at for at, char in enumerate(text) if not char.isspace()]
    found = _nearest("".join(text[at] for at in solid), *("".join(part.split()) for part in (exact, prefix, suffix)))
    return None if found is None else (solid[found[0]], solid[found[1] - 1] + 1)
