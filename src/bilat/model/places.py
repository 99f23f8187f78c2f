"""What linking keeps between two builds: where each telling was put. Days are numbers, 1 the first of the year 1."""

from typing import Final, NamedTuple

NOWHERE: Final = -1
"""The number of no cluster."""


class Key(NamedTuple):
    """What reports of one event share: `type`, principals (`who`), and what else tells two events apart (`what`: host,
    mechanism, kind of document). `whole` says that nothing is missing: reports of one whole key and day are one
    event."""

    type: str
    who: tuple[str, ...]
    what: str
    whole: bool


class Place(NamedTuple):
    """Where a telling was put. `cluster` is the number of the cluster it is in, `joined` that of the occasion it joined
    (`NOWHERE` for neither). `first` and `last` are the days among which it looks for an event to join, both 0 when its
    key is whole or it looks for none."""

    telling: int
    key: Key
    cluster: int
    joined: int
    first: int
    last: int


class Kept(NamedTuple):
    """A cluster as it was kept: its number (that of its earliest kept telling), days (0 where none is told exactly),
    countries, the number of the cluster that stands for its occasion, and its tellings, sorted."""

    cluster: int
    key: Key
    first: int
    last: int
    countries: tuple[str, ...]
    occasion: int
    tellings: tuple[int, ...]
