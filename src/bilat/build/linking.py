"""Documents that came and went → actors, events, copies and doubts, in proportion to what changed."""

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from typing import Final

from bilat.build.copies import find_copies
from bilat.link import doubts, levels, relink
from bilat.link.calendar import Calendar
from bilat.link.days import day_of
from bilat.link.events import Spun, spun, tree
from bilat.link.events.blocks import Blocks, bundles
from bilat.link.events.holders import Holders, moved_days, office_of
from bilat.link.events.report import ready
from bilat.link.events.shelf import Bare
from bilat.link.events.weave import weave
from bilat.link.kin import Kins
from bilat.link.rulings import Rulings, pair_of
from bilat.model.linking import Happening, Linked, Telling, Tenure
from bilat.record import Changes, Linking, Made, Writer

_AT_ONCE: Final = 25_000
"""Documents linked at a time: what linking holds in memory grows with it, and is the same for larger corpora."""
_RANKED: Final = 5_000
"""Events whose level is found at a time."""
_BUNDLE: Final = 2000
"""Tellings of one task: 0.4 s."""
_BESIDE: Final = 5_000
"""Events that are looked at with those of the same days at a time."""

Weavers = Callable[[Sequence[Tenure], Rulings, Iterable[Sequence[Telling]]], Iterable[Spun]]
"""Those who weave blocks of tellings, given all tenures and what people decided; in the order of the blocks."""


def link_changes(writer: Writer, kin: Kins, rulings: Rulings, changes: Changes, weavers: Weavers | None = None) -> None:
    """Links what came and went: names first, then copies and events, for a copy has no vote of its own on what an event
    was. The events of a record that has none yet are woven block by block, by `weavers` where there are any; into one
    that has some, what came is woven part after part."""
    linker = Linker(writer.linking, kin, rulings)
    moved = linker.actors(changes)
    if writer.linking.shelf.is_empty():
        _ = find_copies(writer, changes)
        writer.take(changes)
        linker.blocks(changes, weavers)
        linker.levels()
        return
    for part in _parts(changes):
        linker.events(part, moved, find_copies(writer, part))
        moved = frozenset[int]()
        writer.take(part)
    linker.levels()


class Linker:
    """Takes changes into the linked part of a record. What people decided (`rulings`) counts more than rules."""

    def __init__(self, store: Linking, kin: Kins, rulings: Rulings) -> None:
        self._store = store
        self._kin = kin
        self._rulings = rulings
        self._rejected = set(store.numbers(rulings.rejected).values())
        self._ruled = set(store.numbers(rulings.tellings | store.decided_before()).values()) - self._rejected
        self._tenures: tuple[tuple[Tenure | None, Tenure | None], ...] = ()

    def actors(self, changes: Changes) -> frozenset[int]:
        """Links who is who. Returns the tellings that are of other actors than before."""
        store, rulings = self._store, self._rulings
        told = relink(store.actors, self._kin, changes.fresh, changes.gone, rulings.joints, rulings.apart)
        self._doubt_actors(told.compared)
        self._tenures = told.tenures
        return frozenset(store.tellings_with(told.moved) | self._renamed(told.tenures))

    def events(self, part: Changes, moved: frozenset[int], copied: Iterable[int] = ()) -> None:
        """Links events, when names are linked. `moved` are tellings of other actors than before, `copied` documents
        that became copies or ceased to be."""
        store = self._store
        gone = store.tellings_of(part.gone) | self._rejected
        back = self._ruled - store.shelf.places(self._ruled).keys()
        came = (store.tellings_of({*part.fresh, *copied}) | moved | back) - gone
        holders = Holders(store.seen, self._kin)
        self._take(spun(weave(store.shelf, came, gone, self._kin, holders.of, self._ruled), self._rulings, self._kin))

    def blocks(self, changes: Changes, weavers: Weavers | None = None) -> None:
        """Links all events of a record that has none, as `events` does, in blocks that never meet; what follows from
        them for the events beside when all are there, in the order of their days."""
        store, rulings = self._store, self._rulings
        tasks = self._tasks(changes)
        woven = weavers(store.tenures(), rulings, tasks) if weavers else map(self._spun, tasks)
        for done in woven:
            self._doubt_inferred(self._write(done))
        ordered = store.by_day()
        for at in range(0, len(ordered), _BESIDE):
            now = store.happenings(ordered[at : at + _BESIDE])
            self._put_in_visits(now)
            latest = max((each.earliest or "", each.number) for each in now)
            self._doubt_near(now, lambda other, latest=latest: (other.earliest or "", other.number) <= latest)
            store.say(each.number for each in now)

    def _tasks(self, changes: Changes) -> Iterator[Sequence[Telling]]:
        """Blocks of the tellings that came, several at a time."""
        store, rulings = self._store, self._rulings
        holders = Holders(store.seen, self._kin)
        blocks = Blocks(self._kin)
        came = sorted(store.tellings_of(changes.fresh) - self._rejected)
        for at in range(0, len(came), _AT_ONCE):
            for telling in store.shelf.tellings(came[at : at + _AT_ONCE]):
                blocks.add(ready(telling, self._kin, holders.of))
        together = (*rulings.merged, *((*ids, other) for ids, other in rulings.moved), *rulings.removed)
        return (tuple(store.shelf.tellings(some)) for some in bundles(blocks.made(together), _BUNDLE))

    def _spun(self, tellings: Sequence[Telling]) -> Spun:
        holders = Holders(self._store.seen, self._kin)
        woven = weave(Bare(tellings), {telling.number for telling in tellings}, (), self._kin, holders.of)
        return spun(woven, self._rulings, self._kin)

    def _take(self, woven: Spun) -> None:
        """Writes what was woven, and what follows from it for the events beside."""
        store = self._store
        spans = [days for each in store.happenings(woven.replaced) if (days := tree.span(each)) is not None]
        beside = (store.on_days(tree.HELD_IN_VISITS, spans) | store.held_by(woven.replaced)) - woven.replaced
        store.unsay(beside | woven.replaced)
        made = self._write(woven)
        now = store.happenings(made.keys())
        self._hold(now, beside)
        store.say(made)
        self._doubt_inferred(made)
        self._doubt_near(now)

    def levels(self) -> None:
        """How high the events are that were written, or whose participants changed offices, when all are linked."""
        store = self._store
        high = ((old, new) for old, new in self._tenures if (t := new or old) and self._kin.level(t.office) is not None)
        spans = [(t.actor, days) for old, new in high if (t := new or old) and (days := levels.moved(old, new))]
        numbers = sorted(store.written | store.events_outside((actor, *days) for actor, days in spans))
        for at in range(0, len(numbers), _RANKED):
            sides = store.attended(numbers[at : at + _RANKED])
            store.put_levels(levels.levels(sides, store.held, self._kin))

    def _write(self, woven: Spun) -> dict[int, Linked]:
        """Writes the events that changed, by number."""
        store = self._store
        store.shelf.put(woven.places, woven.gone, woven.kept, woven.dropped)
        made = store.replace(woven.replaced, (Made(event, numbers) for event, numbers in woven.events))
        ordered = sorted((event for event, _ in woven.events), key=lambda event: event.id)
        return dict(zip(made, ordered, strict=True))

    def _hold(self, now: Iterable[Happening], beside: set[int]) -> None:
        """Which visits hold the events that are new, and those on the days of visits that come, or went (`beside`)."""
        store = self._store
        spans = [days for each in now if (days := tree.span(each)) is not None]
        others = beside | (store.on_days(tree.HELD_IN_VISITS, spans) - {each.number for each in now})
        store.unsay(others)
        self._put_in_visits([*now, *store.happenings(others)])

    def _put_in_visits(self, events: Iterable[Happening]) -> None:
        calendar = Calendar(self._store.visits, lambda _: ("",))

        def visits(host: str, first: int, last: int) -> Iterable[Happening]:
            return calendar.find(host, "", first, last)

        held = [each for each in events if each.type in tree.HELD_IN_VISITS]
        self._store.put_in_visits([(each.id, tree.holder(each, visits, self._kin)) for each in held])

    def _doubt_inferred(self, made: dict[int, Linked]) -> None:
        store = self._store
        ids = store.ids([told.telling for event in made.values() for told in event.tellings])
        for number, event in made.items():
            found = list(doubts.inferred(event, ids.__getitem__))
            store.doubt(found, dict.fromkeys((id_ for doubt in found for id_ in (doubt.one, doubt.other)), number))

    def _doubt_near(self, now: list[Happening], there: Callable[[Happening], bool] = lambda _: True) -> None:
        """Doubts about these events and others that are `there`: of two that are, one finds the other."""
        store = self._store
        calendar = Calendar(store.around, doubts.who)
        numbers: dict[str, int] = {each.id: each.number for each in now}

        def around(kind: str, who: str, first: int, last: int) -> Iterator[Happening]:
            for each in calendar.find(kind, who, first, last):
                if there(each):
                    numbers[each.id] = each.number
                    yield each

        store.doubt(doubts.near(now, around, self._apart()), numbers)

    def _doubt_actors(self, locals_: Collection[str] | None) -> None:
        """What is not sure of these locals, or of all; others' doubts stay as they are."""
        made, doubtful = self._store.joints(locals_)
        actor_of = self._store.actor_of({end for joint in doubtful for end in (joint.one, joint.other)})
        apart = self._rulings.apart
        actor_of |= self._store.actor_of({end for pair in apart for end in pair})
        found = doubts.of_actors(made, doubtful, lambda local: actor_of.get(local, local), apart)
        self._store.doubt_actors(locals_, found)

    def _apart(self) -> set[tuple[str, str]]:
        """Pairs of events that decisions keep apart."""
        rulings = self._rulings
        pairs = [(a, b) for ids, b in rulings.moved for a in ids] + list(rulings.removed)
        homes = self._store.homes({id_ for pair in pairs for id_ in pair})
        return {pair_of(homes.get(a, a), homes.get(b, b)) for a, b in pairs}

    def _renamed(self, changed: Iterable[tuple[Tenure | None, Tenure | None]]) -> set[int]:
        """Tellings in which a bare office may mean another than before."""
        found: set[int] = set()
        for old, new in changed:
            tenure = new or old
            spans = moved_days(old, new)
            if tenure is None or tenure.country is None or not spans:
                continue
            for name in self._store.bare_names(tenure.country):
                if office_of(name, tenure.country, self._kin) == tenure.office:
                    for first, last in spans:
                        days = day_of(first) or "", day_of(last) or ""
                        found |= self._store.tellings_naming(tenure.country, name, *days)
        return found


def _parts(changes: Changes) -> Iterator[Changes]:
    """The changes in parts that are linked one after the other; those that go first."""
    fresh = changes.fresh
    yield Changes(fresh[:_AT_ONCE], changes.gone)
    for at in range(_AT_ONCE, len(fresh), _AT_ONCE):
        yield Changes(fresh[at : at + _AT_ONCE], ())
