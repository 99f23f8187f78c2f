"""Events by their first day, fetched a month at a time and kept."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from typing import Final

from bilat.link.days import number_of
from bilat.model.linking import Happening

_MONTH: Final = 32


class Calendar:
    """`fetch` gives the events of a kind (a type, a host) that begin on days from first to last; `under` the names that
    each is to be found under."""

    def __init__(
        self, fetch: Callable[[str, int, int], Iterable[Happening]], under: Callable[[Happening], Iterable[str]]
    ) -> None:
        self._fetch = fetch
        self._under = under
        self._months: dict[tuple[str, int], dict[str, list[tuple[int, Happening]]]] = {}

    def find(self, kind: str, name: str, first: int, last: int) -> Iterator[Happening]:
        """The events of a kind, under a name, that begin on one of these days."""
        for month in range(first // _MONTH, last // _MONTH + 1):
            for day, event in self._month(kind, month).get(name, ()):
                if first <= day <= last:
                    yield event

    def _month(self, kind: str, month: int) -> dict[str, list[tuple[int, Happening]]]:
        found = self._months.get((kind, month))
        if found is None:
            found = self._months[kind, month] = defaultdict(list)
            for event in self._fetch(kind, month * _MONTH, month * _MONTH + _MONTH - 1):
                day = number_of(event.earliest)
                for name in self._under(event) if day is not None else ():
                    found[name].append((day or 0, event))
        return found
