"""Locals that have something in common → joints that could be made between them: six rules, each of one bucket.

Every rule is a function of what is in its bucket, whatever the order. A pair that has several grounds of one kind (two
names in Latin script, two offices) counts by the likeliest. docs/linking.md gives the constants with what they were
measured on.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from itertools import combinations, pairwise
from typing import TYPE_CHECKING, Final

from bilat.lang.base import Post
from bilat.link.days import number_of
from bilat.model.linking import Joint
from bilat.model.locals import Local, Seen

if TYPE_CHECKING:
    from bilat.lang.base import Kin

SURE: Final = 0.6
"""A joint that is less likely is not made, and is worth a question."""
CROWD: Final = 200
"""Holders of an office above which it says nothing of who is who (专家, 记者)."""
OFTEN: Final = 3
_YEAR: Final = 365
_SOLE: Final = 0.5
_OTHER: Final = 0.86
_DOUBTFUL: Final = 0.7
"""Likeness that does not make a joint but is worth a question."""
_ENDS: Final = 0.9
"""Likeness of two names of which one is the end of the other, in an office that one person holds at a time."""
_LEAST: Final = 2
"""Characters of a name that can be the end of another."""
_MANY: Final = 12
"""Names that share one other name and are compared with each other."""

Holder = tuple[str, Seen]
"""The folded name of a local, and when it was seen in the office."""


def by_alias(ones: Sequence[Local], kin: "Kin") -> Iterator[Joint]:
    """Names that stand beside one name in Latin script, or are themselves that. In order of ids."""
    for a, b in combinations(ones[:_MANY], 2):
        both_full = kin.short_name(a.name) and kin.short_name(b.name)
        unlike = both_full and _one_script(a, b) and kin.likeness(a.name, b.name, a.country) < SURE
        unlike = unlike or kin.differ(a.name, b.name, a.country)
        yield Joint(a.id, b.id, "alias", 0.5 if unlike else 0.95)


def _one_script(a: Local, b: Local) -> bool:
    """Whether both names are in Latin letters or neither is."""
    return a.name.isascii() == b.name.isascii()


def by_spelling(ones: Sequence[Local]) -> Iterator[Joint]:
    """Names that the packs list as spellings of one. In order of ids."""
    for a, b in pairwise(ones):
        yield Joint(a.id, b.id, "spelling", 1.0)


def by_short_name(
    bearer: Local | None,
    ones: Sequence[Local],
    offices: Mapping[str, Collection[Post]],
    latin: Mapping[str, Collection[str]],
    kin: "Kin",
) -> Iterator[Joint]:
    """拜登 (the bearer) is 乔·拜登 where no other full name of the country ends so (one that sounds the same is no
    other), unless their names in Latin script begin otherwise. Full names in order of ids; `offices` and `latin` names
    of each of them."""
    if bearer is None or not all(kin.likeness(a.name, b.name, bearer.country) > SURE for a, b in pairwise(ones)):
        return
    held = set(offices.get(bearer.id, ()))
    shared = any(not held.isdisjoint(offices.get(one.id, ())) for one in ones)
    for one in ones:
        other = _begin_otherwise(latin.get(bearer.id, ()), latin.get(one.id, ()))
        yield Joint(bearer.id, one.id, "short", 0.5 if other else 0.9 if shared else 0.75)


def _begin_otherwise(ones: Collection[str], others: Collection[str]) -> bool:
    """Whether two people have names in Latin script and no two of them begin alike (Jurij and Yuri do)."""
    first, second = ({form[0].replace("j", "y") for form in forms} for forms in (ones, others))
    return bool(first and second) and first.isdisjoint(second)


def by_reading(ones: Sequence[Local], offices: Mapping[str, Collection[Post]], kin: "Kin") -> Iterator[Joint]:
    """王毅 is Wang Yi: names in Latin letters are the name in characters that is read so. Of several such names, those
    seen in an office that a name in letters was seen in; where that does not tell one, none. In order of ids; `offices`
    of each."""
    letters = [one for one in ones if one.name.isascii()]
    characters = [one for one in ones if not one.name.isascii()]
    for a, b in pairwise(letters):
        yield Joint(a.id, b.id, "reading", 0.9)
    held = {post for one in letters for post in offices.get(one.id, ())}
    if len(characters) > 1:
        seen = [one for one in characters if not held.isdisjoint(offices.get(one.id, ()))]
        alike = all(kin.likeness(a.name, b.name, a.country) > SURE for a, b in pairwise(characters))
        characters = characters if alike else seen if len(seen) == 1 else []
    for one in characters:
        for other in letters[:1]:
            shared = not held.isdisjoint(offices.get(one.id, ()))
            yield Joint(min(one.id, other.id), max(one.id, other.id), "reading", 0.9 if shared else 0.75)


def without_country(ones: Sequence[Local]) -> Iterator[Joint]:
    """A name without a country is that of the one country that has it."""
    known = [local for local in ones if local.country is not None]
    if len(known) == 1 and len(ones) > 1:
        other = next(local for local in ones if local.country is None)
        yield Joint(known[0].id, other.id, "country", 0.7)


def by_office(holders: Sequence[Holder], kin: "Kin", only: AbstractSet[str] | None = None) -> Iterator[Joint]:
    """Names that sound alike, seen in one office of one country within a year of each other. In an office that one
    person holds at a time less likeness will do. Holders in order of ids; with `only` the pairs that have one of these
    locals."""
    if not holders or (not holders[0][1].sole and len(holders) > CROWD):
        return
    days = {seen.local: (number_of(seen.first) or 0, number_of(seen.last) or 0) for _, seen in holders}
    for (name, a), (other, b) in _pairs(holders, only):
        if _near(days[a.local], days[b.local]) and not kin.differ(name, other, a.country):
            likely = max(kin.likeness(name, other, a.country), _ENDS if a.sole and _ends(name, other) else 0.0)
            often = min(a.documents, b.documents) >= OFTEN
            at_once = _at_once(days[a.local], days[b.local])
            if likely >= (_SOLE if a.sole and often and at_once else _OTHER):
                yield Joint(a.local, b.local, "sound", 0.6 + 0.3 * likely if a.sole else 0.8 * likely)
            elif likely >= _DOUBTFUL:
                yield Joint(a.local, b.local, "sound", 0.6 * likely)


def _ends(one: str, other: str) -> bool:
    """Whether one name is the end of the other, written without a mark between its parts (拜登, 乔拜登)."""
    short, long = sorted((one, other), key=len)
    return _LEAST <= len(short) < len(long) and long.isalpha() and long.endswith(short)


def _pairs(holders: Sequence[Holder], only: AbstractSet[str] | None) -> Iterator[tuple[Holder, Holder]]:
    if only is None:
        yield from combinations(holders, 2)
        return
    for at, one in enumerate(holders):
        if one[1].local in only:
            yield from ((other, one) for other in holders[:at] if other[1].local not in only)
            yield from ((one, other) for other in holders[at + 1 :])


def _at_once(one: tuple[int, int], other: tuple[int, int]) -> bool:
    """Whether two were seen in an office in one stretch of time; else one may have followed the other."""
    return one[0] <= other[1] and other[0] <= one[1]


def _near(one: tuple[int, int], other: tuple[int, int]) -> bool:
    return one[0] <= other[1] + _YEAR and other[0] <= one[1] + _YEAR
