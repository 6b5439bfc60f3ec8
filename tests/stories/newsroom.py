"""Invented reports for the tests of stories: a flood in 青石镇, a fire in 柳河县, a spacecraft."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from suyuan.records import Article, ListKind, PageLink

MORNING = datetime(2025, 7, 1, 1, tzinfo=UTC)


def article(
    name: str, title: str, text: str, *, hours: float = 0, outlet: str | None = None, lists: tuple[PageLink, ...] = ()
) -> Article:
    at = MORNING + timedelta(hours=hours)
    return Article(
        id=name, page=name, url=None, outlet=outlet or f"{name}报", title=title, text=text, blocks=(),
        first_seen=at, published=at, lists=lists,
    )  # fmt: skip


def row(
    rank: int, title: str, *, teaser: str | None = None, day: str | None = None, kind: ListKind = ListKind.RELATED
) -> PageLink:
    return PageLink(list=kind, rank=rank, title=title, teaser=teaser, date=day)


FLOOD = (
    article("甲", "青石镇河堤决口 千余人连夜转移", "7月1日凌晨，云溪县青石镇的澜水河堤决口，镇上1200余人连夜转移。县防汛办主任陆宜舟说，决口宽约40米，武警正在封堵。"),
    article("乙", "云溪县青石镇澜水河堤决口约40米", "云溪县防汛办通报，青石镇澜水河堤凌晨决口，决口宽约40米，群众已转移到青石中学。陆宜舟表示暂无人员伤亡。", hours=3),
    article("丙", "震惊！青石镇河堤深夜决口，真相来了！", "澜水河堤在青石镇决口，一千余人转移。云溪县说，决口处将在两天内合龙，青石中学安置了转移群众。", hours=8),
    article("丁", "青石镇决口合龙 转移群众开始返家", "3日上午，云溪县青石镇澜水河堤决口合龙，安置在青石中学的群众开始返家。陆宜舟说，原因仍在调查。", hours=52),
)  # fmt: skip
FIRE = (
    article("戊", "柳河县一家具厂起火 无人伤亡", "柳河县东郊的福木家具厂7月1日上午起火，消防员两小时后扑灭明火，厂区的漆料仓库烧毁，无人伤亡。", hours=2),
    article("己", "福木家具厂火灾扑灭 柳河县调查漆料仓库", "柳河县消防大队说，福木家具厂的火从漆料仓库烧起，明火已扑灭，无人伤亡，原因在调查。", hours=6),
)  # fmt: skip
PROBE = article(
    "庚",
    "“巡星二号”探测器传回首批照片",
    "航天部门公布“巡星二号”探测器传回的首批照片，相机拍下了小行星表面的环形山，任务总师闻远山说状态良好。",
    hours=4,
)
