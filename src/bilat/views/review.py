"""What linking was not sure of, both sides with their evidence."""

from collections.abc import Iterable, Iterator, Sequence

from bilat.model.doubt import Doubt, DoubtRow, DoubtSide
from bilat.views.dates import when
from bilat.views.lines import Cell, Line, Piece, Style, View, counted, plain, wrap

INDENT = 4
WHY = {
    "alias": "both stand beside one name in Latin script",
    "spelling": "the packs list both as one name",
    "short": "one is the last part of the other's full name",
    "sound": "seen in one office, and alike in sound",
    "country": "one name, once without a country",
    "inferred": "the report names an office or a country only",
    "near": "one type, the same sides, days close to each other",
}
"""What speaks for one, in words."""


def doubt_lines(rows: Iterable[DoubtRow], width: int | None) -> Iterator[Line]:
    """Each doubt with both sides: names, titles, dates, quotations."""
    none = True
    for row in rows:
        none = False
        yield from one_doubt(row, width)
        yield plain()
    if none:
        yield plain("no doubts")


def one_doubt(row: DoubtRow, width: int | None) -> Iterator[Line]:
    """A doubt and its sides."""
    yield from wrap((Piece(question(row.doubt), Style.HEADING),), width, INDENT)
    for side in (row.one, row.other):
        yield from _side(row.doubt, side, width)


def question(doubt: Doubt) -> str:
    """What linking did, why, and how sure it was."""
    did = "joined" if doubt.joined else "kept apart"
    noun = {"actor": "one person", "event": "one event"}[doubt.kind]
    return f"{noun}? {did} · {WHY.get(doubt.why, doubt.why)} · likely {doubt.likely:.2f}"


def _side(doubt: Doubt, side: DoubtSide, width: int | None) -> Iterator[Line]:
    about = _name(side) if doubt.kind == "actor" else _event(side)
    yield from wrap((Piece("  "), Piece(about, Style.STRONG), Piece(f"  {side.id}", Style.FAINT)), width, INDENT)
    if side.titles:
        yield from wrap(plain(" " * INDENT + "、".join(side.titles)), width, INDENT)
    for witness in side.witnesses:
        source = " · ".join(word for word in (witness.publisher, witness.published) if word)
        quoted = (Piece(" " * INDENT), Piece(f"“{witness.evidence.quote.strip()}”", Style.QUOTE))
        yield from wrap((*quoted, Piece(f" {source}", Style.FAINT)), width, INDENT)


def _name(side: DoubtSide) -> str:
    names = ", ".join(side.names) or "unknown"
    days = "on unknown days" if side.first is None else when(side.first, side.last)
    return " · ".join((" ".join((names, *side.countries)), counted(side.documents, "document"), days))


def _event(side: DoubtSide) -> str:
    status = None if side.status == "held" else side.status
    who = "、".join(side.names) + "".join(f" {country}" for country in side.countries)
    known = (when(side.first, side.last), side.type, status, who, side.place, counted(side.documents, "document"))
    return " · ".join(word for word in known if word)


def _cells(row: DoubtRow) -> Sequence[Cell]:
    doubt = row.doubt
    sides = (cell for side in (row.one, row.other) for cell in _side_cells(side))
    return (doubt.kind, "yes" if doubt.joined else "no", doubt.why, doubt.likely, *sides)


def _side_cells(side: DoubtSide) -> Sequence[Cell]:
    quote = side.witnesses[0].evidence.quote if side.witnesses else None
    names, countries, titles = ("; ".join(words) for words in (side.names, side.countries, side.titles))
    return (side.id, names, countries, titles, side.first, side.last, side.place, side.documents, quote)


_SIDE = ("", "_names", "_countries", "_titles", "_first", "_last", "_place", "_documents", "_quote")

DOUBTS: View[DoubtRow] = View(
    columns=("kind", "joined", "why", "likely", *(f"{side}{end}" for side in ("one", "other") for end in _SIDE)),
    to_dict=DoubtRow.to_dict,
    to_cells=_cells,
    to_lines=doubt_lines,
)
