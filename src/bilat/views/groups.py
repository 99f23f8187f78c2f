"""Figures of one measure in groups that can be laid side by side: the same parties and unit; growth and ranks apart."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import Final

from bilat.model import Figure
from bilat.model.figure import Number
from bilat.record.discrepancies import of_figures, question
from bilat.record.words import shared
from bilat.views.figures import FigureRow

_LAST: Final = "9999"
"""Sorts after every period: what is told of no period stands last."""


class Kind(StrEnum):
    """What of a figure is laid side by side."""

    VALUE = "value"
    CHANGE = "change_pct"
    RANK = "rank"


@dataclass(frozen=True, slots=True)
class Group:
    """Figures of one measure that have `kind` in common: of the same `parties` (codes, None where not told; sorted
    where both have the measure together) in the same `unit` (of growth: what it is compared with), by the end of their
    period. `differ` are the ids of those on which reports do not agree."""

    kind: Kind
    parties: tuple[str | None, ...]
    unit: str | None
    rows: tuple[FigureRow, ...]
    differ: frozenset[str]


def number_of(figure: Figure, kind: Kind) -> Number | None:
    """The number that a group of a kind shows of a figure."""
    match kind:
        case Kind.VALUE:
            return figure.value
        case Kind.CHANGE:
            return figure.change_pct
        case Kind.RANK:
            return figure.rank


def groups_of(rows: Iterable[FigureRow]) -> list[Group]:
    """The groups of the figures of one measure: values, growth, ranks; of each those first whose parties are told, the
    largest first. A figure that tells a value and its growth stands in both."""
    told = tuple(rows)
    together = shared()
    differ = {kind: _differing(told, kind, together) for kind in Kind}
    found: dict[tuple[Kind, tuple[str | None, ...], str | None], list[FigureRow]] = {}
    for row in told:
        for kind in Kind:
            if number_of(row.item, kind) is not None:
                found.setdefault((kind, parties_of(row.item, together), _unit(row.item, kind)), []).append(row)
    made = [
        Group(kind, parties, unit, tuple(sorted(same, key=_by_period)), differ[kind])
        for (kind, parties, unit), same in found.items()
    ]
    return sorted(made, key=_order)


def _order(group: Group) -> tuple[int, bool, int, list[str], str]:
    parties = [party or "" for party in group.parties]
    return list(Kind).index(group.kind), "" in parties, -len(group.rows), parties, group.unit or ""


def parties_of(figure: Figure, together: Collection[str]) -> tuple[str | None, ...]:
    """Whose number it is and the other side, None where not told; sorted where `together` has the measure."""
    if figure.measure in together and figure.of and figure.partner and figure.of != figure.partner:
        return tuple(sorted((figure.of, figure.partner)))
    return (figure.of,) if figure.partner in (None, figure.of) else (figure.of, figure.partner)


def period_end(period: str | None) -> str:
    """The end of a period, for sorting; a year stands after its months, what has no period last."""
    if period is None:
        return _LAST
    last = period.removeprefix("as_of ").rpartition("/")[2] or period.rstrip("/")
    return f"{last}-99" if len(last) == len("2023") else last


def _by_period(row: FigureRow) -> tuple[str, str, str, str]:
    return period_end(row.item.period), row.report.published or _LAST, row.report.publisher or "", row.id


def _unit(figure: Figure, kind: Kind) -> str | None:
    match kind:
        case Kind.VALUE:
            return figure.unit
        case Kind.CHANGE:
            return figure.basis
        case Kind.RANK:
            return None


def _differing(rows: Sequence[FigureRow], kind: Kind, together: Collection[str]) -> frozenset[str]:
    """The figures whose number reports do not agree on."""
    if kind is Kind.RANK:
        return frozenset()
    told = {
        (question(found.figure.item, together), report.document, value.value)
        for found in of_figures((row for row in rows if row.item.period), together, {})
        if found.field == kind and found.figure is not None
        for value in found.values
        for report in value.reports
    }
    return frozenset(
        row.id for row in rows if (question(row.item, together), row.report.document, _text(row.item, kind)) in told
    )


def _text(figure: Figure, kind: Kind) -> str:
    """A number as discrepancies write it."""
    number = number_of(figure, kind)
    return "" if number is None else f"{Decimal(str(number)):f}"
