"""Formats: the forms in which the site gives what it knows. Written out in order; a new one is a line here."""

from suyuan.desk.site.formats import atom, html, json, jsonfeed

FORMATS = (html, json, atom, jsonfeed)
"""Each has NAME, MEDIA_TYPE, GIVES (where it is and what it holds) and `render`."""

__all__ = ["FORMATS", "atom", "html", "json", "jsonfeed"]
