"""Who held an office of a country on a day, as the record itself has seen."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Final

from bilat.link.days import first_and_last, number_of
from bilat.model.linking import Taker, Tenure

if TYPE_CHECKING:
    from bilat.lang.base import Kin

_AROUND: Final = 90
"""Days before the first and after the last time seen in which a person is taken to hold an office still."""
_OFTEN: Final = 3
"""Documents that must show a person in an office before a bare office means them."""


Seen = Callable[[str, str], Iterable[Tenure]]
"""Who was seen in an office of a country."""


def among(tenures: Iterable[Tenure]) -> Seen:
    """The tenures to look among, all given."""
    held: dict[tuple[str, str], list[Tenure]] = defaultdict(list)
    for tenure in tenures:
        if tenure.country:
            held[tenure.country, tenure.office].append(tenure)
    return lambda country, office: held.get((country, office), ())


class Holders:
    """Holders of the offices that one person holds at a time."""

    def __init__(self, seen: Seen, kin: "Kin") -> None:
        self._kin = kin
        self._seen = seen
        self._held: dict[tuple[str, str], list[Tenure]] = {}

    def of(self, taker: Taker, day: str | None) -> str | None:
        """The actor that a bare office means on a day: the only one seen in it around that day; None where it is no
        such office or several fit."""
        days = first_and_last(day)
        office = office_of(taker.name, taker.country, self._kin)
        if taker.country is None or days is None or office is None:
            return None
        fitting = [t for t in self._tenures(taker.country, office) if _covers(t, days)]
        if len(fitting) > 1:
            fitting = [t for t in fitting if _covers(t, days, around=0)]
        return fitting[0].actor if len(fitting) == 1 else None

    def _tenures(self, country: str, office: str) -> list[Tenure]:
        held = self._held.get((country, office))
        if held is None:
            held = self._held[country, office] = [t for t in self._seen(country, office) if counts(t)]
        return held


def office_of(name: str, country: str | None, kin: "Kin") -> str | None:
    """The one office held by one person at a time that a name without a person means, if it does."""
    posts = [post for post in kin.posts(name, country) if post.sole]
    return posts[0].name if len(posts) == 1 else None


def counts(tenure: Tenure) -> bool:
    """Whether a tenure tells who a bare office means."""
    return tenure.sole and tenure.documents >= _OFTEN


def moved_days(old: Tenure | None, new: Tenure | None) -> list[tuple[int, int]]:
    """The spans of days on which a bare office may mean another, when a tenure changed."""
    spans = [
        (first - _AROUND, first, last, last + _AROUND)
        for tenure in (old, new)
        if tenure is not None
        and counts(tenure)
        and (first := number_of(tenure.first)) is not None
        and (last := number_of(tenure.last)) is not None
    ]
    if len(spans) == 1:
        return [(spans[0][0], spans[0][3])]
    if not spans:
        return []
    before, after = spans
    return [(min(a, b), max(a, b)) for a, b in zip(before, after, strict=True) if a != b]


def _covers(tenure: Tenure, days: tuple[int, int], around: int = _AROUND) -> bool:
    first, last = number_of(tenure.first), number_of(tenure.last)
    return first is not None and last is not None and first - around <= days[0] and days[1] <= last + around
