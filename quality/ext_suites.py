"""Our date and number readers on the third-party suites of Recognizers-Text, scored by their own convention.

    python -m quality.ext_suites              shares by kind of row
    python -m quality.ext_suites --wrong 40   and some rows that are wrong, with what we found there
    python -m quality.ext_suites --ours       rows that are right by our convention and wrong by theirs, and why
    python -m quality.ext_suites --json       {"datetime": {"right": n, "of": m, "share": x}, "number": {…}}

Exit code 0 also when the suites are absent: there is nothing to hold against us then, and one line says so.
"""

import argparse
import json
import sys
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

if not __package__:  # run as a file, as the gate does
    sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from quality.ext_dates import judge_dates
from quality.ext_numbers import judge_numbers

SHARED = Path(__file__).resolve().parents[2] / "shared"
FILES = {"datetime": "recognizers_zh_datetime.jsonl", "number": "recognizers_zh_number.jsonl"}


@dataclass(frozen=True, slots=True)
class Verdict:
    """One row: whether it is right by the suite's convention, what we found, and why a miss is right by ours."""

    row: dict[str, Any]
    group: str
    right: bool
    found: str
    ours: str | None = None


def rows(path: Path) -> list[dict[str, Any]]:
    """The rows of a suite."""
    with path.open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def judge(suite: str, row: dict[str, Any]) -> Verdict:
    """Score one row."""
    if suite == "datetime":
        right, found, ours = judge_dates(row)
        return Verdict(row, row["kind"], right, found, None if right else ours)
    right, found, ours = judge_numbers(row)
    return Verdict(row, row["model"], right, found, None if right else ours)


def share(verdicts: Sequence[Verdict]) -> dict[str, float]:
    """Rows right, rows in all, and the share."""
    right = sum(v.right for v in verdicts)
    return {"right": right, "of": len(verdicts), "share": round(right / len(verdicts), 4) if verdicts else 0.0}


def table(verdicts: Sequence[Verdict]) -> list[str]:
    """One line a group of rows, the largest first."""
    sizes = Counter(v.group for v in verdicts)
    lines: list[str] = []
    for group, size in sorted(sizes.items(), key=lambda item: (-item[1], item[0])):
        right = sum(v.right for v in verdicts if v.group == group)
        lines.append(f"  {group:<16} {right:>4} of {size:>4}  {right / size:.3f}")
    return lines


def expected(row: dict[str, Any]) -> str:
    """What the suite wants, on one line."""
    wanted: list[str] = []
    for entity in row["entities"]:
        resolution: dict[str, Any] = entity["resolution"] or {}
        values: list[dict[str, Any]] = resolution.get("values", [])
        told = [str(v.get("value") or f"{v.get('start', '')}/{v.get('end', '')}") for v in values]
        wanted.append(f"{entity['text']} = {' or '.join(told) or resolution.get('value', '(span only)')}")
    return "; ".join(wanted) or "(nothing)"


def report(suites: dict[str, list[Verdict]], wrong: int, *, ours: bool) -> list[str]:
    """The whole report as lines."""
    lines: list[str] = []
    for name, verdicts in suites.items():
        total = share(verdicts)
        lines += [
            f"{name}: {total['right']:.0f} of {total['of']:.0f} rows right, {total['share']:.3f}",
            *table(verdicts),
        ]
        counted = [v for v in verdicts if v.group in {"number", "percent", "ordinal"}]
        if counted:
            lines.append(f"  number, percent and ordinal together: {share(counted)['share']:.3f}")
        kept = [v for v in verdicts if v.ours]
        reasons = Counter(str(v.ours) for v in kept)
        lines.append(f"  right by our convention, wrong by theirs: {len(kept)}")
        lines += [f"    {count:>3}  {reason}" for reason, count in sorted(reasons.items(), key=lambda r: (-r[1], r[0]))]
        shown = kept if ours else [v for v in verdicts if not v.right and not v.ours][:wrong]
        for v in shown:
            lines += [f"  {v.row['id']}  {v.row['text']}", f"      want {expected(v.row)}", f"      have {v.found}"]
    return lines


def main() -> int:
    """Score both suites and print what was asked for."""
    parser = argparse.ArgumentParser(prog="python -m quality.ext_suites", description=__doc__)
    _ = parser.add_argument("--json", action="store_true", help="only the shares, as one JSON object")
    _ = parser.add_argument("--wrong", type=int, default=0, metavar="N", help="also show N wrong rows a suite")
    _ = parser.add_argument("--ours", action="store_true", help="also show the rows right by our convention")
    _ = parser.add_argument("--shared", type=Path, default=SHARED, help="folder with ext/ (default: ../shared)")
    given = parser.parse_args()
    shared: Path = given.shared
    paths = {name: shared / "ext" / file for name, file in FILES.items()}
    if not all(path.is_file() for path in paths.values()):
        print(f"skipped: no third-party suites in {shared / 'ext'}", file=sys.stderr)
        if given.json:
            print("{}")
        return 0
    suites = {name: [judge(name, row) for row in rows(path)] for name, path in paths.items()}
    if given.json:
        print(json.dumps({name: share(verdicts) for name, verdicts in suites.items()}))
    else:
        print("\n".join(report(suites, given.wrong, ours=given.ours)))
    return 0


if __name__ == "__main__":
    sys.exit(main())
