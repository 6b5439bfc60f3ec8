"""What changed in what is known: the `Change` records as lines that lead to the claim and the passages."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from suyuan.desk.site.views.parts import Line, line
from suyuan.desk.store import Store, browse
from suyuan.records import Article, Assertion, Change, ChangeKind, Claim, Story

OF_ONE_STORY = 3
LOOKED_AT = 10  # times as many as are shown: what one story changed often is told a few times only
SHOWN = 5  # articles behind one change

# A contradiction holds for both claims; it is told once, of the later.
_BOTH_WAYS = frozenset({ChangeKind.CONTRADICTED})


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeLine:
    """One change of what is known of a claim, with the articles that show it.

    `says` is the origin that came, what stands against the claim, or nothing where that would be the claim again.
    """

    id: str
    at: datetime
    kind: ChangeKind
    text: str
    language: str | None
    story: str
    title: str
    claim: str
    says: str
    articles: tuple[Line, ...]
    more: int  # articles that are not named

    @property
    def count(self) -> int:
        """How many articles show it."""
        return len(self.articles) + self.more


def newest(store: Store, most: int, *, until: datetime) -> tuple[ChangeLine, ...]:
    """The newest changes of all stories, each told once, and not all of one story."""
    told: set[tuple[str, str]] = set()
    per_story: Counter[str] = Counter()
    found: list[ChangeLine] = []
    for one in browse.changes(store, most * LOOKED_AT, until=until):
        key = _key(one)
        if one.story is None or key in told or per_story[one.story] == OF_ONE_STORY:
            continue
        told.add(key)
        if (shown := _line(store, one)) is not None:
            per_story[one.story] += 1
            found.append(shown)
        if len(found) == most:
            break
    return tuple(found)


def of_story(store: Store, story: Story, most: int, *, until: datetime | None = None) -> tuple[ChangeLine, ...]:
    """The newest changes of one story."""
    own = (one for one in store.about(Change, story.articles) if one.story == story.id)
    return lines(store, (one for one in own if until is None or one.at <= until), most)


def lines(store: Store, changes: Iterable[Change], most: int) -> tuple[ChangeLine, ...]:
    """Changes as lines, newest first, each told once."""
    once = {_key(one): one for one in sorted(changes, key=lambda one: (one.at, one.id))}
    in_order = sorted(once.values(), key=lambda one: (one.at, one.id), reverse=True)
    return tuple(shown for one in in_order[:most] if (shown := _line(store, one)) is not None)


def _key(one: Change) -> tuple[str, str]:
    if one.kind in _BOTH_WAYS and one.other:
        return (one.kind, min(one.claim, one.other))
    return (one.kind, f"{one.claim} {one.says if one.kind is ChangeKind.NEW_ORIGIN else one.other}")


def _line(store: Store, one: Change) -> ChangeLine | None:
    """None where the claim or the story was just told anew, and this change with it."""
    claim = store.get(Claim, one.claim)
    story = store.get(Story, one.story) if one.story else None
    if claim is None or story is None:
        return None
    shown = store.articles(one.articles[:SHOWN])
    return ChangeLine(
        id=one.id,
        at=one.at,
        kind=one.kind,
        text=claim.text,
        language=_language(store, claim, shown),
        story=story.id,
        title=story.title,
        claim=claim.id,
        says="" if one.says == claim.text else one.says,
        articles=tuple(map(line, shown)),
        more=len(one.articles) - len(shown),
    )


def _language(store: Store, claim: Claim, shown: Sequence[Article]) -> str | None:
    best = store.get(Assertion, claim.best)
    article = store.get(Article, best.article) if best else None
    return article.language if article else next((one.language for one in shown), None)
