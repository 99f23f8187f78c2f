"""Undertakings: what countries promise each other, from the proposal to the end."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Final

from bilat.model import Stage, Undertaking
from bilat.model.item_rows import ItemRow, UndertakingRow
from bilat.record import ItemFilter
from bilat.web.asked import Asked
from bilat.web.listing import filtered, sheet, taken
from bilat.web.navigation import one_pair
from bilat.web.page import NotThereError, Page, Paths

SHOWN: Final = 40
"""Undertakings on one sheet."""
STAGES: Final = tuple(stage.value for stage in Stage if stage is not Stage.DROPPED)
"""The steps in their order; an undertaking that was dropped has one more."""


@dataclass(frozen=True, slots=True)
class Step:
    """A stage with the reports that tell of it; none where nobody does. `last` where it was seen last."""

    stage: str
    told: tuple[ItemRow[Undertaking], ...]
    last: bool


@dataclass(frozen=True, slots=True)
class Stepped:
    """An undertaking with its steps in order."""

    row: UndertakingRow
    steps: tuple[Step, ...]

    @property
    def id(self) -> str:
        """The id of its first stage, which its page is found by."""
        return self.row.stages[0].id


def undertakings(asked: Asked) -> Page:
    """The undertakings that fit, the latest seen first."""
    stage = asked.choice("stage", [stage.value for stage in Stage])
    kind = asked.word("kind")
    rows = asked.record.undertakings(filtered(asked, within={"what": asked.word("what")}))
    kinds = sorted({row.kind for row in rows})
    fitting = [
        row
        for row in rows
        if (kind is None or row.kind == kind) and (stage is None or any(s.item.stage == stage for s in row.stages))
    ]
    found = sheet(asked, fitting, SHOWN)
    values: dict[str, object] = {
        "sheet": found,
        "listed": [stepped(row) for row in found.rows],
        "kinds": kinds,
        "stages": list(Stage),
    }
    values["taken"] = taken(asked, "what", "kind", "stage")
    return Page("undertakings.html", values)


def undertaking(asked: Asked) -> Page:
    """One undertaking, found by the id of any of its stages."""
    id_ = asked.path["id"]
    found = asked.record.get(id_)
    if not isinstance(found, ItemRow) or found.noun != "undertakings":
        msg = f"no undertaking {id_}"
        raise NotThereError(msg)
    item: Undertaking = found.item
    for row in asked.record.undertakings(ItemFilter(same={"kind": item.kind}, within={"what": item.what})):
        if any(stage.id == id_ for stage in row.stages):
            return Page("undertaking.html", {"u": stepped(row)}, about=one_pair([row.parties]))
    msg = f"undertaking {id_}: its document does not count any more"
    raise NotThereError(msg)


def stepped(row: UndertakingRow) -> Stepped:
    """The undertaking with a step for each stage, `dropped` only where that is told."""
    told: dict[str, list[ItemRow[Any]]] = {}
    for stage in row.stages:
        told.setdefault(stage.item.stage.value, []).append(stage)
    last = row.stages[-1].item.stage.value
    names: Iterable[str] = (*STAGES, *([Stage.DROPPED.value] if Stage.DROPPED.value in told else []))
    return Stepped(row, tuple(Step(name, tuple(told.get(name, ())), name == last) for name in names))


PATHS: Final[Paths] = (("/undertakings", undertakings), ("/undertaking/{id}", undertaking))
