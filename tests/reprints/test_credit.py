"""Whom an article names as where it has something from, and who publishes it."""

from __future__ import annotations

import pytest

from suyuan.records import Citation
from suyuan.reprints.credit import FORMS, Form, Sources, Weight, sources
from suyuan.reprints.names import newsroom
from suyuan.text import fold
from tests.reprints.newsroom import OUTLETS, REPORT, article


def read(text: str, **more: object) -> Sources:
    return sources(article(text, **more), fold(text), (), outlets=OUTLETS)  # type: ignore[arg-type]


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.how + form.example)
def test_every_form_credits_what_its_example_says(form: Form) -> None:
    assert "moumou-daily" in read(form.example).others


@pytest.mark.parametrize(
    "text",
    [
        "某某日报临河5月6日电（记者 张三）青石桥出现裂缝。",
        "某某网临河5月6日讯 青石桥出现裂缝。",
        "【某某日报综合报道 记者 张三】青石桥出现裂缝。",
        "桥面已经封闭。（某某日报·某某网记者 张三）",
        "住在桥头的老张告诉某某日报记者，裂缝越来越宽。",
        "某某日报记者从县教育局获悉，下周恢复上课。",
        "《某某日报》记者6日在现场看到，桥面已经封闭。",
        "据某某日报5月6日报道，青石桥出现裂缝。",
        "另据东海社、某某日报最新报道，青石桥出现裂缝。",
        "来源 某某日报 作者 张三",
        "來源：某某日報",
        "来源：某某日报 记者 张三 编辑 李四",
    ],
)
def test_a_newsroom_is_credited_in_many_words(text: str) -> None:
    assert "moumou-daily" in read(text).others


@pytest.mark.parametrize(
    "text",
    [
        "据当地媒体报道，桥已封闭。",
        "图片来源：某某日报",
        "据了解，桥已封闭。",
        "记者从县城赶到现场。",
        "现场记者看到桥已封闭。",
        "据县公安局消息，桥已封闭。",
        "他对记者表示不满。",
    ],
)
def test_what_names_no_newsroom_credits_none(text: str) -> None:
    assert read(text).others == frozenset()


NAMES = [
    ("某某日报", "moumou-daily"),
    ("@某某日报", "moumou-daily"),
    ("《某某日报》", "moumou-daily"),
    ("某某日报微信公众号", "moumou-daily"),
    ("许女士告诉某某日报", "moumou-daily"),
    ("某某网-观点频道", "moumou-daily"),
    ("某某日报视频", "moumou-daily"),
    ("台湾某某日报", "moumou-daily"),
    ("6月14日某某日报", "moumou-daily"),
    ("正如某某日报", "moumou-daily"),
    ("某某日报网站发布", "moumou-daily"),
    ("北山晚报", "北山晚报"),
    ("从化日报", "从化日报"),
    ("自贡日报", "自贡日报"),
    ("北山网", "北山网"),
    ("军方电视台", None),
    ("原题为《桥裂了》", None),
    ("当地媒体", None),
    ("网络", None),
    ("县公安局", None),
    ("情况通报", None),
]


@pytest.mark.parametrize(("name", "expected"), NAMES)
def test_a_name_as_credited_stands_for_its_newsroom(name: str, expected: str | None) -> None:
    assert newsroom(name, outlets=OUTLETS) == expected


def test_the_printed_credit_and_the_citations_count_as_well() -> None:
    citation = Citation(id="c", article="a", start=0, end=3, outlet="东海社", how="据…报道")
    one = article(REPORT, credit="临河晚报")
    assert sources(one, fold(one.text), (citation,), outlets=OUTLETS).others == {"linhe-evening", "donghai-agency"}


def test_a_list_of_credits_speaks_for_no_single_one() -> None:
    found = {credit.newsroom: credit for credit in read("综合自某某日报、临河晚报").credits}
    assert not found["moumou-daily"].is_alone and not found["linhe-evening"].is_alone
    assert found["moumou-daily"].weight is Weight.LINE


def test_on_a_platform_the_account_is_the_publisher() -> None:
    assert read(REPORT, outlet="www.baichuan.example").outlet is None
    assert read(REPORT, outlet="www.baichuan.example", credit="某某日报").outlet == "moumou-daily"


def test_a_host_is_known_by_its_domain() -> None:
    assert read(REPORT, outlet="m.moumou.example").outlet == "moumou-daily"
    assert read(REPORT, outlet="unknown.example").outlet == "unknown.example"
