"""What the page's head says of the article: meta tags, JSON-LD and page scripts. Metadata only, never the text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import msgspec

from suyuan.articles.walk import Sheet

_ARTICLE = ("article", "posting", "report", "webpage", "review", "creativework")
_DEEPEST = 6
_LONGEST_SCRIPT = 2_000_000

# Variables of page scripts, by what they give. The value is a quoted string or a bare number.
_SCRIPTED: tuple[tuple[str, str], ...] = (
    ("published", "ct|createTime|create_time|publish_time|publishTime|pubtime|pubTime|publishDate|publish_date|pubdate|pubDate|ptime|newstime|news_time|datePublished|article_publish_time|publishedAt|published_at|oriCreateTime|ori_create_time|svr_time|display_time|time"),
    ("title", "msg_title|article_title|articleTitle|newstitle|docTitle"),
    ("account", "nickname|media_name|mediaName|account_name|accountName|nick_name|user_name|userName|authorName|author_name"),
    ("credit", "source|media|sourceName|source_name|msource|origin_source"),
)  # fmt: skip
_ASSIGNED = {
    name: re.compile(
        rf"""(?<![\w$.-])["']?(?P<key>{keys})["']?\s*[:=]\s*(?:htmlDecode\()?(?:"(?P<a>(?:[^"\\\n]|\\.){{1,300}})"|'(?P<b>(?:[^'\\\n]|\\.){{1,300}})'|(?P<c>\d{{10}}(?:\d{{3}})?)(?!\d))"""
    )
    for name, keys in _SCRIPTED
}  # fmt: skip


@dataclass(slots=True)
class Head:
    """Metadata by where it stands."""

    linked: list[dict[str, Any]] = field(default_factory=list)  # JSON-LD articles, best first
    scripted: dict[str, list[tuple[str, str]]] = field(default_factory=dict)  # what → (variable, value)


def read(sheet: Sheet) -> Head:
    """Read what the scripts of a page say of its article."""
    head = Head()
    for kind, text in sheet.scripts:
        if len(text) > _LONGEST_SCRIPT:
            continue
        if "ld+json" in kind:
            head.linked.extend(_articles(text))
        elif not kind or "javascript" in kind or "json" in kind or kind == "module":
            _read_script(text, head)
    head.linked.sort(key=lambda thing: -("datePublished" in thing) - ("headline" in thing))
    return head


def _articles(text: str) -> Iterator[dict[str, Any]]:
    try:
        found = msgspec.json.decode(text.strip().rstrip(";").encode("utf-8", "replace"), strict=False)
    except (msgspec.DecodeError, RecursionError):
        try:
            # Raw line breaks inside strings are the commonest slip.
            found = msgspec.json.decode(re.sub(r"[\x00-\x1f]+", " ", text).strip().rstrip(";").encode("utf-8", "replace"), strict=False)
        except (msgspec.DecodeError, RecursionError):
            return
    yield from _things(found, 0)


def _things(found: Any, depth: int) -> Iterator[dict[str, Any]]:
    if depth > _DEEPEST:
        return
    if isinstance(found, list):
        for one in found:
            yield from _things(one, depth + 1)
    elif isinstance(found, dict):
        kinds = found.get("@type")
        kinds = [kinds] if isinstance(kinds, str) else kinds if isinstance(kinds, list) else []
        if any(isinstance(kind, str) and kind.lower().endswith(_ARTICLE) for kind in kinds):
            yield found
        yield from _things(found.get("@graph"), depth + 1)
        yield from _things(found.get("mainEntity"), depth + 1)


def _read_script(text: str, head: Head) -> None:
    for name, pattern in _ASSIGNED.items():
        kept = head.scripted.setdefault(name, [])
        for match in pattern.finditer(text):
            value = match["a"] or match["b"] or match["c"] or ""
            if value.strip() and len(kept) < 40:
                kept.append((match["key"], _unescaped(value)))


def _unescaped(value: str) -> str:
    if "\\" not in value:
        return value
    try:
        return str(msgspec.json.decode(b'"' + value.replace("\\'", "'").encode("utf-8", "replace") + b'"'))
    except msgspec.DecodeError:
        return value
