"""The quality gate: read the annotated articles, score the reading, hold the scores to their floors.

    make quality                                   measure, print, write quality/results.json, fail below a floor
    make quality ARGS=--check                      the same, but fail instead of writing when results.json is stale
    make quality ARGS=--update                     raise the floors to what was measured, pin them to today's data
    make quality ARGS='--update --allow-regression "the reason"'     lower a floor on purpose

Exit codes: 0 all floors hold, 1 one does not, 2 wrong usage or nothing to measure on.
"""

import argparse
import json
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import cast

from quality import floors as ratchet
from quality.links import measure_link
from quality.measure import GOLD_SETS, Measured, MeasureError, measure_ext, measure_gold

HERE = Path(__file__).parent
LEAST: dict[str, dict[str, float]] = {
    "dev": {"events_core_f1": 0.93, "events_strict_f1": 0.80, "people_f1": 0.97, "title_accuracy": 0.93},
    "en": {"events_core_f1": 0.85, "events_strict_f1": 0.65, "people_f1": 0.93, "title_accuracy": 0.85},
    "link": {"found": 0.95, "unique": 0.95, "reports_f1": 0.90, "status": 0.95},
    "press": {
        "events_core_f1": 0.80,
        "events_strict_f1": 0.60,
        "people_f1": 0.92,
        "title_accuracy": 0.85,
        "figures_f1": 0.85,
        "figures_strict_f1": 0.65,
        "claims_recall": 0.70,
        "claims_precision_at_least": 0.30,
    },
    "vi": {"events_core_f1": 0.85, "events_strict_f1": 0.65, "people_f1": 0.93, "title_accuracy": 0.85},
    "seeds": {
        "events_core_f1": 0.90,
        "events_strict_f1": 0.75,
        "people_f1": 0.95,
        "title_accuracy": 0.90,
        "figures_f1": 0.90,
        "figures_strict_f1": 0.75,
        "claims_recall": 0.80,
        "claims_precision_at_least": 0.30,
    },
}
"""The least we want to say of ourselves; below it the table shows a mark. Floors, not this, fail the gate."""


class Options(argparse.Namespace):
    """The gate's options, with their types."""

    shared: Path
    sets: list[str]
    check: bool
    update: bool
    allow_regression: str | None
    floors: Path
    results: Path


def options(argv: Sequence[str] | None) -> Options:
    """Parse the command line."""
    parser = argparse.ArgumentParser(prog="make quality", description=__doc__.split("\n", 1)[0] if __doc__ else None)
    parser.add_argument("sets", nargs="*", default=[], help="only these sets: dev, seeds, press, en, vi, link, ext")
    parser.add_argument("--shared", type=Path, default=HERE.parent.parent / "shared", help="folder with gold/, ext/")
    parser.add_argument("--check", action="store_true", help="fail when results.json is stale; write nothing")
    parser.add_argument("--update", action="store_true", help="raise floors to the measures, pin them to the data")
    parser.add_argument("--allow-regression", metavar="REASON", help="with --update: let floors fall, and why")
    parser.add_argument("--floors", type=Path, default=HERE / "floors.json", help=argparse.SUPPRESS)
    parser.add_argument("--results", type=Path, default=HERE / "results.json", help=argparse.SUPPRESS)
    given = parser.parse_args(argv, namespace=Options())
    if given.allow_regression is not None and not (given.update and given.allow_regression.strip()):
        parser.error("--allow-regression needs --update and a reason")
    known = (*GOLD_SETS, "link", "ext")
    if unknown := [name for name in given.sets if name not in known]:
        parser.error(f"unknown set {unknown[0]!r}; there are {', '.join(known)}")
    return given


def measure(shared: Path, names: Sequence[str]) -> list[Measured]:
    """Measure the named sets, in the usual order."""
    with tempfile.TemporaryDirectory() as folder:
        found = [measure_gold(shared, name, Path(folder)) for name in GOLD_SETS if name in names]
        found += [measure_link(shared, Path(folder))] if "link" in names else []
    return [*found, measure_ext(shared)] if "ext" in names else found


def table(measured: Sequence[Measured], floors: ratchet.Floors) -> str:
    """The measures beside their floors; `<` marks one below the least we want."""
    lines = [f"{'set':6} {'measure':26} {'floor':>7}    {'now':>7}   {'least':>6}"]
    for each in measured:
        kept = floors.sets.get(each.name)
        for name, value in each.values.items():
            before = kept["floors"].get(name) if kept else None
            least = LEAST.get(each.name, {}).get(name)
            floor = "-" if before is None else f"{before:.3f}"
            wanted = "" if least is None else f"   {least:>6.2f}{' <' if value < least else ''}"
            lines.append(f"{each.name:6} {name:26} {floor:>7} -> {value:>7.4f}{wanted}")
    return "\n".join(lines)


def results(measured: Sequence[Measured], path: Path) -> dict[str, dict[str, float]]:
    """All measures by set: those just taken, over those kept in `path` for sets that were not asked for."""
    kept = cast("dict[str, dict[str, float]]", json.loads(path.read_text("utf-8"))) if path.exists() else {}
    return dict(sorted({**kept, **{each.name: dict(each.values) for each in measured}}.items()))


def written(found: dict[str, dict[str, float]]) -> str:
    """`results.json`, as text."""
    return json.dumps(found, indent=2) + "\n"


def judge(given: Options, measured: Sequence[Measured], floors: ratchet.Floors) -> list[str]:
    """Check or update the floors and the results; what stands against them."""
    text = written(results(measured, given.results))
    stale = not given.results.exists() or given.results.read_text("utf-8") != text
    if given.update:
        refused = [line for each in measured for line in ratchet.update(floors, each, given.allow_regression)]
        if not refused:
            ratchet.save(floors, given.floors)
    else:
        refused = [line for each in measured for line in ratchet.faults(floors, each)]
    if stale and given.check:
        refused.append("quality/results.json is not what was measured now; run: make quality, then make format")
    elif stale:
        given.results.write_text(text)
        print("wrote the new measures into quality/results.json")
    return refused


def main(argv: Sequence[str] | None = None) -> int:
    """Run the gate; the exit code."""
    given = options(argv)
    if not (given.shared / "gold").is_dir():
        print(f"nothing to measure on: no folder {given.shared / 'gold'}", file=sys.stderr)
        return 2
    try:
        measured = measure(given.shared, given.sets or [*GOLD_SETS, "link", "ext"])
    except MeasureError as error:
        print(error, file=sys.stderr)
        return 1
    floors = ratchet.load(given.floors)
    print(table(measured, floors))
    refused = judge(given, measured, floors)
    for line in refused:
        print(line, file=sys.stderr)
    print(f"{len(refused)} against it" if refused else "all floors hold")
    return 1 if refused else 0


if __name__ == "__main__":
    sys.exit(main())
