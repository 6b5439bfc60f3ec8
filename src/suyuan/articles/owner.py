"""An owner's selectors for an outlet's pages: they overrule the general method, for as long as they hold."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Any

from selectolax.lexbor import SelectolaxError

from suyuan.articles.walk import tidy
from suyuan.records import Outlet, Selector

FIELDS = {"title": "title", "author": "byline", "credit": "credit", "published": "published", "body": "text"}
"""What a selector may give, and the field of the article that it decides."""


def holding(outlet: Outlet, day: datetime) -> tuple[Selector, ...]:
    """The selectors that hold for a page of this outlet that is of that day; `until` names the last day of a rule.

    The day is the page's own where it shows one: a page kept for years is read with the rules of its time.
    """
    return tuple(one for one in outlet.selectors if one.until is None or day.date().isoformat() <= one.until)


def remove(tree: Any, selectors: Sequence[Selector]) -> int:
    """Take out of the tree what the owner does not want read; how much that was."""
    nodes = {
        node.mem_id: node for selector in selectors if selector.field == "remove" for node in _found(tree, selector.css)
    }
    # What stands in another goes with it, and must not be touched after that.
    outermost = [node for node in nodes.values() if not any(outer.mem_id in nodes for outer in _around(node))]
    for node in outermost:
        node.decompose()
    return len(outermost)


def _around(node: Any) -> Iterator[Any]:
    while (node := node.parent) is not None:
        yield node


def select(tree: Any, selectors: Sequence[Selector]) -> dict[str, list[str]]:
    """For each field with a selector that finds something: the texts found, for the body their markup."""
    found: dict[str, list[str]] = {}
    for selector in selectors:
        if selector.field not in FIELDS or selector.field in found:
            continue
        nodes = _found(tree, selector.css)
        if selector.field == "body":
            texts = [node.html or "" for node in nodes]
        elif selector.field == "published":
            texts = [node.attributes.get("datetime") or node.attributes.get("content") or node.text() for node in nodes]
        else:
            texts = [tidy(node.attributes.get("content") or node.text()) for node in nodes]
        if any(text.strip() for text in texts):
            found[selector.field] = texts
    return found


def _found(tree: Any, css: str) -> list[Any]:
    try:
        return list(tree.css(css))
    except SelectolaxError:  # the selector is none; the page is then read as if it were not there
        return []
