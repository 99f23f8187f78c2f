"""Namings of many documents → actors: which names, seen with a country, are one person.

A person of a document is known by a name and a country; those are one over all documents from the start (`local`).
Two of them are joined when something says so, and nothing against it:

1. `alias`: both stand beside one name in another script (武文赏, 武文上: Vo Van Thuong), or one is that;
2. `spelling`: the packs list them as spellings of one name;
3. `short`: one is the last part of the other's full name, and no other full name of that country ends so;
4. `sound`: they sound alike, and were seen in one office of one country within a year of each other;
5. `country`: one is the same name without a country, and only one country has that name.

Against it speaks a document that names both as different people. Of two that could each be joined with a third, but
not with each other, the likelier is (the order above, then the office, then how alike they sound).
docs/linking.md gives the constants with what they were measured on.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations, pairwise
from typing import TYPE_CHECKING, Final

from bilat.lang.base import Post
from bilat.link.days import day_of, number_of
from bilat.model.linking import Joint, Naming, Tenure

if TYPE_CHECKING:
    from bilat.lang.base import Kin

_YEAR: Final = 365
_SOUND: Final = 0.6
_FEW: Final = 2
"""Documents that name two people side by side before that counts against their being one: one may be misread."""
_SHORTEST_LATIN: Final = 6
"""Letters of a name in Latin script that tells who is meant; shorter ones are surnames (Nguyen) or initials."""


@dataclass(slots=True)
class Seen:
    """When someone was seen in an office: days as numbers, 0 when no document has a date; the titles as written."""

    first: int = 0
    last: int = 0
    documents: set[int] = field(default_factory=set[int])
    titles: set[str] = field(default_factory=set[str])

    def add(self, other: "Seen") -> None:
        """Takes in what another has."""
        self.first = min(day for day in (self.first or other.first, other.first or self.first))
        self.last = max(self.last, other.last)
        self.documents |= other.documents
        self.titles |= other.titles


@dataclass(slots=True)
class Local:
    """All namings of one name and country."""

    id: str
    name: str
    country: str | None
    documents: set[int] = field(default_factory=set[int])
    aliases: set[str] = field(default_factory=set[str])
    offices: dict[Post, "Seen"] = field(default_factory=dict[Post, "Seen"])


@dataclass(slots=True)
class Actors:
    """`of` gives the actor of each local that is not its own, `joints` why; `doubtful` are joints not made;
    `tenures` who was seen in which office."""

    of: dict[str, str]
    joints: list[Joint]
    doubtful: list[Joint]
    tenures: list[Tenure]

    def __getitem__(self, local: str) -> str:
        return self.of.get(local, local)


def unite(
    namings: Iterable[Naming], kin: "Kin", decided: Sequence[Joint] = (), apart: Iterable[tuple[str, str]] = ()
) -> Actors:
    """The actors of all namings; `decided` are joints that a person made, `apart` pairs a person keeps apart."""
    locals_ = _locals(namings, kin)
    groups = _Groups(locals_, {frozenset(pair) for pair in apart})
    for joint in decided:
        groups.join(joint)
    doubtful: list[Joint] = []
    for joint in sorted(_joints(locals_, kin), key=lambda j: (-j.likely, j.why, j.one, j.other)):
        if joint.likely >= _SOUND and groups.may(joint):
            groups.join(joint)
        elif groups.find(joint.one) != groups.find(joint.other):
            doubtful.append(joint)
    of = {local: actor for local in locals_ if (actor := groups.find(local)) != local}
    return Actors(of, groups.joints, doubtful, sorted(_tenures(locals_, of), key=lambda t: (t.actor, t.office)))


def _locals(namings: Iterable[Naming], kin: "Kin") -> dict[str, Local]:
    made: dict[str, Local] = {}
    offices: dict[str, tuple[Post, ...]] = {}
    for naming in namings:
        local = made.get(naming.local)
        if local is None:
            local = made[naming.local] = Local(naming.local, naming.folded, naming.country)
        local.documents.add(naming.document)
        local.aliases.update(naming.aliases)
        if naming.title is None:
            continue
        held = offices.get(naming.title)
        if held is None:
            held = offices[naming.title] = kin.posts(naming.title)
        day = number_of(naming.day) or 0
        for office in held:
            local.offices.setdefault(office, Seen()).add(Seen(day, day, {naming.document}, {naming.title}))
    return dict(sorted(made.items()))


class _Groups:
    """Locals joined so far: union-find with what is known of each group."""

    def __init__(self, locals_: Mapping[str, Local], apart: set[frozenset[str]]) -> None:
        self._locals = locals_
        self._apart = apart
        self._root: dict[str, str] = {}
        self._members: dict[str, list[str]] = {}
        self.joints: list[Joint] = []

    def find(self, local: str) -> str:
        """The local that stands for all it is joined with: the one whose id is smallest."""
        while (root := self._root.get(local)) is not None:
            local = root
        return local

    def members(self, local: str) -> list[str]:
        root = self.find(local)
        return self._members.get(root, [root])

    def may(self, joint: Joint) -> bool:
        """Whether nothing speaks against a joint: no country against another, no document that names both, no
        decision."""
        ones, others = self.members(joint.one), self.members(joint.other)
        if ones is others or self.find(joint.one) == self.find(joint.other):
            return False
        if any(frozenset((a, b)) in self._apart for a in ones for b in others):
            return False
        countries = {self._locals[m].country for m in (*ones, *others)} - {None}
        if len(countries) > 1:
            return False
        both = sum(len(self._locals[a].documents & self._locals[b].documents) for a in ones for b in others)
        fewer = min(sum(len(self._locals[m].documents) for m in group) for group in (ones, others))
        return both < _FEW or both * 4 < fewer

    def join(self, joint: Joint) -> None:
        a, b = sorted((self.find(joint.one), self.find(joint.other)))
        if a == b:
            return
        self._members[a] = sorted([*self.members(a), *self.members(b)])
        _ = self._members.pop(b, None)
        self._root[b] = a
        self.joints.append(joint)


def _joints(locals_: Mapping[str, Local], kin: "Kin") -> Iterator[Joint]:
    yield from _by_alias(locals_, kin)
    yield from _by_spelling(locals_, kin)
    yield from _by_short_name(locals_, kin)
    yield from _by_office(locals_, kin)
    yield from _without_country(locals_)


def _latin(alias: str) -> str | None:
    """A name in Latin script without what varies: spaces, hyphens, points."""
    letters = "".join(char for char in alias if char.isalpha())
    return letters if letters.isascii() and len(letters) >= _SHORTEST_LATIN and not alias.isalpha() else None


def _by_alias(locals_: Mapping[str, Local], kin: "Kin") -> Iterator[Joint]:
    """Names that stand beside one name in Latin script, and names that are themselves that."""
    same: dict[tuple[str | None, str], list[str]] = defaultdict(list)
    for local in locals_.values():
        for form in dict.fromkeys(_latin(form) for form in (local.name, *sorted(local.aliases))):
            if form is not None:
                same[local.country, form].append(local.id)
    for ids in same.values():
        for one, other in combinations(ids[:_MANY], 2):
            a, b = locals_[one], locals_[other]
            both_full = kin.short_name(a.name) and kin.short_name(b.name)
            unlike = both_full and kin.likeness(a.name, b.name, a.country) < _SOUND
            yield Joint(one, other, "alias", 0.5 if unlike else 0.95)


def _by_spelling(locals_: Mapping[str, Local], kin: "Kin") -> Iterator[Joint]:
    usual = {spelling: names[0] for names in kin.spellings() for spelling in names}
    same: dict[tuple[str | None, str], list[str]] = defaultdict(list)
    for local in locals_.values():
        name = usual.get(local.name)
        if name is not None and local.country is not None:
            same[local.country, name].append(local.id)
    for ids in same.values():
        for one, other in pairwise(ids):
            yield Joint(one, other, "spelling", 1.0)


def _by_short_name(locals_: Mapping[str, Local], kin: "Kin") -> Iterator[Joint]:
    """拜登 is 乔·拜登 where no other full name of the country ends so (one that sounds the same is no other)."""
    by_name = {(local.country, local.name): local for local in locals_.values()}
    full: dict[tuple[str, str], list[Local]] = defaultdict(list)
    for local in locals_.values():
        short = kin.short_name(local.name)
        if short is not None and local.country is not None:
            full[local.country, short].append(local)
    for (country, short), ones in full.items():
        bearer = by_name.get((country, short))
        alike = all(kin.likeness(a.name, b.name, country) > _SOUND for a, b in pairwise(ones))
        if bearer is None or not alike:
            continue
        shared = any(set(bearer.offices) & set(one.offices) for one in ones)
        for one in ones:
            yield Joint(bearer.id, one.id, "short", 0.5 if _other_given(bearer, one) else 0.9 if shared else 0.75)


def _other_given(a: Local, b: Local) -> bool:
    """Whether both have names in Latin script and no two of them begin alike (Jurij, Yuri do)."""
    ones, others = (
        {form[0].replace("j", "y") for alias in local.aliases if (form := _latin(alias))} for local in (a, b)
    )
    return bool(ones and others) and not ones & others


def _by_office(locals_: Mapping[str, Local], kin: "Kin") -> Iterator[Joint]:
    """Names that sound alike, seen in one office within a year of each other. In an office that one person holds at a
    time less likeness will do."""
    holders: dict[tuple[str, Post], list[Local]] = defaultdict(list)
    for local in locals_.values():
        if local.country is not None:
            for office in local.offices:
                holders[local.country, office].append(local)
    told: set[tuple[str, str]] = set()
    for (country, office), ones in sorted(holders.items()):
        if not office.sole and len(ones) > _CROWD:
            continue
        for a, b in combinations(ones, 2):
            if (a.id, b.id) in told or not _near(a.offices[office], b.offices[office]):
                continue
            likely = kin.likeness(a.name, b.name, country)
            often = min(len(a.offices[office].documents), len(b.offices[office].documents)) >= _OFTEN
            by_turns = not _at_once(a.offices[office], b.offices[office])
            if likely >= (_SOLE if office.sole and often and not by_turns else _OTHER):
                told.add((a.id, b.id))
                yield Joint(a.id, b.id, "sound", 0.6 + 0.3 * likely if office.sole else 0.8 * likely)
            elif likely >= _DOUBTFUL:
                yield Joint(a.id, b.id, "sound", 0.6 * likely)


_CROWD: Final = 200
"""Holders of an office above which it says nothing of who is who (专家, 记者)."""
_SOLE: Final = 0.5
_OTHER: Final = 0.86
_DOUBTFUL: Final = 0.7
"""Likeness that does not make a joint but is worth a question."""
_OFTEN: Final = 3
_MANY: Final = 12
"""Names that share one other name and are compared with each other."""


def _near(a: Seen, b: Seen) -> bool:
    return a.first <= b.last + _YEAR and b.first <= a.last + _YEAR


def _at_once(a: Seen, b: Seen) -> bool:
    """Whether two were seen in an office in one stretch of time; else one may have followed the other."""
    return a.first <= b.last and b.first <= a.last


def _without_country(locals_: Mapping[str, Local]) -> Iterator[Joint]:
    same: dict[str, list[Local]] = defaultdict(list)
    for local in locals_.values():
        same[local.name].append(local)
    for ones in same.values():
        known = [local for local in ones if local.country is not None]
        if len(known) == 1 and len(ones) > 1:
            other = next(local for local in ones if local.country is None)
            yield Joint(known[0].id, other.id, "country", 0.7)


def _tenures(locals_: Mapping[str, Local], of: Mapping[str, str]) -> Iterator[Tenure]:
    held: dict[tuple[str, Post], Seen] = defaultdict(Seen)
    country: dict[str, str | None] = {}
    for local in locals_.values():
        actor = of.get(local.id, local.id)
        country[actor] = country.get(actor) or local.country
        for office, seen in local.offices.items():
            held[actor, office].add(seen)
    for (actor, office), seen in held.items():
        yield Tenure(
            actor,
            country[actor],
            office.name,
            office.sole,
            day_of(seen.first),
            day_of(seen.last),
            len(seen.documents),
            tuple(sorted(seen.titles)),
        )
