"""The independent texts that a family goes back to."""

from __future__ import annotations

from itertools import combinations

from suyuan.records import Article, Origin, OriginKind
from suyuan.reprints import origin
from tests.reprints.newsroom import NOTICE, OTHER, OUTLETS, REPORT, article, later, link


def origins(*members: Article) -> dict[str, Origin]:
    """The origin of every member."""
    links = tuple(found for pair in combinations(members, 2) if (found := link(*pair)))
    made = origin(tuple(members), links, (), outlets=OUTLETS)
    assert sorted(one for each in made for one in each.articles) == sorted(one.id for one in members)
    return {one: each for each in made for one in each.articles}


def test_an_article_without_links_is_its_own_origin() -> None:
    of = origins(article(REPORT, id="one", outlet="moumou.example"))
    assert of["one"].root == "one" and of["one"].outlet == "某某日报" and of["one"].is_seen


def test_a_portal_that_credits_a_paper_is_not_a_second_origin() -> None:
    of = origins(
        article(REPORT, id="paper", outlet="moumou.example", at=later(30)),
        article(REPORT + "来源：某某日报", id="portal"),
    )
    assert of["portal"] == of["paper"]
    assert of["paper"].root == "paper" and of["paper"].outlet == "某某日报" and of["paper"].is_seen


def test_a_wire_text_known_only_by_credit_is_marked_unseen() -> None:
    of = origins(
        article("来源：东海社\n" + REPORT, id="one"), article(REPORT + "（东海社记者 张三）", id="other", at=later(40))
    )
    assert of["one"] == of["other"]
    assert of["one"].outlet == "东海社" and not of["one"].is_seen and of["one"].root == "one"
    assert of["one"].evidence == ("2 of 2 credit 东海社",)


def test_a_digest_of_two_reports_does_not_join_them() -> None:
    of = origins(
        article(REPORT, id="one"), article(OTHER, id="other"), article(REPORT + OTHER, id="digest", at=later(200))
    )
    assert of["one"] != of["other"]


def test_a_shared_notice_joins_nobody() -> None:
    of = origins(
        article(f"{REPORT}临河县发布通报称，{NOTICE}", id="one"),
        article(f"{OTHER}临河县发布通报称，{NOTICE}", id="other"),
    )
    assert of["one"] != of["other"]


def test_a_shared_paragraph_joins_nobody() -> None:
    of = origins(
        article(REPORT, id="one"), article(OTHER + REPORT.split("\n")[1] + "\n" + OTHER.replace("茶", "桑"), id="other")
    )
    assert of["one"] != of["other"]


def test_notices_reposted_whole_are_one_origin() -> None:
    of = origins(
        article(NOTICE, id="one"),
        article(f"据临河县官方微博消息，{NOTICE}", id="other"),
        article(NOTICE, id="third", at=None),
    )
    assert of["one"] == of["other"] == of["third"]


def test_of_two_newsrooms_named_as_often_the_earlier_text_counts() -> None:
    of = origins(
        article(REPORT, id="wire", outlet="donghai.example"),
        article(REPORT, id="evening", outlet="linhe.example", at=later(15)),
        article("来源：东海社\n" + REPORT, id="one", at=later(40)),
        article("来源：临河晚报\n" + REPORT, id="other", at=later(50)),
    )
    assert of["one"] == of["other"] and of["one"].root == "wire"


def test_what_a_page_said_before_is_no_second_origin() -> None:
    url = "https://linhe.example/1"
    of = origins(
        article(REPORT, id="before", outlet="linhe.example", url=url),
        article(REPORT[: len(REPORT) // 2] + OTHER, id="after", outlet="linhe.example", url=url, at=later(30)),
    )
    assert of["before"] == of["after"] and of["before"].root == "before"


def test_the_order_of_members_and_links_does_not_matter() -> None:
    members = (
        article(REPORT, id="a"),
        article(REPORT + "来源：某某日报", id="b"),
        article(REPORT[:200], id="c"),
        article(OTHER, id="d"),
    )
    links = tuple(found for pair in combinations(members, 2) if (found := link(*pair)))
    one, other = origin(members, links, (), outlets=OUTLETS), origin(members[::-1], links[::-1], (), outlets=OUTLETS)
    assert sorted(one, key=lambda each: each.id) == sorted(other, key=lambda each: each.id)


def test_what_two_houses_sign_as_their_own_is_a_document() -> None:
    of = origins(
        article("本报临河5月6日电（记者 张三）" + REPORT, id="one", outlet="moumou.example"),
        article("本报临河5月6日电（记者 李四）" + REPORT, id="other", outlet="linhe.example", at=later(60)),
        article(REPORT + "来源：某某日报", id="portal", at=later(90)),
    )
    assert of["one"] == of["other"] == of["portal"]
    assert of["one"].kind is OriginKind.DOCUMENT and of["one"].root == "one"
    assert "both sign it" in of["one"].evidence


def test_a_notice_printed_whole_is_a_document_and_a_report_that_is_copied_is_none() -> None:
    notices = origins(article(NOTICE, id="one"), article(f"据临河县官方微博消息，{NOTICE}", id="other"))
    copies = origins(
        article(REPORT, id="paper", outlet="moumou.example"), article(REPORT + "来源：某某日报", id="portal")
    )
    assert notices["one"].kind is OriginKind.DOCUMENT
    assert copies["paper"].kind is OriginKind.REPORT


def test_a_public_body_that_publishes_it_itself_is_where_a_document_is_from() -> None:
    of = origins(
        article(NOTICE, id="portal"),
        article(NOTICE, id="county", outlet="linhe.gov.cn", url="https://www.linhe.gov.cn/1.html", at=later(60)),
    )
    assert of["portal"] == of["county"]
    assert of["county"].root == "county" and of["county"].kind is OriginKind.DOCUMENT and of["county"].is_seen


def test_a_public_body_that_reprints_a_report_did_not_write_it() -> None:
    of = origins(
        article(REPORT, id="wire", outlet="donghai.example"),
        article("来源：东海社\n" + REPORT, id="county", outlet="linhe.gov.cn", url="https://www.linhe.gov.cn/2.html"),
    )
    assert of["county"] == of["wire"]
    assert of["wire"].root == "wire" and of["wire"].kind is OriginKind.REPORT


def test_a_dateline_left_standing_says_more_than_a_paper_that_is_named() -> None:
    of = origins(
        article(REPORT, id="evening", outlet="linhe.example"),
        article("据临河晚报报道，" + REPORT, id="retold", at=later(20)),
        article("东海社临河5月6日电 " + REPORT, id="printed", outlet="moumou.example", at=later(600)),
    )
    assert of["evening"] == of["printed"] == of["retold"]
    assert of["evening"].outlet == "东海社" and not of["evening"].is_seen
