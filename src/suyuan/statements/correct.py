"""What the owner of a desk says of who speaks goes before what was read."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from suyuan.records import Article, Correction, CorrectionKind, Place, SpeakerKind, Statement
from suyuan.text import find_place


def corrected(article: Article, made: Sequence[Statement], corrections: Iterable[Correction]) -> tuple[Statement, ...]:
    """The statements with the speakers that the owner named; of two corrections of one passage the later holds."""
    named: dict[str, str | None] = {}
    for one in sorted(corrections, key=lambda one: (one.made, one.id)):
        if one.kind is CorrectionKind.SPEAKER:
            for place in one.places:
                if (statement := _meant(article, made, place)) is not None:
                    named[statement.id] = one.value or None
    return tuple(_said_by(one, named[one.id]) if one.id in named else one for one in made)


def _meant(article: Article, made: Sequence[Statement], place: Place) -> Statement | None:
    """The statement that a marked passage is of: the one it overlaps most; None where it holds none."""
    span = find_place(article.text, place.exact, place.prefix, place.suffix)
    if span is None:
        return None
    best = max(made, key=lambda one: (_shared(one, span), one.start - one.end, one.id), default=None)
    return best if best is not None and _shared(best, span) else None


def _shared(one: Statement, span: tuple[int, int]) -> int:
    said = ((part.start, part.end) for part in (*one.content, one.cue_span, *((one.mention,) if one.mention else ())))
    return sum(max(0, min(end, span[1]) - max(start, span[0])) for start, end in said)


def _said_by(one: Statement, name: str | None) -> Statement:
    kind = SpeakerKind.NAMED if name else SpeakerKind.UNRESOLVED
    role = one.role if name and name == one.speaker else None
    return replace(one, speaker=name, speaker_kind=kind, role=role, resolved="owner")
