"""What became known of a claim, and when the desk first saw it.

Each change is told by what is known today: the moment of an origin is when the first article that goes back to it
was seen. So a change keeps its id and its moment while more arrives, and costs no second weighing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime

from suyuan.claims.roots import is_circular
from suyuan.claims.trails import Chains, head
from suyuan.records import (
    Assertion,
    Change,
    ChangeKind,
    Claim,
    Corroboration,
    RelationType,
    Revision,
    digest,
)

# 更正启事, 关于…的更正, 撤稿声明, 辟谣｜: an article that takes something back and says so.
NOTICE = re.compile(
    r"更正(?:启事|声明|说明|公告|及致歉)?|勘误|撤稿|撤回(?:报道|文章|稿件)|辟谣|澄清(?:公告|声明)?|correction|retract",
    re.IGNORECASE,
)
AGAINST = {
    RelationType.DENIES: ChangeKind.DENIED,
    RelationType.CONTRADICTS: ChangeKind.CONTRADICTED,
    RelationType.SUPERSEDES: ChangeKind.SUPERSEDED,
}


@dataclass(frozen=True, slots=True)
class Told:
    """A claim with its assertions in the order in which the desk saw them."""

    claim: Claim
    ground: Corroboration
    assertions: tuple[Assertion, ...]
    since: datetime


def told(claim: Claim, ground: Corroboration, group: Iterable[Assertion], known: Chains) -> Told:
    """A claim ready to be asked when what became known of it."""
    seen = tuple(sorted(group, key=lambda one: (_seen(one, known), one.id)))
    return Told(claim=claim, ground=ground, assertions=seen, since=_seen(seen[0], known))


def changes(one: Told, others: Mapping[str, Told], known: Chains) -> Iterator[Change]:
    """What became known of one claim; `others` are the claims that it has to do with, by their ids."""
    yield from _origins(one, known)
    yield from _opposed(one, others, known)
    yield from _edits(one, known)
    yield from _removals(one, known)


def _origins(one: Told, known: Chains) -> Iterator[Change]:
    counted = [root for root in one.ground.roots if not is_circular(root)]
    if len(counted) < 2:
        return
    by_id = {each.id: each for each in one.assertions}
    owns = [[by_id[each] for each in root.assertions if each not in root.beside] for root in counted]
    firsts = [min(own, key=lambda each: (_seen(each, known), each.id)) for own in owns]
    in_order = sorted(zip(firsts, counted, strict=True), key=lambda pair: (_seen(pair[0], known), pair[0].id))
    is_named = in_order[0][1].is_named
    for first, root in in_order[1:]:
        kinds = [ChangeKind.NEW_ORIGIN, *([ChangeKind.FIRST_NAMED] if root.is_named and not is_named else [])]
        is_named = is_named or root.is_named
        if _seen(first, known) > one.since:
            for kind in kinds:
                yield _change(
                    one, kind, _seen(first, known), (first.article,), says=root.name or root.voice, mark=first.id
                )


def _opposed(one: Told, others: Mapping[str, Told], known: Chains) -> Iterator[Change]:
    for relation in one.ground.relations:
        against = AGAINST.get(relation.type)
        if against is None or (relation.is_active and relation.type is not RelationType.CONTRADICTS):
            continue
        other = others[relation.other]
        at = max(one.since, other.since)
        first = other.assertions[0]
        article = known.articles[first.article]
        is_open = _is_notice(article.id, known)  # the claim against it was first told by a notice
        if other.since > one.since or is_open:
            kind = ChangeKind.CORRECTED if is_open else against
            yield _change(
                one, kind, at, (article.id,), says=_words(first, known), mark=other.claim.id, other=other.claim.id
            )
        if (own := _own_notice(one, other, known)) and own.article != article.id:
            # Somebody else denied it first; that the outlet takes it back itself is news of its own.
            is_open, at = True, max(one.since, _seen(own, known))
            yield _change(
                one,
                ChangeKind.CORRECTED,
                at,
                (own.article,),
                says=_words(own, known),
                mark=own.id,
                other=other.claim.id,
            )
        if is_open and (behind := _not_followed(one, other, known)):
            yield _change(
                one, ChangeKind.NOT_FOLLOWED, at, behind, says=one.claim.text, mark=other.claim.id, other=other.claim.id
            )


def _words(assertion: Assertion, known: Chains) -> str:
    return known.articles[assertion.article].text[assertion.start : assertion.end]


def _is_notice(article: str, known: Chains) -> bool:
    """Whether an article takes something back and says so."""
    return NOTICE.search(known.articles[article].title) is not None


def _own_notice(one: Told, other: Told, known: Chains) -> Assertion | None:
    """Where an outlet that carried a claim takes it back in an article of its own."""
    carriers = {_newsroom(article, known) for article in one.claim.articles} - {None}
    return next(
        (
            each
            for each in other.assertions
            if _newsroom(each.article, known) in carriers and _is_notice(each.article, known)
        ),
        None,
    )


def _newsroom(article: str, known: Chains) -> str | None:
    return known.outlets.newsroom(known.articles[article].outlet)


def _not_followed(one: Told, other: Told, known: Chains) -> tuple[str, ...]:
    """The articles that still carry what was corrected: as they stand now, without what corrects it, and of no outlet that did."""
    right = {head(article, known) for article in other.claim.articles}
    correcting = {_newsroom(article, known) for article in other.claim.articles if _is_notice(article, known)} - {None}
    return tuple(
        article
        for article in one.claim.articles
        if head(article, known) == article
        and article not in right
        and _newsroom(article, known) not in correcting
        and not _is_gone_from(one, article, known)
    )


def _edits(one: Told, known: Chains) -> Iterator[Change]:
    """Addresses that said it, and no longer do."""
    for each in one.assertions:
        for revision in known.revisions.get(each.article, ()):
            if _is_taken_back(each, revision, known) and not _is_kept(one, revision, known):
                is_notice = revision.article in known.articles and _is_notice(revision.article, known)
                kind = ChangeKind.CORRECTED if is_notice else ChangeKind.EDITED
                yield _change(
                    one, kind, revision.at, (revision.article, each.article), says=_words(each, known), mark=revision.id
                )
                return


def _removals(one: Told, known: Chains) -> Iterator[Change]:
    """Pages that said it and are no longer there. Why is not known, and nothing is weighed otherwise for it."""
    for article in one.claim.articles:
        if (removal := known.removals.get(article)) and head(article, known) == article:
            words = next(_words(each, known) for each in one.assertions if each.article == article)
            yield _change(one, ChangeKind.REMOVED, removal.at, (article,), says=words, mark=removal.id)


def is_withdrawn(claim: Claim, group: Iterable[Assertion], known: Chains) -> bool:
    """Whether every address that said it no longer does."""
    return all(
        any(
            _is_taken_back(each, revision, known) and revision.article not in claim.articles
            for revision in known.revisions.get(each.article, ())
        )
        for each in group
    )


def _is_gone_from(one: Told, article: str, known: Chains) -> bool:
    return any(
        _is_removed(each, revision)
        for each in one.assertions
        if each.article == article
        for revision in known.revisions.get(article, ())
    )


def _is_removed(assertion: Assertion, revision: Revision) -> bool:
    return not revision.is_extract and any(
        span.start <= assertion.start and assertion.end <= span.end for span in revision.removed
    )


def _is_taken_back(assertion: Assertion, revision: Revision, known: Chains) -> bool:
    """Whether what an address no longer says counts as taken back by it."""
    return _is_removed(assertion, revision) and not _is_replaced(revision, known)


def _is_replaced(revision: Revision, known: Chains) -> bool:
    """Whether what went was a run of headlines, as the teaser of a rolling digest is: nothing that it said was taken back."""
    before = known.articles.get(revision.earlier)
    return before is not None and len(before.text) <= _TEASER and "；" in before.text and "。" not in before.text


_TEASER = 300  # characters


def _is_kept(one: Told, revision: Revision, known: Chains) -> bool:
    """Said again in other words by what the address says now, or by any later state of it."""
    last = head(revision.article, known)
    return not {revision.article, last}.isdisjoint(one.claim.articles)


def _seen(assertion: Assertion, known: Chains) -> datetime:
    return known.articles[assertion.article].first_seen


def _change(
    one: Told,
    kind: ChangeKind,
    at: datetime,
    articles: tuple[str, ...],
    *,
    says: str,
    mark: str,
    other: str | None = None,
) -> Change:
    return Change(
        id=digest("change", kind, one.claim.id, mark),
        kind=kind,
        story=one.claim.story,
        claim=one.claim.id,
        at=at,
        articles=articles,
        other=other,
        says=says,
    )
