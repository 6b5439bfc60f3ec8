"""Which newsrooms an article names as where its text comes from, and who publishes it.

Three readings are combined: the credit line that the page printed (`Article.credit`), the outlets that the
text cites (`Citation`), and what this room reads itself, since a credit that was cut or glued to the last
sentence is the strongest witness of a copy.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import IntEnum

from suyuan.outlets import Directory
from suyuan.records import Article, BlockKind, Citation, Outlet, OutletKind
from suyuan.reprints.names import newsroom
from suyuan.text import paragraphs


class Weight(IntEnum):
    """How much of the text a credit speaks for."""

    PASSING = 1  # 据某报此前报道, in the middle
    LEADING = 2  # 据某报消息, in the first sentence
    BYLINE = 3  # （某报记者 张三）: the words are that newsroom's
    LINE = 4  # 来源：某报


@dataclass(frozen=True, slots=True)
class Credit:
    """One newsroom that an article names, as written and as known."""

    newsroom: str
    name: str
    how: str
    weight: Weight
    is_alone: bool = True  # false in 综合自甲、乙、丙
    end: int | None = None  # where the words it speaks for begin; None: for the whole article
    is_known: bool = False  # only an outlet of the directory can be meant


@dataclass(frozen=True, slots=True)
class Sources:
    """Who publishes an article, and whom it names. `outlet` is None where a platform hides the publisher."""

    outlet: str | None
    credits: tuple[Credit, ...]
    is_house: bool = False  # a newsroom that writes; a portal runs what others wrote
    is_agency: bool = False  # others have its words from the wire before its own site shows them
    is_signed: bool = False  # its own people put their name to it: 本报北京5月6日电（记者 张三）
    is_composite: bool = False  # put together from texts that it does not tell apart: 综合报道

    @property
    def others(self) -> frozenset[str]:
        """The newsrooms named that are not the publisher."""
        return frozenset(credit.newsroom for credit in self.credits) - {self.outlet}


@dataclass(frozen=True, slots=True)
class Form:
    """A form of words that credits an outlet; `example` credits 某某日报 and is a test."""

    how: str
    weight: Weight
    pattern: re.Pattern[str]
    example: str
    is_edge: bool = True  # stands at the head or the foot of a text
    is_known: bool = False  # the words are common, so that only a name in the directory counts
    words: tuple[str, ...] = ("",)  # a text that holds none of them need not be searched


_NAME = r"[一-鿿a-z0-9·@《》“”&'’.\- ]"
_NAMES = rf"{_NAME}{{2,30}}(?:[、，,/；;和]\s*{_NAME}{{2,20}}){{0,8}}"
_PLAIN = r"[《“]?[一-鿿a-z0-9·@]{2,16}?[》”]?"
_WHEN = r"(?:\d{1,2}[:：]\d{2}|\d{1,2}月\d{1,2}日|\d{1,2}日|今日|今天|昨日|最新|此前|早前|综合|独家|晚间|上午|下午|在现场|的){0,4}"

TOLD = "告诉"

FORMS = (
    Form(
        "来源", Weight.LINE, example="（文章来源：某某日报）",
        pattern=re.compile(
            r"(?<!图片)(?<!图)(?<!视频)(?<!数据)(?<!资料)(?<!素材)"
            rf"(?:(?:来源|稿源)(?:于|自)?|转载自|转自|摘自|原载于?|首发于?|出处)(?:\s*[丨|｜:：]\s*|\s+)(?P<names>{_NAMES})"
        ),
    ),
    Form("综合", Weight.LINE, re.compile(rf"(?:综合|整理|编译|转载|转|摘|摘编|来源)自\s*[:：]?\s*(?P<names>{_NAMES})"), "综合自某某日报、某某晚报"),
    Form("综合", Weight.LINE, re.compile(rf"(?:综合|整理)(?P<names>{_PLAIN}(?:[、，]{_PLAIN}){{1,8}})"), "（某某晚报综合某某日报、某某网报道）", is_known=True),
    Form("编发", Weight.LINE, re.compile(r"(?:^|[\n（(])\s*(?P<name>[一-鿿a-z0-9]{2,10}?)(?:综合|整理)(?:自|[一-鿿]{3,12}、)"), "\n某某日报综合自某某网", is_known=True),
    Form("括注", Weight.LINE, re.compile(r"[（(【](?P<name>(?:(?!记者)[^（）()【】\n]){2,16})[）)】](?=\s*(?:\n|$))|(?:^|\n)\s*(?P<line>[^\s。，,：:]{2,10})\s*(?=\n|$)"), "某某表示歉意。（某某日报）\n", is_known=True),
    Form("独家", Weight.LINE, re.compile(r"(?:本文)?系\s*(?P<name>[一-鿿a-z0-9·]{2,12}?)\s*(?:独家|原创)"), "本文系某某日报独家稿件", words=("独家", "原创")),
    Form("授权", Weight.LINE, re.compile(r"未经\s*(?P<name>[一-鿿a-z0-9·]{2,12}?)\s*(?:[a-z0-9.]{4,30})?\s*书面授权"), "未经某某日报书面授权"),
    Form("客户端", Weight.LINE, re.compile(r"下载\s*[“\"]?(?P<name>[一-鿿a-z0-9·]{2,10}?)[”\"]?\s*(?:客户端|app)"), "请下载“某某日报”客户端", is_known=True),
    Form(
        "获悉", Weight.BYLINE, example="今天，某某日报从市教育局获悉", is_known=True, words=("获悉", "了解到", "注意到", "梳理", "查询", "求证"),
        pattern=re.compile(rf"(?:^|[。，,；;\n”\"、])(?P<name>[一-鿿a-z0-9·]{{2,10}}?){_WHEN}(?:从[^，。\n]{{2,24}})?(?:获悉|了解到|注意到|梳理|查询|多方求证)"),
    ),
    Form(TOLD, Weight.BYLINE, re.compile(r"(?:告诉|接受|对|向)(?P<name>[一-鿿a-z0-9·]{2,12}?)(?:记者)?(?:的)?(?:采访|专访|独家|表示|证实|透露|提供|称|说|介绍|确认|坦言|回应|[，,。：:])"), "老张对某某日报表示", is_known=True),
    Form(
        "据", Weight.PASSING, example="据某某日报报道", is_edge=False,
        pattern=re.compile(
            rf"(?:据|援引|引述|引用|来自)\s*(?P<names>{_PLAIN}(?:、{_PLAIN}){{0,3}})(?:[（(][^）)\n]{{1,20}}[）)])?"
            rf"(?:官方)?(?:新闻)?(?:客户端|微信公众号|公众号|微博|网站|app)?(?:援引.{{0,16}})?(?:记者)?{_WHEN}(?:报道|消息|电|讯|快讯|披露)"
            r"|(?<![^。\n])据(?P<name>[一-鿿a-z0-9·]{2,10}?)[，,：:]"
        ),
    ),
)  # fmt: skip

# Few spaces at each place: many, and a line of blanks would be tried in every division.
DATELINE = re.compile(
    r"^[\s【\[“]*(?!据|另据)(?P<name>[一-鿿a-z0-9·/]{2,20}?)\s{0,3}(?:\d{4}\s{0,3}年)?\s{0,3}(?:\d{1,2}\s{0,3}月\s{0,3})?\d{1,2}\s{0,3}日\s{0,3}(?:专|综合)?(?:电|讯|消息|报道)"
    r"|^[\s【\[“]*(?!据|另据)(?P<plain>[一-鿿a-z0-9·/]{2,14}?)(?:综合报道|快讯|消息|讯)(?=[（(，,：:\s】\]今昨据]|记者|通讯员|\d)"
)
# The place stands between the outlet's name and the day: 新华社北京6月4日电.
HOUSE = re.compile(
    r".{1,9}?(?:[通新].{0,2}社|[一-鿿]社|[日晚早晨时周商导]报|都市报|报(?!道)|[一-鿿]网|新闻|客户端|电视台|在线|周刊|财经)"
)
# What stands before 记者: （某报首席记者 张三）, 某报记者获悉, 告诉某报记者.
BEFORE_REPORTER = re.compile(
    r"(?:[（(【\[/\s。，,《]|^|告诉|接受|对|向)\s*(?P<name>[一-鿿a-z0-9·/\-]{2,16}?)[》]?(?:首席|特约|实习|见习|驻[一-鿿]{1,8}|全媒体|[（(][a-z.]{3,30}[）)])?$"
)

# A credit line runs on: 来源：某某日报 记者 张三 编辑 李四.
AFTER_NAMES = re.compile(r"\s+(?=记者|编辑|作者|责编|责任|流程|更新|校对|审核|时间|日期|图片|原标题|通讯员)")

# A newsroom speaks of itself. On a portal the same words are the original's, left standing.
OWN = re.compile(
    r"(?<![一-鿿])本[报网台刊社](?:讯|快讯|综合|(?:[一-鿿]{0,4}记者)|[一-鿿·]{0,10}\s*(?:\d{1,2}月)?\d{1,2}日\s*(?:电|讯|消息))"
)
COMPOSITE = re.compile(r"综合(?:报道|消息|整理|编辑|(?:自|多家|各家|各方|外媒|媒体))")
SELLERS = frozenset({OutletKind.PORTAL, OutletKind.SELF_MEDIA})

# Who took the picture stands in brackets after what it shows: 某某（左二）出席会议。（东海社）
PICTURE = re.compile(r"[（(][^（()）\n]{2,16}[)）]\s*$")
POSE = re.compile(r"[（(](?:前排|后排)?(?:左|右|中|居中|上|下)[一二三四五六七起]?[)）]|图为|资料图|档案照")
LONGEST_SIGN = 20

# How a citation says that the whole text is another's, and that its words are.
CREDIT_LINES = frozenset({"来源", "稿源", "转自", "转载自", "原载"})
BYLINES = frozenset({"电头", "记者"})

# A credit line stands at the head or the foot; the middle of a long text is not read for it.
EDGE = 600
# What leads the report: its first sentence, headline and time of publication before it.
LEAD = 160


def sources(article: Article, text: str, citations: tuple[Citation, ...], *, outlets: Directory) -> Sources:
    """Who publishes an article, and every newsroom that it names (in its folded text) as where it has something from."""
    credits: dict[str, Credit] = {}
    shown = _captions(article, text)
    for found in (*_printed(article), *_read(text, shown), *_cited(citations, shown)):
        key = newsroom(found.name, outlets=outlets, is_certain=found.weight is Weight.LINE)
        if found.is_known and not (key and outlets.by_id(key)):
            continue
        if key and (key not in credits or credits[key].weight < found.weight):
            credits[key] = replace(found, newsroom=key, name="".join(found.name.split()))
    known = outlets.by_name(article.outlet) or outlets.by_host(article.outlet) or outlets.by_host(article.url)
    publisher = _publisher(article, known, outlets)
    is_house = known is not None and known.kind not in SELLERS
    house = outlets.by_id(publisher) if publisher else None
    own = credits.get(publisher or "")
    return Sources(
        outlet=publisher,
        credits=tuple(credits[key] for key in sorted(credits)),
        is_house=is_house,
        is_agency=house is not None and house.kind is OutletKind.WIRE,
        is_signed=is_house and bool((own and own.weight >= Weight.BYLINE) or OWN.search(text, 0, EDGE)),
        is_composite=COMPOSITE.search(text, 0, LEAD) is not None,
    )


def _publisher(article: Article, outlet: Outlet | None, outlets: Directory) -> str | None:
    if outlet is None:
        return outlets.newsroom(article.outlet)
    if outlet.kind is OutletKind.SELF_MEDIA:
        # On a platform the account is the publisher; the page's credit line names it.
        return newsroom(article.credit, outlets=outlets, is_certain=True) if article.credit else None
    return outlet.group or outlet.id


def _printed(article: Article) -> Iterator[Credit]:
    if article.credit:
        yield Credit("", article.credit, "稿源", Weight.LINE)


def _captions(article: Article, text: str) -> list[tuple[int, int]]:
    """Where the words under pictures stand: an agency named there took the picture."""
    marked = [(block.start, block.end) for block in article.blocks if block.kind is BlockKind.CAPTION]
    return marked + [
        (start, end)
        for start, end in paragraphs(text)
        if PICTURE.search(text, max(start, end - LONGEST_SIGN), end) and POSE.search(text, start, end)
    ]


def _is_in(place: int, spans: list[tuple[int, int]]) -> bool:
    return any(start <= place < end for start, end in spans)


def _cited(citations: tuple[Citation, ...], shown: list[tuple[int, int]]) -> Iterator[Credit]:
    citations = tuple(citation for citation in citations if not _is_in(citation.start, shown))
    lines = {citation.outlet for citation in citations if citation.how in CREDIT_LINES}
    for citation in citations:
        if citation.how in CREDIT_LINES:
            yield Credit("", citation.outlet, citation.how, Weight.LINE, len(lines) == 1)
        else:
            weight = Weight.BYLINE if citation.how in BYLINES else _weight(citation.start)
            yield Credit("", citation.outlet, citation.how, weight, end=citation.end)


def _read(text: str, shown: list[tuple[int, int]]) -> Iterator[Credit]:
    last = max(0, len(text) - EDGE)
    edges = ((0, len(text)),) if last <= EDGE else ((0, EDGE), (last, len(text)))
    for form in FORMS:
        if not any(word in text for word in form.words):
            continue
        for start, end in edges if form.is_edge else ((0, len(text)),):
            for match in form.pattern.finditer(text, start, end):
                if not _is_in(match.end() - 1, shown):
                    yield from _credits(form, match)
    for start, end in edges:
        yield from _reporters(text, start, end)
    for start, end in paragraphs(text[: 4 * LEAD])[:8]:
        if dateline := DATELINE.match(text[start:end]):
            yield Credit("", _house(dateline), "电头", Weight.BYLINE, end=start + dateline.end())


def _credits(form: Form, match: re.Match[str]) -> Iterator[Credit]:
    names = _names(next(words for words in match.groups() if words))
    for name in names:
        if form.weight is Weight.LINE:
            yield Credit("", name, form.how, Weight.LINE, len(names) == 1, is_known=form.is_known)
        else:
            weight = max(form.weight, _weight(match.start()))
            yield Credit("", name, form.how, weight, len(names) == 1, match.end(), form.is_known)


def _reporters(text: str, start: int, end: int) -> Iterator[Credit]:
    """（某报记者 张三） closes what it wrote, 某报记者获悉 opens it: either way the words are near."""
    for reporter in re.finditer("记者", text[start:end]):
        place = start + reporter.start()
        if byline := BEFORE_REPORTER.search(text[max(start, place - 40) : place]):
            for name in re.split(r"[·/\-]", byline["name"]):
                yield Credit("", name, "记者", Weight.BYLINE, end=place)


def _weight(start: int) -> Weight:
    return Weight.LEADING if start < LEAD else Weight.PASSING


def _names(words: str) -> list[str]:
    words = AFTER_NAMES.split(re.sub(r"^.*综合(?:自)?", "", words))[0]
    return [
        part
        for part in re.split(r"[、，,/；;·]|(?<=[报网社])和|等\d*|(?<=[一-鿿])\s+(?=[一-鿿])", words)
        if len(part.strip()) > 1
    ]


def _house(dateline: re.Match[str]) -> str:
    if dateline["plain"]:
        return dateline["plain"]
    house = HOUSE.match(dateline["name"])
    return house.group() if house else dateline["name"]
