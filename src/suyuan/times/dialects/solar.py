"""Plain calendar dates: 2018年4月5日, 6月, 26日, 2025-06-04, 第三季度, 上世纪90年代."""

from __future__ import annotations

import re

from suyuan.times.pieces import SMALL, Piece, Row, Rule, Unit, whole

_SEASONS = {"春": "SP", "夏": "SU", "秋": "FA", "冬": "WI"}
_EDGE = r"(?:年?(?:年底|年初|年末|岁末|底(?![特层部气蕴盘线价薪])|初(?!级|中|始|步)|末(?!端))|年中(?=[，。、,]|旬)|度(?!过|假|日)|全年)?"
_TENDAY = r"(?:份)?(?:[上中下]旬|底(?![薪线价])|初(?!级|中|始|步)|末(?!端))?"
_LEFT = r"(?<![\d.第$¥_#a-z])(?<!\d[,/:])"
_AND = r"\s?(?:[-—–~～至到]{1,2}|[、和与及])\s?"
_NOT_MONTH = r"(?!一(?![日号])|嫂|票|球|饼|薪|租|卡|光(?!临)|亮(?!相)|亏|子中心)"
_CHINESE_YEAR = r"[一二][零〇○oO一二三四五六七八九]{3}"
_MONTH = r"(?:1[0-2]|0?[1-9]|十[一二]|[一二三四五六七八九十])"


def _full(match: re.Match[str]) -> tuple[Piece, ...]:
    year, month, day = (int(part) for part in re.findall(r"\d+", match.group())[:3])
    return _pieces(year, month, day)


def _day_first(match: re.Match[str]) -> tuple[Piece, ...]:
    day, month, year = (int(part) for part in re.findall(r"\d+", match.group()))
    return _pieces(year, month, day)


def _pieces(year: int, month: int, day: int) -> tuple[Piece, ...]:
    if not 1 <= month <= 12 or not 1 <= day <= 31:
        return ()
    return (Piece(Unit.YEAR, year), Piece(Unit.MONTH, month), Piece(Unit.DAY, day))


def _year_month(match: re.Match[str]) -> tuple[Piece, ...]:
    year, month = (int(part) for part in re.findall(r"\d+", match.group()))
    return (Piece(Unit.YEAR, year), Piece(Unit.MONTH, month)) if 1 <= month <= 12 else ()


def _year(match: re.Match[str]) -> tuple[Piece, ...]:
    found = re.search(r"\d+|[一二零〇○o三四五六七八九]+", match.group())
    year = whole(found.group().replace("o", "零")) if found else -1
    if 0 <= year < 100:
        year += 2000 if year < 50 else 1900
    return (Piece(Unit.YEAR, year),) if year > 0 else ()


def _month(match: re.Match[str]) -> tuple[Piece, ...]:
    found = re.search(r"\d+|[一二三四五六七八九十]+", match.group())
    return (Piece(Unit.MONTH, whole(found.group())),) if found else ()


def _months(match: re.Match[str]) -> tuple[Piece, ...]:
    last = whole(match[1])
    return (Piece(Unit.MONTH, 1, last=last),) if 1 <= last <= 12 else ()


def _day(match: re.Match[str]) -> tuple[Piece, ...]:
    found = re.search(r"\d+|[一二三四五六七八九十廿卅]+", match.group())
    words = found.group().replace("廿", "二十").replace("卅", "三十") if found else ""
    day = whole(words)
    return (Piece(Unit.DAY, day),) if 1 <= day <= 31 else ()


def _quarter(match: re.Match[str]) -> tuple[Piece, ...]:
    words = match.group()
    found = re.search(r"[1-4一二三四首]", words)
    if not found:
        return ()
    quarter = 1 if found.group() == "首" else whole(found.group())
    if words.startswith("前"):
        return (Piece(Unit.QUARTER, 1, last=quarter),)
    return (Piece(Unit.QUARTER, quarter),)


def _nth(match: re.Match[str]) -> tuple[Piece, ...]:
    found = re.search(r"\d+|[一二两三四五六七八九十]+", match.group())
    unit = Unit.MONTH if match.group().endswith("月") else Unit.WEEK
    return (Piece(unit, whole(found.group())),) if found else ()


def _half(match: re.Match[str]) -> tuple[Piece, ...]:
    return (Piece(Unit.HALF, 1 if match.group()[0] in "上前" else 2),)


def _season(match: re.Match[str]) -> tuple[Piece, ...]:
    return (Piece(Unit.SEASON, name=_SEASONS[match.group()[0]]),)


def _decade(match: re.Match[str]) -> tuple[Piece, ...]:
    words = match.group()
    named = match["decade"]
    decade = whole(named[0] + "十" if named.endswith("十") else named)
    if decade >= 1000:
        century = 0
    elif match["century"]:
        century = (whole(match["century"]) - 1) * 100
    else:
        century = 2000 if "本世纪" in words or decade in (0, 10) else 1900
    last = century + whole(named[1:]) if len(named) == 3 else None  # 六七十年代
    return (Piece(Unit.DECADE, century + decade, last=last),)


def _century(match: re.Match[str]) -> tuple[Piece, ...]:
    words = match.group()
    if words.startswith(("上", "本", "新")):
        return (Piece(Unit.CENTURY, 1900 if words.startswith("上") else 2000),)
    found = re.match(r"\d+|[一二三四五六七八九十]+", words)
    return (Piece(Unit.CENTURY, (whole(found.group()) - 1) * 100),) if found else ()


RULES: tuple[Rule, ...] = (
    Rule(
        "year-month-day",
        r"(?<![\d./_])(?:19|20)\d\d\s?([-/.])\s?\d{1,2}\1\s?\d{1,2}(?!\d|\.\d)(?:t(?=\d\d:))?",
        _full,
        (
            Row("更新于2025-06-04 14:30", "2025-06-05", "2025-06-04 14:30", "2025-06-04T14:30"),
            Row("发布时间：2025/6/4", "2025-06-05", "2025/6/4", "2025-06-04"),
        ),
    ),
    Rule(
        "day/month/year",
        r"(?<![\d./_-])\d{1,2}/\d{1,2}/(?:19|20)\d\d(?![\d/])",
        _day_first,
        (Row("截止24/10/2017", "2017-11-01", "24/10/2017", "2017-10-24"),),
    ),
    Rule(
        "year-month",
        r"(?<![\d./_-])(?:19|20)\d\d-(?:0[1-9]|1[0-2])(?![\d-]|赛季|财年|学年|年)",
        _year_month,
        (Row("数据截至2025-05", "2025-06-04", "2025-05", "2025-05"),),
    ),
    Rule(
        "decade",
        r"(?:(?:(?P<century>\d\d|十[一二三四五六七八九]?|二十一?)\s?世纪|[上本]个?世纪)\s?)?(?P<decade>(?:19|20)\d0|[1-9]0|[二三四五六七八九]{1,2}十)\s?年代(?:初期?|中期?|末期?|后期|中后期|以来)?",
        _decade,
        (
            Row("上世纪90年代，他下海经商", "2025-06-04", "上世纪90年代", "1990/1999"),
            Row("20世纪六七十年代的渡口", "2025-06-04", "20世纪六七十年代", "1960/1979"),
            Row("上世纪 70 年代的渡口", "2025-06-04", "上世纪 70 年代", "1970/1979"),
        ),
    ),
    Rule(
        "century",
        r"(?:(?:上|本|新)个?世纪|(?:1\d|2[01]|二十一?|十[一二三四五六七八九]?)\s?世纪)(?:初期?|中[期叶]|末期?|以来)?(?!佳缘|华联)",
        _century,
        (
            Row("19世纪末的建筑", "2025-06-04", "19世纪末", "1800/1899"),
            Row("20 世纪 80 年代的渡口", "2025-06-04", "20 世纪 80 年代", "1980/1989"),
        ),
    ),
    Rule(
        "year",
        rf"{_LEFT}(?:(?:公元)?(?:1\d|20|21)\d\d\s?年|{_CHINESE_YEAR}年|0\d年|[零〇九八七][零〇一二三四五六七八九]年|[12]\d\s?年(?=\s?{_MONTH}\s?月))(?!级|代|薪|龄|期国债)(?:间(?!隔|接))?{_EDGE}",
        _year,
        (
            Row("二〇二五年六月投产", "2025-07-04", "二〇二五年六月", "2025-06"),
            Row("25 年 9 月完成融资", "2026-01-28", "25 年 9 月", "2025-09"),
            Row("08年奥运会", "2017-03-22", "08年", "2008"),
        ),
    ),
    Rule(
        "year before a year",
        rf"{_LEFT}(?:19|20)\d\d(?={_AND}(?:19|20)\d\d\s?(?:年|赛季|财年|学年))",
        _year,
        (Row("2019—2021年连续亏损", "2025-06-04", "2019—2021年", "2019/2021"),),
    ),
    Rule(
        "first months",
        rf"[前头]\s?({SMALL})\s?个?月",
        _months,
        (Row("今年前5个月进出口总值增长", "2025-06-09", "今年前5个月", "2025-01/2025-05"),),
    ),
    Rule(
        "quarter",
        r"前[二三四两234]个?季度?|(?:第\s?[一二三四1-4]\s?(?:个)?季度?|[一二三四首]季度|[1-4]季度|首季(?!$)|(?<![a-z\d])q[1-4](?![a-z\d]))(?:末|初|以来)?",
        _quarter,
        (
            Row("失去业务将对第三季盈利造成打击", "2018-04-27", "第三季", "2018-Q3"),
            Row("今年前三季度净利润增长", "2025-11-04", "今年前三季度", "2025-Q1/2025-Q3"),
        ),
    ),
    Rule(
        "week or month of a year",
        rf"(?:(?<=年)|(?<=[年月]的))第\s?(?:{SMALL}\s?个?(?:周(?!年)|星期)|{SMALL}\s?个月)",
        _nth,
        (
            Row("在2021年的第一周离开", "2018-11-29", "2021年的第一周", "2021-W01"),
            Row("明年第九个月审查", "2021-11-29", "明年第九个月", "2022-09"),
        ),
    ),
    Rule(
        "half",
        r"[上下](?:个)?半年|(?<!提)[前后]半年",
        _half,
        (Row("去年上半年他不在", "2019-09-02", "去年上半年", "2018-H1"),),
    ),
    Rule(
        "season",
        r"(?<=年)\s?[春夏秋冬](?:天|季(?!度)|末(?!端)|初(?!步)|(?![节运晚招联耕种茶卷装奥至令雨粮闱游训]))|[春夏秋冬]季(?!度|奥|运动|学期|招|攻势|赛|款|新品|发布|班|联赛|转会)",
        _season,
        (Row("乌克兰春季反攻的问题", "2023-05-02", "春季", "2023-SP"),),
    ),
    Rule(
        "month",
        rf"{_LEFT}(?<![一二三四五六七八九十几数个满]){_MONTH}\s?月{_NOT_MONTH}{_TENDAY}",
        _month,
        (
            Row("4月新能源汽车销量", "2023-05-02", "4月", "2023-04"),
            Row("8月份雇佣的派遣工人", "2019-09-09", "8月份", "2019-08"),
            Row("新款将在今年10月亮相", "2025-06-04", "今年10月", "2025-10"),
        ),
    ),
    Rule(
        "month before a month",
        rf"{_LEFT}(?:1[0-2]|[1-9])(?={_AND}(?:1[0-2]|[1-9])\s?月(?!{_AND}?\d))",
        _month,
        (Row("1-8月，全国房地产投资下降", "2025-09-15", "1-8月", "2025-01/2025-08"),),
    ),
    Rule(
        "day",
        rf"{_LEFT}(?:3[01]|[12]\d|0?[1-9])\s?日(?!游|均|线|元|圆|语|式|系(?!统)|报(?!道)|常|内|以内|之内|本(?:人|国|政|队|首|经))",
        _day,
        (
            Row("国家卫生部门7日回应称", "2017-09-07", "7日", "2017-09-07"),
            Row("谈判于6月20日至30日举行", "2025-06-04", "6月20日至30日", "2025-06-20/2025-06-30"),
        ),
    ),
    Rule(
        "day as 号",
        r"(?:(?<=月)|(?<=月\s)|(?<=[，。,\n在于到从至]))(?:3[01]|[12]\d|0?[1-9])\s?号(?!楼|线|院|店|门|机|车|桌|房|馆|厅|文|令|公|通|决|台|煤|矿|井|坑|船|舰|球|位|种|选|案|炉|反|码|段|库|商|地|住|仓|人|航|坑|泊|站)",
        _day,
        (Row("1月19号下午5:00", "2016-11-07", "1月19号下午5:00", "2016-01-19T17:00"),),
    ),
    Rule(
        "day in words",
        r"(?<=月)\s?(?:三十一?|二十[一二三四五六七八九]?|十[一二三四五六七八九]?|廿[一二三四五六七八九]?|[一二三四五六七八九])[日号]|(?<=[一二三四五六七八九十]月)\s?(?:三十一?|二十[一二三四五六七八九]?|十[一二三四五六七八九]?|廿[一二三四五六七八九]?)(?=[，。,的在\s]|$)"
        r"|(?<![第二三四五六七八九十百千几数])(?:三十一?|二十[一二三四五六七八九]?|十[一二三四五六七八九]?)[日号](?!内|之内|以内|游|线|楼|院)|(?<![第一二三四五六七八九十百千几数])[一二三四五六七八九]日(?=上午|下午|凌晨|晚|早|中午|清晨|傍晚)"
        # Without a month a small number of days is as often a length: only where someone then speaks or acts, and no word of a length stands before.
        r"|(?<![第一二三四五六七八九十百千几数续时期近前后首头这那每逾超达了满约过短有费历经])[一二三四五六七八九]日(?=(?:致电|会见|抵达|召开|举行|发表|发布|公布|宣布|通报|表示|回应|指出|强调|透露|证实|说明|说|称|稱|電|电(?!影|视|力)|讯(?!问)))",
        _day,
        (
            Row("二零零四年八月十五", "2017-03-22", "二零零四年八月十五", "2004-08-15"),
            Row("渡口管理处五日表示", "2031-06-05", "五日", "2031-06-05"),
            Row("救援持续三日宣布结束", "2031-06-05", "", ""),
        ),
    ),
    Rule(
        "day before a day",
        rf"{_LEFT}(?:3[01]|[12]\d|[1-9])(?={_AND}(?:3[01]|[12]\d|[1-9])\s?[日号](?!内|游|线|楼|院|文|令))",
        _day,
        (Row("11月3-5日在北京举行", "2025-11-09", "11月3-5日", "2025-11-03/2025-11-05"),),
    ),
)
