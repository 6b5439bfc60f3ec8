"""The names of one speaker: what the articles call him, and what other reports of the same story do."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from suyuan.desk.store import Store, browse
from suyuan.desk.store.names import others
from suyuan.records import SameSpeaker, Speaker, Statement
from suyuan.text import fold

SHOWN = 8

# What makes another office of one that has the word behind it: 副董事长 is no 董事长.
_OTHER = ("副", "前", "原", "代", "代理", "候任", "候选", "助理")


@dataclass(frozen=True, slots=True, kw_only=True)
class SameName:
    """Another name that other reports of a story have for the speaker, and on what ground that is said."""

    name: str
    is_heard: bool  # something is reported under it, so that it has a page
    evidence: tuple[str, ...]
    link: str
    stories: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Names:
    """What else a speaker is called. `is_shared`: the name tells nobody apart, so that nothing is joined by it."""

    within: tuple[str, ...]
    same: tuple[SameName, ...]
    is_shared: bool


def names(store: Store, name: str, statements: Iterable[Statement]) -> Names:
    """The other names of whoever is quoted by a name: by all reports, or (`same`) by those of these statements."""
    articles = tuple(dict.fromkeys(one.article for one in statements))
    own = [one for one in store.about(Speaker, articles) if fold(one.name) == fold(name)]
    same = _same(store, own, browse.same_speakers(store, [one.id for one in own]))
    joined = {one.name for one in same}
    return Names(
        within=tuple(other for other in others(store.db, name) if other not in joined)[:SHOWN],
        same=same,
        is_shared=bool(own) and all(one.key is None for one in own),
    )


def _same(store: Store, own: Sequence[Speaker], links: Iterable[SameSpeaker]) -> tuple[SameName, ...]:
    ids, names = {one.id for one in own}, {fold(one.name) for one in own}
    by_name: dict[str, list[SameSpeaker]] = defaultdict(list)
    for link in links:
        other = store.get(Speaker, link.b if link.a in ids else link.a)
        if other is not None and fold(other.name) not in names:
            by_name[other.name].append(link)
    found = [_one(store, name, group) for name, group in by_name.items()]
    return tuple(sorted(found, key=lambda one: (-one.stories, one.name)))[:SHOWN]


def _one(store: Store, name: str, links: list[SameSpeaker]) -> SameName:
    best = max(links, key=lambda one: (one.score, one.id))
    return SameName(
        name=name,
        is_heard=bool(store.heard(name)),
        evidence=best.evidence,
        link=best.id,
        stories=len(links),
    )


def apart(roles: Iterable[str]) -> tuple[str, ...]:
    """The roles that say something beside each other, in order: 栖川市市长 says 市长, too."""
    given = tuple(dict.fromkeys(roles))
    return tuple(one for one in given if not any(other != one and _says_too(other, one) for other in given))


def _says_too(role: str, other: str) -> bool:
    """Whether a role is another with more words around it, or in it: 栖川市政府秘书长 is what 栖川秘书长 says."""
    long, short = fold(role), fold(other)
    before, found, _ = long.partition(short)
    if len(long) <= len(short):
        return False
    if found:
        return not before.endswith(_OTHER)
    is_other = any(mark in long and mark not in short for mark in _OTHER)
    return long[-1:] == short[-1:] and not is_other and shortens(short, long)


def shortens(short: str, full: str) -> bool:
    """Whether a name is another with characters left out: 栖川秘书长 of 栖川市政府秘书长."""
    letters = iter(full)
    return all(one in letters for one in short)
