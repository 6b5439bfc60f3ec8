"""Words: what the site and the command line say, in Chinese first and in English. One `.po` file per language that differs.

English sentences are the keys; `zh.po` is read as it is when the desk starts, so nothing has to be compiled.
A code of the records (a standing, a kind of reprint …) is looked up under the name of its enum, the name of a field
under `field`, the question that a claim answers under `slot`. A reason that a step gives is looked up under `reason`,
where `{}` stands for what differs from case to case, another reason maybe.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib.resources import files

from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po

LANGUAGES = {"zh": "zh-CN", "en": "en"}
"""The languages of the site, the first one where a reader states no wish, with their names in HTML."""


@dataclass(frozen=True)
class Words:
    """The words of one language."""

    language: str
    say: Callable[[str], str]
    count: Callable[[str, str, int], str]
    code: Callable[[StrEnum | None], str]
    reason: Callable[[str, Callable[[str], str]], str]
    field: Callable[[str], str]
    slot: Callable[[str], str]

    def __call__(self, message: str, **fields: object) -> str:
        """A message with its `{fields}` filled in."""
        text = self.say(message)
        return text.format(**fields) if fields else text

    def told(self, error: Exception | str) -> str:
        """What went wrong, in this language: each sentence of ours that it is made of, around addresses and foreign words."""
        message = str(error)
        found = self.reason(message, self.told)
        if found != message:
            return found
        what, colon, why = message.partition(": ")
        return f"{what}{colon}{self.told(why)}" if colon else message


@cache
def words(language: str) -> Words:
    """The words of a language; a sentence that has no translation is shown in English."""
    catalog = _catalog(language)

    def say(message: str) -> str:
        return _one(catalog, message) or message

    def count(one: str, many: str, number: int) -> str:
        return _one(catalog, one) or (one if number == 1 else many)

    def code(value: StrEnum | None) -> str:
        if value is None:
            return ""
        return _one(catalog, value.value, context=type(value).__name__) or value.value.replace("_", " ")

    patterns = _patterns(catalog)

    def reason(given: str, named: Callable[[str], str]) -> str:
        for pattern, words in patterns:
            if found := pattern.fullmatch(given):
                return words.format(*(named(reason(gap, str)) for gap in found.groups()))
        return given

    def field(name: str) -> str:
        return _one(catalog, name, context="field") or name.replace("_", " ")

    def slot(name: str) -> str:
        return _one(catalog, name, context="slot") or name

    return Words(language, say, count, code, reason, field, slot)


def _patterns(catalog: Catalog) -> list[tuple[re.Pattern[str], str]]:
    """The reasons of a catalogue, those without a gap first, and of others the longest: they say more."""
    given = [(message.id, message.string) for message in catalog if message.context == "reason"]
    pairs = [(one, words) for one, words in given if isinstance(one, str) and isinstance(words, str)]
    return [
        (re.compile(re.escape(one).replace(r"\{\}", "(.+?)")), words)
        for one, words in sorted(pairs, key=lambda pair: (pair[0].count("{}"), -len(pair[0])))
    ]


def _catalog(language: str) -> Catalog:
    file = files(__name__).joinpath(f"{language}.po")
    if not file.is_file():
        return Catalog()
    with file.open("rb") as source:
        return read_po(source, locale=language)


def _one(catalog: Catalog, key: str, *, context: str | None = None) -> str:
    found = catalog.get(key, context)
    if found is None or not found.string:
        return ""
    return found.string if isinstance(found.string, str) else found.string[0]  # Chinese has one form for all numbers


def of_terminal() -> str:
    """The language of a terminal: Chinese where its locale asks for it, else English."""
    for name in ("SUYUAN_LANG", "LC_ALL", "LC_MESSAGES", "LANGUAGE", "LANG"):
        value = os.environ.get(name, "")
        if value and value not in ("C", "POSIX", "C.UTF-8"):
            return "zh" if value.lower().startswith("zh") else "en"
    return "en"


def wanted(query: str | None, cookie: str | None, accept: str | None) -> str:
    """The language of an answer: what the address asks for, else what was chosen before, else what the browser prefers."""
    for choice in (query, cookie):
        if choice in LANGUAGES:
            return choice
    for part in _by_weight(accept or ""):
        if part in LANGUAGES:
            return part
    return next(iter(LANGUAGES))


def _by_weight(accept: str) -> list[str]:
    weighed = []
    for place, part in enumerate(accept.split(",")[:20]):
        name, _, weight = part.strip().partition(";q=")
        try:
            weighed.append((-float(weight or 1), place, name.split("-")[0].lower()))
        except ValueError:
            continue
    return [name for _, _, name in sorted(weighed)]
