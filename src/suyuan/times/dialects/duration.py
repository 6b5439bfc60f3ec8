"""How long: 三天, 两个半小时, 近40年来, 未来7年; how often: 每月."""

from __future__ import annotations

import re

from suyuan.text import number
from suyuan.times.pieces import Base, Piece, Row, Rule, Unit

_NUMBER = r"(?:\d{1,7}(?:\.\d{1,3})?|[一二两三四五六七八九十百千]{1,7}|几十|数十|上百|[几数多半])"
_UNIT = r"(?:年(?![级期制生薪报龄糕夜货轮]|纪)|个月|(?<=[数几半多余])月(?!底|初|末|份)|周(?![一二三四五六日天末年岁围边刊报转折])|个?星期(?![一二三四五六日天])|个?礼拜(?![一二三四五六日天])|天(?!津|然|才|文|气|使|堂|线|王|猫|河|坛|桥|山|价|津)|个?小时|个?钟头|分钟|个?(?:工作|交易)日|昼夜|秒钟?(?!\d))"
_LETTERS = (
    ("年", "Y"), ("月", "M"), ("周", "W"), ("星期", "W"), ("礼拜", "W"), ("天", "D"), ("日", "D"), ("昼夜", "D"),
    ("小时", "TH"), ("钟头", "TH"), ("分钟", "TM"), ("分", "TM"), ("秒", "TS"), ("时", "TH"),
)  # fmt: skip
_HALVES = {"Y": ("M", 6), "M": ("D", 15), "W": ("D", 3), "D": ("TH", 12), "TH": ("TM", 30), "TM": ("TS", 30)}
_STEP = re.compile(
    rf"({_NUMBER})\s?(?:[多余几来])?\s?(?:个多)?(个?)(半)?(年|个?月|周|个?星期|个?礼拜|天|日|昼夜|个?小时|个?钟头|时|分钟?|秒钟?|个?(?:工作|交易)日)(半)?"
)


_AGO = re.compile(
    rf"(?:约|大约)?\s?{_NUMBER}\s?(?:多|余)?\s?个?(?:年|月|周|星期|天|小时|分钟|礼拜|钟头)(?:多|余)?(?:之前|以前|前)"
)


def _long(match: re.Match[str]) -> tuple[Piece, ...]:
    words = match.group()
    value = length(words)
    if value is None:
        return ()
    if "X" not in value and _AGO.fullmatch(words):
        return _ago(value)
    return (Piece(Unit.DURATION, name=value),)


def _ago(value: str) -> tuple[Piece, ...]:
    """三年前 is a year, 5天前 a day; hours and minutes before are moments."""
    if found := re.fullmatch(r"P(\d+)([YMWD])", value):
        unit = {"Y": Unit.YEAR, "M": Unit.MONTH, "W": Unit.WEEK, "D": Unit.DAY}[found[2]]
        return (Piece(unit, -int(found[1]), Base.PUBLICATION),)
    if found := re.fullmatch(r"PT(\d+)([HM])", value):
        minutes = int(found[1]) * (60 if found[2] == "H" else 1)
        return (Piece(Unit.CLOCK, -minutes, Base.PUBLICATION),)
    return (Piece(Unit.DURATION, name=value),)


def length(words: str) -> str | None:
    """The TIMEX3 duration of words: P3D, PT2H30M, P1XY for 十几年; None where they hold none."""
    amounts: dict[str, str] = {}
    for step in _STEP.finditer(words):
        letter = next(letter for word, letter in _LETTERS if word in step[4])
        extra = step[3] or step[5]
        amount = _amount(step[1], step[0])
        if amount == "half":
            letter, amount = _half(letter)
        elif extra and letter in _HALVES:
            amounts[_HALVES[letter][0]] = str(_HALVES[letter][1])
        amounts.setdefault(letter, amount)
    if not amounts:
        return None
    days = "".join(amounts[letter] + letter for letter in "YMWD" if letter in amounts)
    hours = "".join(amounts["T" + letter] + letter for letter in "HMS" if "T" + letter in amounts)
    return "P" + days + ("T" + hours if hours else "")


def _half(letter: str) -> tuple[str, str]:
    finer, amount = _HALVES.get(letter, (letter, 0.5))
    return finer, str(amount)


def _amount(words: str, step: str) -> str:
    if words in ("几", "数", "多"):
        return "X"
    if words in ("几十", "数十"):
        return "XX"
    if words == "上百":
        return "XXX"
    if words == "半":
        return "half"
    if re.fullmatch(r"[一二两三四五六七八九]{2}", words):
        return "X"  # 两三个小时
    if words == "十" and re.match(r"十[几多余来]", step):
        return "1X"
    if re.match(r"[二三四五六七八九]?十几", step):
        return words[0] + "X" if len(words) == 2 else "1X"
    value = number(words)
    return "X" if value is None else f"{value:g}"


def _every(match: re.Match[str]) -> tuple[Piece, ...]:
    words = match.group()
    letter = next(letter for word, letter in _LETTERS if word in words)
    return (Piece(Unit.SET, name="P" + (letter.replace("T", "T1") if "T" in letter else "1" + letter)),)


_AROUND = r"(?:大约|将近|大概|近(?!日|期|年)|约)?\s?"
_LEAD = r"(?:(?:过去|未来|今后|最近|此后|此前|这|接下来)的?\s?)?"
_TAIL = r"(?:左右|上下)?(?:之内|以内|之后|以后|以来|之前|以前|后(?!卫|者|续|方|勤|期|备|天|台|半|果|面)|前(?!往|线|锋|景|方|进|列|三|两|半|夕|后|来|首|任|总|女|男|妻|夫|面|端|沿|提|台)|间(?!接|隔|歇|谍)|内(?!部|地|容|阁|幕|外|心|政|蒙|战|马|塔)|来(?!自|到|看|说|访|华|电|源|袭|得|的|临|往))?"
_PLAIN = rf"{_NUMBER}(?:\s?[-—~至到]\s?{_NUMBER})?\s?(?:个多|[多余几])?\s?(?:个半|半)?\s?{_UNIT}(?:多|余|半(?!年|月|天|小时))?"

RULES: tuple[Rule, ...] = (
    Rule(
        "how often",
        r"每(?:一|个)?(?:年|个?月|周(?![一二三四五六日天末](?![次场集更遍节]))|个?星期(?![一二三四五六日天])|天|日(?!新闻|电讯|邮报|镜报|快报|商报|经济|星报|人物|优鲜)|小时|分钟(?!\d))",
        _every,
        (
            Row("夫妇俩每月开销不少", "2025-06-04", "每月", "P1M"),
            Row("据《每日新闻》网站报道", "2025-06-04", "", ""),
        ),
    ),
    Rule(
        "how long",
        rf"(?<![\d.第每廿卅])(?=\S)(?!(?:19|20)\d\d年){_AROUND}{_LEAD}{_AROUND}(?:{_PLAIN})(?:\s?[又零余]?\s?(?:{_PLAIN}|\d{{1,7}}(?:分|秒|时)|[一二三四五六七八九十]{{1,3}}分)){{0,6}}{_TAIL}",
        _long,
        (
            Row("谈判历时约一小时", "2025-06-04", "约一小时", "PT1H"),
            Row("在未来7年执行协议", "2025-06-04", "未来7年", "P7Y"),
            Row("在北京打拼十几年的人", "2025-06-04", "十几年", "P1XY"),
            Row("他2小时30分钟后到达", "2025-06-04", "2小时30分钟后", "PT2H30M"),
            Row("两年半没有回家", "2025-06-04", "两年半", "P2Y6M"),
        ),
    ),
    Rule(
        "days as 日",
        r"(?<=为期|连续|停牌|历时|仅仅|最后|短短|长达|为时)(?:\d{1,7}|[一二两三四五六七八九十百]{1,7})日(?!起|电)|(?:[两数]|(?<!\d)\d{1,3})日(?=之内|以内|内|有期|以上|以下)(?:之内|以内|内)?|[两数]日",
        _long,
        (Row("须在15日内答复，数日未果", "2025-06-04", "15日内", "P15D"),),
    ),
)
