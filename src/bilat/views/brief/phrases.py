"""New phrases: those first used between the two in the period, and one thing worded in two ways."""

from collections.abc import Sequence
from typing import Final

from bilat.model import EventType
from bilat.model.comparison import EntryRow
from bilat.model.item_rows import PhraseRow
from bilat.model.rows import EventRow
from bilat.record.items import ItemFilter
from bilat.views.brief.material import Material
from bilat.views.brief.model import Clause, Entry, Group, Note, Section, Sentence

MOST: Final = 12
WORDED: Final = 5
_DOCUMENTS: Final = 2
"""Documents that use a phrase between the two before it is called theirs."""
_OWN: Final = 0.1
"""Share of all its uses in the record that a phrase has between the two: below it is everybody's."""
_EVENTS: Final = 4
"""Events whose reports are laid side by side for their wordings."""


def phrases(material: Material) -> Section:
    """Two groups: first used in the period, and worded in several ways."""
    material.cast.begin()
    _ = material.gettext
    new = _new(material)
    worded = _worded(material)
    groups = (
        Group(
            _("First used between the two"), tuple(_entry(material, row) for row in new[:MOST]), max(0, len(new) - MOST)
        ),
        Group(_("Worded differently"), tuple(worded[:WORDED])),
    )
    shown = tuple(group for group in groups if group.entries)
    return Section("phrases", _("New phrases"), shown, 0, material.command("phrases"))


def _new(material: Material) -> list[PhraseRow]:
    """Phrases between the two whose first use lies in the period, the most their own first. Without a beginning of the
    period, or before the record begins, nothing can be called new."""
    rows = material.record.phrases(ItemFilter(until=material.until))
    since = material.since
    if since is None or since <= min((row.first.published or since for row in rows), default=since):
        return []
    everywhere = {row.phrase: row.documents for row in rows}
    found: list[tuple[float, PhraseRow]] = []
    for row in material.record.phrases(ItemFilter(material.countries, None, material.until)):
        own = row.documents / max(1, everywhere.get(row.phrase, row.documents))
        is_new = row.first.published is not None and row.first.published >= since
        if is_new and row.documents >= _DOCUMENTS and own >= _OWN and not material.wording.is_plain(row.phrase):
            found.append((own * row.documents, row))
    found.sort(key=lambda each: (-each[0], each[1].phrase))
    return [row for _, row in found]


def _entry(material: Material, row: PhraseRow) -> Entry:
    """As in `“命运共同体” (community with a shared future): first on 26 April 2023, in 95 documents, last on …`."""
    _, wording = material.gettext, material.wording
    first = _("{phrase}: first on {day},").format(
        phrase=wording.phrase(row.phrase), day=wording.day(row.first.published or "")
    )
    sides = [
        _("{country} {count}").format(country=wording.the(code), count=count)
        for code, count in row.sides.items()
        if code in material.countries
    ]
    documents = wording.ngettext("in {count} document", "in {count} documents", row.documents).format(
        count=row.documents
    )
    last = _("last on {day}").format(day=wording.day(row.last.published or ""))
    by = _("; in statements of {sides}").format(sides=wording.listed(sides)) if sides else ""
    clauses = [
        Clause(first, (Note.of(row.first, row.first.evidence[0]),)),
        Clause(
            _("{documents}, {last}{by}.").format(documents=documents, last=last, by=by),
            (Note.of(row.last, row.last.evidence[0]),),
        ),
    ]
    return Entry((Sentence(tuple(clauses)),))


def _worded(material: Material) -> list[Entry]:
    """Phrases nearly alike that reports of the weightiest events use, where not all publishers use the same ones."""
    found: list[tuple[frozenset[str], Entry]] = []
    able = [event for event in material.dated if event.type in {EventType.VISIT, EventType.MEETING}]
    for event in sorted(able, key=material.scales.weight, reverse=True)[:_EVENTS]:
        for group in material.record.compare(event).wordings:
            entries = [entry for entry in group if entry.items]
            labels = frozenset(entry.label for entry in entries)
            if len({frozenset(_publishers(entry)) for entry in entries}) < 2 or any(labels <= old for old, _ in found):
                continue
            found.append((labels, _differing(material, event, entries)))
    return [entry for _, entry in found]


def _publishers(entry: EntryRow) -> list[str]:
    """Those that write a phrase so, each once."""
    return list(dict.fromkeys(item.report.publisher or "" for item in entry.items))


def _differing(material: Material, event: EventRow, group: Sequence[EntryRow]) -> Entry:
    """As in `Reports of 12–13 December 2023 write “命运共同体” (CCTV), “未来共同体” (CNA).`."""
    _, wording = material.gettext, material.wording
    head = _("Reports of {days} write ").format(days=wording.days(event.start, event.end))
    clauses: list[Clause] = []
    for at, entry in enumerate(group):
        publishers = [publisher or _("publisher unknown") for publisher in _publishers(entry)]
        text = _("{phrase} ({publishers})").format(
            phrase=wording.phrase(entry.label), publishers=wording.some(publishers, 5)
        )
        text += _(".") if at == len(group) - 1 else _(",")
        report = entry.items[0].report
        clauses.append(Clause(head + text if at == 0 else text, (Note.of(report, report.evidence[0]),)))
    return Entry((Sentence(tuple(clauses)),), id=event.id)
