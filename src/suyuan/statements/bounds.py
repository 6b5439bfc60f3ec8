"""Where the words of a statement begin and end."""

from __future__ import annotations

import re

import rjieba

from suyuan.statements.cues import Stance
from suyuan.statements.draft import LEARNED, Draft
from suyuan.statements.names import HEARER, TIME, TITLE, TRANSLITERATING, can_hear
from suyuan.statements.speakers import ABOUT, Sort, lead_off, told_of
from suyuan.statements.zones import OPEN_LINES, Line, Reading, Zone

_BACKWARD = frozenset({Stance.SAY, Stance.TELL, Stance.THINK, Stance.ASK, Stance.WISH, Stance.ADMIT, Stance.ORDER})


def bound(reading: Reading, line: Line, drafts: list[Draft]) -> None:
    """Give every draft its content; one that only introduces the next gets none."""
    taken = line.start
    for at, draft in enumerate(drafts):
        after = _after(reading.plain, draft)
        following = drafts[at + 1] if at + 1 < len(drafts) else None
        end = draft.sentence[1]
        if back := _backward(reading, draft, taken) or _told_before(reading, draft, taken):
            draft.parts.append(back)
            if _is_so(reading, draft) and not reading.plain.startswith("“", after):
                continue  # “…”林远如此说道，一旁的家人红了眼眶。
        if (
            reading.plain[draft.hit.end : draft.hit.end + 1] in ("。", "！", "？")
            and draft.hit.cue.stance is not Stance.TELL
        ):
            more = _taken_up(reading, line, draft, following) if draft.parts else None
            draft.parts += [more] if more else []
            taken = more[1] if more else draft.hit.end
            continue
        if asked := _asked_on(reading, line, draft, after):
            draft.parts.append(trimmed(reading.plain, after, asked))
            taken = asked
            continue
        if following and draft.hit.end - 1 <= (ahead := _ahead(draft, following)) < end:
            if _only_introduces(reading, draft, following, after):
                draft.parts.clear()
                continue
            if not _is_main_clause(reading, following, after) and not _WHEN_ONLY.fullmatch(reading.plain, after, ahead):
                end = ahead
        if draft.hit.mark != "：" and (told := _told_on(reading, after, end)):
            end = told
        elif rest := _of_the_rest(reading, draft, after, end):
            end = rest
        elif glossed := _glossed(reading, draft, after, end):
            end = glossed
        elif came := _came_of_it(reading, draft, after, end):
            end = came
        elif quoted := _quoted_only(reading, draft, after, end):
            end = quoted
        elif end == draft.sentence[1]:
            end = _continued(reading, line, drafts, at)
        if noted := _NOTED.search(reading.plain, after + 2, end):
            end = noted.start()
        start, end = trimmed(reading.plain, after, end)
        end -= reading.plain.startswith("”等", end - 2)  # 提出“…”“…”等。
        if end - start >= 2 and not _SAYS_NOTHING.fullmatch(reading.plain, start, end):
            draft.parts += _without_notes(reading, start, end)
            taken = end


# 披露上述信息: told before; 2031 年底: when, and nothing of what.
_SAYS_NOTHING = re.compile(
    rf"(?:披露|公布)?了?(?:上述|以上|相关|该)[^，。；]{{0,4}}(?:信息|消息|内容|情况|数据|事项)|(?:{TIME})年?[底初末]?"
)
_NOTE = re.compile(r"（[^（）：]{0,12}[注按]：[^（）]*）")


def _without_notes(reading: Reading, start: int, end: int) -> list[tuple[int, int]]:
    """均价突破400美元（远山网注：约合2781元），创下新高: what the page puts between is not said."""
    parts = []
    for note in _NOTE.finditer(reading.plain, start, end):
        if not reading.depth[note.start() - 1]:
            parts.append((start, note.start()))
            start = note.end()
    return [part for part in (trimmed(reading.plain, *one) for one in (*parts, (start, end))) if part[0] < part[1]]


# …。”（应受访者要求，林远为化名）: what the page adds.
_NOTED = re.compile(
    r"（(?:[^（）]{0,40}(?:化名|编者注|编者按|图源|图据)[^（）]{0,12}|(?:参见|详见|另见|见)[^（）]{2,60}|(?:消息|稿件|文章)?来源：[^（）]{2,20})）。?$"
)


# 林远回忆，上桥之前，工作人员强调…: when, and all else stands behind it.
_WHEN_ONLY = re.compile(
    r"(?:当|在)?(?:被问[及到]|谈[及到])[^。；：“”]{2,80}时，|[^，。；：“”]{2,24}(?:之前|之后|死后|期间|那天|当天|以后|后)，"
)


def _ahead(draft: Draft, following: Draft) -> int:
    """Where the next statement starts; its words of attribution can hold this one (针对有报道称…，林远表示)."""
    return following.head if following.head >= draft.hit.end - 1 else following.clause.start


def _is_so(reading: Reading, draft: Draft) -> bool:
    return reading.plain.endswith(("如此", "如是", "这样"), 0, draft.hit.start) and draft.hit.mark != "："


_QUESTION_RUN = 4  # sentences of a question


def _asked_on(reading: Reading, line: Line, draft: Draft, after: int) -> int | None:
    """有记者提问：据报道，北国将退出协议。中方有何评论？: a question is all that leads up to it."""
    plain = reading.plain
    leads_up = plain[draft.sentence[1] - 1] != "？" and not plain.startswith("“", after)
    if draft.hit.cue.stance is not Stance.ASK or draft.hit.mark != "：" or not leads_up:
        return None
    ahead = [stop for start, stop in line.sentences if start >= draft.sentence[0]][:_QUESTION_RUN]
    return next((stop for stop in reversed(ahead) if plain[stop - 1] == "？"), None)


_NOTHING_MORE = re.compile(r"[^，。；：“\n]{1,20}。")


def _after(plain: str, draft: Draft) -> int:
    """Where the content can begin: past the hearer of 告诉, past the frame of 据…报道."""
    end = draft.sentence[1]
    if draft.hit.cue.stance is Stance.TELL:
        if hearer := HEARER.match(plain, draft.hit.end, end):
            return hearer.end()
        mark = re.compile(r"[，：“]").search(plain, draft.hit.end, min(end, draft.hit.end + 24))
        if mark and (mark.group() != "，" or can_hear(draft.hit.cue.word, plain[draft.hit.end : mark.start()].strip())):
            return mark.start() if mark.group() == "“" else mark.end()
        if (only := _NOTHING_MORE.match(plain, draft.hit.end)) and can_hear(draft.hit.cue.word, only.group()[:-1]):
            return end  # “…”林远告诉记者。
    return max(draft.hit.after, draft.frame.end if draft.frame else 0)


def _backward(reading: Reading, draft: Draft, taken: int) -> tuple[int, int] | None:
    """The quotation before 林远说, where no statement has it yet: “…”林远说。"""
    plain = reading.plain
    if draft.hit.cue.stance not in _BACKWARD or (draft.is_dropped and draft.clause.start == draft.hit.start):
        return None
    at = draft.clause.start
    while at > taken and plain[at - 1] in "， ）—":
        at = max(taken, plain.rfind("（", taken, at)) if plain[at - 1] == "）" else at - 1
    found = reading.quote_ending_at(at)
    if not found and draft.head <= draft.clause.start and plain[draft.sentence[0] - 1 : draft.sentence[0]] == "”":
        is_near = draft.head == draft.sentence[0] or _SOMEWHERE.fullmatch(plain, draft.sentence[0], draft.head)
        found = reading.quote_ending_at(draft.sentence[0]) if is_near else None
    if not found and _is_so(reading, draft):
        found = reading.quote_ending_at(draft.sentence[0])
    if not found or found[0] < taken or found[1] - found[0] < 5:
        return None
    start, end = found
    if _ASKED.search(plain, max(0, start - 4), start):
        return None  # 有记者提问，“…？”发言人林远表示: the question is not his
    if end == draft.sentence[0]:
        return found  # “…。”3日中午，林远在电话里说: a sentence of its own
    # A quotation that stands in the middle of a clause is part of that clause: 他提出“四个应该”，林远说.
    if start > 0 and plain[start - 1] not in "。！？\n ”，：" and plain[end - 2] not in "，。！？":
        return None
    return found


def _told_before(reading: Reading, draft: Draft, taken: int) -> tuple[int, int] | None:
    """桥面会在夏天封闭，林远表示。 What stands in front of whoever closes the sentence, where nobody else has it."""
    plain, start = reading.plain, max(taken, draft.sentence[0])
    closes = plain[draft.hit.end : draft.hit.end + 1] == "。" and draft.hit.end + 1 >= draft.sentence[1]
    is_said = draft.hit.cue.stance in (Stance.SAY, Stance.THINK) and draft.subject is not None and not draft.is_dropped
    if not (closes and is_said and draft.subject and draft.subject.sort in (Sort.PERSON, Sort.ROLE, Sort.BODY)):
        return None
    if plain[draft.clause.start - 1 : draft.clause.start] != "，" or draft.subject.end < draft.hit.start - _CLOSELY:
        return None
    start, end = trimmed(plain, lead_off(reading, start, draft.clause.start), draft.clause.start)
    is_plain = end - start >= _TELLING and "”" not in plain[start:end]
    return (start, end) if is_plain and not ABOUT.match(plain, start) else None


_CLOSELY = 4  # characters between who closes a sentence and his verb
_TELLING = 10  # characters of what is told before it


_SOMEWHERE = re.compile(
    r"(?:作为[^，。；：“”]{2,30}|(?!据|另据|根据|针对)[^，。；：“”]{2,14}(?<![说称])(?<!表示))，"
)  # “…。”在村口，林远说
_ASKED = re.compile(r"(?:提问|追问|问道|问)[，：]$")


def _taken_up(reading: Reading, line: Line, draft: Draft, following: Draft | None) -> tuple[int, int] | None:
    """“…，”林远说。“…”: a quotation after his sentence is his, unless somebody is named for it after it."""
    start = next((start for start, _ in line.sentences if start > draft.hit.end), line.end)
    quote = reading.quote_starting_at(start)
    if not quote or (following and following.head < quote[1] + 2 and following.hit.cue.stance in _BACKWARD):
        return None
    return quote if quote[1] >= line.end or reading.plain[quote[1] - 2] in "。！？…’" else None


def run_on(reading: Reading, rows: list[list[Draft]]) -> None:
    """Where a page breaks its lines at commas, what is said stands in the lines after its cue."""
    for number, row in enumerate(rows):
        line = reading.lines[number]
        draft = row[-1] if row else None
        if draft is None or draft.parts or draft.hit.after < line.end or draft.hit.mark not in ("，", "："):
            continue
        for later in range(number + 1, len(rows)):
            after, others = reading.lines[later], rows[later]
            stop = min((one.head for one in others), default=after.end)
            start, end = trimmed(reading.plain, after.start, stop)
            if after.zone is not Zone.BODY or end - start < 2:
                break
            draft.parts.append((start, end))
            if others or reading.plain[after.end - 1] not in "，；、":
                break


def close(reading: Reading, rows: list[list[Draft]]) -> None:
    """A quotation that is opened in one line and closed some lines below is one."""
    for number, row in enumerate(rows):
        draft = row[-1] if row else None
        if draft is None or not draft.parts:
            continue
        start, end = draft.parts[-1]
        opened = reading.plain.rfind("“", start, end)
        if opened < 0 or "”" in reading.plain[opened : reading.lines[number].end]:
            continue
        more: list[tuple[int, int]] = []
        for later in range(number + 1, min(number + OPEN_LINES, len(rows))):
            line = reading.lines[later]
            mark = re.compile("[“”]").search(reading.plain, line.start, line.end)
            stop = mark.end() if mark else line.end
            if line.zone is not Zone.BODY or any(one.head < stop for one in rows[later]):
                break
            if mark and mark.group() == "“":
                break
            more.append((line.start, stop))
            if mark:
                draft.parts[-1] = (start, reading.lines[number].end)
                draft.parts += more
                break


def carry(reading: Reading, rows: list[list[Draft]]) -> None:
    """What goes on in paragraphs that name nobody: one that is a quotation, and the next point of a list."""
    speaking: Draft | None = None
    listing: Draft | None = None
    for number, (line, row) in enumerate(zip(reading.lines, rows, strict=True)):
        if line.zone is not Zone.BODY:
            continue
        if row:
            last = row[-1]
            is_last = bool(last.parts) and max(last.hit.end, *(end for _, end in last.parts)) >= line.end - 1
            speaking = last if is_last and _leads_on(reading, number, last) else None
            listing = last if is_last and _FIRST_OF.search(reading.plain, last.hit.after - 1, line.end) else None
            continue
        quote = reading.quote_starting_at(line.start)
        if speaking and quote and quote[1] >= line.end - 1 and not _is_heading(reading, number, quote):
            if quote not in speaking.parts:
                speaking.parts.append(quote)
        elif listing and _NEXT_OF.match(reading.plain, line.start):
            listing.parts.append(trimmed(reading.plain, line.start, line.end))
            speaking = None
        else:
            speaking = listing = None


def _is_heading(reading: Reading, number: int, quote: tuple[int, int]) -> bool:
    """“当医生要有耐心”, alone in its line and without a mark that ends a sentence: over the paragraphs that follow."""
    start, end = quote
    is_asked_for = reading.plain[reading.lines[number - 1].end - 1] == "："
    return end - start <= _LONGEST_HEADING and reading.plain[end - 2] not in "。！？…；，" and not is_asked_for


_LONGEST_HEADING = 40  # characters


def _leads_on(reading: Reading, number: int, last: Draft) -> bool:
    """Whether a quotation in the next paragraph is his: he ends in one or with a colon, or is a person who speaks."""
    ends = reading.plain[max(end for _, end in last.parts) - 1] == "”"
    is_person = last.subject is not None and last.subject.sort in (Sort.PERSON, Sort.PRONOUN)
    return ends or is_person or reading.plain[reading.lines[number].end - 1] == "："


def _only_introduces(reading: Reading, draft: Draft, following: Draft, after: int) -> bool:
    """据远山日报报道，林远表示…: the first is the way, not a statement."""
    is_next = following.head - after <= 2 or lead_off(reading, after, following.head) >= following.head
    if not is_next and not _WHEN_ONLY.fullmatch(reading.plain, after, following.head):
        return False
    if following.is_dropped:
        return draft.hit.cue.stance is Stance.REPORT
    sort = draft.subject.sort if draft.subject else None
    stance = draft.hit.cue.stance
    return stance in (Stance.REPORT, Stance.HEAR) or (stance is Stance.SAY and sort in (Sort.OUTLET, Sort.ANONYMOUS))


def _is_main_clause(reading: Reading, following: Draft, after: int) -> bool:
    """林远表示，警方认为…: the inner statement is all that the outer one says."""
    is_next = following.head - after <= 2 or lead_off(reading, after, following.head) >= following.head
    return is_next and not following.is_dropped


_COMMENTED = re.compile(
    r"(?:这)?(?:一说|一事|的说法)(?=是否|[，。？])|，(?:对此|为什么|你|请问)|等?，(?:这|再次|表明|显示|说明|意味着?|疑似|反映|引发|引起|随后|以此|并(?![称说表强指补])|试图|暗示|但|然而|而|令|让|使)"
)


# 林远发文“…”，公开指责对手: what somebody writes ends with its quotation.
_WRITTEN = frozenset("发文 配文 写道 写到 留言 发帖 高喊 喊道 直呼".split())


def _quoted_only(reading: Reading, draft: Draft, after: int, end: int) -> int | None:
    """他强调“…”，表明…: what the narrator makes of a quotation is not in it."""
    quote = reading.quote_starting_at(after)
    if (
        quote
        and quote[1] < end
        and (
            reading.plain[quote[1]] == "；"
            or _COMMENTED.match(reading.plain, quote[1])
            or (draft.hit.cue.word in _WRITTEN and reading.plain[quote[1]] == "，")
        )
        and "“" not in reading.plain[quote[1] : end]
    ):
        return quote[1]
    return None


# 家属称那是学校安排的任务，学校予以否认; …，对此公司未作回应: how another answers is no longer what he says.
_REFUSED = re.compile(
    r"，(?:但|而|不过|然而)?(?:对此|就此)?，?(?![^，。；]{0,12}(?:一直|始终|迟迟|也不))[^，。；：“”、的]{1,12}?(?:对此|就此|均|都|则|已|也|却|随后|当场|一概)*"
    r"(?:(?:予以|矢口|坚决|断然|当即|极力)否认|(?<!公开)否认了?(?:此事|这一说法|该说法|上述说法|相关说法)"
    r"|(?:随后|旋即|很快|迅速)(?:出面|公开|发文)?(?:否认|辟谣|澄清|反驳)"
    r"|(?:拒绝|不愿|不予)(?:对此|就此)?(?:作出?|做出?|予以|进行)?(?:回应|置评|评论|回复)"
    r"|拒绝[就对][^，。；]{1,20}(?:回应|评论|置评|表态|回答)"
    r"|(?:并?未|没有|尚未|暂未)(?:对此|就此|立即)?(?:作出?|做出?|给出|予以|进行)?(?:任何|正面|进一步)?(?:回应|置评|回复|评论))(?=[，。；！？\n]|$)"
)


# …，引发热议; …，这让网友唏嘘: what the narrator makes of it.
_REMARKED = re.compile(
    r"，[^，。；：“”]{2,8}没有立即(?:宣布|公布|说明|回应|置评)|；[^，。；：“”]{4,24}(?:印发|下发|出台|发布)《|；(?:也|还|另)有人|，(?:言外之意|弦外之音|此举(?:让|令|也|无疑|似乎|引)|此事(?:也|还|已)?(?:一出|引发|引起|在)|(?:该|这一|此)消息(?:一出|让|引|迅速)|消息一出"
    r"|这(?:也|更|就|无疑|同样|番话|一消息|一幕)?(?:算是|让|令)(?!我|自己)|看来(?!，?我)|说白了|也就是说|不言而喻|由此可见|难怪|一时间"
    r"|而(?![且是非言后])[^，。；]{2,10}?(?:坚持|则(?:认为|表示|称|坚持|主张|对[^，。；]{2,12}(?:表示|持))|却(?:认为|表示|称|坚持))"
    r"|这(?:也|就)?(?:意味着|表明|说明)|[令让](?:无数|不少|许多|众多|很多|大批|大量|广大|全国|中国|大陆|海外)[^，。；]{0,6}(?:网友|球迷|粉丝|观众|读者|市民|民众|国人|人)[^，。；]{0,12}(?=[。！？\n]|$)|而?[^，。；]{0,8}(?:传言|质疑|传闻|争议|骂声|猜测)[^，。；]{0,6}不断|[令让]人(?:遗憾|唏嘘|感动|震惊|意外|不解|感慨|惋惜|心疼)|(?:再次|也|一度|迅速|随即)?引[发起]了?[^，。；]{0,14}?(?:热议|关注|争议|讨论|否认|指责|轰动|哗然|轩然大波|风波|质疑|不满|反响)|看得出来?|联想到"
    r"|遭(?:到)?[^，。；]{0,10}?(?:抨击|批评|反对|谴责|质疑|吐槽)|很?显然|有种|由此(?:可以?|能够?)|网友们?(?![说称表])|但现实(?!的)|随后(?:就|便)?引|变相|因此(?:举报|报警)|最终被判|当事双方|但截至[^，。]{0,8}发稿|给人|足见|[暗显]示(?!出|了)(?=[^，。；]{4,}(?:[。！？\n]|$))|实属|不知道是|[^，。；]{0,12}引[发起]热议"
    r"|(?:但|而|不过，?|然而，?)[^，。；：“”]{0,12}?(?:具体)?(?:并?未|没有?)(?:曝光|透露|说明|披露|给出|公布|解释|回答|提及)(?![^，。；]{0,8}(?:的|过))"
    r"|[^，。；]{0,8}(?:小编|IT之家|本网)(?:当然|汇总|整理|附上)|(?:但|不过，?|然而，?)[^，。；]{2,16}(?:法院|法庭|法官|检方)[^，。；]{0,6}(?:裁定|驳回|认定|判)"
    r"|(?:并|同时)?(?:驳斥|反驳|回击|抨击)了?[^。；]{2,60}(?:提问|指控|说法|处罚|质疑|言论)(?=[，。])|对(?:此|这一|该)[^，。；]{0,8}持[^，。；]{2,8}态度|也?算是给(?!我|自己)|[^，。；“”]{2,30}(?:出席|参加)(?:会议|活动|会见|会谈)。"
    r"|这(?:自然|无疑(?:是|有助))|真?(?:就)?是?令人(?:瞠目|无语|咋舌)|前后态度|引发“[^“”]{1,10}”(?:议题|话题|热潮)|实在可笑|(?:完全|大致|基本)?符合(?:市场|外界|此前|各方)*预期(?=[，。；])|细节(?:未详|不详)|足可?见|(?:当晚|当天|随后|随即)[^，。；“”]{2,10}(?:传出|曝出)|其余(?:的)?\s?\d|并(?:勉励|寄语|慰问|附上|附图|配图|配上|以此[劝勉])|(?:这一|该)(?:比例|占比|数字|数据|增速|水平)(?:[较比]|同比|环比|高于|低于|远[高低]于|明显|意在|旨在|创下?|为)|与[^，。；]{2,16}相比(?:没有|并无)|而在[^，。；]{2,10}年|[也还另]有(?:人|网友|家长|市民)[^，。；]{0,8}(?:反驳|认为|质疑|呼吁|表示|评论|留言)|画面(?:十分|非常|相当)|从[^，。；]{2,12}(?:能|可以)看出)"
)


# 林远希望谈成，但未能如愿: what came of a hope is told by the writer, unless he goes on with it himself.
_BUT = re.compile(
    r"，(?:但|不过|然而|可是|却)(?!，?(?:他|她|其)?(?:仍将|仍会|也|同时|短期|未来|若|如果|要|不[要得能应会宜可必]|必须|应|需|可[以能]|将|会|强调|警告|提醒|表示|指出|坦言|承认))"
)
_HOPES = frozenset({Stance.WISH, Stance.GUESS, Stance.ORDER})
_MEANT = re.compile(r"希望|愿意?|要(?!求)")
_MINDED = frozenset("承诺 担心 担忧 主张 呼吁 要求".split())


def _came_of_it(reading: Reading, draft: Draft, after: int, end: int) -> int | None:
    """Where, behind what somebody hopes, fears or demands without a mark, it is told what came of it."""
    is_minded = draft.hit.cue.stance in _HOPES or draft.hit.cue.word in _MINDED
    is_meant = draft.hit.cue.word == "表示" and _MEANT.match(reading.plain, after) is not None
    if draft.hit.mark or not (is_minded or is_meant):
        return None
    found = _BUT.search(reading.plain, after + 3, min(end, draft.sentence[1]))
    return found.start() if found and not reading.depth[found.start()] else None


# 宣布达成协定，标志着谈判结束: what is announced is one thing.
_GLOSS = re.compile(
    r"，(?:而在?(?:去年|前年|上个?[年月])|这?(?:也|就)?(?:标志[着其]|相当于|意味着)|这(?:也)?是(?!因|由|为了)|成为(?:首|第|继|全球|世界|该|国内)|并[于在]\d{4}年)"
)


def _glossed(reading: Reading, draft: Draft, after: int, end: int) -> int | None:
    """Where, behind what is announced without a mark, the writer says what it amounts to."""
    if draft.hit.mark or draft.hit.cue.word not in ("宣布", "官宣"):
        return None
    found = _GLOSS.search(reading.plain, after + 3, min(end, draft.sentence[1]))
    return found.start() if found and not reading.depth[found.start()] else None


_SHARE = re.compile(r"\d\s?%|[一二三四五六七八九]成|半数|一半")
_OTHER_SHARE = re.compile(r"，(?:另有|还有|而|另外|其余)?\s?\d[\d.]*\s?%\s?(?:的|则|担心|认为|表示|仍|对|因)")


def _of_the_rest(reading: Reading, draft: Draft, after: int, end: int) -> int | None:
    """六成受访者表示满意，另有 22% 认为太贵: where what others say begins."""
    if draft.subject is None or not _SHARE.search(draft.subject.name):
        return None
    found = _OTHER_SHARE.search(reading.plain, after + 3, min(end, draft.sentence[1]))
    return found.start() if found else None


def _told_on(reading: Reading, after: int, end: int) -> int | None:
    """Where, behind what somebody says, it is told how another answers or what came of it."""
    for pattern in (_REFUSED, _REMARKED):
        for found in pattern.finditer(reading.plain, after + 3, end):
            if not reading.depth[found.start()]:
                end = found.start()
                break
    return end if reading.plain[end : end + 1] in ("，", "；") and end > after + 2 else None


def _continued(reading: Reading, line: Line, drafts: list[Draft], at: int) -> int:
    """Where the speech ends, when it runs over the following sentences of its paragraph."""
    draft = drafts[at]
    following = drafts[at + 1] if at + 1 < len(drafts) else None
    # A paragraph that opens with 林远介绍 is his to its end, and so is what stands between two of his statements.
    opens = (
        at == 0
        and draft.sentence == line.sentences[0]
        and draft.hit.mark in ("，", "：")
        and draft.hit.cue.word not in _ANNOUNCED
    )
    between = following is not None and not following.is_dropped and _is_same(draft, following)
    end, run = draft.sentence[1], 0
    listed = _list_end(reading, line, draft, following)
    for start, stop in line.sentences:
        if start < end:
            continue
        if stop <= listed:
            end = stop
            continue
        if following and following.head < stop:
            break
        if following and reading.plain[start] == "“" and _is_attributed(reading, following, stop):
            break
        if _leads_to_another(reading, draft, following, (start, stop)):
            break
        if not _goes_on(reading, draft, (start, stop), end, opens or between):
            break
        end, run = stop, run + (_PLEDGED.match(reading.plain, start, stop) is None)
        is_his = (between or (opens and following is None)) and _holds_office(reading, draft)
        if run >= (_RUN_BETWEEN if is_his else _RUN):
            break
    return end


_FIRST_OF = re.compile(r"(?:^|[，。；：])(?:一是|一要|第一，|其一，|首先，?)")
_NEXT_OF = re.compile(
    r"(?:[二三四五六七八九]是|[二三四五六七八九]要|第[二三四五六七八九]，|其[二三四]，|其次，?|最后，)"
)


def _list_end(reading: Reading, line: Line, draft: Draft, following: Draft | None) -> int:
    """Where the last point of a list starts that his words open (一是…。…。二是…): all before it is his."""
    if not _FIRST_OF.search(reading.plain, draft.hit.after - 1, draft.sentence[1]):
        return 0
    limit = following.head if following else line.end
    return max(
        (
            stop
            for start, stop in line.sentences
            if start >= draft.sentence[1] and stop <= limit and _NEXT_OF.match(reading.plain, start)
        ),
        default=0,
    )


_QUESTION = re.compile(r"吗|呢|什么|怎[么样]|何|谁|哪|是否|难道|([会能要是])不\1|多[少大远久]|几|莫非|犯得着")
_HOSTILE = frozenset("扬言 放话 叫嚣 妄称 声称 鼓吹 狡辩".split())  # whoever writes so has an answer of his own
_ANNOUNCED = frozenset("宣布 官宣 证实 确认 承认".split())  # what is announced is one thing


def _is_attributed(reading: Reading, following: Draft, stop: int) -> bool:
    """“…。”何先生表示，…: whoever is named right behind a quotation says it."""
    if following.hit.cue.stance not in _BACKWARD or following.is_dropped or following.subject is None:
        return False
    if ABOUT.match(reading.plain, following.head):
        return False  # 林远回复称，…。“…。”对于质疑，林远表示: what he is asked next opens something new
    quote = reading.quote_ending_at(stop)
    return quote is not None and following.head - stop <= 1 and following.subject.start - stop < _BEHIND


_QUOTED_WHOLE = 12  # characters of a quotation that is all somebody says
_NAME = 7  # characters of a quotation that is a name: “十五五”时期，…
_BEHIND = 24  # characters between a quotation and who is named for it
_RUN = 4  # sentences; what a paragraph holds beyond that is background
_RUN_BETWEEN = 12  # where the official account of a meeting goes on to the next thing that he says
_FIRST_PERSON = re.compile(r"我|咱|本公司|(?<![\u4e00-\u9fff])本人|自己")
_AUTHOR = re.compile(r"(?:但|不过|而)?(?:就|在)?我个人|我倒是|但看了")
_ONWARD = re.compile(
    r"(?:经(?:初步|进一步|警方)?(?:查|调查|核查|核实|审讯|侦查)，|(?:死亡|遇难|死|受伤|伤|失联|获救|确诊)[^，。；]{0,4}中，|而且|同时|此外|除此之外|另外|另一方面|因此|所以|但|如果|不管|因为|其中|之后|目前|也|首先|比如|例如|即使|虽然|由于|其次|再次|第[一二三四五六]|[一二三四五六]是|将|要|公司|中方|俄方|美方|不过|然而|截至目前|最终|事实上|否则|无论|只要|只有|为了|应该|应当|必须|希望|需要|可以|预计|未来|接下来|下一步|今后|届时|双方|一方面|随着|总的来说|换句话说)"
)
_ONE = re.compile(r"[一某][名位个]|知情")
_LISTED = re.compile(r"而且|因为|其次|再次|第[一二三四五六]|[一二三四五六]是|如果|应该|希望|建议|提醒")
# The narrator takes over: who asked, what happened next, what this shows.
_NARRATED = re.compile(
    r"(?:[△▲▼◆■]|从当下|相比(?:于|之)?前|目前，?[^，。；]{2,14}(?:尚|暂|还|均|并)?未(?:就|对|作|做|回应|证实|确认|公布)|但[^，。；]{2,16}(?:尚|并)?未(?:对此|就此)?(?:确认|证实|回应|置评)|(?:相关|该项?)?(?:研究)?(?:论文|成果)[^，。；]{0,8}(?:发表|刊登|刊发)[在于]|图像(?:加注文字|来源)|(?:会谈|会见|会晤|会议|仪式|演讲|访问|活动)[前后]，|(?:相关|该|此)话题|为了证明|[^，。；]{0,12}(?:民警|警员|消防员|救援人员|救护人员|工作人员)[^，。；]{0,20}(?:到达|赶到|赶赴|赶往|抵达|到场)|有(?:粉丝|观众|家长)(?!说|会|能|可以)|(?:[\u4e00-\u9fff]{2})?警[方察](?:到场|接报|接警|赶到|随后|随即)|图[：源]|但?很?显然|但显然|按计划|我倒是|(?:就|在)?我个人|(?:去|前)年\d{1,2}月|根据[^，。]{2,20}(?:判决书|通报|公告|证明|显示)|而|那么，你|对此[，你]|大家怎么看|其实早在|但(?:实际上|事实上|现实)|记者|本报|该报|据|另据|于是|要知道|由此可见|看来|在得知|此举|此次|本次|这(?!里|边|次|个问题|种情况|些年)|事发|当天|当日|当时|随后|截至发稿|早前|此前|公开资料|资料|值得|可以看[出到]|可见|不难|(?:截至[^，。]{0,8}收盘|[^，。；]{0,8}股价|[^，。；]{0,8}股票)(?:当日|今日|盘[中前后]|收|大?[涨跌]|一度)|有(?:网友|媒体|分析)|\d{1,2}[日月时]|\d{4}年|近日|日前|昨[日天]|今[日天]|有报道|事件|目击者|网友|至于|(?:但是?|不过|而)?在[^，。]{0,6}(?:通告|通报|公告|声明|报道|视频)[中里]|[此该]案|消息传来|法庭|据此|两家公司|\S{0,8}记者|原标题|编辑|来源|（)"
)
# 这已经对地区和平构成威胁: what whoever speaks for a state makes of what he told.
_BEARS_ON = re.compile(
    r"这(?:不仅|不是|不但|也会|势必|使|让(?!人)|意味着|反映|体现|清[晰楚]地表明|既|已经?|完全|严重|充分|彻底|无疑|对[^，。；]{2,12}(?:是|都))"
)
# 南国政府愿同北国加强合作, 在此背景下，两国应当继续…: what only a speaker says.
_PLEDGED = re.compile(
    r"(?:(?:在此|在这(?:种|一|样的?)|在当前)[^，。；]{0,6}(?:下|中)，|为此，|因此，|今后|今年|未来|作为[^，。；]{2,12}，)?[^，。；他她]{0,12}?(?<![心志自甘情不])"
    r"(?:愿(?:同|与|意同|意与|本着|进一步|继续|在|为)|应(?:当|该)?(?:继续|加强|共同|坚持|携手|本着|进一步|始终|努力)|一贯(?:主张|支持|反对|认为|坚持|奉行)|始终(?:主张|支持|反对|认为|坚持|致力))"
)
_DEMANDED = re.compile(r"[^，。；：“”他她]{0,12}?(?<![重主需只还就是不想])要(?![求闻员素点件么是知])[\u4e00-\u9fff]")
# 一要诚实守信。二要…; 第四，…。第五，…: who counts goes on counting.
_ORDINAL = re.compile(r"第?[二三四五六七八九十](?:是|要|，)")
_COUNTING = re.compile(r"(?:^|[。；：，“\s])第?[一二三四五六七八九](?:是|要|，)")
_OF_THE_PAGE = re.compile(
    r"图片来源|内容如下|如下：|⭐|本文不构成|(?:参加|出席|主持|列席|陪同)(?:了|此次|当天的?)?(?:会议|活动|会见|会谈|仪式|吹风会)。$|未(?:就此)?[^，。]{0,8}(?:回应|回复)[^，。]{0,8}(?:置评|评论)请求"
)
_OF_THESE = re.compile(r"其中，?[^，。；]{1,16}\d|诊断为")  # 其中，重症5人; 诊断证明显示，…。诊断为…
_URGED = re.compile(
    r"^(?:如果?|若|一旦)[^。]*，(?:应|要|请|须|可)|(?<!重)要(?!求|闻|员)|勿|请(?!求)|应[当该]?|(?<!不)可(?!能)|避免|注意|严禁|不得|务必"
)
_ABROAD = re.compile(r"[美俄日韩朝英法德意印澳加欧乌]|北约|联合国")  # whoever does not speak for 中方
_WITNESSED = frozenset({Stance.REPORT, Stance.HEAR, Stance.SHOW, Stance.WITNESS, Stance.FIND})


def _is_same(draft: Draft, following: Draft) -> bool:
    """Whether the next statement is plainly by the same speaker."""
    if not draft.subject or not following.subject:
        return False
    return following.subject.sort is Sort.PRONOUN or following.subject.name == draft.subject.name


def _goes_on(reading: Reading, draft: Draft, sentence: tuple[int, int], end: int, is_held: bool) -> bool:
    plain = reading.plain
    start, stop = sentence
    words = plain[start:stop]
    quote = reading.quote_starting_at(start) if words[:1] == "“" else None
    if words[:1] == "“" and (quote is None or quote[1] - quote[0] > _NAME or plain[end - 2] == "”"):
        return quote is not None and quote[1] >= stop - 1
    if _ORDINAL.match(words) and _COUNTING.search(plain, draft.hit.after, end):
        return True
    if _OF_THESE.match(words):
        return draft.hit.cue.stance is not Stance.WITNESS
    if draft.hit.cue.word in LEARNED and draft.hit.mark == "：" and not _NARRATED.match(words):
        return True  # 记者从云州水利部获悉：…。…: all that he learnt there
    if _tells_figures(draft, plain, end) and _FIGURE.search(words) and _FIGURES_ON.match(words):
        return True
    is_seen = draft.hit.cue.stance in _WITNESSED and not (
        is_held and (draft.clause.through or draft.hit.cue.stance in (Stance.REPORT, Stance.HEAR))
    )
    if is_seen or (plain[end - 1] == "”" and plain[end - 2] in "。！？…"):
        return False
    if _FIRST_PERSON.search(words[:14]) and not _AUTHOR.match(words):
        return True
    last = reading.quote_ending_at(end - 1) if plain[end - 1] == "。" else None
    if last and last[1] - last[0] > _QUOTED_WHOLE and last[0] <= draft.hit.after + 1:
        return False  # 林远表示，“…”。历史表明，…: who quotes a sentence whole goes on in his own words
    if (
        words[-1] == "？"
        and _QUESTION.search(words)
        and draft.hit.cue.stance is not Stance.ASK
        and plain[end - 1] != "？"
    ):
        return False  # 林远表示没有钱。真的吗？: the writer asks
    if draft.hit.cue.word in _HOSTILE:
        return False
    if draft.hit.cue.stance in (Stance.ORDER, Stance.WISH) and _URGED.search(
        words if words[0] in "如若一" else words[:16]
    ):
        return True
    if draft.hit.cue.stance is Stance.WISH and not draft.hit.mark:
        return False  # 林远希望大家参加。随着合作的深入…: what he hopes is one sentence
    is_some = draft.subject is not None and draft.subject.sort is Sort.ANONYMOUS
    if not is_some and _DEMANDED.match(words) and _DEMANDED.match(plain, draft.hit.after, end):
        return True  # 会议强调，要…。各地要…
    name = draft.subject.name if draft.subject and draft.subject.sort is not Sort.PRONOUN else ""
    if draft.hit.mark and _PLEDGED.match(words) and not (name and name in words[:14]):
        return True
    is_told_of = draft.subject is not None and draft.subject.sort is Sort.PERSON and len(name) > 2 and name in words
    is_he = draft.subject is not None and draft.subject.name in ("他", "她") and draft.hit.mark == "，"
    if _BEARS_ON.match(words) and draft.hit.cue.word not in _ANNOUNCED and (is_he or _argues(reading, draft)):
        return True
    if (
        is_told_of
        or _NARRATED.match(words)
        or _OF_THE_PAGE.search(words)
        or re.match(r"[他她]", words)
        or (name and name in words[:14])
    ):
        return False
    if (
        (draft.subject and draft.subject.sort not in (Sort.BODY, Sort.OUTLET) and _SOMEBODY_ELSE.match(words))
        or _AGED.match(words)
        or _is_of_another(words, name)
        or (draft.subject and draft.subject.sort is Sort.PERSON and _tells_of_somebody(reading, sentence, name))
        or (words.startswith("中方") and _ABROAD.match(name))
    ):
        return False
    if draft.subject and draft.subject.sort in (Sort.BODY, Sort.OUTLET) and _DEFINED.match(words):
        return False
    if draft.subject and draft.subject.sort is Sort.ANONYMOUS and not is_held and not _ONE.search(draft.subject.name):
        return _LISTED.match(words) is not None  # 有网友认为…。但是…: the writer goes on
    if draft.subject and draft.subject.sort in (Sort.PERSON, Sort.PRONOUN) and _ends_in_words(reading, sentence):
        return True
    return is_held or _ONWARD.match(words) is not None or (_argues(reading, draft) and not _TOLD_OF.search(words))


def _ends_in_words(reading: Reading, sentence: tuple[int, int]) -> bool:
    """林远表示，…。云州人“不下跪、不沉默”。: words in quotation marks that end a sentence are of who spoke before it."""
    quote = reading.quote_ending_at(sentence[1] - 1)
    return quote is not None and quote[0] > sentence[0] and quote[1] - quote[0] >= _QUOTED_WORDS


_QUOTED_WORDS = 8  # characters between quotation marks that name nothing
_FIGURE = re.compile(
    r"\d[\d.,]*\s?(?:%|‰|个百分点|倍|[万亿]{0,2}(?:[元吨件人辆台家亩户例点艘宗名]|人次|架次|艘次|美元|千瓦|小时|平方米|公里))"
)
# 数据显示，…增长5%。全年…; 其中，…; 占比…: what a release of figures goes on with. Who else counts, and when, is another's.
_FIGURES_ON = re.compile(
    r"(?!据|根据|记者|近日|日前|此前|早前|[今昨]天|今日|公开|相比之下|与此(?!同时)|对比|值得|需要|目前|截至发|然而|更令人|[^，。；]{0,16}(?:表示|认为|指出|介绍|称，|说，|分析|公告|发布|宣布|预计|预测|注意到|获悉|了解到|附上|规定))"
)
_STATISTICIAN = re.compile(
    r"(?:[局部委署厅院]|部门|疾控|机场|口岸|边检站|协会|学会|联盟|联合会|商会|中心|总社|央行|银行|法院|机构|海关)$"
)


def _tells_figures(draft: Draft, plain: str, end: int) -> bool:
    """Whether whoever counts gives figures here: a release of them seldom is one sentence."""
    subject = draft.subject
    is_heard = draft.hit.cue.stance is Stance.HEAR
    if draft.hit.mark != "，" or (subject is None and not is_heard):
        return False
    counts = (
        subject is None
        or subject.sort is Sort.PAPER
        or (subject.sort is Sort.BODY and _STATISTICIAN.search(subject.name) is not None)
    )
    return counts and _FIGURE.search(plain, draft.hit.after, end) is not None


# 《云州》是一款由远山公司开发的游戏: what the writer adds of what was announced.
_DEFINED = re.compile(
    r"[^，。；]{2,24}?(?:是|为)(?:一[款家种个座名位只部]|知名|全球|国内|由)|该(?:事故|事件|案|平台|公司|产品|游戏|车)"
)
_SOMEBODY_ELSE = re.compile(r"(?:另有?)?[一两三][名位](?=[\u4e00-\u9fff]{2})")  # 目击者称…。一名官员走出废墟
_AGED = re.compile(r"\d{2}多?岁的?[\u4e00-\u9fff]{2,8}[在是说称从，]")  # 40岁陈姓商人在云州开店: somebody else
_OPENING = 16  # characters in which an office stands that opens a sentence
_LED = 2  # characters of 而, 但是 before a name
_OPENED = 40  # and in which he does what the sentence tells
_FOREIGN_CHAR = f"[{TRANSLITERATING}]"
_FOREIGN_HEAD = re.compile(
    rf"{_FOREIGN_CHAR}{{1,6}}(?:·{_FOREIGN_CHAR}{{1,6}})+|{_FOREIGN_CHAR}{{3,}}|[A-Z][a-z]+(?: [A-Z][a-z]+){{1,2}}(?=[\u4e00-\u9fff])"
)


def _is_of_another(words: str, name: str) -> bool:
    """林远表示…。贝尔金对两国关系感到满意: somebody else opens the sentence."""
    head = _FOREIGN_HEAD.match(words)
    if head is None or head.group() in name:
        return False
    if not head.group().isalpha():
        return True
    tags = rjieba.tag(words[:24], False)
    return tags[0][1] != "ns" and not tags[0][1].startswith("nt")


def _tells_of_somebody(reading: Reading, sentence: tuple[int, int], name: str) -> bool:
    """林远表示，…。渔民何青用木船救起九人: a man with a trade opens the sentence, and does what it tells."""
    start, stop = sentence
    if TITLE.search(reading.plain, start, min(stop, start + _OPENING)) is None:
        return False
    other = told_of(reading, start, min(stop, start + _OPENED))
    return (
        other is not None
        and other.sort is Sort.PERSON
        and bool(other.role)
        and other.start == start
        and other.name not in name
    )


def _leads_to_another(reading: Reading, draft: Draft, following: Draft | None, sentence: tuple[int, int]) -> bool:
    """林远表示…。部长何青随后致谢。他说…: who opens the sentence before 他 is he, and not the one who spoke before."""
    if following is None or following.subject is None or following.subject.name not in ("他", "她"):
        return False
    start, stop = sentence
    if following.sentence[0] - stop > 1:
        return False
    other = told_of(reading, start, min(stop, start + _OPENED))
    name = draft.subject.name if draft.subject else ""
    has_office = TITLE.search(reading.plain, start, min(stop, start + _OPENING)) is not None
    return (
        other is not None
        and other.sort is Sort.PERSON
        and (has_office or other.start - start <= _LED)
        and other.name not in name
        and not (name and name in other.name)
    )


def _argues(reading: Reading, draft: Draft) -> bool:
    """Whether somebody speaks who is asked for his view or holds an office: he seldom says one sentence."""
    subject = draft.subject
    if subject is None or draft.hit.mark not in ("，", "：") or subject.sort not in (Sort.PERSON, Sort.ROLE):
        return False
    if _IN_PUBLIC.search((subject.role or "") + subject.name):
        return True
    return _holds_office(reading, draft) or _is_behind(reading.plain, _EXPERTS, subject.name)


def _holds_office(reading: Reading, draft: Draft) -> bool:
    name = draft.subject.name if draft.subject and draft.subject.sort is Sort.PERSON else None
    return name is not None and _is_behind(reading.plain, _IN_OFFICE, name)


def _is_behind(plain: str, words: tuple[str, ...], name: str) -> bool:
    """Whether a name stands right behind one of some words, anywhere in what is read."""
    at = plain.find(name, 0, _READ) if name else -1
    while at >= 0:
        if plain.endswith(words, 0, at):
            return True
        at = plain.find(name, at + 1, _READ)
    return False


_IN_PUBLIC = re.compile(
    r"发言人|外交|国防部|国台办|教授|专家|医生|主任|院长|律师|研究员|学者|总统|总理|首相|部长|外长|大臣|议长|主席|国务委员|书记|[省市县州局厅]长|首席|董事长|总裁|代表|大使|院士|会长|司令|警长|检察长|分析师|行长|校长|工程师|总监|经理|创始人|CEO|秘书长|馆长|所长|博士|合伙人|负责人|教练|理事长|策略师|经济学家"
)
_EXPERTS = tuple("教授 专家 医师 医生 律师 研究员 学者 分析师 院士 项目负责人 经济学家 策略师".split())
_READ = 20_000  # characters of an article in which an office is looked for: what is longer is no report
_IN_OFFICE = tuple("总书记 主席 总理 总统 首相 外长 部长 大臣 发言人 书记 省长 市长 国王".split())
# What happened, and who else spoke: a day, an hour, another office, the article itself.
_TOLD_OF = re.compile(
    rf"^(?:\s|{TIME}|那么|作为|除|连|相关|延伸|根据|按照|经|在[^，。]{{2,20}}[后时中下]，)|\d{{1,2}}[日月点时]|记者|网友|负责人|发言人|本报|据|表示|[宣声]?称(?![为之])|指出|宣布|发布|提醒|确认了|证实|报道|公布|[他她]|一起来|评论区|消息"
)


def trimmed(plain: str, start: int, end: int) -> tuple[int, int]:
    """A span without the marks and spaces at its ends; closing quotation marks stay."""
    while start < end and (plain[start].isspace() or plain[start] in "，：、；。"):
        start += 1
    while end > start and (plain[end - 1].isspace() or plain[end - 1] in "，。；：、！？"):
        end -= 1
    return start, end
