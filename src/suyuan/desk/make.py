"""`suyuan make KIND INPUT…`: any kind of record from files, without a desk, as JSON Lines (`contract.py`)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from suyuan import claims, flow, stories
from suyuan.desk import contract
from suyuan.desk.contract import Row
from suyuan.desk.intake.arrival import Arrival, Arrived, Event, Unreadable
from suyuan.flow import Records, Watch
from suyuan.records import (
    Article,
    Assertion,
    Block,
    BlockKind,
    Citation,
    Claim,
    Corroboration,
    FeedItem,
    Leaf,
    Origin,
    Page,
    Rejection,
    Reprint,
    Span,
    Statement,
    Story,
    StoryKind,
    Timex,
    digest,
)


@dataclass(frozen=True, kw_only=True)
class Making:
    """What a maker works with: arguments of the steps, told progress, and who is told of what was turned away."""

    needs: Mapping[str, Any]
    watch: Watch | None
    turned_away: Callable[[str, str, str], None]
    now: datetime | None = None
    queries: tuple[tuple[str, datetime | None], ...] | None = None


def make(kind: str, arrivals: Iterable[Arrival], making: Making) -> Iterator[Row]:
    """The rows of a kind that the inputs give."""
    return KINDS[kind](arrivals, making)


def _articles(arrivals: Iterable[Arrival], making: Making) -> Iterator[Row]:
    for one, name in _read(arrivals, making):
        yield contract.article(one, name)


def _statements(arrivals: Iterable[Arrival], making: Making) -> Iterator[Row]:
    steps = flow.steps_from(Article, Statement, Citation, Timex)
    for one, name in _read(arrivals, making):
        made = flow.run([one], steps, needs=making.needs)
        yield contract.statements(
            name, made.about(Statement, [one.id]), made.about(Timex, [one.id]), made.about(Citation, [one.id])
        )


def _times(arrivals: Iterable[Arrival], making: Making) -> Iterator[Row]:
    steps = flow.steps_from(Article, Timex)
    for one, name in _read(arrivals, making):
        made = flow.run([one], steps, needs=making.needs)
        yield {"id": name, "timexes": [contract.timex(each) for each in made.about(Timex, [one.id])]}


def _reprints(arrivals: Iterable[Arrival], making: Making) -> Iterator[Row]:
    made, names = _made(arrivals, making, Reprint, Origin)
    for link in made.of(Reprint):
        yield contract.reprint(link, names)
    yield from contract.origins(made.of(Origin), names)


def _stories(arrivals: Iterable[Arrival], making: Making) -> Iterator[Row]:
    made, names = _made(arrivals, making, Story)
    for story in made.of(Story):
        for article in (*story.articles, *story.superseded):
            yield {"id": names[article], "story": story.id, "title": story.title, "kind": story.kind.value}


def _claims(arrivals: Iterable[Arrival], making: Making) -> Iterator[Row]:
    loose: list[Arrival] = []
    for arrival in arrivals:
        if isinstance(arrival, Event):
            yield _event(arrival, making)
        else:
            loose.append(arrival)
    if loose:
        made, names = _made(loose, making, Claim, Corroboration)
        for story in made.of(Story):
            weighed = [one for one in made.of(Claim) if one.story == story.id]
            if weighed:
                yield _weighed(story.id, made, weighed, names)


def _event(event: Event, making: Making) -> Row:
    """One event: its articles are one story, and where passages are given exactly these are matched and counted."""
    found = dict(_read(event.articles, making))
    names = {one.id: name for one, name in found.items()}
    made = flow.run(found, flow.steps_from(Article, Statement, Citation, Timex, Reprint, Origin), needs=making.needs)
    ids = tuple(sorted(names))
    times = [one.published or one.first_seen for one in found]
    if ids:
        made.add([
            Story(id=digest("event", event.name), kind=StoryKind.HAPPENING, title=event.name, headline=ids[0], articles=ids, first=min(times), last=max(times))
        ])  # fmt: skip
    for one in found:
        heard = made.about(Statement, [one.id]), made.about(Timex, [one.id])
        if event.passages is None:
            made.add(claims.find(one, *heard))
        else:
            made.add(
                claims.passages(
                    one,
                    [Span(start=start, end=end) for name, start, end in event.passages if name == names[one.id]],
                    *heard,
                )
            )
    weighed = flow.run(made.all(), flow.steps_from(Assertion, Claim, Corroboration), needs=making.needs)
    return _weighed(event.name, weighed, weighed.of(Claim), names)


def _weighed(event: str, made: Records, found: Iterable[Claim], names: dict[str, str]) -> Row:
    of_claim = {one.claim: one for one in made.of(Corroboration)}
    rows = []
    for claim in found:
        held = [one for each in claim.assertions if (one := made.get(Assertion, each))]
        rows.append((claim, of_claim[claim.id], [(names[one.article], one.start, one.end) for one in held]))
    return contract.claims(event, rows)


def _related(arrivals: Iterable[Arrival], making: Making) -> Iterator[Row]:
    found = dict(_read(arrivals, making))
    names = {one.id: name for one, name in found.items()}
    by_name = {name: one for one, name in found.items()}
    queries = making.queries if making.queries is not None else tuple((name, None) for name in by_name)
    index = stories.Index(found)
    for name, until in queries:
        if name in by_name:
            yield {
                "id": name,
                "related": [names[one.article] for one in stories.related(by_name[name], index, until=until)],
            }
        else:
            making.turned_away(name, "no such article", "A query names an id that no input has.")


def _hot(arrivals: Iterable[Arrival], making: Making) -> Iterator[Row]:
    made, _ = _made(arrivals, making, Story, Origin)
    now = making.now or max((one.last for one in made.of(Story)), default=None)
    if now is None:
        return
    title = {one.id: one.title for one in made.of(Story)}
    origin = {article: one.id for one in made.of(Origin) for article in one.articles}
    for one in stories.hot(made.of(Story), made.of(Article), now=now, origins=origin):
        yield {"story": one.story, "title": title[one.story], "score": one.score, "reasons": list(one.reasons)}


KINDS: dict[str, Callable[[Iterable[Arrival], Making], Iterator[Row]]] = {
    "articles": _articles,
    "statements": _statements,
    "times": _times,
    "reprints": _reprints,
    "stories": _stories,
    "related": _related,
    "hot": _hot,
    "claims": _claims,
}


def _made(arrivals: Iterable[Arrival], making: Making, *kinds: type) -> tuple[Records, dict[str, str]]:
    found = dict(_read(arrivals, making))
    made = flow.run(found, flow.steps_from(Article, *kinds), needs=making.needs, watch=making.watch)
    return made, {one.id: name for one, name in found.items()}


def _read(arrivals: Iterable[Arrival], making: Making) -> Iterator[tuple[Article, str]]:
    """The article of every arrival, with its maker's name for it; two lines may say the same and stay two."""
    extract, unpack = flow.FLOW[0], flow.FLOW[1]
    for arrival in arrivals:
        if isinstance(arrival, Unreadable):
            making.turned_away(arrival.name, arrival.reason, arrival.detail)
        elif isinstance(arrival, Event):
            yield from _read(arrival.articles, making)
        else:
            step = extract if isinstance(arrival.kept, Page) else unpack
            assert isinstance(step, flow.Map)
            for one in step.make(arrival.kept, **flow.given(step, making.needs)):
                if isinstance(one, Article | Leaf):  # a page is given as what it holds, whatever others go on from it
                    found = one.article if isinstance(one, Leaf) else one
                    yield replace(found, id=_id(arrival)), arrival.name
                elif isinstance(one, Rejection):
                    if one.reason == "empty" and isinstance(arrival.kept, FeedItem) and not arrival.kept.subscription:
                        yield _bare(arrival, arrival.kept), arrival.name  # an article line is one, however short
                    else:
                        making.turned_away(arrival.name, one.reason, one.detail)


def _id(arrival: Arrived) -> str:
    return digest("input", arrival.name, arrival.kept.id)


def _bare(arrival: Arrived, item: FeedItem) -> Article:
    text = item.text or ""
    blocks = (Block(kind=BlockKind.PARAGRAPH, start=0, end=len(text)),) if text else ()
    return Article(
        id=_id(arrival), page=item.id, url=item.url, outlet=item.outlet, title=item.title, text=text, blocks=blocks,
        first_seen=item.first_seen, published=item.published, precision=item.precision,
    )  # fmt: skip
