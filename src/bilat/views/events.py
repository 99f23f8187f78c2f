"""One event in a line: when, what, whether it was held, who with whom, where."""

from collections import Counter
from collections.abc import Sequence
from typing import Protocol

from bilat.model import Status
from bilat.model.rows import ReportRow
from bilat.views.dates import when
from bilat.views.lines import Line, Piece, Style, pad

STATUS_STYLE: dict[str, Style] = {
    Status.HELD: Style.HELD,
    Status.PLANNED: Style.PLANNED,
    Status.CANCELLED: Style.CANCELLED,
}
STATUS_MARK: dict[str, str] = {Status.HELD: "●", Status.PLANNED: "○", Status.CANCELLED: "✕"}

DATE_WIDTH = 18
KIND_WIDTH = 20


class Actor(Protocol):
    """A participant, of a Reading or of a record."""

    @property
    def name(self) -> str: ...
    @property
    def country(self) -> str | None: ...
    @property
    def role(self) -> str | None: ...


class Happening(Protocol):
    """An event, of a Reading or of a record."""

    @property
    def type(self) -> str: ...
    @property
    def status(self) -> str: ...
    @property
    def start(self) -> str | None: ...
    @property
    def end(self) -> str | None: ...
    @property
    def place(self) -> str | None: ...
    @property
    def host(self) -> str | None: ...
    @property
    def participants(self) -> Sequence[Actor]: ...
    @property
    def mechanism(self) -> str | None: ...
    @property
    def ordinal(self) -> int | None: ...
    @property
    def documents(self) -> Sequence[str]: ...
    @property
    def background(self) -> bool: ...


def event_line(event: Happening) -> Line:
    """Date, status and type, participants by side, where, which mechanism or documents; `background` is said."""
    return (
        Piece(pad(when(event.start, event.end), DATE_WIDTH) + " "),
        Piece(pad(f"{STATUS_MARK[event.status]} {kind(event)}", KIND_WIDTH) + " ", STATUS_STYLE[event.status]),
        Piece(what(event), Style.FAINT if event.background else Style.STRONG),
    )


def kind(event: Happening) -> str:
    """The type, with its status where it was not held, and `background` where it is."""
    marks = [] if event.status == Status.HELD else [str(event.status)]
    if event.background:
        marks.append("background")
    return ", ".join([str(event.type), *marks])


def what(event: Happening) -> str:
    """Who, and what else is known: the country visited, the place, the mechanism with its session, documents."""
    mechanism = event.mechanism
    if event.ordinal is not None:
        mechanism = f"{mechanism or 'session'} (no. {event.ordinal})"
    host = f"to {event.host}" if event.host else None
    known = (sides(event.participants), host, event.place, mechanism, ", ".join(event.documents))
    return " · ".join(part for part in known if part) or "participants unknown"


def sides(participants: Sequence[Actor]) -> str:
    """Participants by country, in the order of first mention: `阮富仲、范明政 VN — 习近平 CN`; a message points from
    its sender to its recipients."""
    senders = [p for p in participants if p.role == "sender"]
    if senders:
        others = [p for p in participants if p.role != "sender"]
        return " → ".join(side for side in (_by_country(senders, " + "), _by_country(others, " + ")) if side)
    return _by_country(participants, " ↔ " if any(p.role == "both" for p in participants) else " — ")


def _by_country(participants: Sequence[Actor], between: str) -> str:
    names: dict[str | None, list[str]] = {}
    for participant in participants:
        names.setdefault(participant.country, []).append(participant.name)
    return between.join("、".join(group) + (f" {country}" if country else "") for country, group in names.items())


def quotation(quote: str, indent: int) -> Line:
    """A quotation in its marks."""
    return (Piece(" " * indent), Piece(f"“{quote}”", Style.QUOTE))


def reported(report: ReportRow) -> str:
    """Who reported, and when."""
    return " · ".join(part for part in (report.publisher, report.published) if part) or "source unknown"


HOWS: tuple[tuple[str, str], ...] = (("reported", "also"), ("announced", "announced by"), ("mentioned", "recalled by"))
"""How a document tells of an event, and the words for those that do."""


def reporters(reports: Sequence[ReportRow]) -> str:
    """Publishers by how they tell of it, with the number of their documents: `also CNA 4, RTHK · announced by DW`."""
    told: list[str] = []
    for how, words in HOWS:
        counted = Counter(report.publisher or "unknown" for report in reports if report.how == how)
        if counted:
            names = (f"{name} {count}" if count > 1 else name for name, count in sorted(counted.items()))
            told.append(f"{words} {', '.join(names)}")
    return " · ".join(told)
