"""A page with what is known of its layout."""

from __future__ import annotations

from dataclasses import dataclass

from suyuan.articles.head import Head
from suyuan.articles.walk import Sheet
from suyuan.records import Outlet

ABOVE = 15  # lines before the text in which title, name and time stand (measured on 66 portal pages: 14 suffice)
OVER = 4
BELOW = 8  # lines after it in which editors and, on old portals, the time stand


@dataclass(frozen=True, slots=True)
class Scene:
    """A page with what is known of its layout: the article's lines, the headline's line (or -1)."""

    read: Sheet
    facts: Head
    kept: list[int]
    heading: int
    is_chinese: bool
    publisher: Outlet | None = None  # whose host the page stands on

    def top(self) -> list[int]:
        """The lines over the text, from the headline on."""
        first = next((place for place in self.kept if place > self.heading), len(self.read.lines))
        start = (
            self.heading + 1
            if 0 <= self.heading < first and first - self.heading < 4 * ABOVE
            else max(0, first - ABOVE)
        )
        return list(range(start, first))

    def over(self) -> list[int]:
        """The lines over the headline, where some portals set time and outlet."""
        return list(range(max(0, self.heading - OVER), max(0, self.heading)))

    def has_reporters(self) -> bool:
        """Whether those who write on this host write for its newsroom, as on a paper's own pages; portals host others."""
        return self.publisher is not None and self.publisher.kind in ("paper", "wire", "broadcaster")

    def bottom(self) -> list[int]:
        """The lines under the text."""
        last = self.kept[-1] if self.kept else -1
        return list(range(last + 1, min(len(self.read.lines), last + 1 + BELOW)))
