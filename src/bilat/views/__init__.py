"""Record rows → lines for a reader, flat rows for a spreadsheet, plain objects for a program. Nothing here prints."""

from bilat.views.lines import Line, Piece, Style, View

__all__ = ["Line", "Piece", "Style", "View"]
