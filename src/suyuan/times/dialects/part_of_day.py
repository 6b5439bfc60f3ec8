"""Parts of the day and the clock: 下午两点半, 16时许, 21:30, 凌晨."""

from __future__ import annotations

import re

from suyuan.times.pieces import SMALL, Piece, Row, Rule, Unit, whole

_WORDS: tuple[tuple[str, str], ...] = (
    ("TNI", r"凌晨|深夜|午夜|半夜|夜里|夜间|子夜|后半夜|前半夜"),
    ("TMO", r"清晨|早晨|早上|早间|上午|晨间|一早|大早|拂晓|黎明|清早"),
    ("TMI", r"中午|正午|午间|晌午"),
    ("TAF", r"下午|午后"),
    ("TEV", r"傍晚|晚上|晚间|夜晚|入夜|当晚|黄昏|晚(?=\d)"),
)
_VALUES = {word: value for value, words in _WORDS for word in words.split("|")}
_HOUR = rf"(?:零|{SMALL})"
_CLOCK = re.compile(
    rf"({_HOUR})\s?[点时:：](?:钟|整)?\s?(?:([\d一二三四五六七八九十零]{{1,3}})\s?分?|(半)|([一三])刻)?"
)
_ABOUT = r"(?:左右|前后|许|多(?!年|名|人|个|家|条|件|位|种)|整|不到){0,3}"
_MINUTES = r"(?:\d{1,2}(?!\d|\.|年|月|日|人|名|个|%|％|万|亿|元|秒)分?(?!之)|[零一二三四五六七八九十]{1,3}分(?!之)|[二三四五]?十[一二三四五六七八九]?(?![百千万亿几多余人名个位元块分点条件头公米年月周日天岁艘辆])|半(?!年|月|天|小时|数)|[一三]刻)"


def _part(match: re.Match[str]) -> tuple[Piece, ...]:
    words = match.group().strip()
    value = _VALUES.get(words) or {"早": "TMO", "晨": "TMO", "晚": "TEV", "夜": "TNI", "午": "TMI"}[words[0]]
    return (Piece(Unit.PART, name=value[1:]),)


def _day_long(match: re.Match[str]) -> tuple[Piece, ...]:
    return (Piece(Unit.PART, name="DAY"),)


def _clock(match: re.Match[str]) -> tuple[Piece, ...]:
    found = _CLOCK.match(match.group())
    if found is None:
        return ()
    hour = whole(found[1])
    minute = 30 if found[3] else 15 * whole(found[4]) if found[4] else whole(found[2]) if found[2] else None
    if not 0 <= hour <= 24 or not 0 <= (minute or 0) < 60:
        return ()
    return (Piece(Unit.CLOCK, hour, minute=minute),)


# A look-behind has one width, so the words stand by length.
_AFTER_PART = (
    r"(?:(?<=上午|中午|下午|凌晨|清晨|早上|早晨|傍晚|晚上|晚间|深夜|午夜|半夜|夜里|夜间|今晚|昨晚|明晚|当晚|今早|今晨|明早|次晨|午后|早间|午间|夜晚)"
    r"|(?<=[日号天五]晚)|(?<=[日号]早))"
)
_AFTER_DAY = (
    r"(?:(?<=\d日|\d号|今天|昨天|明天|后天|当天|当日|今日|昨日|明日|次日|时间|[周期][一二三四五六日]|[十一二三四五六七八九]日|\d\)|\d）)"
    r"|(?<=至|到|-|—|~))"
)

# 一上午, 想了一个晚上, 上下午: how long, or each of two.
_NO_LENGTH = r"(?<![^周期拜十二三廿]一)(?<!^一)(?<!一个)(?<!整个)(?<!上(?=下午))"

RULES: tuple[Rule, ...] = (
    Rule(
        "part of the day",
        rf"一早|大早|{_NO_LENGTH}(?:{'|'.join(words for _, words in _WORDS)})"
        r"|(?<=[日号天])\s?(?:早(?!已|就|前|些|年|先|报|在)|晨(?!报)|晚(?!会|年|报|点|于|些|宴)|夜|午)(?:间|上|里)?",
        _part,
        (
            Row("7日上午，国家卫生部门召开会议", "2017-09-07", "7日上午", "2017-09-07TMO"),
            Row("2日晚间,记者获悉", "2025-06-04", "2日晚间", "2025-06-02TEV"),
            Row("锣鼓敲了一上午", "2025-06-04", "", ""),
            Row("周一上午开会", "2025-06-04", "周一上午", "2025-06-02TMO"),
        ),
    ),
    Rule(
        "clock with colon",
        r"(?<![\d:.：以比⏱])(?:[01]?\d|2[0-4])[:：][0-5]\d(?:[:：][0-5]\d)?(?![\d:：.%]|\s?(?:[大险完小惜]?[胜败负]|战[胜平]|击败|获胜|领先|落后|逆转|取胜|横扫|力克))(?:分)?"
        + _ABOUT,
        _clock,
        (
            Row("据客户端16:18报道", "2017-01-29T18:09:44", "16:18", "2017-01-29T16:18"),
            Row("多地遭袭 ⏱00:02:25", "2026-01-30", "", ""),
        ),
    ),
    Rule(
        "clock after a part of the day",
        rf"{_AFTER_PART}\s?{_HOUR}\s?(?:点钟?|时(?!间|代|期))\s?{_MINUTES}?{_ABOUT}",
        _clock,
        (
            Row("今天下午两点多，他受伤", "2017-01-29", "今天下午两点多", "2017-01-29T14"),
            Row("1月29日下午2点半左右发生", "2017-01-29", "1月29日下午2点半左右", "2017-01-29T14:30"),
            Row("1月29日早上六点二十，头班船开了", "2017-01-29", "1月29日早上六点二十", "2017-01-29T06:20"),
        ),
    ),
    Rule(
        "clock after a day",
        rf"{_AFTER_DAY}\s?{_HOUR}\s?(?:点钟?(?!要求|建议|意见|希望)|时(?!间|代|期))\s?{_MINUTES}?{_ABOUT}",
        _clock,
        (
            Row("2016年11月30日24时，文章被删", "2016-12-01", "2016年11月30日24时", "2016-11-30T24:00"),
            Row("截至5日零时", "2016-12-06", "5日零时", "2016-12-05T00"),
        ),
    ),
    Rule(
        "clock by itself",
        rf"(?<![\d.:：上第至涨跌升降个几有]){SMALL}\s?(?:时|点钟?)(?:(?:{_MINUTES}{_ABOUT})|(?:左右|前后|许|整|钟))"
        rf"|(?<![\d.:：第A-Za-z涨跌升降])(?:[01]?\d|2[0-4])\s?时(?!间|代|期|候|刻|速|常|尚|装|局|评|任|机|髦|段|令|效|空|差|而|有|不|薪|长)"
        rf"|(?<![\d.:：第A-Za-z涨跌升降个到至报收])(?:1?\d|2[0-4])\s?点(?=开始|开[庭赛盘播门会]|结束|出发|起床|前|后|以[前后]|之[前后]|到|至|，|的)",
        _clock,
        (
            Row("于当地时间16时许结束", "2025-06-04", "16时许", "2025-06-04T16"),
            Row("他提了四点要求", "2025-06-04", "", ""),
        ),
    ),
    Rule("daylight", r"(?<=[日天号])白天", _day_long, (Row("4日白天有雨", "2025-06-04", "4日白天", "2025-06-04"),)),
)
