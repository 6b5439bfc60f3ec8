"""Who wrote it, who edited it, and whose it is: the people and outlets that the lines around a title name."""

from __future__ import annotations

import re
from dataclasses import dataclass

from suyuan.articles.wording import HAN_NAME

_CREDIT = re.compile(r"(?:文章来源|稿件来源|本文来源|信息来源|新闻来源|稿源|来源|来\s{1,3}源|转自|出处|供稿|來源)\s?[:：|｜丨/]\s?(?P<name>[^\s　|｜:：,，；;（()）】\]》<>]{2,30})")
_AUTHOR = re.compile(r"(?:作者|撰文|采写|采訪|撰稿|文字|编译|編譯|执笔|采编|文)\s?[:：/／|｜丨]\s?(?P<names>[^|｜:：（()）】\]<>。！？]{2,60})")
_REPORTER = re.compile(r"(?:记者|通讯员|特派员|评论员|專欄作者|专栏作者|特约作者)[:：\s]{1,3}(?P<names>" + HAN_NAME + r"(?:[\s、，,]{1,2}" + HAN_NAME + r"){0,5})")
_EDITORS = re.compile(r"(?:责任编辑|责编|責任編輯|编辑|編輯|校对|审核|主编|监制|值班编委|编审)\s?(?:[:：|｜丨/]|\s|为)\s?(?P<names>[^:：|】\]）)]{2,30})")
_SEPARATOR = re.compile(r"[\s、，,；;/&和]+|\s+and\s+")
_CODE = re.compile(r"[_\s]?[A-Z]{1,3}\d{2,}.*$")
_ROLE = re.compile(r"^(?:.{0,12}?(?:记者|通讯员|见习|实习生?|特约|评论员|特派员|专栏作者|首席|编辑|作者|撰文|文))(?=[\s:：]|[\u4e00-\u9fff]{2,4}$)[\s:：]*|^by\s+", re.I)
_NO_NAME = re.compile(r"^(?:记者|编辑|网络|未知|佚名|管理员|admin|本报|本网|综合|小编|责编|匿名|原创|时间|发布|来源|字体|浏览|点击|阅读|评论|分享|收藏)$|\d|http|@|[。！？]", re.I)
_NAME = re.compile(rf"^(?:{HAN_NAME}|[A-Za-zÀ-ÿ][\w.'’·\- ]{{1,40}})$")


@dataclass(frozen=True, slots=True)
class Credits:
    """People and outlet, each with the words that name them."""

    authors: tuple[str, ...] = ()
    editors: tuple[str, ...] = ()
    credit: str | None = None
    seen: str = ""


def credit_of(text: str) -> str | None:
    """The outlet that a credit line names."""
    match = _CREDIT.search(text)
    return match["name"].strip(" 　-—_·") if match else None


def authors_of(text: str) -> tuple[str, ...]:
    """The people that a line names as writing it."""
    found: list[str] = []
    for match in (*_AUTHOR.finditer(text), *_REPORTER.finditer(text)):
        found.extend(people(match["names"]))
    return tuple(dict.fromkeys(found))


def editors_of(text: str) -> tuple[str, ...]:
    """The people that a line names as editing it."""
    return tuple(dict.fromkeys(name for match in _EDITORS.finditer(text) for name in people(match["names"])))


def people(names: str) -> list[str]:
    """The names in a list of names, without roles and staff numbers; stops at the first thing that is none."""
    kept = []
    for piece in _SEPARATOR.split(names.strip()):
        name = _CODE.sub("", piece).strip(" 　:：/[]【】（）()")
        name = _ROLE.sub("", name).strip()
        if not name or _NO_NAME.search(name):
            continue
        if not _NAME.match(name):
            break
        kept.append(name)
    return kept
