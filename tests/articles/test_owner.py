"""An owner's rules for the pages of one outlet: what they decide, when they hold, and what is said of them."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from suyuan import articles
from suyuan.outlets import Directory
from suyuan.records import Article, Outlet, OutletKind, Page, Reason, Selector

WORDS = "雨后的山谷里传来阵阵鸟鸣，村民们三三两两走向田间，新的一天就这样开始了。"
PAGE = (
    "<title>山谷的清晨</title><h1>山谷的清晨</h1><div>{time}</div><b class=old>旧版式的标题</b><b class=new>新版式的标题</b>"
    f"<div id=t><p>{WORDS}</p><div class=ad><p class=ad>买一送一，先到先得，今天下单还能再减五元，过时不候。</p></div><p>{WORDS[::-1]}</p></div>"
)
RULES = (Selector(field="title", css=".old", until="2024-12-31"), Selector(field="title", css=".new"))


def read(rules: tuple[Selector, ...], time: str, *, fetched: datetime, url: str = "http://valley.example/1") -> Article:
    outlet = Outlet(id="valley", name="山谷日报", kind=OutletKind.PAPER, domains=("valley.example",), selectors=rules)
    body = PAGE.format(time=time) + "<link rel=canonical href='http://valley.example/1'>"
    page = Page(id="p", url=url, body=body.encode(), fetched=fetched, first_seen=fetched, media_type="text/html")
    (made,) = articles.extract(page, outlets=Directory((outlet,)))
    assert isinstance(made, Article)
    return made


@pytest.mark.parametrize(
    ("time", "fetched", "title"),
    (
        ("2024-12-31 23:00", datetime(2030, 1, 1, tzinfo=UTC), "旧版式的标题"),  # an old page, fetched long after
        ("2025-01-01 08:00", datetime(2030, 1, 1, tzinfo=UTC), "新版式的标题"),
        ("", datetime(2024, 6, 1, tzinfo=UTC), "旧版式的标题"),  # it shows no day, so that of the visit counts
        ("", datetime(2030, 1, 1, tzinfo=UTC), "新版式的标题"),
    ),
)
def test_a_rule_holds_for_the_pages_of_its_days(time: str, fetched: datetime, title: str) -> None:
    assert read(RULES, time, fetched=fetched).title == title


def test_a_saved_page_is_read_by_the_rules_of_the_outlet_that_it_names() -> None:
    made = read(RULES, "2025-01-01 08:00", fetched=datetime(2030, 1, 1, tzinfo=UTC), url="file:///saved.html")
    assert (made.title, made.outlet, made.url) == ("新版式的标题", "山谷日报", "http://valley.example/1")


def test_what_an_owner_wants_removed_is_gone_with_all_that_stands_in_it() -> None:
    rules = (Selector(field="remove", css=".ad"), Selector(field="remove", css="div.ad"))
    made = read(rules, "2025-01-01 08:00", fetched=datetime(2030, 1, 1, tzinfo=UTC))
    assert made.text == f"{WORDS}\n{WORDS[::-1]}"


def test_each_field_says_once_what_decided_it() -> None:
    made = read(RULES, "2025-01-01 08:00", fetched=datetime(2030, 1, 1, tzinfo=UTC))
    titles = [reason for reason in made.reasons if reason.field == "title"]
    assert titles == [Reason(field="title", rule="owner's selector", seen="新版式的标题")]
    assert {"text", "outlet", "published", "title"} <= {reason.field for reason in made.reasons}
