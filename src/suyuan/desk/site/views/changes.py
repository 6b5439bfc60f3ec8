"""What changed in what is known: the `Change` records as lines that lead to the claim and the passages."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import islice

from suyuan.desk.site.views.parts import Line, line, without_half
from suyuan.desk.store import Store, browse
from suyuan.records import Article, Assertion, Change, ChangeKind, Claim, Statement, Story

OF_ONE_STORY = 3
LOOKED_AT = 10  # times as many as are shown: what one story changed often is told a few times only
CARRIED = 20  # statements of a speaker: all claims of their reports are looked through
SHOWN = 20  # articles behind one change that are named


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
    claim: str
    says: str
    articles: tuple[Line, ...]  # the first of them
    every: tuple[str, ...]  # the ids of all

    @property
    def count(self) -> int:
        """How many articles show it."""
        return len(self.every)


def one(store: Store, change: Change) -> ChangeLine | None:
    """One change; None where what it is about was just told anew."""
    claim = store.get(Claim, change.claim)
    return _line(store, change, claim) if claim else None


def newest(store: Store, most: int, *, until: datetime) -> tuple[ChangeLine, ...]:
    """The newest changes of all stories, each told once, and not all of one story."""
    per_story: Counter[str] = Counter()
    found: list[ChangeLine] = []
    for change, claim in _told(store, browse.changes(store, most * LOOKED_AT, until=until).records):
        if len(found) == most:
            break
        if change.story and per_story[change.story] < OF_ONE_STORY and (shown := _line(store, change, claim)):
            per_story[change.story] += 1
            found.append(shown)
    return tuple(found)


def listed(
    store: Store, most: int, *, until: datetime, cursor: str | None = None
) -> tuple[tuple[ChangeLine, ...], str | None]:
    """All changes page by page, and the cursor of the next page; what two of a page tell alike is told once."""
    found = browse.changes(store, most, until=until, cursor=cursor)
    told = _told(store, found.records)
    return tuple(shown for change, claim in told if (shown := _line(store, change, claim))), found.next


def of_story(store: Store, story: Story, most: int, *, until: datetime | None = None) -> tuple[ChangeLine, ...]:
    """The newest changes of one story."""
    own = (one for one in store.about(Change, story.articles) if one.story == story.id)
    told = _told(store, (one for one in own if until is None or one.at <= until))
    return tuple(shown for change, claim in told[:most] if (shown := _line(store, change, claim)))


def of_speaker(store: Store, statements: Iterable[Statement], most: int) -> tuple[ChangeLine, ...]:
    """The newest changes of what is known of the claims that the first of some statements make."""
    said = {one.id: one.article for one in islice(statements, CARRIED)}
    changed = browse.changes_about(store, said.values())
    own = {claim for claim in {one.claim for one in changed} if _is_made_by(store, claim, said)}
    told = _told(store, (one for one in changed if one.claim in own))
    return tuple(shown for change, claim in told[:most] if (shown := _line(store, change, claim)))


def _is_made_by(store: Store, claim_id: str, statements: Container[str | None]) -> bool:
    """Whether one of some statements makes a claim."""
    claim = store.get(Claim, claim_id)
    asserted = (store.get(Assertion, each) for each in claim.assertions) if claim else ()
    return any(one is not None and one.statement in statements for one in asserted)


def _told(store: Store, changes: Iterable[Change]) -> list[tuple[Change, Claim]]:
    """Changes with their claims, newest first; of those that are one thing, the one of the latest claim."""
    best: dict[tuple[str, ...], tuple[Change, Claim]] = {}
    for one in changes:
        claim = store.get(Claim, one.claim)
        if claim is not None:  # else just told anew, and this change with it
            key = _key(one)
            if key not in best or _age(one, claim) > _age(*best[key]):
                best[key] = (one, claim)
    return sorted(best.values(), key=lambda pair: (pair[0].at, pair[0].id), reverse=True)


def _key(one: Change) -> tuple[str, ...]:
    """What two changes share that tell one thing: one figure replaces many, and a contradiction holds both ways."""
    match one.kind:
        case ChangeKind.CONTRADICTED:
            return (one.kind, *sorted((one.claim, one.other or "")))
        case ChangeKind.SUPERSEDED:
            return (one.kind, one.other or "")
        case ChangeKind.REMOVED:  # a page is taken down once, however many claims it carried
            return (one.kind, *one.articles)
        case _:
            return (one.kind, one.claim, one.other or one.says)


def _age(one: Change, claim: Claim) -> tuple[str, str]:
    return (claim.as_of or "", one.id)


def _line(store: Store, one: Change, claim: Claim) -> ChangeLine | None:
    """None where the story was just told anew."""
    story = store.get(Story, one.story) if one.story else None
    if story is None:
        return None
    shown = store.articles(one.articles[:SHOWN])
    return ChangeLine(
        id=one.id,
        at=one.at,
        kind=one.kind,
        text=without_half(claim.text),
        language=_language(store, claim, shown),
        story=story.id,
        claim=claim.id,
        says="" if one.says == claim.text else one.says,
        articles=tuple(map(line, shown)),
        every=one.articles,
    )


def _language(store: Store, claim: Claim, shown: Sequence[Article]) -> str | None:
    best = store.get(Assertion, claim.best)
    article = store.get(Article, best.article) if best else None
    return article.language if article else next((one.language for one in shown), None)
