"""The rows of the contract (`suyuan make`), as the desk holds them: the same shapes, from records already made."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime

from suyuan.desk import contract
from suyuan.desk.contract import Row
from suyuan.desk.site.views.article import related as related_lines
from suyuan.desk.site.views.parts import heat, story_claims
from suyuan.desk.store import Store
from suyuan.desk.store.shelf import Shelf
from suyuan.outlets import Directory
from suyuan.records import Article, Assertion, Citation, Origin, Reprint, Statement, Story, Timex


@dataclass(frozen=True)
class Asked:
    """What rows are asked about: some articles, and the stories that they are told in."""

    store: Store
    shelf: Shelf
    articles: Sequence[Article]
    stories: Sequence[Story]
    outlets: Directory
    now: datetime

    @property
    def ids(self) -> list[str]:
        """The ids of the articles."""
        return [one.id for one in self.articles]


def _articles(asked: Asked) -> list[Row]:
    return [contract.article(one, one.id) for one in asked.articles]


def _statements(asked: Asked) -> list[Row]:
    store = asked.store
    return [
        contract.statements(one, store.about(Statement, [one]), store.about(Timex, [one]), store.about(Citation, [one]))
        for one in asked.ids
    ]


def _times(asked: Asked) -> list[Row]:
    return [
        {"id": one, "timexes": [contract.timex(each) for each in asked.store.about(Timex, [one])]} for one in asked.ids
    ]


def _reprints(asked: Asked) -> list[Row]:
    links = [contract.reprint(one, {}) for one in asked.store.about(Reprint, asked.ids)]
    return links + contract.origins(asked.store.about(Origin, asked.ids), {})


def _stories(asked: Asked) -> list[Row]:
    return [
        {"id": article, "story": one.id, "title": one.title, "kind": one.kind.value}
        for one in asked.stories
        for article in one.articles
    ]


def _related(asked: Asked) -> list[Row]:
    return [
        {
            "id": one.id,
            "related": [found.line.id for found in related_lines(asked.store, asked.shelf, one, asked.outlets)],
        }
        for one in asked.articles
    ]


def _hot(asked: Asked) -> list[Row]:
    titles = {one.id: one.title for one in asked.stories}
    found = heat(asked.store, asked.stories, asked.outlets, now=asked.now)
    return [
        {"story": one.story, "title": titles[one.story], "score": one.score, "reasons": list(one.reasons)}
        for one in found
    ]


def _claims(asked: Asked) -> list[Row]:
    return [row for one in asked.stories if (row := _event(asked.store, one))["claims"]]


def _event(store: Store, story: Story) -> Row:
    asserted = {one.id: one for one in store.about(Assertion, story.articles)}
    weighed = [
        (
            claim,
            ground,
            [
                (asserted[one].article, asserted[one].start, asserted[one].end)
                for one in claim.assertions
                if one in asserted
            ],
        )
        for claim, ground in story_claims(store, story)
    ]
    return contract.claims(story.id, weighed)


KINDS: dict[str, Callable[[Asked], list[Row]]] = {
    "articles": _articles,
    "statements": _statements,
    "times": _times,
    "reprints": _reprints,
    "stories": _stories,
    "related": _related,
    "hot": _hot,
    "claims": _claims,
}
"""Every kind of row, by the word that `suyuan make` has for it."""
