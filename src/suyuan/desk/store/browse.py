"""Going through what a desk holds page by page: where one page ends, a cursor says where the next begins."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Generic, TypeVar, cast

from suyuan import rows
from suyuan.desk.store import names
from suyuan.desk.store.store import IS_READ, Store
from suyuan.records import KINDS, Article, Change, Record, SameSpeaker, Statement, Story, StoryKind
from suyuan.stories import Health

R = TypeVar("R", bound=Record)


@dataclass(frozen=True, slots=True)
class Slice(Generic[R]):
    """Some records, and the cursor of those after them; None at the end."""

    records: tuple[R, ...]
    next: str | None


def records(store: Store, kind: str, limit: int, cursor: str | None = None) -> Slice[Any]:
    """The records of a kind by id; one that is made meanwhile may be missed, none is given twice."""
    found = _rows(
        store,
        "SELECT id, row FROM record WHERE kind = ? AND id > ? ORDER BY id LIMIT ?",
        (kind, cursor or "", limit + 1),
    )
    made = tuple(rows.from_json(KINDS[kind], row) for _, row in found[:limit])
    return Slice(made, found[limit - 1][0] if len(found) > limit else None)


def stories(store: Store, limit: int, *, since: datetime | None = None, cursor: str | None = None) -> Slice[Story]:
    """Stories by their newest report, newest first."""
    return _by_time(store, _STORIES, limit, since=since, cursor=cursor)


def newest_stories(store: Store, limit: int, offset: int) -> tuple[Story, ...]:
    """Stories by their newest report, newest first."""
    return _stories_by(store, "story_by_last", "json_extract(row, '$.last') DESC, id DESC", limit, offset)


def largest_stories(store: Store, limit: int, offset: int) -> tuple[Story, ...]:
    """Stories by how many reports they have, most first."""
    return _stories_by(store, "story_by_size", "json_array_length(row, '$.articles') DESC, id DESC", limit, offset)


def _stories_by(store: Store, index: str, order: str, limit: int, offset: int) -> tuple[Story, ...]:
    asked = f"SELECT row FROM record INDEXED BY {index} WHERE kind = 'Story' ORDER BY {order} LIMIT ? OFFSET ?"
    return tuple(rows.from_json(Story, row) for (row,) in _rows(store, asked, (limit, offset)))


def articles(
    store: Store, limit: int, *, outlet: str | None = None, since: datetime | None = None, cursor: str | None = None
) -> Slice[Article]:
    """Articles, newest first, without earlier versions."""
    return _by_time(store, _ARTICLES, limit, since=since, cursor=cursor, outlet=outlet)


def statements(store: Store, speaker: str, limit: int, *, cursor: str | None = None) -> Slice[Statement]:
    """What a speaker said, by that name in 繁 or in 简, in the order of the records' ids."""
    found = _rows(
        store,
        "SELECT id, row FROM record INDEXED BY statement_of_speaker WHERE kind = 'Statement' "
        "AND json_extract(row, '$.speaker') IN (SELECT value FROM json_each(?)) AND id > ? ORDER BY id LIMIT ?",
        (json.dumps(names.spellings(store.db, speaker)), cursor or "", limit + 1),
    )
    made = tuple(rows.from_json(Statement, row) for _, row in found[:limit])
    return Slice(made, found[limit - 1][0] if len(found) > limit else None)


def heard_in(store: Store, articles: Iterable[str]) -> list[str]:
    """The speakers of the statements in some articles, one for each statement; the statements themselves are not read."""
    found = _rows(
        store,
        "SELECT json_extract(row, '$.speaker') AS speaker FROM json_each(?) CROSS JOIN about ON about.article = value AND about.kind = 'Statement' "
        "CROSS JOIN record USING (n) WHERE speaker IS NOT NULL ORDER BY record.id",
        (json.dumps(list(articles)),),
    )
    return [speaker for (speaker,) in found]


def changes(store: Store, limit: int, *, until: datetime, cursor: str | None = None) -> Slice[Change]:
    """The changes of what is known up to a moment, newest first."""
    at, _, last = (cursor or f"{rows.written(until)}~").partition("~")
    found = _rows(
        store,
        "SELECT json_extract(row, '$.at') AS at, id, row FROM record INDEXED BY change_by_at WHERE kind = 'Change' "
        "AND json_extract(row, '$.at') <= ? AND (json_extract(row, '$.at') < ? OR id > ?) "
        "ORDER BY json_extract(row, '$.at') DESC, id LIMIT ?",
        (at, at, last, limit + 1),
    )
    made = tuple(rows.from_json(Change, row) for _, _, row in found[:limit])
    return Slice(made, f"{found[limit - 1][0]}~{found[limit - 1][1]}" if len(found) > limit else None)


def changes_about(store: Store, articles: Iterable[str]) -> tuple[Change, ...]:
    """The changes of what is known of the claims that some articles carry; the many claims themselves are not read."""
    found = _rows(
        store,
        "SELECT DISTINCT change.row FROM json_each(?) CROSS JOIN about ON about.article = value AND about.kind = 'Claim' "
        "CROSS JOIN record claim USING (n) CROSS JOIN record change INDEXED BY change_claim "
        "ON change.kind = 'Change' AND json_extract(change.row, '$.claim') = +claim.id ORDER BY change.id",
        (json.dumps(list(dict.fromkeys(articles))),),
    )
    return tuple(rows.from_json(Change, row) for (row,) in found)


def same_speakers(store: Store, ids: Iterable[str]) -> tuple[SameSpeaker, ...]:
    """The links that say of some speakers who they are in other articles."""
    among = json.dumps(list(ids))
    asked = " UNION ".join(
        f"SELECT id, row FROM record INDEXED BY same_speaker_{end} WHERE kind = 'SameSpeaker' AND json_extract(row, '$.{end}') IN (SELECT value FROM json_each(:among))"
        for end in ("a", "b")
    )
    found = cast("list[tuple[str, str]]", store.db.execute(f"{asked} ORDER BY id", {"among": among}).fetchall())
    return tuple(rows.from_json(SameSpeaker, row) for _, row in found)


def story_health(store: Store) -> Health:
    """The figures of all stories, counted where they lie: a large desk has too many to be read one by one."""
    size = "json_array_length(row, '$.articles')"
    happenings = f"FROM record WHERE kind = 'Story' AND json_extract(row, '$.kind') = '{StoryKind.HAPPENING.value}'"
    counted = store.db.execute(
        f"SELECT count(*), coalesce(sum({size}), 0), coalesce(sum({size} = 1), 0), coalesce(max({size}), 0) {happenings}"
    )
    told, articles, alone, largest = cast("tuple[int, int, int, int]", counted.fetchone())
    every: int = store.db.execute("SELECT count(*) FROM record WHERE kind = 'Story'").get
    found: str | None = store.db.execute(f"SELECT id {happenings} ORDER BY {size} DESC, id LIMIT 1").get
    return Health(
        stories=told,
        articles=articles,
        roundups=every - told,
        alone=round(alone / articles, 4) if articles else 0.0,
        largest=largest,
        largest_story=found,
    )


@dataclass(frozen=True)
class _Timed(Generic[R]):
    kind: type[R]
    index: str
    when: str
    where: str = ""


_STORIES = _Timed(Story, "story_by_last", "json_extract(row, '$.last')")
_ARTICLES = _Timed(
    Article,
    "article_by_time",
    "coalesce(json_extract(row, '$.published'), json_extract(row, '$.first_seen'))",
    f" AND {IS_READ}",
)


def _by_time(
    store: Store,
    timed: _Timed[R],
    limit: int,
    *,
    since: datetime | None,
    cursor: str | None,
    outlet: str | None = None,
) -> Slice[R]:
    where, values = f"kind = '{timed.kind.__name__}'{timed.where}", list[object]()
    if cursor:
        at, _, last = cursor.partition("~")
        # Told twice, so that the index finds where to begin.
        where += f" AND {timed.when} <= ? AND ({timed.when} < ? OR id < ?)"
        values += [at, at, last]
    if since:
        where += f" AND {timed.when} >= ?"
        values.append(rows.written(since))
    index = timed.index
    if outlet:
        where, index = f"{where} AND json_extract(row, '$.outlet') = ?", "article_of_outlet"
        values.append(outlet)
    asked = f"SELECT {timed.when}, id, row FROM record INDEXED BY {index} WHERE {where} ORDER BY {timed.when} DESC, id DESC LIMIT ?"
    found = _rows(store, asked, (*values, limit + 1))
    made = tuple(rows.from_json(timed.kind, row) for _, _, row in found[:limit])
    return Slice(made, f"{found[limit - 1][0]}~{found[limit - 1][1]}" if len(found) > limit else None)


def _rows(store: Store, asked: str, values: tuple[object, ...]) -> list[tuple[str, ...]]:
    return cast("list[tuple[str, ...]]", store.db.execute(asked, values).fetchall())
