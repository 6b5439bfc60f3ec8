"""Who wrote it, who edited it, and whose it is: what the lines around title and text name."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from suyuan.articles.published import without_times
from suyuan.articles.walk import Line, Run
from suyuan.outlets import Directory
from suyuan.text import DOUBLE_SURNAMES, SURNAMES, fold

# A seam between two pieces of a line that the page sets apart (a link, a span with a name of its own).
SEAM = "\x1f"

_OUTLET_END = re.compile(
    r"(?:日报|晚报|早报|时报|晨报|商报|都市报|青年报|周刊|周报|杂志|报社|新闻|新闻网|[^\s]网|通讯社|电视台|广播|电台|卫视|客户端|频道|发布|传媒|媒体|财经|在线|月刊|导报|快报|论坛|博客|公众号|研究院|公司|集团|大学|"
    r"委员会|政府|办公室|办事处|中心|协会|部|局|厅|院|社|报|台|号|观察|科技|娱乐|体育|汽车|军事|网易|搜狐|新浪|腾讯|头条|百家|资讯|快讯|参考|视频|之家|星空|智库|证券|基金|银行|地产|健康)$"
)
_ROLE = r"(?:本报|本网|本刊|本台|本社|见习|实习|特约|首席|高级|全媒体|融媒体?|文字|摄影|评论|财经|专栏|驻.{1,6}|特派|资深)?(?:记者|通讯员|通訊員|撰稿人?|撰文|评论员|特派员|实习生|研究员|作者|编译|采写|特约)"
# One of which every role holds.
_ROLES = re.compile(r"记者|通讯员|通訊員|撰稿|撰文|评论员|特派员|实习生|研究员|作者|编译|采写|特约")
_HAN_NAME = r"[\u4e00-\u9fff]{2,4}(?:[·•・][\u4e00-\u9fff]{1,8})?"
_STOPS = rf"\s　{SEAM}|｜丨:：,，；;（()）】\]》\[【<>。"
_NEXT = r"(?=作者|责任编辑|责编|编辑|时间|发布|日期|记者|浏览|点击|阅读|评论|举报|字号|原标题|$)"
_CREDIT = re.compile(
    rf"(?<![\u4e00-\u9fff])(?:文章|稿件|本文|信息|新闻|资料|内容|消息|图文|原文)?(?:来\s{{0,4}}源|來源|稿源|转自|转载自|出处|原载|供稿单位)于?\s?(?:[:：|｜丨/]|(?<=[于自])|[\s　{SEAM}])[\s　{SEAM}]{{0,3}}(?P<name>(?:[A-Za-z0-9]{{1,12}} (?=[\u4e00-\u9fff]))?[^{_STOPS}]{{2,24}}?)(?=[{_STOPS}]|$|作者|责任编辑|责编|编辑[:：]|时间[:：]|发布|日期[:：]|记者|浏览|点击[:：]|阅读|举报|字号)"
)
_AUTHOR = re.compile(
    rf"(?<![\u4e00-\u9fff])(?:本文作者|文章作者|作\s{{0,2}}者|撰文|采写|采訪|撰稿人?|执笔|采编|文字|文并?图|图文|文|编译|編譯|采访撰文|口述整理)\s?(?:[:：/／|｜丨]|(?<=作者)(?=[{SEAM}\s]))[\s　{SEAM}]{{0,3}}(?P<names>[^|｜:：（()）】\]<>。！？{SEAM}]{{2,60}})"
)
_REPORTER = re.compile(
    rf"{_ROLE}[:：\s　/{SEAM}]{{0,3}}(?P<names>{_HAN_NAME}(?:[\s　、，,/]{{1,2}}{_HAN_NAME}){{0,7}})(?=[\s　）)】\]:：，,、/{SEAM}]|$|报道|摄|文)"
)
_DATELINE = re.compile(rf"^.{{0,40}}?[（(](?P<inside>[^（()）]{{0,30}}?{_ROLE}[^（()）]{{2,50}})[）)]")
_REPORTS = re.compile(
    rf"(?P<names>{_HAN_NAME}(?:[\s　、]{{1,2}}{_HAN_NAME}){{0,3}})[\s　]{{0,2}}(?:综合)?(?:报道|报导)"
)
_SIGNED = re.compile(
    rf"[（(](?:{_ROLE})?[:：\s　]{{0,2}}(?P<names>{_HAN_NAME}(?:[\s　、]{{1,2}}{_HAN_NAME}){{0,3}})[）)]\s*$"
)
_SLASH = re.compile(
    rf"^(?P<person>{_HAN_NAME}(?:[\s、]{_HAN_NAME})*)\s?[/／|｜]\s?(?P<outlet>[\u4e00-\u9fffA-Za-z]{{2,14}})$"
)
_EDITORS = re.compile(
    rf"(?:责任编辑|责\s?编|责任編輯|责任校对|网络编辑|本文编辑|编辑|編輯|编审|主编|校对|审核|审校|监制|值班编委|初审|复审|终审|二审|三审)(?:\s?[:：|｜丨/]|[\s　{SEAM}]|为)[\s　{SEAM}:：]{{0,3}}(?P<names>[^:：|｜】\]）){SEAM}]{{2,36}})"
)
_EDITOR_WORD = re.compile(
    r"\s*(?:责任编辑|责任校对|责编|编辑|编审|主编|校对|审核|审校|监制|编委|初审|复审|终审|人气|时间|发布|来源|浏览|评论|纠错|【|\[|（).*$",
    re.S,
)
_SEPARATOR = re.compile(r"[\s　、，,；;/&和]+|\s+and\s+")
_CODE = re.compile(r"[_\s]?[A-Z]{1,4}\d{2,}.*$")
_TRAIL = re.compile(
    r"(?:整合|整理|报道|摄影报道|摄影|综合报道|综合|编译|采访|撰文|图文|实习生|(?<=\s)文|发自.*|写于.*)$"
)
_LEAD = re.compile(rf"^(?:.{{0,14}}?{_ROLE}|[文图](?=[:：/\s　]|...$)|by|By|BY)[:：/\s　]*(?=\S)")
_NOBODY = re.compile(
    r"^(?:记者|编辑|网络|未知|佚名|管理员|admin|本报|本网|本站|综合|小编|责编|匿名|原创|时间|发布|来源|字体|浏览|点击|阅读|评论|分享|收藏|关注|作者|无|暂无|by|von|par|null|undefined|none|news|newsroom|nachrichten|redaktion|redacción|rédaction|redação|转载|整理|编译|摄影|通讯员|集团|公司|网友|系统|不详|供稿|投稿|投稿人|本报讯|本报记者|新华社记者|报道|讯)$|\d{3}|https?:|www\.|[。！？@：:]",
    re.I,
)
_FURNITURE = re.compile(
    r"字号|字体|大小|打印|分享|评论|收藏|举报|关注|订阅|阅读|浏览|点击|人参与|跟贴|放大|缩小|默认|微信|微博|扫|二维码|手机|返回|首页|正文|转发|点赞|更新|发布于|发表于|发布时间|时间|日期|来源|作者|编辑|标签|^\W*$|^\d+$|^[A-Z]?[+\-=]?$|听|播放|登录|注册|复制|链接|朋友圈|空间|客户端|下载|^·|语音|繁|小|大|中|标准|超大|T\b"
)
# In 作者：X even a team may write; only what is plainly an outlet is not a person.
_OUTLET_PLAIN = re.compile(
    r"(?:日报|晚报|早报|时报|晨报|商报|都市报|青年报|周刊|周报|报社|新闻网?|[\u4e00-\u9fffa-zA-Z]网|通讯社|电视台|广播电台|卫视|客户端|新华社|传媒|在线)$"
)
_ROLE_ONLY = re.compile(
    r"(?:记者|作者|编辑|通讯员|评论员|特派员|撰稿人|研究员|主编|实习生|教授|院长|主任|会长|董事长|博士|学者|律师|大学|学院|研究院|本刊|本报)$|^(?:系|为|均|分别)"
)
_BETWEEN_NAMES = re.compile(r"\s*[;；、|]\s*|,\s(?=[A-ZÀ-Þ])|\s+(?:and|und|et|y|e|og|och|ja|en)\s+(?=\w)")
_BY = re.compile(r"^(?:by|von|par|por|di)\s+", re.I)
# Anna Keller (ake), Ben Reed for yunting.example: how a newsroom signs, and for whom.
_SIGN_OFF = re.compile(r"\s+(?:\([\w.]{2,5}\)|for\s+\S+\.\w{2,7})$", re.I)
_SITE = re.compile(r"[\w-]+(?:\.[\w-]+)*\.[a-z]{2,8}")
_ORIGINAL = re.compile(
    r"(?:来源|來源)[:：]\s?本[站网]原创|本文[为系].{0,16}原创(?:文章|稿件|作品)?|^(?:首发|独家原创)$"
)
_LABEL = re.compile(r"原创|原創|转载|轉載|首发")  # one of which every label holds
_PIECES = re.compile(rf"[{SEAM}\s　|｜]+")
_BRACKETED = re.compile(r"[\[【(（].*$")
# 记者 甲 编辑 乙 校对 丙: who comes after another role has not written it.
_OTHER_ROLE = re.compile(r"(?:责任)?编辑|责编|校对|摄影|制图|设计|统筹|监制|审核|剪辑|美编|视频|排版|值班")
_HAN = re.compile(r"[\u4e00-\u9fff]")


def seamed(line: Line) -> str:
    """A line's text with a seam wherever link or names change, and between spans that stand side by side."""
    if len(line.runs) < 2:
        return line.text
    pieces: list[str] = []
    before: Run | None = None
    for run in line.runs:
        if before is not None and (
            run.href != before.href
            or run.names != before.names
            or (run.place and before.place and run.place != before.place)
        ):
            pieces.append(SEAM)
        pieces.append(run.text)
        before = run
    return "".join(pieces).replace("\n", " ")


# The words of the tables above that Taiwan and Hong Kong write otherwise hold one of these.
_TRADITIONAL = re.compile("[記編責輯報導來譯攝採訪綜圖轉載處審監製發資訊稱實習評論員]")


def credit_of(text: str) -> str | None:
    """The outlet that a line credits."""
    if _TRADITIONAL.search(text):
        found = _credit_of(fold(text))
        return _as_written((found,), text)[0] if found else None
    return _credit_of(text)


def _credit_of(text: str) -> str | None:
    for match in _CREDIT.finditer(text):
        name = match["name"].strip(" 　-—_·'\"“”《》")
        if "《" in name and text[match.end("name") :].startswith("》"):  # 云州网-《云州日报》
            name += "》"
        if len(name) > 1 and not _NOBODY.match(name) and name not in ("网络", "互联网", "本站原创", "本站"):
            return name
    return None


def _as_written(names: Sequence[str], text: str) -> tuple[str, ...]:
    """Names found in a folded text, as the text writes them."""
    folded = fold(text)
    places = [folded.find(name) for name in names]
    return tuple(
        text[place : place + len(name)] if place >= 0 else name for name, place in zip(names, places, strict=True)
    )


def authors_of(text: str, outlets: Directory) -> tuple[str, ...]:
    """The people that a short line names as writing it: 作者：, 文/, 记者 …"""
    if _TRADITIONAL.search(text):
        return _as_written(_authors_of(fold(text), outlets), text)
    return _authors_of(text, outlets)


def _authors_of(text: str, outlets: Directory) -> tuple[str, ...]:
    found: list[str] = []
    for match in _AUTHOR.finditer(text):
        found.extend(
            name
            for name in people(match["names"], is_named=True)
            if outlets.by_name(name) is None and not _OUTLET_PLAIN.search(name)
        )
    if not found and _ROLES.search(text):
        for match in _REPORTER.finditer(text):
            found.extend(name for name in people(match["names"]) if is_person(name))
    if not found and (signed := _REPORTS.fullmatch(text.strip())):
        found.extend(name for name in people(signed["names"]) if is_person(name))
    return tuple(dict.fromkeys(found))


def dateline_authors(text: str) -> tuple[str, ...]:
    """The reporters in brackets at the head of the text: 本报讯（记者 李晓明）."""
    start = text[:160]
    if _TRADITIONAL.search(start):
        return _as_written(_dateline_authors(fold(start)), start)
    return _dateline_authors(start)


def _dateline_authors(text: str) -> tuple[str, ...]:
    match = _DATELINE.match(text)
    if not match:
        return ()
    found = [
        name for one in _REPORTER.finditer(match["inside"] + " ") for name in people(one["names"]) if is_person(name)
    ]
    return tuple(dict.fromkeys(found))


def signed_authors(text: str) -> tuple[str, ...]:
    """The people in brackets at the very end of the text: …举行。（李晓明）"""
    match = _SIGNED.search(text[-60:])
    if not match:
        return ()
    return tuple(name for name in people(match["names"]) if is_person(name))


def editors_of(text: str) -> tuple[str, ...]:
    """The people that a line names as editing it."""
    if _TRADITIONAL.search(text):
        return _as_written(_editors_of(fold(text)), text)
    return _editors_of(text)


def _editors_of(text: str) -> tuple[str, ...]:
    names = (
        name
        for match in _EDITORS.finditer(text)
        for name in people(_EDITOR_WORD.sub("", match["names"]), is_named=True)
    )
    return tuple(dict.fromkeys(names))


def people(names: str, *, is_named: bool = False) -> list[str]:
    """The names in a list of names, without roles and staff numbers, up to the first thing that is none.

    `is_named`: the line says outright that these are names, so pen names and teams count, too.
    """
    kept: list[str] = []
    for piece in _SEPARATOR.split(names.strip(f" 　{SEAM}")):
        name = _LEAD.sub("", _CODE.sub("", piece)).strip(" 　:：/[]【】（）()“”\"'")
        name = _TRAIL.sub("", name).strip()
        if kept and _OTHER_ROLE.match(name):
            break
        if not name or _NOBODY.search(name) or _ROLE_ONLY.search(name):
            continue
        if not (2 <= len(name) <= (14 if is_named else 12)):
            break
        kept.append(name)
    if not _HAN.search(names) and len(kept) > 1 and len(names) < 40 and not re.search(r"[,，、/&;；]|\band\b", names):
        return [" ".join(names.split())]
    return kept


def is_person(name: str) -> bool:
    """Whether it is built as the name of a person: a surname and one or two characters, or a foreign name with a dot."""
    if "·" in name or "•" in name or "・" in name:
        return True
    if name.startswith(DOUBLE_SURNAMES) and 3 <= len(name) <= 4:
        return True
    is_built_so = 2 <= len(name) <= 3 and name[0] in SURNAMES
    return is_built_so and not _OUTLET_END.search(name) and not _NOBODY.search(name)


def is_outlet(name: str, outlets: Directory) -> bool:
    """Whether it is the name of an outlet, known or by its make."""
    return outlets.by_name(name) is not None or bool(len(name) > 3 and _OUTLET_END.search(name))


def bare(lines: Sequence[str], outlets: Directory) -> Iterator[tuple[str, str]]:
    """Names that stand beside the time with no word before them: 原创 甲乙日报 2019-09-09 16:01, 李晓明/甲乙日报.

    Gives ("author" | "credit" | "name", name); a name is one that may be either.
    """
    for line in lines:
        rest = without_times(line)
        if match := _SLASH.match(rest.strip(f" 　{SEAM}")):
            yield from (("author", name) for name in people(match["person"]) if is_person(name))
            yield "credit", match["outlet"]
            continue
        for piece in _PIECES.split(rest):
            name = _BRACKETED.sub("", piece).strip(" 　·,，-—/／:：《》")
            if piece.startswith("——"):  # ——两个昼夜: the second line of a headline
                continue
            if (
                not 2 <= len(name) <= 16
                or _NOBODY.search(name)
                or (_FURNITURE.search(name) and outlets.by_name(name) is None)
            ):
                continue
            elif is_outlet(name, outlets):
                yield "credit", name
            elif is_person(name):
                yield "author", name
            else:
                yield "name", name


def label_in(lines: Iterable[str]) -> tuple[bool, str] | None:
    """Whether the lines call the article original or a reprint: 原创 as a piece of its own, 来源：本站原创, 本文为…原创."""
    for line in lines:
        if not _LABEL.search(line):
            continue
        for piece in _PIECES.split(line):
            if piece in ("原创", "原創", "转载", "轉載"):
                return piece in ("原创", "原創"), piece
        if match := _ORIGINAL.search(line):
            return True, match.group()
    return None


def named_people(values: Iterable[object], outlets: Directory) -> tuple[str, ...]:
    """The people among the authors that metadata names (JSON-LD, meta): no outlet, no address."""
    found: list[str] = []
    for value in values:
        for name in _metadata_names(value):
            pieces = _BETWEEN_NAMES.split(" ".join(name.split()))
            if _SITE.fullmatch(pieces[0].strip()):  # yunting.example, Yunting, Freedonia: a newsroom and where it is
                continue
            for one in pieces:
                plain = _BY.sub("", one.strip()).strip(" ,")
                plain = _SIGN_OFF.sub("", plain)
                if 2 <= len(plain) <= 60 and not _NOBODY.search(plain) and not is_outlet(plain, outlets):
                    found.append(plain)
    return tuple(dict.fromkeys(found))


def _metadata_names(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        for one in value[:20]:
            yield from _metadata_names(one)
    elif isinstance(value, dict) and not is_organization(value):
        yield from _metadata_names(value.get("name"))


def is_organization(thing: dict[str, object]) -> bool:
    """Whether JSON-LD says that it is an organization; some say so of people, too, who are people then."""
    kinds = str(thing.get("@type"))
    return "Organization" in kinds and "Person" not in kinds
