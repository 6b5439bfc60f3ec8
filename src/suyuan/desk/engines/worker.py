"""The desk's engine: makes what is not yet made, in any order, and can stop and start at any point.

Every change of a record marks the articles that later steps have to look at (`Store.apply`); the worker takes
these marks step by step, in short transactions: what a step makes and the marks it sets and clears are
written together or not at all. A mark that is set again while a step is at it is not cleared: what the step
made is of before, and it looks once more.
"""

from __future__ import annotations

import traceback
from collections import Counter, OrderedDict, defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from contextlib import closing
from dataclasses import fields, is_dataclass
from functools import partial
from typing import Any

import apsw
import msgspec
import xxhash

from suyuan import flow
from suyuan.desk.engines.version import version
from suyuan.desk.store import Made, Store
from suyuan.desk.store.marks import Marks, settle
from suyuan.flow import FLOW, Fold, Link, Map, Step
from suyuan.records import Article, FeedItem, Page, Record

BATCH = 32  # inputs in one transaction: news and the site's own writes wait no longer than this takes
DRAFTS = 4_000  # of each step: of claims there are ten drafts to one of a text, and they would drive those out

Watch = Callable[[str, int, int], None]
Group = tuple[list[Any], tuple[Any, ...]]
"""The members of a component, and the links between them."""


def work(
    store: Store, needs: Mapping[str, Any], *, watch: Watch | None = None, stop: Callable[[], bool] = lambda: False
) -> None:
    """Make everything that is due, then return. Only one process does this at a time (DeskBusy)."""
    with store.working():
        take_up(store)
        worker = Worker(store, needs, watch or (lambda step, done, due: None))
        while not stop() and worker.turn():
            pass


def take_up(store: Store) -> None:
    """Before any work: see to what was cut off when the desk was last killed.

    Pages that were on disk and not yet in the index; what the owner had set right and no step was told of.
    """
    store.recover()
    if (store.folder / "marks.db").exists():
        with closing(Marks(store.folder)) as marks:
            settle(marks, store)


def outdated(store: Store, needs: Mapping[str, Any]) -> list[str]:
    """Names of the steps that an older version of their room made."""
    made_with = store.versions()
    return [step.name for step in FLOW if made_with.get(step.name, version(step, needs)) != version(step, needs)]


def redo(store: Store, needs: Mapping[str, Any], names: Iterable[str] | None = None) -> list[str]:
    """Mark what an older version made (or all that the named steps made) to be made again; gives the steps' names."""
    chosen = list(outdated(store, needs) if names is None else names)
    with store.transaction():
        for step in FLOW:
            if step.name in chosen:
                store.mark_due(step)
                if isinstance(step, Link):
                    store.graph.forget_marks(step.name)
                store.set_version(step.name, version(step, needs))
    return chosen


class Worker:
    """What lives while a worker runs: the store, the arguments of the steps, and the drafts at hand, by step."""

    def __init__(self, store: Store, needs: Mapping[str, Any], watch: Watch) -> None:
        self.store = store
        self.graph = store.graph
        self.needs = needs
        self.watch = watch
        self.versions = {step.name: version(step, needs) for step in FLOW}
        self.drafts: dict[str, OrderedDict[str, Any]] = defaultdict(OrderedDict)
        self.done = 0
        self.faults = {(step, input_id) for step, input_id, _ in store.faults()}
        known = store.versions()
        with store.transaction():
            for step in FLOW:
                if step.name not in known:  # a new desk, or a step that is new to an old one
                    store.mark_due(step)
                    store.set_version(step.name, self.versions[step.name])

    def turn(self) -> bool:
        """Work off one batch of the earliest step that has something due; False when none has.

        The earliest first: what has just arrived is not kept waiting by a long fold, and a fold is not made
        again and again while its members are still coming in.
        """
        for step in FLOW:
            batch = self.store.due(step.name, BATCH)
            if not batch:
                continue
            if isinstance(step, Map):
                self.map(step, batch)
            elif isinstance(step, Link):
                self.link(step, batch)
            else:
                self.fold(step, batch)
            self.done += len(batch)
            self.watch(step.name, self.done, self.done + self.store.due_count())
            return True
        return False

    # ── map ──────────────────────────────────────────────────────────────────────────────────────

    def map(self, step: Map, inputs: Mapping[str, int]) -> None:
        """Make what each input gives."""
        made = [Made(input_id, self._try(step, input_id, partial(self._mapped, step, input_id))) for input_id in inputs]
        with self.store.transaction():
            self.store.apply(step, self.versions[step.name], made)
            self.store.done(step.name, inputs)

    def _mapped(self, step: Map, input_id: str) -> tuple[Record, ...]:
        one = self._input(step, input_id)
        return () if one is None else self._made(step, (one,), one)  # an input that is gone gives nothing any more

    def _input(self, step: Map, input_id: str) -> Record | None:
        if step.reads[0] in (Page, FeedItem):
            return self.store.page(input_id)
        return next(iter(self.store.about(Article, (input_id,))), None)

    # ── link ─────────────────────────────────────────────────────────────────────────────────────

    def link(self, step: Link, articles: Mapping[str, int]) -> None:
        """Bring the nodes of some articles up to date, and judge each that changed against its neighbours."""
        with self.store.transaction():
            fresh, gained, lost = self._bring(step, articles)
            cooled = self._cross(step, gained, lost)
            self._relink(step, list(dict.fromkeys(fresh + cooled)))
            self.store.done(step.name, articles)

    def _bring(self, step: Link, articles: Iterable[str]) -> tuple[list[str], Counter[int], Counter[int]]:
        """Draft every node again; gives those that are not what they were, and the keys gained and lost."""
        fresh: list[str] = []
        gained: Counter[int] = Counter()
        lost: Counter[int] = Counter()
        known: set[str] = set()
        for article in articles:
            now: dict[str, Record] = {one.id: one for one in self.store.about(step.reads[0], (article,))}
            for node in self.graph.nodes(step.name, article).keys() - now.keys():
                held = self.graph.keys(step.name, node)
                self.graph.set_keys(step.name, node, add=(), drop=held)
                lost.update(held)
                self._unlink(step, node, self.graph.links_of(step.name, node))
                self.graph.drop_node(step.name, node)
            for node, one in now.items():
                if node in known:
                    continue
                self.drafts[step.name].pop(node, None)
                draft = self._draft(step, one)
                keys = set() if draft is None else {_hashed(key) for key in step.keys(draft)}
                mark = _mark(draft, keys)
                if self.graph.mark(step.name, node) != mark:
                    held = self.graph.keys(step.name, node)
                    self.graph.set_keys(step.name, node, add=keys - held, drop=held - keys)
                    gained.update(keys - held)
                    lost.update(held - keys)
                    # A record about several articles (a story) is a node of the first: its id changes with that one.
                    self.graph.set_node(step.name, node, flow.articles_of(one)[0], mark)
                    fresh.append(node)
            known |= now.keys()
        return fresh, gained, lost

    def _cross(self, step: Link, gained: Counter[int], lost: Counter[int]) -> list[str]:
        """Keys that have just become hot: links that rested on them alone are void. Gives the nodes of keys that cooled."""
        changed = gained.keys() | lost.keys()
        holding = self.graph.holding(step.name, changed)
        cooled: list[str] = []
        for key in changed:
            now = holding.get(key, 0)
            was = now - gained[key] + lost[key]
            if was <= step.hot < now:
                self.graph.set_hot(step.name, key, is_hot=True)
                self._void_links(step, self.graph.holders(step.name, key))
            elif now <= step.hot < was:
                self.graph.set_hot(step.name, key, is_hot=False)
                cooled.extend(self.graph.holders(step.name, key))
        return cooled

    def _void_links(self, step: Link, nodes: list[str]) -> None:
        for node in nodes:
            links = self.graph.links_of(step.name, node)
            if links:
                near = set(self.graph.neighbours(step.name, node, step.at_least))
                self._unlink(step, node, {other: link for other, link in links.items() if other not in near})

    def _relink(self, step: Link, fresh: list[str]) -> None:
        judged: set[tuple[str, str]] = set()
        for node in fresh:
            before = self.graph.links_of(step.name, node)
            neighbours = self.graph.neighbours(step.name, node, step.at_least)
            self._unlink(step, node, {other: link for other, link in before.items() if other not in set(neighbours)})
            for other in neighbours:
                pair = (min(node, other), max(node, other))
                if pair not in judged:
                    judged.add(pair)
                    self._judge(step, pair, before.get(other))

    def _judge(self, step: Link, pair: tuple[str, str], before: str | None) -> None:
        one, other = (self._draft_of(step, node) for node in pair)
        found = (
            () if one is None or other is None else self._try(step, " ".join(pair), lambda: (step.judge(one, other),))
        )
        link = found[0] if found else None
        if link is None:
            if before is not None:
                self._unlink(step, pair[0], {pair[1]: before})
            return
        changed = self.store.apply(
            step,
            self.versions[step.name],
            [Made(link.id, (link,))],
            gone=[before] if before not in (None, link.id) else [],
        )
        if before != link.id:
            self.graph.set_link(step.name, *pair, link.id)
        if changed or before != link.id:
            self._mark_folds(step, pair)

    def _unlink(self, step: Link, node: str, links: Mapping[str, str]) -> None:
        for other, link in links.items():
            self.store.apply(step, self.versions[step.name], (), gone=[link])
            self.graph.set_link(step.name, node, other, None)
            self._mark_folds(step, (node, other))

    def _mark_folds(self, step: Link, nodes: Iterable[str]) -> None:
        articles = [article for node in nodes if (article := self.graph.article(step.name, node))]
        for fold in FLOW:
            if isinstance(fold, Fold) and fold.by == step.name:
                self.store.mark_articles(fold.name, articles)

    def _draft_of(self, step: Link, node: str) -> Any:
        known = self.drafts[step.name]
        if node in known:
            known.move_to_end(node)
            return known[node]
        one = self.store.get(step.reads[0], node)
        return None if one is None else self._draft(step, one)

    def _draft(self, step: Link, one: Record) -> Any:
        draft = self._try(step, one.id, lambda: (step.prepare(one, *self._joined(step, (one,)), **self._given(step)),))
        made = draft[0] if draft else None
        known = self.drafts[step.name]
        known[one.id] = made
        if len(known) > DRAFTS:
            known.popitem(last=False)
        return made

    # ── fold ─────────────────────────────────────────────────────────────────────────────────────

    def fold(self, step: Fold, articles: Mapping[str, int]) -> None:
        """Find the groups that these articles now belong to, and make each again.

        They are made outside of the transactions: a second reader takes seconds, and the owner's marks and the
        news would wait for it.
        """
        with self.store.transaction():
            seeds, owners, gone = self._seeds(step, articles)
            groups = self._groups(step, seeds, owners)
            looked_at = {**articles, **self.store.marked(step.name, self._covered(step, groups))}
        made = [self._folded(step, members, links) for members, links in groups]
        with self.store.transaction():
            for node in gone:
                self.graph.drop_node(step.name, node)
            for one, (members, _) in zip(made, groups, strict=True):
                for member in members:
                    self.graph.set_node(step.name, member.id, flow.articles_of(member)[0], one.owner)
            self.store.apply(step, self.versions[step.name], made, gone=owners)
            self.store.done(step.name, looked_at)

    def _folded(self, step: Fold, members: list[Record], links: tuple[Record, ...]) -> Made:
        owner = members[0].id
        make = partial(self._made, step, members, flow.in_order(members), links)
        return Made(owner, self._try(step, owner, make))

    def _covered(self, step: Fold, groups: list[Group]) -> set[str]:
        """The articles of which every node is in one of the groups: these need not be looked at again."""
        reached = {one.id for members, _ in groups for one in members}
        about = {article for members, _ in groups for one in members for article in flow.articles_of(one)}
        return {article for article in about if self._nodes(step, article) <= reached}

    def _nodes(self, step: Fold, article: str) -> set[str]:
        """The nodes of an article: those of today, and those that were and have yet to be taken out of their groups."""
        now = {one.id for one in self.store.about(step.reads[0], (article,))}
        return now | self.graph.nodes(step.name, article).keys()

    def _seeds(self, step: Fold, articles: Iterable[str]) -> tuple[set[str], set[str], set[str]]:
        """The nodes to start from, the groups of old that are to be replaced, and the nodes that are no more."""
        seeds: set[str] = set()
        owners: set[str] = set()
        gone: set[str] = set()
        for article in articles:
            now = {one.id for one in self.store.about(step.reads[0], (article,))}
            known = self.graph.nodes(step.name, article)
            owners.update(known.values())
            gone.update(known.keys() - now)
            seeds |= now
        for owner in owners:
            seeds.update(self.graph.group(step.name, owner))
        return seeds - gone, owners, gone

    def _groups(self, step: Fold, seeds: set[str], owners: set[str]) -> list[Group]:
        """The components that hold the seeds; groups of old that they reach are added to `owners`."""
        kind = next(one for one in FLOW if one.name == step.by).makes[0]
        waiting, reached, groups = sorted(seeds, reverse=True), set[str](), []
        while waiting:
            first = waiting.pop()
            if first in reached:
                continue
            inside, links = {first}, dict[str, Any]()
            front = [first]
            while front:
                node = front.pop()
                for other, link in self.graph.links_of(step.by, node).items():
                    links[link] = None
                    if other not in inside:
                        inside.add(other)
                        front.append(other)
            reached |= inside
            for node in inside:
                owner = self.graph.mark(step.name, node)
                if owner is not None and owner not in owners:
                    owners.add(owner)
                    waiting.extend(self.graph.group(step.name, owner))
            members = [one for node in sorted(inside) if (one := self.store.get(step.reads[0], node)) is not None]
            if members:
                found = (self.store.get(kind, link) for link in sorted(links))
                groups.append((members, tuple(link for link in found if link is not None)))
        return groups

    # ── shared ───────────────────────────────────────────────────────────────────────────────────

    def _made(self, step: Map | Fold, about: Sequence[Record], *first: Any) -> tuple[Record, ...]:
        return tuple(step.make(*first, *self._joined(step, about), **self._given(step)))

    def _joined(self, step: Step, records: Iterable[Record]) -> tuple[tuple[Record, ...], ...]:
        about = sorted({article for one in records for article in flow.articles_of(one)})
        return tuple(self.store.about(kind, about) for kind in step.reads[1:])

    def _given(self, step: Step) -> dict[str, Any]:
        return flow.given(step, self.needs)

    def _try(self, step: Step, input_id: str, make: Callable[[], tuple[Any, ...]]) -> tuple[Any, ...]:
        """An exception in a room is a bug: it is recorded with the input's id, and the work goes on."""
        try:
            made = make()
        except apsw.Error:
            raise  # the desk's own trouble (a full disk), not the room's
        except Exception:
            self.faults.add((step.name, input_id))
            self.store.fault(step.name, input_id, traceback.format_exc(limit=-4))
            return ()
        if (step.name, input_id) in self.faults:
            self.faults.discard((step.name, input_id))
            self.store.no_fault(step.name, input_id)
        return made


def _hashed(key: Hashable) -> int:
    """A key as the store holds it: a signed 64-bit number."""
    number = key if isinstance(key, int) else xxhash.xxh3_64_intdigest(repr(key).encode())
    return (number & 0xFFFFFFFFFFFFFFFF) - (1 << 64 if number & (1 << 63) else 0)


_encode = msgspec.msgpack.Encoder(order="deterministic", enc_hook=lambda array: array.tolist()).encode


def _mark(draft: Any, keys: set[int]) -> str:
    """The digest of a draft and its keys: while it stays, no link of the node can change but by its neighbours."""
    # Mappings as sorted pairs: the encoder orders only those whose keys are texts. What does not count when drafts are
    # compared follows from the rest.
    values = [getattr(draft, of.name) for of in fields(draft) if of.compare] if is_dataclass(draft) else [draft]
    plain = [sorted(value.items()) if isinstance(value, Mapping) else value for value in values]
    return xxhash.xxh3_64_hexdigest(_encode([plain, sorted(keys)]))
