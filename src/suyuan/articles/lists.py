"""The lists that a page prints beside its article: 相关, 热门, 最新.

A list is a heading (or a box whose author named it) and the rows below it that are made alike: the row's link is
its title, other lines up to the next title are its teaser and its date.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import lru_cache
from itertools import groupby
from operator import attrgetter
from typing import NamedTuple

from suyuan.articles.address import joined
from suyuan.articles.walk import Box, Line, Sheet, handed_down, tidy
from suyuan.records import ListKind, PageLink

# Which list a heading opens, the most telling words first: 热点推荐 is a hot list, 相关推荐 a related one.
# All in small letters, since a search that ignores case costs twice as much; and every word begins with a character, with
# what must stand before it asked behind that, since a search for first characters skips all others. The last number is the
# doubt: 1 where the portal may mean what it wants read rather than what is.
HEADINGS: tuple[tuple[ListKind, re.Pattern[str], str, int], ...] = (
    (ListKind.RELATED, re.compile(r"相关|相關|延伸|猜你|你可能|related|read also|see also|more on|mehr zum|lire aussi|à lire|leer más|leggi anche"), "相关推荐", 0),
    (ListKind.HOT, re.compile(r"排行|榜|热新闻|热门|熱門|热文|热搜|热读|热评|最热|人气|点击|most (?:read|popular|viewed)|trending|popular|meistgelesen|más leíd|più lett|les plus lus"), "热门新闻排行榜", 0),
    (ListKind.HOT, re.compile(r"热|熱|要闻|头条|焦点|图(?<=^图)片$|组(?<=^组)图$|大(?<=^大)图$|精(?<=^精)[彩选](?:图片|组图|大图)$|高(?<=^高)清(?:图片|组图|大图)$|2(?<=\b2)4小时|4(?<=\b4)8小时|hot\b"), "热点新闻", 1),
    (ListKind.LATEST, re.compile(r"最新|滚动|快讯|实时|即时|latest|newest|just in|aktuell|últimas|ultime"), "最新报道", 0),
    (ListKind.RELATED, re.compile(r"推荐|推薦|为你|看过|更多阅读|阅读更多|大家都在|下一篇|精彩|精选|recommended|you may|you might|read (?:more|next)|more (?:from|stories|news)|empfohlen|recomend"), "为你推荐", 1),
)  # fmt: skip
# A word of every row above holds one of these: most lines are no heading, and are spared the search.
_SIGNS = re.compile("[相延猜你排榜热熱最人点要头焦小图大滚快实即推為为看更阅下精a-zA-Z]")
_SHEET = re.compile(r"第?\s?[A-Z]?\d{1,3}\s?版")  # 第01版：要闻, over the contents of a newspaper's page
# What is no article: 热门评论, 热门标签, 精彩图集. Rows under such a heading belong to no list, whatever their box is named.
_NO_ARTICLES = re.compile(
    r"评论|跟贴|跟帖|標籤|标签|搜索|图集|关键词|关键字|专栏作者|热门作者|城市$|品牌$|车型$|股票$|基金$|游戏$|商品$|课程$|职位$|下载$|comments?\b|tags?\b|searche?s?\b",
)
# Names that authors of pages give to such boxes.
_CALLED: tuple[tuple[ListKind, re.Pattern[str]], ...] = (
    (ListKind.HOT, re.compile(r"hot|rank|paihang|ph_list|popular|trending|most-?(?:read|viewed)|top10|redian")),
    (
        ListKind.RELATED,
        re.compile(
            r"relat|xiangguan|xgxw|xgyd|recommend|tuijian|guess|like\b|more-?news|read-?(?:more|next|also)|tj[-_]|xg[-_]"
        ),
    ),
    (ListKind.LATEST, re.compile(r"latest|newest|zuixin")),
)
LONGEST_HEADING = 14
SHORTEST_TITLE = 6
SHORTEST_OF_ARTICLE = 4  # where the address is an article's: 县里的人; shorter ones are channels
_ARTICLE = re.compile(r"\d{4}.*\.s?html?\b|\d{6}")
FEWEST_SPACES = 2  # in the title of an article in a script that has them; a name or a topic has less
_UNSPACED = re.compile(r"[\u0e00-\u0e7f\u3040-\u9fff]")  # Thai, Japanese, Chinese
_NO_ARTICLE = re.compile(
    r"/(?:tags?|themen|thema|categor\w{1,4}|kategorie|aut(?:or|hor|eur)\w{0,3}|impressum|profile|search)/"
)
_NO_LINK = re.compile(r"javascript:\w*(?:[Rr]eply|[Cc]omment|[Ss]hare)")
# What an address of an article holds and that of a channel does not: a number, or the words of a title.
_OF_ARTICLE = re.compile(r"\d|\.s?html?\b|[^/?#]{18}")
MOST_HEADINGS = (
    200  # of a page that are looked below: each may look through the whole page, and no real one has a score
)
_LEVELS = 6  # how far above a heading its list is looked for
_DATE = re.compile(
    r"(?:(?:19|20)\d\d\s?[-/.年]\s?)?\d{1,2}\s?[-/.月]\s?\d{1,2}日?(?:\s?\d{1,2}:\d{2}(?::\d{2})?)?|\d{1,3}\s?(?:分钟|小时|天|个月)前|[昨今前]天(?:\s?\d{1,2}:\d{2})?|\d{1,2}:\d{2}"
)
_OPENS_DATE = re.compile(r"[\d昨今前]")
_RANK = re.compile(r"\s*\d{1,2}\s?[.、．]?\s*")
_ENDS_OF_DATES = "日前天"
_NUMBER = re.compile(r"^(?:\d{1,2}\s?[、.．:：]\s?|[·•▪■◆▶>»]\s?)+|^\d{1,2}\s+(?=[^\d\s年月日.%])")
_DOTS = frozenset("·•▪■◆▶>»")
_FURNITURE = re.compile(
    r"^(?:查看|更多|下载|打开|登录|注册|返回|点击|举报|回复|关注|订阅|分享|客户端|扫|我要|进入|首页|当前位置|发表评论|跟贴|\d+\s?(?:评论|跟贴)|免责|版权|©|copyright|sign|log ?in|subscribe|follow)",
)
_AWAY = frozenset(("nav", "footer", "header"))
# Comments, the path to the page, and what networks of advertisers put in.
_AWAY_CALLED = re.compile(r"comment|reply|crumb|taboola|t(?<=\bt)rc_|outbrain|revcontent|mgbox|sponsor")

# Headings under which there are no articles: they end the list before them.
_NO_LIST = re.compile(
    r"(?:热门|最新|精彩|网友|全部|热|新|相关)(?:评论|跟贴|跟帖|留言|标签|搜索|图集|下载|课程|品牌|车型|股票|基金)"
    r"|(?:评论|跟贴|跟帖|留言|comments?)[\s(（]*\d*[)）]?$", re.I
)  # fmt: skip
_MORE = re.compile(r"(?:查看)?更多|查看|进入|阅读全部|more\b|view", re.I)
_OF_PLACE = re.compile(r"\d+|\bjs[-_][\w-]+|\b(?:first|last|on|active|cur|odd|even|top|end)\b")
_LEADS = frozenset(("h2", "h3", "h4", "h5", "dt"))

_HREF = attrgetter("href")

Make = tuple[str, str, str, str]


class _Section(NamedTuple):
    """A list: where it begins, what it is (None: no list of articles), how surely (0 or 1 by its heading, 2 by its box's name)."""

    start: int
    kind: ListKind | None
    doubt: int


def heading(text: str) -> ListKind | None:
    """Which list a short line opens."""
    if len(text) > 2 * LONGEST_HEADING or (len(text) > LONGEST_HEADING and not text.isascii()):
        return None
    return found[0] if (found := _heading(text)) else None


@lru_cache(maxsize=4096)  # the same words head the lists of every page
def _heading(text: str) -> tuple[ListKind, int] | None:
    if not _SIGNS.search(text) or "，" in text or "关注" in text or _SHEET.match(text):
        return None
    plain = text.lower()
    if _NO_ARTICLES.search(plain):
        return None
    return next(((kind, doubt) for kind, pattern, _, doubt in HEADINGS if pattern.search(plain)), None)


class _Titles(dict[int, list[tuple[str, str]]]):
    """The titles with their addresses that each line would give as a row of a list, read when they are asked for.

    Lines of the article, and of parts of the page that hold no lists, give none.
    """

    def __init__(self, sheet: Sheet, body: set[int]) -> None:
        super().__init__(dict.fromkeys(body, _NONE))
        self.sheet = sheet
        self.away: dict[int, bool] = {-1: False}

    def __missing__(self, place: int) -> list[tuple[str, str]]:
        line, found = self.sheet.lines[place], _NONE
        if line.links:
            if (len(line.text) > 8 or heading(line.text) is None or _is_row(line)) and not self.stands_away(line):
                found = _titles(line)
        elif self.sheet.boxes[line.box].tag in _LEADS and _is_card(self.sheet, line) and not self.stands_away(line):
            found = [(line.text, "")]
        self[place] = found
        return found

    def stands_away(self, line: Line) -> bool:
        """Whether a line stands in a part of the page that holds no lists."""
        return handed_down(self.sheet.boxes, line.box, self.away, _is_away)


_NONE: list[tuple[str, str]] = []


def lists(sheet: Sheet, body: set[int], address: str = "") -> tuple[tuple[PageLink, ...], list[tuple[str, str]]]:
    """The rows of the page's own lists, those outside the article, in reading order; links are relative to `address`.

    With them for each list what told that it is one, and what it says.
    """
    titles = _Titles(sheet, body)
    rows: list[PageLink] = []
    told: list[tuple[str, str]] = []
    ranks: dict[ListKind, int] = defaultdict(int)
    for kind, kept, last, (rule, words) in _kept(sheet, body, titles):
        told.append((rule, " · ".join(filter(None, (words, *(text for text, _ in titles[kept[0]]), str(len(kept)))))))
        for order, place in enumerate(kept):
            following = kept[order + 1] if order + 1 < len(kept) else last + 5
            teaser, date = _beside(sheet, place, min(following, place + 8), body)
            for text, url in titles[place]:
                ranks[kind] += 1
                rows.append(
                    PageLink(
                        list=kind, rank=ranks[kind], title=text, url=_leads_to(address, url), teaser=teaser, date=date
                    )
                )
    return tuple(rows), told


def _kept(sheet: Sheet, body: set[int], titles: _Titles) -> Iterator[tuple[ListKind, list[int], int, tuple[str, str]]]:
    """The page's lists: what each is, its rows, the last line that was taken for one of its rows, and what told."""
    groups: dict[_Section, list[int]] = defaultdict(list)
    for place, section in _sections(sheet, titles, body).items():
        groups[section].append(place)
    kept = {one: rows for one, places in groups.items() if one.kind and (rows := _alike(sheet, places, titles))}
    headed = {section.kind for section in kept if section.doubt < 2}
    near = _nearness(sheet, groups, body)
    nearest = max((near[one] for one in groups if one.kind is ListKind.RELATED and one.doubt == 1), default=0)
    sure = {near[one] for one, rows in kept.items() if one.kind is ListKind.RELATED and not one.doubt and len(rows) > 1}
    has_hot = any(section.kind is ListKind.HOT for section in kept)
    for section, rows in sorted(kept.items(), key=lambda group: groups[group[0]][0]):
        kind = section.kind
        # 精彩推荐 in the side column, or beside a list of 相关, is what the portal wants read; what belongs to the
        # article stands in its column. Beside 相关 it is the hot list of a page that has no other.
        if kind is ListKind.RELATED and section.doubt:
            if section.doubt == 1 and near[section] in sure and not has_hot:
                kind = ListKind.HOT
            elif near[section] < nearest or near[section] in sure:
                continue
        if section.doubt == 2 and kind in headed and len(rows) < 5:
            continue
        if kind:
            is_headed = section.doubt < 2
            told = ("heading of the list", sheet.lines[section.start].text) if is_headed else ("name of a box", "")
            yield kind, rows, groups[section][-1], told


def _leads_to(address: str, link: str) -> str | None:
    return joined(address, link) if link and not link.startswith(("#", "javascript:")) else None


@lru_cache(maxsize=8192)
def _is_called_away(names: str) -> bool:
    return _AWAY_CALLED.search(names) is not None


def _is_away(box: Box) -> bool:
    return box.tag in _AWAY or bool(box.names and _is_called_away(box.names))


def _is_row(line: Line) -> bool:
    """Whether a line is a short title with a word that heads lists: 天文台：今夏偏熱."""
    return len(line.text) >= SHORTEST_TITLE and any(run.href and _ARTICLE.search(run.href) for run in line.runs)


def _is_card(sheet: Sheet, line: Line) -> bool:
    """Whether a line in a heading's box is the title of a card whose link lies over it, empty of text."""
    return (
        sheet.boxes[max(sheet.boxes[line.box].parent, 0)].tag == "li"
        and len(line.text) >= SHORTEST_TITLE
        and heading(line.text) is None
        and not _FURNITURE.match(line.text.lower())
    )


def _titles(line: Line) -> list[tuple[str, str]]:
    """The linked titles of a line with their addresses; a line of several links is several rows."""
    unlinked = len(line.text) - line.linked
    # A date behind a short title outweighs it.
    if line.linked < 0.4 * len(line.text) and (unlinked > 18 or not _date_in(line.text)):
        return []
    if line.links > 2 and line.text.count("|") + line.text.count("｜") >= line.links - 1:  # 要闻|评论|图片
        return []
    found: list[tuple[str, str]] = []
    for href, text in ((line.runs[0].href, line.text),) if len(line.runs) == 1 else _links(line):
        if not href or len(text) < SHORTEST_OF_ARTICLE or _NO_ARTICLE.search(href) or _is_call(href):
            continue
        plain = unnumbered(_undated(text))
        if (
            (
                len(plain) >= SHORTEST_TITLE
                or (len(plain) >= SHORTEST_OF_ARTICLE and line.links == 1 and _ARTICLE.search(href))
            )
            and not _FURNITURE.match(plain.lower())
            and " > " not in plain
            and (plain.count(" ") >= FEWEST_SPACES or _UNSPACED.search(plain))
        ):
            found.append((plain, href))
    return [] if len(found) == 1 and line.links > 4 else found


def _is_call(href: str) -> bool:
    """Whether a link calls a script that comments or shares."""
    return href.startswith("javascript:") and _NO_LINK.match(href) is not None


def _links(line: Line) -> Iterator[tuple[str, str]]:
    for href, runs in groupby(line.runs, key=_HREF):
        if not href:
            continue
        pieces = [run.text for run in runs]
        while pieces and pieces[0].isspace():
            del pieces[0]
        while pieces and pieces[-1].isspace():
            del pieces[-1]
        if not pieces:
            continue
        # The row's number and how many have read it stand in spans of their own.
        if len(pieces) > 1 and _RANK.fullmatch(pieces[0]):
            del pieces[0]
        if len(pieces) > 1 and pieces[-1].strip().isdigit():
            del pieces[-1]
        yield href, tidy("".join(pieces))


def unnumbered(text: str) -> str:
    """A title without the number or dot of its row."""
    return _NUMBER.sub("", text) if text and (text[0].isdigit() or text[0] in _DOTS) else text


def _undated(text: str) -> str:
    """A title without the date printed right behind it."""
    if not text or not _may_end_in_date(text):
        return text
    *_, match = (None, *_DATE.finditer(text))
    if (
        match
        and match.end() == len(text)
        and match.start() > SHORTEST_TITLE
        and (len(match.group()) > 6 or text[match.start() - 1] == " ")
    ):
        return text[: match.start()].rstrip(" |·[(（")
    return text


def _date_in(text: str) -> re.Match[str] | None:
    """The first date in a text; it is looked for from where one may begin."""
    first = _OPENS_DATE.search(text)
    return _DATE.search(text, first.start()) if first else None


def _may_end_in_date(text: str) -> bool:
    return text[-1] in _ENDS_OF_DATES or text[-1].isdigit()


def _sections(sheet: Sheet, titles: _Titles, body: set[int]) -> dict[int, _Section]:
    """For each row the list that it stands in: that of the nearest heading before it, or of a box that is named a list."""
    section_of: dict[int, _Section] = {}
    before, start, asked = -9, min(body, default=0), 0
    for place, line in enumerate(sheet.lines):
        length = len(line.text)
        if length > LONGEST_HEADING and (length > 2 * LONGEST_HEADING or not line.text.isascii()):
            continue
        if (found := _opens(line)) is None:
            continue
        if place in body or titles.stands_away(line):
            continue
        if line.linked > 8 * (not _is_row(line)) and line.linked > 0.7 * len(
            line.text
        ):  # a row with such a word in its title
            continue
        if (
            place < start and found[1] and found[0] is ListKind.RELATED
        ):  # 精选, 推荐 over the article are channels of the menu
            continue
        # Of tabs (相关 | 热门) the first is the one that shows.
        is_tab = place - before == 1 and place not in section_of and _is_tab(sheet, before, place)
        before = place
        if is_tab:
            continue
        asked += 1
        if asked > MOST_HEADINGS:
            break
        for row in _below(sheet, place, titles):
            section_of[row] = _Section(place, *found)
    named, boxes = _Named(sheet), sheet.boxes
    for row, line in enumerate(sheet.lines):
        # Only a link or a heading can be a row; what a line gives is asked last, since that costs most.
        if (
            row not in section_of
            and (line.links or boxes[line.box].tag in _LEADS)
            and (section := named.around(line.box))
            and titles[row]
        ):
            section_of[row] = section
    return section_of


def _below(sheet: Sheet, place: int, titles: _Titles) -> list[int]:
    """The rows under a heading: those in the innermost of the boxes around it that holds more than one."""
    box, reached, has_ended = sheet.lines[place].box, place + 1, False
    rows: list[int] = []
    for _ in range(_LEVELS):
        last = sheet.boxes[box].last
        if last > reached and not has_ended:
            end = _next_of_its_make(sheet, place, range(reached, last), titles)
            has_ended = end < last
            rows += [row for row in range(reached, end) if titles[row]]
            reached = last
        box = sheet.boxes[box].parent
        if sum(len(titles[row]) for row in rows) >= 2 or (rows and box <= 0):
            return rows
        if box <= 0:
            break
    return []


class _Named:
    """The lists that boxes are named after, as far as `_LEVELS` above a row."""

    def __init__(self, sheet: Sheet) -> None:
        self.sheet = sheet
        # Of each box the list that it or one around it is named after, and how far above that is.
        self.known: dict[int, tuple[_Section | None, int]] = {-1: (None, 0), 0: (None, 0)}

    def around(self, place: int) -> _Section | None:
        """The list that the innermost named box around is named after."""
        path = []
        while place not in self.known:
            path.append(place)
            place = self.sheet.boxes[place].parent
        section, above = self.known[place]
        for place in reversed(path):
            box = self.sheet.boxes[place]
            above += 1
            if box.names and (kind := _called(box.names)):
                section, above = _Section(box.parent + len(self.sheet.lines), kind, 2), 0
            self.known[place] = section, above
        return section if above < _LEVELS else None


@lru_cache(maxsize=8192)
def _called(names: str) -> ListKind | None:
    """The list that a box is named after."""
    return next((kind for kind, pattern in _CALLED if pattern.search(names)), None)


def _opens(line: Line) -> tuple[ListKind | None, int] | None:
    """Which list a short line opens, and how doubtfully; a linked 更多精彩文章 stands under its list."""
    if (found := _heading(line.text)) is not None:
        return None if line.linked and _MORE.match(line.text) else found
    return (None, 0) if len(line.text) <= LONGEST_HEADING and not line.links and _NO_LIST.match(line.text) else None


def _next_of_its_make(sheet: Sheet, place: int, among: range, titles: _Titles) -> int:
    """Where of these lines the next heading made like this one stands: there its list has ended, whatever the boxes say."""
    make = _make(sheet, sheet.lines[place].box)
    if not any(make[1::2]):  # a plain box without a name; rows are made like that, too
        return among.stop
    own = sheet.lines[place].box
    for other in among:
        line = sheet.lines[other]
        if (
            len(line.text) <= LONGEST_HEADING
            and (box := sheet.boxes[line.box]).tag == make[0]
            and line.box != own
            and (box.names or not make[1])
            and _is_alike(make, _make(sheet, line.box))
            and not titles[other]
            and not (other == place + 1 and _is_tab(sheet, place, other))
        ):
            return other
    return among.stop


@lru_cache(maxsize=1024)  # the rows of a list are made alike
def _is_alike(make: Make, other: Make) -> bool:
    """Whether two headings are made alike: by their names, where they have some, else by those of the boxes around them."""
    if make[0] != other[0] or make[2] != other[2]:
        return False
    if not make[1]:
        return make == other
    # One may bear a name more, of its matter or of a script.
    names, others = set(make[1].split()), set(other[1].split())
    return bool(others) and (names <= others or others <= names)


def _is_tab(sheet: Sheet, place: int, after: int) -> bool:
    """Whether two headings stand side by side, with one list below them both; else the first list is empty."""
    if after >= len(sheet.lines):
        return False
    one, other = (sheet.boxes[sheet.lines[line].box] for line in (place, after))
    if one.parent == other.parent:
        return True
    outer, others = (sheet.boxes[max(box.parent, 0)] for box in (one, other))
    return one.tag == other.tag and outer.tag == others.tag and outer.parent == others.parent


def _nearness(sheet: Sheet, groups: dict[_Section, list[int]], body: set[int]) -> dict[_Section, int]:
    """How deep in the page each list and the article part."""
    article: set[int] = set()
    if body:
        box = sheet.lines[min(body)].box
        while box >= 0:
            article.add(box)
            box = sheet.boxes[box].parent
    near: dict[_Section, int] = {}
    for section, places in groups.items():
        box = sheet.lines[places[0]].box
        while box > 0 and box not in article:
            box = sheet.boxes[box].parent
        near[section] = sheet.boxes[box].depth
    return near


def _alike(sheet: Sheet, places: list[int], titles: _Titles) -> list[int]:
    """The rows of a list: those made as most of its text is, not the names of channels and the counters between them."""
    makes: dict[Make, list[int]] = defaultdict(list)
    for place in places:
        makes[_make(sheet, sheet.lines[place].box)].append(place)

    length = {make: sum(len(text) for place in of for text, _ in titles[place]) for make, of in makes.items()}
    best = max(makes, key=length.__getitem__)
    # A row's title stands before its teaser, which is longer and may be linked, too.
    for make, of in makes.items():
        if of[0] < makes[best][0] and 0.8 <= len(of) / len(makes[best]) <= 1.25 and length[make] >= 9 * len(of):
            best = make
            break
    mean = length[best] / len(makes[best])
    if mean < SHORTEST_TITLE + 1 and len(makes[best]) > 1:
        return []
    addresses = [url for place in makes[best] for _, url in titles[place]]
    if 2 * sum(map(_may_lead_to_article, addresses)) < len(addresses):
        return []
    kept = sorted(
        place
        for make, of in makes.items()
        if make[:2] == best[:2] and length[make] / len(of) >= 0.6 * mean
        for place in of
    )
    # The first row may be set larger, as a heading over the others.
    lead = [place for place in places if place < kept[0] and sheet.boxes[sheet.lines[place].box].tag in _LEADS]
    return lead[-1:] + kept


def _may_lead_to_article(link: str) -> bool:
    """Whether an address is more than that of a site or a channel; scripts do not say."""
    if not link or link.startswith(("#", "javascript:")):
        return True
    rest = link.partition("//")[2]
    return _OF_ARTICLE.search(rest.partition("/")[2] if rest else link) is not None


def _make(sheet: Sheet, place: int) -> Make:
    box = sheet.boxes[place]
    outer = sheet.boxes[max(box.parent, 0)]
    return box.tag, _made(box.names), outer.tag, _made(outer.names)


@lru_cache(maxsize=8192)
def _made(names: str) -> str:
    """The names of a box without those of its place in the list and of scripts."""
    return " ".join(_OF_PLACE.sub("", names).split())


def _beside(sheet: Sheet, place: int, end: int, body: set[int]) -> tuple[str | None, str | None]:
    """Teaser and date of a row: on its own line or on the lines up to the next row."""
    line = sheet.lines[place]
    rest = [run.text for run in line.runs if run.href is None]
    date = match.group() if rest and (match := _date_in(tidy("".join(rest)))) else None
    if date is None and _may_end_in_date(line.text):
        end_of_line = line.text[-20:]
        match = _date_in(end_of_line)
        if match and match.end() == len(end_of_line) and len(match.group()) > 6:
            date = match.group()
    teaser = None
    for other in range(place + 1, min(end, len(sheet.lines))):
        if other in body or heading(sheet.lines[other].text) is not None:
            break
        text = sheet.lines[other].text
        if date is None and len(text) < 40 and (match := _date_in(text)):
            date = match.group()
        elif teaser is None and len(text) >= 18 and other not in body:
            teaser = text
    return teaser, date
