"""What publishers do not agree on: fields of one event, then figures; every value with those who give it."""

from functools import partial
from typing import Final

from bilat.model.item_rows import DiscrepancyRow
from bilat.model.linking import CONTRADICTION, MOVED, ROUNDING
from bilat.model.rows import EventRow
from bilat.web.asked import Asked
from bilat.web.item_labels import label
from bilat.web.listing import sheet, taken
from bilat.web.page import Page, Paths
from bilat.web.sizes import amount, change

SHOWN: Final = 40
"""Disagreements on one sheet."""
KINDS: Final = (CONTRADICTION, MOVED, ROUNDING)
ABOUT: Final = ("event", "figure")


WORDS: Final = frozenset({"status", "visit_kind"})
"""Fields of events whose values are words of the codebook."""


def discrepancies(asked: Asked) -> Page:
    """The disagreements that fit: events, the latest first, then figures by measure."""
    kind, about = asked.choice("kind", KINDS), asked.choice("about", ABOUT)
    rows = asked.record.discrepancies(asked.countries, asked.date("since"), asked.date("until"))
    fitting = [row for row in rows if kind in (None, row.kind) and about in (None, row.about)]
    fitting.sort(key=lambda row: _day(row.event), reverse=True)
    values: dict[str, object] = {
        "sheet": sheet(asked, fitting, SHOWN),
        "kinds": KINDS,
        "abouts": ABOUT,
        "shown": partial(shown, asked),
    }
    values["taken"] = taken(asked, "kind", "about", publisher=False)
    return Page("discrepancies.html", values)


def _day(event: EventRow | None) -> str:
    """The first day of an event; those without one behind the others, figures last."""
    return (event.start or event.end or "0") if event is not None else ""


def shown(asked: Asked, row: DiscrepancyRow, value: str) -> str:
    """A value as people read it: `175.6 bn USD`, `+5.5 %`, `state visit`; a place or name as it is."""
    if row.figure is None:
        return asked.gettext(label(value, "value")) if row.field in WORDS else value
    number = float(value) if "." in value else int(value)
    if row.field == "change_pct":
        return change(number, asked.language)
    return amount(number, row.figure.item.unit, asked.language)


PATHS: Final[Paths] = (("/discrepancies", discrepancies),)
