"""Dates counted from another: 今年, 上个月, 本周五, 昨天, 当日, 次年."""

from __future__ import annotations

import re

from suyuan.times.pieces import Base, Piece, Row, Rule, Unit

_YEARS = {"今年": 0, "本年": 0, "本年度": 0, "今明": 0, "去年": -1, "前年": -2, "大前年": -3, "明年": 1, "来年": 1, "下一年": 1, "后年": 2, "大后年": 3}  # fmt: skip
_DAYS = {"今": 0, "昨": -1, "前": -2, "大前": -3, "明": 1, "后": 2, "大后": 3, "本": 0}
_WEEKDAYS = {"一": 1, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "日": 7, "天": 7, "末": 8}
_PARTS = {"晨": "MO", "早": "MO", "晚": "EV", "夜": "NI", "午": "MI"}
_SEASONS = {"春": "SP", "夏": "SU", "秋": "FA", "冬": "WI"}
_EDGE = r"(?:年?(?:年底(?!特律)|年初|年末|岁末|底(?![特层部气蕴盘线价薪])|初(?!级|中|始|步)|末(?!端)|年中(?!国|方|央))|全年)?"
_TENDAY = r"(?:[上中下]旬|底(?![薪线价])|初(?!级|中|始|步)|末(?!端)|份)?"


def _year(match: re.Match[str]) -> tuple[Piece, ...]:
    return (Piece(Unit.YEAR, _YEARS[match[1]], Base.PUBLICATION),)


def _year_told(match: re.Match[str]) -> tuple[Piece, ...]:
    step = 1 if match[1] in ("次年", "翌年", "转年") else 0
    return (Piece(Unit.YEAR, step, Base.NARRATIVE, name=match.group()),)


def _year_reported(match: re.Match[str]) -> tuple[Piece, ...]:
    return (Piece(Unit.YEAR, -1 if match[1] in ("上年", "上一年", "前一年") else 0, Base.PERIOD),)


def _year_edge(match: re.Match[str]) -> tuple[Piece, ...]:
    return (Piece(Unit.YEAR, 0, Base.PUBLICATION),)


def _season(match: re.Match[str]) -> tuple[Piece, ...]:
    step = {"今": 0, "去": -1, "明": 1}[match[1]]
    return (Piece(Unit.YEAR, step, Base.PUBLICATION), Piece(Unit.SEASON, name=_SEASONS[match[2]]))


def _month(match: re.Match[str]) -> tuple[Piece, ...]:
    words = match[1]
    step = words.count("下") - words.count("上")
    return (Piece(Unit.MONTH, step, Base.PUBLICATION),)


def _month_told(match: re.Match[str]) -> tuple[Piece, ...]:
    return (Piece(Unit.MONTH, 1 if match[1][0] in "次翌" else 0, Base.NARRATIVE),)


def _week(match: re.Match[str]) -> tuple[Piece, ...]:
    words = match[1]
    return (Piece(Unit.WEEK, words.count("下") - words.count("上"), Base.PUBLICATION),)


def _week_told(match: re.Match[str]) -> tuple[Piece, ...]:
    return (Piece(Unit.WEEK, 1 if match[1][0] == "次" else 0, Base.NARRATIVE),)


def _weekday(match: re.Match[str]) -> tuple[Piece, ...]:
    lead = match[1] or ""
    weeks = lead.count("下") - lead.count("上") if lead else None
    if lead.startswith("每"):
        return (Piece(Unit.SET, name="XXXX-WXX-WE" if match[2] == "末" else f"XXXX-WXX-{_WEEKDAYS[match[2]]}"),)
    return (Piece(Unit.DAY, _WEEKDAYS[match[2]], Base.WEEKDAY, weeks=weeks),)


def _day(match: re.Match[str]) -> tuple[Piece, ...]:
    return (Piece(Unit.DAY, _DAYS[match[1]], Base.PUBLICATION),)


def _day_part(match: re.Match[str]) -> tuple[Piece, ...]:
    return (Piece(Unit.DAY, _DAYS[match[1]], Base.PUBLICATION), Piece(Unit.PART, name=_PARTS[match[2]]))


def _day_told(match: re.Match[str]) -> tuple[Piece, ...]:
    words = match[1]
    step = -1 if "前" in words else 1 if words[0] in "次翌隔第转" else 0
    day = Piece(Unit.DAY, step, Base.NARRATIVE)
    return (day, Piece(Unit.PART, name=_PARTS[words[-1]])) if words[-1] in _PARTS else (day,)


def _day_happened(match: re.Match[str]) -> tuple[Piece, ...]:
    day = Piece(Unit.DAY, 0, Base.EVENT)
    return (day, Piece(Unit.PART, name=_PARTS[match[1][-1]])) if match[1][-1] in _PARTS else (day,)


def _same_last_year(match: re.Match[str]) -> tuple[Piece, ...]:
    return (Piece(Unit.YEAR, -1, Base.SAME_LAST_YEAR, name=match.group()[:2]),)


RULES: tuple[Rule, ...] = (
    Rule(
        "the same period of the year before",
        r"(?:去年|上年)(?:同期|同月|同季)|上年同期",
        _same_last_year,
        (Row("4月销量为2万辆，去年同期为1万辆", "2023-05-02", "去年同期", "2022-04"),),
    ),
    Rule(
        "season of a year",
        r"([今去明])年?([春夏秋冬])(?:天|季(?!度)|(?![节运晚招联耕种茶卷装奥至令雨粮闱游训]))",
        _season,
        (Row("去年夏天他来过", "2025-06-04", "去年夏天", "2024-SU"),),
    ),
    Rule(
        "year from publication",
        rf"(今年|本年度?|去年|大?前年|明年|来年|下一年|大?后年)(?!级|轮|会|龄|味|货)(?:以来|度|间|内)?{_EDGE}",
        _year,
        (
            Row("该杂志今年1月停刊", "2016-11-30", "今年1月", "2016-01"),
            Row("他将于明年年底退休", "2025-06-04", "明年年底", "2026"),
        ),
    ),
    Rule(
        "year from the story",
        rf"(当年度?|同年|那年|那一年|次年|翌年|转年|这一年(?!来))(?!级|轮|会|龄|味|货){_EDGE}",
        _year_told,
        (
            Row("他2013年毕业，次年赴美", "2025-06-04", "次年", "2014"),
            Row("他2013年毕业，当年赴美", "2025-06-04", "当年", "2013"),
            Row("渡口不像当年那样热闹", "2025-06-04", "当年", "PAST_REF"),
        ),
    ),
    Rule(
        "year of the figures",
        rf"((?<!常)全年|(?<=[较比])年[初末]|(?<!同比)上一?年(?!级|轻|纪|来|半)|前一年)(?!级|轮|会|龄){_EDGE}",
        _year_reported,
        (
            Row("2025年营收100亿元，全年净利润5亿元", "2026-03-04", "全年", "2025"),
            Row("2025年营收100亿元，比上年增长5%", "2026-03-04", "上年", "2024"),
        ),
    ),
    Rule(
        "edge of the year",
        r"(?<![每\d])(?:年内|年底|年末|岁末|年初|(?<!常)年中(?=[，。、,]|旬)|年终(?!奖))(?!前|特律)",
        _year_edge,
        (Row("项目将在年底完工", "2025-06-04", "年底", "2025"),),
    ),
    Rule(
        "month from publication",
        rf"(本月|当前月|这个月|上上?个?月|下下?个?月|[上下]一个?月(?!来)){_TENDAY}|(?:月底|月初|月末|月内)",
        lambda match: _month(match) if match[1] else (Piece(Unit.MONTH, 0, Base.PUBLICATION),),
        (
            Row("双方讨论了本月底举行会晤", "2025-06-04", "本月底", "2025-06"),
            Row("上个月他来过", "2025-01-04", "上个月", "2024-12"),
            Row("但在本月16日公布", "2018-04-21", "本月16日", "2018-04-16"),
        ),
    ),
    Rule(
        "month from the story",
        rf"(当月|同月|次月|翌月|该月){_TENDAY}",
        _month_told,
        (Row("2019年3月开业，次月关门", "2025-06-04", "次月", "2019-04"),),
    ),
    Rule(
        "weekday",
        r"(?<!一)(每(?:逢|个)?|[本这]一?个?|上上?一?个?|下下?一?个?|当)?(?:周|星期|礼拜)([一二三四五六日天末])(?![次场集更遍节]|年|岁|期间?\d|围|线|均|平|刊)",
        _weekday,
        (
            Row("他周三晚间否认此事", "2018-04-27", "周三晚间", "2018-04-25TEV"),
            Row("上周五股市反弹", "2023-05-02", "上周五", "2023-04-28"),
            Row("会议将于周四举行", "2025-06-03", "周四", "2025-06-05"),
            Row("一项目一方案，一周一调度", "2025-06-04", "", ""),
            Row("本周末有雨", "2025-06-04", "本周末", "2025-06-07/2025-06-08"),
            Row("她每个周末都去渡口", "2025-06-04", "每个周末", "XXXX-WXX-WE"),
        ),
    ),
    Rule(
        "week from publication",
        r"(本周|这一?周|这个?(?:星期|礼拜)|上上?一?个?(?:周|星期|礼拜)|下下?一?个?(?:周|星期|礼拜))(?!年|岁|边|围|期|刊)(?:内|初|末|以来)?",
        _week,
        (Row("上周，公司停工", "2018-04-27", "上周", "2018-W16"),),
    ),
    Rule(
        "week from the story",
        r"(当周|同周|次周|全周)",
        _week_told,
        (Row("港股上周走低，恒指全周下跌", "2023-05-02", "全周", "2023-W17"),),
    ),
    Rule(
        "part of a day from publication",
        r"([今昨明前])(晨|早(?!已|就|前|些|年|先)|晚(?!年|会)|夜|午)(?:间|上|里)?",
        _day_part,
        (Row("昨晚8时许，一辆卡车撞向酒店", "2008-09-21", "昨晚8时许", "2008-09-20T20"),),
    ),
    Rule(
        "day from publication",
        r"(今|昨|大?前(?=天|日)|(?<!聪)明|大?后(?=天|日)(?!天性)|本(?=日))(?:天|日(?!本|报(?![道告警案名])))(?!津|然|才|文|使|堂|性|赋)",
        _day,
        (
            Row("明天动物园闭园", "2017-01-29", "明天", "2017-01-30"),
            Row("昨日（26日），路透社援引消息", "2018-04-27", "昨日（26日）", "2018-04-26"),
            Row("今日(6月27日)上午9点开庭", "2017-06-27", "今日(6月27日)上午9点", "2017-06-27T09"),
        ),
    ),
    Rule(
        "day of the happening",
        r"(?<=事发|案发|事故|出事|地震|爆炸|火灾|空难)(当[天日晚]|前一[天日晚])",
        _day_happened,
        (
            Row(
                "8月31日晚，一名产妇坠楼。\n9月3日，医院说明，事发当日上午10时许入院",
                "2017-09-07",
                "当日上午10时许",
                "2017-08-31T10",
            ),
        ),
    ),
    Rule(
        "day from the story",
        r"(当[天日晚夜](?!时间|值班|的?最)|同[日晚](?!而语)|同一天(?!之?[内里])|次[日晨早]|翌[日晨]|隔[天日](?!离)|(?<![^，。,；;：:\n\s“\"”」）、了但而且在到于至从])第二[天日](?!比|的?比赛)|前一[天日晚]|即日|(?<=[，。\n])[这那]一?天)",
        _day_told,
        (
            Row("9月18日，一枚炸弹爆炸。发言人当天说，可以确信", "2006-09-19", "当天", "2006-09-18"),
            Row("8月31日入院，次日出院", "2017-09-07", "次日", "2017-09-01"),
        ),
    ),
)
