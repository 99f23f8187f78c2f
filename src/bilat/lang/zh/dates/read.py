"""A match of the piece pattern → the piece of a date, by its form."""

from collections.abc import Callable
from datetime import date

from bilat.lang.zh.dates.stretch import read_complete
from bilat.lang.zh.dates.worded import read_lunar, read_relative, read_span, read_vaguely, read_weekly
from bilat.lang.zh.dates.written import (
    Match,
    Piece,
    read_bare,
    read_decades,
    read_md,
    read_numeric,
    read_years,
    read_ymd,
)

_READ: dict[str, Callable[[Match, date | None], Piece | None]] = {
    "form_numeric": read_numeric,
    "form_lunar": read_lunar,
    "form_decades": read_decades,
    "form_years": read_years,
    "form_span": read_span,
    "form_ymd": read_ymd,
    "form_md": read_md,
    "form_bare": read_bare,
    "form_weekly": read_weekly,
    "form_relative": read_relative,
    "form_vaguely": read_vaguely,
}


def read_piece(m: Match, published: date | None) -> Piece | None:
    """The piece of one match; None when it is none after all."""
    try:
        piece = _READ[m.lastgroup or ""](m, published)
    except (ValueError, OverflowError):
        return None
    if piece and piece.spec and piece.spec.complete and piece.until is None and piece.fixed is None:
        piece.fixed = read_complete(piece.spec)
    return piece
