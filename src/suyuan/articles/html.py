"""A page of HTML becomes a draft: title, text, time, people, lists, each by its own module."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from suyuan.articles import address, body, byline, head, lists, owner, paging, people, published, refuse, title
from suyuan.articles.draft import Draft, Piece, once
from suyuan.articles.head import Head
from suyuan.articles.scene import ABOVE, BELOW, Scene
from suyuan.articles.walk import Image, Line, Sheet, lay_out, parse, sheet, tidy
from suyuan.articles.wording import kind_of
from suyuan.outlets import Directory
from suyuan.records import BlockKind, Outlet, Page
from suyuan.text import HAN, KANA, letters, written_in

_OPENING = 4  # lines before the first of the text in which a picture's caption or （原标题…） may stand
_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_CAPTIONED = re.compile(
    r"figcaption|(?:^|[\s_-])(?:img|image|photo|pic|picture|wp|media)?[_-]?captions?\b|tushuo|pic[_-]?(?:title|desc|info)|img[_-]?(?:desc|title|info)"
)
_FURNITURE = re.compile(r"icon|logo|avatar|qrcode|ewm|erweima|blank|spacer|pixel|1x1|loading|emoji|\.svg")
_HEADLINES = ("h1", "h2", "h3")
_KICKERS = 3  # headings that may be the headline with its kicker
_STRAY = 0.1  # of the text
_LONGEST_CAPTION = 120
_LONGEST_STAMP = 40
_HEAD = 20_000  # bytes within which a title begins, and ends
_LITTLE = 60  # characters: with less text than that a page may carry its text in a script
_DATED = re.compile(r"/(20[012]\d)[-/_]?([01]\d)[-/_]?([0-3]\d)(?=[/_.-]|$)")  # /2019-09/06/ and /20190906/ alike
_WORDS = re.compile(r"[^\W_]+")


def read(written: bytes, page: Page, outlets: Directory) -> Draft:
    """Read a page of HTML in UTF-8: by the general method, then by the rules that its owner gave for it."""
    tree, cut = parse(_titled(written))
    made = lay_out(tree, cut)
    named = address.canonical(made, page.url, outlets)
    publisher = outlets.by_host(address.publishing(page.url, named[0] if named else None))
    draft = _read(made, page, publisher, outlets)
    if publisher is None or not publisher.selectors:
        return draft
    selectors = owner.holding(publisher, draft.moment.local if draft.moment else page.fetched)
    if owner.remove(tree, selectors):
        draft = _read(lay_out(tree, cut), page, publisher, outlets)
    _overrule(draft, owner.select(tree, selectors), page)
    return draft


def _titled(written: bytes) -> bytes:
    """The page with its title closed; one left open holds all that follows it."""
    start = _place(written, b"<title", 0)
    if start < 0 or _place(written, b"</title", start) >= 0:
        return written
    end = written.find(b"<", start + 6)
    return b"%b</title>%b" % (written[:end], written[end:]) if end > 0 else written


def _place(written: bytes, tag: bytes, start: int) -> int:
    """Where a tag stands in the next part of a page, in small letters or, as hardly ever, in others; -1: nowhere."""
    found = written.find(tag, start, start + _HEAD)
    if found < 0 and (place := written[start : start + _HEAD].lower().find(tag)) >= 0:
        found = start + place
    return found


def _read(made: Sheet, page: Page, publisher: Outlet | None, outlets: Directory) -> Draft:
    facts = head.read(made)
    kept = body.choose(made)
    if sum(len(made.lines[place].text) for place in kept) < _LITTLE and (hidden := head.hidden_text(made)):
        made = _with_text(made, sheet(hidden))
        kept = body.choose(made)
    draft = Draft()
    is_chinese = _is_chinese(made, kept)
    _take_title(draft, made, facts, kept, is_chinese=is_chinese)
    scene = Scene(made, facts, kept, _heading(draft.title, made, kept), is_chinese, publisher)
    _take_pieces(draft, scene, page.url)
    _take_time(draft, scene, page)
    people.name_people(draft, scene, outlets)
    draft.rows, told = lists.lists(made, set(kept), page.url)
    for rule, seen in told:
        draft.because("lists", rule, seen)
    _take_address(draft, made, page.url, outlets)
    draft.because("text", "block model", f"{len(kept)} of {len(made.lines)} lines")
    draft.refusal = refuse.instead(made, [made.lines[place].text for place in kept])
    if made.cut:
        draft.because("text", "cut", made.cut)
    return draft


def _with_text(made: Sheet, hidden: Sheet) -> Sheet:
    """The page as it would be had its script put in the text that it carries."""
    return replace(
        hidden,
        title=made.title,
        metas=made.metas,
        links=made.links,
        scripts=made.scripts,
        language=made.language,
        cut=made.cut,
    )


def _overrule(draft: Draft, found: dict[str, list[str]], page: Page) -> None:
    """The owner's selectors decide where they find something."""
    for name, texts in found.items():
        draft.overrule(owner.FIELDS[name], "owner's selector", texts[0])
        if name == "title":
            draft.title = texts[0]
        elif name == "credit":
            draft.credit = byline.credit_of(texts[0]) or texts[0]
        elif name == "author":
            draft.authors = tuple(
                dict.fromkeys(person for text in texts for person in byline.people(text, is_named=True))
            )
        elif name == "published":
            draft.moment = next(iter(published.moments(texts[0], page.fetched)), draft.moment)
        elif name == "body":
            draft.pieces, draft.refusal = [], None
            _take_pieces(draft, _whole(sheet("".join(texts))), page.url)


def _whole(made: Sheet) -> Scene:
    """A fragment that is article all through."""
    kept = list(range(len(made.lines)))
    return Scene(made, Head(), kept, -1, _is_chinese(made, kept))


def fragment(markup: str, name: str, url: str, outlets: Directory) -> Draft:
    """Read the markup that a feed gives as the content of an item: all of it but its `name` is article, and it may be signed."""
    draft = Draft(title=name)
    scene = _whole(sheet(markup))
    _take_pieces(draft, scene, url)
    if scene.is_chinese:
        people.name_people(draft, scene, outlets)
    return draft


def _is_chinese(made: Sheet, kept: Sequence[int]) -> bool:
    sample = "".join(made.lines[place].text for place in list(kept)[:20])[:2000] or made.title
    han, kana = written_in(HAN, sample), written_in(KANA, sample)
    if not kana and han > 0.3 * len(sample):  # what holds for all characters holds for the letters among them
        return True
    size = max(1, sum(map(len, _WORDS.findall(sample))))
    return han > 0.3 * size and kana < 0.05 * size


def _take_title(draft: Draft, made: Sheet, facts: Head, kept: Sequence[int], *, is_chinese: bool) -> None:
    boxes = made.boxes
    tagged = [(tag, line) for line in made.lines if (tag := boxes[line.box].tag) in _HEADLINES]
    headlines = [line for tag in _HEADLINES for given, line in tagged if given == tag][:40]
    headings = list(map(_unlabelled, headlines))
    # Old portals set the headline in a plain box: any line over the text may be it.
    first = kept[0] if kept else len(made.lines)
    headings.extend(
        line.text for line in reversed(made.lines[max(0, first - 4 * ABOVE) : first]) if len(line.text) >= 8
    )
    system = next((tidy(thing["headline"]) for thing in facts.linked if isinstance(thing.get("headline"), str)), "")
    found, rule = title.pick(
        made.title, headings, [made.metas.get("og:title", "")], headline_of_system=system, is_chinese=is_chinese
    )
    if not is_chinese:
        found = title.without_kicker(found, headlines[:_KICKERS], made.metas.get("og:title", ""))
    draft.title, draft.is_original = title.label(tidy(found))
    draft.because("title", rule, found)


def _unlabelled(line: Line) -> str:
    """A headline without the 原创 that a portal sets behind it in a box of its own."""
    if len(line.runs) > 1 and line.runs[-1].text.strip() in ("原创", "转载", "独家", "视频", "图"):
        return tidy("".join(run.text for run in line.runs[:-1]))
    return line.text


def _heading(name: str, made: Sheet, kept: Sequence[int]) -> int:
    """The line of the headline: the last one before the text that says what the title says; -1 where there is none."""
    plain = letters(name)
    if not plain:
        return -1
    for first in dict.fromkeys((kept[0] if kept else len(made.lines), _beginning(made, kept))):
        for place in range(min(first, len(made.lines) - 1), max(-1, first - 6 * ABOVE), -1):
            if len(plain) <= len(made.lines[place].text) < 3 * len(name):
                line = letters(made.lines[place].text)
                if line == plain or (len(plain) > 8 and line.startswith(plain) and len(line) < 2 * len(plain)):
                    return place
    return -1


def _beginning(made: Sheet, kept: Sequence[int]) -> int:
    """Where the text begins; a stray line or two of it may stand over the headline."""
    before, total = 0, sum(len(made.lines[place].text) for place in kept)
    for place in kept:
        before += len(made.lines[place].text)
        if before > _STRAY * total:
            return place
    return len(made.lines)


def _take_pieces(draft: Draft, scene: Scene, url: str) -> None:
    """The blocks: the article's lines, and between them what is marked and kept."""
    made, kept = scene.read, set(scene.kept)
    if not kept:
        return
    plain_title = letters(draft.title)
    captions = _captions(scene, url)
    opening = made.lines[scene.kept[0]].box
    for place in range(
        max(scene.heading + 1, scene.kept[0] - _OPENING, 0), min(len(made.lines), scene.kept[-1] + 1 + BELOW)
    ):
        line = made.lines[place]
        if place < scene.kept[0] and made.boxes[line.box].parent != made.boxes[opening].parent and line.box != opening:
            continue
        kind = kind_of(line.text)
        if place in captions:
            kind = BlockKind.CAPTION
        elif place not in kept:
            # Beside the text only what says of itself what it is; a menu says nothing.
            if (
                kind is None
                or line.linked > 0.5 * len(line.text)
                or (place > scene.kept[-1] and kind is BlockKind.CAPTION)
            ):
                continue
        elif kind is None:
            kind = _kind_by_tag(made, line.box)
        if place <= scene.kept[0] + 1 and len(kept) > 1 and plain_title and letters(line.text) == plain_title:
            continue  # the headline, set once more over the text
        draft.pieces.append(Piece(kind, line.text, captions.get(place)))
    draft.pieces = once(draft.pieces)
    images = [
        image for image in made.images if scene.kept[0] - 1 <= image.line <= scene.kept[-1] + 1 and _is_picture(image)
    ]
    draft.pictures = list(dict.fromkeys(joined for image in images if (joined := address.joined(url, image.url))))


def _is_picture(image: Image) -> bool:
    return _FURNITURE.search(image.url.lower()) is None


def _kind_by_tag(made: Sheet, place: int) -> BlockKind:
    for _ in range(3):
        tag = made.boxes[place].tag
        if tag in _HEADINGS:
            return BlockKind.HEADING
        if tag in ("li", "dd", "dt"):
            return BlockKind.LIST_ITEM
        if tag == "blockquote":
            return BlockKind.QUOTE
        if tag in ("tr", "th"):
            return BlockKind.TABLE
        place = made.boxes[place].parent
        if place < 0:
            break
    return BlockKind.PARAGRAPH


def _captions(scene: Scene, url: str) -> dict[int, str | None]:
    """Lines that stand in a figure's caption or, short and unpunctuated, right under a picture that they tell of."""
    made = scene.read
    under: dict[int, Image] = {}
    for image in made.images:
        if scene.kept[0] - _OPENING <= image.line <= scene.kept[-1] + 2 and _is_picture(image):
            under.setdefault(image.line, image)
    found: dict[int, str | None] = {}
    for place in range(max(0, scene.kept[0] - _OPENING), min(len(made.lines), scene.kept[-1] + 2)):
        line = made.lines[place]
        beside = under.get(place) or under.get(place + 1)
        if _stands_in_caption(made, line.box) or (
            kind_of(line.text) is BlockKind.CAPTION and len(line.text) <= _LONGEST_CAPTION
        ):
            found[place] = address.joined(url, beside.url) if beside else None
    return found


def _stands_in_caption(made: Sheet, place: int) -> bool:
    for _ in range(3):
        box = made.boxes[place]
        if box.tag == "figcaption" or (box.names and _is_captioned(box.names)):
            return True
        place = max(box.parent, 0)
    return False


@lru_cache(maxsize=8192)
def _is_captioned(names: str) -> bool:
    return _CAPTIONED.search(names) is not None


def _take_time(draft: Draft, scene: Scene, page: Page) -> None:
    lines = scene.read.lines
    # Of the text itself only a short line can be a stamp; a day in running text is the news, not the paper.
    inside = [place for place in (*scene.kept[:2], *scene.kept[-2:]) if len(lines[place].text) <= _LONGEST_STAMP]
    places = (*scene.top(), *inside, *scene.bottom(), *scene.over())
    near = [byline.seamed(lines[place]).replace(byline.SEAM, " ") for place in places]
    found = published.choose(scene.read, scene.facts, near, page.fetched, is_chinese=scene.is_chinese)
    if found is None and (match := _DATED.search(page.url)):
        found = next((("day in the address", moment) for moment in published.moments("-".join(match.groups()))), None)
    if found is not None:
        rule, draft.moment = found
        draft.because("published", rule, draft.moment.seen)


def _take_address(draft: Draft, made: Sheet, url: str, outlets: Directory) -> None:
    if found := address.canonical(made, url, outlets):
        draft.url, rule = found
        draft.because("url", rule, draft.url)
    draft.next_page = paging.next_page(made, draft.url or url)
    if draft.next_page:
        draft.because("next_page", "link with a pager's mark", draft.next_page)
    draft.language = made.language.split("-")[0].lower() or None
