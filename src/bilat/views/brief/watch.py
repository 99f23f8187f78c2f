"""What to watch: what is announced and still ahead of the record's last day, and what is overdue."""

from collections.abc import Sequence
from typing import Final

from bilat.model import Status
from bilat.model.rows import EventRow
from bilat.views.brief.material import Material
from bilat.views.brief.model import Entry, Group, Section
from bilat.views.brief.telling import told

MOST: Final = 10
"""Entries of each group."""


def watch(material: Material) -> Section:
    """Two groups; what is overdue was announced and is not told of as held by the last day of the record."""
    material.cast.begin()
    _ = material.gettext
    late = list(material.record.events(material.countries, material.since, material.until, overdue=True))
    overdue = {event.id for event in late}
    ahead = [event for event in material.events if event.status == Status.PLANNED and event.id not in overdue]
    groups = (_group(material, _("Announced"), ahead), _group(material, _("Overdue"), late))
    shown = tuple(group for group in groups if group.entries)
    return Section("watch", _("What to watch"), shown, 0, material.command("timeline", "--status", "planned"))


def _group(material: Material, heading: str, events: Sequence[EventRow]) -> Group:
    """The weightiest, in order of time."""
    able = [event for event in events if not event.background]
    chosen = sorted(sorted(able, key=material.scales.weight, reverse=True)[:MOST], key=able.index)
    entries = tuple(Entry((told(material, event),), id=event.id) for event in chosen)
    return Group(heading, entries, len(able) - len(entries))
