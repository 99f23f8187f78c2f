"""Documents that came and went → what is kept of each local they name, and what this touches.

Sums are added to and taken from. A first or last day that goes with a document is looked up anew, unless a document
that came has it.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice
from typing import Final, NamedTuple

from bilat.lang.base import Post
from bilat.link.actors.store import Store
from bilat.link.actors.tally import ALIAS, READING, SHORT, Counting, Tally, key
from bilat.model.locals import Form, Local, Seen

_DOCUMENTS: Final = 5000
"""Documents counted at a time; the more, the more is held in memory."""


@dataclass(slots=True)
class Office:
    """Locals whose time in an office changed, and by how many its holders became more."""

    locals: set[str] = field(default_factory=set[str])
    more: int = 0


@dataclass(slots=True)
class Touched:
    """What is to be looked at again. With `whole` it is everything, and none of it is listed.

    `locals` are named by documents that came or went, `seen` are those of them whose offices changed, `lost` those that
    no document names any more, with the actor they were. `names`, `forms` and `offices` are what locals have in common
    and where some joined, left or changed."""

    whole: bool
    locals: set[str] = field(default_factory=set[str])
    seen: set[str] = field(default_factory=set[str])
    lost: dict[str, str] = field(default_factory=dict[str, str])
    names: set[str] = field(default_factory=set[str])
    forms: set[tuple[str, str]] = field(default_factory=set[tuple[str, str]])
    offices: dict[tuple[str, Post], Office] = field(default_factory=lambda: defaultdict(Office))


def absorb(store: Store, counting: Counting, fresh: Sequence[int], gone: Sequence[int]) -> Touched:
    """Counts documents that came and takes out those that went."""
    touched = Touched(whole=store.is_empty())
    brought: set[tuple[str, Post, str]] = set()
    for part in _parts(fresh):
        came = counting.of(store.namings(part))
        if gone:
            seen = ((told.id, office, each) for told in came.values() for office, each in told.offices.items())
            brought.update((local, office, day) for local, office, each in seen for day in (each.first, each.last))
        _Change(store, touched, came, 1).apply()
    open_ends: set[str] = set()
    for part in _parts(gone):
        change = _Change(store, touched, counting.of(store.namings(part)), -1)
        change.apply()
        open_ends |= change.open_ends(brought)
    for local in sorted(open_ends - touched.lost.keys()):
        told = counting.of(store.namings_of(local))[local]
        store.keep((), (), told.kept_seen())
    return touched


def _parts(documents: Sequence[int]) -> Iterator[list[int]]:
    left = iter(documents)
    while part := list(islice(left, _DOCUMENTS)):
        yield part


class _Before(NamedTuple):
    locals: Mapping[str, Local]
    forms: Mapping[tuple[str, str, str], Form]
    seen: Mapping[tuple[str, Post], Seen]


class _Change:
    """Tallies of documents that came (`sign` 1) or went (-1)."""

    def __init__(self, store: Store, touched: Touched, tallies: Mapping[str, Tally], sign: int) -> None:
        self._store = store
        self._touched = touched
        self._tallies = tallies
        self._sign = sign
        self._before = _Before(
            store.locals(tallies),
            {form[:3]: form for form in store.forms(tallies)},
            {(seen.local, Post(seen.office, seen.sole)): seen for seen in store.seen(tallies)},
        )

    def apply(self) -> None:
        """Writes the sums."""
        self._store.keep(list(self._locals()), list(self._forms()), list(self._seen()))

    def _locals(self) -> Iterator[Local]:
        for told in self._tallies.values():
            old = self._before.locals.get(told.id) or told.local()._replace(documents=0)
            new = old._replace(documents=old.documents + self._sign * len(told.documents))
            if not self._touched.whole:
                self._mark(old, new)
            yield new

    def _mark(self, old: Local, new: Local) -> None:
        touched = self._touched
        touched.locals.add(new.id)
        if new.documents and old.documents:
            return
        if not new.documents:
            touched.lost[new.id] = old.actor
        touched.names.add(new.name)
        if new.country is not None:
            touched.forms.add((SHORT, key(new.country, new.name)))

    def _forms(self) -> Iterator[Form]:
        for told in self._tallies.values():
            for (kind, common), documents in told.forms.items():
                old = self._before.forms.get((kind, common, told.id)) or Form(kind, common, told.id, 0)
                new = old._replace(documents=old.documents + self._sign * len(documents))
                if not (self._touched.whole or (old.documents and new.documents)):
                    self._touched.forms.add((kind, common))
                    if kind == ALIAS and told.country is not None:
                        self._touched.forms.add((SHORT, key(told.country, told.name)))
                        self._touched.forms.update(form for form in told.forms if form[0] == SHORT)
                yield new

    def _seen(self) -> Iterator[Seen]:
        for told in self._tallies.values():
            for office in told.offices:
                old = self._before.seen.get((told.id, office))
                new = _sum(old, told.seen(office), self._sign)
                if not self._touched.whole:
                    self._mark_office(told, office, (new.documents > 0) - (old is not None))
                yield new

    def _mark_office(self, told: Tally, office: Post, more: int) -> None:
        self._touched.seen.add(told.id)
        if told.country is None:
            return
        common = self._touched.offices[told.country, office]
        common.locals.add(told.id)
        common.more += more
        if more:
            self._touched.forms.add((SHORT, key(told.country, told.name)))
            forms = (form for form in self._before.forms.values() if form.local == told.id)
            self._touched.forms.update((form.kind, form.key) for form in forms if form.kind in (SHORT, READING))

    def open_ends(self, brought: set[tuple[str, Post, str]]) -> set[str]:
        """The locals whose first or last day in an office went, and is given by no document that came."""
        return {
            told.id
            for told in self._tallies.values()
            for office, sighting in told.offices.items()
            if (kept := self._before.seen.get((told.id, office))) is not None
            for mine, its in ((sighting.first, kept.first), (sighting.last, kept.last))
            if mine and mine == its and (told.id, office, mine) not in brought
        }


def _sum(old: Seen | None, more: Seen, sign: int) -> Seen:
    if old is None:
        return more
    titles = dict(old.titles)
    for title, documents in more.titles.items():
        titles[title] = titles.get(title, 0) + sign * documents
    titles = {title: documents for title, documents in titles.items() if documents}
    documents = old.documents + sign * more.documents
    if sign < 0:
        return old._replace(documents=documents, titles=titles)
    first = min(filter(None, (old.first, more.first)), default=None)
    last = max(filter(None, (old.last, more.last)), default=None)
    return old._replace(first=first, last=last, documents=documents, titles=titles)
