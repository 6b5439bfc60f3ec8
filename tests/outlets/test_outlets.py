"""Every outlet file loads, and no two claim one name or one domain."""

from __future__ import annotations

from collections import Counter
from importlib.resources import files

import pytest

from suyuan.outlets import Directory, host, packaged, read
from suyuan.records import OutletKind
from suyuan.text import fold

FILES = sorted(
    (file for file in files("suyuan.outlets").iterdir() if file.name.endswith(".toml")), key=lambda file: file.name
)
OUTLETS = [read(file.read_text(encoding="utf-8"), file.name.removesuffix(".toml")) for file in FILES]


def test_the_house_knows_many_outlets() -> None:
    assert len(OUTLETS) >= 150


@pytest.mark.parametrize("outlet", OUTLETS, ids=lambda outlet: outlet.id)
def test_a_file_is_well_formed(outlet) -> None:  # type: ignore[no-untyped-def]
    assert outlet.id == outlet.id.lower() and " " not in outlet.id
    assert outlet.name.strip() == outlet.name != ""
    assert outlet.kind in OutletKind
    assert all(alias.strip() == alias != "" for alias in outlet.aliases)
    assert all(domain == host(domain) for domain in outlet.domains), "domains are bare hosts"
    assert all(feed.startswith(("https://", "http://")) for feed in outlet.feeds)


def test_no_name_is_claimed_twice() -> None:
    names = Counter("".join(fold(name).split()) for outlet in OUTLETS for name in {outlet.name, *outlet.aliases})
    claimed = {
        name: [outlet.id for outlet in OUTLETS if name in map(_key, (outlet.name, *outlet.aliases))]
        for name, count in names.items()
        if count > 1
    }
    assert {name: ids for name, ids in claimed.items() if len(ids) > 1} == {}


def test_no_domain_is_claimed_twice() -> None:
    domains = Counter(domain for outlet in OUTLETS for domain in outlet.domains)
    assert [domain for domain, count in domains.items() if count > 1] == []


def test_a_group_is_an_outlet_that_has_no_group_itself() -> None:
    ids = {outlet.id: outlet for outlet in OUTLETS}
    for outlet in OUTLETS:
        if outlet.group:
            assert outlet.group in ids and ids[outlet.group].group is None and outlet.group != outlet.id


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("新华网", "新华社客户端"),
        ("新京报", "我们视频"),
        ("央视网", "總台央視"),
        ("央视新闻客户端", "news.cctv.com"),
        ("中新社", "www.chinanews.com"),
        ("路透", "Reuters"),
        ("BBC中文網", "bbc.co.uk"),
        ("大众网·海报新闻", "www.dzwww.com"),
    ],
)
def test_two_names_of_one_newsroom_are_one(one: str, other: str) -> None:
    assert packaged().newsroom(one) == packaged().newsroom(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("新华社", "中新社"), ("央视新闻", "央广网"), ("中国新闻周刊", "中国新闻网"), ("每日电讯报", "新华每日电讯")],
)
def test_two_newsrooms_are_two(one: str, other: str) -> None:
    assert packaged().newsroom(one) != packaged().newsroom(other)


@pytest.mark.parametrize(
    "address",
    ["https://baijiahao.baidu.com/s?id=1", "mp.weixin.qq.com", "https://zhuanlan.zhihu.com/p/1", "k.sina.com.cn"],
)
def test_a_platform_is_no_newsroom(address: str) -> None:
    outlet = packaged().by_host(address)
    assert outlet is not None and outlet.kind is OutletKind.SELF_MEDIA


def test_an_owners_file_wins_over_a_packaged_one() -> None:
    own = read('name = "自家报"\nkind = "paper"\ndomains = ["thepaper.cn"]', "own")
    assert Directory([*OUTLETS, own]).by_host("m.thepaper.cn") == own


def _key(name: str) -> str:
    return "".join(fold(name).split())
