"""An article while it is being read."""

from __future__ import annotations

from dataclasses import dataclass, field

from suyuan.articles.published import Moment
from suyuan.records import BlockKind, PageLink, Reason


@dataclass(slots=True)
class Piece:
    """A block before its place in the text is known; `picture` is the address of the picture that a caption belongs to."""

    kind: BlockKind
    text: str
    picture: str | None = None


_LEAD = 8  # pieces at the top of an article, within which a lead stands again as its first paragraph
_TOLD = 20  # characters: what is shorter, a name or a place, may well stand twice


def once(pieces: list[Piece]) -> list[Piece]:
    """An article that its page holds twice, one time; and a lead that the text begins with, where it does so."""
    words = [piece.text for piece in pieces]
    half = len(pieces) // 2
    if half and len(pieces) == 2 * half and words[:half] == words[half:] and sum(map(len, words[:half])) >= _TOLD:
        pieces, words = pieces[:half], words[:half]
    running = [piece.text if piece.kind is BlockKind.PARAGRAPH else "" for piece in pieces[:_LEAD]]
    return [
        piece
        for place, piece in enumerate(pieces)
        if len(piece.text) < _TOLD
        or piece.kind not in (BlockKind.PARAGRAPH, BlockKind.QUOTE)
        or piece.text not in running[place + 1 :]
    ]


@dataclass(slots=True)
class Draft:
    """What has been read so far."""

    title: str = ""
    pieces: list[Piece] = field(default_factory=list)
    moment: Moment | None = None
    authors: tuple[str, ...] = ()
    editors: tuple[str, ...] = ()
    credit: str | None = None
    account: str | None = None  # who publishes on a platform for self-media
    is_original: bool | None = None
    language: str | None = None
    url: str | None = None
    next_page: str | None = None
    rows: tuple[PageLink, ...] = ()
    pictures: list[str] = field(default_factory=list)
    reasons: list[Reason] = field(default_factory=list)
    refusal: tuple[str, str] | None = None  # why the page holds no article: a short code, and what was seen

    def because(self, name: str, rule: str, seen: str) -> None:
        """Keep how a field came about."""
        self.reasons.append(Reason(field=name, rule=rule, seen=seen.replace("\x1f", " ")[:200]))

    def overrule(self, name: str, rule: str, seen: str) -> None:
        """Keep how a field came about after all, in the place of what was thought before."""
        self.reasons = [reason for reason in self.reasons if reason.field != name]
        self.because(name, rule, seen)
