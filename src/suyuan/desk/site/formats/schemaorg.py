"""schema.org: NewsArticle with its Quotations and Claims, as JSON-LD; also a data block in the pages themselves."""

from __future__ import annotations

from typing import Any

import msgspec

from suyuan.desk.site.formats.html import outside
from suyuan.desk.site.views.dossier import Dossier
from suyuan.desk.site.views.parts import stated
from suyuan.records import Article, Claim, Corroboration, Statement

NAME = "schema.org"
MEDIA_TYPE = "application/ld+json"
ENDING = "jsonld"
GIVES = "/export/story/ID.jsonld · /export/article/ID.jsonld"


def render(dossier: Dossier, base: str) -> bytes:
    """The articles as a graph. No rating stands in it: the desk counts origins and does not judge."""
    claims = [_claim(claim, ground, base) for claim, ground in dossier.claims]
    graph = [_article(dossier, one, base) for one in dossier.articles]
    return msgspec.json.encode({"@context": "https://schema.org", "@graph": graph + claims})


def block(dossier: Dossier, base: str) -> str:
    """The same for a page: no < in it, so that nothing in it can end the block."""
    written = render(dossier, base).decode("utf-8", "replace")
    return written.replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")


def _article(dossier: Dossier, one: Article, base: str) -> dict[str, Any]:
    return _said(
        {
            "@type": "NewsArticle",
            "@id": f"{base}/article/{one.id}",
            "headline": one.title,
            "datePublished": stated(one),
            "inLanguage": one.language,
            "url": outside(one.url),
            "publisher": {"@type": "Organization", "name": one.outlet} if one.outlet else None,
            "sourceOrganization": {"@type": "Organization", "name": one.credit} if one.credit else None,
            "author": [{"@type": "Person", "name": name} for name in one.byline] or None,
            "isBasedOn": [f"{base}/article/{each.original}" for each in dossier.reprints if each.copy == one.id]
            or None,
            "hasPart": [_quotation(each, one, base) for each in dossier.statements if each.article == one.id] or None,
        }
    )


def _quotation(one: Statement, article: Article, base: str) -> dict[str, Any]:
    return _said(
        {
            "@type": "Quotation",
            "@id": f"{base}/why/{one.id}",
            "text": article.text[one.start : one.end],
            "spokenByCharacter": {"@type": "Person", "name": one.speaker} if one.speaker else None,
            "isPartOf": {"@id": f"{base}/article/{article.id}"},
        }
    )


def _claim(claim: Claim, ground: Corroboration, base: str) -> dict[str, Any]:
    return _said(
        {
            "@type": "Claim",
            "@id": f"{base}/why/{claim.id}",
            "text": claim.text,
            "appearance": [{"@id": f"{base}/article/{one}"} for one in claim.articles],
            "firstAppearance": {"@id": f"{base}/article/{claim.articles[0]}"},
            "additionalProperty": [
                {"@type": "PropertyValue", "name": "standing", "value": ground.standing.value},
                {"@type": "PropertyValue", "name": "independentOrigins", "value": ground.origins},
            ],
        }
    )


def _said(row: dict[str, Any]) -> dict[str, Any]:
    """Without what the page does not say."""
    return {name: value for name, value in row.items() if value is not None}
