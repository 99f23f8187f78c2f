"""Who said what: statements of each side about the other, those that say most first, each once."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from typing import Final

from bilat.model import Claim, Evidence, Mode, Span, SpeakerKind
from bilat.model.item_rows import ItemRow
from bilat.record.items import ItemFilter
from bilat.record.terms import fold
from bilat.views.brief.material import Material
from bilat.views.brief.model import Entry, Group, Note, Section, Sentence

MOST: Final = 8
"""Statements of one side."""
_OF_ONE: Final = 2
"""Statements of one speaker."""
_OF_MONTH: Final = 3
"""Statements of one month: one great visit would fill the list."""
_SHORT: Final = 16
_LONG: Final = 160
"""Characters of a statement worth quoting: shorter says little, longer is a speech."""
_ALIKE: Final = 0.5
"""Share of pairs of characters that two statements have in common when they are one statement told twice."""
_OFFICIAL: Final = frozenset({"government", "ministry", "party", "state", "army", "parliament", "embassy", "agency"})
"""Kinds of bodies that speak for their country."""
_HOLDING: Final[Mapping[str, int]] = {"disputes": 4, "undertakings": 3, "figures": 3, "phrases": 1}
"""What a statement weighs for what else was found in it: a promise or a dispute is news, a set phrase little."""

Row = ItemRow[Claim]


def said(material: Material) -> Section:
    """A group for each side."""
    material.cast.begin()
    groups: list[Group] = []
    one, other = material.countries
    statements = Statements(material)
    for side, about in ((one, other), (other, one)):
        rows = statements.of(side, about)
        chosen = sorted(_chosen(rows), key=lambda row: (row.report.published or "", row.report.document, row.id))
        if chosen:
            entries = tuple(_entry(material, row) for row in chosen)
            see = material.command("claims").replace(f" {about}", "", 1)
            heading = material.gettext("Speaking for {country}").format(country=material.wording.the(side))
            groups.append(Group(heading, entries, len(rows) - len(chosen), see))
    return Section("said", material.gettext("Who said what"), tuple(groups))


class Statements:
    """The claims of a record about two countries, by what they weigh."""

    def __init__(self, material: Material) -> None:
        self._material = material

    def of(self, side: str, about: str) -> list[Row]:
        """What speakers for one country say of the other, the weightiest first."""
        material = self._material
        names = [fold(name) for name in material.wording.names_of(about)]
        asked = ItemFilter((side,), material.since, material.until)
        found: list[tuple[int, Row]] = []
        for row in material.record.items("claims", asked):
            text = statement(row)
            if text is None or not _SHORT <= len(text) <= _LONG or not self._speaks_for(row, side):
                continue
            folded = fold(text)
            if any(name in folded for name in names) and not self._names_speaker(row, folded):
                found.append((self._weight(row), row))
        found.sort(key=lambda each: (-each[0], each[1].report.published or "", each[1].id))
        return [row for _, row in found]

    def _speaks_for(self, row: Row, side: str) -> bool:
        """Whether it is somebody in office: a country as such, its media and its scholars speak for themselves."""
        item, material = row.item, self._material
        if item.speaker_country != side or _is_asked(row):
            return False
        if item.speaker_kind is SpeakerKind.BODY:
            return fold(item.speaker) in self._bodies
        if item.speaker_kind is not SpeakerKind.PERSON:
            return False
        return material.scales.speaks_for_state(material.cast.actor(item.speaker))

    def _names_speaker(self, row: Row, folded: str) -> bool:
        """Whether the words name who is said to say them: then somebody else does."""
        person = self._material.cast.person(self._material.cast.actor(row.item.speaker))
        return person is not None and any(fold(name) in folded for name in person.names)

    @cached_property
    def _bodies(self) -> frozenset[str]:
        """Bodies of state, party and army, by the ends that their names may have in an article."""
        bodies = [body for body in self._material.packs.bodies if body.kind in _OFFICIAL]
        names = {fold(name) for body in bodies for name in body.names}
        of = {fold(name) for code in self._material.countries for name in self._material.wording.names_of(code)}
        return frozenset({*names, *(country + name for country in of for name in names)})

    def _weight(self, row: Row) -> int:
        item, cast = row.item, self._material.cast
        level = self._material.scales.person(cast.actor(item.speaker), row.report.published or "")
        weight = {Mode.DIRECT: 3, Mode.MIXED: 2}.get(item.mode, 0) + level
        span = item.statement
        held = self._held.get(row.report.document, ())
        nouns = {noun for noun, at in held if span is not None and at in span}
        return weight + sum(_HOLDING[noun] for noun in nouns)

    @cached_property
    def _held(self) -> dict[str, list[tuple[str, Span]]]:
        """Document → where things of the two countries were found in it."""
        found: dict[str, list[tuple[str, Span]]] = defaultdict(list)
        for noun in _HOLDING:
            for row in self._material.record.items(noun, self._material.asked):
                found[row.report.document] += [(noun, ev.span) for ev in row.report.evidence]
        return found


def _chosen(rows: Iterable[Row]) -> list[Row]:
    """The weightiest, none of them said twice, and not all by one speaker."""
    chosen: list[Row] = []
    grams: list[set[str]] = []
    spoke: dict[str, int] = defaultdict(int)
    months: dict[str, int] = defaultdict(int)
    for row in rows:
        if len(chosen) == MOST:
            break
        text = fold(statement(row) or "")
        pairs = {text[at : at + 2] for at in range(len(text) - 1)}
        month = (row.report.published or "")[:7]
        full = spoke[row.item.speaker] >= _OF_ONE or months[month] >= _OF_MONTH
        if full or any(_alike(pairs, other) for other in grams):
            continue
        spoke[row.item.speaker] += 1
        months[month] += 1
        grams.append(pairs)
        chosen.append(row)
    return chosen


def _alike(one: set[str], other: set[str]) -> bool:
    return len(one & other) > _ALIKE * min(len(one), len(other))


def statement(row: Row) -> str | None:
    """The words of what is said; None for a silence, or where no quotation holds all of it."""
    span = row.item.statement
    if span is None:
        return None
    ev = _holding(row.report.evidence, span)
    return None if ev is None else ev.quote[span.start - ev.span.start : span.end - ev.span.start]


def _holding(evidence: Sequence[Evidence], span: Span) -> Evidence | None:
    return next((ev for ev in evidence if span in ev.span), None)


def _entry(material: Material, row: Row) -> Entry:
    """As in `13 December 2023: Xi Jinping: “…”, as told by 新华社.`."""
    _, wording, item = material.gettext, material.wording, row.item
    who = material.cast.name(item.speaker, material.cast.actor(item.speaker))
    if item.speaker_country and wording.is_country(item.speaker, item.speaker_country):
        who = wording.the(item.speaker_country)
    form = _("{who}, as told by {via} ({day}): {words}.") if item.via else _("{who} ({day}): {words}.")
    day = wording.day(row.report.published) if row.report.published else _("date unknown")
    words = wording.quoted((statement(row) or "").strip(_TRIMMED))
    text = form.format(who=who[:1].upper() + who[1:], via=item.via, day=day, words=words)
    notes = [Note.of(row.report, ev) for ev in row.report.evidence]
    return Entry((Sentence.of(text, notes),), id=row.id)


def _is_asked(row: Row) -> bool:
    """Whether the words are a question put to somebody else."""
    span = row.item.statement
    ev = None if span is None else _holding(row.report.evidence, span)
    return ev is not None and span is not None and ev.quote[span.end - ev.span.start - 1 :].startswith(_ASKING)


_TRIMMED: Final = "，,、；;：:。. "
_ASKING: Final = ("？", "?")
