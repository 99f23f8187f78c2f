"""A page of a list, and a list whole: where a cursor points, which rows follow."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final
from urllib.parse import quote, urlencode

from bilat.views.cursors import opened, sealed
from bilat.web.api.asking import Many, Question
from bilat.web.api.params import USUAL
from bilat.web.api.streams import bounded
from bilat.web.api.writing import MEDIA, lines, page
from bilat.web.cache import Kept

WHOLE: Final = 200_000
"""Rows of the longest list that is sent whole; a longer one breaks off with an error. `bilat export` has no bound."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """A list that is asked for: of which record, in which form, at which address."""

    asking: Many
    question: Question
    digest: str
    form: str
    address: str
    query: Sequence[tuple[str, str]]

    def page(self) -> Kept:
        """So many rows from the cursor on, with the cursor of the next page and a link to it."""
        limit = self.question.given.number("limit") or USUAL
        before = self._position()
        found = list(self._first(before, limit + 1))
        rows = found[:limit]
        following = sealed(self.asking.position(before, rows), self._asks()) if len(found) > limit else None
        headers = {} if following is None else {"Link": f'<{self._link(following)}>; rel="next"'}
        to_dict = self.asking.table.to_dict
        if self.form == "json":
            body = page(rows, to_dict, following, self.digest)
        else:
            body = b"".join(lines(rows, self.asking.table, self.form))
            headers |= attachment(self.asking.name, self.form)
        return Kept(body, MEDIA[self.form], headers=tuple(headers.items()))

    def check(self) -> None:
        """Asks for one row, so that what makes no sense is told before anything is sent."""
        for _ in self._first(self._position(), 1):
            return

    def lines(self) -> Iterator[bytes]:
        """Every row from the cursor on. Raises OverflowError where there are more than `WHOLE`."""
        rows = self.asking.after(self.question, self._position(), WHOLE + 1)
        return lines(bounded(rows, WHOLE), self.asking.table, self.form)

    def _first(self, before: Sequence[object], number: int) -> Iterator[Any]:
        for at, row in enumerate(self.asking.after(self.question, before, number)):
            if at == number:
                return
            yield row

    def _position(self) -> list[Any]:
        """Where the cursor points; [] is the beginning. Raises UsageError for a cursor of another list."""
        cursor = self.question.given.one("cursor")
        return [] if cursor is None else opened(cursor, self._asks())

    def _asks(self) -> object:
        """What a cursor belongs to: all of the question but how much of it is wanted at a time."""
        given = self.question.given.without("cursor", "limit", "format")
        return [self.asking.name, self.question.path, given, self.digest]

    def _link(self, cursor: str) -> str:
        given = [(name, word) for name, word in self.query if name != "cursor"]
        return f"{quote(self.address, safe='/%')}?{urlencode([*given, ('cursor', cursor)])}"


def attachment(name: str, form: str) -> dict[str, str]:
    """A name for the file that a browser keeps."""
    return {"Content-Disposition": f'attachment; filename="{name}.{form}"'}
