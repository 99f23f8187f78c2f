"""Measured figures → the table people read: seconds, characters a second, multiples of jieba, targets. Pure.

Targets are judged by the wall's seconds, which are what a user waits. The processor's stand beside them: where the two
disagree on a target the table says so, and the run is to be repeated on a quiet machine before anything is claimed.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the table. `target` says what is wanted of it, `met` whether it is so; None where nothing is wanted."""

    what: str
    seconds: float
    cpu_seconds: float
    per_jieba: float
    peak_mb: float | None = None
    target: str = ""
    met: bool | None = None
    met_by_cpu: bool | None = None
    per_jieba_cpu: float = 0.0


def rows(found: Mapping[str, Any]) -> list[Row]:
    """The lines, in the order they were measured, each against its target."""
    wall, cpu = _met(found, "seconds"), _met(found, "cpu_seconds")
    allowed = found["extract"]["seconds"] + 0.4 * found["jieba"]["seconds"]
    again = found["rebuild"]["seconds"] / found["build"]["seconds"]

    def row(what: str, name: str, target: str = "") -> Row:
        took = found[name]
        return Row(
            what=what,
            seconds=took["seconds"],
            cpu_seconds=took["cpu_seconds"],
            per_jieba=took["seconds"] / found["jieba"]["seconds"],
            peak_mb=took.get("peak_mb"),
            target=target,
            met=wall.get(name),
            met_by_cpu=cpu.get(name),
            per_jieba_cpu=took["cpu_seconds"] / found["jieba"]["cpu_seconds"],
        )

    return [
        row("read and decode only", "read"),
        row("jieba.lcut", "jieba"),
        row("bilat extract --workers 1", "extract", "≤ 0.5 × jieba (aim 0.2)"),
        row("bilat build --workers 1", "build", f"≤ extract + 0.4 × jieba = {allowed:.1f} s"),
        row("the same again, no change", "rebuild", f"≤ 5 % of the first; is {again:.1%}"),
        row("bilat --help, best of 5", "help", "≤ 0.3 s"),
    ]


def _met(found: Mapping[str, Any], unit: str) -> dict[str, bool]:
    """Which targets are met, by one way of counting seconds."""
    jieba, extract, build, rebuild, shown = (
        float(found[name][unit]) for name in ("jieba", "extract", "build", "rebuild", "help")
    )
    return {
        "extract": extract <= 0.5 * jieba,
        "build": build <= extract + 0.4 * jieba,
        "rebuild": rebuild <= 0.05 * build,
        "help": shown <= 0.3,
    }


def render(found: Mapping[str, Any], table: Sequence[Row]) -> str:
    """The table, as text."""
    characters: int = found["characters"]
    part = "" if found["sample"] == 1 else f" (every {found['sample']}th file)"
    counted = f"{found['files']:,} files, {found['documents']:,} documents, {characters:,} characters{part}"
    lines = [
        f"{counted}; load of the machine at the end {found['load']:.1f}",
        "",
        f"{'':28}{'seconds':>9}{'cpu s':>9}{'chars/s':>13}{'× jieba':>9}{'by cpu':>8}{'peak MB':>9}   target",
    ]
    for row in table:
        speed = f"{characters / row.seconds:,.0f}" if row.what.find("--help") < 0 else ""
        peak = "" if row.peak_mb is None else f"{row.peak_mb:.0f}"
        mark = {None: "", True: "  ok", False: "  MISSED"}[row.met]
        if row.met != row.met_by_cpu:
            mark += " (by cpu: ok)" if row.met_by_cpu else " (by cpu: MISSED)"
        lines.append(
            f"{row.what:28}{row.seconds:>9.2f}{row.cpu_seconds:>9.2f}{speed:>13}{row.per_jieba:>9.3f}{row.per_jieba_cpu:>8.3f}{peak:>9}"
            f"   {row.target}{mark}"
        )
    peak = max(row.peak_mb for row in table if row.peak_mb is not None)
    lines += [
        "",
        f"peak memory {peak:.0f} MB, target < 600 MB{'  ok' if peak < 600 else '  MISSED'}",
        f"the record takes {found['record_mb']:.0f} MB on disk",
    ]
    return "\n".join(lines)
