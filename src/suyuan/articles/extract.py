"""The two doors' work: a page, or an item of a feed, becomes an article, or is turned away with a reason."""

from __future__ import annotations

import re
from datetime import datetime

from suyuan.articles import byline, html, plain, published, title
from suyuan.articles.decode import decode
from suyuan.articles.draft import Draft, Piece
from suyuan.articles.published import CHINA
from suyuan.articles.walk import sheet, tidy
from suyuan.articles.wording import kind_of
from suyuan.outlets import Directory, host
from suyuan.records import (
    Article,
    Block,
    BlockKind,
    FeedItem,
    Page,
    Picture,
    Precision,
    Rejection,
    Span,
    digest,
)

_HAN = re.compile(r"[\u4e00-\u9fff]")
_KANA = re.compile(r"[\u3041-\u30ff]")
_HANGUL = re.compile(r"[\uac00-\ud7a3]")


def extract(page: Page, *, outlets: Directory) -> tuple[Article | Rejection, ...]:
    """The article that a page holds, or why there is none."""
    if not page.body.strip(b"\x00 \t\r\n"):
        return (_rejection(page.id, "empty", "the page has no content"),)
    text, charset = decode(page.body, page.charset)
    if _is_plain(page, text):
        draft = _from_plain(text, page.fetched, outlets)
    else:
        draft = html.read(text, page, outlets)
    draft.because("text", "character set", charset)
    if page.status >= 400:
        return (_rejection(page.id, "error-status", f"{page.status} {draft.title}"),)
    if draft.refusal or not draft.pieces:
        return (_rejection(page.id, *(draft.refusal or ("no-text", draft.title))),)
    return (_article(draft, page, outlets),)


def _is_plain(page: Page, text: str) -> bool:
    if (page.media_type or "").startswith("text/plain"):
        return True
    return not page.media_type and "<" not in text[:20_000]


def _rejection(record: str, reason: str, detail: str) -> Rejection:
    return Rejection(id=digest("rejection", "extract", record, reason), step="extract", input=record, reason=reason, detail=detail[:200])


def _from_plain(text: str, fetched: datetime, outlets: Directory) -> Draft:
    made = plain.read(text)
    draft = Draft(title=made.title, is_original=made.is_original, rows=tuple(made.rows))
    draft.pieces = [Piece(kind, line) for kind, line in made.blocks]
    found = published.moments(made.stamp, fetched)
    if found:
        draft.moment = found[0]
        draft.because("published", "line under the title", found[0].seen)
    draft.credit = byline.credit_of(made.stamp)
    if made.name:
        draft.credit = draft.credit or byline.credit_of(made.name) or (made.name if byline.is_outlet(made.name, outlets) else None)
        if not draft.credit:
            draft.authors = byline.authors_of(made.name, outlets) or (made.name,)
            draft.because("byline", "line between title and time", made.name)
    return draft


def unpack(item: FeedItem, *, outlets: Directory) -> tuple[Article | Rejection, ...]:
    """The article that an item of a feed holds, or why there is none."""
    name, is_original = title.label(tidy(item.title))
    blocks: list[Block] = []
    if item.html is None and item.text is not None:
        text = item.text
        start = 0
        for line in text.split("\n"):
            if line.strip():
                blocks.append(Block(kind=kind_of(line.strip()) or BlockKind.PARAGRAPH, start=start, end=start + len(line)))
            start += len(line) + 1
    else:
        lines = [(kind_of(line.text) or BlockKind.PARAGRAPH, line.text) for line in sheet(item.html or "").lines]
        text = "\n".join(line for _, line in lines)
        blocks = _blocks([Piece(kind, line) for kind, line in lines])
    publisher = outlets.by_name(item.outlet) or outlets.by_host(item.outlet) or outlets.by_host(item.url)
    if not text.strip() and not name:
        return (_rejection(item.id, "empty", "the item has neither title nor text"),)
    return (
        Article(
            id=digest("article", item.url, name, text, item.published),
            page=item.id, url=item.url, outlet=publisher.name if publisher else item.outlet or host(item.url) or None,
            title=name, text=text, blocks=tuple(blocks), first_seen=item.first_seen, published=item.published,
            precision=item.precision, is_original=is_original, language=_language(name + text, ""),
        ),
    )  # fmt: skip


def _article(draft: Draft, page: Page, outlets: Directory) -> Article:
    texts = [piece.text for piece in draft.pieces]
    text = "\n".join(texts)
    blocks = _blocks(draft.pieces)
    language = _language(text, draft.language or "")
    offset: int | None = None
    published_at: datetime | None = None
    if draft.moment is not None:
        offset = draft.moment.offset if draft.moment.offset is not None else CHINA if language == "zh" else None
        published_at = draft.moment.utc(offset)
    publisher = outlets.by_host(page.url)
    url = draft.url or page.url
    captions = {block.picture: Span(start=block.start, end=block.end) for block in blocks if block.picture}
    return Article(
        id=digest("article", page.url, draft.title, text, published_at),
        page=page.id, url=url, outlet=publisher.name if publisher else host(page.url) or None,
        title=draft.title, text=text, blocks=tuple(blocks), first_seen=page.first_seen, published=published_at,
        precision=draft.moment.precision if draft.moment else Precision.SECOND, offset=offset, credit=draft.credit,
        byline=draft.authors, editors=draft.editors, is_original=draft.is_original, language=language, lists=draft.rows,
        pictures=tuple(Picture(url=picture, caption=captions.get(picture)) for picture in draft.pictures), reasons=tuple(draft.reasons),
    )  # fmt: skip


def _blocks(pieces: list[Piece]) -> list[Block]:
    blocks, start = [], 0
    for piece in pieces:
        blocks.append(Block(kind=piece.kind, start=start, end=start + len(piece.text), picture=piece.picture))
        start += len(piece.text) + 1
    return blocks


def _language(text: str, declared: str) -> str | None:
    sample = text[:5000]
    letters = sum(char.isalpha() for char in sample)
    if not letters:
        return declared or None
    if len(_KANA.findall(sample)) > 0.05 * letters:
        return "ja"
    if len(_HANGUL.findall(sample)) > 0.2 * letters:
        return "ko"
    if len(_HAN.findall(sample)) > 0.2 * letters:
        return "zh"
    return declared.split("-")[0].lower() or None

