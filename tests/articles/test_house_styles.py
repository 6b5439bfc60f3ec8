"""House styles of well-known portals, with invented news: where each sets its time, outlet and names."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from suyuan import articles
from suyuan.outlets import Directory
from suyuan.records import BODY, Article, Page

FETCHED = datetime(2025, 1, 31, 4, tzinfo=UTC)
TITLE = "云州集中开工二十六个重点项目"
TEXT = (
    "昨日上午，云州市举行重点项目集中开工仪式，共有二十六个项目同时动工，总投资超过三百亿元，涵盖先进制造、现代物流等领域。",
    "市发展改革委负责人介绍，这批项目预计明年陆续投产，可新增就业岗位一万余个。",
    "“我们将全程跟踪服务，确保项目早日见效。”该负责人说。",
    "有专家认为，这将进一步优化当地的产业结构，带动上下游企业集聚发展。",
)
PARAGRAPHS = "".join(f"<p>　　{line}</p>" for line in TEXT)
BOXES = "".join(f"<div class=s><span class=bjh-p>{line}</span></div>" for line in TEXT)

# style, page, byline, credit, published, is_original
STYLES = (
    (
        "account in the left column, 原创 behind the headline",
        f'<title>{TITLE}_投资_产业_云州市</title><div class="left"><div class="user-info"><h4><a href="/u/1">云州观察</a></h4><dl><dt>1234</dt><dd>文章</dd></dl></div></div><div class="text"><h1>{TITLE} <span class="article-tag"><span>原创</span></span></h1><div class="article-info"><span class="time">2023-01-06 18:13</span><span class="tag"> 来源:<a href="/u/1">云州观察</a></span></div><article id="mp-editor">{PARAGRAPHS}<p><a href="/">返回首页，查看更多</a></p></article><p data-role="editor-name">责任编辑：</p></div>',
        (), "云州观察", "2023-01-06T18:13:00+08:00", True,
    ),
    (
        "time in pieces over the headline, reporters in brackets under the text",
        f'<title>{TITLE}-甲华网</title><meta name="publishdate" content="2021-10-08"><div class="header"><div class="header-time left"><span class="year"><em>2021</em></span><span class="day"><em>10</em>/<em>08</em></span><span class="time">10:20:30</span></div><div class="source">来源：甲华网</div></div><h1><span class="title">{TITLE}</span></h1><div id="detail">{PARAGRAPHS}<p>（记者李晓明、何一鸣）</p></div><div class="editor">【纠错】 【责任编辑:钱文】</div>',
        ("李晓明", "何一鸣"), "甲华网", "2021-10-08T10:20:30+08:00", None,
    ),
    (
        "outlet as a bare link beside the time",
        f'<title>{TITLE}|云州|项目_新潮新闻_新潮网</title><meta property="article:published_time" content="2020-06-01T08:01:33+08:00"><h1 class="main-title">{TITLE}</h1><div class="date-source"><span class="date">2020年06月01日 08:01</span> <a href="x" class="source">云州日报</a></div><div class="article"><p>　　原标题：二十六个项目今日开工</p>{PARAGRAPHS}<p class="show_author">责任编辑：张玉 </p></div>',
        (), "云州日报", "2020-06-01T08:01:33+08:00", None,
    ),
    (
        "reporter and editor in one line",
        f'<title>{TITLE} — 甲京报</title><h1>{TITLE}</h1><span class="reporter">甲京报 记者 李晓明 编辑 何静</span><span class="timer">2022-03-04 09:10</span><div id="contentStr">{PARAGRAPHS}<p>甲京报记者 李晓明</p><p>编辑 何静 校对 钱文</p></div>',
        ("李晓明",), "甲京报", "2022-03-04T09:10:00+08:00", None,
    ),
    (
        "half a day's clock in English",
        f'<title>{TITLE} | 联合晨报网</title><h1>{TITLE}</h1><div>发布／2024年1月30日 4:05 PM</div><div class="articleBody">{PARAGRAPHS}</div>',
        (), None, "2024-01-30T16:05:00+08:00", None,
    ),
    (
        "account in a box called author, a day without its year",
        f'<title>{TITLE}</title><div class="header"><div>{TITLE}</div><div class="author"><p class="author-name"><a>城南夜话</a></p><span class="date">发布时间：01-30</span><span class="time">20:15</span><span>优质创作者</span></div></div><div class="content">{BOXES}</div>',
        (), "城南夜话", "2025-01-30T20:15:00+08:00", None,
    ),
    (
        "outlet and time only in a script",
        f'<title>{TITLE}_腾飞新闻</title><script>window.DATA={{"title":"{TITLE}","media":"云州日报","pubtime":"2020-03-01 12:00:05"}}</script><div class="LEFT"><h1>{TITLE}</h1><div class="content-article">{PARAGRAPHS}</div></div>',
        (), "云州日报", "2020-03-01T12:00:05+08:00", None,
    ),
    (
        "a government's page, named by its meta tags",
        f'<title>云州市人民政府</title><meta name="PubDate" content="2023-05-06 09:00"><meta name="ContentSource" content="云州市发展和改革委员会"><h3 class="tit">{TITLE}</h3><div>发布时间：2023-05-06 09:00　浏览次数：12 字体：[大 中 小]</div><div class="TRS_Editor">{PARAGRAPHS}</div>',
        (), "云州市发展和改革委员会", "2023-05-06T09:00:00+08:00", None,
    ),
)  # fmt: skip


@pytest.mark.parametrize(
    ("style", "markup", "byline", "credit", "published", "is_original"), STYLES, ids=[row[0] for row in STYLES]
)
def test_a_house_style_is_understood(
    style: str, markup: str, byline: tuple[str, ...], credit: str | None, published: str, is_original: bool | None
) -> None:
    page = Page(
        id="p",
        url="http://news.example/1",
        body=markup.encode(),
        fetched=FETCHED,
        first_seen=FETCHED,
        media_type="text/html",
    )
    (made,) = articles.extract(page, outlets=Directory())
    assert isinstance(made, Article)
    assert (made.title, made.byline, made.credit, made.is_original) == (TITLE, byline, credit, is_original)
    assert made.published == datetime.fromisoformat(published).astimezone(UTC)
    assert tuple(made.text[block.start : block.end] for block in made.blocks if block.kind in BODY) == TEXT
