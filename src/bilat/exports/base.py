"""What an export is, and what it is asked for."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Protocol

from bilat.record import Record

EVENT_FILTERS: Final = frozenset(
    {"countries", "since", "until", "publisher", "types", "status", "level", "person", "overdue", "background"}
)
"""What chooses events; a format that holds none of the record's other nouns takes these."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What of a record is wanted; an empty field asks nothing.

    `countries`, `since`, `until` and `publisher` choose events as `Record.events` does, and other nouns by their own
    countries, and the days and publishers of their articles; `types`, `status`, `level`, `person` and `overdue` choose
    events. `background` None leaves it to the format. `only` names tables, `limit` is a number of entries, `base_url`
    where the pages of the record are served.
    """

    countries: Sequence[str] = ()
    since: str | None = None
    until: str | None = None
    publisher: str | None = None
    types: Sequence[str] = ()
    status: str | None = None
    level: str | None = None
    person: str | None = None
    overdue: bool = False
    background: bool | None = None
    only: Sequence[str] = ()
    limit: int | None = None
    base_url: str | None = None

    @property
    def everything(self) -> bool:
        """Whether no choice was made: then people and documents that nothing refers to are wanted too."""
        return not EVENT_FILTERS.intersection(self.given()) - {"background"} and self.background is not False

    def given(self) -> list[str]:
        """The names of the fields that ask something, in order."""
        asked = {name: getattr(self, name) for name in self.__slots__}
        return [name for name, value in asked.items() if value or (name == "background" and value is not None)]


class Export(Protocol):
    """A format that a record can be written in; offered by the hook `bilat_exports`.

    `name` is the word for `--format`, `about` a line on what it holds. `suffix` is what its file ends with, empty for a
    folder; `streams` the suffix under which it can go to standard output as one text, None when it cannot. `needs` are
    the packages it imports beyond the core, `takes` the fields of `Asked` that mean something to it, and `files` the
    names that may stand in its folder.
    """

    @property
    def name(self) -> str: ...
    @property
    def about(self) -> str: ...
    @property
    def suffix(self) -> str: ...
    @property
    def streams(self) -> str | None: ...
    @property
    def needs(self) -> tuple[str, ...]: ...
    @property
    def takes(self) -> frozenset[str]: ...
    @property
    def files(self) -> frozenset[str]: ...

    def write(self, record: Record, asked: Asked, target: Path) -> None:
        """Writes to `target`, which is not there yet. The same record and request give the same bytes. Raises
        UsageError for a request that makes no sense in this format."""
        ...
