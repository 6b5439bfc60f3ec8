"""The rows that `suyuan make` prints, that the scorers read, and that the API and the exports give.

Spans are `[start, end)` of the article's text; times are ISO 8601 in the zone of the page, as precise as it is.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta, timezone
from typing import Any

from suyuan.records import (
    BODY,
    Article,
    BlockKind,
    Citation,
    Claim,
    Corroboration,
    ListKind,
    Origin,
    PageLink,
    Precision,
    RelationType,
    Reprint,
    Span,
    Statement,
    Timex,
)

Row = dict[str, Any]


def article(one: Article, name: str) -> Row:
    """One page: its own words as `text`, all kept blocks as `full_text`."""
    return {
        "file": name,
        "id": one.id,
        "url": one.url,
        "title": one.title,
        "author": list(one.byline),
        "outlet": one.outlet,
        "credit": one.credit,
        "published": published(one),
        "is_original": one.is_original,
        "language": one.language,
        "text": "\n".join(one.text[block.start : block.end] for block in one.blocks if block.kind in BODY),
        "full_text": one.text,
        "captions": [one.text[block.start : block.end] for block in one.blocks if block.kind is BlockKind.CAPTION],
        "related": [_page_link(link) for link in one.lists if link.list is ListKind.RELATED],
        "hot": [_page_link(link) for link in one.lists if link.list is ListKind.HOT],
        "latest": [_page_link(link) for link in one.lists if link.list is ListKind.LATEST],
        "blocks": [{"kind": block.kind.value, "start": block.start, "end": block.end} for block in one.blocks],
    }


def published(one: Article) -> str | None:
    """When an article says it was published, in its own zone, cut to what is known."""
    if one.published is None:
        return None
    unsaid = 480 if one.language == "zh" else 0  # what the page does not say is China's for Chinese
    local = one.published.astimezone(timezone(timedelta(minutes=unsaid if one.offset is None else one.offset)))
    if one.precision is Precision.DAY:
        return local.date().isoformat()
    return local.isoformat(timespec="minutes" if one.precision is Precision.MINUTE else "seconds")


def statements(name: str, said: Iterable[Statement], timexes: Iterable[Timex], cited: Iterable[Citation]) -> Row:
    """What one article's people say, with the times and the outlets it names."""
    return {
        "id": name,
        "statements": [statement(one) for one in said],
        "timexes": [timex(one) for one in timexes],
        "sources": [{"outlet": one.outlet, "span": [one.start, one.end], "how": one.how} for one in cited],
    }


def statement(one: Statement) -> Row:
    """One statement."""
    return {
        "cue": one.cue,
        "cue_span": _pair(one.cue_span),
        "speaker": one.speaker,
        "speaker_span": _pair(one.mention),
        "speaker_kind": one.speaker_kind.value,
        "role": one.role,
        "content_span": [one.content[0].start, one.content[-1].end] if one.content else None,
        "content_parts": [_pair(span) for span in one.content],
        "kind": one.kind.value,
        "via": one.via,
        "chain": list(one.chain),
        "addressee": one.addressee,
        "said_on": one.said_on,
        "hedge": one.hedge.value,
    }


def timex(one: Timex) -> Row:
    """One time expression."""
    return {"span": [one.start, one.end], "value": one.value, "type": one.type.value, "anchor": one.anchor}


def reprint(one: Reprint, names: dict[str, str]) -> Row:
    """One link between two articles."""
    return {
        "copy": names.get(one.copy, one.copy),
        "original": names.get(one.original, one.original),
        "kind": one.kind.value,
        "direction": one.direction.value,
        "is_credited": one.is_credited,
        "coverage": round(one.coverage, 4),
        "passages": [[_pair(passage.copy), _pair(passage.original)] for passage in one.passages],
        "evidence": list(one.evidence),
    }


def origins(found: Iterable[Origin], names: dict[str, str]) -> list[Row]:
    """The origin of every article."""
    return [{"article": names.get(each, each), "origin": one.id} for one in found for each in one.articles]


def claims(event: str, weighed: Iterable[tuple[Claim, Corroboration, list[tuple[str, int, int]]]]) -> Row:
    """The claims of one event with their roots, and how they stand to each other."""
    rows, relations, seen = [], [], set()
    for claim, corroboration, spans in weighed:
        rows.append(
            {
                "id": claim.id,
                "text": claim.text,
                "slot": claim.slot,
                "value": claim.value,
                "statements": [{"article": article_id, "start": start, "end": end} for article_id, start, end in spans],
                "roots": [
                    {"kind": root.kind.value, "name": root.name, "voice": root.voice, "named": root.is_named}
                    for root in corroboration.roots
                ],
                "n_origins": corroboration.origins,
                "n_named": corroboration.named,
                "n_voices": corroboration.voices,
                "standing": corroboration.standing.value,
            }
        )
        for relation in corroboration.relations:
            a, b = (claim.id, relation.other) if relation.is_active else (relation.other, claim.id)
            if relation.type in (RelationType.CONTRADICTS, RelationType.CONFIRMS):  # these have no order
                a, b = min(a, b), max(a, b)
            if (a, b, relation.type) not in seen:
                seen.add((a, b, relation.type))
                relations.append({"a": a, "b": b, "type": relation.type.value, "why": relation.why})
    return {"event": event, "claims": rows, "relations": relations}


def _page_link(link: PageLink) -> Row:
    return {"title": link.title, "url": link.url, "teaser": link.teaser, "date": link.date, "rank": link.rank}


def _pair(span: Span | None) -> list[int] | None:
    return None if span is None else [span.start, span.end]
