"""The nouns of the house, in the order in which they are made. Read this file first.

A record is a frozen fact with an id. It has no methods, and nothing in it is a dictionary, so it can
be a row in a store, a line of JSON or a row of a data frame without loss (`rows.py`).

Spans are `[start, end)` in Python characters of `Article.text`, and `text[start:end]` is exactly the
passage. Times are aware and in UTC. An optional field is None where the page does not say: nothing is
guessed in order to fill it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from hashlib import blake2b
from typing import TypeVar, Union, dataclass_transform

T = TypeVar("T")


@dataclass_transform(frozen_default=True, kw_only_default=True)
def record(cls: type[T]) -> type[T]:
    """Make a class a record: frozen, with slots, fields by keyword only."""
    return dataclass(frozen=True, slots=True, kw_only=True)(cls)


def digest(*parts: object) -> str:
    """The id of what the parts say: 16 hexadecimal characters, the same on every machine.

    Parts are joined with a character that no news text holds, so ("ab", "c") and ("a", "bc") differ.
    """
    return blake2b("\x1f".join(map(str, parts)).encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()


# ── small parts that live inside records ─────────────────────────────────────────────────────────


@record
class Span:
    """A passage of an article: `[start, end)` in characters of `Article.text`. 片段"""

    start: int
    end: int


class BlockKind(StrEnum):
    """What a block of a page is. 段落类型"""

    PARAGRAPH = "paragraph"
    HEADING = "heading"
    QUOTE = "quote"
    LIST_ITEM = "list_item"
    TABLE = "table"
    CAPTION = "caption"  # 图说
    BYLINE = "byline"  # the line that names author, outlet and time
    EDITOR = "editor"  # 责任编辑
    NOTICE = "notice"  # 声明, 版权, 扫码


BODY = frozenset({BlockKind.PARAGRAPH, BlockKind.HEADING, BlockKind.QUOTE, BlockKind.LIST_ITEM, BlockKind.TABLE})
"""The kinds of block that are the article's own words; the others are kept and marked."""


@record
class Block:
    """One block of an article, in reading order. 段落

    `Article.text` is the texts of all kept blocks joined by single newlines; `picture` is the address
    of the picture that a caption belongs to.
    """

    kind: BlockKind
    start: int
    end: int
    picture: str | None = None


class ListKind(StrEnum):
    """Which of a page's own lists. 原页列表"""

    RELATED = "related"  # 相关
    HOT = "hot"  # 热门
    LATEST = "latest"  # 最新


@record
class PageLink:
    """One row of a list that the page itself prints beside the article. 原页链接

    `date` is as printed, `rank` counts from 1 within its list.
    """

    list: ListKind
    rank: int
    title: str
    url: str | None = None
    teaser: str | None = None
    date: str | None = None


@record
class Picture:
    """A picture of the article: its address and, where the page gives one, the span of its caption. 图片"""

    url: str
    caption: Span | None = None


@record
class Reason:
    """How one field came about: the rule or model that decided, and what it looked at. 依据"""

    field: str
    rule: str
    seen: str


class Precision(StrEnum):
    """How exactly a time is known."""

    SECOND = "second"
    MINUTE = "minute"
    HOUR = "hour"
    DAY = "day"


# ── what the owner and the world give us ─────────────────────────────────────────────────────────


class OutletKind(StrEnum):
    """What sort of publisher. 媒体类型"""

    WIRE = "wire"  # 通讯社
    PAPER = "paper"  # 报刊
    BROADCASTER = "broadcaster"  # 电台电视台
    PORTAL = "portal"  # 门户、聚合
    SITE = "site"  # 新闻网站
    OFFICIAL = "official"  # 政府、机构、企业自己发布
    SELF_MEDIA = "self-media"  # 自媒体


@record
class Selector:
    """An owner's rule for one field of one outlet's pages; `until` is an ISO date after which it no longer holds."""

    field: str  # title, author, credit, published, body, remove
    css: str
    until: str | None = None


@record
class Outlet:
    """Who publishes. 媒体

    `id` is the name of its TOML file. `domains` are hosts without `www.`; an entry also stands for every
    host below it. `group` joins outlets of one newsroom (新华网 and 新华社) under the id of one of them.
    """

    id: str
    name: str
    kind: OutletKind
    aliases: tuple[str, ...] = ()
    domains: tuple[str, ...] = ()
    group: str | None = None
    feeds: tuple[str, ...] = ()
    selectors: tuple[Selector, ...] = ()
    timezone: str = "Asia/Shanghai"


class SubscriptionKind(StrEnum):
    """What an address that we watch is."""

    FEED = "feed"
    SITEMAP = "sitemap"
    LIST = "list"
    PAGE = "page"
    FOLDER = "folder"


@record
class Subscription:
    """What we watch. 订阅"""

    id: str
    url: str
    kind: SubscriptionKind
    title: str
    outlet: str | None = None
    minutes: int | None = None  # the owner's own interval; None lets the desk choose


@record
class Page:
    """What the world sent for one address, never altered. 页面

    `media_type` and `charset` are what the sender declared (None: nothing). `id` is the digest of address
    and body, so the same answer twice is one page.
    """

    id: str
    url: str
    body: bytes
    fetched: datetime
    first_seen: datetime
    media_type: str | None = None
    charset: str | None = None
    status: int = 200


@record
class FeedItem:
    """What a subscription says of a page. 条目

    `item` is the id that the feed gives; `outlet` the publisher as the feed names it; `html` the content as
    sent, `text` a plain-text content where the feed has no markup (or the text of a saved article line).
    `published` is None where the feed gives none that can be true.
    """

    id: str
    subscription: str
    item: str
    url: str | None
    title: str
    html: str | None
    text: str | None
    published: datetime | None
    first_seen: datetime
    outlet: str | None = None
    precision: Precision = Precision.SECOND
    page: str | None = None  # the page fetched for it, where that reads better: then the item is not read itself


class CorrectionKind(StrEnum):
    """What an owner may set right. 更正方式"""

    SAME_STORY = "same_story"
    OTHER_STORY = "other_story"
    SAME_CLAIM = "same_claim"
    OTHER_CLAIM = "other_claim"
    SPEAKER = "speaker"  # this is who says it: `value`
    SAME_PARTY = "same_party"  # two names are one body: `value` is the name to use
    SAME_ROOT = "same_root"  # what stands here goes back to what stands there


@record
class Place:
    """Where a mark of the owner is anchored, so that it is found again after everything was made again. 锚点

    A canonical address, and for a passage its exact words with up to 32 characters either side (the Web
    Annotation TextQuoteSelector). Without `exact` the whole article is meant.
    """

    address: str
    exact: str = ""
    prefix: str = ""
    suffix: str = ""


@record
class Correction:
    """What the owner of a desk sets right by hand, kept apart from what is made. 人工更正

    `places` are one or two; `articles` the ids of those that the desk has for their addresses today.
    """

    id: str
    kind: CorrectionKind
    places: tuple[Place, ...]
    articles: tuple[str, ...]
    made: datetime
    value: str | None = None


@record
class Removal:
    """An address that gave a page and does not give it any more, and since when that is known. 撤下

    `status` is how it answered: 404 or 410, or 200 where it says in words that there is nothing. `articles` are the ids
    of those that the desk has for the address today.
    """

    id: str
    url: str
    at: datetime
    status: int
    articles: tuple[str, ...] = ()


# ── what is read out of a page ───────────────────────────────────────────────────────────────────


@record
class Article:
    """What one page says, apart from everything around it. 文章

    `page` is the id of the Page or FeedItem it was read from. `outlet` is who publishes it here (a name
    from `outlets/` where known, else the host), `credit` the outlet that the page's credit line names
    (稿源), `byline` the people who wrote it (署名). `is_original` is the page's own claim, 原创 or 转载;
    None where it makes none. `offset` is the zone that the page states, in minutes east of UTC.
    `text` is the texts of `blocks` joined by newlines. `next_page` is the address on which the article goes on, where
    the site prints it on several pages; `further` are the ids of the Pages that were joined to the first.
    """

    id: str
    page: str
    url: str | None
    outlet: str | None
    title: str
    text: str
    blocks: tuple[Block, ...]
    first_seen: datetime
    published: datetime | None = None
    precision: Precision = Precision.SECOND
    offset: int | None = None
    credit: str | None = None
    byline: tuple[str, ...] = ()
    editors: tuple[str, ...] = ()
    is_original: bool | None = None
    language: str | None = None
    lists: tuple[PageLink, ...] = ()
    pictures: tuple[Picture, ...] = ()
    reasons: tuple[Reason, ...] = ()
    next_page: str | None = None
    further: tuple[str, ...] = ()


HOME = 480  # minutes east of UTC where a page states no zone: Chinese pages mean Beijing


def where_written(article: Article, moment: datetime) -> datetime:
    """A moment (UTC) by the clock of the page that an article was read from, its zone left as it is."""
    return moment + timedelta(minutes=HOME if article.offset is None else article.offset)


@record
class Leaf:
    """One page of an article that its site prints on several, and what was read from it. 分页

    `url` is the address of the page, by which the leaf before it names it.
    """

    id: str
    page: str
    url: str
    article: Article


@record
class SameArticle:
    """Two leaves of one article: one leads to the other, or they are two visits to one page. 同一文章"""

    id: str
    a: str
    b: str


@record
class Revision:
    """One address gave two articles: what it says now, and what it said before. 修订

    `article` is the one to read: the later, or the whole text where the other is a feed's extract of it
    (`is_extract`). `removed` are passages of the earlier that are gone, `added` those of `article` that are
    new, in whole sentences; both empty where only the headline or the time changed.
    """

    id: str
    article: str
    earlier: str
    at: datetime
    removed: tuple[Span, ...] = ()
    added: tuple[Span, ...] = ()
    is_extract: bool = False


class StatementKind(StrEnum):
    """How the words are given. 引语方式"""

    DIRECT = "direct"  # all verbatim
    MIXED = "mixed"  # paraphrase with quoted words
    INDIRECT = "indirect"


class SpeakerKind(StrEnum):
    """How well the speaker is known. 说话人"""

    NAMED = "named"
    UNNAMED = "unnamed"  # placed but not named: 美国商务部一名高级官员
    ANONYMOUS = "anonymous"  # nobody can be held to it: 消息人士
    UNRESOLVED = "unresolved"  # there is a speaker, and we could not tell who


class Hedge(StrEnum):
    """The commitment that the speaker shows. 语气"""

    CERTAIN = "certain"
    POSSIBLE = "possible"
    DENIED = "denied"
    UNKNOWN = "unknown"


@record
class Statement:
    """Someone said something, at this place in this article. 陈述

    `start` and `end` hold the whole passage that proves it; `content` the parts that were said (more than
    one when a quotation is split). `cue` is the reporting word. `speaker` is the fullest name in the
    article, None when anonymous or unresolved; `mention` where the speaker stands in the text, None when
    the subject is dropped. `via` is the nearest outlet it came through, `chain` all hops from the nearest
    to the farthest. `said_on` is an ISO day (or month, or week) tied by the text to the act of saying.
    `resolved` says how the speaker was found: explicit, pronoun, short name, dropped subject, outlet …
    """

    id: str
    article: str
    start: int
    end: int
    cue: str
    cue_span: Span
    content: tuple[Span, ...]
    kind: StatementKind
    speaker: str | None
    speaker_kind: SpeakerKind
    hedge: Hedge
    mention: Span | None = None
    role: str | None = None
    addressee: str | None = None
    via: str | None = None
    chain: tuple[str, ...] = ()
    said_on: str | None = None
    hedge_triggers: tuple[Span, ...] = ()
    resolved: str = "explicit"


@record
class Speaker:
    """Who speaks in one article, under every name that it gives him. 说话人

    `name` is the fullest in the article, `others` what else it calls him (鲁登科, 俄副外长), `roles` what it
    says he is, `statements` the ids of what he says, in order of the text. Two speakers of one `key` are one;
    it is None where a name does not tell people apart (王某, 张女士, 工作人员).
    """

    id: str
    article: str
    name: str
    kind: SpeakerKind
    key: str | None
    others: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()
    statements: tuple[str, ...] = ()


@record
class Citation:
    """An outlet that an article names as where it has something from. 引用媒体

    `how` is the form of words: 电头 (dateline), 据…报道, 援引, 来源, 转自, 告诉…记者.
    """

    id: str
    article: str
    start: int
    end: int
    outlet: str
    how: str


class TimexType(StrEnum):
    """TimeML's types of time expression."""

    DATE = "DATE"
    TIME = "TIME"
    DURATION = "DURATION"
    SET = "SET"


@record
class Timex:
    """A time expression and what it means. 时间

    `value` is ISO 8601 / TIMEX3, as coarse as the words (2025-06 for 本月底), ranges as A/B inclusive,
    PRESENT_REF, PAST_REF, FUTURE_REF for vague ones. `anchor` is the value it was resolved against, `why`
    the rule in words. `zone` is the place or zone the words name (当地时间, 北京时间), as written.
    """

    id: str
    article: str
    start: int
    end: int
    type: TimexType
    value: str
    anchor: str | None = None
    why: str = ""
    zone: str | None = None


# ── who copied whom ──────────────────────────────────────────────────────────────────────────────


class ReprintKind(StrEnum):
    """What was taken over. 转载方式"""

    VERBATIM = "verbatim"
    ABRIDGED = "abridged"
    EXTENDED = "extended"
    MERGED = "merged"
    REWRITTEN = "rewritten"
    QUOTED = "quoted"  # only speech or a document is shared: no copy
    BACKGROUND = "background"  # only a lifted paragraph is shared: no copy
    REVISION = "revision"  # the same page at another time: one text, and no copy


COPY = frozenset({ReprintKind.VERBATIM, ReprintKind.ABRIDGED, ReprintKind.EXTENDED, ReprintKind.MERGED})
"""The kinds in which narration was copied, so that two texts are not two origins."""


class Direction(StrEnum):
    """What decided which of two texts came first. 方向依据"""

    CREDIT = "credit"
    DATELINE = "dateline"
    BYLINE = "byline"
    CONTAINMENT = "containment"
    TIME = "time"
    COMMON = "common_source"  # both come from a third text
    UNDETERMINED = "undetermined"


@record
class Passage:
    """The same words in two articles. 重合片段"""

    copy: Span
    original: Span


@record
class Reprint:
    """One article took text over from another. 转载

    Where the direction is COMMON or UNDETERMINED, `copy` and `original` are only the later and the earlier
    of the two. `coverage` is the share of the copy's narration that stands in the original, `covered` the
    share of the original's that stands in the copy, both 0 to 1. `is_credited`: the copy names the
    original's outlet.
    """

    id: str
    copy: str
    original: str
    kind: ReprintKind
    direction: Direction
    coverage: float
    covered: float
    passages: tuple[Passage, ...]
    is_credited: bool = False
    evidence: tuple[str, ...] = ()


class OriginKind(StrEnum):
    """What sort of text a family of articles goes back to."""

    REPORT = "report"  # a newsroom wrote it
    DOCUMENT = "document"  # a notice, statement, verdict or release that newsrooms print alike: none of them wrote it


@record
class Origin:
    """The newsroom text or document that a family of articles goes back to. 来源

    `root` is the article that had it first as far as this desk has seen; `outlet` whose text it is, or of a
    document who was the first to print it. Where the text itself was never seen (未见原文), `is_seen` is false and
    `outlet` comes from the credits.
    """

    id: str
    root: str
    articles: tuple[str, ...]
    outlet: str | None
    is_seen: bool = True
    evidence: tuple[str, ...] = ()
    kind: OriginKind = OriginKind.REPORT


# ── what belongs together ────────────────────────────────────────────────────────────────────────


@record
class SameStory:
    """Two articles tell of one happening. 同一事件"""

    id: str
    a: str
    b: str
    score: float
    evidence: tuple[str, ...] = ()


class StoryKind(StrEnum):
    """What a story is made of."""

    HAPPENING = "happening"
    ROUNDUP = "roundup"  # 早报, 周报, live tickers: listed, never joined


@record
class Story:
    """Articles about one happening with its immediate follow-ups. 事件

    `id` is the digest of its earliest member. `articles` are in order of publication; `title` is the
    plainest headline among them, that of `headline`. `superseded` belong to it too: earlier versions of
    articles, which are not counted again.
    """

    id: str
    kind: StoryKind
    title: str
    headline: str
    articles: tuple[str, ...]
    first: datetime
    last: datetime
    superseded: tuple[str, ...] = ()


@record
class Follows:
    """One story goes on where another stopped. 后续"""

    id: str
    story: str
    earlier: str
    score: float
    evidence: tuple[str, ...] = ()


@record
class SameSpeaker:
    """Two names in two articles of a story are one person or body: ids of two speakers. 同一说话人"""

    id: str
    a: str
    b: str
    score: float
    evidence: tuple[str, ...] = ()


# ── what is claimed, and on what ground ──────────────────────────────────────────────────────────


@record
class Assertion:
    """One passage that asserts something that can vary or be contested. 断言

    `statement` is None where the article itself asserts it. `slot` is the question it answers (死亡人数,
    时刻, 真伪 …), `subject` who answers for it, `value` the answer in plain form, `number` and
    `unit` where it is a quantity, `as_of` an ISO day or time. `polarity` is false for a denial.
    """

    id: str
    article: str
    start: int
    end: int
    statement: str | None
    slot: str
    subject: tuple[str, ...] = ()
    value: str | None = None
    number: float | None = None
    unit: str | None = None
    as_of: str | None = None
    polarity: bool = True


class ClaimLink(StrEnum):
    """How two assertions that answer one question stand to each other."""

    SAME = "same"
    RIVAL = "rival"  # another value or polarity: one claim must answer to the other


@record
class SameClaim:
    """Two assertions answer one question: alike (same) or not (rival). 同一说法"""

    id: str
    a: str
    b: str
    link: ClaimLink
    score: float
    evidence: tuple[str, ...] = ()


@record
class Claim:
    """Assertions that say the same. 说法

    `text` is the passage that says it best, that of `best`, one of `assertions`.
    """

    id: str
    story: str | None
    assertions: tuple[str, ...]
    articles: tuple[str, ...]
    best: str
    text: str
    slot: str
    value: str | None = None
    as_of: str | None = None


class RootKind(StrEnum):
    """Where a claim starts. 根"""

    SPEAKER = "speaker"  # a named person or body, on one occasion
    DOCUMENT = "document"
    WITNESS = "witness"  # an outlet's own reporter on the spot
    ANONYMOUS = "anonymous"
    OUTLET = "outlet"  # an outlet's own report, no speaker given


@record
class Root:
    """One independent origin of a claim, with everything that was folded into it. 独立来源

    `assertions` are those that go back to it, `reasons` say why each was counted here and not apart. `beside` are those
    among them that count here only because nothing shows that they do not (narration that names nobody, near words):
    no origin of their own, and nothing that it said.
    `is_seen` is false for a text known only through a credit (未见原文). `voice` is the party that it
    speaks for: two roots may share one. `is_removed`: every page that goes back to it was taken down (原页已撤下).
    """

    kind: RootKind
    name: str | None
    voice: str
    assertions: tuple[str, ...]
    reasons: tuple[str, ...] = ()
    beside: tuple[str, ...] = ()
    is_named: bool = True
    is_seen: bool = True
    is_removed: bool = False


class RelationType(StrEnum):
    """How one claim stands to another. 关系"""

    SUPERSEDES = "supersedes"
    DENIES = "denies"
    CONTRADICTS = "contradicts"
    CONFIRMS = "confirms"


@record
class Relation:
    """This claim towards another that answers the same question; `why` in words. 说法关系"""

    type: RelationType
    other: str
    is_active: bool  # true: this claim supersedes, denies …; false: it is superseded, denied …
    why: str


class Standing(StrEnum):
    """What is known of a claim, in this order of precedence. 状态"""

    DENIED = "denied"  # 已否认
    DISPUTED = "disputed"  # 有争议
    SUPERSEDED = "superseded"  # 已更新
    CORROBORATED = "corroborated"  # 互证
    SINGLE = "single-origin"  # 孤证


@record
class Corroboration:
    """How many independent origins stand behind a claim, and what stands against it. 佐证

    `origins` = len(roots) that count; `named` of them with a name; `voices` distinct parties; `reports`
    articles that carry it. Numbers fail closed: unsure means fewer.
    """

    id: str
    claim: str
    articles: tuple[str, ...]
    roots: tuple[Root, ...]
    origins: int
    named: int
    voices: int
    reports: int
    standing: Standing
    relations: tuple[Relation, ...] = ()


class ChangeKind(StrEnum):
    """What became known. 变化类型"""

    NEW_ORIGIN = "new-origin"  # 新的独立来源
    FIRST_NAMED = "first-named"  # 首个具名来源
    DENIED = "denied"  # 首次否认
    CONTRADICTED = "contradicted"  # 出现矛盾
    SUPERSEDED = "superseded"  # 已更新
    CORRECTED = "corrected"  # 更正, 撤稿, 辟谣: said openly
    EDITED = "edited"  # 静默修改: an address no longer says it, and does not say why
    REMOVED = "removed"  # 原页撤下: the page that said it is no longer there
    NOT_FOLLOWED = "not-followed"  # 转载尚未见更正: copies in which no correction has been seen


@record
class Change:
    """One change of what is known of a claim, at the moment when the desk first saw it. 变化

    `articles` show it: those that brought it, or the copies that have not followed. `other` is the claim that
    denies, contradicts, supersedes or corrects this one. `says` is the name of the origin, or the words that
    are new or gone.
    """

    id: str
    kind: ChangeKind
    story: str | None
    claim: str
    at: datetime
    articles: tuple[str, ...]
    other: str | None = None
    says: str = ""


@record
class Rejection:
    """What was turned away, by which step, and why. 退回

    `input` is the id or the address of what was turned away; `reason` a short code, `detail` what was seen.
    """

    id: str
    step: str
    input: str
    reason: str
    detail: str = ""


Record = Union[
    Outlet, Subscription, Page, FeedItem, Correction, Removal, Article, Leaf, SameArticle, Revision, Statement, Speaker, Citation, Timex, Reprint, Origin, SameStory, Story,
    Follows, SameSpeaker, Assertion, SameClaim, Claim, Corroboration, Change, Rejection,
]  # fmt: skip
"""Anything that is a record."""

KINDS: dict[str, type[Record]] = {kind.__name__: kind for kind in Record.__args__}  # type: ignore[attr-defined]
"""Every kind of record by its name."""
