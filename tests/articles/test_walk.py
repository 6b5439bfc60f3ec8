"""What of a page is not worth reading: its menus, the comments under its text, and tags deeper than any page nests them."""

from __future__ import annotations

import pytest

from suyuan.articles.walk import DEEPEST, sheet

SENTENCE = "云州港今晨六时恢复通航，因大雾积压的四十多艘货船陆续离港，港务局预计傍晚前全部疏散完毕，渡轮同时复航。"
MENU = "".join(f"<li><a href=/{name}>{name}</a></li>" for name in ("首页", "国际", "财经", "体育", "视频", "论坛"))
COMMENTS = "".join(f"<li><p>说得好，支持{n}楼！</p><a>回复</a><a>举报</a></li>" for n in range(6))


def lines(markup: str) -> list[str]:
    return [line.text for line in sheet(f"<body>{markup}</body>").lines]


@pytest.mark.parametrize("name", ("top-nav", "sub_menu", "footer", "share-box", "login-layer", "toolbar"))
def test_a_menu_is_passed_over(name: str) -> None:
    assert lines(f"<div class={name}><ul>{MENU}</ul></div><p>{SENTENCE}</p>") == [SENTENCE]
    assert lines(f"<ul id={name}>{MENU}</ul><p>{SENTENCE}</p>") == [SENTENCE]


@pytest.mark.parametrize(
    "said",
    (
        "来源：甲乙日报", "作者 李晓明", "2031-05-06", "10:20", "3小时前", "责编：何一鸣", "首页 > 国际", "热门", "点击排行榜", "相关阅读", "原创",
        "云州港今晨六时恢复通航，渡轮复航",
    ),
)  # fmt: skip
def test_a_box_named_like_a_menu_is_read_where_it_says_more(said: str) -> None:
    assert said in lines(f"<div class=article-tools><span>分享</span><div>{said}</div></div><p>{SENTENCE}</p>")


def test_a_headline_is_read_whatever_its_box_is_called() -> None:
    assert "渡轮复航" in lines(
        f"<div class=article-nav><ul>{MENU}</ul><div><h1>渡轮复航</h1></div></div><p>{SENTENCE}</p>"
    )


def test_comments_under_an_article_are_passed_over() -> None:
    assert lines(f"{f'<p>{SENTENCE}</p>' * 6}<ul class=comment-list>{COMMENTS}</ul><p>责编：何一鸣</p>") == [
        *[SENTENCE] * 6,
        "责编：何一鸣",
    ]


@pytest.mark.parametrize(
    "page",
    (
        f"<div class=has-comments><p>{SENTENCE * 6}</p><ul>{COMMENTS}</ul></div>",  # the article is in it
        f"<ul class=comment-list>{COMMENTS}</ul><p>{SENTENCE * 6}</p>",  # there has been no article yet
        f"<p>{SENTENCE * 6}</p><div class=comment><p>说得好，支持6楼！</p></div>",  # nobody can answer it: a comment of the paper
    ),
)
def test_what_is_only_named_after_comments_is_read(page: str) -> None:
    assert any("支持" in line for line in lines(page))


def test_menus_in_menus_are_looked_through_in_time_that_grows_with_the_page() -> None:
    deep = 150
    assert SENTENCE in lines("<div class=nav>" * deep + f"<p>{SENTENCE}</p>" * 3_000 + "</div>" * deep)


@pytest.mark.parametrize("unit", ("</div><pre>'", "<pre></div><i>", "</span><section>x"))
def test_ends_of_what_was_never_begun_do_not_hide_how_deep_a_page_nests(unit: str) -> None:
    made = sheet("<p>The ferry is back.</p>" + unit * 12_000)
    assert max(box.depth for box in made.boxes) <= 2 * DEEPEST
