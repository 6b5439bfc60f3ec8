"""XML from strangers, made safe before it is parsed: feeds, sitemaps and OPML all go by this door.

Nothing is expanded, loaded or fetched. A document type that declares anything is refused, a bare one is dropped;
what nests deeper than any feed does is refused; characters and entities that XML does not know but feeds use
are mended. All of it is looked at after decoding, so that no character set hides anything.
"""

from __future__ import annotations

import html.entities
import re
from collections.abc import Iterator
from functools import lru_cache
from io import BytesIO

from lxml import etree

from suyuan.articles.decode import decode
from suyuan.desk.errors import UnreadableInput

DEEPEST = 120  # levels; XHTML inside Atom reaches forty, libxml2 itself gives up at 256

_DECLARATION = re.compile(r"\A\s*<\?xml[^>]{0,400}\?>", re.IGNORECASE)
_DECLARES = re.compile(r"<!(?:ENTITY|ELEMENT|ATTLIST|NOTATION)|[\[\]]|\bSYSTEM\b", re.IGNORECASE)
_NEVER = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
_ENTITY = re.compile(r"&(#?\w{1,32});?")
_XML_ENTITIES = frozenset({"amp", "lt", "gt", "quot", "apos"})
_NAME_START = re.compile(r"[A-Za-z_:]")


def safe(body: bytes, charset: str | None = None) -> bytes:
    """A document as UTF-8 that can be parsed without harm; UnreadableInput where it is made to harm."""
    text, _ = decode(body, charset)
    text = _DECLARATION.sub("", _NEVER.sub(" ", text.lstrip("\ufeff \r\n\t")), count=1).lstrip()
    start = _prolog(text)
    if text[start : start + 9].upper() == "<!DOCTYPE":
        end = text.find(">", start)
        if end < 0 or _DECLARES.search(text, start, end + 1):
            raise UnreadableInput("Its document type declares something.")
        text = text[end + 1 :]
    _check_depth(text)
    return _ENTITY.sub(_known, text).encode()


def _prolog(text: str) -> int:
    """Where comments and instructions before the first element or document type end."""
    place = 0
    for opening, closing in (("<!--", "-->"), ("<?", "?>")) * 20:
        if text.startswith(opening, place):
            end = text.find(closing, place)
            place = len(text) if end < 0 else end + len(closing)
        while place < len(text) and text[place].isspace():
            place += 1
    return place


def _check_depth(text: str) -> None:
    """Counts open elements as a parser would; a stray closing tag takes nothing away below none."""
    depth, place = 0, text.find("<")
    while place >= 0:
        if text.startswith("<![CDATA[", place):
            place = text.find("]]>", place)
        elif text.startswith("<!--", place):
            place = text.find("-->", place)
        elif text.startswith("</", place):
            depth = max(0, depth - 1)
        elif _NAME_START.match(text, place + 1):
            end = text.find(">", place)
            if end < 0:
                return
            depth += text[end - 1] != "/"
            if depth > DEEPEST:
                raise UnreadableInput(f"It nests more than {DEEPEST} levels deep.")
        if place < 0:
            return
        place = text.find("<", place + 1)


def _known(entity: re.Match[str]) -> str:
    """An entity of HTML as its character; an ampersand that begins nothing as one."""
    name = entity[1]
    if name in _XML_ENTITIES and entity[0].endswith(";"):
        return entity[0]
    if name.startswith("#") or f"{name};" in html.entities.html5:
        found = html.unescape(f"&{name};")
        return html.escape(_NEVER.sub(" ", found)) if len(found) <= 2 else f"&amp;{entity[0][1:]}"
    return f"&amp;{entity[0][1:]}"


def elements(document: bytes) -> Iterator[etree._Element]:
    """Every element of a document that was made safe, as it ends; what is read may be cleared by the reader."""
    walk = etree.iterparse(
        BytesIO(document), events=("end",), recover=True, resolve_entities=False, no_network=True, load_dtd=False,
        huge_tree=False, remove_comments=True, remove_pis=True,
    )  # fmt: skip
    try:
        for _, element in walk:
            yield element
    except etree.XMLSyntaxError:
        return  # broken beyond repair from here on: what came before stands


def name(element: etree._Element) -> str:
    """An element's name without its namespace, in lower case; prefixes that nobody declared are none."""
    return _name(str(element.tag))


@lru_cache(maxsize=4096)
def _name(tag: str) -> str:
    return tag.rpartition("}")[2].rpartition(":")[2].lower()


def words(element: etree._Element | None) -> str:
    """An element's text."""
    return "".join(element.itertext()).strip() if element is not None else ""


def let_go(element: etree._Element) -> None:
    """An element was read: it and what stands before it are not needed any more."""
    element.clear(keep_tail=False)
    parent = element.getparent()
    while parent is not None and element.getprevious() is not None:
        del parent[0]
