"""Who speaks in an article, and who of one story is the same under another name."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from suyuan.records import Article, SameSpeaker, SameStory, Speaker, SpeakerKind, Statement, Story, digest
from suyuan.statements.cast import abbreviates, is_office
from suyuan.statements.names import BODY_TAIL, COURTESIES, TITLE, TITLE_END, titled
from suyuan.text import fold

# 王某, 小李, 张女士, 刘×: many people at once, whatever else an article says of them.
_BYNAME = re.compile(r"某|[×*○]|^[小老阿].$|(?:先生|女士|小姐|老汉|大爷|大妈|阿姨|师傅|同学|妈妈|爸爸|奶奶|爷爷)$|^.$")
# 警方, 客服, 某公司, 该院: a kind of body and not one.
_GENERIC = re.compile(
    r"(?:[该某本一这那此][^，]{0,6}|(?:涉事|当事|相关|有关|当地|上述|多家|部分)?(?:警方|官方|校方|院方|店方|园方|厂方|馆方|军方|检方|控方|辩方|美方|中方|俄方|日方|公司|"
    r"集团|企业|机构|医院|学校|法院|检察院|政府|部门|银行|酒店|平台|商家|门店|景区|物业|家属|客服|消防|交警|媒体|媒体记者|记者|报道|声明|公告|通报|调查|报告|数据|研究|文件|监控|视频|法官|律师|专家|团队))$"
)
# One body has one of these at a time; it has several spokespersons, deputies and officials.
_SOLE = re.compile(
    r"(?:总统|首相|总理|国家主席|外长|防长|财长|国务卿|外相|防相|部长|局长|厅长|署长|行长|市长|省长|州长|县长|区长|院长|校长|馆长|台长|园长|司令|参谋长|董事长|总裁|总经理|首席执行官|CEO|秘书长|书记|主教练|行政长官)$"
)
_DEPUTY = re.compile(r"副|前|原|候任|代理|助理|署理")
_DOT = re.compile(r"\s?[·・•‧]\s?")
# 特朗普政府 is not 特朗普.
_ENTOURAGE = re.compile(r"(?:政府|当局|团队|办公室|阵营|人|方面|家族|夫妇|基金会)$")
_PART = 0.9  # 鲁登科 of 安德烈·鲁登科, where the story has no other 鲁登科
_CALLED = 0.95  # an article of the story says so itself
_SHORT = 0.8  # 远山 of 远山通讯
_HOLDS = 0.7  # 俄外长 of 谢尔盖·拉夫罗夫, whom another article calls 俄罗斯外交部长


# ── who speaks in an article ─────────────────────────────────────────────────────────────────────


def identify(article: Article, statements: tuple[Statement, ...]) -> tuple[Speaker, ...]:
    """Everybody who speaks in an article, once each, in order of what they say first."""
    said: dict[tuple[str, SpeakerKind], list[Statement]] = defaultdict(list)
    for one in statements:
        if one.speaker:
            said[one.speaker, one.speaker_kind].append(one)
    return tuple(_speaker(article, name, kind, group) for (name, kind), group in said.items())


def _speaker(article: Article, name: str, kind: SpeakerKind, said: list[Statement]) -> Speaker:
    called = (_called(article.text, one) for one in said)
    return Speaker(
        id=digest("speaker", article.id, name, kind), article=article.id, name=name, kind=kind,
        key=_key(name) if kind is SpeakerKind.NAMED else None,
        others=tuple(dict.fromkeys(other for other in called if other and other != name)),
        roles=tuple(dict.fromkeys(one.role for one in said if one.role)),
        statements=tuple(one.id for one in said),
    )  # fmt: skip


def _called(text: str, one: Statement) -> str | None:
    """What the article calls a speaker here, where that is a name or a title of his own."""
    if one.mention is None or one.resolved not in ("explicit", "short name", "title"):
        return None
    words = text[one.mention.start : one.mention.end]
    found = titled(words)
    return found[0] if found else words


def _key(name: str) -> str | None:
    """What a name is compared by; None where it does not tell one speaker from another."""
    plain = _DOT.sub("·", fold(name)).strip("《》“”")
    surname_only = any(plain[1:] == courtesy or plain[2:] == courtesy for courtesy in COURTESIES)
    if _BYNAME.search(plain) or _GENERIC.fullmatch(plain) or surname_only or TITLE_END.fullmatch(plain):
        return None
    if 2 < len(plain) <= 4 and TITLE.fullmatch(plain, 1):
        return None  # 林局长
    return plain


# ── who of one story is the same ─────────────────────────────────────────────────────────────────


def recognise(
    articles: tuple[Article, ...], links: tuple[SameStory, ...], stories: tuple[Story, ...], speakers: tuple[Speaker, ...]
) -> tuple[SameSpeaker, ...]:  # fmt: skip
    """Names of one story that are one speaker.

    Two speakers of one name need no link, so each name is linked once, by the first that bears it: a man whom
    five thousand articles quote costs what one costs.
    """
    del articles, links  # the group: what is asked is the same wherever its bounds lie
    by_article: dict[str, list[Speaker]] = defaultdict(list)
    for speaker in speakers:
        by_article[speaker.article].append(speaker)
    found = {
        link.id: link
        for story in stories
        for link in _recognised([one for article in story.articles for one in by_article[article]])
    }
    return tuple(found[name] for name in sorted(found))


def _recognised(speakers: list[Speaker]) -> Iterator[SameSpeaker]:
    named: dict[str, list[Speaker]] = defaultdict(list)
    for one in speakers:
        if one.key:
            named[one.key].append(one)
    for short in sorted(named):
        if found := _fuller(short, named):
            full, score = found
            yield _link(_first(named[full]), _first(named[short]), score)
    for one in speakers:
        if one.kind is SpeakerKind.UNNAMED and _is_sole(one.name):
            holders = [key for key, bearers in named.items() if _hold(bearers, one)]
            if len(holders) == 1:
                yield _link(_first(named[holders[0]]), one, _HOLDS)


def _fuller(short: str, named: dict[str, list[Speaker]]) -> tuple[str, float] | None:
    """The one fuller name in the story that a name stands for; None where there are two, or none."""
    for score, is_fuller in ((_CALLED, _calls), (_PART, _is_part), (_SHORT, _is_short_for)):
        ways = [
            full
            for full, bearers in named.items()
            if len(full) > len(short) and is_fuller(short, full, bearers) and _may_be_one(named[short], bearers)
        ]
        if ways:
            return (ways[0], score) if len(ways) == 1 else None
    return None


def _calls(short: str, full: str, bearers: list[Speaker]) -> bool:
    """An article of the story uses both names for one."""
    return any(_DOT.sub("·", fold(other)) == short for one in bearers for other in one.others)


def _is_part(short: str, full: str, bearers: list[Speaker]) -> bool:
    return short in re.split(r"\s?[·\-－ ]\s?", full)


def _is_short_for(short: str, full: str, bearers: list[Speaker]) -> bool:
    return (
        len(short) >= 2
        and not _ENTOURAGE.search(full)
        and BODY_TAIL.search(full) is not None
        and abbreviates(short, full)
    )


def _may_be_one(shorts: list[Speaker], fulls: list[Speaker]) -> bool:
    """Not where an article has both speak (特朗普 and 梅拉尼娅·特朗普), nor where the two hold different offices."""
    if {one.article for one in shorts} & {one.article for one in fulls}:
        return False
    ours, theirs = (sorted({role for one in some for role in one.roles}) for some in (shorts, fulls))
    return not (ours and theirs) or any(_agree(one, other) for one in ours for other in theirs)


def _agree(one: str, other: str) -> bool:
    """俄副外长 and 副部长, 总统 and 北国总统: nothing in the one speaks against the other."""
    return one in other or other in one or is_office(one, other) or bool(_titles(one) & _titles(other))


def _titles(role: str) -> set[str]:
    return {title.group() for title in TITLE.finditer(role)}


def _hold(bearers: list[Speaker], office: Speaker) -> bool:
    """Whether one of these is called by the office elsewhere: 俄外长, and 拉夫罗夫, 俄罗斯外交部长."""
    return all(one.article != office.article for one in bearers) and any(
        _is_sole(role) and is_office(role, office.name) for one in bearers for role in one.roles
    )


def _is_sole(office: str) -> bool:
    """俄外长, but not 副外长 or 外交部发言人: an office that one person holds, of a body that is named."""
    return len(office) >= 3 and _SOLE.search(fold(office)) is not None and not _DEPUTY.search(fold(office))


def _first(speakers: list[Speaker]) -> Speaker:
    return min(speakers, key=lambda one: one.id)


def _link(full: Speaker, short: Speaker, score: float) -> SameSpeaker:
    a, b = sorted((full.id, short.id))
    evidence = (f"{short.name} = {full.name}", *full.roles[:1], *short.roles[:1])
    return SameSpeaker(id=digest("same speaker", a, b), a=a, b=b, score=score, evidence=evidence)
