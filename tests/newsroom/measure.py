"""How much of what the sample newsroom must yield does yield: every room's figures in percent, every difference by page.

    python -m tests.newsroom.measure                    all figures
    python -m tests.newsroom.measure statements claims  the differences of these rooms, figure by figure, page by page
    python -m tests.newsroom.measure floors             `floors.toml` anew: no floor falls

What is expected, and how to read it, stands in `suyuan/sample/README.md`. What was not found counts against every
figure that asks after it, so that finding more can never lower a figure.
"""

from __future__ import annotations

import csv
import math
import re
import sys
import tomllib
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from suyuan import flow, outlets, sample
from suyuan.outlets import Directory
from suyuan.records import (
    COPY,
    Article,
    Assertion,
    Claim,
    Corroboration,
    Direction,
    ListKind,
    Origin,
    Reprint,
    ReprintKind,
    Statement,
    Story,
    StoryKind,
)
from suyuan.text import fold

ROOMS = ("articles", "statements", "stories", "reprints", "claims")
FLOORS = Path(__file__).with_name("floors.toml")
NOT_FOUND = "not found"

_SAMPLE = files("suyuan.sample")
EXPECTED: dict[str, Any] = tomllib.loads(_SAMPLE.joinpath("expected.toml").read_text(encoding="utf-8"))
_PAGES: dict[str, dict[str, Any]] = {page["file"]: page for page in EXPECTED["page"]}
_HAPPENINGS: list[dict[str, Any]] = EXPECTED["happening"]
_ZONE = ZoneInfo("Asia/Shanghai")  # that of every page of the sample
_SHOWN = {"day": 10, "second": 19}  # characters of an ISO time that a precision covers; a page that names none: 16


@dataclass(frozen=True, slots=True)
class Check:
    """One thing expected of one page and what came of it: `right` points `of` so many.

    Where pairs are compared, a pair on both sides has two points of two and one on a single side none of one: the
    points' share is then the F1 of the pairs.
    """

    figure: str
    file: str
    about: str
    expected: str
    got: str
    right: int
    of: int = 1


@dataclass(frozen=True, slots=True)
class Desk:
    """What a run made, by the files of the sample."""

    made: flow.Records
    directory: Directory
    articles: dict[str, Article]
    files: dict[str, str]  # by article

    def newsroom(self, name: str | None) -> str | None:
        """What the names of one newsroom share, in whatever brackets."""
        return self.directory.newsroom(_plain(name))


def run() -> Desk:
    """One run of the flow over the sample."""
    directory = outlets.packaged().joined(sample.outlets())
    return desk(flow.run(sample.pages(), needs={"outlets": directory}), directory)


def desk(made: flow.Records, directory: Directory) -> Desk:
    """What a run made, with its articles under the files they were read from."""
    with _SAMPLE.joinpath("pages.tsv").open(encoding="utf-8") as manifest:
        names = [row["file"] for row in csv.DictReader(manifest, delimiter="\t")]
    file_of = {page.id: name for page, name in zip(sample.pages(), names, strict=True)}
    articles = {file_of[article.page]: article for article in made.of(Article)}
    assert set(articles) == set(_PAGES), f"no article of {sorted(set(_PAGES) - set(articles))}"
    return Desk(made, directory, articles, {article.id: file for file, article in articles.items()})


def measure(made: flow.Records, directory: Directory) -> dict[str, float]:
    """Every figure in percent, rounded down to one decimal."""
    return figures(checks(desk(made, directory)))


def checks(desk: Desk) -> list[Check]:
    """Everything that is expected, checked, room by room."""
    rooms = (_articles, _statements, _stories, _reprints, _claims)
    return [check for room in rooms for check in room(desk)]


def figures(checks: Iterable[Check]) -> dict[str, float]:
    """The share of points by figure, in percent, rounded down to one decimal."""
    right, of = Counter[str](), Counter[str]()
    for check in checks:
        right[check.figure] += check.right
        of[check.figure] += check.of
    return {figure: math.floor(1000 * right[figure] / of[figure]) / 10 for figure in of}


def differences(checks: Iterable[Check], figure: str) -> list[str]:
    """One line for every difference in a figure; what was not found at all is told under `found` alone."""
    wrong = [check for check in checks if check.figure == figure and check.right < check.of]
    told = [check for check in wrong if check.got != NOT_FOUND or figure.endswith(".found")]
    lines = [f"{check.file} {check.about}".strip() + f": expected {check.expected}, got {check.got}" for check in told]
    unfound = len(wrong) - len(told)
    return sorted(lines) + ([f"({unfound} more, where nothing was found)"] if unfound else [])


# ── articles ─────────────────────────────────────────────────────────────────────────────────────


def _articles(desk: Desk) -> Iterator[Check]:
    for file, page in _PAGES.items():
        for field, expected, got, right in _fields(desk, page, desk.articles[file]):
            yield Check(f"articles.{field}", file, "", str(expected), str(got), right)


def _fields(desk: Desk, page: dict[str, Any], article: Article) -> Iterator[tuple[str, object, object, bool]]:
    newsroom, text = desk.directory.newsroom, _plain(article.text)
    lost = [said["words"] for said in page.get("says", ()) if _plain(said["words"]) not in text]
    rows = Counter(row.list for row in article.lists)
    published = article.published.astimezone(_ZONE).isoformat() if article.published else ""
    shown = _SHOWN.get(page.get("precision", ""), 16)
    is_timely = published[:shown] == page["published"][:shown] and page.get("precision") in (None, article.precision)
    yield "title", page["title"], article.title, _plain(page["title"]) == _plain(article.title)
    yield "text", "these words", f"without {lost}", not lost
    yield "outlet", page["outlet"], article.outlet, newsroom(_name(desk, page["outlet"])) == newsroom(article.outlet)
    yield "credit", page.get("credit"), article.credit, newsroom(page.get("credit")) == newsroom(article.credit)
    yield "byline", page.get("byline", []), article.byline, set(page.get("byline", ())) == set(article.byline)
    yield "published", page["published"], f"{published} ({article.precision})", is_timely
    yield "is_original", page.get("is_original"), article.is_original, page.get("is_original") == article.is_original
    yield "related", page["related"], rows[ListKind.RELATED], page["related"] == rows[ListKind.RELATED]
    yield "hot", page["hot"], rows[ListKind.HOT], page["hot"] == rows[ListKind.HOT]


def _name(desk: Desk, outlet_id: str) -> str:
    outlet = desk.directory.by_id(outlet_id)
    assert outlet is not None, outlet_id
    return outlet.name


def _plain(text: str | None) -> str:
    """Words as compared: 繁简 and widths folded, no spaces, no quotation marks, no light punctuation."""
    return re.sub(r"[\s“”\"「」『』‘’《》，,。：:]+", "", fold(text or ""))


# ── statements ───────────────────────────────────────────────────────────────────────────────────


def _statements(desk: Desk) -> Iterator[Check]:
    for file, page in _PAGES.items():
        for said in page.get("says", ()):
            about, statement = f"«{said['words']}»", _statement(desk, file, said["words"])
            yield Check("statements.found", file, about, "a statement", NOT_FOUND, statement is not None)
            for field, expected in _asked(said).items():
                got, right = _answer(desk, file, statement, field, expected) if statement else (NOT_FOUND, False)
                yield Check(f"statements.{field}", file, about, str(expected), str(got), right)


def _statement(desk: Desk, file: str, words: str) -> Statement | None:
    """The shortest statement that says these words, or else the shortest whose passage holds them."""
    article = desk.articles[file]
    statements = sorted(desk.made.about(Statement, [article.id]), key=lambda one: one.end - one.start)
    saying = [one for one in statements if _plain(words) in _plain(_content(desk, one))]
    near = [one for one in statements if _plain(words) in _plain(article.text[one.start : one.end])]
    return next(iter(saying + near), None)


def _content(desk: Desk, statement: Statement) -> str:
    text = desk.articles[desk.files[statement.article]].text
    return "".join(text[part.start : part.end] for part in statement.content)


def _asked(said: dict[str, Any]) -> dict[str, str | None]:
    """What is asked of a statement: who speaks, and through whom, even where the answer is nobody."""
    asked = {"content": said["words"], "cue": said["cue"], "speaker": said.get("speaker"), "via": said.get("via")}
    return asked | {field: said[field] for field in ("role", "addressee", "hedge", "chain") if field in said}


def _answer(desk: Desk, file: str, got: Statement, field: str, expected: str | None) -> tuple[str | None, bool]:
    """A field of a statement, and whether it is right."""
    match field:
        case "content":
            content = _content(desk, got)
            return f"«{content}»", _plain(expected) in _plain(content)
        case "cue" | "role":  # 回应称 is 称 with a manner; a role may be told at greater length
            words: str | None = getattr(got, field)
            return words, _plain(expected) in _plain(words)
        case "via":
            through = desk.newsroom(got.via)
            return got.via, desk.newsroom(expected) == (None if through in _own(desk, file) else through)
        case "chain":
            hops = (expected or "").split(" > ")
            return " > ".join(got.chain), [*map(desk.newsroom, hops)] == [*map(desk.newsroom, got.chain)]
        case _:
            name: str | None = getattr(got, field)
            return name, _plain(expected) == _plain(name)


def _own(desk: Desk, file: str) -> set[str | None]:
    """The newsrooms whose words a page is: told to one of them, words have come straight."""
    page = _PAGES[file]
    return {desk.newsroom(name) for name in (_name(desk, page["outlet"]), page.get("credit"), "本报")}


# ── stories ──────────────────────────────────────────────────────────────────────────────────────


def _stories(desk: Desk) -> Iterator[Check]:
    told = [
        (story, {desk.files[article] for article in (*story.articles, *story.superseded)})
        for story in desk.made.of(Story)
    ]
    for file in _PAGES:
        wanted, free = _companions(file)
        got = {other for _, pages in told if file in pages for other in pages} - {file} - free
        points = 2 * len(wanted & got), len(wanted) + len(got)
        if any(points):
            yield Check("stories.f1", file, "", f"also {_told(wanted - got)}", f"also {_told(got - wanted)}", *points)
    alone = {file for story, pages in told if story.kind is StoryKind.ROUNDUP and len(pages) == 1 for file in pages}
    is_so = "is a round-up and stands alone"
    expected = {(file, is_so) for file in EXPECTED["roundups"]}
    yield from _pairs("stories.roundups", expected, {(file, is_so) for file in alone})


def _companions(file: str) -> tuple[set[str], set[str]]:
    """The pages that belong to a page's story, and those that may be told with it or apart: follow-ups, other languages."""
    for happening in _HAPPENINGS:
        own, english = set(happening["pages"]), set(happening.get("in_english", ()))
        if file in own | english:
            kin = {page for other in _HAPPENINGS if _is_kin(happening, other) for page in _all_pages(other)}
            return (own - {file}, english | kin) if file in own else (set(), own | english | kin)
    return set(), set()


def _is_kin(one: dict[str, Any], other: dict[str, Any]) -> bool:
    return bool(one["id"] == other.get("follows") or other["id"] == one.get("follows"))


def _all_pages(happening: dict[str, Any]) -> list[str]:
    return [*happening["pages"], *happening.get("in_english", ())]


def _told(files: set[str]) -> str:
    """Pages in few words: how many of which happening, or the page itself."""
    of = {file: happening["id"] for happening in _HAPPENINGS for file in _all_pages(happening)}
    counts = Counter(of.get(file, file) for file in files)
    return (
        ", ".join(name if name in files else f"{count} of {name}" for name, count in sorted(counts.items())) or "none"
    )


def _pairs(figure: str, expected: set[tuple[str, str]], got: set[tuple[str, str]]) -> Iterator[Check]:
    """Pairs on both sides and on one: their points make the F1."""
    for file, other in expected & got:
        yield Check(figure, file, other, "yes", "yes", 2, 2)
    for file, other in expected ^ got:
        is_missed = (file, other) in expected
        yield Check(figure, file, other, "yes" if is_missed else "no", "no" if is_missed else "yes", 0)


# ── reprints ─────────────────────────────────────────────────────────────────────────────────────

_COPY = COPY | {ReprintKind.REWRITTEN}


def _reprints(desk: Desk) -> Iterator[Check]:
    copies = [copy for happening in _HAPPENINGS for copy in happening.get("copy", ())]
    seen = [copy for copy in copies if "original" in copy]
    made = [one for one in desk.made.of(Reprint) if one.kind in _COPY]
    got = {_pair(desk.files[one.copy], desk.files[one.original]): one for one in made}
    wanted = {_pair(copy["copy"], copy["original"]) for copy in seen}
    yield from _pairs("reprints.found", wanted, set(got) - (_one_family(desk, seen) - wanted))
    for copy in seen:
        reprint = got.get(_pair(copy["copy"], copy["original"]))
        asked = {"kind": copy["kind"], "direction": copy["copy"], "is_credited": copy["is_credited"]}
        for field, expected in asked.items():
            answer, right = _reprint(desk, reprint, field, expected) if reprint else (NOT_FOUND, False)
            yield Check(f"reprints.{field}", copy["copy"], f"of {copy['original']}", str(expected), answer, right)
    yield from _origins(desk, copies)


def _pair(one: str, other: str) -> tuple[str, str]:
    return (one, other) if one > other else (other, one)


def _one_family(desk: Desk, copies: Iterable[dict[str, Any]]) -> set[tuple[str, str]]:
    """Pairs that share words because both took them from a third, or are two states of one address."""
    families: dict[str, set[str]] = {file: {file} for file in _PAGES}
    same = [(copy["copy"], copy["original"]) for copy in copies]
    by_address = {article.url: file for file, article in desk.articles.items()}
    same += [(file, by_address[article.url]) for file, article in desk.articles.items()]
    for one, other in same:
        joined = families[one] | families[other]
        families.update(dict.fromkeys(joined, joined))
    return {_pair(one, other) for family in families.values() for one in family for other in family if one != other}


def _reprint(desk: Desk, got: Reprint, field: str, expected: object) -> tuple[str, bool]:
    """A field of a reprint, and whether it is right."""
    if field == "direction":
        is_decided = got.direction not in (Direction.COMMON, Direction.UNDETERMINED)
        return f"{desk.files[got.copy]} ({got.direction})", is_decided and desk.files[got.copy] == expected
    return str(getattr(got, field)), getattr(got, field) == expected


def _origins(desk: Desk, copies: Iterable[dict[str, Any]]) -> Iterator[Check]:
    """Where each page's text comes from: the right root, and whether its text was seen here."""
    roots = defaultdict[str, set[str]](set)
    unseen = {copy["copy"]: copy["unseen"] for copy in copies if "unseen" in copy}
    for copy in copies:
        if "original" in copy:
            roots[copy["copy"]].add(copy["original"])
            if copy["kind"] in (ReprintKind.MERGED, ReprintKind.REWRITTEN):  # its words are its own in part
                roots[copy["copy"]].add(copy["copy"])
    for origin in desk.made.of(Origin):
        for file in (desk.files[article] for article in origin.articles):
            root, expected = desk.files[origin.root], roots[file] or {file, _first_state(desk, file)}
            yield Check("reprints.root", file, "goes back to", " or ".join(sorted(expected)), root, root in expected)
            yield _is_seen(desk, file, origin, unseen.get(file))


def _first_state(desk: Desk, file: str) -> str:
    """The file in which an address was first seen: an edit goes back to it."""
    address = desk.articles[file].url
    states = [other for other, article in desk.articles.items() if article.url == address]
    return min(states, key=lambda other: desk.articles[other].first_seen)


def _is_seen(desk: Desk, file: str, origin: Origin, unseen: str | None) -> Check:
    """A text counts as unseen only where it belongs to another newsroom, one there is: not to the page's own."""
    got = f"{origin.outlet}, {'seen' if origin.is_seen else 'unseen'}"
    outlet = desk.directory.by_name(origin.outlet) or desk.directory.by_id(origin.outlet or "")
    if unseen:
        right = not origin.is_seen and outlet == desk.directory.by_name(unseen)
        return Check("reprints.seen", file, "text of", f"{unseen}, unseen", got, right)
    right = origin.is_seen or (outlet is not None and outlet.id != _PAGES[file]["outlet"])
    return Check("reprints.seen", file, "text of", "seen, or by another outlet", got, right)


# ── claims ───────────────────────────────────────────────────────────────────────────────────────


def _claims(desk: Desk) -> Iterator[Check]:
    wanted = [(happening["id"], claim) for happening in _HAPPENINGS for claim in happening["claim"]]
    weighed = {one.claim: one for one in desk.made.of(Corroboration)}
    carried = [_carried(desk, claim) for _, claim in wanted]
    chosen = _chosen(desk, wanted, carried)
    by_name: dict[tuple[str, str], str | None] = {}
    for place, (happening, claim) in enumerate(wanted):
        by_name[happening, claim["says"]] = mine = chosen.get(place)
        for passage, found in zip(claim["in"], carried[place], strict=True):
            about = f"{claim['says']} «{passage['words']}»"
            yield Check("claims.found", passage["file"], about, "a claim", NOT_FOUND, bool(found))
            got = "another claim" if found else NOT_FOUND
            yield Check("claims.together", passage["file"], about, "one claim with the rest", got, mine in found)
        for field in ("origins", "named", "standing"):
            if field in claim:
                expected, got = str(claim[field]), str(getattr(weighed[mine], field)) if mine else NOT_FOUND
                yield Check(f"claims.{field}", happening, claim["says"], expected, got, expected == got)
        counted = weighed[mine].origins if mine else 0  # the worst mistake: one origin passed off as two
        at_most = f"at most {claim['origins']}"
        yield Check("claims.at_most", happening, claim["says"], at_most, str(counted), counted <= claim["origins"])
    yield from _relations(weighed, by_name)


def _carried(desk: Desk, claim: dict[str, Any]) -> list[set[str]]:
    """For every passage that states a claim, the claims made of it."""
    claims_of = defaultdict[str, set[str]](set)
    for one in desk.made.of(Claim):
        for assertion in one.assertions:
            claims_of[assertion].add(one.id)
    out = []
    for passage in claim["in"]:
        article, words = desk.articles[passage["file"]], _plain(passage["words"])
        spans = {one.id: _plain(article.text[one.start : one.end]) for one in desk.made.about(Assertion, [article.id])}
        near = [one for one, span in spans.items() if span and (words in span or span in words)]
        out.append({claim for one in near for claim in claims_of[one]})
    return out


def _chosen(desk: Desk, wanted: list[tuple[str, dict[str, Any]]], carried: list[list[set[str]]]) -> dict[int, str]:
    """Which claim stands for which expected one: that which most of its passages carry; none stands for two."""
    claims, votes = {one.id: one for one in desk.made.of(Claim)}, []
    for place, (_, expected) in enumerate(wanted):
        for one, count in Counter(claim for found in carried[place] for claim in found).items():
            is_other = claims[one].slot != expected["slot"], (claims[one].value or "?") not in expected["says"]
            votes.append((-count, is_other, place, one))
    chosen: dict[int, str] = {}
    for *_, place, one in sorted(votes):
        if place not in chosen and one not in chosen.values():
            chosen[place] = one
    return chosen


def _relations(weighed: dict[str, Corroboration], by_name: dict[tuple[str, str], str | None]) -> Iterator[Check]:
    for happening in _HAPPENINGS:
        for wanted in happening.get("relation", ()):
            a, b = (by_name[happening["id"], wanted[end]] for end in "ab")
            got = [one.type for one in weighed[a].relations if one.other == b and one.is_active] if a and b else []
            told, about = ", ".join(got) or "none", f"{wanted['a']} → {wanted['b']}"
            yield Check("claims.relations", happening["id"], about, wanted["type"], told, wanted["type"] in got)


# ── the command ──────────────────────────────────────────────────────────────────────────────────


def floors() -> dict[str, float]:
    """The least that each figure must reach."""
    rooms: dict[str, dict[str, float]] = tomllib.loads(FLOORS.read_text(encoding="utf-8"))
    return {f"{room}.{name}": floor for room, names in rooms.items() for name, floor in names.items()}


def main(words: list[str]) -> None:
    """Print the differences of the rooms that are named, the floors as they may rise, or all figures."""
    done = checks(run())
    reached = figures(done)
    if words == ["floors"]:
        print(_as_floors(reached))
        return
    for figure, percent in reached.items():
        if not words or figure.split(".")[0] in words:
            print(f"{percent:5.1f} {figure}")
            for line in differences(done, figure) if words else ():
                print(f"        {line}")


def _as_floors(reached: dict[str, float]) -> str:
    """The text of `floors.toml`, no floor lower than it was."""
    before = floors() if FLOORS.exists() else {}
    lines = ["# The least that each figure of `measure.py` must reach, in percent. A floor may rise and never fall."]
    for room in ROOMS:
        lines.append(f"\n[{room}]")
        names = [figure for figure in reached if figure.startswith(f"{room}.")]
        lines += [f"{figure.split('.')[1]} = {max(reached[figure], before.get(figure, 0.0))}" for figure in names]
    return "\n".join(lines)


if __name__ == "__main__":
    main(sys.argv[1:])
