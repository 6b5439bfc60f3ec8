"""Addresses of articles: the one a page names for itself, where that can be its own, and which page of an article one is."""

from __future__ import annotations

import re
from functools import lru_cache
from urllib.parse import urljoin

from suyuan.articles.walk import Sheet
from suyuan.outlets import Directory, host

_WHOLE = re.compile(r"https?://[^/]+/.+")  # the canonical address of a front page is the site's, not the article's
_CACHES = re.compile(
    r"(?:^|\.)(?:ampproject\.org|bing-amp\.com|archive\.org|archive\.(?:ph|is|today)|googleusercontent\.com)$"
)
# A link in one of its plain forms: whole, from the root, without its scheme, from where the page stands.
_PLAIN = re.compile(
    r"(?:(?P<whole>https?://[\w.-]+/)|(?P<root>/)(?!/)|(?P<scheme>//[\w.-]+/)|(?=\w))[\w./-]*+(?:\?[\w=&%.-]+)?(?:#[\w=&%.-]+)?", re.A
)  # fmt: skip
_SECOND_LEVEL = frozenset("com net org gov edu co ac or ne go gob nom".split())

# How the path of an address counts its pages, example. The number is of two digits at most: longer ones tell articles apart.
NUMBERED: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"[_-](?P<number>\d{1,2})(?=\.(?:s?html?|php|aspx?|jsp)$)"), "http://a.example/n1/2031/c1-3115_2.html"),
    (re.compile(r"(?<=\w{6})_(?P<number>\d{1,2})/?$"), "http://a.example/story/20310602001_2"),
    (re.compile(r"(?<=[^/]{8})/(?P<number>\d{1,2})/?$"), "http://a.example/the-ferry-is-back/2/"),
    (re.compile(r"[_-](?P<all>all|full|whole)(?=\.s?html?$)", re.I), "http://a.example/2031/3115_all.html"),
)  # fmt: skip
_PARAMETERS = frozenset("page p pn pg pageno currentpage pageindex".split())
_PLACE = re.compile(r"\d{1,2}|all", re.I)
_ALL = 100  # the whole on one page comes after its parts
_STATIC = re.compile(r"\.s?html?$")


def canonical(sheet: Sheet, url: str, outlets: Directory) -> tuple[str, str] | None:
    """The address that the page names for itself, and where; None where it names none that can be its own.

    A page of another site is the original that this one copies, and copies have addresses of their own. The second
    page of an article often names the first.
    """
    for rule, link in (("canonical address", sheet.links.get("canonical")), ("meta og:url", sheet.metas.get("og:url"))):
        whole = joined(url, link) if link else None
        if (
            whole
            and _WHOLE.match(whole)
            and not is_later(url, whole)
            and (not _has_publisher(url) or _same_site(url, whole, outlets))
        ):
            return whole, rule
    return None


def publishing(url: str, named: str | None) -> str:
    """The address whose host publishes: that of the page, unless it lies in a cache or was saved to a file."""
    return url if _has_publisher(url) else named or url


def joined(url: str, link: str) -> str | None:
    """A link of a page as a whole address; None where it is none."""
    # Nothing to work out in the plain forms, which is worth knowing: a page has hundreds of links.
    if "/." not in link and (form := _PLAIN.fullmatch(link)):
        if form.lastgroup == "whole":
            return link
        if form.lastgroup == "scheme" or "//" not in link:
            before = _before(url).get(form.lastgroup)
            if before is not None:
                return before + link
    try:
        return urljoin(url, link)
    except ValueError:  # http://[
        return None


@lru_cache(maxsize=16)
def _before(url: str) -> dict[str | None, str]:
    """What stands before a link of each plain form on the page at an address; nothing where that is no address."""
    try:
        root, scheme, here = (urljoin(url, given)[: -len(given)] for given in ("/", "//a", "a"))
    except ValueError:
        return {}
    return {"root": root, "scheme": scheme, None: here}


def number(address: str) -> int:
    """Which page of its article an address is by its own count; 0 where it bears no number."""
    return _parted(address)[1]


def is_later(address: str, other: str) -> bool:
    """Whether an address is a later page of the article at the other."""
    one, place = _parted(address)
    if not place:
        return False
    base, first = _parted(other)
    return one == base and place > first and host(address) == host(other)


@lru_cache(maxsize=1024)  # a page's own address is held against each of its links
def _parted(address: str) -> tuple[str, int]:
    """What stands behind the host of an address, without the number of its page, and that number."""
    path, _, query = address.partition("#")[0].partition("//")[2].partition("/")[2].partition("?")
    place = 0
    for pattern, _ in NUMBERED:
        if match := pattern.search(path):
            place = _place(match[1])
            path = path[: match.start()] + path[match.end() :]
            break
    kept = []
    for parameter in query.split("&"):
        name, _, value = parameter.partition("=")
        if name.lower() in _PARAMETERS and _PLACE.fullmatch(value):
            place = _place(value)
        elif parameter and not _STATIC.search(path):  # to a file they say where the reader came from
            kept.append(parameter)
    return f"{path.rstrip('/')}?{'&'.join(sorted(kept))}", place


def _place(written: str) -> int:
    return int(written) if written.isdigit() else _ALL


def _has_publisher(url: str) -> bool:
    name = host(url)
    return bool(name) and _CACHES.search(name) is None


def _same_site(one: str, other: str, outlets: Directory) -> bool:
    publisher = outlets.by_host(one)
    return _site(one) == _site(other) or (publisher is not None and publisher is outlets.by_host(other))


def _site(address: str) -> str:
    """The part of a host that its owner registered: example.com.cn of m.news.example.com.cn."""
    labels = host(address).split(".")
    size = 3 if len(labels) > 2 and len(labels[-1]) == 2 and labels[-2] in _SECOND_LEVEL else 2
    return ".".join(labels[-size:])
