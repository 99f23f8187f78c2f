"""What was signed and promised: documents, then undertakings with the stages they were seen at."""

from collections.abc import Sequence
from typing import Final

from bilat.model import EventType, Stage, Undertaking
from bilat.model.item_rows import ItemRow, UndertakingRow
from bilat.views.brief.material import Material
from bilat.views.brief.model import Clause, Entry, Group, Note, Section, Sentence
from bilat.views.brief.telling import told

SIGNED: Final = 10
PROMISED: Final = 14
_STAGES: Final = 3
"""Stages of one undertaking, the latest."""
_TITLE: Final = ("《", "「", "“", "『")
"""Marks that a name is quoted with."""
_NAME: Final = 5
"""Characters of the name of an agreement; a shorter one is the word alone."""
_LEFT_TO_OTHERS: Final = frozenset({"ties"})
"""Kinds that are told of elsewhere: ties by their phrases."""


def promised(material: Material) -> Section:
    """Two groups: what was signed or issued, and what was promised."""
    material.cast.begin()
    _ = material.gettext
    signings = [event for event in material.held if event.type == EventType.SIGNING and event.documents]
    kept = sorted(sorted(signings, key=material.scales.weight, reverse=True)[:SIGNED], key=signings.index)
    undertakings = sorted(_undertakings(material), key=lambda row: _order(material, row))
    groups = (
        Group(
            _("Signed"),
            tuple(Entry((told(material, event),), id=event.id) for event in kept),
            len(signings) - len(kept),
        ),
        Group(
            _("Promised"),
            tuple(_entry(material, row) for row in undertakings[:PROMISED]),
            max(0, len(undertakings) - PROMISED),
        ),
    )
    shown = tuple(group for group in groups if group.entries)
    return Section("promised", _("What was signed and promised"), shown, 0, material.command("undertakings"))


def _undertakings(material: Material) -> list[UndertakingRow]:
    """Undertakings between the two alone that are more than a number of documents, with the stages of the period."""
    found: list[UndertakingRow] = []
    for row in material.record.undertakings(material.asked):
        if row.kind in _LEFT_TO_OTHERS or set(row.parties) - set(material.countries):
            continue
        stages = tuple(stage for stage in row.stages if _in_period(material, stage.item.on))
        if stages and (row.kind != "agreement" or _is_named(row.what, stages)):
            found.append(UndertakingRow(row.what, row.kind, row.parties, stages))
    return found


def _in_period(material: Material, on: str | None) -> bool:
    if on is None:
        return True
    return not (material.since and on < material.since[: len(on)]) and not (
        material.until and on[: len(material.until)] > material.until
    )


def _is_named(what: str, stages: Sequence[ItemRow[Undertaking]]) -> bool:
    """Whether an agreement can be told from others: quoted, or in several documents by more than the word."""
    return what.startswith(_TITLE) or (len(what) >= _NAME and len(_documents(stages)) > 1)


def _documents(stages: Sequence[ItemRow[Undertaking]]) -> set[str]:
    return {stage.report.document for stage in stages}


def _order(material: Material, row: UndertakingRow) -> tuple[bool, int, int, str, str]:
    """Things before fields of work; what most documents tell of, then what came furthest, then by name."""
    furthest = max(list(Stage).index(stage.item.stage) for stage in row.stages)
    is_field = material.wording.is_field(row.kind)
    return is_field, -len(_documents(row.stages)), -furthest, row.stages[-1].report.published or "", row.what


def _entry(material: Material, row: UndertakingRow) -> Entry:
    """As in `Railway “跨境铁路”: proposed (14 December 2023).`."""
    _ = material.gettext
    head = _("{kind} {what}: ").format(
        kind=_capital(material.wording.kind(row.kind)), what=material.wording.quoted(row.what)
    )
    steps = _steps(row.stages)[-_STAGES:]
    clauses: list[Clause] = []
    for at, (stage, notes) in enumerate(steps):
        text = _stage(material, stage) + (_(".") if at == len(steps) - 1 else _(","))
        clauses.append(Clause(head + text if at == 0 else text, notes))
    return Entry((Sentence(tuple(clauses)),), id=row.stages[-1].id)


def _steps(stages: Sequence[ItemRow[Undertaking]]) -> list[tuple[ItemRow[Undertaking], tuple[Note, ...]]]:
    """Each change of stage with the reports that see it, two at most."""
    steps: list[tuple[ItemRow[Undertaking], tuple[Note, ...]]] = []
    for stage in stages:
        note = Note.of(stage.report, stage.report.evidence[0])
        if steps and steps[-1][0].item.stage == stage.item.stage:
            first, notes = steps[-1]
            if len(notes) == 1:
                steps[-1] = (first, tuple(dict.fromkeys((*notes, note))))
            continue
        steps.append((stage, (note,)))
    return steps


def _stage(material: Material, row: ItemRow[Undertaking]) -> str:
    """The stage, from whom to whom, the words that leave it open, who says so, and the day."""
    _, wording, item = material.gettext, material.wording, row.item
    words = {
        Stage.PROPOSED: _("proposed"),
        Stage.UNDER_STUDY: _("under study"),
        Stage.AGREED: _("agreed"),
        Stage.SIGNED: _("signed"),
        Stage.UNDER_WAY: _("under way"),
        Stage.DONE: _("done"),
        Stage.DROPPED: _("dropped"),
    }
    parts = [words[item.stage]]
    if item.giver and item.receiver:
        parts.append(_("from {home} to {host}").format(home=wording.the(item.giver), host=wording.the(item.receiver)))
    if item.hedge:
        parts.append(wording.listed([wording.quoted(word) for word in item.hedge]))
    if item.said_by:
        parts.append(
            _("according to {who}").format(who=material.cast.name(item.said_by, material.cast.actor(item.said_by)))
        )
    text = _(", ").join(parts)
    if item.on:
        return _("{stage} ({day})").format(stage=text, day=wording.day(item.on))
    if row.report.published:
        return _("{stage} (report of {day})").format(stage=text, day=wording.day(row.report.published))
    return text


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
