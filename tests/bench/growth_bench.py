"""What an article costs reprints and stories together, on one core, as their number grows: printed by either’s bench.

The load is the stream of five days over and over, every round in other words: names and other telling words are
exchanged for words as long and as rare, and numbers for other numbers. Common words stay, so that the rules find their
cues, and so do sentences that stand in ten articles or more, so that houses keep their set phrases. What is copied and
what happens grows with the stream; set phrases, and reports that differ in names and numbers only, grow faster.
There are two kinds of growth. *Denser*: all rounds lie in the days of one window, so that each meets the others.
*Longer*: the rounds follow one another, five days each, at the rate of the stream.

The smaller size is measured before and after the larger, and the mean is taken: a machine that others use as well is not
as fast in one minute as in the next. What the bench itself holds is no matter of the rooms, and the collector of cycles
is kept from looking through it.
"""

from __future__ import annotations

import gc
import math
import re
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Container, Hashable, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import timedelta
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import rjieba

from suyuan import flow, outlets, reprints, stories
from suyuan.desk.intake import lines
from suyuan.desk.intake.arrival import Arrived
from suyuan.records import Article, Citation
from suyuan.stories.trade import TRADE
from suyuan.stories.words import telling
from suyuan.text import fold, sentences

FILE = Path(__file__).resolve().parents[3] / "shared" / "feeds" / "stream-2026-01.jsonl.gz"
SIZES = (10_000, 100_000)
ROUND = timedelta(days=5)  # what the stream spans
WINDOW = timedelta(days=10)  # in which the rounds of a denser load lie
STEP = timedelta(days=7)  # from one of them to the next, within the window
SET_PHRASE = 10
TELLING = 3.0  # rarer words are exchanged, commoner ones stay
COMMON = 500  # letters that stand alone and stay: 年, 的
# No year, date or time: those are read.
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*(?![\d.,]*\s*[年月日号时点分:：/-])")
Cited = dict[str, tuple[Citation, ...]]
COLUMNS = ("prepare", "meet", "judge", "fold")


def main(sizes: Sequence[int] = SIZES) -> None:
    """What is spent per article, and whether the larger load keeps the speed of the smaller."""
    articles, citations = stream()
    print("\nreprints and stories together: ms per article on one core, then what there is per article")
    print(f"{'':8}{'articles':>9} {'':9}" + "".join(f"{column:>9}" for column in (*COLUMNS, "all", "pairs", "links")))
    for name, moved in (("denser", _denser), ("longer", _longer)):
        least, *larger = sizes
        before, *speeds, after = (_grown(name, moved(articles, size), citations) for size in (least, *larger, least))
        small = 2 / (1 / before + 1 / after)
        kept = ", ".join(f"{100 * speed / small:.0f} % at {size}" for size, speed in zip(larger, speeds, strict=True))
        print(f"{name:8} of {small:.0f} articles/s at {least} it keeps {kept}", flush=True)


@cache
def stream() -> tuple[list[Article], Cited]:
    """The articles of the five days, and what each cites, by its page."""
    read = lines.read(FILE, "stream")
    steps = [step for step in flow.FLOW if step.name in ("unpack", "cite")]
    items = [one.kept for one in read if isinstance(one, Arrived)]
    made = flow.run(items, steps, needs={"outlets": outlets.packaged()})
    cited: dict[str, list[Citation]] = defaultdict(list)
    for citation in made.of(Citation):
        cited[citation.article].append(citation)
    articles = [replace(article, page=article.id) for article in made.of(Article)]
    return articles, {article: tuple(found) for article, found in cited.items()}


# ── the two loads ────────────────────────────────────────────────────────────────────────────────


def _denser(articles: Sequence[Article], count: int) -> Iterator[Article]:
    return (_moved(one, turn * STEP % WINDOW) for turn, one in _varied(articles, count))


def _longer(articles: Sequence[Article], count: int) -> Iterator[Article]:
    return (_moved(one, turn * ROUND) for turn, one in _varied(articles, count))


def _moved(article: Article, by: timedelta) -> Article:
    at = article.published or article.first_seen
    return replace(article, published=at + by, first_seen=article.first_seen + by)


def _varied(articles: Sequence[Article], count: int) -> Iterator[tuple[int, Article]]:
    """The stream over and over, every round in other words, each article with the number of its round."""
    said = Counter(one for article in articles for one in _sentences(article.text))
    kept = {sentence for sentence, times in said.items() if times >= SET_PHRASE}
    parts = [[(one,) if one in kept else _words(one) for one in _sentences(article.text)] for article in articles]
    titles = [_words(article.title) for article in articles]
    letters = Counter(letter for article in articles for letter in article.text)
    common = {letter for letter, _ in letters.most_common(COMMON)}
    alike = _alike({word for part in (*titles, *(part for told in parts for part in told)) for word in part}, common)
    for turn in range(-(-count // len(articles))):
        other = {word: of[(place + 37 * turn) % len(of)] for of in alike for place, word in enumerate(of)}
        digits = _turned("123456789", turn)
        for article, title, told in zip(articles[: count - turn * len(articles)], titles, parts, strict=False):
            text = "".join(part[0] if len(part) == 1 else _other_words(part, other, digits) for part in told)
            url = _in_turn(article.url, turn) if article.url else None
            said_so = _other_words(title, other, digits)
            yield turn, replace(article, id=f"{article.id}-{turn}", title=said_so, text=text, url=url)


def _in_turn(url: str, turn: int) -> str:
    """Another page of the same house: told by its path, since a query may be one that says nothing of the page."""
    parts = urlsplit(url)
    return parts._replace(path=f"/{turn}{parts.path}").geturl()


def _words(text: str) -> tuple[str, ...]:
    return tuple(rjieba.cut(text.encode("utf-8", "replace").decode()))


def _alike(words: Iterable[str], common: Container[str]) -> list[list[str]]:
    """Words that may stand for one another: names and other telling words of one script, length and rarity."""
    classes: dict[tuple[bool, int, int], set[str]] = defaultdict(set)
    for word in map(fold, words):
        is_rare = telling(word) >= TELLING if len(word) > 1 else word not in common
        if word.isalpha() and word not in TRADE and is_rare:
            classes[word[0] > "一", min(len(word), 4), round(telling(word))].add(word)
    return [sorted(of) for of in classes.values()]


def _other_words(words: Sequence[str], other: dict[str, str], digits: dict[int, str]) -> str:
    text = "".join(_like(word, other.get(fold(word), word)) for word in words)
    return _NUMBER.sub(lambda number: number.group().translate(digits), text)


def _like(word: str, other: str) -> str:
    return other.capitalize() if word[:1].isupper() and other != word else other


def _turned(letters: Sequence[str], by: int) -> dict[int, str]:
    return {ord(letter): letters[(place + by) % len(letters)] for place, letter in enumerate(letters)}


def _sentences(text: str) -> list[str]:
    """The sentences of a text with what stands between them: joined they are the text."""
    marks = [0, *(end for _, end in sentences(text)), len(text)]
    return [text[start:end] for start, end in pairwise(marks)]


# ── what is measured ─────────────────────────────────────────────────────────────────────────────


def _grown(name: str, load: Iterable[Article], citations: Cited) -> float:
    """Prints a line for either room and one for both; gives articles per second."""
    articles = list(load)
    directory, by_id = outlets.packaged(), {article.id: article for article in articles}
    gc.collect()
    gc.freeze()
    every = []
    for room, prepare, step_name, make in (
        ("reprints", lambda one: reprints.prepare(one, citations.get(one.page, ()), outlets=directory), "trace",
         lambda members, links: reprints.origin(members, links, (), outlets=directory)),
        ("stories", stories.prepare, "gather", stories.tell),
    ):  # fmt: skip
        spent, pairs, links = _measured(articles, by_id, _step(step_name), prepare, make)
        _line(name, room, spent, len(articles), f"{pairs / len(articles):9.2f}{links / len(articles):9.2f}")
        every.append(spent)
    both = [math.fsum(parts) for parts in zip(*every, strict=True)]
    speed = len(articles) / math.fsum(both)
    _line(name, "both", both, len(articles), f"   {speed:.0f} articles/s")
    gc.unfreeze()
    return speed


def _line(name: str, room: str, spent: Sequence[float], count: int, rest: str) -> None:
    figures = "".join(f"{1000 * part / count:9.3f}" for part in (*spent, math.fsum(spent)))
    print(f"{name:8}{count:9} {room:9}{figures}{rest}", flush=True)


def _step(name: str) -> flow.Link:
    return next(step for step in flow.FLOW if isinstance(step, flow.Link) and step.name == name)


def _measured(
    articles: list[Article], by_id: dict[str, Article], step: flow.Link, prepare: Callable[[Article], Any], make: Callable[..., Any]
) -> tuple[list[float], int, int]:  # fmt: skip
    """Processor time for preparing, meeting, judging and folding; pairs that met and links that were made."""
    marks = [time.process_time()]
    drafts = [prepare(article) for article in articles]
    marks.append(time.process_time())
    held: list[Iterable[Hashable]] = [step.keys(draft) for draft in drafts]
    pairs = [
        (one, other)
        for other, others in enumerate(flow.met(held, at_least=step.at_least, hot=step.hot))
        for one in others
    ]
    marks.append(time.process_time())
    links = [link for one, other in pairs if (link := step.judge(drafts[one], drafts[other])) is not None]
    marks.append(time.process_time())
    for ids, within in flow.components(by_id, links):
        make(tuple(by_id[one] for one in ids), within)
    marks.append(time.process_time())
    return [later - earlier for earlier, later in pairwise(marks)], len(pairs), len(links)
