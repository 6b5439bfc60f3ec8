"""Who 他, 该公司, 这名官员, 声明 and a short name are: which of the people and bodies of one article."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

import rjieba

from suyuan.records import SpeakerKind
from suyuan.statements.cast import Cast, body_ending, body_of
from suyuan.statements.names import (
    ANONYMOUS,
    ANY_FIRM,
    BODY_TAIL,
    COURTESIES,
    OWN_SITE,
    PRONOUN,
    PROPER_NOUNS,
    TIME,
    TITLE,
    TITLE_END,
    TRANSLITERATED,
    is_name,
    may_name,
    outlet_in,
    titled,
)
from suyuan.statements.speakers import BENEATH, Sort, Subject, classified, of_a_kind, subject_of, told_of
from suyuan.text import SURNAMES, provinces


@dataclass(frozen=True, slots=True)
class Answer:
    """A subject resolved: the fullest name, what kind of speaker, the role, and how it was found."""

    name: str | None
    kind: SpeakerKind
    role: str | None = None
    resolved: str = "explicit"


@dataclass(slots=True)
class Scene:
    """Who has spoken so far, while the statements of one article are read in order."""

    human: Answer | None = None
    body: Answer | None = None
    last: Answer | None = None
    outlet: str | None = None
    paragraph: int = -1
    human_line: int = -1  # where `human` spoke last
    human_at: int = -1  # and the place in the text
    last_at: int = -1  # where `last` spoke
    spoken: list[Answer] = field(default_factory=list)
    papers: dict[str, tuple[Answer, int]] = field(default_factory=dict)  # whose 数据 or 报告 was quoted last, and where


# 院方 is the hospital or court named last; which nouns each of these can stand for.
_TRADE = re.compile(r"博主|UP主|律师|店主|车主|司机|女子|男子|店员|房东")
_SIDES = {
    "院方": r"医院|卫生院|法院|福利院|养老院|学院",
    "园方": r"动物园|幼儿园|公园|植物园|乐园|园区|景区",
    "校方": r"大学|学院|中学|小学|学校",
    "厂方": r"厂|公司",
    "店方": r"店|酒店|饭店|超市|餐厅",
    "馆方": r"馆",
}
_BRIEFING = re.compile(
    r"(?<=...)(?:\d{1,2}月份?|例行|月度|季度|年度|[一二三四]季度|上半年)*(?:新闻|情况)?发布会$"
)  # who gives it speaks
_MEETING = re.compile(r"会议|大会|全会|论坛|峰会|座谈会|发布会|研讨会|推进会|年会")
# 据媒体透露: nobody can be asked which.
_NO_OUTLET = re.compile(
    r"(?:.*[和与及、])?(?:有|多家|一些|部分|当地|境外|国外|西方|海外|网络|自|社交|相关|不少|据)*(?:[外港台美英日韩俄法德印党官]?媒体?|外电|网络|媒体报道|新闻|消息)"
)
_BACK = 300  # characters in which a name can still be who 他 is, where nobody has spoken yet
_ISSUABLE = "声明|说明|公告|通报|公报|讣告|通知|通告|报告|公开信|文章|微博|视频|函|信|博文|帖文|推文|长文|帖子|财报|年报|半年报|季报"
_ISSUED = re.compile(
    rf"(?:呈交|递交|发布|发表|发出|公布|贴出|张贴|刊发|出具|签署|印发|下发|出台|推出|晒出|披露|刊登|挂出|提交|公开|发)了?[^，。；：”]{{0,24}}?(?:{_ISSUABLE})"
)


def resolve(cast: Cast, scene: Scene, subject: Subject | None, at: int, line: int) -> Answer:
    """The speaker that a subject names; None is a dropped subject. `at` and `line` are where it stands."""
    speaker = _found(cast, scene, subject, at, line)
    human = scene.human
    if (
        subject
        and subject.sort is Sort.PAPER
        and speaker.kind is SpeakerKind.NAMED
        and (kind := _FIGURES.search(subject.name))
    ):
        scene.papers[kind.group()] = speaker, line
        if kind.group() in _BOOKLETS:
            scene.papers["报告"] = speaker, line
    if speaker.kind in (SpeakerKind.NAMED, SpeakerKind.UNNAMED) and subject:
        is_he = subject.sort is Sort.PRONOUN and (subject.name in _SINGLE or _POINTED_PERSON.search(subject.name))
        if subject.sort in (Sort.PERSON, Sort.ROLE) or speaker.name in cast.people or is_he or _is_foreign(subject):
            scene.human, scene.human_line = speaker, line
        elif subject.sort is Sort.BODY and not _MANY_BODIES.fullmatch(subject.name):
            scene.body = speaker
    elif speaker.kind is SpeakerKind.ANONYMOUS and subject and _is_person(subject):
        scene.human, scene.human_line = speaker, line
    elif subject is None:
        scene.human_line = line if scene.human and scene.human.name == speaker.name else scene.human_line
    if scene.human is not human or (human and human.name == speaker.name):
        scene.human_at = at
    scene.last, scene.last_at = speaker, at
    scene.spoken.append(speaker)
    return speaker


_POINTED_PERSON = re.compile(r"^(?:上述|前述|该|这[名位]).*(?:人士|专家|学者|负责人|[师员者])$")  # 上述投行人士


def _is_foreign(subject: Subject) -> bool:
    """A name that transliterates and that no dictionary has: 绍伊古 can be 他, 乌克兰 cannot."""
    name = subject.name
    return (
        3 <= len(name) <= 6
        and set(name) <= TRANSLITERATED
        and not BODY_TAIL.search(name)
        and len(rjieba.tag(name, False)) > 1
    )


def _is_person(subject: Subject) -> bool:
    """Somebody unnamed who can be 他 in what follows; the reporter who looked on is not."""
    return subject.sort is Sort.ANONYMOUS and not subject.name.endswith("记者")


def _found(cast: Cast, scene: Scene, subject: Subject | None, at: int, line: int) -> Answer:
    if subject is None:
        return _again(scene.last, "dropped subject")
    name = subject.name
    match subject.sort:
        case Sort.ANONYMOUS if paper := _entitled_paper(cast, name, at):
            return paper
        case Sort.ANONYMOUS if known := _of_trade(scene, name):
            return _again(known, "title")
        case Sort.ANONYMOUS:
            return Answer(None, SpeakerKind.ANONYMOUS, subject.role)
        case Sort.PERSON:
            full = cast.person(name)
            return Answer(full, SpeakerKind.NAMED, subject.role, "explicit" if full == name else "short name")
        case Sort.OUTLET if _NO_OUTLET.fullmatch(name):
            return Answer(re.split("[和与及、]", name)[-1], SpeakerKind.UNNAMED, None, "outlet")
        case Sort.OUTLET:
            full = next(
                (
                    body
                    for body in cast.bodies
                    if len(body) > len(name) and body.startswith(name) and re.search(r"客户端|新闻$", body)
                ),
                name,
            )
            return Answer(full, SpeakerKind.NAMED, None, "outlet")
        case Sort.ROLE:
            return _role(cast, scene, subject, at)
        case Sort.PAPER if name in cast.people:
            return _found(cast, scene, replace(subject, sort=Sort.PERSON, role=None), at, line)  # 李文章
        case Sort.PAPER:
            return _paper(cast, scene, subject, at, line)
        case Sort.PRONOUN:
            found = _pronoun(cast, scene, subject, at, line)
            if found.name and cast.is_other(found.name, name):
                return _her(cast, scene, name, at)
            if found.name and name in ("他", "她"):
                cast.call(found.name, name)
            return found
        case _ if name in _NAMELESS_SIDES:
            return Answer(name, SpeakerKind.UNNAMED)
        case _ if _MANY_BODIES.fullmatch(name):
            return Answer(name, SpeakerKind.UNNAMED)
        case _ if _MEETING.fullmatch(name):
            meeting = _BRIEFING.sub("", cast.meeting(name, at) or "")
            return Answer(meeting or name, SpeakerKind.NAMED if meeting else SpeakerKind.UNNAMED, None, "short name")
        case _ if name in cast.people or cast.person(name) != name:
            return _found(cast, scene, replace(subject, sort=Sort.PERSON), at, line)
        case _ if person := cast.within(name):
            return Answer(cast.person(person), SpeakerKind.NAMED, None, "explicit")
        case _:
            involved = re.match(
                r"(?:涉事|当事|涉案|上述|该)(?P<noun>医院|公司|企业|学校|幼儿园|酒店|餐厅|小区|景区|银行|商家|门店|平台|单位|机构)(?:方面)?$",
                name,
            )
            kind = involved["noun"] if involved else _KINDS.get(name)
            full = (_body_before(cast, at, kind) if kind else None) or _of_its_land(cast, name, at) or cast.body(name)
            if name in _TRYING and full.startswith("最高"):
                full = name  # a case that the highest court tells of, tried by another
            return Answer(_joined(cast, full), SpeakerKind.NAMED, None, "explicit" if full == name else "short name")


def _of_its_land(cast: Cast, name: str, at: int) -> str | None:
    """日本警方 for a bare 警方 that comes after it."""
    if name not in _OF_A_LAND:
        return None
    before = cast.reading.plain[cast.back(at, _FAR) : at]
    for found in reversed(list(re.finditer(rf"(?P<land>[\u4e00-\u9fff]{{2,6}}){name}", before))):
        land = ""
        for word, tag in reversed(rjieba.tag(found["land"], False)):
            if tag != "ns":
                break
            land = word + land
        if land:
            return land + name
    return None


_OF_A_LAND = frozenset("警方 检方 军方 央行 国会 审计部门 监管部门".split())


def _her(cast: Cast, scene: Scene, pronoun: str, at: int) -> Answer:
    """Whoever was named or spoke last of those whom the article calls 她, where 她 would be somebody whom it calls 他."""
    if near := cast.before(at, cast.back(at, _FAR)):
        return Answer(cast.person(near), SpeakerKind.NAMED, None, "pronoun")
    for one in reversed(scene.spoken):
        if one.name and one.name in cast.called and cast.called[one.name][pronoun]:
            return _again(one, "pronoun")
    return Answer(None, SpeakerKind.UNRESOLVED, None, "pronoun")


_MANY_BODIES = re.compile(
    r"(?:[多数几两三][家个]|不少|各|一些|部分|许多|众多|多数)(?:大型|中小|头部|知名|国内|上市)*(?:券商|公司|企业|机构|银行|车企|房企|基金|厂商|平台|品牌|投行|航司|药企|国家|高校|医院|部门)(?:方面)?"
)  # 多家券商: none by name
# For somebody who is known only from what stands around.
_NAMELESS_SIDES = frozenset(
    "官方 品牌方 主办方 承办方 厂商 厂家 店家 商家 平台方 出品方 制作方 发行方 片方 涉事方".split()
)
# The word alone is the one named last.
_KINDS = {"法庭": "法院"} | {
    kind: kind
    for kind in "法院 景区 动物园 幼儿园 俱乐部 研究所 研究院 商会 协会 学会 联合会 交易所 省政府 市政府 县政府 区政府".split()
}
_TRYING = frozenset({"法院", "法庭"})


def _of_trade(scene: Scene, name: str) -> Answer | None:
    """博主@云州小站透露，…。博主还表示: who of that trade spoke last."""
    if not _TRADE.fullmatch(name):
        return None
    return next((one for one in reversed(scene.spoken) if one.name and (one.role or "").endswith(name)), None)


def _again(last: Answer | None, how: str) -> Answer:
    if last is None:
        return Answer(None, SpeakerKind.UNRESOLVED, None, how)
    return Answer(last.name, last.kind, last.role if last.name is None else None, how)


_NO_OFFICERS = frozenset(
    "市民 村民 居民 网友 学生 游客 乘客 业主 住户 家长 农民 商户 消费者 员工 老师 医生 司机 顾客 患者".split()
)


def _role(cast: Cast, scene: Scene, subject: Subject, at: int) -> Answer:
    name = subject.name
    for side, nouns in _SIDES.items():
        if name.startswith(side) and (body := _body_before(cast, at, nouns)):
            name = body + name[len(side) :]
    title = TITLE_END.search(name)
    short = name[: title.start()] if title and title.group() in COURTESIES else ""
    full = cast.person(short)
    if full != short and "·" in full:
        return Answer(full, SpeakerKind.NAMED, name[len(short) :], "short name")  # 贝尔金教授
    is_anybody = name.endswith("们") or (title is not None and title.group() in _NO_OFFICERS)
    if not is_anybody and not re.match(r"(?:一名|一位|有|多名|另)", name) and (known := cast.officer(name)):
        return Answer(known[0], SpeakerKind.NAMED, None, "title")
    short = re.sub(r"^(?:有关|相关|现场|该|主要|其)+", "", name)
    if short in (
        "负责人",
        "工作人员",
        "发言人",
        "新闻发言人",
        "民警",
        "负责同志",
        "经理",
        "客服",
        "客服人员",
    ) and short == re.sub(r"^(?:有关|相关)", "", name):
        if asked := _asked_body(cast, at):
            return Answer(asked.removesuffix(name) + name, SpeakerKind.UNNAMED, None, "title")
        # 发言人说, after 商务部新闻发言人 has spoken.
        for one in reversed(scene.spoken):
            if one.name and (one.role or one.name).endswith(short) and len(one.role or one.name) > len(short):
                return _again(one, "title")
        body = _body_near(cast, at) or (scene.body.name if scene.body else None)
        if body:
            return Answer(body + name, SpeakerKind.UNNAMED, None, "title")
    return Answer(name, SpeakerKind.UNNAMED)


# 瑞士一项最新研究: some study, whoever made it.
_COUNTED_PAPER = re.compile(r"^[\u4e00-\u9fff]{2,4}(?:\d{4}年)?[一两几多数][项份篇](?:最新|新|相关)?的?$")


_SOME_PAPER = re.compile(r"多[个款份项家]|[一两三几][个款]|一些|多数|不少")  # 多个航班动态软件
_PUT_OUT = re.compile(
    r"(?<=.)(?:(?:提供|出具|开具|发布|公布|披露|透露|曝光|掌握|发[出来]|[寄送]来|拍摄|制作|参与|牵头|主导|完成|开展|获取|录制|上传|附上)的|(?:发布|公布|披露|透露|进行|曝光|晒出|流出|录制|获取|附上)(?![会者方的])).*$"
)
_COUNTS_IT = re.compile(
    r"^(?:一份由?|一则|根据|由(?=.{2})|该[国省市州]?|其|有(?!关|限))|的?(?:上述|该)$|(?:提供|拍摄|发布|公布|发出|出具|发表|官方|播放|展示|出示|流传|调取|张贴)?的?(?:[一二三两多][份段则张项篇]|[份段则张篇])?(?:最新|新|相关|内部)?$"
)
_DATED = re.compile(rf"(?:{TIME}|前两天|对外|同时|联合|最新|\s|（[^（）]*）)+$")
_ON_ITS_SITE = re.compile(
    r"^(?:另?一[则份项]?)?是|(?<=..)(?<![个家])(?:(?:通过|在|于|用|经)(?:官方)?)?(?:的?(?:官方)?(?:微信|微博|网站|官网|账号|中文|英文))*(?:通过|在|于|用)?$"
)
_ACCOUNT = re.compile(r"公众号|官微|官方微[博信]|微[博信]$")
_MEASURED = re.compile(r"(?:对比|测试|抽检|软件|应用程序|小程序|仪器)$")  # 国内金价对比: of what, and by nobody
# 公务员转任规定: the rule is named after what it rules.
_RULES = re.compile(r"规定|办法|条例|细则|规则|准则|指南|指引|方案|规范|标准|意见$")
_LAWS = re.compile(r"(?:宪法|刑法|法典|法律|《[^《》]+法)$")


# “云州发布”公众号, “云州普法”官方微博
_CALLED_ACCOUNT = re.compile(
    r"“(?P<name>[^“”]{2,16})”(?:的)?(?:官方)?(?:微信)?(?:公众号|公号|官微|微博|账号|视频号|客户端)"
)


_FIGURES = re.compile(
    r"(?:数据|统计|调查|研究|报告|民调|财报|公告|年报|论文|摘要|快报|月报|季报|白皮书|蓝皮书|研报|通稿|新闻稿)$"
)
_GOVERNMENT_REPORT = re.compile(r"(?P<body>政府)工作报告[中里]?$")
_BOOKLETS = frozenset("快报 月报 季报 白皮书 蓝皮书 研报 研究 调查".split())  # that are called 报告 from then on
_NEXT_LINES = 4  # paragraphs


def _paper(cast: Cast, scene: Scene, subject: Subject, at: int, line: int) -> Answer:
    if subject.role and _ORDINARY.fullmatch(subject.role):
        return Answer(subject.name, SpeakerKind.UNNAMED, None, "document")  # 8月1日到7日的数据
    if account := _CALLED_ACCOUNT.search(subject.name):
        return Answer(account["name"], SpeakerKind.NAMED, None, "document")
    if subject.role and (report := _GOVERNMENT_REPORT.search(subject.name)):
        body = subject.name[: report.end("body")].lstrip("年0123456789")  # 2026年云州市政府工作报告
        near = _government(cast, at, body) if body in _KINDS else None
        return Answer(near or cast.body(body), SpeakerKind.NAMED, None, "document")
    if subject.role and _MEASURED.search(subject.name):
        return Answer(subject.name, SpeakerKind.UNNAMED, None, "document")
    title = subject.name[subject.name.rfind("《") :] if subject.name.endswith("》") else ""
    if title and (_RULES.search(subject.name) or _LAWS.search(subject.name[:-1]) or _is_heading(subject.role or "")):
        return _entitled_paper(cast, title, at) or Answer(title, SpeakerKind.NAMED, None, "document")
    if subject.role and _LAWS.search(subject.name):
        return Answer(subject.name, SpeakerKind.NAMED, None, "document")
    if subject.role and _RULES.search(subject.name) and rjieba.tag(subject.role, False)[-1][1] in ("v", "vn"):
        return Answer(subject.name, SpeakerKind.NAMED, None, "document")
    if subject.role and _SOME_PAPER.match(subject.role):
        return Answer(subject.name, SpeakerKind.UNNAMED, None, "document")
    if subject.role and not _COUNTED_PAPER.search(subject.role):
        is_account = subject.role.endswith("发布") and _ACCOUNT.search(subject.name)  # 云州发布微信公众号
        owner = subject.role if is_account else re.sub("^从(?!化)", "", _PUT_OUT.sub("", subject.role))
        if TITLE.search(owner) is None and cast.person(owner) != owner:
            return Answer(cast.person(owner), SpeakerKind.NAMED, None, "document")
        owner = _bare_owner(owner, is_whole=owner != subject.role)
        if owner == "市场" or (owner.startswith("对") and len(owner) > _POINTED_AT):
            whose = "" if owner[0] == "对" else owner  # 对漏点展开的初步调查
            head = subject.name.removeprefix(subject.role).lstrip("的")
            return Answer(whose + head, SpeakerKind.UNNAMED, None, "document")
        if ANONYMOUS.match(owner):
            return Answer(None, SpeakerKind.ANONYMOUS, owner, "document")
        if PRONOUN.match(owner):
            pointed = _pronoun(cast, scene, replace(subject, name=owner, sort=Sort.PRONOUN, role=None), at, line)
            if not _COMPANY.match(owner) or _is_firm(pointed):
                return pointed
        is_made = _STUDY.search(subject.name) is None or _makes_studies(owner)
        if len(owner) > 1 and is_made and not _is_no_owner(owner):
            near = _body_before(cast, at, _KINDS[owner]) if owner in _KINDS else None
            return Answer(near or cast.body(owner), SpeakerKind.NAMED, None, "document")
        subject = replace(subject, name=owner + subject.name.removeprefix(subject.role).lstrip("的"), role=None)
    if re.match(r"公开(?:报道|资料|信息|消息)", subject.name):
        return Answer(subject.name, SpeakerKind.UNNAMED, None, "document")  # 公开报道: of anybody
    if re.search(r"报道|文章|消息|评论|社论", subject.name):
        if outlet := _outlet(cast, scene, at):
            return Answer(outlet, SpeakerKind.NAMED, None, "outlet")
        if subject.name in ("报道", "消息"):
            return Answer(None, SpeakerKind.ANONYMOUS, subject.name)
    if subject.name in scene.papers and line - scene.papers[subject.name][1] <= _NEXT_LINES:
        issuer = scene.papers[subject.name][0]
        told = cast.reading.lines[line]
        here, its = provinces(cast.reading.plain[told.start : at]), provinces(issuer.name or "")
        if not here or not its or here & its:
            return _again(issuer, "document")  # 云州统计局的数据显示，…。数据还显示，…
    if _NOTICE.fullmatch(subject.name) and scene.body:
        return _issuer(cast, subject.name, at) or _again(scene.body, "document")
    name = re.sub("[中里上]$", "", subject.name)
    if found := _issuer(cast, subject.name, at) or _entitled_paper(cast, name, at):
        return found
    return Answer(name, SpeakerKind.NAMED if name.startswith("《") else SpeakerKind.UNNAMED, None, "document")


def _government(cast: Cast, at: int, body: str) -> str | None:
    """云州省十四届人大开幕，省政府工作报告提出…: of the province that was named last, wherever its government is."""
    named = list(re.finditer(rf"[\u4e00-\u9fff]{{2,3}}{body[0]}", cast.reading.plain[cast.back(at, _TITLE_REACH) : at]))
    places = (rjieba.tag(one.group(), False)[-1] for one in reversed(named))
    place = next((word for word, tag in places if tag == "ns"), None)
    return place + "政府" if place else _body_before(cast, at, body)


_STUDY = re.compile(r"(?:研究|实验|试验)$")  # 动物实验, 临床观察研究: what was studied is nobody
_WHOSE_STUDY = re.compile(rf"(?:{BODY_TAIL.pattern}|团队|[们者员家组队校室司网报社])$|[A-Za-z0-9]$")


def _makes_studies(owner: str) -> bool:
    tags = rjieba.tag(owner, False)
    return _WHOSE_STUDY.search(owner) is not None or (bool(tags) and tags[-1][1] in ("nt", "nz", "nr", "nrt"))


def _is_firm(answer: Answer) -> bool:
    """公司年报: the firm that was named, and no outlet or office."""
    name = answer.name or ""
    return answer.kind is SpeakerKind.NAMED and name[:1] != "《" and not _NO_COMPANY.search(name)


def _is_heading(words: str) -> bool:
    """推行急难事项“小额快救”《意见》明确: a heading that the page ran into the sentence owns nothing."""
    return len(words) > _HEADING and rjieba.tag(words, False)[0][1] == "v"


_HEADING = 6  # characters


_PUBLISHED = re.compile(
    r"(?:刊登|刊发|刊载|发表|登出|推出|撰写|发布)了?"
    r"(?:题为[^。\n]{2,60}?的|[^，。；：“”]{0,16}?)(?:社论|社评|文章|长文|评论|专栏|报道|特稿|博文)"
    r"|(?:报道|评论)了?[这此该上][则条个一述起]"
)


def _outlet(cast: Cast, scene: Scene, at: int) -> str | None:
    """The outlet that reported last, or published what 文章称 means: 《远山时报》6日发表社论，…。文章称."""
    plain = cast.reading.plain
    named = plain.rfind(scene.outlet, 0, at) if scene.outlet else -1
    for act in reversed(list(_PUBLISHED.finditer(plain, max(named, at - _TITLE_REACH, 0), at))):
        subject = subject_of(cast.reading, act.start())
        if subject and subject.sort is Sort.OUTLET and not _NO_OUTLET.fullmatch(subject.name):
            start, end = outlet_in(plain, subject.start, subject.end) or (subject.start, subject.end)
            return plain[start:end]
    return scene.outlet


_TITLED_PAPERS = frozenset(
    "指导意见 实施意见 意见 通知 方案 办法 规划 条例 白皮书 指南 纲要 建议 规定 细则 指引 计划".split()
)
_TITLE_REACH = 1500  # characters


def _entitled_paper(cast: Cast, name: str, at: int) -> Answer | None:
    """意见提出, 《方案》明确: the document of that kind whose whole title was given before; a notice is its issuer's."""
    kind, plain = name.strip("《》"), cast.reading.plain
    if kind not in _TITLED_PAPERS:
        return None
    titles = re.compile(rf"《[^《》\n]{{4,60}}{kind}(?:（[^（）]{{2,12}}）)?》")
    found = list(titles.finditer(plain, cast.back(at, _TITLE_REACH), at))
    if not found:
        return None
    title = found[-1]
    act = _ISSUES.search(plain, max(0, title.start() - 8), title.start()) if kind == "通知" else None
    issuer = subject_of(cast.reading, act.start()) if act else None
    if issuer and issuer.sort is Sort.BODY:
        return Answer(_joined(cast, cast.body(issuer.name)), SpeakerKind.NAMED, None, "document")
    return Answer(title.group(), SpeakerKind.NAMED, None, "document")


_ISSUES = re.compile(r"(?:联合|共同|正式)?(?:印发|发布|下发|公布|出台|颁发)了?$")


_NOTICE = re.compile(r"该?(?:新闻|情况)?(?:声明|公告|通报|公报|讣告|讣文|说明|公开信)[中里]?")


def _bare_owner(owner: str, *, is_whole: bool) -> str:
    """An owner without what counts or dates the document, and without the site that it stands on."""
    if not is_whole:
        owner = _COUNTS_IT.sub("", owner)
    owner = _TOGETHER_WITH.sub("", owner)
    owner = _ON_ITS_SITE.sub("", _DATED.sub("", _OF_WHOM.sub("", _NEWEST.sub("", owner)))).strip()
    site = OWN_SITE.match(owner)
    firm = _FIRM_IN_LETTERS.fullmatch(owner) or BENEATH.fullmatch(owner) or of_a_kind(owner)
    return firm["name"] if firm else site["body"] if site else owner


_TOGETHER_WITH = re.compile(r"(?<=[部委局厅署会院])(?:联合|会同)(?=..).*$")  # 自然资源部联合住房城乡建设部
_NEWEST = re.compile(r"(?<=..)的?最新[^，。的]{2,14}$")  # 远山咨询最新显示产业（调查）
_OF_WHOM = re.compile(
    r"(?<=..)(?:近期|日前|最近|此前)?(?:针对|对(?!外[经贸联交援]))[^，。]{2,20}$"
)  # 有关机构近期对企业的（调查）
_FIRM_IN_LETTERS = re.compile(rf"{ANY_FIRM} ?(?P<name>[A-Z][A-Za-z0-9 .&-]{{1,30}})")


_HELD = re.compile(r"(?:掌握|收集|获取|获得)到?的")  # 掌握的各种（资料）


def _is_no_owner(words: str) -> bool:
    """处理结果, 车厢监控, 晚间通报: what a document is about, where it was taken or when it came is nobody."""
    if words.endswith(("一案", "案件", "事件", "事故", "和", "与", "及")) or _HELD.match(words):
        return True
    if _ORDINARY.fullmatch(words) or words in ("指导", "实施"):
        return True
    tags = rjieba.tag(words, False)
    last, tag = tags[-1]
    if last in _PLACES or last in _MATTERS:
        return True
    if len(tags) > 1:
        return all(len(word) > 1 for word, _ in tags) and tag in ("v", "d", "f", "t", "m", "a", "ad")  # 术后复诊
    return tag in ("v", "vn", "d", "ad", "a", "f", "s", "t", "tg", "m")


_ORDINARY = re.compile(
    r"(?:最新|最近|上述|公开)?的?(?:年度|半年度|季度|月度)|\d{1,2}月.*"
)  # 最新的年度报告, 8月1日到7日的数据
_MATTERS = frozenset(
    "专项 寻人 招领 发票 卫星 雷达 技术 行业 市场 销售 财务 后台 就业 血检 体检 尸检 聊天 复诊 网传 公开 样本 水样 血样 渲染 典型 历史 交易 航空 航班 风险 流传 通话 转账 工商 新闻 网络 影像 病理 导航 天气 网曝 公共 手写 专业 广告 民事 刑事 行政 仲裁 案发 票务 购票 招聘 购物 坠车 晒单 核酸 实验 临床 气象 演练 百科 仓库".split()
)  # what is recorded, or how it came
_PLACES = frozenset(
    "店门口 店外 走廊 监视器 大堂 大厅 楼梯 停车场 现场 车厢 车内 路口 门口 电梯 道路 周边 附近 店内 室内 楼道 家中 校内 园内 路边 航拍 手机 行车 事发".split()
)


def _issuer(cast: Cast, words: str, at: int) -> Answer | None:
    """Who put out the document that 声明中 or 该说明 points back to: 林远发布一份声明, 声明中称…"""
    reading = cast.reading
    kind = re.search(_ISSUABLE, words)
    if words.startswith("文") and (posts := list(_POSTED.finditer(reading.plain, cast.back(at, _REACH), at))):
        who = subject_of(reading, posts[-1].start())
        if who is None:
            return None
        name = cast.person(who.name) if who.sort is Sort.PERSON else cast.body(_ACCOUNT.sub("", who.name))
        return Answer(name, SpeakerKind.NAMED, None, "document") if name else None
    if not kind:
        return None
    found = None
    reach = cast.back(at, _BOOK_REACH if kind.group() in _READ_ON else _ISSUED_REACH)
    for match in _ISSUED.finditer(reading.plain, reach, at):
        if kind.group() in match.group():
            found = match
    for match in _SAID_IN.finditer(reading.plain, found.end() if found else reach, at):
        if kind.group() in match.group():
            found = match
    at_act = found.start() - (reading.plain[found.start() - 1] in "印颁转下刊") if found and found.start() else 0
    subject = subject_of(reading, at_act) if found else None
    is_sourced = subject is None or subject.name.startswith(("据", "根据"))
    if is_sourced and found and (by := _SOURCED.search(reading.plain, max(0, at_act - _REACH), at_act)):
        subject = classified(reading.plain, *by.span("who"))  # 据云州市政府发表的声明，…。声明说
        subject = subject if subject and subject.sort is Sort.BODY else None
    if subject is None or subject.sort in (Sort.PRONOUN, Sort.ANONYMOUS):
        return None
    if subject.sort is Sort.PAPER and subject.name in _PLATFORMS:
        return Answer(subject.name, SpeakerKind.NAMED, None, "document")
    if subject.sort is Sort.PAPER:
        owner = body_of(re.sub(r"官方$", "", subject.role)) if subject.role else ""
        return Answer(cast.body(owner), SpeakerKind.NAMED, None, "document") if len(owner) >= 3 else None
    name = (
        cast.person(subject.name)
        if subject.sort is Sort.PERSON
        else cast.body(_TOGETHER_WITH.sub("", _DATED.sub("", subject.name)))
    )
    return Answer(_joined(cast, name), SpeakerKind.NAMED, None, "document")


_PLATFORMS = frozenset("微信 微博".split())  # firms by the papers that stand on them
_ISSUED_REACH, _BOOK_REACH = (
    400,
    800,
)  # characters in which a notice points back, and a report that is told of at length
_READ_ON = frozenset("报告 博文 文章 长文 视频 帖子".split())
# 远山公司在一份报告中指出，…。报告认为
_SAID_IN = re.compile(
    rf"在(?:其|一份|最新|新近)?[^，。；：“”]{{0,16}}?(?:{_ISSUABLE})[中里](?=[^，。；：“”]{{1,6}}[，：“])"
)


_SOURCED = re.compile(
    rf"(?<![^，。；：！？\s])[另又]?(?:根据|据)(?:{TIME})?(?P<who>[^，。；：“”\n]{{2,24}}?)(?:\d{{1,2}}日)?(?:联合|官方|当天|当日|最新)*$"
)


_POSTED = re.compile(r"(?:发|撰|刊)文|发(?:微博|博|帖)")  # 林远发文道歉。文中称，…


def _joined(cast: Cast, name: str) -> str:
    """林远及何青 are 林远、何青."""
    parts = re.split(r"[及和与]", name)
    known = [part in cast.people or part in cast.bodies or is_name(part) for part in parts]
    is_pair = len(parts) == 2 and any(known)
    may_be = is_pair and all(one or (may_name(part) and len(part) < 4) for one, part in zip(known, parts, strict=True))
    return "、".join(parts) if may_be else name


_POINTED_AT = 4  # characters of 负责人, 工作人员: what is longer describes somebody


_THESE = re.compile(
    r"[这那]些[^，的]{0,8}(?:公司|企业|机构|国家|部门|学校|平台|门店|商家|厂商|医院|银行|团体|组织|媒体|品牌|城市|省份)"
)  # 这些公司: more than one, and none by name


def _pronoun(cast: Cast, scene: Scene, subject: Subject, at: int, line: int) -> Answer:
    words = subject.name
    if whose := _OF_THE_FIRM.fullmatch(words):
        return _pronoun(cast, scene, replace(subject, name=whose["who"]), at, line)  # 该券商募集说明书
    if words in ("双方", "三方"):
        return Answer(words, SpeakerKind.UNNAMED, None, "pronoun")
    if words in _SIDES:
        body = _body_before(cast, at, _SIDES[words])
        return (
            Answer(cast.body(body), SpeakerKind.NAMED, None, "pronoun") if body else Answer(words, SpeakerKind.UNNAMED)
        )
    if (trade := _TRADE.search(words)) and words.endswith(trade.group()) and (one := _of_trade(scene, trade.group())):
        return _again(one, "pronoun")
    if _ACCOUNT_OF.match(words) and (
        accounts := list(_NAMED_ACCOUNT.finditer(cast.reading.plain, cast.back(at, _TOLD), at))
    ):
        return Answer(accounts[-1]["name"], SpeakerKind.NAMED, None, "pronoun")
    if re.search(r"报道|文章|社论|社评|该报|该杂志|该刊|媒体|该社|该台|网站$", words) and (
        outlet := _outlet(cast, scene, at)
    ):
        return Answer(outlet, SpeakerKind.NAMED, None, "outlet")
    if _THE_ARTICLE.fullmatch(words) and (
        read := list(_READ_ARTICLE.finditer(cast.reading.plain, cast.back(at, _TOLD), at))
    ):
        return Answer(read[-1]["title"], SpeakerKind.NAMED, None, "document")
    if _ONE_OF_IT.match(words) or _THESE.fullmatch(words):
        return Answer(words, SpeakerKind.UNNAMED, None, "pronoun")
    if words[-1:] in ("中", "内", "里"):
        said = scene.last if scene.paragraph == line else None
        return _issuer(cast, words, at) or _again(said, "document")
    if re.search(
        r"声明|说明|公告|通报|通知|通告|公开信|文件|函$|视频|微博|回应$|回复$|博文|帖文|推文|长文|帖子", words
    ):
        found = _issuer(cast, words, at) or scene.body
        return _again(found, "document") if found else Answer(None, SpeakerKind.UNRESOLVED, None, "pronoun")
    if (officer := _OFFICER.match(words)) and (
        body := _body_near(cast, at) or (scene.body.name if scene.body else None)
    ):
        return Answer(body + officer["role"], SpeakerKind.UNNAMED, None, "pronoun")
    noun = re.sub(r"^(?:这|该|上述|那|前述)(?:一|两|些|几|那|这)?(?:位|名|个)?", "", words)
    if words.startswith(("上述", "前述")) and len(noun) > _POINTED_AT:
        for one in reversed(scene.spoken):
            if all(part in (one.name or "") + (one.role or "") for part in rjieba.cut(noun)):
                return _again(one, "pronoun")
        if not ANONYMOUS.match(noun):
            return Answer(noun, SpeakerKind.UNNAMED, None, "pronoun")  # 上述远山汽车高管: described, and nobody else
    if len(noun) >= 2 and TITLE.search(noun):
        for one in reversed(scene.spoken):
            if noun in (one.name or "") or noun in (one.role or ""):
                return _again(one, "pronoun")
        if introduced := _introduced(cast.reading.plain, noun, at):
            return Answer(None, SpeakerKind.ANONYMOUS, introduced, "pronoun")
        if not noun.endswith("人士") and (same := _of_that_trade(cast.reading.plain, noun, at)):
            return Answer(same, SpeakerKind.UNNAMED, None, "pronoun")
    if words in ("他们", "她们", "两人", "二人") and (pair := _pair(cast, at)):
        return Answer(pair, SpeakerKind.NAMED, None, "pronoun")
    if words in ("他们", "她们") and (many := _many(cast.reading.plain, at)):
        return Answer(None, SpeakerKind.ANONYMOUS, many, "pronoun")
    if words in ("他们", "她们") and (several := _several(cast, scene, at)):
        return several
    is_human = (
        re.match(r"(?:他|她|其|本人|此人)$", words)
        or TITLE.search(words)
        or re.search(r"[人者员师长翁家星手官生民友客]$|人士$|女士|先生|男子|女子", words)
    )
    if words in ("对方", "其") and (asked := _asked_body(cast, at)):
        return Answer(asked, SpeakerKind.NAMED, None, "pronoun")
    if words == "对方":
        # The other one, and so not whoever spoke last.
        described = _described(cast.reading.plain, at)
        kind = SpeakerKind.UNNAMED if described else SpeakerKind.UNRESOLVED
        return Answer(described, kind, None, "pronoun")
    if is_human:
        human = None if words in _SINGLE and scene.human and _CROWD.search(scene.human.role or "") else scene.human
        if words in _SINGLE and (topic := _topic(cast, scene, at, subject.start)):
            return Answer(cast.person(topic), SpeakerKind.NAMED, None, "pronoun")
        if words in ("他", "她") and _is_he(cast, scene, at):
            return _again(scene.last, "pronoun")
        if words in ("他", "她") and (unnamed := _nameless(cast, scene, at, words)):
            return Answer(unnamed, SpeakerKind.UNNAMED, None, "pronoun")
        if human and scene.human_line == line:
            return _again(human, "pronoun")
        if (
            words == "其"
            and (told := _told_of(cast, cast.back(at, _REACH), at))
            and not cast.before(at, cast.back(at, _REACH))
        ):
            return told
        if described := _described(cast.reading.plain, at):
            return Answer(described, SpeakerKind.UNNAMED, None, "pronoun")
        start = cast.reading.plain.rfind("\n", 0, at) + 1
        if not TITLE.search(words) and words[0] != "该" and (near := cast.before(at, start)):
            return Answer(cast.person(near), SpeakerKind.NAMED, None, "pronoun")
        if human:
            return _again(human, "pronoun")
        if not TITLE.search(words) and (near := cast.before(at, cast.back(at, _BACK))):
            return Answer(cast.person(near), SpeakerKind.NAMED, None, "pronoun")
        if words in ("他", "她", "他本人", "她本人") and (actor := _actor(cast, at)):
            return actor
        some = list(_SOMEBODY.finditer(cast.reading.plain, cast.back(at, _BACK), at))
        if some:
            return Answer(None, SpeakerKind.ANONYMOUS, some[-1]["who"], "pronoun")
        return Answer(None, SpeakerKind.UNRESOLVED, None, "pronoun")
    if _COMPANY.match(words) and words[0] in "该这" and (topic := _firm_of_topic(cast, at)):
        return Answer(cast.body(topic), SpeakerKind.NAMED, None, "pronoun")
    if scene.body and _COMPANY.match(words) and words[0] in "该这" and (nearer := _body_near(cast, at, _NO_COMPANY)):
        plain = cast.reading.plain
        is_proper = any(tag in PROPER_NOUNS or tag == "eng" for _, tag in rjieba.tag(nearer))
        if is_proper and plain.rfind(nearer, 0, at) > plain.rfind(scene.body.name or nearer, 0, at):
            return Answer(nearer, SpeakerKind.NAMED, None, "pronoun")
    if (some_kind := _OF_A_KIND.fullmatch(words)) and some_kind["noun"] not in ((scene.body and scene.body.name) or ""):
        near = _body_before(cast, at, some_kind["noun"])
        how = SpeakerKind.NAMED if near else SpeakerKind.UNNAMED
        return Answer(near or some_kind["noun"], how, None, "pronoun")  # 石某在某超市购物。该超市辩称
    if scene.body and (scene.paragraph == line or not _COMPANY.match(words)):
        return _again(scene.body, "pronoun")
    if _COMPANY.match(words) and (told := _told_of(cast, cast.back(at, _TOLD), at)):
        return told
    if scene.body:
        return _again(scene.body, "pronoun")
    if _FIRM.search(words) and (firm := next((one for one in reversed(scene.spoken) if _is_brand(one)), None)):
        return _again(firm, "pronoun")
    near = (
        _body_near(cast, at, _NO_COMPANY if _COMPANY.match(words) else None)
        if re.search(r"公司|集团|企业|机构|医院|学校|部门|单位|银行|协会|中心|组织|店", words)
        else None
    )
    if near:
        return Answer(near, SpeakerKind.NAMED, None, "pronoun")
    if _COMPANY.match(words) and (firm := _acting_firm(cast, at)):
        return firm
    called = _FIRM_CALLED.search(cast.reading.plain, cast.back(at, _REACH), at) if _COMPANY.match(words) else None
    if called and all(tag[:1] in "njxe" for _, tag in rjieba.tag(called["name"])):
        return Answer(cast.body(called["name"]), SpeakerKind.NAMED, None, "pronoun")
    return Answer(None, SpeakerKind.UNRESOLVED, None, "pronoun")


# 《等一场雨》一文刷爆朋友圈。该文章显示，…
_THE_ARTICLE = re.compile(r"(?:该|这篇)(?:文章?|长文|网文|帖子)[中里]?")
_READ_ARTICLE = re.compile(r"(?P<title>《[^《》\n]{3,40}》)(?:这?一文|的(?:文章|长文|网文|帖子|推文))")
_OF_THE_FIRM = re.compile(
    r"(?P<who>(?:该|这家|上述)(?:公司|券商|银行|集团|企业|机构|平台|基金|协会|品牌|车企))[^，的]{0,8}(?:说明书|公告|报告|财报|年报|文件|声明|数据|官网)[中里]?"
)
_ONE_OF_IT = re.compile(r"(?:该|上述)[^，]{1,6}(?:[一另多两几][名位]|领导$)")  # 该旅一名连长, 该部领导
# 抖音账号“云间鹤”…。该账号回应：…
_ACCOUNT_OF = re.compile(r"(?:该|这个|上述)(?:账号|账户|帐号|博主|网友|用户)$")
_NAMED_ACCOUNT = re.compile(
    r"(?:账号|账户|帐号|博主|网友|用户|抖音号|微博)\s?(?:“(?=[^“”\n]{2,16}”)|@)(?P<name>[^“”\s，。：]{2,16})"
)
# 包括制药巨头远山。该公司当天宣布…
_FIRM_CALLED = re.compile(
    r"(?:巨头|公司|企业|集团|品牌|厂商|机构|制造商|运营商|开发商)(?P<name>[\u4e00-\u9fffA-Za-z]{2,8})[，。；]$"
)
# 专家们分析了事故。他们认为…
_GROUP = re.compile(
    r"(?:专家|网友|家长|村民|居民|业主|学生|老师|医生|律师|粉丝|球迷|乘客|游客|员工|工人|队员|科学家|研究人员|议员|民众)们"
)
# 记者联系到多位在远国的游客，他们均表示…
_SEVERAL = re.compile(r"[多几数两三四五六七八九十][位名](?P<who>[^，。；：“”]{2,16})[，。]$")


def _pair(cast: Cast, at: int) -> str | None:
    """记者联系了林远和何青，他们均证实…: the two who are named right before, or together in the sentence before."""
    plain = cast.reading.plain
    found = _TWO.search(plain, max(0, at - _REACH), at)
    one = next((name for size in (3, 2) if found and is_name(name := found["one"][-size:])), None)
    if found and one and is_name(found["other"]):
        return f"{one}、{found['other']}"
    anybody = "|".join(map(re.escape, sorted(cast.people, key=len, reverse=True)))
    start, stop = _sentence_before(plain, at)
    both = re.search(rf"(?P<one>{anybody})[和与](?P<other>{anybody})", plain[start:stop]) if anybody else None
    return f"{both['one']}、{both['other']}" if both else None


_TWO = re.compile(r"(?P<one>[\u4e00-\u9fff]{2,3})[和与、](?P<other>[\u4e00-\u9fff]{2,3})，$")


def _many(plain: str, at: int) -> str | None:
    """Who was named last as many in this paragraph, or right before."""
    groups = list(_GROUP.finditer(plain, max(plain.rfind("\n", 0, at) + 1, at - _BACK), at))
    if groups:
        return groups[-1].group()
    several = _SEVERAL.search(plain, max(0, at - _REACH), at)
    return several["who"] if several else None


_PEOPLE = re.compile(
    r"(?:们|人士|人员|人|者|家属|亲属|父母|夫妇|夫妻|网友|网民|专家|学者|医生|律师|学生|家长|村民|居民|市民|业主|员工|工人|粉丝|球迷|乘客|游客|用户|读者|观众|投资者|分析师|议员|官员|队员|亲友|朋友|同学|储户|顾客)$"
)


def _several(cast: Cast, scene: Scene, at: int) -> Answer | None:
    """有些人认为…。他们指出; 家属没有等到结论，他们希望: people told of in this sentence or the one before."""
    plain = cast.reading.plain
    line = plain.rfind("\n", 0, at) + 1
    stop = at
    for _ in range(2):
        start = _behind(plain, "。！？", line, max(line, stop - 1))
        last = scene.last if scene.last_at >= start else None
        if last and _PEOPLE.search(last.name or last.role or ""):
            return _again(last, "pronoun")
        if subject := told_of(cast.reading, start, min(stop, start + _BACK)):
            if subject.sort is Sort.ANONYMOUS and _PEOPLE.search(subject.name):
                return Answer(None, SpeakerKind.ANONYMOUS, (subject.role or subject.name).lstrip("让令使"), "pronoun")
            is_many = subject.sort is Sort.ROLE and _PEOPLE.search(subject.name)
            return Answer(subject.name, SpeakerKind.UNNAMED, None, "pronoun") if is_many else None
        stop = start
    return None


def _is_he(cast: Cast, scene: Scene, at: int) -> bool:
    """京极纪子说，…。她表示: whoever spoke in the sentence before, under a name that no dictionary holds and no body bears."""
    last, plain = scene.last, cast.reading.plain
    if last is None or not last.name or last is not scene.body or _SOME_BODY.search(last.name):
        return False
    before, _ = _sentence_before(plain, at)
    tags = rjieba.tag(last.name, False)
    return (
        scene.last_at >= before
        and len(tags) > 1
        and not any(len(word) > 2 and tag in ("ns", "nt", "nz") for word, tag in tags)
    )


_SOME_BODY = re.compile(rf"[^\u4e00-\u9fff]|^.{{1,2}}$|.{{7}}|(?:{BODY_TAIL.pattern}|[方媒党军队社报网])$")

_REACH, _TOLD = 40, 400  # characters: 其 stands close to whom it means, 该公司 may stand a paragraph on
_OF_A_KIND = re.compile(
    r"(?:该|这家)(?P<noun>超市|酒店|医院|学校|小学|中学|幼儿园|银行|商场|餐厅|饭店|药店|门店|景区|小区)(?:方面)?"
)
_COMPANY = re.compile(
    r"(?:该|这家)?(?:公司|集团|企业|机构|平台)(?:方面|董事会|管理层|监事会)?$|(?:该|这家)(?:行|厂商|车企|品牌|券商|银行|投行|基金|研究机构|组织|协会|部门|团队|酒店|医院|超市|店)(?:方面)?$"
)


_EXAMPLE = re.compile(r"以(?P<who>[^，。；：]{2,16}?)为例，$")


def _firm_of_topic(cast: Cast, at: int) -> str | None:
    """以远山证券为例，该券商…; 云州汽车也在裁员。本周三，该公司宣布…: who the sentence names first, or the one before tells of."""
    plain = cast.reading.plain
    if example := _EXAMPLE.search(plain, cast.back(at, _REACH), at):
        return example["who"]
    start, stop = _sentence_before(plain, at)
    if start == stop or not _SINCE.fullmatch(plain, stop, at):
        return None
    subject = told_of(cast.reading, start, min(stop, start + _BACK))
    if subject is None or subject.role or subject.sort not in (Sort.BODY, Sort.PERSON):
        return None
    tags = rjieba.tag(subject.name, False)
    is_brand = len(tags) == 1 and tags[0][1] in ("nrt", "nz")  # 特斯拉, which transliterates as a person does
    return subject.name if is_brand or (subject.sort is Sort.BODY and _is_proper(subject.name)) else None


def _is_proper(name: str) -> bool:
    """远山汽车, 亚马逊: what the dictionary takes for a name, or what ends as the names of firms do."""
    tags = rjieba.tag(name, False)
    is_whole = tags[-1][1] in _PROPER or BODY_TAIL.search(name[-4:]) is not None
    return is_whole and any(tag in _PROPER for _, tag in tags) and not _NO_COMPANY.search(name)


_PROPER = frozenset({"nr", "nz", "nt", "nrt", "eng"})


_FIRM = re.compile(r"(?:公司|企业|集团|厂商|车企|平台)(?:方面)?$")


def _is_brand(one: Answer) -> bool:
    """特斯拉表示，…。公司透露: what transliterates as a person does, is one word of the dictionary and has no office."""
    if not one.name or one.role or one.kind is not SpeakerKind.NAMED or one.resolved == "outlet":
        return False
    tags = rjieba.tag(one.name, False)
    return len(tags) == 1 and tags[0][1] in ("nrt", "nz", "eng")


_FIRM_ACTS = re.compile(
    r"公布|公告|发布|披露|实现营|实现净|大涨|大跌|涨超|跌超|高开|低开|(?:今年|去年|首季|[一二三四前]季度?|[上下]半年|全年)[^，。；]{0,4}(?:营收|营业收入|净利|纯利)|股价"
)


def _acting_firm(cast: Cast, at: int) -> Answer | None:
    """远山教育公布财报，营收增长。公司预计…: whose figures or shares stand in front."""
    for act in reversed(list(_FIRM_ACTS.finditer(cast.reading.plain, cast.back(at, _TOLD), at))):
        subject = subject_of(cast.reading, act.start())
        if subject and subject.sort is Sort.BODY:
            return Answer(cast.body(subject.name), SpeakerKind.NAMED, None, "pronoun")
    return None


def _told_of(cast: Cast, start: int, at: int) -> Answer | None:
    """远山公司再次落子：其宣布…: of the bodies that speak in the article, the one named last between two offsets."""
    best = (-1, 0, "")
    for body in cast.speaking:
        best = max(best, (cast.reading.plain.rfind(body, start, at), len(body), body))
    return Answer(cast.body(best[2]), SpeakerKind.NAMED, None, "pronoun") if best[0] >= 0 else None


_SINGLE = frozenset({"他", "她", "其", "本人", "此人"})
# 网友, 有人, 粉丝们, 传闻: nobody whom 他 can mean; 一名网友 is somebody.
_CROWD = re.compile(
    r"^(?!.*一[名位个男女])(?:.*(?:网友|网民|粉丝|球迷|观众|用户|投资者|股民|玩家|消费者|媒体|舆论|传言|传闻|消息|声音|观点|评论|分析|爆料|人们|大家|众人|有关方面|相关方面|们|有人|有[的些]|很多人|不少人|的人)|人|人士)$|^(?:不少|许多|很多|众多|大量|部分|一些|有些|多名|多位)"
)
# 该校负责人 is no person named before, but somebody of that school.
_OFFICER = re.compile(
    r"(?:该|这家|上述)(?:公司|校|院|局|厂|店|园|台|部门|平台|机构|企业|中心|馆|银行|医院|学校|集团|协会|单位|酒店|商场|景区|小区|镇|乡|村|县|市|区|所|队)"
    r"(?P<role>(?:的|一名|一位|有关|相关|新闻|主要|客服|现场|高级|两名|多名)*(?:负责人|官员|高管|人士|律师|代表|领导|专家|研究员|主管|工作人员|发言人|人员|经理|客服|老师|医生|员工|主任|民警|值班人员|(?:副)?(?:院长|校长|局长|所长|园长|店长|厂长|总经理|董事长|会长|秘书长)|老板|店员|护士))$"
)


# 一位知情人士打来电话。他说: somebody who is not named goes on speaking.
_SOMEBODY = re.compile(
    r"[一某][位名个](?P<who>[^，。；：的”]{0,6}?(?:知情人士|人士|网友|网民|目击者|知情者|知情人|村民|居民|市民|员工|业主|乘客|游客|读者|司机|官员|专家|学者|学生|家长|工人|店主|商家))"
)


_NO_COMPANY = re.compile(r"(?:中心|部|局|厅|处|署|院|会|府|警方|所|学|校|办|组织|联盟|机场|公园)$")


def _body_near(cast: Cast, at: int, unlike: re.Pattern[str] | None = None) -> str | None:
    """The body named last in this paragraph: 记者致电云州地铁，工作人员表示…"""
    plain = cast.reading.plain
    start = max(plain.rfind("\n", 0, at) + 1, at - 160)
    best = (-1, 0, "")
    for body in cast.bodies[:60]:
        if BODY_TAIL.search(body[-4:]) and not (unlike and unlike.search(body)):
            best = max(best, (plain.rfind(body, start, at), len(body), body))
    return best[2] if best[0] >= 0 else None


# 记者致电云州地铁，工作人员表示; 联系了广铁集团。工作人员称
_ASKED_OF = re.compile(
    r"(?:致电|联系(?:到|上|了)?|拨打了?|咨询了?|采访了?|询问了?|求证于?|拨通了?|来到了?|走访了?)(?P<who>[^，。；：“]{2,24}?)(?:的?(?:官方|客服|热线|办公)*(?:电话|热线))?(?:求证|核实|询问|了解情况|进行.{2,4})?[，。](?:其|一名|一位|该.{1,3}|有关|相关|客服|接线|值班)*$"
)


def _asked_body(cast: Cast, at: int) -> str | None:
    """The body that a reporter turned to right before somebody without a name answers."""
    plain = cast.reading.plain
    found = _ASKED_OF.search(plain, max(plain.rfind("\n", 0, at) + 1, at - 60), at)
    if not found:
        return None
    if (person := titled(found["who"])) and person[0] in cast.people:
        return cast.person(person[0])
    name = body_of(found["who"], is_whole=True) or found["who"]
    return cast.body(name) if BODY_TAIL.search(name) or name in cast.bodies else None


def _topic(cast: Cast, scene: Scene, at: int, he: int) -> str | None:
    """记者联系上林远，他告诉…; 何青向林远致谢。他说…: who was named right before, or acts in the sentence before."""
    plain = cast.reading.plain
    line = plain.rfind("\n", 0, at) + 1
    near = cast.before(at, cast.back(at, 6))
    if near and plain.endswith(near + "，", 0, at) and line < at - len(near) - 1:
        return near
    start, stop = _sentence_before(plain, at)
    if at - stop > 2:
        # 林远出现在现场，他走到何青面前，并说: who opens the sentence goes on in it.
        found = cast.only(stop, he) if plain.startswith(("他", "她"), he) and scene.human_at < stop else None
        begin = plain.index(found, stop) if found else he
        is_his = found is not None and not _HIS_THING.match(plain, begin + len(found))
        if found or not _SINCE.fullmatch(plain, stop, he):
            return found if is_his and _LEADING.fullmatch(plain, stop, begin) else None
    if start == stop or scene.human_at >= start:
        return None  # nothing stands before it in its line, or whoever spoke there goes on
    found = cast.first(start, stop)
    behind = plain.index(found, start) + len(found) if found else stop
    if office := TITLE.match(plain, behind + plain.startswith("的", behind)):
        found = cast.first(office.end(), office.end() + 1) or found  # 林远的律师何青接受采访: the lawyer
    return found if found and _LEADING.fullmatch(plain, start, plain.index(found, start)) else None


# 40岁陈姓商人经营一家珠宝公司。他说; 一名金融从业者称黄金稀缺，她告诉…
_NAMELESS_ONE = re.compile(
    rf"\s*(?:\d{{1,3}}多?岁的?)?(?P<who>(?:[{''.join(sorted(SURNAMES))}]姓|[一某][名位个](?:\d{{1,3}}多?岁的?)?)[^，。；：“”\n]{{1,16}})"
)
_HUMAN_END = frozenset("者人员生家师商民工长士客户")


def _nameless(cast: Cast, scene: Scene, at: int, pronoun: str) -> str | None:
    """Somebody without a name who opens this sentence or the one before, where nobody has spoken since."""
    plain, words = cast.reading.plain, cast.reading.words
    before, start = _sentence_before(plain, at)
    if at - start <= 2:
        start = before
    found = _NAMELESS_ONE.match(plain, start, at) if scene.human_at < start else None
    ends = range(found.start("who") + 3, found.end() + 1) if found else ()
    end = next((e for e in ends if e in words and plain[e - 1] in _HUMAN_END and plain[e] not in "的和与及、"), None)
    return plain[found.start("who") : end] if found and end else _newcomer(cast, scene, at, pronoun)


def _newcomer(cast: Cast, scene: Scene, at: int, pronoun: str) -> str | None:
    """城西一名骑手推着车，…。记者问…，他说; 一家水饺店的老板娘…。她说: whoever a sentence since the last words brings in."""
    plain = cast.reading.plain
    line, stop = plain.rfind("\n", 0, at) + 1, at
    for _ in range(_SENTENCES):
        start = _behind(plain, "。！？", line, max(line, stop - 1))
        if start < scene.human_at or start == stop:
            return None
        for found in _NEWCOMERS[pronoun].finditer(plain, start, stop):
            is_named = cast.first(found.end(), found.end() + 1) is not None  # 留学生阿依达
            if (
                found.end() in cast.reading.words
                and not is_named
                and not _BESIDE_HIM.search(plain, start, found.start("who"))
            ):
                return found["who"]
        if cast.first(start, stop) or not (plain.startswith((pronoun, "记者"), stop) or stop == at):
            return None
        stop = start
    return None


_A_WOMAN = "阿姨|大妈|老板娘|大姐|大娘|奶奶|老奶奶|婆婆|大嫂|女士|女子|女孩|女生|姑娘|老太太|女乘客|女司机|女员工|女工"
_A_MAN = "大爷|老汉|小伙子?|男子|男孩|男生|老先生|小哥|大叔|大哥|男士|老大爷|男乘客"
_ANYONE = "骑手|司机|师傅|船工|工人|店主|摊主|渔民|农民|村民|居民|市民|乘客|游客|旅客|学生|老师|医生|护士|保安|店员|老板|员工|家长|家属|业主|老人|顾客|客人|志愿者|保洁员|过磅员|送奶工|快递员|外卖员|船长|老船长|网友|从业者|供应商"
_NEWCOMERS = {
    pronoun: re.compile(
        rf"(?P<who>(?<!第)[一某][位名个家][^，。；：！？“”\s了着过是有到见]{{0,12}}?(?:{own}|{_ANYONE})"
        rf"|(?<![^，。；：！？”\s])[^，。；：！？“”\s了着过是有到见对为因面作让将把被给他她你我]{{0,10}}的(?:{own})|(?<=，是)(?:{own}|{_ANYONE})(?=。))"
        r"(?![们的与及、某]|和(?![他她])|[\u4e00-\u9fff]某)",
        re.M,
    )
    for pronoun, own in (("他", _A_MAN), ("她", _A_WOMAN))
}
_BESIDE_HIM = re.compile(
    r"(?:[对向给和与跟同被把将为替据让由]|如|像)[^，。；]{0,4}$"
)  # 对一名司机, whom something is done to


def _sentence_before(plain: str, at: int) -> tuple[int, int]:
    """The sentence before the one in which a place stands; empty where that one is the first of its line."""
    line = plain.rfind("\n", 0, at) + 1
    stop = _behind(plain, "。！？", line, at)
    return _behind(plain, "。！？", line, max(line, stop - 1)), stop


def _behind(plain: str, marks: str, start: int, stop: int) -> int:
    """The place behind the last of some marks between two offsets, or the first of these."""
    return max(start, *(plain.rfind(mark, start, stop) + 1 for mark in marks))


_KIN = re.compile(
    r"(?<=..)(?:父亲|母亲|妈妈|爸爸|丈夫|妻子|姐姐|哥哥|弟弟|妹妹|姐夫|嫂子|女儿|儿子|老师|女士|先生|小姐)$"
)
_BUT_HE = re.compile(r"，[他她]")  # 女儿出生，他往医院跑
_SENTENCES = 4  # of a paragraph, back from 他
_VERBS = 5  # verbs of a sentence that are looked at for who does it


def _actor(cast: Cast, at: int) -> Answer | None:
    """林远递交了辞呈。他收拾了东西。他说: a person who acts in the sentence, or in one before from where on he is 他."""
    plain = cast.reading.plain
    line = plain.rfind("\n", 0, at) + 1
    stop = at
    for _ in range(_SENTENCES):
        start = _behind(plain, "。！？…", line, max(line, stop - 1))
        if found := _doer(cast, start, stop):
            return found
        if start <= line or not (stop == at or plain.startswith(("他", "她"), start)):
            return None
        stop = start
    return None


def _doer(cast: Cast, start: int, stop: int) -> Answer | None:
    """The person who does something between two offsets."""
    place, verbs = start, 0
    for word, tag in rjieba.tag(cast.reading.plain[start:stop]):
        if tag in ("v", "d", "p") and place - start >= 2:
            subject = subject_of(cast.reading, place)
            if subject and subject.sort is Sort.PERSON and _acts(cast, subject.name, tag):
                return Answer(cast.person(subject.name), SpeakerKind.NAMED, None, "pronoun")
            if subject and _KIN.search(subject.name) and not _BUT_HE.search(cast.reading.plain, place, stop):
                return Answer(subject.name, SpeakerKind.UNNAMED, None, "pronoun")
            verbs += 1
            if verbs == _VERBS:
                return None
        place += len(word)
    return None


def _acts(cast: Cast, name: str, tag: str) -> bool:
    """高铁上, 是一名: tagged as names, and none."""
    return name in cast.people or (tag == "v" and name[0] != "是" and name[-1] not in "上名")


# 而在两年前，（他曾公开预测）: when, and nobody else.
_SINCE = re.compile(rf"(?:而|但|不过|其实)?(?:早?在)?(?:{TIME}|[一两三几多\d]+个?[年月天周]之?前)?，?")
_HIS_THING = re.compile(r"[^，。；：]{0,5}的")  # 林远提名的消息传来后，他…
_LEADING = re.compile(
    rf"[”\s]*(?:(?:为了?|因此|由于)[^，。；：“”]{{1,20}}，)?(?:据[^，。；：“”]{{2,16}}，)?(?:{TIME}|，)*[^，。；：“”对和与因跟向被把给为了]{{0,24}}"
)


def _of_that_trade(plain: str, noun: str, at: int) -> str | None:
    """酒店经理留下了电话。该经理表示: whoever of that trade was told of last, with what stands before it."""
    start = max(plain.rfind("\n", 0, max(0, plain.rfind("\n", 0, at))), at - _BACK, 0)
    for match in reversed(list(re.finditer(re.escape(noun), plain[start:at]))):
        owner = re.split("[时后]", body_ending(plain, start + match.start(), 12))[-1]
        if len(owner) >= 2 and not TITLE.search(owner) and not _CROWD.search(owner + noun):
            return owner + noun
    return None


_REACHED = re.compile(r"联系(?:到|上|了)|采访(?:到|了)|致电|找到|见到|拨打|连线")


def _introduced(plain: str, noun: str, at: int) -> str | None:
    """一女子发文求助。该女子称…: somebody who has no name, and was told of before."""
    if not _NAMELESS.fullmatch(noun):
        return None
    found = list(
        re.finditer(
            rf"[一某](?:[名位个](?P<kind>[^，。；：“”一]{{0,6}}))?{noun}(?![\u4e00-\u9fff]?某)",
            plain[max(0, at - _FAR) : at],
        )
    )
    return (found[-1]["kind"] or "") + noun if found else None


_FAR = 1500  # characters back to where somebody nameless was told of
_NAMELESS = re.compile(r"女子|男子|女孩|男孩|女生|男生|老人|小伙|女士|男士|乘客|司机|网友|家长|顾客|游客")
_STAFF = re.compile(r"(?:相关|有关)(?:工作)?(?:人员|人士|负责人)$")


def _described(plain: str, at: int) -> str | None:
    """记者联系到云州公司相关人员，其表示: who is described just before the pronoun."""
    run = re.search(r"[\u4e00-\u9fffA-Za-z]{4,24}(?=[，。]$)", plain[max(0, at - 26) : at])
    if not run or not re.search(rf"(?:{TITLE.pattern}|人员|人士)$", run.group()):
        return None
    if (person := _REACHED.split(run.group())[-1]) != run.group() and _KIN.search(person):
        return person  # 记者联系到林远姐夫，他告诉…
    if staff := _STAFF.search(run.group()):
        body = body_of(run.group()[: staff.start()], is_whole=True)
        return body + staff.group() if len(body) >= 3 else None
    owner, _, holder = run.group().rpartition("的")
    name = body_of(owner) + holder if owner else body_of(holder)
    return name if len(name) > len(holder) or (not owner and len(name) >= 5) else None


_BODY_OF_A_SORT = re.compile(
    r"国家级|[1-5]a级?|[省市]级|涉事|当地|某|该|一[名位个]|一家|这家|多家|其他|知名|著名|大型|最大", re.I
)  # 国家级景区


def _body_before(cast: Cast, at: int, nouns: str) -> str | None:
    best = (-1, 0, "")
    for body in cast.bodies:
        if re.search(rf".(?:{nouns})$", body) and not _BODY_OF_A_SORT.match(body):
            best = max(best, (cast.reading.plain.rfind(body, 0, at), len(body), body))
    return best[2] if best[0] >= 0 else None
