"""Invented newsrooms and texts that the tests of this room share."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from suyuan.outlets import Directory
from suyuan.records import Article, Outlet, OutletKind, Precision, Reprint
from suyuan.reprints import keys, prepare, trace

NOON = datetime(2031, 5, 6, 4, tzinfo=UTC)

OUTLETS = Directory(
    [
        Outlet(
            id="moumou-daily",
            name="某某日报",
            kind=OutletKind.PAPER,
            aliases=("某某日报客户端",),
            domains=("moumou.example",),
        ),
        Outlet(id="moumou-net", name="某某网", kind=OutletKind.SITE, domains=("net.example",), group="moumou-daily"),
        Outlet(id="linhe-evening", name="临河晚报", kind=OutletKind.PAPER, domains=("linhe.example",)),
        Outlet(id="donghai-agency", name="东海社", kind=OutletKind.WIRE, domains=("donghai.example",)),
        Outlet(id="platform", name="百川号", kind=OutletKind.SELF_MEDIA, domains=("baichuan.example",)),
    ]
)

REPORT = (
    "青石桥位于临河县城东，建于清代，是县里仅存的三孔石桥。上周连日暴雨之后，桥面中段出现一道两指宽的裂缝，住在桥头的居民最先看到。\n"
    "记者沿河走访发现，桥墩根部的块石已有松动，河水退去后露出的基础被掏空近半米，岸边堆着前几年修路时留下的碎砖。\n"
    "桥头杂货铺开了二十多年，往日每天有上千人从这里过河买菜、上学，如今只剩几个老人坐在警戒线外看热闹，铺子里的生意冷清了大半。\n"
    "临河中学三百多名学生原本每天过桥上学，现在要绕行下游的公路桥，单程多走两公里，不少家长天不亮就骑车送孩子。\n"
)
OTHER = (
    "每年谷雨前后，东山茶农便开始忙碌。今年开春气温偏低，头采比往年晚了整整八天，山上的雇工却比往年更难找。\n"
    "茶厂的院子里晾着新叶，几口铁锅从早烧到晚。老师傅说手工炒一斤干茶要四斤半鲜叶，年轻人大多不愿学。\n"
    "镇上去年办起了合作社，把零散的三百户茶农联到一起，统一采摘标准，统一包装，第一批新茶已经发往外省。\n"
)
NOTICE = (
    "5月6日8时许，我县城关镇一仓库发生火情，消防救援人员迅速到场处置，9时20分明火被扑灭，过火面积约六百平方米，"
    "现场疏散周边群众四十二人，无人员伤亡。目前起火原因正在调查中，相关负责人已被依法控制，善后工作有序进行。"
)


def article(
    text: str,
    *,
    id: str = "a",
    outlet: str | None = None,
    title: str = "",
    at: datetime | None = NOON,
    precision: Precision = Precision.MINUTE,
    url: str | None = None,
    **more: object,
) -> Article:
    """An article with only what the case is about."""
    return Article(
        id=id,
        page=id,
        url=url,
        outlet=outlet,
        title=title,
        text=text,
        blocks=(),
        first_seen=NOON,
        published=at,
        precision=precision,
        **more,
    )  # type: ignore[arg-type]


def later(minutes: int) -> datetime:
    """So many minutes after noon."""
    return NOON + timedelta(minutes=minutes)


def link(one: Article, other: Article) -> Reprint | None:
    """What the room says of two articles, if their keys let them meet."""
    drafts = [prepare(each, (), outlets=OUTLETS) for each in (one, other)]
    if len(set(keys(drafts[0])) & set(keys(drafts[1]))) < 2:
        return None
    return trace(*drafts)
