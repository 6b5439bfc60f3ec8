"""Who wrote a page, who edited it, and whose it is: the lines around its text, asked from the most outspoken to the least."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

from suyuan.articles import byline, published, signatures
from suyuan.articles.draft import Draft
from suyuan.articles.plain import Plain
from suyuan.articles.scene import Scene
from suyuan.outlets import Directory
from suyuan.records import BlockKind
from suyuan.text import letters

_SIGNED = re.compile(
    r"[^。！？，：]{0,12}(?:记者|通讯员|评论员)[^。！？，：]{2,24}"
)  # 新华社记者李晓明, on a line of its own
_CALLED = re.compile(r"author|byline|writer|zuozhe|reporter")
_CALLED_OTHERWISE = re.compile(r"avatar|follow|desc|bio|intro|time|date")
_LONGEST_NAMES = 40
_PEN_NAMES = re.compile(r"[\u4e00-\u9fff]{2,4}(?:[、，]?[\u4e00-\u9fff]{2,4}){0,2}")
_CHANNEL = re.compile(
    r"国[际内]|社会|财经|经济|体育|娱乐|科技|时政|政[务法]|要闻|评论|观点|本[地市省埠]|文[化体娱旅]|教育|健康|汽车|房产|军事|[视音]频|图[片集]|专[题栏]|生活|旅游|民生|副刊|版$"
)
# A platform's name for what accounts publish there, and the path to the page that names the account.
_PLATFORM = re.compile(
    r"(?:澎湃|网易|搜狐|头条|百家|企鹅|大鱼|一点|凤凰|快传|东方|南方|人民|新华|央视|强国|知道|界面)号|湃客|新浪看点|看点快报"
)
_PATH_OF_ACCOUNT = re.compile(r"[\u4e00-\u9fff]{1,4}(?:号|客)\s?[>›»→]\s?(?P<name>[^>›»→\s]{2,20})$")
_ACCOUNT = "account in the path to the page"
# What a platform calls its accounts is the name of none: it may stand where the name does, and credits nobody.
_RANK = re.compile(r"创始人|站长|楼主|版主|管理员|认证用户|普通用户|签约作者|主编|编辑")
_LONGEST_CREDIT = 40
_OPENING = 4  # lines of a text before which its author may stand, under a lead or two
_LONGEST = 120  # characters of a line that names people and nothing else


T = TypeVar("T")
Ways = tuple[tuple[str, Callable[[], T | None]], ...]
"""Ways in which a page may say something, the most outspoken first: what each is called, and how it is asked."""


def _found(asked: Ways[T]) -> tuple[str, T] | None:
    """The first way that finds anything, and what it finds; the others are not asked."""
    return next(((rule, found) for rule, find in asked if (found := find())), None)


def name_people(draft: Draft, scene: Scene, outlets: Directory) -> None:
    """Author, outlet and editors, from the most outspoken words to the least."""
    lines = scene.read.lines
    top = [byline.seamed(lines[place]) for place in scene.top() if len(lines[place].text) < _LONGEST]
    text = [lines[place].text for place in scene.kept]
    ends = [piece.text for piece in draft.pieces[-12:] if piece.kind not in (BlockKind.CAPTION, BlockKind.HEADING)]
    signed = [
        piece.text
        for piece in (*draft.pieces[:3], *draft.pieces[-12:])
        if len(piece.text) < 80 and (piece.kind is BlockKind.BYLINE or _SIGNED.fullmatch(piece.text))
    ]
    bottom = [byline.seamed(lines[place]) for place in scene.bottom() if len(lines[place].text) < _LONGEST]
    # The label may stand on a line of its own before the headline, since that is a block.
    headline = [
        byline.seamed(lines[place])
        for place in range(max(0, scene.heading - 1), scene.heading + 1)
        if place == scene.heading or len(lines[place].text) == 2
    ]
    stamp = _stamp_lines(scene)
    beside = list(byline.bare(stamp, outlets)) if scene.is_chinese else []
    if scene.has_reporters():  # a pen name beside the time: no other outlet's account stands there
        beside = [
            ("author" if _is_pen_name(name) else "other", name) if kind == "name" else (kind, name)
            for kind, name in beside
        ]
    over = _first(byline.authors_of(line, outlets) for line in top)
    _take_credit(draft, (top, ends, bottom), beside, scene, outlets, over)
    if draft.account:  # what else stands beside the time of an account is where it writes from, and its motto
        beside = []
    beside_time = [name for kind, names in beside if kind == "author" for name in byline.people(names, is_named=True)]
    asked: Ways[tuple[str, ...]] = (
        ("lines over the text", lambda: over),
        ("class of a name", lambda: _called_author(scene, outlets, draft.credit)),
        ("signed line", lambda: _first(byline.authors_of(line, outlets) for line in signed)),
        ("reporters named in the first paragraph", lambda: _first(byline.dateline_authors(line) for line in text[:2])),
        ("name beside the time", lambda: tuple(beside_time[:3])),
        ("name beside the account", lambda: _beside_account(top) if scene.facts.account else ()),
        ("line under the text", lambda: _first(byline.authors_of(line, outlets) for line in bottom)),
        (
            "name in brackets at the end",
            lambda: _first(byline.signed_authors(line) for line in text[-1:]) if scene.is_chinese else (),
        ),
        ("metadata", lambda: () if scene.is_chinese else _metadata_authors(scene, outlets)),
        ("metadata", lambda: () if scene.is_chinese else _on_card(scene, outlets)),
        (
            "signed line",
            lambda: () if scene.is_chinese else _signed_in_latin(top, text, bottom),
        ),
    )
    if named := _found(asked):
        rule, names = named
        draft.authors = tuple(name for name in names if name != draft.credit)
        draft.because("byline", rule, "、".join(names))
    draft.editors = _first(byline.editors_of(line) for line in (*bottom, *ends, *top))
    if draft.editors:
        draft.because("editors", "editor line", "、".join(draft.editors))
    if draft.is_original is None and (label := byline.label_in((*headline, *top, *bottom))):
        draft.is_original, seen = label
        draft.because("is_original", "label", seen)


def _beside_account(top: Iterable[str]) -> tuple[str, ...]:
    """A person's name on a line of its own over the text of an account's page."""
    pieces = (piece.strip(" 　") for line in top for piece in line.split(byline.SEAM))
    return _first((name,) for name in pieces if byline.is_person(name))


def _is_pen_name(names: str) -> bool:
    return _PEN_NAMES.fullmatch(names) is not None and _CHANNEL.search(names) is None


def name_people_of_text(draft: Draft, made: Plain, outlets: Directory) -> None:
    """Author, outlet and editors of a page saved as text: from the lines over the text, then from those that close it."""
    top = [line for line in (made.name, made.stamp) if line]
    texts = [text for _, text in made.blocks]
    draft.credit = next(
        (name for line in (*top, *texts[-4:]) if len(line) < 80 and (name := byline.credit_of(line))), None
    )
    if draft.credit is None and made.name and byline.is_outlet(made.name, outlets):
        draft.credit = made.name
    signed = [line for line in (*texts[:2], *texts[-3:]) if len(line) < 60]
    for rule, found in (
        ("lines over the text", _first(byline.authors_of(line, outlets) for line in top)),
        (
            "line between title and time",
            byline.named_people([made.name], outlets)
            if made.name != draft.credit and not byline.credit_of(made.name or "")
            else (),
        ),
        ("signed line", _first(byline.authors_of(line, outlets) for line in signed)),
        ("reporters named in the first paragraph", _first(byline.dateline_authors(line) for line in texts[:2])),
    ):
        if found:
            draft.authors = tuple(found)
            draft.because("byline", rule, "、".join(found))
            break
    is_nobody = made.name is None or byline.is_person(made.name) or _RANK.fullmatch(made.name)
    if draft.credit is None and draft.is_original and made.name and not is_nobody:
        draft.credit = made.name  # 原创 over a name that is nobody's: an account, which has written it and publishes it
        draft.because("credit", "account that labels its page original", made.name)
    draft.editors = _first(byline.editors_of(line) for line in texts[-4:] if len(line) < _LONGEST)
    if draft.editors:
        draft.because("editors", "editor line", "、".join(draft.editors))


def _first(found: Iterable[tuple[str, ...]]) -> tuple[str, ...]:
    return next((names for names in found if names), ())


def _stamp_lines(scene: Scene) -> list[str]:
    """The lines on which name and time stand alone: the one with the time, those between it and the headline."""
    lines = scene.read.lines
    places = scene.top()
    stamped = next(
        (place for place in places if len(lines[place].text) < 80 and published.moments(lines[place].text)), None
    )
    if stamped is None:
        return []
    above = [place for place in places if place < stamped and len(lines[place].text) <= 24 and scene.heading >= 0]
    return [byline.seamed(lines[place]) for place in (*above[-3:], stamped)]


def _take_credit(
    draft: Draft,
    zones: tuple[list[str], ...],
    beside: list[tuple[str, str]],
    scene: Scene,
    outlets: Directory,
    authors: tuple[str, ...],
) -> None:
    top, ends, bottom = zones
    over = [byline.seamed(scene.read.lines[place]) for place in scene.over()]
    credited = _credited(top)
    asked: Ways[str] = (
        (_ACCOUNT, lambda: _account_of_platform(scene) if credited and _PLATFORM.search(credited) else None),
        ("credit line over the text", lambda: credited),
        ("name beside the time", lambda: next((name for kind, name in beside if kind == "credit"), None)),
        ("name of the account", lambda: scene.facts.account),
        ("single name beside the time", lambda: next((name for kind, name in beside if kind == "name"), None)),
        ("credit line over the headline", lambda: _credited(over)),
        ("metadata", lambda: _metadata_credit(scene, outlets)),
        (
            "account in a box called author",
            lambda: (
                next((name for name in _called(scene, outlets) if name not in authors), None)
                if scene.is_chinese
                else None
            ),
        ),
        ("credit line under the text", lambda: _credited((*bottom, *_closing(ends)))),
    )
    if named := _found(asked):
        rule, found = named
        draft.credit = found
        draft.because("credit", rule, found)
        draft.account = found if _is_account(found, rule, outlets) else None


def _credited(lines: Iterable[str]) -> str | None:
    return next((name for line in lines if (name := byline.credit_of(line))), None)


def _closing(ends: list[str]) -> list[str]:
    """Of the text's last lines those that may credit all of it: every item of a roundup has a credit of its own."""
    return [text for place, text in enumerate(ends, 1) if len(text) <= _LONGEST_CREDIT or place == len(ends)]


def _account_of_platform(scene: Scene) -> str | None:
    """The account in the path to the page, 乙号 > 城南夜话, where the credit line names only the platform."""
    for place in (*scene.over(), *scene.top()):
        if match := _PATH_OF_ACCOUNT.search(scene.read.lines[place].text):
            return match["name"].strip()
    return None


def _is_account(name: str, rule: str, outlets: Directory) -> bool:
    """Whether who is credited has published it, too: a platform's account; an outlet named as a source has not."""
    if rule in ("name of the account", _ACCOUNT):
        return True
    known = outlets.by_name(name)
    if known is None:
        return False
    return rule == "account in a box called author" or (
        known.kind == "self-media" and not rule.startswith("credit line")
    )


def _metadata_credit(scene: Scene, outlets: Directory) -> str | None:
    """The outlet that meta tags or a page script name as the text's own."""
    named = [
        scene.read.metas.get(name, "")
        for name in ("source", "mediaid", "article:author", "og:article:author", "contentsource")
    ]
    for name in (*named, *scene.facts.outlets):
        plain = byline.credit_of(name) or name.strip()
        if 2 <= len(plain) <= 20 and byline.is_outlet(plain, outlets):
            return plain
    return None


def _called_author(scene: Scene, outlets: Directory, credit: str | None) -> tuple[str, ...]:
    """A name in a span or box that the page itself calls author.

    An account is called author, too; beside an outlet of another name a pen name is one.
    """
    if not scene.is_chinese:
        return _fuller(_called(scene, outlets), _metadata_authors(scene, outlets))
    return tuple(name for name in _called(scene, outlets) if name != credit and (credit or byline.is_person(name)))


def _called(scene: Scene, outlets: Directory) -> tuple[str, ...]:
    for place in scene.top():
        line = scene.read.lines[place]
        for run in line.runs:
            called = run.names or scene.read.boxes[line.box].names
            if not _CALLED.search(called) or _CALLED_OTHERWISE.search(called) or len(run.text.strip()) > _LONGEST_NAMES:
                continue
            if scene.is_chinese:
                names = tuple(
                    name for name in byline.people(run.text, is_named=True) if not byline.is_outlet(name, outlets)
                )
            else:
                names = byline.named_people([run.text], outlets) if run.href else ()
            if names:
                return names
    return ()


def _metadata_authors(scene: Scene, outlets: Directory) -> tuple[str, ...]:
    named: list[object] = [thing.get("author") for thing in scene.facts.linked[:2]]
    named.extend(
        scene.read.metas.get(name)
        for name in ("author", "article:author", "parsely-author", "dc.creator", "byl", "sailthru.author")
    )
    nobodies = _organizations(scene)
    return _first(_people_in(value, nobodies, outlets) for value in named if value)


def _people_in(value: object, nobodies: set[str], outlets: Directory) -> tuple[str, ...]:
    """The people whom a value of metadata names, without organizations."""
    return tuple(name for name in byline.named_people([value], outlets) if letters(name).casefold() not in nobodies)


# What the card that a page shows where it is shared calls who wrote it.
_CARD_LABEL = re.compile(
    r"(?:written|geschrieben|verfasst|escrito|scritto|écrit|door|skrevet|skriven) (?:by|von|por|da|par|af|av)|by|author|autor",
    re.I,
)


def _on_card(scene: Scene, outlets: Directory) -> tuple[str, ...]:
    """Who wrote it by the page's card: twitter:label1 “Written by”, twitter:data1 the name."""
    metas = scene.read.metas
    labelled = (number for number in "12" if _CARD_LABEL.fullmatch(metas.get(f"twitter:label{number}", "").strip()))
    number = next(labelled, None)
    value = metas.get(f"twitter:data{number}" if number else "twitter:misc:written by", "")
    return tuple(name for name in _people_in(value, _organizations(scene), outlets) if " " in name)


def _signed_in_latin(top: Sequence[str], text: Sequence[str], bottom: Sequence[str]) -> tuple[str, ...]:
    """Whom a line at the edge of the text names: By Ada Keller, or her name and nothing else."""
    edges = (line.replace(byline.SEAM, " ") for line in (*top, *text[:2], *text[-2:], *bottom))
    alone = (line.replace(byline.SEAM, " ") for line in (*text[:_OPENING], *text[-1:]))
    return _first(map(signatures.labelled, edges)) or _first(map(signatures.alone, alone))


def _organizations(scene: Scene) -> set[str]:
    """What metadata name as the site or call an organization: a newsroom signs with its own name where nobody else has."""
    named: list[object] = [scene.read.metas.get("og:site_name"), scene.read.metas.get("publisher")]
    for thing in scene.facts.linked[:2]:
        for made_by in (thing.get("author"), thing.get("publisher")):
            for one in made_by if isinstance(made_by, list) else [made_by]:
                if isinstance(one, dict) and byline.is_organization(one):
                    named.append(one.get("name"))
    return {letters(name).casefold() for name in named if isinstance(name, str)}


def _fuller(shown: tuple[str, ...], stated: tuple[str, ...]) -> tuple[str, ...]:
    """The people that metadata name, where the page shows only the first of them."""
    return stated if len(stated) > len(shown) > 0 and set(shown) < set(stated) else shown
