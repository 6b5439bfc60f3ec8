"""One page read aloud in the terminal (`suyuan trace`), and the walk from a record to its pages (`suyuan why`)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from zoneinfo import ZoneInfo

from rich.console import Console
from rich.padding import Padding
from rich.text import Text
from rich.tree import Tree

from suyuan import flow, rows, stories
from suyuan.desk import contract
from suyuan.desk.store import Store
from suyuan.desk.words import Words
from suyuan.desk.words.moments import Moments
from suyuan.records import (
    COPY,
    Article,
    Assertion,
    BlockKind,
    Citation,
    Claim,
    Corroboration,
    FeedItem,
    Hedge,
    Origin,
    Page,
    Rejection,
    RelationType,
    Reprint,
    SpeakerKind,
    Statement,
    Story,
    Timex,
)
from suyuan.stories import ListGrade

DEPTH = 8  # corroboration → claim → assertion → statement → article → page, with room to spare
NEAR = 10  # characters around an outlet that an article names
WIDTH = 8  # branches shown of one record; the rest is counted


def tell(kept: Page | FeedItem, console: Console, *, needs: Mapping[str, Any], explain: bool, say: Words) -> None:
    """Print what one page says."""
    made = flow.run([kept], flow.steps_from(type(kept), Statement, Citation, Timex), needs=needs)
    for rejection in made.of(Rejection):
        reason, detail = why_not(rejection.reason, rejection.detail, say)
        told = say("Not an article: {reason}. {detail}", reason=reason, detail=detail)
        console.print(told.rstrip(), markup=False)
    for article in made.of(Article):
        _head(article, console, say)
        _captions(article, console, say)
        _statements(article, made.about(Statement, [article.id]), console, say)
        _times(article, made.about(Timex, [article.id]), console, say)
        _credits(article, made.about(Citation, [article.id]), console, say)
        _lists(article, console, say)
        if explain:
            _reasons(article, console, say)


def why_not(reason: str, detail: str, say: Words) -> tuple[str, str]:
    """Why something was turned away, in words of the reader's language; of what is no text nothing is shown."""
    return say.told(say(reason)), "" if reason == "not-text" else say.told(say(detail))


def tell_why(store: Store, record_id: str, console: Console, *, say: Words) -> None:
    """Print the walk from a record back to its pages, with step and version of each."""
    record = store.find(record_id)
    assert record is not None
    if counted := _counted(store, record):
        console.print(_origins(store, *counted, say))
        console.print()
    tree = Tree(_label(store, record, say))
    _grow(store, tree, record, {record.id}, DEPTH, say)
    console.print(tree)


def _counted(store: Store, record: Any) -> tuple[Claim, Corroboration] | None:
    """A claim with how its origins were counted, where the record is one of the two."""
    claim = store.get(Claim, record.claim) if isinstance(record, Corroboration) else record
    if not isinstance(claim, Claim):
        return None
    ground = store.ground(claim.id)
    return (claim, ground) if ground else None


def _origins(store: Store, claim: Claim, ground: Corroboration, say: Words) -> Tree:
    """What stands behind a claim and against it: numbers, relations, and each origin with its passages and copies."""
    head = Text(_quoted(claim.text), style="bold")
    head.append("\n" + _numbers(ground, say), style="none")
    tree = Tree(head)
    for relation in ground.relations:
        other = store.get(Claim, relation.other)
        if other is not None:
            done = say("denied") if relation.type is RelationType.DENIES else say("superseded")
            how = say.code(relation.type) if relation.is_active else done
            label = Text(f"{how}{say(': ')}{_quoted(other.text)}")
            label.append(f"  {say.reason(relation.why, str)}  {other.id}", style="dim")
            tree.add(label)
    said = {one.id: one for one in store.about(Assertion, claim.articles)}
    for root in ground.roots:
        name = Text(f"{root.name or root.voice}  {say.code(root.kind)}", style="bold")
        if not root.is_seen:
            name.append(f"  {say('text not seen')}", style="none")
        if root.is_removed:
            name.append(f"  {say('page taken down')}", style="none")
        if root.reasons:
            name.append("\n" + say("; ").join(dict.fromkeys(say.reason(one, str) for one in root.reasons)), style="dim")
        branch = tree.add(name)
        _hang(store, branch, [said[one] for one in root.assertions if one in said and one not in root.beside], say)
        if beside := [said[one] for one in root.beside if one in said]:
            label = Text(say("told beside, and not known to be from here:"), style="dim")
            _hang(store, branch.add(label), beside, say)
    return tree


def _hang(store: Store, branch: Tree, passages: list[Assertion], say: Words) -> None:
    """The first passages under a branch, and how many more there are."""
    for passage in passages[:WIDTH]:
        branch.add(_passage(store, passage, say))
    if len(passages) > WIDTH:
        branch.add(Text(say("and {count} more", count=len(passages) - WIDTH), style="dim"))


def _numbers(ground: Corroboration, say: Words) -> str:
    """孤证 · 1 个独立来源 · 1 个具名 · 1 方 · 8 篇."""
    counted = (
        ("%(num)d independent origin", "%(num)d independent origins", ground.origins),
        ("%(num)d named", "%(num)d named", ground.named),
        ("%(num)d voice", "%(num)d voices", ground.voices),
        ("%(num)d report", "%(num)d reports", ground.reports),
    )
    return " · ".join(
        (say.code(ground.standing), *(say.count(one, many, num) % {"num": num} for one, many, num in counted))
    )


def _passage(store: Store, passage: Assertion, say: Words) -> Text:
    """One passage with its report: who says it through whom, who copied the report, and where it stands."""
    article = store.get(Article, passage.article)
    if article is None:
        return Text(passage.article)
    statement = store.get(Statement, passage.statement) if passage.statement else None
    label = Text(_quoted(article.text[passage.start : passage.end]))
    if statement and (statement.speaker or statement.chain):
        through = "".join(f" ← {one}" for one in statement.chain)
        label.append(f"\n{statement.speaker or say.code(statement.speaker_kind)}{through}")
    label.append(f"\n{article.outlet or ''}  {article.title}  {contract.published(article) or ''}", style="dim")
    ids = {
        one.copy
        for one in store.about(Reprint, [article.id])
        if one.original == article.id and one.kind in COPY and one.copy != article.id
    }
    if copies := sorted({one.outlet or one.title for one in store.articles(sorted(ids))}):
        label.append(f"\n{say('copied by')}{say(': ')}{say(', ').join(copies)}", style="dim")
    label.append(f"\n{article.url or ''}", style="dim")
    return label


def _grow(store: Store, tree: Tree, above: Any, seen: set[str], depth: int, say: Words) -> None:
    # A claim rests on its assertions; all articles of its story were looked at to make it.
    made_from = above.assertions if isinstance(above, Claim) else store.made_from(above.id)
    named = [one for one in made_from if one not in seen]
    for one in named[:WIDTH]:
        record = store.find(one)
        if record is None:
            continue
        seen.add(one)
        branch = tree.add(_label(store, record, say))
        if depth > 1:
            _grow(store, branch, record, seen, depth - 1, say)
    if len(named) > WIDTH:
        tree.add(Text(say("and {count} more", count=len(named) - WIDTH), style="dim"))


def _label(store: Store, record: Any, say: Words) -> Text:
    label = Text(f"{type(record).__name__} {record.id}", style="bold")
    made_by = store.made_by(record.id)
    if made_by:
        label.append(f"  {made_by[0]} {made_by[1]}", style="dim")
    label.append("\n" + summary(store, record, say))
    return label


def summary(store: Store, record: Any, say: Words) -> str:
    """One line on what a record says, with the passage that proves it."""
    match record:
        case Page() | FeedItem():
            return f"{record.url}  {record.first_seen:%Y-%m-%d %H:%M}Z"
        case Article():
            return f"{record.title}  {record.outlet or ''}  {contract.published(record) or ''}"
        case Story():
            return f"{record.title}  ×{len(record.articles)}"
        case Claim():
            return _quoted(record.text)
        case Corroboration():
            return _numbers(record, say)
        case Origin():
            return "; ".join(
                (f"{record.kind.value}, {record.outlet or '—'}  ×{len(record.articles)}", *record.evidence)
            )
        case Reprint():
            return f"{record.kind.value}, {record.direction.value}, {record.coverage:.0%}; {', '.join(record.evidence)}"
    article = store.get(Article, record.article) if hasattr(record, "article") else None
    if article is not None and hasattr(record, "start"):
        return _quoted(article.text[record.start : record.end])
    return str({name: value for name, value in rows.to_row(record).items() if name != "id" and value})[:300]


def _quoted(words: str) -> str:
    """Words in quotation marks, the marks that they hold as inner ones; what is one quotation already stays as it is."""
    for opening, closing in ("“”", "「」"):
        if words.startswith(opening) and words.find(closing) == len(words) - 1:
            return words
    return f"“{words.translate(_INNER)}”"


_INNER = str.maketrans("“”", "‘’")


def _head(article: Article, console: Console, say: Words) -> None:
    console.print(Text(article.title, style="bold"))
    label = {True: say("labelled original"), False: say("labelled reprint"), None: None}[article.is_original]
    facts = (
        (say("publisher"), article.outlet),
        (say("credit line"), article.credit),
        (say("byline"), "、".join(article.byline) or None),
        (say("published"), contract.published(article)),
        (say("label"), label),
        (say("editor"), "、".join(article.editors) or None),
        (say("address"), None if (article.url or "").startswith("file:") else article.url),  # a file has none
    )
    for name, value in facts:
        if value:
            console.print(Text.assemble((f"{name}  ", "dim"), value))


def _captions(article: Article, console: Console, say: Words) -> None:
    captions = [article.text[block.start : block.end] for block in article.blocks if block.kind is BlockKind.CAPTION]
    if captions:
        _title(console, say("Captions ({count})", count=len(captions)))
        for caption in captions:
            console.print(Padding(Text(caption), (0, 0, 0, 2), expand=False))


def _statements(article: Article, said: tuple[Statement, ...], console: Console, say: Words) -> None:
    _title(console, say("Statements ({count})", count=len(said)))
    for one in said:
        speaker = {SpeakerKind.ANONYMOUS: say("anonymous"), SpeakerKind.UNRESOLVED: say("speaker unclear")}.get(
            one.speaker_kind, one.speaker or ""
        )
        line = Text.assemble((speaker, "bold"))
        if one.role:
            line.append(f"（{one.role}）")
        line.append(f" {one.cue}", style="dim")
        if one.addressee:
            line.append(say("  to {addressee}", addressee=one.addressee))
        if one.chain or one.via:
            line.append(say("  through {chain}", chain=" ← ".join(one.chain or (one.via or "",))))
        if one.said_on:
            line.append(say("  on {day}", day=one.said_on))
        if one.hedge is not Hedge.CERTAIN:
            triggers = "、".join(article.text[span.start : span.end] for span in one.hedge_triggers)
            line.append(f"  [{say.code(one.hedge)}{': ' + triggers if triggers else ''}]")
        if one.resolved != "explicit":
            line.append(f"  ({say(one.resolved)})", style="dim")
        console.print(Padding(line, (0, 0, 0, 2), expand=False))
        console.print(
            Padding(
                Text(" … ".join(_quoted(article.text[span.start : span.end]) for span in one.content)),
                (0, 0, 0, 4),
                expand=False,
            )
        )


def _times(article: Article, timexes: tuple[Timex, ...], console: Console, say: Words) -> None:
    if timexes:
        _title(console, say("Times ({count})", count=len(timexes)))
    when = article.published or article.first_seen
    moments = Moments(say.language, ZoneInfo("UTC"), when)
    for one in timexes:
        zone = f"  {one.zone}" if one.zone else ""
        console.print(
            Padding(
                Text.assemble(
                    article.text[one.start : one.end],
                    (" → ", "dim"),
                    moments.timex(one) + zone,
                    (f"  {say.reason(one.why, str)}", "dim"),
                ),
                (0, 0, 0, 2),
                expand=False,
            )
        )


def _credits(article: Article, cited: tuple[Citation, ...], console: Console, say: Words) -> None:
    if cited:
        _title(console, say("Outlets it names ({count})", count=len(cited)))
    for one in cited:
        near = article.text[max(0, one.start - NEAR) : one.end + NEAR].replace("\n", " ")
        console.print(Padding(Text.assemble(one.outlet, (f"  … {near} …", "dim")), (0, 0, 0, 2), expand=False))


def _lists(article: Article, console: Console, say: Words) -> None:
    for grade in stories.grade(article):
        rows_of = [link for link in article.lists if link.list is grade.list]
        _title(console, say("The page's own list “{name}” ({count})", name=say.code(grade.list), count=len(rows_of)))
        console.print(Padding(Text(_graded(grade, say)), (0, 0, 0, 2), expand=False))
        for link in rows_of:
            console.print(
                Padding(
                    Text.assemble((f"{link.rank:>2}  ", "dim"), link.title, (f"  {link.date or ''}", "dim")),
                    (0, 0, 0, 2),
                    expand=False,
                )
            )


def _graded(grade: ListGrade, say: Words) -> str:
    """What a list of the page's own is worth, in words."""
    parts = [say("{related} of {rows} related", related=grade.related, rows=grade.rows)]
    if grade.duplicates:
        parts.append(say("{count} there twice", count=grade.duplicates))
    if grade.days:
        months = int(abs(grade.days) / 30.4)
        distance = say("{count} months", count=months) if months >= 2 else say("{count} days", count=abs(grade.days))
        newer = say("{distance} newer than the article", distance=distance)
        parts.append(newer if grade.days > 0 else say("{distance} older than the article", distance=distance))
    return say("; ").join(parts)


def _reasons(article: Article, console: Console, say: Words) -> None:
    _title(console, say("How each field came about"))
    for reason in article.reasons:
        console.print(
            Padding(
                Text.assemble(
                    (f"{say.field(reason.field)}  ", "bold"), f"{say.reason(reason.rule, str)}  ", (reason.seen, "dim")
                ),
                (0, 0, 0, 2),
                expand=False,
            )
        )


def _title(console: Console, title: str) -> None:
    console.print()
    console.print(Text(title, style="bold underline"))
