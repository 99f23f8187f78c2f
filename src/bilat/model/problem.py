"""What could not be read: in a document (Problem) or of an input (Failure)."""

from msgspec import Struct

from bilat.model.span import Span


class Problem(Struct, frozen=True, order=True, gc=False):
    """Something in a document that could not be read; never guessed over.

    `kind` is a short stable word (`no_date`, `impossible_date`, `no_country`, `language_not_read`, ...; all in
    docs/problems.md), `detail` one line for a person, `span` where it stands, None for the document as a whole.
    """

    kind: str
    detail: str
    span: Span | None = None


class Failure(Struct, frozen=True, order=True, gc=False):
    """An input, or a part of one, that could not be read: the rest goes on. `path` as given, `reason` one line.
    With `aside` nothing is wrong: it tells what was left out for what it is, such as a crawl's pictures."""

    path: str
    reason: str
    aside: bool = False
