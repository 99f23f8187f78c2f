"""Those who take part in an event → how high it is.

A person has the level of the offices seen nearest to the day: those that cover it, else those seen last before it or
first after it. A side (a country) has the level of its highest participant. The event has the highest level that two
sides reach: talks of a minister with a head of state are talks of ministers. Sides of whom no level is known are passed
over; where one side is known alone, its level counts.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Final

from bilat.link.days import number_of
from bilat.model.level import Level
from bilat.model.linking import Attended, Tenure

if TYPE_CHECKING:
    from bilat.lang.base import Kin

_RANKS: Final[Mapping[Level, int]] = {level: rank for rank, level in enumerate(Level)}


def levels(sides: Iterable[Attended], held: Callable[[Sequence[str]], Iterable[Tenure]], kin: "Kin") -> dict[int, str]:
    """The level of each event; `held` gives the tenures of actors."""
    attended = list(sides)
    tenures: dict[str, list[Tenure]] = {}
    for tenure in held(sorted({one.actor for one in attended if one.actor is not None})):
        tenures.setdefault(tenure.actor, []).append(tenure)
    found: dict[int, dict[str | None, Level]] = {}
    for one in attended:
        told = found.setdefault(one.number, {})
        level = (
            _bare(one.name, one.country, kin)
            if one.actor is None
            else of_person(tenures.get(one.actor, ()), one.day, kin)
        )
        if level is not None:
            told[one.country] = highest((level, told.get(one.country, Level.UNKNOWN)))
    return {number: of_event(sides.values()).value for number, sides in found.items()}


def of_event(sides: Iterable[Level]) -> Level:
    """The highest level that two sides reach; of one side its own, of none unknown."""
    known = sorted(sides, key=_RANKS.__getitem__)
    return known[min(1, len(known) - 1)] if known else Level.UNKNOWN


def of_person(tenures: Iterable[Tenure], day: str | None, kin: "Kin") -> Level | None:
    """The level of the offices seen nearest to a day; None where none has a level. Without a day all must agree."""
    known = [(level, tenure) for tenure in tenures if (level := kin.level(tenure.office)) is not None]
    at = number_of(day)
    if at is None:
        agreed = {level for level, _ in known}
        return agreed.pop() if len(agreed) == 1 else None
    away = [(_distance(tenure, at), _RANKS[level], level) for level, tenure in known]
    return min(away)[2] if away else None


def _distance(tenure: Tenure, day: int) -> int:
    """Days between a day and the nearest on which a tenure was seen; of one seen on no known day, more than any."""
    first, last = number_of(tenure.first), number_of(tenure.last)
    if first is None or last is None:
        return 10**7
    return max(first - day, day - last, 0)


def _bare(name: str, country: str | None, kin: "Kin") -> Level | None:
    """The level of an office that stands for its holder (越南外长)."""
    found = [level for post in kin.posts(name, country) if (level := kin.level(post.name)) is not None]
    return highest(found) if found else None


def highest(levels: Iterable[Level]) -> Level:
    """The highest of some levels."""
    return min(levels, key=_RANKS.__getitem__)


def moved(old: Tenure | None, new: Tenure | None) -> tuple[str, str] | None:
    """The days between which a tenure covers as much as before, so that no level there can have changed; None where
    none can at all. A tenure that comes or goes leaves no such days: the second is before the first."""
    if old is None or new is None or not (old.first and old.last and new.first and new.last):
        return "9999-12-31", "0000-01-01"
    if (old.first, old.last) == (new.first, new.last):
        return None
    return max(old.first, new.first), min(old.last, new.last)
