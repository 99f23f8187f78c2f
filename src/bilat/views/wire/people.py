"""People and their offices."""

from bilat.views.wire.base import Code, Count, DateText, Id, Wire
from bilat.views.wire.events import Decided


class Title(Wire, frozen=True):
    """A title as written, first and last published day it was seen, in how many documents."""

    title: str
    first: DateText | None
    last: DateText | None
    documents: Count


class Tenure(Wire, frozen=True):
    """An office, first and last published day the person was seen in it; `others` were seen in it on some of the same
    days."""

    office: str
    sole: bool
    first: DateText | None
    last: DateText | None
    documents: Count
    others: tuple[Id, ...]


class Person(Wire, frozen=True):
    """A person over all documents; titles the latest first."""

    id: Id
    name: str
    names: tuple[str, ...]
    country: Code | None
    titles: tuple[Title, ...]
    tenures: tuple[Tenure, ...]
    first: DateText | None
    last: DateText | None
    documents: Count
    mentions: Count
    decisions: tuple[Decided, ...] = ()
