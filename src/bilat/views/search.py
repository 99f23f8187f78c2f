"""Documents that hold words, each with the place where they stand."""

from collections.abc import Iterable, Iterator, Sequence

from bilat.model import Span
from bilat.model.rows import SearchHit
from bilat.views.lines import Cell, Line, Piece, Style, View, plain, wrap

INDENT = 4


def search_lines(hits: Iterable[SearchHit], width: int | None) -> Iterator[Line]:
    """Each document's date, publisher, headline and id; under it the text around the first hit, the words marked."""
    found = False
    for hit in hits:
        found = True
        doc = hit.document
        source = " · ".join(part for part in (doc.published or "date unknown", doc.publisher) if part)
        head = (Piece(f"{source}  "), Piece(doc.title, Style.STRONG), Piece(f"  {doc.id}", Style.FAINT))
        yield from wrap(head, width, INDENT)
        yield from wrap((Piece(" " * INDENT), *marked(hit)), width, INDENT)
        yield plain()
    if not found:
        yield plain("no documents")


def marked(hit: SearchHit) -> Iterator[Piece]:
    """The snippet in pieces, what was searched for marked, with … where the document goes on."""
    if hit.span.start > 0:
        yield Piece("…")
    at = hit.span.start
    for found in _within(hit.hits, hit.span):
        yield Piece(hit.snippet[at - hit.span.start : found.start - hit.span.start])
        yield Piece(hit.snippet[found.start - hit.span.start : found.end - hit.span.start], Style.FOUND)
        at = found.end
    yield Piece(hit.snippet[at - hit.span.start :])
    if hit.span.end < hit.document.characters:
        yield Piece("…")


def _within(hits: Iterable[Span], span: Span) -> Iterator[Span]:
    at = span.start
    for hit in hits:
        if hit.start >= at and hit.end <= span.end:
            yield hit
            at = hit.end


def search_cells(hit: SearchHit) -> Sequence[Cell]:
    """A hit as one flat row."""
    doc = hit.document
    return (doc.id, doc.published, doc.publisher, doc.title, doc.url, len(hit.hits), hit.snippet)


SEARCH: View[SearchHit] = View(
    columns=("document", "published", "publisher", "title", "url", "hits", "snippet"),
    to_dict=SearchHit.to_dict,
    to_cells=search_cells,
    to_lines=search_lines,
)
