"""HTML: a view in a template, in the words of a language. Everything is escaped; nothing of a page is rendered."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from typing import Any
from urllib.parse import quote, urlsplit
from zoneinfo import ZoneInfo

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from suyuan.desk.site import charts
from suyuan.desk.store.search import STANDINGS
from suyuan.desk.words import LANGUAGES, words
from suyuan.desk.words.moments import Moments
from suyuan.outlets import Directory
from suyuan.text import HAN, written_in

# 莱奥·列维奇: no line begins with the dot, and browsers allow it. What scripts, titles, forms and drawings hold is no running text.
_DOTTED = re.compile(r"[㐀-鿿](?: ?[·•‧] ?[㐀-鿿])+")
_RUNNING = re.compile(r"<(script|style|title|textarea|select|svg)\b.*?</\1>|>[^<>]*[·•‧][^<>]*(?=<)", re.DOTALL)

_MOMENT = re.compile(r"\d{4}-\d\d-\d\d(?:T[\dA-Z:]{2,8})?")

NAME = "HTML"
MEDIA_TYPE = "text/html"
GIVES = "/"


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """To whom and from where a page is shown; `path` is its own address, ready to have a language added."""

    language: str
    now: datetime
    zone: ZoneInfo
    outlets: Directory
    path: str
    visitor: Any  # who asks (`guard.Visitor`); None for a page that answers before that is known


def render(template: str, view: Any, shown: Shown) -> bytes:
    """A view as a page."""

    moments = Moments(shown.language, shown.zone, shown.now)

    def named(name: str) -> str:
        """A newsroom as readers know it and a moment as they read it, where a step gives the id and the value."""
        if _MOMENT.fullmatch(name):
            return moments.as_of(name)
        outlet = shown.outlets.by_id(name)
        return outlet.name if outlet else name

    found = environment(shown.language).get_template(template)
    page = found.render(view=view, at=moments, path=shown.path, named=named, visitor=shown.visitor)
    return held(page).encode("utf-8", "replace")


def held(page: str) -> str:
    """A page with the dot of each foreign name held to its neighbours by a style: copying carries no odd character along."""
    return _RUNNING.sub(
        lambda found: found[0] if found[1] else _DOTTED.sub(r'<span class="held">\g<0></span>', found[0]), page
    )


@cache
def environment(language: str) -> Environment:
    """The templates in the words of a language."""
    made = Environment(
        loader=PackageLoader("suyuan.desk.site"), autoescape=True, undefined=StrictUndefined,
        trim_blocks=True, lstrip_blocks=True, extensions=["jinja2.ext.i18n"], auto_reload=False,
    )  # fmt: skip
    chosen = words(language)
    made.install_gettext_callables(chosen.say, chosen.count, newstyle=True)  # type: ignore[attr-defined]
    made.filters |= {
        "code": chosen.code,
        "reason": chosen.reason,
        "told": chosen.told,
        "field": chosen.field,
        "slot": chosen.slot,
        "outside": outside,
        "segment": segment,
        "percent": percent,
        "tongue": tongue,
    }
    made.globals |= {
        "language": language,
        "lang": LANGUAGES[language],
        "gap": "" if language == "zh" else " ",  # between two sentences
        "charts": charts,
        "languages": tuple(LANGUAGES),
        "standings": tuple(STANDINGS.values()),
    }
    return made


def tongue(title: str, language: str | None = None) -> Markup:
    """The attribute that says in which language a title is set: its own, else English where it has no Chinese character."""
    if not language and not written_in(HAN, title) and any(one.isalpha() for one in title):
        language = "en"
    return Markup(' lang="{}"').format(language) if language else Markup()


def outside(address: str | None) -> str | None:
    """An address that a reader may be sent to: http and https only, and no other."""
    if not address:
        return None
    try:
        parts = urlsplit(address)
    except ValueError:
        return None
    return address if parts.scheme in ("http", "https") and parts.hostname else None


def segment(name: str | None) -> str:
    """A name as one segment of an address."""
    return quote(name or "", safe="")


def percent(share: float) -> str:
    """A share as a whole percentage; never 100 % of what is not all."""
    return f"{min(99, round(share * 100)) if share < 0.995 else 100}%"
