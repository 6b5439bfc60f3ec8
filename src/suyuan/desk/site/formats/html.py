"""HTML: a view in a template, in the words of a language. Everything is escaped; nothing of a page is rendered."""

from __future__ import annotations

from datetime import datetime
from functools import cache
from typing import Any
from urllib.parse import quote, urlsplit
from zoneinfo import ZoneInfo

from jinja2 import Environment, PackageLoader, StrictUndefined

from suyuan.desk.site import charts
from suyuan.desk.site.words import LANGUAGES, words
from suyuan.desk.site.words.moments import Moments

NAME = "HTML"
MEDIA_TYPE = "text/html"
GIVES = "/"


def render(template: str, view: Any, *, language: str, now: datetime, zone: ZoneInfo, path: str = "/") -> bytes:
    """A page. `path` is the address that the page has, for the link to the other language."""
    found = environment(language).get_template(template)
    return found.render(view=view, at=Moments(language, zone, now), path=path).encode("utf-8", "replace")


@cache
def environment(language: str) -> Environment:
    """The templates in the words of a language."""
    made = Environment(
        loader=PackageLoader("suyuan.desk.site"), autoescape=True, undefined=StrictUndefined,
        trim_blocks=True, lstrip_blocks=True, extensions=["jinja2.ext.i18n"], auto_reload=False,
    )  # fmt: skip
    chosen = words(language)
    made.install_gettext_callables(chosen.say, chosen.count, newstyle=True)  # type: ignore[attr-defined]
    made.filters |= {"code": chosen.code, "outside": outside, "segment": segment, "percent": percent}
    made.globals |= {"language": language, "lang": LANGUAGES[language], "charts": charts, "languages": tuple(LANGUAGES)}
    return made


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
