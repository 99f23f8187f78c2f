"""Tools about events: the timeline, one event, its reports side by side, what reports do not agree on."""

from collections.abc import Iterable, Sequence
from itertools import islice
from typing import Annotated, Any, Final, Literal

from msgspec.structs import replace
from pydantic import Field

from bilat.agents.asked import (
    By,
    Countries,
    Cursor,
    Id,
    Limit,
    Publisher,
    Quotations,
    Since,
    State,
    Types,
    Until,
    Word,
    codes,
    day,
)
from bilat.agents.pages import asked, page
from bilat.errors import UsageError
from bilat.model.comparison import ColumnRow, ComparisonRow, CoverageRow, EntryRow
from bilat.model.fields import Json
from bilat.model.item_rows import DiscrepancyRow, ToldRow
from bilat.model.level import Level
from bilat.model.linking import KINDS
from bilat.model.rows import EventRow, ReportRow
from bilat.record import Record
from bilat.views.topics import TopicRow, topics

PARTS: Final = 20
"""Parts of a visit that are given with it; the timeline has the others."""
NAMED: Final = 20
"""Entries and publishers that are listed where there are many."""
COLUMNS: Final = 8
"""Columns whose words are given of one thing said."""
NEAR: Final = 5
"""Ids that are offered where one is not found."""


def timeline(
    record: Record,
    countries: Countries = [],
    since: Since = None,
    until: Until = None,
    types: Types = [],
    status: State | None = None,
    person: Annotated[
        Word | None, Field(description="Only events of this person: a name in any script, or an id.")
    ] = None,
    level: Annotated[Level | None, Field(description="How high: leaders before ministers before officials.")] = None,
    publisher: Publisher = None,
    overdue: Annotated[bool, Field(description="Only what was announced and never told of as held since.")] = False,
    background: Annotated[bool, Field(description="Also what is only told as history.")] = False,
    order: Annotated[Literal["oldest", "newest"], Field(description="Which comes first.")] = "oldest",
    quotations: Quotations = 1,
    limit: Limit = 20,
    cursor: Cursor = None,
) -> Json:
    """Who met whom, when and where, in order of time: visits, meetings, calls, messages, signings and sessions between
    countries. One event stands for one happening however many publishers report it; each comes with reports and their
    quotations, with its life (planned, held, cancelled) and with what its reports do not agree on."""
    given: dict[str, Any] = {
        "countries": codes(countries),
        "since": day(since),
        "until": day(until),
        "types": tuple(types),
        "status": status,
        "person": person,
        "level": level,
        "publisher": publisher,
        "overdue": overdue,
        "order": order,
    }
    history = None if background else False
    question = asked(record, "timeline", **given, background=background, quotations=quotations)
    rows = record.events(**given, background=history)
    return page("events", rows, lambda event: brief(event, quotations), question, limit, cursor)


def event(
    record: Record,
    id: Id,
    limit: Limit = 20,
    cursor: Cursor = None,
) -> Json:
    """One event with its reports, page by page, each with its quotations; with the parts of a visit, and which
    publishers tell of it or were read on those days and do not. The id of one report's telling finds its event too."""
    row = found(record, id)
    question = asked(record, "event", id=row.id)
    reports = page("reports", row.reports, ReportRow.to_dict, question, limit, cursor)
    whole = {**row.to_dict(), "reports": reports.pop("reports"), "reports_in_all": len(row.reports)}
    parts = [brief(part, 1) for part in islice(record.parts(row), PARTS)]
    return {"event": whole, "parts": parts, "coverage": _coverage(record.coverage(row)), **reports}


def compare(record: Record, id: Id, by: By = "publisher", limit: Limit = 20, cursor: Cursor = None) -> Json:
    """The reports of one event side by side, by publisher or by the side that is quoted: phrases, figures, speakers,
    undertakings and contested names, under each column that has them the words; and of reports in several languages
    what each says topic by topic. What has one column only that one says; `left_out` of a column is what at least two
    others have and it has not. A column that is missing under a thing said does not prove silence when `independent`
    is small."""
    row = found(record, id)
    compared = record.compare(row, by)
    question = asked(record, "compare", id=row.id, by=by)
    said = page("said", compared.entries, _said, question, limit, cursor)
    return {
        "event": brief(row, 1),
        "by": by,
        "columns": [_column(column) for column in compared.columns],
        "said": said.pop("said"),
        "said_in_all": len(compared.entries),
        **_between(compared),
        "coverage": _coverage(compared.coverage),
        **said,
    }


def discrepancies(
    record: Record,
    countries: Countries = [],
    since: Since = None,
    until: Until = None,
    kind: Annotated[Word | None, Field(description=f"Only of this kind: {', '.join(KINDS)}.")] = None,
    limit: Limit = 10,
    cursor: Cursor = None,
) -> Json:
    """What reports do not agree on: days, places, participants or documents signed of one event, values of one figure;
    each value with the reports that give it and their words. `rounding` is the same value with fewer digits."""
    if kind is not None and kind not in KINDS:
        msg = f"no kind is called '{kind}'; there are: {', '.join(KINDS)}"
        raise UsageError(msg)
    given = (codes(countries), day(since), day(until))
    rows = (row for row in record.discrepancies(*given) if kind is None or row.kind == kind)
    question = asked(record, "discrepancies", given=given, kind=kind)
    return page("discrepancies", rows, _discrepancy, question, limit, cursor)


def found(record: Record, id_: str) -> EventRow:
    """The event with this id. Raises UsageError, with ids that begin so."""
    row = record.get(id_)
    if isinstance(row, EventRow):
        return row
    if row is not None:
        msg = f"'{id_}' is the id of something else; the tool timeline gives the ids of events"
        raise UsageError(msg)
    near = record.ids(id_, limit=NEAR)
    hint = f"ids that begin so: {', '.join(near)}" if near else "the tool timeline gives the ids of events"
    msg = f"no event has the id '{id_}'; {hint}"
    raise UsageError(msg)


def brief(row: EventRow, quotations: int) -> Json:
    """An event with so many of its reports: first one of each publisher that repeats nobody."""
    reports = [report.to_dict() for report in _chosen(row.reports, quotations)]
    return {**row.to_dict(), "reports": reports, "reports_in_all": len(row.reports)}


def _chosen(reports: Sequence[ReportRow], number: int) -> list[ReportRow]:
    own: dict[str | None, ReportRow] = {}
    for report in reports:
        if report.copy_of is None:
            _ = own.setdefault(report.publisher, report)
    first = [*own.values()][:number]
    others = [report for report in reports if report not in first]
    chosen = {report.document for report in (*first, *others[: number - len(first)])}
    return [report for report in reports if report.document in chosen][:number]


def _coverage(coverage: CoverageRow) -> Json:
    return replace(coverage, reporters=coverage.reporters[:NAMED], silent=coverage.silent[:NAMED]).to_dict()


def _column(column: ColumnRow) -> Json:
    return {
        "name": column.name,
        "reports_in_all": len(column.reports),
        "independent": column.independent,
        "left_out": _labels(column.left_out),
        "left_out_in_all": len(column.left_out),
    }


def _labels(entries: Iterable[EntryRow]) -> list[Json]:
    return [{"noun": entry.noun, "label": entry.label} for entry in islice(entries, NAMED)]


def _said(entry: EntryRow) -> Json:
    columns = {name: items[0].report.to_dict() for name, items in islice(entry.said.items(), COLUMNS) if items}
    return {
        "noun": entry.noun,
        "label": entry.label,
        "independent": entry.independent,
        "first": entry.first,
        "columns": columns,
        "columns_in_all": len(entry.said),
    }


def _between(compared: ComparisonRow) -> Json:
    return {
        "differing": [differing.to_dict() for differing in compared.differing[:NAMED]],
        "wordings": [_labels(group) for group in compared.wordings[:NAMED]],
        "topics": [_topic(row) for row in topics(compared)[:NAMED]],
    }


def _topic(row: TopicRow) -> Json:
    columns = {name: items[0].report.to_dict() for name, items in islice(row.said.items(), COLUMNS)}
    return {"topic": row.topic, "names": dict(row.names), "columns": columns, "columns_in_all": len(row.said)}


def _discrepancy(row: DiscrepancyRow) -> Json:
    return {**row.to_dict(), "values": [_told(value) for value in row.values]}


def _told(value: ToldRow) -> Json:
    reports = [report.to_dict() for report in _chosen(value.reports, COLUMNS)]
    return {**value.to_dict(), "reports": reports, "reports_in_all": len(value.reports)}
