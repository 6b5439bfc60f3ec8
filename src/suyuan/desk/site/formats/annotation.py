"""W3C Web Annotation: what was found, as notes on the original pages, each anchored to its words."""

from __future__ import annotations

from typing import Any

import msgspec

from suyuan.desk.site.formats.html import outside
from suyuan.desk.site.views.dossier import Dossier
from suyuan.records import Article, Statement, Timex

NAME = "W3C Web Annotation"
MEDIA_TYPE = "application/ld+json"
ENDING = "annotations.json"
GIVES = "/export/story/ID.annotations.json · /export/article/ID.annotations.json"

AROUND = 32  # characters on either side, as marks have them


def render(dossier: Dossier, base: str) -> bytes:
    """An annotation page: statements and dates, on the address of the page that says them."""
    articles = {one.id: one for one in dossier.articles}
    found: tuple[Statement | Timex, ...] = (*dossier.statements, *dossier.timexes)
    notes = [_note(one, articles[one.article], _words(one), base) for one in found]
    page = {
        "@context": "http://www.w3.org/ns/anno.jsonld",
        "id": f"{base}{dossier.address}.{ENDING}",
        "type": "AnnotationPage",
        "items": notes,
    }
    return msgspec.json.encode(page)


def _words(one: Statement | Timex) -> str:
    if isinstance(one, Timex):
        return one.value
    speaker = one.speaker or one.speaker_kind.value
    return " ← ".join((speaker, *one.chain)) + (f" ({one.role})" if one.role else "")


def _note(one: Statement | Timex, article: Article, words: str, base: str) -> dict[str, Any]:
    text = article.text
    return {
        "id": f"{base}/why/{one.id}",
        "type": "Annotation",
        "motivation": "identifying",
        "body": {"type": "TextualBody", "value": words, "format": "text/plain"},
        "target": {
            "source": outside(article.url) or f"{base}/article/{article.id}",
            "selector": [
                {
                    "type": "TextQuoteSelector",
                    "exact": text[one.start : one.end],
                    "prefix": text[max(0, one.start - AROUND) : one.start],
                    "suffix": text[one.end : one.end + AROUND],
                },
                {"type": "TextPositionSelector", "start": one.start, "end": one.end},
            ],
        },
    }
