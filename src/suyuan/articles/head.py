"""What the page's head says of the article: meta tags, JSON-LD and page scripts. Metadata only, never the text."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice
from typing import Any

import msgspec

from suyuan.articles.walk import Sheet

_ARTICLE = ("article", "posting", "report", "webpage", "review", "creativework")
_DEEPEST = 6
_LONGEST_SCRIPT = 2_000_000

# A variable of a page script that is given a time (2025-06-04 22:04 or seconds since 1970), found by its value: times are
# rare in scripts, names are not.
_TIME = re.compile(r"""[:=]\s*["']?((?:19|20)\d\d[-/年.]\s?\d[^"'\n<>]{3,24}|1\d{9}(?:\d{3})?(?!\d))""")
_NAME = re.compile(r"""(?<![\w$.-])([\w$.-]{1,40})["']?\s*$""")
_ACCOUNT = re.compile(r"""\bnickname\s*=\s*(?:htmlDecode\()?["']([^"'\n]{1,60})["']""")
# What times begin with. Each is looked for at the speed of memory, and most scripts hold none.
_TIMED = tuple(map(re.compile, (r"20\d\d[-/年.]", r"19\d\d[-/年.]", r"1\d{9}")))
# So is a variable that is given a Chinese name.
_CHINESE = re.compile(r""":\s*["']([\u4e00-\u9fff][^"'\n]{1,18})["']""")
_OUTLET = re.compile(r"""\b(?:media|media_name|mediaName|source|source_name|sourceName|msource)["']?\s*$""")
_OUTLETS = 3
_MOST = 40
# A string of a script that holds an article: long, and marked up as text is, whichever way it is escaped.
# It opens behind what a value stands behind; what is read is not read again, or a page of quotation marks takes hours.
_STRING = re.compile(r'(?<=[:=(,\[\s])"((?:[^"\\\n]++|\\.)*+)')
_SHORTEST_STRING = 200
_MARKED = re.compile(r"(?:<|&lt;|\\u003[cC])\s?(?:p|div|br|section|span)\b")


@dataclass(slots=True)
class Head:
    """Metadata by where it stands."""

    linked: list[dict[str, Any]] = field(default_factory=list)  # JSON-LD articles, best first
    times: list[tuple[str, str]] = field(default_factory=list)  # variable of a script, its value
    outlets: list[str] = field(default_factory=list)  # what scripts name as the text's source
    account: str | None = None  # the account that a self-media platform's script names


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


def hidden_text(sheet: Sheet) -> str | None:
    """The markup of an article that a page carries in a script, for the browser to put in: the longest string that reads like one."""
    best = ""
    for _, text in sheet.scripts:
        if len(text) <= _LONGEST_SCRIPT:
            for match in _STRING.finditer(text):
                if len(match[1]) > max(_SHORTEST_STRING, len(best)) and _MARKED.search(match[1]):
                    best = match[1]
    if not best:
        return None
    plain = html.unescape(_unescaped(best))
    return plain if "<" in plain else html.unescape(plain)


def _articles(text: str) -> Iterator[dict[str, Any]]:
    try:
        found = msgspec.json.decode(text.strip().rstrip(";").encode("utf-8", "replace"), strict=False)
    except (msgspec.DecodeError, RecursionError):
        try:
            # Raw line breaks inside strings are the commonest slip.
            found = msgspec.json.decode(
                re.sub(r"[\x00-\x1f]+", " ", text).strip().rstrip(";").encode("utf-8", "replace"), strict=False
            )
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
    for match in _timed(text):
        name = _NAME.search(text, max(0, match.start() - 42), match.start())
        if name and len(head.times) < _MOST:
            head.times.append((name[1].rpartition(".")[2], match[1]))
    if not text.isascii() and len(head.outlets) < _OUTLETS and ("media" in text or "ource" in text):
        named = (
            match[1]
            for match in _CHINESE.finditer(text)
            if _OUTLET.search(text, max(0, match.start() - 20), match.start())
        )
        head.outlets.extend(islice(named, _OUTLETS))
    if "nickname" in text and (found := _ACCOUNT.search(text)):
        head.account = head.account or found[1]


def _timed(text: str) -> Iterator[re.Match[str]]:
    """The times that variables are given, with the sign that gives them."""
    end = 0
    for start in sorted(match.start() for pattern in _TIMED for match in pattern.finditer(text)):
        place = start - (text[max(0, start - 1)] in "\"'")
        while place > end and text[place - 1].isspace():
            place -= 1
        if place > end and (match := _TIME.match(text, place - 1)):
            end = match.end()
            yield match


def _unescaped(value: str) -> str:
    """A string of a script without its escapes."""
    try:
        return str(msgspec.json.decode(b'"' + value.replace("\\'", "'").encode("utf-8", "replace") + b'"'))
    except msgspec.DecodeError:
        return value.replace('\\"', '"').replace("\\/", "/").replace("\\n", "\n")
