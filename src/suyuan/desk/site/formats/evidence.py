"""The evidence of a story in one file: its records, the kept pages as WARC, and a page that anybody can read."""

from __future__ import annotations

import io
import zipfile
from dataclasses import dataclass

from suyuan.desk.site.formats import annotation, csv, html, jsonl, ninjs, schemaorg
from suyuan.desk.site.views.dossier import Dossier
from suyuan.desk.site.views.parts import ClaimGroup, Numbers, claim_groups, numbers
from suyuan.records import Article, Statement

NAME = "Evidence"
MEDIA_TYPE = "application/zip"
ENDING = "zip"
GIVES = "/export/story/ID.zip"

EPOCH = (1980, 1, 1, 0, 0, 0)  # the same evidence is the same file, whenever it is asked for
PAGES = "pages.warc.gz"


@dataclass(frozen=True, slots=True)
class Evidence:
    """A dossier with the kept pages behind it, as a WARC file, and for whom it is put in words."""

    dossier: Dossier
    pages: bytes
    shown: html.Shown


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """A report with what is said in it."""

    article: Article
    statements: tuple[Statement, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class EvidenceView:
    """All that stands on the page of a bundle."""

    title: str
    numbers: Numbers
    groups: tuple[ClaimGroup, ...]
    reports: tuple[Report, ...]
    files: tuple[str, ...]


def render(evidence: Evidence, base: str) -> bytes:
    """The zip."""
    held = io.BytesIO()
    forms = (jsonl, csv, ninjs, schemaorg, annotation)
    files = {f"story.{form.ENDING}": form.render(evidence.dossier, base) for form in forms}
    view = _view(evidence.dossier, (*files, PAGES))
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as out:
        _put(out, "index.html", html.render("evidence.html", view, evidence.shown))
        for name, body in files.items():
            _put(out, name, body)
        _put(out, PAGES, evidence.pages, is_packed=True)
    return held.getvalue()


def _put(out: zipfile.ZipFile, name: str, body: bytes, *, is_packed: bool = False) -> None:
    entry = zipfile.ZipInfo(name, EPOCH)
    entry.compress_type = zipfile.ZIP_STORED if is_packed else zipfile.ZIP_DEFLATED
    out.writestr(entry, body)


def _view(dossier: Dossier, files: tuple[str, ...]) -> EvidenceView:
    said = {one.id: tuple(each for each in dossier.statements if each.article == one.id) for one in dossier.articles}
    return EvidenceView(
        title=dossier.title,
        numbers=numbers(dossier.articles, dossier.origins),
        groups=claim_groups(dossier.claims, dossier.articles, dossier.assertions, dossier.statements),
        reports=tuple(Report(article=one, statements=said[one.id]) for one in dossier.articles),
        files=files,
    )
