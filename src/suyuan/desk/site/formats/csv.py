"""CSV: who said what, one statement a line, for a spreadsheet."""

from __future__ import annotations

import csv
import io

from suyuan.desk.site.views.dossier import Dossier
from suyuan.records import Claim, Corroboration, Statement

NAME = "CSV"
MEDIA_TYPE = "text/csv"
ENDING = "csv"
GIVES = "/export/story/ID.csv · /export/article/ID.csv"

COLUMNS = (
    "statement", "outlet", "title", "published", "url", "speaker", "role", "kind", "cue", "words", "addressee", "through",
    "said_on", "hedge", "start", "end", "claim", "standing", "origins",
)  # fmt: skip


def render(dossier: Dossier, base: str) -> bytes:
    """The statements in the order of their reports; the byte order mark tells spreadsheets that it is UTF-8."""
    written = io.StringIO(newline="")
    rows = csv.writer(written)
    rows.writerow(COLUMNS)
    articles = {one.id: one for one in dossier.articles}
    grounds = dossier.grounds()
    of = {one.statement: grounds[one.id] for one in dossier.assertions if one.statement and one.id in grounds}
    places = {one.id: place for place, one in enumerate(dossier.articles)}
    for one in sorted(dossier.statements, key=lambda each: (places[each.article], each.start, each.id)):
        article = articles[one.article]
        published = article.published.isoformat() if article.published else ""
        about = (one.id, article.outlet, article.title, published, article.url)
        rows.writerow([_cell(each) for each in (*about, *_said(one, article.text), *_claimed(of.get(one.id)))])
    return b"\xef\xbb\xbf" + written.getvalue().encode("utf-8", "replace")


def _said(one: Statement, text: str) -> tuple[object, ...]:
    return (
        one.speaker or one.speaker_kind.value, one.role, one.kind.value, one.cue, text[one.start : one.end], one.addressee,
        " ← ".join(one.chain), one.said_on, one.hedge.value, one.start, one.end,
    )  # fmt: skip


def _claimed(pair: tuple[Claim, Corroboration] | None) -> tuple[object, ...]:
    return (pair[0].id, pair[1].standing.value, pair[1].origins) if pair else ("", "", "")


def _cell(value: object) -> str:
    """What begins like a formula is no formula: a page could have a spreadsheet run it."""
    words = "" if value is None else str(value)
    return "'" + words if words.startswith(("=", "+", "-", "@", "\t", "\r")) else words
