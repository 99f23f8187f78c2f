"""Where something stands in a document, and the words that stand there."""

from msgspec import Struct

from bilat.errors import EvidenceError


class Span(Struct, frozen=True, order=True, gc=False):
    """A half-open stretch of a document's text, in Unicode code points. Empty spans are refused."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            msg = f"span {self.start}:{self.end} is empty or negative: nothing can be quoted from nowhere"
            raise EvidenceError(msg)

    def __contains__(self, other: "Span") -> bool:
        return self.start <= other.start and other.end <= self.end


class Evidence(Struct, frozen=True, order=True, gc=False):
    """A quotation: `quote` stands at `span` of the document with id `document`, character by character."""

    document: str
    span: Span
    quote: str

    def __post_init__(self) -> None:
        if len(self.quote) != self.span.end - self.span.start:
            msg = f"quotation of {len(self.quote)} characters for a span of {self.span.end - self.span.start}"
            raise EvidenceError(msg)
