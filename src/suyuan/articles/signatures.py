"""How newsrooms that write in Latin letters sign: By Ada Keller, or a name on a line of its own at the edge of the text."""

from __future__ import annotations

import re

_LABEL = re.compile(
    r"(?:(?:written|reported|text|story|words)\s+by|by|von|par|por|di|door|av|af|autor(?:in)?(?:/autor(?:in)?)?|author|auteur|autore|texto?)\s*[:：]?\s+",
    re.IGNORECASE,
)
_BETWEEN = re.compile(r"\s*[/;,&]\s*|\s+(?:and|und|et|y|e|en|og|och)\s+")
_WORD = re.compile(r"[^\W\d_][^\W\d_'’.-]*(?:['’.-][^\W\d_]*)*")
_PARTICLES = frozenset("van von de der den del della di da dos das do du la le al el bin binti ter zu y e".split())
# What stands alone on a line and is written as names are: sections, offices, places, agencies.
_NO_NAME = re.compile(
    r"\b(?:the|news|newsroom|editor|editorial|editors|desk|staff|reporter|reporters|correspondent|agency|agencies|photo|photos|foto|image|images|video|press|"
    r"redaktion|nachrichten|redaction|rédaction|redacción|redacao|redação|online|minister|president|report|story|update|updates|live|read|more|share|related|"
    r"new|north|south|east|west|united|city|street|university|party|court|council|ministry|reuters|dpa|afp|ap|limited|ltd|inc)\b",
    re.IGNORECASE,
)
_LONGEST = 60  # characters


def labelled(line: str) -> tuple[str, ...]:
    """The people whom a line says it is by; what follows as a single word is where they write from: Von Ada Keller, Lille."""
    label = _LABEL.match(line.strip())
    return _names(line.strip()[label.end() :]) if label else ()


def alone(line: str) -> tuple[str, ...]:
    """The people whose names are all that a line holds; a line in capitals is a kicker."""
    return () if line.isupper() else _names(line.strip())


def _names(text: str) -> tuple[str, ...]:
    """Names where a text is nothing else."""
    if not text or len(text) > _LONGEST:
        return ()
    pieces = _BETWEEN.split(text)
    names = tuple(piece for piece in pieces if _is_name(piece))
    rest = [piece for piece in pieces if piece not in names]
    is_place = len(rest) == 1 and rest[0] == pieces[-1] and _WORD.fullmatch(rest[0]) is not None
    return names if names and (not rest or is_place) else ()


def _is_name(piece: str) -> bool:
    """Whether it is built as a name: two to four words with capitals, particles aside."""
    words = piece.split()
    capitals = [word for word in words if word[0].isupper()]
    return (
        len(words) <= 4
        and len(capitals) >= 2
        and all(_WORD.fullmatch(word) and (word[0].isupper() or word in _PARTICLES) for word in words)
        and not _NO_NAME.search(piece)
    )
