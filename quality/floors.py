"""Measures against the floors kept in `floors.json`: a floor rises by itself, and falls only with a reason.

Each set of floors names the SHA-256 of the data it was measured on: on other data it says nothing, and the check
asks for a new measurement instead of passing by luck. A floor is the measured value rounded down to three decimals,
with no margin: the same code on the same data gives the same figure.
"""

import json
import math
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypedDict, cast

from quality.measure import Measured


class SetFloors(TypedDict):
    """Floors of one set, and the data they were measured on."""

    data: dict[str, str]
    floors: dict[str, float]


class Lowered(TypedDict):
    """A floor that was lowered on purpose: `before` and `after` are None where it did not or does not exist."""

    set: str
    measure: str
    before: float
    after: float | None
    reason: str


@dataclass(slots=True)
class Floors:
    """All floors, and the history of those that were lowered."""

    sets: dict[str, SetFloors] = field(default_factory=dict[str, SetFloors])
    history: list[Lowered] = field(default_factory=list[Lowered])


def load(path: Path) -> Floors:
    """The floors in a file; none when there is no file yet."""
    if not path.exists():
        return Floors()
    raw = json.loads(path.read_text("utf-8"))
    return Floors(cast("dict[str, SetFloors]", raw["sets"]), cast("list[Lowered]", raw["history"]))


def save(floors: Floors, path: Path) -> None:
    """Write the floors, sets and measures in sorted order."""
    sets = {
        name: {"data": dict(sorted(s["data"].items())), "floors": dict(sorted(s["floors"].items()))}
        for name, s in sorted(floors.sets.items())
    }
    path.write_text(json.dumps({"sets": sets, "history": floors.history}, ensure_ascii=False, indent=2) + "\n")


def floor_of(value: float) -> float:
    """A measured value rounded down to three decimals; a hair is added first, for 0.93 may be stored as 0.9299."""
    return math.floor(value * 1000 + 1e-6) / 1000


def faults(floors: Floors, measured: Measured) -> list[str]:
    """What stands against a set, one line each; empty when every floor holds."""
    found = [f"{measured.name}: {breach}" for breach in measured.breaches]
    kept = floors.sets.get(measured.name)
    if kept is None:
        return [*found, f"{measured.name}: no floors yet; run: make quality ARGS=--update"]
    changed = [name for name in {**kept["data"], **measured.data} if kept["data"].get(name) != measured.data.get(name)]
    if changed:
        names = ", ".join(sorted(changed))
        found.append(
            f"{measured.name}: {names} changed since the floors were measured; run: make quality ARGS=--update"
        )
    for name, floor in sorted(kept["floors"].items()):
        value = measured.values.get(name)
        if value is None:
            found.append(f"{measured.name}: {name} is no longer measured; its floor is {floor:.3f}")
        elif floor_of(value) < floor:
            found.append(f"{measured.name}: {name} fell to {value:.4f}, below its floor {floor:.3f}")
    new = sorted(measured.values.keys() - kept["floors"].keys())
    return [*found, *(f"{measured.name}: {name} has no floor yet; run: make quality ARGS=--update" for name in new)]


def regressions(floors: Floors, measured: Measured) -> Mapping[str, tuple[float, float | None]]:
    """The floors of a set that its measures would lower: measure → (floor before, floor after)."""
    kept = floors.sets.get(measured.name)
    if kept is None:
        return {}
    after = {name: floor_of(value) for name, value in measured.values.items()}
    return {
        name: (before, after.get(name))
        for name, before in sorted(kept["floors"].items())
        if (later := after.get(name)) is None or later < before
    }


def update(floors: Floors, measured: Measured, reason: str | None) -> list[str]:
    """Pin a set's floors to its measures and data. Lines that say why not, and nothing changed, when one would fall
    without a `reason`; with one, the fall is written into the history."""
    if measured.breaches:
        return [f"{measured.name}: {breach}; no reason allows that" for breach in measured.breaches]
    falls = regressions(floors, measured)
    if falls and not reason:
        return [
            f"{measured.name}: {name} would lower its floor from {before:.3f} to "
            + ("nothing" if after is None else f"{after:.3f}")
            + '; if that is meant: --allow-regression "the reason"'
            for name, (before, after) in falls.items()
        ]
    for name, (before, after) in falls.items():
        floors.history.append(
            {"set": measured.name, "measure": name, "before": before, "after": after, "reason": reason or ""}
        )
    pinned = {name: floor_of(value) for name, value in measured.values.items()}
    floors.sets[measured.name] = {"data": dict(measured.data), "floors": pinned}
    return []
