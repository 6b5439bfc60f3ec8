"""The evidence of a story in one file: its records, the kept pages as WARC, and a page that anybody can read."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable
from dataclasses import dataclass
from html import escape

from suyuan.desk.site.formats import annotation, csv, jsonl, ninjs, schemaorg
from suyuan.desk.site.formats.html import outside
from suyuan.desk.site.views.dossier import Dossier
from suyuan.desk.site.views.parts import time_of
from suyuan.records import Claim, Corroboration

NAME = "Evidence"
MEDIA_TYPE = "application/zip"
ENDING = "zip"
GIVES = "/export/story/ID.zip"

EPOCH = (1980, 1, 1, 0, 0, 0)  # the same evidence is the same file, whenever it is asked for


@dataclass(frozen=True, slots=True)
class Evidence:
    """A dossier with the kept pages behind it, as a WARC file."""

    dossier: Dossier
    pages: bytes


def render(evidence: Evidence, base: str) -> bytes:
    """The zip."""
    held = io.BytesIO()
    dossier = evidence.dossier
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as out:
        _put(out, "index.html", _page(dossier))
        for form in (jsonl, csv, ninjs, schemaorg, annotation):
            _put(out, f"story.{form.ENDING}", form.render(dossier, base))
        _put(out, "pages.warc.gz", evidence.pages, is_packed=True)
    return held.getvalue()


def _put(out: zipfile.ZipFile, name: str, body: bytes, *, is_packed: bool = False) -> None:
    entry = zipfile.ZipInfo(name, EPOCH)
    entry.compress_type = zipfile.ZIP_STORED if is_packed else zipfile.ZIP_DEFLATED
    out.writestr(entry, body)


def _page(dossier: Dossier) -> bytes:
    """Plain HTML without style or script, so that it opens anywhere and for long."""
    lines = [
        '<!doctype html><html lang="zh-CN"><meta charset="utf-8">',
        '<meta http-equiv="content-security-policy" content="default-src \'none\'">',
        f"<title>{escape(dossier.title)}</title><h1>{escape(dossier.title)}</h1><h2>说法 Claims</h2><ol>",
        *_claims(dossier.claims),
        "</ol><h2>报道 Reports</h2><ol>",
        *_reports(dossier),
        "</ol></html>",
    ]
    return "\n".join(lines).encode("utf-8", "replace")


def _claims(claims: Iterable[tuple[Claim, Corroboration]]) -> Iterable[str]:
    for claim, ground in claims:
        roots = "；".join(escape(root.name or root.voice) for root in ground.roots)
        yield f"<li>{escape(claim.text)} — {ground.standing.value}, {ground.origins} origins: {roots} <code>{claim.id}</code></li>"


def _reports(dossier: Dossier) -> Iterable[str]:
    for one in dossier.articles:
        address = outside(one.url)
        link = f'<a href="{escape(address)}" rel="noopener noreferrer">{escape(address)}</a>' if address else ""
        yield f"<li><b>{escape(one.title)}</b> {escape(one.outlet or '')} {time_of(one).isoformat()} {link} <code>{one.id}</code>"
        for said in dossier.statements:
            if said.article == one.id:
                who = escape(said.speaker or said.speaker_kind.value)
                yield f"<blockquote>{who}: {escape(one.text[said.start : said.end])}</blockquote>"
        yield "</li>"
