"""One-sided reporting: contacts that one publisher alone tells of, though others were read on those days."""

from collections import defaultdict
from typing import Final

from bilat.model.comparison import CoverageRow
from bilat.model.level import Level
from bilat.model.rows import EventRow
from bilat.views.brief.cite import first
from bilat.views.brief.happened import named
from bilat.views.brief.material import Material
from bilat.views.brief.model import Clause, Entry, Group, Section, Sentence

MOST: Final = 6
"""Events of one publisher."""
_SILENT: Final = 2
"""Other publishers that must have been read on those days: what only one was read of, it cannot tell alone."""

_LEVELS: Final = frozenset({Level.LEADERS.value, Level.MINISTERS.value})


def one_sided(material: Material) -> Section:
    """A group for each publisher, that with most first."""
    material.cast.begin()
    alone: dict[str, list[tuple[EventRow, CoverageRow]]] = defaultdict(list)
    for event in material.dated:
        coverage = material.record.coverage(event)
        publishers = {reporter.publisher for reporter in coverage.reporters}
        if len(publishers) == 1 and len(coverage.silent) >= _SILENT and event.level in _LEVELS:
            alone[publishers.pop()].append((event, coverage))
    groups = tuple(
        _group(material, publisher, alone[publisher]) for publisher in sorted(alone, key=lambda p: (-len(alone[p]), p))
    )
    return Section("one_sided", material.gettext("One-sided reporting"), groups, 0, material.command("timeline"))


def _group(material: Material, publisher: str, told: list[tuple[EventRow, CoverageRow]]) -> Group:
    """The weightiest of those that a publisher alone tells of, in order of time."""
    chosen = sorted(told, key=lambda each: -material.scales.weight(each[0]))[:MOST]
    entries = tuple(_entry(material, *each) for each in sorted(chosen, key=told.index))
    heading = material.wording.ngettext(
        "Only {publisher} tells of {count} contact", "Only {publisher} tells of {count} contacts", len(told)
    ).format(publisher=publisher or material.gettext("publisher unknown"), count=len(told))
    return Group(heading, entries, len(told) - len(chosen))


def _entry(material: Material, event: EventRow, coverage: CoverageRow) -> Entry:
    """The event, and who was read on those days without a word of it."""
    silent = material.wording.some([name for name, _ in coverage.silent], 4)
    text = material.gettext("{event}; no word of it in {publishers}.").format(
        event=named(material, event), publishers=silent
    )
    return Entry((Sentence((Clause(text, (first(event),)),)),), id=event.id)
