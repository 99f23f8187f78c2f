"""Values that several reports give → those that answer one question, and whether they are one value rounded.

What is measured of one country or pair in one period may still be two things, where the words say more than a figure
holds (the exports of one product, the first part of a loan). Values that lie far apart are taken as such.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence
from decimal import Decimal
from itertools import combinations, pairwise
from typing import Final

_COUNTED: Final = frozenset({"document", "person", "country", "company"})
"""Units that are counted one by one: 36 and 37 are two answers, not one rounded."""
_NEAR: Final = Decimal("0.1")
"""How far a value may be from the exact one, as a share of the larger, and still be the same value rounded."""
_TIMES_OF_TWO, _TIMES_ALONE = Decimal(3), Decimal("1.1")
"""How many times one value may be its neighbour, of two parties and of one country alone: of the 6 figures of two
parties in 27,379 articles that differ by more, none was one question; of the 8 of one country alone that differ by more
than a tenth, none either: they are of parts and products."""
_POINTS, _POINTS_ALONE = Decimal(5), Decimal(1)
"""Growth that differs by less than this is of one thing whatever its size; of one country alone only such growth is."""
_HALF: Final = Decimal("0.5")


def questions(values: Iterable[Decimal], *, alone: bool) -> Iterator[tuple[Decimal, ...]]:
    """Values in groups that may answer one question, each sorted; `alone` where only one country is named."""
    times = _TIMES_ALONE if alone else _TIMES_OF_TWO
    yield from _groups(sorted(values), [a > 0 and b <= times * a for a, b in pairwise(sorted(values))])


def growths(values: Iterable[Decimal], *, alone: bool) -> Iterator[tuple[Decimal, ...]]:
    """Growth in percent in groups that may answer one question, each sorted; `alone` where only one country is
    named."""
    ordered = sorted(values)
    most = [_POINTS_ALONE if alone else max(_POINTS, _HALF * max(abs(a), abs(b))) for a, b in pairwise(ordered)]
    yield from _groups(ordered, [b - a <= points for (a, b), points in zip(pairwise(ordered), most, strict=True)])


def _groups(ordered: Sequence[Decimal], joined: Sequence[bool]) -> Iterator[tuple[Decimal, ...]]:
    first = 0
    for at, together in enumerate((*joined, False), 1):
        if not together and ordered[first:at]:
            yield tuple(ordered[first:at])
            first = at


def one_rounded(values: Collection[Decimal], unit: str | None, inexact: Collection[Decimal]) -> bool:
    """Whether values are all one with fewer digits; `inexact` are those told as such."""
    return all(_rounded(a, b, unit, inexact) for a, b in combinations(values, 2))


def _rounded(a: Decimal, b: Decimal, unit: str | None, inexact: Collection[Decimal]) -> bool:
    """Whether one is the other with fewer digits: they differ by a tenth at most, and by no more than one in the last
    place of the coarser unless one is called inexact. What is counted one by one is inexact only where it is called so,
    and then within its last place: 30-odd is 36."""
    told = [value for value in (a, b) if value in inexact]
    if unit in _COUNTED:
        return any(abs(a - b) < last_place(value) for value in told)
    near = abs(a - b) <= _NEAR * max(abs(a), abs(b))
    return near and (bool(told) or abs(a - b) <= max(last_place(a), last_place(b)))


def last_place(value: Decimal) -> Decimal:
    """What one in the last digit is worth: 1e8 of 165900000000, .1 of 24.6."""
    exponent = value.normalize().as_tuple().exponent
    return Decimal(1).scaleb(exponent) if isinstance(exponent, int) else Decimal(0)
