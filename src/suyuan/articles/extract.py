"""The two doors' work: a page, or an item of a feed, becomes an article, or is turned away with a reason."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from html import unescape

from suyuan.articles import address, html, people, plain, published, title, wrapping, zones
from suyuan.articles.decode import in_utf8
from suyuan.articles.draft import Draft, Piece
from suyuan.articles.features import size_of
from suyuan.articles.published import CHINA
from suyuan.articles.walk import tidy
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
from suyuan.text import HAN, HANGUL, KANA, paragraphs, written_in

LONGEST = 150_000  # Chinese characters: whole laws are printed on one page, and a civil code has 110,000

_WORDS = re.compile(r"[^\W\d_]+")
_ANYTHING = re.compile(rb"[^\x00 \t\r\n]")
_ENGLISH = re.compile(r"\b(?:the|of|and|to|is|for|that|with|on|was|from|said|by|at)\b", re.I)
# A headline and a line of text hold few of these: words that are common in English and rare elsewhere, and those of its neighbours.
_RATHER_ENGLISH = re.compile(
    r"\b(?:the|of|and|to|for|that|with|from|said|says?|by|has|have|had|his|her|he|she|its?|their|they|are|were|be|been|will|would|could|can|not|no|new|how|who|what|why|when|this|after|before|over|into|about|as|in|at|more|than|you|your|we|our)\b|['’]s\b",
    re.I,
)
_RATHER_OTHER = re.compile(
    r"\b(?:der|das|und|ist|nicht|eine?[rn]?|für|mit|von|dem|den|im|zu|auf|le|les|des|du|et|est|une|pour|dans|que|qui|sur|el|los|las|por|con|del|una|en|su|il|di|che|per|della|non|os|não|uma|em|do|da|dos|het|een|van|niet|zijn|och|att|det|som|är|på|og|er|ikke|til|nie|się|na|jest|je|se|bir|bu|için|yang|dan|ng|mga)\b|[à-öø-ÿ]",
    re.I,
)


def extract(page: Page, *, outlets: Directory) -> tuple[Article | Rejection, ...]:
    """The article that a page holds, or why there is none."""
    if not _ANYTHING.search(page.body):
        return (_rejection("extract", page.id, "empty", "the page has no content"),)
    written, charset = in_utf8(page.body, page.charset)
    if _is_plain(page, written):
        draft = _from_plain(written.decode(), page.fetched, outlets)
    else:
        draft = html.read(written, page, outlets)
    draft.because("text", "character set", charset)
    if page.status >= 400:
        return (_rejection("extract", page.id, "error-status", f"{page.status} {draft.title}"),)
    if draft.refusal or not draft.pieces:
        return (_rejection("extract", page.id, *(draft.refusal or ("no-text", draft.title))),)
    if (size := sum(size_of(piece.text) for piece in draft.pieces)) > LONGEST:
        return (_too_long("extract", page.id, size),)
    return (_article(draft, page, outlets),)


def _is_plain(page: Page, written: bytes) -> bool:
    if (page.media_type or "").startswith("text/plain"):
        return True
    return not page.media_type and b"<" not in written[:20_000]


def _rejection(step: str, record: str, reason: str, detail: str) -> Rejection:
    return Rejection(
        id=digest("rejection", step, record, reason), step=step, input=record, reason=reason, detail=detail[:200]
    )


def _too_long(step: str, record: str, size: float) -> Rejection:
    """A book, a log, an archive in one file: no report, and every later step would be at it for minutes."""
    return _rejection(step, record, "too-long", f"some {size:.0f} characters; an article has {LONGEST} at most")


def _from_plain(text: str, fetched: datetime, outlets: Directory) -> Draft:
    made = plain.read(text)
    draft = Draft(title=made.title, is_original=made.is_original, rows=tuple(made.rows))
    draft.pieces = [Piece(kind, line) for kind, line in made.blocks]
    found = published.moments(made.stamp, fetched)
    if found:
        draft.moment = found[0]
        draft.because("published", "line under the title", found[0].seen)
    people.name_people_of_text(draft, made, outlets)
    return draft


def unpack(item: FeedItem, *, outlets: Directory) -> tuple[Article | Rejection, ...]:
    """The article that an item of a feed holds, or why there is none; nothing where the page behind it is read instead."""
    if item.page is not None:
        return ()
    name, is_original = title.label(tidy(unescape(item.title)))  # feeds escape their titles twice
    draft = Draft(title=name, is_original=is_original)
    if item.html is not None:
        draft = replace(html.fragment(item.html, name, item.url or "", outlets), is_original=is_original)
    if item.html is None or (not draft.pieces and item.text):
        text, blocks = item.text or "", _blocks_of(item.text or "")
    else:
        pieces = wrapping.parted(draft.pieces, outlets)
        text, blocks = "\n".join(piece.text for piece in pieces), _blocks(pieces)
    if not text.strip() and not name:
        return (_rejection("unpack", item.id, "empty", "the item has neither title nor text"),)
    if (size := size_of(text)) > LONGEST:
        return (_too_long("unpack", item.id, size),)
    blocks = wrapping.told_apart(blocks, text, outlets)
    publisher = outlets.by_name(item.outlet) or outlets.by_host(item.outlet) or outlets.by_host(item.url)
    return (
        Article(
            id=digest("article", item.url, name, text, item.published),
            page=item.id, url=item.url, outlet=publisher.name if publisher else item.outlet or host(item.url) or None,
            title=name, text=text, blocks=tuple(blocks), first_seen=item.first_seen, published=item.published,
            precision=item.precision, credit=draft.credit, byline=draft.authors, editors=draft.editors, is_original=draft.is_original,
            language=told[0] if (told := _language(f"{name}\n{text}", "")) else None, pictures=_pictures(draft, blocks), reasons=tuple(draft.reasons),
        ),
    )  # fmt: skip


def _blocks_of(text: str) -> list[Block]:
    """The lines of a text that has to stay as it is, as blocks."""
    return [
        Block(kind=kind_of(text[start:end]) or BlockKind.PARAGRAPH, start=start, end=end)
        for start, end in paragraphs(text)
    ]


def _article(draft: Draft, page: Page, outlets: Directory) -> Article:
    texts = [piece.text for piece in draft.pieces]
    text = "\n".join(texts)
    blocks = _blocks(draft.pieces)
    language = None
    if told := _language(text, draft.language or ""):
        language, rule = told
        draft.because("language", rule, language)
    offset: int | None = None
    published_at: datetime | None = None
    if draft.moment is not None:
        offset = _offset(draft, page.url, is_chinese=language == "zh")
        published_at = draft.moment.utc(offset)
    where = address.publishing(page.url, draft.url)
    publisher = outlets.by_name(draft.account) if draft.account else outlets.by_host(where)
    url = draft.url or page.url
    if seen := draft.account or host(where):
        draft.because("outlet", "account" if draft.account else "host", seen)
    return Article(
        id=digest("article", page.url, draft.title, text, published_at),
        page=page.id, url=url, outlet=publisher.name if publisher else draft.account or host(where) or None,
        title=draft.title, text=text, blocks=tuple(blocks), first_seen=page.first_seen, published=published_at,
        precision=draft.moment.precision if draft.moment else Precision.SECOND, offset=offset, credit=draft.credit,
        byline=draft.authors, editors=draft.editors, is_original=draft.is_original, language=language, lists=draft.rows,
        pictures=_pictures(draft, blocks), reasons=tuple(draft.reasons), next_page=draft.next_page,
    )  # fmt: skip


def _offset(draft: Draft, url: str, *, is_chinese: bool) -> int | None:
    """The zone of the time: as written, else China's for Chinese, else that of the address's country."""
    assert draft.moment is not None
    if draft.moment.offset is not None:
        return draft.moment.offset
    if is_chinese:
        return CHINA
    offset = zones.of_country(draft.url or url, draft.moment.local)
    if offset is not None and draft.moment.precision is not Precision.DAY:
        draft.because("published", "zone of the country of the address", host(draft.url or url))
    return offset


def _pictures(draft: Draft, blocks: Sequence[Block]) -> tuple[Picture, ...]:
    captions = {block.picture: Span(start=block.start, end=block.end) for block in blocks if block.picture}
    return tuple(Picture(url=picture, caption=captions.get(picture)) for picture in draft.pictures)


def _blocks(pieces: list[Piece]) -> list[Block]:
    blocks, start = [], 0
    for piece in pieces:
        blocks.append(Block(kind=piece.kind, start=start, end=start + len(piece.text), picture=piece.picture))
        start += len(piece.text) + 1
    return blocks


def _language(text: str, declared: str) -> tuple[str, str] | None:
    """The language and what told it: its script; within the Latin one what the page declares, else the commonest words of English."""
    sample = text[:2000]
    for language, script, share in (("ja", KANA, 0.05), ("ko", HANGUL, 0.2), ("zh", HAN, 0.2)):
        written = written_in(script, sample)
        # What is so of all characters is so of the letters among them, which take longer to count.
        if written > share * len(sample) or (written and written > share * sum(map(len, _WORDS.findall(sample)))):
            return language, "script"
    if not _WORDS.search(sample):
        return (declared, "declared") if declared else None
    if declared and declared != "zh":
        return declared, "declared"
    is_english = len(_ENGLISH.findall(sample)) > 0.1 * len(sample.split()) or (
        len(_RATHER_ENGLISH.findall(sample)) > 2 * len(_RATHER_OTHER.findall(sample))
    )
    return ("en", "commonest words") if is_english else None
