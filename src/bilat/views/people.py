"""People of a record: name, country, titles and when they were seen, in how many documents."""

from collections.abc import Iterable, Iterator, Sequence

from bilat.model.rows import PersonRow, TenureRow, TitleRow
from bilat.views.decisions import decided_lines
from bilat.views.lines import Cell, Line, Piece, Style, View, columns, counted, plain, wrap

_FEW = 3
_HEADS = ("name", "country", "documents", "first", "last", "latest title", "id")


def people_lines(people: Iterable[PersonRow], width: int | None) -> Iterator[Line]:
    """A line for each person with the title seen last and how many others; `bilat show` has them all."""
    rows = [
        [
            person.name,
            person.country or "",
            str(person.documents),
            person.first or "",
            person.last or "",
            _latest(person.titles),
            person.id,
        ]
        for person in people
    ]
    if rows:
        yield from columns(rows, _HEADS, width)
    else:
        yield plain("no people")


def _latest(titles: Sequence[TitleRow]) -> str:
    """The title seen last, and how many others there are."""
    if not titles:
        return ""
    return titles[0].title + (f" (+{len(titles) - 1})" if len(titles) > 1 else "")


def person_cells(person: PersonRow) -> Sequence[Cell]:
    """A person as one flat row."""
    return (
        person.id,
        person.name,
        "; ".join(person.names),
        person.country,
        "; ".join(f"{title.title} ({seen(title.first, title.last)})" for title in person.titles),
        "; ".join(f"{tenure.office} ({seen(tenure.first, tenure.last)})" for tenure in person.tenures),
        person.first,
        person.last,
        person.documents,
        person.mentions,
    )


def person_lines(person: PersonRow, width: int | None) -> Iterator[Line]:
    """All that is known of one person: every form of the name, every title with the days it was seen."""
    heading = f"{person.name} {person.country}" if person.country else person.name
    yield (Piece(heading, Style.HEADING), Piece(f"  {person.id}", Style.FAINT))
    others = [name for name in person.names if name != person.name]
    if others:
        yield from wrap(plain(f"also written: {', '.join(others)}"), width, 2)
    often = f"{counted(person.documents, 'document')}, {counted(person.mentions, 'mention')}"
    yield plain(f"{often}, {seen(person.first, person.last)}")
    yield from decided_lines(person.decisions, 0, width)
    if person.titles:
        rows = [[title.title, title.first or "", title.last or "", str(title.documents)] for title in person.titles]
        yield plain()
        yield from columns(rows, ("title", "first", "last", "documents"), width)
    if person.tenures:
        rows = [[t.office, t.first or "", t.last or "", str(t.documents), _beside(t)] for t in person.tenures]
        yield plain()
        yield from columns(rows, ("office", "first", "last", "documents", "seen in it too"), width)


def _beside(tenure: TenureRow) -> str:
    """The ids of others seen in an office of one holder on some of the same days."""
    shown = ", ".join(tenure.others[:_FEW])
    return shown + (f" (+{len(tenure.others) - _FEW})" if len(tenure.others) > _FEW else "")


def seen(first: str | None, last: str | None) -> str:
    """From when to when something was seen, in published days."""
    if first is None or last is None:
        return "on unknown days"
    return first if first == last else f"{first} to {last}"


PEOPLE: View[PersonRow] = View(
    columns=("id", "name", "names", "country", "titles", "tenures", "first", "last", "documents", "mentions"),
    to_dict=PersonRow.to_dict,
    to_cells=person_cells,
    to_lines=people_lines,
)
