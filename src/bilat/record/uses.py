"""The uses of one phrase over all documents: counted, and in order."""

import sqlite3
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from bilat.model.item_rows import PhraseRow
from bilat.model.rows import ReportRow
from bilat.record.items import ItemFilter, Way, conditions

_USES: Final = (
    "SELECT i.item, i.document, d.id, d.published, d.publisher, i.side, i.position, count_spans(i.evidence)"
    " FROM {source} WHERE {where}"
)
_NEVER: Final = "9999"


@dataclass(frozen=True, slots=True)
class PhraseUses:
    """`row` counts them; `by_side` does so by side (`""` in the article's own words), then by month (`""` unknown);
    `ordered` has the number of each item with its side, by the day of its report."""

    row: PhraseRow
    by_side: Mapping[str, Counter[str]]
    ordered: Sequence[tuple[int, str]]


def phrase_uses(
    db: sqlite3.Connection,
    phrase: str,
    asked: ItemFilter,
    way: Way,
    reports: Callable[[list[int]], Mapping[int, ReportRow | None]],
) -> PhraseUses | None:
    """All uses of a phrase that fit; None where there are none. `reports` gives those of items."""
    where, values = conditions("phrases", asked, way.keys)
    months, publishers = Counter[str](), Counter[str]()
    by_side: dict[str, Counter[str]] = {}
    days: list[tuple[str, str, int, int, str]] = []
    documents: set[int] = set()
    for item, document, id_, published, publisher, side, position, uses in db.execute(
        _USES.format(source=way.source("phrases"), where=" AND ".join(where)), values
    ):
        month = (published or "")[:7]
        months[month] += uses
        publishers[publisher or ""] += uses
        by_side.setdefault(side or "", Counter())[month] += uses
        documents.add(document)
        days.append((published or _NEVER, id_, position, item, side or ""))
    if not days:
        return None
    days.sort()
    last = max([day for day in days if day[0] < _NEVER] or days, key=lambda day: day[:2])[3]
    first = days[0][3]
    told = reports(sorted({first, last}))
    first_report, last_report = told[first], told[last]
    if first_report is None or last_report is None:
        return None
    sides = {side: counted.total() for side, counted in by_side.items()}
    row = PhraseRow(
        phrase,
        months.total(),
        len(documents),
        first_report,
        last_report,
        dict(sorted(months.items())),
        dict(sorted(publishers.items())),
        dict(sorted(sides.items(), key=lambda side: (-side[1], side[0]))),
    )
    return PhraseUses(row, by_side, [(item, side) for _, _, _, item, side in days])
