"""The pages of the site: that they say what they must, in both languages, to anybody, and nothing that they must not."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime, timedelta
from html import unescape
from html.parser import HTMLParser
from importlib.resources import files
from pathlib import Path
from xml.etree import ElementTree

import msgspec
import pytest
from litestar.testing import TestClient

from suyuan.desk.site import create
from suyuan.desk.site.formats import html
from suyuan.desk.site.views.listing import snippets
from suyuan.desk.site.views.parts import without_half
from suyuan.desk.words import wanted as wanted_language
from suyuan.desk.words import words
from suyuan.records import (
    ChangeKind,
    Direction,
    Hedge,
    ListKind,
    OutletKind,
    RelationType,
    ReprintKind,
    RootKind,
    SpeakerKind,
    Standing,
    StatementKind,
)
from tests.desk.test_site_newsroom import (
    CANTEEN_STORY,
    CHANGES,
    CLAIMS,
    EVENING,
    FOOD,
    NOW,
    PORTAL,
    REPRINTS,
    SELF,
    TUNNEL_STORY,
    empty,
    newsroom,
)

Client = TestClient  # type: ignore[type-arg]
HERE = "http://127.0.0.1:8000"
SITE = files("suyuan.desk.site")


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Client]:
    with TestClient(create(newsroom(tmp_path_factory.mktemp("desk")), now=NOW), base_url=HERE) as client:
        yield client


@pytest.fixture(scope="module")
def bare(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Client]:
    with TestClient(create(empty(tmp_path_factory.mktemp("bare")), now=NOW), base_url=HERE) as client:
        yield client


ADDRESSES = (
    "/",
    f"/story/{TUNNEL_STORY.id}",
    f"/story/{CANTEEN_STORY.id}",
    f"/article/{EVENING.id}",
    f"/article/{SELF.id}",
    f"/article/{FOOD.id}",
    "/outlet/海峡门户",
    "/speaker/周广平",
    "/search",
    "/search?q=渗水",
    "/search?q=没有这个词",
    "/search?q=渗水&of=statements",
    "/search?q=没有这个词&of=statements",
    f"/why/{CLAIMS[0].ground.id}",
    f"/why/{REPRINTS[1].id}",
    f"/kept/{EVENING.page}",
    "/rejections",
    "/about",
    "/stories",
    "/stories?sort=reports",
    "/reports",
    "/changes",
    "/outlets",
    "/search?q=渗水受伤",
    "/search?q=渗水受伤&of=statements",
    "/search?q=-渗水",
)


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("address", ADDRESSES)
def test_every_page_stands_complete_in_both_languages(desk: Client, address: str, language: str) -> None:
    answer = desk.get(address, headers={"accept-language": language})
    assert answer.status_code == 200
    assert answer.headers["content-type"] == "text/html; charset=utf-8"
    page = Read(answer.text)
    assert page.open == [], "every element that is opened is closed"
    assert page.language == {"zh": "zh-CN", "en": "en"}[language]
    assert page.repeated_ids == set()
    assert {"main", "header", "nav", "footer"} <= page.names
    assert page.headings == 1, "one h1"


class Read(HTMLParser):
    """A page as a browser's parser sees it."""

    VOID = frozenset({"meta", "link", "input", "path", "rect", "circle"})

    def __init__(self, text: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.names: set[str] = set()
        self.links: list[tuple[str, str]] = []
        self.attributes: set[str] = set()
        self.drawings: list[dict[str, str | None]] = []
        self.language: str | None = None
        self.ids: list[str] = []
        self.headings = 0
        self.feed(text)
        self.repeated_ids = {one for one in self.ids if self.ids.count(one) > 1}

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = dict(attrs)
        self.names.add(tag)
        self.attributes |= found.keys()
        if tag == "html":
            self.language = found.get("lang")
        if tag == "a":
            self.links.append((found.get("href") or "", found.get("rel") or ""))
        if tag == "svg":
            self.drawings.append(found)
        if tag == "h1":
            self.headings += 1
        if found.get("id"):
            self.ids.append(found["id"] or "")
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag not in self.VOID:
            assert self.open[-1] == tag, f"</{tag}> closes <{self.open[-1]}>"
            self.open.pop()


def test_every_link_of_the_site_leads_somewhere(desk: Client) -> None:
    ahead, seen, broken = ["/"], {"/"}, []
    while ahead:
        address = ahead.pop()
        answer = desk.get(address)
        if answer.status_code != 200:
            broken.append(address)
        if not answer.headers["content-type"].startswith("text/html"):
            continue
        for link, _ in Read(answer.text).links:
            target = link.partition("#")[0]
            if target.startswith("?"):
                target = address.partition("?")[0] + target
            if target.startswith("/") and target not in seen and "lang=" not in target:
                seen.add(target)
                ahead.append(target)
    assert broken == []
    assert len(seen) > 40


def test_a_link_to_a_claim_finds_it_on_the_page(desk: Client) -> None:
    story = Read(desk.get(f"/story/{TUNNEL_STORY.id}").text)
    for page in ("/", f"/article/{EVENING.id}"):
        wanted = [
            link.partition("#")[2]
            for link, _ in Read(desk.get(page).text).links
            if link.startswith(f"/story/{TUNNEL_STORY.id}#")
        ]
        assert wanted
        assert set(wanted) <= set(story.ids)


# ── what must be said ────────────────────────────────────────────────────────────────────────────


def test_the_front_page_shows_a_story_with_its_numbers_its_claims_and_their_standing(desk: Client) -> None:
    page = text_of(desk.get("/").text)
    for said in ("南山隧道渗水，早高峰双向停运", "5 篇", "5 家", "3 份独立文本", "互证", "有争议"):
        assert said in page


def test_a_denied_claim_stands_beside_its_denial(desk: Client) -> None:
    page = text_of(desk.get(f"/story/{CANTEEN_STORY.id}").text)
    assert "已否认" in page
    assert "0 具名 · 1 匿名" in page


def test_a_superseded_figure_is_struck_through_beside_what_replaced_it(desk: Client) -> None:
    page = desk.get(f"/story/{TUNNEL_STORY.id}").text
    assert re.search(r"<s[^>]*>3人</s>", page)
    assert "已更新" in page


def test_disputed_values_stand_side_by_side(desk: Client) -> None:
    page = text_of(desk.get(f"/story/{TUNNEL_STORY.id}").text)
    assert "否： 主管道破裂" in page
    assert "云州市水务局" in page


def test_a_text_known_only_from_a_credit_says_so(desk: Client) -> None:
    assert "未见原文" in desk.get(f"/story/{TUNNEL_STORY.id}").text


def test_a_copy_labelled_original_is_told_with_the_text_it_shares(desk: Client) -> None:
    page = text_of(desk.get(f"/article/{SELF.id}").text)
    assert "标注“原创”" in page
    assert "与云州晚报 6月4日 12:00 的文本重合 78%" in page
    assert "未注明" in page


def test_an_article_marks_who_speaks_and_what_a_date_means(desk: Client) -> None:
    page = desk.get(f"/article/{EVENING.id}").text
    assert '<span class="said">' in page
    assert "2031-05-31" in page
    assert "匿名" in page


def test_why_walks_from_a_count_to_the_kept_page(desk: Client) -> None:
    page = desk.get(f"/why/{CLAIMS[1].ground.id}").text
    for kind in ("佐证", "说法", "断言", "陈述", "文章", "页面"):
        assert f'<span class="kind">{kind}</span>' in page
    assert "0123abcd" in page


def test_why_of_a_claim_tells_how_its_origins_were_counted(desk: Client) -> None:
    for record in (CLAIMS[0].claim.id, CLAIMS[0].ground.id):
        page = text_of(desk.get(f"/why/{record}").text)
        assert "2 个独立来源" in page
        assert "云州地铁集团通报 文件 · 未见原文" in page


def test_a_search_marks_what_it_found(desk: Client) -> None:
    page = desk.get("/search?q=渗水").text
    assert page.count("<mark>渗水</mark>") > 5
    assert "4 篇文章" in page


def test_an_address_asks_for_a_language_and_the_desk_remembers_it(desk: Client) -> None:
    answer = desk.get("/?lang=en")
    assert "independent origins" in answer.text
    assert "lang=en" in answer.headers["set-cookie"]
    assert "SameSite=lax" in answer.headers["set-cookie"]
    desk.cookies.clear()


LANGUAGE_CASES = (
    (None, None, None, "zh"),
    (None, None, "en-US,en;q=0.9,zh;q=0.5", "en"),
    (None, None, "fr,zh-TW;q=0.8,en;q=0.3", "zh"),
    (None, "en", "zh", "en"),
    ("zh", "en", "en", "zh"),
    ("xx", "yy", "de", "zh"),
    (None, None, "en;q=x, ;q=, ,,", "zh"),
)


@pytest.mark.parametrize(("query", "cookie", "accept", "language"), LANGUAGE_CASES)
def test_the_language_is_the_one_asked_for_then_the_chosen_then_the_preferred(
    query: str | None, cookie: str | None, accept: str | None, language: str
) -> None:
    assert wanted_language(query, cookie, accept) == language


@pytest.mark.parametrize(
    "address", ["/", "/search", "/rejections", "/about", "/stories", "/reports", "/changes", "/outlets"]
)
def test_an_empty_desk_says_why_it_is_empty_and_what_to_do(bare: Client, address: str) -> None:
    answer = bare.get(address)
    assert answer.status_code == 200
    assert 'class="nothing"' in answer.text


MISSING = (
    "/story/0",
    "/article/0",
    "/outlet/无",
    "/speaker/无",
    "/why/0",
    "/kept/0",
    "/nothing/here",
    "/static/..%2fapp.py",
    "/static/x.css",
)


@pytest.mark.parametrize("address", MISSING)
def test_what_is_not_there_is_said_with_what_to_do(desk: Client, address: str) -> None:
    answer = desk.get(address)
    assert answer.status_code == 404
    assert "首页" in answer.text
    assert Read(answer.text).open == []


# ── what must not be done ────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    "address", ["/", "/nothing", "/feed.atom", "/health", "/static/desk.css", "/api/v1/stories", "/api/v1/story/0"]
)
def test_every_answer_carries_the_headers_of_a_careful_site(desk: Client, address: str) -> None:
    headers = desk.get(address).headers
    policy = headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "same-origin"


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1.evil.example", "localhost@evil.example", ""])
def test_a_host_name_that_is_not_ours_gets_nothing(desk: Client, host: str) -> None:
    answer = desk.get("/", headers={"host": host})
    assert answer.status_code == 421
    assert "南山" not in answer.text


@pytest.mark.parametrize("host", ["localhost", "localhost:9", "127.0.0.1:8000", "[::1]:8000", "LOCALHOST:1"])
def test_our_own_host_names_are_answered(desk: Client, host: str) -> None:
    assert desk.get("/health", headers={"host": host}).status_code == 200


def test_markup_in_a_text_is_shown_and_never_obeyed(desk: Client) -> None:
    for address in (f"/article/{SELF.id}", f"/kept/{SELF.page}", "/search?q=<script>alert(1)</script>"):
        page = desk.get(address).text
        assert "<script>alert" not in page
        assert "&lt;script&gt;alert" in page


def test_the_site_sends_nobody_anywhere_but_by_http_and_without_a_referrer(desk: Client) -> None:
    for address in ADDRESSES:
        for link, rel in Read(desk.get(address).text).links:
            assert not link.lower().startswith(("javascript:", "data:", "//"))
            if link.startswith("http"):
                assert "noopener" in rel
                assert "noreferrer" in rel


@pytest.mark.parametrize(
    "address",
    ["javascript:alert(1)", "//evil.example", "data:text/html,x", "http://", "https://[", "ftp://a.example", "", None],
)
def test_only_web_addresses_are_links(address: str | None) -> None:
    assert html.outside(address) is None


def test_no_page_holds_script_or_style_of_its_own_or_asks_a_third_party(desk: Client) -> None:
    for address in ADDRESSES:
        page = desk.get(address).text
        read = Read(page)
        assert "style" not in read.names | read.attributes
        assert not {name for name in read.attributes if name.startswith("on")}
        assert re.findall(r"<script(?! src=\"/static/| type=\"application/ld\+json\">)", page) == []
        assert re.findall(r'(?:src|action)="(?!/)', page) == []


def test_a_drawing_says_in_words_what_it_shows(desk: Client) -> None:
    drawings = Read(desk.get(f"/story/{TUNNEL_STORY.id}").text).drawings
    assert len(drawings) == 2
    assert all(one.get("aria-label") for one in drawings)


def test_the_other_language_keeps_the_question_and_leads_nowhere_else(desk: Client) -> None:
    links = [
        link
        for link, _ in Read(desk.get("/search?q=渗水&next=https://evil.example").text).links
        if link.endswith("lang=en")
    ]
    assert links == ["?q=%E6%B8%97%E6%B0%B4&lang=en"]


def test_a_method_that_changes_things_is_refused(desk: Client) -> None:
    assert desk.post("/").status_code == 405
    assert desk.head("/").status_code == 200


ODD = (
    "%00",
    "%FF",
    "..%2f..",
    '"',
    "NEAR(a b)",
    "*",
    "-",
    "col:x",
    "%0d%0aSet-Cookie:x",
    "a" * 3000,
    "99999999999999999999",
    "%F0%9F%98%80",
)
ASKED = (
    "/story/",
    "/outlet/",
    "/why/",
    "/kept/",
    "/static/",
    "/search?q=",
    "/search?q=a&page=",
    "/outlet/x?before=",
    "/api/v1/search?q=",
)


@pytest.mark.parametrize("odd", ODD)
def test_whatever_is_asked_the_desk_answers_and_does_not_break(desk: Client, odd: str) -> None:
    for address in ASKED:
        answer = desk.get(address + odd)
        assert answer.status_code < 500
        assert "set-cookie" not in answer.headers


# ── for programs ─────────────────────────────────────────────────────────────────────────────────


def test_the_api_gives_the_records_as_rows(desk: Client) -> None:
    story = desk.get(f"/api/v1/story/{TUNNEL_STORY.id}").json()
    assert story["story"]["title"] == TUNNEL_STORY.title
    assert {pair["corroboration"]["standing"] for pair in story["claims"]} >= {"corroborated", "superseded", "disputed"}
    assert desk.get(f"/api/v1/article/{PORTAL.id}").json()["article"]["credit"] == "云州晚报"
    assert desk.get("/api/v1/stories?limit=1").json()["stories"][0]["id"] == TUNNEL_STORY.id
    found = desk.get("/api/v1/search?q=渗水").json()
    start, end = found["hits"][0]["spans"][0]
    assert end - start == 2


def test_the_api_walks_back_too(desk: Client) -> None:
    walk = desk.get(f"/api/v1/why/{CLAIMS[0].ground.id}").json()
    assert walk["kind"] == "Corroboration"
    assert walk["version"] == "0123abcd"
    assert walk["made_from"]


@pytest.mark.parametrize(
    ("address", "status"),
    [("/api/v1/story/0", 404), ("/api/v1/nothing", 404), ("/api/v1/stories?since=yesterday", 400)],
)
def test_the_api_says_what_was_wrong_as_json(desk: Client, address: str, status: int) -> None:
    answer = desk.get(address)
    assert answer.status_code == status
    assert msgspec.json.decode(answer.content)["error"]


@pytest.mark.parametrize("limit", ["abc", "-1", "100000"])
def test_the_api_says_which_parameter_is_wrong_and_its_bounds(desk: Client, limit: str) -> None:
    told = desk.get("/api/v1/stories", params={"limit": limit}).json()["error"]
    assert told.startswith("limit: Expected `int`") and "(from 1 to 200)" in told


def test_the_feed_is_atom_with_a_line_of_numbers_per_story(desk: Client) -> None:
    answer = desk.get("/feed.atom")
    feed = ElementTree.fromstring(answer.content)
    atom = "{http://www.w3.org/2005/Atom}"
    first = feed.findall(f"{atom}entry")[0]
    assert first.findtext(f"{atom}title") == TUNNEL_STORY.title
    assert first.findtext(f"{atom}summary") == "5 篇 · 5 家 · 3 份独立文本"
    assert answer.headers["content-type"].startswith("application/atom+xml")


# ── words and colours ────────────────────────────────────────────────────────────────────────────

SHOWN_CODES = (
    ChangeKind,
    Standing,
    RootKind,
    RelationType,
    StatementKind,
    SpeakerKind,
    Hedge,
    ReprintKind,
    Direction,
    OutletKind,
    ListKind,
)


def test_every_code_that_is_shown_has_a_chinese_word() -> None:
    chinese = words("zh")
    for kind in SHOWN_CODES:
        for code in kind:
            assert re.search(r"[\u4e00-\u9fff]", chinese.code(code)), f"{kind.__name__}.{code.name}"


def test_every_sentence_of_the_templates_has_a_chinese_one() -> None:
    english, chinese = html.environment("en"), words("zh")
    for file in SITE.joinpath("templates").iterdir():
        for _, _, message in english.extract_translations(file.read_text(encoding="utf-8")):  # type: ignore[attr-defined]
            one = message[0] if isinstance(message, tuple) else message
            if one:  # None where the message is a value: a record's kind, a rejection's reason
                assert chinese.say(one) != one, f"{file.name}: {one}"


def luminance(colour: str) -> float:
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("scheme", [0, 1])
@pytest.mark.parametrize("ink", ["ink", "second", "proof"])
@pytest.mark.parametrize("ground", ["paper", "wash"])
def test_text_can_be_read_on_its_ground(scheme: int, ink: str, ground: str) -> None:
    css = SITE.joinpath("static", "desk.css").read_text(encoding="utf-8")
    colours = {name: re.findall(rf"--{name}: (#[0-9a-f]{{6}})", css) for name in (ink, ground)}
    one, other = sorted((luminance(colours[ink][scheme]), luminance(colours[ground][scheme])))
    assert (other + 0.05) / (one + 0.05) >= 4.5


def text_of(page: str) -> str:
    """What a reader sees, in one line."""
    return re.sub(r"\s+", " ", unescape(re.sub(r"<[^>]+>", "", page)))


def test_a_desk_that_is_not_there_says_so(tmp_path: Path) -> None:
    from suyuan.desk.errors import DeskNotFound

    with pytest.raises(DeskNotFound):
        create(tmp_path / "nowhere")


# ── searching ────────────────────────────────────────────────────────────────────────────────────

NARROWED = (
    ("outlet=新滨社", ["云州地铁：南山隧道渗水致5人受伤"], ["突发！"]),
    ("speaker=韩露", ["南山隧道渗水，早高峰双向停运"], ["致5人受伤"]),
    ("standing=disputed&outlet=新滨社", ["致5人受伤"], ["突发！"]),
    ("until=2031-06-04", [], ["南山隧道"]),
    ("since=2031-06-04&until=2031-06-05", ["南山隧道"], []),
    ("standing=nonsense&since=yesterday&sort=time", ["南山隧道"], []),
)


@pytest.mark.parametrize(("fields", "there", "gone"), NARROWED)
def test_a_search_is_narrowed_by_what_its_form_says(
    desk: Client, fields: str, there: list[str], gone: list[str]
) -> None:
    page = text_of(desk.get(f"/search?q=渗水&{fields}").text)
    assert all(one in page for one in there)
    assert not any(one in page for one in gone)


def test_a_field_that_is_not_understood_is_told_and_not_passed_over(desk: Client) -> None:
    page = text_of(desk.get("/search?q=渗水&since=yesterday&standing=nonsense").text)
    assert "自：看不懂“yesterday”" in page and "状态：看不懂“nonsense”" in page
    assert "看不懂" not in desk.get("/search?q=渗水&since=2031-06-04&standing=no-origin").text


def test_words_that_no_report_writes_together_are_found_apart_and_the_page_says_so(desk: Client) -> None:
    page = text_of(desk.get("/search?q=渗水受伤").text)
    assert "没有一条照原样连着写" in page and "渗水 受伤" in page and "云州地铁：南山隧道渗水致5人受伤" in page
    page = text_of(desk.get("/search?q=“渗水受伤”").text)
    assert "没有文章含有“渗水受伤”" in page
    assert "连着写" not in desk.get("/search?q=渗水").text


def test_a_search_for_nothing_but_marks_or_words_to_leave_out_says_so(desk: Client) -> None:
    for query in ("-渗水", "，。！"):
        assert "没有输入须出现的词" in desk.get(f"/search?q={query}").text
        assert "没有输入须出现的词" in desk.get(f"/search?q={query}&of=statements").text


def test_a_page_beyond_the_last_is_the_last(desk: Client) -> None:
    for address in ("/search?q=渗水", "/search?q=渗水&of=statements", "/stories?sort=reports", "/outlets?"):
        pages = [Read(desk.get(f"{address}{more}").text) for more in ("", "&page=99")]
        articles = [[link for link, _ in one.links if link.startswith(("/article/", "/story/"))] for one in pages]
        assert articles[0] == articles[1]


def test_every_story_can_be_reached_from_the_front_page(desk: Client) -> None:
    links = {link for link, _ in Read(desk.get("/").text).links}
    assert {"/stories", "/stories?sort=reports", "/changes", "/reports", "/outlets"} <= links
    for sort in ("", "?sort=reports"):
        listed = desk.get(f"/stories{sort}").text
        assert all(f'href="/story/{one.id}"' in listed for one in (TUNNEL_STORY, CANTEEN_STORY))


def test_all_changes_are_listed_page_by_page(desk: Client) -> None:
    listed = {link for link, _ in Read(desk.get("/changes").text).links}
    assert {f"/why/{one.id}" for one in CHANGES} & listed
    assert f"{len(CHANGES)} 次变化" in desk.get("/changes").text


def test_a_quiet_edit_names_its_outlet_once_and_leads_to_what_it_was(desk: Client) -> None:
    edit = next(one for one in CHANGES if one.kind is ChangeKind.EDITED)
    assert f'href="/article/{edit.articles[1]}">改前</a>' in desk.get("/changes").text


def test_a_search_leads_to_the_stories_and_people_it_met(desk: Client) -> None:
    page = desk.get("/search?q=周广平").text
    assert f'href="/story/{TUNNEL_STORY.id}"' in page
    assert 'href="/speaker/%E5%91%A8%E5%B9%BF%E5%B9%B3"' in page


def test_a_search_of_statements_shows_who_said_the_words_and_where(desk: Client) -> None:
    reports = desk.get("/search?q=渗水&outlet=&speaker=").text
    assert 'href="/search?q=%E6%B8%97%E6%B0%B4&amp;of=statements"' in reports
    page = desk.get("/search?q=渗水&of=statements").text
    assert page.count("<mark>渗水</mark>") == 3  # the words of the spokesman stand in three reports, and here once
    assert "5 条陈述" in page and "· 3 篇 ·" in text_of(page)
    assert 'href="/speaker/%E5%91%A8%E5%B9%BF%E5%B9%B3"' in page and "匿名" in page
    assert 'href="/search?q=%E6%B8%97%E6%B0%B4"' in page
    for what, finds in (("隧道", 3), ("称", 0)):  # the cue is no word of theirs
        assert desk.get(f"/search?q={what}&of=statements").text.count(f"<mark>{what}</mark>") == finds


def test_a_search_of_statements_is_narrowed_to_a_speaker_and_a_time(desk: Client) -> None:
    page = text_of(desk.get("/search?q=渗水&of=statements&speaker=周广平&standing=denied").text)
    assert "周广平" in page and "匿名" not in page
    page = text_of(desk.get("/search?q=渗水&of=statements&until=2031-06-04").text)
    assert "在此范围内没有陈述含有“渗水”" in page and "在全部陈述中搜索 渗水" in page
    assert "没有陈述含有“海啸”。" in text_of(desk.get("/search?q=海啸&of=statements").text)


# ── what a reader comes back to ──────────────────────────────────────────────────────────────────


def test_the_front_page_says_what_changed_since_the_reader_was_here(tmp_path: Path) -> None:
    folder = newsroom(tmp_path)
    last_change = max(one.at for one in CHANGES)
    kept = ""

    def look(at: datetime) -> str:
        nonlocal kept
        with TestClient(create(folder, now=at), base_url=HERE) as client:
            answer = client.get("/", headers={"cookie": f"visit={kept}"})
        kept = answer.cookies["visit"]
        return text_of(answer.text)

    before = look(last_change - timedelta(hours=1))
    assert "您上次来过" not in before  # the first visit: nothing to compare with
    assert "您上次来过" not in look(last_change - timedelta(minutes=50))  # the same visit still
    assert "以上是您上次来过之后的变化" in look(last_change + timedelta(minutes=5))
    assert "以上是您上次来过之后的变化" in look(last_change + timedelta(minutes=20))  # a visit has many looks
    assert "您上次来过之后没有变化" in look(last_change + timedelta(hours=3))


def test_copies_of_one_text_are_one_line_among_the_latest_and_are_not_hidden(desk: Client) -> None:
    latest = desk.get("/").text.partition('id="latest"')[2]
    assert latest.count("/article/") == 4  # six reports, three of them one text
    assert SELF.title in latest and EVENING.title not in latest
    assert f'<a class="tiny plain" href="/story/{TUNNEL_STORY.id}#reprints">另 2 篇文本相同</a>' in latest


@pytest.mark.parametrize(
    "kept", ["", "~", "nonsense", "2031-06-04~2031-06-04", "2099-01-01T00:00:00+00:00~2099-01-01T00:00:00+00:00"]
)
def test_a_visit_that_cannot_be_read_is_a_first_one(desk: Client, kept: str) -> None:
    answer = desk.get("/", headers={"cookie": f"visit={kept}"})
    assert answer.status_code == 200 and "您上次来过" not in answer.text


def test_a_speaker_s_page_has_words_that_reports_repeat_once_and_what_changed(desk: Client) -> None:
    page = text_of(desk.get("/speaker/周广平").text)
    assert page.count("渗水造成3人受伤，均无生命危险。") == 1 and "3 篇" in page
    assert words("zh").code(ChangeKind.SUPERSEDED) in page and "南山隧道渗水共造成5人受伤" in page


@pytest.mark.parametrize(
    ("cut", "shown"),
    [
        ("消费者信心暴跌”", "消费者信心暴跌"),
        ("“由于担忧加剧", "由于担忧加剧"),
        ("他说“好”", "他说“好”"),
        ("（见上", "见上"),
        ("“一”和“二”", "“一”和“二”"),
    ],
)
def test_half_a_pair_of_marks_at_the_edge_of_a_claim_is_not_shown(cut: str, shown: str) -> None:
    assert without_half(cut) == shown


def test_a_snippet_cuts_no_latin_word() -> None:
    text = "Doug Mills/The New York Times 特朗普周三在世界经济论坛发表演讲，Reuters Photographers"
    start = text.index("特朗普")
    (found,) = snippets("某" * 40 + text, ((40 + start, 43 + start),))
    said = "".join(words for words, _ in found.pieces)
    assert said.startswith(("…Mills", "…The", "… Mills")) and not said.endswith("Photograph…")
