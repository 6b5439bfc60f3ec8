"""Search in Chinese: every word of one to six characters is found where it stands, and nowhere else."""

import pytest

from suyuan.desk.store import search


@pytest.mark.parametrize(
    ("text", "query", "found"),
    [
        ("临江与望北两市代表团举行谈判。", "谈判", ["谈判"]),
        ("臨江代表團舉行談判。", "谈判", ["談判"]),
        ("谈，判若两人", "谈判", ["谈，判"]),  # marks between do not count, in the index either
        ("他对晨星社说，不会。", "晨星社 不会", ["晨星社", "不会"]),
        ("ＡＢＣ公司", "abc", ["ＡＢＣ"]),
        ("江边江心", "江", ["江", "江"]),
        ("没有这个词", "谈判", []),
        ("任何文字", "，。！", []),
    ],
)
def test_spans(text: str, query: str, found: list[str]) -> None:
    assert [text[start:end] for start, end in search.spans(text, query)] == found


def test_a_query_cannot_break_out_of_its_phrase() -> None:
    assert search.match_query('谈判" OR title:*') == '"谈 判" AND "or" AND "title"'
    assert search.match_query("NEAR(") == '"near"'
    assert search.match_query("“临江 代表团”") == '"临 江 代 表 团"'
    assert search.match_query(" *()^ ") is None
