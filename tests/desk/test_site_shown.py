"""How pages show what the records say: what is left out of a row, what stands first, what is said of what is not there."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from suyuan.desk.site.formats import html
from suyuan.desk.site.views import parts
from suyuan.desk.site.views.story import story, unread
from suyuan.desk.store import Store
from suyuan.outlets import packaged
from tests.desk.test_site_newsroom import FIVE, GAZETTE, NOON, NOW, TUNNEL_STORY, WIRE, newsroom


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Store:
    return Store(newsroom(tmp_path_factory.mktemp("shown")), readonly=True)


def page(template: str, view: Any, language: str = "zh") -> str:
    shown = html.Shown(
        language=language, now=NOW, zone=ZoneInfo("Asia/Shanghai"), outlets=packaged(), path="?", visitor=None
    )
    return html.render(template, view, shown).decode()


# ── what is not read ─────────────────────────────────────────────────────────────────────────────


def test_a_report_in_english_that_no_claim_was_drawn_from_is_counted() -> None:
    assert unread((WIRE, GAZETTE), FIVE[:1]) == 1
    assert unread((WIRE, GAZETTE), FIVE) == 0
    assert unread((replace(WIRE, language=None),), ()) == 0  # too short to tell its language


def test_a_story_of_english_reports_says_that_claims_are_not_drawn_from_them(store: Store) -> None:
    view = story(store, TUNNEL_STORY)
    assert view is not None
    alone = page("story.html", replace(view, groups=(), unread=view.numbers.reports))
    assert "英文等外文报道暂不提取说法" in alone and "没有找到会变化或有争议的说法" not in alone
    assert "其中 2 篇英文等外文报道未提取说法" in page("story.html", replace(view, unread=2))
    assert "未提取说法" not in page("story.html", view)
