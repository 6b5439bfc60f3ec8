"""Which words of an article are its own narration, and which are speech, documents or furniture.

Ten independent reports of one police notice share the notice and nothing else. So that they are not
taken for copies of each other, quoted and reported words are told apart from what the newsroom wrote,
and bylines, editor lines and copyright notes, which stand under a thousand unrelated articles, are left out.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from enum import IntEnum

import numpy as np
from numpy.typing import NDArray

from suyuan.outlets import host
from suyuan.records import Article, BlockKind
from suyuan.text import letters, paragraphs


class Zone(IntEnum):
    """What a character belongs to; of two that claim it, the greater."""

    NARRATION = 0
    SPEECH = 1  # quoted or reported words
    DOCUMENT = 2  # 通报, 公告, 声明, 判决
    FURNITURE = 3  # bylines, credits, editor lines, notices, captions, the headline repeated


FURNITURE_BLOCKS = frozenset({BlockKind.BYLINE, BlockKind.EDITOR, BlockKind.NOTICE, BlockKind.CAPTION})

# A line of this many characters or more is a sentence of the report, whatever word it begins with.
LONGEST_LABEL = 48

# A house's note is a line of its own; in a longer paragraph the same words are the subject of the report.
LONGEST_NOTE = 240

# Lines that begin with such a word and a mark, or consist of it, are furniture: 责任编辑：某某
LABELS = (
    "责任编辑|责编|本期编辑|值班编辑|流程编辑|网络编辑|实习编辑|微信编辑|新媒体编辑|编辑|美编|编审|编校|主编|副主编|校对|校审|审校|审核|初审|复审|终审|监审|监制|总监制|"
    "总值班|值班主任|签发|排版|制作|编导|摄制|配音|动画|海报制作|视频制作|音频制作|版式设计|统筹|策划|出品|设计|剪辑|摄影|摄像|视频|图片|图|文|撰文|撰稿|作者|原作者|记者|实习记者|见习记者|通讯员|供稿|来源|稿源|稿件来源|文章来源|"
    "内容来源|消息来源|信息来源|图片来源|视频来源|图源|综合来源|本文来源|新闻来源|原载|转自|转载自|原标题|原题|标题|标签|关键词|关键字|分类|栏目|发布时间|发布日期|更新时间|发表时间|"
    "发表于|发布于|编辑于|时间|日期|字号|字体|分享|分享到|打印|收藏|评论|点赞|浏览|阅读|阅读量|点击|举报|投诉|反馈|纠错|相关阅读|相关新闻|相关报道|相关链接|推荐阅读|延伸阅读|热门推荐|"
    "精彩推荐|最新推荐|更多新闻|更多精彩|猜你喜欢|为您推荐|上一篇|下一篇|返回首页|返回顶部|返回列表|首页|手机看|正在阅读|版权声明|免责声明|特别声明|版权所有|声明|爆料热线|新闻热线|"
    "联系电话|联系邮箱|投稿邮箱|投稿|邮箱|电话|传真|地址|二维码|扫一扫|扫码|长按|客户端下载|下载客户端|打开app|展开全文|阅读全文|点击查看|查看原文|阅读原文|资料图|图为|图片说明|事发现场|现场图"
)
LABEL_LINE = re.compile(rf"[\s【\[(（\"“—\-·•*|>#]*(?:{LABELS})(?:[\s:：/|丨｜】\])）,，、_-]|$)")

# A headline of another page: no full stop, longer than the lines into which a chatty text is broken.
HEADLINE = re.compile(r"[^。；;\n]{13,45}[^。；;，,、：:\n]")
SHORTEST_LIST = 5

# Sentences of the house about itself; anywhere in a line.
NOTICE = re.compile(
    r"版权(?:归|所有|作品|申明|声明)|(?:未经|没有).{0,30}(?:授权|许可|同意).{0,20}(?:不得|禁止|严禁|请勿|转载|使用)|(?:严禁|禁止|请勿|谢绝)(?:转载|摘编)|转载.{0,8}(?:请注明|须注明|目的在于|请联系)"
    r"|注明.{0,6}来源|(?:如有|如涉|若有|如存在|如果|涉及).{0,12}侵权|侵权.{0,6}(?:删除|联系)|(?:不|并不)代表本(?:网|站|报|平台|公司|人)?.{0,4}(?:观点|立场|网|赞同)|仅代表作者|免责声明|不良信息"
    r"|公网安备|icp[备证]|许可证(?:编号|号)?[:：]|举报(?:电话|中心|邮箱|/反馈)|新闻线索.{0,10}(?:爆料|通道|热线)|搜索.{0,10}(?:公众号|小程序).{0,10}关注|欢迎关注.{0,12}(?:公众号|微信|微博)"
    r"|(?:长按|扫描|扫码|识别).{0,10}二维码|下载.{0,10}客户端|点(?:此|击)(?:抽取|领取|参与|购买|下单|抢购)[。！!]?$|copyright|all rights reserved"
)

# The same in English feeds, where a whole item is often one paragraph: the sentence around such words.
HOUSE_WORDS = re.compile(
    r"\b(?:subscribe (?:now|to)|sign up (?:for|to)|our newsletter|all rights reserved|terms of use|generated using ai|edited for (?:accuracy|length)|follow us on|click here"
    r"|(?:group|applicable) (?:access|discounts?)|contact us (?:for|at))\b"
)
ENGLISH_END = re.compile(r"[.!?](?=\s|$)")

# Brackets that hold who wrote, took, sent or first ran it: （记者 某某）（来源：某报）（完）
BRACKET = re.compile(r"[（(【\[][^（(【\[）)】\]\n]{1,80}[）)】\]]")
BRACKET_WORDS = re.compile(
    r"记者|通讯员|来源|编辑|责编|原标题|原题|图源|供图|配图|摄影|摄$|摄[）)】\]]|微信(?:公众)?号|微信id|公众号|综合|据.{0,12}报道|^[（(【\[](?:完|图|新华社|中新社|央视新闻|人民网|总台)"
)

# A line that only gives the day, or who made the clip.
DAY_LINE = re.compile(r"\s*\d{4}\s*[年./-]\s*\d{1,2}\s*[月./-]\s*\d{1,2}\s*日?[\s\d:：星期一二三四五六日天.…]*$")
MADE_BY = re.compile(r"[^。，,：:]{2,16}(?:制作|出品|联合出品|荣誉出品)$")

# Addresses say nothing, and those of one site are alike.
ADDRESS = re.compile(r"https?://[!-~]+")

# The dateline at the head of a report: 新华社北京6月4日电, 本报讯, 某某网临沂8月26日讯（记者某某）
# Few spaces at each place: many, and a line of blanks would be tried in every division.
DATELINE = re.compile(
    r"[【\[]?[一-鿿a-z0-9·/]{2,16}?(?:客户端|app)?\s{0,3}[一-鿿]{0,8}\s{0,3}(?:\d{4}\s{0,3}年)?\s{0,3}(?:\d{1,2}\s{0,3}月\s{0,3})?(?:\d{1,2}\s{0,3}日)?\s{0,3}(?:专)?[电讯](?=[\s（(，,:：】\]]|据|记者)"
    r"[】\]]?\s{0,3}(?:[（(][^）)\n]{0,40}[）)])?\s{0,3}[-—]*"
    r"|(?:本报|本网|本台|本刊|快报|晚报|晨报)?(?:综合)?(?:消息|快讯|讯)[（(,，：:\s]"
    r"|[一-鿿a-z0-9·]{2,10}\s{0,3}(?:\d{1,2}\s{0,3}月\s{0,3}\d{1,2}\s{0,3}日)?消息[，,：:\s]"
)

# “…” of fewer characters is a name or a term, not speech.
SHORTEST_SPEECH = 6
# Pages close “ with a straight mark as often as with ”.
QUOTED = re.compile(
    rf"“[^“”\n\"]{{{SHORTEST_SPEECH},}}[”\"]|(?<![^\s，,:：。(（])\"[^\"“”\n]{{{SHORTEST_SPEECH},}}[\"”]"
)

SENTENCE = re.compile(r"[^。！？!?；;\n]+[。！？!?；;]*")

# What stands between the report's own frame and what was said; the words after it are the speaker's.
SAYING = re.compile(
    r"(?:表示|指出|介绍|透露|强调|认为|坦言|直言|回忆|解释|补充|承认|否认|宣称|声称|辩称|建议|呼吁|提醒|告诫|重申|写道|感慨|分析|猜测|推测|评价|告诉(?:本报|本刊|本台|本网)?[^，,。：:]{0,12}?记者|接受[^，,。：:]{0,16}采访时)"
    r"(?:说|称|道|到)?[，,：:]"
    r"|(?:表示|坦言|强调|指出)(?=[一-鿿])"
    r"|(?<![名简俗人自号尊统公职堪可的话])(?:称|说)[，,：:]|[写问答喊笑叹骂解说]道[，,：:]"
)

# A document speaks from here on: 警方通报称，… 记者从市公安局获悉，… 判决书显示，…
REPORTING = re.compile(
    r"(?:通报|公告|声明|公报|公示|通告|发布|公布|致歉|道歉)(?:表示|称|说|指出|显示|到|如下|，?全文如下)?[，,：:]"
    r"|发布[^，,。：:\n]{0,16}(?:预警|预报|提示|名单|数据|公报|报告|目录|通知|意见|办法|规定|方案|指南|预告|快报|年报|季报|财报|令)(?:信号)?[，,：:]"
    r"|(?:发布|发表|发出|刊发|挂出)[^，,。：:\n]{0,12}(?:消息|微博|博文|推文|长文|视频|文章|公开信|信息|情况|讲话|谈话)(?:称|说|指出|表示|回应)?[，,：:]|发(?:文|帖|声|博|微博|长文|视频|推)(?:回应)?(?:称|说|表示|道)?[，,：:]"
    r"|(?:微博|官微|官网|网站|公众号|警方|公安|政府|部门|法院|检察院|指挥部|发布|[局部厅委办院署处])[^，,。：:\n]{0,16}消息[，,：:]"
    r"|(?:公告|通报|声明|判决书|裁定书|决定书|官网|网站|数据|文件|报告|公开信息|年报|财报|信息|通知)[^，,。：:\n]{0,10}显示[，,：:]"
    r"|从[^，,。：:\n]{2,60}(?:获悉|了解到|得知)[，,：:]"
    r"|(?:警方|公安|法院|检察院|检方|消防|官方|当局|政府|部门|指挥部|委员会|发言人|负责人|客服|公司|集团|校方|院方|[局部厅委办署])(?:今天|今日|昨日|\d+日|随后|此前|方面|相关人士|工作人员|有关人士|对此|则|也|还|并|就此){0,4}(?:表示|称|介绍|指出|透露)(?:说|称)?[，,：:]"
    r"|经(?:初步)?(?:查|审查|核查|调查|审理查明|调查核实|查明)[，,：:]|指控[：:]|接(?:警|报)[：:]|(?:正式|自动)测定[，,：:]|(?:速报目录|播报机器人)[^，,。：:\n]{0,10}[，,：:]"
    r"|发言人[^，,。：:\n]{0,24}(?:表示|称|介绍|指出|回应|强调|说)(?:称|说)?[，,：:]|(?:通报会|发布会|记者会|吹风会|通气会)(?:上)?(?:获悉|了解到)?[，,]|(?:发布会|记者会|吹风会|通气会)上[^，,。：:\n]{0,20}(?:表示|称|介绍|指出|强调|说|透露|通报)(?:称|说)?[，,：:]"
    r"|(?:通报|声明|公告|通告|公示|告知书|全文|原文|内容|回应|情况)(?:全文|内容)?如下[：:]?"
)
# One sentence of a document, and no more.
RULING = re.compile(r"(?:宣布|披露|回应|证实|确认|答复|裁定|判决|认定|查明)(?:表示|称|说|到)?[，,：:]")
# … unless it was said to one newsroom: 李四对某报记者证实，…
TO_REPORTER = re.compile(r"(?:对|向|告诉|接受)[^，,。：:\n]{0,14}(?:记者|[报社网台刊]|新闻|采访)")
# … unless it is a newsroom that speaks: 据央视新闻微博消息，… is a report.
NEWSROOM = re.compile(
    r"[日晚早晨时周商]报|都市报|通讯社|新华社|中新社|[路法美共塔韩俄][^，,。]{0,3}社|新闻(?!办|发布会|发言人|局|中心)|电视|广播|中新网|新华网|[一-鿿]网(?![络友站民红约点上页信])(?:记者|报道|\d|[^，,。]{0,6}消息)|传媒|融媒|媒体|客户端|周刊|视频(?:记者)?|报道"
)

# A body speaks of itself in words no newsroom uses of itself.
OWN_VOICE = re.compile(
    r"(?:我们|我司|我局|我县|我市|我区|我校|我院|我厅|我委|我部|我公司|本公司|我集团|我单位)[^。！？!?\n]{0,40}?(?:痛心|深切|深表|歉|高度重视|第一时间|全力|感谢|承诺|依法|追究|悼|慰问|配合|谴责)"
    r"|(?:我司|我局|我县|我镇|我校|我院|我公司|我街道|我办|我单位)"
    r"|(?:调查|侦查)终结|依法告知了?.{0,8}诉讼权利|接受.{0,20}(?:纪律审查|监察调查)|开除(?:党籍|公职)|采取刑事强制措施"
    r"|特此(?:通报|声明|公告|通知|说明|致歉|公示)|(?:欢迎|敬请)[^。\n]{0,16}监督"
)

# A notice in one paragraph is seldom longer; what follows is the newsroom's again.
LONGEST_DOCUMENT = 400

# After such words the document fills the paragraphs that follow, not only its own.
FOLLOWS = re.compile(
    r"如下[：:。]?\s*$|(?:发布|公布)[^。，,]{0,12}(?:通报|声明|公告|通告)[：:]\s*$"
    r"|(?:以下|下列)[^。，,：:\n]{2,12}[：:]\s*$"
    r"|(?:举行|召开|举办|主持)[^。；，,\n]{0,40}(?:通报会|发布会|记者会|吹风会|通气会)"
)
LONGEST_NOTICE = 1200
# Words of newsrooms that no notice uses.
NEWSROOMS_OWN = re.compile(r"记者|网友|据报道|告诉|采访|媒体")
# A rule of law, and a table of figures: draws, rates, results.
CLAUSE = re.compile(r"\s*第[一二三四五六七八九十百零〇\d]{1,6}[条章节款编]")
DIGITS = re.compile(r"\d")
FIGURES = 0.5
SHORTEST_TABLE = 20
LEAD = 200
# Questions and answers: at a press conference they are a document, elsewhere they were given to one newsroom.
ASKED = re.compile(r"\s*(?:记者|问|提问|主持人|[一-鿿]{2,8}(?:报|社|网|电视台|电台|新闻|卫视)(?:记者)?)\s*[：:]")
ANSWERED = re.compile(r"\s*(?:答|[一-鿿·]{2,12})\s*[：:]")
PRESS = re.compile(r"发布会|记者会|吹风会|答记者问|答问|发言人")
# Where a document ends: the newsroom speaks again.
RESUMES = re.compile(
    r"(?:本报|本网|本台|.{0,8})记者|此前|据(?:报道|了解|悉|此前|.{2,12}(?:报道|消息))|(?:事件|新闻)(?:背景|回顾)|公开资料|延伸|(?:澎湃|红星|新京报|极目|九派|上游|封面|潇湘|大河)"
)


def zones(article: Article, text: str) -> NDArray[np.uint8]:
    """The zone of every character of the article's text, read from the folded text."""
    marks = np.zeros(len(text), dtype=np.uint8)
    title = letters(article.title)
    lines = paragraphs(text)
    lists = _lists([text[start:end] for start, end in lines])
    talk = _talk(text, lines)
    document = 0  # where a document that fills whole paragraphs ends at the latest
    for place, (start, end) in enumerate(lines):
        line = text[start:end]
        if place in lists or _is_furniture(line, title):
            marks[start:end] = Zone.FURNITURE
            continue
        if (zone := talk.get(place)) is not None or _is_nobodys(line):
            marks[start:end] = Zone.DOCUMENT if zone is None else zone
        elif start < document and not (RESUMES.match(line) or NEWSROOMS_OWN.search(line)):
            marks[start:end] = Zone.DOCUMENT
        else:
            document = 0
            for first, last, zone in _reported(line):
                marks[start + first : start + last] = zone
        if FOLLOWS.search(line):
            document = end + LONGEST_NOTICE
        for first, last, zone in _inline(line):
            words = marks[start + first : start + last]
            words[words < zone] = zone  # a quotation inside a notice is the notice's
    for block in article.blocks:
        if block.kind in FURNITURE_BLOCKS:
            marks[block.start : block.end] = Zone.FURNITURE
        elif block.kind is BlockKind.QUOTE:
            marks[block.start : block.end] = Zone.SPEECH
    if is_official(article):
        marks[marks != Zone.FURNITURE] = Zone.DOCUMENT
    return marks


def is_official(article: Article) -> bool:
    """Whether a public body publishes it itself: all of it is a document that newsrooms may quote."""
    return any(
        host(address).endswith((".gov.cn", ".gov", ".gov.hk", ".gov.tw")) for address in (article.url, article.outlet)
    )


def _lists(lines: list[str]) -> set[int]:
    """The lines of headline lists: one bare headline under another."""
    found: set[int] = set()
    run: list[int] = []
    for place, line in enumerate([*lines, "。"]):
        if HEADLINE.fullmatch(line):
            run.append(place)
            continue
        if len(run) >= SHORTEST_LIST:
            found.update(run)
        run = []
    return found


def _talk(text: str, lines: list[tuple[int, int]]) -> dict[int, Zone]:
    """The lines of questions and answers, and what each is."""
    asked = [place for place, (start, end) in enumerate(lines) if ASKED.match(text, start, end)]
    if len(asked) < 2 and not (asked and PRESS.search(text, 0, LEAD)):
        return {}
    zone = Zone.DOCUMENT if PRESS.search(text, 0, LEAD) else Zone.SPEECH
    after = [place for place in range(asked[0], len(lines)) if ANSWERED.match(text, *lines[place])]
    return dict.fromkeys((*asked, *after), zone)


def _is_nobodys(line: str) -> bool:
    return CLAUSE.match(line) is not None or len(DIGITS.findall(line)) > FIGURES * max(len(line), SHORTEST_TABLE)


def _is_furniture(line: str, title: str) -> bool:
    if len(line) < LONGEST_LABEL and (LABEL_LINE.match(line) or DAY_LINE.match(line) or MADE_BY.match(line)):
        return True
    # Some papers letter-space their notes: 版 权 所 有.
    if len(line) < LONGEST_NOTE and NOTICE.search("".join(line.split())):
        return True
    return bool(title) and len(line) < 2 * len(title) + 8 and letters(line) == title


def _reported(line: str) -> Iterator[tuple[int, int, Zone]]:
    if len(line) <= LONGEST_DOCUMENT and OWN_VOICE.search(line):
        yield 0, len(line), Zone.DOCUMENT
        return
    document = 0
    cues = _cues(line)
    for place, (start, end) in enumerate(_sentences(line) if cues else ()):
        if document and (start > document or RESUMES.match(line, start, end)):
            document = 0
        cue, said = cues.get(place, (None, start))
        if cue is REPORTING:
            start, document = said, said + LONGEST_DOCUMENT
        if document:
            yield start, end, Zone.DOCUMENT
        elif cue is not None:
            yield said, end, Zone.SPEECH if cue is SAYING else Zone.DOCUMENT


def _sentences(line: str) -> list[tuple[int, int]]:
    return [sentence.span() for sentence in SENTENCE.finditer(line)]


def _cues(line: str) -> dict[int, tuple[re.Pattern[str], int]]:
    """By the number of a sentence, the cue that rules it and where what is said begins."""
    found = [
        (match, pattern)
        for pattern in (SAYING, OWN_VOICE, RULING, REPORTING)
        for match in pattern.finditer(line)
        if not _is_said_by_or_to_newsroom(line, match, pattern)
    ]
    cues: dict[int, tuple[re.Pattern[str], int]] = {}
    starts = [start for start, _ in _sentences(line)] if found else []
    for match, pattern in found:
        place = max(0, bisect_right(starts, match.start()) - 1)
        # The first of its kind, but a document before a ruling, a ruling before plain speech.
        if place not in cues or cues[place][0] is not pattern:
            cues[place] = pattern, starts[place] if pattern is OWN_VOICE else match.end()
    return cues


def _is_said_by_or_to_newsroom(line: str, cue: re.Match[str], pattern: re.Pattern[str]) -> bool:
    newsroom = {REPORTING: NEWSROOM, RULING: TO_REPORTER}.get(pattern)
    return newsroom is not None and newsroom.search(line, _clause(line, cue.end()), cue.end()) is not None


def _clause(line: str, end: int) -> int:
    """Where the words that lead to a cue begin: after 据, 从 or the mark before them."""
    start = max(0, end - LONGEST_LABEL)
    return max(start, *(line.rfind(mark, start, end - 2) + 1 for mark in "据从，,：:。"))


def _inline(line: str) -> Iterator[tuple[int, int, Zone]]:
    for quote in QUOTED.finditer(line):
        yield quote.start(), quote.end(), Zone.SPEECH
    if dateline := DATELINE.match(line):
        yield dateline.start(), dateline.end(), Zone.FURNITURE
    for place in ADDRESS.finditer(line):
        yield place.start(), place.end(), Zone.FURNITURE
    for words in HOUSE_WORDS.finditer(line):
        first = max(0, words.start() - LONGEST_NOTE)
        ends = [end.end() for end in ENGLISH_END.finditer(line, first, words.start())]
        close = ENGLISH_END.search(line, words.end(), words.end() + LONGEST_NOTE)
        begin = (
            ends[-1] if ends else first and words.start()
        )  # a sentence that begins the line, or one too long for a note
        yield begin, close.end() if close else words.end(), Zone.FURNITURE
    for bracket in BRACKET.finditer(line):
        if BRACKET_WORDS.search(bracket.group()):
            yield bracket.start(), bracket.end(), Zone.FURNITURE
