"""What two articles are compared by: a draft, and the keys that articles about one happening share."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from suyuan.records import BODY, Article, Correction, Revision
from suyuan.stories.corrections import Bonds, bonds
from suyuan.stories.places import STATES
from suyuan.stories.words import tokens, weighed
from suyuan.text import fold
from suyuan.text.roundup import is_roundup

LEAD = 200  # characters: where a news text says what happened
FRONT = 1200  # what stands behind is background more often than news
Parts = tuple[int, int, int]
PARTS: Parts = (6, 2, 1)  # how often a word of the title, of the lead, of the body counts
TERMS = 70
STRONGEST = 4  # terms that say what an article is about
KEYS = 14  # of 18 and 14 the fewer cost a third less where articles are many, and tell the same stories
AT_LEAST = 3  # keys that two articles share before they are compared
# A term that more articles of one stretch hold is a subject that is in the news. On a stream where one happening had 542
# reports the most were 254; with 100 a story that large still stands, less a few reports (B-cubed .937 for .941).
HOT = 300
BUCKET = 7 * 86_400  # seconds; a key stands in two buckets, so that articles up to one bucket apart always meet
LISTED = 4  # lines from which a text may be a list of headlines
LONGEST = 6_000  # characters in which the lines are looked at
_SENTENCE = re.compile(r"[。；;]|\.(?:[\s”’\"')]|$)")  # headlines end in ! and ? too, hardly ever in a full stop
# The name of a column before the headline: 数读丨, 【市场动态】, 某社微评·春天的渡口：.
_COLUMN = re.compile(
    r"\A\s*(?:\d\d版\s*-\s*)?(?:[【\[][^】\]\n]{2,12}[】\]]|[^\s丨｜|:：，。！？]{2,10}?\s*[丨｜|]"
    r"|[^\s丨｜|:：，。！？]{0,6}(?:[微时短快锐点]评|评论|观察|述评|手记|纵横|随笔)(?:[·•・][^:：，。！？]{2,14})?\s*[:：])\s*(?=\S{4})"
)
# 某社某地6月4日电（记者 某某）, 本报讯（记者 某某）, 【某网 6月4日】, at the head of a text.
_DATELINE = re.compile(
    r"\A\s*(?:【[^】\n]{2,40}】|[^\n。，！？]{0,24}?(?:\d{1,2}日(?:电|讯|消息|专电)|本[报台网刊][^\n。，]{0,10}?讯))?\s*(?:[（(][^）)\n]{2,50}[）)])?"
)
# What tells nothing of the happening: lines that name other pages or the makers, and what moved a market (消息面上，甲；乙；丙).
_BESIDE = re.compile(
    r"^\s*[【\[]?(?:推荐(?:阅读)?|相关(?:阅读|新闻|报道|链接)|延伸阅读|更多(?:阅读|新闻)|往期(?:回顾|推荐)|上一篇|下一篇)[】\]]?\s*[:：][^\n]*"
    r"|^[^\n。，:：]{0,10}(?:记者|编导|编辑|剪辑|摄像|摄影|拍摄|配音|主持|出镜|策划|监制|统筹|设计|制作|文案|撰文|撰稿|作者|校对|责编|审核)[^\n。，:：]{0,6}[:：][^\n。]{1,60}$"
    r"|消息面上[^。\n]*；[^。\n]*；[^。\n]*",
    re.MULTILINE,
)


# Where one matter is weighed, 一方面 stands before it.
_TURNS = re.compile(r"\s*另一方面[，,]")


@dataclass(frozen=True, slots=True)
class Draft:
    """What the comparison of two articles looks at: when, its terms with their weights (of length one), which are names."""

    article: str
    at: float
    terms: dict[str, float]
    names: frozenset[str]
    is_named: bool  # a name is among what tells most
    states: frozenset[str]  # that the headline names
    unnamed: float  # length of what the terms that are no names make of the vector
    bonds: Bonds
    keys: tuple[str, ...]


def prepare(article: Article, corrections: Sequence[Correction] = (), revisions: Sequence[Revision] = ()) -> Draft:
    """What the comparison of two articles looks at, made once per article."""
    terms, names = terms_of(article)
    bound = bonds(article, corrections, revisions)
    at = when(article).timestamp()
    bucket = int(at // BUCKET)
    strongest = () if is_roundup(article.title, article.text) else tuple(terms)[:KEYS]
    is_named = not names.isdisjoint(list(terms)[:STRONGEST])
    return Draft(
        article.id,
        at,
        terms,
        names,
        is_named,
        frozenset(STATES[word] for word, _, _ in tokens(fold(article.title)) if word in STATES),
        math.sqrt(math.fsum(weight * weight for term, weight in terms.items() if term not in names)),
        bound,
        (*(f"{of} {term}" for term in strongest for of in (bucket, bucket + 1)), *_bound_keys(bound)),
    )


def _bound_keys(bound: Bonds) -> Iterator[str]:
    """As many keys of each bond as two articles have to share in order to be compared."""
    for bond in (*bound.owner, *bound.revisions):
        yield from (f"{bond} {number}" for number in range(AT_LEAST))


def keys(draft: Draft) -> Iterable[str]:
    """What articles about one happening share: their strongest terms, in stretches of time that overlap."""
    return draft.keys


def when(article: Article) -> datetime:
    """The time that counts: when it was published, or where the page does not say, when it was first seen."""
    return article.published or article.first_seen


def terms_of(article: Article, *, parts: Parts = PARTS) -> tuple[dict[str, float], frozenset[str]]:
    """The terms of an article that tell most, strongest first, as a vector of length one; and which are names."""
    told = _told(article)
    return terms_in(_headline(article.title, told), told, parts=parts, without=_makers(article))


def _headline(title: str, told: str) -> str:
    """The headline without the column it stands in, unless the text speaks of that: a series on one crash bears its name."""
    column = _COLUMN.match(title)
    if column is None:
        return title
    text = fold(told[:FRONT])
    return title if any(word in text for word, _, _ in weighed(column.group())) else title[column.end() :]


def _told(article: Article) -> str:
    """What the article tells: its own words, without the dateline, whose place and names are the newsroom's."""
    body = [article.text[block.start : block.end] for block in article.blocks if block.kind in BODY]
    told = _DATELINE.sub("", _BESIDE.sub("", "\n".join(body) if body else article.text), count=1)
    lines = _to_the_point(told[:LONGEST].split("\n"))
    told = "\n".join(lines)
    return "\n".join(_own(lines, article.title)) if len(lines) >= LISTED else told


def _to_the_point(lines: list[str]) -> list[str]:
    """The paragraphs up to the one that turns to another matter: 另一方面，两国军队在某岛附近演练."""
    for place, line in enumerate(lines):
        if place and _TURNS.match(line) and "一方面" not in "".join(lines[:place]):
            return lines[:place]
    return lines


def _own(lines: Iterable[str], title: str) -> Iterable[str]:
    """The lines that end a sentence, and of the others, which may be the headlines of other pages, those that say what the title says."""
    words = {word for word, _, _ in weighed(title)}
    return (line for line in lines if _SENTENCE.search(line) or any(word in fold(line) for word in words))


def _makers(article: Article) -> str:
    """Who made the article, folded: two reports by one newsroom or one reporter are not one happening for that."""
    return fold(" ".join(one for one in (article.outlet, article.credit, *article.byline, *article.editors) if one))


def terms_in(
    title: str, text: str = "", *, parts: Parts = PARTS, without: str = ""
) -> tuple[dict[str, float], frozenset[str]]:
    """The terms of a headline and a text that tell most; none of the words in `without`."""
    counts: Counter[str] = Counter()
    tells: dict[str, tuple[float, bool]] = {}
    for part, times in zip((title, text[:LEAD], text[LEAD:FRONT]), parts, strict=True):
        for word, weight, is_name in weighed(part):
            if word in without:
                continue
            counts[word] += times
            tells[word] = min((weight, is_name), tells.get(word, (weight, is_name)))
    scored = ((math.sqrt(counts[word]) * weight, word) for word, (weight, _) in tells.items())
    best = sorted(scored, key=lambda pair: (-pair[0], pair[1]))[:TERMS]
    length = math.sqrt(math.fsum(value * value for value, _ in best)) or 1.0
    return {word: value / length for value, word in best}, frozenset(word for _, word in best if tells[word][1])
