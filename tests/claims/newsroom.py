"""A small invented newsroom: articles, statements and a story made by hand, and the way from them to claims."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from itertools import combinations

from suyuan import claims
from suyuan.outlets import Directory
from suyuan.records import (
    Article,
    Assertion,
    Change,
    Citation,
    Claim,
    ClaimLink,
    Correction,
    Corroboration,
    Hedge,
    Outlet,
    OutletKind,
    Record,
    Removal,
    Reprint,
    Revision,
    SameClaim,
    Span,
    SpeakerKind,
    Statement,
    StatementKind,
    Story,
    StoryKind,
    digest,
)

OUTLETS = Directory(
    [
        Outlet(id="chenbao", name="青江晨报", kind=OutletKind.PAPER),
        Outlet(id="wanbao", name="青江晚报", kind=OutletKind.PAPER),
        Outlet(id="menhu", name="云上门户", kind=OutletKind.PORTAL, domains=("yunshang.example",)),
    ]
)
START = datetime(2024, 5, 1, 8, tzinfo=UTC)


@dataclass
class Told:
    """One passage as a test writes it: who says what, in which article."""

    text: str
    speaker: str | None = None
    kind: SpeakerKind = SpeakerKind.NAMED
    via: str | None = None
    cites: str | None = None
    outlet: str = "yunshang.example"
    title: str = "青江渡口翻船"
    before: str = ""
    url: str | None = None


@dataclass
class Desk:
    """Everything that `weigh` reads, for a list of passages in order of publication."""

    told: Sequence[Told]
    reprints: tuple[Reprint, ...] = ()
    revisions: tuple[Revision, ...] = ()
    corrections: tuple[Correction, ...] = ()
    removals: tuple[Removal, ...] = ()
    articles: list[Article] = field(default_factory=list)
    statements: list[Statement] = field(default_factory=list)
    citations: list[Citation] = field(default_factory=list)
    assertions: list[Assertion] = field(default_factory=list)

    def __post_init__(self) -> None:
        for number, one in enumerate(self.told):
            text = f"{one.before}{one.text}。"
            article = Article(
                id=f"a{number:02}",
                page=f"p{number:02}",
                url=one.url,
                outlet=one.outlet,
                title=one.title,
                text=text,
                blocks=(),
                first_seen=START + timedelta(hours=number),
                published=START + timedelta(hours=number),
            )
            span = Span(start=len(one.before), end=len(text) - 1)
            said = statement(article, span, one) if one.speaker or one.kind != SpeakerKind.NAMED else None
            self.articles.append(article)
            self.statements += [said] if said else []
            if one.cites:
                self.citations.append(
                    Citation(id=f"c{number}", article=article.id, start=0, end=0, outlet=one.cites, how="据…报道")
                )
            self.assertions += claims.passages(article, [span], (said,) if said else (), ())

    def story(self) -> Story:
        ids = tuple(article.id for article in self.articles)
        return Story(
            id="story", kind=StoryKind.HAPPENING, title="", headline=ids[0], articles=ids, first=START, last=START
        )

    def links(self) -> tuple[SameClaim, ...]:
        drafts = [
            claims.prepare(
                one,
                tuple(article for article in self.articles if article.id == one.article),
                tuple(said for said in self.statements if said.article == one.article),
                (self.story(),),
                self.corrections,
            )
            for one in self.assertions
        ]
        shared = [(a, b) for a, b in combinations(drafts, 2) if set(claims.keys(a)) & set(claims.keys(b))]
        return tuple(sorted((link for a, b in shared if (link := claims.same(a, b))), key=lambda link: link.id))

    def weighed(self, order: Iterable[int] | None = None) -> tuple[list[Claim], list[Corroboration]]:
        members = tuple(self.assertions[i] for i in order) if order is not None else tuple(self.assertions)
        made = self.made(members, self.links())
        return [one for one in made if isinstance(one, Claim)], [one for one in made if isinstance(one, Corroboration)]

    def made(self, members: tuple[Assertion, ...], links: tuple[SameClaim, ...]) -> tuple[Record, ...]:
        return claims.weigh(
            members,
            links,
            tuple(self.articles),
            tuple(self.statements),
            tuple(self.citations),
            self.reprints,
            (),
            (self.story(),),
            self.revisions,
            self.corrections,
            self.removals,
            outlets=OUTLETS,
        )

    def changes(self) -> list[Change]:
        return [one for one in self.made(tuple(self.assertions), self.links()) if isinstance(one, Change)]

    def records(self) -> list[Record]:
        """All that is known of the story."""
        return [
            *self.articles,
            *self.statements,
            *self.citations,
            *self.assertions,
            *self.links(),
            self.story(),
            *self.revisions,
        ]

    def one_claim(self) -> Corroboration:
        """Everything told is one claim: its roots alone are looked at."""
        links = tuple(
            SameClaim(id=digest(a.id, b.id), a=a.id, b=b.id, link=ClaimLink.SAME, score=1.0)
            for a, b in combinations(self.assertions, 2)
        )
        found = [one for one in self.made(tuple(self.assertions), links) if isinstance(one, Corroboration)]
        assert len(found) == 1, "the passages of this case must not contradict one another"
        return found[0]


def statement(article: Article, span: Span, one: Told) -> Statement:
    return Statement(
        id=digest("statement", article.id, span.start),
        article=article.id,
        start=span.start,
        end=span.end,
        cue="称",
        cue_span=Span(start=span.start, end=span.start),
        content=(span,),
        kind=StatementKind.INDIRECT,
        speaker=None if one.kind in (SpeakerKind.ANONYMOUS, SpeakerKind.UNRESOLVED) else one.speaker,
        role=one.speaker if one.kind == SpeakerKind.ANONYMOUS else None,
        speaker_kind=one.kind,
        hedge=Hedge.CERTAIN,
        via=one.via,
    )
