"""Who held an office of a country on a day, as the record itself has seen."""

from collections import defaultdict
from collections.abc import Iterable
from typing import TYPE_CHECKING, Final

from bilat.link.days import first_and_last, number_of
from bilat.model.linking import Taker, Tenure

if TYPE_CHECKING:
    from bilat.lang.base import Kin

_AROUND: Final = 90
"""Days before the first and after the last time seen in which a person is taken to hold an office still."""
_OFTEN: Final = 3
"""Documents that must show a person in an office before a bare office means them."""


class Holders:
    """Holders of the offices that one person holds at a time."""

    def __init__(self, tenures: Iterable[Tenure], kin: "Kin") -> None:
        self._kin = kin
        self._held: dict[tuple[str, str], list[Tenure]] = defaultdict(list)
        for tenure in tenures:
            if tenure.sole and tenure.country and tenure.documents >= _OFTEN:
                self._held[tenure.country, tenure.office].append(tenure)

    def of(self, taker: Taker, day: str | None) -> str | None:
        """The actor that a bare office means on a day: the only one seen in it around that day; None where it is no
        such office or several fit."""
        days = first_and_last(day)
        if taker.country is None or days is None:
            return None
        posts = [post for post in self._kin.posts(taker.name) if post.sole]
        if len(posts) != 1:
            return None
        fitting = [t for t in self._held.get((taker.country, posts[0].name), ()) if _covers(t, days)]
        if len(fitting) > 1:
            fitting = [t for t in fitting if _covers(t, days, around=0)]
        return fitting[0].actor if len(fitting) == 1 else None


def _covers(tenure: Tenure, days: tuple[int, int], around: int = _AROUND) -> bool:
    first, last = number_of(tenure.first), number_of(tenure.last)
    return first is not None and last is not None and first - around <= days[0] and days[1] <= last + around
