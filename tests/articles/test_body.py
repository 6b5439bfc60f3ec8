"""What of a page is its article, where the lines alone leave it in doubt."""

from __future__ import annotations

from datetime import UTC, datetime

from suyuan import articles
from suyuan.outlets import Directory
from suyuan.records import Article, Page

NOW = datetime(2031, 5, 20, tzinfo=UTC)


def text_of(markup: str) -> list[str]:
    page = Page(
        id="page", url="http://www.example.cn/a", body=markup.encode(), fetched=NOW, first_seen=NOW, media_type="text/html"
    )  # fmt: skip
    (one,) = articles.extract(page, outlets=Directory())
    assert isinstance(one, Article)
    return one.text.split("\n")


def test_an_article_set_in_single_lines_is_read_whole() -> None:
    short = (
        "什么？",
        "你还不知道？",
        "快来看看吧",
        "5月20日起，",
        "云州大桥北行方向，",
        "将封闭施工二十天",
        "为什么",
        "现在才说",
        "因为",
    )
    long = (
        "施工期间由南往北的车辆须从东岭大桥绕行，或改乘汽渡过江，预计多用四十分钟。",
        "由北往南的车辆不受影响，收费站照常开放，公交线路也不作调整。",
        "交警提醒市民提前规划路线，听从现场指挥，遇到拥堵时可以改走滨江东路。",
        "货车如需出行，可以从三条国道分流，具体路线以路口的电子显示屏为准。",
        "大家关心的云州收费站没有关闭，只是往北京方向封闭二十天。",
    )
    lines = [*short, *long, "简单说就是", "绕一下就好", *long[::-1], "平安出行，", "安全到家。"]
    body = "".join(f"<p>{line}</p>" for line in lines)
    menu = "".join(f"<li><a href=/{n}>频道{n}</a></li>" for n in range(12))
    page = (
        f"<title>云州大桥封闭二十天</title><ul>{menu}</ul><h1>云州大桥封闭二十天</h1><div>2031-05-19 10:20</div><div>{body}</div>"
        f"<div><a href=/b.html>阅读下一篇</a></div><div>© 云州在线版权所有</div>"
    )
    assert text_of(page) == lines
