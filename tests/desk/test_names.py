"""Names are found by a part of them, by other names of the same speaker, and by the initials of their pinyin."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from litestar.testing import TestClient

from suyuan import rows
from suyuan.desk import site
from suyuan.desk.engines import worker
from suyuan.desk.site.views import listing
from suyuan.desk.store import Store, names
from suyuan.desk.store.check import check, mend
from suyuan.outlets import packaged
from suyuan.records import Page, SameSpeaker, Speaker, SpeakerKind, Story, digest

NOW = datetime(2031, 6, 5, 4, 0, tzinfo=UTC)
TALKS = "https://www.duzhou.example/talks"
REPORTS = {
    TALKS: (
        "塔梅两国在重庆谈判渔权",
        "塔维亚代表团团长莱奥·列维奇五日在重庆说：“两国都有渔民，渔民都要吃饭。”",
        "列维奇表示，双方同意互释二百一十四名渔民，下一轮谈判在七月举行，地点还没有定，双方都不急。",
    ),
    "https://www.duzhou.example/bridge": (
        "栖霞镇新桥通车",
        "栖霞镇镇长柳寒秋五日说：“桥修了十年，今天可以走了。”",
        "柳寒秋表示，新桥长一千二百米，渡船从此停开，船工都到桥上做养护，工钱照旧。",
    ),
    "https://www.duzhou.example/coach": (
        "飛燕隊主帥穆爾丹離任",
        "飛燕隊主帥穆爾丹五日在記者會上說：「球隊很好，球迷也很好，我想回家看看。」",
        "穆爾丹表示，合約到年底為止，雙方沒有違約金，新主帥下月到任，他會看完剩下的比賽。",
    ),
    "https://www.duzhou.example/farewell": (
        "穆尔丹告别飞燕队",
        "飞燕队主帅穆尔丹六日在训练场说：“外套我拿走了，自行车留给看门的老人。”",
        "穆尔丹表示，他后天坐最慢的那趟火车离开，想看看这个省的另一半，明年再来看球。",
    ),
}


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder: Path = tmp_path_factory.mktemp("names")
    store = Store(folder, create=True)
    for url, (title, *paragraphs) in REPORTS.items():
        told = "".join(f"<p>{one}</p>" for one in paragraphs)
        body = f"<!doctype html><html lang=zh><head><title>{title}</title></head><body><article><h1>{title}</h1>{told}</article></body></html>".encode()
        store.keep([Page(id=digest("page", url, body), url=url, body=body, fetched=NOW, first_seen=NOW)])
    worker.work(store, {"outlets": packaged()})
    store.close()
    return folder


@pytest.fixture
def store(desk: Path) -> Iterator[Store]:
    opened = Store(desk)
    yield opened
    opened.close()


def found(store: Store, query: str) -> list[str]:
    return [one.target for one in names.speakers(store.db, query, 10)]


@pytest.mark.parametrize(
    "query", ["列维奇", "列維奇", "维奇", "莱奥列维奇", "莱奥·列维奇", "lwq", "LWQ", "lalwq", "ｌｗｑ"]
)
def test_a_speaker_is_found_by_a_part_of_his_name_and_by_initials(store: Store, query: str) -> None:
    assert found(store, query) == ["莱奥·列维奇"]


@pytest.mark.parametrize("query", ["", "   ", "，", "w", "qwl", "列奇", "lwq 说", "a" * 300, '"', "initials:w"])
def test_what_no_name_holds_finds_nobody(store: Store, query: str) -> None:
    assert found(store, query) == []


def test_a_headline_is_found_by_initials_in_either_reading_of_its_characters(store: Store) -> None:
    story = next(one for one in store.stories(9) if "渔权" in one.title)
    for query in ("zcq", "zzq", "zctp", "渔权", "tmlg"):
        assert (story.id in names.stories(store.db, query, 5)) is (query in ("zcq", "zzq", "渔权", "tmlg")), query


def test_two_names_that_reports_join_find_each_other(store: Store) -> None:
    one, other = (
        Speaker(id=digest(name), article="a", name=name, kind=SpeakerKind.NAMED, key=name)
        for name in ("柳寒秋", "栖霞镇镇长")
    )
    link = SameSpeaker(id=digest("link"), a=one.id, b=other.id, score=0.9, evidence=("柳寒秋 = 栖霞镇镇长",))
    with store.transaction():
        for record in (one, other, link):
            store._write(
                "test", "1", "", record, "{}" if record is link else f'{{"id":"{record.id}","name":"{record.name}"}}'
            )
    assert set(found(store, "栖霞镇镇长")) == {"柳寒秋", "栖霞镇镇长"}
    assert names.called(store.db, "栖霞镇镇长")[0] in ("柳寒秋", "栖霞镇镇长")
    with store.transaction():
        for record in (one, other, link):
            n = store.db.execute("SELECT n FROM record WHERE id = ?", (record.id,)).get
            store._delete(type(record).__name__, n)
    assert "栖霞镇镇长" not in found(store, "柳寒秋")


@pytest.mark.parametrize("query", ["穆尔丹", "穆爾丹", "med"])
def test_who_is_written_in_traditional_and_in_simplified_characters_is_one_person(desk: Path, query: str) -> None:
    store = Store(desk)
    (found,) = names.speakers(store.db, query, 10)
    assert {found.target, *found.spellings} == {"穆尔丹", "穆爾丹"}
    assert {one.speaker for one in store.speaker(found.target)} == {"穆尔丹", "穆爾丹"}
    assert store.heard("穆尔丹") == store.heard("穆爾丹") == len(store.speaker("穆爾丹"))
    store.close()


def test_one_page_has_the_words_under_both_spellings_and_names_both(desk: Path) -> None:
    with TestClient(site.create(desk, now=NOW), base_url="http://127.0.0.1") as client:
        for name, other in (("穆尔丹", "穆爾丹"), ("穆爾丹", "穆尔丹")):
            page = client.get(f"/speaker/{name}").text
            assert f"<h1>{name}</h1>" in page and f"又称 {other}" in page
            assert "外套我拿走了" in page and "我想回家看看" in page
        found = client.get("/search?q=穆尔丹").text
        assert found.count('href="/speaker/%E7%A9%86') == 1
        said = client.get("/api/v1/speaker?name=穆尔丹").json()["statements"]
        assert {one["speaker"] for one in said} == {"穆尔丹", "穆爾丹"}
        narrowed = client.get("/search?q=主帅&speaker=穆爾丹").text
        assert "告别飞燕队" in narrowed and "離任" in narrowed


def test_the_search_page_finds_by_name_what_no_text_holds(desk: Path) -> None:
    with TestClient(site.create(desk, now=NOW), base_url="http://127.0.0.1") as client:
        page = client.get("/search?q=lwq").text
        assert "/speaker/%E8%8E%B1%E5%A5%A5" in page
        assert "没有报道含有这些字词" in page
        assert "/outlet/duzhou.example" in client.get("/search?q=duzh").text
        narrowed = client.get("/search?q=渔民&speaker=列维奇").text  # a name that only the text has for him
        assert "塔梅两国" in narrowed and "没有报道" not in narrowed


def test_names_that_are_missing_or_left_over_are_found_and_mended(store: Store) -> None:
    store.db.execute("DELETE FROM name WHERE shown = '柳寒秋'")
    store.db.execute("INSERT INTO gives VALUES (999999, 1)")
    assert {one.what for one in check(store)} == {
        "names of records that are gone",
        "speakers and stories that cannot be found by name",
    }
    mend(store)
    assert not list(check(store)) and found(store, "lhq") == ["柳寒秋"]


def test_a_name_goes_with_the_last_report_that_has_it(desk: Path) -> None:
    store = Store(desk)
    assert store.forget(TALKS, NOW) == 1
    worker.work(store, {"outlets": packaged()})
    assert found(store, "lwq") == []
    assert store.db.execute("SELECT count(*) FROM name WHERE shown LIKE '%列维奇%'").get == 0
    assert all(isinstance(store.get(Story, one), Story) for one in names.stories(store.db, "镇", 9))
    store.close()


def test_a_minus_leaves_out_names_and_headlines_too(store: Store) -> None:
    assert len(names.stories(store.db, "镇 -渔权", 5)) == 1 and names.stories(store.db, "镇 -新桥", 5) == ()
    assert found(store, "柳寒秋 -渔权") == ["柳寒秋"] and found(store, "柳寒秋 -寒秋") == []


def test_a_minus_leaves_out_a_story_whose_headline_has_the_word_and_whose_found_report_has_not(desk: Path) -> None:
    store = Store(desk, readonly=True)
    (told,) = (one for one in store.stories(9) if len(one.articles) == 2)
    word = "告别" if "告别" in told.title else "离任"
    shown = listing.search(store, {"q": f"穆尔丹 -{word}"}, packaged())
    assert shown.total == 1 and told not in shown.stories
    assert told in listing.search(store, {"q": "穆尔丹"}, packaged()).stories
    store.close()


def test_a_title_is_found_among_writings_and_not_among_people(store: Store) -> None:
    paper, author = (
        Speaker(id=digest(name), article="b", name=name, kind=SpeakerKind.NAMED, key=name)
        for name in ("《渡口见闻》", "《渡口见闻》作者陆一舟")
    )
    with store.transaction():
        for one in (paper, author):
            store._write("test", "1", "", one, "{}")
    shown = listing.search(store, {"q": "渡口见闻"}, packaged())
    assert [one.name for one in shown.people] == [author.name]
    assert [one.name for one in shown.writings] == [paper.name]
    with store.transaction():
        for one in (paper, author):
            store._delete("Speaker", store.db.execute("SELECT n FROM record WHERE id = ?", (one.id,)).get)


def test_a_record_taken_in_twice_gives_its_name_once(desk: Path) -> None:
    store = Store(desk)
    (n, row) = store.db.execute("SELECT n, row FROM record WHERE kind = 'Story' LIMIT 1").fetchone()
    story = rows.from_json(Story, row)
    with store.transaction():
        names.write(store.db, n, story)  # the worker wrote it while the index was being made anew
        names.drop(store.db, n)
    assert store.db.execute("SELECT count(*) FROM name WHERE target = ?", (story.id,)).get == 0
    store.close()
