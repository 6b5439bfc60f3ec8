"""IPTC ninjs 3.0: articles as news agencies exchange them, with what was traced of where they come from."""

from __future__ import annotations

from typing import Any

import msgspec

from suyuan.desk.site.formats.html import outside
from suyuan.desk.site.views.dossier import Dossier
from suyuan.desk.site.views.parts import stated
from suyuan.records import BODY, COPY, Article

NAME = "IPTC ninjs"
MEDIA_TYPE = "application/json"
ENDING = "ninjs.json"
GIVES = "/export/story/ID.ninjs.json · /export/article/ID.ninjs.json"

STANDARD = {
    "name": "ninjs",
    "version": "3.0",
    "schema": "https://www.iptc.org/std/ninjs/ninjs-schema_3.0.json",
}


def render(dossier: Dossier, base: str) -> bytes:
    """One item for an article; for a story a package whose associations are its reports."""
    items = [_item(dossier, one, base) for one in dossier.articles]
    if dossier.story is None or dossier.story.id != dossier.name:
        return msgspec.json.encode(items[0])
    package = {
        "uri": f"{base}/story/{dossier.name}",
        "standard": STANDARD,
        "type": "composite",
        "contentcreated": dossier.story.first,
        "versioncreated": dossier.story.last,
        "headlines": [{"role": "main", "value": dossier.title}],
        "associations": [{"name": f"report-{place}"} | item for place, item in enumerate(items, 1)],
    }
    return msgspec.json.encode(package)


def _item(dossier: Dossier, one: Article, base: str) -> dict[str, Any]:
    body = "\n".join(one.text[block.start : block.end] for block in one.blocks if block.kind in BODY)
    item: dict[str, Any] = {
        "uri": f"{base}/article/{one.id}",
        "standard": STANDARD,
        "type": "text",
        "versioncreated": stated(one),
        "firstcreated": stated(one),
        "headlines": [{"role": "main", "value": one.title}],
        "bodies": [{"role": "main", "contenttype": "text/plain", "value": body, "charcount": len(body)}],
    }
    if one.language:
        item["language"] = one.language
    if address := outside(one.url):
        item["altids"] = [{"role": "canonical", "value": address}]
    if one.byline:
        item["by"] = "、".join(one.byline)
        item["people"] = [{"name": name, "rel": "author"} for name in one.byline]
    sources = [(one.outlet, "publisher"), (one.credit, "credited")]
    item["infosources"] = [{"name": name, "rel": rel} for name, rel in sources if name]
    speakers = dict.fromkeys(each.speaker for each in dossier.statements if each.article == one.id and each.speaker)
    item["people"] = item.get("people", []) + [{"name": name, "rel": "speaker"} for name in speakers]
    copied = [each for each in dossier.reprints if each.copy == one.id and each.kind in COPY]
    if copied:
        found = [{"uri": f"{base}/article/{each.original}", "name": each.kind.value} for each in copied]
        item["associations"] = [{"type": "text", "rel": "copiedFrom"} | each for each in found]
    return item
