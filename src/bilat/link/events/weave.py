"""Tellings that came and went → the events that change, with all their reports.

1. Reports with a whole key make clusters, key by key (`cluster`).
2. Clusters of one day that tell one occasion are put together (`occasions`).
3. Reports that lack a name join the one occasion they can mean (`joining`); those that can mean none make clusters of
   their own, key by key.

Each step looks at what the step before made of the whole record, and at nothing else; so what is told does not depend
on the order in which it came. A build makes the clusters of the keys anew that tellings came to or went from, and
follows from there whatever that can have changed.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from bilat.link.events.board import Board, Holder
from bilat.link.events.cluster import Cluster
from bilat.link.events.shelf import Shelf
from bilat.model.places import NOWHERE, Kept, Key, Place

if TYPE_CHECKING:
    from bilat.lang.base import Kin


@dataclass(slots=True)
class Woven:
    """What changed. `finals` are the clusters of all events that are to be written anew, `events` the numbers of those
    kept events that they replace; `places` and `kept` go on the shelf in the place of `gone` and `dropped`."""

    finals: list[Cluster] = field(default_factory=list[Cluster])
    events: set[int] = field(default_factory=set[int])
    places: list[Place] = field(default_factory=list[Place])
    gone: set[int] = field(default_factory=set[int])
    kept: list[Kept] = field(default_factory=list[Kept])
    dropped: set[int] = field(default_factory=set[int])


def weave(
    shelf: Shelf, came: Collection[int], gone: Collection[int], kin: "Kin", holder: Holder, ruled: Collection[int] = ()
) -> Woven:
    """What changes when tellings came (or are of other actors than before) and others are gone. Events with a telling
    of `ruled` are always among what is written."""
    return _Weaver(shelf, came, gone, kin, holder).run(ruled)


class _Weaver:
    """One run. Numbers name tellings and clusters; an occasion is named by the cluster that stands for it."""

    def __init__(self, shelf: Shelf, came: Collection[int], gone: Collection[int], kin: "Kin", holder: Holder) -> None:
        self._came = set(came)
        self._gone = set(gone)
        self._board = Board(shelf, self._came, self._gone, kin, holder)
        self._shelf = shelf
        self._asked: dict[int, int] = {}
        """Of each report that looked for an occasion the one it joins, `NOWHERE` for none."""
        self._written: set[int] = set()
        """Occasions to be written."""
        self._left: set[int] = set()
        """Reports that join none, and whose event is to be written."""
        self._events: set[int] = set()
        self._seen: set[int] = set()
        self._pending: set[int] = set()

    def run(self, ruled: Collection[int]) -> Woven:
        board = self._board
        board.load(self._came)
        before = board.places({*self._came, *self._gone, *ruled})
        keys = {board.keys[n] for n in self._came} | {before[n].key for n in (self._came | self._gone) & before.keys()}
        for key in sorted(key for key in keys if key.whole):
            self._pending |= board.recluster(key, board.of_key(key))
        self._pending |= self._came | self._gone | (set(ruled) & before.keys())
        for kind, first, last in sorted(board.spans):
            self._ask(self._shelf.waiting(kind, first, last))
        while self._pending:
            self._follow()
        alone = self._recluster_left({key for key in keys if not key.whole})
        return self._woven(alone)

    def _follow(self) -> None:
        """All events that a pending telling is in are to be written anew, with everything in them."""
        pending, self._pending = self._pending, set()
        events = set(self._shelf.events_with(sorted(pending))) - self._events
        self._events |= events
        pending |= set(self._shelf.told_by(sorted(events)))
        self._seen |= pending
        board = self._board
        _ = board.places(pending)
        for number in sorted(pending - self._gone):
            if board.key_of(number).whole:
                self._write(board.occasion(board.cluster_of(number)))
            else:
                self._ask([number])
                if self._asked[number] != NOWHERE:
                    self._write(self._asked[number])
                else:
                    self._left.add(number)
        self._pending -= self._seen

    def _write(self, occasion: int) -> None:
        """An occasion is to be written: all its reports are pending, and all that may join it are asked."""
        if occasion in self._written:
            return
        self._written.add(occasion)
        board = self._board
        for number in board.members(occasion):
            cluster = board.cluster(number)
            for report in cluster.reports:
                self._pending.add(report.telling.number)
                for other in board.sharing(cluster, report):
                    self._pending.update(r.telling.number for r in board.cluster(other).reports)
            if cluster.exact:
                self._ask(self._shelf.waiting(cluster.key.type, cluster.first, cluster.last))
        self._ask(self._shelf.joined(board.stood_for(occasion)))
        self._pending -= self._seen

    def _ask(self, numbers: Iterable[int]) -> None:
        """Which occasion each report joins; where that changes, it is pending."""
        board = self._board
        new = sorted(n for n in set(numbers) if n not in self._asked and n not in self._gone)
        board.load(new)
        before = board.places(new)
        for number in new:
            if board.keys[number].whole:
                continue
            joins = board.joins(number)
            self._asked[number] = joins
            place = before.get(number)
            if place is not None and place.joined != joins and number not in self._seen:
                self._pending.add(number)

    def _recluster_left(self, keys: set[Key]) -> set[int]:
        """Clusters of the reports that join none, for keys that any came to or went from. Returns those to be
        written."""
        board = self._board
        moved = {
            n
            for n, joins in self._asked.items()
            if (p := board.place(n)) is not None and (p.joined == NOWHERE) != (joins == NOWHERE)
        }
        keys |= {board.key_of(n) for n in self._left | moved}
        changed: set[int] = set()
        for key in sorted(keys):
            members = {n for n in board.of_key(key) if self._joins(n) == NOWHERE}
            changed |= board.recluster(key, members)
        self._events |= set(self._shelf.events_with(sorted(changed)))
        return {board.cluster_of(n) for n in (changed | self._left) - self._gone if self._joins(n) == NOWHERE}

    def _joins(self, number: int) -> int:
        if number in self._asked:
            return self._asked[number]
        place = self._board.place(number)
        return place.joined if place is not None else NOWHERE

    def _woven(self, alone: set[int]) -> Woven:
        board = self._board
        made = Woven(events=self._events, gone=self._gone, dropped=board.dropped)
        joiners: dict[int, list[int]] = defaultdict(list)
        for number, occasion in sorted(self._asked.items()):
            joiners[occasion].append(number)
        for occasion in sorted(self._written):
            made.finals.append(board.final(occasion, joiners[occasion]))
        made.finals += [board.cluster(number) for number in sorted(alone)]
        made.kept = [
            board.kept(number) for number in sorted({n for o in self._written for n in board.members(o)} | alone)
        ]
        for number in sorted({*self._asked, *self._came, *(n for k in made.kept for n in k.tellings)}):
            made.places.append(board.placed(number, self._joins(number)))
        return made
