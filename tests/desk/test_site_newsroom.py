"""An invented newsroom as finished records, in a desk of its own: what the tests of the site read."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from suyuan.desk.store import Made, Store
from suyuan.flow import FLOW
from suyuan.records import (
    Article,
    Assertion,
    Block,
    BlockKind,
    Change,
    ChangeKind,
    Claim,
    Corroboration,
    Direction,
    Hedge,
    ListKind,
    Origin,
    Page,
    PageLink,
    Passage,
    Picture,
    Rejection,
    Relation,
    RelationType,
    Reprint,
    ReprintKind,
    Root,
    RootKind,
    Span,
    Speaker,
    SpeakerKind,
    Standing,
    Statement,
    StatementKind,
    Story,
    StoryKind,
    Timex,
    TimexType,
    digest,
)

NOON = datetime(2031, 6, 4, 4, 0, tzinfo=UTC)
"""Noon in the invented city of Yunzhou, the day of its tunnel."""

NOW = NOON + timedelta(hours=10)

TUNNEL = (
    "云州晚报讯（记者 林小禾）今天早高峰，地铁二号线南山隧道发生渗水，双向行车中断。\n"
    "云州地铁集团发言人周广平表示，渗水造成3人受伤，均无生命危险。他说，抢修预计当晚结束。\n"
    "云州市水务局则称，隧道上方的主管道没有破裂。“管道压力全天正常，”水务局副局长韩露在下午的发布会上说。\n"
    "一名不愿具名的施工人员告诉本报，隧道在上周六就出现过渗水，但没有停运。"
)
TUNNEL_COPY = (
    "据云州晚报报道，今天早高峰，地铁二号线南山隧道发生渗水，双向行车中断。\n"
    "云州地铁集团发言人周广平表示，渗水造成3人受伤，均无生命危险。他说，抢修预计当晚结束。\n"
    "不过也有观点认为，这条线路早该大修了。"
)
TUNNEL_BARE = (
    "今天早高峰，地铁二号线南山隧道发生渗水，双向行车中断。\n"
    "云州地铁集团发言人周广平表示，渗水造成3人受伤，均无生命危险。\n"
    "网友纷纷表示，<script>alert(1)</script> 这样的标题不应该出现。"
)
TUNNEL_LATER = (
    "新滨社云州6月4日电 云州地铁集团4日18时40分通报，南山隧道渗水共造成5人受伤，2人仍在医院观察。\n"
    "通报称，渗水原因是隧道上方的主管道破裂，抢修已经结束，二号线恢复单向通行。"
)
CANTEEN = (
    "网传连锁餐饮“云上食堂”拖欠供应商货款逾两千万元。云上食堂6月4日回应称，网传内容不属实，公司没有拖欠任何货款。\n"
    "“我们已经报警，”公司负责人沈默在接受采访时表示。"
)
ENGLISH = (
    "Yunzhou's metro operator said on Wednesday that five people were hurt when water entered the Nanshan tunnel.\n"
    '"Repairs have finished," spokesman Zhou Guangping told the Harbour Gazette.'
)


def article(name: str, title: str, outlet: str, text: str, *, minutes: int, **more: Any) -> Article:
    """An article of the invented newsroom; `minutes` after noon."""
    when = NOON + timedelta(minutes=minutes)
    blocks, place = [], 0
    for line in text.split("\n"):
        blocks.append(Block(kind=BlockKind.PARAGRAPH, start=place, end=place + len(line)))
        place += len(line) + 1
    return Article(
        id=digest("article", name), page=digest("page", name), url=f"https://{name}.example/a/1", outlet=outlet, title=title,
        text=text, blocks=more.pop("blocks", tuple(blocks)), first_seen=when + timedelta(minutes=3), published=when, offset=480,
        language=more.pop("language", "zh"), **more,
    )  # fmt: skip


CAPTION = "南山站外等候的乘客（资料图）"
EVENING = article(
    "wanbao", "南山隧道渗水，早高峰双向停运", "云州晚报", TUNNEL + "\n" + CAPTION, minutes=0, byline=("林小禾",), is_original=True,
    blocks=(
        *(Block(kind=BlockKind.PARAGRAPH, start=TUNNEL.find(line), end=TUNNEL.find(line) + len(line)) for line in TUNNEL.split("\n")),
        Block(kind=BlockKind.CAPTION, start=len(TUNNEL) + 1, end=len(TUNNEL) + 1 + len(CAPTION), picture="https://wanbao.example/p.jpg"),
    ),
    pictures=(Picture(url="https://wanbao.example/p.jpg", caption=Span(start=len(TUNNEL) + 1, end=len(TUNNEL) + 1 + len(CAPTION))),),
    lists=(
        PageLink(list=ListKind.RELATED, rank=1, title="一种防水卷材的制备方法", url="https://wanbao.example/z/9", date="2030-09-01"),
        PageLink(list=ListKind.RELATED, rank=2, title="南山隧道恢复单向通行", url="javascript:alert(1)", date="2031-06-04"),
        PageLink(list=ListKind.HOT, rank=1, title="云州今夏最热的一天", url="https://wanbao.example/z/3"),
    ),
)  # fmt: skip
PORTAL = article("menhu", "突发！云州地铁传来重要消息", "海峡门户", TUNNEL_COPY, minutes=55, credit="云州晚报")
SELF = article("zimei", "云州地铁出事了？真相来了", "老王说地铁", TUNNEL_BARE, minutes=190, is_original=True)
WIRE = article("xinbin", "云州地铁：南山隧道渗水致5人受伤，二号线恢复单向通行", "新滨社", TUNNEL_LATER, minutes=410)
GAZETTE = article(
    "gazette", "Five hurt as water enters Yunzhou metro tunnel", "Harbour Gazette", ENGLISH, minutes=520, language="en"
)
FOOD = article("shitang", "“云上食堂”否认拖欠货款", "云州日报", CANTEEN, minutes=300)
ARTICLES = (EVENING, PORTAL, SELF, WIRE, GAZETTE, FOOD)


def place(one: Article, words: str) -> tuple[int, int]:
    """Where words stand in an article."""
    start = one.text.index(words)
    return start, start + len(words)


def said(one: Article, words: str, cue: str, speaker: str | None, **more: Any) -> Statement:
    """A statement that consists of exactly these words of an article."""
    start, end = place(one, words)
    at = one.text.index(cue, start)
    content = at + len(cue)
    kind = more.pop("kind", StatementKind.INDIRECT)
    return Statement(
        id=digest("statement", one.id, start), article=one.id, start=start, end=end, cue=cue, cue_span=Span(start=at, end=content),
        content=(Span(start=content, end=end),) if content < end else (Span(start=start, end=at),), kind=kind, speaker=speaker,
        speaker_kind=more.pop("speaker_kind", SpeakerKind.NAMED), hedge=more.pop("hedge", Hedge.CERTAIN), **more,
    )  # fmt: skip


def when(one: Article, words: str, value: str, why: str) -> Timex:
    """A time expression of an article."""
    start, end = place(one, words)
    return Timex(
        id=digest("timex", one.id, start),
        article=one.id,
        start=start,
        end=end,
        type=TimexType.DATE,
        value=value,
        why=why,
    )


TOLL_WORDS = "云州地铁集团发言人周广平表示，渗水造成3人受伤，均无生命危险。"
STATEMENTS = (
    *(said(one, TOLL_WORDS, "表示", "周广平", role="云州地铁集团发言人", via=via, chain=(via,) if via else ())
      for one, via in ((EVENING, None), (PORTAL, "云州晚报"), (SELF, None))),
    said(EVENING, "云州市水务局则称，隧道上方的主管道没有破裂。", "称", "云州市水务局", hedge=Hedge.DENIED),
    said(EVENING, "“管道压力全天正常，”水务局副局长韩露在下午的发布会上说。", "说", "韩露", role="水务局副局长", kind=StatementKind.DIRECT),
    said(EVENING, "一名不愿具名的施工人员告诉本报，隧道在上周六就出现过渗水，但没有停运。", "告诉", None, role="施工人员",
         speaker_kind=SpeakerKind.ANONYMOUS, addressee="云州晚报"),
    said(WIRE, "通报称，渗水原因是隧道上方的主管道破裂，抢修已经结束，二号线恢复单向通行。", "称", "云州地铁集团", said_on="2031-06-04"),
    said(FOOD, "云上食堂6月4日回应称，网传内容不属实，公司没有拖欠任何货款。", "称", "云上食堂", hedge=Hedge.DENIED),
    said(FOOD, "“我们已经报警，”公司负责人沈默在接受采访时表示。", "表示", "沈默", role="公司负责人", kind=StatementKind.DIRECT),
    said(GAZETTE, '"Repairs have finished," spokesman Zhou Guangping told the Harbour Gazette.', "told", "Zhou Guangping",
         role="spokesman", addressee="Harbour Gazette", kind=StatementKind.DIRECT),
)  # fmt: skip
SPEAKERS = tuple(
    Speaker(
        id=digest("speaker", one.article, one.speaker), article=one.article, name=one.speaker, kind=one.speaker_kind, key=one.speaker,
        roles=(one.role,) if one.role else (), statements=(one.id,),
    )
    for one in STATEMENTS
    if one.speaker
)  # fmt: skip
TIMEXES = (
    when(EVENING, "今天", "2031-06-04", "publication day"),
    when(EVENING, "上周六", "2031-05-31", "publication day"),
    when(WIRE, "4日18时40分", "2031-06-04T18:40", "publication day"),
    when(FOOD, "6月4日", "2031-06-04", "publication day"),
)


def _passage(copy: Article, original: Article, words: str) -> Passage:
    one, two = place(copy, words), place(original, words)
    return Passage(copy=Span(start=one[0], end=one[1]), original=Span(start=two[0], end=two[1]))


LEAD_WORDS = "今天早高峰，地铁二号线南山隧道发生渗水，双向行车中断。"
REPRINTS = (
    Reprint(
        id=digest("reprint", "menhu"), copy=PORTAL.id, original=EVENING.id, kind=ReprintKind.EXTENDED, direction=Direction.CREDIT,
        coverage=0.72, covered=0.4, passages=(_passage(PORTAL, EVENING, LEAD_WORDS), _passage(PORTAL, EVENING, TOLL_WORDS)),
        is_credited=True, evidence=("the copy credits 云州晚报",),
    ),
    Reprint(
        id=digest("reprint", "zimei"), copy=SELF.id, original=EVENING.id, kind=ReprintKind.EXTENDED, direction=Direction.TIME,
        coverage=0.78, covered=0.4, passages=(_passage(SELF, EVENING, LEAD_WORDS), _passage(SELF, EVENING, TOLL_WORDS)),
    ),
    Reprint(
        id=digest("reprint", "both"), copy=SELF.id, original=PORTAL.id, kind=ReprintKind.ABRIDGED, direction=Direction.UNDETERMINED,
        coverage=0.7, covered=0.6, passages=(_passage(SELF, PORTAL, LEAD_WORDS),),
    ),
)  # fmt: skip
ORIGINS = (
    Origin(id=digest("origin", 1), root=EVENING.id, articles=(EVENING.id, PORTAL.id, SELF.id), outlet="云州晚报"),
    Origin(id=digest("origin", 2), root=WIRE.id, articles=(WIRE.id,), outlet="新滨社"),
    Origin(id=digest("origin", 3), root=GAZETTE.id, articles=(GAZETTE.id,), outlet="Harbour Gazette"),
    Origin(id=digest("origin", 4), root=FOOD.id, articles=(FOOD.id,), outlet="云州日报"),
)


def _story(name: str, headline: Article, *members: Article) -> Story:
    times = [one.published or one.first_seen for one in members]
    return Story(
        id=digest("story", name), kind=StoryKind.HAPPENING, title=headline.title, headline=headline.id,
        articles=tuple(one.id for one in members), first=min(times), last=max(times),
    )  # fmt: skip


TUNNEL_STORY = _story("tunnel", EVENING, EVENING, PORTAL, SELF, WIRE, GAZETTE)
CANTEEN_STORY = _story("canteen", FOOD, FOOD)


def asserted(one: Article, words: str, slot: str, value: str | None, **more: Any) -> Assertion:
    """A passage of an article that answers a question."""
    start, end = place(one, words)
    behind = next((s.id for s in STATEMENTS if s.article == one.id and s.start <= start and end <= s.end), None)
    return Assertion(
        id=digest("assertion", one.id, start),
        article=one.id,
        start=start,
        end=end,
        statement=behind,
        slot=slot,
        value=value,
        **more,
    )


THREE = tuple(
    asserted(one, "渗水造成3人受伤", "受伤人数", "3人", number=3.0, unit="人") for one in (EVENING, PORTAL, SELF)
)
FIVE = (
    asserted(WIRE, "南山隧道渗水共造成5人受伤", "受伤人数", "5人", number=5.0, unit="人", as_of="2031-06-04T18:40"),
    asserted(
        GAZETTE, "five people were hurt when water entered the Nanshan tunnel", "受伤人数", "5人", number=5.0, unit="人"
    ),
)
BURST = (asserted(WIRE, "渗水原因是隧道上方的主管道破裂", "渗水原因", "主管道破裂"),)
WHOLE = (asserted(EVENING, "隧道上方的主管道没有破裂", "渗水原因", "主管道破裂", polarity=False),)
DEBT = (asserted(FOOD, "拖欠供应商货款逾两千万元", "拖欠货款", "逾两千万元", number=2e7, unit="元"),)
PAID = (asserted(FOOD, "公司没有拖欠任何货款", "拖欠货款", None, polarity=False),)


@dataclass(frozen=True)
class Weighed:
    claim: Claim
    ground: Corroboration


def weighed(
    story: Story, members: tuple[Assertion, ...], standing: Standing, *roots: Root, relations: tuple[Relation, ...] = ()
) -> Weighed:
    """A claim of a story with what stands behind it."""
    articles = tuple(dict.fromkeys(one.article for one in members))
    best = members[0]
    text = next(one.text for one in ARTICLES if one.id == best.article)[best.start : best.end]
    claim = Claim(
        id=digest("claim", best.id), story=story.id, assertions=tuple(one.id for one in members), articles=articles, best=best.id,
        text=text, slot=best.slot, value=best.value, as_of=best.as_of,
    )  # fmt: skip
    ground = Corroboration(
        id=digest("corroboration", claim.id), claim=claim.id, articles=articles, roots=roots, origins=len(roots),
        named=sum(root.is_named for root in roots), voices=len({root.voice for root in roots}), reports=len(articles),
        standing=standing, relations=relations,
    )  # fmt: skip
    return Weighed(claim, ground)


def ids(members: tuple[Assertion, ...]) -> tuple[str, ...]:
    return tuple(one.id for one in members)


def towards(kind: RelationType, other: Assertion, *, active: bool, why: str) -> Relation:
    return Relation(type=kind, other=digest("claim", other.id), is_active=active, why=why)


METRO = Root(
    kind=RootKind.SPEAKER, name="周广平", voice="云州地铁集团", assertions=ids(THREE), reasons=("三篇为同一文本",)
)
NOTICE = Root(
    kind=RootKind.DOCUMENT, name="云州地铁集团通报", voice="云州地铁集团", assertions=ids(FIVE[:1]), is_seen=False
)
SPOKEN = Root(kind=RootKind.SPEAKER, name="Zhou Guangping", voice="云州地铁集团", assertions=ids(FIVE[1:]))
CLAIMS = (
    weighed(TUNNEL_STORY, FIVE, Standing.CORROBORATED, NOTICE, SPOKEN,
            relations=(towards(RelationType.SUPERSEDES, THREE[0], active=True, why="later count"),)),
    weighed(TUNNEL_STORY, THREE, Standing.SUPERSEDED, METRO,
            relations=(towards(RelationType.SUPERSEDES, FIVE[0], active=False, why="later count"),)),
    weighed(TUNNEL_STORY, BURST, Standing.DISPUTED,
            Root(kind=RootKind.DOCUMENT, name="云州地铁集团通报", voice="云州地铁集团", assertions=ids(BURST), is_seen=False),
            relations=(towards(RelationType.CONTRADICTS, WHOLE[0], active=True, why="other value"),)),
    weighed(TUNNEL_STORY, WHOLE, Standing.DISPUTED,
            Root(kind=RootKind.SPEAKER, name="云州市水务局", voice="云州市水务局", assertions=ids(WHOLE)),
            relations=(towards(RelationType.CONTRADICTS, BURST[0], active=True, why="other value"),)),
    weighed(CANTEEN_STORY, DEBT, Standing.DENIED,
            Root(kind=RootKind.ANONYMOUS, name="网传", voice="网传", assertions=ids(DEBT), is_named=False),
            relations=(towards(RelationType.DENIES, PAID[0], active=False, why="云上食堂回应"),)),
    weighed(CANTEEN_STORY, PAID, Standing.SINGLE, Root(kind=RootKind.SPEAKER, name="云上食堂", voice="云上食堂", assertions=ids(PAID)),
            relations=(towards(RelationType.DENIES, DEBT[0], active=True, why="云上食堂回应"),)),
)  # fmt: skip
CHANGES = tuple(
    Change(
        id=digest("change", kind, one[0].id), kind=kind, story=TUNNEL_STORY.id, claim=digest("claim", one[0].id), at=by[0].first_seen,
        articles=tuple(each.id for each in by), other=digest("claim", other[0].id) if other else None, says=says,
    )
    for kind, one, by, other, says in (
        (ChangeKind.NEW_ORIGIN, FIVE, (GAZETTE,), (), "Zhou Guangping"),
        (ChangeKind.SUPERSEDED, THREE, (WIRE,), FIVE, "南山隧道渗水共造成5人受伤"),
        (ChangeKind.CONTRADICTED, BURST, (WIRE,), WHOLE, "隧道上方的主管道没有破裂"),
        (ChangeKind.CONTRADICTED, WHOLE, (WIRE,), BURST, "渗水原因是隧道上方的主管道破裂"),
        (ChangeKind.NOT_FOLLOWED, THREE, (PORTAL, SELF), FIVE, "渗水造成3人受伤"),
        (ChangeKind.EDITED, THREE, (EVENING, PORTAL), (), "渗水造成3人受伤"),
    )
)  # fmt: skip
PAGES = tuple(
    Page(id=one.page, url=one.url or "", body=f"<title>{one.title}</title>\n<p>{one.text}</p>".encode(), fetched=one.first_seen,
         first_seen=one.first_seen, media_type="text/html", charset="utf-8")
    for one in ARTICLES
)  # fmt: skip
REJECTIONS = (
    Rejection(
        id=digest("rejection", 1),
        step="extract",
        input="https://menhu.example/list",
        reason="no_article",
        detail="a page of links",
    ),
)


def newsroom(folder: Path) -> Path:
    """A desk's folder that holds the invented newsroom."""
    store = Store(folder, create=True)
    grounds = (one for pair in CLAIMS for one in (pair.claim, pair.ground))
    assertions = (*THREE, *FIVE, *BURST, *WHOLE, *DEBT, *PAID)
    made = (
        *ARTICLES, *STATEMENTS, *SPEAKERS, *TIMEXES, *REPRINTS, *ORIGINS, TUNNEL_STORY, CANTEEN_STORY, *assertions, *grounds, *CHANGES, *REJECTIONS,
    )  # fmt: skip
    store.keep(PAGES)
    with store.transaction():
        store.apply(FLOW[0], "0123abcd", [Made("newsroom", made)])
    store.close()
    return folder


def empty(folder: Path) -> Path:
    """A desk to which nothing has come yet."""
    Store(folder, create=True).close()
    return folder


def test_every_span_of_the_invented_newsroom_lies_in_its_text() -> None:
    texts = {one.id: one.text for one in ARTICLES}
    spans = [(one.article, one.start, one.end) for one in (*STATEMENTS, *TIMEXES, *THREE, *FIVE)]
    assert all(0 <= start < end <= len(texts[of]) for of, start, end in spans)
