"""Figures: each measure between the two with its latest period, publishers that differ side by side."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Final

from bilat.model import Figure
from bilat.model.item_rows import ItemRow
from bilat.views.brief.material import Material
from bilat.views.brief.model import Clause, Entry, Group, Note, Section, Sentence

MOST: Final = 14
_VALUES: Final = 4
"""Values of one figure side by side."""
_PUBLISHERS: Final = 4
_BY_EVENTS: Final = frozenset({"documents_signed", "delegation_size", "visits"})
"""Measures of one occasion: they stand with it, under what publishers disagree on."""

_RANK: Final = "rank"
_CHANGE: Final = "change"

Row = ItemRow[Figure]
Key = tuple[str, str, str, str]


def figures(material: Material) -> Section:
    """The measures that most documents give first."""
    material.cast.begin()
    of: dict[Key, list[Row]] = defaultdict(list)
    for row in material.figures:
        item = row.item
        if item.measure not in _BY_EVENTS and {item.of, item.partner} == set(material.countries):
            sides = material.countries if item.measure in material.shared else (item.of or "", item.partner or "")
            of[item.measure, *sides, _what_kind(item)].append(row)
    latest = [(key, _latest(rows)) for key, rows in of.items() if _is_firm(rows)]
    latest.sort(key=lambda found: _order(found[0], of[found[0]]))
    entries = tuple(_entry(material, key, rows) for key, rows in latest[:MOST])
    groups = (Group("", entries),) if entries else ()
    title = material.gettext("Figures")
    return Section("figures", title, groups, len(of) - len(entries), material.command("figures"))


def _is_firm(rows: Sequence[Row]) -> bool:
    """Whether a period is told, or more than one document gives it: a lone number of no period says little."""
    return any(row.item.period for row in rows) or len({row.report.document for row in rows}) > 1


def _order(key: Key, rows: Sequence[Row]) -> tuple[bool, bool, int, str]:
    """Amounts before ranks and bare growth, dated ones first; what most documents give, then by name."""
    dated = any(row.item.period for row in rows)
    return key[-1] in {_RANK, _CHANGE}, not dated, -len({row.report.document for row in rows}), str(key)


def _what_kind(figure: Figure) -> str:
    """What can stand side by side: values of one unit, ranks, or growth alone."""
    if figure.value is not None:
        return figure.unit or ""
    return _RANK if figure.rank is not None else _CHANGE


def _latest(rows: Sequence[Row]) -> list[Row]:
    """Those of the latest period told; without any period, of the latest report."""
    dated = [row for row in rows if row.item.period and _is_over(row)] or [row for row in rows if row.item.period]
    if not dated:
        last = max(row.report.published or "" for row in rows)
        return [row for row in rows if (row.report.published or "") == last]
    period = max((_end(row), row.item.period or "") for row in dated)
    return [row for row in dated if (_end(row), row.item.period) == period]


def _is_over(row: Row) -> bool:
    """Whether the period was over when its figure was told; what is told before is expected or planned."""
    told = row.report.published or ""
    return _end(row) <= told[: len(_end(row))]


def _end(row: Row) -> str:
    return (row.item.period or "").rpartition("/")[2].removeprefix("as_of ")


def _entry(material: Material, key: Key, rows: Sequence[Row]) -> Entry:
    """As in `Total trade, China and Vietnam, 2022: 175.6 billion USD (CNA and RFI), 235 billion USD (WSJ).`."""
    _, wording = material.gettext, material.wording
    measure, one, other, kind = key
    period = rows[0].item.period
    days = f"{_(', ')}{wording.period(period)}" if period else ""
    differ = any(row.id in material.disputed_figures for row in rows)
    name = wording.measure(measure)
    if kind == _RANK:
        form, sides = _("Rank of {other} among the {measure} of {one}{period}: "), ""
    else:
        form = _("Publishers differ on {measure}, {sides}{period}: ") if differ else _("{measure}, {sides}{period}: ")
        sides = _("{one} and {other}") if measure in material.shared else _("{one} with {other}")
        name = name if differ else name[:1].upper() + name[1:]
    one, other = wording.the(one), wording.the(other)
    head = form.format(measure=name, sides=sides.format(one=one, other=other), period=days, one=one, other=other)
    values: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        values[size(material, row.item)].append(row)
    given = sorted(values.items(), key=lambda value: -len({row.report.document for row in value[1]}))[:_VALUES]
    clauses: list[Clause] = []
    for at, (text, same) in enumerate(given):
        said = _("{value} ({publishers})").format(value=text, publishers=_publishers(material, same))
        said += _(".") if at == len(given) - 1 else _(",")
        clauses.append(Clause(head + said if at == 0 else said, _notes(same)))
    return Entry((Sentence(tuple(clauses)),), id=rows[0].id)


def size(material: Material, figure: Figure) -> str:
    """Value or range with the words that make it inexact, rank, and growth."""
    _, wording, parts = material.gettext, material.wording, list[str]()
    if figure.value is not None:
        text = wording.amount(figure.value, figure.unit)
        if figure.value_max is not None:
            text = _("{first} to {last}").format(first=text, last=wording.amount(figure.value_max, figure.unit))
        parts.append(f"{wording.listed([wording.quoted(word) for word in figure.about])} {text}".lstrip())
    if figure.rank is not None:
        parts.append(_("number {rank}").format(rank=figure.rank))
    if figure.change_pct is not None:
        parts.append(f"{material.wording.number(figure.change_pct, '+,')}%")
    return _(", ").join(parts)


def _publishers(material: Material, rows: Iterable[Row]) -> str:
    """Who prints it, and whom these name as its source."""
    wording = material.wording
    told = list(rows)
    names = list(dict.fromkeys(row.report.publisher or material.gettext("publisher unknown") for row in told))
    sources = list(dict.fromkeys(row.item.attributed_to for row in told if row.item.attributed_to))
    text = wording.some(names, _PUBLISHERS)
    if not sources:
        return text
    return material.gettext("{publishers}, after {sources}").format(
        publishers=text, sources=wording.some(sources, _PUBLISHERS)
    )


def _notes(rows: Iterable[Row]) -> tuple[Note, ...]:
    """One quotation of each publisher."""
    of: dict[str | None, Note] = {}
    for row in rows:
        of.setdefault(row.report.publisher, Note.of(row.report, row.report.evidence[0]))
    return tuple(of.values())[:_PUBLISHERS]
