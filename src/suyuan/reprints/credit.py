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
from suyuan.records import Article, Citation, OutletKind
from suyuan.text import fold, paragraphs


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


@dataclass(frozen=True, slots=True)
class Sources:
    """Who publishes an article, and whom it names. `outlet` is None where a platform hides the publisher."""

    outlet: str | None
    credits: tuple[Credit, ...]

    @property
    def others(self) -> frozenset[str]:
        """The newsrooms named that are not the publisher."""
        return frozenset(credit.newsroom for credit in self.credits) - {self.outlet}


# What follows an outlet's name where it is credited by its account, edition or person.
SUFFIXES = re.compile(
    r"(?:官方)?(?:新闻)?(?:客户端|微信公众号|微信公号|公众号|公号|微信|微博|官微|官网|网站|视频号|抖音号|头条号|百家号|新媒体|app|网页版|电子版)$"
    r"|(?:综合|独家|最新|今日|今天|昨日)?(?:报道|消息|快讯|快报|特稿|专电|电|讯)$|(?:综合|最新|此前|援引|特约|评论员|首席|实习|见习|编辑部|视频组|更新时间|视频|体育|财经|评论|记者团)$"
    r"|(?:记者|作者|编辑|责编|流程|编译|见习|通讯员)[一-鿿]{0,4}$|[-—|｜].*$"
)
# What stands before it: who spoke to whom, or the country that the writer adds.
PREFIXES = re.compile(
    r"^.*(?:告诉|接受|回应|对|向|给|与|据|在|了|来自|随后|但|称)(?=[一-鿿]{2})"
    r"|^(?:另|而|当|也)(?=[一-鿿]{3})"
    r"|^(?:台湾|台媒|香港|港媒|澳门|英国|英媒|美国|美媒|俄罗斯|俄媒|日本|日媒|韩国|韩媒|法国|德国|以色列|加拿大|澳大利亚|新加坡|印度|伊朗|乌克兰|土耳其|中央广播电视总台|媒体)(?=[一-鿿a-z0-9]{2})"
    r"|^(?:河北|山西|辽宁|吉林|黑龙江|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|海南|四川|贵州|云南|陕西|甘肃|青海|内蒙古|广西|西藏|宁夏|新疆|北京|上海|天津|重庆)(?=[一-鿿]{4})"
)
# What an unknown name must end with to be an outlet: 某某晚报, 某某网, 某某新闻.
OUTLET_LIKE = re.compile(
    r"(?:[日晚早晨时周月商青年都市快法工农人民导]报|报纸?|[一-鿿]网|在线|新闻|[通讯]社|周刊|杂志|电视台|电台|广播|卫视|频道|融媒体?(?:中心)?|传媒|视频|财经|观察|快讯|时报|论坛|发布"
    r"|新闻社|news|times|post|daily|客户端)$"
)
# Words that end like an outlet and are none.
NO_OUTLET = re.compile(
    r"^(?:本|该|此|某|其|有|多家|多个|当地|相关|境外|国外|国内|外国|海外|官方|中央|地方|主流|权威|综合|今日|昨日|最新|现场|网络|互联|上|在|从|对|向|与|和|被|新|各)?"
    r"(?:报|网|媒体|外媒|韩媒|日媒|美媒|英媒|港媒|台媒|俄媒|官媒|新闻|网络|互联网|社交网|官网|网站|公司官网|发布|视频|频道|记者|公开资料|资料|网友|消息|公告|通报|快讯|研究|统计|介绍|了解|悉|称|观察|财经|报道)$"
    r"|cfp|ic ?photo|东方ic|视觉中国|图虫|摄图网|图库|供图|制图|配图|截图"
    r"|的|网友|音频|水印|稿件|整理|^编辑|责编|^作者|版权|当事人|账号|来信|管理员"
    r"|宣传部|警方|公安|法院|消防|政府|新闻办|委员会|(?:公告|通报|公报|汇报|情报|预报|警报|年报|季报|财报|月报|海报|举报|申报|简报)$"
)

_NAME = r"[一-鿿a-z0-9·@《》“”&'’.\- ]"
LINE = re.compile(
    rf"(?<!图片)(?<!图)(?<!视频)(?<!数据)(?<!资料)(?<!素材)(?:(?:稿件|文章|内容|消息|信息|新闻|本文)?(?:来源|稿源)(?:于|自)?|转载自|转自|摘自|原载于?|首发于?|出处)\s*[丨|｜:：]\s*(?P<names>{_NAME}{{2,30}}(?:[、，,/；;和]\s*{_NAME}{{2,20}}){{0,8}})"
    rf"|(?:综合|整理|编译|转载|转|摘|摘编|来源)自\s*[:：]?\s*(?P<mixed>{_NAME}{{2,20}}(?:[、，,/；;和]\s*{_NAME}{{2,20}}){{0,8}})"
)
ACCORDING = re.compile(
    r"(?:据|援引|引述|引用|来自|经)\s*(?P<name>[《“]?[一-鿿a-z0-9·@]{2,16}?[》”]?)(?:[（(][^）)\n]{1,20}[）)])?"
    r"(?:官方)?(?:新闻)?(?:客户端|微信公众号|公众号|微博|网站|app)?(?:援引.{0,16})?(?:记者)?(?:\d{1,2}[:：]\d{2}|\d{1,2}月\d{1,2}日|\d{1,2}日|今日|今天|昨日|最新|此前|综合|独家|晚间|上午|下午|在现场|的)*(?:报道|消息|电|讯|快讯|披露)"
    r"|(?<![^。\n])据(?P<short>[一-鿿a-z0-9·]{2,10}?)[，,：:]"
)
DATELINE = re.compile(
    r"^[\s【\[“]*据?(?P<name>[一-鿿a-z0-9·/]{2,20}?)\s*(?:\d{4}\s*年)?\s*(?:\d{1,2}\s*月\s*)?\d{1,2}\s*日\s*(?:专|综合)?(?:电|讯|消息|报道)"
    r"|^[\s【\[“]*据?(?P<plain>[一-鿿a-z0-9·/]{2,14}?)(?:综合报道|快讯|消息|讯)(?=[（(，,：:\s】\]今昨据]|记者|通讯员|\d)"
)
# The place stands between the outlet's name and the day: 新华社北京6月4日电.
HOUSE = re.compile(r".{1,9}?(?:[通新].{0,2}社|[一-鿿]社|[日晚早晨时周商导]报|都市报|报(?!道)|[一-鿿]网|新闻|客户端|电视台|在线|周刊|财经)")
# What stands before 记者: （某报首席记者 张三）, 某报记者获悉, 告诉某报记者.
BEFORE_REPORTER = re.compile(
    r"(?:[（(【\[/\s。，,]|^|告诉|接受|对)\s*(?P<name>[一-鿿a-z0-9·/]{2,16}?)(?:首席|特约|实习|见习|驻[一-鿿]{1,8}|全媒体|[（(][a-z.]{3,30}[）)])?$"
)
HOME = re.compile(r"(?:本文)?系\s*(?P<name>[一-鿿a-z0-9·]{2,12}?)\s*(?:独家|原创)(?:稿件|作品|内容)?|未经\s*(?P<site>[一-鿿a-z0-9·]{2,12}?)\s*(?:[a-z0-9.]{4,30})?\s*书面授权")

# A credit line stands at the head or the foot; the middle of a long text is not read for it.
EDGE = 600
# What leads the report: its first sentence, headline and time of publication before it.
LEAD = 160


def sources(article: Article, text: str, citations: tuple[Citation, ...], *, outlets: Directory) -> Sources:
    """Who publishes an article, and every newsroom that it names (in its folded text) as where it has something from."""
    credits: dict[str, Credit] = {}
    for found in (*_printed(article), *_read(text), *_cited(citations)):
        key = newsroom(found.name, outlets=outlets, is_certain=found.weight is Weight.LINE)
        if key and (key not in credits or credits[key].weight < found.weight):
            credits[key] = replace(found, newsroom=key)
    return Sources(_publisher(article, outlets), tuple(credits[key] for key in sorted(credits)))


def newsroom(name: str, *, outlets: Directory, is_certain: bool = False) -> str | None:
    """The newsroom of a name as credited; None where the words are no outlet (据当地媒体报道)."""
    plain = "".join(fold(name).split()).strip(_EDGES)
    while True:
        if outlet := outlets.by_name(plain):
            return outlet.group or outlet.id
        shorter = PREFIXES.sub("", SUFFIXES.sub("", plain)).strip(_EDGES)
        if shorter == plain or len(shorter) < 2:
            break
        plain = shorter
    if not 2 <= len(plain) <= 14 or plain.isdigit() or NO_OUTLET.search(plain):
        return None
    return outlets.newsroom(plain) if is_certain or OUTLET_LIKE.search(plain) else None


_EDGES = "@《》“”\"'’.·-—:：/ "


def _publisher(article: Article, outlets: Directory) -> str | None:
    outlet = outlets.by_name(article.outlet) or outlets.by_host(article.outlet) or outlets.by_host(article.url)
    if outlet is None:
        return outlets.newsroom(article.outlet)
    if outlet.kind is OutletKind.SELF_MEDIA:
        # On a platform the account is the publisher; the page's credit line names it.
        return newsroom(article.credit, outlets=outlets, is_certain=True) if article.credit else None
    return outlet.group or outlet.id


def _printed(article: Article) -> Iterator[Credit]:
    if article.credit:
        yield Credit("", article.credit, "稿源", Weight.LINE)


def _cited(citations: tuple[Citation, ...]) -> Iterator[Credit]:
    for citation in citations:
        yield Credit("", citation.outlet, citation.how, _weight(citation.start), end=citation.end)


def _read(text: str) -> Iterator[Credit]:
    last = max(0, len(text) - EDGE)
    for start, end in ((0, len(text)),) if last <= EDGE else ((0, EDGE), (last, len(text))):
        for line in LINE.finditer(text, start, end):
            names = _names(line["names"] or line["mixed"])
            for name in names:
                yield Credit("", name, "来源", Weight.LINE, len(names) == 1)
        for home in HOME.finditer(text, start, end):
            yield Credit("", home["name"] or home["site"], "独家", Weight.LINE)
        for reporter in re.finditer("记者", text[start:end]):
            # （某报记者 张三） closes what it wrote, 某报记者获悉 opens it: either way the words are near.
            place = start + reporter.start()
            if byline := BEFORE_REPORTER.search(text[max(start, place - 40) : place]):
                for name in re.split(r"[·/]", byline["name"]):
                    yield Credit("", name, "记者", Weight.BYLINE, end=place)
    for start, end in _heads(text):
        if dateline := DATELINE.match(text[start:end]):
            yield Credit("", _house(dateline), "电头", Weight.BYLINE, end=start + dateline.end())
    for according in ACCORDING.finditer(text):
        yield Credit("", according["name"] or according["short"], "据", _weight(according.start()), end=according.end())


def _weight(start: int) -> Weight:
    return Weight.LEADING if start < LEAD else Weight.PASSING


def _names(words: str) -> list[str]:
    words = re.sub(r"^.*综合(?:自)?", "", words)
    return [part for part in re.split(r"[、，,/；;·]|(?<=[报网社])和|等\d*|(?<=[一-鿿])\s+(?=[一-鿿])", words) if len(part.strip()) > 1]


def _house(dateline: re.Match[str]) -> str:
    if dateline["plain"]:
        return dateline["plain"]
    house = HOUSE.match(dateline["name"])
    return house.group() if house else dateline["name"]


def _heads(text: str) -> list[tuple[int, int]]:
    return paragraphs(text[: 4 * LEAD])[:8]
