"""Where one assertion starts: its statement's speaker, the frame of its paragraph, the outlet that it credits."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from suyuan.claims.by_hand import ONE_ORIGIN
from suyuan.claims.parties import AUTHORITIES, CROWDS, DOCUMENT, NOBODY, Voice, is_somebody, party_of, stem_of, who
from suyuan.claims.slots import folded
from suyuan.outlets import Directory
from suyuan.records import (
    Article,
    Assertion,
    Citation,
    Correction,
    Origin,
    OutletKind,
    Removal,
    Reprint,
    ReprintKind,
    Revision,
    RootKind,
    SpeakerKind,
    Statement,
)
from suyuan.text import fold, letters

_WITNESS = re.compile(
    r"(?:记者|笔者)(?:[^，,。；\n]{0,12})?(?:[在从]现场|现场看到|目睹|走访|探访|赶到现场|赶赴现场|实地)"
)
_BRIEFING = re.compile(r"发布会|通气会|记者会|吹风会|通报会")
# Nobody in person: 报道称, 公开资料显示.
_REPORT = re.compile(r"^(?:有|据|该|相关|多家)?(?:媒体|报道|报纸|外媒|消息|资料|新闻|文章|报告)")
_RUMOUR = re.compile(r"有消息称|有传言|传闻|网传|据传|坊间|网上流传|有爆料|有人爆料|网络传言|小道消息")
_STIRRED = re.compile(
    r"受[^，,。；]{0,14}(?:传言|传闻|网传|消息)[^，,。；]{0,6}(?:影响|冲击|拖累)"
)  # 受传言影响，股价低开
# 《金融时报》, 美国海军学会新闻网, 报道, 媒体: whoever reports and is in no directory.
_PRESS = re.compile(
    r"^《[^》]+》$|(?:媒体|社交平台)$|(?:日报|时报|晚报|周报|周刊|新闻网|新闻社|通讯社|电视台|广播公司|电台|杂志|[报刊]》)$|(?:路透|法新|美联|共同|塔斯|新华|中新|韩联|埃菲|安莎|德新|俄新)社|^(?:[各多外港美英日韩]?[家国]?媒体?|报道|消息|文章|分析|新闻)$"
)
_UNTRUE = re.compile(r"不实|失实|更正|撤稿|谣言|造谣|辟谣|虚假|子虚乌有|不属实|捏造")
_EACH = re.compile("均|都|分别|先后|也|各自|双双|相继")
_BEFORE = 20  # characters in which it stands before the cue: 均向远山新闻记者确认
_AND = re.compile("、|以及|(?<=..)[和及与](?=..)")
_PRIVATE = CROWDS | {"家属"}
# A body that writes of itself: 我院, 我司.
_OURS = re.compile(r"我(?:院|校|局|公司|司|园|中心|馆|店|厂|社区|街道)")
# 蔚来回应…, 民政局：…: a headline that names who speaks, where the text names nobody.
_HEADLINE = re.compile(
    r"^[“\"]?([^，,。；：:！!？?\s“”\"向对被将]{2,16}?)(?:等人?)?(?:就[^，,。；：:！!？?\s]{2,16}?)?(?:再次|正式|深夜|凌晨|最新|首次|官方)?"
    r"(?:回应|通报|声明|致歉|道歉|辟谣|否认|发布|公布|澄清|[：:])"
)
# A paper that the article names by what it is: 这份名为…的说明, 《说明》, 声明.
_PAPER = re.compile(
    r"^(?:这份|该份|这一|该|此)|^(?:《[^》]{1,8}》|[^《》]{0,2}(?:声明|通报|公告|说明|通知|公开信|报告|回应|文章))$"
)
# Where an article goes on from elsewhere.
_ANEW = re.compile(
    r"在(?:通告|通报|公告|声明)[中里]|据悉|另悉|据了解|获悉|记者|报道|此前|目前|公开资料|资料显示|值得注意"
)
_ENDS = re.compile(r"[。！？!?\n]")
_SHOWN = re.compile(r"显示|看到|看见|目睹|发现|注意到|载明|记载")  # what goes on behind it is no longer what was shown
ADJACENT = 20  # letters between what somebody says and what goes on with it
FRAME = 240  # characters: how far a 记者从…获悉 reaches within its paragraph
_FRAMES = re.compile(
    r"(?:(?<![已曾])经|[，,。；\n]|^)(?P<looked>[^，,。；：:\n]{2,24}?(?:委|局|厅|部|组|专家|机构|中心|警方))(?:组织专家|进行|联合|深入)*(?:调查|核查|检查)后?(?:发现|认定|显示|认为|确认|表明)"
    r"|从(?!现场)(?P<from>[^，,。；：:\n]{2,30}?)(?:处|方面|那里)?(?:获悉|了解到|得知|证实|了解)"
    r"|(?<![已曾])经(?!初步|深入|认真|详细|反复|过)(?P<probe>[^，,。；：:\n]{2,16}?)(?:初步|深入|认真|详细|反复)?(?:调查|核查|核实|勘查|认定|讨论)"
    r"|据(?P<by>[^，,。；：:\n]{2,24}?)(?:介绍|透露|通报|消息|披露|公布|发布|证实|反映|自述|讲述|描述|回忆|爆料|初步调查|告知|告诉|反馈|答复|回复)"
    r"|(?:^|[，,。；：:\s])(?P<doc>[^，,。；：:\n]{2,30}?)(?:发布|发表|公布|发出|发文|通报)[^，,。；：:\n]{0,40}?(?:声明|通报|公告|消息|说明》?|通知|公开信|微博|结果|情况|称|说)[^。；\n]{0,12}?[，,：:]"
)
_WHEN = re.compile(
    r"^.*?(?:\d+[日号时分](?:许|左右|上午|下午|晚间?|傍晚|凌晨|中午|早上?)*|今[天日晚]|昨[天日晚]|近日|日前|随后|目前|对此)(?:[上下中]午|晚上?)?"
)
_DAY_AT_END = re.compile(r"(?:\d+月)?\d+[日号]$")  # 何青29日在社交平台发布消息
# 警方依法对其处以200元罚款, 嫌疑人已被公安机关抓获: what an authority does is known from it, whoever tells it.
_OFFICE = r"公安局|公安分局|公安处|公安厅|警方|公安机关|公安部门|派出所|民警|交警|检察院|检察机关|法院|纪委|监委|卫健委|卫生健康委|教育局|教体局|市场监管局|应急管理局|消防|调查组|海事局|海关"
_ACT = r"找到|抓获|抓捕|带走|控制|拘留|刑拘|传唤|立案|认定|罚|处分|处理|责令|逮捕|批捕|起诉|判处|约谈|撤销|免职|免去|侦办|侦查|介入"
_ACTS = re.compile(
    rf"(?P<by>[^，,。；：:“”\s被由向称]{{0,12}}(?:{_OFFICE}))(?![长员队的])[^，,。；称说]{{0,24}}?(?:{_ACT})"
    rf"|[被由](?P<hand>[^，,。；：:“”\s]{{0,10}}(?:{_OFFICE}))(?:依法|成功|当场)?(?:{_ACT})"
)
# 学校予以否认; 对此说法，官方接受采访时予以否认
_DENIES = re.compile(
    r"(?:但|而|不过|然而)?(?:对此(?:说法|事)?[，,]?)?(?P<who>[^，,。；：的]{2,14}?)(?:方面)?(?:(?:在?接受)?[^，,。；：]{0,8}采访时|对此|均|则|也)*(?:予以|矢口|坚决|断然)否认"
)
# 持刀威胁说, 扬言: part of what happened, told by whoever tells the rest.
_DEED = re.compile(r"威胁|扬言|骂|喊|叫嚣|怒吼|求饶|怒斥|叫道")
_EVENT = re.compile(r"事件|事故|后续|追踪|最新|进展|[一-鿿]案$|现场|真相|曝光|突发|热搜|评论|[被遭]")
_FIGURES = re.compile(r"[\d年月日时分点许约]+")
_CARRIERS = frozenset({OutletKind.PORTAL, OutletKind.SELF_MEDIA})
NEAR = 80  # characters: how far behind a citation a passage still hangs on it


NOBODY_ELSE = Voice()


@dataclass(frozen=True, slots=True)
class Trail:
    """One assertion followed to where it starts.

    `voice` is who says it; `home` is the newsroom that publishes, `cites` the one that it names, `wording` the
    character pairs of what is said, without figures, `around` the passage with what stands before it,
    `through` who is said to have told what the voice says (警方通报：谢某某报案称…).
    """

    assertion: Assertion
    kind: RootKind
    name: str | None
    wording: frozenset[str]
    home: str | None
    voice: Voice
    cites: str | None = None
    publisher: str | None = None  # `home` and `cites` with portals, which are no newsrooms and can close a circle
    names: str | None = None
    is_briefing: bool = False
    around: str = ""
    through: Voice = NOBODY_ELSE


@dataclass(frozen=True, slots=True)
class Chains:
    """What is known of where things come from.

    `copies` by the two articles that share text, `speeches` what is said in each article, in order, `offices` by who holds them,
    `revisions` by the article that was revised, `by_hand` what an owner says of who is one,
    `removals` by the article whose page is no longer there.
    """

    articles: dict[str, Article]
    statements: dict[str, Statement]
    speeches: dict[str, tuple[Statement, ...]]
    citations: dict[str, tuple[Citation, ...]]
    copies: dict[frozenset[str], tuple[Reprint, ...]]
    families: dict[str, str]
    offices: dict[str, str]
    revisions: dict[str, tuple[Revision, ...]]
    by_hand: tuple[Correction, ...]
    removals: dict[str, Removal]
    outlets: Directory


def chains(
    articles: Iterable[Article],
    statements: Iterable[Statement],
    citations: Iterable[Citation],
    reprints: Iterable[Reprint],
    origins: Iterable[Origin],
    revisions: Iterable[Revision],
    corrections: Iterable[Correction],
    removals: Iterable[Removal] = (),
    *,
    outlets: Directory,
) -> Chains:
    """The records that speak of where things come from, laid out so that each is found at once."""
    cited: dict[str, list[Citation]] = defaultdict(list)
    for citation in citations:
        cited[citation.article].append(citation)
    copies: dict[frozenset[str], list[Reprint]] = defaultdict(list)
    for reprint in reprints:
        if reprint.kind != ReprintKind.BACKGROUND:
            copies[frozenset((reprint.copy, reprint.original))].append(reprint)
    said = {one.id: one for one in statements}
    speeches: dict[str, list[Statement]] = defaultdict(list)
    for one in sorted(said.values(), key=lambda one: (one.start, one.id)):
        if one.speaker_kind != SpeakerKind.UNRESOLVED:
            speeches[one.article].append(one)
    revised: dict[str, list[Revision]] = defaultdict(list)
    for revision in sorted(revisions, key=lambda one: (one.at, one.id)):
        revised[revision.earlier].append(revision)
    return Chains(
        articles={one.id: one for one in articles},
        statements=said,
        speeches={article: tuple(found) for article, found in speeches.items()},
        citations={article: tuple(found) for article, found in cited.items()},
        copies={pair: tuple(found) for pair, found in copies.items()},
        offices={
            fold(one.speaker): fold(one.role)
            for one in sorted(said.values(), key=lambda one: one.id)
            if one.speaker and one.role
        },
        revisions={article: tuple(found) for article, found in revised.items()},
        by_hand=tuple(one for one in corrections if one.kind in ONE_ORIGIN),
        removals={article: one for one in removals for article in one.articles},
        families={article: origin.id for origin in origins for article in origin.articles},
        outlets=outlets,
    )


def head(article: str, known: Chains) -> str:
    """What the address of an article says now, as far as is known; revisions only lead on in time."""
    passed = {article}
    while found := known.revisions.get(article):
        article = found[-1].article
        if article in passed:
            break
        passed.add(article)
    return article


def follow(assertion: Assertion, known: Chains) -> tuple[Trail, ...]:
    """One assertion along its statement's chain and its article's credits; two where two bodies said it together."""
    article = known.articles[assertion.article]
    statement = known.statements.get(assertion.statement or "")
    if statement and _DEED.search(statement.cue):
        statement = _outer(statement, known)
    acting = "" if statement else _acting(assertion, article)
    statement = statement or (None if acting else _continued(assertion, article, known))
    credited = _credited(assertion, statement, known)
    cited = _newsroom(credited, known)
    home = _newsroom(article.credit, known) or _newsroom(article.outlet, known)
    told = Trail(
        assertion=assertion,
        kind=RootKind.OUTLET,
        name=_called(cited or home, known) or article.credit or article.outlet,
        wording=_pairs(_FIGURES.sub("", letters(article.text[assertion.start : assertion.end]))),
        home=home,
        cites=cited,
        publisher=known.outlets.newsroom(article.credit or article.outlet),
        names=known.outlets.newsroom(credited),
        voice=Voice(party="媒体"),
        around=fold(article.text[max(0, assertion.start - 60) : assertion.end]),
    )
    if statement and statement.speaker_kind == SpeakerKind.ANONYMOUS and not _probed(article.text, assertion.start):
        name = fold(_name(statement, article.text))
        # 网传…为不实信息: whoever says so is no rumour.
        is_untrue = _RUMOUR.search(name) is not None and _UNTRUE.search(told.around) is not None
        if name and not is_untrue and not _REPORT.search(name):
            voice = replace(who(name, "", article.text), person="", stem="", office="")
            return (replace(told, kind=RootKind.ANONYMOUS, name=name, voice=voice),)
    opened = _opened(assertion, article)
    outer = (statement if opened else _outer(statement, known)) if statement else None
    framed = _framed(fold(article.text[max(0, assertion.start - FRAME) : assertion.start]))
    for name in (*opened, *_candidates(assertion, statement, framed, acting, article, known)):
        if _is_outlet(name, known):
            room = _newsroom(name, known)
            called = _called(room, known) or name
            return (replace(told, name=called, cites=room, names=known.outlets.newsroom(name)),)
        role = fold(statement.role or "") if statement and name == fold(statement.speaker or "") else ""
        role = role or known.offices.get(name, "")
        voice = who(name, role, article.text)
        if parties := _each_of(name, statement, article.text):
            return tuple(_trail(told, one, Voice(party=party, stem=stem_of(one))) for one, party in parties)
        if is_somebody(name, voice, article):
            teller = _teller(outer, framed, article)
            is_briefing = _is_briefing(told, article, voice)
            return (replace(_trail(told, name, voice), is_briefing=is_briefing, through=teller),)
    if cited is None and _WITNESS.search(told.around):
        return (replace(told, kind=RootKind.WITNESS),)
    before, passage = parted(told)
    if (
        cited is None
        and not (_UNTRUE.search(passage) or _STIRRED.search(told.around))
        and (rumour := _RUMOUR.search(re.split("[。！？\n]", before)[-1] + passage))
    ):
        return (replace(told, kind=RootKind.ANONYMOUS, name=rumour.group(), voice=Voice(party="网友")),)
    return (told,)


def _outer(statement: Statement, known: Chains) -> Statement | None:
    """The statement in whose words another stands (警方通报，谢某某报案称…), or the one that leads its sentence."""
    text = known.articles[statement.article].text
    around = (
        one
        for one in known.speeches.get(statement.article, ())
        if one.cue_span.start < statement.cue_span.start
        and one.speaker != statement.speaker
        and (
            any(part.start <= statement.cue_span.start < part.end for part in one.content)
            or _ENDS.search(text, one.cue_span.end, statement.cue_span.start) is None
        )
    )
    return max(around, key=lambda one: one.start, default=None)


def _teller(outer: Statement | None, framed: str, article: Article) -> Voice:
    """Who tells what somebody is quoted with: whoever quotes him, or the document that frames the paragraph."""
    name = fold(_name(outer, article.text)) if outer else framed
    return who(name, "", article.text) if name else Voice()


def _acting(assertion: Assertion, article: Article) -> str:
    """The authority that a passage of narration shows at work, or whoever it says denies something."""
    passage = fold(article.text[assertion.start : assertion.end])
    if denier := _DENIES.match(passage):
        return denier["who"]
    found = _ACTS.search(passage)
    return _WHEN.sub("", found["by"] or found["hand"]).strip() if found else ""


def _opened(assertion: Assertion, article: Article) -> tuple[str, ...]:
    """Whom a passage itself names for what it tells: 据警方告知，… is the police's, whoever passes it on."""
    found = _OPENS.match(fold(article.text[assertion.start : assertion.end]))
    name = found["by"] or found["who"] if found else ""
    return (name,) if party_of(name) else ()


def _continued(assertion: Assertion, article: Article, known: Chains) -> Statement | None:
    """Whose report goes on in a passage without a cue of its own: the last in front of it within the paragraph.

    女子称丈夫喝了酒。她被吓得没敢动: what follows what somebody says is told after him, until the article names
    whom it has the next from.
    """
    before = (one for one in reversed(known.speeches.get(article.id, ())) if one.end <= assertion.start)
    last = next(before, None)
    if last is None or last.speaker_kind == SpeakerKind.ANONYMOUS or _SHOWN.search(last.cue):
        return None
    between = article.text[last.end : assertion.start]
    if len(between) > ADJACENT or "\n" in between.strip('”"」 '):
        return None
    if _ANEW.search(between + article.text[assertion.start : assertion.end]):
        return None
    cited = known.citations.get(article.id, ())
    if any(last.end <= one.start < assertion.start for one in cited):
        return None
    return _outer(last, known) or last  # 警方通报，谢某某报案称…。警方找到了人: it is the notice that goes on


def parted(trail: Trail) -> tuple[str, str]:
    """What stands before the passage, and the passage."""
    place = len(trail.around) - (trail.assertion.end - trail.assertion.start)
    return trail.around[:place], trail.around[place:]


def _is_briefing(trail: Trail, article: Article, voice: Voice) -> bool:
    """Said in front of the press: right before the passage, or by an authority anywhere in an article about a briefing."""
    if voice.party not in AUTHORITIES:
        return _BRIEFING.search(parted(trail)[0]) is not None
    return any(_BRIEFING.search(words) is not None for words in (folded(article.title), folded(article.text)))


def _is_outlet(name: str, known: Chains) -> bool:
    """A newsroom, known or by the sort of its name; a body that publishes for itself (国家体育总局) is a body."""
    outlet = known.outlets.by_name(name)
    return outlet.kind is not OutletKind.OFFICIAL if outlet else bool(_PRESS.search(name))


def _candidates(
    assertion: Assertion, statement: Statement | None, framed: str, acting: str, article: Article, known: Chains
) -> Iterator[str]:
    """Who may have said it, the nearest first: the statement's speaker, the paragraph's frame, who acts, 我院, the headline's."""
    text = article.text
    name = fold(_name(statement, text))
    is_paper = bool(name) and _PAPER.search(name) is not None
    if name and not is_paper and not _probed(text, assertion.start):
        yield name
    if framed:
        yield framed
    if acting:
        yield acting
    if ours := _OURS.search(fold(text[assertion.start : assertion.end])):
        yield ours.group()
    announced = _HEADLINE.search(fold(article.title))
    if (
        announced
        and (
            is_paper
            or (
                not any(one.speaker for one in known.speeches.get(article.id, ()))
                and not _FRAMES.search(fold(text[: assertion.start]))
            )
        )
        and not _EVENT.search(announced[1])
    ):
        yield announced[1]
    if is_paper:
        yield name


def _trail(told: Trail, name: str, voice: Voice) -> Trail:
    """The trail of what somebody says; one of a crowd is nobody in particular."""
    if (voice.party in CROWDS and not voice.person) or _RUMOUR.search(name):
        return replace(told, kind=RootKind.ANONYMOUS, name=name, voice=Voice(party=voice.party))
    return replace(told, kind=RootKind.DOCUMENT if DOCUMENT.search(name) else RootKind.SPEAKER, name=name, voice=voice)


def _each_of(name: str, statement: Statement | None, text: str) -> list[tuple[str, str]]:
    """深圳市卫计委和儿童医院均表示: two of different parties are two origins; a notice that they sign is one.

    A father and a villager sign nothing: what they say together each of them says.
    """
    names = _AND.split(name)
    parties = [party_of(one) for one in names]
    if len(names) < 2 or statement is None or "" in parties or len(set(parties)) < len(parties):
        return []
    if any(NOBODY.fullmatch(one.removeprefix("业内")) for one in names):
        return []  # 业内专家和家长: nobody who could be asked
    near = text[max(0, statement.cue_span.start - _BEFORE) : statement.cue_span.end]
    return list(zip(names, parties, strict=True)) if set(parties) <= _PRIVATE or _EACH.search(near) else []


def _probed(text: str, start: int) -> bool:
    """经调查组初步调查，医生建议…: what the doctor did is told by those who looked into it."""
    found = _FRAMES.search(re.split("[。！？\n]", fold(text[max(0, start - FRAME) : start]))[-1])
    return found is not None and found["probe"] is not None


def _framed(before: str) -> str:
    """Who the paragraph has what it tells from: the last 记者从…获悉, 据…介绍 or …发布通报 in front of the passage."""
    found = list(_FRAMES.finditer(before.rsplit("\n", 1)[-1]))
    if not found:
        return ""
    name = found[-1]["looked"] or found[-1]["from"] or found[-1]["probe"] or found[-1]["by"] or found[-1]["doc"]
    named = _AROUND.sub("", name)
    return (_WHEN.sub("", named) or _DAY_AT_END.sub("", named)).removeprefix("记者").strip()


def _pairs(plain: str) -> frozenset[str]:
    return frozenset(plain[i : i + 2] for i in range(len(plain) - 1))


def _newsroom(name: str | None, known: Chains) -> str | None:
    """A newsroom that the directory knows; a host or a phrase that it does not know proves nothing."""
    outlet = known.outlets.by_name(name) or (known.outlets.by_host(name) if name and "." in name else None)
    return known.outlets.newsroom(name) if outlet and outlet.kind not in _CARRIERS else None


def _called(newsroom: str | None, known: Chains) -> str | None:
    """What a newsroom calls itself."""
    outlet = known.outlets.by_id(newsroom) if newsroom else None
    return outlet.name if outlet else newsroom


def _credited(assertion: Assertion, statement: Statement | None, known: Chains) -> str | None:
    """Whom the article names for this passage: its statement's way, or the last outlet in front of it."""
    if statement and statement.via:
        return statement.via
    text = known.articles[assertion.article].text
    near = [
        one
        for one in known.citations.get(assertion.article, ())
        if 0 <= assertion.start - one.end < NEAR and not _is_closing(one, text[one.end : assertion.start], text)
    ]
    return max(near, key=lambda one: one.end).outlet if near else None


def _is_closing(credit: Citation, between: str, text: str) -> bool:
    """…。（远山网）: a credit in brackets at the end of an item is for what stands before it, and not for the next one."""
    return "\n" in between and text[credit.start - 1 : credit.start] in ("（", "(")


# What is said in a passage by somebody whom it names at its head: 据警方告知，…; 死者家属高度怀疑…
_OPENS = re.compile(
    r"[“\"]?据(?P<by>[^，,。；：:\n]{2,16}?)(?:告知|介绍|透露|通报|反映|讲述|证实)[，,]"
    r"|[“\"]?(?P<who>[^，,。；：:\n的]{2,12}?)(?:一直|均|都|高度|强烈|曾|也|仍|始终){0,2}(?:怀疑|质疑|控诉|指控|坚称)"
)


# What a name is sometimes read with: 根据临猗县公安局, 该女子在社交媒体, 而死者堂兄在其朋友圈.
_AROUND = re.compile(
    r"^(?:根据|据|而|但|若真如|正如|如|另据|随后|此前|对此|经)(?=[㐀-鿿]{2})|(?:在|于)(?:其|自己的?)?(?:社交|微博|朋友圈|网上|网络|抖音|快手|视频|媒体|直播|接受|短视频)[^，,。]*$"
)


def _name(statement: Statement | None, text: str) -> str:
    if statement is None:
        return ""
    if statement.speaker:
        return _AROUND.sub("", statement.speaker)
    said = text[statement.mention.start : statement.mention.end] if statement.mention else statement.role or ""
    said = statement.role or "" if _POINTS.fullmatch(said) else said  # 他: who he is, as far as it is told
    return _AROUND.sub("", said)


_POINTS = re.compile(r"[他她它其]们?|对方|该?[男女]子|此人")
