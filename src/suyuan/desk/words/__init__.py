"""The words that people see, in Chinese or English by their choice: gettext catalogues, read with Babel.

English is written in the code, `zh.po` beside this file holds the Chinese. A missing entry shows the English.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from functools import cache
from importlib.resources import files

from babel.messages.pofile import read_po

Say = Callable[..., str]
LANGUAGES = ("zh", "en")


def words(language: str) -> Say:
    """The function that says an English message in a language; `{name}` fields are filled from its keywords."""
    catalogue = _catalogue(language)

    def say(message: str, **fields: object) -> str:
        text = catalogue.get(message) or message
        return text.format(**fields) if fields else text

    return say


def language_of_terminal() -> str:
    """Chinese where the locale asks for it, else English."""
    for name in ("SUYUAN_LANG", "LC_ALL", "LC_MESSAGES", "LANGUAGE", "LANG"):
        value = os.environ.get(name, "")
        if value and value not in ("C", "POSIX", "C.UTF-8"):
            return "zh" if value.lower().startswith("zh") else "en"
    return "en"


@cache
def _catalogue(language: str) -> dict[str, str]:
    if language == "en":
        return {}
    with files(__name__).joinpath(f"{language}.po").open("rb") as source:
        catalogue = read_po(source, locale=language)
    return {str(message.id): str(message.string) for message in catalogue if message.id and message.string}
