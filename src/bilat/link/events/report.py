"""A telling made ready for linking: who, by side; when, as a window of days."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, NamedTuple

from bilat.link.days import DAY, first_and_last, number_of
from bilat.model.linking import Taker, Telling

if TYPE_CHECKING:
    from collections.abc import Callable

    from bilat.lang.base import Kin

_BEFORE: Final = 4
"""Days before its publication in which an undated report's event is looked for first."""
_AHEAD: Final = 120
"""Days within which what is announced without a date is expected."""
_STILL_NEWS: Final = 3
"""Days after an event in which a report without a date is news of it."""
_WIDEST: Final = 62
"""Days of the widest window in which an event is looked for: what is told of a year can mean many."""
_NOT_AFTER: Final = 1
"""A day of grace for time zones."""


class When(NamedTuple):
    """The days on which an event may have begun, and its last day. `exact` when a day is told; `told` when any date
    is."""

    first: int
    last: int
    exact: bool
    told: bool


@dataclass(slots=True)
class Report:
    """A telling with its actors. `sides` has the actors of each country in order of mention: a person's id, `@CODE`
    for a country, `=name` for a body. `takers` has of each actor the participant as told."""

    telling: Telling
    sides: dict[str, list[str]]
    takers: dict[str, Taker]
    when: When
    people: frozenset[str]
    """All persons that take part."""
    inferred: bool = False
    land: str | None = None
    """The country of the place told."""

    @property
    def how(self) -> str:
        if self.telling.status == "planned":
            return "announced"
        return "mentioned" if self.telling.background else "reported"


def is_person(actor: str) -> bool:
    """Whether an actor of a Report is a person."""
    return actor[0] not in "=@"


def ready(telling: Telling, kin: "Kin", holder: "Callable[[Taker, str | None], str | None]") -> Report:
    """A telling, whose takers have the actor for `local`, by sides; a bare office becomes its holder of that day, where
    only one can be meant."""
    sides: dict[str, list[str]] = {}
    takers: dict[str, Taker] = {}
    inferred = False
    for taker in telling.takers:
        actor = taker.local
        if actor is None:
            actor = holder(taker, telling.start or telling.published)
            inferred = inferred or actor is not None
        if actor is None:
            country = kin.country_of(taker.name)
            actor = f"@{country}" if country is not None else f"={taker.name}"
        side = sides.setdefault(taker.country or "", [])
        if actor not in side:
            side.append(actor)
        _ = takers.setdefault(actor, taker)
    people = frozenset(actor for actor in takers if is_person(actor))
    land = kin.country_of(telling.place) if telling.place is not None else None
    return Report(telling, sides, takers, when(telling), people, inferred, land)


def when(telling: Telling) -> When:
    """The window of a telling; see docs/linking.md for the days."""
    first, last = first_and_last(telling.start), first_and_last(telling.end)
    published = number_of(telling.published)
    if first is not None:
        exact = len(telling.start or "") >= DAY
        end = last[1] if last is not None and last[1] >= first[0] else first[1]
        return When(first[0], end, exact, told=True)
    if last is not None:
        return When(last[0], last[1], len(telling.end or "") >= DAY, told=True)
    if published is None:
        return When(0, 0, exact=False, told=False)
    if telling.status == "planned":
        return When(published, published + _AHEAD, exact=False, told=False)
    if telling.background:
        return When(0, published, exact=False, told=False)
    return When(published - _BEFORE, published + _NOT_AFTER, exact=False, told=False)


def days_to_join(report: Report) -> tuple[int, int]:
    """The days on one of which the event must be that a report can join among all others; zeros when they are too
    many to tell. Of what is announced without a day the nearest count."""
    first, last = days_about(report)
    if not report.when.told:
        last = min(last, first + _WIDEST)
    return (first, last) if 0 < first <= last <= first + _WIDEST else (0, 0)


def days_about(report: Report) -> tuple[int, int]:
    """The days on one of which the event must be that a report can mean; zeros when none can be told."""
    when = report.when
    if when.told:
        return when.first, when.last
    told = number_of(report.telling.published)
    if told is None or report.telling.background:
        return 0, 0
    if report.telling.status == "planned":
        return told, when.last
    return told - _STILL_NEWS, told + 1
