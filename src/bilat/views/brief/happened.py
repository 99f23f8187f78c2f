"""In short, and what happened month by month: visits with what they held, then all other contacts."""

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import Final

from bilat.model import EventType, Status
from bilat.model.rows import EventRow
from bilat.views.brief.cite import first
from bilat.views.brief.material import Material
from bilat.views.brief.model import Clause, Entry, Group, Note, Section, Sentence
from bilat.views.brief.telling import told, what
from bilat.views.dates import month_of

MOST: Final = 40
"""Events of the month by month part, those inside visits not counted: about two printed pages."""
HIGHEST: Final = 5
"""Contacts named in short."""
IN_VISIT: Final = 8
"""Contacts of one visit."""


def in_short(material: Material) -> Section:
    """How many contacts of each type, and the highest of them."""
    material.cast.begin()
    entries = [*_counts(material), *_highest(material)]
    return Section("short", material.gettext("In short"), _one_group(entries))


def _counts(material: Material) -> list[Entry]:
    """One sentence: of each type how many, with the first and the last as notes."""
    _, wording = material.gettext, material.wording
    by_type: dict[str, list[EventRow]] = {}
    for event in material.dated:
        by_type.setdefault(event.type, []).append(event)
    if not by_type:
        return []
    words = {
        EventType.VISIT: wording.ngettext("{count} visit", "{count} visits", len(by_type.get("visit", ()))),
        EventType.MEETING: wording.ngettext("{count} meeting", "{count} meetings", len(by_type.get("meeting", ()))),
        EventType.CALL: wording.ngettext("{count} call", "{count} calls", len(by_type.get("call", ()))),
        EventType.SIGNING: wording.ngettext("{count} signing", "{count} signings", len(by_type.get("signing", ()))),
        EventType.SESSION: wording.ngettext("{count} session", "{count} sessions", len(by_type.get("session", ()))),
        EventType.MESSAGE: wording.ngettext("{count} message", "{count} messages", len(by_type.get("message", ()))),
    }
    kinds = [kind for kind in words if kind in by_type]
    clauses: list[Clause] = []
    for at, kind in enumerate(kinds):
        events = by_type[kind]
        text = words[kind].format(count=len(events))
        if at == 0:
            text = _("Between the two the record tells of {things}").format(things=text)
        elif at == len(kinds) - 1:
            text = _("and {things}").format(things=text)
        text += _(".") if at == len(kinds) - 1 else _(",")
        clauses.append(Clause(text, _ends(events)))
    return [Entry((Sentence(tuple(clauses)),))]


def _ends(events: Sequence[EventRow]) -> tuple[Note, ...]:
    """The first and the last of some events."""
    return tuple(dict.fromkeys((first(events[0]), first(events[-1]))))


def _highest(material: Material) -> list[Entry]:
    """The contacts that weigh most, in order of time."""
    inside = {part.id for event in material.held if event.type == EventType.VISIT for part in material.parts(event)}
    chosen = [event for event in _by_weight(material, material.dated) if event.id not in inside and _has_month(event)][
        :HIGHEST
    ]
    return [Entry((told(material, event),), id=event.id) for event in sorted(chosen, key=material.held.index)]


def _has_month(event: EventRow) -> bool:
    return len(event.start or event.end or "") >= len("YYYY-MM")


def happened(material: Material) -> Section:
    """Held, planned and called off, by month; a visit holds its meetings. What is announced for later stands under
    what to watch."""
    material.cast.begin()
    parts = {event.id: material.parts(event) for event in material.events if event.type == EventType.VISIT}
    inside = {part.id for held in parts.values() for part in held}
    events = [
        event
        for event in material.events
        if event.id not in inside
        and event.status != Status.PLANNED
        and _names_both(material, event)
        and not _is_dated_elsewhere(material, event)
    ]
    chosen = {event.id for event in _by_weight(material, events)[:MOST]}
    kept = [event for event in events if event.id in chosen]
    groups: list[Group] = []
    for month, of_month in groupby(kept, key=lambda event: _month(material, event)):
        entries = [_entry(material, event, parts.get(event.id, [])) for event in of_month]
        groups.append(Group(month, tuple(entries)))
    more = len(events) - len(kept)
    title = material.gettext("What happened")
    return Section("happened", title, tuple(groups), more, material.command("timeline"))


def _names_both(material: Material, event: EventRow) -> bool:
    """Whether the two meet each other, and not only among many: in a crowd somebody of each must be named."""
    if material.scales.is_between(event):
        return True
    if event.type in {EventType.VISIT, EventType.MESSAGE}:
        return False
    named = Counter(p.country for p in event.participants if p.actor is not None)
    return all(named[code] for code in material.countries)


def _is_dated_elsewhere(material: Material, event: EventRow) -> bool:
    """Whether an event without a day may be one that has: the same type and host, nobody else, and told after it."""
    if event.start or event.end:
        return False
    who = {participant.actor for participant in event.participants}
    return any(
        other.type == event.type
        and other.host == event.host
        and who <= {participant.actor for participant in other.participants}
        and material.first_days[other.id] <= material.first_days[event.id]
        for other in material.dated
    )


def _entry(material: Material, event: EventRow, parts: Sequence[EventRow]) -> Entry:
    sentences = [told(material, event)]
    announced = _announced(material, event)
    if announced is not None:
        sentences.append(announced)
    shown = sorted(_by_weight(material, parts)[:IN_VISIT], key=parts.index)
    under = tuple(Entry((told(material, part),), id=part.id) for part in shown)
    return Entry(tuple(sentences), under, event.id)


def _announced(material: Material, event: EventRow) -> Sentence | None:
    """When a visit was first announced, where a report ahead of it says so."""
    change = next((change for change in event.life if change.status == Status.PLANNED), None)
    if event.type != EventType.VISIT or event.status == Status.PLANNED or change is None or change.on is None:
        return None
    report = next((report for report in event.reports if report.document == change.document), None)
    if report is None or not report.evidence or change.on >= (event.start or event.end or ""):
        return None
    text = material.gettext("First announced on {day}.").format(day=material.wording.day(change.on))
    return Sentence.of(text, (Note.of(report, report.evidence[0]),))


def _by_weight(material: Material, events: Iterable[EventRow]) -> list[EventRow]:
    """The weightiest first; of two the earlier."""
    return sorted(events, key=material.scales.weight, reverse=True)


def _month(material: Material, event: EventRow) -> str:
    day = material.first_days[event.id]
    month = material.wording.day(day[:7]) if month_of(day, day) else material.gettext("date unknown")
    return month[:1].upper() + month[1:]


def _one_group(entries: Sequence[Entry]) -> tuple[Group, ...]:
    return (Group("", tuple(entries)),) if entries else ()


def named(material: Material, event: EventRow) -> str:
    """An event in few words, inside a sentence: its day and what it was."""
    text = what(material, event).rstrip(".。")
    return f"{material.wording.on(event.start, event.end)}{text}"
