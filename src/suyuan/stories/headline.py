"""The plainest headline among many: what a story is called."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import cache
from math import sqrt

from suyuan.records import Article
from suyuan.stories.words import weighed
from suyuan.text import fold

_MONTH = "january|february|march|april|may|june|july|august|september|october|november|december"
# What a feed or a page sets around a headline, and a headline that has it.
DEBRIS: tuple[tuple[str, str], ...] = (
    (r"^\s*第?\d{1,2}版\s*[-－–—:：|丨]\s*", "01版 - 某市地铁开通"),
    (rf"\s+[-–—|]\s+(?:{_MONTH})\s+\d{{1,2}},\s+\d{{4}}\s*$", "某市地铁开通 - June 4, 2031"),
    (r"\s*[-–—_|｜]\s*\d{4}\s*[-./年]\s*\d{1,2}\s*[-./月]\s*\d{1,2}日?\s*$", "某市地铁开通 | 2031-06-04"),
    (
        r"\s*[（(【\[](?:图|组图|多图|附图|图文|视频|转载|原创|来源[:：][^）)】\]]{2,12})[）)】\]]\s*$",
        "某市地铁开通（组图）",
    ),
)

# What makes a headline less plain, how much it costs (a headline that shares all its words with the others has 1),
# and a headline that has it.
FAULTS: tuple[tuple[str, float, str], ...] = (
    (r"震惊|重磅|突发|炸锅|炸了|刷屏|沸腾|惊呆|吓人|惊人|罕见|深夜|刚刚|最新消息|紧急|爆[了雷发火]?|疯了|懵了|慌了|坐不住|傻眼|泪目|破防|太狠|狠狠|大瓜|细思极恐|竟然?|居然|究竟|到底|真相|内幕|揭秘|曝光|独家|官宣|热搜|大动作|大消息|大事不妙|信号|来了|出手|定了|不简单|不得了|背后|为什么|为何|怎么回事|意味着|网友|怒|惨|狂|疯", 0.25, "重磅！某地深夜突发大消息"),
    (r"[!！?？]", 0.2, "真的要来了？"),
    (r"(?:\.{2,}|…)\s*$", 0.4, "某市发布关于进一步加强..."),
    (r"(?:\.{2,}|…)", 0.1, "他说……"),
    (r"^(?:图解|图集|组图|视频|评论|社评|快评|观点|专访|专栏|深度|解读|分析|盘点|回顾|直击|原创|转载|专家)|[|丨│]", 0.15, "快评｜安全没有捷径"),
    (r"^[^：:，,。“\s]{0,6}(?:评论|时评|社评|锐评|快评|短评|观点|观察|专栏|专访|随笔|手记)\s*[:：|丨｜]", 0.15, "客座评论：谁为拥堵买单"),
    (r"^[评驳](?!估|审|选|定|级|分|为|回)", 0.15, "评某市堵车：谁来买单"),
    (r"网传|传言|据传|疑似|爆料|谣言|辟谣|传闻", 0.15, "网传某桥停用"),
    # What one person says of it is no report of it.
    (r"^[^：:，,。\s]{2,12}[:：](?!\d)", 0.05, "某县县长：地铁会改变这里"),
    (r"^[【\[]", 0.05, "【某报】某市地铁开通"),
    (r"^(?:how|why|what|who|when|where|is|are|was|can|could|will|would|should|do|does|did|opinion|analysis|watch|explainer|live|inside|meet|here)\b", 0.15, "How a flood changed a town"),
    (r"^['‘\"“]|[:：]\s*['‘\"“]", 0.1, "Mayor: 'I was on my way home'"),
    # What is announced may be past by the time it is read, or have come to nothing.
    (r"将(?:于|会|在|访|赴|对|就|有|公布|宣布|举行|举办|发布|出席|提名|推出|迎来)|或将|拟于|即将|下周|明日|明天|明起|有望|暗示|考虑|正考虑", 0.1, "某县将于下周公布通车日期"),
    (r"\b(?:expected|set|poised|likely|about) to\b|\b(?:could|may|might|will|would)\b", 0.1, "Bridge expected to reopen"),
    # A toll grows, and the headline of a story stays; what takes something back does not say what happened.
    (r"截至\d|\d+\s?(?:多|余)?(?:人|名)?(?:遇难|死亡|丧生|罹难|失联|失踪|受伤|获救)|(?:遇难|死亡|失踪|受伤|致死)人数\S{0,4}\d|\d+死|\b\d+ (?:dead|killed|injured|missing)\b", 0.1, "某市渡船事故已致5人遇难"),
    (r"^关于.{2,40}(?:更正|致歉|道歉|勘误)|^(?:更正|致歉|道歉|勘误|澄清)[^：:，]{0,4}[:：]|(?:更正|致歉|道歉)(?:启事|声明|说明)?$", 0.25, "关于某文的更正和道歉"),
    (r"[了吗呢吧啊呀]$", 0.1, "某桥已经不重要了"),
    (r"^\S{0,4}(?:快讯|消息|速览|简讯|短讯)\s*[:：]", 0.05, "某社快讯：某市地铁开通"),
)  # fmt: skip
# Characters, of which two Latin ones are one: shorter does not say what happened, longer says more than that.
SHORT, LONG = 8, 36
LENGTH_FAULT = 0.2
COLUMN_FAULT = 0.15
NEW = 0.01  # what a later headline has to be better by: of equals the first stays, so that titles do not wander
SAME_HEADLINE = 0.6  # share of its words from which a headline is another's with a new figure
_DEAD = re.compile(
    r"(?:遇难|死亡|丧生|罹难|身亡|致死)(?:者|人数|人员|总数)?(?:已?(?:升至|增至|上升至|增加到|升到|达到?|超过?))(\d+)|(\d+)\s?(?:多|余)?[人名](?:遇难|死亡|丧生|罹难|身亡)"
    r"|\b(\d+) (?:people )?(?:dead|killed|die[ds]?)\b|\bkill(?:s|ed)? (\d+)\b"
)
MOST = 400  # headlines that are looked at; in a story larger than this the first ones hold every wording


def plainest(articles: Sequence[Article]) -> Article:
    """The article whose headline, in the language of most of them, is nearest to what they all say, and has the fewest faults."""
    some = _in_its_language(articles[:MOST])
    if len(some) == 1:
        return some[0]
    bares = [bare(article.title) for article in some]
    titles = [{word: weight for word, weight, _ in weighed(title)} for title in bares]
    held = Counter(word for title in titles for word in title)
    best, best_score = some[0], float("-inf")
    for article, plain, title in zip(some, bares, titles, strict=True):
        score = _central(title, held, len(some)) - faults(plain) - COLUMN_FAULT * _is_column(article, plain)
        if score > best_score + NEW:
            best, best_score = article, score
    return _grown(best, [(article, title) for article, title in zip(some, titles, strict=True)])


def _in_its_language(articles: Sequence[Article]) -> Sequence[Article]:
    """The reports in the language of most; of as many in two languages those in Chinese."""
    languages = Counter(article.language for article in articles)
    most = max(languages, key=lambda language: (languages[language], language == "zh", language or ""))
    return [article for article in articles if article.language == most]


def _grown(best: Article, told: Sequence[tuple[Article, dict[str, float]]]) -> Article:
    """The report whose headline is the chosen one with a higher toll: 遇难人数升至48人, and a day later 升至53人."""
    toll = _toll(best.title)
    if toll is None:
        return best
    mine = next(title for article, title in told if article is best)
    for article, title in told:
        other = _toll(article.title)
        if other is not None and other > toll and _share(_unnumbered(mine), _unnumbered(title)) >= SAME_HEADLINE:
            best, toll = article, other
    return best


def _toll(title: str) -> int | None:
    """How many have died, as a headline says."""
    found = _DEAD.search(fold(title))
    return int(next(filter(None, found.groups()))) if found else None


def _unnumbered(title: dict[str, float]) -> dict[str, float]:
    return {word: weight for word, weight in title.items() if not word[0].isdecimal()}


def _share(one: dict[str, float], other: dict[str, float]) -> float:
    """How much of the shorter headline's words stand in the other."""
    both = sum(weight for word, weight in one.items() if word in other)
    return both / (min(sum(one.values()), sum(other.values())) or 1.0)


def bare(title: str) -> str:
    """A headline without what a feed or a page sets around it; as it is where nothing else would be left."""
    found = title
    for pattern in _debris():
        found = pattern.sub("", found)
    return found if found.strip() else title


def _is_column(article: Article, title: str) -> bool:
    """Whether a headline begins with the name of who wrote it."""
    return any(title.startswith((f"{name}：", f"{name}:")) for name in article.byline)


def faults(title: str) -> float:
    """How far a headline is from plain."""
    plain = fold(title).strip()
    cost = sum(cost for pattern, cost in _faults() if pattern.search(plain))
    return cost if SHORT <= _width(plain) <= LONG else cost + LENGTH_FAULT


def _width(plain: str) -> float:
    latin = sum(character < "\u2e80" for character in plain)
    return len(plain) - latin / 2


def _central(title: dict[str, float], held: Counter[str], titles: int) -> float:
    """The cosine of a headline and all headlines together."""
    common = sum(weight * weight * held[word] for word, weight in title.items())
    length = sqrt(sum(weight * weight for weight in title.values()))
    return common / (titles * length * length) if length else 0.0


@cache
def _faults() -> tuple[tuple[re.Pattern[str], float], ...]:
    return tuple((re.compile(pattern), cost) for pattern, cost, _ in FAULTS)


@cache
def _debris() -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(pattern, re.IGNORECASE) for pattern, _ in DEBRIS)
