"""A dossier: all that the desk holds of one story, or of one article, for the exports."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from suyuan.desk.site.views.parts import story_articles, story_claims
from suyuan.desk.store import Store
from suyuan.records import (
    Article,
    Assertion,
    Citation,
    Claim,
    Corroboration,
    Origin,
    Record,
    Reprint,
    Statement,
    Story,
    Timex,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Dossier:
    """Articles, earliest first, with everything made of them."""

    address: str  # on the site, without an ending: /export/story/ID
    name: str
    title: str
    story: Story | None
    articles: tuple[Article, ...]
    statements: tuple[Statement, ...]
    timexes: tuple[Timex, ...]
    citations: tuple[Citation, ...]
    reprints: tuple[Reprint, ...]
    origins: tuple[Origin, ...]
    assertions: tuple[Assertion, ...]
    claims: tuple[tuple[Claim, Corroboration], ...]

    def records(self) -> Iterator[Record]:
        """All of them, in the order in which they are made."""
        yield from self.articles
        for group in (self.statements, self.timexes, self.citations, self.reprints, self.origins):
            yield from group
        if self.story:
            yield self.story
        yield from self.assertions
        for claim, ground in self.claims:
            yield claim
            yield ground

    def grounds(self) -> dict[str, tuple[Claim, Corroboration]]:
        """The claim and its ground by the assertions that make it."""
        return {one: pair for pair in self.claims for one in pair[0].assertions}


def of_story(store: Store, story: Story) -> Dossier:
    """The dossier of a story."""
    return _dossier(store, story, story_articles(store, story.articles), name=story.id, title=story.title)


def of_article(store: Store, article: Article) -> Dossier:
    """The dossier of an article, with the claims that it carries."""
    return _dossier(store, store.story_of(article.id), (article,), name=article.id, title=article.title)


def _dossier(store: Store, story: Story | None, articles: tuple[Article, ...], *, name: str, title: str) -> Dossier:
    ids = [one.id for one in articles]
    assertions = store.about(Assertion, ids)
    own = {one.id for one in assertions}
    claims = story_claims(store, story) if story else ()
    kind = "story" if story and name == story.id else "article"
    return Dossier(
        address=f"/export/{kind}/{name}",
        name=name,
        title=title,
        story=story,
        articles=articles,
        statements=store.about(Statement, ids),
        timexes=store.about(Timex, ids),
        citations=store.about(Citation, ids),
        reprints=store.about(Reprint, ids),
        origins=store.about(Origin, ids),
        assertions=assertions,
        claims=tuple(pair for pair in claims if own & set(pair[0].assertions)),
    )
