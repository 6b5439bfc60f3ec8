"""Articles on several pages obey the laws too: their pages may come in any order, in any batches, and again when edited."""

import random
import re
import time
from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from litestar.testing import TestClient

from suyuan import articles, flow, rows
from suyuan.desk import intake
from suyuan.desk.engines import worker
from suyuan.desk.intake.arrival import Arrived
from suyuan.desk.site import create
from suyuan.desk.store import Store, retention
from suyuan.desk.store.pages import warc
from suyuan.records import Article, Leaf, Page, Revision, SameArticle, digest
from tests.laws.conftest import as_rows, in_memory, in_store
from tests.laws.test_three_laws import differences

NOON = datetime(2031, 6, 2, 4, tzinfo=UTC)
HOST = "http://news.yunting.example"
WORDS = (
    "云亭港三日恢复通航，停航十二天的渡轮清晨六时驶离码头，首班载客一百四十人，多数是回城上班的居民。",
    "港务局说，航道清淤昨夜完成，水深已回到四米以上，能够满足全部渡轮的吃水要求，夜航本周内恢复。",
    "码头边的摊贩天不亮就支起了炉子。卖米糕的何一鸣说，这十二天里他每天只卖得出从前的三成。",
    "渡轮公司说，停航期间的月票按天数顺延，不必到窗口办理，老人和学生的优惠照旧。",
)


def leaf(article: str, number: int, of: int, words: str, hours: float = 0.0) -> Page:
    """One page of an article that is printed on `of`, as it was a few seconds after the page before it."""
    place = "" if number == 1 else f"_{number}"
    pager = f"<div><a href='{article}_{number + 1}.html'>下一页</a></div>" if number < of else ""
    body = (
        f"<html><head><title>{article}号渡轮复航_云亭新闻</title></head><body><h1>{article}号渡轮复航首日见闻</h1>"
        f"<div>2031-06-02 09:00 来源：云亭晚报</div><div class=content><p>第{number}页。{words}</p><p>{words[::-1]}</p></div>{pager}</body></html>"
    ).encode()
    url, seen = f"{HOST}/2031/{article}{place}.html", NOON + timedelta(hours=hours, seconds=3 * number)
    return Page(id=digest("page", url, body), url=url, body=body, fetched=seen, first_seen=seen, media_type="text/html")


def visit(article: str, words: Iterable[str], hours: float = 0.0) -> list[Page]:
    pages = list(words)
    return [leaf(article, number, len(pages), each, hours) for number, each in enumerate(pages, 1)]


def edited(number: int) -> list[str]:
    return [
        word.replace("三日", "五日").replace("四米", "三米") if n == number else word for n, word in enumerate(WORDS)
    ]


@pytest.fixture(scope="module")
def printed() -> list[Page]:
    """Three articles: one edited twice (its second page, then its first), one that grew by a page, one of which a page is missing."""
    found = visit("700211", WORDS[:3])
    found += visit("700211", edited(1)[:3], hours=6)
    found += visit("700211", [edited(0)[0], *edited(1)[1:3]], hours=48)
    found += visit("700212", WORDS[:2]) + visit("700212", WORDS[:3], hours=7)
    found += [one for one in visit("700213", WORDS) if "_2" not in one.url]
    return list({one.id: one for one in reversed(found)}.values())  # the first sight of each counts


def test_an_article_on_several_pages_is_one_article_and_an_edit_on_any_page_a_revision(
    printed: list[Page], needs: dict[str, Any]
) -> None:
    made = flow.run(printed, needs=needs)
    first = sorted((one for one in made.of(Article) if "700211" in (one.url or "")), key=lambda one: one.first_seen)
    assert [one.url for one in first] == [f"{HOST}/2031/700211.html"] * 3
    assert [len(one.further) for one in first] == [2, 2, 2]
    assert all("何一鸣" in one.text for one in first)
    assert ["四米" in one.text for one in first] == [True, False, False]
    assert ["三日" in one.text for one in first] == [True, True, False]
    latest = {one.article for one in made.of(Revision)} - {one.earlier for one in made.of(Revision)}
    assert first[-1].id in latest and first[0].id not in latest
    grown = sorted((one for one in made.of(Article) if "700212" in (one.url or "")), key=lambda one: one.first_seen)
    assert ["何一鸣" in one.text for one in grown] == [False, True]
    torn = [one for one in made.of(Article) if "700213" in (one.url or "")]
    assert sorted(one.url or "" for one in torn) == [f"{HOST}/2031/700213.html", f"{HOST}/2031/700213_3.html"]
    assert "月票" in torn[1].text + torn[0].text  # what lies beyond a missing page is not lost
    assert {leaf.page for leaf in made.of(Leaf)} == {one.id for one in printed}
    assert made.of(SameArticle)


def test_a_look_that_finds_the_same_words_is_no_further_article(needs: dict[str, Any]) -> None:
    pages = visit("700214", WORDS[:2])
    for hours in (6, 12):
        for one in visit("700214", WORDS[:2], hours):
            body = one.body.replace(b"</body>", f"<p>{hours}</p></body>".encode())
            pages.append(replace(one, id=digest("page", one.url, body), body=body))
    made = flow.run(pages, needs=needs)
    assert len(made.of(Leaf)) == 6
    assert [one.first_seen for one in made.of(Article)] == [pages[0].first_seen]


def test_thousands_of_visits_are_bound_one_after_the_other() -> None:
    def seen(place: int, url: str, following: str | None, hours: int) -> Leaf:
        one = Article(
            id=f"article {place}", page=f"page {place}", url=url, outlet=None, title="渡轮复航", text=WORDS[place % 2], blocks=(),
            first_seen=NOON + timedelta(hours=hours), next_page=following,
        )  # fmt: skip
        return Leaf(id=f"leaf {place}", page=one.page, url=url, article=one)

    second = f"{HOST}/2031/700215_2.html"
    begun = time.process_time()
    again = [seen(2 * hours, f"{HOST}/2031/700215.html", second, 2 * hours) for hours in range(3000)]
    again += [seen(2 * hours + 1, second, None, 2 * hours) for hours in range(3000)]
    assert len(articles.bind(again, ())) == 1
    others = [seen(place, f"{HOST}/2031/{place}.html", second, 0) for place in range(1, 3000)]
    assert len(articles.bind([seen(0, second, None, 0), *others], ())) == 2999
    assert time.process_time() - begun < 30  # where each was bound to all, it took minutes


@pytest.mark.parametrize("seed", range(4))
def test_the_pages_of_an_article_may_come_in_any_order_and_in_any_batches(
    seed: int, printed: list[Page], needs: dict[str, Any], tmp_path: Path
) -> None:
    chance = random.Random(seed)
    waiting = chance.sample(printed, len(printed))
    expected = in_memory(printed, needs)
    assert differences(in_memory(waiting, needs), expected) == []
    store = Store(tmp_path, create=True)
    while waiting:
        size = chance.randint(1, 4)
        store.keep(waiting[:size])
        del waiting[:size]
        worker.work(store, needs)
    assert differences(in_store(store), expected) == []
    worker.redo(store, needs, chance.sample(["extract", "collate", "bind", "revise"], 2))
    worker.work(store, needs)
    assert differences(in_store(store), expected) == []


def test_an_archive_of_the_pages_gives_the_same_article(
    printed: list[Page], needs: dict[str, Any], tmp_path: Path
) -> None:
    file = tmp_path / "kept.warc"
    file.write_bytes(warc(printed))
    read = [one.kept for one in intake.read([file]) if isinstance(one, Arrived)]
    texts = {one.text for one in flow.run(read, needs=needs).of(Article)}
    assert texts == {one.text for one in flow.run(printed, needs=needs).of(Article)}


def test_an_article_is_forgotten_with_all_its_pages(printed: list[Page], needs: dict[str, Any], tmp_path: Path) -> None:
    store = Store(tmp_path, create=True)
    store.keep(printed)
    worker.work(store, needs)
    store.forget(f"{HOST}/2031/700211.html", NOON)
    worker.work(store, needs)
    left = [one for one in printed if "700211" not in one.url]
    assert differences(in_store(store), as_rows(flow.run(left, needs=needs).all())) == []


def test_why_leads_from_an_article_to_every_page_of_it(
    printed: list[Page], needs: dict[str, Any], tmp_path: Path
) -> None:
    store = Store(tmp_path, create=True)
    store.keep(printed)
    worker.work(store, needs)
    for article in flow.run(printed, needs=needs).of(Article):
        assert rows.to_json(article) == rows.to_json(store.articles([article.id])[0])
        assert {one for one in store.made_from(article.id) if store.page(one)} == {article.page, *article.further}


def test_an_article_leads_to_each_of_its_kept_pages_on_the_site(needs: dict[str, Any], tmp_path: Path) -> None:
    store = Store(tmp_path, create=True)
    store.keep(visit("700214", WORDS[:3]))
    worker.work(store, needs)
    (article,) = store.latest(9)
    with TestClient(create(tmp_path, now=NOON), base_url="http://127.0.0.1:8000") as desk:
        shown = desk.get(f"/article/{article.id}").text
        assert all(desk.get(f"/kept/{page}").status_code == 200 for page in re.findall(r'href="/kept/(\w+)"', shown))
        assert {article.page, *article.further} == set(re.findall(r'href="/kept/(\w+)"', shown))
    assert len(article.further) == 2


def test_all_pages_of_what_the_owner_marked_stay_when_old_ones_go(needs: dict[str, Any], tmp_path: Path) -> None:
    pages = visit("700214", WORDS[:2])
    store = Store(tmp_path, create=True)
    store.keep(pages)
    worker.work(store, needs)
    later = NOON + timedelta(days=9)
    assert sorted(retention.expired(store, [], before=later, largest=None)) == sorted(one.id for one in pages)
    assert retention.expired(store, [f"{HOST}/2031/700214.html"], before=later, largest=None) == []
