"""Through whom an article's words came: dateline, 据…报道, 援引, an interviewing outlet."""

from __future__ import annotations

import re
from dataclasses import dataclass

from suyuan.statements.zones import Line, Reading

_WHEN = r"(?:(?:当地时间|北京时间|本月|上月|今天|昨天|昨日|今日|今晨|昨晚|近日|日前|此前|早前|稍早|早些时候|最新|最近|(?:\d{4}年)?(?:\d{1,2}月)?\d{1,2}日|\d{1,2}月|周[一二三四五六日]|星期[一二三四五六日天]|上午|下午|晚间?|凌晨|清晨|早间|午间|傍晚|深夜|\d{1,2}[：:]\d{2}|（[^（）]{1,14}）)+)?"
_FRAME = re.compile(
    rf"(?:^|(?<=[。！？；，\n”\s）电讯道]))(?:[另又再]?(?:根)?据|按照?|依据)(?P<who>[^，。；：\n]{{2,30}}?)(?:在|于)?{_WHEN}(?:在.{{1,8}})?(?:的)?(?:最新|独家|援引.{{2,20}}|综合.{{2,10}})?(?P<cue>报道|消息|电讯|快讯|披露|爆料|刊文|转述|网站)(?P<tail>称|说|指出|显示|，|：)?"
)
_DATELINE = re.compile(
    rf"(?:【|（|\[)?(?P<who>[\u4e00-\u9fffA-Za-z]{{2,12}}?)(?:[\u4e00-\u9fff]{{2,8}})?{_WHEN}(?:专?电|讯|综合报道|综合消息|快讯|报道|消息)(?:】|）|\])?(?=[\s（，：\u4e00-\u9fff]|$)"
)
_KNOWN = re.compile(
    r"(?:《[^》]{2,14}》|[\u4e00-\u9fffA-Za-z·]{0,10}?(?:社|日报|晚报|早报|晨报|时报|商报|都市报|邮报|周刊|周报|杂志|电视台|卫视|电台|广播公司|通讯社|新闻网|新闻|网|频道|客户端|央视|总台|媒体|外媒|[美英日韩俄港台德法印官党]媒|外电|财经|头条|观察|在线|传媒|报|BBC|CNN|bbc|cnn|nhk|NHK))"
)


@dataclass(frozen=True, slots=True)
class Frame:
    """An outlet that holds for what follows: where it is named, and from where to where it holds."""

    start: int
    end: int  # past the frame's own words
    outlet: tuple[int, int]
    how: str
    cue: tuple[int, int]


def frames(reading: Reading, line: Line) -> list[Frame]:
    """The frames of one line, in order."""
    plain = reading.plain
    found = []
    if (dateline := _DATELINE.match(plain, line.start, min(line.end, line.start + 40))) and plain[line.start] != "据":
        span = outlet_span(plain, dateline.start("who"), dateline.end("who"))
        if span:
            found.append(Frame(line.start, dateline.end(), span, "电头", (dateline.end() - 1, dateline.end())))
    for match in _FRAME.finditer(plain, line.start, line.end):
        if reading.depth[match.start("cue")]:
            continue
        span = outlet_span(plain, match.start("who"), match.end("who"))
        if span:
            found.append(Frame(match.start(), match.end(), span, f"据…{match['cue']}", match.span("cue")))
    return found


def outlet_span(plain: str, start: int, end: int) -> tuple[int, int] | None:
    """The outlet within a noun phrase: 美国《远山邮报》网站 gives 《远山邮报》."""
    title = re.compile(r"《[^》]{2,16}》").search(plain, start, end)
    if title:
        return title.span()
    match = _KNOWN.match(plain, start, end)
    if not match:
        return None
    last = match
    while match := _KNOWN.match(plain, last.end(), end):
        last = match
    stop = last.end()
    for tail in ("记者", "网站"):
        if plain.startswith(tail, stop):
            break
    return start, stop
