"""An article that its site prints on several pages: which page follows, and the pages joined to one article.

A page goes on where one of its links bears the mark of a pager (下一页, 2, 余下全文, rel=next) and leads to the page's own
address with a later number. The mark alone would not do: rel=next is the next day's news on many sites.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from suyuan.articles.address import is_later, joined, number
from suyuan.articles.walk import Sheet
from suyuan.records import Article, Block, Picture, Reason, Span, digest

_NEXT = re.compile(
    r"[\[【(（]?\s*(?:下一?[页頁]|后一?页|後一?頁|翻页|next page|[>›»→]{1,2}|(?:第\s?)?\d{1,2}\s?[页頁]?)\s*[>›»→]{0,2}\s*[\]】)）]?", re.I
)  # fmt: skip
_WHOLE = re.compile(
    r"(?:点击)?(?:余下|余下的?|显示|查看|阅读|单页)?(?:全文|阅读全文|单页显示|全文阅读)|(?:view as )?single page", re.I
)
_OPENINGS = frozenset("[【(（下后後翻nN>›»→第点余显查阅单全vVsS")  # and begins with one of these, or with a digit
_LONGEST_MARK = 20
_LONGEST = 199  # characters of a line of several links
_SEEN = 6  # characters from which words that stand on two pages are set there twice


def next_page(sheet: Sheet, address: str) -> str | None:
    """The address of the page on which the article at `address` goes on."""
    whole = (found for link in dict.fromkeys(_marked(sheet)) if (found := joined(address, link)))
    return min((link for link in whole if is_later(link, address)), key=number, default=None)


def _marked(sheet: Sheet) -> Iterator[str]:
    """The links that a pager's mark stands on."""
    if link := sheet.links.get("next"):
        yield link
    for line in sheet.lines:
        # A line of one link is no longer than its mark.
        if not line.links or len(line.text) > (_LONGEST_MARK if len(line.runs) == 1 else _LONGEST):
            continue
        for run in line.runs:
            if run.href is not None and len(run.text) <= _LONGEST_MARK and _is_mark(run.text.strip()):
                yield run.href


def _is_mark(text: str) -> bool:
    """Whether a link's text is a pager's mark; most are not, which their first character tells."""
    return (text[:1] in _OPENINGS or text[:1].isdecimal()) and (
        _NEXT.fullmatch(text) or _WHOLE.fullmatch(text)
    ) is not None


def join(first: Article, *more: Article) -> Article:
    """One article out of those that were read from its pages, whatever the order they are given in.

    Pages are put in order by the number in their addresses. What stands on an earlier page already (headline, credit
    line, a whole page where another prints all) is not repeated. Title, address and first sight are those of the first
    page; what it does not say is taken from the next that does. `next_page` is left where the last page goes on.
    """
    parts = sorted(
        {part.id: part for part in (first, *more)}.values(),
        key=lambda part: (number(part.url or ""), part.url or "", part.id),
    )
    head = parts[0]
    if len(parts) == 1:
        return head
    text, blocks, pictures = _joined(parts)
    published = next((part for part in parts if part.published is not None), head)
    return replace(
        head,
        id=digest("article", head.url, head.title, text, published.published),
        text=text,
        blocks=blocks,
        pictures=pictures,
        first_seen=min(part.first_seen for part in parts),
        published=published.published,
        precision=published.precision,
        offset=published.offset,
        credit=next((part.credit for part in parts if part.credit), None),
        byline=tuple(dict.fromkeys(name for part in parts for name in part.byline)),
        editors=tuple(dict.fromkeys(name for part in parts for name in part.editors)),
        is_original=next((part.is_original for part in parts if part.is_original is not None), None),
        lists=next((part.lists for part in parts if part.lists), ()),
        reasons=(
            *head.reasons,
            Reason(field="text", rule="pages joined", seen=" ".join(part.url or "" for part in parts)[:200]),
        ),
        next_page=parts[-1].next_page,
    )


def _joined(parts: Sequence[Article]) -> tuple[str, tuple[Block, ...], tuple[Picture, ...]]:
    texts: list[str] = []
    blocks: list[Block] = []
    pictures: dict[str, Picture] = {}
    seen = {parts[0].title}
    start = 0
    for part in parts:
        moved: dict[tuple[int, int], Span] = {}
        for block in part.blocks:
            words = part.text[block.start : block.end]
            if words in seen:
                continue
            placed = Span(start=start, end=start + len(words))
            moved[block.start, block.end] = placed
            blocks.append(replace(block, start=placed.start, end=placed.end))
            texts.append(words)
            start = placed.end + 1
        for picture in part.pictures:
            caption = moved.get((picture.caption.start, picture.caption.end)) if picture.caption else None
            pictures.setdefault(picture.url, replace(picture, caption=caption))
        seen.update(words for block in part.blocks if len(words := part.text[block.start : block.end]) >= _SEEN)
    return "\n".join(texts), tuple(blocks), tuple(pictures.values())
