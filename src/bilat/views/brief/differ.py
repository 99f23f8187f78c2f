"""What publishers disagree on: values of one fact side by side, with those who give them."""

from collections.abc import Iterable
from typing import Final

from bilat.model import Figure
from bilat.model.item_rows import DiscrepancyRow, ToldRow
from bilat.model.linking import CONTRADICTION
from bilat.model.rows import ReportRow
from bilat.views.brief.happened import named
from bilat.views.brief.material import Material
from bilat.views.brief.model import Clause, Entry, Group, Note, Section, Sentence

MOST: Final = 10
_VALUES: Final = 4
_PUBLISHERS: Final = 4
_NOTES: Final = 2


def differ(material: Material) -> Section:
    """Contradictions, those about weightier events and with more witnesses first; numbers with fewer digits, and
    events that moved to another day, are none."""
    material.cast.begin()
    rows = [row for row in material.discrepancies if row.kind == CONTRADICTION and _is_theirs(material, row)]
    ordered = sorted(rows, key=lambda row: -_weight(material, row))
    entries = tuple(_entry(material, row) for row in ordered[:MOST])
    groups = (Group("", entries),) if entries else ()
    title = material.gettext("What publishers disagree on")
    return Section("differ", title, groups, len(rows) - len(entries), material.command("discrepancies"))


def _is_theirs(material: Material, row: DiscrepancyRow) -> bool:
    """Whether it is about the two alone."""
    if row.event is not None:
        return material.scales.is_between(row.event)
    item = row.figure.item if row.figure is not None else None
    return item is not None and {item.of, item.partner} <= set(material.countries)


def _weight(material: Material, row: DiscrepancyRow) -> int:
    """An event's weight, or that of a figure of both; and how many stand behind the less told values."""
    about = material.scales.weight(row.event) if row.event is not None else _FIGURE
    return about + 3 * sum(value.independent for value in row.values[1:])


_FIGURE: Final = 15
"""A figure of both countries weighs as much as a meeting of ministers."""


def _entry(material: Material, row: DiscrepancyRow) -> Entry:
    """As in `Number of documents signed, 12–13 December 2023: Xi Jinping visited Vietnam: 36 (CNA), 37 (DW).`."""
    _ = material.gettext
    head = _head(material, row)
    shown = row.values[:_VALUES]
    clauses: list[Clause] = []
    for at, value in enumerate(shown):
        text = _("{value} ({publishers})").format(value=_value(material, row, value), publishers=_who(material, value))
        text += _(".") if at == len(shown) - 1 else _(",")
        clauses.append(Clause(head + text if at == 0 else text, _notes(value)))
    return Entry((Sentence(tuple(clauses)),), id=row.id)


def _head(material: Material, row: DiscrepancyRow) -> str:
    _, wording = material.gettext, material.wording
    if row.event is not None:
        fields = {
            "start": _("first day"),
            "end": _("last day"),
            "place": _("place"),
            "status": _("status"),
            "visit_kind": _("kind of visit"),
            "documents_signed": _("number of documents signed"),
            "participants": _("participants"),
            "ordinal": _("number of the session"),
        }
        field = fields.get(row.field, row.field.replace("_", " "))
        return _("{event}; {field}: ").format(event=named(material, row.event), field=field)
    item = row.figure.item if row.figure is not None else None
    measure = wording.measure(item.measure) if item is not None else ""
    sides = wording.listed([wording.country(code) for code in (item.of, item.partner) if code]) if item else ""
    period = f"{_(', ')}{wording.period(item.period)}" if item is not None and item.period else ""
    form = _("{measure}, growth, {sides}{period}: ") if row.field == "change_pct" else _("{measure}, {sides}{period}: ")
    return form.format(measure=measure[:1].upper() + measure[1:], sides=sides, period=period)


def _value(material: Material, row: DiscrepancyRow, value: ToldRow) -> str:
    """A day or an amount as the language writes it, anything else as it is."""
    wording = material.wording
    if row.field in {"start", "end"}:
        return wording.day(value.value)
    if row.field == "place":
        return wording.place(value.value)
    if row.figure is None:
        number, _, about = value.value.partition(" [")  # a count with the words about it: `30 [多]`
        return f"{wording.quoted(about[:-1])} {number}" if about else _word(material, value.value)
    if row.field == "change_pct":
        return f"{wording.number(float(value.value), '+,g')}%"
    number = float(value.value)
    return wording.amount(int(number) if number.is_integer() else number, _unit(row.figure.item))


def _unit(figure: Figure) -> str | None:
    return figure.unit


def _word(material: Material, value: str) -> str:
    _ = material.gettext
    words = {
        "state": _("state visit"),
        "official": _("official visit"),
        "official_working": _("official working visit"),
        "working": _("working visit"),
        "private": _("private visit"),
        "transit": _("transit"),
        "held": _("held"),
        "planned": _("planned"),
        "cancelled": _("called off"),
    }
    return words.get(value, value)


def _who(material: Material, value: ToldRow) -> str:
    wording = material.wording
    names = list(dict.fromkeys(r.publisher or material.gettext("publisher unknown") for r in value.reports))
    text = wording.some(names, _PUBLISHERS)
    if not value.sources:
        return text
    return material.gettext("{publishers}, after {sources}").format(
        publishers=text, sources=wording.some(value.sources, _PUBLISHERS)
    )


def _notes(value: ToldRow) -> tuple[Note, ...]:
    """One quotation of each publisher, two at most."""
    of: dict[str | None, Note] = {}
    for report in _with_words(value):
        of.setdefault(report.publisher, Note.of(report, report.evidence[0]))
    return tuple(of.values())[:_NOTES]


def _with_words(value: ToldRow) -> Iterable[ReportRow]:
    return (report for report in value.reports if report.evidence)
