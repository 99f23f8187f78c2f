"""Documents that came and went → the actors that changed; all others stay as they are.

What comes out is what `unite` says of all documents that count, whatever came and went before in whichever portions:
what is kept of a local is a sum over documents, the rules are functions of what is in their buckets, and what becomes
of a component of joints does not depend on other components (see `groups`).
"""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import combinations
from typing import TYPE_CHECKING, Final, TypeVar

from bilat.lang.base import Post
from bilat.link.actors import grounds
from bilat.link.actors.absorb import Touched, absorb
from bilat.link.actors.groups import Groups, components
from bilat.link.actors.store import Store
from bilat.link.actors.tally import ALIAS, READING, SHORT, SPELLING, Counting, parted
from bilat.link.actors.tenures import counted_twice, shared_offices, tenures
from bilat.model.linking import Joint, Tenure
from bilat.model.locals import ActorChanges, Local

if TYPE_CHECKING:
    from bilat.lang.base import Kin

_AT_A_TIME: Final = 500
"""Components, or actors, that are looked at together."""

_Thing = TypeVar("_Thing")
_Kept = tuple[str, Joint]
"""A joint that could be made, with the key of the bucket that gives it."""


def relink(
    store: Store,
    kin: "Kin",
    fresh: Sequence[int],
    gone: Sequence[int],
    decided: Sequence[Joint] = (),
    apart: Sequence[tuple[str, str]] = (),
) -> ActorChanges:
    """Links documents that came (`fresh`) and lets go of those that count no more (`gone`); numbers of documents.
    `decided` are all joints that a person made, `apart` all pairs a person keeps apart, as in `unite`; those of names
    that no document has count for nothing."""
    counting = Counting(kin)
    touched = absorb(store, counting, fresh, gone)
    changed = _Grounds(store, kin, touched).renew()
    known = store.locals(_ends(decided))
    decided = [joint for joint in decided if joint.one in known and joint.other in known]
    changed |= _renew_decided(store, decided, apart)
    reached = None if touched.whole else touched.locals | changed
    joints = set(store.joints_at(None)) if reached is None else _reached(store, reached)
    before = _regroup(store, joints, decided, apart)
    before |= _alone(store, () if reached is None else reached - _ends(joints))
    before |= touched.lost
    after = {local.id: local.actor for local in store.locals(before).values()}
    moved = {local: after.get(local, local) for local in before}
    if touched.whole:
        store.keep_tenures((), _tenures(store, counting, None))
        told: list[tuple[Tenure | None, Tenure | None]] = []
    else:
        seen = (local.actor for local in store.locals(touched.seen).values())
        told = list(_renew_tenures(store, counting, {*before.values(), *moved.values(), *seen}))
    store.rename(moved, fresh, gone)
    return ActorChanges(frozenset(moved), tuple(told), None if reached is None else frozenset(reached | _ends(joints)))


class _Grounds:
    """The joints that could be made, wherever something was touched."""

    def __init__(self, store: Store, kin: "Kin", touched: Touched) -> None:
        self._store = store
        self._kin = kin
        self._touched = touched
        self._changed: set[str] = set()

    def renew(self) -> set[str]:
        """Writes them. Returns the locals between which one came or went; nobody when all are new."""
        for kind in (ALIAS, SPELLING, SHORT, READING):
            keys = None if self._touched.whole else {key for of, key in self._touched.forms if of == kind}
            found = (
                (key, j) for key, ones in self._store.with_form(kind, keys) for j in self._by_form(kind, key, ones)
            )
            self._write(kind, keys, found)
        names = None if self._touched.whole else self._touched.names
        alike = self._store.with_name(names)
        self._write("country", names, ((name, j) for name, ones in alike for j in grounds.without_country(ones)))
        self._by_office()
        return self._changed

    def _by_form(self, kind: str, key: str, ones: list[Local]) -> Iterator[Joint]:
        if kind == ALIAS:
            yield from grounds.by_alias(ones, self._kin)
        elif kind == SPELLING:
            yield from grounds.by_spelling(ones)
        elif kind == READING:
            ids = [one.id for one in ones]
            yield from grounds.by_reading(ones, _offices(self._store, ids) if len(ids) > 1 else {}, self._kin)
        else:
            country, short = parted(key)
            named = (local for _, locals_ in self._store.with_name((short,)) for local in locals_)
            bearer = max((local for local in named if local.country == country), default=None)
            if bearer is not None:
                ids = [bearer.id, *(one.id for one in ones)]
                offices = _offices(self._store, ids)
                latin: dict[str, set[str]] = {}
                for form in self._store.forms(ids):
                    if form.kind == ALIAS:
                        latin.setdefault(form.local, set()).add(parted(form.key)[1])
                yield from grounds.by_short_name(bearer, ones, offices, latin, self._kin)

    def _by_office(self) -> None:
        if self._touched.whole:
            offices = self._store.offices(grounds.CROWD)
            found = ((_key(o), j) for o in offices for j in grounds.by_office(self._store.holders(o), self._kin))
            self._write("sound", None, found)
            return
        for office, change in sorted(self._touched.offices.items()):
            now = self._store.count_holders(office)
            before = now - change.more
            sizes = (now, before)
            crowds = sum(size > grounds.CROWD for size in sizes) if not office[1].sole else 0
            if crowds < len(sizes) and max(sizes) > 1:
                only = None if crowds else change.locals
                joints = grounds.by_office(self._store.holders(office), self._kin, only)
                self._write("sound", (_key(office),), ((_key(office), joint) for joint in joints), only)

    def _write(
        self, why: str, keys: Collection[str] | None, found: Iterable[_Kept], ends: Collection[str] | None = None
    ) -> None:
        if keys is None:
            self._store.keep_grounds((), found)
            return
        was, now = self._store.grounds(why, keys, ends), set(found)
        self._store.keep_grounds(was - now, now - was)
        self._changed |= _ends(joint for _, joint in was ^ now)


def _offices(store: Store, ids: Collection[str]) -> dict[str, set[Post]]:
    """The offices that each of these locals was seen in."""
    offices: dict[str, set[Post]] = {}
    for seen in store.seen(ids):
        offices.setdefault(seen.local, set()).add(Post(seen.office, seen.sole))
    return offices


def _key(office: tuple[str, Post]) -> str:
    country, (name, sole) = office
    return f"{country}/{name}/{int(sole)}"


def _renew_decided(store: Store, decided: Iterable[Joint], apart: Iterable[tuple[str, str]]) -> set[str]:
    """The locals of which people decide something else than they did."""
    changed: set[str] = set()
    kept_apart = (Joint(min(pair), max(pair), "apart", 0.0) for pair in apart)
    for why, joints in (("decision", decided), ("apart", kept_apart)):
        was, now = store.grounds(why, ("",)), {("", joint._replace(why=why)) for joint in joints}
        store.keep_grounds(was - now, now - was)
        changed |= _ends(joint for _, joint in was ^ now)
    return changed


def _ends(joints: Iterable[Joint]) -> set[str]:
    return {end for joint in joints for end in (joint.one, joint.other)}


def _alone(store: Store, locals_: Iterable[str]) -> dict[str, str]:
    """Locals that nothing joins with others are themselves. Returns the actor that each had which was another one."""
    before: dict[str, str] = {}
    for ids in _portions(sorted(locals_)):
        before |= _write(store, store.locals(ids), {}, ())
        store.keep_joints(ids, (), {})
    return before


def _regroup(
    store: Store, joints: Iterable[Joint], decided: Sequence[Joint], apart: Iterable[tuple[str, str]]
) -> dict[str, str]:
    """Joins anew all that these joints lead to. Returns the actor that each local had which has another one now."""
    kept_apart = {frozenset(pair) for pair in apart}
    before: dict[str, str] = {}
    for portion in _portions(components(sorted(joints))):
        locals_ = store.locals({end for component in portion for end in _ends(component)})
        made: list[Joint] = []
        actor_of: dict[str, str] = {}
        for component in portion:
            groups = _join(store, locals_, component, decided, kept_apart)
            made += groups.joints
            actor_of |= {end: groups.find(end) for end in _ends(component)}
        before |= _write(store, locals_, actor_of, made)
    return before


def _portions(things: Sequence[_Thing]) -> Iterator[Sequence[_Thing]]:
    return (things[at : at + _AT_A_TIME] for at in range(0, len(things), _AT_A_TIME))


def _reached(store: Store, touched: Collection[str]) -> set[Joint]:
    """All joints that could be made and that lead anywhere from these locals."""
    joints: set[Joint] = set()
    asked: set[str] = set()
    wave = set(touched)
    while wave:
        asked |= wave
        joints.update(store.joints_at(wave))
        wave = _ends(joints) - asked
    return joints


def _join(
    store: Store,
    locals_: Mapping[str, Local],
    component: Sequence[Joint],
    decided: Sequence[Joint],
    apart: set[frozenset[str]],
) -> Groups:
    members = sorted(_ends(component))
    together = store.together([locals_[member] for member in members]).values()
    pairs = Counter(pair for named in together for pair in combinations(sorted(named), 2))
    groups = Groups(locals_, lambda a, b: pairs[(a, b) if a < b else (b, a)], apart)
    inside = set(members)
    groups.make((j for j in decided if j.one in inside), (j for j in component if j.why != "decision"))
    return groups


def _write(
    store: Store, locals_: Mapping[str, Local], actor_of: Mapping[str, str], made: Iterable[Joint]
) -> dict[str, str]:
    now = {id_: actor_of.get(id_, id_) for id_ in locals_}
    moved = {id_: local.actor for id_, local in locals_.items() if local.actor != now[id_]}
    store.keep((locals_[id_]._replace(actor=now[id_]) for id_ in moved), (), ())
    if actor_of:
        store.keep_joints(actor_of, made, actor_of)
    return moved


def _renew_tenures(
    store: Store, counting: Counting, actors: Collection[str]
) -> Iterator[tuple[Tenure | None, Tenure | None]]:
    """Writes the tenures of actors. Yields those that changed."""
    for portion in _portions(sorted(actors)):
        was = {(t.actor, t.office, t.sole): t for t in store.tenures(portion)}
        now = {(t.actor, t.office, t.sole): t for t in _tenures(store, counting, portion)}
        changed = [key for key in sorted(was.keys() | now.keys()) if was.get(key) != now.get(key)]
        store.keep_tenures((was[key] for key in changed if key in was), (now[key] for key in changed if key in now))
        yield from ((was.get(key), now.get(key)) for key in changed)


def _tenures(store: Store, counting: Counting, actors: Collection[str] | None) -> Iterator[Tenure]:
    for actor, locals_, seen in store.members(actors):
        country = next((local.country for local in locals_ if local.country is not None), None)
        twice: Mapping[Post, int] = {}
        if shared_offices(seen):
            twice = _twice(store, counting, locals_)
        yield from tenures(actor, country, seen, twice)


def _twice(store: Store, counting: Counting, locals_: Sequence[Local]) -> Mapping[Post, int]:
    documents = store.together(locals_)
    ids = {local.id for local in locals_}
    named = (naming for naming in store.namings(documents) if naming.local in ids)
    return counted_twice(counting.of(named).values()) if documents else {}
