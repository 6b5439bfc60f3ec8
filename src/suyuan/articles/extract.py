"""The two doors' work: a page, or an item of a feed, becomes an article, or is turned away with a reason."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import datetime
from urllib.parse import urljoin

from suyuan.articles import body, byline, head, lists, plain, published, title
from suyuan.articles.decode import decode
from suyuan.articles.head import Head
from suyuan.articles.published import CHINA, Moment
from suyuan.articles.walk import Sheet, sheet, tidy
from suyuan.articles.wording import kind_of
from suyuan.outlets import Directory, host
from suyuan.records import (
    Article,
    Block,
    BlockKind,
    FeedItem,
    Page,
    PageLink,
    Picture,
    Precision,
    Reason,
    Rejection,
    Span,
    digest,
)

_HAN = re.compile(r"[\u4e00-\u9fff]")
_KANA = re.compile(r"[\u3041-\u30ff]")
_HANGUL = re.compile(r"[\uac00-\ud7a3]")


@dataclass(slots=True)
class Draft:
    """An article while it is being read."""

    title: str = ""
    blocks: list[tuple[BlockKind, str, str | None]] = field(default_factory=list)  # kind, text, picture
    moment: Moment | None = None
    authors: tuple[str, ...] = ()
    editors: tuple[str, ...] = ()
    credit: str | None = None
    is_original: bool | None = None
    language: str | None = None
    url: str | None = None
    rows: tuple[PageLink, ...] = ()
    pictures: list[str] = field(default_factory=list)
    reasons: list[Reason] = field(default_factory=list)

    def because(self, name: str, rule: str, seen: str) -> None:
        """Keep how a field came about."""
        self.reasons.append(Reason(field=name, rule=rule, seen=seen[:200]))


def extract(page: Page, *, outlets: Directory) -> tuple[Article | Rejection, ...]:
    """The article that a page holds, or why there is none."""
    if not page.body.strip(b"\x00 \t\r\n"):
        return (_rejection(page.id, "empty", "the page has no content"),)
    text, charset = decode(page.body, page.charset)
    if _is_plain(page, text):
        draft = _from_plain(text, page.fetched)
    else:
        draft = _from_html(text, page)
    draft.because("text", "character set", charset)
    if not draft.blocks:
        return (_rejection(page.id, "no-text", draft.title),)
    return (_article(draft, page, outlets),)


def _is_plain(page: Page, text: str) -> bool:
    if (page.media_type or "").startswith("text/plain"):
        return True
    return not page.media_type and "<" not in text[:20_000]


def _rejection(record: str, reason: str, detail: str) -> Rejection:
    return Rejection(id=digest("rejection", "extract", record, reason), step="extract", input=record, reason=reason, detail=detail[:200])


def _from_plain(text: str, fetched: datetime) -> Draft:
    made = plain.read(text)
    draft = Draft(title=made.title, is_original=made.is_original, rows=tuple(made.rows))
    draft.blocks = [(kind, line, None) for kind, line in made.blocks]
    found = published.moments(made.stamp, fetched)
    if found:
        draft.moment = found[0]
        draft.because("published", "line under the title", found[0].seen)
    draft.credit = byline.credit_of(made.stamp)
    if made.name and not byline.credit_of(made.name):
        draft.authors = byline.authors_of(made.name) or (made.name,)
        draft.because("byline", "line between title and time", made.name)
    return draft


def _from_html(text: str, page: Page) -> Draft:
    read = sheet(text)
    facts = head.read(read)
    draft = Draft()
    kept = body.choose(read)
    _take_title(draft, read, facts)
    _take_blocks(draft, read, kept, page.url)
    _take_time(draft, read, facts, kept, page.fetched)
    _take_people(draft, read, facts, kept)
    draft.rows = lists.lists(read, set(kept))
    return draft


def _take_title(draft: Draft, read: Sheet, facts: Head) -> None:
    headings = [line.text for line in read.lines if read.boxes[line.box].tag in ("h1", "h2")]
    named = [read.metas.get("og:title", ""), *(str(thing.get("headline") or "") for thing in facts.linked)]
    found, rule = title.pick(read.title, headings, named)
    draft.title, draft.is_original = title.label(found)
    draft.because("title", rule, found)


def _take_blocks(draft: Draft, read: Sheet, kept: list[int], url: str) -> None:
    plain_title = re.sub(r"\W+", "", draft.title)
    for place in kept:
        line = read.lines[place]
        if re.sub(r"\W+", "", line.text) == plain_title:
            continue
        tag = read.boxes[line.box].tag
        kind = kind_of(line.text)
        if kind is None:
            kind = (
                BlockKind.CAPTION if tag == "figcaption"
                else BlockKind.HEADING if re.fullmatch(r"h[1-6]", tag)
                else BlockKind.LIST_ITEM if tag == "li"
                else BlockKind.QUOTE if tag == "blockquote"
                else BlockKind.TABLE if tag == "td"
                else BlockKind.PARAGRAPH
            )  # fmt: skip
        draft.blocks.append((kind, line.text, None))
    if kept:
        draft.pictures = [urljoin(url, image.url) for image in read.images if kept[0] <= image.line <= kept[-1] + 1]


def _take_time(draft: Draft, read: Sheet, facts: Head, kept: list[int], fetched: datetime) -> None:
    top = kept[0] if kept else 0
    near = read.lines[max(0, top - 15) : top + 3]
    candidates: list[tuple[str, Moment]] = []
    for key, value in facts.scripted.get("published", []):
        if found := ([moment] if (moment := published.epoch(value)) and value.isdigit() else published.moments(value)):
            candidates.append((f"script {key}", found[0]))
    for thing in facts.linked:
        if found := published.moments(str(thing.get("datePublished") or "")):
            candidates.append(("JSON-LD datePublished", found[0]))
    for name in ("article:published_time", "og:release_date", "publishdate", "pubdate", "datepublished", "date", "apub:time", "og:published_time"):
        if (value := read.metas.get(name)) and (found := published.moments(value)):
            candidates.append((f"meta {name}", found[0]))
    for line in near:
        if len(line.text) < 120 and (found := published.moments(line.text, fetched)):
            candidates.append(("line near the title", found[0]))
            break
    for attribute, _ in read.times:
        if found := published.moments(attribute):
            candidates.append(("time element", found[0]))
            break
    if candidates:
        rule, draft.moment = max(candidates, key=lambda one: (one[1].precision != Precision.DAY, one[0].startswith("line")))
        draft.because("published", rule, draft.moment.seen)


def _take_people(draft: Draft, read: Sheet, facts: Head, kept: list[int]) -> None:
    top = kept[0] if kept else 0
    lines = [line.text for line in read.lines[max(0, top - 15) : top + 4] if len(line.text) < 120]
    ends = [text for kind, text, _ in draft.blocks if kind in (BlockKind.BYLINE, BlockKind.EDITOR)]
    for text in (*lines, *ends):
        draft.credit = draft.credit or byline.credit_of(text)
        draft.authors = draft.authors or byline.authors_of(text)
    for text in (*ends, *(line.text for line in read.lines if len(line.text) < 60)):
        draft.editors = draft.editors or byline.editors_of(text)


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
        blocks = _spans([kind for kind, _ in lines], [line for _, line in lines])
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


def _spans(kinds: list[BlockKind], texts: list[str]) -> list[Block]:
    blocks, start = [], 0
    for kind, text in zip(kinds, texts, strict=True):
        blocks.append(Block(kind=kind, start=start, end=start + len(text)))
        start += len(text) + 1
    return blocks


def _article(draft: Draft, page: Page, outlets: Directory) -> Article:
    texts = [text for _, text, _ in draft.blocks]
    text = "\n".join(texts)
    language = draft.language or _language(text, "")
    offset: int | None = None
    published_at: datetime | None = None
    if draft.moment is not None:
        offset = draft.moment.offset if draft.moment.offset is not None else CHINA if language == "zh" else None
        published_at = draft.moment.utc(offset)
    publisher = outlets.by_host(page.url)
    url = draft.url or page.url
    return Article(
        id=digest("article", url, draft.title, text, published_at),
        page=page.id, url=url, outlet=publisher.name if publisher else host(page.url) or None,
        title=draft.title, text=text, blocks=tuple(_spans([kind for kind, _, _ in draft.blocks], texts)),
        first_seen=page.first_seen, published=published_at,
        precision=draft.moment.precision if draft.moment else Precision.SECOND, offset=offset, credit=draft.credit,
        byline=draft.authors, editors=draft.editors, is_original=draft.is_original, language=language, lists=draft.rows,
        pictures=tuple(Picture(url=picture, caption=None) for picture in dict.fromkeys(draft.pictures)), reasons=tuple(draft.reasons),
    )  # fmt: skip


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


__all__ = ["Span", "extract", "unpack"]
