"""The reports of one event side by side: what they share, what only one has, what each leaves out."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import Any, Final

from bilat.model.comparison import ColumnRow, ComparedRow, ComparisonRow, EntryRow, FormRow
from bilat.model.item_rows import ItemRow
from bilat.model.rows import DifferenceRow
from bilat.views.coverage import coverage_lines
from bilat.views.events import event_line
from bilat.views.figures import heading, level
from bilat.views.lines import Line, Piece, Style, counted, plain, wrap
from bilat.views.topics import topics

INDENT = 2
DEEP = 4
DEEPER = 6
HEADS: Final[Mapping[str, str]] = {
    "phrases": "set phrases",
    "figures": "figures",
    "claims": "who is quoted",
    "undertakings": "undertakings",
    "disputes": "contested names and disputes",
}


def compare_lines(compared: ComparisonRow, width: int | None) -> Iterator[Line]:
    """A comparison, section by section; sections without anything are left out."""
    yield from wrap(event_line(compared.event), width, DEEP)
    for column in compared.columns:
        yield from _reports(column, compared.by, width)
    yield from _topics(compared, width)
    yield from _shared(compared, width)
    for column in compared.columns:
        yield from _only(column, width)
    yield from _left_out(compared.columns, width)
    yield from _differing(compared, width)
    yield from _wordings(compared.wordings, width)
    yield plain()
    yield from coverage_lines(compared.coverage, width)


def _heading(text: str, more: str = "") -> Iterator[Line]:
    yield plain()
    yield (Piece(text, Style.HEADING), Piece(f"  {more}" if more else "", Style.FAINT))


def _name(name: str) -> str:
    return name or "publisher unknown"


def _reports(column: ColumnRow, by: str, width: int | None) -> Iterator[Line]:
    """A column with its documents; of a side only how many there are, as its words stand in many."""
    copies = len(column.reports) - column.independent
    more = counted(len(column.reports), "document") + (f", {column.independent} independent" if copies else "")
    yield from _heading(_name(column.name), more)
    if by != "side":
        for report in column.reports:
            yield from wrap(_report(report), width, DEEPER)


def _report(compared: ComparedRow) -> Line:
    report = compared.report
    marks = [
        "all of it" if compared.whole else "what stands near",
        *([f"copy of {report.copy_of}"] if report.copy_of else []),
        *([f"takes from {', '.join(compared.via)}"] if compared.via else []),
        f"document {report.document}",
    ]
    head = f"{' ' * DEEP}{report.published or 'no date'}  {report.title}"
    return (Piece(head), Piece(f"  {' · '.join(marks)}", Style.FAINT))


def _shared(compared: ComparisonRow, width: int | None) -> Iterator[Line]:
    if not compared.shared:
        return
    yield from _heading("said by several")
    for noun, entries in groupby(compared.shared, lambda entry: entry.noun):
        yield plain(" " * INDENT + HEADS[noun])
        for entry in entries:
            told = f"  {len(entry.said)} of {len(compared.columns)} · {_independent(entry)}"
            yield from wrap((Piece(" " * DEEP + title(entry), Style.STRONG), Piece(told, Style.FAINT)), width, DEEPER)
            for column, items in entry.said.items():
                yield from wrap(_quoted(items, column), width, DEEPER + INDENT)


def _topics(compared: ComparisonRow, width: int | None) -> Iterator[Line]:
    """What each column says on a topic, in its own language; who says nothing of it is named too."""
    for at, row in enumerate(topics(compared)):
        if at == 0:
            yield from _heading("topic by topic")
        yield plain(" " * INDENT + row.topic)
        for column in compared.columns:
            items = row.said.get(column.name)
            if items:
                yield from wrap(_quoted(items, column.name), width, DEEPER + INDENT)
        silent = ", ".join(_name(column.name) for column in compared.columns if column.name not in row.said)
        if silent:
            yield from wrap((Piece(f"{' ' * DEEPER}nothing of it: {silent}", Style.FAINT),), width, DEEPER + INDENT)


def title(entry: EntryRow) -> str:
    """What is said, for a person: a figure with its value in words."""
    if entry.noun != "figures":
        return entry.label
    figure = entry.items[0].item
    return " · ".join(part for part in (heading(figure), figure.period, level(figure)) if part)


def _independent(entry: EntryRow) -> str:
    since = f", since {entry.first}" if entry.first else ""
    return f"{entry.independent} independent{since}"


def _quoted(items: Sequence[ItemRow[Any]], column: str, said: str = "") -> Line:
    """The first quotation of several items, after what is `said` or else the column; then the publisher, the id it is
    found by, and how many more there are."""
    quotes = [ev for item in items for ev in item.report.evidence]
    more = f" and {len(quotes) - 1} more" if len(quotes) > 1 else ""
    publisher = items[0].report.publisher or ""
    through = "" if publisher == column else f" {publisher} ·"
    return (
        Piece(f"{' ' * DEEPER}{said or _name(column)} "),
        Piece(f"“{quotes[0].quote}”", Style.QUOTE),
        Piece(f"{through} {items[0].noun} {items[0].id}{more}", Style.FAINT),
    )


def _only(column: ColumnRow, width: int | None) -> Iterator[Line]:
    if not column.only:
        return
    yield from _heading(f"{_name(column.name)} only")
    for noun, entries in groupby(column.only, lambda entry: entry.noun):
        yield plain(" " * INDENT + HEADS[noun])
        for entry in entries:
            yield from wrap(_quoted(entry.said[column.name], column.name, title(entry)), width, DEEPER + INDENT)


def _left_out(columns: Sequence[ColumnRow], width: int | None) -> Iterator[Line]:
    """What several others have, without quotations: they stand above."""
    if not any(column.left_out for column in columns):
        return
    yield from _heading("left out, though several others have it")
    for column in columns:
        for noun, entries in groupby(column.left_out, lambda entry: entry.noun):
            labels = " · ".join(title(entry) for entry in entries)
            head = f"{' ' * INDENT}{_name(column.name)}, {HEADS[noun]}: "
            yield from wrap((Piece(head, Style.FAINT), Piece(labels)), width, DEEP)


def _differing(compared: ComparisonRow, width: int | None) -> Iterator[Line]:
    """Fields of the event that its reports give differently, those of the visit that holds it, then figures."""
    if not compared.event.discrepancies and not compared.of_visit and not compared.differing:
        return
    yield from _heading("told differently")
    for difference in compared.event.discrepancies:
        yield from _difference(difference, "", width)
    for difference in compared.of_visit:
        yield from _difference(difference, " of the visit", width)
    for differing in compared.differing:
        figure = differing.entries[0].items[0].item
        asked = " · ".join(part for part in (heading(figure), figure.period) if part)
        yield plain(f"{' ' * INDENT}{asked} ({differing.kind})")
        for entry in differing.entries:
            for column, items in entry.said.items():
                said = f"{level(entry.items[0].item)}  {_name(column)}"
                yield from wrap(_quoted(items, column, said), width, DEEPER)


def _difference(difference: DifferenceRow, of: str, width: int | None) -> Iterator[Line]:
    yield plain(f"{' ' * INDENT}{difference.field}{of} ({difference.kind})")
    for value in difference.values:
        line = (
            Piece(f"{' ' * DEEPER}{value.value}  {', '.join(value.publishers)}"),
            Piece(f" documents {', '.join(value.documents)}", Style.FAINT),
        )
        yield from wrap(line, width, DEEPER + INDENT)


def _wordings(groups: Iterable[Sequence[EntryRow]], width: int | None) -> Iterator[Line]:
    """Phrases nearly alike, each with who has it and since when."""
    for at, group in enumerate(groups):
        if at == 0:
            yield from _heading("wordings close to each other")
        else:
            yield plain()
        for entry in group:
            names = ", ".join(_name(column) for column in entry.said)
            line = (
                Piece(" " * DEEP + entry.label, Style.STRONG),
                Piece(f"  {names}"),
                Piece(f"  since {entry.first}" if entry.first else "", Style.FAINT),
            )
            yield from wrap(line, width, DEEPER)
            for form in entry.forms if len(entry.forms) > 1 else ():
                yield from wrap(_form(form), width, DEEPER + INDENT)


def _form(form: FormRow) -> Line:
    since = f"  since {form.first}" if form.first else ""
    return (
        Piece(f"{' ' * DEEPER}“{form.written}”", Style.QUOTE),
        Piece(f"  {', '.join(map(_name, form.columns))}"),
        Piece(since, Style.FAINT),
    )
