"""Round-ups and live tickers: pages about many happenings, told by their headline or by how they begin, and their items."""

from __future__ import annotations

import re
from functools import cache

from suyuan.text.fold import fold
from suyuan.text.sentences import paragraphs

# Pattern on the folded headline, and a headline that it is for.
PATTERNS: tuple[tuple[str, str], ...] = (
    (r"(?:^|[\s|丨:：【\[《·「“])\S{0,8}(?:早报|午报|晚报|夜报|早参|早知道|早餐|晨会|早班车|晚班车|早新闻|晚新闻)(?:$|[|丨】\]》])", "财经早报｜两市成交破万亿"),
    # A paper of that name is followed by a colon too: 某城晚报：…
    (r"(?:^|[\s|丨】])(?:\d+月\d+日|周[一二三四五六日]|今日|每日)?(?:财经|科技|股市|a股|港股|美股|期货|投资|汽车|互联网|行业|全球|国际|游戏|公告|基金|债市|楼市|黄金|体育|要闻|新闻)(?:早报|午报|晚报|夜报|早参|早餐|周报|日报|月报)", "1月28日投资早报：三家公司预增"),
    (r"周报(?:$|[\s|丨:：】\])）(（第])", "新能源产业链周报"),
    (r"(?:一周|本周|上周|每周|过去一周|本月|上月)\S{0,6}(?:要闻|新闻|大事|热点|回顾|盘点|看点|资讯|动态|速览|综述|汇总)|(?:年度|全年|上半年|下半年|本月|一周)\S{0,6}(?:十大|大事)", "一周要闻回顾"),
    (r"(?:要闻|新闻|热点|快讯|公告|资讯|消息|大事|动态|热搜|看点|头条|研报|政策|利好)(?:速览|汇总|精选|集锦|一览|盘点|速递|早知道|速读|合集|荟萃|集萃|摘要|提要|导读|梳理|\d+条)", "今日要闻速览"),
    (r"(?:今日|昨日|隔夜|今晨|昨夜|晚间|早间|午间|盘前|盘后|全球|国内外|国际)(?:\S{0,4})(?:要闻|新闻|公告|看点|导读|必读|必看|财经|热点|大事|提醒|头条|快讯)(?:$|[|丨:：】\]!！(（,，])", "隔夜要闻：美股三大指数收涨"),
    (r"(?:涨停|龙虎榜|机构调研|券商研报|投资|打新|解禁|停复牌|大宗交易)\S{0,4}(?:复盘|早知道|日报|揭秘|一览|汇总|精选|日历)", "涨停复盘：算力板块领涨"),
    (r"\d+点\d+[氪刻分]|\d+分钟(?:看|读|速览|知)|一图(?:速览|看懂|读懂)(?:今日|本周)|^新闻联播(?:\s*[\d|丨:：(（【]|\S{0,4}要目|$)|^早啊[!！]|昨夜今晨", "8点1氪"),
    (r"^[^；]{2,14}[|丨:：][^；]{6,}；[^；]{6,}；|；[^；]{6,}；.{6,}[|丨]", "某城晨读｜某省发布新规；某企业回应召回；某队夺冠"),
    (r"(?:财经|新股|事件|大事|赛事|活动)日历|(?:每日|每周|今日|本周)\S{0,4}(?:一览|日程|预告|前瞻)(?:$|[\s|丨:：(（])", "本周财经日历"),
    (r"(?:图文|文字|视频|现场|实时|滚动|正在|全程)直播|^[【\[(（]?直播[】\])）]?\s*[|丨:：]|(?:实时|滚动|持续|不断|随时)更新|滚动(?:播报|报道|新闻|快讯|消息)", "滚动更新｜某地地震救援"),
    (r"(?:本版|[一二三四五六七八]版)责编|(?:^|[\s\-－|])(?:导读|导航|广告|图片报道|图片新闻|要闻导读|今日导读|本期导读|简讯|本报今日\S版)$", "01版 - 导读"),
    (r"(?:盘中|盘前|盘后|收盘|开盘|午间|早盘|尾盘)(?:必读|必看|速递|播报|提示)|(?:内参|晨读|早读|夜读|晚读|早听|晚听)\s*[|丨:：]|[|丨]\S{0,4}[早晚]\d{1,2}点$", "某业内参｜某部修订规则；某矿业拟收购金矿"),
    (r"\bround-?up\s*[:|]|^the (?:papers|week|weekend|day)\s*:|^superquiz\b|\b(?:weekly|weekend|daily|news|travel|morning) quiz\b|\b(?:photos?|pictures|cartoons|images|stories|highlights) of the (?:day|week|month|year)\b", "Biz Roundup: Grain Prices Fall, Ports Reopen"),
    (r"\b(?:live updates?|live blog|liveblog|as it happened|rolling coverage)\b|^live:|\blive\s*[:|]", "Storm makes landfall: live updates"),
    (r"\b(?:news (?:roundup|round-up|digest|briefing|in brief|wrap)|(?:morning|evening|daily|weekly|weekend) (?:briefing|digest|wrap|roundup|round-up|news|recap|brief)|week in (?:review|pictures|photos)|(?:top|biggest) (?:stories|headlines) (?:of|this|today)|things to know (?:today|this))\b", "Morning briefing: five things to know today"),
)  # fmt: skip

# Pattern on the folded beginning of the text, and a beginning that it is for: the headline may be that of one item.
OPENINGS: tuple[tuple[str, str], ...] = (
    (r"(?:^|\n)\s*(?:早上|早安|上午|中午|下午|晚上|各位|大家)[^\n。]{0,12}[,，!！][^\n。]{0,12}(?:今天|今日)是", "早上好，今天是6月4日星期三。"),
    (r"^\s*(?:also|plus), [^\n]{8,160}[.!?]\s*(?:$|here['’]s)", "Also, the bridge reopens. Here’s the latest at the end of Monday."),
    (r"\bhere['’]s the latest (?:at|on|for) (?:the end|this|the) |\b(?:here are|these are) (?:the|today's|today’s) (?:top |main |biggest )?(?:stories|headlines)", "Here are today’s top stories."),
)  # fmt: skip
BEGINNING = 240  # characters


def is_roundup(title: str, text: str = "") -> bool:
    """Whether a page is about many happenings, or rewritten while things go on, by its headline and its beginning."""
    headlines, openings = _patterns()
    return (
        headlines.search(fold(title)[:200]) is not None or openings.search(fold(text[:BEGINNING]).strip()) is not None
    )


FEWEST = 3  # headings; a report may have one or two
_HEADING = range(6, 61)  # characters
_OPENS = re.compile(r"\s*(?:【[^】\n]{4,40}】|▌|\d{1,2}[、.．])")  # 【渡轮复航】六月二日，…
_ASIDE = re.compile(r"（[^（）\n]{2,24}）$")  # …通车。（来源：远山网）
_CLOSES = tuple("。！？；：…”!?;:")


def items(title: str, text: str) -> tuple[int, ...]:
    """Where the items of a round-up begin, which have nothing to do with each other; none where a page is about one thing."""
    if not is_roundup(title, text):
        return ()
    spans = list(paragraphs(text))
    lines = [text[start:end].strip() for start, end in spans]
    begins = [
        spans[place][0]
        for place, line in enumerate(lines[:-1])
        if _OPENS.match(line)
        or (len(line) in _HEADING and not _ASIDE.sub("", line).endswith(_CLOSES) and len(lines[place + 1]) > len(line))
    ]
    return tuple(begins) if len(begins) >= FEWEST else ()


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    headlines, openings = ("|".join(f"(?:{pattern})" for pattern, _ in rows) for rows in (PATTERNS, OPENINGS))
    return re.compile(headlines), re.compile(openings)
