"""The reports of one event side by side: what they share, what only one of them says, what each leaves out."""

from collections.abc import Sequence
from itertools import groupby
from typing import Final

from bilat.errors import UsageError
from bilat.model.comparison import ColumnRow, ComparisonRow, EntryRow
from bilat.views.compare import HEADS, title
from bilat.views.topics import topics
from bilat.web import links
from bilat.web.asked import Asked
from bilat.web.navigation import one_pair
from bilat.web.page import Moved, Page, Paths
from bilat.web.pages.event import differences, event_of
from bilat.web.sides import countries

BY: Final = ("publisher", "side")
USUAL: Final = 4
"""Columns that are shown when nobody chose any."""


def compare(asked: Asked) -> Page | Moved:
    """The comparison of an event by `publisher` or `side`; `column` chooses which of them stand side by side."""
    event = event_of(asked)
    by = asked.choice("by", BY) or BY[0]
    if event.id != asked.path["id"]:
        return Moved(links.compare(event.id, by))
    compared = asked.record.compare(event, by)
    shown = chosen(compared, asked.words("column"))
    names = [column.name for column in shown]
    return Page(
        "compare.html",
        {
            "event": event,
            "by": by,
            "ways": BY,
            "compared": compared,
            "columns": shown,
            "names": names,
            "shared": by_noun([entry for entry in compared.shared if any(name in entry.said for name in names)]),
            "topics": topics(compared),
            "only": [(column, by_noun(column.only)) for column in shown],
            "differences": differences(asked.record, event),
            "heads": HEADS,
            "title_of": title,
        },
        about=one_pair([countries(event)]),
    )


def chosen(compared: ComparisonRow, words: Sequence[str]) -> list[ColumnRow]:
    """The columns asked for (`-` is the one without a name), else the first few. Raises UsageError for an unknown
    one."""
    known = {column.name or "-": column for column in compared.columns}
    for word in words:
        if word not in known:
            msg = f"column: no {word!r}; there are {', '.join(known)}"
            raise UsageError(msg)
    return [known[word] for word in known if word in words] if words else list(compared.columns[:USUAL])


def by_noun(entries: Sequence[EntryRow]) -> list[tuple[str, list[EntryRow]]]:
    """Entries under their nouns, in the order in which they come."""
    return [(noun, list(group)) for noun, group in groupby(entries, key=lambda entry: entry.noun)]


PATHS: Final[Paths] = (("/event/{id}/compare", compare),)
