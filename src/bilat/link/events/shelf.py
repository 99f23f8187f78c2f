"""What linking keeps between two builds, and how it asks for it."""

from collections.abc import Collection, Iterable, Mapping
from typing import Protocol

from bilat.model.linking import Telling
from bilat.model.places import Kept, Key, Place


class Shelf(Protocol):
    """What was kept. Every answer is about the build before; nothing of this one is in it but `tellings`."""

    def tellings(self, numbers: Collection[int]) -> Iterable[Telling]:
        """The tellings of these numbers; a taker's `local` is the actor."""
        ...

    def places(self, numbers: Collection[int]) -> Mapping[int, Place]:
        """Where these tellings were put; without those that were not."""
        ...

    def members(self, key: Key) -> Collection[int]:
        """Tellings with this key."""
        ...

    def clusters(self, numbers: Collection[int]) -> Iterable[Kept]:
        """The clusters of these numbers."""
        ...

    def of_key(self, key: Key) -> Iterable[Kept]:
        """The clusters of this key."""
        ...

    def on_day(self, kind: str, day: int) -> Iterable[Kept]:
        """The clusters of whole keys of a type whose first day this is."""
        ...

    def between(self, kind: str, first: int, days: tuple[int, int], countries: Collection[str]) -> Iterable[Kept]:
        """The clusters of whole keys of a type that begin on a day from `first` to the last of these days, do not end
        before the first of them, and that all these countries take part in."""
        ...

    def waiting(self, kind: str, first: int, last: int) -> Collection[int]:
        """Tellings of a type that look for an event on one of these days."""
        ...

    def joined(self, occasions: Collection[int]) -> Collection[int]:
        """Tellings that joined these occasions."""
        ...

    def events_with(self, tellings: Collection[int]) -> Collection[int]:
        """Numbers of the events that any of these tellings reports."""
        ...

    def told_by(self, events: Collection[int]) -> Collection[int]:
        """The tellings that are reports of these events in the first place."""
        ...


class Bare:
    """A shelf with nothing on it but the tellings themselves."""

    def __init__(self, tellings: Iterable[Telling]) -> None:
        self._tellings = {telling.number: telling for telling in tellings}

    def tellings(self, numbers: Collection[int]) -> Iterable[Telling]:
        return [self._tellings[number] for number in numbers]

    def places(self, numbers: Collection[int]) -> Mapping[int, Place]:
        del numbers
        return {}

    def members(self, key: Key) -> Collection[int]:
        del key
        return ()

    def clusters(self, numbers: Collection[int]) -> Iterable[Kept]:
        del numbers
        return ()

    def of_key(self, key: Key) -> Iterable[Kept]:
        del key
        return ()

    def on_day(self, kind: str, day: int) -> Iterable[Kept]:
        del kind, day
        return ()

    def between(self, kind: str, first: int, days: tuple[int, int], countries: Collection[str]) -> Iterable[Kept]:
        del kind, first, days, countries
        return ()

    def waiting(self, kind: str, first: int, last: int) -> Collection[int]:
        del kind, first, last
        return ()

    def joined(self, occasions: Collection[int]) -> Collection[int]:
        del occasions
        return ()

    def events_with(self, tellings: Collection[int]) -> Collection[int]:
        del tellings
        return ()

    def told_by(self, events: Collection[int]) -> Collection[int]:
        del events
        return ()
