"""Rows of the linked tables → EventRow."""

from collections.abc import Mapping, Sequence
from itertools import groupby
from typing import Any, Final

from msgspec.json import decode
from msgspec.structs import replace

from bilat.model import Evidence, Span
from bilat.model.rows import ChangeRow, DifferenceRow, EventRow, ParticipantRow, ReportRow, ValueRow
from bilat.record.load import texts
from bilat.record.query import LISTED

Row = tuple[Any, ...]

SIDES: Final = (
    "SELECT s.event, s.name, s.country, s.role, s.actor FROM sides s"
    f" WHERE s.event {LISTED} ORDER BY s.event, s.position"
)
REPORTS: Final = (
    "SELECT r.event, d.id, d.publisher, d.published, d.title, d.url, r.how, r.inferred,"
    " (SELECT o.id FROM copies c JOIN documents o ON o.document = c.of WHERE c.document = d.document),"
    " (SELECT json_group_array(json_array(v.start_char, v.end_char, v.quote)) FROM evidence v"
    " WHERE v.telling = r.telling)"
    " FROM reports r JOIN tellings t USING (telling) JOIN documents d USING (document)"
    f" WHERE r.event {LISTED} ORDER BY r.event, r.position"
)
LIFE: Final = (
    "SELECT l.event, l.status, l.on_day, d.id FROM life l JOIN tellings t USING (telling)"
    f" JOIN documents d USING (document) WHERE l.event {LISTED} ORDER BY l.event, l.position"
)
DIFFERENCES: Final = (
    "SELECT x.event, x.field, x.kind, x.value, d.id, d.publisher FROM differences x JOIN tellings t USING (telling)"
    f" JOIN documents d USING (document) WHERE x.event {LISTED} ORDER BY x.event, x.position"
)


def event_row(
    row: Row,
    participants: tuple[ParticipantRow, ...],
    reports: Sequence[Row],
    life: Sequence[Row],
    differences: Sequence[Row],
) -> EventRow:
    """A linked event with all that belongs to it."""
    _, id_, kind, status, start, end, place, host, mechanism, ordinal, documents, background, part_of, level = row
    return EventRow(
        id=id_,
        type=kind,
        status=status,
        start=start,
        end=end,
        place=place,
        host=host,
        participants=participants,
        mechanism=mechanism,
        ordinal=ordinal,
        documents=texts(documents),
        background=bool(background),
        reports=_reports(reports),
        part_of=part_of,
        life=tuple(ChangeRow(*change) for change in life),
        discrepancies=_differences(differences),
        level=level,
    )


def sides(rows: Sequence[Row], names: Mapping[str, tuple[str, ...] | None]) -> tuple[ParticipantRow, ...]:
    """Those who take part, by their usual names; `names` are all names of an actor, the usual one first."""
    made: list[ParticipantRow] = []
    for name, country, role, actor in rows:
        forms = names.get(actor) or (name,)
        made.append(ParticipantRow(forms[0], forms, country, role, actor))
    return tuple(made)


def _reports(rows: Sequence[Row]) -> tuple[ReportRow, ...]:
    """One for each document: several tellings of a document are one report, in the strongest way."""
    made: dict[str, ReportRow] = {}
    for document, publisher, published, title, url, how, inferred, copy_of, quoted in rows:
        evidence = tuple(Evidence(document, Span(start, end), quote) for start, end, quote in decode(quoted))
        known = made.get(document)
        if known is None:
            made[document] = ReportRow(
                document, publisher, published, title, url, how, evidence, bool(inferred), copy_of
            )
        else:
            more = tuple(ev for ev in evidence if ev not in known.evidence)
            made[document] = replace(known, evidence=known.evidence + more)
    return tuple(made.values())


def _differences(rows: Sequence[Row]) -> tuple[DifferenceRow, ...]:
    made: list[DifferenceRow] = []
    for (field, kind), of_field in groupby(rows, key=lambda row: (row[0], row[1])):
        values = tuple(
            ValueRow(value, tuple(row[3] for row in same), tuple(dict.fromkeys(row[4] for row in same if row[4])))
            for value, same in ((value, list(same)) for value, same in groupby(of_field, key=lambda row: row[2]))
        )
        made.append(DifferenceRow(field, kind, values))
    return tuple(made)
