"""Names that a desk is searched by beside its texts: speakers under every name that reports give them, headlines of stories.

Written with the records, in a table of its own. A name is found by a part of it, or by the initials of its pinyin.
"""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import islice
from typing import cast

import apsw

from suyuan.desk.store import search
from suyuan.records import Record, SameSpeaker, Speaker, Story
from suyuan.text import fold, initials

HOLDERS: tuple[type[Record], ...] = (Speaker, SameSpeaker, Story)
"""The kinds of record that give names."""

SHORTEST = {"Speaker": 2, "Story": 3}
"""Letters of pinyin that are looked for: any two stand in every other headline."""

LOOKED_AT = 200  # names that hold what is asked for: 王 alone is in more than anybody reads
ORDER = {"Speaker": "(:query IN (target, shown)) DESC, rows DESC, name.id", "Story": "search_name.rowid DESC"}
"""Which of them: the name itself, then those that are heard most; the newest headlines."""

_LETTERS = re.compile(r"[a-z0-9]{2,12}")


@dataclass(frozen=True, slots=True)
class Named:
    """Something found by a name: a speaker (`target` is the name of the page) or a story (its id); `shown` is the name that was met.

    `spellings` are the other ways, in 繁 or in 简, that reports write the name of the page.
    """

    target: str
    shown: str
    rows: int
    spellings: tuple[str, ...] = ()


def write(db: apsw.Connection, n: int, record: Record) -> None:
    """Take in the names that a record gives, and has not given yet."""
    for kind, shown, target in dict.fromkeys(_names(db, record)):
        name = _name(db, kind, shown, target)
        db.execute("INSERT OR IGNORE INTO gives VALUES (?, ?)", (n, name))
        if db.changes():
            db.execute("UPDATE name SET rows = rows + 1 WHERE id = ?", (name,))


def _name(db: apsw.Connection, kind: str, shown: str, target: str) -> int:
    """The number of a name; a new one is entered, and given by nothing yet."""
    known = "SELECT id FROM name WHERE kind = ? AND target = ? AND shown = ?"
    found: int | None = db.execute(known, (kind, target, shown)).get
    if found is not None:
        return found
    db.execute("INSERT INTO name (kind, shown, target, rows) VALUES (?, ?, ?, 0)", (kind, shown, target))
    name = db.last_insert_rowid()
    words = f"{search.grams(shown)} {search.tag('kind', kind)}"
    db.execute("INSERT INTO search_name (rowid, words, initials) VALUES (?, ?, ?)", (name, words, _spelled(shown)))
    return name


def drop(db: apsw.Connection, n: int) -> None:
    """Take out the names that a record gave, and no other gives."""
    for (name,) in db.execute("DELETE FROM gives WHERE n = ? RETURNING name", (n,)).fetchall():
        if db.execute("UPDATE name SET rows = rows - 1 WHERE id = ? RETURNING rows", (name,)).fetchall() == [(0,)]:
            db.execute("DELETE FROM name WHERE id = ?", (name,))
            db.execute("DELETE FROM search_name WHERE rowid = ?", (name,))


def _names(db: apsw.Connection, record: Record) -> Iterable[tuple[str, str, str]]:
    match record:
        case Speaker():
            for shown in (record.name, *record.others):
                yield "Speaker", shown, record.name
        case SameSpeaker():
            found = cast(
                "list[tuple[str]]",
                db.execute(
                    "SELECT json_extract(row, '$.name') FROM record WHERE kind = 'Speaker' AND id IN (?, ?) ORDER BY id",
                    (record.a, record.b),
                ).fetchall(),
            )
            if len(found) == 2:  # else one of them was just made anew, and this link will be, too
                (one,), (other,) = found
                yield "Speaker", one, other
                yield "Speaker", other, one
        case Story():
            yield "Story", record.title, record.id
        case _:
            return


def _spelled(shown: str) -> str:
    """The initials as words of the index; between two readings, and for a letter that is not known, stands a mark."""
    return search.grams(" ? ".join(" ".join(one) for one in initials(shown)))


def speakers(db: apsw.Connection, query: str, most: int) -> tuple[Named, ...]:
    """The speakers whom a query names, under any of their names: the whole name first, then who is heard most."""
    people: dict[str, list[Named]] = defaultdict(list)
    for one in sorted(_found(db, "Speaker", query), key=lambda each: _fit(each, query)):
        people[fold(one.target)].append(one)
    return tuple(
        replace(best, spellings=tuple(dict.fromkeys(one.target for one in more if one.target != best.target)))
        for best, *more in islice(people.values(), most)
    )


def stories(db: apsw.Connection, query: str, most: int) -> tuple[str, ...]:
    """The ids of the stories whose headline a query names, newest record first."""
    return tuple(one.target for one in _found(db, "Story", query))[:most]


def called(db: apsw.Connection, name: str) -> tuple[str, ...]:
    """The speakers that are called exactly so in some report, who is heard most first."""
    asked = fold(name).strip()
    return tuple(one.target for one in speakers(db, f"“{name}”", LOOKED_AT) if fold(one.shown).strip() == asked)


def spellings(db: apsw.Connection, name: str) -> tuple[str, ...]:
    """A speaker's name as it is given, and as other reports write it: in 繁 or in 简."""
    written = (one.target for one in _found(db, "Speaker", f"“{name}”") if fold(one.target) == fold(name))
    return tuple(dict.fromkeys((name, *written)))


def _fit(one: Named, query: str) -> tuple[bool, bool, int, str]:
    asked = " ".join(search.terms(query))
    known = (fold(one.shown), *initials(one.shown))
    return (asked not in known, not any(name.startswith(asked) for name in known), -one.rows, one.shown)


def others(db: apsw.Connection, name: str) -> tuple[str, ...]:
    """What else reports call a speaker, the most frequent first."""
    sql = (
        "SELECT shown FROM name WHERE kind = 'Speaker' AND target IN (SELECT value FROM json_each(?)) AND shown <> ? "
        "GROUP BY shown ORDER BY sum(rows) DESC, shown"
    )
    return tuple(str(shown) for (shown,) in db.execute(sql, (json.dumps(spellings(db, name)), name)))


def _found(db: apsw.Connection, kind: str, query: str) -> list[Named]:
    asked = [f"words : ({' AND '.join(phrases)})"] if (phrases := search.phrases(query)) else []
    letters = fold(query).strip()
    if _LETTERS.fullmatch(letters) and len(letters) >= SHORTEST[kind]:
        asked += [f"initials : {phrase}" for phrase in search.phrases(f"“{' '.join(letters)}”")]
    if not asked:
        return []
    without = f" NOT words : ({' OR '.join(out)})" if (out := search.excluded(query)) else ""
    found = db.execute(
        "SELECT target, shown, rows FROM search_name CROSS JOIN name ON name.id = search_name.rowid "
        f"WHERE search_name MATCH :match ORDER BY {ORDER[kind]} LIMIT {LOOKED_AT}",
        {"match": f'({" OR ".join(asked)}) AND "{search.tag("kind", kind)}"{without}', "query": query.strip(' “”"')},
    ).fetchall()
    return [Named(*one) for one in cast("list[tuple[str, str, int]]", found)]
