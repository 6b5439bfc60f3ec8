"""What several pages show: a line about an article, the numbers of a story, a claim with its ground."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from suyuan import stories
from suyuan.desk.site.views.opening import unled
from suyuan.desk.site.views.saying import reads_whole, says_something
from suyuan.desk.store import Store
from suyuan.outlets import Directory
from suyuan.records import (
    COPY,
    Article,
    Assertion,
    Claim,
    Corroboration,
    Direction,
    Origin,
    Precision,
    Relation,
    RelationType,
    Reprint,
    Root,
    Standing,
    Statement,
    Story,
)
from suyuan.stories import Hot
from suyuan.text import letters

REPORTS = 200  # of a story, whose headlines are held against the rows of a page's own lists

_PAIRS = (("“", "”"), ("‘", "’"), ("「", "」"), ("『", "』"), ("（", "）"), ("《", "》"))


def without_half(text: str) -> str:
    """A passage without a mark at its edge whose other half was cut off with what stood around it, and none that leans on that."""
    text = unled(text)
    for opening, closing in _PAIRS:
        if text.startswith(opening) and text.count(opening) > text.count(closing):
            text = text[1:]
        if text.endswith(closing) and text.count(closing) > text.count(opening):
            text = text[:-1]
    return text


def headlines_beside(store: Store, article: Article) -> tuple[str, ...]:
    """The headlines of the other reports of an article's story, where its page has lists to hold them against."""
    story = store.story_of(article.id) if article.lists else None
    return store.headlines([one for one in story.articles if one != article.id][:REPORTS]) if story else ()


def stated(article: Article) -> datetime:
    """The time that the record has: when the page says that it was published, else when it was first seen."""
    return article.published or article.first_seen


def time_of(article: Article) -> datetime:
    """When an article was published; when it was first seen where the page does not say, or names a moment yet to come.

    A page of the evening that gives tomorrow's date, 00:00, would lead every list until then.
    """
    return min(stated(article), article.first_seen)


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line about an article."""

    id: str
    title: str
    outlet: str | None
    at: datetime
    precision: Precision
    is_dated: bool  # false: the page gives no time, `at` is when the desk first saw it
    language: str | None
    words: str = ""  # the passage that is meant, as the end of the address; empty where it is the whole report


def words_at(start: int, end: int) -> str:
    """The end of an article's address that opens it at a passage: offsets into its text."""
    return f"?words={start}-{end}#words"


def line(article: Article) -> Line:
    """The line about an article."""
    return Line(
        id=article.id,
        title=article.title,
        outlet=article.outlet,
        at=time_of(article),
        precision=article.precision,
        is_dated=article.published == time_of(article),
        language=article.language,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Numbers:
    """How much there is about a story: reports, outlets that carry it, newsrooms with a text of their own behind them."""

    reports: int
    outlets: int
    origins: int
    largest: int  # reports of the largest family of one text


def numbers(articles: Sequence[Article], origins: Iterable[Origin]) -> Numbers:
    """The numbers of a set of articles. A report without a known outlet counts as a report only."""
    ids = {article.id for article in articles}
    families = {origin: family for origin in origins if (family := ids & set(origin.articles))}
    return Numbers(
        reports=len(articles),
        outlets=len({article.outlet for article in articles if article.outlet}),
        # Before the desk has traced a text there is no family for it; it is no proof of independence either.
        origins=len({newsroom_of(origin) for origin in families}),
        largest=max(map(len, families.values()), default=0),
    )


def pages_of(total: int, size: int) -> int:
    """How many pages of a size some rows fill."""
    return -(-total // size)


def heat(store: Store, told: Sequence[Story], outlets: Directory, *, now: datetime) -> tuple[Hot, ...]:
    """How hot some stories are, the hottest first."""
    ids = [article for one in told for article in one.articles]
    origins = {article: one.id for one in store.about(Origin, ids) for article in one.articles}
    return stories.hot(told, store.articles(ids), now=now, origins=origins, outlets=outlets)


def newsroom_of(origin: Origin) -> str:
    """Whose text it is: a newsroom that reports ten times has one independent text. An unknown one is like no other."""
    return origin.outlet or origin.id


@dataclass(frozen=True, slots=True, kw_only=True)
class RootLine:
    """One independent origin of a claim, with the reports that go back to it and those that only count with it."""

    root: Root
    reports: tuple[Line, ...]
    beside: tuple[Line, ...]
    is_heard: bool  # a statement has this speaker, so that there is a page of the name
    through: tuple[str, ...] = ()  # the outlets that its reports have it from


TOWARDS = 6  # reasons why a claim answers to others that are told of one
_MUTUAL = (RelationType.CONTRADICTS, RelationType.CONFIRMS)


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimView:
    """A claim with its ground: where it is said best, what stands behind it and against it."""

    id: str
    ground: str
    text: str
    article: str
    words: str  # where in the article it is said best: the end of the address
    language: str | None
    slot: str
    value: str | None
    as_of: str | None
    standing: Standing
    origins: int
    named: int
    voices: int
    reports: int
    roots: tuple[RootLine, ...]
    relations: tuple[Relation, ...]
    rivals: tuple[tuple[str, str], ...]  # the claims that it answers to, each with what it says
    is_denial: bool

    @property
    def is_replaced(self) -> bool:
        """Whether a later claim took its place, disputed in its time or not."""
        return self.standing is Standing.SUPERSEDED or any(
            one.type is RelationType.SUPERSEDES and not one.is_active for one in self.relations
        )

    @property
    def is_negated(self) -> bool:
        """Whether a no stands before its value: that of 真伪 (不实) says no itself."""
        denies = any(one.type is RelationType.DENIES and one.is_active for one in self.relations)
        return (self.is_denial or denies) and self.slot != "真伪"

    @property
    def towards(self) -> tuple[tuple[RelationType, bool, str, str, str], ...]:
        """How it stands to the others, each kind with its reason once: what it does to them (true) or they to it.

        With the id of the first that it holds for, and what that one says.
        """
        says = dict(self.rivals)
        found: dict[tuple[RelationType, bool, str], tuple[str, str]] = {}
        for one in self.relations:
            if one.why:
                key = (one.type, one.is_active or one.type in _MUTUAL, one.why)
                found.setdefault(key, (one.other, says.get(one.other, "")))
        return tuple((*key, *other) for key, other in found.items())[:TOWARDS]

    @property
    def is_anonymous(self) -> bool:
        """Whether nobody can be held to it."""
        return self.origins > 0 and self.named == 0


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimGroup:
    """Claims that answer one question: the one that stands best first, then what stands beside or before it."""

    head: ClaimView
    others: tuple[ClaimView, ...]

    @property
    def claims(self) -> tuple[ClaimView, ...]:
        """All of them."""
        return (self.head, *self.others)

    @property
    def replaced(self) -> tuple[ClaimView, ...]:
        """Those that a later one took the place of."""
        return tuple(one for one in self.others if one.is_replaced)

    @property
    def says(self) -> bool:
        """Whether it tells a reader something: a passage that does, or an answer beside others."""
        return bool(self.others) or says_something(self.head.text)

    @property
    def is_whole(self) -> bool:
        """Whether what it is told by reads as a sentence, and not as a piece of one."""
        return reads_whole(self.head.text)


def claim_groups(
    pairs: Iterable[tuple[Claim, Corroboration]],
    articles: Iterable[Article],
    assertions: Iterable[Assertion],
    statements: Iterable[Statement] = (),
    others: Iterable[Claim] = (),
) -> tuple[ClaimGroup, ...]:
    """The claims of a story by question, what most reports and headlines care for first.

    Pieces of sentences stand behind whole ones, but where the answers beside them say what they are about, and what says
    nothing by itself stands last. `others` are claims that are not shown and that these answer to.
    """
    told, pairs, said = tuple(articles), tuple(pairs), tuple(statements)
    headlines = _Headlines(told)
    known = _Known(
        lines={article.id: line(article) for article in told},
        asserted={one.id: one for one in assertions},
        heard=frozenset(one.speaker for one in said if one.speaker),
        chains={one.id: one.chain for one in said if one.chain},
        says={one.id: without_half(one.text) for one in (*others, *(claim for claim, _ in pairs))},
    )
    views = {claim.id: _claim_view(claim, ground, known) for claim, ground in pairs}
    groups: list[ClaimGroup] = []
    placed: set[str] = set()
    for one in sorted(views.values(), key=lambda each: each.id):
        if one.id not in placed:
            group = _connected(one.id, views)
            placed |= group
            by_time = sorted((views[each] for each in sorted(group)), key=lambda each: each.as_of or "", reverse=True)
            members = sorted(by_time, key=_rank)
            groups.append(ClaimGroup(head=members[0], others=tuple(members[1:])))
    return tuple(sorted(groups, key=lambda group: (_readable(group), -_weight(group, headlines), group.head.id)))


def _readable(group: ClaimGroup) -> tuple[bool, bool]:
    return (not group.says, not group.others and not group.is_whole)


@dataclass(frozen=True)
class _Known:
    lines: dict[str, Line]
    asserted: dict[str, Assertion]
    heard: frozenset[str]
    chains: dict[str, tuple[str, ...]]
    says: dict[str, str]


def _claim_view(claim: Claim, ground: Corroboration, known: _Known) -> ClaimView:
    best = known.asserted.get(claim.best)
    article = best.article if best else claim.articles[0]
    return ClaimView(
        id=claim.id,
        ground=ground.id,
        text=without_half(claim.text),
        article=article,
        words=words_at(best.start, best.end) if best else "",
        language=known.lines[article].language if article in known.lines else None,
        slot=claim.slot,
        value=claim.value,
        as_of=claim.as_of,
        standing=ground.standing,
        origins=ground.origins,
        named=ground.named,
        voices=ground.voices,
        reports=ground.reports,
        roots=tuple(
            RootLine(
                root=root,
                reports=_reports(frozenset(root.assertions) - frozenset(root.beside), known),
                beside=_reports(frozenset(root.beside), known),
                is_heard=root.name in known.heard,
                through=_through(root, known),
            )
            for root in ground.roots
        ),
        relations=ground.relations,
        rivals=tuple((one.other, known.says[one.other]) for one in ground.relations if one.other in known.says),
        is_denial=best is not None and not best.polarity,
    )


def _through(root: Root, known: _Known) -> tuple[str, ...]:
    """The outlets that the passages of an origin have it from, each once."""
    own = (one for one in root.assertions if one not in root.beside and one in known.asserted)
    said = (known.asserted[one].statement or "" for one in own)
    return tuple(dict.fromkeys(name.strip("《》") for one in said for name in known.chains.get(one, ())))


def _reports(assertions: frozenset[str], known: _Known) -> tuple[Line, ...]:
    """The reports that some assertions stand in, each opened where it first says so."""
    said = sorted((known.asserted[one] for one in assertions if one in known.asserted), key=lambda each: -each.start)
    words = {one.article: words_at(one.start, one.end) for one in said}
    found = (replace(known.lines[one], words=words[one]) for one in words if one in known.lines)
    return tuple(sorted(found, key=lambda each: (each.at, each.id)))


def _connected(start: str, views: dict[str, ClaimView]) -> set[str]:
    """The claims that answer one question: through what replaces or contradicts in it, and through denials."""
    found, ahead = {start}, [start]
    while ahead:
        one = views[ahead.pop()]
        for relation in one.relations:
            other = views.get(relation.other)
            if other is None or other.id in found or relation.type is RelationType.CONFIRMS:
                continue
            # The dead replace the missing as a toll goes on, and are yet another question.
            if other.slot == one.slot or relation.type is RelationType.DENIES:
                found.add(other.id)
                ahead.append(other.id)
    return found


def _rank(one: ClaimView) -> tuple[bool, bool, int]:
    """Within a question: what was not replaced, what is asserted before its denial, then the better supported, then the later."""
    return (one.is_replaced, one.is_denial, -one.origins)


CONTESTED = 3  # an open question is worth this many further reports of a settled one
HEADLINE = 4  # a claim that all headlines repeat weighs this much more


def _weight(group: ClaimGroup, headlines: _Headlines) -> float:
    """Between questions: how many reports care for the answer, the contested ones sooner, and what headlines repeat."""
    reports = len({line.id for one in group.claims for root in one.roots for line in (*root.reports, *root.beside)})
    return (reports + CONTESTED * bool(group.others)) * (1 + HEADLINE * headlines.share(group.head.text))


class _Headlines:
    """The headlines of a story: what editors held for the news in it."""

    def __init__(self, articles: Sequence[Article]) -> None:
        self._count = max(1, len(articles))
        self._pairs = Counter(pair for article in articles for pair in _pairs(article.title))

    def share(self, text: str) -> float:
        """How much of a passage the headlines repeat, 0 to 1: the mean over its pairs of characters."""
        pairs = _pairs(text)
        return sum(self._pairs[pair] for pair in pairs) / self._count / max(SHORTEST, len(pairs))


SHORTEST = 8  # pairs of characters: a shorter passage is not all headline because two words of it are


def _pairs(text: str) -> set[str]:
    plain = letters(text)
    return {plain[place : place + 2] for place in range(len(plain) - 1)}


@dataclass(frozen=True, slots=True, kw_only=True)
class CopyLine:
    """How one text stands to another of its family."""

    id: str
    copy: Line
    original: Line
    reprint: Reprint

    @property
    def how(self) -> str:
        """Whether the copy says where it has its text from: credited, own, uncredited, or undetermined who was first."""
        if self.copy.outlet is not None and self.copy.outlet == self.original.outlet:
            return "own"
        if self.reprint.direction in (Direction.UNDETERMINED, Direction.COMMON):
            return "undetermined"
        return "credited" if self.reprint.is_credited else "uncredited"


def copies(reprints: Iterable[Reprint], articles: Iterable[Article]) -> tuple[CopyLine, ...]:
    """For each copy the one text that it most likely came from, in order of time.

    A text that was copied many times resembles all its copies; only one line per copy says something.
    """
    lines = {article.id: line(article) for article in articles}
    best: dict[str, Reprint] = {}
    for one in sorted(reprints, key=lambda each: each.id):
        if one.kind in COPY and one.copy in lines and one.original in lines:
            kept = best.get(one.copy)
            if kept is None or _likely(one, lines) > _likely(kept, lines):
                best[one.copy] = one
    found = (
        CopyLine(id=one.id, copy=lines[one.copy], original=lines[one.original], reprint=one) for one in best.values()
    )
    return tuple(sorted(found, key=lambda each: (each.copy.at, each.copy.id)))


def _likely(one: Reprint, lines: dict[str, Line]) -> tuple[bool, bool, float, float]:
    undecided = one.direction in (Direction.UNDETERMINED, Direction.COMMON)
    return (not undecided, one.is_credited, round(one.coverage, 2), -lines[one.original].at.timestamp())


def story_claims(store: Store, story: Story) -> tuple[tuple[Claim, Corroboration], ...]:
    """The claims of a story with their grounds, by what the store keeps at hand about each article."""
    grounds = {one.claim: one for one in store.about(Corroboration, story.articles)}
    found = (one for one in store.about(Claim, story.articles) if one.story == story.id)
    return tuple((one, grounds[one.id]) for one in found if one.id in grounds)


def story_articles(store: Store, ids: Iterable[str]) -> tuple[Article, ...]:
    """The articles of a story, earliest first."""
    return tuple(sorted(store.articles(ids), key=lambda one: (time_of(one), one.id)))
