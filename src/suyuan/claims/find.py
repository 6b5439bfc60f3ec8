"""The passages of an article that assert something that can vary or be contested."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator

from suyuan.claims import slots, stance
from suyuan.claims.slots import READ
from suyuan.records import BODY, Article, Assertion, Hedge, Span, Statement, Timex, digest, where_written
from suyuan.text import sentences
from suyuan.text.hours import names_no_day

SHORT = 6  # letters: less is no proposition (属实, 没有)
LONG = 26  # letters: a longer sentence is read clause by clause
CLAUSE = 10  # letters: a shorter clause leans on the one before it

HAN = 4  # Chinese characters: less is a code, a table cell or a link
_HAN = re.compile(r"[㐀-鿿]")
# What pages print around an article.
_BOILERPLATE = re.compile(
    r"责任编辑|发布时间|稿件来源|著作权|版权|转载请|未经授权|微信id|公众号id|原标题|扫描二维码|点击查看|下载客户端|相关阅读|推荐阅读|》》》|>>>|新闻热线|举报电话"
    r"|⏱|^\[视频\]|点此|领券|无门槛红包|直达链接|下单(?:立减|直达)|券后"  # what a page wants to sell
)
_WORDS = re.compile(r"[\W_]+")
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_COMMA = re.compile(r"[，,；;]")
# 澜海社栖川6月6日电（记者 邬思远）: every report opens so, and none asserts it.
_DATELINE = re.compile(
    r"[^\n，,。；]{0,24}?\d{1,2}[日号](?:[上下]午|凌晨|[早晚]间?)?(?:专?电|讯)\s*(?:[（(【\[][^）)】\]\n]{0,40}[）)】\]])?[\s：:]*"
)
# What there is talk of, or when and under what it was, and no more: 针对网络传言，; 在与芬兰总理会晤时，.
_LEADS = re.compile(
    r"\s*(?:针对|对于|关于)[^。！？]*[，,；;]\s*$"
    r"|[^。！？\n]*(?:(?<![及实准按定临顿小])时|期间|之际|之后|以来|之前|情况下|基础上|背景下|过程中|框架[内下]|前提下|同时|的|(?:在|自|从)[^，,；;。]{2,24}[上下中内里前后起来])[，,；;]\s*$"
    # 柘浦渡船碰撞事故中，; 收治的22名获救者中，; 董某为规避抓拍，: where it was, of whom, and what for.
    r"|[^。！？\n，,]*(?:事故|事件|案件|一案|活动|会议|比赛|大会|发布会|谈判|(?:人员|[者员客众]))中[，,]\s*$"
    r"|[^。！？\n，,]{0,12}为(?:了|规避|避免|防止|逃避|躲避|掩盖|确保|保障|配合|争取)[^。！？\n，,]{2,24}[，,]\s*$"
)
# What only goes on with the clause before: 包括…在内的所有权利.
_GOES_ON = re.compile(r"(?:包括|比如|例如|譬如|诸如|以及|尤其是?|特别是|甚至|乃至|或者?|和|与|及)")
# A newspaper of its own article: 本报6月3日刊发《…》一文.
_OWN = re.compile(r"^[^。，,]{0,6}本(?:报|网|台|刊|站)[^。，,]{0,16}(?:报道|刊发|刊登|发布|播出)[^。，,]{0,6}《")
_WHEN = re.compile(
    r"(?:当地|北京)时间|\d{4}年|\d{1,2}[月日号]|[上下中]午|凌晨|清晨|傍晚|[早晚]上|晚间?|今[天日]|昨[天日]|当[天日]"
)
_FIGURE = re.compile(r"\d")
_TITLE = re.compile(r"《[^》\n]{0,60}》")
_ESTABLISHED = re.compile(r"经[^，,。；\n]{0,8}(?:核实|核查|查明|查证|查实|认定|鉴定)")


def find(article: Article, statements: tuple[Statement, ...], timexes: tuple[Timex, ...]) -> tuple[Assertion, ...]:
    """The passages of an article that assert something that can vary or be contested."""
    text = slots.folded(article.text)
    said = [
        (span, statement)
        for statement in statements
        for part in statement.content
        for span in _propositions(text, part.start, part.end)
    ]
    covered = _merged((span.start, span.end) for span, _ in said)
    told = [
        (span, None)
        for start, end in _body(article)
        for span in (*_propositions(text, start, end), *_tails(text, start, end, covered))
        if not _inside(span, covered) and _varies(text[span.start : span.end])
    ]
    found: dict[str, Assertion] = {}
    days = _days(article, timexes)
    for span, statement in [*said, *told]:
        assertion = _assertion(article, text, span, statement, days)
        found.setdefault(assertion.id, assertion)
    return tuple(sorted(found.values(), key=lambda one: (one.start, one.end, one.id)))


def passages(
    article: Article, spans: Iterable[Span], statements: tuple[Statement, ...], timexes: tuple[Timex, ...]
) -> tuple[Assertion, ...]:
    """Exactly these passages as assertions, each with the statement whose content it overlaps most."""
    text = slots.folded(article.text)
    days = _days(article, timexes)
    found = [_assertion(article, text, span, _nearest(span, statements), days) for span in spans]
    return tuple({one.id: one for one in found}.values())


def _body(article: Article) -> list[tuple[int, int]]:
    if not article.blocks:
        return [(0, len(article.text))]
    return [(block.start, block.end) for block in article.blocks if block.kind in BODY]


def _propositions(text: str, start: int, end: int) -> list[Span]:
    """The sentences of a stretch, long ones clause by clause, without what is too short to assert anything."""
    spans: list[Span] = []
    for begin, stop in sentences(text, start, end):
        begin = _opened(text, begin, stop)
        parts = [(begin, stop)] if _letters(text[begin:stop]) <= LONG else _clauses(text, begin, stop)
        spans.extend(Span(start=a, end=b) for a, b in parts if _is_proposition(text[a:b]))
    return spans


def _tails(text: str, start: int, end: int, covered: list[tuple[int, int]]) -> Iterator[Span]:
    """What a sentence still tells behind the last that somebody says in it: …，学校予以否认."""
    for _, stop in sentences(text, start, end):
        place = bisect_left(covered, (stop, 0))
        said = covered[place - 1][1] if place else end
        if said < stop and text[said : said + 1] in "，,；;" and _letters(text[said:stop]) < CLAUSE:
            tail = Span(start=said + 1, end=_trimmed(text, said + 1, stop))
            if _is_proposition(text[tail.start : tail.end]):
                yield tail


def _opened(text: str, start: int, end: int) -> int:
    """Where a sentence begins behind the dateline."""
    found = _DATELINE.match(text, start, end)
    return found.end() if found else start


def _letters(passage: str) -> int:
    return len(_WORDS.sub("", passage))


def _is_proposition(passage: str) -> bool:
    return (
        len(passage) <= READ
        and _letters(passage) >= SHORT
        and len(_HAN.findall(passage)) >= HAN
        and not _BOILERPLATE.search(passage)
        and not _OWN.search(passage)
        and not _is_bare(_TITLE.sub("", passage))
    )


def _is_bare(clause: str) -> bool:
    """A day alone; an hour answers a question."""
    rest = _WHEN.sub("", clause)
    return len(_HAN.findall(rest)) < HAN and _FIGURE.search(rest) is None


def _clauses(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """A sentence cut at its commas; a clause too short to stand alone goes with the next."""
    cuts = [match.end() for match in _COMMA.finditer(text, start, end)]
    parts: list[tuple[int, int]] = []
    begin = last = start
    count = 0
    for cut in [*cuts, end]:
        count += _letters(text[last:cut])
        last = cut
        if (count >= CLAUSE and not _LEADS.match(text, begin, cut)) or (cut == end and not parts):
            if parts and _GOES_ON.match(text, begin, cut):
                parts[-1] = (parts[-1][0], cut)
            else:
                parts.append((begin, cut))
            begin, count = cut, 0
    if begin < end and parts:
        parts[-1] = (parts[-1][0], end)
    return [(a, _trimmed(text, a, b)) for a, b in parts if a < b]


def _trimmed(text: str, start: int, end: int) -> int:
    while end > start and text[end - 1] in "，,；;。 ":
        end -= 1
    return end


def _varies(passage: str) -> bool:
    """Whether narration says something that others may put otherwise: a number, a fate, a measure, a cause, a denial."""
    named = slots.concepts(passage)
    of = slots.slot_of()
    return (
        any(name in of for name, _, _ in named)
        or any(one.kind not in slots.IDLE for one in slots.quantities(passage, named))
        or bool(slots.models(passage))
        or _ESTABLISHED.search(passage) is not None
    )


def _assertion(article: Article, text: str, span: Span, statement: Statement | None, days: Days) -> Assertion:
    passage = text[span.start : min(span.end, span.start + READ)]
    named = slots.concepts(passage)
    counted = [one for one in slots.quantities(passage, named) if one.kind != "日"]
    of = slots.slot_of()
    answers = [name for name, _, _ in named if name in of]
    main = max(counted, key=lambda one: (_RANK.get(one.kind, 0), -one.start), default=None)
    slot = main.kind if main else of[answers[0]] if answers else "说法"
    denied = stance.refuses(passage) or (statement is not None and statement.hedge == Hedge.DENIED)
    return Assertion(
        id=digest("assertion", article.id, span.start, span.end),
        article=article.id,
        start=span.start,
        end=span.end,
        statement=statement.id if statement else None,
        slot="真伪" if denied and main is None else slot,
        subject=(statement.speaker,) if statement and statement.speaker else (),
        value=passage[main.start : main.end] if main else answers[0] if answers else None,
        number=main.value if main else None,
        unit=main.kind if main else None,
        as_of=_as_of(article, span, days),
        polarity=not denied,
    )


# Of several quantities the one that the passage is told for.
_RANK = {"死亡人数": 6, "失联人数": 5, "受伤人数": 4, "被困人数": 3, "获救人数": 2, "时刻": 1}
Days = list[tuple[int, str]]


def _days(article: Article, timexes: tuple[Timex, ...]) -> Days:
    """Where days (or times of day) are named, in order; nothing holds as of a day to come, or of any night."""
    days = sorted(
        (one.end, _until(one.value))
        for one in timexes
        if _DAY.match(one.value) and not names_no_day(article.text[one.start : one.end])
    )
    last = _published_on(article)
    return [(end, day) for end, day in days if last is None or day[: len(last)] <= last]


def _until(value: str) -> str:
    """A day or an hour; of a span of days (2031-06-20/2031-06-22) the last one, by which it holds."""
    return value.split("/")[-1][:16]


def _as_of(article: Article, span: Span, days: Days) -> str | None:
    """The last day named up to the passage, else the day of publication."""
    place = bisect_left(days, (span.end + 1, ""))
    stated = article.text.find("截至", span.start, span.end)
    if stated >= 0 and (since := bisect_left(days, (stated + 1, ""))) < place:
        return days[since][1]  # 截至5日零时，“6·2”事故…: it says itself as of when
    line = article.text.rfind("\n", 0, span.start) + 1
    if place and days[place - 1][0] > line:
        return days[place - 1][1]
    return _published_on(article) or (days[place - 1][1] if place else None)


def _published_on(article: Article) -> str | None:
    """The day of publication, where it was written."""
    return where_written(article, article.published).date().isoformat() if article.published else None


def _nearest(span: Span, statements: tuple[Statement, ...]) -> Statement | None:
    def overlap(statement: Statement) -> int:
        return sum(max(0, min(span.end, part.end) - max(span.start, part.start)) for part in statement.content)

    best = max(statements, key=lambda one: (overlap(one), -(one.end - one.start), one.id), default=None)
    return best if best is not None and 2 * overlap(best) >= span.end - span.start else None


def _merged(spans: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    out: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if out and start <= out[-1][1]:
            out[-1] = (out[-1][0], max(end, out[-1][1]))
        else:
            out.append((start, end))
    return out


def _inside(span: Span, covered: list[tuple[int, int]]) -> bool:
    """Whether more than half of a span is covered by the spans, which are in order and do not overlap."""
    place = bisect_left(covered, (span.start, 0))
    near = covered[max(0, place - 1) : bisect_left(covered, (span.end, 0))]
    return 2 * sum(max(0, min(span.end, end) - max(span.start, start)) for start, end in near) > span.end - span.start
