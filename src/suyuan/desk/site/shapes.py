"""The shapes of the API's answers: what its description promises is what these say."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Annotated, Any, Literal

import msgspec

from suyuan.desk.site.views.past import Past
from suyuan.records import (
    Article,
    ChangeKind,
    Citation,
    Claim,
    Corroboration,
    Origin,
    Place,
    Removal,
    Reprint,
    Revision,
    Statement,
    Story,
    Timex,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Failure:
    """What was wrong, in words."""

    error: str
    status: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Explained:
    """How a record of the answer was made: by which step at which version, and out of which records."""

    id: str
    kind: str
    step: str | None
    version: str | None
    made_from: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Stories:
    """Stories, the newest report first."""

    stories: tuple[Story, ...]
    next: str | None = None
    explain: tuple[Explained, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Weighed:
    """A claim and what stands behind it."""

    claim: Claim
    corroboration: Corroboration


@dataclass(frozen=True, slots=True, kw_only=True)
class OneStory:
    """A story with its claims, what stands behind each, its families of reprints; of an earlier moment where `past` is set."""

    story: Story
    claims: tuple[Weighed, ...]
    origins: tuple[Origin, ...]
    reprints: tuple[Reprint, ...]
    past: Past | None = None
    explain: tuple[Explained, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Articles:
    """Articles, the newest first."""

    articles: tuple[Article, ...]
    next: str | None = None
    explain: tuple[Explained, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class OneArticle:
    """An article with all that was found in it."""

    article: Article
    story: str | None
    statements: tuple[Statement, ...]
    timexes: tuple[Timex, ...]
    citations: tuple[Citation, ...]
    reprints: tuple[Reprint, ...]
    revisions: tuple[Revision, ...]
    removal: Removal | None = None
    explain: tuple[Explained, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchHit:
    """An article that a search found, with the places in its text where the words stand."""

    article: str
    title: str
    outlet: str | None
    published: datetime | None
    url: str | None
    spans: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """What a search found; `is_more`: there are more than `total`, which counts no further.

    `sought` are the words that the finds hold: where hardly any hold `query` as it was written, its words apart. The
    `exact` ones hold it as it was written.
    """

    query: str
    sought: str
    exact: int
    total: int
    is_more: bool
    hits: tuple[SearchHit, ...]
    next: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundStatements:
    """The statements in whose words a search found something: `sought` and `exact` as of a search of articles."""

    query: str
    sought: str
    exact: int
    total: int
    is_more: bool
    statements: tuple[Statement, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SpeakerHit:
    """A speaker, the name that was met, and the number of statements."""

    speaker: str
    called: str
    statements: int


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundNames:
    """The speakers and the headlines of stories in which a search found something."""

    query: str
    speakers: tuple[SpeakerHit, ...]
    stories: tuple[Story, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Statements:
    """What a speaker said."""

    speaker: str
    statements: tuple[Statement, ...]
    next: str | None = None
    explain: tuple[Explained, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class OutletCount:
    """An outlet and how many articles of it there are."""

    outlet: str
    articles: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Outlets:
    """Every outlet that published something here, most first."""

    outlets: tuple[OutletCount, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeRow:
    """One change of what is known. `not-followed`: copies in which no correction has been seen, fetched again or not."""

    id: str
    at: datetime
    kind: ChangeKind
    text: str
    story: str
    claim: str
    says: str
    articles: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Changes:
    """What changed in what is known, newest first."""

    changes: tuple[ChangeRow, ...]
    next: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Records:
    """Records of one kind by id; their fields stand in the glossary."""

    kind: str
    records: tuple[dict[str, Any], ...]
    next: str | None = None
    explain: tuple[Explained, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class OneRecord:
    """One record of any kind."""

    kind: str
    record: dict[str, Any]
    explain: tuple[Explained, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Rows:
    """Rows of the contract: the shapes that `suyuan make` prints."""

    kind: str
    rows: tuple[dict[str, Any], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Walk:
    """A record and what it was made from, back to the pages; a record that stands higher up is not told twice."""

    kind: str
    id: str
    step: str | None
    version: str | None
    record: dict[str, Any] | None = None
    made_from: tuple[Walk, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkRow:
    """A mark of the owner."""

    id: str
    kind: str
    places: tuple[Place, ...]
    made: datetime
    value: str | None
    title: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkRows:
    """Marks of the owner, newest first."""

    marks: tuple[MarkRow, ...]


class MarkAsked(msgspec.Struct, frozen=True, kw_only=True):
    """A mark to set: `at` names its places by id, by an address of the desk, or by ID:START-END."""

    kind: Literal[
        "read", "starred", "note", "same_story", "other_story", "same_claim", "other_claim", "speaker", "same_party", "same_root"
    ]  # fmt: skip
    at: Annotated[list[Annotated[str, msgspec.Meta(max_length=300)]], msgspec.Meta(min_length=1, max_length=2)]
    value: Annotated[str, msgspec.Meta(max_length=4000)] = ""
