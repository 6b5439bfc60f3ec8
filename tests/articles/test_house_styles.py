"""House styles of well-known portals, with invented news: where each sets its time, outlet and names."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from suyuan import articles
from suyuan.outlets import Directory
from suyuan.records import BODY, Article, ListKind, Page

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


def rows(name: str, count: int) -> str:
    return "".join(f"<li><a href='/2025/0130/c{n}.html'>{name}第{n}条新闻的标题写得很长</a></li>" for n in range(count))


def read(markup: str) -> Article:
    page = Page(
        id="p",
        url="http://news.example/2025/1.html",
        body=markup.encode(),
        fetched=FETCHED,
        first_seen=FETCHED,
        media_type="text/html",
    )
    (made,) = articles.extract(page, outlets=Directory())
    assert isinstance(made, Article)
    return made


STAMP = "<div>2025-01-30 08:01 来源：云州日报</div>"

# style, page, byline, credit, how many related, how many hot
PORTALS = (
    (
        "an empty list before a full one",
        f"<title>{TITLE}_资讯_乙网</title><h1>{TITLE}</h1><p><span>2025年01月30日 08:01</span><br><span>来源：</span><span>云州日报</span> <span>作者：李晓明</span></p><div id=main>{PARAGRAPHS}</div><div class=box><h5>相关新闻：</h5><ul>{rows('相关', 3)}</ul></div><div class=right><div class=box6><h4>频道推荐</h4></div><div class=tit><h3>热门排行</h3></div><ul>{rows('热门', 5)}</ul></div>",
        ("李晓明",), "云州日报", 3, 5,
    ),
    (
        "headings that are plain boxes, reporter in words of the outlet",
        f"<title>{TITLE}_丙新闻</title><div><h1>{TITLE}</h1><div><div>丙新闻记者 李晓明</div><div><div>2025-01-30 08:01</div><div>来源：丙新闻</div></div></div><div class=text>{PARAGRAPHS}</div><div>责任编辑：何静 </div><div>校对：钱文</div></div><div><div>相关推荐</div><ul>{rows('相关', 3)}</ul></div><div class=rank><div>热门资讯</div><ul>{rows('热门', 6)}</ul></div>",
        ("李晓明",), "丙新闻", 3, 6,
    ),
    (
        "ranks and readers in spans, the list of the first tab",
        f"<title>{TITLE}_云网</title><h1>{TITLE}</h1>{STAMP}<div class=c>{PARAGRAPHS}</div><div class=side><div class=tab><span class=on>今日排行</span><span>本周排行</span></div><ol>" + "".join(f"<li><em>{n}</em><a href=/2025/0130/c90{n}.html><b>{n}</b><span>热门第{n}条新闻的标题写得很长</span><i>2304</i></a></li>" for n in range(1, 4)) + "</ol></div>",
        (), "云州日报", 0, 3,
    ),
    (
        "a list of definitions with its days",
        f"<title>{TITLE}_云网</title><h1>{TITLE}</h1>{STAMP}<div class=c>{PARAGRAPHS}</div><dl class=rel><dt>延伸阅读</dt>" + "".join(f"<dd><a href=/a/2025013{n}.htm>相关第{n}条新闻的标题写得很长</a><span>01-3{n}</span></dd>" for n in range(2)) + "</dl>",
        (), "云州日报", 2, 0,
    ),
    (
        "tables all through",
        f"<title>{TITLE}_云网</title><table><tr><td class=t><b>{TITLE}</b></td></tr><tr><td>来源：云州日报 2025-01-30 08:01 作者：李晓明</td></tr><tr><td>{'<br><br>'.join('　　' + line for line in TEXT)}</td></tr></table><table><tr><td>相关链接</td></tr>" + "".join(f"<tr><td>·<a href=/a/2025013{n}.htm>相关第{n}条新闻的标题写得很长</a>(01-30)</td></tr>" for n in range(4)) + "</table>",
        ("李晓明",), "云州日报", 4, 0,
    ),
    (
        "an account whose writer stands beside its name",
        f"<title></title><meta property=og:title content='{TITLE}'><h1 id=activity-name>{TITLE}</h1><div id=meta><span class=meta_text>李晓明</span><span class=nickname><a id=js_name>云州观察</a></span><em></em></div><div id=js_content>{PARAGRAPHS}</div><script>var nickname = htmlDecode(\"云州观察\"); var ct = \"1738195260\";</script>",
        ("李晓明",), "云州观察", 0, 0,
    ),
    (
        "a reporter who reports, in a box called byline",
        f"<title>{TITLE} | 联合晨报</title><h1>{TITLE}</h1><div class=article-byline><span>李晓明 报道</span></div><h4 class=date-published>发布/2025年1月30日 8:01 AM</h4><div class=rawhtml>{PARAGRAPHS}</div><section><h3>相关新闻</h3><ul>{rows('相关', 3)}</ul></section>",
        ("李晓明",), None, 3, 0,
    ),
    (
        "a paper written in traditional characters",
        f"<title>{TITLE} | 兩岸 | 聯合新報</title><h1>{TITLE}</h1><section class=info><time>2025-01-30 08:01</time><span class=who>聯合新報／ 記者<a href=/r/1>李曉靜</a>／綜合報導</span></section><section class=body>{PARAGRAPHS}</section><section class=related><h2>延伸閱讀</h2><ul>{rows('相关', 3)}</ul></section>",
        ("李曉靜",), "聯合新報", 3, 0,
    ),
    (
        "an outlet whose name holds a title, recommended beside nothing related",
        f"<title>{TITLE} _云州网</title><h1>{TITLE}</h1><div><span>2025-01-30 08:01</span><span>来源：<a href=x>云州网-《云州日报》</a></span></div><div id=body>{PARAGRAPHS}<div class=liability>[ 责编：何静 ]</div></div><div><h3>推荐阅读</h3><ul>{rows('相关', 4)}</ul></div>",
        (), "云州网-《云州日报》", 4, 0,
    ),
    (
        "an account on a platform that credits itself",
        f"<title>{TITLE}_政务_丁新闻</title><div>百家号 &gt; 云州发布</div><h1>{TITLE}</h1><p>2025-01-30 08:01 来源：丁新闻·百家号·政务</p><div class=txt>{PARAGRAPHS}</div>",
        (), "云州发布", 0, 0,
    ),
    (
        "no list: what others said, what is tagged, what is advertised, what is on sale",
        f"<title>{TITLE}_云网</title><h1>{TITLE}</h1>{STAMP}<div class=c>{PARAGRAPHS}</div><div class=hot3><h3>热门评论</h3><p><a href=/1/99.html>原文：一条很长很长的新闻标题</a></p><p>说得好</p><p><a href=/1/98.html>原文：又一条很长很长的新闻标题</a></p></div><div><h3>热门标签</h3><ul><li><a href=/tag/1>云州重点项目</a><li><a href=/tag/2>集中开工仪式</a></ul></div><div class=taboola><h4>你可能会喜欢</h4><ul>{rows('广告', 4)}</ul></div><div class=hot-nav><ul><li><a href=/zw/>政府信息公开专栏</a><li><a href=/fw/>重点领域信息公开</a></ul></div>",
        (), "云州日报", 0, 0,
    ),
    (
        "cards whose link lies over them; what is recommended beside what is related is hot, where nothing else is",
        f"<title>{TITLE}_云网</title><h1>{TITLE}</h1>{STAMP}<div class=c>{PARAGRAPHS}</div><section class=rel><h4 class=t>精彩推荐</h4><ul>{rows('热门', 3)}</ul><h4 class=t>相关内容</h4><ul>" + "".join(f"<li><img src={n}.jpg><h5>相关第{n}条新闻的标题写得相当长</h5><p>2025-01-2{n}</p><a href=/{n}.html></a></li>" for n in range(3)) + "</ul></section>",
        (), "云州日报", 3, 3,
    ),
)  # fmt: skip


@pytest.mark.parametrize(("style", "markup", "byline", "credit", "related", "hot"), PORTALS, ids=[row[0] for row in PORTALS])  # fmt: skip
def test_a_portal_is_read_with_its_lists(
    style: str, markup: str, byline: tuple[str, ...], credit: str | None, related: int, hot: int
) -> None:
    made = read(markup)
    assert (made.title, made.byline, made.credit) == (TITLE, byline, credit)
    assert made.published == datetime(2025, 1, 30, 0, 1, tzinfo=UTC)
    assert tuple(made.text[block.start : block.end] for block in made.blocks if block.kind in BODY) == TEXT
    of = {
        kind: [row.title for row in made.lists if row.list is kind] for kind in (ListKind.RELATED, ListKind.HOT)
    }  # fmt: skip
    assert (len(of[ListKind.RELATED]), len(of[ListKind.HOT])) == (related, hot)
    assert all(title.startswith("相关第") for title in of[ListKind.RELATED])
    assert all(title.startswith("热门第") and title.endswith("很长") for title in of[ListKind.HOT])
