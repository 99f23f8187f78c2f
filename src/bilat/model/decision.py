"""A person's correction, as one line of a decisions file says it, and what became of it in a build."""

from enum import StrEnum
from typing import Final, NamedTuple

from msgspec import Struct

from bilat.model.fields import Json


class Verb(StrEnum):
    """What a decision does. `confirm` is a merge that linking had made, or nearly made, by itself."""

    MERGE = "merge"
    SPLIT = "split"
    REJECT = "reject"
    CONFIRM = "confirm"
    RENAME = "rename"
    SET = "set"


class Outcome(StrEnum):
    """What became of a decision: `applied`, `repeated` (others say it already), `overruled` (a later one says
    otherwise), or `unmatched` (the record has nothing it speaks of)."""

    APPLIED = "applied"
    REPEATED = "repeated"
    OVERRULED = "overruled"
    UNMATCHED = "unmatched"


SETTABLE: Final = ("status", "start", "end", "place")
"""The fields of an event that `set` sets."""


class Decision(Struct, frozen=True):
    """One decision: `ids` are locals (a name with a country) or tellings, `others` those that a split or a reject
    keeps them from. `field` and `value` are what `set` sets (None: unknown) and `value` what `rename` says. `line` is
    where it stands, from 1; 0 nowhere yet."""

    verb: Verb
    ids: tuple[str, ...]
    others: tuple[str, ...]
    field: str | None
    value: str | None
    author: str
    date: str
    reason: str
    line: int = 0

    @property
    def says(self) -> tuple[object, ...]:
        """All of it but where it stands."""
        return (self.verb, self.ids, self.others, self.field, self.value, self.author, self.date, self.reason)

    def to_dict(self) -> Json:
        return {
            "verb": self.verb.value,
            "ids": list(self.ids),
            "others": list(self.others),
            "field": self.field,
            "value": self.value,
            "author": self.author,
            "date": self.date,
            "reason": self.reason,
            "line": self.line,
        }


class Fault(NamedTuple):
    """A line that says no decision, and why."""

    line: int
    reason: str


class Ledger(NamedTuple):
    """The decisions of a file in the order of its lines, and the lines that are none."""

    decisions: tuple[Decision, ...] = ()
    faults: tuple[Fault, ...] = ()


class Ruled(NamedTuple):
    """A decision with what became of it: `because` says why it is not applied, `touched` are the ids of the actors and
    events that it bears on."""

    decision: Decision
    outcome: Outcome
    because: str | None = None
    touched: tuple[str, ...] = ()

    def to_dict(self) -> Json:
        return {**self.decision.to_dict(), "outcome": self.outcome.value, "because": self.because}
