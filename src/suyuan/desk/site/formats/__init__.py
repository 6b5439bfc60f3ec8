"""Formats: the forms in which the site gives what it knows. Written out in order; a new one is a line here."""

from suyuan.desk.site.formats import annotation, atom, csv, evidence, html, json, jsonfeed, jsonl, ninjs, schemaorg

FORMATS = (html, json, atom, jsonfeed, jsonl, csv, ninjs, schemaorg, annotation, evidence)
"""Each has NAME, MEDIA_TYPE, GIVES (where it is and what it holds) and `render`."""

EXPORTS = (jsonl, csv, ninjs, schemaorg, annotation)
"""Those that render a dossier, by their ENDING."""

__all__ = ["EXPORTS", "FORMATS", "atom", "evidence", "html", "json", "jsonfeed", "schemaorg"]
