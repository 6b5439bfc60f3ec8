"""One newsroom, one reporter and one dateline do not make two happenings one."""

from datetime import UTC, datetime

from suyuan import stories
from suyuan.records import Article

NOON = datetime(2031, 6, 4, 4, tzinfo=UTC)


def told(number: int, title: str, text: str) -> Article:
    return Article(
        id=str(number), page="p", url=None, outlet="澜海通讯社", credit="澜海社", byline=("邬思远",), title=title, text=text, blocks=(),
        first_seen=NOON, published=NOON,
    )  # fmt: skip


def test_what_the_dateline_says_is_the_newsrooms() -> None:
    rain = told(
        1, "岚江发布暴雨橙色预警", "澜海社栖川6月4日电（记者 邬思远）省气象台17时升级发布暴雨预警，最强时段在凌晨。"
    )
    exam = told(
        2,
        "明日高考 考点设忘带窗口",
        "澜海社栖川6月4日电（记者 邬思远）高考将于6月7日举行，各考点首次设置窗口，备用文具免费领取。",
    )
    drafts = [stories.prepare(one) for one in (rain, exam)]
    for draft in drafts:
        assert not {"澜海社", "思远", "栖川"} & set(draft.terms)
    assert stories.same(*drafts) is None


def test_lines_that_name_makers_or_other_pages_tell_nothing() -> None:
    film = told(1, "江底发现古船", "编导：翟舒婷\n海报制作：翟舒婷\n推荐：栖川大桥合龙；邻省大选揭晓")
    market = told(2, "股市高开", "股指高开，石油领涨。消息面上，栖川大桥合龙；翟舒婷访问邻省；古船出水。成交放量。")
    for draft in map(stories.prepare, (film, market)):
        assert not {"翟舒", "舒婷", "栖川", "大桥", "大选", "访问"} & set(draft.terms)
    assert "成交" in stories.prepare(told(3, "股市", "消息面上，该公司公告成交。")).terms
