"""What the record knows of the things found in one document."""

from collections.abc import Mapping

from msgspec import Struct


class CopyRow(Struct, frozen=True):
    """A document that shares its wording with another: id, who published it, when."""

    id: str
    publisher: str | None
    published: str | None
    title: str


class WithinRow(Struct, frozen=True):
    """Ids in the record of what a reading holds, in the order of the reading: `actors` of its people, `events` of its
    events (None where a document does not count, or a decision rejected it), `items` of each flat noun. `copy_of` is
    the document whose wording this one repeats, `copies` are those that repeat it, in order of time."""

    actors: tuple[str, ...]
    events: tuple[str | None, ...]
    items: Mapping[str, tuple[str, ...]]
    copy_of: CopyRow | None
    copies: tuple[CopyRow, ...]
