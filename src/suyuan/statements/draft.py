"""Which cues of a line report something: a cue with somebody who can speak, in a place where it can report."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import islice, pairwise

import rjieba

from suyuan.statements import cues, detect, speakers
from suyuan.statements.chain import Frame, Held
from suyuan.statements.cues import Form, Hit, Stance
from suyuan.statements.names import BODY_TAIL, PAPER, POINTING, PROPER_NOUNS, TIME, outlet_in
from suyuan.statements.speakers import Clause, Sort, Subject
from suyuan.statements.zones import Line, Reading


@dataclass(slots=True)
class Draft:
    """A statement in the making."""

    hit: Hit
    clause: Clause
    subject: Subject | None
    sentence: tuple[int, int]
    head: int  # where its words of attribution start
    first: int  # where its sentence starts, past a dateline
    is_dropped: bool = False
    is_answer: bool = False  # in an interview: a label says who speaks, and here perhaps only that it is the answer
    frame: Frame | None = None
    parts: list[tuple[int, int]] = field(default_factory=list)


MOST_IN_LINE = 200  # statements of one paragraph, so that no rule looks at more neighbours than that
_MOST = 24  # cues looked at in one sentence; no sentence of news has half as many
_CORE = frozenset({Stance.SAY, Stance.TELL, Stance.DENY, Stance.ADMIT, Stance.THINK})
_WEAK = frozenset({Stance.WISH, Stance.ORDER, Stance.GUESS, Stance.ASK, Stance.FIND, Stance.SHOW, Stance.WITNESS})
_JOINED = re.compile(
    r"(?:并且?|而是|反而|还|也|同时|且|而且|又|另外|此外|之后|随后|最后|再次|则|进而|并在.{1,12}|更|，|\s)+"
)
_LATIN = re.compile(r"[A-Z][A-Za-z0-9 .&'-]{1,30}")
_BEFORE = 200  # characters in which the sentence before is looked at
_QUOTING = frozenset({"称", "说", "表示"})
_TOGETHER = re.compile(r"共同|联合|一道|携手")
_PEOPLE = frozenset({Sort.PERSON, Sort.ROLE, Sort.PRONOUN})
_ALL = re.compile(r"大家|各方|人们|所有人|谁|众人|每个人|我们")
# 俱乐部发布公告，要求联赛道歉: who puts something out asks, orders and promises in it.
_URGING = frozenset({Stance.WISH, Stance.ORDER, Stance.SAY, Stance.GUESS})
_ANNOUNCES = re.compile(
    r"发布|发表|发文|发声|发帖|发微博|发推|颁布|印发|下发|出台|提交|致信|致函|上传|留言|回应|采访|起诉|控告|撰文|刊文|表态|发言|致辞|讲话|谴责|批评|表达|发[出来](?![生现])|联名|请愿|抗议"
)
_PLANNED = frozenset("宣布 公布 通报 介绍 回应 承诺 提出 提议 决定 披露".split())
_PLAN = re.compile(r"(?:或?将|即将|计划|准备|打算|拟)(?:于|在|向|对|会)")
_PAPERS_OUT = tuple(f"{paper}，" for paper in "公告 通知 通报 通告 声明 文件 决定 公开信".split())
_LATEST = re.compile(r"(?:根?据|按照)(?:最新|可靠|上述|现场|多方)+的?")  # 据最新消息，…
_STRESSED = frozenset("强调 主张 建议 要求 期待".split())
_MANY = re.compile(r"[人众员者民户家们派]$")
_SPREAD = re.compile(
    r"(?:网上|网络|坊间|此前|最新|早前|有关|相关|市场|外界|流传|传出|传来|曝光)[^，。；]{0,6}的$"
)  # 网上传出的消息称
# 远山党重掌政权，曾承诺尊重女性: a second verb that takes a clause.
_PROMISED = frozenset("承诺 保证 主张 担心 怀疑 质疑".split())
_ONCE = re.compile(r"(?:[曾还也并又]|并且|同时)+")
_SELF = re.compile(r"我|自己|咱|你|大家|公司$|其$|他们$|她们$|本公司|双方$")
_ACTED = frozenset(
    {
        "承诺",
        "保证",
        "投诉",
        "交代",
        "确认",
        "证实",
        "公布",
        "披露",
        "通报",
        "警告",
        "提醒",
        "公告",
        "声明",
        "反映",
        "质疑",
        "分析",
        "评论",
        "主张",
        "担心",
        "怀疑",
        "认定",
        "介绍",
        "回应",
        "回复",
        "答复",
        "解释",
        "回忆",
        "描述",
        "喊话",
    }
)
_TIPS = frozenset({"爆料", "报料"})
_SPEAKING_NOUNS = _TIPS | {"声明", "公告", "通报", "报告", "分析", "评论", "统计"}
_DATABASE = re.compile(r"(?:天眼查|企查查|爱企查|启信宝|Wind|同花顺|东方财富)(?:App|APP|app)?")
_THERE_IS = re.compile(rf"(?:[也又还另更但]|因此|不过|对此|就此|其中|网上|网络上|坊间|{TIME}|，|\s)*有")  # 有分析认为
_ADJUNCT = re.compile(
    r".{0,8}?(?:(?:在|于|当|与|和|同|就|面对|针对|谈及?到?|回应|接受|出席|通过|据|援引|随).*(?:时|后|中|上|里|际|间|会|下|话|文|博|采访|问题|一事|客户端|公众号|平台|账号|软件|直播间|渠道)|(?:对|向|就|致信|致函|回应|答复|告诉).{1,20}|(?:发表|发布|发|撰|刊|留下|写下|递交|提交|出示|晒出|贴出|召开|举行|作出|做出|表态).{1,20}|受访时?|代表[^，。；]{2,14}|[^，的]{1,10}地)"
)
_OWN_DATELINE = re.compile(r"本[报台刊网社][\u4e00-\u9fff]{0,8}\d{1,2}月\d{1,2}日(?:专?电|讯)\s*")
_WRITERS = re.compile(r"（[^）\n]{0,20}(?:记者|通讯员)[^）\n]{0,60}）\s*")
_TAGGED = re.compile(r"【[^】\n]{2,12}】\s*|[】）\]]\s*")  # 【拾光网】 before a lead is no part of its first clause
# 产前告知手续完善: without a hearer and a mark after him, nobody is told.
_TOLD = re.compile(r"(?![要会将已正没不])[^，。；：、“\n]{1,20}[，：“]")
# What reports only in a clause that opens with 据 or 经.
_SOURCED = cues.PAPERS | {"统计", "测算", "诊断", "鉴定", "检测"}
_TOLD_ABOUT = re.compile(r"[^，。；：“\n]{1,20}。")
_SUPPOSED = re.compile(r"(?:但|而|不过)?(?:如果|假如|倘若|若(?!干)|一旦|要是|万一|除非)")  # 如果白宫下令，…
_LAW = re.compile(r"(?:《[^》]{2,40}》|宪法|[刑民]法典?|条例|办法)(?:第[^，。]{1,10}[条款])?(?:明确|明文|还|也|则)*$")
_SEEN = re.compile(r"记者|目击|笔者|网友|现场|本报|小编")
_FOUND = re.compile(
    r"网友|有人|测试|家属|律师|车主|记者|警方|民警|调查|检查|笔者|研究|审计|查询|梳理|核查|检测|督察|巡视|专家|团队|科学家|办案|审理|评估|监测|走访"
)


def drafts(reading: Reading, line: Line, held: Held, spoke: dict[str, str]) -> list[Draft]:
    """The drafts of one line, in order. `spoke` keeps who spoke so far with an office, name → office."""
    found: list[Draft] = []
    for before, (start, end) in pairwise(((line.start, line.start), *line.sentences)):
        if len(found) >= MOST_IN_LINE:
            break
        first = next((one.end for one in held.frames if one.how == "电头" and one.start == start), start)
        for lead in (_OWN_DATELINE, _TAGGED, _WRITERS):
            if tag := lead.match(reading.plain, first, end):
                first = tag.end()
        same: list[Draft] = []
        for hit in islice(detect.find(reading, start, end), _MOST):
            frame = next((one for one in held.frames if one.cue[0] <= hit.start < one.cue[1]), None)
            if (frame and frame.how == "电头") or hit.start < first:
                continue
            if (
                same
                and same[-1].hit.cue.stance is Stance.TELL
                and hit.cue.word in ("说", "称")
                and hit.start - same[-1].hit.end < 16
                and "，" not in reading.plain[same[-1].hit.end : hit.start]
            ):
                # 告诉记者说: one cue, not two.
                continue
            # 女子称丈夫威胁说: the clause of the second cue begins behind the first; 林远提到此事时说 is one clause.
            is_nested = bool(same) and same[-1].hit.cue.word in _QUOTING and not same[-1].hit.mark
            clause = speakers.clause(reading, hit, same[-1].hit.after if is_nested else first)
            known = speakers.known(reading, clause.start, hit.start, spoke)
            subject = known if known and known.name in spoke else clause.subject or known
            subject = _in_apposition(reading, subject, clause, first) or subject
            draft = Draft(hit, clause, subject, (start, end), clause.head, first, frame=frame)
            if _holds(reading, draft, found[-1] if found else None, same):
                begin = max(first, min(draft.head, draft.clause.head))
                if not draft.clause.addressee and (who := speakers.interviewer(reading.plain, begin, hit.start)):
                    draft.clause = replace(draft.clause, addressee=who)
                same.append(draft)
                found.append(draft)
                if draft.subject and draft.subject.sort is Sort.PERSON and draft.subject.role:
                    spoke[draft.subject.name] = draft.subject.role
        colon = None if same else detect.bare(reading, first, end)
        if colon and (acted := _acted(reading, colon, (start, end), first)):
            found.append(acted)
        elif not same and (sourced := _sourced(reading, (start, end), first)):
            found.append(sourced)
        elif not same and start > line.start and (spoken := _spoken(reading, before, (start, end), first, found)):
            found.append(spoken)
    return sorted((*found, *_left_over(reading, line, found)), key=lambda one: one.hit.start)


def _in_apposition(reading: Reading, subject: Subject | None, clause: Clause, first: int) -> Subject | None:
    """安东·贝尔金，远山公司的创始人兼 CEO（说）: a name alone, and behind its comma what he is."""
    if subject is None or subject.sort is not Sort.ROLE or not first < subject.start == clause.start:
        return None
    named = speakers.classified(reading.plain, first, clause.start - 1)
    if named is None or named.sort is not Sort.PERSON or named.role or named.end != clause.start - 1:
        return None
    return replace(named, role=subject.name)


def _spoken(
    reading: Reading, before: tuple[int, int], sentence: tuple[int, int], first: int, found: list[Draft]
) -> Draft | None:
    """“最难的是没场地。”何青只能周末去外面练: a sentence is speech, and who does something right behind it spoke."""
    begin, end = before
    quote = reading.quote_starting_at(begin)
    if quote is None or quote[1] != end or (found and found[-1].sentence[1] >= begin):
        return None
    asked = _ASKED.search(reading.plain, max(0, begin - _BEFORE), begin)
    if asked and "\n" not in asked.group():
        subject = speakers.told_of(reading, asked.start("who"), begin)  # 一名家属拦住林远，问…。“…”林远…
    else:
        subject = speakers.told_of(reading, first, sentence[1])
    if subject is None or not (asked or _spoke(reading, subject, quote, first)):
        return None
    return _bare_speech(subject, before)


def _bare_speech(subject: Subject, sentence: tuple[int, int]) -> Draft:
    """A quotation that is a sentence of its own, and whose it is."""
    start = sentence[0]
    hit = Hit(start, start + 1, cues.BARE, start, "：")
    return Draft(hit, Clause(start, start, subject), subject, sentence, start, start)


def _left_over(reading: Reading, line: Line, found: list[Draft]) -> Iterator[Draft]:
    """何青拔了电源。“别的我不懂，电我懂。”: a sentence is speech, nobody is named for it, and who acts in the one before spoke."""
    for (before, stop), (start, end) in pairwise(line.sentences):
        quote = reading.quote_starting_at(start)
        if quote is None or quote[1] != end or not detect.is_speech(reading, quote):
            continue
        if "我" not in reading.plain[start:end] or any(before <= one.sentence[0] <= end + 1 for one in found):
            continue
        subject = speakers.told_of(reading, before, stop)
        if subject is None or subject.name in reading.plain[start:end] or _SOME_OF_THEM.match(subject.role or ""):
            continue
        if subject.sort is Sort.PERSON or (subject.sort is Sort.PRONOUN and subject.name in ("他", "她")):
            yield _bare_speech(subject, (start, end))


_SOME_OF_THEM = re.compile(r"许多|不少|很多|有的|一些|部分")


def _sourced(reading: Reading, sentence: tuple[int, int], first: int) -> Draft | None:
    """据云州气象台，明天有暴雨: a body, an outlet or a document of somebody's opens the sentence, and nothing reports."""
    found = detect.by_source(reading, speakers.lead_off(reading, first, sentence[1]), sentence[1])
    if found is None:
        return None
    hit, span, is_told = found
    subject = speakers.classified(reading.plain, *span)
    if subject is None:
        return None
    if pointed := _POINTED_PAPER.fullmatch(subject.name):
        is_one = _was_put_out(reading, pointed["kind"], first)
    elif is_told:
        is_one = subject.sort is not Sort.PRONOUN and (subject.sort is not Sort.PAPER or bool(subject.role))
    else:
        is_one = subject.sort is not Sort.PRONOUN and _is_source(subject)
    if not is_one:
        return None
    return Draft(hit, Clause(hit.start, first, subject, is_sourced=True), subject, sentence, first, first)


def _spoke(reading: Reading, subject: Subject, quote: tuple[int, int], first: int) -> bool:
    """Whether somebody who acts behind a quotation said it: 林远 who stands at once, or anybody where it is plainly speech."""
    words = reading.plain[slice(*quote)]
    first = speakers.looked(reading.plain, first, subject.start)
    if subject.sort in _PEOPLE and _TELLS_IT.search(reading.plain, subject.end, subject.end + _BACK // 20):
        return True
    is_next = subject.sort is Sort.PERSON and subject.start - first <= _AT_ONCE
    if is_next and len(words) >= _WHOLE and words[-2] in "。！？…":
        return True
    is_he = subject.sort is Sort.PRONOUN and subject.name in ("他", "她")
    return detect.is_speech(reading, quote) and (subject.sort is Sort.PERSON or (is_he and "我" in words))


_ASKED = re.compile(
    r"(?<![^。！？\n])(?P<who>[^。！？\n：“”]{2,60})，(?:又|便|就|只|还)?(?:问(?![题责世])|求|恳求|央求)[^。！？：“”]{2,40}。$"
)
_TELLS_IT = re.compile(
    r"(?:分享|公布|宣布|通报|透露|披露|道出|讲述|描述|介绍|总结|概括)了?(?:这|该|上述|自己|其|当时)"
)  # “…”林远分享了这一好消息。
_AT_ONCE, _WHOLE = 8, 9  # characters before who acts (家住附近的), and of a quotation that is a sentence
_POINTED_PAPER = re.compile(r"(?:这份|该份?|此份|上述)?(?P<kind>公报|报告|声明|通报|公告|白皮书|纪要|判决书|起诉书)")
_BACK = 600  # characters in which a document was put out that is pointed to


def _was_put_out(reading: Reading, kind: str, before: int) -> bool:
    """根据这份公报，…: whether it is told before that there is one."""
    put_out = re.compile(rf"(?:发布|发表|公布|披露|出台|印发|提交)[^。\n]{{0,60}}{kind}|{kind}[说称]")
    return put_out.search(reading.plain, max(0, before - _BACK), before) is not None


def _is_source(subject: Subject) -> bool:
    """A newsroom, a body by its ending, or a document that is somebody's: 根据规定，… is a ground."""
    if _DATABASE.match(subject.name) or speakers.LEAK.fullmatch(subject.name):
        return True
    if subject.sort is Sort.BODY:
        return BODY_TAIL.search(subject.name[-4:]) is not None or subject.name.endswith(("机器人", "气象台", "监测站"))
    return subject.sort is Sort.OUTLET or (
        subject.sort is Sort.PAPER and _FOUND_IN.search(subject.name) is not None and bool(subject.role)
    )


_FOUND_IN = re.compile(
    r"(?:报告|数据|统计|通报|公告|研究|调查|民调|财报|年报|声明|博文|帖子|报道|推文|微博|通稿|新闻稿)$"
)


# 受害者林女士的态度很坚决：“…”
_HIS_MANNER = re.compile(
    r"(?P<who>[^，。；：“”的]{2,16})的(?:态度|语气|声音|眼神|回答|理由|愿望|心愿|想法|感受|说法|话)[^，。；：“”]{0,8}$"
)


def _acted(reading: Reading, hit: Hit, sentence: tuple[int, int], first: int) -> Draft | None:
    """学生李萍手提宫灯，眼中光彩流动：“…”: a person in the sentence, and a colon before what he says."""
    clause = speakers.clause(reading, hit, first)
    subject, head = clause.subject, clause.head
    manner = _HIS_MANNER.match(reading.plain, clause.start, hit.start)
    if manner and not (subject and subject.sort in _PEOPLE and subject.end < manner.end("who")):
        subject = speakers.classified(reading.plain, *manner.span("who"))
    if subject is None or subject.sort not in _PEOPLE:
        subject, head = speakers.earlier(reading, clause.start, first) or (None, head)
    if subject is None or subject.sort not in _PEOPLE or (subject.sort is Sort.PRONOUN and subject.name not in "他她"):
        return None
    return Draft(hit, clause, subject, sentence, speakers.head(reading, head, first), first)


def _holds(reading: Reading, draft: Draft, last: Draft | None, same: list[Draft]) -> bool:
    """Whether a cue with this subject reports anything; fills in what the clause alone did not tell."""
    stance = draft.hit.cue.stance
    if stance is Stance.REPORT:
        return _reports(reading, draft)
    if stance is Stance.TELL and not _TOLD.match(reading.plain, draft.hit.end) and not _is_told_after(reading, draft):
        return False
    if stance is Stance.TELL and draft.clause.addressee in _MANKIND and _is_thing(draft.subject):
        return False  # 太阳能板告诉人们，光明已经到来
    if draft.hit.cue.word in LEARNED or _PROVED.search(reading.plain, draft.clause.start, draft.hit.start):
        return (not same or same[-1].hit.cue.stance is Stance.REPORT) and _learns(reading, draft)
    if stance is Stance.HEAR:
        return True
    if _SUPPOSED.match(reading.plain, draft.clause.start, draft.hit.start):
        return False
    subject = draft.subject
    if draft.hit.cue.word == "看来" or draft.hit.cue.word.startswith("的话"):
        if same and draft.clause.start <= same[-1].hit.after:
            return False  # 分析人士认为，在北方看来，…: how they see the North sees it
        is_he = subject is not None and subject.sort is Sort.PRONOUN and len(subject.name) < _POINTED
        return subject is not None and draft.clause.is_sourced and not is_he
    if stance is Stance.WITNESS:
        return (
            subject is not None
            and (not same or bool(draft.hit.mark))
            and bool(_SEEN.search(reading.plain[draft.clause.start : draft.hit.start]))
        )
    if draft.hit.cue.word == "发现":
        if reading.plain.startswith(("对", "在对"), draft.clause.start):
            return False  # 对门店进行检查发现…
        return subject is not None and bool(_FOUND.search(reading.plain[draft.clause.start : draft.hit.start]))
    if subject and draft.hit.cue.word in _PLANNED and _PLAN.search(reading.plain, subject.end, draft.hit.start):
        return False  # 林远将在3日的发布会上宣布…
    if draft.hit.cue.word == "决定" and (subject or not reading.plain.endswith(_PAPERS_OUT, 0, draft.clause.start)):
        return False  # 委员会决定停产: an act; in a notice it is what the notice says
    if draft.hit.cue.word in _SOURCED:
        return subject is not None and draft.clause.is_sourced
    if draft.hit.cue.word == "规定":
        # What stands in a law that nobody leans on: 根据条例规定，… is a ground.
        is_law = subject is not None and subject.sort is Sort.PAPER
        return (
            is_law
            and not same
            and not draft.clause.is_sourced
            and _LAW.search(reading.plain, draft.first, draft.hit.start) is not None
        )
    if draft.hit.cue.word == "暗示" and (subject is None or reading.plain.endswith("在", 0, draft.hit.start)):
        return False
    if _is_a_sign(reading, draft):
        return False
    if draft.hit.cue.word in _FORECAST and subject and not draft.hit.mark and _THIS_THING.match(subject.name):
        return False  # 该功能预计仅在北国上线
    if stance is Stance.SHOW:
        is_record = subject is not None and _DATABASE.fullmatch(subject.name) is not None
        is_leak = subject is not None and speakers.LEAK.fullmatch(subject.name) is not None
        if subject is None and draft.clause.start == draft.hit.start and (issuer := _shown_by(reading, draft)):
            draft.subject, draft.head = issuer, speakers.head(reading, issuer.start, draft.first)
            return not same
        return subject is not None and (subject.sort in (Sort.PAPER, Sort.OUTLET, Sort.PRONOUN) or is_record or is_leak)
    before = reading.plain[draft.clause.start : draft.hit.start]
    if subject is None and _is_noun(draft.hit) and (owned := _OWNED.fullmatch(before)):
        subject = draft.subject = speakers.classified(
            reading.plain, draft.clause.start, draft.clause.start + owned.end("who")
        )
    if (
        subject is None
        and (not before or _OF_LATE.fullmatch(before) or _THERE_IS.fullmatch(before))
        and _titles_itself(draft)
    ):
        return True
    if subject is None:
        return _has_dropped(reading, draft, last, same)
    if last is not None and not same and _is_his_side(draft, last):
        return False
    if draft.hit.cue.word in _DONE_IN_PASSING and _is_to_do(reading, draft):
        return False
    is_mood = stance in (Stance.WISH, Stance.GUESS) or draft.hit.cue.word in ("担忧", "担心")
    if is_mood and draft.hit.mark in ("", "，") and _ALL.fullmatch(subject.name):
        return False  # 大家都希望: a mood, and nobody's words
    if same and _is_inside(draft, same[-1]) and not _is_brought(draft, same[-1]):
        # 据远山网报道，林远呼吁停工: the outlet only brings what he says.
        is_brought = same[-1].hit.cue.stance is Stance.REPORT and subject.sort in (Sort.PERSON, Sort.ROLE)
        is_urged = stance in _WEAK and stance is not Stance.GUESS and not before.endswith("的")
        if not (is_brought and is_urged):
            return _stands_inside(draft, subject)
    if (
        draft.hit.cue.form is Form.MARK
        and draft.hit.end - draft.hit.start == len(draft.hit.cue.word)
        and subject.sort is Sort.BODY
    ):
        return draft.clause.is_sourced or _is_party(subject.name)
    if (
        draft.hit.cue.word in _FORECAST
        and not draft.hit.mark
        and subject.sort is Sort.BODY
        and not _can_expect(subject.name)
    ):
        return False
    if (
        draft.hit.cue.word in _FORECAST
        and not draft.hit.mark
        and _IS_TO.match(reading.plain, draft.hit.end)
        and (subject.sort in _PEOPLE or _IS_DUE.match(reading.plain, draft.hit.end))
    ):
        return False
    if (
        stance is Stance.THINK
        and not draft.hit.mark
        and _WONDERED.match(reading.plain, draft.hit.end, draft.sentence[1])
    ):
        return False
    if (
        draft.hit.cue.word in _STRESSED
        and not draft.hit.mark
        and subject.sort is Sort.BODY
        and not (_is_party(subject.name) or _MANY.search(subject.name) or subject.name.isascii())
    ):
        return False  # 中成药强调辨证论治: what is made so says nothing
    if stance in _WEAK and not draft.hit.mark and draft.hit.end - draft.hit.start == len(draft.hit.cue.word):
        return subject.sort is not Sort.BODY or len(subject.name) <= 10
    return True


_DONE_IN_PASSING = frozenset("研判 判断 评估 分析 总结 归纳 预测 预警 估算 核实".split())
_TO_DO = re.compile(r"[^，。；：]{0,8}?(?:要|应当?|必须|须)(?![求闻员点])")


def _is_to_do(reading: Reading, draft: Draft) -> bool:
    """要把握动态，精准科学研判，加强预防: what is to be done, in a list of such."""
    is_named = draft.subject is not None and any(
        tag in PROPER_NOUNS or tag == "eng" for _, tag in rjieba.tag(draft.subject.name, False)
    )
    return not is_named and _TO_DO.match(reading.plain, draft.first, draft.clause.start) is not None


_ISSUED_FIGURES = re.compile(
    r"(?:发布|公布|披露|公开)了?[^，。；：“”]{0,30}(?:数据|报告|财报|年报|半年报|季报|公告|业绩|成绩单|调查|研究)，$"
)


def _shown_by(reading: Reading, draft: Draft) -> Subject | None:
    """远山公司发布年度财务数据，显示…: who put out what shows it."""
    if reading.plain.startswith(("上述", "出"), draft.hit.end):
        return None
    act = _ISSUED_FIGURES.search(reading.plain, draft.first, draft.hit.start)
    subject = speakers.subject_of(reading, act.start()) if act else None
    return subject if subject and subject.sort in (Sort.BODY, Sort.OUTLET) else None


_STATE = 4  # characters of a state's name


def _is_his_side(draft: Draft, last: Draft) -> bool:
    """外长林远表示，…。中方希望双方谈判: he goes on in the name of his side."""
    if draft.subject is None or draft.hit.mark:
        return False
    wishes = draft.hit.cue.stance in (Stance.WISH, Stance.ORDER) or draft.hit.cue.word == "主张"
    if not wishes or last.subject is None:
        return False
    name = draft.subject.name
    if len(name) <= _STATE and rjieba.tag(name, False)[0][1] == "ns":
        return last.subject.sort is Sort.PERSON and last.hit.mark == "，"
    return name in ("中方", "我方") and last.subject.sort in (*_PEOPLE, Sort.BODY)


def _is_told_after(reading: Reading, draft: Draft) -> bool:
    """“…”1月11日，一位销售人员告诉记者。"""
    start = draft.sentence[0]
    return _TOLD_ABOUT.match(reading.plain, draft.hit.end) is not None and (
        reading.quote_ending_at(start) is not None or reading.quote_ending_at(draft.clause.start) is not None
    )


_MANKIND = frozenset("人们 我们 世人 大家 世界 后人 你".split())


def _is_thing(subject: Subject | None) -> bool:
    """Whether all that speaks is common nouns, and no kind of body."""
    if subject is None or subject.sort is not Sort.BODY or speakers.SIDE.search(subject.name):
        return False
    return all(tag in ("n", "ng") for _, tag in rjieba.tag(subject.name, False))


_FORECAST = frozenset({"预计", "预估"})


def _is_a_sign(reading: Reading, draft: Draft) -> bool:
    """这表示…, 以上种种都表明…, 近期的事件表明…: what shows something and says nothing; the writer makes it of it."""
    word, subject = draft.hit.cue.word, draft.subject
    if word == "表示":
        return subject is not None and subject.sort is Sort.PRONOUN and subject.name in ("这", "那")
    if word != "表明":
        return False
    if _OF_ITSELF.search(reading.plain, draft.clause.start, draft.hit.start):
        return True
    if subject is None or PAPER.match(subject.name):
        return False
    is_thing = subject.sort is Sort.PRONOUN and subject.name not in ("他", "她")
    return is_thing or _ALL_THIS.match(subject.name) is not None


_OF_ITSELF = re.compile(
    r"(?:事件|事实|信号|现象|趋势|变化|形势|走势|举动|做法|行动|态势|迹象|经验|历史|实践)(?:充分|清楚|清晰|再次|也|都|已经?|还)*$"
)
_ALL_THIS = re.compile(r"(?:以上|上述|种种|这一切|一切)+(?:种种|一切|迹象|数据)?$")
_THIS_THING = re.compile(
    r"[该这此](?:[款个项批座条])?(?:功能|产品|版本|车|新车|机|手机|项目|游戏|系列|芯片|系统|工程|活动|服务|影片|平板|设备|线路|标准|技术|方案|计划|交易)"
)
# 林远预计将在周三发表讲话, 远山公司预计于六月推出新车: the writer expects it of them.
_IS_TO = re.compile(
    rf"(?:会|将)?(?:{TIME})?(?:在|于|前往|出席|发表|访问|抵达|[与和同][^，。；]{{2,12}}(?:会[谈晤面]|见面))|将"
)
_IS_DUE = re.compile(
    rf"(?:会|将)?(?:在|于)?(?:{TIME}|今年|明年|[上下]半年|[^，。；]{{0,8}}季度?)+[^，。；]{{0,6}}?(?:发布|推出|公布|上市|亮相|举行|召开|登场|揭晓|开售|首发|开幕)"
)
_WONDERED = re.compile(r"[^，。；：“”\n]{2,30}吗？")  # 他认为情况会改善吗？
# 净利润预计亏损, 新机预计将搭载: what is expected expects nothing.
_EXPECTED = re.compile(
    r"部署|工作|任务|安排|影片|电影|剧集|课程|动员|机组|功能|产品|版本|行动|演习|赛事|活动|仪式|[A-Za-z]+ ?\d|(?:本次交易|此次交易|支持方|利润|价值|周期|营收|收入|规模|销量|价格|售价|金额|产量|产能|亏损|收益|票房|人数|总额|总量|增速|工程|车型|手机|新机|系列|日期|时间|海峡|客流|流量|费用|成本|比例|占比|市场|面积|里程|投资|全年|期间|雨量|气温|温度|高度|速度|数量|客运量|货运量|发送量|交付量|出货量|[^，]{2}期)$"
)


def _can_expect(name: str) -> bool:
    if "、" in name or "和" in name[1:-1]:
        return False  # 中国、北国和南国预计将…
    return _is_party(name) and not _EXPECTED.search(name)


# 云州市公安局的最新通报称，…; 监管部门发布的机构监管通报指出，…
_OWNED = re.compile(
    r"(?!对|针对|面对|关于|根?据|按)(?P<who>[^，。；：的]{2,24}?)(?:\d{1,2}日)?(?:发布|公布|发出|下发|印发|出具|提交)?的[^，。；：的了]{0,8}"
)
_OF_LATE = re.compile(r"(?:[另又]?据)?(?:最新|官方|会上)+")
_POINTED = 4  # characters of 上述负责人: what is shorter is 他 or 该报
_PROVED = re.compile(r"(?:记者|笔者).{0,10}?从[^，。；：]{2,24}?(?:处|方面|那里|警方|部门|政府|[局厅委院])$")
LEARNED = frozenset({"获悉", "了解到", "得知", "获知"})
# 从云州一中处, but 从云州大学招生就业处: where 处 is an office.
_AT = "(?<!就业|管理|招生|财务|人事|学生|教务|办事|登记|新闻|联络|科研|后勤|保卫)处"
_FROM = re.compile(
    rf"从(?:正在|刚刚|{TIME}|（[^）]*）|(?:在[\u4e00-\u9fff]{{1,4}}?)?(?:举行|召开)的)*"
    rf"(?P<who>[^，。；：“]{{2,24}}?)(?:(?<!两会)(?:例行|月度|季度|年度)*(?:新闻)?发布会|(?:\d{{1,2}}月\d{{1,2}}日|\d{{1,2}}日|今日|当日)?(?:召开|举行|举办)的[^，。；：“]{{2,16}})?(?:{_AT}|(?<!有关)(?<!相关)方面|那里|上)?(?:独家|最新|日前|今日|\d{{1,2}}日|还|也|{_AT})*$"
)


_FROM_AN_OUTLET = re.compile(r"(?:[另又]?据)(?P<who>[^，。；：]{2,12}?)(?:记者)?(?=$|从)")
_LOOKED_UP = re.compile(r"查[询阅]|参考|检索")


def _learns(reading: Reading, draft: Draft) -> bool:
    """记者从云州市政府获悉，…: whoever the reporter learnt it from says it."""
    found = _FROM.search(reading.plain, draft.clause.start, draft.hit.start)
    subject = draft.clause.subject
    if found is None and subject is not None and subject.sort is Sort.OUTLET and draft.hit.mark:
        # 远山日报获悉，…: from whom is not told, and so it is the paper that says it; 查询获悉 is what anybody can look up.
        return _LOOKED_UP.search(reading.plain, subject.end, draft.hit.start) is None
    draft.subject = speakers.classified(reading.plain, *found.span("who")) if found else None
    if found and (via := _FROM_AN_OUTLET.match(reading.plain, draft.clause.start, found.start())):
        span = outlet_in(reading.plain, *via.span("who"))
        draft.clause = replace(draft.clause, through=span)  # 据远山社从村民处获悉，…
    return draft.subject is not None and draft.subject.sort in _LEARNT_FROM


_LEARNT_FROM = frozenset({Sort.BODY, Sort.ROLE, Sort.PERSON, Sort.ANONYMOUS, Sort.PAPER})
_QUOTED_NAME = re.compile("“[^“”]*”$")


def _is_party(name: str) -> bool:
    """云州地铁回应，but not 更新亮点总结: a short name or one that ends as bodies do."""
    name = _QUOTED_NAME.sub("", name) or name  # 评估公司“远山分析”
    return not name.endswith("选区") and (
        len(name) <= 4
        or BODY_TAIL.search(name[-4:]) is not None
        or name[-1] in "方队社市县区省州国镇村台网站校厂店"
        or name.endswith(("方面", "部门", "机关", "办公室", "领导", "会议", "大会", "全会", "例会", "论坛", "峰会"))
    )


def _is_noun(hit: Hit) -> bool:
    """通报指出, 分析认为: the first half of the cue is what speaks."""
    return hit.cue.word in _SPEAKING_NOUNS and hit.end - hit.start > len(hit.cue.word)


def _titles_itself(draft: Draft) -> bool:
    """声明称, 分析认为: the first half of the cue is who says it."""
    hit = draft.hit
    if not _is_noun(hit):
        return False
    if hit.cue.word in _TIPS and draft.clause.start == hit.start:
        return False  # 某博主发布推文，爆料称…: his
    sort = Sort.ANONYMOUS if hit.cue.word in {"分析", "评论", *_TIPS} else Sort.PAPER
    draft.subject = Subject(
        hit.start, hit.start + len(hit.cue.word), sort, hit.cue.word, hit.cue.word if sort is Sort.ANONYMOUS else None
    )
    return True


_QUOTING_ANOTHER = re.compile(
    r"(?:援引|引述|引用|转引)(?P<who>(?!(?:[多一]家|[外当本]地?)?媒体?|(?:相关|有关)?消息(?!人士|灵通|源))[^，。；：]{2,24}?)(?:发布)?的?(?:最新|话)?$"
)


def _reports(reading: Reading, draft: Draft) -> bool:
    plain = reading.plain
    if draft.frame:
        first, last = draft.frame.outlet
        if quoted := _QUOTING_ANOTHER.search(plain, last, draft.frame.cue[0]):
            source = speakers.classified(plain, *quoted.span("who"))
            if source and source.sort in (Sort.OUTLET, Sort.BODY, Sort.PERSON, Sort.ROLE, Sort.ANONYMOUS):
                draft.subject, draft.clause = source, replace(draft.clause, through=(first, last))
                draft.head = min(draft.head, draft.frame.start)
                return True  # 据远山网援引北国卫生部消息，…
        draft.subject = Subject(first, last, Sort.OUTLET, plain[first:last])
        draft.head = min(draft.head, draft.frame.start)
        return True
    subject = draft.subject
    # 岚江卫视消息：…; 拾光网30日消息，… is no more than a dateline.
    is_sourced = draft.clause.is_sourced or (draft.hit.mark == "：" and subject and subject.sort is Sort.OUTLET)
    if draft.clause.through or (subject and is_sourced and draft.hit.cue.word == "消息"):
        return subject is not None
    if (
        draft.hit.cue.word == "消息"
        and subject
        and draft.hit.mark
        and _ON_ITS_OWN.search(plain, draft.clause.start, draft.hit.start)
    ):
        return True  # 远山大使馆微信公众号6日消息，…
    if (
        draft.hit.cue.word == "消息"
        and draft.hit.mark
        and (act := _PUT_OUT_NEWS.search(plain, draft.clause.start, draft.hit.start))
    ):
        draft.subject = speakers.subject_of(reading, act.start())  # 应急管理部发布消息，…
        return draft.subject is not None and draft.subject.sort is not Sort.PRONOUN
    if (
        draft.hit.cue.word == "消息"
        and subject
        and subject.sort is Sort.BODY
        and draft.hit.mark == "，"
        and (draft.clause.start == draft.first or draft.clause.start == subject.start)
        and BODY_TAIL.search(subject.name[-2:])
    ):
        return True  # 国家医保局30日消息，…
    if draft.hit.cue.word == "消息" and draft.hit.end - draft.hit.start > len("消息"):
        if plain[draft.hit.start - 1] == "的" and _SPREAD.search(plain, draft.clause.start, draft.hit.start):
            words = re.sub("^(?:根?据|按照)", "", plain[draft.clause.start : draft.hit.start]) + "消息"
            draft.subject = _rumour(draft, draft.clause.start, words)
            return True
        if subject and plain.endswith(("援引", "引述"), 0, draft.hit.start) and _is_outlet(subject):
            draft.clause = replace(draft.clause, through=(subject.start, subject.end))  # 远山社援引消息称，…
            draft.subject = _rumour(draft, draft.hit.start, "消息")
            return True
        is_bare = draft.clause.start == draft.hit.start and bool(draft.hit.mark)  # 消息称，…
        if is_bare and (issuer := _last_news(reading, draft.hit.start)):
            draft.subject = issuer  # 北国总统府29日发布消息…。消息说
            return True
        if is_bare or (subject is None and _THERE_IS.fullmatch(plain, draft.clause.start, draft.hit.start)):
            draft.subject = _rumour(draft, draft.hit.start, "消息")
        # 有消息称, 市场消息称; 岚江网1月4日消息指出
        return draft.subject is not None and (
            draft.subject.sort in (Sort.ANONYMOUS, Sort.OUTLET)
            or _LATIN.fullmatch(draft.subject.name) is not None
            or plain.endswith("发布的", 0, draft.hit.start)
        )
    if draft.hit.cue.word == "消息" and _LATEST.fullmatch(plain, draft.clause.start, draft.hit.start):
        draft.subject = _rumour(draft, draft.hit.start, "消息")
        return True
    if draft.hit.cue.word != "报道":
        return False
    if subject and subject.sort is Sort.OUTLET:
        return True
    if subject and draft.hit.mark == "，" and _LATIN.fullmatch(subject.name):
        draft.subject = Subject(subject.start, subject.end, Sort.OUTLET, subject.name)
        return True  # TechCrunch 报道，…
    if subject and (span := outlet_in(plain, subject.start, subject.end)):
        draft.subject = Subject(subject.start, subject.end, Sort.OUTLET, plain[slice(*span)])
        return True
    if subject is None and draft.hit.end - draft.hit.start > 2:
        # 远山网2日发布博文，报道称…: who put it out says it.
        found = speakers.earlier(reading, draft.clause.start, draft.first)
        is_his = found and _PUTS_OUT.search(plain, found[0].end, draft.clause.start) is not None
        if found and (found[0].sort is Sort.OUTLET or (is_his and found[0].sort in (Sort.BODY, Sort.PERSON))):
            draft.subject, draft.head = found[0], speakers.head(reading, found[1], draft.first)
            return True
        draft.subject = Subject(draft.hit.start, draft.hit.start + 2, Sort.PAPER, "报道")
        return True
    return False


def _is_outlet(subject: Subject) -> bool:
    return subject.sort is Sort.OUTLET or POINTING.match(subject.name) is not None  # 该报


def _last_news(reading: Reading, at: int) -> Subject | None:
    """The body that put out the news that 消息说 speaks of."""
    acts = list(_NEWS.finditer(reading.plain, max(0, reading.since(at), at - _BACK), at))
    subject = speakers.subject_of(reading, acts[-1].start()) if acts else None
    return subject if subject and subject.sort is Sort.BODY else None


_NEWS = re.compile(r"(?:发布|发出|公布)(?:一则|一条|最新|官方)?消息(?=[，。称说])")
_PUTS_OUT = re.compile(r"发[布表出文]|撰文|刊[文发登]|博文|报告")  # 远山公司昨日发布博文，报道称
_PUT_OUT_NEWS = re.compile(r"(?:发布|释放|放出)了?(?:最新|一则|官方)?$")
_ON_ITS_OWN = re.compile(rf"(?:公众号|官方微信|官微|官方微博|官网|网站)(?:{TIME})*$")


def _rumour(draft: Draft, start: int, words: str) -> Subject:
    """News that nobody is named for: it ends with the 消息 of the cue."""
    return Subject(start, draft.hit.start + len("消息"), Sort.ANONYMOUS, words, words)


def _has_dropped(reading: Reading, draft: Draft, last: Draft | None, same: list[Draft]) -> bool:
    """A cue whose subject stands in a clause before it, or is that of the statement before it."""
    plain, hit = reading.plain, draft.hit
    between = plain[draft.clause.start : hit.start]
    is_joined = _JOINED.fullmatch(between) is not None
    stance = hit.cue.stance
    if (
        between
        and not is_joined
        and not speakers.lead_off(reading, draft.clause.start, hit.start) >= hit.start
        and not _is_adjunct(reading, draft)
    ):
        return False
    if same:
        is_reported = same[-1].hit.cue.stance is Stance.REPORT
        if is_reported or (same[-1].subject is not None and same[-1].subject.sort is Sort.OUTLET):
            limit = max(same[-1].hit.after, same[-1].frame.end if same[-1].frame else 0)
            found = speakers.earlier(reading, draft.clause.start, limit)
            if found and stance is Stance.GUESS and _THIS_THING.match(found[0].name):
                return False  # 据远山网报道，该标准稳步推进，预计明年审批
            if found and (is_reported or found[0].sort in _PEOPLE):
                draft.subject, head = found
                draft.head = speakers.head(reading, head, limit)
                return True
        is_heard = same[-1].hit.cue.stance is Stance.HEAR and stance in (*_CORE, Stance.ORDER)
        if is_heard and (found := speakers.earlier(reading, draft.clause.start, same[-1].hit.after)):
            draft.subject, _ = found  # 据了解，房管局已对他进行调查，并要求他提供证明
            return True
        after = same[-1].hit.after
        if same[-1].hit.cue.stance is Stance.TELL and (told := _TOLD.match(plain, after, hit.start)):
            after = told.end() if told.end() == hit.start else after
        if speakers.lead_off(reading, after, hit.start) >= hit.start:
            return False  # 表示，非常希望…: the content of the cue before it
        if _TOGETHER.search(between):
            return False  # 两国元首会晤，共同宣布…: what the two did, in the words of a third
        draft.is_dropped = True
        if stance in _CORE and (stance is not Stance.THINK or (is_joined and between)):
            is_more = hit.cue.word in _PROMISED and "并" in between and same[-1].hit.cue.stance is Stance.SAY
            return hit.cue.word not in _ACTED or bool(hit.mark) or is_more
        is_wish = (
            hit.cue.word == "希望"
            and not _of_another(reading, same[-1], draft)
            and same[-1].hit.mark != "："
            and same[-1].hit.cue.stance not in (Stance.REPORT, Stance.HEAR)
        )
        return is_wish or bool(between and is_joined and "并" in between)
    if reading.quote_ending_at(draft.clause.start):
        draft.is_dropped = True
        return last is not None and (stance in _CORE or stance is Stance.WISH)
    if found := speakers.earlier(reading, draft.clause.start, draft.first):
        is_bare = (hit.cue.word in _ACTED or hit.cue.word == "相信" or stance in _WEAK) and not hit.mark
        is_bare &= not (hit.cue.word in _PROMISED and _ONCE.fullmatch(between) and _can_promise(found[0]))
        is_bare &= not (stance in _URGING and _OPENLY.search(between) and found[0].sort in _PEOPLE)
        if is_bare and not (stance in _URGING and _ANNOUNCES.search(plain, found[1], hit.start)):
            return False
        draft.subject, head = found
        draft.head = speakers.head(reading, head, draft.first)
        return True
    if is_joined and between and last is not None and stance in _CORE:
        draft.is_dropped = True
        return True
    if draft.hit.start == draft.sentence[0] and hit.mark and stance in _CORE:
        # 她拒绝调解。声称：…: who acted in the sentence before goes on.
        near = max(0, draft.first - _BEFORE)
        before = max(near, *(reading.plain.rfind(mark, near, draft.first - 1) + 1 for mark in "。！？\n"))
        found = speakers.earlier(reading, draft.first, before) if before < draft.first else None
        if found and found[0].sort in _PEOPLE:
            draft.subject = found[0]
            return True
    return False


def _of_another(reading: Reading, last: Draft, draft: Draft) -> bool:
    """林远说，部长何青曾开出条件，希望…: who is told of before it hopes, and not who tells it."""
    told = speakers.earlier(reading, draft.clause.start, last.hit.after)
    if told is None or (told[0].sort is Sort.PERSON and not told[0].role):
        return False
    is_joined = reading.plain.endswith("并", 0, draft.hit.start)  # …企业也愿意合作，并希望…
    return told[0].sort is Sort.PERSON or told[0].name in ("它", "它们") or (is_joined and told[0].sort is Sort.BODY)


_OPENLY = re.compile(r"公开|当众|再次|正式|多次")  # 主席林远在一场活动上，公开呼吁…


def _can_promise(subject: Subject) -> bool:
    return subject.sort is not Sort.BODY or (_is_party(subject.name) and subject.name[0] != "“")


def _is_adjunct(reading: Reading, draft: Draft) -> bool:
    """Nothing but a prepositional phrase before the cue: 在接受采访时表示."""
    words = reading.plain[draft.clause.start : draft.hit.start]
    return _ADJUNCT.fullmatch(words) is not None


def _is_inside(draft: Draft, outer: Draft) -> bool:
    return draft.clause.start >= outer.hit.end or draft.clause.start == outer.clause.start


def _is_brought(draft: Draft, outer: Draft) -> bool:
    """岚江卫视消息：柘浦县应急管理局通报，…: the outlet only brings what another says."""
    is_line = outer.hit.cue.word == "消息" and outer.hit.mark == "："
    is_learnt = (
        outer.hit.cue.word in LEARNED and draft.hit.cue.stance is Stance.GUESS
    )  # 拾光网从报道中获悉，远山公司预计…
    return (is_line or is_learnt) and draft.clause.start - outer.hit.after <= 2


def _stands_inside(draft: Draft, subject: Subject) -> bool:
    """Whether a cue within the content of another starts a statement of its own."""
    hit = draft.hit
    if subject.sort is Sort.PRONOUN and hit.cue.stance in (Stance.THINK, *_WEAK):
        return False  # 林远称，他确信…: still his own words
    if _SELF.match(subject.name) and subject.sort is not Sort.ROLE:
        return False
    if hit.cue.stance in _WEAK:
        return subject.sort in (Sort.PERSON, Sort.ROLE, Sort.OUTLET) and bool(hit.mark)
    if len(hit.cue.word) < hit.end - hit.start:
        return True
    if hit.cue.word in _ACTED or hit.cue.form is Form.MARK:
        return bool(hit.mark) and subject.sort is not Sort.BODY
    return True
