"""Through whom an article's words came: dateline, 据…报道, 援引, an interviewing outlet."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from suyuan.statements.names import TIME, outlet_in
from suyuan.statements.zones import Line, Reading, Zone

_FRAME = re.compile(
    rf"(?:[另又再而但]?(?:根)?据(?!据)|按照|综合(?=[^，。；：\n]{{2,24}}媒体报道))[ 　]*(?P<who>[^，。；：\s][^，。；：\n]{{1,29}}?)[ 　]*(?:当地时间)?(?:在|于)?(?:{TIME})?(?:在[^，。]{{1,8}})?(?:的)?(?:最新|独家|早前|援引[^，。]{{2,20}}|综合[^，。]{{2,10}})*(?P<cue>报道|消息|电讯|快讯|披露|爆料|刊文|转述)(?=[，：\s称说]|指出|显示|$)"
)
_REPORTER = re.compile(
    rf"(?P<who>[^，。；：\n]{{2,14}}?记者)(?:{TIME})?(?:[\u4e00-\u9fff、]{{2,12}})?[^，。；：\n“]{{0,20}}?(?P<cue>获悉|了解到|采访了|联系上|联系到|致电|致信|致函|询问|求证|拨打|连线|拨通|采访到|探访|走访|实地)"
)
# 《远山日报》就此采访了何青: an outlet that asks
_PAPER_ASKED = re.compile(
    r"(?P<who>《[^《》]{2,12}(?:报|刊|网|时代|新闻|周末)》)[^，。；：“”《]{0,6}(?P<cue>采访了|专访了|对话)"
)
# 远山社从北国方面获悉: an outlet that learns needs no reporter.
_LEARNED = re.compile(r"从[^，。；：\n]{2,20}?(?P<cue>获悉|了解到|得知|证实)")
_DATED = re.compile(
    rf"(?:(?:记者|通讯员)[\u4e00-\u9fff、\s]{{2,20}})?(?P<place>[\u4e00-\u9fff/·]{{2,14}}?)?(?:{TIME})?(?P<cue>专?电(?![影视话信力动子商梯网车脑池器])|讯|综合报道|综合消息|快讯|(?:报道|消息)(?![，：人源]|灵通|指出|显示))(?=[\s（，：:】）\]]|[^的称说，]|$)"
)
# 据远山新闻，…: nothing but the outlet.
_BY = re.compile(r"(?:根)?据(?!悉|此|了解|介绍|称|报)(?P<who>[^，。；：\n“]{2,16})(?P<cue>)(?=，)")
_CHANNEL = re.compile(r"[ @]*(?P<name>.{2,}(?:公众号|财讯|交易台|官微|官方微[博信]|视频号))")  # 据远山云公众号，…
# 远山日报报道，…: without 据 an outlet at the head of a line holds as well.
_HEADING = re.compile(rf"(?:网站)?(?:记者)?(?:{TIME})?(?:此前)?(?:报道|称|记者|发文|刊文|撰文|消息)")
_NO_OUTLET = re.compile(r"^[此其该]|^(?:相关|有关|最新|此前|公开|早前)$|记者|网友|目击|知情|[，“”]")
_NAMED = re.compile(r"[\u4e00-\u9fff]{0,4}“(?P<name>[^“”]{2,12})”")
_BACK = re.compile(
    r"(?:上述|该)?(?:报道|文章)(?:还|也|则|又|并|同时)?(?:称|说|指出|提到|强调|认为|写道|显示|援引|分析|补充)|该报(?!告|名)|该媒体|该社|该台|该网站"
)


_SEVERAL = re.compile(r"综合[^，。；\n]{4,40}报道")  # 综合《远山报》和《云州报》报道: it is to them that 报道称 points
_LINES = 6  # paragraphs over which 报道称 still points back to a frame; a digest has many


@dataclass(frozen=True, slots=True)
class Frame:
    """An outlet that holds for what follows: where it is named, and where the words that name it end."""

    start: int
    end: int
    outlet: tuple[int, int]
    how: str
    cue: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Held:
    """The frames of one line, in order, and the one that it takes over from the lines before."""

    frames: tuple[Frame, ...] = ()
    carried: Frame | None = None


def held(reading: Reading) -> list[Held]:
    """What holds for each line. A frame ends with its paragraph, unless a later 报道称 points back past others to it."""
    found = [tuple(_frames(reading, line)) for line in reading.lines]
    carried: list[Frame | None] = [None] * len(found)
    last: Frame | None = None
    since = 0
    for at, frames in enumerate(found):
        line = reading.lines[at]
        first = frames[0].start if frames else line.end
        if reading.since(line.start) > reading.since(reading.lines[since].start) or _SEVERAL.search(
            reading.plain, line.start, first
        ):
            last = None
        if last and at - since <= _LINES and _BACK.search(reading.plain, line.start, first):
            carried[since + 1 : at + 1] = [last] * (at - since)
            since = at
        said = [frame for frame in frames if frame.how.startswith("据")]
        if not said and line.zone is Zone.BODY and not frames and (headed := _headed(reading, line)):
            said = [headed]
        if said:
            last, since = said[-1], at
    for at, line in enumerate(reading.lines):
        if line.zone is Zone.BODY and (excerpt := _excerpt(reading, line)):
            carried[at + 1 :] = [frame or excerpt for frame in carried[at + 1 :]]
    for first, stop, source in _item_sources(reading):
        carried[first:stop] = [frame or source for frame in carried[first:stop]]
    return [Held(frames, frame) for frames, frame in zip(found, carried, strict=True)]


def _item_sources(reading: Reading) -> Iterator[tuple[int, int, Frame]]:
    """The lines of every item of a round-up that ends in （来源：远山网）, as first and behind the last, with that frame."""
    first = 0
    for place, line in enumerate(reading.lines):
        if reading.since(line.start) != reading.since(reading.lines[first].start):
            first = place
        source = _ITEM_SOURCE.search(reading.plain, line.start, line.end) if reading.items else None
        if source and (source["is"] or outlet_in(reading.plain, *source.span("who")) == source.span("who")):
            yield first, place + 1, Frame(*source.span(), source.span("who"), "来源", source.span("who"))


# …通车。（来源：远山网）, …通车。（远山网）
_ITEM_SOURCE = re.compile(r"（(?P<is>(?:消息|稿件|文章)?来源：)?\s*(?P<who>[^（）\n]{2,20}?)\s*）\s*$")


def _excerpt(reading: Reading, line: Line) -> Frame | None:
    """《远山时报》6日刊登题为《…》的文章，现摘编如下：what follows is the outlet's, to the end."""
    act = _EXCERPTED.search(reading.plain, line.start, line.end)
    start = (
        max(line.start, *(reading.plain.rfind(mark, line.start, act.start()) + 1 for mark in "，。：？！"))
        if act
        else 0
    )
    span = outlet_in(reading.plain, start, act.start()) if act else None
    return Frame(line.start, span[1], span, "摘编", act.span()) if act and span else None


_EXCERPTED = re.compile(
    r"(?:刊登|刊发|刊载|登载|发表|发布)了?(?:[^。\n]{0,80}?)(?:文章|报道|社论|评论|专栏)[^\n]{0,80}?(?:摘编|编译|编摘|摘译|全文|内容|主要观点)[^。\n]{0,6}如下"
)


def dateline(reading: Reading, line: Line) -> Frame | None:
    """The dateline at the start of a line: 远山社云州5月3日电."""
    plain = reading.plain
    start = line.start + (plain[line.start] in "【（[")
    span = outlet_in(plain, start, min(line.end, start + 18))
    if not span or not (span[0] == start or re.fullmatch(TIME, plain[start : span[0]])):
        return None
    match = _DATED.match(plain, span[1], min(line.end, span[1] + 40))
    return Frame(line.start, match.end(), span, "电头", match.span("cue")) if match else None


def _headed(reading: Reading, line: Line) -> Frame | None:
    plain = reading.plain
    span = outlet_in(plain, line.start, min(line.end, line.start + 24))
    match = _HEADING.match(plain, span[1], min(line.end, span[1] + 24)) if span and span[0] - line.start < 6 else None
    return Frame(line.start, span[1], span, "报道", (span[1], span[1])) if span and match else None


def _frames(reading: Reading, line: Line) -> list[Frame]:
    plain, depth = reading.plain, reading.depth
    if line.zone is Zone.OTHER:
        return []
    found = []
    if line.zone is Zone.BODY and (first := dateline(reading, line)):
        found.append(first)
    for match in _FRAME.finditer(plain, line.start, line.end):
        if depth[match.start("cue")] or not (match.start() == line.start or reading.opens_source(match.start())):
            continue
        span = outlet_in(plain, match.start("who"), match.end("who"))
        if span is None and (named := _NAMED.fullmatch(plain, *match.span("who"))):
            span = named.span("name")  # 据“今日云州”报道
        if span is None and match["cue"] == "报道" and not _NO_OUTLET.search(match["who"]):
            span = match.span("who")  # 据北国报业托拉斯报道: whoever reports is an outlet
        if span:
            found.append(Frame(match.start(), match.end(), span, f"据…{match['cue']}", match.span("cue")))
    for match in _BY.finditer(plain, line.start, line.end):
        channel = _CHANNEL.fullmatch(plain, *match.span("who"))
        span = channel.span("name") if channel else outlet_in(plain, *match.span("who"))
        opens = match.start() == line.start or reading.opens_source(match.start())
        if span and (channel or span == match.span("who")) and not depth[match.start()] and opens:
            found.append(Frame(match.start(), match.end(), span, "据…报道", match.span("cue")))
    for match in _REPORTER.finditer(plain, line.start, line.end):
        if found and found[0].how == "电头" and match.start() < found[0].end:
            continue
        if not depth[match.start("cue")] and (span := outlet_in(plain, match.start("who"), match.end("who"))):
            found.append(Frame(match.start(), match.end(), span, "记者", match.span("cue")))
    for match in _PAPER_ASKED.finditer(plain, line.start, line.end):
        if not depth[match.start("cue")]:
            found.append(Frame(match.start(), match.end(), match.span("who"), "记者", match.span("cue")))
    for begin, stop in line.sentences[:1]:
        comma = plain.find("，", begin, begin + 12) + 1
        for at in {begin, comma or begin}:
            span = outlet_in(plain, at, min(stop, at + 16))
            if span and span[0] == at and (learned := _LEARNED.match(plain, span[1], stop)):
                found.append(Frame(at, learned.end(), span, "记者", learned.span("cue")))
    return sorted(found, key=lambda frame: frame.start)
