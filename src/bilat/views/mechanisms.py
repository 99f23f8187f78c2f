"""Mechanisms of a record: the ladder of their sessions, gaps shown as gaps."""

from collections.abc import Iterable, Iterator, Sequence

from bilat.model.item_rows import MechanismRow, SessionRow
from bilat.views.dates import when
from bilat.views.events import STATUS_MARK, STATUS_STYLE
from bilat.views.items import INDENT, codes, or_nothing, report_lines
from bilat.views.lines import Cell, Line, Piece, Style, View, counted, pad, plain, wrap

NUMBER_WIDTH = 8
DATE_WIDTH = 24


def mechanism_lines(rows: Iterable[MechanismRow], width: int | None) -> Iterator[Line]:
    """Each mechanism: members, other forms of its name, and its sessions with the words of their first report."""
    return or_nothing(_lines(rows, width), "mechanisms")


def _lines(rows: Iterable[MechanismRow], width: int | None) -> Iterator[Line]:
    for row in rows:
        members = f"  {codes(*row.members)}" if row.members else ""
        seen = f"  {counted(row.documents, 'document')}, {when(row.first, row.last)}"
        head = (Piece(row.mechanism, Style.HEADING), Piece(members), Piece(seen, Style.FAINT))
        yield from wrap(head, width, INDENT)
        others = [name for name in row.names if name != row.mechanism]
        if others:
            yield from wrap(plain(f"  also written: {', '.join(others)}"), width, INDENT * 2)
        for session in row.sessions:
            yield from session_lines(session, width)
        yield plain()


def session_lines(session: SessionRow, width: int | None) -> Iterator[Line]:
    """A session's line and its first report; a gap is one line."""
    if session.gap_to is not None:
        yield (Piece(f"{' ' * INDENT}{gap(session)}: no report", Style.FAINT),)
        return
    number = "" if session.ordinal is None else f"no. {session.ordinal}"
    who = "、".join(f"{name} {country}" if country else name for name, country in session.participants)
    status = session.status
    mark = Piece("· ") if status is None else Piece(f"{STATUS_MARK[status]} ", STATUS_STYLE[status])
    told = " · ".join(part for part in (session.place, who) if part)
    line = (
        Piece(" " * INDENT + pad(number, NUMBER_WIDTH)),
        mark,
        Piece(pad(when(session.start, session.end), DATE_WIDTH)),
        Piece(told, Style.STRONG),
    )
    yield from wrap(line, width, INDENT + NUMBER_WIDTH + 2 + DATE_WIDTH)
    more = "" if len(session.reports) == 1 else f" · and {counted(len(session.reports) - 1, 'other report')}"
    yield from report_lines(session.reports[0], width, more)


def gap(session: SessionRow) -> str:
    """`no. 3`, `no. 3 to 12`."""
    one = session.ordinal == session.gap_to
    return f"no. {session.ordinal}" if one else f"no. {session.ordinal} to {session.gap_to}"


def mechanism_cells(row: MechanismRow) -> Sequence[Cell]:
    """A mechanism as one flat row: its sessions as `number: date, place`."""
    return (
        row.mechanism,
        "; ".join(row.names),
        "; ".join(row.members),
        "yes" if row.known else "no",
        row.documents,
        row.first,
        row.last,
        len([s for s in row.sessions if s.gap_to is None]),
        "; ".join(map(_briefly, row.sessions)),
    )


def _briefly(session: SessionRow) -> str:
    if session.gap_to is not None:
        return f"{gap(session)}: no report"
    return f"{session.ordinal or '?'}: {when(session.start, session.end)}, {session.place or '?'}"


MECHANISMS: View[MechanismRow] = View(
    columns=("mechanism", "names", "members", "known", "documents", "first", "last", "count", "sessions"),
    to_dict=MechanismRow.to_dict,
    to_cells=mechanism_cells,
    to_lines=mechanism_lines,
)
