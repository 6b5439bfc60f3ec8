"""CSV: who said what, for a spreadsheet: a line for each statement, and for each claim of one that makes several."""

from __future__ import annotations

import csv
import io
from collections import defaultdict

from suyuan.desk import contract
from suyuan.desk.site.views.dossier import Dossier
from suyuan.records import Claim, Corroboration, Statement

NAME = "CSV"
MEDIA_TYPE = "text/csv"
ENDING = "csv"
GIVES = "/export/story/ID.csv · /export/article/ID.csv"

COLUMNS = (
    "statement", "outlet", "title", "published", "url", "speaker", "role", "kind", "cue", "words", "addressee", "through",
    "said_on", "hedge", "start", "end", "claim", "standing", "origins",
    "claim_text",
)  # fmt: skip


def render(dossier: Dossier, base: str) -> bytes:
    """The statements in the order of their reports; the byte order mark tells spreadsheets that it is UTF-8."""
    written = io.StringIO(newline="")
    rows = csv.writer(written)
    rows.writerow(COLUMNS)
    articles = {one.id: one for one in dossier.articles}
    grounds = dossier.grounds()
    made: dict[str, dict[str, tuple[Claim, Corroboration]]] = defaultdict(dict)
    for each in sorted(dossier.assertions, key=lambda each: (each.start, each.id)):
        if each.statement and each.id in grounds:
            made[each.statement].setdefault(grounds[each.id][0].id, grounds[each.id])
    places = {one.id: place for place, one in enumerate(dossier.articles)}
    for one in sorted(dossier.statements, key=lambda each: (places[each.article], each.start, each.id)):
        article = articles[one.article]
        about = (one.id, article.outlet, article.title, contract.published(article), article.url)
        for pair in made[one.id].values() or (None,):
            rows.writerow([_cell(each) for each in (*about, *_said(one, article.text), *_claimed(pair))])
    return b"\xef\xbb\xbf" + written.getvalue().encode("utf-8", "replace")


def _said(one: Statement, text: str) -> tuple[object, ...]:
    return (
        one.speaker or one.speaker_kind.value, one.role, one.kind.value, one.cue, text[one.start : one.end], one.addressee,
        " ← ".join(one.chain), one.said_on, one.hedge.value, one.start, one.end,
    )  # fmt: skip


def _claimed(pair: tuple[Claim, Corroboration] | None) -> tuple[object, ...]:
    return (pair[0].id, pair[1].standing.value, pair[1].origins, pair[0].text) if pair else ("", "", "", "")


def _cell(value: object) -> str:
    """What begins like a formula is no formula: a page could have a spreadsheet run it."""
    words = "" if value is None else str(value)
    return "'" + words if words.startswith(("=", "+", "-", "@", "\t", "\r")) else words
