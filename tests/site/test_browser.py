"""Every page and journey in a real browser: nothing is fetched from elsewhere, nobody is shut out, nothing hostile runs."""

import io
import os
import re
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from hashlib import blake2b
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

import pytest
from PIL import Image

from suyuan import outlets, sample
from suyuan.desk.engines import worker
from suyuan.desk.site.views.subscriptions import anchor
from suyuan.desk.store import Store
from suyuan.desk.store.access import Access
from suyuan.desk.store.subscriptions import Result, Subscriptions, Visit, Watched, Why
from suyuan.records import Page, Story, digest

sync_api = pytest.importorskip(
    "playwright.sync_api", reason="the browser's driver is not installed: ./run check installs it"
)
axe = pytest.importorskip(
    "axe_playwright_python.sync_playwright", reason="axe is not installed: ./run check installs it"
)
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="there is no chromium here: apt-get install chromium")

SHOTS = os.environ.get("SUYUAN_SHOTS")
"""Where screenshots are kept, for people to look at; nowhere by default."""

SERVER = """
import sys
from datetime import datetime
from pathlib import Path
from suyuan.desk import site
if __name__ == "__main__":
    site.serve(Path(sys.argv[1]), "127.0.0.1", int(sys.argv[2]), now=datetime.fromisoformat(sys.argv[3]) if sys.argv[3] else None)
"""
NOW = max(page.first_seen for page in sample.pages())
PICTURED = """<!doctype html><html lang="zh"><head><title>渡口清晨：船工与早班学生</title></head><body><article><h1>渡口清晨：船工与早班学生</h1>
<p>栖霞镇渡口管理处六日说，自七日起每晚加开两班夜船，末班二十三时开出，票价不变，学生和六十岁以上老人免票。</p>
<figure><img src="%(base)s/ferry.png" width="900" height="600"><figcaption>渡口清晨，头班船靠岸。栖霞日报记者 桑晚 摄</figcaption></figure>
<p>管理处负责人柳寒秋说：“夜里下班的人多，船不能比人先睡。”她说，新船下个月到，能坐一百二十人，比旧船多四十人。</p>
<figure><img src="%(base)s/gone.png" width="900" height="600"><figcaption>渡口清晨，末班船离岸。栖霞日报记者 桑晚 摄</figcaption></figure>
<p>栖霞镇到对岸的鸥岛有四公里水路，岛上有两千多人，一半在镇上做工。镇上的人说，桥修了十年还在图上，船才是路。</p></article></body></html>"""
HOSTILE = """<!doctype html><html lang="zh"><head><title>渡口<script>window.harmed=1</script></title>
<meta property="article:published_time" content="2031-06-05T10:00:00+08:00"></head><body><article>
<h1>渡口管理处&lt;img src=x onerror=window.harmed=1&gt;回应网传视频</h1>
<p onclick="window.harmed=1">栖霞镇渡口管理处五日表示，“网传视频<img src="https://elsewhere.example/p.png" onerror="window.harmed=1">与事实不符”。</p>
<svg onload="window.harmed=1"><script>window.harmed=1</script></svg><iframe srcdoc="<script>parent.harmed=1</script>"></iframe>
<p>管理处负责人柳寒秋说：“渡船&lt;/p&gt;&lt;script&gt;window.harmed=1&lt;/script&gt;每天照常开行。” \u202e倒过来写的字\u202c，\u200f也在这里。</p>
<p><a href="javascript:window.harmed=1">点这里</a>，<a href="data:text/html,<script>window.harmed=1</script>">或这里</a>，共有一百二十名旅客。</p>
<table>%s</table><form action="https://elsewhere.example/steal"><input name="password"><button>登录</button></form></article></body></html>"""


@pytest.fixture(scope="module")
def pictures() -> Iterator[str]:
    """An outlet's own server, with one picture."""
    body = io.BytesIO()
    Image.new("RGB", (90, 60), "teal").save(body, "PNG")

    class Answers(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200 if self.path == "/ferry.png" else 404)
            self.end_headers()
            self.wfile.write(body.getvalue() if self.path == "/ferry.png" else b"")

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Answers)
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


def _page(url: str, body: bytes) -> Page:
    return Page(id=digest("page", url, blake2b(body).hexdigest()), url=url, body=body, fetched=NOW, first_seen=NOW)


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory, pictures: str) -> Path:
    folder: Path = tmp_path_factory.mktemp("browser")
    (folder / "settings.toml").write_text('[pictures]\non = true\n[egress]\nallow = ["127.0.0.1"]\n')
    needs = {"outlets": outlets.packaged().joined(sample.outlets())}
    body = (HOSTILE % ("<tr>" + "<td>宽</td>" * 300 + "</tr>")).encode()
    url = 'https://news.elsewhere.example/a"><script>window.harmed=1</script>'
    pictured = _page("https://pictured.example/a", (PICTURED % {"base": pictures}).encode())
    store = Store(folder, create=True)
    store.keep([*sample.pages(), _page(url, body), pictured])
    worker.work(store, needs)
    (folder / "outlets").mkdir()
    store.close()
    _subscribe(folder)
    return folder


def _subscribe(folder: Path) -> None:
    """Subscriptions of every standing, one with words that mean harm."""
    now, day = NOW.timestamp(), 86_400.0
    kept = Subscriptions(folder)
    for name, more in {
        "石桥社": {"changed": now - 3600, "next": now + 900},
        "栖霞日报<script>window.harmed=1</script>": {"changed": now - 60 * day, "minutes": 45, "why": Why.OWNER, "next": now + 900},
        "长" * 150: {"result": Result.GONE, "failures": 9, "failing_since": now - 9 * day, "detail": "status 410 " + "a" * 300},
        "渡口新闻网": {"result": Result.TURNED, "failures": 2, "failing_since": now - day, "detail": "It answers with something else."},
        "歇了的报": {"paused": now - day},
    }.items():  # fmt: skip
        url = f"https://{digest(name)}.example/feed/{'x' * 120}"
        given: dict[str, Any] = {
            "added": now - 90 * day,
            "checked": now - 600,
            "result": Result.UNCHANGED,
            "changed": now,
        }
        kept.add(
            Watched(**{"url": url, "address": url, "kind": "feed", "title": name, "folder": "要闻", **given, **more})
        )
    asked = kept.ask("add", "https://news.example.com/" + "y" * 200, now)
    kept.answer(
        asked,
        '{"added": true, "offers": [{"url": "https://a.example/1", "title": "一"}, {"url": "javascript:1", "title": "二"}]}',
    )
    kept.ask("add", "https://b.example/", now)
    brought = kept.ask("list", "", now)
    kept.answer(
        brought, '{"fresh": [["https://c.example/rss", "三", "要闻"], ["https://d.example/rss", "", ""]], "known": 1}'
    )
    for hours, result in enumerate((Result.NEW, Result.UNCHANGED, Result.FAILED)):
        kept.visited(Visit(kept.all()[0].url, now - 3600 * hours, result, 200, 3, 9000, "It answers with status 500."))
    kept.close()


@pytest.fixture(scope="module")
def base(desk: Path) -> Iterator[str]:
    with _served(desk, NOW.isoformat()) as address:
        yield address


@pytest.fixture
def watching(desk: Path) -> Iterator[str]:
    """The same desk with a clock that runs: where the clock stands nothing is watched."""
    with _served(desk, "") as address:
        yield address


@contextmanager
def _served(desk: Path, at: str) -> Iterator[str]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    script = desk / "serve.py"
    script.write_text(SERVER, encoding="utf-8")
    child = subprocess.Popen([sys.executable, str(script), str(desk), str(port), at])
    address = f"http://127.0.0.1:{port}"
    try:
        _wait(address)
        yield address
    finally:
        child.terminate()
        child.wait(timeout=20)


def _wait(address: str) -> None:
    end = time.monotonic() + 90
    while True:
        try:
            with urllib.request.urlopen(address, timeout=10):
                return
        except OSError:
            assert time.monotonic() < end, "the site did not start"
            time.sleep(0.2)


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with sync_api.sync_playwright() as driver:
        opened = driver.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield opened
        opened.close()


@pytest.fixture(scope="module")
def places(desk: Path) -> dict[str, str]:
    """One address of each kind of page, each the fullest of its kind."""
    store = Store(desk, readonly=True)
    story = max(store.stories(100), key=lambda one: len(one.articles))
    assert isinstance(story, Story)
    claim, _ = store.claims(story.id)[0]
    hostile = store.latest(200, outlet="news.elsewhere.example")[0]
    pictured = store.latest(1, outlet="pictured.example")[0]
    speaker = store.db.execute(
        "SELECT json_extract(row, '$.speaker') FROM record WHERE kind = 'Statement' GROUP BY 1 ORDER BY count(*) DESC LIMIT 1 OFFSET 1"
    ).get
    outlet = store.outlets()[0][0]
    middle = store.articles(story.articles)[len(story.articles) // 2].first_seen.isoformat().replace("+", "%2B")
    revision = store.db.execute("SELECT id FROM record WHERE kind = 'Revision' ORDER BY id LIMIT 1").get
    store.close()
    watched = Subscriptions(desk)
    looks = f"/subscriptions/{anchor(watched.all()[0].url)}"
    watched.close()
    return {
        "front": "/", "story": f"/story/{story.id}", "article": f"/article/{story.articles[0]}", "why": f"/why/{claim.id}",
        "hostile": f"/article/{hostile.id}", "kept": f"/kept/{hostile.page}", "search": "/search?q=渡船", "said": "/search?q=渡船&of=statements", "nothing": "/search?q=qqqqzzzz",
        "speaker": f"/speaker/{speaker}", "outlet": f"/outlet/{outlet}", "about": "/about", "rejections": "/rejections", "marks": "/marks",
        "missing": "/no/such/page", "past": f"/story/{story.id}?at={middle}", "revised": f"/why/{revision}", "subscriptions": "/subscriptions", "looks": looks, "sign-in": "/sign-in", "narrowed": "/search?q=渡船&standing=denied&sort=time", "pictured": f"/article/{pictured.id}",
    }  # fmt: skip


PLACES = (
    "front", "story", "article", "why", "hostile", "kept", "search", "nothing", "speaker", "outlet", "about", "rejections", "marks", "missing", "past", "revised", "subscriptions", "looks", "sign-in", "narrowed",
)  # fmt: skip
AXE = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
WAYS = {
    "wide": {"viewport": {"width": 1366, "height": 900}, "color_scheme": "light", "locale": "zh-CN"},
    "phone-dark": {
        "viewport": {"width": 390, "height": 844},
        "color_scheme": "dark",
        "locale": "zh-CN",
        "has_touch": True,
    },
    "english": {"viewport": {"width": 1024, "height": 768}, "color_scheme": "light", "locale": "en-GB"},
}


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("place", PLACES)
def test_a_page(browser: Any, base: str, places: dict[str, str], place: str, way: str) -> None:
    """It is accessible (WCAG 2.2 AA), needs nobody else, runs nothing hostile, and is no wider than the screen."""
    context = browser.new_context(**WAYS[way])
    page = context.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(base + places[place], wait_until="load")
    elsewhere = [url for url in asked if not url.startswith((base, "data:"))]
    harmed = page.evaluate("window.harmed")
    wide = page.evaluate("document.scrollingElement.scrollWidth - document.scrollingElement.clientWidth")
    found = axe.Axe().run(page, options=AXE)
    if SHOTS:
        Path(SHOTS).mkdir(parents=True, exist_ok=True)
        page.screenshot(path=Path(SHOTS) / f"{place}-{way}.png", full_page=True)
    context.close()
    assert elsewhere == []
    assert harmed is None
    assert wide <= 0
    told = [
        f"{one['id']}: {one['nodes'][0]['html'][:160]} {one['nodes'][0]['failureSummary'][:300]}"
        for one in found.response["violations"]
    ]
    assert told == []


def test_a_hostile_page_gives_no_link_that_runs_anything(browser: Any, base: str, places: dict[str, str]) -> None:
    page = browser.new_page()
    for place in ("hostile", "kept"):
        page.goto(base + places[place])
        targets = page.eval_on_selector_all(
            "[href], [src], [action]", "all => all.map(one => one.href || one.src || one.action)"
        )
        assert all(str(target).startswith(("http://", "https://")) for target in targets), targets
        assert page.locator("iframe, embed, object, article svg, article img").count() == 0
    page.close()


def test_from_the_front_page_to_the_passage_that_proves_a_number_in_three_clicks_without_scripts(
    browser: Any, base: str
) -> None:
    context = browser.new_context(java_script_enabled=False, locale="zh-CN")
    page = context.new_page()
    page.goto(base + "/")
    page.locator(".story .numbers a.proof").first.click()
    assert "/story/" in page.url
    page.locator("#claims a.proof, .claim a.proof").first.click()
    assert re.search(r"/(why|story)/", page.url)
    page.locator("main a[href^='/article/']").first.click()
    assert "/article/" in page.url and page.locator(".text .said").count() > 0
    context.close()


def test_search_is_a_form_that_needs_no_script(browser: Any, base: str) -> None:
    context = browser.new_context(java_script_enabled=False, locale="zh-CN")
    page = context.new_page()
    page.goto(base + "/")
    page.get_by_role("searchbox").fill("渡船")
    page.get_by_role("searchbox").press("Enter")
    assert page.locator("mark").count() > 0 and "渡" in page.locator("mark").first.inner_text()
    context.close()


def test_the_keyboard_alone_reads_the_desk(browser: Any, base: str) -> None:
    page = browser.new_page(locale="zh-CN")
    page.goto(base + "/")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.name") == "q"
    page.keyboard.press("Escape")
    page.evaluate("document.activeElement.blur()")
    page.keyboard.press("j")
    first = page.evaluate("document.activeElement.textContent")
    page.keyboard.press("j")
    assert page.evaluate("document.activeElement.textContent") != first
    page.keyboard.press("k")
    assert page.evaluate("document.activeElement.textContent") == first
    with page.expect_navigation():
        page.keyboard.press("o")
    assert "/story/" in page.url
    page.close()


def test_the_keyboard_opens_the_report_of_a_row_and_not_its_outlet(
    browser: Any, base: str, places: dict[str, str]
) -> None:
    page = browser.new_page(locale="zh-CN")
    page.goto(base + places["article"])
    page.keyboard.press("j")
    assert page.evaluate("document.activeElement.getAttribute('href')").startswith("/article/")
    page.close()


def test_a_story_that_cannot_be_starred_says_so(browser: Any, base: str) -> None:
    page = browser.new_page(locale="zh-CN")
    page.goto(base + "/")
    page.keyboard.press("j")
    page.keyboard.press("s")
    assert page.locator(".no-star").is_visible()
    page.keyboard.press("j")
    assert not page.locator(".no-star").is_visible()
    page.close()


def test_an_owner_stars_corrects_and_undoes(browser: Any, base: str, places: dict[str, str]) -> None:
    context = browser.new_context(locale="en-GB", viewport={"width": 1400, "height": 900})
    page = context.new_page()
    page.goto(base + places["article"])
    page.get_by_role("button", name="star", exact=True).click()
    assert page.get_by_role("button", name="starred", exact=True).get_attribute("aria-pressed") == "true"
    page.locator(".mend summary").first.click()
    form = page.locator(".mend form").first
    form.locator("input[name=value]").fill("柳寒秋")
    form.get_by_role("button").click()
    page.goto(base + "/marks")
    assert page.locator("#corrections").get_by_text("柳寒秋").count() == 1
    assert page.locator("#starred li").count() == 1
    undo = page.locator("#deeds").get_by_role("button", name="undo")
    assert undo.count() == 2
    undo.first.click()
    page.locator("#deeds").get_by_role("button", name="undo").last.click()
    page.goto(base + "/marks")
    assert page.locator("#corrections").get_by_text("柳寒秋").count() == 0
    assert page.locator("#starred li").count() == 0
    context.close()


def test_reading_is_set_at_a_measure_of_thirty_two_to_thirty_eight_characters(
    browser: Any, base: str, places: dict[str, str]
) -> None:
    page = browser.new_page(locale="zh-CN", viewport={"width": 1400, "height": 900})
    page.goto(base + places["article"])
    characters, leading = page.evaluate(
        """() => { const one = document.querySelector('.text > .para > p'), style = getComputedStyle(one);
        return [one.clientWidth / parseFloat(style.fontSize), parseFloat(style.lineHeight) / parseFloat(style.fontSize)] }"""
    )
    assert 32 <= characters <= 38 and 1.7 <= leading <= 1.85
    page.close()


@pytest.mark.parametrize("width", [1280, 390])
def test_a_reader_is_at_the_words_behind_a_standing_in_three_clicks(browser: Any, base: str, width: int) -> None:
    page = browser.new_page(locale="zh-CN", viewport={"width": width, "height": 900})
    page.goto(base + "/")
    page.locator(".claims .proof").first.click()
    said = page.locator(".counted blockquote").first.inner_text()
    page.locator(".roots a[href*='#words']").first.click()
    words = page.locator("#words")
    assert 0 <= words.bounding_box()["y"] < 900
    marked = "".join(page.locator(".text mark").all_inner_texts())
    assert set(marked) & set(said)
    page.close()


def test_the_name_of_who_speaks_stands_beside_the_words(browser: Any, base: str) -> None:
    page = browser.new_page(locale="zh-CN", viewport={"width": 1280, "height": 900})
    page.goto(base + "/search?of=statements&q=的")
    for address in page.locator("blockquote a").evaluate_all("all => all.slice(0, 8).map(one => one.href)"):
        page.goto(address)
        apart, over = page.evaluate(
            """() => { const all = [...document.querySelectorAll('.who')], box = one => one.getBoundingClientRect();
            return [Math.max(...all.map(one => Math.abs(box(one).top - box(one.parentElement.querySelector(':scope > p, :scope > blockquote, :scope > h2')).top))),
            Math.max(0, ...all.slice(1).map((one, at) => box(all[at]).bottom - box(one).top))] }"""
        )
        assert apart < 40, f"{address}: a name stands {apart} px away from the paragraph"
        assert over <= 0, f"{address}: names lie on one another"
    page.close()


def test_the_moment_shown_is_the_newsroom_s_own(browser: Any, base: str) -> None:
    page = browser.new_page(locale="zh-CN")
    page.goto(base + "/")
    assert str(NOW.astimezone(UTC).year) in page.locator(".dateline").inner_text()
    assert datetime.now(tz=UTC).year < NOW.year
    page.close()


def test_the_keys_are_told_and_s_stars(browser: Any, base: str, places: dict[str, str]) -> None:
    page = browser.new_page(locale="zh-CN")
    page.goto(base + places["article"])
    keys = page.locator(".keys").first
    assert not keys.is_visible()
    for key in ("?", "？"):  # as an English and as a Chinese keyboard writes it
        page.evaluate("key => document.body.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }))", key)
        assert keys.is_visible() is (key == "?")
        assert page.evaluate("scrollY") == 0, "and the reader keeps the place"
    star = page.locator("button.star")
    for pressed in ("true", "false"):
        with page.expect_navigation():
            page.keyboard.press("s")
        assert star.get_attribute("aria-pressed") == pressed
    page.close()


def test_an_owner_adds_pauses_and_removes_without_a_script(browser: Any, watching: str) -> None:
    context = browser.new_context(java_script_enabled=False, locale="en-GB")
    page = context.new_page()
    page.goto(watching + "/")
    page.get_by_role("link", name="subscriptions", exact=False).first.click()
    page.get_by_label("Add an address").fill("news.example.org/feed")
    page.get_by_role("button", name="Add", exact=True).first.click()
    assert page.locator("#added").get_by_text("https://news.example.org/feed").count() == 1
    row = page.locator("#well li", has_text="石桥社")
    row.locator("summary").first.click()
    row.get_by_role("button", name="Pause").click()
    paused = page.locator("#paused li", has_text="石桥社")
    paused.locator("summary").first.click()
    paused.get_by_role("button", name="Resume").click()
    assert page.locator("#well li", has_text="石桥社").count() == 1
    context.close()


def test_what_comes_while_a_page_is_open_waits_behind_a_line(browser: Any, base: str, desk: Path) -> None:
    page = browser.new_page(locale="zh-CN")
    page.goto(base + "/")
    before = page.locator(".front").inner_html()
    body = (
        "<!doctype html><html lang=zh><head><title>渡口加开夜班船</title></head><body><article><h1>渡口加开夜班船</h1>"
        "<p>栖霞镇渡口管理处六日说，自七日起每晚加开两班夜船，末班二十三时开出，票价不变。</p>"
        "<p>管理处负责人柳寒秋说：“夜里下班的人多，船不能比人先睡。”</p></article></body></html>"
    ).encode()
    url = "https://news.elsewhere.example/night"
    store = Store(desk)
    store.keep([_page(url, body)])
    worker.work(store, {"outlets": outlets.packaged().joined(sample.outlets())})
    store.close()
    line = page.locator(".updates a")
    line.wait_for(timeout=30_000)
    assert line.inner_text() == "1 条更新"
    assert page.locator(".front").inner_html() == before
    if SHOTS:
        page.screenshot(path=Path(SHOTS) / "live.png")
    line.click()
    page.wait_for_load_state()
    assert page.locator(".updates a").count() == 0
    page.close()


def test_a_reader_who_wants_pictures_gets_them_from_the_desk_and_asks_nobody_else(
    browser: Any, base: str, places: dict[str, str]
) -> None:
    context = browser.new_context(java_script_enabled=False, locale="zh-CN", viewport={"width": 1366, "height": 900})
    page = context.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(base + places["pictured"])
    assert page.locator("img").count() == 0
    page.get_by_role("button", name="显示 2 张图片").click()
    shown = page.locator("#pictures img")
    assert shown.count() == 2
    for place in (0, 1):
        shown.nth(place).scroll_into_view_if_needed()
    page.wait_for_load_state("networkidle")
    assert [one for one in asked if not one.startswith(base)] == []
    assert [len([one for one in asked if one.endswith(f"/{place}")]) for place in (0, 1)] == [1, 1]
    context.close()
    looking = browser.new_context(locale="zh-CN", viewport={"width": 1366, "height": 900})
    looking.add_cookies([{"name": "pictures", "value": "1", "url": base}])
    page = looking.new_page()
    page.goto(base + places["pictured"])
    one = page.get_by_role("img", name="图片 1")
    one.scroll_into_view_if_needed()
    page.wait_for_load_state("networkidle")
    assert one.evaluate("one => one.naturalWidth") == 90
    assert axe.Axe().run(page, options=AXE).response["violations"] == []
    if SHOTS:
        page.screenshot(path=Path(SHOTS) / "pictures.png", full_page=True)
    page.get_by_role("button", name="不显示图片").click()
    assert page.locator("img").count() == 0
    looking.close()


def test_a_person_is_found_by_the_initials_of_his_name_with_the_keyboard_alone(browser: Any, base: str) -> None:
    page = browser.new_page(locale="zh-CN")
    page.goto(base + "/")
    page.keyboard.press("/")
    page.keyboard.type("cws")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    page.get_by_role("link", name="岑望山", exact=True).focus()
    with page.expect_navigation():
        page.keyboard.press("Enter")
    assert page.get_by_role("heading", level=1).inner_text() == "岑望山"
    page.close()


def test_what_a_date_means_is_told_to_a_finger_and_to_a_keyboard(
    browser: Any, base: str, places: dict[str, str]
) -> None:
    context = browser.new_context(**WAYS["phone-dark"])
    page = context.new_page()
    page.goto(base + places["article"])
    fold = page.locator(".proofs", has=page.locator(".date")).first
    date = fold.locator(".date").first
    assert not date.is_visible()
    fold.locator("> summary").tap()
    assert date.is_visible() and re.search(r"→\s*2031-", date.inner_text())
    fold.locator("> summary").focus()
    page.keyboard.press("Enter")
    assert not date.is_visible()
    context.close()
    page = browser.new_page(locale="zh-CN", viewport={"width": 1400, "height": 900})
    page.goto(base + places["article"])
    assert page.locator(".proofs .date").first.is_visible()  # beside the text, where there is room
    assert re.match(r"2031-", page.locator(".when").first.get_attribute("title"))
    page.close()


def test_paper_has_the_ground_of_a_text_and_no_form(browser: Any, base: str, places: dict[str, str]) -> None:
    page = browser.new_page(locale="zh-CN", viewport={"width": 794, "height": 1123})
    page.emulate_media(media="print")
    for place, ground in (("article", ".proofs .note"), ("story", ".roots li")):
        page.goto(base + places[place])
        assert page.locator(ground).first.is_visible()
        assert [one for one in page.locator("form, nav, button").all() if one.is_visible()] == []
    page.close()


def test_an_owner_signs_in_where_the_desk_has_a_password_and_out_again(browser: Any, base: str, desk: Path) -> None:
    kept = Access(desk)
    kept.set_password("桥修了十年还在图上")
    context = browser.new_context(java_script_enabled=False, locale="zh-CN")
    page = context.new_page()
    try:
        page.goto(base + "/marks")
        assert "/sign-in" in page.url
        page.get_by_label("密码").fill("船才是路")
        page.get_by_role("button", name="登录").click()
        assert page.get_by_role("alert").count() == 1
        page.get_by_label("密码").fill("桥修了十年还在图上")
        page.get_by_role("button", name="登录").click()
        assert page.url == base + "/marks"
        page.get_by_role("button", name="退出").click()
        page.goto(base + "/marks")
        assert "/sign-in" in page.url
    finally:
        kept.set_password(None)
        kept.close()
        context.close()
