"""Which outlets an article names as where it has something from."""

from __future__ import annotations

import pytest

from suyuan import statements
from tests.statements.articles import article

CASES = [
    ("远山社云州3月2日电（记者何青）云州大桥昨日通车。", ["远山社"]),
    ("（远山日报讯）云州大桥昨日通车。", ["远山日报"]),
    ("据北国《远山邮报》网站2日报道，云州大桥昨日通车。", ["《远山邮报》"]),
    ("另据远山晚报消息，云州大桥昨日通车。", ["远山晚报"]),
    ("据 Far Hills Post 报道，云州大桥昨日通车。", ["Far Hills Post"]),
    ("据北国 FHP 今日报道，云州大桥昨日通车。", ["北国 FHP"]),
    ("远山社援引云州警方的话称，三人被捕。", ["远山社"]),
    ("云州市市长林远对远山卫视表示，水已经退了。", ["远山卫视"]),
    ("外媒称，谈判已经破裂。", ["外媒"]),
    ("云州大桥昨日通车，全长三公里。\n来源：远山日报", ["远山日报"]),
    ("有网友称，桥上没有护栏。", []),
    ("中国互联网协会表示，电网已经恢复。", []),
    ("公司的年报显示，收入下降一成。", []),
]


@pytest.mark.parametrize(("text", "outlets"), CASES)
def test_the_outlets_of_an_article(text: str, outlets: list[str]) -> None:
    made = statements.cite(article(text))
    assert [one.outlet for one in made] == outlets
    assert all(text[one.start : one.end] == one.outlet for one in made)


def test_an_outlet_s_own_reporter_is_no_source() -> None:
    text = "远山日报快讯（记者何青）云州大桥昨日通车。市长林远告诉远山日报记者，一切正常。"
    assert [one.start for one in statements.cite(article(text))] == [0]
