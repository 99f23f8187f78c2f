"""A person's answer to a doubt → a line at the end of the decisions file, which the next build applies."""

from collections.abc import Callable, Iterable
from pathlib import Path

from bilat.link import rule
from bilat.link.decisions import append, compose, read_decisions
from bilat.model.decision import Decision, Verb
from bilat.model.doubt import Doubt, DoubtRow
from bilat.record import Record


def settled(record: Record, path: Path) -> Callable[[str, str], bool]:
    """Whether the decisions file says of two ids that they are one or two. Raises UsageError where it cannot be
    opened."""
    return settling(record, read_decisions(path).decisions)


def settling(record: Record, decisions: Iterable[Decision]) -> Callable[[str, str], bool]:
    """Whether decisions say of two ids that they are one or two."""
    known = tuple(decisions)
    return rule(known, record.kinds(id_ for d in known for id_ in (*d.ids, *d.others))).settles()


def answered(doubt: Doubt, author: str, day: str, reason: str, *, accepted: bool) -> Decision:
    """Accepted: confirmed where linking had joined the two, else merged. Refused: split."""
    said = " ".join(reason.split()) or f"reviewed: {doubt.why}, {doubt.likely:.2f}"
    if not accepted:
        return Decision(Verb.SPLIT, (doubt.one,), (doubt.other,), None, None, author, day, said)
    verb = Verb.CONFIRM if doubt.joined else Verb.MERGE
    return Decision(verb, (doubt.one, doubt.other), (), None, None, author, day, said)


def labels(row: DoubtRow) -> dict[str, str]:
    """Who or what the two are, for the reader of the file."""
    return {
        side.id: " ".join(word for word in (side.first if side.type else None, side.type, *side.names[:2]) if word)
        for side in (row.one, row.other)
    }


def write(path: Path, decision: Decision, known: dict[str, str]) -> str:
    """Puts a decision at the end of the file and returns its line. Raises UsageError for what no line can say, and
    where the file cannot be written."""
    line = compose(decision, known)
    append(path, line)
    return line
