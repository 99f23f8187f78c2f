"""Answers of a bounded size: a page of rows, and the cursor of the next."""

from collections.abc import Callable, Iterable, Mapping
from itertools import islice
from typing import Any, Final, NamedTuple, TypeVar

import msgspec

from bilat.errors import UsageError
from bilat.model.fields import Json
from bilat.record import Record
from bilat.views.cursors import opened, sealed

R = TypeVar("R")

BUDGET: Final = 30_000
"""Characters of JSON after which a page ends, whatever its limit: about 15,000 tokens of Chinese."""
FURTHEST: Final = 10_000_000
"""More rows than any record has."""


class Asked(NamedTuple):
    """A question that is answered page by page: the tool, its arguments without the cursor, and the record's digest."""

    tool: str
    arguments: Mapping[str, Any]
    digest: str

    def after(self, cursor: str | None) -> int:
        """How many rows were given before. Raises UsageError for a cursor of another question."""
        if cursor is None:
            return 0
        match opened(cursor, self):
            case [int() as before] if 0 < before < FURTHEST:
                return before
            case _:
                msg = "no cursor of this tool; ask without it"
                raise UsageError(msg)

    def cursor(self, before: int) -> str:
        """The cursor for what follows that many rows."""
        return sealed((before,), self)


def asked(record: Record, tool: str, **arguments: Any) -> Asked:
    """The question that a tool is asked."""
    return Asked(tool, arguments, record.digest)


def page(
    key: str, rows: Iterable[R], to_dict: Callable[[R], Json], question: Asked, limit: int, cursor: str | None
) -> Json:
    """The rows after the cursor under `key`: at most `limit`, and as many as the budget takes, but one at least."""
    before = question.after(cursor)
    made: list[Json] = []
    room = BUDGET
    more = False
    for row in islice(rows, before, None):
        if len(made) == limit or room <= 0:
            more = True
            break
        one = to_dict(row)
        room -= size(one)
        if room < 0 and made:
            more = True
            break
        made.append(one)
    answer: Json = {key: made}
    return {**answer, "next": question.cursor(before + len(made))} if more else answer


def size(value: object) -> int:
    """The length of a value as JSON, in characters."""
    return len(msgspec.json.encode(value).decode())
