"""How pages show what the records say: what is left out of a row, what stands first, what is said of what is not there."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from html import unescape
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from suyuan.desk.site.formats import html
from suyuan.desk.site.pages import SEARCHED
from suyuan.desk.site.views import feeds, kept, listing, lists, parts
from suyuan.desk.site.views.article import _apart, _grounds
from suyuan.desk.site.views.front import _reasons
from suyuan.desk.site.views.names import apart
from suyuan.desk.site.views.opening import opened
from suyuan.desk.site.views.story import _events, full_names, speakers, story, unread
from suyuan.desk.store import Made, Store
from suyuan.desk.store.marks import Marks
from suyuan.desk.words import words
from suyuan.flow import FLOW
from suyuan.outlets import packaged
from suyuan.records import Page, SameSpeaker, Speaker, SpeakerKind, Standing, Story, StoryKind
from suyuan.stories import Hot
from tests.desk.test_site_newsroom import (
    ARTICLES,
    BURST,
    CLAIMS,
    FIVE,
    GAZETTE,
    NOON,
    NOW,
    TUNNEL_STORY,
    WIRE,
    article,
    newsroom,
    said,
    when,
)


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
    assert (
        unread((replace(WIRE, language=None), replace(GAZETTE, language=None)), ()) == 1
    )  # too short to tell its language


def test_a_story_of_english_reports_says_that_claims_are_not_drawn_from_them(store: Store) -> None:
    view = story(store, TUNNEL_STORY)
    assert view is not None
    alone = page("story.html", replace(view, groups=(), unread=view.numbers.reports))
    assert "英文等外文报道暂不提取说法" in alone and "没有找到会变化或有争议的说法" not in alone
    assert "其中 2 篇英文等外文报道未提取说法" in page("story.html", replace(view, unread=2))
    assert "未提取说法" not in page("story.html", view)


# ── where a row begins ───────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("sentence", "shown"),
    [
        ("澜海社栖川1月29日电（记者邬思远 陆一舟）据当地媒体报道，三号码头起火。", "…据当地媒体报道，三号码头起火。"),
        ("澜海社栖川6月6日电 三号码头的火已经扑灭，无人受伤。", "…三号码头的火已经扑灭，无人受伤。"),
        ("栖川网 6 月 6 日消息，三号码头的火已经扑灭。", "…三号码头的火已经扑灭。"),
        ("本报讯（记者 邬思远）昨天下午，三号码头起火。", "…昨天下午，三号码头起火。"),
        ("本报栖川讯（记者 邬思远）昨天下午，三号码头起火。", "…昨天下午，三号码头起火。"),
        ("本报记者得到消息，三号码头起火。", "本报记者得到消息，三号码头起火。"),
        ("云视网消息：昨天下午，三号码头起火。", "…昨天下午，三号码头起火。"),
        ("编辑引言：昨天下午，三号码头起火。", "…昨天下午，三号码头起火。"),
        ("【编者按】昨天下午，三号码头起火。", "…昨天下午，三号码头起火。"),
        ("YUNZHOU, June 6 (Harbour) -- Five people were hurt.", "…Five people were hurt."),
        ("，负责人还说，船期不变。", "负责人还说，船期不变。"),
        ("6月6日电话会议上，公司说船期不变。", "6月6日电话会议上，公司说船期不变。"),
        ("她昨晚收到消息，立刻赶往码头。", "她昨晚收到消息，立刻赶往码头。"),
        ("据云视网消息，三号码头起火。", "据云视网消息，三号码头起火。"),
        ("“火已经扑灭，”负责人说。", "“火已经扑灭，”负责人说。"),
        ("澜海社6月6日电 起火。", "澜海社6月6日电 起火。"),
        ("，", "，"),
    ],
)
def test_a_row_begins_behind_the_dateline_and_behind_marks_that_lean_on_what_stood_before(
    sentence: str, shown: str
) -> None:
    assert opened(sentence) == shown


def test_the_timeline_leaves_out_a_dateline_and_leads_to_the_whole_sentence() -> None:
    sentence = "澜海社栖川6月5日电（记者邬思远）三号码头6月4日起火，两艘船被烧毁。"
    report = article("matou", "三号码头起火", "澜海社", sentence, minutes=0)
    fire = when(report, "6月4日", "2031-06-04", "publication day")
    (event,) = _events((report,), (fire,), (), ())
    assert event.text == "…三号码头6月4日起火，两艘船被烧毁。"
    assert event.words == parts.words_at(0, len(sentence))


@pytest.mark.parametrize("cut", ["，船期不变", "”，船期不变", "、船期不变"])
def test_a_claim_does_not_begin_with_a_mark(cut: str) -> None:
    assert parts.without_half(cut) == "船期不变"


@pytest.mark.parametrize(
    ("query", "sentence"),
    [
        ("“独立隧道”", "没有文章含有“独立隧道”。"),
        ('"独立隧道"', "没有文章含有“独立隧道”。"),
        ("独立 隧洞", "没有文章同时含有这些词：独立 隧洞。"),
        ("隧洞 -渗水", "没有文章同时含有这些词：隧洞 -渗水。"),
    ],
)
def test_what_is_nowhere_is_said_of_one_phrase_as_of_one(store: Store, query: str, sentence: str) -> None:
    asked = {**dict.fromkeys(SEARCHED, ""), "q": query}
    assert sentence in unescape(page("search.html", listing.search(store, asked, packaged())))


def test_fewer_reports_than_usual_are_no_reason_for_heat() -> None:
    cooling = Hot(story="a", score=1.0, independent=3, growth=0.7, hours=1.0, reports=9)
    assert not [one for one in _reasons(cooling) if "times as many" in one] and len(_reasons(cooling)) == 3
    assert [one for one in _reasons(replace(cooling, growth=1.4)) if "1.4 times as many" in one]


def test_a_measure_word_is_no_subject() -> None:
    assert words("zh").reason("起 brought up to date", str) == "这个数量（起）已有更新"


# ── what stands first ────────────────────────────────────────────────────────────────────────────


def test_pieces_of_sentences_stand_behind_whole_ones_and_are_not_hidden() -> None:
    words = {"并处罚金三百万元": ARTICLES[:3], "三号码头已经停用": ARTICLES[:1], "渡轮公司没有答复": ARTICLES[:2]}
    pairs = [
        (
            replace(CLAIMS[0].claim, id=text, text=text, articles=tuple(one.id for one in articles)),
            replace(
                CLAIMS[0].ground,
                claim=text,
                relations=(),
                roots=(replace(CLAIMS[0].ground.roots[0], assertions=tuple(f"{text}{one.id}" for one in articles)),),
            ),
        )
        for text, articles in words.items()
    ]
    carried = [
        replace(FIVE[0], id=f"{text}{one.id}", article=one.id) for text, articles in words.items() for one in articles
    ]
    groups = parts.claim_groups(pairs, ARTICLES, carried)
    assert [one.head.text for one in groups] == ["渡轮公司没有答复", "三号码头已经停用", "并处罚金三百万元"]


# ── beside a text ────────────────────────────────────────────────────────────────────────────────


def test_beside_a_statement_stands_what_this_report_says_and_not_what_another_does() -> None:
    counted = replace(FIVE[0], value="5名")
    claim, ground = replace(CLAIMS[0].claim, value="超过4人", text="已有超过4人受伤"), CLAIMS[0].ground
    ((_, shown),) = _grounds(WIRE, (counted,), [(claim, ground)])
    assert (shown.value, shown.words, shown.claim) == ("5名", "南山隧道渗水共造成5人受伤", claim.id)


def test_several_claims_of_one_origin_are_told_as_one_without_the_value_of_any() -> None:
    single = replace(CLAIMS[0].ground, standing=Standing.SINGLE)
    pairs = [
        (replace(CLAIMS[0].claim, id=one.id, assertions=(one.id,)), replace(single, id=one.id, claim=one.id))
        for one in (FIVE[0], BURST[0])
    ]
    both = [shown for _, shown in _grounds(WIRE, (FIVE[0], BURST[0]), pairs)]
    assert [(one.value, one.words, one.claim) for one in _apart(both)] == [(None, "", FIVE[0].id)]
    assert [one.value for one in _apart(both[:1])] == ["5人"]


# ── who speaks ───────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("roles", "shown"),
    [
        (("云州市市长", "市长"), ("云州市市长",)),
        (("水务局局长", "云州市水务局局长"), ("云州市水务局局长",)),
        (("董事长", "副董事长"), ("董事长", "副董事长")),
        (("前市长", "市长"), ("前市长", "市长")),
        (("栖川秘书长", "栖川市政府秘书长"), ("栖川市政府秘书长",)),
        (("塔国总理", "塔国副总理"), ("塔国总理", "塔国副总理")),
        (("船长", "栖川渡轮公司工会主席"), ("船长", "栖川渡轮公司工会主席")),
        (("市长", "市长", "党组书记"), ("市长", "党组书记")),
    ],
)
def test_a_role_that_another_says_too_is_not_repeated(roles: tuple[str, ...], shown: tuple[str, ...]) -> None:
    assert apart(roles) == shown


def test_a_body_under_two_names_is_one_speaker_of_a_story_under_the_fuller_one(tmp_path: Path) -> None:
    text = "云州中级人民法院表示，判决已经生效。"
    reports = [
        article(name, title, outlet, words, minutes=minutes)
        for name, title, outlet, words, minutes in (
            ("fayuan1", "判决生效", "云州晚报", text, 0),
            ("fayuan2", "法院说判决生效", "新滨社", text.replace("人民法院", "法院"), 9),
            ("fayuan3", "医院说病人出院", "新滨社", "云州大学医院表示，病人已经出院。", 12),
            ("fayuan4", "大学说病人出院", "新滨社", "云州大学表示，病人都已经出院。", 15),
        )
    ]
    names = ("云州中级人民法院", "云州中级法院", "云州大学医院", "云州大学")
    heard = [said(one, one.text, "表示", name) for one, name in zip(reports, names, strict=True)]
    own = [
        Speaker(id=name, article=one.id, name=name, kind=SpeakerKind.NAMED, key=name)
        for one, name in zip(reports, names, strict=True)
    ]
    links = [SameSpeaker(id=f"link{one}", a=own[one].id, b=own[one + 1].id, score=0.8) for one in (0, 2)]
    store = Store(tmp_path, create=True)
    with store.transaction():
        store.apply(FLOW[0], "1", [Made("court", (*reports, *heard, *own, *links))])
    shown = speakers(reports, heard, full_names(store, [one.id for one in reports]))
    store.close()
    assert {one.name: one.called for one in shown} == {
        "云州中级人民法院": (("云州中级法院", "link0"),),
        "云州大学医院": (),  # what only begins with a name may be a part of who bears it
        "云州大学": (),
    }


# ── when ─────────────────────────────────────────────────────────────────────────────────────────


def test_a_page_that_gives_a_moment_yet_to_come_stands_where_it_was_first_seen(tmp_path: Path) -> None:
    seen = NOON + timedelta(minutes=30)
    early = replace(
        article("mingtian", "明天的渡轮停航", "云州晚报", "渡轮停航一天。", minutes=0),
        published=NOON + timedelta(hours=7),
        first_seen=seen,
    )
    later = article("xiawu", "下午的渡轮照开", "新滨社", "渡轮照常开航。", minutes=90)
    told = [
        Story(
            id=one.id, kind=StoryKind.HAPPENING, title=one.title, headline=one.id, articles=(one.id,), first=at, last=at
        )
        for one in (early, later)
        if (at := one.published)
    ]
    store = Store(tmp_path, create=True)
    with store.transaction():
        store.apply(FLOW[0], "1", [Made("ferry", (early, later, *told))])
    marks = Marks(tmp_path)
    wanted = feeds.Wanted(store=store, marks=marks, outlets=packaged(), words=words("zh"), now=NOW)
    listed = [one.title for one in lists.stories(store, "", 1).stories]
    reports = lists.reports(store, before=None).reports
    told_in_feed = feeds.latest(wanted, "").entries
    marks.close()
    store.close()
    assert listed == [one.title for one in reports] == [one.title for one in told_in_feed] == [later.title, early.title]
    assert (reports[1].at, reports[1].is_dated) == (told_in_feed[1].at, False) == (seen, False)


# ── how lines break, and in which language ───────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("<p>团长莱奥·列维奇说</p>", '<p>团长莱<span class="held">奥·列</span>维奇说</p>'),
        ("<p>穆罕·本·萨</p>", '<p>穆<span class="held">罕·本·萨</span></p>'),
        ("<b>埃隆 · 马斯</b>", '<b>埃<span class="held">隆 · 马</span>斯</b>'),
        ("<title>莱奥·列维奇</title>", "<title>莱奥·列维奇</title>"),
        ('<a title="莱奥·列维奇">A</a>', '<a title="莱奥·列维奇">A</a>'),
        ("<p>12 篇&nbsp;· 8 家</p>", "<p>12 篇&nbsp;· 8 家</p>"),
    ],
)
def test_the_dot_of_a_name_is_held_to_its_neighbours_and_no_character_is_added(text: str, shown: str) -> None:
    assert html.held(text) == shown


@pytest.mark.parametrize(
    ("title", "language", "attribute"),
    [
        ("Ferry stops", None, ' lang="en"'),
        ("渡轮停航 Ferry", None, ""),
        ("渡轮停航", "zh", ' lang="zh"'),
        ("Fähre hält", "de", ' lang="de"'),
        ("2031-06-04", None, ""),
    ],
)
def test_a_title_without_chinese_characters_is_set_as_english_where_nothing_says_its_language(
    title: str, language: str | None, attribute: str
) -> None:
    assert html.tongue(title, language) == attribute


# ── what was kept ────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("body", "media_type", "is_text"),
    [
        ("<p>渡轮停航</p>".encode(), "text/html", True),
        ("渡轮停航".encode("gb18030"), "text/html", True),
        (b'{"ferry": "stopped"}', "application/octet-stream", True),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x01\x00", "image/png", False),
        (b"\x1f\x8b\x08\x00\x01\x02\x03\x04\x05\xff", "text/html", False),
        (b"%PDF-1.7\n1 0 obj\n", "text/html", False),
        (b"", "text/html", True),
    ],
)
def test_what_an_address_sent_is_shown_only_where_it_is_text(
    tmp_path: Path, body: bytes, media_type: str, is_text: bool
) -> None:
    store = Store(tmp_path, create=True)
    store.keep(
        [Page(id="a", url="https://matou.example/1", body=body, fetched=NOW, first_seen=NOW, media_type=media_type)]
    )
    view = kept.kept(store, "a")
    store.close()
    assert view is not None and view.is_text is is_text and (is_text or view.lines == ())
    shown = page("kept.html", view)
    assert ("不是文字" in shown) is not is_text and f"{len(body)} 字节" in shown
