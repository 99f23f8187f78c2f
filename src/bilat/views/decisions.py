"""Decisions of people: the list of them, and the line under what they bear on."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from bilat.model.decision import Decision, Ruled
from bilat.model.fields import Json
from bilat.record import Record
from bilat.views.lines import Cell, Line, Piece, Style, View, columns, plain, wrap


@dataclass(frozen=True, slots=True)
class DecisionRow:
    """A decision of a file: `ruled` tells what became of it, None while no build has seen it; `labels` say who or what
    an id is."""

    decision: Decision
    ruled: Ruled | None
    labels: Mapping[str, str] = field(default_factory=dict[str, str])

    @property
    def outcome(self) -> str:
        return self.ruled.outcome.value if self.ruled else "not built"

    def to_dict(self) -> Json:
        ruled = self.ruled
        return {
            **self.decision.to_dict(),
            "outcome": ruled.outcome.value if ruled else None,
            "because": ruled.because if ruled else None,
            "labels": dict(self.labels),
        }


def with_outcomes(record: Record | None, decisions: Iterable[Decision]) -> Iterator[DecisionRow]:
    """Decisions of a file, with what the record knows of them."""
    known = {ruled.decision.says: ruled for ruled in record.decisions()} if record else {}
    for decision in decisions:
        ids = (*decision.ids, *decision.others)
        labels = dict(each for id_ in ids for each in (record.decidable(id_, 1) if record else ()))
        yield DecisionRow(decision, known.get(decision.says), labels)


def what(decision: Decision, labels: Mapping[str, str] | None = None) -> str:
    """What a decision says, with words for its ids where they are known."""
    known = labels or {}
    words = [known.get(id_, id_) for id_ in decision.ids]
    if decision.others:
        words += ["from", *(known.get(id_, id_) for id_ in decision.others)]
    if decision.field is not None:
        words += [decision.field, decision.value or "unknown"]
    elif decision.value is not None:
        words += ["as", decision.value]
    return " · ".join(words[: len(decision.ids)]) + "".join(f" {word}" for word in words[len(decision.ids) :])


def decided_lines(decisions: Iterable[Ruled], indent: int, width: int | None) -> Iterator[Line]:
    """A line for each decision that bears on something: what, by whom, when, why."""
    for ruled in decisions:
        decision = ruled.decision
        said = f"{decision.field} {decision.value or 'unknown'}" if decision.field else (decision.value or "")
        told = " ".join(word for word in (decision.verb.value, said) if word)
        line = f"decided: {told} · {decision.author}, {decision.date}: {decision.reason}"
        yield from wrap((Piece(" " * indent), Piece(line, Style.FAINT)), width, indent)


def decisions_lines(rows: Iterable[DecisionRow], width: int | None) -> Iterator[Line]:
    """A line for each decision in the order of the file."""
    table = [
        [
            str(row.decision.line),
            row.outcome,
            row.decision.verb.value,
            what(row.decision, row.labels),
            row.decision.author,
            row.decision.date,
            row.decision.reason,
        ]
        for row in rows
    ]
    if table:
        yield from columns(table, ("line", "outcome", "verb", "what", "author", "date", "reason"), width)
    else:
        yield plain("no decisions")


def _cells(row: DecisionRow) -> Sequence[Cell]:
    decision = row.decision
    return (
        decision.line,
        row.outcome,
        row.ruled.because if row.ruled else None,
        decision.verb.value,
        " ".join(decision.ids),
        " ".join(decision.others),
        decision.field,
        decision.value,
        decision.author,
        decision.date,
        decision.reason,
        what(decision, row.labels),
    )


DECISIONS: View[DecisionRow] = View(
    columns=(
        *("line", "outcome", "because", "verb", "ids", "others", "field", "value", "author", "date", "reason"),
        "what",
    ),
    to_dict=DecisionRow.to_dict,
    to_cells=_cells,
    to_lines=decisions_lines,
)
