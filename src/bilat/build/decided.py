"""Which decisions a build applies: where their file lies, what it holds, and what there is to tell of them."""

from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path

from bilat.errors import UsageError
from bilat.link.decisions import parse, recognised
from bilat.model import Failure
from bilat.model.decision import Ledger, Outcome, Ruled
from bilat.record import State

SUFFIX = ".decisions"


@dataclass(frozen=True, slots=True)
class Desk:
    """The decisions of a build: the file as it is named to people, what the record has to remember of it, what it
    says, and why it could not be read."""

    name: str
    state: State
    ledger: Ledger
    missing: str | None = None

    def failures(self) -> list[Failure]:
        """The lines that say no decision, and a file that should be there."""
        faults = [Failure(f"{self.name}:{fault.line}", fault.reason) for fault in self.ledger.faults]
        return [Failure(self.name, self.missing), *faults] if self.missing else faults

    def notices(self, ruled: Iterable[Ruled]) -> tuple[str, ...]:
        """A line for each decision that is not applied."""
        return tuple(
            f"{self.name}:{each.decision.line}: {each.decision.verb} is {each.outcome}: {each.because}"
            for each in ruled
            if each.outcome is not Outcome.APPLIED
        )


def beside(record: Path) -> Path:
    """The decisions file of a record that was given no other."""
    return record.with_name(record.name + SUFFIX)


def lay_out(record: Path, given: str | Path | None, before: State) -> Desk:
    """The decisions of a build: those of the file given, else of the file that the record was last built with, else
    of the one beside it. Raises UsageError when the file given is not there, or one cannot be opened."""
    default = beside(record)
    path = Path(given or before.path or default)
    full = path.absolute()
    kept = None if full == default.absolute() else str(full)
    if given is None and kept and path.exists() and not recognised(path):
        return Desk(
            str(path), State(kept), Ledger(), "no file of decisions: none is applied; name one with --decisions"
        )
    try:
        content = path.read_bytes()
    except FileNotFoundError as err:
        if given is not None:
            raise UsageError(f"{path}: no such file of decisions; write the first with: bilat decide") from err
        lost = "no longer there: its decisions are not applied; name another with --decisions"
        return Desk(str(path), State(kept), Ledger(), lost if kept else None)
    except OSError as err:
        raise UsageError(f"{path}: the decisions cannot be read: {err.strerror or err}") from err
    return Desk(str(path), State(kept, blake2b(content, digest_size=16).hexdigest()), parse(content))
